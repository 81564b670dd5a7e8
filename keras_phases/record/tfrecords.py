"""Records of an event file, read past damage: each is a length and its checksum, then data and theirs."""

import io
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
_MOST_FAULTS = 64
"""A file with more is given up there: one that is made to look for records forever must not."""

_TABLE = np.array(CRC_TABLE, np.uint32)


def read_records(file, damage):
    """Yields `(place, data)` of each record; where bytes are no record, reading goes on at the next that is one.

    A file that ends in the midst of a record (a killed run, or one that is being written) gives all before it.

    Args:
        file: File that is open for reading bytes.
        damage: List that takes `(start, stop)` of each stretch of bytes that is no record.
    """
    place, size, num_faults = 0, file.seek(0, io.SEEK_END), 0
    while place + _HEADER <= size:
        length = _read_length(file, place)
        if length is not None and length > size - place - _HEADER - _FOOTER:
            return
        data = None if length is None else _read_data(file, length)
        if data is not None:
            yield place, data
            place += _HEADER + len(data) + _FOOTER
            continue
        num_faults += 1
        start, place = place, size if num_faults > _MOST_FAULTS else _find_header(file, place + 1, size)
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
    for start in range(place, size, _AT_ONCE):
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
    return size


def read_event_file(path, damage):
    """Yields the whole events of a file; `damage` takes `(start, stop)` of each stretch of bytes that is none."""
    with path.open("rb") as file:
        for place, data in read_records(file, damage):
            try:
                yield event_pb2.Event.FromString(data)
            except Exception:  # of protobuf, whose own class is TensorBoard's to require
                damage.append((place, place + len(data)))
