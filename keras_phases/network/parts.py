"""Which model is measured: the one that trains, or a part of it."""

from typing import Any

import keras

from keras_phases.arguments import meant
from keras_phases.backend.keras_private import all_layers, arrays_by_input, functional_of
from keras_phases.data.trees import find_leaves

_MOST_HINTED = 4

_COPIES = ("momentum", "target", "teacher", "ema", "average", "moving")
"""In names: of two networks alike the one that follows the other, and is not trained itself."""


def find_measured(model: keras.Model, choice: Any = None, x: Any = None) -> keras.Model:
    """The model whose layers are tapped: a part of the one that trains, or that one itself.

    Args:
        model: The model that trains.
        choice: Name of a part, or the path of attributes to it, such as `"encoder"`; or a function that gives it,
            `lambda model: model.encoder`. Defaults to `None`: the model itself; where it has no `call`, the one part
            that takes such rows and is trained.
        x: Rows as fed. Defaults to `None`: not known.

    Raises:
        ValueError: for a part that is not there or not one model, with those that are; where the model has no `call`
            and no part, or more than one, could be meant.
    """
    if callable(choice):
        found = choice(model)
    elif choice is not None:
        found = _named(model, choice)
    elif has_call(model):
        return model
    else:
        return _find_only(model, x)
    if not isinstance(found, keras.Model):
        raise ValueError(
            f"model={choice!r} gives {type(found).__name__} of model '{model.name}'. Expected a part that is a "
            f"keras.Model: {_listed(_parts_of(model))}."
        )
    if x is not None and not takes(found, x):
        rows = " and ".join(str(array.shape[1:]) for _, array in find_leaves(x))
        raise ValueError(
            f"model={choice!r} takes {shapes_of(found)}, and the rows are {rows}. Expected rows that it can be called "
            "on; pass them, data=(x, y), or measure another part."
        )
    return found


def path_of(model: keras.Model, part: keras.Model) -> str:
    """The name of a part behind that of its model; the model's own for itself."""
    names = [name for name, other in _parts_of(model) if other is part]
    return model.name if part is model else f"{model.name}/{(names or [part.name])[0]}"


def hint_parts(model: keras.Model) -> str:
    """The end of an error: which trained parts of a model can be measured alone; nothing where there are none."""
    names = [f"model='{name}'" for name, part in _parts_of(model) if part.trainable_weights]
    return f"; or measure a part alone, {' or '.join(names[:_MOST_HINTED])}" if names else ""


def has_call(model: keras.Model) -> bool:
    """Whether a model can be called itself."""
    return functional_of(model) is not None or type(model).call is not keras.Model.call


def _parts_of(model):
    """`(name, part)` of each model within a model: by the attribute that holds it, else by its own name."""
    # PyTorch keeps modules apart from other attributes.
    held = [*vars(model).items(), *getattr(model, "named_children", list)()]
    own = {id(value): name for name, value in held if isinstance(value, keras.Model)}
    return [(own.get(id(part), part.name), part) for part in all_layers(model, keras.Model) if part is not model]


def _named(model, choice):
    found: Any = model
    for name in str(choice).replace("/", ".").split("."):
        found = getattr(found, name, None)
    if found is not None:
        return found
    parts = _parts_of(model)
    matching = [part for name, part in parts if choice in (name, part.name)]
    if len(matching) == 1:
        return matching[0]
    hint = "" if matching else meant(choice, [name for name, _ in parts])
    raise ValueError(
        f"model={choice!r} names {len(matching)} parts of model '{model.name}'.{hint} Expected one of: {_listed(parts)}"
        ", or a function such as lambda model: model.encoder."
    )


def _find_only(model, x):
    every = [(name, part) for name, part in _parts_of(model) if part.trainable_weights]
    parts = [(name, part) for name, part in every if takes(part, x)]
    within = {id(inner) for _, part in parts for inner in all_layers(part, keras.Model) if inner is not part}
    parts = _without_copies([(name, part) for name, part in parts if id(part) not in within])
    if len(parts) == 1:
        return parts[0][1]
    several = f"{len(parts)} parts take such rows and are trained" if parts else "no part takes such rows"
    raise ValueError(
        f"Model '{model.name}' has a train_step and no call, so that a part of it has to be measured, and {several}. "
        f"Expected {_way_out(parts, _without_copies(every), x)}; parts: {_listed(parts or _parts_of(model))}."
    )


def _without_copies(parts):
    return [one for one in parts if not any(word in f"{one[0]} {one[1].name}".lower() for word in _COPIES)] or parts


def _way_out(parts, every, x):
    """What to write where several parts, or none, take the rows."""
    rows = [array.shape[1:] for _, array in find_leaves(x)]
    graphs = [(name, functional_of(part)) for name, part in every]
    beside = [name for name, graph in graphs if graph and any(_fits(one, rows) for one in graph.inputs)]
    if beside and not parts:
        return f"it to be named, with an array for each of its inputs: model='{beside[0]}', data=([x, ...], y)"
    name = next(iter([*parts, *every]), ("encoder",))[0]
    text = f"one to be named, model='{name}', and data=(x, y) where it is fed other rows than fit"
    made = "model=lambda model: keras.Sequential([..., model.encoder])"
    return text if parts else f"{text}; or a function that puts what leads from rows to it before it, {made}"


def takes(part: keras.Model, x: Any) -> bool:
    """Whether a part may be called on such rows; one without a layer graph does not tell."""
    graph = functional_of(part)
    if x is None or graph is None:
        return graph is not None or part.built
    arrays = [array for _, array in find_leaves(x)]
    if len(graph.inputs) != 1 or len(arrays) != 1:
        return len(graph.inputs) == len(arrays_by_input(graph, x)) == len(arrays)
    return _fits(graph.inputs[0], [arrays[0].shape[1:]])


def _fits(tensor, rows):
    """Whether one array of rows has the shape of an input."""
    # Keras itself adds or drops an axis of length one.
    expected, *found = ([size for size in shape if size != 1] for shape in (tensor.shape[1:], *rows))
    return len(found) == 1 and len(expected) == len(found[0]) and all(map(_is_size, expected, found[0]))


def _is_size(size, have):
    return size in (None, have)


def _listed(parts):
    return ", ".join(f"'{name}' (takes {shapes_of(part)})" for name, part in parts) or "none that is a keras.Model"


def shapes_of(part: keras.Model) -> str:
    """What a model takes, for people: the shapes of its inputs without the rows."""
    graph = functional_of(part)
    if graph is None:
        return "what its call says" if part.built else "nothing yet, it is not built"
    return " and ".join(str(tuple(tensor.shape[1:])) for tensor in graph.inputs)
