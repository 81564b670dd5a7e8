"""The tab in a real browser, for the tests: a TensorBoard process, a page that notes every complaint."""

import contextlib
import re
import subprocess
import sys
import time
import urllib.parse

import pytest

playwright_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = playwright_api.expect
# A busy machine may need long for a page; a page that is ready is not waited for.
expect.set_options(timeout=20_000)

CHROMIUM_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
# An installed TensorFlow would take TensorBoard ten seconds to import; it serves these logs without.
PROGRAM = """
import sys, types
sys.modules["tensorboard.compat.notf"] = types.ModuleType("notf")
from tensorboard.main import run_main
run_main()
"""


def poll(condition, seconds=90):
    """The first true value of `condition()`; fails after `seconds`."""
    limit = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < limit, f"{condition} stayed false for {seconds} s"
        time.sleep(0.05)
    return value


@contextlib.contextmanager
def serve(log_dir, data_server, log_path, *, path_prefix=""):
    """Runs TensorBoard on a free port and gives its address."""
    load_fast = "true" if data_server == "rust" else "false"
    arguments = [
        f"--logdir={log_dir}",
        "--host=127.0.0.1",
        "--port=0",
        f"--load_fast={load_fast}",
        "--reload_interval=1",
        f"--path_prefix={path_prefix}",
    ]
    with open(log_path, "w") as log:
        process = subprocess.Popen([sys.executable, "-c", PROGRAM, *arguments], stdout=log, stderr=log)
    try:
        found = poll(lambda: process.poll() or re.search(r"at (http://127\.0\.0\.1:\d+)/", log_path.read_text()))
        assert isinstance(found, re.Match), log_path.read_text()
        yield found[1] + path_prefix
    finally:
        process.terminate()
        process.wait(timeout=20)


class Tab:
    """The tab in one browser page; notes every complaint and every request that leaves this machine."""

    def __init__(self, browser, url):
        self.url = url
        self.complaints = []
        self.page = browser.new_page(viewport={"width": 1280, "height": 1000})
        self.page.set_default_timeout(20_000)
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._note_request)
        self.frame = self.page.frame_locator('iframe[src*="name=phases"]')

    def _note(self, message):
        # TensorBoard itself imports Three.js twice, and says so; under a prefix it looks for its fonts beside it.
        own = "Three.js" in message.text or "/font-roboto/" in message.location.get("url", "")
        if message.type in ("error", "warning") and not own:
            self.complaints.append(message.text)

    def _note_request(self, request):
        if not request.url.startswith((self.url, "data:", "blob:")) and "/font-roboto/" not in request.url:
            self.complaints.append(f"external request: {request.url}")

    def open(self, *, dark=False, **link):
        parts = [f"&p.phases.{key}={urllib.parse.quote(value, safe='')}" for key, value in link.items()]
        self.page.goto("about:blank")
        self.page.goto(f"{self.url}/?darkMode={str(dark).lower()}#phases{''.join(parts)}")
        return self

    def show(self, run):
        """Shows `run` by the selector."""
        self.chosen.select_option(run)
        expect(self.chosen).to_have_value(run)
        return self

    @property
    def chosen(self):
        """The selector of the run in focus."""
        return self.frame.locator("select[name=run]")

    def view(self, name):
        """Goes to the view of that name."""
        self.frame.get_by_role("tab", name=name).click()
        expect(self.frame.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
        return self

    def count_points(self, curve):
        """Number of points of every panel's curve, counted in its path."""
        paths = self.frame.locator(f".panel .curve.{curve} .line").evaluate_all("e => e.map(x => x.getAttribute('d'))")
        return [len(re.findall("[ML]", path)) for path in paths]
