"""Optimizer steps, counted from batches."""

import types
import warnings

import keras
import numpy as np
import pytest
from builders.scripted import draw_tiny_rows, fit_tiny, make_probe

from keras_phases import At, Epochs, Every, LogSpaced, PhaseStop
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


def test_steps_that_others_take_between_batches_are_counted():
    optimizer = optimizer_at(0)
    counter = counter_of(optimizer)
    for iterations in (2, 4, 30):
        counter.add(1)
        optimizer.iterations = iterations
        counter.correct()
        assert counter.step == iterations


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


def accumulating(steps, wrap=lambda optimizer: optimizer):
    return wrap(keras.optimizers.SGD(0.05, gradient_accumulation_steps=steps))


def build_net(optimizer, at_once=1):
    model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(4, name="hidden"), keras.layers.Dense(3)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    options = {} if keras.backend.backend() == "jax" else {"jit_compile": False}
    model.compile(optimizer, loss, steps_per_execution=at_once, **options)
    return model


# Eight batches an epoch.
FITS = {
    "three of eight": (accumulating(3), 1, Epochs(), {}, [0, 2, 5, 8]),
    "three of eight, each": (accumulating(3), 1, Every(1), {}, [*range(9)]),
    "more than an epoch": (accumulating(10), 1, Epochs(), {}, [0, 1, 2]),
    "several at once": (accumulating(3), 5, Every(1), {}, [0, 1, 2, 4, 5, 7, 8]),
    "a later epoch": (accumulating(3), 1, Epochs(2), {"initial_epoch": 1}, [0, 2, 5]),
    "loss scaling": (accumulating(3, keras.optimizers.LossScaleOptimizer), 1, LogSpaced(), {}, [0, 1, 2, 4, 8]),
    "without": (keras.optimizers.SGD(0.05), 3, At([0, 4, 10]), {}, [0, 6, 11, 24]),
}


@pytest.mark.first_case
@pytest.mark.parametrize("case", FITS)
def test_due_steps_are_those_that_are_announced_and_measured(tmp_path, case):
    optimizer, at_once, schedule, options, expected = FITS[case]
    if at_once > 1 and keras.backend.backend() == "torch":
        pytest.skip("Keras takes one step at a time on PyTorch")
    probe = make_probe(tmp_path, schedule=schedule, layers="hidden")
    fit_tiny(build_net(optimizer, at_once), probe, epochs=3, **options)
    assert probe.history.steps.tolist() == expected
    assert probe.num_probe_steps == probe.num_points == len(expected)


def test_due_steps_of_a_fit_that_goes_on_in_the_midst_of_a_step(tmp_path):
    probe, model = make_probe(tmp_path, schedule=Every(1), layers="hidden"), build_net(accumulating(5))
    fit_tiny(model, probe, epochs=1)
    assert (probe.history.steps.tolist(), probe.num_probe_steps) == ([0, 1], 2)
    _, said = fit_tiny(model, probe, PhaseStop(probe), epochs=1)
    # Eight batches and three that were left are two steps; the first is measured again.
    assert probe.history.steps.tolist() == [0, 1, 2, 3]
    assert (probe.num_probe_steps, probe.num_points) == (3, 4)
    assert any("there will be 4." in text for text in said)


def test_due_steps_of_a_curve_that_begins_later_count_its_first_step(tmp_path):
    model = build_net(keras.optimizers.SGD(0.05))
    model.fit(*draw_tiny_rows(), 8, verbose=0)
    probe = make_probe(tmp_path, schedule=At([12]), layers="hidden")
    fit_tiny(model, probe, epochs=1)
    assert probe.history.steps.tolist() == [12, 16] and probe.num_probe_steps == 2
    later = make_probe(tmp_path / "later", schedule=LogSpaced(), layers="hidden")
    fit_tiny(model, later, epochs=1)
    assert later.history.steps.tolist() == [16, 24] and later.num_probe_steps == 2


def test_due_steps_of_unknown_length_are_measured_all_the_same(tmp_path):
    def batches():
        x, y = draw_tiny_rows()
        for start in range(0, 56, 8):
            yield x[start : start + 8], y[start : start + 8]

    probe = make_probe(tmp_path, schedule=Every(1), layers="hidden", data=draw_tiny_rows())
    with warnings.catch_warnings():
        # Keras says that the stream has ended.
        warnings.simplefilter("ignore")
        build_net(accumulating(3)).fit(batches(), verbose=0, callbacks=[probe])
    assert probe.history.steps.tolist() == [0, 1, 2] and probe.num_probe_steps is None


@pytest.mark.parametrize("seed", range(20))
def test_due_steps_are_those_of_a_count_batch_by_batch(seed):
    rng = np.random.default_rng(seed)
    per_epoch, per_step, at_once, epochs = (int(rng.integers(1, most)) for most in (12, 6, 5, 5))
    pending, start, first = int(rng.integers(per_step)), int(rng.integers(5)), int(rng.integers(3))
    schedule = [Every(1), Every(3), Epochs(), Epochs(2), LogSpaced()][seed % 5]
    sizes = {"num_batches": per_epoch * epochs, "batches_per_epoch": per_epoch, "batches_per_step": per_step}
    length = RunLength(start, **sizes, steps_per_execution=at_once, initial_epoch=first, num_pending=pending)
    done, previous, expected = start * per_step + pending, start, {start} if schedule.is_due(None, start) else set()
    for epoch in range(first, first + epochs):
        for batch in range(0, per_epoch, at_once):
            done += min(at_once, per_epoch - batch)
            if schedule.is_due(previous, done // per_step):
                expected.add(done // per_step)
            previous = done // per_step
        if schedule.is_due_at_epoch_end(epoch) or epoch == first + epochs - 1:
            expected.add(previous)
    assert length.due_steps(schedule) == sorted(expected) and length.last_step == previous
