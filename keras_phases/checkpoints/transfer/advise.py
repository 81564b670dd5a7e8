"""`advise`: which kept checkpoint and which layer serve a task best, told by some labels of it."""

import dataclasses
from typing import TYPE_CHECKING, Any

import numpy as np

from keras_phases.backend.arrays import full_float32, without_gradients
from keras_phases.backend.random_states import keep_random_states
from keras_phases.backend.threads import threads_for
from keras_phases.checkpoints.loading import Checkpoints, copy_model, list_checkpoints, load_weights
from keras_phases.checkpoints.transfer.frozen import FrozenFeatures, check_batch_norm
from keras_phases.checkpoints.transfer.source import check_history
from keras_phases.checkpoints.transfer.table import SETTLED_STEP
from keras_phases.checkpoints.transfer.task import check_classes, check_fits, labelled_part, labelled_rows
from keras_phases.data.labels import resolve_labels
from keras_phases.data.probe_examples import mixed_order
from keras_phases.data.trees import take_rows
from keras_phases.network.features import batch_normalisations_of
from keras_phases.network.taps import resolve_taps
from keras_phases.probes.discriminant import discriminate
from keras_phases.probes.leave_one_out import leave_one_out
from keras_phases.record.advice import RULE as DEFAULT_RULE
from keras_phases.record.advice import Advice, advise_by_losses
from keras_phases.record.history import PhaseHistory
from keras_phases.record.rules import RULES

if TYPE_CHECKING:
    import keras

FEWEST_ROWS = 10
"""With fewer labels it abstains."""

_RULE = "left_out_loss"
_UNSETTLED = (
    f"Checkpoints before step {SETTLED_STEP} have moving statistics of BatchNormalization that have not settled, and "
    "may be better than they seem; pass batch_norm='recalibrate' with source_data."
)
_TOLD = {
    "classes": "the smoothed cross-entropy of {:,} rows by a linear discriminant analysis of others",
    "multilabel": "the smoothed squared error of the labels of {:,} rows by a linear probe of the others",
    "regression": "the smoothed squared error of {:,} rows by a linear probe of the others",
}
_SMOOTHED_OCTAVES, _CONFIDENCE, _NUM_DRAWS = 2.5, 0.9, 500
_BATCH_SIZE, _STATISTICS_ROWS = 256, 10_000
_EXPECTED = "Expected (x, y), arrays of inputs as fed and a label for each"


@keep_random_states()
def advise(
    checkpoints: Checkpoints,
    model: "keras.Model | None",
    data: Any,
    *,
    layers: Any = "auto",
    batch_norm: str = "inference",
    source_data: Any = None,
    history: PhaseHistory | None = None,
) -> Advice:
    """Tells which kept step of which layer serves a task, from some labels of it, 100 to 500 say.

        advice = advise("logs/run1/best.weights.h5", model, (x, y))
        print(advice.text)
        advice.step, advice.layer

    Each row is predicted from others, in closed form, for every layer of every checkpoint: a class by a linear
    discriminant analysis of the nine other tenths of the rows, numbers by a ridge regression on all others. Advised is
    the least loss, cross-entropy or squared error, as a mean over neighbouring steps with weights that fall to 0 over
    2.5 octaves. It costs one forward pass over the rows for each checkpoint, and for each layer an eigendecomposition
    of at most 1,024 features, or as many rows, and of classes some n^2 F operations more.

    Differences are judged in pairs, row by row. What is not told apart from the best, allowing for the choice among
    many, is the interval; where the default lies within one standard error, the advice abstains. The default is the
    last layer at the step that `latest_within` names in the record of the run, without a record the last checkpoint.

    How good the choice is, rows that it was not made with can say: `evaluate_transfer`.

    Args:
        checkpoints: As `evaluate_transfer` takes them: a list of files, a dict `{step: path}`, a folder, or the
            `filepath` of a `PhaseCheckpoint`.
        model: The model as it was built for the training, left as it is; None: the one in the `.keras` files.
        data: `(x, y)` of the task: arrays of inputs of the model's shape, and class indices, one-hot or multi-label
            rows, or numbers.
        layers: As `PhaseProbe` takes them. Defaults to `"auto"`: the blocks.
        batch_norm: `"inference"`, `"batch"` or `"recalibrate"`, as of `evaluate_transfer`. Defaults to `"inference"`.
        source_data: `((x, y), (x_test, y_test))` that the model was trained on, for `"recalibrate"`. Defaults to
            `None`.
        history: `PhaseHistory` of the run, for the default. Defaults to `None`.

    Returns:
        `Advice`. It abstains with fewer than ten rows, too.

    Raises:
        ValueError: for labels of no kind or one class, and as `evaluate_transfer`.
        FileNotFoundError: for checkpoints that are not there.

    Example:
        >>> import pathlib, tempfile
        >>> import keras, numpy as np
        >>> model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4, name="hidden"), keras.layers.Dense(2)])
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> for step in (512, 1024):
        ...     model.save_weights(folder / f"step-{step}.weights.h5")
        >>> x = np.random.default_rng(0).normal(size=(40, 2)).astype("float32")
        >>> advice = advise(folder, model, (x, x[:, 0] > 0), layers="hidden")
        >>> advice.step, advice.layer, advice.abstains  # both checkpoints are alike
        (1024, 'hidden', True)

    Reference: Allen, The Relationship between Variable Selection and Data Augmentation and a Method for Prediction,
        Technometrics 16 (1974); Hastie, Buja and Tibshirani, Penalized Discriminant Analysis, Annals of Statistics 23
        (1995).
    """
    check_batch_norm(batch_norm, source_data)
    check_history(history)
    saved_steps, (x, y) = list_checkpoints(checkpoints), _read(data)
    targets, labels = _targets(y)
    copy = copy_model(model, saved_steps[0], take_rows(x, slice(2)))
    check_fits(copy, x, "data")
    taps = resolve_taps(copy, layers, take_rows(x, slice(2)))
    default = _default_step(history, taps[-1].name, [saved.step for saved in saved_steps]), taps[-1].name
    if len(targets) < FEWEST_ROWS:
        text = f"Advice: none. {len(targets)} labels are too few to tell anything; expected at least {FEWEST_ROWS}."
        return Advice(*default, None, _RULE, True, text)
    features = FrozenFeatures(
        copy,
        taps,
        source_rows=None if source_data is None else labelled_rows(source_data, "source_data"),
        batch_norm=batch_norm,
        max_examples=_STATISTICS_ROWS,
        batch_size=_BATCH_SIZE,
    )
    losses = _measure(copy, saved_steps, features, x, targets, labels.task)
    rows = smoothed([saved.step for saved in saved_steps], losses)
    candidates = [(saved.step, tap.name) for tap in taps for saved in saved_steps]
    distances, limit = standard_distances(rows.reshape(-1, len(targets)))
    found = advise_by_losses(
        dict(zip(candidates, rows.mean(axis=2).ravel().tolist(), strict=True)),
        dict(zip(candidates, distances.tolist(), strict=True)),
        default,
        limit=limit,
        rule=_RULE,
        told=_TOLD[labels.task].format(len(targets)),  # pyright: ignore[reportArgumentType] checked: a task
    )
    early = any(saved.step < SETTLED_STEP and not saved.recalibrated for saved in saved_steps)
    unsettled = early and batch_norm == "inference" and bool(batch_normalisations_of(copy))
    text = " ".join([found.text, *_notes(labels), *[_UNSETTLED] * unsettled])
    return dataclasses.replace(found, text=text)


def _read(data):
    if not isinstance(data, (tuple, list)) or len(data) != 2:
        raise ValueError(f"data is a {type(data).__name__} of another form. {_EXPECTED}.")
    return labelled_part(data, "data", _EXPECTED)


def _targets(y):
    """What the probes regress on, float64 `(n, C)`, and the `Labels`; a ValueError where there is nothing to tell."""
    labels = resolve_labels(y, y)
    if labels.task is None:
        reason = f"data has labels that cannot be told: {labels.reason}"
        raise ValueError(f"{reason}. {_EXPECTED}: a class, 0s and 1s, or numbers.")
    if labels.task == "classes":
        check_classes(labels)
        return np.eye(len(labels.classes))[labels.fit], labels  # pyright: ignore[reportArgumentType] they are classes
    targets = np.asarray(labels.fit, np.float64)
    spread = targets.std(axis=0)
    if not spread.any():
        raise ValueError(f"data has the same labels in all {len(y)} rows. Expected at least two values.")
    # Numbers in units of their own spread, so that one in small units counts as much as another.
    return targets / np.where(spread > 0, spread, 1) if labels.task == "regression" else targets, labels


def _default_step(history, layer, steps):
    """The kept step next to that of the rule without labels; the last where there is no record of the layer."""
    known = None if history is None or layer not in history.layers else RULES[DEFAULT_RULE](history, layer)
    return steps[-1] if known is None else min(steps, key=lambda step: abs(np.log1p(step) - np.log1p(known)))


@threads_for("numpy")
@full_float32()
@without_gradients()
@np.errstate(invalid="ignore", over="ignore")
def _measure(model, saved_steps, features, x, targets, task):
    """The loss of each row, `(num_layers, num_steps, n)`; NaN where features are not finite."""
    found = []
    # Each batch has every class at its share, as statistics of batches need it.
    order = mixed_order(targets.argmax(axis=1), np.arange(len(targets)), np.random.default_rng(0))
    for saved in saved_steps:
        load_weights(model, saved)
        features.settle()
        found.append([_judge(of_layer, targets[order], task) for of_layer in features.of(x, order)])
    return np.transpose(found, (1, 0, 2))


def _judge(features, targets, task):
    if not np.isfinite(features.sum(dtype=np.float64)):
        return np.full(len(targets), np.nan)
    if task == "classes":
        return discriminate(features, targets.argmax(axis=1)).losses
    return leave_one_out(features, targets).losses


def smoothed(steps, rows):
    """Means over neighbouring steps, with weights that fall to 0 over 2.5 octaves; NaN stays where it is.

    What a layer tells changes little from one half-octave to the next, what it seems to tell of few rows does.

    Args:
        steps: Steps, increasing.
        rows: Array `(num_layers, num_steps, n)`.
    """
    octaves = np.log2(1 + np.asarray(steps, np.float64))
    weights = np.maximum(1 - np.abs(octaves[:, None] - octaves) / _SMOOTHED_OCTAVES, 0)
    known = np.isfinite(rows)
    sums, total = (np.einsum("st,ltn->lsn", weights, part) for part in (np.where(known, rows, 0), known))
    return np.where(known, sums / np.where(known, total, 1), np.nan)


def standard_distances(rows):
    """How far each candidate lies above the one of the least mean, and up to where they are not told apart.

    Distances are in standard errors of the difference, in pairs, row by row. Of many candidates some lie far from the
    best by chance: the limit is the 90 % quantile of the farthest, drawn by random weights of the rows' differences
    (multiplier bootstrap), which heeds how alike the candidates are.

    Args:
        rows: Array `(K, n)` of each candidate and row; NaN where a candidate has none.

    Returns:
        `(distances, limit)`, distances `(K,)`.
    """
    num_rows, means = rows.shape[1], rows.mean(axis=1)
    if not np.isfinite(means).any():
        return means, 0.0
    differences = rows - rows[np.nanargmin(means)]
    above = differences.mean(axis=1)
    errors = differences.std(axis=1) / num_rows**0.5
    units = np.where(errors > 0, errors, np.inf)
    weights = np.random.default_rng(0).standard_normal((num_rows, _NUM_DRAWS))
    by_chance = np.nan_to_num((differences - above[:, None]) / units[:, None]) @ weights / num_rows
    return above / units, float(np.quantile(by_chance.max(axis=0), _CONFIDENCE))


def _notes(labels):
    """Sentences on what the labels cannot tell."""
    if labels.task != "classes":
        return [labels.note] * bool(labels.note)
    counts = np.bincount(labels.fit)
    alone = int((counts == 1).sum())
    said = f"{alone} of {len(counts)} classes have one row, which no other row can tell."
    return [said] * bool(alone)
