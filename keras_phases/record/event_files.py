"""Event files: one tensor summary per probe step, and images; flushed at once, written and read without TensorFlow."""

import contextlib
import io
import itertools
import os
import re
import socket
import tempfile
import time
import types
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from tensorboard.summary.writer.record_writer import RecordWriter
from tensorboard.util import tensor_util

from keras_phases.record import image_schema, kept, schema
from keras_phases.record.paths import is_remote, local_copies, to_path
from keras_phases.record.probe_step import pack_step
from keras_phases.record.standing_run import StandingRun
from keras_phases.record.tfrecords import read_event_file

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
_NONE = types.MappingProxyType({})
_LATEST = 9e9
"""Later times, in seconds, are no times: as text they would have a digit more, and sort before all others."""


class PhaseEventWriter:
    """Appends probe steps to a new event file in `directory`.

    Each record is flushed when it is added, so that a killed run keeps every finished probe step. In a folder that lies
    elsewhere (`gs://...`) each record is a file of its own.

    Args:
        directory: Folder of the run's event files; made where it is missing.
        layout: `keras_phases.record.schema.Layout` of every record.
        start_step: Earlier files' records from this step on are void. Defaults to `None`: none are.
        after: Time in seconds of the newest record that stands there. Defaults to 0: as the names of the files tell.

    Raises:
        OSError: when the folder cannot be made or the file cannot be opened.
    """

    def __init__(self, directory, layout, *, start_step=None, after=0.0):
        self._layout, self._num_added, self._num_images = layout, 0, 0
        directory, self._end = to_path(directory), 0
        directory.mkdir(parents=True, exist_ok=True)
        self._clock = _Clock(directory, after)
        self.path = directory / _file_name(self._clock())
        self._file: Any
        if is_remote(directory):
            self._file, self._appends = _RemoteFiles(directory, self._clock), False
        else:
            # Without a buffer: one that a full disk refused would be written later, behind the back of its caller.
            self._file, self._appends = open(self.path, "xb", buffering=0), True
        try:
            self._write(event_pb2.Event(wall_time=self._clock(), file_version="brain.Event:2"))
            if start_step is not None:
                # TensorBoard's own way to say that a run began anew.
                start = event_pb2.SessionLog(status=event_pb2.SessionLog.START)
                self._write(event_pb2.Event(wall_time=self._clock(), step=int(start_step), session_log=start))
        except OSError:
            self._file.close()
            self.path.unlink(missing_ok=True)
            raise

    def describe(self, layout):
        """Has the next record say anew what all are: its settings may have changed, not its rows and columns."""
        self._layout, self._num_added = layout, 0

    @property
    def is_whole(self):
        """Whether all that was written still stands under its name: a folder may be removed, or replaced by a copy."""
        try:
            if not self._appends:
                return self._file.is_whole
            ours, named = os.fstat(self._file.fileno()), os.stat(self.path)
        except OSError:
            return False
        return os.path.samestat(ours, named) and named.st_size >= self._end

    def add(self, found, scalars: Mapping = _NONE):
        """Writes a `ProbeStep`, and scalars by tag in the same record.

        Raises:
            OSError: when it cannot be written, on a full disk say. The file is as before, and the step can be added
                again later.
        """
        self.add_packed(found.step, pack_step(self._layout, found), found.weights, scalars)

    def add_mark(self, step, mark):
        """Writes a digest of the weights at a step, by which a run that goes on there is known; as `add`."""
        self._add(step, _mark_value(mark))

    def add_kept(self, step, content):
        """Writes which weights are on disk, as `kept.pack_kept` packs it; as `add`."""
        about = _about(schema.PLUGIN_NAME, b"", summary_pb2.DATA_CLASS_TENSOR, "")
        tensor = tensor_pb2.TensorProto(dtype=types_pb2.DT_STRING, string_val=[content])
        self._add(step, summary_pb2.Summary.Value(tag=kept.TAG, tensor=tensor, metadata=about))

    def add_packed(self, step, values, mark=None, scalars: Mapping = _NONE):
        """Writes a probe step as a history holds it, float32 `(num_rows, num_metrics)`; as `add`."""
        values = np.asarray(values, np.float32)
        if values.shape != self._layout.shape:
            raise ValueError(f"A probe step has shape {self._layout.shape}, got {values.shape}.")
        content = schema.pack_layout(self._layout) if self._describes(self._num_added) else b""
        told = "Reconstruction and linear-probe metrics, a row for each (layer, decoder)."
        about = _about(schema.PLUGIN_NAME, content, summary_pb2.DATA_CLASS_TENSOR, told)
        marks = [] if mark is None else [_mark_value(mark)]
        tensor = tensor_util.make_tensor_proto(values)
        plain = [summary_pb2.Summary.Value(tag=tag, simple_value=value) for tag, value in scalars.items()]
        self._add(
            step, summary_pb2.Summary.Value(tag=schema.METRICS_TAG, tensor=tensor, metadata=about), *marks, *plain
        )
        self._num_added += 1

    def _describes(self, num_before):
        """Whether a record says what its rows are: the 1st, 2nd, 4th, 8th, ..., so that no damage takes all that do.

        TensorBoard keeps the first metadata of a tag. In a folder elsewhere each record is a file of its own.
        """
        return not self._appends or not num_before & (num_before + 1)

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
        content = image_schema.pack_image_layout(layout) if self._describes(self._num_images) else b""
        told = "Reconstructions of the same few held-out examples, a strip for each (layer, decoder)."
        about = _about(image_schema.PLUGIN_NAME, content, summary_pb2.DATA_CLASS_BLOB_SEQUENCE, told)
        shape = tensor_shape_pb2.TensorShapeProto(dim=[tensor_shape_pb2.TensorShapeProto.Dim(size=len(blobs))])
        tensor = tensor_pb2.TensorProto(dtype=types_pb2.DT_STRING, string_val=blobs, tensor_shape=shape)
        self._add(step, summary_pb2.Summary.Value(tag=image_schema.TAG, tensor=tensor, metadata=about))
        self._num_images += 1

    @property
    def newest_time(self):
        """Of all that was written, in seconds."""
        return self._clock.newest

    def close(self):
        """Closes the file; further records are an error."""
        self._file.close()

    def _add(self, step, *values):
        summary = summary_pb2.Summary(value=values)
        self._write(event_pb2.Event(wall_time=self._clock(), step=int(step), summary=summary))

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


def _about(plugin_name, content, data_class, description):
    plugin = summary_pb2.SummaryMetadata.PluginData(plugin_name=plugin_name, content=content)
    return summary_pb2.SummaryMetadata(plugin_data=plugin, summary_description=description, data_class=data_class)


def _mark_value(mark):
    """A digest of weights as a summary without content, which TensorBoard passes over."""
    return summary_pb2.Summary.Value(tag=schema.WEIGHTS_TAG, node_name=mark)


class _RemoteFiles:
    """In the place of a file that grows, which object stores do not have: each record is an event file of its own.

    No file that stands is written again: a kill, or a store that fails, costs the record that is being written and none
    before it. Readers take the files in the order of their names, whatever the clocks of the machines that wrote them.

    Args:
        directory: `RemotePath` of the folder.
        clock: `_Clock` of the folder.
    """

    def __init__(self, directory, clock):
        self._directory, self._clock, self._head, self._names = directory, clock, None, set()

    @property
    def is_whole(self):
        """Whether all files that were written are there."""
        return self._names <= {path.name for path in self._directory.glob("*tfevents*")}

    def write(self, record):
        """Takes the first record, the version, as the head of all files; writes a file of it and any other."""
        if self._head is None:
            self._head = bytes(record)
        else:
            name = _file_name(self._clock())
            (self._directory / name).write_bytes(self._head + record)
            self._names.add(name)
        return len(record)

    def seek(self, place):
        """Nothing: there is no place but the end."""

    def truncate(self, size):
        """Nothing: what failed is no part of another file."""

    def close(self):
        """Nothing: no file is open."""


class _Clock:
    """Times that only increase, beyond all that stand in a folder: readers, TensorBoard's too, go by them.

    A machine's clock may be behind that of the machine that wrote before, and be set back.

    Args:
        directory: Folder of event files.
        after: Time in seconds that all lie behind; those in the names of the files besides.
    """

    def __init__(self, directory, after):
        found = (re.search(r"tfevents\.(\d+(\.\d+)?)", path.name) for path in directory.glob("*tfevents*"))
        named = (float(name[1]) for name in found if name)
        self.newest = max([after, *(seconds for seconds in named if seconds < _LATEST)])

    def __call__(self):
        self.newest = max(time.time(), self.newest + 2e-6)
        return self.newest


def _file_name(seconds):
    """Of a new event file. Readers take a folder's files in the order of their names: time, then a counter."""
    return f"events.out.tfevents.{seconds:017.6f}.{socket.gethostname()}.{os.getpid()}.{next(_FILE_NUMBER)}"


def write_events(directory, layout, records, images=None):
    """Writes a whole run into a new event file.

    Args:
        directory: Folder of the event file.
        layout: `keras_phases.record.schema.Layout` of every record.
        records: `(step, values)` of every probe step, steps increasing.
        images: `keras_phases.record.images.ImageRecords`. Defaults to `None`: none.
    """
    run = StandingRun(None, layout, records)
    if images is not None:
        run.image_layout, run.images = images.layout, images.records
    with contextlib.closing(PhaseEventWriter(directory, layout)) as writer:
        _write_all(writer, run)


def _write_all(writer, run, scalars: Mapping = _NONE):
    blobs = dict(run.images)
    for step, values in run.records:
        writer.add_packed(step, values, scalars=scalars.get(step, _NONE))
        if step in blobs:
            writer.add_images(step, blobs[step], run.image_layout)
    for step, mark in run.marks:
        writer.add_mark(step, mark)
    for step, content in run.kept:
        writer.add_kept(step, content)


def replace_events(directory, run, scalars: Mapping = _NONE):
    """Puts one new event file in the place of all that stand in a folder, at once: a killed process leaves either.

    The new file voids the records of those before it, which are emptied then; what is damaged is kept under another
    name.

    Args:
        directory: Folder of the event files.
        run: The `StandingRun` that it then holds.
        scalars: Dict from a step to the scalars of its record, by tag. Defaults to none.

    Returns:
        The time of its newest record.

    Raises:
        OSError: when it cannot be written; the folder is as before.
    """
    directory = to_path(directory)
    # TensorBoard takes any folder with an event file for a run, half-written ones too: this one lies elsewhere.
    earlier, whole = list(directory.glob("*tfevents*")), directory / _WRITING
    after = _Clock(directory, run.newest_time)()
    with tempfile.TemporaryDirectory() as folder:
        with contextlib.closing(PhaseEventWriter(folder, run.layout, start_step=0, after=after)) as writer:
            _write_all(writer, run, scalars)
        if is_remote(directory):
            (directory / writer.path.name).upload(writer.path)  # pyright: ignore[reportAttributeAccessIssue] of a remote one
        else:
            _put_in_place(writer.path, whole, directory / writer.path.name)
    for path in earlier:
        # A TensorBoard that reads one of them would stand still at a file that is gone; an empty one it passes.
        with contextlib.suppress(OSError):
            if path.name in run.damage:
                kept = path.with_name(path.name.replace("tfevents", "damaged"))
                kept.unlink(missing_ok=True)  # what a link points to is not ours
                kept.write_bytes(path.read_bytes()) if is_remote(path) else path.replace(kept)
            if not is_remote(path) and path.is_symlink():
                path.unlink()  # nor here
            else:
                path.write_bytes(b"")
    return writer.newest_time


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


def read_run(directory):
    """The `StandingRun` of a folder.

    A file that ends in the middle of a record (a killed run) gives all records before it, one that is damaged all
    others.

    Raises:
        ValueError: when a record does not fit the layout, naming the file.
    """
    run = StandingRun(to_path(directory))
    for path, event in each_event(run.directory, run.damage):
        run.newest_time = max(run.newest_time, event.wall_time if event.wall_time < _LATEST else 0.0)
        if begins_anew(event):
            run.begin(event.step)
        for value in event.summary.value:
            content = value.metadata.plugin_data.content
            if value.tag == schema.METRICS_TAG:
                run.take_metrics(event.step, value.tensor, content, path)
            elif value.tag == image_schema.TAG:
                run.take_images(event.step, value.tensor.string_val, content)
            elif value.tag == kept.TAG:
                run.take_kept(event.step, value.tensor.string_val)
            elif value.tag == schema.WEIGHTS_TAG:
                run.take_mark(event.step, value.node_name)
    return run.finish()


def holds_steps(directory):
    """Whether a folder's event files hold a probe step, readable or not, or what is damaged."""
    if is_remote(directory):
        return any(to_path(directory).glob("*tfevents*"))  # each would have to be fetched
    damage = {}
    values = (value for _, event in each_event(directory, damage) for value in event.summary.value)
    return any(value.tag == schema.METRICS_TAG for value in values) or bool(damage)


def begins_anew(event):
    """Whether an event says that its step and all behind it are measured anew."""
    return event.session_log.status == event_pb2.SessionLog.START


def each_event(directory, damage):
    """Yields `(path, event)` of a folder's event files, in the order they were written; `damage` takes what is none."""
    found = to_path(directory).glob("*tfevents*")
    paths = sorted(path for path in found if is_remote(path) or path.is_file())  # no pipe, at which a reader would wait
    with local_copies(paths) as copies:
        for path, copy in zip(paths, copies, strict=True):
            found = []
            for event in read_event_file(copy, found):
                yield path, event
            if found:
                damage[path.name] = found
