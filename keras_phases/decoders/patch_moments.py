"""Sums over the neighbourhoods of some positions of each row, for the patch decoder."""

import dataclasses
from typing import Any

import numpy as np

from keras_phases.backend.arrays import FLOAT64, compiled_once
from keras_phases.backend.device_rows import rows_of
from keras_phases.decoders.moments import Sums, flat_shift, lost_squares


@dataclasses.dataclass(frozen=True)
class Draws:
    """Which positions of a grid take part, draw by draw, all alike.

    Args:
        geometry: `keras_phases.decoders.patch.PatchGeometry`.
        num_positions: Positions of a draw.
        seed: Seed of the order in which they come.
    """

    geometry: Any
    num_positions: int
    seed: int

    def positions(self, draw):
        """Those of a draw, rising."""
        all_positions = self.geometry.num_positions
        if self.num_positions >= all_positions:
            return np.arange(all_positions)
        order, start = np.random.default_rng(self.seed).permutation(all_positions), draw * self.num_positions
        return np.sort(np.take(order, range(start, start + self.num_positions), mode="wrap"))

    def take(self, draw, arithmetic):
        """`(neighbours, positions)` of a draw as arrays of an arithmetic; a run makes each once, for they come back."""
        cycle = np.lcm(self.geometry.num_positions, self.num_positions) // self.num_positions
        return _taken(self, int(draw % cycle), arithmetic)


@compiled_once
def _taken(draws, draw, arithmetic):
    positions, geometry = draws.positions(draw), draws.geometry
    found = geometry.neighbours(positions), positions.astype(np.int32)
    return found if arithmetic.ops is np else tuple(map(arithmetic.ops.convert_to_tensor, found))


class PatchMoments:
    """Streamed moments over positions of all fit rows, about a mean for each position.

    Args:
        draws: `Draws` of the positions of each row that enter the sums.
        features: Feature maps `(n, *grid, c)` of some first rows; their means are the shift of the sums.
        examples_per_draw: Successive rows that share their positions.
        arithmetic: `Arithmetic` of the sums.
    """

    def __init__(self, draws, features, examples_per_draw, arithmetic):
        self._draws, self._geometry, self._arithmetic = draws, draws.geometry, arithmetic
        self._examples_per_draw, self.num_rows = examples_per_draw, 0
        g = self._geometry
        D, P, L = g.num_features, g.num_targets, g.num_positions
        self.shift = arithmetic.ops.reshape(flat_shift(features, arithmetic), (*g.grid, g.channels))
        self._count = np.zeros(L)
        self._sums = Sums(arithmetic, ((*g.grid, g.channels), (L, D), (L, P), (D, D), (D, P), ()))

    def add(self, features, targets):
        """Takes in feature maps `(n, *grid, c)` and targets `(n, *image)`."""
        features, targets = map(self._arithmetic.array, (features, targets))
        start = 0
        while start < len(features):
            # To the end of a draw, which another chunk may have begun: rows have theirs in whatever chunks they come.
            stop = min(start + self._examples_per_draw - self.num_rows % self._examples_per_draw, len(features))
            self._add_draw(rows_of(features, start, stop), rows_of(targets, start, stop))
            start = stop

    def _add_draw(self, features, targets):
        num_rows, draw = len(features), self.num_rows // self._examples_per_draw
        self.num_rows += num_rows
        positions = self._draws.positions(draw)
        self._count[positions] += num_rows
        add = _adding(self._arithmetic, self._geometry, num_rows, len(positions))
        drawn = self._draws.take(draw, self._arithmetic)
        self._sums.add(add, self.shift, features, targets, *drawn)

    @property
    def num_positions(self):
        """Positions in the sums, the rows of the regression."""
        return int(self._count.sum())

    def feature_offset(self):
        """Mean feature map of all rows less `shift`, `(*grid, c)`; a tensor in float32, or a host array."""
        return self._sums.values()[0] / self.num_rows

    def centred(self):
        """Second moments over the positions in the sums, each about its position's mean over all rows.

        Returns:
            `(gram, cross, target_squares)`: A'A, of which the lower triangle is meant, A'T and tr T'T; tensors in
            float32, or host arrays.
        """
        _, *sums, squares = self._sums.values()
        arithmetic = FLOAT64 if isinstance(sums[0], np.ndarray) else self._arithmetic
        centre = _centring(arithmetic, self._geometry)
        return *centre(self.feature_offset(), arithmetic.array(self._count[:, None]), *sums), squares


@compiled_once
def _centring(arithmetic, geometry):
    ops, g, dot = arithmetic.ops, geometry, arithmetic.dot
    near = g.neighbours(np.arange(g.num_positions))

    def centre(offset, n, s, u, gram, cross):
        # Unfolding is linear, so that the mean neighbourhoods are the neighbourhoods of the mean map.
        a = g.unfold(offset[None], near, ops)[0]
        # sum (x - a)(y - a)' = sum xy' - a (sum y)' - (sum x) a' + n a a', position by position
        centred = gram + dot(n * a, a) - dot(a, s) - dot(s, a)
        if arithmetic.noise:
            centred = centred - lost_squares(ops.max(ops.abs(a), axis=0), ops)
        # Sums that are too large stay infinite: a difference of two would be NaN, as of features that are.
        return ops.where(ops.isinf(gram), gram, centred), cross - dot(a, u)

    return arithmetic.compiled(centre)


@compiled_once
def _adding(arithmetic, geometry, num_rows, num_positions):
    ops, g = arithmetic.ops, geometry

    def add(sums, shift, features, targets, neighbours, positions):
        maps = features - shift
        patches = g.unfold(maps, neighbours, ops)
        tiles = ops.take(g.tiles(targets, ops), positions, axis=1)
        A, T = (ops.reshape(rows, (num_rows * num_positions, rows.shape[-1])) for rows in (patches, tiles))
        places = ops.where(ops.equal(ops.arange(g.num_positions, dtype="int32")[:, None], positions), 1.0, 0.0)
        by_position = (ops.matmul(places, ops.sum(rows, axis=0)) for rows in (patches, tiles))
        # In stages, so that rounding in float32 averages out.
        squares = ops.sum(ops.sum(ops.sum(tiles * tiles, axis=2), axis=1))
        return arithmetic.added(
            sums, (ops.sum(maps, axis=0), *by_position, arithmetic.scatter(A), arithmetic.dot(A, T), squares)
        )

    return arithmetic.compiled(add)
