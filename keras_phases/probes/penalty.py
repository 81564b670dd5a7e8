"""The penalty of a logistic probe, chosen among its fit rows; held-out rows have no say.

Fits to four fifths of the rows, penalties a factor of ten apart and each begun where the others point, are judged by
the cross-entropy of the last fifth; of few rows up to five fits, that leave out a fifth each, in the same passes. What
lies between the penalties needs no fit: there the weights follow from those around and their slopes. The lowest of a
fine path is taken, by a parabola, so that the penalty moves with the features and does not jump.
"""

import functools
import itertools

import numpy as np

from keras_phases.backend.arrays import FLOAT32, compiled, compiled_once, host
from keras_phases.probes.descent import logits_of

UNJUDGED = 0.1
"""The penalty where no class has two rows, so that none can be judged."""

LEAST, LARGEST = 3e-4, 10.0
"""Beyond these nothing is tried. Features are standardised: at the largest little is left of any weight. Below the
least are classes that features tell apart with no row wrong, and fits that take long; rows that the network was trained
on would have none at all."""

_PLACES = np.arange(-0.25, 1.26, 0.25)
"""Where the penalty is judged by two fits, in units of what lies between them: the fine path."""

_SHARE = 32.0
"""Of the tolerance of a probe, to which these fits go."""


def count_fits(num_rows):
    """How many fits choose the penalty of so many rows together: as many as let some 2,000 rows judge, five at most."""
    return min(5, max(1, 10_000 // num_rows))


def choose_l2(rows):
    """The penalty, and what to begin the fit to all rows with.

    Args:
        rows: `keras_phases.probes.logistic.Rows`.

    Returns:
        `(l2, weights, pairs)`: weights and bias along the principal axes or None, and pairs as `descend` takes them.
    """
    judged = _draw_judged(rows.link.groups)
    if not judged.any():
        return UNJUDGED, None, None
    score = _judge(rows, judged)
    shares = FLOAT32.array(~judged / np.count_nonzero(~judged, axis=1, keepdims=True))
    # Where it lay on CIFAR-10, Fashion-MNIST and digits for 100 to 10,000 rows, within a factor of ten or so.
    place = np.log10(2 / rows.fits.Y.shape[0] ** 0.5) + 0.5
    fits, pairs, scores, is_lowest = {}, None, {}, False
    while not is_lowest:
        start = _weights_at(fits, place) if fits else None
        found = rows.descend(10**place, _SHARE, start, pairs, shares)
        # The pairs are the largest part, and those of the newest fit alone are of use.
        pairs, fits[place] = found.pairs, found._replace(pairs=None)
        for ends in itertools.pairwise(sorted(fits)):
            if ends not in scores:
                path = (ends[0] + (ends[1] - ends[0]) * _PLACES).clip(*np.log10([LEAST, LARGEST]))
                at = FLOAT32.array((path - ends[0]) / (ends[1] - ends[0]))
                scores[ends] = path, host(score(*_between(fits, *ends), at))
        place, is_lowest = _next_place(fits, scores)
    weights = _weights_at(fits, place)
    if len(judged) == 1:
        return float(10**place), weights, pairs
    by_fit = FLOAT32.ops.reshape(weights, (len(judged), -1, weights.shape[1]))
    return float(10**place), FLOAT32.ops.mean(by_fit, axis=0), None


def _draw_judged(groups):
    """Which rows judge each fit, `(k, n)`: of each class a fifth, at least one, and none where it has one row alone."""
    order = np.argsort(groups, kind="stable")
    ordered, ranks = groups[order], np.empty(len(order), int)
    ranks[order] = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    has_more = np.bincount(groups)[groups] > 1
    return (ranks % 5 == (1 + np.arange(count_fits(len(ranks))))[:, None] % 5) & has_more


def _judge(rows, judged):
    """A function of two fits and places between them: the mean cross-entropy of the rows judged, at each place."""
    ops, places = FLOAT32.ops, np.flatnonzero(judged.any(axis=0))
    Y, own = ops.take(rows.fits.Y, places, axis=0), ops.take(rows.fits.own, places, axis=1)
    shares = FLOAT32.array(judged[:, places] / np.count_nonzero(judged))
    score = _scoring(rows.kind, *shares.shape, *own.shape, *Y.shape)
    return functools.partial(score, Y, own, shares)


@compiled_once
def _scoring(link, num_fits, *sizes):
    """What `_judge` gives, compiled once for each kind and sizes."""
    ops = FLOAT32.ops

    def score(Y, own, shares, *fits_and_places):
        weights = _interpolate(*fits_and_places)
        num_places, (num_outputs, num_rows) = weights.shape[0], own.shape
        logits = logits_of(Y, ops.reshape(weights, (-1, weights.shape[2])))
        logits = ops.reshape(logits, (num_places * num_fits, num_outputs, num_rows))
        entropies, _ = link.entropies_and_residual(logits, own)
        return ops.sum(ops.reshape(entropies, (num_places, num_fits, num_rows)) * shares, axis=(1, 2))

    return compiled(functools.partial(score))


def _next_place(fits, scores):
    """`(place, is_lowest)`: where to fit next; or, once fits surround it, where the score is lowest."""
    least, largest = np.log10([LEAST, LARGEST])
    low, high = min(fits), max(fits)
    if low == high:
        return low - 1, False
    # What lies beyond two fits counts at either end alone.
    parts = [
        np.stack(scores[below, above])[:, 0 if below == low else 2 : None if above == high else -1]
        for below, above in sorted(scores)
    ]
    path, scores = np.concatenate(parts, axis=1)
    best = int(np.argmin(scores))
    if best == 0 and path[0] > least:
        return max(low - 1, least), False
    if best == len(path) - 1 and path[-1] < largest:
        return min(high + 1, largest), False
    return float(np.interp(_lowest(scores, best), np.arange(len(path)), path)), True


def _weights_at(fits, place):
    """Weights along the way between fits."""
    above = min((other for other in fits if other >= place), default=max(fits))
    below = max((other for other in fits if other < above), default=above)
    if above == min(fits):
        above = min((other for other in fits if other > below), default=above)
    at = (place - below) / (above - below or 1.0)
    return _interpolate(*_between(fits, below, above), FLOAT32.array([at]))[0]


def _between(fits, below, above):
    """Two fits as `_interpolate` takes them."""
    gap = FLOAT32.array(above - below or 1.0)
    return fits[below].weights, gap * fits[below].slopes, fits[above].weights, gap * fits[above].slopes


def _interpolate(first, slope, last, end_slope, places):
    """Weights `(places, ...)` between two fits by the cubic that has their slopes there, beyond them along a slope.

    A slope is bounded by three times the way to the other fit, so that no weight turns between them.
    """
    ops, way = FLOAT32.ops, last - first
    at, outer, end = ops.reshape(places, (-1, 1, 1)), slope, _bounded(end_slope, way)
    slope = _bounded(slope, way)
    inner = first + at * way + at * (1 - at) * ((1 - at) * (slope - way) - at * (end - way))
    return ops.where(at < 0, first + at * outer, ops.where(at > 1, last + (at - 1) * end, inner))


def _bounded(slope, way):
    ops = FLOAT32.ops
    return way * ops.clip(slope / ops.where(way == 0, 1.0, way), 0.0, 3.0)


def _lowest(scores, best):
    """Where the parabola through the lowest score and its neighbours is least, a place among them."""
    middle = min(max(best, 1), len(scores) - 2)
    before, at, after = scores[middle - 1 : middle + 2]
    bend = before - 2 * at + after
    return middle + float(np.clip((before - after) / (2 * bend), -1, 1)) if bend > 0 else best
