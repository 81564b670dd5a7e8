"""What stands in the event files of a run: which records hide which, and what is wrong with them."""

import dataclasses
from typing import Any

from keras_phases.record import image_schema, schema


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
    damage: dict = dataclasses.field(default_factory=dict)
    newest_time: float = 0.0

    @property
    def steps(self):
        """The probe steps, increasing."""
        return [step for step, _ in self.records]

    @property
    def told_damage(self):
        """What is damaged, for people."""
        places = {
            name: ", ".join(f"{start:,} to {stop:,}" for start, stop in found) for name, found in self.damage.items()
        }
        return "; ".join(f"'{self.directory / name}' is damaged at bytes {where}" for name, where in places.items())

    def before(self, step):
        """What stands of the steps before `step`."""
        kept = {
            name: [record for record in getattr(self, name) if record[0] < step]
            for name in ("records", "images", "marks")
        }
        return dataclasses.replace(self, **kept)

    def begin(self, step):
        """Takes a word that a fit began, whose steps from `step` on are measured anew."""
        for kept in (self.records, self.images, self.marks):
            _hide(kept, step)

    def take_metrics(self, step, values, content, path):
        """Takes a probe step; `content` is its layout as it is packed, empty where it tells none."""
        if content:
            found = schema.unpack_layout(content)
            if self.layout is not None and not self.layout.same_rows(found):
                raise ValueError(f"{path} holds other layers or metrics than the files before it.")
            self.layout = found
        _hide(self.images, step)
        _put(self.records, step, (values, path))

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

    def finish(self):
        """Checks that all fits its layout: of what is damaged, a layout may be told later than by the first record."""
        records = [(step, values) for step, (values, _) in self.records]
        if self.layout is None and records and self.damage:
            raise ValueError(
                f"{self.told_damage}, where the names of layers and metrics stood: what the {len(records)} probe steps "
                "behind it hold cannot be told."
            )
        for step, (values, path) in self.records:
            if self.layout is None or values.shape != self.layout.shape:
                raise ValueError(f"{path}: step {step} has shape {values.shape}, unlike its layout.")
        misfit = next(
            (one for one in self.images if not self.image_layout or len(one[1]) != self.image_layout.num_blobs), None
        )
        if misfit is not None:
            told = f"{self.directory}: step {misfit[0]} has {len(misfit[1])} images, unlike its layout."
            self.image_error, self.image_layout, self.images = self.image_error or told, None, []
        self.records = records
        return self


def _put(records, step, content):
    _hide(records, step)
    records.append((int(step), content))


def _hide(records, step):
    while records and records[-1][0] >= step:
        records.pop()
