"""Rows of host arrays where the backend computes: for a whole run where they are few, else a chunk at a time."""

import collections

import keras
import numpy as np

from keras_phases.backend.places import place

MOST_BYTES = 2**28
"""Bytes of all arrays that stay on a device in one run; larger ones go there a chunk at a time."""


class DeviceRows:
    """Tensors of arrays that do not change, found by the array itself and the device of `places.on`.

    Args:
        most_bytes: Bytes of all that stays on a device. Defaults to `MOST_BYTES`.
    """

    def __init__(self, most_bytes=MOST_BYTES):
        self._most_bytes, self._bytes_held = most_bytes, collections.Counter()
        self._kept, self._newest = {}, {}

    def held_bytes(self, arrays, chunk_rows):
        """The most bytes held of some arrays at a time, with chunks of so many rows of those that do not stay."""
        arrays = {id(array): array for array in arrays if array.dtype.kind in "fiub"}.values()
        chunks = sum(array[:chunk_rows].nbytes for array in arrays)
        return min(sum(array.nbytes for array in arrays), self._most_bytes + chunks)

    def take(self, array, start, stop, chunk=None):
        """A tensor of the rows from `start` to `stop`, as `fit` feeds them; text, which is on no device, as it is.

        Args:
            array: Host array `(n, ...)`.
            start: The first row.
            stop: The row behind the last.
            chunk: Slice of rows around them, which go to the device together where not all stay there. Defaults to
                `None`: these rows alone.
        """
        if array.dtype.kind not in "fiub":
            return array[start:stop]
        key = id(array), place()
        if key in self._kept or array.nbytes + self._bytes_held[place()] <= self._most_bytes:
            return rows_of(self._stay(array, _fed_type(array)), start, stop)
        chunk = chunk or slice(start, stop)
        # What is fed and what is reconstructed are mostly one array: who asks second finds what was given first.
        held, _, tensor = self._newest.get(key, (None, None, None))
        if held != chunk:
            self._newest.pop(key, None)
            tensor = _to_device(array[chunk], _fed_type(array))
            self._newest[key] = chunk, array, tensor
        return rows_of(tensor, start - chunk.start, stop - chunk.start)

    def whole(self, array):
        """A tensor of all of a small array, in float32 whatever Keras's float type is, which stays."""
        return self._stay(array, "float32")

    def _stay(self, array, dtype):
        key = id(array), place()
        if key not in self._kept:
            # With the array, so that no other is taken for it.
            self._kept[key] = array, _to_device(array, dtype)
            self._bytes_held[place()] += array.nbytes
        return self._kept[key][1]

    def end_pass(self):
        """Lets go of the chunk that was taken last."""
        self._newest = {}

    def let_go(self):
        """Lets go of all, and keeps nothing from now on."""
        self._most_bytes, self._kept, self._newest = 0, {}, {}


def _fed_type(array):
    return keras.config.floatx() if array.dtype.kind == "f" else None


def _to_device(rows, dtype):
    rows = np.ascontiguousarray(rows, dtype)
    # PyTorch takes the memory as it is, and warns of one that cannot be written to.
    return keras.ops.convert_to_tensor(rows if rows.flags.writeable else rows.copy())


def rows_of(tensor, start, stop):
    """The rows of a tensor or array from `start` to `stop`."""
    if isinstance(tensor, np.ndarray) or keras.backend.backend() != "jax":
        return tensor[start:stop]  # a view
    # By a place that is no part of what is compiled: once for all slices of a length.
    places = (start, *[0] * (tensor.ndim - 1))
    return keras.ops.slice(tensor, places, (stop - start, *tensor.shape[1:]))
