"""Phases of every row of a run, computed where the run is read."""

import dataclasses
import functools

import numpy as np

from keras_phases.phases import detect_phases, smallest_change
from tensorboard_plugin_phases import metadata


@functools.lru_cache(maxsize=32)
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
        groups = [columns[name] for name in metadata.GROUP_METRICS if name in columns]
        unit = columns["mean_image_loss"][-1] if "mean_image_loss" in columns and len(run.steps) else np.nan
        report = detect_phases(
            run.steps,
            losses,
            columns.get("reconstruction_stderr"),
            np.stack(groups, axis=1) if groups else None,
            minimum_change=smallest_change(losses, unit),
        )
    except KeyError as error:
        return names | {"error": f"The record has no column {error}."}
    except ValueError as error:
        return names | {"error": str(error)}
    return names | {
        "phases": [dataclasses.asdict(phase) for phase in report.phases],
        "minimum_step": report.minimum_step,
        "minimum_interval": report.minimum_interval,
        "has_increase": report.has_increase,
        "description": report.describe(),
    }
