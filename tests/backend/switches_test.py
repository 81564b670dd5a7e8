"""Settings of the process: the user's own comes back, in whatever order those who ask come and go."""

import itertools

import pytest

from keras_phases.backend.switches import Switch


@pytest.mark.parametrize("ends", list(itertools.permutations(range(3))))
def test_the_users_own_comes_back_in_whatever_order_threads_end(ends):
    state = {"value": "own"}
    switch = Switch(lambda: state["value"], lambda value: state.update(value=value))
    asked = [switch.at(value) for value in ("one", "two", "two")]
    for one in asked:
        one.__enter__()
    assert state["value"] == "two"
    for end in ends:
        assert state["value"] != "own"
        asked[end].__exit__(None, None, None)
    assert state["value"] == "own"
    state["value"] = "changed by the user"
    with switch.at("one"):
        assert state["value"] == "one"
    assert state["value"] == "changed by the user"
