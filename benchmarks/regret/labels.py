"""What do 100 and 500 labels of a target tell of each layer and step by the measure of `keras_phases.transfer.advise`?

    python -m benchmarks.regret.labels --data_dir=DIR --runs=mnist-vgg8-width8-rate0.01-seed0

Reads the weights that `benchmarks.regret.atlas` left in `--work_dir`, and keeps `labels.csv` beside the table of the
run: of each layer, step and target the mean cross-entropy of rows that others tell, `left_out_loss_<labels>_<draw>`.
`benchmarks.regret.judge` then judges the rules of that name. A run that has one is left alone.

Hardware and time: one core, about 10 minutes for each run.
"""

import pathlib

from absl import app, flags

from benchmarks.regret import measure, tables, tasks
from keras_phases import load_index, models
from keras_phases.backend.arrays import full_float32, without_gradients
from keras_phases.network.taps import resolve_taps
from keras_phases.probes.discriminant import discriminate

RUNS = flags.DEFINE_list("runs", None, "Names of runs.", required=True)
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
WORK_DIR = flags.DEFINE_string("work_dir", "logs/regret", "Where the atlas left the weights.")
RESULTS = flags.DEFINE_string("results", "benchmarks/results/regret", "Where tables are kept.")


@full_float32()
@without_gradients()
def told(run, steps):
    """Rows of the table: what the labels tell of the weights of some steps."""
    source = tasks.load(tasks.TASKS[run.source].images, DATA_DIR.value)
    model = getattr(models, run.network)((32, 32, 3), int(source.train.labels[run.source].max()) + 1, width=run.width)
    taps = resolve_taps(model)
    judge = measure.Judge(model, taps, seed=run.seed, data_dir=DATA_DIR.value)
    for saved in load_index(pathlib.Path(WORK_DIR.value) / run.name / "kept.weights.h5"):
        if saved.step in steps:
            model.load_weights(saved.path)
            for images in dict.fromkeys(task.images for task in tasks.TASKS.values()):
                rows = tasks.load(images, DATA_DIR.value).selection
                for tap, features in zip(taps, judge.features(rows.x), strict=True):
                    about = {"step": saved.step, "layer": tap.name}
                    yield from ({**about, **row} for row in _of_layer(features, rows.labels, run))
            print(f"{run.name}: step {saved.step}", flush=True)


def _of_layer(features, label_sets, run):
    draws = measure.draws(len(features), run.seed)
    for target, labels in label_sets.items():
        if target != run.source:
            found = {key: discriminate(features[at], labels[at]).losses.mean() for key, at in draws.items()}
            yield {
                "target": target,
                **{f"left_out_loss_{budget}_{draw}": loss for (budget, draw), loss in found.items()},
            }


def main(_):
    """Measures every run that is not yet."""
    for name in RUNS.value:
        folder = pathlib.Path(RESULTS.value) / name
        if not (folder / "labels.csv").exists():
            table = tables.read(folder)
            tables.write_rows(folder / "labels.csv", list(told(table.run, {row["step"] for row in table.rows})))


if __name__ == "__main__":
    app.run(main)
