"""The embedded data set: real handwritten digits that come with scikit-learn, so that nothing is downloaded."""

import operator
from typing import Any

import numpy as np
import scipy.ndimage

from keras_phases.datasets import pixels

_NUM_IMAGES, _NUM_CLASSES = 1797, 10


def digits(
    seed: int = 0, *, num_test: int = 517, normalize: bool = True
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """The 1,797 UCI digits at 32x32, split by a seed.

    The 8x8 originals are enlarged bilinearly, pixel centres aligned and borders repeated: every value stays within the
    originals' range, and an image keeps the 64 degrees of freedom it had (a tap of more than 64 features can in
    principle carry all of it). Loading takes a fraction of a second and 7 MB.

    Args:
        seed: Seed of the split, which draws from every digit in proportion. Defaults to `0`.
        num_test: Number of test images, 10 to 1787. Defaults to `517`: that leaves 1,280 to train on, so that probe
            batches of 256 use all but five images (1,280 to fit, 512 held out), and batches of 32 fill an epoch.
        normalize: Whether to subtract the mean and divide by the standard deviation of the training pixels. Defaults to
            `True`; otherwise pixels lie in [0, 1].

    Returns:
        `(x_train, y_train), (x_test, y_test)`: images of shape `(num_images, 32, 32, 1)`, float32, and labels 0 to 9 of
        shape `(num_images,)`, int32.

    Raises:
        ValueError: when `num_test` leaves a digit out of either part, or `seed` is no seed.
        ImportError: when scikit-learn is missing.

    Example:
        >>> (x_train, y_train), (x_test, y_test) = digits(seed=0)
        >>> x_train.shape, x_test.shape
        ((1280, 32, 32, 1), (517, 32, 32, 1))

    Reference: Alpaydin & Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository, 1998.
    """
    _check_num_test(num_test)
    model_selection, originals = _import_scikit_learn()
    rows_train, rows_test = model_selection.train_test_split(
        np.arange(_NUM_IMAGES), test_size=num_test, stratify=originals.target, random_state=seed
    )
    images = scipy.ndimage.zoom(originals.images / 16.0, (1, 4, 4), order=1, mode="nearest", grid_mode=True)
    x_train, x_test = (images[rows, ..., np.newaxis].astype(np.float32) for rows in (rows_train, rows_test))  # pyright: ignore[reportAttributeAccessIssue] SciPy's stubs
    y_train, y_test = (originals.target[rows].astype(np.int32) for rows in (rows_train, rows_test))
    if normalize:
        statistics = pixels.mean_and_std(pixels.blocks_of(x_train))
        for images in (x_train, x_test):
            pixels.normalize(images, *statistics)
    return (x_train, y_train), (x_test, y_test)


def _check_num_test(num_test):
    try:
        number = operator.index(num_test) if not isinstance(num_test, bool) else 0
    except TypeError:
        number = 0
    if not _NUM_CLASSES <= number <= _NUM_IMAGES - _NUM_CLASSES:
        raise ValueError(
            f"num_test={num_test!r} does not split the {_NUM_IMAGES} digits. Expected an integer from {_NUM_CLASSES} "
            f"to {_NUM_IMAGES - _NUM_CLASSES}, so that both parts can hold every digit; the default is 517."
        )


def _import_scikit_learn() -> tuple[Any, Any]:
    try:
        from sklearn import datasets, model_selection
    except ImportError as error:
        raise ImportError(
            "digits() reads the images that scikit-learn carries, and scikit-learn cannot be imported. "
            'Run: pip install "keras-phases[datasets]"'
        ) from error
    return model_selection, datasets.load_digits()
