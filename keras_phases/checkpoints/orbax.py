"""Checkpoints of `keras.callbacks.OrbaxCheckpoint`: in a folder another one for each step, named by its number.

Read by the paths of the variables, each of which has to be there: what Keras itself does with one skips names that it
does not know, and reads the newest step alone.
"""

import importlib.util
import itertools

from keras_phases.record.paths import is_remote
from keras_phases.warning import warn

ORBAX = ".orbax"
"""What the name of a folder of them ends in where `PhaseCheckpoint` writes it."""

_METADATA, _UNFINISHED = "_CHECKPOINT_METADATA", ".orbax-checkpoint-tmp"
_KINDS = ("trainable_variables", "non_trainable_variables")


def is_orbax(path):
    """Whether a path is the folder of one finished step."""
    return path.name.isdigit() and (path / _METADATA).exists()


def check_orbax(path):
    """Refuses a folder that cannot be written here, with the way out."""
    import keras  # not above: the command line lists checkpoints without it

    if is_remote(path):
        raise ValueError(f"filepath is '{path}'. Expected a folder on this machine for Orbax, or a '.weights.h5' file.")
    if not hasattr(keras.callbacks, "OrbaxCheckpoint") or importlib.util.find_spec("orbax") is None:
        raise ValueError(
            f"filepath is '{path}', Orbax's, which Keras {keras.__version__} does not write here. Expected Keras 3.15 "
            "or later and pip install 'keras-phases[orbax]'; or pass a name that ends in '.weights.h5'."
        )


def warn_of_unfinished(folder, names):
    """Warns of steps in a folder that are not written to their end."""
    unfinished = [name for name in names if _UNFINISHED in name]
    if unfinished:
        warn(
            f"'{folder}' holds {', '.join(unfinished)}, whose saving was cut off or still goes on in the background: "
            "left out. OrbaxCheckpoint.wait_until_finished() waits for it."
        )


def load_orbax(model, path, step):
    """Gives a model the weights of one step; its optimizer keeps its state.

    Raises:
        ValueError: without the package, for a damaged folder, other variables, and a folder whose optimizer has done
            another number of steps than it is named.
    """
    tree = _read(path)
    _check_step(tree, path, step)
    saved = {name: array for kind in _KINDS for name, array in _flatten(tree.get(kind, {}))}
    found = _match([variable.path for variable in model.weights], saved)
    for variable, array in zip(model.weights, found, strict=True):
        shape = getattr(array, "shape", ())
        if tuple(variable.shape) != shape:
            raise ValueError(f"'{variable.path}' has shape {shape}, not {variable.shape}.")
    for variable, array in zip(model.weights, found, strict=True):
        variable.assign(array)


def _match(paths, saved):
    """The arrays of some paths. A path begins with the model's name where Keras built it layer by layer, else not."""
    for own, theirs in itertools.product((lambda path: path, _without_model), repeat=2):
        names = [theirs(name) for name in saved]
        by_name = {name: array for name, array in zip(names, saved.values(), strict=True) if names.count(name) == 1}
        if all(own(path) in by_name for path in paths):
            return [by_name[own(path)] for path in paths]
    missing = [path for path in paths if path not in saved]
    raise ValueError(
        f"it lacks '{missing[0]}' and {len(missing) - 1} more of {len(paths)} weights; it holds "
        f"{', '.join(map(repr, sorted(saved)))}. Names that Keras gives count up in a process: name the layers, or "
        "call keras.backend.clear_session() before the model is built."
    )


def _without_model(path):
    return path.partition("/")[2]


def _read(path):
    if is_remote(path):
        raise ValueError("Orbax folders elsewhere are not read. Expected one on this machine; copy it.")
    try:
        from orbax.checkpoint import v1
    except ImportError as error:
        raise ValueError("it is Orbax's, which is not installed: pip install 'keras-phases[orbax]'.") from error
    return v1.load_checkpointables(str(path.absolute()), {"pytree": None})["pytree"]


def _check_step(tree, path, step):
    """Keras names a folder by the epoch, unless `save_freq` is a number of batches."""
    counts = [value for name, value in _flatten(tree.get("optimizer_variables", {})) if name.endswith("/iteration")]
    done = int(counts[0]) if len(counts) == 1 else 0
    if done and done != step:
        raise ValueError(
            f"it is of step {done} by its optimizer, not of step {step}; OrbaxCheckpoint(save_freq='epoch') counts "
            f"epochs. Pass steps: {{{done}: '{path}'}}."
        )


def _flatten(tree, prefix=""):
    """`(path, value)` of a tree of dicts."""
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{name}/")
        else:
            yield f"{prefix}{name}", value
