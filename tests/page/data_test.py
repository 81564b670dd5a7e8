import dataclasses
import types

import numpy as np
import pytest
from builders.logs import RunOptions, build_layout, build_values
from tensorboard_plugin_phases import runs
from tensorboard_plugin_phases.errors import RequestError

from keras_phases.record import schema

LAYOUT = build_layout(2)
CONTENT = schema.pack_layout(LAYOUT)


def record(step, value=1.0, wall_time=None, shape=LAYOUT.shape):
    values = np.full(shape, value, np.float32)
    return types.SimpleNamespace(step=step, wall_time=step if wall_time is None else wall_time, numpy=values)


class FakeProvider:
    """A data provider of given records that counts how often they are read."""

    def __init__(self, runs):
        self.runs = runs
        self.num_reads = 0

    def list_tensors(self, ctx=None, *, experiment_id, plugin_name, run_tag_filter):
        assert plugin_name == "phases" and set(run_tag_filter.tags) == {"phases/metrics", "phases/kept"}
        chosen = self.runs if run_tag_filter.runs is None else run_tag_filter.runs
        return {run: {"phases/metrics": self._series(run)} for run in chosen if run in self.runs}

    def _series(self, run):
        records = self.runs[run]
        return types.SimpleNamespace(
            max_step=max(r.step for r in records),
            max_wall_time=max(r.wall_time for r in records),
            plugin_content=CONTENT,
        )

    def read_tensors(self, ctx=None, *, experiment_id, plugin_name, downsample, run_tag_filter):
        assert downsample > 1_000_000, "0 returns nothing, and a small number loses probe steps"
        (run,) = run_tag_filter.runs
        self.num_reads += 1
        return {run: {"phases/metrics": list(self.runs[run])}}


def test_a_run_holds_all_its_records():
    run = runs.build_run("a", CONTENT, [record(0, 1.0), record(4, 2.0)])
    assert run.steps.tolist() == [0, 4] and run.values[:, 1, 3].tolist() == [1.0, 2.0]
    summary = run.summary
    assert (summary.num_steps, summary.last_step, summary.last_wall_time, summary.error) == (2, 4, 4.0, None)


def test_a_resumed_run_shows_its_newest_writing():
    written = [record(0, 1), record(4, 1), record(8, 1), record(4, 2, wall_time=90), record(6, 2, wall_time=91)]
    run = runs.build_run("a", CONTENT, written)
    assert run.steps.tolist() == [0, 4, 6] and run.values[:, 0, 0].tolist() == [1, 2, 2]


def test_not_measured_stays_nan():
    values = build_values(LAYOUT, 4, RunOptions(labels=False))
    run = runs.build_run("a", CONTENT, [types.SimpleNamespace(step=4, wall_time=1.0, numpy=values)])
    assert np.isnan(run.values[0, :, LAYOUT.metrics.index("probe_accuracy")]).all()


def test_records_of_another_shape_are_left_out_and_named():
    run = runs.build_run("a", CONTENT, [record(0), record(4, shape=(3, 2)), record(8)])
    assert run.steps.tolist() == [0, 8]
    assert "1 of 3 records are left out: that of step 4" in run.summary.error
    assert "float32 of shape (3, 2), expected float32 of shape (2, 39)" in run.summary.error


def test_records_that_hold_text_are_left_out():
    text = types.SimpleNamespace(step=1, wall_time=1.0, numpy=np.full(LAYOUT.shape, b"x", object))
    run = runs.build_run("a", CONTENT, [text])
    assert run.summary.num_steps == 0 and "holds object" in run.summary.error


def test_an_unreadable_layout_is_an_error_of_the_run():
    run = runs.build_run("a", b"{}", [record(0)])
    assert run.summary.num_steps == 0 and run.summary.layout is None
    assert "cannot be read: not a phases layout" in run.summary.error


def test_the_etag_follows_every_change():
    def etag(*records, run="a", content=CONTENT):
        return runs.build_run(run, content, records).summary.etag

    first = etag(record(0), record(4))
    assert first == etag(record(0), record(4))
    others = [
        etag(record(0), record(4), record(8)),
        etag(record(0), record(4), record(4, wall_time=5)),
        etag(record(0), record(4), run="b"),
        etag(record(0), record(4), content=schema.pack_layout(dataclasses.replace(LAYOUT, run={"seed": 1}))),
    ]
    assert len({first, *others}) == 5


def test_an_unchanged_run_is_read_once_and_a_changed_one_again():
    provider = FakeProvider({"a": [record(0)], "b": [record(0)]})
    store = runs.PhaseStore(provider)
    store.list_runs(None, "")
    store.list_runs(None, "")
    assert store.read_runs(None, "", ["b", "a"]) == store.read_runs(None, "", ["b", "a"])
    assert provider.num_reads == 2
    provider.runs["a"].append(record(4))
    assert [run.steps.tolist() for run in store.read_runs(None, "", ["b", "a"])] == [[0], [0, 4]]
    assert [summary.num_steps for summary in store.list_runs(None, "")] == [2, 1]
    assert provider.num_reads == 3


def test_no_more_bytes_are_kept_than_asked_but_all_summaries_are():
    provider = FakeProvider({name: [record(0)] for name in "abcd"})
    store = runs.PhaseStore(provider, max_cached_bytes=2 * record(0).numpy.nbytes)
    store.list_runs(None, "")
    store.list_runs(None, "")
    assert provider.num_reads == 4
    store.read_runs(None, "", ["c", "d"])
    assert provider.num_reads == 4
    store.read_runs(None, "", ["a"])
    assert provider.num_reads == 5


def test_a_run_larger_than_the_memory_for_runs_is_kept_alone():
    provider = FakeProvider({name: [record(0)] for name in "ab"})
    store = runs.PhaseStore(provider, max_cached_bytes=1)
    store.read_runs(None, "", ["a"])
    store.read_runs(None, "", ["a"])
    assert provider.num_reads == 1


def test_summaries_of_vanished_runs_and_of_many_experiments_are_not_kept():
    provider = FakeProvider({name: [record(0)] for name in "ab"})
    store = runs.PhaseStore(provider)
    store.list_runs(None, "")
    del provider.runs["a"]
    assert [summary.run for summary in store.list_runs(None, "")] == ["b"]
    for number in range(100):
        store.list_runs(None, str(number))
    assert len(store._summaries) <= 8 and sum(map(len, store._summaries.values())) <= 8


def test_a_time_that_is_no_number_does_not_make_a_run_look_changed():
    provider = FakeProvider({"a": [record(0, wall_time=float("nan"))]})
    store = runs.PhaseStore(provider)
    store.read_runs(None, "", ["a"])
    provider.runs["a"] = [record(0, wall_time=float("nan"))]
    store.read_runs(None, "", ["a"])
    assert provider.num_reads == 1


def test_chosen_metrics_are_a_run_of_fewer_columns():
    run = runs.build_run("a", CONTENT, [record(0), record(4)])
    run.values[1, 0, LAYOUT.metrics.index("probe_loss")] = 7
    few = run.with_metrics(["probe_loss", "unknown", "epoch"])
    assert few.summary.layout.metrics == ("epoch", "probe_loss")
    assert few.values.shape == (2, 2, 2) and few.values[1, 0].tolist() == [1, 7]
    broken = runs.build_run("a", b"{}", [])
    assert broken.with_metrics(["epoch"]) is broken


def test_an_unknown_run_is_a_request_error_that_names_run_and_tag():
    with pytest.raises(RequestError, match="Run 'z' has no records under tag 'phases/metrics'") as raised:
        runs.PhaseStore(FakeProvider({})).read_runs(None, "", ["z"])
    assert (raised.value.code, raised.value.run, raised.value.tag) == (404, "z", "phases/metrics")


def test_records_a_provider_cannot_decode_are_an_error_of_the_run():
    class Damaged(FakeProvider):
        def read_tensors(self, ctx=None, **_):
            raise TypeError("cannot reshape")

    (summary,) = runs.PhaseStore(Damaged({"a": [record(0)]})).list_runs(None, "")
    assert summary.error == "The records cannot be read: TypeError: cannot reshape." and summary.num_steps == 0


def test_a_missing_provider_is_refused():
    with pytest.raises(ValueError, match="no data provider"):
        runs.PhaseStore(None)
