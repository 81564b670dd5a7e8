"""The bound on what features tell of labels, that a probe gives."""

import math

import numpy as np
from builders.tolerance import assert_close

from keras_phases.quantities.information import label_information


def test_a_probe_bounds_what_features_tell_of_labels():
    labels = np.arange(400) % 4
    assert_close(label_information(0.5, labels), math.log(4) - 0.5, 1e-9)
    assert label_information(2.0, labels) == 0
    assert_close(label_information(0.0, labels), math.log(4), 1e-9)
