"""The budget: which steps it keeps, and what the clock makes of them."""

import numpy as np
import pytest

from keras_phases import Every, PhaseWarning
from keras_phases.callbacks.budget import BudgetKeeper, check_budget, plan_steps, spread
from keras_phases.callbacks.progress import RunLength

LOG2 = (0, 1, 2, 4, 8, 16, 32, 64, 100)


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
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
    ("options", "num_kept"),
    [
        # 0.05 * 200 s pay for ten seconds.
        pytest.param({"probe_seconds": 2.0, "training_seconds": 200.0}, 5, id="five"),
        pytest.param({"probe_seconds": 2.001, "training_seconds": 200.0}, 4, id="not quite five"),
        pytest.param({"probe_seconds": 100.0, "training_seconds": 200.0}, 2, id="too dear"),
        pytest.param({"probe_seconds": 0.1, "training_seconds": 200.0}, 9, id="all"),
        pytest.param({"probe_seconds": 0.0, "training_seconds": 200.0}, 9, id="for nothing"),
        pytest.param({"probe_seconds": 2.0, "training_seconds": 0.0}, 2, id="no time"),
        pytest.param({"probe_seconds": 0.1, "training_seconds": 6.0}, 3, id="0.3 / 0.1"),
    ],
)
def test_the_plan_is_what_the_budget_pays_for(options, num_kept):
    planned = plan_steps(LOG2, budget=0.05, **options)
    assert len(planned) == num_kept and set(planned) <= set(LOG2)
    assert planned[0] == 0 and planned[-1] == 100


def test_without_a_budget_all_is_kept():
    assert plan_steps(LOG2, budget=None, probe_seconds=9, training_seconds=1) == LOG2
    keeper = BudgetKeeper(None)
    assert keeper.keeps(3) and keeper.dropped == []


class Run:
    """A fit of `num_steps` by hand: a training step and a probe step take what they are told to."""

    def __init__(self, share, schedule, num_steps, *, start=0, step_seconds=1.0):
        self.clock, self.step_seconds, self.probe_seconds = Clock(), step_seconds, 0.0
        self.length = RunLength(start, num_batches=num_steps, batches_per_epoch=num_steps)
        self.keeper, self.schedule = BudgetKeeper(share, self.length, clock=self.clock), schedule
        self.due = self.length.due_steps(schedule)

    def plan(self, probe_seconds, training_step_seconds, earlier=()):
        self.probe_seconds = probe_seconds
        self.keeper.plan(self.due, earlier, probe_seconds, training_step_seconds)
        return self

    def probe(self, step):
        if step in self.due and self.keeper.keeps(step):
            with self.keeper.probing():
                self.clock.now += self.probe_seconds
            self.keeper.note_measured(step)

    def train(self, *, probe_seconds_at=None):
        if self.length.start_step == 0:
            self.probe(0)
        else:  # it stands in the record
            self.keeper.keeps(self.length.start_step)
        for step in range(self.length.start_step + 1, self.length.last_step + 1):
            self.clock.now += self.step_seconds
            self.keeper.note_batch(step)
            self.probe_seconds = (probe_seconds_at or {}).get(step, self.probe_seconds)
            self.probe(step)
        self.keeper.stop()
        return self.keeper


def test_a_plan_that_holds_is_followed():
    keeper = Run(0.1, Every(100), 1000).plan(20.0, 1.0).train()
    assert keeper.planned == tuple(keeper.measured) == (0, 300, 500, 800, 1000)
    assert keeper.dropped == [100, 200, 400, 600, 700, 900]
    assert keeper.overhead == pytest.approx(100 / 1000)


def test_probe_steps_that_grow_dear_are_dropped_to_hold_the_budget():
    # 100 s pay for the planned 20 + 20; from 500 on each takes 30, which leaves room for one and the last.
    keeper = Run(0.1, Every(100), 1000).plan(20.0, 1.0).train(probe_seconds_at={500: 30.0})
    assert keeper.measured == [0, 300, 500, 1000] and 800 in keeper.dropped
    assert keeper.overhead == pytest.approx((20 + 20 + 30 + 30) / 1000)


def test_training_that_is_faster_than_planned_drops_steps():
    run = Run(0.1, Every(100), 1000, step_seconds=0.6).plan(20.0, 1.0)
    keeper = run.train()
    # At 300 the 600 s of the whole run pay for 3 steps: 0, this one and the last.
    assert keeper.measured == [0, 300, 1000] and keeper.overhead == pytest.approx(60 / 600)


def test_what_is_still_ahead_is_thinned_evenly():
    keeper = Run(0.1, Every(100), 1000, step_seconds=0.5).plan(10.0, 1.0).train()
    assert keeper.planned == (0, 100, 200, 300, 400, 600, 700, 800, 900, 1000)
    # At 100 the 500 s of the whole run turn out to pay for five steps: four of the nine from here on.
    assert keeper.measured == [0, 100, 400, 700, 1000] and keeper.overhead == pytest.approx(50 / 500)


def test_training_that_is_slower_than_planned_adds_none():
    keeper = Run(0.1, Every(100), 1000, step_seconds=5.0).plan(20.0, 1.0).train()
    assert tuple(keeper.measured) == keeper.planned


def test_the_first_batch_which_compiles_is_not_projected():
    run = Run(0.08, Every(100), 1000).plan(20.0, 1.0)
    run.probe(0)
    run.clock.now += 100.0
    run.keeper.note_batch(1)
    run.clock.now += 150.0
    run.probe(300)
    # 601 s pay for two steps; with the first batch in the speed it would look like 835 s, which pay for three.
    assert run.keeper.measured == [0] and run.keeper.dropped == [300]


def test_one_probe_step_that_was_held_up_does_not_drop_the_rest():
    steps = {300: 25.0, 301: 20.0}
    keeper = Run(0.11, Every(100), 1000).plan(20.0, 1.0).train(probe_seconds_at=steps)
    assert tuple(keeper.measured) == keeper.planned and sum(keeper.probe_seconds) == 105


def test_the_first_and_the_last_are_measured_whatever_they_cost():
    with pytest.warns(PhaseWarning, match=r"budget=0.01 cannot be held: .* about 20% of the training time"):
        keeper = Run(0.01, Every(100), 1000).plan(100.0, 1.0).train()
    assert keeper.measured == [0, 1000] and keeper.overhead == pytest.approx(0.2)


def test_a_plan_that_was_taken_over_is_followed_from_the_start():
    run = Run(0.1, Every(100), 500, start=500)
    run.keeper.follow((0, 300, 500, 800, 1000))
    run.probe_seconds = 20.0
    assert run.train().measured == [800, 1000] and run.keeper.dropped == [600, 700, 900]


def test_a_run_that_goes_further_plans_what_is_new():
    # 100 new steps of 1 s at 0.15 pay for three probe steps of 5 s.
    run = Run(0.15, Every(10), 100, start=100).plan(5.0, 1.0, earlier=(0, 50, 100))
    assert run.keeper.planned == (0, 50, 100, 110, 160, 200)
    assert run.train().measured == [110, 160, 200]
    # The earlier plan reaches half of the way, so that half of the seconds are left to plan with.
    run = Run(0.15, Every(10), 200).plan(5.0, 1.0, earlier=(0, 50, 100))
    assert run.keeper.planned == (0, 50, 100, 110, 160, 200)


def test_a_step_that_passed_over_a_planned_one_stands_for_it():
    keeper = BudgetKeeper(0.1, RunLength(0, num_batches=100, batches_per_epoch=100), clock=Clock())
    keeper.follow((0, 16, 100))
    assert [step for step in (0, 4, 10, 20, 30, 100) if keeper.keeps(step)] == [0, 20, 100]


def test_planning_is_neither_probing_nor_training():
    clock = Clock()
    keeper = BudgetKeeper(0.1, RunLength(0, num_batches=10, batches_per_epoch=10), clock=clock)
    assert np.isnan(keeper.overhead)
    with keeper.planning() as seconds:
        clock.now += 30.0
    clock.now += 8.0
    with keeper.probing():
        clock.now += 2.0
    keeper.stop()
    clock.now += 99.0
    assert seconds == [30.0] and keeper.probe_seconds == [2.0] and keeper.overhead == 0.25


def test_a_probe_step_that_fails_has_cost_its_time():
    keeper = BudgetKeeper(0.1, RunLength(0, num_batches=10, batches_per_epoch=10), clock=(clock := Clock()))
    with pytest.raises(RuntimeError), keeper.probing():
        clock.now += 2.0
        raise RuntimeError
    assert keeper.probe_seconds == [2.0] and keeper.measured == []
