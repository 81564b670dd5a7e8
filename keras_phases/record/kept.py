"""Which weights `PhaseCheckpoint` has on disk, as a record says it beside its probe steps; the newest word counts."""

import contextlib
import dataclasses
from typing import Annotated

import msgspec

from keras_phases.record.typed_json import read_json, write_json

TAG = "phases/kept"
SCHEMA_VERSION = 1
SETTING = "checkpoint"
"""The setting of a run's layout that has it, once it is read."""

_Step = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]


@dataclasses.dataclass(frozen=True)
class Kept:
    """Weights on disk.

    Args:
        path: The file that holds the best step.
        step: That step; None where there is none.
        folder: The folder that holds the steps below.
        steps: Steps whose weights lie there.
    """

    path: str
    step: _Step | None
    folder: str
    steps: list[_Step]


def pack_kept(kept):
    """The JSON of a `Kept` that goes into the event file."""
    return write_json({"schema": SCHEMA_VERSION} | dataclasses.asdict(kept))


def with_kept(layout, content):
    """A `schema.Layout` whose settings say what the packed `content` does; as it is where that is none, or damaged."""
    with contextlib.suppress(ValueError):
        kept = read_json(content, Kept, version=SCHEMA_VERSION)
        return dataclasses.replace(layout, run=layout.run | {SETTING: dataclasses.asdict(kept)})
    return layout


def read_kept(layout):
    """The `Kept` of a layout's settings; None where they have none."""
    with contextlib.suppress(msgspec.ValidationError):
        return msgspec.convert(layout.run.get(SETTING), Kept)
    return None
