"""Optimizer steps, counted from batches."""

import types

import pytest

from keras_phases import Epochs, Every
from keras_phases.callbacks.progress import RunLength, StepCounter, find_run_length


def optimizer_at(iterations, accumulation=None):
    return types.SimpleNamespace(iterations=iterations, gradient_accumulation_steps=accumulation)


def counter_of(optimizer):
    return StepCounter(types.SimpleNamespace(optimizer=optimizer))


def test_batches_are_steps_until_the_optimizer_corrects_them():
    optimizer = optimizer_at(10)
    counter = counter_of(optimizer)
    assert counter.add(4) == 10 and counter.step == 14
    optimizer.iterations = 12
    counter.correct()
    assert counter.step == 12


@pytest.mark.parametrize("optimizer", [None, optimizer_at(0)], ids=["no optimizer", "one that never advances"])
def test_batches_count_where_no_optimizer_does(optimizer):
    counter = counter_of(optimizer)
    counter.add(3)
    counter.correct()
    assert counter.step == 3


def test_with_accumulation_batches_are_no_steps():
    optimizer = optimizer_at(0, accumulation=2)
    counter = counter_of(optimizer)
    steps = []
    for batch in range(1, 7):
        optimizer.iterations = batch // 2
        counter.add(1)
        steps.append(counter.step)
    assert steps == [0, 1, 1, 2, 2, 3]


def test_steps_that_loss_scaling_skips_are_no_steps():
    inner = optimizer_at(0)
    counter = counter_of(types.SimpleNamespace(iterations=0, inner_optimizer=inner, gradient_accumulation_steps=None))
    assert counter.add(1) == 0 and counter.step == 1
    counter.correct()
    assert counter.step == 0, "skipped from the very first step, unlike a train_step that never advances the optimizer"


def test_accumulation_within_a_loss_scaling_optimizer_is_seen():
    outer = types.SimpleNamespace(iterations=0, inner_optimizer=optimizer_at(0, accumulation=2))
    counter = counter_of(outer)
    assert counter.add(1) == 0 and counter.step == 0


def model_of(accumulation=None, steps_per_execution=1):
    return types.SimpleNamespace(optimizer=optimizer_at(0, accumulation), steps_per_execution=steps_per_execution)


def test_run_length_counts_the_epochs_that_are_left():
    length = find_run_length(model_of(), {"steps": 6, "epochs": 5}, start_step=9, initial_epoch=2)
    assert length == RunLength(9, num_batches=18, batches_per_epoch=6, initial_epoch=2)
    assert length.last_step == 27 and length.due_steps(Epochs()) == [15, 21, 27]


def test_with_accumulation_the_run_has_fewer_steps():
    length = find_run_length(model_of(accumulation=3), {"steps": 6, "epochs": 3}, start_step=0, initial_epoch=0)
    assert length.num_batches == 18 and length.last_step == 6
    assert length.due_steps(Every(4)) == [0, 4, 6]


@pytest.mark.parametrize("params", [{}, {"steps": None, "epochs": 3}, {"steps": 6}], ids=str)
def test_run_length_is_unknown_without_steps_or_epochs(params):
    assert find_run_length(model_of(), params, start_step=0, initial_epoch=0) is None
