"""Label sets: the labels of the run, and further ones that linear probes tell from the same features.

A further one is a function of the inputs, which costs a fit on features that are there, or another data set with rows
of its own, which costs their forward pass besides.
"""

import dataclasses
import re
import zlib

import numpy as np

from keras_phases.backend.random_states import keep_random_states
from keras_phases.data.labels import count_outputs
from keras_phases.data.probe_examples import ProbeExamples, draw_rows
from keras_phases.data.sources import as_inputs, as_labels, kind_of
from keras_phases.data.trees import find_leaves, map_leaves, num_rows_of, to_array

_EXPECTED = (
    "Expected a function labels(x) -> (n,) of inputs as fed, or a labelled data set of arrays, (x, y) or "
    "((x, y), (x_test, y_test))"
)


@dataclasses.dataclass(frozen=True)
class TransferLabels:
    """Labels that a linear probe of each tap is fitted to.

    Args:
        name: Its name in columns, `transfer_<name>_accuracy`; empty for the labels of the run.
        rows: `ProbeExamples` with these labels.
        batch_size: Rows of a probe batch.
        has_own_rows: Whether these are other rows than those that are reconstructed. Defaults to False.
    """

    name: str
    rows: ProbeExamples
    batch_size: int
    has_own_rows: bool = False

    @property
    def num_outputs(self):
        """Outputs of its linear probe; 0 where the labels allow none."""
        return count_outputs(self.rows)

    def with_labels(self, fit, heldout, classes):
        """The same set with a class index for each of other rows, in their order."""
        rows = dataclasses.replace(
            self.rows, labels_fit=fit, labels_heldout=heldout, classes=classes, task="classes", label_maps=None
        )
        return dataclasses.replace(self, rows=rows)

    def describe(self):
        """What tells it apart from another of the same name, for the record."""
        rows = self.rows
        return {
            "task": rows.task,
            "num_outputs": self.num_outputs,
            "num_fit_examples": len(rows.labels_fit),  # pyright: ignore[reportArgumentType] labels are there
            "num_heldout_examples": len(rows.labels_heldout),  # pyright: ignore[reportArgumentType] labels are there
            "has_own_rows": self.has_own_rows,
            "labels": _fingerprint(rows),
        }


def _fingerprint(rows):
    """Classes to the last row; of values, which rounding moves, the mean to five digits."""
    if rows.task == "regression":
        return float(f"{np.mean(rows.labels_fit, dtype=np.float64):.5g}")
    both = np.concatenate([rows.labels_fit, rows.labels_heldout]).astype(np.int32)
    return zlib.crc32(both.tobytes())


def check_transfer(transfer):
    """`transfer` as a dict sorted by name; fails early on what cannot be one.

    Raises:
        ValueError: for other names than letters, digits and `_`, and for what is neither a function nor a data set.
    """
    if transfer is None:
        return {}
    if not isinstance(transfer, dict):
        raise ValueError(
            f"transfer is a {type(transfer).__name__}. Expected a dict from names to label sets: "
            "transfer={'colour': labels}."
        )
    for name, value in transfer.items():
        if not isinstance(name, str) or not re.fullmatch(r"\w+", name, re.ASCII):
            raise ValueError(
                f"transfer has a label set named {name!r}. Expected letters, digits and _ alone, since its columns are "
                "transfer_<name>_accuracy and transfer_<name>_loss; rename it."
            )
        if not callable(value):
            _parts_of(name, value)
    return dict(sorted(transfer.items()))


def _parts_of(name, value):
    """`((x, y), (x_test, y_test))` of a data set, the second pair `(None, None)` where it has no test rows."""
    is_pair = isinstance(value, (tuple, list)) and len(value) == 2
    has_test = is_pair and all(isinstance(part, (tuple, list)) and len(part) == 2 for part in value)
    parts = tuple(map(tuple, value)) if has_test else (tuple(value), (None, None)) if is_pair else ()
    if not parts:
        many = f" of {len(value)} items" if isinstance(value, (tuple, list)) else ""
        raise ValueError(f"transfer[{name!r}] is a {type(value).__name__}{many}. {_EXPECTED}.")
    for x, y in parts if has_test else parts[:1]:
        if kind_of(x) != "arrays" or x is None or y is None:
            raise ValueError(f"transfer[{name!r}] has x {_describe(x)} and y {_describe(y)}. {_EXPECTED}.")
    return parts


def _describe(value):
    shape = getattr(value, "shape", None)
    return "None" if value is None else type(value).__name__ + ("" if shape is None else f" of shape {tuple(shape)}")


@keep_random_states()
def resolve_transfer(transfer, rows, batch_size, *, draws):
    """A `TransferLabels` for each name.

    Args:
        transfer: What `check_transfer` returned.
        rows: `ProbeExamples` of the run.
        batch_size: Rows of its probe batch.
        draws: `Draws` of the rows of a data set.

    Raises:
        ValueError: for labels that no linear probe can be fitted to, and rows of other shapes than those of the run.
    """
    return tuple(
        _from_function(name, value, rows, batch_size) if callable(value) else _from_data(name, value, rows, draws)
        for name, value in transfer.items()
    )


def _from_function(name, function, rows, batch_size):
    both = [_call(name, function, inputs) for inputs in (rows.inputs_fit, rows.inputs_heldout)]
    return _checked(TransferLabels(name, rows.with_labels(*both), batch_size))


def _call(name, function, inputs):
    expected = "Expected a function labels(x) -> (n,), a class index for each row of the inputs as fed."
    try:
        labels = function(map_leaves(_read_only, inputs))
    except Exception as error:
        raise ValueError(
            f"transfer[{name!r}] failed on probe rows: {type(error).__name__}: {error} {expected}"
        ) from error
    labels = to_array(labels, f"What transfer[{name!r}] gives", expected)
    if labels.ndim == 0 or len(labels) != num_rows_of(inputs):
        raise ValueError(
            f"transfer[{name!r}] gives labels of shape {labels.shape} for {num_rows_of(inputs)} rows. {expected}"
        )
    return labels


def _read_only(array):
    # What the function would write is what the decoders reconstruct.
    array = array.view()
    array.flags.writeable = False
    return array


def _from_data(name, value, rows, draws):
    place = f"transfer[{name!r}]"
    (x, y), (x_test, y_test) = _parts_of(name, value)
    try:
        x, y = as_inputs(x, f"x of {place}"), as_labels(y, f"y of {place}")
        if x_test is not None:
            x_test, y_test = as_inputs(x_test, f"x_test of {place}"), as_labels(y_test, f"y_test of {place}")
        _check_shapes(place, x, rows.inputs_fit)
        own, batch_size = draw_rows(x, y, x_test, y_test, draws=draws)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from error
    return _checked(TransferLabels(name, own, batch_size, has_own_rows=True))


def _check_shapes(place, x, inputs):
    found, expected = ({name: leaf.shape[1:] for name, leaf in find_leaves(tree)} for tree in (x, inputs))
    if found != expected:
        if found.keys() == expected.keys() == {""}:
            (found,), (expected,) = found.values(), expected.values()
        raise ValueError(
            f"rows have the shape {found}, those of the run {expected}. Expected the same, since the same model reads "
            "both; resize the images of the other data set."
        )


def _checked(label_set):
    rows = label_set.rows
    if rows.task is None:
        raise ValueError(
            f"transfer[{label_set.name!r}] has no labels to probe: {rows.without_labels}. Expected a class index for "
            "each row, or one-hot, multi-label or regression values."
        )
    if label_set.num_outputs == 0:
        raise ValueError(
            f"transfer[{label_set.name!r}] has one class in all {len(rows.labels_fit)} fit rows: {rows.classes[0]}. "
            "Expected at least two, for there to be something to tell."
        )
    return label_set
