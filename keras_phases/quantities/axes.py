"""Orthonormal axes of maps: principal components, and the waves of a discrete Fourier transform in real numbers."""

import functools
from collections.abc import Sequence

import numpy as np
import scipy.linalg

from keras_phases.backend.arrays import FLOAT32, host


def principal_axes(x, target, mean, *, chunk=2048):
    """Eigenvectors of the centred scatter of targets, float32 `(P, P)`, a column each, the largest first."""
    scatter, centre = 0.0, mean.ravel().astype(np.float32)
    for start in range(0, len(x), chunk):
        rows = target(x[start : start + chunk]).reshape(-1, len(centre)) - centre
        scatter = scatter + host(FLOAT32.scatter(FLOAT32.array(rows))).astype(np.float64)
    # Of wide ones the lower triangle alone is meant.
    _, vectors = scipy.linalg.eigh(scatter.astype(np.float32), lower=True, driver="evd", overwrite_a=True)  # pyright: ignore[reportAttributeAccessIssue] there are rows
    return np.ascontiguousarray(vectors[:, ::-1])


_LONGEST = 1024
"""Sides of maps of which none is longer are transformed by products, which are fast there; others by FFT."""


@functools.lru_cache(maxsize=32)
def waves(length):
    """`(waves, frequencies)`: orthonormal rows `(length, length)`, float32, and the cycles per pixel of each.

    Cosines and sines in the place of complex exponentials: with one such matrix for rows and one for columns, the power
    at a pair of frequencies is that of the complex transform, so that sums over all directions agree with it.
    """
    cycles = np.arange(1, (length - 1) // 2 + 1)
    angles = 2 * np.pi * np.outer(cycles, np.arange(length)) / length
    constant = np.full((1, length), length**-0.5)
    fastest = constant * (-1.0) ** np.arange(length)
    parts = [constant, *(2 / length) ** 0.5 * np.stack([np.cos(angles), np.sin(angles)], axis=1)]
    parts += [fastest] if length % 2 == 0 else []
    frequencies = [0.0, *np.repeat(cycles / length, 2), *([0.5] if length % 2 == 0 else [])]
    rows = np.concatenate([part.reshape(-1, length) for part in parts])
    return rows.astype(np.float32), np.array(frequencies)


def power(maps):
    """Sum of squares over maps and channels at each frequency along each side, `(*sides)`, of maps `(n, *sides, c)`.

    Sums to that of the maps (Parseval).
    """
    sides, found = maps.shape[1:-1], maps
    if max(sides) > _LONGEST:
        found = np.fft.fftn(maps, axes=range(1, maps.ndim - 1), norm="ortho")
        return np.asarray(np.sum(found.real**2 + found.imag**2, axis=(0, -1), dtype=np.float64))
    # Along the last side a product of a tall matrix; along those before it the same, the axis behind all others.
    for axis in range(len(sides), 0, -1):
        found = np.tensordot(found, waves(sides[axis - 1])[0], axes=(axis, 1))  # at last (n, c, *reversed sides)
    return np.einsum("nc...,nc...->...", found, found, dtype=np.float64).T


def radial_frequencies(sides: Sequence[int]) -> np.ndarray:
    """Cycles per position of each combination of frequencies, `(*sides)`, of maps of these sides."""
    is_long = max(sides) > _LONGEST
    along = [np.abs(np.fft.fftfreq(side)) if is_long else waves(side)[1] for side in sides]
    return functools.reduce(np.hypot, np.meshgrid(*along, indexing="ij"))
