"""Classes told by the other tenths, beside penalised discriminant analyses that are fitted anew."""

import numpy as np
import pytest
from builders.tolerance import assert_close

from keras_phases.probes.discriminant import NUM_FOLDS, discriminate
from keras_phases.probes.leave_one_out import leave_one_out


def draw(num_rows, num_features, num_classes):
    rng = np.random.default_rng([num_rows, num_features])
    labels = rng.permutation(np.arange(num_rows) % num_classes)
    return rng.normal(size=(num_rows, num_features)) + 0.4 * labels[:, None] * rng.normal(size=num_features), labels


def folds_of(labels):
    """The tenth of each row: rows of one class one after the other, in an order drawn by the seed 0."""
    order = np.lexsort((np.random.default_rng(0).random(len(labels)), labels))
    return np.argsort(order) % NUM_FOLDS


def refit(features, labels, ridge):
    """Log probabilities `(n, C)` by the covariance within classes of the other tenths, which the ridge is added to."""
    scaled, onehot = (features - features.mean(0)) / features.std(0), np.eye(labels.max() + 1)[labels]
    strength, logs = ridge * np.square(scaled).sum() * np.eye(scaled.shape[1]), np.empty(onehot.shape)
    for fold in range(NUM_FOLDS):
        out = folds_of(labels) == fold
        counts = onehot[~out].sum(0)
        means = onehot[~out].T @ scaled[~out] / counts[:, None]
        residual = scaled[~out] - means[labels[~out]]
        precision = np.linalg.inv((residual.T @ residual + strength) / len(residual))
        away = scaled[out][:, None] - means
        raw = np.log(counts / counts.sum()) - np.einsum("ncf,fg,ncg->nc", away, precision, away) / 2
        logs[out] = raw - np.log(np.exp(raw - raw.max()).sum(1, keepdims=True)) - raw.max()
    return logs


@pytest.mark.parametrize(("num_rows", "num_features"), [(120, 6), (60, 90)], ids=["primal", "dual"])
def test_classes_are_those_of_fits_without_the_tenth(num_rows, num_features):
    features, labels = draw(num_rows, num_features, 4)
    found = discriminate(features, labels)
    logs = refit(features, labels, found.ridge)
    assert found.predictions.tolist() == logs.argmax(axis=1).tolist()
    own = np.exp(logs[np.arange(num_rows), labels])
    assert_close(found.losses, -np.log(0.999 * own + 0.001 / 4), 1e-9)


def test_a_class_in_the_middle_of_a_range_is_told():
    """Where a regression of one-hot rows never tells it."""
    rng = np.random.default_rng(0)
    labels = np.arange(200) // 50
    features = labels[:, None] + 0.3 * rng.normal(size=(200, 1))
    regressed = leave_one_out(features, np.eye(4)[labels]).predictions.argmax(axis=1)
    assert np.isin(regressed, (0, 3)).mean() > 0.9
    assert (discriminate(features, labels).predictions == labels).mean() > 0.85


def test_a_class_of_one_row_is_never_told_and_costs_no_more_than_doubt():
    features, labels = draw(30, 3, 2)
    labels[0] = 2
    found = discriminate(features, labels)
    assert found.predictions[0] != 2 and found.losses[0] == pytest.approx(-np.log(0.001 / 3))
    assert np.isfinite(found.losses).all()


def test_features_that_do_not_vary_tell_the_largest_class():
    labels = np.array([0] * 20 + [1] * 10)
    assert not discriminate(np.ones((30, 4), np.float32), labels).predictions.any()
