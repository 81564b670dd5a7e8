"""The few held-out rows that are shown, and what each decoder makes of them in one probe step."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from keras_phases.data.labels import NO_LABEL
from keras_phases.decoders.target import area_average
from keras_phases.record.image_schema import ImageLayout, ImageRow
from keras_phases.record.images import encode_strip

MAX_SIDE = 64
"""Images with a longer side are area-averaged to this for the record; losses are those of the images as they are."""

MAX_LENGTH = 256
"""The same of the length of a signal, whose picture is as high as it has channels."""

_LEAST_HEIGHT = 8
"""Pixels that the strip of a signal is high: each of few channels takes several."""


def build_gallery(rows, plans, num_examples):
    """The `Gallery` of a run; None where nothing is to be shown, or what is reconstructed has no picture.

    Args:
        rows: `ProbeExamples`. Their order is mixed by the seed, each class at its share in any stretch, so that the
            first held-out rows are a mixed choice, and the same at every probe step and in every fit of a run.
        plans: All `TapPlan`s, in the order of the record's rows.
        num_examples: Held-out rows to show; all where there are fewer.
    """
    x = np.asarray(rows.x_heldout[:num_examples])
    if not len(x) or rows.kind == "tokens" or _as_images(x) is None or not np.isfinite(x).all():
        return None
    return Gallery(x, plans, labels=_labels_of(rows, len(x)))


class Gallery:
    """Takes the reconstructions of the examples as they are made, and gives them as PNG strips.

    Args:
        examples: Array `(num_examples, ...)`, the first held-out rows.
        plans: All `TapPlan`s, in the order of the record's rows.
        labels: Their class labels. Defaults to `None`.
    """

    def __init__(self, examples, plans, labels=None):
        self._plans, self._num_examples = tuple(plans), len(examples)
        targets = list(dict.fromkeys(plan.target for plan in plans))
        low, high = value_range(_as_images(examples))
        self.layout = ImageLayout(
            rows=tuple(
                ImageRow(plan.tap.name, plan.decoder, shown_size(plan.target.shape), targets.index(plan.target))
                for plan in plans
            ),
            inputs=tuple(shown_size(target.shape) for target in targets),
            num_examples=len(examples),
            low=low,
            high=high,
            labels=labels,
        )
        self._inputs = [self._encode(shown(target(examples))) for target in targets]
        self._found: Any = None
        self.error = None

    @property
    def is_open(self):
        """Whether this probe step's reconstructions are asked for."""
        return self._found is not None

    def begin(self, is_asked=True):
        """Starts a probe step; without `is_asked` its reconstructions are not taken."""
        self._found, self.error = {} if is_asked else None, None

    def forget(self, plans):
        """Drops what was taken of these plans: they are measured anew, or given up."""
        for plan in plans:
            if self.is_open:
                self._found.pop(plan, None)

    def take(self, plan, predict, features):
        """Takes what a decoder makes of the examples among the next held-out rows.

        The features come from the forward pass over whole probe batches that the loss is measured on. An error is kept
        in `error` and costs this plan's images alone, no metric.

        Args:
            plan: The `TapPlan`.
            predict: Function from features `(n, ...)` to targets `(n, ...)`.
            features: Features of the next held-out rows, all of which come in turn.
        """
        if not self.is_open:
            return
        found = self._found.setdefault(plan, [])
        num_left = 0 if found is None else self._num_examples - sum(map(len, found))
        if num_left:
            try:
                images = np.asarray(predict(features[:num_left]), np.float32)
                found.append(shown(images.reshape(len(images), *plan.target.shape)))  # pyright: ignore[reportOptionalMemberAccess] none are left where it is None
            except Exception as error:
                self._found[plan], self.error = None, error

    def finish(self):
        """Ends the probe step: a PNG for each row, empty where there is none, then those of the examples."""
        found, self._found = self._found, None
        return [self._strip(found.get(plan)) for plan in self._plans] + self._inputs

    def _strip(self, found):
        images = np.concatenate(found) if found else np.empty((0,))
        # Infinite or NaN, as the loss then is: there is nothing to show.
        is_whole = len(images) == self._num_examples and np.isfinite(images).all()
        return self._encode(images) if is_whole else b""

    def _encode(self, images):
        return encode_strip(images, self.layout.low, self.layout.high)


def value_range(images):
    """`(low, high)`: the least and the greatest value of each channel, tuples of floats.

    Pixels as they are, none below 0, have one range for all channels, which share their unit. Where a value is below 0
    a mean was taken off, of each channel its own: there each channel has a range of its own, which gives the colours
    back.
    """
    axes = (0, 1, 2) if np.min(images) < 0 else None
    bounds = (np.broadcast_to(bound(images, axis=axes), images.shape[-1]) for bound in (np.min, np.max))
    low, high = (tuple(float(value) for value in bound.astype(np.float32)) for bound in bounds)
    return low, high


def shown_size(shape: Sequence[int]) -> tuple[int, int]:
    """Height and width of the picture of a row in the record."""
    _, height, width, _ = shown(np.zeros((1, *shape), np.float32)).shape
    return height, width


def shown(rows: np.ndarray) -> np.ndarray:
    """Pictures `(n, h, w, c)` of rows `(n, ...)` in the size of the record.

    Images are as they are up to `MAX_SIDE`, else the longer side is that long. A signal is a strip of grey with a line
    for each channel; a volume or video is four slices across its first side, in two rows.

    Example:
        >>> from keras_phases.measure.reconstructions import shown_size
        >>> [shown_size(shape) for shape in ((224, 112, 3), (2048, 2), (20, 30), (16, 32, 32, 1))]
        [(64, 32), (8, 256), (20, 30), (64, 64)]
    """
    images: Any = _as_images(rows)
    sides = images.shape[1:3]
    if rows.ndim == 3:
        size = min(sides[0], MAX_SIDE), min(sides[1], MAX_LENGTH)
    else:
        scale = min(1.0, MAX_SIDE / max(sides))
        size = tuple(max(1, round(side * scale)) for side in sides)
    images = images if sides == size else area_average(images, size)
    return np.repeat(images, max(1, _LEAST_HEIGHT // size[0]), axis=1) if rows.ndim == 3 else images


def _as_images(rows):
    """Images `(n, h, w, c)`, c of 1 or 3, that rows `(n, ...)` look like; None where they look like none."""
    if rows.ndim == 3:
        # Time goes to the right; what is no longer than it has channels is an image whose only channel is left out.
        return (rows.swapaxes(1, 2) if rows.shape[1] > rows.shape[2] else rows)[..., None]
    if rows.ndim not in (4, 5) or rows.shape[-1] not in (1, 3):
        return None
    if rows.ndim == 5:
        num_slices, *size = rows.shape[1:]
        slices = rows[:, (2 * np.arange(4) + 1) * num_slices // 8].reshape(-1, 2, 2, *size)
        return slices.swapaxes(2, 3).reshape(len(rows), 2 * size[0], 2 * size[1], size[2])
    return rows


def _labels_of(rows, num_examples):
    values = rows.values_heldout
    if values is None:
        return None
    found = list(map(_plain, values[:num_examples].tolist()))
    if rows.labels_heldout is not None:
        found = ["none" if label == NO_LABEL else own for own, label in zip(found, rows.labels_heldout, strict=False)]
    return tuple(found)


def _plain(label):
    """A class label as JSON holds it: a whole number as such, anything else as text."""
    is_whole = isinstance(label, (int, float)) and abs(label) < 2**53 and label == int(label)
    return int(label) if is_whole else label.decode(errors="replace") if isinstance(label, bytes) else str(label)
