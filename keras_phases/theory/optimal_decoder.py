"""The best linear decoder of a layer's outputs, for any weights, from the covariance of the inputs.

Outputs a = W x of inputs with covariance C = Z Z' have the decoder C W' (W C W')^+ and leave the loss

    tr C - tr C W' (W C W')^+ W C  =  tr Z (I - P) Z',      P the projection onto the rows of W Z.

Only the rows' span counts, so that it is taken from an orthonormal basis of it and W C W', whose condition number is
the square of theirs, is never formed: weights of any scale and any rank have an accurate loss.
"""

import dataclasses
import functools
from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

_RANK_TOLERANCE = 1e-13
"""Directions whose singular value, rows brought to length 1, is a smaller share of the largest are rounding."""


@dataclasses.dataclass(frozen=True)
class LossParts:
    """A loss as a sum over groups of input directions.

    All numbers are per input element, as a reconstruction loss is: `loss.sum()` is the whole.

    Args:
        names: What the groups are called.
        variance: Array `(num_groups,)`: the inputs' variance within each group.
        kept: Array `(num_groups,)`: how much of it the decoder gives back.
    """

    names: tuple[str, ...]
    variance: np.ndarray
    kept: np.ndarray

    @property
    def loss(self) -> np.ndarray:
        """What is lost in each group, `(num_groups,)`."""
        return self.variance - self.kept

    @property
    def kept_share(self) -> np.ndarray:
        """The part of each group's variance that is kept, `(num_groups,)`; NaN where there is no variance."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self.variance > 0, self.kept / self.variance, np.nan)


@dataclasses.dataclass(frozen=True)
class OptimalDecoder:
    """Exact reconstruction loss of linear outputs, for inputs of a known covariance.

    One eigendecomposition, d^3, when first used; after it a loss costs K d^2.

    Args:
        covariance: Array `(d, d)`, symmetric and positive semi-definite.

    Raises:
        ValueError: when the covariance is not finite, not symmetric, or has a negative eigenvalue.

    Example:
        >>> decoder = OptimalDecoder(np.diag([4.0, 2.0, 0.0]))
        >>> decoder.loss(np.array([[1.0, 0.0, 0.0]])), decoder.loss(np.array([[5.0, 0.0, 0.0], [1e-9, 1e-9, 0.0]]))
        (0.6666666666666666, 0.0)
    """

    covariance: np.ndarray

    def __post_init__(self):
        covariance = np.asarray(self.covariance, np.float64)
        if covariance.ndim != 2 or covariance.shape[0] != covariance.shape[1] or not np.isfinite(covariance).all():
            raise ValueError(f"covariance has shape {covariance.shape}. Expected a finite matrix (d, d).")
        if not np.allclose(covariance, covariance.T, rtol=0, atol=1e-9 * np.abs(covariance).max(initial=0)):
            raise ValueError("covariance is not symmetric. Pass np.cov(x.T) of rows x, or (C + C.T) / 2.")
        object.__setattr__(self, "covariance", covariance)

    @functools.cached_property
    def _root(self):
        """Eigenvalues from the largest down, and Z = E diag(sqrt(values)), so that C = Z Z'."""
        values, vectors = np.linalg.eigh(self.covariance)
        if values[0] < -1e-9 * max(values[-1], 0.0):
            raise ValueError(f"covariance has the eigenvalue {values[0]:.3g}. Expected none below zero.")
        values = values[::-1].clip(min=0.0)
        return values, vectors[:, ::-1] * np.sqrt(values)

    @property
    def variances(self) -> np.ndarray:
        """Eigenvalues of the covariance from the largest down, `(d,)`."""
        return self._root[0]

    @property
    def root(self) -> np.ndarray:
        """Matrix Z `(d, d)` with covariance Z Z', its columns the principal directions times their deviations."""
        return self._root[1]

    def loss(self, weights: ArrayLike, *, ridge: float = 0.0) -> float:
        """Mean squared error per input element of the best linear decoder.

        Args:
            weights: Array `(num_outputs, d)`. A bias is no part of it: it changes nothing.
            ridge: Regularisation of the decoder, >= 0, in units of the mean variance of an output. With one, the
                lengths of the rows count too, not their span alone. Defaults to `0.0`.
        """
        kept = ((self.root @ self._basis(weights, ridge).T) ** 2).sum()
        return float(max(0.0, self.variances.sum() - kept) / len(self.covariance))

    def bound(self, num_outputs: int) -> float:
        """The least loss that so many outputs can have: the principal components, the PCA bound."""
        return float(self.variances[num_outputs:].sum() / len(self.covariance))

    def decompose(
        self, weights: ArrayLike, directions: Mapping[str, np.ndarray] | None = None, *, ridge: float = 0.0
    ) -> LossParts:
        """The loss by groups of directions of the input; the parts add up to `loss(weights)`.

        Args:
            weights: Array `(num_outputs, d)`.
            directions: Orthonormal rows `(count, d)` by name, orthogonal between groups too, such as
                `DataModel.directions`. What they leave is the last group, `"rest"`. Defaults to None: one group for
                each principal component, the largest first.
            ridge: As in `loss`.

        Raises:
            ValueError: when the directions are not orthonormal.

        Example:
            >>> from keras_phases.theory import DataModel
            >>> model = DataModel(2, 10, num_minority=1)
            >>> parts = OptimalDecoder(model.covariance).decompose(np.eye(10)[:2], model.directions)
            >>> parts.names, (parts.kept_share.round(3) + 0).tolist()
            (('majority', 'minority', 'rest'), [1.0, 0.356, 0.0])
        """
        basis = self._basis(weights, ridge)
        if directions is None:
            names = tuple(f"component {number + 1}" for number in range(len(self.variances)))
            kept = self.variances * (basis**2).sum(axis=0)
            return LossParts(names, self.variances / len(kept), kept / len(kept))
        rows = np.concatenate(list(directions.values()))
        if rows.shape[1:] != (len(self.covariance),) or not np.allclose(rows @ rows.T, np.eye(len(rows)), atol=1e-9):
            raise ValueError("directions are no orthonormal rows (count, d). Make them so, as np.linalg.qr does.")
        groups = [matrix @ self.root for matrix in directions.values()]
        variance = [(group**2).sum() for group in groups]
        kept = [((group @ basis.T) ** 2).sum() for group in groups]
        variance.append(self.variances.sum() - sum(variance))
        kept.append(((self.root @ basis.T) ** 2).sum() - sum(kept))
        return LossParts(
            (*directions, "rest"), np.array(variance) / len(self.covariance), np.array(kept) / len(self.covariance)
        )

    def projection(self, weights: ArrayLike) -> np.ndarray:
        """The projection P `(d, d)` onto the span of the rows of W Z, in the coordinates of Z's columns."""
        basis = self._basis(weights, 0.0)
        return basis.T @ basis

    def _basis(self, weights, ridge):
        """Rows `(r, d)` whose Gram sum projects onto W Z's rows; a ridge shortens those of little variance."""
        weights = np.asarray(weights, np.float64)
        if weights.ndim != 2 or weights.shape[1] != len(self.covariance) or not np.isfinite(weights).all():
            raise ValueError(
                f"weights have shape {weights.shape}. Expected a finite matrix (num_outputs, {len(self.covariance)}); "
                "leave a bias out, as in weights[:, :-1]."
            )
        if not ridge >= 0:
            raise ValueError(f"ridge is {ridge!r}. Expected a number >= 0.")
        outputs = weights @ self.root
        if ridge == 0:
            lengths = np.linalg.norm(outputs, axis=1, keepdims=True)
            outputs = np.divide(outputs, lengths, out=np.zeros_like(outputs), where=lengths > 0)
        _, values, basis = np.linalg.svd(outputs, full_matrices=False)
        basis, values = (part[values > _RANK_TOLERANCE * values[0]] for part in (basis, values))
        if ridge == 0:
            return basis
        # The decoder gives back h = s^2 / (s^2 + ridge) along a direction; 1 - (1 - h)^2 of its variance is kept.
        shrunk = values**2 / (values**2 + ridge * (values**2).sum() / len(weights))
        return basis * np.sqrt(1 - (1 - shrunk) ** 2)[:, None]


def reconstruction_loss(weights: ArrayLike, covariance: np.ndarray, *, ridge: float = 0.0) -> float:
    """Loss of the best linear decoder from the outputs `weights @ x` back to inputs x of a covariance.

    For many weights with one covariance, `OptimalDecoder(covariance).loss(weights)` decomposes it once.

    Args:
        weights: Array `(num_outputs, d)`.
        covariance: Array `(d, d)`.
        ridge: Regularisation, >= 0, in units of the mean variance of an output. Defaults to `0.0`.

    Returns:
        Mean squared error per input element, `(tr C - tr C W' (W C W')^+ W C) / d` without a ridge.

    Raises:
        ValueError: when shapes do not fit or values are not finite.

    Example:
        >>> round(reconstruction_loss(np.array([[1.0, 1.0]]), np.eye(2)), 9)
        0.5
    """
    return OptimalDecoder(covariance).loss(weights, ridge=ridge)
