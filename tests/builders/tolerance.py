"""The one tolerance of the tests: what "equal" means where two ways of computing meet."""

import numpy as np


def assert_close(actual, expected, relative=1e-3):
    """Every element of `actual` within `relative` of the largest element of `expected`, and of the same shape.

    Relative to the largest element, since a sum of large terms that cancel carries their error, not its own. NaN equals
    NaN, infinities of one sign are equal.
    """
    actual, expected = np.asarray(actual, np.float64), np.asarray(expected, np.float64)
    finite = expected[np.isfinite(expected)]
    scale = np.abs(finite).max() if finite.size else 0.0
    np.testing.assert_allclose(actual, expected, rtol=0.0, atol=relative * scale, equal_nan=True, strict=True)
