"""The information plane, as it is usually drawn and as it is well posed."""

import numpy as np

from keras_phases.quantities.base import Column, Quantity
from keras_phases.quantities.binned_information import binned_information, label_information

WIDEST = 16_384
"""Features of a tap above which none are binned: 2,000 held-out rows of them take 128 MiB."""


class Information(Quantity):
    """What a layer knows of the input and of the label, in nats: see `binned_information` for what to believe.

    - `binned_information_input`, `binned_information_label`: the mutual information of the features in 30 bins a unit
      with the input and with the label, on the held-out rows. A property of the bins; with hundreds of units every row
      has bins of its own, and both stand at their bounds, the logarithm of the rows and the entropy of the labels;
    - `label_information`: the entropy of the labels less the cross-entropy of the linear probe, a lower bound of what
      the features tell of the label. Its partner is `explained_variance`, what they tell of the input.

    Keeps the features of the held-out rows; taps of more than 16,384 features are not binned.
    """

    name = "information"

    def columns(self, about):
        """See `Quantity.columns`."""
        if about.classes is None or np.any(about.labels < 0):
            return []
        return [
            Column("binned_information_input", "binned information, input", "nats, 30 bins a unit"),
            Column("binned_information_label", "binned information, label", "nats, 30 bins a unit"),
            Column("label_information", "label information", "nats about the label, linear probe", better="high"),
        ]

    def keeps(self, rows):
        """See `Quantity.keeps`."""
        features = rows.features
        return {"features": features.reshape(len(features), -1)} if features[0].size <= WIDEST else {}

    def values(self, found):
        """See `Quantity.values`."""
        values, labels = {}, found.about.labels
        features = found.kept.get("features")
        if features is not None and np.isfinite(features).all():
            binned = binned_information(features, labels)
            values["binned_information_input"] = binned.about_input
            values["binned_information_label"] = binned.about_label
        if np.isfinite(found.metrics.get("probe_loss", np.nan)):
            values["label_information"] = label_information(found.metrics["probe_loss"], labels)
        return values
