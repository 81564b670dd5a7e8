"""The calls of a forward pass: which layer ran when, within which, and what came out.

Watching calls serves every kind of model alike: Functional, nested, subclassed. While a function is traced, `call` of
each watched layer is wrapped on the instance; afterwards the layers are as they were. Nothing is computed by a watch.
"""

import collections
import contextlib
import dataclasses
import functools
import re
import threading

import keras
from keras import layers

from keras_phases.backend.arrays import is_compiled, is_traced_with, traced, uncompiled
from keras_phases.backend.keras_private import all_layers, functional_of, nodes_in_order
from keras_phases.backend.traces import Traces
from keras_phases.backend.variables import newest_values

_REPEATING = (layers.RNN, layers.TimeDistributed)
"""Layers that run the layers within them in a loop, whose tensors do not leave it."""


@dataclasses.dataclass(frozen=True)
class Call:
    """One call of a layer, or of an operation such as `keras.ops.relu`, in a forward pass.

    Args:
        operation: The layer or operation.
        use: How many calls of it came before in this pass.
        parent: Index of the call that it ran within; -1 for the model's own.
        path: Names of the layers that it ran within, without the model, and its own, joined by `/`.
        outputs: Shape and dtype of each tensor that came out, as `((2, 8, 8, 3), "float32")`.
        inputs: Numbers that stand for the tensors of numbers that went in, and for arrays of the batch of any kind: two
            calls that have one share that tensor.
        values: The same of what came out.
        input_shapes: Their shapes.
        channels_first: Whether the channels of each tensor that came out stand before its sides. Defaults to nothing:
            none do.
    """

    operation: object
    use: int
    parent: int
    path: str
    outputs: tuple
    inputs: tuple = ()
    values: tuple = ()
    input_shapes: tuple = ()
    channels_first: tuple = ()


def forward(model, variables, values, x):
    """Outputs of a model on a batch, at given values of its variables, which nothing is assigned to."""
    with keras.StatelessScope(state_mapping=list(zip(variables, values, strict=True))), as_written(model):
        return model(x, training=False)


@contextlib.contextmanager
def as_written(model):
    """Inside, methods of layers that the user has compiled run as they were written, within the trace of the caller.

    What a `tf.function` has traced before runs no Python again, and its tensors do not leave it.
    """
    with contextlib.ExitStack() as stack:
        for layer in all_layers(model):
            for name in dict.fromkeys((*_compiled_in_class(type(layer)), *_compiled_in(layer))):  # pyright: ignore[reportArgumentType] a class is hashable
                # What is watched, or replaced at the layer itself, stands before what its class has.
                if is_compiled(function := getattr(layer, name)):
                    stack.enter_context(replaced(layer, name, uncompiled(function)))
        yield


@functools.lru_cache(maxsize=4096)
def _compiled_in_class(kind):
    return [name for part in kind.__mro__ for name in _compiled_in(part)]


def _compiled_in(part):
    return [name for name, value in vars(part).items() if callable(value) and is_compiled(value)]


@contextlib.contextmanager
def replaced(owner, name, value):
    """Inside, an object has an attribute in the place of its class's; by its dict, since setattr of Keras tracks it."""
    own, missing = owner.__dict__, object()
    before = own.get(name, missing)
    own[name] = value
    try:
        yield
    finally:
        own.pop(name) if before is missing else own.update({name: before})


def record_calls(model, x):
    """Every call of one forward pass, in the order in which they began; the model's own is the first.

    Args:
        model: Built model.
        x: A batch as fed to it: array, or a dict, list or tuple of arrays.
    """
    calls, running, uses, inputs = [], [], collections.Counter(), []
    # Held, so that no other tensor gets the identity of one that is gone.
    known = {}

    def numbers_of(tensors):
        return tuple(known.setdefault(id(tensor), (len(known), tensor))[0] for tensor in tensors)

    def watch(operation, call, *args, **kwargs):
        if any(isinstance(calls[index].operation, _REPEATING) for index in running):
            return call(*args, **kwargs)
        parent = running[-1] if running else -1
        prefix = calls[parent].path + "/" if parent > 0 else ""
        path = prefix + _name_of(operation) if running else operation.name
        index, use = len(calls), uses[id(operation)]
        uses[id(operation)] += 1
        tensors = keras.tree.flatten((args, kwargs))
        read = [one for one in tensors if "float" in str(_describe(one)[1]) or any(one is fed for fed in inputs)]
        sizes = tuple(_describe(one)[0] for one in read)
        calls.append(Call(operation, use, parent, path, (), numbers_of(read), input_shapes=sizes))
        running.append(index)
        try:
            outputs = call(*args, **kwargs)
        finally:
            running.pop()
        tensors = keras.tree.flatten(outputs)
        described = tuple(
            _describe(tensor) if is_traced_with(tensor, inputs[0]) else (None, None) for tensor in tensors
        )
        calls[index] = dataclasses.replace(calls[index], outputs=described, values=numbers_of(tensors))
        return outputs

    def run(values, x):
        inputs.extend(keras.tree.flatten(x))
        return forward(model, variables, values, x)

    variables, values = newest_values(model)
    with Traces(model).putting_back(), watching(operations_of(model), watch):
        traced(run, values, x)
    return calls


@contextlib.contextmanager
def watching_calls(model, operations, take):
    """Inside, `take(operation, use, inputs, outputs)` is told of each call of `operations`, but of none within a loop.

    Its inputs are the tensors among the arguments.
    """
    uses, loops = collections.Counter(), []

    def watch(operation, call, *args, **kwargs):
        if loops:
            return call(*args, **kwargs)
        use = uses[id(operation)]
        uses[id(operation)] += 1
        if is_loop := isinstance(operation, _REPEATING):
            loops.append(operation)
        try:
            outputs = call(*args, **kwargs)
        finally:
            if is_loop:
                loops.pop()
        take(operation, use, [one for one in keras.tree.flatten((args, kwargs)) if hasattr(one, "shape")], outputs)
        return outputs

    watched = (*operations, *all_layers(model, _REPEATING))
    with watching({id(operation): operation for operation in watched}.values(), watch):
        yield


@contextlib.contextmanager
def watching(operations, watch):
    """Inside, `watch(operation, call, *args, **kwargs)` runs in the place of each operation's own `call`.

    Other threads that call the model meanwhile are not watched.
    """
    thread = threading.get_ident()

    def run(operation, call, *args, **kwargs):
        return (functools.partial(watch, operation, call) if threading.get_ident() == thread else call)(*args, **kwargs)

    with contextlib.ExitStack() as stack:
        for operation in operations:
            name = "quantized_call" if getattr(operation, "quantization_mode", None) else "call"
            call = functools.partial(run, operation, uncompiled(getattr(operation, name)))
            stack.enter_context(replaced(operation, name, call))
        yield


def operations_of(model):
    """The model, all layers within it at any depth, and the operations in their graphs that are no layers."""
    found = {}
    for layer in all_layers(model):
        found.setdefault(id(layer), layer)
        graph = functional_of(layer)
        for node in nodes_in_order(graph) if graph is not None else ():
            found.setdefault(id(node.operation), node.operation)
    return list(found.values())


def _name_of(operation):
    """A layer's name; that of an operation without the number, which counts all that were made in the process."""
    return operation.name if isinstance(operation, keras.Layer) else re.sub(r"_\d+$", "", operation.name)


def _describe(tensor):
    shape, dtype = getattr(tensor, "shape", None), getattr(tensor, "dtype", None)
    return (None, None) if shape is None else (tuple(shape), keras.backend.standardize_dtype(dtype))
