"""One training loop of a user's own that is measured: what it tells, in steps and values."""

import contextlib
import math

from keras_phases.backend.variables import copy_values, holding, same_values
from keras_phases.callbacks.progress import RunLength
from keras_phases.callbacks.run_session import RunSession


class LoopSession(RunSession):
    """A `RunSession` of a loop, which `PhaseRun` hands over to.

    Args:
        settings: `FitSettings`.
        model: The model that trains.
        arguments: What it is fed, as of a `fit`.
        start_step: Optimizer steps done.
        total_steps: Optimizer steps done when the loop ends; None where that is not known.
        **options: Of `RunSession`.
    """

    epoch = math.nan  # a loop tells of none

    def __init__(self, settings, model, arguments, *, start_step, total_steps, **options):
        self._step, self._total_steps, self._values = start_step, total_steps, None
        self._watched = model.trainable_variables[-1:]
        self._copy = copy_values(self._watched)
        super().__init__(settings, model, arguments, **options)

    @property
    def step(self):
        """Optimizer steps done, as the loop told."""
        return self._step

    def find_length(self):
        """The `RunLength`; None without `total_steps`, which a budget needs."""
        if self._total_steps is not None:
            num_steps = max(self._total_steps - self._step, 0)
            return RunLength(self._step, num_batches=num_steps, batches_per_epoch=max(num_steps, 1))
        if self.settings.budget is not None:
            raise ValueError(
                f"budget={self.settings.budget} needs to know how many steps the loop takes. Expected the steps done "
                "when it ends; pass probe.run(model, total_steps=...), or budget=None to PhaseProbe."
            )
        return None

    def reading(self):
        """On JAX the model's variables hold what the loop began with, and the newest values are those it was told."""
        return contextlib.nullcontext() if self._values is None else holding(self.model, *self._values)

    def tell(self, step, values):
        """Takes in the steps done, and on JAX the values of the weights, and measures when a step was due."""
        previous, self._step, self._values = self._step, step, values
        self._copy = copy_values(self._newest())
        self.arrive(previous)
        if self._last_step is not None and previous < self._last_step <= step:
            self.measure_now()
        self.tell_plan()

    def has_moved(self, values=None):
        """Whether weights are others than when the loop last told of a step: it has trained on since.

        One of them is looked at: training moves nearly all.
        """
        return not same_values(self._copy, self._newest(values))

    def _newest(self, values=None):
        values = values or self._values
        return self._watched if values is None else values[0][-1:]
