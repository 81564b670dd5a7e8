"""The blocks of a model, found from the calls of a forward pass and, where it has one, its layer graph.

A tensor through which every path from input to output passes is a *cut*; a segment is the stretch between two cuts; a
block begins at a segment that holds trained weights and takes in the normalisation and activation that follow. Models
within a model are taken apart. A subclassed model has no graph: each call that it makes stands for a segment.
"""

import collections
import dataclasses
import functools
import math

import keras
from keras import layers

from keras_phases.backend.keras_private import functional_of, nodes_in_order, owns_trained_weights
from keras_phases.network.flow import Flow

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
_NOISES = (
    layers.Dropout,
    layers.AlphaDropout,
    layers.GaussianDropout,
    layers.GaussianNoise,
    layers.ActivityRegularization,
    layers.Identity,
)
_HEADS = (layers.Dense, layers.Conv1D, layers.Conv2D, layers.Conv3D, layers.SeparableConv1D, layers.SeparableConv2D)
_SAME_VALUES = (layers.Flatten, layers.Reshape, *_NOISES)
_RESIZES = (layers.UpSampling1D, layers.UpSampling2D, layers.UpSampling3D, layers.Resizing)
# What `keras.ops.relu(x + shortcut)` leaves in a graph: operations that are no layers, known by their class alone.
_OPERATIONS = {
    _ACTIVATIONS: "Relu Relu6 LeakyRelu Elu Selu Gelu Silu HardSilu Tanh Sigmoid Softmax".split(),
    _MERGES: ["Add", "Subtract", "Concatenate", "Multiply", "Maximum"],
    _SAME_VALUES: ["Reshape"],
}


def _is_one_of(operation, kinds):
    return isinstance(operation, kinds) or (
        not isinstance(operation, keras.Layer) and type(operation).__name__ in _OPERATIONS.get(kinds, ())
    )


@dataclasses.dataclass
class _Node:
    """What ran between two tensors: a call without calls within it, or all of a layer that gives no more than its end.

    Tensors are keys: of a layer graph the index of its model's call and the tensor, else numbers of the calls.
    """

    number: int
    operations: list
    inputs: list
    outputs: list
    is_known: bool = True
    """Whether nothing was computed between the calls that lead here."""
    whole: list = dataclasses.field(default_factory=list)
    """Calls of layers around it that give the same tensor, from within; of those with a graph where they are shared."""

    @property
    def has_weights(self):
        return any(map(_holds_trained_map, self.operations))


@dataclasses.dataclass
class _Segment:
    """The nodes between two cuts; the last one's first output is the later cut."""

    nodes: list

    @property
    def operations(self):
        return [operation for node in self.nodes for operation in node.operations]

    @property
    def has_weights(self):
        return any(node.has_weights for node in self.nodes)

    @property
    def ends_in_merge(self):
        """Whether it ends in one, or in what a layer of one's own computed, which may be one."""
        last = self.nodes[-1].operations[-1:]
        return not last or _is_one_of(last[0], _MERGES)

    @property
    def is_softmax(self):
        return all(map(_is_softmax, self.operations))

    @property
    def is_residual(self):
        return [type(one).__name__ for one in self.nodes[-1].operations[-1:]] == ["Add"]

    @property
    def is_pointwise(self):
        """Whether each position of a map is mapped by itself, as far as is known."""
        return all(node.is_known for node in self.nodes) and all(
            _is_one_of(one, (layers.Dense, layers.EinsumDense))
            or set(getattr(one, "kernel_size", ())) == {1}
            or any(_is_one_of(one, kinds) for kinds in (_NORMALISATIONS, _ACTIVATIONS, _MERGES, _NOISES))
            or (_is_own(one) and all(len(weight.shape) == 1 for weight in one.weights))  # such as stochastic depth
            for one in self.operations
        )

    def consists_of(self, *kinds):
        return all(any(_is_one_of(operation, kind) for kind in kinds) for operation in self.operations)


def _unwrapped(operation):
    """The layer within one that constrains its weights, such as SpectralNormalization."""
    return operation.layer if isinstance(operation, layers.Wrapper) else operation


def _maps_vectors(call):
    """Whether a layer maps vectors by one matrix, as a head with a margin does."""
    matrices = [weight for weight in call.operation.weights if len(weight.shape) == 2]
    return len(matrices) == 1 and {len(shape) for shape in call.input_shapes} == {2}


def _has_chain(nodes):
    """Whether one of some nodes with weights reads, by whatever way, what another gave."""
    made = set()
    for node in nodes:
        is_behind = not made.isdisjoint(node.inputs)
        if node.has_weights and is_behind:
            return True
        if node.has_weights or is_behind:
            made.update(node.outputs)
    return False


def _is_own(operation):
    """Whether an operation is a layer that is none of Keras's own."""
    return isinstance(operation, keras.Layer) and not type(operation).__module__.startswith("keras.")


def _holds_trained_map(operation):
    """Whether an operation maps its input through trained weights: a convolution, a Dense, attention, a sub-model."""
    if isinstance(operation, keras.Model) and operation.layers:
        return any(_holds_trained_map(layer) for layer in operation.layers)
    return bool(getattr(operation, "weights", ())) and not isinstance(operation, (*_NORMALISATIONS, *_ACTIVATIONS))


def _flatten(calls, index, within):
    """`(nodes, inputs, outputs)` of a call: what ran within it, down to where tensors are known by their makers."""
    call = calls[index]
    functional = functional_of(call.operation)
    steps = [] if functional is None else nodes_in_order(functional)
    if steps and [step.operation for step in steps] == [calls[number].operation for number in within[index]]:
        key = functools.partial(_key_of, index)
        places = zip(within[index], steps, strict=True)
        entries = [(number, map(key, _inputs(step)), map(key, step.outputs), True) for number, step in places]
        inputs, outputs = map(key, functional.inputs), map(key, functional.outputs)  # pyright: ignore[reportOptionalMemberAccess] steps are of one
    else:
        entries, inputs, outputs = _chain(calls, index, within[index])
    inputs, outputs, nodes, same = list(inputs), list(outputs), [], {}
    for number, reads, gives, is_known in entries:
        operations, gives = [] if number == index else [calls[number].operation], list(gives)
        # A layer may give one tensor twice, as its end and among those of all its stages.
        pairs = list(zip(calls[number].values, gives, strict=False))
        named = dict(reversed(pairs))
        same |= {key: named[token] for token, key in pairs}
        node = _Node(number, operations, [same.get(key, key) for key in reads], gives, is_known)
        nodes += _expand(calls, within, node) if operations else [node]
    outputs = [same.get(key, key) for key in outputs]
    every = list(dict.fromkeys([*inputs, *(key for node in nodes for key in node.outputs)]))
    if gives := [key for key in outputs if key[0] == "whole" and key not in every]:
        every = nodes[-1].outputs if nodes and _is_reshaped(calls[nodes[-1].number], call) else every
        nodes.append(_Node(index, [], every, gives, is_known=False))
    return nodes, inputs, outputs


def _is_reshaped(last, call):
    """Whether what a layer gives is what the last normalisation within it gave, in another shape."""
    if not (_is_one_of(last.operation, _NORMALISATIONS) and last.outputs and call.outputs):
        return False
    given, shape = last.outputs[0][0], call.outputs[0][0]
    return given and shape and given != shape and None not in (*given, *shape) and math.prod(given) == math.prod(shape)


def _key_of(index, tensor):
    return index, id(tensor)


def _chain(calls, index, within):
    """What the calls within a call without a layer graph read and give, by the tensors that they share.

    What a computation between the calls made is not known: within a layer it may depend on all that came before, so
    that nothing before it is a cut; where it is also what the layer gives, it is had there. Within a model, of which
    each call has always stood for a segment, it is taken to depend on the last one.
    """
    is_model = isinstance(calls[index].operation, keras.Model)
    inputs = [(index, token) for token in calls[index].inputs]
    known: dict = {token: (index, token) for token in calls[index].inputs}
    last, entries = inputs, []
    for number in within:
        call = calls[number]
        for token in calls[index].values[:1]:
            if token in call.inputs and token not in known and not is_model:
                entries.append((index, list(known.values()), [("whole", index, token)], False))
                known[token] = ("whole", index, token)
        unknown = any(token not in known for token in call.inputs) or not call.inputs
        before = (last if is_model else list(known.values())) if unknown else []
        reads = list(dict.fromkeys([*before, *(known[token] for token in call.inputs if token in known)]))
        known.update({token: (number, token) for token in call.values})
        gives = [(number, token) for token in call.values]
        last = gives[:1] or last
        entries.append((number, reads, gives, not unknown))
    tokens = calls[index].values
    if is_model and within and calls[within[-1]].outputs[:1] == calls[index].outputs[:1]:
        return entries, inputs, last
    return entries, inputs, [known.get(token, ("whole", index, token)) for token in tokens]


def _expand(calls, within, node):
    """The nodes that a call is made of, itself where it is one; a layer of Keras's own that is no model is one."""
    number, operation = node.number, calls[node.number].operation
    is_named = functional_of(operation) is None or any(call.operation is operation and call.use for call in calls)
    if not ((isinstance(operation, keras.Model) or _is_own(operation)) and within[number]):
        return [node]
    nodes, inputs, outputs = _flatten(calls, number, within)
    if len(inputs) != len(node.inputs) or len(outputs) != len(node.outputs):
        return [node]
    # Of several names of one tensor the first.
    names = dict(zip(inputs, node.inputs, strict=True)) | dict(zip(outputs[::-1], node.outputs[::-1], strict=True))
    for part in nodes:
        part.inputs, part.outputs = ([names.get(key, key) for key in keys] for keys in (part.inputs, part.outputs))
        if is_named and part.number != number and part.outputs[:1] == node.outputs[:1]:
            part.whole.append(number)
    nodes[0].is_known &= node.is_known
    if owns_trained_weights(operation):
        nodes[0].operations.insert(0, operation)
    return nodes


def _find_segments(calls, source=None):
    """The stretches between tensors that are the only ones still needed, of the whole model down to its layers.

    With a `source`, the place of an input, what does not depend on that input counts as a constant.
    """
    within = collections.defaultdict(list)
    for number, call in enumerate(calls):
        within[call.parent].append(number)
    nodes, inputs, outputs = _flatten(calls, 0, within)
    inputs = inputs if source is None else inputs[source : source + 1]
    dependent, counted = set(inputs), []
    for node in nodes:
        node.inputs = [key for key in node.inputs if key in dependent]
        if node.inputs:
            dependent.update(node.outputs)
            counted.append(node)
    flow = Flow(calls, counted, inputs, outputs)
    segments, segment = [], _Segment([])
    for place, node in enumerate(counted):
        segment.nodes.append(node)
        if flow.is_cut(place):
            segments.append(segment)
            segment = _Segment([])
    return segments


def _inputs(step):
    """What a node reads, without masks such as those by which Embedding(mask_zero=True) feeds all later layers."""
    dtypes = [tensor.dtype and keras.backend.standardize_dtype(tensor.dtype) for tensor in step.input_tensors]
    return [tensor for tensor, dtype in zip(step.input_tensors, dtypes, strict=True) if dtype != "bool"]


def find_blocks(calls, source=None, *, has_head=True):
    """Indices of the calls at the end of each block, and of the last features before the classifier.

    A residual block ends behind its sum: at the activation that follows it, or at the sum itself where a
    normalisation follows (pre-activation networks normalise inside the next block). A classifier that reads the input
    directly is the one block of its model.

    Args:
        calls: `Call`s of a forward pass.
        source: Place among the model's inputs of the one whose way is followed. Defaults to `None`: all of them.
        has_head: Whether the model may end in a classifier. Defaults to `True`.
    """
    segments = _find_segments(calls, source)
    starts = [index for index, segment in enumerate(segments) if segment.has_weights]
    ends = [_extend(segments, start) for start in starts]
    last = len(segments) - 1
    if has_head and starts and _is_classifier(calls, segments, starts[-1], ends[-1]):
        if len(starts) == 1:
            return [_call_of(segments, starts[0], None)]
        starts, ends, last = starts[:-1], ends[:-1], starts[-1] - 1
    last = _before_copies(calls, segments, last)
    if len(starts) > 1 and starts[-1] == last and any(map(_has_softmax, segments[last].nodes[-1].operations[-1:])):
        starts, ends, last = starts[:-1], ends[:-1], _before_copies(calls, segments, last - 1)
    blocks = _without_half_sums(segments, dict(zip(ends, starts, strict=True)))
    ends = sorted({*blocks, last} - {-1})
    return [_call_of(segments, end, before) for end, before in zip(ends, [None, *ends], strict=False)]


def is_linear(calls, index):
    """Whether a call normalises what a pointwise convolution gave, as an inverted bottleneck ends."""
    makers = [call.operation for call in calls if set(call.values) & set(calls[index].inputs)]
    return isinstance(calls[index].operation, _NORMALISATIONS) and any(
        set(getattr(maker, "kernel_size", ())) == {1} for maker in makers
    )


def _before_copies(calls, segments, last):
    """The last segment, up to one, that gives something new."""
    while last >= 0 and _is_copy(calls, segments[last]):
        last -= 1
    return last


def _is_copy(calls, segment):
    """Whether a segment at the end of a model gives nothing new: the same values, their softmax, a resized map."""
    call = calls[segment.nodes[-1].number]
    return set(call.values) & set(call.inputs) or all(
        _is_softmax(one) or _is_one_of(one, _SAME_VALUES) or _is_one_of(one, _RESIZES) for one in segment.operations
    )


def _is_softmax(operation):
    return type(operation).__name__ == "Softmax" or (
        isinstance(operation, layers.Activation) and _has_softmax(operation)
    )


def _has_softmax(operation):
    return getattr(operation, "activation", None) is keras.activations.softmax


def _without_half_sums(segments, blocks):
    """Joins the sums of a transformer's block: a residual branch that mixes positions, then one that does not.

    Of a decoder two that attend, to itself and to what was encoded.
    """
    joined: dict = {}
    for end, start in blocks.items():
        if segments[start].is_residual and segments[start].is_pointwise:
            while joined and _is_half(segments, *list(joined.items())[-1], start):
                start = joined.popitem()[1]
        joined[end] = start
    return joined


def _is_half(segments, end, start, start_of_next):
    """Whether the next block goes on with what this one ends with: a sum, of which what is added mixes positions."""
    if not segments[start].is_residual or segments[start].is_pointwise:
        return False
    attends = any("Attention" in type(one).__name__ for one in segments[start].operations)
    return segments[start_of_next].is_pointwise or (attends and not segments[end].is_pointwise)


def _call_of(segments, end, end_before):
    """The call that gives what a block ends with: of a layer that is this block whole, rather than its last part."""
    before = 0 if end_before is None else segments[end_before].nodes[-1].number
    node = segments[end].nodes[-1]
    return next((number for number in reversed(node.whole) if number > before), node.number)


def _extend(segments, index):
    """The last segment of the block that starts at `index`: over the normalisation and activation behind it."""
    kinds = (_ACTIVATIONS,) if segments[index].ends_in_merge else (_NORMALISATIONS, _ACTIVATIONS)
    while index + 1 < len(segments) and segments[index + 1].consists_of(*kinds) and not segments[index + 1].is_softmax:
        index += 1
    return index


def _is_classifier(calls, segments, start, end):
    """Whether the last segment with weights is a head: nothing but a vector comes out, and nothing pools behind it."""
    outputs = [calls[segment.nodes[-1].number].outputs for segment in (segments[end], segments[-1])]
    shape, last_shape = ((described[0][0] or ()) if described else () for described in outputs)
    is_vector = all(len(one) > 1 and set(one[1:-1]) <= {1} for one in (shape, last_shape))
    is_head = any(
        isinstance(_unwrapped(operation), _HEADS) or (_is_own(operation) and _maps_vectors(calls[node.number]))
        for node in segments[start].nodes
        for operation in node.operations
    )
    is_single = not _has_chain(segments[start].nodes)
    # Where heads branch off, the stretch before them is the trunk, however much its Dense looks like a head.
    is_output = calls[0].outputs == outputs[1][:1]
    return (
        is_head
        and is_single
        and is_vector
        and is_output
        and all(segment.consists_of(_SAME_VALUES, _ACTIVATIONS) for segment in segments[end + 1 :])
    )
