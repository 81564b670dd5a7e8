"""When a run may end: the reconstruction minimum of a layer has surely passed. The rule of `PhaseStop`, without Keras.

The curve is looked at anew after each probe step, and each look may err. So that the chance of a false stop stays below
1 - confidence *over the whole run*, it is spent on the looks: with n finite points the error allowed is

    alpha_n = (1 - confidence) n_0 / (n (n + 1)),    n = n_0, n_0 + 1, ...,    n_0 = 8

which sums to 1 - confidence over any number of looks (n_0 / (n (n + 1)) = n_0 / n - n_0 / (n + 1)), so that neither the
number of probe steps nor the end of the run has to be known. `detect_phases` spends 1 - its own confidence on two
changes, a decrease and an increase, of which a false stop needs the increase; hence it is asked with a confidence of
1 - 2 alpha_n. Fewer than n_0 points are not looked at: the noise is hardly known then. What was spent follows from the
number of points alone, so that a run that goes on decides as one that was never interrupted.

The bound holds as far as that of `detect_phases` does: for noise of the held-out rows and wobble of the training, also
where neighbouring probe steps share it. Wobble that goes on over most of the probe steps so far
cannot be told from a phase, but that phases take doublings of the step: the loss must stay above its minimum for one. A
curve that truly rises by more than the noise, and only later falls to a second, deeper minimum, is stopped at the
first. `benchmarks/stopping.py` counts false stops and delays.
"""

import numbers

import numpy as np

from keras_phases.arguments import at_least
from keras_phases.record.history import PhaseHistory
from keras_phases.record.phases import MINIMUM_CHANGE

FEWEST_POINTS = 8
"""Probe steps before the first look, n_0."""


def confidence_of_look(confidence, num_points):
    """What `detect_phases` is asked with at `num_points` points so that all looks of a run err by 1 - `confidence`.

    Args:
        confidence: Of the whole run, in (0, 1).
        num_points: Finite points of the curve, at least `FEWEST_POINTS`.

    Example:
        >>> round(confidence_of_look(0.9, 8), 4), round(confidence_of_look(0.9, 17), 4)
        (0.9778, 0.9948)
        >>> looks = [(1 - confidence_of_look(0.9, num_points)) / 2 for num_points in range(8, 100_000)]
        >>> round(sum(looks), 4)
        0.1
    """
    # 1 - 2 alpha_n: a false increase has half of the error that detect_phases allows itself.
    return 1 - 2 * (1 - confidence) * FEWEST_POINTS / (num_points * (num_points + 1))


def judge(history, layer, *, confidence=0.9):
    """The newest look at a layer's curve.

    Args:
        history: `PhaseHistory` up to the present probe step.
        layer: Name of a layer; of several decoders the first one counts.
        confidence: Of the whole run. Defaults to `0.9`.

    Returns:
        `(report, has_passed)`; `(None, False)` where there are too few points to look at.
    """
    history = history.before_failure()
    losses = history.column("reconstruction_loss", layer)
    num_points = int(np.isfinite(losses).sum())
    if num_points < FEWEST_POINTS:
        return None, False
    report = history.phases(layer, confidence=confidence_of_look(confidence, num_points))
    return report, has_passed(report, history.steps, losses)


def describe_undecided(history, layer, *, confidence=0.9, min_step=0):
    """Why a run was not ended by its last look, for people; arguments as those of `find_stop`."""
    last, sound = history.steps[-1:].tolist(), history.before_failure()
    report, _ = judge(history, layer, confidence=confidence)
    if len(sound) < len(history):
        return f"weights are NaN or infinite from step {history.steps[len(sound)]:,} on, and it looks at none of those"
    if last and last[0] < min_step:
        return f"min_step={min_step:,} was not reached"
    if report is None:
        return f"it looks at the curve of '{layer}' from {FEWEST_POINTS} finite probe steps on, and there are fewer"
    if not (report.has_decrease and report.has_increase):
        missing = "rise" if report.has_decrease else "fall"
        return f"no {missing} of '{layer}' is sure enough ({report.describe()})"
    return f"the loss of '{layer}' has not stayed above its minimum from half of the last step on ({report.describe()})"


def has_passed(report, steps, losses):
    """Whether a report that was made with the confidence of its look says that the minimum has passed.

    Only a curve that has fallen and risen is at an end. Phases take doublings of the step and wobble does not, so that
    every point of the newest doubling must itself lie above the minimum, by more than what is ever called a change.

    Args:
        report: `PhaseReport`.
        steps: Steps of the curve that it was made of.
        losses: Losses of that curve; points that are not finite are left out.
    """
    level = report.minimum_loss + MINIMUM_CHANGE * abs(report.minimum_loss)
    return report.has_decrease and report.has_increase and bool(lowest_of_doubling(steps, losses) > level)


def lowest_of_doubling(steps, losses):
    """The lowest finite loss from half of the newest step on, of two points at least."""
    steps, losses = np.asarray(steps), np.asarray(losses, np.float64)
    steps, losses = steps[np.isfinite(losses)], losses[np.isfinite(losses)]
    first = min(int(np.searchsorted(steps, steps[-1] / 2)), len(steps) - 2)
    return losses[first:].min()


def find_stop(history, layer="auto", *, confidence=0.9, min_step=0):
    """Where `PhaseStop` would have ended a recorded run.

    Args:
        history: `PhaseHistory` of the run.
        layer: Name of a layer. Defaults to `"auto"`: the last one.
        confidence: As that of `PhaseStop`. Defaults to `0.9`.
        min_step: As that of `PhaseStop`. Defaults to `0`.

    Returns:
        `(step, PhaseReport)`, or None where it would not have stopped.

    Raises:
        ValueError: for an unknown layer, and a wrong `confidence` or `min_step`.

    Example:
        >>> from keras_phases import PhaseHistory
        >>> from keras_phases.record.schema import Layout, Row
        >>> layout = Layout((Row("block1", "linear", "primal", 64, 64),), ("reconstruction_loss",))
        >>> losses = [0.60, 0.60, 0.60, 0.59, 0.57, 0.54, 0.51, 0.48, 0.45, 0.48, 0.51, 0.54]
        >>> records = [(2**place, np.array([[loss]])) for place, loss in enumerate(losses)]
        >>> step, report = find_stop(PhaseHistory(layout, records))
        >>> step, report.minimum_step
        (1024, 256)
    """
    confidence, min_step = check_confidence(confidence), at_least(0, "min_step", min_step)
    layer = history.layers[-1] if layer == "auto" else layer
    history.row_index(layer)  # an unknown layer is no curve that goes on
    for num_steps in range(FEWEST_POINTS, len(history) + 1):
        records = history.records[:num_steps]
        if records[-1][0] >= min_step:
            report, is_past = judge(PhaseHistory(history.layout, records), layer, confidence=confidence)
            if is_past:
                return records[-1][0], report
    return None


def check_confidence(confidence):
    """A float in (0, 1), or a ValueError."""
    if isinstance(confidence, bool) or not isinstance(confidence, numbers.Real) or not 0 < confidence < 1:  # pyright: ignore[reportOperatorIssue] its stub has no order
        raise ValueError(
            f"confidence is {confidence!r}. Expected the chance, above 0 and below 1, that a run is not ended "
            "before its minimum has passed, such as PhaseStop(probe, confidence=0.9)."
        )
    return float(confidence)
