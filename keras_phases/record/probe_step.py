"""What one probe step found, typed; and the float32 matrix that it is on disk, here alone."""

import dataclasses
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from keras_phases.record.schema import FAILURE, Layout, pack_flags, unpack_flags

if TYPE_CHECKING:  # protobuf makes what is in it when it loads
    types_pb2: Any
else:
    from tensorboard.compat.proto import types_pb2

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

    def with_flags(self, names: Iterable[str]) -> "ProbeStep":
        """The step with these flags on all of its rows."""
        more = frozenset(names)
        return dataclasses.replace(self, rows=tuple(dataclasses.replace(r, flags=r.flags | more) for r in self.rows))

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


def find_failure(layout: Layout, records: Sequence[tuple[int, np.ndarray]]) -> int | None:
    """Place of the first of some steps on disk that has the flag of a failed network; None without."""
    if _FLAGS not in layout.metrics or not records:
        return None
    flags = np.stack([values[:, layout.metrics.index(_FLAGS)] for _, values in records])
    failed = [value for value in np.unique(flags) if FAILURE in unpack_flags(value)]
    places = np.flatnonzero(np.isin(flags, failed).any(axis=1))
    return int(places[0]) if places.size else None


def _measured(row):
    return {name: value for name, value in row.items() if name not in (_OF_STEP, _FLAGS) and not np.isnan(value)}


def unpack_matrix(tensor, shape):
    """The float32 matrix in a tensor proto, which may declare any size: it is looked at before anything is made.

    Args:
        tensor: `TensorProto`.
        shape: What it is to be.

    Raises:
        ValueError: where it is anything else, or does not hold just as many values as it declares.
    """
    declared, content = tuple(dim.size for dim in tensor.tensor_shape.dim), tensor.tensor_content
    held = len(content) / 4 if content else len(tensor.float_val)
    if tensor.dtype != types_pb2.DT_FLOAT or declared != shape or held != math.prod(shape):
        dtype = types_pb2.DataType.Name(tensor.dtype) if tensor.dtype in types_pb2.DataType.values() else tensor.dtype
        raise ValueError(
            f"a tensor declares {dtype} of the shape {declared} and holds {held:g} values, unlike its layout, {shape}"
        )
    return np.array(np.frombuffer(content, "<f4") if content else tensor.float_val, np.float32).reshape(shape)
