"""What users pass: checked where it arrives, so that a wrong argument fails before training and says what is right."""

import difflib
import math
import operator
import re

_UNITS = {"": 1} | {
    prefix + infix + "b": base**power
    for power, prefix in enumerate(("", "k", "m", "g", "t"))
    for infix, base in (("", 1000), ("i", 1024))
    if prefix or not infix
}


def at_least(smallest, name, value):
    """`value` as an int of at least `smallest`, or a ValueError that names the argument."""
    try:
        number = smallest - 1 if isinstance(value, bool) else operator.index(value)
    except TypeError:
        number = smallest - 1
    if number < smallest:
        raise ValueError(f"{name} is {value!r}. Expected an integer of at least {smallest}.")
    return number


def at_most(largest, name, value):
    """`value` where it is at most `largest`, or a ValueError that names the argument."""
    if value > largest:
        raise ValueError(f"{name} is {value!r}. Expected an integer of at most {largest}.")
    return value


def one_of(choices, name, value):
    """`value` where it is one of `choices`, or a ValueError that lists them."""
    if value not in choices:
        raise ValueError(
            f"{name} is {value!r}.{meant(value, choices)} Expected one of: {', '.join(map(repr, choices))}."
        )
    return value


def meant(given, choices, most=1):
    """A sentence that asks whether the names nearest to a wrong one were meant; empty where none is near.

    Example:
        >>> from keras_phases.arguments import meant
        >>> meant("Blok3", ["block1", "block3", None]), meant("x", ["block1"])
        (" Did you mean 'block3'?", '')
    """
    names = {choice.lower(): choice for choice in choices if isinstance(choice, str)}
    near = [names[name] for name in difflib.get_close_matches(str(given).lower(), names, most)]
    near = [] if given in near else near
    return f" Did you mean {' or '.join(map(repr, near))}?" if near else ""


def as_name(target):
    """A name or None, or a ValueError."""
    if target is not None and (not isinstance(target, str) or not target):
        raise ValueError(f"target is {target!r}. Expected the name of an input or of a layer, or None.")
    return target


def parse_bytes(value, argument="max_memory"):
    """Bytes of an integer or of text such as `"4GiB"` or `"500 MB"`; None stays None.

    Raises:
        ValueError: for anything else, with how to write it.

    Example:
        >>> from keras_phases.arguments import parse_bytes
        >>> parse_bytes("4GiB"), parse_bytes("1.5 MB"), parse_bytes(1000)
        (4294967296, 1500000, 1000)
    """
    if value is None:
        return None
    if isinstance(value, str):
        found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*", value.lower())
        number = int(float(found[1]) * _UNITS[found[2]]) if found and found[2] in _UNITS else 0
    else:
        number = 0 if isinstance(value, bool) or not hasattr(value, "__index__") else value.__index__()
    if number < 1:
        raise ValueError(
            f"{argument} is {value!r}. Expected bytes as a positive integer, or text such as '4GiB' or '500MB'."
        )
    return number


def format_bytes(number):
    """Bytes as they are printed: `"1.5 GiB"`, `"12 MiB"`.

    Example:
        >>> from keras_phases.arguments import format_bytes
        >>> format_bytes(3 * 2**29), format_bytes(12_400_000), format_bytes(1)
        ('1.5 GiB', '12 MiB', '1 MiB')
    """
    mebibytes = math.ceil(number / 2**20)
    return f"{number / 2**30:.1f} GiB" if mebibytes >= 1024 else f"{mebibytes} MiB"
