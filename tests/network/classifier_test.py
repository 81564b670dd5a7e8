"""The dense layer that ends a model is found by the forward pass, wherever it was made."""

import warnings

import keras
import numpy as np
import pytest
from builders.rows import draw_probe_rows
from builders.steps import build_instrument
from builders.values import values_of
from keras import layers, ops

from keras_phases.record.console import print_taps

pytestmark = pytest.mark.filterwarnings("ignore:`build..` was called on layer")  # Keras's own
IS_TORCH = keras.backend.backend() == "torch"
LAST = ("gradient_rows", "prototype_agreement")


class HeadFirst(keras.Model):
    """Its head is the first layer that it lists, and what it lists last is no head."""

    def __init__(self):
        super().__init__(name="headfirst")
        self.head, self.conv, self.mlp = layers.Dense(3, name="head"), layers.Conv2D(4, 3), layers.Dense(3, "relu")

    def call(self, x):
        return self.head(self.mlp(ops.mean(self.conv(x), (1, 2))))


class CallsByName(HeadFirst):
    def call(self, x):
        return self.head(inputs=self.mlp(ops.mean(self.conv(inputs=x), (1, 2))))


class TrainsAnother(HeadFirst):
    """Has a head for training alone, which the probe's pass does not call."""

    def __init__(self):
        super().__init__()
        self.other = layers.Dense(3)

    def call(self, x, training=False):
        hidden = self.mlp(ops.mean(self.conv(x), (1, 2)))
        return self.head(hidden) + (0 * self.other(hidden) if training else 0)


class Cell(layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense, self.state_size = layers.Dense(3, name="within"), 3

    def call(self, x, states):
        return (state := ops.tanh(self.dense(x) + states[0])), [state]


def recurrent():
    """A dense layer within a loop, listed behind the head that it feeds."""
    inputs = keras.Input((8, 8, 1))
    head = layers.Dense(3, name="head")
    x = layers.RNN(Cell())(layers.Reshape((8, 8))(layers.Conv2D(1, 1)(inputs)))
    return keras.Model(inputs, head(x))


def auxiliary():
    inputs = keras.Input((8, 8, 1))
    x = layers.GlobalAveragePooling2D()(layers.Conv2D(4, 3)(inputs))
    other = layers.Dense(3, name="auxiliary")
    return keras.Model(inputs, [layers.Dense(3, name="head")(x), other(layers.Dense(5)(x))])


def tied():
    """One dense layer that is called twice: the second use ends the model."""
    inputs = keras.Input((8, 8, 1))
    head = layers.Dense(3, name="head")
    x = layers.Dense(3)(layers.GlobalAveragePooling2D()(layers.Conv2D(4, 3)(inputs)))
    return keras.Model(inputs, head(ops.relu(head(x))))


def plain(*, activation=None, end=()):
    stack = [keras.Input((8, 8, 1)), layers.Conv2D(4, 3), layers.GlobalAveragePooling2D()]
    return keras.Sequential([*stack, layers.Dense(3, activation=activation, name="head"), *end])


def int8():
    model = plain()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # Keras says which layers it leaves as they are
        model.quantize("int8")
    return model


def within_a_condition():
    inputs = keras.Input((8, 8, 1))

    class Maybe(layers.Layer):
        def __init__(self):
            super().__init__()
            self.inner = layers.Dense(3, name="inner")
            self.inner.build((None, 4))
            self.built = True

        def call(self, x):
            return ops.cond(ops.mean(x) > -1e9, lambda: self.inner(x), lambda: ops.zeros((ops.shape(x)[0], 3)))

    x = layers.GlobalAveragePooling2D()(layers.Conv2D(4, 3)(inputs))
    return keras.Model(inputs, Maybe()(x))


def instrument_of(model, **options):
    rows = draw_probe_rows()
    model(rows.x_fit[:2])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("sgd", [loss, None] if len(getattr(model, "outputs", None) or [None]) > 1 else loss)
    options = {"quantities": "majority", "layers": "conv*", "batch_norm": "inference"} | options
    return build_instrument(model, rows, batch_size=32, **options)


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [HeadFirst, CallsByName, TrainsAnother, recurrent, auxiliary, tied, plain],
    ids=["head_not_last", "by name", "a head for training", "within a loop", "auxiliary", "tied", "last"],
)
def test_the_head_is_found(make):
    keras.utils.set_random_seed(0)
    model = make()
    instrument = instrument_of(model)
    assert instrument.quantities.last_tap.operation is model.get_layer("head")
    assert instrument.quantities.last_tap.use == (make is tied) and not instrument.quantities.missing
    (values,) = values_of(instrument)
    found = dict(zip(instrument.metrics, values, strict=True))
    assert all(np.isfinite(found[name]) for name in LAST)


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        int8,
        lambda: plain(end=[layers.LayerNormalization()]),
        pytest.param(within_a_condition, marks=pytest.mark.skipif(IS_TORCH, reason="PyTorch has no traces")),
    ],
    ids=["int8", "normalised scores", "within a condition"],
)
def test_without_a_head_what_needs_one_is_left_out_with_a_line(make, capsys):
    keras.utils.set_random_seed(0)
    instrument = instrument_of(make())
    assert instrument.quantities.last_tap is None and not set(LAST) & set(instrument.metrics)
    (values,) = values_of(instrument)
    assert np.isfinite(values[instrument.metrics.index("fitted_share")])
    print_taps(instrument, 1, "logs")
    assert (
        "no dense layer gives the model's scores, so without gradient_rows, prototype_agreement"
        in capsys.readouterr().out
    )
