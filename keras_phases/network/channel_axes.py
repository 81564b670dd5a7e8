"""Maps whose channels stand before their sides, as layers with `data_format="channels_first"` read and give them.

Which these are is told by Keras's own layers that have a `data_format`, and goes on, to and fro, between tensors of the
same shape: over a normalisation, an activation, a sum. All that follows reads such maps with their channels behind.
"""

import dataclasses

_OTHERS = {"Permute", "Reshape", "Flatten", "Transpose", "Moveaxis", "Swapaxes"}
"""Layers and operations that read an axis as another, or whose `data_format` says nothing of what they read."""


def with_channels_last(calls, shapes):
    """`(calls, shapes, firsts)`: the sizes of all maps with their channels behind, and of each array whether it is one.

    Args:
        calls: `Call`s of a forward pass.
        shapes: Shapes of the arrays that were fed, with their batches.
    """
    first, read = _find_channels_first(calls)
    firsts = [tuple(shape) in read for shape in shapes]
    if not first:
        return calls, shapes, firsts
    shapes = [_moved(shape) if is_first else shape for shape, is_first in zip(shapes, firsts, strict=True)]
    return [_with_moved(call, first) for call in calls], shapes, firsts


def _with_moved(call, first):
    firsts = tuple(one in first for one in call.values)
    outputs = tuple(
        (_moved(shape) if is_first else shape, dtype)
        for (shape, dtype), is_first in zip(call.outputs, firsts, strict=True)
    )
    return dataclasses.replace(call, outputs=outputs, channels_first=firsts)


def _moved(shape):
    return (shape[0], *shape[2:], shape[1])


def _find_channels_first(calls):
    """Numbers of the tensors that have their channels first, and their shapes."""
    shapes, groups, said = {}, {}, set()

    def group_of(number):
        while groups.get(number, number) != number:
            number = groups[number]
        return number

    for call in calls:
        given = zip(call.values, (shape for shape, _ in call.outputs), strict=True)
        read = dict(zip(call.inputs, call.input_shapes, strict=True))
        maps = {number: tuple(shape) for number, shape in (*read.items(), *given) if len(shape or ()) > 2}
        shapes |= maps
        kind = type(call.operation)
        if kind.__name__ in _OTHERS:
            continue
        if kind.__module__.startswith("keras.") and getattr(call.operation, "data_format", None) is not None:
            said |= set(maps) if call.operation.data_format == "channels_first" else set()
            continue
        for one in read.keys() & maps.keys():
            for other in maps:
                if maps[one] == maps[other]:
                    groups[group_of(one)] = group_of(other)
    found = {group_of(number) for number in said}
    first = {number for number in shapes if group_of(number) in found}
    return first, {shapes[number] for number in first}
