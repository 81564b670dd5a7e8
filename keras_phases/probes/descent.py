"""L-BFGS for logistic regressions, compiled once for each kind and size: no row and no step leaves the device.

In float32 and with m pairs of steps and changes of the gradient, the newest last, 0 where there are none yet. What the
line search tries costs no pass over the features, as logits are linear in the parameters; they are taken anew at the
start of every twenty steps, before the rounding of what was added up can show.
"""

import functools
import typing

import numpy as np

from keras_phases.backend.arrays import FLOAT32, compiled, compiled_once

RELATIVE_TOLERANCE, LEAST_TOLERANCE, LARGEST_TOLERANCE = 1e-3, 1e-4, 3e-4
"""A fit has converged where the gradient's norm is at most a thousandth of the objective, held between the two
bounds; it ends at half of that.

Where classes are nearly told apart the objective is small and the held-out loss moves most. Against 1e-5, three taps of
VGG-8 on CIFAR-10 at three steps: the held-out cross-entropy differs by at most 3e-4 of itself. Three times these would
take a tenth fewer steps there and move it by 4e-5, but by 1e-3 and more with 300 rows of four classes."""

_MAX_STEPS = 400
_STEPS_AT_ONCE = 20
_NUM_PAIRS = 10
_MAX_TRIALS = 8
_FIRST = 1 / 3
"""Of the gradient, the first step."""


class Fits(typing.NamedTuple):
    """What k fits of C outputs each to the same n rows of r features work on, tensors.

    Args:
        Y: Features along their principal axes, `(n, r)`.
        own: Labels, `(C, n)` of 0 and 1.
        shares: The share of each row in the mean of each fit, `(k, n)`.
        squares: Mean squares of the columns of Y, and 1 for the bias behind them, `(r + 1,)`.
        spread: Of each output, what p (1 - p) is about, as a mean over rows, `(C,)`.
        penalised: 1 for each column of Y, 0 for the bias, `(r + 1,)`.
    """

    Y: typing.Any
    own: typing.Any
    shares: typing.Any
    squares: typing.Any
    spread: typing.Any
    penalised: typing.Any


class _Place(typing.NamedTuple):
    """Where a descent is: parameters are weights by `units`, in which the curvature is near the identity."""

    num_steps: typing.Any
    is_stuck: typing.Any
    parameters: typing.Any
    logits: typing.Any
    entropies: typing.Any
    residual: typing.Any
    value: typing.Any
    gradient: typing.Any
    norm: typing.Any
    pairs: typing.Any


class Descended(typing.NamedTuple):
    """Where a descent ended.

    Args:
        weights: Weights along the principal axes, the bias behind them, a tensor `(k C, r + 1)`.
        pairs: Steps and changes of the gradient, a tensor `(2, m, k C (r + 1))`.
        slopes: How the weights at the optimum change with log10 of the penalty, roughly; a tensor as `weights`.
        ended: The objective, the norm of its gradient, and the steps taken; a tensor `(3,)`.
    """

    weights: typing.Any
    pairs: typing.Any
    slopes: typing.Any
    ended: typing.Any


def tolerance_at(objective):
    """Norm of the gradient at which a fit of that objective has converged."""
    return float(np.clip(RELATIVE_TOLERANCE * objective, LEAST_TOLERANCE, LARGEST_TOLERANCE))


def descend(link, fits, l2, share, weights, pairs=None):
    """L-BFGS to a share of the tolerance, or as near as rounding lets it; returns `Descended`.

    Args:
        link: The class of `keras_phases.probes.logistic` that tells entropies from logits.
        fits: `Fits`.
        l2: The penalty.
        share: Of the tolerance.
        weights: Those to begin with, as `Descended` has them.
        pairs: What is known of the curvature, of an objective much like this one. Defaults to `None`, nothing.
    """
    if pairs is None:
        pairs = FLOAT32.ops.zeros((2, _NUM_PAIRS, weights.shape[0] * weights.shape[1]), "float32")
    run = _descent(link, *fits.shares.shape, *fits.own.shape, *fits.Y.shape)
    return Descended(*run(fits, *map(FLOAT32.array, (l2, share, _MAX_STEPS)), weights, pairs))


@compiled_once
def _descent(link, *sizes):
    """`_descend`, compiled once for each kind and sizes."""
    return compiled(functools.partial(_descend, link))


def _descend(link, fits, l2, share, most, weights, pairs):
    ops, objective = FLOAT32.ops, _Objective(link, fits, l2)

    def goes_on(*place):
        """Until it has arrived, or rounding hides whether a step leads down."""
        place = _Place(*place)
        tolerance = ops.clip(RELATIVE_TOLERANCE * place.value, LEAST_TOLERANCE, LARGEST_TOLERANCE)
        return (place.num_steps < most) & ~place.is_stuck & (place.norm > share * tolerance)

    def go_some(*place):
        """Some steps, from logits taken anew but the first time."""
        begun = _Place(*place)
        end = begun.num_steps + _STEPS_AT_ONCE
        place = ops.cond(
            begun.num_steps > 0,
            lambda: tuple(objective.begin(begun.parameters, begun.pairs, begun.num_steps)),
            lambda: tuple(begun),
        )
        return ops.while_loop(
            lambda *place: goes_on(*place) & (_Place(*place).num_steps < end),
            lambda *place: tuple(objective.step(_Place(*place))),
            place,
        )

    start = objective.begin(weights / objective.units, pairs, ops.zeros((), "float32"))
    place = _Place(*ops.while_loop(goes_on, go_some, tuple(start)))
    weights = objective.units * place.parameters
    ended = ops.stack([place.value, place.norm, place.num_steps])
    return weights, place.pairs, objective.slopes(weights, place.residual), ended


def logits_of(Y, weights):
    """`(K, n)` of weights `(K, r + 1)`, classes first: sums over them then run along whole rows of memory."""
    ops = FLOAT32.ops
    return ops.transpose(ops.matmul(Y, ops.transpose(weights[:, :-1]))) + weights[:, -1:]


def weights_of(Y, moved):
    """The transpose of `logits_of`: `(K, r + 1)` of `(K, n)`."""
    ops = FLOAT32.ops
    return ops.concatenate([ops.matmul(moved, Y), ops.sum(moved, axis=1, keepdims=True)], axis=1)


class _Objective:
    """The penalised cross-entropy of several fits at once, their sum."""

    def __init__(self, link, fits, l2):
        ops = FLOAT32.ops
        self._link, self._fits, self._l2, self._penalties = link, fits, l2, l2 * fits.penalised
        num_fits = fits.shares.shape[0]
        self._shape = num_fits, fits.own.shape[0], fits.Y.shape[0]
        self.units = ops.tile((fits.spread[:, None] * fits.squares + self._penalties) ** -0.5, (num_fits, 1))

    def begin(self, parameters, pairs, num_steps):
        """The `_Place` of parameters, so many steps after the first."""
        logits = self._logits(parameters)
        entropies, residual = self._link.entropies_and_residual(logits, self._fits.own)
        slope = self._slope(parameters, entropies, residual)
        return _Place(num_steps, num_steps < 0, parameters, logits, entropies, residual, *slope, pairs)

    def _logits(self, parameters):
        return FLOAT32.ops.reshape(logits_of(self._fits.Y, self.units * parameters), self._shape)

    def _slope(self, parameters, entropies, residual):
        """`(value, gradient by the parameters, norm of the gradient by the weights)`."""
        ops, shares, weights = FLOAT32.ops, self._fits.shares, self.units * parameters
        shrinking = self._penalties * weights
        value = ops.sum(shares * entropies) + 0.5 * ops.sum(shrinking * weights)
        weighed = ops.reshape(shares[:, None] * residual, (-1, self._shape[2]))
        gradient = weights_of(self._fits.Y, weighed) + shrinking
        return value, self.units * gradient, ops.sqrt(ops.sum(gradient * gradient))

    def step(self, place):
        """The next `_Place`; the same parameters where no step of the search leads down."""
        ops = FLOAT32.ops
        direction = _without_curvature(-ops.reshape(place.gradient, (-1,)), place.pairs)
        direction = ops.reshape(direction, place.gradient.shape)
        moved = self._logits(direction)
        is_found, size, entropies, residual = self._search(place, direction, moved)
        step = ops.where(is_found, size, 0.0) * direction
        parameters = place.parameters + step
        slope = self._slope(parameters, entropies, residual)
        pairs = _with_pair(place.pairs, step, slope[1] - place.gradient)
        logits = place.logits + size * moved
        return _Place(place.num_steps + 1, ~is_found, parameters, logits, entropies, residual, *slope, pairs)

    def _search(self, place, direction, moved):
        """`(is_found, size, entropies, residual)` of the first step along a direction that lowers the value enough."""
        ops, fits, link = FLOAT32.ops, self._fits, self._link
        slope = ops.sum(place.gradient * direction)
        # Of the penalty along the way, exactly: size * tilt + size^2 * bend.
        way = self.units * direction
        shrinking = self._penalties * way
        tilt, bend = ops.sum(shrinking * self.units * place.parameters), 0.5 * ops.sum(shrinking * way)

        def attempt(num_trials, is_found, size, next_size, entropies, residual):
            size = next_size
            entropies, residual = link.entropies_and_residual(place.logits + size * moved, fits.own)
            # Row by row: what is common to both would bury in rounding what tells them apart.
            change = ops.sum(fits.shares * (entropies - place.entropies)) + size * (tilt + size * bend)
            # Where the parabola through what is known is least.
            shorter = size * ops.clip(-slope * size / (2 * (change - slope * size)), 0.1, 0.5)
            return num_trials + 1, change <= 1e-4 * size * slope, size, shorter, entropies, residual

        one = ops.ones((), "float32")
        start = ops.zeros((), "int32"), one < 0, one, one, place.entropies, place.residual
        found = ops.while_loop(lambda num, is_found, *_: ~is_found & (num < _MAX_TRIALS), attempt, start)
        return found[1], found[2], *found[4:]

    def slopes(self, weights, residual):
        """How weights at the optimum change with log10 of the penalty, roughly: dW = -(H + l2)^-1 W dl2."""
        ops, fits = FLOAT32.ops, self._fits
        chances = residual + fits.own
        spread = ops.sum(chances * (1 - chances) * fits.shares[:, None], axis=2)
        curvatures = ops.reshape(spread, (-1, 1)) * fits.squares + self._l2
        return -2.302585093 * self._penalties / curvatures * weights


def _with_pair(pairs, step, change):
    """The pairs with another, the oldest let go; those without where the curvature along it is none."""
    ops = FLOAT32.ops
    newest = ops.reshape(ops.stack([step, change]), (2, 1, -1))
    return ops.where(ops.sum(step * change) > 0, ops.concatenate([pairs[:, 1:], newest], axis=1), pairs)


def _without_curvature(gradient, pairs):
    """The gradient times the inverse Hessian that the pairs tell of.

    In the compact form (Byrd, Nocedal and Schnabel 1994, equation 2.6): S steps and Y changes `(m, P)`, R the upper
    triangle of S Y', D its diagonal, c the newest S Y' / Y Y',

        H g = c g + S' R^-T ((D + c Y Y') p - c Y g) - c Y' p,     p = R^-1 S g
    """
    ops, (_, m, size) = FLOAT32.ops, pairs.shape
    both = ops.reshape(pairs, (2 * m, size))
    products, along = ops.matmul(both, ops.transpose(both)), ops.matmul(both, gradient[:, None])[:, 0]
    cross, changes = products[:m, m:], products[m:, m:]
    curvatures = ops.diagonal(cross)
    is_there = curvatures > 0
    scale = ops.where(is_there[-1], curvatures[-1] / ops.where(is_there[-1], changes[-1, -1], 1.0), _FIRST)
    R = ops.triu(cross) + ops.diag(ops.cast(~is_there, "float32"))
    p = ops.solve_triangular(R, along[:m])
    right = curvatures * p + scale * (ops.matmul(changes, p[:, None])[:, 0] - along[m:])
    q = ops.solve_triangular(ops.transpose(R), right, lower=True)
    return scale * gradient + ops.matmul(ops.concatenate([q, -scale * p])[None], both)[0]
