"""Cholesky factors where the backend computes, and whether that is an accelerator."""

import functools

import keras
import numpy as np
from keras import ops


@functools.cache
def has_accelerator():
    """Whether the backend computes on another device than the CPU, where eigendecompositions are slow."""
    return _HAS_ACCELERATOR.get(keras.backend.backend(), lambda: False)()


def _has_accelerator_of_tensorflow():
    import tensorflow as tf

    return any(device.device_type != "CPU" for device in tf.config.list_logical_devices())


def _has_accelerator_of_jax():
    import jax

    return jax.default_backend() != "cpu"


def _has_accelerator_of_torch():
    return keras.ops.zeros(()).device.type != "cpu"  # pyright: ignore[reportAttributeAccessIssue] of PyTorch's tensors


_HAS_ACCELERATOR = {
    "tensorflow": _has_accelerator_of_tensorflow,
    "jax": _has_accelerator_of_jax,
    "torch": _has_accelerator_of_torch,
}


def factor(matrix):
    """L of a symmetric matrix L L', a tensor, or NaN without; within `factoring`."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        return tf.linalg.cholesky(matrix)
    if keras.backend.backend() == "torch":
        import torch

        found, failed = torch.linalg.cholesky_ex(matrix)
        return torch.where(failed > 0, torch.nan, found)
    return ops.cholesky(matrix)


def factoring(run):
    """A compiled function that calls `factor`; without a factor some devices fail, others give NaN.

    Raises:
        np.linalg.LinAlgError: where it fails.
    """

    def call(*arguments):
        try:
            return run(*arguments)
        except _failures():
            raise np.linalg.LinAlgError("the matrix is not positive definite") from None

    return call


def _failures():
    if keras.backend.backend() != "tensorflow":
        return ()
    import tensorflow as tf

    return tf.errors.InvalidArgumentError
