"""Features of a tap as they are, or area-averaged to a coarser grid where they are many."""

import dataclasses
import math

from keras_phases.decoders.target import area_average


@dataclasses.dataclass(frozen=True)
class Pooling:
    """Which features of a tap are taken.

    Args:
        shape: Shape of the tap's features of one row.
        grid: Sides to which they are area-averaged. Defaults to `None`: they are taken as they are.
    """

    shape: tuple[int, ...]
    grid: tuple[int, ...] | None = None

    @classmethod
    def to_at_most(cls, max_features, shape):
        """To the finest grid of at most `max_features`, sides halved in turn; none where there is nothing to average.

        Example:
            >>> from keras_phases.decoders.pooling import Pooling
            >>> Pooling.to_at_most(1024, (8, 8, 64)).grid, Pooling.to_at_most(1024, (2048,)).grid
            ((4, 4), None)
        """
        *sides, channels = shape
        grid = tuple(sides)
        while math.prod(grid) * channels > max_features and max(grid, default=1) > 1:
            grid = tuple(math.ceil(side / 2) for side in grid)
        return cls(shape, grid if grid != tuple(sides) else None)

    def __call__(self, features):
        """The features `(n, ...)` that are taken of all features `(n, ...)`."""
        return area_average(features, self.grid) if self.grid else features

    @property
    def num_features(self) -> int:
        """How many are taken."""
        return math.prod(self.grid) * self.shape[-1] if self.grid else math.prod(self.shape)

    def num_bytes(self, num_rows) -> int:
        """Bytes of averages over one side and over both, while some rows are averaged."""
        if self.grid is None:
            return 0
        stages = (math.prod(self.grid[:axis]) * math.prod(self.shape[axis:]) for axis in range(1, len(self.shape)))
        return 8 * num_rows * sum(stages)
