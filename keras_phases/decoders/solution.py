"""What a solve of a ridge regression finds, however it is solved."""

import dataclasses
from collections.abc import Callable
from typing import Any

import numpy as np

LEAST_SPARE = 1 / 15
"""Share of the rows that a fit must leave spare: near interpolation it and the residual vanish both, and their ratio is
rounding noise."""


@dataclasses.dataclass(frozen=True)
class Choice:
    """A ridge of a path.

    Args:
        ridge: In units of the mean feature variance.
        strength: lambda.
        degrees_of_freedom: tr G (G + lambda I)^-1.
        residual: Sum of squares of what it leaves of the targets.
        at_bound: Whether it is the largest of the path.
    """

    ridge: float
    strength: float
    degrees_of_freedom: float
    residual: float
    at_bound: bool


@dataclasses.dataclass(frozen=True)
class Solution:
    """The solution at the ridge chosen.

    Args:
        weights: Array or tensor `(D, P)`.
        weight_squares: Sum of the squares of each feature's weights, `(D,)`.
        choice: `Choice`.
        squared_degrees: sum (s / (s + lambda))^2 over the eigenvalues s of G.
        rank: Number of those that are told from none.
        inverse: Diagonal of (G + lambda I)^-1, `(D,)`; None of fewer rows than features, where nothing is asked of it.
        influence: See `keras_phases.decoders.ridge.RidgeFit`, however many degrees of freedom there are.
        spectrum: A function that gives the eigenvalues.
    """

    weights: Any
    weight_squares: np.ndarray
    choice: Choice
    squared_degrees: float
    rank: int
    inverse: np.ndarray | None
    influence: Any
    spectrum: Callable[[], np.ndarray]
