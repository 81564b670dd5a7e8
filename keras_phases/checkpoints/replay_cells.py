"""The cells of a replay, a checkpoint and a group of layers: measured here or elsewhere, written in one place.

`measure_cells` is a function of weights on disk and writes nothing: every engine calls it. `CellMeter` writes what came
of it into the record. Importing this does not load Keras.
"""

import bisect
import dataclasses
import math
import pathlib
from collections.abc import Mapping

import msgspec

from keras_phases.checkpoints.engines.engine import Piece
from keras_phases.record import console, schema
from keras_phases.record.history import PhaseHistory
from keras_phases.record.images import MAX_IMAGE_STEPS, records_images
from keras_phases.record.paths import RemotePath
from keras_phases.record.probe_step import ProbeStep, pack_step
from keras_phases.warning import warn

_UNSOUND = {
    schema.FAILURE: "weights are not finite",
    "nonfinite_features": "features are not finite",
    "nonfinite_outputs": "the model's outputs are not finite",
    "failed": "an exact solve did not converge",
    "out_of_memory": "memory ran out",
}
"""Flags of a cell that is tried again when the replay goes on."""

_LONGEST_REASON = 500


@dataclasses.dataclass(frozen=True)
class Failure:
    """A cell without sound values.

    Args:
        step: Step of the checkpoint.
        path: Its file.
        layers: Names of the layers that are concerned.
        reason: What is wrong.
    """

    step: int
    path: pathlib.Path | RemotePath
    layers: tuple[str, ...]
    reason: str

    def __str__(self):
        return f"Step {self.step:,} ('{self.path}'), {', '.join(self.layers)}: {self.reason}"


@dataclasses.dataclass(frozen=True)
class Measured:
    """What came of cells of one checkpoint.

    Args:
        places: Which of its cells.
        found: `ProbeStep` of their rows; None where they could not be measured.
        blobs: The images, as `Gallery.finish` gives them. Defaults to `None`: none were asked for.
        image_error: Why a layer has no images. Defaults to `None`.
        weight: Place among the model's weights of one that is NaN or infinite, where values are not sound; a model
            that was read from a file has other names for them. Defaults to `None`.
        reason: Why there are no values. Defaults to `None`.
        given_up: Quantities that are not measured any more, a dict from the name to the reason.
    """

    places: tuple[int, ...]
    found: ProbeStep | None = None
    blobs: list[bytes] | None = None
    image_error: str | None = None
    weight: int | None = None
    reason: str | None = None
    given_up: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def is_sound(self):
        """Whether there are values, none of them marked as unsound."""
        return self.found is not None and all(map(is_sound, self.found.rows))


def pack_measured(measured: Measured) -> bytes:
    """A `Measured` as MessagePack, which holds values and no code."""
    return msgspec.msgpack.encode(measured, enc_hook=lambda number: number.item())


def unpack_measured(content: bytes) -> Measured:
    """Inverse of `pack_measured`.

    Raises:
        ValueError: for bytes of anything else.
    """
    return msgspec.msgpack.decode(content, type=Measured)


def measure_cells(model, parts, piece, load):
    """Measures cells of a checkpoint, one after the other; nothing stays of what was measured before.

    Args:
        model: The model that takes the weights.
        parts: `Instrument.parts()` of the model; each is a cell.
        piece: `Piece`.
        load: `load(model, saved)` gives the model the weights, or raises a ValueError.

    Yields:
        `Measured`: of each cell; of all where the weights cannot be loaded.
    """
    try:
        load(model, piece.saved)
    except ValueError as error:
        yield Measured(tuple(piece.places), reason=_reason_of(error))
        return
    for place in piece.places:
        yield _measure_cell(model, parts[place], place, piece.saved, piece.takes_images)


def check_measured(sweep, saved, place, measured):
    """Raises a ValueError or LookupError where a `Measured` that was read is none of a cell of a `Sweep`."""
    found, gallery = measured.found, sweep.instrument.gallery
    num_cells, num_weights = len(sweep.instrument.parts()), len(sweep.model.weights)
    if measured.places[:1] != (place,) or not {*measured.places} <= {*range(num_cells)}:
        raise ValueError(f"it is of the cells {measured.places}, expected {place}")
    if found is not None and (found.step != saved.step or len(measured.places) > 1):
        raise ValueError(f"it is of step {found.step}")
    if measured.blobs is not None and (gallery is None or len(measured.blobs) != gallery.layout.num_blobs):
        raise ValueError(f"it has {len(measured.blobs)} images")
    if measured.weight is not None and measured.weight not in range(num_weights):
        raise ValueError(f"it is of the weight {measured.weight} of {num_weights}")
    if found is not None:
        pack_step(sweep.layout, found)


def _measure_cell(model, part, place, saved, takes_images):
    gallery, about = part.gallery, {}
    try:
        if gallery is not None:
            gallery.begin(takes_images)
        found = part.measure(saved.step, float("nan") if saved.epoch is None else saved.epoch)
    except Exception as error:
        return Measured((place,), reason=_reason_of(error))
    measured = Measured((place,), found)
    if gallery is not None and gallery.is_open:
        about["blobs"] = gallery.finish()
        about["image_error"] = None if gallery.error is None else _with_type(gallery.error)
    if not measured.is_sound:
        failed = {id(weight) for weight in part.weights.failed()}
        about["weight"] = next((place for place, weight in enumerate(model.weights) if id(weight) in failed), None)
    if part.quantities is not None:
        about["given_up"] = {name: _with_type(error) for name, error in part.quantities.failures.items()}
    return dataclasses.replace(measured, **about)


class CellMeter:
    """Writes what is measured of checkpoints, cell by cell; what stands in the record is not measured again.

    Each cell is written once it is measured, and the rows of others that are still missing of its step are absent until
    they are: a later writing of a step takes the place of an earlier one. A cell that fails is warned of.

    Args:
        sweep: `Sweep`.
        record: `InsertedRecord`.

    Attributes: `failures`, the `Failure`s so far.
    """

    def __init__(self, sweep, record):
        self._model, self._record, self._beside = sweep.model, record, sweep.beside
        self._parts, self.failures, self._told = sweep.instrument.parts(), [], set(_UNSOUND)
        # Chosen before the first is measured: it must not hang on the order, nor on who measures it.
        before = record.history if self._beside is None else self._beside
        known, due = before.image_steps.tolist(), [step for step in sweep.steps if self._missing(step, [before])]
        steps = {*sweep.steps, *before.steps.tolist()}
        self._image_steps = plan_image_steps(steps, due, known) if record.takes_images else ()

    def work(self, saved_steps):
        """The `Piece`s of what the record lacks of checkpoints, or has not sound."""
        histories = [self._record.history, *([] if self._beside is None else [self._beside])]
        cells = [(saved, self._missing(saved.step, histories)) for saved in saved_steps]
        return [Piece(saved, places, saved.step in self._image_steps) for saved, places in cells if places]

    def _missing(self, step, histories):
        """The cells of a step that no history has sound, by their places."""
        found = [history.probe_step(step) for history in histories]
        rows = [row for standing in found if standing is not None for row in standing.rows]
        sound = {(row.layer, row.decoder) for row in rows if is_sound(row)}
        return tuple(place for place, part in enumerate(self._parts) if not _names(part) <= sound)

    def take(self, saved, found):
        """Writes what came of a checkpoint, each cell as it comes; returns whether anything did.

        Args:
            saved: `Checkpoint`.
            found: Iterable of `Measured`.
        """
        num_measured = sum([self._take(saved, measured) for measured in found])
        if num_measured:
            self._told = console.warn_of_flags(self._history_of(saved.step), self._told)
        return num_measured > 0

    def print_step(self, step):
        """One line for a step, as a probe prints it."""
        console.print_step(self._history_of(step))

    def _history_of(self, step):
        history = PhaseHistory(self._record.history.layout)
        history.add(self._record.history.probe_step(step))
        return history

    def _take(self, saved, measured):
        """Writes a cell and tells what is wrong with it; returns whether there are values."""
        if measured.found is None:
            plans = [plan for place in measured.places for plan in self._parts[place].plans]
            self._fail(saved, [plan.tap.name for plan in plans], measured.reason)
            return False
        self._put(measured.found, self._choose_images(saved.step, measured))
        self._tell_quantities(measured.given_up)
        self._check(saved, measured)
        return True

    def _choose_images(self, step, measured):
        """The images of this cell, beside what stands of the others of its step; None for none."""
        known = self._record.history.blobs(step)
        if measured.blobs is None or not self._record.takes_images:
            return known
        if measured.image_error is not None:
            warn(f"Step {step:,}: a layer has no images, {measured.image_error}")
        return measured.blobs if known is None else [new or old for new, old in zip(measured.blobs, known, strict=True)]

    def _put(self, found, blobs):
        """Writes a cell into its step; one that was measured again to the same values stays as it is."""
        standing = self._record.history.probe_step(found.step)
        merged = found if standing is None else _merge(standing, found)
        if self._record.history.holds(merged):
            return
        try:
            self._record.insert(merged, blobs)
        except OSError as error:
            warn(str(error))

    def _check(self, saved, measured):
        """Fails where a cell has no sound values; its record says so too, as that of a probe."""
        unsound = [row for row in measured.found.rows if not is_sound(row)]
        if not unsound:
            return
        weight = None if measured.weight is None else self._model.weights[measured.weight].path
        reason = f"weight '{weight}' is NaN or infinite; " if weight else ""
        self._fail(saved, [row.layer for row in unsound], reason + tell_unsound(unsound))

    def _fail(self, saved, layers, reason):
        failure = Failure(saved.step, saved.path, tuple(dict.fromkeys(layers)), reason)
        warn(f"{failure}")
        self.failures.append(failure)

    def _tell_quantities(self, given_up):
        for name in given_up.keys() - self._told:
            self._told |= {name}
            warn(f"Quantity '{name}' failed and is not measured any more, its columns stay empty: {given_up[name]}.")


def plan_image_steps(steps, due, known):
    """Which checkpoints have images, as a probe chooses among its steps: a set of steps.

    Args:
        steps: All steps of the record.
        due: Those that are measured.
        known: Those that have images.
    """
    planned, options = sorted(known), {"takes_all": len(steps) <= MAX_IMAGE_STEPS}
    for step in sorted({*due} - {*known}):
        earlier = planned[: bisect.bisect(planned, step)]
        is_chosen = records_images(step, earlier, is_last=step == max(steps), **options)
        if is_chosen and len(planned) < MAX_IMAGE_STEPS:
            bisect.insort(planned, step)
    return frozenset(planned)


def is_sound(row):
    """Whether a `ProbeRow` has no flag that says its values mean nothing."""
    return not row.flags & _UNSOUND.keys()


def tell_unsound(rows):
    """What is wrong with `ProbeRow`s that are not sound, for people."""
    flags = frozenset().union(*(row.flags for row in rows))
    return ", ".join(f"{text} (flag '{name}')" for name, text in _UNSOUND.items() if name in flags)


def _names(part):
    """The (layer, decoder) of each row that a part measures."""
    return {(plan.tap.name, plan.decoder) for plan in part.plans}


def _merge(standing, found):
    """A `ProbeStep` with the rows of a cell in their places, and the seconds of the whole step, as a probe has them."""
    measured = {(row.layer, row.decoder) for row in found.rows}
    others = [row.metrics for row in standing.rows if (row.layer, row.decoder) not in measured]
    seconds = found.seconds + max((metrics.get("probe_seconds", 0.0) for metrics in others), default=0.0)
    merged = standing.with_rows(found.rows)
    rows = (dataclasses.replace(row, metrics={**row.metrics, "probe_seconds": seconds}) for row in merged.rows)
    epoch = standing.epoch if math.isnan(found.epoch) else found.epoch
    return dataclasses.replace(merged, epoch=epoch, rows=tuple(rows))


def _reason_of(error):
    """Our own errors as they are, in one line; others with their type."""
    text = " ".join(str(error).split()) if type(error) is ValueError else _with_type(error)
    return text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON]} ..."


def _with_type(error):
    return f"{type(error).__name__}: {error}"
