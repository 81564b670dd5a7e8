"""Which probe steps record images: few, dense at the start, decided one by one."""

import pytest

from keras_phases.record.image_steps import MAX_IMAGE_STEPS, records_images

LOG2 = [0, *(2**power for power in range(22))]


def kept_of(steps, *, last=(), takes_all=False, kept=()):
    kept = list(kept)
    for step in steps:
        if records_images(step, kept, takes_all=takes_all, is_last=step in last):
            kept.append(step)
    return kept


def test_a_log2_schedule_keeps_every_step_and_its_last():
    assert kept_of(LOG2) == LOG2
    assert kept_of([*LOG2[:15], 10_000], last=[10_000]) == [*LOG2[:15], 10_000]


@pytest.mark.parametrize("last", [100, 10_000, 300_000])
def test_a_dense_schedule_keeps_the_first_step_of_each_doubling_and_the_last(last):
    kept = kept_of(range(last + 1), last=[last])
    assert kept == [step for step in LOG2 if step < last] + [last]
    assert len(kept) <= MAX_IMAGE_STEPS


def test_steps_that_miss_the_doublings_are_taken_when_they_come():
    assert kept_of(range(0, 4000, 390)) == [0, 390, 780, 1170, 2340]


def test_few_steps_are_all_taken_where_that_was_asked_for():
    steps = list(range(0, 2400, 100))
    assert kept_of(steps, takes_all=True) == steps
    assert len(kept_of(range(100), takes_all=True)) == MAX_IMAGE_STEPS


def test_a_run_in_many_fits_keeps_room_for_the_doublings():
    """Each fit has a last step; they do not use up what later doublings need."""
    steps = sorted({*range(391, 131_073, 391), *LOG2[:19]})
    kept = kept_of(steps, last=range(391, 131_073, 391))
    assert set(LOG2[:19]) <= set(kept) and len(kept) <= MAX_IMAGE_STEPS
    assert 391 in kept and 782 in kept


def test_a_run_that_goes_on_continues_as_it_would_have():
    whole = kept_of(range(3000))
    assert kept_of(range(777, 3000), kept=kept_of(range(777))) == whole
