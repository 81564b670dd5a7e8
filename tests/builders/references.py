"""Rows on which least squares goes wrong where it is not done with care; what trained layers really give."""

import numpy as np

NUM_ROWS, NUM_HELDOUT = 100, 60


def _plain(rng, latent):
    return latent @ rng.standard_normal((latent.shape[1], 24))


def _dead(rng, latent):
    features = _plain(rng, latent)
    features[:, ::3] = 0
    return features


def _constant(rng, latent):
    features = _plain(rng, latent)
    features[:, ::3] = 0.1
    return features


def _duplicated(rng, latent):
    features = _plain(rng, latent)
    features[:, 12:] = features[:, :12]
    return features


def _collinear(rng, latent):
    features = _plain(rng, latent)
    features[:, 12:] = features[:, :12] + 1e-4 * latent[:, :12]
    return features


def _shifted(rng, latent):
    return 1e4 + 0.1 * _plain(rng, latent)


def _scaled(rng, latent):
    return _plain(rng, latent) * 10.0 ** np.linspace(-3, 3, 24)


def _relu(rng, latent):
    return np.maximum(latent @ rng.standard_normal((latent.shape[1], 48)) - 2.0, 0)


def _square(rng, latent):
    return np.maximum(latent @ rng.standard_normal((latent.shape[1], NUM_ROWS)), 0)


def _wide(rng, latent):
    return np.maximum(latent @ rng.standard_normal((latent.shape[1], NUM_ROWS + 40)), 0)


KINDS = {
    "plain": _plain,
    "dead": _dead,
    "constant": _constant,
    "duplicated": _duplicated,
    "collinear": _collinear,
    "shifted": _shifted,
    "scaled": _scaled,
    "relu": _relu,
    "square": _square,
    "wide": _wide,
}


def draw_rows(kind, *, noise=0.3, seed=0):
    """Fit and held-out features and targets, float32: `(features, targets, heldout_features, heldout_targets)`.

    Args:
        kind: A key of `KINDS`.
        noise: Standard deviation of what no feature tells about the targets.
        seed: Seed of all rows.
    """
    rng = np.random.default_rng(seed)
    num_rows = NUM_ROWS + NUM_HELDOUT
    latent = rng.standard_normal((num_rows, 16))
    features = KINDS[kind](rng, latent).astype(np.float32)
    targets = 3.0 + latent @ rng.standard_normal((16, 7)) + noise * rng.standard_normal((num_rows, 7))
    # As the border pixels of digits: the same in every row.
    targets[:, 5] = 0.25
    targets = targets.astype(np.float32)
    return features[:NUM_ROWS], targets[:NUM_ROWS], features[NUM_ROWS:], targets[NUM_ROWS:]


def solve_ridge(features, targets, ridge):
    """`(weights, feature_mean, target_mean)` in float64 from the rows themselves, without their second moments.

    Rows sqrt(lambda) I under the features make ridge regression plain least squares, whose condition number is the
    square root of that of the normal equations.
    """
    A, T = features.astype(np.float64), targets.astype(np.float64)
    means = A.mean(axis=0), T.mean(axis=0)
    A, T = A - means[0], T - means[1]
    strength = ridge * np.vdot(A, A) / A.shape[1]
    rows = np.vstack([A, np.sqrt(strength) * np.eye(A.shape[1])])
    weights = np.linalg.lstsq(rows, np.vstack([T, np.zeros((A.shape[1], T.shape[1]))]), rcond=1e-15)[0]
    return weights, *means


def loss_of(weights, feature_mean, target_mean, features, targets):
    """Mean squared error per element of a linear map, in float64, row by row."""
    errors = (features.astype(np.float64) - feature_mean) @ weights + target_mean - targets
    return np.mean(errors**2)
