"""What the loss says of labels, and their values where it says nothing."""

import warnings

import keras
import numpy as np
import pytest

from keras_phases.data.labels import NO_LABEL, resolve_labels
from keras_phases.data.reading import Reading, mask_rows

losses = keras.losses
CLASSES = np.arange(60) % 4
ONE_HOT = np.eye(4, dtype="float32")[CLASSES]
BITS = np.random.default_rng(0).integers(0, 2, (60, 5))


def resolve(y, loss=None, heldout=None):
    """`Labels` of 40 fit rows and 20 held-out rows, the latter of others where they are given."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return resolve_labels(y[:40], (y if heldout is None else heldout)[40:], Reading(loss=loss))


def mixed(rows, share=0.7):
    return (share * rows + (1 - share) * rows[np.random.default_rng(1).permutation(len(rows))]).astype(rows.dtype)


SHARES = {
    "smoothed": 0.9 * ONE_HOT + 0.025,
    "mixed up": mixed(ONE_HOT),
    "mixed up and smoothed": mixed(0.9 * ONE_HOT + 0.025),
    "0.9995 for 1": ONE_HOT * np.float32(0.9995),
    "float16": (0.9 * ONE_HOT + 0.025).astype("float16"),
    "counts": (9 * ONE_HOT + 1).astype("int32"),
}
OF_CLASSES = {
    "crossentropy": losses.CategoricalCrossentropy(from_logits=True),
    "focal": losses.CategoricalFocalCrossentropy(),
    "divergence": losses.KLDivergence(),
    "hinge": losses.CategoricalHinge(),
}


@pytest.mark.parametrize("loss", OF_CLASSES)
@pytest.mark.parametrize("kind", SHARES)
def test_soft_labels_are_the_likeliest_class(kind, loss):
    y = SHARES[kind]
    for heldout in (y, ONE_HOT):
        found = resolve(y, OF_CLASSES[loss], heldout)
        assert found.task == "classes" and found.classes.tolist() == [0, 1, 2, 3]
        expected = y[:40].argmax(1), heldout[40:].argmax(1)
        assert np.array_equal(found.fit, expected[0]) and np.array_equal(found.heldout, expected[1])
        assert "shares of classes" in found.note and not found.are_hard


@pytest.mark.parametrize(
    "loss", [losses.BinaryCrossentropy(), losses.BinaryFocalCrossentropy()], ids=["plain", "focal"]
)
@pytest.mark.parametrize(
    "soften",
    [
        lambda y: y * 0.9 + 0.05,
        lambda y: (y * 0.9 + 0.05)[:, None],
        lambda y: mixed(y * 1.0, 0.8),
        lambda y: y * 0.9995,
    ],
    ids=["smoothed", "column", "mixed up", "rounded"],
)
def test_soft_labels_of_one_output_are_two_classes(soften, loss):
    y = soften(CLASSES > 1)
    found = resolve(y, loss)
    assert found.task == "classes" and found.classes.tolist() == [0, 1]
    assert np.array_equal(found.fit, (y[:40] > 0.5).ravel()) and "shares" in found.note


def test_soft_labels_that_each_may_hold_are_multilabel():
    for y in (BITS * 0.9 + 0.05, BITS * 2 - 1):
        loss = losses.BinaryCrossentropy() if y.min() >= 0 else losses.Hinge()
        found = resolve(y, loss)
        assert found.task == "multilabel" and np.array_equal(found.fit, BITS[:40])
        assert ("shares" in found.note) == (y.min() >= 0)
    # One of them in each row, smoothed as BinaryCrossentropy does: rows add up to more than 1.
    assert np.array_equal(resolve(ONE_HOT * 0.9 + 0.05, losses.BinaryCrossentropy()).fit, CLASSES[:40])
    # Pixels of an autoencoder are chances too, and none is likelier than another.
    pixels = np.random.default_rng(2).random((60, 9))
    assert resolve(pixels, losses.BinaryCrossentropy()).task == "regression"


def test_soft_labels_of_a_loss_of_ones_own_add_up_to_one():
    class Own(losses.Loss):
        def call(self, y_true, y_pred):
            return -keras.ops.sum(y_true * keras.ops.log(y_pred), axis=-1)

    assert resolve(SHARES["mixed up"], Own()).task == resolve(SHARES["float16"], Own()).task == "classes"
    assert resolve(2 * SHARES["mixed up"], Own()).task == resolve(SHARES["mixed up"]).task == "regression"
    assert resolve(SHARES["mixed up"], losses.MeanSquaredError()).task == "regression"


def test_one_hot_labels_are_as_plain_as_ever():
    for loss in (None, *OF_CLASSES.values(), losses.BinaryCrossentropy(), losses.MeanSquaredError()):
        found = resolve(ONE_HOT, loss)
        assert found.task == "classes" and found.note == "" and found.are_hard
        assert np.array_equal(found.fit, CLASSES[:40])


OF_VALUES = [
    losses.MeanSquaredError(), losses.MeanAbsoluteError(), losses.Huber(), losses.LogCosh(), losses.Poisson(),
    losses.MeanSquaredLogarithmicError(), losses.MeanAbsolutePercentageError(),
]  # fmt: skip


@pytest.mark.parametrize("loss", OF_VALUES, ids=lambda loss: loss.name)
@pytest.mark.parametrize("dtype", ["float32", "int64", "uint8"])
def test_labels_by_value_of_a_loss_of_values(loss, dtype):
    ages = np.random.default_rng(0).integers(0, 90, (60, 3)).astype(dtype)
    for y in (ages, ages[:, 0], ages[:, :1], np.arange(60).astype(dtype), (ages[:, 0] > 40).astype(dtype)):
        found = resolve(y, loss)
        assert found.task == "regression" and found.classes is None and found.reason == found.note == ""
        assert found.fit.dtype == "float32" and np.array_equal(found.fit, y[:40].reshape(40, -1))


def square_numbers(y, outputs):
    return keras.ops.square(keras.ops.reshape(keras.ops.cast(y, "float32"), (-1, 1)) - outputs)


def take_no_label(y, outputs):
    return keras.ops.mean(outputs, axis=-1)


@pytest.mark.parametrize("dtype", ["float32", "int64", "uint8"])
def test_labels_by_value_of_a_loss_of_ones_own_that_takes_numbers(dtype):
    y, loss = np.random.default_rng(0).integers(0, 6, 60).astype(dtype), Own(square_numbers)
    for labels in (y, y[:, None]):
        found = resolve(labels, loss)
        assert found.task == "regression" and np.array_equal(found.fit, y[:40, None].astype("float32"))
    # Two numbers may be names of two classes; a loss of classes takes no number for itself.
    assert resolve((y > 2).astype(dtype), loss).task == "classes"
    for function in (mask_scores, mask_chance, take_no_label):
        assert resolve(y, Own(function)).task == "classes"
    assert loss.calls == 0, "what it keeps is as it was"


def test_labels_by_value_where_no_loss_tells():
    for loss in (None, losses.SparseCategoricalCrossentropy(), losses.CosineSimilarity()):
        assert resolve(CLASSES, loss).task == resolve(CLASSES * 1.0, loss).task == "classes"
    many = np.arange(60)
    # All different: floats are values, integers may be names of rows.
    assert resolve(many * 1.0).task == "regression" and "too many to be classes" in resolve(many).reason
    assert "too many to be classes" in resolve(many * 1.0, losses.SparseCategoricalCrossentropy()).reason


@pytest.mark.parametrize("scale", [1.0, 1e10, 1e19, 1e30])
@pytest.mark.parametrize("loss", [None, losses.MeanSquaredError()], ids=["none", "mse"])
def test_huge_labels_are_values(scale, loss):
    y = (np.random.default_rng(0).normal(size=60) * scale).astype("float32")
    for labels in (y, y[:, None], np.sign(y) * np.float32(scale)):
        if loss is None and scale < 1e19 and labels is not y and labels.ndim == 1:
            continue  # a few whole numbers that float64 can tell apart are classes
        found = resolve(labels, loss)
        assert found.task == "regression" and np.array_equal(found.fit, labels[:40].reshape(-1, 1))
        assert ("beyond float32" in found.note) == (scale > 1e18)


def test_huge_labels_beyond_float32_have_a_reason():
    y = np.linspace(-1e300, 1e300, 60)
    assert "beyond the largest float32" in resolve(y, losses.MeanSquaredError()).reason


def test_huge_labels_that_are_integers_stay_apart():
    for dtype, first in (("uint64", 2**64 - 3), ("int64", -(2**63))):
        y = np.array([first, first + 1, first + 2], dtype)[np.arange(60) % 3]
        found = resolve(y)
        assert found.task == "classes" and found.classes.tolist() == [first, first + 1, first + 2]
        assert np.array_equal(found.heldout, np.arange(40, 60) % 3)


def test_whole_numbers_of_the_smallest_float_are_classes_without_a_warning():
    assert resolve(CLASSES.astype("float16")).classes.tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize(("mark", "dtype"), [(-1, "int64"), (255, "uint8"), (-1, "float32"), (0, "int32")])
def test_ignore_class_marks_rows_without_a_label(mark, dtype):
    left_out = np.arange(60) % 5 == 0
    y = np.where(left_out, mark, CLASSES + 1).astype(dtype)
    for labels in (y, y[:, None]):
        found = resolve(labels, losses.SparseCategoricalCrossentropy(ignore_class=mark))
        assert found.classes.tolist() == [1, 2, 3, 4]
        assert np.array_equal(found.fit, np.where(left_out, NO_LABEL, CLASSES)[:40])
        assert np.array_equal(found.heldout, np.where(left_out, NO_LABEL, CLASSES)[40:])
        assert "leaves out 8 of 40 fit rows and 4 of 20 held-out rows" in found.note
    assert resolve(y).classes.tolist() == sorted({mark, 1, 2, 3, 4}) and resolve(y).note == ""


class Own(losses.Loss):
    """A loss of a user's own, which counts its calls."""

    def __init__(self, function):
        super().__init__()
        self.function, self.calls = function, 0

    def call(self, y_true, y_pred):
        self.calls += 1
        return self.function(y_true, y_pred)


def mask_scores(y, outputs):
    y = keras.ops.cast(keras.ops.reshape(y, (-1,)), "int32")
    costs = losses.sparse_categorical_crossentropy(keras.ops.maximum(y, 0), outputs, from_logits=True)
    return keras.ops.where(y < 0, 0.0, costs)


def mask_chance(y, outputs):
    return keras.ops.where(y < 0, 0.0, -keras.ops.log(keras.ops.abs(1 - y - outputs)))


@pytest.mark.parametrize("function", [mask_scores, mask_chance])
def test_ignore_class_by_a_mask_of_ones_own(function):
    left_out, loss = np.arange(60) % 5 == 0, Own(function)
    y = np.where(left_out, -1, CLASSES % 2)
    for labels in (y, y[:, None].astype("float32")):
        found = resolve(labels, loss)
        assert found.classes.tolist() == [0, 1] and "leaves out 8 of 40" in found.note
        assert np.array_equal(found.fit, np.where(left_out, NO_LABEL, CLASSES % 2)[:40])
    assert loss.calls == 0, "what it keeps is as it was"


def test_a_class_below_0_that_counts_is_one():
    for slope in (1, -1e6):
        margin = Own(lambda y, outputs, slope=slope: keras.ops.relu(1 - slope * y * outputs))
        assert resolve(CLASSES % 2 * 2 - 1, margin).classes.tolist() == [-1, 1]
    assert resolve(CLASSES - 1, Own(lambda y, outputs: outputs.no_such)).classes.tolist() == [-1, 0, 1, 2]


def test_ignore_class_by_one_hot_rows_of_zeros():
    y = np.where(np.arange(60)[:, None] % 5 == 0, 0, ONE_HOT)
    found = resolve(y, losses.CategoricalCrossentropy())
    assert np.count_nonzero(found.fit == NO_LABEL) == 8 and found.are_hard and "8 of 40" in found.note


def test_ignore_class_of_every_row_is_a_reason():
    found = resolve(np.full(60, -1), losses.SparseCategoricalCrossentropy(ignore_class=-1))
    assert found.task is None and found.reason == "the loss leaves out all fit rows"


@pytest.mark.parametrize("loss", [None, losses.MeanSquaredError(), losses.BinaryCrossentropy()])
def test_rows_of_no_weight_have_no_label(loss):
    left_out = np.arange(60) % 5 == 0
    for y in (CLASSES, CLASSES * 1.5, BITS):
        found = resolve(mask_rows(y, left_out), loss)
        plain = resolve(y, loss)
        assert found.task == plain.task and "leaves out 8 of 40" in found.note
        has_label = found.fit != NO_LABEL if found.task == "classes" else ~np.isnan(found.fit).any(axis=1)
        assert np.array_equal(has_label, ~left_out[:40])
        assert np.array_equal(found.fit[has_label], plain.fit[has_label])


@pytest.mark.parametrize("y", [np.arange(720).reshape(60, 12) % 5, BITS, ONE_HOT], ids=["tags", "bits", "one of bits"])
def test_several_indices_a_row_are_a_sequence(y):
    """Of a loss that takes an index for each score vector: tags of a sentence, the pixels of a mask."""
    found = resolve(y, losses.SparseCategoricalCrossentropy())
    assert found.task is None and "several class indices a row" in found.reason
