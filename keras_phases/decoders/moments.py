"""Streamed first and second moments of features and targets, from which every linear decoder follows exactly.

    n, sum a, A'A, A'T        with A (N x D) features, T (N x P) targets less their mean

They are taken about a shift near the mean, because the difference of two large sums would lose the digits that the
solve needs. In float32 they are added up where the backend computes, one compiled function a chunk; what few of them
give the solve, it fetches.
"""

import functools

import numpy as np

from keras_phases.backend.arrays import FLOAT32, FLOAT64, compiled, compiled_once, host
from keras_phases.backend.places import here, place

MOST_ADDED = 32
"""Chunks whose sums float32 adds up, some 65,000 rows; those of more go on in float64, on the host."""


LEAST = 2.0**-124
"""A number that float32 holds, and that changes no sum of squares that it holds well."""


class Sums:
    """Sums over rows, in an arithmetic's own type up to `MOST_ADDED` chunks at a time, by device.

    Args:
        arithmetic: `Arithmetic` of the sums.
        shapes: Shape of each.
    """

    def __init__(self, arithmetic, shapes):
        self._arithmetic, self._shapes, self._before = arithmetic, shapes, None
        self._parts, self._num_added = {}, 0  # by device

    def _zeros(self):
        return [self._arithmetic.ops.zeros(shape, self._arithmetic.dtype) for shape in self._shapes]

    def add(self, function, *arguments):
        """Adds a chunk, by a function of the sums so far and arguments that gives the new ones."""
        if self._arithmetic.noise and self._num_added == MOST_ADDED:
            self._before, self._parts, self._num_added = self._in_float64(), {}, 0
        self._num_added += 1
        self._parts[place()] = function(self._parts.get(place()) or self._zeros(), *arguments)

    def values(self):
        """The sums: of the arithmetic, or of more chunks than that adds up host arrays in float64."""
        return self._brought_together() if self._before is None else self._in_float64()

    def _brought_together(self):
        """The sums of all devices on one, once for all who ask."""
        total = functools.reduce(self._arithmetic.added, map(here, self._parts.values()))
        self._parts = {place(): total}
        return total

    def _in_float64(self):
        values = (host(value).astype(np.float64) for value in self._brought_together())
        return list(values) if self._before is None else list(map(np.add, self._before, values))


class Moments:
    """Sums over rows of features less a fixed shift, and of their products with targets.

    Costs `8 * (D * D + D * P)` bytes; a row costs `D * (D + 2 * P)` floating-point operations.

    Args:
        features: Some first rows `(n, ...)`; the shift is their mean.
        num_targets: Elements of one target, P.
        arithmetic: `Arithmetic` of the sums. Defaults to `FLOAT64`.

    Example:
        >>> import numpy as np
        >>> from keras_phases.decoders.moments import Moments
        >>> features, targets = np.array([[1.0], [3.0]]), np.array([[-2.0], [2.0]])
        >>> moments = Moments(features, 1)
        >>> moments.add(features, targets)
        >>> moments.centred()
        (array([[2.]]), array([[4.]]))
    """

    def __init__(self, features, num_targets, arithmetic=FLOAT64):
        self.arithmetic, self.num_rows = arithmetic, 0
        self.shift = flat_shift(features, arithmetic)
        num_features = self.shift.shape[0]
        self._sums = Sums(arithmetic, ((num_features,), (num_features, num_features), (num_features, num_targets)))

    def add(self, features, targets):
        """Takes in a chunk of rows, features `(n, ...)` and targets `(n, ...)`: arrays, or tensors of the backend.

        Targets are less their mean over all rows that are taken in.
        """
        if len(features) != len(targets):
            raise ValueError(f"features have {len(features)} rows and targets {len(targets)}. Expected a target a row.")
        self.num_rows += len(features)
        features, targets = self.arithmetic.array(features), self.arithmetic.array(targets)
        function = _adding(self.arithmetic, tuple(features.shape), tuple(targets.shape))
        self._sums.add(function, self.shift, features, targets)

    def feature_offset(self):
        """Mean of the features less `shift`, `(D,)`; a tensor in float32, or a host array."""
        return self._sums.values()[0] / self.num_rows

    def centred(self):
        """Second moments about the means.

        Returns:
            `(gram, cross)`: A'A `(D, D)`, of which the lower triangle is meant, and A'T `(D, P)` of the centred rows;
            tensors in float32, or host arrays.
        """
        total, gram, cross = self._sums.values()
        if isinstance(gram, np.ndarray):
            return np.outer(total / -self.num_rows, total) + gram, cross
        return _centring(self.num_rows, len(total))(total, gram), cross


def flat_shift(features, arithmetic):
    """`exact_mean` of some rows `(n, ...)`, flat."""
    features = arithmetic.array(features)
    return _shifting(arithmetic, tuple(features.shape))(features)


@compiled_once
def _shifting(arithmetic, shape):
    ops = arithmetic.ops
    return arithmetic.compiled(lambda features: exact_mean(ops.reshape(features, (shape[0], -1)), ops))


def exact_mean(rows, ops):
    """The mean `(D,)` of rows `(n, D)`: where they are all the same it is exact, and so is the difference."""
    return rows[0] + ops.sum((rows - rows[:1]) / rows.shape[0], axis=0)


@compiled_once
def _adding(arithmetic, shape, target_shape):
    ops = arithmetic.ops

    def add(sums, shift, features, targets):
        A = ops.reshape(features, (shape[0], -1)) - shift
        T = ops.reshape(targets, (target_shape[0], -1))
        return arithmetic.added(sums, (ops.sum(A, axis=0), arithmetic.scatter(A), arithmetic.dot(A, T)))

    return arithmetic.compiled(add)


@compiled_once
def _centring(num_rows, num_features):
    ops = FLOAT32.ops

    def centre(total, gram):
        centred = gram - ops.outer(total / num_rows, total) - lost_squares(total, ops)
        # Sums that are too large stay infinite: a difference of two would be NaN, as of features that are.
        return ops.where(ops.isinf(gram), gram, centred)

    return compiled(centre)


def lost_squares(total, ops):
    """What is taken off A'A, so that squares which float32 rounds to 0 end a little below it; 0 where nothing varies.

    Args:
        total: Array `(D,)` that is 0 for features that never vary.
        ops: `keras.ops` or `numpy`.
    """
    return ops.diag(ops.where(ops.equal(total, 0.0), 0.0, LEAST))
