"""`replay`: measures saved checkpoints as `PhaseProbe` measures a model that trains, into the same record.

The module is not called `replay`: importing it would put it in the place of the function of that name in the package.
"""

import dataclasses
import pathlib

import numpy as np

from keras_phases.backend.random_states import keep_random_states
from keras_phases.backend.variables import on_loan
from keras_phases.callbacks.phase_probe import PhaseProbe
from keras_phases.checkpoints.beam_options import check_beam_pipeline_args, read_options
from keras_phases.checkpoints.beam_worker import open_sweep
from keras_phases.checkpoints.loading import list_checkpoints, load_first, open_model
from keras_phases.checkpoints.replay_cells import CellMeter, Failure
from keras_phases.checkpoints.transfer.task import LabelledRows, check_fits
from keras_phases.data import probe_examples
from keras_phases.data.sources import kind_of
from keras_phases.data.trees import take_rows
from keras_phases.network.features import batches
from keras_phases.network.model_checks import build_weights
from keras_phases.record import console
from keras_phases.record.history import PhaseHistory
from keras_phases.schedule import At
from keras_phases.warning import warn


@dataclasses.dataclass(frozen=True)
class Replay:
    """What `replay` found.

    Args:
        history: `PhaseHistory` of all that stands in the record: also what stood there before.
        failures: The cells that could not be measured, or not to finite values, in order; they are tried again when
            the replay goes on.
        measured_steps: Steps that this call measured, in whole or in part.
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
    checkpoints,
    model,
    data,
    *,
    validation_data=None,
    layers="auto",
    decoders="linear",
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
    log_dir=None,
    resume=True,
    on_error="warn",
    seed=0,
    beam_pipeline_args=None,
    verbose=1,
):
    """Measures saved checkpoints as `PhaseProbe` would have measured them while the model trained.

        found = replay("checkpoints", model, ((x, y), (x_test, y_test)), log_dir="logs/run1")
        found.history.phases("block5_relu").minimum_step

    One engine serves both: of the same weights, data and seed come the same rows and the same numbers, in the same
    event file, which TensorBoard's *Phases* tab draws. A checkpoint costs the loading of its weights and one probe
    step; of the settings in common, `layers` to `seed`, the meanings and defaults are those of `PhaseProbe`.

    The work is cut into cells, a checkpoint and a group of layers (one group, unless `max_memory` makes more). Each is
    written once it is measured, and what stands in `log_dir` is not measured again: a replay that was killed goes on
    where it was when it is called again, and checkpoints that came since are put in their places. A cell that fails (a
    damaged file, weights of another shape, or NaN) is warned of and the others go on; the next call tries it again.

    The model is left as it is: weights, optimizer, metrics and the global random states are the same bits afterwards. A
    copy of these is held in main memory meanwhile.

    Args:
        checkpoints: A folder of `.keras` or `.weights.h5` files with the step in their names (of several whole numbers
            the last: `epoch03-batch0200.weights.h5` is step 200), the `filepath` of a `PhaseCheckpoint`, a list of such
            files, or a dict `{step: path}`.
        model: The model as it was built and compiled for the training, which takes the weights for a while; None: the
            one in the `.keras` files. Without its loss `model_loss`, and what is known by it, stay empty.
        data: What the model was trained on: `(x, y)`, `((x, y), (x_test, y_test))`, or whatever `fit` takes. Rows are
            drawn as `PhaseProbe()` draws those of a `fit` on it; a generator is read from where it stands.
        validation_data: Held-out rows: `(x_test, y_test)`, or whatever `fit` takes. Defaults to `None`: those in
            `data`, else training rows that the decoders are not fitted on.
        layers: Defaults to `"auto"`.
        decoders: Defaults to `"linear"`.
        transfer: Defaults to `None`.
        max_examples: Defaults to `10_000`.
        max_heldout: Defaults to `2_000`.
        target: Defaults to `None`.
        images: Defaults to `8`.
        quantities: Defaults to `"auto"`.
        batch_norm: Defaults to `"batch"`.
        protocol: Defaults to `"exact"`.
        probe_batch_size: Defaults to `256`.
        max_memory: Defaults to `None`.
        log_dir: Folder of the run; it and the checkpoints may lie elsewhere, as `gs://bucket/run1`. Defaults to `None`:
            `logs/<time>`, a new one in every call.
        resume: `True`: goes on with a record that stands in `log_dir`, of an earlier replay or of the training itself.
            `False` refuses such a folder; `"new"` begins a record beside it. Defaults to `True`.
        on_error: `"warn"`; `"raise"` ends at the first cell that fails, which leaves those before it in the record.
            Defaults to `"warn"`.
        seed: Seed of the choice of rows and positions. Defaults to `0`.
        beam_pipeline_args: List of flags: workers of Apache Beam measure the checkpoints, to the same record bit for
            bit but for its seconds; it is written once all are measured. `pip install "keras-phases[beam]"` brings it,
            docs/pipelines.md says what clusters need. Defaults to `None`: one after the other, in this process.
        verbose: 1 prints what `PhaseProbe` prints: the table of taps, a line for each checkpoint, and the phases.
            Defaults to `1`.

    Returns:
        `Replay`: `history`, `failures`, `measured_steps`, `log_dir`.

    Raises:
        ValueError: for wrong arguments, as `PhaseProbe` does; no checkpoints, weights without a model, rows of another
            shape, a `log_dir` that holds another record, and where no checkpoint fits the model.
        FileNotFoundError: for checkpoints that are not there.

    Example:
        >>> import pathlib, tempfile
        >>> import keras
        >>> import keras_phases
        >>> from keras_phases import datasets, models
        >>> data = datasets.digits()
        >>> model = models.vgg8((32, 32, 1), width=4)
        >>> model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> model.save_weights(folder / "step-0.weights.h5")
        >>> _ = model.fit(*data[0], steps_per_epoch=4, verbose=0)
        >>> model.save_weights(folder / "step-4.weights.h5")
        >>> settings = {"layers": "block5_relu", "log_dir": folder / "logs", "verbose": 0}
        >>> found = keras_phases.replay(folder, model, data, **settings)
        >>> found.history.steps.tolist(), found.measured_steps, found.failures
        ([0, 4], (0, 4), ())
        >>> keras_phases.replay(folder, model, data, **settings).measured_steps
        ()

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
    """
    flags = check_beam_pipeline_args(beam_pipeline_args)
    beam_options = None if flags is None else read_options(flags)
    saved_steps = list_checkpoints(checkpoints)
    settings = {
        "layers": layers,
        "decoders": decoders,
        "schedule": At([saved.step for saved in saved_steps]),
        "transfer": transfer,
        "max_examples": max_examples,
        "max_heldout": max_heldout,
        "target": target,
        "images": images,
        "quantities": quantities,
        "batch_norm": batch_norm,
        "protocol": protocol,
        "probe_batch_size": probe_batch_size,
        "max_memory": max_memory,
        "seed": seed,
    }
    probe = PhaseProbe(log_dir=log_dir, resume=resume, on_error=on_error, **settings)
    sizes = {"num_rows": max_examples + max_heldout, "num_validation_rows": max_heldout, "seed": seed}
    warn_of_recalibrated(saved_steps, batch_norm)
    with keep_random_states():
        arguments = read_rows(data, validation_data, sizes)
        model = open_model(model, saved_steps)
        _check_model(model, arguments)
        # Weights are made before they are lent: a model that had none keeps the ones that a fit would have begun with.
        build_weights(model, next(batches(take_rows(arguments["x"], slice(2)), 2)))
        with on_loan(model):
            found = _measure_all(
                saved_steps,
                model,
                probe,
                arguments,
                beam=None if beam_options is None else (beam_options, settings),
                raises=on_error == "raise",
                verbose=verbose,
            )
    if verbose:
        if len(found.history):
            console.print_phases(found.history, found.log_dir)
        print(found, flush=True)
    return found


def _measure_all(saved_steps, model, probe, arguments, *, beam, raises, verbose):
    """The `Replay` of all checkpoints, of which those that the record has are left out."""
    load_first(model, saved_steps)
    instrument, record = probe.prepare(model, arguments)
    sweep = None if beam is None else open_sweep(*beam, probe, model, arguments, instrument, record)
    record.open_for_inserts()
    try:
        meter = CellMeter(model, instrument, record, steps=[saved.step for saved in saved_steps], raises=raises)
        if sweep is not None:
            sweep.take_up(saved_steps, meter)
        measured = _measure_missing(meter, sweep, saved_steps, instrument, record, verbose)
    finally:
        record.close()
    return Replay(record.history, tuple(meter.failures), tuple(measured), probe.log_dir)


def _measure_missing(meter, sweep, saved_steps, instrument, record, verbose):
    """The steps of which something was measured."""
    waiting = [saved for saved in saved_steps if meter.missing(saved.step)]
    if verbose and waiting:
        console.print_taps(instrument, len(waiting), record.directory)
    if verbose and len(waiting) < len(saved_steps):
        print(f"{len(saved_steps) - len(waiting)} of {len(saved_steps)} checkpoints stand in the record already.")
    if sweep is None:
        return _measure_each(meter.measure, meter, waiting, verbose)
    if waiting:
        try:
            sweep.run(waiting, meter)
        except BaseException:
            sweep.take_up(waiting, meter)
            raise
    if verbose and sweep.told:
        print(sweep.told)
    measured = _measure_each(
        lambda saved: meter.take(saved, sweep.found(saved, meter.missing(saved.step))), meter, waiting, verbose
    )
    sweep.close()
    return measured


def _measure_each(measure, meter, waiting, verbose):
    measured = []
    for saved in waiting:
        if measure(saved):
            measured.append(saved.step)
            if verbose:
                meter.print_step(saved.step)
    return measured


def read_rows(data, validation_data, sizes):
    """What a `fit` would be fed, as arrays, by the names of its local variables.

    Args:
        data: As `replay` takes it.
        validation_data: As `replay` takes it.
        sizes: `num_rows`, `num_validation_rows` and `seed` of `keras_phases.data.probe_examples.rows_of_fit`.
    """
    x, y, validation = _split(data, validation_data)
    kind = kind_of(x)
    fed = {"x": x, "y": y, "val_x": None, "val_y": None}
    if validation is not None:
        fed |= {"val_x": validation, "val_y": None}
        if isinstance(validation, (tuple, list)):
            fed |= dict(zip(("val_x", "val_y"), validation, strict=False))
    try:
        if kind == "generator":
            fed["x"], fed["y"] = probe_examples.rows_of_data(x, num_rows=sizes["num_rows"])
        found = probe_examples.rows_of_fit(fed, **sizes)
    except ValueError:
        if kind in ("arrays", "generator"):
            raise
        # Here there is no training that a second reader could change.
        fed["x"], fed["y"] = probe_examples.rows_of_data(x, num_rows=sizes["num_rows"])
        found = probe_examples.rows_of_fit(fed, **sizes)
    return dict(zip(("x", "y", "val_x", "val_y"), found, strict=True))


def _split(data, validation_data):
    """`(x, y, validation)` of what a user passes."""
    if data is None:
        raise ValueError(
            "data is None, and replay runs in no fit to take rows from. Expected what the model was trained on: "
            "(x, y), ((x, y), (x_test, y_test)), or a Dataset."
        )
    probe_examples.check_data(data)
    if isinstance(validation_data, (tuple, list)) and len(validation_data) not in (2, 3):
        raise ValueError(f"validation_data has {len(validation_data)} items. Expected (x_test, y_test).")
    if not isinstance(data, (tuple, list)):
        return data, None, validation_data
    first, second = data
    if not (_is_pair(first) and _is_pair(second)) and not all(kind_of(part) != "arrays" for part in data):
        return first, second, validation_data
    if validation_data is not None:
        raise ValueError(
            "data is ((x, y), (x_test, y_test)), and there is validation_data too. Expected held-out rows once; pass "
            "data=(x, y) with it, or leave it out."
        )
    return (*first, second) if _is_pair(first) else (first, None, second)


def _is_pair(part):
    """Whether this is `(x, y)`, and no list of labels."""
    return isinstance(part, (tuple, list)) and len(part) == 2 and not np.isscalar(part[0])


def _check_model(model, arguments):
    x, y, x_test = (arguments[name] for name in ("x", "y", "val_x"))
    check_fits(model, LabelledRows(x, y, x if x_test is None else x_test, None), "data")
    if not getattr(model, "compiled", False) and y is not None:
        warn(
            f"Model '{model.name}' is not compiled: its loss is not known, and model_loss and the quantities that need "
            "it are not measured. Compile it with the loss of the training to measure them."
        )


def warn_of_recalibrated(saved_steps, batch_norm):
    """Warns where files hold statistics of BatchNormalization that the training did not have, and these are read."""
    if batch_norm == "inference" and any(saved.recalibrated for saved in saved_steps):
        warn(
            "The checkpoints were saved by PhaseCheckpoint(batch_norm='recalibrate'), so that batch_norm='inference' "
            "reads other statistics than the training had. batch_norm='batch' does not depend on them."
        )
