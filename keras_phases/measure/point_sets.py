"""Whether what is reconstructed are points without an order, which no breakdown by place or frequency suits."""

import dataclasses

import numpy as np

from keras_phases.backend.arrays import host

_MOST_ROWS, _MOST_ALIKE, _ROUNDING = 512, 0.9, 1e-3


def mark_points(rows, extractor, batch, tap, features):
    """The rows, of kind `"points"` where neighbours are no more alike than others and the model knows no order.

    Args:
        rows: `ProbeExamples`.
        extractor: `FeatureExtractor`.
        batch: A probe batch.
        tap: The last of its taps.
        features: The features of that tap on the batch.
    """
    if rows.kind != "maps" or rows.inputs_fit is not rows.x_fit or rows.x_fit.ndim != 3 or len(rows.x_fit[0]) < 3:
        return rows
    order = np.random.default_rng(0).permutation(len(rows.x_fit[0]))
    some = np.asarray(rows.x_fit[:_MOST_ROWS], np.float32)
    if _unlikeness(some) < _MOST_ALIKE * _unlikeness(some[:, order]):
        return rows
    others = host(extractor.for_taps([tap])(np.ascontiguousarray(batch[:, order]))[0][0])
    found = host(features)
    found = found[:, order] if found.shape[1] == len(order) and found.ndim == 3 else found
    if found.shape != others.shape or not np.allclose(found, others, atol=_ROUNDING * np.abs(found).max()):
        return rows
    note = "Points have no order, so that there are no breakdowns by place and frequency."
    return dataclasses.replace(rows, kind="points", origin=f"{rows.origin}\n{note}".lstrip())


def _unlikeness(rows):
    """Mean squared difference of neighbours."""
    return np.mean(np.diff(rows, axis=1) ** 2, dtype=np.float64)
