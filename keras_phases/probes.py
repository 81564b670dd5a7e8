"""The linear probe: features -> labels, the exact optimum of a stated objective.

    minimise over W, b    mean cross-entropy of softmax(Z W + b) + l2 / 2 |W|^2,     Z the standardised features

The objective is convex with one optimum (separable features have none without the penalty), so that the probe depends
on the features alone and not on a learning rate or a number of epochs. The features are rotated once onto their
principal axes, at most as many as there are rows, where the curvature is nearly diagonal; all probes on a tap share
that. In units of that diagonal L-BFGS reaches the tolerance in some 70 passes over the rows, a quarter of what Newton's
method with conjugate gradients takes. Where L-BFGS ends before, for rounding in its line search or a step limit,
Newton's method goes on from there.
"""

import dataclasses

import numpy as np
import scipy.linalg
from scipy.optimize import minimize
from scipy.sparse.linalg import LinearOperator, cg
from scipy.special import logsumexp, softmax

from keras_phases.blas import threads_for

PROBE_L2 = 1e-3
GRADIENT_TOLERANCE = 1e-4
"""Norm of the gradient at which the fit ends: its objective is within tolerance^2 / (2 l2) = 5e-6 of the optimum."""

_MAX_QUASI_NEWTON_STEPS = 400
_MAX_NEWTON_STEPS = 50

_ROWS_AT_ONCE = 1024
"""Rows standardised at a time, so that their float64 copy stays small."""


@dataclasses.dataclass(frozen=True)
class LinearProbe:
    """A fitted multinomial logistic regression on standardised features.

    Args:
        weights: Array `(num_features, num_classes)`, for features as they come.
        bias: Array `(num_classes,)`.
        gradient_norm: Norm of the objective's gradient where the fit ended.
        num_steps: Steps taken, of L-BFGS and of Newton's method.
    """

    weights: np.ndarray
    bias: np.ndarray
    gradient_norm: float
    num_steps: int

    @property
    def converged(self):
        """Whether the gradient fell below `GRADIENT_TOLERANCE`."""
        return self.gradient_norm <= GRADIENT_TOLERANCE

    def log_probabilities(self, features):
        """Log-probabilities of the classes, `(n, num_classes)`, for features `(n, num_features)`."""
        logits = features @ self.weights + self.bias
        return logits - logsumexp(logits, axis=1, keepdims=True)


@threads_for("numpy")
def fit_linear_probe(features, labels, *, num_classes, l2=PROBE_L2):
    """Fits the linear probe to a gradient norm of `GRADIENT_TOLERANCE`.

    Costs one eigendecomposition of the smaller side of the features and about a hundred passes over them.

    Args:
        features: Array `(n, F)`, float32.
        labels: Class indices `(n,)`, each below `num_classes`.
        num_classes: Number of classes, at least 2.
        l2: Weight penalty on standardised features; the bias is free. Defaults to `1e-3`.

    Raises:
        ValueError: with fewer than two classes.

    Example:
        >>> import numpy as np
        >>> from keras_phases.probes import fit_linear_probe
        >>> features = np.array([[0.0], [0.1], [0.9], [1.0]], "float32")
        >>> probe = fit_linear_probe(features, np.array([0, 0, 1, 1]), num_classes=2)
        >>> probe.log_probabilities(features).argmax(axis=1).tolist()
        [0, 0, 1, 1]
    """
    if num_classes < 2:
        raise ValueError(f"labels have {num_classes} class. Expected at least 2 for a linear probe.")
    mean = features.mean(axis=0, dtype=np.float64)
    scale = features.std(axis=0, dtype=np.float64)
    # A spread of a few float32 steps about the mean is rounding; a small one beside other features' is none.
    varies = scale > 4 * np.finfo(np.float32).eps * np.abs(mean)
    inverse_scale = np.where(varies, 1 / np.where(varies, scale, 1), 0.0)
    Z = _standardise(features, mean, inverse_scale)
    Y, axes = _principal_axes(Z)
    objective = _Objective(Y, labels, num_classes, l2)
    parameters, num_steps = _minimise(objective)
    standardised = np.vstack([axes @ parameters[:-1], parameters[-1:]])
    weights = inverse_scale[:, None] * standardised[:-1]
    norm = float(np.linalg.norm(_Objective(Z, labels, num_classes, l2).gradient(standardised)))
    return LinearProbe(weights, standardised[-1] - mean @ weights, norm, num_steps)


def _standardise(features, mean, inverse_scale):
    # float32 halves the memory traffic of the passes; rounding in their sums stays far below the tolerance.
    Z = np.empty(features.shape, np.float32)
    for start in range(0, len(Z), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        Z[rows] = (features[rows] - mean) * inverse_scale
    return Z


def _principal_axes(Z):
    """`(Y, axes)` with Y = Z axes, `(n, r)`, its columns uncorrelated, and axes `(F, r)` orthonormal, r <= min(n, F).

    The optimum lies in the span of the rows, because the penalty grows with every part outside of it.
    """
    num_rows, num_features = Z.shape
    if num_features <= num_rows:
        _, axes = scipy.linalg.eigh(Z.T @ Z, driver="evd", overwrite_a=True, check_finite=False)
        return Z @ axes, axes
    squares, left = scipy.linalg.eigh(Z @ Z.T, driver="evd", overwrite_a=True, check_finite=False)
    kept = squares > 1e-6 * squares[-1]
    lengths = np.sqrt(squares[kept])
    return left[:, kept] * lengths, Z.T @ (left[:, kept] / lengths)


class _Objective:
    """Value, gradient and curvature of the penalised cross-entropy; parameters are W with the bias as last row."""

    def __init__(self, Y, labels, num_classes, l2):
        self.Y = np.ascontiguousarray(Y, np.float32)
        self.labels, self.l2, self.num_rows = labels, l2, len(labels)
        self.shape = (Y.shape[1] + 1, num_classes)
        self.penalty = np.full((self.shape[0], 1), l2)
        self.penalty[-1] = 0.0

    def logits(self, parameters):
        return self.Y @ parameters[:-1].astype(np.float32) + parameters[-1]

    def value(self, parameters, logits):
        entropy = np.mean(logsumexp(logits, axis=1) - logits[np.arange(self.num_rows), self.labels])
        return float(entropy + 0.5 * np.vdot(self.penalty * parameters, parameters))

    def gradient(self, parameters, probabilities=None):
        residual = softmax(self.logits(parameters), axis=1) if probabilities is None else probabilities.copy()
        residual[np.arange(self.num_rows), self.labels] -= 1
        return self._transpose(residual) + self.penalty * parameters

    def value_and_gradient(self, parameters):
        """Both, from one pass forth and back over the rows."""
        logits, own = self.logits(parameters), (np.arange(self.num_rows), self.labels)
        logits -= logits.max(axis=1, keepdims=True)
        chances = np.exp(logits)
        totals = chances.sum(axis=1, keepdims=True)
        entropy = np.mean(np.log(totals)) - np.mean(logits[own])
        gradient = self.gradient(parameters, chances / totals)
        return entropy + 0.5 * np.vdot(self.penalty * parameters, parameters), gradient

    def _transpose(self, rows):
        """[Y, 1]' rows / n."""
        return np.vstack([self.Y.T @ rows.astype(np.float32), rows.sum(axis=0)]) / self.num_rows

    def curvature(self, probabilities, squares):
        """The Hessian as a linear operator, and its inverse diagonal; `squares` are the columns' mean squares."""

        def product(vector):
            direction = vector.reshape(self.shape)
            moved = self.logits(direction)
            moved = probabilities * (moved - np.sum(probabilities * moved, axis=1, keepdims=True))
            return (self._transpose(moved) + self.penalty * direction).ravel()

        # Row by row the curvature of class k is p_k (1 - p_k); its mean over rows stands for all of them.
        spread = np.mean(probabilities * (1 - probabilities), axis=0)
        diagonal = np.vstack([squares[:, None] * spread, spread[None]]) + self.penalty + 1e-12
        return product, diagonal.ravel()


def _minimise(objective):
    """Parameters at the optimum and the number of steps that led there."""
    squares = np.einsum("nr,nr->r", objective.Y, objective.Y, dtype=np.float64) / objective.num_rows
    parameters, num_quasi_newton_steps = _descend(objective, squares)
    parameters, num_newton_steps = _finish(objective, squares, parameters)
    return parameters, num_quasi_newton_steps + num_newton_steps


def _descend(objective, squares):
    """L-BFGS from zero, in units in which the curvature is nearly 1; returns parameters and the number of steps."""
    # p (1 - p) of a row and class is (1 - 1/C) / C at first and less once rows are told apart: a third, as a mean.
    num_classes = objective.shape[1]
    spread = (1 - 1 / num_classes) / num_classes / 3
    units = np.sqrt(spread * np.append(squares, 1.0)[:, None] + objective.penalty)
    norm = np.inf

    def evaluate(vector):
        nonlocal norm
        value, gradient = objective.value_and_gradient(vector.reshape(objective.shape) / units)
        norm = float(np.linalg.norm(gradient))
        return value, (gradient / units).ravel()

    def stop(_):
        # The line search ends at the point that it accepts, so that the norm is that of this point.
        if norm <= GRADIENT_TOLERANCE / 2:
            raise StopIteration

    options = {"maxiter": _MAX_QUASI_NEWTON_STEPS, "maxfun": 10**6, "ftol": 0.0, "gtol": 0.0}
    start = np.zeros(objective.shape).ravel()
    found = minimize(evaluate, start, jac=True, method="L-BFGS-B", callback=stop, options=options)
    return found.x.reshape(objective.shape) / units, found.nit


def _finish(objective, squares, parameters):
    """Newton's method with conjugate gradients and backtracking; returns parameters and the number of steps."""
    logits = objective.logits(parameters)
    value = objective.value(parameters, logits)
    for num_steps in range(_MAX_NEWTON_STEPS + 1):
        probabilities = softmax(logits, axis=1)
        gradient = objective.gradient(parameters, probabilities)
        norm = float(np.linalg.norm(gradient))
        # Half the tolerance: rotating back into the features' own axes costs some rounding.
        if norm <= GRADIENT_TOLERANCE / 2 or num_steps == _MAX_NEWTON_STEPS:
            break
        product, diagonal = objective.curvature(probabilities, squares)
        direction = _solve_newton(product, diagonal, gradient.ravel(), norm).reshape(parameters.shape)
        parameters, logits, value = _backtrack(objective, parameters, logits, value, gradient, direction)
    return parameters, num_steps


def _solve_newton(product, diagonal, gradient, norm):
    """As accurately as the gradient is small, and no further than the tolerance needs (Eisenstat and Walker)."""
    forcing = max(min(0.5, norm**0.5), 0.1 * GRADIENT_TOLERANCE / norm)
    square = (len(gradient), len(gradient))
    hessian = LinearOperator(square, matvec=product, dtype=np.float64)
    preconditioner = LinearOperator(square, matvec=lambda vector: vector / diagonal, dtype=np.float64)
    return cg(hessian, -gradient, rtol=forcing, maxiter=100, M=preconditioner)[0]


def _backtrack(objective, parameters, logits, value, gradient, direction):
    """The first of 1, 1/2, 1/4, ... of a Newton step that lowers the objective enough."""
    moved, slope, size = objective.logits(direction), float(np.vdot(gradient, direction)), 1.0
    while True:
        # Logits are linear in the parameters, so that a trial costs no pass over the features.
        candidate, trial_logits = parameters + size * direction, logits + size * moved
        trial = objective.value(candidate, trial_logits)
        if trial <= value + 1e-4 * size * slope + 1e-9 or size < 1e-6:
            return candidate, trial_logits, trial
        size /= 2
