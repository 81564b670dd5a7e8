"""The record of a replay: steps come behind what stands, or into its midst, which is written anew once for all.

Loads no Keras.
"""

import contextlib
from typing import Any

from keras_phases.checkpoints.whole_files import remove_folder
from keras_phases.record.event_files import holds_steps
from keras_phases.record.history import PhaseHistory
from keras_phases.record.images import ImageRecords

FOLDER = "inserts"
"""Beside the folder of the event files: what came into the midst, until `close`; after a kill until the next replay."""


class InsertedRecord:
    """A record that is open for steps in any order.

    Args:
        directory: Folder of the event files.
        make: `make(directory)` gives a `Record` that is open for inserts.

    Attributes: `directory`, that which was chosen; `history`, of all that stands, also of what lies beside it.
    """

    def __init__(self, directory, make):
        self._make, self._record = make, make(directory)
        self._beside: Any = None
        self.directory, self.history = self._record.directory, self._record.history
        self._folder = self.directory.parent / FOLDER
        if holds_steps(self._folder):
            with contextlib.ExitStack() as stack:
                stack.callback(self._record.close)
                self._beside = make(self._folder)
                self.history = self._unite()
                stack.pop_all()

    @property
    def takes_images(self):
        """Whether steps may have images."""
        return self._record.takes_images

    def insert(self, found, blobs=None):
        """Takes a `ProbeStep`, and its images, in the place of what stands of it, and writes it.

        Raises:
            OSError: when it cannot be written; it is kept, and written together with the next.
        """
        standing = self._record.history.steps
        is_last = not len(standing) or found.step >= standing[-1]
        if not is_last and self._beside is None:
            self._beside = self._make(self._folder)
        try:
            (self._record if is_last else self._beside).insert(found, blobs)
        finally:
            self.history = self._record.history if self._beside is None else self.history.with_step(found, blobs)

    def close(self):
        """Puts what lies beside the record into it, and closes it.

        Raises:
            OSError: when that cannot be written; it stays where it is.
        """
        try:
            if self._beside is not None:
                self._record.put(self.history)
        finally:
            for record in (self._record, *filter(None, [self._beside])):
                record.close()
        if self._beside is not None:
            remove_folder(self._folder)

    def _unite(self):
        history, beside = self._record.history, self._beside.history
        records, images = dict(history.records) | dict(beside.records), history.images
        if images is not None and beside.images is not None:
            images = ImageRecords(images.layout, sorted((dict(images.records) | dict(beside.images.records)).items()))
        return PhaseHistory(history.layout, sorted(records.items()), images)
