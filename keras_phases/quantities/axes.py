"""Orthonormal axes of images: principal components, and the waves of a discrete Fourier transform in real numbers."""

import functools

import numpy as np
import scipy.linalg

from keras_phases.backend.arrays import FLOAT32


def principal_axes(x, target, mean, *, chunk=2048):
    """Eigenvectors of the centred scatter of targets, float32 `(P, P)`, a column each, the largest first."""
    scatter, centre = 0.0, mean.ravel().astype(np.float32)
    for start in range(0, len(x), chunk):
        rows = target(x[start : start + chunk]).reshape(-1, len(centre)) - centre
        scatter = scatter + FLOAT32.gram(FLOAT32.array(rows)).astype(np.float64)
    # Of wide ones the lower triangle alone is meant.
    _, vectors = scipy.linalg.eigh(scatter.astype(np.float32), lower=True, driver="evd", overwrite_a=True)  # pyright: ignore[reportAttributeAccessIssue] there are rows
    return np.ascontiguousarray(vectors[:, ::-1])


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


def power(images):
    """Sum of squares over images and channels at each pair of frequencies, `(h, w)`, of images `(n, h, w, c)`.

    Sums to that of the images (Parseval).
    """
    rows, _ = waves(images.shape[1])
    columns, _ = waves(images.shape[2])
    # Along the width: one product of a tall matrix; along the height the same, the axis in front.
    by_column = np.tensordot(images, columns, axes=(2, 1))  # (n, h, c, w)
    both = np.tensordot(by_column, rows, axes=(1, 1))  # (n, c, w, h)
    return np.einsum("ncwh,ncwh->hw", both, both, dtype=np.float64)


def radial_frequencies(shape):
    """Cycles per pixel of each pair of frequencies, `(h, w)`, of images of that height and width."""
    _, down = waves(shape[0])
    _, across = waves(shape[1])
    return np.hypot(down[:, None], across)
