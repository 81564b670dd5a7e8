"""What a layer has forgotten since its reconstruction minimum: which parts of the input, more than the rest.

From the breakdowns of the loss. NumPy alone: the plugin says the same sentence as the history.
"""

import dataclasses
import functools
import itertools

import numpy as np

from keras_phases.record import schema

SMALLEST_DROP = 0.02
"""Of explained variance: a part that lost less is not spoken of."""

_SMALLEST_KNOWN = 0.05
"""A part of which less was explained was never known, so that it cannot be forgotten."""

_MORE_THAN_THE_REST = 0.02
"""A part is spoken of where it kept a share smaller by this than the whole did, and by three standard errors."""

_STANDARD_ERRORS = 3
_MOST_NAMED = 3
"""Parts of one kind that are spoken of, those that were lost most."""

_KINDS = ("colour", "frequency", "component", "channel", "class", "position")
_NAMES = {
    "colour": {"chroma": "colour", "grey": "brightness"},
    "channel": "the {} channel",
    "class": "class {}",
    "component": "principal components {}",
    "position": "the image at {}",
}


@dataclasses.dataclass(frozen=True)
class Part:
    """What became of one part of the input.

    Args:
        kind: What the loss is broken down by, such as `"frequency"`.
        name: The part, such as `"0.25 to 0.5"`; of several that stand together their joint name for people.
        before: Its explained variance at the minimum.
        after: The same at the last step.
    """

    kind: str
    name: str
    before: float
    after: float

    @property
    def kept(self) -> float:
        """The share of what was explained that still is."""
        return self.after / self.before


@dataclasses.dataclass(frozen=True)
class Forgetting:
    """What a layer has lost between two steps.

    Args:
        since_step: The reconstruction minimum.
        last_step: The step it is compared with.
        whole: `Part` of the whole input.
        parts: The `Part`s that were lost more than the rest, by kind; empty where all parts went alike.
    """

    since_step: int
    last_step: int
    whole: Part
    parts: tuple[Part, ...]

    def describe(self, layer) -> str:
        """A sentence for people."""
        share = 1 - self.whole.kept
        much = f"{_percent(share)} of what" if share < 1 else "all that"
        lost = f"Since step {self.since_step:,} '{layer}' forgot {much} it kept of its input"
        if not self.parts:
            return f"{lost}, all measured parts alike."
        parts = [f"{_name(part)} (kept {_percent(part.before)}, now {_percent(part.after)})" for part in self.parts]
        return f"{lost}, more of {_listed(parts)}."


def find_forgotten(steps, column_of, described, *, since_step, relative_error=0.0):
    """The `Forgetting` of one layer; None where nothing is to be said.

    A part counts as lost where its explained variance fell by at least `SMALLEST_DROP`, and where it kept a share of it
    smaller by .02 and by three standard errors than the whole. The standard error of a part is taken from that of the
    whole loss, by rows: a class of a tenth of the rows has one larger by the root of ten.

    Args:
        steps: Probe steps.
        column_of: Function from a column's name to its values at `steps`.
        described: Dict from a column's name to its `kind`, `part`, `weight` and `mean_image_loss`, as the record has.
        since_step: The reconstruction minimum.
        relative_error: Standard error of the difference of the whole loss between both steps, as a share of the loss.
            Defaults to 0.

    Example:
        >>> from keras_phases.record.forgetting import find_forgotten
        >>> described = {f"loss_{part}": {"kind": "colour", "part": part, "weight": weight, "mean_image_loss": 1.0}
        ...     for part, weight in (("grey", 1 / 3), ("chroma", 2 / 3))}
        >>> losses = {"loss_grey": [0.2, 0.1, 0.1], "loss_chroma": [0.5, 0.3, 0.6]}
        >>> print(find_forgotten([0, 1, 2], losses.get, described, since_step=1).describe("block5"))
        Since step 1 'block5' forgot 26 % of what it kept of its input, more of colour (kept 70 %, now 40 %).
    """
    steps = [int(step) for step in steps]
    if since_step not in steps or since_step == steps[-1]:
        return None
    ends = steps.index(since_step), len(steps) - 1
    by_kind = {}
    for name, fields in described.items():
        part = _read_part(column_of(name), fields, ends)
        if part is not None:
            by_kind.setdefault(part[0].kind, []).append(part)
    kinds = [kind for kind in _KINDS if len(by_kind.get(kind, ())) > 1]
    if not kinds:
        return None
    whole = _whole([pair for pair in by_kind[kinds[0]] if pair[1]["weight"]])
    if whole is None or whole.before - whole.after < SMALLEST_DROP / 2:
        return None
    found = itertools.chain.from_iterable(_find_lost(by_kind[kind], whole, relative_error) for kind in kinds)
    return Forgetting(since_step, steps[-1], whole, tuple(found))


def relative_error(steps, losses, groups, *, since_step):
    """Standard error of the rise of the loss since a step, as a share of the last loss; 0 where it is not known.

    Args:
        steps: Probe steps.
        losses: The reconstruction loss at each.
        groups: Mean losses of fixed groups of held-out rows, `(num_steps, num_groups)`; None without.
        since_step: The step to compare the last with.
    """
    if groups is None or since_step not in steps:
        return 0.0
    rises = groups[-1] - groups[list(steps).index(since_step)]
    rises = rises[np.isfinite(rises)]
    if len(rises) < 2 or not losses[-1] > 0:
        return 0.0
    return float(rises.std(ddof=1) / len(rises) ** 0.5 / losses[-1])


def _read_part(values, fields, ends):
    """`(Part, fields)`; None of what is no part of known variance, or was not measured at both steps."""
    kind, variance, weight = (fields.get(name) for name in ("kind", "mean_image_loss", "weight"))
    numbers = (variance, weight)
    if kind not in _KINDS or values is None or not all(n and n > 0 for n in numbers):
        return None
    before, after = (1 - float(values[end]) / variance for end in ends)
    known = np.isfinite(before) and np.isfinite(after)
    return (Part(kind, str(fields.get("part", "")), before, after), fields) if known else None


def _whole(pairs):
    """The whole input from all parts of one kind."""
    variances = np.array([fields["weight"] * fields["mean_image_loss"] for _, fields in pairs])
    if not pairs or variances.sum() <= 0:
        return None
    before, after = (
        float(variances @ [getattr(part, when) for part, _ in pairs] / variances.sum()) for when in ("before", "after")
    )
    return Part("whole", "the input", before, after) if before > _SMALLEST_KNOWN else None


def _find_lost(pairs, whole, relative_error):
    def is_lost(part, fields):
        error = relative_error / (fields["weight"] ** 0.5 if part.kind == "class" else 1)
        chance = _STANDARD_ERRORS * error * (1 - part.after) / part.before
        is_more = whole.kept - part.kept > max(_MORE_THAN_THE_REST, chance)
        return is_more and part.before - part.after >= SMALLEST_DROP

    known = [(part, fields) for part, fields in pairs if part.before >= _SMALLEST_KNOWN]
    lost = [(part, fields) for part, fields in known if is_lost(part, fields)]
    least = sorted((part.kept for part, _ in lost))[:_MOST_NAMED]
    if lost and lost[0][0].kind == "frequency" and len(lost) > 1 and lost == known[-len(lost) :] != known:
        lowest = lost[0][0].name.split()[0]
        return [dataclasses.replace(_whole_of(lost), kind="frequency", name=f"above {lowest}")]
    return [part for part, _ in lost if part.kept in least]


def _whole_of(pairs):
    variances = np.array([fields["weight"] * fields["mean_image_loss"] for _, fields in pairs])
    ends = (float(variances @ [getattr(p, when) for p, _ in pairs] / variances.sum()) for when in ("before", "after"))
    return Part(pairs[0][0].kind, "", *ends)


def _name(part):
    if part.kind == "frequency":
        return f"frequencies {part.name} cycles per pixel"
    names = _NAMES[part.kind]
    return names.get(part.name, part.name) if isinstance(names, dict) else names.format(part.name)


def _percent(share):
    return f"{100 * share:.{0 if abs(share) >= 0.095 else 1}f} %"


def _listed(parts):
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def forgotten_since_minimum(history, row, report):
    """The `Forgetting` of the row of a history at an index; None where its loss has not risen by its `PhaseReport`."""
    described = schema.described_columns(history.layout, row)
    if not (described and report.has_increase):
        return None
    sound, since = history.before_failure(), report.minimum_step
    steps, losses = sound.steps, sound.column("reconstruction_loss", row)
    error = relative_error(steps, losses, sound.groups(row), since_step=since)
    columns = functools.partial(sound.column, layer=row)
    return find_forgotten(steps, columns, described, since_step=since, relative_error=error)
