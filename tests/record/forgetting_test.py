"""What a layer has forgotten: which parts are spoken of, which are not, and the sentence."""

import numpy as np
import pytest

from keras_phases.record.forgetting import find_forgotten, relative_error

STEPS = (0, 256, 4096)


def described(kind, parts, weights=None, variances=None):
    """Columns of one breakdown, `loss_<part>`."""
    weights = weights or [1 / len(parts)] * len(parts)
    variances = variances or [1.0] * len(parts)
    return {
        f"loss_{part}": {"kind": kind, "part": part, "weight": weight, "mean_image_loss": variance}
        for part, weight, variance in zip(parts, weights, variances, strict=True)
    }


def forgotten(kind, explained, *, relative_error=0.0, **options):
    """Of parts whose explained variance at the three steps is given by name."""
    columns = described(kind, list(explained), **options)
    losses = {
        name: [(1 - value) * fields["mean_image_loss"] for value in explained[fields["part"]]]
        for name, fields in columns.items()
    }
    return find_forgotten(STEPS, losses.get, columns, since_step=256, relative_error=relative_error)


def test_the_part_that_lost_more_than_the_rest_is_named():
    found = forgotten("colour", {"grey": (0.5, 0.8, 0.78), "chroma": (0.5, 0.7, 0.3)})
    assert [(part.name, part.before, part.after) for part in found.parts] == [
        ("chroma", pytest.approx(0.7), pytest.approx(0.3))
    ]
    assert (found.since_step, found.last_step) == (256, 4096)
    # Both weigh the same: .75 of the variance was explained, .54 still is.
    assert (found.whole.before, found.whole.after) == (pytest.approx(0.75), pytest.approx(0.54))
    assert found.describe("block5") == (
        "Since step 256 'block5' forgot 28 % of what it kept of its input, more of colour (kept 70 %, now 30 %)."
    )


def test_the_highest_frequencies_are_said_together():
    bands = {"below 0.0625": (0.9, 0.9, 0.88), "0.0625 to 0.125": (0.6, 0.8, 0.75), "0.125 to 0.25": (0.1, 0.5, 0.2)}
    found = forgotten("frequency", bands | {"0.25 to 0.5": (0.1, 0.3, 0.1), "above 0.5": (0.0, 0.04, 0.0)})
    (part,) = found.parts
    assert (part.name, part.before, part.after) == ("above 0.125", pytest.approx(0.4), pytest.approx(0.15))
    assert "frequencies above 0.125 cycles per pixel (kept 40 %, now 15 %)" in found.describe("block5")


def test_a_band_in_the_middle_stands_alone():
    found = forgotten(
        "frequency", {"below 0.0625": (0, 0.9, 0.9), "0.0625 to 0.125": (0, 0.8, 0.3), "above 0.5": (0, 0.5, 0.5)}
    )
    assert [part.name for part in found.parts] == ["0.0625 to 0.125"]


def test_of_many_parts_those_that_were_lost_most_are_named():
    explained = {f"row 1 column {column}": (0.5, 0.8, 0.8) for column in range(1, 20)}
    worse = {f"row 2 column {column}": (0.5, 0.8, 0.3 + column / 100) for column in range(1, 6)}
    found = forgotten("position", explained | worse)
    assert [part.name for part in found.parts] == [f"row 2 column {column}" for column in (1, 2, 3)]
    assert "of the image at row 2 column 1 (kept 80 %, now 31 %), the image at" in found.describe("block5")


@pytest.mark.parametrize(
    ("grey", "chroma", "sentence"),
    [
        (
            (0.5, 0.8, 0.0),
            (0.5, 0.4, -10.2),
            "forgot all that it kept of its input, more of colour (kept 40 %, now -1020 %)",
        ),
        (
            (0.5, 0.8, 0.002),
            (0.5, 0.8, -0.1),
            "forgot all that it kept of its input, more of colour (kept 80 %, now -10 %)",
        ),
        (
            (0.5, 0.8, 0.79),
            (0.5, 0.4, 0.37),
            "forgot 3.3 % of what it kept of its input, more of colour (kept 40 %, now 37 %)",
        ),
    ],
)
def test_numbers_of_a_layer_that_lost_more_than_it_knew(grey, chroma, sentence):
    assert sentence in forgotten("colour", {"grey": grey, "chroma": chroma}).describe("block5")


def test_where_every_band_was_lost_none_is_above_another():
    # What was never known and is explained now keeps the whole above each part that was.
    bands = {"below 0.0625": (0.9, 0.9, 0.7), "0.0625 to 0.125": (0.6, 0.8, 0.6), "0.125 to 0.25": (0, -0.2, 0.1)}
    found = forgotten("frequency", bands)
    assert [part.name for part in found.parts] == ["below 0.0625", "0.0625 to 0.125"]


def test_parts_that_went_alike_are_said_to():
    found = forgotten("channel", {"red": (0.5, 0.8, 0.6), "green": (0.5, 0.8, 0.6), "blue": (0.5, 0.8, 0.61)})
    assert found.parts == ()
    assert "all measured parts alike" in found.describe("block5")


def test_what_may_be_chance_is_not_spoken_of():
    explained = {"grey": (0.5, 0.8, 0.78), "chroma": (0.5, 0.5, 0.4)}
    assert len(forgotten("colour", explained, relative_error=0.01).parts) == 1
    assert forgotten("colour", explained, relative_error=0.06).parts == ()


def test_a_class_is_judged_by_the_number_of_its_rows():
    explained = {"0": (0.5, 0.8, 0.79), "1": (0.5, 0.7, 0.6)}
    options = {"weights": [0.99, 0.01], "relative_error": 0.02}
    assert len(forgotten("class", explained, weights=[0.5, 0.5], relative_error=0.02).parts) == 1
    assert forgotten("class", explained | {"0": (0.5, 0.8, 0.7)}, **options).parts == ()


@pytest.mark.parametrize(
    "explained",
    [
        {"grey": (0.5, 0.8, 0.81), "chroma": (0.5, 0.7, 0.72)},
        {"grey": (0.5, np.nan, 0.81), "chroma": (0.5, 0.7, 0.2)},
        {"grey": (0.0, 0.02, 0.01), "chroma": (0.0, 0.01, 0.0)},
    ],
    ids=["nothing lost", "one part", "nothing known"],
)
def test_nothing_is_said_where_there_is_nothing_to_say(explained):
    assert forgotten("colour", explained) is None


@pytest.mark.parametrize("since_step", [4096, 7], ids=["the last", "not measured"])
def test_there_must_be_two_steps(since_step):
    columns = described("colour", ["grey", "chroma"])
    assert find_forgotten(STEPS, lambda name: [0.5, 0.2, 0.9], columns, since_step=since_step) is None


@pytest.mark.parametrize(
    "fields", [{}, {"kind": "colour"}, {"kind": [], "weight": "x"}, {"kind": "colour", "weight": -1}]
)
def test_what_a_log_says_may_be_anything(fields):
    assert find_forgotten(STEPS, lambda name: [0.5, 0.2, 0.9], {"loss": fields}, since_step=256) is None


def test_the_error_of_a_rise_is_that_of_paired_groups():
    groups = np.array([[1.0, 2.0, 3.0], [0.5, 1.0, 1.5], [0.7, 1.3, 1.6]])
    rises = np.array([0.2, 0.3, 0.1])
    expected = rises.std(ddof=1) / 3**0.5 / 1.2
    assert relative_error(STEPS, [2.0, 1.0, 1.2], groups, since_step=256) == pytest.approx(expected)
    assert relative_error(STEPS, [2.0, 1.0, 1.2], None, since_step=256) == 0
