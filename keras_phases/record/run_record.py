"""The record of one run: the folder it lies in, what stands there from before, and the event file it goes on in."""

import dataclasses
import itertools
import pathlib
import statistics
import time
import weakref

import numpy as np

from keras_phases.record.event_files import PhaseEventWriter, holds_steps, read_run, replace_events
from keras_phases.record.folders import count_steps, folders_beside, log_dir_of
from keras_phases.record.history import PhaseHistory
from keras_phases.record.hold import HeldError, Hold
from keras_phases.record.images import ImageRecords
from keras_phases.record.kept import with_kept
from keras_phases.record.paths import numbered, numbered_there, to_fixed, to_path
from keras_phases.record.scalars import scalars_of
from keras_phases.record.schema import NOT_SETTLED
from keras_phases.record.standing_run import StandingRun
from keras_phases.warning import warn

_BEFORE = {"protocol": "exact"}
"""Settings of records that were written before there was a choice."""

_WAYS_OUT = "Pass another log_dir=, or remove that folder."
_SAME_QUANTITIES = "Measure what that run did: quantities=None, transfer=..., say."
_KEPT = " It is kept in memory, and the next probe step writes it too, once that is possible."
_LOST = " It is lost when this process ends: only the history has it."

_OPEN = weakref.WeakValueDictionary()
"""The records that this process writes, by their folder."""


def unused_log_dir(taken=()):
    """A folder `logs/<time>` that is not there, nor that of one of the `taken` folders of event files."""
    folder = pathlib.Path("logs").absolute() / time.strftime("%Y%m%d-%H%M%S")
    return next(path for path in numbered(folder) if not path.exists() and path / "phases" not in taken)


class Record:
    """The records of a run in a folder that no other writes to, or in one beside it; writes them as training goes.

    A run that starts at step 0 never hides what stands: its record lies in the first of `<log_dir>-1`, `<log_dir>-2`,
    ... without one. So does that of a run which cannot be told to go on with what stands, and of one whose folder
    another writes to. A line says so.

    Args:
        directory: Folder of the event files, such as `<log_dir>/phases`; made where it is missing.
        layout: `keras_phases.record.schema.Layout` of this run.
        resume: Whether to go on with a record that stands there, or to begin one beside it; else it is refused.
        image_layout: `keras_phases.record.image_schema.ImageLayout` of this run. Defaults to `None`: no images.
        is_in_use: Function that says whether the run still trains; one that was interrupted gives its folder to the
            next that asks for it. Defaults to `None`: it does.
        scalars: Whether each probe step has its plain numbers beside it. Defaults to `True`.
        tell: Function of a line that says where the record lies instead. Defaults to `print`.

    Attributes: `directory`, that which was chosen once `settle` was called; `history`, of what it goes on with since.
    """

    def __init__(self, directory, layout, *, resume, image_layout=None, is_in_use=None, scalars=True, tell=print):
        self.directory = self._given = next(iter(folders_beside(to_path(directory), numbered)))
        self._layout, self._resume, self._image_layout, self._is_in_use = layout, resume, image_layout, is_in_use
        self.history, self._run, self._hold = PhaseHistory(layout), StandingRun(self.directory), None
        self._writer, self._start, self._unwritten, self._is_stale = None, None, [], False
        self._scalars_of, self._tell = scalars_of if scalars else lambda *_: {}, tell

    @property
    def is_open(self):
        """Whether probe steps can be added."""
        return self._start is not None

    @property
    def takes_images(self):
        """Whether image steps can be added."""
        return self._image_layout is not None

    @property
    def without_lock(self):
        """Why no lock keeps others from writing to the folder; None where one does."""
        return None if self._hold is None else self._hold.without_lock

    @property
    def planned_steps(self):
        """The probe steps that were planned by the run that this one goes on with; empty where none were."""
        return () if self._run.layout is None else tuple(self._run.layout.run.get("planned_steps", ()))

    @property
    def probe_seconds(self):
        """Seconds that a probe step took in the run that this one goes on with; None where there is none."""
        newest = PhaseHistory(self._layout, self._run.records[-3:])
        return statistics.median(newest.column("probe_seconds", 0)) if len(newest) else None

    def settle(self, step=None, refuse=None):
        """Chooses the folder and holds it: that of a record which this run goes on with, else one without.

        Args:
            step: Optimizer steps done. Defaults to `None`: all that stands is gone on with, for `insert`.
            refuse: Function of a `StandingRun` to why a run at `step` does not go on with it, such as "holds other
                weights", or None where it does. Of the folder and those beside it the newest that it takes is chosen.
                Defaults to `None`: what stands in the folder is this run's.

        Raises:
            ValueError: when the folder cannot be written, when a record stands there and `resume` is False, and without
                `refuse` for one that was measured in another way.
        """
        self.close()
        first, stands, reasons = self._given, holds_steps(self._given), {}
        if stands and not self._resume:
            raise ValueError(
                f"'{first}' already holds {count_steps(first)} and resume is False. Expected a folder without. "
                f"{_WAYS_OUT}"
            )
        there = reversed([*folders_beside(first, numbered_there)]) if refuse else [first]
        for path in there if step != 0 else ():
            if holds_steps(path):
                reasons[path] = self._go_on(path, step, refuse)
                if reasons[path] is None:
                    break
        else:
            self._take_unused(reasons)
        if self.directory != first:
            # Those beside it are asked before it, the newest first.
            told = reasons.get(first, "is not the newest of its runs").removesuffix(".")
            self._tell(f"'{log_dir_of(first)}' {told}: the record of this run is '{log_dir_of(self.directory)}'.")

    def _go_on(self, path, step, refuse):
        """Takes a record that stands there, or says why not."""
        try:
            run = read_run(path)
            reason = self._differs(run)
        except ValueError as error:
            run, reason = StandingRun(path), f"holds no record to go on with: {error}"
        if reason is not None and refuse is None:
            raise ValueError(f"'{path}' {reason} {_WAYS_OUT}")
        reason = reason or (refuse and refuse(run))
        return reason or self._take(run if step is None else run.before(first_new_step(step)), len(run.records))

    def _take_unused(self, reasons):
        """Takes the first folder that holds no probe step and that nobody writes to."""
        for path in folders_beside(self._given, numbered):
            if holds_steps(path):
                if path == self._given and path not in reasons:
                    reasons[path] = f"holds {count_steps(path)}, and this run begins at step 0"
                continue
            reasons[path] = self._take(StandingRun(path))
            if reasons[path] is None:
                return
            if not self._resume:
                raise ValueError(f"'{path}' {reasons[path]} and resume is False. Expected a folder of its own.")

    def _take(self, run, num_before=0):
        """Holds the folder of a `StandingRun` and goes on with that, or says who holds it."""
        reason = self._hold_folder(run.directory)
        if reason is None:
            self._run, self._num_replaced = run, num_before - len(run.records)
            self.history = PhaseHistory(self._layout, run.records, self._choose_images(run))
        return reason

    def _hold_folder(self, path):
        key = str(to_fixed(path))
        other = _OPEN.get(key)
        if other is not None and other._is_in_use is not None and not other._is_in_use():
            other.close()
        try:
            self._hold = Hold(path)
        except HeldError as error:
            return f"is written to by {error}"
        except OSError as error:
            raise ValueError(
                f"log_dir '{log_dir_of(path)}' cannot be written: {error}. Expected a folder that can; pass log_dir=..."
            ) from error
        self.directory, _OPEN[key] = path, self
        return None

    def _differs(self, run):
        """One curve is measured in one way: why a record that was measured in another is not gone on with, or None."""
        if run.layout is None:
            return None
        if not run.layout.same_rows(self._layout):
            # The layers are those, but earlier versions, and runs that chose, have other quantities.
            choose = f" {_SAME_QUANTITIES}" if run.layout.rows == self._layout.rows else ""
            return f"already holds {len(run.steps)} probe steps of {run.layout.differs_from(self._layout)}.{choose}"
        earlier = _BEFORE | run.layout.run
        changed = [
            f"{name} was {earlier[name]!r} and is {value!r}"
            for name, value in self._layout.run.items()
            if name not in NOT_SETTLED and earlier.get(name, value) != value
        ]
        return f"holds a record measured in another way: {'; '.join(changed)}." if changed else None

    def _choose_images(self, run):
        """`ImageRecords` to go on with: TensorBoard keeps the first layout, so that other examples are not written."""
        if run.image_error is not None:
            warn(f"'{run.directory}' holds images that cannot be read: {run.image_error} No images are recorded.")
            self._image_layout = None
        elif run.image_layout is not None and self._image_layout not in (None, run.image_layout):
            warn(
                f"'{run.directory}' holds images of {run.image_layout.num_examples} examples, and this run would "
                f"record others, {self._image_layout.num_examples}: no images are recorded. Pass images="
                f"{run.image_layout.num_examples} as that run did. {_WAYS_OUT}"
            )
            self._image_layout = None
        layout = run.image_layout or self._image_layout
        return None if layout is None else ImageRecords(layout, run.images)

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
        if self._hold is None:
            self.settle(step)
        start = first_new_step(step)
        if self._num_replaced:
            warn(
                f"'{self.directory}' held {self._num_replaced} probe steps from step {start} on; this run replaces "
                "them. Pass another log_dir to keep both."
            )
        self._begin(start)
        self._write_out()

    def open_for_inserts(self):
        """Goes on with all that stands in the folder: `insert` puts probe steps in their places among them."""
        if self._hold is None:
            self.settle()
        self._begin(int(self.history.steps[-1]) + 1 if len(self.history) else 0)

    def _begin(self, start):
        self._start = start
        if self._run.damage:
            warn(f"{self._run.told_damage}: all else that stood there is kept, and written anew.")
            self._is_stale = True

    def add(self, found):
        """Takes a `ProbeStep` into the history and writes it.

        Raises:
            OSError: when it cannot be written; it is kept, and written together with the next.
        """
        self.history.add(found)
        scalars = self._scalars_of(self.history, 1).get(found.step, {})
        self._note(found.step, found.weights, lambda writer: writer.add(found, scalars))

    def is_marked(self, step):
        """Whether the newest digest of weights is that of a step."""
        return [known for known, _ in self._run.marks[-1:]] == [step]

    def mark(self, step, mark):
        """Takes a digest of the weights at a step where nothing is measured, and writes it; as `add`."""
        self._note(step, mark, lambda writer: writer.add_mark(step, mark))

    def note_kept(self, step, content):
        """Takes which weights are on disk after a step, as `pack_kept` packs it, and writes it; as `add`."""
        self._layout = self.history.layout = with_kept(self._layout, content)
        self._run.take_kept(step, [content])
        self._note(step, None, lambda writer: writer.add_kept(step, content))

    def _note(self, step, mark, write):
        if mark is not None:
            self._run.note_weights(step, mark)
        self._unwritten.append((step, write))
        self._write_out()

    def add_images(self, step, blobs):
        """Takes the images of a probe step, which `add` has written, into the history and writes them.

        Raises:
            OSError: when they cannot be written; the history alone has them.
        """
        self.history.add_images(step, blobs)
        if self._writer is None:
            self._write_out()
        try:
            self._writer.add_images(step, blobs, self._image_layout)  # pyright: ignore[reportOptionalMemberAccess] the step was added
        except OSError as error:
            where = f"'{self._writer.path}' cannot take the images of step {step}"  # pyright: ignore[reportOptionalMemberAccess] the step was added
            message = f"{error.strerror or error}: {where}; its metrics are written. Only probe.history has the images."
            raise OSError(error.errno, message) from error

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
        self._write_out()

    def put(self, history):
        """Takes a history in the place of its own, and writes the event file anew as a whole; raises as `insert`."""
        self.history, self._is_stale = history, True
        self._write_out()

    def close(self):
        """Closes the event file and gives the folder back; the history stays.

        Raises:
            OSError: when probe steps that could not be written before still cannot.
        """
        try:
            if self.is_open and (self._unwritten or self._is_stale):
                self._write_out(_LOST)
        finally:
            self._close_file()
            if self._hold is not None:
                self._hold.give_back()
            self._hold, self._start, self._unwritten, self._is_stale = None, None, [], False

    def _close_file(self):
        if self._writer is not None:
            self._run.newest_time = self._writer.newest_time
            self._writer.close()
        self._writer = None

    def _write_out(self, outlook=_KEPT):
        """Writes all that was not written yet, to a new event file where there is none so far."""
        if not self._hold.is_ours or (self._writer is not None and not self._writer.is_whole):  # pyright: ignore[reportOptionalMemberAccess] it is open
            self._move(outlook)
        if self._is_stale:
            self._write_anew(outlook)
            return
        try:
            if self._writer is None:
                options = {"start_step": self._start, "after": self._run.newest_time}
                self._writer = PhaseEventWriter(self.directory, self._layout, **options)
            while self._unwritten:
                self._unwritten[0][1](self._writer)
                self._unwritten.pop(0)
        except OSError as error:
            where = self.directory if self._writer is None else self._writer.path
            steps = ", ".join(f"step {step}" for step, _ in self._unwritten) or "its beginning"
            message = f"{error.strerror or error}: '{where}' cannot take {steps}.{outlook}"
            raise OSError(error.errno, message) from error

    def _write_anew(self, outlook):
        before = {} if self._run.layout is None else self._run.layout.run
        layout = dataclasses.replace(self._layout, run=before | self._layout.run)
        self._close_file()
        run = dataclasses.replace(self._run, layout=layout, records=self.history.records)
        images = self.history.images
        if images is not None:
            run.image_layout, run.images = images.layout, images.records
        try:
            self._run.newest_time = replace_events(self.directory, run, self._scalars_of(self.history))
        except OSError as error:
            message = f"{error.strerror or error}: '{self.directory}' cannot take a step between others.{outlook}"
            raise OSError(error.errno, message) from error
        self._unwritten, self._is_stale, self._run.damage = [], False, {}
        written = [step + 1 for step, _ in [*run.records[-1:], *run.marks[-1:]]]
        self._start = max([self._start or 0, *written])

    def _move(self, outlook):
        """Writes all anew where the folder is gone or no longer this run's: there, unless others stand there now."""
        before, taken = self.directory, self._hold.is_anothers and self.directory  # pyright: ignore[reportOptionalMemberAccess] it is open
        self._close_file()
        self._hold.give_back()  # pyright: ignore[reportOptionalMemberAccess] it is open
        self._is_stale = True
        paths = itertools.chain([before], folders_beside(self._given, numbered))
        try:
            next(path for path in paths if path != taken and self._is_own(path) and not self._hold_folder(path))
        except ValueError as error:
            raise OSError(f"{error}{outlook}") from error
        warn(
            f"'{before}' was removed, replaced or taken over while this run wrote to it: all {len(self.history)} probe "
            f"steps of it are written anew to '{self.directory}'."
        )

    def _is_own(self, path):
        """Whether nothing stands there but what this run has written."""
        try:
            run = read_run(path)
        except ValueError:
            return False
        known = dict(self.history.records)
        self._run.damage = run.damage
        return all(np.array_equal(known.get(step, np.nan), values, equal_nan=True) for step, values in run.records)


def first_new_step(step):
    """The first step that a run at `step` measures: one that goes on starts with the weights of its last record."""
    return step + 1 if step else 0
