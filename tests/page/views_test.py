"""Every view of the tab in a real browser: drawn, pointed at, zoomed, linked, saved; in both themes, under a prefix."""

import csv
import io
import json
import pathlib
import re
import xml.etree.ElementTree

import pytest
from builders.logs import NUM_EXAMPLES, STEPS, write_image_run, write_run
from builders.tab_page import CHROMIUM_FLAGS, Tab, playwright_api, poll, serve

expect = playwright_api.expect
AXE = pathlib.Path(__file__).parents[2] / "tb_plugin/frontend/node_modules/axe-core/axe.min.js"
LAYERS = ["conv1", "conv2", "conv3", "features"]
RUNS = ["other/phases", "vgg8/seed-0/phases", "vgg8/seed-1/phases", "vgg8/seed-2/phases"]
NEWEST = RUNS[-1]


@pytest.fixture(scope="module", params=["rust", pytest.param("python", marks=pytest.mark.slow)])
def page_options(request):
    """One data server in the light, the other in the dark and under a prefix."""
    if request.param == "rust":
        server = pytest.importorskip("tensorboard_data_server", reason="no Rust data server for this platform")
        if server.server_binary() is None:
            pytest.skip("the Rust data server has no binary for this platform")
        return {"data_server": "rust", "path_prefix": "/some/where", "dark": True}
    return {"data_server": "python", "path_prefix": "", "dark": False}


@pytest.fixture(scope="module")
def page(page_options, chromium, tmp_path_factory):
    folder = tmp_path_factory.mktemp("views")
    write_image_run(folder / "other", STEPS[:9], STEPS[:9], seed=9)
    for seed in range(3):
        write_run(folder / "vgg8" / f"seed-{seed}", seed=seed)
    settings = {"path_prefix": page_options["path_prefix"]}
    with (
        serve(folder, page_options["data_server"], tmp_path_factory.mktemp("log") / "log", **settings) as url,
        playwright_api.sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        tab = Tab(browser, url)

        def has_all_runs():
            tab.open(dark=page_options["dark"])
            expect(tab.frame.locator("main, .empty").first).to_be_visible()
            return tab.chosen.locator("option").count() == 4

        poll(has_all_runs)
        yield tab
        browser.close()


@pytest.fixture
def tab(page, page_options):
    page.complaints.clear()
    yield page.open(dark=page_options["dark"], run=NEWEST)
    assert page.complaints == []


def points(path):
    return len(re.findall("[ML]", path))


@pytest.mark.slow
def test_curves_of_all_runs_lie_beside_those_of_the_one_in_focus(tab):
    expect(tab.frame.locator(".panel")).to_have_count(4)
    expect(tab.frame.locator(".panel").first.locator(".companion")).to_have_count(3)
    paths = tab.frame.locator(".panel").first.locator(".companion").evaluate_all("e => e.map(x => x.getAttribute('d'))")
    assert [points(path) for path in paths] == [9, 15, 15]
    tab.frame.get_by_label("other", exact=True).uncheck()
    expect(tab.frame.locator(".panel").first.locator(".companion")).to_have_count(2)
    tab.page.wait_for_function("location.hash.includes('p.phases.with=vgg8')")


@pytest.mark.slow
def test_runs_at_the_side_are_found_pinned_alone_and_lit(tab):
    runs, panel = tab.frame.locator(".runs"), tab.frame.locator(".panel").first
    companions = panel.locator(".companion")
    expect(companions).to_have_count(3)
    find = runs.get_by_role("searchbox")
    find.fill("SEED-[01]$")
    expect(runs.locator(".name")).to_have_text(["vgg8/seed-0", "vgg8/seed-1", "vgg8/seed-2"])
    expect(companions).to_have_count(2)
    find.fill("(")
    expect(runs.locator(".note")).to_have_text("No regular expression yet: all runs are shown.")
    expect(companions).to_have_count(3)
    runs.get_by_label("Pin other").press("Enter")
    find.fill("seed-0")
    expect(runs.locator(".name").first).to_have_text("other")
    expect(companions).to_have_count(2)
    stroke = "e => getComputedStyle(e).stroke"
    color = runs.locator("li").first.locator(".stroke path").evaluate(stroke)
    runs.locator("li").first.hover()
    lit = tab.frame.locator(".companions [data-lit] .companion")
    expect(lit).to_have_count(4)
    assert lit.first.evaluate(stroke) == color and lit.first.evaluate("e => getComputedStyle(e).strokeWidth") == "2.5px"
    alone = runs.get_by_label("Draw vgg8/seed-0 alone")
    alone.press("Enter")
    expect(tab.chosen).to_have_value(RUNS[1])
    expect(companions).to_have_count(1)
    tab.page.wait_for_function("location.hash.includes('p.phases.runs=seed-0&p.phases.pins=other')")
    tab.view("Compare")
    assert tab.frame.locator(".minima .stroke path").nth(1).evaluate(stroke) == color


def test_a_tooltip_names_all_runs_and_hides_nothing_of_its_chart(tab):
    chart = tab.frame.locator(".panel svg[tabindex]").nth(1)
    box = chart.bounding_box()
    tab.page.mouse.move(box["x"] + 0.5 * box["width"], box["y"] + 90)
    runs = tab.frame.locator(".tooltip-runs dt")
    expect(runs).to_have_count(4)
    assert sorted(runs.all_text_contents()) == [run.removesuffix("/phases") for run in RUNS]
    inside = tab.frame.locator(".tooltip").bounding_box()
    beside = inside["x"] >= box["x"] + box["width"] or inside["x"] + inside["width"] <= box["x"]
    assert beside or inside["y"] >= box["y"] + box["height"] or inside["y"] + inside["height"] <= box["y"]


@pytest.mark.slow
def test_layers_are_chosen(tab):
    tab.frame.locator("summary", has_text="4 of 4 ▾").click()
    tab.frame.get_by_label("conv2", exact=True).uncheck()
    expect(tab.frame.locator(".panel h2")).to_have_text(["features", "conv1", "conv3"])
    tab.page.reload()
    expect(tab.frame.locator(".panel h2")).to_have_text(["features", "conv1", "conv3"])


@pytest.mark.slow
def test_seeds_become_one_curve_with_its_spread(tab):
    tab.frame.get_by_label("Mean over seeds").check()
    expect(tab.frame.locator(".panel").first.locator(".companion")).to_have_count(1)
    expect(tab.frame.locator(".legend")).to_contain_text("lowest to highest seed")
    tab.view("Compare")
    expect(tab.frame.locator(".minima tbody tr")).to_have_count(2)
    expect(tab.frame.locator(".minima tbody tr").first).to_contain_text("vgg8/seed-* (3 seeds)")


def test_what_is_told_on_top_is_where_the_last_layer_stands_and_which_step_to_keep(tab):
    answers = tab.frame.get_by_role("status").locator("details")
    expect(answers.locator("summary")).to_contain_text(
        [
            re.compile(r"Frozen reuse: minimum passed at [\d,]+"),
            re.compile(r"Step [\d,]+"),
            "By default the last, 'features'",
        ]
    )
    told = answers.nth(1).locator("p")
    expect(told).to_be_hidden()
    answers.nth(1).locator("summary").click()
    expect(told).to_contain_text(
        re.compile(r"Advice: keep step [\d,]+, .* of 'features' .*full fine-tuning can still gain")
    )
    expect(told).to_be_visible()
    step = re.search(r"keep step ([\d,]*\d)", told.text_content())[1]
    expect(tab.frame.locator(".panel .kept title")).to_have_text([f"advised: keep step {step}"])
    expect(tab.frame.locator(".panel", has_text="features").locator(".kept text")).to_have_text(f"keep {step}")
    expect(tab.frame.get_by_label("Legend")).to_contain_text("step that is advised to keep")
    expect(tab.frame.get_by_label(re.compile(f"advised: keep step {step}"))).to_have_count(1)


@pytest.mark.slow
def test_a_drag_zooms_all_panels_and_a_link_keeps_it(tab):
    chart = tab.frame.locator(".panel svg[tabindex]").nth(1)
    box = chart.bounding_box()
    tab.page.mouse.move(box["x"] + 0.4 * box["width"], box["y"] + 90)
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + 0.7 * box["width"], box["y"] + 90, steps=4)
    expect(chart.locator(".brush")).to_have_count(1)
    tab.page.mouse.up()
    chip = tab.frame.locator(".chip")
    expect(chip).to_contain_text(re.compile(r"steps \d+.[\d,]+"))
    labels = tab.frame.locator(".panel").first.locator(".axis-step .tick text").all_text_contents()
    assert "0" not in labels and "8,192" not in labels and len(labels) >= 3
    tab.page.reload()
    expect(tab.frame.locator(".panel").first.locator(".axis-step .tick text")).to_have_text(labels)
    chip.click()
    expect(tab.frame.locator(".panel").first.locator(".axis-step .tick text").first).to_have_text("0")


def test_a_click_holds_a_step_moves_nothing_and_a_double_click_only_zooms_out(tab):
    chart = tab.frame.locator(".panel svg[tabindex]").nth(1)
    box = chart.bounding_box()
    chart.click(position={"x": 0.5 * box["width"], "y": 90})
    held = tab.frame.locator(".chip", has_text="held at step")
    expect(held).to_have_count(1)
    assert chart.bounding_box() == box, "holding a step moved the page"
    told = held.text_content()
    chart.dblclick(position={"x": 0.8 * box["width"], "y": 90})
    expect(held).to_have_text(told)
    tab.page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 90)
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + 0.6 * box["width"], box["y"] + 250, steps=4)
    tab.page.mouse.up()
    expect(tab.frame.locator(".chip", has_text="steps")).to_have_count(1)
    expect(held).to_have_text(told)
    assert chart.evaluate("() => getSelection().toString()") == "", "a drag selected text"


def test_a_step_is_held_by_key_and_stays_in_every_view(tab):
    chart = tab.frame.locator(".panel svg[tabindex]").first
    chart.focus()
    for key in ("Home", "ArrowRight", "ArrowRight", "ArrowRight", "Enter"):
        chart.press(key)
    expect(tab.frame.locator(".chip")).to_contain_text("held at step 4")
    expect(tab.frame.locator(".panel .held")).to_have_count(4)
    tab.view("Heat map")
    expect(tab.frame.locator(".held")).to_have_count(4)
    tab.frame.locator(".chip").click()
    expect(tab.frame.locator(".held")).to_have_count(0)


@pytest.mark.slow
@pytest.mark.parametrize("run", [NEWEST, RUNS[0]], ids=["curves", "pictures"])
def test_no_view_has_a_finding_of_axe(tab, run):
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci in tb_plugin/frontend")
    tab.show(run)
    for name in ("Curves", "Phase portrait", "Heat map", "Reconstructions", "Compare", "Breakdowns"):
        tab.view(name)
        body = tab.frame.locator("body")
        body.evaluate(f"() => {{ {AXE.read_text()} }}")
        found = body.evaluate(
            "async () => (await axe.run(document)).violations.map(({id, nodes}) => [id, nodes[0].html])"
        )
        assert found == [], name


def test_every_quantity_can_be_drawn(tab):
    quantity = tab.frame.locator("select[name=quantity]")
    expect(tab.frame.locator(".panel")).to_have_count(4)
    labels = quantity.locator("option").all_text_contents()
    assert {"reconstruction loss", "explained variance", "loss at unlimited rows", "probe accuracy"} <= set(labels)
    for label in labels:
        quantity.select_option(label=label)
        expect(tab.frame.locator(".axis-title.loss").first).to_have_text(f"↑ {label}")
        paths = tab.frame.locator(".panel .curve.loss .line").evaluate_all("e => e.map(x => x.getAttribute('d'))")
        assert all(points(path) == len(STEPS) for path in paths), label


@pytest.mark.slow
def test_portraits_have_a_trajectory_for_each_layer_with_its_phases(tab):
    tab.view("Phase portrait")
    expect(tab.frame.locator(".portrait")).to_have_count(4)
    portrait = tab.frame.locator(".portrait").first
    expect(portrait.locator(".trajectory")).to_have_count(4)
    expect(portrait.locator(".ends text")).to_have_count(4)
    last = portrait.locator(".trajectory").last
    expect(last.locator(".way.decrease")).to_have_count(1)
    expect(last.locator(".way.increase")).to_have_count(1)
    dashes = last.locator(".way.increase").evaluate("e => getComputedStyle(e).strokeDasharray")
    assert dashes != "none" != last.locator(".way.decrease").evaluate("e => getComputedStyle(e).stroke")
    assert last.locator(".arrow").count() >= 2
    end = last.locator(".lowest").bounding_box()
    tab.page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2)
    expect(tab.frame.locator(".tooltip")).to_contain_text(re.compile(r"step \d+"))
    expect(portrait.locator(".cursor[data-shown]")).to_have_count(1)
    expect(portrait.locator(".axis-title").first).to_have_text("↑ explained variance")
    tab.frame.locator("select[name=axis-1]").select_option(label="reconstruction loss")
    expect(portrait.locator(".axis-title").first).to_have_text("↑ reconstruction loss")
    tab.page.wait_for_function("location.hash.includes('axes=')")
    tab.page.reload()
    expect(tab.frame.locator(".portrait").first.locator(".axis-title").first).to_have_text("↑ reconstruction loss")


# Of the canvas in the middle of each cell.
OPACITIES = """(canvas, [numRows, steps]) => {
  const {width, height, clientWidth} = canvas;
  const {data} = canvas.getContext('2d').getImageData(0, 0, width, height);
  const margin = (6 * width) / clientWidth;
  const place = (step) => margin + ((width - 2 * margin) * Math.log1p(step)) / Math.log1p(steps.at(-1));
  const read = (row, step) =>
    data[4 * (Math.floor(((row + 0.5) * height) / numRows) * width + Math.min(width - 1, Math.floor(place(step)))) + 3];
  return Array.from({length: numRows}, (_, row) => steps.map((step) => read(row, step))).flat();
}"""


def test_the_heat_map_has_a_cell_for_each_layer_and_step(tab):
    tab.view("Heat map")
    heat = tab.frame.locator(".heat-map").first
    canvas = tab.frame.locator(".chart canvas").first
    assert canvas.evaluate(OPACITIES, [4, STEPS]) == [255] * 4 * len(STEPS)
    # One scale for all layers, in the unit that they share.
    expect(heat.locator(".color-legend text")).to_have_text(
        [re.compile(r"^[\d.]+ %$"), re.compile(r"^[\d.]+ %$"), "explained variance"]
    )
    before = canvas.evaluate("e => e.toDataURL()")
    tab.frame.get_by_text("each layer by itself").click()
    poll(lambda: canvas.evaluate("e => e.toDataURL()") != before)
    expect(heat.locator(".color-legend text").first).to_have_text("lowest of the layer")
    heat.focus()
    heat.press("ArrowDown")
    heat.press("End")
    expect(tab.frame.locator(".tooltip")).to_contain_text("step 8,192")
    expect(tab.frame.locator(".tooltip")).to_contain_text("conv2")


@pytest.mark.slow
def test_the_table_of_minima_is_sorted_by_any_column(tab):
    tab.view("Compare")
    expect(tab.frame.locator(".minima tbody tr")).to_have_count(4)
    tab.frame.get_by_text("Every layer of every run (16 rows)").click()
    rows = tab.frame.locator(".every-layer tbody tr")
    expect(rows).to_have_count(16)
    header = tab.frame.locator(".every-layer").get_by_role("button", name="last loss")
    header.click()
    expect(tab.frame.locator(".every-layer th[aria-sort=ascending]")).to_contain_text("last loss")

    def losses():
        return [float(row.locator("td").nth(9).text_content()) for row in rows.all()]

    assert losses() == sorted(losses())
    header.click()
    assert losses() == sorted(losses(), reverse=True)
    expect(tab.frame.locator(".panel .companion").first).to_be_attached()
    expect(tab.frame.locator(".panel")).to_have_count(4)
    expect(tab.frame.locator(".section")).to_have_text("explained variance: difference to vgg8/seed-2")


@pytest.mark.slow
def test_a_comparison_is_of_the_chosen_layers_and_runs(tab):
    tab.frame.locator("summary", has_text="4 of 4 ▾").click()
    for layer in LAYERS[:3]:
        tab.frame.get_by_label(layer, exact=True).uncheck()
    tab.frame.get_by_label("features", exact=True).press("Escape")
    tab.view("Compare")
    expect(tab.frame.locator(".panel h2")).to_have_text(["features"])
    tab.frame.locator(".runs").get_by_role("button", name="none").click()
    expect(tab.frame.locator("[role=tabpanel]")).to_contain_text("No other run is drawn")


@pytest.mark.slow
def test_reconstructions_stand_beside_their_inputs_at_every_step(tab):
    tab.show(RUNS[0]).view("Reconstructions")
    examples, slider = tab.frame.locator(".example"), tab.frame.locator("input[name=step]")
    expect(examples).to_have_count(5 * NUM_EXAMPLES)

    def addresses():
        return [element.evaluate("e => e.style.backgroundImage") for element in examples.all()]

    last = addresses()
    assert all("row=input" in one for one in last[:NUM_EXAMPLES]) and all("step=128" in one for one in last)
    assert all("row=3" in one for one in last[-NUM_EXAMPLES:])
    slider.focus()
    slider.press("ArrowLeft")
    expect(tab.frame.locator(".slider")).to_contain_text("Step 64")
    poll(lambda: all("step=64" in one for one in addresses()))
    against = tab.frame.locator("select[name=against]")
    against.select_option(label="the input")
    poll(lambda: [one.count("url(") for one in addresses()] == [1] * NUM_EXAMPLES + [2] * 4 * NUM_EXAMPLES)
    against.select_option(label="step 4")
    poll(lambda: all("step=64" in one and "step=4&" in one for one in addresses()[NUM_EXAMPLES:]))
    against.select_option(label="nothing")
    poll(lambda: all(one.count("url(") == 1 for one in addresses()))
    tab.frame.locator("select[name=example]").select_option("1")
    expect(examples).to_have_count(5)
    tab.frame.get_by_role("button", name="play").click()
    expect(tab.frame.locator(".slider")).to_contain_text("Step 128")
    tab.frame.get_by_role("button", name="pause").click()


def test_views_without_data_say_what_is_missing(tab):
    tab.view("Reconstructions")
    expect(tab.frame.locator(".empty h2")).to_have_text("This run has no reconstructed images")
    tab.view("Breakdowns")
    expect(tab.frame.locator(".empty h2")).to_have_text("This log has no breakdowns")


@pytest.mark.slow
def test_views_are_changed_by_keys_and_kept_by_the_link(tab):
    first = tab.frame.get_by_role("tab", name="Curves")
    first.focus()
    first.press("ArrowRight")
    expect(tab.frame.get_by_role("tab", name="Phase portrait")).to_be_focused()
    expect(tab.frame.locator(".portrait")).to_have_count(4)
    tab.page.reload()
    expect(tab.frame.locator(".portrait")).to_have_count(4)


def save(tab, name, *, figure=0):
    menu = tab.frame.locator(".panel header .menu").nth(figure)
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    with tab.page.expect_download() as started:
        menu.get_by_role("button", name=name).click()
    return started.value


@pytest.mark.first_case
@pytest.mark.parametrize("view", ["Curves", "Phase portrait", "Heat map"])
def test_a_chart_is_saved_as_a_picture_that_stands_alone(tab, view):
    tab.view(view)
    started = save(tab, "SVG")
    text = started.path().read_text()
    root = xml.etree.ElementTree.fromstring(text)
    assert root.tag.endswith("svg") and started.suggested_filename.endswith(".svg")
    assert started.suggested_filename.startswith("vgg8-seed-2")
    words = " ".join(root.itertext())
    assert "features" in words and ("reconstruction loss" in words or "explained variance" in words)
    assert "var(--" not in text and "class=" not in text, "styles of the page are not there in a file"
    png = save(tab, "PNG").path().read_bytes()
    assert png.startswith(b"\x89PNG") and len(png) > 8000


def test_the_numbers_of_a_chart_are_shown_and_saved(tab):
    rows = list(csv.reader(io.StringIO(save(tab, "CSV").path().read_text())))
    assert rows[0][:3] == ["step", "epoch", "reconstruction_loss"] and [row[0] for row in rows[1:]] == [
        str(step) for step in STEPS
    ]
    named = json.loads(save(tab, "JSON").path().read_text())
    assert named[3]["step"] == 4 and float(rows[4][rows[0].index("reconstruction_loss")]) == pytest.approx(
        named[3]["reconstruction_loss"]
    )
    tab.frame.locator(".panel .menu button", has_text="Table").first.click()
    expect(tab.frame.locator(".numbers tbody tr")).to_have_count(len(STEPS))
    tab.frame.locator(".panel .menu button", has_text="Chart").first.click()
    expect(tab.frame.locator(".numbers")).to_have_count(0)


def test_the_browser_goes_back_to_the_view_and_the_run_before(tab):
    tab.view("Heat map")
    tab.page.wait_for_function("location.hash.includes('view=map')")
    tab.show(RUNS[0])
    tab.page.wait_for_function("location.hash.includes('run=other')")
    tab.frame.get_by_role("radio", name="linear").check(force=True)
    tab.page.wait_for_function("location.hash.includes('x=linear')")
    tab.page.go_back()
    expect(tab.chosen).to_have_value(NEWEST)
    expect(tab.frame.get_by_role("tab", name="Heat map")).to_have_attribute("aria-selected", "true")
    tab.page.go_back()
    expect(tab.frame.get_by_role("tab", name="Curves")).to_have_attribute("aria-selected", "true")
    expect(tab.chosen).to_have_value(NEWEST)
    tab.page.go_forward()
    expect(tab.frame.get_by_role("tab", name="Heat map")).to_have_attribute("aria-selected", "true")
