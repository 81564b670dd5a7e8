"""The variables of a model as they are at this moment of training, read without touching the trainer.

On TensorFlow and PyTorch a variable holds its newest value at any time. On JAX, `fit` carries the values along from
step to step and hands them to the variables only where a callback asks for `model`; that hand-over would be a trace.
"""

import contextlib

import keras


def newest_values(model):
    """`(variables, values)` that a function of the model has to be given: all of them on JAX, elsewhere none.

    A compiled function of JAX sees variables as constants; those of the other backends are read anew at each call.
    """
    if keras.backend.backend() != "jax":
        return [], []
    variables, state = [*model.trainable_variables, *model.non_trainable_variables], _state_of_fit(model)
    if state is None:
        return variables, [variable.value for variable in variables]
    return variables, [*state["trainable_variables"], *state["non_trainable_variables"]]


def read_iterations(model):
    """Optimizer steps done; 0 without an optimizer."""
    optimizer, state = getattr(model, "optimizer", None), _state_of_fit(model)
    values = [] if state is None else zip(optimizer.variables, state["optimizer_variables"], strict=True)
    # With gradient accumulation the count is computed from a variable, which during a fit on JAX has no value.
    with keras.StatelessScope(state_mapping=list(values)) if state else contextlib.nullcontext():
        iterations = getattr(optimizer, "iterations", None)
        return 0 if iterations is None else int(keras.ops.convert_to_numpy(iterations))


def _state_of_fit(model):
    """What a running `fit` on JAX holds; None where the variables are up to date."""
    state = getattr(model, "_jax_state", None)
    return None if state is None or getattr(model, "_jax_state_synced", True) else state
