"""The layer graph of a Functional model: its operations in order, its cuts and its blocks."""

import collections
import dataclasses

import keras
from keras import layers

_NORMALISATIONS = (
    layers.BatchNormalization,
    layers.LayerNormalization,
    layers.GroupNormalization,
    layers.Normalization,
)
_ACTIVATIONS = (layers.Activation, layers.ReLU, layers.LeakyReLU, layers.PReLU, layers.ELU, layers.Softmax)
_MERGES = (layers.Add, layers.Concatenate, layers.Average, layers.Multiply, layers.Maximum)
_SAME_VALUES = (layers.Flatten, layers.Reshape, layers.Dropout, layers.Identity)


def is_functional(model):
    """Whether `model` carries a layer graph."""
    return isinstance(model, keras.Model) and hasattr(model, "_nodes_by_depth")


def outputs_in_order(functional):
    """All `(operation, tensor)` of a Functional model in the order of the forward pass."""
    return [(node.operation, tensor) for node in _nodes_in_order(functional) for tensor in node.outputs]


def _nodes_in_order(functional):
    depths = sorted(functional._nodes_by_depth, reverse=True)
    return [node for depth in depths for node in functional._nodes_by_depth[depth]]


@dataclasses.dataclass
class _Segment:
    """The operations between two cuts, and the tensor of the later cut."""

    operations: list
    output: object

    @property
    def has_weights(self):
        return any(_holds_trained_map(operation) for operation in self.operations)

    @property
    def ends_in_merge(self):
        return isinstance(self.operations[-1], _MERGES)

    def consists_of(self, kinds):
        return all(isinstance(operation, kinds) for operation in self.operations)


def _holds_trained_map(operation):
    """Whether an operation maps its input through trained weights: a convolution, a Dense, attention, a sub-model."""
    return bool(getattr(operation, "weights", ())) and not isinstance(operation, (*_NORMALISATIONS, *_ACTIVATIONS))


def _find_segments(functional):
    """Stretches between cuts. A tensor that is the only one still needed is a cut: every path passes through it."""
    nodes = _nodes_in_order(functional)
    uses = collections.Counter(id(tensor) for node in nodes for tensor in node.input_tensors)
    uses.update(id(tensor) for tensor in functional.outputs)
    live, segments, operations = {}, [], []
    for node in nodes:
        for tensor in node.input_tensors:
            live[id(tensor)] -= 1
        live.update({id(tensor): uses[id(tensor)] for tensor in node.outputs})
        live = {key: count for key, count in live.items() if count > 0}
        if isinstance(node.operation, layers.InputLayer):
            continue
        operations.append(node.operation)
        if len(live) == 1 and id(node.outputs[0]) in live:
            segments.append(_Segment(operations, node.outputs[0]))
            operations = []
    return segments


def find_block_outputs(functional):
    """Tensors at the end of each block, and the last features before the classifier.

    A residual block ends behind its sum: at the activation that follows it, or at the sum itself where a
    normalisation follows (pre-activation networks normalise inside the next block).
    """
    segments = _find_segments(functional)
    starts = [index for index, segment in enumerate(segments) if segment.has_weights]
    ends = [_extend(segments, start) for start in starts]
    if starts and _is_classifier(segments, starts[-1], ends[-1]):
        before = _skip_same_values(segments, starts[-1] - 1)
        ends = ends[:-1]
    else:
        before = len(segments) - 1
        while before >= 0 and segments[before].consists_of((*_SAME_VALUES, layers.Softmax)):
            before -= 1
    ends = sorted({*ends, before} - {-1})
    return [segments[index].output for index in ends]


def _extend(segments, index):
    """The last segment of the block that starts at `index`: over the normalisation and activation behind it."""
    kinds = _ACTIVATIONS if segments[index].ends_in_merge else (*_NORMALISATIONS, *_ACTIVATIONS)
    while index + 1 < len(segments) and segments[index + 1].consists_of(kinds):
        index += 1
    return index


def _is_classifier(segments, start, end):
    """Whether the last segment with weights is a head: nothing but a vector comes out, and nothing pools behind it."""
    rest = segments[end + 1 :]
    shape = segments[end].output.shape
    is_vector = len(shape) == 2 or all(size == 1 for size in shape[1:-1])
    is_head = any(isinstance(op, (layers.Dense, layers.Conv2D)) for op in segments[start].operations)
    ends_in_vector = len(segments[-1].output.shape) == 2
    is_single = len([op for op in segments[start].operations if _holds_trained_map(op)]) == 1
    return (
        is_head
        and is_single
        and is_vector
        and ends_in_vector
        and all(s.consists_of((*_SAME_VALUES, *_ACTIVATIONS)) for s in rest)
    )


def _skip_same_values(segments, index):
    """Back over layers that pass the same numbers on: flattening, reshaping, dropout."""
    while index >= 0 and segments[index].consists_of(_SAME_VALUES):
        index -= 1
    return index
