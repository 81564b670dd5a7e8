"""What can move in a Python process: how each kind of it is read and put back, and what stands within it."""

import collections
import contextlib
import dis
import functools
import inspect
import itertools
import operator
import random
import sys
import types
import weakref
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import keras
import numpy as np

_MOST_ITEMS = 10_000
"""Of a container that are looked into."""

CONTAINERS = (collections.OrderedDict, dict, list, set, collections.deque)
_NO_VALUE = object()
PLAIN = (type(None), bool, int, float, complex, str, bytes)
_FOREIGN = {
    "keras",
    "tensorflow",
    "jax",
    "jaxlib",
    "torch",
    "numpy",
    "scipy",
    "keras_phases",
    "tensorboard_plugin_phases",
}
"""Packages whose objects are not looked into, with the standard library but for what holds a user's own values."""
_HOLDERS = {"argparse", "collections", "queue", "types"}


class Kind(NamedTuple):
    """How something that can move is read and put back, and what stands within it, as `(suffix, value)`."""

    word: str
    read: Callable[[Any], Any]
    write: Callable[[Any, Any], object]
    within: Callable[[Any], Iterable[tuple[str, Any]]] = lambda holder: ()


def is_of(holder, *paths):
    """Whether it is of a class such as `"torch.Tensor"`, whose package is not imported for that."""
    return issubclass(type(holder), _classes(paths))


def _classes(paths):
    parts = (path.split(".") for path in paths)
    found = [
        functools.reduce(lambda owner, name: getattr(owner, name, None), names, sys.modules.get(package))
        for package, *names in parts
    ]
    return tuple(kind for kind in found if isinstance(kind, type))


def holder_of(value):
    """What holds the state of a value: generators a variable or a bit generator, methods an object, weak dicts one."""
    kind = type(value)  # never isinstance: a proxy of nothing fails when it is asked for its class
    if is_of(value, "keras.random.SeedGenerator", "tensorflow.random.Generator"):
        return value.state
    if issubclass(kind, np.random.Generator):
        return value.bit_generator
    if issubclass(kind, types.MethodType):
        return value.__self__
    if issubclass(kind, (weakref.WeakKeyDictionary, weakref.WeakValueDictionary)):
        return value.data
    return (value.func, value.args, value.keywords) if issubclass(kind, functools.partial) else value


def kind_of(holder):
    """The `Kind` of what can move or holds it; None of all else."""
    if type(holder) is types.FunctionType:
        return _FUNCTION if _is_users(holder) else None
    if issubclass(type(holder), type):
        return _CLASS if _is_users(holder) else None
    return _kind_of_type(type(holder))


@functools.lru_cache(maxsize=4096)
def _kind_of_type(kind):
    """The first that fits; layers of Keras are modules of PyTorch too."""
    for paths, found in _KINDS.items():
        if issubclass(kind, _classes(paths.split())):
            return found
    if issubclass(kind, CONTAINERS):
        return Kind("item", _read_container, _write_container, _within_container)
    is_foreign = kind.__module__ in ("builtins", "itertools")
    if is_foreign and hasattr(kind, "__next__"):
        return Kind("iterator", _read_iterator, _refuse)
    has_attributes = _is_users(kind) and not issubclass(kind, keras.optimizers.Optimizer)
    return _OBJECT if has_attributes else None


def _is_users(kind):
    """Whether a class, or a function, is neither of a framework nor of the standard library."""
    return _is_in_users(getattr(kind, "__module__", None) or "builtins")


def _is_in_users(module):
    package = module.partition(".")[0]
    return package in _HOLDERS or (package not in _FOREIGN and package not in sys.stdlib_module_names)


def _dict_of(holder):
    """Its own attributes, past a `__getattr__` of its own, which may answer to any name, or fail."""
    with contextlib.suppress(AttributeError):
        return object.__getattribute__(holder, "__dict__")
    return {}


def _attributes_of(holder):
    found = dict(_dict_of(holder))
    for kind in type(holder).__mro__:
        slots = vars(kind).get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            with contextlib.suppress(AttributeError):
                found[name] = object.__getattribute__(holder, name)
    return {name: value for name, value in found.items() if name not in ("__dict__", "__weakref__")}


@functools.cache
def _names_set_by(kind):
    """Attributes that the code of a class sets: those of Keras and TensorFlow are theirs, not the user's."""
    found = set()
    for value in vars(kind).values():
        parts = [value.fget, value.fset] if isinstance(value, property) else [getattr(value, "__func__", value)]
        codes = (getattr(inspect.unwrap(part), "__code__", None) for part in parts if callable(part))
        for instruction in itertools.chain.from_iterable(map(dis.get_instructions, filter(None, codes))):
            if instruction.opname == "STORE_ATTR":
                found.add(instruction.argval)
    return found


@functools.lru_cache(maxsize=4096)
def _names_of_frameworks(kind):
    theirs = [parent for parent in kind.__mro__ if parent.__module__.partition(".")[0] in ("keras", "tensorflow")]
    # While a layer is watched it has a `call` of its own.
    return {"call", "quantized_call"}.union(*map(_names_set_by, theirs))


def _own_attributes(holder):
    names = _names_of_frameworks(type(holder))
    return {name: value for name, value in _attributes_of(holder).items() if name not in names}


def _set_attributes(holder, state):
    """Not by setattr, by which Keras and TensorFlow would track a value anew."""
    now, own = _own_attributes(holder), _dict_of(holder)
    for name in now.keys() - state.keys():
        own.pop(name, None)
    for name, value in state.items():
        if name in own or not hasattr(type(holder), name):
            own[name] = value
        else:
            object.__setattr__(holder, name, value)


def _within_attributes(holder):
    theirs = _names_of_frameworks(type(holder))
    for name, value in _attributes_of(holder).items():
        if name not in theirs or not isinstance(value, (*CONTAINERS, tuple)):
            yield f".{name}", value
    if _is_users(type(holder)):
        yield ".__class__", type(holder)
    if issubclass(type(holder), keras.Layer):
        for layer in holder._flatten_layers(include_self=False, recursive=False):
            yield f".{layer.name}", layer


def _class_attributes(holder):
    kept = {name: value for name, value in vars(holder).items() if not name.startswith("__")}
    return {name: value for name, value in kept.items() if not callable(value) and not hasattr(type(value), "__get__")}


def _set_class_attributes(holder, state):
    for name in _class_attributes(holder).keys() - state.keys():
        delattr(holder, name)
    for name, value in state.items():
        if vars(holder).get(name) is not value:
            setattr(holder, name, value)


def _within_class(holder):
    functions = {name: value for name, value in vars(holder).items() if type(value) is types.FunctionType}
    return ((f".{name}", value) for name, value in (_class_attributes(holder) | functions).items())


def _cells_of(holder):
    found = zip(holder.__code__.co_freevars, holder.__closure__ or (), strict=True)
    return {name: cell for name, cell in found if _is_filled(cell)}


def _is_filled(cell):
    with contextlib.suppress(ValueError):
        return cell.cell_contents is not cell
    return False


def _names_of(holder):
    """Global variables that a function names, of its module and of those that it names."""
    known = holder.__globals__
    found = {name: known[name] for name in _globals_of(holder.__code__) if name in known}
    modules = {name: vars(value) for name, value in found.items() if type(value) is types.ModuleType}
    for name, own in modules.items():
        if _is_in_users(own.get("__name__", "")):
            found |= {f"{name}.{inner}": own[inner] for inner in holder.__code__.co_names if inner in own}
    return found


def _read_names(holder):
    """What a function knows by name and can give another value: variables of its closure, and global ones."""
    known = _names_of(holder)
    found = {name: known[name] for name in known if not issubclass(type(known[name]), (type, types.ModuleType))}
    return found | {name: cell.cell_contents for name, cell in _cells_of(holder).items()}


@functools.lru_cache(maxsize=4096)
def _globals_of(code):
    return sorted({one.argval for one in dis.get_instructions(code) if one.opname.endswith("_GLOBAL")})


def _write_names(holder, state):
    cells, known = _cells_of(holder), holder.__globals__
    for name in _read_names(holder) | state:
        module, _, inner = name.rpartition(".")
        names = vars(known[module]) if module else known
        if name not in state:
            names.pop(inner, None)
        elif name in cells:
            cells[name].cell_contents = state[name]
        elif names.get(inner) is not state[name]:
            names[inner] = state[name]


def _within_function(holder):
    defaults = (holder.__defaults__ or (), holder.__kwdefaults__ or {})
    # Classes too, which may count in attributes of their own.
    yield from ((f".{name}", value) for name, value in (_names_of(holder) | _read_names(holder)).items())
    yield from ((".__defaults__", value) for value in defaults)


def _base_of(holder):
    return next(base for base in CONTAINERS if isinstance(holder, base))


def _read_container(holder):
    base = _base_of(holder)
    return dict(holder) if issubclass(base, dict) else base(holder)


def _write_container(holder, state):
    """By the methods of Python's own class, past what tracks layers and variables."""
    base = _base_of(holder)
    base.clear(holder)
    getattr(base, "extend" if base in (list, collections.deque) else "update")(holder, state)


def _within_container(holder):
    items = holder.items() if isinstance(holder, dict) else enumerate(holder)
    return [(f"[{key!r}]", value) for key, value in itertools.islice(list(items), _MOST_ITEMS)]


def _read_variable(holder):
    return np.array(keras.ops.convert_to_numpy(holder))


def _write_torch(holder, state):
    import torch

    with torch.no_grad():
        holder.copy_(state)


def _read_iterator(holder):
    """What an iterator tells of how far it is."""
    frame = getattr(holder, "gi_frame", None)
    local = {name: value for name, value in frame.f_locals.items() if type(value) in PLAIN} if frame else {}
    return repr(holder), operator.length_hint(holder, -1), getattr(frame, "f_lasti", -1), local


def _refuse(holder, state):
    raise TypeError("there is no way to put it back")


def _write_local(holder, state):
    vars(holder).clear()
    vars(holder).update(state)


def _within_local(holder):
    return [(f".{name}", value) for name, value in vars(holder).items()]


def _write_context(holder, state):
    holder.set(state) if state is not _NO_VALUE else _refuse(holder, state)


_FUNCTION = Kind("attribute", _read_names, _write_names, _within_function)
_CLASS = Kind("attribute", _class_attributes, _set_class_attributes, _within_class)
_OBJECT = Kind("attribute", _own_attributes, _set_attributes, _within_attributes)
_KINDS = {
    "keras.Variable tensorflow.Variable": Kind("variable", _read_variable, lambda holder, state: holder.assign(state)),
    "numpy.ndarray": Kind("array", np.array, lambda holder, state: np.copyto(holder, state)),
    "builtins.bytearray array.array": Kind(
        "array", lambda holder: holder[:], lambda holder, state: holder.__setitem__(slice(None), state)
    ),
    "torch.Tensor": Kind("tensor", lambda holder: holder.detach().cpu().clone(), _write_torch),
    "random.Random": Kind("generator", random.Random.getstate, random.Random.setstate),
    "numpy.random.RandomState torch.Generator": Kind(
        "generator", lambda holder: holder.get_state(), lambda holder, state: holder.set_state(state)
    ),
    "numpy.random.BitGenerator": Kind(
        "generator",
        lambda holder: holder.state,
        lambda holder, state: setattr(holder, "state", state),
        lambda holder: [(".seed_seq", getattr(holder, "seed_seq", None))],
    ),
    "numpy.random.SeedSequence": Kind("count of", lambda holder: holder.n_children_spawned, _refuse),
    "contextvars.ContextVar": Kind("value", lambda holder: holder.get(_NO_VALUE), _write_context),
    "builtins.tuple": Kind("item", tuple, lambda holder, state: None, _within_container),
    "keras.Layer keras.losses.Loss torch.nn.Module": _OBJECT,
    "_thread._local": Kind("attribute", lambda holder: dict(vars(holder)), _write_local, _within_local),
}
