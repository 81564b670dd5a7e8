import keras
import numpy as np
import pytest
from keras import ops

from keras_phases.data.trees import check_lengths, find_leaves, is_tree, map_leaves, num_rows_of, take_rows, to_array

A, B = np.zeros((3, 2)), np.ones((3, 4))


@pytest.mark.parametrize(
    ("x", "names"),
    [
        ({"b": A, "a": B}, ["b", "a"]),
        ([A, B], ["0", "1"]),
        ((A,), ["0"]),
        ({"pair": [A, B], "one": (A,)}, ["pair/0", "pair/1", "one/0"]),
        ([{"a": A}], ["0/a"]),
    ],
    ids=["dict", "list", "tuple", "nested", "list-of-dict"],
)
def test_a_tree_has_its_leaves_in_order(x, names):
    assert is_tree(x) and [name for name, _ in find_leaves(x)] == names


@pytest.mark.parametrize(
    "x", [A, 3, None, [1, 2], [[1, 2], [3, 4]], [np.float32(1), np.float32(2)], [], "text"],
    ids=["array", "number", "none", "list", "rows", "numpy-numbers", "empty", "text"],
)  # fmt: skip
def test_what_is_one_leaf(x):
    assert not is_tree(x) and find_leaves(x) == [("", x)]


def test_a_tree_keeps_its_form():
    doubled = map_leaves(lambda array: array * 2, {"pair": (A, [B]), "none": None})
    assert isinstance(doubled["pair"], tuple) and isinstance(doubled["pair"][1], list) and doubled["none"] is None
    assert np.array_equal(doubled["pair"][1][0], B * 2)


def test_rows_are_taken_of_each_array():
    taken = take_rows({"a": np.arange(5), "b": -np.arange(5)}, np.array([3, 1]))
    assert taken["a"].tolist() == [3, 1] and taken["b"].tolist() == [-3, -1] and num_rows_of(taken) == 2


@pytest.mark.parametrize(
    "x", [A, A.tolist(), ops.convert_to_tensor(A), keras.Variable(A)], ids=["array", "list", "tensor", "variable"]
)
def test_what_becomes_an_array(x):
    array = to_array(x, "x", "")
    assert isinstance(array, np.ndarray) and np.array_equal(array, A)


def test_an_array_is_not_copied():
    assert to_array(A, "x", "") is A


def test_bfloat16_becomes_float32():
    array = to_array(ops.cast(ops.convert_to_tensor(B), "bfloat16"), "x", "")
    assert array.dtype == "float32" and np.array_equal(array, B)


@pytest.mark.parametrize("x", [object(), {1, 2}, np.array([[], [1]], object)], ids=["thing", "set", "ragged"])
def test_what_is_no_array(x):
    with pytest.raises(ValueError, match=rf"x of fit is a {type(x).__name__}.*Pass arrays\."):
        to_array(x, "x of fit", "Pass arrays.")


def test_lengths():
    assert check_lengths({"a": A, "b": B}, np.arange(3), "x and y") is None
    with pytest.raises(ValueError, match=r"x and y have 3 rows and 2 rows. Expected one label for each"):
        check_lengths(A, np.arange(2), "x and y")
