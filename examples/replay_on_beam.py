"""What did the layers learn and forget, where there are more checkpoints than one machine can measure?

    python examples/replay_on_beam.py --log_dir=logs/beam

Trains a quarter-width VGG-8 on the 1,280 handwritten digits, saving the model at steps 0, 1, 2, 4, 8, ...; then workers
of Apache Beam (`pip install "keras-phases[beam]"`) measure these files, each of them loaded once, and this process
writes the record, prints the phases of every layer and says how to open TensorBoard. It is the record of the loop, bit
for bit but for its seconds; a second run trains nothing and measures what is missing. Which machines do the work is
said by Beam's own flags:

    --beam_pipeline_args=--runner=FnApiRunner                    this process, the default
    --beam_pipeline_args=--direct_running_mode=multi_processing --beam_pipeline_args=--direct_num_workers=4
                                                                 four processes of this machine
    --beam_pipeline_args=--runner=DataflowRunner ...             Google Cloud: docs/pipelines.md says what it needs

Checkpoints of your own: --checkpoints=DIR, a folder of .keras files with the step in their names, whose model takes
these digits; for other rows, `keras_phases.replay(..., engine=BeamEngine([...]))` takes what `fit` takes.

Hardware and time: 2 CPU cores, about 2 minutes. Expected: the curve of examples/digits.py, the last features lose a
quarter of their reconstruction loss by step 32 and have most of it back at the end; "Apache Beam: 13 checkpoints
loaded, 1 models built."
"""

import pathlib
import sys

import keras
from absl import app, flags

import keras_phases
from keras_phases import datasets, models
from keras_phases.checkpoints.engines.beam import PipelineError

BEAM = flags.DEFINE_multi_string(
    "beam_pipeline_args", ["--runner=FnApiRunner"], "A flag of Apache Beam; may be given several times."
)
CHECKPOINTS = flags.DEFINE_string("checkpoints", None, "Folder of .keras files. None: those of a training that is run.")
WIDTH = flags.DEFINE_integer("width", 8, "Channels of the first block of VGG-8.", lower_bound=1)
MAX_STEPS = flags.DEFINE_integer("max_steps", 1024, "Training steps, rounded up to whole epochs.", lower_bound=1)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 32, "Rows of a training batch.", lower_bound=1)
LAYERS = flags.DEFINE_string("layers", "auto", "auto, blocks, or the name or glob of a layer.")
# absl's own logging has a flag of this name, for log files that nobody here writes.
LOG_DIR = flags.DEFINE_string("log_dir", "logs/beam", "Where checkpoints and record go.", allow_override=True)
SEED = flags.DEFINE_integer("seed", 0, "Of weights, shuffling and probe rows.", lower_bound=0)


def train(data, folder):
    """Trains without a probe, and saves the model at steps 0, 1, 2, 4, 8, ... and the last."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("step-*.keras"):  # of a training that was killed, perhaps with other flags
        stale.unlink()
    (x, y), validation = data
    keras.utils.set_random_seed(SEED.value)
    model = models.vgg8(x.shape[1:], num_classes=10, width=WIDTH.value)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.002, momentum=0.9), loss, metrics=["accuracy"])
    steps = []

    def save(is_due=True):
        if is_due:
            model.save(folder / f"step-{len(steps)}.keras")

    def count(batch, logs):
        steps.append(batch)
        save(len(steps) & (len(steps) - 1) == 0)

    keep = keras.callbacks.LambdaCallback(
        on_train_begin=lambda logs: save(), on_train_batch_end=count, on_train_end=lambda logs: save()
    )
    epochs = -(-MAX_STEPS.value // -(-len(x) // BATCH_SIZE.value))
    model.fit(x, y, BATCH_SIZE.value, epochs, verbose=2, validation_data=validation, callbacks=[keep])
    (folder / "done").touch()


def main(_):
    """Trains where that was not done, and has measured what is missing."""
    data, folder = datasets.digits(), pathlib.Path(LOG_DIR.value, "checkpoints")
    try:
        if CHECKPOINTS.value is None and "://" in LOG_DIR.value:
            raise ValueError(
                f"--log_dir={LOG_DIR.value} lies elsewhere, and the training here saves its checkpoints in a folder of "
                "this machine. Expected such a folder, or --checkpoints too."
            )
        if CHECKPOINTS.value is None and not (folder / "done").exists():
            train(data, folder)
        keras_phases.replay(
            CHECKPOINTS.value or folder,
            None,
            data,
            probe=keras_phases.ProbeSettings(layers=LAYERS.value, seed=SEED.value),
            log_dir=LOG_DIR.value,
            engine=keras_phases.BeamEngine(BEAM.value),
        )
    except (ValueError, ImportError, OSError, PipelineError) as error:
        sys.exit(f"replay_on_beam: {error}")


if __name__ == "__main__":
    app.run(main)
