"""`PhaseProbe` while a model trains on several virtual devices of the CPU, and in two processes that train it together;
what it compiles, lowered for a TPU.
"""

import json
import os
import pathlib
import socket
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


def run_together(backend, folder):
    """What two processes printed that train together, the chief first."""
    ports = ",".join(map(str, find_free_ports(2)))
    command = [sys.executable, "-W", "ignore", str(HERE / "worker_runs.py"), backend]
    for task in range(2):
        (folder / f"cwd{task}").mkdir()
    options = {"env": os.environ.copy(), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    processes = [subprocess.Popen([*command, str(task), ports, str(folder)], **options) for task in range(2)]
    try:
        done = [process.communicate(timeout=300) for process in processes]
    finally:
        for process in processes:
            process.kill()
    for process, (_, errors) in zip(processes, done, strict=True):
        assert process.returncode == 0, errors[-3000:]
    return [json.loads(next(line for line in printed.splitlines() if line[:1] == "{")) for printed, _ in done]


def find_free_ports(count):
    """Ports of 127.0.0.1 that nobody listens on, each another."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [found.getsockname()[1] for found in sockets]
    for found in sockets:
        found.close()
    return ports


def check_same_weights(found):
    assert found["probed"] == found["plain"]


def written_steps(folder):
    """The steps in each of a record's event files."""
    files = map(str, sorted((folder / "phases").glob("*tfevents*")))
    events = [list(EventFileLoader(file).Load()) for file in files]
    return [
        [event.step for event in of_file for value in event.summary.value if value.tag == METRICS_TAG]
        for of_file in events
    ]


def check_written_once(folder):
    """Every step stands once, in one event file."""
    assert written_steps(folder / "batch") == [STEPS]


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


@slow  # two imports of a backend, six fits each: 30 s of processor time
@pytest.mark.parametrize("backend", ["tensorflow", "jax"])
def test_of_two_processes_the_chief_measures_and_writes_and_both_know(backend, tmp_path):
    chief, other = run_together(backend, tmp_path)
    assert (chief["is_chief"], other["is_chief"]) == (True, False)
    for found in (chief, other):
        check_same_weights(found)
        assert found["steps"] == STEPS
    same = {"trained", "several", "further", "log_dir", "budget"}
    assert {name for name in same if chief[name] != other[name]} == set()
    check_same_numbers(chief["several"][-1], chief["one"])
    # The second fit goes on with the record, and measures anew where it begins, as on one device.
    assert chief["further"] == [*STEPS, 12] and chief["log_dir"] == str(tmp_path)
    assert written_steps(tmp_path) == [STEPS, [8, 12]]
    assert not list((tmp_path / "cwd0").iterdir()) and not list((tmp_path / "cwd1").iterdir())
    # By the chief's clock only the first and the last can be paid for.
    assert chief["budget"] == [8, 16]
    assert chief["stop"] == {"stopped": 1, "steps": [0, 1], "kept": 2}
    assert other["stop"] == {"stopped": 1, "steps": [0, 1], "kept": 0}
    assert "cannot be written" in chief["failure"] and other["failure"].startswith(chief["failure"])


def test_all_that_a_probe_step_compiles_lowers_for_a_tpu_with_static_shapes_and_no_callback():
    found = run("lowering_runs.py")
    assert {name: faults for name, faults in found["lowered"].items() if faults} == {}
    assert len(found["modules"]) >= 5
    for module in found["modules"]:
        assert any(name.startswith(f"{module}.") for name in found["lowered"]), module
    callback, size = found["controls"]
    assert callback[0].startswith("refused") and size == ["dynamic shape"]
