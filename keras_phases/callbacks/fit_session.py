"""One `fit` that is measured: what Keras tells of it, in batches and epochs."""

import math

from keras_phases.backend.running_fit import BatchEnds, fit_arguments
from keras_phases.backend.variables import are_averaged
from keras_phases.callbacks.progress import StepCounter, find_run_length
from keras_phases.callbacks.run_session import RunSession


class FitSession(RunSession):
    """A `RunSession` of a `fit`, whose callback's hooks hand over to it.

    Args:
        settings: `FitSettings`.
        model: The model that trains.
        params: Of the callbacks of the fit.
        **options: Of `RunSession`.
    """

    _counter: StepCounter  # None before the first batch

    def __init__(self, settings, model, params, **options):
        self._params, self._counter = params, None  # pyright: ignore[reportAttributeAccessIssue] see above
        self._last_batch, self._is_between_epochs, self._num_logged = -1, False, 0
        arguments = fit_arguments(model, are_needed=settings.data is None)
        self.epoch = arguments.get("initial_epoch") or 0
        self._ends, self._batches_at_once = BatchEnds(arguments), getattr(model, "steps_per_execution", 1) or 1
        callbacks = getattr(arguments.get("callbacks"), "callbacks", [])
        frequencies = (getattr(callback, "save_freq", None) for callback in callbacks)
        self._since_saved = {every: 0 for every in frequencies if type(every) is int and every > 0}
        is_verbose = bool(params.get("verbose", 1))
        super().__init__(settings, model, arguments, callbacks=callbacks, is_verbose=is_verbose, **options)

    @property
    def step(self):
        """Optimizer steps done."""
        return (self._counter or StepCounter(self.model)).step

    def find_length(self):
        """The `RunLength`; None where the length of an epoch is not known, which a budget needs."""
        options = {"start_step": self.step, "initial_epoch": self.epoch}
        length, budget = find_run_length(self.model, self._params, **options), self.settings.budget
        if length is None and budget is not None:
            raise ValueError(
                f"budget={budget} needs to know how many steps the run has, and this fit does not tell: steps is "
                f"{self._params.get('steps')}, epochs is {self._params.get('epochs')}. Expected both; pass "
                "steps_per_epoch= to fit, or budget=None to PhaseProbe."
            )
        return length

    def is_averaged(self):
        """Between epochs, and at the end of training, another callback may show the averages of an optimizer."""
        return self._is_between_epochs and are_averaged(self.model)

    def begin(self, listeners):
        """Before the first batch."""
        self._counter = StepCounter(self.model)
        super().begin(listeners)

    def begin_epoch(self, epoch):
        """Notes the epoch; batches count from 0 again."""
        self.epoch, self._last_batch, self._is_between_epochs = epoch, -1, False
        self.settle()

    def begin_batch(self, batch):
        """Counts the batches before; where the end of this one matters, Keras is to wait for it."""
        self._take_in(batch - 1)
        step = self._counter.after(self._batches_at_once)
        is_due = self.schedule.is_due(self.step, step) or self.keeper.is_timed(step)
        if is_due or self._ends_epoch(batch + self._batches_at_once - 1):
            self._ends.wait()

    def end_batch(self, batch):
        """Counts steps, several at a time with `steps_per_execution`, and measures when one was due."""
        if self._ends.is_told_here(batch):
            self._take_in(batch)

    def _ends_epoch(self, batch):
        return batch + 1 >= (self._params.get("steps") or math.inf)

    def _take_in(self, batch):
        """Counts up to the end of a batch, once."""
        if batch <= self._last_batch:
            return
        num_new = batch - self._last_batch
        previous, self._last_batch = self._counter.add(num_new), batch
        if self.is_due_since(previous):
            self._counter.correct()
        self.arrive(previous)
        # Before any callback saves the weights: at the end of an epoch, or as Keras counts batches for `save_freq`.
        counts = {every: since + num_new for every, since in self._since_saved.items()}
        self._since_saved = {every: 0 if since >= every else since for every, since in counts.items()}
        if self._ends_epoch(batch) or any(since >= every for every, since in counts.items()):
            self._mark()
        self.tell_plan()

    def end_epoch(self, epoch):
        """Measures where the schedule asks for it, and the last step; whether any was in this epoch."""
        self._take_in(self._ends.end_epoch())
        self._counter.correct()
        # The last step too: at the end of training another callback may already have restored earlier weights.
        is_last = self.model.stop_training or epoch + 1 == self._params.get("epochs")
        is_due = self.schedule.is_due_at_epoch_end(epoch)
        if is_last or (is_due and self._keeps(self.step)):
            self.measure_now()
        self._is_between_epochs = True
        self._mark()
        num_before, self._num_logged = self._num_logged, len(self.keeper.measured)
        return self._num_logged > num_before

    def _mark(self):
        self._counter.correct()
        self.mark()
