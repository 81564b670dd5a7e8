"""The three questions: what stands in the line, what it rests on, and where no answer is given."""

import numpy as np
import pytest
from builders.logs import STEPS, RunOptions, build_layout, build_values

from keras_phases.record.answers import answer_questions
from keras_phases.record.history import PhaseHistory

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
    assert layer.detail.index("'conv2'") < layer.detail.index("'features'") < layer.detail.index("'conv1'")
