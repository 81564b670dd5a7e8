"""Whole files behind a scheme such as `gs://`: TensorFlow's file systems where it is loaded, else fsspec.

No store is asked to append, to rename or to lock, which object stores cannot do. Whatever goes wrong is an `OSError`.
"""

import contextlib
import errno
import sys

_PACKAGES = {"gs": "gcsfs", "gcs": "gcsfs", "s3": "s3fs", "s3a": "s3fs", "az": "adlfs", "abfs": "adlfs"}


class TensorFlowStore:
    """`tf.io.gfile`, whose schemes are those that TensorFlow was built with, `gs://` and `ram://` among them."""

    def __init__(self, gfile):
        self._gfile = gfile

    def read(self, url):
        """The bytes of a file."""
        with self._gfile.GFile(url, "rb") as file:
            return file.read()

    def write(self, url, content):
        """Makes a file of these bytes, in the place of one that stands there."""
        self._clear(url)
        with self._gfile.GFile(url, "wb") as file:
            file.write(content)

    def upload(self, local, url):
        """Copies a file of this machine, or within the store."""
        self._clear(url)
        self._gfile.copy(local, url, overwrite=True)

    def download(self, url, local):
        """Copies a file to this machine."""
        self._gfile.copy(url, local, overwrite=True)

    copy = upload

    def _clear(self, url):
        """In `ram://`, TensorFlow appends to a file that stands there; elsewhere it is replaced at once."""
        if url.startswith("ram://") and self._gfile.exists(url):
            self._gfile.remove(url)

    def make_folder(self, url):
        """Makes a folder and those above it."""
        self._gfile.makedirs(url)

    def delete(self, url):
        """Deletes a file."""
        self._gfile.remove(url)

    def is_file(self, url):
        """Whether a file stands there."""
        return self._gfile.exists(url) and not self._gfile.isdir(url)

    def is_folder(self, url):
        """Whether a folder stands there."""
        return self._gfile.isdir(url)

    def names(self, url):
        """Names of what stands in a folder; none where there is no folder."""
        return [name.rstrip("/") for name in self._gfile.listdir(url)] if self._gfile.isdir(url) else []


class FsspecStore:
    """A file system of fsspec, asked anew each time: other processes write there too."""

    # A bucket is nobody's to make but its owner's, and below it there are no folders to make.
    _WITHOUT_FOLDERS = (*_PACKAGES, "abfss", "memory")

    def __init__(self, scheme, url_to_fs):
        self._has_folders, self._url_to_fs = scheme not in self._WITHOUT_FOLDERS, url_to_fs

    def _find(self, url):
        system, path = self._url_to_fs(url)
        system.invalidate_cache()
        return system, path

    def read(self, url):
        """The bytes of a file."""
        system, path = self._find(url)
        return system.cat_file(path)

    def write(self, url, content):
        """Makes a file of these bytes, in the place of one that stands there."""
        system, path = self._find(url)
        system.pipe_file(path, content)

    def upload(self, local, url):
        """Copies a file of this machine."""
        system, path = self._find(url)
        system.put_file(local, path)

    def download(self, url, local):
        """Copies a file to this machine."""
        system, path = self._find(url)
        system.get_file(path, local)

    def copy(self, source, target):
        """Copies a file within the store."""
        system, path = self._find(target)
        system.cp_file(self._find(source)[1], path)

    def make_folder(self, url):
        """Makes a folder and those above it, where the store has folders."""
        system, path = self._find(url)
        if self._has_folders:
            system.makedirs(path, exist_ok=True)

    def delete(self, url):
        """Deletes a file."""
        system, path = self._find(url)
        system.rm_file(path)

    def is_file(self, url):
        """Whether a file stands there."""
        system, path = self._find(url)
        return system.isfile(path)

    def is_folder(self, url):
        """Whether a folder stands there."""
        system, path = self._find(url)
        return system.isdir(path)

    def names(self, url):
        """Names of what stands in a folder; none where there is no folder."""
        system, path = self._find(url)
        try:
            return [name.rstrip("/").rpartition("/")[2] for name in system.ls(path, detail=False)]
        except FileNotFoundError:
            return []


def find_store(scheme):
    """The store for a scheme.

    Args:
        scheme: Such as `"gs"`.

    Raises:
        ValueError: for a scheme that nobody knows.
        ImportError: where a package is missing, with its name.
    """
    gfile = getattr(getattr(sys.modules.get("tensorflow"), "io", None), "gfile", None)
    if gfile is not None and scheme in gfile.get_registered_schemes():
        return TensorFlowStore(gfile)
    package = _PACKAGES.get(scheme)
    try:
        import fsspec
    except ImportError as error:
        raise ImportError(
            f"'{scheme}://' is read and written through fsspec, which is not installed. Run: pip install fsspec"
            f"{f' {package}' if package else ''}"
        ) from error
    if scheme not in fsspec.available_protocols():
        raise ValueError(
            f"There is no file system for '{scheme}://'. Expected a folder of this machine, gs://, s3://, az://, or "
            "another scheme of fsspec, or of TensorFlow where that is loaded."
        )
    try:
        fsspec.get_filesystem_class(scheme)
    except ImportError as error:
        how = f"Run: pip install {package}" if package else f"{error}."
        raise ImportError(f"'{scheme}://' needs a package that is not installed. {how}") from error
    return FsspecStore(scheme, fsspec.core.url_to_fs)


@contextlib.contextmanager
def as_os_errors(path):
    """Within it, whatever a store raises is an `OSError`, in one line."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        is_missing = type(error).__name__ == "NotFoundError"
        kind, number = (FileNotFoundError, errno.ENOENT) if is_missing else (OSError, errno.EIO)
        text = " ".join(str(error).split())
        raise kind(number, f"{type(error).__name__}: {text}", str(path)) from error
