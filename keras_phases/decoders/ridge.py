"""Ridge regression from one eigendecomposition: the whole path of ridges, the choice among them, the weights.

    W = (A'A + n ridge scale I)^-1 A'T,     scale = tr(A'A) / (n D), the mean feature variance

With A'A = V S V' the residual and the degrees of freedom of every ridge follow from S and V'A'T alone, so that the
choice by generalised cross-validation costs no further factorisation. The dual form works on AA' (N x N), whose
eigenvalues are the same, and is cheaper where there are fewer rows than features. On an accelerator, where
eigendecompositions are slow, Cholesky factors give the same (`keras_phases.decoders.cholesky`).
"""

import contextlib
import dataclasses
from collections.abc import Callable
from typing import Any

import numpy as np

from keras_phases.backend.arrays import FLOAT32, FLOAT64, compiled_once, host
from keras_phases.backend.factors import decompose, has_accelerator
from keras_phases.decoders.cholesky import solve_by_cholesky
from keras_phases.decoders.solution import LEAST_SPARE, Choice, Solution

RIDGES = 10.0 ** np.arange(-12.0, 2.01, 0.25)
"""The path of ridges, in units of the mean feature variance; the first is as good as none."""

MAX_SOLVE = 4096
"""The largest system solved exactly: features, or rows where the dual form is used."""

PATH_BYTES = 2048
"""Of each feature, for the path of ridges: a few times 57 of them."""

MAX_ROUNDING = 1e-4
"""Where rounding in float32 sums may be a larger share of the loss than this, the fit is taken anew in float64."""

_LEAST_SQUARE = 2.0**-100
"""Mean squares of all features, or of all targets, below this lose digits in float32: those of parts vanish."""


class TooRoughError(ArithmeticError):
    """Sums that float32 does not hold, of rows that are finite."""


@dataclasses.dataclass(frozen=True)
class RidgeFit:
    """A linear decoder and what is known of its fit.

    Args:
        weights: Array `(D, P)`, or a tensor of the backend.
        ridge: The ridge chosen, in units of the mean feature variance.
        strength: The ridge chosen, lambda.
        degrees_of_freedom: tr G (G + lambda I)^-1 of the centred features, without the mean.
        num_rows: Rows of the regression.
        num_constant: Number of features that are the same in every row.
        rank: Number of directions in which the features vary.
        at_bound: Whether the largest ridge of the path was chosen.
        rounding: How much of the loss, relative, may be due to rounding in the sums; 0 for float64.
        excess_factor: Times the sum of held-out influences it is the excess loss of few rows: fit rows number n, not
            infinity, and add to the bias of a ridge as to the variance,
            `sum s / (s + lambda) / sum (s / (s + lambda))^2 (1 + df / (n - df - 1))^2`.
        influence: Array or tensor `(D, r)`, or None where df > n/10. The squared length of `x' influence` is how much a
            row x of its kind, left out or taken in, moves the prediction: its leverage.
        spectrum: A function that gives `eigenvalues`.
    """

    weights: Any
    ridge: float
    strength: float
    degrees_of_freedom: float
    num_rows: int
    num_constant: int
    rank: int
    at_bound: bool
    rounding: float
    excess_factor: float
    influence: Any
    spectrum: Callable[[], np.ndarray]

    @property
    def eigenvalues(self):
        """Of A'A, the centred second moments of the features: all that may differ from 0, rising."""
        return self.spectrum()


def fit_primal(gram, cross, target_squares, *, num_rows, ridges=RIDGES, arithmetic=FLOAT64, by_cholesky=None):
    """Fits from centred moments, for D up to a few thousand: one eigendecomposition of D x D, or a dozen factors.

    Args:
        gram: A'A, array or tensor `(D, D)`, of which the lower triangle is read.
        cross: A'T, array or tensor `(D, P)`.
        target_squares: tr T'T, a float or what the sums are.
        num_rows: Rows in the sums, n.
        ridges: Path of ridges to choose from. Defaults to `RIDGES`.
        arithmetic: `Arithmetic` in which the sums were taken, and the system is solved. Defaults to `FLOAT64`.
        by_cholesky: Whether to solve by factors in `FLOAT32`, where directions are all told from rounding. Defaults to
            `None`: on an accelerator.

    Raises:
        FloatingPointError: when features or targets are not finite.
        TooRoughError: when they are too large or too small for sums in this arithmetic.
    """
    variances, target_squares = _variances_and_squares(gram, target_squares)
    _check_range(arithmetic, variances, target_squares, num_rows=num_rows, num_targets=cross.shape[1])
    by_cholesky = has_accelerator() if by_cholesky is None else by_cholesky
    solution = None
    if by_cholesky and arithmetic.noise and variances.any():
        with contextlib.suppress(np.linalg.LinAlgError):
            solution = solve_by_cholesky(gram, cross, variances, target_squares, num_rows=num_rows, ridges=ridges)
    solution = solution or _solve_by_axes(host(gram), cross, target_squares, num_rows, ridges, arithmetic)
    return _ridge_fit(solution, variances, target_squares, num_rows, arithmetic)


def _variances_and_squares(gram, target_squares):
    """The diagonal and tr T'T on the host; in one piece where both are tensors, as each is a copy from the device."""
    if isinstance(gram, np.ndarray):
        return np.diag(gram).copy(), float(target_squares)
    ops = FLOAT32.ops
    variances = ops.diagonal(gram)
    if isinstance(target_squares, float):
        return host(variances), target_squares
    told = host(ops.append(variances, target_squares))
    return told[:-1], float(told[-1])


def _solve_by_axes(gram, cross, target_squares, num_rows, ridges, arithmetic):
    eigenvalues, vectors = _eigh(gram, arithmetic)
    # LAPACK leaves each axis in one piece of memory.
    axes, cross, array = arithmetic.array(vectors.T), arithmetic.array(cross), arithmetic.array
    rotate, finish = _solving(arithmetic, *cross.shape)
    rotated, squares = rotate(axes, cross)
    squares = host(squares).astype(np.float64)
    if arithmetic.noise and np.isposinf(squares).any():
        raise TooRoughError("squares of products of features and targets are too large")
    choice = choose_ridge(eigenvalues, squares, target_squares, num_rows, len(gram), ridges)
    shrinkage = _shrinkage(eigenvalues, choice.strength)
    weights, influence, sums = finish(axes, rotated, array(shrinkage), array(np.sqrt(eigenvalues) * shrinkage))
    weight_squares, inverse = host(sums).astype(np.float64)
    return _solution(weights, weight_squares, choice, eigenvalues, inverse, influence)


@compiled_once
def _solving(arithmetic, num_features, num_targets):
    """What follows from the axes, the rows of a matrix, before a ridge is chosen and after."""
    ops = arithmetic.ops

    def rotate(axes, cross):
        rotated = ops.matmul(axes, cross)
        return rotated, ops.sum(rotated * rotated, axis=1)

    def finish(axes, rotated, shrinkage, roots):
        weights = arithmetic.dot(axes, shrinkage[:, None] * rotated)
        inverse = ops.sum(axes * axes * shrinkage[:, None], axis=0)
        sums = ops.stack([ops.sum(weights * weights, axis=1), inverse])
        return weights, ops.transpose(axes) * roots, sums

    return arithmetic.compiled(rotate), arithmetic.compiled(finish)


def _solution(weights, weight_squares, choice, eigenvalues, inverse, influence):
    return Solution(
        weights=weights,
        weight_squares=weight_squares,
        choice=choice,
        squared_degrees=float(np.sum((eigenvalues * _shrinkage(eigenvalues, choice.strength)) ** 2)),
        rank=int(np.count_nonzero(eigenvalues)),
        inverse=inverse,
        influence=influence,
        spectrum=lambda: eigenvalues,
    )


def _check_range(arithmetic, variances, target_squares, *, num_rows, num_targets):
    """Fails where features of float32, all of one size, have sums of squares beyond it; NaN is left to the solve."""
    if not arithmetic.noise:
        return
    # Rounded to 0 they are a little below it, because the squared mean is not; those of constant rows are 0.
    for squares, count in ((variances, num_rows), (np.atleast_1d(target_squares), num_rows * num_targets)):
        if np.isposinf(squares).any() or (squares.any() and squares.max() < _LEAST_SQUARE * count):
            raise TooRoughError("squares of features or targets are too large or too small")


def _rounding(arithmetic, solution, variances, target_squares):
    """The share of the loss that may be due to rounding in the sums.

    With errors E of e sqrt(G_ii G_jj) in G_ij and F of e sqrt(G_ii t_p) in C_ip the weights move by
    (G + lambda I)^-1 (E W + F), and the sum of squares, which is least at the exact ones, rises by

        e^2 tr(D (G + lambda I)^-1) (sum_j G_jj |W_j|^2 + tr T'T),     D the diagonal of G

    The residual, by which the ridge is chosen, is itself off by e tr T'T; the square of that share is added.
    Directions below the noise of the sums might carry anything: there the share is infinite.
    """
    if not arithmetic.noise:
        return 0.0
    if solution.rank < np.count_nonzero(variances):
        return np.inf
    power = variances @ solution.weight_squares + target_squares
    residual = max(solution.choice.residual, np.finfo(np.float64).tiny)
    inflation = variances @ solution.inverse
    return arithmetic.noise**2 * float(inflation * power / residual + (target_squares / residual) ** 2)


def fit_dual(features, targets, ridges=RIDGES):
    """Fits from rows, for fewer rows than features, in float64: one eigendecomposition of N x N.

    Args:
        features: Array `(N, D)`, centred.
        targets: Array `(N, P)`, centred.
        ridges: Path of ridges to choose from. Defaults to `RIDGES`.
    """
    A, T = np.asarray(features, np.float64), np.asarray(targets, np.float64)
    eigenvalues, vectors = _eigh(A @ A.T, FLOAT64)
    rotated = vectors.T @ T
    # |V'A'T|^2 of the primal form is the eigenvalue times |U'T|^2.
    squares = eigenvalues * np.einsum("np,np->n", rotated, rotated)
    target_squares = float(np.vdot(T, T))
    choice = choose_ridge(eigenvalues, squares, target_squares, *A.shape, ridges)  # pyright: ignore[reportCallIssue] two axes
    shrinkage = _shrinkage(eigenvalues, choice.strength)
    weights = A.T @ (vectors @ (rotated * shrinkage[:, None]))
    # The primal axes are A'U / sqrt(s).
    influence = A.T @ (vectors * shrinkage) if choice.degrees_of_freedom <= len(A) / 10 else None
    weight_squares = np.einsum("dp,dp->d", weights, weights)
    solution = _solution(weights, weight_squares, choice, eigenvalues, None, influence)
    return _ridge_fit(solution, np.einsum("nd,nd->d", A, A), target_squares, len(A), FLOAT64)


def _eigh(gram, arithmetic):
    eigenvalues, vectors = decompose(gram.astype(arithmetic.dtype, copy=False))
    floor = arithmetic.relative_rank * max(eigenvalues[-1], 0.0)
    return np.where(eigenvalues > floor, eigenvalues, 0.0).astype(np.float64), vectors


def _shrinkage(eigenvalues, strength):
    """1 / (s + lambda) in every direction of the features, nothing where they do not vary."""
    return np.divide(1.0, eigenvalues + strength, out=np.zeros_like(eigenvalues), where=eigenvalues > 0)


def choose_ridge(eigenvalues, squares, target_squares, num_rows, num_features, ridges):
    """The ridge of least generalised cross-validation score on the fit rows.

    GCV(lambda) = RSS / (1 - (1 + df) / n)^2,     df = sum_i s_i / (s_i + lambda)
    RSS(lambda) = tr T'T - sum_i |v_i'A'T|^2 / s_i + sum_i |v_i'A'T|^2 / s_i (lambda / (s_i + lambda))^2

    What no ridge changes stands apart: a difference of large sums, taken anew for every ridge, would bury in rounding
    what tells small ridges apart.
    """
    scale = eigenvalues.sum() / (num_rows * num_features)
    if scale <= 0:
        return Choice(float(ridges[-1]), 1.0, 0.0, target_squares, False)
    varies = eigenvalues > 0
    s, z = eigenvalues[varies], squares[varies]
    strengths = num_rows * scale * np.asarray(ridges)[:, None]
    degrees = (s / (s + strengths)).sum(axis=1)
    explained = z / s
    residual = max(target_squares - explained.sum(), 0.0) + ((strengths / (s + strengths)) ** 2) @ explained
    spare = 1 - (1 + degrees) / num_rows
    scores = np.where(spare > LEAST_SPARE, residual / np.maximum(spare, 1e-9) ** 2, np.inf)
    best = int(np.argmin(scores)) if np.isfinite(scores).any() else len(ridges) - 1
    at_bound = best == len(ridges) - 1
    strength, degrees, residual = float(strengths[best, 0]), float(degrees[best]), float(residual[best])
    return Choice(float(ridges[best]), strength, degrees, residual, at_bound)


def _ridge_fit(solution, variances, target_squares, num_rows, arithmetic):
    choice = solution.choice
    if not np.isfinite(solution.weight_squares).all():
        if arithmetic.noise and not np.isnan(target_squares):
            raise TooRoughError("products of features and targets are too large")
        raise FloatingPointError("the targets hold NaN or infinite values")
    degrees, squared = choice.degrees_of_freedom, solution.squared_degrees
    return RidgeFit(
        weights=solution.weights,
        ridge=choice.ridge,
        strength=choice.strength,
        degrees_of_freedom=degrees,
        num_rows=num_rows,
        # Exactly: the shift of equal values is that value, so that their sums of squares are 0.
        num_constant=int(np.count_nonzero(variances == 0)),
        rank=solution.rank,
        at_bound=choice.at_bound,
        rounding=_rounding(arithmetic, solution, variances, target_squares),
        excess_factor=degrees / squared * (1 + degrees / max(num_rows - degrees - 1, 1)) ** 2 if squared else 1.0,
        influence=solution.influence if degrees <= num_rows / 10 else None,
        spectrum=solution.spectrum,
    )
