"""Which trainings are the demo runs of the Phases tab, and how were they measured?

    python examples/demo_runs.py --output=tb_plugin/tensorboard_plugin_phases/demo_runs

Trains two quarter-width VGG-8 (seeds 0 and 1), a ResNet-10 (width 16) and a small vision transformer on the embedded
digits, and keeps the event file of each, compressed, without the name of the machine. The first VGG-8 has images,
breakdowns, and a further task, how much ink an image has. `keras-phases demo` writes them into a log folder.

Hardware and time: 2 CPU cores, about 8 minutes. Expected: the files that are in the package, to the last digits that
another machine or backend computes alike; `resnet10-seed0` and `vgg8-seed1` there come from an earlier version, whose
linear probes had one L2 for all, so that their accuracies differ.
"""

import gzip
import pathlib
import tempfile

import keras
import numpy as np
from absl import app, flags
from vit import build_vit

from keras_phases import LogSpaced, PhaseProbe, datasets, models

# The tab is opened with the newest run, the last here.
RUNS = {
    "vit-seed0": ("vit", 0, 256),
    "resnet10-seed0": ("resnet10", 0, 512),
    "vgg8-seed1": ("vgg8", 1, 2048),
    "vgg8-seed0": ("vgg8", 0, 1024),
}
BATCH_SIZE = 32

NAMES = flags.DEFINE_multi_enum("run", list(RUNS), list(RUNS), "Runs to train, one after the other.")
SHORTEN = flags.DEFINE_integer("shorten", 1, "Divides the steps of each; whole epochs are trained.", lower_bound=1)
OUTPUT = flags.DEFINE_string("output", None, "Folder of the files; made where it is missing.", required=True)


def tell_ink(x):
    """The further task: whether an image has little, some or much ink, about as often each."""
    return np.digitize(x.mean(axis=(1, 2, 3)), [-0.045, 0.045])


def build_model(network, input_shape):
    """A compiled network."""
    if network == "vit":
        model, optimizer = build_vit(input_shape, num_classes=10), keras.optimizers.AdamW(1e-3, weight_decay=1e-2)
    else:
        width = {"vgg8": 8, "resnet10": 16}[network]
        model = getattr(models, network)(input_shape, num_classes=10, width=width)
        optimizer = keras.optimizers.SGD(0.002, momentum=0.9)
    model.compile(optimizer, keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return model


def choose_settings(name):
    """What the probe of a run is told: files stay small where only the first VGG-8 has all."""
    if name == "vgg8-seed0":
        return {"images": 4, "transfer": {"ink": tell_ink}}
    if name == "vit-seed0":
        # Half of the digits: exact linear probes of wide maps are most of what a probe step costs.
        return {"images": 4, "quantities": None, "max_examples": 640}
    return {"images": 0, "quantities": None, "schedule": LogSpaced(per_doubling=2)}


def train(name, log_dir):
    """Trains one run with the probe on and returns the probe."""
    network, seed, max_steps = RUNS[name]
    (x, y), validation = datasets.digits()
    keras.utils.set_random_seed(seed)
    model = build_model(network, x.shape[1:])
    probe = PhaseProbe(log_dir=log_dir, seed=seed, **choose_settings(name))
    epochs = -(-max_steps // SHORTEN.value // -(-len(x) // BATCH_SIZE))
    model.fit(x, y, BATCH_SIZE, max(epochs, 1), verbose=0, validation_data=validation, callbacks=[probe])
    return probe


def main(_):
    """Trains the runs and keeps their event files."""
    output = pathlib.Path(OUTPUT.value)
    output.mkdir(parents=True, exist_ok=True)
    for name in NAMES.value:
        with tempfile.TemporaryDirectory() as folder:
            probe = train(name, folder)
            (written,) = probe.directory.glob("*tfevents*")
            path = output / f"{name}.tfevents.gz"
            path.write_bytes(gzip.compress(written.read_bytes(), mtime=0))
        print(f"{path}: {len(probe.history)} probe steps, {path.stat().st_size:,} bytes", flush=True)
        for layer in probe.history.layers:
            print(f"  {layer}: {probe.history.phases(layer).describe_stages()}", flush=True)


if __name__ == "__main__":
    app.run(main)
