import numpy as np
import pytest
from builders.references import KINDS, draw_hard_rows
from builders.tolerance import assert_close

from keras_phases.backend.arrays import FLOAT32, FLOAT64, host
from keras_phases.decoders import moments as module
from keras_phases.decoders.moments import Moments


def stream(features, targets, batch_size, arithmetic=FLOAT64):
    moments = Moments(features[:batch_size], targets.shape[1], arithmetic)
    for start in range(0, len(features), batch_size):
        moments.add(features[start : start + batch_size], targets[start : start + batch_size])
    return moments


@pytest.mark.parametrize("arithmetic", [FLOAT32, FLOAT64], ids=lambda arithmetic: arithmetic.dtype)
@pytest.mark.parametrize("most", [2, 1000], ids=["goes_on_in_float64", "at_once"])
@pytest.mark.parametrize("kind", KINDS)
def test_moments_equal_those_of_all_rows_at_once(kind, most, arithmetic, monkeypatch):
    monkeypatch.setattr(module, "MOST_ADDED", most)
    features, targets, _, _ = draw_hard_rows(kind)
    targets = targets - targets.mean(0, np.float64)
    moments = stream(features, targets, 32, arithmetic)
    A, T = features.astype(np.float64), targets.astype(np.float64)
    assert moments.num_rows == len(A)
    gram, cross = map(host, moments.centred())
    relative = 1e-10 if arithmetic is FLOAT64 else 1e-6
    assert gram.dtype == np.float64 if arithmetic is FLOAT64 or most == 2 else np.float32
    assert_close(host(moments.shift) + host(moments.feature_offset()), A.mean(0), relative=relative)
    A = A - A.mean(0)
    assert_close(np.tril(gram), np.tril(A.T @ A), relative=relative)
    assert_close(cross, A.T @ T, relative=relative)


@pytest.mark.parametrize("arithmetic", [FLOAT32, FLOAT64], ids=lambda arithmetic: arithmetic.dtype)
def test_features_that_never_vary_have_no_variance_at_all(arithmetic):
    rng = np.random.default_rng(0)
    features = np.tile(rng.standard_normal(200).astype("f4") * 10.0 ** rng.integers(-20, 20, 200), (300, 1)).astype(
        "f4"
    )
    gram, cross = map(host, stream(features, rng.standard_normal((300, 3)).astype("f4"), 97, arithmetic).centred())
    assert not gram.any() and not cross.any()


def test_blocks_of_a_wide_gram_are_all_there():
    A = np.random.default_rng(0).standard_normal((40, 1100)).astype(np.float32)
    expected = np.tril(A.astype(np.float64).T @ A)
    assert_close(np.tril(host(FLOAT32.scatter(FLOAT32.array(A)))), expected, relative=1e-6)
