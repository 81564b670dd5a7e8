"""Event files from strangers: what they declare is looked at before anything is made, and costs what it holds."""

import dataclasses
import io
import json
import os
import socket
import time
import tracemalloc

import filelock
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
    column_with,
    encode_events,
    write_events,
)
from builders.logs import RunOptions, build_image_layout, build_layout, build_values, write_run
from PIL import Image
from tensorboard.summary.writer.record_writer import RecordWriter

from keras_phases import PhaseHistory, PhaseWarning
from keras_phases.record import schema
from keras_phases.record.event_files import replace_events
from keras_phases.record.hold import Hold
from keras_phases.record.image_schema import pack_image_layout
from keras_phases.record.images import ImageRecords, encode_strip
from keras_phases.record.run_record import Record
from keras_phases.record.standing_run import StandingRun

LAYOUT = build_layout(2)
CONTENT = schema.pack_layout(LAYOUT)
IMAGES = build_image_layout(LAYOUT)


@pytest.fixture
def healthy(tmp_path):
    write_run(tmp_path / "good", RunOptions(num_layers=2, steps=(0, 1)))
    return tmp_path


def check_refused(folder, match, most_bytes=2**25):
    """Whether a run is refused with its file's name, for little memory, and the run beside it is read."""
    tracemalloc.start()
    with pytest.raises(ValueError, match=match) as told:
        PhaseHistory.load(folder / "bad")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert FILE in str(told.value) and len(str(told.value)) < 700 and peak < most_bytes
    assert PhaseHistory.load(folder / "good").steps.tolist() == [0, 1]


@pytest.mark.parametrize("content", HOSTILE_JSON.values(), ids=[f"columns_huge_number-{name}" for name in HOSTILE_JSON])
def test_numbers_and_text_that_nothing_can_take_are_damage_of_their_run(healthy, content):
    write_events(healthy / "bad" / "phases", [build_event(0, np.ones((1, 2), np.float32), content)])
    check_refused(healthy, "not a phases layout")


@pytest.mark.parametrize("text", [b"NaN", b"-Infinity", b"null", b'"x"', b"[]", b"true"], ids=bytes.decode)
def test_a_column_that_is_described_otherwise_is_not_told(tmp_path, text):
    """What Python writes for a number that is none is read as none; our own versions may have written it."""
    write_events(tmp_path, [build_event(0, np.ones((1, 2), np.float32), column_with(text))])
    history = PhaseHistory.load(tmp_path)
    assert schema.described_columns(history.layout) == {} and history.steps.tolist() == [0]
    with pytest.raises(ValueError, match="no breakdown by 'colour'"):
        history.breakdown("colour", "a")


def test_names_that_are_no_text_are_written_as_text(tmp_path):
    row = dataclasses.replace(LAYOUT.rows[0], layer="caf\udce9")
    layout = schema.unpack_layout(schema.pack_layout(schema.Layout((row,), ("x",), {"loss": float("nan")})))
    assert layout.rows[0].layer == "caf?" and layout.run == {"loss": None}


@pytest.mark.skipif(not hasattr(os, "SEEK_DATA"), reason="the system knows no holes")
@pytest.mark.parametrize(
    "behind", [b"", begin_record(2**38), begin_record(2**28 + 1) * 3], ids=["zeros", "long", "several"]
)
def test_tensor_bomb_of_a_file_of_holes_costs_what_it_holds(tmp_path, behind):
    """A terabyte that takes no room on the disk, as a copy of a hostile archive may."""
    write_run(tmp_path, RunOptions(num_layers=2, steps=(0, 1)))
    (path,) = (tmp_path / "phases").iterdir()
    with path.open("ab") as file:
        file.write(behind)
        file.truncate(2**40)
    started = time.process_time()
    with pytest.warns(PhaseWarning, match="is damaged at bytes"):
        history = PhaseHistory.load(tmp_path)
    with pytest.warns(PhaseWarning, match="all else that stood there is kept"):
        record = Record(tmp_path / "phases", history.layout, resume=True)
        record.open(1)
    record.close()
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1]
    assert time.process_time() - started < 2


COMMANDS = "\x1b[2J\x1b]0;title\x07\x9b31m\r\u202e"
"""Erases what a terminal shows, names its window, sets a colour, goes back to where a line begins, writes leftwards."""


def test_names_command_no_terminal(tmp_path, capsys):
    row = dataclasses.replace(LAYOUT.rows[0], layer=f"evil{COMMANDS}\nPhases: all is well", strategy=COMMANDS)
    about = {"model": COMMANDS, COMMANDS: [COMMANDS], "columns": {"x": {"label": COMMANDS}}}
    layout = schema.Layout((row,), (*LAYOUT.metrics, "x"), about)
    values = np.ones(layout.shape, np.float32)
    damaged = write_events(tmp_path, [build_event(step, values, schema.pack_layout(layout)) for step in (0, 1)])
    damaged.write_bytes(damaged.read_bytes() + bytes(64))
    damaged.rename(damaged.with_name(damaged.name + COMMANDS))
    with pytest.warns(PhaseWarning, match="is damaged at bytes") as told:
        history = PhaseHistory.load(tmp_path)
    history.summary()
    with pytest.raises(ValueError, match="is not in this history") as refused:
        history.phases("x")
    printed = capsys.readouterr().out, str(told[0].message), str(refused.value), repr(history)
    assert not any(letter in text for text in printed for letter in COMMANDS if not letter.isprintable())
    assert len(history.layers[0].splitlines()) == 1 and "all is well" in printed[0]


@pytest.mark.parametrize("tensor", HOSTILE_TENSORS.values(), ids=[f"tensor_bomb-{name}" for name in HOSTILE_TENSORS])
def test_a_tensor_is_what_its_layout_says_or_is_not_made(healthy, tensor):
    write_events(healthy / "bad" / "phases", [build_event(0, tensor, CONTENT)])
    check_refused(healthy, r"a tensor declares .* and holds .* values, unlike its layout, \(2, 39\) \(step 0")


def test_a_tensor_bomb_is_no_record_to_go_on_with(tmp_path):
    write_events(tmp_path, [build_event(0, HOSTILE_TENSORS["one-value"], CONTENT)])
    with pytest.raises(ValueError, match=r"holds no record to go on with: .*declares DT_FLOAT of the shape \(50000, 5"):
        Record(tmp_path, LAYOUT, resume=True).settle()


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda file: RecordWriter(file).write(b"\xff" * 30), id="no-event"),
        pytest.param(lambda file: RecordWriter(file).write(b"\x0a\xff\xff\xff\xff\x0f"), id="torn-event"),
    ],
)
def test_a_record_that_is_no_event_is_damage_that_costs_nothing_else(healthy, write):
    path = write_events(healthy / "bad" / "phases", [build_event(0, build_values(LAYOUT, 0, RunOptions()), CONTENT)])
    with path.open("ab") as file:
        write(file)
        RecordWriter(file).write(build_event(1, build_values(LAYOUT, 1, RunOptions()), b"").SerializeToString())
    with pytest.warns(PhaseWarning, match=f"{FILE}' is damaged at bytes"):
        assert PhaseHistory.load(healthy / "bad").steps.tolist() == [0, 1]


@pytest.mark.parametrize("length", [2**34, 2**40, 2**62, 2**63, 2**64 - 1])
def test_a_record_longer_than_its_file_ends_it(tmp_path, length):
    """As a killed run leaves it: what stands before it is kept."""
    path = write_events(tmp_path, [build_event(0, build_values(LAYOUT, 0, RunOptions()), CONTENT)])
    path.write_bytes(path.read_bytes() + begin_record(length) + b"abc")
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0]


def encode_as(kind):
    buffer = io.BytesIO()
    Image.fromarray(np.zeros((4, 18), np.uint8)).save(buffer, kind)
    return buffer.getvalue()


HOSTILE_PNGS = {
    "100000-wide-and-high": claim_png(100_000, 100_000),
    "more-than-pillow-allows": claim_png(2**31 - 1, 2**31 - 1),
    "no-pixels": claim_png(0, 0),
    "one-row-more": claim_png(18, 5),
    "16-bits": claim_png(18, 4, bits=16),
    "palette": claim_png(18, 4, colour=3),
    "colour": claim_png(18, 4, colour=2),
    "half-a-head": claim_png(18, 4)[:20],
    "signature": b"\x89PNG\r\n\x1a\n",
    "gif": encode_as("GIF"),
    "jpeg": encode_as("JPEG"),
    "tiff": encode_as("TIFF"),
    "bmp": encode_as("BMP"),
    "markup": b"<svg onload=alert(1)>" * 4,
}


@pytest.mark.parametrize("png", HOSTILE_PNGS.values(), ids=[f"tensor_bomb-png-{name}" for name in HOSTILE_PNGS])
def test_an_image_is_of_the_size_that_its_layout_says_or_is_not_decoded(png):
    records = ImageRecords(IMAGES, [(0, [png] * 4)])
    tracemalloc.start()
    with pytest.raises(ValueError, match=r"no PNG of 18 x 4 pixels, 1 x 8 bits each, as its layout says"):
        records.reconstructions(0, 1)
    with pytest.raises(ValueError, match="no PNG of 18 x 4 pixels"):
        records.inputs()
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


@pytest.mark.parametrize("side", [5, 10_000, 100_000])
def test_an_image_of_two_sizes_is_not_decoded(side):
    first, second = claim_png(18, 4), claim_png(side, side)
    with pytest.raises(ValueError, match="not a strip of 3 images"):
        ImageRecords(IMAGES, [(0, [first[:33] + second[8:]] * 4)]).reconstructions(0, 1)


@pytest.mark.parametrize(
    "png",
    [claim_png(18, 4), claim_png(18, 4, levels=b"\0" * 2**24), claim_png(18, 4, levels=b"")],
    ids=["less", "more", "none"],
)
def test_an_image_that_lies_about_its_size_costs_what_it_says(png):
    records = ImageRecords(IMAGES, [(0, [png] * 4)])
    tracemalloc.start()
    try:
        assert records.reconstructions(0, 1).shape == (3, 4, 6, 1)
    except ValueError as error:
        assert "not a strip of 3 images" in str(error)
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


@pytest.mark.parametrize(
    "change",
    [
        {"low": [10**400]},
        {"low": [None]},
        {"labels": [1, 2, 10**400]},
        {"labels": [1, 2, True]},
        {"num_examples": 4096, "labels": None, "inputs": [[4096, 4096], [4, 6]]},
        {"inputs": [[4, 6]]},
    ],
    ids=["columns_huge_number-low", "null", "huge-label", "bool", "tensor_bomb-strip", "no-such-input"],
)
def test_image_layouts_that_nothing_can_draw_cost_the_images_alone(tmp_path, change):
    content = json.dumps(json.loads(pack_image_layout(IMAGES)) | change).encode()
    metrics = build_event(0, build_values(LAYOUT, 0, RunOptions()), CONTENT)
    write_events(tmp_path, [metrics, build_image_event(0, [b""] * 4, content)])
    with pytest.warns(PhaseWarning, match="cannot be read and are left out: not an image layout"):
        history = PhaseHistory.load(tmp_path)
    assert history.steps.tolist() == [0] and history.images is None


def seconds(work, *arguments):
    started = time.process_time()
    work(*arguments)
    return time.process_time() - started


def load_quadratic(num):
    """As many image steps as probe steps, each of which hides what stands behind it."""
    history = PhaseHistory(LAYOUT, images=ImageRecords(IMAGES))
    values, blobs = np.zeros(LAYOUT.shape, np.float32), [b""] * 4
    for step in range(num):
        history._put(step, values)
        history.add_images(step, blobs)


def blobs_of_every_step(num):
    history = PhaseHistory(LAYOUT, images=ImageRecords(IMAGES, [(step, [b""] * 4) for step in range(num)]))
    assert all(history.blobs(step) is not None for step in range(num))


def many_sessions(num):
    records = []
    for step in range(num):
        schema.hide_from(records, step)
        records.append((step, None))


def many_columns(num):
    names = [f"loss_{index}" for index in range(num)]
    about = {name: {"kind": "class", "part": name, "weight": 1 / num, "mean_image_loss": 1.0} for name in names}
    history = PhaseHistory(schema.Layout(LAYOUT.rows, tuple(names), {"columns": about}), [(0, np.zeros((2, num)))])
    assert len(history.breakdown("class", "features")) == num


def many_rows(num):
    rows = tuple(dataclasses.replace(LAYOUT.rows[0], layer=f"block{index}") for index in range(num))
    history = PhaseHistory(schema.Layout(rows, ("x",)), [(0, np.zeros((num, 1)))])
    assert [history.row_index(row.layer) for row in rows] == list(range(num))


WORKS = [load_quadratic, blobs_of_every_step, many_sessions, many_columns, many_rows]


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.__name__)
def test_reading_takes_time_in_proportion_to_the_steps(work):
    """And to columns and rows: eight times as many take eight times as long; by the square it were 64 times."""
    few, many = (min(seconds(work, num) for _ in range(3)) for num in (1000, 8000))
    assert many < 24 * few + 0.1


def link(path, target):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def test_what_links_in_a_folder_point_to_is_not_written_over(tmp_path):
    precious = tmp_path / "precious"
    precious.write_bytes(b"mine")
    names = ("phases/events.out.tfevents.1.x", "phases/events.out.damaged.2.x", "phases/.writing")
    for name in (*names, ".phases.writer", ".phases.lock"):
        link(tmp_path / name, precious)
    Record(tmp_path / "phases", LAYOUT, resume=True).settle(0)
    damaged = tmp_path / "phases" / "events.out.tfevents.2.x"
    damaged.write_bytes(b"what a stranger wants there")
    records = [(0, build_values(LAYOUT, 0, RunOptions()))]
    run = StandingRun(tmp_path / "phases", LAYOUT, records, damage={damaged.name: [(0, 27)]})
    replace_events(tmp_path / "phases", run)
    assert (tmp_path / names[1]).read_bytes() == b"what a stranger wants there"
    assert precious.read_bytes() == b"mine" and PhaseHistory.load(tmp_path).steps.tolist() == [0]


def test_pipes_and_folders_that_are_called_event_files_are_passed_over(tmp_path):
    write_run(tmp_path, RunOptions(num_layers=2, steps=(0, 1)))
    (tmp_path / "phases" / "events.out.tfevents.3.folder").mkdir()
    os.mkfifo(tmp_path / "phases" / "events.out.tfevents.4.pipe")
    link(tmp_path / "phases" / "events.out.tfevents.5.gone", tmp_path / "gone")
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1]


@pytest.mark.parametrize(
    "fault", [{"process": "1"}, {"process": -1}, {"process": 2**64}, {"name": []}, "pipe", "deep", "huge"]
)
def test_an_owner_that_is_none_of_ours_holds_no_folder(tmp_path, monkeypatch, fault):
    def without_locks(*_, **__):
        raise NotImplementedError("no locks here")

    monkeypatch.setattr(filelock.FileLock, "acquire", without_locks)
    path, owner = tmp_path / ".phases.writer", {"host": socket.gethostname(), "process": 1, "since": "", "name": ""}
    if fault == "pipe":
        os.mkfifo(path)
    elif fault == "huge":
        with path.open("wb") as file:
            file.truncate(2**43)
    else:
        path.write_text('{"more": ' + "[" * 100_000 if fault == "deep" else json.dumps(owner | fault))
    hold = Hold(tmp_path / "phases")
    assert hold.is_ours
    hold.give_back()


def test_an_honest_strip_is_decoded_and_an_event_file_of_them_read(tmp_path):
    strip = encode_strip(np.zeros((3, 4, 6, 1)), (0.0,), (1.0,))
    metrics = build_event(0, build_values(LAYOUT, 0, RunOptions()), CONTENT)
    content = encode_events([metrics, build_image_event(0, [strip] * 4, pack_image_layout(IMAGES))])
    (tmp_path / FILE).write_bytes(content)
    assert PhaseHistory.load(tmp_path).reconstructions(0, "conv1").shape == (3, 4, 6, 1)
