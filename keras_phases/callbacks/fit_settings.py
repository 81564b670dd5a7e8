"""What `PhaseProbe` is told: the settings of a measurement, and those that a running `fit` adds."""

import dataclasses
import os
from typing import Any

from keras_phases.arguments import one_of
from keras_phases.callbacks.budget import check_budget
from keras_phases.data.probe_examples import check_data
from keras_phases.measure.settings import ProbeSettings
from keras_phases.record.paths import as_path
from keras_phases.record.trackers import check_loggers
from keras_phases.schedule import Schedule, resolve_schedule


@dataclasses.dataclass(frozen=True, kw_only=True, eq=False)
class FitSettings(ProbeSettings):
    """The arguments of `PhaseProbe`, which describes those that `ProbeSettings` does not have."""

    data: Any = None
    schedule: str | Schedule = "auto"
    budget: float | None = None
    log_dir: str | os.PathLike | None = None
    resume: bool = True
    on_error: str = "warn"
    scalars: bool = True
    loggers: Any = ()
    logs: str = "last"

    def __post_init__(self):
        check_data(self.data)
        self._set("schedule", resolve_schedule(self.schedule))
        self._set("budget", check_budget(self.budget))
        self._set("log_dir", as_path(self.log_dir))
        if self.resume == "new":
            raise ValueError("resume is 'new'. A fit from step 0 begins beside what stands anyway; leave it out.")
        one_of((True, False), "resume", self.resume)
        one_of(("warn", "raise"), "on_error", self.on_error)
        one_of((True, False), "scalars", self.scalars)
        one_of(("last", "all"), "logs", self.logs)
        self._set("loggers", check_loggers(self.loggers))
        super().__post_init__()

    def __deepcopy__(self, memo):
        return self  # it does not change, and may hold the data
