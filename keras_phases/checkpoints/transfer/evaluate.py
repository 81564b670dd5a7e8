"""`evaluate_transfer`: the checkpoints of a run, each judged by how well it serves another task."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from keras_phases.arguments import at_least
from keras_phases.backend.random_states import keep_random_states
from keras_phases.checkpoints.loading import Checkpoints, copy_model, list_checkpoints, load_weights
from keras_phases.checkpoints.transfer.finetune import FineTune, FineTuner
from keras_phases.checkpoints.transfer.frozen import FrozenProbes, check_batch_norm
from keras_phases.checkpoints.transfer.source import HistorySource, MeasuredSource, check_history
from keras_phases.checkpoints.transfer.table import TransferRow, TransferTable, find_interval
from keras_phases.checkpoints.transfer.task import check_fits, labelled_rows
from keras_phases.data.trees import take_rows
from keras_phases.network.features import batch_normalisations_of
from keras_phases.network.taps import resolve_taps
from keras_phases.record.history import PhaseHistory

if TYPE_CHECKING:
    import keras


@keep_random_states()
def evaluate_transfer(
    checkpoints: Checkpoints,
    data: Any,
    *,
    model: "keras.Model | None" = None,
    mode: str | FineTune = "frozen",
    layer: str | Sequence[str] = "auto",
    batch_norm: str = "inference",
    seeds: int | Sequence[int] = 3,
    max_examples: int = 10_000,
    probe_batch_size: int = 256,
    source_data: Any = None,
    history: PhaseHistory | None = None,
    verbose: int = 1,
) -> TransferTable:
    """Tells which checkpoint of a run, and which layer, to transfer: the accuracy that each gives on another task.

        table = evaluate_transfer("logs/run1/best.weights.h5", ((x, y), (x_test, y_test)), model=model)
        print(table)
        table.best.step
        evaluate_transfer(checkpoints, data, model=model, layer="all").best  # also `.layer`

    `mode="frozen"` asks what the features of a layer hold as they are: an exact linear probe on them, for each seed on
    fit rows of its own draw. It costs a forward pass over these and the test rows for all layers at once, and some
    seconds a layer, for each checkpoint. `mode="finetune"` puts a new head on the features and trains all weights, for
    each checkpoint and seed anew: that is a training each. The two may well favour different checkpoints.

    Which one is best is for the labels to say. The reconstruction minimum marks where a layer begins to forget its
    input; frozen features often serve another task best later than that, and those of an earlier layer often better
    than the last ones. With some hundred labels and no test rows ask `keras_phases.transfer.advise`.

    The model is copied; its own weights, compilation and the global random states stay as they are.

    Args:
        checkpoints: List of `.keras` or `.weights.h5` files with the step in their names (of several whole numbers the
            last: `epoch03-batch0200.weights.h5` is step 200), a dict `{step: path}`, a folder of such files, the
            `filepath` of a `PhaseCheckpoint`, or a list of its `Checkpoint`s.
        data: `((x, y), (x_test, y_test))` of the target task: arrays of inputs of the model's shape, and classes.
        model: The model as it was built for the training; needed for weights files, left as it is. Defaults to `None`:
            the one in the `.keras` files.
        mode: `"frozen"`, `"finetune"`, or `FineTune(epochs=..., steps=..., batch_size=..., learning_rate=...,
            weight_decay=...)`. Defaults to `"frozen"`.
        layer: Name of the layer whose output the probe, or the new head, reads; of frozen features also a list of them,
            or `"all"`: those that `PhaseProbe` taps. Defaults to `"auto"`: the last features before the classifier.
        batch_norm: Of frozen features. `"inference"`: BatchNormalization uses the checkpoint's moving statistics, which
            have not settled in the first hundred steps. `"recalibrate"`: they are first measured anew on rows of
            `source_data`, as is right before step 200. `"batch"`: it uses the statistics of each target batch. Defaults
            to `"inference"`.
        seeds: Number of seeds, or a list of them; each draws fit rows, or a head and an order of the rows. Defaults to
            `3`.
        max_examples: Most fit rows of a frozen probe, and most source rows. Where the target task has no more, there is
            one draw. Defaults to `10_000`.
        probe_batch_size: Rows of a batch of the forward passes. Defaults to `256`.
        source_data: `((x, y), (x_test, y_test))` that the model was trained on. It adds the columns `source_accuracy`
            and `reconstruction_loss`, measured as `PhaseProbe` does, with the statistics of probe batches. Defaults to
            `None`.
        history: `PhaseHistory` of the run, which has these columns by step, with these layers among its taps. Defaults
            to `None`.
        verbose: 1 prints a line for each checkpoint. Defaults to `1`.

    Returns:
        `TransferTable`; `print(table)` shows it, `table.to_dataframe()` and `table.plot()` give it on.

    Raises:
        ValueError: for no checkpoints, weights without a model or of another one, rows of another shape, an unknown
            layer, several layers with fine-tuning, labels that are no classes.
        FileNotFoundError: for checkpoints that are not there.

    Example:
        >>> import pathlib, tempfile
        >>> from keras_phases import datasets, models
        >>> (x, y), (x_test, y_test) = datasets.digits()
        >>> model = models.vgg8((32, 32, 1), width=4)
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> model.save_weights(folder / "step-0.weights.h5")
        >>> is_odd = (x[:512], y[:512] % 2), (x_test[:256], y_test[:256] % 2)
        >>> table = evaluate_transfer(
        ...     [folder / "step-0.weights.h5"], is_odd, model=model, max_examples=256, verbose=0
        ... )
        >>> table.best.step, table.layer, table.best.transfer_accuracy > 0.6
        (0, 'block5_relu', True)

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887; Deng et al., ICCV 2023, arXiv 2203.04668.
    """
    tuning, seeds = _resolve_mode(mode), _resolve_seeds(seeds)
    max_examples = at_least(2, "max_examples", max_examples)
    batch_size = at_least(2, "probe_batch_size", probe_batch_size)
    check_batch_norm(batch_norm, source_data)
    _check_tuning(tuning, batch_norm)
    check_history(history)
    saved_steps, rows = list_checkpoints(checkpoints), labelled_rows(data, "data")
    source_rows = None if source_data is None else labelled_rows(source_data, "source_data")
    copy = copy_model(model, saved_steps[0], take_rows(rows.x, slice(2)))
    for given, name in ((rows, "data"), (source_rows, "source_data")):
        if given is not None:
            check_fits(copy, given.x, name)
            check_fits(copy, given.x_test, f"x_test of {name}")
    taps, sizes = _find_taps(copy, layer, rows.x), {"max_examples": max_examples, "batch_size": batch_size}
    if history is not None:
        source = HistorySource(history, taps)
    else:
        source = MeasuredSource(copy, taps, source_rows, **sizes)
    if tuning is None:
        judge = FrozenProbes(copy, taps, rows, seeds, source_rows=source_rows, batch_norm=batch_norm, **sizes)
    else:
        judge = FineTuner(copy, _only(taps), rows, seeds, settings=tuning)
    by_step = []
    for saved in saved_steps:
        load_weights(copy, saved)
        by_step.append(_measure(saved, taps, source, judge, lambda saved=saved: load_weights(copy, saved)))
        if verbose:
            print(_describe(by_step[-1]), flush=True)
    return TransferTable(
        rows=tuple(row for rows_of_layer in zip(*by_step, strict=True) for row in rows_of_layer),
        model=(model or copy).name,
        num_examples=judge.num_examples,
        num_test=judge.num_test,
        tuning=judge.tuning,
        has_batch_norm=bool(batch_normalisations_of(copy)),
        has_one_draw=judge.num_seeds < len(seeds),
    )


def _measure(saved, taps, source, judge, reload):
    """A `TransferRow` for each tap of the checkpoint whose weights the model has; `reload` gives them to it again."""
    of_source = source.measure(saved.step)
    found = zip(taps, of_source, judge.measure(reload), strict=True)
    return [_row(saved, tap, known, np.transpose(scores), judge) for tap, known, scores in found]


def _row(saved, tap, known, scores, judge):
    (source_accuracy, reconstruction_loss), (losses, accuracies) = known, scores
    low, high = find_interval(accuracies, judge.num_test)
    return TransferRow(
        step=saved.step,
        layer=tap.name,
        source_accuracy=source_accuracy,
        reconstruction_loss=reconstruction_loss,
        transfer_accuracy=float(np.mean(accuracies)),
        transfer_accuracy_low=low,
        transfer_accuracy_high=high,
        transfer_loss=float(np.mean(losses)),
        mode="frozen" if judge.tuning is None else "finetune",
        batch_norm=judge.batch_norm,
        seeds=judge.num_seeds,
        accuracies=tuple(map(float, accuracies)),
        recalibrated=saved.recalibrated,
    )


def _describe(rows):
    """The accuracies of a step, for people."""
    named = len(rows) > 1
    accuracies = (f"{row.transfer_accuracy:.4f}{f' ({row.layer})' * named}" for row in rows)
    return f"step {rows[0].step:,}: transfer accuracy {', '.join(accuracies)}"


def _resolve_mode(mode):
    """`FineTune`, or None for frozen features."""
    if isinstance(mode, FineTune):
        return mode
    if mode not in ("frozen", "finetune"):
        raise ValueError(f"mode is {mode!r}. Expected 'frozen', 'finetune', or FineTune(epochs=...).")
    return FineTune() if mode == "finetune" else None


def _check_tuning(tuning, batch_norm):
    if tuning is not None and batch_norm != "inference":
        raise ValueError(
            f"batch_norm is {batch_norm!r} with fine-tuning, which measures its statistics itself. Expected it with "
            "mode='frozen' alone; leave it out."
        )


def _resolve_seeds(seeds):
    """Different integers of at least 0: those given, or as many as asked for."""
    is_list = isinstance(seeds, (list, tuple, range))
    try:
        found = tuple(at_least(0, "a seed", seed) for seed in (seeds if is_list else range(at_least(1, "", seeds))))
    except ValueError:
        found = ()
    if not found or len(set(found)) < len(found):
        raise ValueError(
            f"seeds is {list(seeds) if is_list else repr(seeds)}. Expected the number of them, at least 1, or a list "
            "of different integers from 0 on, such as seeds=3 or seeds=[0, 1, 2]."
        )
    return found


def _find_taps(model, layer, x):
    taps = resolve_taps(model, "auto" if layer == "all" else layer, take_rows(x, slice(2)))
    return taps[-1:] if layer == "auto" else taps


def _only(taps):
    if len(taps) > 1:
        names = ", ".join(f"'{tap.name}'" for tap in taps)
        raise ValueError(
            f"layer names {len(taps)} layers with fine-tuning: {names}. Expected one of them, or 'auto'; each is a "
            "training of its own."
        )
    return taps[0]
