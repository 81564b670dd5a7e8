"""Heads trained by gradient steps on rows that are kept: all of a probe step together, one compiled call a batch.

    Adam    g = gradient + decay w       m = beta1 m + (1 - beta1) g       v = beta2 v + (1 - beta2) g^2
            w = w - rate / (1 - beta1^t) m / (sqrt(v / (1 - beta2^t)) + epsilon)
    SGD     m = momentum m + gradient    w = w - rate m

Decay is coupled: it is the gradient of decay / 2 |w|^2, of kernels and biases alike. First weights and the order of the
rows follow from the seed alone and are the same at every probe step, so that a curve compares with itself. Nothing is
kept from one call to the next but compiled functions.
"""

import abc
import dataclasses
import functools
import itertools
from collections.abc import Callable
from typing import Any

import keras
import numpy as np
from keras import ops

from keras_phases.backend.arrays import compiled, compiled_once, host, value_and_gradient

_RUNAWAY = 1e12
"""A weight as large as this has left its start, below 1, for infinity; squared errors soon overflow."""


class DivergedError(ArithmeticError):
    """Training that ran off to infinity, from rows that are finite."""


class Head(abc.ABC):
    """A map from features to outputs whose weights are trained; a frozen dataclass, a tree of tensors its weights."""

    @abc.abstractmethod
    def draw(self, rng: np.random.Generator) -> Any:
        """First weights, float32 arrays: uniform within 1 / sqrt(inputs of a unit) of zero, PyTorch's default."""

    @abc.abstractmethod
    def outputs(self, weights: Any, features: Any) -> Any:
        """Outputs `(n, ...)` of features `(n, D)`."""

    @property
    @abc.abstractmethod
    def num_weights(self) -> int:
        """Elements of all weights."""

    @property
    @abc.abstractmethod
    def num_activations(self) -> int:
        """Elements of all layers' outputs of one row."""


@dataclasses.dataclass(frozen=True)
class Adam:
    """Adam with coupled weight decay.

    Args:
        learning_rate: Rate of a step.
        weight_decay: Added to the gradient, times the weights.
    """

    learning_rate: float
    weight_decay: float
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    num_slots = 2

    def rates(self, step, epoch):
        """What changes from step to step, from 1 on: `(rate / (1 - beta1^t), 1 / sqrt(1 - beta2^t))`."""
        return self.learning_rate / (1 - self.beta1**step), (1 - self.beta2**step) ** -0.5

    def move(self, weight, gradient, slots, rates):
        """One weight and its slots after a step."""
        m, v = slots
        g = gradient + self.weight_decay * weight
        m = self.beta1 * m + (1 - self.beta1) * g
        v = self.beta2 * v + (1 - self.beta2) * g * g
        return weight - rates[0] * m / (ops.sqrt(v) * rates[1] + self.epsilon), (m, v)


@dataclasses.dataclass(frozen=True)
class SGD:
    """Gradient descent with momentum, at a tenth of the rate from an epoch on.

    Args:
        learning_rate: Rate of a step. Defaults to `0.01`.
        momentum: Share of the last step's direction. Defaults to `0.9`.
        slower_from: The epoch, counted from 0, that begins with a tenth of the rate. Defaults to `10`.
    """

    learning_rate: float = 0.01
    momentum: float = 0.9
    slower_from: int = 10

    num_slots = 1

    def rates(self, step, epoch):
        """What changes from epoch to epoch: `(rate, unused)`."""
        return self.learning_rate * (0.1 if epoch >= self.slower_from else 1.0), 0.0

    def move(self, weight, gradient, slots, rates):
        """One weight and its slot after a step."""
        m = self.momentum * slots[0] + gradient
        return weight - rates[0] * m, (m,)


@dataclasses.dataclass(frozen=True)
class Training:
    """How a head is trained; hashable, so that what is compiled for it is found again.

    Args:
        head: `Head`.
        loss: Function of outputs and targets that gives a scalar tensor, a mean over rows.
        optimizer: `Adam` or `SGD`.
        epochs: Passes over the rows.
        batch_size: Rows of a step; the last step of an epoch takes what is left.
    """

    head: Head
    loss: Callable
    optimizer: Adam | SGD
    epochs: int
    batch_size: int

    def num_bytes(self, num_targets):
        """Weights and slots before and after a step, gradients, what lies between, and one batch of targets."""
        states = 36 + 8 * self.optimizer.num_slots
        activations = 12 * self.head.num_activations + 4 * num_targets
        return states * self.head.num_weights + self.batch_size * activations


@dataclasses.dataclass(frozen=True)
class Job:
    """A training and its rows, which jobs may share: an array that several have is gathered once a batch.

    Args:
        training: `Training`.
        features: Array `(N, D)`, float32.
        targets: Array `(N, ...)`, float32 or class indices of int32.
    """

    training: Training
    features: np.ndarray
    targets: np.ndarray


@dataclasses.dataclass(frozen=True)
class Trained:
    """Weights after the last step.

    Args:
        weights: Tree of tensors of the backend.
        flaw: The error that says why they are not finite, or on their way there. Defaults to `None`: all is well.
    """

    weights: object
    flaw: type[ArithmeticError] | None = None

    def sound_weights(self):
        """The weights.

        Raises:
            FloatingPointError: when they are not finite because the rows are not.
            DivergedError: when they are not finite, or on their way there, and the rows are.
        """
        if self.flaw is not None:
            raise self.flaw("the weights after the last step are not finite, or soon would not be")
        return self.weights


def squared_error(outputs, targets):
    """Mean over rows and elements; targets may have another shape than outputs."""
    errors = outputs - ops.reshape(targets, outputs.shape)
    return ops.mean(errors * errors)


def draw_orders(num_rows, seed):
    """Endless orders of the rows, one for each epoch."""
    rng = np.random.default_rng((seed, 0))
    while True:
        yield rng.permutation(num_rows)


def draw_weights(head, seed):
    """The first weights of a head, whatever other heads there are."""
    return head.draw(np.random.default_rng((seed, 1)))


def train_together(jobs, *, seed):
    """Trains all jobs from their first weights; those of equal epochs, batch size and number of rows step together.

    Costs, beside the rows, twice the weights and slots of all jobs, and the activations of one batch.

    Args:
        jobs: List of `Job`.
        seed: Seed of first weights and orders.

    Returns:
        List of `Trained`.
    """
    found: list = [None] * len(jobs)
    paces = [(job.training.epochs, job.training.batch_size, len(job.targets)) for job in jobs]
    for pace in dict.fromkeys(paces):
        places = [place for place, own in enumerate(paces) if own == pace]
        members = [jobs[place] for place in places]
        for place, weights in zip(places, _train(members, *pace, seed=seed), strict=True):
            found[place] = Trained(weights, _find_flaw(jobs[place], weights))
    return found


def _train(jobs, epochs, batch_size, num_rows, *, seed):
    """The weights of each job."""
    arrays = list({id(array): array for job in jobs for array in (job.features, job.targets)}.values())
    place = {id(array): index for index, array in enumerate(arrays)}
    step = _compiled_step(tuple((job.training, place[id(job.features)], place[id(job.targets)]) for job in jobs))
    states = [_first_state(job.training, seed) for job in jobs]
    count = itertools.count(1)
    for epoch, order in enumerate(itertools.islice(draw_orders(num_rows, seed), epochs)):
        for start in range(0, num_rows, batch_size):
            rows, number = order[start : start + batch_size], next(count)
            rates = np.array([job.training.optimizer.rates(number, epoch) for job in jobs], np.float32)
            batch = [ops.convert_to_tensor(array[rows]) for array in arrays]
            states = step(states, batch, ops.convert_to_tensor(rates))
    return [weights for weights, _ in states]


def _first_state(training, seed) -> Any:
    """`(weights, slots)`: a tree of tensors, and that many trees of zeros like it."""
    weights = draw_weights(training.head, seed)
    zeros = keras.tree.map_structure(np.zeros_like, weights)
    return keras.tree.map_structure(ops.convert_to_tensor, (weights, (zeros,) * training.optimizer.num_slots))


@compiled_once
def _compiled_step(members) -> Callable[..., Any]:
    """A step of all members, each a `Training` and the places of its features and targets among the arrays."""

    def step(states, arrays, rates):
        def total(weights):
            losses = [
                training.loss(training.head.outputs(own, arrays[features]), arrays[targets])
                for (training, features, targets), own in zip(members, weights, strict=True)
            ]
            # Each weight is in one loss alone, so that the gradient of the sum is that of each.
            return sum(losses)

        _, gradients = value_and_gradient(total)([weights for weights, _ in states])
        return [
            _move(training.optimizer, state, gradient, rates[index])
            for index, ((training, _, _), state, gradient) in enumerate(zip(members, states, gradients, strict=True))
        ]

    return compiled(step)


def _move(optimizer, state, gradients, rates):
    weights, slots = state
    leaves = zip(*(keras.tree.flatten(tree) for tree in (weights, gradients, *slots)), strict=True)
    moved = [optimizer.move(weight, gradient, own, rates) for weight, gradient, *own in leaves]
    pack = functools.partial(keras.tree.pack_sequence_as, weights)
    return pack([weight for weight, _ in moved]), tuple(map(pack, zip(*(own for _, own in moved), strict=True)))


def _find_flaw(job, weights):
    if all(np.abs(host(tensor)).max() < _RUNAWAY for tensor in keras.tree.flatten(weights)):
        return None
    is_sound = all(np.isfinite(part).all() for array in (job.features, job.targets) for part in array)
    return DivergedError if is_sound else FloatingPointError
