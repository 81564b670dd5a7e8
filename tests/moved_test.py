"""Names of earlier versions say where they have gone."""

import importlib
import subprocess
import sys

import pytest

import keras_phases
from keras_phases import moved


@pytest.mark.parametrize("name", moved.NEW_NAMES)
def test_an_old_module_names_what_stands_in_its_place(name):
    with pytest.raises(ModuleNotFoundError, match=f"keras_phases.{name} is no module of this version. Expected "):
        importlib.import_module(f"keras_phases.{name}")
    if name not in keras_phases.__all__:
        with pytest.raises(AttributeError, match="Expected "):
            getattr(keras_phases, name)


def test_old_names_of_checkpoints_name_the_root():
    with pytest.raises(ImportError, match="Expected from keras_phases import PhaseCheckpoint, load_index"):
        from keras_phases.checkpoints import load_index  # noqa: F401


def test_the_old_command_names_the_new():
    run = subprocess.run([sys.executable, "-m", "keras_phases.replay"], capture_output=True, text=True, timeout=120)
    assert run.returncode == 1 and "on the command line keras-phases replay" in run.stderr


@pytest.mark.slow
def test_replay_is_a_function_whatever_was_imported():
    code = (
        "import keras_phases, keras_phases.checkpoints.replay as module\n"
        "assert callable(keras_phases.replay) and keras_phases.replay is module.replay"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)


def test_every_public_name_is_there():
    assert all(getattr(keras_phases, name) is not None for name in keras_phases.__all__)
    with pytest.raises(AttributeError, match="no attribute 'PhaseProb'; it exports At, BeamEngine"):
        _ = keras_phases.PhaseProb
