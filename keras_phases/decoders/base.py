"""What every decoder does in one probe step: judge held-out rows. Exact ones first take in fit rows, and solve."""

import abc


class Decoder(abc.ABC):
    """A map from a tap's features to the target, fitted anew at every probe step.

    Features and targets are float32: arrays, or tensors of the backend.
    """

    @abc.abstractmethod
    def predict(self, features):
        """Targets `(n, ...)` predicted from features `(n, ...)`, a host array."""

    @abc.abstractmethod
    def judge(self, features, targets):
        """How held-out rows fare.

        Returns:
            `(losses, influences)`, each `(n,)`, float64: the mean squared error per target element of each row, and
            what a fit row like it adds to the loss of others because fit rows are few, up to
            `RidgeFit.excess_factor`; NaN where df > n/10 or not measured.
        """


class ExactDecoder(Decoder):
    """A decoder that is solved from what it takes in of each chunk of fit rows; nothing is kept for another step."""

    @abc.abstractmethod
    def add(self, features, targets):
        """Takes in a chunk of fit rows: features `(n, ...)` and targets `(n, ...)`."""

    @abc.abstractmethod
    def fit(self):
        """Solves from all rows taken in and returns the `keras_phases.decoders.ridge.RidgeFit`."""
