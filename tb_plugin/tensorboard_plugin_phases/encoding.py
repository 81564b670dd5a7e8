"""Runs as bytes for the page and as JSON for people."""

import json
import math
import struct

import numpy as np

from keras_phases.record import schema


def encode_json(value):
    """JSON text of `value`, with null for what JSON has no number for (NaN, infinity), and without any `<`.

    The latter in case somebody takes an answer for markup; in a string JSON has another way to write it.
    """
    try:
        text = json.dumps(value, allow_nan=False, sort_keys=True)
    except (TypeError, ValueError):
        text = json.dumps(_finite(value), allow_nan=False, sort_keys=True)
    return text.replace("<", "\\u003c")


def describe_summary(summary):
    """A `data.RunSummary` as JSON-able fields."""
    return vars(summary) | {"layout": describe_layout(summary.layout)}


def describe_layout(layout):
    """A `schema.Layout` as JSON-able fields; None for None."""
    if layout is None:
        return None
    return {
        "rows": [vars(row) for row in layout.rows],
        "metrics": list(layout.metrics),
        "flags": list(schema.FLAGS),
        "run": layout.run,
    }


def encode_binary(run):
    """A `data.PhaseRun` as bytes: uint32 header length, JSON header, float32 values, all little-endian.

    The header ends on a multiple of four, so that a browser can lay a Float32Array over the values.
    """
    header = encode_json(_describe_steps(run)).encode()
    header += b" " * (-len(header) % 4)
    return struct.pack("<I", len(header)) + header + run.values.astype("<f4").tobytes()


def encode_readable(run):
    """A `data.PhaseRun` as JSON text, every value under the name of its metric."""
    layout = run.summary.layout
    curves = [
        vars(row) | {"values": dict(zip(layout.metrics, run.values[:, index].T.tolist(), strict=True))}
        for index, row in enumerate(layout.rows if layout else ())
    ]
    return encode_json(_describe_steps(run) | {"rows": curves})


def _describe_steps(run):
    return describe_summary(run.summary) | {
        "steps": run.steps.tolist(),
        "wall_times": run.wall_times.tolist(),
        "shape": list(run.values.shape),
    }


def _finite(value):
    if isinstance(value, dict):
        return {str(key): _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    if isinstance(value, float | np.floating):
        return float(value) if math.isfinite(value) else None
    return int(value) if isinstance(value, np.integer) else value
