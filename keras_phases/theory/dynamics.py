"""When the curve leaves where it stands: bounds that hold for any data, from the weights at the start."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from keras_phases.theory.single_layer import gradient

if TYPE_CHECKING:
    from keras_phases.theory.optimal_decoder import OptimalDecoder


def starting_drift(
    x: ArrayLike, y: np.ndarray | Sequence[int], num_classes: int, *, row_weights: np.ndarray | None = None
) -> np.ndarray:
    """The direction in which training leaves zero weights: E (onehot(y) - 1/K) x', differences of class means.

    Args:
        x: Array `(num_examples, d)`.
        y: Classes `(num_examples,)`, integers.
        num_classes: Number of classes K.
        row_weights: How frequent each row is, sum 1. Defaults to None: all alike.

    Returns:
        Array `(num_classes, d)`; its rows add up to zero.

    Example:
        >>> starting_drift(np.array([[1.0, 0.0], [0.0, 1.0]]), [0, 1], 2).tolist()
        [[0.25, -0.25], [-0.25, 0.25]]
    """
    return -gradient(np.zeros((num_classes, np.shape(x)[1])), x, y, row_weights=row_weights)


def bound_change(
    decoder: "OptimalDecoder", weights: np.ndarray, drift: np.ndarray, second_moment: np.ndarray, times: ArrayLike
) -> np.ndarray:
    """How far the loss can be from its start: statement 5 of docs/theory.md, proved.

    Args:
        decoder: `OptimalDecoder` of the inputs.
        weights: Weights at the start, `(K, d)`, of full rank.
        drift: Minus the gradient there, `(K, d)`.
        second_moment: E xx' of the training rows, `(d, d)`.
        times: `learning_rate * steps`, `(num_times,)`.

    Returns:
        Array `(num_times,)`: the loss at each time differs from that at the start by no more.
    """
    times = np.asarray(times, np.float64)
    deviation = np.sqrt(decoder.variances[0])
    moved = times * np.linalg.norm(drift @ decoder.root, 2)
    moved = moved + _curvature(second_moment) * times**2 / 2 * np.linalg.norm(drift) * deviation
    least = np.linalg.svd(weights @ decoder.root, compute_uv=False)[-1]
    turned = np.minimum(1.0, moved / least) if least > 0 else np.ones_like(times)
    return turned * decoder.variances[: len(weights)].sum() / len(decoder.covariance)


def bound_loss(
    decoder: "OptimalDecoder", weights: np.ndarray, drift: np.ndarray, second_moment: np.ndarray, times: ArrayLike
) -> np.ndarray:
    """A loss that training does not exceed, low where the drift has overtaken the start: statement 6, proved.

    (sqrt(loss of the drift) + a / t + b t)^2; arguments as those of `bound_change`.

    Returns:
        Array `(num_times,)`, at positive times.
    """
    times = np.asarray(times, np.float64)
    root = decoder.root
    # The best decoder of the outputs of the drift, C D' (D C D')^+ = Z (D Z)^+.
    inverse = root @ np.linalg.pinv(drift @ root, rcond=1e-12)
    start = np.linalg.norm(inverse @ weights @ root)
    bend = _curvature(second_moment) / 2 * np.linalg.norm(inverse, 2) * np.linalg.norm(drift)
    bend = bend * np.sqrt(decoder.variances[0])
    num_inputs = len(decoder.covariance)
    least = np.sqrt(decoder.loss(drift) * num_inputs)
    return (least + start / times + bend * times) ** 2 / num_inputs


def rise_rate(decoder: "OptimalDecoder", drift: np.ndarray, second_moment: np.ndarray) -> float:
    """Slope at which the loss rises, per unit of time, when training has just left zero weights: statement 7, proved.

    Where E xx' acts on the drift as the covariance does, up to a multiple of the identity, it is
    `|(I - P) C P|^2 / (K d)` and never negative: with centred data always.

    Args:
        decoder: `OptimalDecoder` of the inputs.
        drift: `starting_drift` of the training rows, `(K, d)`.
        second_moment: E xx' of the training rows, `(d, d)`.

    Returns:
        Derivative of the loss (per input element) at time 0+.

    Example:
        >>> from keras_phases.theory import OptimalDecoder
        >>> decoder = OptimalDecoder(np.diag([4.0, 1.0]))
        >>> round(rise_rate(decoder, np.array([[0.5, 0.5], [-0.5, -0.5]]), decoder.covariance), 9)
        0.36
    """
    outputs, root = drift @ decoder.root, decoder.root
    away = np.eye(len(root)) - decoder.projection(drift)
    bent = drift @ second_moment @ root
    slope = np.trace((root @ away @ bent.T) @ (root @ np.linalg.pinv(outputs, rcond=1e-12)).T)
    return float(slope / len(drift) / len(root))


def _curvature(second_moment):
    """The gradient's Lipschitz constant: half the largest eigenvalue of E xx', as softmax's Jacobian is at most 1/2."""
    return np.linalg.eigvalsh(second_moment)[-1] / 2
