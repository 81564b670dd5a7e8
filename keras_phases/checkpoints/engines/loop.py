"""The engine that every replay has: a loop over the checkpoints, in this process."""

from keras_phases.checkpoints.engines.engine import Engine
from keras_phases.checkpoints.replay_cells import measure_cells


class LoopEngine(Engine):
    """One checkpoint after the other, in this process."""

    def map(self, sweep, work, tell):
        """See `Engine.map`."""
        parts = sweep.instrument.parts()
        for piece in work:
            yield piece.saved, measure_cells(sweep.model, parts, piece, self.load)

    def load(self, model, saved):
        """Gives a model the weights of a `Checkpoint`; see `load_weights`."""
        from keras_phases.checkpoints.loading import load_weights  # not above: it loads Keras

        load_weights(model, saved)
