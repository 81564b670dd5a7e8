"""What few rows of a target task tell of features in closed form, float64: leave-one-out ridge, LogME, H-score, ranks.

F are features `(n, D)` of n rows, Y their one-hot labels `(n, C)`.
"""

import functools

import numpy as np
import scipy.linalg

RIDGES = np.logspace(-5, 1, 13)
"""Ridges that leave-one-out chooses among, in units of the features' total variance."""


class FewRows:
    """Scores of the features of few rows.

    Args:
        features: Array `(n, D)`.
    """

    def __init__(self, features):
        self.features = np.asarray(features, np.float64)
        self.centred = self.features - self.features.mean(axis=0)

    @functools.cached_property
    def _whole(self):
        """Eigenvalues and vectors of F F'."""
        return _eigen(self.features)

    @functools.cached_property
    def _standardised(self):
        """The same of features in units of their spread about their mean."""
        spread = self.centred.std(axis=0)
        Z = self.centred / np.where(spread > 1e-6 * spread.max(initial=1e-300), spread, np.inf)
        return _eigen(Z)

    def leave_one_out(self, Y):
        """Squared error of each row by a ridge regression with intercept on the others, `(n, C)`, and predictions.

        With H = 11'/n + U diag(s / (s + r)) U' the error of row i is (Y - H Y)_i / (1 - H_ii). The ridge r is that of
        the least mean squared error. (The scale of a feature is that of all rows.)
        """
        s, U = self._standardised
        Y = np.asarray(Y, np.float64)
        residual, by_axis = Y - Y.mean(axis=0), U.T @ (Y - Y.mean(axis=0))
        best = None
        for ridge in RIDGES * max(s.sum(), 1e-300):
            shrink = s / (s + ridge)
            free = 1 - 1 / len(Y) - np.square(U) @ shrink
            errors = (residual - U @ (shrink[:, None] * by_axis)) / np.maximum(free, 1e-12)[:, None]
            if best is None or np.mean(errors**2) < np.mean(best**2):
                best = errors
        return best**2, Y - best

    def label_scores(self, labels, num_classes):
        """Dict of all scores of labels `(n,)`: the less the better, of `logme` and `hscore` the more."""
        Y = np.eye(num_classes)[labels]
        squares, predicted = self.leave_one_out(Y)
        return {
            "loo_error": np.mean(predicted.argmax(axis=1) != labels),
            "loo_loss": squares.sum(axis=1).mean(),
            "logme": self.log_evidence(Y),
            "hscore": self.h_score(labels, num_classes),
        }

    def reconstruction(self, images):
        """Leave-one-out error of a ridge regression of pixels `(n, P)`, as a share of their variance."""
        squares, _ = self.leave_one_out(images)
        return squares.sum() / max(np.square(images - images.mean(axis=0)).sum(), 1e-300)

    def rank_me(self):
        """RankMe: exp of the entropy of the singular values' shares (Garrido et al., ICML 2023)."""
        lengths = np.sqrt(np.maximum(self._whole[0], 0))
        shares = lengths[lengths > 0] / max(lengths.sum(), 1e-300)
        return np.exp(-np.sum(shares * np.log(shares)))

    def participation_ratio(self):
        """(sum of the covariance's eigenvalues)^2 / sum of their squares."""
        gram = self.centred @ self.centred.T
        return np.trace(gram) ** 2 / max(np.square(gram).sum(), 1e-300)

    def log_evidence(self, Y):
        """LogME: mean over classes of the largest log evidence of a Bayesian linear model, a row (You et al., 2021)."""
        s, U = self._whole
        num_features, by_axis = self.features.shape[1], np.square(U.T @ Y)
        outside = np.maximum(np.square(Y).sum(axis=0) - by_axis.sum(axis=0), 0)
        parts = zip(by_axis.T, outside, strict=True)
        return float(np.mean([_evidence(s, part, rest, len(Y), num_features) for part, rest in parts]))

    def h_score(self, labels, num_classes):
        """H-score, tr(covariance^-1 between-class covariance), shrunk (Ibrahim et al., 2021)."""
        counts = np.bincount(labels, minlength=num_classes)
        means = np.eye(num_classes)[labels].T @ self.centred / np.maximum(counts, 1)[:, None]
        weighted = means.T * np.sqrt(counts / len(labels))
        factor, shrinkage = self._shrunk
        return (1 - shrinkage) * np.sum(weighted * scipy.linalg.cho_solve((factor, True), weighted))

    @functools.cached_property
    def _shrunk(self):
        """Cholesky factor of the covariance, shrunk as Ledoit and Wolf have it, and how far."""
        n, D = self.centred.shape
        covariance = self.centred.T @ self.centred / n
        scale = max(np.trace(covariance) / D, 1e-300)
        distance = np.square(covariance).sum() - D * scale**2
        noise = (np.square(np.square(self.centred).sum(axis=1)).sum() / n - np.square(covariance).sum()) / n
        shrinkage = min(max(noise / max(distance, 1e-300), 1e-6), 1)
        covariance *= 1 - shrinkage
        covariance[np.diag_indices(D)] += shrinkage * scale
        return np.linalg.cholesky(covariance), shrinkage


def _eigen(F):
    """Eigenvalues of F F' above rounding, and their vectors, from the smaller side."""
    is_tall = F.shape[0] > F.shape[1]
    values, vectors = np.linalg.eigh(F.T @ F if is_tall else F @ F.T)
    kept = values > 1e-10 * max(values[-1], 1e-300)
    values, vectors = values[kept], vectors[:, kept]
    return values, F @ vectors / np.sqrt(values) if is_tall else vectors


def _evidence(s, by_axis, outside, n, D):
    """The log evidence a row of one output at its fixed point; `by_axis` are squares of the output along the axes."""
    alpha = beta = 1.0
    for _ in range(20):
        gamma = np.sum(beta * s / (alpha + beta * s))
        weights = np.sum(beta**2 * s * by_axis / (alpha + beta * s) ** 2)
        errors = np.sum(alpha**2 * by_axis / (alpha + beta * s) ** 2) + outside
        last, alpha, beta = alpha / beta, gamma / (weights + 1e-12), (n - gamma) / (errors + 1e-12)
        if abs(alpha / beta - last) <= 1e-3 * last:
            break
    weights = np.sum(beta**2 * s * by_axis / (alpha + beta * s) ** 2)
    errors = np.sum(alpha**2 * by_axis / (alpha + beta * s) ** 2) + outside
    determinant = np.sum(np.log(alpha + beta * s)) + (D - len(s)) * np.log(alpha)
    total = D * np.log(alpha) + n * np.log(beta / (2 * np.pi)) - determinant - alpha * weights - beta * errors
    return total / 2 / n
