"""`PhaseProbe` while a model trains on several virtual devices of the CPU; what it compiles, lowered for a TPU."""

import json
import os
import pathlib
import subprocess
import sys

import numpy as np
import pytest
from tensorboard.backend.event_processing.event_file_loader import EventFileLoader

HERE = pathlib.Path(__file__).parent
STEPS = [0, 1, 2, 4, 8]
METRICS_TAG = "phases/metrics"
slow = pytest.mark.slow


def run(script, *arguments):
    """What a script of this folder printed, in a process of its own: devices are chosen before a backend starts."""
    command = [sys.executable, "-W", "ignore", str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, env=os.environ.copy(), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def check_same_weights(found):
    assert found["probed"] == found["plain"]


def check_written_once(folder):
    """Every step stands once, in one event file."""
    (file,) = (folder / "batch" / "phases").glob("*tfevents*")
    events = EventFileLoader(str(file)).Load()
    assert [event.step for event in events for value in event.summary.value if value.tag == METRICS_TAG] == STEPS


def check_same_numbers(several, one):
    # Absolute: a linear probe ends its steps somewhere near the optimum, and the last bits of weights say where.
    np.testing.assert_allclose(several, one, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(
    "kind", ["mirrored", *(pytest.param(f"{kind}_parallel", marks=slow) for kind in ("data", "model"))]
)
def test_a_fit_on_two_devices_gives_the_numbers_of_one_and_its_own_weights(kind, tmp_path):
    found = run("device_runs.py", kind, tmp_path)
    check_same_weights(found)
    check_written_once(tmp_path)
    assert found["steps"] == [STEPS]
    check_same_numbers(found["several"], found["one"])


@slow
@pytest.mark.parametrize("kind", ["mirrored", "data_parallel"])
def test_batch_norm_and_dropout_on_two_devices_are_left_alone_and_measured_as_on_one(kind, tmp_path):
    found = run("device_runs.py", kind, tmp_path, "--stateful")
    check_same_weights(found)
    last = [values[-1] for values in found["several"]]
    first = [values[0] for values in found["one"]]
    check_same_numbers(last, first)
    assert last[0] != last[1]  # of the two modes of BatchNormalization


def test_all_that_a_probe_step_compiles_lowers_for_a_tpu_with_static_shapes_and_no_callback():
    found = run("lowering_runs.py")
    assert {name: faults for name, faults in found["lowered"].items() if faults} == {}
    assert len(found["modules"]) >= 5
    for module in found["modules"]:
        assert any(name.startswith(f"{module}.") for name in found["lowered"]), module
    callback, size = found["controls"]
    assert callback[0].startswith("refused") and size == ["dynamic shape"]
