"""SHA-256 of contents: of values, files and folders."""

import hashlib
import json
import pathlib


def digest_of(value):
    """Of what JSON can hold, whatever the order of its keys.

    Example:
        >>> digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
        True
    """
    return hashlib.sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def digest_path(path):
    """Of a file, or of a folder: the names of all files in it and their contents.

    Raises:
        FileNotFoundError: where there is neither.
    """
    path = pathlib.Path(path)
    if path.is_file():
        return _digest_file(path)
    return digest_of({name: _digest_file(file) for name, file in _files(path)})


def signature(path):
    """Names, sizes and times of change: while they stay, so does the digest, and nothing need be read again."""
    path = pathlib.Path(path)
    about = [(name, file.stat()) for name, file in ([("", path)] if path.is_file() else _files(path))]
    return digest_of([(name, stat.st_size, stat.st_mtime_ns) for name, stat in about])


def _files(folder):
    if not folder.is_dir():
        raise FileNotFoundError(f"'{folder}' is not there. Expected a file or a folder.")
    return [(path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*")) if path.is_file()]


def _digest_file(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
