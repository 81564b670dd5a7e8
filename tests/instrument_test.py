import keras
import numpy as np
import pytest
from measure_test import BATCH_SIZE, NUM_FIT, NUM_HELDOUT, build, build_model, draw_probe_rows, labelled, without_labels
from tolerance import assert_close

from keras_phases.instrument import build_instrument
from keras_phases.warning import PhaseWarning


def model_loss(loss, y, outputs, **layers):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Flatten(), keras.layers.Dense(3, name="hidden")])
    model.compile("sgd", loss)
    return build(model, draw_probe_rows()).model_loss(y, outputs)


@pytest.mark.parametrize(
    "loss",
    ["sparse_categorical_crossentropy", keras.losses.SparseCategoricalCrossentropy()],
    ids=["name", "object"],
)
def test_the_models_own_loss_is_that_of_keras(loss):
    outputs = np.array([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]], np.float32)
    assert_close(model_loss(loss, np.array([0, 1]), outputs), -(np.log(0.5) + np.log(0.1)) / 2)
    assert_close(model_loss("mse", outputs + 1, outputs), 1.0, relative=1e-6)


@pytest.mark.parametrize("layers", ["auto", ["conv", "hidden"]], ids=str)
def test_taps_are_planned_in_the_order_of_the_model(layers):
    instrument = build_instrument(
        build_model(),
        draw_probe_rows(),
        layers=layers,
        decoders=("linear", "patch"),
        batch_norm="batch",
        batch_size=BATCH_SIZE,
        seed=0,
    )
    found = [(plan.tap.name, plan.decoder) for plan in instrument.plans]
    assert found == [("conv", "linear"), ("conv", "patch"), ("hidden", "linear")]
    assert set(instrument.baselines) == {plan.target for plan in instrument.plans}


def build_wide():
    inputs = keras.Input((8, 8, 1))
    x = keras.layers.Flatten(name="flat")(inputs)
    x = keras.layers.Dense(5000, kernel_initializer="zeros", name="wide")(x)
    return keras.Model(inputs, keras.layers.Dense(3, kernel_initializer="zeros", name="classes")(x))


def test_a_tap_too_wide_is_an_error_where_it_was_named_and_a_warning_where_it_was_not(monkeypatch):
    monkeypatch.setattr("keras_phases.plan.MAX_SOLVE", 200)
    with pytest.raises(ValueError, match="Tap 'wide' has 5000 features"):
        build(build_wide(), draw_probe_rows(), ["wide"])
    options = {"decoders": ("linear",), "batch_norm": "batch", "batch_size": BATCH_SIZE, "seed": 0}
    with pytest.raises(ValueError, match="Tap 'wide' has 5000 features"):
        build_instrument(build_wide(), draw_probe_rows(), layers="auto", **options)
    inputs = keras.Input((8, 8, 1))
    x = keras.layers.Dense(5000, kernel_initializer="zeros", name="wide")(keras.layers.Flatten()(inputs))
    x = keras.layers.Dense(10, name="narrow")(x)
    model = keras.Model(inputs, keras.layers.Dense(3, name="classes")(x))
    with pytest.warns(PhaseWarning, match="Tap 'wide' has 5000 features .* It is not measured"):
        instrument = build_instrument(model, draw_probe_rows(), layers="auto", **options)
    assert [plan.tap.name for plan in instrument.plans] == ["narrow"]


def test_the_forward_pass_is_timed_for_all_rows():
    seconds = build(build_model(), draw_probe_rows()).time_forward()
    num_batches = (NUM_FIT + NUM_HELDOUT) / BATCH_SIZE
    assert 0 < seconds < 60 * num_batches


def test_missing_labels_are_named():
    with pytest.warns(PhaseWarning, match="No linear probe: fit has no labels"):
        build(build_model(), without_labels(draw_probe_rows()))


@pytest.mark.parametrize(
    ("task", "expected"), [("classes", (3, False)), ("multilabel", (2, False)), ("regression", (2, True))]
)
def test_a_probe_of_any_kind_of_labels_is_planned_for_without_a_warning(task, expected):
    rows = draw_probe_rows() if task == "classes" else labelled(task, draw_probe_rows())
    sizes = build(build_model(), rows).sizes
    assert (sizes.num_outputs, sizes.is_regression) == expected


@pytest.mark.filterwarnings("ignore:No linear probe")
@pytest.mark.parametrize("classes", [None, (1,)], ids=str)
def test_no_probe_is_planned_for_where_there_is_none(classes):
    rows = draw_probe_rows(classes=classes) if classes else without_labels(draw_probe_rows())
    assert build(build_model(), rows).sizes.num_outputs == 0
