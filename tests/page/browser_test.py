"""The tab in a real browser, on a real TensorBoard process, with each of its data servers."""

import json
import re
import urllib.request

import numpy as np
import pytest
from builders.logs import STEPS, RunOptions, build_layout, write_run
from builders.tab_page import CHROMIUM_FLAGS, Tab, playwright_api, poll, serve

from keras_phases.record import schema
from keras_phases.record.event_files import PhaseEventWriter

expect = playwright_api.expect
SCRIPT_NAME = "<img src=x onerror=top.pwned=1>"
NEWEST = "run5/phases"


@pytest.fixture(scope="module", params=["rust", pytest.param("python", marks=pytest.mark.slow)])
def data_server(request):
    if request.param == "rust":
        server = pytest.importorskip("tensorboard_data_server", reason="no Rust data server for this platform")
        if server.server_binary() is None:
            pytest.skip("the Rust data server has no binary for this platform")
    return request.param


@pytest.fixture(scope="module")
def log_dir(data_server, tmp_path_factory):
    folder = tmp_path_factory.mktemp(f"logs-{data_server}")
    write_run(folder / "no_labels", RunOptions(labels=False, flags={None: ("no_labels", "training_heldout")}))
    write_run(folder / "flagged", RunOptions(num_layers=8, flags={64: ("few_rows",)}))
    write_run(folder / SCRIPT_NAME)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "SCHEMA_VERSION", 8)
        write_run(folder / "damaged")
    write_diverged(folder / "diverged")
    write_run(folder / "run5", RunOptions(num_layers=5))
    return folder


def write_diverged(log_dir):
    """A run of which the seconds alone are finite."""
    layout = build_layout()
    writer = PhaseEventWriter(f"{log_dir}/phases", layout)
    values = np.full(layout.shape, np.nan, np.float32)
    values[:, layout.metrics.index("probe_seconds")] = 1
    for step in STEPS:
        writer.add_packed(step, values)
    writer.close()


@pytest.fixture(scope="module")
def address(data_server, log_dir, tmp_path_factory):
    with serve(log_dir, data_server, tmp_path_factory.mktemp("server") / "log") as url:

        def is_complete():
            with urllib.request.urlopen(f"{url}/data/plugin/phases/runs") as answer:
                runs = json.load(answer)["runs"]
            return len(runs) == 6 and sum(run["last_step"] == STEPS[-1] for run in runs) == 5

        poll(is_complete)
        yield url


@pytest.fixture(scope="module")
def browser(chromium):
    with playwright_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def shared_tab(browser, address):
    """One page for all tests that need no page of their own."""
    return Tab(browser, address).open()


@pytest.fixture
def tab(shared_tab):
    yield shared_tab
    assert shared_tab.complaints == []


def test_the_newest_run_is_shown_with_every_probe_step(tab):
    expect(tab.chosen).to_have_value(NEWEST)
    expect(tab.frame.locator(".panel")).to_have_count(5)
    assert tab.count_points("loss") == [len(STEPS)] * 5
    assert tab.count_points("accuracy") == [len(STEPS)] * 5
    assert tab.frame.locator(".panel h2").all_text_contents() == ["features", "conv1", "conv2", "conv3", "conv4"]


def test_axes_carry_true_steps_and_bands_the_phases(tab):
    tab.show(NEWEST)
    panel = tab.frame.locator(".panel.main")
    assert panel.locator(".axis-step .tick text").all_text_contents() == [
        "0",
        *[f"{2**power:,}" for power in range(14)],
    ]
    kinds = panel.locator(".bands .band").evaluate_all("e => e.map(x => x.classList[1])")
    assert kinds[-2:] == ["decrease", "increase"]
    assert float(panel.locator(".bands rect").last.get_attribute("width")) > 40
    for index in range(5):
        assert tab.frame.locator(".panel").nth(index).locator(".axis-value .tick").count() >= 2
        assert tab.frame.locator(".panel").nth(index).locator(".minimum circle").count() == 1
    row = tab.frame.locator(".summary tbody tr").last
    expect(row).to_contain_text("linear")
    expect(row).to_contain_text(re.compile(r"↗ increase since [\d,]+, \+\d+ %"))


def test_one_cursor_moves_in_all_panels_and_draws_none_again(tab):
    tab.show(NEWEST)
    charts = tab.frame.locator(".panel svg[tabindex]")
    charts.nth(1).scroll_into_view_if_needed()
    # An axis formats its labels whenever it is drawn; the tooltip formats the few numbers it shows.
    charts.first.evaluate(
        """() => {
          window.numFormatted = 0;
          const {get} = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format');
          Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
            get() {
              window.numFormatted += 1;
              return get.call(this);
            },
          });
        }"""
    )
    box = charts.nth(1).bounding_box()
    tick = tab.frame.locator(".panel").nth(1).locator(".axis-step .tick", has_text=re.compile("^64$")).bounding_box()
    for share in (0.2, 0.9):
        tab.page.mouse.move(box["x"] + share * box["width"], box["y"] + 100)
    tab.page.mouse.move(tick["x"] + tick["width"] / 2, box["y"] + 100)
    tooltip = tab.frame.locator(".tooltip")
    expect(tooltip).to_contain_text("step 64")
    expect(tooltip).to_contain_text(re.compile(r"reconstruction loss0\.\d+ ± 0\.0008"))
    expect(tooltip).to_contain_text(re.compile(r"probe accuracy\d\d\.\d %"))
    expect(tooltip).to_contain_text("mean squared error per input element")
    expect(tab.frame.locator(".cursor[data-shown]")).to_have_count(5)
    places = tab.frame.locator(".cursor line").evaluate_all("e => e.map(x => x.getAttribute('transform'))")
    # The last layer, which stands first, is wider than the others.
    assert len(places) == 5 and len(set(places[1:])) == 1
    inside = tooltip.bounding_box()
    assert inside["x"] >= 0 and inside["x"] + inside["width"] <= 1280
    # Three places of the pointer, four numbers of the tooltip and four runs at each; an axis drawn again has more.
    assert 1 <= charts.first.evaluate("() => window.numFormatted") <= 30
    tab.page.mouse.move(5, 5)
    expect(tooltip).to_have_count(0)


def test_the_cursor_is_moved_by_keys_and_read_aloud(tab):
    tab.show(NEWEST)
    chart = tab.frame.locator(".panel.main svg[tabindex]")
    chart.focus()
    for key in ("Home", "ArrowRight", "ArrowRight"):
        chart.press(key)
    expect(tab.frame.locator(".tooltip")).to_contain_text("step 2")
    expect(tab.frame.locator("[aria-live]")).to_have_text(
        re.compile(r"^features, step 2: reconstruction loss 0\.\d+, probe")
    )
    chart.press("End")
    expect(tab.frame.locator(".tooltip")).to_contain_text("step 8,192")
    chart.press("Escape")
    expect(tab.frame.locator(".tooltip")).to_have_count(0)
    assert "Arrow keys move the cursor" in chart.get_attribute("aria-label")


@pytest.mark.slow
def test_a_deep_link_survives_a_reload(tab):
    tab.show("flagged/phases")
    tab.frame.locator("select[name=quantity]").select_option("explained")
    tab.frame.locator(".segments").get_by_text("linear", exact=True).click()
    address = "#phases&p.phases.run=flagged%2Fphases&p.phases.x=linear&p.phases.y=explained"
    # The tab sends its choice to TensorBoard by a message, which writes it into the address.
    tab.page.wait_for_function("address => location.hash === address", arg=address)
    tab.page.reload()
    expect(tab.chosen).to_have_value("flagged/phases")
    expect(tab.frame.locator(".panel")).to_have_count(8)
    expect(tab.frame.locator(".axis-title.loss").first).to_have_text("↑ explained variance")
    expect(tab.frame.get_by_role("radio", name="linear")).to_be_checked()
    assert tab.page.evaluate("location.hash") == address
    tab.frame.locator("select[name=quantity]").select_option("loss")
    tab.frame.get_by_text("log(1 + step)").first.click()


def test_a_flag_of_one_step_is_ringed_and_said_under_the_cursor(tab):
    tab.show("flagged/phases")
    expect(tab.frame.locator(".panel .flag-marks circle")).to_have_count(8)
    chart = tab.frame.locator(".panel svg[tabindex]").first
    chart.focus()
    for key in ["Home"] + ["ArrowRight"] * STEPS.index(64):
        chart.press(key)
    expect(tab.frame.locator(".tooltip-flag")).to_have_text("few rows for this width: the loss reads high")


def test_without_labels_there_is_no_accuracy_and_a_note(tab):
    tab.show("no_labels/phases")
    expect(tab.frame.locator(".panel")).to_have_count(4)
    tab.frame.get_by_label("2 notes on this run").click()
    expect(tab.frame.locator(".notes li").first).to_contain_text("No labels reached the probe")
    expect(tab.frame.locator(".notes li").nth(1)).to_have_text(
        "Held-out rows are training rows that the decoders are not fitted on; the model trains on them. "
        "Give fit its validation_data, and those rows are held out."
    )
    assert tab.count_points("accuracy") == [] and tab.count_points("loss") == [len(STEPS)] * 4


@pytest.mark.slow
def test_a_run_without_a_finite_value_has_no_scale_to_read_it_by(tab):
    tab.open(run="diverged/phases", **{"with": ""})
    expect(tab.frame.locator("select[name=quantity]")).to_have_value("loss")
    for view in ("Phase portrait", "Heat map"):
        tab.view(view)
        expect(tab.frame.locator("[role=tabpanel]")).to_contain_text("No value to draw is finite")
    tab.view("Curves")
    expect(tab.frame.locator(".panel").first).to_contain_text("no finite value at any probe step")
    tab.open()


@pytest.mark.slow
def test_a_panel_is_drawn_when_it_comes_near(browser, address):
    tab = Tab(browser, address)
    tab.page.set_viewport_size({"width": 500, "height": 400})
    tab.open(run="flagged/phases")
    panels = tab.frame.locator(".panel")
    expect(panels.first.locator("svg[tabindex]")).to_have_count(1)
    assert panels.count() == 8 and panels.last.locator("svg[tabindex]").count() == 0
    tab.frame.get_by_role("button", name="conv7", exact=True).click()
    expect(panels.filter(has_text="conv7").locator("svg[tabindex]")).to_have_count(1)
    assert tab.complaints == []
    tab.page.close()


def test_a_damaged_run_says_what_is_wrong(tab):
    tab.show("damaged/phases")
    expect(tab.frame.locator(".problem")).to_contain_text("schema 8, expected 1")
    expect(tab.frame.locator(".panel")).to_have_count(0)


def test_markup_in_a_name_is_text(tab):
    tab.show(f"{SCRIPT_NAME}/phases")
    expect(tab.frame.locator(".panel")).to_have_count(4)
    assert SCRIPT_NAME in " ".join(tab.chosen.locator("option").all_text_contents())
    assert tab.page.evaluate("window.pwned") is None


@pytest.mark.slow
def test_new_runs_and_steps_appear_by_themselves_and_keep_the_choice(browser, address, log_dir):
    tab = Tab(browser, address).open()
    expect(tab.chosen).to_have_value(NEWEST)
    expect(tab.frame.locator(".updated")).to_have_text(re.compile(r"^updated \d+ s ago$"))
    write_run(log_dir / "later", RunOptions(steps=(0, 1, 2)))
    expect(tab.chosen.locator("option")).to_have_count(7)
    expect(tab.chosen).to_have_value(NEWEST)
    tab.show("later/phases")
    expect(tab.frame.locator(".panel")).to_have_count(4)
    write_run(log_dir / "later", RunOptions(steps=(4, 8)))
    expect(tab.chosen.locator("option:checked")).to_contain_text("5 probe steps to step 8")
    poll(lambda: tab.count_points("loss") == [5] * 4)
    expect(tab.chosen).to_have_value("later/phases")
    assert tab.complaints == []
    tab.page.close()


# Text against the page, and the phases' names against their bands, by the formula of WCAG 2.
CONTRAST = """(root) => {
  const parse = (color) => color.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255);
  const light = (color) => {
    const [r, g, b] = parse(color).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (first, second) => {
    const [low, high] = [light(first), light(second)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const page = getComputedStyle(document.body).backgroundColor;
  const bands = [...document.querySelectorAll('.bands rect:first-child')].map((rect) => getComputedStyle(rect).fill);
  const found = [];
  for (const text of document.querySelectorAll('svg text')) {
    const behind = text.closest('.bands') ? bands : [page, ...bands];
    for (const back of behind) found.push([text.textContent, ratio(getComputedStyle(text).fill, back)]);
  }
  for (const element of document.querySelectorAll('th, td, li, p, dt, dd, span, h2, a, b, option')) {
    let holder = element;
    const back = () => getComputedStyle(holder).backgroundColor;
    while (holder !== document.body && back().startsWith('rgba')) holder = holder.parentElement;
    found.push([element.textContent, ratio(getComputedStyle(element).color, back())]);
  }
  const edge = (kind) => getComputedStyle(document.querySelector(`.strip .edge.${kind}`)).fill;
  // Told apart by lightness, hence also by those who do not see the hues.
  const phases = ratio(edge('decrease'), edge('increase'));
  return found.filter(([, value]) => value < 4.5).concat(phases < 1.7 ? [['phases', phases]] : []);
}"""


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_can_be_read_in_both_themes_and_the_theme_follows_live(browser, address, dark):
    tab = Tab(browser, address).open(dark=dark, run="flagged/phases")
    root = tab.frame.locator("html")
    expect(tab.frame.locator(".panel")).to_have_count(8)
    expect(root).to_have_attribute("data-theme", "dark" if dark else "light")
    assert root.evaluate(CONTRAST) == []
    tab.page.evaluate("document.body.classList.toggle('dark-mode')")
    expect(root).to_have_attribute("data-theme", "light" if dark else "dark")
    assert root.evaluate(CONTRAST) == []
    tab.page.set_viewport_size({"width": 420, "height": 900})
    expect(tab.frame.locator(".panel svg[tabindex]").first).to_have_attribute("width", re.compile(r"^3\d\d$"))
    assert root.evaluate("e => e.scrollWidth <= e.clientWidth"), "the page scrolls sideways"
    assert tab.complaints == []
    tab.page.close()


@pytest.mark.slow
def test_before_the_first_record_the_tab_says_what_to_do(browser, tmp_path):
    with serve(tmp_path, "python", tmp_path / "log") as url:
        tab = Tab(browser, url).open()
        expect(tab.frame.locator("h1")).to_have_text("Installed, waiting for the first probe step")
        expect(tab.frame.locator("code").first).to_contain_text(
            'model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])'
        )
        assert tab.complaints == []
        tab.page.close()
