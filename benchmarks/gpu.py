"""What does PhaseProbe cost on a GPU, and does it measure there what it measures on the CPU?

    KERAS_BACKEND=jax python benchmarks/gpu.py           # each is meant to take under 4 minutes on one large GPU
    KERAS_BACKEND=torch python benchmarks/gpu.py
    KERAS_BACKEND=jax python benchmarks/gpu.py --quick   # that it runs, on a CPU: says nothing

| `--parts=` | |
|---|---|
| `numbers` | one probe step of a VGG-8 here and, in a process of its own, on the CPU: relative differences |
| `vgg8` | a probe step beside the bare forward pass over the same rows; five taps, 10,000 + 2,000 rows of 32 px |
| `fit` | a fit of that VGG-8 over 20 epochs of 50,000 rows with the default probe, and without |
| `idle` | batches at which nothing is measured, of 256 rows, with a probe and without, as idle.py |
| `resnet50` | a probe step beside the bare forward pass; 16 blocks at 224 px, 800 + 200 rows |

Rows are smooth random images with ten classes. Writes `<output>/gpu-<backend>.json` after each part, so that what is
killed has what it finished. How to read it: ratios are taken within a round, contenders in turn.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import types

import harness
import idle_fit
import keras
import numpy as np
import step_cost
from absl import app, flags

from keras_phases import PhaseProbe, models

COMPARED = ("reconstruction_loss", "mean_image_loss", "probe_loss")
LARGE = {
    "width": 32,
    "examples": 10_000,
    "heldout": 2_000,
    "compared": (2_048, 512),
    "train_steps": 128,
    "rows": 50_000,
    "epochs": 20,
    "idle": (256, 200),
    "images": (800, 200),
    "image_size": 224,
}
SMALL = {
    "width": 2,
    "examples": 128,
    "heldout": 64,
    "compared": (128, 64),
    "train_steps": 2,
    "rows": 256,
    "epochs": 1,
    "idle": (16, 3),
    "images": (8, 8),
    "image_size": 64,
}

QUICK = flags.DEFINE_bool("quick", False, "Tiny sizes: that everything runs.")
REPEATS = flags.DEFINE_integer("repeats", 3, "Rounds of all contenders of a part; one of `fit`.", lower_bound=1)
SEED = flags.DEFINE_integer("seed", 0, "Of weights, rows and positions.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")
MEASURE = flags.DEFINE_string("measure", None, "Folder of weights: only measures them, into numbers.json there.")


def settings_of(examples, heldout, **options):
    """What the functions of `step_cost` take."""
    sizes = SMALL if QUICK.value else LARGE
    known = {"data": "random", "data_dir": None, "image_size": None, "width": sizes["width"], "seed": SEED.value}
    known |= {"train_steps": sizes["train_steps"], "batch_size": min(256, heldout)}
    return types.SimpleNamespace(examples=examples, heldout=heldout, **known | options)


def measure_numbers(folder):
    """The compared columns of one probe step, a list of one value a tap; of the weights in a folder, or put there."""
    settings = settings_of(*(SMALL if QUICK.value else LARGE)["compared"])
    images, path = step_cost.load(settings), pathlib.Path(folder) / "model.weights.h5"
    if path.exists():
        model = models.vgg8(images[0][0].shape[1:], num_classes=10, width=settings.width)
        model.load_weights(path)
    else:
        model = step_cost.train_vgg8(settings, images)
        model.save_weights(path)
    found = step_cost.build(settings, model, images, layers=["auto"]).measure(0, 0)
    return {name: [float(row.metrics[name]) for row in found.rows] for name in COMPARED}


def numbers(sizes):
    """Relative differences of the compared columns from those of the CPU."""
    del sizes
    with tempfile.TemporaryDirectory() as folder:
        ours = measure_numbers(folder)
        on_cpu = {"CUDA_VISIBLE_DEVICES": "", "JAX_PLATFORMS": "cpu"}
        command = [sys.executable, __file__, f"--measure={folder}", f"--seed={SEED.value}"]
        subprocess.run([*command, *["--quick"] * QUICK.value], check=True, env={**os.environ, **on_cpu})
        theirs = json.loads((pathlib.Path(folder) / "numbers.json").read_text())
    values = []
    for name in COMPARED:
        differences = np.abs(np.divide(ours[name], theirs[name]) - 1).round(9).tolist()
        measure = f"{name}: relative difference from the CPU's, tap by tap"
        values.append(harness.value(measure, differences, target="<= 1e-4"))
    return {}, [], values


def vgg8(sizes):
    """A probe step beside the bare forward pass."""
    settings = settings_of(sizes["examples"], sizes["heldout"])
    images = step_cost.load(settings)
    return _step("vgg8", settings, step_cost.train_vgg8(settings, images), images, ["auto"], "<= 8")


def resnet50(sizes):
    """The same of ResNet-50, of drawn weights."""
    settings = settings_of(*sizes["images"], image_size=sizes["image_size"])
    settings.batch_size = min(40, settings.heldout)
    images = step_cost.load(settings)
    keras.utils.set_random_seed(SEED.value)
    model = keras.applications.ResNet50(weights=None, input_shape=images[0][0].shape[1:])
    return _step("resnet50", settings, model, images, ["conv*_block*_out"], "")


def _step(name, settings, model, images, layers, target):
    instrument = step_cost.build(settings, model, images, layers=layers)
    contenders = {
        f"{name}_forward": step_cost.bare_forward(model, instrument),
        f"{name}_probe_step": step_cost.probe_step(instrument),
    }
    for contender in contenders.values():  # which compile
        contender()
    measure = f"{name}: probe step / bare forward pass"
    comparison = harness.comparison(measure, f"{name}_probe_step", f"{name}_forward", target=target)
    return harness.in_turn(contenders, REPEATS.value), [comparison], []


def fit(sizes):
    """A whole fit with the default probe and without."""
    (x, y), _ = harness.load_images("random", None, num_rows=(min(sizes["rows"], idle_fit.DRAWN), 2), seed=SEED.value)
    x, y = (np.resize(rows, (sizes["rows"], *rows.shape[1:])) for rows in (x, y))

    def train(*callbacks, epochs=sizes["epochs"]):
        keras.utils.set_random_seed(SEED.value)
        model = models.vgg8(x.shape[1:], num_classes=10, width=sizes["width"])
        sgd = keras.optimizers.SGD(0.002, momentum=0.9)
        model.compile(sgd, keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        start = time.perf_counter()
        model.fit(x, y, 128, epochs, verbose=0, callbacks=list(callbacks))
        return harness.Measured(time.perf_counter() - start)

    def with_probe():
        with tempfile.TemporaryDirectory() as folder:
            return train(PhaseProbe(log_dir=folder, on_error="raise"))

    train(epochs=1)  # what only a process's first fit pays
    timings = harness.in_turn({"fit_without": train, "fit_with": with_probe}, 1)
    measure = f"share of a fit of {sizes['epochs']} epochs"
    return timings, [harness.comparison(measure, "fit_with", "fit_without", target="<= 0.1", share=True)], []


def idle(sizes):
    """Batches at which nothing is measured."""
    batch_size, num_batches = sizes["idle"]
    options = {"width": sizes["width"], "num_batches": num_batches, "batch_size": batch_size, "seed": SEED.value}
    timings = harness.in_turn(idle_fit.contenders(**options), REPEATS.value)
    milliseconds = [round(1e3 * one.seconds / num_batches, 3) for one in timings["without"]]
    comparisons = [
        harness.comparison("idle share of a training batch", "idle_with", "idle_without", target="< 0.01", share=True),
        harness.comparison("the same without a probe", "idle_again", "idle_without", share=True),
        harness.comparison("the same of an empty `on_train_batch_end`", "idle_waiting", "idle_without", share=True),
    ]
    timings = {f"idle_{name}": seconds for name, seconds in timings.items()}
    return timings, comparisons, [harness.value("a training batch", milliseconds, "ms")]


PARTS = {part.__name__: part for part in (numbers, vgg8, fit, idle, resnet50)}
CHOSEN = flags.DEFINE_list("parts", [*PARTS], f"What to measure, several with commas: {', '.join(PARTS)}.")
flags.register_validator("parts", lambda chosen: set(chosen) <= set(PARTS), f"expected some of {', '.join(PARTS)}")


def main(_):
    """Measures part by part on the backend and device in use, and writes the result after each."""
    if MEASURE.value:
        (pathlib.Path(MEASURE.value) / "numbers.json").write_text(json.dumps(measure_numbers(MEASURE.value)))
        return
    sizes, timings, comparisons, values = SMALL if QUICK.value else LARGE, {}, [], []
    for name in CHOSEN.value:
        start = time.perf_counter()
        found = PARTS[name](sizes)
        timings |= found[0]
        comparisons += found[1]
        values += [*found[2], harness.value(f"{name}: the whole part", round(time.perf_counter() - start, 1), "s")]
        harness.write_result(
            OUTPUT.value,
            f"gpu-{keras.backend.backend()}",
            settings=sizes | {"backend": keras.backend.backend(), "device": _device(), "seed": SEED.value},
            timings=timings,
            comparisons=comparisons,
            values=values,
        )


def _device():
    backend = keras.backend.backend()
    if backend == "jax":
        import jax

        return jax.devices()[0].device_kind
    if backend == "torch":
        import torch

        return torch.cuda.get_device_name() if torch.cuda.is_available() else "cpu"
    import tensorflow as tf

    return tf.config.list_logical_devices()[-1].name


if __name__ == "__main__":
    app.run(main)
