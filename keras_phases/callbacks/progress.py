"""Optimizer steps: those done, counted cheaply, and those that lie ahead."""

import dataclasses

from keras_phases.backend.variables import innermost_optimizer, read_iterations, read_pending_batches
from keras_phases.schedule import Schedule


@dataclasses.dataclass(frozen=True)
class _InBatches(Schedule):
    """A schedule of optimizer steps as one of batches, of which several make a step."""

    schedule: Schedule
    batches_per_step: int

    def next_step(self, step):
        following = self.schedule.next_step(step // self.batches_per_step)
        return None if following is None else following * self.batches_per_step

    def is_due_at_epoch_end(self, epoch):
        return self.schedule.is_due_at_epoch_end(epoch)


@dataclasses.dataclass(frozen=True)
class RunLength:
    """How far a fit goes, in batches and in optimizer steps.

    Args:
        start_step: Optimizer steps done when it begins.
        num_batches: Batches that lie ahead.
        batches_per_epoch: Batches of an epoch.
        batches_per_step: More than 1 with gradient accumulation, over the ends of epochs too. Defaults to 1.
        steps_per_execution: The model's `steps_per_execution`. Defaults to 1.
        initial_epoch: Number of its first epoch. Defaults to 0.
        num_pending: Batches since the last optimizer step when it begins. Defaults to 0.

    Example:
        >>> from keras_phases import Epochs, Every
        >>> RunLength(6, num_batches=12, batches_per_epoch=6).due_steps(Every(5))
        [10, 15, 18]
        >>> RunLength(0, num_batches=15, batches_per_epoch=5, batches_per_step=2).due_steps(Epochs())
        [0, 2, 5, 7]
    """

    start_step: int
    num_batches: int
    batches_per_epoch: int
    batches_per_step: int = 1
    steps_per_execution: int = 1
    initial_epoch: int = 0
    num_pending: int = 0

    @property
    def last_step(self) -> int:
        """Optimizer steps done when the fit ends."""
        return self.start_step + (self.num_pending + self.num_batches) // self.batches_per_step

    def due_steps(self, schedule) -> list[int]:
        """The steps of this fit that a `Schedule` asks for, its first and its last one included where it does."""
        start = self.start_step * self.batches_per_step + self.num_pending
        batches = _InBatches(schedule, self.batches_per_step).steps(
            start + self.num_batches,
            self.batches_per_epoch,
            steps_per_execution=self.steps_per_execution,
            start_step=start,
            initial_epoch=self.initial_epoch,
        )
        first = [self.start_step] if schedule.is_due(None, self.start_step) else []
        return sorted({*first, *(batch // self.batches_per_step for batch in batches)})


def find_run_length(model, params, *, start_step, initial_epoch):
    """The `RunLength` of a fit from its callbacks' `params`; None where the length of an epoch is not known."""
    batches_per_epoch, epochs = params.get("steps"), params.get("epochs")
    if not batches_per_epoch or not epochs:
        return None
    return RunLength(
        start_step,
        num_batches=batches_per_epoch * max(epochs - initial_epoch, 0),
        batches_per_epoch=batches_per_epoch,
        batches_per_step=_batches_per_step(model),
        steps_per_execution=getattr(model, "steps_per_execution", 1) or 1,
        initial_epoch=initial_epoch,
        num_pending=read_pending_batches(model),
    )


def _batches_per_step(model):
    return getattr(innermost_optimizer(model), "gradient_accumulation_steps", None) or 1


class StepCounter:
    """Counts optimizer steps from batches, and lets the optimizer correct the count.

    Reading the optimizer waits for the device, so that it is read only when `correct` is called. A custom `train_step`
    that never advances the model's optimizer is counted in batches. Loss scaling skips steps whose gradients overflow:
    those are batches and no steps, so that its optimizer is believed even where it never advanced.

    Args:
        model: The model that trains.
    """

    def __init__(self, model):
        self._model, self._batches_per_step = model, _batches_per_step(model)
        self._skips = hasattr(getattr(model, "optimizer", None), "inner_optimizer")
        self._seen = self._batches = self._read()

    @property
    def step(self):
        """Optimizer steps done."""
        return self.after(0)

    def after(self, num_batches):
        """The step that so many batches more lead to."""
        return (self._batches + num_batches) // self._batches_per_step

    def add(self, num_batches):
        """Takes in batches and returns the step before them."""
        previous = self.step
        self._batches += num_batches
        return previous

    def correct(self):
        """Sets the count to the optimizer's own where that has advanced.

        The last execution of an epoch is shorter; a `train_step`, or another fit within this one, may take more steps.
        """
        seen = self._read()
        if self._skips or self._seen < seen:
            self._batches = self._seen = seen

    def _read(self):
        """Batches, of which several make a step with gradient accumulation."""
        return read_iterations(self._model) * self._batches_per_step + read_pending_batches(self._model)
