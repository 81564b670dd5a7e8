import dataclasses
import re
from collections import Counter
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from builders.models import build_image_model
from builders.references import expected_probe
from builders.rows import draw_probe_rows
from builders.steps import build_exact_instrument
from builders.tolerance import assert_close
from keras import losses

from keras_phases.data.label_maps import LabelMaps, average, resolve_maps, spread_positions
from keras_phases.data.labels import NO_CLASS, NO_LABEL
from keras_phases.data.reading import Reading
from keras_phases.data.transfer_labels import TransferLabels, resolve_transfer
from keras_phases.measure import position_probes
from keras_phases.measure.choice import describe_run
from keras_phases.measure.position_probes import PositionProbes, mean_iou
from keras_phases.measure.settings import ProbeSettings
from keras_phases.probes.linear import ExactProbeRecipe

IGNORING = Reading(loss=losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class=255))
SPARSE = Reading(loss=losses.SparseCategoricalCrossentropy())
ONE_HOT = Reading(loss=losses.CategoricalCrossentropy())
BINARY = Reading(loss=losses.BinaryCrossentropy())


def masks(x):
    """Three classes that follow the smoothed input, the first row of positions without one."""
    found = np.digitize(x[..., 0] + np.roll(x[..., 0], 1, axis=2), [-0.7, 0.7])
    found[:, 0] = 255
    return found


def majority(labels, cells):
    """The most frequent class of each patch, the lowest of equal ones, one pixel after the other."""
    n, height, width = labels.shape
    found = np.full((n, *cells), NO_LABEL)
    for row, i, j in np.ndindex(found.shape):
        patch = labels[row, i * height // cells[0] : (i + 1) * height // cells[0]]
        counts = Counter(patch[:, j * width // cells[1] : (j + 1) * width // cells[1]].ravel().tolist())
        counts.pop(255, None)
        if counts:
            found[row, i, j] = min(counts, key=lambda label: (-counts[label], label))
    return found


@pytest.fixture(scope="module")
def measured():
    model, rows = build_image_model(), draw_probe_rows()
    labelled = rows.with_labels(masks(rows.x_fit), masks(rows.x_heldout), IGNORING)
    labelled = dataclasses.replace(labelled, y_heldout=None)  # of which the model has no outputs
    instrument = build_exact_instrument(model, labelled, ["conv", "hidden"])
    return model, labelled, instrument, instrument.measure(0, 0.0).rows


@pytest.mark.slow
def test_each_position_of_a_tap_tells_the_class_of_its_patch(measured):
    model, rows, _, (conv, _) = measured
    features, labels = [], []
    for x in (rows.x_fit, rows.x_heldout):
        maps = keras.ops.convert_to_numpy(keras.Model(model.input, model.get_layer("conv").output)(x))
        found = majority(masks(x), (4, 4)).ravel()
        features.append(maps.reshape(-1, 4)[found != NO_LABEL])
        labels.append(found[found != NO_LABEL])
    flat = SimpleNamespace(labels_fit=labels[0], labels_heldout=labels[1])
    expected = expected_probe(*features, flat, conv.metrics["probe_l2"])
    for name, value in expected.items():
        assert_close(conv.metrics[name], value)
    assert conv.metrics["probe_accuracy"] > 0.45 and 0 < conv.metrics["probe_iou"] < conv.metrics["probe_accuracy"]


def test_a_vector_tells_the_most_frequent_class_of_the_whole(measured):
    model, rows, _, (_, hidden) = measured
    both = [keras.Model(model.input, model.get_layer("hidden").output)(x) for x in (rows.x_fit, rows.x_heldout)]
    labels = [majority(masks(x), (1, 1)).ravel() for x in (rows.x_fit, rows.x_heldout)]
    flat = SimpleNamespace(labels_fit=labels[0], labels_heldout=labels[1])
    expected = expected_probe(*map(keras.ops.convert_to_numpy, both), flat, hidden.metrics["probe_l2"])
    assert_close(hidden.metrics["probe_loss"], expected["probe_loss"])


def test_the_record_names_the_column_of_iou_and_how_it_is_shown(measured):
    model, rows, instrument, _ = measured
    layout = describe_run(ProbeSettings(), instrument, model=model, run={})
    assert "probe_iou" in layout.metrics and layout.run["columns"]["probe_iou"]["label"] == "probe IoU"
    plain = build_exact_instrument(model, draw_probe_rows())
    assert "probe_iou" not in plain.metrics and rows.classes is None


def test_of_many_positions_some_of_every_row_are_told(monkeypatch, measured):
    model, rows, *_ = measured
    monkeypatch.setattr(position_probes, "FIT_POSITIONS", 1024)
    monkeypatch.setattr(position_probes, "HELDOUT_POSITIONS", 192)
    (row,) = build_exact_instrument(model, rows, ["conv"]).measure(0, 0.0).rows
    assert abs(row.metrics["probe_accuracy"] - measured[3][0].metrics["probe_accuracy"]) < 0.1
    places = spread_positions(500, 12, 2000, seed=0)
    assert places.shape == (500, 4) and all(len(set(row)) == 4 for row in places.tolist())
    assert np.all(np.abs(np.bincount(places.ravel()) - 2000 / 12) < 60)
    assert spread_positions(500, 12, 10**6, seed=0).tolist() == [list(range(12))] * 500


def test_patches_of_any_size_are_weighed_by_their_area():
    labels = np.random.default_rng(0).integers(-2, 3, (300, 6, 4)).astype(np.int32)
    maps = LabelMaps(labels, labels[:2], np.arange(3))
    told = np.where(labels == NO_LABEL, 255, np.where(labels == NO_CLASS, 9, labels))
    expected = majority(told, (3, 2))
    assert np.array_equal(maps.patches((3, 2))[0], np.where(expected == 9, NO_CLASS, expected))
    assert maps.patches((6, 4))[0] is labels
    assert_close(average(np.arange(5.0)[None], (2,)), np.array([[(0 + 1 + 2 / 2) / 2.5, (2 / 2 + 3 + 4) / 2.5]]), 1e-6)


CLASSES = np.random.default_rng(1).integers(0, 3, (24, 8, 8))
X = np.zeros((24, 8, 8, 1), "float32")


@pytest.mark.parametrize(
    ("labels", "reading"),
    [
        (CLASSES, SPARSE),
        (CLASSES[..., None].astype("uint8"), SPARSE),
        (np.eye(3, dtype="float32")[CLASSES], ONE_HOT),
        (0.8 * np.eye(3)[CLASSES] + 0.2 / 3, ONE_HOT),
        (CLASSES.astype("float32"), Reading()),
        (CLASSES[:, 0], SPARSE),
        (CLASSES[:, 0, :, None], SPARSE),
        (CLASSES[:, None, None, :, 0, None][:, 0], SPARSE),
    ],
    ids=["sparse", "uint8", "one-hot", "soft", "no loss", "tags", "tags of one", "axes"],
)
def test_labels_at_positions_as_they_are_fed(labels, reading):
    maps, reason = resolve_maps(labels, labels[:8], reading, X)
    assert reason == "" and np.array_equal(maps.classes, [0, 1, 2])
    values = CLASSES if maps.fit.ndim == 3 and maps.fit.shape[1] == 8 else CLASSES[:, 0]
    values = CLASSES[:, :, 0] if reading is SPARSE and labels.ndim == 4 and labels.shape[1] == 1 else values
    assert maps.fit.size == values.size and np.array_equal(maps.heldout, maps.fit[:8])


def test_binary_masks_of_any_two_values():
    for high in (1, 255):
        maps, _ = resolve_maps((CLASSES > 0)[..., None] * np.uint8(high), (CLASSES > 0)[..., None] * 1, BINARY, X)
        assert maps.classes.tolist() == [0, high] and (maps.heldout == NO_CLASS).any() == (high == 255)


def test_positions_that_count_for_nothing_are_left_out():
    border = np.zeros(CLASSES.shape, bool)
    border[:, 0] = True
    weighted = np.ma.masked_array(CLASSES, border)
    own = Reading(loss=_Masked())
    one_hot = np.eye(3)[CLASSES] * ~border[..., None]
    marked = np.where(border, 255, CLASSES), IGNORING
    negative = np.where(border, -1, CLASSES), own
    for labels, reading in (marked, negative, (weighted, SPARSE), (one_hot, ONE_HOT)):
        maps, _ = resolve_maps(labels, labels, reading, X)
        assert np.array_equal(maps.fit, np.where(border, NO_LABEL, CLASSES))


def test_labels_beside_another_sequence_are_told_where_it_is():
    sound, tokens = np.zeros((24, 6, 2), "float32"), np.zeros((24, 3), int)
    labels = CLASSES[:, 0, :3]
    both = {"sound": sound, "tokens": tokens}
    for inputs, source, sides, count in ((sound, "", 6, 1), (both, "sound", 6, 0), (both, "sound", 3, 1)):
        rows = dataclasses.replace(draw_probe_rows(), x_fit=sound, inputs_fit=inputs, source=source)
        rows = rows.with_labels(labels, labels[:8], SPARSE)
        plan = SimpleNamespace(tap=SimpleNamespace(shape=(sides, 4)), probe=ExactProbeRecipe.of((1,)))
        assert len(PositionProbes(plan, TransferLabels("", rows, 8)).label_sets) == count
        assert ("3 positions of something else" in rows.note) == isinstance(inputs, dict)


class _Counted(losses.Loss):
    """A mean over what is neither 0 nor 255."""

    def call(self, y_true, y_pred):
        y_true = keras.ops.cast(y_true, "int32")
        counts = keras.ops.logical_and(y_true > 0, y_true < 255)
        found = losses.sparse_categorical_crossentropy(keras.ops.where(counts, y_true, 0), y_pred, from_logits=True)
        return keras.ops.sum(keras.ops.where(counts, found, 0.0)) / keras.ops.sum(keras.ops.cast(counts, "float32"))


def test_several_numbers_that_a_loss_leaves_out_are_found():
    labels = np.where(CLASSES == 0, 255, CLASSES)
    labels[:, 0] = 0
    maps, _ = resolve_maps(labels, labels, Reading(loss=_Counted()), X)
    assert maps.classes.tolist() == [1, 2] and np.array_equal(maps.fit == NO_LABEL, (labels == 0) | (labels == 255))


class _Masked(losses.Loss):
    """Leaves out what is below 0."""

    def call(self, y_true, y_pred):
        y_true = keras.ops.cast(y_true, "int32")
        found = keras.losses.sparse_categorical_crossentropy(keras.ops.maximum(y_true, 0), y_pred, from_logits=True)
        return keras.ops.where(y_true >= 0, found, 0.0)


@pytest.mark.parametrize(
    ("labels", "reading", "reason"),
    [
        (np.random.default_rng(0).random((24, 5, 4)), Reading(), r"boxes.*transfer=\{'name': function\}"),
        (np.random.default_rng(0).integers(0, 8, (24, 5, 4)), Reading(loss=_Masked()), "boxes"),
        (
            np.random.default_rng(0).random((24, 8, 8, 2)),
            Reading(loss=losses.MeanSquaredError()),
            "numbers at positions",
        ),
        (np.random.default_rng(0).random((24, 8, 8, 1)), BINARY, r"no whole numbers.*\(y > 0.5\)"),
        (np.ones((24, 8, 8), int), SPARSE, "1 distinct values"),
    ],
    ids=["boxes", "whole boxes", "depth", "soft masks", "one class"],
)
def test_labels_that_are_no_classes_at_positions(labels, reading, reason):
    maps, found = resolve_maps(labels, labels, reading, X)
    assert maps is None and re.search(reason, found)


def test_what_is_reconstructed_is_no_label():
    x = (np.random.default_rng(0).random((24, 8, 8, 1)) > 0.5).astype("float32")
    assert resolve_maps(x, x, BINARY, x) == (None, "labels are what is reconstructed")
    for y in (CLASSES[:, 0, 0], np.eye(3)[CLASSES[:, 0, 0]], CLASSES[:, 0], None):
        assert resolve_maps(y, y, Reading(), X) == (None, "")


def test_intersection_over_union_by_hand():
    assert mean_iou(np.array([0, 0, 1, 2]), np.array([0, 1, 1, NO_CLASS])) == (1 / 2 + 1 / 2) / 2
    assert np.isnan(mean_iou(np.array([0]), np.array([NO_LABEL])))


@pytest.mark.slow
def test_positions_share_a_tap_with_labels_of_rows(measured):
    """A label set of rows beside masks reads as it would alone."""
    model, rows, _, (conv, _) = measured
    transfer = resolve_transfer(
        {"sign": lambda x: (x.mean((1, 2, 3)) > 0).astype(int)}, draw_probe_rows(), 32, draws=None
    )
    (both,) = build_exact_instrument(model, dataclasses.replace(rows, transfer=transfer), ["conv"]).measure(0, 0.0).rows
    alone = dataclasses.replace(draw_probe_rows(), transfer=transfer)
    (expected,) = build_exact_instrument(model, alone, ["conv"]).measure(0, 0.0).rows
    assert both.metrics["transfer_sign_loss"] == expected.metrics["transfer_sign_loss"]
    assert both.metrics["probe_loss"] == conv.metrics["probe_loss"]
