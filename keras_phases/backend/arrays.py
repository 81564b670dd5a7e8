"""The two arithmetics in which sums of products are taken and systems solved; the same code runs on either.

`FLOAT32` works on the backend's device, where matrix products are fastest. Its sums are taken over chunks of some 2,000
rows about a shift near the mean and added up in float64, so that a sum is off by some 1e-7 of its terms however many
rows there are. `FLOAT64` is NumPy on the host. A fit in `FLOAT32` says how far its loss can be off
(`RidgeFit.rounding`), and is taken anew in `FLOAT64` where that is not little.
"""

import contextlib
import dataclasses
import itertools
import types
from collections.abc import Callable
from typing import Any

import keras
import numpy as np

_WIDE = 1024
"""Features from which A'A is taken in blocks: below, its half costs as much as the whole."""


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
        return self.ops.convert_to_tensor(values, self.dtype)

    def dot(self, A: Any, B: Any) -> Any:
        """A'B, without a transposed copy where the backend can do without."""
        if self.ops is not np and keras.backend.backend() == "tensorflow":
            import tensorflow as tf

            return tf.linalg.matmul(A, B, transpose_a=True)
        return self.ops.matmul(self.ops.transpose(A), B)

    def gram(self, A: Any) -> np.ndarray:
        """A'A of `(n, D)` as a host array; of wide A the lower triangle alone is meant, at 5/8 of the work."""
        num_features = A.shape[1]
        if self.ops is np or num_features < _WIDE:
            return host(self.dot(A, A))
        edges = [round(part * num_features / 4) for part in range(5)]
        parts = [A[:, start:end] for start, end in itertools.pairwise(edges)]
        gram = np.zeros((num_features, num_features), self.dtype)
        for column, right in enumerate(parts):
            for row in range(column, 4):
                block = host(self.dot(parts[row], right))
                gram[edges[row] : edges[row + 1], edges[column] : edges[column + 1]] = block
        return gram

    def product(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """The matrix product of host arrays, as a host array; `a` is taken as it lies in memory."""
        if a.flags.f_contiguous:
            return host(self.dot(self.array(a.T), self.array(b)))
        return host(self.ops.matmul(self.array(a), self.array(b)))


FLOAT32 = Arithmetic(keras.ops, "float32", noise=1e-6, relative_rank=1e-6)
FLOAT64 = Arithmetic(np, "float64", noise=0.0, relative_rank=1e-12)


def host(array: Any) -> np.ndarray:
    """`array` in NumPy, without a copy where the backend allows it."""
    return array if isinstance(array, np.ndarray) else keras.ops.convert_to_numpy(array)  # pyright: ignore[reportReturnType] Keras's stubs name all that NumPy takes


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function` of tensors, compiled by the backend where it compiles."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        return tf.function(function, autograph=False)
    if keras.backend.backend() == "jax":
        import jax

        return jax.jit(function)
    return without_gradients()(function)


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


@contextlib.contextmanager
def _full_float32_of_tensorflow():
    import tensorflow as tf

    before = tf.config.experimental.tensor_float_32_execution_enabled()
    tf.config.experimental.enable_tensor_float_32_execution(False)
    try:
        yield
    finally:
        tf.config.experimental.enable_tensor_float_32_execution(before)


def _full_float32_of_jax():
    import jax

    return jax.default_matmul_precision("highest")


@contextlib.contextmanager
def _full_float32_of_torch():
    import torch

    matmul, cudnn, mkldnn = torch.backends.cuda.matmul, torch.backends.cudnn, torch.backends.mkldnn
    # Newer versions have a switch for each kind of product besides, which the older ones move too.
    kinds = matmul, getattr(cudnn, "conv", None), getattr(cudnn, "rnn", None), getattr(mkldnn, "matmul", None)
    switches = [(cudnn, "allow_tf32"), *((kind, "fp32_precision") for kind in kinds)]
    before = [(owner, name, _state_of(owner, name)) for owner, name in switches]
    precision = None
    with contextlib.suppress(RuntimeError):
        precision = torch.get_float32_matmul_precision()
    torch.set_float32_matmul_precision("highest")
    cudnn.allow_tf32 = False  # pyright: ignore[reportAttributeAccessIssue] that of products follows from the precision
    try:
        yield
    finally:
        if precision is not None:
            torch.set_float32_matmul_precision(precision)
        for owner, name, value in before:
            if value is not None:
                setattr(owner, name, value)


def _state_of(owner, name):
    """A switch of PyTorch, None where it has none or does not tell: where older and newer ones disagree it raises."""
    try:
        return getattr(owner, name, None)
    except RuntimeError:
        return None
