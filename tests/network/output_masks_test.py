"""Positions that Keras's own mask leaves out of the loss have no label, for the probe and for the model's columns."""

import keras
import numpy as np
import pytest
from builders.steps import build_instrument
from builders.tolerance import assert_close
from keras import layers, losses

from keras_phases.data.labels import NO_LABEL
from keras_phases.data.probe_examples import Draws, draw_rows
from keras_phases.data.reading import find_reading, mask_rows
from keras_phases.network.output_masks import leave_out_masked

NUM, LENGTH, NUM_TAGS = 96, 6, 3
DRAWS = Draws(max_examples=64, max_heldout=32, batch_size=16, seed=0)
PADDING = np.arange(LENGTH) >= np.random.default_rng(0).integers(2, LENGTH + 1, NUM)[:, None]
WORDS = np.where(PADDING, 0, np.random.default_rng(1).integers(1, 12, (NUM, LENGTH)))
TAGS = WORDS % NUM_TAGS
SPARSE = losses.SparseCategoricalCrossentropy(from_logits=True)
ONE_HOT = losses.CategoricalCrossentropy(from_logits=True)


def tagger(loss, *, has_mask=True):
    keras.utils.set_random_seed(0)
    words = layers.Embedding(12, 4, mask_zero=has_mask)
    read, tell = layers.SimpleRNN(5, return_sequences=True, name="rnn"), layers.Dense(NUM_TAGS, name="tags")
    model = keras.Sequential([keras.Input((LENGTH,), dtype="int32"), words, read, tell])
    model.compile("sgd", loss)
    return model


def measure(model, y):
    """`(rows, metrics)` of the layer `rnn`, on rows whose held-out ones are training rows."""
    rows, batch_size = draw_rows(WORDS, y, None, None, draws=DRAWS, reading=find_reading(model, WORDS, y))
    options = {"batch_size": batch_size, "batch_norm": "inference", "decoders": "linear"}
    instrument = build_instrument(model, rows, layers=["rnn"], seed=0, **options)
    return instrument.rows, instrument.measure(0, 0.0).rows[0].metrics


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize(
    ("loss", "labels"),
    [(SPARSE, TAGS), (SPARSE, TAGS[..., None]), (ONE_HOT, np.eye(NUM_TAGS, dtype="float32")[TAGS])],
    ids=["indices", "column", "one-hot"],
)
def test_ignore_class_by_the_mask_of_padding(loss, labels):
    model = tagger(loss)
    rows, metrics = measure(model, labels)
    padding = rows.inputs_heldout == 0
    assert np.array_equal(rows.label_maps.heldout == NO_LABEL, padding) and "The loss leaves out" in rows.note
    expected = model.evaluate(rows.inputs_heldout, np.asarray(rows.y_heldout), verbose=0, return_dict=True)
    assert_close(metrics["model_loss"], expected["loss"])
    scores, tags = model.predict(rows.inputs_heldout, verbose=0).argmax(axis=-1), rows.inputs_heldout % NUM_TAGS
    assert_close(metrics["model_accuracy"], np.mean((scores == tags)[~padding]))
    # The same as a mask by hand of a model that has none, whose recurrence differs at the padding alone.
    bare = tagger(loss, has_mask=False)
    told, by_hand = measure(bare, mask_rows(labels, PADDING))
    assert told.note == rows.note
    assert_close(metrics["probe_loss"], by_hand["probe_loss"])
    assert metrics["probe_accuracy"] == by_hand["probe_accuracy"]


def test_the_mask_of_a_forecast_counts_in_the_loss_of_the_model():
    x = np.where(PADDING[..., None], 0, np.random.default_rng(2).normal(size=(NUM, LENGTH, 2))).astype("float32")
    y = x[..., :1] + 5
    keras.utils.set_random_seed(0)
    stack = [layers.Masking(), layers.SimpleRNN(4, return_sequences=True, name="rnn"), layers.Dense(1)]
    model = keras.Sequential([keras.Input((LENGTH, 2)), *stack])
    model.compile("sgd", losses.MeanSquaredError())
    rows, batch_size = draw_rows(x, y, None, None, draws=DRAWS, reading=find_reading(model, x, y))
    instrument = build_instrument(model, rows, layers=["rnn"], batch_size=batch_size, batch_norm="inference", seed=0)
    expected = model.evaluate(rows.inputs_heldout, np.asarray(rows.y_heldout), verbose=0, return_dict=True)
    found = instrument.measure(0, 0.0).rows[0].metrics
    assert_close(found["model_loss"], expected["loss"])


def test_rows_of_a_model_without_a_mask_are_left_as_they_are():
    model = tagger(SPARSE, has_mask=False)
    rows, batch_size = draw_rows(WORDS, TAGS, None, None, draws=DRAWS, reading=find_reading(model, WORDS, TAGS))
    assert leave_out_masked(rows, model, batch_size, 0) is rows
