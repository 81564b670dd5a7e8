"""Training loops written by hand, as users write them on each backend."""

import keras
import numpy as np

BACKEND = keras.backend.backend()


def train(model, data, num_steps, *, batch=16):
    """Trains step by step; gives after each what `run.step` takes beside the step: on JAX the values of the weights."""
    take_step = {"tensorflow": _tensorflow, "jax": _jax, "torch": _torch}[BACKEND](model)
    x, y = data
    for step in range(num_steps):
        rows = np.arange(step * batch, (step + 1) * batch) % len(x)
        yield take_step(x[rows], y[rows])


def _loss():
    return keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def _tensorflow(model):
    import tensorflow as tf

    loss_of, optimizer = _loss(), keras.optimizers.Adam(0.01)
    optimizer.build(model.trainable_variables)

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            loss = loss_of(y, model(x, training=True))
        optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)

    def take(x, y):
        step(tf.constant(x), tf.constant(y))
        return ()

    return take


def _jax(model):
    import jax

    loss_of, optimizer = _loss(), keras.optimizers.Adam(0.01)
    optimizer.build(model.trainable_variables)

    def compute_loss(trainable, non_trainable, x, y):
        outputs, non_trainable = model.stateless_call(trainable, non_trainable, x, training=True)
        return loss_of(y, outputs), non_trainable

    def step(trainable, non_trainable, state, x, y):
        gradients, non_trainable = jax.grad(compute_loss, has_aux=True)(trainable, non_trainable, x, y)
        trainable, state = optimizer.stateless_apply(state, gradients, trainable)
        return trainable, non_trainable, state

    # What was given is gone after a step, as in loops that save memory.
    step = jax.jit(step, donate_argnums=(0, 1, 2))
    # Copies: the model keeps its own.
    held = [
        [jax.numpy.copy(variable.value) for variable in variables]
        for variables in (model.trainable_variables, model.non_trainable_variables, optimizer.variables)
    ]

    def take(x, y):
        held[:] = step(*held, x, y)
        return held[0], held[1]

    return take


def _torch(model):
    import torch

    optimizer = torch.optim.Adam(model.parameters(), 0.01)

    def take(x, y):
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(torch.tensor(x), training=True), torch.tensor(y))
        loss.backward()
        optimizer.step()
        return ()

    return take


def newest(model, values):
    """All weights and states of a loop at this step, as arrays."""
    if values:
        return [np.array(value) for several in values for value in several]
    variables = [*model.trainable_variables, *model.non_trainable_variables]
    return [np.array(keras.ops.convert_to_numpy(variable)) for variable in variables]


def give(model, arrays):
    """Has a model take `newest` arrays, as a loop that goes on does."""
    variables = [*model.trainable_variables, *model.non_trainable_variables]
    for variable, array in zip(variables, arrays, strict=True):
        variable.assign(array)
