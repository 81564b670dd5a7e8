"""Checkpoints of `keras.callbacks.OrbaxCheckpoint`: in a folder another one for each step, named by its number.

Read by the paths of the variables, each of which has to be there: what Keras itself does with one skips names that it
does not know, and reads the newest step alone.
"""

import numpy as np

from keras_phases.record.paths import is_remote
from keras_phases.warning import warn

_METADATA, _UNFINISHED = "_CHECKPOINT_METADATA", ".orbax-checkpoint-tmp"
_KINDS = ("trainable_variables", "non_trainable_variables")


def is_orbax(path):
    """Whether a path is the folder of one finished step."""
    return path.name.isdigit() and (path / _METADATA).exists()


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
    found = {name: array for kind in _KINDS for name, array in _flatten(tree.get(kind, {}))}
    missing = [variable.path for variable in model.weights if variable.path not in found]
    if missing:
        raise ValueError(
            f"it lacks '{missing[0]}' and {len(missing) - 1} more of {len(model.weights)} weights; it holds "
            f"{', '.join(map(repr, sorted(found)))}. Names that Keras gives count up in a process: name the layers, or "
            "call keras.backend.clear_session() before the model is built."
        )
    for variable in model.weights:
        if tuple(variable.shape) != np.shape(found[variable.path]):
            raise ValueError(f"'{variable.path}' has shape {np.shape(found[variable.path])}, not {variable.shape}.")
    for variable in model.weights:
        variable.assign(found[variable.path])


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
    done = int(np.asarray(counts[0])) if len(counts) == 1 else 0
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
