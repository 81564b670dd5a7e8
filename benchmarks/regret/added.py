"""Rules that came after the first runs, as `benchmarks.regret.rules` describes them.

They are judged on runs that may have led to them, which the table says, until all of its runs are younger.
"""

from benchmarks.regret.rules import Score

LABEL_FREE = {}
OVER_LAYERS = {}
WITH_ROWS = {
    f"oracle{'_over_layers' * over_layers}": Score("accuracy", True, over_layers) for over_layers in (False, True)
}
