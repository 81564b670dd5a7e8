"""The data model's training in closed form: every feature is learned on its own, at its own pace.

Statement 10 of docs/theory.md. From zero weights, each example having one feature, the margin z of a feature (logit of
the right class minus that of another) obeys dz/dt = r / (exp(z) + K - 1) with r = share * strength^2.
"""

from typing import TYPE_CHECKING

import numpy as np
import scipy.special
from numpy.typing import ArrayLike

if TYPE_CHECKING:
    from keras_phases.theory.data_model import DataModel


def margin_at(times: ArrayLike, rate: float, num_classes: int) -> np.ndarray:
    """Margin of a feature at each time: the z with exp(z) - 1 + (K - 1) z = rate * time.

    Args:
        times: `learning_rate * steps`, any shape, >= 0.
        rate: Share of a class's examples that carry the feature, times its strength squared.
        num_classes: Number of classes K, >= 2.

    Returns:
        Array of the shape of `times`.

    Example:
        >>> margin_at([0.0, np.e], 1.0, 2).round(6).tolist()
        [0.0, 1.0]
    """
    others = num_classes - 1
    # exp(z) = (K - 1) w with w + log w = (1 + rate t) / (K - 1) - log(K - 1): Wright's omega, Lambert's W of exp.
    omega = scipy.special.wrightomega((1 + rate * np.asarray(times, np.float64)) / others - np.log(others))
    return np.log(others * omega).clip(min=0.0)


def time_to_margin(margin: float, rate: float, num_classes: int) -> float:
    """When a feature reaches a margin: the inverse of `margin_at`.

    Example:
        >>> round(time_to_margin(1.0, 1.0, 2) - np.e, 9)
        0.0
    """
    return float((np.expm1(margin) + (num_classes - 1) * margin) / rate)


def learned_weights(model: "DataModel", times: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Weight on a prototype and on a rare feature, margins over strengths, at each time.

    Args:
        model: A `DataModel`; its noise plays no part here.
        times: `learning_rate * steps`, `(num_times,)`.

    Returns:
        Two arrays `(num_times,)`: the column of W for the feature is the weight times (onehot(class) - 1/K).
    """
    rates = _rates(model)
    strengths = (model.majority_strength, model.minority_strength)
    pairs = zip(rates, strengths, strict=True)
    many, few = (margin_at(times, rate, model.num_classes) / strength for rate, strength in pairs)
    return many, few


def predict_loss(model: "DataModel", times: ArrayLike, *, init_scale: float = 0.0) -> np.ndarray:
    """The whole curve in one line: what K - 1 outputs keep is a mean of variances, weighted by what each output holds.

    From zero weights and training rows without noise it is exact and never falls (statement 10, proved; the noise is
    in the inputs that are decoded). Random initial weights of a small scale and noisy training rows are followed to
    leading order (statement 12, checked only): close where the number of classes is small beside that of inputs.

    Args:
        model: A `DataModel`.
        times: `learning_rate * steps`, `(num_times,)`, > 0 unless there is an initial scale.
        init_scale: Standard deviation of the initial weights. Defaults to `0.0`.

    Returns:
        Mean squared error per input element, `(num_times,)`.

    Example:
        >>> from keras_phases.theory import DataModel
        >>> model = DataModel(4, 60, noise=0.0)
        >>> predict_loss(model, [1e-3, 1e3, 1e6]).round(5).tolist()
        [0.00398, 0.00434, 0.00513]
    """
    values = model.variances
    # v' C^power v for power 0, 1, 2, where v is the row of W Z of an output that learns.
    length, first, second = (_held(model, times, init_scale, values, power) for power in range(3))
    learners = model.num_classes - 1
    kept = learners * first / length
    if init_scale > 0:
        # The mean of the rows never moves, a random output; what it adds is what of it the others do not hold.
        left = values.sum() - learners * first / length
        kept = kept + ((values**2).sum() - 2 * learners * second / length + learners * (first / length) ** 2) / left
    return (values.sum() - kept) / model.num_inputs


def _held(model, times, init_scale, values, power):
    """`weight^2 * variance^(power + 1)`, summed over the features of each kind and the random start."""
    (many, few), (large, small) = learned_weights(model, times), model.feature_variances
    learned = many**2 * large ** (power + 1) + model.num_minority * few**2 * small ** (power + 1)
    return learned + init_scale**2 * (values ** (power + 1)).sum()


def _rates(model):
    few = model.minority_share / model.num_minority
    return (1 - model.minority_share) * model.majority_strength**2, few * model.minority_strength**2
