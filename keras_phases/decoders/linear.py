"""The global linear decoder: all features of a tap to all elements of the target, exact by ridge regression."""

import numpy as np

from keras_phases.blas import multiply
from keras_phases.decoders.base import Decoder
from keras_phases.decoders.ridge import fit_dual, fit_primal
from keras_phases.moments import Moments


class PrimalDecoder(Decoder):
    """Ridge from streamed moments; holds `8 D (D + 2 P)` bytes and no row."""

    def __init__(self):
        self._moments = None

    def add(self, features, targets):
        """See `Decoder.add`."""
        features, targets = _flat(features), _flat(targets)
        if self._moments is None:
            self._moments = Moments.about(features, targets)
        self._moments.add(features, targets)

    def fit(self):
        """See `Decoder.fit`."""
        moments, self._moments = self._moments, None
        fit = fit_primal(*moments.centred(), num_rows=moments.num_rows)
        _set_map(self, fit, moments.feature_mean, moments.target_mean)
        return fit

    def predict(self, features):
        """See `Decoder.predict`; targets `(n, P)`, float64."""
        # In float32, features of large mean and small spread, or collinear ones with their large weights that cancel,
        # would lose the digits that the solve has kept.
        return multiply(_flat(features) - self.feature_mean, self.weights) + self.target_mean

    def row_losses(self, features, targets):
        """See `Decoder.row_losses`."""
        return super().row_losses(features, _flat(targets))


class DualDecoder(PrimalDecoder):
    """Ridge from the rows themselves, for fewer rows than features; holds `12 N (D + P) + 8 D P` bytes at most."""

    def __init__(self):
        self._features, self._targets = [], []

    def add(self, features, targets):
        """See `Decoder.add`."""
        self._features.append(_flat(features))
        self._targets.append(_flat(targets))

    def fit(self):
        """See `Decoder.fit`."""
        features, targets = np.concatenate(self._features), np.concatenate(self._targets)
        self._features, self._targets = [], []
        means = features.mean(axis=0, dtype=np.float64), targets.mean(axis=0, dtype=np.float64)
        fit = fit_dual(features - means[0], targets - means[1])
        _set_map(self, fit, *means)
        return fit


def _flat(rows):
    return rows.reshape(len(rows), -1)


def _set_map(decoder, fit, feature_mean, target_mean):
    decoder.weights, decoder.feature_mean, decoder.target_mean = fit.weights, feature_mean, target_mean
