"""Optimizer steps, counted from batches."""

import types

import pytest

from keras_phases.steps import StepCounter


def optimizer_at(iterations, accumulation=None):
    return types.SimpleNamespace(iterations=iterations, gradient_accumulation_steps=accumulation)


def test_batches_are_steps_until_the_optimizer_corrects_them():
    optimizer = optimizer_at(10)
    counter = StepCounter(optimizer)
    assert counter.add(4) == 10 and counter.step == 14
    optimizer.iterations = 12
    counter.correct()
    assert counter.step == 12


@pytest.mark.parametrize("optimizer", [None, optimizer_at(0)], ids=["no optimizer", "one that never advances"])
def test_batches_count_where_no_optimizer_does(optimizer):
    counter = StepCounter(optimizer)
    counter.add(3)
    counter.correct()
    assert counter.step == 3


def test_with_accumulation_batches_are_no_steps():
    optimizer = optimizer_at(0, accumulation=2)
    counter = StepCounter(optimizer)
    steps = []
    for batch in range(1, 7):
        optimizer.iterations = batch // 2
        counter.add(1)
        steps.append(counter.step)
    assert steps == [0, 1, 1, 2, 2, 3]
