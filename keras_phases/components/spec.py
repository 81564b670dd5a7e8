"""What a component takes and gives: parameters, input channels, output channels, checked when it is constructed."""

import dataclasses
import json
import types
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, get_args, get_origin, get_type_hints

from keras_phases.components.artifacts import Artifact

if TYPE_CHECKING:
    from keras_phases.components.base import BaseComponent


class Channel:
    """An output of a component, as others take it before it is made.

    Args:
        type: Subclass of `Artifact`.
        producer: The component. Defaults to `None`: what it holds is there already.
        output_key: Name of the output. Defaults to `None`.
        artifacts: Artifacts that are there already. Defaults to `()`.
    """

    def __init__(
        self,
        type: type[Artifact],
        *,
        producer: "BaseComponent | None" = None,
        output_key: str | None = None,
        artifacts: Sequence[Artifact] = (),
    ):
        self.type, self.producer, self.output_key, self.artifacts = type, producer, output_key, tuple(artifacts)

    @property
    def producer_component_id(self) -> str | None:
        """The `id` of the component that makes it, None where it is there already."""
        return None if self.producer is None else self.producer.id

    def __repr__(self):
        source = "artifacts" if self.producer is None else f"{self.producer_component_id}.outputs[{self.output_key!r}]"
        return f"Channel({self.type.TYPE_NAME} of {source})"


def as_channel(artifacts: Sequence[Artifact]) -> Channel:
    """A channel of artifacts that no component of the pipeline makes, such as checkpoints of an earlier training.

    Args:
        artifacts: List of artifacts of one type. What lies at their `uri` is hashed when the pipeline runs.

    Raises:
        ValueError: for anything else.

    Example:
        >>> from keras_phases.components import ModelRun, as_channel
        >>> as_channel([ModelRun("runs/vgg8/checkpoint-steps")])
        Channel(ModelRun of artifacts)
    """
    is_list = isinstance(artifacts, (list, tuple)) and all(isinstance(one, Artifact) for one in artifacts)
    if not is_list or len({type(one) for one in artifacts}) != 1:
        raise ValueError(
            f"artifacts is {artifacts!r}. Expected a list of artifacts of one type, such as [ModelRun('runs/vgg8')]."
        )
    return Channel(type(artifacts[0]), artifacts=artifacts)


@dataclasses.dataclass(frozen=True)
class ExecutionParameter:
    """A parameter of a component.

    Args:
        type: Its type, or a tuple of types; of `float` whole numbers too. What JSON can hold.
        optional: Whether it may be left out. Defaults to False.
        default: What it is then. Defaults to None.
        minimum: Smallest number. Defaults to None: any.
        choices: The values that there are. Defaults to None: any.
    """

    type: Any
    optional: bool = False
    default: Any = None
    minimum: float | None = None
    choices: tuple | None = None

    def check(self, name: str, value: Any) -> Any:
        """The value, or a ValueError that names the argument and what may stand there."""
        types = self.type if isinstance(self.type, tuple) else (self.type,)
        if value is None and self.optional:
            return self.default
        if dict in types and hasattr(value, "get_config"):
            value = value.get_config()  # pyright: ignore[reportOptionalMemberAccess] it has one
        is_whole = float in types and type(value) is int
        if type(value) not in types and not is_whole:
            expected = " or ".join(one.__name__ for one in types)
            raise ValueError(f"{name} is {value!r}. Expected a value of {expected}{' or None' * self.optional}.")
        if self.minimum is not None and not value >= self.minimum:  # pyright: ignore[reportOptionalOperand] its type was checked
            raise ValueError(f"{name} is {value!r}. Expected a number of at least {self.minimum}.")
        if self.choices is not None and value not in self.choices:
            raise ValueError(f"{name} is {value!r}. Expected one of: {', '.join(map(repr, self.choices))}.")
        try:
            json.dumps(value, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{name} is {value!r}. Expected what JSON can hold: {error}.") from error
        return float(value) if is_whole and int not in types else value  # pyright: ignore[reportArgumentType] it is whole


AtLeastOne = Annotated[int, 1]
NotNegative = Annotated[float, 0]
"""Types and their smallest values, as `parameters_of` reads them."""


def parameters_of(settings: type) -> dict[str, ExecutionParameter]:
    """The parameters of a component whose values a dataclass holds, by name: all that is said of them stands there.

    Args:
        settings: Dataclass whose fields have a type, `Type | None`, `Annotated[Type, minimum]` or `Literal[...]`.

    Example:
        >>> import dataclasses
        >>> from keras_phases.components.spec import AtLeastOne, parameters_of
        >>> @dataclasses.dataclass(frozen=True)
        ... class Settings:
        ...     epochs: AtLeastOne = 10
        >>> parameters_of(Settings)["epochs"]
        ExecutionParameter(type=<class 'int'>, optional=True, default=10, minimum=1, choices=None)
    """
    hints = get_type_hints(settings, include_extras=True)
    return {field.name: _parameter(hints[field.name], field) for field in dataclasses.fields(settings)}


def _parameter(hint, field):
    minimum = choices = None
    if isinstance(hint, types.UnionType) or type(None) in get_args(hint):
        hint, _ = get_args(hint)
    if get_origin(hint) is Annotated:
        hint, minimum = get_args(hint)
    elif get_origin(hint) is Literal:
        choices, hint = get_args(hint), str
    makes = field.default_factory is not dataclasses.MISSING
    default = field.default_factory() if makes else field.default
    is_optional = default is not dataclasses.MISSING
    return ExecutionParameter(hint, is_optional, default if is_optional else None, minimum, choices)


@dataclasses.dataclass(frozen=True)
class ChannelParameter:
    """An input or an output of a component.

    Args:
        type: Subclass of `Artifact`.
        optional: Whether the input may be left out. Defaults to False.
    """

    type: type[Artifact]
    optional: bool = False

    def check(self, name: str, value: Any) -> Channel | None:
        """The channel, None for one that is left out, or a ValueError that says what to pass."""
        if value is None and self.optional:
            return None
        wanted = self.type.TYPE_NAME
        if not isinstance(value, Channel):
            fitting = [key for key, channel in _outputs_of(value) if issubclass(channel.type, self.type)]
            way = f"its .outputs[{fitting[0]!r}]" if fitting else "component.outputs[...], or as_channel([artifact])"
            raise ValueError(f"{name} is {_in_short(value)}. Expected a channel of {wanted}; pass {way}.")
        if not issubclass(value.type, self.type):
            fitting = [key for key, channel in _outputs_of(value.producer) if issubclass(channel.type, self.type)]
            has = f"; {value.producer_component_id} has it as .outputs[{fitting[0]!r}]" if fitting else ""
            raise ValueError(f"{name} is a channel of {value.type.TYPE_NAME}. Expected one of {wanted}{has}.")
        return value


class ComponentSpec:
    """The arguments of one component, checked.

    Subclasses declare `PARAMETERS`, `INPUTS` and `OUTPUTS`; a name stands in one of them alone.

    Args:
        **arguments: Channels of the inputs, and values of the parameters.

    Attributes: `inputs`, dict of channels, without those that were left out; `exec_properties`, dict of the values of
    all parameters.

    Raises:
        ValueError: for an unknown name, a missing one, a value or a channel of another type, with the choices.
    """

    PARAMETERS: ClassVar[dict[str, ExecutionParameter]] = {}
    INPUTS: ClassVar[dict[str, ChannelParameter]] = {}
    OUTPUTS: ClassVar[dict[str, ChannelParameter]] = {}

    def __init_subclass__(cls):
        names = [*cls.PARAMETERS, *cls.INPUTS, *cls.OUTPUTS]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"{cls.__name__} has the duplicate argument {twice[0]!r}. Expected each name once.")

    def __init__(self, **arguments: Any):
        unknown = [name for name in arguments if name not in self.INPUTS and name not in self.PARAMETERS]
        if unknown:
            raise ValueError(f"{self._component} has no argument {unknown[0]!r}. Expected {self._choices()}.")
        for name, parameter in {**self.INPUTS, **self.PARAMETERS}.items():
            if not parameter.optional and arguments.get(name) is None:
                raise ValueError(f"{self._component} lacks its argument {name!r}. Expected {self._choices()}.")
        try:
            channels = {name: one.check(name, arguments.get(name)) for name, one in self.INPUTS.items()}
            self.exec_properties = {name: one.check(name, arguments.get(name)) for name, one in self.PARAMETERS.items()}
        except ValueError as error:
            raise ValueError(f"{self._component}: {error}") from error
        self.inputs = {name: channel for name, channel in channels.items() if channel is not None}

    @property
    def _component(self):
        return type(self).__name__.removesuffix("Spec")

    def _choices(self):
        inputs = [f"{name} (a channel of {one.type.TYPE_NAME}{_or_none(one)})" for name, one in self.INPUTS.items()]
        parameters = [f"{name}{_or_none(one)}" for name, one in self.PARAMETERS.items()]
        return f"the inputs {', '.join(inputs) or '(none)'}; the parameters {', '.join(parameters) or '(none)'}"


def _or_none(parameter):
    return ", optional" if parameter.optional and isinstance(parameter, ChannelParameter) else ""


def _outputs_of(component):
    return getattr(component, "outputs", {}).items() if component is not None else ()


def _in_short(value):
    return repr(value) if isinstance(value, (str, int, float)) else f"a {type(value).__name__}"
