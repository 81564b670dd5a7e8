"""What the atlas trains on and transfers to: image sets at 32 x 32 x 3, and label sets of each.

Rows are apart: a source trains on the first training rows of its image set and is held out on the first test rows;
targets are fitted on training rows that no source sees, chosen by (labels of) further ones, and tested on the last
test rows.
"""

import dataclasses
import functools
from collections.abc import Callable

import numpy as np

from keras_phases import datasets

SOURCES = ("cifar10", "fashion_mnist", "mnist", "colour")
"""Tasks that networks are trained on."""

ROWS = {"fit": 3000, "selection": 1500, "test": 7900, "heldout": 2048}
"""Of an image set: rows that target probes are fitted on, labels are drawn from, and are tested on; held-out rows of a
source."""
FEW_ROWS = {"fit": 780, "selection": 500, "test": 517}
"""The same of the digits, which are no source."""


@dataclasses.dataclass(frozen=True)
class Task:
    """A label set of an image set.

    Args:
        images: Name of the image set.
        label: Function of the splits `((x_train, y_train), (x_test, y_test))` to the labels of both.
    """

    images: str
    label: Callable


def own(splits):
    """The labels that the images come with."""
    (_, y_train), (_, y_test) = splits
    return y_train, y_test


def grouped(groups):
    """A label set that joins classes: `groups[y]` is the label of class y."""
    return lambda splits: tuple(np.array(groups)[y] for _, y in splits)


def colour(splits):
    """Which channel dominates."""
    return tuple(datasets.dominant_colour(x) for x, _ in splits)


def brightness(splits):
    """The quarter that the mean of the pixels lies in."""
    means = [x.mean(axis=(1, 2, 3)) for x, _ in splits]
    return tuple(np.digitize(mean, np.quantile(means[0], (0.25, 0.5, 0.75))) for mean in means)


TASKS = {
    "cifar10": Task("cifar10", own),
    "animals": Task("cifar10", grouped((0, 0, 1, 1, 1, 1, 1, 1, 0, 0))),
    "colour": Task("cifar10", colour),
    "brightness": Task("cifar10", brightness),
    "fashion_mnist": Task("fashion_mnist", own),
    "garments": Task("fashion_mnist", grouped((0, 1, 0, 0, 0, 2, 0, 2, 3, 2))),  # tops, trousers, shoes, bags
    "mnist": Task("mnist", own),
    "parity": Task("mnist", grouped((0, 1) * 5)),
    "digits": Task("digits", own),
}


@dataclasses.dataclass(frozen=True)
class Rows:
    """Images and, by task, their labels, int `(n,)`."""

    x: np.ndarray
    labels: dict

    def take(self, places):
        """Some of the rows."""
        return Rows(self.x[places], {task: labels[places] for task, labels in self.labels.items()})


@dataclasses.dataclass(frozen=True)
class ImageSet:
    """The rows of an image set by their use; `train` and `heldout` are those of a source."""

    train: Rows
    heldout: Rows
    fit: Rows
    selection: Rows
    test: Rows


@functools.cache
def load(name, data_dir):
    """The `ImageSet` of a name."""
    splits = datasets.load(name, data_dir, size=None if name == "cifar10" else 32)
    splits = tuple((np.broadcast_to(x, (*x.shape[:3], 3)), y) for x, y in splits)
    labels = {task: made.label(splits) for task, made in TASKS.items() if made.images == name}
    train, test = (Rows(x, {task: both[part] for task, both in labels.items()}) for part, (x, _) in enumerate(splits))
    sizes = FEW_ROWS if name == "digits" else ROWS
    num_fit, num_kept = sizes["fit"], sizes["fit"] + sizes["selection"]
    return ImageSet(
        train=train.take(slice(None, -num_kept)),
        heldout=test.take(slice(None, sizes.get("heldout", 0))),
        fit=train.take(slice(-num_kept, len(train.x) - num_kept + num_fit)),
        selection=train.take(slice(len(train.x) - num_kept + num_fit, None)),
        test=test.take(slice(-sizes["test"], None)),
    )
