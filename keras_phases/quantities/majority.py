"""From the majority to a few: which rows the classifier still learns from (arXiv 2202.08299)."""

import math
from typing import TYPE_CHECKING

import numpy as np

from keras_phases.quantities.base import Column, Quantity

if TYPE_CHECKING:
    from keras_phases.quantities.base import About, Found

HARDEST = (1, 5, 10)
"""Per cent of the fit rows, of largest loss, whose share of the loss is recorded."""


class Majority(Quantity):
    """How few rows drive the training, on the fit rows; of the model, the same for all layers.

    First a network learns what most rows share (class prototypes); then it fits the few that are left. Recorded are

    - `loss_share_hardest_1`, `_5`, `_10`: share of the cross-entropy carried by the 1, 5 and 10 % of rows of largest
      loss. Where all rows are alike it is .01, .05 and .1;
    - `fitted_share`: share of rows whose label has a probability above one half;
    - `gradient_rows`: how many rows the gradient of the last layer comes from, the participation ratio
      `(sum g)^2 / sum g^2` of the norms g of each row's gradient. Exact: with inputs a of the last dense layer,
      probabilities p and labels y, `g = |p - y| sqrt(|a|^2 + 1)`, without the 1 where it has no bias;
    - `prototype_agreement`: share of held-out rows that the model puts into the class whose mean of the last layer's
      inputs, over the fit rows, is nearest: 1 where it decides by prototypes alone.

    The last two are there where the model ends in a dense layer of class scores. Costs nothing: the model's outputs
    come with the features. Weights of samples and classes are left out, and rows without a label.

    Reference: Schneider & Prabhushankar, "From Fitting the Majority to Fitting a Few", arXiv 2202.08299.
    """

    name = "majority"

    def columns(self, about: "About") -> list[Column]:
        """See `Quantity.columns`."""
        if not about.has_model_losses:
            return []
        hardest = [
            Column(
                f"loss_share_hardest_{share}",
                f"loss of the hardest {share} %",
                unit="share of the model's cross-entropy on fit rows",
                format="share",
            )
            for share in HARDEST
        ]
        fitted = Column("fitted_share", "rows fitted", "share of fit rows, probability above one half", "high", "share")
        return [*hardest, fitted, *(_of_last_layer() if about.has_last_layer else [])]

    def values(self, found: "Found") -> dict[str, float]:
        """See `Quantity.values`."""
        if found.model is None:
            return {}
        labelled, values = found.about.rows.labelled_fit, {}
        losses = found.model.fit_losses[labelled]
        if np.isfinite(losses).all():
            values = {f"loss_share_hardest_{share}": share_of_hardest(losses, share / 100) for share in HARDEST}
            values["fitted_share"] = float(np.mean(losses < math.log(2)))
        if found.model.gradient_norms is not None:
            values["gradient_rows"] = participation_ratio(found.model.gradient_norms[labelled])
        if found.model.prototype_agreement is not None:
            values["prototype_agreement"] = found.model.prototype_agreement
        return values


def _of_last_layer():
    return [
        Column("gradient_rows", "rows in the gradient", unit="participation ratio of gradient norms, last layer"),
        Column(
            "prototype_agreement",
            "decided by prototypes",
            unit="share of held-out rows, nearest class mean",
            format="share",
        ),
    ]


def share_of_hardest(losses: np.ndarray, share: float) -> float:
    """The share of the sum of losses that a share of the rows carries, those of largest loss; NaN where all are 0.

    Example:
        >>> import numpy as np
        >>> from keras_phases.quantities.majority import share_of_hardest
        >>> share_of_hardest(np.array([1.0, 3.0, 0.0, 0.0]), 0.25)
        0.75
    """
    num_rows = max(1, round(share * len(losses)))
    total = losses.sum()
    return float(np.sort(losses)[-num_rows:].sum() / total) if total > 0 else float("nan")


def participation_ratio(norms: np.ndarray) -> float:
    """`(sum g)^2 / sum g^2`: n of n equal ones, 1 where one alone is not 0; NaN where all are.

    Example:
        >>> import numpy as np
        >>> from keras_phases.quantities.majority import participation_ratio
        >>> participation_ratio(np.array([2.0, 2.0, 0.0]))
        2.0
    """
    squares = float(np.sum(norms.astype(np.float64) ** 2))
    return float(np.sum(norms, dtype=np.float64) ** 2) / squares if squares > 0 else float("nan")
