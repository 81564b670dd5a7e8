"""Small fits with a probe and without, and how they are compared."""

import warnings

import keras
import numpy as np
import pytest

from builders.models import build_portable_model
from builders.rows import draw_images
from keras_phases import PhaseProbe, PhaseWarning

BATCH = 16


def fit(model, data, callbacks=(), *, epochs=2, verbose=0, **options):
    """A fit that prints nothing, unless asked to, and warns of nothing of ours; returns the logged metrics."""
    x, y = data
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PhaseWarning)
        history = model.fit(x, y, BATCH, epochs, verbose=verbose, callbacks=list(callbacks), **options)
    return history.history


def warnings_of(model, data, *callbacks, epochs=1):
    """The texts of the probe's warnings in a fit."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        model.fit(*data, BATCH, epochs, verbose=0, callbacks=list(callbacks))
    return [str(warning.message) for warning in caught if warning.category is PhaseWarning]


def small_probe(log_dir, **options):
    """A probe of few rows; without quantities, which every step of these many fits would measure."""
    options = {"probe_batch_size": 16, "on_error": "raise", "log_dir": log_dir, "quantities": None} | options
    return PhaseProbe(**options)


def state_of(model):
    """Every variable by its place: automatic names differ from model to model."""
    variables = [*model.variables, *(model.optimizer.variables if model.optimizer.built else [])]
    return [(variable.path, np.array(variable)) for variable in variables]


def differing(first, second):
    pairs = zip(first, second, strict=True)
    return [name for (name, ours), (_, theirs) in pairs if not np.array_equal(ours, theirs)]


OPTIMIZERS = {
    "momentum": lambda: keras.optimizers.SGD(0.05, momentum=0.9),
    "adam": lambda: keras.optimizers.Adam(0.01),
}


class Losses(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.logs = []

    def on_train_batch_end(self, batch, logs=None):
        self.logs.append({name: float(value) for name, value in logs.items()})


def train_portable(optimizer, settings, *callbacks):
    """Every variable of model and optimizer after a fit, seed generators among them, and the logs of each batch."""
    keras.utils.clear_session(free_memory=False)  # which numbers the names of seed generators from the beginning
    model, losses = build_portable_model(), Losses()
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(OPTIMIZERS[optimizer](), loss, metrics=["accuracy"], **settings)
    model.fit(*draw_images(64, 0), 8, 2, verbose=0, validation_split=0.25, callbacks=[losses, *callbacks])
    variables = [*model.variables, *model.optimizer.variables]
    state = [(v.path, np.array(keras.ops.convert_to_numpy(v.value)).tobytes()) for v in variables]
    return state, losses.logs


def compile_settings(at_once, jit):
    if keras.backend.backend() == "torch" and (at_once > 1 or jit):
        pytest.skip("Keras takes one step at a time on PyTorch, whose compiler takes a minute and a C++ compiler")
    return {"steps_per_execution": at_once, "jit_compile": jit}
