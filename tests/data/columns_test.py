import keras
import numpy as np
import pytest
from keras import layers

from keras_phases.data.columns import find_columns
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


def test_categories_alone_are_refused_with_a_way_out():
    x = {"age": AGE.astype(str), "code": CODE}
    reading = find_reading(model_of_codes(), x, None)
    with pytest.raises(ValueError, match=r"No input can be reconstructed.*'code'.*target='\.\.\.'"):
        draw_rows(x, None, None, None, draws=DRAWS, reading=reading)


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
