"""Leave-one-out predictions beside refits without the row, by scikit-learn."""

import numpy as np
import pytest
from builders.tolerance import assert_close
from sklearn.linear_model import Ridge

from keras_phases.probes.leave_one_out import RIDGES, leave_one_out


def draw(num_rows, num_features, num_outputs=3):
    rng = np.random.default_rng([num_rows, num_features])
    features = rng.normal(size=(num_rows, num_features)) * rng.uniform(0.1, 9, num_features) + 3
    targets = features[:, [1]] + rng.normal(size=(num_rows, num_outputs))
    return features, targets


def refit(features, targets, ridge):
    """What a ridge regression on the other rows predicts for each; features in units of their spread over all rows."""
    scaled = (features - features.mean(0)) / features.std(0)
    strength = ridge * np.square(scaled).sum()
    others = [np.arange(len(targets)) != row for row in range(len(targets))]
    fits = [Ridge(alpha=strength, solver="cholesky").fit(scaled[keep], targets[keep]) for keep in others]
    return np.array([fit.predict(scaled[[row]])[0] for row, fit in enumerate(fits)])


@pytest.mark.parametrize(("num_rows", "num_features"), [(24, 6), (12, 30), (15, 15)], ids=["primal", "dual", "square"])
def test_predictions_are_those_of_refits_without_the_row(num_rows, num_features):
    features, targets = draw(num_rows, num_features)
    found = leave_one_out(features, targets)
    assert_close(found.predictions, refit(features, targets, found.ridge), 1e-7)
    assert_close(found.losses, np.square(found.predictions - targets).sum(axis=1), 1e-9)
    by_ridge = [np.square(refit(features, targets, ridge) - targets).sum() for ridge in RIDGES]
    assert found.ridge == RIDGES[np.argmin(by_ridge)]


def test_scale_offset_and_dead_features_do_not_matter():
    features, targets = draw(20, 8)
    found = leave_one_out(features, targets)
    other = np.concatenate([features * np.logspace(-6, 6, 8) - 5, np.full((20, 2), 0.1)], axis=1)
    assert_close(leave_one_out(other, targets).predictions, found.predictions, 1e-5)
    assert_close(leave_one_out(features, 7 * targets + 2).losses, 49 * found.losses, 1e-7)


def test_features_that_do_not_vary_leave_the_mean_of_the_other_rows():
    targets = np.eye(2)[[0, 1, 1, 1, 0]]
    found = leave_one_out(np.ones((5, 4), np.float32), targets)
    assert_close(found.predictions, (targets.sum(axis=0) - targets) / 4)


@pytest.mark.parametrize(("rows", "labels"), [(2, 2), (5, 4)])
def test_too_few_rows_and_other_rows_are_refused(rows, labels):
    with pytest.raises(ValueError, match=f"features have {rows} rows, targets {labels}. Expected as many, at least"):
        leave_one_out(np.zeros((rows, 3)), np.zeros((labels, 2)))
