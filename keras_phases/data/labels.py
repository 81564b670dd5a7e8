"""What kind of labels there are, and the labels as a linear probe takes them."""

import dataclasses

import numpy as np

from keras_phases.data.reading import Reading, mask_rows, masked_rows

MOST_CLASSES_OF_FEW_ROWS = 20
"""More distinct labels than this, and than half of the fit rows, are measured values, not classes."""

NO_CLASS, NO_LABEL = -1, -2
"""Marks of a class that no fit row has, and of a row that the loss leaves out; of labels that are no classes NaN."""

_MOST_ASKED, _MOST_OUTPUTS = 4, 1024
"""Negative labels that a loss is asked about, and outputs that it is asked with."""

_WRITE = "pass transfer={'name': function} with one label a row, such as the number of objects"
_LARGEST = 2.0**53
"""Floats above are all whole, and name nothing."""

MOST_NUMBERS = 100
"""Numbers at positions, such as those of a forecast, that are the numbers of a row; more are a map."""

_ROUNDING = 0.01
"""How far the shares of a row may add up to another sum than 1, in the roundest of float types."""


@dataclasses.dataclass(frozen=True)
class Labels:
    """Labels of fit rows and held-out rows, of one task.

    Args:
        task: `"classes"`, `"multilabel"`, `"regression"`, or None without labels that can be probed.
        fit: Class indices `0 .. num_classes - 1`, shape `(num_fit,)`; else float32, shape `(num_fit, num_labels)`:
            0 and 1 of a multi-label task, values as fed of a regression. None without a task. `NO_LABEL`, or NaN, marks
            a row that the loss leaves out.
        heldout: The same of the held-out rows; `NO_CLASS` marks a class that no fit row has.
        classes: The distinct class labels, sorted; None of other tasks.
        reason: Why there is no task, for people; empty where there is one.
        note: What was made of labels that are not as plain as that, for people. Defaults to nothing.
        are_hard: Whether each is one class for sure, and none a distribution over them. Defaults to True.
    """

    task: str | None = None
    fit: np.ndarray | None = None
    heldout: np.ndarray | None = None
    classes: np.ndarray | None = None
    reason: str = ""
    note: str = ""
    are_hard: bool = True


def resolve_labels(y_fit, y_heldout, reading=None):
    """The `Labels` of what was fed as `y`: the loss says what kind they are, the values of both row sets the rest.

    Integers and whole floats of one column are classes, unless the loss takes them for values; so are booleans and
    one-hot rows. Where it takes them for shares of classes the likeliest counts. Further rows of 0 and 1 are
    multi-label; other numbers are a regression.

    Args:
        y_fit: Labels of the fit rows as fed, an array, of which rows may be masked; None without.
        y_heldout: The same of the held-out rows.
        reading: `Reading` of the model. Defaults to `None`: nothing is known of its loss.
    """
    if y_fit is None or y_heldout is None:
        source = "there are" if y_fit is None else "the held-out rows have"
        return Labels(reason=f"{source} no labels, or several arrays of them, of which data=(x, y['name']) takes one")
    reading, y_fit, y_heldout = reading or Reading(), drop_axes(y_fit), drop_axes(y_heldout)
    if reading.kind == "values" and y_fit.ndim > 2:
        y_fit, y_heldout = (y.reshape(len(y), -1) for y in (y_fit, y_heldout))
    if y_fit.dtype.kind == "O" and not isinstance(next(iter(y_fit.flat), ""), (str, bytes)):
        return Labels(reason=f"labels are of several lengths; {_WRITE}")
    if reading.takes_indices and max(_width(np.asarray(y)) for y in (y_fit, y_heldout)) > 1:
        return Labels(reason=f"labels of shape {y_fit.shape} are several class indices a row")
    left_out = [_left_out(y, reading) for y in (y_fit, y_heldout)]
    both = np.asarray(y_fit), np.asarray(y_heldout)
    if any(rows.all() for rows in left_out):
        return Labels(reason=f"the loss leaves out all {'fit' if left_out[0].all() else 'held-out'} rows")
    if not all(np.isfinite(y).all() for y in both if y.dtype.kind == "f"):
        return Labels(reason="labels hold NaN or infinite values")
    found = _resolve(both, _kind_of(both[0][~left_out[0]], reading), ~left_out[0])
    are_hard = all(_are_whole(y) and (_width(y) == 1 or np.all(np.abs(y) <= 1)) for y in both)
    if found.task in ("classes", "multilabel") and not are_hard:
        note = "Labels are shares of classes, of which the likeliest counts."
        found = dataclasses.replace(found, note=note, are_hard=False)
    if found.task is not None and any(rows.any() for rows in left_out):
        counts = [f"{rows.sum():,} of {len(y):,}" for rows, y in zip(left_out, both, strict=True)]
        note = f"The loss leaves out {counts[0]} fit rows and {counts[1]} held-out rows, which have no label."
        marked = {"fit": _mark(found.fit, left_out[0]), "heldout": _mark(found.heldout, left_out[1])}
        found = dataclasses.replace(found, **marked, note=f"{found.note} {note}".lstrip())
    return found


def _kind_of(y, reading):
    """The `Reading.kind`; of a loss of the user's own on more than two whole numbers, which may be any, it is asked."""
    values = class_values(y) if reading.kind == "own" and _width(y) == 1 and y.dtype.kind in "iuf" else None
    found, places = np.unique([] if values is None else values, return_index=True)
    asked = y[places[:_MOST_ASKED]]
    return "values" if len(found) > 2 and reading.takes_numbers(asked) else reading.kind


def _resolve(both, kind, known_fit):
    hard, widths, reason = [harden(y, kind) for y in both], [_width(y) for y in both], ""
    classes = [class_values(y) for y in hard]
    if all(found is not None for found in classes) and (kind != "values" or min(widths) > 1):
        found = _resolve_classes(classes[0], classes[1], known_fit)
        if found.task is not None or kind in ("classes", "binary"):
            return found
        reason = found.reason
    elif all(map(_are_bits, hard)) and min(widths) == max(widths) > 1:
        return Labels("multilabel", *(y.astype(np.float32) for y in hard))
    are_numbers = all(y.dtype.kind in ("iubf" if kind == "values" else "f") for y in both)
    # Whole numbers that nothing calls values may be names.
    are_values = kind == "values" or reason or not all(map(_are_whole, both))
    if are_numbers and are_values and min(widths) == max(widths) > 0:
        return _resolve_numbers(*(y.reshape(len(y), -1) for y in both))
    labels = both[0] if classes[0] is None else both[1]
    described = f"labels of shape {labels.shape} and dtype {labels.dtype}"
    return Labels(
        reason=reason
        or f"{described} are neither class indices nor one-hot, multi-label or regression values; {_WRITE}"
    )


def drop_axes(y):
    """Labels `(n, 1, ..., 1, K)`, as fully convolutional heads have them, as `(n, K)`; others as they are."""
    return y.reshape(len(y), y.shape[-1]) if y.ndim > 2 and set(y.shape[1:-1]) == {1} else y


def count_outputs(rows):
    """Number of outputs of the linear probe on `ProbeExamples`; 0 where they allow none."""
    if rows.labels_fit is None or rows.task is None:
        return 0
    if rows.task == "positions":
        return len(rows.label_maps.classes)
    if rows.task == "classes":
        return len(rows.classes) if len(rows.classes) > 1 else 0
    return rows.labels_fit.shape[1]


def class_values(y):
    """The class label of each row, shape `(num_rows,)`; None where labels are no classes."""
    if _width(y) == 1 and y.dtype.kind in "iub":
        return y.reshape(-1)
    if _width(y) == 1 and y.dtype.kind == "f":
        return y.reshape(-1).astype(np.int64) if _are_whole(y) else None
    return y.argmax(1) if _are_bits(y) and bool(np.all(y.sum(1) == 1)) else None


def mask_classes(y, weights):
    """Labels as fed, or None, of which those of classes with a weight of 0 are masked: they count for no loss.

    Args:
        y: An array, of which rows may be masked, or None.
        weights: Dict from a class to its weight, as `fit` takes it, or None.
    """
    without = [value for value, weight in (weights or {}).items() if weight == 0]
    values = class_values(drop_axes(np.asarray(y))) if without and y is not None else None
    return y if values is None else mask_rows(y, np.isin(values, without))


def harden(y, kind):
    """Labels that a loss of that `Reading.kind` takes for shares, as the likeliest classes; others as they are."""
    width = _width(y)
    if width == 0 or y.dtype.kind not in "iubf":
        return y
    if kind == "binary" and (class_values(y) is None if width == 1 else np.isin(y, (y.min(), y.max())).all()):
        return (y > (0.5 if y.min() >= 0 else 0.0)).astype(np.int64)
    if width == 1 or kind not in ("classes", "binary", "own") or np.any(y < 0):
        return y
    are_shares = kind == "classes" or np.allclose(y.sum(1, dtype=np.float64), 1, atol=_ROUNDING)
    return y.argmax(1) if are_shares else y


def _left_out(y, reading):
    """Which rows the loss leaves out: masked ones, those of an ignored class, and one-hot rows of zeros."""
    masked, y = masked_rows(y), np.asarray(y)
    ignored, values = reading.option("ignore_class"), class_values(y)
    if reading.kind == "classes" and _width(y) > 1:
        return masked | ~y.any(axis=1)
    if values is None:
        return masked
    ignored = _masked_by_own(reading, y, values) if reading.kind == "own" else [] if ignored is None else [ignored]
    return masked | np.isin(values, ignored)


def _masked_by_own(reading, y, values):
    """Labels below 0, which are no class index, that the user's own loss leaves out; as one of two, -1 may count."""
    found, places = np.unique(values, return_index=True)
    num_outputs = min(max(int(found[-1]) + 1, 2), _MOST_OUTPUTS)
    asked = [(value, y[place : place + 1]) for value, place in zip(found, places, strict=True) if value < 0]
    return [value for value, label in asked[:_MOST_ASKED] if reading.leaves_out(label, num_outputs)]


def _mark(labels, rows):
    labels = labels.copy()
    labels[rows] = NO_LABEL if labels.ndim == 1 else np.nan
    return labels


def _resolve_classes(fit, heldout, known_fit):
    classes = np.unique(fit[known_fit])
    if len(classes) > max(known_fit.sum() / 2, MOST_CLASSES_OF_FEW_ROWS):
        reason = f"labels have {len(classes)} distinct values in {known_fit.sum()} rows, too many to be classes"
        return Labels(reason=reason)
    indices = [np.searchsorted(classes, values) for values in (fit, heldout)]
    is_known = classes[np.minimum(indices[1], len(classes) - 1)] == heldout
    return Labels("classes", indices[0], np.where(is_known, indices[1], NO_CLASS), classes)


def _resolve_numbers(fit, heldout):
    with np.errstate(over="ignore"):
        fit, heldout = fit.astype(np.float32), heldout.astype(np.float32)
    largest = max(np.abs(fit).max(), np.abs(heldout).max())
    if not np.isfinite(largest):
        return Labels(reason="labels are beyond the largest float32, 3.4e38")
    is_huge = largest > np.finfo(np.float32).max ** 0.5 / 2
    note = f"Labels reach {largest:.2g}: their squared error is beyond float32, so that probe_loss may stay empty."
    return Labels("regression", fit, heldout, note=note if is_huge else "")


def _width(y):
    """Labels of a row; 0 where they are no vector."""
    return 1 if y.ndim == 1 else y.shape[1] if y.ndim == 2 else 0


def _are_bits(y):
    return y.ndim == 2 and y.shape[1] > 0 and y.dtype.kind in "iubf" and bool(np.all((y == 0) | (y == 1)))


def _are_whole(y):
    """Whether numbers tell nothing but names: whole ones, small enough to be told apart."""
    return y.dtype.kind != "f" or (
        np.array_equal(y, np.round(y)) and bool(np.all(np.abs(y, dtype=np.float64) < _LARGEST))
    )
