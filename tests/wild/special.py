"""Layers and shapes out of the ordinary: two outputs, a label among the inputs, constrained or quantized weights."""

import keras
import numpy as np
from keras import layers, ops

from wild.images import fit
from wild.program import QUICK, wild
from wild.rows import digits


class Involution(layers.Layer):
    """A kernel for each place of the map, made of what stands there; gives the map and the kernels."""

    def __init__(self, channel, kernel_size=3, reduction_ratio=2, **kwargs):
        super().__init__(**kwargs)
        self.channel, self.kernel_size, self.reduction_ratio = channel, kernel_size, reduction_ratio

    def build(self, input_shape):
        width = max(self.channel // self.reduction_ratio, 1)
        stack = [layers.Conv2D(width, 1), layers.BatchNormalization(), layers.ReLU()]
        self.kernel_gen = keras.Sequential([*stack, layers.Conv2D(self.kernel_size**2, 1)])
        self.kernel_gen.build(input_shape)

    def call(self, x):
        height, width, channels = x.shape[1:]
        kernel = ops.reshape(self.kernel_gen(x), (-1, height, width, self.kernel_size**2, 1))
        patches = ops.image.extract_patches(x, (self.kernel_size,) * 2, strides=1, padding="same")
        patches = ops.reshape(patches, (-1, height, width, self.kernel_size**2, channels))
        return ops.sum(kernel * patches, axis=3), kernel


@wild(
    "involution: layers of two outputs",
    taps=["conv2d", "re_lu_1", "re_lu_3", "dense"],
    labels="3 classes",
    rows=(16, 16, 1),
    is_portable=True,
)
def involution(callbacks):
    inputs = keras.Input((16, 16, 1))
    h = layers.Conv2D(4, 3, padding="same")(inputs)
    for number in range(2):
        h, _ = Involution(4, name=f"inv_{number}")(h)
        h = layers.MaxPooling2D((2, 2))(layers.ReLU()(h))
    h = layers.Dense(16, activation="relu")(layers.Flatten()(h))
    fit(keras.Model(inputs, layers.Dense(3)(h)), callbacks)


class GeneralizedMean(layers.Layer):
    def build(self, input_shape):
        self.p = self.add_weight(shape=(1,), initializer=keras.initializers.Constant(3.0))

    def call(self, x):
        return ops.power(ops.mean(ops.power(ops.maximum(x, 1e-6), self.p), axis=(1, 2)), 1 / self.p)


class ArcMargin(layers.Layer):
    """Scores of classes by angles, that of the row's own class made larger."""

    def __init__(self, num_classes, margin=0.3, scale=16.0, **kwargs):
        super().__init__(**kwargs)
        self.num_classes, self.margin, self.scale = num_classes, margin, scale

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[0][-1], self.num_classes))

    def call(self, inputs):
        features, labels = inputs
        cosine = ops.matmul(ops.normalize(features, axis=1), ops.normalize(self.kernel, axis=0))
        own = ops.cos(ops.arccos(ops.clip(cosine, -0.999, 0.999)) + self.margin)
        return ops.softmax(self.scale * ops.where(labels > 0, own, cosine))


@wild(
    "a margin between classes: labels among the inputs",
    taps=["activation", "activation_1", "generalized_mean", "embedding"],
    labels="3 classes",
    rows=(16, 16, 1),
    is_portable=True,
)
def margin(callbacks):
    (x, y), _ = digits()
    y = keras.utils.to_categorical(y, 3)
    image, label = keras.Input((16, 16, 1), name="image"), keras.Input((3,), name="label")
    h = image
    for filters in (8, 16):
        h = layers.BatchNormalization()(layers.Conv2D(filters, 3, strides=2, padding="same", use_bias=False)(h))
        h = layers.Activation("swish")(h)
    h = layers.Dense(12)(layers.Dropout(0.2)(GeneralizedMean()(h)))
    h = layers.BatchNormalization(name="embedding")(h)
    model = keras.Model([image, label], ArcMargin(3)([h, label]))
    model.compile("adam", "categorical_crossentropy", **QUICK)
    model.fit({"image": x, "label": y}, y, batch_size=96, epochs=1, verbose=0, callbacks=callbacks)


@wild(
    "weights whose spectral norm is one",
    taps=["leaky_re_lu", "leaky_re_lu_1", "re_lu"],
    labels="2 classes",
    rows=(16, 16, 1),
)
def constrained(callbacks):
    (x, y), _ = digits()
    h = inputs = keras.Input((16, 16, 1))
    for filters in (8, 16):
        h = layers.SpectralNormalization(layers.Conv2D(filters, 3, strides=2, padding="same"))(h)
        h = layers.LeakyReLU(negative_slope=0.2)(h)
    h = layers.ReLU()(layers.SpectralNormalization(layers.Dense(16))(layers.Flatten()(h)))
    model = keras.Model(inputs, layers.SpectralNormalization(layers.Dense(1))(h))
    model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True), **QUICK)
    model.fit(x, (y > 0).astype("float32"), batch_size=96, epochs=1, verbose=0, callbacks=callbacks)


@wild(
    "fine-tuning by low ranks, weights in eight bits",
    taps=["dense1", "dense2"],
    labels="3 classes",
    rows=(16, 16, 1),
    is_portable=True,
)
def low_ranks(callbacks):
    stack = [layers.Dense(24, activation="relu", name=f"dense{number}") for number in (1, 2)]
    model = keras.Sequential([keras.Input((16, 16, 1)), layers.Flatten(), *stack, layers.Dense(3, name="head")])
    model.quantize("int8")
    for layer in model.layers[1:]:
        layer.enable_lora(4)
    fit(model, callbacks)


@wild(
    "a stateful network on batches of one size",  # on PyTorch Keras itself cannot train it
    taps=["lstm", "lstm_1"],
    labels="1 numbers",
    rows=(8, 1),
)
def stateful(callbacks):
    rng = np.random.default_rng(0)
    series = (np.sin(0.3 * np.arange(208)) + 0.1 * rng.normal(size=208)).astype("float32")
    x = np.stack([series[start : start + 8] for start in range(200)])[..., None]
    first = layers.LSTM(8, stateful=True, return_sequences=True)
    model = keras.Sequential(
        [keras.Input(batch_shape=(20, 8, 1)), first, layers.LSTM(8, stateful=True), layers.Dense(1)]
    )
    model.compile("adam", "mse", **QUICK)
    model.fit(x, series[8:, None], batch_size=20, epochs=1, shuffle=False, verbose=0, callbacks=callbacks)


def channel_attention_block(x, number):
    channels = x.shape[-1]
    h = layers.Conv2D(channels, 3, padding="same", activation="relu")(x)
    h = layers.Conv2D(channels, 3, padding="same")(h)
    gate = layers.Conv2D(channels // 4, 1, activation="relu")(layers.GlobalAveragePooling2D(keepdims=True)(h))
    gate = layers.Conv2D(channels, 1, activation="sigmoid")(gate)
    return layers.Add(name=f"block_{number}")([x, layers.Multiply()([h, gate])])


@wild(
    "restoration: what is added to the image in the end",
    taps=["first", "block_0", "block_1", "last", "colours", "restored"],
    labels="none",
    rows=(16, 16, 1),
)
def restoration(callbacks):
    (x, _), _ = digits()
    image = keras.Input((None, None, 1))
    h = first = layers.Conv2D(8, 3, padding="same", name="first")(image)
    for number in range(2):
        h = channel_attention_block(h, number)
    h = layers.Add(name="group")([first, layers.Conv2D(8, 3, padding="same", name="last")(h)])
    outputs = layers.Add(name="restored")([image, layers.Conv2D(1, 3, padding="same", name="colours")(h)])
    model = keras.Model(image, outputs)
    model.compile("adam", lambda y, p: ops.mean(ops.sqrt(ops.square(y - p) + 1e-6)), **QUICK)
    noisy = (x + 0.3 * np.random.default_rng(0).normal(size=x.shape)).astype("float32")
    model.fit(noisy, x, batch_size=96, epochs=1, verbose=0, callbacks=callbacks)
