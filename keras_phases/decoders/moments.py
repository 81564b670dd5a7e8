"""Streamed first and second moments of features and targets, from which every linear decoder follows exactly.

    n, sum a, sum t, A'A, A'T, sum of t^2        with A (N x D) features and T (N x P) targets

Moments add up: over batches, replicas, shards and resumed runs. They are taken about a shift near the mean, because the
difference of two large sums would lose the digits that the solve needs.
"""

import dataclasses

import numpy as np

from keras_phases.backend.arrays import FLOAT64, Arithmetic, host


@dataclasses.dataclass
class Moments:
    """Sums over rows of features and targets, both less a fixed shift, held in float64.

    Costs `8 * (D * D + D * P)` bytes; a row costs `D * (D + 2 * P)` floating-point operations.

    Args:
        feature_shift: Array `(D,)` that is taken off every row of features; float32 values, taken off without rounding
            where features are near it.
        target_shift: Array `(P,)` that is taken off every row of targets.
        arithmetic: `Arithmetic` of the products of one chunk of rows. Defaults to `FLOAT64`.

    Example:
        >>> import numpy as np
        >>> from keras_phases.decoders.moments import Moments
        >>> features, targets = np.array([[1.0], [3.0]]), np.array([[2.0], [6.0]])
        >>> moments = Moments.about(features, targets)
        >>> moments.add(features, targets)
        >>> gram, cross, target_squares = moments.centred()
        >>> gram, cross, target_squares
        (array([[2.]]), array([[4.]]), 8.0)
    """

    feature_shift: np.ndarray
    target_shift: np.ndarray
    arithmetic: Arithmetic = FLOAT64
    num_rows: int = 0
    feature_sum: np.ndarray = None  # pyright: ignore[reportAssignmentType] made beside the shifts
    target_sum: np.ndarray = None  # pyright: ignore[reportAssignmentType] made beside the shifts
    gram: np.ndarray = None  # pyright: ignore[reportAssignmentType] made beside the shifts
    cross: np.ndarray = None  # pyright: ignore[reportAssignmentType] made beside the shifts
    target_squares: float = 0.0

    def __post_init__(self):
        num_features, num_targets = len(self.feature_shift), len(self.target_shift)
        if self.gram is None:
            self.feature_sum, self.target_sum = np.zeros(num_features), np.zeros(num_targets)
            self.gram = np.zeros((num_features, num_features))
            self.cross = np.zeros((num_features, num_targets))

    @classmethod
    def about(cls, features, targets, arithmetic=FLOAT64):
        """Empty moments about the means of some first rows, shapes `(n, D)` and `(n, P)`."""
        return cls(mean_shift(features), mean_shift(targets), arithmetic)

    def add(self, features, targets):
        """Takes in a chunk of rows, features `(n, D)` and targets `(n, P)`: arrays, or tensors of the backend."""
        if len(features) != len(targets):
            raise ValueError(f"features have {len(features)} rows and targets {len(targets)}. Expected a target a row.")
        array, ops = self.arithmetic.array, self.arithmetic.ops
        A = array(features) - array(self.feature_shift)
        T = array(targets) - array(self.target_shift)
        self.num_rows += len(features)
        self.feature_sum += host(ops.sum(A, axis=0))
        self.target_sum += host(ops.sum(T, axis=0))
        self.gram += self.arithmetic.gram(A)
        self.cross += host(self.arithmetic.dot(A, T))
        # Row by row, so that rounding in float32 averages out.
        self.target_squares += float(np.sum(host(ops.sum(T * T, axis=1)), dtype=np.float64))

    def __add__(self, other):
        """The moments of the rows of both; `other` must be about the same shift."""
        if not np.array_equal(self.feature_shift, other.feature_shift) or not np.array_equal(
            self.target_shift, other.target_shift
        ):
            raise ValueError(
                "Moments about different shifts do not add up. Make the second as about the first's shift."
            )
        sums = {
            field.name: getattr(self, field.name) + getattr(other, field.name)
            for field in dataclasses.fields(self)
            if not field.name.endswith(("shift", "arithmetic"))
        }
        return Moments(self.feature_shift, self.target_shift, self.arithmetic, **sums)

    @property
    def feature_mean(self):
        """Mean of the features, `(D,)`."""
        return self.feature_shift + self.feature_sum / self.num_rows

    @property
    def target_mean(self):
        """Mean of the targets, `(P,)`."""
        return self.target_shift + self.target_sum / self.num_rows

    def centred(self):
        """Second moments about the means.

        Returns:
            `(gram, cross, target_squares)`: A'A `(D, D)`, of which the lower triangle is meant, A'T `(D, P)` and tr T'T
            of the centred rows.
        """
        s, u, n = self.feature_sum, self.target_sum, self.num_rows
        # One new array each: of the widest taps they are the largest there are.
        gram, cross = np.outer(s / -n, s), np.outer(s / -n, u)
        gram += self.gram
        cross += self.cross
        return gram, cross, self.target_squares - float(u @ u) / n


def mean_shift(rows):
    """The mean of some rows, rounded to float32: where they are all the same it is exact, and so is the difference."""
    return host(rows).mean(axis=0, dtype=np.float64).astype(np.float32)
