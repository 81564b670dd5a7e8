"""Classes with features of many examples, features of a few, and noise."""

import dataclasses

import numpy as np

from keras_phases.arguments import at_least


@dataclasses.dataclass(frozen=True)
class DataModel:
    """Examples that show their class by a prototype, or, a few of them, by a rare feature of their own.

    An example of class k, and classes are equally frequent, is

        x = majority_strength * u_k + noise * e          with probability 1 - minority_share
        x = minority_strength * v_kj + noise * e         with probability minority_share / num_minority, for each j

    with e ~ N(0, I). What is assumed: prototypes u_k and rare features v_kj are orthonormal (they are the first
    coordinates; nothing here depends on the basis, because noise and random initial weights are isotropic); an example
    has exactly one feature, so that those with a rare one are not helped by the prototype; every rare feature is as
    strong and as frequent as the others. The mean of all examples is not zero, but orthogonal to the differences of the
    class means, which is all that docs/theory.md asks for.

    Args:
        num_classes: Number of classes, >= 2.
        num_inputs: Number of inputs, at least `num_classes * (1 + num_minority)`.
        majority_strength: Length of a prototype, > 0. Defaults to `1.0`.
        minority_share: Share of a class's examples that carry a rare feature, within [0, 1). Defaults to `0.2`.
        num_minority: Number of rare features of a class, >= 1. Defaults to `10`.
        minority_strength: Length of a rare feature, > 0. Defaults to `1.0`.
        noise: Standard deviation of the noise of every input, >= 0. Defaults to `0.1`.

    Raises:
        ValueError: when an argument is out of its range, with the range.

    Example:
        >>> model = DataModel(num_classes=3, num_inputs=50, num_minority=4)
        >>> x, y = model.sample(1000, seed=0)
        >>> x.shape, y.shape, model.covariance.shape
        ((1000, 50), (1000,), (50, 50))

    Reference: the majority and the few are those of Schneider, arXiv 2202.08299; the model is our own.
    """

    num_classes: int
    num_inputs: int
    _: dataclasses.KW_ONLY
    majority_strength: float = 1.0
    minority_share: float = 0.2
    num_minority: int = 10
    minority_strength: float = 1.0
    noise: float = 0.1

    def __post_init__(self):
        at_least(2, "num_classes", self.num_classes)
        at_least(1, "num_minority", self.num_minority)
        at_least(self.num_classes * (1 + self.num_minority), "num_inputs", self.num_inputs)
        for name in ("majority_strength", "minority_strength"):
            if not 0 < getattr(self, name) < np.inf:
                raise ValueError(f"{name} is {getattr(self, name)!r}. Expected a length > 0.")
        if not 0 <= self.minority_share < 1:
            raise ValueError(f"minority_share is {self.minority_share!r}. Expected a share of at least 0, below 1.")
        if not 0 <= self.noise < np.inf:
            raise ValueError(f"noise is {self.noise!r}. Expected a standard deviation >= 0.")

    @property
    def directions(self) -> dict[str, np.ndarray]:
        """Orthonormal rows by name: `"majority"` `(K, d)`, `"minority"` `(K * num_minority, d)`; the rest is noise."""
        identity = np.eye(self.num_inputs)
        num_features = self.num_classes * (1 + self.num_minority)
        return {"majority": identity[: self.num_classes], "minority": identity[self.num_classes : num_features]}

    def components(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The examples without noise: rows `(F, d)`, their classes `(F,)`, how frequent they are `(F,)`, sum 1."""
        many, few = self.directions["majority"], self.directions["minority"]
        classes = np.arange(self.num_classes)
        rows = np.concatenate([self.majority_strength * many, self.minority_strength * few])
        labels = np.concatenate([classes, np.repeat(classes, self.num_minority)])
        share = self.minority_share / self.num_minority
        shares = np.repeat([1 - self.minority_share, share], [len(many), len(few)]) / self.num_classes
        return rows, labels, shares

    @property
    def mean(self) -> np.ndarray:
        """Mean of all examples, `(d,)`."""
        rows, _, shares = self.components()
        return shares @ rows

    @property
    def class_means(self) -> np.ndarray:
        """Mean example of each class, `(K, d)`."""
        rows, labels, shares = self.components()
        return np.stack([self.num_classes * (shares * (labels == k)) @ rows for k in range(self.num_classes)])

    @property
    def covariance(self) -> np.ndarray:
        """Covariance of the examples, `(d, d)`."""
        rows, _, shares = self.components()
        centred = rows - self.mean
        return (centred * shares[:, None]).T @ centred + self.noise**2 * np.eye(self.num_inputs)

    @property
    def feature_variances(self) -> tuple[float, float]:
        """Variance of the examples along a difference of prototypes, and along a difference of rare features."""
        share = self.minority_share / self.num_minority
        many = (1 - self.minority_share) * self.majority_strength**2 / self.num_classes
        few = share * self.minority_strength**2 / self.num_classes
        return many + self.noise**2, few + self.noise**2

    @property
    def variances(self) -> np.ndarray:
        """Eigenvalues of the covariance from the largest down, `(d,)`, without the work of decomposing it."""
        large, small = self.feature_variances
        # Differences between classes are eigenvectors; sums over them see the mean, one coordinate for each feature.
        strengths = np.repeat([self.majority_strength, self.minority_strength], [1, self.num_minority])
        shares = np.repeat([1 - self.minority_share, self.minority_share / self.num_minority], [1, self.num_minority])
        mean = shares * strengths / np.sqrt(self.num_classes)
        sums = np.linalg.eigvalsh(np.diag(np.repeat([large, small], [1, self.num_minority])) - np.outer(mean, mean))
        differences = np.repeat([large, small], [self.num_classes - 1, (self.num_classes - 1) * self.num_minority])
        rest = np.full(self.num_inputs - len(sums) - len(differences), self.noise**2)
        return np.sort(np.concatenate([sums, differences, rest]))[::-1]

    def sample(self, num_examples: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
        """Independent examples `(num_examples, d)`, float64, and their classes `(num_examples,)`."""
        generator = np.random.default_rng(seed)
        rows, labels, shares = self.components()
        chosen = generator.choice(len(rows), size=at_least(1, "num_examples", num_examples), p=shares)
        noise = generator.standard_normal((num_examples, self.num_inputs))
        return rows[chosen] + self.noise * noise, labels[chosen]
