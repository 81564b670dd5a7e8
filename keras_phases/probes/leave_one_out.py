"""What each row of a few would be told by a linear probe that was fitted to the others, without a refit.

    Y - P = (Y - H Y) / (1 - diag H),     H = 1 1'/n + U diag(s / (s + lambda)) U'

with n rows, standardised features Z of which Z Z' = U diag(s) U', and a ridge regression with a free intercept: row i
of P is, to rounding, what the regression on the n - 1 other rows predicts for row i.
"""

import dataclasses

import numpy as np
import scipy.linalg

from keras_phases.backend.arrays import host
from keras_phases.backend.threads import one_thread

RIDGES = 10.0 ** np.arange(-6.0, 1.01, 0.5)
"""The path of ridges, in units of the total variance of the standardised features."""

_LEAST_EIGENVALUE = 1e-10
"""As a share of the largest, below which a direction is rounding."""


@dataclasses.dataclass(frozen=True)
class LeaveOneOut:
    """What `leave_one_out` finds.

    Args:
        predictions: What the other rows predict for each, float64 `(n, C)`, in units of the targets.
        losses: Squared error of each row, a sum over outputs, float64 `(n,)`.
        ridge: The ridge of the path with the least sum of them.
    """

    predictions: np.ndarray
    losses: np.ndarray
    ridge: float


# Threads gain nothing at this size, and wait for each other where the cores are shared.
@one_thread()
def leave_one_out(features, targets):
    """Predicts each row by a ridge regression on all others, with a free intercept, exactly and in float64.

    Costs one eigendecomposition of the smaller of n x n and F x F, whatever the number of rows left out. A feature is
    taken in units of its spread over all rows, that of the row left out among them, so that its scale and offset do not
    matter; one that does not vary is left out. The mean of features and targets is that of the other rows. One ridge
    serves all outputs: that of `RIDGES` with the least leave-one-out loss, whose choice is not left out itself.

    Args:
        features: Array `(n, F)`, finite.
        targets: Array `(n, C)`: one-hot classes, labels of 0 and 1, or numbers.

    Returns:
        `LeaveOneOut`.

    Raises:
        ValueError: with fewer than three rows, or numbers of rows that differ.

    Example:
        >>> import numpy as np
        >>> from keras_phases.probes.leave_one_out import leave_one_out
        >>> features = np.arange(6.0)[:, None]
        >>> found = leave_one_out(features, 2 * features + 1)
        >>> found.predictions.ravel().round(3).tolist()
        [1.0, 3.0, 5.0, 7.0, 9.0, 11.0]
    """
    targets = np.asarray(targets, np.float64)
    num_rows = len(targets)
    eigenvalues, U = principal_axes(features, num_rows)
    centred = targets - targets.mean(axis=0)
    by_axis, squares = U.T @ centred, U * U
    found = []
    for ridge in RIDGES:
        shrink = eigenvalues / (eigenvalues + ridge * eigenvalues.sum())
        residual = (centred - U @ (shrink[:, None] * by_axis)) / (1 - 1 / num_rows - squares @ shrink)[:, None]
        found.append((np.square(residual).sum(), ridge, residual))
    _, ridge, residual = min(found, key=lambda one: one[0])
    return LeaveOneOut(targets - residual, np.square(residual).sum(axis=1), float(ridge))


def principal_axes(features, num_rows):
    """Eigenvalues `(r,)` of Z Z' that are not rounding, and their vectors U `(n, r)`, of standardised features Z.

    Args:
        features: Array `(n, F)`, finite.
        num_rows: How many rows there must be, as many as targets.

    Raises:
        ValueError: with fewer than three rows, or numbers of rows that differ.
    """
    features = np.asarray(host(features), np.float64)
    if len(features) < 3 or len(features) != num_rows:
        raise ValueError(f"features have {len(features)} rows, targets {num_rows}. Expected as many, at least three.")
    return _eigen(_standardised(features))


def _standardised(features):
    mean, spread = features.mean(axis=0), features.std(axis=0)
    # Features are float32: a spread of a few of its steps about the mean is rounding.
    varies = spread > 4 * np.finfo(np.float32).eps * np.abs(mean)
    return (features - mean)[:, varies] / spread[varies]


def _eigen(Z):
    num_rows, num_features = Z.shape
    if num_features == 0:
        return np.empty(0), np.empty((num_rows, 0))
    is_wide = num_features >= num_rows
    values, vectors = scipy.linalg.eigh(Z @ Z.T if is_wide else Z.T @ Z)
    kept = values > _LEAST_EIGENVALUE * values[-1]
    values, vectors = values[kept], vectors[:, kept]
    return values, vectors if is_wide else Z @ vectors / np.sqrt(values)
