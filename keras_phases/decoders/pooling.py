"""Features of a tap as they are, or area-averaged to a coarser grid where they are many."""

import dataclasses
import math

from keras_phases.decoders.target import area_average


@dataclasses.dataclass(frozen=True)
class Pooling:
    """Which features of a tap are taken.

    Args:
        shape: Shape of the tap's features of one row.
        grid: Height and width to which they are area-averaged. Defaults to `None`: they are taken as they are.
    """

    shape: tuple[int, ...]
    grid: tuple[int, int] | None = None

    @classmethod
    def to_at_most(cls, max_features, shape):
        """To the finest grid of at most `max_features`, sides halved in turn; none where there is nothing to average.

        Example:
            >>> from keras_phases.decoders.pooling import Pooling
            >>> Pooling.to_at_most(1024, (8, 8, 64)).grid, Pooling.to_at_most(1024, (2048,)).grid
            ((4, 4), None)
        """
        if len(shape) != 3:
            return cls(shape)
        height, width, channels = shape
        while height * width * channels > max_features and (height, width) != (1, 1):
            height, width = math.ceil(height / 2), math.ceil(width / 2)
        return cls(shape, (height, width) if (height, width) != shape[:2] else None)

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
        _, width, channels = self.shape
        return 4 * num_rows * channels * (2 * self.grid[0] * width + 2 * math.prod(self.grid))
