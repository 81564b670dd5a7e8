"""Rules that came after the first runs, as `benchmarks.regret.rules` describes them.

They are judged on runs that may have led to them, which the table says, until all of its runs are younger.
"""

LABEL_FREE = {}
OVER_LAYERS = {}
WITH_ROWS = {}
