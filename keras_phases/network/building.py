"""Before anything is measured: whether a model can be, and its weights made."""

import keras

from keras_phases.backend.keras_private import all_layers, build_symbolically


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
