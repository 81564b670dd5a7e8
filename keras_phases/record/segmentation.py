"""The arithmetic below `keras_phases.record.phases`: a smooth curve with its errors, and where the phases part.

NumPy and SciPy alone, because the TensorBoard plugin loads it on a laptop that only views logs.
"""

import dataclasses
import functools

import numpy as np
from scipy import special

CORRELATIONS = (0.0, 0.3, 0.6)
"""Of the wobble of neighbouring points, phi: all are tried and weighed."""
ROUGHNESS = (1.5, 5.0, 15.0, 50.0, 150.0, 500.0)
"""How much a curve bends over its whole length, in units of the jitter: all are tried and weighed."""
JUMP, JUMP_SHARE = 100.0, 0.05
"""A curve may also jump once, between any two points: standard deviation in units of the jitter, and prior weight."""
MOST_PLACES = 80
"""Of a longer curve neighbouring points are averaged, so that so many places stay."""
INTERVAL_FACTOR = 0.75
"""Of the Student quantile in a margin of a bound: of steps that may be the minimum, the nearest are tested together."""
CONSTANT_SHARE = 0.1
"""The constant stretch ends when this share of the coming change has happened."""
CONSTANT_SLOPE = 0.5
"""The constant stretch is at most this steep, in units of the mean slope that follows."""


def widening(num_points):
    """How much further than a Student quantile noise alone goes, because the end and the minimum were looked for.

    Chosen by hand on simulated curves whose wobble has a correlation of up to 0.6, so that few false changes are left;
    `python benchmarks/detection.py --calibrate` works it out by number of points, grid and noise.
    """
    return 1.55 + 150 / num_points**2


@dataclasses.dataclass(frozen=True)
class _Candidates:
    """Smooth curves of each roughness and correlation for points at given positions; `count` of them, by index.

    Args:
        evidence: Logarithm of the weight of each, but for what the losses say, shape `(count, n)`: without a jump, and
            with one before each place but the first.
        precisions: P, so that losses y have the residual sum of squares y'Py, `(count, n, n)`.
        smoothers: A, so that the curve is A y, `(count, n, n)`.
        covariances: Of the curve around the true one, for a jitter of 1, `(count, n, n)`.
        jumps: P h of each jump h, 0 before a place and 1 from there on, over the square root of h'Ph + 1 / JUMP^2, in
            columns, `(count, n, n - 1)`: what a jump takes from y'Py is the square of its product with y.
        steps: What the curve and its covariance gain by each jump, in the same units and shape.
    """

    evidence: np.ndarray
    precisions: np.ndarray
    smoothers: np.ndarray
    covariances: np.ndarray
    jumps: np.ndarray
    steps: np.ndarray


@functools.lru_cache(maxsize=16)
def _candidates(positions, sizes):
    """`_Candidates` for places on [0, 1] that stand for `sizes` neighbouring points each."""
    positions = np.array(positions)
    low = np.minimum(positions[:, None], positions)
    # Covariance of an integrated Wiener process, whose best fit is the cubic smoothing spline.
    bends = low**2 * (3 * np.maximum(positions[:, None], positions) - low) / 6
    line = np.stack([np.ones_like(positions), positions], axis=1)
    jumps, found = np.tri(len(positions))[:, 1:], []
    for correlation in CORRELATIONS:
        wobble = _wobble_covariance(sizes, correlation)
        for roughness in ROUGHNESS:
            total = roughness**2 * bends + wobble
            inverse = np.linalg.inv(total)
            normal = line.T @ inverse @ line
            precision = inverse - inverse @ line @ np.linalg.solve(normal, line.T @ inverse)
            evidence = -(np.linalg.slogdet(total)[1] + np.linalg.slogdet(normal)[1]) / 2
            smoother = np.eye(len(positions)) - wobble @ precision
            sizes_of_jumps = np.sum(jumps * (precision @ jumps), axis=0) + JUMP**-2
            scaled = precision @ jumps / np.sqrt(sizes_of_jumps)
            with_jump = np.log(JUMP_SHARE / jumps.shape[1]) - np.log(JUMP**2 * sizes_of_jumps) / 2
            evidences = evidence + np.append(np.log(1 - JUMP_SHARE), with_jump)
            found.append((evidences, precision, smoother, smoother @ wobble, scaled, wobble @ scaled))
    return _Candidates(*(np.array(values) for values in zip(*found, strict=True)))


def _wobble_covariance(sizes, correlation):
    """Covariance of the means of `sizes` neighbouring points of a unit AR(1)."""
    sizes = np.array(sizes)
    sums = (1 - correlation**sizes) / (1 - correlation)
    stops = np.cumsum(sizes)
    gaps = np.abs((stops - sizes)[None] - stops[:, None] + 1)
    gaps = np.triu(gaps, 1) + np.triu(gaps, 1).T
    between = correlation**gaps * np.outer(sums, sums)
    own = (sizes * (1 - correlation**2) - 2 * correlation * (1 - correlation**sizes)) / (1 - correlation) ** 2
    np.fill_diagonal(between, own)
    return between / np.outer(sizes, sizes)


@dataclasses.dataclass(frozen=True)
class Smooth:
    """The mean of all smooth curves, each with the weight that the losses give it.

    Args:
        starts: Index of the first point of each place, shape `(n,)`; up to `MOST_PLACES` points have one each.
        levels: The curve at each place.
        covariance: Of the curve around the true one, `(n, n)`, from the jitter of the training.
        smoother: Matrix that makes the curve from the mean losses at each place.
        jitter: Standard deviation of one point around the curve.
    """

    starts: np.ndarray
    levels: np.ndarray
    covariance: np.ndarray
    smoother: np.ndarray
    jitter: float


def fit_smooth(positions, losses) -> Smooth:
    """Fits a smooth curve; its roughness, the jitter and the correlation of the jitter are estimated together.

    Args:
        positions: log(1 + step), strictly increasing, shape `(num_points,)`, at least three points.
        losses: Finite float array of the same shape.

    Example:
        >>> import numpy as np
        >>> positions, wobble = np.arange(40.0), 0.01 * np.random.default_rng(0).normal(size=40)
        >>> smooth = fit_smooth(positions, 0.5 + (positions / 40 - 0.5) ** 2 + wobble)
        >>> round(smooth.jitter, 3), int(np.argmin(smooth.levels))
        (0.007, 17)
    """
    positions, losses = np.asarray(positions, np.float64), np.asarray(losses, np.float64)
    starts = np.arange(0, len(losses), -(-len(losses) // MOST_PLACES))
    places, values = _average(positions, starts), _average(losses, starts)
    places = (places - places[0]) / (places[-1] - places[0])
    tried = _candidates(tuple(places.tolist()), tuple(np.diff(starts, append=len(losses)).tolist()))
    freedom, centred = len(starts) - 2, values - values.mean()
    squares = ((tried.precisions @ centred) @ centred)[:, None]
    squares = np.hstack([squares, squares - (centred @ tried.jumps) ** 2]) / freedom
    # What rounding makes of a straight line is no jitter.
    squares = np.maximum(squares, (1e-12 * np.abs(values).max()) ** 2 + np.finfo(np.float64).tiny)
    evidence = tried.evidence - freedom / 2 * np.log(squares)
    weights = np.exp(evidence - evidence.max())
    weights /= weights.sum()
    # The geometric mean: what a curve that fits badly takes for jitter hides no change that others explain.
    variance = float(np.exp(np.sum(weights * np.log(squares))))
    of_each, steps = weights.sum(axis=1), weights[:, None, 1:] * tried.steps
    smoother, covariance = (
        np.tensordot(of_each, without, 1) + np.sum(steps @ gained.transpose(0, 2, 1), axis=0)
        for without, gained in ((tried.smoothers, tried.jumps), (tried.covariances, tried.steps))
    )
    return Smooth(starts, smoother @ values, variance * covariance, smoother, float(np.sqrt(variance)))


def _average(values, starts):
    """Means over the points of each place, shape `(n, ...)`."""
    sizes = np.diff(starts, append=len(values))
    return (np.add.reduceat(values, starts).T / sizes).T


def _sampling_covariance(smooth, stderr, groups):
    """Covariance of the curve by the held-out rows, but for what all its levels share; and its degrees of freedom.

    With groups two levels are compared in pairs. Without, standard errors are taken as if points were independent,
    which is too cautious for points that were measured on the same rows.
    """
    if groups is not None:
        curves = smooth.smoother @ _average(groups, smooth.starts)
        # What a group has of its own at all steps is no difference.
        curves -= curves.mean(axis=0)
        curves -= curves.mean(axis=1, keepdims=True)
        freedom = groups.shape[1] - 1
        return curves @ curves.T / (freedom * groups.shape[1]), freedom
    if stderr is not None:
        variances = _average(stderr**2, smooth.starts) / np.diff(smooth.starts, append=len(stderr))
        return (smooth.smoother * variances) @ smooth.smoother.T, np.inf
    return np.zeros_like(smooth.covariance), np.inf


def _deviations(covariance):
    """Standard deviation of the difference of each two."""
    own = np.diag(covariance)
    return np.sqrt(np.maximum(own[:, None] + own - 2 * covariance, 0))


@functools.lru_cache(maxsize=256)
def _quantile(freedom, tail):
    return -(special.ndtri(tail) if np.isinf(freedom) else special.stdtrit(freedom, tail))


class Noise:
    """How far apart two levels of a smooth curve lie by chance.

    Two independent parts: the jitter of the training, as the curve itself tells it, and the *sampling* error of the
    held-out rows, paired where there are groups.

    Args:
        smooth: `Smooth` curve.
        stderr: Standard error of each point, or None. Ignored where there are groups.
        groups: Mean losses of shape `(num_points, num_groups)`, or None.
    """

    def __init__(self, smooth, stderr=None, groups=None):
        self._num_places = len(smooth.starts)
        self._jitter = _deviations(smooth.covariance)
        covariance, self._freedom = _sampling_covariance(smooth, stderr, groups)
        self._sampling = _deviations(covariance)

    def margins(self, tail: float, factor: float = 1.0) -> np.ndarray:
        """What the difference of each two levels exceeds by chance with probability `tail`, on one side: `(n, n)`.

        Args:
            tail: A probability.
            factor: Of the jitter's part. Defaults to `1.0`.
        """
        jitter = factor * _quantile(self._num_places - 2, tail) * self._jitter
        return np.hypot(jitter, _quantile(self._freedom, tail) * self._sampling)


class Segmentation:
    """Kinds and bounds of the phases of one curve, as indices of its points.

    Args:
        positions: log(1 + step), strictly increasing, shape `(num_points,)`.
        losses: Finite float array of the same shape, at least three points.
        stderr: Standard error of each point, or None.
        groups: Mean losses of held-out groups, `(num_points, num_groups)`, or None.
        minimum_change: Smallest change that makes a phase, relative to the lowest level.
        change_tail: Chance that noise alone makes a change of one kind.
        interval_tail: Chance that noise alone exceeds the margin of a bound.

    Attributes: `minimum` (index), `minimum_bounds` (low, high), `second_dip` (index or None), `jitter`, `rising`
    (whether the end lies above the minimum, not surely), `kinds` (of the phases) and `bounds`: (index, low, high)
    between each two.
    """

    def __init__(self, positions, losses, stderr=None, groups=None, *, minimum_change, change_tail, interval_tail):
        smooth = fit_smooth(positions, losses)
        noise = Noise(smooth, stderr, groups)
        self._starts, self._levels, self.jitter = smooth.starts, smooth.levels, smooth.jitter
        self._positions, self._losses = _average(np.asarray(positions), smooth.starts), losses
        self._margins = noise.margins(interval_tail, INTERVAL_FACTOR)
        # Of levels that only rounding tells apart the first is the lowest.
        self._turn = int(np.argmax(self._levels <= self._levels.min() + 1e-12 * np.abs(self._levels).max()))
        floor = minimum_change * abs(self._levels[self._turn])
        differences = self._levels - self._levels[:, None]
        # rises[i, j]: at place j the curve is surely higher than at place i.
        factor = widening(len(self._levels))
        rises = differences > np.maximum(floor, noise.margins(change_tail, factor))
        falls, increases = bool(rises[:, 0].any()), bool(rises[:, -1].any())
        # As far above as a step that is surely not the minimum, had the minimum not been chosen after looking.
        self.rising = (
            falls and not increases and bool(differences[self._turn, -1] > max(floor, self._margins[self._turn, -1]))
        )
        self.minimum = self._lowest_point(self._turn)
        self.minimum_bounds = self._find_minimum_bounds(falls, increases)
        # Another dip needs two changes at once, each of which may then err more.
        parted = differences > np.maximum(floor, noise.margins(change_tail, np.sqrt(factor)))
        self.second_dip = self._find_second_dip(parted)
        self.kinds, self.bounds = self._find_phases(falls, increases)

    def _first(self, place):
        return int(self._starts[place])

    def _last(self, place):
        return int(np.append(self._starts, len(self._losses))[place + 1]) - 1

    def _lowest_point(self, place):
        return self._first(place) + int(np.argmin(self._losses[self._first(place) : self._last(place) + 1]))

    def _find_minimum_bounds(self, falls, increases):
        last = len(self._losses) - 1
        near = np.flatnonzero(self._levels - self._levels[self._turn] <= self._margins[self._turn])
        # The lowest point's neighbours belong to it: the curve may turn anywhere between the points.
        around = range(max(self._turn - 1, int(falls)), min(self._turn + 1, len(self._levels) - 1 - increases) + 1)
        lowest = min((self._lowest_point(place) for place in around), key=lambda point: self._losses[point])
        low = max(0, min(self._first(near[0]), lowest - 1)) if falls else 0
        high = min(last, max(self._last(near[-1]), lowest + 1)) if increases else last
        return low, high

    def _find_second_dip(self, rises):
        """The lowest point that a sure rise parts from the minimum, a fall and a rise after each other; or None."""
        peaks = np.flatnonzero(rises[self._turn])
        before, after = peaks[peaks < self._turn], peaks[peaks > self._turn]
        places = {place for peak in after for place in np.flatnonzero(rises[:, peak]) if place > peak}
        places |= {place for peak in before for place in np.flatnonzero(rises[:, peak]) if place < peak}
        if not places:
            return None
        return self._lowest_point(min(places, key=lambda place: self._levels[place]))

    def _find_phases(self, falls, increases):
        if not falls and not increases:
            return ["constant"], []
        if falls:
            constant = self._find_constant_end(0, self._turn)
            kinds, bounds = ["decrease"], []
            if increases:
                kinds, bounds = ["decrease", "increase"], [(self.minimum, *self.minimum_bounds)]
        else:
            end, low, high = self._find_constant_end(self._turn, len(self._levels) - 1)
            # What precedes the minimum has not surely fallen, hence it belongs to the constant stretch.
            constant = max(end, self.minimum), low, max(high, self.minimum)
            kinds, bounds = ["increase"], []
        if constant[0] == 0:
            return kinds, bounds
        return ["constant", *kinds], [constant, *bounds]

    def _find_constant_end(self, start, goal):
        """(index, low, high) of the last point at the level of the place `start` before the curve changes to `goal`."""
        change = abs(self._levels[goal] - self._levels[start])
        share = CONSTANT_SHARE * change
        distances, margins = np.abs(self._levels - self._levels[start])[:goal], self._margins[start][:goal]
        # However large the noise, a stretch in which half of the change has happened is not constant.
        end = _last_accepted(distances <= np.clip(margins, share, change / 2))
        if end == 0 or not self._is_flat_until(end, start, goal):
            return 0, 0, 0
        low = _last_accepted(distances + margins <= share)
        # The change is seen at the next place only.
        high = _last_accepted(distances - margins <= share) + 1
        return self._last(end), self._first(min(low, end)), self._last(max(high, end + 1))

    def _is_flat_until(self, end, start, goal):
        before = abs(self._levels[end] - self._levels[start]) / (self._positions[end] - self._positions[0])
        after = abs(self._levels[goal] - self._levels[end]) / (self._positions[goal] - self._positions[end])
        return before <= CONSTANT_SLOPE * after


def _last_accepted(accepted):
    """Index of the last of those that are accepted at the start; 0 where the first is not."""
    return len(accepted) - 1 if accepted.all() else max(int(np.argmin(accepted)) - 1, 0)
