import numpy as np
import pytest
from builders.tolerance import assert_close

from keras_phases.backend.arrays import FLOAT32, host
from keras_phases.decoders.pooling import Pooling
from keras_phases.decoders.target import Target, area_average
from keras_phases.measure.kept_features import KeptFeatures, whole_target


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.uint8], ids=lambda dtype: dtype.__name__)
@pytest.mark.parametrize("resize", [None, (4, 2)], ids=str)
def test_targets_of_all_rows_are_made_some_at_a_time(dtype, resize, monkeypatch):
    monkeypatch.setattr("keras_phases.measure.kept_features._ROWS_AT_ONCE", 3)
    x = np.random.default_rng(0).uniform(0, 255, (7, 8, 8, 2)).astype(dtype)
    found = whole_target(Target((8, 8, 2), resize=resize), x)
    assert found.dtype == np.float32
    assert_close(found, area_average(x.astype("f4"), resize) if resize else x, relative=1e-6)
    assert np.shares_memory(found, x) == (dtype is np.float32 and resize is None)


@pytest.mark.parametrize("grid", [None, (1, 2)], ids=str)
def test_rows_are_kept_flat_in_order(grid):
    x = np.random.default_rng(0).standard_normal((7, 2, 2, 3)).astype("f4")
    rows = KeptFeatures(Pooling((2, 2, 3), grid))
    copies = [host(rows.add(FLOAT32.array(x[start : start + 4]))) for start in (0, 4)]
    expected = (area_average(x, grid) if grid else x).reshape(7, -1)
    for found in (np.concatenate(copies), host(rows.tensor), rows.values, host(rows.tensor)):
        assert_close(found, expected, relative=1e-6)
    assert rows.values is rows.values, "made once"
