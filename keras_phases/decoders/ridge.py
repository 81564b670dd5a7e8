"""Ridge regression from one eigendecomposition: the whole path of ridges, the choice among them, the weights.

    W = (A'A + n ridge scale I)^-1 A'T,     scale = tr(A'A) / (n D), the mean feature variance

With A'A = V S V' the residual and the degrees of freedom of every ridge follow from S and V'A'T alone, so that the
choice by generalised cross-validation costs no further factorisation. The dual form works on AA' (N x N), whose
eigenvalues are the same, and is cheaper where there are fewer rows than features.
"""

import dataclasses

import numpy as np
import scipy.linalg

from keras_phases.blas import multiply

RIDGES = 10.0 ** np.arange(-12.0, 2.01, 0.25)
"""The path of ridges, in units of the mean feature variance; the first is as good as none."""

_RELATIVE_RANK = 1e-12
"""Eigenvalues below this share of the largest are no direction of the features: float64 sums of float32 features."""


@dataclasses.dataclass(frozen=True)
class RidgeFit:
    """A linear decoder and what is known of its fit.

    Args:
        weights: Array `(D, P)`.
        ridge: The ridge chosen, in units of the mean feature variance.
        degrees_of_freedom: tr G (G + lambda I)^-1 of the centred features, without the mean.
        num_rows: Rows of the regression.
        num_constant: Number of features that are the same in every row.
        rank: Number of directions in which the features vary.
        at_bound: Whether the choice stands at an end of the path that is not simply no ridge at all.
    """

    weights: np.ndarray
    ridge: float
    degrees_of_freedom: float
    num_rows: int
    num_constant: int
    rank: int
    at_bound: bool


def fit_primal(gram, cross, target_squares, *, num_rows, ridges=RIDGES):
    """Fits from centred moments, for D up to a few thousand: one eigendecomposition of D x D.

    Args:
        gram: A'A, array `(D, D)`.
        cross: A'T, array `(D, P)`.
        target_squares: tr T'T.
        num_rows: Rows in the sums, n.
        ridges: Path of ridges to choose from. Defaults to `RIDGES`.
    """
    variances = np.diag(gram).copy()
    eigenvalues, vectors = _eigh(gram)
    rotated = multiply(vectors.T, cross)
    squares = np.einsum("dp,dp->d", rotated, rotated)
    choice = choose_ridge(eigenvalues, squares, target_squares, num_rows, len(gram), ridges)
    weights = multiply(vectors, rotated * _shrinkage(eigenvalues, choice.strength)[:, None])
    return _ridge_fit(weights, choice, eigenvalues, variances, num_rows)


def fit_dual(features, targets, ridges=RIDGES):
    """Fits from rows, for fewer rows than features: one eigendecomposition of N x N.

    Args:
        features: Array `(N, D)`, centred.
        targets: Array `(N, P)`, centred.
        ridges: Path of ridges to choose from. Defaults to `RIDGES`.
    """
    A, T = np.asarray(features, np.float64), np.asarray(targets, np.float64)
    eigenvalues, vectors = _eigh(multiply(A, A.T))
    rotated = multiply(vectors.T, T)
    # |V'A'T|^2 of the primal form is the eigenvalue times |U'T|^2.
    squares = eigenvalues * np.einsum("np,np->n", rotated, rotated)
    choice = choose_ridge(eigenvalues, squares, float(np.vdot(T, T)), *A.shape, ridges)
    shrunk = multiply(vectors, rotated * _shrinkage(eigenvalues, choice.strength)[:, None])
    weights = multiply(A.T, shrunk)
    return _ridge_fit(weights, choice, eigenvalues, np.einsum("nd,nd->d", A, A), len(A))


def _eigh(gram):
    # The diagonal holds every feature's sum of squares, so that NaN or infinity anywhere shows there.
    if not np.isfinite(np.diag(gram)).all():
        raise FloatingPointError("the features hold NaN or infinite values")
    eigenvalues, vectors = scipy.linalg.eigh(gram, check_finite=False, driver="evd", overwrite_a=True)
    floor = _RELATIVE_RANK * max(eigenvalues[-1], 0.0)
    return np.where(eigenvalues > floor, eigenvalues, 0.0), vectors


def _shrinkage(eigenvalues, strength):
    """1 / (s + lambda) in every direction of the features, nothing where they do not vary."""
    return np.divide(1.0, eigenvalues + strength, out=np.zeros_like(eigenvalues), where=eigenvalues > 0)


@dataclasses.dataclass(frozen=True)
class _Choice:
    ridge: float
    strength: float
    degrees_of_freedom: float
    at_bound: bool


def choose_ridge(eigenvalues, squares, target_squares, num_rows, num_features, ridges):
    """The ridge of least generalised cross-validation score on the fit rows.

    GCV(lambda) = RSS / (1 - (1 + df) / n)^2,     df = sum_i s_i / (s_i + lambda)
    RSS(lambda) = tr T'T - sum_i |v_i'A'T|^2 / s_i + sum_i |v_i'A'T|^2 / s_i (lambda / (s_i + lambda))^2

    What no ridge changes stands apart: a difference of large sums, taken anew for every ridge, would bury in rounding
    what tells small ridges apart.
    """
    scale = eigenvalues.sum() / (num_rows * num_features)
    if scale <= 0:
        return _Choice(float(ridges[-1]), 1.0, 0.0, False)
    varies = eigenvalues > 0
    s, z = eigenvalues[varies], squares[varies]
    strengths = num_rows * scale * np.asarray(ridges)[:, None]
    degrees = (s / (s + strengths)).sum(axis=1)
    explained = z / s
    residual = max(target_squares - explained.sum(), 0.0) + ((strengths / (s + strengths)) ** 2) @ explained
    spare = 1 - (1 + degrees) / num_rows
    # Near interpolation both parts vanish and their ratio is rounding noise; a fifteenth of the rows must be spare.
    scores = np.where(spare > 1 / 15, residual / np.maximum(spare, 1e-9) ** 2, np.inf)
    best = int(np.argmin(scores)) if np.isfinite(scores).any() else len(ridges) - 1
    at_bound = best == len(ridges) - 1
    return _Choice(float(ridges[best]), float(strengths[best, 0]), float(degrees[best]), at_bound)


def _ridge_fit(weights, choice, eigenvalues, variances, num_rows):
    if not np.isfinite(weights).all():
        raise FloatingPointError("the targets hold NaN or infinite values")
    # Exactly: float64 takes the mean of equal float32 values, and the difference from it, without rounding.
    num_constant = int(np.count_nonzero(variances == 0))
    rank = int(np.count_nonzero(eigenvalues))
    return RidgeFit(weights, choice.ridge, choice.degrees_of_freedom, num_rows, num_constant, rank, choice.at_bound)
