"""The linear probe at each position of a map, for labels that are maps too: the features there -> the class there.

Map and labels meet on the coarser of both grids: features are averaged over its cells, of labels the most frequent one
counts. A tap of another number of axes, such as a vector, tells the most frequent class of the whole. Of many positions
some are drawn, of every row alike.
"""

import math

import numpy as np
from keras import ops

from keras_phases.data.label_maps import average, spread_positions
from keras_phases.data.labels import NO_CLASS, NO_LABEL
from keras_phases.measure.tap_probes import TapProbes

FIT_POSITIONS, HELDOUT_POSITIONS = 20_000, 100_000
"""Positions of all fit rows, and of all held-out rows; at least one of each row."""


class PositionProbes(TapProbes):
    """The linear probe of one label set at positions; otherwise as `TapProbes`.

    Args:
        plan: `TapPlan` of the tap, the first of several.
        label_set: `TransferLabels` of the task `"positions"`.
    """

    def __init__(self, plan, label_set):
        self._channels, maps = plan.tap.shape[-1], label_set.rows.label_maps
        grid = find_common_grid(plan.tap.shape[:-1], maps.grid)
        parts = []
        self._takers = []
        for labels, most in zip(maps.patches(grid), (FIT_POSITIONS, HELDOUT_POSITIONS), strict=True):
            labels = labels.reshape(len(labels), -1)
            places = spread_positions(labels.shape[0], labels.shape[1], most, seed=0)
            parts.append(np.take_along_axis(labels, places, axis=1).ravel())
            self._takers.append(_Taker(plan.tap.shape, grid, places))
        present = np.unique(parts[0][parts[0] >= 0])
        own = label_set.with_labels(*(_among(present, labels) for labels in parts), maps.classes[present])
        is_elsewhere = maps.is_apart and plan.tap.shape[:-1] != maps.grid
        # Larger patches may be of one class all.
        super().__init__(plan, [own] if len(present) > 1 and not is_elsewhere else [])
        self.recipe = type(plan.probe).of((self._channels,))
        self.place = plan.tap, self._takers[0]

    def jobs(self, features):
        """See `TapProbes.jobs`."""
        return super().jobs(features.reshape(-1, self._channels))

    def fit(self, features):
        """See `TapProbes.fit`."""
        super().fit(ops.reshape(features, (-1, self._channels)))

    def judge(self, features):
        """See `TapProbes.judge`."""
        self._judge_taken(ops.reshape(self._takers[1](features), (-1, self._channels)))

    def scores(self):
        """See `TapProbes.scores`; with the mean IoU over the classes of the held-out positions."""
        found = super().scores()
        for label_set in self.label_sets:
            if label_set.name in found and np.isfinite(found[label_set.name]["accuracy"]):
                decided = np.concatenate(self._outputs[label_set.name]).argmax(axis=1)
                found[label_set.name]["iou"] = mean_iou(decided, label_set.rows.labels_heldout)
        return found


def _among(present, labels):
    """Class indices as places among those that some fit position has."""
    found = np.searchsorted(present, labels).clip(0, len(present) - 1)
    return np.where(labels == NO_LABEL, NO_LABEL, np.where(present[found] == labels, found, NO_CLASS))


class _Taker:
    """Takes the features at the drawn positions, of one chunk of rows after the other."""

    def __init__(self, shape, grid, places):
        self._shape, self.grid, self._places, self._num_taken = shape, grid, places, 0
        self.num_features = places.shape[1] * shape[-1]

    def __call__(self, features):
        places = self._places[self._num_taken : self._num_taken + len(features)]
        self._num_taken += len(features)
        features, num_rows = ops.cast(features, "float32"), len(features)
        if len(self.grid) == len(self._shape) - 1:
            features = average(features, self.grid, ops)
        else:
            features = ops.mean(ops.reshape(features, (num_rows, -1, self._shape[-1])), axis=1)
        cells = ops.reshape(features, (len(places), math.prod(self.grid), self._shape[-1]))
        return ops.take_along_axis(cells, ops.convert_to_tensor(places[:, :, None]), axis=1)


def find_common_grid(sides, label_sides):
    """The grid on which a tap's map and that of labels meet; one cell where they have not as many axes."""
    if len(sides) != len(label_sides):
        return (1,) * len(label_sides)
    return tuple(map(min, sides, label_sides))


def mean_iou(decided, labels):
    """Intersection over union, a mean over the classes that held-out positions have; NaN without.

    Args:
        decided: Class indices `(n,)`.
        labels: The true ones; -1 of a class that none can have decided, -2 without.

    Example:
        >>> from keras_phases.measure.position_probes import mean_iou
        >>> import numpy as np
        >>> mean_iou(np.array([0, 0, 1, 1]), np.array([0, 1, 1, -2]))
        0.5
    """
    decided, labels = decided[labels != NO_LABEL], labels[labels != NO_LABEL]
    shares = []
    for index in np.unique(labels[labels >= 0]):
        own, found = labels == index, decided == index
        shares.append(np.count_nonzero(own & found) / np.count_nonzero(own | found))
    return float(np.mean(shares)) if shares else float("nan")
