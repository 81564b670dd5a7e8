"""The report: one file with the page and its runs, opened from the disk; and the command that writes it."""

import base64
import json
import re
import subprocess
import sys

import numpy as np
import pytest
from builders.logs import STEPS, RunOptions, write_breakdown_run, write_image_run, write_run
from builders.tab_page import CHROMIUM_FLAGS, playwright_api
from tensorboard_plugin_phases import report_page

from keras_phases import PhaseHistory
from keras_phases.__main__ import main

SCRIPT_NAME = "</script><img src=x onerror=top.pwned=1>".replace("/", "_")


def read_data(path):
    block = re.search(r'id="phases-data">(.*?)</script>', path.read_text(), re.DOTALL)[1]
    return json.loads(block)


def test_a_report_holds_what_the_routes_answer(tmp_path):
    write_run(tmp_path / "logs" / "run1")
    write_image_run(tmp_path / "logs" / "pictures", STEPS[:6], STEPS[:6])
    runs = report_page.write_report(tmp_path / "logs", tmp_path / "out.html")
    assert runs == ["pictures/phases", "run1/phases"]
    data = read_data(tmp_path / "out.html")
    assert [run["run"] for run in data["runs"]] == runs
    content = base64.b64decode(data["metrics"]["run1/phases"])
    values = np.frombuffer(content[4 + int.from_bytes(content[:4], "little") :], "<f4")
    stored = PhaseHistory.load(tmp_path / "logs" / "run1")
    np.testing.assert_array_equal(values, np.stack([values for _, values in stored.records]).ravel())
    assert data["reports"]["run1/phases"]["rows"][0]["layer"] == "conv1"
    assert data["reports"]["run1/phases"]["advice"]["text"] == stored.advice().text
    assert data["images"]["run1/phases"]["steps"] == []
    strips = data["images"]["pictures/phases"]["strips"]
    assert strips and all(strip.startswith("data:image/png;base64,iVBORw0KGgo") for strip in strips.values())
    report_page.write_report(tmp_path / "logs", tmp_path / "out.html", images=False)
    assert read_data(tmp_path / "out.html")["images"] == {}


def test_a_history_writes_its_own_report(tmp_path):
    write_image_run(tmp_path / "logs", STEPS[:6], STEPS[:6])
    history = PhaseHistory.load(tmp_path / "logs")
    history.report(tmp_path / "out.html", title="<b>ours</b>")
    data = read_data(tmp_path / "out.html")
    assert [run["run"] for run in data["runs"]] == ["_b_ours__b_/phases"] and data["images"]["_b_ours__b_/phases"][
        "steps"
    ]
    assert "<title>Phases: &lt;b&gt;ours&lt;/b&gt;</title>" in (tmp_path / "out.html").read_text()
    history.report(tmp_path / "out.html")
    assert "<title>Phases: vgg8</title>" in (tmp_path / "out.html").read_text()
    with pytest.raises(ValueError, match="no probe step yet"):
        PhaseHistory(history.layout).report(tmp_path / "out.html")


def test_the_command_says_what_it_wrote_and_what_is_missing(tmp_path, capsys):
    write_run(tmp_path / "run1", RunOptions(steps=STEPS[:5]))
    assert main(["report", str(tmp_path), str(tmp_path / "out.html")]) == 0
    assert "out.html: 1 run, run1/phases" in capsys.readouterr().out
    (tmp_path / "empty").mkdir()
    assert main(["report", str(tmp_path / "empty"), str(tmp_path / "out.html")]) == 1
    assert "There is no phases record under" in capsys.readouterr().err
    before = (tmp_path / "out.html").read_bytes()
    assert main(["report", str(tmp_path), str(tmp_path / "missing" / "out.html")]) == 1
    assert "missing" in capsys.readouterr().err
    assert (tmp_path / "out.html").read_bytes() == before and len(list(tmp_path.iterdir())) == 3


def test_a_report_is_a_file_and_its_title_any_name(tmp_path, monkeypatch):
    write_run(tmp_path / "run1", RunOptions(steps=STEPS[:5]))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(IsADirectoryError, match=r"'\.' is a folder. Expected the HTML file to write"):
        report_page.write_report("run1", ".")
    precious = tmp_path / "precious"
    precious.write_bytes(b"mine")
    (tmp_path / ".out.html.unfinished").symlink_to(precious)
    # The name of a folder that is no UTF-8, as Python reads it.
    report_page.write_report("run1", "out.html", title="caf\udce9")
    assert "<title>Phases: caf\\udce9</title>" in (tmp_path / "out.html").read_text()
    assert precious.read_bytes() == b"mine", "a link in the folder is not written through"


def test_a_bundle_without_its_entry_is_refused(tmp_path, monkeypatch):
    (tmp_path / "index.js").write_text("export {a as other};")
    monkeypatch.setattr(report_page, "_BUNDLE", tmp_path / "index.js")
    with pytest.raises(ValueError, match="no bundle with an export `render`"):
        report_page.build_page({}, "")


def test_the_command_loads_neither_keras_nor_a_backend(tmp_path):
    write_run(tmp_path / "run1", RunOptions(steps=STEPS[:5]))
    program = (
        "import sys; from keras_phases.__main__ import main; main(sys.argv[1:]);"
        "print(*sorted({'keras', 'tensorflow', 'jax', 'torch'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, "report", str(tmp_path), str(tmp_path / "out.html")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == ""


def test_a_report_is_drawn_from_the_disk_and_asks_for_nothing(tmp_path, chromium):
    logs = tmp_path / "logs"
    write_run(logs / SCRIPT_NAME)
    write_image_run(logs / "pictures", STEPS[:6], STEPS[:6])
    report_page.write_report(logs, tmp_path / "out.html")
    complaints = []
    with playwright_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        page = browser.new_page(color_scheme="dark")
        page.on("console", lambda message: message.type in ("error", "warning") and complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: request.url.startswith("http") and complaints.append(request.url))
        address = (tmp_path / "out.html").as_uri()
        page.goto(address)
        playwright_api.expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        page.locator("select[name=run]").select_option(f"{SCRIPT_NAME}/phases")
        playwright_api.expect(page.locator(".panel")).to_have_count(4)
        page.get_by_role("tab", name="Phase portrait").click()
        playwright_api.expect(page.locator(".portrait").first.locator(".trajectory")).to_have_count(4)
        link = page.url
        page.goto("about:blank")
        page.goto(link)
        playwright_api.expect(page.locator(".portrait").first.locator(".trajectory")).to_have_count(4)
        page.locator("select[name=run]").select_option("pictures/phases")
        page.get_by_role("tab", name="Reconstructions").click()
        playwright_api.expect(page.locator(".example").first).to_be_visible()
        assert "data:image/png" in page.locator(".example").first.evaluate("e => getComputedStyle(e).backgroundImage")
        assert page.evaluate("window.pwned") is None
        browser.close()
    assert complaints == []


@pytest.mark.slow
def test_a_report_brings_the_breakdowns_along(tmp_path, chromium):
    write_breakdown_run(tmp_path / "run1", steps=STEPS[:8])
    report_page.write_report(tmp_path, tmp_path / "out.html")
    with playwright_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 420, "height": 900}, color_scheme="dark")
        page.goto(f"{(tmp_path / 'out.html').as_uri()}#phases&p.phases.view=breakdowns&p.phases.kind=all")
        forgotten = page.get_by_role("group", name="What was forgotten").locator(".panel")
        playwright_api.expect(forgotten).to_have_count(4)
        playwright_api.expect(page.locator(".one-line").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "a narrow window scrolls sideways"
        browser.close()
