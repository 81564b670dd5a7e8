"""What users pass: checked where it arrives, so that a wrong argument fails before training and says what is right."""

import itertools
import operator

from keras_phases.paths import to_path


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


def as_path(log_dir):
    """A path or None, or a ValueError; an ImportError where the package for its scheme is missing."""
    try:
        return None if log_dir is None else to_path(log_dir)
    except TypeError as error:
        raise ValueError(
            f"log_dir is {log_dir!r}. Expected a path, such as PhaseProbe(log_dir='logs/run1')."
        ) from error


def unused_folder(folder, is_used):
    """`folder`, or the first of `<folder>-1`, `<folder>-2`, ... where that is used."""
    folder = folder if folder.name not in ("", "..") else folder.resolve()
    names = itertools.chain([folder.name], (f"{folder.name}-{number}" for number in itertools.count(1)))
    return next(path for path in map(folder.with_name, names) if not is_used(path))
