"""Which step of which layer to keep: what the record of a run speaks for, or that it does not tell."""

import dataclasses
import math

from keras_phases.record.rules import RULES, TOLERANCE, latest_within

RULE = latest_within.__name__
"""The rule whose step is kept where nobody asks for another; `benchmarks/regret` judges it."""

REGRET: dict[str, tuple[float, float] | None] = dict.fromkeys(RULES)
"""What each rule cost in `benchmarks/regret`: points of accuracy on another task below the best step, `(on average, at
worst)`. None is not said."""

_WITNESSES = (RULE, "least_model_loss")
_WIDEST = 2.0
"""Doublings of the step between the witnesses from which on they name no one step."""

_FEWEST_POINTS = 8

_MEANINGS = {
    "latest_within": "the latest at which the reconstruction loss of '{layer}' lies within {percent:g} % of its lowest",
    "minimum": "the reconstruction minimum of '{layer}', where it begins to forget its input",
    "least_model_loss": "where the model's own loss on held-out rows is least",
    "between": "the middle, in log(1 + step), of those that 'latest_within' and 'least_model_loss' name",
}


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


def describe_rule(name: str, layer: str, tolerance: float | None = None) -> str:
    """Which step a rule names, and what that is known to cost, for people: what follows `"step 256, "`."""
    meaning = _MEANINGS[name].format(layer=layer, percent=100 * (TOLERANCE if tolerance is None else tolerance))
    regret = REGRET[name] if tolerance in (None, TOLERANCE) else None
    cost = "" if regret is None else "; on other tasks {:g} points below the best step, {:g} at worst".format(*regret)
    return f"{meaning} (rule '{name}'{cost})"


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
    kept = f"{step:,}, {describe_rule(RULE, layer)}."
    said = f"none. {doubt}. Kept by default: step {kept}" if doubt else f"keep step {kept}{_between(interval)}"
    return Advice(step, layer, interval, RULE, bool(doubt), f"Advice: {said} {_point_on(history, layer)}")


def _find_doubt(history, layer, named, interval):
    """Why the record does not tell; empty where it does."""
    report = history.phases(layer)
    if report.num_points < _FEWEST_POINTS:
        return f"{report.num_points} probe steps of '{layer}' are too few to tell"
    if not report.has_decrease:
        return f"The reconstruction loss of '{layer}' has not surely fallen ({report.describe()})"
    low, high = map(math.log1p, interval)
    if (high - low) / math.log(2) > _WIDEST:
        return (
            f"The reconstruction loss of '{layer}' speaks for step {named[RULE]:,}, the model's own held-out loss for "
            f"{named['least_model_loss']:,}"
        )
    return ""


def _between(interval):
    low, high = interval
    return f" The evidence lies between {low:,} and {high:,}." if low < high else ""


def _point_on(history, layer):
    place = history.layers.index(layer)
    earlier = f"Compare '{history.layers[place - 1]}', one block earlier. " if place else ""
    return (
        f"{earlier}Labels of your task decide better, from 100 on: keras_phases.transfer.advise. All this is about "
        "frozen features; full fine-tuning can still gain from longer pre-training (Deng et al., ICCV 2023)."
    )
