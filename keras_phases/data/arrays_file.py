"""Arrays in a `.npz` file that anybody may have written: looked at before any of them is made."""

import math
import os
import zipfile
from collections.abc import Sequence

import numpy as np

_READ_HEADER = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}
_LARGE, _MOST_INFLATED = 2**28, 200
"""Bytes of an array from which it may not be more than so many times as large as what it is packed into."""


def read_arrays(path: str | os.PathLike[str], names: Sequence[str]) -> dict[str, np.ndarray]:
    """The arrays of a `.npz` file by name, those of `names` that are there; nothing is unpickled.

    Raises:
        ValueError: for a file of another kind, arrays of other than numbers and text, and sizes that the file declares
            and does not hold, or that are a few bytes blown up.
    """
    try:
        with zipfile.ZipFile(path) as file:
            members = {name: file.NameToInfo[f"{name}.npy"] for name in names if f"{name}.npy" in file.NameToInfo}
            for name, member in members.items():
                _check(file, name, member)
        with np.load(path, allow_pickle=False) as arrays:
            return {name: arrays[name] for name in members}
    except Exception as error:  # zipfile, zlib and NumPy fail in many ways on a damaged file
        kind = "" if type(error) is ValueError else f"{type(error).__name__}: "
        raise ValueError(f"cannot be read as .npz: {kind}{error}") from error


def _check(file, name, member):
    with file.open(member) as content:
        shape, _, dtype = _READ_HEADER[np.lib.format.read_magic(content)](content)
        held = member.file_size - content.tell()
    declared = math.prod(shape) * dtype.itemsize
    if dtype.kind not in "biufSU":
        raise ValueError(f"{name} is of {dtype}, expected numbers")
    if min(shape, default=0) < 0 or declared != held:
        raise ValueError(f"{name} declares {dtype} of the shape {shape}, {declared} bytes, and holds {held}")
    if held > max(_LARGE, _MOST_INFLATED * member.compress_size):
        raise ValueError(
            f"{name} is {held} bytes packed into {member.compress_size}, more than {_MOST_INFLATED} times as many; "
            "numpy.savez writes them as they are"
        )
