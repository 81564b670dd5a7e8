"""A report: the page of the tab and the runs it draws in one HTML file that opens without a server.

The file carries the bundle that TensorBoard serves and the answers of its routes. It loads neither Keras nor a backend,
and asks for nothing outside itself, which its Content-Security-Policy enforces.
"""

import base64
import html
import json
import pathlib
import re

from tensorboard.plugins import base_plugin
from werkzeug import test

from tensorboard_plugin_phases import plugin
from tensorboard_plugin_phases.event_files_provider import EventFilesProvider

_BUNDLE = pathlib.Path(__file__).parent / "static" / "index.js"
_EXPORT = re.compile(r"export\s*\{\s*([\w$]+) as render\s*\};?\s*$")
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"


def write_report(log_dir, path, *, title="", images=True):
    """Writes the report of every run under `log_dir` that has phases records.

    Costs the memory of what it writes: some 30 KB for each thousand probe steps of a layer, and the PNGs of the images.

    Args:
        log_dir: Folder of the runs, as for `tensorboard --logdir`.
        path: The HTML file to write.
        title: Title of the page. Defaults to the name of the folder.
        images: Whether the reconstructed images come with it. Defaults to `True`.

    Returns: The names of the runs in it.

    Raises:
        FileNotFoundError: when there is no run with phases records under `log_dir`.
        IsADirectoryError: when `path` is a folder.
        OSError: when the file cannot be written; one that was there is left as it was.
    """
    log_dir, path = pathlib.Path(log_dir), pathlib.Path(path)
    if path.is_dir():
        raise IsADirectoryError(f"'{path}' is a folder. Expected the HTML file to write, as '{path / 'report.html'}'.")
    data = _collect(_Routes(log_dir), images)
    runs = [run["run"] for run in data["runs"]]
    if not runs:
        raise FileNotFoundError(
            f"There is no phases record under '{log_dir}'. Expected the log_dir of a PhaseProbe, or a folder above it."
        )
    content = build_page(data, title or log_dir.resolve().name)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)  # a link would have us write over what it points to
        # A folder's name, which becomes the title, need not be text.
        unfinished.write_text(content, encoding="utf-8", errors="backslashreplace")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return runs


def build_page(data, title):
    """The HTML text of a report; `data` holds the answers as `embedded.ts` of the page's sources reads them."""
    bundle, num_exports = _EXPORT.subn(r"\1();", _BUNDLE.read_text(encoding="utf-8"))
    if num_exports != 1 or "</script" in bundle:
        raise ValueError(f"{_BUNDLE} is no bundle with an export `render`; rebuild it (npm run build).")
    # Names come from event files: no text of theirs may end the block.
    block = json.dumps(data, allow_nan=False, separators=(",", ":")).replace("<", "\\u003c")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>Phases: {html.escape(title)}</title>\n</head>\n<body>\n"
        f'<script type="application/json" id="phases-data">{block}</script>\n'
        f'<script type="module">{bundle}</script>\n</body>\n</html>\n'
    )


class _Routes:
    """Asks the plugin's own routes, in this process."""

    def __init__(self, log_dir):
        context = base_plugin.TBContext(data_provider=EventFilesProvider(log_dir))
        apps = plugin.PhasesPlugin(context).get_plugin_apps()
        self._clients = {route: test.Client(app) for route, app in apps.items()}

    def ask(self, route, **arguments):
        """The answer of a route; None where it refuses."""
        answer = self._clients[route].get(route, query_string=arguments)
        return answer if answer.status_code == 200 else None

    def ask_json(self, route, **arguments):
        return self.ask(route, **arguments).json  # pyright: ignore[reportOptionalMemberAccess] these routes answer


def _collect(routes, images):
    runs = routes.ask_json("/runs")["runs"]
    names = [run["run"] for run in runs]
    return {
        "runs": runs,
        "metrics": {name: _encode(routes.ask("/metrics", run=name).data) for name in names},
        "reports": {name: routes.ask_json("/phases", run=name) for name in names},
        "images": {name: _collect_images(routes, name) for name in names} if images else {},
    }


def _collect_images(routes, run):
    listing = routes.ask_json("/images", run=run)
    rows, steps = listing["rows"], listing["steps"]
    asked = {f"{step}/{index}": {"step": step, "row": index} for step in steps for index in range(len(rows))}
    if steps:
        # The examples are the same at all steps; each form of them once.
        asked |= {f"input/{row['input']}": {"step": steps[-1], "row": "input", "of": at} for at, row in enumerate(rows)}
    answers = {place: routes.ask("/image", run=run, **arguments) for place, arguments in asked.items()}
    strips = {place: f"data:image/png;base64,{_encode(answer.data)}" for place, answer in answers.items() if answer}
    return listing | {"strips": strips}


def _encode(content):
    return base64.b64encode(content).decode("ascii")
