"""Paths as users give them, on this machine or elsewhere: `logs/run1`, `gs://bucket/run1`.

fsspec reads and writes what lies elsewhere, as whole files: object stores cannot append, rename or lock. What has to
survive a kill is written under a new name: object stores put a file in its place at once and as a whole, others
(`sftp://`, `hdfs://`) may not.
"""

import concurrent.futures
import contextlib
import errno
import fnmatch
import hashlib
import itertools
import os
import pathlib
import re
import tempfile
from functools import partialmethod

_STORES = {"gs": "gcsfs", "gcs": "gcsfs", "s3": "s3fs", "s3a": "s3fs", "az": "adlfs", "abfs": "adlfs", "abfss": "adlfs"}
"""Object stores, and what fsspec needs for them."""

_REMOTE = re.compile(r"(?!file:)([\w+.:-]{2,})://([^/]*)/*(.*)")
_LOST_SLASH = re.compile(rf"({'|'.join(_STORES)}|file|ftp|hdfs|memory|sftp|smb|ssh):/(?!/)")
_MOST_AT_ONCE = 16
"""Files that are read at the same time: each takes some tenths of a second to answer."""


def _told_of(store, path):
    # What changes when it is read, as sftp:// and smb:// tell it, is left out.
    told = sorted((name, f"{one}") for name, one in store.info(path).items() if name not in ("time", "accessTime"))
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _create(store, path, content):
    try:
        store.pipe_file(path, content, mode="create")
    except Exception:  # each store has its own for a file that is there, and for what it does not support
        if not store.exists(path):
            store.pipe_file(path, content)


class RemotePath(pathlib.PurePosixPath):
    """A path of the form `scheme://...`, with what of `pathlib.Path` the record and checkpoints use."""

    def __str__(self):
        scheme, _, rest = super().__str__().partition(":/")
        return f"{scheme}://{rest}"

    def _ask(self, operate, *arguments):
        """What `operate(store, path, ...)` gives; whatever a store raises is an `OSError` that names the path."""
        try:
            return operate(*_locate(self), *arguments)
        except Exception as error:
            text = " ".join(f"{type(error).__name__}: {error}".split())
            number = errno.ENOENT if isinstance(error, FileNotFoundError) else getattr(error, "errno", None)
            raise OSError(number or errno.EIO, text, str(self)) from error

    # What pathlib, or the rest of the package, calls what fsspec does.
    read_bytes = partialmethod(_ask, lambda store, path: store.cat_file(path))
    write_bytes = partialmethod(_ask, lambda store, path, content: store.pipe_file(path, content))
    upload = partialmethod(_ask, lambda store, path, local: store.put_file(str(local), path))
    download = partialmethod(_ask, lambda store, path, local: store.get_file(path, str(local)))
    copy_from = partialmethod(_ask, lambda store, path, other: store.cp_file(_locate(other)[1], path))
    version = partialmethod(_ask, _told_of)  # text that changes with the content
    create = partialmethod(_ask, _create)  # a file where there is none; the newest of two where a store cannot tell
    is_file = partialmethod(_ask, lambda store, path: store.isfile(path))
    is_dir = partialmethod(_ask, lambda store, path: store.isdir(path))
    exists = partialmethod(_ask, lambda store, path: store.exists(path))

    def mkdir(self, parents=True, exist_ok=True):
        """Makes the folder; in object stores there is none to make but the bucket, which is its owner's."""
        if self.parts[0].removesuffix(":") not in _STORES:
            self._ask(lambda store, path: store.makedirs(path, exist_ok=True))

    def unlink(self, missing_ok=False):
        """Deletes the file."""
        with contextlib.suppress(*[FileNotFoundError] * missing_ok):
            self._ask(lambda store, path: store.rm_file(path))

    def iterdir(self):
        """What stands in the folder, by name; nothing where there is none."""
        try:
            found = self._ask(lambda store, path: store.ls(path, detail=False))
        except FileNotFoundError:
            found = []
        return (self / name for name in sorted({path.rstrip("/").rpartition("/")[2] for path in found}))

    def glob(self, pattern):
        """What stands in the folder itself under a name of that pattern."""
        return (path for path in self.iterdir() if fnmatch.fnmatchcase(path.name, pattern))


def _locate(path):
    """The file system for a path, and what that calls it."""
    import fsspec.core

    store, name = fsspec.core.url_to_fs(str(path))
    store.invalidate_cache()  # other processes write there too
    return store, name


def is_remote(path) -> bool:
    """Whether a path, or its text, is of a file system that Python's own functions do not read.

    Example:
        >>> is_remote("gs://bucket/run"), is_remote("logs/run"), is_remote("file:///logs/run")
        (True, False, False)
    """
    return _REMOTE.match(str(path)) is not None


def to_path(given) -> pathlib.Path | RemotePath:
    """`given` as a `pathlib.Path`, or as a `RemotePath` where it names a scheme; `~` is the user's home.

    Raises:
        ValueError: for a scheme that nobody knows, without the name of a host or bucket after it, or with a single
            slash.
        ImportError: where the package for its scheme is missing.
        TypeError: for what is no path.
    """
    text = str(given)
    if lost := _LOST_SLASH.match(text):
        # A folder of this machine would be made.
        raise ValueError(
            f"'{text}' has one slash after its scheme, as pathlib.Path leaves it. Expected a text, "
            f"'{lost[1]}://{'/' * (lost[1] == 'file')}{text[lost.end() :]}', and no pathlib.Path."
        )
    remote = _REMOTE.match(text)
    if remote is None:
        return pathlib.Path(os.path.expanduser(os.fspath(given).removeprefix("file://")))
    scheme, bucket, rest = remote.groups()
    if not bucket:
        place = f"{scheme}://host/{rest or 'run1'}"
        raise ValueError(f"'{text}' names a scheme alone, no host or bucket. Expected one after it, such as '{place}'.")
    _check_scheme(scheme)
    return RemotePath(text)


def to_fixed(given) -> pathlib.Path | RemotePath:
    """As `to_path`, but the same place whatever folder the process is in by then: a notebook may change it."""
    path = to_path(given)
    return path if isinstance(path, RemotePath) else path.absolute()


def _check_scheme(scheme):
    try:
        import fsspec

        fsspec.get_filesystem_class(scheme)
    except ValueError as error:
        raise ValueError(
            f"There is no file system for '{scheme}://'. Expected a folder of this machine, gs://, s3://, az://, or "
            "another scheme of fsspec."
        ) from error
    except ImportError as error:
        packages = [name for name in (error.name == "fsspec" and "fsspec", _STORES.get(scheme)) if name]
        how = f" Run: pip install {' '.join(packages)}" if packages else ""
        raise ImportError(f"'{scheme}://' needs a package that is not installed: {error}.{how}") from error


def to_local(given, name) -> pathlib.Path:
    """`given` as an absolute `pathlib.Path`, for what is written on this machine alone.

    Args:
        given: A path.
        name: What a user calls it.

    Raises:
        ValueError: for a path with a scheme, of which a folder of this machine would be made, and for what is none.
    """
    if is_remote(given):
        raise ValueError(f"{name} is '{given}', which lies elsewhere. Expected a folder of this machine.")
    try:
        return to_path(given).absolute()  # pyright: ignore[reportAttributeAccessIssue] not a remote one
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} is {given!r}. Expected a folder of this machine.") from error


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
        if log_dir is None:
            return None
        if log_dir != "" and "\0" not in str(log_dir):
            return to_path(log_dir)
    except TypeError:
        pass
    raise ValueError(f"log_dir is {log_dir!r}. Expected a path, such as log_dir='logs/run1'.")


def numbered(folder):
    """`folder`, then `<folder>-1`, `<folder>-2`, ... without end."""
    folder = folder if folder.name not in ("", "..") else folder.resolve()
    yield folder
    yield from (folder.with_name(f"{folder.name}-{number}") for number in itertools.count(1))


def numbered_there(folder):
    """Those of `numbered` that are there, with gaps or not, in order."""
    first = next(numbered(folder))
    try:
        names = {path.name for path in first.parent.iterdir()}
    except OSError:
        return []
    tails = (name.removeprefix(f"{first.name}-") for name in names if name.startswith(f"{first.name}-"))
    numbers = sorted(int(tail) for tail in tails if re.fullmatch(r"[1-9]\d{0,8}", tail))
    return [first] * (first.name in names) + [first.with_name(f"{first.name}-{number}") for number in numbers]
