"""What every decoder does in one probe step: take in fit rows, solve, predict held-out rows."""

import abc

import numpy as np


class Decoder(abc.ABC):
    """A map from a tap's features to the target, fitted anew at every probe step."""

    @abc.abstractmethod
    def add(self, features, targets):
        """Takes in fit rows: features `(n, ...)` and targets `(n, ...)`, float32."""

    @abc.abstractmethod
    def fit(self):
        """Solves from all rows taken in and returns the `keras_phases.decoders.ridge.RidgeFit`."""

    @abc.abstractmethod
    def predict(self, features):
        """Targets `(n, ...)` predicted from features `(n, ...)`."""

    def row_losses(self, features, targets):
        """Mean squared error per target element of each row, `(n,)`, float64."""
        errors = (self.predict(features) - targets).reshape(len(features), -1)
        return np.einsum("np,np->n", errors, errors, dtype=np.float64) / errors.shape[1]
