"""Labels at each position of a map or a sequence: segmentation masks, tags of tokens; and the class of each patch.

| labels as fed                                             | class of a position              |
|-----------------------------------------------------------|----------------------------------|
| `(n, h, w)`, `(n, h, w, 1)`, `(n, t, 1)` of whole numbers | the number                       |
| `(n, t)` for a sparse cross-entropy                       | the number                       |
| `(n, h, w, K)`, `(n, t, K)` that add up to 1              | the likeliest, as of single rows |
"""

import math

import numpy as np

from keras_phases.data.labels import MOST_NUMBERS, NO_CLASS, NO_LABEL, drop_axes
from keras_phases.data.reading import IGNORED, masked_rows
from keras_phases.data.trees import find_leaves

MOST_CLASSES = 1024
_ROWS_AT_ONCE = 256


class LabelMaps:
    """Classes at the positions of all fit rows and held-out rows.

    Args:
        fit: Class indices `(num_fit, *grid)`; -2 where the loss leaves a position out.
        heldout: The same of the held-out rows; -1 of a class that no fit row has.
        classes: The distinct class labels, sorted.
        is_apart: Whether they stand at other places than those of what is reconstructed, as guesses of a few tokens and
            a text beside sound do: maps of other sides have no such labels. Defaults to False.
    """

    def __init__(self, fit, heldout, classes, is_apart=False):
        self.fit, self.heldout, self.classes, self.is_apart, self._patches = fit, heldout, classes, is_apart, {}

    @property
    def grid(self):
        """Length of each axis of a row's map."""
        return self.fit.shape[1:]

    @property
    def note(self):
        """How many positions have no label, and which taps, for people; empty where all have one."""
        both, num_positions = (self.fit, self.heldout), self.fit.size + self.heldout.size
        left_out = sum(np.count_nonzero(labels == NO_LABEL) for labels in both)
        found = f"The loss leaves out {left_out:,} of {num_positions:,} positions, which have no label. " * bool(
            left_out
        )
        sides = " x ".join(map(str, self.grid))
        apart = f" Labels stand at {sides} positions of something else; taps of other lengths have no linear probe."
        return (found + apart * self.is_apart).lstrip()

    def counting(self, fit, heldout):
        """The same where some positions alone have a label, bool arrays of both row sets."""
        fit, heldout = np.where(fit, self.fit, NO_LABEL), np.where(heldout, self.heldout, NO_LABEL)
        return LabelMaps(fit, heldout, self.classes, self.is_apart)

    def patches(self, grid):
        """`(fit, heldout)`: the most frequent class of each patch `(num_rows, *grid)`, the first of equal ones."""
        if grid not in self._patches:
            most = len(self.classes)
            self._patches[grid] = tuple(_majority(labels, grid, most) for labels in (self.fit, self.heldout))
        return self._patches[grid]


def _majority(labels, grid, num_classes):
    if labels.shape[1:] == grid:
        return labels
    parts = (labels[start : start + _ROWS_AT_ONCE] for start in range(0, len(labels), _ROWS_AT_ONCE))
    return np.concatenate([_majority_of_few(part, grid, num_classes) for part in parts])


def _majority_of_few(labels, grid, num_classes):
    best, found = np.zeros((len(labels), *grid), np.float32), np.full((len(labels), *grid), NO_LABEL, np.int32)
    for index in (*range(num_classes), NO_CLASS):
        share = average(np.asarray(labels == index, np.float32), grid)
        found[share > best + 1e-6] = index
        best = np.maximum(best, share)
    return found


def average(array, grid, ops=np):
    """Averages of `array` `(n, *sides, ...)` over the cells of a grid, an area each."""
    for axis, (side, cells) in enumerate(zip(array.shape[1:], grid, strict=False), start=1):
        if side != cells:
            weights = _cells(side, cells)
            array = ops.moveaxis(ops.tensordot(weights, array, axes=[[1], [axis]]), 0, axis)
    return array


def _cells(side, cells):
    """How much of each of `side` elements lies in each cell, rows that add up to 1."""
    edges = np.arange(cells + 1) * side / cells
    places = np.arange(side)
    shared = np.minimum(edges[1:, None], places + 1) - np.maximum(edges[:-1, None], places)
    return (np.maximum(shared, 0) * cells / side).astype(np.float32)


def resolve_maps(y_fit, y_heldout, reading, x_fit):
    """`(LabelMaps, reason)` of labels as fed; both None or empty where they are labels of whole rows.

    Args:
        y_fit: Labels of the fit rows, an array, of which rows or positions may be masked; None without.
        y_heldout: The same of the held-out rows.
        reading: `Reading` of the model.
        x_fit: What is reconstructed, of the fit rows.
    """
    if y_fit is None or y_heldout is None:
        return None, ""
    y_fit, y_heldout = drop_axes(y_fit), drop_axes(y_heldout)
    maps = [_class_map(y, reading, x_fit.shape[1:]) for y in (y_fit, y_heldout)]
    if y_fit.size == x_fit.size > len(x_fit) and np.array_equal(np.ravel(y_fit), np.ravel(x_fit)):
        return None, "labels are what is reconstructed"
    if any(isinstance(found, str) or found is None for found in maps):
        return None, next((found for found in maps if isinstance(found, str)), "")
    both = [_leave_out(found, y, reading) for found, y in zip(maps, (y_fit, y_heldout), strict=True)]
    classes = np.unique(both[0][both[0] != _nothing(both[0])])
    if not 1 < len(classes) <= MOST_CLASSES:
        return None, f"labels at positions have {len(classes)} distinct values, expected 2 to {MOST_CLASSES:,}"
    indices = []
    for values in both:
        places = np.searchsorted(classes, values).clip(0, len(classes) - 1)
        found = np.where(classes[places] == values, places, NO_CLASS)
        indices.append(np.where(values == _nothing(values), NO_LABEL, found).astype(np.int32))
    if any(np.all(found == NO_LABEL) for found in indices):
        return None, "the loss leaves out all positions of the fit rows or of the held-out rows"
    return LabelMaps(indices[0], indices[1], classes), ""


def are_apart(grid, rows):
    """Whether labels at the positions of a sequence are of another one than what `ProbeExamples` reconstruct."""
    own = rows.x_fit.shape[1:2]
    others = [leaf.shape[1:2] for name, leaf in find_leaves(rows.inputs_fit) if name != rows.source]
    return len(grid) == 1 and own != grid and (grid in others or rows.kind == "tokens")


def _class_map(y, reading, input_shape):
    """A class at each position, int32; a reason where there is none to be had; None of labels of whole rows."""
    values, kind = np.asarray(y), reading.kind
    is_sequence = reading.takes_indices and values.ndim == 2 and values.shape[1] > 1
    if values.dtype.kind not in "iubf" or (values.ndim < 3 and not is_sequence):
        return None
    described = f"labels of shape {values.shape} and dtype {values.dtype}"
    write = "pass transfer={'name': function} with one label a row, such as the class of the largest object"
    if kind == "values":
        many = f"{described} are more than {MOST_NUMBERS} numbers at positions, where only classes are told; {write}"
        return None if values[0].size <= MOST_NUMBERS else many
    if reading.takes_indices or values.shape[-1] == 1:
        values = values[..., 0] if values.shape[-1] == 1 else values
    elif _are_shares(values):
        return values.argmax(axis=-1).astype(np.int32)
    elif kind == "classes" or values.ndim != 3 or not _has_sides(values.shape[1:], input_shape):
        return f"{described} are neither a class at each position nor one-hot, as boxes are not; {write}"
    if values.dtype.kind == "f" and not np.array_equal(values, np.round(values)):
        return f"{described} are no whole numbers at positions; round them, (y > 0.5), or {write}"
    return values.astype(np.int32)


def _are_shares(values):
    """Whether each position has shares of classes, or nothing at all."""
    sums = values.sum(axis=-1, dtype=np.float64)
    return bool(np.all(values >= 0) and np.all((np.abs(sums - 1) < 0.01) | (sums == 0)) and sums.any())


def _has_sides(grid, input_shape):
    """Whether a map is the input's, at its size or another."""
    return len(input_shape) == 3 and input_shape[0] * grid[1] == input_shape[1] * grid[0]


def _leave_out(found, y, reading):
    """The classes with a mark where the loss or a sample weight of 0 leaves a position out."""
    values, out = np.asarray(y), np.zeros(found.shape, bool)
    if np.ma.isMA(y):
        mask = np.ma.getmaskarray(y)
        out |= mask.reshape(*found.shape, -1).all(axis=-1)
    ignored = reading.option("ignore_class") if reading.loss is not None else None
    if values.size != found.size:
        out |= ~values.any(axis=-1)
    elif reading.kind == "own":
        asked = _asked(found)
        out |= np.isin(found, [value for value in asked if _is_ignored(reading, y, value, asked)])
    elif ignored is not None:
        out |= found == ignored
    return np.where(out, _nothing(found), found)


def _asked(found):
    """What the user's own loss is asked about: numbers below 0, which may be padding itself, and what masks have."""
    return [int(value) for value in np.unique(found) if value <= 0 or value == IGNORED][:4]


def _is_ignored(reading, y, value, asked):
    label, others = np.full((1, *y.shape[1:]), value, y.dtype), np.asarray(y)[~np.isin(y, asked)]
    label.ravel()[: label.size // 2] = others[0] if len(others) else value
    num_outputs = min(max(int(np.max(others, initial=1)) + 1, 2), 256)
    counts = label != value
    return reading.leaves_out(label, num_outputs, counts[..., 0] if y.shape[-1] == 1 and y.ndim > 2 else counts)


def _nothing(array):
    return np.iinfo(array.dtype).min


def mask_of(y):
    """Which labels are masked: each position, of labels of one column each row."""
    return np.ma.getmaskarray(y) if y.ndim > 1 else masked_rows(y)


def spread_positions(num_rows, num_positions, most, seed):
    """Places of some positions of each row, `(num_rows, k)`: spread evenly from a drawn first, `most` of all rows."""
    many = math.ceil(most / num_rows)
    count = min(num_positions, many)
    first = np.random.default_rng(seed).integers(num_positions, size=(num_rows, 1))
    return np.sort((first + np.arange(count) * num_positions // count) % num_positions, axis=1).astype(np.int32)
