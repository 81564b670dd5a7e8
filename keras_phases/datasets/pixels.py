"""Per-channel normalisation of image arrays, in place: a set of images is too large to hold twice, or at all."""

import numpy as np

BLOCK = 1000
"""Images that are looked at together."""


def blocks_of(images):
    """A function that gives an array of images anew, in blocks."""
    return lambda: (images[start : start + BLOCK] for start in range(0, len(images), BLOCK))


def mean_and_std(blocks):
    """Mean and standard deviation of every channel, float64.

    Args:
        blocks: Function without arguments that gives all images anew, in blocks of shape `(num_images, height, width,
            channels)`, float32; called twice.
    """
    parts = [(part.sum(axis=(0, 1, 2), dtype=np.float64), part.size // part.shape[-1]) for part in blocks()]
    total, count = (sum(part) for part in zip(*parts, strict=True))
    mean = total / count
    return mean, np.sqrt(sum(np.square(part - mean).sum(axis=(0, 1, 2)) for part in blocks()) / count)


def normalize(images, mean, std):
    """Subtract the mean and divide by the standard deviation, in place; a constant channel is only centred."""
    images -= np.asarray(mean, np.float32)
    images /= np.where(np.asarray(std) > 0, std, 1.0).astype(np.float32)
