"""TFX's artifacts for ours, both ways: types, properties, and folders that are not on this machine."""

import builtins
import functools
import json
import shutil

from keras_phases.components import artifacts
from keras_phases.record.paths import is_remote, to_path

_SHARED = (
    artifacts.Model,
    artifacts.ModelBlessing,
    artifacts.ModelEvaluation,
    artifacts.ModelRun,
    artifacts.PushedModel,
)
"""Those that hold what TFX's own of that name hold, so that its components take ours, and ours its."""

_OWN = {
    "PhaseExamples": artifacts.Examples,
    "PhaseRecord": artifacts.PhaseRecord,
    "PhaseAnalysis": artifacts.PhaseAnalysis,
}

_SETTERS = {
    int: "set_int_custom_property",
    float: "set_float_custom_property",
    str: "set_string_custom_property",
}


def __getattr__(name):
    """The types that TFX lacks, which it imports by their path."""
    if name in _OWN:
        return tfx_type(_OWN[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@functools.cache
def tfx_type(type):
    """TFX's artifact type for one of ours: its own where it has one of the same content, else a new one.

    What TFX calls Examples are its records, so that ours are `PhaseExamples` there.
    """
    from tfx.types import artifact, standard_artifacts  # pyright: ignore[reportMissingImports] TFX is not for every machine

    if type in _SHARED:
        return getattr(standard_artifacts, type.TYPE_NAME)
    name = f"Phase{type.TYPE_NAME}" if hasattr(standard_artifacts, type.TYPE_NAME) else type.TYPE_NAME
    kinds = {int: artifact.PropertyType.INT, float: artifact.PropertyType.FLOAT}
    properties = {
        key: artifact.Property(kinds.get(value, artifact.PropertyType.STRING)) for key, value in type.PROPERTIES.items()
    }
    about = {"TYPE_NAME": name, "PROPERTIES": properties, "__doc__": type.__doc__, "__module__": __name__}
    return builtins.type(name, (artifact.Artifact,), about)


def take(theirs, type, folder):
    """Our artifact for one of TFX's, with the properties that ours declares.

    Args:
        theirs: TFX's artifact.
        type: Our type.
        folder: Where a copy goes of one that is not on this machine.
    """
    ours = type(_fetch(theirs.uri, folder))
    ours.update(**{name: _read(theirs, name, kind) for name, kind in type.PROPERTIES.items()})
    return ours


def make(theirs, type, folder):
    """Our artifact for an output of TFX's, its folder on this machine and empty: a retry finds what was left there."""
    uri = folder if is_remote(theirs.uri) else to_path(theirs.uri)
    shutil.rmtree(uri, ignore_errors=True)
    uri.mkdir(parents=True)
    return type(uri)


def give(ours, theirs, remote):
    """Puts the properties of our artifact into TFX's, and its content where TFX wants it.

    Args:
        ours: Our artifact, made.
        theirs: TFX's.
        remote: Dict from folders of copies to what they are copies of, to be named instead of them.
    """
    if ours.uri != theirs.uri and is_remote(theirs.uri):
        from tfx.utils import io_utils  # pyright: ignore[reportMissingImports] TFX is not for every machine

        io_utils.copy_dir(ours.uri, theirs.uri)
    for name, value in ours.properties.items():
        if type(value) is str:
            value = _name_remote(value, remote)
        elif type(value) not in _SETTERS:
            value = json.dumps(value)
        if name in (theirs.PROPERTIES or {}):
            setattr(theirs, name, value)
        else:
            getattr(theirs, _SETTERS[type(value)])(name, value)


def _name_remote(value, remote):
    """A property's text, where it is the path of a copy that of what was copied."""
    found = [copy for copy in remote if value == copy or value.startswith(f"{copy}/")]
    return value.replace(found[0], remote[found[0]], 1) if found else value


def _fetch(uri, folder):
    if not is_remote(uri):
        return to_path(uri)
    from tfx.utils import io_utils  # pyright: ignore[reportMissingImports] TFX is not for every machine

    io_utils.copy_dir(uri, str(folder))
    return folder


def _read(theirs, name, kind):
    """The value of a property, None where it is not set."""
    if name in (theirs.PROPERTIES or {}):
        value = getattr(theirs, name) if theirs.has_property(name) else None
    else:
        value = theirs.get_custom_property(name)
    if value is None or type(value) is kind:
        return value
    return kind(value) if kind in _SETTERS else json.loads(value)
