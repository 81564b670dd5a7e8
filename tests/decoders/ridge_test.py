import numpy as np
import pytest
from builders.references import KINDS, NUM_ROWS, draw_hard_rows, loss_of, solve_ridge
from builders.tolerance import assert_close
from sklearn.linear_model import Ridge

from keras_phases.decoders.ridge import RIDGES, fit_dual, fit_primal

# Directions in which the features vary, and features that do not, worked out from how references.py makes them.
EXPECTED_RANK = {
    "plain": 16,
    "dead": 16,
    "constant": 16,
    "duplicated": 12,
    "collinear": 16,
    "shifted": 24,  # float32 leaves steps of 0.001 at 10,000, noise of its own in every feature
    "scaled": 16,
    "relu": 48,
    "square": NUM_ROWS - 1,
    "wide": NUM_ROWS - 1,
}
EXPECTED_CONSTANT = {"dead": 8, "constant": 8}


def centre(rows):
    rows = rows.astype(np.float64)
    return rows - rows.mean(axis=0)


def fit(form, features, targets, **options):
    A, T = centre(features), centre(targets)
    if form == "dual":
        return fit_dual(A, T, **options)
    return fit_primal(A.T @ A, A.T @ T, np.vdot(T, T), num_rows=len(A), **options)


def hat_matrices(A):
    """`A (A'A + lambda I)^-1 A'` for every ridge of the path, from the singular values of the rows."""
    left, singular, _ = np.linalg.svd(A, full_matrices=False)
    strengths = RIDGES * np.vdot(A, A) / A.shape[1]
    return {r: (left * (singular**2 / (singular**2 + k))) @ left.T for r, k in zip(RIDGES, strengths, strict=True)}


@pytest.mark.parametrize("ridge", [1e-10, 1e-3, 1.0], ids=str)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["primal", "dual"])
def test_heldout_loss_at_a_given_ridge_equals_float64_on_the_rows(form, kind, ridge):
    features, targets, heldout, heldout_targets = draw_hard_rows(kind)
    result = fit(form, features, targets, ridges=[ridge])
    solution = solve_ridge(features, targets, ridge)
    assert result.ridge == ridge
    loss = loss_of(result.weights, *solution[1:], heldout, heldout_targets)
    assert_close(loss, loss_of(*solution, heldout, heldout_targets))


@pytest.mark.parametrize("kind", KINDS)
def test_weights_equal_those_of_scikit_learn(kind):
    features, targets, heldout, heldout_targets = draw_hard_rows(kind)
    result = fit("primal", features, targets, ridges=[1e-3])
    strength = 1e-3 * np.vdot(centre(features), centre(features)) / features.shape[1]
    peer = Ridge(alpha=strength, solver="svd").fit(features.astype(np.float64), targets.astype(np.float64))
    assert_close(result.weights, peer.coef_.T)
    peer_loss = np.mean((peer.predict(heldout.astype(np.float64)) - heldout_targets) ** 2)
    means = features.mean(0, float), targets.mean(0, float)
    assert_close(loss_of(result.weights, *means, heldout, heldout_targets), peer_loss)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["primal", "dual"])
def test_no_ridge_is_plain_least_squares(form, kind):
    features, targets, heldout, heldout_targets = draw_hard_rows(kind)
    result = fit(form, features, targets, ridges=[0.0])
    # Directions of less than a millionth of the largest spread are float32's rounding; both leave them out.
    weights = np.linalg.lstsq(centre(features), centre(targets), rcond=1e-6)[0]
    means = features.mean(0, float), targets.mean(0, float)
    ours, least_squares = (loss_of(W, *means, heldout, heldout_targets) for W in (result.weights, weights))
    assert_close(ours, least_squares)


@pytest.mark.parametrize("kind", ["plain", "dead", "constant", "collinear", "scaled"])
def test_the_path_reaches_least_squares_where_that_is_best(kind):
    # Targets linear in the features but for a thousandth: a ridge that is felt would cost more than it saves.
    features, targets, heldout, heldout_targets = draw_hard_rows(kind, noise=1e-3)
    result = fit("primal", features, targets)
    means = features.mean(0, float), targets.mean(0, float)
    spread = np.mean((heldout_targets - means[1]) ** 2)
    assert loss_of(result.weights, *means, heldout, heldout_targets) < 1e-4 * spread


@pytest.mark.parametrize("kind", KINDS)
def test_primal_and_dual_agree(kind):
    features, targets, heldout, _ = draw_hard_rows(kind)
    primal, dual = (fit(form, features, targets) for form in ("primal", "dual"))
    assert primal.ridge == dual.ridge
    assert_close(primal.degrees_of_freedom, dual.degrees_of_freedom)
    A = heldout.astype(np.float64) - features.mean(0, float)
    assert_close(A @ primal.weights, A @ dual.weights)


@pytest.mark.parametrize("noise", [0.3, 1e-3], ids=["noisy", "nearly_exact"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["primal", "dual"])
def test_the_choice_is_that_of_cross_validation_worked_out_in_full(form, kind, noise):
    features, targets, _, _ = draw_hard_rows(kind, noise=noise)
    result = fit(form, features, targets)
    A, T = centre(features), centre(targets)
    hats = hat_matrices(A)
    spare = {ridge: 1 - (1 + np.trace(H)) / len(A) for ridge, H in hats.items()}
    scores = {r: np.sum((T - H @ T) ** 2) / spare[r] ** 2 for r, H in hats.items() if spare[r] > 1 / 15}
    # Neighbouring ridges may score the same; which of them is taken is rounding.
    assert_close(scores[result.ridge], min(scores.values()), relative=1e-4)
    assert_close(result.degrees_of_freedom, np.trace(hats[result.ridge]))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["primal", "dual"])
def test_rank_and_constant_features_are_counted(form, kind):
    result = fit(form, *draw_hard_rows(kind)[:2])
    assert (result.rank, result.num_constant) == (EXPECTED_RANK[kind], EXPECTED_CONSTANT.get(kind, 0))


def test_a_feature_that_varies_little_is_no_constant_but_no_direction_either():
    rows = np.random.default_rng(0).standard_normal((50, 2)) * [1.0, 1e-7]
    result = fit("primal", rows, rows)
    assert (result.rank, result.num_constant) == (1, 0)


@pytest.mark.parametrize("form", ["primal", "dual"])
def test_features_that_never_vary_have_no_weight(form):
    targets = draw_hard_rows("plain")[1]
    result = fit(form, np.full((NUM_ROWS, 5), 0.1, np.float32), targets)
    np.testing.assert_array_equal(result.weights, np.zeros((5, 7)))
    assert (result.degrees_of_freedom, result.rank, result.num_constant, result.at_bound) == (0, 0, 5, False)


@pytest.mark.parametrize(("ridges", "at_bound"), [([0.01, 0.1], True), (RIDGES, False)], ids=["short", "whole"])
def test_a_choice_at_the_end_of_the_path_says_so(ridges, at_bound):
    rng = np.random.default_rng(0)
    result = fit("primal", rng.standard_normal((60, 40)), rng.standard_normal((60, 3)), ridges=ridges)
    assert (result.at_bound, result.ridge == ridges[-1]) == (at_bound, at_bound)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf], ids=str)
@pytest.mark.parametrize("form", ["primal", "dual"])
@pytest.mark.parametrize("where", ["features", "targets"])
@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
def test_values_that_are_not_finite_are_refused(form, where, bad):
    features, targets, _, _ = draw_hard_rows("plain")
    (features if where == "features" else targets)[7, 3] = bad
    with pytest.raises(FloatingPointError, match=f"the {where} hold NaN or infinite values"):
        fit(form, features, targets)


@pytest.mark.parametrize("form", ["primal", "dual"])
def test_an_interpolating_fit_leaves_a_fifteenth_of_the_rows_spare(form):
    features = draw_hard_rows("wide")[0]
    targets = centre(features) @ np.random.default_rng(0).standard_normal((features.shape[1], 3))
    result = fit(form, features, targets)
    degrees = {ridge: np.trace(H) for ridge, H in hat_matrices(centre(features)).items()}
    # Linear in the features without noise: the least ridge that is allowed is the best.
    assert result.ridge == min(ridge for ridge, df in degrees.items() if 1 - (1 + df) / NUM_ROWS > 1 / 15)
