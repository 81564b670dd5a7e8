"""What a linear discriminant analysis of nine tenths of a few rows tells of the other tenth, without a refit.

A ridge regression of one-hot rows hides a class that lies between two others, such as the middle of a range; the
discriminant analysis that the same regression carries does not. With H and Y of `leave_one_out`, of rows f left out
and the others t

    P_f = Y_f - (I - H_ff)^-1 (Y - H Y)_f,     P_t = (H Y)_t - H_tf (Y_f - P_f)

are what the regression on the rows t tells both. Optimal scores Q, of which Y_t' (P_t - mean) Q = Y_t' Y_t Q a, give
coordinates P Q / sqrt(a (1 - a)), in which every class has the spread 1 about its mean.
"""

import dataclasses

import numpy as np

from keras_phases.backend.threads import one_thread
from keras_phases.probes.leave_one_out import RIDGES, principal_axes

NUM_FOLDS = 10
"""Of the rows each of which is told by the others; classes are spread evenly over them."""

_LEAST_SHARE = 1e-6
"""Of a class's variance that a regression explains, below which a direction is rounding; and of what it leaves."""
_DOUBT = 1e-3
"""Probability that is spread evenly over the classes: one row far off does not decide alone."""


@dataclasses.dataclass(frozen=True)
class LeftOut:
    """What `discriminate` finds.

    Args:
        predictions: Class that the other rows tell for each, int `(n,)`.
        losses: Cross-entropy of each row in nats, float64 `(n,)`.
        ridge: The ridge of `RIDGES` with the least mean of them.
    """

    predictions: np.ndarray
    losses: np.ndarray
    ridge: float


# Threads gain nothing at this size, and wait for each other where the cores are shared.
@one_thread()
def discriminate(features, labels):
    """Tells the class of each row by a penalised linear discriminant analysis of the rows of nine other tenths.

    Costs one eigendecomposition of the smaller of n x n and F x F, and for each ridge n^2 F / 5 operations. Features
    are taken in the units of `leave_one_out`. One ridge serves all tenths: that of the least loss, whose choice is not
    left out itself.

    Args:
        features: Array `(n, F)`, finite.
        labels: Class indices, int `(n,)`, from 0 on; a class that no other tenth has is never told.

    Returns:
        `LeftOut`.

    Raises:
        ValueError: with fewer than three rows, or numbers of rows that differ.

    Example:
        >>> import numpy as np
        >>> from keras_phases.probes.discriminant import discriminate
        >>> features = np.arange(40.0)[:, None]
        >>> discriminate(features, np.arange(40) // 10).predictions[::10].tolist()
        [0, 1, 2, 3]

    Reference: Hastie, Buja and Tibshirani, Penalized Discriminant Analysis, Annals of Statistics 23 (1995).
    """
    labels = np.asarray(labels)
    eigenvalues, U = principal_axes(features, len(labels))
    targets, folds = np.eye(labels.max() + 1)[labels], _folds(labels)
    found = []
    for ridge in RIDGES:
        logs = _log_probabilities(U, eigenvalues / (eigenvalues + ridge * eigenvalues.sum()), targets, folds)
        losses = -np.log((1 - _DOUBT) * np.exp(logs[np.arange(len(labels)), labels]) + _DOUBT / targets.shape[1])
        found.append((losses.mean(), ridge, logs, losses))
    _, ridge, logs, losses = min(found, key=lambda one: one[0])
    return LeftOut(logs.argmax(axis=1), losses, float(ridge))


def _folds(labels):
    """Masks of the rows of each tenth, classes at their shares, drawn by a fixed seed."""
    num_folds = min(NUM_FOLDS, len(labels))
    order = np.lexsort((np.random.default_rng(0).random(len(labels)), labels))
    place = np.empty(len(labels), np.int64)
    place[order] = np.arange(len(labels)) % num_folds
    return [place == fold for fold in range(num_folds)]


def _log_probabilities(U, shrink, targets, folds):
    """Log of each class's probability `(n, C)`, of each row by the rows of the other tenths."""
    # H = B B' with a column of B for the intercept.
    B = np.concatenate([U * np.sqrt(shrink), np.full((len(U), 1), len(U) ** -0.5)], axis=1)
    fitted, logs = B @ (B.T @ targets), np.empty_like(targets)
    for out in folds:
        own, others = B[out], B[~out]
        errors = np.linalg.solve(np.eye(len(own)) - own @ own.T, (targets - fitted)[out])
        logs[out] = _classify(targets[out] - errors, fitted[~out] - others @ (own.T @ errors), targets[~out])
    return logs


def _classify(told, fitted, targets):
    """Log probabilities of the rows `told`, by a discriminant analysis of `fitted` rows and their one-hot classes."""
    counts = targets.sum(axis=0)
    shares, known = counts / counts.sum(), counts > 0
    root = 1 / np.sqrt(np.where(known, shares, 1))
    between = root[:, None] * (targets.T @ fitted / counts.sum() - np.outer(shares, shares)) * root
    explained, vectors = np.linalg.eigh((between + between.T) / 2)
    kept = explained > _LEAST_SHARE
    explained = np.minimum(explained[kept], 1 - _LEAST_SHARE)
    scores = root[:, None] * vectors[:, kept] / np.sqrt(explained * (1 - explained))
    means = targets.T @ (fitted @ scores) / np.maximum(counts, 1)[:, None]
    distances = np.square((told @ scores)[:, None] - means).sum(axis=2)
    with np.errstate(divide="ignore"):
        logs = np.where(known, np.log(shares), -np.inf) - distances / 2
    logs -= logs.max(axis=1, keepdims=True)
    return logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
