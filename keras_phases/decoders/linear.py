"""The global linear decoder: all features of a tap to all elements of the target, exact by ridge regression."""

import numpy as np

from keras_phases.backend.arrays import FLOAT32, FLOAT64, host
from keras_phases.decoders.base import ExactDecoder
from keras_phases.decoders.moments import Moments
from keras_phases.decoders.ridge import fit_dual, fit_primal


class _LinearDecoder(ExactDecoder):
    """A linear map about the fit rows' means, in one `Arithmetic`; what the two ways to solve for it share."""

    def _set_map(self, fit, feature_mean, target_mean, arithmetic):
        self.arithmetic = arithmetic
        array = arithmetic.array
        # In two steps, each exact in float32: features of large mean and small spread keep the digits of the spread.
        self._shift = np.float32(feature_mean)
        self._offset = array(feature_mean - self._shift)
        self._shift = array(self._shift)
        self._map, self._mean = array(fit.weights), array(target_mean)
        self._influence = None if fit.influence is None else array(fit.influence)

    def _centre(self, features):
        return self.arithmetic.array(_flat(features)) - self._shift - self._offset

    def predict(self, features):
        """See `Decoder.predict`; targets `(n, P)`."""
        return host(self.arithmetic.ops.matmul(self._centre(features), self._map) + self._mean)

    def judge(self, features, targets):
        """See `Decoder.judge`."""
        ops, centred = self.arithmetic.ops, self._centre(features)
        errors = ops.matmul(centred, self._map) + (self._mean - self.arithmetic.array(_flat(targets)))
        losses = _host64(ops.mean(errors * errors, axis=1))
        if self._influence is None:
            return losses, np.full(len(losses), np.nan)
        moved = ops.matmul(centred, self._influence)
        leverages = _host64(ops.sum(moved * moved, axis=1))
        # A row that is taken in pulls the weights towards itself, and so moves them by less.
        return losses, leverages / (1 + leverages) ** 2 * losses


class PrimalDecoder(_LinearDecoder):
    """Ridge from streamed moments; holds `8 D (D + P)` bytes of sums and no row.

    Args:
        arithmetic: `Arithmetic` of the sums and the solve. Defaults to `FLOAT32`.
    """

    def __init__(self, arithmetic=FLOAT32):
        self.arithmetic, self._moments = arithmetic, None

    def add(self, features, targets):
        """See `ExactDecoder.add`."""
        features, targets = _flat(features), _flat(targets)
        if self._moments is None:
            self._moments = Moments.about(features, targets, self.arithmetic)
        self._moments.add(features, targets)

    def fit(self):
        """See `ExactDecoder.fit`."""
        moments, self._moments = self._moments, None
        fit = fit_primal(*moments.centred(), num_rows=moments.num_rows, arithmetic=self.arithmetic)
        self._set_map(fit, moments.feature_mean, moments.target_mean, self.arithmetic)
        return fit


class DualDecoder(_LinearDecoder):
    """Ridge from the rows themselves, for fewer rows than features, in float64.

    Holds `4 N (D + P)` bytes until its solve, which takes more; see `keras_phases.measure.cost`.
    """

    def __init__(self):
        self._features, self._targets = [], []

    def add(self, features, targets):
        """See `ExactDecoder.add`."""
        self._features.append(host(_flat(features)))
        self._targets.append(host(_flat(targets)))

    def fit(self):
        """See `ExactDecoder.fit`."""
        features, targets = np.concatenate(self._features), np.concatenate(self._targets)
        self._features, self._targets = [], []
        means = features.mean(axis=0, dtype=np.float64), targets.mean(axis=0, dtype=np.float64)
        fit = fit_dual(features - means[0], targets - means[1])
        self._set_map(fit, *means, FLOAT64)
        return fit


def _flat(rows):
    if len(rows.shape) == 2:
        return rows
    return rows.reshape(len(rows), -1) if isinstance(rows, np.ndarray) else FLOAT32.ops.reshape(rows, (len(rows), -1))


def _host64(values):
    return host(values).astype(np.float64)
