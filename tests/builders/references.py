"""What is expected, worked out another way, and the rows on which least squares goes wrong where it is careless."""

import itertools

import numpy as np
from sklearn.linear_model import LogisticRegression

from keras_phases.decoders.gradient import Adam, draw_orders, draw_weights
from keras_phases.decoders.ridge import RIDGES

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


def draw_hard_rows(kind, *, noise=0.3, seed=0):
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


def expected_probe(features, heldout, rows, l2):
    """Loss and accuracy of the linear probe by scikit-learn at a penalty."""
    mean, scale = features.mean(0, float), features.std(0, float)
    scale[scale == 0] = 1
    options = {"solver": "newton-cg", "tol": 1e-8, "max_iter": 1000}
    C = 1 / (l2 * len(features))
    peer = LogisticRegression(C=C, **options).fit((features - mean) / scale, rows.labels_fit)
    log_probabilities = peer.predict_log_proba((heldout - mean) / scale)
    return {
        "probe_loss": -log_probabilities[np.arange(len(heldout)), rows.labels_heldout].mean(),
        "probe_accuracy": np.mean(log_probabilities.argmax(axis=1) == rows.labels_heldout),
    }


def choose_ridge_by_hat_matrices(Z, T):
    """The ridge of least generalised cross-validation score, each score from its own n x n hat matrix."""
    n, num_features = Z.shape
    gram, strength = Z @ Z.T, n * np.vdot(Z, Z) / (n * num_features)
    scores = []
    for ridge in RIDGES:
        hat = gram @ np.linalg.inv(gram + ridge * strength * np.eye(n))
        spare = 1 - (1 + np.trace(hat)) / n
        scores.append(np.sum((T - hat @ T) ** 2) / spare**2 if spare > 1 / 15 else np.inf)
    return RIDGES[np.argmin(scores)] * strength


def batches(training, num_rows, seed=0):
    """`(epoch, rows)` of every step, the last of an epoch what is left."""
    for epoch, order in enumerate(itertools.islice(draw_orders(num_rows, seed), training.epochs)):
        for start in range(0, num_rows, training.batch_size):
            yield epoch, order[start : start + training.batch_size]


def residual_of(task, outputs, targets):
    """The gradient of the loss by the outputs, float64."""
    if task == "classes":
        chances = np.exp(outputs - outputs.max(axis=1, keepdims=True))
        return (chances / chances.sum(axis=1, keepdims=True) - np.eye(outputs.shape[1])[targets]) / len(outputs)
    if task == "multilabel":
        return (1 / (1 + np.exp(-outputs)) - targets) / outputs.size
    return 2 * (outputs - targets) / outputs.size


def train_by_numpy(training, features, targets, task="regression"):
    """As PyTorch's documentation has the two optimizers, in float64."""
    weights = {name: array.astype(float) for name, array in draw_weights(training.head, 0).items()}
    first, second = ({name: np.zeros_like(array) for name, array in weights.items()} for _ in range(2))
    optimizer = training.optimizer
    for step, (epoch, rows) in enumerate(batches(training, len(features)), start=1):
        A = features[rows].astype(float)
        residual = residual_of(task, A @ weights["kernel"] + weights["bias"], targets[rows])
        for name, gradient in (("kernel", A.T @ residual), ("bias", residual.sum(axis=0))):
            if isinstance(optimizer, Adam):
                gradient = gradient + optimizer.weight_decay * weights[name]
                first[name] = 0.9 * first[name] + 0.1 * gradient
                second[name] = 0.999 * second[name] + 0.001 * gradient**2
                corrected = first[name] / (1 - 0.9**step), second[name] / (1 - 0.999**step)
                weights[name] -= optimizer.learning_rate * corrected[0] / (np.sqrt(corrected[1]) + 1e-8)
            else:
                first[name] = 0.9 * first[name] + gradient
                weights[name] -= (0.01 if epoch < 10 else 0.001) * first[name]
    return weights["kernel"], weights["bias"]
