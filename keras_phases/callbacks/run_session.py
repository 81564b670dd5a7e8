"""One run that is measured, a `fit` or a loop of one's own: all that it holds, and what happens at a probe step."""

import abc
import contextlib
import dataclasses
import functools
from typing import TYPE_CHECKING

from keras_phases.backend.running_fit import fit_goes_on
from keras_phases.backend.variables import averaging_optimizers, digest_weights
from keras_phases.backend.workers import find_workers
from keras_phases.callbacks.announcer import Announcer
from keras_phases.callbacks.budget import BudgetKeeper
from keras_phases.callbacks.guard import ErrorGuard
from keras_phases.callbacks.run_folder import RunEvidence, check_alone, remember_folder, tensorboard_log_dir
from keras_phases.callbacks.shown_images import ShownImages
from keras_phases.measure.choice import build_drawn, describe_run, draw_examples
from keras_phases.record import console, schema
from keras_phases.record.history import PhaseHistory
from keras_phases.record.paths import numbered, to_fixed
from keras_phases.record.run_record import Record, first_new_step, unused_log_dir
from keras_phases.warning import warn

if TYPE_CHECKING:
    import pathlib

    from keras_phases.callbacks.progress import RunLength
    from keras_phases.measure.instrument import Instrument
    from keras_phases.record.paths import RemotePath


class RunSession(abc.ABC):
    """The record, instrument, budget and images of one run.

    A subclass knows how far the run is: `FitSession` what Keras calls, `LoopSession` what a loop tells. Of several
    processes that train one model the chief alone measures and writes; the others are told what it found.

    Args:
        settings: `FitSettings`.
        model: The model that trains.
        arguments: What it is fed, by the names of the local variables of a `fit`; empty where the settings have rows.
        callbacks: Of the run. Defaults to none.
        find_taken: Function from these to the folders that other probes of it write to. Defaults to none.
        is_verbose: Whether lines are printed.
        clock: Function that gives the time in seconds.
        earlier: The session of the run before, of the same probe. Defaults to `None`.
        is_copy: Whether the probe is a copy, which begins a folder of its own. Defaults to False.

    Attributes: `history`, `log_dir`, `taps`, `instrument` (None in a worker that does not measure), `keeper`,
    `num_probe_steps` and `num_points`, those of the curve at its end (None where they are not known), `workers`,
    `listeners`, `has_begun`.
    """

    # None until a run has come so far; nothing asks for them earlier.
    _followed: PhaseHistory
    record: Record
    instrument: "Instrument"
    images: ShownImages
    log_dir: "pathlib.Path | RemotePath"
    epoch: float

    def __init__(
        self,
        settings,
        model,
        arguments,
        *,
        callbacks=(),
        find_taken=lambda callbacks: (),
        is_verbose,
        clock,
        earlier=None,
        is_copy=False,
    ):
        self.settings, self.model, self._find_taken = settings, model, find_taken
        self.workers = find_workers(model)
        # The chief's clock decides for all.
        self.keeper = BudgetKeeper(settings.budget if self.workers.is_chief else None, clock=clock)
        self.verbose = is_verbose and self.workers.is_chief
        self.announcer = Announcer(settings, self.keeper, is_chief=self.workers.is_chief, is_verbose=self.verbose)
        self.guard = ErrorGuard("PhaseProbe", raises=settings.on_error == "raise", on_end=self.close)
        self.stream = None if earlier is None else earlier.stream
        self._followed = self.record = self.instrument = self.images = self.log_dir = None  # pyright: ignore[reportAttributeAccessIssue] see above
        self.taps, self.listeners, self.has_begun = [], [], False
        self._is_refused = self._is_followed = False
        self._begins_folder, self._settled_step = is_copy and earlier is None, None
        self._is_in_use, self._is_fit, self._is_over = fit_goes_on(arguments, self.close), bool(arguments), False
        self.num_probe_steps = self.num_points = self._measured_step = self._told_step = self._last_step = None
        self._failed_quantities, self._told_plan = set(), ()
        with self.keeper.setting_up(), self.reading():
            self._prepare(arguments, callbacks, earlier)

    @property
    @abc.abstractmethod
    def step(self) -> int:
        """Optimizer steps done."""

    @property
    def schedule(self):
        """Which steps are due."""
        return self.settings.schedule

    @abc.abstractmethod
    def find_length(self) -> "RunLength | None":
        """How far the run goes from here; None where that is not known.

        Raises:
            ValueError: where a budget needs to know it.
        """

    def reading(self):
        """Within it the model has its weights as they are at this step; they are where they are, unless told."""
        return contextlib.nullcontext()

    def is_averaged(self):
        """Whether the model holds averages in the place of the weights that train, which is no point of the curve."""
        return False

    def _prepare(self, arguments, callbacks, earlier):
        """Everything that can fail for a reason the user can mend, before the first step of training."""
        self.find_length()
        layout = self.workers.broadcast(lambda: self._choose_record(arguments, callbacks, earlier))
        if not self.workers.is_chief:
            self._followed = PhaseHistory(layout)
        if self.instrument is not None:
            self._guarded(self.instrument.traces.refuse_lasting)

    def _choose_record(self, arguments, callbacks, earlier):
        """Chooses what is measured, and where that is asked to be written; its layout."""
        settings = self.settings
        self.instrument = self._choose(arguments)
        self._is_refused = bool(self.instrument.traces.lasting)
        if settings.on_error == "raise":
            self.instrument.traces.refuse_lasting()  # here, where it is an error in all workers
        self.taps = list(dict.fromkeys(plan.tap for plan in self.instrument.plans))
        run = {"schedule": repr(settings.schedule), "budget": settings.budget}
        layout = describe_run(settings, self.instrument, model=self.model, run=run)
        known = earlier.log_dir if earlier is not None and earlier.model is self.model else None
        taken = self._find_taken(callbacks)
        known = (known if self.step else None) or unused_log_dir(taken)  # a further run of it goes on there
        given = to_fixed(settings.log_dir or tensorboard_log_dir(callbacks) or known)
        places = (path for path in numbered(given) if not self._begins_folder or path / "phases" not in taken)
        self.log_dir, gallery = next(places), self.instrument.gallery
        self._new_record = functools.partial(
            Record,
            self.log_dir / "phases",
            layout,
            resume=settings.resume,
            image_layout=None if gallery is None else gallery.layout,
            is_in_use=self._is_in_use,
            scalars=settings.scalars,
            tell=print if self.verbose else warn,
        )
        self.record = self._new_record()
        check_alone(self.record.directory, taken)
        return layout

    def settle(self):
        """Chooses the folder of the record, once all callbacks that restore weights have: in `on_train_begin`."""
        step = self.step
        if self.has_begun or self._settled_step == step:
            return
        self._settled_step = step
        with self.keeper.setting_up(), self.reading():
            told = self.workers.broadcast(lambda: self._settle_record(step))
            if not self.workers.is_chief:
                self.log_dir, records = told
                self._followed = PhaseHistory(self.history.layout, records)
            self._count_points()
            if self.verbose:
                console.print_taps(
                    self.instrument, self.num_probe_steps, self.record.directory, budget=self.settings.budget
                )
                console.print_averages(averaging_optimizers(self.model))
                console.print_without_lock(self.record)

    def _count_points(self):
        length = self.find_length()
        if length is not None:
            first = [length.start_step] if self._is_due_first(length.start_step) else []
            due = {*first, *length.due_steps(self.schedule)}
            self.num_probe_steps, self.num_points = len(due), len(due | {*self._kept_before(length.start_step)})

    def _settle_record(self, step):
        """Chooses the folder; what the other workers are told."""
        self.record.close()
        self.record = self._new_record()
        is_other = self._begins_folder or self._is_refused
        measure = None if is_other else lambda: self.instrument.measure(step, self.epoch)
        self.record.settle(step, RunEvidence(self.model, step, measure).refuse)
        self.log_dir = self.record.directory.parent
        remember_folder(self.model, self.record.directory)
        return None if self.workers.is_alone else (self.log_dir, self.history.records)

    def _choose(self, arguments):
        """The instrument; of one stream, which a later fit goes on with, on the examples of the first fit."""
        source = arguments.get("x") if self.settings.data is None else self.settings.data
        if self.stream is None or self.stream[0] is not source:
            drawn = draw_examples(self.settings, self.model, arguments, data=self.settings.data)
            self.stream = (source, drawn) if hasattr(source, "__next__") else None
        else:
            drawn = self.stream[1]
        return build_drawn(self.settings, self.model, *drawn)

    @property
    def history(self) -> PhaseHistory:
        """The record's; in a worker that does not write, one of what it was told."""
        return self._followed if self.record is None else self.record.history

    def begin(self, listeners):
        """Before the first batch: opens the record, and measures the model as it starts.

        Args:
            listeners: Functions of a step, called after each that was measured.
        """
        self.settle()
        self.listeners, self.has_begun, step = listeners, True, self.step
        is_due = self._is_due_first(step)
        self._start_account(step)
        self._guarded(lambda: self._on_every_worker(self._open, self._follow))
        if is_due and self._keeps_first(step):
            self.measure_now()

    def _is_due_first(self, step):
        """Whether the step that the run begins at is due: where a curve begins, too."""
        begins = self.schedule.measures_start and not self._kept_before(step)
        return begins or self.schedule.is_due(None, step)

    def _kept_before(self, step):
        return [known for known in self.history.steps.tolist() if known < first_new_step(step)]

    def _open(self):
        self.record.open(self.step)

    def _follow(self):
        start, self._is_followed = first_new_step(self.step), True
        kept = [record for record in self.history.records if record[0] < start]
        self._followed = PhaseHistory(self.history.layout, kept)

    def _on_every_worker(self, action, follow):
        """Has every worker take something into its history; what the chief cannot write is an error in all."""
        if not self.workers.is_chief:
            follow()
        self.workers.broadcast(action)

    def _start_account(self, step):
        length = self.find_length()
        due_steps = () if length is None else length.due_steps(self.schedule)
        self._last_step = None if length is None else length.last_step
        if self.record is None:
            self.keeper.start(step, due_steps)
        else:
            options = {"earlier": self.record.planned_steps, "probe_seconds": self.record.probe_seconds}
            self.keeper.start(step, due_steps, **options)
            self.images = ShownImages(
                self.instrument.gallery, self.record, step=step, num_probe_steps=self.num_probe_steps
            )

    def arrive(self, previous):
        """After a training step, or several: measures where one since `previous` is due, and the budget pays for it."""
        self.keeper.note_batch(self.step)
        if self.is_due_since(previous) and self._keeps(self.step):
            self.measure_now()

    def is_due_since(self, previous):
        """Whether a step after `previous` is due."""
        return self.schedule.is_due(previous, self.step)

    def mark(self):
        """Notes the weights of a step at which a checkpoint is saved: a run that goes on from that is known by them."""
        if self.record is None or not self.record.is_open:
            return
        if not self.record.is_marked(self.step):
            with self.reading():
                self._guarded(lambda: self.record.mark(self.step, digest_weights(self.model)))

    def end(self):
        """Measures the last step, closes the record and prints the phases."""
        self.measure_now()
        self.keeper.stop()
        self.close()
        if len(self.history):
            self._guarded(lambda: self.announcer.end(self.history, self.log_dir))
            self._guarded(lambda: self.announcer.show(self.history))

    def _keeps_first(self, step):
        """Whether the step that the run begins at is measured, where it is due."""
        if self.settings.budget is None:
            return True
        is_new = step not in self.history.steps
        return is_new and self.workers.broadcast(lambda: self.keeper.keeps_first(step))

    def _keeps(self, step):
        """Whether a due step is measured: the chief's clock decides for all workers."""
        return self.settings.budget is None or self.workers.broadcast(lambda: self.keeper.keeps(step))

    def measure_now(self):
        """Measures the present step of a run that has begun unless that was done, and tells the listeners."""
        if self.has_begun:
            with self.reading():
                self._guarded(self._measure)
                self._tell_listeners()

    def _measure(self):
        step = self.step
        if step == self._measured_step or not self.is_open:
            return
        self._measured_step = step
        if self.is_averaged():
            console.warn_of_averages(step)
            return
        if self.images is not None:
            is_last = self.model.stop_training or (self._last_step is not None and step >= self._last_step)
            self.images.begin(step, is_last=is_last)
        if not self._is_refused:
            self.announcer.begin_step(step)
        with self.keeper.probing():
            found = self.workers.broadcast(
                lambda: None if self._is_refused else self.instrument.measure(step, self.epoch)
            )
            if found is not None:
                self._write(found)

    @property
    def is_open(self):
        """Whether probe steps are taken: not where the record could not be opened."""
        return self._is_followed if self.record is None else self.record.is_open

    def _write(self, found):
        self.keeper.note_measured(found.step)
        newest = self.history.newest
        if newest is not None and any(schema.FAILURE in row.flags for row in newest.rows):
            found = found.with_flags([schema.FAILURE])
        self._on_every_worker(lambda: self.record.add(self._marked(found)), lambda: self.history.add(found))
        if self.images is not None:
            self._guarded(lambda: self.images.write(found.step))
            self._guarded(self._check_quantities)
        self.announcer.tell_step(self.history)

    def _marked(self, found):
        return dataclasses.replace(found, weights=digest_weights(self.model))

    def tell_plan(self):
        """Writes and prints what the budget pays for, where that has changed."""
        planned, is_first = self.keeper.planned, not self._told_plan
        if planned == self._told_plan:
            return
        self._told_plan = planned
        self._guarded(lambda: self.record.plan(planned))
        if self.verbose and is_first:
            console.print_plan(self.keeper)

    def _tell_listeners(self):
        """Once for each step that was measured in this fit, and not where measuring failed."""
        step = self._measured_step
        if step is None or step == self._told_step or step not in self.history.steps[-1:]:
            return
        self._told_step = step
        # Left out of the account of seconds.
        with self.keeper.apart():
            try:
                for listener in self.listeners:
                    listener(step)
            except BaseException:
                self.close()
                raise

    def _check_quantities(self):
        """Says once of each quantity that has failed that its columns stay empty; `fit` and the record go on."""
        quantities = self.instrument.quantities
        failures = {} if quantities is None else quantities.failures
        for name in failures.keys() - self._failed_quantities:
            self._failed_quantities.add(name)
            error = failures[name]
            if self.settings.on_error == "raise":
                raise error
            warn(
                f"Quantity '{name}' failed and is not measured any more, its columns stay empty: "
                f"{type(error).__name__}: {error}. on_error='raise' shows the traceback."
            )

    def _guarded(self, action):
        return self.guard.call(action, self.step)

    @property
    def is_running(self):
        """Whether the `fit` that is measured goes on; of a loop nobody but itself knows."""
        return self._is_fit and not self._is_over and self._is_in_use()

    def close(self):
        """Closes the record; the history stays."""
        self._is_followed, self._is_over = False, True
        if self.record is not None:
            try:
                self.record.close()
            except OSError as error:
                warn(f"{error}")
