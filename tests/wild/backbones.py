"""Transformers that classify images, beyond the plain ones."""

import keras
from keras import layers, ops

from wild.images import PatchEncoder, Patches, encoder_block, fit
from wild.program import wild


def window_partition(x, size):
    _, height, width, channels = x.shape
    x = ops.reshape(x, (-1, height // size, size, width // size, size, channels))
    return ops.reshape(ops.transpose(x, (0, 1, 3, 2, 4, 5)), (-1, size, size, channels))


def window_reverse(windows, size, height, width, channels):
    x = ops.reshape(windows, (-1, height // size, width // size, size, size, channels))
    return ops.reshape(ops.transpose(x, (0, 1, 3, 2, 4, 5)), (-1, height, width, channels))


class WindowAttention(layers.Layer):
    def __init__(self, dim, num_heads, **kwargs):
        super().__init__(**kwargs)
        self.dim, self.num_heads = dim, num_heads
        self.qkv, self.proj = layers.Dense(dim * 3), layers.Dense(dim)

    def call(self, x):
        _, size, channels = x.shape
        head = channels // self.num_heads
        qkv = ops.transpose(ops.reshape(self.qkv(x), (-1, size, 3, self.num_heads, head)), (2, 0, 3, 1, 4))
        q, k, v = qkv[0], qkv[1], qkv[2]
        attention = ops.softmax(ops.matmul(q, ops.transpose(k, (0, 1, 3, 2))) * head**-0.5, axis=-1)
        x = ops.reshape(ops.transpose(ops.matmul(attention, v), (0, 2, 1, 3)), (-1, size, channels))
        return self.proj(x)


class SwinTransformer(layers.Layer):
    def __init__(self, dim, num_patch, num_heads, window_size=4, shift_size=0, **kwargs):
        super().__init__(**kwargs)
        self.dim, self.num_patch, self.window_size, self.shift_size = dim, num_patch, window_size, shift_size
        self.norm1, self.norm2 = layers.LayerNormalization(epsilon=1e-5), layers.LayerNormalization(epsilon=1e-5)
        self.attn = WindowAttention(dim, num_heads)
        self.drop_path = layers.Dropout(0.03)
        self.mlp = keras.Sequential([layers.Dense(2 * dim), layers.Activation("gelu"), layers.Dense(dim)])

    def build(self, input_shape):
        self.built = True

    def call(self, x):
        height, width = self.num_patch
        skip = x
        x = ops.reshape(self.norm1(x), (-1, height, width, self.dim))
        if self.shift_size:
            x = ops.roll(x, shift=[-self.shift_size, -self.shift_size], axis=[1, 2])
        windows = ops.reshape(window_partition(x, self.window_size), (-1, self.window_size**2, self.dim))
        windows = ops.reshape(self.attn(windows), (-1, self.window_size, self.window_size, self.dim))
        x = window_reverse(windows, self.window_size, height, width, self.dim)
        if self.shift_size:
            x = ops.roll(x, shift=[self.shift_size, self.shift_size], axis=[1, 2])
        x = skip + self.drop_path(ops.reshape(x, (-1, height * width, self.dim)))
        return x + self.drop_path(self.mlp(self.norm2(x)))


class PatchMerging(layers.Layer):
    def __init__(self, num_patch, embed_dim):
        super().__init__()
        self.num_patch = num_patch
        self.linear_trans = layers.Dense(2 * embed_dim, use_bias=False)

    def call(self, x):
        height, width = self.num_patch
        x = ops.reshape(x, (-1, height, width, x.shape[-1]))
        parts = [x[:, i::2, j::2, :] for j in (0, 1) for i in (0, 1)]
        x = ops.reshape(ops.concatenate(parts, axis=-1), (-1, (height // 2) * (width // 2), 4 * x.shape[-1]))
        return self.linear_trans(x)


class PatchEmbedding(layers.Layer):
    def __init__(self, num_patch, embed_dim, **kwargs):
        super().__init__(**kwargs)
        self.num_patch = num_patch
        self.proj = layers.Dense(embed_dim)
        self.pos_embed = layers.Embedding(input_dim=num_patch, output_dim=embed_dim)

    def call(self, patch):
        return self.proj(patch) + self.pos_embed(ops.arange(start=0, stop=self.num_patch))


@wild(
    "Swin transformer",
    taps=[
        "patch_embedding",
        "swin_transformer",
        "swin_transformer_1",
        "patch_merging",
        "swin_transformer_2",
        "global_average_pooling1d",
    ],
    labels="3 classes",
    rows=(16, 16, 1),
)
def swin(callbacks):
    inputs = keras.Input((16, 16, 1))
    x = Patches(2)(inputs)
    x = PatchEmbedding(64, 16)(x)
    x = SwinTransformer(16, (8, 8), 2, shift_size=0)(x)
    x = SwinTransformer(16, (8, 8), 2, shift_size=2)(x)
    x = PatchMerging((8, 8), 16)(x)
    x = SwinTransformer(32, (4, 4), 2, shift_size=0)(x)
    x = layers.GlobalAveragePooling1D()(x)
    fit(keras.Model(inputs, layers.Dense(3)(x)), callbacks)


def cross_attention_module(latent_dim=8, data_dim=16, projection_dim=16):
    inputs = {
        "latent_array": keras.Input((latent_dim, projection_dim)),
        "data_array": keras.Input((data_dim, projection_dim)),
    }
    latent_array = layers.LayerNormalization(epsilon=1e-6)(inputs["latent_array"])
    data_array = layers.LayerNormalization(epsilon=1e-6)(inputs["data_array"])
    query, key, value = (layers.Dense(projection_dim)(x) for x in (latent_array, data_array, data_array))
    output = layers.Attention(use_scale=True, dropout=0.1)([query, value, key], return_attention_scores=False)
    output = layers.LayerNormalization()(layers.Add()([output, latent_array]))
    outputs = layers.Add()(
        [layers.Dense(projection_dim)(layers.Dense(projection_dim, activation="gelu")(output)), output]
    )
    return keras.Model(inputs=inputs, outputs=outputs)


def transformer_module(latent_dim=8, projection_dim=16):
    inputs = x0 = keras.Input((latent_dim, projection_dim))
    x1 = layers.LayerNormalization(epsilon=1e-6)(x0)
    x2 = layers.Add()([layers.MultiHeadAttention(num_heads=2, key_dim=projection_dim)(x1, x1), x0])
    x3 = layers.LayerNormalization(epsilon=1e-6)(x2)
    x3 = layers.Dense(projection_dim)(layers.Dense(projection_dim, activation="gelu")(x3))
    return keras.Model(inputs, layers.Add()([x3, x2]))


class Perceiver(keras.Model):
    def __init__(self, num_iterations=2):
        super().__init__()
        self.num_iterations = num_iterations
        self.patcher, self.patch_encoder = Patches(4), PatchEncoder(16, 16)
        self.latent_array = self.add_weight(shape=(8, 16), initializer="random_normal", trainable=True)
        self.cross_attention, self.transformer = cross_attention_module(), transformer_module()
        self.global_average_pooling = layers.GlobalAveragePooling1D()
        self.classification_head = layers.Dense(3)

    def call(self, inputs):
        encoded_patches = self.patch_encoder(self.patcher(inputs))
        latents = ops.broadcast_to(self.latent_array[None], (ops.shape(inputs)[0], 8, 16))
        for _ in range(self.num_iterations):
            latents = self.cross_attention({"latent_array": latents, "data_array": encoded_patches})
            latents = self.transformer(latents)
        return self.classification_head(self.global_average_pooling(latents))


@wild(
    "Perceiver, shared blocks",
    taps=["patch_encoder", "functional", "functional_1", "functional:1", "functional_1:1", "global_average_pooling1d"],
    labels="3 classes",
    rows=(16, 16, 1),
)
def perceiver(callbacks):
    fit(Perceiver(), callbacks)


def conv_block(x, filters=16, kernel_size=3, strides=2):
    return layers.Conv2D(filters, kernel_size, strides=strides, activation=keras.activations.swish, padding="same")(x)


def inverted_residual_block(x, expanded_channels, output_channels, strides=1):
    m = layers.Conv2D(expanded_channels, 1, padding="same", use_bias=False)(x)
    m = keras.activations.swish(layers.BatchNormalization()(m))
    if strides == 2:
        m = layers.ZeroPadding2D(padding=((0, 1), (0, 1)))(m)
    m = layers.DepthwiseConv2D(3, strides=strides, padding="same" if strides == 1 else "valid", use_bias=False)(m)
    m = keras.activations.swish(layers.BatchNormalization()(m))
    m = layers.BatchNormalization()(layers.Conv2D(output_channels, 1, padding="same", use_bias=False)(m))
    return layers.Add()([m, x]) if x.shape[-1] == output_channels and strides == 1 else m


def mobilevit_block(x, num_blocks, projection_dim, patch_size=4):
    local_features = conv_block(x, filters=projection_dim, strides=1)
    local_features = conv_block(local_features, filters=projection_dim, kernel_size=1, strides=1)
    num_patches = local_features.shape[1] * local_features.shape[2] // patch_size
    tokens = layers.Reshape((patch_size, num_patches, projection_dim))(local_features)
    for _ in range(num_blocks):
        tokens = encoder_block(tokens, projection_dim)
    folded = layers.Reshape((*local_features.shape[1:-1], projection_dim))(tokens)
    folded = conv_block(folded, filters=x.shape[-1], kernel_size=1, strides=1)
    return conv_block(layers.Concatenate(axis=-1)([x, folded]), filters=projection_dim, strides=1)


@wild(
    "MobileViT",
    taps=[
        "conv2d",
        "add",
        "add_1",
        "conv2d_10",
        "batch_normalization_11",
        "conv2d_16",
        "conv2d_17",
        "global_average_pooling2d",
    ],
    labels="3 classes",
    rows=(16, 16, 1),
)
def mobilevit(callbacks):
    inputs = keras.Input((16, 16, 1))
    x = layers.Rescaling(scale=0.5)(inputs)
    x = conv_block(x, filters=8, strides=1)
    x = inverted_residual_block(x, 16, 8, strides=1)
    x = inverted_residual_block(x, 16, 12, strides=2)
    x = inverted_residual_block(x, 24, 12, strides=1)
    x = mobilevit_block(x, num_blocks=2, projection_dim=16)
    x = inverted_residual_block(x, 32, 16, strides=2)
    x = mobilevit_block(x, num_blocks=1, projection_dim=16)
    x = conv_block(x, filters=48, kernel_size=1, strides=1)
    x = layers.GlobalAvgPool2D()(x)
    fit(keras.Model(inputs, layers.Dense(3)(x)), callbacks)


class TransformerBlock(layers.Layer):
    """As keras-hub has them: layers made in build, a LayerScale, two sums."""

    def __init__(self, hidden_dim, num_heads, **kwargs):
        super().__init__(**kwargs)
        self.hidden_dim, self.num_heads = hidden_dim, num_heads

    def build(self, input_shape):
        self.norm1, self.norm2 = (layers.LayerNormalization(epsilon=1e-6, name=f"norm{k}") for k in (1, 2))
        self.attention = layers.MultiHeadAttention(self.num_heads, self.hidden_dim // self.num_heads, name="attention")
        self.dense1 = layers.Dense(2 * self.hidden_dim, activation="gelu", name="fc1")
        self.dense2 = layers.Dense(self.hidden_dim, name="fc2")
        self.norm1.build(input_shape)
        self.norm2.build(input_shape)
        self.attention.build(input_shape, input_shape)
        self.dense1.build(input_shape)
        self.dense2.build((*input_shape[:-1], 2 * self.hidden_dim))
        self.scale = self.add_weight(name="scale", shape=(self.hidden_dim,), initializer="ones")
        self.built = True

    def call(self, x, training=None):
        normed = self.norm1(x)
        x = x + self.scale * self.attention(normed, normed, training=training)
        return x + self.scale * self.dense2(self.dense1(self.norm2(x)))

    def compute_output_shape(self, input_shape):
        return input_shape


class Embedding(layers.Layer):
    def __init__(self, hidden_dim, patch_size, num_registers=4, **kwargs):
        super().__init__(**kwargs)
        self.hidden_dim, self.patch_size, self.num_registers = hidden_dim, patch_size, num_registers

    def build(self, input_shape):
        self.patch = layers.Conv2D(self.hidden_dim, self.patch_size, strides=self.patch_size, name="patch_embedding")
        self.patch.build(input_shape)
        self.num_patches = (input_shape[1] // self.patch_size) * (input_shape[2] // self.patch_size)
        self.cls_token = self.add_weight(name="cls_token", shape=(1, 1, self.hidden_dim), initializer="zeros")
        self.registers = self.add_weight(name="registers", shape=(1, self.num_registers, self.hidden_dim))
        self.position = self.add_weight(name="position", shape=(1, self.num_patches + 1, self.hidden_dim))
        self.built = True

    def call(self, images):
        patches = ops.reshape(self.patch(images), (-1, self.num_patches, self.hidden_dim))
        rows = ops.shape(images)[0]
        tokens = ops.concatenate([ops.tile(self.cls_token, (rows, 1, 1)), patches], axis=1) + self.position
        return ops.concatenate([tokens[:, :1], ops.tile(self.registers, (rows, 1, 1)), tokens[:, 1:]], axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.num_patches + 1 + self.num_registers, self.hidden_dim)


class Encoder(layers.Layer):
    def __init__(self, num_layers, hidden_dim, num_heads, **kwargs):
        super().__init__(**kwargs)
        self.blocks = [
            TransformerBlock(hidden_dim, num_heads, name=f"transformer_block_{k}") for k in range(num_layers)
        ]
        self.norm = layers.LayerNormalization(epsilon=1e-6, name="layernorm")

    def build(self, input_shape):
        for block in self.blocks:
            block.build(input_shape)
        self.norm.build(input_shape)
        self.built = True

    def call(self, x, training=None):
        for block in self.blocks:
            x = block(x, training=training)
        return self.norm(x)

    def compute_output_shape(self, input_shape):
        return input_shape


def build_backbone(num_layers=3, hidden_dim=24):
    inputs = keras.Input((16, 16, 1), name="images")
    x = Embedding(hidden_dim, 4, name="embedding")(inputs)
    x = Encoder(num_layers, hidden_dim, 2, name="encoder")(x)
    return keras.Model(inputs, x, name="backbone")


@wild(
    "DINOv2: a backbone whose encoder is one layer",
    taps=[
        "backbone/embedding",
        "backbone/encoder/transformer_block_0",
        "backbone/encoder/transformer_block_1",
        "backbone/encoder/transformer_block_2",
        "concatenate",
    ],
    labels="3 classes",
    rows=(16, 16, 1),
    is_portable=True,
)
def dinov2(callbacks):
    backbone = build_backbone()
    inputs = keras.Input((16, 16, 1))
    tokens = backbone(inputs)
    pooled = ops.concatenate([tokens[:, 0], ops.mean(tokens[:, 5:], axis=1)], axis=-1)
    fit(keras.Model(inputs, layers.Dense(3, name="predictions")(layers.Dropout(0.1)(pooled))), callbacks)
