"""Features in units of their own spread, for every kind of linear probe."""

import functools

import numpy as np
import scipy.linalg

from keras_phases.backend.arrays import FLOAT32, compiled, compiled_once, host
from keras_phases.backend.factors import has_accelerator

ROWS_AT_ONCE = 2048
"""Rows that are added up at a time, so that rounding in float32 stays that of a few."""

_POWERS = np.float32(2.0) ** np.arange(-126, 128, dtype=np.float32)
_FACTORS = np.float32(2.0) ** -np.arange(-126, 129, dtype=np.float32).clip(-126, 126)
"""By the number of powers up to the largest value of a feature: what brings that near 1."""


class Scale:
    """The spread of each feature: what makes features into standardised ones.

    Each feature is first taken times the power of two that brings its largest value near 1. So float32 holds the
    squares of features of any size, and those of usual size lose and win no bit.

    Args:
        parts: Power of two, shift, mean less shift and inverse standard deviation, which is 0 of a feature that does
            not vary; a tensor `(4, F)`, all but the first of the features times the first.
    """

    def __init__(self, parts):
        self._parts = parts

    @functools.cached_property
    def _on_host(self):
        return host(self._parts).astype(np.float64)

    @property
    def mean(self):
        """Mean of every feature as it comes, float64."""
        factors, shift, offset, _ = self._on_host
        return (shift + offset) / factors

    @property
    def inverse(self):
        """Inverse standard deviation of every feature as it comes, float64."""
        return self._on_host[3] * self._on_host[0]

    def multiply(self, features, weights):
        """Standardised features `(n, F)` times weights `(F, C)`, tensors."""
        num_rows, num_features = features.shape
        return _multiplying(num_rows, num_features, weights.shape[1])(features, self._parts, weights)


class StandardisedFeatures:
    """Features in units of their own spread, and what the fits of several label sets on them have in common.

    Args:
        features: Array or tensor `(n, F)`.
    """

    def __init__(self, features):
        self.shape = tuple(features.shape)
        self.Z, parts = _standardising(*self.shape)(FLOAT32.array(features))
        self.scale = Scale(parts)

    @functools.cached_property
    def principal_axes(self):
        """`(Y, axes, squares)`: Y = Z axes, `(n, r)` with uncorrelated columns; orthonormal axes; mean squares of Y.

        Of fewer rows than features the axes that the rows span. Y and axes are tensors.

        Raises:
            FloatingPointError: when features are not finite.
        """
        (num_rows, num_features), ops = self.shape, FLOAT32.ops
        if num_features <= num_rows:
            squares, axes = _eigh(FLOAT32.scatter(self.Z))
            return ops.matmul(self.Z, axes), axes, np.maximum(squares, 0) / num_rows
        squares, left = _eigh(ops.matmul(self.Z, ops.transpose(self.Z)))
        # As many axes at every step, so that nothing is compiled anew; along those that are rounding nothing lies.
        kept = squares > 1e-6 * squares[-1]
        lengths = np.sqrt(np.where(kept, squares, 0))
        inverse = np.divide(1, lengths, out=np.zeros_like(lengths), where=kept)
        return left * FLOAT32.array(lengths), FLOAT32.dot(self.Z, left * FLOAT32.array(inverse)), lengths**2 / num_rows


def _eigh(gram):
    """Eigenvalues, on the host, and vectors, a tensor, of a tensor of which the lower triangle is meant."""
    ops = FLOAT32.ops
    if not has_accelerator():
        gram = np.array(host(gram), order="F")
    # Infinities make NaN of what is standardised, and each shows on the diagonal.
    if not np.isfinite(float(host(ops.sum(ops.diagonal(gram))))):
        raise FloatingPointError("the features hold NaN or infinite values")
    if has_accelerator():
        eigenvalues, vectors = ops.eigh(ops.tril(gram) + ops.transpose(ops.tril(gram, -1)))
        return host(eigenvalues), vectors
    options = {"driver": "evd", "overwrite_a": True, "check_finite": False}
    eigenvalues, vectors = scipy.linalg.eigh(gram, **options)
    return eigenvalues, FLOAT32.array(vectors)


@compiled_once
def _standardising(num_rows, num_features):
    """Standardised features, and the parts of their `Scale`."""
    ops = FLOAT32.ops

    def mean_of(rows, function):
        parts = (rows[start : start + ROWS_AT_ONCE] for start in range(0, num_rows, ROWS_AT_ONCE))
        return sum(ops.sum(function(part), axis=0) for part in parts) / num_rows

    def standardise(features):
        most = ops.max(ops.abs(features), axis=0)
        num_powers = ops.sum(ops.cast(ops.greater_equal(most, _POWERS[:, None]), "int32"), axis=0)
        factors = ops.where(most > 0, ops.take(_FACTORS, num_powers), 1.0)
        A = features * factors
        # Where all rows are the same the shift is exact, and so is the difference.
        shift = A[0] + ops.sum((A[:ROWS_AT_ONCE] - A[:1]) / min(num_rows, ROWS_AT_ONCE), axis=0)
        A = A - shift
        offset = mean_of(A, lambda part: part)
        scale = ops.sqrt(mean_of(A, lambda part: ops.square(part - offset)))
        # A spread of a few float32 steps about the mean is rounding; a small one beside other features' is none.
        varies = scale > 4 * np.finfo(np.float32).eps * ops.abs(shift + offset)
        inverse = ops.where(varies, 1 / ops.where(varies, scale, 1.0), 0.0)
        return (A - offset) * inverse, ops.stack([factors, shift, offset, inverse])

    return compiled(standardise)


@compiled_once
def _multiplying(num_rows, num_features, num_outputs):
    def multiply(features, parts, weights):
        factors, shift, offset, inverse = (parts[place] for place in range(4))
        return FLOAT32.ops.matmul((features * factors - shift - offset) * inverse, weights)

    return compiled(multiply)
