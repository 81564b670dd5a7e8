"""Programs that classify images, from convolutions to transformers."""

import keras
import numpy as np
from keras import layers, ops

from wild.program import QUICK, wild
from wild.rows import digits


def fit(model, callbacks, data=None, loss=None):
    data, validation = data or digits()
    loss = loss or keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.AdamW(1e-3, weight_decay=1e-4), loss, metrics=["accuracy"], **QUICK)
    model.fit(*data, batch_size=96, epochs=1, validation_data=validation, verbose=0, callbacks=callbacks)


@wild(
    "plain convolutions",
    taps=["conv2d", "conv2d_1", "max_pooling2d_1"],
    labels="3 classes",
    rows=(16, 16, 1),
    patches=1,
    is_portable=True,
)
def convnet(callbacks):
    (x, y), (x_val, y_val) = digits()
    model = keras.Sequential(
        [
            keras.Input(shape=(16, 16, 1)),
            layers.Conv2D(32, kernel_size=(3, 3), activation="relu"),
            layers.MaxPooling2D(pool_size=(2, 2)),
            layers.Conv2D(64, kernel_size=(3, 3), activation="relu"),
            layers.MaxPooling2D(pool_size=(2, 2)),
            layers.Flatten(),
            layers.Dropout(0.5),
            layers.Dense(3, activation="softmax"),
        ]
    )
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"], **QUICK)
    y, y_val = (keras.utils.to_categorical(labels, 3) for labels in (y, y_val))
    model.fit(x, y, batch_size=96, epochs=1, validation_data=(x_val, y_val), verbose=0, callbacks=callbacks)


@wild(
    "fine-tuning on a frozen base",
    taps=["backbone/block1_out", "backbone/block2_out", "backbone/block3_out", "global_average_pooling2d"],
    labels="3 classes",
    rows=(16, 16, 1),
    is_portable=True,
)
def frozen_base(callbacks):
    inputs = x = keras.Input((16, 16, 1), name="photo")
    for block, width in enumerate((16, 32, 32), 1):
        x = layers.Conv2D(width, 3, strides=2, padding="same", use_bias=False, name=f"block{block}_conv")(x)
        x = layers.BatchNormalization(name=f"block{block}_bn")(x)
        x = layers.Activation("relu", name=f"block{block}_out")(x)
    base = keras.Model(inputs, x, name="backbone")
    base.trainable = False

    inputs = keras.Input((16, 16, 1))
    x = keras.Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.1)], name="augmentation")(inputs)
    x = layers.Rescaling(1 / 2.0, offset=-0.1)(x)
    x = base(x, training=False)
    x = layers.GlobalAveragePooling2D()(x)
    x = layers.Dropout(0.2)(x)
    fit(keras.Model(inputs, layers.Dense(3)(x)), callbacks)


class Patches(layers.Layer):
    def __init__(self, patch_size):
        super().__init__()
        self.patch_size = patch_size

    def call(self, images):
        shape = ops.shape(images)
        num_h, num_w = shape[1] // self.patch_size, shape[2] // self.patch_size
        patches = ops.image.extract_patches(images, size=self.patch_size)
        return ops.reshape(patches, (shape[0], num_h * num_w, self.patch_size**2 * shape[3]))


class PatchEncoder(layers.Layer):
    def __init__(self, num_patches, projection_dim):
        super().__init__()
        self.num_patches = num_patches
        self.projection = layers.Dense(units=projection_dim)
        self.position_embedding = layers.Embedding(input_dim=num_patches, output_dim=projection_dim)

    def call(self, patch):
        positions = ops.expand_dims(ops.arange(0, self.num_patches, step=1), axis=0)
        return self.projection(patch) + self.position_embedding(positions)


def mlp(x, hidden_units, dropout_rate):
    for units in hidden_units:
        x = layers.Dense(units, activation=keras.activations.gelu)(x)
        x = layers.Dropout(dropout_rate)(x)
    return x


def encoder_block(tokens, width=24):
    x1 = layers.LayerNormalization(epsilon=1e-6)(tokens)
    attention = layers.MultiHeadAttention(num_heads=2, key_dim=width, dropout=0.1)(x1, x1)
    x2 = layers.Add()([attention, tokens])
    x3 = layers.LayerNormalization(epsilon=1e-6)(x2)
    return layers.Add()([mlp(x3, [2 * width, width], 0.1), x2])


@wild(
    "vision transformer",
    taps=["patch_encoder", "add_1", "add_3", "add_5", "dense_7", "dense_8"],
    labels="3 classes",
    rows=(16, 16, 1),
    is_portable=True,
)
def vit(callbacks):
    inputs = keras.Input(shape=(16, 16, 1))
    tokens = PatchEncoder(16, 24)(Patches(4)(inputs))
    for _ in range(3):
        tokens = encoder_block(tokens)
    representation = layers.LayerNormalization(epsilon=1e-6)(tokens)
    representation = layers.Dropout(0.5)(layers.Flatten()(representation))
    features = mlp(representation, [48, 32], 0.5)
    fit(keras.Model(inputs, layers.Dense(3)(features)), callbacks)


class StochasticDepth(layers.Layer):
    def __init__(self, drop_prop, **kwargs):
        super().__init__(**kwargs)
        self.drop_prob = drop_prop
        self.seed_generator = keras.random.SeedGenerator(1337)

    def call(self, x, training=None):
        if training:
            keep_prob = 1 - self.drop_prob
            mask = keras.random.uniform((ops.shape(x)[0], 1, 1), 0, 1, seed=self.seed_generator)
            return x / keep_prob * ops.floor(keep_prob + mask)
        return x


class CCTTokenizer(layers.Layer):
    def __init__(self, widths=(16, 24), **kwargs):
        super().__init__(**kwargs)
        self.conv_model = keras.Sequential()
        for width in widths:
            self.conv_model.add(layers.Conv2D(width, 3, 1, padding="valid", use_bias=False, activation="relu"))
            self.conv_model.add(layers.ZeroPadding2D(1))
            self.conv_model.add(layers.MaxPooling2D(3, 2, "same"))

    def call(self, images):
        outputs = self.conv_model(images)
        shape = ops.shape(outputs)
        return ops.reshape(outputs, (-1, shape[1] * shape[2], shape[-1]))


class PositionEmbedding(layers.Layer):
    def build(self, input_shape):
        self.embeddings = self.add_weight(name="embeddings", shape=input_shape[1:], initializer="glorot_uniform")

    def call(self, inputs):
        return inputs + ops.broadcast_to(self.embeddings, ops.shape(inputs))


class SequencePooling(layers.Layer):
    def __init__(self):
        super().__init__()
        self.attention = layers.Dense(1)

    def call(self, x):
        weights = ops.transpose(ops.softmax(self.attention(x), axis=1), axes=(0, 2, 1))
        return ops.squeeze(ops.matmul(weights, x), axis=-2)


@wild(
    "compact convolutional transformer",
    taps=["cct_tokenizer", "position_embedding", "add_1", "add_3", "sequence_pooling"],
    labels="3 classes",
    rows=(16, 16, 1),
)
def cct(callbacks):
    (x, y), (x_val, y_val) = digits()
    inputs = keras.Input((16, 16, 1))
    tokens = PositionEmbedding()(CCTTokenizer()(inputs))
    for rate in np.linspace(0, 0.1, 2):
        x1 = layers.LayerNormalization(epsilon=1e-5)(tokens)
        attention = layers.MultiHeadAttention(num_heads=2, key_dim=24, dropout=0.1)(x1, x1)
        x2 = layers.Add()([StochasticDepth(rate)(attention), tokens])
        x3 = mlp(layers.LayerNormalization(epsilon=1e-5)(x2), [24, 24], 0.1)
        tokens = layers.Add()([StochasticDepth(rate)(x3), x2])
    representation = SequencePooling()(layers.LayerNormalization(epsilon=1e-5)(tokens))
    model = keras.Model(inputs, layers.Dense(3)(representation))
    y, y_val = (keras.utils.to_categorical(labels, 3) for labels in (y, y_val))
    fit(
        model,
        callbacks,
        ((x, y), (x_val, y_val)),
        keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1),
    )


class MLPMixerLayer(layers.Layer):
    def __init__(self, num_patches, hidden_units, dropout_rate):
        super().__init__()
        self.mlp1 = keras.Sequential(
            [layers.Dense(num_patches, activation="gelu"), layers.Dense(num_patches), layers.Dropout(dropout_rate)]
        )
        self.mlp2 = keras.Sequential(
            [layers.Dense(num_patches, activation="gelu"), layers.Dense(hidden_units), layers.Dropout(dropout_rate)]
        )
        self.normalize = layers.LayerNormalization(epsilon=1e-6)

    def build(self, input_shape):
        self.built = True

    def call(self, inputs):
        x = self.normalize(inputs)
        x_channels = ops.transpose(x, axes=(0, 2, 1))
        mlp1_outputs = self.mlp1(x_channels)
        mlp1_outputs = ops.transpose(mlp1_outputs, axes=(0, 2, 1))
        x = mlp1_outputs + inputs
        x_patches = self.normalize(x)
        return x + self.mlp2(x_patches)


@wild(
    "MLP-Mixer",
    taps=[
        "dense_16",
        "sequential_8/mlp_mixer_layer",
        "sequential_8/mlp_mixer_layer_1",
        "sequential_8/mlp_mixer_layer_2",
        "sequential_8/mlp_mixer_layer_3",
        "global_average_pooling1d",
    ],
    labels="3 classes",
    rows=(16, 16, 1),
    is_portable=True,
)
def mixer(callbacks):
    blocks = keras.Sequential([MLPMixerLayer(16, 24, 0.2) for _ in range(4)])
    inputs = keras.Input(shape=(16, 16, 1))
    x = layers.Dense(units=24)(Patches(4)(inputs))
    x = x + layers.Embedding(16, 24)(ops.arange(16))
    x = blocks(x)
    representation = layers.Dropout(rate=0.2)(layers.GlobalAveragePooling1D()(x))
    fit(keras.Model(inputs, layers.Dense(3)(representation)), callbacks)
