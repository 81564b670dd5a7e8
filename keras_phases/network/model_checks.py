"""Before anything is measured: whether a model can be, its weights made, and its own loss found."""

from collections.abc import Callable

import keras
import numpy as np

from keras_phases.backend.arrays import host
from keras_phases.backend.keras_private import all_layers, build_symbolically
from keras_phases.warning import warn

_MEANS = "sum_over_batch_size", "mean", "mean_with_sample_weight"
"""Reductions of a Keras loss that give a mean."""


def build_weights(model, batch):
    """Makes the weights that `fit` would make at its first step, the same ones: each initializer has its seed."""
    if all(layer.built for layer in all_layers(model)):
        return
    if isinstance(model, keras.Sequential) and hasattr(batch, "shape"):
        model.build((None, *batch.shape[1:]))
        return
    # As Keras does where it builds a model itself: nothing is computed, and no seed generator advances.
    specs = keras.tree.map_structure(lambda rows: keras.KerasTensor(rows.shape, rows.dtype), batch)
    build_symbolically(model, specs)


def check_channels_last(model):
    """Fails on a layer whose maps would be read with their axes mixed up."""
    layer = next((layer for layer in all_layers(model) if _is_channels_first(layer)), None)
    if layer is not None:
        raise ValueError(
            f"Layer '{layer.name}' has data_format 'channels_first', and maps are read as (height, width, channels). "
            "Expected 'channels_last'; build the model with keras.config.set_image_data_format('channels_last')."
        )


def _is_channels_first(layer):
    return getattr(layer, "data_format", None) == "channels_first" and not isinstance(layer, keras.layers.Flatten)


def check_not_tokens(model, rows):
    """Fails where the numbers of tokens would be reconstructed."""
    x = rows.x_fit
    embedding = next(iter(all_layers(model, keras.layers.Embedding)), None)
    # Of several inputs the ids may be another one.
    if embedding is not None and rows.inputs_fit is x and x.ndim == 2 and x.dtype.kind in "iu":
        raise ValueError(
            f"The input to reconstruct has dtype {x.dtype} and shape {x.shape[1:]}, and layer '{embedding.name}' "
            "embeds ids: the numbers of tokens are names, and a squared error of names means nothing. Expected "
            "measured values, such as pixels; name another input, target='...', or train without the probe."
        )


def loss_function(model: keras.Model) -> Callable[[np.ndarray, np.ndarray], float] | None:
    """The model's own loss on NumPy outputs, where it has one output and one Keras loss; None where it has not."""
    loss = getattr(model, "loss", None)
    if loss is None or isinstance(loss, (dict, list, tuple)) or len(getattr(model, "outputs", None) or [0]) != 1:
        return None
    function = keras.losses.get(loss)

    def evaluate(y, outputs):
        # As fit feeds them: floating-point labels in Keras's float type.
        y = y.astype(keras.config.floatx()) if y.dtype.kind == "f" else y
        try:
            values = function(keras.ops.convert_to_tensor(y), keras.ops.convert_to_tensor(outputs))  # pyright: ignore[reportCallIssue, reportOptionalCall] a loss is given
            return float(np.mean(host(values)) * _replicas_of_mean(function))
        except Exception as error:  # a user's own function may do anything; it costs this column and no more
            warn(f"The model's loss cannot be evaluated on probe rows, model_loss stays empty: {error}")
            return float("nan")

    return evaluate


def _replicas_of_mean(loss):
    """What a mean loss has to be multiplied by: under a strategy of TensorFlow Keras divides it by its replicas."""
    if getattr(loss, "reduction", None) not in _MEANS or keras.backend.backend() != "tensorflow":
        return 1
    import tensorflow as tf

    return tf.distribute.get_strategy().num_replicas_in_sync
