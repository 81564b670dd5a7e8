"""Every knob of a measurement: declared once, checked where it is given, shown wherever it is taken."""

import dataclasses
import inspect
import json
import pydoc

import numpy as np
import pytest

from keras_phases import PhaseProbe, ProbeSettings
from keras_phases.callbacks.fit_settings import FitSettings
from keras_phases.decoders import AdamLinear, Linear, Patch
from keras_phases.signatures import argument_texts


def test_the_probe_shows_every_knob_with_its_default():
    shown = inspect.signature(PhaseProbe).parameters
    assert {name: one.default for name, one in shown.items()} == {
        field.name: field.default for field in dataclasses.fields(FitSettings)
    }
    assert all(one.kind is inspect.Parameter.KEYWORD_ONLY for one in shown.values())
    assert {"layers", "decoders", "max_examples", "schedule", "budget", "data", "log_dir", "on_error"} <= shown.keys()


def test_help_describes_every_knob():
    text = pydoc.render_doc(PhaseProbe, renderer=pydoc.plaintext)
    for field in dataclasses.fields(FitSettings):
        assert f"{field.name}: " in text, field.name
    assert argument_texts(PhaseProbe).keys() == {field.name for field in dataclasses.fields(FitSettings)}


def test_every_knob_of_a_measurement_is_documented_once():
    own = argument_texts(ProbeSettings)
    assert own.keys() == {field.name for field in dataclasses.fields(ProbeSettings)}
    assert not argument_texts(FitSettings)
    assert own["seed"].endswith("Defaults to `0`.")


@pytest.mark.parametrize("kind", [PhaseProbe, ProbeSettings], ids=lambda kind: kind.__name__)
def test_a_typo_lists_the_knobs(kind):
    with pytest.raises(TypeError, match=r"has no argument 'layer'. Did you mean 'layers'\? Expected some of: layers, "):
        kind(layer="block1")
    with pytest.raises(TypeError, match="takes its arguments by name, and got 'block1'"):
        kind("block1")


@pytest.mark.parametrize(
    ("knob", "value", "said"),
    [
        ("max_examples", 1, "max_examples is 1. Expected an integer of at least 2"),
        ("images", 65, "images is 65. Expected an integer of at most 64"),
        ("batch_norm", "moving", "batch_norm is 'moving'. Expected one of: 'batch', 'inference'"),
        ("probe", "adam", "probe is 'adam'. Expected one of: 'exact', 'sgd'"),
        ("max_memory", "much", "max_memory is 'much'"),
        ("decoders", "dconv", "decoders is 'dconv'"),
        ("quantities", "colours", "quantities holds 'colours'"),
        ("transfer", [1], "transfer is a list"),
        ("target", 3, "target is 3"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isidentifier() else "",
)
def test_a_wrong_value_is_an_error_where_it_is_given(knob, value, said):
    with pytest.raises(ValueError, match=said):
        ProbeSettings(**{knob: value})


def test_the_paper_s_protocol_is_short_for_two_knobs():
    paper = ProbeSettings(protocol="paper")
    spelled = ProbeSettings(decoders="adam_linear", probe="sgd")
    assert paper.families == spelled.families == (AdamLinear(),)
    assert paper.probe_kind == spelled.probe_kind == "sgd"
    kept = ProbeSettings(protocol="paper", decoders=["linear", "patch"])
    assert [family.name for family in kept.families] == ["linear", "patch"] and kept.probe_kind == "sgd"
    assert ProbeSettings().probe_kind == "exact"
    with pytest.raises(ValueError, match="batch_norm is 'inference' with protocol='paper'"):
        ProbeSettings(protocol="paper", batch_norm="inference")


def test_settings_go_through_json():
    settings = ProbeSettings(layers=["a", "b*"], decoders=[Linear(), Patch(num_positions=4)], max_memory="1GiB", seed=3)
    config = json.loads(json.dumps(settings.get_config()))
    assert config == {
        "layers": ["a", "b*"],
        "decoders": [
            {"decoder": "linear", **Linear().get_config()},
            {"decoder": "patch", "num_positions": 4, "reach": "auto"},
        ],
        "max_memory": 2**30,
        "seed": 3,
    }
    again = ProbeSettings.from_config(config)
    assert again.families == settings.families and again.knobs() | {"decoders": None} == settings.knobs() | {
        "decoders": None
    }
    assert ProbeSettings().get_config() == {}


@pytest.mark.parametrize("value", [lambda layer: True, np.zeros(3)], ids=["function", "array"])
def test_what_json_cannot_hold_is_refused(value):
    with pytest.raises(ValueError, match=r"layers is .* which cannot be written as JSON. Expected names"):
        ProbeSettings(layers=value).get_config()


def test_a_copy_of_a_probe_has_its_settings_and_has_measured_nothing(tmp_path):
    probe = PhaseProbe(layers="block1", seed=4, schedule="log2")
    copy = probe.copy_into(tmp_path)
    assert copy.settings.knobs() == probe.settings.knobs() | {"log_dir": tmp_path}
    assert copy.history is None and copy.log_dir is None and np.isnan(copy.overhead)
