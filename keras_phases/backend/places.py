"""On which of several devices something is computed that all hold the weights; elsewhere the backend decides."""

import contextlib
import contextvars
from typing import Any

import keras

_PLACE: contextvars.ContextVar = contextvars.ContextVar("device", default=None)


def place():
    """The device of the innermost `on`; None where the backend decides."""
    return _PLACE.get()


@contextlib.contextmanager
def on(device):
    """Inside, tensors are made on a device, and what is `compiled` runs there; with None the backend decides."""
    token = _PLACE.set(device)
    try:
        with contextlib.nullcontext() if device is None else _scope_of(device):
            yield
    finally:
        _PLACE.reset(token)


def _scope_of(device):
    if keras.backend.backend() == "jax":
        import jax

        return jax.default_device(device)
    import tensorflow as tf

    return tf.device(device)


def here(tensors: Any) -> Any:
    """A tree of tensors on the device of `on`; TensorFlow brings them there by itself, and host arrays follow."""
    if place() is None or keras.backend.backend() != "jax":
        return tensors
    import jax.core

    def bring(tensor):
        is_held = isinstance(tensor, jax.Array) and not isinstance(tensor, jax.core.Tracer)
        return jax.device_put(tensor, place()) if is_held else tensor

    return keras.tree.map_structure(bring, tensors)
