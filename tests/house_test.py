"""The house: data flows one way, and a module imports only what stands above it."""

import ast
import pathlib
import re
import runpy
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
ENTRANCE = ("arguments", "moved", "schedule", "signatures", "version", "warning")
# Stand beside the stream and import nothing of ours but what the set names; only who wires may name them.
ANNEXES = {"models": set(), "datasets": set(), "theory": {"arguments"}}
MAY_NAME_ANNEXES = ("checkpoints", "components", "__main__")
# What of the plugin's we call, and from where: it writes a history's page into a file, and the demo.
PAGE, DEMO, MAIN = f"{PLUGIN}.report_page", f"{PLUGIN}.demo", f"{PACKAGE}.__main__"
CALLED = {PAGE: (f"{PACKAGE}.record.history", MAIN), DEMO: (MAIN,)}
# Arrows that still point the wrong way.
KNOWN = set()

# Alone may touch what Keras, TensorFlow, JAX and PyTorch keep to themselves, the second of tf.data.
MAY_TOUCH_PRIVATE_PARTS = f"{PACKAGE}.backend.", f"{PACKAGE}.data.source_copies"
PRIVATE_PACKAGES = re.compile(r"(keras\.src|tensorflow\.python|jax\._src|torch\._\w+)(\.\w+)*")
# Private names that other modules still touch.
KNOWN_PRIVATE = set()

MOST_LINES, MOST_BODY_LINES, MOST_ARGUMENTS = 400, 50, 7
MAY_TAKE_MORE = ("__init__", "detect_phases", "evaluate_transfer")
# What is still larger.
KNOWN_SIZES = set()


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
        allowed = module in CALLED.get(imported, ())
        return None if allowed else f"of the plugin we import {PAGE} and {DEMO} alone, from {CALLED}"
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
        ("keras_phases.record.history", DEMO, "alone, from"),
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


def find_private_parts(source):
    """What a source text uses that is private to others: `"keras.src.backend"`, `"model._flatten_layers"`."""
    tree = ast.parse(source)
    own = set(_own_private_names(tree))
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from filter(_is_private_path, imports_of(ast.unparse(node), lambda name: True))
        elif isinstance(node, ast.Attribute):
            path = ast.unparse(node)
            is_of_others = not _is_self(node.value) and node.attr not in own
            if (_is_private(node.attr) and is_of_others) or PRIVATE_PACKAGES.fullmatch(path):
                yield path
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and PRIVATE_PACKAGES.fullmatch(node.value):
            yield node.value
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("getattr", "hasattr", "setattr"):
            owner, name = node.args[:2]
            if isinstance(name, ast.Constant) and _is_private(name.value) and not _is_self(owner):
                yield f"{ast.unparse(owner)}.{name.value}"


def _own_private_names(tree):
    """What the classes of a module call `_x`: their instances may use it of each other."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from (part.name for part in node.body if isinstance(part, ast.FunctionDef))
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_self(node.value):
            yield node.attr


def _is_self(node):
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _is_private(name):
    """`_x`, but neither `__x__` nor what a named tuple shows."""
    return name.startswith("_") and not name.endswith("__") and name not in ("_fields", "_replace", "_asdict")


def _is_private_path(path):
    return PRIVATE_PACKAGES.fullmatch(path) or any(map(_is_private, path.split(".")))


def find_sizes(source):
    """What in a source text is larger than anything of ours may be."""
    if source.count("\n") > MOST_LINES:
        yield f"more than {MOST_LINES} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            if _count_body_lines(node) > MOST_BODY_LINES:
                yield f"{node.name}: a body of more than {MOST_BODY_LINES} lines"
            if _count_arguments(node) > MOST_ARGUMENTS and node.name not in MAY_TAKE_MORE:
                yield f"{node.name}: more than {MOST_ARGUMENTS} arguments"


def _count_body_lines(function):
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return function.end_lineno - body[0].lineno + 1 if body else 0


def _count_arguments(function):
    given = function.args
    names = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg) if one]
    return len(names) - (names[:1] in (["self"], ["cls"]))


@pytest.mark.parametrize("module", [name for name in MODULES if not name.startswith(MAY_TOUCH_PRIVATE_PARTS)])
def test_private_parts_are_touched_in_one_place(module):
    found = {(module, path) for path in find_private_parts(MODULES[module].read_text())}
    assert not found - KNOWN_PRIVATE


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import keras.src.backend", {"keras.src.backend"}),
        ("from keras.src import backend", {"keras.src.backend"}),
        ("from keras.src.random.seed_generator import make", {"keras.src.random.seed_generator.make"}),
        ("keras.src.backend.name()", {"keras.src", "keras.src.backend", "keras.src.backend.name"}),
        ("sys.modules.get('keras.src.tree')", {"keras.src.tree"}),
        ("from tensorflow.python.eager import context", {"tensorflow.python.eager.context"}),
        ("from jax._src import core", {"jax._src.core"}),
        ("torch._dynamo", {"torch._dynamo"}),
        ("from keras_phases.network.taps import _listed", {"keras_phases.network.taps._listed"}),
        ("model._flatten_layers()", {"model._flatten_layers"}),
        ("self.model._flatten_layers()", {"self.model._flatten_layers"}),
        ("f(x)._layers", {"f(x)._layers"}),
        ("model._layers = ()", {"model._layers"}),
        ("getattr(layer, '_layers', None)", {"layer._layers"}),
        ("class A:\n    def __init__(self, model): self._own = model._nodes", {"model._nodes"}),
        ("class A:\n    def __init__(self): self._own = 1\n    def take(self, other): return other._own", set()),
        ("class A:\n    def _take(self): pass\n    def give(self, other): return other._take, self._kept", set()),
        ("def _f(): pass\nmodel._f", {"model._f"}),
        ("batch._fields, model.__dict__, model.src, 'The keras.src that is private'", set()),
    ],
)  # fmt: skip
def test_a_private_part_is_found(line, found):
    assert set(find_private_parts(line)) == found


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_larger_than_it_may_be(module):
    found = {(module, what) for what in find_sizes(MODULES[module].read_text())}
    assert not found - KNOWN_SIZES


def _function(arguments="", num_lines=1, name="f"):
    """A function with a docstring and so many lines in its body."""
    return f'def {name}({arguments}):\n    """Says\n    what.\n    """\n' + "    pass\n" * num_lines


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("pass\n" * 400, []),
        ("pass\n" * 401, ["more than 400 lines"]),
        (_function(num_lines=50), []),
        (_function(num_lines=51), ["f: a body of more than 50 lines"]),
        (_function("a, b, c, d, *, e, f, g"), []),
        (_function("a, b, c, d, *, e, f, g, h"), ["f: more than 7 arguments"]),
        (_function("a, b, c, d, e, f, *g, **h"), ["f: more than 7 arguments"]),
        (_function("self, a, b, c, d, e, f, g"), []),
        (_function("a, b, c, d, e, f, g, h", name="detect_phases"), []),
        (_function("self, a, b, c, d, e, f, g, h", name="__init__"), []),
    ],
)
def test_what_is_too_large_is_found(source, found):
    assert list(find_sizes(source)) == found


def test_the_lists_of_known_faults_name_nothing_that_is_mended():
    sources = {module: path.read_text() for module, path in MODULES.items()}
    arrows = {(one, name) for one, text in sources.items() for name in imports_of(text, MODULES.__contains__)}
    private = {(module, path) for module, text in sources.items() for path in find_private_parts(text)}
    sizes = {(module, what) for module, text in sources.items() for what in find_sizes(text)}
    assert (KNOWN - arrows, KNOWN_PRIVATE - private, KNOWN_SIZES - sizes) == (set(), set(), set())


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
        ("import keras_phases.checkpoints.engines.beam", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("from keras_phases.record.paths import to_path; to_path('logs')", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("import keras_phases.theory", HEAVY | {"tensorboard"}),
        ("import keras_phases.datasets", HEAVY | {"numpy", "scipy", "tensorboard"}),
        ("import keras_phases.datasets.uci_digits", HEAVY),
        ("import keras_phases.record.schema", HEAVY | {"scipy", "tensorboard"}),
        ("import tensorboard_plugin_phases.demo", HEAVY | {"scipy", "numpy", "tensorboard"}),
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


def test_the_picture_of_the_house_is_what_its_imports_draw():
    """`make house` draws it anew."""
    script = runpy.run_path(str(ROOT / "docs" / "draw_house.py"))
    counts = script["count_imports"](script["find_imports"](ROOT / PACKAGE))
    assert tuple(script["ROOMS"]) == ROOMS and counts["network", "data"] > 0
    assert script["PICTURE"].read_text() == script["draw"](counts)
    assert script["draw"](counts | {("data", "network"): 1}) != script["draw"](counts)


def test_every_file_that_the_page_on_design_names_is_there():
    named = set(re.findall(r"[\w./]+\.(?:py|tsx?|svg|md)\b", (ROOT / "docs" / "design.md").read_text()))
    folders = "keras_phases", "tb_plugin/tensorboard_plugin_phases", "tb_plugin/frontend/src", "docs", "tests"
    paths = [str(path) for folder in folders for path in (ROOT / folder).rglob("*.*")]
    missing = {name for name in named if not any(path.endswith(f"/{name.removeprefix('../')}") for path in paths)}
    assert len(named) > 50 and not missing


def find_texts_of_phase_probe(source):
    """Texts, other than docstrings, that tell to pass `PhaseProbe(...)`."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings]
    return [node.value for node in texts if "PhaseProbe(" in str(node.value)]


@pytest.mark.parametrize("module", [name for name in MODULES if name.split(".")[1:2] not in (["callbacks"], [])])
def test_what_is_not_of_a_fit_tells_of_the_setting_alone(module):
    """`replay`, the command line and components take the same settings: an error names `images=`, not its taker."""
    assert not find_texts_of_phase_probe(MODULES[module].read_text())


def test_a_text_that_names_the_callback_is_found():
    source = '"""PhaseProbe(images=8) is fine here."""\nraise ValueError(f"{x}: pass " "PhaseProbe(images=8).")'
    assert find_texts_of_phase_probe(source) == [": pass PhaseProbe(images=8)."]


# What a column is called is known in the record alone; those behind it still pack matrices themselves.
PACKERS = {f"{PACKAGE}.record.{name}" for name in ("probe_step", "schema", "history", "frame")}


@pytest.mark.parametrize("module", [name for name in MODULES if name not in PACKERS])
def test_a_column_is_known_by_its_name_alone(module):
    assert not re.findall(r"(?i:metrics)\.index|unpack_flags|pack_flags", MODULES[module].read_text())


def test_there_is_no_room_for_odds_and_ends():
    assert not [name for name in MODULES if name.split(".")[-1] in ("utils", "util", "helpers", "misc", "common")]


TESTS = ROOT / "tests"


def find_imported_tests(source):
    """Test modules that a source text imports, under whatever name of their folder."""
    return {name for name in imports_of(source, lambda _: True) if "_test." in f"{name}."}


@pytest.mark.parametrize("path", sorted(TESTS.rglob("*.py")), ids=lambda path: str(path.relative_to(TESTS)))
def test_what_tests_share_lies_in_builders(path):
    """A test module that another imports cannot be changed or left out alone."""
    assert not find_imported_tests(path.read_text())


def test_an_imported_test_is_found():
    source = (
        "import plots_test\nfrom fits.backends_test import train\nfrom measure import step_test\nimport builders.rows"
    )
    assert find_imported_tests(source) == {"plots_test", "fits.backends_test.train", "measure.step_test"}
