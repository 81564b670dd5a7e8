"""Matrix products and whose threads get the cores."""

import numpy as np
import pytest
import threadpoolctl
from tolerance import assert_close

from keras_phases.blas import multiply, threads_for


def threads_of(owner):
    found = [info for info in threadpoolctl.threadpool_info() if f"{owner}.libs" in info["filepath"]]
    if not found:
        pytest.skip(f"{owner} has no BLAS of its own here")
    return found[0]["num_threads"]


@pytest.mark.parametrize("order", ["C", "F"])
def test_product(order):
    rng = np.random.default_rng(0)
    a, b = np.asarray(rng.normal(size=(3, 5)), order=order), np.asarray(rng.normal(size=(5, 2)), order=order)
    assert_close(multiply(a, b), np.einsum("ij,jk->ik", a, b), relative=1e-14)
    assert_close(multiply(a.T, a), np.einsum("ji,jk->ik", a, a), relative=1e-14)


@pytest.mark.parametrize(("owner", "other"), [("numpy", "scipy"), ("scipy", "numpy")])
def test_one_of_the_two_gets_the_cores(owner, other):
    before = threads_of(owner), threads_of(other)
    with threads_for(other), threads_for(owner):
        assert (threads_of(owner), threads_of(other)) == (max(before), 1)
    assert (threads_of(owner), threads_of(other)) == before
