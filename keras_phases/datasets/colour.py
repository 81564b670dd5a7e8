"""The paper's second task, which any set of colour images has."""

import numpy as np
from numpy.typing import ArrayLike


def dominant_colour(x: ArrayLike) -> np.ndarray:
    """The channel with the largest sum of pixels: the paper's transfer task on CIFAR-10.

    The channels are compared as they are given, so that pixels are to be normalised before, each channel by its mean
    and spread (as `load` and `digits` do): the classes are then about as many.

    Args:
        x: Array `(n, height, width, channels)`, at least two channels.

    Returns:
        Index of the channel of each image, int64 `(n,)`; of channels that tie the first.

    Raises:
        ValueError: for arrays of another shape, and grey images.

    Example:
        >>> import numpy as np
        >>> dominant_colour(np.array([[[[0.1, 0.5, 0.2]]], [[[0.9, 0.1, 0.3]]]]))
        array([1, 0])
        >>> from keras_phases import PhaseProbe
        >>> probe = PhaseProbe(transfer={"colour": dominant_colour})
    """
    x = np.asarray(x)
    if x.ndim != 4 or x.shape[-1] < 2:
        raise ValueError(
            f"x has the shape {x.shape}. Expected colour images (n, height, width, channels), at least two channels, "
            "channels last."
        )
    return x.sum(axis=(1, 2), dtype=np.float64).argmax(axis=-1)
