"""How long a training step takes, before any has been made and without a trace on the training."""

import statistics
import time

import keras
from keras import ops

from keras_phases.backend.keras_private import all_layers
from keras_phases.backend.random_states import keep_random_states
from keras_phases.backend.variables import newest_values
from keras_phases.network.calls import forward

_NUM_CALLS = 5
_FORWARD_PASSES = 3
"""A backward pass costs about two forward passes."""


@keep_random_states()
def time_training_step(model, x, *, clock=time.perf_counter):
    """Seconds of one training step: a forward and a backward pass on the batch `x`, the median of five.

    The model is called functionally in training mode, and gradients, BatchNorm statistics and the states of seed
    generators that come back are dropped. Compiled as `fit` compiles, which takes about as long once more. The mean
    square of the outputs stands for the loss, whose own cost hardly counts; optimizer, metrics and input pipeline are
    left out. Where the model has no such backward pass, it is three forward passes.

    Args:
        model: The model that trains, built and compiled.
        x: Rows of one training batch: array, or a dict, list or tuple of arrays.
        clock: Function that gives the time in seconds. Defaults to `time.perf_counter`.
    """
    x = keras.tree.map_structure(_as_fed, x)
    try:
        return _median_seconds(_STEPS[keras.backend.backend()](model), x, clock)
    except Exception:  # a user's own layer may do anything; the estimate is only where the plan starts from
        return _FORWARD_PASSES * _median_seconds(lambda x: ops.mean(_square(forward(model, [], [], x))), x, clock)


def _as_fed(array):
    return ops.convert_to_tensor(array, dtype=keras.config.floatx() if array.dtype.kind == "f" else None)


def _median_seconds(function, x, clock):
    function(x)
    seconds = []
    for _ in range(_NUM_CALLS):
        start = clock()
        ops.convert_to_numpy(keras.tree.flatten(function(x))[0])
        seconds.append(clock() - start)
    return statistics.median(seconds)


def _loss(model, weights, states, x):
    outputs, states = model.stateless_call(weights, states, x, training=True)
    return _square(outputs), states


def _square(outputs):
    return sum(ops.mean(ops.square(ops.cast(output, "float32"))) for output in keras.tree.flatten(outputs))


def _tensorflow_step(model):
    import tensorflow as tf

    def step(x):
        # Copies, since a functional call on the variables themselves would let a layer assign to them.
        weights, states = (
            [tf.convert_to_tensor(variable.value) for variable in variables]
            for variables in (model.trainable_variables, model.non_trainable_variables)
        )
        with tf.GradientTape() as tape:
            tape.watch(weights)
            loss, states = _loss(model, weights, states, x)
        # All of it is returned: what nobody asks for is not computed.
        return [loss, *tape.gradient(loss, weights), *states]

    return step if model.run_eagerly else tf.function(step, autograph=False, jit_compile=bool(model.jit_compile))


def _jax_step(model):
    import jax

    _, values = newest_values(model)
    weights, states = values[: len(model.trainable_variables)], values[len(model.trainable_variables) :]
    gradient = jax.value_and_grad(lambda weights, states, x: _loss(model, weights, states, x), has_aux=True)
    gradient = gradient if model.run_eagerly else jax.jit(gradient)
    return lambda x: gradient(weights, states, x)


def _torch_step(model):
    import torch

    if all_layers(model, keras.layers.TorchModuleWrapper):
        raise ValueError("a module of PyTorch assigns to its buffers in training mode")
    weights = [variable.value for variable in model.trainable_variables]

    def step(x):
        with keras.StatelessScope():
            loss = _square(model(x, training=True))
        # Not backward(), which would leave gradients on the weights.
        return [loss.detach(), *torch.autograd.grad(loss, weights, allow_unused=True)]

    return step


_STEPS = {"tensorflow": _tensorflow_step, "jax": _jax_step, "torch": _torch_step}
