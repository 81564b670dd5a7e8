"""How much memory the machine has."""

import contextlib
import os
import pathlib

_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
"""Where Linux says what a container may take, newer and older."""


def machine_bytes():
    """Bytes of memory of the machine, or of the container where that has less; None where neither is told."""
    found = []
    with contextlib.suppress(AttributeError, ValueError, OSError):  # Windows has no sysconf
        found.append(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    for path in _LIMITS:
        with contextlib.suppress(OSError, ValueError):  # without a limit it says "max"
            found.append(int(pathlib.Path(path).read_text()))
    return min((number for number in found if number > 0), default=None)
