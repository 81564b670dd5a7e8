"""A run killed at any instant goes on with every finished probe step, once."""

import pytest
from builders.processes import run_program
from programs import kill_runs


def run_and_kill(kind, folder, num_kills, *, seed, timeout):
    """What `kill_runs` found, in a process of its own: one that forks should have no threads of TensorFlow's."""
    arguments = (kind, folder, num_kills, f"--seed={seed}")
    found, errors = run_program("kill_runs", *arguments, timeout=timeout, KERAS_BACKEND="tensorflow")
    assert found["faults"] == [], errors[-3000:]
    return found["num_done"]


@pytest.mark.slow
def test_a_killed_writer_keeps_every_step_that_it_finished_and_can_go_on(tmp_path):
    assert run_and_kill("writers", tmp_path, 100, seed=0, timeout=120) > 1000


@pytest.mark.stress
def test_a_writer_killed_a_thousand_times(tmp_path):
    assert run_and_kill("writers", tmp_path, 1000, seed=1, timeout=1200) > 10_000


@pytest.mark.slow
def test_a_killed_ring_of_checkpoints_is_whole_and_within_its_bound(tmp_path):
    assert run_and_kill("rings", tmp_path, 40, seed=0, timeout=240) > 100


@pytest.mark.stress
def test_a_ring_killed_a_thousand_times(tmp_path):
    assert run_and_kill("rings", tmp_path, 1000, seed=1, timeout=2400) > 3000


def test_a_torn_file_and_a_ring_too_large_are_found(tmp_path):
    """The two tests above can fail."""
    ring = kill_runs.CheckpointRing(tmp_path / "best.weights.h5", ".weights.h5", max_kept=None)
    ring.open()
    for step in range(7):
        checkpoint = kill_runs.Checkpoint(step, None, 0, 0.5)
        ring.add(
            checkpoint, lambda path, step=step: path.write_bytes(kill_runs.weights_of(step, 0)), lambda _: (0, [0])
        )
    assert kill_runs.find_ring_faults(tmp_path / "best.weights.h5", 0, [["add", "6"]]) == ["kill 0: 8 files"]
    ring.checkpoints[3].path.write_bytes(kill_runs.weights_of(3, 0)[:-1])
    faults = kill_runs.find_ring_faults(tmp_path / "best.weights.h5", 0, [["add", "7"]])
    assert faults[0] == "kill 0: step 3 is torn" and "told" in faults[2]


@pytest.mark.slow
def test_a_killed_fit_goes_on_as_one_curve(tmp_path):
    assert run_and_kill("fits", tmp_path, 6, seed=0, timeout=300) >= 1


@pytest.mark.stress
def test_a_fit_killed_a_hundred_times(tmp_path):
    assert run_and_kill("fits", tmp_path, 100, seed=1, timeout=3600) >= 1


@pytest.mark.stress
def test_shards_killed_twenty_times_lose_and_double_no_cell(tmp_path):
    assert run_and_kill("shards", tmp_path, 20, seed=0, timeout=1800) >= 20


def test_what_must_be_there_follows_from_what_was_told():
    told = [["restored", "4"], ["open", "4"], ["add", "5"], ["add", "8"]]
    assert kill_runs.replay([0, 1, 4, 6], told) == [0, 1, 4, 5, 8]
    assert kill_runs.replay([0, 1], [["open", "0"], ["add", "0"]]) == [0]
