import json
import struct

import numpy as np
import pytest
from builders.logs import (
    STEPS,
    RunOptions,
    build_layout,
    build_values,
    describe_columns,
    write_breakdown_run,
    write_run,
)
from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2
from tensorboard.summary.writer.record_writer import RecordWriter
from tensorboard_plugin_phases import report_page, runs

from keras_phases import PhaseHistory
from keras_phases.record import schema
from keras_phases.record.answers import answer_questions
from keras_phases.record.event_files import PhaseEventWriter
from keras_phases.record.kept import Kept, pack_kept

ROUTE = "/data/plugin/phases"
RUN = "run1/phases"


@pytest.fixture
def client(open_app, tmp_path):
    write_run(tmp_path / "run1")
    return open_app(tmp_path)


def decode_blocks(content):
    """Headers and values of the blocks of a binary answer, decoded independently of the server's code."""
    blocks = []
    while content:
        (length,) = struct.unpack_from("<I", content)
        header = json.loads(content[4 : 4 + length])
        count = int(np.prod(header["shape"]))
        blocks.append((header, np.frombuffer(content, "<f4", count, 4 + length).reshape(header["shape"])))
        content = content[4 + length + 4 * count :]
    return blocks


def get_metrics(client, run=RUN):
    """Header and values of one run."""
    (block,) = decode_blocks(client.get(f"{ROUTE}/metrics", query_string={"run": run}).data)
    return block


def test_the_tab_says_which_weights_are_on_disk(open_app, tmp_path):
    layout = build_layout()
    writer = PhaseEventWriter(tmp_path / "run1" / "phases", layout)
    for step in STEPS:
        writer.add_packed(step, build_values(layout, step, RunOptions()))
        writer.add_kept(step, pack_kept(Kept("best.weights.h5", step, "best-steps", [step])))
    writer.close()
    answer = open_app(tmp_path).get(f"{ROUTE}/phases", query_string={"run": RUN}).json["answers"][1]
    assert answer["detail"].endswith("PhaseCheckpoint did not keep it: 'best-steps' has steps 8,192.")
    assert answer == vars(answer_questions(PhaseHistory.load(tmp_path / "run1"))[1])
    assert report_page._Routes(tmp_path).ask_json("/phases", run=RUN)["answers"][1] == answer


def test_the_tab_is_listed_and_enabled_by_its_data(client):
    listing = client.get("/data/plugins_listing").json["phases"]
    assert listing["enabled"] and listing["tab_name"] == "Phases"
    assert listing["loading_mechanism"]["module_path"].endswith("/data/plugin/phases/index.js")


def test_without_data_the_tab_is_listed_and_not_enabled(open_app, tmp_path):
    client = open_app(tmp_path)
    assert not client.get("/data/plugins_listing").json["phases"]["enabled"]
    assert client.get(f"{ROUTE}/runs").json == {"runs": []}


def test_runs_carry_their_layout_and_extent(client):
    (run,) = client.get(f"{ROUTE}/runs").json["runs"]
    assert (run["run"], run["num_steps"], run["last_step"], run["error"]) == (RUN, len(STEPS), 8192, None)
    assert [row["layer"] for row in run["layout"]["rows"]] == ["conv1", "conv2", "conv3", "features"]
    assert run["layout"]["flags"] == list(schema.FLAGS)


def test_metrics_serve_every_probe_step_of_every_row(client):
    header, values = get_metrics(client)
    assert header["steps"] == list(STEPS) and values.shape == (len(STEPS), 4, 39)
    assert np.allclose(values[:, 0, header["layout"]["metrics"].index("mean_image_loss")], 0.98)


def test_readable_metrics_say_the_same_with_null_for_nan(open_app, tmp_path):
    write_run(tmp_path / "run1", RunOptions(labels=False))
    client = open_app(tmp_path)
    header, values = get_metrics(client)
    readable = client.get(f"{ROUTE}/metrics.json", query_string={"run": RUN}).json
    curve = readable["rows"][2]
    assert curve["layer"] == "conv3" and readable["steps"] == header["steps"]
    loss = header["layout"]["metrics"].index("reconstruction_loss")
    assert curve["values"]["reconstruction_loss"] == pytest.approx(values[:, 2, loss].tolist())
    assert curve["values"]["probe_accuracy"] == [None] * len(STEPS)


@pytest.fixture
def three_runs(open_app, tmp_path):
    for seed, layers in enumerate((2, 4, 3)):
        write_run(tmp_path / f"run{seed}", RunOptions(num_layers=layers, steps=STEPS[: 6 + seed]), seed=seed)
    return open_app(tmp_path)


def test_several_runs_are_answered_in_the_order_of_the_request_each_once(three_runs):
    query = {"run": ["run2/phases", "run0/phases", "run2/phases"]}
    answer = three_runs.get(f"{ROUTE}/metrics", query_string=query)
    blocks = decode_blocks(answer.data)
    assert [header["run"] for header, _ in blocks] == ["run2/phases", "run0/phases"]
    assert [values.shape for _, values in blocks] == [(8, 3, 39), (6, 2, 39)]
    for header, values in blocks:
        alone_header, alone = get_metrics(three_runs, header["run"])
        assert header == alone_header and np.array_equal(values, alone, equal_nan=True)
    again = three_runs.get(f"{ROUTE}/metrics", query_string=query, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_metrics_are_restricted_to_those_asked_for(three_runs):
    metrics = ["reconstruction_loss", "no_such_metric", "epoch"]
    answer = three_runs.get(f"{ROUTE}/metrics", query_string={"run": ["run0/phases", "run1/phases"], "metric": metrics})
    whole = three_runs.get(f"{ROUTE}/metrics", query_string={"run": ["run0/phases", "run1/phases"]})
    blocks, wholes = decode_blocks(answer.data), decode_blocks(whole.data)
    for (header, values), (whole_header, whole_values) in zip(blocks, wholes, strict=True):
        assert header["layout"]["metrics"] == ["epoch", "reconstruction_loss"]
        columns = [whole_header["layout"]["metrics"].index(name) for name in header["layout"]["metrics"]]
        assert np.array_equal(values, whole_values[:, :, columns]) and header["steps"] == whole_header["steps"]
    assert answer.headers["ETag"] != whole.headers["ETag"]


def test_reports_of_several_runs_are_a_list_of_those_of_one(three_runs):
    names = ["run1/phases", "run0/phases"]
    answer = three_runs.get(f"{ROUTE}/phases", query_string={"run": names})
    alone = [three_runs.get(f"{ROUTE}/phases", query_string={"run": name}).json for name in names]
    assert answer.json == {"runs": alone} and [run["run"] for run in alone] == names
    assert len(alone[0]["rows"]) == 4 and alone[0]["rows"][0]["phases"]


def test_one_change_changes_the_etag_of_all(three_runs, tmp_path):
    query = {"run": ["run0/phases", "run1/phases"]}
    before = [three_runs.get(f"{ROUTE}/{route}", query_string=query) for route in ("metrics", "phases")]
    write_run(tmp_path / "run1", RunOptions(num_layers=4, steps=(4096,)))
    three_runs.reload()
    after = [three_runs.get(f"{ROUTE}/{route}", query_string=query) for route in ("metrics", "phases")]
    assert all(one.headers["ETag"] != two.headers["ETag"] for one, two in zip(before, after, strict=True))
    assert decode_blocks(after[0].data)[1][0]["last_step"] == 4096


@pytest.mark.parametrize(("route", "most"), [("metrics", 64), ("phases", 64), ("metrics.json", 1)])
def test_too_many_runs_are_refused_with_the_first_that_is_too_many(three_runs, route, most):
    names = ["run0/phases", *(f"run-{index}" for index in range(most))]
    answer = three_runs.get(f"{ROUTE}/{route}", query_string={"run": names})
    assert answer.status_code == 400 and answer.json["run"] == names[most]
    assert f"asked for {most + 1} runs at once. Expected at most {most}" in answer.json["error"]


def test_one_unknown_run_among_several_is_named(three_runs):
    answer = three_runs.get(f"{ROUTE}/metrics", query_string={"run": ["run0/phases", "gone", "lost"]})
    assert answer.status_code == 404 and answer.json["run"] == "gone"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "<SCRIPT>"])
@pytest.mark.parametrize("path", ["/runs", "/metrics?run=run1/phases", "/index.js"])
def test_other_methods_are_refused_with_those_that_are_answered(client, method, path):
    answer = client.open(ROUTE + path, method=method)
    assert answer.status_code == 405 and answer.headers["Allow"] == "GET, HEAD"
    assert answer.headers["X-Content-Type-Options"] == "nosniff" and "Expected GET or HEAD" in answer.json["error"]


def test_head_has_the_headers_of_get_and_no_content(client):
    whole, head = (client.open(f"{ROUTE}/metrics?run={RUN}", method=method) for method in ("GET", "HEAD"))
    assert head.status_code == 200 and head.data == b"" and head.headers["ETag"] == whole.headers["ETag"]


def test_the_list_of_many_runs_stays_small(open_app, tmp_path):
    for index in range(50):
        write_run(tmp_path / f"run{index:02d}", RunOptions(num_layers=20, steps=(0,)))
    client = open_app(tmp_path)
    answer = client.get(f"{ROUTE}/runs", headers={"Accept-Encoding": "gzip"})
    assert len(answer.data) < 20_000


def test_phases_report_each_row(client):
    rows = client.get(f"{ROUTE}/phases", query_string={"run": RUN}).json["rows"]
    features = rows[-1]
    assert features["layer"] == "features" and features["has_increase"]
    assert [phase["kind"] for phase in features["phases"]][-2:] == ["decrease", "increase"]
    low, high = features["minimum_interval"]
    assert low <= features["minimum_step"] <= high
    assert "minimum at" in features["description"]


def test_phases_bring_the_advice_of_the_history(client, tmp_path):
    advice = client.get(f"{ROUTE}/phases", query_string={"run": RUN}).json["advice"]
    known = vars(PhaseHistory.load(tmp_path / "run1").advice())
    assert advice == known | {"interval": list(known["interval"])}
    assert advice["text"].startswith(f"Advice: keep step {advice['step']:,}") and not advice["abstains"]


def test_a_row_that_never_was_finite_has_no_phases(open_app, tmp_path, monkeypatch):
    monkeypatch.setattr("builders.logs.build_values", lambda layout, *_: np.full(layout.shape, np.inf))
    write_run(tmp_path / "run1")
    row = open_app(tmp_path).get(f"{ROUTE}/phases", query_string={"run": RUN}).json["rows"][0]
    assert row["phases"] == [] and row["minimum_step"] is None and row["now"] == "no finite loss"


def test_a_curve_that_cannot_be_judged_says_why(open_app, tmp_path, monkeypatch):
    monkeypatch.setattr("builders.logs.build_values", lambda layout, *_: np.full(layout.shape, -1))
    write_run(tmp_path / "run1")
    answer = open_app(tmp_path).get(f"{ROUTE}/phases", query_string={"run": RUN}).json
    row = answer["rows"][0]
    assert "standard error" in row["error"] and "phases" not in row and answer["advice"] is None


@pytest.mark.parametrize(
    "path",
    ["/index.js", "/runs", "/metrics?run=run1/phases", "/metrics.json?run=run1/phases", "/phases?run=run1/phases"],
)
def test_unchanged_answers_are_304_and_all_carry_safe_headers(client, path, caplog):
    first = client.get(ROUTE + path)
    again = client.get(ROUTE + path, headers={"If-None-Match": first.headers["ETag"]})
    other = client.get(ROUTE + path, headers={"If-None-Match": '"old"'})
    assert (first.status_code, again.status_code, other.status_code) == (200, 304, 200)
    assert again.data == b"" and other.data == first.data
    for answer in (first, again):
        assert answer.headers["X-Content-Type-Options"] == "nosniff" and answer.headers["Content-Type"]
        assert answer.headers["ETag"] == first.headers["ETag"]
    assert not caplog.records, "TensorBoard's security check had something to say"


def test_a_new_probe_step_changes_every_etag(open_app, tmp_path):
    write_run(tmp_path / "run1", RunOptions(steps=(0, 1, 2)))
    client = open_app(tmp_path)
    paths = [f"{ROUTE}/runs", f"{ROUTE}/metrics?run={RUN}", f"{ROUTE}/phases?run={RUN}"]
    tags = [client.get(path).headers["ETag"] for path in paths]
    write_run(tmp_path / "run1", RunOptions(steps=(4,)))
    client.reload()
    assert all(client.get(path).headers["ETag"] != tag for path, tag in zip(paths, tags, strict=True))
    assert get_metrics(client)[0]["steps"] == [0, 1, 2, 4]


@pytest.mark.parametrize("route", ["/metrics", "/metrics.json", "/phases"])
def test_requests_that_cannot_be_answered_name_run_and_tag(client, route):
    missing = client.get(ROUTE + route)
    assert missing.status_code == 400 and missing.json["tag"] == "phases/metrics"
    assert "Argument 'run' is missing" in missing.json["error"]
    unknown = client.get(ROUTE + route, query_string={"run": "nó\x00/../run1"})
    assert unknown.status_code == 404 and unknown.json["run"] == "nó\x00/../run1"
    assert unknown.json["tag"] == "phases/metrics"
    assert unknown.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/../plugin.py", "/static/index.js", "/index.js/../../schema.py", "/%2e%2e/loader.py", "/index.css", "/"]
)
def test_nothing_but_the_listed_files_is_served(client, path):
    assert client.get(ROUTE + path).status_code == 404


def test_markup_in_names_stays_inside_json(open_app, tmp_path):
    name = "<script>alert(1)<"
    write_run(tmp_path / name)
    client = open_app(tmp_path)
    answer = client.get(f"{ROUTE}/runs")
    assert answer.json["runs"][0]["run"] == f"{name}/phases"
    assert answer.content_type == "application/json"
    unknown = client.get(f"{ROUTE}/phases", query_string={"run": "<script>"})
    assert unknown.content_type == "application/json"


def test_a_resumed_run_is_served_once(open_app, tmp_path):
    write_run(tmp_path / "run1", RunOptions(steps=(0, 1, 2, 4, 8, 16)))
    write_run(tmp_path / "run1", RunOptions(steps=(8, 32)), seed=7)
    header, _ = get_metrics(open_app(tmp_path))
    assert header["steps"] == [0, 1, 2, 4, 8, 32]


def test_a_truncated_file_serves_what_was_finished(open_app, tmp_path):
    _, path = write_run(tmp_path / "run1")
    path.write_bytes(path.read_bytes()[:-100])
    client = open_app(tmp_path)
    assert get_metrics(client)[0]["steps"] == list(STEPS[:-1])
    assert client.get(f"{ROUTE}/runs").json["runs"][0]["error"] is None


def write_event(folder, tensor, content):
    """One event as a program that does not keep the contract would write it."""
    plugin_data = summary_pb2.SummaryMetadata.PluginData(plugin_name="phases", content=content)
    about = summary_pb2.SummaryMetadata(plugin_data=plugin_data, data_class=summary_pb2.DATA_CLASS_TENSOR)
    value = summary_pb2.Summary.Value(tag=schema.METRICS_TAG, tensor=tensor, metadata=about)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "events.out.tfevents.9999999999.x", "wb") as file:
        RecordWriter(file).write(
            event_pb2.Event(wall_time=1.0, step=16384, summary=summary_pb2.Summary(value=[value])).SerializeToString()
        )


DAMAGED_TENSOR = tensor_pb2.TensorProto(dtype=1, tensor_content=b"abc")
OTHER_TENSOR = tensor_pb2.TensorProto(dtype=1, float_val=[1.0, 2.0])
OTHER_TENSOR.tensor_shape.dim.add(size=2)


@pytest.mark.parametrize(
    ("tensor", "content", "reason"),
    [
        pytest.param(DAMAGED_TENSOR, schema.pack_layout(build_layout()), "cannot be read", id="damaged-tensor"),
        pytest.param(OTHER_TENSOR, schema.pack_layout(build_layout()), "expected float32 of shape", id="other-shape"),
        pytest.param(OTHER_TENSOR, b'{"schema": 7}', "schema 7, expected 1", id="newer-schema"),
        pytest.param(OTHER_TENSOR, b"", "not a phases layout", id="no-layout"),
    ],
)
def test_a_damaged_run_is_listed_with_its_error_and_leaves_the_others_alone(
    open_app, tmp_path, tensor, content, reason
):
    write_run(tmp_path / "run1")
    write_event(tmp_path / "bad" / "phases", tensor, content)
    client = open_app(tmp_path)
    bad, good = client.get(f"{ROUTE}/runs").json["runs"]
    assert (bad["run"], bad["num_steps"], good["error"]) == ("bad/phases", 0, None)
    assert reason in bad["error"]
    for route in ("metrics", "metrics.json", "phases"):
        assert client.get(f"{ROUTE}/{route}", query_string={"run": "bad/phases"}).status_code == 200


def test_one_odd_record_costs_only_itself(open_app, tmp_path):
    write_run(tmp_path / "run1")
    write_event(tmp_path / "run1" / "phases", OTHER_TENSOR, b"")
    client = open_app(tmp_path)
    (run,) = client.get(f"{ROUTE}/runs").json["runs"]
    assert run["num_steps"] == len(STEPS) and "1 of 16 records are left out: that of step 16384" in run["error"]


def test_routes_read_only_through_the_data_provider(client):
    assert not hasattr(runs, "plugin_event_multiplexer")
    assert client.get(f"{ROUTE}/runs").status_code == 200


def test_the_server_says_what_was_forgotten_as_the_history_does(open_app, tmp_path):
    write_breakdown_run(tmp_path / "run1")
    history = PhaseHistory.load(tmp_path / "run1")
    rows = open_app(tmp_path).get(f"{ROUTE}/phases", query_string={"run": RUN}).json["rows"]
    for row in rows:
        found = history.forgotten(row["layer"])
        assert row["forgotten"] == (None if found is None else found.describe(row["layer"]))
    assert any(row["forgotten"] for row in rows)


def test_columns_that_say_anything_take_no_report_down(open_app, tmp_path):
    odd = {
        name: fields | {"weight": "x", "kind": [], "mean_image_loss": -1} for name, fields in describe_columns().items()
    }
    write_breakdown_run(tmp_path / "run1", odd)
    rows = open_app(tmp_path).get(f"{ROUTE}/phases", query_string={"run": RUN}).json["rows"]
    assert all(row["forgotten"] is None and row["phases"] for row in rows)
