"""The budget: which steps it keeps, and what the clock makes of them."""

import warnings

import numpy as np
import pytest

from keras_phases import At, Every, LogSpaced, PhaseWarning
from keras_phases.callbacks.budget import BudgetKeeper, affordable, check_budget, spread
from keras_phases.callbacks.progress import RunLength

LOG2 = (0, 1, 2, 4, 8, 16, 32, 64, 100)


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self):
        self.now, self.num_reads = 1000.0, 0

    def __call__(self):
        self.num_reads += 1
        return self.now


@pytest.mark.parametrize("value", [0, 1, -0.1, 1.5, float("nan"), float("inf"), "5 %", True, [0.05]], ids=repr)
def test_what_is_no_share_is_refused(value):
    with pytest.raises(ValueError, match=r"Expected the share of training time .* such as PhaseProbe\(budget=0.05\)"):
        check_budget(value)


def test_shares_and_none_pass():
    assert check_budget(None) is None and check_budget(0.05) == 0.05 and check_budget(np.float32(0.5)) == 0.5


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, (0, 100)),
        (2, (0, 100)),
        (3, (0, 8, 100)),
        (5, (0, 2, 8, 32, 100)),
        (8, (0, 1, 2, 4, 16, 32, 64, 100)),
        (9, LOG2),
        (50, LOG2),
    ],
)
def test_steps_are_spread_over_their_places(count, expected):
    assert spread(LOG2, count) == expected


def test_every_count_gives_so_many_different_steps():
    for total in range(2, 40):
        for count in range(2, total + 1):
            kept = spread(range(total), count)
            assert len(set(kept)) == count and kept[0] == 0 and kept[-1] == total - 1
            assert max(np.diff(kept)) - min(np.diff(kept)) <= 1


@pytest.mark.parametrize("steps", [(), (7,), (0, 7)], ids=len)
def test_short_lists_are_kept(steps):
    assert spread(steps, 0) == steps


@pytest.mark.parametrize(
    ("seconds", "probe_seconds", "expected"),
    [(10.0, 2.0, 5), (10.0, 2.001, 4), (0.3, 0.1, 3), (-1.0, 2.0, 0), (10.0, 0.0, 10**9)],
    ids=["five", "not quite five", "0.3 / 0.1", "overdrawn", "for nothing"],
)
def test_seconds_pay_for_whole_probe_steps(seconds, probe_seconds, expected):
    assert affordable(seconds, probe_seconds) == expected


@pytest.mark.parametrize("due", [LOG2, ()], ids=["known length", "unknown length"])
def test_what_probing_will_have_taken_is_told_once_the_speed_of_training_is_known(due):
    clock, told = Clock(), {}
    keeper = BudgetKeeper(None, clock=clock)
    with keeper.setting_up():
        clock.now += 2
    keeper.start(0, due)
    for step in range(17):
        if step:
            clock.now += 0.5
            keeper.note_batch(step)
        if step in LOG2:
            with keeper.probing():
                clock.now += 1 if step else 3  # the first compiles
            keeper.note_measured(step)
            told[step] = keeper.expected_overhead(step)
    # 2 s of set-up, 3 s, five steps of 1 s, and three ahead, of 100 training steps of half a second.
    expected = {**dict.fromkeys((0, 1, 2, 4, 8)), 16: pytest.approx(13 / 50)} if due else dict.fromkeys(told)
    assert told == expected


def test_without_a_budget_all_is_kept():
    keeper = BudgetKeeper(None)
    keeper.start(0)
    assert keeper.keeps(3) and keeper.dropped == [] and keeper.planned == ()


class Run:
    """A fit of `num_steps` by hand: a training step and a probe step take what they are told to."""

    def __init__(self, share, schedule, num_steps, *, start=0, step_seconds=1.0, probe_seconds=20.0, **known):
        self.clock, self.step_seconds, self.probe_seconds = Clock(), step_seconds, probe_seconds
        self.length = RunLength(start, num_batches=num_steps, batches_per_epoch=num_steps)
        self.keeper = BudgetKeeper(share, clock=self.clock)
        self.due = self.length.due_steps(schedule)
        self.known = known | ({"probe_seconds": probe_seconds} if known else {})

    def measure(self, step):
        with self.keeper.probing():
            self.clock.now += self.probe_seconds
            self.keeper.note_measured(step)

    def train(self, *, step_seconds_at=None, probe_seconds_at=None):
        self.keeper.start(self.length.start_step, self.due, **self.known)
        if self.length.start_step == 0:  # else it stands in the record
            self.measure(0)
        for step in range(self.length.start_step + 1, self.length.last_step + 1):
            self.clock.now += (step_seconds_at or {}).get(step, self.step_seconds)
            self.keeper.note_batch(step)
            self.probe_seconds = (probe_seconds_at or {}).get(step, self.probe_seconds)
            if step in self.due and self.keeper.keeps(step):
                self.measure(step)
        self.keeper.stop()
        return self.keeper


def test_a_plan_is_made_of_the_first_batches_and_followed():
    # 0.1 of 1,000 s pay for five steps of 20 s.
    keeper = Run(0.1, Every(100), 1000).train()
    assert keeper.measured == [0, 300, 500, 800, 1000] == list(keeper.planned)
    assert keeper.dropped == [100, 200, 400, 600, 700, 900]
    assert keeper.overhead == pytest.approx(100 / 1000) and keeper.training_step_seconds == pytest.approx(1.0)


def test_the_plan_is_there_before_the_first_step_that_is_due():
    run = Run(0.1, Every(100), 1000)
    run.keeper.start(0, run.due)
    run.measure(0)
    for step in range(1, 11):
        run.clock.now += 1.0
        run.keeper.note_batch(step)
        assert run.keeper.planned == ()
    run.clock.now += 1.0
    run.keeper.note_batch(11)
    assert run.keeper.planned == (0, 300, 500, 800, 1000)


@pytest.mark.parametrize("share", [None, 0.1])
def test_only_after_batches_that_are_timed_is_the_clock_read(share):
    """For those a device has to be done; no other batch is waited for."""
    run = Run(share, Every(100), 1000)
    run.keeper.start(0, run.due)
    run.measure(0)
    timed = []
    for step in range(1, 100):
        run.clock.now += 1.0
        if run.keeper.is_timed(step):
            timed.append(step)
        before = run.clock.num_reads
        run.keeper.note_batch(step)
        assert (run.clock.num_reads > before) == (step in timed)
    assert timed == ([] if share is None else [1, 11])


def test_a_step_that_comes_before_the_speed_is_known_is_left_out():
    # After batch 1, which compiles, nothing is known; after batch 2 something is.
    keeper = Run(0.5, LogSpaced(), 64, probe_seconds=0.01).train()
    assert keeper.measured == [0, 2, 4, 8, 16, 32, 64] and keeper.dropped == [1]


def test_set_up_and_the_first_step_are_paid_from_the_budget():
    run = Run(0.1, Every(100), 1000)
    with run.keeper.setting_up():
        run.clock.now += 40.0
    # 100 s less 40 s of set-up and 20 s of step 0 pay for two more.
    assert run.train().measured == [0, 500, 1000] and run.keeper.overhead == pytest.approx(0.1)


def test_probe_steps_that_grow_dear_are_dropped_to_hold_the_budget():
    # At 500 the 60 s that are left pay for this one and the last, 30 s each.
    keeper = Run(0.1, Every(100), 1000).train(probe_seconds_at={500: 30.0})
    assert keeper.measured == [0, 300, 500, 1000] and keeper.overhead == pytest.approx((20 + 20 + 30 + 30) / 1000)


def test_training_that_grows_fast_drops_steps():
    # Half the speed of the first 100 steps from there on: the 550 s pay for two more besides the last, not three.
    keeper = Run(0.1, Every(100), 1000).train(step_seconds_at={step: 0.5 for step in range(101, 1001)})
    assert keeper.measured[0] == 0 and keeper.measured[-1] == 1000
    assert keeper.overhead <= 0.1 * (1 + 1e-9) + 20 / 550 and len(keeper.measured) == 3


def test_training_that_grows_slow_pays_for_more():
    keeper = Run(0.1, Every(100), 1000).train(step_seconds_at={step: 2.0 for step in range(101, 1001)})
    assert len(keeper.measured) > 5 and keeper.overhead <= 0.1 * (1 + 1e-9)


@pytest.mark.parametrize("share", [0.02, 0.05, 0.1, 0.3])
@pytest.mark.parametrize("schedule", [LogSpaced(), LogSpaced(per_doubling=4), Every(50)], ids=repr)
@pytest.mark.parametrize("first", [1.0, 3.0], ids=["even", "first step compiles"])
def test_the_share_holds_whatever_the_schedule(share, schedule, first):
    run = Run(share, schedule, 1000, probe_seconds=5.0 * first)
    always = 5.0 * first + 5.0
    with warnings.catch_warnings():
        # Where the first step compiles, the last is expected to take as long.
        warnings.filterwarnings("ignore", "budget=0.02 cannot be held")
        keeper = run.train(probe_seconds_at={1: 5.0}, step_seconds_at={1: 8.0})
    assert keeper.overhead <= max(share * (1 + 1e-9), always / 1007 * (1 + 1e-9))
    assert keeper.measured[0] == 0 and keeper.measured[-1] == 1000


def test_the_first_batch_which_compiles_is_not_projected():
    # 1,100 s at .08 pay for 88 s: with the first batch in the speed it would look like thousands.
    keeper = Run(0.08, Every(100), 1000).train(step_seconds_at={1: 101.0})
    assert keeper.measured == [0, 300, 700, 1000]


def test_one_probe_step_that_was_held_up_does_not_drop_the_rest():
    keeper = Run(0.11, Every(100), 1000).train(probe_seconds_at={300: 25.0, 301: 20.0})
    assert len(keeper.measured) == 5 and sum(keeper.probe_seconds) == 105


def test_the_first_and_the_last_are_measured_whatever_they_cost():
    with pytest.warns(PhaseWarning, match=r"budget=0.01 cannot be held: .* about 20% of the training time"):
        keeper = Run(0.01, Every(100), 1000, probe_seconds=100.0).train()
    assert keeper.measured == [0, 1000] and keeper.overhead == pytest.approx(0.2)


def test_a_plan_of_an_earlier_fit_is_followed_as_far_as_it_reaches():
    run = Run(0.1, Every(100), 500, start=500, earlier=(0, 300, 500, 800, 1000), probe_seconds=20.0)
    assert run.train().measured == [800, 1000] and run.keeper.dropped == [600, 700, 900]
    # 100 new steps of 1 s at 0.16 pay for three probe steps of 5 s.
    run = Run(0.16, Every(10), 100, start=100, earlier=(0, 50, 100), probe_seconds=5.0)
    assert run.train().measured == [110, 160, 200] and run.keeper.planned == (0, 50, 100, 110, 160, 200)


@pytest.mark.parametrize(("step", "is_kept"), [(500, True), (600, False), (1000, True), (1100, True)])
def test_a_fit_that_begins_where_an_earlier_plan_has_no_step_measures_none(step, is_kept):
    keeper = BudgetKeeper(0.1, clock=Clock())
    keeper.start(step, range(step + 100, 1600, 100), earlier=(0, 300, 500, 800, 1000), probe_seconds=20.0)
    assert keeper.keeps_first(step) == is_kept and keeper.dropped == ([] if is_kept else [step])


def test_a_step_that_passed_over_a_planned_one_stands_for_it():
    run = Run(0.1, At([16]), 100, probe_seconds=1.0)
    run.keeper.start(0, [0, 16, 100])
    run.measure(0)
    for step in (4, 10, 20):
        run.clock.now += 10.0
        run.keeper.note_batch(step)
    assert run.keeper.keeps(20) and run.keeper.keeps(100)


def test_what_is_apart_is_neither_probing_nor_training():
    keeper = BudgetKeeper(0.1, clock=(clock := Clock()))
    assert np.isnan(keeper.overhead)
    keeper.start(0, [0, 10])
    with keeper.apart() as seconds:
        clock.now += 30.0
    clock.now += 8.0
    with keeper.probing():
        clock.now += 2.0
    keeper.stop()
    clock.now += 99.0
    assert seconds == [30.0] and keeper.probe_seconds == [2.0] and keeper.overhead == 0.25


def test_a_probe_step_that_fails_has_cost_its_time():
    keeper = BudgetKeeper(0.1, clock=(clock := Clock()))
    keeper.start(0, [0, 10])
    with pytest.raises(RuntimeError), keeper.probing():
        clock.now += 2.0
        raise RuntimeError
    assert keeper.probe_seconds == [2.0] and keeper.measured == []
