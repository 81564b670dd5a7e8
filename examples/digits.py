"""What do the layers of a CNN learn and forget on 1,280 handwritten digits?

    python examples/digits.py --log_dir=logs/digits

Trains a quarter-width VGG-8 and a ResNet-10 (width 16) with PhaseProbe on, prints the phases of every layer, draws
`<log_dir>/<model>.png` and says how to open TensorBoard. A second time its records and pictures are `<model>-1` beside
the first. Needs no network: the digits come with scikit-learn.

Hardware and time: 2 CPU cores, about 4 minutes. Expected: the last features of the VGG-8 keep their reconstruction loss
for a few steps, lose a quarter of it by step 32, and have most of it back by step 1,024 while the classifier goes on
improving. Early layers keep nearly all of the input throughout; where a layer does not show a rise the table says so,
as it does for most of the ResNet-10.
"""

import pathlib

import keras
from absl import app, flags

from keras_phases import PhaseProbe, datasets, models

MODELS = {"vgg8": models.vgg8, "resnet10": models.resnet10}
WIDTHS = {"vgg8": 8, "resnet10": 16}
MAX_STEPS = {"vgg8": 1024, "resnet10": 512}

NAMES = flags.DEFINE_multi_enum("model", list(MODELS), list(MODELS), "Networks to train, one after the other.")
STEPS = flags.DEFINE_integer(
    "max_steps", None, f"Training steps, rounded up to whole epochs; {MAX_STEPS} by default.", lower_bound=1
)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 32, "Rows of a training batch.", lower_bound=1)
LEARNING_RATE = flags.DEFINE_float("learning_rate", 0.002, "Of SGD with momentum 0.9, as in the paper.")
# absl's own logging has a flag of this name, for log files that nobody here writes.
LOG_DIR = flags.DEFINE_string("log_dir", "logs/digits", "Where records and pictures go.", allow_override=True)
SEED = flags.DEFINE_integer("seed", 0, "Of weights, shuffling and probe rows.")


def train(name, log_dir):
    """Trains one network with the probe on and returns that."""
    (x, y), validation = datasets.digits()
    keras.utils.set_random_seed(SEED.value)
    model = MODELS[name](x.shape[1:], num_classes=10, width=WIDTHS[name])
    model.compile(
        keras.optimizers.SGD(LEARNING_RATE.value, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    probe = PhaseProbe(log_dir=log_dir / name, seed=SEED.value)
    steps_per_epoch = -(-len(x) // BATCH_SIZE.value)
    epochs = -(-(STEPS.value or MAX_STEPS[name]) // steps_per_epoch)
    model.fit(x, y, BATCH_SIZE.value, epochs, verbose=2, validation_data=validation, callbacks=[probe])
    return probe


def main(_):
    """Runs the networks and draws their pictures."""
    log_dir = pathlib.Path(LOG_DIR.value)
    for name in NAMES.value:
        probe = train(name, log_dir)
        picture = log_dir / f"{probe.log_dir.name}.png"
        probe.history.plot().savefig(picture, dpi=150)
        print(f"Picture: {picture}\n")
    print(f"In TensorBoard: tensorboard --logdir {log_dir}   (then open the tab Phases)")


if __name__ == "__main__":
    app.run(main)
