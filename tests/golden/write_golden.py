"""Writes the golden event files: small runs of each kind, and what the reader of their own version makes of them.

    KERAS_BACKEND=tensorflow python write_golden.py --output=tests/golden/v0.1.0

The files in v0.1.0 were written by keras-phases 0.1.0, at commit 90c8d10, with Keras 3 on TensorFlow. The script is as
it was then: it names that version's API and need not run on today's. README.md says how those of another are added.

    <output>/<name>/phases/events.out.tfevents.*    the record, `<output>/<name>` its log_dir
    <output>/<name>/expected.npz                    steps, values (step, row, metric), image_steps, image_sha256 of
                                                    each of these; as JSON layout (rows, metrics, run) and phases of
                                                    each row

Hardware and time: 2 CPU cores, about 2 minutes. Expected: below 300 KB.
"""

import argparse
import dataclasses
import hashlib
import json
import pathlib
import shutil
import tempfile

import keras
import numpy as np
from keras import layers

from keras_phases import Every, PhaseHistory, PhaseProbe, datasets, models, replay
from keras_phases.decoders import AdamLinear

NUM_FIT, NUM_HELDOUT, BATCH_SIZE = 96, 32, 24
STEPS_PER_EPOCH = NUM_FIT // BATCH_SIZE
SETTINGS = {"max_examples": NUM_FIT, "max_heldout": NUM_HELDOUT, "probe_batch_size": 32, "on_error": "raise"}
FEW_LAYERS = {"layers": ["block1_relu", "block5_relu"]}


def draw_digits(num_fit=NUM_FIT):
    """`(x, y), (x_test, y_test)`: few digits, every second pixel of them."""
    parts = zip(datasets.digits(), (num_fit, NUM_HELDOUT), strict=True)
    return tuple((x[:number, ::2, ::2], y[:number]) for (x, y), number in parts)


def build_vgg8():
    """A VGG-8 of width 4 with first weights that are always the same, compiled."""
    keras.utils.set_random_seed(0)
    return compile_classifier(models.vgg8((16, 16, 1), width=4))


def compile_classifier(model, learning_rate=0.02):
    """The model with the optimizer and the loss of all classifiers here."""
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(learning_rate, momentum=0.9), loss, metrics=["accuracy"])
    return model


def fit(model, *callbacks, epochs, **options):
    """Trains on the digits, held-out ones beside them."""
    (x, y), validation = draw_digits()
    given = {"x": x, "y": y, "validation_data": validation, "batch_size": BATCH_SIZE} | options
    model.fit(epochs=epochs, verbose=0, callbacks=list(callbacks), **given)


def is_bright(x):
    """A further label set: whether an image is brighter than the mean."""
    return (x.mean(axis=(1, 2, 3)) > 0).astype("int32")


def write_digits(log_dir):
    """Default quantities, two decoders, a further label set, images: steps 0 to 16."""
    named = {"layers": ["block1_relu", "block3_relu", "block5_relu"], "decoders": ["linear", "patch"]}
    probe = PhaseProbe(log_dir=log_dir, images=2, transfer={"bright": is_bright}, **named, **SETTINGS)
    fit(build_vgg8(), probe, epochs=16 // STEPS_PER_EPOCH)


def write_resumed(log_dir):
    """Steps 0 to 8, then again from the weights of step 4 on, whose steps 6 and 8 replace those, then on to step 16."""
    options = {"schedule": Every(2), "images": 2, "quantities": "channel"} | FEW_LAYERS | SETTINGS
    with tempfile.TemporaryDirectory() as folder:
        saved = pathlib.Path(folder) / "{epoch}.keras"
        keep = keras.callbacks.ModelCheckpoint(saved)
        fit(build_vgg8(), PhaseProbe(log_dir=log_dir, **options), keep, epochs=2)
        model = keras.models.load_model(str(saved).format(epoch=1))
    keras.utils.set_random_seed(7)
    fit(model, PhaseProbe(log_dir=log_dir, **options), initial_epoch=1, epochs=3)
    fit(model, PhaseProbe(log_dir=log_dir, **options), initial_epoch=3, epochs=4)


def write_budget(log_dir):
    """A budget that drops probe steps; those that it planned stand among the settings."""
    options = {"schedule": Every(100), "budget": 0.8, "images": 0, "quantities": None} | FEW_LAYERS
    fit(build_vgg8(), PhaseProbe(log_dir=log_dir, **options, **SETTINGS), epochs=1600 // STEPS_PER_EPOCH)


def write_three_phases(log_dir):
    """All digits and many steps, as in examples/digits.py: a layer that first keeps, then learns, then forgets."""
    (x, y), validation = datasets.digits()
    keras.utils.set_random_seed(0)
    model = compile_classifier(models.vgg8(x.shape[1:], width=8), learning_rate=0.002)
    probe = PhaseProbe(log_dir=log_dir, layers="block5_relu", images=0, on_error="raise")
    fit(model, probe, epochs=26, x=x, y=y, validation_data=validation, batch_size=32)


def write_regression(log_dir):
    """Labels that are numbers: no classes, no accuracy; no quantities."""
    keras.utils.set_random_seed(0)
    stack = [layers.Flatten(), layers.Dense(12, "relu", name="first"), layers.Dense(6, "tanh", name="second")]
    model = keras.Sequential([keras.Input((16, 16, 1)), *stack, layers.Dense(1)])
    model.compile("adam", "mse")
    (x, _), (x_test, _) = draw_digits()
    numbers = {"x": x, "y": brightness(x), "validation_data": (x_test, brightness(x_test))}
    options = {"layers": ["first", "second"], "quantities": None, "images": 0} | SETTINGS
    fit(model, PhaseProbe(log_dir=log_dir, **options), epochs=4, **numbers)


def brightness(x):
    """Labels that are numbers."""
    return x.mean(axis=(1, 2, 3))


def write_paper(log_dir):
    """The paper's protocol, its decoders trained for one epoch."""
    options = {"protocol": "paper", "decoders": AdamLinear(epochs=1), "images": 2} | FEW_LAYERS
    fit(build_vgg8(), PhaseProbe(log_dir=log_dir, **options, **SETTINGS), epochs=2)


class Breaks(keras.callbacks.Callback):
    """From a step on a layer gives NaN."""

    def on_train_batch_end(self, batch, logs=None):
        """Spoils the layer's weights."""
        if int(self.model.optimizer.iterations.numpy()) == STEPS_PER_EPOCH:
            layer = self.model.get_layer("last")
            layer.set_weights([np.full_like(weights, np.nan) for weights in layer.get_weights()])


def build_broken():
    """A model with a grid that does not divide the image, and a layer whose features are zero."""
    keras.utils.set_random_seed(0)
    inputs = keras.Input((15, 15, 1))
    grid = layers.Conv2D(4, 3, strides=4, activation="relu", name="grid")(inputs)
    flat = layers.Flatten()(grid)
    dead = layers.Dense(8, "relu", bias_initializer=keras.initializers.Constant(-1e3), name="dead")(flat)
    last = layers.Dense(6, bias_initializer="ones", name="last")(flat)
    return compile_classifier(keras.Model(inputs, layers.Dense(10)(layers.Concatenate()([last, dead]))))


def write_flags(log_dir):
    """Held-out rows of training, inputs that are cropped, a layer that is constant, and one that turns NaN."""
    (x, y), _ = draw_digits(2 * NUM_FIT)
    rows = {"x": x[:, :15, :15], "y": y, "validation_data": None, "steps_per_epoch": STEPS_PER_EPOCH}
    options = {"layers": ["grid", "dead", "last"], "decoders": "patch", "images": 2}
    probe = PhaseProbe(log_dir=log_dir, quantities=["class", "majority"], **options, **SETTINGS)
    fit(build_broken(), Breaks(), probe, epochs=2, **rows)


def write_replayed(log_dir):
    """Checkpoints, of which some are measured later than those behind them, and the last at the end."""
    model, options = build_vgg8(), {"images": 2, "quantities": "effective_rank", "verbose": 0} | FEW_LAYERS | SETTINGS
    with tempfile.TemporaryDirectory() as folder:
        saved = {0: pathlib.Path(folder) / "step-0.weights.h5"}
        model.save_weights(saved[0])
        for step in (4, 8, 12, 16):
            fit(model, epochs=1)
            saved[step] = pathlib.Path(folder) / f"step-{step}.weights.h5"
            model.save_weights(saved[step])
        for steps in ((4, 12), (0, 8), (16,)):
            replay({step: saved[step] for step in steps}, model, draw_digits(), log_dir=log_dir, **options)


RUNS = {
    "digits": write_digits,
    "resumed": write_resumed,
    "budget": write_budget,
    "three_phases": write_three_phases,
    "regression": write_regression,
    "paper": write_paper,
    "flags": write_flags,
    "replayed": write_replayed,
}


def rename_files(directory):
    """Takes the names of the machine and the process out of the names of event files; their order stays."""
    for number, path in enumerate(sorted(directory.glob("*tfevents*"))):
        seconds = ".".join(path.name.split(".")[3:5])
        path.rename(directory / f"events.out.tfevents.{seconds}.golden.0.{number}")


def write_expected(log_dir):
    """Keeps what this version reads."""
    history = PhaseHistory.load(log_dir)
    image_steps = history.image_steps
    digests = [hashlib.sha256(b"".join(history.blobs(step))).hexdigest() for step in image_steps]
    np.savez_compressed(
        log_dir / "expected.npz",
        steps=history.steps,
        values=np.stack([values for _, values in history.records]),
        image_steps=image_steps,
        image_sha256=np.array(digests, "U64"),
        layout=json.dumps(dataclasses.asdict(history.layout), sort_keys=True),
        phases=json.dumps([describe_phases(history, row) for row in history.layout.rows]),
    )


def describe_phases(history, row):
    """What is said of one row of the record."""
    report = history.phases(row.layer, row.decoder)
    return {
        "layer": row.layer,
        "decoder": row.decoder,
        "minimum_step": report.minimum_step,
        "minimum_interval": report.minimum_interval,
        "kinds": [phase.kind for phase in report.phases],
    }


def main():
    """Writes the runs that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("--run", nargs="*", choices=list(RUNS), default=list(RUNS))
    arguments = parser.parse_args()
    for name in arguments.run:
        log_dir = arguments.output / name
        shutil.rmtree(log_dir, ignore_errors=True)
        RUNS[name](log_dir)
        rename_files(log_dir / "phases")
        write_expected(log_dir)
        size = sum(path.stat().st_size for path in log_dir.rglob("*") if path.is_file())
        print(f"{name}: {PhaseHistory.load(log_dir)}, {size:,} bytes", flush=True)


if __name__ == "__main__":
    main()
