"""Records of an event file, read past damage: each is a length and its checksum, then data and theirs."""

import errno
import io
import os
import struct
from typing import TYPE_CHECKING, Any

import numpy as np
from tensorboard.compat.tensorflow_stub.pywrap_tensorflow import CRC_TABLE, masked_crc32c

if TYPE_CHECKING:  # protobuf makes what is in it when it loads
    event_pb2: Any
else:
    from tensorboard.compat.proto import event_pb2

_HEADER, _FOOTER = 12, 4
_AT_ONCE = 2**16
_MOST_FAULTS, _MOST_FAULTY = 64, 2**28
"""A file with more, or with records of more bytes that are damaged, is given up there.

One that is made to look for records forever must not. No record of ours, with all its images, has so many bytes.
"""

_TABLE = np.array(CRC_TABLE, np.uint32)


def read_records(file, damage):
    """Yields `(place, data)` of each record; where bytes are no record, reading goes on at the next that is one.

    A file that ends in the midst of a record (a killed run, or one that is being written) gives all before it.

    Args:
        file: File that is open for reading bytes.
        damage: List that takes `(start, stop)` of each stretch of bytes that is no record.
    """
    place, size, num_faults, bytes_left = 0, file.seek(0, io.SEEK_END), 0, _MOST_FAULTY
    while place + _HEADER <= size:
        length = _read_length(file, place)
        if length is not None and length > size - place - _HEADER - _FOOTER:
            return
        data = None if length is None or length > bytes_left else _read_data(file, length)
        if data is not None:
            yield place, data
            place += _HEADER + len(data) + _FOOTER
            continue
        num_faults, bytes_left = num_faults + 1, bytes_left - (length or 0)
        is_given_up = num_faults > _MOST_FAULTS or bytes_left < 0
        start, place = place, size if is_given_up else _find_header(file, place + 1, size)
        if damage and damage[-1][1] == start:
            start, _ = damage.pop()
        damage.append((start, place))


def _read_length(file, place):
    """How many bytes of data a record at a place has; None where there is none."""
    file.seek(place)
    header = file.read(_HEADER)
    length, told = struct.unpack("<QI", header)
    return length if masked_crc32c(header[:8]) == told else None


def _read_data(file, length):
    data, footer = file.read(length), file.read(_FOOTER)
    return data if masked_crc32c(data) == struct.unpack("<I", footer)[0] else None


def _find_header(file, place, size):
    """Where the next length stands that has its checksum; the end of the file where none does."""
    start = _next_written(file, place, size)
    while start < size:
        file.seek(start)
        content = np.frombuffer(file.read(_AT_ONCE + _HEADER - 1), np.uint8).astype(np.uint32)
        many = len(content) - _HEADER + 1
        if many < 1:
            break
        crc = np.full(many, 0xFFFFFFFF, np.uint32)
        for offset in range(8):
            crc = _TABLE[(crc ^ content[offset : offset + many]) & 0xFF] ^ (crc >> 8)
        crc = ~crc
        masked = ((crc >> 15) | (crc << 17)) + np.uint32(0xA282EAD8)
        told = sum(content[8 + byte : 8 + byte + many] << (8 * byte) for byte in range(4))
        found = np.flatnonzero(masked == told)
        if len(found):
            return start + int(found[0])
        start = _next_written(file, start + _AT_ONCE, size)
    return size


def _next_written(file, place, size):
    """The first place from one on where a header may stand, past the holes of a file that holds less than it says."""
    try:
        found = os.lseek(file.fileno(), place, os.SEEK_DATA) - _HEADER + 1
    except (AttributeError, OSError) as error:  # of systems, and files, that know no holes
        return size if getattr(error, "errno", None) == errno.ENXIO else place
    finally:
        file.seek(0, io.SEEK_END)  # its buffer knows nothing of the move
    return max(found, place)


def read_event_file(path, damage):
    """Yields the whole events of a file; `damage` takes `(start, stop)` of each stretch of bytes that is none."""
    with path.open("rb") as file:
        for place, data in read_records(file, damage):
            try:
                yield event_pb2.Event.FromString(data)
            except Exception:  # of protobuf, whose own class is TensorBoard's to require
                damage.append((place, place + len(data)))
