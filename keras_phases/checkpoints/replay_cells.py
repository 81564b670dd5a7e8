"""The cells of a replay, a checkpoint and a group of layers: measured here or elsewhere, written in one place.

`measure_cells` is a function of weights on disk and writes nothing: a loop calls it, and so do the workers of Apache
Beam. `CellMeter` writes what came of it into the record.
"""

import dataclasses
import itertools
import pathlib

import numpy as np

from keras_phases.backend.variables import find_nonfinite
from keras_phases.checkpoints.loading import load_weights
from keras_phases.record import console, schema
from keras_phases.record.history import PhaseHistory
from keras_phases.record.image_steps import MAX_IMAGE_STEPS, records_images
from keras_phases.warning import warn

_EPOCH, _SECONDS, _FLAGS = (schema.METRICS.index(name) for name in ("epoch", "probe_seconds", "flags"))
_UNSOUND = {
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
    path: pathlib.Path
    layers: tuple[str, ...]
    reason: str

    def __str__(self):
        return f"Step {self.step:,} ('{self.path}'), {', '.join(self.layers)}: {self.reason}"


@dataclasses.dataclass(frozen=True)
class Measured:
    """What came of cells of one checkpoint.

    Args:
        places: Which of its cells.
        values: Float32 `(num_rows, num_metrics)`; None where they could not be measured.
        blobs: The images, as `Gallery.finish` gives them. Defaults to `None`: none were asked for.
        image_error: Why a layer has no images. Defaults to `None`.
        weight: Place among the model's weights of one that is NaN or infinite, where values are not sound; a model
            that was read from a file has other names for them. Defaults to `None`.
        reason: Why there are no values. Defaults to `None`.
        error: The exception behind it, where it was raised in this process. Defaults to `None`.
        given_up: Quantities that are not measured any more, a dict from the name to the reason.
    """

    places: tuple[int, ...]
    values: np.ndarray | None = None
    blobs: list[bytes] | None = None
    image_error: str | None = None
    weight: int | None = None
    reason: str | None = None
    error: Exception | None = None
    given_up: dict[str, str] = dataclasses.field(default_factory=dict)

    @property
    def is_sound(self):
        """Whether there are values, none of them marked as unsound."""
        return self.values is not None and is_sound(self.values)


def measure_cells(model, parts, saved, *, places, float64_rows, takes_images, load=load_weights):
    """Measures cells of a checkpoint, one after the other; nothing stays of what was measured before.

    Args:
        model: The model that takes the weights.
        parts: `Instrument.parts()` of the model; each is a cell.
        saved: `SavedStep`.
        places: Which of `parts`, increasing.
        float64_rows: Set of the rows of the record whose sums are taken in float64 from the start.
        takes_images: Function that says, before each cell, whether its images are wanted.
        load: `load(model, saved)` gives the model the weights, or raises a ValueError. Defaults to `load_weights`.

    Yields:
        `Measured`: of each cell; of all where the weights cannot be loaded.
    """
    try:
        load(model, saved)
    except ValueError as error:
        yield Measured(tuple(places), reason=_reason_of(error), error=error)
        return
    plans = [plan for part in parts for plan in part.plans]
    parts[0].float64_plans.clear()  # all parts have one set
    parts[0].float64_plans.update(plans[row] for row in float64_rows)
    for place in places:
        yield _measure_cell(model, parts[place], place, takes_images())


def _measure_cell(model, part, place, takes_images):
    gallery, about = part.gallery, {}
    try:
        if gallery is not None:
            gallery.begin(takes_images)
        values = part.measure()
    except Exception as error:
        return Measured((place,), reason=_reason_of(error), error=error)
    if gallery is not None and gallery.is_open:
        about["blobs"] = gallery.finish()
        about["image_error"] = None if gallery.error is None else _with_type(gallery.error)
    if not is_sound(values):
        path = find_nonfinite(model)
        about["weight"] = None if path is None else [variable.path for variable in model.weights].index(path)
    if part.quantities is not None:
        about["given_up"] = {name: _with_type(error) for name, error in part.quantities.failures.items()}
    return Measured((place,), values, **about)


class CellMeter:
    """Measures checkpoints cell by cell; what stands in the record already is not measured again.

    Each cell is written once it is measured. The rows of others that are still missing of its step are NaN, flags
    included, until they are: a later writing of a step takes the place of an earlier one.

    Args:
        model: The model that takes the weights.
        instrument: `Instrument` of the model; each of its groups of layers is a cell.
        record: `Record` that is open for inserts.
        steps: Steps of all checkpoints.
        raises: Whether a cell that fails ends the replay. Defaults to `False`: it is warned of and kept in `failures`.
    """

    def __init__(self, model, instrument, record, *, steps, raises=False):
        self._model, self._record, self._raises = model, record, raises
        self._parts, self.failures, self._told = instrument.parts(), [], set(_UNSOUND)
        self._rows = _rows_of(self._parts)
        known = {*steps, *record.history.steps.tolist()}
        self._last_step, self._takes_all_images = max(known), len(known) <= MAX_IMAGE_STEPS

    def missing(self, step):
        """The cells of a step that the record does not have, by their places."""
        values = self._record.values_of(step)
        return [place for place, rows in enumerate(self._rows) if values is None or not is_sound(values[rows])]

    def float64_rows(self, step):
        """The rows of the record whose sums were taken in float64 at an earlier step, and so are from there on."""
        earlier = [values for known, values in self._record.history.records if known < step]
        return frozenset().union(*map(_float64_rows, earlier))

    def float64_rows_of(self, found):
        """The rows whose sums were taken in float64 in some `Measured`."""
        return frozenset().union(*(self._split_rows(measured)[0] for measured in found))

    def has_rougher_rows(self, found, float64_rows):
        """Whether some `Measured` have sums in float32 where they are to be in float64."""
        return any(self._split_rows(measured)[1] & float64_rows for measured in found)

    def _split_rows(self, measured):
        """The rows of the record that were measured in float64, and those in float32."""
        if measured.values is None:
            return frozenset(), frozenset()
        rows = self._rows[measured.places[0]]
        float64 = frozenset(rows.start + row for row in _float64_rows(measured.values))
        return float64, frozenset(range(rows.start, rows.stop)) - float64

    def measure(self, saved):
        """Measures what is missing of a checkpoint, and writes it; returns whether anything came of it.

        Args:
            saved: `SavedStep`.

        Raises:
            ValueError: when a cell fails, with `raises`.
            OSError: when the record cannot be written, with `raises`; else that is warned of, and tried again later.
        """
        step = saved.step
        options = {"places": self.missing(step), "float64_rows": self.float64_rows(step)}
        options["takes_images"] = lambda: self._takes_images(step)
        return self.take(saved, measure_cells(self._model, self._parts, saved, **options))

    def take(self, saved, found):
        """Writes what came of a checkpoint, each cell as it comes; as `measure`.

        Args:
            saved: `SavedStep`.
            found: Iterable of `Measured`.
        """
        num_measured = sum([self._take(saved, measured) for measured in found])
        if num_measured:
            newest = self._history_of(saved.step)
            self._told = console.warn_of_flags(newest, self._told)
        return num_measured > 0

    def print_step(self, step):
        """One line for a step, as a probe prints it."""
        console.print_step(self._history_of(step))

    def _history_of(self, step):
        return PhaseHistory(self._record.history.layout, [(step, self._record.values_of(step))])

    def _take(self, saved, measured):
        """Writes a cell and tells what is wrong with it; returns whether there are values."""
        if measured.values is None:
            self._fail(saved, self._layers_of(measured.places), measured.reason, measured.error)
            return False
        self._put(saved, measured, self._choose_images(saved.step, measured))
        self._tell_quantities(measured.given_up)
        self._check(saved, measured)
        return True

    def _takes_images(self, step):
        if not self._record.takes_images:
            return False
        known = self._record.history.image_steps.tolist()
        earlier = [other for other in known if other < step]
        options = {"takes_all": self._takes_all_images, "is_last": step == self._last_step}
        return step in known or (len(known) < MAX_IMAGE_STEPS and records_images(step, earlier, **options))

    def _choose_images(self, step, measured):
        """The images of this cell, beside what stands of the others of its step; None for none."""
        known = self._record.images_of(step)
        if measured.blobs is None or not self._takes_images(step):
            return known
        if measured.image_error is not None:
            warn(f"Step {step:,}: a layer has no images, {measured.image_error}")
        return measured.blobs if known is None else [new or old for new, old in zip(measured.blobs, known, strict=True)]

    def _put(self, saved, measured, blobs):
        """Writes a cell into the row of its step; one that was measured again to the same values stays as it is."""
        standing, values, rows = self._record.values_of(saved.step), measured.values, self._rows[measured.places[0]]
        merged = np.full(self._record.history.layout.shape, np.nan, np.float32) if standing is None else standing.copy()
        values[:, _EPOCH] = merged[0, _EPOCH] if saved.epoch is None else saved.epoch
        if np.array_equal(_but_seconds(values), _but_seconds(merged[rows]), equal_nan=True):
            return
        others = np.delete(merged[:, _SECONDS], rows)
        merged[rows] = values
        # That of the whole step, as a probe records it.
        merged[~np.isnan(merged[:, _FLAGS]), _SECONDS] = values[0, _SECONDS] + np.nanmax(others, initial=0.0)
        try:
            self._record.insert(saved.step, merged, blobs)
        except OSError as error:
            if self._raises:
                raise
            warn(str(error))

    def _check(self, saved, measured):
        """Fails where a cell has no sound values; its record says so too, as that of a probe."""
        values = measured.values
        found = {name for row in values for name in schema.unpack_flags(row[_FLAGS])} & _UNSOUND.keys()
        if not found:
            return
        plans = self._parts[measured.places[0]].plans
        layers = [plan.tap.name for plan, row in zip(plans, values, strict=True) if not is_sound(row[None])]
        weight = None if measured.weight is None else self._model.weights[measured.weight].path
        reason = f"weight '{weight}' is NaN or infinite; " if weight else ""
        reason += ", ".join(f"{text} (flag '{name}')" for name, text in _UNSOUND.items() if name in found)
        self._fail(saved, tuple(dict.fromkeys(layers)), reason)

    def _layers_of(self, places):
        return tuple(dict.fromkeys(plan.tap.name for place in places for plan in self._parts[place].plans))

    def _fail(self, saved, layers, reason, error=None):
        failure = Failure(saved.step, saved.path, layers, reason)
        if self._raises:
            raise ValueError(str(failure)) from error
        warn(f"{failure}")
        self.failures.append(failure)

    def _tell_quantities(self, given_up):
        for name in given_up.keys() - self._told:
            self._told |= {name}
            warn(f"Quantity '{name}' failed and is not measured any more, its columns stay empty: {given_up[name]}.")


def _rows_of(parts):
    """The rows of the record that each part measures, slices."""
    ends = list(itertools.accumulate(len(part.plans) for part in parts))
    return [slice(end - len(part.plans), end) for part, end in zip(parts, ends, strict=True)]


def _float64_rows(values):
    flags = enumerate(values[:, _FLAGS])
    return frozenset(row for row, flag in flags if flag == flag and "float64_sums" in schema.unpack_flags(flag))


def is_sound(values):
    """Whether some rows were measured, all to sound values."""
    flags = values[:, _FLAGS]
    return not any(np.isnan(flag) or _UNSOUND.keys() & set(schema.unpack_flags(flag)) for flag in flags)


def _reason_of(error):
    """Our own errors as they are, in one line; others with their type."""
    text = " ".join(str(error).split()) if type(error) is ValueError else _with_type(error)
    return text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON]} ..."


def _with_type(error):
    return f"{type(error).__name__}: {error}"


def _but_seconds(values):
    return np.delete(values, _SECONDS, axis=1)
