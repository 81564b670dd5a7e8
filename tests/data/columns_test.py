import keras
import numpy as np
import pytest
from builders.tolerance import assert_close
from keras import layers

from keras_phases.data.columns import NUM_SIGNS, find_columns, signs_of
from keras_phases.data.probe_examples import Draws, draw_rows
from keras_phases.data.reading import find_reading

RNG = np.random.default_rng(0)
AGE, INCOME, CODE = RNG.integers(18, 90, 60), RNG.normal(5e4, 1e4, (60, 1)), RNG.integers(0, 3, 60)
DRAWS = Draws(max_examples=40, max_heldout=10, batch_size=10, seed=0)


def model_of_codes():
    ins = {name: keras.Input((1,), name=name, dtype="int32" if name == "code" else None) for name in ("age", "code")}
    code = layers.Flatten()(layers.Embedding(3, 2)(layers.Reshape((1,))(ins["code"])))
    return keras.Model(ins, layers.Dense(1)(layers.concatenate([ins["age"], code])))


def test_numeric_columns_are_reconstructed_together_and_standardised():
    rows, _ = draw_rows({"age": AGE, "income": INCOME}, None, None, None, draws=DRAWS)
    assert rows.x_fit.shape == (40, 2) and rows.x_heldout.shape == (10, 2) and rows.x_fit.dtype == np.float32
    np.testing.assert_allclose(rows.x_fit.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(rows.x_fit.std(axis=0), 1, rtol=1e-5)
    raw = rows.inputs_fit["income"][:, 0]
    expected = (rows.inputs_heldout["income"][:, 0] - raw.mean()) / raw.std()
    np.testing.assert_allclose(rows.x_heldout[:, 1], expected, rtol=1e-5, atol=1e-6)
    assert "numeric columns age, income together" in rows.origin


def test_a_column_alone_may_be_named():
    rows, _ = draw_rows({"age": AGE, "income": INCOME}, None, None, None, draws=DRAWS, target="age")
    assert np.array_equal(rows.x_fit, rows.inputs_fit["age"][:, None])


def test_whole_numbers_that_are_embedded_and_text_are_named_as_left_out():
    x = {"age": AGE, "code": CODE}
    rows, _ = draw_rows(x, None, None, None, draws=DRAWS, reading=find_reading(model_of_codes(), x, None))
    assert rows.x_fit.shape == (40, 1) and "left out, being no numbers: code" in rows.origin


def test_categories_alone_are_reconstructed_by_signs_of_each():
    x = {"age": AGE.astype(str), "code": CODE}
    rows, _ = draw_rows(x, None, None, None, draws=DRAWS, reading=find_reading(model_of_codes(), x, None))
    assert rows.x_fit.shape == (40, 8) and "8 signs for each id in the columns code" in rows.origin
    assert "left out, being no numbers: age" in rows.origin


def test_of_several_inputs_the_one_that_is_reconstructed_is_said():
    x = {
        "ids": RNG.integers(0, 9, (60, 5)),
        "photo": RNG.normal(size=(60, 4, 4, 1)),
        "depth": RNG.normal(size=(60, 4, 4)),
    }
    rows, _ = draw_rows(x, None, None, None, draws=DRAWS)
    assert rows.origin == "Reconstructed is input 'photo'; target=... names another of 'ids', 'depth'."


def test_ids_alone_are_names():
    ids, inputs = RNG.integers(0, 9, (60, 5)), keras.Input((5,), dtype="int32")
    model = keras.Model(inputs, layers.Dense(1)(layers.Flatten()(layers.Embedding(9, 2)(inputs))))
    rows, _ = draw_rows(ids, None, None, None, draws=DRAWS, reading=find_reading(model, ids, None))
    assert rows.x_fit.shape == (40, 5, 8) and rows.kind == "tokens" and rows.origin.startswith("Ids are names")
    assert rows.inputs_fit.shape == (40, 5)


def test_text_alone_waits_for_a_layer_that_makes_numbers_of_it():
    rows, _ = draw_rows({"age": AGE.astype(str), "code": CODE.astype(str)}, None, None, None, draws=DRAWS)
    assert rows.kind == "text" and rows.x_fit.shape == (40, 1)


def test_one_number_a_row_is_a_column_and_of_a_model_without_a_graph_a_name():
    places = np.arange(60)
    rows, _ = draw_rows(AGE, None, None, None, draws=DRAWS)
    assert rows.x_fit.shape == (40, 1) and rows.inputs_fit.shape == (40,) and rows.kind == "maps"

    class Lookup(keras.Model):
        def call(self, x):
            return keras.ops.take(keras.ops.ones((60, 2)), x, axis=0)

    rows, _ = draw_rows(places, None, None, None, draws=DRAWS, reading=find_reading(Lookup(), places, None))
    assert rows.x_fit.shape == (40, 8) and rows.kind == "tokens"


def test_signs_stand_for_one_hot_rows_in_the_mean():
    rng = np.random.default_rng(0)
    ids = rng.integers(0, 300, 3000)
    features = rng.normal(size=(300, 60))[ids] + 0.1 * rng.normal(size=(3000, 60))

    def explained(targets):
        targets, centred = targets - targets.mean(0), features - features.mean(0)
        errors = targets - centred @ np.linalg.lstsq(centred, targets, rcond=None)[0]
        return 1 - np.sum(errors**2) / np.sum(targets**2)

    both = explained(signs_of(ids[:, None])), explained(np.eye(300)[ids])
    assert_close(*both, relative=0.1)
    assert signs_of(ids.reshape(30, 100)).shape == (30, 100, 8)
    assert np.array_equal(signs_of(ids.reshape(30, 100)).reshape(3000, 8), signs_of(ids.astype("uint16")[:, None]))


def test_a_constant_column_is_zero():
    columns = find_columns({"one": np.ones(4), "two": np.arange(4.0)})
    fit, heldout = columns.join({"one": np.ones(4), "two": np.arange(4.0)}, {"one": np.ones(2), "two": np.zeros(2)})
    assert not fit[:, 0].any() and not heldout[:, 0].any()


@pytest.mark.parametrize(
    "inputs",
    [{"": np.ones((4, 3))}, {"a": np.ones((4, 3)), "b": np.ones((4, 2))}, {"a": np.ones(4), "b": np.ones((4, 6, 6))}],
    ids=["one", "vectors", "image-and-column"],
)
def test_other_inputs_are_no_columns(inputs):
    assert find_columns(inputs) is None


def test_signs_of_names_stand_for_one_hot_rows():
    """The squared error of a linear decoder of signs is, in the mean, that of one of one-hot rows."""
    names = np.arange(400)[:, None]
    signs = signs_of(names).astype(np.float64)
    assert signs.shape == (400, NUM_SIGNS) and set(np.unique(signs)) == {-1.0, 1.0}
    assert np.array_equal(signs_of(names[::-1])[::-1], signs), "the same ones of a name everywhere"
    # Means and correlations of 400 random signs are within five standard errors of 0.
    assert np.abs(signs.mean(axis=0)).max() < 0.25
    assert np.abs(signs.T @ signs / 400 - np.eye(NUM_SIGNS)).max() < 0.25
    rng = np.random.default_rng(0)
    errors = [rng.standard_normal(400) for _ in range(300)]
    ratio = np.mean([np.sum((error @ signs) ** 2) / (NUM_SIGNS * np.sum(error**2)) for error in errors])
    assert ratio == pytest.approx(1.0, abs=0.1)
    assert signs_of(np.array([[3, 5], [5, 3]])).shape == (2, 2, NUM_SIGNS)
