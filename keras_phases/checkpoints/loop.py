"""The engine that every replay has: a loop over the checkpoints, in this process."""

from typing import TYPE_CHECKING

from keras_phases.checkpoints.engine import Engine, Sweep
from keras_phases.checkpoints.replay_cells import measure_cells

if TYPE_CHECKING:
    from keras_phases.checkpoints.engine import SweepTask
    from keras_phases.checkpoints.replay_cells import CellMeter


class LoopEngine(Engine):
    """One checkpoint after the other, in this process."""

    def open(self, task: "SweepTask", meter: "CellMeter") -> Sweep:
        """See `Engine.open`."""
        return _Loop(task, meter)


class _Loop(Sweep):
    def __init__(self, task, meter):
        self._task, self._meter, self._parts = task, meter, task.instrument.parts()

    def take_up(self, saved_steps):
        """Nothing: each cell is written once it is measured."""

    def close(self):
        """Nothing was kept."""

    def measure(self, saved_steps, *, verbose):
        """See `Sweep.measure`."""
        for saved in saved_steps:
            places, takes_images = self._meter.missing(saved.step), self._meter.takes_images_at(saved.step)
            options = {"places": places, "takes_images": takes_images}
            yield saved, measure_cells(self._task.model, self._parts, saved, **options)
