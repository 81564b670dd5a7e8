"""The judged table: numbers of each rule over all cases, and of rules that are selected without the source judged."""

import numpy as np

from benchmarks.regret import regret, tables

NUM_RESAMPLES = 2000


def summarize(outcomes):
    """Numbers of a rule from its `Outcome`s: mean, interval, 90th percentile, worst, and the mean of each source."""
    values = np.array([outcome.regret for outcome in outcomes])
    by_source = {source: values[_is_of(outcomes, source)] for source in sorted({one.source for one in outcomes})}
    return {
        "mean": values.mean(),
        "interval": resampled_interval(list(by_source.values())),
        "p90": np.quantile(values, 0.9),
        "worst": values.max(),
        "unbiased": _mean_of_known([outcome.unbiased for outcome in outcomes]),
        "overall": np.mean([outcome.overall for outcome in outcomes]),
        "abstains": np.mean([outcome.abstained for outcome in outcomes]),
        "by_source": {source: part.mean() for source, part in by_source.items()},
        "cases": len(values),
    }


def _mean_of_known(values):
    known = [value for value in values if not np.isnan(value)]
    return np.mean(known) if known else np.nan


def _is_of(outcomes, source):
    return np.array([outcome.source == source for outcome in outcomes])


def resampled_interval(groups, *, seed=0):
    """The 90 % interval of the mean of all values where groups of them are drawn with replacement."""
    rng = np.random.default_rng(seed)
    sums, counts = (np.array([measure(group) for group in groups]) for measure in (np.sum, len))
    drawn = rng.integers(len(groups), size=(NUM_RESAMPLES, len(groups)))
    return np.quantile(sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1), (0.05, 0.95))


def select_without(by_rule):
    """For each source the outcomes of the rule that has the least mean regret on the other sources.

    Args:
        by_rule: Dict of lists of `Outcome`s by rule.

    Returns:
        `(outcomes, chosen)`: the list of them, and the rule by source.
    """
    found, chosen = [], {}
    for source in sorted({one.source for outcomes in by_rule.values() for one in outcomes}):
        means = {
            rule: np.mean([one.regret for one in outcomes if one.source != source])
            for rule, outcomes in by_rule.items()
            if any(one.source != source for one in outcomes)
        }
        if means:
            chosen[source] = min(means, key=means.__getitem__)
            found += [one for one in by_rule[chosen[source]] if one.source == source]
    return found, chosen


def fixed_share(named, about_runs):
    """Text: in how many of the runs the module of a rule was the same when the run began."""
    now = tables.rules_digests()[named.module]
    count = sum(about["rules"].get(named.module) == now for about in about_runs)
    return f"{count}/{len(about_runs)}"


def judge(found_tables, rules):
    """A dict for each rule, the best first within each kind, and for each kind one of the rule that is selected."""
    outcomes = [one for table in found_tables for one in regret.outcomes_of(table, rules) if one.source != one.target]
    about_runs, lines = [table.about for table in found_tables], []
    for family in dict.fromkeys(one.rule.family for one in outcomes):
        by_rule = {}
        for one in outcomes:
            if one.rule.family == family:
                by_rule.setdefault(one.rule, []).append(one)
        its = [
            {"rule": named.name, "told": family, **summarize(its), "fixed": fixed_share(named, about_runs)}
            for named, its in by_rule.items()
        ]
        lines += sorted(its, key=lambda line: line["mean"])
        selected, chosen = select_without({named.name: its for named, its in by_rule.items()})
        if selected:
            lines.append({"rule": "selected", "told": family, **summarize(selected), "fixed": "", "chosen": chosen})
    return lines
