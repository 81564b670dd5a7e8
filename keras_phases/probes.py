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
from keras_phases.blas import one_thread
from keras_phases.moments import mean_shift

PROBE_L2 = 1e-3
RELATIVE_TOLERANCE, LEAST_TOLERANCE, LARGEST_TOLERANCE = 1e-3, 1e-4, 3e-4
"""A fit has converged where the gradient's norm is at most a thousandth of the objective, held between the two
bounds; it ends at half of that.

Where classes are nearly told apart the objective is small and the held-out loss moves most. Against 1e-5, three taps of
VGG-8 on CIFAR-10 at three steps: the held-out cross-entropy differs by at most 3e-4 of itself."""

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
        objective: Penalised cross-entropy on the fit rows where the fit ended.
        gradient_norm: Norm of its gradient there.
        num_steps: Steps taken, of L-BFGS and of Newton's method.
    """

    weights: np.ndarray
    bias: np.ndarray
    objective: float
    gradient_norm: float
    num_steps: int

    @property
    def converged(self):
        """Whether the gradient fell below the tolerance."""
        return self.gradient_norm <= tolerance_at(self.objective)

    def log_probabilities(self, features):
        """Log-probabilities of the classes, `(n, num_classes)`, for features `(n, num_features)`."""
        logits = host(features) @ self.weights + self.bias
        return logits - logsumexp(logits, axis=1, keepdims=True)


# A dot product of some thousand parameters wakes NumPy's threads, which then spin on the cores that the backend's
# passes need: 1.6 times as long.
@one_thread()
def fit_linear_probe(features, labels, *, num_classes, l2=PROBE_L2):
    """Fits the linear probe to a gradient norm of a thousandth of its objective, between 1e-4 and 3e-4.

    Costs one factorisation of the smaller side of the features, 20 to 100 passes over them, and a second copy of them.

    Args:
        features: Array `(n, F)`, float32.
        labels: Class indices `(n,)`, each below `num_classes`.
        num_classes: Number of classes, at least 2.
        l2: Weight penalty on standardised features; the bias is free. Defaults to `1e-3`.

    Returns:
        `LinearProbe`; its `converged` says whether the tolerance was reached.

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
        axes, units = None, _whitening(_scatter(Z), spread, l2)
    else:
        Z, axes, squares = _principal_axes(Z)
        units = _scaling(squares, spread, l2)
    objective = _Objective(Z, labels, num_classes, l2, units)
    parameters, num_steps = _minimise(objective)
    weights, bias = objective.unpack(parameters)
    value, _, norm = objective.value_and_gradient(parameters)
    weights = inverse_scale[:, None] * (weights if axes is None else axes @ weights)
    return LinearProbe(weights, bias - mean @ weights, value, norm, num_steps)


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


def _whitening(scatter, spread, l2):
    """L^-1 with L L' = spread scatter + l2 I, `(F, F)`."""
    curvature = spread * np.tril(scatter)
    curvature[np.diag_indices_from(curvature)] += l2
    factor = scipy.linalg.cholesky(curvature, lower=True, overwrite_a=True, check_finite=False)
    return FLOAT32.array(scipy.linalg.lapack.strtri(factor, lower=1, overwrite_c=1)[0])


def _scaling(squares, spread, l2):
    """The same where the features are uncorrelated: its diagonal, `(F, 1)`."""
    return FLOAT32.array((spread * squares + l2)[:, None] ** -0.5)


class _Objective:
    """Value, gradient and curvature of the penalised cross-entropy.

    Parameters are a vector, U with the bias as last row; the weights are `units' U`. Passes over the rows run on the
    backend in float32; what is summed over rows for the value is summed in float64.
    """

    def __init__(self, Y, labels, num_classes, l2, units):
        self.Y, self.labels, self.l2, self.units = Y, labels, l2, units
        self.num_rows, self.shape = len(labels), (Y.shape[1] + 1, num_classes)
        self._evaluate = _evaluation(self.shape, self.num_rows, units.shape[1] > 1, l2)
        self._own = FLOAT32.array(np.eye(num_classes, dtype=np.float32)[:, labels])
        # The bias moves the logits of all rows alike: its curvature is the spread itself.
        self._bias_unit = ((1 - 1 / num_classes) / num_classes / 3) ** -0.5

    def unpack(self, parameters):
        """Weights `(F, C)` and bias `(C,)`, float64."""
        U = parameters.reshape(self.shape)
        weights = _to_weights(self.units, FLOAT32.array(U[:-1]))
        return host(weights).astype(np.float64), self._bias_unit * U[-1]

    def value_and_gradient(self, parameters):
        """The value, its gradient by the parameters, and the norm of its gradient by weights and bias."""
        U = parameters.reshape(self.shape)
        bias = FLOAT32.array(self._bias_unit * U[-1])
        found = self._evaluate(self.Y, self._own, self.units, FLOAT32.array(U[:-1]), bias)
        entropies, weights, by_units, by_bias, square = (host(tensor).astype(np.float64) for tensor in found)
        value = entropies.mean() + 0.5 * self.l2 * np.vdot(weights, weights)
        by_parameters = np.vstack([by_units, self._bias_unit * by_bias]).ravel()
        return float(value), by_parameters, float(np.sqrt(square + by_bias @ by_bias))

    def logits(self, parameters):
        """Logits of all rows on the host, float64."""
        weights, bias = self.unpack(parameters)
        return host(FLOAT32.ops.matmul(self.Y, FLOAT32.array(weights))).astype(np.float64) + bias

    def value(self, parameters, logits):
        """The value where the logits are known."""
        weights, _ = self.unpack(parameters)
        entropy = np.mean(logsumexp(logits, axis=1) - logits[np.arange(self.num_rows), self.labels])
        return float(entropy + 0.5 * self.l2 * np.vdot(weights, weights))

    def curvature(self, logits):
        """The Hessian as a product with a vector."""
        probabilities = softmax(logits, axis=1)

        def product(vector):
            moved = self.logits(vector)
            moved = FLOAT32.array(probabilities * (moved - np.sum(probabilities * moved, axis=1, keepdims=True)))
            weights = FLOAT32.array(self.unpack(vector)[0])
            by_weights = _to_features(self.Y, moved) / self.num_rows + self.l2 * weights
            by_bias = host(FLOAT32.ops.sum(moved, axis=0)).astype(np.float64) / self.num_rows
            return np.vstack([host(_to_units(self.units, by_weights)), self._bias_unit * by_bias]).ravel()

        return product


def _to_weights(units, U):
    return FLOAT32.dot(units, U) if units.shape[1] > 1 else units * U


def _to_units(units, by_weights):
    return FLOAT32.ops.matmul(units, by_weights) if units.shape[1] > 1 else units * by_weights


def _to_features(Y, residual):
    # The tall factor on the right, as it lies in memory: twice as fast as transposed on the left.
    return FLOAT32.ops.transpose(FLOAT32.dot(residual, Y))


def tolerance_at(objective):
    """Norm of the gradient at which a fit of that objective has converged."""
    return float(np.clip(RELATIVE_TOLERANCE * objective, LEAST_TOLERANCE, LARGEST_TOLERANCE))


@functools.cache
def _evaluation(shape, num_rows, is_whitened, l2):
    """A pass forth and back over the rows, compiled once for each size."""
    ops = FLOAT32.ops

    def evaluate(Y, own, units, U, bias):
        weights = _to_weights(units, U)
        # Classes first: sums over them then run along whole rows of memory.
        logits = ops.transpose(ops.matmul(Y, weights) + bias)
        logits = logits - ops.max(logits, axis=0)
        chances = ops.exp(logits)
        totals = ops.sum(chances, axis=0)
        entropies = ops.log(totals) - ops.sum(logits * own, axis=0)
        residual = (chances / totals - own) / num_rows
        by_weights = ops.transpose(ops.matmul(residual, Y)) + l2 * weights
        square = ops.sum(by_weights * by_weights)
        return entropies, weights, _to_units(units, by_weights), ops.sum(residual, axis=1), square

    return compiled(evaluate)


def _minimise(objective):
    """Parameters at the optimum and the number of steps that led there."""
    parameters, num_quasi_newton_steps = _descend(objective)
    parameters, num_newton_steps = _finish(objective, parameters)
    return parameters, num_quasi_newton_steps + num_newton_steps


def _descend(objective):
    """L-BFGS from zero; returns parameters and the number of steps."""
    value, norm = np.inf, np.inf

    def evaluate(parameters):
        nonlocal value, norm
        value, gradient, norm = objective.value_and_gradient(parameters)
        return value, gradient

    def stop(_):
        # The line search ends at the point that it accepts, so that the norm is that of this point.
        if norm <= 0.5 * tolerance_at(value):
            raise StopIteration

    options = {"maxiter": _MAX_QUASI_NEWTON_STEPS, "maxfun": 10**6, "ftol": 0.0, "gtol": 0.0}
    start = np.zeros(objective.shape).ravel()
    found = minimize(evaluate, start, jac=True, method="L-BFGS-B", callback=stop, options=options)
    return found.x, found.nit


def _finish(objective, parameters):
    """Newton's method with conjugate gradients and backtracking; returns parameters and the number of steps."""
    for num_steps in range(_MAX_NEWTON_STEPS + 1):
        value, gradient, norm = objective.value_and_gradient(parameters)
        if norm <= 0.5 * tolerance_at(value) or num_steps == _MAX_NEWTON_STEPS:
            break
        logits = objective.logits(parameters)
        direction = _solve_newton(objective.curvature(logits), gradient, norm, tolerance_at(value))
        parameters = _backtrack(objective, parameters, logits, value, gradient, direction)
    return parameters, num_steps


def _solve_newton(product, gradient, norm, tolerance):
    """As accurately as the gradient is small, and no further than the tolerance needs (Eisenstat and Walker)."""
    forcing = max(min(0.5, norm**0.5), 0.1 * tolerance / norm)
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
