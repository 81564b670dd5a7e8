"""The instrument: all that one probe step needs, chosen once before training."""

import dataclasses
import itertools
import time

import keras
import numpy as np

from keras_phases.backend.arrays import host
from keras_phases.backend.random_states import keep_random_states
from keras_phases.data.labels import count_outputs
from keras_phases.data.probe_examples import ProbeExamples
from keras_phases.data.trees import num_rows_of
from keras_phases.decoders.families import resolve_decoders
from keras_phases.decoders.target import measure_baseline
from keras_phases.measure.cost import StepSizes, find_too_large, group_plans, is_out_of_memory, peak_bytes
from keras_phases.measure.plan import TapPlan, plan_tap
from keras_phases.measure.reconstructions import Gallery, build_gallery
from keras_phases.measure.step import measure_step, metrics_of
from keras_phases.network.classifier import build_classifier, find_last_dense
from keras_phases.network.features import FeatureExtractor, batches, chunks
from keras_phases.network.model_checks import build_weights, check_channels_last, check_not_tokens, loss_function
from keras_phases.network.taps import find_target, resolve_taps
from keras_phases.quantities.quantity_set import QuantitySet
from keras_phases.record import schema
from keras_phases.warning import warn


@dataclasses.dataclass
class Shortage:
    """What probe steps that ran out of memory have taught.

    Args:
        is_known: Whether one has; from then on each plan is measured alone.
        given_up: Plans that ran out of memory even so.
        extractors: `FeatureExtractor` of each tap alone.
    """

    is_known: bool = False
    given_up: set[TapPlan] = dataclasses.field(default_factory=set)
    extractors: dict = dataclasses.field(default_factory=dict)


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
        model_loss: `loss(y, outputs) -> float`, or None.
        float64_plans: Plans for which float32 turned out to be too rough once; they go on in float64.
        shortage: `Shortage` of memory so far.
        gallery: `Gallery` of the examples that are shown, None without; each step that it is open for fills it.
        quantities: `QuantitySet` of what is measured beside the fixed columns, None without.
    """

    rows: ProbeExamples
    groups: tuple[tuple[TapPlan, ...], ...]
    baselines: dict
    extractor: FeatureExtractor
    batch_size: int
    seed: int
    model_loss: object
    float64_plans: set[TapPlan] = dataclasses.field(default_factory=set)
    shortage: Shortage = dataclasses.field(default_factory=Shortage)
    gallery: Gallery | None = None
    quantities: QuantitySet | None = None

    @property
    def plans(self):
        """All plans in the order of the record's rows."""
        return tuple(itertools.chain.from_iterable(self.groups))

    @property
    def metrics(self):
        """Column names of a record."""
        return metrics_of(self.rows, () if self.quantities is None else self.quantities.columns)

    @property
    def sizes(self):
        """Row and output counts, `StepSizes`."""
        return _sizes(self.rows, self.batch_size)

    @property
    def peak_bytes(self):
        """Estimated peak memory of a probe step above the model's own."""
        return peak_bytes(self.groups, self.sizes)

    def parts(self):
        """An instrument for each group, which measures its plans alone to the same numbers; this one where it has one.

        Flags, sums in float64, shortages of memory and the gallery are common to all.
        """
        if len(self.groups) == 1:
            return (self,)
        taps = [dict.fromkeys(plan.tap for plan in group) for group in self.groups]
        return tuple(
            dataclasses.replace(self, groups=(group,), extractor=self.extractor.for_taps([*found, *self._last_taps]))
            for group, found in zip(self.groups, taps, strict=True)
        )

    @keep_random_states()
    def measure(self):
        """One probe step: float32 `(num_plans, num_metrics)`; see `keras_phases.measure.step.measure_step`.

        When memory runs out, this step and all that follow take each plan in passes of its own, one probe batch at a
        time, to the same numbers; the probe batch keeps its size, which batch statistics depend on. A plan that runs
        out of memory even so is given up: its row is NaN, with the flag `out_of_memory`.
        """
        values = None if self.shortage.is_known else self._attempt(self.groups)
        if values is None:
            values = self._measure_one_by_one()
        flags = values[:, schema.METRICS.index("flags")]
        for plan, value in zip(self.plans, flags, strict=True):
            if "float64_sums" in schema.unpack_flags(value):
                self.float64_plans.add(plan)
        return values

    def _attempt(self, groups, tap=None):
        """Values of the plans in `groups`, None where memory runs out; of one tap, without the others' features."""
        try:
            return measure_step(
                self.extractor if tap is None else self._extractor_of(tap),
                self.rows,
                groups,
                self.baselines,
                batch_size=self.batch_size,
                seed=self.seed,
                model_loss=self.model_loss,
                float64_plans=self.float64_plans,
                gallery=self.gallery,
                quantities=self.quantities,
            )
        except Exception as error:
            if not is_out_of_memory(error):
                raise
            if not self.shortage.is_known:
                self.shortage.is_known = True
                warn(
                    f"A probe step ran out of memory ({type(error).__name__}). From now on each layer is measured in a "
                    "pass of its own, one probe batch at a time, to the same numbers; that takes longer. "
                    "PhaseProbe(max_memory=...) plans for less memory from the start."
                )
        # The exception, and with it all that its frames hold, is gone before the next attempt.
        return None

    @property
    def _last_taps(self):
        """The tap on the inputs of the last layer, behind all others, where quantities need it."""
        last = None if self.quantities is None else self.quantities.last_tap
        return [] if last is None else [last]

    def _extractor_of(self, tap):
        if tap not in self.shortage.extractors:
            self.shortage.extractors[tap] = self.extractor.for_taps([tap, *self._last_taps], max_joined=1)
        return self.shortage.extractors[tap]

    def _measure_one_by_one(self):
        start, found = time.perf_counter(), []
        for plan in self.plans:
            values = None if plan in self.shortage.given_up else self._attempt([[plan]], plan.tap)
            if values is None and plan not in self.shortage.given_up:
                self.shortage.given_up.add(plan)
                warn(
                    f"Tap '{plan.tap.name}' ({plan.decoder} decoder) runs out of memory even alone and is given up: "
                    "its values stay empty (flag 'out_of_memory'), the other layers go on. Pass "
                    "PhaseProbe(max_memory=...), fewer max_examples, another decoder, or layers without it."
                )
            if values is None and self.gallery is not None:
                self.gallery.forget([plan])
            found.append(self._empty() if values is None else values)
        values = np.concatenate(found)
        values[:, schema.METRICS.index("probe_seconds")] = time.perf_counter() - start
        return values

    def _empty(self):
        """The row of a plan that was given up."""
        values = np.full((1, len(self.metrics)), np.nan, np.float32)
        known = {
            "num_fit_examples": len(self.rows.x_fit),
            "num_heldout_examples": len(self.rows.x_heldout),
            "flags": schema.pack_flags({"out_of_memory"}),
        }
        for name, value in known.items():
            values[0, schema.METRICS.index(name)] = value
        return values

    def time_forward(self):
        """Seconds of a probe step's forward passes, from one batch."""
        x = next(batches(self.rows.inputs_fit, self.batch_size))
        start = time.perf_counter()
        self.extractor(x)
        passes = [self.rows, *(label_set.rows for label_set in self.rows.transfer if label_set.has_own_rows)]
        num_rows = sum(len(self.groups) * len(rows.x_fit) + len(rows.x_heldout) for rows in passes)
        return (time.perf_counter() - start) * num_rows / self.batch_size


@keep_random_states()
def build_instrument(
    model,
    rows,
    *,
    layers,
    decoders,
    batch_norm,
    batch_size,
    seed,
    max_memory=None,
    target_layer=None,
    protocol="exact",
    num_images=0,
    quantities=(),
):
    """Chooses taps and decoders for a model and measures the baselines.

    Plans that exceed `max_memory` bytes together are measured in groups, each with a forward pass of its own. With a
    `target_layer` its output is reconstructed in the place of the input. In the `"paper"` protocol linear probes are
    trained by SGD, and `"linear"` alone stands for `AdamLinear()`. The reconstructions of `num_images` held-out rows
    are shown, where they are images. Of `quantities` those that have a column in this run are measured too.

    Raises:
        ValueError: for an unknown layer, inputs that are token ids, a target behind trained weights, or a tap that was
            named and is too wide for any exact decoder or for `max_memory`.
    """
    _warn_of_labels(rows)
    decoders = resolve_decoders(decoders, protocol)
    first_batch = next(batches(rows.inputs_fit, batch_size))
    check_channels_last(model)
    build_weights(model, first_batch)
    if target_layer is not None:
        rows = _reconstruct_layer(model, rows, target_layer, batch_size, batch_norm)
    check_not_tokens(model, rows)
    taps = resolve_taps(model, layers, first_batch, source=_source_of(rows))
    is_named = layers not in ("auto", "blocks")
    plans = _plan(taps, rows, decoders, protocol, is_named=is_named)
    groups = _group(plans, _sizes(rows, batch_size), max_memory, is_named=is_named)
    plans = list(itertools.chain.from_iterable(groups))
    targets = dict.fromkeys(plan.target for plan in plans)
    baselines = {target: measure_baseline(target, rows.x_fit, rows.x_heldout) for target in targets}
    if any(baseline.mean_image_loss == 0 for baseline in baselines.values()):
        warn("All inputs are the same: there is nothing to reconstruct, and explained variance stays empty.")
    measured = list(dict.fromkeys(plan.tap for plan in plans))
    last = find_last_dense(model, rows) if quantities else None
    extractor, classifier = _build_extractor(model, rows, measured, first_batch, batch_norm=batch_norm, last=last)
    found = _build_quantities(quantities, rows, plans, extractor, first_batch, classifier) if quantities else None
    return Instrument(
        rows,
        groups,
        baselines,
        extractor,
        batch_size,
        seed,
        loss_function(model),
        gallery=build_gallery(rows, plans, num_images),
        quantities=found,
    )


def _build_quantities(quantities, rows, plans, extractor, batch, classifier):
    """The `QuantitySet` of a run, and what it costs."""
    found = QuantitySet(quantities, rows, [plan.target for plan in plans], classifier=classifier)
    features, _ = extractor(batch)
    by_tap = dict(zip(dict.fromkeys(plan.tap for plan in plans), features, strict=False))
    for plan in plans:
        found.time(plan.target, by_tap[plan.tap], rows.x_fit[: num_rows_of(batch)])
    return found


def _build_extractor(model, rows, taps, batch, *, batch_norm, last):
    """`(extractor, classifier)`: compiled now, so that what cannot be run fails before training.

    A tap on the inputs of the last dense layer stands behind the others where it does end the model.
    """
    extractor = FeatureExtractor(model, [*taps, *([last] if last else [])], batch_norm=batch_norm)
    features, outputs = extractor(batch)
    classifier = build_classifier(model, rows, last, features[-1], outputs[0]) if outputs else None
    if last is not None and (classifier is None or classifier.tap is None):
        extractor = FeatureExtractor(model, taps, batch_norm=batch_norm)
        extractor(batch)
    return extractor, classifier


def _source_of(rows):
    """The place of the reconstructed array among several inputs; None of one, and where it is the output of a layer."""
    leaves = keras.tree.flatten(rows.inputs_fit)
    return next((place for place, leaf in enumerate(leaves) if leaf is rows.x_fit), None) if len(leaves) > 1 else None


def _reconstruct_layer(model, rows, name, batch_size, batch_norm):
    """The rows with the output of a layer in the place of what is reconstructed, as it is before training."""
    tap = find_target(model, name, next(batches(rows.inputs_fit, batch_size)))
    extractor = FeatureExtractor(model, [tap], batch_norm=batch_norm)
    outputs = [
        np.concatenate([host(features[0]) for _, features, _ in chunks(extractor, inputs, batch_size)])
        for inputs in (rows.inputs_fit, rows.inputs_heldout)
    ]
    return dataclasses.replace(rows, x_fit=outputs[0], x_heldout=outputs[1])


def _warn_of_labels(rows):
    if rows.labels_fit is None:
        warn(f"No linear probe: {rows.without_labels}. Its columns stay empty.")
    elif rows.classes is not None and len(rows.classes) == 1:
        warn(f"No linear probe: all labels are {rows.classes[0]}. Its columns stay empty.")


def _plan(taps, rows, decoders, protocol, *, is_named):
    plans, refused = {}, []
    sizes = {"num_rows": len(rows.x_fit), "protocol": protocol}
    for tap in taps:
        for decoder in decoders:
            try:
                plan = plan_tap(tap, rows.x_fit.shape[1:], decoder=decoder, **sizes)
                plans.setdefault((tap, plan.decoder), plan)
            except ValueError as error:
                refused.append(str(error))
    # A tap that the user named is an error; one that we chose is left out, and said to be.
    if refused and (is_named or not plans):
        raise ValueError(refused[0])
    for message in refused:
        warn(f"{message} It is not measured.")
    return tuple(plans.values())


def _group(plans, sizes, max_memory, *, is_named):
    """Groups of plans that each stay within `max_memory`; a tap that we chose is left out where it cannot."""
    groups = group_plans(plans, sizes, max_memory)
    while max_memory is not None and peak_bytes(groups, sizes) > max_memory:
        too_large, message = find_too_large(plans, sizes, max_memory)
        plans = [plan for plan in plans if plan is not too_large]
        if is_named or not plans:
            raise ValueError(message)
        warn(f"{message} It is not measured.")
        groups = group_plans(plans, sizes, max_memory)
    return groups


def _sizes(rows, batch_size):
    counts = len(rows.x_fit), len(rows.x_heldout), count_outputs(rows)
    shared = [label_set for label_set in rows.transfer if not label_set.has_own_rows]
    return StepSizes(
        *counts,
        batch_size,
        is_regression=rows.task == "regression",
        more_outputs=tuple((label_set.num_outputs, label_set.rows.task == "regression") for label_set in shared),
        others=tuple(
            _sizes(label_set.rows, label_set.batch_size) for label_set in rows.transfer if label_set.has_own_rows
        ),
    )
