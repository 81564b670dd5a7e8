"""The patch decoder: every position of a feature map predicts its own tile of the target from its neighbourhood.

One ridge regression serves all positions, so that D stays small however wide the tap is, and the fit stays exact. Each
position keeps its own mean, so that the decoder knows the mean image as the global linear decoder does; on a 1 x 1 grid
the two are the same.
"""

import dataclasses
import itertools

import numpy as np
from scipy.linalg import blas

from keras_phases.blas import multiply
from keras_phases.decoders.base import Decoder
from keras_phases.decoders.ridge import fit_primal

_ROWS_AT_ONCE = 2048
"""Positions unfolded at a time: the copy stays small, and a few thousand examples reach every position."""


@dataclasses.dataclass(frozen=True)
class PatchGeometry:
    """Which tile of the target each position of the feature map stands for.

    Args:
        grid: Height and width of the feature map.
        channels: Channels of the feature map.
        image: Height, width and channels of the target; the sides are multiples of the grid's.
        reach: Distance up to which neighbours are read, zero beyond the border: 1 reads 3 x 3 positions.
    """

    grid: tuple[int, int]
    channels: int
    image: tuple[int, int, int]
    reach: int = 1

    def __post_init__(self):
        if any(pixels % positions for pixels, positions in zip(self.image[:2], self.grid, strict=True)):
            raise ValueError(
                f"Targets of {self.image[:2]} are no multiple of the feature map's {self.grid}; crop them."
            )

    @property
    def num_features(self):
        """Features of one position with its neighbours."""
        return (2 * self.reach + 1) ** 2 * self.channels

    @property
    def tile(self):
        """Height and width of the tile that a position predicts."""
        return self.image[0] // self.grid[0], self.image[1] // self.grid[1]

    @property
    def num_targets(self):
        """Elements of one tile."""
        return self.tile[0] * self.tile[1] * self.image[2]

    def unfold(self, features, positions=slice(None)):
        """Neighbourhoods of maps `(n, h, w, c)` at some positions of the grid, `(n, num_positions, num_features)`."""
        r, (h, w) = self.reach, self.grid
        padded = np.pad(features, ((0, 0), (r, r), (r, r), (0, 0)))
        windows = np.lib.stride_tricks.sliding_window_view(padded, (2 * r + 1, 2 * r + 1), axis=(1, 2))
        rows, columns = np.divmod(np.arange(h * w)[positions], w)
        chosen = windows.transpose(0, 1, 2, 4, 5, 3)[:, rows, columns]
        return chosen.reshape(len(features), len(rows), self.num_features)

    def tiles(self, images):
        """Tiles of targets `(n, h * th, w * tw, C)`, as `(n, h * w, num_targets)`."""
        (h, w), (th, tw), channels = self.grid, self.tile, self.image[2]
        split = images.reshape(len(images), h, th, w, tw, channels)
        return split.transpose(0, 1, 3, 2, 4, 5).reshape(len(images), h * w, self.num_targets)


class PatchDecoder(Decoder):
    """One ridge regression from every position's neighbourhood to its tile of the target.

    Args:
        geometry: `PatchGeometry`.
        num_positions: Positions of each fit row that enter the fit; held-out rows use all.
        seed: Seed of their choice.
    """

    def __init__(self, geometry, *, num_positions, seed):
        self._geometry, self._num_positions, self._seed = geometry, num_positions, seed
        self._moments = None

    def add(self, features, targets):
        """See `Decoder.add`; features `(n, h, w, c)`, targets `(n, H, W, C)`."""
        if self._moments is None:
            options = {"num_positions": self._num_positions, "seed": self._seed}
            self._moments = PatchMoments(self._geometry, features, targets, **options)
        self._moments.add(features, targets)

    def fit(self):
        """See `Decoder.fit`."""
        moments = self._moments
        fit = fit_primal(*moments.centred(), num_rows=moments.num_positions)
        self._weights = fit.weights
        self._feature_mean, self._target_mean = moments.feature_mean, moments.target_mean
        self._moments = None
        return fit

    def predict(self, features):
        """See `Decoder.predict`; float64, as in `PrimalDecoder.predict`."""
        g = self._geometry
        step = max(1, _ROWS_AT_ONCE // (g.grid[0] * g.grid[1]))
        chunks = (features[start : start + step] - self._feature_mean for start in range(0, len(features), step))
        tiles = np.concatenate([multiply(g.unfold(maps).reshape(-1, g.num_features), self._weights) for maps in chunks])
        split = tiles.reshape(len(features), *g.grid, *g.tile, g.image[2])
        return split.transpose(0, 1, 3, 2, 4, 5).reshape(len(features), *g.image) + self._target_mean


class PatchMoments:
    """Streamed moments over positions of all fit rows, about a mean for each position.

    Args:
        geometry: `PatchGeometry`.
        features: Feature maps `(n, h, w, c)` of some first rows; their means are the shift of the sums.
        images: Targets `(n, H, W, C)` of the same rows.
        num_positions: Positions of each example that enter the sums, at most h * w; which ones changes from chunk to
            chunk, so that all take part alike.
        seed: Seed of that choice.
    """

    def __init__(self, geometry, features, images, *, num_positions, seed):
        all_positions = geometry.grid[0] * geometry.grid[1]
        self.geometry = geometry
        self.num_rows = 0
        self._positions = _cycle(np.random.default_rng(seed).permutation(all_positions), num_positions)
        self._chunk = max(1, _ROWS_AT_ONCE // num_positions)
        self._feature_shift = features.mean(axis=0, dtype=np.float64)
        self._target_shift = images.mean(axis=0, dtype=np.float64)
        self._feature_sum = np.zeros(self._feature_shift.shape)
        self._target_sum = np.zeros(self._target_shift.shape)
        self._count = np.zeros(all_positions)
        self._patch_sum = np.zeros((all_positions, geometry.num_features))
        self._tile_sum = np.zeros((all_positions, geometry.num_targets))
        self._gram = np.zeros((geometry.num_features, geometry.num_features), order="F")
        self._cross = np.zeros((geometry.num_features, geometry.num_targets), order="F")
        self._target_squares = 0.0

    def add(self, features, images):
        """Takes in feature maps `(n, h, w, c)` and targets `(n, H, W, C)`."""
        features = features - self._feature_shift
        images = images - self._target_shift
        self.num_rows += len(features)
        self._feature_sum += features.sum(axis=0)
        self._target_sum += images.sum(axis=0)
        tiles = self.geometry.tiles(images)
        for start in range(0, len(features), self._chunk):
            chunk, positions = slice(start, start + self._chunk), next(self._positions)
            self._add_positions(self.geometry.unfold(features[chunk], positions), tiles[chunk, positions], positions)

    def _add_positions(self, patches, tiles, positions):
        self._count[positions] += len(patches)
        self._patch_sum[positions] += patches.sum(axis=0)
        self._tile_sum[positions] += tiles.sum(axis=0)
        A, T = patches.reshape(-1, patches.shape[-1]), tiles.reshape(-1, tiles.shape[-1])
        self._gram = blas.dsyrk(1.0, A.T, beta=1.0, c=self._gram, lower=1, overwrite_c=1)
        self._cross = blas.dgemm(1.0, A.T, T.T, beta=1.0, c=self._cross, trans_b=1, overwrite_c=1)
        self._target_squares += float(np.vdot(T, T))

    @property
    def num_positions(self):
        """Positions in the sums, the rows of the regression."""
        return int(self._count.sum())

    @property
    def feature_mean(self):
        """Mean feature map of all rows, `(h, w, c)`."""
        return self._feature_shift + self._feature_sum / self.num_rows

    @property
    def target_mean(self):
        """Mean target of all rows, `(H, W, C)`."""
        return self._target_shift + self._target_sum / self.num_rows

    def centred(self):
        """`(gram, cross, target_squares)` over the positions in the sums, each about its position's mean."""
        # Unfolding is linear, so that the mean neighbourhoods are the neighbourhoods of the mean map.
        a = self.geometry.unfold(self._feature_sum[None] / self.num_rows)[0]
        t = self.geometry.tiles(self._target_sum[None] / self.num_rows)[0]
        n, s, u = self._count[:, None], self._patch_sum, self._tile_sum
        # sum (x - a)(y - t)' = sum xy' - a (sum y)' - (sum x) t' + n a t', position by position
        gram = np.tril(self._gram) + np.tril(self._gram, -1).T + (n * a).T @ a - a.T @ s - s.T @ a
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
