"""Newton's method, for the few fits that L-BFGS in float32 leaves short of the tolerance."""

import numpy as np
from scipy.sparse.linalg import LinearOperator, cg

from keras_phases.probes.descent import tolerance_at

_MAX_STEPS = 50


def finish(objective, parameters):
    """Newton's method with conjugate gradients and backtracking: `(parameters, value, norm, num_steps)`.

    Args:
        objective: Has `value_and_gradient(parameters)`, with the norm of a gradient by which it has converged;
            `logits(parameters)`, linear in them; `value(parameters, logits)`; and `curvature(logits)`, the Hessian as
            a product with a vector.
        parameters: Those to begin with.
    """
    for num_steps in range(_MAX_STEPS + 1):
        value, gradient, norm = objective.value_and_gradient(parameters)
        if norm <= tolerance_at(value) or num_steps == _MAX_STEPS:
            break
        logits = objective.logits(parameters)
        direction = _solve_newton(objective.curvature(logits), gradient, norm, tolerance_at(value))
        parameters = _backtrack(objective, parameters, logits, value, gradient, direction)
    return parameters, value, norm, num_steps


def _solve_newton(product, gradient, norm, tolerance):
    """As accurately as the gradient is small, and no further than the tolerance needs (Eisenstat and Walker)."""
    forcing = max(min(0.5, norm**0.5), 0.1 * tolerance / norm)
    hessian = LinearOperator((len(gradient), len(gradient)), matvec=product, dtype=np.float64)  # pyright: ignore[reportCallIssue] SciPy's stubs
    return cg(hessian, -gradient, rtol=forcing, maxiter=100)[0]


def _backtrack(objective, parameters, logits, value, gradient, direction):
    """The first of 1, 1/2, 1/4, ... of a Newton step that lowers the objective enough."""
    moved, slope, size = objective.logits(direction), float(gradient @ direction), 1.0
    while True:
        # Logits are linear in the parameters, so that a trial costs no pass over the features.
        candidate = parameters + size * direction
        trial = objective.value(candidate, logits + size * moved)
        if trial <= value + 1e-4 * size * slope + 1e-9 or size < 1e-6:
            return candidate
        size /= 2
