"""What a quantity is: columns of the record, from what a probe step makes anyway. Write your own in twenty lines.

    class Sparsity(Quantity):
        name = "sparsity"

        def columns(self, about):
            return [Column("sparsity", "sparsity", unit="share of features that are zero", format="share")]

        def sums(self, rows):
            return {"zeros": np.sum(rows.features == 0), "all": rows.features.size}

        def values(self, found):
            return {"sparsity": found.sums["zeros"] / found.sums["all"]}

    PhaseProbe(quantities=["auto", Sparsity()])

Sums over held-out rows add up over chunks, as all moments do; nothing is computed that no quantity asks for.
"""

import abc
import dataclasses
import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from numpy.typing import ArrayLike

from keras_phases.backend.arrays import host
from keras_phases.decoders.target import Target
from keras_phases.quantities.axes import principal_axes

if TYPE_CHECKING:
    from keras_phases.data.probe_examples import ProbeExamples
    from keras_phases.network.classifier import ModelRows

FORMATS = ("number", "share")


@dataclasses.dataclass(frozen=True)
class Column:
    """One column of the record, and how it is shown.

    Args:
        name: Name in records and data frames.
        label: Name for people, in lower case.
        unit: What it counts, for people. Defaults to none.
        better: `"high"` or `"low"` where one is good. Defaults to `None`.
        format: `"number"`, or `"share"`, which is shown in per cent. Defaults to `"number"`.
        kind: Of a part of the reconstruction loss: what it is broken down by, such as `"channel"`. Defaults to `None`.
        part: Its name for people, such as `"red"`. Defaults to `None`.
        weight: Its share of the loss: the sum of weight times value over the parts of a kind is the reconstruction
            loss. Defaults to `None`: it changes from step to step.
        mean_image_loss: Loss of the mean image on this part, so that `1 - value / mean_image_loss` is its explained
            variance; measured by the probe for every column that has a kind. Defaults to `None`.
    """

    name: str
    label: str
    unit: str = ""
    better: str | None = None
    format: str = "number"
    kind: str | None = None
    part: str | None = None
    weight: float | None = None
    mean_image_loss: float | None = None

    def __post_init__(self):
        if not isinstance(self.name, str) or not self.name:
            raise ValueError(f"A Column has the name {self.name!r}. Expected text, such as Column('sparsity', ...).")
        for field, choices in (("format", FORMATS), ("better", (None, "high", "low"))):
            if getattr(self, field) not in choices:
                raise ValueError(
                    f"Column '{self.name}' has {field}={getattr(self, field)!r}. Expected one of "
                    f"{', '.join(map(repr, choices))}."
                )
        for field in ("weight", "mean_image_loss"):  # JSON takes no number of NumPy
            value = getattr(self, field)
            object.__setattr__(self, field, None if value is None else float(value))

    def describe(self) -> dict:
        """What the record keeps of it beside its values, as JSON can hold it."""
        fields = dataclasses.asdict(self)
        return {name: value for name, value in fields.items() if name != "name" and value not in (None, "")}


class About:
    """What is known of a run before its first probe step, for one target.

    Args:
        rows: `keras_phases.data.probe_examples.ProbeExamples`.
        target: `keras_phases.decoders.target.Target`, what is reconstructed.
        has_model_losses: Whether the model is a classifier whose loss of each row is known. Defaults to False.
        has_last_layer: Whether it ends in a dense layer, whose inputs and gradients are known. Defaults to False.
    """

    def __init__(
        self, rows: "ProbeExamples", target: Target, *, has_model_losses: bool = False, has_last_layer: bool = False
    ):
        self.rows, self.target = rows, target
        self.has_model_losses, self.has_last_layer = has_model_losses, has_last_layer

    @property
    def sides(self) -> tuple[int, ...]:
        """Sides of what is reconstructed, before its channels: one of a signal, two of an image; none of a vector."""
        return self.target.shape[:-1]

    @property
    def axes(self) -> tuple[int, ...]:
        """Axes of the elements in an array of targets `(n, ...)`."""
        return tuple(range(1, 1 + len(self.target.shape)))

    @property
    def classes(self) -> np.ndarray | None:
        """The distinct class labels, sorted; None where labels are no classes."""
        return self.rows.classes

    @property
    def labels(self) -> np.ndarray:
        """Class indices of the held-out rows `(num_heldout,)`; -1: a class that no fit row has, -2: without a label."""
        return self.rows.labels_heldout  # pyright: ignore[reportReturnType] None together with the classes

    @functools.cached_property
    def mean_image(self) -> np.ndarray:
        """Mean of the fit rows' targets, float64."""
        chunks = (self.target(self.rows.x_fit[start : start + 256]) for start in range(0, len(self.rows.x_fit), 256))
        return sum(chunk.sum(axis=0, dtype=np.float64) for chunk in chunks) / len(self.rows.x_fit)  # pyright: ignore[reportReturnType] there are rows

    @functools.cached_property
    def principal_axes(self) -> np.ndarray:
        """Principal components of the fit rows' targets, the largest first: `(P, P)`, float32, a column each."""
        return principal_axes(self.rows.x_fit, self.target, self.mean_image)


class Rows:
    """Some held-out rows of a probe step, as host arrays that cannot be written to; each is made when first asked for.

    Args:
        about: `About` of the run.
        targets: Array `(n, ...)`, float32.
        predict: Function from features to targets `(n, P)` or `(n, ...)`: the decoder.
        features: Features of the tap `(n, ...)`: an array, or a tensor of the backend.
    """

    def __init__(self, about: About, targets: ArrayLike, predict: Callable[[Any], ArrayLike], features: Any):
        self.about, self.targets, self._predict, self._features = about, read_only(targets), predict, features

    @functools.cached_property
    def errors(self) -> np.ndarray:
        """What the decoder makes of the rows less the targets, `(n, ...)`, float32."""
        predicted = np.asarray(self._predict(self._features), np.float32)
        return read_only(predicted.reshape(self.targets.shape) - self.targets)

    @functools.cached_property
    def features(self) -> np.ndarray:
        """Features of the tap `(n, ...)`, float32."""
        return read_only(host(self._features))


def read_only(array: ArrayLike | None) -> Any:
    """A view that one quantity cannot write into, for the next ones read it too; None of None."""
    if array is None:
        return None
    view = np.asarray(array).view()
    view.flags.writeable = False
    return view


@dataclasses.dataclass(frozen=True)
class Found:
    """All that is known of one (layer, decoder) at the end of a probe step.

    Args:
        about: `About` of the run.
        losses: Mean squared error of each held-out row `(num_heldout,)`.
        sums: What `Quantity.sums` asked for, by name, over all held-out rows.
        kept: What `Quantity.keeps` asked for, by name, of all held-out rows.
        mean_image_sums: The sums of the mean image in the place of the decoder.
        metrics: The columns of the record that were measured so far, by name.
        eigenvalues: Of the centred second moments A'A of the fit rows' features, as the decoder takes them: of the
            neighbourhoods of single positions for the patch decoder. None of decoders that are trained.
        model: `ModelRows`, what the model makes of the rows; None where it is no classifier that we can read.
    """

    about: About
    losses: np.ndarray
    sums: dict
    kept: dict
    mean_image_sums: dict
    metrics: dict
    eigenvalues: np.ndarray | None = None
    model: "ModelRows | None" = None


class Quantity(abc.ABC):
    """A quantity that every probe step measures of each (layer, decoder).

    What it asks for decides what it costs: where `sums` or `keeps` read `rows.errors`, the decoder predicts the
    held-out rows once more, for all quantities together; `values` alone costs nothing.
    """

    name: ClassVar[str]

    @abc.abstractmethod
    def columns(self, about: About) -> list[Column]:
        """What it adds to the record of such a run; nothing where it has nothing to measure."""

    def sums(self, rows: Rows) -> dict[str, np.ndarray]:
        """What is to be added up over the held-out rows, of some of them."""
        return {}

    def keeps(self, rows: Rows) -> dict[str, np.ndarray]:
        """What is to be kept of each held-out row, of some of them: arrays `(n, ...)`."""
        return {}

    @abc.abstractmethod
    def values(self, found: Found) -> dict[str, float]:
        """The values of its columns by name; what is left out stays NaN."""

    @property
    def reads_rows(self) -> bool:
        """Whether it looks at rows at all."""
        return any(getattr(type(self), name) is not getattr(Quantity, name) for name in ("sums", "keeps"))
