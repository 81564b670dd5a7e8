"""A bounded folder of weights files by step, and the index that names them; whole at any instant, even when killed.

Files are written under `.writing` in that folder, synced to disk, and then renamed, so that a name stands for a whole
file; in a folder that lies elsewhere (`gs://...`) they are written on this machine and then uploaded. The index names a
file only after it has its name, and no longer before it is deleted. What a killed run leaves beside that, a file that
is not in the index or a half-written one, is removed when the folder is opened again.
"""

import contextlib
import dataclasses
import json
import math
import os
import pathlib
import re
import shutil
from typing import Annotated

import msgspec

from keras_phases.checkpoints.orbax import ORBAX, is_orbax, warn_of_unfinished
from keras_phases.checkpoints.whole_files import remove, write_whole
from keras_phases.record.paths import RemotePath, is_remote, numbered, numbered_there, to_path
from keras_phases.record.typed_json import Setting, read_json
from keras_phases.warning import warn

SCHEMA_VERSION = 1
INDEX, WRITING = "index.json", ".writing"
SUFFIXES = (".weights.h5", ".keras")

_STEP_FILE = re.compile(r"step-\d{8,}(?:\.weights\.h5|\.keras)|\d+")
_Whole = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
_WAYS_OUT = "Pass another filepath, or remove that folder."


@dataclasses.dataclass(frozen=True)
class Checkpoint:
    """Weights of one step on disk.

    Args:
        step: Optimizer steps done.
        path: The file; of Orbax's the folder.
        epoch: Epoch in which it was saved, counted from 0; None where it is not known.
        value: The metric there, by rules the reconstruction loss; None where it is not known or not finite.
        recalibrated: Whether BatchNorm statistics in the file were measured anew on fit rows.
    """

    step: int
    path: pathlib.Path | RemotePath
    epoch: int | None = None
    value: float | None = None
    recalibrated: bool = False


class _Entry(msgspec.Struct):
    file: Annotated[str, msgspec.Meta(pattern=rf"^(?:{_STEP_FILE.pattern})\Z")]
    step: _Whole
    epoch: _Whole | None
    value: float | None
    recalibrated: bool


class _Index(msgspec.Struct):
    best_step: _Whole | None
    checkpoints: list[_Entry]
    order: _Whole = 0


def steps_folder(filepath, suffix):
    """`runs/best.weights.h5` -> `runs/best-steps`."""
    return filepath.with_name(f"{filepath.name.removesuffix(suffix)}-steps")


def _folders_of(first):
    """`(order, folder)` of each folder of steps that has an index, `best-steps-1`, ..., newest first; or of one."""
    found = [(_order_of(path), path) for path in reversed(numbered_there(first)) if (path / INDEX).exists()]
    return sorted(found, key=lambda one: -one[0]) or [(0, first)]


def _order_of(folder):
    try:
        return min(_parse_index(folder)[1].order, 2**62)  # there is always one more
    except ValueError:
        return 0


def choose_kept(steps, candidates, max_kept):
    """Which of some steps stay: the candidates first, the others spread evenly over log(1 + step).

    Args:
        steps: Steps that there are.
        candidates: Those that are kept first, the most important first; others among them are ignored.
        max_kept: How many to keep; None keeps all.

    Returns:
        The steps that are kept, in order.

    Example:
        >>> choose_kept([0, 1, 2, 4, 8, 16, 32, 64], candidates=[8, 64], max_kept=5)
        [0, 1, 8, 32, 64]
    """
    steps = sorted(steps)
    if max_kept is None or len(steps) <= max_kept:
        return steps
    present = [step for step in dict.fromkeys(candidates) if step in steps]
    # Half of the places at most beyond the first three, so that a candidate of later days has neighbours to come from.
    protected = set(present[: min(max(3, (max_kept + 1) // 2), max_kept)])
    kept = list(steps)
    while len(kept) > max_kept:
        loose = [place for place, step in enumerate(kept) if step not in protected]
        kept.pop(min(loose, key=lambda place: (_gap(kept, place), place)))
    return kept


def _gap(steps, place):
    """The gap that a step would leave; the first and the last leave the largest."""
    if place in (0, len(steps) - 1):
        return math.inf
    return round(math.log1p(steps[place + 1]) - math.log1p(steps[place - 1]), 9)


def sort_by_distance(checkpoints, step):
    """Checkpoints by their distance to a step in log(1 + step), the nearest first, the earlier of two.

    Example:
        >>> [one.step for one in sort_by_distance([Checkpoint(step, None) for step in (0, 64, 255, 1023)], 127)]
        [64, 255, 1023, 0]
    """
    return sorted(checkpoints, key=lambda one: (round(abs(math.log1p(one.step) - math.log1p(step)), 9), one.step))


class CheckpointRing:
    """Writes checkpoints of probe steps, at most `max_kept`, and keeps the best of them at `filepath` too.

    On disk are at any instant at most `max_kept` + 2 weights files of a run, the one that is being written and
    `filepath` among them, and an index of some hundred bytes for each. A run that does not go on with what stands in
    `<stem>-steps` has a folder of its own beside it.

    Args:
        filepath: Where the best one is kept, a path that ends in `suffix`.
        suffix: One of `SUFFIXES`, or `ORBAX`: `filepath` is then a folder, in which the best step is one.
        max_kept: How many files stay in `<stem>-steps`; None keeps all.

    Attributes: `folder`, that of the steps, settled by `begin`; `first`, the one without a number.
    """

    def __init__(self, filepath, suffix, *, max_kept):
        self.filepath, self._suffix, self._max_kept = to_path(filepath), suffix, max_kept
        self.folder = self.first = steps_folder(self.filepath, suffix)
        self.checkpoints, self.best_step, self.about = (), None, {}
        self.largest_bytes, self._order = 0, 0
        self._written_step = None

    def open(self):
        """Makes sure of the newest folder, and takes in what an earlier run left there.

        Raises:
            ValueError: when it cannot be written, or holds something else.
        """
        self._open(*_folders_of(self.first)[0])

    def begin(self, about, revised):
        """Takes up the newest folder of which the present run goes on with something, else begins one of its own.

        What an earlier run had not finished there is removed.

        Args:
            about: By what checkpoints are chosen, such as `{"layer": "block5_relu", "keep": "minimum"}`; JSON.
            revised: Function of a `Checkpoint` and by what it was chosen to what it is now, None for one to forget.

        Returns:
            `(before, forgotten)`: by what they were chosen so far, empty in a folder of its own, and a list of the
            checkpoints that were forgotten.
        """
        found = _folders_of(self.first)
        for _, folder in found:
            with contextlib.suppress(ValueError):
                before, _, checkpoints = _read_index(folder)
                kept = tuple(filter(None, (revised(one, before) for one in checkpoints)))
                if kept or not (checkpoints or before):
                    break
        else:
            before, kept = {}, ()
            taken = numbered_there(self.first)
            folder = next(path for path in numbered(self.first) if path not in taken)
        newest, last_begun = found[0]
        self._open(newest + (folder != last_begun), folder)
        self._clear()
        forgotten = [one for one in self.checkpoints if one.step not in {other.step for other in kept}]
        best = self.best_step if self.best_step in {one.step for one in kept} else None
        self._replace(about, self.checkpoints, kept, best)
        return before, forgotten

    def _open(self, order, folder):
        self._order, self.folder = order, folder
        try:
            (self.folder / WRITING).mkdir(parents=True, exist_ok=True)
            found = {path for path in self.folder.iterdir() if _STEP_FILE.fullmatch(path.name)}
            if not found and not (self.folder / INDEX).exists():
                self._write_index({}, (), None)
            trial = self.folder / WRITING / INDEX
            trial.write_bytes(b"")
            trial.unlink()
        except OSError as error:
            raise ValueError(
                f"'{self.folder}' cannot be written: {error}. Expected a folder for weights beside filepath "
                f"'{self.filepath}'; pass one that can."
            ) from error
        if self.filepath.is_dir() and self._suffix != ORBAX:
            raise ValueError(f"filepath '{self.filepath}' is a folder. Expected a file that can be written.")
        if not (self.folder / INDEX).exists():
            raise ValueError(f"'{self.folder}' holds {len(found)} weights files without {INDEX}. {_WAYS_OUT}")
        self.about, self.best_step, self.checkpoints = _read_index(self.folder)
        others = [one.path.name for one in self.checkpoints if one.path != self._place(self.folder, one.step)]
        if others:
            raise ValueError(f"'{self.folder}' holds {others[0]}, no {self._suffix} files. {_WAYS_OUT}")
        self._written_step = None

    def _place(self, folder, step):
        return folder / (str(step) if self._suffix == ORBAX else f"step-{step:08d}{self._suffix}")

    def _clear(self):
        """Removes what a killed run had not finished."""
        known = {one.path for one in self.checkpoints}
        found = [path for path in self.folder.iterdir() if _STEP_FILE.fullmatch(path.name) and path not in known]
        for path in [*found, *([] if is_remote(self.folder) else (self.folder / WRITING).iterdir())]:
            remove(path)

    def add(self, checkpoint, write, choose):
        """Writes a checkpoint, makes room for it, and brings `filepath` up to date.

        Args:
            checkpoint: `Checkpoint` whose `path` is chosen here.
            write: `write(path)` writes the weights to a file.
            choose: Function of all checkpoints to `(best_step, candidates)`: the step that `filepath` shall hold, None
                for none, and the steps to keep first; see `choose_kept`.

        Raises:
            OSError: when the disk refuses. The ring is as before, or it holds the checkpoint and `filepath` is behind;
                the next call makes up for that.
        """
        path = self._place(self.folder, checkpoint.step)
        checkpoint = dataclasses.replace(checkpoint, path=path)
        self.largest_bytes = max(self.largest_bytes, self._write_whole(path, write))
        others = [other for other in self.checkpoints if other.step != checkpoint.step]
        found = sorted([*others, checkpoint], key=lambda one: one.step)
        best, candidates = choose(tuple(found))
        steps = choose_kept([one.step for one in found], [best, *candidates], self._max_kept)
        self._written_step = None if self._written_step == checkpoint.step else self._written_step
        try:
            self._replace(self.about, found, tuple(one for one in found if one.step in steps), best)
        except OSError:
            if len(others) == len(self.checkpoints):
                remove(path)
            raise
        self.update()

    def update(self):
        """Brings `filepath` up to date: a copy of the best checkpoint."""
        best = next((one for one in self.checkpoints if one.step == self.best_step), None)
        if best is not None and self._written_step != best.step:
            if is_remote(self.filepath):
                self.filepath.copy_from(best.path)  # pyright: ignore[reportAttributeAccessIssue] of a remote one
            elif self._suffix == ORBAX:
                self._copy_folder(best)
            else:
                self._write_whole(self.filepath, lambda path: shutil.copyfile(best.path, path))
            self._written_step = best.step

    def _copy_folder(self, best):
        """The new best step beside the one before, which then goes: at any instant one of them is whole."""
        self.filepath.mkdir(parents=True, exist_ok=True)
        copy = self.filepath / str(best.step)
        self._write_whole(copy, lambda path: shutil.copytree(best.path, path))
        for other in self.filepath.iterdir():
            if other != copy and other.name.isdigit():
                remove(other)

    def _replace(self, about, present, checkpoints, best_step):
        """Some of the checkpoints that are present: in the index first, then on disk."""
        self._write_index(about, checkpoints, best_step)
        gone = {one.path for one in present} - {one.path for one in checkpoints}
        self.about, self.checkpoints, self.best_step = about, checkpoints, best_step
        for path in gone:
            # What cannot be deleted now is no longer in the index, and goes when the folder is opened again.
            with contextlib.suppress(OSError):
                remove(path)

    def _write_index(self, about, checkpoints, best_step):
        entries = [
            {"file": one.path.name} | {name: getattr(one, name) for name in ("step", "epoch", "value", "recalibrated")}
            for one in checkpoints
        ]
        order = {"order": self._order} if self._order else {}
        content = {"schema": SCHEMA_VERSION, **about, **order, "best_step": best_step, "checkpoints": entries}
        text = json.dumps(content, indent=1, allow_nan=False) + "\n"
        self._write_whole(self.folder / INDEX, lambda path: path.write_text(text))

    def _write_whole(self, path, write):
        return write_whole(path, write, self.folder / WRITING)


def load_index(path: str | os.PathLike[str]) -> list[Checkpoint]:
    """The checkpoints that stand on disk, by step.

    Args:
        path: `filepath` of a `PhaseCheckpoint`, of which the run counts that began last, a folder `<stem>-steps`, or
            any folder of `.weights.h5` or `.keras` files with the step in their names, as those of
            `keras.callbacks.ModelCheckpoint`: of several whole numbers the last one counts,
            `epoch03-batch0200-0.51.weights.h5` is step 200. Files without a number are left out. The directory of a
            `keras.callbacks.OrbaxCheckpoint` too, whose folders are numbered.

    Returns:
        List of `Checkpoint`, steps increasing.

    Raises:
        FileNotFoundError: when there is none.
        ValueError: when an index cannot be read, or two files are of one step.

    Example:
        >>> import pathlib, tempfile
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> for name in ("model-0.weights.h5", "model-100.weights.h5", "best.weights.h5"):
        ...     (folder / name).touch()
        >>> [checkpoint.step for checkpoint in load_index(folder)]
        [0, 100]
    """
    path = to_path(path)
    suffix = next((suffix for suffix in (*SUFFIXES, ORBAX) if path.name.endswith(suffix)), None)
    is_folder = suffix is None or (path.is_dir() and suffix != ORBAX)
    folder = path if is_folder else _folders_of(steps_folder(path, suffix))[0][1]
    if (folder / INDEX).exists():
        checkpoints = _read_index(folder)[2]
    else:
        checkpoints = _find_files(folder)
    if not checkpoints:
        raise FileNotFoundError(
            f"There are no checkpoints in '{folder}'. Expected weights files with the step in their names, or the "
            "filepath of a PhaseCheckpoint."
        )
    return list(checkpoints)


def _find_files(folder):
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    warn_of_unfinished(folder, [path.name for path in files])
    found = {}
    for path in files:
        step = int(path.name) if is_orbax(path) else step_of(path.name)
        if step in found:
            raise ValueError(
                f"'{found[step].path.name}' and '{path.name}' in '{folder}' are both of step {step}. Expected one file "
                "for each step, the step being the last whole number in its name."
            )
        if step is not None:
            found[step] = Checkpoint(step, path)
    return tuple(found[step] for step in sorted(found))


def step_of(name):
    """The last whole number in a file's name, its suffix left out; None where there is none, or for another file.

    Example:
        >>> step_of("epoch03-batch0200-0.51.weights.h5"), step_of("step100-loss2.5e-05.keras"), step_of("best.keras")
        (200, 100, None)
    """
    suffix = next((suffix for suffix in SUFFIXES if name.endswith(suffix)), None)
    if suffix is None:
        return None
    # A number with a decimal point is a metric; a point between other characters only separates.
    numbers = re.findall(r"(?<![\d.])\d+\.\d+(?:e[+-]?\d+)?|\d+", name.removesuffix(suffix))
    whole = [int(number) for number in numbers if "." not in number and len(number) < 19]
    return whole[-1] if whole else None


def _read_index(folder):
    """`(about, best_step, checkpoints)`; files that are gone are left out, with a warning."""
    about, index, checkpoints = _parse_index(folder)
    missing = [one for one in checkpoints if not one.path.exists()]
    if missing:
        warn(f"'{folder}': {', '.join(one.path.name for one in missing)} is gone; it is left out.")
    return about, index.best_step, tuple(one for one in checkpoints if one not in missing)


def _parse_index(folder):
    path = folder / INDEX
    try:
        fields = read_json(path.read_bytes(), dict[str, Setting], version=SCHEMA_VERSION)
        index = msgspec.convert(fields, _Index)
    except (OSError, ValueError) as error:
        raise ValueError(f"'{path}' is no index of checkpoints: {error}. {_WAYS_OUT}") from error
    about = {name: value for name, value in fields.items() if name not in ("schema", *_Index.__struct_fields__)}
    found = (
        Checkpoint(one.step, folder / one.file, one.epoch, one.value, one.recalibrated) for one in index.checkpoints
    )
    return about, index, tuple(found)
