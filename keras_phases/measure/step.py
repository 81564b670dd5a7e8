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

import numpy as np

from keras_phases.backend.arrays import FLOAT32, FLOAT64, full_float32, without_gradients
from keras_phases.backend.threads import threads_for
from keras_phases.data.transfer_labels import TransferLabels
from keras_phases.decoders.gradient import Job
from keras_phases.decoders.ridge import MAX_ROUNDING
from keras_phases.decoders.target import area_average
from keras_phases.decoders.trained import TrainedDecoder
from keras_phases.measure.kept_features import make_room, train_kept
from keras_phases.measure.tap_probes import TapProbes
from keras_phases.network.classifier import ClassifierWatch
from keras_phases.network.features import chunks
from keras_phases.record import schema

MAX_INFLATION = 0.125
"""The loss at unlimited rows is not estimated where few rows inflate it by more than this share, nor for df > n/10."""

CORRECTION_ERROR = 0.2
"""Standard error of the correction for few rows, as a share of it: from fits whose excess is known, and of CIFAR-10."""


def metrics_of(rows, quantities=()):
    """Column names of a record: those of every run, of its further label sets, and of its quantities.

    Raises:
        ValueError: when a quantity names a column that is there without it.
    """
    transfer = sum((_columns(label_set.name) for label_set in rows.transfer), ())
    fixed = schema.METRICS + schema.GROUP_METRICS + transfer
    of_rows = ("step", *(field.name for field in dataclasses.fields(schema.Row)))
    taken = sorted({*fixed, *of_rows} & {*quantities})
    if taken:
        raise ValueError(
            f"A quantity names the column '{taken[0]}', which the record has without it. Expected a name of its own; "
            "rename it in Quantity.columns."
        )
    return fixed + tuple(quantities)


def _columns(name):
    """Names of the loss and the accuracy of a label set; those of the run's own have no name."""
    return schema.transfer_metrics(name) if name else ("probe_loss", "probe_accuracy")


class _Measurement:
    """What one plan gathers in one probe step; `probes` are `TapProbes`s of its tap, of other rows each."""

    def __init__(self, plan, baseline, rows, seed, arithmetic, gathering=None):
        self.plan, self.baseline, self.rows, self.seed = plan, baseline, rows, seed
        self.gathering, self.probes = gathering, []
        self.flags = set()
        self.judged = []
        self.trained = []
        self.begin(arithmetic)

    def begin(self, arithmetic):
        """An empty decoder, whose sums are taken in `arithmetic`."""
        self.decoder, self.fit = self.plan.build_decoder(self.seed, arithmetic), None
        if arithmetic is FLOAT64:
            self.flags.add("float64_sums")

    @property
    def is_rough(self):
        """Whether rounding may show in the loss."""
        return self.fit is not None and not self.fit.rounding <= MAX_ROUNDING

    def add(self, features, targets, kept=None):
        """Takes in a chunk of fit rows; `kept` are the same features where the linear probe keeps them."""
        is_kept = self.plan.is_dual and kept is not None
        self.decoder.add(self._decoder_features(kept if is_kept else features), targets)

    def solve(self):
        try:
            self.fit = self.decoder.fit()
        except FloatingPointError:
            self.flags.add("nonfinite_features")
        except np.linalg.LinAlgError:
            self.flags.add("failed")

    def judge(self, features, targets, x):
        """Takes in a chunk of held-out rows, `x` as fed."""
        if self.fit is not None:
            self.judged.append(self.decoder.judge(self._decoder_features(features), targets))
            if self.gathering is not None:
                self.gathering.take(self.predict, features, x)

    def predict(self, features):
        """What the decoder that is judged makes of some rows."""
        return self.decoder.predict(self._decoder_features(features))

    def _decoder_features(self, features):
        grid = self.plan.decoder_grid
        return area_average(features, grid) if grid else features

    def jobs(self, kept, targets):
        """The `Job`s that train the decoder on rows that were kept; none where it is solved instead."""
        return []

    def metrics(self, model_rows=None):
        """All metrics of this row that were measured, by name; `model_rows` are what the model makes of the rows."""
        found = self._run_flags()
        if self.fit is not None:
            found |= self._reconstruction()
        for probe in self.probes:
            for name, scores in probe.scores().items():
                found |= dict(zip(_columns(name), scores, strict=True))
            self.flags |= probe.flags
        if self.gathering is not None and self.fit is not None:
            losses = np.concatenate(self.judged, axis=1)[0]
            evidence = {"eigenvalues": getattr(self.fit, "eigenvalues", None), "model": model_rows}
            found |= self.gathering.values(losses, dict(found), **evidence)
        found["flags"] = schema.pack_flags(self.flags)
        return found

    def _run_flags(self):
        target, rows = self.plan.target, self.rows
        self.flags |= {
            name
            for name, holds in (
                ("training_heldout", rows.heldout == "training"),
                ("no_labels", rows.labels_fit is None),
                ("one_class", rows.classes is not None and len(rows.classes) == 1),
                ("target_resized", target.resize is not None),
                ("target_cropped", target.crop is not None),
                ("constant_target", self.baseline.mean_image_loss == 0),
            )
            if holds
        }
        return {
            "num_fit_examples": len(rows.x_fit),
            "num_heldout_examples": len(rows.x_heldout),
            "mean_image_loss": self.baseline.mean_image_loss,
            "pca_bound": self.baseline.pca_bound(self.plan.tap.num_features),
        }

    def _reconstruction(self):
        losses, influences = np.concatenate(self.judged, axis=1)
        loss, mean_image_loss = float(losses.mean()), self.baseline.mean_image_loss
        if not loss <= np.finfo(np.float32).max:
            self.flags.add("nonfinite_features")
        groups = {name: losses[index :: schema.NUM_GROUPS] for index, name in enumerate(schema.GROUP_METRICS)}
        stderr = float(losses.std(ddof=1)) / len(losses) ** 0.5
        return {
            "reconstruction_loss": loss,
            "reconstruction_stderr": stderr,
            "explained_variance": 1 - loss / mean_image_loss if mean_image_loss > 0 else float("nan"),
            **{name: float(group.mean()) for name, group in groups.items() if len(group)},
            **self._solution(losses, influences, stderr),
        }

    def _solution(self, losses, influences, stderr):
        """What is known of a decoder because it is exact."""
        fit = self.fit
        self.flags |= {
            name
            for name, holds in (
                ("constant_features", fit.num_constant > 0),
                ("rank_deficient", fit.rank < min(self.plan.decoder_features - fit.num_constant, fit.num_rows - 1)),
                ("ridge_at_bound", fit.at_bound),
            )
            if holds
        }
        limit, limit_stderr = self._limit(losses, influences, stderr)
        return {
            "ridge": fit.ridge,
            "degrees_of_freedom": fit.degrees_of_freedom,
            "reconstruction_loss_limit": limit,
            "reconstruction_loss_limit_stderr": limit_stderr,
        }

    def _limit(self, losses, influences, stderr):
        """The loss at unlimited fit rows and the same ridge, and its standard error.

        Errors of one size that know nothing of each other inflate a held-out loss by df / (n - df - 1). Errors as they
        are do more where they are large where the leverage is, or go together on the positions of an image: held-out
        rows stand for the fit rows, and what each adds is measured.
        """
        seen = ~np.isnan(influences)
        inflation = np.inf
        if seen.any():
            total = losses[seen].sum()
            inflation = self.fit.excess_factor * influences[seen].sum() / total if total else 0.0
        if not inflation <= MAX_INFLATION:
            self.flags.add("few_rows")
            return float("nan"), float("nan")
        limit = float(losses.mean()) / (1 + inflation)
        return limit, float(np.hypot(stderr / (1 + inflation), CORRECTION_ERROR * inflation * limit))


class _TrainedMeasurement(_Measurement):
    """Of a decoder that is trained, on rows that are kept for all that needs them: it takes in none itself."""

    is_rough = False

    def begin(self, arithmetic):
        self.decoder = self.fit = None

    def add(self, features, targets, kept=None):
        pass

    def jobs(self, kept, targets):
        return [Job(self.plan.training, kept[self.plan.tap, None].features, targets[self.plan.target])]

    def solve(self):
        (trained,) = self.trained
        if trained.flaw:
            self.flags.add(trained.flaw)
        else:
            self.fit, self.decoder = trained, TrainedDecoder(self.plan.training.head, trained.weights)

    def _run_flags(self):
        # The bound is one of linear decoders.
        return super()._run_flags() | ({} if self.plan.is_linear else {"pca_bound": float("nan")})

    def _solution(self, losses, influences, stderr):
        return {}


@threads_for("numpy")
@full_float32()
@without_gradients()
def measure_step(
    extractor,
    rows,
    groups,
    baselines,
    *,
    batch_size,
    seed=0,
    model_loss=None,
    float64_plans=(),
    gallery=None,
    quantities=None,
):
    """Measures all taps once.

    Args:
        extractor: `FeatureExtractor` over the taps of all plans, one feature array for each distinct tap in order.
        rows: `ProbeExamples`, its `transfer` among them.
        groups: Lists of `TapPlan`. Each takes a forward pass over the fit rows and is solved before the next begins,
            so that one group's sums and rows are in memory at a time; the numbers are the same for any grouping.
        baselines: `Baseline` of each plan's target, as a dict by target.
        batch_size: Rows of a probe batch.
        seed: Seed of the patch decoders' positions. Defaults to 0.
        model_loss: `loss(y, outputs) -> float` of a batch, or None.
        float64_plans: Plans whose sums are taken in float64 from the start. Others are where float32 turns out to be
            too rough, from another pass over the fit rows; their record has the flag `float64_sums`.
        gallery: `Gallery` that takes the reconstructions of the first held-out rows where it is open. Defaults to
            `None`.
        quantities: `keras_phases.quantities.quantity_set.QuantitySet`. Defaults to `None`: none.

    Returns:
        float32 array `(num_plans, num_metrics)`, columns as `metrics_of` names them, NaN where a quantity was not
        measured; `epoch` is left to the caller.
    """
    start = time.perf_counter()
    taps = list(dict.fromkeys(plan.tap for group in groups for plan in group))
    watch = _watch_classifier(quantities, extractor, taps)
    label_sets = [TransferLabels("", rows, batch_size), *(found for found in rows.transfer if not found.has_own_rows)]
    label_sets = [label_set for label_set in label_sets if label_set.num_outputs]
    measurements, probes, fit_rows = [], {}, (rows.inputs_fit, rows.x_fit)
    fit_outputs, first_watch = None, watch
    for group in groups:
        new = _tap_probes(group, label_sets, probes)
        probes |= new
        members = [
            (_TrainedMeasurement if plan.training else _Measurement)(
                plan,
                baselines[plan.target],
                rows,
                seed,
                _arithmetic(plan, float64_plans),
                None if quantities is None else quantities.gather(plan.target),
            )
            for plan in group
        ]
        kept = make_room(members, new, len(rows.x_fit))
        take_in = functools.partial(_take_in, measurements=members, kept=kept, watch=first_watch)
        outputs = _pass(extractor, taps, fit_rows, batch_size, take_in)
        # Those of no classifier may be images, and are let go before the solves.
        fit_outputs, first_watch, outputs = outputs if first_watch is not None else fit_outputs, None, None
        train_kept(members, new, kept, seed=seed)
        _solve(members, new, kept)
        rough = [member for member in members if member.is_rough]
        if rough:
            for member in rough:
                member.begin(FLOAT64)
            _pass(extractor, taps, fit_rows, batch_size, functools.partial(_take_in, measurements=rough, kept={}))
            _solve(rough, {}, {})
        measurements += members
    if gallery is not None:
        gallery.forget(measurement.plan for measurement in measurements)
    judge = functools.partial(_judge, measurements=measurements, probes=probes, gallery=gallery, watch=watch)
    outputs = _pass(extractor, taps, (rows.inputs_heldout, rows.x_heldout), batch_size, judge)
    # An activation may turn NaN into 0, so that features of a network that has failed can look like dead ones.
    if not np.isfinite(outputs).all():
        for measurement in measurements:
            measurement.flags.add("nonfinite_outputs")
    other_probes = [
        _probe_own_rows(extractor, taps, groups, label_set, seed)
        for label_set in rows.transfer
        if label_set.has_own_rows
    ]
    for measurement in measurements:
        found = [by_tap.get(measurement.plan.tap) for by_tap in (probes, *other_probes)]
        measurement.probes = [probe for probe in found if probe is not None]
    own = _model_metrics(outputs, rows, model_loss)
    model_rows = None if watch is None else watch.finish(fit_outputs, outputs)
    found = [measurement.metrics(model_rows) for measurement in measurements]
    own["probe_seconds"] = time.perf_counter() - start
    columns = metrics_of(rows, () if quantities is None else quantities.columns)
    column = {name: index for index, name in enumerate(columns)}
    values = np.full((len(measurements), len(column)), np.nan)
    for row, metrics in enumerate(found):
        for name, value in (metrics | own).items():
            values[row, column[name]] = value
    with np.errstate(over="ignore"):
        return values.astype(np.float32)


def _watch_classifier(quantities, extractor, taps):
    """A `ClassifierWatch` where quantities ask for one, its tap put behind the others where features of it come."""
    if quantities is None or quantities.classifier is None:
        return None
    has_tap = extractor.num_taps > len(taps)
    if has_tap:
        taps.append(quantities.classifier.tap)
    return ClassifierWatch(quantities.classifier, has_tap)


def _tap_probes(group, label_sets, known):
    """`TapProbes` for each tap of a group that has none yet; none where there are no labels."""
    return {plan.tap: TapProbes(plan, label_sets) for plan in group if label_sets and plan.tap not in known}


def _probe_own_rows(extractor, taps, groups, label_set, seed):
    """`TapProbes` by tap, of a label set with rows of its own, fitted and judged."""
    probes, rows = {}, label_set.rows
    for group in groups:
        new = _tap_probes(group, [label_set], probes)
        kept = make_room([], new, len(rows.x_fit))
        act = functools.partial(_take_in, measurements=[], kept=kept)
        _pass(extractor, taps, (rows.inputs_fit, rows.x_fit), label_set.batch_size, act)
        train_kept([], new, kept, seed=seed)
        for probe in new.values():
            probe.fit(kept.pop((probe.plan.tap, probe.plan.pooled)).features)
        probes |= new
    judge = functools.partial(_judge, measurements=[], probes=probes)
    _pass(extractor, taps, (rows.inputs_heldout, rows.x_heldout), label_set.batch_size, judge)
    return probes


def _arithmetic(plan, float64_plans):
    return FLOAT64 if plan in float64_plans else FLOAT32


def _pass(extractor, taps, rows, batch_size, act):
    """Calls `act(x, features by tap)` chunk by chunk of `(inputs, x)`; returns the first outputs of the model."""
    inputs, x = rows

    def act_on(chunk):
        part, features, outputs = chunk
        act(x[part], dict(zip(taps, features, strict=True)))
        return outputs

    # `map` lets a chunk go before it asks for the next.
    return np.concatenate(list(map(act_on, chunks(extractor, inputs, batch_size))))


# Infinite features make NaN of their differences; the solve finds and flags them, so that NumPy need not warn. What a
# chunk has made is gone when these functions return, before the next forward pass.
@np.errstate(invalid="ignore", over="ignore")
def _take_in(x, features, measurements, kept, watch=None):
    if watch is not None:
        watch.take_fit(features)
    targets = _targets(x, measurements)
    copies = {place: rows.add(features[place[0]]) for place, rows in kept.items()}
    for measurement in measurements:
        tap = measurement.plan.tap
        measurement.add(features[tap], targets[measurement.plan.target], copies.get((tap, None)))


@np.errstate(invalid="ignore", over="ignore")
def _solve(measurements, probes, kept):
    """One tap after the other, so that the workspaces of their solves do not add up."""
    for measurement in measurements:
        measurement.solve()
        probe = probes.pop(measurement.plan.tap, None)
        if probe is not None:
            _fit_probe(probe, kept.pop((probe.plan.tap, probe.plan.pooled)), measurement.flags)


def _fit_probe(probe, rows, flags):
    if "nonfinite_features" not in flags:
        probe.fit(rows.features)


@np.errstate(invalid="ignore", over="ignore")
def _judge(x, features, measurements, probes, gallery=None, watch=None):
    if watch is not None:
        watch.take_heldout(features)
    targets = _targets(x, measurements)
    for measurement in measurements:
        measurement.judge(features[measurement.plan.tap], targets[measurement.plan.target], x)
        if gallery is not None and measurement.fit is not None:
            gallery.take(measurement.plan, measurement.predict, features[measurement.plan.tap])
    for tap, probe in probes.items():
        probe.judge(features[tap])


def _targets(x, measurements):
    """Targets by `Target`, on the backend's device once for all decoders."""
    return {target: FLOAT32.array(target(x)) for target in {measurement.plan.target for measurement in measurements}}


def _model_metrics(outputs, rows, model_loss):
    """The model's own held-out loss and accuracy, from the same pass."""
    metrics = {}
    if rows.y_heldout is None:
        return metrics
    if model_loss is not None:
        # A loss given by its name does not bring the two to one rank by itself, as Keras does before it calls it.
        is_column = outputs.ndim == rows.y_heldout.ndim + 1 and outputs.shape[-1] == 1
        metrics["model_loss"] = model_loss(rows.y_heldout[..., None] if is_column else rows.y_heldout, outputs)
    if rows.classes is not None and outputs.ndim == 2 and outputs.shape[1] > 1 and np.isfinite(outputs).all():
        metrics["model_accuracy"] = float(np.mean(outputs.argmax(axis=1) == _label_values(rows.y_heldout)))
    return metrics


def _label_values(y):
    """Label values as the model is trained on them, which may be classes that no fit row has."""
    return y.argmax(axis=1) if y.ndim == 2 and y.shape[1] > 1 else y.reshape(-1)
