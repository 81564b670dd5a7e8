"""Runs that are killed by SIGKILL at random instants, begun again and read back; run as a script by kill_test.py.

One process imports what is needed and forks a child for each run, so that a kill costs no start of TensorFlow. A child
tells through a pipe what it has finished; after each kill all of that must be on disk, once and in order.
"""

import argparse
import functools
import itertools
import json
import math
import os
import pathlib
import random
import shutil
import signal
import time
import traceback

import numpy as np
from builders.logs import read_events

from keras_phases.checkpoints.ring import Checkpoint, CheckpointRing, load_index
from keras_phases.record.probe_step import ProbeRow, ProbeStep
from keras_phases.record.run_record import Record
from keras_phases.record.schema import Layout, Row

KILLS_OF_A_RECORD, STRIDE = 5, 3


class Run:
    """A forked child that does `action(tell)`, and what it has told."""

    def __init__(self, action):
        source, sink = os.pipe()
        self.child = os.fork()
        if self.child == 0:
            os.close(source)
            try:
                action(lambda *words: os.write(sink, (" ".join(map(str, words)) + "\n").encode()))
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        os.close(sink)
        self._source, self.told = os.fdopen(source), []

    def follow(self, *, until=None):
        """Takes in what is told up to the first time that `until(told)` holds, else to the end; whether it went on."""
        for line in self._source:
            self.told.append(line.split())
            if until is not None and until(self.told):
                return True
        return False

    def kill(self):
        """Ends it, takes in what it still told; whether it had come to its own end before, and its exit status."""
        os.kill(self.child, signal.SIGKILL)
        self.follow()
        self._source.close()
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


def steps_on_disk(directory):
    """Probe steps as they are read back."""
    return [step for step, _ in read_events(directory)[1]]


def kept(steps, start):
    """What a run that goes on at `start` keeps."""
    return [step for step in steps if step <= start] if start else []


def replay(before, told):
    """What must be on disk: `before`, and all that was told since."""
    steps = before
    for what, *numbers in told:
        if what == "open":
            steps = kept(steps, int(numbers[0]))
        elif what == "add":
            # A run that goes on at a probe step measures it again: the same weights, and the newer record counts.
            steps = [*(step for step in steps if step < int(numbers[0])), int(numbers[0])]
    return steps


def following_step(start):
    """The first probe step of a run that goes on at `start`: not every step is one."""
    return (start // STRIDE + 1) * STRIDE if start else 0


def kill_writers(folder, rng, num_kills):
    """Children that add probe steps as fast as they can; returns the steps told in all and what is wrong."""
    layout = Layout((Row("block1", "linear", "primal", 64, 64),), ("reconstruction_loss", "probe_seconds"))
    faults, num_told, before, start = [], 0, [], 0

    def write(tell):
        record = Record(directory, layout, resume=True)
        record.open(start)
        tell("open", start)
        for step in itertools.count(following_step(start), STRIDE):
            told = {"reconstruction_loss": step, "probe_seconds": kill}
            record.add(ProbeStep(step, 0, (ProbeRow("block1", "linear", told),)))
            tell("add", step)

    for kill in range(num_kills):
        directory = folder / str(kill // KILLS_OF_A_RECORD)
        if kill % KILLS_OF_A_RECORD == 0:
            before, start = [], 0
        run = Run(write)
        # Often just when the file is open: what gave way to this run must be gone before anything has come for it.
        num_reports = 1 if rng.random() < 0.3 else rng.randrange(40)
        if num_reports:
            run.follow(until=lambda told, most=num_reports: len(told) >= most)
        time.sleep(rng.uniform(0, 0.002))
        run.kill()
        found, expected = steps_on_disk(directory), replay(before, run.told)
        # What was in the midst of being told may be there too.
        following = expected[-1] + STRIDE if expected and run.told[1:] else following_step(start)
        allowed = [expected, [*expected, following]] if run.told else [before, kept(before, start)]
        # Whose a record is tells one that came anew from one that should have given way.
        began_at = start if run.told and start else -1 if run.told else math.inf
        written = [(step, *values[0]) for step, values in read_events(directory)[1]]
        has_strangers = any(step != value or (step > began_at) != (by == kill) for step, value, by in written)
        if found not in allowed or has_strangers:
            faults.append(f"kill {kill}: {found} on disk, expected {expected}")
        num_told += len(run.told)
        last = (found or [0])[-1]
        if not last:
            # One that starts at step 0 leaves alone what stands.
            shutil.rmtree(directory, ignore_errors=True)
            found = []
        before, start = found, rng.randint(1, last) if last and rng.random() < 0.5 else last
    return num_told, faults


MAX_KEPT, WEIGHTS_BYTES = 4, 300_000


def weights_of(step, kill):
    """What a file of this step holds, so large that writing it takes its time."""
    return f"{step} {kill} ".encode() * (WEIGHTS_BYTES // len(f"{step} {kill} "))


def choose_lowest(checkpoints):
    return min(checkpoints, key=lambda one: (one.value, one.step)).step, [checkpoints[-1].step]


def kill_rings(folder, rng, num_kills):
    """Children that keep checkpoints as fast as they can; returns the steps told in all and what is wrong."""
    filepath, faults, num_told, start = folder / "best.weights.h5", [], 0, 0
    values = [rng.random() for _ in range(1000)]

    def keep(tell):
        ring = CheckpointRing(filepath, ".weights.h5", max_kept=MAX_KEPT)
        ring.open()
        ring.begin({"kill": kill}, lambda one, before: one if one.step < start else None)
        tell("open", start)
        for step in range(start, len(values)):
            write = functools.partial(pathlib.Path.write_bytes, data=weights_of(step, kill))
            ring.add(Checkpoint(step, None, 0, values[step]), write, choose_lowest)
            tell("add", step)

    for kill in range(num_kills):
        if all(step >= start for step in read_paths(filepath)):  # else it leaves alone what stands
            shutil.rmtree(filepath.with_name("best-steps"), ignore_errors=True)
        run = Run(keep)
        num_reports = 1 if rng.random() < 0.3 else rng.randrange(12)
        if num_reports:
            run.follow(until=lambda told, most=num_reports: len(told) >= most)
        time.sleep(rng.uniform(0, 0.01))
        run.kill()
        faults += find_ring_faults(filepath, kill, run.told)
        num_told += len(run.told)
        steps = sorted(read_paths(filepath)) or [0]
        start = rng.choice([0, steps[-1] + 1, steps[len(steps) // 2]])
    return num_told, faults


def find_ring_faults(filepath, kill, told):
    """What a killed child left: all whole, what it told is there, and no more files than promised."""
    if not (filepath.with_name("best-steps") / "index.json").exists():
        return [f"kill {kill}: no index, told {told}"] if told else []
    paths = read_paths(filepath)
    wholes = [*paths.items(), (None, filepath)] if filepath.exists() else [*paths.items()]
    faults = [f"kill {kill}: step {step} is torn" for step, path in wholes if not is_whole(step, path)]
    if paths and [one.step for one in load_index(filepath)] != sorted(paths):
        faults.append(f"kill {kill}: {sorted(paths)} cannot be read")
    num_files = sum(path.name.endswith(".weights.h5") for path in filepath.parent.rglob("*"))
    if num_files > MAX_KEPT + 2:
        faults.append(f"kill {kill}: {num_files} files")
    added = [int(step) for what, step in told if what == "add"]
    if added and not (paths and added[-1] <= max(paths) <= added[-1] + 1):
        faults.append(f"kill {kill}: {sorted(paths)} in the index, told {told}")
    return faults


def read_paths(filepath):
    """The files that the index names, by step."""
    folder = filepath.with_name("best-steps")
    entries = json.loads((folder / "index.json").read_text())["checkpoints"] if (folder / "index.json").exists() else []
    return {entry["step"]: folder / entry["file"] for entry in entries}


def is_whole(step, path):
    """Whether a file is there and holds all that was written for a step."""
    found = path.read_bytes() if path.exists() else b""
    of, kill = found[:40].split()[:2] if found else (b"-1", b"-1")
    return found == weights_of(int(of), int(kill)) and step in (None, int(of))


def kill_fits(folder, rng, num_kills):
    """Real fits with BackupAndRestore; returns the runs that came to their end and what is wrong."""
    from programs.fit_runs import fit

    reference = Run(lambda tell: fit(folder / "reference", tell))
    reference.follow()
    if reference.kill() != 0:
        return 0, [f"the run without a kill failed: {reference.told}"]
    whole = read_events(folder / "reference" / "logs" / "phases")[1]
    faults, finished, kills, number = [], 0, 0, 0
    while kills < num_kills or number > finished:
        number = finished + 1
        place = folder / str(number)
        directory = place / "logs" / "phases"
        if not (place / "backup").exists():
            # One that starts at step 0 leaves alone what stands.
            shutil.rmtree(place / "logs", ignore_errors=True)
        before = steps_on_disk(directory)
        run = Run(lambda tell, place=place: fit(place, tell))
        if kills < num_kills:
            num_reports = rng.randrange(1, 8)
            if run.follow(until=lambda told, most=num_reports: len(told) >= most):
                time.sleep(rng.uniform(0, 0.2))
        else:
            run.follow()
        status = run.kill()
        if ["torn"] in run.told:
            # Keras was killed while it saved: its user begins anew.
            shutil.rmtree(place / "backup")
            continue
        if status not in (0, -signal.SIGKILL):
            return finished, [*faults, f"a run failed: {run.told}"]
        found, expected = steps_on_disk(directory), replay(before, run.told)
        restored = int(run.told[0][1]) if run.told else 0
        was_opened = any(what == "open" for what, *_ in run.told)
        later = [step for step, _ in whole if not expected or step > expected[-1]][:1]
        allowed = [expected, [*expected, *later]] if was_opened else [before, kept(before, restored)]
        if found not in allowed:
            faults.append(f"after {kills} kills: {found} on disk, expected {expected}")
        kills += status == -signal.SIGKILL
        if ["done"] in run.told:
            finished += 1
            faults += compare(read_events(directory)[1], whole)
            faults += compare_weights(place / "best.weights.h5", folder / "reference" / "best.weights.h5")
    return finished, faults


def kill_shards(folder, rng, num_kills):
    """Sweeps in shards, one after the other; returns those that came to their end and what is wrong."""
    from keras_phases.checkpoints.merge import merge
    from programs import shard_runs

    first = Run(lambda tell: shard_runs.prepare(folder))
    first.follow()
    if first.kill() != 0:
        return 0, ["the loop failed"]
    faults, finished, kills, told = [], 0, 0, set()
    while kills < num_kills and not faults:
        log_dir, waiting = folder / str(finished), list(range(shard_runs.NUM_SHARDS))
        while waiting:
            index = rng.choice(waiting)
            run = Run(lambda tell, index=index, log_dir=log_dir: shard_runs.measure(folder, log_dir, index, tell))
            num_reports = rng.randrange(6) if kills < num_kills else 99
            if run.follow(until=lambda told, most=num_reports: len(told) > most):
                time.sleep(rng.uniform(0, 0.3))
            status = run.kill()
            kills += status == -signal.SIGKILL
            waiting = [one for one in waiting if one != index or status]
            told |= {int(words[1]) for words in run.told if words[0] == "took"}
            if status not in (0, -signal.SIGKILL):
                return finished, [f"shard {index} failed: {run.told}"]
            if told and waiting:
                found = merge(log_dir, verbose=0)
                faults += [fault for fault in found.faults if "doubled" in fault or "contradicts" in fault]
                if not told <= {*found.history.steps.tolist()}:
                    faults.append(f"after {kills} kills: {found.history.steps}, told {sorted(told)}")
        found = merge(log_dir, verbose=0)
        checked = Run(lambda tell, log_dir=log_dir: tell(shard_runs.is_loop(folder, log_dir)))
        checked.follow()
        if found.faults or checked.told != [["True"]] or (log_dir / "shards").exists():
            faults.append(f"after {kills} kills the record is another: {found}, {checked.told}")
        checked.kill()
        finished, told = finished + 1, set()
    return kills, faults


def compare_weights(path, reference):
    """Of the best checkpoint of a run that was killed and went on, against that of one that was not."""
    found, expected = map(read_weights, (path, reference))
    steps = [
        json.loads((one.with_name("best-steps") / "index.json").read_text())["best_step"] for one in (path, reference)
    ]
    if steps[0] != steps[1] or found.keys() != expected.keys():
        return [f"the best step is {steps[0]} instead of {steps[1]}"]
    return [f"{name} differs" for name in found if not np.allclose(found[name], expected[name], rtol=1e-3, atol=1e-6)]


def read_weights(path):
    """All arrays of a weights file by name."""
    import h5py

    arrays = {}
    with h5py.File(path) as file:
        file.visititems(lambda name, item: arrays.update({name: item[()]} if isinstance(item, h5py.Dataset) else {}))
    return arrays


def compare(records, whole):
    """Of a run that was killed and went on, against one that was not: the same steps and the same losses."""
    if [step for step, _ in records] != [step for step, _ in whole]:
        return [f"{[step for step, _ in records]} instead of {[step for step, _ in whole]}"]
    column = Layout(()).metrics.index("reconstruction_loss")
    losses = [np.array([values[:, column] for _, values in found]) for found in (records, whole)]
    return [] if np.allclose(*losses, rtol=1e-4) else [f"losses {losses[0]} instead of {losses[1]}"]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("writers", "rings", "fits", "shards"))
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("num_kills", type=int)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    kill_all = {"writers": kill_writers, "rings": kill_rings, "fits": kill_fits, "shards": kill_shards}[given.kind]
    num_done, all_faults = kill_all(given.folder, random.Random(given.seed), given.num_kills)
    print(json.dumps({"num_done": num_done, "faults": all_faults}))
