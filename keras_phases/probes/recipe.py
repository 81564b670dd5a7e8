"""How the linear probes of a tap are made: what is chosen for it before training."""

import abc
import dataclasses
from typing import Any, ClassVar

import numpy as np
from keras import ops

from keras_phases.decoders.need import Need
from keras_phases.decoders.pooling import Pooling

PROBE_WIDTH = 1024
"""Features to which those of a tap with spatial extent are area-averaged for the linear probe, at most; one position
where the channels alone are more.

On CIFAR-10 the probe of the first VGG-8 block at step 512 is right on 54 % of held-out rows with 512 pooled features
and on 49 % with 2,048, whose fit knows its 10,000 rows too well; and it takes a fifth of the time."""


def probe_pooling(shape):
    """Which features of a tap the exact linear probe sees."""
    return Pooling.to_at_most(PROBE_WIDTH, shape)


def of_labelled(features, rows) -> Any:
    """The features of the fit rows that have a label, themselves where all have one."""
    if isinstance(rows.labelled_fit, slice):
        return features
    if isinstance(features, np.ndarray):
        return features[rows.labelled_fit]
    return ops.take(features, np.arange(len(features))[rows.labelled_fit], axis=0)


@dataclasses.dataclass(frozen=True)
class ProbeRecipe(abc.ABC):
    """How the linear probes of a tap are made, one for each label set on the same rows.

    Args:
        pooling: The features that they see.
    """

    pooling: Pooling
    is_trained: ClassVar[bool] = False
    """Whether they are trained by gradient steps."""

    @property
    def num_features(self) -> int:
        """Features that the probes see, F."""
        return self.pooling.num_features

    @abc.abstractmethod
    def describe(self, task, num_outputs) -> str:
        """What is to be said of a probe of such labels before training, for people; nothing of plain classes."""

    @abc.abstractmethod
    def jobs(self, features, label_sets):
        """The `keras_phases.decoders.gradient.Job`s that train them on all fit rows; none where they are solved."""

    @abc.abstractmethod
    def fits(self, features, label_sets, trained):
        """Functions without arguments that each give the probe of a label set.

        Args:
            features: Features of all fit rows, a tensor `(N, F)`; of what is trained, nothing is asked of them.
            label_sets: `TransferLabels`s of these rows.
            trained: The `Trained` of each job.

        Raises:
            FloatingPointError: when features are not finite; as may these functions, which raise
                `np.linalg.LinAlgError` when a solve does not converge, and
                `keras_phases.decoders.gradient.DivergedError` when training ran off.
        """

    @abc.abstractmethod
    def need(self, sizes, chunk_rows) -> Need:
        """What the probes take.

        Args:
            sizes: `keras_phases.measure.cost.StepSizes`, with at least one output.
            chunk_rows: Rows of a chunk of fit rows and of one of held-out rows.
        """

    def _kept_bytes(self, sizes):
        """Of each probe until all is scored: weights, and logits of the held-out rows."""
        return [8 * (self.num_features + 1) * C + 16 * sizes.num_heldout * C for C, _ in sizes.outputs]

    def _judging_bytes(self, sizes, chunk_rows):
        most = max(C for C, _ in sizes.outputs)
        return self.pooling.num_bytes(max(chunk_rows)) + chunk_rows[1] * (12 * self.num_features + 48 * most)
