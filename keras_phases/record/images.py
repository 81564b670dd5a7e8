"""The images of a run: PNG strips by image step, in memory as they are on disk, and at which steps they are taken."""

import io
import struct

import numpy as np
from PIL import Image

from keras_phases.warning import warn

MAX_IMAGE_STEPS = 24
"""Image steps of a run at most: TensorBoard holds all images in memory."""

_ROOM_FOR = 2**17
"""Up to this step doublings find room, whatever was recorded besides."""


def records_images(step, earlier, *, takes_all=False, is_last=False):
    """Whether a probe step records images: the first at or beyond the next of 0, 1, 2, 4, 8, ..., and some besides.

    Nothing about the steps ahead is needed, so that a run that goes on continues as it would have, and no image that
    was written is ever taken back.

    Args:
        step: The probe step.
        earlier: The image steps before it, increasing.
        takes_all: Whether all probe steps are to record images: those of a fit that begins its record and plans at most
            `MAX_IMAGE_STEPS`. Defaults to `False`.
        is_last: Whether a fit ends here; it records images where that leaves room for doublings up to step 131,072.
            Defaults to `False`.

    Example:
        >>> from keras_phases.record.images import records_images
        >>> kept = []
        >>> for step in range(0, 101, 5):
        ...     if records_images(step, kept, is_last=step == 100):
        ...         kept.append(step)
        >>> kept
        [0, 5, 10, 20, 35, 65, 100]
    """
    if len(earlier) >= MAX_IMAGE_STEPS:
        return False
    # 0.bit_length() is 0: after 0 comes 1, after 5 comes 8.
    next_doubling = 1 << earlier[-1].bit_length() if earlier else 0
    if takes_all or step >= next_doubling:
        return True
    doublings_left = max(_ROOM_FOR.bit_length() - step.bit_length(), 0)
    return is_last and len(earlier) + doublings_left < MAX_IMAGE_STEPS


_PNG = struct.Struct(">8sI4sIIBB")
"""How a PNG begins: signature, length and name of its first chunk, width, height, bits of a level, grey or colours."""


class ImageRecords:
    """Image steps of one run; a writing hides every earlier one at its step or beyond.

    Args:
        layout: `keras_phases.record.image_schema.ImageLayout`.
        records: List of `(step, blobs)`, as `add` takes them. Defaults to none.
    """

    def __init__(self, layout, records=()):
        self.layout, self._records = layout, {}
        for step, blobs in records:
            self.add(step, blobs)

    @classmethod
    def of_run(cls, run):
        """Those of a `StandingRun`, None without; what is wrong with images costs them alone."""
        if run.image_error is not None:
            warn(f"The images in '{run.directory}' cannot be read and are left out: {run.image_error}")
        return None if run.image_layout is None else cls(run.image_layout, run.images)

    @property
    def steps(self):
        """Image steps, increasing."""
        return list(self._records)

    @property
    def records(self):
        """List of `(step, blobs)`, steps increasing."""
        return list(self._records.items())

    def at(self, step):
        """The blobs of an image step; None where there are none."""
        return self._records.get(step)

    def add(self, step, blobs):
        """Appends an image step: a PNG strip for each row, empty where there is none, then those of the examples."""
        if len(blobs) != self.layout.num_blobs:
            raise ValueError(f"An image step has {self.layout.num_blobs} blobs, got {len(blobs)}.")
        self.hide(step)
        self._records[int(step)] = tuple(blobs)

    def hide(self, step):
        """Drops image steps from `step` on, which are measured anew."""
        while self._records and next(reversed(self._records)) >= step:
            self._records.popitem()

    def reconstructions(self, step, row):
        """What one row's decoder makes of the examples, float32 `(num_examples, h, w, c)`.

        Raises:
            ValueError: for a step without images, with those that have some, and where this row gave none.
        """
        blobs = self.at(step)
        if blobs is None:
            raise ValueError(f"There are no images of step {step!r}. Expected one of: {self.steps}.")
        if not blobs[row]:
            about = self.layout.rows[row]
            raise ValueError(
                f"'{about.layer}' ({about.decoder}) gave no image at step {step}: its decoder failed there, or its "
                "predictions are not finite; the flags of that record say more. Ask for another step."
            )
        return self._decode(blobs, row)

    def inputs(self, row=0):
        """The examples in the form that a row reconstructs, float32 `(num_examples, h, w, c)`."""
        if not self._records:
            raise ValueError("There are no images in this history yet: the first probe step writes them.")
        blobs = self.at(next(reversed(self._records)))
        return self._decode(blobs, len(self.layout.rows) + self.layout.rows[row].input)

    def _decode(self, blobs, blob):
        png = check_strip(blobs[blob], self.layout, blob)
        low, high = (np.array(bound, np.float32) for bound in (self.layout.low, self.layout.high))
        return decode_strip(png, self.layout.num_examples, low, high)


def encode_strip(images, low, high):
    """A PNG of images side by side, left to right.

    Args:
        images: Array `(n, h, w, c)`, c of 1 or 3.
        low: Value of level 0 for each channel, shape `(c,)`.
        high: Value of level 255, the same; where it is not above `low` it counts as `low + 1`.

    Returns: Bytes. Values beyond the range are clipped; within it they come back to 1/510 of the range.
    """
    levels = np.rint((np.asarray(images, np.float32) - low) / _span(low, high) * 255)
    num, height, width, channels = levels.shape
    strip = np.clip(levels, 0, 255).astype(np.uint8).transpose(1, 0, 2, 3).reshape(height, num * width, channels)
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(strip[..., 0] if channels == 1 else strip)).save(buffer, "PNG")
    return buffer.getvalue()


def check_strip(png, layout, blob):
    """A PNG, as it is, where it says of itself what its layout says: nothing larger is ever decoded.

    Args:
        png: Bytes.
        layout: `keras_phases.record.image_schema.ImageLayout`.
        blob: Its place among the blobs of an image step.

    Raises:
        ValueError: for anything else.
    """
    height, width = layout.size_of(blob)
    width, colour = layout.num_examples * width, 0 if len(layout.low) == 1 else 2
    expected = b"\x89PNG\r\n\x1a\n", 13, b"IHDR", width, height, 8, colour
    if len(png) < _PNG.size or _PNG.unpack_from(png) != expected:
        raise ValueError(f"no PNG of {width} x {height} pixels, {len(layout.low)} x 8 bits each, as its layout says")
    return png


def decode_strip(png, num_images, low, high):
    """Inverse of `encode_strip`, float32 `(num_images, h, w, c)`, to the rounding of 8 bits.

    Raises:
        ValueError: when the bytes are no such strip.
    """
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
            if image.size != _PNG.unpack_from(png)[3:5]:
                raise ValueError("it says to be of two sizes")
            levels = np.asarray(image, np.float32)
        levels = levels.reshape(len(levels), num_images, -1, len(low)).transpose(1, 0, 2, 3)
    except Exception as error:  # Pillow fails in many ways on a damaged one
        raise ValueError(f"not a strip of {num_images} images: {error}") from error
    return (low + levels / 255 * _span(low, high)).astype(np.float32)


def _span(low, high):
    low, high = np.asarray(low, np.float32), np.asarray(high, np.float32)
    return np.where(high > low, high - low, np.float32(1))
