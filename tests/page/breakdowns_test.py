"""Breakdowns and further quantities in a real browser: drawn from what the log says of its columns, escaped, saved."""

import csv
import io

import pytest
from builders.logs import PARTS, describe_columns, write_breakdown_run
from builders.tab_page import CHROMIUM_FLAGS, Tab, playwright_api, serve

expect = playwright_api.expect
MARKUP = "<img src=x onerror=top.pwned=1>"
TOLD = f"Since step 512 features lost colour {MARKUP}"
STEPS = (0, 1, 8, 64, 512, 4096)


@pytest.fixture(scope="module")
def tab(chromium, tmp_path_factory):
    folder = tmp_path_factory.mktemp("breakdowns")
    # Anything may stand in a log: markup, other types, a name that is no column of the record.
    odd = {MARKUP: {"label": MARKUP, "kind": MARKUP, "part": MARKUP}, "gone": None, "loss": {"label": 7, "format": []}}
    write_breakdown_run(folder / "run1", describe_columns() | odd, steps=STEPS)
    with (
        serve(folder, "python", tmp_path_factory.mktemp("log") / "log") as url,
        playwright_api.sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        tab = Tab(browser, url)
        tab.page.route("**/phases?run=*", _tell)
        yield tab
        browser.close()


def _tell(route):
    """The reports as the server gives them, with a sentence about the last layer."""
    answer = route.fetch()
    reports = answer.json()
    reports["rows"][-1]["forgotten"] = TOLD
    route.fulfill(response=answer, json=reports)


@pytest.mark.slow
def test_breakdowns_are_drawn_as_the_log_describes_them(tab):
    tab.open(view="breakdowns")
    frame = tab.frame
    expect(frame.locator(".headline.forgotten")).to_have_text(TOLD)
    kinds = frame.get_by_role("group", name="Parts by").locator("label")
    expect(kinds).to_have_count(len(PARTS) + 1)
    lines = frame.get_by_role("group", name="Parts by spatial frequency").locator(".panel")
    expect(lines).to_have_count(4)
    expect(lines.first.locator(".end-label text")).to_have_count(5)
    expect(lines.first.locator(".axis-title")).to_have_text("↑ explained variance")
    kinds.filter(has_text="class").click()
    panel = frame.get_by_role("group", name="Parts by class").locator(".panel").last
    expect(panel.locator(".one-line")).to_have_count(10)
    expect(panel.locator(".end-label:not(.muted-line)")).to_have_count(6)
    # A line of the crowd is lit and named when it is pointed at, by key as well.
    panel.locator("svg.lines").focus()
    for _ in range(5):
        panel.locator("svg.lines").press("ArrowDown")
    expect(panel.locator(".one-line[data-lit]")).to_have_count(1)
    expect(panel.locator(".end-label[data-lit]")).to_be_visible()
    expect(frame.locator(".tooltip-line").first).to_have_text("4")
    kinds.filter(has_text="difficulty").click()
    group = frame.get_by_role("group", name="Parts by difficulty")
    expect(group.locator(".axis-title").first).to_have_text("↑ reconstruction loss")
    assert tab.complaints == []


@pytest.mark.slow
def test_two_steps_are_compared_part_by_part(tab):
    tab.open(view="breakdowns", kind="channel")
    pictures = tab.frame.get_by_role("group", name="What was forgotten").locator(".panel")
    expect(pictures).to_have_count(4)
    expect(pictures.last.locator(".note")).to_have_text(TOLD)
    tab.frame.locator("select[name=from]").select_option(label="step 512")
    tab.frame.locator("select[name=to]").select_option(label="step 4,096")
    last = pictures.last
    expect(last.locator("header .muted")).to_have_text("step 512 to 4,096")
    menu = last.locator(".menu")
    menu.locator("summary").click()
    with tab.page.expect_download() as started:
        menu.get_by_role("button", name="CSV").click()
    rows = list(csv.reader(io.StringIO(started.value.path().read_text())))
    assert rows[0] == ["parts", "part", "unit", "step 512", "step 4096", "change"] and len(rows) == 4
    name, best, end, change = rows[3][1], *map(float, rows[3][3:])
    assert name == "blue" and best == pytest.approx(0.58, abs=1e-6) and change == pytest.approx(end - best)
    expect(last.locator(".dumbbell.lost .change").last).to_have_text(f"\N{MINUS SIGN}{-100 * change:.1f}")
    with tab.page.expect_download() as started:
        menu.get_by_role("button", name="SVG").click()
    text = started.value.path().read_text()
    assert "&lt;img" in text and "<img" not in text and "var(--" not in text
    # A link brings back kind and steps.
    tab.frame.get_by_role("group", name="Parts by").locator("label", has_text="image position").click()
    tab.page.wait_for_function("location.hash.includes('p.phases.kind=')")
    tab.page.reload()
    expect(pictures.last.locator("header .muted")).to_have_text("step 512 to 4,096")
    expect(pictures.last.locator(".grid-map > g:not(.color-legend)")).to_have_count(16)
    assert tab.complaints == []


@pytest.mark.slow
def test_described_columns_are_quantities_axes_and_the_few(tab):
    tab.open(view="breakdowns")
    few = tab.frame.get_by_role("group", name="From the majority to a few")
    expect(few.locator(".panel")).to_have_count(3)
    expect(few.locator(".step-marks text").first).to_have_text("prototyping")
    tab.view("Curves")
    quantities = tab.frame.locator("select[name=quantity]")
    labels = quantities.locator("option").all_text_contents()
    assert "effective rank" in labels and not any("loss, class" in label for label in labels)
    quantities.select_option(label="effective rank")
    expect(tab.frame.locator(".axis-title.loss").first).to_have_text("↑ effective rank")
    assert "columns" not in tab.frame.locator(".settings dt").all_text_contents()
    tab.view("Phase portrait")
    tab.frame.get_by_text("information plane", exact=True).click()
    expect(tab.frame.locator(".portrait .axis-title")).to_have_text(["↑ label information", "explained variance →"])
    assert tab.page.evaluate("window.pwned") is None and tab.complaints == []
