"""The target task: its rows as arrays, and the draws of fit rows on which frozen features are probed."""

import dataclasses

import numpy as np

from keras_phases.backend.keras_private import arrays_by_input, functional_of
from keras_phases.data.labels import Labels, resolve_labels
from keras_phases.data.probe_examples import mixed_order
from keras_phases.data.sources import as_inputs, as_labels
from keras_phases.data.trees import check_lengths, num_rows_of

_EXPECTED = "Expected ((x, y), (x_test, y_test)), arrays of inputs as fed and a class for each"


@dataclasses.dataclass(frozen=True)
class LabelledRows:
    """A labelled data set.

    Args:
        x: Training rows: an array, or a dict, list or tuple of arrays.
        y: Their labels.
        x_test: Test rows.
        y_test: Their labels.
    """

    x: object
    y: np.ndarray
    x_test: object
    y_test: np.ndarray


@dataclasses.dataclass(frozen=True)
class Draw:
    """Fit rows that a seed draws, and the test rows, which are the same for each.

    Args:
        seed: The seed.
        fit: Indices of the fit rows.
        test: Indices of the test rows.
        labels: `Labels` of both.
    """

    seed: int
    fit: np.ndarray
    test: np.ndarray
    labels: Labels


def labelled_rows(data, name):
    """`LabelledRows` of what a user passes, or a ValueError that says what is wrong with it."""
    is_right = isinstance(data, (tuple, list)) and len(data) == 2
    if not is_right or not all(isinstance(part, (tuple, list)) and len(part) == 2 for part in data):
        raise ValueError(f"{name} is a {type(data).__name__} of another form. {_EXPECTED}.")
    parts = zip(data, ("", "_test"), strict=True)
    return LabelledRows(*(array for part, suffix in parts for array in labelled_part(part, name, _EXPECTED, suffix)))


def labelled_part(part, name, expected, suffix=""):
    """`(x, y)` as arrays of what a user passes as such, or a ValueError that ends with what was expected."""
    x, y = as_inputs(part[0], f"x{suffix} of {name}"), as_labels(part[1], f"y{suffix} of {name}")
    if y is None:
        raise ValueError(f"{name} has no y{suffix}. {expected}.")
    check_lengths(x, y, f"x{suffix} and y{suffix} of {name}")
    return x, y


def check_fits(model, x, name):
    """Fails on rows of another number of inputs or another shape than a model's."""
    functional = functional_of(model)
    if functional is None:
        return
    arrays = arrays_by_input(functional, x)
    if len(arrays) != len(functional.inputs):
        raise ValueError(
            f"{name} has {len(arrays)} input(s), model '{model.name}' takes {len(functional.inputs)}: "
            f"{', '.join(repr(tensor.name) for tensor in functional.inputs)}. Expected an array for each; pass a "
            "dict by these names, or a list in this order."
        )
    for tensor, array in zip(functional.inputs, arrays, strict=True):
        found, expected = array.shape[1:], tuple(tensor.shape[1:])
        if len(found) != len(expected) or any(
            size not in (None, have) for size, have in zip(expected, found, strict=True)
        ):
            raise ValueError(
                f"{name} has rows of shape {found}, model '{model.name}' takes {expected}. Expected rows as they "
                "are fed to the model; resize them, and normalise them as those that it was trained on."
            )


def draw_fit_rows(rows, seeds, *, max_examples, whole_batches_of=1):
    """A `Draw` for each seed; one alone where all rows are fit rows, whatever the seed.

    Args:
        rows: `LabelledRows`.
        seeds: The seeds.
        max_examples: Most fit rows.
        whole_batches_of: Rows of which both counts shall be a multiple, where there are as many. Defaults to 1.

    Raises:
        ValueError: where labels are no classes, or one class is all there is.
    """
    num_rows, num_test = num_rows_of(rows.x), num_rows_of(rows.x_test)
    test = mixed_order(rows.y_test, np.arange(num_test), np.random.default_rng([0, 1]))
    test = test[: _round_down(num_test, whole_batches_of)]
    draws = []
    for seed in seeds if max_examples < num_rows else seeds[:1]:
        order = mixed_order(rows.y, np.arange(num_rows), np.random.default_rng(seed))
        fit = order[: _round_down(min(max_examples, num_rows), whole_batches_of)]
        labels = resolve_labels(rows.y[fit], rows.y_test[test])
        draws.append(Draw(seed, fit, test, check_classes(labels)))
    return tuple(draws)


def _round_down(count, size):
    return count // size * size if count >= size else count


def check_classes(labels):
    """`Labels` that are classes, two or more, or a ValueError."""
    if labels.task != "classes":
        what = f"of task {labels.task!r}" if labels.task else f"that cannot be told: {labels.reason}"
        raise ValueError(f"data has labels {what}. Expected class indices or one-hot rows.")
    if len(labels.classes) < 2:
        raise ValueError(f"data has one class in all fit rows: {labels.classes[0]}. Expected at least two.")
    return labels
