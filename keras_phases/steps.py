"""Optimizer steps done, counted cheaply."""

import keras


class StepCounter:
    """Counts optimizer steps from batches, and lets the optimizer correct the count.

    Reading the optimizer waits for the device, so that it is read only when `correct` is called, and after every batch
    with gradient accumulation, where batches are no steps. A custom `train_step` that never advances the model's
    optimizer is counted in batches.

    Args:
        optimizer: The model's optimizer, or None.
    """

    def __init__(self, optimizer):
        self._optimizer = optimizer
        self._accumulates = bool(getattr(optimizer, "gradient_accumulation_steps", None))
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
        if self._seen < seen <= self.step:
            self.step = self._seen = seen

    def _read(self):
        iterations = getattr(self._optimizer, "iterations", None)
        return 0 if iterations is None else int(keras.ops.convert_to_numpy(iterations))
