"""Factors of symmetric matrices, by LAPACK or where the backend computes, and whether that is an accelerator."""

import functools

import keras
import numpy as np
import scipy.linalg
from keras import ops

from keras_phases.backend.threads import one_thread, threads_for

_ONE_THREAD = 2048
"""Side of the largest matrix that is decomposed by one thread."""


@functools.cache
def has_accelerator():
    """Whether the backend computes on another device than the CPU, where eigendecompositions are slow."""
    return find_devices() != {"cpu"}


def find_devices():
    """The kinds of device that the backend computes on."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        return {device.device_type.lower() for device in tf.config.list_logical_devices()}
    if keras.backend.backend() == "jax":
        import jax

        return {jax.default_backend()}
    return {keras.ops.zeros(()).device.type}  # pyright: ignore[reportAttributeAccessIssue] of PyTorch's tensors


def decompose(gram):
    """`(eigenvalues, vectors)` of a symmetric host array, of which the lower triangle is meant; eigenvalues rise.

    Raises:
        FloatingPointError: when the features of whose products it consists are not finite.
    """
    # The diagonal holds every feature's sum of squares, so that NaN or infinity anywhere shows there.
    if not np.isfinite(np.diag(gram)).all():
        raise FloatingPointError("the features hold NaN or infinite values")
    with one_thread() if len(gram) <= _ONE_THREAD else threads_for("scipy"):
        # SciPy's: NumPy's works in float64 whatever it is given, at half the speed.
        options = {"driver": "evd", "overwrite_a": True, "check_finite": False}
        return scipy.linalg.eigh(np.array(gram.T, order="F"), lower=False, **options)


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
