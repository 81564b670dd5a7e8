"""One probe step: exact solves from one pass over the fit rows, one pass over the held-out rows, one record.

A group of plans takes a pass over the fit rows of its own, and what float32 is too rough for takes another.

A pure function of the weights, the rows and the plans; it writes nothing and draws nothing but from the seed.
"""

import functools
import time

import numpy as np
from tensorboard_plugin_phases import metadata

from keras_phases.arithmetic import FLOAT32, FLOAT64, full_float32, host, without_gradients
from keras_phases.blas import threads_for
from keras_phases.decoders.ridge import MAX_ROUNDING
from keras_phases.features import chunks
from keras_phases.probes import count_outputs, fit_linear_probe, score_outputs
from keras_phases.targets import area_average

MAX_INFLATION = 0.125
"""The loss at unlimited rows is not estimated where few rows inflate it by more than this share, nor for df > n/10."""

CORRECTION_ERROR = 0.2
"""Standard error of the correction for few rows, as a share of it: from fits whose excess is known, and of CIFAR-10."""

_COLUMN = {name: index for index, name in enumerate(metadata.METRICS + metadata.GROUP_METRICS)}


class _TapProbe:
    """The linear probe of one tap, shared by all decoders on it, so that its rows are kept once."""

    def __init__(self, plan, rows):
        self.plan, self.rows = plan, rows
        self.num_rows = 0
        self.features = np.empty((len(rows.x_fit), plan.probe_features), np.float32)
        self.probe, self.flags, self.outputs = None, set(), []

    def add(self, features):
        """Takes in a chunk of fit rows; returns the copy that is kept, None where it is pooled."""
        kept = self.features[self.num_rows : self.num_rows + len(features)]
        kept[:] = _flat_pooled(features, self.plan.pooled)
        self.num_rows += len(features)
        return None if self.plan.pooled else kept.reshape(features.shape)

    def fit(self):
        features, self.features = self.features, None
        try:
            options = {"num_classes": count_outputs(self.rows), "task": self.rows.task}
            self.probe = fit_linear_probe(features, self.rows.labels_fit, **options)
        except FloatingPointError:
            self.flags.add("nonfinite_features")
        except np.linalg.LinAlgError:
            self.flags.add("failed")

    def judge(self, features):
        if self.probe is not None:
            features = _flat_pooled(features, self.plan.pooled)
            self.outputs.append(self.probe.outputs(features))

    def metrics(self):
        if self.probe is None:
            return {}
        if not self.probe.converged:
            self.flags.add("probe_not_converged")
        loss, accuracy = score_outputs(self.rows.task, np.concatenate(self.outputs), self.rows.labels_heldout)
        return {"probe_loss": loss, "probe_accuracy": accuracy}


def _flat_pooled(features, grid):
    return host(area_average(features, grid) if grid else features).reshape(len(features), -1)


class _Measurement:
    """What one plan gathers in one probe step; `probe` is the `_TapProbe` of its tap, None without labels."""

    def __init__(self, plan, baseline, rows, seed, probe, arithmetic):
        self.plan, self.baseline, self.rows, self.probe, self.seed = plan, baseline, rows, probe, seed
        self.flags = set()
        self.judged = []
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

    def judge(self, features, targets):
        if self.fit is not None:
            self.judged.append(self.decoder.judge(self._decoder_features(features), targets))

    def _decoder_features(self, features):
        grid = self.plan.decoder_grid
        return area_average(features, grid) if grid else features

    def metrics(self):
        """All metrics of this row that were measured, by name."""
        found = self._run_flags()
        if self.fit is not None:
            found |= self._reconstruction()
        if self.probe is not None:
            found |= self.probe.metrics()
            self.flags |= self.probe.flags
        found["flags"] = metadata.pack_flags(self.flags)
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
        fit, (losses, influences) = self.fit, np.concatenate(self.judged, axis=1)
        loss, mean_image_loss = float(losses.mean()), self.baseline.mean_image_loss
        self.flags |= {
            name
            for name, holds in (
                ("constant_features", fit.num_constant > 0),
                ("rank_deficient", fit.rank < min(self.plan.decoder_features - fit.num_constant, fit.num_rows - 1)),
                ("ridge_at_bound", fit.at_bound),
                ("nonfinite_features", not loss <= np.finfo(np.float32).max),
            )
            if holds
        }
        groups = {name: losses[index :: metadata.NUM_GROUPS] for index, name in enumerate(metadata.GROUP_METRICS)}
        stderr = float(losses.std(ddof=1)) / len(losses) ** 0.5
        limit, limit_stderr = self._limit(losses, influences, stderr)
        return {
            "ridge": fit.ridge,
            "degrees_of_freedom": fit.degrees_of_freedom,
            "reconstruction_loss": loss,
            "reconstruction_stderr": stderr,
            "reconstruction_loss_limit": limit,
            "reconstruction_loss_limit_stderr": limit_stderr,
            "explained_variance": 1 - loss / mean_image_loss if mean_image_loss > 0 else float("nan"),
        } | {name: float(group.mean()) for name, group in groups.items() if len(group)}

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


@threads_for("numpy")
@full_float32()
@without_gradients()
def measure_step(extractor, rows, groups, baselines, *, batch_size, seed=0, model_loss=None, float64_plans=()):
    """Measures all taps once.

    Args:
        extractor: `FeatureExtractor` over the taps of all plans, one feature array for each distinct tap in order.
        rows: `ProbeRows`.
        groups: Lists of `TapPlan`. Each takes a forward pass over the fit rows and is solved before the next begins,
            so that one group's sums and rows are in memory at a time; the numbers are the same for any grouping.
        baselines: `Baseline` of each plan's target, as a dict by target.
        batch_size: Rows of a probe batch.
        seed: Seed of the patch decoders' positions. Defaults to 0.
        model_loss: `loss(y, outputs) -> float` of a batch, or None.
        float64_plans: Plans whose sums are taken in float64 from the start. Others are where float32 turns out to be
            too rough, from another pass over the fit rows; their record has the flag `float64_sums`.

    Returns:
        float32 array `(num_plans, num_metrics)`, columns as in `tensorboard_plugin_phases.metadata`, NaN where a
        quantity was not measured; `epoch` is left to the caller.
    """
    start = time.perf_counter()
    taps = list(dict.fromkeys(plan.tap for group in groups for plan in group))
    has_probes = count_outputs(rows) > 0
    measurements, probes, fit_rows = [], {}, (rows.inputs_fit, rows.x_fit)
    for group in groups:
        new = {plan.tap: _TapProbe(plan, rows) for plan in group if has_probes and plan.tap not in probes}
        probes |= new
        members = [
            _Measurement(
                plan, baselines[plan.target], rows, seed, probes.get(plan.tap), _arithmetic(plan, float64_plans)
            )
            for plan in group
        ]
        _pass(extractor, taps, fit_rows, batch_size, functools.partial(_take_in, measurements=members, probes=new))
        _solve(members, new)
        rough = [member for member in members if member.is_rough]
        if rough:
            for member in rough:
                member.begin(FLOAT64)
            _pass(extractor, taps, fit_rows, batch_size, functools.partial(_take_in, measurements=rough, probes={}))
            _solve(rough, {})
        measurements += members
    judge = functools.partial(_judge, measurements=measurements, probes=probes)
    outputs = _pass(extractor, taps, (rows.inputs_heldout, rows.x_heldout), batch_size, judge)
    # An activation may turn NaN into 0, so that features of a network that has failed can look like dead ones.
    if not np.isfinite(outputs).all():
        for measurement in measurements:
            measurement.flags.add("nonfinite_outputs")
    own = _model_metrics(outputs, rows, model_loss)
    own["probe_seconds"] = time.perf_counter() - start
    values = np.full((len(measurements), len(_COLUMN)), np.nan)
    for row, measurement in enumerate(measurements):
        for name, value in (measurement.metrics() | own).items():
            values[row, _COLUMN[name]] = value
    with np.errstate(over="ignore"):
        return values.astype(np.float32)


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
def _take_in(x, features, measurements, probes):
    targets = _targets(x, measurements)
    kept = {tap: probe.add(features[tap]) for tap, probe in probes.items()}
    for measurement in measurements:
        tap = measurement.plan.tap
        measurement.add(features[tap], targets[measurement.plan.target], kept.get(tap))


@np.errstate(invalid="ignore", over="ignore")
def _solve(measurements, probes):
    """One tap after the other, so that the workspaces of their solves do not add up."""
    for measurement in measurements:
        measurement.solve()
        probe = probes.pop(measurement.plan.tap, None)
        if probe is not None and "nonfinite_features" not in measurement.flags:
            probe.fit()


@np.errstate(invalid="ignore", over="ignore")
def _judge(x, features, measurements, probes):
    targets = _targets(x, measurements)
    for measurement in measurements:
        measurement.judge(features[measurement.plan.tap], targets[measurement.plan.target])
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
