"""Which examples are measured: drawn once before step 0 and held for the whole run.

Training data is never consumed or reordered: arrays of a running `fit` are indexed, of streams a copy is read, and data
passed by the user is read from its beginning.
"""

import dataclasses

import keras
import numpy as np

from keras_phases.data.columns import as_rows, describe_chosen, find_columns, is_mask, signs_of
from keras_phases.data.copies import Copies, are_compared_whole, leave_out_copies
from keras_phases.data.label_maps import LabelMaps, are_apart, resolve_maps
from keras_phases.data.labels import NO_LABEL, Labels, class_values, drop_axes, harden, resolve_labels
from keras_phases.data.reading import Head, Reading
from keras_phases.data.sources import kind_of, read_data, read_source
from keras_phases.data.trees import check_lengths, find_leaves, num_rows_of, take_rows
from keras_phases.warning import warn

# What is tried first as an image: by the number of axes, rows among them.
_IMAGE_LIKE, _MORE_THAN_IMAGE = {4: 0, 3: 2, 2: 3}, 1
_KINDS = {"dataset": "Dataset", "pydataset": "PyDataset", "loader": "DataLoader"}


@dataclasses.dataclass(frozen=True)
class ProbeExamples:
    """Fit rows and held-out rows of one run.

    Args:
        x_fit: The array that is reconstructed, shape `(num_fit, ...)`: the one input, or of several the image-like one.
        x_heldout: The same of other examples, shape `(num_heldout, ...)`.
        labels_fit: Of the task `"classes"` class indices `0 .. num_classes - 1`, shape `(num_fit,)`; else float32,
            shape `(num_fit, num_labels)`: 0 and 1 of `"multilabel"`, values as fed of `"regression"`. None without. -2,
            or NaN, marks a row that the loss leaves out, and that has no label.
        labels_heldout: The same of the held-out rows; -1 marks a class that no fit row has.
        y_heldout: Labels of the held-out rows as fed, for the model's own loss, masked where their weight is 0; None
            without labels.
        classes: The distinct class labels, sorted; None of other tasks.
        heldout: Where the held-out rows come from: `"validation"` or `"training"`.
        without_labels: Why there are no labels to probe, for people; empty where there are.
        inputs_fit: What the model is fed for the fit rows: an array, or a dict, list or tuple of arrays. Defaults to
            `x_fit`.
        inputs_heldout: The same for the held-out rows. Defaults to `x_heldout`.
        task: `"classes"`, `"multilabel"`, `"regression"`, or None without labels to probe. Defaults to `"classes"`.
        transfer: Further label sets of the run, `TransferLabels`. Defaults to none.
        note: What was made of labels that are not plain ones, for people. Defaults to nothing.
        are_hard: Whether each label is one class for sure, and none a share of several. Defaults to True.
        copies: What was found of rows that stand several times. Defaults to none.
        label_maps: `LabelMaps` of the task `"positions"`, whose labels are class indices `(num_rows, *grid)`.
        origin: What of the batches is measured where that had to be chosen, for people. Defaults to nothing.
        head: The `Head` that the labels are, of several arrays. Defaults to `None`: there are no others.
        kind: What is reconstructed: `"maps"`, `"tokens"` (of each some signs), `"points"` (without an order), or
            `"text"`, of which a layer has yet to make numbers. Defaults to `"maps"`, and a vector too.
        source: Name of the input that is reconstructed. Defaults to `None`: it is none, or several together.
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
    transfer: tuple = ()
    note: str = ""
    are_hard: bool = True
    copies: Copies = dataclasses.field(default_factory=Copies)
    label_maps: LabelMaps | None = None
    origin: str = ""
    head: Head | None = None
    kind: str = "maps"
    source: str | None = None

    def __post_init__(self):
        for name, default in (("inputs_fit", self.x_fit), ("inputs_heldout", self.x_heldout)):
            if getattr(self, name) is None:
                object.__setattr__(self, name, default)

    @property
    def labelled_fit(self):
        """Which fit rows have a label, as an index of arrays `(num_fit, ...)`."""
        return _labelled(self.labels_fit)

    @property
    def labelled_heldout(self):
        """The same of the held-out rows."""
        return _labelled(self.labels_heldout)

    @property
    def values_heldout(self):
        """The class of each held-out row as it is fed, one that no fit row has among them; None of other tasks."""
        if self.classes is None or self.y_heldout is None:
            return None
        y = drop_axes(np.asarray(self.y_heldout))
        y = y.argmax(axis=1) if y.ndim == 2 and y.shape[1] > 1 else y.reshape(-1)
        labels = self.labels_heldout
        return y if self.are_hard or labels is None else np.where(labels >= 0, self.classes[labels], y)

    def with_labels(self, y_fit, y_heldout, reading=None):
        """The same rows with other labels as fed, arrays or None; of `reading` the loss says what kind they are."""
        maps, why = resolve_maps(y_fit, y_heldout, reading or Reading(), self.x_fit)
        if maps is not None:
            maps.is_apart = are_apart(maps.grid, self)
            labels = Labels("positions", maps.fit, maps.heldout, note=maps.note)
        else:
            labels = Labels(reason=why) if why else resolve_labels(y_fit, y_heldout, reading)
        return dataclasses.replace(
            self,
            labels_fit=labels.fit,
            labels_heldout=labels.heldout,
            y_heldout=y_heldout,
            classes=labels.classes,
            without_labels=labels.reason,
            task=labels.task,
            note=labels.note,
            are_hard=labels.are_hard,
            label_maps=maps,
        )


def _labelled(labels):
    if labels is None:
        return slice(None)
    has_label = ~np.isnan(labels[:, 0]) if labels.dtype.kind == "f" else labels != NO_LABEL
    if labels.ndim > 1 and labels.dtype.kind != "f":
        return has_label
    return slice(None) if has_label.all() else np.flatnonzero(has_label)


def rows_of_fit(arguments, *, num_rows=12_000, num_validation_rows=2_000, seed=0, form=None):
    """`(x, y, x_validation, y_validation)` as NumPy arrays from the local variables of a running `fit`.

    `x` is a tree of arrays where the model has several inputs, or one by name. The training stream is left as it is:
    see `keras_phases.data.sources`. Labels of rows with a sample weight of 0 are masked; other weights are left out.

    Args:
        arguments: Local variables of the running `fit`, of `fit_locals`.
        num_rows: Rows to choose from what is no NumPy array. Defaults to `12_000`.
        num_validation_rows: The same for validation data. Defaults to `2_000`.
        seed: Seed of the choice. Defaults to `0`.
        form: `BatchForm` of the batches. Defaults to `None`: as Keras unpacks them.

    Raises:
        ValueError: for inputs that cannot be read without touching the training stream, asking for `data=`.
    """
    fed = arguments["x"], arguments.get("y"), arguments.get("sample_weight")
    rows = read_source(fed, "x of fit", num_rows=num_rows, seed=seed, arguments=arguments, form=form)
    return *rows, *validation_rows(arguments, num_rows=num_validation_rows, seed=seed, form=form)


def check_not_training_stream(data, arguments):
    """Fails on a stream that `fit` trains on: reading it as it is would change what the training reads."""
    if data is arguments.get("x") and kind_of(data) != "arrays":
        kind = _KINDS.get(kind_of(data), type(data).__name__)
        raise ValueError(
            f"data is the {kind} that fit trains on, and reading it here would change the training. Expected rows of "
            "their own; leave data out, and a copy is read where that is safe, or pass arrays, data=(x, y)."
        )


def validation_rows(arguments, *, num_rows=2_000, seed=0, form=None):
    """`(x_validation, y_validation)` of a running `fit`, `(None, None)` where there are none to be had.

    Args:
        arguments: Local variables of the running `fit`.
        num_rows: Rows to choose from what is no NumPy array. Defaults to `2_000`.
        seed: Seed of the choice. Defaults to `0`.
        form: As in `rows_of_fit`. Defaults to `None`.
    """
    if arguments.get("val_x") is None:
        return None, None
    try:
        fed = arguments["val_x"], arguments.get("val_y"), arguments.get("val_sample_weight")
        x, y = read_source(fed, "x of validation_data", num_rows=num_rows, seed=seed, form=form)
    except ValueError as error:
        warn(f"{error} Held-out rows are training rows instead; pass validation_data as arrays to use those.")
        return None, None
    return x, y


def check_data(data):
    """Fails early on what cannot be `data`."""
    if isinstance(data, (tuple, list)) and len(data) != 2:
        raise ValueError(f"data is a {type(data).__name__} of {len(data)} items. Expected (x, y).")


def rows_of_data(data, *, num_rows):
    """`(x, y)` as NumPy arrays, a tree of them for `x`, from what a user passes as `data`.

    Args:
        data: `x`, `(x, y)`, or an iterable of such batches, read from its beginning: a `tf.data.Dataset`, a
            `keras.utils.PyDataset`, a torch `DataLoader` or a generator. `x` may be a dict or list of arrays.
        num_rows: Rows to read from an iterable, in whole batches; arrays are taken whole.

    Raises:
        ValueError: for what is no array, and an iterable without a batch.
    """
    return read_data(data, num_rows=num_rows)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Draws:
    """How many rows are drawn.

    Args:
        max_examples: Most fit rows.
        max_heldout: Most held-out rows.
        batch_size: Rows of a probe batch.
        seed: Seed of the draws.
    """

    max_examples: int
    max_heldout: int
    batch_size: int
    seed: int


def draw_rows(x, y, x_validation, y_validation, *, draws, target=None, reading=None):
    """Draws fit and held-out rows by the seed, whole probe batches each, in a fixed mixed order.

    Held-out rows come from the validation rows where there are any, else from training rows that are not fit rows.
    Where class labels are known, the classes have their shares in both sets and in each probe batch, to one row. Row
    counts are rounded down to whole batches, never padded: a padded batch would move its batch statistics.

    Args:
        x: Training rows: an array, or a dict, list or tuple of arrays.
        y: Their labels, an array, or None.
        x_validation: Validation rows as `x`, or None.
        y_validation: Their labels, or None.
        draws: `Draws`.
        target: Name or index of the input that is reconstructed. Defaults to `None`: the image-like one, the first
            numeric input with 3 axes beside the rows, else with more, with 2, with 1, of those that the model reads.
        reading: `Reading` of the model. Defaults to `None`: nothing is known of it.

    Returns:
        `(ProbeExamples, batch_size)`; the batch size is smaller than asked for where there are fewer rows.

    Raises:
        ValueError: with fewer than two held-out rows or fit rows, labels of another length than their rows, or no
            numeric input to reconstruct.
    """
    reading = reading or Reading()
    read, kind = reading.inputs, None if reading.takes_indices else reading.kind
    columns = find_columns(_read_leaves(x, read), reading.categories) if target is None else None
    chosen = "" if columns else _resolve_target(x, target, reading)
    for rows, labels, name in ((x, y, "x and y"), (x_validation, y_validation, "validation x and y")):
        if rows is not None:
            check_lengths(rows, labels, name)
    if x_validation is not None:
        _check_alike(x, x_validation, read)
    labels = [None if own is None else harden(drop_axes(np.asarray(own)), kind) for own in (y, y_validation)]
    both = (dict(find_leaves(tree)) for tree in (x, x if x_validation is None else x_validation))
    compared = tuple(columns.stack(leaves) if columns else leaves[chosen] for leaves in both)
    num_validation = None if x_validation is None else num_rows_of(x_validation)
    fit, heldout, copies = _choose(compared, num_validation, labels, draws)
    if heldout is None:
        warn(
            f"{copies.num_shared:,} of {copies.num_compared:,} validation rows are training rows as well. Held-out "
            "rows are training rows that the decoders are not fitted on; pass validation_data with rows of its own."
        )
        return draw_rows(x, y, None, None, draws=draws, target=target, reading=reading)
    x_from, y_from = (x, y) if x_validation is None else (x_validation, y_validation)
    fit, heldout = _finite_rows(x, fit, read), _finite_rows(x_from, heldout, read)
    batch_size = _whole_batch(draws.batch_size, len(fit), len(heldout))
    fit, heldout = (rows[: len(rows) // batch_size * batch_size] for rows in (fit, heldout))
    y_fit, y_heldout = (None if labels is None else labels[rows] for labels, rows in ((y, fit), (y_from, heldout)))
    inputs_fit, inputs_heldout = take_rows(x, fit), take_rows(x_from, heldout)
    both = [dict(find_leaves(inputs)) for inputs in (inputs_fit, inputs_heldout)]
    are_ids = chosen in reading.categories and both[0][chosen].ndim < 3
    is_text = not columns and both[0][chosen].dtype.kind not in "fiub"
    take = signs_of if are_ids else as_rows
    x_fit, x_heldout = columns.join(*both) if columns else (take(leaves[chosen]) for leaves in both)
    rows = ProbeExamples(
        x_fit=x_fit,
        x_heldout=x_heldout,
        labels_fit=None,
        labels_heldout=None,
        y_heldout=None,
        classes=None,
        heldout="training" if x_validation is None else "validation",
        without_labels="",
        inputs_fit=inputs_fit,
        inputs_heldout=inputs_heldout,
        copies=copies,
        origin=columns.describe() if columns else describe_chosen(chosen, _read_leaves(x, read), are_ids),
        source=None if columns else chosen,
        kind="text" if is_text else "tokens" if are_ids else "maps",
    )
    return rows.with_labels(y_fit, y_heldout, reading), batch_size


def _choose(arrays, num_validation, labels, draws):
    """`(fit, heldout, Copies)`; rows None for held-out ones where most validation rows are training rows."""
    rows = [np.arange(len(arrays[0])), np.arange(num_validation or 0)]
    is_whole = are_compared_whole(*arrays)
    if is_whole:
        *rows, copies = leave_out_copies(arrays[0], rows[0], arrays[1], rows[1], seed=draws.seed)
        if not copies.are_measured and copies.num_shared > copies.num_compared / 2:
            return rows[0], None, copies
    first, second = (np.random.default_rng(seed) for seed in (draws.seed, [draws.seed, 1]))
    order = mixed_order(labels[0], rows[0], first)
    if num_validation is not None:
        heldout = mixed_order(labels[1], rows[1], second)[: draws.max_heldout]
        fit = order[: draws.max_examples]
    else:
        # A sixth of the training rows at most, so that the fit keeps the most of a small set.
        heldout = order[: min(draws.max_heldout, max(len(order) // 6, 2))]
        fit = mixed_order(labels[0], order[len(heldout) :], second)[: draws.max_examples]
    if not is_whole:
        heldout, fit, copies = leave_out_copies(arrays[1], heldout, arrays[0], fit, seed=draws.seed)
    return fit, heldout, copies


def _read_leaves(x, read):
    """The arrays of a tree that a model reads, by name; all where that is not known."""
    return {name: array for name, array in find_leaves(x) if read is None or name in read}


def _resolve_target(x, target, reading):
    """Name of the input that is reconstructed, as `find_leaves` names it."""
    inputs = _read_leaves(x, reading.inputs if target is None else None)
    described = ", ".join(f"'{name}' {array.shape} {array.dtype}" for name, array in inputs.items())
    numeric = [name for name, array in inputs.items() if array.dtype.kind in "fiub"]
    if target is not None:
        if str(target) not in numeric:
            raise ValueError(
                f"The input to reconstruct is {target!r}. Expected the name or index of a numeric input with the "
                f"examples on the first axis; the inputs are: {described}."
            )
        return str(target)
    numeric = [name for name in numeric if not is_mask(name, inputs)] or numeric or list(inputs)
    numeric = [name for name in numeric if name not in reading.categories] or numeric
    return min(numeric, key=lambda name: _IMAGE_LIKE.get(inputs[name].ndim, _MORE_THAN_IMAGE))


def _check_alike(x, x_validation, read):
    trees = (_read_leaves(rows, read) for rows in (x, x_validation))
    shapes, others = ({name: leaf.shape[1:] for name, leaf in leaves.items()} for leaves in trees)
    if shapes != others:
        if shapes.keys() == others.keys() == {""}:
            (shapes,), (others,) = shapes.values(), others.values()
        raise ValueError(
            f"Fit rows have the shape {shapes}, validation rows {others}. Expected the same; "
            "prepare validation_data as the rows of data=(x, y) are."
        )


def mixed_order(labels, rows, generator):
    """The rows in an order of which each stretch holds every class at its share, to one row."""
    rows = generator.permutation(rows)
    classes = None if labels is None else class_values(labels)
    if classes is None:
        return rows
    _, classes, counts = np.unique(classes[rows], return_inverse=True, return_counts=True)
    places = np.empty(len(rows))
    # The k-th of n rows of a class goes somewhere between k / n and (k + 1) / n of the way.
    places[np.argsort(classes, kind="stable")] = np.concatenate([*map(np.arange, counts), []])
    return rows[np.argsort((places + generator.random(len(rows))) / counts[classes], kind="stable")]


def _finite_rows(x, rows, read):
    """The rows that are finite as the model and the decoders take them, in Keras's float type and in float32."""
    arrays = [array for array in _read_leaves(x, read).values() if array.dtype.kind == "f"]
    if not arrays:
        return rows
    dtype = "float16" if keras.config.floatx() == "float16" else "float32"
    # Row by row: a check of all at once would need as much memory again as the rows themselves.
    with np.errstate(over="ignore"):
        is_finite = [all(np.isfinite(array[row].astype(dtype)).all() for array in arrays) for row in rows]
    is_finite = np.array(is_finite, bool)
    if not is_finite.all():
        warn(
            f"{np.count_nonzero(~is_finite)} of {len(rows)} probe rows hold NaN or infinite inputs, as {dtype}, and "
            "are left out."
        )
    return rows[is_finite]


def _whole_batch(batch_size, num_fit, num_heldout):
    smallest = min(num_fit, num_heldout)
    if smallest < 2:
        raise ValueError(
            f"There are {num_fit} fit rows and {num_heldout} held-out rows. Expected at least 2 of each; give fit more "
            "rows or validation_data, or pass rows of your own: data=(x, y)."
        )
    if smallest < batch_size:
        warn(
            f"There are {num_fit} fit rows and {num_heldout} held-out rows, the fewer of them below "
            f"probe_batch_size={batch_size}. The probe batch is {smallest} rows, and both row counts are rounded down "
            f"to whole batches; batch statistics of small batches are noisy. Give more rows, or pass a "
            "probe_batch_size that divides both."
        )
    return min(batch_size, smallest)
