"""Paths as users give them, on this machine or elsewhere: `logs/run1`, `gs://bucket/run1`.

A `RemotePath` reads and writes whole files (`stores.py`). What has to survive a kill is written under a new name:
object stores put a file in its place at once and as a whole, others (`sftp://`, `hdfs://`) may not.
"""

import concurrent.futures
import contextlib
import fnmatch
import itertools
import pathlib
import re
import tempfile

from keras_phases.record.stores import as_os_errors, find_store

_SCHEME = re.compile(r"([\w+.:-]{2,})://")
_LOST_SLASH = re.compile(r"([a-z][\w+.-]+):/(?!/)")
_MOST_AT_ONCE = 16
"""Files that are read at the same time: each takes some tenths of a second to answer."""


class RemotePath(pathlib.PurePosixPath):
    """A path of the form `scheme://...`, with what of `pathlib.Path` the record and checkpoints use."""

    def __str__(self):
        scheme, _, rest = super().__str__().partition(":/")
        return f"{scheme}://{rest}"

    @property
    def _store(self):
        return find_store(self.parts[0].removesuffix(":"))

    def read_bytes(self):
        """The whole file."""
        with as_os_errors(self):
            return self._store.read(str(self))

    def read_text(self):
        """The whole file, UTF-8."""
        return self.read_bytes().decode()

    def write_bytes(self, content):
        """Writes the whole file, in the place of one that stands there."""
        with as_os_errors(self):
            self._store.write(str(self), content)

    def touch(self):
        """Writes an empty file."""
        self.write_bytes(b"")

    def upload(self, local):
        """Writes what a file of this machine holds."""
        with as_os_errors(self):
            self._store.upload(str(local), str(self))

    def download(self, local):
        """Copies the file to this machine."""
        with as_os_errors(self):
            self._store.download(str(self), str(local))

    def copy_from(self, other):
        """Writes what another path of the same store holds."""
        with as_os_errors(self):
            self._store.copy(str(other), str(self))

    def mkdir(self, parents=True, exist_ok=True):
        """Makes the folder, where the store has folders."""
        with as_os_errors(self):
            self._store.make_folder(str(self))

    def unlink(self, missing_ok=False):
        """Deletes the file."""
        with as_os_errors(self):
            if not missing_ok or self.exists():
                self._store.delete(str(self))

    def is_file(self):
        """Whether a file stands there."""
        with as_os_errors(self):
            return self._store.is_file(str(self))

    def is_dir(self):
        """Whether a folder stands there; in an object store, whether files stand below it."""
        with as_os_errors(self):
            return self._store.is_folder(str(self))

    def exists(self):
        """Whether a file or a folder stands there."""
        return self.is_file() or self.is_dir()

    def iterdir(self):
        """What stands in the folder; nothing where there is none."""
        with as_os_errors(self):
            names = self._store.names(str(self))
        return (self / name for name in sorted(set(filter(None, names))))

    def glob(self, pattern):
        """What stands in the folder itself under a name of that pattern."""
        return (path for path in self.iterdir() if fnmatch.fnmatchcase(path.name, pattern))


def to_path(given):
    """`given` as a `pathlib.Path`, or as a `RemotePath` where it names a scheme.

    Raises:
        ValueError: for a scheme that nobody knows, without the name of a host or bucket after it, or with a single
            slash.
        ImportError: where the package for its scheme is missing.
        TypeError: for what is no path.
    """
    text = str(given)
    scheme = _SCHEME.match(text)
    if scheme is None:
        _check_slashes(text)
        return pathlib.Path(given)
    if scheme[1] == "file":
        return pathlib.Path(text.removeprefix("file://"))
    find_store(scheme[1])
    if text.startswith("/", scheme.end()) and text[scheme.end() :].strip("/"):
        # A path keeps two slashes: the first folder would be taken for the host.
        place = f"{scheme[0]}host/{text[scheme.end() :].lstrip('/')}"
        raise ValueError(f"'{given}' names no host or bucket. Expected one after '{scheme[0]}', such as '{place}'.")
    path = RemotePath(text)
    if len(path.parts) < 2:
        raise ValueError(f"'{given}' names a scheme alone. Expected a place in it, such as '{text}bucket/run1'.")
    return path


def _check_slashes(text):
    """`pathlib.Path` makes `gs:/bucket` of `gs://bucket`, which would be a folder of this machine."""
    lost = _LOST_SLASH.match(text)
    if lost is None:
        return
    try:
        find_store(lost[1])
    except ValueError:
        return
    except ImportError:  # a scheme that is known
        pass
    raise ValueError(
        f"'{text}' has one slash after its scheme, as pathlib.Path leaves it. Expected a text, "
        f"'{lost[1]}://{'/' * (lost[1] == 'file')}{text[lost.end() :]}', and no pathlib.Path."
    )


def to_local(given, name):
    """`given` as an absolute `pathlib.Path`, for what is written on this machine alone.

    Args:
        given: A path.
        name: What a user calls it.

    Raises:
        ValueError: for a path with a scheme, of which a folder of this machine would be made, and for what is none.
    """
    try:
        path = to_path(given)
    except (TypeError, ValueError, ImportError) as error:
        raise ValueError(f"{name} is {given!r}. Expected a folder of this machine.") from error
    if is_remote(path):
        raise ValueError(f"{name} is '{path}', which lies elsewhere. Expected a folder of this machine.")
    return path.absolute()


def is_remote(path):
    """Whether this path, of `to_path`, lies elsewhere."""
    return isinstance(path, RemotePath)


@contextlib.contextmanager
def local_copies(paths):
    """Within it, files of this machine with the contents and names of others: those themselves that are here.

    Args:
        paths: Paths of one folder, of `to_path`.
    """
    if not any(map(is_remote, paths)):
        yield paths
        return
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(_MOST_AT_ONCE) as pool:
        copies = [pathlib.Path(folder, path.name) for path in paths]
        list(pool.map(RemotePath.download, paths, copies))
        yield copies


@contextlib.contextmanager
def local_copy(path):
    """Within it, a file of this machine with the content and name of `path`: itself where it is here."""
    with local_copies([path]) as [copy]:
        yield copy


def as_path(log_dir):
    """A path or None, or a ValueError; an ImportError where the package for its scheme is missing."""
    try:
        return None if log_dir is None else to_path(log_dir)
    except TypeError as error:
        raise ValueError(
            f"log_dir is {log_dir!r}. Expected a path, such as PhaseProbe(log_dir='logs/run1')."
        ) from error


def unused_folder(folder, is_used):
    """`folder`, or the first of `<folder>-1`, `<folder>-2`, ... where that is used."""
    folder = folder if folder.name not in ("", "..") else folder.resolve()
    names = itertools.chain([folder.name], (f"{folder.name}-{number}" for number in itertools.count(1)))
    return next(path for path in map(folder.with_name, names) if not is_used(path))
