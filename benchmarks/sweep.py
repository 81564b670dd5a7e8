"""What does a sweep over checkpoints gain by a second process, by each engine, and where does it stop scaling?

    python benchmarks/sweep.py                  # 24 checkpoints of a VGG-8, 5 layers: some 4 minutes on 2 CPU cores
    python benchmarks/sweep.py --simulate       # then: 1,000 checkpoints, simulated; some 2 minutes
    python benchmarks/sweep.py --quick          # 4 checkpoints: says little

Sweeps the same checkpoints by the loop, by two shards at once, by two processes of Apache Beam and by two of a Dask
cluster; each in processes of their own, those of loop, shards and Dask on one core each, all with one thread for
products. Says for each the seconds from its start to its end, processor seconds of all of its processes, how often a
checkpoint was loaded, and bytes of checkpoints that were read; and that the records are the same bits.
Efficiency is that of the cells behind each process's first: seconds of a cell in the loop over those in two processes
that run at once. What starts a process (importing the backend, building the model, compiling) is told by itself.

`--simulate` sweeps a thousand checkpoints whose cells are copies of one, goes on with them, and merges them from 64
shards: what our own bookkeeping costs. From all these costs it simulates 1,000 checkpoints on 1 to 1,024 workers, as
shards and with a scheduler that gives the next checkpoint to who is free, and says where that stops scaling: the number
of workers from which doubling them makes the sweep less than 1.5 times as fast.

Writes `<output>/sweep.json`, and `<output>/sweep-simulated.json`.
"""

import heapq
import itertools
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import harness
import numpy as np
from absl import app, flags

CHECKPOINTS = flags.DEFINE_integer("checkpoints", 24, "How many are swept.", lower_bound=2)
WIDTH = flags.DEFINE_integer("width", 8, "Channels of the first block of the VGG-8.", lower_bound=1)
EXAMPLES = flags.DEFINE_integer("examples", 768, "Most fit rows.", lower_bound=2)
HELDOUT = flags.DEFINE_integer("heldout", 256, "Most held-out rows.", lower_bound=2)
SIMULATE = flags.DEFINE_bool("simulate", False, "Whether to simulate a thousand checkpoints, from an earlier result.")
QUICK = flags.DEFINE_bool("quick", False, "4 checkpoints of width 4, 128 rows.")
ENGINES = flags.DEFINE_list("engines", ["loop", "shards", "beam", "dask"], "Which of them; the loop is always there.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")

_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"),
    "1",
)
_WORKERS = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
_SIMULATED = 1_000


def prepare(folder, num_checkpoints, width, rows):
    """Checkpoints of one network, whose weights drift by noise."""
    import keras

    from keras_phases import models

    keras.utils.set_random_seed(0)
    (folder / "checkpoints").mkdir()
    (folder / "rows.json").write_text(json.dumps(rows))
    model, rng = models.vgg8((32, 32, 1), width=width), np.random.default_rng(0)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    for step in range(num_checkpoints):
        model.save(folder / "checkpoints" / f"step-{step}.keras")
        model.set_weights(
            [weights * (1 + 0.02 * rng.standard_normal(weights.shape)) for weights in model.get_weights()]
        )


def run(folder, *processes):
    """Runs `(engine, core)` processes at once; what they wrote, with the seconds and processor seconds of all."""
    script, root = pathlib.Path(__file__).with_name("sweep_process.py"), harness.ROOT
    paths = os.pathsep.join([str(script.parent), str(root), str(root / "tb_plugin"), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | _ONE_THREAD | {"PYTHONPATH": paths, "TF_CPP_MIN_LOG_LEVEL": "3"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    commands = [[sys.executable, str(script), engine, str(folder), str(core)] for engine, core in processes]
    started = [subprocess.Popen(command, env=environment) for command in commands]
    if any([process.wait() for process in started]):
        raise RuntimeError(f"One of {[engine for engine, _ in processes]} failed; its error stands above.")
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found = [json.loads((folder / f"{engine}.json").read_text()) for engine, _ in processes]
    marks = [one for each in found for one in each.get("processes", ())]
    counts = [each["counts"] for each in found if "counts" in each]
    print(f"{', '.join(engine for engine, _ in processes)}: {seconds:.1f} s, {cpu:.1f} processor s", flush=True)
    return {"seconds": seconds, "cpu": cpu, "marks": marks, "counts": counts, "found": found}


def cell_seconds(ran, clock="ended"):
    """Seconds of each cell behind the first of its process, the loading with it; `"cpu"`: processor seconds."""
    return [later - earlier for one in ran["marks"] for earlier, later in itertools.pairwise(one[clock])]


def start_seconds(ran):
    """Seconds from each process's start to the end of its first cell, the cell itself apart."""
    each = np.mean(cell_seconds(ran))
    begun = [one["started"] for one in ran["found"]]
    return [one["ended"][0] - min(begun) - each for one in ran["marks"]]


def loads(ran):
    """How often a checkpoint was read to be measured."""
    return sum(len(one["loads"]) for one in ran["marks"]) + sum(one["checkpoints loaded"] for one in ran["counts"])


def merge(log_dir):
    """Seconds of merging the two shards."""
    from keras_phases import merge

    start = time.perf_counter()
    if merge(log_dir, verbose=0).faults:
        raise RuntimeError("The shards do not make one record.")
    return time.perf_counter() - start


def bits(log_dir):
    """What a record says but for its seconds."""
    from keras_phases import PhaseHistory

    history = PhaseHistory.load(log_dir)
    places = history.layout.places({*history.layout.metrics} - {"probe_seconds"})
    return [(step, values[:, places].tobytes()) for step, values in history.records]


def simulate(num_workers, *, cells, start, merge_seconds, rng):
    """Seconds until the record is whole: each worker takes its part of the checkpoints, then one process merges.

    Args:
        num_workers: How many shards there are.
        cells: Seconds of cells, of which each checkpoint draws one.
        start: Seconds of starts, of which each worker draws one.
        merge_seconds: Of a record of all checkpoints.
        rng: NumPy's generator.
    """
    durations = rng.choice(cells, _SIMULATED)
    parts = [durations[index::num_workers].sum() for index in range(min(num_workers, _SIMULATED))]
    return max(part + rng.choice(start) for part in parts) + merge_seconds


def simulate_queue(num_workers, *, cells, start, write_seconds, rng):
    """The same with a scheduler: who is free takes the next checkpoint, and one process writes what comes, in order."""
    free = [float(rng.choice(start)) for _ in range(num_workers)]
    heapq.heapify(free)
    written = 0.0
    for duration in rng.choice(cells, _SIMULATED):
        done = heapq.heappop(free) + duration
        heapq.heappush(free, done)
        written = max(written, done) + write_seconds
    return written


def stops_at(seconds):
    """The number of workers from which doubling them gains less than half as much as it should."""
    pairs = itertools.pairwise(_WORKERS)
    return next((few for few, many in pairs if seconds[few] / seconds[many] < 1.5), _WORKERS[-1])


def simulated(costs, synthetic):
    """Lines of the table, and the simulated seconds by the number of workers."""
    own = synthetic["seconds"]
    write_seconds = (own["sweep"] - own["begin"]) / _SIMULATED
    ways = {
        "shards": lambda count, rng: simulate(count, merge_seconds=own["merge"], rng=rng, **costs),
        "scheduler": lambda count, rng: simulate_queue(count, write_seconds=write_seconds, rng=rng, **costs),
    }
    lines, curves = [], {}
    for name, way in ways.items():
        seconds = {count: float(way(count, np.random.default_rng(0))) for count in _WORKERS}
        curves[name] = {str(count): round(one, 2) for count, one in seconds.items()}
        shares = {count: seconds[1] / (count * seconds[count]) for count in _WORKERS}
        note = f"{seconds[1]:.0f} s on one, share of ideal {shares[8]:.3f} on 8"
        lines += [
            harness.value(f"{name}: on 64 workers", round(seconds[64], 1), "s", note=note),
            harness.value(f"{name}: share of ideal on 64 workers", round(shares[64], 3)),
            harness.value(f"{name}: stops scaling at", stops_at(seconds), "workers"),
        ]
    lines += [
        harness.value("cells that are copies: to sweep", round(own["sweep"], 2), "s"),
        harness.value("the same, to go on with what stands", round(own["go_on"], 2), "s"),
        harness.value("the same of one checkpoint alone", round(own["begin"], 2), "s"),
        harness.value("the same, to merge from 64 shards", round(own["merge"], 2), "s"),
    ]
    return lines, curves


def measure(folder, engines):
    """What each engine took, by its name."""
    ran = {"loop": run(folder, ("loop", 0))}
    if "shards" in engines:
        ran["shards"] = run(folder, ("shard-0-of-2", 0), ("shard-1-of-2", 1))
        ran["shards"]["merge"] = merge(folder / "shards-merged")
    ran |= {name: run(folder, (name, -1)) for name in ("beam", "dask") if name in engines}
    folders = {"shards": "shards-merged"}
    expected = bits(folder / "loop")
    if any(bits(folder / folders.get(name, name)) != expected for name in ran):
        raise RuntimeError("The engines' records differ.")
    return ran


def report(ran, checkpoint_bytes):
    """Lines of the table."""
    loop, lines = ran["loop"], []
    each = float(np.mean(cell_seconds(loop)))
    for name, one in ran.items():
        lines += [
            harness.value(f"{name}: wall time", round(one["seconds"], 1), "s"),
            harness.value(f"{name}: wall time beside the loop", round(one["seconds"] / loop["seconds"], 3), "x"),
            harness.value(f"{name}: processor seconds", round(one["cpu"], 1), "s"),
            harness.value(f"{name}: checkpoints loaded to be measured", loads(one)),
            harness.value(f"{name}: bytes of checkpoints", round(loads(one) * checkpoint_bytes / 1e6, 2), "MB"),
        ]
        if one["marks"]:
            cells = float(np.mean(cell_seconds(one)))
            start = [round(seconds, 2) for seconds in start_seconds(one)]
            lines.append(harness.value(f"{name}: start of a process", start, "s"))
            cpu = round(float(np.mean(cell_seconds(one, "cpu"))), 4)
            lines.append(harness.value(f"{name}: a cell, with its loading", round(cells, 4), "s"))
            lines.append(harness.value(f"{name}: the same in processor seconds", cpu, "s"))
        if len(one["marks"]) == 2:
            share, own = round(each / cells, 3), round(float(np.mean(cell_seconds(loop, "cpu"))) / cpu, 3)
            lines.append(harness.value(f"{name}: share of ideal at 2 processes, start apart", share, target=">= 0.9"))
            lines.append(harness.value(f"{name}: the same in processor seconds", own))
    if "shards" in ran:
        lines.append(harness.value("shards: merge", round(ran["shards"]["merge"], 2), "s"))
    return lines


def main(_):
    """Sweeps by each engine, or simulates, and writes the result."""
    quick = QUICK.value
    num_checkpoints, width = (4, 4) if quick else (CHECKPOINTS.value, WIDTH.value)
    examples, heldout = (128, 64) if quick else (EXAMPLES.value, HELDOUT.value)
    rows = {"max_examples": examples, "max_heldout": heldout, "probe_batch_size": 64 if quick else 256}
    settings = {"checkpoints": num_checkpoints, "layers": 5, "width": width, "quick": quick} | rows
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prepare(folder, 2 if SIMULATE.value else num_checkpoints, width, rows)
        if SIMULATE.value:
            costs = json.loads(pathlib.Path(OUTPUT.value, "sweep.json").read_text())["costs"]
            [synthetic] = run(folder, ("synthetic", -1))["found"]
            lines, curves = simulated(costs, synthetic)
            notes = [f"{_SIMULATED:,} checkpoints, simulated from the costs of the result sweep."]
            harness.write_result(
                OUTPUT.value, "sweep-simulated", settings=settings, values=lines, notes=notes, simulated_seconds=curves
            )
            return
        checkpoint_bytes = float(np.mean([path.stat().st_size for path in (folder / "checkpoints").iterdir()]))
        ran = measure(folder, ENGINES.value)
    lines = report(ran, checkpoint_bytes)
    # Of a process that has the machine to itself, as those of a cluster have.
    costs = {"cells": cell_seconds(ran["loop"]), "start": start_seconds(ran["loop"])}
    notes = ["All records are the loop's bit for bit but for seconds.", "Loop, shards and Dask have a core a process."]
    harness.write_result(OUTPUT.value, "sweep", settings=settings, values=lines, notes=notes, costs=costs)


if __name__ == "__main__":
    app.run(main)
