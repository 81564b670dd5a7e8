"""Learning phases of a reconstruction-loss curve: constant, decrease, increase, and an honest "no increase yet".

The method, over x = log(1 + step):

1. *Curve.* Losses are a straight line, an integrated Wiener process (the prior whose best fit is the cubic smoothing
   spline), at most one jump, and jitter, an AR(1) from one probe step to the next. Six roughnesses times three
   correlations times all places of the jump, or none, are tried, each weighed by its restricted likelihood with the
   jitter's variance profiled out; the curve and its covariance are their weighted means, the variance the weighted
   geometric mean (`segmentation.fit_smooth`). Nothing is asked for: roughness, jitter and the correlation of the jitter
   are estimated together. The **minimum** is where the curve is lowest.
2. *Error of a difference.* Two levels of the curve differ by chance by the jitter's part of their difference, from that
   covariance, and by a sampling error, paired over the held-out groups where there are any (else from the unpaired
   standard errors, else left out) and taken through the same smoother (`segmentation.Noise`). Each is multiplied by a
   Student quantile with the tail (1 - confidence) / 2, a half for each of decrease and increase; that of the jitter
   once more by `segmentation.widening`, found by simulation, because the minimum was chosen after looking.
3. *Claims.* The curve **decreases** when its start lies above another level by more than that error and by more than
   `minimum_change` of the lowest level; it **increases** when its end does. The rest is constant. A **second dip** is
   parted from the minimum by a rise and a fall that both exceed their error, with the root of the widening.
4. *Constant stretch.* The longest initial stretch whose level stays within a tenth of the coming change, or within the
   error, of its start. It counts only if it is flat beside what follows: its mean slope is at most half of the mean
   slope from there on. A curve that falls steadily from its first point has none.
5. *Intervals.* The minimum's covers all steps whose level is not distinguishably above the lowest, and the neighbours
   of the lowest loss around it, because a curve may turn anywhere between two probe steps. Where no increase was found
   it goes to the last step. The end of the constant stretch has the steps at which the change may have reached a tenth.

The phases follow each other in the order constant, decrease, increase; any may be missing, neighbours share a step, and
together they cover the curve. Only ratios of losses enter, so that their unit does not matter, and nothing is random.

Measured by `python benchmarks/detection.py` (200 curves a row to step 8,192, noise of 1 % of the loss), on the default
schedule: no false increase on flat and falling curves in white or uneven noise, 3.5 % on flat ones in an AR(1) with
0.6. Its constants were chosen on curves of the same family.
Rises of 8 times a white noise: 92 % found, the minimum within an octave in
97 %, its interval covers in 90 % and is 1.9 octaves wide. On steps 0, 1, 2, 4, ... 66 % are found, with intervals of
3.3 octaves. Of two dips parted by 8 to 12 times the noise the second is told in a third, and one that is none in up
to 9 %, worst where wobble is shared.

What it does not do: a hump before the fall is pooled into the constant stretch (its start may be told as a second dip);
dips that follow each other on neighbouring probe steps look like jitter, and hide an increase as jitter does; wobble
that lasts over most of the curve is not told from a trend. Asked again at every probe step of a run, it errs more often
than `1 - confidence` in all; `record.stop_rule` corrects for that.

Importing this module loads neither Keras nor a backend; a curve of 20 points takes about a millisecond, the first one
at its steps some 5 more.

Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
"""

import dataclasses
import math

import numpy as np
from numpy.typing import ArrayLike

from keras_phases.record.segmentation import Segmentation

MINIMUM_CHANGE = 0.01
"""Smallest change that is called a phase, relative to the lowest level: neighbouring probe steps wobble by less."""

MINIMUM_EXPLAINED = 0.001
"""Smallest change of explained variance that is called a phase, however large beside a loss that is almost nothing."""

FEW_POINTS = 8
"""Below this many points a curve without a sure change is not called constant: the noise is hardly known."""

MINIMUM_POINTS = 3
"""Fewer finite losses than this say nothing about phases."""


@dataclasses.dataclass(frozen=True)
class Phase:
    """One learning phase of a layer.

    Args:
        kind: `"constant"`, `"decrease"` or `"increase"`; among `PhaseReport.stages` also `"rising"`.
        start_step: Probe step at which the phase starts; the end of the phase before it.
        end_step: Probe step at which it ends; the last one measured where no later phase has begun.
        start_interval: `(low, high)` probe steps between which the start lies.
        end_interval: The same for the end.
    """

    kind: str
    start_step: int
    end_step: int
    start_interval: tuple[int, int]
    end_interval: tuple[int, int]


@dataclasses.dataclass(frozen=True)
class PhaseReport:
    """What `detect_phases` found.

    Args:
        phases: `Phase`s in the order of time; empty where fewer than three losses were finite.
        minimum_step: Probe step at which the smooth curve is lowest; None where no loss was finite.
        minimum_loss: The loss that was measured there.
        minimum_interval: `(low, high)`: all steps between them may be the minimum.
        rise: Relative rise from the minimum to the last point, `last / minimum - 1`.
        num_points: Number of finite losses.
        num_dropped: Number of losses that were not finite and were left out.
        jitter: Estimated standard deviation of a point around the smooth curve; None below three points.
        is_rising: Whether the end, after a sure decrease, lies above the minimum by more than the error of two levels,
            and not surely, the minimum being chosen after looking. Of plateaus in white noise 7 to 12 % are told so.
        second_dip: Probe step of the lowest point that a sure rise, and a sure fall, part from the minimum; None where
            there is no such dip.
    """

    phases: tuple[Phase, ...]
    minimum_step: int | None
    minimum_loss: float | None
    minimum_interval: tuple[int, int] | None
    rise: float | None
    num_points: int
    num_dropped: int = 0
    jitter: float | None = None
    is_rising: bool = False
    second_dip: int | None = None

    @property
    def has_increase(self) -> bool:
        """Whether the loss has surely risen from its minimum."""
        return any(phase.kind == "increase" for phase in self.phases)

    @property
    def has_decrease(self) -> bool:
        """Whether the loss has surely fallen to its minimum."""
        return any(phase.kind == "decrease" for phase in self.phases)

    @property
    def stages(self) -> tuple[Phase, ...]:
        """The phases as they are told and drawn.

        None where few points show no sure change. Where the curve rises, not yet for certain, its last phase ends at
        the minimum, and one of kind `"rising"` follows.
        """
        if self.num_points < FEW_POINTS and not (self.has_decrease or self.has_increase or self.is_rising):
            return ()
        minimum, interval = self.minimum_step, self.minimum_interval
        if not self.is_rising or minimum is None or interval is None:
            return self.phases
        *earlier, last = self.phases
        before = dataclasses.replace(last, end_step=minimum, end_interval=interval)
        rising = Phase("rising", minimum, last.end_step, interval, last.end_interval)
        return (*earlier, *[before] * (last.start_step < minimum), rising)

    def describe_now(self) -> str:
        """Where the curve stands, in a few words."""
        if not self.num_points:
            return "no finite loss"
        if not self.stages:
            return f"no sure change in {self.num_points} probe step{'s' * (self.num_points > 1)}"
        told = self._list_stages()[-1]
        return f"{told}, +{_format_percent(self.rise)} %" if self.has_increase else told

    def describe_stages(self) -> str:
        """The stages one after the other, in words."""
        if not self.stages:
            return self.describe_now()
        is_open = self.stages[-1].kind in ("constant", "decrease")
        return ", ".join([*self._list_stages(step="")[:-1], self.describe_now()]) + " (no increase yet)" * is_open

    def describe(self) -> str:
        """The report in a line or two of plain English."""
        if not self.phases:
            return f"no phases: {self.describe_now()}, at least {MINIMUM_POINTS} are needed"
        if not self.stages:
            return f"no increase yet: {self.describe_now()}"
        text = ", ".join(self._list_stages())
        if [stage.kind for stage in self.stages] == ["constant"]:
            return f"no increase yet: {text}, no change beyond the noise"
        low, high = self.minimum_interval  # pyright: ignore[reportGeneralTypeIssues] there are phases
        lowest = f"minimum at {self.minimum_step:,}, between {low:,} and {high:,}"
        if self.second_dip is not None:
            lowest += f", another dip at {self.second_dip:,}"
        if not self.has_increase:
            return f"no increase yet: {text} ({lowest} so far)"
        return f"{text} ({lowest}; the loss has risen by {_format_percent(self.rise)} % since)"

    def _list_stages(self, step="step "):
        """A few words for each stage."""
        *earlier, last = self.stages
        told = [f"{stage.kind} to {step * (stage.kind == 'constant')}{stage.end_step:,}" for stage in earlier]
        if last.kind == "rising":
            return [*told, f"rising, not yet certain (+{_format_percent(self.rise)} %)"]
        return [*told, f"{last.kind} since {step * (last.kind == 'constant')}{last.start_step:,}"]


def _format_percent(ratio):
    percent = 100 * ratio
    return f"{percent:.0f}" if percent >= 2 else f"{percent:.1f}"


def detect_phases(
    steps: ArrayLike,
    losses: ArrayLike,
    stderr: ArrayLike | None = None,
    groups: ArrayLike | None = None,
    *,
    minimum_change: float = MINIMUM_CHANGE,
    confidence: float = 0.95,
    interval: float = 0.9,
) -> PhaseReport:
    """Segments a reconstruction-loss curve into the phases constant, decrease, increase.

    Whatever a live run may hold is answered with a report: losses that are not finite are left out and counted, and a
    curve of fewer than three points has no phases. How it decides stands in the module's docstring.

    Args:
        steps: Training steps of the probe steps, integers >= 0, strictly increasing, shape `(num_points,)`.
        losses: Reconstruction losses of the same shape.
        stderr: Standard error of each loss over the held-out rows. Used only where `groups` cannot be.
        groups: Mean losses on the same held-out groups at every step, shape `(num_points, num_groups)`, for paired
            differences. Groups that are not finite everywhere are left out.
        minimum_change: Smallest change that is called a phase, relative to the lowest level. Neighbouring probe steps
            wobble by a few tenths of a percent, and groups do not see that. Defaults to `0.01`.
        confidence: How sure a decrease or an increase must be, in (0, 1). Defaults to `0.95`.
        interval: Confidence of the intervals, in (0, 1). Defaults to `0.9`.

    Returns:
        A `PhaseReport`.

    Raises:
        ValueError: when the arrays do not fit together, the steps do not increase, or a setting is out of range.

    Example:
        >>> steps = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
        >>> losses = [0.60, 0.60, 0.60, 0.595, 0.56, 0.53, 0.50, 0.53, 0.57, 0.61, 0.65]
        >>> report = detect_phases(steps, losses)
        >>> [(phase.kind, phase.start_step, phase.end_step) for phase in report.phases]
        [('constant', 0, 4), ('decrease', 4, 32), ('increase', 32, 512)]
        >>> report.minimum_step, report.minimum_interval
        (32, (16, 64))

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
    """
    steps, losses, stderr, groups = _validate_curve(steps, losses, stderr, groups)
    _validate_settings(minimum_change, confidence, interval)
    finite = np.isfinite(losses)
    num_dropped = int(np.sum(~finite))
    steps, losses = steps[finite], losses[finite]
    if len(losses) < MINIMUM_POINTS:
        return _report_few_points(steps, losses, num_dropped)
    found = Segmentation(
        np.log1p(steps),
        losses,
        _usable_stderr(stderr, finite),
        _usable_groups(groups, finite),
        minimum_change=minimum_change,
        change_tail=(1 - confidence) / 2,
        interval_tail=(1 - interval) / 2,
    )
    return PhaseReport(
        phases=_build_phases(steps, found.kinds, found.bounds),
        minimum_step=int(steps[found.minimum]),
        minimum_loss=float(losses[found.minimum]),
        minimum_interval=tuple(steps[list(found.minimum_bounds)].tolist()),
        rise=_relative_rise(losses, found.minimum),
        num_points=len(losses),
        num_dropped=num_dropped,
        jitter=found.jitter,
        is_rising=found.rising,
        second_dip=None if found.second_dip is None else int(steps[found.second_dip]),
    )


def smallest_change(losses, mean_image_loss):
    """The `minimum_change` for a layer: a hundredth of its lowest loss, and a thousandth of the mean image's loss.

    An early layer may keep 99.98 % of the input; that its loss then rises by half is no forgetting worth the name.

    Args:
        losses: Reconstruction losses of the layer.
        mean_image_loss: Loss of the mean image, the unit of explained variance; NaN where it is not known.

    Example:
        >>> smallest_change([2e-4, 1e-4], mean_image_loss=0.5)
        5.0
        >>> smallest_change([0.3, 0.2], mean_image_loss=0.5)
        0.01
    """
    losses = np.asarray(losses, np.float64)
    lowest = losses[np.isfinite(losses)].min(initial=np.inf)
    if not (np.isfinite(mean_image_loss) and 0 < lowest < np.inf):
        return MINIMUM_CHANGE
    return max(MINIMUM_CHANGE, float(MINIMUM_EXPLAINED * mean_image_loss / lowest))


def _build_phases(steps, kinds, bounds):
    """Phases between the first step, the `bounds` (index, low, high) and the last step; neighbours share a bound."""
    last = len(steps) - 1
    edges = steps[[(0, 0, 0), *bounds, (last, last, last)]].tolist()
    return tuple(
        Phase(kind, start, end, (start_low, start_high), (end_low, end_high))
        for kind, (start, start_low, start_high), (end, end_low, end_high) in zip(kinds, edges, edges[1:], strict=False)
    )


def _relative_rise(losses, minimum):
    difference = float(losses[-1] - losses[minimum])
    if difference <= 0:
        return 0.0
    level = abs(float(losses[minimum]))
    return difference / level if level > 0 else math.inf


def _report_few_points(steps, losses, num_dropped):
    if not len(losses):
        return PhaseReport((), None, None, None, None, 0, num_dropped)
    minimum = int(np.argmin(losses))
    span = int(steps[0]), int(steps[-1])
    rise = _relative_rise(losses, minimum)
    return PhaseReport((), int(steps[minimum]), float(losses[minimum]), span, rise, len(losses), num_dropped)


def _usable_stderr(stderr, finite):
    if stderr is None:
        return None
    stderr = stderr[finite]
    known = np.isfinite(stderr)
    # A point without an error is judged with the largest one that is known.
    return np.where(known, stderr, stderr[known].max()) if known.any() else None


def _usable_groups(groups, finite):
    if groups is None:
        return None
    groups = groups[finite]
    groups = groups[:, np.isfinite(groups).all(axis=0)]
    return groups if groups.shape[1] >= 2 else None


def _validate_settings(minimum_change, confidence, interval):
    if not (np.isfinite(minimum_change) and minimum_change >= 0):
        raise ValueError(f"minimum_change={minimum_change!r} is no relative change. Pass a number >= 0, such as 0.01.")
    for name, value in (("confidence", confidence), ("interval", interval)):
        if not 0 < value < 1:
            raise ValueError(f"{name}={value!r} is not between 0 and 1. Pass a probability such as 0.9.")


def _validate_curve(steps, losses, stderr, groups):
    steps = _validate_steps(steps)
    losses = np.asarray(losses, np.float64)
    if losses.shape != steps.shape:
        raise ValueError(
            f"losses has shape {losses.shape} and steps has shape {steps.shape}. Expected one loss for each step; "
            "pass NaN for a step whose loss is not known."
        )
    if stderr is not None:
        stderr = np.asarray(stderr, np.float64)
        if stderr.shape != steps.shape or np.any(stderr < 0):
            raise ValueError(
                f"stderr has shape {stderr.shape} and lowest value {_lowest(stderr)}. Expected one standard error >= 0 "
                f"for each of the {len(steps)} steps; pass None where there is none."
            )
    if groups is not None:
        groups = np.asarray(groups, np.float64)
        if groups.ndim != 2 or len(groups) != len(steps):
            raise ValueError(
                f"groups has shape {groups.shape}. Expected (num_steps, num_groups) with num_steps = {len(steps)}; "
                "transpose it, or pass None where there are none."
            )
    return steps, losses, stderr, groups


def _lowest(values):
    return values.min() if values.size else None


def _validate_steps(steps):
    steps = np.asarray(steps)
    if steps.ndim != 1:
        raise ValueError(f"steps has shape {steps.shape}. Expected a flat list of training steps, shape (num_points,).")
    if not steps.size:
        return steps.astype(np.int64)
    if steps.dtype.kind not in "iuf" or not np.all(np.isfinite(steps)) or np.any(steps != np.floor(steps)):
        raise ValueError(
            f"steps holds {steps.tolist()[:5]}, ... Expected integers: the optimizer steps done at each probe."
        )
    steps = steps.astype(np.int64)
    if steps[0] < 0:
        raise ValueError(f"steps starts at {steps[0]}. Expected steps >= 0; untrained weights are step 0.")
    disorder = np.flatnonzero(np.diff(steps) <= 0)
    if disorder.size:
        first, second = steps[disorder[0]], steps[disorder[0] + 1]
        raise ValueError(
            f"steps goes from {first} to {second}. Expected strictly increasing steps; sort the points by "
            "step and keep one for each."
        )
    return steps
