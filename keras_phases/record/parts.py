"""The reconstruction loss of a layer by part of the input: by class, channel, frequency, ..."""

import numpy as np

from keras_phases.arguments import meant
from keras_phases.record import schema


def losses_by_part(history, kind, row, *, explained):
    """Values of each part by its name, of the row at an index; see `PhaseHistory.breakdown`."""
    described = schema.described_columns(history.layout, row)
    kinds = {known for about in described.values() if (known := about.get("kind"))}
    if kind not in kinds:
        choices = ", ".join(map(repr, sorted(kinds))) or "none; quantities=... measures them"
        raise ValueError(f"This history has no breakdown by {kind!r}.{meant(kind, kinds)} Expected one of: {choices}.")
    found = {}
    for name, about in described.items():
        if about.get("kind") == kind:
            losses = history.column(name, row)
            unit = about.get("mean_image_loss") or np.nan
            found[about.get("part", name)] = 1 - losses / unit if explained else losses
    if explained and all(np.isnan(values).all() for values in found.values()):
        raise ValueError(
            f"The parts by {kind!r} have no explained variance: what the mean image loses on them is not known, "
            "since their rows change from step to step. Leave explained=True out."
        )
    return found
