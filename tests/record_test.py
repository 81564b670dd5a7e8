"""The record of a run: which folders it takes, what it goes on with, what it refuses."""

import numpy as np
import pytest
from tensorboard_plugin_phases.metadata import Layout, Row

from keras_phases import PhaseWarning
from keras_phases.record import Record
from keras_phases.writers import read_events

ROWS = (Row("block1", "linear", "primal", 64, 64),)


def layout_of(**run):
    return Layout(ROWS, ("probe_seconds",), {"seed": 0, "model": "vgg8"} | run)


def write(directory, *steps, start=0, layout=None, planned_steps=()):
    """A run from `start` that measures `steps`, each in as many seconds as its step."""
    record = Record(directory, layout or layout_of(), resume=True)
    record.open(start, planned_steps=planned_steps)
    for step in steps:
        record.add(step, np.array([[step]], np.float32))
    record.close()
    return record


def test_a_run_that_goes_on_keeps_what_stands_before_its_start(tmp_path):
    write(tmp_path, 0, 1, 2, 4)
    with pytest.warns(PhaseWarning, match="held 1 probe steps from step 3 on; this run replaces them"):
        record = write(tmp_path, 3, 8, start=2)
    assert record.history.steps.tolist() == [0, 1, 2, 3, 8]
    assert [step for step, _ in read_events(tmp_path)[1]] == [0, 1, 2, 3, 8]


def test_a_run_from_step_0_keeps_nothing(tmp_path):
    write(tmp_path, 0, 4)
    with pytest.warns(PhaseWarning, match="held 2 probe steps"):
        assert write(tmp_path, 0, 2).history.steps.tolist() == [0, 2]


def test_history_shows_what_stands_there_before_the_record_is_open(tmp_path):
    write(tmp_path, 0, 4)
    record = Record(tmp_path, layout_of(), resume=True)
    assert record.history.steps.tolist() == [0, 4] and not record.is_open
    record.close()


@pytest.mark.parametrize(
    ("layout", "resume", "message"),
    [
        pytest.param(layout_of(seed=7), True, "seed was 0 and is 7", id="seed"),
        pytest.param(layout_of(), False, "holds 1 probe steps and resume is False", id="resume"),
        pytest.param(Layout((), ("probe_seconds",)), True, "of other layers or metrics: block1", id="rows"),
    ],
)
def test_records_measured_in_another_way_are_refused(tmp_path, layout, resume, message):
    write(tmp_path, 0)
    with pytest.raises(ValueError, match=message):
        Record(tmp_path, layout, resume=resume)


def test_another_name_or_schedule_is_no_other_measurement(tmp_path):
    write(tmp_path, 0)
    assert write(tmp_path, 4, start=2, layout=layout_of(model="again", schedule="Every(4)")).history.steps[-1] == 4


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ValueError, match=r"log_dir '.*file' cannot be written: .*PhaseProbe\(log_dir"):
        Record(tmp_path / "file" / "phases", layout_of(), resume=True)


def test_a_plan_is_read_back_by_a_run_that_goes_on(tmp_path):
    history = write(tmp_path, 0, 4, 8, planned_steps=(0, 4, 8, 32)).history
    assert history.layout.run["planned_steps"] == [0, 4, 8, 32]
    record = Record(tmp_path, layout_of(), resume=True)
    assert record.planned_steps(8) == (0, 4, 8, 32) and record.planned_steps(0) == ()
    assert record.probe_seconds(8) == 4 and record.probe_seconds(4) == 2 and record.probe_seconds(0) is None


def test_without_a_plan_there_is_none(tmp_path):
    assert Record(tmp_path, layout_of(), resume=True).planned_steps(8) == ()
    assert "planned_steps" not in write(tmp_path, 0, 4).history.layout.run
    assert Record(tmp_path, layout_of(), resume=True).planned_steps(8) == ()
