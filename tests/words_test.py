"""One word for each thing: what the glossary replaced stands nowhere that a reader looks."""

import ast
import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[1]
GLOSSARY = ROOT / "docs" / "glossary.md"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "benchmarks" / "README.md"]
MODULES = [
    path for folder in ("keras_phases", "tb_plugin", "examples") for path in sorted((ROOT / folder).rglob("*.py"))
]

SOURCES = sorted((ROOT / "tb_plugin" / "frontend" / "src").rglob("*.ts*"))


def read_replaced():
    """Word by word what the last column of the glossary says."""
    rows = re.findall(r"^\| \*\*.+\|(.*?)\|$", GLOSSARY.read_text(), flags=re.MULTILINE)
    return [word.strip() for row in rows for word in row.split(",") if word.strip()]


REPLACED = read_replaced()
PATTERN = re.compile(rf"\b(?:{'|'.join(map(re.escape, REPLACED))})s?\b", re.IGNORECASE)


def find_replaced(text):
    return PATTERN.findall(" ".join(text.split()))


def read_texts(source):
    """What a reader sees of a module: its docstrings and texts."""
    return "\n".join(
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_words_are_read_from_the_glossary():
    assert len(REPLACED) > 10 and {"snapshot", "linear head"} <= {*REPLACED}
    assert find_replaced("Snapshots of a linear\nhead; headlines") == ["Snapshots", "linear head"]


@pytest.mark.parametrize("page", [page for page in PAGES if page != GLOSSARY], ids=lambda page: page.name)
def test_pages_use_the_words_of_the_glossary(page):
    assert not find_replaced(page.read_text())


def test_modules_use_the_words_of_the_glossary():
    found = {str(path.relative_to(ROOT)): find_replaced(read_texts(path.read_text())) for path in MODULES}
    assert not {path: words for path, words in found.items() if words}


def test_the_tab_uses_the_words_of_the_glossary():
    assert len(SOURCES) > 50
    assert not {path.name: words for path in SOURCES if (words := find_replaced(path.read_text()))}


def test_every_page_of_the_site_can_reach_the_glossary():
    """The list beside each page has it; that of the README has no list."""
    assert "\nglossary\n" in (ROOT / "docs" / "index.md").read_text()
    assert "docs/glossary.md" in (ROOT / "README.md").read_text()
