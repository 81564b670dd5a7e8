"""Taps: which layer outputs of a model are observed.

A tap is what one call of a layer gives in a forward pass, at any depth of the model. Nothing is added to the model that
trains: while the forward pass is traced its layers are watched, and then left as they were (`network.calls`).
"""

import collections
import dataclasses
import difflib
import fnmatch
from typing import Any

import keras
import numpy as np

from keras_phases.backend.keras_private import all_layers, owns_trained_weights
from keras_phases.backend.variables import trainer_of
from keras_phases.network.blocks import find_blocks, is_linear
from keras_phases.network.calls import record_calls
from keras_phases.network.channel_axes import with_channels_last
from keras_phases.network.example_batch import batch_for
from keras_phases.network.parts import hint_parts
from keras_phases.network.tokens import find_grids, unfold_tokens

MAX_AUTO_TAPS = 8
_MOST_LISTED = 12
_TRACES = "a loop, a condition, rematerialisation, or a function that is compiled by itself"


@dataclasses.dataclass(frozen=True)
class Tap:
    """An observed layer output.

    Args:
        name: Name in records, logs and plots: the names of the layers from the model down to this one, joined by `/`,
            with `:k` for a k-th further output or use of it.
        shape: Shape of one example's features, such as `(4, 4, 128)`: sides and channels of a map, and so of tokens
            that stand for the patches of an image.
        operation: The layer, or operation of the model's graph, that is observed.
        use: Which of its calls in a forward pass. Defaults to the first, 0.
        output: Which of the tensors that it gives. Defaults to the first, 0.
        of_input: Whether its first input is observed instead. Defaults to False.
        num_others: Of a sequence that is a map how many tokens stand before those of its positions, for the class and
            as registers; they are left out. Defaults to `None`: the tap is no such sequence.
        copies: Times the rows of the batch that come out, of which the first are taken: a `call` that joins views.
            Defaults to `1`.
        channels_first: Whether the layer gives its channels before the sides. Defaults to False.
    """

    name: str
    shape: tuple[int, ...]
    operation: object = None
    use: int = 0
    output: int = 0
    of_input: bool = False
    num_others: int | None = None
    copies: int = 1
    channels_first: bool = False

    @property
    def num_features(self) -> int:
        """Number of features of one example, D."""
        return int(np.prod(self.shape, dtype=int))

    @property
    def grid(self) -> tuple[int, ...] | None:
        """Sides of a map over the input; None of what has no sides, and of sequences that stand for no place of it."""
        return self.shape[:-1] if len(self.shape) > 2 or self.num_others is not None else None


def find_taps(model: keras.Model, x: Any = None) -> list[Tap]:
    """Every layer output of a model that can be tapped, in the order of the forward pass.

    Args:
        model: A built model of any kind.
        x: A batch as fed to it; only its shapes matter. Defaults to `None`: one made from the model's inputs.

    Raises:
        ValueError: when the model is not built, or does not tell the shapes of its inputs.
    """
    calls, shapes, _ = record_forward(model, x)
    return list(_taps_of_calls(calls, shapes).values())


def taps(model: keras.Model, x: Any = None) -> list[Tap]:
    """Prints every layer output that can be tapped, marking the blocks and what `layers="auto"` takes, before training.

    Args:
        model: A built model of any kind.
        x: A batch as fed to it; only its shapes matter. Defaults to `None`: one made from the model's inputs.

    Returns:
        List of `Tap`, in the order of the forward pass; a tap's `name` is what `PhaseProbe(layers=...)` takes.

    Raises:
        ValueError: when the model is not built, or does not tell the shapes of its inputs.

    Example:
        >>> import keras, keras_phases
        >>> model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(4, 3, name="conv"),
        ...     keras.layers.Flatten(name="flat"), keras.layers.Dense(10, name="logits")], name="small")
        >>> taps = keras_phases.taps(model)
        small: 3 layer outputs can be tapped
        name    layer    shape      features  taken by
        conv    Conv2D   6 x 6 x 4       144  auto, blocks
        flat    Flatten  144             144
        logits  Dense    10               10
        >>> [tap.name for tap in taps]
        ['conv', 'flat', 'logits']
    """
    every, chosen = find_taps(model, x), {}
    for layers in ("auto", "blocks"):
        for tap in _blocks_or_none(model, layers, x):
            chosen.setdefault(tap, []).append(layers)
    table = [("name", "layer", "shape", "features", "taken by")]
    for tap in every:
        size, kind = " x ".join(map(str, tap.shape)), type(tap.operation).__name__
        table.append((tap.name, kind, size, f"{tap.num_features:,}", ", ".join(chosen.get(tap, ()))))
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    print(f"{model.name}: {len(every)} layer outputs can be tapped")
    for name, kind, size, count, takers in table:
        cells = name.ljust(widths[0]), kind.ljust(widths[1]), size.ljust(widths[2]), count.rjust(widths[3]), takers
        print("  ".join(cells).rstrip())
    return every


def _blocks_or_none(model, layers, x):
    try:
        return resolve_taps(model, layers, x)
    except ValueError:  # no block, but layers that can be named
        return []


def record_forward(model: keras.Model, x: Any = None) -> tuple[list, list[tuple[int, ...]], list[bool]]:
    """The calls of a forward pass, the shapes of the arrays of its batch, and which of these have their channels first.

    Sizes are told with the channels behind; see `find_taps`.
    """
    x = batch_for(model, x)
    return with_channels_last(record_calls(model, x), [tuple(array.shape) for array in keras.tree.flatten(x)])


def _taps_of_calls(calls, shapes, copies=1, kinds=("float",)):
    """Taps by (call, output), in the order of the forward pass: a layer follows those within it."""
    (batch_size, *_), *_ = shapes
    # What splits text forgets the number of rows, and so does all that follows, to the end.
    counts = {copies * batch_size, *(shape[0] for shape, _ in calls[0].outputs if shape and shape[0] is None)}
    taps, uses, grids = {}, collections.Counter(), find_grids(calls, shapes)
    for index in sorted(range(1, len(calls)), key=lambda index: _last_within(calls, index)):
        call = calls[index]
        for output, (shape, dtype) in enumerate(call.outputs):
            if len(shape or ()) < 2 or shape[0] not in counts or not any(kind in dtype for kind in kinds):
                continue
            use = uses[call.path]
            uses[call.path] += 1
            name = call.path if use == 0 else f"{call.path}:{use}"
            num_others, size = unfold_tokens(tuple(shape[1:]), grids)
            first = any(call.channels_first[output : output + 1])
            more = {"num_others": num_others, "copies": copies, "channels_first": first}
            taps[index, output] = Tap(name, size, call.operation, call.use, output, **more)
    return taps


def _copies_of(calls, shapes):
    """Times the rows of the batch that all layers with weights give: more than 1 where a `call` joins views of it."""
    (num_rows, *_), *_ = shapes
    trained = [shape for call in calls[1:] if owns_trained_weights(call.operation) for shape, _ in call.outputs]
    counts = {shape[0] for shape in trained if shape}
    if len(counts) != 1 or None in counts or max(counts) % num_rows:
        return 1
    return max(counts) // num_rows


def _last_within(calls, index):
    """Sorts a call behind those that it made."""
    last = index
    while last + 1 < len(calls) and calls[last + 1].parent >= index:
        last += 1
    return last, -index


def resolve_taps(
    model: keras.Model, layers: Any = "auto", x: Any = None, *, source: Any = None, recorded: Any = None
) -> list[Tap]:
    """The taps that `layers` names, in the order of the forward pass, each once.

    Args:
        model: A built model of any kind.
        layers: `"auto"` (at most eight block outputs, the last features among them), `"blocks"` (every block output),
            a layer name (with those of the layers around it, or alone), a glob such as `"*_relu"`, a `keras.Layer`, a
            predicate on layers, or a list of these. Defaults to `"auto"`.
        x: A batch as fed to the model; only its shapes matter. Defaults to `None`: one made from the model's inputs.
        source: Of several inputs the place of the one whose way blocks are found on. Defaults to `None`: that of all.
        recorded: What `record_forward` gave for `x`. Defaults to `None`: it is asked.

    Raises:
        ValueError: when a name matches no layer or a layer has no tensor output, with the layers that can be tapped.
        TypeError: when `layers` is of another kind.

    Example:
        >>> import keras
        >>> from keras_phases.network.taps import resolve_taps
        >>> model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(4, 3, name="conv"),
        ...     keras.layers.ReLU(name="relu"), keras.layers.GlobalAveragePooling2D(name="features"),
        ...     keras.layers.Dense(10, name="logits")])
        >>> [(tap.name, tap.num_features) for tap in resolve_taps(model)]
        [('relu', 144), ('features', 4)]
    """
    calls, shapes, _ = recorded or record_forward(model, x)
    found = _taps_of_calls(calls, shapes, _copies_of(calls, shapes))
    every = list(found.values())
    if isinstance(layers, str) and layers in ("auto", "blocks"):
        is_part = trainer_of(model) is not model  # whose end is no classifier: another part reads it
        # An input that nothing reads has no way of its own: that of all tells then what is read. Of a model that holds
        # what it looks up, such as all nodes of a graph, the classifier alone may give a row for each example.
        tried = dict.fromkeys([(source, not is_part), (None, not is_part), (None, False)])
        ways = (find_blocks(calls, start, has_head=has_head) for start, has_head in tried)
        ends = next(filter(None, ([end for end in way if (end, 0) in found] for way in ways)), [])
        if source is None and [calls[end].values[:1] for end in ends] == [calls[0].values[:1]]:
            # Inputs that meet in the scores alone, as in factors of users and items: the first way that has more.
            ways = (find_blocks(calls, start) for start in range(len(shapes)))
            ends = next((way for way in ways if len(way) > 1 and all((end, 0) in found for end in way)), ends)
        blocks = [found[index, 0] for index in ends]
        if not blocks:
            raise ValueError(
                f"Model '{model.name}' has no block of layers that every path passes through and whose output can be "
                f"had (not within {_TRACES}). {_describe_unseen(model, calls)}Expected one; name the layers to tap, "
                f"layers=[...]: {_listed(every)}{hint_parts(model)}."
            )
        if layers == "blocks":
            return blocks
        return _readable(_without_expansions(blocks, [found[end, 0] for end in ends if is_linear(calls, end)]))
    wanted = layers if isinstance(layers, (list, tuple)) else [layers]
    if not wanted:
        raise ValueError(
            'layers is an empty list. Expected at least one layer; pass layers="blocks" to tap every block.'
        )
    chosen = [tap for choice in wanted for tap in _matching(model, choice, every)]
    return [tap for tap in every if tap in chosen]


def find_target(model: keras.Model, name: str | None, x: Any) -> tuple[Tap, bool]:
    """The tap of a layer whose output is reconstructed in the place of the input, and whether that are ids.

    It is the same at every step.

    Args:
        model: A built model.
        name: Name of the layer; None for the first one whole, which makes numbers of text.
        x: A batch as fed to the model.

    Raises:
        ValueError: when no layer, or more than one, has that name, when trained weights stand before its output, and
            when that is of any length.
    """
    calls, shapes, _ = record_forward(model, x)
    found = _taps_of_calls(calls, shapes, kinds=("float", "int"))
    matching = [(place, tap) for place, tap in found.items() if name is None or _is_named(tap, name)]
    if name is None:
        matching = [one for one in sorted(matching, key=lambda one: one[0]) if not _first_trained(calls, one[0][0])][:1]
    if len(matching) != 1:
        raise ValueError(
            f"target='{name}' matches {len(matching)} layers and no input of model '{model.name}'. Expected one of "
            f"either; layers: {_listed(found.values(), name or '')}."
        )
    [((index, output), tap)] = matching
    name = tap.name
    trained = _first_trained(calls, index)
    if trained is not None:
        raise ValueError(
            f"target='{name}' stands behind the trained weights of '{trained}', so that what is reconstructed would "
            "change while it is measured. Expected an input, or a layer that only prepares it."
        )
    if None in tap.shape:
        raise ValueError(
            f"Layer '{name}' gives rows of any length, and is what is reconstructed. Expected rows of one length; give "
            "TextVectorization its output_sequence_length, or name another layer or input, target='...'."
        )
    return tap, "int" in calls[index].outputs[output][1]


def _first_trained(calls, index):
    """Path of the first call with trained weights that a call stands behind, or makes; None where there is none."""
    before = calls[: _last_within(calls, index)[0] + 1]
    return next((call.path for call in before if owns_trained_weights(call.operation)), None)


def _matching(model, choice, every):
    layers = [layer for layer in all_layers(model) if layer is not model]
    if isinstance(choice, str):
        found = [tap for tap in every if _is_named(tap, choice.removeprefix(f"{model.name}/"))]
        layers = [layer for layer in layers if fnmatch.fnmatchcase(layer.name, choice)]
    elif isinstance(choice, keras.Layer):
        found = [tap for tap in every if tap.operation is choice]
        layers, choice = [layer for layer in layers if layer is choice], choice.name
    elif callable(choice):
        found = [tap for tap in every if isinstance(tap.operation, keras.Layer) and choice(tap.operation)]
        layers, choice = [], getattr(choice, "__name__", repr(choice))
    else:
        raise TypeError(
            f"layers holds {choice!r} of type {type(choice).__name__}. Expected 'auto', 'blocks', a layer name, a "
            "glob, a keras.Layer or a predicate on layers, or a list of these."
        )
    if not found:
        raise ValueError(
            f"{_describe_miss(model, choice, layers)}. Expected a layer name or a glob; layers that can be tapped: "
            f'{_listed(every, choice)}. Pass layers="blocks" to tap every block.'
        )
    return found


def _is_named(tap, choice):
    names = tap.name, tap.name.rsplit("/", 1)[-1]
    return choice in names or any(fnmatch.fnmatchcase(name, choice) for name in names)


def _describe_unseen(model, calls):
    """A sentence on layers with weights of which the forward pass gave no tensor; none where there are none."""
    seen = {id(call.operation) for call in calls if any(shape for shape, _ in call.outputs)}
    names = [layer.name for layer in all_layers(model) if owns_trained_weights(layer) and id(layer) not in seen]
    shown = f"{_quoted(names[:_MOST_LISTED])}{' and others' * (len(names) > _MOST_LISTED)}"
    return f"Within one, or not called, are {shown}; call them outside of it. " if names else ""


def _describe_miss(model, choice, layers):
    if not layers:
        return f"Tap '{choice}' matches no layer of model '{model.name}'"
    if isinstance(layers[0], keras.layers.InputLayer):
        return f"Layer '{layers[0].name}' of model '{model.name}' is its input, which needs no decoder"
    return f"Layer '{layers[0].name}' of model '{model.name}' gives no tensor of numbers with a row for each example"


def _listed(taps, choice=""):
    """Names for an error: all of few; of many those like the choice, and how to see the rest."""
    names = [tap.name for tap in taps]
    if len(names) > _MOST_LISTED:
        ends = {name.rsplit("/", 1)[-1]: name for name in names}
        like = [ends[end] for end in difflib.get_close_matches(choice, ends, _MOST_LISTED)] or names[:_MOST_LISTED]
        return f"{_quoted(like)}, and {len(names) - len(like)} others that keras_phases.taps(model) prints"
    return _quoted(names) or "none"


def _quoted(names):
    return ", ".join(f"'{name}'" for name in names)


def _without_expansions(blocks, bottlenecks):
    """Leaves out the wide points within inverted bottlenecks: a narrower map follows at once, and is one's linear end.

    Such points begin at the resolution of the map before them. A map of a higher resolution, which a decoder makes, is
    never such an end.
    """
    maps = [tap for tap in blocks if len(tap.shape) > 1]
    return [tap for tap in blocks if tap not in maps or not _is_expansion(maps, maps.index(tap), bottlenecks)]


def _is_expansion(maps, place, bottlenecks):
    first = place
    while first and maps[first - 1].shape[-1] == maps[place].shape[-1]:
        first -= 1
    *sides, width = maps[place].shape
    narrow = [later for later in maps[place + 1 : place + 4] if later in bottlenecks and later.shape[-1] < width]
    return any(np.prod(later.shape[:-1]) <= np.prod(sides) for later in narrow) and (
        first == 0 or maps[first - 1].shape[:-1] == maps[first].shape[:-1]
    )


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
