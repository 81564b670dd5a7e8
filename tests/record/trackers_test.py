"""What trackers are sent: stand-ins for their runs here, the packages themselves where they are installed."""

import contextlib
import json
import pathlib
import sqlite3
import sys
import types
import warnings

import pytest
from builders.logs import STEPS, RunOptions, build_layout, build_values

from keras_phases import PhaseHistory, PhaseWarning
from keras_phases.record.scalars import scalars_of
from keras_phases.record.trackers import Trackers, check_loggers

with warnings.catch_warnings():  # TensorBoard's own
    warnings.filterwarnings("ignore", "html5lib's sanitizer is deprecated", DeprecationWarning)
    import tensorboard_plugin_phases.report_page  # noqa: F401

LOSS = "phases/features/reconstruction_loss"


@pytest.fixture
def history():
    layout = build_layout()
    return PhaseHistory(layout, [(step, build_values(layout, step, RunOptions())) for step in STEPS[:6]])


class Run:
    """Keeps what it is sent, or fails from a step on."""

    def __init__(self, fails_at=None):
        self.sent, self.defined, self._fails_at = [], [], fails_at

    def log(self, values, step=None):
        if self._fails_at is not None and step >= self._fails_at:
            raise RuntimeError("run is finished")
        self.sent.append((values, step))

    def define_metric(self, name, **options):
        self.defined.append((name, options))


def run_of(library, monkeypatch, **names):
    """A run as a library makes it, and that library as a module."""
    monkeypatch.setitem(sys.modules, library, types.SimpleNamespace(**names))
    return type(f"{library}Run", (Run,), {"__module__": f"{library}.sdk.run"})()


def test_any_object_with_log_is_sent_the_scalars_at_their_step(history):
    run = Run()
    Trackers([run]).log(history)
    assert run.sent == [(scalars_of(history, 1)[STEPS[5]], STEPS[5])]
    Trackers([run]).show(history)
    assert len(run.sent) == 1, "it may not take pages"


def test_one_that_fails_is_named_once_and_the_others_go_on(history):
    good, closed = Run(), Run(fails_at=0)
    trackers = Trackers([closed, good])
    with pytest.warns(
        PhaseWarning, match=r"A logger failed at step 16 and is sent nothing more.*Run: RuntimeError: run"
    ):
        trackers.log(history)
    trackers.log(history)
    assert len(good.sent) == 2
    with pytest.raises(RuntimeError, match="run is finished"):
        Trackers([closed], raises=True).log(history)


@pytest.mark.parametrize("logger", ["wandb", 3, None, [Run(), object()]], ids=["name", "number", "none", "one of two"])
def test_what_nothing_can_be_sent_to_is_refused(logger):
    with pytest.raises(TypeError, match=r"Expected open runs, loggers=\[wandb.init"):
        check_loggers(logger)


def test_wandb_has_an_axis_of_its_own_and_the_report(history, monkeypatch):
    run = run_of("wandb", monkeypatch, Html=lambda path, inject: pathlib.Path(path).read_text())
    trackers = Trackers(check_loggers(run))
    trackers.log(history)
    trackers.log(history)
    trackers.show(history)
    assert [name for name, _ in run.defined] == ["phases/step", "phases/*"]
    assert run.defined[1][1] == {"step_metric": "phases/step"}
    *_, (values, step), (page, _) = run.sent
    assert step is None and values["phases/step"] == STEPS[5] and values[LOSS] > 0
    assert page["phases/report"].startswith("<!doctype html>")


def test_trackio_is_sent_true_steps_and_the_report(history, monkeypatch):
    run = run_of("trackio", monkeypatch, Html=lambda path, inject: pathlib.Path(path).read_text())
    trackers = Trackers([run])
    trackers.log(history)
    trackers.show(history)
    (values, step), (page, last) = run.sent
    assert step == last == STEPS[5] and values[LOSS] > 0 and "<title>" in page["phases/report"]


def test_mlflow_is_sent_names_that_it_takes(history, monkeypatch):
    calls = []
    log = {name: lambda *args, _name=name, **options: calls.append((_name, args, options)) for name in LOGS}
    monkeypatch.setitem(sys.modules, "mlflow", types.SimpleNamespace(**log))
    run = type("ActiveRun", (), {"__module__": "mlflow.tracking.fluent", "info": types.SimpleNamespace(run_id="id1")})()
    monkeypatch.setattr(
        "keras_phases.record.trackers.scalars_of", lambda history, newest: {16: {"phases/conv[0]/phase": 1.0}}
    )
    trackers = Trackers(check_loggers([run]))
    trackers.log(history)
    trackers.show(history)
    assert calls[0] == ("log_metrics", ({"phases/conv_0_/phase": 1.0},), {"step": 16, "run_id": "id1"})
    name, (path,), options = calls[1]
    assert name == "log_artifact" and path.endswith(".html") and options == {"run_id": "id1"}


LOGS = ("log_metrics", "log_artifact")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # what the packages warn of
def test_trackio_itself(history, tmp_path, monkeypatch):
    monkeypatch.setenv("TRACKIO_DIR", str(tmp_path))
    trackio = pytest.importorskip("trackio")
    run = trackio.init(project="phases", auto_log_cpu=False, auto_log_gpu=False)
    trackers = Trackers([run])
    trackers.log(history)
    trackers.show(history)
    trackio.finish()
    with contextlib.closing(sqlite3.connect(tmp_path / "phases.db")) as database:
        (first, last) = database.execute("SELECT step, metrics FROM metrics ORDER BY id").fetchall()
    assert first[0] == last[0] == STEPS[5]
    assert json.loads(first[1])[LOSS] == pytest.approx(history.column("reconstruction_loss", 3)[-1])
    assert json.loads(last[1])["phases/report"]["_type"] == "trackio.html"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # what the packages warn of
def test_mlflow_itself(history, tmp_path):
    mlflow = pytest.importorskip("mlflow")
    mlflow.set_tracking_uri(f"sqlite:///{tmp_path / 'mlflow.db'}")
    mlflow.create_experiment("phases", artifact_location=(tmp_path / "artifacts").as_uri())
    mlflow.set_experiment("phases")
    with mlflow.start_run() as run:
        trackers = Trackers([run], raises=True)
        trackers.log(history)
        trackers.show(history)
    client = mlflow.MlflowClient()
    (found,) = client.get_metric_history(run.info.run_id, LOSS)
    assert (found.step, found.value) == (STEPS[5], history.column("reconstruction_loss", 3)[-1])
    assert [one.path for one in client.list_artifacts(run.info.run_id)] == ["phases.html"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # what the packages warn of
def test_wandb_itself_offline(history, tmp_path):
    wandb = pytest.importorskip("wandb")
    run = wandb.init(mode="offline", dir=tmp_path, project="phases", settings=wandb.Settings(silent=True))
    trackers = Trackers([run], raises=True)
    trackers.log(history)
    trackers.show(history)
    summary = dict(run.summary)
    run.finish()
    assert summary[LOSS] == history.column("reconstruction_loss", 3)[-1] and summary["phases/step"] == STEPS[5]
    assert summary["phases/report"]["_type"] == "html-file"
    with pytest.warns(PhaseWarning, match="A logger failed at step 16"):
        Trackers([run]).log(history)
