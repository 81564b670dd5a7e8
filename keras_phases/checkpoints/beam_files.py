"""Files that the workers of a sweep can reach: of a disk that they share, or of a bucket (`paths.py`)."""

import shutil
import uuid

from keras_phases.record.paths import is_remote, to_path


def read_file(path):
    """The content of a file."""
    return to_path(path).read_bytes()


def exists(path):
    """Whether a file is there."""
    return to_path(path).is_file()


def write_file(path, content):
    """Writes a file that has its name only once it is whole, as what lies in a bucket always does."""
    path = to_path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if is_remote(path):
        path.write_bytes(content)
        return
    # A process of another container can have the same number, and write the same file when work is tried again.
    writing = path.with_name(f"{path.name}.writing-{uuid.uuid4().hex}")
    writing.write_bytes(content)
    writing.replace(path)  # pyright: ignore[reportAttributeAccessIssue] a file of this machine


def remove_folder(path):
    """Removes a folder of files, if it is there."""
    path = to_path(path)
    if not is_remote(path):
        shutil.rmtree(path, ignore_errors=True)
        return
    for file in path.iterdir():
        file.unlink(missing_ok=True)
