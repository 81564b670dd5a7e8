"""A batch as a model takes it, for what its shapes alone tell."""

import keras
import numpy as np

from keras_phases.backend.keras_private import all_layers, arrays_by_input, functional_of, inputs_of


def batch_for(model, x=None):
    """A batch of the right shapes for a model; what is in it is never computed with.

    Args:
        model: A built model.
        x: A batch as fed to it. Defaults to `None`: one is made from the model's inputs.

    Raises:
        ValueError: for a model that is not built, rows of other shapes than its inputs, and inputs that do not tell.
    """
    if not model.built:
        raise ValueError(
            f"Model '{model.name}' is not built, so that its layers have no outputs yet. Expected a built one; call it "
            "on a batch, or start a Sequential with keras.Input(shape=...)."
        )
    functional = functional_of(model)
    if x is not None:
        _check_shapes(functional, x)
        return x
    if functional is None:
        raise ValueError(
            f"Model '{model.name}' is a {type(model).__name__} without a layer graph, which does not tell the shapes "
            "of its inputs. Expected a batch of them as x."
        )
    sizes = [tuple(tensor.shape[1:]) for tensor in functional.inputs]
    if any(None in size for size in sizes):
        raise ValueError(
            f"Model '{model.name}' has inputs of any size, {', '.join(map(str, sizes))}. Expected a batch of them as x."
        )
    return keras.tree.map_structure(
        lambda tensor: np.zeros((tensor.shape[0] or 2, *tensor.shape[1:]), tensor.dtype), inputs_of(functional)
    )


def fixed_batch_size(model):
    """Rows that a model takes at a time, as with `keras.Input(batch_size=32)`; None of any number."""
    functional = functional_of(model)
    has_state = any(getattr(layer, "stateful", False) for layer in all_layers(model))
    # On PyTorch a Sequential without an Input has the size of its first batch, which binds layers with a state alone.
    if functional is None or (isinstance(model, keras.Sequential) and not has_state):
        return None
    return next((tensor.shape[0] for tensor in functional.inputs), None)


def _check_shapes(functional, x):
    """Fails on rows that do not fit the inputs of a layer graph."""
    inputs = [] if functional is None else functional.inputs
    arrays = arrays_by_input(functional, x) if inputs else []
    if len(inputs) != len(arrays):
        return  # a dict may hold more than the model reads; Keras says what is missing
    for tensor, array in zip(inputs, arrays, strict=True):
        expected, found = tensor.shape[1:], array.shape[1:]
        # Keras itself adds or drops an axis of length one where that is all that is amiss.
        if len(expected) == len(found) and any(
            size not in (None, have) for size, have in zip(expected, found, strict=True)
        ):
            raise ValueError(
                f"Rows of shape {found} do not fit the model's input, {tuple(expected)}. Expected rows as they are fed "
                "to the model; pass them prepared in that way: data=(x, y)."
            )
