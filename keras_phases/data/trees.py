"""Trees of inputs, as a model is fed: an array, or a dict, list or tuple of arrays, at any depth."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np

from keras_phases.backend.arrays import host


def is_tree(x):
    """Whether `x` is a dict, list or tuple of arrays, and not one array or a list of numbers."""
    if isinstance(x, dict):
        return True
    return isinstance(x, (list, tuple)) and len(x) > 0 and (is_tree(x[0]) or _has_rows(x[0]))


def find_leaves(tree: Any, name: str = "") -> list[tuple[str, Any]]:
    """The arrays of a tree as pairs `(name, array)`: the key or the place in the list, `"pair/0"` further down."""
    if not is_tree(tree):
        return [(name, tree)]
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return [leaf for key, item in items for leaf in find_leaves(item, f"{name}/{key}" if name else f"{key}")]


def map_leaves(function: Callable[[Any], Any], tree: Any) -> Any:
    """The tree of `function(array)`; None stays None."""
    if tree is None:
        return None
    if isinstance(tree, dict):
        return {key: map_leaves(function, item) for key, item in tree.items()}
    if is_tree(tree):
        items = [map_leaves(function, item) for item in tree]
        return type(tree)(*items) if hasattr(tree, "_fields") else type(tree)(items)
    return function(tree)


def num_rows_of(tree):
    """Rows of the first array of a tree."""
    return len(find_leaves(tree)[0][1])


def take_rows(tree: Any, rows: Any) -> Any:
    """The tree of some rows of each array; NumPy arrays give copies."""
    return map_leaves(lambda array: array[rows], tree)


def to_array(x: Any, name: str, expected: str) -> np.ndarray:
    """An array, tensor of any backend, pandas object or list of numbers as a NumPy array; no copy where possible.

    Args:
        x: What a model is fed. bfloat16 becomes float32, text an array of objects.
        name: What the errors call it.
        expected: The end of the errors: what was expected, how to fix it.

    Raises:
        ValueError: for what is no array, and for sparse and ragged tensors.
    """
    if isinstance(x, np.ndarray):
        array = x
    elif isinstance(x, keras.Variable):
        array = host(x)
    elif _is_from(x, "torch"):
        x = x.detach().cpu()
        array = (x.float() if str(x.dtype) == "torch.bfloat16" else x).numpy()
    elif callable(convert := getattr(x, "to_numpy", getattr(x, "numpy", None))):
        array = np.asarray(convert())
    elif isinstance(x, (list, tuple, int, float, bool, str, bytes, np.generic)) or hasattr(x, "__array__"):
        array = np.asarray(x)
    else:
        # Not np.asarray on what merely has a length and items: it would read every batch of a PyDataset.
        raise ValueError(f"{name} is a {type(x).__name__}. {expected}")
    if array.dtype.kind == "V" and "bfloat16" in str(array.dtype):
        array = array.astype(np.float32)
    if array.dtype.kind == "O" and not (array.size and isinstance(array.flat[0], (str, bytes))):
        raise ValueError(f"{name} is a {type(x).__name__} with shape {array.shape} and dtype {array.dtype}. {expected}")
    return array


def check_lengths(x, y, names):
    """Fails where the arrays of `x` and the labels differ in rows, or have no axis of rows."""
    (first, array), *others = find_leaves(x)
    for name, other in others:
        if len(other) != len(array):
            raise ValueError(
                f"{names}: input '{first}' has {len(array)} rows, input '{name}' {len(other)}. Expected the same "
                "number of rows in all inputs, the examples on the first axis."
            )
    if y is not None and (y.ndim == 0 or len(array) != len(y)):
        count = "no first axis" if y.ndim == 0 else f"{len(y)} rows"
        raise ValueError(
            f"{names} have {len(array)} rows and {count}. Expected one label for each row; batch a dataset of single "
            "examples: data=dataset.batch(256)."
        )


def _has_rows(x):
    # A list of NumPy numbers, which have a shape too, is one array.
    return hasattr(x, "shape") and tuple(x.shape) != ()


def _is_from(x, package):
    return any(parent.__module__.split(".")[0] == package for parent in type(x).__mro__)
