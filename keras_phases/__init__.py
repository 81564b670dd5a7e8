"""keras-phases: see live what each layer of a Keras model learns and forgets.

This is a table of contents. Names load when they are first used, so that `import keras_phases` loads neither Keras nor
a backend, and a laptop that only views logs starts fast.
"""

import importlib

from keras_phases.version import __version__

_MODULE_OF = {
    "PhaseProbe": "keras_phases.callbacks.phase_probe",
    "PhaseStop": "keras_phases.callbacks.phase_stop",
    "PhaseCheckpoint": "keras_phases.callbacks.phase_checkpoint",
    "PhaseHistory": "keras_phases.record.history",
    "PhaseReport": "keras_phases.record.phases",
    "PhaseWarning": "keras_phases.warning",
    "check": "keras_phases.callbacks.check",
    "detect_phases": "keras_phases.record.phases",
    "evaluate_transfer": "keras_phases.checkpoints.transfer",
    "recalibrate_batch_norm": "keras_phases.network.batch_norm",
    "replay": "keras_phases.checkpoints.replay",
    "taps": "keras_phases.network.taps",
    "Every": "keras_phases.schedule",
    "LogSpaced": "keras_phases.schedule",
    "At": "keras_phases.schedule",
    "Epochs": "keras_phases.schedule",
}
_SUBMODULES = ("components", "datasets", "decoders", "models", "quantities", "schedule", "theory", "transfer")

__all__ = ["__version__", *_MODULE_OF]


def __getattr__(name):
    if name in _MODULE_OF:
        return getattr(importlib.import_module(_MODULE_OF[name]), name)
    if name in _SUBMODULES:
        return importlib.import_module(f"keras_phases.{name}")
    raise AttributeError(f"module 'keras_phases' has no attribute {name!r}; it exports {', '.join(__all__)}")


def __dir__():
    return sorted([*__all__, *_SUBMODULES])
