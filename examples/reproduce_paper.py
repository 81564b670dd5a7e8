"""Do the last features of a CNN first lose and then regain reconstruction loss, and does transfer follow?

    python examples/reproduce_paper.py --data_dir=DIR                                       # VGG-8 on CIFAR-10
    python examples/reproduce_paper.py --data_dir=DIR --dataset=fashion_mnist --seeds=0,1,2 --log_dir=logs/fashion
    python examples/reproduce_paper.py --data_dir=DIR --protocol=exact,paper                # on the same weights

Trains with the paper's recipe (batches of 128, SGD with a learning rate of 0.002 and momentum 0.9, no augmentation, no
decay), probes at steps 0, 1, 2, 4, 8, ..., prints the paper's own table beside what it measured, writes
`<log_dir>/table-<protocol>.csv` and draws `<log_dir>/figure-<protocol>.png`. `--transfer` names second tasks, on which
linear probes are fitted to the same features: `colour` (which channel dominates), or a TFDS set of images of the same
shape. The weights of every probe step stay in `<log_dir>/seed-<seed>/checkpoint-steps/`, for examples/transfer.py. A
seed whose record is complete is not trained again, so that seeds may be added later; another data set, network or
recipe needs a `--log_dir` of its own.

Hardware and time: 2 CPU cores, 8,192 steps of VGG-8: about 15 minutes a seed with the exact protocol, a third of it in
probe steps. On a GPU (Keras on JAX or TensorFlow) use --max_steps=65536, the length of the paper's run. Expected: the
loss of the last features stays near constant for some steps, falls to a minimum between steps 64 and 1,024 and rises by
15 % or more until step 8,192; the dominant colour is read best near that minimum.
"""

import csv
import functools
import json
import pathlib
import shutil

import keras
import numpy as np
from absl import app, flags

from keras_phases import PhaseCheckpoint, PhaseHistory, PhaseProbe, datasets, models

# VGG-8 on CIFAR-10, one run: step, reconstruction loss, accuracy of the transfer task (dominant colour) and of the
# classifier. Source: README of github.com/JohnTailor/LearnPhase, its loss (a sum over 79 test batches) divided by 79.
PUBLISHED = (
    (0, 0.591, 0.789, 0.0971), (2, 0.589, 0.788, 0.1146), (4, 0.586, 0.790, 0.1383),
    (8, 0.578, 0.789, 0.1949), (16, 0.562, 0.796, 0.2743), (32, 0.550, 0.816, 0.3401),
    (64, 0.531, 0.833, 0.3982), (128, 0.510, 0.832, 0.4500), (256, 0.513, 0.847, 0.4981),
    (512, 0.528, 0.847, 0.5773), (1024, 0.521, 0.853, 0.6135), (2048, 0.561, 0.834, 0.6578),
    (4096, 0.616, 0.819, 0.6658), (8192, 0.693, 0.801, 0.6758), (16384, 0.731, 0.787, 0.6742),
    (32768, 0.760, 0.780, 0.6702), (65536, 0.787, 0.772, 0.6687),
)  # fmt: skip
METRICS = ("reconstruction_loss", "reconstruction_loss_limit", "explained_variance", "probe_accuracy")
NETWORKS = ("vgg8", "vgg11", "vgg13", "vgg16", "resnet10", "resnet18", "single_layer")

DATASET = flags.DEFINE_string("dataset", "cifar10", "'digits' or a TFDS image classification set.")
MODEL = flags.DEFINE_enum("model", "vgg8", NETWORKS, "Network.")
WIDTH = flags.DEFINE_integer("width", None, "Channels of its first stage; the paper's without.", lower_bound=1)
MAX_STEPS = flags.DEFINE_integer("max_steps", 8192, "Training steps, rounded up to whole epochs.", lower_bound=1)
PROTOCOLS = flags.DEFINE_list("protocol", ["exact"], "exact, paper, or both with a comma: on the same weights.")
TRANSFER = flags.DEFINE_list("transfer", None, "Second tasks: 'colour', or TFDS sets. Colour where there are colours.")
SEEDS = flags.DEFINE_list("seeds", ["0"], "Seeds of weights, shuffling and probe rows, several with commas.")
LAYERS = flags.DEFINE_list("layers", ["auto"], "Layers to measure: names, globs, 'auto' or 'blocks'.")
FIT_ROWS = flags.DEFINE_integer("max_examples", 50_000, "Most rows that decoders are fitted on.", lower_bound=2)
HELDOUT_ROWS = flags.DEFINE_integer("max_heldout", 10_000, "Most test rows.", lower_bound=2)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 128, "Rows of a training batch.", lower_bound=1)
LEARNING_RATE = flags.DEFINE_float("learning_rate", 0.002, "Of SGD with momentum 0.9.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
# absl's own logging has a flag of this name, for log files that nobody here writes.
LOG_DIR = flags.DEFINE_string("log_dir", "logs/paper", "Where records and results go.", allow_override=True)

flags.register_validator(
    "protocol", lambda names: names and set(names) <= {"exact", "paper"}, "expected exact, paper, or both"
)
flags.register_validator(
    "seeds", lambda seeds: seeds and all(seed.isdigit() for seed in seeds), "expected integers from 0 on"
)
SETTINGS = (DATASET, MODEL, WIDTH, TRANSFER, LAYERS, FIT_ROWS, HELDOUT_ROWS, BATCH_SIZE, LEARNING_RATE)


def load(name):
    """A data set at 32 x 32 pixels."""
    return datasets.load(name, data_dir=DATA_DIR.value, size=None if name.startswith("cifar") else 32)


def transfer_tasks(num_channels):
    """The second tasks by name, as `PhaseProbe(transfer=...)` takes them."""
    names = (["colour"] if num_channels > 1 else []) if TRANSFER.value is None else TRANSFER.value
    return {name: datasets.dominant_colour if name == "colour" else load(name) for name in names}


def train(seed, folder):
    """Trains one network, with a probe for each protocol, and returns their histories by protocol."""
    (x, y), validation = load(DATASET.value)
    keras.utils.set_random_seed(seed)
    width = {} if WIDTH.value is None else {"width": WIDTH.value}
    model = getattr(models, MODEL.value)(x.shape[1:], num_classes=int(y.max()) + 1, **width)
    model.compile(
        keras.optimizers.SGD(LEARNING_RATE.value, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    layers = LAYERS.value[0] if LAYERS.value in (["auto"], ["blocks"]) else LAYERS.value
    tasks = transfer_tasks(x.shape[-1])
    probes = {
        protocol: PhaseProbe(
            layers=layers,
            protocol=protocol,
            schedule="log2",
            transfer=tasks,
            max_examples=FIT_ROWS.value,
            max_heldout=HELDOUT_ROWS.value,
            log_dir=folder / protocol,
            seed=seed,
        )
        for protocol in PROTOCOLS.value
    }
    keeper = PhaseCheckpoint(probes[PROTOCOLS.value[0]], folder / "checkpoint.weights.h5", max_kept=None)
    epochs = -(-MAX_STEPS.value // -(-len(x) // BATCH_SIZE.value))
    callbacks = [*probes.values(), keeper]
    model.fit(x, y, BATCH_SIZE.value, epochs, verbose=2, validation_data=validation, callbacks=callbacks)
    return {protocol: probe.history for protocol, probe in probes.items()}


def check_settings(folder):
    """Fails where a folder has a run of other settings, whose record would pass for the one that is asked for."""
    path, settings = folder / "settings.json", {flag.name: flag.value for flag in SETTINGS}
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings) + "\n")
    found = json.loads(path.read_text())
    changed = [name for name, value in settings.items() if found.get(name) != value]
    if changed:
        was, now = (", ".join(f"{name}={given.get(name)}" for name in changed) for given in (found, settings))
        raise app.UsageError(f"'{folder}' holds a run with {was}. Expected {now}; pass another --log_dir.")


def load_or_train(seed, folder):
    """Histories by protocol: those of a finished run, else of a new one."""
    check_settings(folder)
    try:
        found = {protocol: PhaseHistory.load(folder / protocol) for protocol in PROTOCOLS.value}
    except FileNotFoundError:
        return train(seed, folder)
    if all(len(history) and history.steps[-1] >= MAX_STEPS.value for history in found.values()):
        return found
    for protocol in PROTOCOLS.value:
        print(f"'{folder / protocol}' holds an unfinished run: it is removed, and trained anew.")
        shutil.rmtree(folder / protocol)
    return train(seed, folder)


def common_steps(histories):
    """Probe steps that all seeds have; one may have been trained for longer."""
    return functools.reduce(np.intersect1d, [history.steps for history in histories])


def collect(histories, metric):
    """A metric of the last features at the common steps, float64 `(num_seeds, num_steps)`."""
    steps = common_steps(histories)
    columns = [history.column(metric, history.layers[-1]) for history in histories]
    return np.stack([column[np.isin(history.steps, steps)] for history, column in zip(histories, columns, strict=True)])


def tabulate(histories):
    """The table by column name: for each metric the mean over the seeds, the lowest and the highest; published ones."""
    steps = common_steps(histories)
    table = {"step": steps.astype(float)}
    for name in [*METRICS, *transfer_metrics(histories[0]), "model_accuracy"]:
        values = collect(histories, name)
        table |= {name: values.mean(axis=0), f"{name}_low": values.min(axis=0), f"{name}_high": values.max(axis=0)}
    if (DATASET.value, MODEL.value, WIDTH.value) == ("cifar10", "vgg8", None):
        published = {step: figures for step, *figures in PUBLISHED}
        figures = np.array([published.get(step, [np.nan] * 3) for step in steps.tolist()])
        table |= dict(zip(("published_loss", "published_colour", "published_accuracy"), figures.T, strict=True))
    return table


def transfer_metrics(history):
    """Names of the accuracies on second tasks."""
    return [name for name in history.layout.metrics if name.startswith("transfer_") and name.endswith("_accuracy")]


def write_table(table, path):
    """Writes all of the table as CSV, and prints its means."""
    rows = list(zip(*table.values(), strict=True))
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table)
        writer.writerows([[f"{value:.6g}" for value in row] for row in rows])
    shown = [name for name in table if not name.endswith(("_low", "_high"))]
    print("  ".join(name.replace("reconstruction", "recon").replace("accuracy", "acc") for name in shown))
    for row in range(len(table["step"])):
        cells = [f"{table[name][row]:.0f}" if name == "step" else _cell(table[name][row]) for name in shown]
        widths = [len(name.replace("reconstruction", "recon").replace("accuracy", "acc")) for name in shown]
        print("  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)))


def _cell(value):
    return "" if np.isnan(value) else f"{value:.4f}"


def draw(table, path, *, title):
    """Reconstruction loss and accuracies over log(1 + step): means, shaded from the lowest to the highest seed."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 5.2), layout="constrained")
    top, bottom = figure.subplots(2, sharex=True)
    _curve(top, table, "reconstruction_loss", "measured")
    _curve(bottom, table, "model_accuracy", "classifier")
    _curve(bottom, table, "probe_accuracy", "linear probe")
    for name in table:
        if name.startswith("transfer_") and name.endswith("_accuracy"):
            _curve(bottom, table, name, f"transfer: {name.removeprefix('transfer_').removesuffix('_accuracy')}")
    for axes, name, style in ((top, "loss", "--"), (bottom, "accuracy", "--"), (bottom, "colour", ":")):
        if f"published_{name}" in table:
            known = np.isfinite(table[f"published_{name}"])
            x, y = np.log1p(table["step"][known]), table[f"published_{name}"][known]
            axes.plot(x, y, style, color="#767676", label=f"published: {name}")
    top.set(ylabel="reconstruction loss")
    top.set_title(title, loc="left", fontsize=10)
    ticks = table["step"][::2]
    bottom.set(ylabel="test accuracy", xlabel="training step", ylim=(0, 1))
    bottom.set_xticks(np.log1p(ticks), [f"{int(step):,}" for step in ticks])
    for axes in (top, bottom):
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False, fontsize=8)
    figure.savefig(path, dpi=150)


def _curve(axes, table, name, label):
    x = np.log1p(table["step"])
    (line,) = axes.plot(x, table[name], marker="o", markersize=3, label=label)
    axes.fill_between(x, table[f"{name}_low"], table[f"{name}_high"], color=line.get_color(), alpha=0.2, linewidth=0)


def main(_):
    """Trains or reads every seed, then prints, writes and draws what they give."""
    log_dir = pathlib.Path(LOG_DIR.value)
    runs = [load_or_train(int(seed), log_dir / f"seed-{seed}") for seed in SEEDS.value]
    for protocol in PROTOCOLS.value:
        histories = [run[protocol] for run in runs]
        layer = histories[0].layers[-1]
        title = f"{MODEL.value} on {DATASET.value}, {layer}, {protocol} protocol, {len(runs)} seed(s)"
        print(f"\n{title}")
        table = tabulate(histories)
        write_table(table, log_dir / f"table-{protocol}.csv")
        draw(table, log_dir / f"figure-{protocol}.png", title=title)
        for seed, history in zip(SEEDS.value, histories, strict=True):
            for name in history.layers:
                print(f"seed {seed}, {name}: {history.phases(name).describe()}")
    print(f"\nTable and figure: {log_dir}. In TensorBoard: tensorboard --logdir {log_dir}   (then open the tab Phases)")


if __name__ == "__main__":
    app.run(main)
