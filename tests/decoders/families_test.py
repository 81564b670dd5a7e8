"""What `PhaseProbe(decoders=...)` takes."""

import json
import re

import numpy as np
import pytest

from keras_phases.decoders import AdamLinear, ConvTransposeDecoder, Linear, Patch, Pooled, resolve_decoders
from keras_phases.decoders.families import resolve_protocol


@pytest.mark.parametrize(
    ("decoders", "expected"),
    [
        ("auto", [Linear(patch_above=2048)]),
        (["auto"], [Linear(patch_above=2048)]),
        ("linear", [Linear()]),
        (["linear"], [Linear()]),
        (["auto", "adam_linear"], [Linear(patch_above=2048), AdamLinear()]),
        (["linear", "patch"], [Linear(), Patch()]),
        (("pooled", "linear"), [Pooled(), Linear()]),
        ("patch", [Patch(num_positions=16, reach="auto")]),
        ("pooled", [Pooled(max_features=2048)]),
        (Linear(), [Linear(patch_above=None)]),
        ([Patch(num_positions=None), "linear"], [Patch(num_positions=None), Linear()]),
        (["linear", "adam_linear"], [Linear(), AdamLinear()]),
        (
            "deconv",
            [ConvTransposeDecoder(channels=64, learning_rate=3e-4, weight_decay=1e-5, epochs=20, batch_size=128)],
        ),
    ],
    ids=str,
)
def test_names_stand_for_families_and_auto_is_what_every_tap_can_afford(decoders, expected):
    found = resolve_decoders(decoders)
    assert found == tuple(expected)
    assert resolve_decoders(found) == found


@pytest.mark.parametrize(
    ("decoders", "expected"),
    [
        ("auto", [AdamLinear(learning_rate=3e-4, weight_decay=1e-5, epochs=20, batch_size=128)]),
        (["auto"], [AdamLinear()]),
        ("linear", [Linear()]),
        (Linear(), [Linear()]),
        (["linear", "adam_linear"], [Linear(), AdamLinear()]),
        ("patch", [Patch()]),
    ],
    ids=str,
)
def test_the_paper_protocol_trains_what_was_not_chosen_and_other_choices_stand(decoders, expected):
    found, probe = resolve_protocol("paper", decoders)
    assert (resolve_decoders(found), probe) == (tuple(expected), "sgd")
    for kind in ("exact", "sgd"):
        assert resolve_protocol("exact", decoders, kind) == (decoders, kind)


@pytest.mark.parametrize(
    ("family", "strategy"),
    [
        (AdamLinear(), "Adam, 20 epochs"),
        (ConvTransposeDecoder(epochs=3), "Adam, 3 epochs"),
        (AdamLinear(learning_rate=1e-3, batch_size=64), "Adam, 20 epochs, learning_rate 0.001, batch_size 64"),
        (ConvTransposeDecoder(channels=8, weight_decay=0), "Adam, 20 epochs, weight_decay 0.0, channels 8"),
    ],
    ids=repr,
)
def test_a_strategy_names_every_setting_that_is_not_the_default(family, strategy):
    assert family.strategy == strategy


@pytest.mark.parametrize("decoders", ["ridge", ["linear", "conv"], [], None, 3, [["linear"]], Linear], ids=str)
def test_unknown_decoders_are_refused_with_the_choices(decoders):
    with pytest.raises(
        ValueError,
        match=r"Expected 'auto' .*, 'linear', 'patch', 'pooled', 'adam_linear', 'deconv', one of Linear\(\), Patch\(\)",
    ):
        resolve_decoders(decoders)


@pytest.mark.parametrize("decoders", [["linear", "linear"], [Patch(), Patch(num_positions=None)]], ids=str)
def test_a_family_twice_would_be_two_rows_of_one_name(decoders):
    with pytest.raises(ValueError, match=r"with a family twice. .* at most once; compare .* with two probes"):
        resolve_decoders(decoders)


@pytest.mark.parametrize(
    "family",
    [
        *(Linear(), Linear(patch_above=0), Patch(), Patch(num_positions=None, reach=2), Pooled(max_features=512)),
        *(AdamLinear(epochs=3, learning_rate=1), ConvTransposeDecoder(channels=8)),
    ],
    ids=repr,
)
def test_a_family_survives_json_and_its_own_repr(family):
    config = json.loads(json.dumps(family.get_config()))
    assert type(family).from_config(config) == family
    assert eval(repr(family)) == family


def test_numpy_integers_are_integers():
    config = Patch(num_positions=np.int64(4), reach=np.int64(0)).get_config()
    assert json.dumps(config) == '{"num_positions": 4, "reach": 0}'


@pytest.mark.parametrize(
    ("family", "argument", "value", "expected"),
    [
        (Linear, "patch_above", -1, "at least 0 or None."),
        (Linear, "patch_above", "auto", "at least 0 or None."),
        (Patch, "num_positions", 0, "at least 1 or None."),
        (Patch, "num_positions", 2.0, "at least 1 or None."),
        (Patch, "num_positions", True, "at least 1 or None."),
        (Patch, "reach", None, "at least 0 or 'auto'."),
        (Patch, "reach", -1, "at least 0 or 'auto'."),
        (Pooled, "max_features", 0, "at least 1."),
        (Pooled, "max_features", None, "at least 1."),
        (AdamLinear, "epochs", 0, "at least 1."),
        (AdamLinear, "batch_size", 1.5, "at least 1."),
        (ConvTransposeDecoder, "channels", 0, "at least 1."),
    ],
    ids=str,
)
def test_a_wrong_setting_is_refused_where_it_is_written(family, argument, value, expected):
    message = f"{argument}={value!r} is nothing that {family.__name__} takes. Expected an integer of {expected}"
    with pytest.raises(ValueError, match=re.escape(message)):
        family(**{argument: value})


@pytest.mark.parametrize("family", [AdamLinear, ConvTransposeDecoder])
@pytest.mark.parametrize(
    ("argument", "value", "expected"),
    [
        ("learning_rate", 0, "above 0."),
        ("learning_rate", float("inf"), "above 0."),
        ("learning_rate", "fast", "above 0."),
        ("learning_rate", True, "above 0."),
        ("weight_decay", -1e-5, "of at least 0."),
        ("weight_decay", float("nan"), "of at least 0."),
    ],
    ids=str,
)
def test_a_wrong_rate_is_refused_where_it_is_written(family, argument, value, expected):
    message = f"{argument}={value!r} is nothing that {family.__name__} takes. Expected a finite number {expected}"
    with pytest.raises(ValueError, match=re.escape(message)):
        family(**{argument: value})
