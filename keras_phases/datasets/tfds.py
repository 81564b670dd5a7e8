"""Image classification sets of TensorFlow Datasets by name, as NumPy arrays."""

import difflib
import operator
import os
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any

import numpy as np

from keras_phases.datasets import pixels
from keras_phases.datasets.uci_digits import digits

# Mean and standard deviation of the channels, as the paper's code has them; other sets use their own training pixels.
_STATISTICS = {"cifar10": ((0.4914, 0.4822, 0.4465), (0.2023, 0.1994, 0.2010))}
_REACH_SECONDS = 10.0


def load(
    name: str, data_dir: str | os.PathLike[str] | None = None, *, size: int | None = None, normalize: bool = True
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """An image classification set by its TFDS name, or `"digits"`.

    Reads what is prepared under `data_dir`; what is not is downloaded and prepared there first, as `tfds.load` does.
    The whole set is held in memory as float32: 740 MB for `"cifar10"`.

    Args:
        name: `"cifar10"`, `"cifar100"`, `"fashion_mnist"`, `"mnist"`, any other TFDS set with one image and one class
            label per example and a train and a test (or validation) split; or `"digits"`, which needs no TFDS.
        data_dir: Folder of prepared TFDS sets, also one such as `gs://bucket/tfds`. Defaults to `None`:
            `$TFDS_DATA_DIR`, else `~/tensorflow_datasets`.
        size: Height and width in pixels to which images are resized, bilinearly, antialiased when shrunk. Defaults to
            `None`: as they are. The paper uses 32 for the 28x28 sets; sets with images of various sizes need it.
        normalize: Whether to subtract the mean and divide by the standard deviation of each channel: the paper's
            constants for `"cifar10"`, otherwise those of the training pixels. Defaults to `True`; otherwise pixels lie
            in [0, 1].

    Returns:
        `(x_train, y_train), (x_test, y_test)`: images of shape `(num_images, height, width, channels)`, float32, and
        labels of shape `(num_images,)`, int32, in the order in which TFDS stores them.

    Raises:
        ValueError: when the name is unknown, or the set is not of this kind, or its images need a `size`.
        FileNotFoundError: when the set is not prepared and its source cannot be reached; says what was searched.
        ImportError: when tensorflow-datasets or TensorFlow is missing.

    Example:
        >>> (x_train, y_train), (x_test, y_test) = load("digits")
        >>> x_train.shape
        (1280, 32, 32, 1)
    """
    size = _check_size(size)
    if name == "digits":
        _check_digits(size)
        return digits(normalize=normalize)
    builder = _open(name, data_dir, size)
    (x_train, y_train), (x_test, y_test) = (_read(builder, split, size) for split in _splits(builder))
    if normalize:
        statistics = _STATISTICS.get(builder.name) or pixels.mean_and_std(pixels.blocks_of(x_train))
        for images in (x_train, x_test):
            pixels.normalize(images, *statistics)
    return (x_train, y_train), (x_test, y_test)


def stream(
    name: str, data_dir: str | os.PathLike[str] | None = None, *, size: int | None = None
) -> tuple[Iterator[tuple[np.ndarray, np.ndarray]], Iterator[tuple[np.ndarray, np.ndarray]]]:
    """What `load` gives, in blocks of at most 1,000 images and their labels, of which one is in memory.

    Sets without known statistics are read three times.

    Args:
        name: As `load` takes it.
        data_dir: The same.
        size: The same.

    Returns:
        `(train, test)`: iterators of `(x, y)`.

    Raises:
        ValueError, FileNotFoundError, ImportError: as `load`.
    """
    size = _check_size(size)
    if name == "digits":
        _check_digits(size)
        train, test = digits()
        return iter([train]), iter([test])
    builder = _open(name, data_dir, size)
    train, test = _splits(builder)
    statistics = _STATISTICS.get(builder.name) or pixels.mean_and_std(
        lambda: (images for images, _ in _blocks(builder, train, size))
    )
    return _normalized(_blocks(builder, train, size), statistics), _normalized(_blocks(builder, test, size), statistics)


def _normalized(blocks, statistics):
    for images, labels in blocks:
        images = np.array(images)
        pixels.normalize(images, *statistics)
        yield images, labels


def _check_digits(size):
    if size not in (None, 32):
        raise ValueError(f'size={size} with "digits". They come at 32x32; leave size out.')


def _open(name, data_dir, size):
    """The builder of a set that fits and is prepared."""
    builder = _builder(_import_tfds(), name, data_dir)
    _check_kind(builder, size)
    _prepare(builder)
    return builder


def _check_size(size):
    try:
        number = None if size is None else operator.index(size)
    except TypeError:
        number = 0
    if number is not None and (number < 1 or isinstance(size, bool)):
        raise ValueError(f"size={size!r} is no image size. Expected the height and width in pixels, as in size=32.")
    return number


def _import_tfds():
    try:
        import tensorflow
        import tensorflow_datasets
    except ImportError as error:
        raise ImportError(
            f"load() reads TFDS sets through TensorFlow, and it cannot be imported: {error}. "
            'Run: pip install "keras-phases[datasets,tensorflow-cpu]"; or use digits(), which needs neither.'
        ) from error
    del tensorflow
    return tensorflow_datasets


def _builder(tfds, name, data_dir):
    """The builder of a registered set, or of any set that is prepared in `data_dir`."""
    folder = None if data_dir is None else os.path.expanduser(data_dir)  # leaves gs://... as it is
    try:
        return tfds.builder(str(name), data_dir=folder)
    except tfds.core.registered.DatasetNotFoundError as error:
        known = ["digits", *tfds.list_builders(with_community_datasets=False)]
        near = difflib.get_close_matches(str(name), known, n=5) or ["digits", "cifar10", "cifar100", "fashion_mnist"]
        raise ValueError(
            f"Data set {name!r} is not known to TFDS, and not prepared in {folder or 'its default folder'}. Expected "
            f'"digits" or a TFDS name; near to it: {", ".join(map(repr, near))}. All names: tfds.list_builders().'
        ) from error


def _prepare(builder):
    """Download what is not there; without a network say so at once, where TFDS would retry for minutes."""
    if builder.is_prepared():
        return
    for url in list(builder.url_infos)[:1]:
        try:
            urllib.request.urlopen(urllib.request.Request(url, method="HEAD"), timeout=_REACH_SECONDS).close()
        except urllib.error.HTTPError:
            pass  # an answer, so there is a network: what it means is TFDS's to say
        except OSError as error:
            raise FileNotFoundError(
                f"Data set {builder.name!r} is not prepared: searched {builder.data_path}. Its source "
                f"{urllib.parse.urlsplit(url).hostname} cannot be reached either ({error}). Pass data_dir= with a "
                "folder that holds it, or where there is a network prepare it once: python -c 'import "
                f'tensorflow_datasets as t; t.load("{builder.name}", data_dir="DIR")\'. "digits" needs no network.'
            ) from error
    builder.download_and_prepare()


def _check_kind(builder, size):
    """One image and one class label per example, all images of one size."""
    from tensorflow_datasets import features

    keys = builder.info.supervised_keys
    kinds = [builder.info.features[key] for key in keys] if keys and len(keys) == 2 and _are_names(keys) else []
    if len(kinds) != 2 or not isinstance(kinds[0], features.Image) or not isinstance(kinds[1], features.ClassLabel):
        raise ValueError(
            f"Data set {builder.name!r} is no image classification set: its (input, target) is {keys!r} of "
            f"{builder.info.features!r}. Expected an image and a class label, as in 'cifar10' or 'mnist'."
        )
    if size is None and None in kinds[0].shape:  # pyright: ignore[reportOperatorIssue] TFDS's stubs
        raise ValueError(
            f"Data set {builder.name!r} has images of various sizes, {kinds[0].shape}. Expected one size; pass size=, "
            "as in size=64."
        )


def _are_names(keys):
    return all(isinstance(key, str) for key in keys)


def _splits(builder):
    """The names of the training and of the test split."""
    names = set(builder.info.splits)
    test = next((name for name in ("test", "validation") if name in names), None)
    if "train" not in names or test is None:
        raise ValueError(
            f"Data set {builder.name!r} has the splits {sorted(names)}. Expected 'train' and 'test' or 'validation'; "
            "split it yourself with tensorflow_datasets.load(..., split=['train[:80%]', 'train[80%:]'])."
        )
    return "train", test


def _read(builder, split, size):
    """Images in [0, 1], float32, and labels, int32, of one split."""
    images: Any = None
    labels, start = [], 0
    for block, block_labels in _blocks(builder, split, size):
        if images is None:
            images = np.empty((builder.info.splits[split].num_examples, *block.shape[1:]), np.float32)
        images[start : start + len(block)] = block
        labels.append(block_labels)
        start += len(block)
    return images, np.concatenate(labels)


def _blocks(builder, split, size):
    """Yields the same in blocks; a ValueError where there are more or less than the set says."""
    import tensorflow as tf

    def scale(image, label):
        image = tf.image.convert_image_dtype(image, tf.float32)
        if size is not None and image.shape[:2] != (size, size):
            image = tf.image.resize(image, (size, size), antialias=True)
        return image, label

    batches = builder.as_dataset(split=split, as_supervised=True, shuffle_files=False)
    batches = batches.map(scale, num_parallel_calls=tf.data.AUTOTUNE).batch(pixels.BLOCK)
    count, expected = 0, builder.info.splits[split].num_examples
    for images, labels in batches.as_numpy_iterator():
        count += len(images)
        if count <= expected:
            yield images, labels.astype(np.int32)
    if count != expected:
        raise ValueError(
            f"{builder.data_path} holds {count} examples of split {split!r}. Expected the {expected} that its "
            "dataset_info.json names; delete that folder and prepare the set again."
        )
