"""`PhaseCheckpoint`: keeps the weights of the step that turns out to be the best, out of a bounded ring of probe steps.

Which step that is, is known only later. So weights of several probe steps are kept on disk: the best so far, the
newest, those next to the best, among which the choice may still move, and of all others as many as there is room for,
evenly over log(1 + step). The index and the files are whole at any instant (`ring.py`).
"""

import contextlib
import dataclasses
import functools
import math
import os
import pathlib
from typing import TYPE_CHECKING

import keras
import numpy as np

from keras_phases.arguments import at_least, format_bytes, one_of
from keras_phases.backend.keras_private import write_orbax
from keras_phases.backend.random_states import keep_names
from keras_phases.backend.workers import find_workers
from keras_phases.callbacks.follower import ProbeFollower
from keras_phases.callbacks.kept_step import check_choice, describe_choice, find_rule, settle_choice
from keras_phases.checkpoints.orbax import ORBAX, check_orbax
from keras_phases.checkpoints.ring import SUFFIXES, Checkpoint, CheckpointRing, sort_by_distance
from keras_phases.checkpoints.whole_files import check_room
from keras_phases.record.kept import Kept, pack_kept
from keras_phases.record.paths import to_fixed, to_path
from keras_phases.signatures import lists_arguments
from keras_phases.warning import warn

if TYPE_CHECKING:
    from keras_phases.callbacks.phase_probe import PhaseProbe
    from keras_phases.record.paths import RemotePath

_SAME_VALUE = 1e-5
"""Relative difference up to which a value in the index and one in the record are of the same weights."""


class PhaseCheckpoint(ProbeFollower):
    """Keeps the weights of the step that a rule names, or of the best value of any column, found in hindsight.

        probe = PhaseProbe(log_dir="logs/run1")
        model.fit(x, y, callbacks=[probe, PhaseCheckpoint(probe, "logs/run1/best.weights.h5")])
        model.load_weights("logs/run1/best.weights.h5")

    After each probe step `filepath` holds the weights of the step that is best as far as is known. Beside it, in
    `<stem>-steps`, lie those of up to `max_kept` probe steps with an `index.json`; `load_index(filepath)` lists them.
    The rule is that of `history.advice()`: the latest step at which the layer has forgotten next to nothing. The
    reconstruction minimum, `keep="minimum"`, marks where it begins to forget, which is not the best step for every
    task. With labels of yours let `keras_phases.transfer` choose among the kept steps, and compare one block earlier.

    On disk are at most `max_kept` + 2 files of a run, each of the size of its weights (one more while a whole model is
    saved that would take half of the free memory, as Keras then writes its weights to a file first); `max_bytes` says
    how many bytes. Each file is written elsewhere and then put in its place: a run killed at any instant leaves whole
    files and an index of them (in a folder such as `gs://...` where the store puts uploads in their places as a whole).
    A run that goes on takes them up again, without those beyond the step it was restored to. Any other run leaves the
    steps that stand there to their record, which a line says: its own lie in `<stem>-steps-1`, `<stem>-steps-2`, ...
    beside them, and `filepath`, and `load_index(filepath)`, are of the run that began last. A full disk warns, and the
    next probe step tries again.

    Of several processes that train one model together the chief alone saves; the others' `checkpoints` are empty.

    Saving leaves no trace on the training. It takes the time of one `save_weights` or `save` a probe step.

    Args:
        probe: The `PhaseProbe` in the same list of callbacks; their order does not matter.
        filepath: Where the best weights go: `*.weights.h5`, or `*.keras` for the whole model; also a place such as
            `gs://bucket/best.weights.h5`. `*.orbax` is a folder of `keras.callbacks.OrbaxCheckpoint` (extra
            `[orbax]`), whose one step is the best; `<stem>-steps` is another.
        layer: Name of a tap. Defaults to `"auto"`: the last features.
        keep: Name of a rule (`keras_phases.record.rules`): `"latest_within"`, the latest step whose reconstruction loss
            is at most `1 + tolerance` times the lowest; `"minimum"`, the reconstruction minimum of the phases, which
            noise does not move; `"least_model_loss"`, the model's own on held-out rows; `"between"`, midway between
            the first and the third in log(1 + step). Defaults to `None`: `"latest_within"`, unless there is a `metric`.
        tolerance: Of `"latest_within"` alone, at least 0. Defaults to `None`: `0.05`.
        metric: In the place of a rule any column of the record, such as `"probe_accuracy"`, `"fitted_share"` or
            `"reconstruction_loss_class_0"`: the best value is kept, the earliest where several are. Defaults to `None`.
        mode: Of `metric`: `"min"`, `"max"`, or `"auto"`, the one that is known to be better. Defaults to `"auto"`.
        max_kept: Most files in `<stem>-steps`, at least 2; None keeps every probe step. Defaults to `8`.
        save_weights_only: Defaults to `None`: by the suffix, which any other value must agree with; in Orbax's folders
            weights alone unless it is False.
        batch_norm: `"recalibrate"`: in the files (not in the model that trains) moving statistics of BatchNormalization
            are those of the probe's fit rows, because early in training they have not settled; one forward pass more
            each. Defaults to `None`: as they are.
        verbose: 1 prints which step is the best so far. Defaults to `0`.

    Attributes: `best_step`, the step that `filepath` is to hold, None before there is one; `checkpoints`, the
    `Checkpoint`s that are kept, by step; `max_bytes`, the most bytes on disk, None before the first is saved, and
    without a bound.

    Raises:
        ValueError: here for a wrong argument; when `fit` starts for a probe that is not in it, an unknown layer or
            column, a folder that cannot be written or holds something else.

    Example:
        >>> import tempfile
        >>> import keras
        >>> from keras_phases import PhaseCheckpoint, PhaseProbe, datasets, models
        >>> (x, y), validation = datasets.digits()
        >>> model = models.vgg8((32, 32, 1), width=8)
        >>> model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        >>> log_dir = tempfile.mkdtemp()
        >>> probe = PhaseProbe(log_dir=log_dir, layers="block5_relu")
        >>> keep = PhaseCheckpoint(probe, f"{log_dir}/best.weights.h5", max_kept=3)
        >>> _ = model.fit(x[:256], y[:256], validation_data=validation, verbose=0, callbacks=[probe, keep])
        >>> len(keep.checkpoints), keep.best_step == probe.history.advice().step
        (3, True)
        >>> model.load_weights(f"{log_dir}/best.weights.h5")

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887; Deng et al., ICCV 2023, arXiv 2203.04668.
    """

    _arguments = "probe, 'best.weights.h5'"

    @lists_arguments
    def __init__(
        self,
        probe: "PhaseProbe",
        filepath: str | os.PathLike[str],
        *,
        layer: str = "auto",
        keep: str | None = None,
        tolerance: float | None = None,
        metric: str | None = None,
        mode: str = "auto",
        max_kept: int | None = 8,
        save_weights_only: bool | None = None,
        batch_norm: str | None = None,
        verbose: int = 0,
    ):
        super().__init__(probe, layer=layer, verbose=verbose)
        filepath, suffix = _check_filepath(filepath, save_weights_only)
        self._asked = check_choice(keep, tolerance, metric, mode)
        self._max_kept = None if max_kept is None else at_least(2, "max_kept", max_kept)
        self._batch_norm = one_of((None, "recalibrate"), "batch_norm", batch_norm)
        self._suffix, self._saves_weights = suffix, suffix != SUFFIXES[1] and save_weights_only is not False
        self._ring = CheckpointRing(filepath, suffix, max_kept=self._max_kept)

    @property
    def filepath(self) -> "pathlib.Path | RemotePath":
        """The file that holds the best weights."""
        return self._ring.filepath

    @property
    def best_step(self) -> int | None:
        """The best step so far, in hindsight."""
        return self._ring.best_step

    @property
    def checkpoints(self) -> list[Checkpoint]:
        """List of the `Checkpoint`s that are kept, by step."""
        return list(self._ring.checkpoints)

    @property
    def max_bytes(self) -> int | None:
        """Most bytes on disk; None where there is no bound, and before the first file tells its size."""
        if self._max_kept is None or not self._ring.largest_bytes:
            return None
        return (self._max_kept + (2 if self._saves_weights else 3)) * self._ring.largest_bytes

    def on_train_begin(self, logs=None):
        """Makes sure of the folder, and listens to the probe."""
        others = [getattr(listener, "__self__", None) for listener in self._probe.listeners]
        super().on_train_begin(logs)
        if any(isinstance(other, PhaseCheckpoint) and other._ring.first == self._ring.first for other in others):
            raise ValueError(
                f"Two PhaseCheckpoints of this fit keep files in '{self._ring.first}'. Expected a folder for each; "
                "pass another filepath to one of them."
            )
        workers = find_workers(self._model)
        self._writes = workers.is_chief
        if self._batch_norm is not None and not workers.can_assign_alone:
            raise ValueError(
                f"batch_norm is {self._batch_norm!r} with several processes on JAX, where one alone cannot lend a "
                "model other statistics. Expected None; call keras_phases.recalibrate_batch_norm on what was saved."
            )
        workers.broadcast(self._ring.open)
        self._is_revised = False

    def begin(self) -> None:
        """Makes sure of the column, once the record is known."""
        self._choice = settle_choice(self._asked, self.history, self.layer)

    def follow(self, step: int) -> None:
        """Saves the weights of a probe step, and brings `filepath` up to date."""
        if not self._writes:
            return
        if not self._is_revised:
            self._revise(step)
        best, values = self.best_step, self._values(self._choice, self.layer)
        epoch = self.history.newest.epoch  # pyright: ignore[reportOptionalMemberAccess] a step was measured
        epoch = int(epoch) if math.isfinite(epoch) else None
        checkpoint = Checkpoint(step, None, epoch, values[step], self._batch_norm == "recalibrate")  # pyright: ignore[reportArgumentType] its path comes with the file
        try:
            self._ring.add(checkpoint, self._save, functools.partial(choose_best, wanted=self._wanted_step()))
        finally:  # what could not be written may have taken the place of what was
            steps = [one.step for one in self.checkpoints]
            self._probe.note_kept(pack_kept(Kept(f"{self.filepath}", self.best_step, f"{self._ring.folder}", steps)))
        if self._verbose and self.best_step != best:
            print(f"\nPhaseCheckpoint: '{self.filepath}' holds {self._describe_best()} so far.")

    def on_train_end(self, logs=None):
        """Makes sure that the last step has been seen and `filepath` is up to date."""
        self._probe.measure_now()
        if not self._writes or self.layer is None or not len(self.history):
            return
        self._guard(self._ring.update, self.history.steps[-1])
        kept = f"'{self._ring.folder}' has the weights of {len(self.checkpoints)} steps"
        wanted = self._wanted_step()
        if self.best_step is None:
            warn(
                f"PhaseCheckpoint wrote no '{self.filepath}': it was to hold the step "
                f"{describe_choice(self._choice, self.layer)}, and what that asks for was finite at no probe step that "
                f"is kept. {kept}."
            )
        elif self.best_step != wanted:
            warn(f"PhaseCheckpoint: '{self.filepath}' holds {self._describe_best()}. {kept}.")
        elif self._verbose:
            bound = "" if self.max_bytes is None else f" (at most {format_bytes(self.max_bytes)} on disk)"
            print(f"PhaseCheckpoint: '{self.filepath}' holds {self._describe_best()}. {kept}{bound}.")

    def _wanted_step(self):
        """The step that is chosen, whether or not it is on disk."""
        return find_rule(self._choice)(self.history, self.layer)

    def _describe_best(self):
        wanted = self._wanted_step()
        near = "" if wanted == self.best_step else f"the nearest on disk to step {wanted:,}, "
        return f"step {self.best_step:,}, {near}{describe_choice(self._choice, self.layer)}"

    def _values(self, choice, layer):
        """By step what tells whose weights they are, None where it or a weight is not finite; empty if not recorded."""
        history, metric = self.history.before_failure(), choice.get("metric", "reconstruction_loss")
        if metric not in history.layout.metrics or layer not in history.layers:
            return {}
        column = history.column(metric, layer).tolist()
        finite = (value if math.isfinite(value) else None for value in column)
        values = dict(zip(history.steps.tolist(), finite, strict=True))
        return dict.fromkeys(self.history.steps.tolist()) | values

    def _revise(self, step):
        """Goes on with what this run kept before, without steps from here on; what another kept is left to it."""
        about, stood = {"layer": self.layer, **self._choice}, self._ring.folder
        num_stood, values = len(self.checkpoints), self._values(self._choice, self.layer)

        def revised(checkpoint, before):
            earlier = self._values(before, before.get("layer"))
            is_known = checkpoint.step < step and checkpoint.step in earlier
            if not is_known or not _is_same(checkpoint.value, earlier[checkpoint.step]):
                return None
            return dataclasses.replace(checkpoint, value=values[checkpoint.step])

        before, forgotten = self._ring.begin(about, revised)
        # This very step is only saved again, from the same weights where a run goes on from it.
        num_forgotten = sum(one.step != step for one in forgotten)
        if num_forgotten:
            warn(
                f"'{self._ring.folder}' held {num_forgotten} checkpoints of steps from {step} on; this run replaces "
                "them. Pass another filepath to keep both."
            )
        if self._ring.folder != stood:
            warn(
                f"'{stood}' holds {num_stood} checkpoints of another run, which stay: those of this run lie in "
                f"'{self._ring.folder}', the best of them in '{self.filepath}', in the place of the other run's."
            )
        if self.checkpoints and before != about:
            was, now = (", ".join(f"{name}={value!r}" for name, value in one.items()) for one in (before, about))
            warn(
                f"'{self._ring.folder}' was kept by {was}, and is from here on by {now}: steps that this chooses may "
                "be gone already; the nearest then stands for them."
            )
        self._is_revised = True

    def _save(self, path):
        """Writes the model's weights, or all of it, as they are at this step, and leaves no trace."""
        # On JAX asking for `model` hands it its newest values.
        model = self.model
        with find_workers(model).alone(), keep_names(), self._recalibrated(model):
            if self._suffix == ORBAX:
                write_orbax(model, path, weights_only=self._saves_weights)
            else:
                check_room(path, model)
                (model.save_weights if self._saves_weights else model.save)(path)  # pyright: ignore[reportOptionalMemberAccess] Keras has set it

    @contextlib.contextmanager
    def _recalibrated(self, model):
        """Within it the model has the moving statistics of the fit rows, if that was asked for."""
        if self._batch_norm is None:
            yield
            return
        from keras_phases.network.batch_norm import batch_norm_statistics

        inputs, batch_size = self._probe.fit_examples
        statistics = batch_norm_statistics(model, inputs, batch_size=batch_size)
        before = [np.array(keras.ops.convert_to_numpy(variable)) for variable, _ in statistics]
        try:
            for variable, value in statistics:
                variable.assign(value)
            yield
        finally:
            for (variable, _), value in zip(statistics, before, strict=True):
                variable.assign(value)


def choose_best(checkpoints, *, wanted):
    """The checkpoint of a step, or the nearest to it, and those to keep first because the choice may move to them.

    Args:
        checkpoints: Tuple of `Checkpoint`, by step.
        wanted: The step that is chosen; None for none.

    Returns:
        `(best_step, candidates)`; None for `best_step` without a wanted step, and where no value is finite.
    """
    newest, sound = checkpoints[-1].step, [one for one in checkpoints if one.value is not None]
    if wanted is None or not sound:
        return None, [newest]
    best, *others = (one.step for one in sort_by_distance(sound, wanted))
    return best, [newest, *others]


def _is_same(value, other):
    if value is None or other is None:
        return value is other
    return math.isclose(value, other, rel_tol=_SAME_VALUE)


def _check_filepath(filepath, save_weights_only):
    """`(path, suffix)`, or a ValueError."""
    try:
        path = to_path(filepath)
    except TypeError as error:
        raise ValueError(
            f"filepath is {filepath!r}. Expected a path, such as PhaseCheckpoint(probe, 'best.weights.h5')."
        ) from error
    kinds = (*SUFFIXES, ORBAX)
    suffix = next((suffix for suffix in kinds if path.name.endswith(suffix) and path.name != suffix), None)
    if suffix is None:
        raise ValueError(
            f"filepath is '{path}'. Expected a name that ends in '.weights.h5', for weights, or in '.keras', for the "
            "whole model; '.orbax' is a folder of Orbax's."
        )
    if suffix == ORBAX:
        check_orbax(path)
    if "{" in path.name:
        raise ValueError(
            f"filepath is '{path}', with a placeholder. Expected one file, of the best step; those of other steps lie "
            "beside it, with the step in their names. Pass a plain name, such as 'best.weights.h5'."
        )
    if save_weights_only is not None:
        one_of((True, False), "save_weights_only", save_weights_only)
        wanted = SUFFIXES[0] if save_weights_only else SUFFIXES[1]
        if suffix not in (wanted, ORBAX):
            raise ValueError(
                f"save_weights_only is {save_weights_only!r} and filepath is '{path}'. Expected a name that ends in "
                f"'{wanted}' then; or leave save_weights_only out, the suffix decides."
            )
    return to_fixed(path), suffix
