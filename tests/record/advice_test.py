"""Advice that labels of a task give: what is chosen, what is not told apart, when it abstains."""

import numpy as np
import pytest

from keras_phases import PhaseHistory
from keras_phases.record import schema
from keras_phases.record.advice import advise_by_losses
from keras_phases.record.schema import Layout, Row

STEPS = [0, 16, 32, 64, 128, 256, 512, 1024]
METRICS = ("reconstruction_loss", "flags", "transfer_mnist_loss", "transfer_mnist_accuracy")
RECONSTRUCTION = [0.6, 0.6, 0.55, 0.5, 0.45, 0.4, 0.41, 0.5]


def make_history(early, late, num_rows=400, flags=(0,) * 8):
    """Of two layers with these losses of the probe of 'mnist'; without labels step 512 of the last is kept."""
    layout = Layout(
        tuple(Row(layer, "linear", "primal", 8, 8) for layer in ("block1", "block2")),
        METRICS,
        run={"transfer": {"mnist": {"num_heldout_examples": num_rows}}},
    )
    columns = [np.stack([RECONSTRUCTION, flags, losses, np.ones(8)], axis=1) for losses in (early, late)]
    return PhaseHistory(layout, zip(STEPS, np.stack(columns, axis=1).astype("float32"), strict=True))


FALLING = np.array([1.5, 1.3, 1.1, 0.9, 0.7, 0.5, 0.3, 0.1])


def test_the_least_held_out_loss_decides_over_layers_and_steps():
    advice = make_history(FALLING, FALLING + 0.5).advice(transfer="mnist")
    assert (advice.step, advice.layer, advice.rule, advice.abstains) == (1024, "block1", "transfer_mnist_loss", False)
    assert advice.interval == (1024, 1024)
    said = "the loss of a linear probe of 'mnist' on 400 held-out rows is least at step 1,024 of 'block1', 0.1, and 0.8"
    assert f"{said} at the default, step 512 of 'block2', " in advice.text


def test_it_abstains_where_the_default_is_not_told_apart():
    near = np.full(8, 0.5)
    near[6] = 0.49
    advice = make_history(near, near + 0.005).advice(transfer="mnist")
    assert (advice.step, advice.layer, advice.abstains) == (512, "block2", True)
    assert advice.interval == (0, 1024)
    assert "none that could be told from the default: the loss" in advice.text
    # With more rows the same difference is told.
    assert not make_history(near, near + 0.1, num_rows=10**6).advice(transfer="mnist").abstains


def test_jitter_along_the_curves_is_not_told_apart():
    rng = np.random.default_rng(0)
    early, late = 0.5 + 0.05 * rng.standard_normal((2, 8))
    assert make_history(early, late, num_rows=10**6).advice(transfer="mnist").abstains


def test_steps_from_a_failure_on_are_none():
    flags = [0] * 7 + [schema.pack_flags(["nonfinite_weights"])]
    advice = make_history(FALLING, FALLING + 0.5, flags=flags).advice(transfer="mnist")
    assert (advice.step, advice.layer, advice.interval) == (512, "block1", (512, 512))


def test_losses_that_are_not_finite_are_none():
    late = FALLING - 0.05
    late[[6, 7]] = np.nan
    advice = make_history(np.full(8, np.nan), late, num_rows=10**6).advice(transfer="mnist")
    assert (advice.step, advice.layer, advice.abstains) == (256, "block2", False)
    nothing = make_history(*np.full((2, 8), np.nan)).advice(transfer="mnist")
    assert nothing.abstains and nothing.text.startswith("Advice: none. Not finite anywhere is the loss of a")


def test_without_a_known_number_of_rows_jitter_alone_is_chance():
    advice = make_history(FALLING, FALLING + 0.5, num_rows="many").advice(transfer="mnist")
    assert (advice.step, advice.layer) == (1024, "block1") and "'mnist' on held-out rows is" in advice.text
    empty = PhaseHistory(Layout((Row("block1", "linear", "primal", 8, 8),), METRICS)).advice(transfer="mnist")
    assert (empty.step, empty.layer, empty.abstains) == (None, "block1", True)


def test_unknown_label_sets_are_refused_with_the_choices():
    with pytest.raises(ValueError, match=r"no label set 'minst'\. Did you mean 'mnist'\? Expected one of: 'mnist'\."):
        make_history(FALLING, FALLING).advice(transfer="minst")
    plain = PhaseHistory(Layout((Row("block1", "linear", "primal", 8, 8),)))
    with pytest.raises(ValueError, match=r"Expected one of: none; transfer=.* measures them"):
        plain.advice(transfer="mnist")


def test_other_layers_that_may_be_as_good_are_named():
    candidates = [(1, "a"), (2, "a"), (1, "b"), (2, "b"), (4, "b"), (2, "c")]
    losses = dict(zip(candidates, [0.3, 0.1, 0.11, 0.12, 0.5, 0.4], strict=True))
    distances = dict(zip(candidates, [9.0, 0.0, 1.0, 2.0, 9.0, 1.5], strict=True))
    advice = advise_by_losses(losses, distances, (2, "c"), limit=2.0, rule="r", told="it")
    assert (advice.step, advice.layer, advice.interval, advice.abstains) == (2, "a", (2, 2), False)
    assert advice.text == (
        "Advice: keep step 2 of 'a': it is least at step 2 of 'a', 0.1, and 0.4 at the default, step 2 of 'c', 1.5 "
        "standard errors above. Not told apart: 'b' at 1 to 2, 'c' at 2."
    )
    near = advise_by_losses(losses, distances, (1, "b"), limit=2.0, rule="r", told="it")
    assert (near.step, near.layer, near.interval, near.abstains) == (1, "b", (1, 2), True)
    same = advise_by_losses(losses, distances, (2, "a"), limit=2.0, rule="r", told="it")
    assert (same.step, same.layer, same.abstains) == (2, "a", False) and "default" not in same.text
