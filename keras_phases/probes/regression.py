"""Ridge regression of standardised labels on standardised features, for labels that are numbers.

One ridge serves all outputs, chosen by generalised cross-validation over the labels in units of their own spread, so
that an output in small units counts as much as another; predictions are in the labels' own units.
"""

import numpy as np

from keras_phases.backend.arrays import FLOAT32, FLOAT64, host
from keras_phases.decoders.moments import Moments
from keras_phases.decoders.ridge import MAX_ROUNDING, fit_dual, fit_primal
from keras_phases.probes.standardise import ROWS_AT_ONCE


def fit_regression(Z, labels):
    """Weights and bias of the ridge regression, its penalty and its objective.

    Args:
        Z: Standardised features `(n, F)`, a tensor of the backend.
        labels: Array `(n, K)`; a column that does not vary is predicted by its value.

    Returns:
        `(weights, bias, l2, objective, 0.0, 0)`: arrays `(F, K)` and `(K,)`, the penalty, the squared error of the
        standardised labels with `l2 |W|^2`, a sum over outputs and a mean over rows, and as it is solved a gradient of
        0 after no steps.
    """
    labels = np.asarray(labels, np.float64)
    mean, scale = labels.mean(axis=0), labels.std(axis=0)
    # Equal values may have a mean, and so a spread, of rounding.
    varies = labels.min(axis=0) < labels.max(axis=0)
    T = (labels - mean) * (np.where(varies, 1, 0) / np.where(varies, scale, 1))
    fit = _fit_rows if Z.shape[1] > len(labels) else _fit_moments
    fitted, feature_mean, target_mean, objective = fit(Z, T)
    weights = host(fitted.weights).astype(np.float64) * scale * varies
    bias = mean + target_mean * scale * varies - feature_mean @ weights
    return weights, bias, fitted.strength / len(T), objective, 0.0, 0


def _fit_moments(Z, T):
    """By F x F, in float64 where float32 is too rough."""
    T = T.astype(np.float32)
    for arithmetic in (FLOAT32, FLOAT64):
        moments = Moments(Z[:ROWS_AT_ONCE], T.shape[1], arithmetic)
        for start in range(0, len(T), ROWS_AT_ONCE):
            moments.add(Z[start : start + ROWS_AT_ONCE], T[start : start + ROWS_AT_ONCE])
        (gram, cross), squares = moments.centred(), float(np.sum(T * T, dtype=np.float64))
        fit = fit_primal(gram, cross, squares, num_rows=len(T), arithmetic=arithmetic)
        if fit.rounding <= MAX_ROUNDING:
            break
    # At the optimum |T - A W|^2 + lambda |W|^2 = tr T'T - tr W'A'T.
    objective = (squares - float(np.vdot(host(fit.weights), host(cross)))) / len(T)
    return fit, host(moments.shift) + host(moments.feature_offset()), 0.0, objective


def _fit_rows(Z, T):
    """By n x n, for fewer rows than features, in float64."""
    A = host(Z).astype(np.float64)
    mean, target_mean = A.mean(axis=0), T.mean(axis=0)
    A, T = A - mean, T - target_mean
    fit = fit_dual(A, T)
    return fit, mean, target_mean, float(np.vdot(T, T - A @ fit.weights)) / len(T)
