"""Frozen features of a checkpoint: an exact linear probe of them, on fit rows that each seed draws anew."""

import keras
import numpy as np

from keras_phases.backend.arrays import full_float32, host, without_gradients
from keras_phases.backend.threads import threads_for
from keras_phases.checkpoints.transfer.task import draw_fit_rows
from keras_phases.data.probe_examples import mixed_order
from keras_phases.data.trees import num_rows_of, take_rows
from keras_phases.network.features import FeatureExtractor
from keras_phases.probes import fit_linear_probe, score_outputs
from keras_phases.probes.recipe import probe_pooling

BATCH_NORM_MODES = ("inference", "batch", "recalibrate")


class FrozenProbes:
    """Measures what linear probes tell from the features of a model as its weights are at that moment.

    Costs a forward pass over the fit rows of each draw and over the test rows, and a fit for each draw.

    Args:
        model: The built model.
        tap: `Tap` of the features.
        rows: `LabelledRows` of the target task.
        seeds: Seeds of the draws.
        source_rows: `LabelledRows` on which statistics are measured anew, or None.
        batch_norm: One of `BATCH_NORM_MODES`.
        max_examples: Most fit rows, and most rows for statistics.
        batch_size: Rows of a batch.
    """

    tuning = None

    def __init__(self, model, tap, rows, seeds, *, source_rows, batch_norm, max_examples, batch_size):
        self._model, self._rows, self._pooling, self._batch_size = model, rows, probe_pooling(tap.shape), batch_size
        whole = batch_size if batch_norm == "batch" else 1
        self._draws = draw_fit_rows(rows, seeds, max_examples=max_examples, whole_batches_of=whole)
        features = "batch" if batch_norm == "batch" else "inference"
        self._extractor = FeatureExtractor(model, [tap], batch_norm=features)
        self.batch_norm, self._statistics_rows = batch_norm, None
        if batch_norm == "recalibrate":
            order = mixed_order(source_rows.y, np.arange(num_rows_of(source_rows.x)), np.random.default_rng(0))
            self._statistics_rows = take_rows(source_rows.x, order[:max_examples])
        self.num_seeds = len(self._draws)
        self.num_examples, self.num_test = len(self._draws[0].fit), len(self._draws[0].test)

    @threads_for("numpy")
    @full_float32()
    @without_gradients()
    @np.errstate(invalid="ignore", over="ignore")
    def measure(self, reload):
        """`(loss, accuracy)` on the test rows for each draw; NaN where features are not finite.

        The model has the weights already; with statistics measured anew it has others afterwards.
        """
        if self._statistics_rows is not None:
            from keras_phases.network.batch_norm import recalibrate_batch_norm

            recalibrate_batch_norm(self._model, self._statistics_rows, batch_size=self._batch_size)
        heldout = self._features(self._rows.x_test, self._draws[0].test)
        return [self._measure(draw, heldout) for draw in self._draws]

    def _measure(self, draw, heldout):
        features, labels = self._features(self._rows.x, draw.fit), draw.labels
        if not np.isfinite(features.sum(dtype=np.float64)):
            return float("nan"), float("nan")
        probe = fit_linear_probe(features, labels.fit, num_classes=len(labels.classes))
        return score_outputs("classes", probe.outputs(heldout), labels.heldout)

    def _features(self, x, rows):
        """Features `(n, F)`, averaged over areas where they are many, of some rows in their order."""
        found = []
        for start in range(0, len(rows), self._batch_size):
            batch = keras.tree.map_structure(_as_fed, take_rows(x, rows[start : start + self._batch_size]))
            features = self._pooling(self._extractor(batch)[0][0])
            found.append(host(features).reshape(num_rows_of(batch), -1))
        return np.concatenate(found)


def _as_fed(array):
    """As `fit` feeds it: floating-point rows in Keras's float type."""
    return array.astype(keras.config.floatx()) if array.dtype.kind == "f" else array
