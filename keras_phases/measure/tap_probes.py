"""The linear probes of one tap in one probe step: solved, or trained by SGD in the paper's protocol."""

import numpy as np

from keras_phases.decoders.gradient import Job
from keras_phases.measure.kept_features import flat_pooled
from keras_phases.probes import StandardisedFeatures, fit_linear_probe, score_outputs
from keras_phases.probes.sgd import SGDProbe, build_sgd_training, sgd_targets


class TapProbes:
    """A linear probe for each of `label_sets`, which are of the same rows; shared by all decoders on the tap.

    Args:
        plan: `TapPlan` of the tap, the first of several.
        label_sets: `TransferLabels` that have outputs.
    """

    def __init__(self, plan, label_sets):
        self.plan, self.label_sets = plan, label_sets
        self.probes, self.trained, self.flags, self.outputs = {}, [], set(), {}

    def jobs(self, kept):
        """The `Job`s that train them on rows that were kept; none where they are solved instead."""
        if not self.plan.trains_probe:
            return []
        features = kept[self.plan.tap, None].features
        return [Job(self._training(found), features, sgd_targets(found.rows.labels_fit)) for found in self.label_sets]

    def _training(self, label_set):
        return build_sgd_training(self.plan.probe_features, label_set.num_outputs, label_set.rows.task)

    @np.errstate(invalid="ignore", over="ignore")
    def fit(self, features):
        """Solves from the kept features, or takes over what was trained."""
        if self.plan.trains_probe:
            self._take_trained()
        # Rows that no decoder is fitted on have not been looked at yet.
        elif np.isfinite(features.sum(dtype=np.float64)):
            self._solve(StandardisedFeatures(features))
        else:
            self.flags.add("nonfinite_features")

    def _take_trained(self):
        for label_set, trained in zip(self.label_sets, self.trained, strict=True):
            if trained.flaw:
                self.flags.add(trained.flaw)
            else:
                self.probes[label_set.name] = SGDProbe.of(trained.weights)

    def _solve(self, features):
        for label_set in self.label_sets:
            rows = label_set.rows
            try:
                options = {"num_classes": label_set.num_outputs, "task": rows.task}
                self.probes[label_set.name] = fit_linear_probe(features, rows.labels_fit, **options)
            except FloatingPointError:
                self.flags.add("nonfinite_features")
            except np.linalg.LinAlgError:
                self.flags.add("failed")

    def judge(self, features):
        """Takes in a chunk of held-out rows."""
        if self.probes:
            features = flat_pooled(features, self.plan.pooled)
        for name, probe in self.probes.items():
            self.outputs.setdefault(name, []).append(probe.outputs(features))

    def scores(self):
        """Held-out `(loss, accuracy)` of each that was fitted, by the name of its label set."""
        found = {}
        for label_set in self.label_sets:
            probe, rows = self.probes.get(label_set.name), label_set.rows
            if probe is None:
                continue
            if not probe.converged:
                self.flags.add("probe_not_converged")
            outputs = np.concatenate(self.outputs[label_set.name])
            found[label_set.name] = score_outputs(rows.task, outputs, rows.labels_heldout)
        return found
