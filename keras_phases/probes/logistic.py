"""Logistic regression on standardised features, of classes or of labels that each may hold.

    minimise over W, b    mean cross-entropy of softmax(Z W + b) + l2 / 2 |W|^2,     Z the standardised features

The objective is convex with one optimum (separable features have none without the penalty). For labels that each may
hold, the sigmoid stands for the softmax and the binary cross-entropies of a row are summed, so that it is the sum of
one objective for each label: they have nothing in common but the passes and the penalty.

L-BFGS works along the principal axes of the features, in whose units the curvature is nearly the identity,
W = axes U / sqrt(s squares + l2) with s a mean of p (1 - p), and reaches the tolerance in 20 to 100 passes over the
rows. Where it ends before, for rounding in its line search or a step limit, Newton's method goes on from there. With
fewer rows than features the axes are those that the rows span, which loses nothing: the penalty grows with every part
outside of it.
"""

import numpy as np
from scipy.special import expit, logsumexp, softmax

from keras_phases.backend.arrays import FLOAT32, compiled, compiled_once, host
from keras_phases.probes.optimum import find_optimum
from keras_phases.probes.penalty import choose_l2


def fit_classes(features, labels, num_classes, l2=None):
    """Multinomial logistic regression.

    Args:
        features: `StandardisedFeatures` `(n, F)`.
        labels: Class indices `(n,)`.
        num_classes: Number of classes, C.
        l2: Weight penalty. Defaults to `None`: chosen by `choose_l2`.

    Returns:
        `(weights, bias, l2, objective, gradient_norm, num_steps)`: arrays `(F, C)` and `(C,)`, the penalty, the
        objective where the fit ended, the norm of its gradient there, and the steps that led there.
    """
    return _fit(features, _Softmax(labels, num_classes), l2)


def fit_labels(features, labels, l2=None):
    """A binary logistic regression for each label; arguments and returns as `fit_classes`.

    A label that is the same in all k or 0 of n rows has no optimum; its probability is set to (k + 1/2) / (n + 1).

    Args:
        features: `StandardisedFeatures` `(n, F)`.
        labels: Array `(n, L)` of 0 and 1.
        l2: Weight penalty of each. Defaults to `None`: chosen by `choose_l2`, one for all.
    """
    labels = np.asarray(labels, np.float32)
    counts, num_rows = labels.sum(axis=0, dtype=np.float64), len(labels)
    weights, bias = np.zeros((features.shape[1], len(counts))), np.log((counts + 0.5) / (num_rows - counts + 0.5))
    varies = (counts > 0) & (counts < num_rows)
    if not varies.any():
        return weights, bias, np.nan, 0.0, 0.0, 0
    weights[:, varies], bias[varies], *found = _fit(features, _Sigmoid(labels[:, varies]), l2)
    return weights, bias, *found


def _fit(features, link, l2):
    Y, axes, squares = features.principal_axes
    rows, weights, pairs = Rows(Y, axes, squares, link), None, ()
    if l2 is None:
        l2, weights, pairs = choose_l2(rows)
    objective = rows.objective(l2)
    parameters, num_steps = find_optimum(objective, objective.parameters(weights), pairs)
    value, _, norm = objective.value_and_gradient(parameters)
    weights = objective.weights(parameters)
    return rows.axes @ weights[:-1], weights[-1], l2, value, norm, num_steps


class _Softmax:
    """Classes, of which every row has one.

    `spread` is a mean of p (1 - p) over rows and outputs, `bias_unit` its power -1/2 (the bias moves the logits of all
    rows alike), `start` a bias to begin with, `own` the labels as `(C, n)` of 0 and 1, a tensor, `groups` what the rows
    that judge a penalty are drawn from alike.
    """

    def __init__(self, labels, num_classes):
        self.labels, self.num_outputs = labels, num_classes
        # (1 - 1/C) / C at first and less once rows are told apart: a third, as a mean.
        self.spread = (1 - 1 / num_classes) / num_classes / 3
        self.bias_unit = np.full(num_classes, self.spread**-0.5)
        self.start = np.zeros(num_classes)
        self.own = FLOAT32.array(np.eye(num_classes, dtype=np.float32)[:, labels])
        self.groups = labels

    @staticmethod
    def entropies_and_residual(logits, own):
        """Cross-entropies `(k, n)` and p - y `(k, C, n)` of logits `(k, C, n)` of k fits, tensors."""
        ops = FLOAT32.ops
        logits = logits - ops.max(logits, axis=1, keepdims=True)
        chances = ops.exp(logits)
        totals = ops.sum(chances, axis=1, keepdims=True)
        return ops.log(totals[:, 0]) - ops.sum(logits * own, axis=1), chances / totals - own

    @staticmethod
    def entropies(logits, labels):
        """Cross-entropies `(n,)` of logits `(n, C)` on the host."""
        return logsumexp(logits, axis=1) - logits[np.arange(len(logits)), labels]

    @staticmethod
    def curvature(logits):
        """How the probabilities move with the logits, `(n, C)` to `(n, C)`."""
        probabilities = softmax(logits, axis=1)
        return lambda moved: probabilities * (moved - np.sum(probabilities * moved, axis=1, keepdims=True))


class _Sigmoid:
    """Labels that each may hold, none of them in all rows or in none; as `_Softmax`."""

    def __init__(self, labels):
        self.labels, self.num_outputs = labels, labels.shape[1]
        shares = labels.mean(axis=0, dtype=np.float64)
        variances = shares * (1 - shares)
        # As above. A rare label starts at its share: from 1/2 its bias would have far to go.
        self.spread = variances.mean() / 3
        self.bias_unit = (variances / 3) ** -0.5
        self.start = np.log(shares / (1 - shares))
        self.own = FLOAT32.array(labels.T)
        self.groups = np.zeros(len(labels), int)

    @staticmethod
    def entropies_and_residual(logits, own):
        ops = FLOAT32.ops
        return ops.sum(ops.softplus((1 - 2 * own) * logits), axis=1), ops.sigmoid(logits) - own

    @staticmethod
    def entropies(logits, labels):
        return np.logaddexp(0, (1 - 2 * labels) * logits).sum(axis=1)

    @staticmethod
    def curvature(logits):
        variances = expit(logits) * expit(-logits)
        return lambda moved: variances * moved


class Rows:
    """Features along their principal axes, of the fit rows, and what is to be told from them.

    Args:
        Y: Features `(n, r)`, a tensor.
        axes: Orthonormal, `(F, r)`.
        squares: Mean squares of Y.
        link: `_Softmax` or `_Sigmoid` of the labels.
    """

    def __init__(self, Y, axes, squares, link):
        self.Y, self.axes, self.squares, self.link = Y, axes, squares.astype(np.float64), link

    def pass_over(self, shares, weights, bias):
        """Entropies of all rows, the gradient by weights and by bias, and the spreads of k fits."""
        num_rows, num_features = self.Y.shape
        evaluate = _evaluation(type(self.link), len(shares), num_rows, num_features, self.link.num_outputs)
        return evaluate(self.Y, self.link.own, shares, weights, bias)

    def units(self, l2):
        """In which the curvature at a penalty is near the identity, `(r + 1, C)`."""
        units = (self.link.spread * self.squares + l2) ** -0.5
        return np.vstack([np.tile(units[:, None], self.link.num_outputs), self.link.bias_unit])

    def objective(self, l2, shares=None):
        """The `Objective` at a penalty.

        Args:
            l2: The penalty.
            shares: The share of each row in the mean `(k, n)`, for k fits at once. Defaults to `None`: one fit, to all
                rows alike.
        """
        return Objective(self, l2, np.full((1, len(self.Y)), 1 / len(self.Y)) if shares is None else shares)

    def judge(self, chosen):
        """A function of the weights of k fits: the mean cross-entropy of the rows chosen for each, `(k, n)`."""
        parts = [(FLOAT32.ops.take(self.Y, np.flatnonzero(rows), axis=0), self.link.labels[rows]) for rows in chosen]

        def score(weights):
            fits = zip(parts, np.split(weights, len(parts), axis=1), strict=True)
            return np.concatenate([self.link.entropies(_logits(Y, own), labels) for (Y, labels), own in fits]).mean()

        return score


def _logits(Y, weights):
    """On the host, float64; the last row of the weights is the bias."""
    return host(FLOAT32.ops.matmul(Y, FLOAT32.array(weights[:-1]))).astype(np.float64) + weights[-1]


class Objective:
    """Value, gradient and curvature of the penalised cross-entropy; of several fits at once the sum, without curvature.

    Parameters are a vector; times `units` they are weights and bias along the principal axes. Passes over the rows run
    on the backend in float32; what is summed over rows for the value is summed in float64.
    """

    def __init__(self, rows, l2, shares):
        self._rows, self._link, self.l2, self._shares = rows, rows.link, l2, shares
        self._weighed, self._newest = FLOAT32.array(shares), None
        self._units = np.tile(rows.units(l2), len(shares))

    def parameters(self, weights=None):
        """Parameters of weights and bias `(r + 1, k C)`; without them those to begin with."""
        if weights is None:
            weights = np.zeros(self._units.shape)
            weights[-1] = np.tile(self._link.start, len(self._shares))
        return (weights / self._units).ravel()

    def weights(self, parameters):
        """Weights and bias, `(r + 1, k C)`, float64."""
        return self._units * parameters.reshape(self._units.shape)

    def value_and_gradient(self, parameters):
        """The value, its gradient by the parameters, and the norm of its gradient by weights and bias."""
        weights, (entropies, by_weights, by_bias, _) = self._pass(parameters)
        value = np.vdot(self._shares, entropies) + 0.5 * self.l2 * np.vdot(weights[:-1], weights[:-1])
        gradient = np.vstack([by_weights + self.l2 * weights[:-1], by_bias])
        return float(value), (self._units * gradient).ravel(), float(np.linalg.norm(gradient))

    def slopes(self, parameters):
        """How weights and bias at the optimum change with log10 of the penalty, roughly: dW = -(H + l2)^-1 W dl2."""
        curvatures = self._pass(parameters)[1][3] * self._rows.squares[:, None]
        slopes = -np.log(10) * self.l2 / (curvatures + self.l2) * self.weights(parameters)[:-1]
        return np.vstack([slopes, np.zeros(len(slopes.T))])

    def _pass(self, parameters):
        """The newest is kept: a search ends where it has just been."""
        if self._newest is None or not np.array_equal(self._newest[0], parameters):
            weights = self.weights(parameters)
            found = self._rows.pass_over(self._weighed, FLOAT32.array(weights[:-1]), FLOAT32.array(weights[-1]))
            found = [host(tensor).astype(np.float64) for tensor in found]
            self._newest = parameters.copy(), (weights, found)
        return self._newest[1]

    def logits(self, parameters):
        """Logits of all rows on the host, float64."""
        return _logits(self._rows.Y, self.weights(parameters))

    def value(self, parameters, logits):
        """The value where the logits are known."""
        weights = self.weights(parameters)[:-1]
        return float(
            self._shares[0] @ self._link.entropies(logits, self._link.labels)
            + 0.5 * self.l2 * np.vdot(weights, weights)
        )

    def curvature(self, logits):
        """The Hessian as a product with a vector."""
        curvature = self._link.curvature(logits)

        def product(vector):
            moved = self._shares[0][:, None] * curvature(self.logits(vector))
            by_weights = host(_to_features(self._rows.Y, FLOAT32.array(moved))) + self.l2 * self.weights(vector)[:-1]
            return (self._units * np.vstack([by_weights, moved.sum(axis=0)])).ravel()

        return product


def _to_features(Y, residual):
    # The tall factor on the right, as it lies in memory: twice as fast as transposed on the left.
    return FLOAT32.ops.transpose(FLOAT32.dot(residual, Y))


@compiled_once
def _evaluation(link, num_fits, num_rows, num_features, num_outputs):
    """A pass forth and back over the rows, compiled once for each kind and size."""
    ops = FLOAT32.ops

    def evaluate(Y, own, shares, weights, bias):
        # Classes first: sums over them then run along whole rows of memory.
        logits = ops.transpose(ops.matmul(Y, weights) + bias)
        fits = ops.reshape(logits, (num_fits, num_outputs, num_rows))
        entropies, residual = link.entropies_and_residual(fits, own)
        chances, shares = residual + own, shares[:, None]
        spread = ops.reshape(ops.sum(chances * (1 - chances) * shares, axis=2), (num_fits * num_outputs,))
        residual = ops.reshape(residual * shares, (num_fits * num_outputs, num_rows))
        return entropies, ops.transpose(ops.matmul(residual, Y)), ops.sum(residual, axis=1), spread

    return compiled(evaluate)
