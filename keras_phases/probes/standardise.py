"""Features in units of their own spread, for every kind of linear probe."""

import functools

import numpy as np
import scipy.linalg

from keras_phases.backend.arrays import FLOAT32, host
from keras_phases.backend.factors import has_accelerator
from keras_phases.decoders.moments import mean_shift

ROWS_AT_ONCE = 2048
"""Rows standardised at a time, so that what lies between the features and their standardised copy stays small."""


class StandardisedFeatures:
    """Features in units of their own spread, and what the fits of several label sets on them have in common.

    Args:
        features: Array `(n, F)`.
    """

    def __init__(self, features):
        self.shape = features.shape
        scaled = _Scaled(features)
        mean, inverse_scale = measure_spread(scaled)
        self.mean, self.inverse_scale = mean / scaled.factors, inverse_scale * scaled.factors
        self.Z = standardise(scaled, mean, inverse_scale)

    @functools.cached_property
    def principal_axes(self):
        """`(Y, axes, squares)`: Y = Z axes, `(n, r)` with uncorrelated columns; orthonormal axes; mean squares of Y.

        Of fewer rows than features the axes that the rows span. Y and axes are tensors.
        """
        (num_rows, num_features), ops = self.shape, FLOAT32.ops
        if num_features <= num_rows:
            squares, axes = _eigh(FLOAT32.gram(self.Z))
            return ops.matmul(self.Z, axes), axes, np.maximum(squares, 0) / num_rows
        squares, left = _eigh(ops.matmul(self.Z, ops.transpose(self.Z)))
        # As many axes at every step, so that nothing is compiled anew; along those that are rounding nothing lies.
        kept = squares > 1e-6 * squares[-1]
        lengths = np.sqrt(np.where(kept, squares, 0))
        inverse = np.divide(1, lengths, out=np.zeros_like(lengths), where=kept)
        return left * FLOAT32.array(lengths), FLOAT32.dot(self.Z, left * FLOAT32.array(inverse)), lengths**2 / num_rows


def _eigh(gram):
    """Eigenvalues, on the host, and vectors, a tensor, of a matrix of which the lower triangle is meant."""
    if has_accelerator():
        ops, gram = FLOAT32.ops, FLOAT32.array(gram)
        eigenvalues, vectors = ops.eigh(ops.tril(gram) + ops.transpose(ops.tril(gram, -1)))
        return host(eigenvalues), vectors
    options = {"driver": "evd", "overwrite_a": True, "check_finite": False}
    eigenvalues, vectors = scipy.linalg.eigh(np.array(host(gram), order="F"), **options)
    return eigenvalues, FLOAT32.array(vectors)


class _Scaled:
    """Rows of features, each feature times the power of two that brings its largest value near 1.

    So float32 holds the squares of features of any size, and those of usual size lose and win no bit.
    """

    def __init__(self, features):
        self._features = host(features)
        _, exponents = np.frexp(np.maximum(self._features.max(axis=0), -self._features.min(axis=0)))
        self.shape, self.factors = self._features.shape, np.ldexp(np.float32(1), -exponents.clip(-126, 126))

    def __len__(self):
        return len(self._features)

    def __getitem__(self, rows):
        return (self._features[rows] * self.factors).astype(np.float32, copy=False)


def measure_spread(features):
    """Mean and inverse standard deviation of every feature, float64; 0 for one that does not vary."""
    shift = mean_shift(features[:ROWS_AT_ONCE])
    about = FLOAT32.array(shift)
    sums = np.zeros((2, features.shape[1]))
    ops = FLOAT32.ops
    for start in range(0, len(features), ROWS_AT_ONCE):
        A = FLOAT32.array(features[start : start + ROWS_AT_ONCE]) - about
        sums += np.stack([host(ops.sum(A, axis=0)), host(ops.sum(A * A, axis=0))])
    offset, square = sums / len(features)
    mean, scale = shift + offset, np.sqrt(np.maximum(square - offset**2, 0.0))
    # A spread of a few float32 steps about the mean is rounding; a small one beside other features' is none.
    varies = scale > 4 * np.finfo(np.float32).eps * np.abs(mean)
    return mean, np.where(varies, 1 / np.where(varies, scale, 1), 0.0)


def standardise(features, mean, inverse_scale):
    """Standardised features as a tensor of the backend."""
    shift = mean.astype(np.float32)
    shift, offset, factor = map(FLOAT32.array, (shift, mean - shift, inverse_scale))
    parts = [
        (FLOAT32.array(features[start : start + ROWS_AT_ONCE]) - shift - offset) * factor
        for start in range(0, len(features), ROWS_AT_ONCE)
    ]
    return FLOAT32.ops.concatenate(parts)
