"""An execution of a component on disk: a folder named by what went into it, its outputs, and its lineage.

    <pipeline_root>/<component id>/<key>/<output>/...
    <pipeline_root>/<component id>/<key>/execution.json

The folder has its name only once it is whole. The key is a hash of all that the result depends on.
"""

import contextlib
import dataclasses
import functools
import importlib
import importlib.metadata
import inspect
import json
import os
import pathlib
import platform
import sys

import msgspec

from keras_phases.checkpoints.whole_files import write_file
from keras_phases.components.artifacts import Artifact
from keras_phases.components.digests import digest_of, digest_path, signature
from keras_phases.record.paths import to_local
from keras_phases.record.typed_json import Setting, read_json
from keras_phases.version import __version__

LINEAGE = "execution.json"
SCHEMA_VERSION = 1
COMPLETE, FAILED = "COMPLETE", "FAILED"

_KEY_LENGTH = 16


class _Made(msgspec.Struct):
    properties: dict[str, Setting]
    digest: str
    signature: str


class _Lineage(msgspec.Struct):
    """Of a lineage what is read again."""

    outcome: str
    outputs: dict[str, list[_Made]]
    seconds: float


@dataclasses.dataclass(frozen=True)
class Execution:
    """What a component did in a run, or had done before.

    Args:
        component: The component's `id`.
        key: Hash of the component's name and parameters, of versions and of the contents of its inputs.
        folder: Where its outputs lie.
        outputs: Dict of lists of `Artifact`.
        seconds: How long the work took, when it was done.
        cached: Whether it was there already.
    """

    component: str
    key: str
    folder: pathlib.Path
    outputs: dict[str, list[Artifact]]
    seconds: float
    cached: bool


def identify(artifact, known):
    """Gives an artifact that no execution made the digest of its content and properties.

    Args:
        artifact: `Artifact`.
        known: Folder of digests that were found before: while names, sizes and times of change stay, a thousand
            checkpoints are not read again.
    """
    try:
        path = known / digest_of([str(pathlib.Path(artifact.uri).absolute()), signature(artifact.uri)])
        if not path.is_file():
            write_file(path, digest_path(artifact.uri).encode())
    except FileNotFoundError as error:
        raise ValueError(
            f"{artifact!r} is not there. Expected a folder or a file; pass the one that holds it."
        ) from error
    artifact.digest = _digest_artifact(artifact, path.read_text())
    return artifact


def find_artifact(kind, uri):
    """The `Artifact` of a kind that lies somewhere, with the properties that the execution tells which made it."""
    path, properties = to_local(uri, kind.TYPE_NAME), {}
    with contextlib.suppress(OSError, ValueError, LookupError):
        [made] = read_json((path.parent / LINEAGE).read_bytes(), _Lineage, version=SCHEMA_VERSION).outputs[path.name]
        properties = made.properties
    return kind(path, **properties)


def describe(component, inputs):
    """All that the result of a component depends on, and what it is made from; JSON.

    Args:
        component: A `BaseComponent`.
        inputs: Dict of lists of `Artifact` with digests.
    """
    executor = component.EXECUTOR_SPEC.executor_class
    return {
        "component": component.id,
        "executor": f"{executor.__module__}.{executor.__qualname__}",
        "executor_digest": digest_of(source_of(executor)),
        "versions": {name: version for name, version in _versions().items() if name != "python"},
        "parameters": component.exec_properties,
        "fingerprints": executor.fingerprints(component.exec_properties),
        "inputs": {
            name: [
                {"type": one.TYPE_NAME, "uri": one.uri, "digest": one.digest, "producer": one.producer}
                for one in artifacts
            ]
            for name, artifacts in sorted(inputs.items())
        },
    }


def key_of(about):
    """The key of what `describe` tells; where inputs lie and who made them does not enter."""
    digests = {name: [one["digest"] for one in artifacts] for name, artifacts in about["inputs"].items()}
    return digest_of({**about, "inputs": digests})[:_KEY_LENGTH]


def source_of(code):
    """The text of the module that a class or function stands in: what old code made is not taken for the new one's."""
    for one in (inspect.getmodule(code), code):
        with contextlib.suppress(OSError, TypeError):
            return inspect.getsource(one)  # pyright: ignore[reportArgumentType] None is a TypeError
    return getattr(code, "__qualname__", repr(code))


def make_outputs(component, folder):
    """Dict of one empty artifact for each output of a component, their folders made."""
    outputs = {}
    for name, channel in component.outputs.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        outputs[name] = [channel.type(folder / name)]
    return outputs


def write_lineage(path, about, outputs, *, outcome, started, seconds, error=None):
    """Writes what was done, from what, and what came of it."""
    content = {
        "schema": SCHEMA_VERSION,
        "outcome": outcome,
        **({} if error is None else {"error": error}),
        **about,
        "outputs": {name: [_entry(name, one) for one in artifacts] for name, artifacts in outputs.items()},
        "versions": _versions(),
        "started": started.isoformat(timespec="seconds"),
        "seconds": round(seconds, 3),
    }
    path.unlink(missing_ok=True)  # a link would have us write over what it points to
    with open(path, "x") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def _entry(name, artifact):
    about = {"type": artifact.TYPE_NAME, "uri": name, "properties": artifact.properties}
    return {**about, "digest": digest_path(artifact.uri), "signature": signature(artifact.uri)}


def read_execution(component, folder):
    """The `Execution` that a folder holds, None where its outputs are gone or are no longer those that were made."""
    try:
        content = read_json((folder / LINEAGE).read_bytes(), _Lineage, version=SCHEMA_VERSION)
        if content.outcome != COMPLETE:
            return None
        outputs = {
            name: [
                _read_artifact(channel.type, folder / name, made, _producer(component.id, folder.name, name))
                for made in content.outputs[name]
            ]
            for name, channel in component.outputs.items()
        }
    except (OSError, ValueError, KeyError):
        return None
    if not component.EXECUTOR_SPEC.executor_class.still_holds(outputs):
        return None
    return Execution(component.id, folder.name, folder, outputs, content.seconds, cached=True)


def _read_artifact(type, uri, made, producer):
    if signature(uri) != made.signature and digest_path(uri) != made.digest:
        raise ValueError(f"'{uri}' has changed since it was made.")
    artifact = type(uri, **made.properties)
    artifact.digest, artifact.producer = _digest_artifact(artifact, made.digest), producer
    return artifact


def _producer(component_id, key, output):
    return {"component": component_id, "execution": key, "output": output}


def _digest_artifact(artifact, content):
    return digest_of([artifact.TYPE_NAME, artifact.properties, content])


def _versions():
    """What numbers may hang on, by name."""
    return _versions_with(_backend_name())


@functools.cache
def _versions_with(backend):
    found = {"python": platform.python_version(), "keras-phases": __version__, "backend": backend}
    for name in ("keras", "numpy", "scipy", backend, f"{backend}-cpu"):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


def _backend_name():
    """That of Keras, which is not loaded to be told."""
    if "keras" in sys.modules:
        return sys.modules["keras"].config.backend()
    home, told = pathlib.Path(os.environ.get("KERAS_HOME") or pathlib.Path.home() / ".keras"), "tensorflow"
    with contextlib.suppress(OSError, ValueError, LookupError, TypeError):
        told = str(json.loads((home / "keras.json").read_text())["backend"])
    return os.environ.get("KERAS_BACKEND") or told
