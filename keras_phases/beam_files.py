"""Files that workers on several machines can reach, by the file systems of Apache Beam: of a disk, gs://, s3://, ..."""

import contextlib
import os
import pathlib
import tempfile


def join(folder, name):
    """The path of a file in a folder."""
    from apache_beam.io.filesystems import FileSystems

    return FileSystems.join(folder, name)


def list_files(pattern):
    """Paths of the files that match a glob, sorted; empty where the folder is not there."""
    from apache_beam.io.filesystems import FileSystems

    [found] = FileSystems.match([pattern])
    return sorted(metadata.path for metadata in found.metadata_list)


def read_file(path):
    """The content of a file."""
    from apache_beam.io.filesystems import FileSystems

    with FileSystems.open(path, "application/octet-stream") as file:
        return file.read()


def write_file(path, content):
    """Writes a file that has its name only once it is whole."""
    from apache_beam.io.filesystems import FileSystems

    folder, _ = FileSystems.split(path)
    if not FileSystems.exists(folder):
        with contextlib.suppress(OSError):  # another worker was faster
            FileSystems.mkdirs(folder)
    writing = f"{path}.writing-{os.getpid()}"
    with FileSystems.create(writing, "application/octet-stream") as file:
        file.write(content)
    if FileSystems.exists(path):
        FileSystems.delete([path])
    FileSystems.rename([writing], [path])


def remove_file(path):
    """Removes a file or a folder, if it is there."""
    from apache_beam.io.filesystems import FileSystems

    if FileSystems.exists(path):
        FileSystems.delete([path])


@contextlib.contextmanager
def as_local(path):
    """A checkpoint as a file of this machine."""
    if pathlib.Path(path).is_file():
        yield pathlib.Path(path)
        return
    with tempfile.TemporaryDirectory() as folder:
        local = pathlib.Path(folder, path.rpartition("/")[2])
        local.write_bytes(read_file(path))
        yield local
