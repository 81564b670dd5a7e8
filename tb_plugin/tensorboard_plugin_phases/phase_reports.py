"""Phases of every row of a run, computed where the run is read."""

import threading
import weakref

from keras_phases.record.history import PhaseHistory
from tensorboard_plugin_phases import encoding

# As text and no longer than the run itself, which a new probe step replaces.
_TEXTS = weakref.WeakKeyDictionary()
_LOCK = threading.Lock()


def encode_phases(run):
    """JSON text of `run`'s name, error and phase reports; found once for each state of a `runs.PhaseRun`."""
    # Two requests for the same runs: the second waits for what the first finds.
    with _LOCK:
        if run not in _TEXTS:
            fields = {"run": run.summary.run, "error": run.summary.error}
            _TEXTS[run] = encoding.encode_json(fields | {"rows": find_phases(run)})
        return _TEXTS[run]


def find_phases(run):
    """Phase reports of a `runs.PhaseRun`, a JSON-able dict a row.

    A row whose phases cannot be found carries the reason under `error`.
    """
    layout = run.summary.layout
    if layout is None:
        return []
    history = PhaseHistory(layout, zip(run.steps.tolist(), run.values, strict=True))
    return [{"layer": row.layer, "decoder": row.decoder} | _describe(history, row) for row in layout.rows]


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
        "minimum_step": report.minimum_step,
        "minimum_interval": report.minimum_interval,
        "has_increase": report.has_increase,
        "description": report.describe(),
        "forgotten": None if forgotten is None else forgotten.describe(row.layer),
    }
