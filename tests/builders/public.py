"""What is public: the names of the root and of its rooms, and what of them users call."""

import inspect

import keras

ROOMS = ("components", "datasets", "decoders", "models", "quantities", "schedule", "theory", "transfer")
PUBLIC_MODULES = ("keras_phases", *(f"keras_phases.{room}" for room in ROOMS))


def is_ours(given):
    return getattr(given, "__module__", "").split(".")[0] == "keras_phases"


def public_names(module):
    """Functions and classes of ours that a module shows, by name."""
    names = getattr(module, "__all__", [name for name in dir(module) if not name.startswith("_")])
    found = {name: getattr(module, name) for name in names}
    return {name: one for name, one in found.items() if is_ours(one) and (inspect.isclass(one) or callable(one))}


def public_members(given):
    """A function; or of a class its constructor and public methods, those apart whose signature Keras wrote."""
    if not inspect.isclass(given):
        yield given.__qualname__, inspect.unwrap(given)
        return
    for name, part in inspect.getmembers_static(given):
        function = getattr(part, "fget", None) or getattr(part, "func", None) or getattr(part, "__func__", part)
        is_public = not name.startswith("_") or name in ("__init__", "__call__")
        if is_public and inspect.isfunction(function) and is_ours(function) and not _is_of_keras(given, name):
            yield f"{given.__qualname__}.{name}", function


def _is_of_keras(given, name):
    callback = keras.callbacks.Callback
    return issubclass(given, callback) and hasattr(callback, name) and name != "__init__"
