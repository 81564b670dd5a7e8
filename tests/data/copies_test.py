import dataclasses

import numpy as np
import pytest
from builders.models import build_image_model, features_of
from builders.references import choose_ridge_by_hat_matrices, solve_ridge
from builders.steps import build_exact_instrument
from builders.tolerance import assert_close

from keras_phases.data import copies
from keras_phases.data.probe_examples import Draws, draw_rows
from keras_phases.data.reservoir import Reservoir
from keras_phases.warning import PhaseWarning

DRAWS = Draws(max_examples=1000, max_heldout=100, batch_size=8, seed=0)
RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(120, 8, 8, 1)).astype("float32"), np.arange(120) % 3
VALIDATION = RNG.normal(size=(40, 8, 8, 1)).astype("float32"), np.arange(40) % 3


def images(num_rows, seed):
    """What neighbours share, and noise: reconstructed the better with a ridge."""
    rng = np.random.default_rng(seed)
    smooth = rng.normal(size=(num_rows, 4, 4, 1)).repeat(2, axis=1).repeat(2, axis=2)
    return (smooth + 0.5 * rng.normal(size=(num_rows, 8, 8, 1))).astype("float32"), np.arange(num_rows) % 3


def draw(x, y=None, validation=(None, None), **options):
    return draw_rows(x, y, *validation, draws=dataclasses.replace(DRAWS, **options))[0]


def rows_of(x):
    return {row.tobytes() for row in x}


@pytest.mark.parametrize("validation", [(None, None), VALIDATION], ids=["training", "validation"])
@pytest.mark.parametrize("copy", [np.repeat, lambda array, n, axis: np.concatenate([array] * n)], ids=["rows", "set"])
def test_rows_given_several_times_are_drawn_as_if_given_once(copy, validation):
    once, found = draw(X, Y, validation), draw(copy(X, 4, 0), copy(Y, 4, 0), validation)
    for name in ("x_fit", "x_heldout", "labels_fit", "labels_heldout"):
        assert np.array_equal(getattr(found, name), getattr(once, name))
    assert once.copies.describe() == "" and not once.copies.are_many
    num_rows = 480 + (validation[0] is not None) * 40
    assert found.copies.describe() == f"360 of {num_rows} rows are copies of others; they are left out."
    assert found.copies.are_many


def test_the_ridge_of_copies_is_that_of_distinct_rows_in_float64():
    x, y = images(64, 0)
    rows = draw(np.repeat(x, 3, 0), np.repeat(y, 3), images(32, 1))
    model = build_image_model()
    record = build_exact_instrument(model, rows, ["flat"], ["linear"]).measure(0, 0.0).rows[0]
    fit, heldout = (features_of(model, "flat", x).astype(float) for x in (rows.x_fit, rows.x_heldout))
    targets, others = (x.reshape(len(x), -1).astype(float) for x in (rows.x_fit, rows.x_heldout))
    centred = fit - fit.mean(0)
    strength = choose_ridge_by_hat_matrices(centred, targets - targets.mean(0))
    assert_close(record.metrics["ridge"], strength * centred.shape[1] / np.vdot(centred, centred))
    weights, mean, target_mean = solve_ridge(fit, targets, record.metrics["ridge"])
    loss = np.mean(((heldout - mean) @ weights + target_mean - others) ** 2)
    assert_close(record.metrics["reconstruction_loss"], loss)
    assert len(rows.x_fit) == 64 and "duplicated_rows" in record.flags


def test_of_pairs_each_image_is_drawn_once_with_one_of_its_labels():
    """Each image stands in a pair of one class and then in one of two: the first of each would all be of one label."""
    pairs = {"a": np.repeat(X, 2, 0), "b": RNG.normal(size=(240, 8, 8, 1)).astype("float32")}
    rows = draw(pairs, np.tile([1, 0], 120))
    assert len(rows_of(rows.x_fit)) == len(rows.x_fit) == 96 and not rows_of(rows.x_fit) & rows_of(rows.x_heldout)
    assert 0.3 < rows.labels_fit.mean() < 0.7
    places = [np.flatnonzero((pairs["b"] == b).all((1, 2, 3)))[0] for b in rows.inputs_fit["b"]]
    assert np.array_equal(pairs["a"][places], rows.x_fit) and np.array_equal(
        np.tile([1, 0], 120)[places], rows.labels_fit
    )


def test_oversampled_classes_have_the_shares_of_their_distinct_rows():
    rare = Y == 2
    rows = draw(np.concatenate([X, *[X[rare]] * 9]), np.concatenate([Y, *[Y[rare]] * 9]))
    assert np.all(np.abs(np.bincount(rows.labels_fit) - 32) <= 1)


def test_validation_rows_that_are_training_rows_are_left_out():
    x = np.concatenate([VALIDATION[0][:10], X])
    rows = draw(x, validation=(VALIDATION[0], None))
    assert rows.heldout == "validation" and not rows_of(rows.x_heldout) & rows_of(x)
    assert "10 of 40 rows are both training rows and held-out rows; they are left out." == rows.copies.describe()
    assert rows.copies.are_many
    copied = draw(X, validation=(np.repeat(VALIDATION[0], 4, 0), None))
    assert len(copied.x_heldout) == 40 and copied.heldout == "validation"


@pytest.mark.parametrize("given", [X, X[-30:]], ids=["all", "some"])
def test_validation_data_of_training_rows_is_no_validation_data(given):
    with pytest.warns(PhaseWarning, match=rf"{len(given)} of {len(given)} validation rows are training rows as well"):
        rows = draw(X, validation=(given, None))
    assert rows.heldout == "training" and not rows_of(rows.x_fit) & rows_of(rows.x_heldout)


def test_of_arrays_too_large_the_rows_that_are_drawn_are_compared(monkeypatch):
    monkeypatch.setattr(copies, "_MOST_BYTES", 0)
    rows = draw(np.repeat(X, 4, 0), validation=(np.concatenate([VALIDATION[0], X[:20]]), None))
    assert len(rows_of(rows.x_fit)) == len(rows.x_fit) == 96 and len(rows.x_heldout) == 56
    rows = draw(np.repeat(X, 4, 0))
    assert len(rows_of(rows.x_fit)) == len(rows.x_fit) and not rows_of(rows.x_fit) & rows_of(rows.x_heldout)


def test_few_numbers_may_be_equal_by_chance():
    rows = draw(RNG.integers(0, 3, (120, 5)))
    assert len(rows.x_fit) == 96 and not rows.copies.are_many


def test_a_handful_of_distinct_rows_is_measured_as_it_is_and_flagged():
    rows = draw(np.repeat(X[:4], 30, 0))
    assert len(rows.x_fit) == 96 and rows.copies.are_many
    assert rows.copies.describe().endswith("they are measured as they are, for hardly any would stay.")


def test_a_stream_keeps_each_row_once_and_tells_oversampling_from_going_round():
    reservoirs = [Reservoir(200, 0) for _ in range(2)]
    for start in range(0, 300, 20):
        reservoirs[0].add(X[np.arange(start, start + 20) % 120], Y[np.arange(start, start + 20) % 120])
        reservoirs[1].add(X[np.arange(start, start + 20) % (120 if start < 120 else 5)])
    assert [reservoir.num_added for reservoir in reservoirs] == [120, 120]
    assert np.array_equal(reservoirs[0].rows()[0], X) and np.array_equal(reservoirs[0].rows()[1], Y)
    assert [reservoir.is_uneven for reservoir in reservoirs] == [False, True]
