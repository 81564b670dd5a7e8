"""Does what is best for frozen features hold where all weights are trained on the target?

    python -m benchmarks.regret.finetune --data_dir=DIR --runs=mnist-vgg8-width8-rate0.01-seed0 --targets=fashion_mnist

Fine-tunes the weights that `benchmarks.regret.atlas` left in `--work_dir`, of every octave, on `--rows` rows of each
target, and keeps `tuned.csv` beside the table of the run, on which `benchmarks.regret.judge` judges the rules of the
record. A run that has one is left alone.

Hardware and time: one core, about a minute for each run and target.
"""

import pathlib

import numpy as np
from absl import app, flags

from benchmarks.regret import tables, tasks
from keras_phases import load_index, models
from keras_phases.transfer import FineTune, evaluate_transfer

RUNS = flags.DEFINE_list("runs", None, "Names of runs.", required=True)
TARGETS = flags.DEFINE_list("targets", ["colour", "fashion_mnist"], "Target tasks.")
OCTAVES = flags.DEFINE_list("steps", ["0", *(str(64 * 2**k) for k in range(8))], "Steps of the weights.")
ROWS = flags.DEFINE_integer("rows", 1000, "Rows of the target to train on.", lower_bound=2)
TUNED_STEPS = flags.DEFINE_integer("tuned_steps", 150, "Batches of 64 rows to train on.", lower_bound=1)
LEARNING_RATE = flags.DEFINE_float("tuned_rate", 0.01, "Of SGD with momentum 0.9.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
WORK_DIR = flags.DEFINE_string("work_dir", "logs/regret", "Where the atlas left the weights.")
RESULTS = flags.DEFINE_string("results", "benchmarks/results/regret", "Where tables are kept.")


def tune(run, target):
    """Rows of the table: the test accuracy that the weights of each step lead to."""
    source = tasks.load(tasks.TASKS[run.source].images, DATA_DIR.value)
    rows = tasks.load(tasks.TASKS[target].images, DATA_DIR.value)
    model = getattr(models, run.network)((32, 32, 3), int(source.train.labels[run.source].max()) + 1, width=run.width)
    saved = load_index(pathlib.Path(WORK_DIR.value) / run.name / "kept.weights.h5")
    data = tuple(
        (np.ascontiguousarray(part.x), part.labels[target]) for part in (rows.fit.take(slice(ROWS.value)), rows.test)
    )
    found = evaluate_transfer(
        [one for one in saved if str(one.step) in OCTAVES.value],
        data,
        model=model,
        mode=FineTune(steps=TUNED_STEPS.value, batch_size=64, learning_rate=LEARNING_RATE.value),
        seeds=[run.seed],
        verbose=0,
    )
    about = {"layer": found.layer, "target": target}
    return [
        {"step": row.step, **about, "loss": row.transfer_loss, "accuracy": row.transfer_accuracy} for row in found.rows
    ]


def main(_):
    """Fine-tunes every run that is not yet."""
    for name in RUNS.value:
        folder = pathlib.Path(RESULTS.value) / name
        if not (folder / "tuned.csv").exists():
            run = tables.read(folder).run
            targets = [target for target in TARGETS.value if target != run.source]
            tables.write_rows(folder / "tuned.csv", [row for target in targets for row in tune(run, target)])
            print(f"{name}: {', '.join(targets)}", flush=True)


if __name__ == "__main__":
    app.run(main)
