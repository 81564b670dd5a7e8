"""The global linear decoder: all features of a tap to all elements of the target, exact by ridge regression.

Features may be area-averaged before: that is the pooled decoder, which measures what a coarse view still holds.
"""

import dataclasses

import numpy as np

from keras_phases.backend.arrays import FLOAT32, FLOAT64, compiled_once, host
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

    def build(self, seed, centre, arithmetic=FLOAT32):
        """See `Recipe.build`."""
        return PrimalDecoder(centre, arithmetic, self.pooling)

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

    def build(self, seed, centre, arithmetic=FLOAT32):
        """See `Recipe.build`; always in float64."""
        return DualDecoder(centre, self.pooling)

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

    def __init__(self, centre, pooling):
        self._centre, self._pooling = centre, pooling

    def _set_map(self, fit, shift, offset, arithmetic):
        """Features less `shift` and `offset` are centred: in two steps, each exact in float32."""
        self._arithmetic, array = arithmetic, arithmetic.array
        influence = np.zeros((len(fit.weights), 0)) if fit.influence is None else fit.influence
        self._map = tuple(map(array, (shift, offset, fit.weights, influence)))

    def _taken(self, features):
        return self._pooling(features) if self._pooling else features

    def predict(self, features):
        """See `Decoder.predict`."""
        features = self._arithmetic.array(self._taken(features))
        predicted = host(_predicting(self._arithmetic, tuple(features.shape))(*self._map[:3], features))
        return predicted.reshape(len(predicted), *self._centre.mean.shape) + self._centre.mean.astype(predicted.dtype)

    def judge(self, features, targets):
        """See `Decoder.judge`."""
        features, targets = map(self._arithmetic.array, (self._taken(features), targets))
        has_influence = self._map[3].shape[1] > 0
        judge = _judging(self._arithmetic, tuple(features.shape), tuple(targets.shape), has_influence)
        losses, leverages = host(judge(*self._map, features, targets)).astype(np.float64)
        if not has_influence:
            return losses, np.full(len(losses), np.nan)
        # A row that is taken in pulls the weights towards itself, and so moves them by less.
        return losses, leverages / (1 + leverages) ** 2 * losses


@compiled_once
def _predicting(arithmetic, shape):
    ops = arithmetic.ops

    def predict(shift, offset, weights, features):
        return ops.matmul(ops.reshape(features, (shape[0], -1)) - shift - offset, weights)

    return arithmetic.compiled(predict)


@compiled_once
def _judging(arithmetic, shape, target_shape, has_influence):
    ops = arithmetic.ops

    def judge(shift, offset, weights, influence, features, targets):
        centred = ops.reshape(features, (shape[0], -1)) - shift - offset
        errors = ops.matmul(centred, weights) - ops.reshape(targets, (target_shape[0], -1))
        losses = ops.mean(errors * errors, axis=1)
        moved = ops.matmul(centred, influence) if has_influence else errors[:, :1]
        return ops.stack([losses, ops.sum(moved * moved, axis=1)])

    return arithmetic.compiled(judge)


class PrimalDecoder(_LinearDecoder):
    """Ridge from streamed moments; holds `8 D (D + P)` bytes of sums and no row.

    Args:
        centre: `Centre` of the targets of the fit rows.
        arithmetic: `Arithmetic` of the sums and the solve. Defaults to `FLOAT32`.
        pooling: `Pooling` of the features that it sees. Defaults to `None`: they are taken as they are.
    """

    _moments: Moments  # None before the first rows

    def __init__(self, centre, arithmetic=FLOAT32, pooling=None):
        super().__init__(centre, pooling)
        self._arithmetic, self._moments = arithmetic, None  # pyright: ignore[reportAttributeAccessIssue] see above

    def add(self, features, targets, kept=None):
        """See `Decoder.add`."""
        features = self._taken(features)
        if self._moments is None:
            self._moments = Moments(features, self._centre.mean.size, self._arithmetic)
        self._moments.add(features, targets)

    def fit(self):
        """See `Decoder.fit`."""
        moments, self._moments = self._moments, None  # pyright: ignore[reportAttributeAccessIssue] see above
        gram, cross = moments.centred()
        most = moments.num_rows * float(np.finfo(self._arithmetic.dtype).max)
        squares = self._centre.squares if self._centre.squares <= most else np.inf
        fit = fit_primal(gram, cross, squares, num_rows=moments.num_rows, arithmetic=self._arithmetic)
        self._set_map(fit, moments.shift, moments.feature_offset(), self._arithmetic)
        return fit


class DualDecoder(_LinearDecoder):
    """Ridge from the rows themselves, for fewer rows than features, in float64.

    Holds `4 N (D + P)` bytes until its solve, less where its rows are kept anyway.

    Args:
        centre: `Centre` of the targets of the fit rows.
        pooling: `Pooling` of the features that it sees. Defaults to `None`: they are taken as they are.
    """

    def __init__(self, centre, pooling=None):
        super().__init__(centre, pooling)
        self._features, self._targets = [], []

    def add(self, features, targets, kept=None):
        """See `Decoder.add`."""
        taken = self._taken(features)
        self._features.append(_flat(taken if kept is None or taken is not features else kept))
        self._targets.append(_flat(targets))

    def fit(self):
        """See `Decoder.fit`."""
        features, targets = (np.concatenate(list(map(host, parts))) for parts in (self._features, self._targets))
        self._features, self._targets = [], []
        mean = features.mean(axis=0, dtype=np.float64)
        fit = fit_dual(features - mean, targets)
        self._set_map(fit, mean, 0.0, FLOAT64)
        return fit


def _flat(rows):
    return FLOAT32.ops.reshape(rows, (len(rows), -1))
