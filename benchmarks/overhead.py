"""What share of its time does a whole `fit` spend on PhaseProbe?

    python benchmarks/overhead.py --data_dir=DIR                      # VGG-8 on CIFAR-10, 20 epochs, default PhaseProbe
    python benchmarks/overhead.py --data_dir=DIR --budget=0.05
    python benchmarks/overhead.py --data=digits --models=vgg8 --width=8 --epochs=2     # a minute, says little

Trains each network with the paper's SGD twice in a round, with and without the probe, in turn, on the whole training
set; no validation data, so that the probe's share is not made small by an evaluation. One pair of VGG-8 over 20 epochs
takes about 20 minutes on 2 CPU cores, a ResNet-10 (width 64) hours: give it a smaller `--width`.

Writes `<output>/overhead-<model>-<examples>-<points>.json` for each cell of the grid `--models` x `--examples` x
`--points`. How to read it: the share is (with - without) / without, of pairs; beside it stands what the probe itself
recorded, sum(probe_seconds) / without, which leaves out its start (tracing, baselines). `--extrapolate_epochs=100` adds
the share of a longer run, from the seconds measured for a training step, a probe step and the start; it is an estimate
and the result says so.
"""

import pathlib
import tempfile
import time

import harness
import keras
import numpy as np
from absl import app, flags

from keras_phases import Epochs, LogSpaced, PhaseProbe, models

MODELS = {"vgg8": (models.vgg8, 32), "resnet10": (models.resnet10, 64)}
POINTS = {"log2": LogSpaced, "log2x2": lambda: LogSpaced(per_doubling=2), "epochs": Epochs}
TARGETS = {20: "<= 0.12", 100: "<= 0.03"}

NAMES = flags.DEFINE_list("models", ["vgg8"], f"Networks, several with commas: {', '.join(MODELS)}.")
EXAMPLES = flags.DEFINE_list("examples", ["10000"], "max_examples of the probe, several with commas.")
CHOICES = flags.DEFINE_list("points", ["log2"], f"Schedules: {', '.join(POINTS)}; log2x2 has two points a doubling.")
EPOCHS = flags.DEFINE_integer("epochs", 20, "Epochs of each fit.", lower_bound=1)
EXTRAPOLATE = flags.DEFINE_integer("extrapolate_epochs", None, "Also estimate the share for so many epochs.")
BUDGET = flags.DEFINE_float("budget", None, "budget of the probe: the share of training time that it holds.")
WIDTH = flags.DEFINE_integer("width", None, "Channels of the first stage; the model's own default without.")
BATCH = flags.DEFINE_integer("batch_size", 128, "Rows of a training batch.", lower_bound=1)
ROWS = flags.DEFINE_integer("rows", 60_000, "Most training rows.", lower_bound=1)
DATA = flags.DEFINE_string("data", "cifar10", "'random' (smooth images), 'digits' or a TFDS set.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
REPEATS = flags.DEFINE_integer("repeats", 2, "Pairs, every second one backwards.", lower_bound=1)
SEED = flags.DEFINE_integer("seed", 0, "Of weights, shuffling and probe rows.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")
SUFFIX = flags.DEFINE_string("suffix", "", "Added to the results' names, to keep several of one cell.")

for name, known in (("models", MODELS), ("points", POINTS)):
    flags.register_validator(
        name, lambda chosen, known=known: set(chosen) <= set(known), f"expected some of {', '.join(known)}"
    )


def train(name, x, y, *, epochs, probe=None):
    """Seconds of `fit` for one network, made anew."""
    keras.utils.set_random_seed(SEED.value)
    build, width = MODELS[name]
    model = build(x.shape[1:], num_classes=int(y.max()) + 1, width=WIDTH.value or width)
    model.compile(
        keras.optimizers.SGD(0.002, momentum=0.9), keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    )
    start = time.perf_counter()
    model.fit(x, y, BATCH.value, epochs, verbose=0, callbacks=[probe] if probe else [])
    return time.perf_counter() - start


def measure(name, examples, points, x, y):
    """One cell of the grid: its settings and what `harness.write_result` needs."""
    histories = []
    # Only where it is given: a budget of None is the probe's own default.
    options = {} if BUDGET.value is None else {"budget": BUDGET.value}

    def with_probe():
        with tempfile.TemporaryDirectory() as folder:
            schedule = POINTS[points]()
            options_of_run = options | {
                "log_dir": pathlib.Path(folder) / "run",
                "seed": SEED.value,
                "on_error": "raise",
            }
            probe = PhaseProbe(schedule=schedule, max_examples=examples, **options_of_run)
            seconds = train(name, x, y, epochs=EPOCHS.value, probe=probe)
            histories.append(probe.history)
        return harness.Measured(seconds)

    contenders = {"without": lambda: harness.Measured(train(name, x, y, epochs=EPOCHS.value)), "with": with_probe}
    train(name, x[: 2 * BATCH.value], y[: 2 * BATCH.value], epochs=1)  # what only a process's first fit pays
    timings = harness.in_turn(contenders, REPEATS.value)
    target = TARGETS.get(EPOCHS.value, "") if BUDGET.value is None else f"{BUDGET.value:g} +- 0.01"
    steps = -(-len(x) // BATCH.value)
    probe_seconds = [history.column("probe_seconds", 0) for history in histories]
    values = _values(timings, probe_seconds, POINTS[points](), steps)
    return {
        "timings": timings,
        "comparisons": [harness.comparison("share of training time", "with", "without", target=target, share=True)],
        "values": values,
        "notes": [f"{len(x)} training rows of {DATA.value}, {steps} steps an epoch, no validation data."],
        "probe_steps": histories[0].steps.tolist(),
        "probe_seconds": [np.round(seconds, 4).tolist() for seconds in probe_seconds],
        "taps": [[row.layer, row.num_features, row.decoder, row.strategy] for row in histories[0].layout.rows],
    }


def _values(timings, probe_seconds, schedule, steps):
    pairs = list(zip(timings["without"], timings["with"], probe_seconds, strict=True))
    shares = [round(float(seconds.sum() / without.seconds), 5) for without, _, seconds in pairs]
    found = [
        harness.value("sum(probe_seconds) / without", shares),
        harness.value("median probe step", [round(float(np.median(seconds)), 4) for seconds in probe_seconds], "s"),
        harness.value("probe steps", len(probe_seconds[0])),
    ]
    if EXTRAPOLATE.value:
        factor = EXTRAPOLATE.value / EPOCHS.value
        num_probe_steps = len(schedule.steps(EXTRAPOLATE.value * steps, steps))
        longer = []
        for without, whole, seconds in pairs:
            start = whole.seconds - without.seconds - seconds.sum()
            probing = max(start, 0.0) + num_probe_steps * float(np.median(seconds))
            longer.append(round(probing / (without.seconds * factor), 5))
        note = f"extrapolated from {EPOCHS.value} epochs; {num_probe_steps} probe steps"
        target = TARGETS.get(EXTRAPOLATE.value, "") if BUDGET.value is None else ""
        line = harness.value(f"share over {EXTRAPOLATE.value} epochs", longer, target=target, note=note)
        found.append(line | {"extrapolated": True, "measured_epochs": EPOCHS.value, "epochs": EXTRAPOLATE.value})
    return found


def main(_):
    """Measures every cell and writes a result for each."""
    (x, y), _ = harness.load_images(DATA.value, DATA_DIR.value, num_rows=(ROWS.value, 2), seed=SEED.value)
    settings = harness.flag_settings(flags.FLAGS, __name__, without=("data_dir", "output", "suffix"))
    for name in NAMES.value:
        for examples in map(int, EXAMPLES.value):
            for points in CHOICES.value:
                budget = f"budget{BUDGET.value:g}" if BUDGET.value else ""
                parts = ("overhead", name, str(examples), points, budget, SUFFIX.value)
                result = measure(name, examples, points, x, y)
                cell = settings | {"models": name, "examples": examples, "points": points}
                harness.write_result(OUTPUT.value, "-".join(filter(None, parts)), settings=cell, **result)


if __name__ == "__main__":
    app.run(main)
