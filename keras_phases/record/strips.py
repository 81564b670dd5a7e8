"""Images side by side in one PNG, and back: 8 bits of each value, by one affine map."""

import io

import numpy as np
from PIL import Image


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


def decode_strip(png, num_images, low, high):
    """Inverse of `encode_strip`, float32 `(num_images, h, w, c)`, to the rounding of 8 bits.

    Raises:
        ValueError: when the bytes are no such strip.
    """
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
            levels = np.asarray(image, np.float32)
        levels = levels.reshape(len(levels), num_images, -1, len(low)).transpose(1, 0, 2, 3)
    except (OSError, SyntaxError, ValueError) as error:
        raise ValueError(f"not a strip of {num_images} images: {error}") from error
    return (low + levels / 255 * _span(low, high)).astype(np.float32)


def _span(low, high):
    low, high = np.asarray(low, np.float32), np.asarray(high, np.float32)
    return np.where(high > low, high - low, np.float32(1))
