"""What a rule costs: points of target accuracy below the best that hindsight would have taken."""

import dataclasses
import importlib

import numpy as np

from benchmarks.regret import tables
from benchmarks.regret.added import ADVISED
from benchmarks.regret.rules import Score
from keras_phases.checkpoints.transfer.advise import smoothed
from keras_phases.record.rules import latest_within

DEFAULT = latest_within
"""The rule whose step is kept where a rule abstains."""
RECORD, RECORD_LAYERS, TUNED = "record", "record, layers", "record, fine-tuned"


@dataclasses.dataclass(frozen=True)
class Named:
    """A rule.

    Args:
        name: Its name.
        family: What it is told: `"record"`, `"unlabelled rows"`, or a number of labels; with `", layers"` it also
            chooses the layer.
        rule: The function or `Score`.
        module: Name of the module that it stands in.
    """

    name: str
    family: str
    rule: object
    module: str

    @property
    def over_layers(self):
        """Whether it chooses the layer."""
        return self.family.endswith(", layers")


def named_rules():
    """Every `Named` of the product and of this benchmark."""
    product, *others = tables.RULES_MODULES
    found = [Named(name, RECORD, rule, product) for name, rule in importlib.import_module(product).RULES.items()]
    for module in others:
        its = importlib.import_module(module)
        found += [Named(name, RECORD, rule, module) for name, rule in its.LABEL_FREE.items()]
        found += [Named(name, RECORD_LAYERS, rule, module) for name, rule in its.OVER_LAYERS.items()]
        found += [Named(name, _family(score), score, module) for name, score in its.WITH_ROWS.items()]
    return found + [dataclasses.replace(named, family=TUNED) for named in found if named.family == RECORD]


def _family(score):
    if score.score == "accuracy":
        return "hindsight" + ", layers" * score.over_layers
    told = f"{score.budget} labels" if score.budget else "unlabelled rows"
    return told + ", layers" * score.over_layers


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What a rule cost once: in one run, for one target, by one draw of labels.

    Args:
        rule: `Named`.
        source: Task that the network was trained on.
        target: Task that the features are for.
        regret: Points below the best step of the last features, or of a rule over layers below the best layer and step.
        overall: Points below the best layer and step.
        unbiased: As `regret`, but below the step (or layer and step) that is best on one half of the test rows, both on
            the other half: a maximum of noisy accuracies lies too high. NaN of tables without halves.
        abstained: Whether the rule gave no step, and the default was charged.
    """

    rule: Named
    source: str
    target: str
    regret: float
    overall: float
    unbiased: float
    abstained: bool = False


class Accuracies:
    """Test accuracies and scores of one target in one run, by layer and step.

    Args:
        rows: Rows of the table of this target.
    """

    def __init__(self, rows):
        self.layers = list(dict.fromkeys(row["layer"] for row in rows))
        self.steps = np.array(sorted({row["step"] for row in rows}))
        self._rows = {(row["layer"], row["step"]): row for row in rows}
        self.accuracy = self.column("accuracy")
        self._halves = [self.column(f"accuracy_{half}") for half in (0, 1)]

    def column(self, name):
        """A column as an array `(layers, steps)`; NaN where the table has none of this name."""
        rows = [[self._rows[layer, step] for step in self.steps.tolist()] for layer in self.layers]
        return np.array([[row.get(name, np.nan) for row in line] for line in rows])

    def draws(self, score):
        """The names of the columns of a `Score`, one for each draw of labels."""
        if not score.budget:
            return [score.score]
        start = f"{score.score}_{score.budget}_"
        return [name for name in next(iter(self._rows.values())) if name.startswith(start)]

    def place(self, step):
        """The measured step next to a step, over log(1 + step)."""
        return int(np.abs(np.log1p(self.steps) - np.log1p(step)).argmin())

    def outcome(self, named, pair, places, *, abstained=False):
        """The `Outcome` of equally likely places, a list of `(layer, step)` indices."""
        own = slice(None) if named.over_layers else slice(-1, None)
        chosen = tuple(np.transpose(places))
        reached, halves = self.accuracy[chosen].mean(), [half[own].ravel() for half in self._halves]
        crossed = [
            judged[chooser.argmax()] - half[chosen].mean()
            for chooser, judged, half in zip(halves, halves[::-1], self._halves[::-1], strict=True)
        ]
        points = self.accuracy[own].max() - reached, self.accuracy.max() - reached, np.mean(crossed)
        return Outcome(named, *pair, *(100 * float(point) for point in points), abstained)


def outcomes_of(table, rules):
    """Every `Outcome` of a run: of all rules, on all targets, the source's own task among them.

    Rules of the family TUNED are judged on accuracies of fine-tuned weights, all others on those of frozen features.
    """
    tuned = [named for named in rules if named.family == TUNED]
    frozen = [named for named in rules if named.family != TUNED]
    return _outcomes(table, table.rows, frozen) + _outcomes(table, table.tuned, tuned)


def _outcomes(table, rows, rules):
    layer, found = table.history.layers[-1], []
    default = DEFAULT(table.history, layer)
    steps = {named.name: named.rule(table.history, layer) for named in rules if not isinstance(named.rule, Score)}
    for target in dict.fromkeys(row["target"] for row in rows):
        known = Accuracies([row for row in rows if row["target"] == target])
        pair = table.run.source, target
        for named in rules:
            if isinstance(named.rule, Score):
                found += [known.outcome(named, pair, [place]) for place in _by_score(known, named.rule)]
                continue
            chosen = steps[named.name]
            where = chosen if isinstance(chosen, tuple) else (layer, chosen)
            abstained = where[1] is None
            at, step = (layer, default) if abstained else where
            at = range(len(known.layers))[at] if isinstance(at, int) else known.layers.index(at)
            places = [(at, known.place(one)) for one in np.atleast_1d(step)]
            found.append(known.outcome(named, pair, places, abstained=abstained))
    return found


def _by_score(known, score):
    """The place `(layer, step)` that each draw of labels leads to."""
    first = 0 if score.over_layers else len(known.layers) - 1
    for name in known.draws(score):
        values = known.column(name)
        if score.score == ADVISED:
            values = smoothed(known.steps, values[..., None])[..., 0]
        values = values[first:] * (1 if score.largest else -1)
        layer, step = np.unravel_index(np.nanargmax(values), values.shape)
        yield first + layer, step
