"""The record of a run: which folders it takes, what it goes on with, what it refuses."""

import errno

import numpy as np
import pytest
from builders.logs import RECORD_ROWS, read_events, record_layout, write_record

from keras_phases import PhaseHistory, PhaseWarning
from keras_phases.record import schema
from keras_phases.record.event_files import PhaseEventWriter
from keras_phases.record.kept import Kept, pack_kept, read_kept
from keras_phases.record.probe_step import ProbeRow, ProbeStep
from keras_phases.record.run_record import Record
from keras_phases.record.schema import Layout, Row


def test_a_run_that_goes_on_keeps_what_stands_before_its_start(tmp_path):
    write_record(tmp_path, 0, 1, 2, 4)
    with pytest.warns(PhaseWarning, match="held 1 probe steps from step 3 on; this run replaces them"):
        record = write_record(tmp_path, 3, 8, start=2)
    assert record.history.steps.tolist() == [0, 1, 2, 3, 8]
    assert [step for step, _ in read_events(tmp_path)[1]] == [0, 1, 2, 3, 8]


@pytest.mark.parametrize(
    ("layout", "resume", "message"),
    [
        pytest.param(record_layout(seed=7), True, "seed was 0 and is 7", id="seed"),
        pytest.param(record_layout(), False, "holds 1 probe steps and resume is False", id="resume"),
        pytest.param(Layout((), ("probe_seconds",)), True, "of other layers or metrics: block1", id="rows"),
    ],
)
def test_records_measured_in_another_way_are_refused_with_the_way_out(tmp_path, layout, resume, message):
    write_record(tmp_path, 0)
    with pytest.raises(ValueError, match=rf"{message}.*Pass another log_dir="):
        Record(tmp_path, layout, resume=resume).open(1)


def test_records_that_do_not_belong_together_are_refused_with_the_way_out(tmp_path):
    for rows in (RECORD_ROWS, (Row("block2", "linear", "primal", 64, 64),)):
        writer = PhaseEventWriter(tmp_path, Layout(rows, ("probe_seconds",)))
        writer.add_packed(0, np.zeros((1, 1), np.float32))
        writer.close()
    with pytest.raises(ValueError, match=r"holds other layers .*Pass another log_dir="):
        Record(tmp_path, record_layout(), resume=True).open(1)


def test_a_record_of_a_newer_schema_is_refused_with_its_version_and_left_alone(tmp_path, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr(schema, "SCHEMA_VERSION", 2)
        write_record(tmp_path / "phases", 0, 1)
    (path,) = (tmp_path / "phases").iterdir()
    content, told = path.read_bytes(), "schema 2, expected 1; install the keras-phases that wrote it"
    with pytest.raises(ValueError, match=told):
        PhaseHistory.load(tmp_path)
    with pytest.raises(ValueError, match=rf"holds no record to go on with: {told} .*Pass another log_dir="):
        Record(tmp_path / "phases", record_layout(), resume=True).open(1)
    assert path.read_bytes() == content and list(path.parent.iterdir()) == [path]


def test_which_weights_are_kept_is_told_still_by_a_record_that_is_written_anew(tmp_path):
    record = write_record(tmp_path, 0, 1)
    record.settle(1)
    record.open(1)
    record.note_kept(1, pack_kept(Kept("best.keras", 1, "best-steps", [0, 1])))
    record.close()
    again = Record(tmp_path, record_layout(), resume=True)
    again.open_for_inserts()
    for step in (0, 4):  # before others, so that all is written anew, and behind them
        again.insert(ProbeStep(step, 0, (ProbeRow("block1", "linear", {"probe_seconds": 1.0}),)))
    again.close()
    history = PhaseHistory.load(tmp_path)
    assert history.steps.tolist() == [0, 1, 4] and read_kept(history.layout).steps == [0, 1]


def test_another_name_or_schedule_is_no_other_measurement(tmp_path):
    write_record(tmp_path, 0)
    assert (
        write_record(tmp_path, 4, start=2, layout=record_layout(model="again", schedule="Every(4)")).history.steps[-1]
        == 4
    )


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ValueError, match=r"log_dir '.*file' cannot be written: .*pass log_dir="):
        Record(tmp_path / "file" / "phases", record_layout(), resume=True).open(0)


def test_a_plan_is_read_back_by_a_run_that_goes_on(tmp_path):
    history = write_record(tmp_path, 0, 4, 8, planned_steps=(0, 4, 8, 32)).history
    assert history.layout.run["planned_steps"] == [0, 4, 8, 32]
    record = Record(tmp_path, record_layout(), resume=True)
    for step, planned, seconds in ((8, (0, 4, 8, 32), 4), (4, (0, 4, 8, 32), 2), (0, (), None)):
        record.settle(step)
        assert (record.planned_steps, record.probe_seconds) == (planned, seconds)


def test_without_a_plan_there_is_none(tmp_path):
    record = Record(tmp_path, record_layout(), resume=True)
    record.settle(8)
    assert record.planned_steps == ()
    record.close()
    assert "planned_steps" not in write_record(tmp_path, 0, 4).history.layout.run
    record.settle(8)
    assert record.planned_steps == ()


class FullDisk:
    """A file on a disk that takes only so many bytes more, as many as its owner says."""

    def __init__(self, file, room, *, can_truncate=True):
        self._file, self.room, self._can_truncate = file, room, can_truncate

    def truncate(self, size):
        if not self._can_truncate:
            raise OSError(errno.EIO, "Input/output error")
        self._file.truncate(size)

    def write(self, data):
        if self.room <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        # As a disk does, it takes the part for which there is room.
        written = self._file.write(data[: self.room])
        self.room -= written
        return written

    def __getattr__(self, name):
        return getattr(self._file, name)


def add(record, step):
    record.add(ProbeStep(step, 0, (ProbeRow("block1", "linear", {"probe_seconds": step}),)))


@pytest.mark.parametrize("can_truncate", [True, False], ids=["truncates", "cannot truncate"])
@pytest.mark.parametrize("room", [0, 1, 50])
@pytest.mark.parametrize("first", [0, 2], ids=["first record", "later record"])
def test_a_full_disk_costs_no_probe_step_once_there_is_room(tmp_path, first, room, can_truncate):
    record = Record(tmp_path, record_layout(), resume=True)
    record.open(0)
    for step in range(first):
        add(record, step)
    record._writer._file = disk = FullDisk(record._writer._file, room, can_truncate=can_truncate)
    size = record._writer.path.stat().st_size
    for step in (8, 16):
        with pytest.raises(
            OSError, match=r"No space left on device: '.*tfevents.*' cannot take step 8.*kept in memory"
        ):
            add(record, step)
        disk.room = room
        assert record._writer.path.stat().st_size == size or not can_truncate
        assert [step for step, _ in read_events(tmp_path)[1]] == list(range(first)), "what stands there is readable"
    assert record.history.steps.tolist() == [*range(first), 8, 16]
    disk.room = 10**6
    add(record, 32)
    assert [step for step, _ in read_events(tmp_path)[1]] == [*range(first), 8, 16, 32]
    record.close()


def test_a_disk_that_stays_full_is_told_at_the_end(tmp_path):
    record = Record(tmp_path, record_layout(), resume=True)
    record.open(0)
    add(record, 0)
    record._writer._file = FullDisk(record._writer._file, 10)
    with pytest.raises(OSError, match="cannot take step 1"):
        add(record, 1)
    with pytest.raises(OSError, match=r"cannot take step 1\. It is lost when this process ends"):
        record.close()
    assert not record.is_open and write_record(tmp_path, 2, start=1).history.steps.tolist() == [0, 2]


def test_a_file_that_cannot_be_begun_is_begun_later(tmp_path, monkeypatch):
    def fail(writer, event):
        raise OSError(errno.ENOSPC, "No space left on device")

    record = Record(tmp_path, record_layout(), resume=True)
    with monkeypatch.context() as patch:
        patch.setattr(PhaseEventWriter, "_write", fail)
        with pytest.raises(OSError, match=r"cannot take its beginning"):
            record.open(0)
        with pytest.raises(OSError, match=r"cannot take step 0"):
            add(record, 0)
    assert record.is_open and not list(tmp_path.iterdir())
    add(record, 1)
    record.close()
    assert [step for step, _ in read_events(tmp_path)[1]] == [0, 1]
