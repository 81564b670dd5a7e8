"""The record of a run as a worker knows it that is not the chief."""

from keras_phases.record.run_record import Record


class FollowedRecord(Record):
    """The same history as the chief's, without its images; nothing is written, and no folder is looked at.

    Args:
        record: The `Record` that the chief has made, and not opened yet.
    """

    def __init__(self, record):
        vars(self).update(vars(record))
        self.directory = str(record.directory)
        self._image_layout = self._earlier_images = None
        self.history = type(record.history)(record.history.layout, record.history.records)

    def _write_out(self, outlook=""):
        self._unwritten.clear()
