"""The three questions that a run is opened with, each answered in a line: stop now, which checkpoint, which layer."""

import dataclasses
import math

import numpy as np

from keras_phases.record import schema
from keras_phases.record.advice import earlier_layer
from keras_phases.record.kept import read_kept
from keras_phases.record.phases import detect_phases

_CLEAR = 2.4
"""Standard errors of a difference of two accuracies from which on the better layer is named."""

_OWN_LABELS = "Labels of your own task rank them for it: transfer={'name': (x, y)} of the probe."


@dataclasses.dataclass(frozen=True)
class Answer:
    """One question about a run with its answer.

    Args:
        question: The question.
        short: The answer in a line.
        detail: What it rests on, and what to do, in a few sentences.
    """

    question: str
    short: str
    detail: str


def answer_questions(history) -> tuple[Answer, ...]:
    """The `Answer`s about stopping, the checkpoint and the layer, for people who look once.

    What is recommended is `history.advice()`; it abstains here where it abstains there.

    Args:
        history: `PhaseHistory` with at least one row.

    Raises:
        ValueError: where a curve of the record cannot be judged.
    """
    advice = history.advice()
    return (
        _whether_to_stop(history),
        _which_checkpoint(advice, read_kept(history.layout)),
        _which_layer(history, advice),
    )


def _whether_to_stop(history):
    layer = history.layers[-1]
    classifier, about_classifier = _judge_classifier(history.before_failure())
    reuse, about_reuse = _judge_reuse(history.phases(layer), layer)
    return Answer(
        "Stop now?", f"This classifier: {classifier}. Frozen reuse: {reuse}.", f"{about_classifier} {about_reuse}"
    )


def _judge_classifier(sound):
    """Whether the model's own loss on held-out rows still falls, in few words and in a sentence."""
    losses = sound.column("model_loss", 0) if "model_loss" in sound.layout.metrics else np.full(len(sound), math.nan)
    found = detect_phases(sound.steps, losses)
    if found.minimum_step is None:
        return "its loss was not measured", "The model's own loss on held-out rows was not measured."
    lowest = f"the model's own loss on held-out rows is lowest at step {found.minimum_step:,}"
    if found.has_increase:
        return f"past its best at {found.minimum_step:,}", f"For this task {lowest} and has surely risen since."
    if found.is_rising:
        return f"perhaps past its best at {found.minimum_step:,}", f"For this task {lowest}; {found.describe_now()}."
    if not found.stages:
        return "too early to tell", f"The model's own loss shows {found.describe_now()}."
    return "go on", f"For this task {lowest} so far and has not risen since."


def _judge_reuse(report, layer):
    if report.minimum_interval is None or not report.stages:
        short = "no finite loss" if report.minimum_step is None else "too early to tell"
        return short, f"The reconstruction loss of '{layer}': {report.describe_now()}."
    low, high = report.minimum_interval
    place = f"{report.minimum_step:,} ({low:,} to {high:,})"
    about = f"For its frozen features, the reconstruction loss of '{layer}': {report.describe()}."
    if report.has_increase:
        return f"minimum passed at {place}", about
    return (f"minimum perhaps passed at {place}" if report.is_rising else "minimum not passed"), about


def _which_checkpoint(advice, kept):
    if advice.step is None:
        return Answer("Which checkpoint?", "None: no finite reconstruction loss.", advice.text)
    if advice.abstains:
        short = f"The record does not tell; by default step {advice.step:,}."
    else:
        low, high = advice.interval
        short = f"Step {advice.step:,}" + (f" ({low:,} to {high:,})" if low < high else "") + "."
    is_kept, where = _where_kept(advice.step, kept)
    return Answer("Which checkpoint?", f"{short[:-1]}, on disk." if is_kept else short, f"{advice.text} {where}")


def _where_kept(step, kept):
    """Whether `PhaseCheckpoint` has the weights of a step, and where, or what to do; for people."""
    if kept is None:
        return False, 'To keep it while training: callbacks=[probe, PhaseCheckpoint(probe, "kept.weights.h5")].'
    if step in kept.steps:  # not `kept.path`, which is of the newest run that was told to write there
        return True, f"PhaseCheckpoint kept it in '{kept.folder}'."
    steps = ", ".join(f"{one:,}" for one in kept.steps)
    return False, f"PhaseCheckpoint did not keep it: '{kept.folder}' has steps {steps}."


def _which_layer(history, advice):
    tasks = schema.transfer_names(history.layout.metrics)
    if tasks:
        found = {name: history.advice(name) for name in tasks}
        short = "; ".join(f"For the task '{name}': {_layer_of(one)}" for name, one in found.items())
        return Answer("Which layer?", f"{short}.", " ".join(one.text for one in found.values()))
    ranked = _rank_layers(history, advice.step)
    if not ranked:
        return Answer(
            "Which layer?", f"By default the last, '{advice.layer}'.", f"No probe could rank layers. {_OWN_LABELS}"
        )
    earlier = earlier_layer(history, advice.layer)
    why = (
        ""
        if earlier is None
        else (
            f" It is of the task of the training: for another one the advice compares '{earlier}', whatever is first "
            "here, since earlier layers have forgotten less."
        )
    )
    best, last = ranked[0], next((one for one in ranked if one.layer == advice.layer), ranked[-1])
    is_clear = best.accuracy - last.accuracy > _CLEAR * math.hypot(best.error, last.error)
    told = (
        f"'{best.layer}', its probe is clearly better than the last layer's"
        if is_clear
        else f"By default the last, '{advice.layer}'"
    )
    listed = ", ".join(f"'{one.layer}' {_percent(one.accuracy)} ({_percent(one.kept)})" for one in ranked)
    return Answer(
        "Which layer?",
        f"{told}.",
        f"Accuracy of a linear probe of this task at step {advice.step:,}, and in brackets the explained variance: "
        f"{listed}.{why} {_OWN_LABELS}",
    )


def _layer_of(advice):
    return f"none told from '{advice.layer}'" if advice.abstains else f"'{advice.layer}' at step {advice.step:,}"


@dataclasses.dataclass(frozen=True)
class _Ranked:
    layer: str
    accuracy: float
    error: float  # standard error of the accuracy, by the held-out rows; infinite where their number is not known
    kept: float


def _rank_layers(history, step):
    """Layers at a step, the highest accuracy of the linear probe first; of several decoders the first counts."""
    if step is None or not {"probe_accuracy", "explained_variance"} <= set(history.layout.metrics):
        return []
    at = history.steps.tolist().index(step)
    ranked = [_rank(history, layer, at) for layer in history.layers]
    return sorted((one for one in ranked if math.isfinite(one.accuracy)), key=lambda one: -one.accuracy)


def _rank(history, layer, at):
    row, metrics = history.row_index(layer), history.layout.metrics
    accuracy, kept = (float(history.column(name, row)[at]) for name in ("probe_accuracy", "explained_variance"))
    num_rows = float(history.column("num_heldout_examples", row)[at]) if "num_heldout_examples" in metrics else math.nan
    error = math.sqrt(max(accuracy * (1 - accuracy), 0) / num_rows) if num_rows > 0 else math.inf
    return _Ranked(layer, accuracy, error, kept)


def _percent(share):
    return f"{100 * share:.1f} %"
