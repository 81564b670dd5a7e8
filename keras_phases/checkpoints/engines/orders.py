"""What workers in other processes are told, and the worker that a process hires by it, once.

Orders are a pickle that the engine's own channel carries; the arrays that it leaves out may lie in a folder that
anybody writes to, and must have the digest that the orders name. Importing this loads neither Keras nor NumPy.
"""

import dataclasses
import hashlib
import io
import os
import pickle
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keras_phases.checkpoints.engines.worker import Worker

_LOCK = threading.Lock()
_HIRED: "dict[Orders, Worker]" = {}
"""The worker of this process, by its orders: one at a time."""


@dataclasses.dataclass(frozen=True)
class Orders:
    """What a worker measures.

    Args:
        pickled: Pickle of the arguments of `Worker` without their arrays.
        digest: Of these arrays.
        backend: Name of the Keras backend of the process that runs the sweep.
        version: Python's there.
    """

    pickled: bytes
    digest: str
    backend: str
    version: tuple[int, int]


def give_orders(sweep, engine: str) -> tuple[Orders, bytes]:
    """The `Orders` of a `Sweep`, and the bytes of its arrays, a `.npz`.

    Args:
        sweep: `Sweep`.
        engine: Name of the engine, for the error.

    Raises:
        ValueError: when model, data or settings cannot be sent.
    """
    import keras
    import numpy as np

    from keras_phases.checkpoints.engines.worker import describe_task

    buffers, content = [], io.BytesIO()
    try:
        pickled = pickle.dumps(describe_task(sweep), protocol=5, buffer_callback=buffers.append)
        np.savez(content, *(np.frombuffer(buffer.raw(), np.uint8) for buffer in buffers))
    except Exception as error:
        raise ValueError(
            f"Model '{sweep.model.name}', data or settings cannot be sent to workers of {engine}: "
            f"{type(error).__name__}: {error} Expected a model that model.save('model.keras') takes, arrays, and "
            "objects of classes that a module defines; leave the engine out, or use Shard."
        ) from error
    arrays = content.getvalue()
    digest = hashlib.sha256(arrays).hexdigest()
    return Orders(pickled, digest, keras.config.backend(), sys.version_info[:2]), arrays


def hire(orders: Orders, read_arrays, on_hire=lambda: None) -> "Worker":
    """The `Worker` of this process.

    Args:
        orders: `Orders`.
        read_arrays: `read_arrays()` gives the bytes of the arrays.
        on_hire: Function without arguments, called where the worker is a new one. Defaults to nothing.

    Raises:
        RuntimeError: when this process would measure something else.
    """
    if orders.version != sys.version_info[:2]:
        raise RuntimeError(
            f"A worker has Python {sys.version_info[:2]}, the sweep {orders.version}. Expected the same."
        )
    os.environ.setdefault("KERAS_BACKEND", orders.backend)
    import keras

    if keras.config.backend() != orders.backend:
        raise RuntimeError(
            f"A worker has the Keras backend '{keras.config.backend()}', the sweep '{orders.backend}'. Expected the "
            "same."
        )
    with _LOCK:
        if orders not in _HIRED:
            _HIRED.clear()
            _HIRED[orders] = _build(orders, read_arrays())
            on_hire()
        return _HIRED[orders]


def _build(orders, content):
    import numpy as np

    from keras_phases.checkpoints.engines.worker import Worker

    if hashlib.sha256(content).hexdigest() != orders.digest:
        raise RuntimeError("The arrays are not what the sweep has written. Expected a folder that it alone writes to.")
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return Worker(**pickle.loads(orders.pickled, buffers=arrays.values()))


def dismiss(orders: Orders):
    """Frees the model of the worker that was hired by these orders in this process."""
    with _LOCK:
        _HIRED.pop(orders, None)
