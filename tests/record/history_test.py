"""PhaseHistory: columns, phases, tables, and the way back from event files."""

import dataclasses
import re
import tracemalloc

import numpy as np
import pytest
from builders.logs import read_events
from builders.tolerance import assert_close

from keras_phases import PhaseHistory, detect_phases
from keras_phases.record import schema
from keras_phases.record.event_files import PhaseEventWriter
from keras_phases.record.probe_step import ProbeRow, ProbeStep, unpack_step
from keras_phases.record.schema import Layout, Row

ROWS = (
    Row("block1", "linear", "primal", 64, 64),
    Row("block1", "patch", "3x3, 16 of 16 positions", 64, 64),
    Row("block2", "linear", "dual", 32, 32),
)
STEPS = (0, 1, 2, 4, 8, 16)


def random_records(seed=0, steps=STEPS, layout=None):
    layout = layout or Layout(ROWS)
    values = np.random.default_rng(seed).random((len(steps), *layout.shape)).astype("float32")
    values[:, :, schema.METRICS.index("epoch")] = np.arange(len(steps))[:, None]
    values[:, :, schema.METRICS.index("flags")] = schema.pack_flags(["few_rows", "one_class"])
    values[:, 1:2, schema.METRICS.index("probe_loss")] = np.nan
    return list(zip(steps, values, strict=True))


@pytest.fixture
def history():
    return PhaseHistory(Layout(ROWS, run={"model": "net"}), random_records())


def write(directory, records, layout=None, *, start_step=0):
    layout = layout or Layout(ROWS, run={"model": "net"})
    writer = PhaseEventWriter(directory, layout, start_step=start_step)
    for step, values in records:
        writer.add_packed(step, values)
    writer.close()
    return writer.path


def test_columns_and_rows(history):
    records = random_records()
    index = schema.METRICS.index("reconstruction_loss")
    assert history.steps.tolist() == list(STEPS) and history.steps.dtype == np.int64
    assert history.layers == ["block1", "block2"]
    np.testing.assert_array_equal(history.column("reconstruction_loss", 2), [v[2, index] for _, v in records])
    for named, row in ((("block2",), 2), (("block1", "patch"), 1), ((-1,), 2), ((np.int64(1),), 1)):
        np.testing.assert_array_equal(history.column("probe_loss", *named), history.column("probe_loss", row))
    assert history.groups(0).shape == (len(STEPS), schema.NUM_GROUPS)
    assert (history.row_index("block1"), history.row_index("block1", "patch"), history.row_index("block2")) == (0, 1, 2)


def test_groups_that_were_never_measured_are_left_out():
    records = random_records()
    first_group = Layout(ROWS).metrics.index(schema.GROUP_METRICS[0])
    for _, values in records:
        values[:, first_group + 3 :] = np.nan
    assert PhaseHistory(Layout(ROWS), records).groups(0).shape == (len(STEPS), 3)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda h: h.column("loss", 0), "Unknown metric 'loss'.* Expected one of: epoch, "),
        (lambda h: h.column("probe_acuracy", 0), r"Did you mean 'probe_accuracy'\? Expected"),
        (lambda h: h.column("probe_loss", 3), r"3 is not in this history\. Expected one of: 'block1' \(linear\)"),
        (lambda h: h.column("probe_loss", "blok2"), r"'blok2' is not in this history\. Did you mean 'block2'\?"),
        (lambda h: h.phases("block1", "pach"), r"with decoder 'pach' is not in this history\. Did you mean 'patch'\?"),
        (lambda h: h.phases("block3"), r"'block3' is not in this history.*'block1' \(linear\), 'block1' \(patch\)"),
        (lambda h: h.row_index("block2", "patch"), "'block2' with decoder 'patch' is not in this history"),
        (lambda h: PhaseHistory(h.layout, [(32, np.zeros((2, 2)))]), r"A probe step has shape \(3, 39\), got \(2, 2\)"),
    ],
    ids=["metric", "near metric", "row", "near layer", "near decoder", "layer", "decoder", "shape"],
)
def test_mistakes_are_named(history, call, message):
    with pytest.raises(ValueError, match=message):
        call(history)


def test_a_record_hides_those_at_its_step_and_beyond(history):
    found = unpack_step(history.layout, 4, random_records(seed=1)[0][1])
    history.add(found)
    assert history.steps.tolist() == [0, 1, 2, 4]
    assert history.newest == history.probe_step(4) == found and history.probe_step(8) is None


def test_a_long_history_holds_little_more_than_its_numbers():
    metrics = {name: 0.5 for name in Layout(ROWS).metrics if name not in ("epoch", "flags")}
    rows = tuple(ProbeRow(row.layer, row.decoder, metrics) for row in ROWS)
    tracemalloc.start()
    try:
        history = PhaseHistory(Layout(ROWS))
        for step in range(1000):
            history.add(ProbeStep(step, 0, rows))
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 2 * 1000 * 4 * np.prod(history.layout.shape)
    assert history.probe_step(500) == ProbeStep(500, 0, rows)


def test_a_step_with_other_values_is_not_held_and_one_with_other_seconds_is(history):
    found = history.newest
    slower, worse = (
        found.with_rows([dataclasses.replace(row, metrics={**row.metrics, name: 9.0}) for row in found.rows[:1]])
        for name in ("probe_seconds", "probe_loss")
    )
    assert history.holds(found) and history.holds(slower) and not history.holds(worse)
    assert not any(history.holds(dataclasses.replace(found, **other)) for other in ({"epoch": 9.0}, {"step": 17}))
    assert worse.value("probe_loss", "block1", "linear") == 9.0 and worse.rows[1:] == found.rows[1:]
    assert np.isnan(worse.value("probe_loss", "none", "linear"))


def test_load_gives_back_what_was_written(tmp_path, history):
    write(tmp_path / "phases", history.records)
    for folder in (tmp_path, tmp_path / "phases", str(tmp_path)):
        loaded = PhaseHistory.load(folder)
        assert loaded.layout == history.layout
        assert loaded.to_dataframe().equals(history.to_dataframe())


def test_load_joins_the_files_of_a_resumed_run(tmp_path):
    write(tmp_path / "phases", random_records())
    write(tmp_path / "phases", random_records(seed=1, steps=(4, 8, 32)), start_step=3)
    loaded = PhaseHistory.load(tmp_path)
    assert loaded.steps.tolist() == [0, 1, 2, 4, 8, 32]
    np.testing.assert_array_equal(loaded.records[3][1], random_records(seed=1)[0][1])


def test_a_run_that_begins_anew_voids_what_it_does_not_reach(tmp_path):
    write(tmp_path / "phases", random_records())
    write(tmp_path / "phases", random_records(seed=1, steps=(4,)), start_step=2)
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1, 4]


@pytest.mark.parametrize("missing_bytes", [1, 7, 500])
def test_a_torn_last_record_costs_only_itself(tmp_path, missing_bytes):
    path = write(tmp_path / "phases", random_records())
    path.write_bytes(path.read_bytes()[:-missing_bytes])
    assert PhaseHistory.load(tmp_path).steps.tolist() == list(STEPS[:-1])


def test_every_record_is_on_disk_before_the_next_begins(tmp_path):
    writer = PhaseEventWriter(tmp_path / "phases", Layout(ROWS))
    for count, (step, values) in enumerate(random_records(), start=1):
        writer.add_packed(step, values)
        assert len(PhaseHistory.load(tmp_path)) == count
    writer.close()


def test_files_with_other_rows_are_refused_by_name(tmp_path):
    write(tmp_path / "phases", random_records())
    other = Layout(ROWS[:1])
    path = write(tmp_path / "phases", random_records(layout=other), other)
    with pytest.raises(ValueError, match=re.escape(f"{path} holds other layers or metrics")):
        PhaseHistory.load(tmp_path)


def test_a_folder_without_records_names_those_that_have_one(tmp_path):
    write(tmp_path / "run1" / "phases", random_records())
    with pytest.raises(FileNotFoundError, match=f"Folders that have one: {re.escape(str(tmp_path / 'run1'))}"):
        PhaseHistory.load(tmp_path)
    with pytest.raises(FileNotFoundError, match="Pass the log_dir that PhaseProbe printed"):
        PhaseHistory.load(tmp_path / "nowhere")


def test_dataframe_is_tidy(history):
    frame = history.to_dataframe()
    assert list(frame.columns[:7]) == [
        "step", "epoch", "layer", "decoder", "strategy", "num_features", "probe_features",
    ]  # fmt: skip
    assert len(frame) == len(STEPS) * len(ROWS)
    groups = history.to_dataframe(groups=True).columns.difference(frame.columns)
    assert len(groups) == 20 and frame.columns.str.contains("group").sum() == 0
    assert set(frame["flags"]) == {"one_class,few_rows"}
    assert frame[frame.decoder == "patch"].probe_loss.isna().all()
    assert frame[frame.layer == "block2"].step.tolist() == list(STEPS)


def test_phases_use_the_groups(history):
    """A fall that is within the unpaired error is seen in pairs."""
    layout = Layout(ROWS[:1])
    index = layout.metrics.index
    rng = np.random.default_rng(0)
    level = np.linspace(1.0, 0.9, 11)
    offsets = rng.normal(0, 0.2, schema.NUM_GROUPS)
    values = np.full((len(level), *layout.shape), np.nan, np.float32)
    groups = level[:, None] + offsets - offsets.mean() + rng.normal(0, 0.002, (len(level), schema.NUM_GROUPS))
    values[:, 0, index(schema.GROUP_METRICS[0]) :] = groups
    values[:, 0, index("reconstruction_loss")] = groups.mean(axis=1)
    values[:, 0, index("reconstruction_stderr")] = 0.05
    steps = (0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
    paired = PhaseHistory(layout, zip(steps, values, strict=True))
    assert paired.phases("block1").has_decrease
    values[:, 0, index(schema.GROUP_METRICS[0]) :] = np.nan
    unpaired = PhaseHistory(layout, zip(steps, values, strict=True))
    assert not unpaired.phases("block1").has_decrease


def test_flags_are_listed(history):
    assert history.flags("block2") == ["few_rows", "one_class"]


def test_plot_draws_a_panel_a_row(history):
    figure = history.plot()
    text = " ".join(label.get_text() for axes in figure.axes for label in axes.texts) + str(figure.texts)
    assert "block1" in text + " ".join(axes.get_title(loc="left") for axes in figure.axes)


def test_values_survive_in_float32(tmp_path, history):
    write(tmp_path / "phases", history.records)
    loaded = PhaseHistory.load(tmp_path)
    assert_close(loaded.column("ridge", 0), history.column("ridge", 0), relative=1e-12)


def test_the_newest_settings_are_those_of_the_record(tmp_path):
    for start, steps in ((0, [0, 1]), (2, [4])):
        write(tmp_path, random_records(steps=steps), Layout(ROWS, run={"started_at": start}), start_step=start)
    layout, records = read_events(tmp_path)
    assert layout.run == {"started_at": 2} and [step for step, _ in records] == [0, 1, 4]


def test_phases_are_asked_with_the_confidence_that_is_passed():
    steps = (0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
    losses = [0.6, 0.601, 0.599, 0.602, 0.58, 0.55, 0.52, 0.55, 0.58, 0.6, 0.62]
    layout = Layout(ROWS[:1], ("reconstruction_loss",))
    found = PhaseHistory(layout, [(step, np.array([[loss]])) for step, loss in zip(steps, losses, strict=True)])
    assert found.phases("block1").has_increase and found.phases("block1", confidence=0.9).has_increase
    assert not found.phases("block1", confidence=1 - 1e-12).has_increase
    stated = detect_phases(steps, np.float32(losses), confidence=0.99)
    assert found.phases("block1", confidence=0.99) == stated
