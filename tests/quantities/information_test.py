"""Binned information against counting by hand, its bounds, and the bound that a probe gives."""

import collections
import math

import numpy as np
import pytest
from builders.tolerance import assert_close

from keras_phases.quantities.binned_information import binned_information, label_information


def slow_information(features, labels, num_bins):
    """The same by dictionaries of tuples, from joint probabilities."""
    low, high = features.min(), features.max()
    codes = [tuple(min(int((v - low) / (high - low) * num_bins), num_bins - 1) for v in row) for row in features]
    count, total = collections.Counter, len(codes)

    def entropy(values):
        return -sum(n / total * math.log(n / total) for n in count(values).values())

    joint = list(zip(codes, labels.tolist(), strict=True))
    return entropy(codes), entropy(codes) + entropy(labels.tolist()) - entropy(joint)


@pytest.mark.parametrize(("num_units", "num_bins"), [(1, 30), (2, 5), (3, 300)])
def test_binned_information_is_that_of_counting(num_units, num_bins):
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, 200)
    features = np.tanh(rng.normal(size=(200, num_units)) + labels[:, None])
    found = binned_information(features, labels, num_bins=num_bins)
    assert_close([found.about_input, found.about_label], slow_information(features, labels, num_bins), 1e-9)
    assert found.about_label <= min(found.about_input, math.log(3)) + 1e-9


def test_with_many_units_both_stand_at_their_bounds_whatever_the_features_are():
    rng = np.random.default_rng(0)
    labels = np.arange(128) % 4
    found = binned_information(rng.normal(size=(128, 64)), labels)
    assert found.num_codes == found.num_rows == 128
    assert_close([found.about_input, found.about_label], [math.log(128), math.log(4)], 1e-9)


def test_the_number_of_bins_moves_what_no_weight_does():
    x = np.linspace(-1, 1, 2000)[:, None]
    labels = (x[:, 0] > 0).astype(int)
    values = [binned_information(np.tanh(x), labels, num_bins=bins).about_input for bins in (2, 8, 32)]
    assert_close(np.diff(values), [math.log(4)] * 2, 0.05)


def test_constant_features_tell_nothing():
    found = binned_information(np.ones((10, 3)), np.arange(10) % 2)
    assert (found.about_input, found.about_label, found.num_codes) == (0, 0, 1)


def test_a_probe_bounds_what_features_tell_of_labels():
    labels = np.arange(400) % 4
    assert_close(label_information(0.5, labels), math.log(4) - 0.5, 1e-9)
    assert label_information(2.0, labels) == 0
    assert_close(label_information(0.0, labels), math.log(4), 1e-9)


@pytest.mark.parametrize(("rows", "labels", "bins"), [(3, 2, 30), (3, 3, 1), (0, 0, 30)])
def test_bad_input_is_refused(rows, labels, bins):
    with pytest.raises(ValueError, match="Expected as many labels as rows"):
        binned_information(np.ones((rows, 2)), np.zeros(labels, int), num_bins=bins)


def test_bins_without_number_stay_apart():
    assert binned_information(np.arange(70_000.0)[:, None], np.zeros(70_000), num_bins=70_000).num_codes == 70_000
