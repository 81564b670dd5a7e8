"""Taps: which layer outputs of a model are observed.

A tap is one tensor of the model's own graph. Tapping builds a second `keras.Model` over the same tensors, so that the
weights are shared and nothing is hooked into or left behind in the model that trains. Blocks are found from the graph
alone: a tensor through which every path from input to output passes is a *cut*; a block is the stretch between two
cuts that holds trained weights, extended over the normalisation and activation that follow it.
"""

import collections
import dataclasses
import fnmatch

import keras

from keras_phases import graph
from keras_phases.warning import warn

MAX_AUTO_TAPS = 8


@dataclasses.dataclass(frozen=True)
class Tap:
    """An observed layer output.

    Args:
        name: Name in records, logs and plots: the layer's name, with `:k` for its k-th further use in the model.
        tensor: The `KerasTensor` of that output, shape `(None, ...)`.
    """

    name: str
    tensor: object

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of one example's features, such as `(4, 4, 128)`."""
        return tuple(self.tensor.shape[1:])

    @property
    def num_features(self) -> int:
        """Number of features of one example, D."""
        width = 1
        for size in self.shape:
            width *= size
        return width


def find_taps(model) -> list[Tap]:
    """Every layer output of a Functional or Sequential model that can be tapped, in the order of the forward pass.

    Raises:
        ValueError: when the model is not built.
        TypeError: when the model is subclassed, with what can be done.
    """
    return list(_find_operations(model))


def _find_operations(model):
    """Every tap with the operation that it is an output of, in the order of the forward pass."""
    taps, uses = {}, collections.Counter()
    for operation, tensor in graph.outputs_in_order(functional_of(model)):
        if isinstance(operation, keras.layers.InputLayer) or not _is_tappable(tensor):
            continue
        use = uses[operation.name]
        uses[operation.name] += 1
        taps[Tap(operation.name if use == 0 else f"{operation.name}:{use}", tensor)] = operation
    return taps


def functional_of(model):
    """The Functional model that holds the graph of `model`, itself for a Functional one."""
    functional = getattr(model, "_functional", None) if isinstance(model, keras.Sequential) else model
    if isinstance(model, keras.Sequential) and functional is None:
        raise ValueError(
            f"Model '{model.name}' is not built, so that its layers have no outputs yet. "
            "Start it with keras.Input(shape=...), or call model.build(input_shape) before fit."
        )
    if not graph.is_functional(functional):
        raise TypeError(
            f"Model '{model.name}' is a {type(model).__name__}, a subclass without a layer graph. PhaseProbe taps "
            "Functional and Sequential models. Build yours as keras.Model(inputs, outputs)."
        )
    return functional


def resolve_taps(model, layers="auto") -> list[Tap]:
    """The taps that `layers` names, in the order of the forward pass, each once.

    Args:
        model: Built Functional or Sequential model.
        layers: `"auto"` (at most eight block outputs, the last features among them), `"blocks"` (every block output),
            a layer name, a glob such as `"*_relu"`, a `keras.Layer`, a predicate on layers, or a list of these.
            Defaults to `"auto"`.

    Raises:
        ValueError: when a name matches no layer or a layer has no tensor output, with the layers that can be tapped.
        TypeError: when `layers` is of another kind.

    Example:
        >>> import keras
        >>> from keras_phases.taps import resolve_taps
        >>> model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(4, 3, name="conv"),
        ...     keras.layers.ReLU(name="relu"), keras.layers.GlobalAveragePooling2D(name="features"),
        ...     keras.layers.Dense(10, name="logits")])
        >>> [(tap.name, tap.num_features) for tap in resolve_taps(model)]
        [('relu', 144), ('features', 4)]
    """
    every = _find_operations(model)
    if isinstance(layers, str) and layers in ("auto", "blocks"):
        blocks = _find_blocks(model, every)
        return _readable(blocks) if layers == "auto" else blocks
    wanted = layers if isinstance(layers, (list, tuple)) else [layers]
    if not wanted:
        raise ValueError(
            'layers is an empty list. Expected at least one layer; pass layers="blocks" to tap every block.'
        )
    chosen = [tap for choice in wanted for tap in _matching(model, choice, every)]
    return [tap for tap in every if tap in chosen]


def _is_tappable(tensor):
    shape = getattr(tensor, "shape", None)
    return shape is not None and len(shape) >= 2 and all(size is not None for size in shape[1:])


def _matching(model, choice, every):
    if isinstance(choice, str):
        found = [tap for tap in every if tap.name == choice or fnmatch.fnmatchcase(tap.name, choice)]
    elif isinstance(choice, keras.Layer):
        found = [tap for tap, operation in every.items() if operation is choice]
        choice = choice.name
    elif callable(choice):
        found = [tap for tap, layer in every.items() if isinstance(layer, keras.Layer) and choice(layer)]
        choice = getattr(choice, "__name__", repr(choice))
    else:
        raise TypeError(
            f"layers holds {choice!r} of type {type(choice).__name__}. Expected 'auto', 'blocks', a layer name, a "
            "glob, a keras.Layer or a predicate on layers, or a list of these."
        )
    if not found:
        raise ValueError(
            f"{_describe_miss(model, choice, every)}. Expected a layer name or a glob; layers that can be tapped: "
            f'{_listed(every)}. Pass layers="blocks" to tap every block.'
        )
    return found


def _describe_miss(model, choice, every):
    tapped = {tap.name for tap in every}
    names = [layer.name for layer in model.layers if layer.name not in tapped]
    untappable = next((name for name in names if fnmatch.fnmatchcase(name, choice)), None)
    if untappable is None:
        return f"Tap '{choice}' matches no layer of model '{model.name}'"
    if isinstance(model.get_layer(untappable), keras.layers.InputLayer):
        return f"Layer '{untappable}' of model '{model.name}' is its input, which needs no decoder"
    return f"Layer '{untappable}' of model '{model.name}' has no tensor output of fixed size"


def _listed(taps):
    return ", ".join(f"'{tap.name}'" for tap in taps) or "none"


def _find_blocks(model, every):
    named = {id(tap.tensor): tap for tap in every}
    tensors = graph.find_block_outputs(functional_of(model))
    blocks = [named[id(tensor)] for tensor in tensors if id(tensor) in named]
    if not blocks:
        raise ValueError(
            f"Model '{model.name}' has no block of layers, of fixed size, that every path passes through. "
            f"Expected one; name the layers to tap: {_listed(every)}."
        )
    if len(blocks) < len(tensors):
        warn(
            f"{len(tensors) - len(blocks)} of {len(tensors)} blocks of model '{model.name}' have outputs without a "
            "fixed size and are not tapped. Build it with a fixed input, such as keras.Input((224, 224, 3))."
        )
    return blocks


def _readable(blocks):
    """At most eight: the last block of each resolution and the last features, then others evenly spread."""
    if len(blocks) <= MAX_AUTO_TAPS:
        return blocks
    last_of_resolution = {tap.shape[:-1]: index for index, tap in enumerate(blocks)}
    kept = sorted({*last_of_resolution.values(), len(blocks) - 1})[-MAX_AUTO_TAPS:]
    others = [index for index in range(len(blocks)) if index not in kept]
    free = MAX_AUTO_TAPS - len(kept)
    kept += [others[(2 * k + 1) * len(others) // (2 * free)] for k in range(free)]
    return [blocks[index] for index in sorted(kept)]
