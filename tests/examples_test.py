"""Every example runs, at a small size, as a user runs it."""

import csv
import os
import pathlib
import re
import subprocess
import sys

import numpy as np
import pytest
from tensorboard_plugin_phases.demo import FOLDER, DemoRun
from tensorboard_plugin_phases.metadata import unpack_layout

from keras_phases import PhaseHistory

ROOT = pathlib.Path(__file__).resolve().parents[1]


def run_example(name, *flags, folder):
    command = [sys.executable, str(ROOT / "examples" / name), *flags]
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)


def test_digits(tmp_path):
    done = run_example("digits.py", "--model=vgg8", "--max_steps=10", "--log_dir=logs", folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    history = PhaseHistory.load(tmp_path / "logs" / "vgg8")
    assert history.steps.tolist() == [0, 1, 2, 4, 8, 16, 32, 40]
    assert history.layers == [f"block{block}_relu" for block in range(1, 6)]
    assert (tmp_path / "logs" / "vgg8.png").read_bytes().startswith(b"\x89PNG")
    assert re.search(r"block5_relu +linear +\w+ (to|since) \d+", done.stdout)
    assert "tensorboard --logdir logs" in done.stdout


@pytest.mark.slow
@pytest.mark.usefixtures("slow")
def test_a_demo_run_is_trained_and_kept_as_numbers(tmp_path):
    flags = ["--run=vgg8-seed1", "--max_steps=1", "--output=runs"]
    done = run_example("demo_runs.py", *flags, folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    (path,) = (tmp_path / "runs").iterdir()
    run, kept = DemoRun.load(path), DemoRun.load(FOLDER / "vgg8-seed1.npz")
    assert path.name == "vgg8-seed1.npz" and run.steps.tolist() == [0, 1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 40]
    assert run.seconds[0] == 0 and (np.diff(run.seconds) > 0).all()
    column = unpack_layout(run.content).metrics.index("reconstruction_loss")
    np.testing.assert_allclose(run.values[0, :, column], kept.values[0, :, column], rtol=1e-2)


def test_digits_with_an_unknown_model_says_which_there_are(tmp_path):
    done = run_example("digits.py", "--model=vgg9", folder=tmp_path)
    assert done.returncode != 0
    assert "vgg8|resnet10" in done.stderr and "Traceback" not in done.stderr


def test_reproduce_paper_and_then_transfer(tmp_path):
    """A run is trained once, its table and picture are written, and its checkpoints are asked about another task."""
    small = ["--dataset=digits", "--width=4"]
    train = [
        *small,
        "--max_steps=2",
        "--layers=block5_relu",
        "--max_examples=256",
        "--max_heldout=256",
        "--log_dir=runs",
    ]
    done = run_example("reproduce_paper.py", *train, folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    history = PhaseHistory.load(tmp_path / "runs" / "seed-0" / "exact")
    with (tmp_path / "runs" / "table-exact.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == history.steps.tolist() == [0, 1, 2, 4, 8, 10]
    np.testing.assert_allclose(
        [float(row["reconstruction_loss"]) for row in rows], history.column("reconstruction_loss", 0), rtol=1e-5
    )
    assert (tmp_path / "runs" / "figure-exact.png").read_bytes().startswith(b"\x89PNG")

    evaluate = [*small, "--runs=runs", "--target=digits", "--mode=frozen", "--max_examples=256"]
    done = run_example("transfer.py", *evaluate, folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    with (tmp_path / "runs" / "transfer-digits-frozen.csv").open() as file:
        rows = list(csv.DictReader(file))
    best = max(rows, key=lambda row: float(row["transfer_accuracy"]))
    assert [int(row["step"]) for row in rows] == history.steps.tolist() and "best in hindsight" in best["chosen_as"]
    assert f"best in hindsight  {float(best['transfer_accuracy']):.4f}" in done.stdout


def test_transfer_without_runs_says_where_they_come_from(tmp_path):
    done = run_example("transfer.py", "--runs=nothing", folder=tmp_path)
    assert done.returncode != 0 and "run reproduce_paper.py" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
