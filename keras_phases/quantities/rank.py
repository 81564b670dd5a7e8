"""Effective rank: over how many directions the features of a layer spread."""

from typing import TYPE_CHECKING

import numpy as np

from keras_phases.quantities.base import Column, Quantity

if TYPE_CHECKING:
    from keras_phases.quantities.base import About, Found


class EffectiveRank(Quantity):
    """The exponential of the entropy of the features' variance over its principal directions; costs nothing.

    Of D directions of equal variance it is D; it falls where few carry most of it. The eigenvalues are those of the
    decoder's own solve: for a patch decoder of the neighbourhoods of single positions; decoders that are trained have
    none. Its maximum is mostly the untrained network, whose random features spread the most: no step to keep.

    Reference: Roy & Vetterli, "The effective rank: a measure of effective dimensionality", EUSIPCO 2007.
    """

    name = "effective_rank"

    def columns(self, about: "About") -> list[Column]:
        """See `Quantity.columns`."""
        return [Column("effective_rank", "effective rank", unit="directions of the features")]

    def values(self, found: "Found") -> dict[str, float]:
        """See `Quantity.values`."""
        if found.eigenvalues is None or not np.sum(found.eigenvalues) > 0:
            return {}
        shares = found.eigenvalues[found.eigenvalues > 0] / np.sum(found.eigenvalues)
        return {"effective_rank": float(np.exp(-np.sum(shares * np.log(shares))))}
