"""Shards as the engine of a replay: n processes anywhere measure a part each, and `merge` makes the one record.

All that they share is the folder of the log: no process waits for another, each goes on where it was when it is started
again, and whatever starts processes (Slurm, Kubernetes, `xargs`) is the cluster.
"""

import contextlib
import dataclasses
import hashlib
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from keras_phases.checkpoints import shard_plan
from keras_phases.checkpoints.engines.engine import Sweep
from keras_phases.checkpoints.engines.loop import LoopEngine
from keras_phases.checkpoints.ring import Checkpoint
from keras_phases.checkpoints.shard_plan import Plan, Planned
from keras_phases.checkpoints.whole_files import fingerprint
from keras_phases.record.event_files import read_run
from keras_phases.record.history import PhaseHistory
from keras_phases.record.images import ImageRecords
from keras_phases.record.paths import to_path
from keras_phases.schedule import At
from keras_phases.version import __version__
from keras_phases.warning import warn

if TYPE_CHECKING:
    import keras

    from keras_phases.checkpoints.replay import Replay

_EXPECTED = f"Expected i/n, i from 0 to n - 1, n at most {shard_plan.MOST_SHARDS:,}, such as 0/4, 1/4, 2/4, 3/4"


@dataclasses.dataclass(frozen=True)
class Shard(LoopEngine):
    """Measures one of `num_shards` parts of the checkpoints into `<log_dir>/shards/<index>-of-<num_shards>`.

        replay("checkpoints", model, data, engine=Shard(2, 8), log_dir="logs/run1")     # one of eight processes
        merge("logs/run1")                                                              # whenever you like

    The first process that starts writes down which checkpoints there are and how they are measured, and all keep to
    it: one that would measure something else is an error, a checkpoint that has changed or gone since fails by its
    name, one that came is measured by the next sweep. A process that was killed goes on where it was when it is started
    again.

    Args:
        index: Which part, from 0 on.
        num_shards: How many parts there are; at least 1.

    Raises:
        ValueError: for other numbers.
    """

    index: int
    num_shards: int

    is_shared = True

    def __post_init__(self):
        whole = all(type(number) is int for number in (self.index, self.num_shards))
        if not (whole and 0 <= self.index < self.num_shards <= shard_plan.MOST_SHARDS):
            raise ValueError(f"shard is {self}. {_EXPECTED}.")

    def __str__(self):
        return f"{self.index}/{self.num_shards}"

    @classmethod
    def parse(cls, text: str) -> "Shard":
        """The shard that a text such as `"2/8"` names.

        Raises:
            ValueError: for another text.
        """
        found = re.fullmatch(r"(\d{1,9})/(\d{1,9})", text)
        if found is None:
            raise ValueError(f"shard is {text!r}. {_EXPECTED}.")
        return cls(int(found[1]), int(found[2]))

    def run(self, sweep: Sweep, measure: "Callable[[Sweep], Replay]") -> "Replay":
        """See `Engine.run`.

        Raises:
            ValueError: where another process is this shard, and for another sweep than the planned one.
        """
        shards, given = sweep.log_dir / shard_plan.FOLDER, {saved.step: saved for saved in sweep.saved_steps}
        folder, draft = shards / shard_plan.name_of(self.index, self.num_shards), self._draft(_describe(sweep), ())
        about = shard_plan.as_read(draft).about
        beside = _read_beside(sweep.log_dir, about)
        with shard_plan.holding(folder, f"Shard {self} of '{sweep.log_dir}' is measured"):
            plan = shard_plan.agree(shards, lambda: self._draft(about, sweep.saved_steps))
            self._check(plan, about, shards)
            (folder / shard_plan.FINISHED).unlink(missing_ok=True)
            steps = [one.step for one in plan.checkpoints]
            _tell_new([step for step in given if step not in steps])
            mine = [_checkpoint(one, given.get(one.step)) for one in plan.of_shard(self.index)]
            layout = dataclasses.replace(sweep.layout, run=sweep.layout.run | {"schedule": repr(At(steps))})
            part = {"log_dir": folder, "saved_steps": mine, "steps": steps, "layout": layout, "beside": beside}
            found = measure(dataclasses.replace(sweep, **part))
            shard_plan.write_failures(folder, found.failures)
        return found

    def _check(self, plan, about, shards):
        was, now = plan.about | {"number of shards": plan.num_shards}, about | {"number of shards": self.num_shards}
        differs = shard_plan.tell_difference(was, now)
        if differs:
            raise ValueError(
                f"'{shards}' is of another sweep: {differs}. Expected the same in all shards; merge that sweep first, "
                "pass another log_dir, or remove that folder."
            )

    def _draft(self, about, saved_steps):
        planned = []
        for saved in saved_steps:
            with contextlib.suppress(FileNotFoundError):
                planned.append(Planned(saved.step, str(saved.path), fingerprint(saved.path)))
        return Plan(self.num_shards, about, planned)

    def load(self, model: "keras.Model", saved: Checkpoint) -> Any:
        """Loads a checkpoint that is the planned one, before and after."""
        _check_content(saved)
        super().load(model, saved)
        _check_content(saved)


@dataclasses.dataclass(frozen=True)
class _PlannedCheckpoint(Checkpoint):
    content: str | None = None


def _checkpoint(planned, given):
    """A planned checkpoint as this process was given it, or, to be told, one that it was not."""
    if given is None:
        return _PlannedCheckpoint(planned.step, to_path(planned.path))
    return _PlannedCheckpoint(**vars(given), content=planned.content)


def _check_content(saved):
    content = None
    with contextlib.suppress(FileNotFoundError):
        content = fingerprint(saved.path)
    if content is None or saved.content is None:
        raise ValueError(f"Checkpoint '{saved.path}' is gone since the sweep began. Expected it where it was.")
    if content != saved.content:
        raise ValueError(
            f"Checkpoint '{saved.path}' holds something else than when the sweep began: it was written anew, or this "
            "machine has other weights under its name. Put it back; or merge what there is, remove the folder "
            f"'{shard_plan.FOLDER}' of the log, and start the shards again."
        )


def _tell_new(steps):
    if steps:
        warn(
            f"{len(steps)} checkpoints, the first of step {min(steps):,}, came since this sweep in shards began: merge "
            "it, and start the shards again to measure them."
        )


def _read_beside(log_dir, about):
    """The `PhaseHistory` of the record that the shards are merged into; None where there is none.

    Raises:
        ValueError: where it was measured in another way.
    """
    run = read_run(log_dir / "phases")
    if run.layout is None:
        return None
    was = shard_plan.describe_layout(run.layout)
    differs = shard_plan.tell_difference(was, about, was.keys() & about.keys())
    if differs:
        raise ValueError(f"'{log_dir}' holds a record measured in another way: {differs}. Pass another log_dir=.")
    return PhaseHistory(run.layout, run.records, ImageRecords.of_run(run))


def _describe(sweep):
    """All that decides numbers, as JSON can hold it; `max_memory` does not, nor where files lie."""
    import keras

    told = {}
    with contextlib.suppress(ValueError):  # decoders of one's own; the rows name them
        # What JSON cannot hold of the others is in the rows, the columns and the settings of the record.
        plain = {"layers": "auto", "transfer": None, "model": None, "max_memory": None, "quantities": None}
        told = dataclasses.replace(sweep.settings, **plain).get_config()
    versions = {"keras": keras.__version__, "backend": keras.config.backend(), "keras_phases": __version__}
    return {
        **told,
        **shard_plan.describe_layout(sweep.layout),
        **versions,
        "architecture": _describe_model(sweep.model),
    }


def _describe_model(model):
    """A digest of what its layers say of themselves but for their names, which Keras counts up, and their weights."""
    from keras_phases.backend.keras_private import all_layers

    told = [
        (type(layer).__name__, _config_of(layer), [list(weight.shape) for weight in layer.weights])
        for layer in all_layers(model)
        if all_layers(layer) == [layer]
    ]
    return hashlib.sha256(json.dumps(told, default=lambda value: type(value).__name__).encode()).hexdigest()[:16]


def _config_of(layer):
    try:
        # A seed may be drawn anew in each process.
        return {name: value for name, value in layer.get_config().items() if name not in ("name", "seed")}
    except Exception:  # of a layer without one
        return {}
