"""The variables of a model: read as they are at this moment of training, without touching the trainer, and lent.

On TensorFlow and PyTorch a variable holds its newest value at any time. On JAX, `fit` carries the values along from
step to step and hands them to the variables only where a callback asks for `model`; that hand-over would be a trace.
"""

import contextlib
import hashlib

import keras
import numpy as np

from keras_phases.backend.arrays import host
from keras_phases.backend.keras_private import all_layers

_DIGESTED_VALUES = 4096


def newest_values(model):
    """`(variables, values)` that a function of the model has to be given: all of them on JAX, elsewhere none.

    A compiled function of JAX sees variables as constants; those of the other backends are read anew at each call.
    """
    if keras.backend.backend() != "jax":
        return [], []
    variables, state = [*model.trainable_variables, *model.non_trainable_variables], _state_of_fit(model)
    if state is None:
        values = [variable.value for variable in variables]
    else:
        values = [*state["trainable_variables"], *state["non_trainable_variables"]]
    return variables, list(map(_of_this_process, variables, values))


def _of_this_process(variable, value):
    """A value that lies in the memory of several processes, as this one has it: it can compute with it alone."""
    if getattr(value, "is_fully_addressable", True):
        return value
    if not value.is_fully_replicated:
        raise ValueError(
            f"Weight '{variable.path}' is split among several processes ({value.sharding}), and one of them measures. "
            "Expected weights that each process holds as a whole, as with keras.distribution.DataParallel; split them "
            "among the devices of one process, or train without the probe."
        )
    return value.addressable_data(0)


def read_iterations(model):
    """Optimizer steps done; 0 without an optimizer."""
    optimizer, state = getattr(model, "optimizer", None), _state_of_fit(model)
    values = [] if state is None else zip(optimizer.variables, state["optimizer_variables"], strict=True)  # pyright: ignore[reportOptionalMemberAccess] a fit has one
    # With gradient accumulation the count is computed from a variable, which during a fit on JAX has no value.
    with keras.StatelessScope(state_mapping=list(values)) if state else contextlib.nullcontext():
        iterations = getattr(optimizer, "iterations", None)
        return 0 if iterations is None else int(host(iterations))


def _state_of_fit(model):
    """What a running `fit` on JAX holds; None where the variables are up to date.

    `model.jax_state_sync`, the public way, would hand it over. Checked on Keras 3.12 and 3.15.
    """
    state = getattr(model, "_jax_state", None)
    return None if state is None or getattr(model, "_jax_state_synced", True) else state


def digest_weights(model):
    """A digest of a model's weights as they are at this moment of training, which a file of them keeps.

    Of each weight some thousand values count: training moves nearly all. Moving statistics of BatchNormalization are
    left out, which a file may hold measured anew.
    """
    newest = {id(variable): value for variable, value in zip(*newest_values(model), strict=True)}
    statistics = {
        id(getattr(layer, name, None))
        for layer in all_layers(model, keras.layers.BatchNormalization)
        for name in ("moving_mean", "moving_variance")
    }
    found = hashlib.blake2b(digest_size=16)
    for variable in model.weights:
        if id(variable) not in statistics:
            values = host(newest.get(id(variable), variable)).reshape(-1)
            found.update(repr((values.shape, values.dtype.name)).encode())
            found.update(values[:: max(len(values) // _DIGESTED_VALUES, 1)].tobytes())
    return found.hexdigest()


def find_nonfinite(model):
    """Path of the first weight that is NaN or infinite somewhere; None without."""
    for variable in model.weights:
        if keras.backend.is_float_dtype(variable.dtype):
            # Low-precision types are none of NumPy's own.
            if not np.isfinite(host(variable).astype(np.float32)).all():
                return variable.path
    return None


@contextlib.contextmanager
def on_loan(model):
    """Within it a model may take other weights; afterwards every variable holds its own bits again."""
    # On JAX a fit that was interrupted may still hold the values of the variables.
    getattr(model, "jax_state_sync", lambda: None)()
    own = [(variable, np.array(keras.ops.convert_to_numpy(variable))) for variable in _all_variables_of(model)]
    try:
        yield
    finally:
        for variable, value in own:
            variable.assign(value)


def _all_variables_of(model):
    """All that a weights file can hold: of layers, seed generators, metrics and the optimizer."""
    optimizer = getattr(model, "optimizer", None)
    found = [*model.variables, *model.metrics_variables, *([] if optimizer is None else optimizer.variables)]
    return list({id(variable): variable for variable in found}.values())
