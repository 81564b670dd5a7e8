"""Event files: one tensor summary per probe step, and images; flushed at once, written and read without TensorFlow."""

import contextlib
import io
import itertools
import os
import re
import socket
import tempfile
import time
from typing import TYPE_CHECKING, Any

import numpy as np
from tensorboard.compat.tensorflow_stub import pywrap_tensorflow
from tensorboard.summary.writer.record_writer import RecordWriter
from tensorboard.util import tensor_util

from keras_phases.record import image_schema, schema
from keras_phases.record.paths import is_remote, local_copies, to_path
from keras_phases.record.probe_step import pack_step, unpack_matrix

if TYPE_CHECKING:  # protobuf makes what is in these modules when they load
    event_pb2: Any
    summary_pb2: Any
    tensor_pb2: Any
    tensor_shape_pb2: Any
    types_pb2: Any
else:
    from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2, tensor_shape_pb2, types_pb2

_FILE_NUMBER = itertools.count()
_WRITING = ".writing"
_ENDS = pywrap_tensorflow.errors.OutOfRangeError, pywrap_tensorflow.errors.DataLossError


class PhaseEventWriter:
    """Appends probe steps to a new event file in `directory`.

    Each record is flushed when it is added, so that a killed run keeps every finished probe step. In a folder that lies
    elsewhere (`gs://...`) each record is a file of its own.

    Args:
        directory: Folder of the run's event files; made where it is missing.
        layout: `keras_phases.record.schema.Layout` of every record.
        start_step: Earlier files' records from this step on are void. Defaults to `None`: none are.

    Raises:
        OSError: when the folder cannot be made or the file cannot be opened.
    """

    def __init__(self, directory, layout, *, start_step=None):
        self._layout = layout
        self._described = self._images_described = False
        directory, self._end = to_path(directory), 0
        directory.mkdir(parents=True, exist_ok=True)
        self.path = directory / _file_name()
        if is_remote(directory):
            self._file, self._appends = _RemoteFiles(directory), False
        else:
            # Without a buffer: one that a full disk refused would be written later, behind the back of its caller.
            self._file, self._appends = open(self.path, "xb", buffering=0), True
        try:
            self._write(event_pb2.Event(wall_time=time.time(), file_version="brain.Event:2"))
            if start_step is not None:
                # TensorBoard's own way to say that a run began anew.
                start = event_pb2.SessionLog(status=event_pb2.SessionLog.START)
                self._write(event_pb2.Event(wall_time=time.time(), step=int(start_step), session_log=start))
        except OSError:
            self._file.close()
            self.path.unlink(missing_ok=True)
            raise

    def describe(self, layout):
        """Has the next record say anew what all are: its settings may have changed, not its rows and columns."""
        self._layout, self._described = layout, False

    def add(self, found):
        """Writes a `ProbeStep`.

        Raises:
            OSError: when it cannot be written, on a full disk say. The file is as before, and the step can be added
                again later.
        """
        self.add_packed(found.step, pack_step(self._layout, found))

    def add_packed(self, step, values):
        """Writes a probe step as a history holds it, float32 `(num_rows, num_metrics)`; as `add`."""
        values = np.asarray(values, np.float32)
        if values.shape != self._layout.shape:
            raise ValueError(f"A probe step has shape {self._layout.shape}, got {values.shape}.")
        # TensorBoard keeps the first metadata of a tag; the names need not be repeated in later events of a file.
        about = summary_pb2.SummaryMetadata(
            plugin_data=summary_pb2.SummaryMetadata.PluginData(
                plugin_name=schema.PLUGIN_NAME,
                content=b"" if self._described else schema.pack_layout(self._layout),
            ),
            summary_description="Reconstruction and linear-probe metrics, a row for each (layer, decoder).",
            data_class=summary_pb2.DATA_CLASS_TENSOR,
        )
        self._add(step, schema.METRICS_TAG, tensor_util.make_tensor_proto(values), about)
        self._described = self._appends

    def add_images(self, step, blobs, layout):
        """Writes the PNG strips of one image step, after its metrics.

        Args:
            step: The probe step.
            blobs: List of bytes, as `layout` counts them.
            layout: `keras_phases.record.image_schema.ImageLayout`.

        Raises:
            OSError: when they cannot be written; the file is as before.
        """
        if len(blobs) != layout.num_blobs:
            raise ValueError(f"An image step has {layout.num_blobs} blobs, got {len(blobs)}.")
        about = summary_pb2.SummaryMetadata(
            plugin_data=summary_pb2.SummaryMetadata.PluginData(
                plugin_name=image_schema.PLUGIN_NAME,
                content=b"" if self._images_described else image_schema.pack_image_layout(layout),
            ),
            summary_description="Reconstructions of the same few held-out examples, a strip for each (layer, decoder).",
            data_class=summary_pb2.DATA_CLASS_BLOB_SEQUENCE,
        )
        shape = tensor_shape_pb2.TensorShapeProto(dim=[tensor_shape_pb2.TensorShapeProto.Dim(size=len(blobs))])
        tensor = tensor_pb2.TensorProto(dtype=types_pb2.DT_STRING, string_val=blobs, tensor_shape=shape)
        self._add(step, image_schema.TAG, tensor, about)
        self._images_described = self._appends

    def close(self):
        """Closes the file; further records are an error."""
        self._file.close()

    def _add(self, step, tag, tensor, about):
        value = summary_pb2.Summary.Value(tag=tag, tensor=tensor, metadata=about)
        self._write(event_pb2.Event(wall_time=time.time(), step=int(step), summary=summary_pb2.Summary(value=[value])))

    def _write(self, event):
        """Appends a record as a whole; what is left of one that failed is cut off, or overwritten by the next."""
        buffer = io.BytesIO()
        RecordWriter(buffer).write(event.SerializeToString())
        record = buffer.getvalue()
        self._file.seek(self._end)
        try:
            written = 0
            while written < len(record):
                written += self._file.write(record[written:])
        except OSError:
            with contextlib.suppress(OSError):
                self._file.truncate(self._end)
            raise
        self._end += len(record)


class _RemoteFiles:
    """In the place of a file that grows, which object stores do not have: each record is an event file of its own.

    No file that stands is written again: a kill, or a store that fails, costs the record that is being written and none
    before it. Readers take the files in the order of their names, whatever the clocks of the machines that wrote them.

    Args:
        directory: `RemotePath` of the folder.
    """

    def __init__(self, directory):
        self._directory, self._head = directory, None
        self._newest = max((_time_of(path.name) for path in directory.glob("*tfevents*")), default=0.0)

    def write(self, record):
        """Takes the first record, the version, as the head of all files; writes a file of it and any other."""
        if self._head is None:
            self._head = bytes(record)
        else:
            name = _file_name(after=self._newest)
            self._newest = _time_of(name)
            (self._directory / name).write_bytes(self._head + record)
        return len(record)

    def seek(self, place):
        """Nothing: there is no place but the end."""

    def truncate(self, size):
        """Nothing: what failed is no part of another file."""

    def close(self):
        """Nothing: no file is open."""


def _file_name(after=0.0):
    """Of a new event file. Readers take a folder's files in the order of their names: time, then a counter.

    Args:
        after: Earliest time in seconds; one that is not after it is moved. Defaults to 0.
    """
    seconds = max(time.time(), after + 1e-6)
    return f"events.out.tfevents.{seconds:017.6f}.{socket.gethostname()}.{os.getpid()}.{next(_FILE_NUMBER)}"


def _time_of(name):
    """The time in the name of an event file; 0 where it has none."""
    found = re.search(r"tfevents\.(\d+(\.\d+)?)", name)
    return float(found[1]) if found else 0.0


def write_events(directory, layout, records, images=None):
    """Writes a whole run into a new event file.

    Args:
        directory: Folder of the event file.
        layout: `keras_phases.record.schema.Layout` of every record.
        records: `(step, values)` of every probe step, steps increasing.
        images: `keras_phases.record.images.ImageRecords`. Defaults to `None`: none.
    """
    with contextlib.closing(PhaseEventWriter(directory, layout)) as writer:
        _write_all(writer, records, images)


def _write_all(writer, records, images):
    blobs = {} if images is None else dict(images.records)
    for step, values in records:
        writer.add_packed(step, values)
        if step in blobs:
            writer.add_images(step, blobs[step], images.layout)  # pyright: ignore[reportOptionalMemberAccess] blobs come with them


def replace_events(directory, layout, records, images=None):
    """Puts one new event file in the place of all that stand in a folder, at once: a killed process leaves either.

    The new file voids the records of those before it, which are emptied then.

    Args:
        directory: Folder of the event files.
        layout: `keras_phases.record.schema.Layout` of every record.
        records: `(step, values)` of every probe step, steps increasing.
        images: `keras_phases.record.images.ImageRecords`. Defaults to `None`: none.

    Raises:
        OSError: when it cannot be written; the folder is as before.
    """
    directory = to_path(directory)
    # TensorBoard takes any folder with an event file for a run, half-written ones too: this one lies elsewhere.
    earlier, whole = list(directory.glob("*tfevents*")), directory / _WRITING
    with tempfile.TemporaryDirectory() as folder:
        with contextlib.closing(PhaseEventWriter(folder, layout, start_step=0)) as writer:
            _write_all(writer, records, images)
        if is_remote(directory):
            newest = max((_time_of(path.name) for path in earlier), default=0.0)
            (directory / _file_name(after=newest)).upload(writer.path)  # pyright: ignore[reportAttributeAccessIssue] of a remote one
        else:
            _put_in_place(writer.path, whole, directory / writer.path.name)
    for path in earlier:
        # A TensorBoard that reads one of them would stand still at a file that is gone; an empty one it passes.
        with contextlib.suppress(OSError):
            if not is_remote(path) and path.is_symlink():
                path.unlink()  # what it points to is not ours
            else:
                path.write_bytes(b"")


def _put_in_place(path, whole, target):
    """Copies a file of another disk to `whole`, and gives that its name at once."""
    try:
        whole.unlink(missing_ok=True)  # a link would have us write over what it points to
        with whole.open("xb") as file:
            file.write(path.read_bytes())
            file.flush()
            os.fsync(file.fileno())
        os.replace(whole, target)
    finally:
        whole.unlink(missing_ok=True)


def read_events(directory):
    """The newest layout and the probe steps of a folder's event files, in the order they were written.

    A file that ends in the middle of a record (a killed run) gives all records before it.

    Returns:
        `(layout, records)` with `records` a list of `(step, values)`; `(None, [])` where there is no phases record.

    Raises:
        ValueError: when a record does not fit the layout, naming the file.
    """
    layout, records = None, []
    for path, event in each_event(directory):
        if begins_anew(event):
            schema.hide_from(records, event.step)
        for value in event.summary.value:
            if value.tag == schema.METRICS_TAG:
                try:
                    found, values = _read_metrics(value, layout)
                except ValueError as error:
                    raise ValueError(f"{error} (step {event.step} of {path})") from error
                if layout is not None and not layout.same_rows(found):
                    raise ValueError(f"{path} holds other layers or metrics than the files before it.")
                layout = found
                schema.hide_from(records, event.step)
                records.append((int(event.step), values))
    return layout, records


def _read_metrics(value, layout):
    """`(layout, values)` of a summary value; the layout is that of those before it where this one has none."""
    if content := value.metadata.plugin_data.content:
        layout = schema.unpack_layout(content)
    if layout is None:
        raise ValueError("no phases layout stands before a record")
    return layout, unpack_matrix(value.tensor, layout.shape)


def begins_anew(event):
    """Whether an event says that its step and all behind it are measured anew."""
    return event.session_log.status == event_pb2.SessionLog.START


def read_images(directory):
    """The images of a folder's event files, as they belong to the probe steps that `read_events` gives.

    Probe steps that were measured anew hide the images from there on, whether or not they have images themselves.

    Returns:
        `(layout, records)` with `records` a list of `(step, blobs)`; `(None, [])` where there are no images.

    Raises:
        ValueError: when the images do not fit their layout, naming the file.
    """
    layout, records = None, []
    for path, event in each_event(directory):
        if begins_anew(event):
            schema.hide_from(records, event.step)
        for value in event.summary.value:
            if value.tag in (schema.METRICS_TAG, image_schema.TAG):
                schema.hide_from(records, event.step)
            if value.tag != image_schema.TAG:
                continue
            content = value.metadata.plugin_data.content
            # As TensorBoard does, that of the first; a later one of other examples would be written nowhere.
            layout = layout or image_schema.unpack_image_layout(content)
            if len(value.tensor.string_val) != layout.num_blobs:
                raise ValueError(
                    f"{path}: step {event.step} has {len(value.tensor.string_val)} images, unlike its layout."
                )
            records.append((int(event.step), tuple(value.tensor.string_val)))
    return layout, records


def each_event(directory):
    """Yields `(path, event)` of a folder's event files, in the order they were written.

    Raises:
        ValueError: at a record that is no event, naming the file.
    """
    found = to_path(directory).glob("*tfevents*")
    paths = sorted(path for path in found if is_remote(path) or path.is_file())  # no pipe, at which a reader would wait
    with local_copies(paths) as copies:
        for path, copy in zip(paths, copies, strict=True):
            for record in _read_file(copy):
                try:
                    event = event_pb2.Event.FromString(record)
                except Exception as error:  # a DecodeError of protobuf, of which we import nothing
                    raise ValueError(f"{path} holds a record that is no event: {error}.") from error
                yield path, event


def _read_file(path):
    reader = pywrap_tensorflow.PyRecordReader_New(str(path))
    while True:
        try:
            reader.GetNext()
        # The last two: a record that says to be longer than memory, and so than its file.
        except (*_ENDS, MemoryError, OverflowError):
            return
        yield reader.record()
