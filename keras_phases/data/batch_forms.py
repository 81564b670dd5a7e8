"""Which parts of a batch are the inputs, the labels and the sample weights."""

import dataclasses
from collections.abc import Callable
from typing import Any

import keras

from keras_phases.data.reading import Head
from keras_phases.data.source_copies import OWN_ROWS
from keras_phases.data.trees import find_leaves, take_rows


@dataclasses.dataclass(frozen=True)
class Parts:
    """Where the parts of a batch are, as trees of names of `find_leaves`.

    Args:
        x: The inputs.
        y: The labels. Defaults to `None`: the batch has none.
        weights: The sample weights. Defaults to `None`: the batch has none.
        note: What was chosen, for people. Defaults to nothing.
        without_labels: Why there are no labels, for people. Defaults to nothing.
        head: The `Head` that the labels are, of several. Defaults to `None`: there are no others.
    """

    x: Any
    y: Any = None
    weights: Any = None
    note: str = ""
    without_labels: str = ""
    head: Head | None = None


class BatchForm:
    """Takes the inputs, labels and sample weights out of batches, which all have the form of the first.

    Args:
        find: Function from the first batch to its `Parts`, None where they are as Keras has them. Defaults to `None`:
            they are, `x`, `(x, y)` or `(x, y, sample_weight)`.
        num_rows: Rows that a batch made of arrays has. Defaults to `32`.

    Attributes: `parts` of the first batch, None before it, and where they are as Keras has them; `is_random`, whether
    a source draws at random what it makes of its rows.
    """

    def __init__(self, find: Callable[[Any], Parts | None] | None = None, num_rows: int = 32):
        self._find, self._num_rows, self._names, self.parts = find, num_rows, None, None
        self.is_random = False

    def __call__(self, batch: Any, *, is_whole: bool = False) -> tuple[Any, Any, Any]:
        """`(x, y, sample weights)`, each a tree of arrays or None, of a batch, or of all rows of arrays."""
        leaves = dict(find_leaves(batch))
        if self._names is None:
            self._names = leaves.keys()
            first = take_rows(batch, slice(self._num_rows)) if is_whole and self._find else batch
            self.parts = None if self._find is None else self._find(first)
        if self.parts is None or leaves.keys() != self._names:  # validation rows may be plain (x, y) all the same
            return unpack(batch)
        parts = self.parts.x, self.parts.y, self.parts.weights
        x, y, weights = (None if part is None else keras.tree.map_structure(leaves.get, part) for part in parts)
        return x, y, weights


def unpack(batch):
    """`(x, y, sample weights)` of a batch as Keras itself unpacks it.

    Raises:
        ValueError: for a tuple or list of other than one to three parts, with the way out.
    """
    if isinstance(batch, (tuple, list)) and not 1 <= len(batch) <= 3:
        shapes = ", ".join(f"'{name}' {getattr(leaf, 'shape', '')}" for name, leaf in find_leaves(batch))
        raise ValueError(
            f"A batch has {len(batch)} parts: {shapes}. Expected x, (x, y) or (x, y, sample_weight); {OWN_ROWS}."
        )
    return keras.utils.unpack_x_y_sample_weight(batch)
