"""A fair choice of rows from a stream of unknown length, in bounded memory."""

import collections

import numpy as np

from keras_phases.data.copies import FEWEST_ELEMENTS, digest_rows
from keras_phases.data.label_maps import mask_of
from keras_phases.data.reading import mask_rows
from keras_phases.data.trees import find_leaves, map_leaves, num_rows_of


class Reservoir:
    """Keeps `num_rows` rows of those that were added, each with the same chance, chosen by the seed.

    A row that has come before, with its labels, is left out: a stream may go round and round, or give some rows more
    often than others. Memory stays at the rows kept; up to `num_rows` rows are kept in the order in which they came.

    Args:
        num_rows: Rows to keep.
        seed: Seed of the choice.
        only_new: Whether to leave out even rows of so few numbers that they may be equal by chance, as of a stream that
            goes round and round. Defaults to `False`.
        form: `BatchForm` of the batches that they come in. Defaults to `None`: they come in none.
    """

    def __init__(self, num_rows, seed, *, only_new=False, form=None):
        self._num_rows, self.form = num_rows, form
        self._random = np.random.default_rng([seed, 2])
        self._fewest_elements = 0 if only_new else FEWEST_ELEMENTS
        self._counts = collections.Counter()
        self._kept = None
        self.num_added = 0

    def add(self, x, y=None):
        """Adds a batch: a tree of arrays, and labels, of which rows may be masked, or None."""
        batch = {"x": x, "y": y, "masked": None if y is None else mask_of(y)}
        rows = self._new_rows(batch)
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

    @property
    def is_uneven(self):
        """Whether a tenth of what has come, or more, are rows that came more often than others, by two or more."""
        counts = np.array(list(self._counts.values()) or [1])
        return bool(np.maximum(counts - counts.min() - 1, 0).sum() > 0.1 * counts.sum())

    def _allocate(self, array):
        # Text is kept as objects: a longer word of a later batch would be cut.
        dtype = object if array.dtype.kind in "SUO" else array.dtype
        # The system hands out the memory page by page, as rows come.
        return np.empty((self._num_rows, *array.shape[1:]), dtype)

    @staticmethod
    def _leaves(batch):
        return [(name, leaf) for name, leaf in find_leaves(batch) if leaf is not None]

    def _new_rows(self, batch):
        num_rows, arrays = num_rows_of(batch["x"]), [leaf for _, leaf in self._leaves(batch)]
        if sum(array[:1].size for _, array in find_leaves(batch["x"])) < self._fewest_elements:
            return np.arange(num_rows)
        digests = digest_rows(arrays, range(num_rows))
        first = np.sort(np.unique(digests, return_index=True)[1])
        rows = np.array([row for row in first if digests[row] not in self._counts], int)
        self._counts.update(digests)
        return rows
