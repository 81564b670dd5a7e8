"""Records of earlier versions in the tab: its routes answer with the numbers that their own version read."""

import json
import math
import struct

import numpy as np
import pytest
from builders.golden import RUNS, copy_run, digest, for_every_run, load_expected

from keras_phases import PhaseHistory
from keras_phases.record import schema
from keras_phases.record.event_files import write_events

ROUTE = "/data/plugin/phases"
# TensorBoard's Python data server keeps the first of what a run says twice: the settings, of which a replay in parts
# has several, and the images of a step that was measured anew, which the metrics of then hide.
FIRST_SETTINGS = {"replayed": {"schedule": "At(probe_steps=(0, 8))"}}
HIDDEN_IMAGES = {"resumed": (4, 12)}


def ask(client, route, run="phases", **arguments):
    return client.get(f"{ROUTE}/{route}", query_string={"run": run} | arguments)


def decode(content):
    """Header and values of one block of a binary answer."""
    (length,) = struct.unpack_from("<I", content)
    header = json.loads(content[4 : 4 + length])
    return header, np.frombuffer(content, "<f4", -1, 4 + length).reshape(header["shape"])


def check_entry(entry, run, expected):
    """Whether an entry of `/runs` is that of a run."""
    layout = expected["layout"]
    layout = layout | {"run": layout["run"] | FIRST_SETTINGS.get(run.name, {})}
    assert (entry["error"], entry["num_steps"]) == (None, len(expected["steps"]))
    assert entry["last_step"] == expected["steps"][-1]
    assert {name: entry["layout"][name] for name in layout} == layout


@pytest.mark.parametrize("version", sorted({run.parent for run in RUNS}), ids=lambda version: version.name)
def test_runs_of_a_version_are_listed_together(open_app, version):
    listed = {entry["run"]: entry for entry in open_app(version).get(f"{ROUTE}/runs").json["runs"]}
    assert sorted(listed) == [f"{run.name}/phases" for run in RUNS if run.parent == version]
    for name, entry in listed.items():
        run = version / name.removesuffix("/phases")
        check_entry(entry, run, load_expected(run))


@for_every_run
def test_metrics_are_those_that_were_written(open_app, run):
    expected = load_expected(run)
    header, values = decode(ask(open_app(run), "metrics").data)
    check_entry(header, run, expected)
    assert header["steps"] == expected["steps"].tolist() and values.shape == expected["values"].shape
    assert values.tobytes() == expected["values"].astype("<f4").tobytes()


@for_every_run
def test_readable_metrics_are_those_that_were_written(open_app, run):
    expected = load_expected(run)
    answer = ask(open_app(run), "metrics.json").json
    assert answer["steps"] == expected["steps"].tolist()
    for index, (row, known) in enumerate(zip(answer["rows"], expected["layout"]["rows"], strict=True)):
        columns = {
            metric: [value if math.isfinite(value) else None for value in expected["values"][:, index, place].tolist()]
            for place, metric in enumerate(expected["layout"]["metrics"])
        }
        assert row == known | {"values": columns}


@for_every_run
def test_phases_are_those_that_were_found(open_app, run):
    rows = ask(open_app(run), "phases").json["rows"]
    found = [{name: row[name] for name in ("layer", "decoder", "minimum_step", "minimum_interval")} for row in rows]
    kinds = [{"kinds": [phase["kind"] for phase in row["phases"]]} for row in rows]
    assert [row | of_row for row, of_row in zip(found, kinds, strict=True)] == load_expected(run)["phases"]


@for_every_run
def test_images_are_those_that_were_written(open_app, run):
    client, expected = open_app(run), load_expected(run)
    images = ask(client, "images").json
    digests = dict(zip(expected["image_steps"].tolist(), expected["image_sha256"].tolist(), strict=True))
    for step in HIDDEN_IMAGES.get(run.name, ()):
        del digests[step]
    assert images["error"] is None and images["steps"] == list(digests)
    assert {step: digest(strips_of(client, images, step)) for step in images["steps"]} == digests


def strips_of(client, images, step):
    """All images of a step as they are on disk: those of the rows, then each form of the examples."""
    forms = [row["input"] for row in images["rows"]]
    wanted = [{"row": row} for row in range(len(forms))]
    wanted += [{"row": "input", "of": forms.index(form)} for form in range(max(forms) + 1)]
    for arguments in wanted:
        answer = ask(client, "image", step=step, **arguments)
        # A row that could not be measured has none, which is empty on disk.
        assert answer.status_code == 200 or "Row" in answer.json["error"]
        yield answer.data if answer.status_code == 200 else b""


def test_a_record_of_a_newer_schema_is_an_error_of_that_run_alone(open_app, tmp_path, monkeypatch):
    run, known = RUNS[0], schema.SCHEMA_VERSION
    copy_run(run, tmp_path / "earlier")
    history = PhaseHistory.load(run)
    with monkeypatch.context() as newer:
        newer.setattr(schema, "SCHEMA_VERSION", known + 1)
        write_events(tmp_path / "newer" / "phases", history.layout, history.records)
    client = open_app(tmp_path)
    earlier, newer = client.get(f"{ROUTE}/runs").json["runs"]
    check_entry(earlier, run, load_expected(run))
    assert (newer["run"], newer["num_steps"], newer["layout"]) == ("newer/phases", 0, None)
    assert f"schema {known + 1}, expected {known}; install the keras-phases that wrote it" in newer["error"]
    both = ask(client, "phases", run=["newer/phases", "earlier/phases"]).json["runs"]
    assert both[0]["rows"] == [] and both[0]["error"] == newer["error"]
    assert both[1]["error"] is None and len(both[1]["rows"]) == len(history.layout.rows)
