"""`PhaseProbe`: the callback that measures all taps at probe steps of a running `fit`. Wiring only."""

import copy
import dataclasses
import pathlib
import time
import traceback
import types

import keras
import numpy as np

from keras_phases.arguments import as_name, at_least, at_most, one_of
from keras_phases.backend import running_fit
from keras_phases.backend.workers import Workers, find_workers
from keras_phases.callbacks.budget import BudgetKeeper, check_budget
from keras_phases.callbacks.progress import StepCounter, find_run_length
from keras_phases.callbacks.timing import time_training_step
from keras_phases.data import probe_examples
from keras_phases.data.transfer_labels import check_transfer, resolve_transfer
from keras_phases.decoders.families import PROTOCOLS, resolve_decoders
from keras_phases.measure.cost import parse_bytes
from keras_phases.measure.instrument import build_instrument
from keras_phases.measure.reconstructions import MAX_EXAMPLES
from keras_phases.network.features import BATCH_NORM_MODES
from keras_phases.quantities import resolve_quantities
from keras_phases.record import console, schema
from keras_phases.record.followed_record import FollowedRecord
from keras_phases.record.image_steps import MAX_IMAGE_STEPS, records_images
from keras_phases.record.paths import as_path, to_path, unused_folder
from keras_phases.record.run_record import Record, holds_record
from keras_phases.schedule import resolve_schedule
from keras_phases.warning import warn

_NO_INSTRUMENT = types.SimpleNamespace(gallery=None, quantities=None, measure=None)
"""In a worker that does not measure."""

_USUAL_BATCH_SIZE = 32
"""Keras's own, taken where the input of `fit` does not tell; a small one makes a plan that the budget can hold."""


class PhaseProbe(keras.callbacks.Callback):
    """Measures, live, what each layer still knows of its input and how well its features classify.

    At each probe step every tap gets an exact linear decoder back to the input and an exact linear probe to the labels,
    fitted on fit rows and judged on held-out rows. Records go to `probe.history` and, flushed at once, to an event file
    under `<log_dir>/phases`, which TensorBoard's *Phases* tab draws. Training is left untouched: weights, optimizer
    state, BatchNorm statistics and seed generators are the same bits with and without the probe.

    Of several processes that train one model together the first alone measures and writes (`is_chief`), and the others
    know what it found; list the probe in each of them.

    A probe step costs about a forward pass over the probe rows and the solves; the table printed at the start of
    training says how many seconds to expect, and how much memory above the model's own.

    At the end of an epoch `logs` gets `phases/<layer>/reconstruction_loss`, the newest value of each tap, and
    `phases/step`, the step it was measured at (of several decoders the first). List the probe *before* the callbacks
    that shall see them:

        model.fit(x, y, callbacks=[
            PhaseProbe(schedule=Epochs()),                  # a fresh value at the end of every epoch
            keras.callbacks.EarlyStopping("phases/block5_relu/reconstruction_loss", mode="min", patience=3),
        ])

    With the default schedule values grow older between probe steps, as `phases/step` shows; a metric that is new in
    every epoch needs `schedule=Epochs()`.

    Args:
        data: Rows to measure: `(x, y)`, `x`, a `tf.data.Dataset` of batches, a `keras.utils.PyDataset`, a DataLoader or
            a generator of batches; x may be a dict, list or tuple of arrays. Defaults to `None`: rows of the running
            `fit`, whatever it is fed, read once and without touching its stream. What `data` is read from must not be
            what `fit` trains on, whose order that would change.
        layers: `"auto"` (at most eight block outputs, the last features among them), `"blocks"` (every block), a layer
            name, a glob, a `keras.Layer`, a predicate on layers, or a list of these. Defaults to `"auto"`.
        decoders: `"linear"` (alone: taps with spatial extent above 2,048 features get `"patch"`; in a list: the whole
            tap wherever that is affordable), `"patch"`, `"pooled"` (linear from features averaged to at most 2,048),
            `"adam_linear"` and `"deconv"` (trained by Adam anew at each probe step, which takes minutes: one dense
            layer, and transposed convolutions up to the image), one of `Linear()`, `Patch()`, `Pooled()`,
            `AdamLinear()`, `ConvTransposeDecoder()` of `keras_phases.decoders` where their settings matter, or a list
            of these: `["linear", "patch"]` shows what locality costs, `["linear", "adam_linear"]` what training leaves
            unconverged. Taps without spatial extent get `"linear"` for `"patch"` and `"pooled"`. Defaults to
            `"linear"`.
        schedule: `"log2"` (steps 0, 1, 2, 4, 8, ... and the last), or `Every(n)`, `LogSpaced(per_doubling=)`,
            `At([...])`, `Epochs()`. Defaults to `"log2"`.
        transfer: Further label sets, a dict by name (letters, digits and `_`); a linear probe of each tap is fitted to
            each at every probe step, in the columns `transfer_<name>_accuracy` and `transfer_<name>_loss`. A function
            `labels(x) -> (n,)` labels the rows as they are fed: `{"colour": keras_phases.datasets.dominant_colour}`;
            it costs a fit on features that are there. `(x, y)`, or `((x, y), (x_test, y_test))`, is another data set of
            arrays for the same model, of which rows are drawn as those of the run are: it costs a forward pass over
            them besides. Defaults to `None`.
        max_examples: Most fit rows. Defaults to `10_000`.
        max_heldout: Most held-out rows: of `validation_data` where `fit` has it (not of a generator), else training
            rows that the decoders are not fitted on (the model trains on them), and every record is flagged
            `training_heldout`. Defaults to `2_000`.
        target: What is reconstructed: the name of an input (a key of a dict of inputs, or of a `keras.Input`), or of a
            layer that only prepares it, whose output then stands for it. Defaults to `None`: the input as fed; of
            several inputs the image-like one.
        images: Held-out examples, the same at every step and of mixed classes, whose reconstruction by each (layer,
            decoder) is recorded at up to 24 probe steps: at all where the fit has no more, else at the first step from
            each of 0, 1, 2, 4, 8, ... on and at the last. Where what is reconstructed is no image of one or three
            channels nothing is recorded. `probe.history.reconstructions(step, layer)` gives them back. 0 turns it off.
            Defaults to `8`.
        quantities: What else is measured at every probe step, in columns of their own: `"auto"`, `"all"`, names,
            `keras_phases.quantities.Quantity` objects, or a list of these. `"auto"` is what costs a tenth to a
            fifth of a probe step: the reconstruction loss by `"class"`, `"channel"`, `"colour"`, `"frequency"`,
            `"position"` and `"difficulty"`, the `"effective_rank"` of the features, and `"majority"`, how few rows the
            classifier still learns from; `"component"` is the loss by principal component of the input. What has
            nothing to measure in a run is left out. None turns all off. Defaults to `"auto"`.
        batch_norm: `"batch"`: BatchNormalization uses the statistics of the probe batch, as in training;
            `"inference"`: its moving statistics, which have not settled in the first hundred steps. Defaults to
            `"batch"`.
        protocol: `"exact"`: decoders and linear probes that depend on the features alone. `"paper"`: those of the
            paper's own code, to compare with its numbers. `decoders="linear"` then is `AdamLinear()` (any other choice
            stands), and linear probes take 20 epochs of SGD (rate 0.01, a tenth of it after ten epochs, momentum 0.9)
            on all features of the tap as they are; weights and orders are drawn by the seed, the same at every probe
            step. It needs `batch_norm="batch"`. Unlike that code features are taken in whole probe batches in a fixed
            order, once, in float32. Defaults to `"exact"`.
        budget: Share of training time that probing may cost, such as `0.05`: seconds in probe steps for each second of
            the fit's own work. A plan made before the first step (it times one probe step and one training step) keeps
            as many steps of the schedule as that pays for, spread evenly over it; where the clock says otherwise later,
            further ones are dropped. The first and the last are always measured. The plan stands in the record, a run
            that goes on keeps it, and `probe.overhead` says what share it became. Defaults to `None`: every step of
            the schedule.
        probe_batch_size: Rows of a probe batch; row counts are rounded down to whole batches. Defaults to `256`.
        max_memory: Most memory that a probe step may take above the model's own: bytes, or text such as `"4GiB"` or
            `"500MB"`. Where all taps together would take more they are measured in groups, each with a forward pass of
            its own, to the same numbers; a tap that takes more alone is an error where it was named, else left out with
            a warning. Defaults to `None`: no bound, one pass.
        log_dir: Folder of the run, also one such as `gs://bucket/run1`. Defaults to `None`: that of a TensorBoard
            callback in the same `fit`, else `logs/<time>`.
        resume: `True`: goes on with a record that stands in `log_dir`; points from the present step on are replaced.
            `False` refuses such a folder. `"new"` leaves that record alone and begins one of its own beside it: in the
            first of `<log_dir>-1`, `<log_dir>-2`, ... without a record, which `probe.log_dir` then names; the same
            model trained further with the same probe goes on with it. Defaults to `True`.
        on_error: `"warn"`: a probe step that fails warns and `fit` goes on; `"raise"`, for tests. Defaults to `"warn"`.
        seed: Seed of the choice of rows and positions. Defaults to `0`.

    Raises:
        ValueError: here for a wrong argument; when `fit` starts for an unknown layer or target, too few rows, an input
            that cannot be read without a trace, a log_dir that holds another record, a budget for a run of unknown
            length.

    Example:
        >>> import tempfile
        >>> import keras
        >>> from keras_phases import PhaseProbe, datasets, models
        >>> (x, y), validation = datasets.digits()
        >>> model = models.vgg8((32, 32, 1), width=8)
        >>> model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        >>> probe = PhaseProbe(log_dir=tempfile.mkdtemp(), layers="block5_relu")
        >>> _ = model.fit(x[:256], y[:256], validation_data=validation, verbose=0, callbacks=[probe])
        >>> probe.history.steps.tolist()
        [0, 1, 2, 4, 8]

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
    """

    def __init__(
        self,
        *,
        data=None,
        layers="auto",
        decoders="linear",
        schedule="log2",
        transfer=None,
        max_examples=10_000,
        max_heldout=2_000,
        target=None,
        images=8,
        quantities="auto",
        batch_norm="batch",
        protocol="exact",
        probe_batch_size=256,
        max_memory=None,
        budget=None,
        log_dir=None,
        resume=True,
        on_error="warn",
        seed=0,
    ):
        super().__init__()
        probe_examples.check_data(data)
        self._data = data
        self._layers = layers
        self._protocol = one_of(PROTOCOLS, "protocol", protocol)
        self._decoders = resolve_decoders(decoders, protocol)
        self._schedule = resolve_schedule(schedule)
        self._transfer = check_transfer(transfer)
        self._max_examples = at_least(2, "max_examples", max_examples)
        self._max_heldout = at_least(2, "max_heldout", max_heldout)
        self._target = as_name(target)
        self._num_images = at_most(MAX_EXAMPLES, "images", at_least(0, "images", images))
        self._quantities = resolve_quantities(quantities)
        self._batch_norm = one_of(BATCH_NORM_MODES, "batch_norm", batch_norm)
        _check_protocol(protocol, batch_norm)
        self._probe_batch_size = at_least(2, "probe_batch_size", probe_batch_size)
        self._budget = check_budget(budget)
        self._max_memory = parse_bytes(max_memory)
        self._given_log_dir = as_path(log_dir)
        self._resume = one_of((True, False, "new"), "resume", resume)
        self._on_error = one_of(("warn", "raise"), "on_error", on_error)
        self._seed = at_least(0, "seed", seed)
        self.log_dir = None
        self.taps = []
        self._record = self._instrument = self._logged_model = self._counter = self._keeper = self._drawn = None
        self._listeners, self.num_probe_steps = [], None
        self._workers = Workers()
        self._clock = time.perf_counter

    @property
    def history(self):
        """`PhaseHistory` of the run, filled while training; None before `fit`."""
        return None if self._record is None else self._record.history

    @property
    def overhead(self):
        """Seconds spent in probe steps for each second of the newest fit's own work so far; NaN before its first batch.

        The set-up before the first batch, once for each fit, is left out.
        """
        return float("nan") if self._keeper is None else self._keeper.overhead

    def copy_into(self, log_dir):
        """A probe of the same settings that has measured nothing yet and writes to `log_dir`."""
        other = copy.copy(self)
        other._given_log_dir, other.log_dir, other.taps = to_path(log_dir), None, []
        other._record = other._instrument = other._logged_model = other._counter = other._keeper = other._drawn = None
        other._listeners, other.num_probe_steps = [], None
        return other

    @property
    def fit_rows(self):
        """`(inputs, batch_size)`: the fit rows as the model takes them, and the rows of a probe batch."""
        return self._instrument.rows.inputs_fit, self._instrument.batch_size

    def subscribe(self, listener):
        """Has `listener(step)` called after each probe step of the fit that begins, once it stands in `history`.

        It is called at the probe step's own place in training: the weights are those that were measured. Its seconds
        count neither as probing nor as training, and what it raises is its own affair: nothing is caught here. A
        listener lasts for one fit; callbacks subscribe in `on_train_begin`, wherever they stand in the list.

        Args:
            listener: Function of the step.
        """
        self._listeners.append(listener)

    @property
    def is_chief(self):
        """Whether this process measures and writes: of several that train one model together the first alone does.

        Once a fit has begun. The others have the same `history` without its images, and `log_dir` names the chief's.
        """
        return self._workers.is_chief

    @property
    def listeners(self):
        """Functions that are called after each probe step of this fit."""
        return tuple(self._listeners)

    def set_model(self, model):
        """Keras calls this for every callback of a fit before any begins: the listeners of the fit before are gone."""
        super().set_model(model)
        self._listeners = []

    def on_train_begin(self, logs=None):
        """Chooses rows, taps and decoders, makes sure of the log folder and prints the table."""
        self._close_record()  # a fit that was interrupted had no end
        self._workers = find_workers(self._model)
        self._verbose = bool(self.params.get("verbose", 1)) and self._workers.is_chief
        self._epoch, self._counter, self._last_batch = 0, None, -1
        self._measured_step = self._told_step = None
        self._keeper = None
        self._announced_flags, self._failed_quantities = set(), set()
        arguments = self._fit_arguments()
        self._prepare_with_workers(arguments)
        self.num_probe_steps = self._count_probe_steps(arguments)
        if self._verbose:
            console.print_taps(self._instrument, self.num_probe_steps, self._record.directory, budget=self._budget)

    def _prepare_with_workers(self, arguments):
        """Of several processes the chief alone reads rows, measures and writes; the others know what it tells."""

        def prepare():
            _, record = self.prepare(self._model, arguments)
            return None if self._workers.is_alone else (self.log_dir, FollowedRecord(record))

        told = self._workers.of_chief(prepare)
        if not self._workers.is_chief:
            self.log_dir, self._record = told
            self.taps, self._instrument = [], _NO_INSTRUMENT

    def prepare(self, model, arguments):
        """Chooses rows, taps and decoders, and makes sure of the log folder; a fit that begins has this done.

        Args:
            model: The model.
            arguments: What it is fed, a dict: `x`, `y`, `val_x`, `val_y` and what else a running `fit` calls by name.

        Returns:
            `(instrument, record)`: the `Instrument`, and the `Record`, which is not open yet.
        """
        instrument, layout = self.choose(model, arguments)
        directory, gallery = self._choose_directory(arguments), instrument.gallery
        image_layout = None if gallery is None else gallery.layout
        self._record = Record(directory, layout, resume=bool(self._resume), image_layout=image_layout)
        return instrument, self._record

    def choose(self, model, arguments):
        """Chooses rows, taps and decoders, as `prepare` does, and touches no file.

        Returns:
            `(instrument, layout)`: the `Instrument`, and the `Layout` of the record that it measures.
        """
        self._model = model
        self._instrument = self._build_instrument(arguments)
        self.taps = list(dict.fromkeys(plan.tap for plan in self._instrument.plans))
        rows = tuple(map(_row, self._instrument.plans))
        return self._instrument, schema.Layout(rows, self._instrument.metrics, run=self._run_settings())

    def on_epoch_begin(self, epoch, logs=None):
        """Notes the epoch; batches count from 0 again."""
        self._epoch, self._last_batch = epoch, -1

    def on_train_batch_begin(self, batch, logs=None):
        """Before the first batch: opens the record, and measures the model as it starts."""
        if self._counter is None:
            # Not in on_train_begin: a callback that restores a checkpoint may do so after ours.
            self._counter = StepCounter(self._model)
            self._begin()

    def on_train_batch_end(self, batch, logs=None):
        """Counts steps, several at a time with `steps_per_execution`, and measures when one was due."""
        previous = self._counter.add(batch - self._last_batch)
        self._last_batch = batch
        self._keeper.note_batch(self._counter.step)
        if self._schedule.is_due(previous, self._counter.step):
            self._counter.correct()
            if self._schedule.is_due(previous, self._counter.step) and self._keeps(self._counter.step):
                self.measure_now()

    def on_epoch_end(self, epoch, logs=None):
        """Measures where the schedule asks for it, and puts the newest losses into `logs`."""
        if self._counter is None:
            return  # an epoch without a batch
        self._counter.correct()
        # The last step too: in on_train_end another callback may already have restored earlier weights.
        is_last = self._model.stop_training or epoch + 1 == self.params.get("epochs")
        is_due = self._schedule.is_due_at_epoch_end(epoch)
        if is_last or (is_due and self._keeps(self._counter.step)):
            self.measure_now()
        if logs is not None and len(self.history):
            logs.update(self._newest_losses())

    def on_train_end(self, logs=None):
        """Measures the last step, closes the record and prints the phases."""
        self.measure_now()
        if self._counter is not None:
            self._keeper.stop()
        self._close_record()
        if self._verbose and len(self.history):
            self._guard(lambda: console.print_phases(self.history, self.log_dir))
            self._guard(lambda: console.print_account(self._keeper))

    def measure_now(self):
        """Measures the present step of a running fit unless that was done, and tells the listeners.

        A callback that is about to change the weights, at the end of training say, has the last step measured first.
        """
        if self._counter is not None:
            self._guard(self._measure)
            self._tell_listeners()

    def _fit_arguments(self):
        try:
            return running_fit.fit_locals(self._model)
        except ValueError:
            if self._data is None:
                raise
            return {}  # a custom training loop that was given its rows

    def _build_instrument(self, arguments):
        """Everything that can fail for a reason the user can mend, before the first step of training."""
        rows, batch_size, target_layer = self._draw_rows(arguments)
        return build_instrument(
            self._model,
            rows,
            layers=self._layers,
            decoders=self._decoders,
            batch_norm=self._batch_norm,
            batch_size=batch_size,
            seed=self._seed,
            max_memory=self._max_memory,
            target_layer=target_layer,
            protocol=self._protocol,
            num_images=self._num_images,
            quantities=self._quantities,
        )

    def _draw_rows(self, arguments):
        """`(rows, batch_size, target_layer)`; of one stream, which a later fit goes on with, those of the first fit."""
        source = arguments.get("x") if self._data is None else self._data
        is_stream = hasattr(source, "__next__")
        if is_stream and self._drawn is not None and self._drawn[0] is source:
            return self._drawn[1:]
        num_rows = self._max_examples + self._max_heldout
        if self._data is None:
            x, y, *validation = probe_examples.rows_of_fit(
                arguments, num_rows=num_rows, num_validation_rows=self._max_heldout, seed=self._seed
            )
        else:
            probe_examples.check_not_training_stream(self._data, arguments)
            x, y = probe_examples.rows_of_data(self._data, num_rows=num_rows)
            validation = probe_examples.validation_rows(
                arguments, other_than=x, num_rows=self._max_heldout, seed=self._seed
            )
        target_input = None if self._target is None else probe_examples.find_input(self._model, x, self._target)
        draws = {
            "max_examples": self._max_examples,
            "max_heldout": self._max_heldout,
            "batch_size": self._probe_batch_size,
            "seed": self._seed,
        }
        rows, batch_size = probe_examples.draw_rows(x, y, *validation, target=target_input or None, **draws)
        rows = dataclasses.replace(rows, transfer=resolve_transfer(self._transfer, rows, batch_size, draws=draws))
        target_layer = self._target if target_input is None else None
        self._drawn = (source, rows, batch_size, target_layer) if is_stream else None
        return rows, batch_size, target_layer

    def _run_settings(self):
        rows = self._instrument.rows
        return {
            "model": self._model.name,
            "batch_norm": self._batch_norm,
            "protocol": self._protocol,
            "probe_batch_size": self._instrument.batch_size,
            "heldout": rows.heldout,
            "target": self._target,
            "num_fit_examples": len(rows.x_fit),
            "num_heldout_examples": len(rows.x_heldout),
            "input_shape": list(rows.x_fit.shape[1:]),
            "schedule": repr(self._schedule),
            "budget": self._budget,
            "transfer": {label_set.name: label_set.describe() for label_set in rows.transfer},
            "seed": self._seed,
            "without_labels": rows.without_labels,
            "columns": {} if self._instrument.quantities is None else self._instrument.quantities.describe(),
            # Of one data set and scale it is always the same, so that it tells others apart.
            "mean_image_loss": float(f"{next(iter(self._instrument.baselines.values())).mean_image_loss:.5g}"),
        }

    def _choose_directory(self, arguments):
        self.log_dir = self._choose_log_dir(self._given_log_dir or _tensorboard_log_dir(arguments))
        directory = self.log_dir / "phases"
        if any(other._record and other._record.directory == directory for other in _other_probes(arguments, self)):
            raise ValueError(
                f"Two probes of this fit write to '{directory}'. Expected a folder for each; pass "
                "PhaseProbe(log_dir=...) to one of them."
            )
        return directory

    def _choose_log_dir(self, given):
        if given is not None and self._resume != "new":
            return to_path(given)
        # The same model trained further goes on with its record; another model gets a folder of its own.
        has_restarted = self.history is not None and len(self.history) and self.history.steps[-1] > self._present_step()
        if self.log_dir is None or self._logged_model is not self._model or has_restarted:
            self._logged_model = self._model
            if given is not None:
                return unused_folder(to_path(given), lambda folder: holds_record(folder / "phases"))
            return unused_folder(pathlib.Path("logs") / time.strftime("%Y%m%d-%H%M%S"), pathlib.Path.exists)
        return self.log_dir

    def _begin(self):
        """Opens the record, with a plan where there is a budget, and measures the model as it starts."""
        step, values = self._counter.step, None
        begins = self._schedule.measures_start and not self._record.continues(step)
        is_due = begins or self._schedule.is_due(None, step)
        length, num_steps = self._run_length(self._epoch), self.num_probe_steps
        self._keeper = BudgetKeeper(self._budget, length, clock=self._clock)
        self._last_step = None if length is None else length.last_step
        # Where images stand already, more fits may follow, and nothing tells how many.
        fits_all = num_steps is not None and num_steps <= MAX_IMAGE_STEPS
        self._takes_all_images = fits_all and not self._image_steps_before(step)
        if self._budget is not None:
            planned = self._guard(lambda: self._workers.of_chief(lambda: (self._plan(is_due), self._measured_step)))
            values, self._measured_step = planned or (None, None)
        self._guard(lambda: self._in_all(lambda: self._record.open(step, planned_steps=self._keeper.planned)))
        if values is not None:
            self._guard(lambda: self._write(step, values))
            self._tell_listeners()
        elif is_due and self._keeps(step) and not (self._budget and step in self.history.steps):
            self.measure_now()

    def _plan(self, is_due):
        """Plans what the budget pays for; returns the values of the present step where that took measuring it."""
        step, keeper, values = self._counter.step, self._keeper, None
        due_steps = self._run_length(self._epoch).due_steps(self._schedule)
        keeper.follow(due_steps)
        earlier = self._record.planned_steps(step)
        if earlier:
            keeper.follow(earlier)
        if not earlier or earlier[-1] < due_steps[-1]:
            probe_seconds = self._record.probe_seconds(step)
            if probe_seconds is None:
                self._measured_step = step if is_due else None
                self._begin_images(step, is_due)
                with keeper.probing() if is_due else keeper.planning() as seconds:
                    values = self._guard(self._instrument.measure)
                (probe_seconds,) = seconds
            with keeper.planning():
                training_step_seconds = self._guard(self._time_training_step)
            if training_step_seconds is not None:
                keeper.plan(due_steps, earlier, probe_seconds, training_step_seconds)
        if self._verbose:
            console.print_plan(keeper)
        return values if is_due else None

    def _keeps(self, step):
        """Whether a due step is measured: the chief's clock decides for all workers."""
        return self._budget is None or self._workers.of_chief(lambda: self._keeper.keeps(step))

    def _time_training_step(self):
        rows = self._instrument.rows
        batch_size = running_fit.batch_size_of_fit(self._fit_arguments()) or _USUAL_BATCH_SIZE
        chosen = np.arange(batch_size) % len(rows.x_fit)
        batch = keras.tree.map_structure(lambda array: array[chosen], rows.inputs_fit)
        return time_training_step(self._model, batch, clock=self._clock)

    def _measure(self):
        """Measures the present step, once."""
        step = self._counter.step
        if not self._record.is_open or step == self._measured_step:
            return
        self._measured_step = step
        self._begin_images(step)
        with self._keeper.probing():
            self._write(step, self._workers.of_chief(self._instrument.measure))

    def _tell_listeners(self):
        """Once for each step that was measured in this fit, and not where measuring failed."""
        step = self._measured_step
        if step is None or step == self._told_step or step not in self.history.steps[-1:]:
            return
        self._told_step = step
        # Left out of the account of seconds.
        with self._keeper.planning():
            try:
                for listener in self._listeners:
                    listener(step)
            except BaseException:
                self._close_record()
                raise

    def _write(self, step, values):
        values[:, schema.METRICS.index("epoch")] = self._epoch
        self._keeper.note_measured(step)
        self._in_all(lambda: self._record.add(step, values))
        self._guard(lambda: self._write_images(step))
        self._guard(self._check_quantities)
        self._announced_flags = console.warn_of_flags(self.history, self._announced_flags)
        if self._verbose:
            console.print_step(self.history)

    def _in_all(self, take):
        """Has every worker take something into its record; what the chief cannot write is an error in all."""
        if not self._workers.is_chief:
            take()
        self._workers.of_chief(take)

    def _begin_images(self, step, is_due=True):
        """Has the gallery take the reconstructions of this probe step where it is an image step."""
        gallery, earlier = self._instrument.gallery, self._image_steps_before(step)
        if gallery is not None:
            is_last = self._model.stop_training or (self._last_step is not None and step >= self._last_step)
            options = {"takes_all": self._takes_all_images, "is_last": is_last}
            # Those of a step that is measured anew are recorded anew: its metrics hide what stands there.
            is_wanted = step in self.history.image_steps or records_images(step, earlier, **options)
            gallery.begin(is_due and self._record.takes_images and is_wanted)

    def _image_steps_before(self, step):
        return [earlier for earlier in self.history.image_steps.tolist() if earlier < step]

    def _write_images(self, step):
        gallery = self._instrument.gallery
        if gallery is not None and gallery.is_open:
            self._record.add_images(step, gallery.finish())
            if gallery.error is not None:
                raise gallery.error

    def _check_quantities(self):
        """Says once of each quantity that has failed that its columns stay empty; `fit` and the record go on."""
        quantities = self._instrument.quantities
        failures = {} if quantities is None else quantities.failures
        for name in failures.keys() - self._failed_quantities:
            self._failed_quantities.add(name)
            if self._on_error == "raise":
                raise failures[name]
            error = failures[name]
            warn(
                f"Quantity '{name}' failed and is not measured any more, its columns stay empty: "
                f"{type(error).__name__}: {error}. on_error='raise' shows the traceback."
            )

    def _guard(self, action):
        """The result of an action of ours; whatever goes wrong there is no reason to end the user's training."""
        try:
            return action()
        except KeyboardInterrupt:
            self._close_record()
            raise
        except Exception as error:
            if self._on_error == "raise":
                self._close_record()
                raise
            last = traceback.extract_tb(error.__traceback__)[-1]
            warn(
                f"PhaseProbe failed at step {self._present_step()}, training goes on: {type(error).__name__}: {error} "
                f"({pathlib.Path(last.filename).name}, line {last.lineno}). on_error='raise' shows the traceback."
            )

    def _close_record(self):
        if self._record is not None:
            try:
                self._record.close()
            except OSError as error:
                warn(f"{error}")

    def _newest_losses(self):
        step, values = self.history.records[-1]
        column = self.history.layout.metrics.index("reconstruction_loss")
        losses = {"phases/step": step}
        for row, loss in zip(self.history.layout.rows, values[:, column], strict=True):
            losses.setdefault(f"phases/{row.layer}/reconstruction_loss", float(loss))
        return losses

    def _present_step(self):
        return (self._counter or StepCounter(self._model)).step

    def _count_probe_steps(self, arguments):
        """Probe steps that lie ahead; None where the length of an epoch is not known."""
        length = self._run_length(arguments.get("initial_epoch") or 0)
        if length is None and self._budget is not None:
            raise ValueError(
                f"budget={self._budget} needs to know how many steps the run has, and this fit does not tell: steps is "
                f"{self.params.get('steps')}, epochs is {self.params.get('epochs')}. Expected both; pass "
                "steps_per_epoch= to fit, or budget=None to PhaseProbe."
            )
        return None if length is None else len(length.due_steps(self._schedule))

    def _run_length(self, initial_epoch):
        return find_run_length(self._model, self.params, start_step=self._present_step(), initial_epoch=initial_epoch)


def _check_protocol(protocol, batch_norm):
    if protocol == "paper" and batch_norm != "batch":
        raise ValueError(
            f"batch_norm is {batch_norm!r} with protocol='paper', whose features come from BatchNormalization in "
            "training mode. Expected batch_norm='batch'; leave it out, or pass protocol='exact' with decoders="
            "'adam_linear' for a trained decoder on other features."
        )


def _callbacks(arguments):
    return getattr(arguments.get("callbacks"), "callbacks", [])


def _other_probes(arguments, probe):
    """Probes of the same fit that have begun before this one."""
    others = [callback for callback in _callbacks(arguments) if isinstance(callback, PhaseProbe)]
    return others[: others.index(probe)] if probe in others else []


def _tensorboard_log_dir(arguments):
    return next((c.log_dir for c in _callbacks(arguments) if isinstance(c, keras.callbacks.TensorBoard)), None)


def _row(plan):
    return schema.Row(plan.tap.name, plan.decoder, plan.strategy, plan.tap.num_features, plan.probe_features)
