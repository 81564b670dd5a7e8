"""How fast is the Phases tab with many runs: 50 of 20 layers, 200 probe steps, 5 metrics, by default?

    python benchmarks/tab.py                # both data servers, 3 rounds: a minute on 2 CPU cores
    python benchmarks/tab.py --browser      # and the page, in a headless Chromium by Playwright

Writes the runs once (made-up numbers: it is the load that counts), starts a real `tensorboard` for each data server and
round, and measures from outside what a browser would ask:

- *all data visible*: seconds from the start of the process until `/runs` lists every probe step of every run, and the
  processor time that it took, which a busy machine changes less;
- *whole answer*: `/metrics` of all runs, asked for the first time and again; *unchanged*: the 304 to its ETag,
  the best of five;
- *phases of ten runs*: `/phases` of ten, first (the curves are drawn before it comes) and again;
- *memory*: resident memory of the process and of its data server, now and at its peak, when all that is done.

TensorBoard starts without TensorFlow, as on a laptop that only views logs. Of the page, *first picture* is from its
navigation until the curves of the runs that it shows first are there, in every panel on the screen, and *our part of
it* from where TensorBoard asks for our bundle, so that its own start is left out; *metric change* and *hover* are from
the event to the second frame after it, taken in the page, hence never below two frames (33 ms at 60 Hz), of the ten
runs that are shown first and of all.

Writes `<output>/tab.json`. How to read it: each value beside its target; seconds of the whole process include Python's
imports. Hardware: any; the targets were set for 2 CPU cores.
"""

import contextlib
import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

import harness
import numpy as np
from absl import app, flags

from keras_phases.record import schema
from keras_phases.record.event_files import PhaseEventWriter

METRICS = ("reconstruction_loss", "reconstruction_stderr", "mean_image_loss", "explained_variance", "probe_accuracy")
SHOWN_RUNS = 10
"""Runs that the tab shows when it is opened."""
TARGET_SECONDS = {"rust": 4, "python": 10}
# An installed TensorFlow would take TensorBoard ten seconds to import; it serves these logs without.
PROGRAM = """
import sys, types
sys.modules["tensorboard.compat.notf"] = types.ModuleType("notf")
from tensorboard.main import run_main
run_main()
"""
# What the browser part looks for in the page.
FRAME = 'iframe[src*="name=phases"]'
CURVES = ".panel .curve.loss .line, .panel .companion"
"""The drawn curves."""
IS_DRAWN = """(count) => {
  const isShown = (panel) => panel.getBoundingClientRect().top < innerHeight;
  const shown = [...document.querySelectorAll('.panel')].filter(isShown);
  return shown.length > 0 && shown.every((panel) => panel.querySelectorAll('.loss .line, .companion').length >= count);
}"""
"""Whether the panels on the screen have the curves of so many runs; those below it are drawn when they come near."""
QUANTITY, QUANTITIES = "select[name=quantity]", ("explained", "loss")
"""The control of what is drawn, and what is chosen in turn."""
CHART = ".panel svg[tabindex]"
"""A move of the pointer over one moves the cursor."""
CURSOR = ".tooltip"
CHROMIUM_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

RUNS = flags.DEFINE_integer("runs", 50, "Runs to write.", lower_bound=1)
LAYERS = flags.DEFINE_integer("layers", 20, "Layers of each run.", lower_bound=1)
STEPS = flags.DEFINE_integer("steps", 200, "Probe steps of each run.", lower_bound=3)
SERVERS = flags.DEFINE_multi_enum("server", list(TARGET_SECONDS), list(TARGET_SECONDS), "Data servers of TensorBoard.")
REPEATS = flags.DEFINE_integer("repeats", 3, "Rounds, a new process each.", lower_bound=1)
BROWSER = flags.DEFINE_bool("browser", False, "Measure the page in a headless Chromium too.")
CHROMIUM = flags.DEFINE_string("chromium", "/usr/bin/chromium", "The browser to start.")
SEED = flags.DEFINE_integer("seed", 0, "Of the numbers that are written.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")


def write_runs(log_dir):
    """Writes all runs as trainings write them; the names of the runs as TensorBoard lists them."""
    rows = tuple(schema.Row(f"layer{index + 1:02d}", "linear", "primal", 512, 512) for index in range(LAYERS.value))
    layout = schema.Layout(rows, METRICS, {"model": "made up", "seed": SEED.value})
    steps = np.unique(np.expm1(np.linspace(0, np.log(65537), 4 * STEPS.value)).round().astype(int))
    steps = steps[np.linspace(0, len(steps) - 1, STEPS.value).round().astype(int)]
    rng = np.random.default_rng(SEED.value)
    depth = np.arange(1, LAYERS.value + 1) / LAYERS.value
    for index in range(RUNS.value):
        writer = PhaseEventWriter(pathlib.Path(log_dir) / f"run{index:02d}" / "phases", layout)
        for step in steps:
            loss = depth * (0.5 + 0.02 * np.abs(np.log1p(step) - 5)) + 0.001 * rng.normal(size=len(rows))
            accuracy = 0.4 + 0.05 * np.log1p(step) * depth
            unit = np.full_like(loss, 0.98)
            writer.add_packed(step, np.stack([loss, 0.004 * depth, unit, 1 - loss / unit, accuracy], axis=1))
        writer.close()
    return [f"run{index:02d}/phases" for index in range(RUNS.value)]


@contextlib.contextmanager
def serve(log_dir, server):
    """Runs TensorBoard on a free port; its process and its address."""
    fast = "true" if server == "rust" else "false"
    flags_given = [f"--logdir={log_dir}", "--host=127.0.0.1", "--port=0", f"--load_fast={fast}"]
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen([sys.executable, "-c", PROGRAM, *flags_given], stdout=log, stderr=log)
        try:
            yield process, _wait_for(lambda: _find_address(process, log))
        finally:
            process.terminate()
            process.wait(timeout=20)


def _find_address(process, log):
    log.seek(0)
    told = log.read()
    if process.poll() is not None:
        raise RuntimeError(f"TensorBoard ended with {process.returncode}: {told[-2000:]}")
    found = re.search(r"at (http://127\.0\.0\.1:\d+)/", told)
    return found and found[1]


def _wait_for(condition, seconds=120, pause=0.05):
    """The first true value of `condition()`."""
    limit = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > limit:
            raise TimeoutError(f"TensorBoard did not get there within {seconds} s.")
        time.sleep(pause)
    return value


def fetch(url, etag=None):
    """Seconds, content and ETag of an answer; content is None for a 304."""
    request = urllib.request.Request(url, headers={"If-None-Match": etag} if etag else {})
    start = time.perf_counter()
    try:
        with urllib.request.urlopen(request) as answer:
            content, etag = answer.read(), answer.headers["ETag"]
    except urllib.error.HTTPError as error:
        if error.code != 304:
            raise
        content = None
    return time.perf_counter() - start, content, etag


def measure_server(log_dir, names, server):
    """All numbers of one TensorBoard process, by name."""
    start = time.perf_counter()
    with serve(log_dir, server) as (process, address):
        routes = f"{address}/data/plugin/phases"
        # A reader that asks without end would slow the loading down.
        _wait_for(lambda: _is_complete(f"{routes}/runs"), pause=0.2)
        found = {"visible": time.perf_counter() - start, "work": processor_seconds(process.pid)}
        metrics = f"{routes}/metrics?{urllib.parse.urlencode({'run': names}, doseq=True)}"
        found["whole_first"], content, etag = fetch(metrics)
        _check_whole(content)
        found["whole"] = fetch(metrics)[0]
        found["unchanged"] = _best_unchanged(metrics, etag)
        found["runs"], content, etag = fetch(f"{routes}/runs")
        found["runs_bytes"], found["runs_unchanged"] = len(content), _best_unchanged(f"{routes}/runs", etag)
        phases = f"{routes}/phases?{urllib.parse.urlencode({'run': names[:SHOWN_RUNS]}, doseq=True)}"
        found["phases_first"], found["phases"] = fetch(phases)[0], fetch(phases)[0]
        found["resident"], found["peak"] = resident_bytes(process.pid)
    return found


def _is_complete(url):
    runs = json.loads(fetch(url)[1])["runs"]
    return len(runs) == RUNS.value and all(run["num_steps"] == STEPS.value for run in runs)


def _check_whole(content):
    """Makes sure that the answer holds every value of every run."""
    num_runs = 0
    while content:
        (length,) = struct.unpack_from("<I", content)
        shape = json.loads(content[4 : 4 + length])["shape"]
        if shape != [STEPS.value, LAYERS.value, len(METRICS)]:
            raise RuntimeError(f"A run was answered with the shape {shape}.")
        content, num_runs = content[4 + length + 4 * int(np.prod(shape)) :], num_runs + 1
    if num_runs != RUNS.value:
        raise RuntimeError(f"{num_runs} runs were answered of {RUNS.value}.")


def _best_unchanged(url, etag, repeats=5):
    answers = [fetch(url, etag) for _ in range(repeats)]
    if any(content is not None for _, content, _ in answers):
        raise RuntimeError("Unchanged data was sent again.")
    return min(seconds for seconds, _, _ in answers)


def resident_bytes(pid):
    """Resident memory of a process and all its children, now and at the peak of each; NaN outside Linux."""
    status = pathlib.Path(f"/proc/{pid}/status")
    if not status.exists():
        return float("nan"), float("nan")
    fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
    own = np.array([int(fields[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM")])
    return tuple((own + sum(np.array(resident_bytes(child)) for child in _children(pid))).tolist())


def processor_seconds(pid):
    """Processor time that a process and all its children have had; NaN outside Linux."""
    stat = pathlib.Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return float("nan")
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    own = (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    return own + sum(processor_seconds(child) for child in _children(pid))


def _children(pid):
    # The data server was started by the main thread.
    return pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


# Milliseconds from an event to the second frame after it, and whether what was waited for is there by then.
MEASURE = """async ([selector, chosen, shown]) => {
  const element = document.querySelector(selector);
  const box = element.getBoundingClientRect();
  const [x, y] = [box.x + box.width * (0.3 + 0.4 * Math.random()), box.y + box.height / 2];
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  const start = performance.now();
  if (chosen) {
    element.value = chosen;
    element.dispatchEvent(new Event('change', {bubbles: true}));
  } else element.dispatchEvent(new PointerEvent('pointermove', {clientX: x, clientY: y, bubbles: true}));
  await frame();
  await frame();
  return [performance.now() - start, document.querySelectorAll(shown).length];
}"""


# In the frame of the tab: milliseconds until curves are there, from the navigation and from the request for our bundle.
WATCH = """
if (location.search.includes('name=phases')) {
  const look = () => {
    if (!(%s)(%d)) return requestAnimationFrame(look);
    const bundle = performance.getEntriesByType('resource').find(({name}) => name.includes('index.js'));
    window.ours = performance.now() - bundle.startTime;
    window.first = performance.timeOrigin + performance.now() - top.performance.timeOrigin;
  };
  requestAnimationFrame(look);
}
"""


def measure_page(log_dir, server, names):
    """Milliseconds of the page, by name."""
    from playwright.sync_api import sync_playwright

    with serve(log_dir, server) as (_, address), sync_playwright() as playwright:
        _wait_for(lambda: _is_complete(f"{address}/data/plugin/phases/runs"), pause=0.2)
        browser = playwright.chromium.launch(executable_path=CHROMIUM.value, args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.add_init_script(WATCH % (IS_DRAWN, min(SHOWN_RUNS, RUNS.value)))
        root = _open_page(page, f"{address}/#phases", SHOWN_RUNS)
        found = {"first_picture": root.evaluate("() => first"), "our_part_of_it": root.evaluate("() => ours")}
        chosen = urllib.parse.quote(",".join(urllib.parse.quote(name, safe="") for name in names), safe="")
        for told, link, num_runs in (("", "", SHOWN_RUNS), ("_of_all_runs", f"&p.phases.with={chosen}", RUNS.value)):
            page.goto("about:blank")
            root = _open_page(page, f"{address}/#phases{link}", num_runs)
            found["metric_change" + told] = _median_of_page(root, QUANTITY, QUANTITIES, CURVES)
            found["hover" + told] = _median_of_page(root, CHART, (None,), CURSOR)
        browser.close()
    return found


def _open_page(page, address, num_runs):
    """The root of the tab's page, once it has drawn so many runs; asked seldom, for the page has work to do."""
    page.goto(address, wait_until="commit")
    frame, count = page.frame_locator(FRAME), min(num_runs, RUNS.value)
    _wait_for(lambda: frame.locator(CURVES).count() >= count, pause=0.2)
    root = frame.locator("html")
    _wait_for(lambda: root.evaluate(f"(_, count) => ({IS_DRAWN})(count)", count), pause=0.2)
    return root


def _median_of_page(root, selector, choices, shown, repeats=10):
    taken = []
    for index in range(repeats):
        given = [selector, choices[index % len(choices)], shown]
        milliseconds, count = root.evaluate(f"(_, given) => ({MEASURE})(given)", given)
        if not count:
            raise RuntimeError(f"After an event on {selector!r} there is no {shown!r} in the page.")
        taken.append(milliseconds)
    return float(np.median(taken))


def list_values(server, rounds):
    """The lines of the table of one data server."""

    def line(measure, name, scale, unit, target=""):
        numbers = [float(f"{scale * one[name]:.4g}") for one in rounds]
        return harness.value(f"{server}: {measure}", numbers, unit, target=target)

    return [
        line("all data visible", "visible", 1, "s", f"< {TARGET_SECONDS[server]}"),
        line("processor time until then, both processes", "work", 1, "s"),
        line("whole answer, first", "whole_first", 1, "s", "< 0.3"),
        line("whole answer, again", "whole", 1, "s", "< 0.3"),
        line("unchanged answer, best of 5", "unchanged", 1e3, "ms", "< 15"),
        line("list of runs", "runs", 1e3, "ms"),
        line("list of runs, uncompressed", "runs_bytes", 1e-3, "kB"),
        line("list of runs, unchanged, best of 5", "runs_unchanged", 1e3, "ms", "< 15"),
        line("phases of ten runs, first", "phases_first", 1, "s"),
        line("phases of ten runs, again", "phases", 1e3, "ms"),
        line("resident memory with data server", "resident", 1e-6, "MB", "< 200"),
        line("the same, at its peak", "peak", 1e-6, "MB"),
    ]


def list_page_values(server, rounds):
    """The lines of the table of the page on one data server."""
    targets = {"first_picture": "< 2000", "our_part_of_it": "< 300"}
    targets |= {"metric_change": "< 150", "hover": "< 40"}
    targets |= {"metric_change_of_all_runs": "< 400", "hover_of_all_runs": "< 40"}
    return [
        harness.value(
            f"{server}: page, {name.replace('_', ' ')}", [round(page[name], 1) for page in rounds], "ms", target=goal
        )
        for name, goal in targets.items()
    ]


def main(_):
    """Measures both data servers in turn and writes the result."""
    with tempfile.TemporaryDirectory() as log_dir:
        names = write_runs(log_dir)
        rounds, pages = {server: [] for server in SERVERS.value}, {server: [] for server in SERVERS.value}
        for index in range(REPEATS.value):
            for server in SERVERS.value:
                rounds[server].append(measure_server(log_dir, names, server))
                print(f"round {index + 1}: {server} {rounds[server][-1]}", flush=True)
                if BROWSER.value:
                    pages[server].append(measure_page(log_dir, server, names))
                    print(f"round {index + 1}: {server} page {pages[server][-1]}", flush=True)
    values = [line for server in SERVERS.value for line in list_values(server, rounds[server])]
    if BROWSER.value:
        values += [line for server in SERVERS.value for line in list_page_values(server, pages[server])]
    settings = harness.flag_settings(flags.FLAGS, __name__, without=("output", "chromium"))
    harness.write_result(OUTPUT.value, "tab", settings=settings | {"metrics": len(METRICS)}, values=values)


if __name__ == "__main__":
    app.run(main)
