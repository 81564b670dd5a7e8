"""Steps that a replay puts into the midst of a record do not rewrite what stands, one by one."""

import pytest

from keras_phases import PhaseHistory
from keras_phases.checkpoints.inserts import FOLDER, InsertedRecord
from keras_phases.record.image_schema import ImageLayout, ImageRow
from keras_phases.record.paths import RemotePath, to_path
from keras_phases.record.probe_step import ProbeRow, ProbeStep
from keras_phases.record.run_record import Record
from keras_phases.record.schema import Layout, Row

LAYOUT = Layout((Row("late", "linear", "primal", 8, 8),))
IMAGES = ImageLayout((ImageRow("late", "linear", (1, 1), 0),), ((1, 1),), 1, (0.0,), (1.0,))


def open_record(log_dir):
    def make(directory):
        record = Record(directory, LAYOUT, resume=True, image_layout=IMAGES)
        record.open_for_inserts()
        return record

    return InsertedRecord(log_dir / "phases", make)


def measured(step):
    return ProbeStep(step, 0, (ProbeRow("late", "linear", {"reconstruction_loss": float(step)}),))


@pytest.fixture
def written(monkeypatch):
    """Bytes of each object that is written to a bucket."""
    written, put, upload = [], RemotePath.write_bytes, RemotePath.upload

    def write_and_count(path, content):
        written.append((path.name, len(content)))
        put(path, content)

    def upload_and_count(path, local):
        written.append((path.name, local.stat().st_size))
        upload(path, local)

    monkeypatch.setattr(RemotePath, "write_bytes", write_and_count)
    monkeypatch.setattr(RemotePath, "upload", upload_and_count)
    return written


def events(written):
    """Bytes of those that hold a step; what begins a record has some tens."""
    return [size for name, size in written if "tfevents" in name and size > 100]


@pytest.mark.slow
def test_steps_into_the_midst_of_a_record_in_a_bucket_write_themselves_and_what_stands_once(tmp_path, written):
    log_dir, num_steps, num_inserts = to_path(f"memory://{tmp_path.name}"), 200, 50
    record = open_record(log_dir)
    for step in range(0, 2 * num_steps, 2):
        record.insert(measured(step))
    record.close()
    each = max(events(written))
    assert len(events(written)) == num_steps
    written.clear()
    record = open_record(log_dir)
    for step in range(1, 2 * num_inserts, 2):
        record.insert(measured(step))
    assert len(events(written)) == num_inserts and sum(events(written)) <= (num_inserts + 1) * each
    record.close()
    assert len(events(written)) == num_inserts + 1
    assert sum(events(written)) <= (2 * num_inserts + num_steps + 1) * each
    expected = sorted([*range(0, 2 * num_steps, 2), *range(1, 2 * num_inserts, 2)])
    history = PhaseHistory.load(log_dir)
    assert history.steps.tolist() == expected == history.column("reconstruction_loss", 0).tolist()
    assert not any((log_dir / FOLDER).glob("*tfevents*"))


def test_a_replay_that_was_killed_in_the_midst_goes_on_with_what_lies_beside_its_record(tmp_path):
    record = open_record(tmp_path)
    for step in (0, 8):
        record.insert(measured(step), [b"x", b"%d" % step])
    record.insert(measured(4), [b"x", b"4"])
    record.insert(measured(9), [b"x", b"9"])
    # Killed here: nothing is closed.
    for one in (record._record, record._beside):
        one._close_file()
        one._hold.give_back()
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 8, 9]
    again = open_record(tmp_path)
    assert again.history.steps.tolist() == [0, 4, 8, 9] and again.history.blobs(4) == (b"x", b"4")
    again.insert(measured(2))
    again.close()
    history = PhaseHistory.load(tmp_path)
    assert history.steps.tolist() == history.column("reconstruction_loss", 0).tolist() == [0, 2, 4, 8, 9]
    assert history.image_steps.tolist() == [0, 4, 8, 9] and not (tmp_path / FOLDER).exists()
