"""Optimizer steps: those done, counted cheaply, and those that lie ahead."""

import dataclasses

from keras_phases.backend.variables import read_iterations


@dataclasses.dataclass(frozen=True)
class RunLength:
    """How far a fit goes, in batches and in optimizer steps.

    Args:
        start_step: Optimizer steps done when it begins.
        num_batches: Batches that lie ahead.
        batches_per_epoch: Batches of an epoch.
        batches_per_step: More than 1 with gradient accumulation. Defaults to 1.
        steps_per_execution: The model's `steps_per_execution`. Defaults to 1.
        initial_epoch: Number of its first epoch. Defaults to 0.

    Example:
        >>> from keras_phases import Every
        >>> RunLength(6, num_batches=12, batches_per_epoch=6).due_steps(Every(5))
        [10, 15, 18]
    """

    start_step: int
    num_batches: int
    batches_per_epoch: int
    batches_per_step: int = 1
    steps_per_execution: int = 1
    initial_epoch: int = 0

    @property
    def last_step(self) -> int:
        """Optimizer steps done when the fit ends."""
        return self.start_step + self.num_batches // self.batches_per_step

    def due_steps(self, schedule) -> list[int]:
        """The steps of this fit that a `Schedule` asks for, its last one included."""
        return schedule.steps(
            self.last_step,
            max(self.batches_per_epoch // self.batches_per_step, 1),
            steps_per_execution=self.steps_per_execution,
            start_step=self.start_step,
            initial_epoch=self.initial_epoch,
        )


def find_run_length(model, params, *, start_step, initial_epoch):
    """The `RunLength` of a fit from its callbacks' `params`; None where the length of an epoch is not known."""
    batches_per_epoch, epochs = params.get("steps"), params.get("epochs")
    if not batches_per_epoch or not epochs:
        return None
    return RunLength(
        start_step,
        num_batches=batches_per_epoch * max(epochs - initial_epoch, 0),
        batches_per_epoch=batches_per_epoch,
        batches_per_step=_batches_per_step(getattr(model, "optimizer", None)),
        steps_per_execution=getattr(model, "steps_per_execution", 1) or 1,
        initial_epoch=initial_epoch,
    )


def _batches_per_step(optimizer):
    # A LossScaleOptimizer leaves accumulation to the one that it wraps.
    optimizer = getattr(optimizer, "inner_optimizer", optimizer)
    return getattr(optimizer, "gradient_accumulation_steps", None) or 1


class StepCounter:
    """Counts optimizer steps from batches, and lets the optimizer correct the count.

    Reading the optimizer waits for the device, so that it is read only when `correct` is called, and after every batch
    with gradient accumulation, where batches are no steps. A custom `train_step` that never advances the model's
    optimizer is counted in batches. Loss scaling skips steps whose gradients overflow: those are batches and
    no steps, so that its optimizer is believed even where it never advanced.

    Args:
        model: The model that trains.
    """

    def __init__(self, model):
        self._model = model
        self._accumulates = _batches_per_step(getattr(model, "optimizer", None)) > 1
        self._skips = hasattr(getattr(model, "optimizer", None), "inner_optimizer")
        self._seen = self.step = self._read()

    def add(self, num_batches):
        """Takes in batches and returns the step before them."""
        previous = self.step
        self.step += 0 if self._accumulates else num_batches
        if self._accumulates:
            self.step = max(previous, self._read())
        return previous

    def correct(self):
        """Sets the count to the optimizer's own where that has advanced: the last execution of an epoch is shorter."""
        seen = self._read()
        if (self._skips or self._seen < seen) and seen <= self.step:
            self.step = self._seen = seen

    def _read(self):
        return read_iterations(self._model)
