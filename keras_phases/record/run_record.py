"""The record of one run: the folder it lies in, what stands there from before, and the event file it goes on in."""

import dataclasses
import pathlib
import statistics
import time

from keras_phases.record.event_files import PhaseEventWriter, read_events, read_images, replace_events
from keras_phases.record.history import PhaseHistory
from keras_phases.record.images import ImageRecords
from keras_phases.record.paths import to_path, unused_folder
from keras_phases.warning import warn

_NOT_COMPARED = ("model", "schedule", "without_labels", "columns")
"""Settings that may differ from one fit to the next of one curve; the names of columns are compared as such."""

_BEFORE = {"protocol": "exact"}
"""Settings of records that were written before there was a choice."""

_WAYS_OUT = "Pass resume='new' for a record of its own beside it, another log_dir=, or remove that folder."

_SAME_QUANTITIES = "Or measure what that run did: quantities=None, transfer=..., say."


def holds_record(directory):
    """Whether a record stands in a folder, readable or not."""
    return any(to_path(directory).glob("*tfevents*"))


def unused_log_dir():
    """A folder `logs/<time>` that is not there."""
    return unused_folder(pathlib.Path("logs") / time.strftime("%Y%m%d-%H%M%S"), pathlib.Path.exists)


class Record:
    """Makes sure, before training, that a folder can take the records of a run; writes them once training starts.

    Args:
        directory: Folder of the event files; made where it is missing.
        layout: `keras_phases.record.schema.Layout` of this run.
        resume: Whether to go on with a record that stands there.
        image_layout: `keras_phases.record.image_schema.ImageLayout` of this run. Defaults to `None`: no images.

    Raises:
        ValueError: when the folder cannot be written, or holds a record that this run may not go on with.
    """

    def __init__(self, directory, layout, *, resume, image_layout=None):
        self.directory, self._layout = to_path(directory), layout
        _check_writable(self.directory)
        try:
            self._earlier_layout, self._earlier = read_events(self.directory)
        except ValueError as error:
            raise ValueError(f"'{self.directory}' holds no record to go on with: {error} {_WAYS_OUT}") from error
        if self._earlier_layout is not None:
            self._check_earlier(self._earlier_layout, resume)
        self._image_layout, self._earlier_images = self._choose_image_layout(image_layout)
        self.history = PhaseHistory(layout, self._earlier, self._images_before(None))
        self._writer, self._start, self._unwritten, self._is_stale = None, None, [], False

    @property
    def is_open(self):
        """Whether probe steps can be added."""
        return self._start is not None

    @property
    def takes_images(self):
        """Whether image steps can be added."""
        return self._image_layout is not None

    def planned_steps(self, step):
        """The probe steps that were planned by the run that one at `step` goes on with; empty where none were."""
        return tuple(self._earlier_layout.run.get("planned_steps", ())) if self._kept(step) else ()  # pyright: ignore[reportOptionalMemberAccess] what is kept has one

    def probe_seconds(self, step):
        """Seconds that a probe step took in the run that one at `step` goes on with; None where there is none."""
        newest = PhaseHistory(self._layout, self._kept(step)[-3:])
        return statistics.median(newest.column("probe_seconds", 0)) if len(newest) else None

    def plan(self, steps):
        """Notes the probe steps of the run where a budget drops some; they are written with the next that is added."""
        run = self._layout.run | {"planned_steps": list(steps)}
        self._layout = self.history.layout = dataclasses.replace(self._layout, run=run)
        if self._writer is not None:
            self._writer.describe(self._layout)

    def open(self, step):
        """Starts this run's event file; records from the present step on give way to those that come.

        Args:
            step: Optimizer steps done.
        """
        start, kept = first_new_step(step), self._kept(step)
        if len(kept) < len(self._earlier):
            warn(
                f"'{self.directory}' held {len(self._earlier) - len(kept)} probe steps from step {start} "
                "on; this run replaces them. Pass another log_dir, or resume='new', to keep both."
            )
        self.history, self._start = PhaseHistory(self._layout, kept, self._images_before(start)), start
        self._write_out()

    def continues(self, step):
        """Whether a run that is at `step` goes on with records that stand here."""
        return bool(self._kept(step))

    def _kept(self, step):
        return [record for record in self._earlier if record[0] < first_new_step(step)]

    def add(self, found):
        """Takes a `ProbeStep` into the history and writes it.

        Raises:
            OSError: when it cannot be written; it is kept, and written together with the next.
        """
        self.history.add(found)
        self._unwritten.append(found)
        self._write_out()

    def add_images(self, step, blobs):
        """Takes the images of a probe step, which `add` has written, into the history and writes them.

        Raises:
            OSError: when they cannot be written; the history alone has them.
        """
        self.history.add_images(step, blobs)
        try:
            self._writer.add_images(step, blobs, self._image_layout)  # pyright: ignore[reportOptionalMemberAccess] the step was added
        except OSError as error:
            where = f"'{self._writer.path}' cannot take the images of step {step}"  # pyright: ignore[reportOptionalMemberAccess] the step was added
            message = f"{error.strerror or error}: {where}; its metrics are written. Only probe.history has the images."
            raise OSError(error.errno, message) from error

    def open_for_inserts(self):
        """Goes on with all that stands in the folder: `insert` puts probe steps in their places among them."""
        self._start = int(self.history.steps[-1]) + 1 if len(self.history) else 0

    def insert(self, found, blobs=None):
        """Takes a `ProbeStep`, and its images, in the place of what stands of it, and writes it.

        A writing hides what stands from its step on: the last step is appended, for one before it the event file is
        written anew as a whole.

        Raises:
            OSError: when it cannot be written; it is kept, and written together with the next.
        """
        if not self._is_stale and (not len(self.history) or found.step >= self.history.steps[-1]):
            self.add(found)
            if blobs is not None:
                self.add_images(found.step, blobs)
            return
        self.history, self._is_stale = self.history.with_step(found, blobs), True
        self._write_anew()

    def _write_anew(self, outlook=" It is kept in memory, and written with the next, once that is possible."):
        before = {} if self._earlier_layout is None else self._earlier_layout.run
        layout = dataclasses.replace(self._layout, run=before | self._layout.run)
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        try:
            replace_events(self.directory, layout, self.history.records, self.history.images)
        except OSError as error:
            message = f"{error.strerror or error}: '{self.directory}' cannot take a step between others.{outlook}"
            raise OSError(error.errno, message) from error
        self._unwritten, self._is_stale = [], False
        self._start = int(self.history.steps[-1]) + 1

    def close(self):
        """Closes the event file; the history stays.

        Raises:
            OSError: when probe steps that could not be written before still cannot.
        """
        if not self.is_open:
            return
        try:
            if self._is_stale:
                self._write_anew(" It is lost when this process ends: only the history has it.")
            if self._unwritten:
                self._write_out(" It is lost when this process ends: only probe.history has it.")
        finally:
            if self._writer is not None:
                self._writer.close()
            self._writer, self._start, self._unwritten, self._is_stale = None, None, [], False

    def _write_out(
        self, outlook=" It is kept in memory, and the next probe step writes it too, once that is possible."
    ):
        """Writes all that was not written yet, to a new event file where there is none so far."""
        try:
            if self._writer is None:
                self._writer = PhaseEventWriter(self.directory, self._layout, start_step=self._start)
            while self._unwritten:
                self._writer.add(self._unwritten[0])
                self._unwritten.pop(0)
        except OSError as error:
            where = self.directory if self._writer is None else self._writer.path
            steps = ", ".join(f"step {found.step}" for found in self._unwritten) or "its beginning"
            message = f"{error.strerror or error}: '{where}' cannot take {steps}.{outlook}"
            raise OSError(error.errno, message) from error

    def _choose_image_layout(self, layout):
        """`(layout, earlier images)`: TensorBoard keeps the first layout, so that other examples are not written."""
        try:
            earlier_layout, earlier = read_images(self.directory)
        except ValueError as error:
            warn(f"'{self.directory}' holds images that cannot be read: {error} No images are recorded. {_WAYS_OUT}")
            return None, None
        if earlier_layout is None:
            return layout, None if layout is None else ImageRecords(layout)
        if layout not in (None, earlier_layout):
            warn(
                f"'{self.directory}' holds images of {earlier_layout.num_examples} examples, and this run would record "
                f"others, {layout.num_examples}: no images are recorded. Pass images="
                f"{earlier_layout.num_examples} as that run did. {_WAYS_OUT}"
            )
            layout = None
        return layout, ImageRecords(earlier_layout, earlier)

    def _images_before(self, step):
        """Earlier images before a step, all for None; None where the run has no images."""
        images = self._earlier_images
        if images is None or step is None:
            return images
        return ImageRecords(images.layout, [record for record in images.records if record[0] < step])

    def _check_earlier(self, layout, resume):
        """One curve is measured in one way: refuses to go on with a record that was measured in another."""
        if not (resume and layout.same_rows(self._layout)):
            reason = f"of {layout.differs_from(self._layout)}" if resume else "and resume is False"
            same = " or of the same layers and solvers" if resume else ""
            # The layers are those, but earlier versions, and runs that chose, have other quantities.
            choose = f" {_SAME_QUANTITIES}" if resume and layout.rows == self._layout.rows else ""
            raise ValueError(
                f"'{self.directory}' already holds {len(self._earlier)} probe steps {reason}. Expected a folder "
                f"without{same}. {_WAYS_OUT}{choose}"
            )
        earlier = _BEFORE | layout.run
        changed = [
            f"{name} was {earlier[name]!r} and is {value!r}"
            for name, value in self._layout.run.items()
            if name not in _NOT_COMPARED and earlier.get(name, value) != value
        ]
        if changed:
            raise ValueError(
                f"'{self.directory}' holds a record measured in another way: {'; '.join(changed)}. Expected the same "
                f"settings. {_WAYS_OUT}"
            )


def first_new_step(step):
    """The first step that a run at `step` measures: one that goes on starts with the weights of its last record."""
    return step + 1 if step else 0


def _check_writable(directory):
    try:
        directory.mkdir(parents=True, exist_ok=True)
        trial = directory / ".writable"
        trial.unlink(missing_ok=True)  # a link would have us empty what it points to
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as error:
        raise ValueError(
            f"log_dir '{directory.parent}' cannot be written: {error}. Expected a folder that can; pass log_dir=..."
        ) from error
