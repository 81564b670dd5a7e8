"""The three questions: what stands in the line, what it rests on, and where no answer is given."""

import dataclasses

import numpy as np
import pytest
from builders.logs import STEPS, RunOptions, build_layout, build_values

from keras_phases.record.answers import answer_questions
from keras_phases.record.history import PhaseHistory
from keras_phases.record.kept import Kept, pack_kept, read_kept, with_kept

FALLING = np.linspace(2, 1, len(STEPS))
RISING = 1 + 0.2 * np.abs(np.log1p(STEPS) - 4)


def build_history(num_steps=None, **columns):
    """A history whose columns, one value a step or a layer's by step, are those given."""
    layout = build_layout()
    records = []
    for at, step in enumerate(STEPS[:num_steps]):
        values = build_values(layout, step, RunOptions())
        for name, column in columns.items():
            values[:, layout.metrics.index(name)] = np.asarray(column)[..., at]
        records.append((step, values))
    return PhaseHistory(layout, records)


@pytest.mark.parametrize(
    ("losses", "short", "detail"),
    [
        (FALLING, "This classifier: go on.", "is lowest at step 8,192 so far and has not risen since"),
        (RISING, "This classifier: past its best at 64.", "is lowest at step 64 and has surely risen since"),
        (FALLING * np.nan, "This classifier: its loss was not measured.", "was not measured"),
    ],
    ids=["falls", "rose", "nan"],
)
def test_whether_to_stop_is_told_for_the_classifier_and_for_frozen_reuse(losses, short, detail):
    stop, *_ = answer_questions(build_history(model_loss=losses))
    assert stop.question == "Stop now?" and stop.short.startswith(short) and detail in stop.detail
    assert "Frozen reuse: minimum passed at 64 (32 to 128)." in stop.short


def test_the_checkpoint_is_that_of_the_advice_and_abstains_with_it():
    history = build_history()
    told = history.advice()
    checkpoint = answer_questions(history)[1]
    assert not told.abstains and checkpoint.short.startswith(f"Step {told.step:,}")
    assert checkpoint.detail.startswith(told.text) and "PhaseCheckpoint(probe" in checkpoint.detail
    few = answer_questions(build_history(3))
    assert few[1].short == "The record does not tell; by default step 2."
    assert (
        few[0].short.endswith("Frozen reuse: too early to tell.") and "no sure change in 3 probe steps" in few[0].detail
    )


@pytest.mark.parametrize(
    ("step", "steps", "told"),
    [
        (0, [0], "PhaseCheckpoint kept it in 'a/best-steps'."),
        (1, [0, 1], "PhaseCheckpoint kept it in 'a/best-steps'."),
        (
            1,
            [1, 2],
            "PhaseCheckpoint did not keep it: 'a/best-steps' has steps {1}, {2}.",
        ),
    ],
    ids=["best", "beside", "gone"],
)
def test_the_checkpoint_is_told_with_its_path_where_it_was_kept(step, steps, told):
    history = build_history()
    advised = history.advice().step
    near = [advised, advised + 1, advised + 2]
    kept = Kept("a/best.weights.h5", near[step], "a/best-steps", [near[one] for one in steps])
    history.layout = with_kept(history.layout, pack_kept(kept))
    checkpoint = answer_questions(history)[1]
    assert checkpoint.detail.endswith(told.format(*(f"{one:,}" for one in near)))
    assert checkpoint.short.endswith(", on disk.") == (0 in steps) and "callbacks=" not in checkpoint.detail


def test_what_a_stranger_says_of_weights_is_passed_over():
    layout = build_layout()
    for content in (b"", b"[]", b'{"schema": 1, "path": 3, "step": -1}', b'{"schema": 9}'):
        assert with_kept(layout, content) is layout
    assert read_kept(dataclasses.replace(layout, run={"checkpoint": "all"})) is None


def test_a_run_without_any_finite_number_has_no_answer_and_no_error():
    stop, checkpoint, layer = answer_questions(
        build_history(reconstruction_loss=FALLING * np.nan, probe_accuracy=FALLING * np.nan)
    )
    assert "no finite loss" in stop.detail and "PhaseCheckpoint" not in checkpoint.detail
    assert (
        checkpoint.short == "None: no finite reconstruction loss." and layer.short == "By default the last, 'features'."
    )


@pytest.mark.parametrize(
    ("accuracies", "short"),
    [
        ([0.5, 0.97, 0.96, 0.965], "By default the last, 'features'."),
        ([0.5, 0.99, 0.9, 0.9], "'conv2', its probe is clearly better than the last layer's."),
    ],
    ids=["alike", "clear"],
)
def test_a_layer_is_named_only_where_it_is_clearly_better_and_all_are_ranked(accuracies, short):
    layer = answer_questions(build_history(probe_accuracy=np.tile(np.array(accuracies)[:, None], len(STEPS))))[2]
    assert layer.short == short
    assert "for another one the advice compares 'conv3', whatever is first here" in layer.detail
    assert layer.detail.index("'conv2'") < layer.detail.index("'features'") < layer.detail.index("'conv1'")
