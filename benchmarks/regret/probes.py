"""Exact linear probes of several label sets on the same features at once.

The objective is that of `keras_phases.probes.fit_linear_probe`, the sum of it over label sets that share no parameter,
so that all of them take the same passes over the rows; a test holds the two against each other. One core takes a third
of the time that one probe after the other takes.
"""

import dataclasses

import numpy as np
import scipy.linalg
import scipy.optimize

PATH = (1.0, 1e-1, 1e-2)
"""L2 penalties; of each label set the one with the least loss on every fifth row is taken."""


@dataclasses.dataclass(frozen=True)
class Scaling:
    """Features as they are to be seen by probes: in units of their spread."""

    mean: np.ndarray
    inverse: np.ndarray

    @classmethod
    def of(cls, features):
        """Of fit rows `(n, F)`."""
        spread = features.std(axis=0, dtype=np.float64)
        varies = spread > 1e-6 * spread.max(initial=1e-300)
        return cls(features.mean(axis=0, dtype=np.float64), np.where(varies, 1 / np.where(varies, spread, 1), 0))

    def __call__(self, features):
        """Standardised features, float32."""
        return ((features - self.mean) * self.inverse).astype(np.float32)


class LabelSets:
    """Label sets of the same rows.

    Args:
        labels: List of class indices `(n,)`.
        counts: List of numbers of classes.
    """

    def __init__(self, labels, counts):
        ends = np.cumsum(counts)
        self.columns = [slice(end - count, end) for end, count in zip(ends, counts, strict=True)]
        self.labels, self.num_outputs = labels, int(ends[-1])

    def entropies(self, logits):
        """Mean cross-entropy of each label set, and p - y `(n, outputs)`."""
        found, residual, rows = [], np.empty_like(logits), np.arange(len(logits))
        for labels, columns in zip(self.labels, self.columns, strict=True):
            part = logits[:, columns] - logits[:, columns].max(axis=1, keepdims=True)
            chances = np.exp(part)
            totals = chances.sum(axis=1)
            found.append(np.mean(np.log(totals, dtype=np.float64) - part[rows, labels]))
            chances /= totals[:, None]
            chances[rows, labels] -= 1
            residual[:, columns] = chances
        return np.array(found), residual

    def are_right(self, logits):
        """Whether each row is right, of each label set."""
        pairs = zip(self.labels, self.columns, strict=True)
        return [logits[:, columns].argmax(axis=1) == labels for labels, columns in pairs]

    def spread_out(self, values):
        """A value of each label set for each of its outputs."""
        return np.repeat(np.asarray(values), [columns.stop - columns.start for columns in self.columns])


def fit(Z, sets, l2, start):
    """Weights with the bias as last row, `(F + 1, outputs)`.

    Args:
        Z: Standardised features `(n, F)`, float32.
        sets: `LabelSets` of these rows.
        l2: Penalty of each label set.
        start: Weights to begin with.
    """
    l2, (num_rows, F) = sets.spread_out(l2), Z.shape
    # L-BFGS in units in which the curvature is nearly the identity.
    curvature = 0.05 * (Z.T @ Z).astype(np.float64) / num_rows
    curvature[np.diag_indices(F)] += np.exp(np.mean(np.log(l2)))
    factor = np.linalg.cholesky(curvature)
    unit = scipy.linalg.solve_triangular(factor, np.eye(F), lower=True).T

    def objective(parameters):
        U = parameters.reshape(F + 1, -1)
        weights, bias = unit @ U[:-1], U[-1] * 4
        entropies, residual = sets.entropies(Z @ weights.astype(np.float32) + bias.astype(np.float32))
        by_weights = (Z.T @ residual).astype(np.float64) / num_rows + l2 * weights
        by_bias = residual.sum(axis=0, dtype=np.float64) / num_rows
        value = entropies.sum() + 0.5 * np.sum(l2 * weights**2)
        return value, np.vstack([unit.T @ by_weights, by_bias * 4]).ravel()

    begin = np.vstack([factor.T @ start[:-1], start[-1:] / 4]).ravel()
    options = {"ftol": 1e-7, "gtol": 1e-5, "maxiter": 300, "maxcor": 10}
    U = scipy.optimize.minimize(objective, begin, jac=True, method="L-BFGS-B", options=options).x.reshape(F + 1, -1)
    return np.vstack([unit @ U[:-1], U[-1:] * 4])


def judge(features, sets, test, test_sets):
    """`(l2, loss, right)` of each label set: the penalty, the loss on the test rows, and whether each of them is right.

    Args:
        features: Fit rows `(n, F)`.
        sets: Their `LabelSets`.
        test: Test rows.
        test_sets: Their `LabelSets`.
    """
    counts = [columns.stop - columns.start for columns in sets.columns]
    trained = np.arange(len(features)) % 5 > 0
    parts = [LabelSets([labels[rows] for labels in sets.labels], counts) for rows in (trained, ~trained)]
    scaling = Scaling.of(features)
    Z = scaling(features)
    fitted, kept = Z[trained], Z[~trained]
    weights, losses, path = np.zeros((Z.shape[1] + 1, sets.num_outputs)), [], []
    for l2 in PATH:
        weights = fit(fitted, parts[0], [l2] * len(counts), weights)
        losses.append(parts[1].entropies(_logits(kept, weights))[0])
        path.append(weights)
    chosen = np.argmin(losses, axis=0)
    start = np.hstack([path[place][:, columns] for place, columns in zip(chosen, sets.columns, strict=True)])
    l2 = [PATH[place] for place in chosen]
    logits = _logits(scaling(test), fit(Z, sets, l2, start))
    return list(zip(l2, test_sets.entropies(logits)[0], test_sets.are_right(logits), strict=True))


def _logits(Z, weights):
    return Z @ weights[:-1].astype(np.float32) + weights[-1].astype(np.float32)
