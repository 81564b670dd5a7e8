"""The plain numbers of a run that every tracker draws: scalars in its event file, and what its loggers are sent.

A tag is `phases/<layer>/<name>`, of further decoders of a layer `phases/<layer>/<decoder>/<name>`. A run with more than
`MOST_LAYERS` layers has those of the last one, and `phases/mean_of_layers/...`. Nothing of ours reads them back.
"""

import math

import numpy as np

from keras_phases.record import schema

MOST_LAYERS = 16
PHASES = {"constant": 0.0, "decrease": 1.0, "rising": 2.0, "increase": 3.0}
"""The scalar `phase`: the stage of the reconstruction loss at its probe step, as far as the record went when that was
written: `rising` is not yet certain, and what was called constant may turn out to have been the beginning of a fall."""

_OF_RUN = ("model_loss", "model_accuracy", "probe_seconds")
_OF_LAYER = ("reconstruction_loss", "explained_variance", "probe_loss", "probe_accuracy")


def scalars_of(history, newest=None):
    """What a history holds in plain numbers.

    Args:
        history: `PhaseHistory`.
        newest: How many probe steps, the last ones, are wanted. Defaults to `None`: all.

    Returns:
        Dict from a step to a dict from tag to value; what was not measured, or is not finite, is left out.
    """
    # A judgement of a long curve takes tenths of a second: from 64 steps on there are 32 in each doubling.
    is_judged = newest is None or not len(history) % 2 ** max(0, len(history).bit_length() - 6)
    curves = _curves_of(history, is_judged)
    steps = list(enumerate(history.steps.tolist()))
    return {step: _finite_at(curves, place) for place, step in (steps if newest is None else steps[-newest:])}


def _finite_at(curves, place):
    found = {tag: float(values[place]) for tag, values in curves.items()}
    return {tag: value for tag, value in found.items() if math.isfinite(value)}


def _curves_of(history, is_judged):
    rows, layers = history.layout.rows, history.layers
    is_told = len(layers) <= MOST_LAYERS
    curves = {f"phases/{name}": values for name, values in _columns(history, 0, _OF_RUN)}
    for place, row in enumerate(rows):
        if is_told or row.layer == layers[-1]:
            found = _layer(history, place, is_judged)
            curves |= {f"{_name(history.layout, place)}/{name}": values for name, values in found}
    if not is_told:
        firsts = [history.row_index(layer) for layer in layers]
        for name in ("explained_variance", "probe_accuracy"):
            found = [values for place in firsts for _, values in _columns(history, place, (name,))]
            if found:
                curves[f"phases/mean_of_layers/{name}"] = np.mean(found, axis=0)
    return curves


def _name(layout, place):
    row = layout.rows[place]
    is_first = layout.row_places[row.layer, None] == place
    return f"phases/{row.layer}" if is_first else f"phases/{row.layer}/{row.decoder}"


def _layer(history, place, is_judged):
    """`(name, values)` of one row."""
    yield from _columns(history, place, _OF_LAYER)
    tasks = schema.transfer_names(history.layout.metrics)
    yield from _columns(history, place, [name for task in tasks for name in schema.transfer_metrics(task)])
    if "reconstruction_loss" in history.layout.metrics:
        losses = history.column("reconstruction_loss", place)
        lowest = np.fmin.accumulate(losses)
        is_told = np.isfinite(lowest) & (lowest > 0)
        yield "rise_since_minimum", np.divide(losses, lowest, out=np.full_like(losses, np.nan), where=is_told) - 1
        if is_judged:
            yield "phase", _phases(history, history.layout.rows[place])


def _columns(history, place, names):
    return [(name, history.column(name, place)) for name in names if name in history.layout.metrics]


def _phases(history, row):
    """The number of the stage of each probe step; NaN where none is told."""
    try:
        stages = history.phases(row.layer, row.decoder).stages
    except ValueError:  # no curve to judge, as where a damaged record holds losses below zero
        stages = ()
    found = np.full(len(history), np.nan)
    for stage in stages:
        found[(history.steps >= stage.start_step) & (history.steps <= stage.end_step)] = PHASES[stage.kind]
    return found
