"""Features in units of their own spread, for every kind of linear probe."""

import numpy as np

from keras_phases.arithmetic import FLOAT32, host
from keras_phases.moments import mean_shift

ROWS_AT_ONCE = 2048
"""Rows standardised at a time, so that what lies between the features and their standardised copy stays small."""


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
