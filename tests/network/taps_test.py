import itertools
import re

import keras
import numpy as np
import pytest
from keras import layers

from keras_phases.backend.keras_private import arrays_by_input, functional_of
from keras_phases.models import resnet10, vgg8
from keras_phases.network.taps import MAX_AUTO_TAPS, find_taps, resolve_taps

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


@pytest.mark.first_case
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


@pytest.mark.first_case
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "EfficientNetB0",
            "block1a_project_bn block2b_add block3b_add block4b_add block5c_add block6c_add top_activation avg_pool",
        ),
        (
            "MobileNetV3Small",
            "activation expanded_conv_project_bn expanded_conv_1_project_bn expanded_conv_2_add expanded_conv_7_add "
            "expanded_conv_8_project_bn activation activation",
        ),
        (
            "ConvNeXtTiny",
            "add:2 convnext_tiny_downsampling_conv_0 add:5 add:8 add:14 convnext_tiny_downsampling_conv_2 add:17 "
            "convnext_tiny_head_layernorm",
        ),
        (
            "DenseNet121",
            "conv1_relu pool2_conv conv3_block9_concat pool3_conv pool4_conv conv5_block1_concat "
            "conv5_block16_concat avg_pool",
        ),
        (
            "ResNet50V2",
            "conv1_conv conv2_block2_out conv3_block2_out conv3_block3_out conv4_block5_out conv4_block6_out "
            "conv5_block3_out avg_pool",
        ),
    ],
    ids=lambda value: value.split()[0],
)
def test_auto_is_readable_for_the_usual_networks(name, expected):
    model = getattr(keras.applications, name)(weights=None, input_shape=(64, 64, 3), classes=5)
    # Keras numbers activations without a name by what was built before.
    found = [re.sub(r"^activation_\d+$", "activation", tap.split("/")[-1]) for tap in names(model)]
    assert found == expected.split()


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


def test_each_use_of_a_shared_layer_is_a_tap():
    shared = layers.Dense(4, name="shared")
    inputs = keras.Input((4,))
    model = keras.Model(inputs, layers.Dense(2, name="logits")(shared(shared(shared(inputs)))))
    assert [tap.name for tap in find_taps(model)] == ["shared", "shared:1", "shared:2", "logits"]
    assert names(model, "blocks") == ["shared", "shared:1", "shared:2"]
    assert names(model, "shared:1") == ["shared:1"]
    assert names(model, shared) == ["shared", "shared:1", "shared:2"]
    assert names(model, lambda layer: layer is shared) == ["shared", "shared:1", "shared:2"]


@pytest.mark.slow
def test_a_pretrained_model_in_a_sequential_is_tapped_within():
    base = application("ResNet50", include_top=False)
    base.name = "base"
    head = [layers.GlobalAveragePooling2D(name="features"), layers.Dense(5)]
    model = keras.Sequential([keras.Input((32, 32, 3)), layers.Rescaling(1 / 255), base, *head])
    expected = [f"base/{name}" for name in ("conv1_relu", *RESNET50)]
    assert names(model, "blocks") == [*expected, "features"]
    assert names(model, "conv3_block4_out") == ["base/conv3_block4_out"]
    assert names(model, base.get_layer("conv1_conv")) == ["base/conv1_conv"]
    assert resolve_taps(model, "base")[0].shape == (1, 1, 2048)


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
    with pytest.raises(ValueError, match=r"Model 'deferred' is not built.*start a Sequential with"):
        resolve_taps(model)
    model.build((None, 3))
    assert len(names(model)) == 1


class Residual(layers.Layer):
    """A block of one's own, whose sum is written with +."""

    def __init__(self, width, **options):
        super().__init__(**options)
        self.conv1, self.conv2 = (layers.Conv2D(width, 3, padding="same", name=f"conv{k}") for k in (1, 2))

    def call(self, x):
        return keras.ops.relu(x + self.conv2(keras.ops.relu(self.conv1(x))))


class Subclassed(keras.Model):
    """A stem, blocks in a list, a model within, and a head, called from Python."""

    def __init__(self):
        super().__init__(name="mine")
        self.stem = layers.Conv2D(4, 3, padding="same", name="stem")
        self.norm = layers.BatchNormalization(name="norm")
        self.blocks = [Residual(4, name=f"block{k}") for k in (1, 2)]
        self.tail = keras.Sequential([layers.Conv2D(6, 3, name="wide"), layers.ReLU(name="relu")], name="tail")
        self.pool, self.head = layers.GlobalAveragePooling2D(name="features"), layers.Dense(5, name="logits")

    def call(self, x):
        x = self.norm(self.stem(x["image"]))
        for block in self.blocks:
            x = block(x)
        return self.head(self.pool(self.tail(x)))


def test_a_subclassed_model_is_tapped_at_any_depth():
    model, x = Subclassed(), {"image": np.zeros((3, 8, 8, 1), "float32")}
    model(x)
    assert [tap.name for tap in resolve_taps(model, "blocks", x)] == [
        *("norm", "block1", "block2", "tail/relu", "features")
    ]
    assert [(tap.name, tap.shape) for tap in resolve_taps(model, ["conv2", "tail"], x)] == [
        ("block1/conv2", (8, 8, 4)),
        ("block2/conv2", (8, 8, 4)),
        ("tail", (6, 6, 6)),
    ]


def test_a_subclassed_model_does_not_tell_its_inputs():
    model = Subclassed()
    with pytest.raises(ValueError, match=r"Model 'mine' is not built.*call it on a batch"):
        resolve_taps(model)
    model({"image": np.zeros((3, 8, 8, 1), "float32")})
    with pytest.raises(ValueError, match=r"Model 'mine' is a Subclassed without a layer graph.*a batch of them as x"):
        resolve_taps(model)


def test_layers_that_a_loop_runs_are_no_taps():
    cell = layers.LSTMCell(3, name="cell")
    model = keras.Sequential([keras.Input((7, 2)), layers.RNN(cell, name="rnn"), layers.Dense(2, name="logits")])
    assert [tap.name for tap in find_taps(model)] == ["rnn", "logits"]


def test_what_has_no_row_for_each_example_is_no_tap():
    class Table(layers.Layer):
        def call(self, x):
            return keras.ops.ones((9, 4)), x, keras.ops.cast(x > 0, "int32")

    inputs = keras.Input((4,))
    _, x, _ = Table(name="table")(inputs)
    model = keras.Model(inputs, layers.Dense(2, name="logits")(x))
    assert [tap.name for tap in find_taps(model)] == ["table", "logits"]
    assert find_taps(model)[0].output == 1


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


def test_a_model_may_give_anything():
    class Losses(keras.Model):
        """Gives its own loss, and something that is no tensor."""

        def __init__(self):
            super().__init__(name="losses")
            self.hidden = layers.Dense(4, name="hidden")

        def call(self, x):
            return {"loss": keras.ops.mean(self.hidden(x)), "kind": None}

    model, x = Losses(), np.zeros((3, 5), "float32")
    model(x)
    assert [tap.name for tap in resolve_taps(model, "hidden", x)] == ["hidden"]


def test_a_batch_tells_sizes_that_the_model_leaves_open():
    with pytest.raises(ValueError, match=r"Model 'any_size' has inputs of any size, \(None, None, 3\).*as x"):
        resolve_taps(any_size())
    taps = resolve_taps(any_size(), x=np.zeros((4, 9, 7, 3), "float32"))
    assert [(tap.name, tap.shape) for tap in taps] == [
        ("conv1", (7, 5, 4)),
        ("conv2", (5, 3, 4)),
        ("features", (4,)),
    ]


@pytest.mark.parametrize("is_dict", [True, False], ids=["dict of inputs", "list of inputs"])
def test_a_dict_feeds_inputs_by_their_names_not_in_its_order(is_dict):
    """A tree of a dict is sorted, a model's list of inputs is not: left would be checked against right."""
    inputs = {name: keras.Input((size,), name=name) for name, size in (("right", 3), ("left", 2))}
    outputs = layers.Dense(4, name="hidden")(layers.Concatenate()(list(inputs.values())))
    model = keras.Model(inputs if is_dict else list(inputs.values()), outputs)
    rows = {"left": np.zeros((2, 2), "float32"), "right": np.zeros((2, 3), "float32")}
    assert [array.shape[1] for array in arrays_by_input(model, {**rows, "unread": rows["left"]})] == (
        [2, 3] if is_dict else [3, 2]
    )
    assert [tap.name for tap in resolve_taps(model, "hidden", rows)] == ["hidden"]
    with pytest.raises(ValueError, match=r"Rows of shape \(2,\) do not fit the model's input, \(3,\)"):
        resolve_taps(model, "hidden", {**rows, "right": rows["left"]})


def test_auto_keeps_wide_maps_before_a_narrow_one_that_is_no_linear_bottleneck():
    """Channels that become pixels, and the scores of each step."""
    wide = [layers.Conv2D(16, 3, padding="same", name=f"c{k}") for k in range(2)]
    narrow = [layers.Conv2D(4, 3, padding="same", activation="relu", name="shuffled"), layers.UpSampling2D()]
    model = keras.Sequential([keras.Input((8, 8, 1)), *wide, *narrow, layers.Conv2D(1, 3, name="image")])
    assert names(model) == ["c0", "c1", "shuffled", "image"]
    recurrent = [layers.LSTM(8, return_sequences=True, name=f"l{k}") for k in range(2)]
    model = keras.Sequential([keras.Input((8, 3)), *recurrent, layers.Dense(2, name="scores")])
    assert names(model) == ["l0", "l1", "scores"]


@pytest.mark.parametrize("expansion", [4, 1.5])
def test_auto_leaves_out_the_wide_points_of_inverted_bottlenecks(expansion):
    stack = [layers.Conv2D(8, 3, strides=2, padding="same", activation="relu", name="stem")]
    for k, width in enumerate((8, 12)):
        wide = layers.Conv2D(int(expansion * width), 1, activation="relu", name=f"wide{k}")
        depthwise = layers.DepthwiseConv2D(3, padding="same", activation="relu", name=f"depthwise{k}")
        stack += [wide, depthwise, layers.Conv2D(width, 1), layers.BatchNormalization(name=f"narrow{k}")]
    stack += [layers.GlobalAveragePooling2D(name="features"), layers.Dense(3)]
    assert names(keras.Sequential([keras.Input((16, 16, 1)), *stack])) == ["stem", "narrow0", "narrow1", "features"]
