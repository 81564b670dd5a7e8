"""The arithmetic below `keras_phases.record.phases`: unimodal fit, error of a difference, and where the phases part.

NumPy and SciPy alone, because the TensorBoard plugin loads it on a laptop that only views logs.
"""

import dataclasses
import functools

import numpy as np
from scipy import special

CONSTANT_SHARE = 0.1
"""The constant stretch ends when this share of the coming change has happened."""
CONSTANT_SLOPE = 0.5
"""The constant stretch is at most this steep, in units of the mean slope that follows."""
FEWEST_MEANS = 16
"""Means of neighbouring points tell of correlated wobble where there are at least so many."""


@dataclasses.dataclass(frozen=True)
class Block:
    """Neighbouring points `start <= index < stop` to which a monotone fit gives one `level`, their mean."""

    start: int
    stop: int
    level: float

    @property
    def points(self) -> slice:
        """The block's points, to index a curve with."""
        return slice(self.start, self.stop)

    @property
    def size(self) -> int:
        """Number of points in the block."""
        return self.stop - self.start


def fit_unimodal(losses) -> list[Block]:
    """The curve that first never rises and then never falls and has the least squared distance from `losses`.

    Both sides are isotonic regressions (pool adjacent violators); every split is tried in linear time. Of equally good
    splits the first is taken.

    Args:
        losses: Finite float array of shape `(num_points,)`, at least one point.

    Returns:
        Blocks from left to right that cover all points.

    Example:
        >>> [(block.start, block.stop, block.level) for block in fit_unimodal([5.0, 2.0, 4.0, 6.0, 5.0])]
        [(0, 1, 5.0), (1, 2, 2.0), (2, 3, 4.0), (3, 5, 5.5)]
    """
    losses = np.asarray(losses, np.float64).tolist()
    errors_of_heads = _fit_falling(losses)[1]
    errors_of_tails = _fit_falling(losses[::-1])[1][::-1]
    split = int(np.argmin(np.add(errors_of_heads, errors_of_tails)))
    head = _fit_falling(losses[:split])[0]
    tail = _fit_falling(losses[split:][::-1])[0][::-1]
    blocks, start = [], 0
    for level, size in head + tail:
        blocks.append(Block(start, start + size, level))
        start += size
    return blocks


def _fit_falling(losses):
    """(level, size) of the blocks of the best never-rising fit, and the squared error of that fit to each prefix."""
    blocks, errors, error = [], [0.0], 0.0
    for loss in losses:
        level, size = loss, 1
        while blocks and blocks[-1][0] <= level:
            left, left_size = blocks.pop()
            # Pooling adds n1 n2 / (n1 + n2) (m1 - m2)^2, which stays exactly 0 for equal levels.
            error += left_size * size / (left_size + size) * (level - left) ** 2
            level += (left - level) * left_size / (left_size + size)
            size += left_size
        blocks.append((level, size))
        errors.append(error)
    return blocks, errors


def _levels_of(blocks):
    """The fitted level at every point."""
    return np.repeat([block.level for block in blocks], [block.size for block in blocks])


def estimate_jitter(positions, losses) -> float:
    """Robust standard deviation of one point around a smooth curve, from second differences.

    Each inner point is compared with the straight line between its two neighbours; the median absolute residual, in
    units of what unit noise would give, is the estimate. A bend of the curve counts as noise, so that a coarsely
    sampled curve is judged with caution.

    Args:
        positions: Strictly increasing float array of shape `(num_points,)`.
        losses: Float array of the same shape.

    Returns:
        The standard deviation; NaN for fewer than three points, from which it cannot be told.

    Example:
        >>> estimate_jitter([0.0, 1.0, 2.0, 3.0], [4.0, 3.0, 2.0, 1.0])
        0.0
    """
    positions, losses = np.asarray(positions, np.float64), np.asarray(losses, np.float64)
    if len(losses) < 3:
        return float("nan")
    return _robust_deviation(_residuals(positions, losses))


def _residuals(positions, losses):
    """Distance of each inner point from the straight line between its neighbours; of unit noise unit variance."""
    right = (positions[1:-1] - positions[:-2]) / (positions[2:] - positions[:-2])
    left = 1 - right
    return (losses[1:-1] - left * losses[:-2] - right * losses[2:]) / np.sqrt(1 + left**2 + right**2)


def _robust_deviation(residuals):
    return float(np.median(np.abs(residuals)) / special.ndtri(0.75))


def estimate_correlated_jitter(positions, losses) -> tuple[float, float]:
    """`estimate_jitter` for a curve whose neighbouring points may wobble together: `(jitter, num_points)`.

    The mean of m such points errs by more than `jitter / sqrt(m)`. Hence the largest of these is taken, each in the
    unit in which the mean of m points errs by `jitter / sqrt(m)`, with the number of independent points behind it:

    - sqrt(s) times the jitter of the running means of s = 1, 2, 4, ... neighbours, from n / s points, as long as these
      are at least `FEWEST_MEANS`;
    - std(r) sqrt((1 + phi) / (1 - phi)), from n (1 - phi) / (1 + phi) points: r are the residuals of the unimodal fit
      and phi their correlation from one point to the next, freed of its bias of (1 + 3 phi) / n; left out where phi is
      below 1.645 / sqrt(n), which chance alone reaches once in twenty.

    Args:
        positions: Strictly increasing float array of shape `(num_points,)`.
        losses: Float array of the same shape, at least three points.

    Example:
        >>> import numpy as np
        >>> noise = np.random.default_rng(0).normal(size=401)
        >>> together = np.convolve(noise, np.ones(8), "valid")  # each point shares seven eighths with the next
        >>> steps = np.arange(len(together))
        >>> bool(estimate_correlated_jitter(steps, together)[0] > 3 * estimate_jitter(steps, together))
        True
    """
    positions, losses = np.asarray(positions, np.float64), np.asarray(losses, np.float64)
    found = [(estimate_jitter(positions, losses), float(len(losses))), _jitter_of_residuals(losses)]
    size = 2
    while len(losses) >= FEWEST_MEANS * size:
        places, means = (np.convolve(values, np.ones(size) / size, "valid") for values in (positions, losses))
        residuals = np.concatenate([_residuals(places[start::size], means[start::size]) for start in range(size)])
        found.append((np.sqrt(size) * _robust_deviation(residuals), len(losses) / size))
        size *= 2
    return max(found)


def _jitter_of_residuals(losses):
    blocks, num_points = fit_unimodal(losses), len(losses)
    residuals = losses - _levels_of(blocks)
    square = float(residuals @ residuals)
    if square == 0 or num_points == len(blocks):
        return 0.0, float(num_points)
    correlation = float(residuals[1:] @ residuals[:-1]) / square
    correlation += (1 + 3 * correlation) / num_points
    if correlation < 1.645 / np.sqrt(num_points):
        return 0.0, float(num_points)
    correlation = min(correlation, 0.95)
    inflation = (1 + correlation) / (1 - correlation)
    return float(np.sqrt(square / (num_points - len(blocks)) * inflation)), max(num_points / inflation, 3.0)


@dataclasses.dataclass(frozen=True)
class Noise:
    """How far apart two stretches of a curve lie by chance.

    Two independent parts: *jitter*, the wobble of the training itself from one probe step to the next, and the
    *sampling* error of the held-out rows, judged in pairs where there are groups:
    `std(group means of one stretch - of the other) / sqrt(num_groups)`. A bootstrap over the groups has just this
    standard error; the closed form needs no resampling and no seed.

    Args:
        jitter: Standard deviation of a point around the smooth curve, `estimate_jitter`.
        num_points: Number of independent points that `jitter` was estimated from.
        stderr: Standard error of each point, or None. Used as if points were independent, which is too cautious for
            points measured on the same rows; ignored where there are groups.
        groups: Mean losses of shape `(num_points, num_groups)`, or None.
    """

    jitter: float
    num_points: float
    stderr: np.ndarray | None = None
    groups: np.ndarray | None = None

    def margin(self, first: Block, second: Block, tail: float) -> float:
        """What the difference of two stretches' means exceeds by chance with probability `tail`, on one side."""
        return float(self.margins([first], second, tail)[0])

    def margins(self, blocks, reference: Block, tail: float) -> np.ndarray:
        """The `margin` of each of `blocks` against the same `reference`."""
        sampling, freedom = self._sampling_errors(blocks, reference)
        jitter = self.jitter * np.sqrt(1 / np.array([block.size for block in blocks]) + 1 / reference.size)
        # A median of correlated residuals is worth about half of its num_points - 2 values.
        jitter_freedom = max(1.0, (self.num_points - 2) / 2)
        return np.hypot(_quantile(freedom, tail) * sampling, _quantile(jitter_freedom, tail) * jitter)

    def _sampling_errors(self, blocks, reference):
        if self.groups is not None:
            pairs = _block_means(self.groups, blocks) - _block_means(self.groups, [reference])
            return pairs.std(axis=1, ddof=1) / np.sqrt(pairs.shape[1]), pairs.shape[1] - 1
        if self.stderr is not None:
            return np.hypot(_block_means(self.stderr, blocks), _block_means(self.stderr, [reference])), np.inf
        return np.zeros(len(blocks)), np.inf


def _block_means(values, blocks):
    """Means over the points of each block, shape `(num_blocks, ...)`."""
    means = values[[block.start for block in blocks]]
    for index, block in enumerate(blocks):
        if block.size > 1:
            means[index] = np.add.reduce(values[block.points], axis=0) / block.size
    return means


@functools.lru_cache(maxsize=256)
def _quantile(freedom, tail):
    return -(special.ndtri(tail) if np.isinf(freedom) else special.stdtrit(freedom, tail))


class Segmentation:
    """Kinds and bounds of the phases of one curve, as indices of its points.

    Args:
        positions: log(1 + step), strictly increasing, shape `(num_points,)`.
        losses: Finite float array of the same shape, at least three points.
        noise: `Noise` of the curve.
        minimum_change: Smallest change that makes a phase, relative to the lowest level.
        change_tail: Chance that noise alone exceeds the margin of a change.
        interval_tail: Chance that noise alone exceeds the margin of a bound.

    Attributes: `minimum` (index of the lowest point of the lowest block), `minimum_bounds` (low, high), `kinds` (of the
    phases) and `bounds`: (index, low, high) between each two phases.
    """

    def __init__(self, positions, losses, *, noise, minimum_change, change_tail, interval_tail):
        self._positions, self._noise, self._tail = positions, noise, interval_tail
        self._blocks = fit_unimodal(losses)
        self._levels = _levels_of(self._blocks)
        self._lowest = min(self._blocks, key=lambda block: block.level)
        self.minimum = self._lowest.start + int(np.argmin(losses[self._lowest.points]))
        floor = minimum_change * abs(self._lowest.level)
        falls, rises = (
            block.level - self._lowest.level > max(floor, noise.margin(block, self._lowest, change_tail))
            for block in (self._blocks[0], self._blocks[-1])
        )
        self.minimum_bounds = self._find_minimum_bounds(falls, rises)
        self.kinds, self.bounds = self._find_phases(falls, rises)

    def _find_minimum_bounds(self, falls, rises):
        # The minimum's neighbours belong to it: a curve that is unimodal between the points may turn anywhere there.
        last = len(self._levels) - 1
        is_near = self._distances(self._blocks, self._lowest) <= self._margins(self._blocks, self._lowest)
        near = [block for block, close in zip(self._blocks, is_near, strict=True) if close]
        low = max(0, min(near[0].start, self.minimum - 1)) if falls else 0
        high = min(last, max(near[-1].stop - 1, self.minimum + 1)) if rises else last
        return low, high

    def _find_phases(self, falls, rises):
        if not falls and not rises:
            return ["constant"], []
        if falls:
            constant = self._find_constant_end(self._blocks[0], self.minimum)
            kinds, bounds = ["decrease"], []
            if rises:
                kinds, bounds = ["decrease", "increase"], [(self.minimum, *self.minimum_bounds)]
        else:
            end, low, high = self._find_constant_end(self._lowest, len(self._levels) - 1)
            # What precedes the minimum has not surely fallen, hence it belongs to the constant stretch.
            constant = max(end, self.minimum), low, max(high, self.minimum)
            kinds, bounds = ["increase"], []
        if constant[0] == 0:
            return kinds, bounds
        return ["constant", *kinds], [constant, *bounds]

    def _find_constant_end(self, start, goal):
        """(index, low, high) of the last point at the level of the block `start` before the curve changes to `goal`."""
        change = abs(self._levels[goal] - start.level)
        share = CONSTANT_SHARE * change
        blocks = [block for block in self._blocks if block.start < goal]
        distances, margins = self._distances(blocks, start), self._margins(blocks, start)
        # However large the noise, a stretch in which half of the change has happened is not constant.
        end = _last_point(blocks, distances <= np.clip(margins, share, change / 2), goal)
        if end == 0 or not self._is_flat_until(end, start, goal):
            return 0, 0, 0
        low = _last_point(blocks, distances + margins <= share, goal)
        # The change is seen at the next point only.
        high = _last_point(blocks, distances - margins <= share, goal) + 1
        return end, min(low, end), max(high, end + 1)

    def _is_flat_until(self, end, start, goal):
        before = abs(self._levels[end] - start.level) / (self._positions[end] - self._positions[0])
        after = abs(self._levels[goal] - self._levels[end]) / (self._positions[goal] - self._positions[end])
        return before <= CONSTANT_SLOPE * after

    def _distances(self, blocks, reference):
        return np.abs(np.array([block.level for block in blocks]) - reference.level)

    def _margins(self, blocks, reference):
        own = np.array([block == reference for block in blocks])
        return np.where(own, 0.0, self._noise.margins(blocks, reference, self._tail))


def _last_point(blocks, accepted, goal):
    """Last point before `goal` of the accepted blocks that stand at the start of `blocks`; 0 where there are none."""
    num_accepted = len(blocks) if accepted.all() else int(np.argmin(accepted))
    return min(blocks[num_accepted - 1].stop, goal) - 1 if num_accepted else 0
