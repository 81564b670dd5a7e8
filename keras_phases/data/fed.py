"""What a user passes as `data` where no `fit` runs, as a `fit` would be fed it."""

import numpy as np

from keras_phases.data.probe_examples import check_data
from keras_phases.data.sources import kind_of


def split_data(data):
    """A dict by the names of a `fit`'s local variables: `x`, `y`, `val_x`, `val_y`.

    Args:
        data: What the model is trained on: `(x, y)`, or whatever `fit` takes, and held-out rows beside it:
            `((x, y), (x_test, y_test))`, `(dataset, heldout)`.

    Raises:
        ValueError: for None, and a tuple of another length.
    """
    if data is None:
        raise ValueError(
            "data is None, and no fit runs to take rows from. Expected what the model is trained on: data=(x, y), "
            "((x, y), (x_test, y_test)), or a Dataset."
        )
    check_data(data)
    x, y, validation = _parts_of(data)
    fed = {"x": x, "y": y, "val_x": validation, "val_y": None}
    if isinstance(validation, (tuple, list)):
        fed |= dict(zip(("val_x", "val_y"), validation, strict=False))
    return fed


def _parts_of(data):
    """`(x, y, validation)`."""
    if not isinstance(data, (tuple, list)):
        return data, None, None
    first, second = data
    if kind_of(first) != "arrays":  # of batches, which bring their labels
        return first, None, second
    is_heldout = _is_pair(second) or kind_of(second) != "arrays"
    return (*first, second) if _is_pair(first) and is_heldout else (first, second, None)


def _is_pair(part):
    """Whether this is `(x, y)`, and no list of labels."""
    return isinstance(part, (tuple, list)) and len(part) == 2 and not np.isscalar(part[0])
