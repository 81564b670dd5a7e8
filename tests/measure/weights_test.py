"""Weights that are NaN or infinite: seen where features and outputs look sound, and no phase is told from there on."""

import keras
import numpy as np
import pytest
from builders.rows import draw_probe_rows
from builders.scripted import STEPS_PER_EPOCH, build_tiny_net, fit_tiny, make_probe
from builders.steps import build_exact_instrument
from keras import layers

from keras_phases import Every, PhaseHistory
from keras_phases.record import schema
from keras_phases.record.probe_step import ProbeRow, ProbeStep
from keras_phases.record.schema import Layout, Row
from keras_phases.record.stop_rule import find_stop

FLAG = "nonfinite_weights"


class State(layers.Layer):
    """Adds nothing; a mask of minus infinity, a running minimum and a count are its own."""

    def build(self, input_shape):
        options = {"shape": (2,), "trainable": False}
        self.mask = self.add_weight(initializer=keras.initializers.Constant(-np.inf), name="mask", **options)
        self.mean = self.add_weight(initializer="zeros", name="mean", **options)
        self.count = self.add_weight(initializer="zeros", name="count", dtype="int32", **options)

    def call(self, x):
        return x


@pytest.fixture(scope="module")
def instrument():
    keras.utils.set_random_seed(0)
    inputs = x = keras.Input((8, 8, 1))
    x = layers.Conv2D(4, 3, strides=2, padding="same", name="conv")(x)
    x = layers.BatchNormalization(name="norm")(x)
    x = State(name="state")(layers.Flatten(name="flat")(layers.ReLU(name="relu")(x)))
    x = layers.Dense(10, activation="relu", name="hidden")(x)
    # In bfloat16, which is none of NumPy's own types; behind all taps, and a ReLU makes 0 of NaN on TensorFlow.
    outputs = layers.Dense(3, activation="relu", dtype="bfloat16", name="scores")(x)
    model = keras.Model(inputs, outputs)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model, build_exact_instrument(model, draw_probe_rows(), ["relu", "hidden"])


PLACES = {
    "kernel": lambda model: model.get_layer("hidden").kernel,
    "behind all taps": lambda model: model.get_layer("scores").bias,
    "statistics": lambda model: model.get_layer("norm").moving_variance,
    "own state": lambda model: model.get_layer("state").mean,
}


def flagged(instrument):
    found = [FLAG in row.flags for row in instrument.measure(0, np.nan).rows]
    assert len(set(found)) == 1
    return found[0]


@pytest.mark.slow
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf], ids=str)
@pytest.mark.parametrize("place", PLACES)
def test_weights_nan_are_seen(instrument, place, bad):
    model, instrument = instrument
    variable = PLACES[place](model)
    before = np.array(keras.ops.convert_to_numpy(keras.ops.cast(variable, "float32")))
    spoilt = before.copy()
    spoilt.flat[-1] = bad
    variable.assign(spoilt)
    assert [weight.path for weight in instrument.weights.failed()] == [variable.path]
    if bad is np.nan:
        assert flagged(instrument)
    variable.assign(before)
    assert not instrument.weights.failed()


def test_weights_nan_does_not_mean_what_was_infinite_before_training(instrument):
    model, instrument = instrument
    mask = model.get_layer("state").mask
    assert not flagged(instrument)
    mask.assign([np.nan, 0.0])
    assert [weight.path for weight in instrument.weights.failed()] == [mask.path]
    mask.assign([-np.inf, -np.inf])


class Poison(keras.callbacks.Callback):
    """A weight of the last layer is NaN from one step on, and sound again from another on."""

    def __init__(self, start, end):
        super().__init__()
        self.start, self.end = start, end

    def on_train_batch_begin(self, batch, logs=None):
        bias = self.model.get_layer("logits").bias
        if batch == self.start:
            self.before = [np.array(value) for value in self.model.get_weights()]
            bias.assign([np.nan, 0, 0])
        elif batch == self.end:
            self.model.set_weights(self.before)


@pytest.mark.slow
def test_weights_nan_mark_all_later_steps_even_where_they_go_away(tmp_path):
    probe = make_probe(tmp_path, schedule=Every(1))
    _, said = fit_tiny(build_tiny_net(), Poison(3, 6), probe, epochs=1)
    history = PhaseHistory.load(tmp_path)
    flags = [FLAG in history.probe_step(step).row("first", "linear").flags for step in range(STEPS_PER_EPOCH + 1)]
    assert flags == [step > 3 for step in range(STEPS_PER_EPOCH + 1)]
    assert sum(FLAG in text and "no phase is told" in text for text in said) == 1
    report = history.phases("first")
    assert report.num_points == 4 and report.phases[-1].end_step == 3


def curve(losses, failed):
    layout = Layout((Row("block", "linear", "primal", 64, 64), Row("other", "linear", "primal", 64, 64)))
    history = PhaseHistory(layout)
    for place, loss in enumerate(losses):
        metrics = {"reconstruction_loss": loss, "mean_image_loss": 1.0}
        # Any row that says so speaks of the whole network.
        flags = frozenset({FLAG}) if place in failed else frozenset()
        rows = ProbeRow("block", "linear", metrics), ProbeRow("other", "linear", metrics, flags)
        history.add(ProbeStep(2**place - 1, 0.0, rows))
    return history


def test_weights_nan_end_the_phases_of_every_reader():
    losses = [0.6, 0.6, 0.6, 0.57, 0.52, 0.45, 0.40, 0.45, 0.52, 0.58, 0.62, 0.66, 0.7]
    whole, failed = curve(losses, ()), curve(losses, {7})
    assert whole.phases("block").has_increase and find_stop(whole, "block") is not None
    report = failed.phases("block")
    assert not report.has_increase and report.minimum_step == 63 and report.num_points == 7
    assert find_stop(failed, "block") is None and len(failed) == len(whole)
    assert curve(losses, {0}).phases("block").minimum_step is None
    assert curve(losses, ()).before_failure().steps.tolist() == whole.steps.tolist()


def test_records_without_flags_have_no_failure():
    layout = Layout((Row("block", "linear", "primal", 64, 64),), ("reconstruction_loss",))
    history = PhaseHistory(layout, [(0, np.array([[0.5]]))])
    assert history.before_failure() is history
    assert schema.FAILURE in schema.FLAGS
