"""Event files as somebody may write them who keeps no contract."""

import io
import json
import struct
import zlib

import numpy as np
from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2, tensor_shape_pb2, types_pb2
from tensorboard.compat.tensorflow_stub.pywrap_tensorflow import masked_crc32c
from tensorboard.summary.writer.record_writer import RecordWriter
from tensorboard.util import tensor_util

from keras_phases.record import image_schema, schema

FILE = "events.out.tfevents.0000000001.x"


def encode_events(events):
    """Bytes of an event file."""
    buffer = io.BytesIO()
    writer = RecordWriter(buffer)
    for event in events:
        writer.write(event.SerializeToString())
    return buffer.getvalue()


def write_events(folder, events):
    """Writes an event file into a folder, which it makes; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(encode_events(events))
    return folder / FILE


def build_event(step, values, content, *, wall_time=1.0, tag=schema.METRICS_TAG, data_class=None):
    """One tensor, an array or a proto, as a summary of our plugin's."""
    return _build(step, values, content, wall_time, tag, schema.PLUGIN_NAME, data_class)


def build_image_event(step, tensor, content, *, wall_time=1.0):
    """One blob sequence, a list of bytes or a proto."""
    if isinstance(tensor, list):
        tensor = declare((len(tensor),), dtype=types_pb2.DT_STRING, string_val=tensor)
    blobs = summary_pb2.DATA_CLASS_BLOB_SEQUENCE
    return _build(step, tensor, content, wall_time, image_schema.TAG, image_schema.PLUGIN_NAME, blobs)


def _build(step, values, content, wall_time, tag, plugin, data_class):
    plugin_data = summary_pb2.SummaryMetadata.PluginData(plugin_name=plugin, content=content)
    kind = summary_pb2.DATA_CLASS_TENSOR if data_class is None else data_class
    about = summary_pb2.SummaryMetadata(plugin_data=plugin_data, data_class=kind)
    tensor = tensor_util.make_tensor_proto(values) if isinstance(values, np.ndarray) else values
    value = summary_pb2.Summary.Value(tag=tag, tensor=tensor, metadata=about)
    return event_pb2.Event(wall_time=wall_time, step=step, summary=summary_pb2.Summary(value=[value]))


def declare(shape, *, dtype=types_pb2.DT_FLOAT, **held):
    """A tensor proto that says to be of a shape, whatever it holds."""
    dims = [tensor_shape_pb2.TensorShapeProto.Dim(size=size) for size in shape]
    return tensor_pb2.TensorProto(dtype=dtype, tensor_shape=tensor_shape_pb2.TensorShapeProto(dim=dims), **held)


def begin_record(length):
    """The head of a record that says to be so long, sound so far."""
    head = struct.pack("<Q", length)
    return head + struct.pack("<I", masked_crc32c(head))


def claim_png(width, height, *, bits=8, colour=0, levels=b"\0\0"):
    """A PNG that says to be of a size, whatever it holds."""

    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(levels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


HOSTILE_TENSORS = {
    "one-value": declare((50_000, 50_000), float_val=[1.0]),
    "no-value": declare((50_000, 50_000)),
    "repeated-value-of-the-right-shape": declare((2, 39), float_val=[1.0]),
    "overflow": declare((2**40, 2**40), float_val=[1.0]),
    "overflow-to-the-right-size": declare((2**63 - 1, 2**62, 76), float_val=[1.0]),
    "negative": declare((-1, 39), float_val=[1.0]),
    "twice-negative": declare((-2, -39), float_val=[1.0] * 78),
    "no-shape": declare((), float_val=[1.0]),
    "less-content": declare((2, 39), tensor_content=b"\0" * 8),
    "more-content": declare((2, 39), tensor_content=b"\0" * 4000),
    "torn-content": declare((2, 39), tensor_content=b"\0" * 303),
    "double": declare((50_000, 50_000), dtype=types_pb2.DT_DOUBLE, double_val=[1.0]),
    "text": declare((50_000, 50_000), dtype=types_pb2.DT_STRING, string_val=[b"x" * 100]),
    "text-of-the-right-shape": declare((2, 39), dtype=types_pb2.DT_STRING, string_val=[b"x"]),
    "complex": declare((50_000, 50_000), dtype=types_pb2.DT_COMPLEX64, scomplex_val=[1.0, 2.0]),
    "half": declare((50_000, 50_000), dtype=types_pb2.DT_HALF, half_val=[1]),
    "bool": declare((50_000, 50_000), dtype=types_pb2.DT_BOOL, bool_val=[True]),
    "no-dtype": declare((2, 39), dtype=types_pb2.DT_INVALID, float_val=[1.0]),
    "resource": declare((50_000, 50_000), dtype=types_pb2.DT_RESOURCE, float_val=[1.0]),
}
"""Tensors that are none of the layout `build_layout(2)`."""

_NAMES = b'"rows": [{"layer": "a", "decoder": "b", "strategy": "c", "num_features": 1, "probe_features": 1}]'
_LAYOUT = b'{"schema": 1, ' + _NAMES + b', "metrics": ["reconstruction_loss", "x"], "run": %s}'


def column_with(text):
    """A layout whose column `x` has a text of JSON for a weight."""
    return _LAYOUT % (b'{"columns": {"x": {"label": "x", "kind": "colour", "part": "x", "weight": ' + text + b"}}}")


HOSTILE_JSON = {
    "integer": column_with(b"1" + b"0" * 400),
    "negative-integer": column_with(b"-1" + b"0" * 400),
    "integer-of-5000-digits": column_with(b"9" * 5000),
    "float": column_with(b"1e400"),
    "negative-float": column_with(b"-1e999999999"),
    "64-bits": column_with(b"18446744073709551616"),
    "63-bits": column_with(b"9223372036854775808"),
    "half-a-character": column_with(rb'"\ud800"'),
    "half-a-character-as-key": _LAYOUT % rb'{"\udfff": 1}',
    "nested": column_with(b"[" * 5000 + b"]" * 5000),
    "nested-a-little": column_with(b"[" * 12 + b"]" * 12),
    "number-as-planned-steps": _LAYOUT % b'{"planned_steps": 5}',
    "text-among-planned-steps": _LAYOUT % b'{"planned_steps": [0, "x"]}',
    "text-as-settings": _LAYOUT % b'"run"',
    "twice-a-key": _LAYOUT.replace(b'"run"', b'"run": {}, "rows": 3, "run"') % b"{}",
    "bool-as-width": _LAYOUT.replace(b'"num_features": 1', b'"num_features": true') % b"{}",
    "float-as-width": _LAYOUT.replace(b'"num_features": 1', b'"num_features": 1.5') % b"{}",
    "huge-width": _LAYOUT.replace(b'"num_features": 1', b'"num_features": 1' + b"0" * 30) % b"{}",
    "negative-width": _LAYOUT.replace(b'"num_features": 1', b'"num_features": -1') % b"{}",
    "twice-a-metric": _LAYOUT.replace(b'"x"', b'"reconstruction_loss"') % b"{}",
    "no-rows": json.dumps(json.loads(_LAYOUT % b"{}") | {"rows": []}).encode(),
    "huge-schema": _LAYOUT.replace(b'"schema": 1', b'"schema": 1' + b"0" * 400) % b"{}",
    "utf-16": (_LAYOUT % b"{}").decode().encode("utf-16") + b"\xd8",
    "two-values": _LAYOUT % b"{}" + b"{}",
}
"""Layouts that are none."""
