"""The record of one run: the folder it lies in, what stands there from before, and the event file it goes on in."""

import dataclasses
import pathlib
import statistics

from keras_phases.history import PhaseHistory
from keras_phases.warning import warn
from keras_phases.writers import PhaseEventWriter, read_events

_NOT_COMPARED = ("model", "schedule", "without_labels")
"""Settings that may differ from one fit to the next of one curve."""


class Record:
    """Makes sure, before training, that a folder can take the records of a run; writes them once training starts.

    Args:
        directory: Folder of the event files; made where it is missing.
        layout: `tensorboard_plugin_phases.metadata.Layout` of this run.
        resume: Whether to go on with a record that stands there.

    Raises:
        ValueError: when the folder cannot be written, or holds a record that this run may not go on with.
    """

    def __init__(self, directory, layout, *, resume):
        self.directory, self._layout = pathlib.Path(directory), layout
        _check_writable(self.directory)
        self._earlier_layout, self._earlier = read_events(self.directory)
        if self._earlier_layout is not None:
            self._check_earlier(self._earlier_layout, resume)
        self.history = PhaseHistory(layout, self._earlier)
        self._writer = None

    @property
    def is_open(self):
        """Whether probe steps can be added."""
        return self._writer is not None

    def planned_steps(self, step):
        """The probe steps that were planned by the run that one at `step` goes on with; empty where none were."""
        return tuple(self._earlier_layout.run.get("planned_steps", ())) if self._kept(step) else ()

    def probe_seconds(self, step):
        """Seconds that a probe step took in the run that one at `step` goes on with; None where there is none."""
        column = self._layout.metrics.index("probe_seconds")
        newest = [float(values[0, column]) for _, values in self._kept(step)[-3:]]
        return statistics.median(newest) if newest else None

    def open(self, step, *, planned_steps=()):
        """Starts this run's event file; records from the present step on give way to those that come.

        Args:
            step: Optimizer steps done.
            planned_steps: Probe steps of the whole run, where a budget drops some. Defaults to none.
        """
        if planned_steps:
            self._layout = dataclasses.replace(
                self._layout, run=self._layout.run | {"planned_steps": list(planned_steps)}
            )
        start, kept = _first_new_step(step), self._kept(step)
        if len(kept) < len(self._earlier):
            warn(
                f"'{self.directory}' held {len(self._earlier) - len(kept)} probe steps from step {start} "
                "on; this run replaces them. Pass another log_dir to keep both."
            )
        self.history = PhaseHistory(self._layout, kept)
        self._writer = PhaseEventWriter(self.directory, self._layout, start_step=start)

    def _kept(self, step):
        return [record for record in self._earlier if record[0] < _first_new_step(step)]

    def add(self, step, values):
        """Writes one probe step and takes it into the history."""
        self._writer.add(step, values)
        self.history.add(step, values)

    def close(self):
        """Closes the event file; the history stays."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _check_earlier(self, layout, resume):
        """One curve is measured in one way: refuses to go on with a record that was measured in another."""
        if not (resume and layout.same_rows(self._layout)):
            reason = f"of {layout.differs_from(self._layout)}" if resume else "and resume is False"
            raise ValueError(
                f"'{self.directory}' already holds {len(self._earlier)} probe steps {reason}. Expected a folder "
                "without, or of the same layers and solvers; pass another log_dir or remove that folder."
            )
        changed = [
            f"{name} was {layout.run[name]!r} and is {value!r}"
            for name, value in self._layout.run.items()
            if name not in _NOT_COMPARED and layout.run.get(name, value) != value
        ]
        if changed:
            raise ValueError(
                f"'{self.directory}' holds a record measured in another way: {'; '.join(changed)}. Expected the same "
                "settings; pass another log_dir or remove that folder."
            )


def _first_new_step(step):
    """A run that goes on starts with the very weights of its last record; one from step 0 has others."""
    return step + 1 if step else 0


def _check_writable(directory):
    try:
        directory.mkdir(parents=True, exist_ok=True)
        trial = directory / ".writable"
        trial.touch()
        trial.unlink()
    except OSError as error:
        raise ValueError(
            f"log_dir '{directory.parent}' cannot be written: {error}. Expected a folder that can; pass "
            "PhaseProbe(log_dir=...)."
        ) from error
