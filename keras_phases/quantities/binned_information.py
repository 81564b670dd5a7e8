"""Information in a layer, two ways: the binned estimate of the information-plane literature, and a bound that holds.

A deterministic network maps a continuous input X to features T without noise: I(X;T) is infinite, or that of X where X
is discrete, whatever the weights are. What the binned estimate shows is the entropy of the features *after* they were
put into bins, a property of the bins as much as of the network (Goldfeld et al., 2018). It is here for comparison with
that literature. What a linear probe tells of the labels is a lower bound of I(T;Y) that no choice of bins can move.

Example: the same map, seen through 4 and through 64 bins. Nothing was learnt in between.
    >>> import numpy as np
    >>> from keras_phases.quantities.binned_information import binned_information
    >>> x = np.linspace(-1, 1, 4096)
    >>> labels = (x > 0).astype(int)
    >>> for num_bins in (4, 64):
    ...     found = binned_information(np.tanh(x)[:, None], labels, num_bins=num_bins)
    ...     print(f"{found.about_input:.2f} {found.about_label:.2f}")
    1.37 0.69
    4.13 0.69
"""

import dataclasses

import numpy as np

NUM_BINS = 30
"""Bins of each unit, the number that Shwartz-Ziv & Tishby took."""


@dataclasses.dataclass(frozen=True)
class BinnedInformation:
    """Mutual information of binned features with the input and with the label, in nats.

    Args:
        about_input: I(X;T') = H(T'), T' the features in bins: T' is a function of X. At most log(num_rows).
        about_label: I(T';Y) = H(T') - H(T'|Y). At most the entropy of the labels; where every row has bins of its own
            it is that, however few of them a new row would share.
        num_codes: How many different vectors of bins there were.
        num_rows: Rows that were looked at; where `num_codes` comes near it, both numbers say no more than that.
    """

    about_input: float
    about_label: float
    num_codes: int
    num_rows: int


def binned_information(features, labels, *, num_bins=NUM_BINS):
    """`BinnedInformation` of a layer: every unit in equal bins over the range of the layer's activations.

    Args:
        features: Array `(n, ...)`, flattened.
        labels: Class indices `(n,)`.
        num_bins: Bins of each unit. Defaults to `30`.

    Raises:
        ValueError: for fewer than two bins, or other numbers of rows.

    Reference: Shwartz-Ziv & Tishby, "Opening the Black Box of Deep Neural Networks via Information", 2017, with bins
    adapted to the range of the activations as Saxe et al., ICLR 2018, have them; Goldfeld et al., "Estimating
    Information Flow in Deep Neural Networks", 2018.
    """
    features, labels = np.asarray(features), np.asarray(labels)
    if num_bins < 2 or len(features) != len(labels) or not len(labels):
        raise ValueError(
            f"{len(features)} rows of features, {len(labels)} labels, {num_bins} bins. Expected as many labels as "
            "rows, one at least, and two bins or more."
        )
    codes = _codes(features.reshape(len(features), -1), num_bins)
    whole = _entropy(np.bincount(codes))
    _, classes = np.unique(labels, return_inverse=True)
    shares = np.bincount(classes) / len(labels)
    within = [_entropy(np.bincount(codes[classes == index])) for index in range(len(shares))]
    about_label = max(0.0, whole - float(shares @ within))
    return BinnedInformation(whole, about_label, int(codes.max()) + 1, len(labels))


def label_information(probe_loss, labels):
    """A lower bound of I(T;Y), in nats: the entropy of the labels less the cross-entropy of a probe on held-out rows.

    For any classifier q, I(T;Y) >= H(Y) - E[-log q(y|t)]; 0 where the probe knows less than the class frequencies.

    Args:
        probe_loss: Held-out cross-entropy of the probe, in nats.
        labels: Class indices of the held-out rows `(n,)`.

    Reference: Barber & Agakov, "The IM Algorithm", NeurIPS 2003.
    """
    _, counts = np.unique(labels, return_counts=True)
    return max(0.0, _entropy(counts) - probe_loss)


def _codes(features, num_bins):
    """An index for every different vector of bins, `(n,)`."""
    low, high = float(features.min()), float(features.max())
    width = (high - low) / num_bins if high > low else 1.0
    bins = np.minimum((features - low) / width, num_bins - 1).astype(np.min_scalar_type(num_bins - 1))
    # As one value a row: much faster to sort than rows of numbers.
    rows = np.ascontiguousarray(bins).view(np.dtype((np.void, bins.shape[1] * bins.itemsize)))
    return np.unique(rows.ravel(), return_inverse=True)[1]


def _entropy(counts):
    shares = counts[counts > 0] / counts.sum()
    return float(-np.sum(shares * np.log(shares)))
