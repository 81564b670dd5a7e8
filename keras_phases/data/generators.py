"""The first batches of the generator that a `fit` trains on, read and pushed back."""

import contextlib
import itertools

import numpy as np

from keras_phases.backend.running_fit import adapter_of_fit
from keras_phases.data.source_copies import OWN_ROWS
from keras_phases.data.trees import map_leaves


@contextlib.contextmanager
def draw_head(arguments, name):
    """Within it: an iterator over the batches that `fit` will train on. Afterwards what was read is before `fit` again.

    No more batches are drawn than `fit` will draw, where it tells, so that the generator ends where it would have. The
    batches are held until the training has taken them.

    Args:
        arguments: Local variables of the running `fit`.
        name: What errors call it.

    Raises:
        ValueError: where Keras keeps the generator in another way than we know.
    """
    adapter, first = adapter_of_fit(arguments)
    if first is None or not callable(getattr(adapter, "generator", None)):
        raise ValueError(
            f"{name} is a generator that this version of Keras holds in a {type(adapter).__name__} of unknown form. "
            f"Expected arrays; {OWN_ROWS}."
        )
    stream = adapter.generator()
    # A generator may fill one buffer again and again, the first batches with it.
    first, drawn = [_copy(batch) for batch in first], []
    # Keras gives the first batches again at each start, and takes the further ones once: so will we.
    further = itertools.islice(stream, len(first), None)
    try:
        yield itertools.chain(first, _draw(further, drawn, _most_batches(arguments, len(first))))
    finally:
        rest = itertools.chain(drawn, further)
        adapter.generator = lambda: itertools.chain(first, rest)


def _draw(stream, drawn, most):
    while most is None or len(drawn) < most:
        try:
            batch = next(stream)
        except StopIteration:
            return
        drawn.append(_copy(batch))
        yield drawn[-1]


def _copy(batch):
    if isinstance(batch, (tuple, list)) and not hasattr(batch, "_fields"):
        return type(batch)(_copy(item) for item in batch)
    return map_leaves(_copy_of_array, batch)


def _copy_of_array(array):
    """Some generators give the same array or PyTorch tensor again and again, filled anew."""
    if isinstance(array, np.ndarray):
        return array.copy(order="K")
    return array.clone() if hasattr(array, "clone") else array


def _most_batches(arguments, num_first):
    steps = getattr(arguments["epoch_iterator"], "steps_per_epoch", None)
    if steps is None or arguments.get("epochs") is None:
        return None
    return max(steps * (arguments["epochs"] - (arguments.get("initial_epoch") or 0)) - num_first, 0)
