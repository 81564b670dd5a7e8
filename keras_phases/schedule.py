"""When to probe: after which training steps all taps are measured.

A schedule is a frozen value that says where probe steps lie; the callback asks it once a batch, whether or not batches
arrive one by one. It costs well under a microsecond's worth of arithmetic, and loads neither Keras nor NumPy.
"""

import abc
import bisect
import dataclasses
import math
import operator
from collections.abc import Sequence
from typing import ClassVar


def _positive(value, argument, example):
    """The value as an int >= 1, for the argument of a schedule."""
    try:
        number = operator.index(value) if not isinstance(value, bool) else 0
    except TypeError:
        number = 0
    if number < 1:
        raise ValueError(f"{argument}={value!r} is no schedule. Expected an integer of at least 1; write {example}.")
    return number


class Schedule(abc.ABC):
    """Which training steps are probe steps.

    Step `s` means: after `s` optimizer steps, so that step 0 is the untrained model. A subclass is a frozen dataclass
    that says in `next_step` where its steps lie; all the rest follows. The callback probes the last step of a run too,
    whatever the schedule says.
    """

    measures_start: ClassVar[bool] = False
    """Whether a curve that begins later than at step 0 is measured where it begins."""

    @abc.abstractmethod
    def next_step(self, step: int) -> int | None:
        """The first scheduled step after `step`, or `None` when there is no further one."""

    def is_due(self, previous_step: int | None, step: int) -> bool:
        """Whether a scheduled step lies in `(previous_step, step]`.

        The interval makes it right when steps arrive in jumps (`steps_per_execution`, a skipped batch): what was passed
        over is probed at the next chance, once.

        Args:
            previous_step: The step this was last asked for. `None` or -1 at the start of training: then only `step`
                itself is looked at, so that an untrained model is due where step 0 is scheduled, and a run resumed at
                step 70 does not make up for the steps before it.
            step: Optimizer steps done.
        """
        start = step - 1 if previous_step is None or previous_step < 0 else previous_step
        following = self.next_step(start)
        return following is not None and following <= step

    def is_due_at_epoch_end(self, epoch: int) -> bool:
        """Whether the end of this epoch, counted from 0 as Keras does, is a probe step. Only `Epochs` says yes."""
        del epoch
        return False

    def steps(
        self,
        total_steps: int,
        steps_per_epoch: int | None = None,
        *,
        steps_per_execution: int = 1,
        start_step: int = 0,
        initial_epoch: int = 0,
    ) -> list[int]:
        """The steps that a run will probe, in order, its last one included.

        Args:
            total_steps: Optimizer steps done when the run ends.
            steps_per_epoch: Optimizer steps of an epoch. Defaults to `None`: one epoch.
            steps_per_execution: The model's `steps_per_execution`; steps in its midst move to its end. Defaults to 1.
            start_step: Optimizer steps done when the run, and with it an epoch, begins. Defaults to 0.
            initial_epoch: Number of that epoch. Defaults to 0.

        Example:
            >>> LogSpaced().steps(100)
            [0, 1, 2, 4, 8, 16, 32, 64, 100]
            >>> LogSpaced().steps(100, start_step=20)
            [32, 64, 100]
        """
        epoch_steps = steps_per_epoch or max(total_steps - start_step, 1)
        scheduled, step = [], self.next_step(start_step - 1)
        while step is not None and step <= total_steps:
            scheduled.append(step)
            step = self.next_step(step)
        ends = enumerate(range(start_step + epoch_steps, total_steps + 1, epoch_steps), initial_epoch)
        scheduled += [end for epoch, end in ends if self.is_due_at_epoch_end(epoch)]
        arrivals = {start_step + _arrival(step - start_step, epoch_steps, steps_per_execution) for step in scheduled}
        return sorted({step for step in arrivals if step < total_steps} | {total_steps})

    def get_config(self) -> dict:
        """The constructor's arguments, as JSON can hold them."""
        config = dataclasses.asdict(self)  # pyright: ignore[reportArgumentType] every schedule is a dataclass
        return {name: list(value) if isinstance(value, tuple) else value for name, value in config.items()}

    @classmethod
    def from_config(cls, config: dict) -> "Schedule":
        """Inverse of `get_config`."""
        return cls(**config)


def _arrival(step, steps_per_epoch, steps_per_execution):
    """The first step at or after `step` at which an execution of several steps ends; none reaches over an epoch."""
    epoch, within = divmod(step, steps_per_epoch)
    return epoch * steps_per_epoch + min(-(-within // steps_per_execution) * steps_per_execution, steps_per_epoch)


@dataclasses.dataclass(frozen=True)
class LogSpaced(Schedule):
    """Steps 0, 1, 2, 4, 8, ...: evenly spaced over the logarithm, where the phases are.

    About 16 probe steps for a run of 50,000: the first phases are over within a few hundred steps.

    Args:
        per_doubling: How many probe steps for each doubling of the step, >= 1; where they fall on the same integer at
            the start, that step is probed once. Defaults to 1.
        sparse_until: Up to this power of two there is one probe step for each doubling all the same. Defaults to 0.

    Example:
        >>> LogSpaced(per_doubling=2).steps(50)
        [0, 1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 50]
        >>> LogSpaced(per_doubling=2, sparse_until=16).steps(50)
        [0, 1, 2, 4, 8, 16, 23, 32, 45, 50]
    """

    measures_start: ClassVar[bool] = True
    per_doubling: int = 1
    sparse_until: int = 0

    def __post_init__(self):
        per_doubling = _positive(self.per_doubling, "LogSpaced(per_doubling)", "LogSpaced(per_doubling=2)")
        object.__setattr__(self, "per_doubling", per_doubling)
        if self.sparse_until:
            example = "LogSpaced(per_doubling=2, sparse_until=64)"
            sparse_until = _positive(self.sparse_until, "LogSpaced(sparse_until)", example)
            if sparse_until.bit_count() != 1:
                raise ValueError(f"sparse_until={sparse_until} is no power of two. Write {example}.")
            object.__setattr__(self, "sparse_until", sparse_until)

    def next_step(self, step: int) -> int | None:
        """The first of 0 and round(2^(j / per_doubling)), j = 0, 1, ..., after `step`."""
        if step < 1:
            return 0 if step < 0 else 1
        per_doubling = 1 if step < self.sparse_until else self.per_doubling
        # At most one below the answer's index: 2^(j/k) rounds to more than `step` from about step + 1/2 on.
        index = math.floor(per_doubling * math.log2(step + 0.5))
        while round(2.0 ** (index / per_doubling)) <= step:
            index += 1
        return round(2.0 ** (index / per_doubling))


@dataclasses.dataclass(frozen=True)
class Every(Schedule):
    """Steps 0, n, 2n, ...: for short runs, or for a close look at a stretch of training.

    Args:
        n: Optimizer steps from one probe step to the next, >= 1.

    Example:
        >>> Every(100).steps(250)
        [0, 100, 200, 250]
    """

    n: int

    def __post_init__(self):
        object.__setattr__(self, "n", _positive(self.n, "Every(n)", "Every(100)"))

    def next_step(self, step: int) -> int | None:
        """The first multiple of n after `step`."""
        return 0 if step < 0 else (step // self.n + 1) * self.n


@dataclasses.dataclass(frozen=True)
class At(Schedule):
    """Exactly these steps, and the last one of the run.

    Args:
        probe_steps: Optimizer steps, each >= 0, in any order.

    Example:
        >>> At([500, 0, 20]).steps(1000)
        [0, 20, 500, 1000]
    """

    probe_steps: Sequence[int]

    def __post_init__(self):
        try:
            given = tuple(self.probe_steps)
            numbers = [operator.index(step) if not isinstance(step, bool) else -1 for step in given]
        except TypeError:
            numbers = []
        if not numbers or isinstance(self.probe_steps, str | bytes) or min(numbers) < 0:
            raise ValueError(
                f"At({self.probe_steps!r}) is no schedule. Expected at least one integer, none below 0; "
                "write At([0, 100, 1000])."
            )
        object.__setattr__(self, "probe_steps", tuple(sorted(set(numbers))))

    def next_step(self, step: int) -> int | None:
        """The first of the given steps after `step`."""
        index = bisect.bisect_right(self.probe_steps, step)
        return self.probe_steps[index] if index < len(self.probe_steps) else None


@dataclasses.dataclass(frozen=True)
class Epochs(Schedule):
    """The untrained model and the end of every n-th epoch: a fresh value in `logs` whenever an epoch's metrics come.

    Args:
        every: Epochs from one probe step to the next, >= 1. Defaults to 1.

    Example:
        >>> Epochs(every=2).steps(total_steps=50, steps_per_epoch=10)
        [0, 20, 40, 50]
    """

    every: int = 1

    def __post_init__(self):
        object.__setattr__(self, "every", _positive(self.every, "Epochs(every)", "Epochs(every=1)"))

    def next_step(self, step: int) -> int | None:
        """Step 0 alone: which later steps end an epoch only the epochs can tell."""
        return 0 if step < 0 else None

    def is_due_at_epoch_end(self, epoch: int) -> bool:
        """Whether `epoch`, counted from 0, is the last of every `every` epochs."""
        return (epoch + 1) % self.every == 0


def resolve_schedule(schedule: str | Schedule) -> Schedule:
    """The schedule that an argument `schedule=` means.

    Args:
        schedule: `"auto"` for `LogSpaced(per_doubling=2, sparse_until=64)`, `"log2"` for `LogSpaced()`, or a
            `Schedule`.

    Raises:
        ValueError: for anything else, with the choices.

    Example:
        >>> resolve_schedule("auto").steps(300)
        [0, 1, 2, 4, 8, 16, 32, 64, 91, 128, 181, 256, 300]
    """
    if isinstance(schedule, Schedule):
        return schedule
    named = {"auto": LogSpaced(per_doubling=2, sparse_until=64), "log2": LogSpaced()}
    if isinstance(schedule, str) and schedule in named:
        return named[schedule]
    raise ValueError(
        f'schedule={schedule!r} is not known. Expected "auto", "log2" or one of LogSpaced(per_doubling=2), Every(100), '
        "At([0, 100, 1000]), Epochs(every=1); import them from keras_phases."
    )
