"""Where the curve stands: the loss of random weights, and the weights that training heads for."""

import numpy as np
import scipy.optimize
from numpy.typing import ArrayLike


def expected_random_loss(variances: ArrayLike, num_outputs: int) -> float:
    """Loss of Gaussian random weights, to leading order: statement 4c of docs/theory.md.

    A component of variance s keeps the share s / (s + kappa), with kappa such that the shares add up to `num_outputs`.
    Exact for equal variances; else close where no component dominates (checked, not proved here).

    Args:
        variances: Eigenvalues of the inputs' covariance, `(d,)`.
        num_outputs: Number of outputs, below the number of positive variances.

    Returns:
        Mean squared error per input element.

    Example:
        >>> round(expected_random_loss(np.ones(100), 10), 6)
        0.9

    Reference: Derezinski, Liang, Liao & Mahoney, NeurIPS 2020, arXiv 2006.10653.
    """
    variances = np.asarray(variances, np.float64)
    positive = variances[variances > 0]
    if not 0 < num_outputs < len(positive):
        raise ValueError(
            f"num_outputs is {num_outputs!r}. Expected at least 1 and fewer than the {len(positive)} inputs that vary."
        )

    def excess(log_kappa):
        return (positive / (positive + np.exp(log_kappa))).sum() - num_outputs

    # At kappa = sum / K the shares are at most K in all; at the least variance times d / K - 1, at least K.
    low = np.log(positive.min() * (len(positive) / num_outputs - 1))
    high = np.log(positive.sum() / num_outputs)
    kappa = np.exp(scipy.optimize.brentq(excess, low - 1e-9, high + 1e-9, xtol=1e-14))  # pyright: ignore[reportCallIssue, reportArgumentType] SciPy's stubs
    return float((positive * kappa / (positive + kappa)).sum() / len(variances))


def bound_random_loss(variances: ArrayLike, num_outputs: int) -> float:
    """A loss that Gaussian random weights exceed on average: statement 4b of docs/theory.md, proved.

    Args:
        variances: Eigenvalues of the inputs' covariance, `(d,)`.
        num_outputs: Number of outputs K, >= 1; the bound says nothing (0) with fewer than K + 3 inputs.

    Returns:
        A lower bound on the expected mean squared error per input element.

    Example:
        >>> round(bound_random_loss(np.ones(100), 10), 4)
        0.898
    """
    variances = np.sort(np.asarray(variances, np.float64))[::-1]
    ranks = np.arange(1, len(variances)) - num_outputs - 1
    losses = np.zeros_like(variances)
    for index, variance in enumerate(variances):
        others = np.delete(variances, index)
        terms = (others * ranks)[ranks > 0]
        if len(terms) and terms.max() > 0:
            losses[index] = variance / (1 + variance * num_outputs / terms.max())
    return float(losses.mean())


def fisher_weights(class_means: ArrayLike, within: np.ndarray) -> np.ndarray:
    """Weights of the best classifier of Gaussian classes: class means divided by the covariance within a class.

    It is where training ends on Gaussian classes of one covariance: statement 9 of docs/theory.md.

    Args:
        class_means: Array `(num_classes, d)`.
        within: Covariance within a class, `(d, d)`, positive definite.

    Returns:
        Array `(num_classes, d)`, its rows' mean zero.

    Example:
        >>> fisher_weights(np.array([[1.0, 1.0], [-1.0, -1.0]]), np.diag([4.0, 1.0])).tolist()
        [[0.25, 1.0], [-0.25, -1.0]]
    """
    class_means = np.asarray(class_means, np.float64)
    return np.linalg.solve(within, (class_means - class_means.mean(axis=0)).T).T
