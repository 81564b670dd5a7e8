"""All that a training run leaves behind: a model's variables by kind, and the random states of the process."""

import dataclasses
import pickle

import keras
import numpy as np

from keras_phases.backend.keras_private import all_layers, owners_of_seeds
from keras_phases.backend.random_states import read_random_states, write_random_states

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
        owners = owners_of_seeds(model)
        # A copy: on JAX and PyTorch a variable's NumPy array may be its very memory, which the next step overwrites.
        variables = {
            kind: [(owners.get(id(v), v.path), v, np.array(keras.ops.convert_to_numpy(v.value))) for v in found]
            for kind, found in _variables_of(model).items()
        }
        return cls(variables, read_random_states())

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
        write_random_states(self.random_states)


def _variables_of(model):
    layers = all_layers(model, keras.layers.BatchNormalization)
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
