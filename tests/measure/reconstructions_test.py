"""The gallery: reconstructions of a few held-out rows, from the very decoders whose losses are recorded."""

import dataclasses

import keras
import numpy as np
import pytest
from builders.models import build_image_model, features_of
from builders.references import solve_ridge
from builders.rows import NUM_HELDOUT, draw_probe_rows, without_labels
from builders.steps import BATCH_SIZE, COLUMNS, build_instrument
from builders.tolerance import assert_close
from builders.values import values_of

from keras_phases.data.probe_examples import ProbeExamples
from keras_phases.decoders import AdamLinear, ConvTransposeDecoder, Linear, Patch, Pooled
from keras_phases.measure import reconstructions as gallery_module
from keras_phases.measure.reconstructions import build_gallery, shown, shown_size, value_range
from keras_phases.record.images import decode_strip


def build(model, rows, layers, decoders=("linear",), batch_norm="inference", num_images=8, **options):
    options = {"batch_size": BATCH_SIZE, "seed": 0, "num_images": num_images} | options
    return build_instrument(model, rows, layers=list(layers), decoders=decoders, batch_norm=batch_norm, **options)


def show(instrument):
    """The values of one probe step by column, and its strips as arrays."""
    gallery = instrument.gallery
    gallery.begin()
    values = values_of(instrument)
    layout, blobs = gallery.layout, gallery.finish()
    low, high = (np.array(bound, np.float32) for bound in (layout.low, layout.high))
    images = [decode_strip(blob, layout.num_examples, low, high) if blob else None for blob in blobs]
    return [dict(zip(COLUMNS, row.tolist(), strict=False)) for row in values], images


def test_the_strip_of_a_linear_decoder_is_what_numpy_computes():
    model, rows = build_image_model(), draw_probe_rows()
    instrument = build(model, rows, ["hidden"], num_images=5)
    (record,), (reconstructed, inputs) = show(instrument)
    weights, feature_mean, target_mean = solve_ridge(
        features_of(model, "hidden", rows.x_fit), rows.x_fit.reshape(len(rows.x_fit), -1), record["ridge"]
    )
    features = features_of(model, "hidden", rows.x_heldout[:5])
    expected = ((features - feature_mean) @ weights + target_mean).reshape(5, 8, 8, 1)
    low, high = rows.x_heldout[:5].min(), rows.x_heldout[:5].max()
    assert instrument.gallery.layout.low == (low,) and instrument.gallery.layout.high == (high,)
    assert np.abs(reconstructed - np.clip(expected, low, high)).max() < (high - low) / 255
    assert np.abs(inputs - rows.x_heldout[:5]).max() <= (high - low) / 509
    assert np.abs(expected - rows.x_heldout[:5]).max() > (high - low) / 10, "the decoder is no identity"


def build_normalised():
    keras.utils.set_random_seed(1)
    inputs = keras.Input((8, 8, 1))
    x = keras.layers.Conv2D(4, 3, strides=2, padding="same", name="conv")(inputs)
    x = keras.layers.BatchNormalization(name="norm")(x)
    x = keras.layers.ReLU(name="relu")(x)
    x = keras.layers.Flatten(name="flat")(x)
    return keras.Model(inputs, keras.layers.Dense(3, name="classes")(x))


@pytest.mark.first_case
@pytest.mark.parametrize(
    "decoder",
    [
        pytest.param(Linear(), id="primal"),
        pytest.param(Linear(), id="dual"),
        pytest.param(Patch(num_positions=4), id="patch"),
        pytest.param(Pooled(max_features=16), id="pooled"),
        pytest.param(AdamLinear(epochs=2), id="adam_linear"),
        pytest.param(ConvTransposeDecoder(epochs=1, channels=2), id="deconv"),
    ],
)
@pytest.mark.parametrize("max_joined", [1, None], ids=["batch by batch", "joined"])
def test_the_images_are_those_whose_loss_is_recorded(decoder, max_joined, request, monkeypatch):
    """All held-out rows are shown, so that their mean squared error is the loss, batch statistics and all."""
    found = []
    encode = gallery_module.encode_strip
    monkeypatch.setattr(gallery_module, "encode_strip", lambda *args: (found.append(args[0]), encode(*args))[1])
    rows = draw_probe_rows()
    if "dual" in request.node.callspec.id:
        rows = dataclasses.replace(rows, **{n: getattr(rows, n)[:32] for n in ("x_fit", "labels_fit", "inputs_fit")})
    model = build_normalised()
    # A learned scale and shift, so that the statistics of the batch matter.
    model.get_layer("norm").set_weights([np.full(4, 2.0), np.full(4, 0.3), np.full(4, 5.0), np.full(4, 9.0)])
    instrument = build(model, rows, ["relu"], [decoder], "batch", num_images=NUM_HELDOUT)
    instrument.extractor.max_joined = max_joined
    assert ("dual" in instrument.plans[0].strategy) == ("dual" in request.node.callspec.id)
    found.clear()
    (record,), _ = show(instrument)
    (images,) = found
    assert images.shape == rows.x_heldout.shape
    losses = np.mean((images.astype(np.float64) - rows.x_heldout) ** 2, axis=(1, 2, 3))
    assert_close(losses.mean(), record["reconstruction_loss"], relative=1e-5)
    assert losses.std() > 0.01 * losses.mean()


def test_images_change_no_value_of_the_record():
    model, rows = build_image_model(), draw_probe_rows()
    instrument = build(model, rows, ["conv", "hidden"], ["linear", "patch"])
    seconds = COLUMNS.index("probe_seconds")
    plain = np.delete(values_of(instrument), seconds, axis=1)
    instrument.gallery.begin()
    shown_values = np.delete(values_of(instrument), seconds, axis=1)
    np.testing.assert_array_equal(shown_values, plain)


def test_a_step_that_is_not_asked_for_takes_nothing():
    instrument = build(build_image_model(), draw_probe_rows(), ["hidden"])
    instrument.gallery.begin(False)
    instrument.gallery.take(instrument.plans[0], lambda features: 1 / 0, np.zeros((8, 2)))
    assert not instrument.gallery.is_open and instrument.gallery.error is None


def test_a_decoder_that_fails_on_the_examples_costs_its_images_alone(monkeypatch):
    instrument = build(build_image_model(), draw_probe_rows(), ["conv", "hidden"])
    monkeypatch.setattr(
        "keras_phases.decoders.linear.PrimalDecoder.predict",
        lambda decoder, features: 1 / 0 if features.shape[1:] == (10,) else np.zeros((len(features), 64)),
    )
    records, (conv, hidden, _) = show(instrument)
    assert all(np.isfinite(record["reconstruction_loss"]) for record in records)
    assert conv.shape == (8, 8, 8, 1) and hidden is None
    assert isinstance(instrument.gallery.error, ZeroDivisionError)


def test_what_is_not_finite_has_no_image():
    instrument = build(build_image_model(), draw_probe_rows(), ["conv", "hidden"])
    gallery, (conv, hidden) = instrument.gallery, instrument.plans
    gallery.begin()
    gallery.take(conv, lambda features: np.full((len(features), 64), np.inf), np.zeros((8, 2)))
    gallery.take(hidden, lambda features: np.zeros((len(features), 64)), np.zeros((8, 2)))
    first, second, inputs = gallery.finish()
    assert first == b"" and second and inputs


def test_rows_measured_anew_do_not_go_on_behind_those_of_a_failed_attempt():
    instrument = build(build_image_model(), draw_probe_rows(), ["hidden"], num_images=4)
    gallery, (plan,) = instrument.gallery, instrument.plans
    gallery.begin()
    gallery.take(plan, lambda features: np.full((len(features), 64), 0.9), np.zeros((3, 2)))
    values_of(instrument)
    assert [part.shape for part in gallery._found[plan]] == [(4, 8, 8, 1)]


def rows_of(x, y=None, classes=None):
    nothing = {"labels_fit": None, "labels_heldout": None, "heldout": "validation", "without_labels": ""}
    return ProbeExamples(x, x, y_heldout=y, classes=classes, **nothing)


@pytest.mark.parametrize("shape", [(8, 8, 2), (6,), (4, 8, 8, 2), (2, 4, 8, 8, 1)], ids=str)
def test_what_has_no_picture_has_no_gallery(shape):
    assert build_gallery(rows_of(np.zeros((4, *shape), np.float32)), (), 8) is None


def test_no_examples_or_broken_ones_have_no_gallery():
    x = np.zeros((4, 8, 8, 1), np.float32)
    assert build_gallery(rows_of(x), (), 0) is None
    x[0, 0, 0, 0] = np.nan
    assert build_gallery(rows_of(x), (), 8) is None
    assert build_gallery(rows_of(x[1:]), (), 8).layout.num_examples == 3


@pytest.mark.parametrize(
    ("y", "expected"),
    [
        pytest.param(np.array([[3.0], [7.0]]), (3, 7), id="numbers in a column"),
        pytest.param(np.eye(3)[[2, 0]], (2, 0), id="one-hot"),
        pytest.param(np.array(["cat", "dog"]), ("cat", "dog"), id="text"),
        pytest.param(np.array([b"cat", b"dog"]), ("cat", "dog"), id="bytes"),
        pytest.param(np.array([0.5, 1.0]), ("0.5", 1), id="fractions"),
        pytest.param(np.array([1.0, 1e300]), (1, "1e+300"), id="columns_huge_number"),
    ],
)
def test_labels_are_numbers_or_text(y, expected):
    rows = rows_of(np.zeros((2, 4, 4, 1), np.float32), y, classes=np.unique(y))
    assert build_gallery(rows, (), 8).layout.labels == expected
    assert build_gallery(without_labels(rows), (), 8).layout.labels is None


def test_pixels_share_a_range_and_normalised_channels_have_their_own():
    pixels = np.array([0, 10, 20, 50, 60, 255], np.uint8).reshape(1, 1, 2, 3)
    assert value_range(pixels) == ((0.0,) * 3, (255.0,) * 3)
    assert value_range(pixels - np.float32([1, 0, 0])) == ((-1.0, 10.0, 20.0), (49.0, 60.0, 255.0))


def test_large_images_are_made_small_and_keep_their_sides_in_proportion():
    assert shown_size((64, 64, 3)) == (64, 64) and shown_size((224, 112, 3)) == (64, 32)
    assert shown_size((3, 300, 1)) == (1, 64)
    images = np.arange(2 * 128 * 128, dtype=np.float32).reshape(2, 128, 128, 1)
    assert_close(shown(images), images.reshape(2, 64, 2, 64, 2, 1).mean(axis=(2, 4)), relative=1e-6)


def test_a_signal_is_a_strip_with_a_line_for_each_channel():
    signals = np.arange(2 * 6 * 3, dtype=np.float32).reshape(2, 6, 3)
    found = shown(signals)
    assert found.shape == (2, 6, 6, 1)
    for channel in range(3):
        assert np.array_equal(found[:, 2 * channel, :, 0], signals[:, :, channel])
        assert np.array_equal(found[:, 2 * channel + 1, :, 0], signals[:, :, channel])
    assert shown_size((4096, 1)) == (8, 256)
    long = np.arange(512, dtype=np.float32).reshape(1, 512, 1)
    assert_close(shown(long)[0, 5, :, 0], long.reshape(256, 2).mean(axis=1), relative=1e-6)
    assert np.array_equal(shown(np.ones((2, 28, 28)) * np.arange(28)[:, None])[0, :, 3, 0], np.arange(28)), "an image"


def test_a_volume_is_four_slices_across_its_first_side():
    volume = np.broadcast_to(np.arange(8, dtype=np.float32)[:, None, None, None], (2, 8, 4, 6, 1))
    found = shown(volume)
    assert found.shape == (2, 8, 12, 1)
    assert [found[0, row, column, 0] for row in (0, 7) for column in (0, 11)] == [1, 3, 5, 7]


@pytest.mark.slow
def test_rows_that_reconstruct_other_forms_have_examples_of_their_own():
    """A patch decoder on a 3 x 3 grid crops 8 x 8 images to 6 x 6; the linear decoder takes them whole."""
    keras.utils.set_random_seed(0)
    inputs = keras.Input((8, 8, 1))
    x = keras.layers.Conv2D(4, 3, strides=2, name="conv")(inputs)
    model = keras.Model(inputs, keras.layers.Dense(3)(keras.layers.Flatten()(x)))
    rows = draw_probe_rows()
    instrument = build(model, rows, ["conv"], ["patch", "linear"])
    _, (patch, linear, cropped, whole) = show(instrument)
    layout = instrument.gallery.layout
    assert [(row.decoder, row.size, row.input) for row in layout.rows] == [("patch", (6, 6), 0), ("linear", (8, 8), 1)]
    assert layout.inputs == ((6, 6), (8, 8)) and patch.shape[1:3] == (6, 6) and linear.shape[1:3] == (8, 8)
    half_level = (layout.high[0] - layout.low[0]) / 509
    assert np.abs(whole - rows.x_heldout[:8]).max() <= half_level
    assert np.abs(cropped - rows.x_heldout[:8, 1:7, 1:7]).max() <= half_level
