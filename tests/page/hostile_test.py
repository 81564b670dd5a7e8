"""Logs from strangers in the tab and in the report: a damaged run is said to be one, and costs the others nothing."""

import json
import os
import subprocess
import sys
import time
import types
import urllib.request
import warnings

import numpy as np
import pytest
from builders.hostile_logs import (
    FILE,
    HOSTILE_JSON,
    HOSTILE_TENSORS,
    begin_record,
    build_event,
    build_image_event,
    claim_png,
    declare,
    write_events,
)
from builders.logs import STEPS, RunOptions, build_image_layout, build_layout, build_values, write_image_run, write_run
from tensorboard.compat.proto import types_pb2
from tensorboard.summary.writer.record_writer import RecordWriter
from tensorboard.util import tensor_util
from tensorboard_plugin_phases import images, report_page
from tensorboard_plugin_phases.event_files_provider import EventFilesProvider
from tensorboard_plugin_phases.runs import PhaseStore

from keras_phases.record import schema
from keras_phases.record.image_schema import pack_image_layout

ROUTE = "/data/plugin/phases"
LAYOUT = build_layout(2)
CONTENT = schema.pack_layout(LAYOUT)
IMAGES = build_image_layout(LAYOUT)
VALUES = build_values(LAYOUT, 0, RunOptions())


def check_tab_and_report(open_app, folder, reason, num_steps=0):
    """Whether `bad` alone is damaged, by every route and in the report."""
    client = open_app(folder)
    bad, good = client.get(f"{ROUTE}/runs").json["runs"]
    assert (bad["num_steps"], good["num_steps"], good["error"]) == (num_steps, len(STEPS), None)
    assert reason in bad["error"]
    for route in ("metrics", "metrics.json", "phases", "images"):
        for run in ("bad/phases", "good/phases"):
            assert client.get(f"{ROUTE}/{route}", query_string={"run": run}).status_code == 200, (route, run)
    assert client.get(f"{ROUTE}/phases?run=good/phases").json["rows"][0]["phases"]
    check_report(folder, reason)


def check_report(folder, reason):
    assert report_page.write_report(folder, folder / "out.html") == ["bad/phases", "good/phases"]
    data = report_page._collect(report_page._Routes(folder), images=True)
    bad, good = data["runs"]
    assert reason in bad["error"] and good["error"] is None and data["reports"]["good/phases"]["rows"][0]["phases"]


@pytest.fixture
def folder(tmp_path):
    write_run(tmp_path / "good")
    return tmp_path


@pytest.mark.first_case
@pytest.mark.parametrize("name", HOSTILE_JSON)
def test_columns_huge_number(open_app, folder, name):
    write_events(folder / "bad" / "phases", [build_event(0, VALUES, HOSTILE_JSON[name])])
    check_tab_and_report(open_app, folder, "The names of layers and metrics cannot be read: ")


@pytest.mark.parametrize("name", HOSTILE_TENSORS)
def test_tensor_bomb(open_app, folder, name):
    events = [build_event(0, VALUES, CONTENT), build_event(4, HOSTILE_TENSORS[name], b"")]
    write_events(folder / "bad" / "phases", events)
    client = open_app(folder)
    bad, good = client.get(f"{ROUTE}/runs").json["runs"]
    assert "cannot be read" in bad["error"] or "1 of 2 records are left out" in bad["error"]
    assert (good["num_steps"], good["error"]) == (len(STEPS), None)
    check_report(folder, bad["error"].split(":")[0])


def test_what_others_read_is_made_as_ever():
    """Other tabs may have tensors of one value that is written once."""
    tensor = declare((2, 3), float_val=[1.0])
    np.testing.assert_array_equal(tensor_util.make_ndarray(tensor), np.ones((2, 3)))


@pytest.mark.parametrize(
    ("tensor", "reason"),
    [
        (declare((10**9,), dtype=types_pb2.DT_STRING, string_val=[b"x"]), "a step declares 1000000000 of them"),
        (declare((2**62, 4), dtype=types_pb2.DT_STRING, string_val=[b"x"] * 4), "of them, expected 4"),
        (declare((-4,), dtype=types_pb2.DT_STRING, string_val=[b"x"] * 4), "1 of 1 image steps are left out"),
    ],
    ids=["many", "overflow", "negative"],
)
def test_tensor_bomb_of_images(open_app, folder, tensor, reason):
    events = [build_event(0, VALUES, CONTENT), build_image_event(0, tensor, pack_image_layout(IMAGES))]
    write_events(folder / "bad" / "phases", events)
    client = open_app(folder)
    listing = client.get(f"{ROUTE}/images?run=bad/phases").json
    assert listing["steps"] == [] and reason in listing["error"]
    assert client.get(f"{ROUTE}/image?run=bad/phases&step=0&row=0").status_code == 404
    assert client.get(f"{ROUTE}/runs").json["runs"][0]["error"] is None


@pytest.mark.parametrize(
    "png",
    [claim_png(100_000, 100_000), claim_png(18, 5), claim_png(18, 4, bits=16), b"GIF89a" + b"\0" * 40, b"\xff\xd8\xff"],
    ids=["huge", "higher", "deeper", "gif", "jpeg"],
)
def test_tensor_bomb_png(open_app, folder, png):
    """A browser decodes what a PNG says to be, so that it is not sent where that is another size."""
    blobs = [png, claim_png(18, 4), png, claim_png(18, 4)]
    events = [build_event(0, VALUES, CONTENT), build_image_event(0, blobs, pack_image_layout(IMAGES))]
    write_events(folder / "bad" / "phases", events)
    client = open_app(folder)
    answers = [
        client.get(f"{ROUTE}/image?run=bad/phases&step=0&row={row}") for row in (0, 1, "input&of=0", "input&of=1")
    ]
    assert [answer.status_code for answer in answers] == [404, 200, 404, 200]
    assert "holds no PNG of 18 x 4 pixels" in answers[0].json["error"]
    data = report_page._collect(report_page._Routes(folder), images=True)
    assert sorted(data["images"]["bad/phases"]["strips"]) == ["0/1", "input/1"]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda file: RecordWriter(file).write(b"\xff" * 30), f"{FILE}' is damaged at bytes"),
        (lambda file: file.write(begin_record(2**40)), None),
        (lambda file: file.write(begin_record(2**64 - 1)), None),
    ],
    ids=["no-event", "longer-than-memory", "longest"],
)
def test_a_report_is_written_whatever_one_file_holds(folder, damage, reason):
    """By our own reader: TensorFlow's ends the process at such a length."""
    path = write_events(folder / "bad" / "phases", [build_event(0, VALUES, CONTENT)])
    with path.open("ab") as file:
        damage(file)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert report_page.write_report(folder, folder / "out.html") == ["bad/phases", "good/phases"]
        bad, good = report_page._Routes(folder).ask_json("/runs")["runs"]
    assert [str(one.message) for one in told] == [] if reason is None else reason in str(told[0].message)
    assert [(run["num_steps"], run["error"]) for run in (bad, good)] == [(1, None), (len(STEPS), None)]


def test_a_report_names_folders_whose_names_are_no_text(tmp_path):
    write_run(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"), RunOptions(num_layers=2, steps=(0, 1)))
    assert report_page.write_report(tmp_path, tmp_path / "out.html") == [r"caf\xe9/phases"]


def test_a_report_follows_a_link_to_a_run_and_no_further(tmp_path):
    write_run(tmp_path / "elsewhere" / "run7", RunOptions(num_layers=2, steps=(0, 1)))
    write_run(tmp_path / "elsewhere" / "run7" / "secret", RunOptions(num_layers=2, steps=(0, 1)))
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "linked").symlink_to(tmp_path / "elsewhere" / "run7")
    (logs / "above").symlink_to(tmp_path)
    (logs / "round").symlink_to(logs)
    assert report_page.write_report(logs, tmp_path / "out.html") == ["linked/phases"]


def image_events(num, start=0, wall_time=100.0):
    about = pack_image_layout(IMAGES)
    return [build_image_event(step, [b"x"] * 4, about, wall_time=wall_time + step) for step in range(start, num)]


class CountingProvider(EventFilesProvider):
    num_reads = 0

    def read_blob_sequences(self, ctx, **arguments):
        self.num_reads += 1
        return super().read_blob_sequences(ctx, **arguments)


def open_images(folder):
    provider = CountingProvider(folder)
    return provider, images.ImageStore(provider, PhaseStore(provider))


def test_images_quadratic():
    """Eight times as many images take eight times as long; in proportion to the square it were 64 times."""

    def seconds(num):
        steps = np.arange(num)
        phases = types.SimpleNamespace(steps=steps, wall_times=np.zeros(num))
        data = [types.SimpleNamespace(step=int(step), wall_time=1.0 + step, values=(None,) * 4) for step in steps]
        started = time.process_time()
        assert list(images._standing("run", IMAGES, data, phases).data) == steps.tolist()
        return time.process_time() - started

    few, many = (min(seconds(num) for _ in range(3)) for num in (1000, 8000))
    assert many < 24 * few + 0.1


def test_images_quadratic_in_requests(tmp_path):
    """Which there are is found out once for all of them."""
    write_events(tmp_path / "run" / "phases", [build_event(0, VALUES, CONTENT), *image_events(100)])
    provider, store = open_images(tmp_path)
    etags = {store.find(None, "", {"run": "run/phases", "step": f"{step}", "row": "0"}).etag for step in range(100)}
    assert len(etags) == 100 and len(store.describe(None, "", {"run": "run/phases"})["steps"]) == 100
    assert provider.num_reads == 1


@pytest.mark.parametrize("grown", ["metrics", "images", "layout"])
def test_images_quadratic_cache_ends_where_a_file_grows(open_app, tmp_path, grown):
    write_image_run(tmp_path / "run", (0, 1, 2), (0, 1))
    client = open_app(tmp_path)

    def steps():
        client.reload()
        return client.get(f"{ROUTE}/images?run=run/phases").json["steps"]

    assert steps() == steps() == [0, 1]
    more = {"metrics": ((1, 2), ()), "images": ((3, 4), (4,)), "layout": ((0, 1), (0, 1))}[grown]
    write_image_run(tmp_path / "run", *more, seed=1, start_step=more[0][0])
    assert steps() == {"metrics": [0], "images": [0, 1, 4], "layout": [0, 1]}[grown]


def test_an_answer_names_a_few_of_many_steps(tmp_path):
    write_events(tmp_path / "run" / "phases", [build_event(0, VALUES, CONTENT), *image_events(500)])
    _, store = open_images(tmp_path)
    with pytest.raises(Exception, match=r"no images of step 999. Expected one of: 0, 1, .*, 23, \.\.\.\.$"):
        store.find(None, "", {"run": "run/phases", "step": "999", "row": "0"})


STRANGERS = """
import resource, sys, warnings
warnings.simplefilter("ignore")
sys.modules["tensorboard.compat.notf"] = type(sys)("notf")
sys.path[:0] = sys.argv[1:3]
import conftest
client = conftest.open_app.__wrapped__()(sys.argv[3])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for route in ("runs?", "metrics?", "phases?", "images?", "image?step=0&row=0&"):
    assert client.get("/data/plugin/phases/" + route + "run=bad/phases").status_code < 500, route
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_tensor_bomb_takes_no_memory(folder, request):
    """Of a process of its own: the most that it ever had."""
    bombs = [build_event(step, tensor, b"") for step, tensor in enumerate(HOSTILE_TENSORS.values(), 1)]
    many = declare((10**9,), dtype=types_pb2.DT_STRING, string_val=[b"x"])
    pictures = [build_image_event(0, many, pack_image_layout(IMAGES))]
    write_events(folder / "bad" / "phases", [build_event(0, VALUES, CONTENT), *bombs, *pictures])
    paths = [str(request.path.parent), str(request.path.parents[1]), str(folder)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", STRANGERS, *paths]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.splitlines()[-1]) < 100


@pytest.mark.slow
@pytest.mark.parametrize("data_server", ["rust", "python"])
def test_tensor_bomb_in_a_real_process(folder, tmp_path_factory, data_server):
    """Whichever data server reads the logs: the bombs are damage of their run alone."""
    from builders.tab_page import poll, serve

    if data_server == "rust":
        pytest.importorskip("tensorboard_data_server", reason="no Rust data server for this platform")
    write_events(folder / "bad" / "phases", [build_event(0, VALUES, CONTENT)])
    write_events(folder / "bomb" / "phases", [build_event(0, HOSTILE_TENSORS["one-value"], CONTENT)])
    write_events(folder / "huge" / "phases", [build_event(0, VALUES, HOSTILE_JSON["integer"])])
    with serve(folder, data_server, tmp_path_factory.mktemp("log") / "log.txt") as address:

        def ask(path):
            with urllib.request.urlopen(f"{address}{ROUTE}/{path}", timeout=30) as answer:
                return json.loads(answer.read())

        runs = poll(lambda: len(found := ask("runs")["runs"]) == 4 and {run["run"]: run for run in found})
        assert [runs[f"{name}/phases"]["error"] for name in ("bad", "good")] == [None, None]
        assert "declares the shape [50000, 50000] and holds 1 values" in runs["bomb/phases"]["error"]
        assert "cannot be read" in runs["huge/phases"]["error"]
        assert ask("phases?run=good/phases&run=bomb/phases&run=huge/phases")["runs"][0]["rows"][0]["phases"]
