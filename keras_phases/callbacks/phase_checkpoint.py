"""`PhaseCheckpoint`: keeps the weights of the step that turns out to be the best, out of a bounded ring of probe steps.

Which step is the reconstruction minimum is known only later. So weights of several probe steps are kept on disk: the
minimum so far, the newest, the lowest loss, some of those that may still turn out to be the minimum, and of all others
as many as there is room for, evenly over log(1 + step). The index and the files are whole at any instant (`ring.py`).
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
from keras_phases.backend.random_states import keep_names
from keras_phases.backend.workers import find_workers
from keras_phases.callbacks.follower import ProbeFollower
from keras_phases.checkpoints.ring import SUFFIXES, Checkpoint, CheckpointRing
from keras_phases.record import schema
from keras_phases.record.console import HONEST_LIMIT
from keras_phases.record.paths import to_path
from keras_phases.warning import warn

if TYPE_CHECKING:
    from keras_phases.callbacks.phase_probe import PhaseProbe
    from keras_phases.record.paths import RemotePath

_RECONSTRUCTION = "reconstruction_loss"
_SAME_VALUE = 1e-5
"""Relative difference up to which a value in the index and one in the record are of the same weights."""


class PhaseCheckpoint(ProbeFollower):
    """Keeps the weights of the reconstruction minimum, or of the best step by another metric, found in hindsight.

        probe = PhaseProbe(log_dir="logs/run1")
        model.fit(x, y, callbacks=[probe, PhaseCheckpoint(probe, "logs/run1/minimum.weights.h5")])
        model.load_weights("logs/run1/minimum.weights.h5")

    After each probe step `filepath` holds the weights of the step that is best as far as is known. Beside it, in
    `<stem>-steps`, lie those of up to `max_kept` probe steps with an `index.json`; `load_index(filepath)` lists them.
    The minimum marks where the layer begins to forget its input. That is not the best step for every task: with labels
    of yours let `keras_phases.transfer.evaluate_transfer` choose among the kept steps, and compare one block earlier.

    On disk are at most `max_kept` + 2 files of the size of one (one more while a whole model is saved that would take
    half of the free memory, as Keras then writes its weights to a file first); `max_bytes` says how many bytes. Each
    file is written elsewhere and then put in its place: a run killed at any instant leaves whole files and an index of
    them (in a folder such as `gs://...` where the store puts uploads in their places as a whole). A run that goes on
    takes them up again, without those beyond the step it was restored to. A full disk warns, and the next probe step
    tries again.

    Of several processes that train one model together the chief alone saves; the others' `checkpoints` are empty.

    Saving leaves no trace on the training. It takes the time of one `save_weights` or `save` a probe step.

    Args:
        probe: The `PhaseProbe` in the same list of callbacks; their order does not matter.
        filepath: Where the best weights go: `*.weights.h5`, or `*.keras` for the whole model; also a place such as
            `gs://bucket/minimum.weights.h5`.
        layer: Name of a tap. Defaults to `"auto"`: the last features.
        metric: Any of the record's metrics, such as `"probe_accuracy"` or `"model_accuracy"`. Of
            `"reconstruction_loss"` the minimum is that of the phases, which noise does not move; of others the best
            value, the earliest where several are. Defaults to `"reconstruction_loss"`.
        mode: `"min"`, `"max"`, or `"auto"`: the largest accuracy or explained variance, the smallest loss. Defaults to
            `"auto"`.
        max_kept: Most files in `<stem>-steps`, at least 2; None keeps every probe step. Defaults to `8`.
        save_weights_only: Defaults to `None`: by the suffix, which any other value must agree with.
        batch_norm: `"recalibrate"`: in the files (not in the model that trains) moving statistics of BatchNormalization
            are those of the probe's fit rows, because early in training they have not settled; one forward pass more
            each. Defaults to `None`: as they are.
        verbose: 1 prints which step is the best so far. Defaults to `0`.

    Attributes: `best_step`, the step that `filepath` is to hold, None before there is one; `checkpoints`, the
    `Checkpoint`s that are kept, by step; `max_bytes`, the most bytes on disk, None before the first is saved, and
    without a bound.

    Raises:
        ValueError: here for a wrong argument; when `fit` starts for a probe that is not in it, an unknown layer or
            metric, a folder that cannot be written or holds something else.

    Example:
        >>> import tempfile
        >>> import keras
        >>> from keras_phases import PhaseCheckpoint, PhaseProbe, datasets, models
        >>> (x, y), validation = datasets.digits()
        >>> model = models.vgg8((32, 32, 1), width=8)
        >>> model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        >>> log_dir = tempfile.mkdtemp()
        >>> probe = PhaseProbe(log_dir=log_dir, layers="block5_relu")
        >>> keep = PhaseCheckpoint(probe, f"{log_dir}/minimum.weights.h5", max_kept=3)
        >>> _ = model.fit(x[:256], y[:256], validation_data=validation, verbose=0, callbacks=[probe, keep])
        >>> len(keep.checkpoints), keep.best_step == probe.history.phases("block5_relu").minimum_step
        (3, True)
        >>> model.load_weights(f"{log_dir}/minimum.weights.h5")

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887; Deng et al., ICCV 2023, arXiv 2203.04668.
    """

    _arguments = "probe, 'minimum.weights.h5'"

    def __init__(
        self,
        probe: "PhaseProbe",
        filepath: str | os.PathLike[str],
        *,
        layer: str = "auto",
        metric: str = _RECONSTRUCTION,
        mode: str = "auto",
        max_kept: int | None = 8,
        save_weights_only: bool | None = None,
        batch_norm: str | None = None,
        verbose: int = 0,
    ):
        super().__init__(probe, layer=layer, verbose=verbose)
        filepath, suffix = _check_filepath(filepath, save_weights_only)
        self._metric, self._mode = _check_metric(metric), _resolve_mode(metric, mode)
        self._max_kept = None if max_kept is None else at_least(2, "max_kept", max_kept)
        self._batch_norm = one_of((None, "recalibrate"), "batch_norm", batch_norm)
        self._saves_weights = suffix == SUFFIXES[0]
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
        if any(isinstance(other, PhaseCheckpoint) and other._ring.folder == self._ring.folder for other in others):
            raise ValueError(
                f"Two PhaseCheckpoints of this fit keep files in '{self._ring.folder}'. Expected a folder for each; "
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
        """Makes sure of the metric, once the record is known."""
        metrics = self.history.layout.metrics
        if self._metric not in metrics:
            known = ", ".join(name for name in metrics if name not in schema.GROUP_METRICS)
            raise ValueError(
                f"metric is {self._metric!r}, which this record does not have. Expected one of: {known}. "
                "PhaseProbe(transfer={'name': ...}) adds transfer_name_accuracy."
            )

    def follow(self, step: int) -> None:
        """Saves the weights of a probe step, and brings `filepath` up to date."""
        if not self._writes:
            return
        self._revise(step)
        best, values = self.best_step, self._values(self._metric, self.layer)
        epoch = int(self.history.newest.epoch)  # pyright: ignore[reportOptionalMemberAccess] a step was measured
        checkpoint = Checkpoint(step, None, epoch, values[step], self._batch_norm == "recalibrate")  # pyright: ignore[reportArgumentType] its path comes with the file
        choose = functools.partial(
            choose_best, history=self.history, layer=self.layer, metric=self._metric, mode=self._mode
        )
        self._ring.add(checkpoint, self._save, choose)
        if self._verbose and self.best_step != best:
            value = next(one.value for one in self.checkpoints if one.step == self.best_step)
            print(
                f"\nPhaseCheckpoint: step {self.best_step:,} is the best so far, {self._metric} {value:.4g}: "
                f"'{self.filepath}'"
            )

    def on_train_end(self, logs=None):
        """Makes sure that the last step has been seen and `filepath` is up to date."""
        self._probe.measure_now()
        if not self._writes or self.layer is None or not len(self.history):
            return
        self._guard(self._ring.update, self.history.steps[-1])
        if self.best_step is None:
            warn(
                f"PhaseCheckpoint wrote no '{self.filepath}': {self._metric} of '{self.layer}' was finite at no probe "
                f"step that is kept. '{self._ring.folder}' has the weights of {len(self.checkpoints)} steps."
            )
        elif self._verbose:
            self._print_summary()

    def _print_summary(self):
        bound = "" if self.max_bytes is None else f" (at most {format_bytes(self.max_bytes)} on disk)"
        limit = f" {HONEST_LIMIT}" if self._metric == _RECONSTRUCTION else ""
        print(
            f"PhaseCheckpoint: '{self.filepath}' holds step {self.best_step:,}, the best of '{self.layer}' by "
            f"{self._metric}; '{self._ring.folder}' the weights of {len(self.checkpoints)} steps{bound}.{limit}"
        )

    def _values(self, metric, layer):
        """The metric by step, None where it or a weight is not finite; empty where the record does not have it."""
        history = self.history.before_failure()
        if metric not in history.layout.metrics or layer not in history.layers:
            return {}
        column = history.column(metric, history.row_index(layer)).tolist()
        finite = (value if math.isfinite(value) else None for value in column)
        values = dict(zip(history.steps.tolist(), finite, strict=True))
        return dict.fromkeys(self.history.steps.tolist()) | values

    def _revise(self, step):
        """Drops what an earlier run kept of steps from here on, or of another curve; takes up the rest."""
        about = {"layer": self.layer, "metric": self._metric, "mode": self._mode}
        values = self._values(self._metric, self.layer)
        earlier = self._values(self._ring.about.get("metric"), self._ring.about.get("layer"))

        def revised(checkpoint):
            is_known = checkpoint.step < step and checkpoint.step in earlier
            if not is_known or not _is_same(checkpoint.value, earlier[checkpoint.step]):
                return None
            return dataclasses.replace(checkpoint, value=values[checkpoint.step])

        # This very step is only saved again, from the same weights where a run goes on from it.
        num_forgotten = sum(forgotten.step != step for forgotten in self._ring.revise(about, revised))
        if num_forgotten and not self._is_revised:
            warn(
                f"'{self._ring.folder}' held {num_forgotten} checkpoints of steps from {step} on or of another run; "
                "this run replaces them. Pass another filepath to keep both."
            )
        self._is_revised = True

    def _save(self, path):
        """Writes the model's weights, or all of it, as they are at this step, and leaves no trace."""
        # On JAX asking for `model` hands it its newest values.
        model = self.model
        with find_workers(model).alone(), keep_names(), self._recalibrated(model):
            if self._saves_weights:
                model.save_weights(path)  # pyright: ignore[reportOptionalMemberAccess] Keras has set it
            else:
                model.save(path)  # pyright: ignore[reportOptionalMemberAccess] Keras has set it

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


def choose_best(checkpoints, *, history, layer, metric, mode):
    """The best of some checkpoints in hindsight, and those to keep first because they may turn out to be.

    Args:
        checkpoints: Tuple of `Checkpoint`, by step.
        history: `PhaseHistory` up to the newest of them.
        layer: Name of a layer.
        metric: Name of a metric.
        mode: `"min"` or `"max"`.

    Returns:
        `(best_step, candidates)`; None for `best_step` where no value is finite.
    """
    sign, newest = (1 if mode == "min" else -1), checkpoints[-1].step
    ranked = [step for _, step in sorted((sign * one.value, one.step) for one in checkpoints if one.value is not None)]
    if not ranked:
        return None, [newest]
    if metric != _RECONSTRUCTION or mode == "max":
        return ranked[0], [newest]
    found = history.phases(layer)
    low, high = found.minimum_interval
    near = [step for step in ranked if low <= step <= high]
    best = next(step for step in (found.minimum_step, *near, *ranked) if step in ranked)
    return best, [newest, ranked[0], *near]


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
            f"filepath is {filepath!r}. Expected a path, such as PhaseCheckpoint(probe, 'minimum.weights.h5')."
        ) from error
    suffix = next((suffix for suffix in SUFFIXES if path.name.endswith(suffix) and path.name != suffix), None)
    if suffix is None:
        raise ValueError(
            f"filepath is '{path}'. Expected a name that ends in '.weights.h5', for weights, or in '.keras', for the "
            "whole model."
        )
    if "{" in path.name:
        raise ValueError(
            f"filepath is '{path}', with a placeholder. Expected one file, of the best step; those of other steps lie "
            "beside it, with the step in their names. Pass a plain name, such as 'minimum.weights.h5'."
        )
    if save_weights_only is not None:
        one_of((True, False), "save_weights_only", save_weights_only)
        wanted = SUFFIXES[0] if save_weights_only else SUFFIXES[1]
        if suffix != wanted:
            raise ValueError(
                f"save_weights_only is {save_weights_only!r} and filepath is '{path}'. Expected a name that ends in "
                f"'{wanted}' then; or leave save_weights_only out, the suffix decides."
            )
    return path, suffix


def _check_metric(metric):
    """The name of a metric; which transfer tasks there are is known when `fit` starts."""
    known = (*schema.METRICS, *schema.GROUP_METRICS)
    if not isinstance(metric, str) or (metric not in known and not metric.startswith("transfer_")):
        raise ValueError(
            f"metric is {metric!r}. Expected one of: {', '.join(schema.METRICS)}, or a transfer_<name>_accuracy."
        )
    return metric


def _resolve_mode(metric, mode):
    if one_of(("auto", "min", "max"), "mode", mode) != "auto":
        return mode
    if metric.endswith("accuracy") or metric == "explained_variance":
        return "max"
    if "loss" in metric:
        return "min"
    raise ValueError(f"mode is 'auto', and whether more of {metric!r} is better is not known. Expected 'min' or 'max'.")
