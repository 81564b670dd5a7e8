import keras
import pytest

from keras_phases.decoders.linear import DualDecoder, PrimalDecoder
from keras_phases.decoders.patch import PatchDecoder
from keras_phases.plan import (
    LINEAR_WIDTH,
    MAX_SOLVE,
    expected_seconds,
    measure_flops_per_second,
    plan_tap,
    resolve_decoders,
)
from keras_phases.taps import Tap


def plan(shape, input_shape=(32, 32, 3), **options):
    return plan_tap(Tap("tap", keras.KerasTensor((None, *shape))), input_shape, **{"num_rows": 10_000} | options)


@pytest.mark.parametrize(
    ("shape", "num_rows", "decoder", "expected"),
    [
        ((512,), 10_000, "linear", ("linear", "primal")),
        ((2, 2, 512), 10_000, "linear", ("linear", "primal")),
        ((512,), 512, "linear", ("linear", "primal")),
        ((512,), 511, "linear", ("linear", "dual")),
        ((4096,), 10_000, "linear", ("linear", "primal")),
        ((25088,), 4096, "linear", ("linear", "dual")),
        ((4, 4, 128), 10_000, "linear", ("linear", "primal")),
        ((4, 4, 129), 10_000, "linear", ("patch", "3x3, 16 of 16 positions")),
        ((4, 4, 129), 1_000, "linear", ("patch", "3x3, 16 of 16 positions")),
        ((16, 16, 32), 10_000, "linear", ("patch", "3x3, 32 of 256 positions")),
        ((4, 4, 455), 10_000, "linear", ("patch", "3x3, 16 of 16 positions")),
        ((4, 4, 456), 10_000, "linear", ("patch", "1x1, 16 of 16 positions")),
        ((4, 4, 16), 10_000, "patch", ("patch", "3x3, 16 of 16 positions")),
        ((512,), 10_000, "patch", ("linear", "primal")),
        ((1, 1, 512), 10_000, "patch", ("linear", "primal")),
    ],
    ids=str,
)
def test_the_strategy_follows_from_width_rows_and_grid(shape, num_rows, decoder, expected):
    found = plan(shape, num_rows=num_rows, decoder=decoder)
    assert (found.decoder, found.strategy) == expected
    kinds = {"primal": PrimalDecoder, "dual": DualDecoder}
    assert type(found.build_decoder(0)) is kinds.get(found.strategy, PatchDecoder)


@pytest.mark.parametrize(
    ("shape", "num_rows"), [((MAX_SOLVE + 1,), MAX_SOLVE + 1), ((1, 1, 5000), 10_000)], ids=["flat", "one_position"]
)
def test_what_no_exact_decoder_can_do_is_refused_with_the_way_out(shape, num_rows):
    with pytest.raises(ValueError, match=r"Tap 'tap' has \d+ features .* pass max_examples=4096, or tap a layer with"):
        plan(shape, num_rows=num_rows)


@pytest.mark.parametrize(
    ("shape", "pooled", "probe_features"),
    [
        ((4, 4, 128), None, LINEAR_WIDTH),
        ((8, 8, 64), (4, 4), 1024),
        ((7, 7, 512), (2, 2), 2048),
        ((5, 3, 300), (3, 2), 1800),
        ((56, 56, 256), (2, 2), 1024),
        ((4, 4, 3000), (1, 1), 3000),
        ((3000,), None, 3000),
    ],
    ids=str,
)
def test_wide_taps_are_pooled_for_the_linear_probe(shape, pooled, probe_features):
    found = plan(shape, (64, 64, 3))
    assert (found.pooled, found.probe_features) == (pooled, probe_features)


@pytest.mark.parametrize(
    ("shape", "input_shape", "resize", "crop"),
    [
        ((512,), (64, 64, 3), None, None),
        ((512,), (65, 64, 3), (32, 32), None),
        ((512,), (784,), None, None),
        ((14, 14, 512), (224, 224, 3), None, None),
        ((7, 7, 512), (32, 32, 3), None, (28, 28)),
    ],
    ids=str,
)
def test_the_target_is_whole_smaller_or_cropped(shape, input_shape, resize, crop):
    target = plan(shape, input_shape).target
    assert (target.resize, target.crop) == (resize, crop)


@pytest.mark.parametrize("decoders", ["linear", ("patch",), ["linear", "patch"]], ids=str)
def test_decoders_are_a_name_or_a_list(decoders):
    assert resolve_decoders(decoders) == ((decoders,) if isinstance(decoders, str) else tuple(decoders))


@pytest.mark.parametrize("decoders", ["ridge", ["linear", "deconv"], []], ids=str)
def test_unknown_decoders_are_refused(decoders):
    with pytest.raises(ValueError, match="Expected 'linear'"):
        resolve_decoders(decoders)


@pytest.mark.parametrize("shape", [(512,), (8, 8, 64), (25088,)], ids=str)
def test_expected_seconds_grow_with_the_work_and_fall_with_the_machine(shape):
    found = plan(shape, num_rows=4_000)

    def seconds(num_rows=4_000, num_classes=10, rate=1e11):
        return expected_seconds(found, num_rows, 1_000, num_classes, flops_per_second=rate)

    assert 0 < seconds() < seconds(num_rows=8_000)
    assert seconds(num_classes=0) < seconds()
    assert seconds(rate=2e11) == pytest.approx(seconds() / 2)


def test_the_machine_multiplies_at_some_rate():
    assert 1e7 < measure_flops_per_second(size=64) < 1e15
