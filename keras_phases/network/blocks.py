"""The blocks of a model, found from the calls of a forward pass and, where it has one, its layer graph.

A tensor through which every path from input to output passes is a *cut*; a segment is the stretch between two cuts; a
block begins at a segment that holds trained weights and takes in the normalisation and activation that follow. Models
within a model are taken apart. A subclassed model has no graph: each call that it makes stands for a segment.
"""

import collections
import dataclasses

import keras
from keras import layers

from keras_phases.backend.keras_private import functional_of, nodes_in_order

_NORMALISATIONS = (
    layers.BatchNormalization,
    layers.LayerNormalization,
    layers.GroupNormalization,
    layers.UnitNormalization,
    layers.Normalization,
    *filter(None, [getattr(layers, "RMSNormalization", None)]),  # since Keras 3.9
)
_ACTIVATIONS = (layers.Activation, layers.ReLU, layers.LeakyReLU, layers.PReLU, layers.ELU, layers.Softmax)
_MERGES = (layers.Add, layers.Concatenate, layers.Average, layers.Multiply, layers.Maximum)
_SAME_VALUES = (
    layers.Flatten,
    layers.Reshape,
    layers.Dropout,
    layers.AlphaDropout,
    layers.GaussianDropout,
    layers.GaussianNoise,
    layers.ActivityRegularization,
    layers.Identity,
)
# What `keras.ops.relu(x + shortcut)` leaves in a graph: operations that are no layers, known by their class alone.
_OPERATIONS = {
    _ACTIVATIONS: {
        "Relu",
        "Relu6",
        "LeakyRelu",
        "Elu",
        "Selu",
        "Gelu",
        "Silu",
        "HardSilu",
        "Tanh",
        "Sigmoid",
        "Softmax",
    },
    _MERGES: {"Add", "Subtract", "Concatenate", "Multiply", "Maximum"},
    _SAME_VALUES: {"Reshape"},
}


def _is_mask(dtype):
    """Whether a tensor is a mask, such as the one by which Embedding(mask_zero=True) feeds all later layers."""
    return dtype is not None and keras.backend.standardize_dtype(dtype) == "bool"


def _is_one_of(operation, kinds):
    return isinstance(operation, kinds) or (
        not isinstance(operation, keras.Layer) and type(operation).__name__ in _OPERATIONS.get(kinds, ())
    )


@dataclasses.dataclass
class _Segment:
    """The calls between two cuts, as indices and operations; the last call's first output is the later cut."""

    calls: list
    operations: list

    @property
    def has_weights(self):
        return any(_holds_trained_map(operation) for operation in self.operations)

    @property
    def ends_in_merge(self):
        return _is_one_of(self.operations[-1], _MERGES)

    def consists_of(self, *kinds):
        return all(any(_is_one_of(operation, kind) for kind in kinds) for operation in self.operations)


def _holds_trained_map(operation):
    """Whether an operation maps its input through trained weights: a convolution, a Dense, attention, a sub-model."""
    if isinstance(operation, keras.Model) and operation.layers:
        return any(_holds_trained_map(layer) for layer in operation.layers)
    return bool(getattr(operation, "weights", ())) and not isinstance(operation, (*_NORMALISATIONS, *_ACTIVATIONS))


def _find_segments(calls, index=0, source=None):
    """The segments of a model's call, with those of the models within it in their place."""
    within = [number for number, call in enumerate(calls) if call.parent == index]
    segments = []
    for segment in _cut(calls[index].operation, calls, within, source):
        inner = segment.calls[0]
        is_model = len(segment.calls) == 1 and isinstance(segment.operations[0], keras.Model)
        parts = _find_segments(calls, inner) if is_model and len(calls[inner].outputs) == 1 else []
        # Its own last segment gives what the model gives, unless it ends in what is no call.
        is_whole = parts and calls[parts[-1].calls[-1]].outputs[:1] == calls[inner].outputs
        segments += parts if is_whole else [segment]
    return segments


def _cut(model, calls, within, source):
    """Segments of the calls within one model's call: a tensor that is the only one still needed is a cut.

    With a `source`, the place of an input, what does not depend on that input counts as a constant.
    """
    functional = functional_of(model)
    nodes = [] if functional is None else nodes_in_order(functional)
    if not nodes or [node.operation for node in nodes] != [calls[number].operation for number in within]:
        return [_Segment([number], [calls[number].operation]) for number in within]
    inputs = functional.inputs if source is None else functional.inputs[source : source + 1]  # pyright: ignore[reportOptionalMemberAccess] nodes are of one
    dependent = {id(tensor) for tensor in inputs}
    for node in nodes:
        if any(id(tensor) in dependent for tensor in _inputs(node)):
            dependent.update(map(id, node.outputs))
    counted = [tensor for node in nodes for tensor in _inputs(node)] + list(functional.outputs)  # pyright: ignore[reportOptionalMemberAccess] nodes are of one
    uses = collections.Counter(id(tensor) for tensor in counted if id(tensor) in dependent)
    live = {id(tensor): uses[id(tensor)] for tensor in inputs}
    segments, segment = [], _Segment([], [])
    for number, node in zip(within, nodes, strict=True):
        if id(node.outputs[0]) not in dependent:
            continue
        for tensor in _inputs(node):
            if id(tensor) in dependent:
                live[id(tensor)] -= 1
        live.update({id(tensor): uses[id(tensor)] for tensor in node.outputs})
        live = {key: count for key, count in live.items() if count > 0}
        segment.calls.append(number)
        segment.operations.append(node.operation)
        if len(live) == 1 and id(node.outputs[0]) in live:
            segments.append(segment)
            segment = _Segment([], [])
    return segments


def _inputs(node):
    return [tensor for tensor in node.input_tensors if not _is_mask(tensor.dtype)]


def find_blocks(calls, source=None):
    """Indices of the calls at the end of each block, and of the last features before the classifier.

    A residual block ends behind its sum: at the activation that follows it, or at the sum itself where a
    normalisation follows (pre-activation networks normalise inside the next block). A classifier that reads the input
    directly is the one block of its model.

    Args:
        calls: `Call`s of a forward pass.
        source: Place among the model's inputs of the one whose way is followed. Defaults to `None`: all of them.
    """
    segments = _find_segments(calls, source=source)
    starts = [index for index, segment in enumerate(segments) if segment.has_weights]
    ends = [_extend(segments, start) for start in starts]
    last = len(segments) - 1
    if starts and _is_classifier(calls, segments, starts[-1], ends[-1]):
        if len(starts) == 1:
            return [segments[starts[0]].calls[-1]]
        ends, last = ends[:-1], starts[-1] - 1
    while last >= 0 and segments[last].consists_of(_SAME_VALUES, layers.Softmax):
        last -= 1
    return [segments[index].calls[-1] for index in sorted({*ends, last} - {-1})]


def _extend(segments, index):
    """The last segment of the block that starts at `index`: over the normalisation and activation behind it."""
    kinds = (_ACTIVATIONS,) if segments[index].ends_in_merge else (_NORMALISATIONS, _ACTIVATIONS)
    while index + 1 < len(segments) and segments[index + 1].consists_of(*kinds):
        index += 1
    return index


def _is_classifier(calls, segments, start, end):
    """Whether the last segment with weights is a head: nothing but a vector comes out, and nothing pools behind it."""
    outputs = [calls[segment.calls[-1]].outputs for segment in (segments[end], segments[-1])]
    shape, last_shape = ((described[0][0] or ()) if described else () for described in outputs)
    is_vector = len(shape) == 2 or (len(shape) > 2 and all(size == 1 for size in shape[1:-1]))
    is_head = any(isinstance(operation, (layers.Dense, layers.Conv2D)) for operation in segments[start].operations)
    is_single = len([operation for operation in segments[start].operations if _holds_trained_map(operation)]) == 1
    # Where heads branch off, the stretch before them is the trunk, however much its Dense looks like a head.
    is_output = calls[0].outputs == outputs[1][:1]
    return (
        is_head
        and is_single
        and is_vector
        and is_output
        and len(last_shape) == 2
        and all(segment.consists_of(_SAME_VALUES, _ACTIVATIONS) for segment in segments[end + 1 :])
    )
