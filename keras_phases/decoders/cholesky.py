"""Ridge regression by Cholesky factors, for accelerators: there they are fast, and eigendecompositions slow.

    G = A'A = L L',     M = L^-1 A'T,     K = (L'L + lambda I)^-1,     W = (G + lambda I)^-1 A'T = L K M
    df = tr K L'L,     RSS = tr T'T - |M|^2 + lambda^2 |K M|^2

As L'L and G have the same eigenvalues, K tells of a ridge what it takes to judge it, in D^3 operations however many
targets there are; and what no ridge changes stands apart, as in `keras_phases.decoders.ridge`. The choice takes 10 to
15 of them; on a CPU LAPACK's one eigendecomposition takes a fifth to a twelfth of their time (512 to 2,048 features).
"""

import functools
import heapq

import numpy as np
import scipy.linalg

from keras_phases.backend.arrays import FLOAT32, compiled, compiled_once, host
from keras_phases.backend.factors import factor, factoring
from keras_phases.decoders.solution import LEAST_SPARE, Choice, Solution


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
    L, M, R, Q, explained, fill = prepare(FLOAT32.array(gram), FLOAT32.array(cross), constant)
    fill, explained = float(host(fill)), float(host(explained).astype(np.float64).sum())
    _check_sound(explained)
    rank, least = num_features - num_constant, max(target_squares - explained, 0.0)

    def evaluate(place):
        """`(degrees of freedom, residual)`."""
        strength = strengths[place]
        degrees, increase = host(at(R, Q, FLOAT32.array(strength))[1]).astype(np.float64)
        _check_sound(degrees)
        # Features that never vary stand in the factors by themselves.
        return degrees - num_constant * fill / (fill + strength), least + strength**2 * increase

    place = find_least_score(evaluate, len(strengths), num_rows)
    strength, (degrees, residual) = float(strengths[place]), evaluate(place)
    K, _ = at(R, Q, FLOAT32.array(strength))
    weights, influence, sums, squared_degrees = finish(L, M, K, R, constant)
    inverse, weight_squares = host(sums).astype(np.float64)
    return Solution(
        weights=weights,
        weight_squares=weight_squares,
        choice=Choice(float(ridges[place]), strength, degrees, residual, place == len(strengths) - 1),
        squared_degrees=float(host(squared_degrees)) - num_constant * (fill / (fill + strength)) ** 2,
        rank=rank,
        inverse=inverse,
        influence=influence,
        spectrum=functools.partial(_eigenvalues, gram),
    )


def _check_sound(number):
    if not np.isfinite(number):
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
    return L, M, R, Q, ops.sum(M * M, axis=1), fill


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
    return weights, influence, ops.stack([inverse, ops.sum(weights * weights, axis=1)]), ops.sum(shares * shares)


def find_least_score(evaluate, num_ridges, num_rows):
    """Where RSS / (1 - (1 + df) / n)^2 is least on a rising path of ridges, in few evaluations and for certain.

    RSS rises with the ridge and df falls, so that no score between two ridges is below the RSS of the smaller over the
    squared spare share of the larger. Intervals that may hold less than the least score found are halved, those that
    may hold the least first. Where no ridge leaves rows to spare it is the last place.

    Args:
        evaluate: A function of a place in the path: `(df, RSS)` there.
        num_ridges: Length of the path.
        num_rows: Rows of the regression, n.
    """
    scores, residuals, spares = {}, {}, {}

    def look(place):
        degrees, residuals[place] = evaluate(place)
        spares[place] = spare = 1 - (1 + degrees) / num_rows
        scores[place] = residuals[place] / spare**2 if spare > LEAST_SPARE else np.inf

    def between(low, high):
        bound = residuals[low] / spares[high] ** 2 if spares[high] > LEAST_SPARE else np.inf
        return [(bound, low, high)] if high - low > 1 else []

    for place in {0, num_ridges - 1}:
        look(place)
    waiting = between(0, num_ridges - 1)
    while waiting:
        bound, low, high = heapq.heappop(waiting)
        if bound >= min(scores.values()):
            break
        middle = (low + high) // 2
        look(middle)
        for interval in (*between(low, middle), *between(middle, high)):
            heapq.heappush(waiting, interval)
    return min(scores, key=lambda place: (scores[place], place if np.isfinite(scores[place]) else -place))
