"""How does the Phases tab look? Draws the README's pictures of it anew, from trainings that anybody can repeat.

    python examples/tab_pictures.py --output=examples/pictures

Writes the demo runs that come with the package, trains a quarter-width VGG-8 on the embedded digits with pictures of
eight held-out digits, serves both with a real `tensorboard`, and photographs the tab in a headless Chromium:

- `tab.png`: the curves of a VGG-8, another seed beside it;
- `tab_portrait.png`: the phase portrait of that VGG-8, in the dark; the README has that of a ResNet-10 on CIFAR-10 from
  a folder of runs (`--logs=DIR --portrait=resnet10-cifar10`);
- `tab_heat.png`: the heat map of a ResNet-10, layer by step;
- `tab_compare.png`: the runs in a table, and their differences;
- `tab_images.png`: the digits beside what each layer of the trained VGG-8 still knows of them;
- `forgotten_frequency.png`, `forgotten_position.png`, `forgotten_majority.png`: what the run `forgotten` of
  `examples/what_is_forgotten.py` forgot, where `--logs` holds it.

Needs Playwright and a Chromium. Hardware and time: 2 CPU cores, about two minutes. Expected: the pictures in
`examples/pictures`, but for the fonts of the machine and the last digits of the training.
"""

import contextlib
import dataclasses
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

import keras
from absl import app, flags
from tensorboard_plugin_phases.demo import write_demo

from keras_phases import PhaseProbe, datasets, models

FRAME = 'iframe[src*="name=phases"]'
CHROMIUM_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
IMAGE_STEP = 128
"""The step whose reconstructions are shown."""

OUTPUT = flags.DEFINE_string("output", "examples/pictures", "Folder of the pictures.")
CHROMIUM = flags.DEFINE_string("chromium", "/usr/bin/chromium", "The browser to start.")
LOG_DIR = flags.DEFINE_string("logs", None, "Folder of the runs, kept for the next time. Default: a temporary one.")
PORTRAIT = flags.DEFINE_string("portrait", "vgg8-seed0", "The run in `--logs` whose phase portrait is shown.")
EPOCHS = flags.DEFINE_integer("epochs", 8, "Epochs of the training whose reconstructions are shown.", lower_bound=1)


@dataclasses.dataclass(frozen=True)
class Picture:
    """One photograph of the tab.

    Args:
        name: Name of the file.
        link: What the tab is told by its address; without a run, that of `--portrait`.
        ready: What is in the page once everything is drawn.
        dark: Whether in TensorBoard's dark mode. Defaults to `False`.
        width: Width of the window in pixels. Defaults to 1280.
        part: Name of the group of figures that is shown alone. Defaults to `None`: the whole tab.
    """

    name: str
    link: dict
    ready: str
    dark: bool = False
    width: int = 1280
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
PICTURES = (
    Picture(
        "tab.png",
        {
            "run": "vgg8-seed0/phases",
            "with": "vgg8-seed1%2Fphases",
            "layers": "block3_relu,block4_relu,block5_relu",
        },
        ".panel .minimum",
    ),
    Picture(
        "tab_portrait.png",
        {"view": "portrait", "with": "", "axes": "accuracy,relative"},
        ".portrait .lowest",
        dark=True,
    ),
    Picture("tab_heat.png", {"view": "map", "run": "resnet10-seed0/phases", "with": ""}, ".heat-map rect", width=900),
    Picture(
        "tab_compare.png",
        {
            "view": "compare",
            "run": "vgg8-seed0/phases",
            "with": "vgg8-seed1%2Fphases",
            "layers": "block4_relu,block5_relu",
        },
        ".minima td",
        width=1000,
    ),
    Picture(
        "tab_images.png",
        {"view": "images", "run": "digits/phases", "with": "", "step": str(IMAGE_STEP)},
        ".strips .example",
    ),
)


def train(log_dir):
    """Trains the network whose reconstructions are shown."""
    (x, y), validation = datasets.digits()
    keras.utils.set_random_seed(0)
    model = models.vgg8(x.shape[1:], num_classes=10, width=8)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.002, momentum=0.9), loss, metrics=["accuracy"])
    probe = PhaseProbe(log_dir=str(log_dir), seed=0)
    model.fit(x, y, 32, EPOCHS.value, verbose=0, validation_data=validation, callbacks=[probe])


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


def photograph(browser, address, picture):
    """PNG of the tab, as high as what it shows."""
    page = browser.new_page(viewport={"width": picture.width, "height": 1000})
    chosen = {"run": f"{PORTRAIT.value}/phases"} | picture.link
    link = "".join(f"&p.phases.{key}={urllib.parse.quote(value, safe='')}" for key, value in chosen.items())
    page.goto(f"{address}/?darkMode={str(picture.dark).lower()}#phases{link}")
    frame = page.frame_locator(FRAME)
    frame.locator(picture.ready).first.wait_for(state="attached")
    box = frame.locator("main").bounding_box()
    page.set_viewport_size({"width": picture.width, "height": round(box["y"] + box["height"])})
    page.wait_for_load_state("networkidle")
    if picture.part is not None:
        return frame.get_by_role("group", name=picture.part).screenshot(animations="disabled")
    return page.screenshot(animations="disabled")


def prepare(log_dir):
    """Writes what is not there yet of the demo runs and of the training."""
    if not (log_dir / "vgg8-seed0").exists():
        write_demo(log_dir)
    if not (log_dir / "digits").exists():
        train(log_dir / "digits")


def main(_):
    """Writes the runs, opens the tab and takes the pictures."""
    from playwright.sync_api import sync_playwright

    output = pathlib.Path(OUTPUT.value)
    output.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        log_dir = pathlib.Path(LOG_DIR.value or stack.enter_context(tempfile.TemporaryDirectory()))
        prepare(log_dir)
        address = stack.enter_context(serve(log_dir))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM.value, args=CHROMIUM_FLAGS)
        for picture in (*PICTURES, *(FORGOTTEN if (log_dir / "forgotten").exists() else ())):
            path = output / picture.name
            path.write_bytes(photograph(browser, address, picture))
            print(f"{path}: {path.stat().st_size:,} bytes", flush=True)
        browser.close()


if __name__ == "__main__":
    app.run(main)
