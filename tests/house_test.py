"""The house: data flows one way, and a module imports only what stands above it."""

import ast
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
PACKAGE, PLUGIN = "keras_phases", "tensorboard_plugin_phases"

# From the ground up: a room imports only from those before it, and from within itself.
ROOMS = (
    "backend",
    "data",
    "network",
    "decoders",
    "probes",
    "quantities",
    "record",
    "measure",
    "checkpoints",
    "callbacks",
    "components",
)
# Beside the rooms: what every room may import, and imports none of them.
ENTRANCE = ("arguments", "schedule", "version", "warning")
# Stand beside the stream and import nothing of ours but what the set names; only who wires may name them.
ANNEXES = {"models": set(), "datasets": set(), "theory": {"arguments"}}
MAY_NAME_ANNEXES = ("checkpoints", "components", "__main__")
# The one thing of the plugin's that we call: it writes a history's page into a file.
PAGE, PAGE_FROM = f"{PLUGIN}.report_page", (f"{PACKAGE}.record.history", f"{PACKAGE}.__main__")
# Arrows that still point the wrong way.
KNOWN = {
    ("keras_phases.replay.__main__", "keras_phases.checkpoints.replay_command"),
    ("keras_phases.checkpoints.beam_worker", "keras_phases.callbacks.phase_probe"),
    ("keras_phases.checkpoints.loading", "keras_phases.callbacks.phase_checkpoint"),
    ("keras_phases.checkpoints.replay", "keras_phases.callbacks.phase_probe"),
    ("keras_phases.data.probe_examples", "keras_phases.network.calls"),
    ("keras_phases.data.transfer_labels", "keras_phases.probes"),
}


def room_of(module):
    """`keras_phases.decoders.patch` -> `decoders`."""
    return module.split(".")[1]


def imports_of(source, is_module):
    """Every module that a source text imports, at its top or within a function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if is_module(name) else node.module for name in whole)


def find_fault(module, imported):
    """What is wrong with one of our modules importing another, or `None`."""
    if imported == PACKAGE:
        return "the table of contents is for users; import the module that holds the name"
    if module.startswith(PLUGIN):
        allowed = imported.startswith((PLUGIN, f"{PACKAGE}.record"))
        return None if allowed else f"of {PACKAGE} the plugin imports record/ alone"
    if imported.startswith(PLUGIN):
        allowed = imported == PAGE and module in PAGE_FROM
        return None if allowed else f"of the plugin we import {PAGE} alone, from {' and '.join(PAGE_FROM)}"
    return None if (module, imported) in KNOWN else _find_wrong_room(room_of(module), room_of(imported))


def _find_wrong_room(room, target):
    if target == room:
        return None
    if room in ANNEXES:
        return None if target in ANNEXES[room] else f"{room} stands beside the stream"
    if target in ANNEXES:
        return None if room in MAY_NAME_ANNEXES else f"{target} stands beside the stream"
    if target in ENTRANCE or room in ("__main__", "transfer"):
        return None
    if room in ENTRANCE:
        return f"{room} imports no room"
    unknown = {room, target} - {*ROOMS}
    if unknown:
        return f"{' and '.join(sorted(unknown))} has no place in ROOMS"
    if room == "record":
        return f"{target} may load Keras, and record runs without"
    return None if ROOMS.index(target) < ROOMS.index(room) else f"{target} does not stand before {room}"


def our_modules():
    """Every module of both packages: its name and its file."""
    for folder, package in ((ROOT, PACKAGE), (ROOT / "tb_plugin", PLUGIN)):
        for path in sorted((folder / package).rglob("*.py")):
            parts = path.relative_to(folder).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


MODULES = dict(our_modules())


@pytest.mark.parametrize("module", [name for name in MODULES if name not in (PACKAGE, PLUGIN)])
def test_arrows_point_one_way(module):
    imported = set(imports_of(MODULES[module].read_text(), MODULES.__contains__))
    ours = {name for name in imported if name.split(".")[0] in (PACKAGE, PLUGIN)}
    faults = {f"{module} imports {name}: {fault}" for name in ours if (fault := find_fault(module, name))}
    assert not faults


@pytest.mark.parametrize(
    ("module", "imported", "fault"),
    [
        ("keras_phases.probes.regression", "keras_phases.decoders.ridge", None),
        ("keras_phases.decoders.ridge", "keras_phases.probes.linear", "does not stand before"),
        ("keras_phases.decoders.patch", "keras_phases.decoders.ridge", None),
        ("keras_phases.record.history", PAGE, None),
        ("keras_phases.record.event_files", PAGE, "alone, from"),
        ("keras_phases.record.event_files", "keras_phases.data.labels", "runs without"),
        ("keras_phases.record.event_files", "tensorboard_plugin_phases.runs", "alone, from"),
        ("tensorboard_plugin_phases.phase_reports", "keras_phases.record.phases", None),
        ("tensorboard_plugin_phases.runs", "keras_phases.schedule", "record/ alone"),
        ("keras_phases.models.vgg", "keras_phases.network.taps", "beside the stream"),
        ("keras_phases.network.taps", "keras_phases.models.vgg", "beside the stream"),
        ("keras_phases.components.networks", "keras_phases.models", None),
        ("keras_phases.schedule", "keras_phases.network.taps", "imports no room"),
        ("keras_phases.odds.ends", "keras_phases.network.taps", "odds has no place"),
        ("keras_phases.network.taps", "keras_phases", "table of contents"),
    ],
)
def test_a_wrong_arrow_is_found(module, imported, fault):
    found = find_fault(module, imported)
    assert (found is None) == (fault is None) and (fault or "") in (found or "")


def test_imports_are_found_wherever_they_stand():
    source = "import a.b\nfrom c import d, e\ndef f():\n    from g.h import i\n"
    assert set(imports_of(source, {"c.d"}.__contains__)) == {"a.b", "c.d", "c", "g.h"}


BLOCKER = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {blocked!r}:
            raise ImportError("blocked: " + name)
sys.meta_path.insert(0, Blocker())
{statement}
"""
HEAVY = {"keras", "tensorflow", "jax", "torch", "tensorflow_datasets", "sklearn", "pandas", "matplotlib"}
HEAVY |= {"apache_beam", "fsspec", "tfx"}


@pytest.mark.parametrize(
    ("statement", "blocked"),
    [
        ("import keras_phases; dir(keras_phases); keras_phases.__version__", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("import keras_phases.schedule", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("import keras_phases.record.phases; keras_phases.detect_phases", HEAVY | {"tensorboard"}),
        ("import keras_phases.components", HEAVY | {"scipy", "tensorboard"}),
        ("import keras_phases.checkpoints.beam", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("import keras_phases.record.paths", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("import keras_phases.theory", HEAVY | {"tensorboard"}),
        ("import keras_phases.datasets", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("import keras_phases.datasets.uci_digits", HEAVY),
        ("import keras_phases.record.schema", HEAVY | {"scipy", "tensorboard"}),
        ("import tensorboard_plugin_phases.demo", HEAVY | {"scipy"}),
        ("import keras_phases.record.event_files", HEAVY),
    ],
    ids=lambda value: value.split(";")[0] if isinstance(value, str) else "",
)
def test_light_modules_stay_light(statement, blocked):
    code = BLOCKER.format(blocked=blocked, statement=statement)
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("module", MODULES)
def test_user_input_is_never_checked_by_assert(module):
    """An assert vanishes under `python -O`."""
    asserts = [node.lineno for node in ast.walk(ast.parse(MODULES[module].read_text())) if isinstance(node, ast.Assert)]
    assert not asserts


def test_there_is_no_room_for_odds_and_ends():
    assert not [name for name in MODULES if name.split(".")[-1] in ("utils", "util", "helpers", "misc", "common")]
