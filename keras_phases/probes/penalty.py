"""The penalty of a logistic probe, chosen among its fit rows; held-out rows have no say.

Fits to four fifths of the rows, penalties a factor of ten apart and each begun where the others point, are judged by
the cross-entropy of the last fifth; of few rows up to five fits, that leave out a fifth each, in the same passes. What
lies between the penalties needs no fit: there the weights follow from those around and their slopes. The lowest of a
fine path is taken, by a parabola, so that the penalty moves with the features and does not jump.
"""

import numpy as np

from keras_phases.probes.optimum import descend

UNJUDGED = 0.1
"""The penalty where no class has two rows, so that none can be judged."""

LEAST, LARGEST = 3e-4, 10.0
"""Beyond these nothing is tried. Features are standardised: at the largest little is left of any weight. Below the
least are classes that features tell apart with no row wrong, and fits that take long; rows that the network was trained
on would have none at all."""

_SPACING = 0.25
"""Of the fine path, in decades."""

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
        return UNJUDGED, None, ()
    shares, score = ~judged / np.count_nonzero(~judged, axis=1, keepdims=True), rows.judge(judged)
    # Where it lay on CIFAR-10, Fashion-MNIST and digits for 100 to 10,000 rows, within a factor of ten or so.
    place = np.log10(2 / len(rows.Y) ** 0.5) + 0.5
    fits, pairs, is_lowest = {}, (), False
    while not is_lowest:
        objective = rows.objective(10**place, shares)
        start = objective.parameters(_weights_at(fits, place) if fits else None)
        parameters, _, pairs = descend(objective, start, _SHARE, pairs)
        fits[place] = objective.weights(parameters), objective.slopes(parameters)
        place, is_lowest = _next_place(fits, score)
    weights = np.mean(np.split(_weights_at(fits, place), len(judged), axis=1), axis=0)
    return float(10**place), weights, pairs if len(judged) == 1 else ()


def _draw_judged(groups):
    """Which rows judge each fit, `(k, n)`: of each class a fifth, at least one, and none where it has one row alone."""
    order = np.argsort(groups, kind="stable")
    ordered, ranks = groups[order], np.empty(len(order), int)
    ranks[order] = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    has_more = np.bincount(groups)[groups] > 1
    return (ranks % 5 == (1 + np.arange(count_fits(len(ranks))))[:, None] % 5) & has_more


def _next_place(fits, score):
    """`(place, is_lowest)`: where to fit next; or, once fits surround it, where the score is lowest."""
    least, largest = np.log10([LEAST, LARGEST])
    low, high = min(fits), max(fits)
    if low == high:
        return low - 1, False
    path = np.arange(low - _SPACING, high + 1.5 * _SPACING, _SPACING).clip(least, largest)
    scores = [score(_weights_at(fits, place)) for place in path]
    best = int(np.argmin(scores))
    if best == 0 and path[0] > least:
        return max(low - 1, least), False
    if best == len(path) - 1 and path[-1] < largest:
        return min(high + 1, largest), False
    return float(np.interp(_lowest(scores, best), np.arange(len(path)), path)), True


def _weights_at(fits, place):
    """Weights between two fits by the cubic that has their slopes there, beyond the last along its slope.

    A slope is bounded by three times the way to the other fit, so that no weight turns between them.
    """
    above = min((other for other in fits if other >= place), default=max(fits))
    below = max((other for other in fits if other < above), default=above)
    (first, slope), (last, end_slope) = fits[below], fits[above]
    if below == above:
        return first + (place - below) * slope
    way, gap = last - first, above - below
    slope, end_slope = (_bounded(one * gap, way) for one in (slope, end_slope))
    at = (place - below) / gap
    if at > 1:
        return last + (at - 1) * end_slope
    return first + at * way + at * (1 - at) * ((1 - at) * (slope - way) - at * (end_slope - way))


def _bounded(slope, way):
    return way * np.divide(slope, way, out=np.zeros_like(way), where=way != 0).clip(0, 3)


def _lowest(scores, best):
    """Where the parabola through the lowest score and its neighbours is least, a place among them."""
    middle = min(max(best, 1), len(scores) - 2)
    before, at, after = scores[middle - 1 : middle + 2]
    bend = before - 2 * at + after
    return middle + float(np.clip((before - after) / (2 * bend), -1, 1)) if bend > 0 else best
