import dataclasses
import json

import pytest
from builders.logs import build_layout

from keras_phases.record import schema


def test_layout_survives_packing():
    layout = build_layout(3)
    assert schema.unpack_layout(schema.pack_layout(layout)) == layout


def test_all_flags_survive_float32_packing():
    assert schema.unpack_flags(schema.pack_flags(schema.FLAGS)) == schema.FLAGS
    assert schema.pack_flags(["no_labels", "failed", "no_labels"]) == 2 + 2**12


def test_flags_of_a_record_that_failed_are_empty():
    assert schema.unpack_flags(float("nan")) == ()


def test_an_unknown_flag_is_refused():
    with pytest.raises(ValueError, match="not in tuple"):
        schema.pack_flags(["broken"])


def test_an_unknown_schema_names_itself_and_the_way_out():
    content = json.dumps({"schema": 99, "rows": [], "metrics": [], "run": {}}).encode()
    with pytest.raises(ValueError, match="schema 99, expected 1; install the keras-phases that wrote it"):
        schema.unpack_layout(content)


def _without_metrics(fields):
    del fields["metrics"]


def _with_a_list_as_layer(fields):
    fields["rows"][0]["layer"] = ["conv1"]


def _with_a_number_as_metric(fields):
    fields["metrics"][0] = 3


def _with_text_as_width(fields):
    fields["rows"][0]["num_features"] = "<b>512</b>"


def _with_text_as_metrics(fields):
    fields["metrics"] = "epoch"


def _with_a_list_as_settings(fields):
    fields["run"] = [["seed", 1]]


def _with_settings_that_nest_without_end(fields):
    for _ in range(25):
        fields["run"] = {"deeper": [fields["run"]]}


@pytest.mark.parametrize(
    "damage",
    [
        _without_metrics,
        _with_a_list_as_layer,
        _with_a_number_as_metric,
        _with_text_as_width,
        _with_text_as_metrics,
        _with_a_list_as_settings,
        _with_settings_that_nest_without_end,
    ],
)
def test_a_layout_with_wrong_fields_is_refused(damage):
    fields = json.loads(schema.pack_layout(build_layout(2)))
    damage(fields)
    with pytest.raises(ValueError, match="not a phases layout"):
        schema.unpack_layout(json.dumps(fields).encode())


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[1, 2]", b"null", b"[" * 100_000],
    ids=["empty", "no-text", "list", "null", "nested"],
)
def test_content_that_is_no_layout_is_refused(content):
    with pytest.raises(ValueError, match="not a phases layout"):
        schema.unpack_layout(content)


def test_other_widths_are_other_rows():
    layout = build_layout(2)
    wider = dataclasses.replace(layout, rows=(layout.rows[0], dataclasses.replace(layout.rows[1], num_features=7)))
    assert layout.same_rows(dataclasses.replace(layout, run={})) and not layout.same_rows(wider)


def test_further_label_sets_have_columns_that_name_them():
    names = ("colour", "a_b", "x_accuracy")
    columns = sum(map(schema.transfer_metrics, names), schema.METRICS)
    assert columns[len(schema.METRICS) :][:2] == ("transfer_colour_loss", "transfer_colour_accuracy")
    assert schema.transfer_names(columns) == names
    assert schema.transfer_names(schema.METRICS) == ()


def test_other_metrics_of_the_same_layers_are_named():
    layout = build_layout(2)
    more = dataclasses.replace(layout, metrics=layout.metrics + schema.transfer_metrics("colour"))
    assert not layout.same_rows(more)
    new = "transfer_colour_loss, transfer_colour_accuracy"
    assert layout.differs_from(more) == f"other metrics: none that are gone, {new} that are new"
    assert more.differs_from(layout) == f"other metrics: {new} that are gone, none that are new"
    many = dataclasses.replace(layout, metrics=(*layout.metrics, *"abcdefg"))
    assert layout.differs_from(many) == "other metrics: none that are gone, a, b, c, d and 3 more that are new"
