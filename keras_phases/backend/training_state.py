"""All that a training run leaves behind: a model's variables by kind, what its layers keep, and random states."""

import dataclasses
import itertools
import pickle

import keras
import numpy as np

from keras_phases.backend.keras_private import all_layers, owners_of_seeds
from keras_phases.backend.own_state import find_places, is_variable
from keras_phases.backend.random_states import random_places

WEIGHTS = "weights"
BATCH_NORM = "BatchNorm statistics"
OTHER = "other non-trainable weights"
SEEDS = "seed generators"
OPTIMIZER = "optimizer variables"
METRICS = "metrics variables"
OWN = "what layers keep themselves"
RANDOM = "random states"


@dataclasses.dataclass(frozen=True)
class TrainingState:
    """A copy of what a model and this process hold at one moment, which can be compared and set back.

    Args:
        variables: `(name, variable, array)` by kind: `WEIGHTS`, `BATCH_NORM`, ...
        own: `Place`s of what layers keep outside of Keras variables.
        random_states: `Place`s of the random states of Python, NumPy, Keras and the backends that are imported.
    """

    variables: dict
    own: list
    random_states: list

    @classmethod
    def of(cls, model):
        """The present state of a built and compiled model."""
        owners = owners_of_seeds(model)
        # A copy: on JAX and PyTorch a variable's NumPy array may be its very memory, which the next step overwrites.
        variables = {
            kind: [(owners.get(id(v), v.path), v, np.array(keras.ops.convert_to_numpy(v.value))) for v in found]
            for kind, found in _variables_of(model).items()
        }
        own = find_places(model, keeps=lambda name, holder: not is_variable(holder))
        return cls(variables, own, random_places())

    def arrays(self):
        """By kind, the name of each variable or random state and what it holds as an array."""
        named = {kind: [(name, array) for name, _, array in found] for kind, found in self.variables.items()}
        states = [(place.name, np.frombuffer(pickle.dumps(place.state), np.uint8)) for place in self.random_states]
        own = itertools.chain.from_iterable(place.arrays() for place in self.own)
        return named | {OWN: list(own), RANDOM: states}

    def set_back(self, model):
        """Puts everything back as it was; metrics that have variables only since then start anew."""
        model.reset_metrics()
        for found in self.variables.values():
            for _, variable, array in found:
                variable.assign(array)
        for place in (*self.own, *self.random_states):
            place.put_back()


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
