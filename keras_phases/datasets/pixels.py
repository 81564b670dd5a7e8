"""Per-channel normalisation of image arrays, in place: a set of images is too large to hold twice."""

import numpy as np


def mean_and_std(images):
    """Mean and standard deviation of every channel, float64.

    Args:
        images: Array of shape `(num_images, height, width, channels)`, float32.
    """
    mean = images.mean(axis=(0, 1, 2), dtype=np.float64)
    squares = sum(
        np.square(part - mean).sum(axis=(0, 1, 2)) for part in np.array_split(images, 1 + len(images) // 1000)
    )
    return mean, np.sqrt(squares / (images.size // images.shape[-1]))


def normalize(x_train, x_test, mean, std):
    """Subtract the mean and divide by the standard deviation, in place; a constant channel is only centred."""
    std = np.where(np.asarray(std) > 0, std, 1.0).astype(np.float32)
    for images in (x_train, x_test):
        images -= np.asarray(mean, np.float32)
        images /= std
