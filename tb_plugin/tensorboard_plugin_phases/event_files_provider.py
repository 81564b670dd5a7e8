"""What of a data provider the plugin asks, over the event files of a folder as the record's own reader gives them.

TensorBoard's reads through TensorFlow where that is installed, which ends the process at a record of a hostile length,
and gives up all runs where one holds a record that is no event.
"""

import os
import pathlib
import types

from tensorboard.data import provider
from tensorboard.util import tensor_util

from keras_phases.record import event_files, image_schema, kept, schema
from keras_phases.record.standing_run import warn_of_damage


class EventFilesProvider:
    """The runs below a folder, read once.

    Args:
        log_dir: `pathlib.Path` of the folder; a link in it to a run elsewhere is followed.
    """

    def __init__(self, log_dir):
        # A folder's name need not be text.
        names = {os.fsencode(folder.relative_to(log_dir)): folder for folder in _find_runs(log_dir)}
        self._runs = {name.decode("utf-8", "backslashreplace"): _Series(folder) for name, folder in names.items()}

    def list_tensors(self, ctx, *, run_tag_filter, **_):
        """By run and tag, what is known of a series without reading it."""
        tags, asked = run_tag_filter.tags, run_tag_filter.runs
        known = {run: series for run, series in self._runs.items() if asked is None or run in asked}
        found = {run: {tag: one.describe(tag) for tag in tags if tag in one.tags} for run, one in known.items()}
        return {run: series for run, series in found.items() if series}

    list_blob_sequences = list_tensors

    def read_tensors(self, ctx, *, run_tag_filter, **_):
        """By run and tag, its records.

        Raises:
            ValueError: where an event file of the run is damaged.
        """

        def make(step, wall_time, tensor):
            return provider.TensorDatum(step, wall_time, tensor_util.make_ndarray(tensor))

        return self._read(run_tag_filter, make)

    def read_blob_sequences(self, ctx, *, run_tag_filter, **_):
        """The same of images; a blob is its own key."""

        def make(step, wall_time, tensor):
            return provider.BlobSequenceDatum(step, wall_time, tuple(map(provider.BlobReference, tensor.string_val)))

        return self._read(run_tag_filter, make)

    def read_blob(self, ctx, *, blob_key):
        """The bytes of a blob."""
        return blob_key

    def _read(self, run_tag_filter, make):
        [run], [tag] = run_tag_filter.runs, run_tag_filter.tags
        return {run: {tag: [make(*record) for record in self._runs[run].records(tag)]}}


class _Series:
    """All tensors of a run's three tags, as protos; `error` says what is wrong with its files."""

    def __init__(self, folder):
        self.tags, self._error, damage = {}, None, {}
        try:
            for _, event in event_files.each_event(folder, damage):
                self._take(event)
            warn_of_damage(folder, damage)
        except (OSError, ValueError) as error:
            self._error = error
            if folder.name == "phases":
                self.tags.setdefault(schema.METRICS_TAG, (b"", []))

    def _take(self, event):
        if event_files.begins_anew(event):
            for _, records in self.tags.values():
                schema.hide_from(records, event.step)
        for value in event.summary.value:
            if value.tag in (schema.METRICS_TAG, image_schema.TAG, kept.TAG):
                about = value.metadata.plugin_data.content
                _, records = self.tags.setdefault(value.tag, (about, []))
                records.append((event.step, event.wall_time, value.tensor))

    def describe(self, tag):
        """As a provider describes a series."""
        content, records = self.tags[tag]
        newest = max((wall_time for _, wall_time, _ in records), default=0.0)
        length = max((len(tensor.string_val) for _, _, tensor in records), default=0)
        last = max((step for step, _, _ in records), default=0)
        return types.SimpleNamespace(max_step=last, max_wall_time=newest, max_length=length, plugin_content=content)

    def records(self, tag):
        if self._error is not None:
            raise self._error
        return self.tags[tag][1]


def _find_runs(log_dir):
    for folder, folders, _ in os.walk(log_dir):
        # A link may lead anywhere: of a folder elsewhere the run itself is read, not whatever lies below.
        links = [path for path in (pathlib.Path(folder, name) for name in folders) if path.is_symlink()]
        for path in (pathlib.Path(folder), *links, *(link / "phases" for link in links)):
            if any(path.glob("*tfevents*")):
                yield path
