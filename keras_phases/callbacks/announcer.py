"""What a run tells while it goes on: lines where it is verbose, warnings, and what its loggers are sent."""

from keras_phases.record import console
from keras_phases.record.trackers import Trackers


class Announcer:
    """Tells of one run.

    Args:
        settings: `FitSettings`.
        keeper: `BudgetKeeper` of the run.
        is_chief: Whether this process is the one that measures; others send nothing to loggers.
        is_verbose: Whether lines are printed.
    """

    def __init__(self, settings, keeper, *, is_chief, is_verbose):
        self._keeper, self._is_verbose = keeper, is_verbose
        self._flags, self._is_share_told = frozenset(), False
        self._trackers = Trackers(settings.loggers if is_chief else (), raises=settings.on_error == "raise")

    def begin_step(self, step):
        """Before a probe step: of the first, which compiles, that it goes on."""
        if self._is_verbose and not self._keeper.measured:
            console.print_first(step)

    def tell_step(self, history):
        """After a probe step."""
        self._flags = console.warn_of_flags(history, self._flags)
        if self._is_verbose:
            console.print_step(history)
            self._tell_share(int(history.steps[-1]))
        self._trackers.log(history)

    def _tell_share(self, step):
        """Once the speed of training is known; with a budget its plan says that."""
        share = self._keeper.expected_overhead(step)
        if self._keeper.budget is None and not self._is_share_told and share is not None:
            self._is_share_told = True
            console.print_share(share, self._keeper)

    def end(self, history, log_dir):
        """After the last step."""
        if self._is_verbose:
            console.print_phases(history, log_dir)
            console.print_account(self._keeper)

    def show(self, history):
        """Has loggers that show a page show the report."""
        self._trackers.show(history)
