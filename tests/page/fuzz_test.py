"""Damaged and hostile event files and requests: TensorBoard stays up, and nothing but our data leaves it.

Every case comes from a seed that stands in the failure's text; `make_event_file` and `make_request` draw it again.
"""

import dataclasses
import functools
import gzip
import json
import random
import resource
import string
import struct
import urllib.parse

import numpy as np
import pytest
from builders.hostile_logs import (
    HOSTILE_JSON,
    HOSTILE_TENSORS,
    build_event,
    build_image_event,
    claim_png,
    declare,
    encode_events,
)
from builders.logs import RunOptions, build_image_layout, build_layout, build_values, draw_png, write_run
from tensorboard.compat.proto import event_pb2, types_pb2
from tensorboard.util import tensor_util
from tensorboard_plugin_phases.plugin import PhasesPlugin
from tensorboard_plugin_phases.report_page import write_report

from keras_phases.record import image_schema, schema
from keras_phases.record.schema import GROUP_METRICS

ROUTE = "/data/plugin/phases"
RUNS_AT_ONCE = 50
# Few columns: the checksums of a record are computed byte by byte.
COLUMNS = ("reconstruction_loss", "reconstruction_stderr", "mean_image_loss", "probe_accuracy", *GROUP_METRICS[:2])
LAYOUT = dataclasses.replace(build_layout(2), metrics=COLUMNS)
STEPS = (0, 1, 4, 16)
WHOLE = build_layout(2)
PLACES = [WHOLE.metrics.index(name) for name in COLUMNS]
VALUES = {step: build_values(WHOLE, step, RunOptions())[:, PLACES] for step in STEPS}

NAMES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a\nSet-Cookie: x=1\r\n\r\n<b>",
    "../../../../etc/passwd",
    "nul\x00byte",
    "\ud800 alone",
    "'\"`${7*7}{{7*7}}%s%n",
    "x" * 700,
    "",
    "é\u202e\U0001f600",
    "__proto__",
    "NaN",
)
LARGE_STEPS = (-1, -(2**63), 2**63 - 1, 2**53 + 1, 2**31)
LARGE_SIZES = (0, 1, 2, 4, 10, 50_000, 2**31, 2**40, 2**62, 2**63 - 1, -1, -(2**40))


def check_answer(answer, what):
    """What holds of every answer, whatever was asked and whatever lies on the disk."""
    kind = answer.headers.get("Content-Type", "")
    assert answer.status_code < 500, (what, answer.status_code, answer.data[:500])
    assert kind, (what, answer.headers)
    assert answer.headers["X-Content-Type-Options"] == "nosniff", (what, answer.headers)
    if answer.status_code == 405:
        assert answer.headers["Allow"] == "GET, HEAD", what
    content = gzip.decompress(answer.data) if answer.headers.get("Content-Encoding") == "gzip" else answer.data
    if kind.startswith("application/json") and content:
        json.loads(content, parse_constant=pytest.fail)
    elif not kind.startswith("text/javascript"):
        for markup in (b"<script", b"<img", b"<b>"):
            assert markup not in content.lower(), (what, kind, content[:500])
    assert b"class PhasesPlugin" not in content and b"root:x:0:" not in content, what


# Event files.


@functools.cache
def whole_file():
    """An event file as a training writes it."""
    return encode_events(build_events())


def build_events(content=None):
    """Events as a training writes them, the layout in the first."""
    content = schema.pack_layout(LAYOUT) if content is None else content
    yield event_pb2.Event(wall_time=1.0, file_version="brain.Event:2")
    for step in STEPS:
        yield build_event(step, VALUES[step], content, wall_time=2.0 + step)
        content = b""


def flip_bits(rng, path):
    content = bytearray(path.read_bytes())
    for _ in range(rng.choice((1, 3, 50))):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    path.write_bytes(content)


def cut(rng, path):
    content = path.read_bytes()
    start, stop = sorted(rng.sample(range(len(content)), 2))
    path.write_bytes(rng.choice((content[:start], content[:start] + content[stop:], content + content[start:stop])))


def damage_content(rng, path):
    """A layout that is no JSON, JSON of another form, or JSON with hostile names."""
    fields = json.loads(schema.pack_layout(LAYOUT))
    kind = rng.randrange(5)
    if kind == 0:
        content = bytearray(schema.pack_layout(LAYOUT))
        content[rng.randrange(len(content))] = rng.randrange(256)
    elif kind == 1:
        content = rng.choice((b"", b"\xff\xfe\x00", b"[" * 9000, b'{"a":' * 9000, b"9" * 9000, b"NaN", b"null"))
    elif kind == 2:
        content = rng.choice(list(HOSTILE_JSON.values()))
    else:
        _damage_fields(rng, fields)
        content = json.dumps(fields).encode()
        for number in (
            b"1e400",
            b"-1" + b"0" * 400,
            b"9" * 5000,
            b"NaN",
            b"-Infinity",
            rb'"\ud800"',
            b"[" * 999 + b"]" * 999,
        ):
            content = content.replace(b'"number without bound"', number, 1) if rng.random() < 0.3 else content
    path.write_bytes(encode_events(build_events(bytes(content))))


def _damage_fields(rng, fields):
    for _ in range(rng.randint(1, 3)):
        odd = (None, -1, 10**30, 10**400, 1e400, True, [], {}, [[[[]]]], *NAMES, *["number without bound"] * 6)
        rows = fields.get("rows")
        row = rng.choice(rows) if rows and isinstance(rows, list) else {}
        place, key = rng.choice(
            (
                (row, rng.choice(("layer", "decoder", "strategy", "num_features", "probe_features"))),
                (fields, rng.choice(("rows", "metrics", "run", "flags", "schema"))),
                (fields.get("run"), rng.choice(("model", "columns", "planned_steps", *NAMES))),
                (fields.get("metrics"), None),
            )
        )
        if isinstance(place, dict):
            place[key] = rng.choice(odd)
        elif isinstance(place, list) and place:
            place[rng.randrange(len(place))] = rng.choice(odd)


def damage_records(rng, path):
    """Records whose step, time, tag, shape, dtype or values are odd."""
    events = list(build_events())
    for _ in range(rng.randint(1, 3)):
        values = VALUES[4].copy()
        options = {"step": rng.choice((*STEPS, *LARGE_STEPS)), "wall_time": 3.0}
        kind = rng.randrange(6)
        if kind == 0:
            values[rng.randrange(2)] = rng.choice((np.nan, np.inf, -np.inf, -1.0, 1e38, 1e-45))
        elif kind == 1:
            values = rng.choice((values[:1], values[..., None], values[:, :0], np.float32(1), values.T))
        elif kind == 2:
            values = np.nan_to_num(values).astype(rng.choice(("float64", "float16", "int64", "bool", "complex64")))
        elif kind == 3:
            options["wall_time"] = rng.choice((np.nan, np.inf, -1e300, 0.0))
        elif kind == 4:
            options["tag"] = rng.choice(NAMES).replace("\ud800", "")
            options["data_class"] = rng.choice((0, 1, 2, 3))
        else:
            values = tensor_util.make_tensor_proto(values)
            values.tensor_content = values.tensor_content[: rng.randrange(50)]
            values.dtype = rng.choice((types_pb2.DT_FLOAT, types_pb2.DT_STRING, types_pb2.DT_DOUBLE))
        values = np.asarray(values) if isinstance(values, np.generic) else values
        events.insert(rng.randint(1, len(events)), build_event(values=values, content=b"", **options))
    path.write_bytes(encode_events(events))


def damage_images(rng, path):
    """Images of another layout or number, and blobs that are none."""
    fields = json.loads(image_schema.pack_image_layout(build_image_layout(LAYOUT)))
    blobs = [draw_png(0), draw_png(1), draw_png(2), draw_png(3)]
    if rng.random() < 0.7:
        odd = (None, -1, 0, 10**400, 1e400, True, [], {}, [[1]], [10**400], [None], *NAMES)
        fields[rng.choice(list(fields))] = rng.choice(odd)
    content = json.dumps(fields).encode() if rng.random() < 0.9 else rng.choice((b"", b"[" * 9000, b"\xff"))
    events = list(build_events())
    for step in rng.sample((*STEPS, *LARGE_STEPS), 3):
        drawn = [rng.choice((blob, blob, blob, b"", b"<script>", blob[:9], _draw_claim(rng))) for blob in blobs]
        drawn = drawn[: rng.choice((4, 4, 4, 2, 1))]
        if rng.random() < 0.3:
            drawn = declare(_draw_shape(rng), dtype=types_pb2.DT_STRING, string_val=drawn)
        events.append(build_image_event(step, drawn, content, wall_time=50.0))
    path.write_bytes(encode_events(events))


def _draw_shape(rng):
    return [rng.choice(LARGE_SIZES) for _ in range(rng.randint(0, 4))]


def _draw_claim(rng):
    """A PNG that says to be of any size, depth and kind."""
    sides = (rng.choice((0, 1, 4, 18, 4096, 100_000, 2**31 - 1, 2**32 - 1)) for _ in range(2))
    return claim_png(*sides, bits=rng.choice((8, 8, 1, 16, 255)), colour=rng.choice((0, 0, 2, 3, 6, 255)))


def damage_sizes(rng, path):
    """Tensors that declare other sizes than they hold: of values that are written once for all, of other kinds."""
    events = list(build_events())
    for _ in range(rng.randint(1, 3)):
        shape, values = _draw_shape(rng), [1.0] * rng.choice((0, 1, 1, 1, 2, 76))
        kind = rng.choice(("float_val", "double_val", "half_val", "int_val", "bool_val", "scomplex_val", "string_val"))
        dtypes = (types_pb2.DT_FLOAT, types_pb2.DT_DOUBLE, types_pb2.DT_HALF, types_pb2.DT_INT32, types_pb2.DT_BOOL)
        dtype = rng.choice((*dtypes, types_pb2.DT_COMPLEX64, types_pb2.DT_STRING, types_pb2.DT_INVALID, 99))
        held = [b"x" if kind == "string_val" else value if kind[0] in "fds" else 1 for value in values]
        drawn = declare(rng.choice((shape, LAYOUT.shape)), dtype=dtype, **{kind: held})
        if rng.random() < 0.2:
            drawn.tensor_content = b"\0" * rng.choice((1, 4, 48, 304))
        tensor = rng.choice((drawn, drawn, rng.choice(list(HOSTILE_TENSORS.values()))))
        events.insert(rng.randint(2, len(events)), build_event(rng.choice((*STEPS, *LARGE_STEPS)), tensor, b""))
    path.write_bytes(encode_events(events))


def rename_run(rng, path):
    """A run whose folder has a hostile name; in UTF-8, because TensorFlow cannot list others."""
    name = rng.choice(NAMES).replace("/", "_").replace("\x00", "_").replace("\ud800", "_")[:200]
    folder = path.parent / f"{rng.randrange(10**9)}{name}"
    folder.mkdir()
    path.rename(folder / path.name)


MUTATIONS = (
    flip_bits,
    cut,
    damage_content,
    damage_content,
    damage_records,
    damage_records,
    damage_sizes,
    damage_images,
    damage_images,
    rename_run,
)
MOST_BYTES = 10**9
"""Memory that answering for strangers may take above what the process had."""


def make_event_file(seed, folder):
    rng = random.Random(seed)
    run = folder / f"run{seed}"
    run.mkdir()
    path = run / "events.out.tfevents.1.x"
    path.write_bytes(whole_file())
    rng.choice(MUTATIONS)(rng, path)


def peak_bytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def check_event_files(open_app, tmp_path, seeds):
    """Each folder of damaged runs beside a whole one: all are listed, and every route answers for each."""
    before = peak_bytes()
    for start in range(seeds.start, seeds.stop, RUNS_AT_ONCE):
        folder = tmp_path / str(start)
        write_run(folder / "whole", RunOptions(num_layers=2, steps=STEPS))
        for seed in range(start, min(start + RUNS_AT_ONCE, seeds.stop)):
            make_event_file(seed, folder)
        client = open_app(folder)
        listing = client.get(f"{ROUTE}/runs")
        check_answer(listing, start)
        runs = {run["run"]: run for run in listing.json["runs"]}
        assert len(runs) >= 2, "hardly a run is listed: the mutations leave nothing to read"
        assert (runs["whole/phases"]["num_steps"], runs["whole/phases"]["error"]) == (len(STEPS), None)
        for route in ("metrics", "phases"):
            check_answer(client.get(f"{ROUTE}/{route}", query_string={"run": list(runs)}), (start, route))
        for name in runs:
            answer = client.get(f"{ROUTE}/metrics.json", query_string={"run": name})
            check_answer(answer, (start, name))
            assert answer.status_code == 200, (start, name)
            check_images(client, name)
        write_report(folder, tmp_path / "report.html")
    assert peak_bytes() - before < MOST_BYTES


def check_images(client, run):
    """Every image that is listed, and some that are not."""
    images = client.get(f"{ROUTE}/images", query_string={"run": run})
    check_answer(images, run)
    assert images.status_code == 200, run
    for step in images.json["steps"]:
        for row in (0, 1, 2, "input"):
            answer = client.get(f"{ROUTE}/image", query_string={"run": run, "step": step, "row": row})
            check_answer(answer, (run, step, row))
            assert answer.status_code in (200, 400, 404), (run, step, row)
            assert answer.status_code != 200 or answer.content_type == "image/png", (run, step, row)


# Requests.


def _draw_value(rng, whole):
    return rng.choice(
        (whole, *NAMES, whole[:-1], whole * 20, "".join(rng.choices(string.printable, k=20)), "-1", "1e9")
    )


def _encode(rng, text):
    raw = text.encode("utf-8", "surrogatepass")
    kind = rng.randrange(4)
    if kind == 0:
        return urllib.parse.quote(raw, safe="")
    if kind == 1:
        return urllib.parse.quote(urllib.parse.quote(raw, safe=""), safe="")
    if kind == 2:
        return "".join(f"%{byte:02x}" for byte in raw)
    return urllib.parse.quote(raw, safe="/:?@!$'()*,;=<>\"{}[]|\\^`~") + rng.choice(("", "%", "%ff", "%00", "%u003c"))


PATHS = ("/runs", "/metrics", "/metrics.json", "/phases", "/images", "/image", "/index.js")
OUTSIDE = (
    "/../plugin.py",
    "/static/index.js",
    "/static/../schema.py",
    "/index.js/../../schema.py",
    "/..%2f..%2fplugin.py",
    "/%2e%2e/loader.py",
    "/index.js%00.py",
    "/http_api.md",
    "//etc/passwd",
    "/demo_runs/vgg8-seed0.tfevents.gz",
    "/RUNS",
    "/runs/",
)
METHODS = ("GET",) * 12 + ("HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "<SCRIPT>")
HEADERS = (
    ("If-None-Match", ("*", '"', 'W/"x", "', "x" * 5000, '"\xff"')),
    ("Accept-Encoding", ("gzip", "gzip;q=x", "br, *", "<script>")),
    ("Range", ("bytes=0-1", "bytes=-1-")),
    ("Content-Type", ("application/json", "multipart/form-data", "<script>")),
    ("Accept", ("text/html", "*/*;q=nan")),
    ("Cookie", ("a=b; =; ;", "<script>")),
    ("Transfer-Encoding", ("chunked", "x")),
)


def make_request(seed, run):
    """Path with query, and the other arguments of a request."""
    rng = random.Random(seed)
    path = rng.choice((*PATHS * 4, *OUTSIDE, "/" + _encode(rng, rng.choice(NAMES))))
    parts = []
    for _ in range(rng.choice((0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 70))):
        key = rng.choice(("run", "run", "run", "metric", "row", "step", _encode(rng, rng.choice(NAMES))))
        parts.append(key + rng.choice(("=", "=", "=", "", "[]=")) + _encode(rng, _draw_value(rng, run)))
    prefix = rng.choice(("",) * 8 + ("/experiment/" + _encode(rng, rng.choice(NAMES).replace("/", "")),))
    query = "?" + rng.choice(("&", "&", ";", "&&")).join(parts) if parts else ""
    headers = [(name, rng.choice(values)) for name, values in HEADERS if rng.random() < 0.15]
    method = rng.choice(METHODS)
    data = rng.randbytes(rng.choice((0, 10, 10_000))) if method not in ("GET", "HEAD") else None
    return prefix + ROUTE + path + query, {"method": method, "headers": headers, "data": data}


@pytest.fixture
def whole_run(open_app, tmp_path):
    write_run(tmp_path / "run1", RunOptions(num_layers=2, steps=STEPS))
    return open_app(tmp_path)


def check_requests(client, seeds):
    """Answers by status; a request for something outside the routes must not find anything."""
    before = peak_bytes()
    statuses = dict.fromkeys((200, 304, 400, 404, 405), 0)
    for seed in seeds:
        path, options = make_request(seed, "run1/phases")
        try:
            answer = client.open(path, **options)
        except UnicodeError:
            continue  # the client itself cannot send it
        check_answer(answer, (seed, path, options))
        # TensorBoard takes a slash at the end away.
        is_ours = any(urllib.parse.urlsplit(path).path.rstrip("/").endswith(ROUTE + route) for route in PATHS)
        assert is_ours or answer.status_code in (301, 308, 404), (seed, path, answer.status_code)
        statuses[answer.status_code] = statuses.get(answer.status_code, 0) + 1
    assert peak_bytes() - before < MOST_BYTES
    return statuses


with_seeds = pytest.mark.parametrize(
    "seeds",
    [
        pytest.param(range(200), id="some"),
        pytest.param(range(200, 1000), id="more", marks=pytest.mark.slow),
        pytest.param(range(1000, 11_000), id="ten thousand", marks=pytest.mark.stress),
    ],
)


@pytest.mark.slow
@with_seeds
@pytest.mark.filterwarnings("ignore:.*is damaged at bytes:keras_phases.PhaseWarning")
def test_damaged_event_files_cost_only_themselves(open_app, tmp_path, seeds):
    check_event_files(open_app, tmp_path, seeds)


@with_seeds
def test_hostile_requests_are_answered_with_a_status_below_500(whole_run, seeds):
    statuses = check_requests(whole_run, seeds)
    assert all(statuses[code] > len(seeds) / 100 for code in (200, 400, 404, 405)), statuses
    assert whole_run.get(f"{ROUTE}/runs").json["runs"][0]["num_steps"] == len(STEPS)


def test_a_name_of_a_megabyte_is_unknown(whole_run):
    answer = whole_run.get(f"{ROUTE}/metrics", query_string={"run": "<b>" * 350_000})
    check_answer(answer, "a megabyte")
    assert answer.status_code == 404 and len(answer.data) < 2000


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_a_mutation_changes_the_file(tmp_path, mutation):
    path = tmp_path / "run" / "events.out.tfevents.1.x"
    path.parent.mkdir()
    path.write_bytes(whole_file())
    mutation(random.Random(1), path)
    assert not path.exists() or path.read_bytes() != whole_file()


def test_the_checks_notice_what_they_are_for(whole_run, monkeypatch):
    whole = whole_run.get(f"{ROUTE}/runs")
    check_answer(whole, "as it should be")
    faults = ({"status_code": 500}, {"Content-Type": "text/plain"}, {"X-Content-Type-Options": ""})
    for fault in faults:
        answer = whole_run.get(f"{ROUTE}/runs")
        answer.data = b"<script>"
        answer.status_code = fault.pop("status_code", 200)
        answer.headers.update(fault)
        with pytest.raises((AssertionError, json.JSONDecodeError)):
            check_answer(answer, "broken")


def test_the_binary_header_holds_no_markup(open_app, tmp_path):
    layout = json.loads(schema.pack_layout(LAYOUT).decode().replace("conv1", NAMES[0]))
    folder = tmp_path / "run1"
    folder.mkdir()
    (folder / "events.out.tfevents.1.x").write_bytes(encode_events(build_events(json.dumps(layout).encode())))
    content = open_app(tmp_path).get(f"{ROUTE}/metrics?run=run1").data
    (length,) = struct.unpack_from("<I", content)
    assert json.loads(content[4 : 4 + length])["layout"]["rows"][0]["layer"] == NAMES[0]
    assert b"<" not in content[: 4 + length]


def test_a_fault_of_ours_would_be_seen(whole_run, monkeypatch):
    """The client raises what the application raises: no exception is taken for an answer."""

    def fail(*_):
        raise RuntimeError("ours")

    monkeypatch.setattr(PhasesPlugin, "_read_runs", fail)
    with pytest.raises(RuntimeError, match="ours"):
        whole_run.get(f"{ROUTE}/metrics?run=run1/phases")
