"""No step is lost or hidden: clocks, folders that go, second writers, damage, and runs that begin beside a record."""

import errno
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import warnings

import filelock
import pytest
from builders.logs import build_blobs, build_image_layout, build_layout, read_events, record_layout, write_record
from fsspec.implementations.memory import MemoryFileSystem

from keras_phases import PhaseHistory, PhaseWarning
from keras_phases.record import hold
from keras_phases.record.event_files import read_run
from keras_phases.record.hold import HeldError, Hold
from keras_phases.record.image_schema import ImageLayout, ImageRow
from keras_phases.record.paths import to_path
from keras_phases.record.probe_step import ProbeRow, ProbeStep
from keras_phases.record.run_record import Record
from keras_phases.record.tfrecords import read_records

FIRST = (0, 1, 2, 4, 8)
IMAGES = ImageLayout((ImageRow("block1", "linear", (4, 6), 0),), ((4, 6),), 3, (0.0,), (1.0,))
BLOBS = build_blobs(build_image_layout(build_layout()), 0)[-2:]


def measured(step, seconds=None):
    named = {"probe_seconds": step if seconds is None else seconds}
    return ProbeStep(step, 0, (ProbeRow("block1", "linear", named),), f"weights at {step}")


OPEN = []


@pytest.fixture(autouse=True)
def close_all():
    yield
    while OPEN:
        OPEN.pop().close()


def open_record(directory, start=0, **options):
    OPEN.append(Record(directory, record_layout(), resume=True, **options))
    OPEN[-1].open(start)
    return OPEN[-1]


def add(record, *steps, seconds=None):
    """Adds probe steps; the texts of what is warned of."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for step in steps:
            record.add(measured(step, seconds))
    return [str(warning.message) for warning in caught]


def steps_in(directory):
    return [step for step, _ in read_events(directory)[1]]


@pytest.fixture
def logs(tmp_path):
    """A log_dir with a record of 5 probe steps."""
    write_record(tmp_path / "run" / "phases", *FIRST)
    return tmp_path / "run"


def test_same_log_dir_begins_beside_what_stands_and_says_so(logs, capsys):
    for number in (1, 2):
        record = write_record(logs / "phases", 0, 2)
        named = logs.with_name(f"run-{number}")
        assert record.directory == named / "phases" and steps_in(named / "phases") == [0, 2]
        said = f"'{logs}' holds 5 probe steps, and this run begins at step 0: the record of this run is '{named}'.\n"
        assert capsys.readouterr().out == said
    assert steps_in(logs / "phases") == list(FIRST)


def test_same_log_dir_without_a_probe_step_is_used(tmp_path, capsys):
    open_record(tmp_path / "phases").close()
    assert write_record(tmp_path / "phases", 0).directory == tmp_path / "phases" and capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("refusals", "expected"),
    [
        pytest.param({}, "run-3", id="the newest"),
        pytest.param({"run-3": "holds other weights"}, "run", id="an earlier one"),
        pytest.param(dict.fromkeys(("run", "run-3"), "holds other weights"), "run-1", id="none"),
    ],
)
def test_same_log_dir_goes_on_where_the_run_is_known(logs, capsys, refusals, expected):
    write_record(logs.with_name("run-3") / "phases", 0, 4)
    record = Record(logs / "phases", record_layout(), resume=True)
    record.settle(8, lambda run: refusals.get(run.directory.parent.name))
    assert record.directory.parent == logs.with_name(expected)
    record.close()
    assert (expected in capsys.readouterr().out) == (expected != "run")


def test_same_log_dir_of_another_measurement_is_left_alone(logs, capsys):
    record = Record(logs / "phases", record_layout(seed=7), resume=True)
    record.settle(8, lambda run: None)
    assert record.directory.parent == logs.with_name("run-1") and len(record.history) == 0
    record.close()
    assert "holds a record measured in another way: seed was 0 and is 7" in capsys.readouterr().out


@pytest.mark.parametrize("shifts", [(-60, 0), (3600, 0), (-1e6, 1e6)], ids=["behind", "ahead", "both"])
def test_clock_behind(logs, monkeypatch, shifts):
    now, steps, start = time.time, list(FIRST), FIRST[-1]
    for shift in shifts:
        monkeypatch.setattr(time, "time", lambda shift=shift: now() + shift)
        write_record(logs / "phases", start * 2, start * 4, start=start)
        steps, start = [*steps, start * 2, start * 4], start * 4
        assert PhaseHistory.load(logs).steps.tolist() == steps
    # What a copy does to the times of files says nothing.
    for number, path in enumerate(sorted((logs / "phases").iterdir(), reverse=True)):
        os.utime(path, (number, number))
    assert PhaseHistory.load(logs).steps.tolist() == steps


def test_clock_that_is_set_back_within_a_run(tmp_path, monkeypatch):
    times = iter((1e9, 5e8, 1e9 - 60, *[4e8] * 99))
    monkeypatch.setattr(time, "time", lambda: next(times))
    add(open_record(tmp_path), *FIRST)
    assert steps_in(tmp_path) == list(FIRST)


@pytest.mark.parametrize("folder", ["local", "memory"])
def test_images_clock_behind(tmp_path, monkeypatch, folder):
    now, folder = time.time, tmp_path if folder == "local" else to_path(f"memory://{tmp_path.name}/run")
    for shift, start, steps in ((0, 0, FIRST), (-60, 4, (5, 16)), (-120, 16, (32,))):
        monkeypatch.setattr(time, "time", lambda shift=shift: now() + shift)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PhaseWarning)
            record = open_record(folder / "phases", start, image_layout=IMAGES)
        for step in steps:
            add(record, step)
            record.add_images(step, BLOBS)
        record.close()
    history = PhaseHistory.load(folder)
    assert history.image_steps.tolist() == history.steps.tolist() == [0, 1, 2, 4, 5, 16, 32]


def replace_by_a_copy(log_dir):
    shutil.copytree(log_dir, log_dir.with_name("copy"))
    shutil.rmtree(log_dir)
    log_dir.with_name("copy").rename(log_dir)


def unlink(log_dir):
    next((log_dir / "phases").glob("*tfevents*")).unlink()


def truncate(log_dir):
    os.truncate(next((log_dir / "phases").glob("*tfevents*")), 90)


@pytest.mark.parametrize(
    "lose",
    [shutil.rmtree, replace_by_a_copy, lambda log_dir: log_dir.rename(log_dir.with_name("away")), unlink, truncate],
    ids=["removed", "copied back", "renamed", "file removed", "truncated"],
)
def test_file_gone(tmp_path, lose):
    record = open_record(tmp_path / "run" / "phases", image_layout=IMAGES)
    add(record, 0, 1)
    record.add_images(1, BLOBS)
    lose(tmp_path / "run")
    [said] = add(record, 2)
    assert "was removed, replaced or taken over while this run wrote to it: all 3 probe steps" in said
    record.add_images(2, BLOBS)
    assert add(record, 4) == []
    record.close()
    run = read_run(tmp_path / "run" / "phases")
    assert run.steps == record.history.steps.tolist() == [0, 1, 2, 4]
    assert [step for step, _ in run.images] == [1, 2] and [step for step, _ in run.marks] == [0, 1, 2, 4]


def test_file_gone_and_another_run_in_its_place(tmp_path):
    record = open_record(tmp_path / "run" / "phases")
    add(record, 0, 1)
    shutil.rmtree(tmp_path / "run")
    write_record(tmp_path / "run" / "phases", 0, 8)
    [said] = add(record, 2)
    assert f"written anew to '{tmp_path / 'run-1' / 'phases'}'" in said
    assert steps_in(tmp_path / "run" / "phases") == [0, 8] and steps_in(tmp_path / "run-1" / "phases") == [0, 1, 2]


def test_file_gone_with_its_disk_that_comes_back_empty(tmp_path):
    disk = tmp_path / "disk"
    record = open_record(disk / "run" / "phases")
    add(record, 0, 1)
    disk.rename(tmp_path / "away")
    disk.write_bytes(b"")
    with pytest.raises(OSError, match=r"cannot be written: .* the next probe step writes it too"):
        add(record, 2)
    disk.unlink()
    [said] = add(record, 4)
    assert "all 4 probe steps" in said and steps_in(disk / "run" / "phases") == [0, 1, 2, 4]


def test_file_gone_elsewhere(tmp_path):
    folder = to_path(f"memory://{tmp_path.name}/run/phases")
    record = open_record(folder)
    add(record, 0, 1)
    MemoryFileSystem().rm(f"/{tmp_path.name}", recursive=True)
    assert len(add(record, 2)) == 1 and steps_in(folder) == [0, 1, 2]


def test_a_step_added_to_a_full_disk_after_the_file_is_gone_comes_with_the_next(tmp_path, monkeypatch):
    record = open_record(tmp_path / "run" / "phases")
    add(record, 0, 1)
    shutil.rmtree(tmp_path / "run")

    def refuse(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space left"):
        patch.setattr(os, "replace", refuse)
        add(record, 2)
    assert add(record, 4) == [] and steps_in(tmp_path / "run" / "phases") == [0, 1, 2, 4]


@pytest.mark.parametrize("start", [0, 4], ids=["from 0", "goes on"])
def test_two_writers(tmp_path, capsys, start):
    first = open_record(tmp_path / "run" / "phases")
    add(first, 0, 1, 2, 4)
    second = open_record(tmp_path / "run" / "phases", start)
    for step in (8, 16):
        assert add(first, step) == add(second, step + 1) == []
    assert steps_in(tmp_path / "run" / "phases") == [0, 1, 2, 4, 8, 16]
    assert steps_in(tmp_path / "run-1" / "phases") == [9, 17]
    said = capsys.readouterr().out
    assert f"the record of this run is '{tmp_path / 'run-1'}'" in said
    assert start == 0 or f"is written to by process {os.getpid()} on " in said
    first.close()
    assert open_record(tmp_path / "run" / "phases", 16).directory == first.directory


WRITER = """
import sys, time
from keras_phases.record.run_record import Record
from keras_phases.record.schema import Layout, Row
record = Record(sys.argv[1], Layout((Row("block1", "linear", "primal", 64, 64),), ("probe_seconds",)), resume=True)
record.open(0)
print("open", flush=True)
time.sleep(600)
"""


@pytest.fixture
def writer(tmp_path):
    """A process that holds the folder."""
    root = str(pathlib.Path(hold.__file__).parents[2])
    child = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path / "run" / "phases")],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": root},
    )
    assert child.stdout.readline() == b"open\n"
    yield child
    child.kill()
    child.wait()
    child.stdout.close()


def test_two_writers_of_two_processes_and_one_that_is_killed(tmp_path, writer, capsys):
    record = open_record(tmp_path / "run" / "phases")
    assert record.directory.parent == tmp_path / "run-1"
    assert f"is written to by process {writer.pid} on " in capsys.readouterr().out
    record.close()
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert open_record(tmp_path / "run" / "phases").directory.parent == tmp_path / "run"


def test_two_writers_without_locks_notice_one_of_this_machine(tmp_path, writer, monkeypatch):
    """A network disk without locks: the name alone tells who writes there, and that one was killed."""
    monkeypatch.setattr(filelock.FileLock, "acquire", refuse_lock)
    with pytest.raises(HeldError, match=f"process {writer.pid} on "):
        Hold(tmp_path / "run" / "phases")
    writer.kill()
    writer.wait()
    found = Hold(tmp_path / "run" / "phases")
    assert "No locks available" in found.without_lock and found.is_ours


def refuse_lock(lock, *_, **__):
    raise OSError(errno.ENOLCK, "No locks available")


def test_two_writers_of_two_machines_without_locks_part(tmp_path, monkeypatch):
    folder = to_path(f"memory://{tmp_path.name}/run/phases")
    first = open_record(folder)
    add(first, 0, 1)
    with monkeypatch.context() as patch:
        patch.setattr(hold.socket, "gethostname", lambda: "another")
        second = open_record(folder, 1)
        add(second, 8, seconds=2.0)
    assert first.without_lock == "a store has none" and second.directory == folder
    [said] = add(first, 2)
    assert "taken over" in said and first.directory == to_path(f"memory://{tmp_path.name}/run-1/phases")
    assert steps_in(folder) == [0, 1, 8] and steps_in(first.directory) == [0, 1, 2]


def test_two_writers_where_the_first_was_killed_and_its_children_hold_the_lock(tmp_path, monkeypatch):
    held = Hold(tmp_path / "run")
    monkeypatch.setattr(hold.Owner, "is_alive", False)
    assert "is dead, still hold it" in Hold(tmp_path / "run").without_lock
    held.give_back()


def test_two_writers_one_interrupted(tmp_path):
    """The fit of a notebook's cell that was interrupted: something still holds its record, and nobody closed it."""
    is_training = True
    interrupted = open_record(tmp_path / "run" / "phases", is_in_use=lambda: is_training)
    add(interrupted, 0, 1)
    assert open_record(tmp_path / "run" / "phases", 1).directory.parent == tmp_path / "run-1"
    is_training = False
    assert open_record(tmp_path / "run" / "phases", 1).directory.parent == tmp_path / "run"


def test_two_writers_one_collected(tmp_path):
    held = Hold(tmp_path / "run")
    with pytest.raises(HeldError):
        Hold(tmp_path / "run")
    del held
    assert Hold(tmp_path / "run").is_ours


def damage(directory, place, size=40):
    (path,) = directory.glob("*tfevents*")
    content = bytearray(path.read_bytes())
    place %= len(content)
    content[place : place + size] = bytes(len(content[place : place + size]))
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("place", "size", "kept"),
    [
        pytest.param(200, 40, [1, 2, 4, 8], id="first_record_damaged"),
        pytest.param(0, 40, [0, 1, 2, 4, 8], id="version"),
        pytest.param(60, 900, [2, 4, 8], id="first two"),
        pytest.param(-300, 20, [0, 1, 2, 8], id="within"),
        pytest.param(-20, 20, [0, 1, 2, 4], id="last"),
    ],
)
def test_first_record_damaged(logs, place, size, kept):
    path = damage(logs / "phases", place, size)
    before, told = path.read_bytes(), f"'{path}' is damaged at bytes "
    with pytest.warns(PhaseWarning, match=f"{told}.*all else that stands there is read"):
        assert PhaseHistory.load(logs).steps.tolist() == kept
    with pytest.warns(PhaseWarning, match=f"{told}.*all else that stood there is kept, and written anew"):
        record = write_record(logs / "phases", 16, start=8)
    # Whole again, for TensorBoard too, which reads nothing behind damage.
    assert record.directory.parent == logs and PhaseHistory.load(logs).steps.tolist() == [*kept, 16]
    assert path.read_bytes() == b"" and path.with_name(path.name.replace("tfevents", "damaged")).read_bytes() == before


def test_first_record_damaged_and_no_layout_left(logs):
    damage(logs / "phases", 60, 3000)
    with pytest.raises(ValueError, match=r"is damaged at bytes .*: no probe step is left there"):
        PhaseHistory.load(logs)
    assert write_record(logs / "phases", 0).directory.parent == logs.with_name("run-1"), "damage is no free folder"


def test_first_record_damaged_names_the_names_that_are_lost(tmp_path):
    record = open_record(tmp_path)
    add(record, 0)
    record._writer._num_added = 2  # as an earlier version, which told them once
    add(record, 1)
    record.close()
    damage(tmp_path, 300, 20)
    with pytest.raises(ValueError, match=r"is damaged at bytes .*names of layers and metrics stood: what the 1 probe"):
        PhaseHistory.load(tmp_path)


def test_a_file_of_headers_alone_is_given_up(tmp_path):
    """A file that is made so that everywhere a record seems to begin must not be looked through forever."""
    write_record(tmp_path, 0)
    (path,) = tmp_path.glob("*tfevents*")
    header = path.read_bytes()[:12]
    path.write_bytes(header * 5000)
    with path.open("rb") as file:
        found = []
        assert list(read_records(file, found)) == [] and found == [(0, 60_000)]


def test_layouts_and_plans_said_again_are_no_other_run(tmp_path):
    record = open_record(tmp_path)
    for step in (0, 1, 2):
        record.plan((0, 1, 2, step + 8))
        add(record, step)
    record.close()
    layout, records = read_events(tmp_path)
    assert layout.run["planned_steps"] == [0, 1, 2, 10] and [step for step, _ in records] == [0, 1, 2]
