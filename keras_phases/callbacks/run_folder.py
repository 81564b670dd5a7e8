"""The folder that the record of a fit goes to."""

import keras

from keras_phases.record.paths import to_path, unused_folder
from keras_phases.record.run_record import holds_record, unused_log_dir


class RunFolder:
    """Where the fits of one probe write: each where it was told to, or all of one model in one new folder.

    Args:
        log_dir: Folder that was asked for; None: that of a TensorBoard callback in the fit, else `logs/<time>`.
        begins_new: Whether a new folder is wanted beside one that holds a record.
    """

    def __init__(self, log_dir, *, begins_new):
        self._given, self._begins_new, self._model, self.log_dir = log_dir, begins_new, None, None

    def choose(self, model, callbacks, *, has_restarted):
        """The folder of a fit.

        Args:
            model: The model that trains.
            callbacks: Those of the fit.
            has_restarted: Whether the model has been set back behind the newest step of the fit before.
        """
        given = self._given or _tensorboard_log_dir(callbacks)
        # The same model trained further goes on with its record; another model gets a folder of its own.
        is_known = self.log_dir is not None and self._model is model and not has_restarted
        if given is not None and not self._begins_new:
            self.log_dir = to_path(given)
        elif not is_known and given is not None:
            self.log_dir = unused_folder(to_path(given), lambda folder: holds_record(folder / "phases"))
        elif not is_known:
            self.log_dir = unused_log_dir()
        self._model = model
        return self.log_dir


def check_alone(directory, others):
    """A ValueError where another probe of the fit writes to the same folder."""
    if directory in others:
        raise ValueError(
            f"Two probes of this fit write to '{directory}'. Expected a folder for each; pass "
            "PhaseProbe(log_dir=...) to one of them."
        )


def _tensorboard_log_dir(callbacks):
    return next((one.log_dir for one in callbacks if isinstance(one, keras.callbacks.TensorBoard)), None)
