"""`merge`: the one record of a sweep in shards, at any time and as often as you like. Loads no Keras."""

import contextlib
import dataclasses
import os
import pathlib

import numpy as np

from keras_phases.checkpoints import shard_plan
from keras_phases.checkpoints.replay_cells import Failure, is_sound, tell_unsound
from keras_phases.checkpoints.whole_files import remove_folder
from keras_phases.record import console, schema
from keras_phases.record.event_files import read_run
from keras_phases.record.history import PhaseHistory
from keras_phases.record.hold import HeldError, Hold
from keras_phases.record.images import ImageRecords
from keras_phases.record.paths import RemotePath, to_path
from keras_phases.record.probe_step import unpack_step
from keras_phases.record.run_record import Record
from keras_phases.record.standing_run import StandingRun, warn_of_damage
from keras_phases.warning import warn

_FLAGS = "flags"
_OF_THE_PROCESS = ("probe_seconds", "epoch")
"""Columns that do not follow from the weights: a shard knows no epoch that the training's record has."""

_LOSSES, _TOLERANCE = ("reconstruction_loss", "probe_loss", "model_loss"), 1e-3
"""Values contradict each other where a loss differs by a larger share: another processor gives other last bits."""

_MOST_STEPS_NAMED = 8


@dataclasses.dataclass(frozen=True)
class Merged:
    """What `merge` found.

    Args:
        history: `PhaseHistory` of the record.
        faults: What is lost, doubled or contradicts something, a sentence each that names shard and steps; empty where
            all cells stand in the record, or were tried and failed.
        failures: The `Failure`s of shards that have finished.
        log_dir: Folder of the run.
    """

    history: PhaseHistory
    faults: tuple[str, ...]
    failures: tuple[Failure, ...]
    log_dir: pathlib.Path | RemotePath

    def __str__(self):
        lines = [f"{len(self.history)} probe steps in '{self.log_dir}'."]
        return "\n".join([*lines, *self.faults, *(f"  {failure}" for failure in self.failures)])


def merge(log_dir: str | os.PathLike[str], *, verbose: int = 1) -> Merged:
    """Makes the one record of what the shards of a sweep have measured: that of the loop, bit for bit but for seconds.

        for i in range(8):                              # each in a process of its own
            replay("checkpoints", model, data, engine=Shard(i, 8), log_dir="logs/run1")
        merge("logs/run1")

    It may be called while shards run, and again: the record then has what there is. Once all cells stand in it, or were
    tried by shards that have finished, the folder `shards` is removed; a next sweep measures what is missing.

    Args:
        log_dir: Folder of the run, as the shards had it.
        verbose: 1 prints how many probe steps there are, the faults, and, of a whole record, the phases. Defaults to
            `1`.

    Returns:
        `Merged`: `history`, `faults`, `failures`, `log_dir`. Cells that are lost, doubled or contradict what stands are
        faults, by their names; all others are in the record. Values contradict each other where a loss differs by more
        than a thousandth; below that those that stand are kept, for another processor gives other last bits.

    Raises:
        FileNotFoundError: where there are neither shards nor a record.
        ValueError: while another process merges or writes the record, and where that was measured in another way.
    """
    log_dir = to_path(log_dir)
    shards = log_dir / shard_plan.FOLDER
    found = None
    if shard_plan.read_plan(shards) is not None:
        with shard_plan.holding(shards, f"'{shards}' is merged or planned"):
            plan = shard_plan.read_plan(shards)
            # Another merge may have removed it meanwhile.
            found = None if plan is None else _Merge(log_dir, shards, plan).run()
    if found is None:
        found = Merged(PhaseHistory.load(log_dir), (), (), log_dir)
    if verbose:
        if len(found.history) and not found.faults:
            console.print_phases(found.history, found.log_dir)
        print(found, flush=True)
    return found


class _Merge:
    """One merge: `faults` take what is wrong, and all else is taken.

    Args:
        log_dir: Folder of the run.
        shards: That of its shards.
        plan: The `Plan` there.
    """

    def __init__(self, log_dir, shards, plan):
        self._log_dir, self._shards, self._plan, self._faults = log_dir, shards, plan, []
        indices = range(plan.num_shards)
        self._folders = [shards / shard_plan.name_of(index, plan.num_shards) for index in indices]
        self._owners = {one.step: place % plan.num_shards for place, one in enumerate(plan.checkpoints)}
        # None of a shard that has not finished.
        self._unsolved, self._reasons = self._read_unsolved(), {}
        for one in (one for unsolved in self._unsolved for one in unsolved or ()):
            self._reasons.setdefault(one.step, {}).update(dict.fromkeys(one.layers, one.reason))
        self._runs = [self._read_run(folder) for folder in self._folders]

    def run(self):
        """The `Merged`; removes the shards once nothing of them is missing."""
        history = self._write()
        self._tell_lost(history)
        failures = tuple(self._failures(history))
        if not self._faults:
            self._remove(history)
        return Merged(history, tuple(self._faults), failures, self._log_dir)

    def _failures(self, history):
        """Yields a `Failure` of what is not sound: what shards told, and what one left that was killed before."""
        for one in self._plan.checkpoints:
            found, sound = history.probe_step(one.step), _layers(history, one.step, sound=True)
            reasons = {row.layer: tell_unsound([row]) for row in (found.rows if found else ()) if not is_sound(row)}
            reasons |= {layer: why for layer, why in self._reasons.get(one.step, {}).items() if layer not in sound}
            for reason in dict.fromkeys(reasons.values()):
                layers = tuple(layer for layer, why in reasons.items() if why == reason)
                yield Failure(one.step, to_path(one.path), layers, reason)

    def _read_unsolved(self):
        return [self._read(shard_plan.read_failures, folder) for folder in self._folders]

    def _read(self, read, path):
        try:
            return read(path)
        except ValueError as error:
            self._faults.append(f"{error}")
            return None

    def _read_run(self, folder):
        """The `StandingRun` of a shard; an empty one where there is none of this sweep."""
        run = self._read(read_run, folder / "phases") or StandingRun()
        warn_of_damage(run.directory, run.damage)
        was = self._plan.about
        now = {} if run.layout is None else shard_plan.describe_layout(run.layout)
        differs = shard_plan.tell_difference(was, now, now)
        if differs:
            self._faults.append(f"'{folder}' holds a record of another sweep: {differs}. Remove that folder.")
        return StandingRun() if differs else run

    def _write(self):
        """Writes what there is; the `PhaseHistory` of the record."""
        directory = self._log_dir / "phases"
        with shard_plan.holding(directory, f"'{self._log_dir}' is written"):
            standing = read_run(directory)
        runs = [*self._runs, standing]
        layout = next((run.layout for run in runs if run.layout is not None), None)
        if layout is None:
            return PhaseHistory(schema.Layout(()))
        image_layout = next((run.image_layout for run in runs if run.image_layout is not None), None)
        record = Record(directory, layout, resume=True, image_layout=image_layout)
        try:
            record.open_for_inserts()
            history = self._unite(record.history, record.takes_images)
            if history is not None:
                record.put(history)
        finally:
            record.close()
        return record.history

    def _unite(self, history, takes_images):
        """The history with all that shards have; None where it has that already."""
        layout, images = history.layout, history.images
        values, blobs = dict(history.records), {} if images is None else dict(images.records)
        before = dict(values), dict(blobs)
        for index, run in enumerate(self._runs):
            fits = takes_images and images is not None and run.image_layout == images.layout
            if run.images and not fits:
                warn(f"The images of '{self._folders[index]}' are of other examples than the record's: left out.")
            strips = dict(run.images) if fits else {}
            for step, found in run.records:
                if self._is_of(step, index):
                    known = len(self._faults)
                    values[step] = self._put(layout, step, values.get(step), found, index)
                    if step in strips:
                        both = list(zip(strips[step], blobs.get(step, strips[step]), strict=True))
                        # Beside values that are kept, their images are.
                        is_kept = len(self._faults) > known
                        blobs[step] = tuple((old or new) if is_kept else (new or old) for new, old in both)
        if _equal(values, before[0]) and blobs == before[1]:
            return None
        images = None if images is None else ImageRecords(images.layout, sorted(blobs.items()))
        return PhaseHistory(layout, sorted(values.items()), images)

    def _is_of(self, step, index):
        owner = self._owners.get(step)
        if owner == index:
            return True
        whose = "no planned checkpoint" if owner is None else f"shard {self._name(owner)}"
        self._faults.append(
            f"Step {step:,} is doubled: it stands in '{self._folders[index]}' and is of {whose}. Remove that folder, "
            f"and run shard {self._name(index)} again."
        )
        return False

    def _put(self, layout, step, standing, found, index):
        """The values of a step with the rows of a shard in their places; what stands and is sound is not replaced."""
        if standing is None:
            return found
        same = [place for place, name in enumerate(layout.metrics) if name not in _OF_THE_PROCESS]
        pairs = zip(standing[:, same], found[:, same], strict=True)
        equal = np.array([np.array_equal(*pair, equal_nan=True) for pair in pairs])
        sound, sound_there = (_sound_rows(layout, step, one) for one in (standing, found))
        taken = ~np.isnan(found[:, layout.column_places[_FLAGS]]) & (equal | ~sound)
        losses = layout.places(_LOSSES)
        apart = np.abs(standing[:, losses] - found[:, losses]) > _TOLERANCE * np.abs(standing[:, losses])
        contradicting = [layout.rows[place].layer for place in np.flatnonzero(sound & sound_there & apart.any(axis=1))]
        if contradicting:
            self._faults.append(
                f"Step {step:,} of shard {self._name(index)} contradicts '{self._log_dir}', where "
                f"{', '.join(dict.fromkeys(contradicting))} stand with losses that differ by more than "
                f"{_TOLERANCE:.1%} and are kept. One is of other weights: remove that shard's folder, or the record."
            )
        return np.where(taken[:, None], found, standing)

    def _tell_lost(self, history):
        """Names the checkpoints of each shard of which a cell neither stands nor was tried in vain."""
        names = {row.layer for row in history.layout.rows}
        for index, unsolved in enumerate(self._unsolved):
            planned = [one.step for one in self._plan.of_shard(index)]
            tried = {step: _layers(history, step) | self._reasons.get(step, {}).keys() for step in planned}
            lost = [step for step in planned if not names or not names <= tried[step]]
            if lost:
                begun = "has not begun" if self._runs[index].layout is None else "has not finished"
                state = begun if unsolved is None else "has finished, and its record has lost cells"
                steps = ", ".join(f"{step:,}" for step in lost[:_MOST_STEPS_NAMED])
                more = ", ..." if len(lost) > _MOST_STEPS_NAMED else ""
                self._faults.append(
                    f"Shard {self._name(index)} {state}: {len(lost)} of its {len(planned)} checkpoints are missing, "
                    f"steps {steps}{more}. Where it does not run, start it again: it goes on where it was."
                )

    def _remove(self, history):
        """Removes the shards, whose cells all stand on disk, unless one of them runs again."""
        on_disk = dict(read_run(self._log_dir / "phases").records)
        with contextlib.ExitStack() as holds:
            try:
                for folder in self._folders:
                    holds.callback(Hold(folder).give_back)
            except HeldError:
                return
            if not _equal(on_disk, dict(history.records)):
                self._faults.append(f"'{self._log_dir}' does not hold what was written to it. The shards are kept.")
                return
            # One that ran and ended meanwhile has cells that are not in the record yet.
            now = [dict(self._read_run(folder).records) for folder in self._folders]
            were = [dict(run.records) for run in self._runs]
            if self._read_unsolved() != self._unsolved or not all(map(_equal, now, were)):
                return
            # A shard that starts from here on waits until the folder is gone, and plans anew.
            (self._shards / shard_plan.PLAN).unlink(missing_ok=True)
        remove_folder(self._shards)

    def _name(self, index):
        return f"{index}/{self._plan.num_shards}"


def _equal(some, others):
    """Whether two dicts from steps to values are the same, NaN too."""
    return some.keys() == others.keys() and all(
        np.array_equal(values, others[step], equal_nan=True) for step, values in some.items()
    )


def _sound_rows(layout, step, values):
    """Which rows were measured to sound values, bool `(num_rows,)`."""
    sound = {(row.layer, row.decoder) for row in unpack_step(layout, step, values).rows if is_sound(row)}
    return np.array([(row.layer, row.decoder) in sound for row in layout.rows])


def _layers(history, step, *, sound=False):
    """Names of the layers that stand of a step with all of their rows, or with sound values in all."""
    found = history.probe_step(step)
    rows = () if found is None else found.rows
    there = {(row.layer, row.decoder) for row in rows if not sound or is_sound(row)}
    lacking = {row.layer for row in history.layout.rows if (row.layer, row.decoder) not in there}
    return {row.layer for row in history.layout.rows} - lacking
