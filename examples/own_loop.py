"""How is a training loop of one's own measured, without `fit`, on TensorFlow, JAX and PyTorch?

    KERAS_BACKEND=jax python examples/own_loop.py        # or tensorflow, or torch

Trains a quarter-width VGG-8 on 1,280 handwritten digits by a loop written by hand, in each backend's own way, and has
`run.step` measure it: the record, the tab and the phases are those of a `fit`. Needs no network.

Hardware and time: 2 CPU cores, about 2 minutes. Expected: the phases of every block, as `examples/digits.py` has them;
with --stop the loop ends once the reconstruction minimum of the last features has surely passed.
"""

import keras
import numpy as np
from absl import app, flags

from keras_phases import PhaseProbe, PhaseStop, datasets, models

STEPS = flags.DEFINE_integer("max_steps", 512, "Training steps.", lower_bound=1)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 32, "Rows of a training batch.", lower_bound=1)
STOP = flags.DEFINE_bool("stop", False, "Whether PhaseStop may end the loop.")
# absl's own logging has a flag of this name, for log files that nobody here writes.
LOG_DIR = flags.DEFINE_string("log_dir", "logs/own_loop", "Where the record goes.", allow_override=True)
SEED = flags.DEFINE_integer("seed", 0, "Of weights and batches.")

LOSS = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def train_tensorflow(model, batches, run):
    """A GradientTape within `tf.function`; `run.step` outside of it."""
    import tensorflow as tf

    optimizer = keras.optimizers.SGD(0.002, momentum=0.9)
    optimizer.build(model.trainable_variables)

    @tf.function(reduce_retracing=True)
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = LOSS(y, model(x, training=True))
        optimizer.apply(tape.gradient(loss, model.trainable_variables))

    for step, (x, y) in enumerate(batches, start=1):
        train_step(tf.constant(x), tf.constant(y))
        if run.step(step):
            break


def train_jax(model, batches, run):
    """`stateless_call` within `jax.jit`: weights are values that the loop carries along, and hands to `run.step`."""
    import jax

    optimizer = keras.optimizers.SGD(0.002, momentum=0.9)
    optimizer.build(model.trainable_variables)

    def compute_loss(trainable, non_trainable, x, y):
        outputs, non_trainable = model.stateless_call(trainable, non_trainable, x, training=True)
        return LOSS(y, outputs), non_trainable

    @jax.jit
    def train_step(trainable, non_trainable, state, x, y):
        gradients, non_trainable = jax.grad(compute_loss, has_aux=True)(trainable, non_trainable, x, y)
        return *optimizer.stateless_apply(state, gradients, trainable), non_trainable

    values = (model.trainable_variables, model.non_trainable_variables, optimizer.variables)
    trainable, non_trainable, state = ([variable.value for variable in several] for several in values)
    for step, (x, y) in enumerate(batches, start=1):
        trainable, state, non_trainable = train_step(trainable, non_trainable, state, x, y)
        if run.step(step, trainable, non_trainable):
            break


def train_torch(model, batches, run):
    """PyTorch's own loss and optimizer."""
    import torch

    optimizer = torch.optim.SGD(model.parameters(), 0.002, momentum=0.9)
    for step, (x, y) in enumerate(batches, start=1):
        optimizer.zero_grad()
        logits = model(torch.from_numpy(x), training=True)
        torch.nn.functional.cross_entropy(logits, torch.from_numpy(y)).backward()
        optimizer.step()
        if run.step(step):
            break


TRAIN = {"tensorflow": train_tensorflow, "jax": train_jax, "torch": train_torch}


def draw_batches(x, y):
    """Shuffled batches, as many as there are steps."""
    generator = np.random.default_rng(SEED.value)
    for _ in range(STEPS.value):
        rows = generator.choice(len(x), BATCH_SIZE.value, replace=False)
        yield x[rows], y[rows].astype("int64")


def main(_):
    """Trains with the probe on."""
    (x, y), validation = datasets.digits()
    keras.utils.set_random_seed(SEED.value)
    model = models.vgg8(x.shape[1:], num_classes=10, width=8)
    model.compile(loss=LOSS)  # for model_loss in the record alone
    probe = PhaseProbe(log_dir=LOG_DIR.value, seed=SEED.value)
    followers = [PhaseStop(probe, verbose=1)] if STOP.value else []
    with probe.run(model, ((x, y), validation), total_steps=STEPS.value, followers=followers) as run:
        TRAIN[keras.backend.backend()](model, draw_batches(x, y), run)
    print(f"In TensorBoard: tensorboard --logdir {probe.log_dir}   (then open the tab Phases)")


if __name__ == "__main__":
    app.run(main)
