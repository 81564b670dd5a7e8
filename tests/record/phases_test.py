import dataclasses
import doctest
import json
import subprocess
import sys
import time

import numpy as np
import pytest

from keras_phases.record import phases, segmentation
from keras_phases.record.phases import Phase, detect_phases, smallest_change
from keras_phases.schedule import resolve_schedule

LOG2_STEPS = np.array([0] + [2**power for power in range(17)])
# VGG-8 on CIFAR-10, last features: the table of the README of github.com/JohnTailor/LearnPhase, divided by 79 batches.
PUBLISHED_STEPS = np.array([0] + [2**power for power in range(1, 17)])
PUBLISHED = np.array(
    [
        0.591,
        0.589,
        0.586,
        0.578,
        0.562,
        0.550,
        0.531,
        0.510,
        0.513,
        0.528,
        0.521,
        0.561,
        0.616,
        0.693,
        0.731,
        0.760,
        0.787,
    ]
)
DEFAULT_STEPS = np.array(resolve_schedule("auto").steps(8192))
DENSE_STEPS = np.unique(np.round(np.expm1(np.linspace(0, np.log1p(65536), 300))).astype(int))


def kinds(report):
    return [phase.kind for phase in report.phases]


def v_curve(steps, turn, slope=0.02):
    return 0.5 + slope * np.abs(np.log1p(steps) - np.log1p(turn))


def noisy_groups(curve, rng, paired_error=0.0006, spread=0.05):
    """20 held-out groups that differ much and alike at all steps, and a little from step to step."""
    differences = paired_error * np.sqrt(20 / 2) * rng.normal(size=(len(curve), 20))
    return curve[:, None] + spread * rng.normal(size=20) + differences


def test_published_curve():
    report = detect_phases(PUBLISHED_STEPS, PUBLISHED)
    assert kinds(report) == ["constant", "decrease", "increase"]
    assert report.phases[0].end_step == 4
    assert report.minimum_step == 128
    assert report.minimum_loss == 0.510
    assert report.minimum_interval == (64, 256)
    # The second, shallow dip at 1,024 may be wobble.
    assert report.second_dip is None
    assert report.rise == pytest.approx(0.787 / 0.510 - 1)
    assert report.describe() == (
        "constant to step 4, decrease to 128, increase since 128 (minimum at 128, between 64 and 256; "
        "the loss has risen by 54 % since)"
    )


@pytest.mark.parametrize("num_points", range(3, 10))
def test_published_curve_before_its_rise_has_no_increase(num_points):
    report = detect_phases(PUBLISHED_STEPS[:num_points], PUBLISHED[:num_points])
    assert not report.has_increase
    assert report.describe().startswith("no increase yet: ")


@pytest.mark.parametrize("num_points", range(13, 18))
def test_published_curve_after_its_rise_has_one_increase_from_the_same_step(num_points):
    report = detect_phases(PUBLISHED_STEPS[:num_points], PUBLISHED[:num_points])
    assert report.has_increase
    assert report.phases[-1].start_step == report.minimum_step == 128


def test_phases_cover_the_curve_and_share_their_bounds():
    report = detect_phases(PUBLISHED_STEPS, PUBLISHED)
    assert report.phases[0].start_step == 0 and report.phases[0].start_interval == (0, 0)
    assert report.phases[-1].end_step == 65536 and report.phases[-1].end_interval == (65536, 65536)
    for before, after in zip(report.phases, report.phases[1:], strict=False):
        assert before.end_step == after.start_step
        assert before.end_interval == after.start_interval
        assert before.end_interval[0] <= before.end_step <= before.end_interval[1]


def test_exact_curve_by_hand():
    steps = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
    losses = [0.60, 0.60, 0.60, 0.595, 0.56, 0.53, 0.50, 0.53, 0.57, 0.61, 0.65]
    report = detect_phases(steps, losses)
    assert report.phases == (
        Phase("constant", 0, 4, (0, 0), report.phases[0].end_interval),
        Phase("decrease", 4, 32, report.phases[0].end_interval, (16, 64)),
        Phase("increase", 32, 512, (16, 64), (512, 512)),
    )


@pytest.mark.parametrize("steps", [LOG2_STEPS, DENSE_STEPS], ids=["log2", "dense"])
@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (lambda u: 0 * u, ["constant"]),
        (lambda u: -0.2 * u, ["decrease"]),
        (lambda u: 0.2 * u, ["increase"]),
        (lambda u: -0.2 * np.maximum(u - 0.4, 0), ["constant", "decrease"]),
        (lambda u: 0.2 * np.maximum(u - 0.4, 0), ["constant", "increase"]),
        (lambda u: 0.4 * np.abs(u - 0.5), ["decrease", "increase"]),
        (lambda u: 0.4 * np.abs(np.maximum(u, 0.3) - 0.6), ["constant", "decrease", "increase"]),
    ],
    ids=["flat", "falling", "rising", "constant-falling", "constant-rising", "v", "all-three"],
)
def test_shapes_without_noise(steps, shape, expected):
    position = np.log1p(steps) / np.log1p(steps[-1])
    assert kinds(detect_phases(steps, 0.5 + shape(position))) == expected


def test_rising_curve_has_its_minimum_at_the_first_step():
    report = detect_phases(LOG2_STEPS, 0.5 + 0.01 * np.log1p(LOG2_STEPS))
    assert report.minimum_step == 0
    assert report.minimum_interval == (0, 1)
    assert report.phases[0].start_step == 0


def test_falling_curve_has_its_minimum_at_the_last_step():
    report = detect_phases(LOG2_STEPS, 0.7 - 0.01 * np.log1p(LOG2_STEPS))
    assert report.minimum_step == 65536
    assert report.rise == 0
    assert report.describe() == (
        "no increase yet: decrease since 0 (minimum at 65,536, between 32,768 and 65,536 so far)"
    )


def test_plateau_after_the_fall_is_no_increase_and_lies_in_the_interval():
    losses = 0.5 + 0.02 * np.maximum(0, 5 - np.log1p(LOG2_STEPS))
    report = detect_phases(LOG2_STEPS, losses)
    assert kinds(report) == ["decrease"]
    assert report.minimum_interval[0] <= 256 and report.minimum_interval[1] == 65536


def test_plateau_between_fall_and_rise_lies_in_the_interval():
    losses = [0.6, 0.58, 0.56, 0.54, 0.52, 0.50, 0.5004, 0.4998, 0.5003, 0.50, 0.52, 0.54, 0.56, 0.58]
    report = detect_phases(LOG2_STEPS[:14], losses)
    assert kinds(report) == ["decrease", "increase"]
    low, high = report.minimum_interval
    assert low <= LOG2_STEPS[5] and high >= LOG2_STEPS[9]


def test_flat_curve_says_so():
    report = detect_phases(LOG2_STEPS, np.full(18, 0.5))
    assert report.describe() == "no increase yet: constant since step 0, no change beyond the noise"
    assert report.minimum_interval == (0, 65536)


# A nominal confidence of 0.95 is spread over two changes; measured 0 to 1 %.
@pytest.mark.parametrize("with_groups", [False, True], ids=["losses", "groups"])
@pytest.mark.parametrize("num_points", [8, 18])
@pytest.mark.parametrize("shape", ["flat", "falling"])
@pytest.mark.parametrize("jitter", [0.002, 0.02])
def test_false_increases_stay_below_5_percent(shape, num_points, with_groups, jitter):
    steps = LOG2_STEPS[:num_points]
    curve = 0.6 - (0.2 * np.log1p(steps) / np.log1p(steps[-1]) if shape == "falling" else 0)
    num_false = 0
    for seed in range(300):
        rng = np.random.default_rng(seed)
        losses, groups = curve + jitter * rng.normal(size=num_points), None
        if with_groups:
            groups = noisy_groups(losses, rng)
            losses = groups.mean(axis=1)
        num_false += detect_phases(steps, losses, groups=groups).has_increase
    assert num_false <= 15


def test_false_phases_on_a_dense_flat_curve_stay_below_5_percent():
    reports = [
        detect_phases(DENSE_STEPS, 0.5 + 0.01 * np.random.default_rng(seed).normal(size=len(DENSE_STEPS)))
        for seed in range(100)
    ]
    assert sum(report.has_increase for report in reports) <= 5
    assert sum(report.has_decrease for report in reports) <= 5


@pytest.mark.parametrize(
    ("steps", "jitter", "num_seeds", "widest"),
    [
        (LOG2_STEPS, 0.0005, 200, 1.5),
        (LOG2_STEPS, 0.002, 200, 1.6),
        (LOG2_STEPS, 0.01, 200, 4.7),
        (DENSE_STEPS, 0.002, 60, 0.8),
        (DENSE_STEPS, 0.01, 60, 2.8),
    ],
    ids=["log2-exact", "log2-quiet", "log2-noisy", "dense-quiet", "dense-noisy"],
)
def test_interval_covers_the_true_minimum(steps, jitter, num_seeds, widest):
    num_covered, widths = 0, []
    for seed in range(num_seeds):
        rng = np.random.default_rng(seed)
        turn = np.expm1(rng.uniform(3, 8))
        low, high = detect_phases(steps, v_curve(steps, turn) + jitter * rng.normal(size=len(steps))).minimum_interval
        num_covered += low <= turn <= high
        widths.append(np.log1p(high) - np.log1p(low))
    assert num_covered >= 0.85 * num_seeds
    # An interval that covers by being everything (11.1 wide) would prove nothing.
    assert np.mean(widths) <= widest


def test_constant_end_interval_covers_the_tenth_of_the_fall():
    num_found = num_covered = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        bend = rng.uniform(1.5, 4)
        position = np.log1p(LOG2_STEPS)
        losses = 0.6 - 0.04 * np.clip(position - bend, 0, 7 - bend) + 0.04 * np.maximum(0, position - 7)
        first = detect_phases(LOG2_STEPS, losses + 0.002 * rng.normal(size=18)).phases[0]
        if first.kind == "constant":
            num_found += 1
            tenth = np.expm1(bend + 0.1 * (7 - bend))
            num_covered += first.end_interval[0] <= tenth <= first.end_interval[1]
    assert num_found >= 190
    assert num_covered >= 0.85 * num_found


def test_v_curves_are_found():
    found = 0
    for seed in range(100):
        rng = np.random.default_rng(seed)
        losses = v_curve(LOG2_STEPS, 200) + 0.002 * rng.normal(size=18)
        found += kinds(detect_phases(LOG2_STEPS, losses))[-2:] == ["decrease", "increase"]
    assert found >= 95


@pytest.mark.parametrize("scale", [1e-6, 10.0, 1e6])
@pytest.mark.parametrize("seed", range(5))
def test_unit_of_the_loss_does_not_matter(scale, seed):
    rng = np.random.default_rng(seed)
    groups = noisy_groups(PUBLISHED + 0.002 * rng.normal(size=17), rng)
    reports = [
        detect_phases(PUBLISHED_STEPS, factor * groups.mean(axis=1), groups=factor * groups) for factor in (1, scale)
    ]
    assert reports[0].phases == reports[1].phases
    assert reports[0].minimum_interval == reports[1].minimum_interval
    assert reports[0].rise == pytest.approx(reports[1].rise)


def test_groups_show_a_rise_that_unpaired_errors_hide():
    steps = LOG2_STEPS[:12]
    curve = v_curve(steps, 64, slope=0.01)
    groups = noisy_groups(curve, np.random.default_rng(0), paired_error=0.0003)
    stderr = groups.std(axis=1, ddof=1) / np.sqrt(20)
    losses = groups.mean(axis=1)
    assert not detect_phases(steps, losses, stderr).has_increase
    assert detect_phases(steps, losses, stderr, groups).has_increase


def test_paired_noise_alone_hides_a_rise():
    steps = LOG2_STEPS[:12]
    curve = v_curve(steps, 64, slope=0.01)
    noise = np.random.default_rng(0).normal(size=(12, 20))
    groups = curve[:, None] + 0.1 * (noise - noise.mean(axis=1, keepdims=True))
    assert detect_phases(steps, curve).has_increase
    assert not detect_phases(steps, curve, groups=groups).has_increase


def test_changes_below_the_floor_are_constant():
    losses = v_curve(LOG2_STEPS, 200, slope=0.0004)
    assert kinds(detect_phases(LOG2_STEPS, losses)) == ["constant"]
    assert kinds(detect_phases(LOG2_STEPS, losses, minimum_change=0.0)) == ["decrease", "increase"]


def test_higher_confidence_asks_for_more():
    steps, losses = PUBLISHED_STEPS[:13], PUBLISHED[:13]
    assert detect_phases(steps, losses).has_increase
    assert not detect_phases(steps, losses, confidence=1 - 1e-12).has_increase


def test_wider_interval_for_higher_confidence():
    narrow, wide = (detect_phases(PUBLISHED_STEPS, PUBLISHED, interval=level) for level in (0.5, 0.999))
    assert wide.minimum_interval[0] <= narrow.minimum_interval[0]
    assert wide.minimum_interval[1] > narrow.minimum_interval[1]


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_points_that_are_not_finite_are_dropped_and_counted(bad):
    steps = np.append(PUBLISHED_STEPS, [100_000, 200_000])
    losses = np.append(PUBLISHED, [bad, bad])
    groups = np.full((19, 20), np.nan)
    groups[:17] = PUBLISHED[:, None]
    report = detect_phases(steps, losses, np.full(19, bad if np.isnan(bad) else np.nan), groups)
    expected = detect_phases(PUBLISHED_STEPS, PUBLISHED)
    assert report.num_dropped == 2
    assert dataclasses.replace(report, num_dropped=0) == expected


def test_groups_that_are_not_finite_are_left_out():
    groups = noisy_groups(PUBLISHED, np.random.default_rng(0))
    holed = np.concatenate([groups, np.full((17, 1), 0.5)], axis=1)
    holed[3, -1] = np.nan
    losses = groups.mean(axis=1)
    assert detect_phases(PUBLISHED_STEPS, losses, groups=holed) == detect_phases(PUBLISHED_STEPS, losses, groups=groups)


@pytest.mark.parametrize(
    ("losses", "minimum"),
    [([], None), ([np.nan, np.nan], None), ([0.5], 0), ([np.nan, 0.5], 1), ([0.5, 0.3], 1), ([0.3, 0.9], 0)],
    ids=["empty", "all-nan", "one", "one-finite", "two-falling", "two-rising"],
)
def test_too_few_points_have_no_phases(losses, minimum):
    steps = np.arange(len(losses))
    report = detect_phases(steps, losses, np.full(len(losses), 0.1), np.full((len(losses), 20), 0.5))
    assert report.phases == ()
    assert not report.has_increase
    assert report.minimum_step == minimum
    assert "at least 3 are needed" in report.describe()


@pytest.mark.parametrize("losses", [[0.0] * 5, [1.0, 0.0, 0.0, 1.0, 2.0], [-1.0, -2.0, -1.5, -1.0, 0.0]])
def test_zero_and_negative_levels_do_not_fail(losses):
    report = detect_phases(np.arange(5), losses)
    assert report.minimum_loss == min(losses)
    assert report.describe()


def test_zero_minimum_has_an_infinite_rise():
    report = detect_phases(LOG2_STEPS, np.maximum(0, 0.1 * (np.log1p(LOG2_STEPS) - 5)))
    assert report.rise == np.inf
    assert "increase since" in report.describe()


def test_report_holds_plain_python_numbers():
    report = detect_phases(PUBLISHED_STEPS, PUBLISHED.astype(np.float32))
    assert json.loads(json.dumps(dataclasses.asdict(report)))["minimum_step"] == 128


def test_arguments_are_not_changed():
    steps, losses, groups = PUBLISHED_STEPS.copy(), PUBLISHED.copy(), np.repeat(PUBLISHED[:, None], 20, axis=1)
    detect_phases(steps, losses, groups=groups)
    assert (steps == PUBLISHED_STEPS).all() and (losses == PUBLISHED).all() and (groups == PUBLISHED[:, None]).all()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([0, 2, 1], [1, 1, 1]), "steps goes from 2 to 1.*sort the points by step"),
        (([0, 1, 1], [1, 1, 1]), "steps goes from 1 to 1.*keep one"),
        (([-1, 0, 1], [1, 1, 1]), "steps starts at -1.*Expected steps >= 0"),
        (([0, 0.5, 1], [1, 1, 1]), r"steps holds \[0.0, 0.5, 1.0\].*Expected integers"),
        (([0, 1, np.nan], [1, 1, 1]), "Expected integers"),
        ((["a", "b"], [1, 1]), "Expected integers"),
        (([[0, 1]], [[1, 1]]), "Expected a flat list"),
        (([0, 1, 2], [1, 1]), r"losses has shape \(2,\) and steps has shape \(3,\).*pass NaN"),
        (([0, 1, 2], [1, 1, 1], [1, 1]), "stderr has shape.*for each of the 3 steps"),
        (([0, 1, 2], [1, 1, 1], [1, 1, -1]), r"lowest value -1\.0.*Expected one standard error >= 0"),
        (([0, 1, 2], [1, 1, 1], None, np.ones((20, 3))), "groups has shape.*transpose it"),
        (([0, 1, 2], [1, 1, 1], None, np.ones(3)), "num_steps, num_groups"),
    ],
    ids=[
        "unsorted", "doubled", "negative", "fractional", "nan-step", "text", "nested", "lengths", "stderr-length",
        "stderr-negative", "groups-transposed", "groups-flat",
    ],
)  # fmt: skip
def test_wrong_curves_raise(arguments, words):
    with pytest.raises(ValueError, match=words):
        detect_phases(*arguments)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ({"minimum_change": -0.1}, "minimum_change=-0.1 is no relative change"),
        ({"confidence": 95}, "confidence=95 is not between 0 and 1"),
        ({"interval": 0}, "interval=0 is not between 0 and 1"),
    ],
    ids=["minimum_change", "confidence", "interval"],
)
def test_wrong_settings_raise(setting, words):
    with pytest.raises(ValueError, match=words):
        detect_phases([0, 1, 2], [1, 1, 1], **setting)


def test_import_loads_no_framework():
    code = (
        "import sys, keras_phases.record.phases\n"
        "names = ('keras', 'tensorflow', 'tensorboard', 'pandas', 'jax', 'torch'); "
        "print([name for name in names if name in sys.modules])"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip() == "[]"


def test_twenty_points_take_milliseconds():
    groups = noisy_groups(PUBLISHED, np.random.default_rng(0))
    start = time.perf_counter()
    for _ in range(10):
        detect_phases(PUBLISHED_STEPS, groups.mean(axis=1), groups=groups)
    # About 0.6 ms each; the limit leaves room for a busy machine.
    assert (time.perf_counter() - start) / 10 < 0.05


@pytest.mark.parametrize("module", [phases, segmentation], ids=["phases", "segmentation"])
def test_docstring_examples(module):
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize(
    ("lowest", "mean_image_loss", "expected"),
    [
        pytest.param(0.2, 0.5, 0.01, id="a hundredth of the loss"),
        pytest.param(1e-4, 0.5, 5.0, id="a thousandth of the mean image's loss"),
        pytest.param(0.0, 0.5, 0.01, id="no loss at all"),
        pytest.param(0.2, np.nan, 0.01, id="unit not known"),
    ],
)
def test_smallest_change(lowest, mean_image_loss, expected):
    assert smallest_change([np.nan, lowest, 2 * lowest], mean_image_loss) == pytest.approx(expected)


def test_a_layer_that_keeps_nearly_everything_has_no_increase():
    losses = 1e-5 * np.array([6.7, 7.0, 7.3, 7.6, 8.0, 8.3, 8.5, 8.7, 8.8, 8.9, 9.1, 9.2, 9.3])
    steps = LOG2_STEPS[: len(losses)]
    assert detect_phases(steps, losses).has_increase
    change = smallest_change(losses, mean_image_loss=0.44)
    assert kinds(detect_phases(steps, losses, minimum_change=change)) == ["constant"]


def ar1(num_points, correlation, rng):
    wobble = rng.normal(size=num_points)
    for place in range(1, num_points):
        wobble[place] = correlation * wobble[place - 1] + np.sqrt(1 - correlation**2) * wobble[place]
    return wobble


@pytest.mark.first_case
@pytest.mark.parametrize("noise", ["white", "growing", "ar1"])
@pytest.mark.parametrize("steps", [LOG2_STEPS[:15], DEFAULT_STEPS], ids=["log2", "default"])
def test_rises_of_eight_times_the_noise_are_found_and_none_that_is_not_there(steps, noise):
    """The least of what `benchmarks/detection.py` measures; the old rule found half of these on log2."""
    place, found, false = np.log2(1 + steps), 0, 0
    for seed in range(150):
        rng = np.random.default_rng(seed)
        wobble = ar1(len(steps), 0.6, rng) if noise == "ar1" else rng.normal(size=len(steps))
        wobble = 0.005 * wobble * (np.linspace(0.5, 1.5, len(steps)) if noise == "growing" else 1)
        curve = np.interp(place, [0, 2, rng.uniform(6, 10), place[-1]], [0.12, 0.12, 0, 0.04])
        found += detect_phases(steps, 0.5 + curve + wobble).has_increase
        false += detect_phases(steps, 0.5 + wobble).has_increase
    assert found >= (0.5 if len(steps) < 20 else 0.75) * 150
    assert false <= 6


def test_a_second_dip_is_told():
    """Of two dips with a sure rise between them the deeper one is the minimum."""
    steps, place = DEFAULT_STEPS, np.log2(1 + DEFAULT_STEPS)
    losses = 0.5 + 0.01 * np.interp(place, [0, 2, 7, 9, 11, 13], [20, 20, 0, 10, 2, 12])
    report = detect_phases(steps, losses)
    assert (report.minimum_step, report.second_dip) == (128, 2048)
    assert kinds(report) == ["constant", "decrease", "increase"]
    assert "another dip at 2,048" in report.describe()
    deeper = detect_phases(steps, 0.5 + 0.01 * np.interp(place, [0, 2, 7, 9, 11, 13], [20, 20, 2, 10, 0, 12]))
    assert (deeper.minimum_step, deeper.second_dip) == (2048, 128)
    assert detect_phases(steps, v_curve(steps, 200)).second_dip is None


@pytest.mark.parametrize("num_points", [81, 1000])
def test_a_long_curve_is_averaged_and_tells_wobble_from_phases(num_points):
    steps, found = np.arange(num_points), 0
    for seed in range(30):
        report = detect_phases(
            steps, 0.5 + 0.01 * ar1(num_points, 0.6, np.random.default_rng(seed)), minimum_change=0.0
        )
        found += report.has_increase or report.has_decrease
    assert found <= 3
    report = detect_phases(steps, 0.5 + 0.01 * np.abs(np.log1p(steps) - 3) + 0.001 * np.cos(steps))
    assert kinds(report) == ["decrease", "increase"]
    assert report.minimum_interval[0] <= np.expm1(3) <= report.minimum_interval[1]


RISING = np.array([0.6, 0.6, 0.598, 0.59, 0.57, 0.55, 0.52, 0.5, 0.503, 0.517, 0.501, 0.509, 0.518])
"""A rise of some four times its jitter: seen, not certain."""


def test_a_rise_that_is_not_certain_is_a_stage_of_its_own():
    report = detect_phases(LOG2_STEPS[:13], RISING)
    assert report.is_rising and not report.has_increase and kinds(report)[-1] == "decrease"
    assert [stage.kind for stage in report.stages][-2:] == ["decrease", "rising"]
    last, rising = report.stages[-2:]
    assert last.end_step == rising.start_step == report.minimum_step and rising.end_step == LOG2_STEPS[12]
    assert report.describe_now() == "rising, not yet certain (+3 %)"
    assert "decrease to 512, rising, not yet certain (+3 %) (minimum at 512" in report.describe()
    assert report.describe_stages() == "constant to 2, decrease to 512, rising, not yet certain (+3 %)"


def test_stages_are_the_phases_where_nothing_rises_uncertainly():
    for losses in (PUBLISHED, PUBLISHED[:9]):
        report = detect_phases(PUBLISHED_STEPS[: len(losses)], losses)
        assert not report.is_rising and report.stages == report.phases
    assert detect_phases(PUBLISHED_STEPS, PUBLISHED).describe_now() == "increase since 128, +54 %"


@pytest.mark.parametrize(
    ("losses", "told"),
    [
        ([np.nan] * 3, "no finite loss"),
        ([0.5], "no sure change in 1 probe step"),
        ([0.5, 0.501, 0.499], "no sure change in 3 probe steps"),
    ],
)
def test_few_points_say_so_in_the_same_words_everywhere(losses, told):
    report = detect_phases(np.arange(len(losses)), losses)
    assert report.stages == () and told in report.describe()
    assert report.describe_now() == report.describe_stages() == told
