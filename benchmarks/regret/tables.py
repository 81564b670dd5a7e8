"""The tables that the atlas keeps: a folder for each run, with `table.csv`, `run.json` and the record `phases/`."""

import ast
import csv
import dataclasses
import hashlib
import importlib
import inspect
import json

from keras_phases import PhaseHistory

RULES_MODULES = ("keras_phases.record.rules", "benchmarks.regret.rules", "benchmarks.regret.added")


@dataclasses.dataclass(frozen=True)
class Run:
    """What one training is made of."""

    source: str
    network: str
    width: int
    rate: float
    seed: int

    @property
    def name(self):
        """Name of its folder."""
        return f"{self.source}-{self.network}-width{self.width}-rate{self.rate:g}-seed{self.seed}"


@dataclasses.dataclass(frozen=True)
class Table:
    """What is known of a run.

    Args:
        run: `Run`.
        about: Dict of how it was made, with `rules`, the digests of the rules that stood then.
        history: `PhaseHistory`.
        rows: List of dicts, numbers apart from `layer` and `target`; with the columns of `labels.csv` where it stands.
        tuned: The same where all weights were trained on the target, of fewer steps and targets; empty for most runs.
    """

    run: Run
    about: dict
    history: PhaseHistory
    rows: list
    tuned: list = dataclasses.field(default_factory=list)

    def of_targets(self, targets):
        """This table with some targets alone; all of it for None."""
        kept = (
            [row for row in rows if targets is None or row["target"] in targets] for rows in (self.rows, self.tuned)
        )
        return dataclasses.replace(self, **dict(zip(("rows", "tuned"), kept, strict=True)))


def shard(runs, text):
    """The i-th of n parts for the text i/n."""
    part, _, count = text.partition("/")
    if not (part.isdigit() and count.isdigit() and 1 <= int(part) <= int(count)):
        raise ValueError(f"--shard={text} is no part. Expected i/n with i from 1 to n, as in 2/4.")
    return runs[int(part) - 1 :: int(count)]


def rules_digests():
    """Digest of each module of rules, by name."""
    return {name: digest(inspect.getsource(importlib.import_module(name))) for name in RULES_MODULES}


def digest(source):
    """SHA-256 of what a module does: its syntax tree without docstrings and comments."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [line for line in body if not _is_text(line)]
    return hashlib.sha256(ast.dump(tree).encode()).hexdigest()


def _is_text(line):
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)


def write(folder, rows, about):
    """Writes the table last and at once: where it stands, the run is whole."""
    (folder / "run.json").write_text(json.dumps(about, indent=2) + "\n")
    write_rows(folder / "table.csv", rows)


def write_rows(path, rows):
    """A list of dicts as CSV, at once."""
    whole = path.with_name(f"{path.name}.part")
    with whole.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    whole.rename(path)


def _cell(value):
    return value if isinstance(value, (str, int)) else f"{value:.5g}"


def read(folder):
    """The `Table` in a folder."""
    about = json.loads((folder / "run.json").read_text())
    rows, tuned, told = (read_rows(folder / f"{name}.csv") for name in ("table", "tuned", "labels"))
    told = {_key(row): row for row in told}
    rows = [{**row, **told.get(_key(row), {})} for row in rows]
    return Table(Run(**about["run"]), about, PhaseHistory.load(folder), rows, tuned)


def _key(row):
    return row["step"], row["layer"], row["target"]


def read_rows(path):
    """The list of dicts of a CSV file; none where it is not there."""
    if not path.exists():
        return []
    with path.open(newline="") as file:
        return [{key: _value(key, text) for key, text in row.items()} for row in csv.DictReader(file)]


def _value(key, text):
    return text if key in ("layer", "target") else int(text) if key == "step" else float(text)


def read_all(results):
    """Every `Table` under a folder."""
    return [read(path.parent) for path in sorted(results.glob("*/table.csv"))]
