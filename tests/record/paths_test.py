"""Records and checkpoints that lie elsewhere, in fsspec's `memory://` and `local://`; `to_path`."""

import pathlib
import re
import sys
import types

import fsspec
import keras
import numpy as np
import pytest
from builders.logs import read_events, record_layout, write_record
from builders.models import PLAIN
from fsspec.implementations.memory import MemoryFileSystem
from keras import layers
from tensorboard.backend.event_processing import plugin_event_multiplexer

import keras_phases
from keras_phases import Every, PhaseCheckpoint, PhaseHistory, PhaseProbe, PhaseWarning
from keras_phases.__main__ import main
from keras_phases.checkpoints.ring import Checkpoint, CheckpointRing, load_index
from keras_phases.record import event_files as writers
from keras_phases.record import paths
from keras_phases.record.paths import RemotePath, is_remote, local_copy, to_path
from keras_phases.record.probe_step import ProbeRow, ProbeStep
from keras_phases.record.run_record import Record
from keras_phases.record.schema import METRICS_TAG


@pytest.fixture(params=["memory", "local"])
def folder(request, tmp_path, monkeypatch):
    """A folder elsewhere that no other test has; of `local://` it lies in the working directory."""
    monkeypatch.chdir(tmp_path)
    return to_path(f"{request.param}://{tmp_path.name}")


def measured(step):
    return ProbeStep(step, 0, (ProbeRow("block1", "linear", {"probe_seconds": step}),))


def steps_in(folder):
    return [step for step, _ in read_events(folder)[1]]


@pytest.mark.parametrize(
    ("given", "text", "name"),
    [
        ("gs://bucket/run//1/", "gs://bucket/run/1", "1"),
        ("memory:///run", "memory://run", "run"),
        ("hdfs://host:9000/a.weights.h5", "hdfs://host:9000/a.weights.h5", "a.weights.h5"),
    ],
)
def test_a_path_keeps_its_scheme(given, text, name):
    path = RemotePath(given)
    assert (str(path), path.name, str(path / "x"), str(path.with_name("y").parent)) == (
        text,
        name,
        f"{text}/x",
        str(path.parent),
    )
    assert path == RemotePath(text) and str(path.parent / "phases").startswith(given.partition("://")[0] + "://")


@pytest.mark.parametrize("given", ["logs/run1", "C:/logs", pathlib.Path("a/b"), "a:b", "run:/1", "file:///logs/x"])
def test_a_path_of_this_machine_is_a_plain_one(given):
    path = to_path(given)
    assert type(path) is type(pathlib.Path()) and not is_remote(path) and not is_remote(given)
    assert str(path) == str(given).removeprefix("file://")


def test_the_home_folder_is_meant_by_its_sign():
    assert to_path("~/runs/a") == pathlib.Path.home() / "runs/a" and to_path("runs/~") == pathlib.Path("runs/~")


@pytest.mark.parametrize(
    ("given", "missing", "kind", "message"),
    [
        pytest.param("nowhere://a/b", (), ValueError, "no file system for 'nowhere://'", id="unknown"),
        pytest.param("memory://", (), ValueError, "names a scheme alone", id="alone"),
        pytest.param("memory:///a/b", (), ValueError, "no host or bucket.*such as 'memory://host/a/b'", id="no_host"),
        pytest.param(pathlib.Path("memory://a"), (), ValueError, "Expected a text, 'memory://a', and no", id="slash"),
        pytest.param("s3://a/b", ("s3fs",), ImportError, "Run: pip install s3fs$", id="package"),
        pytest.param("gs://a/b", ("fsspec",), ImportError, "Run: pip install fsspec gcsfs$", id="fsspec"),
        pytest.param("ftp://a/b", ("fsspec",), ImportError, "Run: pip install fsspec$", id="no_package"),
    ],
)
def test_a_scheme_that_cannot_be_used_says_what_to_do_in_one_line(given, missing, kind, message, monkeypatch):
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(kind, match=message) as raised:
        PhaseProbe(log_dir=given)
    assert "\n" not in str(raised.value)


def test_a_run_that_goes_on_elsewhere_keeps_what_stands_before_its_start(folder):
    write_record(folder, 0, 1, 2, 4)
    with pytest.warns(PhaseWarning, match=f"'{folder}' held 1 probe steps from step 3 on"):
        record = write_record(folder, 3, 8, start=2)
    assert record.history.steps.tolist() == steps_in(folder) == [0, 1, 2, 3, 8]
    record = write_record(folder, 9, start=8, layout=record_layout(planned_steps=[9]))
    assert record.history.steps.tolist() == [0, 1, 2, 3, 8, 9]


def test_nothing_that_stands_elsewhere_is_written_again(folder):
    """So that neither a kill nor a store that fails can cost a step that stands there."""
    record = Record(folder, record_layout(), resume=True)
    record.open(0)
    seen = {}
    for step in (0, 1, 2):
        record.add(measured(step))
        now = {path.name: path.read_bytes() for path in folder.glob("*tfevents*")}
        assert seen.items() <= now.items() and len(now) == step + 2
        assert steps_in(folder) == list(range(step + 1))  # before the record is closed
        seen = now


def test_a_clock_that_is_behind_hides_nothing(folder, monkeypatch):
    write_record(folder, 0, 1, 2)
    monkeypatch.setattr(writers, "time", types.SimpleNamespace(time=lambda: 1.0))
    write_record(folder, 3, start=2)
    assert steps_in(folder) == [0, 1, 2, 3]


class Fails:
    """A store that tears what it is given, once, and raises what is no `OSError`."""

    def __init__(self, write):
        self._write, self.has_failed = write, False

    def __call__(self, store, path, content):
        if self.has_failed:
            return self._write(store, path, content)
        self.has_failed = True
        self._write(store, path, content[:-20])
        raise RuntimeError("Connection\nreset")


def store_of(folder):
    """The class of the file system that a folder lies in."""
    return fsspec.get_filesystem_class(folder.parts[0].removesuffix(":"))


def test_a_step_that_a_store_refuses_is_written_with_the_next(folder, monkeypatch):
    record = Record(folder, record_layout(), resume=True)
    record.open(0)
    record.add(measured(0))
    fails = Fails(store_of(folder).pipe_file)
    monkeypatch.setattr(store_of(folder), "pipe_file", lambda store, path, content: fails(store, path, content))
    with pytest.raises(OSError, match=r"RuntimeError: Connection reset: '\w+://.* cannot take step 1.*kept in memory"):
        record.add(measured(1))
    assert steps_in(folder) == [0]
    record.add(measured(2))
    assert steps_in(folder) == [0, 1, 2]


def test_a_step_between_others_is_put_in_its_place_elsewhere(folder):
    write_record(folder, 0, 4)
    record = Record(folder, record_layout(), resume=True)
    record.open_for_inserts()
    record.insert(measured(2))
    record.insert(measured(8))
    record.close()
    assert steps_in(folder) == [0, 2, 4, 8]
    assert sum(len(path.read_bytes()) == 0 for path in folder.glob("*tfevents*")) == 3


def choose(checkpoints):
    best = min(checkpoints, key=lambda one: one.value)
    return best.step, [best.step]


def test_checkpoints_elsewhere_are_kept_within_their_bound(folder):
    filepath = folder / "best.weights.h5"
    ring = CheckpointRing(filepath, ".weights.h5", max_kept=3)
    ring.open()
    for step in range(6):
        checkpoint = Checkpoint(step, None, 0, abs(step - 2) / 10)
        ring.add(checkpoint, lambda path, step=step: path.write_bytes(b"%d" % step), choose)
    (ring.folder / "step-00000099.weights.h5").write_bytes(b"")  # of a killed run
    again = CheckpointRing(str(filepath), ".weights.h5", max_kept=3)
    again.open()
    again.begin({}, lambda checkpoint, before: checkpoint)
    assert load_index(str(filepath)) == list(again.checkpoints) == list(ring.checkpoints)
    assert [one.step for one in ring.checkpoints] == [0, 2, 5] and filepath.read_bytes() == b"2"
    files = {path.name for path in ring.folder.glob("*.h5")}
    assert files == {one.path.name for one in ring.checkpoints}
    with local_copy(filepath) as copy:
        assert (copy.name, copy.read_bytes()) == ("best.weights.h5", b"2")


def test_checkpoints_lie_in_a_store_that_has_folders(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ring = CheckpointRing("local://runs/best.weights.h5", ".weights.h5", max_kept=3)
    ring.open()
    ring.add(Checkpoint(0, None, 0, 0.0), lambda path: path.write_bytes(b"0"), choose)
    assert is_remote(ring.folder) and (tmp_path / "runs" / "best.weights.h5").read_bytes() == b"0"


def build_model():
    keras.utils.set_random_seed(3)
    hidden = layers.Dense(4, activation="relu", name="hidden")
    model = keras.Sequential([keras.Input((6,)), hidden, layers.Dense(3)])
    model.compile(keras.optimizers.SGD(0.1), keras.losses.SparseCategoricalCrossentropy(from_logits=True), **PLAIN)
    return model


class Stop(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 1:
            raise RuntimeError("preempted")


@pytest.mark.slow
@pytest.mark.first_case
def test_a_fit_elsewhere_goes_on_and_is_replayed_to_the_same_numbers(folder, tmp_path, capsys):
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(64, 6)).astype("float32"), np.arange(64) % 3
    data = (x, y), (x[::2] + 1, y[::2])
    options = {"layers": "hidden", "probe_batch_size": 16, "quantities": None}

    def fit(*others):
        probe = PhaseProbe(log_dir=str(folder / "run"), schedule=Every(3), on_error="raise", **options)
        keep = PhaseCheckpoint(probe, str(folder / "best.weights.h5"), max_kept=None)
        # Keras saves elsewhere through TensorFlow alone.
        callbacks = [keras.callbacks.BackupAndRestore(str(tmp_path / "backup")), probe, keep, *others]
        model = build_model()
        model.fit(x, y, 16, 4, verbose=2, shuffle=False, validation_data=data[1], callbacks=callbacks)
        return model

    with pytest.raises(RuntimeError, match="preempted"):
        fit(Stop())
    assert PhaseHistory.load(str(folder / "run")).steps.tolist() == [0, 3]
    model = fit()
    assert f"Record: {folder}/run/phases" in capsys.readouterr().out
    live = PhaseHistory.load(str(folder / "run"))
    assert live.steps.tolist() == [0, 3, 6, 9, 12, 15, 16]
    assert [one.step for one in load_index(folder / "best.weights.h5")] == live.steps.tolist()
    probe = keras_phases.ProbeSettings(**options)
    settings = {"probe": probe, "log_dir": str(folder / "replay"), "verbose": 0}
    found = keras_phases.replay(str(folder / "best.weights.h5"), model, data, **settings)
    assert found.failures == () and is_remote(found.log_dir)
    column = live.column("reconstruction_loss", 0)
    np.testing.assert_allclose(found.history.column("reconstruction_loss", 0), column, rtol=1e-5)
    assert keras_phases.replay(str(folder / "best.weights.h5"), model, data, **settings).measured_steps == ()
    if folder.parts[0] == "local:":
        multiplexer = plugin_event_multiplexer.EventMultiplexer()
        multiplexer.AddRunsFromDirectory(str(tmp_path / folder.name / "run"))
        multiplexer.Reload()
        assert [event.step for event in multiplexer.Tensors("phases", METRICS_TAG)] == live.steps.tolist()


def test_a_history_that_is_not_there_says_so(folder):
    with pytest.raises(FileNotFoundError, match=re.escape(f"no phases record under '{folder}'")):
        PhaseHistory.load(folder)


def test_a_file_that_is_not_there_is_an_error_of_the_system(folder):
    with pytest.raises(FileNotFoundError, match=re.escape(str(folder / "nothing"))):
        (folder / "nothing").read_bytes()
    with pytest.raises(FileNotFoundError):
        (folder / "nothing").unlink()
    (folder / "nothing").unlink(missing_ok=True)


def test_what_a_store_refuses_names_the_path(folder, monkeypatch):
    def refuse(store, path):
        raise PermissionError("Access Denied")

    monkeypatch.setattr(store_of(folder), "cat_file", refuse)
    with pytest.raises(OSError, match=re.escape(f"PermissionError: Access Denied: '{folder}/a'")):
        (folder / "a").read_bytes()


def test_what_another_process_has_written_is_seen(tmp_path, monkeypatch):
    """Of a store that, as s3fs, gives a listing anew only where it is told to forget the last one."""
    folder, last, read = to_path(f"memory://{tmp_path.name}"), {}, MemoryFileSystem.ls
    monkeypatch.setattr(
        MemoryFileSystem, "ls", lambda self, path, **how: last.setdefault(path, read(self, path, **how))
    )
    monkeypatch.setattr(MemoryFileSystem, "invalidate_cache", lambda self: last.clear())
    for name in ("a", "b"):
        (folder / name).write_bytes(b"")
        assert [path.name for path in folder.iterdir()][-1] == name


def test_a_bucket_is_never_made(tmp_path, monkeypatch):
    bucket = to_path(f"memory://{tmp_path.name}")
    monkeypatch.setitem(paths._STORES, "memory", "")
    (bucket / "run").mkdir()
    assert not bucket.exists()
    monkeypatch.undo()
    (bucket / "run").mkdir()
    assert bucket.is_dir() and (bucket / "run").is_dir()


@pytest.mark.parametrize(
    ("folder", "message"),
    [("nowhere://a/b", "no file system for 'nowhere://'"), ("memory://nothing/there", "There are no checkpoints in")],
    ids=["scheme", "folder"],
)
def test_the_command_says_what_is_wrong_with_a_path_elsewhere_in_one_line(folder, message, capsys):
    assert main(["replay", f"--checkpoints={folder}", "--data=digits"]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert message in line
