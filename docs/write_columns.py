"""Writes the tables of docs/columns.md and docs/command_line.md from what the program itself says.

    make columns        # or: python docs/write_columns.py

Columns and flags are described once, in keras_phases/record/descriptions.json, which the tab and the summary read too;
flags of the command line are the fields of `ProbeSettings`. tests/docs_test.py fails where a page is another.
"""

import pathlib
import re

from keras_phases.measure.settings import ProbeSettings
from keras_phases.record.schema import describe_words
from keras_phases.signatures import argument_texts

DOCS = pathlib.Path(__file__).resolve().parent


def table(*rows):
    """A table of Markdown: the head, and the rows under it."""
    head, *rest = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join([head, "|---" * len(rows[0]) + "|", *rest])


def describe_columns():
    """Columns that every record has."""
    found = describe_words()["columns"].items()
    return table(("column", "is", "unit"), *((f"`{name}`", one["text"], one["unit"]) for name, one in found))


def describe_flags():
    """Flags, and what to do about them."""
    found = describe_words()["flags"].items()
    rows = ((f"`{name}`", one["meaning"], one.get("remedy", "")) for name, one in found)
    return table(("flag", "means", "what to do"), *rows)


def describe_settings():
    """Flags of `keras-phases replay`."""
    texts = {name: " ".join(text.split()) for name, text in argument_texts(ProbeSettings).items()}
    shown = [(f"`--{name}`", text) for name, text in texts.items() if name not in ("model", "transfer")]
    return table(("flag", "is"), *shown)


TABLES = {
    "columns.md": {"columns": describe_columns, "flags": describe_flags},
    "command_line.md": {"settings": describe_settings},
}


def fill(page):
    """A page with its tables written anew, between `<!-- table: name -->` and `<!-- end -->`."""
    text = (DOCS / page).read_text(encoding="utf-8")
    for name, describe in TABLES[page].items():
        pattern = re.compile(rf"(<!-- table: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        text = pattern.sub(lambda match, describe=describe: f"{match[1]}{describe()}\n{match[2]}", text)
    return text


def main():
    """Writes each page, and says whether it has changed."""
    for page in TABLES:
        new = fill(page)
        is_new = (DOCS / page).read_text(encoding="utf-8") != new
        (DOCS / page).write_text(new, encoding="utf-8")
        print(f"docs/{page}: {'written' if is_new else 'as it was'}")


if __name__ == "__main__":
    main()
