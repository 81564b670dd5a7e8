"""A component: a spec, and an executor whose `Do` does the work. Names and call shapes are those of TFX."""

import abc
import dataclasses
import importlib
import importlib.util
import pathlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from keras_phases.components.spec import Channel, ComponentSpec

if TYPE_CHECKING:
    from keras_phases.components.artifacts import Artifact


class BaseExecutor(abc.ABC):
    """Does the work of a component.

    Args:
        tmp_dir: Folder for what is not kept; None: there is none. Defaults to None.
    """

    RESUMES: ClassVar[bool] = False
    """Whether `Do` goes on from what a killed execution left in its outputs and in `tmp_dir`; else both begin empty."""

    def __init__(self, tmp_dir: pathlib.Path | None = None):
        self.tmp_dir = tmp_dir

    @abc.abstractmethod
    def Do(
        self,
        input_dict: "Mapping[str, list[Artifact]]",
        output_dict: "Mapping[str, list[Artifact]]",
        exec_properties: Mapping[str, Any],
    ) -> None:
        """Reads the inputs, writes the outputs.

        Args:
            input_dict: Dict of lists of `Artifact`.
            output_dict: The same; every `uri` is an empty folder, properties are to be set.
            exec_properties: Dict of the values of all parameters.
        """

    @classmethod
    def fingerprints(cls, exec_properties: Mapping[str, Any]) -> dict[str, Any]:
        """Dict of what else the result depends on, such as the digest of a file that a parameter names; JSON."""
        return {}

    @classmethod
    def still_holds(cls, output_dict: "Mapping[str, list[Artifact]]") -> bool:
        """Whether an effect outside of the outputs, such as a pushed folder, is still there."""
        return True


@dataclasses.dataclass(frozen=True)
class ExecutorClassSpec:
    """Which executor a component has.

    Args:
        executor_class: Subclass of `BaseExecutor`, at the top of a module that can be imported.
    """

    executor_class: type[BaseExecutor]


class BaseComponent:
    """A step of a pipeline: it takes channels and parameters, and gives channels.

    Subclasses set `SPEC_CLASS` and `EXECUTOR_SPEC`. Constructing one does no work but to check its arguments.

    Args:
        **arguments: As `SPEC_CLASS` declares them.

    Attributes: `id`, the class's name unless `with_id` gave another; `inputs` and `outputs`, dicts of `Channel`;
    `exec_properties`, dict of the values of all parameters.

    Raises:
        ValueError: for wrong arguments, with the choices.

    Example:
        >>> import pathlib, tempfile
        >>> from keras_phases.components import (
        ...     BaseComponent, BaseExecutor, ChannelParameter, ComponentSpec, DatasetGen, Examples, ExecutionParameter,
        ...     ExecutorClassSpec, LocalRunner, ModelEvaluation, read_examples,
        ... )
        >>> class BrightnessSpec(ComponentSpec):
        ...     PARAMETERS = {"scale": ExecutionParameter(type=float, optional=True, default=1.0)}
        ...     INPUTS = {"examples": ChannelParameter(type=Examples)}
        ...     OUTPUTS = {"evaluation": ChannelParameter(type=ModelEvaluation)}
        >>> class BrightnessExecutor(BaseExecutor):
        ...     def Do(self, input_dict, output_dict, exec_properties):
        ...         (x, _), _ = read_examples(input_dict["examples"][0])
        ...         [evaluation] = output_dict["evaluation"]
        ...         mean = abs(float(x.mean())) * exec_properties["scale"]
        ...         _ = pathlib.Path(evaluation.uri, "mean.txt").write_text(f"{mean:.3f}")
        >>> class Brightness(BaseComponent):
        ...     SPEC_CLASS, EXECUTOR_SPEC = BrightnessSpec, ExecutorClassSpec(BrightnessExecutor)
        >>> digits = DatasetGen(dataset="digits")
        >>> brightness = Brightness(examples=digits.outputs["examples"])
        >>> done = LocalRunner(tempfile.mkdtemp(), verbose=0).run([digits, brightness])
        >>> pathlib.Path(done["Brightness"].outputs["evaluation"][0].uri, "mean.txt").read_text()
        '0.000'
    """

    SPEC_CLASS: ClassVar[type[ComponentSpec]]
    EXECUTOR_SPEC: ClassVar[ExecutorClassSpec]

    def __init__(self, **arguments: Any):
        self.id, self.spec = type(self).__name__, self.SPEC_CLASS(**arguments)
        self.inputs, self.exec_properties = self.spec.inputs, self.spec.exec_properties
        self.outputs = {
            name: Channel(parameter.type, producer=self, output_key=name)
            for name, parameter in self.SPEC_CLASS.OUTPUTS.items()
        }
        try:
            self.check()
        except ValueError as error:
            raise ValueError(f"{type(self).__name__}: {error}") from error

    def check(self) -> None:
        """Raises a ValueError where the arguments do not go together; may put `exec_properties` into normal form.

        Called when the component is constructed, and again when a runner begins, with what that one allows.
        """

    def with_id(self, id: str) -> Self:
        """Gives the component another `id`, which two of one class in a pipeline need; returns it."""
        if not isinstance(id, str) or not id.replace("_", "").replace("-", "").replace(".", "").isalnum():
            raise ValueError(f"id is {id!r}. Expected letters, digits, '_', '-' and '.', as in 'TargetDatasetGen'.")
        self.id = id
        return self

    def __repr__(self):
        return f"{type(self).__name__}(id={self.id!r})"


def import_function(name: str, argument: str) -> Callable[..., Any]:
    """The function that `"module:function"` names.

    Raises:
        ValueError: where there is none, with what is wrong.
    """
    module_name, _, function_name = name.partition(":")
    example = f"Expected 'module:function' of a module that can be imported, such as {argument}='my_models:build'"
    try:
        function = getattr(importlib.import_module(module_name), function_name, None)
    except ImportError as error:
        raise ValueError(f"{argument} is {name!r}, and '{module_name}' is not imported: {error}. {example}.") from error
    if not callable(function):
        raise ValueError(f"{argument} is {name!r}, and '{module_name}' has no function of that name. {example}.")
    return function


def file_of(name):
    """The file of the module of `"module:function"`; None where it has none."""
    spec = importlib.util.find_spec(name.partition(":")[0])
    return pathlib.Path(spec.origin) if spec is not None and spec.has_location else None  # pyright: ignore[reportArgumentType] it has a location
