"""The wheel as a user gets it: installed where there is no backend, it shows the tab."""

import json
import os
import pathlib
import re
import subprocess
import sys
import time
import urllib.request

import pytest

ROOT = pathlib.Path(__file__).parents[2]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def run(*command, seconds=300):
    """What a command prints; run outside the checkout, which it must not find."""
    done = subprocess.run(command, cwd="/", env=ENVIRONMENT, capture_output=True, text=True, timeout=seconds)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout."""
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel):
    """The interpreter of a fresh environment with the wheel and what it requires, and nothing else."""
    folder = wheel.parent
    made = subprocess.run([sys.executable, "-m", "venv", folder / "env"], capture_output=True, text=True, timeout=120)
    if made.returncode:
        pytest.skip(f"no environment can be made: {made.stdout.splitlines()[:1]}")
    python = folder / "env" / "bin" / "python"
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, timeout=580)
    if "ConnectionError" in done.stderr or "NewConnectionError" in done.stderr:
        pytest.skip("pip cannot reach its registry")
    assert done.returncode == 0, done.stderr
    return python


@pytest.mark.stress
@pytest.mark.parametrize("load_fast", ["true", "false"])
def test_the_wheel_shows_the_tab_without_any_backend(python, tmp_path, load_fast):
    find = "import importlib.util as u; print([n for n in ('tensorflow', 'jax', 'torch') if u.find_spec(n)])"
    assert run(python, "-c", find).strip() == "[]"
    run(python, "-m", "keras_phases", "demo", tmp_path / "demo")
    arguments = ["--host=127.0.0.1", "--port=0", f"--load_fast={load_fast}", f"--logdir={tmp_path / 'demo'}"]
    log = tmp_path / "log"
    with open(log, "w") as file:
        command = [python.parent / "tensorboard", *arguments]
        process = subprocess.Popen(command, cwd="/", env=ENVIRONMENT, stdout=file, stderr=file)
    try:
        address = wait_for(lambda: re.search(r"at (http://127\.0\.0\.1:\d+)/", log.read_text()), log)[1]

        def get(path):
            with urllib.request.urlopen(f"{address}/{path}") as answer:
                return answer.read()

        wait_for(lambda: len(json.loads(get("data/plugin/phases/runs"))["runs"]) == 4, log)
        assert json.loads(get("data/plugins_listing"))["phases"]["enabled"]
        assert (
            get("data/plugin/phases/index.js")
            == (ROOT / "tb_plugin" / "tensorboard_plugin_phases" / "static" / "index.js").read_bytes()
        )
        assert json.loads(get("data/plugin/phases/phases?run=vgg8-seed0%2Fphases"))["rows"][-1]["has_increase"]
        assert len(get("data/plugin/phases/metrics?run=vgg8-seed0%2Fphases&run=vgg8-seed1%2Fphases")) > 10_000
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(condition, log, seconds=60):
    limit = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < limit, log.read_text()
        time.sleep(0.1)
    return value


@pytest.mark.stress
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_the_wheel_alone_runs_the_quick_start(version, wheel, tmp_path):
    uv = pathlib.Path(sys.executable).with_name("uv")
    options = {"cwd": tmp_path, "env": ENVIRONMENT, "capture_output": True, "text": True, "timeout": 600}
    made = subprocess.run([uv, "venv", "--quiet", "--python", version, "env"], **options)
    if made.returncode:
        pytest.skip(f"no environment of Python {version} can be made: {made.stderr}")
    python = tmp_path / "env" / "bin" / "python"
    packages = f"{wheel}[tensorflow-cpu,datasets,dataframe]"
    done = subprocess.run([uv, "pip", "install", "--quiet", "--python", python, packages], **options)
    assert done.returncode == 0, done.stderr
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(), flags=re.MULTILINE | re.DOTALL)
    (code,) = (block for block in blocks if "datasets.digits()" in block)
    done = subprocess.run([python, "-c", code], **options)
    assert done.returncode == 0 and (tmp_path / "logs" / "run1" / "phases").exists(), done.stderr[-3000:]
