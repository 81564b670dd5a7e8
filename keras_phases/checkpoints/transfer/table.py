"""What `evaluate_transfer` found: a row for each checkpoint, the table of them, and what may be concluded from it."""

import dataclasses
import math
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import ndtri, stdtrit

from keras_phases.record.console import render_table

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

SETTLED_STEP = 200
"""Before this step moving statistics of BatchNormalization have not settled: with momentum 0.9 they have by far, with
Keras's own 0.99 a share of 13 % is still what they began with."""

_COLUMNS = (
    "step",
    "layer",
    "source_accuracy",
    "reconstruction_loss",
    "transfer_accuracy",
    "transfer_accuracy_low",
    "transfer_accuracy_high",
    "transfer_loss",
    "mode",
    "batch_norm",
    "seeds",
)
_DENG = "(Deng et al., ICCV 2023, arXiv 2203.04668)"
_STATISTICS = {
    "inference": "BatchNorm uses the moving statistics of each checkpoint.",
    "recalibrate": "BatchNorm uses statistics that were measured anew on source rows for each checkpoint.",
    "batch": "BatchNorm uses the statistics of each batch of the target task.",
    "training": "BatchNorm uses moving statistics that the fine-tuning has brought up to date.",
}


@dataclasses.dataclass(frozen=True)
class TransferRow:
    """How a layer of one checkpoint serves the target task.

    Args:
        step: Optimizer steps done.
        layer: Name of the layer whose features were used.
        source_accuracy: The model's own accuracy on the source task; NaN where it is not known.
        reconstruction_loss: Of the features, on the source task; NaN where it is not known.
        transfer_accuracy: Accuracy on test rows of the target task, the mean over seeds.
        transfer_accuracy_low: Lower end of its 95 % interval.
        transfer_accuracy_high: Upper end.
        transfer_loss: Cross-entropy on these rows, the mean over seeds.
        mode: `"frozen"` or `"finetune"`.
        batch_norm: Statistics that BatchNormalization used: `"inference"`, `"recalibrate"`, `"batch"` or `"training"`.
        seeds: Number of seeds.
        accuracies: Accuracy for each seed.
        recalibrated: Whether the file held statistics that had been measured anew.
    """

    step: int
    layer: str
    source_accuracy: float
    reconstruction_loss: float
    transfer_accuracy: float
    transfer_accuracy_low: float
    transfer_accuracy_high: float
    transfer_loss: float
    mode: str
    batch_norm: str
    seeds: int
    accuracies: tuple[float, ...]
    recalibrated: bool


@dataclasses.dataclass(frozen=True)
class TransferTable:
    """What `evaluate_transfer` found; `print(table)` shows it.

    Args:
        rows: A `TransferRow` for each layer, in the network's order, and checkpoint, steps increasing.
        model: Name of the model.
        num_examples: Fit rows of each probe, or training rows.
        num_test: Test rows.
        tuning: How weights were fine-tuned, for people; None with frozen features.
        has_batch_norm: Whether the model has BatchNormalization.
        has_one_draw: Whether all rows were fit rows, so that seeds had nothing to draw.
    """

    rows: tuple[TransferRow, ...]
    model: str
    num_examples: int
    num_test: int
    tuning: str | None
    has_batch_norm: bool
    has_one_draw: bool

    @property
    def layers(self) -> tuple[str, ...]:
        """Names of the layers, in the network's order."""
        return tuple(dict.fromkeys(row.layer for row in self.rows))

    @property
    def layer(self) -> str:
        """Name of the layer; of several the best row's, or the last where no row is finite."""
        return (self.best or self.rows[-1]).layer

    @property
    def ranking(self) -> tuple[TransferRow, ...]:
        """The rows of a finite result, best first; of equal ones the earliest.

        Frozen features are ranked by the loss of their probe, which is less noisy than its accuracy, then by that;
        fine-tuned weights by accuracy.
        """
        finite = [row for row in self.rows if math.isfinite(row.transfer_loss + row.transfer_accuracy)]
        by_loss = self.tuning is None
        return tuple(sorted(finite, key=lambda row: (row.transfer_loss * by_loss, -row.transfer_accuracy)))

    @property
    def best(self) -> TransferRow | None:
        """The first of the ranking; None where no row is finite."""
        return next(iter(self.ranking), None)

    @property
    def marks(self) -> dict[tuple[int, str], tuple[str, ...]]:
        """What is special about a row, by `(step, layer)`: within its layer, and what is best of all."""
        marks, best = {}, self.best
        for layer in self.layers:
            rows = self.rows_of(layer)
            found = {
                "reconstruction minimum": _pick(rows, "reconstruction_loss", largest=False),
                "best on source": _pick(rows, "source_accuracy", largest=True),
                "best for transfer": best if best in rows else None,
                "last": rows[-1],
            }
            for name, row in found.items():
                if row is not None:
                    marks[row.step, layer] = (*marks.get((row.step, layer), ()), name)
        return marks

    def rows_of(self, layer: str) -> tuple[TransferRow, ...]:
        """The rows of a layer, steps increasing."""
        return tuple(row for row in self.rows if row.layer == layer)

    def to_dataframe(self) -> "pd.DataFrame":
        """A `pandas.DataFrame`, one row for each layer and checkpoint.

        Raises:
            ImportError: when pandas is missing.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise ImportError('to_dataframe needs pandas: pip install "keras-phases[dataframe]".') from error
        return pd.DataFrame([{name: getattr(row, name) for name in _COLUMNS} for row in self.rows], columns=_COLUMNS)

    def plot(self, **options: Any) -> "Figure":
        """The picture of the table; see `keras_phases.checkpoints.transfer.plot.plot_transfer` for the options."""
        from keras_phases.checkpoints.transfer.plot import plot_transfer

        return plot_transfer(self, **options)

    def __str__(self):
        columns = (
            ">step",
            ">source accuracy",
            ">reconstruction loss",
            ">transfer accuracy",
            ">95 % interval",
            ">transfer loss",
            "",
        )
        what, rows = "frozen features" if self.tuning is None else "fine-tuning", self.rows
        title = f"Transfer of '{self.model}' by {what}, layer '{self.layer}'"
        if self._has_several:
            title = f"Transfer of '{self.model}' by {what} of {len(self.layers)} layers, the best first"
            columns = "layer", *columns
            rows = (*self.ranking, *(row for row in rows if row not in self.ranking))
        lines = [self._line(row) for row in rows]
        return "\n".join([render_table(title, columns, lines), *self._notes()])

    @property
    def _has_several(self):
        return len(self.layers) > 1

    def _line(self, row):
        return (
            *[row.layer] * self._has_several,
            f"{row.step:,}",
            _number(row.source_accuracy, ".3f"),
            _number(row.reconstruction_loss, ".4g"),
            _number(row.transfer_accuracy, ".4f"),
            f"{_number(row.transfer_accuracy_low, '.4f')} to {_number(row.transfer_accuracy_high, '.4f')}",
            _number(row.transfer_loss, ".4g"),
            ", ".join(self.marks.get((row.step, row.layer), ())),
        )

    def _notes(self):
        """The lines under the table: what was measured, how sure it is, and what it says nothing about."""
        notes = [self._about_method(), self._about_interval()]
        if self.has_batch_norm:
            notes += [_STATISTICS[self.rows[0].batch_norm], *self._about_unsettled()]
        notes += self._about_difference()
        if self.tuning is None:
            notes.append(
                "This holds for features used as they are. Of fine-tuning it says nothing: full fine-tuning can still "
                f"gain from longer pre-training {_DENG}."
            )
        else:
            notes.append(
                "This holds for fine-tuning of all weights, which can still gain from longer pre-training "
                f"{_DENG}. Frozen features may be best at another step: mode='frozen' tells."
            )
        return notes

    def _about_method(self):
        if self.tuning is None:
            return f"Exact linear probe on {self.num_examples:,} fit rows, judged on {self.num_test:,} test rows."
        return (
            f"All weights and a new head trained on {self.num_examples:,} rows for {self.tuning}; judged on "
            f"{self.num_test:,} test rows."
        )

    def _about_interval(self):
        seeds = self.rows[0].seeds
        if seeds > 1:
            what = "draws of the fit rows" if self.tuning is None else "heads and orders of the rows"
            best = self.best
            chance = "" if best is None else f", whose choice alone leaves {self._test_error(best):.4f} either way"
            return f"Mean and Student's t interval over {seeds} {what}, on the same test rows{chance}."
        why = " All rows are fit rows, so that seeds have nothing to draw." if self.has_one_draw else ""
        return f"One seed: the interval is of the test rows, 1.96 binomial standard errors.{why}"

    def _test_error(self, row):
        """1.96 binomial standard errors of an accuracy."""
        low, high = find_interval([row.transfer_accuracy], self.num_test)
        return (high - low) / 2

    def _about_unsettled(self):
        early = {row.step for row in self.rows if row.step < SETTLED_STEP and not row.recalibrated}
        if not early or self.rows[0].batch_norm != "inference":
            return []
        steps = ", ".join(f"{step:,}" for step in sorted(early))
        return [
            f"Warning: at step {steps} moving statistics have not settled, and the features are not those of the "
            "training; pass batch_norm='recalibrate' with source_data."
        ]

    def _about_difference(self):
        best, last = self.best, self.rows[-1]
        if best is None or best is last:
            return []
        gain = best.transfer_accuracy - last.transfer_accuracy
        both = [f"{row.step:,}" + f" of '{row.layer}'" * self._has_several for row in (best, last)]
        if abs(gain) < 5e-5:
            return [f"Step {both[0]} is as accurate as the last, {both[1]}."]
        sure = best.transfer_accuracy_low > last.transfer_accuracy_high or gain < 0
        unsure = "" if sure else " The two intervals overlap: they may be equally good."
        how = "more" if gain > 0 else "less"
        kind = "" if gain > 0 else ", by a probe of less loss"
        return [f"Step {both[0]} is {abs(gain):.4f} {how} accurate than the last, {both[1]}{kind}.{unsure}"]


def find_interval(accuracies, num_test):
    """The 95 % interval of an accuracy within 0 and 1: over seeds, by Student's t; of one alone, over test rows.

    Args:
        accuracies: Accuracy for each seed.
        num_test: Test rows.

    Example:
        >>> low, high = find_interval([0.8], 400)
        >>> round(low, 4), round(high, 4)
        (0.7608, 0.8392)
    """
    accuracies = np.asarray(accuracies, np.float64)
    mean, count = float(accuracies.mean()), len(accuracies)
    if count > 1:
        half = float(stdtrit(count - 1, 0.975)) * float(accuracies.std(ddof=1)) / math.sqrt(count)
    else:
        half = float(ndtri(0.975)) * math.sqrt(mean * (1 - mean) / num_test)
    return tuple(float(np.clip(end, 0, 1)) for end in (mean - half, mean + half))


def _pick(rows, name, *, largest):
    finite = [row for row in rows if math.isfinite(getattr(row, name))]
    if not finite:
        return None
    sign = -1 if largest else 1
    return min(finite, key=lambda row: sign * getattr(row, name))


def _number(value, form):
    return format(value, form) if math.isfinite(value) else ""
