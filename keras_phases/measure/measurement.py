"""What one (layer, decoder) gathers in one probe step, and the columns of the record that come of it."""

import contextlib
import dataclasses

import numpy as np

from keras_phases.backend.arrays import FLOAT32, FLOAT64
from keras_phases.decoders.gradient import DivergedError
from keras_phases.decoders.ridge import MAX_ROUNDING, TooRoughError
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
    iou = (_column("", "iou"),) if rows.task == "positions" else ()
    transfer = sum((_columns(label_set) for label_set in rows.transfer), ())
    fixed = schema.METRICS + schema.GROUP_METRICS + iou + transfer
    of_rows = ("step", *(field.name for field in dataclasses.fields(schema.Row)))
    taken = sorted({*fixed, *of_rows} & {*quantities})
    if taken:
        raise ValueError(
            f"A quantity names the column '{taken[0]}', which the record has without it. Expected a name of its own; "
            "rename it in Quantity.columns."
        )
    return fixed + tuple(quantities)


def _columns(label_set):
    iou = (_column(label_set.name, "iou"),) if label_set.rows.task == "positions" else ()
    return schema.transfer_metrics(label_set.name) + iou


def _column(name, score):
    """Name of the column of a score of a label set; the run's own has no name."""
    return f"transfer_{name}_{score}" if name else f"probe_{score}"


def describe_iou(rows):
    """How columns of IoU are shown, by name."""
    names = [name for name in metrics_of(rows) if name.endswith("_iou")]
    what = {"unit": "mean over classes", "better": "high", "format": "share"}
    return {name: {"label": name.removesuffix("_iou").replace("_", " ") + " IoU", **what} for name in names}


@contextlib.contextmanager
def flagging(flags):
    """Adds to a set of flags why something could not be fitted."""
    try:
        yield
    except FloatingPointError:
        flags.add("nonfinite_features")
    except DivergedError:
        flags.add("diverged")
    except np.linalg.LinAlgError:
        flags.add("failed")


class Measurement:
    """What one plan gathers in one probe step; `probes` are `TapProbes`s of its tap, of other rows each.

    Args:
        plan: `TapPlan`.
        instrument: `keras_phases.measure.instrument.Instrument`.
    """

    def __init__(self, plan, instrument):
        self.plan, self.rows, self._seed = plan, instrument.rows, instrument.seed
        self._baseline, quantities = instrument.baselines[plan.target], instrument.quantities
        self._gathering = None if quantities is None else quantities.gather(plan.target)
        self.flags, self.probes, self._judged, self.is_rough = set(), [], [], False
        self.begin(FLOAT32)

    def begin(self, arithmetic):
        """An empty decoder, whose sums are taken in `arithmetic`."""
        decoder = self.plan.recipe.build(self._seed, self._baseline.centre, arithmetic)
        self.decoder, self._fit, self.is_fitted = decoder, None, False
        if arithmetic is FLOAT64:
            self.flags.add("float64_sums")

    def solve(self):
        """Fits the decoder to the rows that it has taken in, or marks why it could not be.

        Sets `is_rough`: whether rounding may show in the loss, so that the rows are to be taken in again in float64.
        """
        with flagging(self.flags):
            try:
                self._fit = self.decoder.fit()
                self.is_fitted = True
                self.is_rough = self._fit is not None and not self._fit.rounding <= MAX_ROUNDING
            except TooRoughError:
                self.is_rough = True

    def judge(self, features, targets, x):
        """Takes in a chunk of held-out rows, `x` as fed, and what they are to give less the mean of the fit rows."""
        if self.is_fitted:
            losses, influences = self.decoder.judge(features, targets)
            if not np.isfinite(losses).all():
                # Float32 does not hold the square of every finite error.
                predicted = self.decoder.predict(features).reshape(len(x), -1).astype(np.float64)
                losses = np.mean((predicted - self.plan.target(x).reshape(len(x), -1)) ** 2, axis=1)
            self._judged.append((losses, influences))
            if self._gathering is not None:
                self._gathering.take(self.decoder.predict, features, x)

    def metrics(self, model_rows=None):
        """All metrics of this row that were measured, by name; `model_rows` are what the model makes of the rows."""
        found = self._of_run()
        losses, influences = np.concatenate(self._judged, axis=1) if self.is_fitted else (None, None)
        if self.is_fitted:
            found |= self._reconstruction(losses) | self._solution(losses, influences)
        for probe in self.probes:
            for name, scores in probe.scores().items():
                # The penalty is kept of the run's own labels alone.
                found |= {_column(name, score): value for score, value in scores.items() if score != "l2" or not name}
            self.flags |= probe.flags
        if self._gathering is not None and self.is_fitted:
            evidence = {"eigenvalues": getattr(self._fit, "eigenvalues", None), "model": model_rows}
            found |= self._gathering.values(losses, dict(found), **evidence)
        return self._without_unheld(found)

    def _without_unheld(self, found):
        """The metrics without those in units of the loss where float32, in which they are kept, does not hold it."""
        least, most = (float(getattr(np.finfo(np.float32), name)) for name in ("tiny", "max"))
        unit, loss = self._baseline.mean_image_loss, found.get("reconstruction_loss", 0.0)
        if unit <= most and not 0 < unit < least and not most < loss < np.inf:
            return found
        self.flags.add("out_of_range")
        of_loss = ("reconstruction_", "mean_image_loss", "pca_bound")
        return {name: v for name, v in found.items() if not name.startswith(of_loss) and abs(v) <= most}

    def _mark(self, **flags):
        """Adds the flags that hold, by name."""
        self.flags |= {name for name, holds in flags.items() if holds}

    def _of_run(self):
        target, rows, baseline = self.plan.target, self.rows, self._baseline
        self._mark(
            training_heldout=rows.heldout == "training",
            duplicated_rows=rows.copies.are_many,
            no_labels=rows.labels_fit is None,
            one_class=rows.classes is not None and len(rows.classes) == 1,
            target_resized=target.resize is not None,
            target_cropped=target.crop is not None,
            constant_target=baseline.mean_image_loss == 0,
        )
        # The bound is one of linear decoders.
        bound = baseline.pca_bound(self.plan.tap.num_features) if self.plan.recipe.is_linear else float("nan")
        return {
            "num_fit_examples": len(rows.x_fit),
            "num_heldout_examples": len(rows.x_heldout),
            "mean_image_loss": baseline.mean_image_loss,
            "pca_bound": bound,
        }

    def _reconstruction(self, losses):
        loss, mean_image_loss = float(losses.mean()), self._baseline.mean_image_loss
        self._mark(nonfinite_features=not np.isfinite(loss))
        groups = {name: losses[index :: schema.NUM_GROUPS] for index, name in enumerate(schema.GROUP_METRICS)}
        return {
            "reconstruction_loss": loss,
            "reconstruction_stderr": _standard_error(losses),
            "explained_variance": 1 - loss / mean_image_loss if mean_image_loss > 0 else float("nan"),
            **{name: float(group.mean()) for name, group in groups.items() if len(group)},
        }

    def _solution(self, losses, influences):
        """What is known of a decoder because it is exact; nothing of others."""
        fit = self._fit
        if fit is None:
            return {}
        self._mark(
            constant_features=fit.num_constant > 0,
            rank_deficient=fit.rank < min(self.plan.recipe.num_features - fit.num_constant, fit.num_rows - 1),
            ridge_at_bound=fit.at_bound,
        )
        limit, limit_stderr = self._limit(losses, influences)
        return {
            "ridge": fit.ridge,
            "degrees_of_freedom": fit.degrees_of_freedom,
            "reconstruction_loss_limit": limit,
            "reconstruction_loss_limit_stderr": limit_stderr,
        }

    def _limit(self, losses, influences):
        """The loss at unlimited fit rows and the same ridge, and its standard error.

        Errors of one size that know nothing of each other inflate a held-out loss by df / (n - df - 1). Errors as they
        are do more where they are large where the leverage is, or go together on the positions of an image: held-out
        rows stand for the fit rows, and what each adds is measured.
        """
        seen = ~np.isnan(influences)
        inflation = np.inf
        if seen.any():
            total = losses[seen].sum()
            inflation = self._fit.excess_factor * influences[seen].sum() / total if total else 0.0  # pyright: ignore[reportOptionalMemberAccess] it is fitted
        if not inflation <= MAX_INFLATION:
            self.flags.add("few_rows")
            return float("nan"), float("nan")
        limit, stderr = float(losses.mean()) / (1 + inflation), _standard_error(losses)
        return limit, float(np.hypot(stderr / (1 + inflation), CORRECTION_ERROR * inflation * limit))


def _standard_error(losses):
    return float(losses.std(ddof=1)) / len(losses) ** 0.5
