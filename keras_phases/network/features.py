"""Features of all taps from one compiled forward pass of the model that trains."""

import collections
import functools
import itertools

import keras
import numpy as np
from keras import ops

from keras_phases.backend.arrays import compiled, full_float32, touched_variables, without_gradients
from keras_phases.backend.device_rows import DeviceRows
from keras_phases.backend.keras_private import all_layers
from keras_phases.backend.places import on
from keras_phases.backend.variables import devices_of, newest_values
from keras_phases.data.trees import num_rows_of
from keras_phases.network.calls import forward, watching, watching_calls
from keras_phases.network.tokens import fold_tokens

CHUNK_ROWS, CHUNK_BYTES = 2048, 2**28
"""Rows of joined probe batches, and bytes of their features, at most; a single batch may be larger."""

BATCH_NORM_MODES = ("batch", "inference")


class FeatureExtractor:
    """Maps a probe batch to the features of every tap and the outputs of the model.

    The forward pass is functional: weights are read as they are at this moment of training, nothing is written.
    Dropout and augmentation are off.

    Args:
        model: The built model, of any kind.
        taps: List of `Tap`.
        batch_norm: `"batch"`: BatchNormalization uses the statistics of the probe batch, as in training (a frozen one
            keeps its moving statistics, as in training). `"inference"`: it uses its moving statistics, which have not
            settled in the first hundred steps. Defaults to `"batch"`.
        output: Place of the model's output that comes first, among all that it gives. Defaults to `0`.
        max_joined: Most probe batches whose features `chunks` joins. Defaults to `None`: as many as `CHUNK_ROWS` and
            `CHUNK_BYTES` allow.
    """

    def __init__(self, model, taps, *, batch_norm="batch", output=0, max_joined=None):
        if batch_norm not in BATCH_NORM_MODES:
            raise ValueError(f"batch_norm is {batch_norm!r}. Expected one of {BATCH_NORM_MODES}.")
        self._model, self._taps, self.num_taps = model, tuple(taps), len(taps)
        self._normalisations = batch_normalisations_of(model) if batch_norm == "batch" else []
        self._batch_norm, self._output, self.max_joined, self._function = batch_norm, output, max_joined, None

    def __call__(self, x):
        """Features and outputs of one probe batch.

        Args:
            x: Array `(probe_batch_size, ...)`, or a dict, list or tuple of arrays, as fed to the model.

        Returns:
            `(features, outputs)`: lists of float32 tensors of the backend, one for each tap and for each model output
            that has rows, the one of the loss first.
        """
        tensors = list(self._run(lambda function, values: function(values, x)))
        return tensors[: self.num_taps], tensors[self.num_taps :]

    def touched_variables(self, x):
        """`(variables, assigned)` that the pass touches, where the backend tells; it is traced, and does not run."""
        return self._run(lambda function, values: touched_variables(function, values, x))

    def _run(self, act):
        variables, values = newest_values(self._model)
        if self._function is None:
            self._function = compiled(functools.partial(self._forward, variables))
        # Full float32 here too: on JAX the precision belongs to what is compiled.
        with full_float32(), without_gradients(), in_training_mode(self._normalisations):
            return act(self._function, values)

    @property
    def devices(self):
        """Those that each hold the model, for `places.on`."""
        return devices_of(self._model)

    def for_taps(self, taps, *, max_joined=None):
        """An extractor of some taps of the same model alone; with `max_joined` of 1 it takes the least memory."""
        most = self.max_joined if max_joined is None else max_joined
        options = {"batch_norm": self._batch_norm, "output": self._output}
        return FeatureExtractor(self._model, taps, **options, max_joined=most)

    def batch_bytes(self, batch_size):
        """Bytes of the features of one probe batch."""
        return 4 * batch_size * sum(tap.num_features for tap in self._taps)

    def _forward(self, variables, values, x):
        found = {}

        def take(operation, use, inputs, outputs):
            found[id(operation), use, False], found[id(operation), use, True] = outputs, inputs

        with watching_calls(self._model, [tap.operation for tap in self._taps], take):
            outputs = forward(self._model, variables, values, x)
        tensors = [
            fold_tokens(keras.tree.flatten(found[id(tap.operation), tap.use, tap.of_input])[tap.output], tap)
            for tap in self._taps
        ]
        outputs = keras.tree.flatten(outputs)
        outputs = [*outputs[self._output : self._output + 1], *outputs[: self._output], *outputs[self._output + 1 :]]
        outputs = [tensor for tensor in outputs if len(getattr(tensor, "shape", ()))]
        if any(tap.copies > 1 for tap in self._taps):
            num_rows = keras.tree.flatten(x)[0].shape[0]
            tensors, outputs = ([tensor[:num_rows] for tensor in kind] for kind in (tensors, outputs))  # pyright: ignore[reportOptionalSubscript] tensors
        return [ops.cast(tensor, "float32") for tensor in (*tensors, *outputs)]


def batch_normalisations_of(model):
    """Every BatchNormalization within a model, at any depth, each once."""
    return all_layers(model, keras.layers.BatchNormalization)


def in_training_mode(layers):
    """While a function is traced, these layers alone run as in training; afterwards they are as they were."""
    return watching(layers, lambda _, call, *args, **kwargs: call(*args, **{**kwargs, "training": True}))


def chunks(extractor, x, batch_size, device_rows=None):
    """Features of some whole batches at a time, so that their matrix products are tall; a remainder is left out.

    Where several devices hold the model, each takes a chunk in its turn, and has its next one computed before that of
    another is taken.

    Args:
        extractor: `FeatureExtractor`.
        x: Array `(n, ...)`, or a dict, list or tuple of arrays, as fed to the model.
        batch_size: Rows of a probe batch.
        device_rows: `DeviceRows` of these arrays. Defaults to `None`: none stay on the device.

    Yields:
        `(device, rows, features, outputs)`: the device for `places.on`, the slice of the rows, a tensor for each tap,
        and one of the first output of the model, if any, in a list. Batches are joined up to `CHUNK_ROWS` rows or
        `CHUNK_BYTES` of features or of what is fed, in as many chunks for each device. Nothing of a chunk is held here
        once it is taken; a loop variable would hold it through the next forward passes.
    """
    device_rows = DeviceRows(most_bytes=0) if device_rows is None else device_rows
    fed_bytes = sum(array[:batch_size].nbytes for array in keras.tree.flatten(x))
    most = extractor.max_joined or batches_in_chunk(max(extractor.batch_bytes(batch_size), fed_bytes), batch_size)
    devices, num_batches = extractor.devices, num_rows_of(x) // batch_size
    num_chunks = max(1, -(-num_batches // (most * len(devices)))) * len(devices)
    size, end, begun = -(-num_batches // num_chunks) * batch_size, num_batches * batch_size, collections.deque()
    for start, device in zip(range(0, end, size), itertools.cycle(devices), strict=False):
        rows = slice(start, min(start + size, end))
        with on(device):
            begun.append((device, rows, *_join(extractor, x, rows, batch_size, device_rows)))
        if len(begun) == len(devices):
            yield begun.popleft()
    while begun:
        yield begun.popleft()


def _join(extractor, x, rows, batch_size, device_rows):
    """Features and output of the batches of a chunk."""
    parts, outputs = [[] for _ in range(extractor.num_taps)], []
    for start in range(rows.start, rows.stop, batch_size):
        stop = start + batch_size
        batch = keras.tree.map_structure(lambda array, a=start, b=stop: device_rows.take(array, a, b, rows), x)
        _sort_into(parts, outputs, *extractor(batch))
    # The parts of one tap after the other are let go, and so are not there twice.
    return [_take_joined(part) for part in parts], [_take_joined(outputs)] if outputs else []


def _sort_into(parts, outputs, features, given):
    for part, tensor in zip(parts, features, strict=True):
        part.append(tensor)
    outputs += given[:1]


def batches_in_chunk(batch_bytes, batch_size):
    """Probe batches that are joined, of which one has features of `batch_bytes`; one at least."""
    return max(1, min(CHUNK_BYTES // max(batch_bytes, 1), CHUNK_ROWS // batch_size))


def _take_joined(part):
    joined = ops.concatenate(part) if len(part) > 1 else part[0]
    part.clear()
    return joined


def batches(x, batch_size):
    """Whole batches of `x` in order; a remainder is left out."""
    for start in range(0, num_rows_of(x) - batch_size + 1, batch_size):
        yield keras.tree.map_structure(functools.partial(_batch_of, start=start, size=batch_size), x)


def _batch_of(array, start, size):
    """As `fit` feeds it: floating-point rows in Keras's float type."""
    rows = np.ascontiguousarray(array[start : start + size])
    return rows.astype(keras.config.floatx()) if rows.dtype.kind == "f" else rows
