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
    taps, uses = [], collections.Counter()
    for operation, tensor in graph.outputs_in_order(functional_of(model)):
        if isinstance(operation, keras.layers.InputLayer) or not _is_tappable(tensor):
            continue
        use = uses[operation.name]
        uses[operation.name] += 1
        taps.append(Tap(operation.name if use == 0 else f"{operation.name}:{use}", tensor))
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
    every = find_taps(model)
    if isinstance(layers, str) and layers in ("auto", "blocks"):
        blocks = _find_blocks(model, every)
        return _readable(blocks) if layers == "auto" else blocks
    wanted = layers if isinstance(layers, (list, tuple)) else [layers]
    if not wanted:
        raise ValueError('layers is an empty list. Expected at least one layer; pass layers="auto" to tap every block.')
    chosen = [tap for choice in wanted for tap in _matching(model, choice, every)]
    return [tap for tap in every if tap in chosen]


def _is_tappable(tensor):
    shape = getattr(tensor, "shape", None)
    return shape is not None and len(shape) >= 2 and all(size is not None for size in shape[1:])


def _matching(model, choice, every):
    if isinstance(choice, str):
        found = [tap for tap in every if fnmatch.fnmatchcase(tap.name, choice)]
    elif isinstance(choice, keras.Layer):
        choice = choice.name
        found = [tap for tap in every if tap.name.split(":")[0] == choice]
    elif callable(choice):
        found = [tap for tap in every if choice(model.get_layer(tap.name.split(":")[0]))]
        choice = getattr(choice, "__name__", repr(choice))
    else:
        raise TypeError(
            f"layers holds {choice!r} of type {type(choice).__name__}. Expected 'auto', 'blocks', a layer name, a "
            "glob, a keras.Layer or a predicate on layers, or a list of these."
        )
    if found:
        return found
    names = [layer.name for layer in model.layers]
    matches_untappable = [name for name in names if fnmatch.fnmatchcase(name, choice)]
    problem = (
        f"Layer '{matches_untappable[0]}' of model '{model.name}' has no tensor output of fixed size"
        if matches_untappable
        else f"Tap '{choice}' matches no layer of model '{model.name}'"
    )
    listed = ", ".join(f"'{tap.name}'" for tap in every)
    raise ValueError(
        f"{problem}. Expected a layer name or a glob; layers that can be tapped: {listed}. "
        'Pass layers="auto" to tap every block.'
    )


def _find_blocks(model, every):
    named = {id(tap.tensor): tap for tap in every}
    tensors = graph.find_block_outputs(functional_of(model))
    blocks = [named[id(tensor)] for tensor in tensors if id(tensor) in named]
    if not blocks:
        raise ValueError(
            f"Model '{model.name}' has no block of layers that every path passes through. Name the layers to tap: "
            + ", ".join(f"'{tap.name}'" for tap in every)
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
