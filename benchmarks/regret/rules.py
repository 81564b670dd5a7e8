"""What the atlas judges: rules that name the step, or the layer and step, to take features from.

Of the record alone: a function of `(history, layer)` that gives a step, None where it abstains, or an array of steps
each of which is as likely. Over layers: a function of `(history, layer)` that gives `(layer, step)`, `layer` being the
last features. With rows of the target: a `Score`, the best value of a column of the table. The rules of the product
itself stand in `keras_phases.record.rules`. These were fixed before the first run: add yours to `added.py`, and run
`python -m benchmarks.regret.judge`.
"""

import dataclasses

import numpy as np

from keras_phases.record import rules


def column(history, layer, metric):
    """Steps and finite values of a metric; none where it was not measured."""
    if metric not in history.layout.metrics:
        return np.empty(0, np.int64), np.empty(0)
    values = history.column(metric, history.row_index(layer))
    return history.steps[np.isfinite(values)], values[np.isfinite(values)]


def best(metric, *, largest):
    """The rule that takes the first step of the best value of a metric."""

    def rule(history, layer):
        steps, values = column(history, layer, metric)
        return int(steps[(values if largest else -values).argmax()]) if len(steps) else None

    return rule


def last(history, layer):
    return int(history.steps[-1])


def random(history, layer):
    return history.steps[history.steps >= 64]


def latest_within_10(history, layer):
    return rules.latest_within(history, layer, tolerance=0.1)


def halfway(history, layer):
    """The probe step next to the middle, over log(1 + step), of the minimum and the best source accuracy."""
    ends = [rules.minimum(history, layer), best("model_accuracy", largest=True)(history, layer)]
    middle = np.mean(np.log1p(ends))
    return int(history.steps[np.abs(np.log1p(history.steps) - middle).argmin()])


def least_limit(history, layer):
    return best("reconstruction_loss_limit", largest=False)(history, layer)


LABEL_FREE = {
    "last": last,
    "random": random,
    "latest_within_10": latest_within_10,
    "halfway": halfway,
    "argmin": best("reconstruction_loss", largest=False),
    "least_limit": least_limit,
    "best_source_accuracy": best("model_accuracy", largest=True),
    "best_source_probe_loss": best("probe_loss", largest=False),
    "largest_effective_rank": best("effective_rank", largest=True),
}


def one_earlier(rule, *, own=False):
    """The features of the block before, at the step that a rule names for the last ones, or for its own."""

    def earlier(history, layer):
        before = history.layers[max(history.layers.index(layer) - 1, 0)]
        return before, rule(history, before if own else layer)

    return earlier


OVER_LAYERS = {
    "one_earlier_last": one_earlier(last),
    "one_earlier_latest_within": one_earlier(rules.latest_within),
    "one_earlier_between": one_earlier(rules.between),
    "one_earlier_own_latest_within": one_earlier(rules.latest_within, own=True),
    "one_earlier_least_model_loss": one_earlier(rules.least_model_loss),
}


@dataclasses.dataclass(frozen=True)
class Score:
    """The best value of a column.

    Args:
        score: Name of the column; of those with labels without budget and draw.
        largest: Whether the largest is best.
        over_layers: Whether layers are chosen too.
        budget: Number of labels; 0 for scores of rows without labels.
    """

    score: str
    largest: bool
    over_layers: bool
    budget: int = 0


_UNLABELLED = {"rank_me": True, "participation_ratio": True, "loo_reconstruction": False}
_LABELLED = {"loo_error": False, "loo_loss": False, "logme": True, "hscore": True}
WITH_ROWS = {
    **{f"target_{name}": Score(name, largest, False) for name, largest in _UNLABELLED.items()},
    **{
        f"{name}_{budget}{'_over_layers' * over_layers}": Score(name, largest, over_layers, budget)
        for budget in (100, 500)
        for over_layers in (False, True)
        for name, largest in _LABELLED.items()
    },
}
