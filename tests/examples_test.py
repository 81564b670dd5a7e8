"""Every example runs, at a small size, as a user runs it."""

import os
import pathlib
import re
import subprocess
import sys

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


def test_digits_with_an_unknown_model_says_which_there_are(tmp_path):
    done = run_example("digits.py", "--model=vgg9", folder=tmp_path)
    assert done.returncode != 0
    assert "vgg8|resnet10" in done.stderr and "Traceback" not in done.stderr
