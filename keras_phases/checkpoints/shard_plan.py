"""The plan of a sweep in shards: which checkpoints, measured how, and which shard has which. Loads no Keras.

The first shard that starts writes it, all others keep to it: a checkpoint that comes, changes or goes while the sweep
runs, and a shard that would measure something else, cannot make two shards measure one cell, or none.
"""

import contextlib
import time
from typing import Annotated

import msgspec

from keras_phases.checkpoints.whole_files import write_file
from keras_phases.record.hold import HeldError, Hold
from keras_phases.record.paths import is_remote
from keras_phases.record.schema import NOT_SETTLED
from keras_phases.record.typed_json import Setting, Whole, read_json, write_json

FOLDER, PLAN, FINISHED = "shards", "plan.json", "finished.json"
"""Within a log_dir; within that; within the folder of a shard, once all of its cells were tried."""

MOST_SHARDS = 100_000

_SCHEMA, _SECONDS_BETWEEN_LOOKS = 1, 0.2


class Planned(msgspec.Struct):
    """A checkpoint: its step, its path where the sweep was planned, and the `fingerprint` of its content."""

    step: Whole
    path: str
    content: str


class Plan(msgspec.Struct):
    """What all shards do.

    Args:
        num_shards: How many there are.
        about: What is measured, by names of settings.
        checkpoints: Steps increasing; the shard `i` has each `num_shards`th, from the one at `i` on.
    """

    num_shards: Annotated[int, msgspec.Meta(ge=1, le=MOST_SHARDS)]
    about: dict[str, Setting]
    checkpoints: list[Planned]

    def of_shard(self, index):
        """The `Planned` checkpoints of a shard."""
        return self.checkpoints[index :: self.num_shards]


def describe_layout(layout):
    """What of a `Layout` decides numbers, as JSON holds it, by names for people."""
    rows = {
        f"row {place}": f"'{row.layer}' ({row.decoder}, {row.strategy}, {row.num_features} features, "
        f"{row.probe_features} for the probe)"
        for place, row in enumerate(layout.rows)
    }
    run = {name: value for name, value in layout.run.items() if name not in NOT_SETTLED}
    return {**rows, "metrics": list(layout.metrics), **run}


def tell_difference(was, now, names=None):
    """The first of some settings that differ, for people; None without.

    Args:
        was: Dict from names to values.
        now: The same.
        names: Those that are looked at. Defaults to `None`: all of both.
    """
    for name in [*was, *(now.keys() - was.keys())] if names is None else names:
        if was.get(name) != now.get(name):
            return f"{name} was {_shorten(repr(was.get(name)))} and is {_shorten(repr(now.get(name)))}"
    return None


class Unsolved(msgspec.Struct):
    """A cell that a shard tried and could not measure, or not to finite values."""

    step: Whole
    layers: list[str]
    reason: str


class _Finished(msgspec.Struct):
    failures: list[Unsolved]


def name_of(index, num_shards):
    """`2-of-8`, of the folder of a shard."""
    return f"{index}-of-{num_shards}"


def agree(shards, draft):
    """The `Plan` that stands in a folder, or the one of `draft()`, which is then written there.

    Args:
        shards: The folder.
        draft: Function without arguments that gives a `Plan`; it may take its time, the others wait.
    """
    while (plan := read_plan(shards)) is None:
        try:
            hold = Hold(shards)
        except HeldError:
            time.sleep(_SECONDS_BETWEEN_LOOKS)
            continue
        try:
            if read_plan(shards) is None:
                content = _pack(draft())
                # A bucket has no locks: another machine may be as far.
                (shards / PLAN).create(content) if is_remote(shards) else write_file(shards / PLAN, content)
        finally:
            hold.give_back()
    return plan


def as_read(plan):
    """A `Plan` as it comes back from its file, to be compared with one that was read."""
    return read_json(_pack(plan), Plan, version=_SCHEMA)


@contextlib.contextmanager
def holding(directory, what):
    """Within it no other process does `what`; a ValueError where one does already."""
    try:
        hold = Hold(directory)
    except HeldError as error:
        raise ValueError(f"{what} already, by {error}. Expected one process at a time; wait for it.") from error
    try:
        yield
    finally:
        hold.give_back()


def read_plan(shards):
    """The `Plan` in a folder; None where there is none.

    Raises:
        ValueError: for anything else under its name.
    """
    return _read(shards / PLAN, Plan, "remove the folder, and the sweep begins anew")


def read_failures(shard):
    """The `Unsolved` cells of a shard that has finished; None where it has not."""
    found = _read(shard / FINISHED, _Finished, "remove it, and start the shard again")
    return None if found is None else found.failures


def write_failures(shard, failures):
    """Notes that a shard has finished, and its `Failure`s."""
    told = [{"step": one.step, "layers": list(one.layers), "reason": one.reason} for one in failures]
    write_file(shard / FINISHED, write_json({"schema": _SCHEMA, "failures": told}))


def _read(path, kind, way_out):
    try:
        return read_json(path.read_bytes(), kind, version=_SCHEMA)
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise ValueError(f"'{path}' is not what a shard has written, {error}: {way_out}.") from error


def _pack(plan):
    return write_json({"schema": _SCHEMA, **msgspec.to_builtins(plan)})


def _shorten(text, most=100):
    return text if len(text) <= most else f"{text[:most]} ..."
