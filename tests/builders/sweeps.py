"""Checkpoints to be swept, and what a record of them says bit for bit."""

import keras
import numpy as np
from keras import layers

from builders.models import PLAIN
from keras_phases import PhaseHistory, ProbeSettings, replay
from keras_phases.record import schema

SECONDS = schema.METRICS.index("probe_seconds")


def write_sweep(folder, taps, num_steps, activation="tanh"):
    """Rows, and checkpoints of layers and a head, one a step; the last layer of the last one is poisoned."""
    keras.utils.set_random_seed(3)
    inputs = x = keras.Input((4, 4, 1))
    for layer in (layers.Flatten(), *(layers.Dense(4, activation, name=name) for name in taps)):
        x = layer(x)
    # What the model gives stays finite, so that one layer is poisoned and no other.
    model = keras.Model(inputs, layers.Dense(3)(keras.ops.nan_to_num(x)))
    model.compile(keras.optimizers.SGD(0.05), keras.losses.SparseCategoricalCrossentropy(from_logits=True), **PLAIN)
    y = np.tile([0, 1, 2], 32)
    x = (np.random.default_rng(0).normal(size=(96, 4, 4, 1)) + y[:, None, None, None]).astype("float32")
    (folder / "checkpoints").mkdir(parents=True)
    np.savez(folder / "rows.npz", x_train=x[:72], y_train=y[:72], x_test=x[72:], y_test=y[72:])
    for step in range(num_steps):
        if step == num_steps - 1:
            last = model.get_layer(taps[-1])
            kernel, bias = last.get_weights()
            last.set_weights([np.full_like(kernel, np.nan), bias])
        model.save(folder / "checkpoints" / f"step-{step}.keras")
        model.train_on_batch(x[:72], y[:72])


def rows_of(folder):
    with np.load(folder / "rows.npz") as rows:
        return (rows["x_train"], rows["y_train"]), (rows["x_test"], rows["y_test"])


def play(folder, log_dir, engine=None, *, checkpoints=None, **options):
    """`replay` of what `write_sweep` wrote."""
    given = {"probe": ProbeSettings(**options), "engine": engine, "log_dir": log_dir, "verbose": 0}
    return replay(checkpoints or folder / "checkpoints", None, rows_of(folder), **given)


def bits_of(log_dir):
    """All that a record says but for its seconds: layout, bytes of values and images."""
    history = PhaseHistory.load(log_dir)
    values = [(step, np.delete(values, SECONDS, axis=1).tobytes()) for step, values in history.records]
    return history.layout, values, history.images.records
