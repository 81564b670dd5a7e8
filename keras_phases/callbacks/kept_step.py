"""By what `PhaseCheckpoint` chooses a step: a rule, or the best value of a column; functions of the record alone.

A choice is a dict, as the index of the checkpoints has it: `{"keep": "latest_within", "tolerance": 0.05}`, or
`{"metric": "probe_accuracy", "mode": "max"}`.
"""

import functools
import math
import numbers

import numpy as np

from keras_phases.arguments import meant, one_of
from keras_phases.record import schema
from keras_phases.record.advice import RULE, describe_rule
from keras_phases.record.rules import RULES, TOLERANCE, latest_within


def check_choice(keep, tolerance, metric, mode):
    """The choice that the arguments of `PhaseCheckpoint` make.

    Raises:
        ValueError: for what is none of them, and for those that do not go together.
    """
    if metric is None:
        return _check_rule(RULE if keep is None else keep, tolerance, mode)
    for name, value in (("keep", keep), ("tolerance", tolerance)):
        if value is not None:
            raise ValueError(
                f"{name} is {value!r} and metric is {metric!r}: a rule and a column would each name a step. Expected "
                f"one of them; leave out {name} for the best {metric}, or metric for the rule."
            )
    if not isinstance(metric, str):
        raise ValueError(f"metric is {metric!r}. Expected the name of a column, such as 'probe_accuracy'.")
    return {"metric": metric, "mode": one_of(("auto", "min", "max"), "mode", mode)}


def _check_rule(keep, tolerance, mode):
    if mode != "auto":
        raise ValueError(f"mode is {mode!r} without a metric. Expected the column whose {mode} is kept, metric='...'.")
    if keep not in RULES:
        raise ValueError(
            f"keep is {keep!r}.{meant(keep, RULES)} Expected the name of a rule, one of: "
            f"{', '.join(map(repr, RULES))}; metric='...' keeps the best value of a column of the record."
        )
    if keep == latest_within.__name__:
        return {"keep": keep, "tolerance": _check_tolerance(TOLERANCE if tolerance is None else tolerance)}
    if tolerance is not None:
        raise ValueError(
            f"tolerance is {tolerance!r} with keep={keep!r}, which has none. Expected keep={latest_within.__name__!r} "
            "with it; or leave it out."
        )
    return {"keep": keep}


def _check_tolerance(tolerance):
    is_number = isinstance(tolerance, numbers.Real) and not isinstance(tolerance, bool)
    if not is_number or not 0 <= tolerance < math.inf:  # pyright: ignore[reportOperatorIssue] its stub has no order
        raise ValueError(
            f"tolerance is {tolerance!r}. Expected how far above its minimum the reconstruction loss may lie, as a "
            f"share of it: a number of at least 0, such as {TOLERANCE}."
        )
    return float(tolerance)


def settle_choice(choice, history, layer):
    """The choice once the columns of the record are known, with the direction in which a column is better.

    Raises:
        ValueError: for a column that the record lacks, and where the direction has to be told.
    """
    if "keep" in choice:
        return choice
    metric = choice["metric"]
    if metric not in history.layout.metrics:
        known = [name for name in history.layout.metrics if name not in schema.GROUP_METRICS]
        raise ValueError(
            f"metric is {metric!r}, which this record does not have.{meant(metric, known, 3)} Expected one of: "
            f"{', '.join(known)}. PhaseProbe(quantities=..., transfer=...) adds columns; keep='...' takes the name of "
            f"a rule, one of: {', '.join(map(repr, RULES))}."
        )
    mode = choice["mode"] if choice["mode"] != "auto" else _find_mode(metric, history, layer)
    if mode is None:
        raise ValueError(
            f"mode is 'auto', and whether more of {metric!r} is better is not known. Expected 'min' or 'max'."
        )
    return {"metric": metric, "mode": mode}


def _find_mode(metric, history, layer):
    """`"min"`, `"max"`, or None where the better direction is not known."""
    described = schema.described_columns(history.layout, history.row_index(layer)).get(metric)
    if described is not None:
        return {"low": "min", "high": "max"}.get(described.get("better"))  # pyright: ignore[reportCallIssue, reportArgumentType] or None
    if metric.endswith("accuracy") or metric == "explained_variance":
        return "max"
    return "min" if metric.endswith(("loss", "loss_limit")) or metric in schema.GROUP_METRICS else None


def find_rule(choice):
    """The rule of a choice, as those of `keras_phases.record.rules`: a history and a layer to a step, or to None."""
    if "metric" in choice:
        return functools.partial(_find_best, **choice)
    settings = {name: value for name, value in choice.items() if name != "keep"}
    return functools.partial(RULES[choice["keep"]], **settings)


def _find_best(history, layer, *, metric, mode):
    """The earliest step of the best finite value of a column."""
    sound = history.before_failure()
    values = sound.column(metric, layer)
    steps, values = sound.steps[np.isfinite(values)], values[np.isfinite(values)]
    return int(steps[(np.argmin if mode == "min" else np.argmax)(values)]) if len(steps) else None


def describe_choice(choice, layer):
    """The step of a choice in words, and what choosing it so is known to cost: what follows `"step 256, "`."""
    if "metric" in choice:
        return f"where {choice['metric']} of '{layer}' is {'least' if choice['mode'] == 'min' else 'largest'}"
    return describe_rule(choice["keep"], layer, choice.get("tolerance"))
