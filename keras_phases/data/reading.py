"""How a model reads what it is fed: which inputs, and what its loss takes the labels for.

One description for all that depends on it: which rows are drawn, what the linear probe tells, the model's own columns.
"""

import contextlib
import dataclasses
import functools
from typing import Any

import keras
import numpy as np

from keras_phases.backend.arrays import host
from keras_phases.backend.keras_private import (
    all_layers,
    arrays_by_input,
    build_symbolically,
    function_of_loss,
    functional_of,
    inputs_of,
    loss_on_rows,
    nodes_in_order,
    outputs_of,
    pair_losses,
)
from keras_phases.backend.own_state import find_places
from keras_phases.backend.random_states import keep_names, put_back, random_places
from keras_phases.data.trees import find_leaves, map_leaves
from keras_phases.warning import warn

IGNORED = 255
"""What masks of objects have where there is no label."""

_MEANS = "sum_over_batch_size", "mean", "mean_with_sample_weight"
"""Reductions of a Keras loss that give a mean."""

_KINDS = {
    "classes": "sparse_categorical_crossentropy categorical_crossentropy categorical_focal_crossentropy "
    "categorical_generalized_cross_entropy categorical_hinge kl_divergence",
    "binary": "binary_crossentropy binary_focal_crossentropy hinge squared_hinge",
    "values": "mean_squared_error mean_absolute_error mean_absolute_percentage_error mean_squared_logarithmic_error "
    "huber log_cosh poisson",
}
"""Functions of `keras.losses`, of which not each is there in Keras 3.12."""


_NAMING = tuple(
    getattr(keras.layers, name)
    for name in ("Embedding", "StringLookup", "IntegerLookup", "CategoryEncoding", "Hashing", "HashedCrossing")
)
_RESHAPING = (keras.layers.Reshape, keras.layers.Flatten, keras.layers.RepeatVector)


@dataclasses.dataclass(frozen=True)
class Head:
    """The array of labels that is probed, of several, or of a training step of the model's own.

    Args:
        name: Its name, as `find_leaves` names it.
        specs: `KerasTensor`s of all of them, a tree.
        is_judged: Whether the loss that the model is compiled with judges them. Defaults to True.
    """

    name: str
    specs: Any
    is_judged: bool = True


@dataclasses.dataclass(frozen=True)
class Reading:
    """What a model reads, and what it is trained for.

    Args:
        inputs: Names of the arrays that it reads, as `find_leaves` names them. Defaults to `None`: all.
        loss: Its one loss, a `keras.losses.Loss`. Defaults to `None`: it has none, or several.
        output: Place of the output that the loss judges among all that the model gives. Defaults to `0`.
        categories: Names of the arrays whose numbers are names, which an embedding or a lookup reads. Defaults to none.
        at_positions: Whether the labels are whole numbers at the positions of that output, of which a loss of the
            user's own, or a training step, tells no more. Defaults to False.
    """

    inputs: tuple[str, ...] | None = None
    loss: Any = None
    output: int = 0
    categories: tuple[str, ...] = ()
    at_positions: bool = False

    @functools.cached_property
    def _function(self):
        return function_of_loss(self.loss)

    @property
    def function(self):
        """What the loss calls, a function of `keras.losses` where it calls one."""
        return self._function[0]

    def option(self, name):
        """An option of the function as it is compiled, such as `"from_logits"`; None where it is not given."""
        return self._function[1].get(name)

    @property
    def kind(self):
        """What the loss says of the labels: `"classes"`, `"binary"` (each output 0 or 1), or `"values"`.

        `"own"` of a loss that we cannot read, None without one.
        """
        if self.loss is None:
            return None
        named = ((kind, getattr(keras.losses, name, None)) for kind, names in _KINDS.items() for name in names.split())
        return next((kind for kind, function in named if function is self.function), "own")

    @property
    def takes_indices(self):
        """Whether the loss takes a class index for each score vector: several of a row are a sequence, no shares."""
        return self.at_positions or self.function is keras.losses.sparse_categorical_crossentropy

    def leaves_out(self, label, num_outputs, counts=False):
        """Whether a loss that we cannot read costs the same, whatever the outputs, of one row's label `(1, ...)`.

        Of labels at positions `counts` `(1, *grid)` marks those that count for sure, where outputs stay as they are: a
        mean over none is no number.

        So does a mask of the user's own. Outputs are tried as chances and as scores, which may have no loss.
        """
        rng, counts = np.random.default_rng(0), np.asarray(counts)
        shape = (2, *(counts.shape or (1,)), num_outputs)
        tried = (*rng.random(shape), *rng.normal(0, 10, shape))
        one, other, *scores = self._ask(label, [np.where(counts[..., None], tried[0], row) for row in tried])
        return one == other and all(cost == one or np.isnan(cost) for cost in scores)

    def takes_numbers(self, labels):
        """Whether a loss that we cannot read is least where the one output is the label itself: that of numbers is.

        Args:
            labels: Some labels as fed `(n, ...)`, of one column.
        """
        rows = np.split(labels, len(labels))
        costs = [self._ask(row, [row.reshape(1, 1).astype(float) + far for far in (0, -1, 1, 3)]) for row in rows]
        return all(one < min(others) for one, *others in costs)

    def _ask(self, label, tried):
        """What the loss costs of one row's label for each of some outputs; NaN where it takes no such row."""
        places = [*find_places(None, [("loss", self.loss)], keeps=lambda *_: True), *random_places()]
        try:
            return [self.evaluate(label, row.astype(np.float32)) for row in tried]
        except Exception:  # a user's own function may do anything
            return [float("nan")] * len(tried)
        finally:
            put_back(places)

    def evaluate(self, y, outputs):
        """The loss of labels as fed `(n, ...)`, without masked rows, and outputs; labels are cast as Keras does."""
        loss = loss_on_rows(self.loss)
        if (masked := masked_rows(y)).any():
            y, outputs = y[~masked], outputs[~masked]
        if np.ma.isMA(y) and y.ndim > 1 and (masked := np.ma.getmaskarray(y)).any():
            masked = masked.all(axis=-1) if y.ndim == outputs.ndim else masked
            y, outputs = y[~masked], outputs[~masked]
        labels = keras.ops.convert_to_tensor(np.asarray(y).astype(loss.dtype))
        values = loss(labels, keras.ops.convert_to_tensor(outputs))
        return float(np.mean(host(values)) * _replicas_of_mean(loss))

    def model_loss(self, y, outputs):
        """The same; NaN without a loss, and where it cannot be evaluated, with a warning."""
        try:
            return float("nan") if self.loss is None else self.evaluate(y, outputs)
        except Exception as error:  # a user's own function may do anything; it costs this column and no more
            warn(f"The model's loss cannot be evaluated on probe rows, model_loss stays empty: {error}")
            return float("nan")


@keep_names()
def find_reading(model, x, y, head=None):
    """The `Reading` of a model.

    Args:
        model: The model, compiled or not.
        x: What it is fed, an array or a tree of arrays.
        y: Its labels, an array; None without.
        head: The `Head` that these are of. Defaults to `None`: there are no others.
    """
    functional, read, pairs = functional_of(model), None, []
    if functional is not None:
        arrays = set(map(id, arrays_by_input(functional, x)[: len(functional.inputs)]))
        read = tuple(name for name, array in find_leaves(x) if id(array) in arrays)
    if y is not None and (head is None or head.is_judged):
        pairs = _pair(model, functional, x, keras.KerasTensor((None, *y.shape[1:])) if head is None else head.specs)
        own = None if head is None else dict(find_leaves(head.specs))[head.name]
        pairs = [(loss, place) for loss, labels, place in pairs if own is None or labels is own]
    if len(pairs) > 1:
        warn(f"Model '{model.name}' has {len(pairs)} losses for one array of labels; model_loss stays empty.")
    loss, output = pairs[0] if len(pairs) == 1 else (None, 0)
    found = Reading(read, loss, output, _find_categories(model, functional, x))
    return dataclasses.replace(found, at_positions=_are_positions(model, x, y, found))


def _are_positions(model, x, y, reading):
    """Whether nothing is known of whole numbers but that they have all axes of what the model gives but the last.

    Scores of classes are as many as these at least; of counts an own loss may judge a mean and a deviation.
    """
    if y is None or y.ndim < 2 or y.dtype.kind not in "iu" or reading.kind not in (None, "own"):
        return False
    with contextlib.suppress(Exception):  # a model that cannot be called on them
        shape = keras.tree.flatten(_outputs_of(model, x))[reading.output].shape
        largest = max(filter(IGNORED.__ne__, np.unique(np.asarray(y)).tolist()), default=0)
        return len(shape) == y.ndim + 1 and shape[-1] > max(largest, 1) and shape[1:-1] == y.shape[1:]
    return False


def _outputs_of(model, x):
    """`KerasTensor`s of what a model gives for rows, a tree; it is built by them where it is not."""
    return build_symbolically(model, map_leaves(_symbol, x))


@keep_names()
def find_head(model, x, specs):
    """The `Head` of several arrays of labels: the first that a loss takes for classes, of a row before those of maps.

    Where none are classes it is the narrowest.

    Args:
        model: The model, compiled or not.
        x: `KerasTensor`s of what it is fed, a tree.
        specs: `KerasTensor`s of the labels, a tree.
    """
    names = {id(spec): name for name, spec in find_leaves(specs)}
    sizes = {name: np.prod(spec.shape[1:]) for name, spec in find_leaves(specs) if len(spec.shape) < 3}
    kinds = {
        names[id(labels)]: Reading(loss=loss).kind
        for loss, labels, _ in _pair(model, functional_of(model), x, specs)
        if id(labels) in names
    }
    classes = [name for name in [*sizes, *names.values()] if kinds.get(name) in ("classes", "binary")]
    return Head([*classes, *sorted(sizes, key=sizes.__getitem__), *names.values()][0], specs)


def _find_categories(model, functional, x):
    """Names of the whole numbers that a layer of names reads; of a model without a graph all, where it has such one.

    Without one a single number a row, and nothing else, is a place in what the model holds, as of a graph's nodes.
    """
    arrays = [(name, array) for name, array in find_leaves(x) if getattr(array, "ndim", 3) < 3]
    whole = [(name, array) for name, array in arrays if array.dtype.kind in "iu"]
    if functional is None:
        is_place = [array.ndim for name, array in whole if not name] == [1]
        return tuple(name for name, _ in whole) if is_place or all_layers(model, _NAMING) else ()
    inputs = zip(functional.inputs, arrays_by_input(functional, x), strict=False)
    found = {id(array) for tensor, array in inputs if _meets_names(functional, tensor)}
    return tuple(name for name, array in whole if id(array) in found)


def _meets_names(functional, tensor):
    """Whether a tensor, however it is reshaped, is read by a layer to which numbers are names."""
    readers = [node for node in nodes_in_order(functional) if any(one is tensor for one in node.input_tensors)]
    return any(
        (isinstance(node.operation, keras.Layer) and all_layers(node.operation, _NAMING))
        or (isinstance(node.operation, _RESHAPING) and _meets_names(functional, node.output_tensors[0]))
        for node in readers
    )


def _pair(model, functional, x, y):
    """`(loss, labels, place of its output)` of each loss; none where Keras cannot pair them."""
    try:
        if getattr(model, "loss", None) is None:
            return []
        if functional is not None:
            outputs = outputs_of(functional)
        elif keras.tree.is_nested(model.loss) or str(model.loss).lower() in ("crossentropy", "ce"):
            outputs = _outputs_of(model, x)
        else:
            outputs = keras.KerasTensor((None, 1))  # the one that there is, which no call need show
        pairs = pair_losses(model, y, outputs)
    except Exception:  # fit would fail, or has a training step of its own
        return []
    places = {id(output): place for place, output in enumerate(keras.tree.flatten(outputs))}
    return [(loss, labels, places[id(output)]) for loss, labels, output in pairs]


def _symbol(array):
    dtype = keras.backend.standardize_dtype(array.dtype) if array.dtype.kind in "fiub" else "string"
    return keras.KerasTensor((2, *array.shape[1:]), dtype)


def _replicas_of_mean(loss):
    """What a mean loss has to be multiplied by: under a strategy of TensorFlow Keras divides it by its replicas."""
    if loss.reduction not in _MEANS or keras.backend.backend() != "tensorflow":
        return 1
    import tensorflow as tf

    return tf.distribute.get_strategy().num_replicas_in_sync


def mask_rows(y, rows):
    """Labels of which some rows, or positions, are masked, for they count for no loss; themselves where none are."""
    if not rows.any():
        return y
    return np.ma.masked_array(y, np.broadcast_to(rows.reshape(*rows.shape, *[1] * (y.ndim - rows.ndim)), y.shape))


def masked_rows(y):
    """Which rows of labels are masked, `(num_rows,)`."""
    return np.ma.getmaskarray(y).reshape(len(y), -1).all(axis=1) if np.ma.isMA(y) else np.zeros(len(y), bool)


def find_input(model, x, name):
    """The key, in a tree of inputs, of the one of that name: a key itself, or the name of an Input; None for none."""
    keys = [key for key, _ in find_leaves(x)]
    if name in keys:
        return name
    functional = functional_of(model)
    inputs = [] if functional is None else find_leaves(inputs_of(functional))
    key = next((key for key, tensor in inputs if tensor.name == name), None)
    return key if key in keys else None
