"""Phases of every row of a run, computed where the run is read."""

import threading
import weakref

import numpy as np

from keras_phases.record import schema
from keras_phases.record.forgetting import find_forgotten, relative_error
from keras_phases.record.phases import detect_phases, smallest_change
from tensorboard_plugin_phases import encoding

# As text and no longer than the run itself, which a new probe step replaces.
_TEXTS = weakref.WeakKeyDictionary()
_LOCK = threading.Lock()


def encode_phases(run):
    """JSON text of `run`'s name, error and phase reports; found once for each state of a `data.PhaseRun`."""
    # Two requests for the same runs: the second waits for what the first finds.
    with _LOCK:
        if run not in _TEXTS:
            fields = {"run": run.summary.run, "error": run.summary.error}
            _TEXTS[run] = encoding.encode_json(fields | {"rows": find_phases(run)})
        return _TEXTS[run]


def find_phases(run):
    """Phase reports of a `data.PhaseRun`, a JSON-able dict a row.

    A row whose phases cannot be found carries the reason under `error`.
    """
    layout = run.summary.layout
    return [_report(run, index, row) for index, row in enumerate(layout.rows if layout else ())]


def _report(run, index, row):
    names = {"layer": row.layer, "decoder": row.decoder}
    columns = dict(zip(run.summary.layout.metrics, run.values[:, index].astype(np.float64).T, strict=True))
    try:
        losses = columns["reconstruction_loss"]
        groups = [columns[name] for name in schema.GROUP_METRICS if name in columns]
        groups = np.stack(groups, axis=1) if groups else None
        unit = columns["mean_image_loss"][-1] if "mean_image_loss" in columns and len(run.steps) else np.nan
        report = detect_phases(
            run.steps,
            losses,
            columns.get("reconstruction_stderr"),
            groups,
            minimum_change=smallest_change(losses, unit),
        )
    except KeyError as error:
        return names | {"error": f"The record has no column {error}."}
    except ValueError as error:
        return names | {"error": str(error)}
    return names | {
        "phases": [vars(phase) for phase in report.phases],
        "minimum_step": report.minimum_step,
        "minimum_interval": report.minimum_interval,
        "has_increase": report.has_increase,
        "description": report.describe(),
        "forgotten": _describe_forgotten(run, columns, groups, report, row.layer),
    }


def _describe_forgotten(run, columns, groups, report, layer):
    """A sentence; None where the loss has not risen, or the run has no breakdowns."""
    described = schema.described_columns(run.summary.layout)
    if not (described and report.has_increase):
        return None
    error = relative_error(run.steps, columns["reconstruction_loss"], groups, since_step=report.minimum_step)
    options = {"since_step": report.minimum_step, "relative_error": error}
    found = find_forgotten(run.steps, columns.get, described, **options)
    return None if found is None else found.describe(layer)
