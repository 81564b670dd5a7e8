"""What every decoder does in one probe step, and the recipe that is chosen for a tap before training."""

import abc
import dataclasses
from typing import ClassVar

from keras_phases.backend.arrays import FLOAT32
from keras_phases.decoders.need import Need
from keras_phases.decoders.target import Centre, Target


class Decoder(abc.ABC):
    """A map from a tap's features to the target, fitted anew at every probe step.

    Features and targets are float32: arrays, or tensors of the backend. Targets are less the mean of the fit rows,
    `keras_phases.decoders.target.Centre`.
    """

    @abc.abstractmethod
    def add(self, features, targets, kept=None):
        """Takes in a chunk of fit rows; nothing is kept for another step.

        Args:
            features: Features `(n, ...)`.
            targets: Targets `(n, ...)`.
            kept: The same features, where they stay for something else anyway. Defaults to `None`.
        """

    @abc.abstractmethod
    def fit(self):
        """Fits to all rows taken in.

        Returns:
            The `keras_phases.decoders.ridge.RidgeFit`; None of a decoder of whose fit nothing is known.

        Raises:
            FloatingPointError: when rows are not finite.
            np.linalg.LinAlgError: when an exact solve does not converge.
            keras_phases.decoders.gradient.DivergedError: when training ran off.
        """

    @abc.abstractmethod
    def predict(self, features):
        """Targets `(n, ...)` as they are, predicted from features `(n, ...)`; a host array."""

    @abc.abstractmethod
    def judge(self, features, targets):
        """How held-out rows fare.

        Returns:
            `(losses, influences)`, each `(n,)`, float64: the mean squared error per target element of each row, and
            what a fit row like it adds to the loss of others because fit rows are few, up to
            `RidgeFit.excess_factor`; NaN where df > n/10 or not measured.
        """


@dataclasses.dataclass(frozen=True, kw_only=True)
class Recipe(abc.ABC):
    """How a tap is decoded: all that is known of a decoder before it sees a row.

    A new decoder is one file of decoder and recipe; a `keras_phases.decoders.families.Family` gives it its name.

    Args:
        name: Name of the family, in records.
        strategy: The solver, in records: with the grid of pooled features, neighbourhood and positions, or epochs.
        target: What is reconstructed.
        num_features: Features of the regression: of the tap, pooled, or of a position's neighbourhood.
        is_linear: Whether it is linear, so that the PCA bound is one of its loss. Defaults to True.
    """

    name: str
    strategy: str
    target: Target
    num_features: int
    is_linear: bool = True
    is_trained: ClassVar[bool] = False
    """Whether its decoders are trained on all fit rows, which are kept for that, by gradient steps: see
    `keras_phases.decoders.trained.TrainedDecoder`."""

    @abc.abstractmethod
    def build(self, seed: int, centre: Centre, arithmetic=FLOAT32) -> Decoder:
        """A fresh decoder for one probe step, of targets about `centre`, with sums in `arithmetic`."""

    @abc.abstractmethod
    def need(self, num_rows: int, chunk_rows: tuple[int, int]) -> Need:
        """What it takes of `num_rows` fit rows; `chunk_rows` are those of a chunk of fit rows and of held-out rows."""
