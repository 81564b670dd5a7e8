"""`PhaseProbe`: the callback that measures all taps at probe steps of a running `fit`."""

import functools
import os
import pathlib
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import keras

from keras_phases.backend.running_fit import leaves_dispatch
from keras_phases.callbacks.fit_session import FitSession
from keras_phases.callbacks.fit_settings import FitSettings
from keras_phases.callbacks.phase_run import PhaseRun
from keras_phases.measure.settings import ProbeSettings
from keras_phases.signatures import describes, takes

if TYPE_CHECKING:
    from keras_phases.callbacks.follower import ProbeFollower
    from keras_phases.network.taps import Tap
    from keras_phases.record.history import PhaseHistory
    from keras_phases.record.paths import RemotePath


@describes(ProbeSettings)
class PhaseProbe(keras.callbacks.Callback):
    """Measures, live, what each layer still knows of its input and how well its features classify.

    At each probe step every tap gets an exact linear decoder back to the input and an exact linear probe to the labels,
    fitted on fit rows and judged on held-out rows. Records go to `probe.history` and, flushed at once, to an event file
    under `<log_dir>/phases`, which TensorBoard's *Phases* tab draws. Training is left untouched: weights, optimizer
    state, BatchNorm statistics and seed generators are the same bits with and without the probe.

    Of several processes that train one model together the first alone measures and writes (`is_chief`), and the others
    know what it found; list the probe in each of them.

    A probe step costs some forward passes over the probe rows and the solves; the first one says how many seconds, and
    the table printed before training how much memory above the model's own. Between probe steps nothing waits for the
    device: on JAX and PyTorch Keras dispatches batches as it does without the probe.

    At the end of an epoch in which a probe step was taken `logs` gets `phases/<layer>/reconstruction_loss` of the last
    layer, its newest value, and `phases/step`, the step it was measured at (of several decoders the first);
    `logs="all"` gives that of every layer. List the probe *before* the callbacks that shall see them:

        model.fit(x, y, callbacks=[
            PhaseProbe(schedule=Epochs()),                  # a fresh value at the end of every epoch
            keras.callbacks.EarlyStopping("phases/block5_relu/reconstruction_loss", mode="min", patience=3),
        ])

    In all other epochs, as the default schedule and a budget leave them, the logs have no such metric, as Keras has no
    `val_loss` in those that `validation_freq` leaves out: an old value would pass for one that has not improved.
    EarlyStopping and ModelCheckpoint then warn, and skip the epoch.

    Args:
        data: Rows to measure: `(x, y)`, `x`, a `tf.data.Dataset` of batches, a `keras.utils.PyDataset`, a DataLoader or
            a generator of batches; x may be a dict, list or tuple of arrays. Defaults to `None`: rows of the running
            `fit`, whatever it is fed, read once and without touching its stream. What `data` is read from must not be
            what `fit` trains on, whose order that would change.
        schedule: `"auto"` (steps 0, 1, 2, 4, ..., 64, then two for each doubling, 91, 128, 181, ..., and the last),
            `"log2"` (0, 1, 2, 4, 8, ... and the last), or `Every(n)`, `LogSpaced(per_doubling=)`, `At([...])`,
            `Epochs()`. Defaults to `"auto"`: 22 probe steps to step 8,192 where `"log2"` has 15, and phases that are
            told in nine of ten curves where `"log2"` tells two of three (`benchmarks/detection.py`).
        budget: Share of training time that probing may cost, such as `0.05`: seconds of set-up and of probe steps for
            each second of the fit's own work. The first probe step and the first batches say what each costs; a plan
            made then keeps as many steps of the schedule as that pays for, spread evenly over it, and the clock
            revises it. A step that comes before the speed of training is known, as step 1 does, is left out. The first
            and the last are always measured. The plan stands in the record, a run that goes on keeps it, and
            `probe.overhead` says what share it became. Defaults to `None`: every step of the schedule.
        log_dir: Folder of the run, also one such as `gs://bucket/run1`. Defaults to `None`: that of a TensorBoard
            callback in the same `fit`, else `logs/<time>`.
        resume: `True`: a fit goes on with a record in `log_dir`, or in `<log_dir>-1`, ... beside it, that is known to
            be its own run's; points beyond the present step are replaced, with a warning. It is known by the weights,
            whose digests stand in the record for every probe step, every end of an epoch, and every step at which a
            `BackupAndRestore` or `ModelCheckpoint` of the fit saves; in the process that wrote it, by the model. Else,
            and always at step 0, what stands is left alone: the record lies in the first of `<log_dir>-1`,
            `<log_dir>-2`, ... without one, which a line says and `probe.log_dir` names. So it does while another
            process writes to `log_dir`. `False` refuses a folder with a record. Defaults to `True`.
        on_error: `"warn"`: a probe step that fails warns and `fit` goes on; `"raise"`, for tests. Defaults to `"warn"`.
        scalars: Whether the event file has plain scalars beside each record, at its step: `phases/<layer>/...`
            `reconstruction_loss`, `explained_variance`, `probe_loss`, `probe_accuracy`, those of further label sets,
            `rise_since_minimum` (the share by which the loss lies above its lowest so far) and `phase` (0 constant, 1
            decrease, 2 rising but not yet certain, 3 increase, as the record told it when the step was measured). Above
            16 layers those of the last one and means over layers. TensorBoard draws them under *Time Series*.
            Defaults to `True`.
        loggers: Open runs that are sent the same, and at the end the report as a page: `wandb.init()`,
            `trackio.init()`, `mlflow.start_run()`, or any object with `log(dict, step)`, which is sent no page. One
            that fails is named in a warning and sent nothing more. In W&B their axis is `phases/step`, and `log` is
            called without a step, as its own callback for Keras does. Defaults to none.
        logs: What `logs` gets at the end of an epoch: `"last"`, the last layer's loss, or `"all"`. Defaults to
            `"last"`.

    Raises:
        ValueError: here for a wrong argument; when `fit` starts for an unknown layer or target, too few rows, an input
            that cannot be read without a trace, a log_dir that cannot be written, or that holds a record with
            `resume=False`, a budget for a run of unknown length, `SwapEMAWeights(swap_on_epoch=True)` listed before the
            probe.

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

    # A `RunSession`, None before the first run; while Keras calls hooks it is a `FitSession`.
    _session: Any

    @takes(FitSettings)
    def __init__(self, settings: FitSettings) -> None:
        super().__init__()
        self.settings = settings
        self._session, self._listeners, self._clock, self._is_copy = None, [], time.perf_counter, False

    @property
    def history(self) -> "PhaseHistory | None":
        """`PhaseHistory` of the run, filled while training; None before `fit`."""
        return None if self._session is None else self._session.history

    @property
    def log_dir(self) -> "pathlib.Path | RemotePath | None":
        """Folder of the run; None before `fit`."""
        return None if self._session is None else self._session.log_dir

    @property
    def taps(self) -> "list[Tap]":
        """List of the `Tap`s that are measured; empty before `fit`, and in workers that do not measure."""
        return [] if self._session is None else self._session.taps

    @property
    def num_probe_steps(self) -> int | None:
        """Probe steps of the newest fit, if a budget pays for all; None where its length is not known."""
        return None if self._session is None else self._session.num_probe_steps

    @property
    def num_points(self) -> int | None:
        """Points of the curve at the end of the newest fit, with those that it goes on with; None where not known."""
        return None if self._session is None else self._session.num_points

    @property
    def overhead(self) -> float:
        """Seconds of set-up and of probe steps for each second of the newest fit's own work so far.

        NaN before its first batch.
        """
        return float("nan") if self._session is None else self._session.keeper.overhead

    @property
    def is_chief(self) -> bool:
        """Whether this process measures and writes: of several that train one model together the first alone does.

        Once a fit has begun. The others have the same `history` without its images, and `log_dir` names the chief's.
        """
        return self._session is None or self._session.workers.is_chief

    @property
    def fit_examples(self) -> tuple[Any, int]:
        """`(inputs, batch_size)`: the fit rows as the model takes them, and the rows of a probe batch."""
        instrument = self._session.instrument
        return instrument.rows.inputs_fit, instrument.batch_size

    @property
    def directory(self) -> "pathlib.Path | RemotePath | None":
        """Folder of the event files of the newest fit; None before it, and in workers that do not write."""
        record = None if self._session is None else self._session.record
        return None if record is None else record.directory

    def __getstate__(self):
        """Of a copy, by `copy`, `deepcopy` or `pickle`: a probe that has measured nothing, with a folder of its own."""
        return vars(self) | {"_session": None, "_listeners": [], "_model": None, "params": None, "_is_copy": True}

    def copy_into(self, log_dir: str | os.PathLike[str]) -> "PhaseProbe":
        """A probe of the same settings that has measured nothing yet and writes to `log_dir`."""
        return PhaseProbe(**self.settings.knobs() | {"log_dir": log_dir})  # pyright: ignore[reportArgumentType] each knob is of its type

    def run(
        self,
        model: keras.Model,
        data: Any = None,
        *,
        log_dir: str | os.PathLike[str] | None = None,
        start_step: int | None = None,
        total_steps: int | None = None,
        followers: "Sequence[ProbeFollower]" = (),
        verbose: int = 1,
    ) -> PhaseRun:
        """A training loop of your own, without `fit`, measured as a `fit` is: the same numbers, schedule and record.

            with probe.run(model, (x, y), total_steps=1_000, followers=[stop]) as run:
                for step, batch in enumerate(batches, start=1):
                    train_step(batch)  # GradientTape, loss.backward(), what you like; tf.function too
                    if run.step(step):  # on JAX run.step(step, trainable_variables, non_trainable_variables)
                        break

        `run.step` is called after each training step, outside of what `tf.function` or `jax.jit` compiles. Records tell
        no epochs. A loop that goes on with a record restores the weights first, and is known by them at probe steps,
        and wherever `run.mark()` was called as they were saved.

        Args:
            model: The model that the loop trains, built, with the weights that it starts from, on JAX too. Compiled
                with its loss it tells `model_loss` besides.
            data: What it is trained on: `(x, y)`, or what else `fit` takes but a generator, and held-out rows beside
                it: `((x, y), (x_test, y_test))`. Nothing of it is consumed. Defaults to `None`: `PhaseProbe(data=)`.
            log_dir: Folder of the run. Defaults to `None`: that of the probe.
            start_step: Optimizer steps done before. Defaults to `None`: those of the model's own optimizer, else 0.
            total_steps: Optimizer steps done when the loop ends; a budget needs it. Defaults to `None`: not known.
            followers: `PhaseStop(probe)` and `PhaseCheckpoint(probe, path)`. Weights that they restore are the model's,
                on JAX too. Defaults to none.
            verbose: 1 prints what a `fit` prints. Defaults to `1`.

        Raises:
            ValueError: for a wrong argument, no data, a model that is not built; when it is entered what `fit` raises.
        """
        options = {"log_dir": log_dir, "start_step": start_step, "total_steps": total_steps}
        return PhaseRun(self, model, data, **options, followers=followers, verbose=verbose)

    def follows(self, model: keras.Model | None, params: Mapping[str, Any] | None) -> bool:
        """Whether this probe takes part in the fit of a model whose callbacks have these `params`."""
        # Keras gives all callbacks of one fit the same object.
        return self.params is params and self._model is model

    def subscribe(self, listener: Callable[[int], object]) -> None:
        """Has `listener(step)` called after each probe step of the fit that begins, once it stands in `history`.

        It is called at the probe step's own place in training: the weights are those that were measured. Its seconds
        count neither as probing nor as training, and what it raises is its own affair: nothing is caught here. A
        listener lasts for one fit; callbacks subscribe in `on_train_begin`, wherever they stand in the list.

        Args:
            listener: Function of the step.
        """
        self._listeners.append(listener)

    @property
    def listeners(self) -> tuple[Callable[[int], object], ...]:
        """Functions that are called after each probe step of this fit."""
        return tuple(self._listeners)

    def set_model(self, model):
        """Keras calls this for every callback of a fit before any begins: the listeners of the fit before are gone."""
        super().set_model(model)
        self._listeners = []

    def on_train_begin(self, logs=None):
        """Chooses rows, taps and decoders."""
        options = {"find_taken": self._directories_before}
        self.open_session(functools.partial(FitSession, self.settings, self._model, self.params, **options))

    def open_session(self, make: Callable[..., Any]) -> Any:
        """Has `make(earlier=, clock=, is_copy=)` give the session of the run that begins, a fit or a loop."""
        if self._session is not None and self._session.is_running:
            raise ValueError(
                "This PhaseProbe measures a fit that still goes on. Expected a probe of its own for each fit, listed "
                "once; pass another PhaseProbe(...), such as copy.copy(probe)."
            )
        self.close()  # a run that was interrupted had no end
        self._session = make(earlier=self._session, clock=self._clock, is_copy=self._is_copy)
        return self._session

    def settle(self) -> None:
        """Chooses the folder of the record, for callbacks that ask for it before the probe's own first epoch begins."""
        self._session.settle()

    def on_epoch_begin(self, epoch, logs=None):
        """Notes the epoch; before the first, chooses the folder of the record and prints the table."""
        self._session.begin_epoch(epoch)

    def on_train_batch_begin(self, batch, logs=None):
        """Before the first batch: opens the record, and measures the model as it starts; counts those before."""
        if not self._session.has_begun:
            self._session.begin(self._listeners)
        self._session.begin_batch(batch)

    @leaves_dispatch
    def on_train_batch_end(self, batch, logs=None):
        """Measures when a step was due; where none is, Keras need not wait for the batch, and may tell a thread."""
        self._session.end_batch(batch)

    def on_epoch_end(self, epoch, logs=None):
        """Measures where the schedule asks for it, and puts the losses of an epoch that measured into `logs`."""
        # An epoch without a batch has not begun.
        if self._session.has_begun and self._session.end_epoch(epoch) and logs is not None:
            logs.update(_newest_losses(self._session.history, self.settings.logs))

    def on_train_end(self, logs=None):
        """Measures the last step, closes the record and prints the phases."""
        self._session.end()

    def measure_now(self) -> None:
        """Measures the present step of a running fit unless that was done, and tells the listeners.

        A callback that is about to change the weights, at the end of training say, has the last step measured first.
        """
        self._session.measure_now()

    def note_kept(self, content: bytes) -> None:
        """Has the record say which weights are on disk, as `record.kept` packs it; for `PhaseCheckpoint`."""
        record = self._session.record
        if record is not None and record.is_open:
            record.note_kept(int(record.history.steps[-1]), content)

    def close(self) -> None:
        """Closes the record of a fit that has no end, as one that failed; the history stays."""
        if self._session is not None:
            self._session.close()

    def _directories_before(self, callbacks):
        """Folders that probes of the same fit write to which have begun before this one."""
        before = callbacks[: callbacks.index(self)] if self in callbacks else []
        _check_unswapped(before)
        return [callback.directory for callback in before if isinstance(callback, PhaseProbe)]


def _check_unswapped(before):
    """Fails where a callback before the probe has the model hold other weights at the ends of epochs."""
    if any(isinstance(one, keras.callbacks.SwapEMAWeights) and one.swap_on_epoch for one in before):
        raise ValueError(
            "SwapEMAWeights(swap_on_epoch=True) stands before PhaseProbe, which would measure moving averages of the "
            "weights at the ends of epochs, and the weights themselves at all other steps. Expected one kind; list the "
            "probe first, callbacks=[probe, SwapEMAWeights(swap_on_epoch=True)], for the weights that train. A curve "
            "of averages comes from keras_phases.replay of checkpoints that hold them."
        )


def _newest_losses(history, which):
    newest, last = history.newest, history.layers[-1]
    losses = {"phases/step": newest.step}
    for row in history.layout.rows:
        if which == "last" and row.layer != last:
            continue
        loss = newest.value("reconstruction_loss", row.layer, row.decoder)
        losses.setdefault(f"phases/{row.layer}/reconstruction_loss", loss)
    return losses
