"""What does each rule cost that names the step, or layer and step, to take features from?

    python -m benchmarks.regret.judge                      # all tables of benchmarks/results/regret
    python -m benchmarks.regret.judge --name=regret-things \\
        --only_targets=cifar10,animals,fashion_mnist,garments,mnist,parity,digits

Reads the tables that `benchmarks.regret.atlas` made, takes some seconds, and trains nothing. Regret is in points of
test accuracy of the target below the best step of the last features, for rules over layers below the best layer and
step. "unbiased" is below what is best on one half of the test rows, judged on the other half; "overall" is below the
best layer and step for all rules. Every draw of labels counts as one case, and a rule that abstains is charged with the
step that `regret.DEFAULT` keeps. The 90 % interval of a mean resamples sources. Of each kind of rules a line "selected"
takes for each source the rule of the least mean on the other sources. The source's own task is no transfer, and left
out. "fixed" says in how many of the runs the rule stood already when the run began.
"""

import pathlib

import numpy as np
from absl import app, flags

from benchmarks import harness
from benchmarks.regret import regret, summary, tables

RESULTS = flags.DEFINE_string("results", "benchmarks/results/regret", "Folder of tables.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of the result.")
ONLY_SOURCES = flags.DEFINE_list("only_sources", None, "Sources whose runs are judged; all without.")
ONLY_NETWORKS = flags.DEFINE_list("only_networks", None, "Networks whose runs are judged; all without.")
NAME = flags.DEFINE_string("name", "regret", "Name of the result.")
ONLY_TARGETS = flags.DEFINE_list("only_targets", None, "Targets that are judged; all without.")
COLUMNS = ("rule", "told", "mean", "interval", "p90", "worst", "unbiased", "overall", "abstains", "fixed")


def show(lines):
    """The table as text, a line for each rule."""
    sources = list(dict.fromkeys(source for line in lines for source in line["by_source"]))
    rows = [(*COLUMNS, *sources)]
    for line in lines:
        by_source = (line["by_source"].get(source, np.nan) for source in sources)
        rows.append((*(_cell(line[name]) for name in COLUMNS), *map(_cell, by_source)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def _cell(value):
    if isinstance(value, str):
        return value
    return f"{value:.2f}" if np.ndim(value) == 0 else " to ".join(f"{end:.2f}" for end in value)


def _rounded(entry):
    if isinstance(entry, dict):
        return {key: _rounded(value) for key, value in entry.items()}
    if isinstance(entry, np.ndarray):
        return [_rounded(value) for value in entry.tolist()]
    return round(float(entry), 4) if isinstance(entry, float) else entry


def main(_):
    """Judges every rule on the tables, prints the result and writes it."""
    found = [
        table.of_targets(ONLY_TARGETS.value)
        for table in tables.read_all(pathlib.Path(RESULTS.value))
        if (ONLY_SOURCES.value is None or table.run.source in ONLY_SOURCES.value)
        and (ONLY_NETWORKS.value is None or table.run.network in ONLY_NETWORKS.value)
    ]
    if not found:
        raise app.UsageError(f"'{RESULTS.value}' has no table. Expected runs; make some with benchmarks.regret.atlas.")
    lines = summary.judge(found, regret.named_rules())
    print(show(lines))
    values = [
        harness.value(
            f"{line['rule']} ({line['told']}), mean regret",
            round(line["mean"], 3),
            "points",
            note=f"90th percentile {line['p90']:.2f}, worst {line['worst']:.2f}; {line['cases']} cases",
        )
        for line in lines
        if line["rule"] in ("selected", "minimum", "last", "random", regret.DEFAULT.__name__)
    ]
    settings = {
        "targets": ONLY_TARGETS.value or "all",
        "runs": [table.run.name for table in found],
        "default": regret.DEFAULT.__name__,
    }
    rules = [_rounded(line) for line in lines]
    harness.write_result(OUTPUT.value, NAME.value, settings=settings, values=values, rules=rules)


if __name__ == "__main__":
    app.run(main)
