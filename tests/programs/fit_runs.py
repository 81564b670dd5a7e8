"""A small fit with BackupAndRestore, checkpoints, and a probe that tells what it has finished, for kill_runs.py."""

import os

import keras
import numpy as np
from keras import layers

from keras_phases import Every, PhaseCheckpoint, PhaseProbe
from keras_phases.record.run_record import Record

NUM_EPOCHS, NUM_BATCHES, BATCH = 6, 8, 8


class Backup(keras.callbacks.BackupAndRestore):
    """Says what it restored, and ends the run where a kill had left no whole backup."""

    def __init__(self, folder, tell):
        super().__init__(str(folder))
        self._tell = tell

    def on_train_begin(self, logs=None):
        try:
            super().on_train_begin(logs)
        except Exception:
            self._end()
        step = int(self.model.optimizer.iterations.numpy())
        if step != NUM_BATCHES * (self.model._initial_epoch or 0):
            self._end()
        self._tell("restored", step)

    def _end(self):
        self._tell("torn")
        os._exit(0)


def fit(place, tell):
    """Trains to the end, from the backup in `place` where there is one."""
    opened, added = Record.open, Record.add

    def open_and_tell(record, step, **options):
        opened(record, step, **options)
        tell("open", step)

    def add_and_tell(record, found):
        added(record, found)
        tell("add", found.step)

    Record.open, Record.add = open_and_tell, add_and_tell
    rng = np.random.default_rng(0)
    x = rng.normal(size=(NUM_BATCHES * BATCH, 4, 4, 1)).astype("float32")
    y = rng.integers(0, 3, len(x))
    keras.utils.set_random_seed(3)
    stack = [layers.Flatten(), layers.Dense(8, activation="relu", name="hidden"), layers.Dense(3)]
    model = keras.Sequential([keras.Input((4, 4, 1)), *stack])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9), loss)
    options = {"layers": "hidden", "probe_batch_size": 8, "schedule": Every(3), "on_error": "raise"}
    probe = PhaseProbe(log_dir=place / "logs", **options)
    callbacks = [Backup(place / "backup", tell), probe, PhaseCheckpoint(probe, place / "best.weights.h5", max_kept=4)]
    model.fit(x, y, BATCH, NUM_EPOCHS, verbose=0, shuffle=False, callbacks=callbacks)
    tell("done")
