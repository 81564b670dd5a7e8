import numpy as np
import pytest
from builders.references import KINDS, draw_hard_rows, loss_of
from builders.tolerance import assert_close

from keras_phases.backend.arrays import FLOAT32, host
from keras_phases.decoders import ridge
from keras_phases.decoders.cholesky import find_least_score
from keras_phases.decoders.ridge import RIDGES, fit_primal

FULL_RANK = "dead", "constant", "relu"
"""Kinds of which float32 tells every direction from rounding."""


def centre(rows):
    """In float64; what is the same in every row is exactly 0."""
    rows = rows.astype(np.float64) - rows[0]
    return rows - rows.mean(axis=0)


def fit(features, targets, arithmetic=FLOAT32, **options):
    A, T = centre(features), centre(targets)
    return fit_primal(A.T @ A, A.T @ T, np.vdot(T, T), num_rows=len(A), arithmetic=arithmetic, **options)


def score_path(features, targets):
    """GCV of every ridge by the singular values of the rows, in float64."""
    A, T = centre(features), centre(targets)
    left, singular, _ = np.linalg.svd(A, full_matrices=False)
    kept = singular**2 / (singular**2 + RIDGES[:, None] * np.vdot(A, A) / A.shape[1])
    residuals = np.vdot(T, T) - (1 - (1 - kept) ** 2) @ np.square(left.T @ T).sum(axis=1)
    scores = residuals / (1 - (1 + kept.sum(axis=1)) / len(A)) ** 2
    return dict(zip(RIDGES.tolist(), scores.tolist(), strict=True))


@pytest.mark.parametrize("noise", [0.3, 0.1], ids=str)
@pytest.mark.parametrize("kind", FULL_RANK)
def test_factors_give_what_axes_give_in_float64(kind, noise, monkeypatch):
    features, targets, heldout, heldout_targets = draw_hard_rows(kind, noise=noise)
    expected = fit(features, targets, ridge.FLOAT64)
    monkeypatch.setattr(ridge, "_eigh", None)
    found = fit(features, targets, by_cholesky=True)
    scores = score_path(features, targets)
    # Where the path is flat, which of its ridges is least is rounding.
    assert_close(scores[found.ridge], scores[expected.ridge], relative=1e-4)
    same = fit(features, targets, by_cholesky=True, ridges=[expected.ridge])
    for name in ("strength", "degrees_of_freedom", "excess_factor"):
        assert_close(getattr(same, name), getattr(expected, name), relative=1e-3)
    assert (found.rank, found.num_constant, found.at_bound) == (expected.rank, expected.num_constant, False)
    means = features.mean(0, float), targets.mean(0, float)
    loss = loss_of(host(same.weights), *means, heldout, heldout_targets)
    # Rows that are too rough for float32, as they say, are further off.
    tolerance = 1e-4 if found.rounding <= ridge.MAX_ROUNDING else 5e-3
    assert_close(loss, loss_of(expected.weights, *means, heldout, heldout_targets), relative=tolerance)
    assert_close(found.eigenvalues, expected.eigenvalues, relative=1e-5)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in FULL_RANK])
def test_what_factors_cannot_tell_from_rounding_is_left_to_axes(kind):
    """Copies, sums of others, spans beyond float32, fewer rows than features: flagged, and measured anew, as ever."""
    features, targets = draw_hard_rows(kind)[:2]
    found, expected = (fit(features, targets, by_cholesky=way) for way in (True, False))
    assert (found.ridge, found.rank, found.rounding) == (expected.ridge, expected.rank, expected.rounding)
    np.testing.assert_array_equal(host(found.weights), host(expected.weights))


@pytest.mark.parametrize("kind", FULL_RANK)
def test_leverages_and_rounding_are_those_of_axes(kind):
    features, targets, heldout, _ = draw_hard_rows(kind)
    heldout[:, 0] = 7.0  # constant of two kinds: it moves no prediction
    by_factors, by_axes = (fit(features, targets, by_cholesky=way, ridges=[100.0]) for way in (True, False))
    centred = heldout - features.mean(0, float)
    leverages = [np.square(centred @ host(one.influence)).sum(axis=1) for one in (by_factors, by_axes)]
    assert_close(*leverages, relative=1e-5)
    for name in ("rounding", "excess_factor"):
        assert_close(getattr(by_factors, name), getattr(by_axes, name), relative=1e-4)


def test_features_that_never_vary_have_no_weight():
    found = fit(np.full((60, 5), 0.1, np.float32), draw_hard_rows("plain")[1][:60], by_cholesky=True)
    np.testing.assert_array_equal(host(found.weights), np.zeros((5, 7)))
    assert (found.degrees_of_freedom, found.rank, found.num_constant) == (0, 0, 5)


@pytest.mark.parametrize("bad", [np.nan, np.inf], ids=str)
@pytest.mark.parametrize("where", ["features", "targets"])
@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
def test_values_that_are_not_finite_are_refused(where, bad):
    features, targets, _, _ = draw_hard_rows("plain")
    (features if where == "features" else targets)[7, 3] = bad
    with pytest.raises(ArithmeticError, match=r"NaN or infinite values|too large or too small"):
        fit(features, targets, by_cholesky=True)


class Looked:
    """Degrees of freedom and residuals by place, the places looked at, and how many times."""

    def __init__(self, degrees, residuals):
        self.degrees, self.residuals, self.places, self.num_times = degrees, residuals, [], 0

    def __call__(self, places):
        self.places += places
        self.num_times += 1
        return [(self.degrees[place], self.residuals[place]) for place in places]


@pytest.mark.parametrize("seed", range(3))
def test_the_walk_finds_what_the_whole_path_has_least(seed):
    rng, num_rows, counts = np.random.default_rng(seed), 1000, []
    for draw in range(50):
        # Steps of any size in any place, so that scores have many minima.
        residuals = 1 + np.cumsum(rng.exponential(size=57) ** (1 + draw % 4) * rng.integers(0, 2, 57))
        degrees = np.cumsum(rng.exponential(size=57) ** 4 * rng.integers(0, 2, 57))[::-1]
        degrees *= rng.uniform(0.2, 1.2) * num_rows / degrees[0]
        spare = 1 - (1 + degrees) / num_rows
        scores = np.where(spare > 1 / 15, residuals / spare**2, np.inf)
        looked = Looked(degrees, residuals)
        found, at = find_least_score(looked, 57, num_rows)
        assert scores[found] == scores.min()
        assert at == (degrees[found], residuals[found])
        assert len(set(looked.places)) == len(looked.places)
        counts.append(len(looked.places))
    assert np.mean(counts) < 57


def test_where_no_rows_are_spare_the_largest_ridge_is_taken():
    assert find_least_score(lambda places: [(99.0, 1.0)] * len(places), 57, 100)[0] == 56
    assert find_least_score(lambda places: [(1.0, 1.0)] * len(places), 1, 100)[0] == 0


def test_a_smooth_path_takes_a_dozen_factors():
    features = draw_hard_rows("relu")[0]
    eigenvalues = np.linalg.eigvalsh(np.cov(features.T) * len(features))
    kept = eigenvalues / (eigenvalues + RIDGES[:, None] * eigenvalues.mean())
    looked = Looked(kept.sum(axis=1), 100 + np.square(10 * (1 - kept)).sum(axis=1))
    find_least_score(looked, len(RIDGES), len(features))
    assert len(looked.places) <= 20 and looked.num_times <= 4
