"""The house: data flows one way, and a module imports only what stands above it."""

import ast
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
PACKAGE, PLUGIN = "keras_phases", "tensorboard_plugin_phases"

# From the top down: each room may import from the rooms on the lines above it, and from within itself where it is a
# folder. A module on the last line may import its neighbours too: they only wire things together.
ROOMS = (
    ("stores",),
    ("paths",),
    (
        "version",
        "warning",
        "arithmetic",
        "blas",
        "segmentation",
        "forgetting",
        "variables",
        "trees",
        "labels",
        "arguments",
        "workers",
    ),
    ("strips", "image_steps"),
    ("calls", "copies", "reservoir", "ring"),
    ("graph", "generators"),
    ("sources",),
    ("schedule", "steps", "tapping", "targets", "data", "phases", "training_state"),
    ("features", "moments", "training", "classifier"),
    ("decoders", "information", "kept_rows", "recalibration"),
    ("probes",),  # a probe of labels that are numbers is solved as a decoder is
    ("label_sets",),
    ("tap_probes", "quantities"),
    ("plan", "memory", "measure", "budget", "timing"),
    ("gallery", "image_records"),
    ("writers", "plots", "instrument"),
    ("history",),
    ("record", "report"),
    (
        "callback",
        "followed_record",
        "following",
        "checking",
        "stopping",
        "checkpoints",
        "replay",
        "lending",
        "cells",
        "beam",
        "beam_files",
        "beam_options",
        "beam_worker",
        "replaying",
        "replay_command",
        "transfer",
        "components",
        "__main__",
    ),
)
# What the plugin imports of ours: what a curve says, found where it is read, without Keras.
READ_BY_PLUGIN = (f"{PACKAGE}.phases", f"{PACKAGE}.forgetting")
# Stand beside the stream and import nothing of ours but what the set names; who wires on the last line may name them.
ANNEXES = {"models": set(), "datasets": set(), "theory": {"arguments"}}
# The modules of the plugin's that we import: what a record is. They concern those who make one or read one.
SCHEMA, SCHEMA_FROM = f"{PLUGIN}.metadata", "measure"
SCHEMAS = (SCHEMA, f"{PLUGIN}.image_metadata")
# The one thing of the plugin's that we call: it writes a history's page into a file.
PAGE, PAGE_FROM = f"{PLUGIN}.report_page", "history"


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
    if module.startswith(PLUGIN):
        allowed = imported.startswith(PLUGIN) or imported in READ_BY_PLUGIN
        return None if allowed else f"of {PACKAGE} the plugin imports {' and '.join(READ_BY_PLUGIN)} alone"
    room = room_of(module)
    heights = {name: height for height, names in enumerate(ROOMS) for name in names}
    if imported == PAGE:
        return None if heights.get(room, -1) >= heights[PAGE_FROM] else f"{PAGE} is called from {PAGE_FROM} on"
    if imported.startswith(PLUGIN):
        allowed = imported in SCHEMAS and heights.get(room, -1) >= heights[SCHEMA_FROM]
        return None if allowed else f"of the plugin we import {' and '.join(SCHEMAS)} alone, from {SCHEMA_FROM} on"
    if imported == PACKAGE:
        return "the table of contents is for users; import the module that holds the name"
    target = room_of(imported)
    if target == room:
        return None
    if room in ANNEXES:
        return None if target in ANNEXES[room] else f"{room} stands beside the stream"
    if target in ANNEXES and heights.get(room) == len(ROOMS) - 1:
        return None
    unknown = {room, target} - heights.keys()
    if unknown:
        return f"{' and '.join(sorted(unknown))} has no place in ROOMS"
    is_wired = heights[room] == heights[target] == len(ROOMS) - 1
    return None if heights[target] < heights[room] or is_wired else f"{target} does not stand above {room}"


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
        ("keras_phases.probes", "keras_phases.moments", None),
        ("keras_phases.probes.regression", "keras_phases.decoders.ridge", None),
        ("keras_phases.decoders.ridge", "keras_phases.probes", "does not stand above"),
        ("keras_phases.decoders.patch", "keras_phases.decoders.ridge", None),
        ("keras_phases.stopping", "keras_phases.callback", None),
        ("keras_phases.writers", SCHEMA, None),
        ("keras_phases.history", PAGE, None),
        ("keras_phases.writers", PAGE, "is called from history on"),
        ("tensorboard_plugin_phases.reports", "keras_phases.phases", None),
        ("keras_phases.moments", "keras_phases.probes", "does not stand above"),
        ("keras_phases.moments", "keras_phases.features", "does not stand above"),
        ("keras_phases.phases", "keras_phases.history", "does not stand above"),
        ("keras_phases.models.vgg", "keras_phases.tapping", "beside the stream"),
        ("keras_phases.tapping", "keras_phases.models.vgg", "no place"),
        ("keras_phases.components.networks", "keras_phases.models", None),
        ("keras_phases.replay_command", "keras_phases.models", None),
        ("keras_phases.odds", "keras_phases.tapping", "odds has no place"),
        ("keras_phases.tapping", "keras_phases", "table of contents"),
        ("keras_phases.probes", SCHEMA, "from measure on"),
        ("keras_phases.writers", "tensorboard_plugin_phases.data", "alone"),
        ("tensorboard_plugin_phases.data", "keras_phases.writers", "alone"),
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
        ("import keras_phases.phases; keras_phases.detect_phases", HEAVY | {"tensorboard"}),
        ("import keras_phases.components", HEAVY | {"scipy", "tensorboard"}),
        ("import keras_phases.beam", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("import keras_phases.paths", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("import keras_phases.theory", HEAVY | {"tensorboard"}),
        ("import keras_phases.datasets", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("import keras_phases.datasets.uci_digits", HEAVY),
        ("import tensorboard_plugin_phases.metadata", HEAVY | {"scipy", "tensorboard"}),
        ("import tensorboard_plugin_phases.demo", HEAVY | {"scipy", "keras_phases"}),
        ("import keras_phases.writers", HEAVY),
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
