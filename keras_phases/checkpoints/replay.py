"""`replay`: measures saved checkpoints as `PhaseProbe` measures a model that trains, into the same record."""

import dataclasses
import os
import pathlib
from typing import TYPE_CHECKING, Any

from keras_phases.backend.random_states import keep_random_states
from keras_phases.backend.variables import on_loan
from keras_phases.checkpoints.engines.engine import Engine, Sweep
from keras_phases.checkpoints.engines.loop import LoopEngine
from keras_phases.checkpoints.inserts import InsertedRecord
from keras_phases.checkpoints.loading import Checkpoints, list_checkpoints, load_first, open_model
from keras_phases.checkpoints.replay_cells import CellMeter, Failure
from keras_phases.checkpoints.transfer.task import check_fits
from keras_phases.data import probe_examples
from keras_phases.data.fed import split_data
from keras_phases.data.sources import kind_of
from keras_phases.data.trees import take_rows
from keras_phases.measure.choice import choose_instrument, describe_run
from keras_phases.measure.settings import ProbeSettings
from keras_phases.network.building import build_weights
from keras_phases.network.features import batches
from keras_phases.network.parts import find_measured
from keras_phases.record import console
from keras_phases.record.history import PhaseHistory
from keras_phases.record.paths import as_path
from keras_phases.record.run_record import Record, unused_log_dir
from keras_phases.schedule import At
from keras_phases.warning import warn

if TYPE_CHECKING:
    import keras


@dataclasses.dataclass(frozen=True)
class Replay:
    """What `replay` found.

    Args:
        history: `PhaseHistory` of all that stands in the record: also what stood there before.
        failures: The cells that could not be measured, or not to finite values, in order; they are tried again when
            the replay goes on.
        measured_steps: Steps of which this call wrote cells into the record.
        log_dir: Folder of the run.
    """

    history: PhaseHistory
    failures: tuple[Failure, ...]
    measured_steps: tuple[int, ...]
    log_dir: pathlib.Path

    def __str__(self):
        lines = [
            f"{len(self.measured_steps)} checkpoints measured, {len(self.history)} probe steps in '{self.log_dir}'."
        ]
        if self.failures:
            many = len({failure.step for failure in self.failures})
            lines.append(f"{many} checkpoint{'s' * (many != 1)} failed; replay tries again when it is called again:")
        return "\n".join([*lines, *(f"  {failure}" for failure in self.failures)])


def replay(
    checkpoints: Checkpoints,
    model: "keras.Model | None",
    data: Any,
    *,
    probe: ProbeSettings | None = None,
    log_dir: str | os.PathLike[str] | None = None,
    engine: Engine | None = None,
    verbose: int = 1,
) -> Replay:
    """Measures saved checkpoints as `PhaseProbe` would have measured them while the model trained.

        found = replay("checkpoints", model, ((x, y), (x_test, y_test)), log_dir="logs/run1")
        found.history.phases("block5_relu").minimum_step

    One engine serves both: of the same weights, data and seed come the same rows and the same numbers, in the same
    event file, which TensorBoard's *Phases* tab draws. A checkpoint costs the loading of its weights and one probe
    step.

    The work is cut into cells, a checkpoint and a group of layers (one group, unless `max_memory` makes more). Each is
    written once it is measured, and what stands in `log_dir` is not measured again: a replay that was killed goes on
    where it was when it is called again, and checkpoints that came since are put in their places. A cell that fails (a
    damaged file, weights of another shape, or NaN) is warned of and the others go on; the next call tries it again.

    Weights are measured as they lie in the files: pass files of one kind, of the weights that train or of their moving
    average (`use_ema=True`, `SwapEMAWeights`). Where the optimizer in a `.keras` file says that they are that average,
    the record does too (flag `averaged_weights`).

    The model is left as it is: weights, optimizer, metrics and the global random states are the same bits afterwards. A
    copy of these is held in main memory meanwhile.

    Args:
        checkpoints: A folder of `.keras` or `.weights.h5` files with the step in their names (of several whole numbers
            the last: `epoch03-batch0200.weights.h5` is step 200), the directory of a `keras.callbacks.OrbaxCheckpoint`
            (extra `[orbax]`), the `filepath` of a `PhaseCheckpoint`, a list of such files, or a dict `{step: path}`.
        model: The model as it was built and compiled for the training, which takes the weights for a while; None: the
            one in the `.keras` files. Without its loss `model_loss`, and what is known by it, stay empty.
        data: What the model was trained on: `(x, y)`, or whatever `fit` takes, and held-out rows beside it:
            `((x, y), (x_test, y_test))`, `(dataset, heldout)`. Without these they are training rows that the decoders
            are not fitted on. Rows are drawn as `PhaseProbe()` draws those of a `fit` on it; a generator is read from
            where it stands.
        probe: `ProbeSettings`. Defaults to `None`: `ProbeSettings()`, what `PhaseProbe()` measures.
        log_dir: Folder of the run; it and the checkpoints may lie elsewhere, as `gs://bucket/run1`. A record that
            stands there, of an earlier replay or of the training itself, is gone on with; while another process writes
            there, the record lies in `<log_dir>-1`, which is said. Defaults to `None`: `logs/<time>`, a new one in
            every call.
        engine: `Shard(i, n)`: this process measures one of n parts of the checkpoints into `<log_dir>/shards`, from
            which `merge(log_dir)` makes the record. `BeamEngine([...])`, `Dask(client)`: workers of Apache Beam or of a
            Dask cluster measure them. All give the same record, bit for bit but for its seconds. Defaults to `None`:
            one after the other, in this process.
        verbose: 1 prints what `PhaseProbe` prints: the table of taps, a line for each checkpoint, and the phases.
            Defaults to `1`.

    Returns:
        `Replay`: `history`, `failures`, `measured_steps`, `log_dir`.

    Raises:
        ValueError: for wrong arguments; no checkpoints, weights without a model, rows of another shape, a `log_dir`
            that holds another record, and where no checkpoint fits the model.
        FileNotFoundError: for checkpoints that are not there.

    Example:
        >>> import pathlib, tempfile
        >>> import keras
        >>> from keras_phases import ProbeSettings, datasets, models, replay
        >>> data = datasets.digits()
        >>> model = models.vgg8((32, 32, 1), width=4)
        >>> model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> model.save_weights(folder / "step-0.weights.h5")
        >>> _ = model.fit(*data[0], steps_per_epoch=4, verbose=0)
        >>> model.save_weights(folder / "step-4.weights.h5")
        >>> options = {"probe": ProbeSettings(layers="block5_relu"), "log_dir": folder / "logs", "verbose": 0}
        >>> found = replay(folder, model, data, **options)
        >>> found.history.steps.tolist(), found.measured_steps, found.failures
        ([0, 4], (0, 4), ())
        >>> replay(folder, model, data, **options).measured_steps
        ()

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
    """
    settings, engine, log_dir = _check_settings(probe), _check_engine(engine, log_dir), as_path(log_dir)
    saved_steps = list_checkpoints(checkpoints)
    warn_of_recalibrated(saved_steps, settings.batch_norm)
    with keep_random_states():
        arguments = read_examples(data, settings)
        model = open_model(model, saved_steps)
        measured = find_measured(model, settings.model, arguments["x"])
        _check_model(measured, arguments, is_part=measured is not model)
        # Weights are made before they are lent: a model that had none keeps the ones that a fit would have begun with.
        build_weights(measured, next(batches(take_rows(arguments["x"], slice(2)), 2)))
        with on_loan(model):
            load_first(model, saved_steps)
            instrument = choose_instrument(settings, model, arguments)
            if instrument.traces.lasting:
                warn(
                    f"Measuring model '{model.name}' moves {', '.join(instrument.traces.lasting)}, which cannot be put "
                    "back: what is measured may depend on it, and so on the order of the checkpoints."
                )
            steps = [saved.step for saved in saved_steps]
            run = {"schedule": repr(At(steps)), "budget": None}
            layout = describe_run(settings, instrument, model=model, run=run)
            sweep = Sweep(model, settings, arguments, instrument, layout, log_dir, saved_steps, steps)
            found = engine.run(sweep, lambda part: _measure_all(part, engine, verbose))
    if verbose:
        if len(found.history) and not engine.is_shared:
            console.print_phases(found.history, found.log_dir)
        print(found, flush=True)
        if engine.is_shared:
            print(f"The one record, at any time: keras-phases merge {log_dir}", flush=True)
    return found


def _check_settings(probe):
    if probe is None:
        return ProbeSettings()
    if not isinstance(probe, ProbeSettings):
        raise ValueError(
            f"probe is a {type(probe).__name__}. Expected what is measured, such as probe=ProbeSettings("
            "layers='blocks'); a PhaseProbe has it as probe.settings."
        )
    return probe


def _check_engine(engine, log_dir):
    if engine is not None and not isinstance(engine, Engine):
        raise ValueError(
            f"engine is a {type(engine).__name__}. Expected Shard(i, n), BeamEngine([...]), Dask(client), or None for "
            "one checkpoint after the other."
        )
    if engine is not None and engine.is_shared and log_dir is None:
        raise ValueError(f"engine is {engine} and log_dir is None. Expected the log_dir that all shards have.")
    return engine or LoopEngine()


def _open_record(sweep):
    gallery = sweep.instrument.gallery

    def make(directory):
        image_layout = None if gallery is None else gallery.layout
        record = Record(directory, sweep.layout, resume=True, image_layout=image_layout)
        record.open_for_inserts()
        return record

    return InsertedRecord((sweep.log_dir or unused_log_dir()) / "phases", make)


def _measure_all(sweep, engine, verbose):
    """The `Replay` of the checkpoints of a `Sweep`, of which those that the record has are left out."""
    record, measured = _open_record(sweep), {}
    tell = print if verbose else lambda line: None
    try:
        sweep = dataclasses.replace(sweep, log_dir=record.directory.parent)
        meter = CellMeter(sweep, record)
        work = meter.work(sweep.saved_steps)
        if verbose:
            _tell_waiting(len(work), sweep, record)
        for saved, found in engine.map(sweep, work, tell):
            if meter.take(saved, found):
                measured[saved.step] = None
                if verbose:
                    meter.print_step(saved.step)
    finally:
        record.close()
    return Replay(record.history, tuple(meter.failures), tuple(measured), record.directory.parent)


def _tell_waiting(num_waiting, sweep, record):
    if num_waiting:
        console.print_taps(sweep.instrument, num_waiting, record.directory)
    if num_waiting < len(sweep.saved_steps):
        standing = len(sweep.saved_steps) - num_waiting
        print(f"{standing} of {len(sweep.saved_steps)} checkpoints stand in the record already.")


def read_examples(data, settings):
    """What a `fit` would be fed, as arrays, by the names of its local variables.

    Args:
        data: As `replay` takes it.
        settings: `ProbeSettings`, which say how many are read.
    """
    fed, num_heldout = split_data(data), settings.max_heldout
    x = fed["x"]
    kind, num_rows = kind_of(x), settings.max_examples + num_heldout
    sizes = {"num_rows": num_rows, "num_validation_rows": num_heldout, "seed": settings.seed}
    try:
        if kind == "generator":
            fed["x"], fed["y"] = probe_examples.rows_of_data(x, num_rows=num_rows)
        found = probe_examples.rows_of_fit(fed, **sizes)
    except ValueError:
        if kind in ("arrays", "generator"):
            raise
        # Here there is no training that a second reader could change.
        fed["x"], fed["y"] = probe_examples.rows_of_data(x, num_rows=num_rows)
        found = probe_examples.rows_of_fit(fed, **sizes)
    return dict(zip(("x", "y", "val_x", "val_y"), found, strict=True))


def _check_model(model, arguments, *, is_part):
    x, y, x_test = (arguments[name] for name in ("x", "y", "val_x"))
    check_fits(model, x, "data")
    if x_test is not None:
        check_fits(model, x_test, "x_test of data")
    if not (is_part or getattr(model, "compiled", False)) and y is not None:
        warn(
            f"Model '{model.name}' is not compiled: its loss is not known, and model_loss, model_accuracy and what "
            "needs them are not measured. Compile it with the loss of the training to measure them."
        )


def warn_of_recalibrated(saved_steps, batch_norm):
    """Warns where files hold statistics of BatchNormalization that the training did not have, and these are read."""
    if batch_norm == "inference" and any(saved.recalibrated for saved in saved_steps):
        warn(
            "The checkpoints were saved by PhaseCheckpoint(batch_norm='recalibrate'), so that batch_norm='inference' "
            "reads other statistics than the training had. batch_norm='batch' does not depend on them."
        )
