"""Networks by name, and their files: what trains, what is kept of it, what is pushed."""

import contextlib
import contextvars
import pathlib
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from keras_phases.arguments import one_of
from keras_phases.checkpoints.ring import SUFFIXES, load_index
from keras_phases.components.base import import_function
from keras_phases.components.digests import digest_of
from keras_phases.components.executions import source_of

if TYPE_CHECKING:
    import keras

NETWORKS = ("resnet10", "resnet18", "single_layer", "vgg11", "vgg13", "vgg16", "vgg8")
"""Those of `keras_phases.models`, named here so that arguments are checked without loading Keras."""

CHECKPOINT = "checkpoint.keras"
"""In a `ModelRun`; those of all probe steps lie in `checkpoint-steps`."""

_MODEL = pathlib.Path("Format-Serving", "model.keras")
"""In a `Model`: the folder that TFX's own Pusher copies."""

_Build = TypeVar("_Build", bound=Callable[..., Any])
_REGISTERED: dict[str, Callable[..., Any]] = {}
_allows_imports = contextvars.ContextVar("allows_imports", default=None)
"""Whether the runner that is at work lets a name import a module; None where none is."""


def register_network(name: str) -> Callable[[_Build], _Build]:
    """Names a function that builds a network, for `PhaseTrainer(build_model=name)` and for artifacts of its models.

    Args:
        name: Not that of a network of `keras_phases.models`, and without a colon.

    Returns:
        A decorator, which returns the function: one that is called as `function(input_shape=..., num_classes=...,
        **model_options)` and gives a `keras.Model`.

    Raises:
        ValueError: for a name that is taken, and one that is none.

    Example:
        >>> from keras_phases.components import DatasetGen, PhaseTrainer, register_network
        >>> @register_network("two_layers")
        ... def build(input_shape, num_classes, width=8):
        ...     import keras
        ...
        ...     stack = [keras.layers.Flatten(), keras.layers.Dense(width, "relu"), keras.layers.Dense(num_classes)]
        ...     return keras.Sequential([keras.Input(input_shape), *stack])
        >>> digits = DatasetGen(dataset="digits")
        >>> trainer = PhaseTrainer(examples=digits.outputs["examples"], build_model="two_layers")
        >>> trainer.exec_properties["build_model"]
        'two_layers'
    """
    if not isinstance(name, str) or not name or ":" in name or name in NETWORKS:
        raise ValueError(f"name is {name!r}. Expected text without a colon, none of: {', '.join(map(repr, NETWORKS))}.")

    def register(function: _Build) -> _Build:
        known, given = map(_name_of, (_REGISTERED.get(name, function), function))
        # A cell of a notebook, or a module, that is run again defines its function anew.
        if known != given:
            raise ValueError(f"'{name}' is registered as {known}. Expected another name for {given}.")
        _REGISTERED[name] = function
        return function

    return register


def _name_of(function):
    return f"{function.__module__}.{getattr(function, '__qualname__', type(function).__name__)}"


@contextlib.contextmanager
def allowing_imports(is_allowed):
    """Within it a runner is at work, which lets a name import a module or does not."""
    token = _allows_imports.set(is_allowed)
    try:
        yield
    finally:
        _allows_imports.reset(token)


def check_build_model(name, options):
    """Fails on what names no network, as far as is known without a runner, and on options that one of ours lacks."""
    if ":" not in name or _allows_imports.get() is not None or name.partition(":")[0] in sys.modules:
        _find(name, may_import=_allows_imports.get() is not False)
    if name in NETWORKS:
        for option in options:
            one_of(() if name == "single_layer" else ("width",), f"model_options of {name!r}", option)


def _find(name, *, may_import):
    """The function that builds a network; None for one of ours, which is not loaded for it."""
    if ":" in name and may_import:
        return import_function(name, "build_model")
    if ":" in name:
        raise ValueError(
            f"build_model is {name!r}, and whoever wrote it chooses the code that runs. Expected a name that "
            "keras_phases.components.register_network(name)(function) has given; LocalRunner(..., allow_imports=True) "
            "imports modules, where all names come from you."
        )
    if name not in NETWORKS and name not in _REGISTERED:
        choices = ", ".join(map(repr, [*NETWORKS, *_REGISTERED]))
        raise ValueError(
            f"build_model is {name!r}. Expected one of: {choices}; register_network(name)(function) of "
            "keras_phases.components names one of your own, called as function(input_shape, num_classes, "
            "**model_options)."
        )
    return _REGISTERED.get(name)


def build(name, input_shape, num_classes, options) -> "keras.Model":
    """The network, built, with the seed that is set."""
    function = _find(name, may_import=_allows_imports.get())
    if function is None:
        from keras_phases import models

        function = getattr(models, name)
    return function(input_shape=tuple(input_shape), num_classes=num_classes, **options)


def digest_source(name):
    """Fingerprints of a function that builds a network: the text of its module. Empty for our own networks."""
    function = _find(name, may_import=_allows_imports.get())
    return {} if function is None else {"build_model": digest_of(source_of(function))}


def import_classes(artifact):
    """Has the module loaded that built the model, which registers the classes that are its own.

    Raises:
        ValueError: where the artifact names a module, and the runner does not allow that it is imported.
    """
    if name := artifact.properties.get("build_model"):
        _find(name, may_import=_allows_imports.get())


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
