"""What users pass: checked where it arrives, so that a wrong argument fails before training and says what is right."""

import operator


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
        raise ValueError(f"{name} is {value!r}. Expected one of: {', '.join(map(repr, choices))}.")
    return value


def as_name(target):
    """A name or None, or a ValueError."""
    if target is not None and (not isinstance(target, str) or not target):
        raise ValueError(f"target is {target!r}. Expected the name of an input or of a layer, or None.")
    return target
