"""Rows that several rooms test on."""

import dataclasses

import numpy as np

from keras_phases.data.probe_examples import ProbeExamples

NUM_FIT, NUM_HELDOUT = 256, 96
IMAGE_SHAPE = (8, 8, 2)


def draw_probe_rows(*, classes=(0, 1, 2), one_hot=0, size=8, heldout="validation", seed=0):
    rng = np.random.default_rng(seed)
    indices = rng.integers(len(classes), size=NUM_FIT + NUM_HELDOUT)
    shapes = rng.standard_normal((len(classes), size, size, 1))
    x = (0.5 * shapes[indices] + rng.standard_normal((len(indices), size, size, 1))).astype(np.float32)
    y = np.asarray(classes)[indices]
    y = np.eye(one_hot, dtype=np.float32)[y] if one_hot else y
    return ProbeExamples(
        x_fit=x[:NUM_FIT],
        x_heldout=x[NUM_FIT:],
        labels_fit=indices[:NUM_FIT],
        labels_heldout=indices[NUM_FIT:],
        y_heldout=y[NUM_FIT:],
        classes=np.asarray(classes),
        heldout=heldout,
        without_labels="",
    )


def without_labels(rows):
    nothing = dict.fromkeys(("labels_fit", "labels_heldout", "y_heldout", "classes"))
    return dataclasses.replace(rows, **nothing, without_labels="fit has no labels")


def labelled(task, rows):
    """The same rows with labels of another kind, which follow the inputs."""
    kinds = [indices[:, None] + [0, 0.5] for indices in (rows.labels_fit, rows.labels_heldout)]
    means = [x.reshape(len(x), 4, -1).mean(axis=2)[:, :2] for x in (rows.x_fit, rows.x_heldout)]
    values = [kind % 3 + mean for kind, mean in zip(kinds, means, strict=True)]
    fit, heldout = ((v > 1 if task == "multilabel" else v).astype(np.float32) for v in values)
    return dataclasses.replace(rows, labels_fit=fit, labels_heldout=heldout, y_heldout=heldout, classes=None, task=task)


def draw_colour_rows(shape=(9, 8, 3), num_classes=3, num_fit=96, num_heldout=48, one_hot=False):
    rng = np.random.default_rng(1)
    y = rng.integers(0, num_classes, num_fit + num_heldout)
    smooth = rng.normal(size=(len(y), 3, 2, *shape[2:])).repeat(3, axis=1).repeat(4, axis=2)[:, : shape[0], : shape[1]]
    x = (smooth + 0.3 * rng.normal(size=(len(y), *shape)) + y[:, None, None, None]).astype("float32")
    fed = np.eye(num_classes, dtype="float32")[y] if one_hot else y
    fit_part, heldout = slice(num_fit), slice(num_fit, None)
    return ProbeExamples(
        x[fit_part], x[heldout], y[fit_part], y[heldout], fed[heldout], np.arange(num_classes), "validation", ""
    )


def draw_images(num, seed):
    """Images of three classes: noise that neighbours share, about a level of the class."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 3, num)
    coarse = rng.normal(size=(num, 4, 4, 2)).repeat(2, axis=1).repeat(2, axis=2)
    x = coarse + 0.3 * rng.normal(size=(num, *IMAGE_SHAPE)) + 0.5 * y[:, None, None, None]
    return x.astype("float32"), y
