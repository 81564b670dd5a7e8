"""Features in units of their own spread, for every kind of linear probe."""

import functools

import numpy as np

from keras_phases.backend.arrays import FLOAT32, compiled, compiled_once, host
from keras_phases.backend.factors import decompose, has_accelerator
from keras_phases.decoders.moments import exact_mean

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
        eigenvalues, vectors = decompose(host(gram))
        return eigenvalues, FLOAT32.array(vectors)
    # Infinities make NaN of what is standardised, and each shows on the diagonal; some devices fail at them.
    total = ops.sum(ops.diagonal(gram))
    whole = ops.where(ops.isfinite(total), ops.tril(gram) + ops.transpose(ops.tril(gram, -1)), 0.0)
    eigenvalues, vectors = ops.eigh(whole)
    *eigenvalues, total = host(ops.append(eigenvalues, total))
    if not np.isfinite(total):
        raise FloatingPointError("the features hold NaN or infinite values")
    return np.array(eigenvalues), vectors


@compiled_once
def _standardising(num_rows, num_features):
    """Standardised features, and the parts of their `Scale`."""
    ops = FLOAT32.ops

    def mean_of(function):
        """A mean over rows, some at a time, without a copy of all."""
        starts = range(0, num_rows, ROWS_AT_ONCE)
        return sum(ops.sum(function(slice(start, start + ROWS_AT_ONCE)), axis=0) for start in starts) / num_rows

    def standardise(features):
        most = ops.max(ops.abs(features), axis=0)
        num_powers = ops.sum(ops.cast(ops.greater_equal(most, _POWERS[:, None]), "int32"), axis=0)
        factors = ops.where(most > 0, ops.take(_FACTORS, num_powers), 1.0)
        shift = exact_mean(features[:ROWS_AT_ONCE] * factors, ops)
        offset = mean_of(lambda part: features[part] * factors - shift)
        scale = ops.sqrt(mean_of(lambda part: ops.square(features[part] * factors - shift - offset)))
        # A spread of a few float32 steps about the mean is rounding; a small one beside other features' is none.
        varies = scale > 4 * np.finfo(np.float32).eps * ops.abs(shift + offset)
        inverse = ops.where(varies, 1 / ops.where(varies, scale, 1.0), 0.0)
        parts = ops.stack([factors, shift, offset, inverse])
        return _standardised(features, parts), parts

    return compiled(standardise)


def _standardised(features, parts):
    factors, shift, offset, inverse = (parts[place] for place in range(4))
    return (features * factors - shift - offset) * inverse


@compiled_once
def _multiplying(num_rows, num_features, num_outputs):
    return compiled(lambda features, parts, weights: FLOAT32.ops.matmul(_standardised(features, parts), weights))
