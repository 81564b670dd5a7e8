"""The cells of a replay: a checkpoint and a group of layers, measured one after the other into a record."""

import dataclasses
import pathlib

import numpy as np
from tensorboard_plugin_phases import metadata

from keras_phases import report
from keras_phases.history import PhaseHistory
from keras_phases.image_steps import MAX_IMAGE_STEPS, records_images
from keras_phases.lending import find_nonfinite
from keras_phases.transfer.loading import load_weights
from keras_phases.warning import warn

_EPOCH, _SECONDS, _FLAGS = (metadata.METRICS.index(name) for name in ("epoch", "probe_seconds", "flags"))
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
        self._model, self._gallery, self._record, self._raises = model, instrument.gallery, record, raises
        self._cells, self.failures = _cells_of(instrument), []
        self._quantities, self._told = instrument.quantities, set(_UNSOUND)
        known = {*steps, *record.history.steps.tolist()}
        self._last_step, self._takes_all_images = max(known), len(known) <= MAX_IMAGE_STEPS

    def missing(self, step):
        """The cells of a step that the record does not have: pairs of the slice of its rows and an `Instrument`."""
        values = self._record.values_of(step)
        return [cell for cell in self._cells if values is None or not _is_sound(values[cell[0]])]

    def measure(self, saved):
        """Measures what is missing of a checkpoint; returns whether anything came of it.

        Args:
            saved: `SavedStep`.

        Raises:
            ValueError: when a cell fails, with `raises`.
            OSError: when the record cannot be written, with `raises`; else that is warned of, and tried again later.
        """
        cells = self.missing(saved.step)
        try:
            load_weights(self._model, saved)
        except ValueError as error:
            self._fail(saved, _layers_of(part for _, part in cells), error)
            return False
        measured = [self._measure_cell(saved, rows, part) for rows, part in cells]
        if any(measured):
            self._tell_quantities()
            newest = self._history_of(saved.step)
            self._told = report.warn_of_flags(newest, self._told)
        return any(measured)

    def print_step(self, step):
        """One line for a step, as a probe prints it."""
        report.print_step(self._history_of(step))

    def _history_of(self, step):
        return PhaseHistory(self._record.history.layout, [(step, self._record.values_of(step))])

    def _measure_cell(self, saved, rows, part):
        try:
            if self._gallery is not None:
                self._gallery.begin(self._takes_images(saved.step))
            values = part.measure()
        except Exception as error:
            self._fail(saved, _layers_of([part]), error)
            return False
        self._put(saved, rows, values, self._take_images(saved.step))
        self._check(saved, part, values)
        return True

    def _takes_images(self, step):
        if not self._record.takes_images:
            return False
        known = self._record.history.image_steps.tolist()
        earlier = [other for other in known if other < step]
        options = {"takes_all": self._takes_all_images, "is_last": step == self._last_step}
        return step in known or (len(known) < MAX_IMAGE_STEPS and records_images(step, earlier, **options))

    def _take_images(self, step):
        """What the gallery took of this cell, beside what stands of the others of its step; None for none."""
        known = self._record.images_of(step)
        if self._gallery is None or not self._gallery.is_open:
            return known
        found, error = self._gallery.finish(), self._gallery.error
        if error is not None:
            warn(f"Step {step:,}: a layer has no images, {type(error).__name__}: {error}")
        return found if known is None else [new or old for new, old in zip(found, known, strict=True)]

    def _put(self, saved, rows, values, blobs):
        """Writes a cell into the row of its step; one that was measured again to the same values stays as it is."""
        standing = self._record.values_of(saved.step)
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

    def _check(self, saved, part, values):
        """Fails where a cell has no sound values; its record says so too, as that of a probe."""
        found = {name for row in values for name in metadata.unpack_flags(row[_FLAGS])} & _UNSOUND.keys()
        if not found:
            return
        layers = [plan.tap.name for plan, row in zip(part.plans, values, strict=True) if not _is_sound(row[None])]
        weight = find_nonfinite(self._model)
        reason = f"weight '{weight}' is NaN or infinite; " if weight else ""
        reason += ", ".join(f"{text} (flag '{name}')" for name, text in _UNSOUND.items() if name in found)
        self._fail(saved, tuple(dict.fromkeys(layers)), reason)

    def _fail(self, saved, layers, what):
        error = what if isinstance(what, Exception) else None
        text = (
            " ".join(str(what).split())
            if error is None or type(error) is ValueError
            else f"{type(error).__name__}: {what}"
        )
        reason = text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON]} ..."
        failure = Failure(saved.step, saved.path, layers, reason)
        if self._raises:
            raise ValueError(str(failure)) from error
        warn(f"{failure}")
        self.failures.append(failure)

    def _tell_quantities(self):
        failures = {} if self._quantities is None else self._quantities.failures
        for name in failures.keys() - self._told:
            self._told |= {name}
            warn(
                f"Quantity '{name}' failed and is not measured any more, its columns stay empty: "
                f"{type(failures[name]).__name__}: {failures[name]}."
            )


def _cells_of(instrument):
    cells, start = [], 0
    for part in instrument.parts():
        cells.append((slice(start, start + len(part.plans)), part))
        start += len(part.plans)
    return cells


def _layers_of(parts):
    return tuple(dict.fromkeys(plan.tap.name for part in parts for plan in part.plans))


def _is_sound(values):
    """Whether some rows were measured, all to sound values."""
    flags = values[:, _FLAGS]
    return not any(np.isnan(flag) or _UNSOUND.keys() & set(metadata.unpack_flags(flag)) for flag in flags)


def _but_seconds(values):
    return np.delete(values, _SECONDS, axis=1)
