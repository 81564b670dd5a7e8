"""Decoders trained by gradient steps, to be judged as the exact ones are."""

import functools

import numpy as np
from keras import ops

from keras_phases.backend.arrays import FLOAT32, compiled, host
from keras_phases.decoders.base import Decoder
from keras_phases.decoders.families import AdamLinear
from keras_phases.decoders.gradient import Adam, Training, squared_error
from keras_phases.decoders.heads import ConvTransposeHead, DenseHead

ROWS_AT_ONCE = 256
"""Rows that are judged at a time, for the activations of a network up to the image."""


class TrainedDecoder(Decoder):
    """A head with its weights after training; what it costs to judge is a forward pass of it.

    Args:
        head: `keras_phases.decoders.gradient.Head`.
        weights: Tree of tensors.
    """

    def __init__(self, head, weights):
        self._head, self._weights = head, weights

    def predict(self, features):
        """See `Decoder.predict`."""
        return np.concatenate([host(part) for part in self._map(_compiled_outputs(self._head), features)])

    def judge(self, features, targets):
        """See `Decoder.judge`; of few rows nothing is known."""
        losses = np.concatenate([host(part) for part in self._map(_compiled_losses(self._head), features, targets)])
        return losses.astype(np.float64), np.full(len(losses), np.nan)

    def _map(self, function, *rows):
        for start in range(0, len(rows[0]), ROWS_AT_ONCE):
            yield function(self._weights, *(FLOAT32.array(array[start : start + ROWS_AT_ONCE]) for array in rows))


@functools.lru_cache(maxsize=32)
def _compiled_outputs(head):
    return compiled(lambda weights, features: head.outputs(weights, _flat(features)))


@functools.lru_cache(maxsize=32)
def _compiled_losses(head):
    def losses(weights, features, targets):
        errors = _flat(head.outputs(weights, _flat(features))) - _flat(targets)
        return ops.mean(errors * errors, axis=1)

    return compiled(losses)


def _flat(rows):
    return ops.reshape(rows, (rows.shape[0], -1))


def build_training(family, tap_shape, target_shape):
    """The `Training` of a decoder of a trained family.

    Args:
        family: `AdamLinear` or `ConvTransposeDecoder`.
        tap_shape: Shape of the tap's features of one row.
        target_shape: Shape of one target.
    """
    if isinstance(family, AdamLinear):
        head = DenseHead(int(np.prod(tap_shape)), int(np.prod(target_shape)))
    else:
        grid, num_channels = split_grid(tap_shape)
        head = ConvTransposeHead(grid, num_channels, tuple(target_shape), family.channels)
    optimizer = Adam(family.learning_rate, family.weight_decay)
    return Training(head, squared_error, optimizer, family.epochs, family.batch_size)


def split_grid(tap_shape):
    """`(grid, channels)` of a tap; of one without extent all features at one position."""
    return (tuple(tap_shape[:2]), tap_shape[2]) if len(tap_shape) == 3 else ((1, 1), int(np.prod(tap_shape)))
