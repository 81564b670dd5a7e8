"""The on-disk contract of one run: what a probe step writes and every reader expects.

One probe step is one tensor summary, tag `phases/metrics`, float32 of shape `(num_rows, num_metrics)`: a row for each
(layer, decoder), a column for each metric. The names stand once, as JSON, in the summary metadata of the first event
(TensorBoard keeps a tag's first metadata). What is read back may be anybody's: the types of the classes below are what
may stand there.
"""

import contextlib
import dataclasses
import functools
import json
import operator
import pathlib
import re
from typing import Annotated, TypedDict

import msgspec
import numpy as np

from keras_phases.record.typed_json import Setting, read_json, write_json

PLUGIN_NAME = "phases"
METRICS_TAG = "phases/metrics"
WEIGHTS_TAG = "phases/weights"
"""Of the digests of the weights at steps, by which a run that goes on is known."""
SCHEMA_VERSION = 1

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
    "probe_l2",
)

NOT_SETTLED = ("model", "schedule", "without_labels", "columns")
"""Settings that may differ from one fit or process to the next of one curve; names of columns are compared as such."""

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
    "nonfinite_weights",
    "out_of_range",
    "averaged_weights",
    "duplicated_rows",
)
"""What a record wants its reader to know; the column `flags` is the sum of `2**index`, exact in float32 up to 24."""


@functools.cache
def describe_words() -> dict[str, dict[str, dict[str, str | None]]]:
    """What the fixed columns and the flags mean, `{"columns": {name: ...}, "flags": {name: ...}}`.

    For what is printed, the page of the tab and docs/columns.md alike, so that each is said in one place.
    """
    return json.loads(pathlib.Path(__file__).with_name("descriptions.json").read_text(encoding="utf-8"))


_Width = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
FAILURE = "nonfinite_weights"
"""The flag of a network that has failed: from the first step that has it on no phase is told, whatever comes later."""


@dataclasses.dataclass(frozen=True)
class Row:
    """What one row of every probe step's tensor belongs to."""

    layer: str
    decoder: str
    strategy: str
    num_features: _Width
    probe_features: _Width


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

    @functools.cached_property
    def column_places(self) -> dict[str, int]:
        """The place of each metric."""
        return {name: place for place, name in enumerate(self.metrics)}

    @functools.cached_property
    def row_places(self) -> dict[tuple[str, str | None], int]:
        """The place of each (layer, decoder), and of the first row of each (layer, None)."""
        keys = [
            (key, place) for place, row in enumerate(self.rows) for key in ((row.layer, row.decoder), (row.layer, None))
        ]
        return dict(reversed(keys))

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
            is_older = "probe_l2" in other.metrics and "probe_l2" not in self.metrics
            why = " (a version wrote it whose linear probes had one L2 for all, and read otherwise)" if is_older else ""
            return f"other metrics: {names[0]} that are gone, {names[1]} that are new{why}"
        names = [", ".join(row.layer for row in layout.rows) for layout in (self, other)]
        return f"other layers or metrics: {names[0]}, where now are {names[1]}"


def _first_few(names, most=4):
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return (", ".join(names[:most]) or "none") + more


class Column(TypedDict, total=False):
    """What a run says of one of its columns: what it is, and how it is shown.

    Those from `kind` on are of a part of the reconstruction loss.
    """

    label: str
    unit: str
    better: str | None
    format: str
    kind: str
    part: str
    weight: float
    mean_image_loss: float


def described_columns(layout: Layout, row: int = 0) -> dict[str, Column]:
    """What a run says of its columns beyond the fixed ones, by name, in their order; anything else is passed over.

    Of rows that reconstruct different targets `by_row` of a column has what differs, a dict for each.

    Args:
        layout: `Layout` of the run.
        row: Index of the row in `layout.rows` that is spoken of. Defaults to 0.
    """
    columns, found = layout.run.get("columns"), {}
    for name in layout.metrics if isinstance(columns, dict) else ():
        with contextlib.suppress(KeyError, msgspec.ValidationError):
            found[name] = msgspec.convert(_of_row(columns[name], row), Column)  # pyright: ignore[reportOptionalSubscript] a dict
    return found


def _of_row(fields, row):
    own = fields.get("by_row") if isinstance(fields, dict) else None
    own = own[row] if isinstance(own, list) and row < len(own) else None
    return fields | own if isinstance(own, dict) else fields


class _Settings(TypedDict, total=False):
    """Of the settings of a run what is not only shown and compared."""

    planned_steps: list[Annotated[int, msgspec.Meta(ge=0)]]


class _Content(msgspec.Struct):
    rows: Annotated[tuple[Row, ...], msgspec.Meta(min_length=1)]
    metrics: tuple[str, ...]
    run: dict[str, Setting]

    def __post_init__(self):
        msgspec.convert(self.run, _Settings)
        if len(set(self.metrics)) < len(self.metrics):
            raise ValueError("a metric stands twice")


def pack_layout(layout: Layout) -> bytes:
    """The JSON that goes into the summary metadata's plugin content."""
    content = {
        "schema": SCHEMA_VERSION,
        "rows": [dataclasses.asdict(row) for row in layout.rows],
        "metrics": list(layout.metrics),
        "flags": list(FLAGS),
        "run": layout.run,
    }
    return write_json(content)


def unpack_layout(content: bytes) -> Layout:
    """Inverse of `pack_layout`.

    Raises:
        ValueError: when the content is no JSON of a known schema.
    """
    found = read_json(content, _Content, version=SCHEMA_VERSION, fault="not a phases layout: ")
    return Layout(found.rows, found.metrics, found.run)


def pack_flags(names) -> float:
    """The `flags` column of a collection of flag names."""
    return float(sum(1 << FLAGS.index(name) for name in set(names)))


def unpack_flags(value: float) -> tuple[str, ...]:
    """The flag names in a `flags` column; empty where the value is not a number."""
    if not np.isfinite(value) or value < 0:
        return ()
    return tuple(name for index, name in enumerate(FLAGS) if int(value) >> index & 1)


def hide_from(records, step, step_of=operator.itemgetter(0)):
    """Drops what is measured anew: of records, their steps increasing, those from a step on."""
    while records and step_of(records[-1]) >= step:
        records.pop()


def keep_newest(records, step_of):
    """Drops what a resumed run wrote anew: a record hides every earlier one at its step or beyond.

    Args:
        records: Records in the order they were written.
        step_of: Function from a record to its step.
    """
    kept = []
    for record in records:
        hide_from(kept, step_of(record), step_of)
        kept.append(record)
    return kept
