"""Callbacks that leave a trace, each on a small model; run as a script, all on the backend of KERAS_BACKEND."""

import json

import keras
import numpy as np
from keras import layers

from keras_phases.callbacks.check import compare_runs


class Harmless(keras.callbacks.Callback):
    """Reads what it likes and writes nothing."""

    def on_train_batch_end(self, batch, logs=None):
        self.model.get_weights()


class ChangesAWeight(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if batch == 3:
            kernel = self.model.get_layer("classes").kernel
            kernel.assign(kernel + 1e-6)


class DrawsFromASeedGenerator(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if batch == 3:
            self.model.get_layer("dropout").seed_generator.next()


class MovesBatchNormStatistics(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if batch == 3:
            mean = self.model.get_layer("norm").moving_mean
            mean.assign(mean * 1.01)


class DrawsFromNumPy(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        np.random.rand()


class DrawsFromKeras(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        keras.random.normal((2,))


class ChangesTheOptimizer(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.model.optimizer.learning_rate = 0.0101


class Subclassed(keras.Model):
    def __init__(self):
        super().__init__(name="small")
        self.flat = layers.Flatten()
        self.dense = layers.Dense(8, activation="relu")
        self.norm = layers.BatchNormalization(name="norm")
        self.drop = layers.Dropout(0.2, seed=5, name="dropout")
        self.classes = layers.Dense(3, name="classes")

    def call(self, x, training=False):
        x = self.norm(self.dense(self.flat(x)), training=training)
        return self.classes(self.drop(x, training=training))


def build_model(kind="sequential", **settings):
    keras.utils.set_random_seed(3)
    if kind == "subclassed":
        model = Subclassed()
        model(np.zeros((1, 4, 4, 1), np.float32))
    else:
        inputs = keras.Input((4, 4, 1))
        stack = [
            layers.Flatten(),
            layers.Dense(8, activation="relu"),
            layers.BatchNormalization(name="norm"),
            layers.Dropout(0.2, seed=5, name="dropout"),
            layers.Dense(3, name="classes"),
        ]
        if kind == "functional":
            x = inputs
            for layer in stack:
                x = layer(x)
            model = keras.Model(inputs, x, name="small")
        else:
            model = keras.Sequential([inputs, *stack], name="small")
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(0.01), loss, metrics=["accuracy"], **settings)
    return model


def draw_data():
    rng = np.random.default_rng(0)
    return rng.normal(size=(64, 4, 4, 1)).astype("float32"), rng.integers(0, 3, 64)


def state_of(model):
    return [np.array(keras.ops.convert_to_numpy(variable.value)).tolist() for variable in model.variables]


CASES = {
    "sequential": (Harmless, "sequential"),
    "functional": (Harmless, "functional"),
    "subclassed": (Harmless, "subclassed"),
    "weight": (ChangesAWeight, "sequential"),
    "weight of a subclassed model": (ChangesAWeight, "subclassed"),
    "seed generator": (DrawsFromASeedGenerator, "sequential"),
    "batch norm": (MovesBatchNormStatistics, "functional"),
    "numpy": (DrawsFromNumPy, "sequential"),
    "keras": (DrawsFromKeras, "sequential"),
    "optimizer": (ChangesTheOptimizer, "sequential"),
}


def run_case(name):
    """What the report names: of the run with the callback, of the control, and whether the model is as it was."""
    harm, kind = CASES[name]
    model, (x, y) = build_model(kind), draw_data()
    before, drawn = state_of(model), np.random.get_state()[1].tolist()
    # The harm comes with the last of the batches, so that it is named where it is and not where it leads.
    rows, control, num_batches = compare_runs(model, x, y, harm(), steps=4, fit_arguments={"batch_size": 8})
    return {
        "with": {row.what: row.differing for row in rows if not row.identical},
        "control": [row.what for row in control if not row.identical],
        "num_batches": num_batches,
        "as it was": state_of(model) == before and np.random.get_state()[1].tolist() == drawn,
    }


if __name__ == "__main__":
    print(json.dumps({name: run_case(name) for name in CASES}))
