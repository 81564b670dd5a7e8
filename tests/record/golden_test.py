"""Records of earlier versions are read as their own version read them, to the last bit."""

import dataclasses
import json

import numpy as np
from builders.golden import GOLDEN, RUNS, digest, for_every_run, load_expected

from keras_phases import PhaseHistory

# By run its event files, of which two of the last are empty: those that a later one was written in the place of.
NUM_FILES = {
    "budget": 1,
    "digits": 1,
    "flags": 1,
    "paper": 1,
    "regression": 1,
    "replayed": 4,
    "resumed": 3,
    "three_phases": 1,
}


def test_the_golden_runs_are_all_there():
    found = {run.name: len(list((run / "phases").iterdir())) for run in RUNS if run.parent.name == "v0.1.0"}
    assert found == NUM_FILES
    sizes = [path.stat().st_size for path in (GOLDEN / "v0.1.0" / "replayed" / "phases").iterdir()]
    assert sorted(sizes)[:2] == [0, 0] and all(sorted(sizes)[2:])


@for_every_run
def test_steps_and_values_are_those_that_were_written(run):
    history, expected = PhaseHistory.load(run), load_expected(run)
    values = np.stack([values for _, values in history.records])
    assert history.steps.tolist() == expected["steps"].tolist()
    assert (values.dtype, values.shape) == (np.float32, expected["values"].shape)
    # As bytes: NaN, of which there are many, is equal to itself then.
    assert values.tobytes() == expected["values"].tobytes()


@for_every_run
def test_the_layout_is_that_which_was_written(run):
    layout = dataclasses.asdict(PhaseHistory.load(run).layout)
    assert json.loads(json.dumps(layout)) == load_expected(run)["layout"]


@for_every_run
def test_a_column_is_found_under_its_name(run):
    history, expected = PhaseHistory.load(run), load_expected(run)
    for place, metric in enumerate(expected["layout"]["metrics"]):
        for row in range(len(expected["layout"]["rows"])):
            written = expected["values"][:, row, place]
            assert np.array_equal(history.column(metric, row), written, equal_nan=True), metric


@for_every_run
def test_images_are_those_that_were_written(run):
    history, expected = PhaseHistory.load(run), load_expected(run)
    assert history.image_steps.tolist() == expected["image_steps"].tolist()
    digests = [digest(history.blobs(step)) for step in history.image_steps]
    assert digests == expected["image_sha256"].tolist()


@for_every_run
def test_every_image_can_be_shown(run):
    history = PhaseHistory.load(run)
    for step in history.image_steps:
        for row in history.layout.rows:
            is_measured = np.isfinite(history.probe_step(step).value("reconstruction_loss", row.layer, row.decoder))
            images = history.reconstructions(step, row.layer, row.decoder) if is_measured else None
            assert images is None or images.shape == history.inputs_of(row.layer, row.decoder).shape


@for_every_run
def test_phases_are_those_that_were_found(run):
    history = PhaseHistory.load(run)
    assert [describe_phases(history, row) for row in history.layout.rows] == load_expected(run)["phases"]


def describe_phases(history, row):
    report = history.phases(row.layer, row.decoder)
    return {
        "layer": row.layer,
        "decoder": row.decoder,
        "minimum_step": report.minimum_step,
        "minimum_interval": list(report.minimum_interval),
        "kinds": [phase.kind for phase in report.phases],
    }
