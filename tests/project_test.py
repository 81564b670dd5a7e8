"""What is told about the project agrees with what it is."""

import ast
import importlib
import os
import pathlib
import re
import subprocess
import sys
import tomllib

import numpy as np
import pytest
from builders.tolerance import assert_close
from packaging.requirements import Requirement

import keras_phases

ROOT = pathlib.Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]


def resolve(requirement):
    """The requirements behind one line of pyproject.toml, extras of our own replaced by what they hold."""
    requirement = Requirement(requirement)
    if requirement.name != PROJECT["name"]:
        return [requirement]
    return [inner for extra in requirement.extras for line in EXTRAS[extra] for inner in resolve(line)]


def module_name(requirement):
    """The name under which a requirement is imported."""
    known = {"absl-py": "absl", "orbax-checkpoint": "orbax", "pillow": "PIL"}
    known |= {"scikit-learn": "sklearn", "tensorflow-cpu": "tensorflow"}
    return known.get(requirement.name, requirement.name.replace("-", "_"))


@pytest.mark.parametrize("extra", EXTRAS)
def test_an_extra_resolves_to_packages(extra):
    assert [requirement for line in EXTRAS[extra] for requirement in resolve(line)]


def test_every_import_is_a_declared_dependency():
    lines = [*PROJECT["dependencies"], *(line for extra in EXTRAS.values() for line in extra)]
    declared = {module_name(requirement) for line in lines for requirement in resolve(line)}
    scripts = {path.stem for path in (ROOT / "examples").glob("*.py")}
    ours = {"keras_phases", "tensorboard_plugin_phases", *scripts}
    for folder in ("keras_phases", "tb_plugin/tensorboard_plugin_phases", "examples"):
        for path in (ROOT / folder).rglob("*.py"):
            nodes = list(ast.walk(ast.parse(path.read_text())))
            names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
            names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
            unknown = {name.split(".")[0] for name in names} - declared - ours - sys.stdlib_module_names
            assert not unknown, f"{path}: not in pyproject.toml"


@pytest.mark.parametrize("name", keras_phases.__all__)
def test_every_exported_name_exists(name):
    assert getattr(keras_phases, name) is not None


def test_an_unknown_name_lists_the_exports():
    with pytest.raises(AttributeError, match=r"no attribute 'PhaseProb'; it exports .*PhaseProbe"):
        importlib.import_module("keras_phases").PhaseProb  # noqa: B018 the access is the test


def test_the_change_log_knows_this_version():
    versions = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(), flags=re.MULTILINE)
    assert keras_phases.__version__ in versions


PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def read_blocks(page):
    return re.findall(r"^```python\n(.*?)^```", page.read_text(), flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_show_python_that_compiles_and_names_that_exist(page):
    for block in read_blocks(page):
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.ImportFrom) and node.module.startswith("keras_phases"):
                module = importlib.import_module(node.module)
                assert [alias.name for alias in node.names if not hasattr(module, alias.name)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_link_to_what_is_there(page):
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text())
    assert not [one for one in targets if not one.startswith("https://") and not (page.parent / one).exists()]


@pytest.mark.slow
def test_the_quick_start_runs_as_written_but_for_its_size(tmp_path):
    (block,) = (block for block in read_blocks(ROOT / "README.md") if "datasets.digits()" in block)
    assert "epochs=5" in block and "width=8" in block
    code = block.replace("epochs=5", "epochs=1").replace("width=8", "width=2")
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, timeout=300)
    assert list((tmp_path / "logs" / "run1").iterdir())


@pytest.mark.parametrize(
    "arguments", [["-n", "install"], ["-n", "demo"], ["-n", "test"], ["-n", "lint"], ["help"]], ids=str
)
def test_make_knows_its_targets(arguments):
    subprocess.run(["make", *arguments], cwd=ROOT, check=True, capture_output=True, timeout=60)


def test_an_unsupported_python_is_refused_before_anything_is_made():
    result = subprocess.run(
        ["make", "PYTHON=no-python", "install"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert result.returncode != 0 and "PYTHON='no-python' is no Python 3.11, 3.12 or 3.13" in result.stderr


def test_the_ci_script_runs():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    subprocess.run(["bash", "-n", ROOT / ".ci" / "run"], check=True)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (1.0011, 1.0),
        ([1.0], 1.0),
        ([np.nan, 1.0], [0.0, 1.0]),
        ([0.0, 2.0], [0.003, 2.0]),
        (1e-9, 0.0),
        (np.inf, -np.inf),
    ],
    ids=["value", "shape", "nan", "small-beside-large", "zero", "infinity"],
)
def test_the_tolerance_refuses(actual, expected):
    with pytest.raises(AssertionError):
        assert_close(actual, expected)


def test_the_tolerance_accepts():
    assert_close([0.0015, 2.0, np.nan, np.inf], np.float32([0.0, 2.0019, np.nan, np.inf]))
