"""What a layer tells of the label, as a bound that no choice of bins can move."""

from typing import TYPE_CHECKING

import numpy as np

from keras_phases.data.labels import NO_CLASS
from keras_phases.quantities.base import Column, Quantity

if TYPE_CHECKING:
    from keras_phases.quantities.base import About, Found


class Information(Quantity):
    """`label_information`: a lower bound of what the features of a layer tell of the label, in nats.

    Its partner in the information plane is `explained_variance`, what they tell of the input. Costs nothing.
    """

    name = "information"

    def columns(self, about: "About") -> list[Column]:
        """See `Quantity.columns`."""
        if about.classes is None or np.any(about.labels == NO_CLASS):
            return []
        return [Column("label_information", "label information", "nats about the label, linear probe", better="high")]

    def values(self, found: "Found") -> dict[str, float]:
        """See `Quantity.values`."""
        loss = found.metrics.get("probe_loss", np.nan)
        labels = found.about.labels[found.about.rows.labelled_heldout]
        return {"label_information": label_information(loss, labels)} if np.isfinite(loss) else {}


def label_information(probe_loss: float, labels: np.ndarray) -> float:
    """A lower bound of I(T;Y), in nats: the entropy of the labels less the cross-entropy of a probe on held-out rows.

    For any classifier q, I(T;Y) >= H(Y) - E[-log q(y|t)]; 0 where the probe knows less than the class frequencies.

    Args:
        probe_loss: Held-out cross-entropy of the probe, in nats.
        labels: Class indices of the held-out rows `(n,)`.

    Reference: Barber & Agakov, "The IM Algorithm", NeurIPS 2003.
    """
    _, counts = np.unique(labels, return_counts=True)
    shares = counts / counts.sum()
    return max(0.0, -float(np.sum(shares * np.log(shares))) - probe_loss)
