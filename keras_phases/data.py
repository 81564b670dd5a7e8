"""Probe rows: which examples are measured, drawn once before step 0 and held for the whole run.

Training data is never consumed or reordered: arrays of a running `fit` are indexed, data passed by the user is read
from its beginning.
"""

import dataclasses
import sys

import keras
import numpy as np

from keras_phases.warning import warn


@dataclasses.dataclass(frozen=True)
class ProbeRows:
    """Fit rows and held-out rows of one run.

    Args:
        x_fit: Inputs as fed to the model, shape `(num_fit, ...)`.
        x_heldout: Inputs of other examples, shape `(num_heldout, ...)`.
        labels_fit: Class indices `0 .. num_classes - 1` of the fit rows, or None without class labels.
        labels_heldout: The same of the held-out rows; -1 marks a class that no fit row has.
        y_heldout: Labels of the held-out rows as fed, for the model's own loss; None without labels.
        classes: The distinct label values, sorted; None without class labels.
        heldout: Where the held-out rows come from: `"validation"` or `"training"`.
        without_labels: Why there are no class labels, for people; empty where there are.
    """

    x_fit: np.ndarray
    x_heldout: np.ndarray
    labels_fit: np.ndarray | None
    labels_heldout: np.ndarray | None
    y_heldout: np.ndarray | None
    classes: np.ndarray | None
    heldout: str
    without_labels: str


def fit_locals(model):
    """The local variables of the Keras `fit` that runs `model` right now.

    Keras keeps the arguments of `fit` nowhere else (see the frame by `self` and `epoch_iterator`, which skips a user's
    override of `fit` and the traceback wrapper).

    Raises:
        ValueError: outside `fit`, asking for `data=`.
    """
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_name == "fit":
            names = frame.f_locals
            if "epoch_iterator" in names and names.get("self") is model:
                return names
        frame = frame.f_back
    raise ValueError(
        "PhaseProbe found no running model.fit to take rows from. Expected to be a callback of model.fit; in a custom "
        "training loop pass the rows: PhaseProbe(data=(x, y))."
    )


def rows_of_fit(arguments):
    """`(x, y, x_validation, y_validation)` as NumPy arrays from the local variables of a running `fit`.

    Raises:
        ValueError: for inputs that cannot be read without touching the training stream, asking for `data=`.
    """
    adapter = type(arguments["epoch_iterator"].data_adapter).__name__
    if keras.backend.backend() != "tensorflow" or adapter != "ArrayDataAdapter":
        raise ValueError(
            f"PhaseProbe() takes rows from fit on the TensorFlow backend with NumPy arrays or tensors; this fit runs "
            f"on {keras.backend.backend()} with x of type {type(arguments['x']).__name__}. "
            "Pass the rows to measure: PhaseProbe(data=(x, y)) with arrays."
        )
    return _as_rows(arguments["x"], "x of fit"), _as_labels(arguments["y"]), *validation_rows(arguments)


def validation_rows(arguments):
    """`(x_validation, y_validation)` of a running `fit`, `(None, None)` where there are none to be had."""
    try:
        x = _as_rows(arguments.get("val_x"), "x of validation_data")
    except ValueError as error:
        warn(f"{error} Held-out rows are taken from the training rows instead.")
        x = None
    return x, None if x is None else _as_labels(arguments.get("val_y"))


def check_data(data):
    """Fails early on what cannot be `data`."""
    if isinstance(data, (tuple, list)) and len(data) != 2:
        raise ValueError(f"data is a {type(data).__name__} of {len(data)} items. Expected (x, y).")


def rows_of_data(data, *, num_rows):
    """`(x, y)` as NumPy arrays from what a user passes as `data`.

    Args:
        data: `x`, `(x, y)`, or an iterable of such batches: a `tf.data.Dataset` or a `keras.utils.PyDataset`.
        num_rows: Rows to read from an iterable; arrays are taken whole.
    """
    if isinstance(data, (tuple, list)):
        return _as_rows(data[0], "x of data"), _as_labels(data[1])
    if isinstance(data, keras.utils.PyDataset):
        return _read_batches((data[index] for index in range(len(data))), num_rows)
    if hasattr(data, "element_spec") and hasattr(data, "__iter__"):
        return _read_batches(data, num_rows)
    return _as_rows(data, "data"), None


def _read_batches(batches, num_rows):
    xs, ys, count = [], [], 0
    for batch in batches:
        x, y = (batch[0], batch[1]) if isinstance(batch, (tuple, list)) else (batch, None)
        xs.append(_as_rows(x, "a batch of data"))
        ys.append(_as_labels(y))
        count += len(xs[-1])
        if count >= num_rows:
            break
    if not xs:
        raise ValueError("data gave no batch. Expected batches (x, y).")
    return np.concatenate(xs), None if ys[0] is None else np.concatenate(ys)


def _as_rows(x, name):
    if x is None:
        return None
    if isinstance(x, dict) or (isinstance(x, (list, tuple)) and len(x) and hasattr(x[0], "shape")):
        raise ValueError(
            f"{name} holds several inputs. PhaseProbe measures models with one input array; "
            "pass the array to measure: PhaseProbe(data=(x, y))."
        )
    # Not np.asarray on a tensor of unknown kind: Keras knows how to bring each backend's tensors to NumPy.
    array = keras.ops.convert_to_numpy(x) if not isinstance(x, np.ndarray) and hasattr(x, "dtype") else np.asarray(x)
    if array.ndim < 2 or array.dtype.kind not in "fiub":
        raise ValueError(
            f"{name} is {type(x).__name__} with shape {array.shape} and dtype {array.dtype}. Expected a numeric array "
            "with the examples on the first axis; pass it as PhaseProbe(data=(x, y))."
        )
    return array


def _as_labels(y):
    if y is None:
        return None
    if isinstance(y, (dict, list, tuple)) and not np.isscalar(y[0] if isinstance(y, (list, tuple)) and y else None):
        return None
    return keras.ops.convert_to_numpy(y) if not isinstance(y, np.ndarray) and hasattr(y, "dtype") else np.asarray(y)


def draw_rows(x, y, x_validation, y_validation, *, max_examples, max_heldout, batch_size, seed):
    """Draws fit and held-out rows by the seed, whole probe batches each, in a fixed mixed order.

    Held-out rows come from the validation rows where there are any, else from training rows that are not fit rows.
    Row counts are rounded down to whole batches, never padded: a padded batch would move its batch statistics.

    Returns:
        `(ProbeRows, batch_size)`; the batch size is smaller than asked for where there are fewer rows.

    Raises:
        ValueError: with fewer than two held-out rows or fit rows, or labels of another length than their rows.
    """
    for rows, labels, name in ((x, y, "x and y"), (x_validation, y_validation, "validation x and y")):
        if rows is not None and labels is not None and len(rows) != len(labels):
            raise ValueError(f"{name} have {len(rows)} and {len(labels)} rows. Expected one label for each row.")
    order = np.random.default_rng(seed).permutation(len(x))
    if x_validation is not None:
        heldout = np.random.default_rng([seed, 1]).permutation(len(x_validation))[:max_heldout]
        fit = order[:max_examples]
    else:
        # A sixth of the training rows at most, so that the fit keeps the most of a small set.
        heldout = order[: min(max_heldout, max(len(x) // 6, 2))]
        fit = order[len(heldout) :][:max_examples]
    x_from, y_from = (x, y) if x_validation is None else (x_validation, y_validation)
    fit, heldout = _finite_rows(x, fit), _finite_rows(x_from, heldout)
    batch_size = _whole_batch(batch_size, len(fit), len(heldout))
    fit, heldout = (rows[: len(rows) // batch_size * batch_size] for rows in (fit, heldout))
    y_fit, y_heldout = (None if labels is None else labels[rows] for labels, rows in ((y, fit), (y_from, heldout)))
    labels_fit, labels_heldout, classes, without_labels = _class_labels(y_fit, y_heldout)
    rows = ProbeRows(
        x_fit=x[fit],
        x_heldout=x_from[heldout],
        labels_fit=labels_fit,
        labels_heldout=labels_heldout,
        y_heldout=y_heldout,
        classes=classes,
        heldout="training" if x_validation is None else "validation",
        without_labels=without_labels,
    )
    return rows, batch_size


def _finite_rows(x, rows):
    if x.dtype.kind != "f":
        return rows
    is_finite = np.isfinite(x[rows].reshape(len(rows), -1).sum(axis=1))
    if not is_finite.all():
        warn(f"{np.count_nonzero(~is_finite)} of {len(rows)} probe rows hold NaN or infinite inputs and are left out.")
    return rows[is_finite]


def _whole_batch(batch_size, num_fit, num_heldout):
    smallest = min(num_fit, num_heldout)
    if smallest < 2:
        raise ValueError(
            f"There are {num_fit} fit rows and {num_heldout} held-out rows. Expected at least 2 of each; give fit more "
            "rows or validation_data, or pass rows of your own: PhaseProbe(data=(x, y))."
        )
    if smallest < batch_size:
        warn(
            f"There are {num_fit} fit rows and {num_heldout} held-out rows, fewer than probe_batch_size={batch_size}. "
            f"The probe batch is {smallest} rows; batch statistics of small batches are noisy."
        )
    return min(batch_size, smallest)


def _class_labels(y_fit, y_heldout):
    """Class indices of both row sets, or the reason why there are none."""
    if y_fit is None or y_heldout is None:
        return None, None, None, "fit has no labels" if y_fit is None else "the held-out rows have no labels"
    fit, heldout = _class_values(y_fit), _class_values(y_heldout)
    if fit is None or heldout is None:
        reason = f"labels of shape {y_fit.shape} and dtype {y_fit.dtype} are neither class indices nor one-hot"
        return None, None, None, reason
    classes = np.unique(fit)
    indices = [np.searchsorted(classes, values) for values in (fit, heldout)]
    known = classes[np.minimum(indices[1], len(classes) - 1)] == heldout
    return indices[0], np.where(known, indices[1], -1), classes, ""


def _class_values(y):
    if y.ndim == 2 and y.shape[1] == 1:
        y = y[:, 0]
    if y.ndim == 1 and y.dtype.kind in "iub":
        return y
    if y.ndim == 1 and y.dtype.kind == "f" and np.array_equal(y, np.round(y)):
        return y.astype(np.int64)
    is_one_hot = y.ndim == 2 and y.dtype.kind in "iubf" and bool(np.all((y == 0) | (y == 1)) and np.all(y.sum(1) == 1))
    return y.argmax(1) if is_one_hot else None
