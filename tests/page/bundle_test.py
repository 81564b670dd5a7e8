"""What is built: the page's bundle from its sources, and the wheel with the page in it."""

import pathlib
import shutil
import subprocess
import sys
import zipfile

import pytest

ROOT = pathlib.Path(__file__).parents[2]
FRONTEND = ROOT / "tb_plugin" / "frontend"
BUNDLE = ROOT / "tb_plugin" / "tensorboard_plugin_phases" / "static" / "index.js"


@pytest.fixture(scope="module")
def frontend(tmp_path_factory):
    """A copy of the page's sources with its packages installed."""
    if shutil.which("npm") is None:
        pytest.skip("no npm on the PATH; the checked-in bundle is used as it is")
    folder = tmp_path_factory.mktemp("tb_plugin") / "frontend"
    shutil.copytree(FRONTEND, folder, ignore=shutil.ignore_patterns("node_modules"))
    command = ["npm", "ci", "--no-audit", "--no-fund", "--prefer-offline"]
    installed = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    if "ENOTFOUND" in installed.stderr or "ECONNREFUSED" in installed.stderr or "ETIMEDOUT" in installed.stderr:
        pytest.skip("npm cannot reach its registry")
    assert installed.returncode == 0, installed.stderr
    return folder


def run_script(frontend, name):
    done = subprocess.run(["npm", "run", name], cwd=frontend, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_checked_in_bundle_is_rebuilt_byte_for_byte(frontend):
    run_script(frontend, "build")
    rebuilt = frontend.parent / "tensorboard_plugin_phases" / "static" / "index.js"
    assert rebuilt.read_bytes() == BUNDLE.read_bytes(), "run `npm ci && npm run build` in tb_plugin/frontend"


def test_the_page_passes_its_own_checks(frontend):
    run_script(frontend, "typecheck")
    assert "fail 0" in run_script(frontend, "test")


def test_the_bundle_neither_evaluates_text_nor_names_another_host():
    bundle = BUNDLE.read_text()
    assert "eval(" not in bundle and "new Function" not in bundle
    hosts = {part.split("/")[0] for part in bundle.split("://")[1:]}
    # The one link of the page, and the names of XML namespaces.
    assert hosts <= {"arxiv.org", "www.w3.org"}


def test_the_lock_file_names_no_registry():
    assert '"resolved"' not in (FRONTEND / "package-lock.json").read_text()


def test_the_wheel_holds_page_and_entry_point(tmp_path):
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    (path,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(path) as wheel:
        assert wheel.read("tensorboard_plugin_phases/static/index.js") == BUNDLE.read_bytes()
        names = wheel.namelist()
        (entry_points,) = (name for name in names if name.endswith("entry_points.txt"))
        assert "phases = tensorboard_plugin_phases.loader:PhasesLoader" in wheel.read(entry_points).decode()
    assert not any("node_modules" in name or "frontend" in name for name in names)
