"""Each program of the wild trains with the one line, or says what to write, and finds what is right of it."""

import pytest

from wild.program import programs, rate


def cases(*modules):
    return [pytest.param(one, id=one.name) for one in programs(*modules)]


def check(program):
    rating = rate(program)
    assert rating.number <= (2 if program.needs() else 1), f"{rating.number}: {rating.note}"


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize("program", cases("images", "backbones", "attention", "special", "dense", "pairs"))
def test_images(program):
    check(program)


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize("program", cases("signals", "tables", "texts"))
def test_signals_and_tables(program):
    check(program)


@pytest.mark.first_case
@pytest.mark.parametrize("program", cases("selfsupervised", "generative"))
def test_training_without_labels(program):
    check(program)
