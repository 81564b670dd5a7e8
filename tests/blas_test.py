"""Whose threads get the cores."""

import pytest
import threadpoolctl

from keras_phases.blas import threads_for


def threads_of(owner):
    found = [info for info in threadpoolctl.threadpool_info() if f"{owner}.libs" in info["filepath"]]
    if not found:
        pytest.skip(f"{owner} has no BLAS of its own here")
    return found[0]["num_threads"]


@pytest.mark.parametrize(("owner", "other"), [("numpy", "scipy"), ("scipy", "numpy")])
def test_one_of_the_two_gets_the_cores(owner, other):
    before = threads_of(owner), threads_of(other)
    with threads_for(other), threads_for(owner):
        assert (threads_of(owner), threads_of(other)) == (max(before), 1)
    assert (threads_of(owner), threads_of(other)) == before
