"""A sweep on a Dask cluster gives the record of the loop bit for bit, whichever worker is killed."""

import collections
import concurrent.futures
import errno
import importlib
import os
import random
import signal
import time
import warnings

import keras
import pytest
from builders.processes import environment_of
from builders.sweeps import bits_of, play, write_sweep

from keras_phases import PhaseHistory
from keras_phases.checkpoints.engines import dask, orders, worker
from keras_phases.checkpoints.engines.dask import ClusterError, Dask

TAPS = ["a", "b", "c", "d", "e"]

pytestmark = [
    pytest.mark.filterwarnings(f"ignore:{text}:keras_phases.PhaseWarning") for text in ("There are .* rows", "Step 11")
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Twelve checkpoints of five layers, one cell poisoned, and the record of the loop."""
    folder = tmp_path_factory.mktemp("dask")
    write_sweep(folder, TAPS, 12)
    play(folder, folder / "loop", layers=TAPS)
    return folder


@pytest.fixture(scope="module")
def client():
    """Of a cluster in this process."""
    distributed = pytest.importorskip("distributed", reason='no Dask: pip install "keras-phases[dask]"')
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.Client(processes=False, n_workers=2, threads_per_worker=1, dashboard_address=None) as client:
            yield client


def test_something_else_than_a_client_is_refused():
    with pytest.raises(ValueError, match=r"client is a str. Expected a distributed.Client.*keras-phases\[dask\]"):
        Dask("tcp://host:8786")


class Cluster:
    """A client of one worker in this process, which is asked for an answer when it is waited for.

    Args:
        refuse: Function of a piece; what it raises is what the cluster gives as its answer.
    """

    def __init__(self, refuse=lambda piece: None):
        self.refuse, self.cancelled, self.on_workers = refuse, [], []

    def scheduler_info(self):
        return {}

    def map(self, measure, pieces, *, pure):
        return [Future(self, measure, piece) for piece in pieces]

    def cancel(self, futures):
        self.cancelled += futures

    def run(self, function, *arguments, on_error):
        self.on_workers.append(function.__name__)
        function(*arguments)


class Future:
    def __init__(self, cluster, measure, piece):
        self.cluster, self.measure, self.piece = cluster, measure, piece

    def result(self):
        self.cluster.refuse(self.piece)
        return self.measure(self.piece)

    def release(self):
        pass


@pytest.fixture
def counts(monkeypatch):
    """How often workers read a checkpoint, were built, and compiled something behind their first checkpoint."""
    counts, load, init = collections.Counter(), worker.load_weights, worker.Worker.__init__
    backend = importlib.import_module(keras.config.backend())
    name = {"tensorflow": "function", "jax": "jit", "torch": "no_grad"}[keras.config.backend()]
    compile_with = getattr(backend, name)

    def compile_and_count(body, **options):
        def trace(*arguments, **named):
            if len(counts) > 2:
                counts["compiled later"] += 1
            return body(*arguments, **named)

        return compile_with(trace, **options)

    def load_and_count(model, saved):
        counts[saved.step] += 1
        load(model, saved)

    def build_and_count(self, **options):
        counts["built"] += 1
        init(self, **options)

    if name != "no_grad":
        monkeypatch.setattr(backend, name, compile_and_count)
    monkeypatch.setattr(worker, "load_weights", load_and_count)
    monkeypatch.setattr(worker.Worker, "__init__", build_and_count)
    return counts


@pytest.mark.slow
def test_workers_load_each_checkpoint_and_build_the_model_once_and_keep_neither(folder, tmp_path, counts):
    cluster = Cluster()
    play(folder, tmp_path, Dask(cluster), layers=TAPS)
    assert bits_of(tmp_path) == bits_of(folder / "loop")
    assert counts == {**dict.fromkeys(range(12), 1), "built": 1}
    assert cluster.on_workers == ["dismiss"] and orders._HIRED == {}
    assert not any(tmp_path.glob("dask-arrays-*"))


@pytest.mark.first_case
@pytest.mark.parametrize(
    "error",
    [
        ModuleNotFoundError("No module named 'keras_phases'"),
        concurrent.futures.CancelledError("scheduler-connection-lost"),
        OSError(errno.ENOSPC, "No space left on device"),
    ],
    ids=["without-packages", "scheduler-gone", "full-disk"],
)
def test_what_a_cluster_cannot_do_costs_its_checkpoints_alone_and_is_told(folder, tmp_path, error):
    def refuse(piece):
        if piece.saved.step >= 2:
            raise error

    given = {"checkpoints": {step: folder / "checkpoints" / f"step-{step}.keras" for step in range(4)}, "layers": "a"}
    message = rf"gave up 2 of 4 checkpoints, the first: step 2, {type(error).__name__}: .*call it again"
    with pytest.raises(ClusterError, match=message):
        play(folder, tmp_path, Dask(Cluster(refuse)), **given)
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1]
    assert play(folder, tmp_path, Dask(Cluster()), **given).measured_steps == (2, 3)


@pytest.mark.slow
def test_a_sweep_on_dask_is_the_loop_and_what_the_cluster_gives_up_costs_none_of_the_others(
    folder, tmp_path, client, monkeypatch
):
    measure = dask.measure_piece

    def measure_some(piece, **options):
        if piece.saved.step == 3:
            raise OSError("the disk is full")
        return measure(piece, **options)

    monkeypatch.setattr(dask, "measure_piece", measure_some)
    with pytest.raises(
        ClusterError, match=r"gave up 1 of 12 checkpoints, the first: step 3, OSError: the disk is full"
    ):
        play(folder, tmp_path, Dask(client), layers=TAPS)
    monkeypatch.setattr(dask, "measure_piece", measure)
    assert play(folder, tmp_path, Dask(client), layers=TAPS).measured_steps == (3, 11)
    assert bits_of(tmp_path) == bits_of(folder / "loop")
    assert not any(tmp_path.glob("dask-arrays-*"))


@pytest.mark.stress
def test_twenty_sweeps_with_a_worker_killed_in_each(folder, tmp_path, monkeypatch):
    distributed = pytest.importorskip("distributed", reason='no Dask: pip install "keras-phases[dask]"')
    monkeypatch.setenv("PYTHONPATH", environment_of()["PYTHONPATH"])
    rng, options = random.Random(0), {"n_workers": 3, "threads_per_worker": 1, "dashboard_address": None}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.LocalCluster(**options) as cluster, distributed.Client(cluster) as client:
            for sweep in range(20):
                killed = play_and_kill(folder, tmp_path / str(sweep), client, rng)
                assert len(killed) == 1 and bits_of(tmp_path / str(sweep)) == bits_of(folder / "loop")
                print(f"sweep {sweep}: killed {killed}", flush=True)


def play_and_kill(folder, log_dir, client, rng):
    """The number of the process of a worker that is killed at a random instant of a sweep, in a list."""
    after, seen, killed = rng.randrange(11), [], []
    read = dask._read

    def read_and_kill(sweep, saved, content):
        seen.append(saved.step)
        if len(seen) == after + 1:
            time.sleep(rng.uniform(0, 0.05))
            killed.append(rng.choice(sorted(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)
        return read(sweep, saved, content)

    dask._read = read_and_kill
    try:
        play(folder, log_dir, Dask(client), layers=TAPS)
    finally:
        dask._read = read
    return killed
