"""`PhaseProbe` while a model trains on several virtual devices of the CPU, and in two processes that train it together;
what it compiles, lowered for a TPU.
"""

import json
import pathlib
import re
import subprocess
import sys
from unittest import mock

import keras
import numpy as np
import pytest
from builders.processes import command_of, environment_of, find_free_ports, run_program
from builders.steps import build_instrument
from builders.values import values_of
from tensorboard.backend.event_processing.event_file_loader import EventFileLoader

from keras_phases import models
from keras_phases.backend import arrays
from keras_phases.backend.arrays import FLOAT32, host, keeping_compiled
from keras_phases.data.probe_examples import Draws, draw_rows
from keras_phases.decoders import AdamLinear, ConvTransposeDecoder, Linear, Patch
from keras_phases.decoders.ridge import fit_primal
from keras_phases.network.batch_norm import batch_norm_statistics
from keras_phases.probes import descent, fit_linear_probe
from keras_phases.quantities import resolve_quantities

ROOT = pathlib.Path(__file__).resolve().parents[2]
STEPS = [0, 1, 2, 4, 8]
LOSSES = "reconstruction_loss", "reconstruction_loss_limit", "explained_variance", "model_loss"
METRICS_TAG = "phases/metrics"
slow = pytest.mark.stress
SOURCES = (ROOT / "keras_phases").rglob("*.py")
# Calls of `backend.arrays.compiled`, but for the one that hands on, and the one of models that make masks.
NUM_COMPILED = -2 + sum(len(re.findall(r"(?<!def )\bcompiled\(", path.read_text())) for path in SOURCES)


def run(program, *arguments):
    """What a program printed, in a process of its own: devices are chosen before a backend starts."""
    return run_program(program, *arguments)[0]


def run_together(backend, folder):
    """What two processes printed that train together, the chief first."""
    ports = ",".join(map(str, find_free_ports(2)))
    command = command_of("worker_runs", backend)
    for task in range(2):
        (folder / f"cwd{task}").mkdir()
    options = {"env": environment_of(), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    processes = [subprocess.Popen([*command, str(task), ports, str(folder)], **options) for task in range(2)]
    try:
        done = [process.communicate(timeout=300) for process in processes]
    finally:
        for process in processes:
            process.kill()
    for process, (_, errors) in zip(processes, done, strict=True):
        assert process.returncode == 0, errors[-3000:]
    return [json.loads(next(line for line in printed.splitlines() if line[:1] == "{")) for printed, _ in done]


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


def check_shared_out(measured):
    """Each of two devices does half of what is done row by row, and the columns are those of one device."""
    several, one = measured["operations_several"], measured["operations_one"]
    assert len(several) == 2
    # Of four probe batches of fit rows and three of held-out rows.
    for name, shares in {"_forward": [3 / 7, 4 / 7], "add": [1 / 2, 1 / 2], "judge": [1 / 3, 2 / 3]}.items():
        whole = max(counts.get(name, 0) for counts in one.values())
        assert sorted(counts[name] / whole for counts in several.values()) == pytest.approx(shares, rel=0.05), name
    for found, expected in zip(measured["several"], measured["one"], strict=True):
        assert len(found) == 3 and found.keys() == expected.keys()
        for row, columns in expected.items():
            check_same_columns(found[row], columns)


def check_same_columns(found, expected):
    assert found.keys() == expected.keys() and found["flags"] == expected["flags"]
    for name in expected.keys() - {"flags", "probe_seconds"}:
        # Parts are of few rows, and a linear probe ends its steps somewhere near the optimum.
        tolerance = 1e-5 if name in LOSSES else 1e-4
        np.testing.assert_allclose(found[name], expected[name], rtol=tolerance, atol=1e-7, err_msg=name)


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind", ["mirrored", *(pytest.param(f"{kind}_parallel", marks=slow) for kind in ("data", "model"))]
)
def test_a_fit_on_two_devices_gives_the_numbers_of_one_and_its_own_weights(kind, tmp_path):
    found = run("device_runs", kind, tmp_path)
    check_same_weights(found)
    check_written_once(tmp_path)
    if kind != "model_parallel":  # there no device has all weights
        check_shared_out(found["measured"])
    assert found["steps"] == [STEPS]
    check_same_numbers(found["several"], found["one"])


@pytest.mark.slow
@slow
@pytest.mark.parametrize("kind", ["mirrored", "data_parallel"])
def test_batch_norm_and_dropout_on_two_devices_are_left_alone_and_measured_as_on_one(kind, tmp_path):
    found = run("device_runs", kind, tmp_path, "--stateful")
    check_same_weights(found)
    check_shared_out(found["measured"])
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


def measure_vgg8():
    """Every column of a probe step with all that is compiled, and BatchNorm statistics measured anew."""
    rng = np.random.default_rng(0)
    y = np.arange(96) % 3
    x = (rng.normal(size=(96, 8, 8, 1)) + 0.5 * y[:, None, None, None]).astype("float32")
    keras.utils.set_random_seed(0)
    model = models.vgg8((8, 8, 1), 3, width=4)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    rows, batch_size = draw_rows(x, y, None, None, draws=Draws(max_examples=64, max_heldout=32, batch_size=16, seed=0))
    decoders = Linear(), Patch(), AdamLinear(epochs=1), ConvTransposeDecoder(epochs=1)
    options = {"batch_norm": "batch", "batch_size": batch_size, "seed": 0, "quantities": resolve_quantities("auto")}
    layers = ["block1_relu", "block2_relu"]
    instrument = build_instrument(model, rows, layers=layers, decoders=decoders, num_images=2, **options)
    measured = dict(zip(instrument.metrics, values_of(instrument).T, strict=True))
    statistics = [value for _, value in batch_norm_statistics(model, x, batch_size=32)]
    A, T = rng.normal(size=(2, 64, 8))
    # Newton's method runs where L-BFGS ends early.
    with keeping_compiled({}), mock.patch.object(descent, "_MAX_STEPS", 1):
        fit_linear_probe(A.astype("float32"), np.arange(64) % 3, num_classes=3)
        fit = fit_primal(A.T @ A, A.T @ T, np.vdot(T, T), num_rows=64, arithmetic=FLOAT32, by_cholesky=True)
    return measured, [*statistics, host(fit.weights)]


@pytest.mark.slow
@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="JAX always compiles by XLA, PyTorch never")
def test_what_a_probe_step_compiles_gives_the_same_numbers_through_xla(monkeypatch):
    import tensorflow as tf

    def compiled_by_xla(function):
        plain = getattr(function, "func", function)
        names.add(f"{plain.__module__}.{plain.__qualname__}")
        return tf.function(function, autograph=False, jit_compile=True)

    plain, statistics = measure_vgg8()
    names = set()
    for module in [module for name, module in sys.modules.items() if name.startswith("keras_phases.")]:
        if "compiled" in vars(module):
            monkeypatch.setattr(module, "compiled", compiled_by_xla)
    for function in arrays.COMPILED_ONCE:
        function.cache_clear()
    found, found_statistics = measure_vgg8()
    for function in arrays.COMPILED_ONCE:
        function.cache_clear()
    assert len(names) == NUM_COMPILED
    for name in plain.keys() - {"probe_seconds", "degrees_of_freedom"}:
        np.testing.assert_allclose(found[name], plain[name], rtol=1e-4, atol=1e-6, err_msg=name)
    for one, other in zip(found_statistics, statistics, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)


@pytest.mark.slow
def test_all_that_a_probe_step_compiles_lowers_for_a_tpu_and_cuda_with_static_shapes_and_no_callback():
    found = run("lowering_runs")
    assert {name: faults for name, faults in found["lowered"].items() if faults} == {}
    assert len(found["modules"]) >= 5
    assert sum(name.startswith("keras_phases.") for name in found["lowered"]) == NUM_COMPILED
    for module in set(found["modules"]) - {"keras_phases.network.output_masks"}:
        assert any(name.startswith(f"{module}.") for name in found["lowered"]), module
    callback, size = found["controls"]
    assert callback[0].startswith("refused") and size == ["dynamic shape"]
