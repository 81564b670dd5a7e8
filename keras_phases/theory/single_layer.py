"""Softmax regression, trained by gradient descent or followed as gradient flow."""

import dataclasses
import itertools
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import scipy.integrate
import scipy.special
from numpy.typing import ArrayLike

from keras_phases.arguments import at_least


def classification_loss(
    weights: ArrayLike, x: ArrayLike, y: np.ndarray | Sequence[int], *, row_weights: np.ndarray | None = None
) -> float:
    """Mean cross-entropy of softmax(weights @ x) in nats; arguments as those of `gradient`.

    Example:
        >>> round(classification_loss(np.zeros((4, 3)), np.ones((2, 3)), [0, 3]), 6)  # log 4
        1.386294
    """
    logits = np.asarray(x) @ np.asarray(weights).T
    lacking = scipy.special.logsumexp(logits, axis=1) - logits[np.arange(len(logits)), y]
    return float(np.average(lacking, weights=row_weights))


def gradient(
    weights: ArrayLike, x: ArrayLike, y: np.ndarray | Sequence[int], *, row_weights: np.ndarray | None = None
) -> np.ndarray:
    """Gradient of the mean cross-entropy, E (softmax(W x) - onehot(y)) x'.

    Args:
        weights: Array `(num_classes, d)`.
        x: Array `(num_examples, d)`.
        y: Classes `(num_examples,)`, integers.
        row_weights: Array `(num_examples,)` of sum 1: how frequent each row is. Defaults to None: all alike.

    Returns:
        Array `(num_classes, d)`; its rows add up to zero.

    Example:
        >>> gradient(np.zeros((2, 1)), np.ones((1, 1)), [1]).tolist()
        [[0.5], [-0.5]]
    """
    x = np.asarray(x)
    residuals = scipy.special.softmax(x @ np.asarray(weights).T, axis=1)
    residuals[np.arange(len(x)), y] -= 1
    scale = 1 / len(x) if row_weights is None else np.asarray(row_weights)[:, None]
    return (residuals * scale).T @ x


@dataclasses.dataclass(frozen=True)
class SingleLayer:
    """One dense layer under a softmax cross-entropy, the network of the theory.

    Time is `learning_rate * steps`: gradient descent with a small learning rate follows the flow.

    Args:
        num_classes: Number of outputs, >= 2.
        num_inputs: Number of inputs.
        init_scale: Standard deviation of the initial weights, which are Gaussian. Defaults to `0.0`: zeros.
        use_bias: Whether there is a bias: the last column of all weights, which starts at zero. It is no part of what
            is decoded (`weights[:, :-1]`). Defaults to `False`.
        seed: Seed of the initial weights and of batches. Defaults to `0`.

    Example:
        >>> from keras_phases.theory import DataModel, OptimalDecoder
        >>> model = DataModel(num_classes=3, num_inputs=40)
        >>> x, y = model.sample(500)
        >>> layer = SingleLayer(3, 40, init_scale=1e-3)
        >>> decoder = OptimalDecoder(model.covariance)
        >>> losses = [decoder.loss(weights) for weights in layer.train(x, y, [0, 10, 100], learning_rate=0.1)]
        >>> losses[0] > losses[1] > 0
        True
    """

    num_classes: int
    num_inputs: int
    _: dataclasses.KW_ONLY
    init_scale: float = 0.0
    use_bias: bool = False
    seed: int = 0

    def __post_init__(self):
        at_least(2, "num_classes", self.num_classes)
        at_least(1, "num_inputs", self.num_inputs)
        if not 0 <= self.init_scale < np.inf:
            raise ValueError(f"init_scale is {self.init_scale!r}. Expected a standard deviation >= 0.")

    def initial_weights(self) -> np.ndarray:
        """Weights at step 0, `(num_classes, num_inputs)`, one column more with a bias."""
        shape = (self.num_classes, self.num_inputs)
        # A stream of its own: data drawn from default_rng(seed) would otherwise start with these very numbers.
        weights = self.init_scale * np.random.default_rng([self.seed, 2]).standard_normal(shape)
        return np.pad(weights, ((0, 0), (0, int(self.use_bias))))

    def train(
        self,
        x: ArrayLike,
        y: np.ndarray | Sequence[int],
        steps: Sequence[int],
        *,
        learning_rate: float,
        batch_size: int | None = None,
        row_weights: np.ndarray | None = None,
    ) -> Iterator[np.ndarray]:
        """Gradient descent; gives the weights after each of `steps`.

        Args:
            x: Array `(num_examples, num_inputs)`.
            y: Classes `(num_examples,)`, integers.
            steps: Increasing numbers of steps, from 0 on.
            learning_rate: Step length, > 0. Below `4 / (largest eigenvalue of E xx')` the loss never rises.
            batch_size: Rows of a batch, drawn in a new order in each epoch, the odd rest left out. Defaults to None:
                all rows in every step.
            row_weights: As in `gradient`; without batches only. Defaults to None.

        Raises:
            ValueError: when the steps do not increase, or shapes or options do not fit.
        """
        x, y = self._check(x, y)
        steps = [at_least(0, "a step", step) for step in steps]
        if any(later <= earlier for earlier, later in itertools.pairwise(steps)):
            raise ValueError(f"steps are {steps}. Expected increasing numbers, such as [0, 1, 2, 4, 8].")
        if batch_size is not None and row_weights is not None:
            raise ValueError("row_weights and batch_size exclude each other. Leave one of them out.")
        return self._descend(x, y, steps, learning_rate, batch_size, row_weights)

    def flow(
        self,
        x: ArrayLike,
        y: np.ndarray | Sequence[int],
        times: Iterable[float],
        *,
        row_weights: np.ndarray | None = None,
        tolerance: float = 1e-10,
    ) -> Iterator[np.ndarray]:
        """Gradient flow dW/dt = -gradient, integrated to a relative tolerance; gives the weights at each time.

        Args:
            x: Array `(num_examples, num_inputs)`.
            y: Classes `(num_examples,)`, integers.
            times: Increasing times, from 0 on.
            row_weights: As in `gradient`. Defaults to None.
            tolerance: Relative tolerance of the integration (Dormand-Prince, order 8). Defaults to `1e-10`.

        Raises:
            FloatingPointError: when the integration fails before a time, of rows that are not finite for example.
        """
        x, y = self._check(x, y)
        start = self.initial_weights()

        def velocity(_, weights):
            return -gradient(weights.reshape(start.shape), x, y, row_weights=row_weights).ravel()

        now = 0.0
        weights = start.ravel()
        for time in times:
            if time > now:
                size = max(np.abs(weights).max(), 1e-6)
                done = scipy.integrate.solve_ivp(
                    velocity, (now, time), weights, "DOP853", rtol=tolerance, atol=tolerance * size
                )
                if not done.success:
                    raise FloatingPointError(f"The flow ends at time {done.t[-1]:.6g} of {time:.6g}: {done.message}")
                now, weights = time, done.y[:, -1]
            yield weights.reshape(start.shape)

    def _check(self, x, y):
        x, y = np.asarray(x, np.float64), np.asarray(y)
        if x.ndim != 2 or x.shape[1] != self.num_inputs or y.shape != x.shape[:1]:
            raise ValueError(
                f"x has shape {x.shape} and y {y.shape}. "
                f"Expected (num_examples, {self.num_inputs}) and (num_examples,)."
            )
        if y.dtype.kind not in "iu" or y.min() < 0 or y.max() >= self.num_classes:
            raise ValueError(f"y is not made of classes. Expected integers from 0 to {self.num_classes - 1}.")
        return (np.pad(x, ((0, 0), (0, 1)), constant_values=1.0) if self.use_bias else x), y

    def _descend(self, x, y, steps, learning_rate, batch_size, row_weights):
        weights, done = self.initial_weights(), 0
        batches = self._batches(len(x), batch_size)
        for step in steps:
            while done < step:
                rows = next(batches)
                weights = weights - learning_rate * gradient(weights, x[rows], y[rows], row_weights=row_weights)
                done += 1
            yield weights

    def _batches(self, num_examples, batch_size):
        generator = np.random.default_rng([self.seed, 1])
        while batch_size is None:
            yield slice(None)
        if not 1 <= batch_size <= num_examples:
            raise ValueError(f"batch_size is {batch_size!r}. Expected a number of rows from 1 to {num_examples}.")
        while True:
            order = generator.permutation(num_examples)
            for start in range(0, num_examples - batch_size + 1, batch_size):
                yield order[start : start + batch_size]
