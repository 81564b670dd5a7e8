"""Which BLAS gets the cores: NumPy's or SciPy's.

The wheels of NumPy and SciPy bring an OpenBLAS each. The threads of the one that has just worked spin for a while and
take the cores from the other: used in turn, both were seen to be several times slower than either with one thread.
"""

import contextlib
import functools
import re

import scipy.linalg.blas  # noqa: F401  loaded, so that its pool can be found
import threadpoolctl

from keras_phases.backend.switches import Switch


@contextlib.contextmanager
def threads_for(owner):
    """Inside, the BLAS of `owner` (`"numpy"` or `"scipy"`) has all threads and the other's a single one.

    Where both share one library nothing changes.
    """
    pools, num_threads = _pools()
    with contextlib.ExitStack() as stack:
        for name, switches in pools.items():
            for switch in switches:
                stack.enter_context(switch.at(num_threads if name == owner else 1))
        yield


@contextlib.contextmanager
def one_thread():
    """Inside, every BLAS works with a single thread.

    For factorisations up to a side of 2,048: threads gain a tenth there, and where another process uses one of two
    cores they wait for each other, spinning, and were seen to take ten times as long.
    """
    with contextlib.ExitStack() as stack:
        for _, switch in _libraries():
            stack.enter_context(switch.at(1))
        yield


@functools.cache
def _libraries():
    """`(path, Switch)` of each BLAS: of the number of its threads."""
    libraries = threadpoolctl.ThreadpoolController().select(user_api="blas").lib_controllers
    return [(one.filepath, Switch(one.get_num_threads, one.set_num_threads)) for one in libraries]


@functools.cache
def _pools():
    """The BLAS of each of the two packages, and the number of threads that the user lets them have."""
    own = {
        owner: [switch for path, switch in _libraries() if re.search(rf"[/\\]{owner}(\.libs|[/\\])", path)]
        for owner in ("numpy", "scipy")
    }
    most = max(
        (info["num_threads"] for info in threadpoolctl.threadpool_info() if info["user_api"] == "blas"), default=1
    )
    return (own if all(own.values()) else {}), most
