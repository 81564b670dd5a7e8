"""Fits of a VGG-8 whose batches are timed, with a probe that measures nothing at them and without: idle.py, gpu.py."""

import tempfile
import time
import warnings

import harness
import keras
import numpy as np

from keras_phases import At, PhaseProbe, PhaseWarning, models

NEVER = 10**9
WARM_UP = 10
"""Batches before the clock starts."""
DRAWN = 4_096
"""Most rows that are drawn; longer fits repeat them."""


class Stopwatch(keras.callbacks.Callback):
    """Seconds from the beginning of batch `first` to the end of the epoch; listed before the probe.

    A hook at the end of batches would have Keras wait for each of them.
    """

    def __init__(self, first):
        super().__init__()
        self._first = first

    def on_train_batch_begin(self, batch, logs=None):
        if batch == self._first:
            # Read to the host: what the batches before gave may still be being computed.
            keras.ops.convert_to_numpy(self.model.optimizer.iterations)
            self._start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.seconds = time.perf_counter() - self._start


class Waits(keras.callbacks.Callback):
    """Has Keras wait for the end of each batch."""

    def on_train_batch_end(self, batch, logs=None):
        pass


def contenders(*, width, num_batches, batch_size, seed):
    """Functions by name that give the seconds of so many batches of one `fit`.

    They are `without` a probe, `with` one, without one `again`, and `waiting`: with a callback that has Keras wait for
    the end of each batch.
    """
    num_rows = (WARM_UP + num_batches) * batch_size
    (x, y), _ = harness.load_images("random", None, num_rows=(min(num_rows, DRAWN), 2), seed=seed)
    x, y = (np.resize(rows, (num_rows, *rows.shape[1:])) for rows in (x, y))

    def run(*callbacks):
        keras.utils.set_random_seed(seed)
        model = models.vgg8(x.shape[1:], num_classes=10, width=width)
        model.compile(keras.optimizers.SGD(0.01), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        stopwatch = Stopwatch(WARM_UP)
        model.fit(x, y, batch_size, 1, verbose=0, callbacks=[stopwatch, *callbacks])
        return harness.Measured(stopwatch.seconds)

    def with_probe():
        with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
            warnings.simplefilter("ignore", PhaseWarning)
            options = {"max_examples": 256, "max_heldout": 64, "probe_batch_size": 32, "on_error": "raise"}
            return run(PhaseProbe(log_dir=folder, schedule=At([NEVER]), layers="block5_relu", **options))

    return {"without": run, "with": with_probe, "again": run, "waiting": lambda: run(Waits())}
