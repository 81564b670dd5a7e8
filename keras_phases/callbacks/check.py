"""`check`: trains a model with and without the probe, from one state, and says what differs.

The module is not called `check`: importing it would put it in the place of the function of that name in the package.
"""

import dataclasses
import itertools
import tempfile
from typing import Any

import keras
import numpy as np

from keras_phases.backend.random_states import prepare_random_states
from keras_phases.backend.training_state import TrainingState
from keras_phases.callbacks.phase_probe import PhaseProbe
from keras_phases.record.console import render_table

LOGS = "logs of every batch"
_MOST_NAMES = 3
_OURS = {
    "callbacks": "they would act in every one of the three runs",
    "epochs": "each run ends within one epoch, after `steps` batches",
    "initial_epoch": "each run ends within one epoch, after `steps` batches",
    "verbose": "print the report instead",
}
_WHY_NOT_REPEATABLE = (
    "Two runs without the probe differ already, so that this check cannot tell its trace from chance. Usual reasons: a "
    "Dataset that reshuffles in every pass (pass arrays, or shuffle(..., reshuffle_each_iteration=False)); a PyDataset "
    "or an augmentation outside the model with a random state of its own; state that a layer keeps out of reach; "
    "operations of a GPU that add up in any order (tf.config.experimental.enable_op_determinism(), "
    "torch.use_deterministic_algorithms(True), XLA_FLAGS=--xla_gpu_deterministic_ops=true)."
)


@dataclasses.dataclass(frozen=True)
class CheckRow:
    """How one kind of state compares between two runs.

    Args:
        what: The kind, such as `"BatchNorm statistics"`.
        num_arrays: Arrays that were compared.
        identical: Whether all of them are the same bits.
        largest_difference: Largest absolute difference of two numbers; NaN where the arrays are no numbers or of
            different shapes.
        differing: Names of the arrays that differ.
    """

    what: str
    num_arrays: int
    identical: bool
    largest_difference: float
    differing: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class CheckReport:
    """What `check` found; `print(report)` shows it as a table.

    Args:
        model: Name of the model.
        rows: A `CheckRow` for each kind of state: the run with the probe beside the one without.
        control: The same of a second run without the probe beside the first: differences that are not the probe's.
        num_batches: Batches that each run trained on.
        probe_steps: Steps that the probe measured.
    """

    model: str
    rows: tuple[CheckRow, ...]
    control: tuple[CheckRow, ...]
    num_batches: int
    probe_steps: tuple[int, ...]

    @property
    def identical(self) -> bool:
        """Whether everything is the same bits with and without the probe."""
        return all(row.identical for row in self.rows)

    @property
    def repeatable(self) -> bool:
        """Whether two runs without the probe are the same bits; if not, the check cannot judge the probe."""
        return all(row.identical for row in self.control)

    def raise_if_different(self) -> None:
        """Raises `RuntimeError` with the table unless all is identical, repeatable and a probe step was measured."""
        if not (self.identical and self.repeatable and self.probe_steps):
            raise RuntimeError(str(self))

    def __str__(self):
        columns = ("", ">arrays", "with the probe", "without, again", ">largest difference", "differing")
        lines = [_line(row, control) for row, control in zip(self.rows, self.control, strict=True)]
        steps = f"{len(self.probe_steps)} probe steps ({', '.join(map(str, self.probe_steps))})"
        title = f"'{self.model}' trained on {self.num_batches} batches without and with {steps}"
        return f"{render_table(title, columns, lines)}\n{self._verdict()}"

    def _verdict(self):
        if not self.repeatable:
            return f"No answer. {_WHY_NOT_REPEATABLE}"
        if not self.identical:
            different = ", ".join(row.what for row in self.rows if not row.identical)
            return f"Different with the probe: {different}. That should not be; please report it with this table."
        if not self.probe_steps:
            return (
                "No answer. The probe measured nothing: it warns where it refuses a model; else pass more steps=, or a "
                "probe whose schedule has some."
            )
        return "Identical: the same bits with and without the probe."


def check(
    model: keras.Model,
    x: Any = None,
    y: Any = None,
    *,
    probe: PhaseProbe | None = None,
    steps: int = 8,
    **fit_arguments: Any,
) -> CheckReport:
    """Shows whether `PhaseProbe` leaves a trace on the training of a model: it must not, in any bit.

    Trains the model three times from its present state: without the probe, once more without (the control, since not
    every training can be repeated), and with it; each run ends after `steps` batches. What is compared: weights,
    optimizer variables, BatchNorm statistics and other non-trainable weights, seed generators, metrics, the random
    states of Python, NumPy, Keras and the backend, the logs of every batch, and what layers and the loss keep
    themselves: attributes, in lists, dicts, objects, closures and classes of your own too, NumPy arrays and generators,
    `tf.Variable`s and `tf.random.Generator`s, buffers and modes of PyTorch's modules. What differs is named. Afterwards
    all of these are as they were; an optimizer that had no variables yet has them, at their initial values.

    What it cannot see: global variables that no function of a layer names, files and other processes, what compiled
    code keeps to itself (a lookup table that is written to, an operation's own count of random numbers), objects of
    other libraries than Keras, TensorFlow, PyTorch and NumPy that are written in C, objects that fail when they are
    read, iterators that do not tell how far they are, whatever lies more than eight attributes or items deep, and what
    moves later than in the batches tried.

    Costs three short trainings, the probe steps of one, and four copies of the model's state in main memory.

    Args:
        model: The compiled and built model.
        x: What `fit` trains on: arrays, a Dataset, a `PyDataset`, a DataLoader; no generator, which is read once only.
        y: Labels. Defaults to `None`.
        probe: The `PhaseProbe` to check; a copy of it runs, which writes to a temporary folder. Defaults to `None`:
            `PhaseProbe()`.
        steps: Batches of each run; a shorter epoch ends it earlier. Defaults to `8`.
        **fit_arguments: Further arguments of `fit`, such as `batch_size` or `validation_data`.

    Returns:
        `CheckReport`; nothing is printed.

    Raises:
        ValueError: for a model that is not compiled or not built, for no data or a generator, and for arguments that
            are the check's own; whatever `fit` or the probe raise.

    Example:
        >>> import keras
        >>> from keras_phases import PhaseProbe, check, datasets, models
        >>> (x, y), validation = datasets.digits()
        >>> model = models.vgg8((32, 32, 1), width=8)
        >>> model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        >>> probe = PhaseProbe(layers="block5_relu")
        >>> report = check(model, x[:256], y[:256], probe=probe, steps=4, validation_data=validation)
        >>> report.identical, report.probe_steps
        (True, (0, 1, 2, 4))
    """
    if probe is not None and not isinstance(probe, PhaseProbe):
        raise ValueError(f"probe is a {type(probe).__name__}. Expected a PhaseProbe, or None for PhaseProbe().")
    with tempfile.TemporaryDirectory(prefix="phases-check-") as folder:
        probe = (PhaseProbe() if probe is None else probe).copy_into(folder)
        rows, control, num_batches = compare_runs(model, x, y, probe, steps=steps, fit_arguments=fit_arguments)
        probe_steps = () if probe.history is None else tuple(probe.history.steps.tolist())
    return CheckReport(model.name, rows, control, num_batches, probe_steps)


def compare_runs(model, x, y, callback, *, steps, fit_arguments):
    """Trains three times from the present state, and leaves the model in it.

    Returns:
        `(rows, control, num_batches)`: tuples of `CheckRow` of the run with `callback` and of a second one without,
        each beside the first one without.
    """
    _check_arguments(model, x, steps, fit_arguments)
    if not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)
    before, attributes = TrainingState.of(model), {name: vars(model).get(name) for name in ("history", "stop_training")}
    try:
        prepare_random_states()
        start = TrainingState.of(model)
        # A model's first fit reads a batch beforehand to build its metrics, and so draws one shuffle more.
        model.fit(x, y, epochs=1, verbose=0, callbacks=[_Recorder(1)], **_without_validation(fit_arguments))
        runs = []
        for callbacks in ([], [], [callback]):
            start.set_back(model)
            recorder = _Recorder(steps)
            model.fit(x, y, epochs=1, verbose=0, callbacks=[recorder, *callbacks], **fit_arguments)
            runs.append(TrainingState.of(model).arrays() | {LOGS: recorder.arrays()})
    finally:
        before.set_back(model)
        for name, value in attributes.items():
            setattr(model, name, value)
    plain, again, probed = runs
    return _compare(plain, probed), _compare(plain, again), recorder.num_batches


def _without_validation(fit_arguments):
    return {name: value for name, value in fit_arguments.items() if not name.startswith("validation_")}


class _Recorder(keras.callbacks.Callback):
    """Keeps the logs of a run, and ends it after some batches."""

    def __init__(self, steps):
        super().__init__()
        self._steps, self._logs, self.num_batches = steps, {}, 0

    def on_train_batch_end(self, batch, logs=None):
        self._note(logs)
        self.num_batches = batch + 1
        if self.num_batches >= self._steps:
            self._model.stop_training = True  # pyright: ignore[reportOptionalMemberAccess] Keras has set it

    def on_epoch_end(self, epoch, logs=None):
        # Listed first: the probe adds its own values to these later.
        self._note({f"{name} of the epoch": value for name, value in (logs or {}).items()})

    def _note(self, logs):
        for name, value in (logs or {}).items():
            self._logs.setdefault(name, []).append(np.array(keras.ops.convert_to_numpy(value)))

    def arrays(self):
        return [(name, np.array(values)) for name, values in self._logs.items()]


def _check_arguments(model, x, steps, fit_arguments):
    if getattr(model, "optimizer", None) is None or not model.compiled:
        raise ValueError(
            f"Model '{model.name}' is not compiled. Expected one that fit can train; call model.compile(optimizer, "
            "loss) before keras_phases.check(model, x, y)."
        )
    if not model.built:
        raise ValueError(
            f"Model '{model.name}' is not built: it has no weights yet. Expected them, so that every run starts from "
            "the same; begin the model with keras.Input(shape), or call it once: model(x[:1])."
        )
    if x is None:
        raise ValueError("There is no data: x is None. Expected what fit trains on: keras_phases.check(model, x, y).")
    if hasattr(x, "__next__"):
        raise ValueError(
            f"x is a {type(x).__name__}, which can be read once only. Expected data for three runs; pass some of its "
            "batches as arrays, a Dataset or a PyDataset."
        )
    if isinstance(steps, bool) or not isinstance(steps, int) or steps < 1:
        raise ValueError(f"steps is {steps!r}. Expected the batches of each run, an integer of at least 1.")
    for name in fit_arguments.keys() & _OURS.keys():
        raise ValueError(f"check was given {name}={fit_arguments[name]!r}. Expected it left out: {_OURS[name]}.")


def _compare(plain, other):
    return tuple(_compare_kind(kind, plain[kind], other[kind]) for kind in plain)


def _compare_kind(kind, plain, other):
    differing, differences = [], [0.0]
    for (name, ours), (_, theirs) in itertools.zip_longest(plain, other, fillvalue=(None, None)):
        if ours is None or theirs is None or not _same_bits(ours, theirs):
            differing.append(name or "one more than without")
            differences.append(_difference(ours, theirs))
    # A random state is one however many bytes of it differ.
    largest = float("nan") if kind == "random states" and differing else float(np.max(differences))
    return CheckRow(kind, len(plain), not differing, largest, tuple(differing))


def _same_bits(ours, theirs):
    return ours.dtype == theirs.dtype and ours.shape == theirs.shape and ours.tobytes() == theirs.tobytes()


def _difference(ours, theirs):
    if ours is None or theirs is None or ours.shape != theirs.shape:
        return float("nan")
    return float(np.max(np.abs(ours.astype(np.float64) - theirs.astype(np.float64))))


def _line(row, control):
    names = list(dict.fromkeys(row.differing + control.differing))
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    differences = [found.largest_difference for found in (row, control) if not found.identical]
    largest = "" if not differences or np.isnan(differences).all() else f"{np.nanmax(differences):.3g}"
    states = ["identical" if found.identical else "DIFFERENT" for found in (row, control)]
    return row.what, str(row.num_arrays), *states, largest, ", ".join(names[:_MOST_NAMES]) + more
