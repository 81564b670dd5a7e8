"""Which step of which layer to keep: what the record of a run speaks for, or that it does not tell."""

import dataclasses
import math

from keras_phases.record.rules import RULES, TOLERANCE

RULE = "latest_within"
"""The rule whose step is kept where nobody asks for another; `benchmarks/regret` judges it."""

_WITNESSES = (RULE, "least_model_loss")
_WIDEST = 2.0
"""Doublings of the step between the witnesses from which on they name no one step."""

_FEWEST_POINTS = 8


@dataclasses.dataclass(frozen=True)
class Advice:
    """Which step of which layer to keep.

    Args:
        step: The step that `rule` names; where the advice abstains the one that is kept by default. None where there is
            no finite loss at all.
        layer: The layer.
        interval: `(low, high)`: the steps between which the evidence lies; None without a step.
        rule: Name of the rule that gave the step.
        abstains: Whether the record does not tell, so that `step` is no more than a default.
        text: All of it in a few sentences: what to do, why, and what that is known to cost.
    """

    step: int | None
    layer: str
    interval: tuple[int, int] | None
    rule: str
    abstains: bool
    text: str


def advise_without_labels(history, layer):
    """The `Advice` for a layer that needs no labels of another task.

    Two witnesses are asked: the latest step at which the layer has forgotten next to nothing, and the least loss of
    the model itself on held-out rows. It abstains where they lie more than two doublings of the step apart, below eight
    probe steps, and where the reconstruction loss has not surely fallen.

    Args:
        history: `PhaseHistory`.
        layer: Name of a layer; of several decoders the first counts.
    """
    named = {rule: RULES[rule](history, layer) for rule in _WITNESSES}
    step = named[RULE]
    if step is None:
        return Advice(None, layer, None, RULE, True, f"Advice: none. '{layer}' has no finite reconstruction loss.")
    steps = [known for known in named.values() if known is not None]
    interval = min(steps), max(steps)
    doubt = _find_doubt(history, layer, named, interval)
    said = _abstain(step, layer, doubt) if doubt else _recommend(step, layer, interval)
    return Advice(step, layer, interval, RULE, bool(doubt), f"{said} {_point_on(history, layer)}")


def _find_doubt(history, layer, named, interval):
    """Why the record does not tell; empty where it does."""
    report = history.phases(layer)
    if report.num_points < _FEWEST_POINTS:
        return f"{report.num_points} probe steps are too few"
    if not report.has_decrease:
        return f"its reconstruction loss has not surely fallen ({report.describe()})"
    low, high = map(math.log1p, interval)
    if (high - low) / math.log(2) > _WIDEST:
        return (
            f"the reconstruction loss speaks for step {named[RULE]:,}, the model's own held-out loss for "
            f"{named['least_model_loss']:,}"
        )
    return ""


def _recommend(step, layer, interval):
    low, high = interval
    between = f" (between {low:,} and {high:,})" if low < high else ""
    return (
        f"Advice: keep step {step:,}{between}, the latest at which the reconstruction loss of '{layer}' lies within "
        f"{TOLERANCE:.0%} of its minimum."
    )


def _abstain(step, layer, doubt):
    return f"Advice: none that the record of '{layer}' could carry: {doubt}. Kept by default: step {step:,}."


def _point_on(history, layer):
    place = history.layers.index(layer)
    earlier = f"Compare '{history.layers[place - 1]}', one block earlier; " if place else ""
    return f"{earlier}labels of your task decide better, from 100 on: keras_phases.transfer.advise."
