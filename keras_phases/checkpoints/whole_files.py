"""Files and folders that have their names only once they are whole, even where the process is killed."""

import contextlib
import errno
import hashlib
import math
import os
import pathlib
import shutil
import tempfile
import uuid

from keras_phases.record.paths import is_remote

_ZIP_END = 2**18


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


def check_room(path, model):
    """Fails where a file of a model's weights, and its optimizer's, has no room at `path`, which does not exist yet.

    Where a disk is full HDF5 may end the process in a segmentation fault (1.14 does), in the place of an error.

    Raises:
        OSError: where there is no room.
    """
    variables = [*model.variables, *getattr(getattr(model, "optimizer", None), "variables", ())]
    num_bytes = sum(math.prod(one.shape) * (8 if str(one.dtype).endswith("64") else 4) for one in variables)
    num_bytes += 2**12 * len(variables) + 2**16  # names, and what stands between
    try:
        with path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, num_bytes)
            elif shutil.disk_usage(path.parent).free < num_bytes:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    except OSError as error:
        if error.errno in (errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS):
            return  # a disk that does not tell
        raise OSError(error.errno, f"{error.strerror}: {num_bytes:,} bytes of weights", str(path)) from error
    finally:
        remove(path)


def remove(path):
    """Removes a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def write_file(path, content):
    """Writes the bytes of a file that has its name only once it is whole; not synced to disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if is_remote(path):
        path.write_bytes(content)
        return
    # A process of another container can have the same number, and write the same file when work is tried again.
    writing = path.with_name(f"{path.name}.writing-{uuid.uuid4().hex}")
    try:
        writing.write_bytes(content)
        writing.replace(path)  # pyright: ignore[reportAttributeAccessIssue] a file of this machine
    finally:
        writing.unlink(missing_ok=True)


def remove_folder(path):
    """Removes a folder of files, if it is there."""
    if not is_remote(path):
        if path.is_symlink():  # what it points to is not ours
            path.unlink()
        shutil.rmtree(path, ignore_errors=True)
        return
    for file in path.iterdir():
        if file.is_dir():
            remove_folder(file)
        else:
            file.unlink(missing_ok=True)


def fingerprint(path):
    """Text that tells the content of a checkpoint from others.

    Of a file of this machine its bytes; of a `.keras` file their number and the end alone, where a zip has the sums of
    all that is in it. Of one that lies elsewhere what its store says of it.

    Raises:
        OSError: when it cannot be read.
    """
    if is_remote(path):
        return path.version()
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if not file.is_dir():
            with file.open("rb") as content:
                size = content.seek(0, os.SEEK_END)
                content.seek(max(0, size - _ZIP_END) if path.name.endswith(".keras") else 0)
                digest.update(f"{file.relative_to(path)} {size}".encode())
                for block in iter(lambda content=content: content.read(2**20), b""):
                    digest.update(block)
    return digest.hexdigest()[:32]


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
