"""Rules that came after the first runs, as `benchmarks.regret.rules` describes them.

They are judged on runs that may have led to them, which the table says, until all of its runs are younger.
"""

import functools

from benchmarks.regret import rules
from benchmarks.regret.rules import Score
from keras_phases.record.rules import latest_within

ADVISED = "left_out_loss"
"""Of this the mean over neighbouring steps is judged, as `keras_phases.transfer.advise` does."""


def within(tolerance):
    """`latest_within` of another tolerance."""
    return functools.partial(latest_within, tolerance=tolerance)


LABEL_FREE = {f"latest_within_{percent}": within(percent / 100) for percent in (15, 20, 30)}


def block(place, rule):
    """The block at a place of the network, counted from 0 or from the end, at the step of a rule for the last."""
    return lambda history, layer: (place, rule(history, layer))


OVER_LAYERS = {
    "first_block_last": block(0, rules.last),
    "first_block_untrained": block(0, lambda history, layer: 0),
    "second_block_latest_within": block(1, latest_within),
    "second_block_last": block(1, rules.last),
    "second_block_latest_within_15": block(1, within(0.15)),
    "two_earlier_latest_within": block(-3, latest_within),
    "two_earlier_latest_within_15": block(-3, within(0.15)),
    "last_block_latest_within": block(-1, latest_within),
}
WITH_ROWS = {
    **{f"oracle{'_over_layers' * over_layers}": Score("accuracy", True, over_layers) for over_layers in (False, True)},
    **{
        f"advise_{budget}{'_over_layers' * over_layers}": Score(ADVISED, False, over_layers, budget)
        for budget in (100, 500)
        for over_layers in (False, True)
    },
}
