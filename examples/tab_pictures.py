"""How does the Phases tab look? Draws the pictures of it in README and docs anew.

    python examples/tab_pictures.py --output=examples/pictures

Writes the demo runs that come with the package, serves them with a real `tensorboard`, and photographs the tab in a
headless Chromium, the first in the dark too (`tab_dark.png`):

- `tab.png`: the curves of a VGG-8, another seed beside it;
- `tab_portrait.png`: the phase portrait of that VGG-8;
- `tab_heat.png`: the heat map of a ResNet-10, layer by step;
- `tab_compare.png`: the runs in a table, and their differences;
- `tab_images.png`: digits beside what each of its layers still knows of them.

With `--logs`, a folder that holds the run `forgotten` of `examples/what_is_forgotten.py`, also what that forgot:
`forgotten_frequency.png`, `forgotten_position.png`, `forgotten_majority.png`.

Needs Playwright, Pillow and a Chromium. Hardware and time: 2 CPU cores, about a minute. Expected: the pictures in
`examples/pictures`, but for the fonts of the machine.
"""

import contextlib
import dataclasses
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

from absl import app, flags
from PIL import Image
from tensorboard_plugin_phases.demo import FIRST, write_demo

FRAME = 'iframe[src*="name=phases"]'
CHROMIUM_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

OUTPUT = flags.DEFINE_string("output", "examples/pictures", "Folder of the pictures.")
CHROMIUM = flags.DEFINE_string("chromium", "/usr/bin/chromium", "The browser to start.")
LOG_DIR = flags.DEFINE_string("logs", None, "Folder of the runs, kept for the next time. Default: a temporary one.")


@dataclasses.dataclass(frozen=True)
class Picture:
    """One photograph of the tab.

    Args:
        name: Name of the file.
        link: What the tab is told by its address; without a run, the first of the demo.
        ready: What is in the page once everything is drawn.
        width: Width of the window in pixels. Defaults to 1280.
        has_dark: Whether it is taken in the dark too. Defaults to `False`.
        part: Name of the group of figures that is shown alone. Defaults to `None`: the whole tab.
    """

    name: str
    link: dict
    ready: str
    width: int = 1280
    has_dark: bool = False
    part: str | None = None


def _forgotten(name, part, **link):
    link = {"view": "breakdowns", "run": "forgotten/phases", "with": ""} | link
    return Picture(f"forgotten_{name}.png", link, ".end-label text", width=1180, part=part)


FORGOTTEN = (
    _forgotten(
        "frequency",
        "Parts by spatial frequency, cycles per pixel",
        kind="frequency",
        layers="block1_relu,block3_relu,block5_relu",
    ),
    _forgotten("position", "What was forgotten", kind="position", layers="block3_relu,block4_relu,block5_relu"),
    _forgotten("majority", "From the majority to a few", kind="frequency", layers="block5_relu"),
)
SEED = "vgg8-seed1%2Fphases"
PICTURES = (
    Picture(
        "tab.png", {"with": SEED, "layers": "block3_relu,block4_relu,block5_relu"}, ".panel .minimum", has_dark=True
    ),
    Picture("tab_portrait.png", {"view": "portrait", "with": ""}, ".portrait .lowest"),
    Picture("tab_heat.png", {"view": "map", "run": "resnet10-seed0/phases", "with": ""}, ".chart canvas"),
    Picture(
        "tab_compare.png",
        {"view": "compare", "with": SEED, "layers": "block4_relu,block5_relu"},
        ".minima td",
    ),
    Picture("tab_images.png", {"view": "images", "with": ""}, ".strips .example"),
)


@contextlib.contextmanager
def serve(log_dir):
    """Runs TensorBoard on a free port; its address."""
    arguments = [f"--logdir={log_dir}", "--host=127.0.0.1", "--port=0"]
    with tempfile.TemporaryFile("w+") as log:
        command = [sys.executable, "-m", "tensorboard.main", *arguments]
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            yield _find_address(process, log)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _find_address(process, log, seconds=120):
    limit = time.monotonic() + seconds
    while time.monotonic() < limit and process.poll() is None:
        log.seek(0)
        if found := re.search(r"at (http://127\.0\.0\.1:\d+)/", log.read()):
            return found[1]
        time.sleep(0.1)
    log.seek(0)
    raise RuntimeError(f"TensorBoard gave no address within {seconds} s: {log.read()[-2000:]}")


def photograph(browser, address, picture, *, dark=False):
    """PNG of the tab, as high as what it shows."""
    page = browser.new_page(viewport={"width": picture.width, "height": 1000})
    chosen = {"run": f"{FIRST}/phases"} | picture.link
    link = "".join(f"&p.phases.{key}={urllib.parse.quote(value, safe='')}" for key, value in chosen.items())
    page.goto(f"{address}/?darkMode={str(dark).lower()}#phases{link}")
    frame = page.frame_locator(FRAME)
    frame.locator(picture.ready).first.wait_for(state="attached")
    box = frame.locator("main").bounding_box()
    page.set_viewport_size({"width": picture.width, "height": round(box["y"] + box["height"])})
    page.wait_for_load_state("networkidle")
    if picture.part is not None:
        return frame.get_by_role("group", name=picture.part).screenshot(animations="disabled")
    return page.screenshot(animations="disabled")


def save(path, png):
    """Writes a picture and says how large it is."""
    Image.open(io.BytesIO(png)).convert("RGB").save(path, optimize=True)
    print(f"{path}: {path.stat().st_size:,} bytes", flush=True)


def main(_):
    """Writes the runs, opens the tab and takes the pictures."""
    from playwright.sync_api import sync_playwright

    output = pathlib.Path(OUTPUT.value)
    output.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        log_dir = pathlib.Path(LOG_DIR.value or stack.enter_context(tempfile.TemporaryDirectory()))
        if not (log_dir / FIRST).exists():
            write_demo(log_dir)
        address = stack.enter_context(serve(log_dir))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM.value, args=CHROMIUM_FLAGS)
        for picture in PICTURES:
            for dark in (False, True)[: 1 + picture.has_dark]:
                name = picture.name.replace(".png", "_dark.png") if dark else picture.name
                save(output / name, photograph(browser, address, picture, dark=dark))
        for picture in FORGOTTEN if (log_dir / "forgotten").exists() else ():
            save(output / picture.name, photograph(browser, address, picture))
        browser.close()


if __name__ == "__main__":
    app.run(main)
