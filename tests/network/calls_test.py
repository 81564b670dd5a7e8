"""Calls of a forward pass: what is seen, what cannot leave its trace, and that nothing stays behind."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from keras_phases.network.calls import operations_of, record_calls, watching
from keras_phases.network.taps import find_taps, resolve_taps

X = np.random.default_rng(0).normal(size=(4, 6)).astype("float32")


class Gate(keras.Model):
    """Runs a layer within a condition, whose tensors do not leave it."""

    def __init__(self):
        super().__init__(name="gate")
        self.inner, self.outer = layers.Dense(6, name="inner"), layers.Dense(3, name="outer")

    def call(self, x):
        return self.outer(ops.cond(ops.mean(x) > 0, lambda: self.inner(x), lambda: x))


def test_calls_are_told_in_order_with_those_they_ran_within():
    base = keras.Sequential([keras.Input((6,)), layers.Dense(5, name="first")], name="base")
    shared = layers.ReLU(name="shared")
    model = keras.Sequential([keras.Input((6,)), base, shared, layers.Dense(2, name="last"), shared], name="model")
    calls = record_calls(model, X)
    assert [(call.path, call.use, call.parent) for call in calls] == [
        ("model", 0, -1),
        ("base", 0, 0),
        ("base/first", 0, 1),
        ("shared", 0, 0),
        ("last", 0, 0),
        ("shared", 1, 0),
    ]
    assert calls[2].outputs == (((4, 5), "float32"),)


@pytest.mark.filterwarnings("ignore:`build..` was called on layer 'gate'")  # Keras's own
@pytest.mark.skipif(keras.backend.backend() == "torch", reason="PyTorch has no traces")
def test_what_runs_within_a_condition_is_no_tap():
    model = Gate()
    model(X)
    assert [tap.name for tap in find_taps(model, X)] == ["outer"]
    with pytest.raises(ValueError, match=r"Layer 'inner' of model 'gate' gives no tensor of numbers"):
        resolve_taps(model, "inner", X)


def test_layers_are_as_they_were_after_a_failure():
    model = keras.Sequential([keras.Input((6,)), layers.Dense(5), layers.Dense(2)])

    def fail(*_, **__):
        raise KeyError("stop")

    with pytest.raises(KeyError), watching(operations_of(model), fail):
        model.layers[0].call(X)
    assert not any("call" in operation.__dict__ for operation in operations_of(model))
