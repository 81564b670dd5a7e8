"""The images of a fit: at which probe steps the reconstructions of the shown examples are taken and written."""

from keras_phases.record.images import MAX_IMAGE_STEPS, records_images


class ShownImages:
    """Has the gallery of an instrument take the reconstructions of some probe steps, and the record keep them.

    Args:
        gallery: `Gallery`, or None.
        record: `Record`.
        step: Steps done when the fit begins.
        num_probe_steps: Probe steps of the fit, None where that is not known.
    """

    def __init__(self, gallery, record, *, step, num_probe_steps):
        self._gallery, self._record = gallery, record
        fits_all = num_probe_steps is not None and num_probe_steps <= MAX_IMAGE_STEPS
        # Where images stand already, more fits may follow, and nothing tells how many.
        self._takes_all = fits_all and not self._before(step)

    def _before(self, step):
        return [earlier for earlier in self._record.history.image_steps.tolist() if earlier < step]

    def begin(self, step, *, is_last):
        """Opens the gallery where this probe step is to have images."""
        if self._gallery is None:
            return
        options = {"takes_all": self._takes_all, "is_last": is_last}
        # Those of a step that is measured anew are recorded anew: its metrics hide what stands there.
        is_known = step in self._record.history.image_steps
        is_wanted = is_known or records_images(step, self._before(step), **options)
        self._gallery.begin(self._record.takes_images and is_wanted)

    def write(self, step):
        """Writes what was taken, after the step's metrics; raises what a decoder raised over it."""
        if self._gallery is not None and self._gallery.is_open:
            self._record.add_images(step, self._gallery.finish())
            if self._gallery.error is not None:
                raise self._gallery.error
