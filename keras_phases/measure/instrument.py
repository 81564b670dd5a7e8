"""The instrument: all that one probe step needs, chosen once before training."""

import contextlib
import dataclasses
import itertools
import time
import warnings

import keras
import numpy as np

from keras_phases.backend.arrays import host, keeping_compiled
from keras_phases.backend.device_rows import MOST_BYTES, DeviceRows
from keras_phases.backend.keras_private import arrays_by_input, functional_of
from keras_phases.backend.places import on
from keras_phases.backend.traces import Traces
from keras_phases.backend.variables import WeightWatch, are_averaged, trainer_of
from keras_phases.data.columns import ABOUT_IDS, signs_of
from keras_phases.data.labels import count_outputs
from keras_phases.data.probe_examples import ProbeExamples
from keras_phases.data.reading import find_reading
from keras_phases.data.trees import find_leaves, map_leaves
from keras_phases.decoders.target import measure_baseline
from keras_phases.measure.cost import StepSizes, memory_bytes, peak_bytes
from keras_phases.measure.measurement import metrics_of
from keras_phases.measure.plan import TapPlan
from keras_phases.measure.planning import choose_groups
from keras_phases.measure.point_sets import mark_points
from keras_phases.measure.reconstructions import Gallery, build_gallery
from keras_phases.measure.shortage import Shortage, is_out_of_memory
from keras_phases.measure.step import measure_step
from keras_phases.network.building import build_weights
from keras_phases.network.classifier import build_classifier, find_heads
from keras_phases.network.features import CHUNK_ROWS, FeatureExtractor, batches, chunks
from keras_phases.network.model_columns import ModelColumns, find_columns
from keras_phases.network.output_masks import leave_out_masked
from keras_phases.network.parts import path_of
from keras_phases.network.taps import find_target, record_forward, resolve_taps
from keras_phases.quantities.quantity_set import QuantitySet
from keras_phases.record import schema
from keras_phases.record.probe_step import ProbeRow, ProbeStep
from keras_phases.warning import warn


@dataclasses.dataclass(frozen=True)
class Instrument:
    """Rows, taps with their decoders, baselines and the compiled tap model of one run.

    Args:
        rows: `ProbeExamples`.
        groups: A `TapPlan` for each (layer, decoder), in groups that are measured one after the other.
        baselines: `Baseline` of each target, as a dict.
        extractor: `FeatureExtractor`.
        batch_size: Rows of a probe batch.
        seed: Seed of the patch decoders' positions.
        model_columns: `ModelColumns`: the model's own loss and accuracy.
        traces: `Traces` of the model, which has looked at what a probe step calls.
        weights: `WeightWatch` of the model since before training.
        shortage: `Shortage` of memory so far.
        gallery: `Gallery` of the examples that are shown, None without; each step that it is open for fills it.
        quantities: `QuantitySet` of what is measured beside the fixed columns, None without.
        compiled: What its passes and solves have compiled.
        device_rows: `DeviceRows`: the rows that stay on the device for the run.
    """

    rows: ProbeExamples
    groups: tuple[tuple[TapPlan, ...], ...]
    baselines: dict
    extractor: FeatureExtractor
    batch_size: int
    seed: int
    model_columns: ModelColumns
    traces: Traces
    weights: WeightWatch
    shortage: Shortage = dataclasses.field(default_factory=Shortage)
    gallery: Gallery | None = None
    quantities: QuantitySet | None = None
    compiled: dict = dataclasses.field(default_factory=dict)
    device_rows: DeviceRows = dataclasses.field(default_factory=DeviceRows)

    @property
    def plans(self):
        """All plans in the order of the record's rows."""
        return tuple(itertools.chain.from_iterable(self.groups))

    @property
    def metrics(self):
        """Column names of a record."""
        return metrics_of(self.rows, () if self.quantities is None else self.quantities.columns)

    @property
    def part(self):
        """Name of the part of the model that is measured; empty where it is the model that trains."""
        model, trainer = self.weights.model, trainer_of(self.weights.model)
        return "" if trainer is model else path_of(trainer, model)

    @property
    def sizes(self):
        """Row and output counts, `StepSizes`."""
        return _sizes(self.rows, self.batch_size, self.device_rows)

    @property
    def peak_bytes(self):
        """Estimated peak memory of a probe step above the model's own."""
        return peak_bytes(self.groups, self.sizes)

    def memory_bytes(self, plan):
        """Bytes of the arrays of one plan where they are most, measured alone."""
        return memory_bytes(plan, self.sizes)

    def parts(self):
        """An instrument for each group, which measures its plans alone to the same numbers; this one where it has one.

        Shortages of memory and the gallery are common to all.
        """
        if len(self.groups) == 1:
            return (self,)
        taps = [dict.fromkeys(plan.tap for plan in group) for group in self.groups]
        return tuple(
            dataclasses.replace(self, groups=(group,), extractor=self.extractor.for_taps([*found, *self._last_taps]))
            for group, found in zip(self.groups, taps, strict=True)
        )

    def measure(self, step, epoch):
        """The `ProbeStep` of the weights as they are; see `keras_phases.measure.step.measure_step`.

        When memory runs out, this step and all that follow take each plan in passes of its own, one probe batch at a
        time, to the same numbers; the probe batch keeps its size, which batch statistics depend on. A plan that runs
        out of memory even so is given up: it has the flag `out_of_memory`, and no metric but the row counts.

        Args:
            step: Optimizer steps done.
            epoch: Number of the epoch; NaN where it is not known.
        """
        with self.traces.putting_back(), keeping_compiled(self.compiled):
            rows = None if self.shortage.is_known else self._attempt()
            found = ProbeStep(int(step), float(epoch), self._measure_one_by_one() if rows is None else rows)
            # An activation may turn NaN into 0, so that features and outputs of a network that has failed look sound.
            flags = {schema.FAILURE: self.weights.failed(), "averaged_weights": are_averaged(self.weights.model)}
            return found.with_flags(name for name, holds in flags.items() if holds)

    def _attempt(self):
        """A `ProbeRow` for each plan, None where memory runs out."""
        try:
            # What several devices have found comes together on the first.
            with on(self.extractor.devices[0]):
                return measure_step(self)
        except Exception as error:
            if not is_out_of_memory(error):
                raise
            if not self.shortage.is_known:
                self.shortage.is_known = True
                self.device_rows.let_go()
                warn(
                    f"A probe step ran out of memory ({type(error).__name__}). From now on each layer is measured in a "
                    "pass of its own, one probe batch at a time, to the same numbers; that takes longer. "
                    "max_memory=... plans for less memory from the start."
                )
        # The exception, and with it all that its frames hold, is gone before the next attempt.
        return None

    @property
    def _last_taps(self):
        """The tap on the inputs of the last layer, behind all others, where quantities need it."""
        last = None if self.quantities is None else self.quantities.last_tap
        return [] if last is None else [last]

    def _alone(self, plan):
        """An instrument of one plan, without the features of the other taps."""
        extractors = self.shortage.extractors
        if plan.tap not in extractors:
            extractors[plan.tap] = self.extractor.for_taps([plan.tap, *self._last_taps], max_joined=1)
        return dataclasses.replace(self, groups=((plan,),), extractor=extractors[plan.tap])

    def _measure_one_by_one(self):
        start = time.perf_counter()
        rows = [self._measure_alone(plan) for plan in self.plans]
        seconds = {"probe_seconds": time.perf_counter() - start}
        return tuple(dataclasses.replace(row, metrics={**row.metrics, **seconds}) for row in rows)

    def _measure_alone(self, plan):
        """The `ProbeRow` of a plan."""
        rows = None if plan in self.shortage.given_up else self._alone(plan)._attempt()
        if rows is not None:
            return rows[0]
        if plan not in self.shortage.given_up:
            self.shortage.given_up.add(plan)
            warn(
                f"Tap '{plan.tap.name}' ({plan.decoder} decoder) runs out of memory even alone and is given up: its "
                "values stay empty (flag 'out_of_memory'), the other layers go on. Pass max_memory=..., "
                "fewer max_examples, another decoder, or layers without it."
            )
        if self.gallery is not None:
            self.gallery.forget([plan])
        counts = {"num_fit_examples": len(self.rows.x_fit), "num_heldout_examples": len(self.rows.x_heldout)}
        return ProbeRow(plan.tap.name, plan.decoder, counts, frozenset({"out_of_memory"}))


def build_instrument(model, rows, settings, *, batch_size, target_layer=None):
    """Chooses taps and decoders for a model, measures the baselines, and looks for what a probe step would move.

    Weights that are missing are made as `fit` would, and stay; all else that moves is put back.

    Plans that exceed `max_memory` bytes together are measured in groups, each with a forward pass of its own. Of
    `quantities` those that have a column in this run are measured too, and the reconstructions of `images` held-out
    examples are shown, where they are images.

    Args:
        model: The model.
        rows: `ProbeExamples`.
        settings: `ProbeSettings`.
        batch_size: Rows of a probe batch, which the rows are whole numbers of.
        target_layer: Name of a layer whose output is reconstructed in the place of the input. Defaults to `None`.

    Raises:
        ValueError: for an unknown layer, inputs that are token ids, a target behind trained weights, or a tap that was
            named and is too wide for any exact decoder or for `max_memory`.
    """
    _warn_of_labels(rows)
    first_batch = next(batches(rows.inputs_fit, batch_size))
    build_weights(model, first_batch)
    traces = Traces(model)
    with traces.looking():
        instrument = _build(model, rows, settings, traces, batch_size=batch_size, target_layer=target_layer)
        features, outputs = instrument.extractor(first_batch)
        if settings.target is None and (read := _read_instead(instrument, first_batch, features)):
            rows = _reconstruct_input(rows, read)
            instrument = _build(model, rows, settings, traces, batch_size=batch_size, target_layer=None)
        _check_copies(instrument, first_batch, features)
        _try_loss(instrument, outputs)
    return instrument


def _check_copies(instrument, batch, features):
    """Fails where a model gives several rows for each of a batch, and the first are not those of the batch in order."""
    tap = instrument.plans[0].tap
    if tap.copies == 1:
        return
    rolled = map_leaves(lambda rows: np.roll(rows, 1, axis=0), batch)
    others, _ = instrument.extractor(rolled)
    for one, other in zip(map(host, features), map(host, others), strict=True):
        if not np.allclose(np.roll(one, 1, axis=0), other, rtol=1e-3, atol=1e-3 * np.abs(one).max()):
            raise ValueError(
                f"'{tap.name}' gives {tap.copies} rows for each row of the batch, and the first {len(one)} are not "
                "those of the batch in its order. Expected a row for each, or views joined one after the other; "
                "measure a part that is called on rows as they are, model='...'."
            )


def _read_instead(instrument, batch, features):
    """The view that is read, where the input that was chosen moves nothing that is measured; fails without a view."""
    arrays = dict(find_leaves(instrument.rows.inputs_fit))
    own = next((name for name, array in arrays.items() if array is instrument.rows.x_fit), None)
    if len(arrays) < 2 or own is None or _moves(instrument, batch, own, features):
        return None
    others = [name for name in arrays if name != own and _moves(instrument, batch, name, features)]
    are_views = isinstance(instrument.rows.inputs_fit, (list, tuple))
    if others and are_views and arrays[others[0]].shape == arrays[own].shape:
        return others[0]
    if others:
        raise ValueError(
            f"Input '{own}' would be reconstructed, and nothing that is measured depends on it, but on "
            f"{', '.join(map(repr, others))}. Expected an input that the model reads; pass target='{others[0]}', or "
            f"target='{own}' where it is that all the same."
        )
    return None


def _reconstruct_input(rows, name):
    """The rows with another input in the place of what is reconstructed."""
    fit, heldout = (dict(find_leaves(inputs))[name] for inputs in (rows.inputs_fit, rows.inputs_heldout))
    note = f"Reconstructed is input '{name}' instead, which the layers are called on that are measured."
    return dataclasses.replace(
        rows, x_fit=fit, x_heldout=heldout, origin=f"{rows.origin}\n{note}".lstrip(), source=name
    )


def _moves(instrument, batch, name, features):
    """Whether the features of a batch are others where the rows of one input have changed places."""
    leaves = iter([np.roll(rows, 1, axis=0) if key == name else rows for key, rows in find_leaves(batch)])
    others, _ = instrument.extractor(map_leaves(lambda _: next(leaves), batch))
    return not all(np.array_equal(host(one), host(other)) for one, other in zip(features, others, strict=True))


def _try_loss(instrument, outputs):
    """Has the model's loss called once, as a probe step does; what it gives is no matter."""
    reading, y = instrument.model_columns.reading, instrument.rows.y_heldout
    if y is not None and outputs and reading.loss is not None:
        num_rows = min(len(y), len(outputs[0]))
        # One that fails is said to at a probe step.
        with contextlib.suppress(Exception), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reading.evaluate(y[:num_rows], host(outputs[0])[:num_rows])


def _build(model, rows, settings, traces, *, batch_size, target_layer):
    first_batch = next(batches(rows.inputs_fit, batch_size))
    if target_layer is not None or rows.kind == "text":
        rows = _reconstruct_layer(model, rows, target_layer, batch_size, settings.batch_norm)
    recorded = record_forward(model, first_batch)
    source = _source_of(model, rows)
    rows = _with_channels_last(rows, recorded[-1])
    taps = resolve_taps(model, settings.layers, first_batch, source=source, recorded=recorded)
    # What stays on the device is a part of what may be taken.
    device_rows = DeviceRows(min(MOST_BYTES, (settings.max_memory or 4 * MOST_BYTES) // 4))
    groups = choose_groups(taps, rows, settings, _sizes(rows, batch_size, device_rows))
    plans = list(itertools.chain.from_iterable(groups))
    targets = [plan.target for plan in plans]
    baselines = {target: measure_baseline(target, rows.x_fit, rows.x_heldout) for target in dict.fromkeys(targets)}
    if any(baseline.mean_image_loss == 0 for baseline in baselines.values()):
        warn("All inputs are the same: there is nothing to reconstruct, and explained variance stays empty.")
    measured = list(dict.fromkeys(plan.tap for plan in plans))
    quantities, reading = settings.measured_quantities, find_reading(model, rows.inputs_fit, rows.y_heldout, rows.head)
    rows = leave_out_masked(rows, model, batch_size, reading.output)
    heads = find_heads(recorded[0], rows.classes, reading.output) if quantities else []
    options = {"batch_norm": settings.batch_norm, "output": reading.output}
    extractor = FeatureExtractor(model, [*measured, *heads], **options)
    traces.reach(*extractor.touched_variables(first_batch))
    features, outputs = extractor(first_batch)
    rows = mark_points(rows, extractor, first_batch, measured[-1], features[len(measured) - 1])
    outputs = host(outputs[0]) if outputs else np.empty(0)
    observed = dict(zip(heads, features[len(measured) :], strict=True))
    classifier = build_classifier(model, rows, reading, observed, outputs)
    # The tap on the inputs of the dense layer that ends the model stands behind the others.
    used = [] if classifier is None or classifier.tap is None else [classifier.tap]
    extractor = extractor if used == heads else extractor.for_taps([*measured, *used])
    found = QuantitySet(quantities, rows, targets, classifier=classifier) if quantities else None
    return Instrument(
        rows,
        groups,
        baselines,
        extractor,
        batch_size,
        settings.seed,
        find_columns(reading, rows, outputs.shape[-1] if outputs.ndim > 1 else 1),
        traces,
        WeightWatch(model),
        gallery=build_gallery(rows, plans, settings.images),
        quantities=found,
        device_rows=device_rows,
    )


def _with_channels_last(rows, firsts):
    """The rows with the channels of what is reconstructed behind its sides, where the model reads them before."""
    arrays = keras.tree.flatten(rows.inputs_fit)
    if not any(is_first and array is rows.x_fit for array, is_first in zip(arrays, firsts, strict=True)):
        return rows
    x_fit, x_heldout = (np.moveaxis(x, 1, -1) for x in (rows.x_fit, rows.x_heldout))
    note = "Maps are read with their channels behind, the input too, of which they stand first."
    return dataclasses.replace(rows, x_fit=x_fit, x_heldout=x_heldout, origin=f"{rows.origin}\n{note}".lstrip())


def _source_of(model, rows):
    """The place of the reconstructed array among a model's inputs; None of one, and of the output of a layer."""
    functional, own = functional_of(model), dict(find_leaves(rows.inputs_fit)).get(rows.source)
    arrays = keras.tree.flatten(rows.inputs_fit)
    if functional is not None:
        arrays = arrays_by_input(functional, rows.inputs_fit)[: len(functional.inputs)]
    return next((place for place, array in enumerate(arrays) if array is own), None) if len(arrays) > 1 else None


def _reconstruct_layer(model, rows, name, batch_size, batch_norm):
    """The rows with the output of a layer in the place of what is reconstructed, as it is before training."""
    tap, are_ids = find_target(model, name, next(batches(rows.inputs_fit, batch_size)))
    extractor = FeatureExtractor(model, [tap], batch_norm=batch_norm)
    outputs = [
        np.concatenate([host(features[0]) for _, _, features, _ in chunks(extractor, inputs, batch_size)])
        for inputs in (rows.inputs_fit, rows.inputs_heldout)
    ]
    outputs = [signs_of(ids.astype(np.int64)) for ids in outputs] if are_ids else outputs
    note = f"Reconstructed is the output of '{tap.name}' instead.{f' {ABOUT_IDS}' if are_ids else ''}"
    kind, origin = "tokens" if are_ids else "maps", f"{rows.origin}\n{note}".lstrip()
    return dataclasses.replace(rows, x_fit=outputs[0], x_heldout=outputs[1], kind=kind, origin=origin, source=None)


def _warn_of_labels(rows):
    if rows.labels_fit is None:
        warn(f"No linear probe: {rows.without_labels}. Its columns stay empty.")
    elif rows.classes is not None and len(rows.classes) == 1:
        warn(f"No linear probe: all labels are {rows.classes[0]}. Its columns stay empty.")


def _sizes(rows, batch_size, device_rows):
    arrays = keras.tree.flatten((rows.inputs_fit, rows.inputs_heldout, rows.x_fit, rows.x_heldout))
    counts = len(rows.x_fit), len(rows.x_heldout), count_outputs(rows)
    shared = [label_set for label_set in rows.transfer if not label_set.has_own_rows]
    return StepSizes(
        *counts,
        batch_size,
        is_regression=rows.task == "regression",
        more_outputs=tuple((label_set.num_outputs, label_set.rows.task == "regression") for label_set in shared),
        others=tuple(
            _sizes(label_set.rows, label_set.batch_size, device_rows)
            for label_set in rows.transfer
            if label_set.has_own_rows
        ),
        device_bytes=device_rows.held_bytes(arrays, CHUNK_ROWS),
    )
