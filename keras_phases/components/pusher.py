"""`Pusher`: copies a blessed model into the next version of a folder, never one that is not blessed."""

import dataclasses
import os
import pathlib
import shutil
import time

from keras_phases.components.artifacts import Model, ModelBlessing, PushedModel
from keras_phases.components.base import BaseComponent, BaseExecutor, ExecutorClassSpec
from keras_phases.components.digests import digest_path
from keras_phases.components.networks import model_file
from keras_phases.components.spec import ChannelParameter, ComponentSpec, parameters_of
from keras_phases.record.paths import to_local
from keras_phases.signatures import describes

_PUSHING = ".pushing-"


@dataclasses.dataclass(frozen=True)
class PushSettings:
    """Where a model goes.

    Args:
        base_directory: Folder of the versions.
    """

    base_directory: str


class PusherSpec(ComponentSpec):
    """The arguments of `Pusher`."""

    PARAMETERS = parameters_of(PushSettings)
    INPUTS = {"model": ChannelParameter(type=Model), "model_blessing": ChannelParameter(type=ModelBlessing)}
    OUTPUTS = {"pushed_model": ChannelParameter(type=PushedModel)}


class PusherExecutor(BaseExecutor):
    """Pushes where the blessing's property `blessed` is 1."""

    def Do(self, input_dict, output_dict, exec_properties):
        [model], [blessing], [pushed] = input_dict["model"], input_dict["model_blessing"], output_dict["pushed_model"]
        if blessing.properties.get("blessed") != 1:
            pushed.update(pushed=0)
            return
        file, base = model_file(model), pathlib.Path(exec_properties["base_directory"])
        destination = push(file, base)
        shutil.copyfile(file, pathlib.Path(pushed.uri, file.name))
        pushed.update(pushed=1, pushed_destination=str(destination), pushed_version=destination.name)

    @classmethod
    def still_holds(cls, output_dict):
        [pushed] = output_dict["pushed_model"]
        destination = pushed.properties.get("pushed_destination")
        return destination is None or pathlib.Path(destination).is_dir()


@describes(PushSettings)
class Pusher(BaseComponent):
    """Copies a blessed model into `<base_directory>/<version>/`, at once and as a whole.

    The version is the time in seconds, and above all that are there: what serves the highest number serves this model.
    A model that is the newest version already is not pushed again. One that is not blessed is not pushed, which is no
    error: the output's property `pushed` is then 0.

    Args:
        model: Channel of `Model`.
        model_blessing: Channel of `ModelBlessing`.

    Output: `pushed_model`, a copy, with the properties `pushed`, `pushed_destination` and `pushed_version`.

    Example:
        >>> import pathlib, tempfile
        >>> from keras_phases.components import LocalRunner, Model, ModelBlessing, Pusher, as_channel
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> _ = (folder / "model.keras").write_text("a model")
        >>> (folder / "blessing").mkdir()
        >>> pusher = Pusher(
        ...     model=as_channel([Model(folder / "model.keras")]),
        ...     model_blessing=as_channel([ModelBlessing(folder / "blessing", blessed=1)]),
        ...     base_directory=str(folder / "serving"),
        ... )
        >>> done = LocalRunner(folder / "runs", verbose=0).run([pusher])
        >>> version = done["Pusher"].outputs["pushed_model"][0].properties["pushed_version"]
        >>> (folder / "serving" / version / "model.keras").read_text()
        'a model'
    """

    SPEC_CLASS = PusherSpec
    EXECUTOR_SPEC = ExecutorClassSpec(PusherExecutor)

    def check(self) -> None:
        base = to_local(self.exec_properties["base_directory"], "base_directory")
        self.exec_properties["base_directory"] = str(base)
        if base.exists() and not base.is_dir():
            raise ValueError(f"base_directory is '{base}', a file. Expected a folder.")


def push(file, base):
    """Copies a file into the next version of a folder; gives that version's folder."""
    base.mkdir(parents=True, exist_ok=True)
    for left in base.glob(f"{_PUSHING}*"):  # by a push that was killed
        shutil.rmtree(left, ignore_errors=True)
    versions = sorted((path for path in base.iterdir() if path.name.isdecimal()), key=lambda path: int(path.name))
    if versions and _holds(versions[-1], file):
        return versions[-1]
    version = max(int(time.time()), int(versions[-1].name) + 1 if versions else 0)
    pushing = base / f"{_PUSHING}{version}"
    pushing.mkdir()
    shutil.copyfile(file, pushing / file.name)
    os.replace(pushing, base / str(version))
    return base / str(version)


def _holds(folder, file):
    path = folder / file.name
    return path.is_file() and digest_path(path) == digest_path(file)
