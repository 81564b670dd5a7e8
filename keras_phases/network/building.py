"""Before anything is measured: the weights of a model made."""

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
    build_symbolically(model, keras.tree.map_structure(_spec, batch))


def _spec(rows):
    return keras.KerasTensor(rows.shape, rows.dtype if rows.dtype.kind in "fiub" else "string")
