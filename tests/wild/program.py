"""What a program of the wild is, what is right of it, and how a run of it is rated."""

import collections
import dataclasses
import importlib
import tempfile
import traceback
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import keras
from builders.models import EAGER, PLAIN

from keras_phases import PhaseProbe, PhaseWarning

QUICK = EAGER or PLAIN
"""Settings of `compile` with which a batch is trained in no time."""

MEANINGS = {
    1: "one line, taps and labels as they should be",
    2: "a message names the argument, and with it taps and labels are as they should be",
    3: "wrong taps, labels or rows",
    4: "refused without a way out",
    5: "crash",
}


@dataclasses.dataclass(frozen=True)
class Program:
    """A program, what a probe should find in it, and what it may ask for.

    Args:
        kind: What it is, for the table.
        train: Trains with a list of callbacks.
        taps: The names that "auto" should take.
        labels: What the linear probe should be fitted on: "5 classes", "8 numbers", "2 labels", or "none".
        rows: Shape of what should be reconstructed.
        patches: How many of the taps should be decoded by patches. Defaults to 0.
        needs: Function that gives the arguments that a message should name. Defaults to none: one line is enough.
        is_portable: Whether it runs on JAX and PyTorch too. Defaults to False.
    """

    kind: str
    train: Callable[[list], object]
    taps: Sequence[str]
    labels: str
    rows: tuple[int, ...]
    patches: int = 0
    needs: Callable[[], Mapping[str, Any]] = dict
    is_portable: bool = False

    @property
    def name(self) -> str:
        return self.train.__name__


@dataclasses.dataclass(frozen=True)
class Rating:
    """How a run went: its number, what was found, and why it is no better."""

    number: int
    found: Mapping[str, Any]
    note: str = ""


_PROGRAMS: list[Program] = []
_PORTABLE = ("images", "backbones", "attention", "special", "dense", "pairs", "signals", "tables", "texts")
_TENSORFLOW = ("selfsupervised", "generative")


def programs(*modules):
    """The programs of some modules, or of all, that run on this backend."""
    is_tensorflow = keras.backend.backend() == "tensorflow"
    modules = [f"wild.{name}" for name in modules or (*_PORTABLE, *_TENSORFLOW) if is_tensorflow or name in _PORTABLE]
    for name in modules:
        importlib.import_module(name)
    found = [one for one in _PROGRAMS if one.train.__module__ in modules]
    return [one for one in found if is_tensorflow or one.is_portable]


def wild(kind, **expected):
    """Lists a function of callbacks as a program."""

    def add(train):
        _PROGRAMS.append(Program(kind, train, **expected))
        return train

    return add


def rate(program):
    """Runs a program with the one line, and again with what a message asked for."""
    expected = {name: getattr(program, name) for name in ("taps", "labels", "rows", "patches")}
    found, error = run(program)
    if error is not None:
        needed, is_refusal = program.needs(), error.startswith("ValueError: ") and "Exception encountered" not in error
        if not is_refusal or not needed or not all(f"{name}=" in error for name in needed):
            return Rating(4 if is_refusal else 5, {}, error)
        found, again = run(program, **needed)
        if again is not None:
            return Rating(4, {}, f"{error} -> {again}")
    differing = {name: found[name] for name, value in expected.items() if found[name] != value}
    if differing:
        return Rating(3, found, ", ".join(f"{name}: {value!r}" for name, value in differing.items()))
    return Rating(1 if error is None else 2, found, error or "")


def run(program, **options):
    """`(found, error)` of one run: what the probe measured, or what ended or disturbed it."""
    keras.utils.clear_session(free_memory=False)  # automatic names count from the beginning
    keras.utils.set_random_seed(0)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        probe = PhaseProbe(log_dir=folder, **options)
        try:
            program.train([probe])
            found = _describe(probe)
        except Exception as error:
            return None, "".join(traceback.format_exception_only(error)).strip()
        finally:
            probe.close()
    failed = [str(one.message) for one in caught if one.category is PhaseWarning and "ailed" in str(one.message)]
    return (None, failed[0]) if failed else (found, None)


def _describe(probe):
    history, rows = probe.history, probe._session.instrument.rows
    decoders = collections.Counter(row.decoder for row in history.layout.rows)
    if rows.task is None or rows.labels_fit is None:
        labels = "none"
    elif rows.task == "positions":
        labels = f"{len(rows.label_maps.classes)} classes a position"
    elif rows.task == "classes":
        labels = f"{len(rows.classes)} classes"
    else:
        labels = f"{rows.labels_fit.shape[-1]} {'labels' if rows.task == 'multilabel' else 'numbers'}"
    return {
        "taps": list(history.layers),
        "labels": labels,
        "rows": tuple(rows.x_fit.shape[1:]),
        "patches": decoders["patch"],
    }
