"""The two arithmetics in which sums of products are taken and systems solved; the same code runs on either.

`FLOAT32` works on the backend's device, where matrix products are fastest. Its sums are taken over chunks of some 2,000
rows about a shift near the mean and added up there, those of many rows in float64 (`keras_phases.decoders.moments`), so
that a sum is off by some 1e-7 of its terms however many rows there are. `FLOAT64` is NumPy on the host. A fit in
`FLOAT32` says how far its loss can be off (`RidgeFit.rounding`), and is taken anew in `FLOAT64` where that is not
little.
"""

import contextlib
import contextvars
import dataclasses
import functools
import itertools
import types
from collections.abc import Callable
from typing import Any

import keras
import numpy as np

from keras_phases.backend.places import here
from keras_phases.backend.switches import Switch

_READS = {"ReadVariableOp", "ResourceGather", "ResourceGatherNd", "VariableShape"}
"""Operations of TensorFlow that take a variable and leave it as it is."""

_WIDE = 1024
"""Features from which A'A is taken in panels: below, its half costs as much as the whole."""


@dataclasses.dataclass(frozen=True)
class Arithmetic:
    """Functions named alike in NumPy and `keras.ops`, and how exact they are.

    Args:
        ops: `keras.ops` or `numpy`.
        dtype: Name of the floating-point type.
        noise: Relative error of a sum of products, with room: ten times what was measured on CIFAR-10 features.
        relative_rank: Eigenvalues of A'A below this share of the largest cannot be told from none.
    """

    ops: types.ModuleType
    dtype: str
    noise: float
    relative_rank: float

    def array(self, values: Any) -> Any:
        """`values` as an array of this arithmetic, which is a tensor of the backend in float32."""
        if self.ops is np:
            return np.asarray(host(values), self.dtype)
        if isinstance(values, np.ndarray) and values.dtype.kind == "f":
            values = values.astype(self.dtype, copy=False)  # before it crosses
        return self.ops.convert_to_tensor(values, self.dtype)

    def dot(self, A: Any, B: Any) -> Any:
        """A'B, without a transposed copy where the backend can do without."""
        if self.ops is not np and keras.backend.backend() == "tensorflow":
            import tensorflow as tf

            return tf.linalg.matmul(A, B, transpose_a=True)
        return self.ops.matmul(self.ops.transpose(A), B)

    def scatter(self, A: Any) -> Any:
        """A'A of `(n, D)`; of wide A the lower triangle alone is meant, at 5/8 of the work."""
        num_features, ops = A.shape[1], self.ops
        if ops is np or num_features < _WIDE:
            return self.dot(A, A)
        edges = [round(part * num_features / 4) for part in range(5)]
        panels = [self.dot(A[:, start:], A[:, start:end]) for start, end in itertools.pairwise(edges)]
        return ops.concatenate(
            [ops.pad(panel, ((start, 0), (0, 0))) for start, panel in zip(edges, panels, strict=False)], axis=1
        )

    def added(self, sums: Any, parts: Any) -> list:
        """Each of some sums with its part, in its place where arrays can be written to."""
        pairs = zip(sums, parts, strict=True)
        return [np.add(total, part, out=total) if self.ops is np else total + part for total, part in pairs]

    def compiled(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function` of arrays of this arithmetic, compiled where the backend runs it."""
        return function if self.ops is np else compiled(function)


FLOAT32 = Arithmetic(keras.ops, "float32", noise=1e-6, relative_rank=1e-6)
FLOAT64 = Arithmetic(np, "float64", noise=0.0, relative_rank=1e-12)


def host(array: Any) -> np.ndarray:
    """`array` in NumPy, without a copy where the backend allows it."""
    return array if isinstance(array, np.ndarray) else keras.ops.convert_to_numpy(array)  # pyright: ignore[reportReturnType] Keras's stubs name all that NumPy takes


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function` of tensors, compiled by the backend where it compiles."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        found = tf.function(function, autograph=False)
        # One for each tap and size, traced once each: TensorFlow takes those of one source for one that is traced anew.
        found._omit_frequent_tracing_warning = True
        return found
    if keras.backend.backend() == "jax":
        import jax

        run = jax.jit(function)
        return lambda *arguments: run(*here(arguments))
    return without_gradients()(function)


_MOST_RECENT = 32
"""Compiled functions of a kind that outlive the run that they were made for."""

COMPILED_ONCE = []
"""What keeps them, by kind."""


@contextlib.contextmanager
def keeping_compiled(functions):
    """Inside, what `compiled_once` makes is kept in the dict `functions`, and goes with whose it is."""
    token = _KEPT.set(functions)
    try:
        yield
    finally:
        _KEPT.reset(token)


def compiled_once(make):
    """Has `make` compile once for the same arguments.

    What was made is kept in the dict of `keeping_compiled`, and the newest `_MOST_RECENT` for whoever asks next.
    """
    recent = functools.lru_cache(maxsize=_MOST_RECENT)(make)
    COMPILED_ONCE.append(recent)

    @functools.wraps(make)
    def find(*arguments):
        kept, key = _KEPT.get(), (make, arguments)
        if kept is None:
            return recent(*arguments)
        if key not in kept:
            kept[key] = recent(*arguments)
        return kept[key]

    return find


_KEPT: contextvars.ContextVar[dict | None] = contextvars.ContextVar("compiled functions", default=None)


def touched_variables(function, *arguments):
    """`(variables, assigned)` that a `compiled` function touches, where the backend tells; nothing runs."""
    if not hasattr(function, "get_concrete_function"):
        return (), ()
    graph = function.get_concrete_function(*arguments)
    handles = zip(reversed(graph.captured_inputs), reversed(graph.inputs), strict=False)  # captured ones are the last
    moved = {id(held) for held, handle in handles if {user.type for user in handle.consumers()} - _READS}
    return graph.variables, [one for one in graph.variables if id(one.handle) in moved]


def is_compiled(function):
    """Whether a user's function is compiled by itself, and so runs in a trace that its tensors do not leave."""
    return _written(function) is not None


def uncompiled(function):
    """A user's function as it was written, where it is compiled by itself; others as they are."""
    written = _written(function)
    if written is None:
        return function
    is_bound = hasattr(function, "__self__") and not hasattr(written, "__self__")
    return types.MethodType(written, function.__self__) if is_bound else written


def _written(function):
    """What a `tf.function`, `jax.jit` or `torch.compile` was made of; None of all else."""
    if hasattr(function, "python_function"):
        return _as_traced(function)
    inner = getattr(function, "__func__", function)
    # Public: `lower` and `__wrapped__`. Checked on JAX 0.10 and PyTorch 2.13.
    return getattr(inner, "__wrapped__" if hasattr(inner, "lower") else "_torchdynamo_orig_callable", None)


def _as_traced(function):
    """The Python function of a `tf.function`, with its conditions and loops on tensors made into operations."""
    import tensorflow as tf

    written = function.python_function
    if not getattr(function, "_autograph", True):
        return written
    with contextlib.suppress(Exception):  # source that cannot be read; it may well do without
        if isinstance(written, types.MethodType):
            return types.MethodType(tf.autograph.to_graph(written.__func__), written.__self__)
        return tf.autograph.to_graph(written)
    return written


def value_and_gradient(function):
    """A function of the same tree of tensors that gives the value of `function`, a scalar, and its gradient.

    The gradient has the structure of the tree. It works within `compiled` functions and within `without_gradients`.
    """
    return _GRADIENTS[keras.backend.backend()](function)


def _gradient_of_tensorflow(function):
    import tensorflow as tf

    def both(parameters):
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(parameters)
            value = function(parameters)
        return value, tape.gradient(value, parameters)

    return both


def _gradient_of_jax(function):
    import jax

    return jax.value_and_grad(function)


def _gradient_of_torch(function):
    import torch

    def both(parameters):
        with torch.enable_grad():
            leaves = keras.tree.map_structure(lambda tensor: tensor.detach().requires_grad_(), parameters)
            value = function(leaves)
        # Not backward(), which would leave the gradients on the tensors.
        gradients = torch.autograd.grad(value, keras.tree.flatten(leaves))
        return value.detach(), keras.tree.pack_sequence_as(parameters, gradients)

    return both


_GRADIENTS = {"tensorflow": _gradient_of_tensorflow, "jax": _gradient_of_jax, "torch": _gradient_of_torch}


def traced(function, *arguments):
    """Runs `function` once, without computing anything where the backend can do without."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        tensors = keras.tree.map_structure(keras.ops.convert_to_tensor, arguments)
        tf.function(function, autograph=False).get_concrete_function(*tensors)  # pyright: ignore[reportOptionalIterable] Keras's stubs
    elif keras.backend.backend() == "jax":
        import jax

        jax.eval_shape(function, *arguments)
    else:
        with without_gradients():
            function(*keras.tree.map_structure(keras.ops.convert_to_tensor, arguments))  # pyright: ignore[reportOptionalIterable] Keras's stubs


def is_traced_with(tensor, other):
    """Whether both belong to one trace; a tensor of an inner one (a condition, rematerialisation) cannot leave it."""
    # JAX tells in no public way which trace a tensor is of. Checked on JAX 0.10.
    marks = [(getattr(one, "graph", None), getattr(one, "_trace", None)) for one in (tensor, other)]
    return marks[0] == (None, None) or all(mine is its for mine, its in zip(*marks, strict=True))


@contextlib.contextmanager
def full_float32():
    """Inside, float32 products are float32: no TF32 on GPUs, whose ten bits would show in every loss, nor fewer."""
    ways = {"tensorflow": _full_float32_of_tensorflow, "jax": _full_float32_of_jax, "torch": _full_float32_of_torch}
    with ways.get(keras.backend.backend(), contextlib.nullcontext)():
        yield


@contextlib.contextmanager
def without_gradients():
    """Inside, PyTorch records no graph: it would keep every tensor of a probe step. Other backends record none."""
    if keras.backend.backend() != "torch":
        yield
        return
    import torch

    # Not inference mode: what a model caches in it could take part in no training step.
    with torch.no_grad():
        yield


def _full_float32_of_tensorflow():
    import tensorflow as tf

    # A CPU has no such products: there is nothing to be switched off.
    has_other = any(device.device_type != "CPU" for device in tf.config.list_logical_devices())
    return _TF32_OF_TENSORFLOW.at(False) if has_other else contextlib.nullcontext()


def _read_tf32():
    import tensorflow as tf

    return tf.config.experimental.tensor_float_32_execution_enabled()


def _write_tf32(is_on):
    import tensorflow as tf

    tf.config.experimental.enable_tensor_float_32_execution(is_on)


def _full_float32_of_jax():
    import jax

    return jax.default_matmul_precision("highest")  # of this thread alone


def _full_float32_of_torch():
    import torch

    precision, convolutions, *kinds = _read_precision()
    is_whole = precision == "highest" and not {"tf32", "bf16"} & set(kinds)
    # On by default, and without CUDA of no effect.
    is_whole = is_whole and not (convolutions and torch.cuda.is_available())
    return contextlib.nullcontext() if is_whole else _PRECISION_OF_TORCH.at(("highest", False))


def _products_of_torch():
    """The switches of PyTorch, by owner and name: newer versions have one for each kind of product besides."""
    import torch

    matmul, cudnn, mkldnn = torch.backends.cuda.matmul, torch.backends.cudnn, torch.backends.mkldnn
    kinds = matmul, getattr(cudnn, "conv", None), getattr(cudnn, "rnn", None), getattr(mkldnn, "matmul", None)
    return [(cudnn, "allow_tf32"), *((kind, "fp32_precision") for kind in kinds)]


def _read_precision():
    """The precision of products, None where older and newer switches disagree, and the switches of each kind."""
    import torch

    def read(function, *arguments):
        with contextlib.suppress(RuntimeError):
            return function(*arguments)

    return (read(torch.get_float32_matmul_precision), *(read(getattr, *one, None) for one in _products_of_torch()))


def _write_precision(state):
    import torch

    precision, *products = state
    if precision is not None:
        torch.set_float32_matmul_precision(precision)  # which moves those of products too
    for (owner, name), value in zip(_products_of_torch(), products, strict=False):
        if value is not None:
            setattr(owner, name, value)


_TF32_OF_TENSORFLOW = Switch(_read_tf32, _write_tf32)
_PRECISION_OF_TORCH = Switch(_read_precision, _write_precision)
