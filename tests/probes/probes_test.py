import keras
import numpy as np
import pytest
from builders.references import choose_ridge_by_hat_matrices
from builders.tolerance import assert_close
from scipy.special import expit, log_softmax, softmax
from sklearn.linear_model import LogisticRegression, Ridge

from keras_phases.backend.arrays import keeping_compiled
from keras_phases.probes import descent, fit_linear_probe, newton, penalty, score_outputs, tolerance_at
from keras_phases.probes import standardise as standardise_features

NUM_ROWS, NUM_HELDOUT = 300, 200


def draw_classes(kind, seed=0):
    """`(features, labels, heldout_features, heldout_labels, num_classes)` of overlapping classes."""
    rng = np.random.default_rng(seed)
    num_classes = 2 if kind == "two_classes" else 4
    num_features = {"wide": 450, "one_feature": 1}.get(kind, 20)
    labels = rng.integers(num_classes, size=NUM_ROWS + NUM_HELDOUT)
    distance = 20.0 if kind == "separable" else 1.0
    means = distance * rng.standard_normal((num_classes, num_features)) / num_features**0.5
    mixing = rng.standard_normal((num_features, num_features)) / num_features**0.5
    features = 2 * means[labels] + rng.standard_normal((len(labels), num_features)) @ (np.eye(num_features) + mixing)
    if kind == "dead":
        features[:, ::4] = 0
    elif kind == "constant":
        features[:, ::4] = 0.1
    elif kind == "duplicated":
        features[:, 10:] = features[:, :10]
    elif kind == "scaled":
        features *= 10.0 ** np.linspace(-5, 5, num_features)
    elif kind == "shifted":
        features = 1e4 + features
    elif kind == "relu":
        features = np.maximum(features - 1, 0)
    elif kind == "unbalanced":
        labels[(labels == 3) & (np.arange(len(labels)) > 12)] = 0
    features = features.astype(np.float32)
    return features[:NUM_ROWS], labels[:NUM_ROWS], features[NUM_ROWS:], labels[NUM_ROWS:], num_classes


KINDS = (
    "plain", "wide", "one_feature", "dead", "constant", "duplicated", "scaled", "shifted", "relu", "two_classes",
    "separable", "unbalanced",
)  # fmt: skip


def standardise(features):
    """`(mean, scale)` in float64, scale 1 where a feature never varies."""
    features = features.astype(np.float64)
    scale = features.std(axis=0)
    return features.mean(axis=0), np.where(scale > 0, scale, 1)


def solve_by_peer(features, labels, heldout, l2):
    """Held-out log-probabilities of scikit-learn's optimum on standardised features, C = 1 / (l2 n)."""
    mean, scale = standardise(features)
    options = {"solver": "newton-cg", "tol": 1e-8, "max_iter": 1000}
    Z, C = (features - mean) / scale, 1 / (l2 * len(features))
    if len(np.unique(labels)) == 2:
        # Two logits of penalised weights w/2 and -w/2 are one logit w at half the penalty.
        peer = LogisticRegression(C=2 * C, **options).fit(Z, labels)
    else:
        peer = LogisticRegression(C=C, **options).fit(Z, labels)
    return peer.predict_log_proba((heldout - mean) / scale)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_heldout_entropy_and_accuracy_equal_scikit_learn(kind):
    features, labels, heldout, heldout_labels, num_classes = draw_classes(kind)
    probe = fit_linear_probe(features, labels, num_classes=num_classes)
    ours, theirs = probe.log_probabilities(heldout), solve_by_peer(features, labels, heldout, probe.l2)
    assert probe.converged
    rows = np.arange(len(heldout))
    loss, peer_loss = (-found[rows, heldout_labels].mean() for found in (ours, theirs))
    # The gradient tolerance leaves 1e-5 of cross-entropy, which matters only where all classes are told apart.
    assert abs(loss - peer_loss) <= max(1e-3 * peer_loss, 1e-5)
    # A row on the border of two classes may fall to either.
    margin = np.diff(np.sort(theirs, axis=1)[:, -2:], axis=1)[:, 0]
    clear = margin > 1e-2
    assert clear.mean() > 0.95
    np.testing.assert_array_equal(ours.argmax(axis=1)[clear], theirs.argmax(axis=1)[clear])


@pytest.mark.first_case
@pytest.mark.parametrize("kind", KINDS)
def test_the_gradient_in_float64_is_below_the_tolerance(kind):
    features, labels, _, _, num_classes = draw_classes(kind)
    probe = fit_linear_probe(features, labels, num_classes=num_classes)
    mean, scale = standardise(features)
    Z, W = (features - mean) / scale, scale[:, None] * probe.weights
    residual = softmax(Z @ W + (probe.bias + mean @ probe.weights), axis=1) - np.eye(num_classes)[labels]
    gradient = np.vstack([Z.T @ residual / len(Z) + probe.l2 * W, residual.mean(axis=0, keepdims=True)])
    assert np.linalg.norm(gradient) <= tolerance_at(probe.objective)
    assert_close(probe.gradient_norm, np.linalg.norm(gradient), relative=0.1)


def test_two_points_have_the_optimum_worked_out_by_hand():
    # Z = -1, 1 and by symmetry W = (-w, w) / 2: the mean entropy log(1 + exp(-w)) + l2 w^2 / 4 is least where
    # w (1 + exp(w)) = 2 / l2.
    probe = fit_linear_probe(np.array([[3.0], [7.0]], np.float32), np.array([0, 1]), num_classes=2, l2=0.1)
    margin = 2 * np.diff(probe.weights[0])[0]
    assert_close(margin * (1 + np.exp(margin)), 20.0, relative=2e-3)
    assert_close(probe.log_probabilities(np.array([[5.0]])), np.log([[0.5, 0.5]]), relative=1e-4)


@pytest.mark.slow
def test_features_that_never_vary_give_the_shares_of_the_classes():
    labels = np.array([0, 0, 0, 1, 2, 2])
    probe = fit_linear_probe(np.full((6, 3), 0.1, np.float32), labels, num_classes=3)
    np.testing.assert_array_equal(probe.weights, np.zeros((3, 3)))
    assert_close(probe.log_probabilities(np.full((1, 3), 5.0)), np.log([[1 / 2, 1 / 6, 1 / 3]]))


def test_log_probabilities_are_normalised():
    features, labels, heldout, _, num_classes = draw_classes("relu")
    probe = fit_linear_probe(features, labels, num_classes=num_classes)
    logits = heldout.astype(np.float64) @ probe.weights + probe.bias
    assert_close(probe.log_probabilities(heldout), log_softmax(logits, axis=1), relative=1e-9)


def test_a_fit_that_was_cut_short_says_so(monkeypatch):
    monkeypatch.setattr(descent, "_MAX_STEPS", 2)
    monkeypatch.setattr(newton, "_MAX_STEPS", 1)
    features, labels, _, _, num_classes = draw_classes("plain")
    probe = fit_linear_probe(features, labels, num_classes=num_classes, l2=1e-3)
    assert (probe.converged, probe.num_steps) == (False, 3)
    assert probe.gradient_norm > tolerance_at(probe.objective)


@pytest.mark.parametrize("kind", KINDS)
def test_quasi_newton_steps_reach_the_tolerance_unaided(monkeypatch, kind):
    monkeypatch.setattr(newton, "_MAX_STEPS", 0)
    features, labels, _, _, num_classes = draw_classes(kind)
    assert fit_linear_probe(features, labels, num_classes=num_classes, l2=1e-3).converged


@pytest.mark.first_case
@pytest.mark.parametrize("kind", KINDS)
def test_newtons_method_alone_finds_the_same_optimum(monkeypatch, kind):
    features, labels, heldout, _, num_classes = draw_classes(kind)
    whole = fit_linear_probe(features, labels, num_classes=num_classes, l2=1e-3)
    monkeypatch.setattr(descent, "_MAX_STEPS", 1)
    alone = fit_linear_probe(features, labels, num_classes=num_classes, l2=1e-3)
    assert alone.converged
    assert_close(np.exp(alone.log_probabilities(heldout)), np.exp(whole.log_probabilities(heldout)), relative=0.02)


def test_the_same_rows_give_the_same_probe():
    features, labels, _, _, num_classes = draw_classes("plain")
    first, second = (fit_linear_probe(features, labels, num_classes=num_classes) for _ in range(2))
    np.testing.assert_array_equal(first.weights, second.weights)


CHOICES = "wide", "one_feature", "constant", "relu", "unbalanced"


@pytest.mark.parametrize("kind", CHOICES)
def test_the_penalty_chosen_is_about_as_good_as_the_best(kind):
    features, labels, heldout, heldout_labels, num_classes = draw_classes(kind)
    losses = {
        l2: score_outputs("classes", probe.outputs(heldout), heldout_labels)[0]
        for l2 in (None, 1e-3, *10.0 ** np.arange(-2.5, 1.1, 0.5))
        for probe in [fit_linear_probe(features, labels, num_classes=num_classes, l2=l2)]
    }
    best = min(losses.values())
    # 300 rows choose and 200 judge; the fixed penalty of before lies up to 60 % above the best.
    assert losses[None] <= 1.02 * best


def test_the_penalty_chosen_for_labels_is_about_as_good_as_the_best():
    features, labels, heldout, heldout_labels = draw_labels("wide")
    losses = {
        l2: score_outputs("multilabel", probe.outputs(heldout), heldout_labels)[0]
        for l2 in (None, 1e-3, *10.0 ** np.arange(-2.5, 1.1, 0.5))
        for probe in [fit_linear_probe(features, labels, task="multilabel", l2=l2)]
    }
    assert losses[None] <= 1.02 * min(losses.values()) and losses[1e-3] > 1.1 * losses[None]


def test_the_penalty_moves_with_the_features_and_does_not_jump():
    features, labels, *_, num_classes = draw_classes("relu")
    noise = np.random.default_rng(3).standard_normal(features.shape).astype(np.float32)
    mixed = [features + np.float32(share) * (noise - features) for share in np.linspace(0, 0.4, 9)]
    chosen = np.log10([fit_linear_probe(rows, labels, num_classes=num_classes).l2 for rows in mixed])
    assert np.ptp(chosen) > 0.7
    assert np.abs(np.diff(chosen)).max() < 0.14


def test_a_penalty_that_is_passed_is_taken():
    features, labels, *_, num_classes = draw_classes("plain")
    assert fit_linear_probe(features, labels, num_classes=num_classes, l2=0.02).l2 == 0.02


@pytest.mark.first_case
@pytest.mark.parametrize("rows_of_a_class", [1, 2, 3])
def test_few_rows_of_a_class_are_fitted(rows_of_a_class):
    features = np.random.default_rng(0).standard_normal((4 * rows_of_a_class, 6)).astype(np.float32)
    probe = fit_linear_probe(features, np.arange(len(features)) % 4, num_classes=4)
    assert probe.converged
    # A class of which the fit to the other rows has none cannot be judged.
    assert (probe.l2 == penalty.UNJUDGED) == (rows_of_a_class == 1)


@pytest.mark.parametrize("num_rows", [12, 40, 100])
def test_every_row_judges_one_of_five_fits_that_leave_it_out(num_rows):
    groups = np.arange(num_rows) % 3
    judged = penalty._draw_judged(groups)
    assert (judged.sum(axis=0) == 1).all()
    for fit in judged:
        assert np.ptp(np.bincount(groups[~fit])) <= 1
    assert len(penalty._draw_judged(np.zeros(10_000, int))) == 1


def test_the_search_takes_fewer_passes_than_a_fit_at_a_small_penalty(monkeypatch):
    steps, descend = [], descent.descend

    def counting(*arguments):
        found = descend(*arguments)
        steps.append(found.ended[2] + 1)
        return found

    monkeypatch.setattr(descent, "descend", counting)
    features, labels, *_, num_classes = draw_classes("wide")
    passes = []
    for l2 in (None, 1e-3):
        fit_linear_probe(features, labels, num_classes=num_classes, l2=l2)
        passes.append(sum(steps))
        steps.clear()
    search, fixed = passes
    assert search <= 1.3 * fixed


def test_one_class_is_refused():
    with pytest.raises(ValueError, match="Expected at least 2 for a linear probe"):
        fit_linear_probe(np.zeros((4, 2), np.float32), np.zeros(4, int), num_classes=1)


def draw_labels(kind, num_labels=5):
    """`(features, labels, heldout_features, heldout_labels)`: labels that each may hold, one of them rare."""
    features, _, heldout, _, _ = draw_classes(kind)
    rows = np.concatenate([features, heldout]).astype(np.float64)
    mean, scale = standardise(features)
    rng = np.random.default_rng(1)
    weights = rng.standard_normal((rows.shape[1], num_labels)) / rows.shape[1] ** 0.5
    noise = 0.0 if kind == "separable" else 1.0
    logits = 2 * (rows - mean) / scale @ weights + noise * rng.logistic(size=(len(rows), num_labels))
    labels = (logits > np.quantile(logits, np.linspace(0.4, 0.97, num_labels), axis=0).diagonal()).astype(np.float32)
    return features, labels[:NUM_ROWS], heldout, labels[NUM_ROWS:]


@pytest.mark.first_case
@pytest.mark.parametrize("kind", KINDS)
def test_each_label_has_the_logistic_regression_of_scikit_learn(kind):
    features, labels, heldout, heldout_labels = draw_labels(kind)
    probe = fit_linear_probe(features, labels, task="multilabel")
    assert probe.converged and probe.weights.shape == (features.shape[1], 5)
    mean, scale = standardise(features)
    options = {"C": 1 / (probe.l2 * NUM_ROWS), "solver": "newton-cg", "tol": 1e-8, "max_iter": 1000}
    peers = [LogisticRegression(**options).fit((features - mean) / scale, column) for column in labels.T]
    theirs = np.stack([peer.decision_function((heldout - mean) / scale) for peer in peers], axis=1)
    ours = probe.outputs(heldout)
    (loss, accuracy), (peer_loss, peer_accuracy) = (
        score_outputs("multilabel", outputs, heldout_labels) for outputs in (ours, theirs)
    )
    assert abs(loss - peer_loss) <= max(2e-3 * peer_loss, 1e-5)
    assert abs(accuracy - peer_accuracy) <= 2 / heldout_labels.size
    # The objective is the sum of theirs.
    logits = np.stack([peer.decision_function((features - mean) / scale) for peer in peers], axis=1)
    of_weights = probe.l2 / 2 * sum(np.vdot(peer.coef_, peer.coef_) for peer in peers)
    assert_close(probe.objective, np.logaddexp(0, (1 - 2 * labels) * logits).sum(axis=1).mean() + of_weights)


@pytest.mark.parametrize("kind", KINDS)
def test_the_gradient_of_labels_in_float64_is_below_the_tolerance(kind):
    features, labels, _, _ = draw_labels(kind)
    probe = fit_linear_probe(features, labels, task="multilabel")
    mean, scale = standardise(features)
    Z, W = (features - mean) / scale, scale[:, None] * probe.weights
    residual = expit(Z @ W + (probe.bias + mean @ probe.weights)) - labels
    gradient = np.vstack([Z.T @ residual / len(Z) + probe.l2 * W, residual.mean(axis=0, keepdims=True)])
    assert np.linalg.norm(gradient) <= tolerance_at(probe.objective)
    assert_close(probe.gradient_norm, np.linalg.norm(gradient), relative=0.1)


@pytest.mark.parametrize("kind", ["plain", "wide", "separable", "scaled"])
def test_newtons_method_alone_finds_the_same_labels(monkeypatch, kind):
    features, labels, heldout, _ = draw_labels(kind)
    whole = fit_linear_probe(features, labels, task="multilabel", l2=1e-3)
    monkeypatch.setattr(descent, "_MAX_STEPS", 1)
    alone = fit_linear_probe(features, labels, task="multilabel", l2=1e-3)
    assert alone.converged
    assert_close(expit(alone.outputs(heldout)), expit(whole.outputs(heldout)), relative=0.02)


def test_one_label_is_two_classes_at_twice_the_penalty():
    features, labels, heldout, _, _ = draw_classes("two_classes")
    single = fit_linear_probe(features, labels[:, None], task="multilabel")
    # Two logits of penalised weights w/2 and -w/2 are one logit w at half the penalty.
    double = fit_linear_probe(features, labels, num_classes=2, l2=2 * single.l2)
    chances = np.exp(double.log_probabilities(heldout)[:, 1])
    assert_close(expit(single.outputs(heldout)[:, 0]), chances, relative=0.01)


def test_labels_that_all_rows_share_leave_the_others_as_they_are():
    features, labels, heldout, _ = draw_labels("plain")
    constant = np.column_stack([np.zeros(NUM_ROWS), labels, np.ones(NUM_ROWS)]).astype(np.float32)
    ours, theirs = (fit_linear_probe(features, y, task="multilabel").outputs(heldout) for y in (constant, labels))
    np.testing.assert_array_equal(ours[:, 1:-1], theirs)
    # (k + 1/2) / (n + 1) of 0 and of 300 rows.
    assert_close(expit(ours[0, [0, -1]]), [0.5 / 301, 300.5 / 301])
    only = fit_linear_probe(features, np.ones((NUM_ROWS, 2)), task="multilabel")
    assert only.converged
    np.testing.assert_array_equal(only.weights, np.zeros((20, 2)))


def draw_values(kind):
    """`(features, labels, heldout_features, heldout_labels)`: numbers in units of a million and of a thousandth."""
    features, _, heldout, _, _ = draw_classes(kind)
    rows = np.concatenate([features, heldout]).astype(np.float64)
    mean, scale = standardise(features)
    rng = np.random.default_rng(2)
    weights = rng.standard_normal((rows.shape[1], 3)) / rows.shape[1] ** 0.5
    labels = (rows - mean) / scale @ weights + 0.7 * rng.standard_normal((len(rows), 3))
    labels = (labels * [1e6, 1e-3, 1.0] + [1e6, 0.0, -2.0]).astype(np.float32)
    return features, labels[:NUM_ROWS], heldout, labels[NUM_ROWS:]


@pytest.mark.first_case
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("two_classes", "unbalanced")])
def test_regression_equals_ridge_of_scikit_learn_at_the_ridge_of_least_gcv(kind):
    features, labels, heldout, heldout_labels = draw_values(kind)
    probe = fit_linear_probe(features, labels, task="regression")
    (mean, scale), (label_mean, label_scale) = standardise(features), standardise(labels)
    Z, T = (features - mean) / scale, (labels - label_mean) / label_scale
    alpha = choose_ridge_by_hat_matrices(Z, T)
    peer = Ridge(alpha=alpha, solver="svd").fit(Z, T)
    theirs = peer.predict((heldout - mean) / scale) * label_scale + label_mean
    assert probe.converged
    for ours, expected in zip(probe.outputs(heldout).T, theirs.T, strict=True):
        assert_close(ours, expected)
    objective = np.sum((T - peer.predict(Z)) ** 2) / NUM_ROWS + alpha / NUM_ROWS * np.sum(peer.coef_**2)
    assert_close(probe.objective, objective)
    loss, accuracy = score_outputs("regression", probe.outputs(heldout), heldout_labels)
    assert_close(loss, np.mean((theirs - heldout_labels) ** 2))
    assert np.isnan(accuracy)


def test_units_of_a_label_move_no_other_and_a_constant_one_is_its_value():
    features, labels, heldout, _ = draw_values("plain")
    labels[:, 1] = 0.1
    ours = fit_linear_probe(features, labels, task="regression").outputs(heldout)
    assert_close(ours[:, 1], np.full(NUM_HELDOUT, np.float32(0.1)), relative=1e-12)
    theirs = fit_linear_probe(features, labels * np.float32([1, 1, 1024]), task="regression").outputs(heldout)
    assert_close(theirs[:, 2], 1024 * ours[:, 2], relative=1e-5)
    assert_close(theirs[:, 0], ours[:, 0], relative=1e-5)
    only = fit_linear_probe(features, labels[:, 1:2], task="regression").outputs(heldout)
    assert_close(only, np.full((NUM_HELDOUT, 1), np.float32(0.1)), relative=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize("shape", [(6, 3), (6, 9)], ids=["narrow", "wide"])
def test_features_that_never_vary_give_the_shares_and_the_mean(shape):
    features = np.full(shape, 0.1, np.float32)
    labels = np.array([[0, 0, 0, 1, 1, 0]], np.float32).T
    chances = expit(fit_linear_probe(features[:, :3], labels, task="multilabel").outputs(features[:, :3]))
    assert_close(chances, np.full((6, 1), 1 / 3))
    assert_close(fit_linear_probe(features, labels, task="regression").outputs(features), np.full((6, 1), 1 / 3))


def test_scores_are_those_worked_out_by_hand():
    logits, labels = np.log([[3.0, 1.0], [1 / 3, 4.0]]), np.array([[1, 1], [1, 0]], np.float32)
    loss, accuracy = score_outputs("multilabel", logits, labels)
    assert_close(loss, -np.log([3 / 4, 1 / 2, 1 / 4, 1 / 5]).mean(), relative=1e-9)
    assert accuracy == 0.25  # probability 1/2 is no decision for a label, as in Keras
    theirs = keras.metrics.binary_accuracy(labels, expit(logits))
    assert accuracy == keras.ops.convert_to_numpy(theirs).mean()
    loss, accuracy = score_outputs("classes", np.log([[1.0, 3.0], [1.0, 1.0], [4.0, 1.0]]), np.array([1, 0, -1]))
    assert_close(loss, -np.log([3 / 4, 1 / 2]).mean(), relative=1e-9)
    assert accuracy == 2 / 3
    assert score_outputs("regression", np.array([[1.0, 2.0]]), np.array([[0.0, 5.0]]))[0] == 5.0
    for task in ("classes", "multilabel", "regression"):
        assert np.isnan(score_outputs(task, np.array([[np.nan, 1.0]]), np.array([[0, 1]]))).all()


@pytest.mark.parametrize(
    ("labels", "task", "match"),
    [
        (np.zeros(4), "multilabel", r"Expected \(n, num_outputs\) for task='multilabel'"),
        (np.zeros(4), "regression", r"Expected \(n, num_outputs\) for task='regression'"),
        (np.zeros((4, 1)), "ordinal", "Expected one of 'classes', 'multilabel', 'regression'"),
        (np.zeros(4, int), "classes", "num_classes=None. Expected at least 2"),
    ],
    ids=["labels", "values", "task", "classes"],
)
def test_what_cannot_be_fitted_is_refused(labels, task, match):
    with pytest.raises(ValueError, match=match):
        fit_linear_probe(np.zeros((4, 2), np.float32), labels, task=task)


@pytest.mark.slow
@pytest.mark.parametrize("num_rows", [20, 200], ids=["fewer than features", "more than features"])
def test_features_that_never_vary_leave_the_frequencies_of_the_classes(num_rows):
    """A product without columns ends the process on TensorFlow: a dead layer would take the training with it."""
    labels = np.arange(num_rows) % 4 % 3
    probe = fit_linear_probe(np.full((num_rows, 64), 0.3, np.float32), labels, num_classes=3)
    chances = np.exp(probe.log_probabilities(np.zeros((1, 64), np.float32)))[0]
    np.testing.assert_allclose(chances, np.bincount(labels) / num_rows, atol=1e-3)


@pytest.mark.first_case
@pytest.mark.parametrize("kind", ["plain", "wide", "separable", "dead"])
@pytest.mark.parametrize("power", [-100, -67, -33, 33, 67, 100])
def test_tiny_features_and_huge_ones_are_fitted_as_usual_ones(kind, power):
    """Powers of two between 1e-30 and 1e30 change no bit."""
    features, labels, heldout, _, num_classes = draw_classes(kind)
    usual = fit_linear_probe(features, labels, num_classes=num_classes)
    factor = np.float32(2.0**power)
    found = fit_linear_probe(features * factor, labels, num_classes=num_classes)
    np.testing.assert_array_equal(found.weights * float(factor), usual.weights)
    np.testing.assert_array_equal(found.outputs(heldout * factor), usual.outputs(heldout))
    assert found.converged and (found.objective, found.num_steps) == (usual.objective, usual.num_steps)


def test_tiny_features_beside_huge_ones_are_fitted():
    features, labels, *_, num_classes = draw_classes("plain")
    usual = fit_linear_probe(features, labels, num_classes=num_classes)
    factors = np.float32(2.0) ** np.linspace(-100, 100, features.shape[1]).round().astype("float32")
    found = fit_linear_probe(features * factors, labels, num_classes=num_classes)
    np.testing.assert_array_equal(found.weights * factors[:, None].astype(np.float64), usual.weights)


@pytest.mark.slow
@pytest.mark.parametrize("task", ["multilabel", "regression"])
def test_tiny_features_serve_other_labels_too(task):
    features, *_ = draw_classes("plain")
    labels = (features[:, :2] > 0).astype("float32") if task == "multilabel" else features[:, :2]
    usual, found = (fit_linear_probe(features * np.float32(s), labels, task=task) for s in (1.0, 2.0**-90))
    np.testing.assert_array_equal(found.weights * 2.0**-90, usual.weights)


@pytest.mark.parametrize("kind", ["constant", "duplicated", "wide", "separable"])
def test_an_accelerator_finds_the_same_axes(monkeypatch, kind):
    features, labels, heldout, _, num_classes = draw_classes(kind)
    usual = fit_linear_probe(features, labels, num_classes=num_classes)
    monkeypatch.setattr(standardise_features, "has_accelerator", lambda: True)
    monkeypatch.setattr(standardise_features, "decompose", None)
    found = fit_linear_probe(features, labels, num_classes=num_classes)
    assert found.converged
    assert_close(np.exp(found.log_probabilities(heldout)), np.exp(usual.log_probabilities(heldout)), relative=0.01)


@pytest.mark.slow
def test_a_size_is_compiled_once_whatever_the_features_span():
    rng, labels, kept = np.random.default_rng(0), np.arange(40) % 3, {}
    features = rng.standard_normal((40, 60)).astype(np.float32)
    dead = features * (np.arange(60) < 8)
    with keeping_compiled(kept):
        fit_linear_probe(features, labels, num_classes=3)
        before = set(kept)
        fit_linear_probe(dead, labels, num_classes=3)
    # All are standardised, k fits choose the penalty and judge it, one is fitted.
    assert len(before) == 4 and set(kept) == before
    for function in kept.values():
        if hasattr(function, "experimental_get_tracing_count"):
            assert function.experimental_get_tracing_count() == 1
