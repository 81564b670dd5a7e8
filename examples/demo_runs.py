"""Which trainings are the demo runs of the Phases tab, and how were they measured?

    python examples/demo_runs.py --output=tb_plugin/tensorboard_plugin_phases/demo_runs

Trains three quarter-width VGG-8 (seeds 0, 1, 2) and a ResNet-10 (width 16) on the embedded digits, with the settings of
`examples/digits.py`, two probe steps for each doubling of the step and all taps that `layers="auto"` finds, and writes
the record of each as one small .npz. `python -m tensorboard_plugin_phases.demo` turns them into event files.

Hardware and time: 2 CPU cores, about 8 minutes. Expected: the four files that are in the package, to the last digits
that another machine or backend computes alike.
"""

import pathlib
import tempfile

import keras
import numpy as np
from absl import app, flags
from tensorboard.backend.event_processing.event_file_loader import EventFileLoader
from tensorboard_plugin_phases.demo import DemoRun

from keras_phases import LogSpaced, PhaseProbe, datasets, models
from keras_phases.record.schema import pack_layout

RUNS = {
    "vgg8-seed0": ("vgg8", 0),
    "vgg8-seed1": ("vgg8", 1),
    "vgg8-seed2": ("vgg8", 2),
    "resnet10-seed0": ("resnet10", 0),
}
WIDTHS = {"vgg8": 8, "resnet10": 16}
MAX_STEPS = {"vgg8": 2048, "resnet10": 512}
BATCH_SIZE = 32

NAMES = flags.DEFINE_multi_enum("run", list(RUNS), list(RUNS), "Runs to train, one after the other.")
STEPS = flags.DEFINE_integer(
    "max_steps", None, f"Training steps, rounded up to whole epochs; {MAX_STEPS} by default.", lower_bound=1
)
OUTPUT = flags.DEFINE_string("output", None, "Folder of the .npz files; made where it is missing.", required=True)


def train(network, seed, log_dir):
    """Trains one network with the probe on; its history, and when each probe step was written."""
    (x, y), validation = datasets.digits()
    keras.utils.set_random_seed(seed)
    model = getattr(models, network)(x.shape[1:], num_classes=10, width=WIDTHS[network])
    model.compile(
        keras.optimizers.SGD(0.002, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    probe = PhaseProbe(log_dir=log_dir, schedule=LogSpaced(per_doubling=2), seed=seed)
    epochs = -(-(STEPS.value or MAX_STEPS[network]) // -(-len(x) // BATCH_SIZE))
    model.fit(x, y, BATCH_SIZE, epochs, verbose=0, validation_data=validation, callbacks=[probe])
    events = [
        event for path in sorted(pathlib.Path(log_dir).glob("phases/*")) for event in EventFileLoader(str(path)).Load()
    ]
    return probe.history, {event.step: event.wall_time for event in events if event.summary.value}


def build_run(history, seconds):
    """The numbers that are kept of a training."""
    steps, times = history.steps, np.array([seconds[step] for step in history.steps.tolist()])
    values = np.stack([values for _, values in history.records])
    return DemoRun(pack_layout(history.layout), steps, np.round(times - times[0], 3), values)


def main(_):
    """Trains the runs and writes their numbers."""
    output = pathlib.Path(OUTPUT.value)
    output.mkdir(parents=True, exist_ok=True)
    for name in NAMES.value:
        with tempfile.TemporaryDirectory() as folder:
            run = build_run(*train(*RUNS[name], folder))
        path = output / f"{name}.npz"
        run.save(path)
        print(f"{path}: {len(run.steps)} probe steps, {path.stat().st_size:,} bytes", flush=True)


if __name__ == "__main__":
    app.run(main)
