"""Positions that Keras itself leaves out of the loss: the padding behind `Embedding(mask_zero=True)` or `Masking`."""

import dataclasses

import keras
import numpy as np

from keras_phases.backend.arrays import compiled, host, without_gradients
from keras_phases.backend.keras_private import all_layers, mask_of_output
from keras_phases.backend.variables import newest_values
from keras_phases.data.reading import mask_rows
from keras_phases.network.calls import forward
from keras_phases.network.features import batches


def leave_out_masked(rows, model, batch_size, output):
    """`ProbeExamples` whose labels at positions that the loss does not see are masked, as those of no weight are.

    Args:
        rows: `ProbeExamples`.
        model: The built model.
        batch_size: Rows of a probe batch.
        output: Place of the output that the loss judges.
    """
    if rows.y_heldout is None or rows.y_heldout.ndim < 2 or not any(map(_makes_mask, all_layers(model))):
        return rows  # without a pass of the model
    heldout = _find_counted(model, rows.inputs_heldout, batch_size, output)
    if heldout is None or heldout.shape != rows.y_heldout.shape[: heldout.ndim]:
        return rows
    found = dataclasses.replace(rows, y_heldout=mask_rows(rows.y_heldout, ~heldout))
    maps = rows.label_maps
    if maps is None or heldout.shape != maps.heldout.shape:
        return found
    maps = maps.counting(_find_counted(model, rows.inputs_fit, batch_size, output), heldout)
    options = {"labels_fit": maps.fit, "labels_heldout": maps.heldout, "note": maps.note}
    return dataclasses.replace(found, label_maps=maps, **options)


def _makes_mask(layer):
    """Whether a layer may make a mask, and does not hand on that of another alone."""
    is_users = not type(layer).compute_mask.__module__.startswith("keras.")
    return isinstance(layer, keras.layers.Masking) or getattr(layer, "mask_zero", False) or is_users


def _find_counted(model, inputs, batch_size, output):
    """Which positions count for the loss, bool `(num_rows, ...)`; None where Keras has no mask."""
    variables, values = newest_values(model)

    def find(values, x):
        mask = mask_of_output(keras.tree.flatten(forward(model, variables, values, x))[output])
        return [] if mask is None else [mask]

    find, found = compiled(find), []
    with without_gradients():
        for batch in batches(inputs, batch_size):
            masks = list(find(values, batch))
            if not masks:
                return None
            found += map(host, masks)
    return np.concatenate(found).astype(bool)
