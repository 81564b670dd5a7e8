"""replay: saved checkpoints give the record that the probe gave live, cell by cell, whatever happens in between."""

import shutil
import subprocess
import sys

import keras
import numpy as np
import pytest
from keras import layers
from tensorboard_plugin_phases import metadata
from tolerance import assert_close

import keras_phases
from keras_phases import Every, PhaseCheckpoint, PhaseHistory, PhaseProbe, PhaseWarning, replay
from keras_phases.cells import CellMeter
from keras_phases.checkpoints import load_index
from keras_phases.instrument import Instrument
from keras_phases.replaying import _read_rows
from keras_phases.writers import read_events, read_images

SETTINGS = {"layers": ["early", "late"], "probe_batch_size": 16, "seed": 5}
STEPS = [0, 2, 4, 6]


def draw_data():
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(96, 8, 8, 1)).astype("float32"), rng.integers(0, 3, 96)
    return (x[:64], y[:64]), (x[64:], y[64:])


def build_model(num_classes=3, compiled=True):
    stack = [
        layers.Conv2D(4, 3, 2, "same"),
        layers.BatchNormalization(),
        layers.ReLU(name="early"),
        layers.Dropout(0.5),
        layers.Flatten(),
        layers.Dense(8, "relu", name="late"),
        layers.Dense(num_classes),
    ]
    keras.utils.set_random_seed(3)
    model = keras.Sequential([keras.Input((8, 8, 1)), *stack])
    if compiled:
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile(keras.optimizers.SGD(0.05, momentum=0.9), loss, metrics=["accuracy"])
    return model


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    """A run that the probe measured while it trained, with the weights of every probe step."""
    folder = tmp_path_factory.mktemp("live")
    probe = PhaseProbe(schedule=Every(2), log_dir=folder / "logs", on_error="raise", **SETTINGS)
    keep = PhaseCheckpoint(probe, folder / "best.weights.h5", max_kept=None)
    (x, y), validation = draw_data()
    build_model().fit(x, y, 16, 2, verbose=0, validation_data=validation, callbacks=[probe, keep])
    return folder


def play(folder, checkpoints, log_dir, **options):
    given = {"model": build_model(), "data": draw_data(), "verbose": 0} | SETTINGS | options
    return replay(checkpoints, log_dir=log_dir, **given)


def assert_same_record(history, other, relative=1e-5):
    assert history.steps.tolist() == other.steps.tolist()
    assert history.layout.rows == other.layout.rows and history.layout.metrics == other.layout.metrics
    for name in history.layout.metrics:
        for row in range(len(history.layout.rows)):
            if name != "probe_seconds":
                found, expected = history.column(name, row), other.column(name, row)
                assert_close(found, expected, relative)


def test_a_replay_is_what_the_probe_measured_live(live, tmp_path, capsys):
    model = build_model()
    model.optimizer.build(model.trainable_variables)
    before = [np.array(v) for v in (*model.variables, *model.optimizer.variables)]
    found = play(live, live / "best.weights.h5", tmp_path / "logs", model=model, verbose=1)
    expected = PhaseHistory.load(live / "logs")
    assert found.measured_steps == tuple(STEPS) and found.failures == ()
    for history in (found.history, PhaseHistory.load(tmp_path / "logs")):
        assert_same_record(history, expected)
        assert history.image_steps.tolist() == expected.image_steps.tolist() == STEPS
        assert_close(history.reconstructions(4, "late"), expected.reconstructions(4, "late"), 1e-2)
    assert np.isfinite(found.history.column("model_loss", 0)).all()
    after = [np.array(v) for v in (*model.variables, *model.optimizer.variables)]
    assert all(np.array_equal(one, two) for one, two in zip(before, after, strict=True))
    assert "phases at step 6" in capsys.readouterr().out
