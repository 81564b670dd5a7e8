"""One probe step without a fit: its instrument, its plan, what it measures."""

import numpy as np

from keras_phases.measure.instrument import build_instrument
from keras_phases.measure.plan import plan_tap
from keras_phases.network.taps import Tap
from keras_phases.quantities import resolve_quantities
from keras_phases.record import schema

BATCH_SIZE = 32
COLUMNS = schema.METRICS + schema.GROUP_METRICS


def build_exact_instrument(model, rows, layers=("hidden",), decoders=("linear",)):
    options = {"batch_norm": "inference", "batch_size": BATCH_SIZE, "seed": 0}
    return build_instrument(model, rows, layers=list(layers), decoders=decoders, **options)


def plan_shape(shape, decoder="linear", num_rows=1_000, input_shape=(8, 8, 1)):
    return plan_tap(Tap("tap", tuple(shape)), input_shape, num_rows=num_rows, decoder=decoder)


def measure_quantities(model, rows, quantities, layer="hidden", **options):
    """`(metrics by name, columns as the record describes them)` of one probe step."""
    options = {"batch_norm": "inference", "batch_size": 16, "seed": 0, "decoders": "linear"} | options
    instrument = build_instrument(model, rows, layers=[layer], quantities=resolve_quantities(quantities), **options)
    (values,) = instrument.measure()
    assert not instrument.quantities.failures
    return dict(zip(instrument.metrics, values.astype(np.float64), strict=True)), instrument.quantities.describe()
