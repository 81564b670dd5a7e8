"""A budget for probing: which probe steps are measured so that they cost no more than a share of training time.

Steps are only ever dropped, so that one curve stays comparable with itself: at every kept step the same rows and the
same decoders. The first probe step and the first batches of training say what each costs; from then on a plan spreads
what the budget pays for evenly over the schedule, and the clock revises it at every step that is measured.
"""

import contextlib
import math
import numbers
import statistics
import time

from keras_phases.warning import warn

_PLAN_AFTER = 10
"""Batches after the first one, in which the training step is compiled, that are timed before there is a plan; fewer
where a step is due earlier."""


def check_budget(budget):
    """The budget as a float, or None.

    Raises:
        ValueError: for anything else than None or a number between 0 and 1.
    """
    if budget is None:
        return None
    if isinstance(budget, bool) or not isinstance(budget, numbers.Real) or not 0 < budget < 1:  # pyright: ignore[reportOperatorIssue] its stub has no order
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


def affordable(seconds, probe_seconds):
    """How many probe steps these seconds pay for, 0 where they are overdrawn."""
    if probe_seconds <= 0 or not math.isfinite(seconds / probe_seconds):
        return 10**9
    # 0.1 s of probing in 0.3 s are three steps, although the quotient is a little less than 3.
    return max(math.floor(seconds / probe_seconds * (1 + 1e-9)), 0)


class BudgetKeeper:
    """Keeps the account of one fit, and decides at each due step whether it is measured.

    What happens in `setting_up` and `probing` is paid from the budget, what happens in `apart` is nobody's, all other
    time from `start` on is training's.

    Args:
        budget: Seconds of probing for each second of training, or None: every due step is measured.
        clock: Function that gives the time in seconds. Defaults to `time.perf_counter`.

    Attributes: `training_step_seconds`, None before it is known.
    """

    def __init__(self, budget, *, clock=time.perf_counter):
        self.budget, self._clock = budget, clock
        self.training_step_seconds = None
        self.measured, self.probe_seconds, self.setup_seconds = [], [], 0.0
        self._due, self._last, self._dropped, self._expected = (), None, set(), None
        self._earlier, self._before, self._ahead, self._begun, self._decided = (), (), None, -1, -1
        self._training_seconds, self._since, self._after_first = 0.0, None, None

    @property
    def planned(self):
        """The steps that were measured and those that are to be; empty without a budget and before there is a plan."""
        if self._ahead is None:
            return ()
        return (*dict.fromkeys([*self._before, *self.measured]), *self._ahead)

    @property
    def dropped(self):
        """Due steps that were not measured, in order."""
        return sorted(self._dropped.difference(self.measured))

    @property
    def num_ahead(self):
        """Due steps that are still to come; 0 where the length of the fit is not known."""
        return len(self._waiting())

    @property
    def overhead(self):
        """Seconds of set-up and probing for each second of training so far; NaN before any."""
        training_seconds = self._training()
        return self._spent() / training_seconds if training_seconds > 0 else math.nan

    def expected_overhead(self, step):
        """The overhead at the end of the fit, as its seconds so far tell.

        None before the speed of training is known, and where the length of the fit is not.
        """
        is_early = self._after_first is None or step - self._after_first[0] < _PLAN_AFTER
        if is_early or self._last is None or not self.probe_seconds:
            return None
        ahead = self.num_ahead * (self._seconds_of_probe() or 0.0)
        return (self._spent() + ahead) / max(self._expected_training_seconds(step), 1e-9)  # pyright: ignore[reportArgumentType] past the first step

    @contextlib.contextmanager
    def setting_up(self):
        """Puts the time within, before training starts, down to set-up."""
        start = self._clock()
        try:
            yield
        finally:
            self.setup_seconds += self._clock() - start

    @contextlib.contextmanager
    def apart(self):
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
        """Puts the time within down to probing."""
        seconds = []
        try:
            with self.apart() as seconds:
                yield
        finally:
            self.probe_seconds += seconds

    def start(self, step, due_steps=(), *, earlier=(), probe_seconds=None):
        """Opens the account of training, before the first batch.

        Args:
            step: Optimizer steps done.
            due_steps: Steps of this fit that the schedule asks for, the last of the fit among them.
            earlier: Steps planned by the fits that this one goes on with: as far as they reach, no others are measured.
            probe_seconds: Seconds of a probe step in those fits. Defaults to `None`: not known.
        """
        self._earlier, self._last = earlier, due_steps[-1] if due_steps else None
        self._due = [due for due in due_steps if self._is_left_open(due) or due == self._last]
        self._before = tuple(planned for planned in earlier if planned <= step)
        self._begun = self._decided = step
        self._expected, self._since = probe_seconds, self._clock()

    def _is_left_open(self, step):
        """Whether the plan of earlier fits has a step, or does not reach it."""
        return step in self._earlier or step > max(self._earlier, default=-1)

    def stop(self):
        """Closes the account; what comes afterwards is not training."""
        self._training_seconds, self._since = self._training(), None

    def _training(self):
        return self._training_seconds + (0 if self._since is None else self._clock() - self._since)

    def _spent(self):
        return self.setup_seconds + sum(self.probe_seconds)

    def note_measured(self, step):
        """Notes a step that was measured, due or not; its batch was waited for, and so tells the speed of training."""
        self.measured.append(step)
        if self._after_first is None and step > self._begun:
            self._after_first = step, self._training()
        self._pass(step)

    def _pass(self, step):
        self._decided = step
        if self._ahead is not None:
            self._ahead = [planned for planned in self._ahead if planned > step]

    def note_batch(self, step):
        """To be called after each batch: the first, which compiles, tells nothing of the speed, those after it do."""
        if not self.is_timed(step):
            return
        if self._after_first is None:
            self._after_first = step, self._training()
        else:
            self._plan(step)

    def is_timed(self, step):
        """Whether the seconds to this step tell the speed of training: the device has to be done with it by then."""
        if self.budget is None or self._after_first is None:
            return self.budget is not None
        is_known = self._seconds_of_probe() is not None
        return self._ahead is None and is_known and step - self._after_first[0] >= _PLAN_AFTER

    def keeps_first(self, step):
        """Whether the step that a fit begins at is measured where it is due: an earlier plan may leave it out."""
        is_kept = self._is_left_open(step)
        if not is_kept:
            self._dropped.add(step)
        return is_kept

    def keeps(self, step):
        """Whether a due step is measured; to be asked once at each but the first of a fit, in order."""
        if self.budget is None or step == self._last:
            return True
        if self._ahead is None:
            self._plan(step)
        is_kept = self._is_planned(step)
        if not is_kept:
            self._dropped.add(step)
            self._pass(step)
        return is_kept

    def _is_planned(self, step):
        """Whether a step was planned, or one that was passed over, and can be paid for."""
        if self._seconds_of_probe() is None:
            # The first of all, which says what one costs.
            return any(due <= step for due in self._waiting())
        return bool(self._ahead) and self._ahead[0] <= step and self._affords(step)

    def _plan(self, step):
        """Plans from the present step on, once the speed of training is known."""
        left = self._left(step)
        if left is None or self._seconds_of_probe() is None:
            return
        anchor = self.measured[-1:]
        count = affordable(left, self._seconds_of_probe()) + len(anchor)
        self._ahead = list(spread([*anchor, *self._waiting()], count)[len(anchor) :])
        self._check_plan(step)

    def _waiting(self):
        return [due for due in self._due if due > self._decided]

    def _affords(self, step):
        """Whether a planned step and the last can be paid for; plans anew what comes after it."""
        left = self._left(step)
        newest = (self.probe_seconds or [self._expected])[-1]
        if left is None:
            return True
        # This one and the last, if they take as long as the newest did.
        if affordable(left, newest) < 2:
            return False
        # Of the newest three: it follows a trend, and one step that something else held up does not thin the rest.
        after = [due for due in self._waiting() if due > step]
        self._ahead = list(spread([step, *after], affordable(left, self._seconds_of_probe())))[1:]
        return True

    def _left(self, step):
        """Seconds that the whole fit will still pay for; None without a budget, and before the speed is known."""
        if self.budget is None:
            return None
        seconds = self._expected_training_seconds(step)
        return None if seconds is None else self.budget * seconds - self._spent()

    def _expected_training_seconds(self, step):
        first_step, first_seconds = self._after_first or (step, 0)
        if step <= first_step:
            return None
        seconds = self._training()
        self.training_step_seconds = (seconds - first_seconds) / (step - first_step)
        return seconds + self.training_step_seconds * (self._last - step)

    def _seconds_of_probe(self):
        return statistics.median_low(self.probe_seconds[-3:]) if self.probe_seconds else self._expected

    def _check_plan(self, step):
        """Says at once where the steps that are always measured cost more than the budget."""
        seconds = self._expected_training_seconds(step)
        share = (self._spent() + self._seconds_of_probe()) / max(seconds, 1e-9)  # pyright: ignore[reportOperatorIssue, reportArgumentType] past the first step
        if share > self.budget:
            warn(
                f"budget={self.budget} cannot be held: set-up and the first and the last probe step alone take about "
                f"{share:.0%} of the training time, and they are always measured. Expected a longer run or cheaper "
                "probe steps; pass fewer layers or rows (max_examples, max_heldout), or a larger budget."
            )
