"""The images of a run, in memory as they are on disk: PNG strips by image step."""

import numpy as np

from keras_phases.record.strips import decode_strip


class ImageRecords:
    """Image steps of one run; a writing hides every earlier one at its step or beyond.

    Args:
        layout: `keras_phases.record.image_schema.ImageLayout`.
        records: List of `(step, blobs)`, as `add` takes them. Defaults to none.
    """

    def __init__(self, layout, records=()):
        self.layout, self._records = layout, []
        for step, blobs in records:
            self.add(step, blobs)

    @property
    def steps(self):
        """Image steps, increasing."""
        return [step for step, _ in self._records]

    @property
    def records(self):
        """List of `(step, blobs)`, steps increasing."""
        return list(self._records)

    def add(self, step, blobs):
        """Appends an image step: a PNG strip for each row, empty where there is none, then those of the examples."""
        if len(blobs) != self.layout.num_blobs:
            raise ValueError(f"An image step has {self.layout.num_blobs} blobs, got {len(blobs)}.")
        self.hide(step)
        self._records.append((int(step), tuple(blobs)))

    def hide(self, step):
        """Drops image steps from `step` on, which are measured anew."""
        self._records = [record for record in self._records if record[0] < step]

    def reconstructions(self, step, row):
        """What one row's decoder makes of the examples, float32 `(num_examples, h, w, c)`.

        Raises:
            ValueError: for a step without images, with those that have some, and where this row gave none.
        """
        blobs = dict(self._records).get(step)
        if blobs is None:
            raise ValueError(f"There are no images of step {step!r}. Expected one of: {self.steps}.")
        if not blobs[row]:
            about = self.layout.rows[row]
            raise ValueError(
                f"'{about.layer}' ({about.decoder}) gave no image at step {step}: its decoder failed there, or its "
                "predictions are not finite; the flags of that record say more. Ask for another step."
            )
        return self._decode(blobs[row])

    def inputs(self, row=0):
        """The examples in the form that a row reconstructs, float32 `(num_examples, h, w, c)`."""
        if not self._records:
            raise ValueError("There are no images in this history yet: the first probe step writes them.")
        _, blobs = self._records[-1]
        return self._decode(blobs[len(self.layout.rows) + self.layout.rows[row].input])

    def _decode(self, png):
        low, high = (np.array(bound, np.float32) for bound in (self.layout.low, self.layout.high))
        return decode_strip(png, self.layout.num_examples, low, high)
