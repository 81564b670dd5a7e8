"""Which step of which layer to keep: what the record of a run speaks for, or that it does not tell."""

import dataclasses
import math

import numpy as np

from keras_phases.arguments import meant
from keras_phases.record import schema
from keras_phases.record.rules import RULES, TOLERANCE, latest_within

RULE = latest_within.__name__
"""The rule whose step is kept where nobody asks for another; `benchmarks/regret` judges it."""

REGRET: dict[str, tuple[float, float]] = {
    "latest_within": (2.3, 9.6),
    "minimum": (3.4, 11.6),
    "least_model_loss": (3.0, 24.2),
    "between": (2.6, 21.7),
}
"""What each rule cost in `benchmarks/results/regret.json`, seven trainings and eight other tasks each: points of
accuracy below the best step of the last features, `(on average, at worst)`."""

_WITNESSES = (RULE, "least_model_loss")
_WIDEST = 4.0
"""Doublings of the step between the witnesses from which on they name no one step."""

_FEWEST_POINTS = 8

_MEANINGS = {
    "latest_within": "the latest at which the reconstruction loss of '{layer}' lies within {percent:g} % of its lowest",
    "minimum": "the reconstruction minimum of '{layer}', where it begins to forget its input",
    "least_model_loss": "where the model's own loss on held-out rows is least",
    "between": "the middle, in log(1 + step), of those that 'latest_within' and 'least_model_loss' name",
}

_NEXT, _LIMIT = 1.0, 2.4
"""Standard errors of the difference up to which the default is kept, and up to which two candidates, of some hundred
that are alike, are not told apart."""

_PAIRED_SPREAD = 0.8
"""Standard deviation over rows of the difference of two losses, as a share of the least mean loss. Of layers and steps
within a tenth of the best it was .6 to 1.7 in six tasks on a VGG-8 trained on CIFAR-10, about .8 in the middle."""


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
    cost = (
        ""
        if regret is None
        else "; on other tasks of our atlas {} points below the best step, {} at worst".format(*regret)
    )
    return f"{meaning} (rule '{name}'{cost})"


def advise_without_labels(history, layer):
    """The `Advice` for a layer that needs no labels of another task.

    Two witnesses are asked: the latest step at which the layer has forgotten next to nothing, and the least loss of
    the model itself on held-out rows. It abstains where they lie more than four doublings of the step apart, below
    eight probe steps, and where the reconstruction loss has not surely fallen.

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
    said = f"none. {doubt}. Kept by default: step {step:,}" if doubt else f"keep step {step:,}{_between(interval)}"
    text = f"Advice: {said}, {describe_rule(RULE, layer)}. {_point_on(history, layer)}"
    return Advice(step, layer, interval, RULE, bool(doubt), text)


def advise_by_transfer(history, name):
    """The `Advice` over layers and steps by a label set that a run measures with `PhaseProbe(transfer=...)`.

    The held-out loss of its linear probe decides. What of a difference of two losses is chance is estimated, since the
    record has no rows of it: from the jitter along the curves, and from the number of held-out rows.

    Args:
        history: `PhaseHistory`.
        name: Name of the label set.

    Raises:
        ValueError: for a name that the history does not have, with the choices.
    """
    choices = schema.transfer_names(history.layout.metrics)
    if name not in choices:
        known = ", ".join(map(repr, choices)) or "none; transfer={'name': (x, y)} of the probe measures them"
        raise ValueError(f"This history has no label set {name!r}.{meant(name, choices)} Expected one of: {known}.")
    metric, sound = schema.transfer_metrics(name)[0], history.before_failure()
    curves = np.array([sound.column(metric, layer) for layer in sound.layers])
    candidates = [(int(step), layer) for layer in sound.layers for step in sound.steps]
    num_rows, losses = _count_heldout(history.layout.run.get("transfer"), name), curves.ravel().tolist()
    least = min(filter(math.isfinite, losses), default=math.nan)
    by_rows = _PAIRED_SPREAD * least / num_rows**0.5 if num_rows else 0.0
    # Where nothing is known of the noise nothing is told apart.
    error = math.hypot(_jitter(np.log1p(sound.steps), curves) * 2**0.5, by_rows) or math.inf
    named, last = RULES[RULE](history, sound.layers[-1]), int(sound.steps[-1]) if len(sound) else None
    losses = dict(zip(candidates, losses, strict=True))
    distances = {one: (loss - least) / error for one, loss in losses.items()}
    return advise_by_losses(
        losses,
        distances,
        (last if named is None else named, sound.layers[-1]),
        limit=_LIMIT,
        rule=metric,
        told=f"the loss of a linear probe of '{name}' on {f'{num_rows:,} ' if num_rows else ''}held-out rows",
    )


def _count_heldout(label_sets, name):
    """Held-out rows of a label set, of what a record, maybe anybody's, says of it; 0 where it does not."""
    described = label_sets.get(name) if isinstance(label_sets, dict) else None
    count = described.get("num_heldout_examples") if isinstance(described, dict) else None
    return count if isinstance(count, int) and count > 0 else 0


def _jitter(positions, curves):
    """Standard error of a point of curves `(num_curves, num_steps)`; 0 of fewer than three points.

    From the median distance of a point from the line through both neighbours, as of a normal distribution.
    """
    share = (positions[2:] - positions[1:-1]) / (positions[2:] - positions[:-2])
    offsets = curves[:, 1:-1] - share * curves[:, :-2] - (1 - share) * curves[:, 2:]
    offsets = np.abs(offsets) / np.sqrt(1 + share**2 + (1 - share) ** 2)
    offsets = offsets[np.isfinite(offsets)]
    return float(np.median(offsets)) / 0.6745 if len(offsets) else 0.0


def advise_by_losses(losses, distances, default, *, limit, rule, told):
    """The `Advice` of a linear probe's losses: the step and layer of the least, unless the default is next to it.

    It abstains where the default lies within one standard error of the least. To ask for more would keep the default
    where another is better more often than not.

    Args:
        losses: Dict from `(step, layer)` to its loss; NaN where there is none.
        distances: Dict from `(step, layer)` to how many standard errors of the difference it lies above the least.
        default: The `(step, layer)` that is kept without labels, one of them.
        limit: Standard errors up to which a candidate is not told apart from the best.
        rule: Name of the rule.
        told: What the losses are, for people.
    """
    finite = {one: loss for one, loss in losses.items() if math.isfinite(loss)}
    if not finite:
        step, layer = default
        return Advice(step, layer, None, rule, True, f"Advice: none. Not finite anywhere is {told}.")
    best = min(finite, key=lambda one: finite[one])
    abstains = default != best and distances[default] <= _NEXT
    step, layer = default if abstains else best
    as_good = {one for one in finite if distances[one] <= limit}
    steps = [other for other, of_layer in {*as_good, (step, layer)} if of_layer == layer]
    interval = min(steps), max(steps)
    least = f"{told} is least at {_place(best)}, {finite[best]:.4g}"
    if default != best and default in finite:
        least += (
            f", and {finite[default]:.4g} at the default, {_place(default)}, {distances[default]:.1f} standard errors "
            "above"
        )
    if abstains:
        said = f"Advice: none that could be told from the default: {least}. More labels tell more."
    else:
        said = f"Advice: keep {_place(best)}{_between(interval)}: {least}.{_others(as_good, layer)}"
    return Advice(step, layer, interval, rule, abstains, said)


def _place(candidate):
    step, layer = candidate
    return f"step {step:,} of '{layer}'"


def _between(interval):
    low, high = interval
    return f" (between {low:,} and {high:,})" if low < high else ""


def _others(as_good, layer):
    """A sentence on other layers that may be as good; empty where there are none."""
    steps = {}
    for step, other in sorted(as_good):
        if other != layer:
            steps.setdefault(other, []).append(step)
    ends = {other: dict.fromkeys((f"{known[0]:,}", f"{known[-1]:,}")) for other, known in steps.items()}
    named = [f"'{other}' at {' to '.join(known)}" for other, known in ends.items()]
    return f" Not told apart: {', '.join(named)}." if named else ""


def _find_doubt(history, layer, named, interval):
    """Why the record does not tell; empty where it does."""
    report = history.phases(layer)
    if report.num_points < _FEWEST_POINTS:
        return f"{report.num_points} probe step(s) of '{layer}' are too few to tell"
    if not report.has_decrease:
        return f"The reconstruction loss of '{layer}' has not surely fallen ({report.describe()})"
    low, high = map(math.log1p, interval)
    if (high - low) / math.log(2) > _WIDEST:
        return (
            f"The reconstruction loss of '{layer}' speaks for step {named[RULE]:,}, the model's own held-out loss for "
            f"{named['least_model_loss']:,}"
        )
    return ""


def earlier_layer(history, layer):
    """The layer before another, which is to be compared with it for a task that asks for more of the input; or None."""
    place = history.layers.index(layer)
    return history.layers[place - 1] if place else None


def _point_on(history, layer):
    earlier = earlier_layer(history, layer)
    compare = "" if earlier is None else f"Compare '{earlier}', one block earlier. "
    return (
        f"{compare}Labels of your task decide better, from 100 on: keras_phases.transfer.advise. All this is about "
        "frozen features; full fine-tuning can still gain from longer pre-training (Deng et al., ICCV 2023)."
    )
