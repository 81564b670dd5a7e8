import collections
import functools
import itertools

import keras
import numpy as np
import pytest
from builders.tolerance import assert_close

from keras_phases.models import application, resnet10, resnet18, single_layer, vgg8, vgg11, vgg13, vgg16
from keras_phases.network.taps import resolve_taps, taps

BUILDERS = {"vgg8": vgg8, "vgg11": vgg11, "vgg13": vgg13, "vgg16": vgg16, "resnet10": resnet10, "resnet18": resnet18}
build_each = pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS)


@functools.cache
def narrow(build):
    """A network of few channels that several tests look at; none changes it."""
    keras.utils.set_random_seed(0)
    return build(width=4)


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


# Of each block: its channels at width 32, and the side of its output from 32x32 pixels.
VGGS = {
    vgg11: [(32, 16), (64, 8), (128, 8), (128, 4), (256, 4), (256, 2), (512, 2), (512, 1)],
    vgg13: [(32, 16), (32, 16), (64, 8), (128, 8), (128, 4), (256, 4), (256, 2), (512, 2), (512, 2), (512, 1)],
    vgg16: [
        *[(32, 32), (32, 16), (64, 16), (64, 8), (128, 8), (128, 8), (128, 4)],
        *[(256, 4), (256, 4), (256, 2), (512, 2), (512, 2), (512, 1)],
    ],
}


@pytest.mark.parametrize("build", VGGS, ids=lambda build: build.__name__)
def test_deeper_vggs_are_the_papers(build):
    model = build()
    names = [f"block{block}" for block in range(1, len(VGGS[build]) + 1)]
    kinds = [f"{name}_{kind}" for name in names for kind in ("conv", "bn", "relu")]
    assert model.name == build.__name__
    assert [layer.name for layer in model.layers] == ["image", *kinds, "features", "logits"]
    outputs = [model.get_layer(f"{name}_relu").output.shape for name in names]
    assert outputs == [(None, side, side, channels) for channels, side in VGGS[build]]
    channels = [3, *(channels for channels, _ in VGGS[build])]
    conv = sum(9 * before * after for before, after in itertools.pairwise(channels))
    assert model.count_params() == conv + 4 * sum(channels[1:]) + 513 * 10
    assert f"it has {model.count_params() / 1e6:.1f} million weights" in build.__doc__


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


def test_resnet18_is_the_one_that_is_known():
    """11,173,962 trained weights has the ResNet-18 for CIFAR-10 wherever its size is told."""
    model = resnet18()
    names = [name for name in kernels(model) if "shortcut" not in name]
    convs = [f"stage{s}_block{b}_conv{c}" for s in range(1, 5) for b in (1, 2) for c in (1, 2)]
    assert names == ["stem_conv", *convs, "logits"]
    shortcuts = [name for name in kernels(model) if "shortcut" in name]
    assert shortcuts == [f"stage{s}_block1_shortcut_conv" for s in (2, 3, 4)]
    outputs = [model.get_layer(f"stage{stage}_block2_relu").output.shape[1:] for stage in range(1, 5)]
    assert outputs == [(32, 32, 64), (16, 16, 128), (8, 8, 256), (4, 4, 512)]
    assert sum(int(np.prod(weight.shape)) for weight in model.trainable_weights) == 11_173_962


def test_single_layer_is_a_product_with_the_pixels():
    keras.utils.set_random_seed(0)
    model = single_layer((4, 5, 3), 7)
    images = np.random.default_rng(0).normal(size=(2, 4, 5, 3)).astype("float32")
    (kernel,) = (keras.ops.convert_to_numpy(weight) for weight in model.weights)
    assert [layer.name for layer in model.layers] == ["image", "pixels", "logits"]
    logits = keras.ops.convert_to_numpy(model(images))
    assert_close(logits, images.reshape(2, 60).astype(np.float64) @ kernel, relative=1e-6)
    assert [(tap.name, tap.shape) for tap in resolve_taps(model)] == [("logits", (7,))]


def test_single_layer_draws_with_the_papers_variance_from_the_users_seed():
    def draw(seed):
        keras.utils.set_random_seed(seed)
        return keras.ops.convert_to_numpy(single_layer().get_layer("logits").kernel)

    bound = 1 / np.sqrt(32 * 32 * 3)
    assert np.array_equal(draw(1), draw(1)) and not np.array_equal(draw(1), draw(2))
    assert np.abs(draw(1)).max() <= bound
    assert_close(draw(1).std(), bound / np.sqrt(3), relative=0.02)


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
    through_conv, through_shortcut = map(keras.ops.convert_to_numpy, stage(image))
    assert_close(through_conv, through_shortcut)
    assert_close(through_conv[0, :, :, 0], image[0, ::2, ::2, 0])


@build_each
def test_other_image_shapes_and_widths(build):
    # Of odd sides, each as a dimension of its own.
    model = build((7, 9, 1), 3, width=4)
    assert model(np.zeros((2, 7, 9, 1), "float32")).shape == (2, 3)


def test_a_wider_network_has_more_of_everything():
    for build in (vgg8, vgg11, vgg13, vgg16):
        assert narrow(build).get_layer("features").output.shape == (None, 64)
    for build in (resnet10, resnet18):
        assert narrow(build).get_layer("features").output.shape == (None, 32)


@pytest.mark.first_case
@build_each
def test_kernels_are_drawn_with_the_papers_variance(build):
    """Uniform with variance 1 / (3 fan_in), that is between -1 and 1 over sqrt(fan_in)."""
    keras.utils.set_random_seed(0)
    for name, kernel in kernels(build((32, 32, 3), 10, width=32)).items():
        kernel = keras.ops.convert_to_numpy(kernel)
        bound = 1 / np.sqrt(np.prod(kernel.shape[:-1]))
        assert np.abs(kernel).max() <= bound * (1 + 1e-6), name
        assert_close(kernel.std(), bound / np.sqrt(3), relative=0.05)


@build_each
def test_no_two_layers_share_a_draw(build):
    drawn = [keras.ops.convert_to_numpy(kernel).ravel()[:8] for kernel in kernels(narrow(build)).values()]
    assert len({tuple(values) for values in drawn}) == len(drawn)


@pytest.mark.first_case
@build_each
def test_the_seed_is_the_users(build):
    def first_kernel(seed):
        keras.utils.set_random_seed(seed)
        return keras.ops.convert_to_numpy(next(iter(kernels(build(width=4)).values())))

    assert np.array_equal(first_kernel(1), first_kernel(1))
    assert not np.array_equal(first_kernel(1), first_kernel(2))


@build_each
def test_batch_norm_settings(build):
    layers = [layer for layer in narrow(build).layers if isinstance(layer, keras.layers.BatchNormalization)]
    assert {(layer.momentum, layer.epsilon) for layer in layers} == {(0.9, 1e-5)}


@build_each
def test_output_is_logits(build):
    logits = keras.ops.convert_to_numpy(narrow(build)(np.random.default_rng(0).normal(size=(4, 32, 32, 3))))
    assert logits.min() < 0


@pytest.mark.first_case
@build_each
def test_saved_model_gives_the_same_output(build, tmp_path):
    model = build((16, 16, 1), 4, width=4)
    images = np.random.default_rng(0).normal(size=(2, 16, 16, 1)).astype("float32")
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras")
    before, after = (keras.ops.convert_to_numpy(network(images)) for network in (model, loaded))
    assert_close(after, before, relative=1e-6)


@pytest.mark.parametrize("shape", [(32, 32), (None, None, 3), 32, (32, 32, 0), (32.0, 32, 3), (1, 32, 32, 3)], ids=repr)
@pytest.mark.parametrize("build", [*BUILDERS.values(), single_layer], ids=[*BUILDERS, "single_layer"])
def test_wrong_input_shape_is_named(build, shape):
    with pytest.raises(ValueError, match=r"is no image shape. Expected \(height, width, channels\)"):
        build(shape)


@pytest.mark.parametrize("value", [0, -1, 1.5, True, None, "8"], ids=repr)
@pytest.mark.parametrize("argument", ["num_classes", "width"])
@build_each
def test_wrong_count_is_named(build, argument, value):
    with pytest.raises(ValueError, match=f"{argument}={value!r} is no count. Expected an integer of at least 1"):
        build((8, 8, 1), **{argument: value})


def test_single_layer_names_a_wrong_count():
    with pytest.raises(ValueError, match=r"num_classes=0 is no count\. Expected an integer of at least 1"):
        single_layer((8, 8, 1), 0)


# Weights without the classifier, as Keras tells them for `include_top=False`, and behind that what leads to the logits.
APPLICATIONS = {
    "ResNet50": (23_587_712, 2049 * 10),
    "VGG16": (14_714_688, 513 * 4096 + 4097 * 4096 + 4097 * 10),
    "EfficientNetB0": (4_049_571, 1281 * 10),
    "MobileNetV3Small": (939_120, 577 * 1024 + 1025 * 10),
    "DenseNet121": (7_037_504, 1025 * 10),
}
each_application = pytest.mark.parametrize("name", APPLICATIONS)


@functools.cache
def application_of(name):
    return application(name)


@pytest.mark.first_case
@each_application
def test_an_application_is_kerass_network_with_logits(name):
    model = application_of(name)
    assert (model.input_shape, model.output_shape) == ((None, 32, 32, 3), (None, 10))
    assert model.count_params() == sum(APPLICATIONS[name])
    activations = [getattr(layer, "activation", None) for layer in model.layers[-2:]]
    assert keras.activations.softmax not in activations


@pytest.mark.slow
@pytest.mark.first_case
@each_application
def test_an_applications_blocks_are_found(name, capsys):
    """From the table of `taps`, which resolves both "auto" and "blocks"."""
    every = {tap.name: tap for tap in taps(application_of(name))}
    table = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()[2:]]
    blocks = [every[name] for name, rest in table if rest.endswith("blocks")]
    auto = [every[name] for name, rest in table if rest.endswith("auto, blocks")]
    assert 4 <= len(auto) <= 8 and auto[-1] == blocks[-1]
    sizes = [tap.num_features for tap in auto]
    assert len({tap.shape[:-1] for tap in auto}) >= 4 and sizes[0] > sizes[-1]


def out_sides(model):
    """How many of ResNet50's blocks end in maps of which side."""
    return collections.Counter(layer.output.shape[1] for layer in model.layers if layer.name.endswith("_out"))


def test_what_32_pixels_leave_of_resnet50s_grid():
    """As its docstring says."""
    assert out_sides(application_of("ResNet50")) == {8: 3, 4: 4, 2: 6, 1: 3}


@pytest.mark.stress
def test_an_application_at_224_pixels():
    model = application("ResNet50", (224, 224, 3), 1000)
    assert model.count_params() == 25_636_712  # that of keras.applications.ResNet50() with its weights
    assert out_sides(model) == {56: 3, 28: 4, 14: 6, 7: 3}
    assert [tap.shape[0] for tap in resolve_taps(model)][-1] == 2048 and 4 <= len(resolve_taps(model)) <= 8
    assert model(np.zeros((1, 224, 224, 3), "float32")).shape == (1, 1000)


def rescalings(model):
    return [(layer.scale, layer.offset) for layer in model.layers if isinstance(layer, keras.layers.Rescaling)]


@pytest.mark.slow
def test_images_reach_the_first_convolution_as_fed():
    assert rescalings(application_of("MobileNetV3Small")) == []
    model = application_of("EfficientNetB0")
    images = np.random.default_rng(0).normal(size=(2, 32, 32, 3)).astype("float32")
    first = next(layer for layer in model.layers if isinstance(layer, keras.layers.ZeroPadding2D))
    fed = keras.ops.convert_to_numpy(keras.Model(model.input, first.input)(images))
    assert_close(fed, images, relative=1e-6)
    assert rescalings(keras.Model.from_config(model.get_config())) == [(1.0, 0.0)]


def test_preprocessing_that_is_asked_for_is_kept():
    model = application("MobileNetV3Small", include_preprocessing=True, alpha=0.25)
    assert_close(rescalings(model), [(1 / 127.5, -1.0)])


@pytest.mark.first_case
@pytest.mark.parametrize("channels", [1, 4])
def test_an_application_takes_any_number_of_channels(channels):
    """Without the warning of Keras, which is about pretrained weights."""
    model = application("MobileNetV2", (32, 40, channels), 3, alpha=0.35)
    assert model(np.zeros((2, 32, 40, channels), "float32")).shape == (2, 3)


@pytest.mark.slow
def test_an_applications_weights_follow_the_users_seed():
    def first_kernel(seed):
        keras.utils.set_random_seed(seed)
        return keras.ops.convert_to_numpy(application("MobileNet", alpha=0.25).weights[0])

    assert np.array_equal(first_kernel(1), first_kernel(1))
    assert not np.array_equal(first_kernel(1), first_kernel(2))


def test_an_application_is_channels_last_whatever_keras_is_set_to():
    keras.config.set_image_data_format("channels_first")
    try:
        model = application("MobileNet", alpha=0.25)
        assert model(np.zeros((2, 32, 32, 3), "float32")).shape == (2, 10)
        with pytest.raises(ValueError, match="too small"):
            application("MobileNet", (16, 16, 3))
        assert keras.config.image_data_format() == "channels_first"
    finally:
        keras.config.set_image_data_format("channels_last")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("resnet50", "Did you mean 'ResNet50'"), ("EficientNetB0", "Did you mean 'EfficientNetB0'"), (50, ""), (None, "")],
    ids=repr,
)
def test_an_unknown_application_lists_the_choices(name, hint):
    message = rf"{name!r} is no model of keras.applications\. {hint}.*Expected one of: ConvNeXtBase, .*, Xception\."
    with pytest.raises(ValueError, match=message):
        application(name)


@pytest.mark.parametrize(
    ("name", "shape", "message"),
    [
        ("ResNet50", (28, 28, 1), r"\(28, 28, 1\) is too small for ResNet50.*at least 32x32.*Resizing\(32, 32\)"),
        ("InceptionV3", (32, 32, 3), "is too small for InceptionV3.*at least 75x75"),
        ("Xception", (32, 96, 3), "is too small for Xception.*at least 71x71"),
        ("MobileNetV3Small", (31, 32, 3), "is too small for MobileNetV3Small.*at least 32x32"),
        ("ResNet50", (3, 224, 160), r"pass channels last, input_shape=\(224, 160, 3\)"),
        ("ResNet50", (32, 32), "is no image shape"),
        ("ResNet50", (None, None, 3), "is no image shape"),
    ],
    ids=["small", "inception", "one-side", "own-check", "channels-first", "two-axes", "any-size"],
)
def test_an_image_that_an_application_does_not_take(name, shape, message):
    with pytest.raises(ValueError, match=message):
        application(name, shape)


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("ResNet50", {"alpha": 0.5}, r"'alpha' is no option of application\('ResNet50'\). Expected none."),
        ("MobileNet", {"depth": 2}, "Expected alpha or depth_multiplier or dropout"),
        ("ResNet50", {"weights": "imagenet"}, "for pretrained weights call keras.applications.ResNet50 itself"),
        ("ResNet50", {"include_top": False}, "'include_top' is no option"),
    ],
    ids=["none", "others", "weights", "ours"],
)
def test_an_option_that_an_application_has_not(name, options, message):
    with pytest.raises(TypeError, match=message):
        application(name, **options)


def test_an_application_names_a_wrong_count():
    with pytest.raises(ValueError, match=r"num_classes=1\.5 is no count"):
        application("ResNet50", num_classes=1.5)


def test_other_errors_of_keras_are_its_own():
    with pytest.raises(ValueError, match="Expected a float value between 0 and 1"):
        application("MobileNet", dropout=-1.0)
