"""All that a training run leaves behind: a model's variables by kind, and the random states of the process."""

import dataclasses
import pickle
import random
import sys

import keras
import numpy as np
from keras.src.backend.common import global_state
from keras.src.random import seed_generator

WEIGHTS = "weights"
BATCH_NORM = "BatchNorm statistics"
OTHER = "other non-trainable weights"
SEEDS = "seed generators"
OPTIMIZER = "optimizer variables"
METRICS = "metrics variables"
RANDOM = "random states"


@dataclasses.dataclass(frozen=True)
class TrainingState:
    """A copy of what a model and this process hold at one moment, which can be compared and set back.

    Args:
        variables: `(name, variable, array)` by kind: `WEIGHTS`, `BATCH_NORM`, ...
        random_states: Random states of Python, NumPy, Keras and the backends that are imported, by name.
    """

    variables: dict
    random_states: dict

    @classmethod
    def of(cls, model):
        """The present state of a built and compiled model."""
        # A copy: on JAX and PyTorch a variable's NumPy array may be its very memory, which the next step overwrites.
        owners = {
            id(g.state): layer.path or layer.name for layer in model._flatten_layers() for g in layer._seed_generators
        }
        variables = {
            kind: [
                # A seed generator's own name does not tell whose it is.
                (owners.get(id(v), v.path), v, np.array(keras.ops.convert_to_numpy(v.value)))
                for v in found
            ]
            for kind, found in _variables_of(model).items()
        }
        return cls(variables, {name: read() for name, (read, _) in _generators().items()})

    def arrays(self):
        """By kind, the name of each variable or random state and what it holds as an array."""
        named = {kind: [(name, array) for name, _, array in found] for kind, found in self.variables.items()}
        states = [(name, np.frombuffer(pickle.dumps(state), np.uint8)) for name, state in self.random_states.items()]
        return named | {RANDOM: states}

    def set_back(self, model):
        """Puts everything back as it was; metrics that have variables only since then start anew."""
        model.reset_metrics()
        for found in self.variables.values():
            for _, variable, array in found:
                variable.assign(array)
        generators = _generators()
        for name, state in self.random_states.items():
            generators[name][1](state)


def _variables_of(model):
    layers = [layer for layer in model._flatten_layers() if isinstance(layer, keras.layers.BatchNormalization)]
    statistics = {id(v) for layer in layers for v in (layer.moving_mean, layer.moving_variance)}
    metrics = list(model.metrics_variables)
    trainable, weights, apart = ({id(v) for v in vs} for vs in (model.trainable_variables, model.weights, metrics))
    found = {kind: [] for kind in (WEIGHTS, BATCH_NORM, OTHER, SEEDS)}
    for variable in model.variables:
        if id(variable) in apart:
            continue
        kinds = ((id(variable) in trainable, WEIGHTS), (id(variable) in statistics, BATCH_NORM))
        rest = OTHER if id(variable) in weights else SEEDS
        found[next((kind for holds, kind in kinds if holds), rest)].append(variable)
    return found | {OPTIMIZER: list(model.optimizer.variables), METRICS: metrics}


def prepare_random_states():
    """Makes random states that do not exist yet, so that a run begun anew draws what it drew before.

    Without a seed TensorFlow draws one from the system in every pass over the data, and Keras makes its generator when
    it is first asked, which may be in the midst of a run.
    """
    seed_generator.global_seed_generator()
    if "tensorflow" in sys.modules:
        import tensorflow as tf
        from tensorflow.python.eager import context

        if context.context()._seed is None:
            tf.random.set_seed(0)


def _generators():
    """`(read, write)` of each random state, of the backends that are imported alone."""
    generators = {
        "Python's random": (random.getstate, random.setstate),
        "numpy.random": (np.random.get_state, np.random.set_state),
        "keras.random": (_read_keras, _write_keras),
    }
    if "tensorflow" in sys.modules:
        generators["tf.random"] = (_read_tensorflow, _write_tensorflow)
    if "torch" in sys.modules:
        generators["torch.random"] = (_read_torch, _write_torch)
    return generators


def _read_keras():
    generator = global_state.get_global_attribute(seed_generator.GLOBAL_SEED_GENERATOR)
    if generator is None:
        return None
    return np.array(keras.ops.convert_to_numpy(generator.state.value))


def _write_keras(state):
    if state is None:
        global_state.set_global_attribute(seed_generator.GLOBAL_SEED_GENERATOR, None)
    else:
        seed_generator.global_seed_generator().state.assign(state)


def _read_tensorflow():
    from tensorflow.python.eager import context
    from tensorflow.python.ops import stateful_random_ops

    eager, generator = context.context(), stateful_random_ops.global_generator
    drawn = getattr(eager, "_rng", None) and eager._rng.getstate()
    return eager._seed, drawn, None if generator is None else generator.state.numpy()


def _write_tensorflow(state):
    import tensorflow as tf
    from tensorflow.python.eager import context

    seed, drawn, generator = state
    # Clears the states within kernels too.
    tf.random.set_seed(0 if seed is None else seed)
    eager = context.context()
    eager._seed = seed
    if drawn is None:
        eager._rng = None
    else:
        eager._rng.setstate(drawn)
    if generator is not None:
        tf.random.get_global_generator().state.assign(generator)


def _read_torch():
    import torch

    devices = torch.cuda.get_rng_state_all() if torch.cuda.is_initialized() else []
    return [np.array(state) for state in (torch.get_rng_state(), *devices)]


def _write_torch(states):
    import torch

    host, *devices = map(torch.from_numpy, states)
    torch.set_rng_state(host)
    if devices:
        torch.cuda.set_rng_state_all(devices)
