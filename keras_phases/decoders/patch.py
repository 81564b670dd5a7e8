"""The patch decoder: every position of a feature map predicts its own tile of the target from its neighbourhood.

One ridge regression serves all positions, so that D stays small however wide the tap is, and the fit stays exact. Each
position keeps its own mean, so that the decoder knows the mean image as the global linear decoder does; on a 1 x 1 grid
the two are the same.
"""

import dataclasses
import itertools
import math

import numpy as np

from keras_phases.backend.arrays import FLOAT32, host
from keras_phases.decoders.base import Decoder, Recipe
from keras_phases.decoders.moments import mean_shift
from keras_phases.decoders.need import Need
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

    def unfold(self, features, positions=slice(None), ops=np):
        """Neighbourhoods of maps `(n, *grid, c)` at some positions of the grid, `(n, num_positions, num_features)`."""
        padded = ops.pad(features, ((0, 0), *((reach, reach) for reach in self.reaches), (0, 0)))
        sides = [side + 2 * reach for side, reach in zip(self.grid, self.reaches, strict=True)]
        cells = ops.reshape(padded, (len(features), math.prod(sides), self.channels))
        places = np.stack(np.unravel_index(np.arange(self.num_positions)[positions], self.grid))
        near = np.indices(self.window).reshape(self.rank, -1)
        indices = np.ravel_multi_index(tuple(places[:, :, None] + near[:, None]), sides)
        chosen = ops.take(cells, indices, axis=1)
        return ops.reshape(chosen, (len(features), places.shape[1], self.num_features))

    def tiles(self, images, ops=np):
        """Tiles of targets `(n, *image)`, as `(n, num_positions, num_targets)`."""
        pairs = itertools.chain.from_iterable(zip(self.grid, self.tile, strict=True))
        split = ops.reshape(images, (len(images), *pairs, math.prod(self.image[self.rank :])))
        order = 0, *range(1, 2 * self.rank, 2), *range(2, 2 * self.rank + 1, 2), 2 * self.rank + 1
        return ops.reshape(ops.transpose(split, order), (len(images), self.num_positions, self.num_targets))

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

    def build(self, seed, arithmetic=FLOAT32):
        """See `Recipe.build`."""
        draws = {"num_positions": self.num_positions, "examples_per_draw": self.examples_per_draw, "seed": seed}
        return PatchDecoder(self.geometry, **draws, arithmetic=arithmetic)

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
        num_positions: Positions of each fit row that enter the fit; held-out rows use all.
        examples_per_draw: Successive fit rows that share their positions; `choose_examples_per_draw` has the default.
        seed: Seed of their choice.
        arithmetic: `Arithmetic` of the sums and the solve. Defaults to `FLOAT32`.
    """

    _moments: "PatchMoments"  # None before the first rows

    def __init__(self, geometry, *, num_positions, examples_per_draw, seed, arithmetic=FLOAT32):
        self._geometry, self._num_positions, self._seed = geometry, num_positions, seed
        self._examples_per_draw, self._arithmetic, self._moments = examples_per_draw, arithmetic, None  # pyright: ignore[reportAttributeAccessIssue] see above

    def add(self, features, targets, kept=None):
        """See `Decoder.add`; features `(n, *grid, c)`, targets `(n, *image)`."""
        if self._moments is None:
            self._moments = PatchMoments(
                self._geometry,
                features,
                targets,
                num_positions=self._num_positions,
                examples_per_draw=self._examples_per_draw,
                seed=self._seed,
                arithmetic=self._arithmetic,
            )
        self._moments.add(features, targets)

    def fit(self):
        """See `Decoder.fit`."""
        moments, array = self._moments, self._arithmetic.array
        fit = fit_primal(*moments.centred(), num_rows=moments.num_positions, arithmetic=self._arithmetic)
        self._weights, self._target_mean = array(fit.weights), array(moments.target_mean)
        # In two steps, each exact in float32, as in the linear decoder.
        self._shift, self._offset = array(moments.feature_shift), array(moments.feature_mean - moments.feature_shift)
        self._influence = None if fit.influence is None else array(fit.influence)
        self._num_judged, self._moments = 0, None  # pyright: ignore[reportAttributeAccessIssue] see above
        return fit

    def predict(self, features):
        """See `Decoder.predict`."""
        return self._geometry.images(host(self._predict_tiles(self._centre(features)))) + host(self._target_mean)

    def judge(self, features, targets):
        """See `Decoder.judge`."""
        arithmetic, geometry = self._arithmetic, self._geometry
        maps = self._centre(features)
        errors = self._predict_tiles(maps) - geometry.tiles(
            arithmetic.array(targets) - self._target_mean, arithmetic.ops
        )
        losses = host(arithmetic.ops.mean(errors * errors, axis=(1, 2))).astype(np.float64)
        influences = np.full(len(losses), np.nan)
        size = min(_INFLUENCE_ROWS - self._num_judged, len(losses))
        if self._influence is not None and size > 0:
            influences[:size] = self._influences(maps[:size], errors[:size])
            self._num_judged += size
        return losses, influences

    def _centre(self, features):
        return self._arithmetic.array(features) - self._shift - self._offset

    def _predict_tiles(self, maps):
        """Tiles less their mean, `(n, num_positions, num_targets)`, of centred maps."""
        g, ops = self._geometry, self._arithmetic.ops
        if ops is not np and g.rank <= _MOST_CORRELATED:
            # Correlating the maps with the weights gives all positions at once, without unfolding them.
            kernel = ops.reshape(self._weights, (*g.window, g.channels, g.num_targets))
            tiles = ops.conv(maps, kernel, padding="same", data_format="channels_last")
            return ops.reshape(tiles, (len(maps), g.num_positions, g.num_targets))
        step = max(1, POSITIONS_AT_ONCE // g.num_positions)
        chunks = (maps[start : start + step] for start in range(0, len(maps), step))
        return ops.concatenate([ops.matmul(g.unfold(chunk, ops=ops), self._weights) for chunk in chunks])

    def _influences(self, maps, errors):
        """Of rows as the fit saw them: some positions of each, whose errors go together, as one of its rows.

        With X the neighbourhoods of one image and E its errors, |B'X'E|^2 = tr(X B B'X' E E').
        """
        geometry, ops = self._geometry, self._arithmetic.ops
        found = []
        step = max(1, _INFLUENCE_POSITIONS // self._num_positions)
        positions = _cycle(np.random.default_rng(self._seed).permutation(errors.shape[1]), self._num_positions)
        for start in range(0, len(maps), step):
            chunk, chosen = slice(start, start + step), next(positions)
            X, E = geometry.unfold(maps[chunk], chosen, ops), ops.take(errors[chunk], chosen, axis=1)
            Z = ops.matmul(X, self._influence)
            pairs = ops.matmul(Z, ops.transpose(Z, (0, 2, 1))) * ops.matmul(E, ops.transpose(E, (0, 2, 1)))
            found.append(host(ops.sum(pairs, axis=(1, 2))) / (len(chosen) * geometry.num_targets))
        return np.concatenate(found)


def choose_examples_per_draw(num_rows, num_positions, grid):
    """Successive examples that share a draw of positions: many, for tall products, and few enough to reach them all."""
    to_reach_all = num_rows * num_positions // math.prod(grid)
    return max(1, min(to_reach_all, POSITIONS_AT_ONCE // num_positions))


class PatchMoments:
    """Streamed moments over positions of all fit rows, about a mean for each position.

    Args:
        geometry: `PatchGeometry`.
        features: Feature maps `(n, *grid, c)` of some first rows; their means are the shift of the sums.
        images: Targets `(n, *image)` of the same rows.
        num_positions: Positions of each example that enter the sums, at most those of the grid; which ones changes from
            draw to draw, so that all take part alike.
        examples_per_draw: Successive examples that share their positions.
        seed: Seed of that choice.
        arithmetic: `Arithmetic` of the products of one chunk. Defaults to `FLOAT32`.
    """

    def __init__(self, geometry, features, images, *, num_positions, examples_per_draw, seed, arithmetic=FLOAT32):
        all_positions = geometry.num_positions
        self.geometry, self.arithmetic = geometry, arithmetic
        self.num_rows = 0
        self._positions = _cycle(np.random.default_rng(seed).permutation(all_positions), num_positions)
        self._examples_per_draw = examples_per_draw
        self.feature_shift = mean_shift(features)
        self._target_shift = mean_shift(images)
        self._feature_sum = np.zeros(self.feature_shift.shape)
        self._target_sum = np.zeros(self._target_shift.shape)
        self._count = np.zeros(all_positions)
        self._patch_sum = np.zeros((all_positions, geometry.num_features))
        self._tile_sum = np.zeros((all_positions, geometry.num_targets))
        self._gram = np.zeros((geometry.num_features, geometry.num_features))
        self._cross = np.zeros((geometry.num_features, geometry.num_targets))
        self._target_squares = 0.0

    def add(self, features, images):
        """Takes in feature maps `(n, *grid, c)` and targets `(n, *image)`."""
        array, ops = self.arithmetic.array, self.arithmetic.ops
        features = array(features) - array(self.feature_shift)
        images = array(images) - array(self._target_shift)
        self.num_rows += len(features)
        self._feature_sum += host(ops.sum(features, axis=0))
        self._target_sum += host(ops.sum(images, axis=0))
        tiles = self.geometry.tiles(images, ops)
        for start in range(0, len(features), self._examples_per_draw):
            chunk = slice(start, start + self._examples_per_draw)
            self._add_positions(features[chunk], tiles[chunk], next(self._positions))

    def _add_positions(self, features, tiles, positions):
        ops = self.arithmetic.ops
        patches = self.geometry.unfold(features, positions, ops)
        tiles = ops.take(tiles, positions, axis=1)
        self._count[positions] += len(patches)
        self._patch_sum[positions] += host(ops.sum(patches, axis=0))
        self._tile_sum[positions] += host(ops.sum(tiles, axis=0))
        A, T = (ops.reshape(rows, (-1, rows.shape[-1])) for rows in (patches, tiles))
        self._gram += self.arithmetic.gram(A)
        self._cross += host(self.arithmetic.dot(A, T))
        self._target_squares += float(np.sum(host(ops.sum(T * T, axis=1)), dtype=np.float64))

    @property
    def num_positions(self):
        """Positions in the sums, the rows of the regression."""
        return int(self._count.sum())

    @property
    def feature_mean(self):
        """Mean feature map of all rows, `(*grid, c)`."""
        return self.feature_shift + self._feature_sum / self.num_rows

    @property
    def target_mean(self):
        """Mean target of all rows, `(*image,)`."""
        return self._target_shift + self._target_sum / self.num_rows

    def centred(self):
        """As `Moments.centred`, over the positions in the sums, each about its position's mean."""
        # Unfolding is linear, so that the mean neighbourhoods are the neighbourhoods of the mean map.
        a = self.geometry.unfold(self._feature_sum[None] / self.num_rows)[0]
        t = self.geometry.tiles(self._target_sum[None] / self.num_rows)[0]
        n, s, u = self._count[:, None], self._patch_sum, self._tile_sum
        # sum (x - a)(y - t)' = sum xy' - a (sum y)' - (sum x) t' + n a t', position by position
        gram = self._gram + (n * a).T @ a - a.T @ s - s.T @ a
        cross = self._cross + (n * a).T @ t - a.T @ u - s.T @ t
        squares = self._target_squares + float(np.vdot(n * t, t)) - 2 * float(np.vdot(t, u))
        return gram, cross, squares


def _cycle(permutation, size):
    """Endless runs of `size` positions from a permutation, so that all come equally often."""
    if size >= len(permutation):
        yield from itertools.repeat(np.arange(len(permutation)))
    start = 0
    while True:
        yield np.sort(np.take(permutation, range(start, start + size), mode="wrap"))
        start = (start + size) % len(permutation)
