"""A probe step, typed, and the matrix that it is on disk."""

import dataclasses
import pickle

import numpy as np
import pytest

from keras_phases.record.probe_step import ProbeRow, ProbeStep, pack_step, unpack_step
from keras_phases.record.schema import Layout, Row

LAYOUT = Layout(
    (
        Row("block1", "linear", "primal", 8, 8),
        Row("block1", "patch", "3x3", 8, 8),
        Row("block2", "linear", "dual", 4, 4),
    ),
    ("epoch", "loss", "probe_seconds", "flags"),
)
FIRST = ProbeRow("block1", "linear", {"loss": 0.5, "probe_seconds": 2.0}, frozenset({"no_labels", "failed"}))
LAST = ProbeRow("block2", "linear", {"loss": 0.25, "probe_seconds": 2.0})
FOUND = ProbeStep(8, 3.0, (FIRST, LAST))


def test_a_row_stands_in_its_place_and_one_that_is_absent_is_empty():
    values = pack_step(LAYOUT, dataclasses.replace(FOUND, rows=(LAST, FIRST)))
    expected = [[3, 0.5, 2, 2**1 + 2**12], [np.nan] * 4, [3, 0.25, 2, 0]]
    np.testing.assert_array_equal(values, np.float32(expected))
    assert values.dtype == np.float32


def test_what_was_packed_comes_back():
    assert unpack_step(LAYOUT, 8, pack_step(LAYOUT, FOUND)) == FOUND == pickle.loads(pickle.dumps(FOUND))
    unknown = ProbeStep(0, float("nan"), (dataclasses.replace(FIRST, metrics={"loss": float("nan")}),))
    (row,) = unpack_step(LAYOUT, 0, pack_step(LAYOUT, unknown)).rows
    assert row.metrics == {} and row.flags == FIRST.flags
    empty = unpack_step(LAYOUT, 0, np.full(LAYOUT.shape, np.nan, np.float32))
    assert empty.rows == () and np.isnan(empty.epoch) and np.isnan(empty.seconds)


def test_without_a_column_of_flags_every_row_was_measured():
    layout = dataclasses.replace(LAYOUT, metrics=("loss",))
    found = unpack_step(layout, 0, np.float32([[1], [np.nan], [2]]))
    assert [(row.metrics, row.flags) for row in found.rows] == [({"loss": 1}, set()), ({}, set()), ({"loss": 2}, set())]


def test_a_number_beyond_float32_is_infinite_and_said_by_no_warning():
    rows = (dataclasses.replace(LAST, metrics={"loss": 1e300}),)
    assert pack_step(LAYOUT, dataclasses.replace(FOUND, rows=rows))[2, 1] == np.inf


@pytest.mark.parametrize(
    "row",
    [dataclasses.replace(FIRST, metrics={"los": 1.0}), dataclasses.replace(FIRST, layer="block3")],
    ids=["metric", "layer"],
)
def test_what_the_layout_does_not_have_is_no_part_of_its_steps(row):
    with pytest.raises(KeyError):
        pack_step(LAYOUT, dataclasses.replace(FOUND, rows=(row,)))


def test_rows_take_the_place_of_those_of_the_same_layer_and_decoder():
    worse, patch = dataclasses.replace(FIRST, metrics={"loss": 1.0}), dataclasses.replace(LAST, decoder="patch")
    merged = FOUND.with_rows([worse, patch])
    assert merged.rows == (worse, LAST, patch) and (merged.step, merged.epoch) == (8, 3.0)
    assert merged.row("block1", "linear") is worse and merged.row("block1", "patch") is None
    assert FOUND.value("loss", "block2", "linear") == 0.25 and np.isnan(FOUND.value("ridge", "block2", "linear"))
    assert FOUND.seconds == 2.0
