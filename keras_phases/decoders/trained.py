"""Decoders trained by gradient steps, to be judged as the exact ones are."""

import dataclasses
import math
from typing import ClassVar

import numpy as np
from keras import ops

from keras_phases.backend.arrays import FLOAT32, compiled, compiled_once, host
from keras_phases.decoders.base import Decoder, Recipe
from keras_phases.decoders.gradient import Adam, Job, Training, squared_error
from keras_phases.decoders.heads import ConvTransposeHead, DenseHead, count_doublings
from keras_phases.decoders.need import Need
from keras_phases.decoders.target import Target

ROWS_AT_ONCE = 256
"""Rows that are judged at a time, for the activations of a network up to the image."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class TrainedRecipe(Recipe):
    """Of a `TrainedDecoder`.

    Args:
        training: `keras_phases.decoders.gradient.Training`.
        others: See `Recipe`.
    """

    training: Training
    is_trained: ClassVar[bool] = True

    def build(self, seed, centre, arithmetic=FLOAT32):
        """See `Recipe.build`."""
        return TrainedDecoder(self.training, centre)

    def need(self, num_rows, chunk_rows):
        """See `Recipe.need`; the rows that it is trained on are kept once for all that is trained on a tap."""
        training, T, E = self.training, self.num_features, self.target.num_elements
        head, rows = training.head, min(chunk_rows[1], ROWS_AT_ONCE)
        return Need(
            held=0,
            adding=0,
            solving=0,
            kept=4 * head.num_weights,
            judging=rows * (12 * head.num_activations + 8 * (T + E)) + 16 * chunk_rows[1],
            training=training.num_bytes(E) + 4 * training.batch_size * T,
        )


def make_dense_recipe(family, tap, input_shape):
    """The recipe of an `AdamLinear`."""
    target = Target.whole(input_shape)
    return _make_recipe(family, tap, target, DenseHead(tap.num_features, target.num_elements))


def make_deconv_recipe(family, tap, input_shape):
    """The recipe of a `ConvTransposeDecoder`.

    Raises:
        ValueError: when no number of doublings leads from the tap to the image, with the way out.
    """
    target = Target.whole(input_shape)
    # Of a tap without extent all features are at one position.
    grid, num_channels = (tap.shape[:2], tap.shape[2]) if len(tap.shape) == 3 else ((1, 1), tap.num_features)
    _check_doublings(tap, grid, target)
    head = ConvTransposeHead(grid, num_channels, target.shape, family.channels)
    return _make_recipe(family, tap, target, head, is_linear=False)


def _make_recipe(family, tap, target, head, *, is_linear=True):
    optimizer = Adam(family.learning_rate, family.weight_decay)
    return TrainedRecipe(
        name=family.name,
        strategy=family.strategy,
        target=target,
        num_features=tap.num_features,
        is_linear=is_linear,
        training=Training(head, squared_error, optimizer, family.epochs, family.batch_size),
    )


def _check_doublings(tap, grid, target):
    shape = target.shape
    if len(shape) != 3:
        raise ValueError(
            f"The deconv decoder of tap '{tap.name}' ends in an image, and what is reconstructed has the shape "
            f"{shape}. Expected (height, width, channels); pass decoders='adam_linear' or 'linear'."
        )
    if count_doublings(grid, shape) is None:
        resized = ", to which larger inputs are area-averaged" if target.resize else ""
        power = 2 ** max(0, round(math.log2(max(shape[:2]) / max(grid))))
        raise ValueError(
            f"The deconv decoder of tap '{tap.name}' doubles the sides of its grid, {grid[0]} x {grid[1]}, up to those "
            f"of the image, {shape[0]} x {shape[1]}{resized}; no number of doublings does. Expected the grid times a "
            f"power of two, such as {power * grid[0]} x {power * grid[1]}; put keras.layers.Resizing in front of the "
            "model and pass its name as target=, tap another layer, or pass decoders='adam_linear' or 'linear'."
        )


class TrainedDecoder(Decoder):
    """A head that is trained on rows kept for it; what it costs to judge is a forward pass of it.

    Args:
        training: `keras_phases.decoders.gradient.Training`.
        centre: `Centre` of the targets of the fit rows.
    """

    def __init__(self, training, centre):
        self._training, self._head, self._trained, self._weights = training, training.head, None, None
        self._mean = centre.mean.astype(np.float32)

    def add(self, features, targets, kept=None):
        """Takes in nothing: see `job`."""

    def job(self, features, targets):
        """The `Job` that trains it on all fit rows, features `(N, D)` and targets `(N, ...)`."""
        return Job(self._training, features, targets)

    def take(self, trained):
        """Takes the `Trained` of that job."""
        self._trained = trained

    def fit(self):
        """See `Decoder.fit`; it was trained already."""
        self._weights, self._trained = self._trained.sound_weights(), None  # pyright: ignore[reportOptionalMemberAccess] training comes first

    def predict(self, features):
        """See `Decoder.predict`."""
        return np.concatenate([host(part) for part in self._map(_compiled_outputs(self._head), features)])

    def judge(self, features, targets):
        """See `Decoder.judge`; of few rows nothing is known."""
        rows = features, targets + FLOAT32.array(self._mean)
        losses = np.concatenate([host(part) for part in self._map(_compiled_losses(self._head), *rows)])
        return losses.astype(np.float64), np.full(len(losses), np.nan)

    def _map(self, function, *rows):
        for start in range(0, len(rows[0]), ROWS_AT_ONCE):
            yield function(self._weights, *(FLOAT32.array(array[start : start + ROWS_AT_ONCE]) for array in rows))


@compiled_once
def _compiled_outputs(head):
    return compiled(lambda weights, features: head.outputs(weights, _flat(features)))


@compiled_once
def _compiled_losses(head):
    def losses(weights, features, targets):
        errors = _flat(head.outputs(weights, _flat(features))) - _flat(targets)  # pyright: ignore[reportOptionalOperand] Keras's stubs
        return ops.mean(errors * errors, axis=1)

    return compiled(losses)


def _flat(rows):
    return ops.reshape(rows, (rows.shape[0], -1))
