"""The layer graph of a Functional model: its operations in order, its cuts and its blocks."""

import collections
import dataclasses

import keras
from keras import layers

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


def is_functional(model):
    """Whether `model` carries a layer graph."""
    return isinstance(model, keras.Model) and hasattr(model, "_nodes_by_depth")


def outputs_in_order(functional):
    """All `(operation, tensor)` of a Functional model in the order of the forward pass, masks left out."""
    nodes = _nodes_in_order(functional)
    return [(node.operation, tensor) for node in nodes for tensor in node.outputs if not _is_mask(tensor)]


def _is_mask(tensor):
    """Whether a tensor is a mask, such as the one by which Embedding(mask_zero=True) feeds all later layers."""
    return keras.backend.standardize_dtype(tensor.dtype) == "bool"


def _is_one_of(operation, kinds):
    return isinstance(operation, kinds) or (
        not isinstance(operation, keras.Layer) and type(operation).__name__ in _OPERATIONS.get(kinds, ())
    )


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
        return _is_one_of(self.operations[-1], _MERGES)

    def consists_of(self, *kinds):
        return all(any(_is_one_of(operation, kind) for kind in kinds) for operation in self.operations)


def _holds_trained_map(operation):
    """Whether an operation maps its input through trained weights: a convolution, a Dense, attention, a sub-model."""
    if isinstance(operation, keras.Model) and operation.layers:
        return any(_holds_trained_map(layer) for layer in operation.layers)
    return bool(getattr(operation, "weights", ())) and not isinstance(operation, (*_NORMALISATIONS, *_ACTIVATIONS))


def _find_segments(functional):
    """Stretches between cuts. A tensor that is the only one still needed is a cut: every path passes through it."""
    nodes = _nodes_in_order(functional)
    uses = collections.Counter(id(tensor) for node in nodes for tensor in _inputs(node))
    uses.update(id(tensor) for tensor in functional.outputs)
    live, segments, operations = {}, [], []
    for node in nodes:
        for tensor in _inputs(node):
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


def _inputs(node):
    return [tensor for tensor in node.input_tensors if not _is_mask(tensor)]


def find_block_outputs(functional):
    """Tensors at the end of each block, and the last features before the classifier.

    A residual block ends behind its sum: at the activation that follows it, or at the sum itself where a
    normalisation follows (pre-activation networks normalise inside the next block). A classifier that reads the input
    directly is the one block of its model.
    """
    segments = _find_segments(functional)
    starts = [index for index, segment in enumerate(segments) if segment.has_weights]
    ends = [_extend(segments, start) for start in starts]
    last = len(segments) - 1
    if starts and _is_classifier(functional, segments, starts[-1], ends[-1]):
        if len(starts) == 1:
            return [segments[starts[0]].output]
        ends, last = ends[:-1], starts[-1] - 1
    while last >= 0 and segments[last].consists_of(_SAME_VALUES, layers.Softmax):
        last -= 1
    return [segments[index].output for index in sorted({*ends, last} - {-1})]


def _extend(segments, index):
    """The last segment of the block that starts at `index`: over the normalisation and activation behind it."""
    kinds = (_ACTIVATIONS,) if segments[index].ends_in_merge else (_NORMALISATIONS, _ACTIVATIONS)
    while index + 1 < len(segments) and segments[index + 1].consists_of(*kinds):
        index += 1
    return index


def _is_classifier(functional, segments, start, end):
    """Whether the last segment with weights is a head: nothing but a vector comes out, and nothing pools behind it."""
    rest = segments[end + 1 :]
    shape = segments[end].output.shape
    is_vector = len(shape) == 2 or all(size == 1 for size in shape[1:-1])
    is_head = any(isinstance(operation, (layers.Dense, layers.Conv2D)) for operation in segments[start].operations)
    is_single = len([operation for operation in segments[start].operations if _holds_trained_map(operation)]) == 1
    # Where heads branch off, the stretch before them is the trunk, however much its Dense looks like a head.
    is_output = [id(tensor) for tensor in functional.outputs] == [id(segments[-1].output)]
    ends_in_vector = len(segments[-1].output.shape) == 2
    return (
        is_head
        and is_single
        and is_vector
        and is_output
        and ends_in_vector
        and all(segment.consists_of(_SAME_VALUES, _ACTIVATIONS) for segment in rest)
    )
