import keras
import numpy as np
import pytest
from keras import layers, ops

from keras_phases.network.taps import find_taps, resolve_taps

SHAPE = (16, 16, 3)


def block_names(model, x=None):
    """Names of the operations at whose outputs blocks end."""
    return [tap.name for tap in resolve_taps(model, "blocks", x)]


def sequential(*stack, shape=SHAPE):
    return keras.Sequential([keras.Input(shape), *stack])


def conv(name, **arguments):
    return layers.Conv2D(4, 3, padding="same", name=name, **arguments)


STACKS = {
    "conv-norm-activation-pool": (
        lambda: [
            conv("c1"),
            layers.BatchNormalization(name="n1"),
            layers.ReLU(name="r1"),
            layers.MaxPooling2D(name="p1"),
            conv("c2"),
            layers.LayerNormalization(name="n2"),
            layers.Activation("tanh", name="r2"),
            layers.GlobalMaxPooling2D(name="features"),
            layers.Dense(5, name="logits"),
        ],
        ["r1", "r2", "features"],
    ),
    "flatten-and-dropout-pass-the-same-values": (
        lambda: [
            conv("c1", activation="relu"),
            layers.SpatialDropout2D(0.1),
            layers.Flatten(),
            layers.Dropout(0.1),
            layers.GaussianNoise(0.1),
            layers.Dense(5, name="logits"),
            layers.Softmax(),
        ],
        ["c1"],
    ),
    "pooling-behind-flatten-is-not-the-same": (
        lambda: [conv("c1"), layers.AveragePooling2D(2, name="p1"), layers.Flatten(name="features"), layers.Dense(5)],
        ["c1", "p1"],
    ),
    "normalised-features": (
        lambda: [
            layers.Flatten(),
            layers.Dense(8, name="d1"),
            layers.Dropout(0.1),
            layers.BatchNormalization(name="n1"),
            layers.Dense(5),
        ],
        ["d1", "n1"],
    ),
    "convolution-as-classifier": (
        lambda: [
            conv("c1"),
            layers.GlobalAveragePooling2D(keepdims=True, name="features"),
            layers.Conv2D(5, 1, name="logits"),
            layers.Flatten(),
        ],
        ["c1", "features"],
    ),
    "softmax-apart-from-the-logits": (
        lambda: [
            conv("c1"),
            layers.Flatten(),
            layers.Dense(8, activation="relu", name="d1"),
            layers.Dense(5, name="logits"),
            layers.Activation("softmax"),
        ],
        ["c1", "d1"],
    ),
    "without-classifier": (
        lambda: [conv("c1"), layers.ReLU(name="r1"), conv("c2"), layers.ReLU(name="r2")],
        ["r1", "r2"],
    ),
    "maps-out-are-no-classifier": (lambda: [conv("c1"), conv("c2", activation="sigmoid")], ["c1", "c2"]),
    "one-layer": (lambda: [layers.Flatten(), layers.Dense(5, use_bias=False, name="logits")], ["logits"]),
    "one-layer-and-softmax": (lambda: [layers.Flatten(), layers.Dense(5, name="logits"), layers.Softmax()], ["logits"]),
    "one-layer-behind-rescaling": (
        lambda: [layers.Rescaling(2.0), layers.Flatten(), layers.Dense(5, name="d")],
        ["d"],
    ),
    "augmentation-and-rescaling-are-no-blocks": (
        lambda: [
            keras.Sequential([layers.RandomFlip(seed=0), layers.Normalization(mean=0.5, variance=2.0)]),
            layers.Rescaling(2.0),
            conv("c1"),
            layers.GlobalAveragePooling2D(name="features"),
            layers.Dense(5),
        ],
        ["c1", "features"],
    ),
    "wrapped-convolution": (
        lambda: [layers.SpectralNormalization(conv("inner"), name="c1"), layers.Flatten(), layers.Dense(5)],
        ["c1"],
    ),
}


@pytest.mark.parametrize(("stack", "expected"), STACKS.values(), ids=STACKS)
def test_blocks_of_a_stack(stack, expected):
    assert block_names(sequential(*stack())) == expected


@pytest.mark.parametrize(
    ("stack", "shape", "expected"),
    [
        (
            lambda: [layers.Dense(8, name="d1"), layers.ReLU(name="r1"), layers.Dense(8, name="d2"), layers.Dense(5)],
            (20,),
            ["r1", "d2"],
        ),
        (
            lambda: [
                layers.Conv1D(4, 3, name="c1"),
                layers.ReLU(name="r1"),
                layers.Conv1D(4, 3, name="c2"),
                layers.GlobalMaxPooling1D(name="features"),
                layers.Dense(5),
            ],
            (30, 2),
            ["r1", "c2", "features"],
        ),
        (lambda: [layers.Conv3D(2, 3, name="c1"), layers.Flatten(), layers.Dense(5)], (8, 8, 8, 1), ["c1"]),
        (
            lambda: [
                layers.Embedding(9, 4, mask_zero=True, name="e"),
                layers.LSTM(6, return_sequences=True, name="l1"),
                layers.LSTM(5, name="l2"),
                layers.Dense(5),
            ],
            (7,),
            ["e", "l1", "l2"],
        ),
    ],
    ids=["mlp", "signals", "volumes", "masked-tokens"],
)
def test_blocks_of_other_inputs(stack, shape, expected):
    assert block_names(sequential(*stack(), shape=shape)) == expected


def residual(body, tail, num_blocks=2):
    """A network of residual blocks `body(x, k)`, with what stands between the last sum and the classifier."""
    inputs = keras.Input(SHAPE)
    x = layers.Conv2D(4, 3, strides=4, name="stem")(inputs)
    for k in range(num_blocks):
        x = body(x, k)
    return keras.Model(inputs, layers.Dense(5, name="logits")(tail(x)))


def pool(x):
    return layers.GlobalAveragePooling2D(name="features")(x)


def post_activation(x, k):
    h = layers.ReLU()(layers.BatchNormalization()(conv(f"a{k}")(x)))
    h = layers.BatchNormalization()(conv(f"b{k}")(h))
    return layers.ReLU(name=f"out{k}")(layers.Add(name=f"sum{k}")([h, x]))


def pre_activation(x, k):
    h = conv(f"a{k}")(layers.ReLU()(layers.BatchNormalization()(x)))
    h = conv(f"b{k}")(layers.ReLU()(layers.BatchNormalization()(h)))
    return layers.Add(name=f"sum{k}")([h, x])


def pre_activation_by_operator(x, k):
    h = conv(f"a{k}")(ops.relu(layers.BatchNormalization()(x)))
    return h + x


def test_a_residual_block_ends_behind_the_activation_of_its_sum():
    assert block_names(residual(post_activation, pool)) == ["stem", "out0", "out1", "features"]


def test_a_pre_activation_block_ends_at_its_sum():
    """Also the last, whose normalisation every path passes through."""
    model = residual(pre_activation, lambda x: pool(layers.ReLU()(layers.BatchNormalization(name="last")(x))))
    assert block_names(model) == ["stem", "sum0", "sum1", "features"]


def test_sums_written_with_plus_are_sums():
    model = residual(pre_activation_by_operator, lambda x: pool(layers.BatchNormalization(name="last")(x)))
    names = block_names(model)
    assert [name.rstrip(":_0123456789") for name in names] == ["stem", "add", "add", "features"]


def test_activations_written_as_operations_end_a_block():
    def body(x, k):
        return ops.relu(layers.BatchNormalization()(conv(f"a{k}")(x)) + x)

    names = block_names(residual(body, lambda x: ops.mean(x, axis=(1, 2))))
    assert [name.rstrip(":_0123456789") for name in names] == ["stem", "relu", "relu", "mean"]


def test_an_attention_block_ends_at_the_second_of_its_sums():
    inputs = keras.Input(SHAPE)
    x = layers.Reshape((16, 8))(layers.Conv2D(8, 4, strides=4, name="patches")(inputs))
    h = layers.LayerNormalization()(x)
    x = layers.Add(name="attended")([x, layers.MultiHeadAttention(2, 4)(h, h)])
    h = layers.LayerNormalization()(x)
    x = layers.Add(name="mixed")([x, layers.Dense(8)(layers.Dense(16, "gelu")(h))])
    x = layers.GlobalAveragePooling1D(name="features")(layers.LayerNormalization(name="last")(x))
    assert block_names(keras.Model(inputs, layers.Dense(5)(x))) == ["patches", "mixed", "features"]


def test_several_heads_leave_the_trunk():
    """The trunk's own Dense is no classifier, however much it looks like one."""
    inputs = keras.Input(SHAPE)
    trunk = layers.Dense(8, name="trunk")(layers.Flatten()(conv("c1")(inputs)))
    heads = {"digit": layers.Dense(5)(trunk), "parity": layers.Dense(1)(trunk)}
    assert block_names(keras.Model(inputs, heads)) == ["c1", "trunk"]


def test_of_several_inputs_the_way_of_one_is_followed():
    image, table = keras.Input(SHAPE, name="image"), keras.Input((5,), name="table")
    seen = layers.GlobalAveragePooling2D(name="pooled")(conv("c2")(conv("c1")(image)))
    known = layers.Dense(4, name="known")(table)
    joined = layers.Dense(6, name="hidden")(layers.Concatenate(name="joined")([seen, known]))
    model = keras.Model([image, table], layers.Dense(3, name="logits")(joined))
    found = [[tap.name for tap in resolve_taps(model, "blocks", source=source)] for source in (None, 0, 1)]
    assert found == [["joined", "hidden"], ["c1", "c2", "hidden"], ["known", "hidden"]]


def test_an_output_within_the_network_is_still_a_block():
    inputs = keras.Input(SHAPE)
    features = layers.Dense(8, name="embedding")(layers.Flatten()(conv("c1")(inputs)))
    model = keras.Model(inputs, [layers.Dense(5, name="logits")(features), features])
    assert block_names(model) == ["c1", "embedding"]


def test_a_nested_model_is_taken_apart():
    base = sequential(conv("c1"), layers.ReLU(name="r1"), conv("c2"))
    base.name = "base"
    middle = keras.Sequential([base, layers.BatchNormalization(name="n2")], name="middle")
    model = sequential(middle, layers.ReLU(name="r2"), layers.GlobalAveragePooling2D(name="features"), layers.Dense(5))
    assert block_names(model) == ["middle/base/r1", "r2", "features"]


class Attending(layers.Layer):
    """A transformer's block, with sums that are no layers."""

    def __init__(self, **options):
        super().__init__(**options)
        self.first, self.attention = layers.LayerNormalization(), layers.MultiHeadAttention(2, 4)
        self.second, self.wide, self.narrow = layers.LayerNormalization(), layers.Dense(16, "gelu"), layers.Dense(8)

    def call(self, x):
        h = self.first(x)
        x = x + self.attention(h, h)
        return x + self.narrow(self.wide(self.second(x)))


class Encoder(layers.Layer):
    """Patches, positions of its own, and a list of blocks."""

    def __init__(self, **options):
        super().__init__(**options)
        self.patches, self.tokens = layers.Conv2D(8, 4, strides=4, name="patches"), layers.Reshape((16, 8))
        self.blocks = [Attending(name=f"transformer_block_{k}") for k in range(3)]
        self.last = layers.LayerNormalization(name="last")

    def build(self, shape):
        self.positions = self.add_weight(shape=(1, 16, 8), name="positions")

    def call(self, x):
        x = self.tokens(self.patches(x)) + self.positions
        for block in self.blocks:
            x = block(x)
        return self.last(x)


BLOCKS = [f"encoder/transformer_block_{k}" for k in range(3)]


def test_blocks_within_a_layer_are_blocks():
    """And what stands around the sums within each is none, nor is the normalisation behind the last."""
    inputs = keras.Input(SHAPE)
    x = layers.GlobalAveragePooling1D(name="features")(Encoder(name="encoder")(inputs))
    assert block_names(keras.Model(inputs, layers.Dense(5)(x))) == [*BLOCKS, "features"]


def test_blocks_within_a_layer_of_a_subclass_are_blocks():
    class Classifier(keras.Model):
        def __init__(self):
            super().__init__()
            self.encoder, self.head = Encoder(name="encoder"), layers.Dense(5, name="head")

        def call(self, x):
            return self.head(ops.mean(self.encoder(x), axis=1))

    model, x = Classifier(), np.zeros((2, *SHAPE), "float32")
    model(x)
    assert block_names(model, x) == [*BLOCKS, "encoder/last"]  # the mean itself is no call


class Stage(layers.Layer):
    """Layers in a row, with one name for all."""

    def __init__(self, *stack, **options):
        super().__init__(**options)
        self.stack = stack

    def call(self, x):
        for layer in self.stack:
            x = layer(x)
        return x


def test_a_layer_that_is_one_block_gives_its_name_and_one_of_several_those_within():
    stages = [
        Stage(conv("a"), layers.BatchNormalization(), layers.ReLU(), name="whole"),
        Stage(conv("b", activation="relu"), conv("c"), layers.ReLU(name="r"), name="two"),
    ]
    model = sequential(*stages, layers.GlobalAveragePooling2D(name="features"), layers.Dense(5))
    assert block_names(model) == ["whole", "two/b", "two/r", "features"]


def test_branches_within_a_layer_are_no_blocks():
    class Parallel(layers.Layer):
        def __init__(self, **options):
            super().__init__(**options)
            self.first, self.second, self.sum = conv("first"), conv("second"), layers.Add(name="sum")

        def call(self, x):
            return self.sum([self.first(x), self.second(x)])

    model = sequential(conv("c1"), Parallel(name="p"), layers.Flatten(), layers.Dense(5))
    assert block_names(model) == ["c1", "p"]


def down_and_up(widths=(4, 8), skip=lambda x, k: x, join=layers.Concatenate):
    """A network of images that leads down and up again, with a bridge at each resolution."""
    inputs = x = keras.Input(SHAPE)
    bridges = []
    for k, width in enumerate(widths):
        x = layers.Conv2D(width, 3, padding="same", activation="relu", name=f"down{k}")(x)
        bridges.append(skip(x, k))
        x = layers.MaxPooling2D()(x)
    x = layers.Conv2D(16, 3, padding="same", activation="relu", name="middle")(x)
    for k, width in reversed(list(enumerate(widths))):
        x = layers.Conv2DTranspose(width, 2, strides=2, name=f"larger{k}")(x)
        x = layers.Conv2D(width, 3, padding="same", activation="relu", name=f"up{k}")(join()([x, bridges[k]]))
    return inputs, x


U_NET = ["down0", "down1", "middle", "larger1", "up1", "larger0", "up0"]


@pytest.mark.parametrize("join", [layers.Concatenate, layers.Add])
@pytest.mark.parametrize("skip", [lambda x, k: x, lambda x, k: layers.Conv2D(4 * 2**k, 1)(x)], ids=["plain", "mapped"])
def test_bridges_of_a_u_net_leave_its_blocks(skip, join):
    inputs, x = down_and_up(skip=skip, join=join)
    found = block_names(keras.Model(inputs, layers.Conv2D(3, 1, name="classes")(x)))
    assert [name for name in found if not name.startswith(("add", "concatenate"))] == [*U_NET, "classes"]


def test_softmax_and_copies_of_another_size_at_the_end_are_no_blocks():
    inputs, x = down_and_up()
    x = layers.UpSampling2D()(layers.Conv2D(3, 1, name="classes")(x))
    assert block_names(keras.Model(inputs, layers.Softmax()(x))) == [*U_NET, "classes"]


def test_auto_takes_the_maps_of_a_decoder_however_wide():
    inputs, x = down_and_up(widths=(4,))
    model = keras.Model(inputs, layers.Softmax()(layers.Conv2D(2, 1, name="classes")(x)))
    assert [tap.name for tap in resolve_taps(model)] == ["down0", "middle", "larger0", "up0", "classes"]


def test_a_gate_keeps_the_sum_around_it_whole():
    """Squeeze and excitation leads through a lower resolution, but what it meets has come the direct way."""

    def body(x, k):
        h = conv(f"a{k}")(x)
        gate = layers.Dense(4, "sigmoid")(layers.Dense(2, "relu")(layers.GlobalAveragePooling2D(keepdims=True)(h)))
        return layers.Add(name=f"sum{k}")([x, layers.Multiply()([h, gate])])

    assert block_names(residual(body, pool)) == ["stem", "sum0", "sum1", "features"]


def test_stages_of_a_model_with_several_outputs_are_blocks():
    inputs = x = keras.Input(SHAPE)
    stages = [
        x := layers.Conv2D(4 * 2**k, 3, 2, padding="same", activation="relu", name=f"stage{k}")(x) for k in range(3)
    ]
    backbone, image = keras.Model(inputs, stages, name="backbone"), keras.Input(SHAPE)
    *lower, x = backbone(image)
    x = layers.Conv2D(4, 1, name="lateral2")(x)
    for k in (1, 0):
        x = layers.Add(name=f"level{k}")([layers.UpSampling2D()(x), layers.Conv2D(4, 1)(lower[k])])
    found = block_names(keras.Model(image, layers.Conv2D(3, 1, name="classes")(x)))
    assert found == [*(f"backbone/stage{k}" for k in range(3)), "lateral2", "level1", "level0", "classes"]


def test_masks_are_no_outputs():
    model = sequential(layers.Embedding(9, 4, mask_zero=True, name="e"), layers.LSTM(3, name="l"), shape=(7,))
    assert [tap.name for tap in find_taps(model)] == ["e", "l"]


def test_two_bridges_at_each_resolution_leave_the_blocks():
    """What one of them meets has met the other before, which did not go lower."""
    inputs = x = keras.Input(SHAPE)
    bridges = []
    for k in range(2):
        for name in ("a", "b"):
            x = layers.Add(name=f"down{k}{name}")([conv(f"d{k}{name}")(x), layers.Conv2D(4, 1)(x)])
            bridges.append(x)
        x = layers.AveragePooling2D(2)(x)
    x = conv("middle")(x)
    for k in (1, 0):
        x = layers.UpSampling2D()(x)
        for name in ("a", "b"):
            x = layers.Concatenate()([x, bridges.pop()])
            x = layers.Add(name=f"up{k}{name}")([conv(f"u{k}{name}")(x), layers.Conv2D(4, 1)(x)])
    expected = ["down0a", "down0b", "down1a", "down1b", "middle", "up1a", "up1b", "up0a", "up0b"]
    assert block_names(keras.Model(inputs, x)) == expected


def test_what_goes_up_within_a_residual_branch_is_no_block():
    inputs = keras.Input(SHAPE)
    x = layers.Conv2D(4, 3, strides=4, padding="same", name="stem")(inputs)
    for k in range(2):
        h = layers.Conv2DTranspose(4, 3, padding="same", name=f"a{k}")(layers.ReLU()(x))
        h = layers.UpSampling2D()(layers.Conv2DTranspose(4, 3, padding="same", name=f"b{k}")(layers.ReLU()(h)))
        x = layers.Add(name=f"sum{k}")([h, layers.Conv2D(4, 1)(layers.UpSampling2D()(x))])
    assert block_names(keras.Model(inputs, x)) == ["stem", "sum0", "sum1"]


def test_maps_of_three_resolutions_that_are_joined_leave_the_blocks():
    inputs = x = keras.Input(SHAPE)
    maps = [x := conv(f"stage{k}", strides=2)(x) for k in range(3)]
    resized = [layers.Resizing(8, 8)(layers.Dense(4, name=f"linear{k}")(one)) for k, one in enumerate(maps)]
    x = layers.ReLU(name="fused")(layers.Conv2D(6, 1)(layers.Concatenate(name="joined")(resized[::-1])))
    found = block_names(keras.Model(inputs, layers.Conv2D(2, 1, activation="softmax", name="classes")(x)))
    assert found == ["stage0", "stage1", "stage2", "linear2", "fused"]


def test_rounds_of_shared_blocks_that_look_up_one_array_are_blocks():
    """A Perceiver's latents: the array that they attend to passes by. A part that is called again gives its name."""
    latents, array = keras.Input((4, 8)), keras.Input((16, 8))
    attended = layers.MultiHeadAttention(2, 4)(latents, layers.LayerNormalization()(array))
    attend = keras.Model([latents, array], layers.Add(name="sum")([latents, attended]), name="attend")
    inputs = keras.Input(SHAPE)
    array = layers.Reshape((16, 8))(layers.Conv2D(8, 4, strides=4, name="patches")(inputs))
    x = layers.Conv1D(8, 4, strides=4, name="latents")(array)
    for _ in range(3):
        x = attend([x, array])
    x = layers.GlobalAveragePooling1D(name="features")(x)
    expected = ["patches", "latents", "attend", "attend:1", "attend:2", "features"]
    assert block_names(keras.Model(inputs, layers.Dense(5)(x))) == expected


def test_blocks_within_a_layer_that_ends_with_another_shape_are_blocks():
    class Tokens(Encoder):
        def call(self, x):
            return ops.reshape(super().call(x), (-1, 4, 4, 8))

    model = sequential(Tokens(name="encoder"), layers.GlobalAveragePooling2D(name="features"), layers.Dense(5))
    assert block_names(model) == [*BLOCKS, "features"]


def test_a_layer_without_weights_leaves_the_half_sums_joined():
    class StochasticDepth(layers.Layer):
        def call(self, x):
            return x

    inputs = keras.Input(SHAPE)
    x = layers.Reshape((16, 8))(layers.Conv2D(8, 4, strides=4, name="patches")(inputs))
    h = layers.LayerNormalization()(x)
    x = layers.Add(name="attended")([x, StochasticDepth()(layers.MultiHeadAttention(2, 4)(h, h))])
    x = layers.Add(name="mixed")([x, StochasticDepth()(layers.Dense(8)(layers.LayerNormalization()(x)))])
    assert block_names(keras.Model(inputs, layers.Dense(5)(layers.Flatten()(x)))) == ["patches", "mixed"]


def test_a_layer_that_gives_its_end_twice_hides_nothing():
    class Stages(layers.Layer):
        def __init__(self, **options):
            super().__init__(**options)
            self.first, self.second = conv("s1"), conv("s2")

        def call(self, x):
            first = self.first(x)
            second = self.second(first)
            return second, {"stage1": first, "stage2": second}

    inputs = keras.Input(SHAPE)
    ends = {}
    for name in ("end", "stage2"):
        end, stages = Stages(name="encoder")(inputs)
        x = layers.LayerNormalization(name="norm")(end if name == "end" else stages["stage2"])
        model = keras.Model(inputs, layers.Dense(5)(layers.GlobalAveragePooling2D(name="features")(x)))
        ends[name] = block_names(model)
    assert ends["end"] == ends["stage2"] == ["encoder/s1", "norm", "features"]


class Scale(layers.Layer):
    """A factor for each channel, as LayerScale."""

    def build(self, shape):
        self.factor = self.add_weight(shape=(shape[-1],))

    def call(self, x):
        return x * self.factor


def test_a_factor_for_each_channel_leaves_the_half_sums_joined():
    x = inputs = keras.Input((16, 8))
    for number in range(2):
        h = layers.LayerNormalization()(x)
        x = layers.Add(name=f"attended{number}")([x, Scale()(layers.MultiHeadAttention(2, 4)(h, h))])
        x = layers.Add(name=f"mixed{number}")([x, Scale()(layers.Dense(8)(layers.LayerNormalization()(x)))])
    model = keras.Model(inputs, layers.Dense(5)(layers.GlobalAveragePooling1D(name="features")(x)))
    assert block_names(model) == ["mixed0", "mixed1", "features"]


def test_the_three_sums_of_a_decoder_are_one_block():
    x, encoded = inputs = keras.Input((6, 8)), keras.Input((4, 8))
    for number in range(2):
        x = layers.Add(name=f"self{number}")([x, layers.MultiHeadAttention(2, 4)(x, x)])
        x = layers.Add(name=f"cross{number}")([x, layers.MultiHeadAttention(2, 4)(x, encoded)])
        x = layers.Add(name=f"mixed{number}")([x, layers.Dense(8)(layers.Dense(16)(x))])
    model = keras.Model(inputs, layers.Dense(5)(layers.GlobalAveragePooling1D(name="features")(x)))
    assert [tap.name for tap in resolve_taps(model, "blocks", source=0)] == ["mixed0", "mixed1", "features"]


def deep(x):
    return layers.Dense(4, activation="relu", name="deep2")(layers.Dense(8, activation="relu", name="deep1")(x))


def wide_beside(x):
    return layers.Dense(1)(layers.Concatenate(name="both")([layers.BatchNormalization()(x), deep(x)]))


def factors_beside(x):
    pairs = ops.sum(x, 1, keepdims=True) ** 2 - ops.sum(x**2, 1, keepdims=True)
    return ops.sigmoid(layers.Dense(1)(deep(x)) + pairs)


def linear_beside(x):
    return layers.Add()([layers.Dense(1)(x), layers.Dense(1)(deep(x))])


def sum_before_head(x):
    return layers.Dense(1)(layers.Add(name="sum")([x, layers.Dense(6)(layers.Dense(8)(x))]))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (wide_beside, ["deep1", "deep2", "both"]),
        (factors_beside, ["deep1", "deep2"]),
        (linear_beside, ["deep1", "deep2"]),
        (sum_before_head, ["sum"]),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_what_goes_beside_the_deep_part_of_a_table_leaves_its_layers(head, expected):
    inputs = keras.Input((5,))
    x = layers.Dense(6, activation="relu", name="first")(inputs)
    assert block_names(keras.Model(inputs, head(x))) == ["first", *expected]


def test_what_is_added_behind_several_blocks_leaves_these():
    inputs = keras.Input(SHAPE)
    first = x = conv("first")(inputs)
    for number in range(2):
        x = layers.Add(name=f"sum{number}")([x, conv(f"b{number}")(conv(f"a{number}", activation="relu")(x))])
    x = layers.Add(name="outer")([first, conv("last")(x)])
    model = keras.Model(inputs, layers.Add(name="restored")([inputs, layers.Conv2D(3, 1, name="colours")(x)]))
    assert block_names(model) == ["first", "sum0", "sum1", "last", "colours", "restored"]


def test_inputs_that_meet_in_the_scores_alone_have_the_way_of_the_first():
    user, item = inputs = [keras.Input((), dtype="int32", name=name) for name in ("user", "item")]
    vectors = layers.Embedding(9, 4, name="users")(user), layers.Embedding(9, 4, name="items")(item)
    assert block_names(keras.Model(inputs, layers.Dot(1, name="score")(vectors))) == ["users", "score"]


class Margin(layers.Layer):
    """Scores of classes by the angle between features and one vector for each."""

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], 5))

    def call(self, x):
        return ops.matmul(ops.normalize(x), ops.normalize(self.kernel, axis=0))


class TwoHeads(layers.Layer):
    """The mean of the scores of two heads, as of a class token and one for distillation."""

    def __init__(self):
        super().__init__()
        self.heads = [layers.Dense(5), layers.Dense(5)]

    def call(self, x):
        return (self.heads[0](x) + self.heads[1](x)) / 2


@pytest.mark.parametrize(
    "head",
    [Margin, TwoHeads, lambda: layers.SpectralNormalization(layers.Dense(5))],
    ids=["margin", "two-heads", "constrained"],
)
def test_heads_of_any_kind_are_no_blocks(head):
    assert block_names(sequential(conv("c1"), layers.Flatten(), layers.Dense(4, name="features"), head())) == [
        "c1",
        "features",
    ]


class Endpoint(layers.Layer):
    """Adds a loss, and gives what it was given."""

    def call(self, x):
        return x


@pytest.mark.parametrize(
    ("stack", "expected"),
    [
        (lambda: [conv("c1"), layers.Conv2D(3, 1, activation="softmax", name="classes")], ["c1"]),
        (lambda: [layers.Conv2D(3, 1, activation="softmax", name="classes")], ["classes"]),
        (lambda: [conv("c1"), conv("scores"), Endpoint(name="loss")], ["c1", "scores"]),
        (lambda: [conv("c1", strides=4), layers.SeparableConv2D(4, 4, name="keypoints")], ["c1"]),
    ],
    ids=["softmax", "nothing-else", "copy", "one-position"],
)
def test_outputs_that_are_a_classifier_or_a_copy_are_no_blocks(stack, expected):
    assert block_names(sequential(*stack())) == expected


class TwoTowers(keras.Model):
    """Reads ids by one network and images by another, in one dict."""

    def __init__(self):
        super().__init__(name="towers")
        text = [layers.Embedding(9, 4), layers.GlobalAveragePooling1D(), layers.Dense(4)]
        image = [layers.Rescaling(2, name="scale"), conv("c1"), layers.GlobalAveragePooling2D(name="mean")]
        self.text, self.image = keras.Sequential(text, name="text"), keras.Sequential(image, name="image")

    def call(self, x):
        return self.text(x["caption"]), self.image(x["image"])


def test_what_reads_ids_is_not_on_the_way_of_the_image():
    model, x = TwoTowers(), {"caption": np.zeros((2, 5), "int32"), "image": np.zeros((2, *SHAPE), "float32")}
    model(x)
    assert [tap.name for tap in resolve_taps(model, "blocks", x, source=1)] == ["image/c1", "image/mean"]


def test_sizes_are_told_with_the_channels_behind():
    options = {"padding": "same", "data_format": "channels_first"}
    inputs = x = keras.Input((3, 8, 16))
    for name in ("c1", "c2"):
        x = layers.Conv2D(4, 3, strides=2, use_bias=False, name=name, **options)(x)
        x = layers.ReLU(name=f"r_{name}")(layers.BatchNormalization(axis=1)(x))
    x = layers.Permute((2, 3, 1), name="last")(x)
    x = layers.Conv2D(5, 1, name="c3")(x)
    model = keras.Model(inputs, layers.Dense(2)(layers.GlobalAveragePooling2D(name="features")(x)))
    found = {tap.name: (tap.shape, tap.channels_first) for tap in resolve_taps(model, "blocks")}
    assert found == {
        "r_c1": ((4, 8, 4), True),
        "r_c2": ((2, 4, 4), True),
        "c3": ((2, 4, 5), False),
        "features": ((5,), False),
    }
