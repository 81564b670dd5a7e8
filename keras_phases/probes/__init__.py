"""Linear probes: features -> labels. `linear` has the exact ones, `logistic` and `regression` the kinds of labels.

`penalty` chooses how much the weights of a logistic one are held back.
"""

from keras_phases.probes.descent import tolerance_at
from keras_phases.probes.linear import ExactProbeRecipe, LinearProbe, fit_linear_probe
from keras_phases.probes.scores import score_outputs
from keras_phases.probes.sgd import SGDProbeRecipe
from keras_phases.probes.standardise import StandardisedFeatures

RECIPES = {"exact": ExactProbeRecipe, "sgd": SGDProbeRecipe}
"""By the kinds of `keras_phases.decoders.families.PROBES`."""

__all__ = [
    "RECIPES",
    "LinearProbe",
    "StandardisedFeatures",
    "fit_linear_probe",
    "score_outputs",
    "tolerance_at",
]
