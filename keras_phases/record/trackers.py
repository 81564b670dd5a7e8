"""Trackers that a run sends its plain numbers to: of W&B, Trackio or MLflow, or any object with `log(dict, step)`.

None of them is imported unless a run of it is passed.
"""

import pathlib
import re
import sys
import tempfile

from keras_phases.record.scalars import scalars_of
from keras_phases.warning import warn

_REPORT, _STEP = "phases/report", "phases/step"


def check_loggers(loggers):
    """The loggers as a tuple.

    Raises:
        TypeError: for one that nothing can be sent to.
    """
    loggers = tuple(loggers) if isinstance(loggers, (list, tuple)) else (loggers,)
    for one in loggers:
        if _library_of(one) != "mlflow" and not callable(getattr(one, "log", None)):
            raise TypeError(
                f"loggers has {one!r}. Expected open runs, loggers=[wandb.init(...)], "
                "[trackio.init(...)] or [mlflow.start_run()], or objects with log(dict, step)."
            )
    return loggers


class Trackers:
    """Sends what a run finds; one that fails is named in a warning and sent nothing more.

    Args:
        loggers: As `check_loggers` gives them.
        raises: Whether a failure is an error instead. Defaults to `False`.
    """

    def __init__(self, loggers, *, raises=False):
        self._open = [_KINDS.get(_library_of(one), _Tracker)(one) for one in loggers]
        self._raises = raises

    def log(self, history):
        """Sends the scalars of the newest probe step."""
        if self._open:
            [(step, values)] = scalars_of(history, 1).items()
            self._each(lambda tracker: tracker.log(values, step), step)

    def show(self, history):
        """Sends the report to those that show a page."""
        if any(type(tracker).show is not _Tracker.show for tracker in self._open):
            step = int(history.steps[-1])
            with tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / "phases.html"
                history.report(path)
                self._each(lambda tracker: tracker.show(path, step), step)

    def _each(self, send, step):
        for tracker in list(self._open):
            try:
                send(tracker)
            except Exception as error:
                if self._raises:
                    raise
                self._open.remove(tracker)
                warn(
                    f"A logger failed at step {step} and is sent nothing more, fit and the record go on: "
                    f"{tracker.name}: {type(error).__name__}: {error}"
                )


class _Tracker:
    """Any object with `log(dict, step)`."""

    def __init__(self, run):
        self._run, self.name = run, type(run).__qualname__

    def log(self, values, step):
        self._run.log(values, step)

    def show(self, path, step):
        """Nothing: it may not take pages."""


class _Trackio(_Tracker):
    def show(self, path, step):
        self.log({_REPORT: sys.modules["trackio"].Html(path, inject=False)}, step)


class _WeightsAndBiases(_Tracker):
    """With an axis of its own: W&B drops rows whose step lies behind that of others in the same run."""

    def __init__(self, run):
        super().__init__(run)
        self._is_defined = False

    def log(self, values, step):
        if not self._is_defined:
            self._run.define_metric(_STEP, hidden=True)
            self._run.define_metric("phases/*", step_metric=_STEP)
            self._is_defined = True
        self._run.log({**values, _STEP: step})

    def show(self, path, step):
        self.log({_REPORT: sys.modules["wandb"].Html(str(path), inject=False)}, step)


class _MLflow(_Tracker):
    """The open run of MLflow, or the module itself, whose open run is meant."""

    def __init__(self, run):
        super().__init__(run)
        self._to = {"run_id": getattr(getattr(run, "info", None), "run_id", None)}

    def log(self, values, step):
        # MLflow refuses other characters in names.
        named = {re.sub(r"[^/\w.\- ]", "_", tag): value for tag, value in values.items()}
        sys.modules["mlflow"].log_metrics(named, step=step, **self._to)

    def show(self, path, step):
        sys.modules["mlflow"].log_artifact(str(path), **self._to)


_KINDS = {"trackio": _Trackio, "wandb": _WeightsAndBiases, "mlflow": _MLflow}


def _library_of(run):
    """The package that made a run; of a module, its own."""
    name = run.__name__ if isinstance(run, type(sys)) else type(run).__module__
    return name.partition(".")[0]
