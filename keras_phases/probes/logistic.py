"""Logistic regression on standardised features, of classes or of labels that each may hold.

    minimise over W, b    mean cross-entropy of softmax(Z W + b) + l2 / 2 |W|^2,     Z the standardised features

The objective is convex with one optimum (separable features have none without the penalty). For labels that each may
hold, the sigmoid stands for the softmax and the binary cross-entropies of a row are summed, so that it is the sum of
one objective for each label: they have nothing in common but the passes and the penalty.

L-BFGS works along the principal axes of the features, in whose units the curvature is nearly the identity,
W = axes U / sqrt(s squares + l2) with s a mean of p (1 - p), and reaches the tolerance in 20 to 100 passes over the
rows, on the device (`keras_phases.probes.descent`). Where it ends before, for rounding in its line search or a step
limit, Newton's method goes on from there. With fewer rows than features the axes are those that the rows span, which
loses nothing: the penalty grows with every part outside of it.
"""

import functools

import numpy as np
from scipy.special import expit, logsumexp, softmax

from keras_phases.backend.arrays import FLOAT32, compiled, compiled_once, host
from keras_phases.probes import descent, newton
from keras_phases.probes.penalty import choose_l2


def fit_classes(features, labels, num_classes, l2=None):
    """Multinomial logistic regression.

    Args:
        features: `StandardisedFeatures` `(n, F)`.
        labels: Class indices `(n,)`.
        num_classes: Number of classes, C.
        l2: Weight penalty. Defaults to `None`: chosen by `choose_l2`.

    Returns:
        `(weights, bias, l2, objective, gradient_norm, num_steps)`: a tensor `(F, C)` and an array `(C,)`, the penalty,
        the objective where the fit ended, the norm of its gradient there, and the steps that led there.
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
    bias = np.log((counts + 0.5) / (num_rows - counts + 0.5))
    varies = (counts > 0) & (counts < num_rows)
    if not varies.any():
        return np.zeros((features.shape[1], len(counts))), bias, np.nan, 0.0, 0.0, 0
    weights, bias[varies], *found = _fit(features, _Sigmoid(labels[:, varies]), l2)
    if not varies.all():
        own, weights = host(weights), np.zeros((features.shape[1], len(counts)))
        weights[:, varies] = own
    return weights, bias, *found


def _fit(features, link, l2):
    Y, axes, squares = features.principal_axes
    rows, weights, pairs = Rows(Y, axes, squares, link), None, None
    if l2 is None:
        l2, weights, pairs = choose_l2(rows)
    found = rows.descend(l2, 0.5, weights, pairs)
    # In one piece, as each is a copy from the device.
    told = host(FLOAT32.ops.append(FLOAT32.ops.reshape(found.weights, (-1,)), found.ended)).astype(np.float64)
    weights, ended, (value, norm, num_steps) = found.weights, told[:-3].reshape(found.weights.shape), told[-3:].tolist()
    if norm > descent.tolerance_at(value):
        objective = Objective(rows, l2)
        parameters, value, norm, more_steps = newton.finish(objective, objective.parameters(ended))
        ended, num_steps = objective.weights(parameters), num_steps + more_steps
        weights = FLOAT32.array(ended)
    return rows.of_features(weights), ended[:, -1], l2, value, norm, int(num_steps)


class _Softmax:
    """Classes, of which every row has one.

    `spread` is what p (1 - p) is about, a mean over rows, `(C,)`, `start` a bias to begin with, `own` the labels as
    a tensor `(C, n)` of 0 and 1, `groups` what the rows that judge a penalty are drawn from alike.
    """

    def __init__(self, labels, num_classes):
        self.labels = self.groups = labels
        # (1 - 1/C) / C at first and less once rows are told apart: a third, as a mean.
        self.spread = np.full(num_classes, (1 - 1 / num_classes) / num_classes / 3)
        self.start = np.zeros(num_classes)
        self.own = FLOAT32.ops.one_hot(np.asarray(labels, np.int32), num_classes, axis=0, dtype="float32")

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
        self.labels, self.groups = labels, np.zeros(len(labels), int)
        shares = labels.mean(axis=0, dtype=np.float64)
        # As above. A rare label starts at its share: from 1/2 its bias would have far to go.
        self.spread, self.start = shares * (1 - shares) / 3, np.log(shares / (1 - shares))
        self.own = FLOAT32.ops.transpose(FLOAT32.array(labels))

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
        axes: Orthonormal, a tensor `(F, r)`.
        squares: Mean squares of Y.
        link: `_Softmax` or `_Sigmoid` of the labels.
    """

    def __init__(self, Y, axes, squares, link):
        self._axes, self.link, self.kind = axes, link, type(link)
        self.squares = np.append(squares.astype(np.float64), 1.0)
        self.penalised = np.append(np.ones(len(squares)), 0.0)
        self.start = np.outer(link.start, 1 - self.penalised)
        self.fits = descent.Fits(
            Y=Y,
            own=link.own,
            shares=FLOAT32.ops.full((1, len(Y)), 1 / len(Y), "float32"),
            squares=FLOAT32.array(self.squares),
            spread=FLOAT32.array(link.spread),
            penalised=FLOAT32.array(self.penalised),
        )

    def of_features(self, weights):
        """Weights of the features, a tensor `(F, C)`, of those along the principal axes, a tensor `(C, r + 1)`."""
        return FLOAT32.ops.matmul(self._axes, FLOAT32.ops.transpose(weights[:, :-1]))

    def descend(self, l2, share, weights=None, pairs=None, shares=None):
        """As `keras_phases.probes.descent.descend`: k fits, to the rows by `shares` `(k, n)`, or one to all alike."""
        fits = self.fits if shares is None else self.fits._replace(shares=shares)
        if weights is None:
            weights = FLOAT32.array(np.tile(self.start, (fits.shares.shape[0], 1)))
        return descent.descend(self.kind, fits, l2, share, weights, pairs)


class Objective:
    """Value, gradient and curvature of the penalised cross-entropy of one fit to all rows, on the host.

    Parameters are a vector; times `units` they are weights and bias along the principal axes, `(C, r + 1)`. Passes over
    the rows run on the backend in float32; what is summed over rows for the value is summed in float64.
    """

    def __init__(self, rows, l2):
        self._rows, self._link = rows, rows.link
        self._penalties = l2 * rows.penalised
        self._units = (rows.link.spread[:, None] * rows.squares + self._penalties) ** -0.5

    def parameters(self, weights):
        """Parameters of weights and bias."""
        return (weights / self._units).ravel()

    def weights(self, parameters):
        """Weights and bias, `(C, r + 1)`, float64."""
        return self._units * parameters.reshape(self._units.shape)

    def value_and_gradient(self, parameters):
        """The value, its gradient by the parameters, and the norm of its gradient by weights and bias."""
        weights, (Y, own, *_) = self.weights(parameters), self._rows.fits
        evaluate = _evaluation(self._rows.kind, *own.shape, *Y.shape)
        found = host(evaluate(Y, own, FLOAT32.array(weights))).astype(np.float64)
        entropies, gradient = found[: len(Y)], found[len(Y) :].reshape(weights.shape)
        shrinking = self._penalties * weights
        gradient += shrinking
        value = float(entropies.mean() + 0.5 * np.vdot(shrinking, weights))
        return value, (self._units * gradient).ravel(), float(np.linalg.norm(gradient))

    def logits(self, parameters):
        """Logits of all rows on the host, float64."""
        logits = descent.logits_of(self._rows.fits.Y, FLOAT32.array(self.weights(parameters)))
        return host(logits).astype(np.float64).T

    def value(self, parameters, logits):
        """The value where the logits are known."""
        weights = self.weights(parameters)
        entropies = self._link.entropies(logits, self._link.labels)
        return float(entropies.mean() + 0.5 * np.vdot(self._penalties * weights, weights))

    def curvature(self, logits):
        """The Hessian as a product with a vector."""
        curvature = self._link.curvature(logits)

        def product(vector):
            moved = curvature(self.logits(vector)) / len(logits)
            by_weights = host(descent.weights_of(self._rows.fits.Y, FLOAT32.array(moved.T)))
            return (self._units * (by_weights + self._penalties * self.weights(vector))).ravel()

        return product


@compiled_once
def _evaluation(link, *sizes):
    """A pass forth and back over the rows, compiled once for each kind and sizes."""

    def evaluate(Y, own, weights):
        entropies, residual = link.entropies_and_residual(descent.logits_of(Y, weights)[None], own)
        # In one piece, as each is a copy from the device.
        return FLOAT32.ops.append(entropies[0], descent.weights_of(Y, residual[0] / Y.shape[0]))

    # TensorFlow counts traces by code, and would warn of a few sizes; a partial has none.
    return compiled(functools.partial(evaluate))
