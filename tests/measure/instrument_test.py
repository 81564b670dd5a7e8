import warnings

import keras
import numpy as np
import pytest
import tensorflow as tf
from builders.models import build_image_model
from builders.rows import NUM_FIT, NUM_HELDOUT, draw_probe_rows, labelled, without_labels
from builders.steps import BATCH_SIZE, COLUMNS, build_exact_instrument, build_instrument
from builders.tolerance import assert_close
from builders.values import values_of

from keras_phases.measure import measurement as measure_module
from keras_phases.network.features import FeatureExtractor
from keras_phases.record import schema
from keras_phases.warning import PhaseWarning


def model_loss(loss, y, outputs, **layers):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Flatten(), keras.layers.Dense(3, name="hidden")])
    model.compile("sgd", loss)
    return build_exact_instrument(model, draw_probe_rows()).model_columns.reading.model_loss(y, outputs)


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
        build_image_model(),
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
    monkeypatch.setattr("keras_phases.decoders.linear.MAX_SOLVE", 200)
    with pytest.raises(ValueError, match="Tap 'wide' has 5000 features"):
        build_exact_instrument(build_wide(), draw_probe_rows(), ["wide"])
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


def test_missing_labels_are_named():
    with pytest.warns(PhaseWarning, match="No linear probe: fit has no labels"):
        build_exact_instrument(build_image_model(), without_labels(draw_probe_rows()))


@pytest.mark.parametrize(
    ("task", "expected"), [("classes", (3, False)), ("multilabel", (2, False)), ("regression", (2, True))]
)
def test_a_probe_of_any_kind_of_labels_is_planned_for_without_a_warning(task, expected):
    rows = draw_probe_rows() if task == "classes" else labelled(task, draw_probe_rows())
    sizes = build_exact_instrument(build_image_model(), rows).sizes
    assert (sizes.num_outputs, sizes.is_regression) == expected


@pytest.mark.filterwarnings("ignore:No linear probe")
@pytest.mark.parametrize("classes", [None, (1,)], ids=str)
def test_no_probe_is_planned_for_where_there_is_none(classes):
    rows = draw_probe_rows(classes=classes) if classes else without_labels(draw_probe_rows())
    assert build_exact_instrument(build_image_model(), rows).sizes.num_outputs == 0


OUT_OF_MEMORY = {
    "numpy": MemoryError("Unable to allocate 9 TiB"),
    "tensorflow": tf.errors.ResourceExhaustedError(None, None, "OOM when allocating tensor"),
    "jax": RuntimeError("RESOURCE_EXHAUSTED: Out of memory allocating 9 bytes."),
    "torch on a GPU": type("OutOfMemoryError", (RuntimeError,), {})("CUDA"),
    "torch on the host": RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes."),
}


def build_two(monkeypatch, error, *, fails):
    """An instrument of two taps whose memory runs out as `fails(extractor)` says."""
    instrument = build_exact_instrument(build_image_model(), draw_probe_rows(), ["conv", "hidden"])
    expected, call, batch_sizes = values_of(instrument), FeatureExtractor.__call__, set()

    def call_or_fail(extractor, x):
        batch_sizes.add(len(x))
        if fails(extractor):
            raise error
        return call(extractor, x)

    monkeypatch.setattr(FeatureExtractor, "__call__", call_or_fail)
    return instrument, expected, batch_sizes


def without_seconds(values):
    return np.delete(values, schema.METRICS.index("probe_seconds"), axis=1)


@pytest.mark.first_case
@pytest.mark.parametrize("error", OUT_OF_MEMORY.values(), ids=OUT_OF_MEMORY)
def test_out_of_memory_is_met_by_a_pass_for_each_layer_of_one_probe_batch_at_a_time(monkeypatch, error):
    instrument, expected, batch_sizes = build_two(monkeypatch, error, fails=lambda extractor: extractor.num_taps > 1)
    with pytest.warns(PhaseWarning, match="ran out of memory .* each layer is measured in a pass of its own") as said:
        values = values_of(instrument)
    assert len(said) == 1
    assert_close(without_seconds(values), without_seconds(expected), relative=1e-4)
    assert batch_sizes == {BATCH_SIZE}, "batch statistics depend on the size of a probe batch"
    assert {extractor.max_joined for extractor in instrument.shortage.extractors.values()} == {1}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert_close(without_seconds(values_of(instrument)), without_seconds(expected), relative=1e-4)


def test_a_layer_that_is_too_large_even_alone_is_given_up_and_named(monkeypatch):
    def fails(extractor):
        attempts.append([tap.name for tap in extractor._taps])
        return "conv" in attempts[-1]

    attempts = []
    instrument, expected, _ = build_two(monkeypatch, MemoryError(), fails=fails)
    with pytest.warns(PhaseWarning) as said:
        values = values_of(instrument)
    texts = [str(warning.message) for warning in said]
    assert len(texts) == 2 and "Tap 'conv' (linear decoder) runs out of memory even alone and is given up" in texts[1]
    lost = dict(zip(COLUMNS, values[0].tolist(), strict=True))
    assert schema.unpack_flags(lost.pop("flags")) == ("out_of_memory",)
    assert lost.pop("num_fit_examples") == NUM_FIT and lost.pop("num_heldout_examples") == NUM_HELDOUT
    assert lost.pop("probe_seconds") > 0 and np.isnan(list(lost.values())).all()
    assert_close(without_seconds(values)[1], without_seconds(expected)[1], relative=1e-4)
    attempts.clear()
    values_of(instrument)
    assert not any("conv" in names for names in attempts), "what was given up is not tried again"


def test_a_decoder_that_runs_out_of_memory_costs_its_own_row(monkeypatch):
    instrument = build_exact_instrument(build_image_model(), draw_probe_rows(), ["conv"], ("linear", "patch"))
    solve = measure_module.Measurement.solve

    def solve_or_fail(measurement):
        if measurement.plan.decoder == "patch":
            raise MemoryError
        solve(measurement)

    monkeypatch.setattr(measure_module.Measurement, "solve", solve_or_fail)
    with pytest.warns(PhaseWarning) as said:
        values = values_of(instrument)
    assert "Tap 'conv' (patch decoder)" in str(said[-1].message)
    losses = values[:, schema.METRICS.index("reconstruction_loss")]
    assert np.isfinite(losses[0]) and np.isnan(losses[1])


def test_other_failures_are_not_taken_for_a_lack_of_memory(monkeypatch):
    instrument, _, _ = build_two(monkeypatch, RuntimeError("the disk is on fire"), fails=lambda extractor: True)
    with pytest.raises(RuntimeError, match="on fire"):
        values_of(instrument)
    assert not instrument.shortage.is_known
