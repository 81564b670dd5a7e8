"""One probe step: exact solves from one pass over the fit rows, one pass over the held-out rows, one record.

A group of plans takes a pass over the fit rows of its own, and what float32 is too rough for takes another. What is
trained instead of solved trains on rows that this pass keeps, all taps together. Further label sets on the same rows
share the features; one with rows of its own takes passes over those.

A pure function of the weights, the rows and the plans; it draws nothing but from the seed, and writes nothing but into
a gallery that asks for images. Quantities beyond the fixed columns are gathered in the same passes.
"""

import dataclasses
import functools
import time

import keras
import numpy as np

from keras_phases.backend.arrays import FLOAT32, FLOAT64, compiled, compiled_once, full_float32, host, without_gradients
from keras_phases.backend.device_rows import DeviceRows
from keras_phases.backend.places import on
from keras_phases.backend.threads import threads_for
from keras_phases.data.probe_examples import ProbeExamples
from keras_phases.data.transfer_labels import TransferLabels
from keras_phases.measure.kept_features import make_room, train_kept, whole_place
from keras_phases.measure.measurement import Measurement
from keras_phases.measure.position_probes import PositionProbes
from keras_phases.measure.tap_probes import TapProbes
from keras_phases.network.classifier import ClassifierWatch
from keras_phases.network.features import FeatureExtractor, chunks
from keras_phases.network.taps import Tap
from keras_phases.record.probe_step import ProbeRow


@threads_for("numpy")
@full_float32()
@without_gradients()
def measure_step(instrument):
    """Measures all taps once.

    Each group of plans takes a forward pass over the fit rows and is solved before the next begins, so that one group's
    sums and rows are in memory at a time; the numbers are the same for any grouping.

    Args:
        instrument: `keras_phases.measure.instrument.Instrument`, with one tap of the extractor for each distinct tap of
            the plans in order.

    Returns:
        Tuple of `ProbeRow`, one for each plan.
    """
    start, rows = time.perf_counter(), instrument.rows
    passes, watch = _begin(instrument)
    label_sets = [
        TransferLabels("", rows, instrument.batch_size),
        *(one for one in rows.transfer if not one.has_own_rows),
    ]
    measurements, probes, fit_outputs = [], {}, None
    for group in instrument.groups:
        members = [Measurement(plan, instrument) for plan in group]
        new = _tap_probes(group, label_sets, probes)
        outputs = _fit(passes, members, new, seed=instrument.seed, watch=watch if fit_outputs is None else None)
        fit_outputs = outputs if fit_outputs is None else fit_outputs
        _fit_rough_again(passes, members)
        measurements, probes = measurements + members, probes | new
    outputs = _judge(passes, measurements, probes, gallery=instrument.gallery, watch=watch)
    _hand_out(measurements, probes)
    for label_set in rows.transfer:
        if label_set.has_own_rows:
            _hand_out(measurements, _probe_own_rows(instrument, passes, label_set))
    model_rows = None if watch is None else watch.finish(fit_outputs, outputs)
    return _rows_of(measurements, instrument.model_columns.measure(outputs), model_rows, start)


@dataclasses.dataclass(frozen=True)
class _Passes:
    """Forward passes over some rows, chunk by chunk.

    Args:
        extractor: `FeatureExtractor`.
        taps: What it gives the features of.
        rows: `ProbeExamples`.
        batch_size: Rows of a probe batch.
        device_rows: `DeviceRows` of the run.
        baselines: `Baseline` by target.
    """

    extractor: FeatureExtractor
    taps: list[Tap]
    rows: ProbeExamples
    batch_size: int
    device_rows: DeviceRows
    baselines: dict

    def over_fit_rows(self, act):
        """Calls `act(chunk)` with a `_Chunk` of fit rows after the other; returns the first outputs of the model."""
        return self._run(self.rows.inputs_fit, self.rows.x_fit, act)

    def over_heldout_rows(self, act):
        """The same for the held-out rows."""
        return self._run(self.rows.inputs_heldout, self.rows.x_heldout, act)

    def _run(self, inputs, x, act):
        def act_on(found):
            device, part, features, outputs = found
            with on(device):
                act(_Chunk(self, x, part, dict(zip(self.taps, features, strict=True))))
            return host(outputs[0]) if outputs else np.empty(0, np.float32)

        # `map` lets a chunk go before it asks for the next.
        found = chunks(self.extractor, inputs, self.batch_size, self.device_rows)
        outputs = np.concatenate(list(map(act_on, found)))
        self.device_rows.end_pass()
        return outputs


class _Chunk:
    """Some rows of a pass.

    Args:
        passes: `_Passes`.
        x: All rows of the pass, what is reconstructed.
        part: Slice of those of the chunk.
        features: Their features by tap.
    """

    def __init__(self, passes, x, part, features):
        self._passes, self._x, self._part, self.features, self._targets = passes, x, part, features, {}

    @property
    def x(self):
        """The rows, a host array."""
        return self._x[self._part]

    def targets(self, target):
        """What they are to give, less the mean of the fit rows: a tensor, once for all decoders."""
        if target not in self._targets:
            kept, centre = self._passes.device_rows, self._passes.baselines[target].centre
            rows = kept.take(self._x, self._part.start, self._part.stop) if _is_fed_exactly(self._x) else self.x
            rows = FLOAT32.array(target(rows))
            constants = map(kept.whole, (centre.shift, centre.offset))
            self._targets[target] = _centring(tuple(rows.shape))(rows, *constants)
        return self._targets[target]


def _is_fed_exactly(x):
    """Whether the numbers of rows are the same in float32 and as the model is fed."""
    return keras.config.floatx() == "float32" if x.dtype.kind == "f" else x.dtype.itemsize == 1


@compiled_once
def _centring(shape):
    return compiled(lambda rows, shift, offset: rows - shift - offset)


def _begin(instrument):
    """`(passes, watch)`; the latter is a `ClassifierWatch` where quantities ask for one.

    Its tap is put behind the others where features of it come.
    """
    extractor, quantities = instrument.extractor, instrument.quantities
    taps, watch = list(dict.fromkeys(plan.tap for plan in instrument.plans)), None
    if quantities is not None and quantities.classifier is not None:
        has_tap = extractor.num_taps > len(taps)
        taps += [quantities.classifier.tap] * has_tap
        watch = ClassifierWatch(quantities.classifier, has_tap)
    of_run = instrument.rows, instrument.batch_size, instrument.device_rows, instrument.baselines
    return _Passes(extractor, taps, *of_run), watch


def _tap_probes(group, label_sets, known):
    """`TapProbes` by tap and what tells them apart, of each tap of a group that has none yet; none without labels."""
    label_sets = [label_set for label_set in label_sets if label_set.num_outputs]
    at_positions = [label_set for label_set in label_sets if label_set.rows.task == "positions"]
    of_rows, found = [label_set for label_set in label_sets if label_set.rows.task != "positions"], {}
    for plan in group:
        if of_rows and (plan.tap, None) not in known:
            found.setdefault((plan.tap, None), TapProbes(plan, of_rows))
        for label_set in at_positions:
            if (plan.tap, label_set.name) not in known | found:
                found[plan.tap, label_set.name] = PositionProbes(plan, label_set)
    return found


def _fit(passes, members, probes, *, seed, watch=None):
    """Fits decoders and linear probes in one pass over the fit rows; returns the model's outputs where `watch` is.

    Those of no classifier may be images, and are let go before the solves.
    """
    kept = make_room(members, probes)
    outputs = passes.over_fit_rows(functools.partial(_take_in, members=members, kept=kept, watch=watch))
    outputs = None if watch is None else outputs
    train_kept(members, probes, kept, seed=seed)
    _solve(members, probes, kept)
    return outputs


def _fit_rough_again(passes, members):
    """Fits in float64, in another pass over the fit rows, what float32 turned out to be too rough for."""
    rough = [member for member in members if member.is_rough]
    for member in rough:
        member.begin(FLOAT64)
    if rough:
        passes.over_fit_rows(functools.partial(_take_in, members=rough, kept={}))
        _solve(rough, {}, {})


# Infinite features make NaN of their differences; the solve finds and flags them, so that NumPy need not warn. What a
# chunk has made is gone when these functions return, before the next forward pass.
@np.errstate(invalid="ignore", over="ignore")
def _take_in(chunk, members, kept, watch=None):
    if watch is not None:
        watch.take_fit(chunk.features)
    copies = {place: room.add(chunk.features[place[0]]) for place, room in kept.items()}
    for member in members:
        plan = member.plan
        member.decoder.add(chunk.features[plan.tap], chunk.targets(plan.target), copies.get(whole_place(plan)))


@np.errstate(invalid="ignore", over="ignore")
def _solve(members, probes, kept):
    """One tap after the other, so that the workspaces of their solves do not add up."""
    left = dict(probes)
    for member in members:
        member.solve()
        for key in [key for key in left if key[0] == member.plan.tap]:
            probe = left.pop(key)
            _fit_probe(probe, kept.pop(probe.place), member.flags)
    for probe in left.values():
        _fit_probe(probe, kept.pop(probe.place), ())


def _fit_probe(probe, kept, flags):
    if "nonfinite_features" not in flags:
        probe.fit(kept.values if probe.recipe.is_trained else kept.tensor)


def _judge(passes, members, probes, *, gallery=None, watch=None):
    """Judges all in one pass over the held-out rows; returns the model's outputs."""
    if gallery is not None:
        gallery.forget(member.plan for member in members)
    act = functools.partial(_judge_chunk, members=members, probes=probes, gallery=gallery, watch=watch)
    outputs = passes.over_heldout_rows(act)
    # An activation may turn NaN into 0, so that features of a network that has failed can look like dead ones.
    if not np.isfinite(outputs).all():
        for member in members:
            member.flags.add("nonfinite_outputs")
    return outputs


@np.errstate(invalid="ignore", over="ignore")
def _judge_chunk(chunk, members, probes, gallery, watch):
    if watch is not None:
        watch.take_heldout(chunk.features)
    for member in members:
        plan, features = member.plan, chunk.features[member.plan.tap]
        member.judge(features, chunk.targets(plan.target), chunk.x)
        if gallery is not None and member.is_fitted:
            gallery.take(plan, member.decoder.predict, features)
    for (tap, _), probe in probes.items():
        probe.judge(chunk.features[tap])


def _probe_own_rows(instrument, passes, label_set):
    """`TapProbes` by tap, of a label set with rows of its own, fitted and judged."""
    passes, probes = dataclasses.replace(passes, rows=label_set.rows, batch_size=label_set.batch_size), {}
    for group in instrument.groups:
        new = _tap_probes(group, [label_set], probes)
        _fit(passes, [], new, seed=instrument.seed)
        probes |= new
    _judge(passes, [], probes)
    return probes


def _hand_out(measurements, probes):
    for measurement in measurements:
        measurement.probes += [probe for (tap, _), probe in probes.items() if tap == measurement.plan.tap]


def _rows_of(measurements, own, model_rows, start):
    found = [measurement.metrics(model_rows) for measurement in measurements]
    own["probe_seconds"] = time.perf_counter() - start
    return tuple(
        ProbeRow(measurement.plan.tap.name, measurement.plan.decoder, metrics | own, frozenset(measurement.flags))
        for measurement, metrics in zip(measurements, found, strict=True)
    )
