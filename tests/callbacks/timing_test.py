"""How long a training step takes."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from keras_phases.callbacks import timing
from keras_phases.callbacks.timing import time_training_step


def build_model(*more):
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [
            keras.Input((4, 4, 1)),
            layers.RandomFlip(seed=1),
            layers.Conv2D(3, 3, activation="relu"),
            layers.BatchNormalization(momentum=0.5),
            layers.Dropout(0.5, seed=2),
            layers.Flatten(),
            *more,
            layers.Dense(2),
        ]
    )
    model.compile("adam", "mse")
    return model


X = np.random.default_rng(0).normal(size=(8, 4, 4, 1)).astype("float32")


class TickingClock:
    """Gives the next of some times at each call; where they end it fails."""

    def __init__(self, *times):
        self.times = list(times)

    def __call__(self):
        return self.times.pop(0)


@pytest.mark.parametrize("eager", [False, True], ids=["compiled", "eager"])
def test_a_training_step_is_timed_without_a_trace(eager):
    model = build_model()
    model.run_eagerly = eager
    before = [(variable.path, keras.ops.convert_to_numpy(variable)) for variable in model.variables]
    assert any("seed" in path for path, _ in before)
    # Five calls of 3, 1, 2, 9 and 2 seconds, whose median is 2.
    seconds = time_training_step(model, X, clock=TickingClock(0, 3, 3, 4, 4, 6, 6, 15, 15, 17))
    assert seconds == 2
    for (path, value), variable in zip(before, model.variables, strict=True):
        np.testing.assert_array_equal(value, keras.ops.convert_to_numpy(variable), err_msg=path)


def test_all_of_a_training_step_is_computed():
    """Nothing of what is timed may be left out as unused."""
    model = build_model()
    step = timing._STEPS[keras.backend.backend()](model)
    found = [keras.ops.convert_to_numpy(tensor) for tensor in keras.tree.flatten(step(ops.convert_to_tensor(X)))]
    shapes = [tuple(variable.shape) for variable in model.trainable_variables]
    gradients = [array for array in found if array.shape in shapes and array.ndim > 1]
    assert found[0].shape == () and found[0] > 0
    assert len(gradients) == 2 and all(np.any(gradient) for gradient in gradients)


def test_without_a_backward_pass_it_is_three_forward_passes():
    class Stubborn(layers.Layer):
        def call(self, x, training=False):
            if training:
                raise RuntimeError("not in this way")
            return x

    assert time_training_step(build_model(Stubborn()), X, clock=TickingClock(*range(10))) == 3
