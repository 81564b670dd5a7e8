"""Rules that came after the first runs, as `benchmarks.regret.rules` describes them.

They are judged on runs that may have led to them, which the table says, until all of its runs are younger.
"""

from benchmarks.regret import rules
from benchmarks.regret.rules import Score
from keras_phases.record.rules import latest_within

LABEL_FREE = {}


def block(place, rule):
    """The block at a place of the network, counted from 0 or from the end, at the step of a rule for the last."""
    return lambda history, layer: (place, rule(history, layer))


OVER_LAYERS = {
    "first_block_last": block(0, rules.last),
    "first_block_untrained": block(0, lambda history, layer: 0),
    "second_block_latest_within": block(1, latest_within),
    "two_earlier_latest_within": block(-3, latest_within),
    "last_block_latest_within": block(-1, latest_within),
}
WITH_ROWS = {
    f"oracle{'_over_layers' * over_layers}": Score("accuracy", True, over_layers) for over_layers in (False, True)
}
