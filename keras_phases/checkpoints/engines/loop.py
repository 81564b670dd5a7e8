"""The engine that every replay has: a loop over the checkpoints, in this process."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from keras_phases.checkpoints.engines.engine import Engine, Piece, Sweep
from keras_phases.checkpoints.replay_cells import measure_cells

if TYPE_CHECKING:
    import keras

    from keras_phases.checkpoints.engines.engine import Results
    from keras_phases.checkpoints.ring import Checkpoint


class LoopEngine(Engine):
    """One checkpoint after the other, in this process."""

    def map(self, sweep: Sweep, work: Sequence[Piece], tell: Callable[[str], None]) -> "Results":
        """See `Engine.map`."""
        parts = sweep.instrument.parts()
        for piece in work:
            yield piece.saved, measure_cells(sweep.model, parts, piece, self.load)

    def load(self, model: "keras.Model", saved: "Checkpoint") -> Any:
        """Gives a model the weights of a `Checkpoint`; see `load_weights`."""
        from keras_phases.checkpoints.loading import load_weights  # not above: it loads Keras

        load_weights(model, saved)
