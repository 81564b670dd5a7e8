"""Attention in other ways: a class token apart, two heads, bags of images, a decoder beside its encoder."""

import keras
import numpy as np
from keras import layers, ops

from wild.images import fit
from wild.program import QUICK, wild
from wild.rows import digits, waves
from wild.texts import sentences


class LayerScale(layers.Layer):
    def __init__(self, init_values, projection_dim, **kwargs):
        super().__init__(**kwargs)
        self.gamma = self.add_weight(shape=(projection_dim,), initializer=keras.initializers.Constant(init_values))

    def call(self, x):
        return x * self.gamma


class ClassAttention(layers.Layer):
    """Attends to all tokens from the first alone; gives what it sees, and how much it looks at each."""

    def __init__(self, projection_dim, num_heads, **kwargs):
        super().__init__(**kwargs)
        self.num_heads, self.size = num_heads, projection_dim // num_heads
        self.q, self.k, self.v, self.proj = (layers.Dense(projection_dim) for _ in range(4))

    def heads_of(self, x):
        return ops.transpose(ops.reshape(x, (-1, x.shape[1], self.num_heads, self.size)), (0, 2, 1, 3))

    def call(self, x):
        q, k, v = self.heads_of(self.q(x[:, :1])), self.heads_of(self.k(x)), self.heads_of(self.v(x))
        attention = ops.softmax(ops.matmul(q, ops.transpose(k, (0, 1, 3, 2))) / self.size**0.5)
        seen = ops.reshape(ops.transpose(ops.matmul(attention, v), (0, 2, 1, 3)), (-1, 1, self.num_heads * self.size))
        return self.proj(seen), attention


def mlp(x, width):
    return layers.Dense(width)(layers.Dense(2 * width, activation="gelu")(layers.LayerNormalization(epsilon=1e-6)(x)))


def self_attention_block(num_tokens, width, name):
    inputs = keras.Input((num_tokens, width))
    h = layers.LayerNormalization(epsilon=1e-6)(inputs)
    h, scores = layers.MultiHeadAttention(2, width // 2)(h, h, return_attention_scores=True)
    h = layers.Add()([LayerScale(1e-5, width)(h), inputs])
    return keras.Model(inputs, [layers.Add()([LayerScale(1e-5, width)(mlp(h, width)), h]), scores], name=name)


def class_attention_block(num_tokens, width, name):
    inputs = keras.Input((num_tokens, width))
    h, scores = ClassAttention(width, 2)(layers.LayerNormalization(epsilon=1e-6)(inputs))
    h = layers.Add()([LayerScale(1e-5, width)(h), inputs[:, :1]])
    return keras.Model(inputs, [layers.Add()([LayerScale(1e-5, width)(mlp(h, width)), h]), scores], name=name)


class CaiT(keras.Model):
    def __init__(self, num_tokens=16, width=16):
        super().__init__()
        stack = [layers.Conv2D(width, 4, strides=4, padding="valid", name="conv_projection")]
        self.projection = keras.Sequential([*stack, layers.Reshape((num_tokens, width))], name="projection")
        self.cls_token = self.add_weight(shape=(1, 1, width), name="cls_token")
        self.pos_embed = self.add_weight(shape=(1, num_tokens, width), name="pos_embed")
        self.blocks = [self_attention_block(num_tokens, width, f"sa_ffn_block_{k}") for k in range(2)]
        self.class_blocks = [class_attention_block(num_tokens + 1, width, f"ca_ffn_block_{k}") for k in range(2)]
        self.norm = layers.LayerNormalization(epsilon=1e-6, name="head_norm")
        self.head = layers.Dense(3, name="classification_head")

    def call(self, x, training=False):
        x, seen = self.projection(x) + self.pos_embed, {}
        for block in self.blocks:
            x, seen[block.name] = block(x, training=training)
        token = ops.broadcast_to(self.cls_token, (ops.shape(x)[0], 1, x.shape[-1]))
        for block in self.class_blocks:
            token, seen[block.name] = block(ops.concatenate([token, x], axis=1), training=training)
        return self.head(self.norm(ops.concatenate([token, x], axis=1))[:, 0])


@wild(
    "CaiT: a class token that looks at the patches last",
    taps=[
        "projection/conv_projection",
        "sa_ffn_block_0/add_1",
        "sa_ffn_block_1/add_3",
        "ca_ffn_block_0/add_5",
        "ca_ffn_block_1/add_7",
        "head_norm",
    ],
    labels="3 classes",
    rows=(16, 16, 1),
)
def cait(callbacks):
    model = CaiT()
    model(digits()[0][0][:2])
    fit(model, callbacks)


class AttentionOfBags(layers.Layer):
    """A weight for each image of a bag, by what its features say."""

    def __init__(self, weight_params_dim, **kwargs):
        super().__init__(**kwargs)
        self.weight_params_dim = weight_params_dim

    def build(self, input_shape):
        self.v = self.add_weight(shape=(input_shape[0][1], self.weight_params_dim), name="v")
        self.w = self.add_weight(shape=(self.weight_params_dim, 1), name="w")

    def call(self, inputs):
        scores = [ops.matmul(ops.tanh(ops.matmul(one, self.v)), self.w) for one in inputs]
        alpha = ops.softmax(ops.stack(scores), axis=0)
        return [alpha[place] for place in range(alpha.shape[0])]


@wild(
    "bags of images, weighted by attention",
    taps=["shared_dense_layer_1:2", "shared_dense_layer_2:2", "concatenate"],
    labels="2 classes",
    rows=(16, 16, 1),
    is_portable=True,
)
def bags(callbacks):
    (x, y), _ = digits()
    places = np.random.default_rng(0).permutation(96).reshape(3, 32).repeat(2, axis=1)
    places[2] = np.roll(places[2], 1)
    shared = [layers.Dense(units, "relu", name=f"shared_dense_layer_{k + 1}") for k, units in enumerate((24, 16))]
    inputs = [keras.Input((16, 16, 1)) for _ in range(3)]
    embeddings = [shared[1](shared[0](layers.Flatten()(one))) for one in inputs]
    alpha = AttentionOfBags(8, name="alpha")(embeddings)
    weighted = [layers.multiply([weight, one]) for weight, one in zip(alpha, embeddings, strict=True)]
    model = keras.Model(inputs, layers.Dense(2, activation="softmax")(layers.concatenate(weighted, axis=1)))
    model.compile("adam", "sparse_categorical_crossentropy", **QUICK)
    labels = (y[places] == 2).any(axis=0).astype("float32")[:, None]
    model.fit([x[one] for one in places], labels, batch_size=64, epochs=1, verbose=0, callbacks=callbacks)


def decoder_block(x, encoded, name):
    h = layers.LayerNormalization()(x)
    x = layers.Add()([x, layers.MultiHeadAttention(2, 8)(h, h, use_causal_mask=True)])
    x = layers.Add()([x, layers.MultiHeadAttention(2, 8)(layers.LayerNormalization()(x), encoded)])
    return layers.Add(name=name)([x, mlp(x, 16)])


def encoder_block(x, name):
    h = layers.LayerNormalization()(x)
    x = layers.Add()([x, layers.MultiHeadAttention(2, 8)(h, h)])
    return layers.Add(name=name)([x, mlp(x, 16)])


@wild(
    "speech to text: a decoder of tokens beside an encoder of sound",
    taps=[
        "encoder_conv1",
        "encoder_conv2",
        "encoder_layer_0",
        "encoder_layer_1",
        "multi_head_attention_3",
        "decoder_layer_0",
        "decoder_layer_1",
        "logits",
    ],
    labels="15 classes a position",
    rows=(64, 1),
)
def speech(callbacks):
    sound, _ = waves(length=64)
    tokens = sentences()
    audio = keras.Input((64, 1), name="encoder_features")
    text = keras.Input((None,), dtype="int32", name="decoder_token_ids")
    padding = keras.Input((None,), dtype="int32", name="decoder_padding_mask")
    h = layers.Conv1D(16, 3, padding="same", activation="gelu", name="encoder_conv1")(audio)
    h = layers.Conv1D(16, 3, strides=2, padding="same", activation="gelu", name="encoder_conv2")(h)
    for number in range(2):
        h = encoder_block(h, f"encoder_layer_{number}")
    encoded, h = layers.LayerNormalization(name="encoder_norm")(h), layers.Embedding(20, 16)(text)
    for number in range(2):
        h = decoder_block(h, encoded, f"decoder_layer_{number}")
    outputs = layers.Dense(20, name="logits")(layers.LayerNormalization(name="decoder_norm")(h))
    inputs = {"encoder_features": audio, "decoder_token_ids": text, "decoder_padding_mask": padding}
    model = keras.Model(inputs, outputs)
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **QUICK)
    padding = (tokens > 0).astype("int32")
    x = {"encoder_features": sound, "decoder_token_ids": tokens, "decoder_padding_mask": padding}
    y, weights = np.roll(tokens, -1, axis=1), np.roll(padding, -1, axis=1)
    model.fit(x, y, sample_weight=weights, batch_size=120, epochs=1, verbose=0, callbacks=callbacks)
