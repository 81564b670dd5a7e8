"""Weights on disk, and what is measured of them afterwards."""


def __getattr__(name):
    if name in ("PhaseCheckpoint", "load_index", "Checkpoint"):
        raise ImportError(
            f"keras_phases.checkpoints has no {name!r} in this version. Expected from keras_phases import "
            "PhaseCheckpoint, load_index."
        )
    raise AttributeError(f"module 'keras_phases.checkpoints' has no attribute {name!r}")
