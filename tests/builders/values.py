"""A probe step as the matrix that the record holds."""

import numpy as np

from keras_phases.record.probe_step import pack_step
from keras_phases.record.schema import Layout, Row


def values_of(instrument):
    """What an instrument measures, float32 `(num_plans, num_metrics)`."""
    rows = [
        Row(plan.tap.name, plan.decoder, plan.strategy, plan.tap.num_features, plan.probe_features)
        for plan in instrument.plans
    ]
    return pack_step(Layout(tuple(rows), instrument.metrics), instrument.measure(0, np.nan))
