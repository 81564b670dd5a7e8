"""Settings that are declared once: a class whose constructor takes those of a dataclass shows each of them.

    class PhaseProbe(keras.callbacks.Callback):
        @takes(FitSettings)
        def __init__(self, settings): ...

`inspect.signature`, `help` and type checkers see the fields of `FitSettings` with their defaults, and an argument that
is none of them is refused with the list of those that are.
"""

import functools
import inspect
import re
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from keras_phases.arguments import meant

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")


def takes(kind: Callable[P, S]) -> Callable[[Callable[[Any, S], None]], Callable[Concatenate[Any, P], None]]:
    """Makes `__init__(self, settings)` one that takes the fields of the dataclass `kind` by keyword."""

    def decorate(initialise):
        @functools.wraps(initialise)
        def construct(self, **knobs):
            initialise(self, kind(**knobs))  # pyright: ignore[reportCallIssue] their names were checked

        own, *_ = inspect.signature(initialise).parameters.values()
        fields = inspect.signature(kind).parameters.values()
        construct.__signature__ = inspect.Signature([own, *fields])  # pyright: ignore[reportAttributeAccessIssue] what inspect reads
        return lists_arguments(construct)

    return decorate  # pyright: ignore[reportReturnType] its arguments are the fields


def lists_knobs(kind: type[T]) -> type[T]:
    """Has a dataclass list its fields where it is given others."""
    kind.__init__ = lists_arguments(kind.__init__)
    return kind


def lists_arguments(construct: Callable[P, T]) -> Callable[P, T]:
    """Has an `__init__` list its arguments where it is given others."""
    signature = inspect.signature(construct)
    _, *parameters = signature.parameters.values()
    known = [one.name for one in parameters]
    num_by_place = sum(one.kind is one.POSITIONAL_OR_KEYWORD for one in parameters)

    @functools.wraps(construct)
    def checked(*arguments: P.args, **knobs: P.kwargs):
        _check_names(known, type(arguments[0]).__name__, arguments[1 + num_by_place :], knobs)
        return construct(*arguments, **knobs)

    checked.__signature__ = signature  # pyright: ignore[reportAttributeAccessIssue] what inspect reads
    return checked


def _check_names(known, name, positional, knobs):
    """A TypeError that lists the arguments that are known where others are given, or one by its place."""
    unknown = [given for given in knobs if given not in known]
    if not positional and not unknown:
        return
    what = f"has no argument {unknown[0]!r}" if unknown else f"takes its arguments by name, and got {positional[0]!r}"
    near = meant(unknown[0], known) if unknown else ""
    raise TypeError(f"{name} {what}.{near} Expected some of: {', '.join(known)}.")


def argument_texts(kind: type) -> dict[str, str]:
    """What the docstring of a class says of each argument, as it stands there, by name."""
    _, _, text = (inspect.getdoc(kind) or "").partition("\nArgs:\n")
    section = re.split(r"\n(?=\S)", text, maxsplit=1)[0]
    entries = re.split(r"^    (?=\w+: )", section, flags=re.MULTILINE)
    return dict(entry.rstrip().split(": ", 1) for entry in entries if ": " in entry)


def describes(kind: type) -> Callable[[type[T]], type[T]]:
    """Adds what `kind` says of its arguments to the `Args:` of a class that takes them too, for `help`."""

    def decorate(cls):
        texts = "\n".join(
            f"        {name}: {text}".replace("\n", "\n    ") for name, text in argument_texts(kind).items()
        )
        cls.__doc__ = cls.__doc__.replace("    Args:\n", f"    Args:\n{texts}\n", 1)
        return cls

    return decorate
