"""How the site is made: `make docs` writes it to docs/_build, from pages that lie where the repository shows them."""

import importlib
import inspect
import itertools
import os
import pathlib
import re
import shutil
import sys
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.filterwarnings("ignore")

project = "keras-phases"
author = "The keras-phases authors"
copyright = author
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
root_doc = "docs/index"
include_patterns = [
    "docs/*.md",
    "benchmarks/README.md",
    "benchmarks/results/paper/README.md",
    "tests/golden/README.md",
    "tb_plugin/tensorboard_plugin_phases/http_api.md",
    "*.md",
]
exclude_patterns = [".*", "docs/_build", "**/node_modules", "keras_phases", "logs", "build", "dist"]
html_theme = "furo"
html_title = "keras-phases"
html_extra_path = ["site"]
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = False
templates_path = []
pygments_style, pygments_dark_style = "friendly", "github-dark"

myst_heading_anchors = 4
myst_enable_extensions = ["attrs_inline"]
suppress_warnings = ["myst.header"]  # a page may begin its parts at the second level

default_role = "code"  # docstrings write `x` as Markdown does
autodoc_member_order = "bysource"
autodoc_typehints = "none"
autodoc_default_options = {"members": True}
napoleon_use_rtype = False
napoleon_use_ivar = True
add_module_names = False

_PUBLIC = re.compile(r"^<!-- public: ([\w.]+) -->$", re.MULTILINE)
_CODE = re.compile(r"(?<!`)`((?:[^`\n]|\n(?!\s*\n))+)`(?!`)(?=(\w)?)")
_OPENS = re.compile(r"\s*(\w+:$|- |\d+\. )")  # a section of a docstring, an item of a list


def list_public(app, docname, source):
    """Puts the reference of all public names of a module in place of `<!-- public: module -->`."""
    del app, docname
    source[0] = _PUBLIC.sub(lambda match: describe_module(match[1]), source[0])


def describe_module(name):
    """MyST that documents each public name of a module, in order; what a room shows too stands there alone."""
    module, root = importlib.import_module(name), importlib.import_module("keras_phases")
    rooms = [getattr(root, one) for one in root.__all__ if inspect.ismodule(getattr(root, one))]
    elsewhere = {one for room in rooms for one in _names(room)} if module is root else set()
    lines = []
    for one in _names(module):
        found = getattr(module, one)
        if one not in elsewhere and callable(found):
            lines += [f".. {'autoclass' if inspect.isclass(found) else 'autofunction'}:: {name}.{one}", ""]
    return "\n".join(["```{eval-rst}", f".. py:module:: {name}", "", *lines, "```"])


def _names(module):
    """What a module shows: of one without a list of names what it defines."""
    own = [name for name, one in vars(module).items() if getattr(one, "__module__", "") == module.__name__]
    return getattr(module, "__all__", [name for name in own if not name.startswith("_")])


def mark_code(app, what, name, given, options, lines):
    """Has an indented block behind a blank line, and what stands in backticks, shown as code, as Markdown does."""
    del app, what, name, given, options
    marked, last, code_depth = [], "", None  # the newest line with text; how deep the text stands that code hangs on
    for line in lines:
        if line.strip():
            if code_depth is not None and _depth(line) <= code_depth:
                code_depth = None
            is_block = bool(last) and not marked[-1][1].strip() and _depth(line) > _depth(last)
            if code_depth is None and is_block and not _OPENS.match(last):
                code_depth = _depth(last)
                marked += [(False, " " * code_depth + "::"), (False, "")]
            last = line
        marked.append((code_depth is not None or line.lstrip().startswith(">>>"), line))
    runs = [
        (is_code, "\n".join(line for _, line in run)) for is_code, run in itertools.groupby(marked, lambda one: one[0])
    ]
    lines[:] = "\n".join(text if is_code else _CODE.sub(_to_literal, text) for is_code, text in runs).split("\n")


def read_property(app, what, name, given, options, lines):
    """Has the text of a property whole: napoleon takes what stands before its first colon for a type."""
    if what == "property":
        lines[:] = (inspect.getdoc(given) or "").split("\n")
        mark_code(app, what, name, given, options, lines)


def _to_literal(match):
    return f"``{match[1]}``" + "\\ " * bool(match[2])


def _depth(line):
    return len(line) - len(line.lstrip())


def skip_hooks(app, what, name, given, skip, options):
    """Leaves out what Keras calls: hooks of callbacks are no names to use."""
    del app, what, options
    return skip or name.startswith("on_") or name in ("set_model", "Do") or given is None


def copy_pictures(app, exception):
    """Puts pictures where raw HTML names them too, such as `<picture>`: Sphinx sees those of Markdown alone."""
    if exception is None:
        pictures = pathlib.Path(app.srcdir, "examples", "pictures")
        shutil.copytree(pictures, pathlib.Path(app.outdir, "examples", "pictures"), dirs_exist_ok=True)


def setup(app):
    """Hands the functions above to Sphinx."""
    sys.path.insert(0, str(app.srcdir))
    app.connect("source-read", list_public)
    app.connect("autodoc-process-docstring", mark_code, priority=100)
    app.connect("autodoc-process-docstring", read_property, priority=900)
    app.connect("autodoc-skip-member", skip_hooks)
    app.connect("build-finished", copy_pictures)
