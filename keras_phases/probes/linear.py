"""The linear probe: features -> labels, the exact optimum of a stated objective for each kind of labels.

So it depends on the features alone and not on a learning rate or a number of epochs. On standardised features,

| task           | labels of a row   | probe                                         | its L2 is chosen by          |
|----------------|-------------------|-----------------------------------------------|------------------------------|
| `"classes"`    | one class index   | multinomial logistic regression               | fit rows that are left out   |
| `"multilabel"` | `(L,)` of 0 and 1 | L binary logistic regressions of the same L2  | fit rows that are left out   |
| `"regression"` | `(K,)` numbers    | ridge regression                              | generalised cross-validation |
"""

import dataclasses
import functools
from typing import Any

import numpy as np
from scipy.special import logsumexp

from keras_phases.backend.arrays import FLOAT32, host
from keras_phases.backend.threads import one_thread
from keras_phases.decoders.need import Need
from keras_phases.decoders.ridge import PATH_BYTES
from keras_phases.probes.descent import tolerance_at
from keras_phases.probes.logistic import fit_classes, fit_labels
from keras_phases.probes.penalty import count_fits
from keras_phases.probes.recipe import ProbeRecipe, of_labelled, probe_pooling
from keras_phases.probes.regression import fit_regression
from keras_phases.probes.standardise import Scale, StandardisedFeatures

TASKS = ("classes", "multilabel", "regression")
_KINDS = {
    "multilabel": "Linear probe: a logistic regression for each of {} labels; accuracy is the share of right ones.",
    "positions": "Linear probe: a logistic regression of {} classes at the positions of each map, of a patch its "
    "most frequent one; accuracy is the share of right positions, probe_iou a mean over classes.",
    "regression": "Linear probe: a ridge regression of {} numbers; loss is its squared error.",
}


@dataclasses.dataclass(frozen=True)
class ExactProbeRecipe(ProbeRecipe):
    """Of linear probes that are each the optimum of their objective.

    Args:
        pooling: The features that they see.
    """

    @classmethod
    def of(cls, shape):
        """The recipe of a tap whose features have a shape."""
        return cls(probe_pooling(shape))

    def describe(self, task, num_outputs):
        """See `ProbeRecipe.describe`."""
        return _KINDS.get(task, "").format(num_outputs)

    def jobs(self, features, label_sets):
        """See `ProbeRecipe.jobs`."""
        return []

    def fits(self, features, label_sets, trained):
        """See `ProbeRecipe.fits`; the label sets share the standardised features."""
        shared = functools.cache(lambda: StandardisedFeatures(features))
        return [functools.partial(_fit_labels, shared, features, labels) for labels in label_sets]

    def need(self, sizes, chunk_rows):
        """See `ProbeRecipe.need`: features `4 N F`, and a solve behind those that are fitted already."""
        N, F, kept = sizes.num_rows, self.num_features, self._kept_bytes(sizes)
        solving = (sum(kept[:place]) + _solving_bytes(N, F, *output) for place, output in enumerate(sizes.outputs))
        return Need(
            held=4 * N * F,
            adding=self.pooling.num_bytes(max(chunk_rows)) + 4 * chunk_rows[0] * F,
            solving=max(solving),
            kept=sum(kept),
            judging=self._judging_bytes(sizes, chunk_rows),
        )


def _fit_labels(shared, features, labels):
    """The probe of a label set; the features of all rows are standardised once."""
    rows, own = labels.rows, of_labelled(features, labels.rows)
    own, labelled = shared() if own is features else StandardisedFeatures(own), rows.labels_fit[rows.labelled_fit]
    return fit_linear_probe(own, labelled, num_classes=labels.num_outputs, task=rows.task)


def _solving_bytes(N, F, C, is_regression):
    rank = min(N, F)
    if is_regression:
        return 16 * N * (F + 2 * C) + 48 * rank * (rank + C) + PATH_BYTES * rank + 8 * F * C
    # Those that choose the penalty, whose judging rows are taken out of the others.
    k = count_fits(N)
    return 8 * N * F + k * N * rank + 24 * F * rank + 96 * k * N * C + 300 * k * rank * C + 32 * F * C


@dataclasses.dataclass(frozen=True)
class LinearProbe:
    """A fitted linear probe, for features as they come.

    Args:
        scale: `keras_phases.probes.standardise.Scale` of the features.
        slopes: Weights of the standardised features `(num_features, num_outputs)`, an array or a tensor.
        intercept: Bias of the standardised features, an array `(num_outputs,)`.
        l2: The weight penalty on standardised features; NaN where no label varies.
        objective: Penalised cross-entropy or squared error on the fit rows where the fit ended.
        gradient_norm: Norm of its gradient there; 0 for a ridge regression, which is solved.
        num_steps: Steps taken, of L-BFGS and of Newton's method.
    """

    scale: Scale
    slopes: Any
    intercept: np.ndarray
    l2: float
    objective: float
    gradient_norm: float
    num_steps: int

    @property
    def converged(self):
        """Whether the gradient fell below the tolerance."""
        return self.gradient_norm <= tolerance_at(self.objective)

    @functools.cached_property
    def weights(self):
        """Weights of the features as they come, float64 `(num_features, num_outputs)`."""
        return self.scale.inverse[:, None] * host(self.slopes).astype(np.float64)

    @property
    def bias(self):
        """Bias of the features as they come, float64 `(num_outputs,)`."""
        return self.intercept - self.scale.mean @ self.weights

    def outputs(self, features):
        """Logits, or predicted values, a host array `(n, num_outputs)` for features `(n, num_features)`.

        Of a tensor they are computed where that is, in float32.
        """
        if isinstance(features, np.ndarray):
            return features @ self.weights + self.bias
        return host(self.scale.multiply(features, FLOAT32.array(self.slopes))) + self.intercept

    def log_probabilities(self, features):
        """Log-probabilities of classes, `(n, num_classes)`, for features `(n, num_features)`."""
        logits = self.outputs(features)
        return logits - logsumexp(logits, axis=1, keepdims=True)


# A dot product of some thousand parameters wakes NumPy's threads, which then spin on the cores that the backend's
# passes need: 1.6 times as long.
@one_thread()
def fit_linear_probe(features, labels, *, num_classes=None, task="classes", l2=None):
    """Fits the linear probe; a logistic one to a gradient norm of a thousandth of its objective, from 1e-4 to 3e-4.

    Costs one factorisation of the smaller side of the features and two copies of them; a logistic one 20 to 100 passes
    over them, its choice of a penalty among them.

    Args:
        features: Array or tensor `(n, F)`, float32; or `StandardisedFeatures` of it, which the fits to several label
            sets share.
        labels: Class indices `(n,)`, each below `num_classes`; for the other tasks an array `(n, num_outputs)`.
        num_classes: Number of classes, at least 2; of no use to the other tasks. Defaults to `None`.
        task: `"classes"`, `"multilabel"` (labels of 0 and 1, any number a row) or `"regression"`. Defaults to
            `"classes"`.
        l2: Weight penalty of a logistic probe on standardised features; the bias is free. Defaults to `None`: chosen
            among the fit rows, see `keras_phases.probes.penalty`.

    Returns:
        `LinearProbe`; its `converged` says whether the tolerance was reached.

    Raises:
        ValueError: with fewer than two classes, labels of another shape, or another task.

    Example:
        >>> import numpy as np
        >>> from keras_phases.probes import fit_linear_probe
        >>> features = np.array([[0.0], [0.1], [0.9], [1.0]], "float32")
        >>> probe = fit_linear_probe(features, np.array([0, 0, 1, 1]), num_classes=2)
        >>> probe.log_probabilities(features).argmax(axis=1).tolist()
        [0, 0, 1, 1]
        >>> probe = fit_linear_probe(features, 2 * features, task="regression")
        >>> probe.outputs(features).round(3).ravel().tolist()
        [0.0, 0.2, 1.8, 2.0]
    """
    _check(labels, num_classes, task)
    if not isinstance(features, StandardisedFeatures):
        features = StandardisedFeatures(features)
    if task == "regression":
        found = fit_regression(features.Z, labels)
    elif task == "multilabel":
        found = fit_labels(features, labels, l2)
    else:
        found = fit_classes(features, labels, num_classes, l2)
    return LinearProbe(features.scale, *found)  # pyright: ignore[reportArgumentType] found by place


def _check(labels, num_classes, task):
    if task not in TASKS:
        raise ValueError(f"task is {task!r}. Expected one of {', '.join(map(repr, TASKS))}.")
    if task == "classes":
        if num_classes is None or num_classes < 2:
            raise ValueError(f"labels have num_classes={num_classes}. Expected at least 2 for a linear probe.")
    elif np.ndim(labels) != 2:
        raise ValueError(f"labels have the shape {np.shape(labels)}. Expected (n, num_outputs) for task={task!r}.")
