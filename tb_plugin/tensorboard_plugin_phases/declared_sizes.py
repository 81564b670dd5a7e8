"""TensorBoard's data providers make of a tensor whatever size it declares: 600 bytes become 10 GB.

No provider shows a tensor before it is an array, and both make arrays by one function. While we read, that function
refuses what declares more values than it holds; what the rest of TensorBoard reads meanwhile is made as ever.
"""

import contextlib
import contextvars
import math

from tensorboard.util import tensor_util

_IS_OURS = contextvars.ContextVar("is_ours", default=False)
_make_ndarray = tensor_util.make_ndarray


@contextlib.contextmanager
def checked():
    """Within it, a provider that is asked in this thread fails with a ValueError at a tensor of another size."""
    token = _IS_OURS.set(True)
    try:
        yield
    finally:
        _IS_OURS.reset(token)


def _make_checked(tensor):
    if _IS_OURS.get() and not tensor.tensor_content:
        shape = [dim.size for dim in tensor.tensor_shape.dim]
        num_held = sum(len(value) for field, value in tensor.ListFields() if field.name.endswith("_val"))
        # A complex number is two values.
        if min(shape, default=0) < 0 or math.prod(shape) > num_held:
            raise ValueError(f"a tensor declares the shape {shape} and holds {num_held} values")
    return _make_ndarray(tensor)


tensor_util.make_ndarray = _make_checked
