"""Do 5,000 and 10,000 fit rows, corrected, agree with 50,000 corrected rows within 1 %, and in the same order?

    python benchmarks/finite_sample.py --data_dir=DIR --checkpoints=DIR2

A decoder fitted on few rows reads too high, unevenly along the curve. `reconstruction_loss_limit` estimates the loss at
unlimited rows; this asks whether that holds on VGG-8 and CIFAR-10, at steps 0, 1, 2, 4, ..., 4,096 of the paper's SGD
and five taps. `--checkpoints` is a folder of `<step>.weights.h5` of `models.vgg8()`; steps that are missing there are
trained and saved first (4,096 steps take about 6 minutes on 2 CPU cores). Fit rows are nested: the 5,000 are among the
10,000, those among the 50,000; the 10,000 held-out rows are the same. Rows are rounded down to whole batches of 256.

Hardware and time: 2 CPU cores, 16 GB; about 90 seconds a checkpoint, 20 minutes in all, and the result is written anew
after each. No linear probe is fitted.

Writes `<output>/finite_sample.json`: a row of every metric of the record for each (step, layer, n). How to read what
it prints: differences relative to the largest n, corrected, of the raw and of the corrected loss; 1 % is the target.
Where the record has no corrected loss (flag `few_rows`) the raw one of the
largest n is the reference, marked `raw`. *Order*: pairs of steps that a smaller n puts the other way round than the
reference, and the largest gap that such a pair has there; pairs closer than a loss's standard error are no evidence.
"""

import itertools
import math
import pathlib

import harness
import keras
import numpy as np
from absl import app, flags

from keras_phases import models
from keras_phases.data.probe_examples import ProbeExamples
from keras_phases.measure.instrument import build_instrument
from keras_phases.record import schema

DATA = flags.DEFINE_string("data", "cifar10", "'random' (smooth images), 'digits' or a TFDS set.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
CHECKPOINTS = flags.DEFINE_string("checkpoints", "logs/vgg8_checkpoints", "Folder of <step>.weights.h5.")
STEPS = flags.DEFINE_list("steps", ["0", *(str(2**power) for power in range(13))], "Training steps to measure.")
ROWS = flags.DEFINE_list("rows", ["5000", "10000", "50000"], "Fit rows, n; the largest is the reference.")
HELDOUT = flags.DEFINE_integer("heldout", 10_000, "Held-out rows.", lower_bound=2)
LAYERS = flags.DEFINE_list("layers", ["auto"], "Taps, as PhaseProbe takes them.")
BATCH_SIZE = flags.DEFINE_integer("batch_size", 256, "Rows of a probe batch.", lower_bound=2)
WIDTH = flags.DEFINE_integer("width", 32, "Channels of the first block of VGG-8.", lower_bound=1)
SEED = flags.DEFINE_integer("seed", 0, "Of weights, rows and positions.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")
SUFFIX = flags.DEFINE_string("suffix", "", "Added to the result's name.")

LOSS, LIMIT = "reconstruction_loss", "reconstruction_loss_limit"


class SaveAt(keras.callbacks.Callback):
    """Saves the weights after some steps and ends the training after the last of them."""

    def __init__(self, paths):
        super().__init__()
        self.paths, self.step = dict(paths), 0

    def on_train_begin(self, logs=None):
        """The untrained model."""
        self._save()

    def on_train_batch_end(self, batch, logs=None):
        """One step more."""
        self.step += 1
        self._save()
        if self.step >= max(self.paths):
            self.model.stop_training = True

    def _save(self):
        if self.step in self.paths:
            self.model.save_weights(self.paths[self.step])


def make_model(shape):
    """VGG-8 from the seed."""
    keras.utils.set_random_seed(SEED.value)
    return models.vgg8(shape, width=WIDTH.value)


def train_missing(x, y, paths):
    """Trains and saves the checkpoints where one of them is missing; says so."""
    missing = [step for step, path in paths.items() if not path.exists()]
    if not missing:
        return
    print(f"Training VGG-8 for {max(paths)} steps: checkpoints {missing} are missing.", flush=True)
    next(iter(paths.values())).parent.mkdir(parents=True, exist_ok=True)
    epochs = math.ceil(max(max(paths), 1) / math.ceil(len(x) / 128))
    model = make_model(x.shape[1:])
    entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.002, momentum=0.9), entropy)
    model.fit(x, y, 128, epochs, verbose=0, callbacks=[SaveAt(paths)])


def draw_nested(x, x_test):
    """`ProbeExamples` without labels for each n, the smaller sets the first rows of the larger."""
    rng = np.random.default_rng(SEED.value)
    whole = sorted({int(n) // BATCH_SIZE.value * BATCH_SIZE.value for n in ROWS.value})
    if not whole or whole[0] == 0 or whole[-1] > len(x):
        raise ValueError(
            f"rows={ROWS.value} of {len(x)} images in batches of {BATCH_SIZE.value}. Expected 1 batch or more."
        )
    x = x[rng.permutation(len(x))[: whole[-1]]]
    count = min(HELDOUT.value, len(x_test)) // BATCH_SIZE.value * BATCH_SIZE.value
    heldout = x_test[rng.permutation(len(x_test))[:count]]
    nothing = dict.fromkeys(("labels_fit", "labels_heldout", "y_heldout", "classes"))
    reason = "this benchmark needs none"
    return {
        n: ProbeExamples(x_fit=x[:n], x_heldout=heldout, heldout="validation", without_labels=reason, **nothing)
        for n in whole
    }


def measure(model, instruments, step):
    """Rows of the result for one checkpoint."""
    columns = len(schema.METRICS)
    found = []
    for n, instrument in instruments.items():
        values = instrument.measure()
        for plan, row in zip(instrument.plans, values[:, :columns].astype(float), strict=True):
            named = dict(zip(schema.METRICS, row, strict=True))
            flag_names = schema.unpack_flags(named.pop("flags"))
            numbers = {name: float(f"{number:.7g}") for name, number in named.items() if not math.isnan(number)}
            entry = {"step": step, "layer": plan.tap.name, "decoder": plan.decoder, "strategy": plan.strategy, "n": n}
            found.append(entry | numbers | {"flags": flag_names})
            print(
                f"step {step:5d}  {plan.tap.name:12s} n {n:6d}  {numbers[LOSS]:.5f}  {numbers.get(LIMIT, math.nan):.5f}"
            )
    return found


def compare(rows):
    """Differences from the reference for each (layer, n), and the pairs of steps that change their order."""
    found = []
    layers = dict.fromkeys((row["layer"], row["decoder"]) for row in rows)
    largest = max(row["n"] for row in rows)
    for layer, decoder in layers:
        own = [row for row in rows if (row["layer"], row["decoder"]) == (layer, decoder)]
        curves = {n: {row["step"]: row for row in own if row["n"] == n} for n in sorted({row["n"] for row in own})}
        has_limit = all(LIMIT in row for row in curves[largest].values())
        reference = {step: row[LIMIT if has_limit else LOSS] for step, row in curves[largest].items()}
        for n, curve in curves.items():
            for metric in (LOSS, LIMIT):
                losses = {step: row[metric] for step, row in curve.items() if metric in row}
                if not losses or (n == largest and metric == (LIMIT if has_limit else LOSS)):
                    continue
                line = {"layer": layer, "decoder": decoder, "n": n, "metric": metric}
                line |= {"reference": "corrected" if has_limit else "raw", "num_steps": len(losses)}
                found.append(line | _differences(losses, reference))
    return found


def _differences(losses, reference):
    relative = {step: loss / reference[step] - 1 for step, loss in losses.items()}
    worst = max(relative, key=lambda step: abs(relative[step]))
    swapped = [
        (a, b)
        for a, b in itertools.combinations(losses, 2)
        if (losses[a] - losses[b]) * (reference[a] - reference[b]) < 0
    ]
    gap = max((abs(reference[a] / reference[b] - 1) for a, b in swapped), default=0.0)
    return {
        "relative": {str(step): round(difference, 5) for step, difference in relative.items()},
        "largest_difference": round(abs(relative[worst]), 5),
        "at_step": worst,
        "swapped_pairs": len(swapped),
        "largest_gap_of_a_swapped_pair": round(gap, 5),
    }


def print_differences(lines):
    """The table of relative differences."""
    print(f"\n{'layer':14s}{'n':>7s}  {'loss':10s}{'reference':11s}{'worst':>8s}{'at step':>9s}  order")
    for line in lines:
        kind = "corrected" if line["metric"] == LIMIT else "raw"
        gap = line["largest_gap_of_a_swapped_pair"]
        order = f"{line['swapped_pairs']} pairs swapped, gap {gap:.2%}" if line["swapped_pairs"] else "the same"
        worst = f"{line['largest_difference']:.2%}"
        reference, step = line["reference"], line["at_step"]
        print(f"{line['layer']:14s}{line['n']:7d}  {kind:10s}{reference:11s}{worst:>8s}{step:9d}  {order}")


def summarise(lines):
    """Values for the table of all results: the worst layer for each n and loss."""
    found = []
    for n, metric in dict.fromkeys((line["n"], line["metric"]) for line in lines):
        own = [line for line in lines if (line["n"], line["metric"]) == (n, metric)]
        kind, target = ("corrected", "<= 0.01") if metric == LIMIT else ("raw", "")
        worst = max(own, key=lambda line: line["largest_difference"])
        note = f"{worst['layer']}, step {worst['at_step']}; {len(own)} taps"
        found.append(
            harness.value(f"n = {n}, {kind}: worst difference", worst["largest_difference"], target=target, note=note)
        )
        target = "0" if metric == LIMIT else ""
        swapped = sum(line["swapped_pairs"] for line in own)
        gap = max(line["largest_gap_of_a_swapped_pair"] for line in own)
        note = f"largest gap of one {gap:.2%}" if swapped else ""
        found.append(harness.value(f"n = {n}, {kind}: swapped pairs of steps", swapped, target=target, note=note))
    return found


def main(_):
    """Measures checkpoint by checkpoint, writing after each."""
    num_rows = (max(map(int, ROWS.value)), HELDOUT.value) if DATA.value == "random" else (60_000, 20_000)
    (x, y), (x_test, _) = harness.load_images(DATA.value, DATA_DIR.value, num_rows=num_rows, seed=SEED.value)
    steps = sorted(map(int, STEPS.value))
    paths = {step: pathlib.Path(CHECKPOINTS.value) / f"{step}.weights.h5" for step in steps}
    train_missing(x, y, paths)
    model = make_model(x.shape[1:])
    layers = LAYERS.value[0] if len(LAYERS.value) == 1 else LAYERS.value
    options = {"layers": layers, "decoders": ("linear",), "batch_norm": "batch"}
    options |= {"batch_size": BATCH_SIZE.value, "seed": SEED.value}
    # The extractor reads the weights anew at every call, so that one instrument serves all checkpoints.
    instruments = {n: build_instrument(model, rows, **options) for n, rows in draw_nested(x, x_test).items()}
    settings = harness.flag_settings(flags.FLAGS, __name__, without=("data_dir", "output", "suffix", "checkpoints"))
    rows, name = [], "-".join(filter(None, ("finite_sample", SUFFIX.value)))
    for step in steps:
        model.load_weights(paths[step])
        rows += measure(model, instruments, step)
        lines = compare(rows)
        notes = [
            f"Steps {steps[0]} to {step}. {DATA.value}; the reference is the largest n, corrected where it can be."
        ]
        harness.write_result(
            OUTPUT.value, name, settings=settings, values=summarise(lines), notes=notes, comparison=lines, rows=rows
        )
    print_differences(lines)


if __name__ == "__main__":
    app.run(main)
