"""The linear probe: features -> labels, the exact optimum of a stated objective.

    minimise over W, b    mean cross-entropy of softmax(Z W + b) + l2 / 2 |W|^2,     Z the standardised features

The objective is convex with one optimum (separable features have none without the penalty), so that the probe depends
on the features alone and not on a learning rate or a number of epochs. L-BFGS works on parameters in whose units the
curvature is nearly the identity, W = L^-T U with L L' = s Z'Z / n + l2 I and s a mean of p (1 - p), and reaches the
tolerance in 20 to 100 passes over the rows. Where it ends before, for rounding in its line search or a step limit,
Newton's method goes on from there. With fewer rows than features their principal axes stand for the features, which
loses nothing: the optimum lies in the span of the rows, because the penalty grows with every part outside of it.
"""

import dataclasses
import functools

import numpy as np
import scipy.linalg
from scipy.optimize import minimize
from scipy.sparse.linalg import LinearOperator, cg
from scipy.special import logsumexp, softmax

from keras_phases.arithmetic import FLOAT32, compiled, host
from keras_phases.moments import mean_shift

PROBE_L2 = 1e-3
GRADIENT_TOLERANCE = 1e-4
"""Norm of the gradient at which the fit ends: its objective is within tolerance^2 / (2 l2) = 5e-6 of the optimum."""

_MAX_QUASI_NEWTON_STEPS = 400
_MAX_NEWTON_STEPS = 50

_ROWS_AT_ONCE = 2048
"""Rows standardised at a time, so that what lies between the features and their standardised copy stays small."""


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
        logits = host(features) @ self.weights + self.bias
        return logits - logsumexp(logits, axis=1, keepdims=True)


def fit_linear_probe(features, labels, *, num_classes, l2=PROBE_L2):
    """Fits the linear probe to a gradient norm of `GRADIENT_TOLERANCE`.

    Costs one factorisation of the smaller side of the features, 20 to 100 passes over them, and a second copy of them.

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
    mean, inverse_scale = _standardisation(features)
    Z = _standardise(features, mean, inverse_scale)
    # p (1 - p) of a row and class is (1 - 1/C) / C at first and less once rows are told apart: a third, as a mean.
    spread = (1 - 1 / num_classes) / num_classes / 3
    if features.shape[1] <= len(features):
        axes, units = None, _Whitening(_scatter(Z), spread, l2)
    else:
        Z, axes, squares = _principal_axes(Z)
        units = _Scaling(squares, spread, l2)
    objective = _Objective(Z, labels, num_classes, l2, units)
    parameters, num_steps = _minimise(objective)
    weights, bias = objective.unpack(parameters)
    norm = objective.value_and_gradient(parameters)[2]
    weights = inverse_scale[:, None] * (weights if axes is None else axes @ weights)
    return LinearProbe(weights, bias - mean @ weights, norm, num_steps)


def _standardisation(features):
    """Mean and inverse standard deviation of every feature, float64; 0 for one that does not vary."""
    shift = mean_shift(features[:_ROWS_AT_ONCE])
    sums = np.zeros((2, features.shape[1]))
    ops = FLOAT32.ops
    for start in range(0, len(features), _ROWS_AT_ONCE):
        A = FLOAT32.array(features[start : start + _ROWS_AT_ONCE]) - shift
        sums += np.stack([host(ops.sum(A, axis=0)), host(ops.sum(A * A, axis=0))])
    offset, square = sums / len(features)
    mean, scale = shift + offset, np.sqrt(np.maximum(square - offset**2, 0.0))
    # A spread of a few float32 steps about the mean is rounding; a small one beside other features' is none.
    varies = scale > 4 * np.finfo(np.float32).eps * np.abs(mean)
    return mean, np.where(varies, 1 / np.where(varies, scale, 1), 0.0)


def _standardise(features, mean, inverse_scale):
    """Standardised features as a tensor of the backend."""
    shift = mean.astype(np.float32)
    offset, factor = (mean - shift).astype(np.float32), inverse_scale.astype(np.float32)
    parts = [
        (FLOAT32.array(features[start : start + _ROWS_AT_ONCE]) - shift - offset) * factor
        for start in range(0, len(features), _ROWS_AT_ONCE)
    ]
    return FLOAT32.ops.concatenate(parts)


def _scatter(Z):
    """Z'Z / n, of which the lower triangle is meant."""
    chunks = (Z[start : start + _ROWS_AT_ONCE] for start in range(0, len(Z), _ROWS_AT_ONCE))
    return sum(FLOAT32.gram(rows) for rows in chunks) / len(Z)


def _principal_axes(Z):
    """`(Y, axes, squares)`: Y = Z axes, `(n, r)`, its columns uncorrelated, their mean squares, orthonormal axes."""
    Z = host(Z)
    squares, left = np.linalg.eigh(Z @ Z.T)
    kept = squares > 1e-6 * squares[-1]
    lengths = np.sqrt(squares[kept])
    return FLOAT32.array(left[:, kept] * lengths), Z.T @ (left[:, kept] / lengths), squares[kept] / len(Z)


class _Whitening:
    """Units of the weights in which the curvature is about the identity: W = L^-T U."""

    def __init__(self, scatter, spread, l2):
        curvature = spread * np.tril(scatter)
        curvature[np.diag_indices_from(curvature)] += l2
        factor = scipy.linalg.cholesky(curvature, lower=True, overwrite_a=True, check_finite=False)
        inverse = scipy.linalg.lapack.strtri(factor, lower=1, overwrite_c=1)[0]
        self._inverse, self._transposed = FLOAT32.array(inverse), FLOAT32.array(inverse.T)

    def to_weights(self, U):
        return FLOAT32.ops.matmul(self._transposed, U)

    def to_units(self, gradient):
        return FLOAT32.ops.matmul(self._inverse, gradient)


class _Scaling:
    """The same where the features are uncorrelated."""

    def __init__(self, squares, spread, l2):
        self._scale = FLOAT32.array((spread * squares + l2)[:, None] ** -0.5)

    def to_weights(self, U):
        return self._scale * U

    to_units = to_weights


class _Objective:
    """Value, gradient and curvature of the penalised cross-entropy.

    Parameters are a vector, the weights in `units` with the bias as last row. Passes over the rows run on the backend
    in float32; what is summed over rows for the value is summed in float64.
    """

    def __init__(self, Y, labels, num_classes, l2, units):
        self.Y, self.labels, self.l2, self.units = Y, labels, l2, units
        self.num_rows, self.shape = len(labels), (Y.shape[1] + 1, num_classes)
        self._forth, self._down = _passes(self.shape, self.num_rows)
        self._own = FLOAT32.array(np.eye(num_classes, dtype=np.float32)[labels])
        # The bias moves the logits of all rows alike: its curvature is the spread itself.
        self._bias_unit = ((1 - 1 / num_classes) / num_classes / 3) ** -0.5

    def unpack(self, parameters):
        """Weights `(F, C)` and bias `(C,)`, float64."""
        weights, bias = self._unpack(parameters)
        return host(weights).astype(np.float64), bias

    def _unpack(self, parameters):
        U = parameters.reshape(self.shape)
        return self.units.to_weights(FLOAT32.array(U[:-1])), self._bias_unit * U[-1]

    def value_and_gradient(self, parameters):
        """The value, its gradient by the parameters, and the norm of its gradient by weights and bias."""
        weights, bias = self._unpack(parameters)
        entropies, residual = self._forth(self.Y, self._own, weights, FLOAT32.array(bias))
        weights_64 = host(weights).astype(np.float64)
        value = host(entropies).mean(dtype=np.float64) + 0.5 * self.l2 * np.vdot(weights_64, weights_64)
        return float(value), *self._back(residual, weights)

    def _back(self, residual, weights):
        """From the derivative by logits to that by the parameters, and the norm of that by weights and bias."""
        by_weights, by_bias = self._down(self.Y, residual)
        by_weights = by_weights / self.num_rows + self.l2 * weights
        by_bias = host(by_bias).astype(np.float64) / self.num_rows
        norm = float(np.hypot(np.linalg.norm(host(by_weights)), np.linalg.norm(by_bias)))
        return np.vstack([host(self.units.to_units(by_weights)), self._bias_unit * by_bias]).ravel(), norm

    def logits(self, parameters):
        """Logits of all rows on the host, float64."""
        weights, bias = self._unpack(parameters)
        return host(FLOAT32.ops.matmul(self.Y, weights)).astype(np.float64) + bias

    def value(self, parameters, logits):
        """The value where the logits are known."""
        weights, _ = self.unpack(parameters)
        entropy = np.mean(logsumexp(logits, axis=1) - logits[np.arange(self.num_rows), self.labels])
        return float(entropy + 0.5 * self.l2 * np.vdot(weights, weights))

    def curvature(self, logits):
        """The Hessian as a product with a vector."""
        probabilities = softmax(logits, axis=1)

        def product(vector):
            weights, _ = self._unpack(vector)
            moved = self.logits(vector)
            moved = probabilities * (moved - np.sum(probabilities * moved, axis=1, keepdims=True))
            return self._back(FLOAT32.array(moved), weights)[0]

        return product


@functools.cache
def _passes(shape, num_rows):
    """The passes forth and back over the rows, compiled once for each size."""
    ops = FLOAT32.ops

    def forth(Y, own, weights, bias):
        """Cross-entropy of each row, and its derivative by the logits."""
        logits = ops.matmul(Y, weights) + bias
        logits = logits - ops.max(logits, axis=1, keepdims=True)
        chances = ops.exp(logits)
        totals = ops.sum(chances, axis=1, keepdims=True)
        return ops.log(totals)[:, 0] - ops.sum(logits * own, axis=1), chances / totals - own

    def down(Y, residual):
        """[Y, 1]' residual. The tall factor on the right, as it lies in memory: twice as fast as transposed."""
        return ops.transpose(FLOAT32.dot(residual, Y)), ops.sum(residual, axis=0)

    return compiled(forth), compiled(down)


def _minimise(objective):
    """Parameters at the optimum and the number of steps that led there."""
    parameters, num_quasi_newton_steps = _descend(objective)
    parameters, num_newton_steps = _finish(objective, parameters)
    return parameters, num_quasi_newton_steps + num_newton_steps


def _descend(objective):
    """L-BFGS from zero; returns parameters and the number of steps."""
    norm = np.inf

    def evaluate(parameters):
        nonlocal norm
        value, gradient, norm = objective.value_and_gradient(parameters)
        return value, gradient

    def stop(_):
        # The line search ends at the point that it accepts, so that the norm is that of this point.
        if norm <= 0.5 * GRADIENT_TOLERANCE:
            raise StopIteration

    options = {"maxiter": _MAX_QUASI_NEWTON_STEPS, "maxfun": 10**6, "ftol": 0.0, "gtol": 0.0}
    start = np.zeros(objective.shape).ravel()
    found = minimize(evaluate, start, jac=True, method="L-BFGS-B", callback=stop, options=options)
    return found.x, found.nit


def _finish(objective, parameters):
    """Newton's method with conjugate gradients and backtracking; returns parameters and the number of steps."""
    for num_steps in range(_MAX_NEWTON_STEPS + 1):
        value, gradient, norm = objective.value_and_gradient(parameters)
        if norm <= 0.5 * GRADIENT_TOLERANCE or num_steps == _MAX_NEWTON_STEPS:
            break
        logits = objective.logits(parameters)
        direction = _solve_newton(objective.curvature(logits), gradient, norm)
        parameters = _backtrack(objective, parameters, logits, value, gradient, direction)
    return parameters, num_steps


def _solve_newton(product, gradient, norm):
    """As accurately as the gradient is small, and no further than the tolerance needs (Eisenstat and Walker)."""
    forcing = max(min(0.5, norm**0.5), 0.1 * GRADIENT_TOLERANCE / norm)
    hessian = LinearOperator((len(gradient), len(gradient)), matvec=product, dtype=np.float64)
    return cg(hessian, -gradient, rtol=forcing, maxiter=100)[0]


def _backtrack(objective, parameters, logits, value, gradient, direction):
    """The first of 1, 1/2, 1/4, ... of a Newton step that lowers the objective enough."""
    moved, slope, size = objective.logits(direction), float(gradient @ direction), 1.0
    while True:
        # Logits are linear in the parameters, so that a trial costs no pass over the features.
        candidate = parameters + size * direction
        trial = objective.value(candidate, logits + size * moved)
        if trial <= value + 1e-4 * size * slope + 1e-9 or size < 1e-6:
            return candidate
        size /= 2
