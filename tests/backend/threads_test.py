"""Whose threads get the cores."""

import pytest
import threadpoolctl

from keras_phases.backend.threads import one_thread, threads_for


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


def test_one_thread_is_one_for_both():
    before = threads_of("numpy"), threads_of("scipy")
    with threads_for("numpy"), one_thread():
        assert (threads_of("numpy"), threads_of("scipy")) == (1, 1)
    assert (threads_of("numpy"), threads_of("scipy")) == before
