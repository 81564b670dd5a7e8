"""Several processes that train one model: which of them is the chief, and what it tells the others.

All run one program with the same callbacks. The chief alone measures and writes; what it finds, and what it decides by
its clock or its disk, is told to the others, so that all go the same way: a worker that ended training, or came to a
meeting, without the others would wait for them forever.
"""

import abc
import contextlib
import pickle
from collections.abc import Callable
from typing import Any

import keras
import numpy as np

from keras_phases.backend.variables import is_read_together

_SIZE_BYTES, _FIRST_BYTES = 4, 4096
"""Of the first array of a message: its length, and as much of it, which most have no more than."""


class Workers:
    """One process, which is its own chief."""

    is_chief, is_alone, can_assign_alone = True, True, True

    def broadcast(self, action: Callable[[], Any]) -> Any:
        """What `action()` gives in the chief, in every worker; where it fails there, it fails in all.

        All workers have to come here, at the same place of training. The result is sent as a pickle.

        Args:
            action: Function without arguments; only the chief calls it.

        Raises:
            ValueError: in the other workers, for a ValueError of the chief, with its message.
            RuntimeError: in the other workers, for any other error of the chief.
        """
        return action()

    def alone(self):
        """Within it the chief can make variables and files without the others."""
        return contextlib.nullcontext()


class _Several(Workers, abc.ABC):
    """Workers that can send each other arrays of float32, the type that every kind of device and network adds."""

    is_alone = False

    def broadcast(self, action):
        if not self.is_chief:
            is_sound, found = pickle.loads(self._receive())
            if not is_sound:
                kind, message = found
                raise kind(f"{message} (Told by the first worker, which measures for all.)")
            return found
        try:
            with self.alone():
                found = action()
            message = pickle.dumps((True, found))
        except Exception as error:
            kind = ValueError if isinstance(error, ValueError) else RuntimeError
            text = str(error) if kind is ValueError else f"{type(error).__name__}: {error}"
            self._send(pickle.dumps((False, (kind, text))))
            raise
        self._send(message)
        return found

    def _send(self, message):
        head = len(message).to_bytes(_SIZE_BYTES, "little") + message[:_FIRST_BYTES]
        self._share(_as_array(head, _SIZE_BYTES + _FIRST_BYTES))
        if len(message) > _FIRST_BYTES:
            rest = message[_FIRST_BYTES:]
            self._share(_as_array(rest, _padded(len(rest))))

    def _receive(self):
        head = _as_bytes(self._share(_as_array(b"", _SIZE_BYTES + _FIRST_BYTES)))
        size = int.from_bytes(head[:_SIZE_BYTES], "little")
        message, num_left = head[_SIZE_BYTES:][:size], size - _FIRST_BYTES
        if num_left > 0:
            message += _as_bytes(self._share(_as_array(b"", _padded(num_left))))[:num_left]
        return message

    @abc.abstractmethod
    def _share(self, array):
        """The chief's array, float32 whole numbers below 256, in all workers; the others give one of its shape."""


def _as_array(message, size):
    """An element for each byte, and zeros: float32 holds each exactly."""
    array = np.zeros(size, np.float32)
    array[: len(message)] = np.frombuffer(message, np.uint8)
    return array


def _as_bytes(array):
    return array.astype(np.uint8).tobytes()


def _padded(size):
    """A power of two: for each new shape something is compiled."""
    return 1 << (size - 1).bit_length()


class _TensorFlowWorkers(_Several):
    """Of `tf.distribute.MultiWorkerMirroredStrategy`; the chief is the worker of replica 0."""

    def __init__(self, strategy, is_chief):
        self._strategy, self.is_chief = strategy, is_chief

    def _share(self, array):
        import tensorflow as tf

        # All replicas but the first add zeros.
        zeros = np.zeros_like(array)
        values = self._strategy.experimental_distribute_values_from_function(
            lambda context: tf.constant(zeros if context.replica_id_in_sync_group else array)
        )
        return self._strategy.reduce("SUM", values, axis=None).numpy()


class _JaxWorkers(_Several):
    """Of JAX, `keras.distribution.initialize` or `jax.distributed.initialize`; the chief is process 0."""

    can_assign_alone = False

    def __init__(self, is_chief):
        self.is_chief = is_chief

    @contextlib.contextmanager
    def alone(self):
        # All have to take part where a variable is put where the distribution says; saving makes one too.
        distribution = keras.distribution.distribution()
        keras.distribution.set_distribution(None)
        try:
            yield
        finally:
            keras.distribution.set_distribution(distribution)

    def _share(self, array):
        from jax.experimental import multihost_utils

        return np.asarray(multihost_utils.broadcast_one_to_all(array, is_source=self.is_chief))


def find_workers(model):
    """The `Workers` that train a model together: this process alone, unless its strategy or distribution has more.

    Raises:
        ValueError: when there are several, and weights that only all of them together can read.
    """
    backend = keras.backend.backend()
    found = {"tensorflow": _tensorflow_workers, "jax": _jax_workers}.get(backend, lambda model: None)(model)
    return found or Workers()


def _tensorflow_workers(model):
    import tensorflow as tf

    strategy = getattr(model, "distribute_strategy", None)
    if not isinstance(strategy, tf.distribute.MultiWorkerMirroredStrategy):
        return None
    resolver = strategy.cluster_resolver  # pyright: ignore[reportOptionalMemberAccess] TensorFlow's stubs
    cluster = resolver.cluster_spec().as_dict()
    jobs = [job for job in ("chief", "worker") if job in cluster]
    if sum(len(cluster[job]) for job in jobs) < 2:
        return None
    shared = next((weight.path for weight in model.weights if is_read_together(weight)), None)
    if shared is not None:
        raise ValueError(
            f"Weight '{shared}' has synchronization='on_read', so that reading it takes all workers, and the chief "
            "alone measures. Expected weights that every worker holds; leave synchronization out, or train without "
            "the probe."
        )
    return _TensorFlowWorkers(strategy, (resolver.task_type, resolver.task_id) == (jobs[0], 0))


def _jax_workers(model):
    import jax

    # Without a distribution each process trains a model of its own.
    if keras.distribution.distribution() is None or jax.process_count() < 2:
        return None
    return _JaxWorkers(jax.process_index() == 0)
