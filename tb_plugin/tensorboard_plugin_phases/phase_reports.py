"""Phases of every row of a run and the advice on its last layer, computed where the run is read."""

import threading
import weakref

from keras_phases.record.answers import answer_questions
from keras_phases.record.history import PhaseHistory
from tensorboard_plugin_phases import encoding

# As text and no longer than the run itself, which a new probe step replaces.
_TEXTS = weakref.WeakKeyDictionary()
_LOCK = threading.Lock()


def encode_phases(run):
    """JSON text of `run`'s name, error, phase reports and advice; found once for each state of a `runs.PhaseRun`."""
    # Two requests for the same runs: the second waits for what the first finds.
    with _LOCK:
        if run not in _TEXTS:
            fields = {"run": run.summary.run, "error": run.summary.error}
            _TEXTS[run] = encoding.encode_json(fields | _describe_run(run))
        return _TEXTS[run]


def _describe_run(run):
    layout = run.summary.layout
    if layout is None or not layout.rows:
        return {"rows": [], "advice": None, "answers": []}
    history = PhaseHistory(layout, zip(run.steps.tolist(), run.values, strict=True))
    rows = [{"layer": row.layer, "decoder": row.decoder} | _describe(history, row) for row in layout.rows]
    return {"rows": rows, **_advise(history)}


def _advise(history):
    try:
        return {"advice": vars(history.advice()), "answers": [vars(answer) for answer in answer_questions(history)]}
    except (ValueError, IndexError):  # no curve to judge, as where a damaged record holds losses below zero
        return {"advice": None, "answers": []}


def _describe(history, row):
    if "reconstruction_loss" not in history.layout.metrics:
        return {"error": "The record has no column 'reconstruction_loss'."}
    try:
        report = history.phases(row.layer, row.decoder)
        forgotten = history.forgotten(row.layer, row.decoder, report=report)
    except ValueError as error:
        return {"error": str(error)}
    return {
        "phases": [vars(phase) for phase in report.phases],
        "stages": [vars(stage) for stage in report.stages],
        "now": report.describe_now(),
        "minimum_step": report.minimum_step,
        "minimum_interval": report.minimum_interval,
        "has_increase": report.has_increase,
        "description": report.describe(),
        "forgotten": None if forgotten is None else forgotten.describe(row.layer),
    }
