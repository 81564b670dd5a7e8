"""Files that workers can reach: of a disk that they share, or by Apache Beam where a path is gs://, s3://, ..."""

import contextlib
import os
import pathlib
import shutil
import tempfile


def join(folder, *names):
    """The path of what lies in a folder."""
    return "/".join([folder.rstrip("/"), *names]) if _is_remote(folder) else os.path.join(folder, *names)


def can_reach(path):
    """Whether Apache Beam, as it is installed here, has a file system for a path."""
    if not _is_remote(path):
        return True
    try:
        return _file_systems().get_filesystem(path) is not None
    except ValueError:
        return False


def exists(path):
    """Whether a file is there."""
    return _file_systems().exists(path) if _is_remote(path) else os.path.exists(path)


def read_file(path):
    """The content of a file."""
    if not _is_remote(path):
        return pathlib.Path(path).read_bytes()
    with _file_systems().open(path, "application/octet-stream") as file:
        return file.read()


def write_file(path, content):
    """Writes a file that has its name only once it is whole, as what lies in a bucket always does."""
    if _is_remote(path):
        with _file_systems().create(path, "application/octet-stream") as file:
            file.write(content)
        return
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    writing = path.with_name(f"{path.name}.writing-{os.getpid()}")
    writing.write_bytes(content)
    writing.replace(path)


def remove_folder(path):
    """Removes a folder, if it is there."""
    if not _is_remote(path):
        # Beam would take a name with brackets for a pattern.
        shutil.rmtree(path, ignore_errors=True)
        return
    with contextlib.suppress(OSError):  # it is not there
        _file_systems().delete([f"{path}/"])


@contextlib.contextmanager
def as_local(path):
    """The path of a file on this machine with the content of one that may lie elsewhere."""
    if not _is_remote(path):
        yield pathlib.Path(path)
        return
    with tempfile.TemporaryDirectory() as folder:
        local = pathlib.Path(folder, path.rpartition("/")[2])
        local.write_bytes(read_file(path))
        yield local


def _is_remote(path):
    return "://" in path


def _file_systems():
    from apache_beam.io.filesystems import FileSystems

    return FileSystems
