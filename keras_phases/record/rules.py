"""Which step of a run to keep, told from its record alone: rules by name, functions of a history and a layer.

The minimum of a layer's reconstruction loss marks where the layer begins to forget its input, which is earlier than
most tasks want; the last step is later. What lies between is judged in `benchmarks/regret`, by the regret of each rule.
"""

import math
from collections.abc import Callable

import numpy as np

from keras_phases.record.history import PhaseHistory

TOLERANCE = 0.05
"""How far above its minimum a reconstruction loss may lie, as a share of it."""


def latest_within(history: PhaseHistory, layer: str, *, tolerance: float = TOLERANCE) -> int | None:
    """The latest step whose reconstruction loss is at most `1 + tolerance` times the lowest; None without a finite one.

    The layer has learned for as long as it has forgotten next to nothing.

    Example:
        >>> from keras_phases.record.schema import Layout, Row
        >>> layout = Layout((Row("block5", "linear", "primal", 64, 64),), ("reconstruction_loss",))
        >>> losses = {0: 0.60, 64: 0.50, 128: 0.40, 256: 0.41, 512: 0.44, 1024: 0.48}
        >>> history = PhaseHistory(layout, [(step, [[loss]]) for step, loss in losses.items()])
        >>> latest_within(history, "block5"), latest_within(history, "block5", tolerance=0.1)
        (256, 512)
    """
    steps, losses = _finite(history, layer, "reconstruction_loss")
    return int(steps[losses <= losses.min() + tolerance * abs(losses.min())][-1]) if len(steps) else None


def minimum(history: PhaseHistory, layer: str) -> int | None:
    """The reconstruction minimum of the layer's phases, where it begins to forget; None without a finite loss."""
    return history.phases(layer).minimum_step


def least_model_loss(history: PhaseHistory, layer: str) -> int | None:
    """The step at which the model's own loss on held-out rows is least; None where it is not known."""
    steps, losses = _finite(history, layer, "model_loss")
    return int(steps[losses.argmin()]) if len(steps) else None


def between(history: PhaseHistory, layer: str) -> int | None:
    """The probe step next to the middle, in log(1 + step), of `latest_within` and `least_model_loss`."""
    steps = [step for rule in (latest_within, least_model_loss) if (step := rule(history, layer)) is not None]
    if not steps:
        return None
    middle = sum(map(math.log1p, steps)) / len(steps)
    known, _ = _finite(history, layer, "reconstruction_loss")
    return int(known[np.abs(np.log1p(known) - middle).argmin()]) if len(known) else max(steps)


RULES: dict[str, Callable[[PhaseHistory, str], int | None]] = {
    rule.__name__: rule for rule in (latest_within, minimum, least_model_loss, between)
}


def _finite(history, layer, metric):
    """Steps and values of a metric before the weights failed, where it is finite; none where it was not measured."""
    sound = history.before_failure()
    if metric not in sound.layout.metrics:
        return np.empty(0, np.int64), np.empty(0)
    values = sound.column(metric, layer)
    return sound.steps[np.isfinite(values)], values[np.isfinite(values)]
