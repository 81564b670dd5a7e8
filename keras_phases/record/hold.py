"""One writer at a time: a lock on the folder of a record, and beside it the name of who holds it."""

import contextlib
import dataclasses
import json
import os
import socket
import time
import uuid
import weakref
from typing import Annotated

import filelock
import msgspec

from keras_phases.record.paths import is_remote
from keras_phases.warning import as_printed

_HOLDS = weakref.WeakValueDictionary()
"""Those of this process, by their names."""

_MOST_BYTES = 2**20
"""More are no owner's name, and might be more than memory holds."""


class HeldError(Exception):
    """Another writer holds the folder; the text names it."""


@dataclasses.dataclass(frozen=True)
class Owner:
    """Who writes to a folder, as it stands beside the lock."""

    host: str
    process: Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]
    since: str
    name: str

    def __str__(self):
        return as_printed(f"process {self.process} on {self.host}, since {self.since}")

    @property
    def is_here(self):
        """Whether it is of this machine."""
        return self.host == socket.gethostname()

    @property
    def is_alive(self):
        """Whether it is of this machine and its process still runs."""
        if not self.is_here:
            return False
        if self.process == os.getpid():
            return self.name in _HOLDS
        if os.name != "posix":
            return False
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            pass  # it runs, as somebody else
        return True


class Hold:
    """A folder that this process alone writes to, until it is given back, collected as garbage or dies.

    The lock is one of the system, which dies with its process. A folder without locks (stores such as `gs://`, some
    network disks) has the owner's name alone: a second writer of this machine is seen at once, one of another machine
    takes the folder over, and the first finds at its next probe step that it `is_ours` no longer.

    Args:
        directory: The folder; made where it is missing.

    Attributes: `without_lock`, why there is no lock, or None.

    Raises:
        HeldError: where another writer holds it.
        OSError: where it cannot be written.
    """

    def __init__(self, directory):
        directory.mkdir(parents=True, exist_ok=True)
        # Beside the folder, which holds event files alone.
        self._path, self._lock, self.without_lock = directory.with_name(f".{directory.name}.writer"), None, None
        owner = _read_owner(self._path)
        if is_remote(directory):
            self.without_lock = "a store has none"
        else:
            self._acquire(directory.with_name(f".{directory.name}.lock"), owner)
        if self.without_lock and owner is not None and owner.is_alive:
            raise HeldError(f"{owner}")
        started = time.strftime("%Y-%m-%d %H:%M:%S")
        self._owner = Owner(socket.gethostname(), os.getpid(), started, uuid.uuid4().hex)
        try:
            self._path.unlink(missing_ok=True)  # a link would have us write over what it points to
            self._path.write_bytes(json.dumps(dataclasses.asdict(self._owner)).encode())
        except OSError:
            self._release()
            raise
        _HOLDS[self._owner.name] = self

    def _acquire(self, path, owner):
        # Whichever thread gives it back.
        lock = filelock.FileLock(str(path), timeout=0, thread_local=False)
        try:
            lock.acquire()
            self._lock = lock
        except filelock.Timeout:
            # A process that was killed may have left children, such as those that read data, with its lock.
            if owner is None or not owner.is_here or owner.is_alive:
                raise HeldError("another process" if owner is None else f"{owner}") from None
            self.without_lock = f"children of {owner}, which is dead, still hold it"
        except (OSError, NotImplementedError) as error:
            self.without_lock = f"{error}"

    @property
    def is_ours(self):
        """Whether it still is: the folder may be gone, or taken over where there are no locks."""
        return _read_owner(self._path) == self._owner

    @property
    def is_anothers(self):
        """Whether the name of another stands there."""
        return _read_owner(self._path) not in (None, self._owner)

    def give_back(self):
        """Lets others write there."""
        with contextlib.suppress(OSError):
            if self.is_ours:
                self._path.unlink(missing_ok=True)
        _HOLDS.pop(self._owner.name, None)
        self._release()

    def _release(self):
        if self._lock is not None:
            self._lock.release()


def _read_owner(path):
    """The `Owner` that stands in a file, which may be anybody's; None where none does, as in a pipe."""
    try:
        if not path.is_file() or (not is_remote(path) and path.stat().st_size > _MOST_BYTES):
            return None
        return msgspec.json.decode(path.read_bytes(), type=Owner)
    except (OSError, ValueError, RecursionError):
        return None
