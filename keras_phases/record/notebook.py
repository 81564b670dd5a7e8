"""A history as a notebook shows it: the table of phases and what it says, as HTML."""

import html

from keras_phases.record.console import list_phases, tell_phases


def describe_history(history):
    """HTML of a `PhaseHistory`; names and texts of a record, maybe anybody's, are text there."""
    head = f"<p>{html.escape(repr(history))}</p>"
    if not len(history):
        return head
    columns, rows = list_phases(history)
    cells = [_row("th", [name.lstrip(">") for name in columns]), *(_row("td", row) for row in rows)]
    told = "".join(f"<li>{html.escape(line)}</li>" for line in tell_phases(history))
    return f"{head}<table>{''.join(cells)}</table><ul>{told}</ul>"


def _row(tag, texts):
    return f"<tr>{''.join(f'<{tag}>{html.escape(text)}</{tag}>' for text in texts)}</tr>"
