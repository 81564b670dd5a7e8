import importlib.metadata
import logging
import sys
import types

import pytest
from builders.logs import write_run
from tensorboard_plugin_phases.loader import PhasesLoader


def make_flags(**samples):
    return types.SimpleNamespace(samples_per_plugin=samples)


def test_the_entry_point_is_the_loader():
    (entry,) = (e for e in importlib.metadata.entry_points(group="tensorboard_plugins") if e.name == "phases")
    assert entry.load() is PhasesLoader


def test_all_probe_steps_are_asked_for():
    flags = make_flags(images=3)
    PhasesLoader().fix_flags(flags)
    assert flags.samples_per_plugin == {"images": 3, "phases": 0, "phases_images": 0}


def test_the_users_own_sampling_wins():
    flags = make_flags(phases=50, phases_images=5)
    PhasesLoader().fix_flags(flags)
    assert flags.samples_per_plugin == {"phases": 50, "phases_images": 5}


@pytest.mark.parametrize("module", ["keras_phases.record.history", "tensorboard_plugin_phases.runs"])
def test_a_plugin_that_cannot_be_imported_costs_only_its_tab(open_app, tmp_path, monkeypatch, caplog, module):
    write_run(tmp_path / "run1")
    for name in ("plugin", "runs", "phase_reports"):
        monkeypatch.delitem(sys.modules, f"tensorboard_plugin_phases.{name}", raising=False)
        monkeypatch.delattr(f"tensorboard_plugin_phases.{name}", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    with caplog.at_level(logging.WARNING):
        client = open_app(tmp_path)
    assert "phases" not in client.get("/data/plugins_listing").json
    assert "The Phases tab is left out: ModuleNotFoundError" in caplog.text


def test_a_missing_data_provider_costs_only_the_tab(caplog):
    assert PhasesLoader().load(types.SimpleNamespace(data_provider=None)) is None
    assert "The Phases tab is left out: ValueError: TensorBoard gave no data provider" in caplog.text
