"""Settings of the whole process, such as a number of threads, that several fits may need changed at once."""

import contextlib
import threading
from collections.abc import Callable
from typing import Any


class Switch:
    """A setting that the newest of those who ask decides; the user's own comes back with the last one of any thread.

    Putting back what stood there before each would leave one thread's setting behind where two overlap. What another
    thread computes meanwhile runs with ours: it is asked for as briefly as can be, and only where it changes something.

    Args:
        read: Function that gives the present setting.
        write: Function that sets one.
    """

    def __init__(self, read: Callable[[], Any], write: Callable[[Any], object]):
        self._read, self._write, self._lock, self._own, self._asked = read, write, threading.Lock(), None, []

    @contextlib.contextmanager
    def at(self, value: Any):
        """Within it the setting is `value`, unless one that asks later has another."""
        asked = [value]  # told from equal values by its identity
        with self._lock:
            if not self._asked:
                self._own = self._read()
            self._asked.append(asked)
            self._write(value)
        try:
            yield
        finally:
            with self._lock:
                self._asked = [one for one in self._asked if one is not asked]
                self._write(self._asked[-1][0] if self._asked else self._own)
