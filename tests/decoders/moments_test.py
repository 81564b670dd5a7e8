import numpy as np
import pytest
from builders.references import KINDS, draw_hard_rows
from builders.tolerance import assert_close

from keras_phases.backend.arrays import FLOAT32, FLOAT64
from keras_phases.decoders.moments import Moments


def stream(features, targets, batch_size, about=None):
    moments = Moments.about(*(about or (features[:batch_size], targets[:batch_size])))
    for start in range(0, len(features), batch_size):
        moments.add(features[start : start + batch_size], targets[start : start + batch_size])
    return moments


@pytest.mark.parametrize("batch_size", [1, 32, 100], ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_moments_equal_those_of_all_rows_at_once(kind, batch_size):
    features, targets, _, _ = draw_hard_rows(kind)
    moments = stream(features, targets, batch_size)
    A, T = features.astype(np.float64), targets.astype(np.float64)
    assert_close(moments.feature_mean, A.mean(0), relative=1e-12)
    assert_close(moments.target_mean, T.mean(0), relative=1e-12)
    A, T = A - A.mean(0), T - T.mean(0)
    gram, cross, target_squares = moments.centred()
    assert moments.num_rows == len(A)
    assert_close(np.tril(gram), np.tril(A.T @ A), relative=1e-10)
    assert_close(cross, A.T @ T, relative=1e-10)
    assert_close(target_squares, np.sum(T**2), relative=1e-12)


def test_sums_of_two_halves_are_the_sums_of_the_whole():
    features, targets, _, _ = draw_hard_rows("relu")
    first = features[:20], targets[:20]
    whole = stream(features, targets, 50)
    halves = stream(features[:70], targets[:70], 50, first) + stream(features[70:], targets[70:], 50, first)
    assert halves.num_rows == whole.num_rows
    assert_close(halves.feature_mean, whole.feature_mean, relative=1e-12)
    for ours, theirs in zip(halves.centred(), whole.centred(), strict=True):
        assert_close(ours, theirs, relative=1e-12)


@pytest.mark.parametrize("which", [0, 1], ids=["features", "targets"])
def test_moments_about_different_shifts_do_not_add_up(which):
    shifts, others = [np.zeros(3), np.zeros(2)], [np.zeros(3), np.zeros(2)]
    others[which] = others[which] + 1
    with pytest.raises(ValueError, match="Make the second as about the first's shift"):
        Moments(*shifts) + Moments(*others)


def test_blocks_of_a_wide_gram_are_all_there():
    A = np.random.default_rng(0).standard_normal((40, 1100)).astype(np.float32)
    expected = np.tril(A.astype(np.float64).T @ A)
    assert_close(np.tril(FLOAT32.gram(FLOAT32.array(A))), expected, relative=1e-6)


@pytest.mark.parametrize("arithmetic", [FLOAT32, FLOAT64], ids=lambda arithmetic: arithmetic.dtype)
def test_a_product_is_the_same_however_its_factor_lies_in_memory(arithmetic):
    rng = np.random.default_rng(0)
    a, b = rng.standard_normal((30, 20)).astype(arithmetic.dtype), rng.standard_normal((20, 5)).astype(arithmetic.dtype)
    expected = a.astype(np.float64) @ b
    for factor in (a, np.asfortranarray(a)):
        assert_close(arithmetic.product(factor, b), expected, relative=1e-6)
