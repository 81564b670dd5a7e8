"""The site: every public name documented and in the reference, tables as the program says them, tutorials that run."""

import importlib
import inspect
import pathlib
import re
import runpy
import subprocess
import sys
import tomllib
import warnings

import pytest
from builders.public import PUBLIC_MODULES, public_members, public_names

from keras_phases.record import schema

ROOT = pathlib.Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


def test_the_reference_has_every_public_module():
    pages = "".join(page.read_text() for page in DOCS.glob("reference*.md"))
    assert set(re.findall(r"^<!-- public: ([\w.]+) -->$", pages, flags=re.MULTILINE)) == {*PUBLIC_MODULES}


def find_undocumented(given):
    """A public name of ours without a docstring of its own, and what of it has none."""
    text = inspect.getdoc(given) or ""
    if not text or text.startswith(f"{given.__name__}("):  # what `dataclass` writes by itself
        yield given.__qualname__
    for name, function in public_members(given):
        if not name.endswith("__init__") and not inspect.getdoc(function):  # that of a constructor stands on its class
            yield name


@pytest.mark.parametrize("module", PUBLIC_MODULES)
def test_every_public_name_is_documented(module):
    found = public_names(importlib.import_module(module))
    assert found and not [name for one in found.values() for name in find_undocumented(one)]


def test_a_name_without_a_docstring_is_found():
    class Silent:
        def say(self):
            pass

    Silent.__module__ = Silent.say.__module__ = "keras_phases.silent"
    assert len(list(find_undocumented(Silent))) == 2


def test_every_column_and_flag_is_described_once():
    words = schema.describe_words()
    assert set(words["columns"]) == {*schema.METRICS} and set(words["flags"]) == {*schema.FLAGS}
    assert all(one["text"] and one["label"] for one in words["columns"].values())
    assert all(one["meaning"] and not one["meaning"].endswith(".") for one in words["flags"].values())


def test_the_tables_are_what_the_program_says():
    """`make columns` writes them anew."""
    script = runpy.run_path(str(DOCS / "write_columns.py"))
    for page in script["TABLES"]:
        assert script["fill"](page) == (DOCS / page).read_text()
    assert "`few_rows`" in script["fill"]("columns.md") and "`--layers`" in script["fill"]("command_line.md")


def test_every_page_stands_in_the_list_of_pages():
    listed = set(re.findall(r"^[\w./*]+$", (DOCS / "index.md").read_text(), flags=re.MULTILINE))
    assert {page.stem for page in DOCS.glob("*.md")} - listed == {"index"}


def test_the_gallery_shows_pictures_that_are_there_and_small():
    text = (DOCS / "gallery.md").read_text()
    paths = [(DOCS / target).resolve() for target in re.findall(r"!\[.+?\]\((.+?)\)", text)]
    assert len(set(paths)) == len(paths) >= 12
    assert sum(path.stat().st_size for path in paths) < 1_500_000
    for section in text.split("\n## ")[1:]:
        assert "![" in section
    assert all((ROOT / name).exists() for name in re.findall(r"python (examples/\w+\.py)", text))


def test_every_extra_says_what_it_is_for():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    rows = re.findall(r"^\| (`.+?) \|", (DOCS / "install.md").read_text(), flags=re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([\w-]+)`", row)} == {*extras}


def test_make_help_names_every_target():
    targets = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)[1].split()
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True).stdout
    named = re.findall(r"make ([\w-]+)\b", told)
    assert len(targets) > 10 and not {*targets} - {*named}


PAGES_THAT_RUN = {
    "first_run.md": {"epochs=8": "epochs=1", "width=8": "width=2"},
    "pretraining.md": {"epochs=6": "epochs=1"},
    "own_loop.md": {"range(1, 17)": "range(1, 5)", "total_steps=16": "total_steps=4"},
    "write_a_quantity.md": {"width=4": "width=2"},
    "phases.md": {},
}


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES_THAT_RUN)
def test_pages_that_can_be_followed_run_as_written_but_for_their_size(page, tmp_path, monkeypatch, capsys):
    code = "\n".join(re.findall(r"^```python\n(.*?)^```", (DOCS / page).read_text(), flags=re.MULTILINE | re.DOTALL))
    for size, smaller in PAGES_THAT_RUN[page].items():
        assert size in code
        code = code.replace(size, smaller)
    if page == "own_loop.md":
        code = code[code.index("import keras\n") :]  # above it stands the form alone
    monkeypatch.chdir(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(code, page, "exec"), {"__name__": "page"})
    assert capsys.readouterr().out


WITHOUT = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("tensorflow", "jax", "torch"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocker())
try:
    from keras_phases import PhaseProbe
except ImportError as error:
    print(error)
"""


@pytest.mark.slow
def test_without_a_backend_the_first_import_says_what_to_install(monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, timeout=120)
    assert 'pip install "keras-phases[jax]"' in done.stdout and "KERAS_BACKEND" in done.stdout, done.stderr
