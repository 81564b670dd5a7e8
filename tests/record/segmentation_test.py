import numpy as np
import pytest
from scipy import stats

from keras_phases.record.segmentation import MOST_PLACES, Noise, Segmentation, fit_smooth


def ar1(num_points, correlation, seed):
    rng = np.random.default_rng(seed)
    wobble = rng.normal(size=num_points)
    for place in range(1, num_points):
        wobble[place] = correlation * wobble[place - 1] + np.sqrt(1 - correlation**2) * wobble[place]
    return wobble


def test_a_straight_line_is_its_own_curve_without_jitter_on_uneven_positions():
    positions = np.log1p([0, 1, 2, 7, 9, 100])
    smooth = fit_smooth(positions, 3 - 0.2 * positions)
    np.testing.assert_allclose(smooth.levels, 3 - 0.2 * positions, rtol=1e-12)
    assert smooth.jitter < 1e-11


def test_the_curve_is_the_smoothing_spline_with_the_same_penalty(monkeypatch):
    """SciPy's, an independent method: y - g has the penalty lambda = 1 / roughness^2 of the squared curvature."""
    from scipy import interpolate

    from keras_phases.record import segmentation

    monkeypatch.setattr(segmentation, "CORRELATIONS", (0.0,))
    monkeypatch.setattr(segmentation, "ROUGHNESS", (20.0,))
    monkeypatch.setattr(segmentation, "JUMP_SHARE", 1e-15)
    positions = np.array([0.0, 0.07, 0.2, 0.3, 0.45, 0.5, 0.72, 0.9, 1.0])
    losses = np.random.default_rng(0).normal(size=9)
    expected = interpolate.make_smoothing_spline(positions, losses, lam=1 / 20**2)(positions)
    segmentation._candidates.cache_clear()
    try:
        np.testing.assert_allclose(fit_smooth(positions, losses).levels, expected, atol=1e-8)
    finally:
        segmentation._candidates.cache_clear()


@pytest.mark.parametrize("correlation", [0.0, 0.6])
def test_jitter_and_the_error_of_the_curve_are_those_of_many_draws(correlation):
    positions = np.arange(60.0)
    curve = 0.05 * np.cos(positions / 15)
    fits = [fit_smooth(positions, curve + 0.01 * ar1(60, correlation, seed)) for seed in range(100)]
    assert np.median([fit.jitter for fit in fits]) == pytest.approx(0.01, rel=0.2)
    errors = np.std([fit.levels - curve for fit in fits], axis=0)
    stated = np.mean([np.sqrt(np.diag(fit.covariance)) for fit in fits], axis=0)
    np.testing.assert_allclose(np.mean(stated), np.mean(errors), rtol=0.3)


def test_shared_wobble_widens_the_error_of_the_curve():
    positions = np.arange(60.0)
    errors = {
        correlation: np.mean(
            [np.sqrt(fit_smooth(positions, ar1(60, correlation, seed)).covariance[30, 30]) for seed in range(30)]
        )
        for correlation in (0.0, 0.6)
    }
    assert errors[0.6] > 1.5 * errors[0.0]


def test_the_wobble_of_averaged_points_is_theirs():
    from keras_phases.record.segmentation import _wobble_covariance

    sizes = (2, 3, 1)
    full = 0.6 ** np.abs(np.subtract.outer(np.arange(6), np.arange(6)))
    average = np.repeat(np.eye(3), sizes, axis=1) / np.array(sizes)[:, None]
    np.testing.assert_allclose(_wobble_covariance(sizes, 0.6), average @ full @ average.T, rtol=1e-12)


def test_no_more_places_than_are_paid_for():
    for num_points in (80, 81, 1000):
        smooth = fit_smooth(np.arange(num_points), ar1(num_points, 0.0, 0))
        assert len(smooth.levels) <= MOST_PLACES and smooth.starts[0] == 0
    assert len(fit_smooth(np.arange(80), np.zeros(80)).levels) == 80


def exact_curve(levels):
    """A `Smooth` that goes through its points: no jitter, and each level has its point alone."""
    smooth = fit_smooth(np.arange(float(len(levels))), levels)
    same = np.eye(len(levels))
    return type(smooth)(smooth.starts, np.array(levels), 0 * same, same, 0.0)


def test_paired_margin_is_that_of_the_paired_t_test():
    groups = np.random.default_rng(0).normal(size=(3, 20))
    test = stats.ttest_rel(groups[0], groups[2])
    margin = Noise(exact_curve([1.0, 2.0, 3.0]), groups=groups).margins(test.pvalue / 2)[0, 2]
    assert margin == pytest.approx(abs(groups[0].mean() - groups[2].mean()), rel=1e-9)


def test_paired_margin_ignores_what_all_steps_share():
    groups = 0.001 * np.random.default_rng(0).normal(size=(3, 20))
    shared = groups + np.random.default_rng(1).normal(size=20)
    margins = [Noise(exact_curve([1.0, 2.0, 3.0]), groups=values).margins(0.05) for values in (groups, shared)]
    np.testing.assert_allclose(margins[0], margins[1], rtol=1e-9)


def test_unpaired_margin_adds_both_errors():
    noise = Noise(exact_curve([1.0, 2.0, 3.0]), np.array([0.3, 0.4, 0.0]))
    assert noise.margins(0.05)[0, 1] == pytest.approx(stats.norm.isf(0.05) * 0.5)


def test_jitter_margin_is_a_student_quantile_of_the_curves_own_error():
    smooth = fit_smooth(np.arange(12.0), ar1(12, 0.0, 0))
    error = np.sqrt(smooth.covariance[0, 0] + smooth.covariance[5, 5] - 2 * smooth.covariance[0, 5])
    assert Noise(smooth).margins(0.05, 1.7)[0, 5] == pytest.approx(1.7 * stats.t.isf(0.05, 10) * error)


def segment(losses):
    losses = np.asarray(losses, np.float64)
    return Segmentation(np.arange(len(losses)), losses, minimum_change=0.01, change_tail=0.01, interval_tail=0.05)


def test_segmentation_of_straight_stretches():
    found = segment([1.0, 1.0, 1.0, 1.0, 0.8, 0.6, 0.4, 0.2, 0.4, 0.6, 0.8, 1.0])
    assert found.kinds == ["constant", "decrease", "increase"]
    assert found.minimum == 7 and found.minimum_bounds == (6, 8)
    (end, low, high), _ = found.bounds
    assert low <= 3 <= high and 2 <= end <= 4


@pytest.mark.parametrize("size", [5, 10, 300])
def test_a_straight_fall_has_no_constant_stretch(size):
    assert segment(np.linspace(1, 0.5, size)).kinds == ["decrease"]


def test_a_flat_start_before_a_rise_is_constant():
    found = segment([0.5, 0.5, 0.5, 0.5, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
    assert found.kinds == ["constant", "increase"]
    assert found.bounds[0][0] in (3, 4, 5)


def test_noise_widens_the_bounds_of_the_minimum():
    losses = 0.5 + 0.05 * np.abs(np.arange(20.0) - 11)
    sharp, blurred = segment(losses), segment(losses + 0.03 * ar1(20, 0.0, 3))
    assert sharp.kinds == blurred.kinds == ["decrease", "increase"]
    assert sharp.minimum_bounds == (10, 12)
    assert blurred.minimum_bounds[1] - blurred.minimum_bounds[0] > 2
    assert blurred.jitter > sharp.jitter


def test_a_jump_between_two_points_is_no_jitter():
    """It was, on steps 0, 1, 2, 4, ...: the larger a jump, the more it passed for noise."""
    losses = np.array([*np.linspace(0.6, 0.5, 9), *[0.8] * 6]) + 0.002 * ar1(15, 0.0, 0)
    found = segment(losses)
    assert found.kinds[-1] == "increase" and found.jitter < 0.02
