"""The paper's linear probe: one dense layer on features as they are, twenty epochs of SGD.

| task           | loss, PyTorch's of that name                                    |
|----------------|-----------------------------------------------------------------|
| `"classes"`    | `CrossEntropyLoss`, a mean over rows                            |
| `"multilabel"` | `BCEWithLogitsLoss`, a mean over rows and labels                |
| `"regression"` | `MSELoss`, a mean over rows and outputs                         |

It is where those epochs end: nothing is standardised, and where features are large it may run off; the exact probe of
`keras_phases.probes.linear` depends on the features alone. The paper has classes only.
"""

import dataclasses
import functools
from typing import ClassVar

import numpy as np
from keras import ops

from keras_phases.backend.arrays import host
from keras_phases.decoders.gradient import SGD, Job, Training, squared_error
from keras_phases.decoders.heads import DenseHead
from keras_phases.decoders.need import Need
from keras_phases.decoders.pooling import Pooling
from keras_phases.probes.recipe import ProbeRecipe, of_labelled

EPOCHS, BATCH_SIZE = 20, 128


@dataclasses.dataclass(frozen=True)
class SGDProbeRecipe(ProbeRecipe):
    """Of linear probes that are trained, on all features of a tap as they are.

    Args:
        pooling: None is done.
    """

    is_trained: ClassVar[bool] = True

    @classmethod
    def of(cls, shape):
        """The recipe of a tap whose features have a shape."""
        return cls(Pooling(shape))

    def describe(self, task, num_outputs):
        """See `ProbeRecipe.describe`."""
        return (
            f"Linear probe: {EPOCHS} epochs of SGD on the features as they are, as in the paper." if num_outputs else ""
        )

    def jobs(self, features, label_sets):
        """See `ProbeRecipe.jobs`."""
        return [
            Job(
                build_sgd_training(self.num_features, labels.num_outputs, labels.rows.task),
                of_labelled(features, labels.rows),
                sgd_targets(labels.rows.labels_fit[labels.rows.labelled_fit]),
            )
            for labels in label_sets
        ]

    def fits(self, features, label_sets, trained):
        """See `ProbeRecipe.fits`; they are trained already."""
        return [functools.partial(SGDProbe.of, one) for one in trained]

    def need(self, sizes, chunk_rows):
        """See `ProbeRecipe.need`: features `4 N F`, and what each training takes."""
        F = self.num_features
        return Need(
            held=4 * sizes.num_rows * F,
            adding=0,
            solving=0,
            kept=sum(self._kept_bytes(sizes)),
            judging=self._judging_bytes(sizes, chunk_rows),
            training=sum(build_sgd_training(F, C).num_bytes(C) for C, _ in sizes.outputs),
        )


@dataclasses.dataclass(frozen=True)
class SGDProbe:
    """A trained linear probe.

    Args:
        weights: Array `(num_features, num_outputs)`.
        bias: Array `(num_outputs,)`.
    """

    weights: np.ndarray
    bias: np.ndarray
    l2: ClassVar[float] = float("nan")
    """It has no penalty."""

    @property
    def converged(self):
        """No tolerance is asked for."""
        return True

    @classmethod
    def of(cls, trained):
        """The probe of a `Trained` `DenseHead`; what has a flaw raises."""
        weights = trained.sound_weights()
        return cls(*(host(weights[name]).astype(np.float64) for name in ("kernel", "bias")))

    def outputs(self, features):
        """Logits, or predicted values, `(n, num_outputs)` for features `(n, num_features)`."""
        return host(features) @ self.weights + self.bias


def build_sgd_training(num_features, num_outputs, task="classes"):
    """The `Training` of the probe.

    Args:
        num_features: Features, F.
        num_outputs: Classes, labels or numbers, C.
        task: `"classes"`, `"multilabel"` or `"regression"`. Defaults to `"classes"`.
    """
    return Training(DenseHead(num_features, num_outputs), _LOSSES[task], SGD(), EPOCHS, BATCH_SIZE)


def sgd_targets(labels):
    """Labels as the losses take them: class indices of int32, else float32."""
    return np.asarray(labels, np.int32 if np.ndim(labels) == 1 else np.float32)


def _entropy_of_classes(logits, labels):
    own = ops.one_hot(labels, logits.shape[1], dtype="float32")
    return ops.mean(ops.logsumexp(logits, axis=1) - ops.sum(own * logits, axis=1))


def _entropy_of_labels(logits, labels):
    return ops.mean(ops.softplus((1 - 2 * labels) * logits))


_LOSSES = {"classes": _entropy_of_classes, "multilabel": _entropy_of_labels, "regression": squared_error}
