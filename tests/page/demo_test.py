"""The demo runs: real numbers, written as event files that every reader takes."""

import json
import pathlib
import subprocess
import sys

import numpy as np
import pytest
from tensorboard_plugin_phases import demo

from keras_phases import PhaseHistory
from keras_phases.record import schema

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = ["resnet10-seed0", "vgg8-seed0", "vgg8-seed1", "vgg8-seed2"]


def test_the_demo_is_read_back_as_it_was_measured(tmp_path):
    paths = demo.write_demo(tmp_path / "demo")
    assert [path.parts[-3:-1] for path in paths] == [(name, "phases") for name in NAMES]
    for name in NAMES:
        history, run = PhaseHistory.load(tmp_path / "demo" / name), demo.DemoRun.load(demo.FOLDER / f"{name}.npz")
        assert history.steps.tolist() == run.steps.tolist()
        assert history.layout == schema.unpack_layout(run.content)
        assert np.array_equal(np.stack([values for _, values in history.records]), run.values, equal_nan=True)


def test_the_demo_shows_what_the_tab_is_about(tmp_path):
    demo.write_demo(tmp_path)
    for name in NAMES[1:]:
        history = PhaseHistory.load(tmp_path / name)
        assert history.layers == [f"block{block}_relu" for block in range(1, 6)]
        assert history.phases("block5_relu").has_increase
        assert np.isfinite(history.column("probe_accuracy", 4)).all()
        assert history.column("probe_accuracy", 4).max() > 0.9


def test_the_plugin_serves_the_demo_as_if_it_had_just_ended(open_app, tmp_path):
    demo.write_demo(tmp_path, end=1_000_000_000.0)
    client = open_app(tmp_path)
    runs = client.get("/data/plugin/phases/runs").json["runs"]
    assert [run["run"] for run in runs] == [f"{name}/phases" for name in NAMES]
    assert all(run["error"] is None for run in runs)
    times = {run["run"]: run["last_wall_time"] for run in runs}
    assert times.pop(f"{demo.FIRST}/phases") == 1e9
    assert set(times.values()) == {1e9 - 1}
    assert all(run["num_steps"] >= 15 for run in runs)


def test_a_run_of_the_demo_survives_saving(tmp_path):
    run = demo.DemoRun(b'{"a": 1}', np.arange(3), np.array([0.0, 0.5, 2.0]), np.full((3, 1, 2), np.nan, np.float32))
    run.save(tmp_path / "run.npz")
    again = demo.DemoRun.load(tmp_path / "run.npz")
    assert again.content == run.content and again.values.dtype == np.float32
    for name in ("steps", "seconds", "values"):
        assert np.array_equal(getattr(again, name), getattr(run, name), equal_nan=True)


def test_the_demo_is_small():
    assert sum(path.stat().st_size for path in demo.FOLDER.iterdir()) < 300_000


def test_a_run_that_stands_there_is_not_written_over(tmp_path, capsys):
    standing = tmp_path / "vgg8-seed1" / "phases"
    standing.mkdir(parents=True)
    assert demo.main(["--logdir", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert f"Nothing was written: {standing.parent} exists already." in told.err and told.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["vgg8-seed1"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert demo.main(["--logdir", str(tmp_path / "file" / "demo")]) == 1
    assert "cannot be written: Not a directory. Pass a --logdir" in capsys.readouterr().err


# Frameworks cannot be imported.
PROGRAM = """
import json, runpy, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("keras", "tensorflow", "jax", "torch", "scipy", "pandas"):
            raise ImportError(f"{name} must not be imported to write the demo")

sys.meta_path.insert(0, Blocker())
sys.argv = ["demo", "--logdir", sys.argv[1]]
runpy.run_module("tensorboard_plugin_phases.demo", run_name="__main__")
"""


def test_the_demo_is_written_by_one_command_without_any_framework(tmp_path):
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "demo")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith(f"In TensorBoard: tensorboard --logdir {tmp_path / 'demo'}")
    assert len(list(tmp_path.glob("demo/*/phases/*tfevents*"))) == len(NAMES)


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


@pytest.mark.parametrize("field", ["content", "steps", "seconds", "values"])
def test_a_kept_run_holds_plain_numbers(field):
    for path in demo.FOLDER.glob("*.npz"):
        with np.load(path, allow_pickle=False) as arrays:
            assert arrays[field].dtype in (np.uint8, np.int64, np.float64, np.float32)
