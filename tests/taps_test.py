import itertools

import keras
import pytest
from keras import layers

from keras_phases.models import resnet10, vgg8
from keras_phases.taps import MAX_AUTO_TAPS, find_taps, functional_of, resolve_taps
from keras_phases.warning import PhaseWarning

VGG8 = [f"block{k}_relu" for k in range(1, 6)]
RESNET10 = ["stem_relu", *(f"stage{k}_relu" for k in range(1, 5)), "features"]
VGG16_CONVS = [f"block{b}_conv{c}" for b, depth in enumerate((2, 2, 3, 3, 3), 1) for c in range(1, depth + 1)]
VGG16_AUTO = [
    *("block1_conv2", "block2_conv2", "block3_conv1", "block3_conv3", "block4_conv3", "block5_conv1", "block5_conv3")
]
RESNET50 = [f"conv{s}_block{b}_out" for s, depth in ((2, 3), (3, 4), (4, 6), (5, 3)) for b in range(1, depth + 1)]
RESNET50_AUTO = [
    *("conv1_relu", "conv2_block3_out", "conv3_block2_out", "conv3_block4_out", "conv4_block5_out"),
    *("conv4_block6_out", "conv5_block3_out", "avg_pool"),
]


def names(model, layers="auto"):
    return [tap.name for tap in resolve_taps(model, layers)]


def application(name, **arguments):
    return getattr(keras.applications, name)(weights=None, input_shape=(32, 32, 3), classes=5, **arguments)


def small():
    return keras.Sequential(
        [
            keras.Input((8, 8, 1), name="image"),
            layers.Conv2D(4, 3, name="conv1"),
            layers.ReLU(name="relu1"),
            layers.Conv2D(4, 3, name="conv2"),
            layers.ReLU(name="relu2"),
            layers.Flatten(name="features"),
            layers.Dense(5, name="logits"),
        ],
        name="small",
    )


@pytest.mark.parametrize(
    ("build", "blocks", "auto"),
    [
        (lambda: vgg8(width=2), VGG8, VGG8),
        (lambda: resnet10(width=2), RESNET10, RESNET10),
        (lambda: application("VGG16"), [*VGG16_CONVS, "fc1", "fc2"], [*VGG16_AUTO, "fc2"]),
        (lambda: application("VGG16", include_top=False), [*VGG16_CONVS, "block5_pool"], [*VGG16_AUTO, "block5_pool"]),
        (
            lambda: application("VGG16", include_top=False, pooling="avg"),
            [*VGG16_CONVS, "pooled"],
            [*VGG16_AUTO, "pooled"],
        ),
        (lambda: application("ResNet50"), ["conv1_relu", *RESNET50, "avg_pool"], RESNET50_AUTO),
    ],
    ids=["vgg8", "resnet10", "vgg16", "vgg16-no-top", "vgg16-avg", "resnet50"],
)
def test_block_taps_are_the_right_ones(build, blocks, auto):
    model = build()
    # Keras numbers this pooling layer by what was built before.
    renamed = {layer.name: "pooled" for layer in model.layers if layer.name.startswith("global_average_pooling2d")}
    assert [renamed.get(name, name) for name in names(model, "blocks")] == blocks
    assert [renamed.get(name, name) for name in names(model, "auto")] == auto
    assert len(auto) <= MAX_AUTO_TAPS


def test_auto_spreads_evenly_where_all_blocks_have_one_resolution():
    stack = [layers.Conv2D(2, 3, padding="same", name=f"c{k}") for k in range(20)]
    model = keras.Sequential([keras.Input((8, 8, 1)), *stack, layers.Flatten(), layers.Dense(3)])
    auto = [int(name[1:]) for name in names(model)]
    assert len(auto) == 8 and auto[-1] == 19
    assert all(2 <= later - earlier <= 4 for earlier, later in itertools.pairwise(auto))
    assert auto[0] <= 2


def test_auto_keeps_the_deepest_of_many_resolutions():
    stack = [layers.Conv1D(2, 2, name=f"c{k}") for k in range(12)]
    model = keras.Sequential([keras.Input((40, 1)), *stack, layers.Flatten(), layers.Dense(3)])
    assert names(model) == [f"c{k}" for k in range(4, 12)]


def test_taps_have_shape_and_width():
    taps = find_taps(small())
    assert [(tap.name, tap.shape, tap.num_features) for tap in taps] == [
        ("conv1", (6, 6, 4), 144),
        ("relu1", (6, 6, 4), 144),
        ("conv2", (4, 4, 4), 64),
        ("relu2", (4, 4, 4), 64),
        ("features", (64,), 64),
        ("logits", (5,), 5),
    ]


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ("relu1", ["relu1"]),
        ("*2", ["conv2", "relu2"]),
        (["relu2", "conv1", "relu?", "conv1"], ["conv1", "relu1", "relu2"]),
        (("logits", "features"), ["features", "logits"]),
        (lambda layer: isinstance(layer, keras.layers.Conv2D), ["conv1", "conv2"]),
        (["logits", lambda layer: layer.name.startswith("relu")], ["relu1", "relu2", "logits"]),
    ],
    ids=["name", "glob", "list", "tuple", "predicate", "list-with-predicate"],
)
def test_layers_are_found_in_the_order_of_the_network_and_once(layers, expected):
    assert names(small(), layers) == expected


def test_layer_objects():
    model = small()
    assert names(model, [model.get_layer("relu2"), model.get_layer("conv1")]) == ["conv1", "relu2"]


def test_a_layer_of_another_model_is_not_taken_for_its_namesake():
    with pytest.raises(ValueError, match=r"Tap 'conv1' matches no layer of model 'small'"):
        resolve_taps(small(), small().get_layer("conv1"))


def test_predicates_see_layers_alone():
    """`x + y` and `ops.relu` stand in the graph without being layers."""
    inputs = keras.Input((4,))
    hidden = layers.Dense(4, name="dense")(inputs)
    model = keras.Model(inputs, layers.Dense(2, name="logits")(keras.ops.relu(hidden + inputs)))
    assert names(model, lambda layer: layer.trainable) == ["dense", "logits"]


def test_operations_that_are_no_layers_can_be_named():
    inputs = keras.Input((4,))
    hidden = layers.Dense(4, name="dense")(inputs) + inputs
    model = keras.Model(inputs, layers.Dense(2, name="logits")(hidden))
    assert len(names(model, "add*")) == 1


def test_a_name_with_brackets_is_a_name():
    model = keras.Sequential([keras.Input((4,)), layers.Dense(4, name="stage[1]"), layers.Dense(2, name="logits")])
    assert names(model, "stage[1]") == ["stage[1]"]


def test_each_use_of_a_shared_layer_is_a_tap():
    shared = layers.Dense(4, name="shared")
    inputs = keras.Input((4,))
    model = keras.Model(inputs, layers.Dense(2, name="logits")(shared(shared(shared(inputs)))))
    assert [tap.name for tap in find_taps(model)] == ["shared", "shared:1", "shared:2", "logits"]
    assert names(model, "blocks") == ["shared", "shared:1", "shared:2"]
    assert names(model, "shared:1") == ["shared:1"]
    assert names(model, shared) == ["shared", "shared:1", "shared:2"]
    assert names(model, lambda layer: layer is shared) == ["shared", "shared:1", "shared:2"]


def test_a_pretrained_model_in_a_sequential_is_one_block():
    base = application("MobileNet", include_top=False, alpha=0.25)
    base.name = "base"
    stack = [base, layers.GlobalAveragePooling2D(name="features"), layers.Dense(5)]
    model = keras.Sequential([keras.Input((32, 32, 3)), *stack])
    assert names(model) == ["base", "features"]
    assert resolve_taps(model)[0].shape == (1, 1, 256)


def test_unknown_layer():
    message = (
        r"Tap 'blok3' matches no layer of model 'small'. Expected a layer name or a glob; layers that can be tapped: "
        r"'conv1', 'relu1', 'conv2', 'relu2', 'features', 'logits'. Pass layers=\"blocks\" to tap every block."
    )
    with pytest.raises(ValueError, match=message):
        resolve_taps(small(), ["conv1", "blok3"])


def test_the_input_is_no_tap():
    with pytest.raises(ValueError, match=r"Layer 'image' of model '\w+' is its input.*can be tapped: 'conv1'"):
        resolve_taps(functional_of(small()), "image")


@pytest.mark.parametrize("layers", [3, None, [None], [["conv1"]]], ids=repr)
def test_layers_of_another_kind(layers):
    with pytest.raises(
        TypeError, match=r"Expected 'auto', 'blocks', a layer name, a glob, a keras.Layer or a predicate"
    ):
        resolve_taps(small(), layers)


@pytest.mark.parametrize("layers", [[], ()], ids=repr)
def test_no_layers(layers):
    with pytest.raises(ValueError, match=r'layers is an empty list.*pass layers="blocks"'):
        resolve_taps(small(), layers)


def test_unbuilt_sequential():
    model = keras.Sequential([layers.Dense(4), layers.Dense(2)], name="deferred")
    with pytest.raises(ValueError, match=r"Model 'deferred' is not built.*Start it with keras.Input\(shape=...\)"):
        resolve_taps(model)
    model.build((None, 3))
    assert len(names(model)) == 1


@pytest.mark.parametrize("is_built", [False, True], ids=["unbuilt", "built"])
def test_subclassed_model(is_built):
    class Subclass(keras.Model):
        def __init__(self):
            super().__init__(name="mine")
            self.dense = layers.Dense(2)

        def call(self, x):
            return self.dense(x)

    model = Subclass()
    if is_built:
        model(keras.ops.ones((1, 3)))
    with pytest.raises(TypeError, match=r"Model 'mine' is a Subclass.*Build yours as keras.Model\(inputs, outputs\)"):
        resolve_taps(model)


def test_a_subclass_that_holds_a_graph_is_functional():
    class Subclass(keras.Model):
        """For a `train_step` of one's own."""

    inputs = keras.Input((3,))
    model = Subclass(inputs, layers.Dense(2)(layers.Dense(4, name="hidden")(inputs)))
    assert names(model) == ["hidden"]


def any_size():
    stack = [layers.Conv2D(4, 3, name="conv1"), layers.Conv2D(4, 3, name="conv2")]
    pooled = [layers.GlobalAveragePooling2D(name="features"), layers.Dense(5, name="logits")]
    return keras.Sequential([keras.Input((None, None, 3)), *stack, *pooled], name="any_size")


def test_a_layer_without_fixed_size():
    message = (
        r"Layer 'conv1' of model 'any_size' has no tensor output of fixed size.*can be tapped: 'features', 'logits'"
    )
    with pytest.raises(ValueError, match=message):
        resolve_taps(any_size(), "conv1")


@pytest.mark.parametrize("layers", ["auto", "blocks"])
def test_blocks_without_fixed_size_are_not_left_out_in_silence(layers):
    with pytest.warns(PhaseWarning, match=r"2 of 3 blocks of model 'any_size' have outputs without a fixed size"):
        assert names(any_size(), layers) == ["features"]


def test_no_block_of_fixed_size():
    model = keras.Sequential([keras.Input((None, None, 3)), layers.Conv2D(4, 3)], name="maps")
    with pytest.raises(ValueError, match=r"Model 'maps' has no block of layers, of fixed size.*tap: none"):
        resolve_taps(model)
