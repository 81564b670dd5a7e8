"""What a model's own code can move when it is called: where it stands, kept as it is, compared, and put back.

Keras holds back what is assigned to its variables within a `keras.StatelessScope`. What layers keep elsewhere is
reached from them and from the loss: attributes, the objects, lists and dicts in them, a user's own classes, closures
and the global variables that own functions name, arrays, random generators, `tf.Variable`s, buffers and modes of
PyTorch's modules.
"""

import array
import collections
import contextlib
import pickle
import zlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import keras
import numpy as np

from keras_phases.backend.keras_private import all_layers
from keras_phases.backend.kinds import PLAIN, Kind, holder_of, is_of, kind_of

CHEAP_BYTES = 2**20
"""Of an array that is copied at every probe step, at most."""
MOST_BYTES = 2**26
"""Of an array that is copied before training, at most; of a larger one a checksum tells that it moved."""
MOST_PLACES = 50_000
"""That are looked at; what is reached first are the attributes of the layers themselves."""
_MOST_DEEP = 8


class Place(NamedTuple):
    """Something that can move, and its state at one moment; a checksum where `is_whole` is False."""

    name: str
    holder: Any
    kind: Kind
    state: Any
    is_whole: bool = True

    def moved(self):
        """What has moved since, by name: of attributes and items those that have."""
        now = _state_of(self.holder, self.kind, self.is_whole)
        if _same(self.state, now):
            return []
        if not isinstance(now, dict) or self.kind.word not in ("attribute", "item"):
            return [f"{self.kind.word} '{self.name}'"]
        changed = [key for key in self.state | now if not _same(self.state.get(key, now), now.get(key, self.state))]
        if not changed and self.kind.word == "item":
            return [f"order of '{self.name}'"]
        show = "{}.{}" if self.kind.word == "attribute" else "{}[{!r}]"
        return [f"{self.kind.word} '{show.format(self.name, key)}'" for key in changed]

    def put_back(self):
        """Whether it is as it was, after it was put back."""
        with contextlib.suppress(Exception):  # a user's object may refuse; it is said then
            self.kind.write(self.holder, self.state if self.is_whole else None)
        return not self.moved()

    def arrays(self):
        """`(name, array)` of what can be compared with that of another run: of objects their types alone."""
        if isinstance(self.state, np.ndarray) and self.state.dtype != object:
            return [(self.name, self.state)]
        state: Any = self.state
        parts = state if self.kind.word == "attribute" else {"": state}
        named = ((f"{self.name}.{key}".rstrip("."), _comparable(value)) for key, value in sorted(parts.items()))
        return [(name, np.frombuffer(pickle.dumps(value), np.uint8)) for name, value in named]


def find_places(model: keras.Model | None, more: Iterable[tuple[str, Any]] = (), *, keeps: Callable[[str, Any], bool]):
    """A `Place` for all that is reached from the layers of a model, its loss and `more`, each once.

    Args:
        model: The model; None for `more` alone.
        more: Further `(name, value)` to begin at. Defaults to none.
        keeps: Whether an array or variable `(name, holder)` is taken, which may be large.
    """
    roots = [] if model is None else [(_path_of(layer, model), layer) for layer in all_layers(model)]
    roots += [("loss", getattr(model, "loss", None)), *more]
    waiting = collections.deque((name, value, 0) for name, value in roots)
    places, seen = [], set()
    while waiting and len(places) < MOST_PLACES:
        name, value, depth = waiting.popleft()
        with contextlib.suppress(Exception):  # a user's object may fail on any question; nothing is known of it then
            holder = holder_of(value)
            kind = None if type(holder) in PLAIN or id(holder) in seen else kind_of(holder)
            if kind is None:
                continue
            seen.add(id(holder))
            if num_bytes(holder) is None or keeps(name, holder):
                is_whole = (num_bytes(holder) or 0) <= MOST_BYTES
                places.append(Place(name, holder, kind, _state_of(holder, kind, is_whole), is_whole))
            if depth < _MOST_DEEP:
                waiting.extend([(name + suffix, inner, depth + 1) for suffix, inner in kind.within(holder)])
    return places


def _path_of(layer, model):
    """A layer's path within the model; on its own where that is its name."""
    return (layer.path or layer.name).removeprefix(f"{model.path or model.name}/")


def is_variable(holder):
    """Whether it is a variable of Keras, whose assignments a `StatelessScope` holds back, or the tensor of one."""
    return is_of(holder, "keras.Variable", "torch.nn.Parameter")


def num_bytes(holder):
    """Bytes of an array or variable; None of all else."""
    # By their class: some objects answer to any name, or fail.
    if not hasattr(type(holder), "dtype") or not hasattr(type(holder), "shape"):
        return None
    with contextlib.suppress(Exception):  # a user's class may know its shape later, and TensorFlow's never
        size = np.prod([int(side or 0) for side in holder.shape], dtype=int)
        return int(size) * getattr(holder.dtype, "itemsize", getattr(holder.dtype, "size", 4))
    return None


def _state_of(holder, kind, is_whole):
    state = kind.read(holder)
    return state if is_whole else zlib.crc32(_array_of(state).tobytes())


def _array_of(state):
    return state if isinstance(state, np.ndarray) else state.float().numpy()  # NumPy knows no bfloat16 of PyTorch


def _same(one, other):
    """Whether two states are the same bits; objects have to be the same ones."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        is_alike = one.dtype == other.dtype and one.shape == other.shape
        return is_alike and (bool(np.all(one == other)) if one.dtype == object else one.tobytes() == other.tobytes())
    if isinstance(one, (list, tuple, collections.deque)):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict):
        return [*one] == [*other] and all(_same(value, other[key]) for key, value in one.items())
    if is_of(one, "torch.Tensor"):
        is_alike = one.dtype == other.dtype and one.shape == other.shape
        return is_alike and bool(((one == other) | ((one != one) & (other != other))).all())
    return isinstance(one, (*PLAIN, np.generic, set, frozenset, bytearray, array.array)) and (
        one == other or one != one
    )


def _comparable(state):
    """A state without what is not the same in two runs: objects stand for their types."""
    if isinstance(state, dict):
        return {str(key): _comparable(value) for key, value in state.items()}
    if isinstance(state, (list, tuple, collections.deque)):
        return [_comparable(value) for value in state]
    if isinstance(state, (set, frozenset)):
        return sorted(map(str, map(_comparable, state)))
    if isinstance(state, np.ndarray):
        return state.tolist()
    if is_of(state, "torch.Tensor"):
        return state.tolist()
    return state if isinstance(state, (*PLAIN, np.generic)) else type(state).__name__
