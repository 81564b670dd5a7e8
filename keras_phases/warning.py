"""The named warning."""

import inspect
import re
import warnings

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Letters by which a terminal is told to do something: to erase lines, set its title, or write from right to left."""


def as_printed(text):
    """A text in which anybody may have put a name, without what would command a terminal."""
    return _COMMANDS.sub("\N{REPLACEMENT CHARACTER}", text)


class PhaseWarning(UserWarning):
    """A measurement that is missing or marked; training goes on."""


def warn(message):
    """Warns in the name of the line that called `fit` (or us), not of a line in here."""
    frame, stacklevel = inspect.currentframe().f_back, 2  # pyright: ignore[reportOptionalMemberAccess] CPython has frames
    while frame.f_back and frame.f_globals.get("__name__", "").split(".")[0] in ("keras", "keras_phases"):  # pyright: ignore[reportOptionalMemberAccess] CPython has frames
        frame, stacklevel = frame.f_back, stacklevel + 1  # pyright: ignore[reportOptionalMemberAccess] CPython has frames
    warnings.warn(as_printed(message), PhaseWarning, stacklevel=stacklevel)
