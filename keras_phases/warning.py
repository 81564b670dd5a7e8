"""The named warning."""

import inspect
import warnings


class PhaseWarning(UserWarning):
    """A measurement that is missing or marked; training goes on."""


def warn(message):
    """Warns in the name of the line that called `fit` (or us), not of a line in here."""
    frame, stacklevel = inspect.currentframe().f_back, 2  # pyright: ignore[reportOptionalMemberAccess] CPython has frames
    while frame.f_back and frame.f_globals.get("__name__", "").split(".")[0] in ("keras", "keras_phases"):  # pyright: ignore[reportOptionalMemberAccess] CPython has frames
        frame, stacklevel = frame.f_back, stacklevel + 1  # pyright: ignore[reportOptionalMemberAccess] CPython has frames
    warnings.warn(message, PhaseWarning, stacklevel=stacklevel)
