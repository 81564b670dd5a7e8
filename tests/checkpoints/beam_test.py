"""A sweep on Apache Beam gives the record of the loop bit for bit, loads each checkpoint once, and goes on."""

import collections
import dataclasses
import importlib.util
import io
import json
import math
import os
import pickle
import socket
import subprocess
import sys
import time
import warnings
import zipfile

import keras
import numpy as np
import pytest
from builders import sweeps
from builders.models import PLAIN

from keras_phases import BeamEngine, PhaseHistory, ProbeSettings
from keras_phases.__main__ import main
from keras_phases.checkpoints.engines import beam, worker
from keras_phases.checkpoints.engines.engine import Sweep
from keras_phases.checkpoints.replay_cells import CellMeter, Measured, pack_measured, unpack_measured
from keras_phases.components import DatasetGen, LocalRunner, ModelRun, ProbeSweep, as_channel
from keras_phases.measure.choice import choose_instrument, describe_run
from keras_phases.measure.cost import peak_bytes
from keras_phases.record.paths import to_path
from keras_phases.record.probe_step import ProbeRow, ProbeStep

TAPS, STEPS = ["a", "b", "c", "d"], [0, 1, 2]
NEEDS_BEAM = pytest.mark.skipif(
    importlib.util.find_spec("apache_beam") is None, reason='no Apache Beam: pip install "keras-phases[beam]"'
)

pytestmark = [
    pytest.mark.filterwarnings(f"ignore:{text}:keras_phases.PhaseWarning") for text in ("There are .* rows", "Step 2")
]


@pytest.fixture(scope="module", autouse=True)
def imported():
    """What Beam's own modules warn of when they are imported is no fault of ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if importlib.util.find_spec("apache_beam"):
            beam.read_options([])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Rows, and three checkpoints of four layers and a head; `d` of the last one is poisoned."""
    folder = tmp_path_factory.mktemp("beam")
    sweeps.write_sweep(folder, TAPS, len(STEPS))
    return folder


@pytest.fixture(scope="module")
def max_memory(folder):
    """Bytes that part the layers into two groups, each a cell."""
    (x, y), (x_test, y_test) = sweeps.rows_of(folder)
    model = keras.saving.load_model(folder / "checkpoints" / "step-0.keras")
    arguments = {"x": x, "y": y, "val_x": x_test, "val_y": y_test}
    instrument = choose_instrument(ProbeSettings(layers=TAPS), model, arguments)
    return peak_bytes([[plan] for plan in instrument.plans], instrument.sizes)


def play(folder, log_dir, flags=None, **options):
    engine = None if flags is None else BeamEngine(flags)
    return sweeps.play(folder, log_dir, engine, **{"layers": TAPS} | options)


def sweep(folder, root, *, runner_flags=None, **options):
    """The execution of a `ProbeSweep`."""
    examples = DatasetGen(path=str(folder / "rows.npz"))
    run = as_channel([ModelRun(folder / "checkpoints")])
    options = {"probe": ProbeSettings(layers=TAPS)} | options
    component = ProbeSweep(model_run=run, examples=examples.outputs["examples"], **options)
    return LocalRunner(root, beam_pipeline_args=runner_flags, verbose=0).run([examples, component])["ProbeSweep"]


def bits_of(log_dir):
    """What a record says, and what lies in its folder."""
    return sweeps.bits_of(log_dir), {path.name.partition(".")[0] for path in log_dir.rglob("*")}


@pytest.fixture
def seen(monkeypatch):
    """Counters of pipelines, the files that workers read weights from, and the cells that they measured."""
    seen = collections.defaultdict(list)
    run, load, measure_cells = beam.Passage.run, worker.load_weights, worker.measure_cells

    def run_seen(self, work):
        seen["counters"].append(run(self, work))
        return seen["counters"][-1]

    def load_seen(model, saved):
        seen["loads"].append(saved)
        load(model, saved)

    def measure_seen(model, parts, piece, load):
        for measured in measure_cells(model, parts, piece, load):
            seen["cells"] += [(piece.saved.step, *measured.places)]
            yield measured

    monkeypatch.setattr(beam.Passage, "run", run_seen)
    monkeypatch.setattr(worker, "measure_cells", measure_seen)
    monkeypatch.setattr(worker, "load_weights", load_seen)
    return seen


@pytest.fixture(scope="module")
def loop(folder, tmp_path_factory):
    """The record of the loop, all layers at once."""
    log_dir = tmp_path_factory.mktemp("loop")
    play(folder, log_dir)
    return bits_of(log_dir)


@NEEDS_BEAM
def test_a_sweep_on_beam_is_the_loop_bit_for_bit_and_loads_each_checkpoint_once(folder, max_memory, tmp_path, seen):
    """Three checkpoints, four layers, one poisoned cell."""
    options = {"max_failed_fraction": 0.4, "probe": ProbeSettings(layers=TAPS, max_memory=max_memory)}
    here = sweep(folder, tmp_path / "loop", **options)
    there = sweep(folder, tmp_path / "beam", beam_pipeline_args=[], **options)
    assert bits_of(there.folder / "record") == bits_of(here.folder / "record")
    assert seen["counters"] == [{"checkpoints_loaded": 3, "models_built": 1}]
    assert sorted(saved.step for saved in seen["loads"]) == STEPS
    assert sorted(seen["cells"]) == [(step, place) for step in STEPS for place in (0, 1)]

    history = PhaseHistory.load(there.folder / "record")
    losses = np.array([history.column("reconstruction_loss", row) for row in range(4)])
    assert history.steps.tolist() == STEPS and np.argwhere(np.isnan(losses)).tolist() == [[3, 2]]
    letters = [json.loads((one.folder / "record" / "failures.json").read_text()) for one in (here, there)]
    # What is measured of the other layers is kept, with the flag of a checkpoint whose weights are not finite.
    assert letters[0] == letters[1] and [one["layers"] for one in letters[0]] == [["a", "b", "c"], ["d"]]
    assert {one["step"] for one in letters[0]} == {2}
    assert "weight 'd/kernel' is NaN or infinite" in letters[0][0]["reason"]
    assert there.outputs["record"][0].properties == {"num_steps": 3, "num_failed": 1, "layers": TAPS}

    # Where it ran is told, and is no part of what it is: each takes the other's for its own.
    assert here.key == there.key
    told = [json.loads((one.folder / "execution.json").read_text())["beam_pipeline_args"] for one in (here, there)]
    assert told == [None, []]
    assert sweep(folder, tmp_path / "loop", runner_flags=["--direct_num_workers=1"], **options).cached


@pytest.mark.slow
@NEEDS_BEAM
def test_what_was_measured_before_a_pipeline_broke_stands_and_is_not_measured_again(
    folder, tmp_path, monkeypatch, loop
):
    measure = worker.Worker.measure

    def measure_some(self, piece, *others):
        if piece.saved.step == 1:
            raise OSError("the disk is full")
        yield from measure(self, piece, *others)

    monkeypatch.setattr(worker.Worker, "measure", measure_some)
    # In the order of the steps, so that something was measured before.
    apache_beam = importlib.import_module("apache_beam")
    monkeypatch.setattr(apache_beam, "Reshuffle", lambda: apache_beam.Map(lambda work: work))
    with pytest.raises(beam.PipelineError, match=r"pipeline of Apache Beam failed: .*the disk is full.*stands") as told:
        play(folder, tmp_path, [])
    assert "\n" not in str(told.value) and PhaseHistory.load(tmp_path).steps.tolist() == [0]
    monkeypatch.setattr(worker.Worker, "measure", measure)
    assert play(folder, tmp_path, []).measured_steps == (1, 2)
    assert bits_of(tmp_path) == loop
    assert play(folder, tmp_path).measured_steps == (2,)  # the poisoned one is tried again, whichever way


@pytest.mark.slow
@NEEDS_BEAM
def test_what_workers_of_a_killed_sweep_found_is_taken_up(folder, tmp_path, monkeypatch, loop, seen):
    """Killed between the pipeline and the record; a file that has changed since is measured anew."""

    def interrupt(meter, saved, found):
        if found:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(CellMeter, "take", interrupt)
        with pytest.raises(KeyboardInterrupt):
            play(folder, tmp_path, [])
    assert not any(tmp_path.rglob("*tfevents*")) and any(tmp_path.rglob("*.measured"))
    with zipfile.ZipFile(folder / "checkpoints" / "step-1.keras", "a") as changed:
        changed.comment = b"the same weights"
    del seen["loads"][:]
    assert play(folder, tmp_path, []).measured_steps == (0, 1, 2)
    assert [saved.step for saved in seen["loads"]] == [1, 2] and bits_of(tmp_path) == loop


@pytest.mark.slow
@NEEDS_BEAM
def test_each_cell_decides_alone_what_float32_is_too_rough_for(folder, tmp_path, seen):
    """Whoever measures it, and whatever was measured before: one pipeline, and the bits of the loop."""
    model, checkpoints = keras.saving.load_model(folder / "checkpoints" / "step-1.keras"), {}
    layer = model.get_layer("a")
    kernel, bias = layer.get_weights()
    twins = kernel.copy()
    twins[:, 1] = twins[:, 0] * (1 + 1e-5)
    for step, weights in enumerate((kernel, twins, twins, kernel)):
        layer.set_weights([weights, bias])
        checkpoints[step] = tmp_path / f"{step}.keras"
        model.save(checkpoints[step])
    settings = {"layers": "a", "quantities": None}
    for name, flags in (("loop", None), ("beam", [])):
        play(folder, tmp_path / name, flags, checkpoints=checkpoints, **settings)
    history = PhaseHistory.load(tmp_path / "beam")
    flags = [history.probe_step(step).rows[0].flags for step in history.steps]
    assert ["float64_sums" in one for one in flags] == [False, True, True, False]
    assert bits_of(tmp_path / "beam") == bits_of(tmp_path / "loop")
    assert sorted(saved.step for saved in seen["loads"]) == [0, 1, 2, 3]
    play(folder, tmp_path / "later", checkpoints={step: checkpoints[step] for step in (0, 1)}, **settings)
    play(folder, tmp_path / "later", checkpoints=checkpoints, **settings)
    assert bits_of(tmp_path / "later")[0][1] == bits_of(tmp_path / "loop")[0][1]


class Code:
    """Runs where it is unpickled."""

    def __reduce__(self):
        return os.mkdir, (f"{os.environ['RAN']}",)


FOUND = ProbeStep(0, 0.0, (ProbeRow("a", "linear", {"reconstruction_loss": 0.5}),))


@NEEDS_BEAM
@pytest.mark.parametrize(
    "make",
    [
        lambda: pickle.dumps(Code()),
        lambda: pickle.dumps(Code(), protocol=0),
        lambda: b"",
        lambda: b"\xdd\xff\xff\xff\xff",
        lambda: pack_measured(Measured((99,), FOUND)),
        lambda: pack_measured(Measured((0,), dataclasses.replace(FOUND, step=7))),
        lambda: pack_measured(Measured((0,), dataclasses.replace(FOUND, rows=(ProbeRow("z", "linear", {}),)))),
        lambda: pack_measured(Measured((0,), dataclasses.replace(FOUND, rows=(ProbeRow("a", "linear", {"x": 1.0}),)))),
        lambda: pack_measured(Measured((0,), dataclasses.replace(FOUND, rows=(ProbeRow("a", "linear", {}, {"odd"}),)))),
        lambda: pack_measured(Measured((0,), FOUND, blobs=[b"x"])),
        lambda: pack_measured(Measured((0,), FOUND, weight=10**6)),
    ],
    ids=[
        f"pickle_in_log_dir-{name}"
        for name in (
            "pickle",
            "old-pickle",
            "empty",
            "huge",
            "cell",
            "step",
            "row",
            "column",
            "flag",
            "images",
            "weight",
        )
    ],
)
def test_nothing_that_lies_in_a_log_dir_runs(folder, tmp_path, monkeypatch, make):
    """What a stranger plants where a killed sweep has left its cells is an error that names the file."""
    monkeypatch.setenv("RAN", str(tmp_path / "ran"))
    found = beam.Passage.found

    def plant(self, piece):
        self._folder.mkdir(parents=True, exist_ok=True)
        beam._place_file(self._folder, self._name(piece.saved), 0).write_bytes(make())
        return found(self, piece)

    monkeypatch.setattr(beam.Passage, "found", plant)
    with pytest.raises(
        ValueError, match=r"step-00000000-.*-0000.measured' is not what a worker has measured of step 0"
    ):
        play(folder, tmp_path / "logs", [], layers="a")
    assert not (tmp_path / "ran").exists()


@NEEDS_BEAM
def test_pickle_in_log_dir_of_what_workers_are_given(folder, tmp_path, monkeypatch):
    """Arrays and weights must be those that the sweep has written; what tells what to do with them is in no folder."""
    give, swaps = beam.give_orders, []

    def give_and_keep(*task):
        swaps.append(give(*task))
        return swaps[-1]

    write_file = beam.write_file

    def write_other(path, content):
        write_file(path, content[:-1] + b"x" if path.name == "arrays.npz" else content)

    monkeypatch.setattr(beam, "give_orders", give_and_keep)
    monkeypatch.setattr(beam, "write_file", write_other)
    with pytest.raises(beam.PipelineError, match=r"The arrays are not what the sweep has written"):
        play(folder, tmp_path, [], layers="a")
    [(given, arrays)] = swaps
    assert len(given.pickled) < 20_000 < len(arrays) and zipfile.is_zipfile(io.BytesIO(arrays))
    kinds = {path.name.rpartition(".")[2] for path in tmp_path.glob("beam-cells-*/*")}
    assert kinds <= {"npz", "measured", "keras", "h5"}


def test_what_a_worker_has_measured_comes_back_from_its_bytes():
    metrics = {"a": np.float64(1 / 3), "b": float("inf"), "c": np.float32(0.1), "d": 3}
    found = ProbeStep(4, float("nan"), (ProbeRow("a", "linear", metrics, frozenset({"few_rows"})),))
    measured = Measured((1, 2), found, [b"", b"x"], None, 3, "why", {"rank": "no"})
    back = unpack_measured(pack_measured(measured))
    assert repr(back) == repr(dataclasses.replace(measured, found=back.found)) and math.isnan(back.found.epoch)
    assert back.found.rows == found.rows


def test_a_link_in_the_place_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "kept").touch()
    (tmp_path / "cells").symlink_to(tmp_path / "mine")
    beam.remove_folder(tmp_path / "cells")
    beam.write_file(tmp_path / "cells" / "arrays.npz", b"x")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["kept"]


@pytest.mark.slow
@NEEDS_BEAM
def test_workers_on_other_machines_need_no_other_folder(folder, tmp_path, loop, seen):
    """Model, rows, checkpoints and results pass through a bucket, which is empty again afterwards."""
    # A function that chooses layers is of this process alone.
    bucket, chosen = to_path(f"memory://{tmp_path.name}"), lambda layer: layer.name in TAPS
    found = play(folder, tmp_path, [f"--temp_location={bucket}"], layers=chosen)
    assert found.measured_steps == (0, 1, 2) and bits_of(tmp_path) == loop
    assert {saved.path.parts[1] for saved in seen["loads"]} == {tmp_path.name}
    assert not any(file for folder in bucket.iterdir() for file in folder.iterdir())


def task_of(folder, loss):
    """What workers would be given of a model with this loss."""
    (x, y), (x_test, y_test) = sweeps.rows_of(folder)
    arguments = {"x": x, "y": y, "val_x": x_test, "val_y": y_test}
    model = keras.saving.load_model(folder / "checkpoints" / "step-0.keras")
    model.compile("sgd", loss, **PLAIN)
    settings = ProbeSettings(layers=TAPS)
    instrument = choose_instrument(settings, model, arguments)
    layout = describe_run(settings, instrument, model=model, run={"schedule": "At", "budget": None})
    return worker.describe_task(Sweep(model, settings, arguments, instrument, layout, None, (), ()))


def test_a_worker_that_would_measure_something_else_says_so(folder):
    """What the process that began the sweep knows, and a worker does not."""

    def own_loss(y, outputs):
        return keras.ops.mean(outputs)

    with pytest.raises(RuntimeError, match=r"A worker cannot read the model: .*own_loss.*in modules that workers can"):
        worker.Worker(**task_of(folder, own_loss))
    task = task_of(folder, keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    with pytest.raises(RuntimeError, match=r"A worker would measure another record .*install the same packages"):
        worker.Worker(**task | {"settings": ProbeSettings(layers=TAPS[:2])})
    assert worker.Worker(**task)


@NEEDS_BEAM
@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ("--runner=FnApiRunner", r"beam_pipeline_args is '--runner=FnApiRunner'. Expected None, or a list of flags"),
        ([1], r"beam_pipeline_args is \[1\]. Expected None, or a list"),
        (["--num_workrs=2"], r"beam_pipeline_args has '--num_workrs', which is no flag of Apache Beam. Expected"),
        (["--direct_num_workers=2", "stray"], r"beam_pipeline_args has 'stray', which is no flag"),
        (["--direct_num_workers=two"], r"argument --direct_num_workers: invalid int value: 'two'. Expected"),
        (["--runner=FnApiRuner"], r"Unexpected pipeline runner: FnApiRuner. Valid values are .*FnApiRunner"),
    ],
    ids=["text", "no-text", "unknown", "stray", "wrong-value", "no-runner"],
)
def test_wrong_flags_say_what_is_right_in_one_line(folder, tmp_path, capfd, flags, message):
    with pytest.raises(ValueError, match=message) as told:
        play(folder, tmp_path / "logs", flags)
    assert "\n" not in str(told.value) and not (tmp_path / "logs").exists()
    arguments = [] if isinstance(flags, str) else [f"--beam_pipeline_args={flag}" for flag in flags]
    paths = [f"--checkpoints={folder}", "--data=digits", f"--log_dir={tmp_path / 'logs'}"]
    if arguments and flags != [1]:
        capfd.readouterr()
        assert main(["replay", *paths, *arguments]) == 1
        [line] = capfd.readouterr().err.splitlines()
        assert line.startswith("keras-phases replay: error: beam_pipeline_args ")


@NEEDS_BEAM
def test_flags_of_a_job_server_pass_and_without_a_runner_no_binary_is_downloaded():
    assert beam.read_options([]).get_all_options()["runner"] == "FnApiRunner"
    flags = ["--runner", "PortableRunner", "--checkpointing_interval=1000"]
    assert beam.read_options(flags).get_all_options()["runner"] == "PortableRunner"
    assert beam.check_beam_pipeline_args(None) is None


def test_without_beam_the_way_to_install_it_is_told(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(beam.importlib.util, "find_spec", lambda name: None)
    constructors = (
        lambda: play(folder, tmp_path / "logs", []),
        lambda: sweep(folder, tmp_path, beam_pipeline_args=[]),
        lambda: LocalRunner(tmp_path, beam_pipeline_args=[]),
    )
    for construct in constructors:
        with pytest.raises(
            ImportError, match=r'not installed. Install it by pip install "keras-phases\[beam\]"'
        ) as told:
            construct()
        assert "\n" not in str(told.value)
    assert list(tmp_path.iterdir()) == []


def is_open(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


@NEEDS_BEAM
@pytest.mark.stress
def test_workers_of_other_processes_give_the_same_bits(folder, tmp_path, loop):
    """The portable path that Flink takes, without a cluster: a job server, and workers that this process starts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    module = "apache_beam.runners.portability.local_job_service_main"
    server = subprocess.Popen([sys.executable, "-m", module, "-p", str(port)])
    try:
        deadline = time.monotonic() + 120
        while not is_open(port):
            assert server.poll() is None and time.monotonic() < deadline
            time.sleep(0.1)
        flags = ["--runner=PortableRunner", f"--job_endpoint=127.0.0.1:{port}", "--environment_type=LOOPBACK"]
        play(folder, tmp_path, flags)
    finally:
        server.terminate()
        server.wait(30)
    assert bits_of(tmp_path) == loop
