"""What the weights of one step are worth: every layer of a network on every target task."""

import numpy as np

from benchmarks.regret import tasks
from benchmarks.regret.probes import LabelSets, judge
from benchmarks.regret.scores import FewRows
from keras_phases.backend.arrays import full_float32, host, without_gradients
from keras_phases.decoders.pooling import Pooling
from keras_phases.decoders.target import area_average
from keras_phases.network.features import FeatureExtractor

GRID, MAX_FEATURES = (4, 4), 512
BUDGETS, NUM_DRAWS = (100, 500), 3
"""Numbers of labels, and how many draws of them."""
BATCH_SIZE = 500
PICTURE = (8, 8)
"""To what images are averaged for the error of their reconstruction."""


class Judge:
    """Measures a model as its weights are.

    Args:
        model: The model, of inputs 32 x 32 x 3.
        taps: List of `Tap`.
        seed: Seed of the draws of labels.
        data_dir: Folder of prepared TFDS sets.
    """

    def __init__(self, model, taps, *, seed, data_dir):
        self._taps, self._seed, self._data_dir = taps, seed, data_dir
        self._extractor = FeatureExtractor(model, taps, batch_norm="inference")
        self._poolings = [_pooling(tap.shape) for tap in taps]

    @full_float32()
    @without_gradients()
    def measure(self):
        """Rows of the table: a dict for each layer and target."""
        found = []
        for name in dict.fromkeys(task.images for task in tasks.TASKS.values()):
            rows = tasks.load(name, self._data_dir)
            parts = [self.features(part.x) for part in (rows.fit, rows.selection, rows.test)]
            for tap, *features in zip(self._taps, *parts, strict=True):
                found += [{"layer": tap.name, **row} for row in self._judge(rows, *features)]
        return found

    def features(self, x):
        """Features `(n, F)` of each tap."""
        found = [[] for _ in self._taps]
        for start in range(0, len(x), BATCH_SIZE):
            batch = np.ascontiguousarray(x[start : start + BATCH_SIZE])
            for parts, pooling, features in zip(found, self._poolings, self._extractor(batch)[0], strict=True):
                parts.append(host(pooling(features)).reshape(len(batch), -1))
        return [np.concatenate(parts) for parts in found]

    def _judge(self, rows, fit, selection, test):
        """A dict for each label set of one image set and layer."""
        placed = draws(len(selection), self._seed)
        few = {key: FewRows(selection[places]) for key, places in placed.items()}
        unlabelled = _unlabelled(few[BUDGETS[-1], 0], rows.selection.x[placed[BUDGETS[-1], 0]])
        counts = [int(labels.max()) + 1 for labels in rows.fit.labels.values()]
        sets = [LabelSets(list(part.labels.values()), counts) for part in (rows.fit, rows.test)]
        judged = judge(fit, sets[0], test, sets[1])
        for (task, labels), num_classes, (l2, loss, right) in zip(
            rows.selection.labels.items(), counts, judged, strict=True
        ):
            halves = {f"accuracy_{half}": right[half::2].mean() for half in (0, 1)}
            row = {"target": task, "l2": l2, "loss": loss, "accuracy": right.mean(), **halves, **unlabelled}
            for (budget, draw), scores in few.items():
                found = scores.label_scores(labels[placed[budget, draw]], num_classes)
                row |= {f"{score}_{budget}_{draw}": value for score, value in found.items()}
            yield row


def _pooling(shape):
    """To at most 4 x 4 positions, and fewer where that is over 512 features."""
    if len(shape) != 3 or shape[:2] <= GRID:
        return Pooling.to_at_most(MAX_FEATURES, shape)
    grid = Pooling.to_at_most(MAX_FEATURES, (*GRID, shape[-1])).grid or GRID
    return Pooling(shape, grid)


def draws(num_rows, seed):
    """Places of rows by `(budget, draw)`; a small draw is the beginning of a large one."""
    orders = [np.random.default_rng([seed, draw]).permutation(num_rows) for draw in range(NUM_DRAWS)]
    return {(budget, draw): order[:budget] for budget in BUDGETS for draw, order in enumerate(orders)}


def _unlabelled(few, x):
    pixels = area_average(np.ascontiguousarray(x), PICTURE).reshape(len(x), -1)
    return {
        "rank_me": few.rank_me(),
        "participation_ratio": few.participation_ratio(),
        "loo_reconstruction": few.reconstruction(pixels),
    }
