import numpy as np
import pytest

from keras_phases.decoders import ConvTransposeDecoder, Linear, Patch, Pooled, resolve_decoders
from keras_phases.decoders.heads import ConvTransposeHead, DenseHead
from keras_phases.decoders.linear import DualDecoder, PrimalDecoder
from keras_phases.decoders.patch import PatchDecoder
from keras_phases.decoders.ridge import MAX_SOLVE
from keras_phases.decoders.target import Centre
from keras_phases.measure.plan import TapPlan
from keras_phases.network.taps import Tap
from keras_phases.probes import RECIPES
from keras_phases.probes.recipe import PROBE_WIDTH


def plan(shape, input_shape=(32, 32, 3), *, num_rows=10_000, decoder="auto", probe="exact"):
    tap, (family,) = Tap("tap", tuple(shape)), resolve_decoders(decoder)
    return TapPlan(tap, family.recipe(tap, input_shape, num_rows), RECIPES[probe].of(tap.shape))


@pytest.mark.parametrize(
    ("shape", "num_rows", "decoder", "expected"),
    [
        ((512,), 10_000, "auto", ("linear", "primal")),
        ((2, 2, 512), 10_000, "auto", ("linear", "primal")),
        ((512,), 512, "auto", ("linear", "primal")),
        ((512,), 511, "auto", ("linear", "dual")),
        ((4096,), 10_000, "auto", ("linear", "primal")),
        ((25088,), 4096, "auto", ("linear", "dual")),
        ((4, 4, 128), 10_000, "auto", ("linear", "primal")),
        ((4, 4, 129), 10_000, "auto", ("patch", "3x3, 16 of 16 positions")),
        ((4, 4, 129), 1_000, "auto", ("patch", "3x3, 16 of 16 positions")),
        ((16, 16, 32), 10_000, "auto", ("patch", "3x3, 16 of 256 positions")),
        ((4, 4, 455), 10_000, "auto", ("patch", "3x3, 16 of 16 positions")),
        ((4, 4, 456), 10_000, "auto", ("patch", "1x1, 16 of 16 positions")),
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
    assert type(found.recipe.build(0, Centre(np.zeros(1), 0.0))) is kinds.get(found.strategy, PatchDecoder)


@pytest.mark.parametrize(
    ("shape", "num_rows", "decoder", "expected"),
    [
        ((4, 4, 256), 10_000, Linear(), ("linear", "primal", 4096)),
        ((8, 8, 128), 4_096, Linear(), ("linear", "dual", 8192)),
        ((4, 4, 256), 10_000, Linear(patch_above=4095), ("patch", "3x3, 16 of 16 positions", 2304)),
        ((4, 4, 256), 10_000, Linear(patch_above=4096), ("linear", "primal", 4096)),
        ((2, 2, 4), 10_000, Linear(patch_above=0), ("patch", "3x3, 4 of 4 positions", 36)),
        ((16, 16, 32), 10_000, Patch(num_positions=None), ("patch", "3x3, 256 of 256 positions", 288)),
        ((16, 16, 32), 10_000, Patch(num_positions=100), ("patch", "3x3, 100 of 256 positions", 288)),
        ((4, 4, 32), 10_000, Patch(num_positions=100), ("patch", "3x3, 16 of 16 positions", 288)),
        ((4, 4, 32), 10_000, Patch(reach=0), ("patch", "1x1, 16 of 16 positions", 32)),
        ((4, 4, 32), 10_000, Patch(reach=2), ("patch", "5x5, 16 of 16 positions", 800)),
        ((8, 8, 64), 10_000, "pooled", ("pooled", "primal on 4x4", 1024)),
        ((16, 16, 32), 1_000, "pooled", ("pooled", "dual on 8x8", 2048)),
        ((7, 7, 512), 10_000, "pooled", ("pooled", "primal on 2x2", 2048)),
        ((7, 5, 512), 10_000, Pooled(max_features=600), ("pooled", "primal on 1x1", 512)),
        ((4, 4, 3000), 10_000, "pooled", ("pooled", "primal on 1x1", 3000)),
        ((4, 4, 128), 10_000, "pooled", ("linear", "primal", 2048)),
        ((3000,), 10_000, "pooled", ("linear", "primal", 3000)),
    ],
    ids=str,
)
def test_a_family_with_settings_is_planned_as_it_says(shape, num_rows, decoder, expected):
    found = plan(shape, num_rows=num_rows, decoder=decoder)
    assert (found.decoder, found.strategy, found.recipe.num_features) == expected
    assert isinstance(found.recipe.build(0, Centre(np.zeros(1), 0.0)), DualDecoder) == found.strategy.startswith("dual")


@pytest.mark.parametrize(
    ("shape", "decoder", "message"),
    [
        ((8, 8, 128), "linear", "has 8192 features and 10000 fit rows. .* or decoders='auto', 'patch' or 'pooled'"),
        (
            (8, 8, 300),
            Pooled(max_features=9_000),
            r"has 19200 features \(4800 when pooled\) and .* or decoders='auto', 'patch'",
        ),
        ((4, 4, 512), Patch(reach=1), "has 512 channels, 4608 features in a neighbourhood .* Patch.reach=0. or"),
        ((4, 4, 5000), "pooled", r"has 80000 features \(5000 when pooled\) and 10000 fit rows.* or tap a layer"),
    ],
    ids=str,
)
def test_a_family_that_a_tap_cannot_afford_is_refused(shape, decoder, message):
    with pytest.raises(ValueError, match=f"Tap 'tap' {message}"):
        plan(shape, decoder=decoder)


@pytest.mark.parametrize(
    ("shape", "num_rows"), [((MAX_SOLVE + 1,), MAX_SOLVE + 1), ((1, 1, 5000), 10_000)], ids=["flat", "one_position"]
)
def test_what_no_exact_decoder_can_do_is_refused_with_the_way_out(shape, num_rows):
    with pytest.raises(ValueError, match=r"Tap 'tap' has \d+ features .* pass max_examples=4096, or tap a layer with"):
        plan(shape, num_rows=num_rows)


@pytest.mark.parametrize(
    ("shape", "pooled", "probe_features"),
    [
        ((2, 2, 256), None, PROBE_WIDTH),
        ((4, 4, 128), (2, 2), 512),
        ((8, 8, 64), (4, 4), 1024),
        ((7, 7, 512), (1, 1), 512),
        ((5, 3, 300), (2, 1), 600),
        ((16, 16, 32), (4, 4), 512),
        ((56, 56, 256), (2, 2), 1024),
        ((4, 4, 3000), (1, 1), 3000),
        ((3000,), None, 3000),
    ],
    ids=str,
)
def test_wide_taps_are_pooled_for_the_linear_probe(shape, pooled, probe_features):
    found = plan(shape, (64, 64, 3))
    assert (found.probe.pooling.grid, found.probe_features) == (pooled, probe_features)


@pytest.mark.parametrize(
    ("shape", "input_shape", "resize", "crop"),
    [
        ((512,), (64, 64, 3), None, None),
        ((512,), (65, 64, 3), (32, 32), None),
        ((512,), (784,), None, None),
        ((14, 14, 512), (224, 224, 3), None, None),
        ((7, 7, 512), (32, 32, 3), None, (28, 28)),
        ((7, 7, 512), (225, 225, 3), None, (224, 224)),
        ((8, 8, 512), (225, 230, 3), None, (224, 224)),
        ((15, 10, 64), (225, 230, 3), None, None),
        ((3, 3, 2048), (96, 96, 3), None, None),
        ((2048,), (96, 96, 3), (32, 32), None),
    ],
    ids=str,
)
def test_the_target_is_whole_smaller_or_cropped(shape, input_shape, resize, crop):
    target = plan(shape, input_shape).target
    assert (target.resize, target.crop) == (resize, crop)


@pytest.mark.parametrize(
    ("shape", "decoder", "head"),
    [
        ((512,), "adam_linear", DenseHead(512, 3072)),
        ((16, 16, 200), "adam_linear", DenseHead(51200, 3072)),
        ((512,), "deconv", ConvTransposeHead((1, 1), 512, (32, 32, 3))),
        ((1, 1, 100), "deconv", ConvTransposeHead((1, 1), 100, (32, 32, 3))),
        ((4, 8), "deconv", ConvTransposeHead((1, 1), 32, (32, 32, 3))),
        ((4, 4, 256), ConvTransposeDecoder(channels=8), ConvTransposeHead((4, 4), 256, (32, 32, 3), channels=8)),
        ((32, 32, 16), "deconv", ConvTransposeHead((32, 32), 16, (32, 32, 3))),
    ],
    ids=str,
)
def test_a_trained_decoder_is_planned_for_any_width(shape, decoder, head):
    found = plan(shape, decoder=decoder)
    assert found.recipe.training.head == head
    assert (found.recipe.training.epochs, found.recipe.training.batch_size) == (20, 128)
    assert found.strategy.startswith("Adam, 20 epochs")
    assert found.recipe.is_linear == isinstance(head, DenseHead)


def test_trained_decoders_have_the_small_image_of_a_large_one():
    found = plan((7, 7, 64), (224, 224, 3), decoder="adam_linear")
    assert (found.target.resize, found.recipe.training.head.num_outputs) == ((32, 32), 3072)
    assert plan((8, 8, 64), (224, 224, 3), decoder="deconv").recipe.training.head.image == (32, 32, 3)


@pytest.mark.parametrize(
    ("shape", "input_shape", "message"),
    [
        (
            (512,),
            (28, 28, 1),
            r"1 x 1, up to those of the image, 28 x 28; no .* such as 32 x 32; put keras.layers.R",
        ),
        ((7, 7, 64), (32, 32, 3), r"7 x 7, .*, 32 x 32; no .*, such as 28 x 28; .*, or pass decoders='adam_linear' or"),
        ((7, 7, 64), (224, 224, 3), "7 x 7, .*, 32 x 32, to which larger inputs are area-averaged; no number of doubl"),
        ((512,), (32, 64, 3), "1 x 1, up to those of the image, 32 x 64; no number"),
        ((64, 64, 3), (32, 32, 3), "64 x 64, up to those of the image, 32 x 32; no number"),
        (
            (512,),
            (784,),
            r"ends in an image, and what is reconstructed has the shape \(784,\). Expected .*; pass",
        ),
    ],
    ids=str,
)
def test_what_no_doubling_leads_to_is_refused_with_the_way_out(shape, input_shape, message):
    with pytest.raises(ValueError, match=f"The deconv decoder of tap 'tap' .*{message}"):
        plan(shape, input_shape, decoder="deconv")


@pytest.mark.parametrize("shape", [(512,), (8, 8, 64)], ids=str)
def test_a_trained_linear_probe_sees_the_whole_tap_whatever_the_decoder_is(shape):
    for decoder in ("auto", "adam_linear"):
        found = plan(shape, probe="sgd", decoder=decoder)
        assert found.probe.is_trained and found.probe.pooling.grid is None
        assert found.probe_features == found.tap.num_features
        assert not plan(shape, decoder=decoder).probe.is_trained
