import numpy as np
import pytest
from scipy.special import log_softmax, softmax
from sklearn.linear_model import LogisticRegression
from tolerance import assert_close

from keras_phases.probes import PROBE_L2, fit_linear_probe, optimum, tolerance_at

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


def solve_by_peer(features, labels, heldout):
    """Held-out log-probabilities of scikit-learn's optimum, C = 1 / (l2 n), on standardised features."""
    mean, scale = standardise(features)
    options = {"solver": "newton-cg", "tol": 1e-8, "max_iter": 1000}
    Z, C = (features - mean) / scale, 1 / (PROBE_L2 * len(features))
    if len(np.unique(labels)) == 2:
        # Two logits of penalised weights w/2 and -w/2 are one logit w at half the penalty.
        peer = LogisticRegression(C=2 * C, **options).fit(Z, labels)
    else:
        peer = LogisticRegression(C=C, **options).fit(Z, labels)
    return peer.predict_log_proba((heldout - mean) / scale)


@pytest.mark.parametrize("kind", KINDS)
def test_heldout_entropy_and_accuracy_equal_scikit_learn(kind):
    features, labels, heldout, heldout_labels, num_classes = draw_classes(kind)
    probe = fit_linear_probe(features, labels, num_classes=num_classes)
    ours, theirs = probe.log_probabilities(heldout), solve_by_peer(features, labels, heldout)
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


@pytest.mark.parametrize("kind", KINDS)
def test_the_gradient_in_float64_is_below_the_tolerance(kind):
    features, labels, _, _, num_classes = draw_classes(kind)
    probe = fit_linear_probe(features, labels, num_classes=num_classes)
    mean, scale = standardise(features)
    Z, W = (features - mean) / scale, scale[:, None] * probe.weights
    residual = softmax(Z @ W + (probe.bias + mean @ probe.weights), axis=1) - np.eye(num_classes)[labels]
    gradient = np.vstack([Z.T @ residual / len(Z) + PROBE_L2 * W, residual.mean(axis=0, keepdims=True)])
    assert np.linalg.norm(gradient) <= tolerance_at(probe.objective)
    assert_close(probe.gradient_norm, np.linalg.norm(gradient), relative=0.1)


def test_two_points_have_the_optimum_worked_out_by_hand():
    # Z = -1, 1 and by symmetry W = (-w, w) / 2: the mean entropy log(1 + exp(-w)) + l2 w^2 / 4 is least where
    # w (1 + exp(w)) = 2 / l2.
    probe = fit_linear_probe(np.array([[3.0], [7.0]], np.float32), np.array([0, 1]), num_classes=2, l2=0.1)
    margin = 2 * np.diff(probe.weights[0])[0]
    assert_close(margin * (1 + np.exp(margin)), 20.0, relative=2e-3)
    assert_close(probe.log_probabilities(np.array([[5.0]])), np.log([[0.5, 0.5]]), relative=1e-4)


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
    monkeypatch.setattr(optimum, "_MAX_QUASI_NEWTON_STEPS", 2)
    monkeypatch.setattr(optimum, "_MAX_NEWTON_STEPS", 1)
    features, labels, _, _, num_classes = draw_classes("plain")
    probe = fit_linear_probe(features, labels, num_classes=num_classes)
    assert (probe.converged, probe.num_steps) == (False, 3)
    assert probe.gradient_norm > tolerance_at(probe.objective)


@pytest.mark.parametrize("kind", KINDS)
def test_quasi_newton_steps_reach_the_tolerance_unaided(monkeypatch, kind):
    monkeypatch.setattr(optimum, "_MAX_NEWTON_STEPS", 0)
    features, labels, _, _, num_classes = draw_classes(kind)
    assert fit_linear_probe(features, labels, num_classes=num_classes).converged


@pytest.mark.parametrize("kind", KINDS)
def test_newtons_method_alone_finds_the_same_optimum(monkeypatch, kind):
    features, labels, heldout, _, num_classes = draw_classes(kind)
    whole = fit_linear_probe(features, labels, num_classes=num_classes)
    monkeypatch.setattr(optimum, "_MAX_QUASI_NEWTON_STEPS", 1)
    alone = fit_linear_probe(features, labels, num_classes=num_classes)
    assert alone.converged
    assert_close(np.exp(alone.log_probabilities(heldout)), np.exp(whole.log_probabilities(heldout)), relative=0.02)


def test_the_same_rows_give_the_same_probe():
    features, labels, _, _, num_classes = draw_classes("plain")
    first, second = (fit_linear_probe(features, labels, num_classes=num_classes) for _ in range(2))
    np.testing.assert_array_equal(first.weights, second.weights)


def test_one_class_is_refused():
    with pytest.raises(ValueError, match="Expected at least 2 for a linear probe"):
        fit_linear_probe(np.zeros((4, 2), np.float32), np.zeros(4, int), num_classes=1)
