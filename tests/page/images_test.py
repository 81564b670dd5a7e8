"""Images of the tab: which there are, each of them, and requests that have none; on both data servers."""

import contextlib
import json
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest
from builders.logs import NUM_EXAMPLES, SIZE, build_blobs, build_image_layout, build_layout, write_image_run, write_run
from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2, tensor_shape_pb2
from tensorboard.summary.writer.record_writer import RecordWriter

from keras_phases.record import image_schema
from keras_phases.record.event_files import PhaseEventWriter
from keras_phases.record.image_schema import pack_image_layout, unpack_image_layout

ROUTE, RUN = "/data/plugin/phases", "run1/phases"
# More than the ten points that the Python data server keeps of a plugin it does not know.
STEPS = (0, *(2**power for power in range(14)))
LAYOUT = build_image_layout(build_layout())


@pytest.fixture
def client(open_app, tmp_path):
    write_image_run(tmp_path / "run1", STEPS, STEPS)
    return open_app(tmp_path)


def list_images(client, run=RUN):
    return client.get(f"{ROUTE}/images", query_string={"run": run})


def get_image(client, **arguments):
    return client.get(f"{ROUTE}/image", query_string={"run": RUN} | arguments)


def test_the_images_of_a_run_are_listed(client):
    found = list_images(client)
    assert found.status_code == 200 and found.content_type == "application/json"
    found = found.json
    assert found["run"] == RUN and found["steps"] == list(STEPS) and found["error"] is None
    assert len(found["wall_times"]) == len(STEPS)
    assert (found["num_examples"], found["labels"], found["size"]) == (NUM_EXAMPLES, [3, "seven", 1], list(SIZE))
    assert (found["low"], found["high"]) == ([0.0], [1.0])
    assert found["rows"][-1] == {"layer": "features", "decoder": "linear", "size": list(SIZE), "input": 1}
    listed = client.get(f"{ROUTE}/runs").json["runs"][0]["layout"]["rows"]
    assert [row["layer"] for row in found["rows"]] == [row["layer"] for row in listed]


def test_every_strip_is_served_as_it_was_written(client):
    for step in STEPS[:5]:
        blobs = build_blobs(LAYOUT, step)
        for row in range(4):
            answer = get_image(client, step=step, row=row)
            if (step, row) != (2, 1):
                assert answer.status_code == 200 and answer.data == blobs[row]
    answer = get_image(client, step=8192, row="input")
    assert answer.data == build_blobs(LAYOUT, 0)[4]
    assert get_image(client, step=0, row="input", of=3).data == build_blobs(LAYOUT, 0)[5]


def test_an_image_may_be_kept_and_is_304_after_that(client, caplog):
    first = get_image(client, step=4, row=2)
    assert first.headers["Content-Type"] == "image/png" and first.headers["X-Content-Type-Options"] == "nosniff"
    assert first.headers["Cache-Control"] == "private, max-age=3600" and first.headers["Expires"]
    known = {"If-None-Match": first.headers["ETag"]}
    again = client.get(f"{ROUTE}/image", query_string={"run": RUN, "step": 4, "row": 2}, headers=known)
    assert again.status_code == 304 and again.data == b"" and again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == "private, max-age=3600"
    others = [
        get_image(client, step=4, row=3),
        get_image(client, step=8, row=2),
        get_image(client, step=4, row="input"),
    ]
    assert len({answer.headers["ETag"] for answer in (first, *others)}) == 4
    assert not caplog.records, "TensorBoard's security check had something to say"


def test_a_run_without_images_has_none(open_app, tmp_path):
    write_run(tmp_path / "run1")
    client = open_app(tmp_path)
    found = list_images(client).json
    assert (found["steps"], found["rows"], found["error"], found["size"]) == ([], [], None, None)
    missing = get_image(client, step=0, row=0)
    assert missing.status_code == 404 and "no images of step 0. Expected one of: none" in missing.json["error"]


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        ({}, 400, "'step' is missing"),
        ({"step": 1}, 400, "'row' is missing"),
        ({"step": "-1", "row": 0}, 400, "'step' is '-1'"),
        ({"step": "1e3", "row": 0}, 400, "'step' is '1e3'"),
        ({"step": "9" * 40, "row": 0}, 400, "'step' is '9999"),
        ({"step": "\u0661", "row": 0}, 400, "'step' is"),
        ({"step": 1, "row": "../0"}, 400, "Expected an integer from 0 on, or input"),
        ({"step": 1, "row": "inputs"}, 400, "or input"),
        ({"step": 1, "row": "input", "of": "x"}, 400, "'of' is 'x'"),
        ({"step": 1, "row": "input", "of": 4}, 404, "'of' is 4"),
        ({"step": 1, "row": 4}, 404, "has 4 rows"),
        ({"step": 3, "row": 0}, 404, "no images of step 3. Expected one of: 0, 1, 2"),
        ({"step": 2, "row": 1}, 404, "Row 1 gave no image at step 2"),
    ],
    ids=str,
)
def test_requests_that_cannot_be_answered_say_what_was_expected(client, arguments, code, reason):
    answer = get_image(client, **arguments)
    assert answer.status_code == code and reason in answer.json["error"]
    assert (answer.json["run"], answer.json["tag"]) == (RUN, "phases/images")
    assert answer.content_type == "application/json" and answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("route", ["/images", "/image"])
def test_an_unknown_run_or_none_is_refused(client, route):
    missing = client.get(ROUTE + route, query_string={"step": 0, "row": 0})
    assert missing.status_code == 400 and "'run' is missing" in missing.json["error"]
    unknown = client.get(ROUTE + route, query_string={"run": "<script>", "step": 0, "row": 0})
    assert unknown.status_code == 404 and unknown.json["run"] == "<script>"
    assert unknown.content_type == "application/json"


def test_a_resumed_run_is_served_once(open_app, tmp_path):
    write_image_run(tmp_path / "run1", STEPS, STEPS)
    write_image_run(tmp_path / "run1", (65, 100, 300), (100,), seed=1, start_step=65)
    client = open_app(tmp_path)
    assert list_images(client).json["steps"] == [0, 1, 2, 4, 8, 16, 32, 64, 100]
    assert get_image(client, step=64, row=0).data == build_blobs(LAYOUT, 64)[0]
    assert get_image(client, step=100, row=0).data == build_blobs(LAYOUT, 100, seed=1)[0]
    assert get_image(client, step=128, row=0).status_code == 404


def test_images_clock_behind(open_app, tmp_path, monkeypatch):
    """Nor does a digest of weights, which stands between them, hide anything from either data server."""
    now = time.time
    write_image_run(tmp_path / "run1", STEPS[:5], STEPS[:5])
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: now() - 60)
        write_image_run(tmp_path / "run1", (16, 32), (16, 32), start_step=9)
        with contextlib.closing(PhaseEventWriter(tmp_path / "run1" / "phases", build_layout())) as writer:
            writer.add_mark(40, "digest")
    client = open_app(tmp_path)
    assert list_images(client).json["steps"] == [*STEPS[:5], 16, 32]
    assert client.get(f"{ROUTE}/runs").json["runs"][0]["num_steps"] == 7


def test_metrics_that_were_written_anew_hide_images_that_were_not(open_app, tmp_path, monkeypatch):
    """As in a data server that takes no notice of a run's new start."""
    write_image_run(tmp_path / "run1", (0, 8, 16, 32), (0, 8, 16, 32), start_step=None)
    write_image_run(tmp_path / "run1", (16, 24), (), seed=1, start_step=None)
    assert list_images(open_app(tmp_path)).json["steps"] == [0, 8]


def write_blob_event(folder, blobs, content, step=16384):
    """One event as a program that does not keep the contract would write it."""
    plugin_data = summary_pb2.SummaryMetadata.PluginData(plugin_name="phases_images", content=content)
    about = summary_pb2.SummaryMetadata(plugin_data=plugin_data, data_class=summary_pb2.DATA_CLASS_BLOB_SEQUENCE)
    shape = tensor_shape_pb2.TensorShapeProto(dim=[tensor_shape_pb2.TensorShapeProto.Dim(size=len(blobs))])
    tensor = tensor_pb2.TensorProto(dtype=7, string_val=blobs, tensor_shape=shape)
    value = summary_pb2.Summary.Value(tag=image_schema.TAG, tensor=tensor, metadata=about)
    event = event_pb2.Event(wall_time=9e9, step=step, summary=summary_pb2.Summary(value=[value]))
    with open(folder / "events.out.tfevents.9999999999.x", "wb") as file:
        RecordWriter(file).write(event.SerializeToString())


@pytest.mark.parametrize("content", [b"", b"{}", b'{"schema": 7}', b"\xff\xfe", b"[1]", b"null"])
def test_a_layout_that_cannot_be_read_is_said(open_app, tmp_path, content):
    write_run(tmp_path / "run1")
    write_blob_event(tmp_path / "run1" / "phases", [b"x"], content)
    client = open_app(tmp_path)
    found = list_images(client)
    assert found.status_code == 200 and found.json["steps"] == []
    assert "names of the images cannot be read" in found.json["error"]
    assert get_image(client, step=16384, row=0).status_code == 404
    assert client.get(f"{ROUTE}/metrics", query_string={"run": RUN}).status_code == 200


def test_an_event_of_another_number_of_images_is_left_out(open_app, tmp_path):
    write_image_run(tmp_path / "run1", STEPS, STEPS)
    write_blob_event(tmp_path / "run1" / "phases", [b"x", b"y"], b"")
    found = list_images(open_app(tmp_path)).json
    assert found["steps"] == list(STEPS) and "1 of 16 image steps are left out: expected 6 images" in found["error"]


def test_nothing_but_a_png_is_served_as_one(open_app, tmp_path):
    write_image_run(tmp_path / "run1", STEPS, STEPS)
    write_blob_event(tmp_path / "run1" / "phases", [b"<script>alert(1)</script>"] * 6, b"")
    answer = get_image(open_app(tmp_path), step=16384, row=0)
    assert answer.status_code == 404 and "holds no PNG" in answer.json["error"]
    assert answer.content_type == "application/json"


def test_images_open_no_second_tab(client):
    listing = client.get("/data/plugins_listing").json
    assert listing["phases"]["enabled"] and "phases_images" not in listing


def test_a_layout_comes_back_from_its_json():
    assert unpack_image_layout(pack_image_layout(LAYOUT)) == LAYOUT


@pytest.mark.parametrize(
    "change",
    [
        {"rows": []},
        {"low": [0.0, 1.0]},
        {"num_examples": 0},
        {"num_examples": 10**9},
        {"labels": [1]},
        {"inputs": [[4, -1], [4, 6]]},
        {"labels": [1.5]},
    ],
    ids=str,
)
def test_a_layout_that_makes_no_sense_is_refused(change):
    with pytest.raises(ValueError, match="not an image layout"):
        unpack_image_layout(json.dumps(json.loads(pack_image_layout(LAYOUT)) | change).encode())


@pytest.mark.slow
@pytest.mark.parametrize("data_server", ["rust", "python"])
def test_a_real_process_serves_every_image_step(data_server, tmp_path):
    from builders.tab_page import poll, serve

    if data_server == "rust":
        server = pytest.importorskip("tensorboard_data_server", reason="no Rust data server for this platform")
        if server.server_binary() is None:
            pytest.skip("the Rust data server has no binary for this platform")
    log_dir = tmp_path / "logs"
    write_image_run(log_dir / "run1", STEPS, STEPS)
    write_image_run(log_dir / "run1", (65, 100), (100,), seed=1, start_step=65)
    with serve(log_dir, data_server, tmp_path / "log.txt") as address:

        def get(path, **arguments):
            query = urllib.parse.urlencode({"run": RUN} | arguments)
            try:
                with urllib.request.urlopen(f"{address}{ROUTE}/{path}?{query}", timeout=20) as answer:
                    return answer.read()
            except urllib.error.HTTPError as error:
                error.close()
                return b"{}"

        kept = [0, 1, 2, 4, 8, 16, 32, 64, 100]
        assert poll(lambda: json.loads(get("images")).get("steps") == kept)
        for step, seed in ((0, 0), (64, 0), (100, 1)):
            blobs = build_blobs(LAYOUT, step, seed)
            assert [get("image", step=step, row=row) for row in range(4)] == blobs[:4]
            assert get("image", step=step, row="input") == blobs[4]
        assert get("image", step=2, row=1) == b"{}"
