"""Engines of a replay: functions from pieces of work to what is measured; who calls one writes the record."""

import abc
import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import keras

    from keras_phases.checkpoints.replay import Replay
    from keras_phases.checkpoints.replay_cells import Measured
    from keras_phases.checkpoints.ring import Checkpoint
    from keras_phases.measure.instrument import Instrument
    from keras_phases.measure.settings import ProbeSettings
    from keras_phases.record.history import PhaseHistory
    from keras_phases.record.schema import Layout

    Results = Iterator[tuple[Checkpoint, Iterable[Measured]]]


@dataclasses.dataclass(frozen=True)
class Piece:
    """A piece of work: a checkpoint, which is loaded once, and what of it is measured.

    Args:
        saved: `Checkpoint`.
        places: Which of its cells, the groups of layers of the instrument; increasing.
        takes_images: Whether its images are wanted.
    """

    saved: "Checkpoint"
    places: tuple[int, ...]
    takes_images: bool

    def at(self, path) -> "Piece":
        """The piece with its checkpoint at another path, or at this one in another form."""
        return dataclasses.replace(self, saved=dataclasses.replace(self.saved, path=path))


@dataclasses.dataclass(frozen=True)
class Sweep:
    """The checkpoints of one replay, and what is measured of each.

    Args:
        model: The model that takes the weights.
        settings: `ProbeSettings`.
        arguments: What it is fed, as `choose_instrument` takes it.
        instrument: The `Instrument` that was chosen of these.
        layout: `Layout` of the record.
        log_dir: Folder of the record, of `to_path`; None: one that is not there yet.
        saved_steps: The `Checkpoint`s that this process measures.
        steps: Steps of all of them, also of those that others measure.
        beside: `PhaseHistory` of a record whose cells are not measured again either. Defaults to `None`.
    """

    model: "keras.Model"
    settings: "ProbeSettings"
    arguments: dict
    instrument: "Instrument"
    layout: "Layout"
    log_dir: Any
    saved_steps: "Sequence[Checkpoint]"
    steps: Sequence[int]
    beside: "PhaseHistory | None" = None


class Engine(abc.ABC):
    """Maps pieces of work to results.

    Attributes: `is_shared`, whether others measure the rest, so that a `log_dir` must be given that all share.
    """

    is_shared = False

    @abc.abstractmethod
    def map(self, sweep: Sweep, work: Sequence[Piece], tell: Callable[[str], None]) -> "Results":
        """Yields `(checkpoint, measured)` as it comes: `Measured` of cells of a piece, each of which is then written.

        Args:
            sweep: `Sweep`, whose `log_dir` is that of the record.
            work: `Piece`s.
            tell: Function of a line for the user.
        """

    def run(self, sweep: Sweep, measure: "Callable[[Sweep], Replay]") -> "Replay":
        """What `measure` finds of the part of a sweep that this process does: all of it."""
        return measure(sweep)
