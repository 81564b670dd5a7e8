"""What users see is annotated, and a type checker tells them of a knob that PhaseProbe does not have."""

import ast
import dataclasses
import importlib
import inspect
import json
import pathlib
import shutil
import subprocess
import sys

import keras
import pytest
from builders.public import PUBLIC_MODULES, public_members, public_names

ROOT = pathlib.Path(__file__).resolve().parents[1]


def find_bare(given):
    """What of a public function or class has no annotation."""
    for name, function in public_members(given):
        if dataclasses.is_dataclass(given) and name.endswith(".__init__"):
            continue  # made of the fields, which have theirs
        shown = list(inspect.signature(function, follow_wrapped=False).parameters.values())
        own = shown[1:] if shown and shown[0].name in ("self", "cls") else shown
        yield from (f"{name}({one.name})" for one in own if one.annotation is one.empty)
        if "return" not in function.__annotations__ and not name.endswith(".__init__"):
            yield f"{name} ->"


PUBLIC = {
    f"{one.__module__}.{one.__qualname__}": one
    for module in PUBLIC_MODULES
    for one in public_names(importlib.import_module(module)).values()
}


@pytest.mark.parametrize("name", PUBLIC)
def test_what_users_see_is_annotated(name):
    assert not list(find_bare(PUBLIC[name]))


@pytest.mark.parametrize("name", [name for name, one in PUBLIC.items() if dataclasses.is_dataclass(one)])
def test_a_public_dataclass_says_what_its_fields_hold(name):
    assert all(field.type not in (object, "object") for field in dataclasses.fields(PUBLIC[name]))


def test_the_list_is_not_empty():
    named = {one.__qualname__ for one in PUBLIC.values()}
    assert named >= {
        "PhaseProbe",
        "PhaseHistory",
        "replay",
        "Linear",
        "ByClass",
        "vgg8",
        "load",
        "Pusher",
        "Every",
        "FineTune",
    }


class Bare(keras.callbacks.Callback):
    __module__ = "keras_phases.bare"

    def __init__(self, probe, *, layer: str):
        """Keras calls it, but what it takes is ours."""

    @property
    def steps(self):
        """Steps."""

    @classmethod
    def load(cls, path: str, **options) -> "Bare":
        """A file."""

    def on_epoch_end(self, epoch, logs=None):
        """As Keras has it."""

    def _private(self, anything):
        pass


for _part in (Bare.__init__, Bare.steps.fget, Bare.load.__func__, Bare.on_epoch_end, Bare._private):
    _part.__module__ = "keras_phases.bare"


def test_what_is_bare_is_found():
    assert set(find_bare(Bare)) == {"Bare.__init__(probe)", "Bare.steps ->", "Bare.load(options)"}


def test_the_package_says_that_it_is_typed():
    assert (ROOT / "keras_phases" / "py.typed").is_file()


@pytest.mark.parametrize("house", ["keras_phases", "keras_phases.datasets"])
def test_what_loads_late_is_named_for_type_checkers(house):
    module = importlib.import_module(house)
    [block] = [node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.If)]
    told = {alias.name: node.module for node in block.body for alias in node.names}
    assert set(told) == set(module.__all__) - {"__version__"}
    for name, source in told.items():
        found = getattr(module, name)
        is_module = inspect.ismodule(found)
        assert found is (
            importlib.import_module(f"{source}.{name}") if is_module else getattr(importlib.import_module(source), name)
        )


def find_pyright():
    """The type checker that stands beside this Python, or on the path; None where there is none that runs."""
    beside = str(pathlib.Path(sys.executable).parent)
    program = shutil.which("pyright", path=beside) or shutil.which("pyright")
    # Its first run downloads it from npm.
    runs = program and subprocess.run([program, "--version"], capture_output=True, timeout=300).returncode == 0
    return program if runs else None


@pytest.mark.slow
def test_a_type_checker_knows_every_knob(tmp_path):
    program = find_pyright()
    if program is None:
        pytest.skip("pyright is not installed, or cannot be downloaded from npm")
    config = {"extraPaths": [str(ROOT)], "pythonVersion": "3.11", "typeCheckingMode": "basic"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(config))
    lines = ["from keras_phases import PhaseProbe", "PhaseProbe(layers='x')", "PhaseProbe(layer='x')"]
    (tmp_path / "user.py").write_text("\n".join(lines))
    command = [program, "--pythonpath", sys.executable, "--outputjson", "-p", str(tmp_path)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, timeout=600).stdout)
    found = [(one["range"]["start"]["line"], one["message"]) for one in told["generalDiagnostics"]]
    assert found == [(2, 'No parameter named "layer"')]
