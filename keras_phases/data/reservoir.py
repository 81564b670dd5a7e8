"""A fair choice of rows from a stream of unknown length, in bounded memory."""

import numpy as np

from keras_phases.data.reading import mask_rows, masked_rows
from keras_phases.data.trees import find_leaves, map_leaves, num_rows_of


class Reservoir:
    """Keeps `num_rows` rows of those that were added, each with the same chance, chosen by the seed.

    Memory stays at the rows kept; up to `num_rows` rows are kept in the order in which they came.

    Args:
        num_rows: Rows to keep.
        seed: Seed of the choice.
        only_new: Whether to leave out rows that have come before, as of a stream that goes round and round.
            Defaults to `False`.
        form: `BatchForm` of the batches that they come in. Defaults to `None`: they come in none.
    """

    def __init__(self, num_rows, seed, *, only_new=False, form=None):
        self._num_rows, self.form = num_rows, form
        self._random = np.random.default_rng([seed, 2])
        self._seen = set() if only_new else None
        self._kept = None
        self.num_added = 0

    def add(self, x, y=None):
        """Adds a batch: a tree of arrays, and labels, of which rows may be masked, or None."""
        batch = {"x": x, "y": y, "masked": None if y is None else masked_rows(y)}
        rows = np.arange(num_rows_of(x)) if self._seen is None else self._new_rows(x)
        if self._kept is None:
            self._kept = map_leaves(self._allocate, batch)
        counts = self.num_added + np.arange(len(rows))
        # Algorithm R: the t-th row replaces a kept one with the chance num_rows / t.
        places = np.where(counts < self._num_rows, counts, self._random.integers(0, counts + 1))
        stays = places < self._num_rows
        for (name, kept), (_, array) in zip(self._leaves(self._kept), self._leaves(batch), strict=True):
            if kept.shape[1:] != array.shape[1:]:
                raise ValueError(
                    f"Batches differ: {name} has rows of shape {kept.shape[1:]}, in a later batch {array.shape[1:]}. "
                    "Expected rows of one shape; pass the rows to measure: data=(x, y)."
                )
            kept[places[stays]] = array[rows[stays]]
        self.num_added += len(rows)

    def rows(self):
        """`(x, y)` of the rows kept."""
        count = min(self.num_added, self._num_rows)
        kept = map_leaves(lambda array: array[:count], self._kept)
        return kept["x"], None if kept["y"] is None else mask_rows(kept["y"], kept["masked"])

    def _allocate(self, array):
        # Text is kept as objects: a longer word of a later batch would be cut.
        dtype = object if array.dtype.kind in "SUO" else array.dtype
        # The system hands out the memory page by page, as rows come.
        return np.empty((self._num_rows, *array.shape[1:]), dtype)

    @staticmethod
    def _leaves(batch):
        return [(name, leaf) for name, leaf in find_leaves(batch) if leaf is not None]

    def _new_rows(self, x):
        arrays = [array for _, array in find_leaves(x)]
        rows = []
        for row in range(len(arrays[0])):
            digest = hash(tuple(_as_bytes(array[row]) for array in arrays))
            if digest not in self._seen:  # pyright: ignore[reportOperatorIssue] None only where all rows are new
                self._seen.add(digest)  # pyright: ignore[reportOptionalMemberAccess] None only where all rows are new
                rows.append(row)
        return np.array(rows, int)


def _as_bytes(values):
    # The bytes of an array of objects are addresses.
    values = np.asarray(values)
    return repr(values.tolist()).encode() if values.dtype.kind == "O" else values.tobytes()
