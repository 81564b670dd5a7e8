"""Logistic regression on standardised features, of classes or of labels that each may hold.

    minimise over W, b    mean cross-entropy of softmax(Z W + b) + l2 / 2 |W|^2,     Z the standardised features

The objective is convex with one optimum (separable features have none without the penalty). For labels that each may
hold, the sigmoid stands for the softmax and the binary cross-entropies of a row are summed, so that it is the sum of
one objective for each label: they have nothing in common but the passes.

L-BFGS works on parameters in whose units the curvature is nearly the identity, W = L^-T U with L L' = s Z'Z / n + l2 I
and s a mean of p (1 - p), and reaches the tolerance in 20 to 100 passes over the rows. Where it ends before, for
rounding in its line search or a step limit, Newton's method goes on from there. With fewer rows than features their
principal axes stand for the features, which loses nothing: the optimum lies in the span of the rows, because the
penalty grows with every part outside of it.
"""

import numpy as np
import scipy.linalg
from scipy.special import expit, logsumexp, softmax

from keras_phases.backend.arrays import FLOAT32, compiled, compiled_once, host
from keras_phases.probes.optimum import find_optimum

PROBE_L2 = 1e-3


def fit_classes(features, labels, num_classes, l2):
    """Multinomial logistic regression.

    Args:
        features: `StandardisedFeatures` `(n, F)`.
        labels: Class indices `(n,)`.
        num_classes: Number of classes, C.
        l2: Weight penalty.

    Returns:
        `(weights, bias, objective, gradient_norm, num_steps)`: arrays `(F, C)` and `(C,)`, the objective where the fit
        ended, the norm of its gradient there, and the steps that led there.
    """
    return _fit(features, _Softmax(labels, num_classes), l2)


def fit_labels(features, labels, l2):
    """A binary logistic regression for each label; arguments and returns as `fit_classes`.

    A label that is the same in all k or 0 of n rows has no optimum; its probability is set to (k + 1/2) / (n + 1).

    Args:
        features: `StandardisedFeatures` `(n, F)`.
        labels: Array `(n, L)` of 0 and 1.
        l2: Weight penalty of each.
    """
    labels = np.asarray(labels, np.float32)
    counts, num_rows = labels.sum(axis=0, dtype=np.float64), len(labels)
    weights, bias = np.zeros((features.shape[1], len(counts))), np.log((counts + 0.5) / (num_rows - counts + 0.5))
    varies = (counts > 0) & (counts < num_rows)
    if not varies.any():
        return weights, bias, 0.0, 0.0, 0
    weights[:, varies], bias[varies], *found = _fit(features, _Sigmoid(labels[:, varies]), l2)
    return weights, bias, *found


def _fit(features, link, l2):
    num_rows, num_features = features.shape
    if num_features <= num_rows:
        Z, axes, units = features.Z, None, _whitening(features.scatter, link.spread, l2)
    else:
        Z, axes, squares = features.principal_axes
        units = _scaling(squares, link.spread, l2)
    objective = _Objective(Z, link, l2, units)
    parameters, num_steps = find_optimum(objective)
    weights, bias = objective.unpack(parameters)
    value, _, norm = objective.value_and_gradient(parameters)
    return weights if axes is None else axes @ weights, bias, value, norm, num_steps


class _Softmax:
    """Classes, of which every row has one.

    `spread` is a mean of p (1 - p) over rows and outputs, `bias_unit` its power -1/2 (the bias moves the logits of all
    rows alike), `start` a bias to begin with, `own` the labels as `(C, n)` of 0 and 1.
    """

    def __init__(self, labels, num_classes):
        self.labels, self.num_outputs = labels, num_classes
        # (1 - 1/C) / C at first and less once rows are told apart: a third, as a mean.
        self.spread = (1 - 1 / num_classes) / num_classes / 3
        self.bias_unit = np.full(num_classes, self.spread**-0.5)
        self.start = np.zeros(num_classes)
        self.own = np.eye(num_classes, dtype=np.float32)[:, labels]

    @staticmethod
    def entropies_and_residual(logits, own):
        """Cross-entropies `(n,)` and p - y `(C, n)` of logits `(C, n)`, tensors."""
        ops = FLOAT32.ops
        logits = logits - ops.max(logits, axis=0)
        chances = ops.exp(logits)
        totals = ops.sum(chances, axis=0)
        return ops.log(totals) - ops.sum(logits * own, axis=0), chances / totals - own

    def entropies(self, logits):
        """Cross-entropies `(n,)` of logits `(n, C)` on the host."""
        return logsumexp(logits, axis=1) - logits[np.arange(len(logits)), self.labels]

    @staticmethod
    def curvature(logits):
        """How the probabilities move with the logits, `(n, C)` to `(n, C)`."""
        probabilities = softmax(logits, axis=1)
        return lambda moved: probabilities * (moved - np.sum(probabilities * moved, axis=1, keepdims=True))


class _Sigmoid:
    """Labels that each may hold, none of them in all rows or in none; as `_Softmax`."""

    def __init__(self, labels):
        self.num_outputs = labels.shape[1]
        shares = labels.mean(axis=0, dtype=np.float64)
        variances = shares * (1 - shares)
        # As above. A rare label starts at its share: from 1/2 its bias would have far to go.
        self.spread = variances.mean() / 3
        self.bias_unit = (variances / 3) ** -0.5
        self.start = np.log(shares / (1 - shares))
        self.own = np.ascontiguousarray(labels.T)
        self._signs = 1 - 2 * labels

    @staticmethod
    def entropies_and_residual(logits, own):
        ops = FLOAT32.ops
        return ops.sum(ops.softplus((1 - 2 * own) * logits), axis=0), ops.sigmoid(logits) - own

    def entropies(self, logits):
        return np.logaddexp(0, self._signs * logits).sum(axis=1)

    @staticmethod
    def curvature(logits):
        variances = expit(logits) * expit(-logits)
        return lambda moved: variances * moved


def _whitening(scatter, spread, l2):
    """L^-1 with L L' = spread scatter + l2 I, `(F, F)`."""
    curvature = spread * np.tril(scatter)
    curvature[np.diag_indices_from(curvature)] += l2
    factor = scipy.linalg.cholesky(curvature, lower=True, overwrite_a=True, check_finite=False)
    return FLOAT32.array(scipy.linalg.lapack.strtri(factor, lower=1, overwrite_c=1)[0])  # pyright: ignore[reportAttributeAccessIssue] SciPy's stubs


def _scaling(squares, spread, l2):
    """The same where the features are uncorrelated: its diagonal, `(F, 1)`."""
    return FLOAT32.array((spread * squares + l2)[:, None] ** -0.5)


class _Objective:
    """Value, gradient and curvature of the penalised cross-entropy.

    Parameters are a vector, U with the bias as last row; the weights are `units' U`. Passes over the rows run on the
    backend in float32; what is summed over rows for the value is summed in float64.
    """

    def __init__(self, Y, link, l2, units):
        self.Y, self.link, self.l2, self.units = Y, link, l2, units
        self.num_rows, self.shape = len(Y), (Y.shape[1] + 1, link.num_outputs)
        self._evaluate = _evaluation(type(link), self.shape, self.num_rows, units.shape[1] > 1, l2)
        self._own, self._bias_unit = FLOAT32.array(link.own), link.bias_unit

    @property
    def start(self):
        """Parameters to begin with."""
        U = np.zeros(self.shape)
        U[-1] = self.link.start / self._bias_unit
        return U.ravel()

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
        return float(self.link.entropies(logits).mean() + 0.5 * self.l2 * np.vdot(weights, weights))

    def curvature(self, logits):
        """The Hessian as a product with a vector."""
        curvature = self.link.curvature(logits)

        def product(vector):
            moved = FLOAT32.array(curvature(self.logits(vector)))
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


@compiled_once
def _evaluation(link, shape, num_rows, is_whitened, l2):
    """A pass forth and back over the rows, compiled once for each kind and size."""
    ops = FLOAT32.ops

    def evaluate(Y, own, units, U, bias):
        weights = _to_weights(units, U)
        # Classes first: sums over them then run along whole rows of memory.
        logits = ops.transpose(ops.matmul(Y, weights) + bias)
        entropies, residual = link.entropies_and_residual(logits, own)
        residual = residual / num_rows
        by_weights = ops.transpose(ops.matmul(residual, Y)) + l2 * weights
        square = ops.sum(by_weights * by_weights)
        return entropies, weights, _to_units(units, by_weights), ops.sum(residual, axis=1), square

    return compiled(evaluate)
