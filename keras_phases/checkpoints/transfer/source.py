"""What a checkpoint is on the task that it was trained on: its accuracy, and its features' reconstruction loss."""

import dataclasses

import numpy as np

from keras_phases.data.probe_examples import Draws, draw_rows
from keras_phases.data.trees import num_rows_of
from keras_phases.measure.instrument import build_instrument
from keras_phases.measure.settings import ProbeSettings
from keras_phases.record.history import PhaseHistory

_COLUMNS = ("model_accuracy", "reconstruction_loss")


def check_history(history):
    """Fails on what is neither a `PhaseHistory` nor None."""
    if history is not None and not isinstance(history, PhaseHistory):
        raise ValueError(
            f"history is a {type(history).__name__}. Expected the PhaseHistory of the run; pass probe.history, or "
            "PhaseHistory.load(log_dir)."
        )


class MeasuredSource:
    """Measures both as `PhaseProbe` does: exact, with the statistics of probe batches; NaN without source rows.

    Args:
        model: The built model, as its weights are when it is measured.
        taps: `Tap`s of the features.
        rows: `LabelledRows` of the source task, or None.
        max_examples: Most fit rows, and most held-out rows.
        batch_size: Rows of a probe batch.
    """

    def __init__(self, model, taps, rows, *, max_examples, batch_size):
        self._names, self._instrument = [tap.name for tap in taps], None
        if rows is None:
            return
        num_heldout = min(max_examples, num_rows_of(rows.x_test))
        probe_rows, batch_size = draw_rows(
            rows.x,
            rows.y,
            rows.x_test,
            rows.y_test,
            draws=Draws(
                max_examples=max_examples,
                max_heldout=num_heldout,
                batch_size=min(batch_size, num_heldout, num_rows_of(rows.x)),
                seed=0,
            ),
        )
        # Without a task there is no linear probe, which nobody asked for here.
        probe_rows = dataclasses.replace(probe_rows, task=None)
        settings = ProbeSettings(layers=self._names, images=0, quantities=None)
        instrument = build_instrument(model, probe_rows, settings, batch_size=batch_size)
        # A copy has no loss, which would tell: its outputs are taken for scores of classes.
        columns = dataclasses.replace(instrument.model_columns, are_scores=True)
        self._instrument = dataclasses.replace(instrument, model_columns=columns)

    def measure(self, step):
        """`(accuracy, reconstruction loss)` of the model as it is, for each tap."""
        known = {}
        if self._instrument is not None:
            known = {row.layer: row.metrics for row in self._instrument.measure(step, float("nan")).rows}
        return [tuple(known.get(tap, {}).get(name, float("nan")) for name in _COLUMNS) for tap in self._names]


class HistorySource:
    """Takes both from the record of the run; NaN at steps that it does not have.

    Args:
        history: `PhaseHistory`.
        taps: `Tap`s of the features, which must be among its layers.

    Raises:
        ValueError: when one is not, with those that are.
    """

    def __init__(self, history, taps):
        try:
            rows = [history.row_index(tap.name) for tap in taps]
        except ValueError as error:
            raise ValueError(f"{error} Pass one of these as layer=..., or leave history out.") from error
        self._values = [_columns_by_step(history, row) for row in rows]

    def measure(self, step):
        """`(accuracy, reconstruction loss)` that the record has of a step, for each tap."""
        return [values.get(step, (float("nan"), float("nan"))) for values in self._values]


def _columns_by_step(history, row):
    missing = np.full(len(history), np.nan)
    columns = [history.column(name, row) if name in history.layout.metrics else missing for name in _COLUMNS]
    return dict(zip(history.steps.tolist(), zip(*(column.tolist() for column in columns), strict=True), strict=True))
