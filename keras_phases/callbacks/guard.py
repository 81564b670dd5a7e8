"""What goes wrong in a callback of ours is no reason to end the user's training."""

import pathlib
import traceback

from keras_phases.warning import warn


class ErrorGuard:
    """Calls actions, and has their errors warn or end the fit.

    Args:
        name: The callback's, as warnings call it.
        raises: Whether an error ends the fit.
        on_end: Called before an error, or Ctrl-C, ends it. Defaults to nothing.
    """

    def __init__(self, name, *, raises=False, on_end=lambda: None):
        self._name, self._raises, self._on_end = name, raises, on_end

    def call(self, action, step):
        """The result of an action at a step; None where it failed."""
        try:
            return action()
        except KeyboardInterrupt:
            self._on_end()
            raise
        except Exception as error:
            if self._raises:
                self._on_end()
                raise
            last = traceback.extract_tb(error.__traceback__)[-1]
            warn(
                f"{self._name} failed at step {step}, training goes on: {type(error).__name__}: {error} "
                f"({pathlib.Path(last.filename).name}, line {last.lineno})."
                + " on_error='raise' shows the traceback."
                * (self._name == "PhaseProbe")
            )
