"""Engines of a replay: what measures the checkpoints, here or elsewhere; one process writes the record."""

import abc
import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import keras

    from keras_phases.checkpoints.replay_cells import CellMeter, Measured
    from keras_phases.checkpoints.ring import Checkpoint
    from keras_phases.measure.instrument import Instrument
    from keras_phases.measure.settings import ProbeSettings
    from keras_phases.record.run_record import Record


@dataclasses.dataclass(frozen=True)
class SweepTask:
    """What is measured of each checkpoint.

    Args:
        model: The model that takes the weights.
        settings: `ProbeSettings`.
        arguments: What it is fed, as `choose_instrument` takes it.
        instrument: The `Instrument` that was chosen of these.
        record: Its `Record`, open for inserts.
    """

    model: "keras.Model"
    settings: "ProbeSettings"
    arguments: dict
    instrument: "Instrument"
    record: "Record"


class Sweep(abc.ABC):
    """The checkpoints of one replay on one engine."""

    @abc.abstractmethod
    def take_up(self, saved_steps: "Sequence[Checkpoint]") -> None:
        """Writes what an earlier sweep has measured and not written, before anything is measured."""

    @abc.abstractmethod
    def measure(
        self, saved_steps: "Sequence[Checkpoint]", *, verbose: int
    ) -> "Iterator[tuple[Checkpoint, Iterable[Measured]]]":
        """Yields `(checkpoint, found)` of each, `found` an iterable of `Measured`; the cells that the record lacks."""

    @abc.abstractmethod
    def close(self) -> None:
        """Removes what was kept for `take_up`."""


class Engine(abc.ABC):
    """Maps checkpoints to what is measured of them."""

    @abc.abstractmethod
    def open(self, task: SweepTask, meter: "CellMeter") -> Sweep:
        """The `Sweep` of a `SweepTask`; `meter` is the `CellMeter` that writes what it finds."""
