"""The demo runs: real trainings, as PhaseProbe recorded them, written by one command."""

import gzip
import json
import pathlib
import re
import subprocess
import sys

import pytest
from tensorboard_plugin_phases import demo

from keras_phases import PhaseHistory, __version__
from keras_phases.__main__ import main
from keras_phases.record import schema

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = ["resnet10-seed0", "vgg8-seed0", "vgg8-seed1", "vit-seed0"]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The folder that the command has written, and what it printed; frameworks cannot be imported."""
    log_dir = tmp_path_factory.mktemp("demo") / "demo"
    done = subprocess.run([sys.executable, "-c", PROGRAM, "demo", log_dir], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return log_dir, done.stdout


PROGRAM = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("keras", "tensorflow", "jax", "torch", "scipy", "pandas"):
            raise ImportError(f"{name} must not be imported to write the demo")

sys.meta_path.insert(0, Blocker())
from keras_phases.__main__ import main
sys.exit(main())
"""


def test_one_command_writes_the_demo_and_says_how_to_see_it(written):
    log_dir, printed = written
    assert printed.splitlines()[0] == f"{log_dir}: 4 runs, {', '.join(NAMES)}"
    assert f"tensorboard --logdir {log_dir}   (tab Phases" in printed.splitlines()[1]
    assert sorted(path.parts[-3] for path in log_dir.glob("*/phases/*tfevents*")) == NAMES


def test_the_demo_shows_what_the_tab_is_about(written):
    histories = {name: PhaseHistory.load(written[0] / name) for name in NAMES}
    first = histories[demo.FIRST]
    assert first.phases("block5_relu").has_increase and first.column("probe_accuracy", 4).max() > 0.9
    assert any(history.phases(layer).is_rising for history in histories.values() for layer in history.layers)
    # What each view of the tab draws: images, breakdowns, a further task, and few rows that are left to learn.
    assert len(first.image_steps) == len(first) and first.breakdown("frequency", "block5_relu")
    assert schema.transfer_names(first.layout.metrics) == ("ink",) and "gradient_rows" in first.layout.metrics
    assert "block1" in histories["vit-seed0"].layers and len(histories["vit-seed0"].image_steps)


def test_the_tab_opens_with_the_first_of_them(open_app, written):
    runs = open_app(written[0]).get("/data/plugin/phases/runs").json["runs"]
    assert [run["run"] for run in runs] == [f"{name}/phases" for name in NAMES]
    assert all(run["error"] is None and run["num_steps"] >= 12 for run in runs)
    assert max(runs, key=lambda run: run["last_wall_time"])["run"] == f"{demo.FIRST}/phases"


def test_the_demo_is_small_and_names_no_machine():
    paths = list(demo.FOLDER.iterdir())
    assert sum(path.stat().st_size for path in paths) < 600_000
    assert not any(re.search(rb"/(home|tmp|root)/", gzip.decompress(path.read_bytes())) for path in paths)


def test_a_run_that_stands_there_is_not_written_over(tmp_path, capsys):
    standing = tmp_path / "vgg8-seed1" / "phases"
    standing.mkdir(parents=True)
    assert main(["demo", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert f"{standing.parent} exists already. Name another folder" in told.err and told.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["vgg8-seed1"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["demo", str(tmp_path / "file" / "demo")]) == 1
    told = capsys.readouterr().err
    assert told.startswith("keras-phases demo: error: ") and str(tmp_path / "file") in told


def test_the_command_tells_its_version(capsys):
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"keras-phases {__version__}\n"


def test_the_notebook_opens_the_demo_and_holds_no_output():
    notebook = json.loads((ROOT / "examples" / "phases_tab.ipynb").read_text())
    assert notebook["nbformat"] == 4 and notebook["metadata"]["kernelspec"]["language"] == "python"
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    lines = [line.rstrip("\n") for cell in code for line in cell["source"]]
    magics = [line for line in lines if line.startswith("%")]
    assert magics == ["%load_ext tensorboard", "%tensorboard --logdir logs/demo"]
    compile("\n".join(line for line in lines if line not in magics), "phases_tab.ipynb", "exec")
    for cell in notebook["cells"]:
        assert {"cell_type", "id", "metadata", "source"} <= set(cell)
