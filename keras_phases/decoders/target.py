"""What is reconstructed: the input as fed, whole, area-averaged or cropped, and what a decoder is judged against."""

import dataclasses
import functools
import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import scipy.linalg

RESIZE_ABOVE = 4096
"""Positions of a map of equal sides up to which decoders see the whole input as it is.

A longer side is area-averaged to half of such a side: of images above 64 to 32, of signals above 4,096 to 2,048, of
volumes and video above 16 to 8."""


def area_average(maps: Any, size: Sequence[int]) -> Any:
    """Averages maps `(n, *sides, C)` over equal areas to `(n, *size, C)`; sides need not divide.

    Takes arrays, or tensors of the backend, and returns the same.

    Example:
        >>> import numpy as np
        >>> from keras_phases.decoders.target import area_average
        >>> area_average(np.arange(4.0).reshape(1, 1, 4, 1), (1, 2)).ravel()
        array([0.5, 2.5])
    """
    sides, ops, einsum = maps.shape[1 : 1 + len(size)], np, functools.partial(np.einsum, optimize=True)
    if not isinstance(maps, np.ndarray):
        import keras

        if len(size) <= _MOST_POOLED and not any(have % wanted for have, wanted in zip(sides, size, strict=True)):
            step = tuple(have // wanted for have, wanted in zip(sides, size, strict=True))
            return keras.ops.average_pool(maps, step, step, data_format="channels_last")
        ops, einsum = keras.ops, keras.ops.einsum
    for axis, (have, wanted) in enumerate(zip(sides, size, strict=True), start=1):
        before, after = maps.shape[:axis], maps.shape[axis + 1 :]
        lines = ops.reshape(maps, (math.prod(before), have, math.prod(after)))
        maps = ops.reshape(einsum("ih,bha->bia", _area_weights(have, wanted), lines), (*before, wanted, *after))
    return maps


def _as_float32(tensor) -> Any:
    import keras

    return keras.ops.cast(tensor, "float32")


_MOST_POOLED = 3
"""Sides of a map that Keras pools over."""


def _area_weights(length, size):
    """Matrix `(size, length)` whose row i averages the i-th of `size` equal stretches of `length` pixels."""
    edges = np.arange(size + 1) * length / size
    pixels = np.arange(length)
    overlap = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return (np.clip(overlap, 0, None) * size / length).astype(np.float32)


@dataclasses.dataclass(frozen=True)
class Target:
    """How the input as fed becomes what a decoder reconstructs.

    Args:
        input_shape: Shape of one input, such as `(32, 32, 3)`.
        resize: Sides to which the input is area-averaged; None keeps its size.
        crop: Sides that are kept around the centre; None keeps all.
    """

    input_shape: tuple[int, ...]
    resize: tuple[int, ...] | None = None
    crop: tuple[int, ...] | None = None

    @classmethod
    def whole(cls, input_shape):
        """The whole input, small where it is a large map."""
        sides = tuple(input_shape[:-1])
        longest = round(RESIZE_ABOVE ** (1 / max(len(sides), 1)))
        is_large = max(sides, default=0) > longest
        return cls(input_shape, resize=tuple(min(side, longest // 2) for side in sides) if is_large else None)

    def __call__(self, x: Any) -> Any:
        """Targets `(n, ...)`, float32, of inputs `(n, ...)`; of arrays, or of tensors of the backend the same."""
        images: Any = x.astype(np.float32, copy=False) if isinstance(x, np.ndarray) else _as_float32(x)
        if self.resize:
            return area_average(images, self.resize)
        if self.crop:
            starts = [(have - keep) // 2 for have, keep in zip(self.input_shape, self.crop, strict=False)]
            kept = (slice(start, start + keep) for start, keep in zip(starts, self.crop, strict=True))
            return images[:, *kept]
        return images

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of one target."""
        sides = self.resize or self.crop or ()
        return (*sides, *self.input_shape[len(sides) :])

    @property
    def num_elements(self) -> int:
        """Elements of one target, P."""
        return int(np.prod(self.shape))


class Centre:
    """The mean target of the fit rows, and how far they are from it.

    Args:
        mean: Array `(...)`, float64.
        squares: Sum of squared differences from it over all elements of all fit rows.
    """

    def __init__(self, mean, squares):
        self.mean, self.squares = mean, squares
        # In two steps, each exact in float32: targets of large mean and small spread keep the digits of the spread.
        self.shift = mean.astype(np.float32)
        self.offset = (mean - self.shift).astype(np.float32)

    @classmethod
    def of(cls, targets):
        """Of all targets `(n, ...)`."""
        mean = targets.mean(axis=0, dtype=np.float64)
        return cls(mean, float(np.sum((targets - mean) ** 2)))

    def taken_off(self, targets):
        """Targets less the mean, float32."""
        return targets.astype(np.float32) - self.shift - self.offset


@dataclasses.dataclass(frozen=True)
class Baseline:
    """What needs no features: the mean image's loss, and the least loss of any decoder of a given width.

    Args:
        mean_image_loss: Held-out loss of the fit rows' mean.
        eigenvalues: Of the held-out rows' centred scatter, falling.
        num_rows: Held-out rows.
        num_elements: Elements of one target.
        centre: `Centre` of the fit rows.
    """

    mean_image_loss: float
    eigenvalues: np.ndarray
    num_rows: int
    num_elements: int
    centre: Centre

    def pca_bound(self, num_features):
        """Least mean squared error per element of any affine decoder of `num_features`: the scatter's tail.

        NaN where the bound says nothing: `num_features >= min(P, rows - 1)`.
        """
        if num_features >= min(self.num_elements, self.num_rows - 1):
            return float("nan")
        return float(self.eigenvalues[num_features:].sum()) / (self.num_rows * self.num_elements)


def measure_baseline(target, x_fit, x_heldout, *, batch_size=256):
    """The `Baseline` of a target; one pass over the rows, and one eigendecomposition of the smaller Gram matrix."""
    mean = sum(target(rows).sum(axis=0, dtype=np.float64) for rows in _chunks(x_fit, batch_size)) / len(x_fit)
    heldout = np.concatenate([target(rows) for rows in _chunks(x_heldout, batch_size)]).reshape(len(x_heldout), -1)
    if not np.isfinite(heldout).all() or not np.isfinite(mean).all():
        raise ValueError(
            "What is reconstructed holds values that are NaN or infinite in float32. Expected finite ones; scale the "
            "inputs, or pass another target=."
        )
    # Row by row in float64. Of images that are all the same the mean is exact, and the loss 0.
    mean_image_loss = float(np.mean([np.mean((row - mean.ravel()) ** 2) for row in heldout]))  # pyright: ignore[reportAttributeAccessIssue] there are rows
    eigenvalues = scipy.linalg.eigvalsh(_smaller_gram(heldout), overwrite_a=True, check_finite=False)[::-1]
    # What is left below is rounding: images of few dimensions have a bound of exactly 0.
    eigenvalues = np.where(eigenvalues > 1e-12 * max(eigenvalues[0], 0.0), eigenvalues, 0.0)
    squares = sum(float(np.sum((target(rows) - mean) ** 2)) for rows in _chunks(x_fit, batch_size))
    return Baseline(mean_image_loss, eigenvalues, len(x_heldout), target.num_elements, Centre(mean, squares))


def _smaller_gram(rows, chunk=4096):
    """The rows' centred scatter in float64, of rows or of elements, whichever are fewer."""
    mean = rows.mean(axis=0, dtype=np.float64)
    # In pieces: all of 2,000 images of 224 pixels in float64 would take 2.4 GB.
    if len(rows) > rows.shape[1]:
        centred = (piece - mean for piece in _chunks(rows, chunk))
        return sum(piece.T @ piece for piece in centred)
    columns = (slice(start, start + chunk) for start in range(0, rows.shape[1], chunk))
    centred = (rows[:, part] - mean[part] for part in columns)
    return sum(piece @ piece.T for piece in centred)


def _chunks(rows, size):
    return (rows[start : start + size] for start in range(0, len(rows), size))
