import json

import numpy as np
import pytest

from keras_phases.schedule import At, Epochs, Every, LogSpaced, Schedule, resolve_schedule

SCHEDULES = [LogSpaced(), LogSpaced(per_doubling=3), Every(7), At([0, 5, 6, 90]), Epochs(every=2)]


def walk(schedule, total_steps, stride=1):
    """The steps at which a loop that asks every `stride` steps is told to probe."""
    due = [0] if schedule.is_due(None, 0) else []
    for step in range(stride, total_steps + 1, stride):
        if schedule.is_due(step - stride, step):
            due.append(step)
    return due


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (LogSpaced(), [0, 1, 2, 4, 8, 16, 32, 64]),
        (LogSpaced(per_doubling=2), [0, 1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91]),
        (LogSpaced(per_doubling=2, sparse_until=16), [0, 1, 2, 4, 8, 16, 23, 32, 45, 64, 91]),
        (Every(30), [0, 30, 60, 90]),
        (At([90, 5, 5]), [5, 90]),
        (Epochs(), [0]),
    ],
    ids=str,
)
def test_steps_come_due_one_by_one(schedule, expected):
    assert walk(schedule, 100) == expected


def test_fine_log_spacing_equals_its_definition():
    expected = sorted({0} | {round(2 ** (j / 5)) for j in range(5 * 14 + 1)})
    assert walk(LogSpaced(per_doubling=5), 2**14) == expected


def test_powers_of_two_stay_exact_far_out():
    assert [LogSpaced(per_doubling=3).next_step(2**p - 1) for p in range(1, 40)] == [2**p for p in range(1, 40)]


def test_jumps_probe_once_what_they_passed_over():
    assert walk(LogSpaced(), 100, stride=10) == [0, 10, 20, 40, 70]
    assert walk(At([41, 42, 49]), 100, stride=10) == [50]


def test_a_resumed_run_does_not_make_up_for_earlier_steps():
    assert not LogSpaced().is_due(None, 70)
    assert not LogSpaced().is_due(-1, 70)
    assert LogSpaced().is_due(None, 64)
    assert LogSpaced().is_due(60, 70)


@pytest.mark.parametrize("schedule", SCHEDULES, ids=str)
def test_the_same_step_is_never_due_twice(schedule):
    assert not any(schedule.is_due(step, step) for step in range(100))


def test_epochs_are_due_at_their_ends_alone():
    assert [Epochs(every=3).is_due_at_epoch_end(epoch) for epoch in range(7)] == [0, 0, 1, 0, 0, 1, 0]
    assert not any(schedule.is_due_at_epoch_end(0) for schedule in SCHEDULES)


@pytest.mark.parametrize("schedule", SCHEDULES, ids=str)
@pytest.mark.parametrize("steps_per_execution", [1, 4])
def test_planned_steps_are_those_of_a_run(schedule, steps_per_execution):
    """Drives a run as `fit` does, executions of several steps cut off at each epoch's end."""
    epochs, steps_per_epoch = 4, 26
    probed, step = {0} if schedule.is_due(None, 0) else set(), 0
    for epoch in range(epochs):
        for start in range(0, steps_per_epoch, steps_per_execution):
            arrived = epoch * steps_per_epoch + min(start + steps_per_execution, steps_per_epoch)
            probed |= {arrived} if schedule.is_due(step, arrived) else set()
            step = arrived
        probed |= {step} if schedule.is_due_at_epoch_end(epoch) else set()
    planned = schedule.steps(epochs * steps_per_epoch, steps_per_epoch, steps_per_execution=steps_per_execution)
    assert planned == sorted(probed | {step})


@pytest.mark.parametrize("schedule", SCHEDULES, ids=str)
def test_an_empty_run_probes_its_last_step(schedule):
    assert schedule.steps(0) == [0]


@pytest.mark.parametrize("schedule", SCHEDULES, ids=str)
def test_config_and_repr_give_the_schedule_back(schedule):
    config = json.loads(json.dumps(schedule.get_config()))
    assert type(schedule).from_config(config) == schedule
    assert eval(repr(schedule)) == schedule
    assert hash(eval(repr(schedule))) == hash(schedule)
    assert schedule != LogSpaced(per_doubling=99)


def test_equal_numbers_in_different_schedules_differ():
    assert Every(1) != Epochs(1)


def test_numpy_integers_are_integers():
    assert Every(np.int64(5)) == Every(5)
    assert At(np.array([3, 1])) == At([1, 3])
    assert json.dumps(At(np.array([3, 1])).get_config()) == '{"probe_steps": [1, 3]}'


@pytest.mark.parametrize("value", [0, -1, 2.0, True, None, "2"], ids=repr)
@pytest.mark.parametrize(
    ("build", "argument"),
    [(Every, r"Every\(n\)"), (LogSpaced, r"LogSpaced\(per_doubling\)"), (Epochs, r"Epochs\(every\)")],
    ids=["Every", "LogSpaced", "Epochs"],
)
def test_wrong_number_is_named(build, argument, value):
    with pytest.raises(ValueError, match=f"{argument}={value!r} is no schedule. Expected an integer of at least 1"):
        build(value)


@pytest.mark.parametrize("value", [[], [-1], [1.5], [True], 5, None, "12", [[1]]], ids=repr)
def test_wrong_steps_are_named(value):
    with pytest.raises(ValueError, match=r"is no schedule. Expected at least one integer, .* write At\(\[0, 100"):
        At(value)


def test_resolve_schedule():
    assert resolve_schedule("log2") == LogSpaced()
    late = [round(64 * 2 ** (half / 2)) for half in range(15)]
    assert resolve_schedule("auto").steps(8192) == [0, 1, 2, 4, 8, 16, 32, *late]
    assert resolve_schedule(Every(3)) == Every(3)


@pytest.mark.parametrize("value", ["log3", "", -1, 0, 10, 1.5, True, None, [], [1, 2], Every], ids=repr)
def test_unknown_schedule_lists_the_choices(value):
    with pytest.raises(
        ValueError, match=r'Expected "auto", "log2" or one of LogSpaced\(per_doubling=2\), Every\(100\), At'
    ):
        resolve_schedule(value)


def test_a_sparse_start_ends_at_a_power_of_two():
    with pytest.raises(ValueError, match="sparse_until=100 is no power of two"):
        LogSpaced(per_doubling=2, sparse_until=100)
    with pytest.raises(ValueError, match=r"LogSpaced\(sparse_until\)=-1 is no schedule"):
        LogSpaced(sparse_until=-1)


def test_a_schedule_must_say_its_steps():
    with pytest.raises(TypeError, match="next_step"):
        Schedule()


def test_steps_of_a_run_that_goes_on():
    assert Every(5).steps(18, 6, start_step=7) == [10, 15, 18]
    assert Every(5).steps(18, 6, start_step=10) == [10, 15, 18]
    # Epochs 3, 4 and 5 end at 15, 21 and 27; executions of four steps end at 13, 15, 19, 21, ...
    assert Epochs(every=2).steps(27, 6, start_step=9, initial_epoch=3) == [15, 27]
    assert Every(4).steps(27, 6, start_step=9, steps_per_execution=4) == [13, 19, 21, 25, 27]
