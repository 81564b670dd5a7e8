"""Ridge regression by Cholesky factors, for accelerators: there they are fast, and eigendecompositions slow.

    G = A'A = L L',     M = L^-1 A'T,     K = (L'L + lambda I)^-1,     W = (G + lambda I)^-1 A'T = L K M
    df = tr K L'L,     RSS = tr T'T - |M|^2 + lambda^2 |K M|^2

As L'L and G have the same eigenvalues, K tells of a ridge what it takes to judge it, in D^3 operations however many
targets there are; and what no ridge changes stands apart, as in `keras_phases.decoders.ridge`. The choice takes 15 to
20 of them; on a CPU LAPACK's one eigendecomposition takes a fifth to a twelfth of their time (512 to 2,048 features).
"""

import functools
import itertools

import numpy as np
import scipy.linalg

from keras_phases.backend.arrays import FLOAT32, compiled, compiled_once, host
from keras_phases.backend.factors import factor, factoring
from keras_phases.decoders.solution import LEAST_SPARE, Choice, Solution

_FIRST_GAP = 8
"""Between the ridges that are looked at first."""


def solve_by_cholesky(gram, cross, variances, target_squares, *, num_rows, ridges):
    """The `Solution` at the ridge of least generalised cross-validation score; arguments as `fit_primal` takes them.

    The diagonal of `gram` comes on the host besides.

    Raises:
        np.linalg.LinAlgError: where directions in which features vary are beyond the noise of float32.
    """
    num_features = len(variances)
    num_constant, constant = int(np.count_nonzero(variances == 0)), FLOAT32.ops.convert_to_tensor(variances == 0)
    strengths = float(variances.sum()) / num_features * np.asarray(ridges)
    prepare, at, finish = _compiled(num_features, cross.shape[1])
    L, M, R, Q, told = prepare(FLOAT32.array(gram), FLOAT32.array(cross), constant)
    *explained, fill = host(told).astype(np.float64)
    explained = float(np.sum(explained))
    _check_sound(explained)
    rank, least = num_features - num_constant, max(target_squares - explained, 0.0)

    def evaluate(places):
        """`(degrees of freedom, residual)` of each, in one copy."""
        strength = strengths[places]
        told = [at(R, Q, FLOAT32.array(one))[1] for one in strength]
        degrees, increase = host(FLOAT32.ops.stack(told)).astype(np.float64).T
        _check_sound(degrees)
        # Features that never vary stand in the factors by themselves.
        degrees = degrees - num_constant * fill / (fill + strength)
        return list(zip(degrees.tolist(), (least + strength**2 * increase).tolist(), strict=True))

    place, (degrees, residual) = find_least_score(evaluate, len(strengths), num_rows)
    strength = float(strengths[place])
    K, _ = at(R, Q, FLOAT32.array(strength))
    weights, influence, sums = finish(L, M, K, R, constant)
    inverse, weight_squares, (squared_degrees, *_) = host(sums).astype(np.float64)
    return Solution(
        weights=weights,
        weight_squares=weight_squares,
        choice=Choice(float(ridges[place]), strength, degrees, residual, place == len(strengths) - 1),
        squared_degrees=squared_degrees - num_constant * (fill / (fill + strength)) ** 2,
        rank=rank,
        inverse=inverse,
        influence=influence,
        spectrum=functools.partial(_eigenvalues, gram),
    )


def _check_sound(numbers):
    if not np.isfinite(numbers).all():
        raise np.linalg.LinAlgError("the matrix is not positive definite")


def _eigenvalues(gram):
    """All alone, in float64, of the lower triangle."""
    return np.maximum(scipy.linalg.eigvalsh(host(gram), check_finite=False), 0.0)


@compiled_once
def _compiled(num_features, num_targets):
    """`_prepare`, `_at` and `_finish`, compiled once for each size."""
    # TensorFlow counts traces by code, and would warn of a few sizes; a partial has none.
    prepare, at, finish = (functools.partial(function) for function in (_prepare, _at, _finish))
    return factoring(compiled(prepare)), factoring(compiled(at)), compiled(finish)


def _prepare(gram, cross, constant):
    ops = FLOAT32.ops
    gram = ops.tril(gram) + ops.transpose(ops.tril(gram, -1))
    fill, eye = ops.mean(ops.diagonal(gram)), ops.eye(gram.shape[0], dtype="float32")
    gram = gram + fill * ops.diag(ops.cast(constant, "float32"))
    # Its norm is at least the largest eigenvalue: all are above the share that can be told from none.
    floor = FLOAT32.relative_rank * ops.sqrt(ops.sum(gram * gram))
    L = factor(gram)
    is_sound = ops.isfinite(ops.sum(factor(gram - floor * eye)))
    L = ops.where(is_sound, L, float("nan"))
    M = ops.solve_triangular(L, cross, lower=True)
    R, Q = ops.matmul(ops.transpose(L), L), ops.matmul(M, ops.transpose(M))
    return L, M, R, Q, ops.append(ops.sum(M * M, axis=1), fill)


def _at(R, Q, strength):
    ops, eye = FLOAT32.ops, FLOAT32.ops.eye(R.shape[0], dtype="float32")
    X = ops.solve_triangular(factor(R + strength * eye), eye, lower=True)
    K = ops.matmul(ops.transpose(X), X)
    # tr K R, and |K M|^2 = tr K M M' K.
    return K, ops.stack([ops.sum(K * R), ops.sum(ops.matmul(K, Q) * K)])


def _finish(L, M, K, R, constant):
    ops = FLOAT32.ops
    moved = ops.matmul(L, K)
    influence = ops.where(constant[:, None], 0.0, moved)
    weights = ops.matmul(influence, M)
    # (G + lambda I)^-1 = L^-T K L'.
    inverse = ops.sum(ops.solve_triangular(ops.transpose(L), K) * L, axis=1)
    shares = ops.matmul(K, R)  # with the eigenvalues s / (s + lambda)
    squared_degrees = ops.sum(shares * shares) * ops.ones_like(inverse)
    return weights, influence, ops.stack([inverse, ops.sum(weights * weights, axis=1), squared_degrees])


def find_least_score(evaluate, num_ridges, num_rows):
    """Where RSS / (1 - (1 + df) / n)^2 is least on a rising path of ridges, for certain, and what was found there.

    RSS rises with the ridge and df falls, so that no score between two ridges is below the RSS of the smaller over the
    squared spare share of the larger. Intervals that may hold less than the least score found are divided, all of them
    at a time, as each time is a copy from the device: three or four of them, with 15 to 20 ridges of a smooth path.
    Where no ridge leaves rows to spare it is the last place.

    Args:
        evaluate: A function of a list of places in the path: `(df, RSS)` of each.
        num_ridges: Length of the path.
        num_rows: Rows of the regression, n.
    """
    found, scores = {}, {}
    places = [*range(0, num_ridges - 1, _FIRST_GAP), num_ridges - 1]
    while places:
        for place, (degrees, residual) in zip(places, evaluate(places), strict=True):
            found[place], scores[place] = (degrees, residual), _score(degrees, residual, num_rows)
        least = min(scores.values())
        places = [
            place
            for low, high in itertools.pairwise(sorted(found))
            if _score(found[high][0], found[low][1], num_rows) < least
            for place in range(low + max(1, (high - low) // 4), high, max(1, (high - low) // 4))
        ]
    best = min(scores, key=lambda place: (scores[place], place if np.isfinite(scores[place]) else -place))
    return best, found[best]


def _score(degrees, residual, num_rows):
    spare = 1 - (1 + degrees) / num_rows
    return residual / spare**2 if spare > LEAST_SPARE else np.inf
