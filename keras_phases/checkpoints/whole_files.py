"""Files and folders that have their names only once they are whole, even where the process is killed."""

import contextlib
import os
import pathlib
import shutil
import tempfile

from keras_phases.record.paths import is_remote


def write_whole(path, write, workplace):
    """Has something written elsewhere, and puts it in the place of a path.

    Args:
        path: Where it goes.
        write: `write(path)` makes a file, or a folder.
        workplace: A folder on the same disk as `path`; of no use to one that lies elsewhere (`gs://...`).

    Returns:
        Its size in bytes.

    Raises:
        OSError: when the disk refuses; what stood at `path` is as before.
    """
    if is_remote(path):
        return _upload_whole(path, write)
    temporary = workplace / path.name
    try:
        write(temporary)
        files = [temporary] if temporary.is_file() else [one for one in temporary.rglob("*") if one.is_file()]
        size = sum(file.stat().st_size for file in files)
        for file in files:
            _sync(file, os.O_RDWR)
        if path.is_dir():  # no system puts a folder in the place of another
            remove(path)
        os.replace(temporary, path)
        # The new name itself; not every system syncs folders.
        with contextlib.suppress(OSError):
            _sync(path.parent, os.O_RDONLY)
        return size
    finally:
        remove(temporary)


def remove(path):
    """Removes a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _upload_whole(path, write):
    """Has `write` make a file on this machine, which is then uploaded."""
    with tempfile.TemporaryDirectory() as folder:
        temporary = pathlib.Path(folder, path.name)
        write(temporary)
        path.upload(temporary)
        return temporary.stat().st_size


def _sync(path, mode):
    descriptor = os.open(path, mode)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
