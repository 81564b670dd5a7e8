"""One probe step without a fit: its instrument, its plan, what it measures."""

import dataclasses

import numpy as np

from builders.values import values_of
from keras_phases.decoders import resolve_decoders
from keras_phases.measure import instrument as instrument_module
from keras_phases.measure.plan import TapPlan
from keras_phases.measure.reconstructions import build_gallery
from keras_phases.measure.settings import ProbeSettings
from keras_phases.network.taps import Tap
from keras_phases.probes import RECIPES
from keras_phases.record import schema

BATCH_SIZE = 32
COLUMNS = schema.METRICS + schema.GROUP_METRICS


def build_instrument(model, rows, *, batch_size, target_layer=None, num_images=0, quantities=None, **knobs):
    """An instrument on rows that are drawn already, without images and quantities unless they are asked for."""
    settings = ProbeSettings(images=0, quantities=quantities or None, **knobs)
    options = {"batch_size": batch_size, "target_layer": target_layer}
    instrument = instrument_module.build_instrument(model, rows, settings, **options)
    # Of all rows too, more than a run would show.
    gallery = build_gallery(instrument.rows, instrument.plans, num_images)
    return dataclasses.replace(instrument, gallery=gallery)


def build_exact_instrument(model, rows, layers=("hidden",), decoders=("linear",)):
    options = {"batch_norm": "inference", "batch_size": BATCH_SIZE, "seed": 0}
    return build_instrument(model, rows, layers=list(layers), decoders=decoders, **options)


def plan_shape(shape, decoder="auto", num_rows=1_000, input_shape=(8, 8, 1)):
    tap, (family,) = Tap("tap", tuple(shape)), resolve_decoders(decoder)
    return TapPlan(tap, family.recipe(tap, input_shape, num_rows), RECIPES["exact"].of(tap.shape))


def measure_quantities(model, rows, quantities, layer="hidden", **options):
    """`(metrics by name, columns as the record describes them)` of one probe step."""
    options = {"batch_norm": "inference", "batch_size": 16, "seed": 0, "decoders": "linear"} | options
    instrument = build_instrument(model, rows, layers=[layer], quantities=quantities, **options)
    (values,) = values_of(instrument)
    assert not instrument.quantities.failures
    return dict(zip(instrument.metrics, values.astype(np.float64), strict=True)), instrument.quantities.describe()
