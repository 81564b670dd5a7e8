import keras
import numpy as np
import pytest
from tolerance import assert_close

from keras_phases.models import resnet10, vgg8

BUILDERS = {"vgg8": vgg8, "resnet10": resnet10}
build_each = pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS)


def kernels(model):
    return {layer.name: layer.kernel for layer in model.layers if hasattr(layer, "kernel")}


def test_vgg8_is_the_papers():
    model = vgg8()
    assert [layer.filters for layer in model.layers if hasattr(layer, "filters")] == [32, 64, 128, 256, 512]
    assert model.get_layer("block3_relu").output.shape == (None, 4, 4, 128)
    assert model.get_layer("features").output.shape == (None, 512)
    assert model.output.shape == (None, 10)
    conv = 9 * (3 * 32 + 32 * 64 + 64 * 128 + 128 * 256 + 256 * 512)
    assert model.count_params() == conv + 4 * (32 + 64 + 128 + 256 + 512) + 513 * 10


def test_resnet10_has_ten_weight_layers_and_three_projections():
    model = resnet10((32, 32, 3), 10)
    names = [name for name in kernels(model) if "shortcut" not in name]
    assert names == ["stem_conv", *(f"stage{s}_conv{c}" for s in range(1, 5) for c in (1, 2)), "logits"]
    assert [name for name in kernels(model) if "shortcut" in name] == [f"stage{s}_shortcut_conv" for s in (2, 3, 4)]
    outputs = [model.get_layer(f"stage{stage}_relu").output.shape[1:] for stage in range(1, 5)]
    assert outputs == [(32, 32, 64), (16, 16, 128), (8, 8, 256), (4, 4, 512)]
    conv = 9 * (3 * 64 + 2 * 64**2 + (64 + 128) * 128 + (128 + 256) * 256 + (256 + 512) * 512)
    shortcut = 64 * 128 + 128 * 256 + 256 * 512
    assert model.count_params() == conv + shortcut + 4 * (3 * 64 + 3 * (128 + 256 + 512)) + 513 * 10


def test_resnet10_strided_windows_are_centred_on_the_shortcuts_pixels():
    """A bright pixel at an even place reaches conv1 through the kernel's centre exactly where the shortcut picks it."""
    model = resnet10((8, 8, 1), 2, width=1)
    conv = model.get_layer("stage2_conv1")
    kernel = np.zeros(conv.kernel.shape)
    kernel[1, 1] = 1.0
    conv.kernel.assign(kernel)
    shortcut = model.get_layer("stage2_shortcut_conv")
    shortcut.kernel.assign(np.ones(shortcut.kernel.shape))
    stage = keras.Model(model.get_layer("stage1_relu").output, [conv.output, shortcut.output])
    image = np.random.default_rng(0).normal(size=(1, 8, 8, 1)).astype("float32")
    through_conv, through_shortcut = stage(image)
    assert_close(through_conv, through_shortcut)
    assert_close(through_conv[0, :, :, 0], image[0, ::2, ::2, 0])


@pytest.mark.parametrize("shape", [(32, 32, 1), (28, 28, 3), (7, 9, 1)], ids=str)
@build_each
def test_other_image_shapes_and_widths(build, shape):
    model = build(shape, 3, width=4)
    assert model(np.zeros((2, *shape), "float32")).shape == (2, 3)


def test_a_wider_network_has_more_of_everything():
    assert vgg8(width=4).get_layer("features").output.shape == (None, 64)
    assert resnet10(width=4).get_layer("features").output.shape == (None, 32)


@build_each
def test_kernels_are_drawn_with_the_papers_variance(build):
    """Uniform with variance 1 / (3 fan_in), that is between -1 and 1 over sqrt(fan_in)."""
    keras.utils.set_random_seed(0)
    for name, kernel in kernels(build((32, 32, 3), 10, width=32)).items():
        kernel = keras.ops.convert_to_numpy(kernel)
        bound = 1 / np.sqrt(np.prod(kernel.shape[:-1]))
        assert np.abs(kernel).max() <= bound, name
        assert_close(kernel.std(), bound / np.sqrt(3), relative=0.05)


@build_each
def test_no_two_layers_share_a_draw(build):
    drawn = [keras.ops.convert_to_numpy(kernel).ravel()[:8] for kernel in kernels(build()).values()]
    shapes_alike = kernels(build((8, 8, 4), 4, width=4))
    assert len({tuple(values) for values in drawn}) == len(shapes_alike)


@build_each
def test_the_seed_is_the_users(build):
    def first_kernel(seed):
        keras.utils.set_random_seed(seed)
        return keras.ops.convert_to_numpy(next(iter(kernels(build(width=4)).values())))

    assert np.array_equal(first_kernel(1), first_kernel(1))
    assert not np.array_equal(first_kernel(1), first_kernel(2))


@build_each
def test_batch_norm_settings(build):
    layers = [layer for layer in build(width=4).layers if isinstance(layer, keras.layers.BatchNormalization)]
    assert {(layer.momentum, layer.epsilon) for layer in layers} == {(0.9, 1e-5)}


@build_each
def test_output_is_logits(build):
    keras.utils.set_random_seed(0)
    logits = keras.ops.convert_to_numpy(build(width=8)(np.random.default_rng(0).normal(size=(4, 32, 32, 3))))
    assert logits.min() < 0


@build_each
def test_saved_model_gives_the_same_output(build, tmp_path):
    model = build((16, 16, 1), 4, width=4)
    images = np.random.default_rng(0).normal(size=(2, 16, 16, 1)).astype("float32")
    model.save(tmp_path / "model.keras")
    assert_close(keras.saving.load_model(tmp_path / "model.keras")(images), model(images), relative=1e-6)


@pytest.mark.parametrize("shape", [(32, 32), (None, None, 3), 32, (32, 32, 0), (32.0, 32, 3), (1, 32, 32, 3)], ids=repr)
@build_each
def test_wrong_input_shape_is_named(build, shape):
    with pytest.raises(ValueError, match=r"is no image shape. Expected \(height, width, channels\)"):
        build(shape)


@pytest.mark.parametrize("value", [0, -1, 1.5, True, None, "8"], ids=repr)
@pytest.mark.parametrize("argument", ["num_classes", "width"])
@build_each
def test_wrong_count_is_named(build, argument, value):
    with pytest.raises(ValueError, match=f"{argument}={value!r} is no count. Expected an integer of at least 1"):
        build((8, 8, 1), **{argument: value})
