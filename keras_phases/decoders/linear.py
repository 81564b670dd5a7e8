"""The global linear decoder: all features of a tap to all elements of the target, exact by ridge regression.

Features may be area-averaged before: that is the pooled decoder, which measures what a coarse view still holds.
"""

import dataclasses

import numpy as np

from keras_phases.backend.arrays import FLOAT32, FLOAT64, host
from keras_phases.decoders.base import Decoder, Recipe
from keras_phases.decoders.moments import Moments
from keras_phases.decoders.need import Need
from keras_phases.decoders.patch import find_grid
from keras_phases.decoders.pooling import Pooling
from keras_phases.decoders.ridge import MAX_SOLVE, PATH_BYTES, fit_dual, fit_primal
from keras_phases.decoders.target import Target


@dataclasses.dataclass(frozen=True, kw_only=True)
class PrimalRecipe(Recipe):
    """Of a `PrimalDecoder`.

    Args:
        pooling: The features that it sees.
        others: See `Recipe`.
    """

    pooling: Pooling

    def build(self, seed, arithmetic=FLOAT32):
        """See `Recipe.build`."""
        return PrimalDecoder(arithmetic, self.pooling)

    def need(self, num_rows, chunk_rows):
        """See `Recipe.need`: sums `8 (D D + D P)`, and five times that while it is solved."""
        (m, h), D, P = chunk_rows, self.num_features, self.target.num_elements
        pooling = self.pooling.num_bytes(max(m, h))
        return Need(
            held=8 * D * (D + P) + 64 * (D + P),
            adding=pooling + 20 * m * (D + P) + 8 * D * (D + P),
            solving=40 * D * (D + P) + PATH_BYTES * D,
            kept=8 * D * (D + P) + 32 * (D + P),
            judging=pooling + 24 * h * (D + P),
        )


@dataclasses.dataclass(frozen=True, kw_only=True)
class DualRecipe(Recipe):
    """Of a `DualDecoder`.

    Args:
        pooling: The features that it sees.
        others: See `Recipe`.
    """

    pooling: Pooling

    def build(self, seed, arithmetic=FLOAT32):
        """See `Recipe.build`; always in float64."""
        return DualDecoder(self.pooling)

    def need(self, num_rows, chunk_rows):
        """See `Recipe.need`: rows `4 N (D + P)`; its solve `12 N (D + P) + 40 N N`; weights `8 (D N + D P)`."""
        (m, h), N, D, P = chunk_rows, num_rows, self.num_features, self.target.num_elements
        pooling, kept = self.pooling.num_bytes(max(m, h)), 8 * (D * N + D * P + D + P)
        workspace = PATH_BYTES * N + max(40 * N * N, 24 * N * N + kept)
        return Need(
            held=4 * N * (D + P),
            adding=pooling,
            solving=12 * N * (D + P) + 16 * N * P + workspace,
            kept=kept,
            judging=pooling + h * (28 * D + 24 * P + 8 * N),
        )


def make_recipe(tap, input_shape, num_rows, pooling=None):
    """The recipe of the whole tap, pooled where `pooling` says so; dual where rows are fewer than features.

    Raises:
        ValueError: when both are too many for an exact decoder, with the way out.
    """
    pooling = pooling or Pooling(tap.shape)
    _check_size(tap, input_shape, num_rows, pooling)
    kind, solver = (DualRecipe, "dual") if num_rows < pooling.num_features else (PrimalRecipe, "primal")
    return kind(
        name="pooled" if pooling.grid else "linear",
        strategy=solver + (f" on {'x'.join(map(str, pooling.grid))}" if pooling.grid else ""),
        target=Target.whole(input_shape),
        num_features=pooling.num_features,
        pooling=pooling,
    )


def _check_size(tap, input_shape, num_rows, pooling):
    if min(pooling.num_features, num_rows) <= MAX_SOLVE:
        return
    way_out = "tap a layer with spatial extent or a pooled one"
    if find_grid(tap, input_shape) is not None:
        way_out = "decoders='auto', 'patch' or 'pooled'"
    width = f"{tap.num_features} features" + (f" ({pooling.num_features} when pooled)" if pooling.grid else "")
    raise ValueError(
        f"Tap '{tap.name}' has {width} and {num_rows} fit rows. Expected at most {MAX_SOLVE} of either for an exact "
        f"decoder of the whole tap; pass max_examples={MAX_SOLVE}, or {way_out}."
    )


class _LinearDecoder(Decoder):
    """A linear map about the fit rows' means, in one `Arithmetic`; what the two ways to solve for it share."""

    def __init__(self, pooling):
        self._pooling = pooling

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
        return self.arithmetic.array(self._taken(features)) - self._shift - self._offset

    def _taken(self, features):
        return _flat(self._pooling(features) if self._pooling else features)

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
        pooling: `Pooling` of the features that it sees. Defaults to `None`: they are taken as they are.
    """

    _moments: Moments  # None before the first rows

    def __init__(self, arithmetic=FLOAT32, pooling=None):
        super().__init__(pooling)
        self.arithmetic, self._moments = arithmetic, None  # pyright: ignore[reportAttributeAccessIssue] see above

    def add(self, features, targets, kept=None):
        """See `Decoder.add`."""
        features, targets = self._taken(features), _flat(targets)
        if self._moments is None:
            self._moments = Moments.about(features, targets, self.arithmetic)
        self._moments.add(features, targets)

    def fit(self):
        """See `Decoder.fit`."""
        moments, self._moments = self._moments, None  # pyright: ignore[reportAttributeAccessIssue] see above
        fit = fit_primal(*moments.centred(), num_rows=moments.num_rows, arithmetic=self.arithmetic)
        self._set_map(fit, moments.feature_mean, moments.target_mean, self.arithmetic)
        return fit


class DualDecoder(_LinearDecoder):
    """Ridge from the rows themselves, for fewer rows than features, in float64.

    Holds `4 N (D + P)` bytes until its solve, less where its rows are kept anyway.

    Args:
        pooling: `Pooling` of the features that it sees. Defaults to `None`: they are taken as they are.
    """

    def __init__(self, pooling=None):
        super().__init__(pooling)
        self._features, self._targets = [], []

    def add(self, features, targets, kept=None):
        """See `Decoder.add`."""
        self._features.append(host(self._taken(features if kept is None else kept)))
        self._targets.append(host(_flat(targets)))

    def fit(self):
        """See `Decoder.fit`."""
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
