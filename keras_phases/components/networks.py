"""Networks by name, and their files: what trains, what is kept of it, what is pushed."""

import importlib
import pathlib
import shutil
from typing import TYPE_CHECKING

from keras_phases.arguments import one_of
from keras_phases.checkpoints.ring import SUFFIXES, load_index
from keras_phases.components.base import import_function, source_of
from keras_phases.components.digests import digest_path

if TYPE_CHECKING:
    import keras

NETWORKS = ("resnet10", "resnet18", "single_layer", "vgg11", "vgg13", "vgg16", "vgg8")
"""Those of `keras_phases.models`, named here so that arguments are checked without loading Keras."""

CHECKPOINT = "checkpoint.keras"
"""In a `ModelRun`; those of all probe steps lie in `checkpoint-steps`."""

_MODEL = pathlib.Path("Format-Serving", "model.keras")
"""In a `Model`: the folder that TFX's own Pusher copies."""


def check_build_model(name, options):
    """Fails on what names no network, and on options that one of ours does not have."""
    if ":" in name:
        import_function(name, "build_model")
        return
    if name not in NETWORKS:
        raise ValueError(
            f"build_model is {name!r}. Expected one of: {', '.join(map(repr, NETWORKS))}, or 'module:function' of your "
            "own, which is called as function(input_shape, num_classes, **model_options)."
        )
    for option in options:
        one_of(() if name == "single_layer" else ("width",), f"model_options of {name!r}", option)


def build(name, input_shape, num_classes, options) -> "keras.Model":
    """The network, built, with the seed that is set."""
    if ":" in name:
        function = import_function(name, "build_model")
    else:
        from keras_phases import models

        function = getattr(models, name)
    return function(input_shape=tuple(input_shape), num_classes=num_classes, **options)


def digest_source(name):
    """Fingerprints of a `"module:function"`: the text of its module. Empty for our own networks."""
    source = source_of(name) if ":" in name else None
    return {} if source is None else {"build_model": digest_path(source)}


def import_classes(artifact):
    """Imports the module that built the model, which registers the classes that are its own."""
    name = artifact.properties.get("build_model", "")
    if ":" in name:
        importlib.import_module(name.partition(":")[0])


def checkpoints_of(model_run):
    """The `Checkpoint`s of a `ModelRun`, steps increasing; of a folder of other files too.

    Raises:
        FileNotFoundError: when there is none.
    """
    uri = pathlib.Path(model_run.uri)
    steps = uri / f"{CHECKPOINT.removesuffix('.keras')}-steps"
    return load_index(steps if steps.is_dir() else uri)


def model_file(model):
    """The file of a `Model`.

    Raises:
        ValueError: when there is not one.
    """
    uri = pathlib.Path(model.uri)
    if uri.is_file():
        return uri
    files = sorted((uri / _MODEL.parent).glob("*")) if (uri / _MODEL.parent).is_dir() else []
    if len(files) != 1:
        raise ValueError(f"'{uri}' holds {len(files)} models. Expected one file in '{_MODEL.parent}'.")
    return files[0]


def write_model(model, checkpoint):
    """Copies the file of a `Checkpoint` into a `Model`, under a name that says what it is."""
    suffix = next(suffix for suffix in SUFFIXES if checkpoint.path.name.endswith(suffix))
    path = (pathlib.Path(model.uri) / _MODEL).with_name(f"model{suffix}")
    path.parent.mkdir()
    shutil.copyfile(checkpoint.path, path)
