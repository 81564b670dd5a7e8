"""The checkpoints of a run, and a model that takes their weights one after the other."""

import contextlib
import os
import warnings
from collections.abc import Mapping, Sequence

import keras

from keras_phases.backend.variables import WeightWatch
from keras_phases.checkpoints.orbax import is_orbax, load_orbax
from keras_phases.checkpoints.ring import SUFFIXES, Checkpoint, load_index, step_of
from keras_phases.record.paths import local_copy, to_path

_EXPECTED = (
    "Expected a list of .keras or .weights.h5 files with the step in their names, a dict {step: path}, a folder of "
    "such files or of an OrbaxCheckpoint, or the filepath of a PhaseCheckpoint"
)

_Path = str | os.PathLike[str]
Checkpoints = _Path | Mapping[int, _Path] | Sequence[_Path | Checkpoint]
"""How a user names checkpoints."""


def list_checkpoints(checkpoints: Checkpoints) -> list[Checkpoint]:
    """The `Checkpoint`s that a user names, steps increasing.

    Raises:
        ValueError: for none at all, names without a step, and files of another kind.
        FileNotFoundError: for files that are not there.
    """
    found = sorted(_read(checkpoints), key=lambda saved: saved.step)
    if not found:
        raise ValueError(f"checkpoints has none: {checkpoints!r}. {_EXPECTED}.")
    missing = [str(saved.path) for saved in found if not (saved.path.is_file() or is_orbax(saved.path))]
    if missing:
        more = f", and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise FileNotFoundError(f"Checkpoint '{missing[0]}'{more} is not there. {_EXPECTED}.")
    steps = [saved.step for saved in found]
    if len(set(steps)) < len(steps):
        twice = next(step for step in steps if steps.count(step) > 1)
        raise ValueError(f"checkpoints has several files of step {twice}. Expected one; pass a dict {{step: path}}.")
    return found


def _read(checkpoints):
    if isinstance(checkpoints, (str, os.PathLike)):
        try:
            return load_index(checkpoints)
        except FileNotFoundError as error:
            raise FileNotFoundError(f"checkpoints is '{checkpoints}'. {error} Or pass {{step: path}}.") from error
    if isinstance(checkpoints, dict):
        return [Checkpoint(_step(step), _path(path)) for step, path in checkpoints.items()]
    if isinstance(checkpoints, (list, tuple)):
        return [
            item if isinstance(item, Checkpoint) else Checkpoint(_step_in(item), _path(item)) for item in checkpoints
        ]
    raise ValueError(f"checkpoints is a {type(checkpoints).__name__}. {_EXPECTED}.")


def _path(given):
    try:
        path = to_path(given)
    except TypeError as error:
        raise ValueError(f"checkpoints has {given!r}. {_EXPECTED}.") from error
    if not (path.name.endswith(SUFFIXES) or is_orbax(path)):
        raise ValueError(f"checkpoints has '{path}'. {_EXPECTED}.")
    return path


def _step(step):
    if isinstance(step, bool) or not hasattr(step, "__index__") or step.__index__() < 0:
        raise ValueError(f"checkpoints has the step {step!r}. Expected a whole number of optimizer steps done.")
    return step.__index__()


def _step_in(given):
    path = _path(given)
    step = int(path.name) if is_orbax(path) else step_of(path.name)
    if step is None:
        raise ValueError(f"The name of checkpoint '{path}' has no step. {_EXPECTED}.")
    return step


def copy_model(model: keras.Model | None, first, batch) -> keras.Model:
    """A model of the same architecture with weights of its own, built; the user's own is left as it is.

    Args:
        model: The user's, or None: the one in the first file.
        first: `Checkpoint`.
        batch: Some rows as fed to it.

    Raises:
        ValueError: for weights without a model, and a model that cannot be copied.
    """
    if model is None:
        if not first.path.name.endswith(".keras"):
            raise ValueError(
                f"Checkpoint '{first.path}' is no .keras file, and model is None. Expected the architecture too: "
                "pass the model as it was built for the training, or .keras files."
            )
        with local_copy(first.path) as path:
            return keras.saving.load_model(path, compile=False)  # pyright: ignore[reportReturnType] Keras's stubs
    if not isinstance(model, keras.Model):
        raise ValueError(f"model is a {type(model).__name__}. Expected the keras.Model that the checkpoints are of.")
    try:
        with _uncompiled(model):
            copy = keras.models.clone_model(model)
        if not copy.built:
            copy(batch)
    except Exception as error:
        raise ValueError(
            f"Model '{model.name}' cannot be copied ({type(error).__name__}: {error}), and its own weights are left "
            "alone. Expected a Sequential, a Functional model, or one with get_config; or pass .keras files without "
            "model=."
        ) from error
    return copy


@contextlib.contextmanager
def _uncompiled(model):
    """Within it a model passes for one that is not compiled, so that its copy has no optimizer, loss or metrics."""
    before, model.compiled = model.compiled, False
    try:
        yield
    finally:
        model.compiled = before


@contextlib.contextmanager
def without_optimizer_warnings():
    """Within it Keras does not warn where the state of an optimizer does not fit: it says nothing about the weights."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Skipping variable loading for optimizer")
        yield


def load_weights(model, saved):
    """Gives a model the weights of a `Checkpoint`; its optimizer keeps its state where the file holds weights alone.

    Raises:
        ValueError: when they are of another architecture, or the file is damaged.
    """
    optimizer = getattr(model, "optimizer", None)
    is_skipped = optimizer is not None and saved.path.name.endswith(SUFFIXES[0])
    try:
        if is_orbax(saved.path):
            load_orbax(model, saved.path, saved.step)
            return
        with without_optimizer_warnings(), local_copy(saved.path) as path:
            model.load_weights(path, **({"objects_to_skip": [optimizer]} if is_skipped else {}))
    except Exception as error:
        raise ValueError(
            f"Checkpoint '{saved.path}' does not fit model '{model.name}': {type(error).__name__}: {error} Expected "
            "weights of the same architecture; pass the model as it was built for the training."
        ) from error


def open_model(model: keras.Model | None, saved_steps: Sequence[Checkpoint]) -> keras.Model:
    """The model that checkpoints are of: the user's own, or the one in the first `.keras` file that can be read.

    Args:
        model: The user's, or None.
        saved_steps: `SavedStep`s.

    Raises:
        ValueError: for something else, weights without a model, and where no file can be read.
    """
    if isinstance(model, keras.Model):
        return model
    if model is not None:
        raise ValueError(f"model is a {type(model).__name__}. Expected the keras.Model that the checkpoints are of.")
    whole = [saved for saved in saved_steps if saved.path.name.endswith(".keras")]
    if not whole:
        raise ValueError(
            f"Checkpoint '{saved_steps[0].path}' is no .keras file, and model is None. Expected the architecture "
            "too: pass replay(checkpoints, model, data), the model as it was built and compiled for the training, or "
            ".keras files."
        )
    errors = []
    for saved in whole:
        try:
            return open_file(saved.path)
        except ValueError as error:
            errors.append(error)
    raise ValueError(f"No model can be read from the {len(whole)} .keras files. The first: {errors[0]}")


def open_file(path: str | os.PathLike[str]) -> keras.Model:
    """The model in a `.keras` file; compiled, unless its loss or optimizer is known to the training alone.

    Raises:
        ValueError: when it cannot be read.
    """
    for options in ({}, {"compile": False}):
        try:
            with without_optimizer_warnings(), local_copy(to_path(path)) as copy:
                return keras.saving.load_model(copy, **options)  # pyright: ignore[reportReturnType] Keras's stubs
        except Exception as error:
            failure = error
    raise ValueError(f"'{path}' cannot be read as a model: {type(failure).__name__}: {failure}") from failure


def load_first(model, saved_steps):
    """Gives a model the weights of the first checkpoint that fits it and is finite, or at least fits it.

    Raises:
        ValueError: when none does.
    """
    fitting, errors = None, []
    for saved in saved_steps:
        try:
            load_weights(model, saved)
        except ValueError as error:
            errors.append(error)
            continue
        if not WeightWatch(model).failed():
            return
        fitting = fitting or saved
    if fitting is None:
        raise ValueError(f"None of the {len(saved_steps)} checkpoints can be loaded. The first: {errors[0]}")
    load_weights(model, fitting)
