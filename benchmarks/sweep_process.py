"""One process of a sweep, for sweep.py: sweeps a folder by an engine and writes what that took as JSON.

    python benchmarks/sweep_process.py ENGINE FOLDER CORE

An engine is loop, shard-0-of-2, beam, dask, or synthetic; a core of -1 is all of them.
"""

import contextlib
import dataclasses
import io
import json
import os
import pathlib
import re
import sys
import time
import warnings

LAYERS = [f"block{block}_relu" for block in range(1, 6)]
WORKERS = 2
MARKS: dict[str, list] = {"loads": [], "load_seconds": [], "begun": [], "ended": [], "cpu": []}
"""What this process has measured so far."""


def watch(module_name):
    """Has a module's `measure_cells` note in `MARKS` what it loads and when."""
    import importlib

    module = importlib.import_module(module_name)
    measure_cells = module.measure_cells

    def measure_and_note(model, parts, piece, load):
        def load_and_note(model, saved):
            start = time.time()
            load(model, saved)
            MARKS["load_seconds"].append(time.time() - start)
            MARKS["loads"].append(saved.step)

        MARKS["begun"].append(time.time())
        yield from measure_cells(model, parts, piece, load_and_note)
        MARKS["ended"].append(time.time())
        MARKS["cpu"].append(time.process_time())

    module.measure_cells = measure_and_note


def join(core):
    """Makes a process of the cluster ready to be measured."""
    os.sched_setaffinity(0, {core})
    watch("keras_phases.checkpoints.engines.worker")


def give_marks():
    """What a process of the cluster has noted."""
    return MARKS


def sweep(folder, log_dir, engine=None, checkpoints=None):
    """Sweeps what `sweep.py` has prepared; returns the `Replay` and what it printed."""
    from keras_phases import ProbeSettings, datasets, replay

    few = json.loads((folder / "rows.json").read_text())
    probe, said = ProbeSettings(layers=LAYERS, images=0, **few), io.StringIO()
    with warnings.catch_warnings(), contextlib.redirect_stdout(said):
        warnings.simplefilter("ignore")
        checkpoints = checkpoints or folder / "checkpoints"
        found = replay(checkpoints, None, datasets.digits(), probe=probe, engine=engine, log_dir=log_dir)
    return found, said.getvalue()


def by_loop(folder):
    """One process, one checkpoint after the other."""
    watch("keras_phases.checkpoints.engines.loop")
    sweep(folder, folder / "loop")
    return {"processes": [MARKS]}


def by_shard(folder, index, num_shards):
    """One of some processes."""
    from keras_phases import Shard

    watch("keras_phases.checkpoints.engines.loop")
    sweep(folder, folder / "shards-merged", Shard(index, num_shards))
    return {"processes": [MARKS]}


def by_beam(folder):
    """Two processes of Apache Beam, which counts itself."""
    from keras_phases import BeamEngine

    flags = ["--direct_running_mode=multi_processing", f"--direct_num_workers={WORKERS}"]
    _, said = sweep(folder, folder / "beam", BeamEngine(flags))
    counts = {name: int(re.search(rf"(\d+) {name}", said)[1]) for name in ("checkpoints loaded", "models built")}
    return {"counts": counts}


def by_dask(folder):
    """Two processes of a Dask cluster, each on a core of its own."""
    import distributed

    from keras_phases.checkpoints.engines.dask import Dask

    options = {"n_workers": WORKERS, "threads_per_worker": 1, "dashboard_address": None, "memory_limit": 0}
    with distributed.LocalCluster(**options) as cluster, distributed.Client(cluster) as client:
        for core, address in enumerate(client.scheduler_info()["workers"]):
            client.run(join, core, workers=[address])
        sweep(folder, folder / "dask", Dask(client))
        return {"processes": list(client.run(give_marks).values())}


def synthetic(folder, num_checkpoints=1_000, num_shards=64):
    """Seconds to go on with a sweep of many checkpoints and to merge it, whose cells are copies of one."""
    from keras_phases import merge
    from keras_phases.checkpoints import replay_cells, shard_plan
    from keras_phases.checkpoints.engines.loop import LoopEngine
    from keras_phases.checkpoints.engines.shards import Shard

    path, first = sorted((folder / "checkpoints").iterdir())[0], []
    measure = replay_cells._measure_cell

    def copy_first(model, part, place, saved, takes_images):
        if not first:
            first.append(measure(model, part, place, saved, takes_images))
        return dataclasses.replace(first[0], found=dataclasses.replace(first[0].found, step=saved.step))

    replay_cells._measure_cell = copy_first
    LoopEngine.load = Shard.load = lambda self, model, saved: None
    given, log_dir, seconds = dict.fromkeys(range(num_checkpoints), path), folder / "synthetic", {}
    for name in ("sweep", "go_on"):
        start = time.perf_counter()
        assert len(sweep(folder, log_dir, checkpoints=given)[0].history) == num_checkpoints
        seconds[name] = time.perf_counter() - start
    start = time.perf_counter()
    sweep(folder, folder / "one", checkpoints={0: path})
    seconds["begin"] = time.perf_counter() - start

    record, shards = replay_cells.PhaseHistory.load(log_dir), folder / "many" / "shards"
    from keras_phases.record.event_files import write_events

    planned = [shard_plan.Planned(step, str(path), "content") for step in given]
    plan = shard_plan.Plan(num_shards, shard_plan.describe_layout(record.layout), planned)
    shard_plan.agree(shards, lambda: plan)
    for index in range(num_shards):
        part = shards / shard_plan.name_of(index, num_shards)
        write_events(part / "phases", record.layout, record.records[index::num_shards])
        shard_plan.write_failures(part, [])
    start = time.perf_counter()
    assert merge(folder / "many", verbose=0).faults == ()
    seconds["merge"] = time.perf_counter() - start
    return {"seconds": seconds, "checkpoints": num_checkpoints, "shards": num_shards}


def main(engine, folder, core):
    """Sweeps and writes `<folder>/<engine>.json`."""
    started, folder = time.time(), pathlib.Path(folder)
    if core >= 0:
        os.sched_setaffinity(0, {core})
    if engine.startswith("shard-"):
        found = by_shard(folder, *(int(number) for number in re.findall(r"\d+", engine)))
    else:
        found = {"loop": by_loop, "beam": by_beam, "dask": by_dask, "synthetic": synthetic}[engine](folder)
    (folder / f"{engine}.json").write_text(json.dumps(found | {"started": started, "ended": time.time()}))


if __name__ == "__main__":
    import sweep_process  # by that name on workers too, which it sends functions to

    sweep_process.main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
