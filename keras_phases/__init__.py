"""keras-phases: see live what each layer of a Keras model learns and forgets.

This is a table of contents. Names load when they are first used, so that `import keras_phases` loads neither Keras nor
a backend, and a laptop that only views logs starts fast.
"""

import importlib
from typing import TYPE_CHECKING

from keras_phases import moved
from keras_phases.version import __version__

if TYPE_CHECKING:
    from keras_phases import components, datasets, decoders, models, quantities, schedule, theory, transfer
    from keras_phases.callbacks.check import check
    from keras_phases.callbacks.phase_checkpoint import PhaseCheckpoint
    from keras_phases.callbacks.phase_probe import PhaseProbe
    from keras_phases.callbacks.phase_stop import PhaseStop
    from keras_phases.checkpoints.engines.beam import BeamEngine
    from keras_phases.checkpoints.engines.dask import Dask
    from keras_phases.checkpoints.engines.shards import Shard
    from keras_phases.checkpoints.merge import merge
    from keras_phases.checkpoints.replay import replay
    from keras_phases.checkpoints.ring import load_index
    from keras_phases.checkpoints.transfer import evaluate_transfer
    from keras_phases.measure.settings import ProbeSettings
    from keras_phases.network.batch_norm import recalibrate_batch_norm
    from keras_phases.network.taps import taps
    from keras_phases.record.history import PhaseHistory
    from keras_phases.record.phases import PhaseReport, detect_phases
    from keras_phases.schedule import At, Epochs, Every, LogSpaced
    from keras_phases.warning import PhaseWarning

_MODULE_OF = {
    "At": "schedule",
    "BeamEngine": "checkpoints.engines.beam",
    "Dask": "checkpoints.engines.dask",
    "Epochs": "schedule",
    "Every": "schedule",
    "LogSpaced": "schedule",
    "PhaseCheckpoint": "callbacks.phase_checkpoint",
    "PhaseHistory": "record.history",
    "PhaseProbe": "callbacks.phase_probe",
    "PhaseReport": "record.phases",
    "PhaseStop": "callbacks.phase_stop",
    "PhaseWarning": "warning",
    "ProbeSettings": "measure.settings",
    "Shard": "checkpoints.engines.shards",
    "check": "callbacks.check",
    "detect_phases": "record.phases",
    "evaluate_transfer": "checkpoints.transfer",
    "load_index": "checkpoints.ring",
    "merge": "checkpoints.merge",
    "recalibrate_batch_norm": "network.batch_norm",
    "replay": "checkpoints.replay",
    "taps": "network.taps",
}
_ROOMS = ("components", "datasets", "decoders", "models", "quantities", "schedule", "theory", "transfer")

__all__ = [
    "At",
    "BeamEngine",
    "Dask",
    "Epochs",
    "Every",
    "LogSpaced",
    "PhaseCheckpoint",
    "PhaseHistory",
    "PhaseProbe",
    "PhaseReport",
    "PhaseStop",
    "PhaseWarning",
    "ProbeSettings",
    "Shard",
    "__version__",
    "check",
    "components",
    "datasets",
    "decoders",
    "detect_phases",
    "evaluate_transfer",
    "load_index",
    "merge",
    "models",
    "quantities",
    "recalibrate_batch_norm",
    "replay",
    "schedule",
    "taps",
    "theory",
    "transfer",
]


_BACKENDS = ("tensorflow", "jax", "torch")


def __getattr__(name):
    if name in _MODULE_OF:
        return getattr(_load(_MODULE_OF[name], name), name)
    if name in _ROOMS:
        return _load(name, name)
    if name in moved.NEW_NAMES:
        raise AttributeError(moved.describe(name))
    raise AttributeError(f"module 'keras_phases' has no attribute {name!r}; it exports {', '.join(__all__)}")


def _load(module, name):
    try:
        return importlib.import_module(f"keras_phases.{module}")
    except ImportError as error:
        if error.name in _BACKENDS:
            raise ImportError(
                f"keras_phases.{name} needs a backend of Keras, and '{error.name}', which Keras was told to use (by "
                "KERAS_BACKEND, else ~/.keras/keras.json, else its default tensorflow), is not installed. Install it, "
                f'pip install "keras-phases[{error.name}]", or set KERAS_BACKEND to one that is: '
                f"{', '.join(_BACKENDS)}.",
                name=error.name,
            ) from error
        raise


def __dir__():
    return sorted(__all__)


moved.watch_imports()
