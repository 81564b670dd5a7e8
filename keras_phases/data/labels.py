"""What kind of labels there are, and the labels as a linear probe takes them."""

import dataclasses

import numpy as np

MOST_CLASSES_OF_FEW_ROWS = 20
"""More distinct labels than this, and than half of the fit rows, are measured values, not classes."""


@dataclasses.dataclass(frozen=True)
class Labels:
    """Labels of fit rows and held-out rows, of one task.

    Args:
        task: `"classes"`, `"multilabel"`, `"regression"`, or None without labels that can be probed.
        fit: Class indices `0 .. num_classes - 1`, shape `(num_fit,)`; else float32, shape `(num_fit, num_labels)`:
            0 and 1 of a multi-label task, values as fed of a regression. None without a task.
        heldout: The same of the held-out rows; -1 marks a class that no fit row has.
        classes: The distinct class labels, sorted; None of other tasks.
        reason: Why there is no task, for people; empty where there is one.
    """

    task: str | None = None
    fit: np.ndarray | None = None
    heldout: np.ndarray | None = None
    classes: np.ndarray | None = None
    reason: str = ""


def resolve_labels(y_fit, y_heldout):
    """The `Labels` of what was fed as `y`: the kind is found by the values of both row sets.

    Integers and whole floats of one column, booleans and one-hot rows are classes; further rows of 0 and 1 are
    multi-label; other floats are a regression.
    """
    if y_fit is None or y_heldout is None:
        source = "there are" if y_fit is None else "the held-out rows have"
        return Labels(reason=f"{source} no labels, or several arrays of them")
    both = y_fit, y_heldout
    values = [class_values(labels) for labels in both]
    if all(value is not None for value in values):
        return _resolve_classes(*values)
    if all(_are_bits(labels) for labels in both) and _have_one_width(both):
        return Labels("multilabel", *(labels.astype(np.float32) for labels in both))
    if all(_may_be_values(labels) for labels in both) and not all(np.isfinite(labels).all() for labels in both):
        return Labels(reason="labels hold NaN or infinite values")
    if all(_may_be_values(labels) for labels in both) and _have_one_width(both) and any(map(_have_fractions, both)):
        return Labels("regression", *(labels.astype(np.float32).reshape(len(labels), -1) for labels in both))
    labels = y_fit if values[0] is None else y_heldout
    described = f"labels of shape {labels.shape} and dtype {labels.dtype}"
    return Labels(reason=f"{described} are neither class indices nor one-hot, multi-label or regression values")


def count_outputs(rows):
    """Number of outputs of the linear probe on `ProbeExamples`; 0 where they allow none."""
    if rows.labels_fit is None or rows.task is None:
        return 0
    if rows.task == "classes":
        return len(rows.classes) if len(rows.classes) > 1 else 0
    return rows.labels_fit.shape[1]


def class_values(y):
    """The class label of each row, shape `(num_rows,)`; None where labels are no classes."""
    if y.ndim == 2 and y.shape[1] == 1:
        y = y[:, 0]
    if y.ndim == 1 and y.dtype.kind in "iub":
        return y
    if y.ndim == 1 and y.dtype.kind == "f" and np.isfinite(y).all() and np.array_equal(y, np.round(y)):
        return y.astype(np.int64)
    return y.argmax(1) if _are_bits(y) and bool(np.all(y.sum(1) == 1)) else None


def _resolve_classes(fit, heldout):
    classes = np.unique(fit)
    if len(classes) > max(len(fit) / 2, MOST_CLASSES_OF_FEW_ROWS):
        reason = f"labels have {len(classes)} distinct values in {len(fit)} rows, too many to be classes"
        return Labels(reason=reason)
    indices = [np.searchsorted(classes, values) for values in (fit, heldout)]
    known = classes[np.minimum(indices[1], len(classes) - 1)] == heldout
    return Labels("classes", indices[0], np.where(known, indices[1], -1), classes)


def _are_bits(y):
    return y.ndim == 2 and y.shape[1] > 0 and y.dtype.kind in "iubf" and bool(np.all((y == 0) | (y == 1)))


def _may_be_values(y):
    return y.dtype.kind == "f" and (y.ndim == 1 or (y.ndim == 2 and y.shape[1] > 0))


def _have_fractions(y):
    return not np.array_equal(y, np.round(y))


def _have_one_width(both):
    return len({int(np.prod(labels.shape[1:])) for labels in both}) == 1
