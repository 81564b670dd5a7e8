"""The model's own loss and accuracy on rows and outputs that are made by hand."""

import tracemalloc

import keras
import numpy as np
import pytest
from keras import losses, ops

from keras_phases.data.probe_examples import Draws, draw_rows
from keras_phases.data.reading import Reading, find_reading
from keras_phases.network.model_columns import find_columns

NUM_ROWS, NUM_HELDOUT = 72, 24
DRAWS = Draws(max_examples=48, max_heldout=NUM_HELDOUT, batch_size=8, seed=0)
Y = np.random.default_rng(0).integers(0, 4, NUM_ROWS)
ONE_HOT = np.eye(4, dtype="float32")[Y]


def columns_of(loss, y, num_outputs):
    """`ModelColumns` of a model with that loss, and the places of its held-out rows."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(num_outputs)])
    model.compile("sgd", loss)
    x, draws = (
        np.arange(NUM_ROWS, dtype="float32")[:, None],
        Draws(max_examples=48, max_heldout=24, batch_size=8, seed=0),
    )
    reading = find_reading(model, x, y)
    rows, _ = draw_rows(x, y, x[:NUM_HELDOUT], y[:NUM_HELDOUT], draws=draws, reading=reading)
    return find_columns(reading, rows, num_outputs), rows.x_heldout[:, 0].astype(int)


def outputs_of(num_outputs, seed=0):
    return np.random.default_rng(seed).normal(size=(NUM_HELDOUT, num_outputs)).astype("float32")


@pytest.mark.parametrize(
    ("loss", "cut"),
    [
        (losses.BinaryCrossentropy(), 0.5),
        (losses.BinaryCrossentropy(from_logits=True), 0.0),
        ("binary_crossentropy", 0.5),
        (losses.BinaryFocalCrossentropy(), 0.5),
        (losses.BinaryFocalCrossentropy(from_logits=True), 0.0),
        ("hinge", 0.0),
        (losses.SquaredHinge(), 0.0),
    ],
)
@pytest.mark.parametrize(
    "labels",
    [
        pytest.param(lambda y: y, id="bool"),
        pytest.param(lambda y: y[:, None].astype("float32"), id="column"),
        pytest.param(lambda y: y * 0.9 + 0.05, id="smoothed"),
    ],
)
def test_binary_accuracy_counts_what_is_above_the_cut(labels, loss, cut):
    columns, places = columns_of(loss, labels(Y > 1), 1)
    outputs = outputs_of(1) if cut == 0 else chances_of(1)
    expected = np.mean((outputs[:, 0] > cut) == (Y > 1)[places])
    assert columns.measure(outputs)["model_accuracy"] == pytest.approx(expected)


def test_binary_accuracy_of_signs_and_of_a_model_that_has_failed():
    columns, places = columns_of("hinge", np.where(Y > 1, 1, -1), 1)
    outputs = outputs_of(1)
    expected = np.mean((outputs[:, 0] > 0) == (Y > 1)[places])
    assert columns.measure(outputs)["model_accuracy"] == pytest.approx(expected)
    outputs[3] = np.nan
    assert "model_accuracy" not in columns.measure(outputs)


def chances_of(num_outputs):
    return 1 / (1 + np.exp(-outputs_of(num_outputs)))


def own_crossentropy(y, logits):
    return -ops.mean(ops.take_along_axis(ops.log_softmax(logits), ops.cast(y, "int32")[:, None], axis=1))


def pairs(y, codes):
    same = ops.cast(ops.equal(ops.reshape(y, (-1, 1)), ops.reshape(y, (1, -1))), "float32")
    distances = ops.sum(ops.square(codes[:, None] - codes[None]), -1)
    return ops.mean(same * distances + (1 - same) * ops.relu(1 - distances))


CLASSIFIERS = {
    "sparse": ("sparse_categorical_crossentropy", Y),
    "focal": (losses.CategoricalFocalCrossentropy(), ONE_HOT),
    "categorical hinge": ("categorical_hinge", ONE_HOT),
    "divergence": ("kld", 0.9 * ONE_HOT + 0.025),
    "smoothed": (losses.CategoricalCrossentropy(from_logits=True), 0.9 * ONE_HOT + 0.025),
    "binary of each class": (losses.BinaryCrossentropy(), ONE_HOT),
    "squares": ("mse", ONE_HOT),
    "own function": (own_crossentropy, Y),
}


@pytest.mark.parametrize("kind", CLASSIFIERS)
def test_a_loss_that_classifies_has_the_accuracy_of_its_scores(kind):
    loss, y = CLASSIFIERS[kind]
    columns, places = columns_of(loss, y, 4)
    outputs = chances_of(4)
    assert columns.measure(outputs)["model_accuracy"] == pytest.approx(np.mean(outputs.argmax(1) == Y[places]))


EMBEDDINGS = {
    "wide": (pairs, Y, 16),
    "as many dimensions as classes": (pairs, Y, 4),
    "circle": (losses.Circle(), Y, 4),
    "own one output": (lambda y, outputs: ops.mean((y - outputs) ** 2), Y > 1, 1),
    "values": ("mse", Y, 1),
    "no loss": (None, Y, 4),
}


@pytest.mark.parametrize("kind", EMBEDDINGS)
def test_embedding_accuracy_is_left_empty(kind):
    loss, y, num_outputs = EMBEDDINGS[kind]
    columns, _ = columns_of(loss, y, num_outputs)
    assert not columns.are_scores and "model_accuracy" not in columns.measure(outputs_of(num_outputs))


def test_ignore_class_counts_in_no_accuracy():
    left_out = np.arange(NUM_ROWS) % 3 == 0
    columns, places = columns_of(losses.SparseCategoricalCrossentropy(ignore_class=-1), np.where(left_out, -1, Y), 4)
    outputs, known = np.abs(outputs_of(4)), ~left_out[places]
    expected = np.mean((outputs.argmax(1) == Y[places])[known])
    assert columns.measure(outputs)["model_accuracy"] == pytest.approx(expected)


def test_without_labels_there_are_no_columns():
    rows, _ = draw_rows(
        np.zeros((24, 1)), None, None, None, draws=Draws(max_examples=16, max_heldout=8, batch_size=4, seed=0)
    )
    assert find_columns(Reading(), rows, 4).measure(outputs_of(4)) == {}


def test_a_loss_of_ones_own_is_asked_in_little_memory_whatever_its_outputs():
    def own(y, outputs):
        return losses.sparse_categorical_crossentropy(y, outputs, from_logits=True)

    num_outputs = 5_000
    reading = Reading(loss=own_loss(own))
    x, y = np.arange(NUM_ROWS, dtype="float32")[:, None], Y
    rows, _ = draw_rows(x, y, x[:NUM_HELDOUT], y[:NUM_HELDOUT], draws=DRAWS, reading=reading)
    tracemalloc.start()
    columns = find_columns(reading, rows, num_outputs)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert columns.are_scores and peak < 4 * num_outputs**2


def own_loss(function):
    class Own(losses.Loss):
        def call(self, y_true, y_pred):
            return function(y_true, y_pred)

    return Own()
