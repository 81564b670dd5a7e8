"""What one probe step found, typed; and the float32 matrix that it is on disk, here alone."""

import dataclasses
from collections.abc import Iterable, Mapping

import numpy as np

from keras_phases.record.schema import Layout, pack_flags, unpack_flags

_OF_STEP, _FLAGS = "epoch", "flags"


@dataclasses.dataclass(frozen=True)
class ProbeRow:
    """What a probe step found of one (layer, decoder).

    Args:
        layer: Name of the layer.
        decoder: Name of the decoder's family.
        metrics: What was measured, by the name of its column; what is not there, or NaN, was not measured.
        flags: Names of `keras_phases.record.schema.FLAGS`. Defaults to none.
    """

    layer: str
    decoder: str
    metrics: Mapping[str, float]
    flags: frozenset[str] = frozenset()


@dataclasses.dataclass(frozen=True)
class ProbeStep:
    """What one probe step found.

    Args:
        step: Optimizer steps done.
        epoch: Number of the epoch; NaN where it is not known.
        rows: A `ProbeRow` for each (layer, decoder) that was measured, in the network's order.
        weights: Digest of the weights, by which a run that goes on there is known. Defaults to `None`: not known.
    """

    step: int
    epoch: float
    rows: tuple[ProbeRow, ...]
    weights: str | None = dataclasses.field(default=None, compare=False)

    def row(self, layer: str, decoder: str) -> ProbeRow | None:
        """The row of a (layer, decoder); None where it was not measured."""
        return next((row for row in self.rows if (row.layer, row.decoder) == (layer, decoder)), None)

    def value(self, metric: str, layer: str, decoder: str) -> float:
        """What was measured of a (layer, decoder); NaN where it was not."""
        row = self.row(layer, decoder)
        return float("nan") if row is None else row.metrics.get(metric, float("nan"))

    @property
    def seconds(self) -> float:
        """Wall time of the probe step; NaN where it is not known."""
        return self.rows[0].metrics.get("probe_seconds", float("nan")) if self.rows else float("nan")

    def with_rows(self, rows: Iterable[ProbeRow]) -> "ProbeStep":
        """The step with these rows in the place of what it has of their (layer, decoder)."""
        merged = {(row.layer, row.decoder): row for row in (*self.rows, *rows)}
        return dataclasses.replace(self, rows=tuple(merged.values()))


def pack_step(layout: Layout, found: ProbeStep) -> np.ndarray:
    """The matrix of a probe step on disk: float32 `(num_rows, num_metrics)`, NaN where nothing was measured."""
    values = np.full(layout.shape, np.nan)
    places = {(row.layer, row.decoder): place for place, row in enumerate(layout.rows)}
    column = {name: index for index, name in enumerate(layout.metrics)}
    for row in found.rows:
        named = {**row.metrics, _OF_STEP: found.epoch, _FLAGS: pack_flags(row.flags)}
        for name in named.keys() & column.keys() | row.metrics.keys():
            values[places[row.layer, row.decoder], column[name]] = named[name]
    with np.errstate(over="ignore"):
        return values.astype(np.float32)


def unpack_step(layout: Layout, step: int, values: np.ndarray) -> ProbeStep:
    """Inverse of `pack_step`; a row whose flags are NaN was not measured."""
    named = [dict(zip(layout.metrics, map(float, row), strict=True)) for row in values]
    epochs = [row[_OF_STEP] for row in named if row.get(_OF_STEP, np.nan) == row.get(_OF_STEP)]
    rows = [
        ProbeRow(known.layer, known.decoder, _measured(row), frozenset(unpack_flags(row.get(_FLAGS, 0.0))))
        for known, row in zip(layout.rows, named, strict=True)
        if not np.isnan(row.get(_FLAGS, 0.0))
    ]
    return ProbeStep(int(step), epochs[0] if epochs else float("nan"), tuple(rows))


def _measured(row):
    return {name: value for name, value in row.items() if name not in (_OF_STEP, _FLAGS) and not np.isnan(value)}
