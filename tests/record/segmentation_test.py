import numpy as np
import pytest
from scipy import stats

from keras_phases.record.segmentation import (
    Block,
    Noise,
    Segmentation,
    estimate_correlated_jitter,
    estimate_jitter,
    fit_unimodal,
)


def fitted(blocks):
    return np.concatenate([np.full(block.size, block.level) for block in blocks])


def best_unimodal_error(losses):
    """Least squares over all splits by the max-min formula of isotonic regression, an independent method."""

    def falling(values):
        count = len(values)
        mean = {(a, b): np.mean(values[a : b + 1]) for b in range(count) for a in range(b + 1)}
        return np.array([min(max(mean[a, b] for b in range(k, count)) for a in range(k + 1)) for k in range(count)])

    errors = []
    for split in range(len(losses) + 1):
        head, tail = losses[:split], losses[split:][::-1]
        errors.append(np.sum((head - falling(head)) ** 2) + np.sum((tail - falling(tail)) ** 2))
    return min(errors)


def test_unimodal_fit_by_hand():
    assert fit_unimodal([5.0, 2.0, 4.0, 6.0, 5.0]) == [
        Block(0, 1, 5.0),
        Block(1, 2, 2.0),
        Block(2, 3, 4.0),
        Block(3, 5, 5.5),
    ]


@pytest.mark.parametrize("seed", range(20))
def test_unimodal_fit_is_the_least_squares_fit(seed):
    losses = np.random.default_rng(seed).normal(size=9)
    fit = fitted(fit_unimodal(losses))
    turn = int(np.argmin(fit))
    assert np.all(np.diff(fit[: turn + 1]) <= 1e-12)
    assert np.all(np.diff(fit[turn:]) >= -1e-12)
    assert np.sum((losses - fit) ** 2) == pytest.approx(best_unimodal_error(losses), rel=1e-9)


def test_unimodal_fit_of_a_unimodal_curve_is_the_curve():
    losses = [0.3, 0.2, 0.1, 0.4]
    assert fitted(fit_unimodal(losses)).tolist() == losses


def test_unimodal_fit_of_a_flat_curve_is_one_block():
    assert fit_unimodal([0.1] * 7) == [Block(0, 7, 0.1)]


def test_jitter_of_a_straight_line_is_zero_on_uneven_positions():
    positions = np.log1p([0, 1, 2, 7, 9, 100])
    assert estimate_jitter(positions, 3 - 0.2 * positions) == pytest.approx(0, abs=1e-15)


def test_jitter_recovers_the_standard_deviation():
    positions = np.sort(np.random.default_rng(0).uniform(0, 10, 4000))
    losses = 0.5 + 0.1 * np.cos(positions) + 0.02 * np.random.default_rng(1).normal(size=4000)
    assert estimate_jitter(positions, losses) == pytest.approx(0.02, rel=0.05)


def test_jitter_is_not_moved_by_one_outlier():
    losses = 0.5 + 0.01 * np.random.default_rng(0).normal(size=100)
    before = estimate_jitter(np.arange(100), losses)
    losses[50] = 1000
    assert estimate_jitter(np.arange(100), losses) == pytest.approx(before, rel=0.1)


def test_jitter_of_two_points_is_unknown():
    assert np.isnan(estimate_jitter([0.0, 1.0], [1.0, 2.0]))


def test_paired_margin_is_that_of_the_paired_t_test():
    groups = np.random.default_rng(0).normal(size=(3, 20))
    noise = Noise(0.0, 3, groups=groups)
    test = stats.ttest_rel(groups[0], groups[2])
    margin = noise.margin(Block(0, 1, 0.0), Block(2, 3, 0.0), test.pvalue / 2)
    assert margin == pytest.approx(abs(groups[0].mean() - groups[2].mean()), rel=1e-9)


def test_paired_margin_ignores_what_all_steps_share():
    groups = 0.001 * np.random.default_rng(0).normal(size=(2, 20))
    shared = groups + np.random.default_rng(1).normal(size=20)
    blocks = Block(0, 1, 0.0), Block(1, 2, 0.0)
    margins = [Noise(0.0, 2, groups=values).margin(*blocks, 0.05) for values in (groups, shared)]
    assert margins[0] == pytest.approx(margins[1], rel=1e-9)


def test_jitter_margin_shrinks_with_the_size_of_the_blocks():
    noise = Noise(0.1, 100)
    single = noise.margin(Block(0, 1, 0.0), Block(4, 5, 0.0), 0.05)
    pooled = noise.margin(Block(0, 4, 0.0), Block(4, 8, 0.0), 0.05)
    assert pooled == pytest.approx(single / 2)
    assert single == pytest.approx(stats.t.isf(0.05, 49) * 0.1 * np.sqrt(2))


def test_unpaired_margin_adds_both_errors():
    noise = Noise(0.0, 2, stderr=np.array([0.3, 0.4]))
    assert noise.margin(Block(0, 1, 0.0), Block(1, 2, 0.0), 0.05) == pytest.approx(stats.norm.isf(0.05) * 0.5)


def segment(losses, jitter=0.0):
    losses = np.asarray(losses, np.float64)
    noise = Noise(jitter, len(losses))
    return Segmentation(
        np.arange(len(losses)), losses, noise=noise, minimum_change=0.01, change_tail=0.01, interval_tail=0.05
    )


def test_segmentation_by_hand():
    found = segment([1.0, 1.0, 1.0, 0.6, 0.2, 0.5, 0.8])
    assert found.kinds == ["constant", "decrease", "increase"]
    # The fall has not begun at point 2 and has surely begun at point 3.
    assert found.bounds == [(2, 2, 3), (4, 3, 5)]


@pytest.mark.parametrize("size", [3, 10, 300])
def test_a_straight_fall_has_no_constant_stretch(size):
    assert segment(np.linspace(1, 0.5, size)).kinds == ["decrease"]


def test_a_flat_start_before_a_rise_is_constant():
    found = segment([0.5, 0.5, 0.5, 0.6, 0.7, 0.8])
    assert found.kinds == ["constant", "increase"]
    assert found.bounds == [(2, 2, 3)]


def test_what_precedes_a_minimum_without_a_sure_fall_is_constant():
    found = segment([0.5045, 0.503, 0.500, 0.505, 0.5075, 0.510, 0.512])
    assert found.kinds == ["constant", "increase"]
    assert found.minimum == 2
    assert found.bounds[0][0] == 2


def test_every_point_within_the_margin_may_be_the_minimum():
    # One point against another may differ by t.isf(0.05, 4) * 0.01 * sqrt(2) = 0.030.
    losses = [1.0, 0.8, 0.529, 0.51, 0.50, 0.515, 0.528, 0.532, 0.7, 0.9]
    found = segment(losses, jitter=0.01)
    assert found.minimum == 4
    assert found.minimum_bounds == (2, 6)


def test_noise_widens_every_bound():
    losses = [1.0, 1.0, 0.98, 0.9, 0.7, 0.4, 0.42, 0.6, 0.8, 1.0]
    sharp, blurred = segment(losses), segment(losses, jitter=0.03)
    assert sharp.kinds == blurred.kinds == ["constant", "decrease", "increase"]
    for (_, low, high), (_, blurred_low, blurred_high) in zip(sharp.bounds, blurred.bounds, strict=True):
        assert blurred_low <= low and blurred_high >= high
    assert blurred.bounds != sharp.bounds


def ar1(num_points, correlation, seed):
    rng = np.random.default_rng(seed)
    wobble = rng.normal(size=num_points)
    for place in range(1, num_points):
        wobble[place] = correlation * wobble[place - 1] + np.sqrt(1 - correlation**2) * wobble[place]
    return wobble


@pytest.mark.parametrize("correlation", [0.5, 0.8])
def test_correlated_jitter_is_that_of_long_means(correlation):
    """The mean of many points of an AR(1) errs by sqrt((1 + phi) / (1 - phi)) as much as that of independent ones."""
    wobble = 0.01 * ar1(2000, correlation, seed=0)
    expected = 0.01 * np.sqrt((1 + correlation) / (1 - correlation))
    jitter, num_points = estimate_correlated_jitter(np.arange(2000.0), wobble)
    assert 0.8 * expected < jitter < 1.6 * expected
    assert num_points <= 2000 * (1 - correlation) / (1 + correlation) * 1.2
    means = wobble.reshape(40, 50).mean(axis=1)
    assert jitter / np.sqrt(50) == pytest.approx(means.std(), rel=0.6)
    assert estimate_jitter(np.arange(2000.0), wobble) < 0.8 * jitter


def test_on_a_steep_slope_means_tell_of_shared_wobble():
    """There the unimodal fit goes through every point, and leaves no residuals."""
    positions, wobble = np.arange(2000.0), 0.01 * ar1(2000, 0.8, seed=0)
    assert len(fit_unimodal(wobble - positions)) == 2000
    jitter, num_points = estimate_correlated_jitter(positions, wobble - positions)
    assert 0.8 * 0.03 < jitter < 1.6 * 0.03 and num_points < 300


def test_of_few_points_residuals_tell_of_shared_wobble():
    """31 points are too few for means of two."""
    curves = [ar1(31, 0.9, seed) for seed in range(50)]
    ratios = [estimate_correlated_jitter(np.arange(31.0), c)[0] / estimate_jitter(np.arange(31.0), c) for c in curves]
    assert np.median(ratios) > 2


def test_correlated_jitter_of_few_independent_points_is_nearly_always_the_jitter():
    same = 0
    for seed in range(200):
        losses = np.random.default_rng(seed).normal(size=18)
        jitter, num_points = estimate_correlated_jitter(np.arange(18.0), losses)
        plain = estimate_jitter(np.arange(18.0), losses)
        assert jitter >= plain
        same += jitter == plain and num_points == 18
    assert same > 180


def test_correlated_jitter_of_exact_curves_is_that_of_their_bends():
    positions = np.arange(64.0)
    assert estimate_correlated_jitter(positions, np.abs(positions - 20))[0] == pytest.approx(0, abs=1e-12)
    assert estimate_correlated_jitter([0.0, 1.0, 2.0], [3.0, 2.0, 4.0])[0] == estimate_jitter(
        [0.0, 1.0, 2.0], [3.0, 2.0, 4.0]
    )


def test_correlated_jitter_has_the_unit_of_the_losses():
    positions, wobble = np.arange(100.0), ar1(100, 0.9, seed=1)
    jitter, num_points = estimate_correlated_jitter(positions, wobble)
    scaled, same_points = estimate_correlated_jitter(positions, 1000 * wobble + 7)
    assert scaled == pytest.approx(1000 * jitter) and same_points == pytest.approx(num_points)
    assert num_points >= 3
