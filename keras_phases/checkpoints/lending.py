"""A model that is lent to saved weights for a while, and has its own back afterwards."""

import contextlib

import keras
import numpy as np

from keras_phases.checkpoints.loading import load_weights, without_optimizer_warnings
from keras_phases.record.paths import local_copy, to_path


def open_model(model, saved_steps):
    """The model that checkpoints are of: the user's own, or the one in the first `.keras` file that can be read.

    Args:
        model: The user's, or None.
        saved_steps: `Checkpoint`s.

    Raises:
        ValueError: for something else, weights without a model, and where no file can be read.
    """
    if isinstance(model, keras.Model):
        return model
    if model is not None:
        raise ValueError(f"model is a {type(model).__name__}. Expected the keras.Model that the checkpoints are of.")
    whole = [saved for saved in saved_steps if saved.path.name.endswith(".keras")]
    if not whole:
        raise ValueError(
            f"Checkpoint '{saved_steps[0].path}' holds weights alone, and model is None. Expected the architecture "
            "too: pass replay(checkpoints, model, data), the model as it was built and compiled for the training, or "
            ".keras files."
        )
    errors = []
    for saved in whole:
        try:
            return open_file(saved.path)
        except ValueError as error:
            errors.append(error)
    raise ValueError(f"No model can be read from the {len(whole)} .keras files. The first: {errors[0]}")


def open_file(path):
    """The model in a `.keras` file; compiled, unless its loss or optimizer is known to the training alone.

    Raises:
        ValueError: when it cannot be read.
    """
    for options in ({}, {"compile": False}):
        try:
            with without_optimizer_warnings(), local_copy(to_path(path)) as copy:
                return keras.saving.load_model(copy, **options)
        except Exception as error:
            failure = error
    raise ValueError(f"'{path}' cannot be read as a model: {type(failure).__name__}: {failure}") from failure


def load_first(model, saved_steps):
    """Gives a model the weights of the first checkpoint that fits it and is finite, or at least fits it.

    Raises:
        ValueError: when none does.
    """
    fitting, errors = None, []
    for saved in saved_steps:
        try:
            load_weights(model, saved)
        except ValueError as error:
            errors.append(error)
            continue
        if find_nonfinite(model) is None:
            return
        fitting = fitting or saved
    if fitting is None:
        raise ValueError(f"None of the {len(saved_steps)} checkpoints can be loaded. The first: {errors[0]}")
    load_weights(model, fitting)


def find_nonfinite(model):
    """Path of the first weight that is NaN or infinite somewhere; None without."""
    for variable in model.weights:
        if keras.backend.is_float_dtype(variable.dtype):
            # Low-precision types are none of NumPy's own.
            if not np.isfinite(keras.ops.convert_to_numpy(variable).astype(np.float32)).all():
                return variable.path
    return None


@contextlib.contextmanager
def on_loan(model):
    """Within it a model may take other weights; afterwards every variable holds its own bits again."""
    # On JAX a fit that was interrupted may still hold the values of the variables.
    getattr(model, "jax_state_sync", lambda: None)()
    own = [(variable, np.array(keras.ops.convert_to_numpy(variable))) for variable in _variables_of(model)]
    try:
        yield
    finally:
        for variable, value in own:
            variable.assign(value)


def _variables_of(model):
    """All that a weights file can hold: of layers, seed generators, metrics and the optimizer."""
    optimizer = getattr(model, "optimizer", None)
    found = [*model.variables, *model.metrics_variables, *([] if optimizer is None else optimizer.variables)]
    return list({id(variable): variable for variable in found}.values())
