"""The patch decoder: every position of a feature map predicts its own tile of the target from its neighbourhood.

One ridge regression serves all positions, so that D stays small however wide the tap is, and the fit stays exact. Each
position keeps its own mean, so that the decoder knows the mean image as the global linear decoder does; on a 1 x 1 grid
the two are the same.
"""

import dataclasses
import itertools
import math

import numpy as np

from keras_phases.backend.arrays import FLOAT32, compiled_once, host
from keras_phases.decoders.base import Decoder, Recipe
from keras_phases.decoders.moments import LEAST
from keras_phases.decoders.need import Need
from keras_phases.decoders.patch_moments import Draws, PatchMoments
from keras_phases.decoders.ridge import MAX_SOLVE, PATH_BYTES, fit_primal
from keras_phases.decoders.target import Target

POSITIONS_AT_ONCE = 8192
"""Positions of all examples that are unfolded at a time."""

_MOST_CORRELATED = 3
"""Sides of a map that Keras convolves over."""

_INFLUENCE_POSITIONS = 2048
"""Positions of held-out rows that are unfolded at a time: they take another draw after each."""

_INFLUENCE_ROWS = 512
"""Held-out rows on which the influence of few fit rows is measured; it changes the loss by percents at most."""


@dataclasses.dataclass(frozen=True)
class PatchGeometry:
    """Which tile of the target each position of the feature map stands for.

    Args:
        grid: Sides of the feature map, one or more.
        channels: Channels of the feature map.
        image: Shape of the target; its first sides are multiples of the grid's, what follows belongs to each position.
        reach: Distance up to which neighbours are read, zero beyond the border: 1 reads 3 x 3 positions of a map of two
            sides. Along a side of one position there are none.
    """

    grid: tuple[int, ...]
    channels: int
    image: tuple[int, ...]
    reach: int = 1

    def __post_init__(self):
        if any(pixels % positions for pixels, positions in zip(self.image, self.grid, strict=False)):
            raise ValueError(
                f"Targets of {self.image[: self.rank]} are no multiple of the feature map's {self.grid}; crop them."
            )

    @property
    def rank(self):
        """Number of sides."""
        return len(self.grid)

    @property
    def num_positions(self):
        """Positions of the grid."""
        return math.prod(self.grid)

    @property
    def reaches(self):
        """Distance up to which neighbours are read, along each side."""
        return tuple(self.reach if side > 1 else 0 for side in self.grid)

    @property
    def window(self):
        """Sides of a neighbourhood."""
        return tuple(2 * reach + 1 for reach in self.reaches)

    @property
    def num_features(self):
        """Features of one position with its neighbours."""
        return math.prod(self.window) * self.channels

    @property
    def tile(self):
        """Sides of the tile that a position predicts."""
        return tuple(pixels // positions for pixels, positions in zip(self.image, self.grid, strict=False))

    @property
    def num_targets(self):
        """Elements of one tile."""
        return math.prod(self.tile) * math.prod(self.image[self.rank :])

    @property
    def _padded(self):
        """Sides of a map with its border."""
        return tuple(side + 2 * reach for side, reach in zip(self.grid, self.reaches, strict=True))

    def neighbours(self, positions):
        """Where in a map with its border the neighbourhoods of some positions lie, int32 `(num_positions, cells)`."""
        places = np.stack(np.unravel_index(positions, self.grid))
        near = np.indices(self.window).reshape(self.rank, -1)
        return np.ravel_multi_index(tuple(places[:, :, None] + near[:, None]), self._padded).astype(np.int32)

    def unfold(self, features, neighbours, ops=np):
        """Neighbourhoods of maps `(n, *grid, c)` at some positions of the grid, `(n, num_positions, num_features)`."""
        num_rows = features.shape[0]
        padded = ops.pad(features, ((0, 0), *((reach, reach) for reach in self.reaches), (0, 0)))
        cells = ops.reshape(padded, (num_rows, math.prod(self._padded), self.channels))
        return ops.reshape(ops.take(cells, neighbours, axis=1), (num_rows, neighbours.shape[0], self.num_features))

    def tiles(self, images, ops=np):
        """Tiles of targets `(n, *image)`, as `(n, num_positions, num_targets)`."""
        pairs = itertools.chain.from_iterable(zip(self.grid, self.tile, strict=True))
        num_rows = images.shape[0]
        split = ops.reshape(images, (num_rows, *pairs, math.prod(self.image[self.rank :])))
        order = 0, *range(1, 2 * self.rank, 2), *range(2, 2 * self.rank + 1, 2), 2 * self.rank + 1
        return ops.reshape(ops.transpose(split, order), (num_rows, self.num_positions, self.num_targets))

    def images(self, tiles):
        """Inverse of `tiles` for host arrays."""
        split = tiles.reshape(len(tiles), *self.grid, *self.tile, -1)
        pairs = itertools.chain.from_iterable((axis, axis + self.rank) for axis in range(1, self.rank + 1))
        return split.transpose(0, *pairs, 2 * self.rank + 1).reshape(len(tiles), *self.image)


@dataclasses.dataclass(frozen=True, kw_only=True)
class PatchRecipe(Recipe):
    """Of a `PatchDecoder`.

    Args:
        geometry: `PatchGeometry`.
        num_positions: Positions of each example that it is fitted on.
        examples_per_draw: Successive examples that share these positions.
        others: See `Recipe`.
    """

    geometry: PatchGeometry
    num_positions: int
    examples_per_draw: int

    def build(self, seed, centre, arithmetic=FLOAT32):
        """See `Recipe.build`."""
        draws = {"num_positions": self.num_positions, "examples_per_draw": self.examples_per_draw, "seed": seed}
        return PatchDecoder(self.geometry, centre, **draws, arithmetic=arithmetic)

    def need(self, num_rows, chunk_rows):
        """See `Recipe.need`: sums `8 (D D + D P + L (D + P))` of D features, P targets of each of L positions."""
        g, (m, h) = self.geometry, chunk_rows
        D, P, L = g.num_features, g.num_targets, g.num_positions
        T, E = L * g.channels, self.target.num_elements
        unfolded = 24 * min(max(POSITIONS_AT_ONCE, self.num_positions), max(m, h) * self.num_positions) * (D + P)
        return Need(
            held=8 * D * (D + P) + 8 * L * (D + P + 1) + 32 * (T + E),
            adding=8 * m * (2 * T + 3 * E) + unfolded + 8 * D * (D + P),
            solving=40 * D * (D + P) + 24 * L * (D + P) + PATH_BYTES * D,
            kept=8 * D * (D + P) + 32 * (T + E),
            judging=8 * h * (2 * T + 4 * E) + unfolded,
        )


def make_recipe(family, tap, input_shape, num_rows):
    """The recipe of a `Patch`; None where the tap has no grid over the image.

    Raises:
        ValueError: when a neighbourhood has too many features, with the way out.
    """
    grid = find_grid(tap, input_shape)
    if grid is None:
        return None
    channels, rank = tap.shape[-1], len(grid)
    crop = tuple(pixels // positions * positions for pixels, positions in zip(input_shape, grid, strict=False))
    target = Target(input_shape, crop=crop if crop != tuple(input_shape[:rank]) else None)
    geometry = PatchGeometry(grid, channels, target.shape, 1 if family.reach == "auto" else family.reach)
    if family.reach == "auto" and geometry.num_features > MAX_SOLVE:
        geometry = dataclasses.replace(geometry, reach=0)
    if geometry.num_features > MAX_SOLVE:
        raise ValueError(
            f"Tap '{tap.name}' has {channels} channels, {geometry.num_features} features in a neighbourhood of "
            f"reach={geometry.reach}. Expected at most {MAX_SOLVE}; pass Patch(reach=0) or Patch(reach='auto')."
        )
    num_positions = min(family.num_positions or math.inf, geometry.num_positions)
    return PatchRecipe(
        name=family.name,
        strategy=f"{'x'.join(map(str, geometry.window))}, {num_positions} of {geometry.num_positions} positions",
        target=target,
        num_features=geometry.num_features,
        geometry=geometry,
        num_positions=num_positions,  # pyright: ignore[reportArgumentType] at most those of the grid
        examples_per_draw=choose_examples_per_draw(num_rows, num_positions, grid),
    )


def find_grid(tap, input_shape):
    """Sides of a tap's grid over the input, as many as that has, with or without channels; None where there is none."""
    grid = tap.grid
    if grid is None or len(input_shape) - len(grid) not in (0, 1) or tap.shape[-1] > MAX_SOLVE:
        return None
    is_finer = any(positions > pixels for positions, pixels in zip(grid, input_shape, strict=False))
    return None if is_finer or set(grid) == {1} else grid


class PatchDecoder(Decoder):
    """One ridge regression from every position's neighbourhood to its tile of the target.

    Args:
        geometry: `PatchGeometry`.
        centre: `Centre` of the targets of the fit rows.
        num_positions: Positions of each fit row that enter the fit; held-out rows use all.
        examples_per_draw: Successive fit rows that share their positions; `choose_examples_per_draw` has the default.
        seed: Seed of their choice.
        arithmetic: `Arithmetic` of the sums and the solve. Defaults to `FLOAT32`.
    """

    _moments: PatchMoments  # None before the first rows

    def __init__(self, geometry, centre, *, num_positions, examples_per_draw, seed, arithmetic=FLOAT32):
        self._geometry, self._centre, self._arithmetic = geometry, centre, arithmetic
        self._draws, self._examples_per_draw = Draws(geometry, num_positions, seed), examples_per_draw
        self._moments = None  # pyright: ignore[reportAttributeAccessIssue] see above

    def add(self, features, targets, kept=None):
        """See `Decoder.add`; features `(n, *grid, c)`, targets `(n, *image)`."""
        if self._moments is None:
            self._moments = PatchMoments(self._draws, features, self._examples_per_draw, self._arithmetic)
        self._moments.add(features, targets)

    def fit(self):
        """See `Decoder.fit`."""
        moments, array = self._moments, self._arithmetic.array
        gram, cross, squares = moments.centred()
        # Squares that float32 rounds to 0 are a little below it: those of targets that never vary are 0.
        squares = squares - (LEAST if self._centre.squares and self._arithmetic.noise else 0.0)
        fit = fit_primal(gram, cross, squares, num_rows=moments.num_positions, arithmetic=self._arithmetic)
        # In two steps, each exact in float32, as in the linear decoder.
        self._map = tuple(map(array, (moments.shift, moments.feature_offset(), fit.weights)))
        self._influence = None if fit.influence is None else array(fit.influence)
        self._num_judged, self._moments = 0, None  # pyright: ignore[reportAttributeAccessIssue] see above
        return fit

    def predict(self, features):
        """See `Decoder.predict`."""
        features = self._arithmetic.array(features)
        tiles = host(_predicting(self._arithmetic, self._geometry, len(features))(*self._map, features)[1])
        return self._geometry.images(tiles) + self._centre.mean.astype(tiles.dtype)

    def judge(self, features, targets):
        """See `Decoder.judge`."""
        features, targets = map(self._arithmetic.array, (features, targets))
        ops, num_rows = self._arithmetic.ops, len(features)
        judge = _judging(self._arithmetic, self._geometry, num_rows)
        found, maps, errors = judge(*self._map, features, targets)
        size = min(_INFLUENCE_ROWS - self._num_judged, num_rows) if self._influence is not None else 0
        if size > 0:
            self._num_judged += size
            found = ops.concatenate([found, *self._influences(maps[:size], errors[:size], self._num_judged - size)])
        found = host(found).astype(np.float64)
        return found[:num_rows], np.concatenate([found[num_rows:], np.full(num_rows - max(size, 0), np.nan)])

    def _influences(self, maps, errors, first):
        """Of rows as the fit saw them, some positions of each, one draw after the other from that of the first."""
        step = max(1, _INFLUENCE_POSITIONS // self._draws.num_positions)
        for draw, start in enumerate(range(0, len(maps), step), first // step):
            chosen = maps[start : start + step], errors[start : start + step]
            measure = _measuring_influence(self._arithmetic, self._geometry, len(chosen[0]))
            yield measure(*chosen, *self._draws.take(draw, self._arithmetic), self._influence)


@compiled_once
def _predicting(arithmetic, geometry, num_rows):
    """Maps less their means, and tiles less theirs `(n, num_positions, num_targets)`."""
    ops, g = arithmetic.ops, geometry

    def predict(shift, offset, weights, features):
        maps = features - shift - offset
        if ops is not np and g.rank <= _MOST_CORRELATED:
            # Correlating the maps with the weights gives all positions at once, without unfolding them.
            kernel = ops.reshape(weights, (*g.window, g.channels, g.num_targets))
            tiles = ops.conv(maps, kernel, padding="same", data_format="channels_last")
            return maps, ops.reshape(tiles, (num_rows, g.num_positions, g.num_targets))
        step, near = max(1, POSITIONS_AT_ONCE // g.num_positions), g.neighbours(np.arange(g.num_positions))
        chunks = (maps[start : start + step] for start in range(0, num_rows, step))
        return maps, ops.concatenate([ops.matmul(g.unfold(chunk, near, ops), weights) for chunk in chunks])

    return arithmetic.compiled(predict)


@compiled_once
def _judging(arithmetic, geometry, num_rows):
    ops, predict = arithmetic.ops, _predicting(arithmetic, geometry, num_rows)

    def judge(shift, offset, weights, features, targets):
        maps, tiles = predict(shift, offset, weights, features)
        errors = tiles - geometry.tiles(targets, ops)
        return ops.mean(errors * errors, axis=(1, 2)), maps, errors

    return arithmetic.compiled(judge)


@compiled_once
def _measuring_influence(arithmetic, geometry, num_rows):
    """Of rows as the fit saw them: some positions of each, whose errors go together, as one of its rows.

    With X the neighbourhoods of one image and E its errors, |B'X'E|^2 = tr(X B B'X' E E').
    """
    ops = arithmetic.ops

    def measure(maps, errors, neighbours, positions, influence):
        X, E = geometry.unfold(maps, neighbours, ops), ops.take(errors, positions, axis=1)
        Z = ops.matmul(X, influence)
        pairs = ops.matmul(Z, ops.transpose(Z, (0, 2, 1))) * ops.matmul(E, ops.transpose(E, (0, 2, 1)))
        return ops.sum(pairs, axis=(1, 2)) / (positions.shape[0] * geometry.num_targets)

    return arithmetic.compiled(measure)


def choose_examples_per_draw(num_rows, num_positions, grid):
    """Successive examples that share a draw of positions: many, for tall products, and few enough to reach them all."""
    to_reach_all = num_rows * num_positions // math.prod(grid)
    most = max(1, min(to_reach_all, POSITIONS_AT_ONCE // num_positions))
    # A power of two, so that probe batches are of whole draws, and one size is compiled.
    return 1 << (most.bit_length() - 1)
