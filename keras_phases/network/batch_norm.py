"""Moving statistics of BatchNormalization set to those of given rows: "precise BatchNorm".

With momentum 0.99 they need hundreds of steps to settle, and until then a model does something else in inference than
in training. Recalibrate one that was saved early, at its reconstruction minimum say, before it is evaluated or frozen.
"""

import collections
import functools
from typing import Any

import keras
import numpy as np
from keras import ops

from keras_phases.arguments import at_least
from keras_phases.backend.arrays import compiled, full_float32, host, is_traced_with, without_gradients
from keras_phases.backend.traces import Traces
from keras_phases.backend.variables import newest_values
from keras_phases.data.trees import check_lengths, find_leaves, map_leaves, num_rows_of, to_array
from keras_phases.network.calls import forward, watching
from keras_phases.network.features import batch_normalisations_of, batches, in_training_mode


def recalibrate_batch_norm(model: keras.Model, x: Any, *, batch_size: int = 128) -> None:
    """Sets the moving mean and variance of every BatchNormalization to the statistics of `x`.

    One forward pass over `x`; nothing else of the model changes, neither weights nor seeds nor optimizer. Pass rows of
    the training data in mixed order: a batch of one class is normalised otherwise than those of the training. A frozen
    layer keeps its statistics, which it uses in training too, and so does one that the forward pass does not reach.

    Args:
        model: A built model of any kind.
        x: Rows as fed to the model: an array, or a dict, list or tuple of arrays.
        batch_size: Rows of a batch, by whose statistics each layer normalises what the next one sees; that of the
            training. A remainder is left out, unless it is all there is. Defaults to `128`.

    Raises:
        ValueError: as `batch_norm_statistics`; nothing is set then.

    Example:
        >>> import keras, numpy as np
        >>> model = keras.Sequential([keras.Input((1,)), keras.layers.BatchNormalization(name="norm")])
        >>> recalibrate_batch_norm(model, np.array([[1.0], [3.0], [5.0], [7.0]]), batch_size=2)
        >>> norm = model.get_layer("norm")
        >>> float(norm.moving_mean[0]), float(norm.moving_variance[0])
        (4.0, 5.0)

    Reference: Wu & Johnson, "Rethinking 'Batch' in BatchNorm", 2021, arXiv 2105.07576 (PreciseBN).
    """
    statistics = batch_norm_statistics(model, x, batch_size=batch_size)
    # On JAX a running fit holds the values of the variables, and takes them up again after this.
    getattr(model, "jax_state_sync", lambda: None)()
    for variable, value in statistics:
        variable.assign(value)


def batch_norm_statistics(model: keras.Model, x: Any, *, batch_size: int = 128) -> list:
    """What `recalibrate_batch_norm` would set, without a trace on the model or on any random state.

    BatchNormalization runs as in training, all else as in inference: dropout and augmentation are off. The mean is that
    over whole batches, the variance that of their pooled rows: the mean of the batches' variances and the variance of
    their means, as in Keras without a factor of n / (n - 1). Of a layer that is used twice each use counts as a batch.

    Args:
        model: A built model of any kind.
        x: Rows as fed to the model: an array, or a dict, list or tuple of arrays.
        batch_size: Rows of a batch. A remainder is left out, unless it is all there is. Defaults to `128`.

    Returns:
        List of `(variable, value)`: variables of the layers, and NumPy arrays of their shapes and types.

    Raises:
        ValueError: when the model is none or not built, `x` is not such rows, a statistic is not finite, or a layer is
            given a mask or runs within a compiled loop, which its inputs do not leave.
    """
    batch_size, x = at_least(1, "batch_size", batch_size), _check_rows(model, x)
    layers = [layer for layer in batch_normalisations_of(model) if layer.trainable]
    if not layers:
        return []
    pooled = [_Pooled() for _ in layers]
    variables, values = newest_values(model)
    function = compiled(functools.partial(_moments_of_uses, model, layers, variables))
    # What is not finite is reported with the layer's name, not where it is added up.
    with Traces(model).putting_back(), full_float32(), without_gradients(), np.errstate(all="ignore"):
        for batch in batches(x, min(batch_size, num_rows_of(x))):
            for pool, uses in zip(pooled, function(values, batch), strict=True):
                for mean, variance in uses:
                    pool.add(host(mean), host(variance))
    return [pair for layer, pool in zip(layers, pooled, strict=True) if pool.count for pair in _pairs_of(layer, pool)]


def _check_rows(model, x):
    """`x` as NumPy arrays of as many rows each, or a ValueError."""
    if not isinstance(model, keras.Model):
        raise ValueError(
            f"model is a {type(model).__name__}. Expected a keras.Model; load one from a file first: "
            "keras.saving.load_model(path)."
        )
    if not model.built:
        raise ValueError(
            f"Model '{model.name}' is not built, so that its layers have no statistics yet. Expected a built one; call "
            "it on a batch, or start a Sequential with keras.Input(shape=...)."
        )
    expected = "Expected rows as fed to the model: an array, or a dict, list or tuple of arrays."
    x = map_leaves(lambda array: to_array(array, "x", expected), x)
    arrays = [array for _, array in find_leaves(x)]
    if not arrays or any(array is None or not array.ndim or not len(array) for array in arrays):
        raise ValueError(f"x has no rows. {expected}")
    check_lengths(x, None, "x")
    return x


def _moments_of_uses(model, layers, variables, values, x):
    """For each layer the mean and variance of its inputs in each use, in one forward pass of training mode."""
    found = collections.defaultdict(list)

    def take(layer, call, inputs, *args, mask=None, **kwargs):
        if mask is not None or not is_traced_with(inputs, keras.tree.flatten(x)[0]):
            inner = "runs within a loop, a condition or rematerialisation"
            reason = inner if mask is None else "is given a mask"
            raise ValueError(
                f"BatchNormalization '{layer.name}' {reason}, so that its statistics cannot be taken. Expected one "
                "without; freeze it to keep the statistics that it has: layer.trainable = False."
            )
        widened = ops.cast(inputs, keras.backend.result_type(inputs.dtype, "float32"))  # as the layer does itself
        num_axes = len(inputs.shape)
        axes = [axis for axis in range(num_axes) if axis != layer.axis % num_axes]
        # Not ops.moments: PyTorch's E[a^2] - E[a]^2 gave 0 and 1 for variances of 0.01 about means of 3,000.
        found[id(layer)].append((ops.mean(widened, axes), ops.var(widened, axes)))
        return call(inputs, *args, **kwargs)

    with in_training_mode(layers), watching(layers, take):
        forward(model, variables, values, x)
    return [found[id(layer)] for layer in layers]


class _Pooled:
    """Mean and variance over batches of one size, of theirs, added up in float64 as Welford does."""

    def __init__(self):
        self.count, self.mean, self._within, self._between = 0, 0.0, 0.0, 0.0

    def add(self, mean, variance):
        self.count += 1
        distance = mean.astype(np.float64) - self.mean
        self.mean = self.mean + distance / self.count
        self._between = self._between + distance * (mean - self.mean)
        self._within = self._within + variance.astype(np.float64)

    @property
    def variance(self):
        """Var = mean of the batches' variances + variance of their means."""
        return (self._within + self._between) / self.count


def _pairs_of(layer, pool):
    pairs = [(layer.moving_mean, pool.mean), (layer.moving_variance, pool.variance)]
    if getattr(layer, "renorm", False):  # of newer Keras; training goes on from this one
        pairs.append((layer.moving_stddev, np.sqrt(pool.variance + layer.epsilon)))
    with np.errstate(over="ignore"):  # half precision may not hold the value, which is not finite then
        pairs = [(variable, value.astype(variable.dtype)) for variable, value in pairs]
    if not all(np.isfinite(value.astype(np.float64)).all() for _, value in pairs):
        raise ValueError(
            f"BatchNormalization '{layer.name}' has statistics that are not finite. Expected finite rows in x and "
            "finite weights; look for NaN, infinities and activations that overflow in the layers before it."
        )
    return pairs
