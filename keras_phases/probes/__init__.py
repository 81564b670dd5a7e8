"""Linear probes: features -> labels. `linear` has the one entry, `logistic` and `regression` the kinds of labels."""

from keras_phases.probes.linear import LinearProbe, fit_linear_probe
from keras_phases.probes.logistic import PROBE_L2
from keras_phases.probes.optimum import tolerance_at
from keras_phases.probes.scores import score_outputs
from keras_phases.probes.standardise import StandardisedFeatures

__all__ = [
    "PROBE_L2",
    "LinearProbe",
    "StandardisedFeatures",
    "fit_linear_probe",
    "score_outputs",
    "tolerance_at",
]
