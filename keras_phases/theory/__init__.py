"""The single layer, exactly: a data model, softmax regression on it, and the best linear decoder of any weights.

Why a layer's reconstruction loss is near constant, then falls, then rises, in a setting where every quantity has a
formula. docs/theory.md states and proves what is used here; tests/theory/theory_test.py checks each of it numerically.

NumPy and SciPy alone, float64; nothing here loads Keras or a backend.
"""

from keras_phases.theory.data_model import DataModel
from keras_phases.theory.dynamics import bound_change, bound_loss, rise_rate, starting_drift
from keras_phases.theory.levels import bound_random_loss, expected_random_loss, fisher_weights
from keras_phases.theory.optimal_decoder import LossParts, OptimalDecoder, reconstruction_loss
from keras_phases.theory.single_layer import SingleLayer, classification_loss, gradient
from keras_phases.theory.solvable import learned_weights, margin_at, predict_loss, time_to_margin

__all__ = [
    "DataModel",
    "LossParts",
    "OptimalDecoder",
    "SingleLayer",
    "bound_change",
    "bound_loss",
    "bound_random_loss",
    "classification_loss",
    "expected_random_loss",
    "fisher_weights",
    "gradient",
    "learned_weights",
    "margin_at",
    "predict_loss",
    "reconstruction_loss",
    "rise_rate",
    "starting_drift",
    "time_to_margin",
]
