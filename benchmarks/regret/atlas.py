"""Which step and which layer of a training should be kept for a task that is not known yet?

    python -m benchmarks.regret.atlas --data_dir=DIR                 # trains and measures what has no table yet
    python -m benchmarks.regret.atlas --data_dir=DIR --shard=1/4     # a quarter of the runs, on one of four machines
    python -m benchmarks.regret.judge                                # judges every rule from the tables alone

Trains `--sources` x `--networks` x `--learning_rates` x `--seeds` with PhaseProbe and PhaseCheckpoint, loads the
weights of every half octave again, and fits to the frozen features of every layer an exact linear probe for every
target: CIFAR-10, its animals, dominant colours and brightness; Fashion-MNIST and its groups; MNIST and its parity;
digits. The four sources make 32 ordered pairs of different tasks. Beside the test accuracy stands what 100 and 500
labels of the target tell in closed form. A run whose table stands is left alone. Rules are fixed before a run: their
digests stand in `run.json`.

Hardware and time: one core, about 10 minutes a run of VGG-8 at width 8. To hold it to one core set the environment's
OMP_NUM_THREADS, OPENBLAS_NUM_THREADS, TF_NUM_INTRAOP_THREADS and TF_NUM_INTEROP_THREADS to 1.
"""

import dataclasses
import itertools
import json
import pathlib
import shutil
import time

import keras
import numpy as np
from absl import app, flags

from benchmarks.regret import measure, tables, tasks
from keras_phases import LogSpaced, PhaseCheckpoint, PhaseProbe, load_index, models
from keras_phases.network.taps import resolve_taps

SOURCES = flags.DEFINE_list("sources", list(tasks.SOURCES), "Tasks to train on.")
NETWORKS = flags.DEFINE_list("networks", ["vgg8"], "Networks of keras_phases.models.")
WIDTH = flags.DEFINE_integer("width", 8, "Channels of their first stage.", lower_bound=1)
SEEDS = flags.DEFINE_list("seeds", ["0", "1", "2"], "Seeds of weights, order and rows.")
MAX_STEPS = flags.DEFINE_integer("max_steps", 8192, "Training steps.", lower_bound=1)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 64, "Rows of a training batch.", lower_bound=1)
RATES = flags.DEFINE_list("learning_rates", ["0.01"], "Of SGD with momentum 0.9; the paper's is 0.002.")
SHARD = flags.DEFINE_string("shard", "1/1", "i/n: the i-th of n parts of the runs.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
WORK_DIR = flags.DEFINE_string("work_dir", "logs/regret", "Where records and weights go while a run lasts.")
RESULTS = flags.DEFINE_string("results", "benchmarks/results/regret", "Where tables are kept.")
PROBE = {"max_examples": 2048, "max_heldout": 2048, "quantities": "effective_rank", "images": 0, "on_error": "raise"}
RECORDED = 3
"""How many of the last blocks are recorded; features of all are measured on the targets."""
LATE = 64
"""From this step on every probe step is measured on the targets, and of those before it the ones in EARLY."""
EARLY = (0, 32)


def planned_runs():
    """Every `Run` of the flags, one seed after the other."""
    chosen = itertools.product(SEEDS.value, RATES.value, NETWORKS.value, SOURCES.value)
    return [tables.Run(source, network, WIDTH.value, float(rate), int(seed)) for seed, rate, network, source in chosen]


def build(run, num_classes):
    """The network of a run, untrained."""
    keras.utils.set_random_seed(run.seed)
    return getattr(models, run.network)((32, 32, 3), num_classes, width=run.width)


def train(run, model, rows, folder):
    """Trains a model; the record and the weights of probe steps lie in `folder`."""
    model.compile(
        keras.optimizers.SGD(run.rate, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    layers = [tap.name for tap in resolve_taps(model)[-RECORDED:]]
    probe = PhaseProbe(layers=layers, schedule=LogSpaced(per_doubling=2), log_dir=folder, seed=run.seed, **PROBE)
    keeper = PhaseCheckpoint(probe, folder / "kept.weights.h5", max_kept=None)
    batches = _Batches(rows.train.x, rows.train.labels[run.source], seed=run.seed)
    validation = rows.heldout.x, rows.heldout.labels[run.source]
    options = {"validation_data": validation, "validation_freq": 10**9, "callbacks": [probe, keeper]}
    model.fit(batches, shuffle=False, verbose=0, **options)


def train_anew(run, model, rows, folder):
    """Trains a run that is not trained yet, and writes how to `run.json` in its folder, the last thing that it does."""
    about = {
        "run": dataclasses.asdict(run),
        "settings": {"steps": MAX_STEPS.value, "batch_size": BATCH_SIZE.value},
        "rules": tables.rules_digests(),
        "date": time.strftime("%Y-%m-%d %H:%M", time.gmtime()),
    }
    shutil.rmtree(folder, ignore_errors=True)
    start = time.time()
    train(run, model, rows, folder)
    about["training_seconds"] = round(time.time() - start)
    (folder / "run.json").write_text(json.dumps(about))


def measure_steps(run, model, folder):
    """Rows of the table of a run that is trained."""
    judge, found = measure.Judge(model, resolve_taps(model), seed=run.seed, data_dir=DATA_DIR.value), []
    for saved in load_index(folder / "kept.weights.h5"):
        if saved.step in EARLY or saved.step >= LATE:
            model.load_weights(saved.path)
            found += [{"step": saved.step, **row} for row in judge.measure()]
            print(f"{run.name}: step {saved.step}", flush=True)
    return found


def finish(run):
    """Trains a run, where its weights are not there, and measures it, and keeps its table."""
    folder, kept = pathlib.Path(WORK_DIR.value) / run.name, pathlib.Path(RESULTS.value) / run.name
    rows = tasks.load(tasks.TASKS[run.source].images, DATA_DIR.value)
    model = build(run, int(rows.train.labels[run.source].max()) + 1)
    if not (folder / "run.json").exists():
        train_anew(run, model, rows, folder)
    start = time.time()
    found = measure_steps(run, model, folder)
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(folder / "phases", kept / "phases")
    about = json.loads((folder / "run.json").read_text())
    tables.write(kept, found, {**about, "target_seconds": round(time.time() - start)})
    print(f"{run.name}: done", flush=True)


class _Batches(keras.utils.PyDataset):
    """As many batches of rows as there are steps, in an order drawn anew in each pass over them."""

    def __init__(self, x, y, *, seed):
        super().__init__()
        self._x, self._y, self._size = x, y, BATCH_SIZE.value
        passes = -(-MAX_STEPS.value * self._size // len(x))
        rng = np.random.default_rng(seed)
        self._order = np.concatenate([rng.permutation(len(x)) for _ in range(passes)])

    def __len__(self):
        return MAX_STEPS.value

    def __getitem__(self, index):
        places = self._order[index * self._size : (index + 1) * self._size]
        return self._x[places], self._y[places]


def main(_):
    """Finishes every run of the shard that has no table yet."""
    for run in tables.shard(planned_runs(), SHARD.value):
        if (pathlib.Path(RESULTS.value) / run.name / "table.csv").exists():
            print(f"{run.name}: its table stands", flush=True)
            continue
        finish(run)


if __name__ == "__main__":
    app.run(main)
