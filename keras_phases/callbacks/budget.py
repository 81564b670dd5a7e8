"""A budget for probing: which probe steps are measured so that they cost no more than a share of training time.

Steps are only ever dropped, so that one curve stays comparable with itself: at every kept step the same rows and the
same decoders. A plan, made before training from the seconds of one probe step and of one training step, spreads what
the budget pays for evenly over the schedule; where the clock then says that a planned step would break the budget,
that step is dropped too.
"""

import contextlib
import math
import numbers
import statistics
import time

from keras_phases.warning import warn

TRUSTED_STEPS = 50
"""From so many training steps on, their measured seconds replace those that the plan was made with."""


def check_budget(budget):
    """The budget as a float, or None.

    Raises:
        ValueError: for anything else than None or a number between 0 and 1.
    """
    if budget is None:
        return None
    if isinstance(budget, bool) or not isinstance(budget, numbers.Real) or not 0 < budget < 1:
        raise ValueError(
            f"budget is {budget!r}. Expected the share of training time that probing may cost, above 0 and below 1, "
            "such as PhaseProbe(budget=0.05), or None for every step of the schedule."
        )
    return float(budget)


def spread(steps, count):
    """`count` of `steps`, spread evenly over their places in the list, the first and the last among them.

    Args:
        steps: Steps in order.
        count: How many to keep; below 2 the first and the last are kept all the same.

    Example:
        >>> spread([0, 1, 2, 4, 8, 16, 32, 64, 100], 5)
        (0, 2, 8, 32, 100)
    """
    steps = tuple(steps)
    count, last = min(max(count, 2), len(steps)), len(steps) - 1
    if count == len(steps):
        return steps
    # Half a place is rounded up; with gaps of more than one place no two fall together.
    return tuple(steps[(2 * place * last + count - 1) // (2 * (count - 1))] for place in range(count))


def plan_steps(due_steps, *, budget, probe_seconds, training_seconds):
    """The due steps that a budget pays for: as many as it can, always the first and the last, spread evenly.

    Args:
        due_steps: All steps that the schedule asks for, in order.
        budget: Seconds of probing for each second of training; None pays for all.
        probe_seconds: Seconds of one probe step.
        training_seconds: Seconds of the run without probing.

    Returns:
        Tuple of the steps to measure.

    Example:
        >>> plan_steps([0, 1, 2, 4, 8, 16, 32, 64, 100], budget=0.05, probe_seconds=2, training_seconds=200)
        (0, 2, 8, 32, 100)
    """
    if budget is None:
        return tuple(due_steps)
    return spread(due_steps, affordable(budget * training_seconds, probe_seconds))


def affordable(seconds, probe_seconds):
    """How many probe steps these seconds pay for, 0 where they are overdrawn."""
    if probe_seconds <= 0 or not math.isfinite(seconds / probe_seconds):
        return 10**9
    # 0.1 s of probing in 0.3 s are three steps, although the quotient is a little less than 3.
    return max(math.floor(seconds / probe_seconds * (1 + 1e-9)), 0)


class BudgetKeeper:
    """Keeps the account of one fit, and decides at each due step whether it is measured.

    Made before the first batch. What happens in `probing` is probing, what happens in `planning` is done once and left
    out of the account, all other time is training's.

    Args:
        budget: Seconds of probing for each second of training, or None: every due step is measured.
        length: `RunLength` of the fit; may be None without a budget.
        clock: Function that gives the time in seconds. Defaults to `time.perf_counter`.
    """

    def __init__(self, budget, length=None, *, clock=time.perf_counter):
        self.budget, self._length, self._clock = budget, length, clock
        self.planned, self.training_step_seconds = (), None
        self.measured, self.probe_seconds = [], []
        self._ahead, self._dropped = [], set()
        self._training_seconds, self._since, self._after_first = 0.0, clock(), None

    @property
    def dropped(self):
        """Due steps that were not measured, in order."""
        return sorted(self._dropped.difference(self.measured))

    @property
    def overhead(self):
        """Seconds of probing for each second of training so far; NaN before any."""
        training_seconds = self._training()
        return sum(self.probe_seconds) / training_seconds if training_seconds > 0 else math.nan

    @contextlib.contextmanager
    def planning(self):
        """Leaves the time within out of the account, and gives a list that it is then put into."""
        seconds = []
        self.stop()
        start = self._clock()
        try:
            yield seconds
        finally:
            self._since = self._clock()
            seconds.append(self._since - start)

    @contextlib.contextmanager
    def probing(self):
        """Puts the time within down to probing, as `planning` does."""
        seconds = []
        try:
            with self.planning() as seconds:
                yield seconds
        finally:
            self.probe_seconds += seconds

    def stop(self):
        """Closes the account; what comes afterwards is not training."""
        self._training_seconds, self._since = self._training(), None

    def _training(self):
        return self._training_seconds + (0 if self._since is None else self._clock() - self._since)

    def plan(self, due_steps, earlier, probe_seconds, training_step_seconds):
        """Plans the steps that an earlier plan does not reach, and follows both.

        Args:
            due_steps: Steps of this fit that the schedule asks for.
            earlier: Steps planned by the fits that this one goes on with.
            probe_seconds: Seconds of one probe step.
            training_step_seconds: Seconds of one batch of training.
        """
        length, reached = self._length, max(earlier, default=-1)
        self.training_step_seconds = training_step_seconds
        share = 1 - max(reached - length.start_step, 0) / max(length.last_step - length.start_step, 1)
        new = plan_steps(
            [step for step in due_steps if step > reached],
            budget=self.budget,
            probe_seconds=probe_seconds,
            training_seconds=share * self._planned_seconds(),
        )
        self.follow((*earlier, *new))
        self._check_plan(probe_seconds)

    def _check_plan(self, probe_seconds):
        share = probe_seconds * len(self._ahead) / max(self._planned_seconds(), 1e-9)
        if len(self._ahead) <= 2 and share > self.budget:
            warn(
                f"budget={self.budget} cannot be held: the first and the last probe step alone take about {share:.0%} "
                "of the training time, and they are always measured. Expected a longer run or cheaper probe steps; "
                "pass fewer layers or rows (max_examples, max_heldout), or a larger budget."
            )

    def follow(self, planned_steps):
        """Takes a plan as it is; the last step of this fit always belongs to it."""
        start, last = self._length.start_step, self._length.last_step
        self.planned = tuple(planned_steps)
        self._ahead = [step for step in self.planned if start <= step < last] + [last]

    def note_measured(self, step):
        """Notes a step that was measured, due or not."""
        self.measured.append(step)
        self._pass(step)

    def note_batch(self, step):
        """Notes when the first batch was over, in which the training step is compiled; to be called after each."""
        if self._after_first is None:
            self._after_first = step, self._training()

    def keeps(self, step):
        """Whether a due step is measured; to be asked once at each, in order."""
        if self.budget is None:
            return True
        is_planned = bool(self._ahead) and self._ahead[0] <= step
        self._pass(step)
        is_kept = is_planned and (step >= self._length.last_step or self._can_afford(step))
        if not is_kept:
            self._dropped.add(step)
        return is_kept

    def _pass(self, step):
        self._ahead = [planned for planned in self._ahead if planned > step]

    def _can_afford(self, step):
        """Whether this step and the last can be paid for; thins what lies between where not all of it can."""
        seconds = self._expected_training_seconds(step)
        if seconds is None or not self.probe_seconds:
            return True
        left = self.budget * seconds - sum(self.probe_seconds)
        # This one and the last, if they take as long as the newest did.
        if affordable(left, self.probe_seconds[-1]) < 2:
            return False
        # Of the newest three: it follows a trend, and one step that something else held up does not thin the rest.
        count = affordable(left, statistics.median_low(self.probe_seconds[-3:]))
        self._ahead = list(spread([step, *self._ahead], count)[1:])
        return True

    def _expected_training_seconds(self, step):
        """Of the whole fit: measured so far, and at the measured speed from here on; at first those of the plan."""
        first_step, first_seconds = self._after_first or (step, 0)
        if step - first_step < TRUSTED_STEPS:
            return self._planned_seconds()
        seconds = self._training()
        return seconds + (seconds - first_seconds) / (step - first_step) * (self._length.last_step - step)

    def _planned_seconds(self):
        """Training seconds of the whole fit by the timed step; None where a plan was taken over and none was timed."""
        return None if self.training_step_seconds is None else self.training_step_seconds * self._length.num_batches
