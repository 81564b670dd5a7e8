"""What stands in the event files of a run: which records hide which, and what is wrong with them."""

import contextlib
import dataclasses
from typing import Any

from keras_phases.record import image_schema, schema
from keras_phases.record.kept import with_kept
from keras_phases.record.probe_step import unpack_matrix
from keras_phases.warning import warn


@dataclasses.dataclass
class StandingRun:
    """What stands in the event files of a folder; `begin` to `take_mark` take what is read, in the order of the files.

    Args:
        directory: The folder.
        layout: The newest `keras_phases.record.schema.Layout`; None where there is no phases record.
        records: List of `(step, values)`, steps increasing: a record hides those written before at its step or beyond.
        image_layout: `keras_phases.record.image_schema.ImageLayout`; None where there are no images.
        images: List of `(step, blobs)` of the probe steps that stand; those measured anew hide images from there on,
            whether or not they have images themselves.
        image_error: Why the images cannot be read, or None; it costs them alone.
        marks: List of `(step, digest)` of the weights at steps, increasing.
        kept: List of `(step, content)`, increasing: which weights were on disk after a step, packed.
        damage: What is no record, lists of `(start, stop)` in bytes by the name of the file.
        newest_time: Of all that was written, in seconds.
    """

    directory: Any = None
    layout: schema.Layout | None = None
    records: list = dataclasses.field(default_factory=list)
    image_layout: image_schema.ImageLayout | None = None
    images: list = dataclasses.field(default_factory=list)
    image_error: str | None = None
    marks: list = dataclasses.field(default_factory=list)
    kept: list = dataclasses.field(default_factory=list)
    damage: dict = dataclasses.field(default_factory=dict)
    newest_time: float = 0.0

    @property
    def steps(self):
        """The probe steps, increasing."""
        return [step for step, _ in self.records]

    @property
    def told_damage(self):
        """What is damaged, for people."""
        return _tell_damage(self.directory, self.damage)

    def before(self, step):
        """What stands of the steps before `step`."""
        kept = {
            name: [record for record in getattr(self, name) if record[0] < step]
            for name in ("records", "images", "marks", "kept")
        }
        return dataclasses.replace(self, **kept)

    def begin(self, step):
        """Takes a word that a fit began, whose steps from `step` on are measured anew."""
        for kept in (self.records, self.images, self.marks, self.kept):
            schema.hide_from(kept, step)

    def take_metrics(self, step, tensor, content, path):
        """Takes the proto of a probe step; `content` is its layout as it is packed, empty where it tells none."""
        if content:
            with _naming(step, path):
                found = schema.unpack_layout(content)
            if self.layout is not None and not self.layout.same_rows(found):
                raise ValueError(f"{path} holds other layers or metrics than the files before it.")
            self.layout = found
        schema.hide_from(self.images, step)
        _put(self.records, step, (tensor, path))

    def take_images(self, step, blobs, content):
        """Takes the images of a probe step; `content` as that of `take_metrics`."""
        _put(self.images, step, tuple(blobs))
        # As TensorBoard does, that of the first; a later one of other examples would be written nowhere.
        if content and self.image_layout is None and self.image_error is None:
            try:
                self.image_layout = image_schema.unpack_image_layout(content)
            except ValueError as error:
                self.image_error = f"{error}"

    def take_mark(self, step, digest):
        """Takes a digest of the weights at a step."""
        _put(self.marks, step, digest)

    def take_kept(self, step, contents):
        """Takes the tensor's texts, one where it is ours, of which weights were on disk after a step."""
        _put(self.kept, step, b"".join(contents))

    def note_weights(self, step, digest):
        """The same of weights as they are, and a warning where they were others at this very step before."""
        if self.marks and self.marks[-1][0] == step and self.marks[-1][1] != digest:
            warn(
                "Weights are others than at the last batch: a callback before PhaseProbe has put them there, moving "
                "averages say, and what is measured is of those. Expected one kind of weights at all steps; list "
                "PhaseProbe before that callback."
            )
        self.take_mark(step, digest)

    def finish(self):
        """Checks that all fits its layout: of what is damaged, a layout may be told later than by the first record."""
        if self.layout is None and self.records:
            many, where = len(self.records), self.told_damage or f"{self.records[0][1][1]} does not say"
            raise ValueError(
                f"{where}, where the names of layers and metrics stood: what the {many} probe steps behind it hold "
                "cannot be told."
            )
        if self.layout is not None and self.kept:
            self.layout = with_kept(self.layout, self.kept[-1][1])
        self.records = [(step, self._unpack(step, *found)) for step, found in self.records]
        misfit = next(
            (one for one in self.images if not self.image_layout or len(one[1]) != self.image_layout.num_blobs), None
        )
        if misfit is not None:
            told = f"{self.directory}: step {misfit[0]} has {len(misfit[1])} images, unlike its layout."
            self.image_error, self.image_layout, self.images = self.image_error or told, None, []
        return self

    def _unpack(self, step, tensor, path):
        with _naming(step, path):
            return unpack_matrix(tensor, self.layout.shape)  # pyright: ignore[reportOptionalMemberAccess] there is one


@contextlib.contextmanager
def _naming(step, path):
    """Whatever is wrong within names the step and the file."""
    try:
        yield
    except ValueError as error:
        raise ValueError(f"{error} (step {step} of {path})") from error


def warn_of_damage(directory, damage, more=""):
    """Warns where something of a folder's files is damaged."""
    if damage:
        warn(f"{_tell_damage(directory, damage)}: all else that stands there is read.{more}")


def _tell_damage(directory, damage):
    places = {name: ", ".join(f"{start:,} to {stop:,}" for start, stop in found) for name, found in damage.items()}
    return "; ".join(f"'{directory / name}' is damaged at bytes {where}" for name, where in places.items())


def _put(records, step, content):
    schema.hide_from(records, step)
    records.append((int(step), content))
