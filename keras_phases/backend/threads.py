"""Which BLAS gets the cores: NumPy's or SciPy's.

The wheels of NumPy and SciPy bring an OpenBLAS each. The threads of the one that has just worked spin for a while and
take the cores from the other: used in turn, both were seen to be several times slower than either with one thread.
"""

import contextlib
import functools
import re

import scipy.linalg.blas  # noqa: F401  loaded, so that its pool can be found
import threadpoolctl


@contextlib.contextmanager
def threads_for(owner):
    """Inside, the BLAS of `owner` (`"numpy"` or `"scipy"`) has all threads and the other's a single one.

    Where both share one library nothing changes.
    """
    pools, num_threads = _pools()
    with contextlib.ExitStack() as stack:
        for name, pool in pools.items():
            stack.enter_context(pool.limit(limits=num_threads if name == owner else 1))
        yield


@contextlib.contextmanager
def one_thread():
    """Inside, every BLAS works with a single thread.

    For factorisations up to a side of 2,048: threads gain a tenth there, and where another process uses one of two
    cores they wait for each other, spinning, and were seen to take ten times as long.
    """
    with _controller().limit(limits=1):
        yield


@functools.cache
def _controller():
    return threadpoolctl.ThreadpoolController().select(user_api="blas")


@functools.cache
def _pools():
    """The BLAS of each of the two packages, and the number of threads that the user lets them have."""
    controller = _controller()
    libraries = controller.info()
    own = {
        owner: [info["filepath"] for info in libraries if re.search(rf"[/\\]{owner}(\.libs|[/\\])", info["filepath"])]
        for owner in ("numpy", "scipy")
    }
    if not all(own.values()):
        return {}, 1
    pools = {owner: controller.select(filepath=paths) for owner, paths in own.items()}
    return pools, max(info["num_threads"] for info in libraries)
