"""Frozen features of a checkpoint: an exact linear probe of them, on fit rows that each seed draws anew."""

import keras
import numpy as np

from keras_phases.arguments import one_of
from keras_phases.backend.arrays import full_float32, host, without_gradients
from keras_phases.backend.threads import threads_for
from keras_phases.checkpoints.transfer.task import draw_fit_rows
from keras_phases.data.probe_examples import mixed_order
from keras_phases.data.trees import num_rows_of, take_rows
from keras_phases.network.features import FeatureExtractor
from keras_phases.probes import fit_linear_probe, score_outputs
from keras_phases.probes.recipe import probe_pooling

BATCH_NORM_MODES = ("inference", "batch", "recalibrate")


def check_batch_norm(batch_norm, source_data):
    """Fails on another mode, and where statistics shall be measured anew without rows."""
    one_of(BATCH_NORM_MODES, "batch_norm", batch_norm)
    if batch_norm == "recalibrate" and source_data is None:
        raise ValueError(
            "batch_norm is 'recalibrate' without source_data. Expected the rows that the model was trained on, whose "
            "statistics are measured; pass source_data=((x, y), (x_test, y_test))."
        )


class FrozenFeatures:
    """The features of some layers as linear probes see them, from one forward pass of a model as its weights are.

    Args:
        model: The built model.
        taps: `Tap`s of the features.
        source_rows: `LabelledRows` on which statistics are measured anew, or None.
        batch_norm: One of `BATCH_NORM_MODES`.
        max_examples: Most rows for statistics.
        batch_size: Rows of a batch.
    """

    def __init__(self, model, taps, *, source_rows, batch_norm, max_examples, batch_size):
        self._model, self._batch_size, self._statistics_rows = model, batch_size, None
        self._poolings = [probe_pooling(tap.shape) for tap in taps]
        features = "batch" if batch_norm == "batch" else "inference"
        self._extractor = FeatureExtractor(model, taps, batch_norm=features)
        if batch_norm == "recalibrate":
            order = mixed_order(source_rows.y, np.arange(num_rows_of(source_rows.x)), np.random.default_rng(0))
            self._statistics_rows = take_rows(source_rows.x, order[:max_examples])

    def settle(self):
        """Measures statistics anew where that is asked for, after which the model has others than its checkpoint."""
        if self._statistics_rows is not None:
            from keras_phases.network.batch_norm import recalibrate_batch_norm

            recalibrate_batch_norm(self._model, self._statistics_rows, batch_size=self._batch_size)

    def of(self, x, rows):
        """Features `(n, F)` of each tap, averaged over areas where they are many, of some rows in their order."""
        found = [[] for _ in self._poolings]
        for start in range(0, len(rows), self._batch_size):
            batch = keras.tree.map_structure(_as_fed, take_rows(x, rows[start : start + self._batch_size]))
            for parts, pooling, features in zip(found, self._poolings, self._extractor(batch)[0], strict=True):
                parts.append(host(pooling(features)).reshape(num_rows_of(batch), -1))
        return [np.concatenate(parts) for parts in found]


class FrozenProbes:
    """Measures what linear probes tell from the features of a model as its weights are at that moment.

    Costs a forward pass over the fit rows of each draw and over the test rows for all layers at once, whose features
    are held, and a fit for each draw and layer.

    Args:
        model: The built model.
        taps: `Tap`s of the features.
        rows: `LabelledRows` of the target task.
        seeds: Seeds of the draws.
        source_rows: `LabelledRows` on which statistics are measured anew, or None.
        batch_norm: One of `BATCH_NORM_MODES`.
        max_examples: Most fit rows, and most rows for statistics.
        batch_size: Rows of a batch.
    """

    tuning = None

    def __init__(self, model, taps, rows, seeds, *, source_rows, batch_norm, max_examples, batch_size):
        whole, self.batch_norm, self._rows = batch_size if batch_norm == "batch" else 1, batch_norm, rows
        self._draws = draw_fit_rows(rows, seeds, max_examples=max_examples, whole_batches_of=whole)
        options = {"batch_norm": batch_norm, "max_examples": max_examples, "batch_size": batch_size}
        self._features = FrozenFeatures(model, taps, source_rows=source_rows, **options)
        self.num_seeds = len(self._draws)
        self.num_examples, self.num_test = len(self._draws[0].fit), len(self._draws[0].test)

    @threads_for("numpy")
    @full_float32()
    @without_gradients()
    @np.errstate(invalid="ignore", over="ignore")
    def measure(self, reload):
        """For each tap `(loss, accuracy)` on the test rows for each draw; NaN where features are not finite.

        The model has the weights already; with statistics measured anew it has others afterwards.
        """
        self._features.settle()
        heldout = self._features.of(self._rows.x_test, self._draws[0].test)
        by_draw = [self._measure(draw, heldout) for draw in self._draws]
        return list(zip(*by_draw, strict=True))

    def _measure(self, draw, heldout):
        fit = self._features.of(self._rows.x, draw.fit)
        return [_score(draw.labels, *features) for features in zip(fit, heldout, strict=True)]


def _score(labels, features, heldout):
    if not np.isfinite(features.sum(dtype=np.float64)):
        return float("nan"), float("nan")
    probe = fit_linear_probe(features, labels.fit, num_classes=len(labels.classes))
    return score_outputs("classes", probe.outputs(heldout), labels.heldout)


def _as_fed(array):
    """As `fit` feeds it: floating-point rows in Keras's float type."""
    return array.astype(keras.config.floatx()) if array.dtype.kind == "f" else array
