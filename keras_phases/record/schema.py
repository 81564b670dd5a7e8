"""The on-disk contract of one run: what a probe step writes and every reader expects.

One probe step is one tensor summary, tag `phases/metrics`, float32 of shape `(num_rows, num_metrics)`: a row for each
(layer, decoder), a column for each metric. The names stand once, as JSON, in the summary metadata of the first event
(TensorBoard keeps a tag's first metadata). Imports the standard library and NumPy alone.
"""

import dataclasses
import json
import re

import numpy as np

PLUGIN_NAME = "phases"
METRICS_TAG = "phases/metrics"
WEIGHTS_TAG = "phases/weights"
"""Of the digests of the weights at steps, by which a run that goes on is known."""
SCHEMA_VERSION = 1

_DEEPEST = 20
"""Settings that nest deeper are no settings of ours, and deep enough they would exhaust the stack of a reader."""

NUM_GROUPS = 20
"""Held-out rows are split into this many fixed groups, so that two steps are compared in pairs."""

METRICS = (
    "epoch",
    "num_fit_examples",
    "num_heldout_examples",
    "ridge",
    "degrees_of_freedom",
    "reconstruction_loss",
    "reconstruction_stderr",
    "reconstruction_loss_limit",
    "reconstruction_loss_limit_stderr",
    "explained_variance",
    "mean_image_loss",
    "pca_bound",
    "probe_loss",
    "probe_accuracy",
    "model_loss",
    "model_accuracy",
    "probe_seconds",
    "flags",
)
GROUP_METRICS = tuple(f"reconstruction_loss_group_{index:02d}" for index in range(NUM_GROUPS))


def transfer_metrics(name: str) -> tuple[str, str]:
    """Columns of a further label set: held-out loss and accuracy of its linear probe. A run has any number of them."""
    return f"transfer_{name}_loss", f"transfer_{name}_accuracy"


def transfer_names(metrics) -> tuple[str, ...]:
    """Names of the further label sets among the columns of a run."""
    found = (re.fullmatch(r"transfer_(.+)_accuracy", name) for name in metrics)
    return tuple(match[1] for match in found if match)


FLAGS = (
    "training_heldout",
    "no_labels",
    "one_class",
    "constant_features",
    "rank_deficient",
    "nonfinite_features",
    "few_rows",
    "ridge_at_bound",
    "probe_not_converged",
    "target_resized",
    "target_cropped",
    "constant_target",
    "failed",
    "nonfinite_outputs",
    "float64_sums",
    "out_of_memory",
    "diverged",
)
"""What a record wants its reader to know; the column `flags` is the sum of `2**index`, exact in float32 up to 24."""


@dataclasses.dataclass(frozen=True)
class Row:
    """What one row of every probe step's tensor belongs to."""

    layer: str
    decoder: str
    strategy: str
    num_features: int
    probe_features: int


@dataclasses.dataclass(frozen=True)
class Layout:
    """Names of the rows and columns of a run's tensors, and the settings they were measured with.

    Args:
        rows: One `Row` for each (layer, decoder), in the network's order.
        metrics: Column names.
        run: JSON-able settings of the run: batch_norm, probe_batch_size, heldout, model, seed, ...
    """

    rows: tuple[Row, ...]
    metrics: tuple[str, ...] = METRICS + GROUP_METRICS
    run: dict = dataclasses.field(default_factory=dict)

    @property
    def shape(self) -> tuple[int, int]:
        """Shape of every probe step's tensor."""
        return len(self.rows), len(self.metrics)

    def places(self, names) -> list[int]:
        """The columns of some metrics, in their order in the record; a name that it lacks is passed over."""
        return [place for place, name in enumerate(self.metrics) if name in names]

    def same_rows(self, other: "Layout") -> bool:
        """Whether records of both may stand in one curve."""
        return self.rows == other.rows and self.metrics == other.metrics

    def differs_from(self, other: "Layout") -> str:
        """The first difference that keeps records of both out of one curve, for people."""
        for ours, theirs in zip(self.rows, other.rows, strict=False):
            if ours != theirs:
                was, now = (
                    f"'{row.layer}' ({row.decoder}, {row.strategy}, {row.num_features:,} features, "
                    f"{row.probe_features:,} for the probe)"
                    for row in (ours, theirs)
                )
                return f"{was} where now is {now}"
        if len(self.rows) == len(other.rows) and self.metrics != other.metrics:
            names = [
                _first_few([name for name in one.metrics if name not in two.metrics])
                for one, two in ((self, other), (other, self))
            ]
            return f"other metrics: {names[0]} that are gone, {names[1]} that are new"
        names = [", ".join(row.layer for row in layout.rows) for layout in (self, other)]
        return f"other layers or metrics: {names[0]}, where now are {names[1]}"


def _first_few(names, most=4):
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return (", ".join(names[:most]) or "none") + more


def described_columns(layout: Layout) -> dict[str, dict]:
    """What a run says of its columns beyond the fixed ones, by name, in their order: what it is, and how it is shown.

    The keys that are read are `label`, `unit`, `better`, `format` and, of a part of the reconstruction loss, `kind`,
    `part`, `weight` and `mean_image_loss`. Anything may stand in a log: only what is a dict of a column is given back.
    """
    columns = layout.run.get("columns")
    known = columns if isinstance(columns, dict) else {}
    return {name: known[name] for name in layout.metrics if isinstance(known.get(name), dict)}


def pack_layout(layout: Layout) -> bytes:
    """The JSON that goes into the summary metadata's plugin content."""
    content = {
        "schema": SCHEMA_VERSION,
        "rows": [dataclasses.asdict(row) for row in layout.rows],
        "metrics": list(layout.metrics),
        "flags": list(FLAGS),
        "run": layout.run,
    }
    return json.dumps(content, sort_keys=True).encode()


def unpack_layout(content: bytes) -> Layout:
    """Inverse of `pack_layout`.

    Raises:
        ValueError: when the content is no JSON of a known schema.
    """
    try:
        fields = json.loads(content)
        schema = fields["schema"]
        if schema != SCHEMA_VERSION:
            raise ValueError(f"schema {schema!r}, expected {SCHEMA_VERSION}; install the keras-phases that wrote it")
        rows = tuple(_checked_row(row) for row in _checked(fields["rows"], list))
        metrics = tuple(_checked(name, str) for name in _checked(fields["metrics"], list))
        return Layout(rows, metrics, _checked_settings(fields["run"]))
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not a phases layout: {error!r} in {content[:80]!r}") from error


def _checked_row(fields):
    return Row(**{field.name: _checked(fields[field.name], field.type) for field in dataclasses.fields(Row)})


def _checked_settings(settings):
    level = [_checked(settings, dict)]
    for _ in range(_DEEPEST):
        level = [item for parent in level for item in (parent.values() if isinstance(parent, dict) else parent)]
        level = [item for item in level if isinstance(item, dict | list)]
    if level:
        raise TypeError(f"settings that nest deeper than {_DEEPEST} levels")
    return settings


def _checked(value, kind):
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}, got {value!r}")
    return value


def pack_flags(names) -> float:
    """The `flags` column of a collection of flag names."""
    return float(sum(1 << FLAGS.index(name) for name in set(names)))


def unpack_flags(value: float) -> tuple[str, ...]:
    """The flag names in a `flags` column; empty where the value is not a number."""
    if not np.isfinite(value):
        return ()
    return tuple(name for index, name in enumerate(FLAGS) if int(value) >> index & 1)


def keep_newest(records, step_of):
    """Drops what a resumed run wrote anew: a record hides every earlier one at its step or beyond.

    Args:
        records: Records in the order they were written.
        step_of: Function from a record to its step.
    """
    kept = []
    for record in records:
        while kept and step_of(kept[-1]) >= step_of(record):
            kept.pop()
        kept.append(record)
    return kept
