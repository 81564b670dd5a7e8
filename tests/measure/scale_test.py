"""Features and inputs of any size: the numbers of usual ones, or a flag that says what float32 does not hold."""

import dataclasses

import keras
import numpy as np
import pytest
from builders.models import build_image_model
from builders.rows import draw_probe_rows
from builders.steps import BATCH_SIZE, build_instrument
from builders.tolerance import assert_close
from keras import layers

from keras_phases.data.probe_examples import Draws, draw_rows
from keras_phases.decoders.target import Target, measure_baseline
from keras_phases.warning import PhaseWarning

SAME = ("explained_variance", "probe_loss", "probe_accuracy", "degrees_of_freedom")
WITH_DECODERS = pytest.mark.parametrize("decoder", ["linear", "patch", "dual"])


def build_scaled_model(scale):
    """A tap whose features are those of another one times `scale`, channel by channel."""
    keras.utils.set_random_seed(0)
    inputs = keras.Input((8, 8, 1))
    x = layers.Conv2D(4, 3, strides=2, padding="same", name="conv")(inputs)
    x = layers.Rescaling(scale, name="scaled")(x)
    model = keras.Model(inputs, layers.Dense(3)(layers.Flatten()(x)))
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model


def measure(model, rows, layer="scaled", decoder="linear"):
    """`(metrics, flags)`; the dual decoder with fewer rows than features."""
    if decoder == "dual":
        fields = ("x_fit", "inputs_fit", "labels_fit")
        rows = dataclasses.replace(rows, **{name: getattr(rows, name)[:BATCH_SIZE] for name in fields})
        decoder = "linear"
    instrument = build_instrument(model, rows, layers=[layer], decoders=decoder, batch_size=BATCH_SIZE, seed=0)
    (row,) = instrument.measure(0, np.nan).rows
    return row.metrics, row.flags


def scaled(rows, factor):
    """The rows with other inputs; of the model they are multiplied back."""
    x = {name: (getattr(rows, name) * factor).astype(np.float32) for name in ("x_fit", "x_heldout")}
    return dataclasses.replace(rows, **x, inputs_fit=rows.x_fit, inputs_heldout=rows.x_heldout)


@pytest.mark.first_case
@WITH_DECODERS
@pytest.mark.parametrize("power", [-100, -70, -60, 56, 60, 70, 100])
def test_tiny_features_and_huge_ones_measure_as_usual_ones(decoder, power):
    """Exactly 2^power times: between 1e-30 and 1e30."""
    rows = draw_probe_rows()
    usual, _ = measure(build_scaled_model(1.0), rows, decoder=decoder)
    found, flags = measure(build_scaled_model(2.0**power), rows, decoder=decoder)
    for name in (*SAME, "reconstruction_loss"):
        assert_close(found[name], usual[name], 1e-4)
    assert found["probe_accuracy"] > 0.8 and not flags & {"failed", "nonfinite_features", "out_of_range"}
    assert ("float64_sums" in flags) == (decoder != "dual")


@pytest.mark.parametrize("power", [-20, 20])
def test_tiny_features_within_float32_stay_in_it(power):
    rows, model = draw_probe_rows(), build_image_model()
    usual, flags = measure(model, rows, "hidden")
    # The ReLU of a power of two times its input is that power times its output, exactly.
    layer = model.get_layer("hidden")
    layer.set_weights([weights * np.float32(2.0**power) for weights in layer.get_weights()])
    found, others = measure(model, rows, "hidden")
    names = [name for name in usual if name != "probe_seconds" and not name.startswith("model_")]
    for name in names:
        assert_close(found[name], usual[name], 1e-5)
    assert flags == others and "float64_sums" not in flags


MIXTURES = {
    "tiny and usual": [1e-25, 1e-25, 1.0, 1.0],
    "huge and usual": [1e25, 1e25, 1.0, 1.0],
    "tiny and huge": [1e-25, 1e-10, 1.0, 1e25],
}


@pytest.mark.first_case
@pytest.mark.parametrize("mixture", MIXTURES)
def test_tiny_features_beside_huge_ones_are_known_to_the_probe(mixture):
    rows = draw_probe_rows()
    usual, _ = measure(build_scaled_model(1.0), rows)
    found, flags = measure(build_scaled_model(np.array(MIXTURES[mixture], "float32")), rows)
    assert_close(found["probe_loss"], usual["probe_loss"], 2e-3)
    # The ridge is in units of the mean variance, beside which the small ones are nothing: that is said.
    assert "rank_deficient" in flags and not flags & {"failed", "nonfinite_features"}


def test_tiny_features_about_a_huge_constant_are_measured():
    rows, model = draw_probe_rows(), build_scaled_model(1.0)
    usual, _ = measure(model, rows, "conv")
    kernel, _ = model.get_layer("conv").get_weights()
    model.get_layer("conv").set_weights([kernel, np.full(4, 2.0**11)])
    found, flags = measure(model, rows, "conv")
    assert_close(found["probe_accuracy"], usual["probe_accuracy"], 0.05)
    assert_close(found["explained_variance"], usual["explained_variance"], 0.02)
    assert not flags & {"failed", "nonfinite_features"}


@pytest.mark.first_case
@WITH_DECODERS
@pytest.mark.parametrize("power", [-60, 60])
def test_huge_inputs_and_tiny_ones_have_the_loss_in_their_units(decoder, power):
    rows, model = draw_probe_rows(), build_image_model()
    usual, _ = measure(model, rows, "conv", decoder)
    found, flags = measure(model, scaled(rows, 2.0**power), "conv", decoder)
    assert_close(found["reconstruction_loss"], usual["reconstruction_loss"] * 4.0**power, 1e-4)
    assert_close(found["mean_image_loss"], usual["mean_image_loss"] * 4.0**power, 1e-6)
    assert_close(found["explained_variance"], usual["explained_variance"], 1e-4)
    assert found["probe_loss"] == usual["probe_loss"] and "out_of_range" not in flags


@pytest.mark.first_case
@WITH_DECODERS
@pytest.mark.parametrize("power", [-100, 100])
def test_huge_inputs_whose_loss_float32_does_not_hold_are_marked(decoder, power):
    rows, model = draw_probe_rows(), build_image_model()
    usual, _ = measure(model, rows, "conv", decoder)
    found, flags = measure(model, scaled(rows, 2.0**power), "conv", decoder)
    assert "out_of_range" in flags and not flags & {"failed", "nonfinite_features"}
    assert_close(found["explained_variance"], usual["explained_variance"], 1e-4)
    assert found["probe_loss"] == usual["probe_loss"]
    assert not [name for name in found if name.startswith(("reconstruction_", "mean_image", "pca"))]


@pytest.mark.first_case
@pytest.mark.parametrize("size", [1e17, 1e25], ids=["held", "not held"])
@pytest.mark.parametrize("place", ["x_fit", "x_heldout"])
def test_huge_inputs_of_one_row_are_no_nan(place, size):
    rows, model = draw_probe_rows(), build_image_model()
    x = getattr(rows, place).copy()
    x[70] *= size
    inputs = {"inputs_fit": rows.x_fit, "inputs_heldout": rows.x_heldout}
    found, flags = measure(model, dataclasses.replace(rows, **{place: x}, **inputs), "conv")
    assert not flags & {"failed", "nonfinite_features", "nonfinite_outputs"}
    assert ("out_of_range" in flags) == (size == 1e25)
    assert ("reconstruction_loss" in found) == (size == 1e17)


def draw(x, **options):
    labels = np.arange(64) % 3
    draws = Draws(max_examples=60, max_heldout=8, batch_size=4, seed=0)
    return draw_rows(x, labels, None, None, draws=draws, **options)[0]


@pytest.mark.parametrize("container", ["array", "dict"])
def test_huge_inputs_beyond_float32_are_left_out(container):
    x = np.random.default_rng(0).normal(size=(64, 8, 8, 1))
    x[5] *= 1e39
    x[6, 0, 0, 0] = -1e300
    with pytest.warns(PhaseWarning, match="2 of .* probe rows hold NaN or infinite inputs, as float32"):
        rows = draw(x if container == "array" else {"image": x})
    for found in (rows.x_fit, rows.x_heldout):
        assert np.isfinite(found.astype(np.float32)).all()


def test_huge_inputs_of_float16_are_left_out():
    x = np.random.default_rng(0).normal(size=(64, 8, 8, 1)).astype("float32")
    x[5] *= 1e6
    before = keras.config.floatx()
    keras.config.set_floatx("float16")
    try:
        with pytest.warns(PhaseWarning, match="1 of .* as float16"):
            draw(x)
    finally:
        keras.config.set_floatx(before)


def test_huge_inputs_never_end_in_a_failed_decomposition():
    x = np.zeros((8, 4), np.float32)
    x[3, 1] = np.inf
    with pytest.raises(ValueError, match="What is reconstructed holds values that are NaN or infinite in float32"):
        measure_baseline(Target((4,)), np.zeros((8, 4), np.float32), x)
