"""A worker in another process: a model and an instrument, built once there, that measure checkpoints."""

import dataclasses
import importlib
import pathlib
import tempfile
import threading
import warnings

import keras
import numpy as np

from keras_phases.backend.keras_private import all_layers
from keras_phases.checkpoints.loading import load_weights
from keras_phases.checkpoints.replay_cells import measure_cells
from keras_phases.measure.choice import choose_instrument, describe_run
from keras_phases.record import schema
from keras_phases.warning import PhaseWarning

_FILE = "model.keras"


def describe_task(sweep):
    """What a worker needs to measure as this process would, a dict of the arguments of `Worker`; raises where not.

    Args:
        sweep: `Sweep`.
    """
    model, settings, layers = sweep.model, sweep.settings, sweep.settings.layers
    if not all(isinstance(layer, str) for layer in (layers if isinstance(layers, (list, tuple)) else [layers])):
        # A layer, or a function that chooses some, is of this process alone.
        names = list(dict.fromkeys(plan.tap.name for plan in sweep.instrument.plans))
        settings = dataclasses.replace(settings, layers=names)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, _FILE)
        model.save(path)
        saved = np.fromfile(path, np.uint8)
    classes = list(map(type, all_layers(model)))
    return {
        "saved": saved,
        "modules": sorted({one.__module__ for one in classes} - {"__main__"}),
        "is_compiled": bool(getattr(model, "compiled", False)),
        "arguments": sweep.arguments,
        "settings": settings,
        "layout": schema.pack_layout(sweep.layout),
    }


class Worker:
    """Measures cells of checkpoints to the values that the process has which began the sweep.

    Args:
        saved: The model, a `.keras` file as an array of bytes.
        modules: Modules that define classes of it.
        is_compiled: Whether it has a loss.
        arguments: What it is fed.
        settings: `ProbeSettings`.
        layout: The packed `Layout` of the record.

    Raises:
        RuntimeError: when the model cannot be read here, or would measure something else.
    """

    def __init__(self, *, saved, modules, is_compiled, arguments, settings, layout):
        # Of threads of one process each would give the model weights of its own.
        self._lock = threading.Lock()
        self._model = _read_model(saved, modules, is_compiled)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PhaseWarning)  # the process that began the sweep has warned of the same
            instrument = choose_instrument(settings, self._model, arguments)
        self._parts, known = instrument.parts(), schema.unpack_layout(layout)
        run = {name: known.run[name] for name in ("schedule", "budget")}
        found = describe_run(settings, instrument, model=self._model, run=run)
        differs = known.differs_from(found)
        if schema.pack_layout(found) != layout:
            raise RuntimeError(
                f"A worker would measure another record than the sweep, {differs}. Expected the same model, rows and "
                "versions of keras-phases; install the same packages on workers, and have get_config of your own "
                "layers give their names, which the model's file leaves out otherwise."
            )

    def measure(self, piece, on_load=lambda: None):
        """Yields the `Measured` of each cell of a `Piece`; `on_load()` is called whenever weights are read."""

        def load(model, saved):
            on_load()
            load_weights(model, saved)

        with self._lock:
            yield from measure_cells(self._model, self._parts, piece, load)


def _read_model(saved, modules, is_compiled):
    try:
        for module in modules:
            importlib.import_module(module)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, _FILE)
            path.write_bytes(saved)
            model: keras.Model = keras.saving.load_model(path, compile=is_compiled, safe_mode=False)  # pyright: ignore[reportAssignmentType] it is the user's own
    except Exception as error:
        raise RuntimeError(
            f"A worker cannot read the model: {type(error).__name__}: {error} Expected classes and functions of its "
            "own in modules that workers can import, registered by keras.saving.register_keras_serializable."
        ) from error
    if model.compiled != is_compiled:
        raise RuntimeError(
            "The loss of the model does not come back when the model is read from a file, so that model_loss would "
            "stay empty. Expected a Keras loss; compile the model with one, or leave the engine out."
        )
    return model
