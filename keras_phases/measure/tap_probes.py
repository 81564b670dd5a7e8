"""The linear probes of one tap in one probe step."""

import numpy as np

from keras_phases.measure.kept_features import take_flat
from keras_phases.measure.measurement import flagging
from keras_phases.probes import score_outputs


class TapProbes:
    """A linear probe for each of `label_sets`, which are of the same rows; shared by all decoders on the tap.

    Args:
        plan: `TapPlan` of the tap, the first of several.
        label_sets: `TransferLabels` that have outputs.
    """

    def __init__(self, plan, label_sets):
        self.recipe, self.label_sets = plan.probe, label_sets
        self.place = plan.tap, plan.probe.pooling
        self.flags, self._trained, self._probes, self._outputs = set(), [], {}, {}

    def jobs(self, features):
        """The `Job`s that train them on the features of all fit rows; none where they are solved instead."""
        return self.recipe.jobs(features, self.label_sets)

    def take(self, trained):
        """Takes the `Trained` of the next job."""
        self._trained.append(trained)

    @np.errstate(invalid="ignore", over="ignore")
    def fit(self, features):
        """Solves from the kept features, or takes over what was trained."""
        with flagging(self.flags):
            fits = self.recipe.fits(features, self.label_sets, self._trained)
            for label_set, fit in zip(self.label_sets, fits, strict=True):
                with flagging(self.flags):
                    self._probes[label_set.name] = fit()

    def judge(self, features):
        """Takes in a chunk of held-out rows."""
        if self._probes:
            self._judge_taken(take_flat(features, self.recipe.pooling))

    def _judge_taken(self, features):
        for name, probe in self._probes.items():
            self._outputs.setdefault(name, []).append(probe.outputs(features))

    def scores(self):
        """Held-out loss and accuracy of each that was fitted, and its L2, as a dict by the name of its label set."""
        found = {}
        for label_set in self.label_sets:
            probe, rows = self._probes.get(label_set.name), label_set.rows
            if probe is None:
                continue
            if not probe.converged:
                self.flags.add("probe_not_converged")
            outputs, labelled = np.concatenate(self._outputs[label_set.name]), rows.labelled_heldout
            loss, accuracy = score_outputs(rows.task, outputs[labelled], rows.labels_heldout[labelled])
            found[label_set.name] = {"loss": loss, "accuracy": accuracy, "l2": probe.l2}
        return found
