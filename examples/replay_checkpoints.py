"""What did the layers of a network learn and forget that was trained without a probe, and only saved?

    python examples/replay_checkpoints.py --log_dir=logs/replay

Trains a quarter-width VGG-8 on the 1,280 handwritten digits as anybody would, saving its weights at steps 0, 1, 2, 4,
8, ...; then measures these files as PhaseProbe would have measured the model while it trained, prints the phases of
every layer, draws `<log_dir>/replay.png`, and says how to open TensorBoard. A second run trains nothing and measures
what is missing: delete `<log_dir>/phases` to measure anew, or kill it in the midst and start it again. For checkpoints
of your own no script is needed:

    keras-phases replay --checkpoints=DIR --data=rows.npz --model=model.keras --log_dir=logs/mine

Hardware and time: 2 CPU cores, about 2 minutes. Expected: the curve of examples/digits.py, since the data, the seed and
the measurement are the same; the last features lose a quarter of their reconstruction loss by step 32 and have most of
it back at the end.
"""

import pathlib

import keras
from absl import app, flags

import keras_phases
from keras_phases import datasets, models

WIDTH = flags.DEFINE_integer("width", 8, "Channels of the first block of VGG-8.", lower_bound=1)
MAX_STEPS = flags.DEFINE_integer("max_steps", 1024, "Training steps, rounded up to whole epochs.", lower_bound=1)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 32, "Rows of a training batch.", lower_bound=1)
LAYERS = flags.DEFINE_string("layers", "auto", "auto, blocks, or the name or glob of a layer.")
# absl's own logging has a flag of this name, for log files that nobody here writes.
LOG_DIR = flags.DEFINE_string("log_dir", "logs/replay", "Where weights, record and picture go.", allow_override=True)
SEED = flags.DEFINE_integer("seed", 0, "Of weights, shuffling and probe rows.", lower_bound=0)


class SaveWeights(keras.callbacks.Callback):
    """Saves the weights at steps 0, 1, 2, 4, 8, ... and the last, nothing else."""

    def __init__(self, folder):
        super().__init__()
        self.folder, self.step = folder, 0

    def on_train_begin(self, logs=None):
        """The weights as they are drawn."""
        self.save()

    def on_train_batch_end(self, batch, logs=None):
        """Those of every power of two."""
        self.step += 1
        if self.step & (self.step - 1) == 0:
            self.save()

    def on_train_end(self, logs=None):
        """Those at the end; a folder with them is one of a whole run."""
        self.save()
        (self.folder / "done").touch()

    def save(self):
        """Writes a file with the step in its name."""
        self.model.save_weights(self.folder / f"step-{self.step}.weights.h5")


def build_model(shape):
    """The VGG-8 as it is trained, compiled."""
    keras.utils.set_random_seed(SEED.value)
    model = models.vgg8(shape, num_classes=10, width=WIDTH.value)
    model.compile(
        keras.optimizers.SGD(0.002, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def main(_):
    """Trains where that was not done, measures what is missing, and draws the picture."""
    log_dir = pathlib.Path(LOG_DIR.value)
    folder = log_dir / "checkpoints"
    (x, y), validation = data = datasets.digits()
    model = build_model(x.shape[1:])
    if not (folder / "done").exists():
        folder.mkdir(parents=True, exist_ok=True)
        epochs = -(-MAX_STEPS.value // -(-len(x) // BATCH_SIZE.value))
        model.fit(
            x, y, BATCH_SIZE.value, epochs, verbose=2, validation_data=validation, callbacks=[SaveWeights(folder)]
        )
    settings = keras_phases.ProbeSettings(layers=LAYERS.value, seed=SEED.value)
    found = keras_phases.replay(folder, model, data, probe=settings, log_dir=log_dir)
    picture = log_dir / "replay.png"
    found.history.plot().savefig(picture, dpi=150)
    print(f"Picture: {picture}")


if __name__ == "__main__":
    app.run(main)
