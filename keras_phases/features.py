"""Features of all taps from one forward pass of one compiled tap model that shares the training model's weights."""

import contextlib

import keras
import numpy as np
from keras import ops

from keras_phases.arithmetic import compiled

CHUNK_ROWS, CHUNK_BYTES = 2048, 2**28
"""Rows of joined probe batches, and bytes of their features, at most; a single batch may be larger."""

BATCH_NORM_MODES = ("batch", "inference")


class FeatureExtractor:
    """Maps a probe batch to the features of every tap and the outputs of the model.

    The forward pass is functional: weights are read, nothing is written. Dropout and augmentation are off.

    Args:
        model: The Functional model that holds the graph.
        taps: List of `Tap`.
        batch_norm: `"batch"`: BatchNormalization uses the statistics of the probe batch, as in training (a frozen one
            keeps its moving statistics, as in training). `"inference"`: it uses its moving statistics, which have not
            settled in the first hundred steps. Defaults to `"batch"`.
        max_joined: Most probe batches whose features `chunks` joins. Defaults to `None`: as many as `CHUNK_ROWS` and
            `CHUNK_BYTES` allow.
    """

    def __init__(self, model, taps, *, batch_norm="batch", max_joined=None):
        if batch_norm not in BATCH_NORM_MODES:
            raise ValueError(f"batch_norm is {batch_norm!r}. Expected one of {BATCH_NORM_MODES}.")
        if len(model.inputs) != 1:
            raise ValueError(
                f"Model '{model.name}' has {len(model.inputs)} inputs. Expected one: PhaseProbe measures how layers "
                "carry one input array. Build the model with its inputs concatenated, or train without the probe."
            )
        outputs = [tap.tensor for tap in taps] + list(model.outputs)
        # A name of its own: an automatic one would shift the names of the models that the user builds next.
        self._tap_model = keras.Model(model.inputs, outputs, name="phase_taps")
        self._normalisations = _batch_normalisations(model) if batch_norm == "batch" else []
        self._model, self._batch_norm, self._taps = model, batch_norm, tuple(taps)
        self.num_taps, self.max_joined = len(taps), max_joined
        self._call = compiled(self._forward)

    def __call__(self, x):
        """Features and outputs of one probe batch.

        Args:
            x: Array of shape `(probe_batch_size, ...)`, as fed to the model.

        Returns:
            `(features, outputs)`: lists of float32 tensors of the backend, one for each tap and for each model output.
        """
        self._check_shape(x)
        with _batch_statistics(self._normalisations):
            tensors = list(self._call(x))
        return tensors[: self.num_taps], tensors[self.num_taps :]

    def for_tap(self, tap):
        """An extractor of one tap alone that joins no batches: the least memory that whole probe batches take."""
        return FeatureExtractor(self._model, [tap], batch_norm=self._batch_norm, max_joined=1)

    def batch_bytes(self, batch_size):
        """Bytes of the features of one probe batch."""
        return 4 * batch_size * sum(tap.num_features for tap in self._taps)

    def _check_shape(self, x):
        expected = self._tap_model.inputs[0].shape
        if len(x.shape) != len(expected):
            return  # Keras itself adds or drops an axis of length one where that is all that is amiss
        if any(size not in (None, have) for have, size in zip(x.shape[1:], expected[1:], strict=True)):
            raise ValueError(
                f"Rows of shape {tuple(x.shape[1:])} do not fit the model's input, {tuple(expected[1:])}. Expected "
                "rows as they are fed to the model; pass them prepared in that way: PhaseProbe(data=(x, y))."
            )

    def _forward(self, x):
        model = self._tap_model
        trainable = [variable.value for variable in model.trainable_variables]
        non_trainable = [variable.value for variable in model.non_trainable_variables]
        # The second result, updated moving statistics, is dropped: the model that trains never sees them.
        tensors, _ = model.stateless_call(trainable, non_trainable, x, training=False)
        tensors = tensors if isinstance(tensors, (list, tuple)) else [tensors]
        return [ops.cast(tensor, "float32") for tensor in tensors]


def _batch_normalisations(model):
    return [layer for layer in model._flatten_layers() if isinstance(layer, keras.layers.BatchNormalization)]


@contextlib.contextmanager
def _batch_statistics(layers):
    """While a function is traced, these layers alone run as in training; afterwards they are as they were."""
    before = [layer.__dict__.get("call") for layer in layers]
    for layer in layers:
        layer.__dict__["call"] = _in_training_mode(layer.call)
    try:
        yield
    finally:
        for layer, call in zip(layers, before, strict=True):
            layer.__dict__.pop("call") if call is None else layer.__dict__.update(call=call)


def _in_training_mode(call):
    def call_in_training_mode(inputs, **arguments):
        return call(inputs, **{**arguments, "training": True})

    return call_in_training_mode


def chunks(extractor, x, batch_size):
    """Features of some whole batches at a time, so that their matrix products are tall; a remainder is left out.

    Yields:
        `(rows, features, output)`: the rows of `x`, a tensor for each tap, and the first output of the model as a host
        array. Batches are joined up to `CHUNK_ROWS` rows or `CHUNK_BYTES` of features. Nothing of a chunk is held here
        once it is taken; a loop variable would hold it through the next forward passes.
    """
    parts, outputs, num_joined = [[] for _ in range(extractor.num_taps)], [], 0
    most = extractor.max_joined or batches_in_chunk(extractor.batch_bytes(batch_size), batch_size)
    num_batches = len(x) // batch_size
    for index, rows in enumerate(batches(x, batch_size), start=1):
        outputs.append(_sort_into(parts, *extractor(rows)))
        num_joined += 1
        if num_joined == most or index == num_batches:
            start = (index - num_joined) * batch_size
            yield x[start : index * batch_size], _join(parts), np.concatenate(outputs)
            outputs, num_joined = [], 0


def batches_in_chunk(batch_bytes, batch_size):
    """Probe batches that are joined, of which one has features of `batch_bytes`; one at least."""
    return max(1, min(CHUNK_BYTES // max(batch_bytes, 1), CHUNK_ROWS // batch_size))


def _sort_into(parts, features, outputs):
    for part, tensor in zip(parts, features, strict=True):
        part.append(tensor)
    return ops.convert_to_numpy(outputs[0])


def _join(parts):
    """A tensor for each tap; its parts are let go one tap after the other, and so are not there twice."""
    return [_take_joined(part) for part in parts]


def _take_joined(part):
    joined = ops.concatenate(part) if len(part) > 1 else part[0]
    part.clear()
    return joined


def batches(x, batch_size):
    """Whole batches of `x` in order; a remainder is left out."""
    for start in range(0, len(x) - batch_size + 1, batch_size):
        yield np.ascontiguousarray(x[start : start + batch_size])
