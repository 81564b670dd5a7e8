"""Rows on disk as TFX has them: TFRecords of `tf.train.Example`, all of one length, so that they are also one array.

    Split-train/data_tfrecord-00000-of-00001      a record for each row: the features `x` and `y`
    Split-test/data_tfrecord-00000-of-00001
    rows.json                                     dtype and shape of a row

Whoever reads TFRecords reads these; here they are mapped into memory, so that a set may be larger than that. `x` is a
list of floats, or, of another dtype than float32, its bytes in C order, little-endian. Loads no Keras.
"""

import math
import pathlib
from typing import Annotated, Any

import msgspec
import numpy as np

from keras_phases.backend.memory import machine_bytes
from keras_phases.record.typed_json import read_json, write_json

DESCRIPTION = "rows.json"
BLOCK_BYTES = 2**24
"""Of rows that are held in memory together."""

_SCHEMA, _FILE = 1, "data_tfrecord-00000-of-00001"
_MEMORY_SHARE = 0.25
"""Rows that take more of the machine's memory stay on disk."""

_LABEL_BYTES, _CHUNK = 5, 256
_TABLE = np.arange(256, dtype=np.uint32)
for _ in range(8):
    _TABLE = np.where(_TABLE & 1, _TABLE >> 1 ^ np.uint32(0x82F63B78), _TABLE >> 1)


class _Description(msgspec.Struct):
    dtype: str
    shape: list[Annotated[int, msgspec.Meta(ge=1, le=2**31)]]

    def record(self):
        """`(record, before, between)`: the dtype of a record, and its bytes before `x` and between `x` and `y`."""
        dtype = np.dtype(self.dtype)
        if dtype.kind not in "biufSU":
            raise ValueError(f"rows of {dtype}")
        size = math.prod(self.shape) * dtype.itemsize
        # Field numbers of tf.train: Example.features.feature is a map from names to one of three lists.
        kind, label = (2 if dtype == np.float32 else 1), _LABEL_BYTES
        x = _field(1, b"x") + _field(2, _field(kind, _field(1, b"", size), size), size)
        y = _field(1, b"y") + _field(2, _field(3, _field(1, b"", label), label), label)
        y = _field(1, y, label)
        x = _field(1, x, size)
        length = len(_field(1, x + y, size + label)) + size + label
        before = _field(1, x, size + label + len(y))
        head = np.frombuffer(length.to_bytes(8, "little"), np.uint8)
        before = head.tobytes() + _masked_crc(head[None]).astype("<u4").tobytes() + before
        parts = [
            ("before", "u1", (len(before),)),
            ("x", dtype.newbyteorder("<"), tuple(self.shape)),
            ("between", "u1", (len(y),)),
            ("y", "u1", (label,)),
            ("crc", "<u4"),
        ]
        return np.dtype(parts), np.frombuffer(before, np.uint8), np.frombuffer(y, np.uint8)


def _field(number, content, more=0):
    """A length-delimited field of a protocol buffer, of whose content so many further bytes follow."""
    length, size = bytearray(), len(content) + more
    while size > 127:
        length.append(size & 127 | 128)
        size >>= 7
    return bytes([number << 3 | 2, *length, size]) + content


def write_rows(folder, blocks):
    """Writes the rows of a split; nothing but one block is held in memory.

    Args:
        folder: Folder of the artifact.
        blocks: Dict from the name of a split to an iterable of `(x, y)`: rows, all of one shape, and class indices.

    Returns:
        `(shape, counts)`: that of a row, and a dict from the name of a split to `(number of rows, largest class
        index)`.

    Raises:
        ValueError: for rows that differ in shape, other labels than class indices, and a split without rows.
    """
    folder, counts = pathlib.Path(folder), {}
    known: Any = None
    for split, rows in blocks.items():
        path = folder / f"Split-{split}" / _FILE
        path.parent.mkdir(parents=True)
        count, largest = 0, -1
        with path.open("xb") as file:
            for x, y in rows:
                for place in range(0, len(x), step := max(1, BLOCK_BYTES * len(x) // max(1, x.nbytes))):
                    part, labels = x[place : place + step], np.asarray(y[place : place + step])
                    known = known or _Description(part.dtype.newbyteorder("=").str, list(map(int, part.shape[1:])))
                    file.write(_pack(part, labels, known))
                    count, largest = count + len(part), max(largest, int(labels.max()))
        if not count:
            raise ValueError(f"There are no rows to {split}. Expected some of each of: {', '.join(blocks)}.")
        counts[split] = count, largest
    (folder / DESCRIPTION).write_bytes(write_json({"schema": _SCHEMA, **msgspec.to_builtins(known)}))
    return known.shape, counts


def _pack(x, y, known):
    if list(x.shape[1:]) != known.shape or not np.issubdtype(y.dtype, np.integer) or y.min() < 0 or y.max() > 2**31 - 1:
        raise ValueError(
            f"rows are {x.dtype} {x.shape} with labels {y.dtype}. Expected rows of the shape {known.shape} and a class "
            "index for each."
        )
    record, before, between = known.record()
    records: Any = np.empty(len(x), record)
    records["before"], records["between"], records["x"] = before, between, x
    # A varint of always as many bytes, so that all records are of one length.
    records["y"] = (y[:, None].astype(np.int64) >> (7 * np.arange(_LABEL_BYTES))) & 127 | [128] * 4 + [0]
    content = records.view(np.uint8).reshape(len(x), record.itemsize)
    records["crc"] = _masked_crc(content[:, 12:-4])
    return records.tobytes()


def _masked_crc(data):
    """The masked CRC-32C of each row of bytes, `(num_rows, num_bytes)`: of chunks at once, then of what they make."""
    first = np.where(np.arange(data.shape[1]) < 4, data ^ 0xFF, data)  # what it begins with
    chunks = np.pad(first, ((0, 0), (-data.shape[1] % _CHUNK, 0))).reshape(len(data), -1, _CHUNK)  # zeros add nothing
    crc = np.zeros(chunks.shape[:2], np.uint32)
    for place in range(_CHUNK):
        crc = _TABLE[(crc ^ chunks[..., place]) & 0xFF] ^ (crc >> 8)
    # What a chunk of zeros makes of each byte of a sum before it.
    behind = np.arange(256, dtype=np.uint32) << np.arange(0, 32, 8, dtype=np.uint32)[:, None]
    for _ in range(_CHUNK):
        behind = _TABLE[behind & 0xFF] ^ (behind >> 8)
    total = np.zeros(len(data), np.uint32)
    for one in crc.T:
        total = np.bitwise_xor.reduce([behind[byte][(total >> 8 * byte) & 0xFF] for byte in range(4)]) ^ one
    return ((~total >> 15) | (~total << 17)) + np.uint32(0xA282EAD8)


def read_rows(folder, split):
    """`(x, y)` of a split: arrays, `x` mapped into memory where it is larger than a quarter of that.

    Raises:
        ValueError: for a file that holds something else.
    """
    path = pathlib.Path(folder, f"Split-{split}", _FILE)
    try:
        known = read_json(pathlib.Path(folder, DESCRIPTION).read_bytes(), _Description, version=_SCHEMA)
        record, before, between = known.record()
        if not (size := path.stat().st_size) or size % record.itemsize:
            raise ValueError(f"{size} bytes are no records of {record.itemsize}")
        records = np.memmap(path, record, "r")
        if not all((records[name] == part).all() for name, part in (("before", before), ("between", between))):
            raise ValueError("records of another form")
    except (OSError, TypeError, ValueError) as error:
        raise ValueError(f"'{path}' holds no rows that DatasetGen wrote: {error}. Have them made anew.") from error
    y = ((records["y"].astype(np.int64) & 127) << (7 * np.arange(_LABEL_BYTES))).sum(axis=1).astype(np.int32)
    bound = machine_bytes()
    is_large = bound is not None and size > _MEMORY_SHARE * bound
    return records["x"] if is_large else np.array(records["x"], record["x"].base), y


def as_fed(x, y, batch_size, *, seed) -> dict[str, Any]:
    """The arguments by which `fit` takes rows: arrays as they are, of those that stay on disk a batch at a time."""
    if not isinstance(x, np.memmap):
        return {"x": x, "y": y, "batch_size": batch_size}
    import keras

    class Batches(keras.utils.PyDataset):
        """All rows in each epoch, in an order that the seed draws."""

        def __init__(self):
            super().__init__()
            self._rng = np.random.default_rng(seed)
            self._order = self._rng.permutation(len(x))

        def __len__(self):
            return math.ceil(len(x) / batch_size)

        def __getitem__(self, index):
            places = np.sort(self._order[index * batch_size : (index + 1) * batch_size])
            return np.array(x[places]), y[places]

        def on_epoch_end(self):
            self._order = self._rng.permutation(len(x))

    return {"x": Batches()}
