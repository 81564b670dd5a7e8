"""What is built: the page's bundle from its sources, and the wheel with the page in it."""

import json
import os
import pathlib
import subprocess
import sys
import zipfile

import pytest

ROOT = pathlib.Path(__file__).parents[2]
FRONTEND = ROOT / "tb_plugin" / "frontend"
BUNDLE = ROOT / "tb_plugin" / "tensorboard_plugin_phases" / "static" / "index.js"
NOTICES = BUNDLE.with_name("THIRD_PARTY_NOTICES.txt")


def test_the_checked_in_bundle_is_rebuilt_byte_for_byte(tmp_path):
    if not (FRONTEND / "node_modules").exists():
        pytest.skip("the page's packages are not installed: `make test-frontend` does that and tests the page")
    environment = os.environ | {"PHASES_OUTFILE": str(tmp_path / "index.js")}
    command = ["npm", "run", "build"]
    done = subprocess.run(command, cwd=FRONTEND, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("index.js", NOTICES.name):
        assert (tmp_path / name).read_bytes() == (BUNDLE.parent / name).read_bytes(), "run `make bundle`"


def test_the_notices_hold_the_licence_of_each_package_in_the_bundle():
    text = NOTICES.read_text()
    packages = json.loads((FRONTEND / "package.json").read_text())["dependencies"]
    assert all(f"\n{name} {version} (" in text for name, version in packages.items())
    assert text.count("Permission ") >= len(packages) and "THIRD_PARTY_NOTICES.txt" in BUNDLE.read_text()[:300]


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
        assert any(name.endswith(f"licenses/{NOTICES.relative_to(ROOT)}") for name in names)
        assert {"keras_phases/py.typed", "keras_phases/record/descriptions.json"} <= {*names}
        (entry_points,) = (name for name in names if name.endswith("entry_points.txt"))
        assert "phases = tensorboard_plugin_phases.loader:PhasesLoader" in wheel.read(entry_points).decode()
    assert not any("node_modules" in name or "frontend" in name for name in names)
