"""Checkpoints of Keras's OrbaxCheckpoint: read by replay, and what cannot be read."""

import shutil
import sys

import keras
import numpy as np
import pytest
from builders.scripted import BATCH, V_CURVE, V_KEPT, build_tiny_net, draw_tiny_rows, fit_tiny, make_probe, same, script

from keras_phases import PhaseCheckpoint, ProbeSettings, load_index, replay
from keras_phases.checkpoints.loading import list_checkpoints, load_weights

DATA = draw_tiny_rows()
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Folders of whole states and of weights, and the weights at each step."""
    pytest.importorskip("orbax.checkpoint", reason="no Orbax: pip install 'keras-phases[orbax]'")
    if not hasattr(keras.callbacks, "OrbaxCheckpoint"):
        pytest.skip("Keras has OrbaxCheckpoint since 3.15")
    folder, model, weights = tmp_path_factory.mktemp("orbax"), build_tiny_net(), {}

    class Keep(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            weights[batch + 1] = [np.array(array) for array in self.model.get_weights()]

    options = {"save_freq": 4, "max_to_keep": None}
    callbacks = [
        keras.callbacks.OrbaxCheckpoint(str(folder / "whole"), **options),
        keras.callbacks.OrbaxCheckpoint(str(folder / "weights"), save_weights_only=True, **options),
        keras.callbacks.OrbaxCheckpoint(str(folder / "epochs"), max_to_keep=None),
        Keep(),
    ]
    model.fit(*DATA, BATCH, 1, verbose=0, callbacks=callbacks)
    return folder, model, weights


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["whole", "weights"])
def test_replay_measures_each_step_of_a_folder(kind, saved, tmp_path):
    folder, model, weights = saved
    assert [one.step for one in load_index(folder / kind)] == [4, 8]
    before = model.get_weights()
    for one in list_checkpoints(folder / kind):
        copy = keras.models.clone_model(model)
        load_weights(copy, one)
        assert all(np.array_equal(*pair) for pair in zip(copy.get_weights(), weights[one.step], strict=True))
    probe = ProbeSettings(layers="hidden", quantities=None, probe_batch_size=8)
    found = replay(folder / kind, model, DATA, probe=probe, log_dir=tmp_path, verbose=0)
    assert found.history.steps.tolist() == [4, 8] and not found.failures
    assert all(np.array_equal(*pair) for pair in zip(model.get_weights(), before, strict=True))


def test_what_cannot_be_read_says_why(saved, tmp_path, monkeypatch):
    folder, model, _ = saved
    (epoch,) = list_checkpoints(folder / "epochs")
    with pytest.raises(ValueError, match=r"it is of step 8 by its optimizer, not of step 0; .* Pass steps: \{8: "):
        load_weights(model, epoch)
    shutil.copytree(folder / "weights", tmp_path / "cut")
    (tmp_path / "cut" / "12.orbax-checkpoint-tmp").mkdir()
    with pytest.warns(UserWarning, match=r"12.orbax-checkpoint-tmp, whose saving was cut off or still goes on"):
        first, _ = list_checkpoints(tmp_path / "cut")
    other = keras.Sequential([keras.Input((6,)), keras.layers.Dense(5, name="another")])
    with pytest.raises(ValueError, match=r"does not fit .*: it lacks '\S*another/kernel' and 1 more of 2 weights"):
        load_weights(other, first)
    wide = keras.Sequential([keras.Input((6,)), keras.layers.Dense(7, name="first")])
    with pytest.raises(ValueError, match=r"first/kernel' has shape \(6, 5\), not \(6, 7\)"):
        load_weights(wide, first)
    for path in (first.path / "pytree").rglob("*"):
        if path.is_file():
            path.write_bytes(b"")
    with pytest.raises(ValueError, match=r"cut/4' does not fit model"):
        load_weights(model, first)
    monkeypatch.setitem(sys.modules, "orbax.checkpoint", None)
    with pytest.raises(ValueError, match=r"not installed: pip install 'keras-phases\[orbax\]'"):
        load_weights(model, first)


@pytest.mark.slow
@pytest.mark.parametrize("whole", [False, True], ids=["weights", "whole"])
def test_phase_checkpoint_keeps_folders_that_keras_reads(whole, saved, monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE)
    weights, probe = {}, make_probe(tmp_path / "logs")

    class Keep(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            step = int(np.array(self.model.optimizer.iterations))
            weights[step] = [np.array(array) for array in self.model.get_weights()]

    keep = PhaseCheckpoint(
        probe, tmp_path / "best.orbax", max_kept=3, save_weights_only=None if not whole else False, layer="hidden"
    )
    fit_tiny(build_tiny_net(), Keep(), probe, keep)
    assert [path.name for path in keep.filepath.iterdir()] == [str(V_KEPT)] and keep.best_step == V_KEPT
    again = build_tiny_net()
    again.load_weights(keep.filepath)
    assert same(again.get_weights(), weights[V_KEPT])
    if whole:
        again = keras.saving.load_model(keep.filepath)
        assert not same(again.get_weights(), weights[V_KEPT]), "Keras 3.15 leaves weights of a named model as drawn"
    assert load_index(keep.filepath) == keep.checkpoints and len(keep.checkpoints) == 3
    for one in list_checkpoints(keep.filepath):
        load_weights(again, one)
        assert same(again.get_weights(), weights[one.step])
    assert {path.name for path in (tmp_path / "best-steps").iterdir()} == {
        ".writing", "index.json", *(str(one.step) for one in keep.checkpoints)
    }  # fmt: skip
    size = sum(path.stat().st_size for path in tmp_path.glob("best*/[0-9]*/**/*") if path.is_file())
    assert size <= keep.max_bytes


def test_without_orbax_a_folder_of_it_is_refused_before_fit(monkeypatch, tmp_path):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ValueError, match=r"best.orbax', Orbax's, .* pip install 'keras-phases\[orbax\]'; or pass"):
        PhaseCheckpoint(make_probe(tmp_path), tmp_path / "best.orbax")
    with pytest.raises(ValueError, match=r"Expected a folder on this machine for Orbax"):
        PhaseCheckpoint(make_probe(tmp_path), "memory://runs/best.orbax")
