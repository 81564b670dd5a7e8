"""Probe rows: which examples are measured, drawn once before step 0 and held for the whole run.

Training data is never consumed or reordered: arrays of a running `fit` are indexed, data passed by the user is read
from its beginning.
"""

import dataclasses
import sys

import keras
import numpy as np

from keras_phases.warning import warn

MOST_CLASSES_OF_FEW_ROWS = 20
"""More distinct labels than this, and than half of the fit rows, are measured values, not classes."""

_EXPECTED_ROWS = (
    "Expected a numeric array with the examples on the first axis; pass the rows to measure: PhaseProbe(data=(x, y))."
)


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
        task: Kind of the linear probe, as `keras_phases.probes.fit_linear_probe` takes it; None for none.
    """

    x_fit: np.ndarray
    x_heldout: np.ndarray
    labels_fit: np.ndarray | None
    labels_heldout: np.ndarray | None
    y_heldout: np.ndarray | None
    classes: np.ndarray | None
    heldout: str
    without_labels: str
    inputs_fit: object = None
    inputs_heldout: object = None
    task: str | None = "classes"

    def __post_init__(self):
        for name in ("fit", "heldout"):
            if getattr(self, f"inputs_{name}") is None:
                object.__setattr__(self, f"inputs_{name}", getattr(self, f"x_{name}"))


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
    if adapter != "ArrayDataAdapter":
        raise ValueError(
            f"PhaseProbe() takes rows from a fit on NumPy arrays or tensors; this one has x of type "
            f"{type(arguments['x']).__name__}. Pass the rows to measure: PhaseProbe(data=(x, y)) with arrays, or "
            "a Dataset of its own."
        )
    return _as_rows(arguments["x"], "x of fit"), _as_labels(arguments["y"]), *validation_rows(arguments)


def batch_size_of_fit(arguments):
    """Rows of a training batch of a running `fit`; None where its input does not tell."""
    adapter = getattr(arguments.get("epoch_iterator"), "data_adapter", None)
    size, dataset = getattr(adapter, "batch_size", None), arguments.get("x")
    while size is None and dataset is not None:
        # A Dataset whose last batch may be smaller does not tell in its shapes, but the one that batches does.
        size, dataset = getattr(dataset, "_batch_size", None), getattr(dataset, "_input_dataset", None)
    return None if size is None else int(size)


def check_not_training_stream(data, arguments):
    """Fails on a Dataset that `fit` trains on: a second iterator would change the order that its shuffling gives."""
    if data is arguments.get("x") and hasattr(data, "element_spec"):
        raise ValueError(
            "data is the Dataset that fit trains on, and reading it here would change the training. Expected rows of "
            "their own; pass arrays, PhaseProbe(data=(x, y)), or a Dataset made apart without a shared shuffle."
        )


def validation_rows(arguments, other_than=None):
    """`(x_validation, y_validation)` of a running `fit`, `(None, None)` where there are none to be had.

    Args:
        arguments: Local variables of the running `fit`.
        other_than: Rows that may not serve as held-out rows too.
    """
    try:
        x = _as_rows(arguments.get("val_x"), "x of validation_data")
    except ValueError as error:
        warn(f"{error} Held-out rows are training rows instead; pass validation_data as arrays to use those.")
        x = None
    if x is not None and other_than is not None and _are_same(x, other_than):
        warn("data is validation_data itself. Its rows are split into fit and held-out rows.")
        x = None
    return x, None if x is None else _as_labels(arguments.get("val_y"))


def check_data(data):
    """Fails early on what cannot be `data`."""
    if isinstance(data, (tuple, list)) and len(data) != 2:
        raise ValueError(f"data is a {type(data).__name__} of {len(data)} items. Expected (x, y).")


def _are_same(x, other):
    return np.may_share_memory(x, other) or (x.shape == other.shape and np.array_equal(x, other))


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
        x, y = (*batch, None)[:2] if isinstance(batch, (tuple, list)) else (batch, None)
        xs.append(_as_rows(x, "a batch of data"))
        ys.append(_as_labels(y))
        _check_lengths(xs[-1], ys[-1], "x and y of a batch of data")
        count += len(xs[-1])
        if count >= num_rows:
            break
    if not xs:
        raise ValueError("data gave no batch. Expected batches (x, y).")
    return np.concatenate(xs), None if ys[0] is None else np.concatenate(ys)


def _check_lengths(x, y, names):
    if y is not None and (y.ndim == 0 or len(x) != len(y)):
        count = "no first axis" if y.ndim == 0 else f"{len(y)} rows"
        raise ValueError(
            f"{names} have {len(x)} rows and {count}. Expected one label for each row; batch a dataset of single "
            "examples: PhaseProbe(data=dataset.batch(256))."
        )


def _as_rows(x, name):
    if x is None:
        return None
    x = _only_input(x, name)
    if hasattr(x, "dtype") and not isinstance(x, np.ndarray):
        # Not np.asarray on a tensor of unknown kind: Keras knows how to bring each backend's tensors to NumPy.
        array = keras.ops.convert_to_numpy(x)
    elif isinstance(x, (np.ndarray, list, tuple)) or hasattr(x, "__array__"):
        array = np.asarray(x)
    else:
        # Not np.asarray on what merely has a length and items: it would read every batch of a PyDataset.
        raise ValueError(f"{name} is a {type(x).__name__}. {_EXPECTED_ROWS}")
    if array.ndim < 2 or array.dtype.kind not in "fiub":
        raise ValueError(
            f"{name} is {type(x).__name__} with shape {array.shape} and dtype {array.dtype}. {_EXPECTED_ROWS}"
        )
    return array


def _only_input(x, name):
    """The one input of a dict or list of inputs, and an array as it is."""
    if isinstance(x, dict):
        inputs = list(x.values())
    elif isinstance(x, (list, tuple)) and len(x) and hasattr(x[0], "shape"):
        inputs = x
    else:
        return x
    if len(inputs) != 1:
        raise ValueError(
            f"{name} holds {len(inputs)} inputs. Expected one array, as in PhaseProbe(data=(x, y)); a model with "
            "several inputs cannot be measured."
        )
    return inputs[0]


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
        if rows is not None:
            _check_lengths(rows, labels, name)
    if x_validation is not None and x_validation.shape[1:] != x.shape[1:]:
        raise ValueError(
            f"Fit rows have the shape {x.shape[1:]}, validation rows {x_validation.shape[1:]}. Expected the same; "
            "prepare validation_data as the rows of PhaseProbe(data=(x, y)) are."
        )
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
    # Row by row: a check of all at once would need as much memory again as the rows themselves.
    is_finite = np.array([np.isfinite(x[row]).all() for row in rows], bool)
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
            f"There are {num_fit} fit rows and {num_heldout} held-out rows, the fewer of them below "
            f"probe_batch_size={batch_size}. The probe batch is {smallest} rows, and both row counts are rounded down "
            f"to whole batches; batch statistics of small batches are noisy. Give more rows, or pass a "
            "probe_batch_size that divides both."
        )
    return min(batch_size, smallest)


def _class_labels(y_fit, y_heldout):
    """Class indices of both row sets, the classes, and else the reason why there are none."""
    if y_fit is None or y_heldout is None:
        source = "there are" if y_fit is None else "the held-out rows have"
        return None, None, None, f"{source} no labels, or several arrays of them"
    fit, heldout = _class_values(y_fit), _class_values(y_heldout)
    if fit is None or heldout is None:
        labels = y_fit if fit is None else y_heldout
        reason = f"labels of shape {labels.shape} and dtype {labels.dtype} are neither class indices nor one-hot"
        return None, None, None, reason
    classes = np.unique(fit)
    if len(classes) > max(len(fit) / 2, MOST_CLASSES_OF_FEW_ROWS):
        reason = f"labels have {len(classes)} distinct values in {len(fit)} rows, too many to be classes"
        return None, None, None, reason
    indices = [np.searchsorted(classes, values) for values in (fit, heldout)]
    known = classes[np.minimum(indices[1], len(classes) - 1)] == heldout
    return indices[0], np.where(known, indices[1], -1), classes, ""


def _class_values(y):
    if y.ndim == 2 and y.shape[1] == 1:
        y = y[:, 0]
    if y.ndim == 1 and y.dtype.kind in "iub":
        return y
    if y.ndim == 1 and y.dtype.kind == "f" and np.isfinite(y).all() and np.array_equal(y, np.round(y)):
        return y.astype(np.int64)
    is_one_hot = y.ndim == 2 and y.dtype.kind in "iubf" and bool(np.all((y == 0) | (y == 1)) and np.all(y.sum(1) == 1))
    return y.argmax(1) if is_one_hot else None
