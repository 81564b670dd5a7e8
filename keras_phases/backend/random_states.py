"""The random states of this process: of Python, NumPy, Keras, and of TensorFlow and PyTorch where they are loaded."""

import contextlib
import random
import sys
from typing import Any

import keras
import numpy as np

# Keras has no public function that gives its generator or its counts of automatic names without making or moving them.
# Checked on Keras 3.12 and 3.15.
from keras.src.backend.common import global_state
from keras.src.random import seed_generator

from keras_phases.backend.kinds import Kind
from keras_phases.backend.own_state import Place

_SEED_GENERATOR, _NAME_COUNTS = "global_seed_generator", "object_name_uids"
"""What Keras calls its generator and the counts that automatic names go by; 3.12 has no constants for them."""


@contextlib.contextmanager
def keep_random_states():
    """Within it code may draw from the global random generators; afterwards they stand where they stood.

    They are the process's: what another thread draws meanwhile from one that the code moved is drawn again.
    """
    before = random_places()
    try:
        yield
    finally:
        put_back(before)


def put_back(places):
    """Puts back what has moved, and that alone.

    With several processes on JAX all have to take part in an assignment, and setting TensorFlow back lets operations
    with a seed of their own begin anew.
    """
    for place in places:
        if place.moved():
            place.put_back()


@contextlib.contextmanager
def keep_names():
    """Within it code may build Keras objects; afterwards Keras counts on for automatic names where it stood."""
    before = dict(global_state.get_global_attribute(_NAME_COUNTS) or {})
    try:
        yield
    finally:
        counts = global_state.get_global_attribute(_NAME_COUNTS)
        if counts is not None:
            counts.clear()
            counts.update(before)


def random_places(names=None):
    """A `Place` for each random state, or for those with `names`."""
    kinds = _kinds().items()
    return [Place(name, None, kind, kind.read(None)) for name, kind in kinds if names is None or name in names]


def prepare_random_states():
    """Makes random states that do not exist yet, so that a run begun anew draws what it drew before.

    Without a seed TensorFlow draws one from the system in every pass over the data, and Keras makes its generator when
    it is first asked, which may be in the midst of a run.
    """
    seed_generator.global_seed_generator()
    context = _tensorflow_context()
    if context is not None and context._seed is None:
        sys.modules["tensorflow"].random.set_seed(0)


def _kinds():
    generators = {
        "Python's random": (random.getstate, random.setstate),
        "numpy.random": (np.random.get_state, np.random.set_state),
        "keras.random": (_read_keras, _write_keras),
    }
    if _tensorflow_context() is not None:
        generators["tf.random"] = (_read_tensorflow, _write_tensorflow)
    if hasattr(sys.modules.get("torch"), "get_rng_state"):
        generators["torch.random"] = (_read_torch, _write_torch)
    if _tensorflow_generator() is not None:
        generators["tf.random.get_global_generator"] = (_read_tensorflow_generator, _write_tensorflow_generator)
    return {name: _kind(*both) for name, both in generators.items()}


def _kind(read, write):
    return Kind("random state", lambda _: read(), lambda _, state: write(state))


def _read_keras():
    generator = global_state.get_global_attribute(_SEED_GENERATOR)
    return None if generator is None else np.array(keras.ops.convert_to_numpy(generator.state.value))


def _write_keras(state):
    if state is None:
        global_state.set_global_attribute(_SEED_GENERATOR, None)
    else:
        seed_generator.global_seed_generator().state.assign(state)


def _tensorflow_context() -> Any:
    """What holds TensorFlow's seed, which public functions set and none reads; None where it is not loaded.

    Checked on TensorFlow 2.21.
    """
    module = sys.modules.get("tensorflow.python.eager.context")
    return None if module is None else module.context()


def _read_tensorflow():
    """The seed, and the state of the generator that seeds each operation; None before a seed is set."""
    context = _tensorflow_context()
    generator = getattr(context, "_rng", None)
    return context._seed, None if generator is None else generator.getstate()


def _write_tensorflow(states):
    (seed, state), context = states, _tensorflow_context()
    context._seed = seed
    if state is None:
        context._rng = None
    else:
        context._rng = random.Random()
        context._rng.setstate(state)
    # An operation is kept with its seed and goes on where it stood, were it asked for the same seed again.
    context.clear_kernel_cache()


def _tensorflow_generator() -> Any:
    """TensorFlow's global generator where there is one: its public function makes one. Checked on TensorFlow 2.21."""
    return getattr(sys.modules.get("tensorflow.python.ops.stateful_random_ops"), "global_generator", None)


def _read_tensorflow_generator():
    return _tensorflow_generator().state.numpy()


def _write_tensorflow_generator(state):
    _tensorflow_generator().state.assign(state)


def _read_torch():
    torch = sys.modules["torch"]
    devices = torch.cuda.get_rng_state_all() if torch.cuda.is_initialized() else []
    return [state.numpy().copy() for state in (torch.get_rng_state(), *devices)]


def _write_torch(states):
    torch = sys.modules["torch"]
    host, *devices = map(torch.from_numpy, states)
    torch.set_rng_state(host)
    if devices:
        torch.cuda.set_rng_state_all(devices)
