"""From which checkpoint does a second task gain most: the one kept by default, the minimum, the last, or another?

    python examples/reproduce_paper.py --data_dir=DIR --dataset=fashion_mnist --seeds=0,1,2 --log_dir=logs/fashion
    python examples/transfer.py --data_dir=DIR --runs=logs/fashion --target=mnist
    python examples/transfer.py --data_dir=DIR --runs=logs/paper --dataset=cifar10 --target=colour

Reads the runs of examples/reproduce_paper.py, one for each seed, and asks their checkpoints two questions. Frozen: how
well does a linear probe on the last features tell the classes of the target? Fine-tuned: how well does the whole
network, trained further on the target with a new classifier? For each choice of checkpoint (what PhaseCheckpoint keeps
by default; the reconstruction minimum; the most accurate on the source; the last; the best in hindsight, which nobody
knows beforehand) it prints the mean over the runs and its 95 % interval, and writes every figure to
`<runs>/transfer-<target>-<mode>.csv`.

Hardware and time: 2 CPU cores, three runs of VGG-8 with 15 checkpoints: about 5 minutes frozen; fine-tuned, 300 steps
for each of six checkpoints and what is chosen, about 20. Expected: frozen features tell the colour
best near the reconstruction minimum, and a task like the source's own later; after fine-tuning the choices differ by
less than the runs do, and longer pre-training can win (Deng et al., ICCV 2023, arXiv 2203.04668).
"""

import csv
import pathlib

import numpy as np
from absl import app, flags
from scipy.stats import t

from keras_phases import PhaseHistory, datasets, evaluate_transfer, models
from keras_phases.checkpoints.ring import load_index
from keras_phases.record.advice import RULE
from keras_phases.record.rules import RULES
from keras_phases.transfer import FineTune

NETWORKS = ("vgg8", "vgg11", "vgg13", "vgg16", "resnet10", "resnet18", "single_layer")

RUNS = flags.DEFINE_string("runs", "logs/paper", "Folder of the runs, the log_dir of reproduce_paper.py.")
DATASET = flags.DEFINE_string("dataset", "fashion_mnist", "The set that the runs were trained on.")
TARGET = flags.DEFINE_string("target", "mnist", "A TFDS set of images of the same shape, or 'colour'.")
MODEL = flags.DEFINE_enum("model", "vgg8", NETWORKS, "Network of the runs.")
WIDTH = flags.DEFINE_integer("width", None, "Its --width, where the runs were given one.", lower_bound=1)
MODES = flags.DEFINE_list("mode", ["frozen", "finetune"], "frozen, finetune, or both.")
TUNING_STEPS = flags.DEFINE_integer("tuning_steps", 300, "Batches of 128 that each fine-tuning takes.", lower_bound=1)
MAX_EXAMPLES = flags.DEFINE_integer("max_examples", 10_000, "Most rows of the target to learn from.", lower_bound=2)
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")

flags.register_validator(
    "mode", lambda names: names and set(names) <= {"frozen", "finetune"}, "expected frozen, finetune, or both"
)

CHOICES = ("kept by default", "reconstruction minimum", "most accurate", "last", "best in hindsight")
EVERY = 3  # of the checkpoints, besides those that are chosen, so many apart are fine-tuned


def load_target():
    """Images and classes of the target task, as many training rows as asked for."""
    name = DATASET.value if TARGET.value == "colour" else TARGET.value
    (x, y), (x_test, y_test) = datasets.load(
        name, data_dir=DATA_DIR.value, size=None if name.startswith("cifar") else 32
    )
    rows = np.random.default_rng(0).permutation(len(x))[: MAX_EXAMPLES.value]
    x, y = x[rows], y[rows]
    if TARGET.value == "colour":
        y, y_test = datasets.dominant_colour(x), datasets.dominant_colour(x_test)
    return (x, y), (x_test, y_test)


def choose(history, layer, transfer_accuracy):
    """The step of each choice, of those whose transfer accuracy is known: a dict by step."""
    source_accuracy = history.column("model_accuracy", layer)
    return {
        "kept by default": RULES[RULE](history, layer),
        "reconstruction minimum": history.phases(layer).minimum_step,
        "most accurate": int(history.steps[np.argmax(source_accuracy)]),
        "last": int(history.steps[-1]),
        "best in hindsight": max(transfer_accuracy, key=transfer_accuracy.get),
    }


def count_classes():
    """Classes of the set that the runs were trained on, the width of their classifier."""
    (_, y), _ = datasets.load(DATASET.value, data_dir=DATA_DIR.value, normalize=False)
    return int(y.max()) + 1


def evaluate(run, mode, target, num_classes):
    """Transfer accuracy by step, and the step of each choice, of one run."""
    (x, _), _ = target
    width = {} if WIDTH.value is None else {"width": WIDTH.value}
    model = getattr(models, MODEL.value)(x.shape[1:], num_classes, **width)
    history = PhaseHistory.load(run / "exact")
    checkpoints, layer = load_index(run / "checkpoint-steps"), history.layers[-1]
    if mode == "finetune":
        chosen = choose(history, layer, {0: 0.0}).values()
        wanted = {*chosen, *(saved.step for saved in checkpoints[::EVERY])}
        checkpoints = [saved for saved in checkpoints if saved.step in wanted]
    setting = FineTune(steps=TUNING_STEPS.value) if mode == "finetune" else "frozen"
    # Of frozen features the statistics of batches, as the probe has them: moving ones of early steps have not settled.
    options = {} if mode == "finetune" else {"batch_norm": "batch", "max_examples": MAX_EXAMPLES.value}
    table = evaluate_transfer(checkpoints, target, model=model, mode=setting, history=history, seeds=1, **options)
    print(table)
    accuracy = {row.step: row.transfer_accuracy for row in table.rows}
    return table, choose(history, layer, accuracy), accuracy


def summarise(mode, found):
    """Prints the mean over the runs, its 95 % interval, and the steps, for each choice."""
    print(f"\n{DATASET.value} to {TARGET.value}, {mode}, {len(found)} run(s)")
    for choice in CHOICES:
        accuracies = np.array([accuracy[chosen[choice]] for _, chosen, accuracy in found])
        half = np.nan
        if len(accuracies) > 1:
            half = t.ppf(0.975, len(accuracies) - 1) * accuracies.std(ddof=1) / len(accuracies) ** 0.5
        steps = ", ".join(f"{chosen[choice]:,}" for _, chosen, _ in found)
        print(f"{choice:>24}  {accuracies.mean():.4f} +- {half:.4f}  (steps {steps})")


def write(mode, runs, found):
    """Writes a row for each run and checkpoint."""
    path = pathlib.Path(RUNS.value) / f"transfer-{TARGET.value}-{mode}.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["run", "step", "source_accuracy", "reconstruction_loss", "transfer_accuracy", "chosen_as"])
        for run, (table, chosen, _) in zip(runs, found, strict=True):
            for row in table.rows:
                marks = "; ".join(choice for choice in CHOICES if chosen[choice] == row.step)
                figures = (row.source_accuracy, row.reconstruction_loss, row.transfer_accuracy)
                writer.writerow([run.name, row.step, *(f"{figure:.6g}" for figure in figures), marks])
    print(f"Figures: {path}")


def main(_):
    """Evaluates every run in each mode."""
    runs = sorted(path.parent for path in pathlib.Path(RUNS.value).glob("seed-*/checkpoint-steps"))
    if not runs:
        raise app.UsageError(f"No runs under '{RUNS.value}'. Expected seed-*/checkpoint-steps; run reproduce_paper.py.")
    target, num_classes = load_target(), count_classes()
    for mode in MODES.value:
        found = [evaluate(run, mode, target, num_classes) for run in runs]
        write(mode, runs, found)
        summarise(mode, found)


if __name__ == "__main__":
    app.run(main)
