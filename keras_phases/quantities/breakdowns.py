"""The reconstruction loss by part: where, in which colour, at which frequency and for whom a layer knows its input.

Every value is the mean squared error per element of that part, so that weights times values add up to the loss.
"""

import abc
import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from keras_phases.data.labels import NO_CLASS
from keras_phases.quantities.axes import power, radial_frequencies
from keras_phases.quantities.base import Column, Quantity

if TYPE_CHECKING:
    from keras_phases.quantities.base import About, Found, Rows

MOST_CLASSES = 20
"""With more classes the loss is not broken down by class: nobody could read it."""

WIDEST_COMPONENTS = 4096
"""Targets of more elements have no principal components computed: that would take minutes."""

_NEGLIGIBLE = 1e-6
"""Share of the largest component's variance below which one is rounding."""

_UNIT = "mean squared error per input element"
_COLOURS = {3: ("red", "green", "blue")}
_OCTAVES = np.array([1 / 16, 1 / 8, 1 / 4, 1 / 2])
_MOST_PLACES = 16


class Breakdown(Quantity):
    """A breakdown of the reconstruction loss; `kind` names it in columns, `reconstruction_loss_<kind>_<part>`."""

    kind: ClassVar[str]

    @abc.abstractmethod
    def parts(self, about: "About") -> list[tuple[str, float | None]]:
        """`(name, weight)` of each part, its weight the share of the elements or rows; empty where there are none."""

    def columns(self, about: "About") -> list[Column]:
        """See `Quantity.columns`."""
        return [
            Column(
                name=self._column(part),
                label=f"loss, {self.kind} {part}",
                unit=_UNIT,
                better="low",
                kind=self.kind,
                part=part,
                weight=None if weight is None else float(weight),
            )
            for part, weight in self.parts(about)
        ]

    @abc.abstractmethod
    def split(self, found: "Found") -> np.ndarray:
        """Sum of squared errors of each part, `(num_parts,)`, as a share of rows times elements."""

    def values(self, found: "Found") -> dict[str, float]:
        """See `Quantity.values`."""
        parts = self.parts(found.about)
        with np.errstate(invalid="ignore", divide="ignore"):
            values = self.split(found) / np.array([weight for _, weight in parts])
        return {self._column(part): value for (part, _), value in zip(parts, values, strict=True)}

    def _column(self, part):
        return f"reconstruction_loss_{self.kind}_{part.replace(' ', '_')}"


class ByClass(Breakdown):
    """By class label, of at most twenty classes; costs nothing. NaN of a class that no held-out row has.

    Rows that the model's loss leaves out are in no part.
    """

    name = kind = "class"

    def parts(self, about: "About") -> list[tuple[str, float | None]]:
        """See `Breakdown.parts`."""
        classes = about.classes
        if classes is None or not 1 < len(classes) <= MOST_CLASSES or np.any(about.labels == NO_CLASS):
            return []
        counts = np.bincount(about.labels[about.rows.labelled_heldout], minlength=len(classes))
        return [(str(label), count / len(about.labels)) for label, count in zip(classes, counts, strict=True)]

    def split(self, found: "Found") -> np.ndarray:
        """See `Breakdown.split`."""
        labels, labelled = found.about.labels, found.about.rows.labelled_heldout
        sums = np.bincount(labels[labelled], found.losses[labelled], minlength=len(found.about.classes))  # pyright: ignore[reportArgumentType] there are parts
        return sums / len(labels)


class ByDifficulty(Breakdown):
    """By how well the model itself does at that step: the third of rows of least loss, the middle and the hardest.

    Which rows are hard changes from step to step: the model decides. Costs nothing.
    """

    name = kind = "difficulty"

    def parts(self, about: "About") -> list[tuple[str, float | None]]:
        """See `Breakdown.parts`."""
        return [(part, None) for part in ("easy", "middle", "hard")] if about.has_model_losses else []

    def split(self, found: "Found") -> np.ndarray:
        """See `Breakdown.split`; not a share: the mean of each third."""
        labelled = found.about.rows.labelled_heldout
        hardness = None if found.model is None else found.model.heldout_losses[labelled]
        if hardness is None or not np.isfinite(hardness).all():
            return np.full(3, np.nan)
        # Stable: of rows alike the first is the easier, at every step.
        thirds = np.array_split(np.argsort(hardness, kind="stable"), 3)
        return np.array([found.losses[labelled][third].mean() for third in thirds])

    def values(self, found: "Found") -> dict[str, float]:
        """See `Quantity.values`."""
        parts = [part for part, _ in self.parts(found.about)]
        return {self._column(part): value for part, value in zip(parts, self.split(found), strict=True)}


class _OfErrors(Breakdown):
    """A breakdown by elements: their squared errors are added up over rows."""

    def squares(self, rows: "Rows") -> np.ndarray:
        """Squared errors of each element, added up over rows."""
        return np.einsum("n...,n...->...", rows.errors, rows.errors, dtype=np.float64)

    def sums(self, rows: "Rows") -> dict[str, np.ndarray]:
        """See `Quantity.sums`."""
        return {self.kind: self.squares(rows)}

    def split(self, found: "Found") -> np.ndarray:
        """See `Breakdown.split`."""
        squares = found.sums[self.kind]
        places = self.places(found.about)
        num_elements = len(found.losses) * found.about.target.num_elements
        return np.bincount(places.ravel(), np.ravel(squares), minlength=places.max() + 1) / num_elements

    @abc.abstractmethod
    def places(self, about: "About") -> np.ndarray:
        """Index of the part that each element of `squares` belongs to."""

    @abc.abstractmethod
    def names(self, about: "About") -> Sequence[str]:
        """Names of all parts, those without elements among them."""

    @abc.abstractmethod
    def applies(self, about: "About") -> bool:
        """Whether there is anything to break down."""

    def parts(self, about: "About") -> list[tuple[str, float | None]]:
        """See `Breakdown.parts`."""
        if not self.applies(about):
            return []
        counts = np.bincount(self.places(about).ravel())
        names = self.names(about)[: len(counts)]
        return [(name, count / counts.sum()) for name, count in zip(names, counts, strict=True)]


class ByChannel(_OfErrors):
    """By channel, of signals, images and volumes with several."""

    name = kind = "channel"

    def applies(self, about: "About") -> bool:
        """See `_OfErrors.applies`."""
        return bool(about.sides) and about.rows.kind != "tokens" and 1 < about.target.shape[-1] <= MOST_CLASSES

    def names(self, about: "About") -> Sequence[str]:
        """See `_OfErrors.names`."""
        num_channels = about.target.shape[-1]
        numbers = tuple(map(str, range(num_channels)))
        return _COLOURS.get(num_channels, numbers) if _may_be_colours(about) else numbers

    def places(self, about: "About") -> np.ndarray:
        """See `_OfErrors.places`."""
        return np.broadcast_to(np.arange(about.target.shape[-1]), about.target.shape)


class ByColour(_OfErrors):
    """By brightness and colour: the mean of the three channels of a pixel, and what is left (chroma).

    Parts are along orthonormal axes, so that they add up to the loss: that of grey is three times the squared error of
    the mean of the channels, `((e_1 + e_2 + e_3) / sqrt(3))^2`.
    """

    name = kind = "colour"

    def applies(self, about: "About") -> bool:
        """See `_OfErrors.applies`."""
        return _may_be_colours(about) and about.target.shape[-1] == 3

    def squares(self, rows: "Rows") -> np.ndarray:
        """See `_OfErrors.squares`: of grey, and of both axes of chroma."""
        whole = np.sum(rows.errors**2, dtype=np.float64)
        grey = np.sum(rows.errors.sum(axis=-1) ** 2, dtype=np.float64) / 3
        return np.array([grey, (whole - grey) / 2, (whole - grey) / 2])

    def names(self, about: "About") -> Sequence[str]:
        """See `_OfErrors.names`."""
        return "grey", "chroma"

    def places(self, about: "About") -> np.ndarray:
        """See `_OfErrors.places`."""
        return np.array([0, 1, 1])


class ByFrequency(_OfErrors):
    """By octave of frequency, in cycles per position of what is reconstructed: of a pixel, or of a step in time.

    All directions together, of a video those of space and of time.
    """

    name = kind = "frequency"

    def applies(self, about: "About") -> bool:
        """See `_OfErrors.applies`."""
        return about.rows.kind == "maps" and min(about.sides, default=0) >= 8

    def squares(self, rows: "Rows") -> np.ndarray:
        """See `_OfErrors.squares`: of each frequency along each side."""
        return power(rows.errors)

    def names(self, about: "About") -> Sequence[str]:
        """See `_OfErrors.names`."""
        edges = [f"{edge:g}" for edge in _OCTAVES]
        between = [f"{low} to {high}" for low, high in itertools.pairwise(edges)]
        return f"below {edges[0]}", *between, f"above {edges[-1]}"

    def places(self, about: "About") -> np.ndarray:
        """See `_OfErrors.places`."""
        return np.searchsorted(_OCTAVES, radial_frequencies(about.sides) - 1e-9)


class ByPosition(_OfErrors):
    """By place, on a grid of at most sixteen: 16 along a signal, 4 x 4 of an image, 2 x 2 x 2 of a volume or video."""

    name = kind = "position"

    def applies(self, about: "About") -> bool:
        """See `_OfErrors.applies`."""
        return about.rows.kind != "points" and min(about.sides, default=0) >= self._per_side(about) > 1

    @staticmethod
    def _per_side(about):
        return int(_MOST_PLACES ** (1 / max(len(about.sides), 1)))

    def names(self, about: "About") -> Sequence[str]:
        """See `_OfErrors.names`."""
        count, rank = self._per_side(about), len(about.sides)
        words = ["place"] if rank == 1 else [*["slice"] * (rank - 2), "row", "column"]
        cells = itertools.product(range(1, count + 1), repeat=rank)
        return [" ".join(f"{word} {place}" for word, place in zip(words, cell, strict=True)) for cell in cells]

    def places(self, about: "About") -> np.ndarray:
        """See `_OfErrors.places`."""
        count, sides = self._per_side(about), about.sides
        along = np.meshgrid(*(np.arange(side) * count // side for side in sides), indexing="ij")
        cells = np.ravel_multi_index(tuple(along), (count,) * len(sides))
        return np.repeat(cells[..., None], about.target.shape[-1], axis=-1)


class ByComponent(_OfErrors):
    """By principal component of the inputs, in bands of rank, and how many are kept.

    The components are those of the fit rows, computed once before training, which takes seconds of targets of 3,072
    elements; targets of more than 4,096 have none. A component counts as kept where more than half of its variance is
    explained.
    """

    name = kind = "component"

    def applies(self, about: "About") -> bool:
        """See `_OfErrors.applies`."""
        return 1 < about.target.num_elements <= WIDEST_COMPONENTS

    def columns(self, about: "About") -> list[Column]:
        """See `Quantity.columns`."""
        parts = super().columns(about)
        unit = "principal components of the input, explained variance above one half"
        return [*parts, Column("components_kept", "components kept", unit, better="high")] if parts else []

    def squares(self, rows: "Rows") -> np.ndarray:
        """See `_OfErrors.squares`: of each component."""
        found = rows.errors.reshape(len(rows.errors), -1) @ rows.about.principal_axes
        return np.einsum("np,np->p", found, found, dtype=np.float64)

    def values(self, found: "Found") -> dict[str, float]:
        """See `Quantity.values`."""
        variances = found.mean_image_sums[self.kind]
        # Of images of fewer dimensions than pixels the last components are rounding.
        kept = (found.sums[self.kind] < variances / 2) & (variances > _NEGLIGIBLE * variances.max())
        return super().values(found) | {"components_kept": float(np.count_nonzero(kept))}

    def names(self, about: "About") -> Sequence[str]:
        """See `_OfErrors.names`."""
        edges, count = _component_edges(), about.target.num_elements
        bands = [(low + 1, min(high, count)) for low, high in zip([0, *edges], edges, strict=False) if low < count]
        return [f"{low}" if low == high else f"{low} to {high}" for low, high in bands]

    def places(self, about: "About") -> np.ndarray:
        """See `_OfErrors.places`."""
        return np.searchsorted(_component_edges(), np.arange(1, about.target.num_elements + 1))


def _may_be_colours(about):
    """Whether channels may be colours: those of a signal are not."""
    return len(about.sides) > 1


def _component_edges():
    """The last component of each band: 1, 4, 16, ..., 4096."""
    return [4**power for power in range(7)]
