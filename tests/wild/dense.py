"""Programs that answer for places of an image: masks, boxes, points, text, images."""

import keras
import numpy as np
from keras import layers, ops

from wild.backbones import TransformerBlock
from wild.program import QUICK, wild
from wild.rows import digits, masks


@wild(
    "U-Net of separable convolutions, segmentation masks",
    taps=["activation", "add", "add_1", "add_2", "add_3"],
    labels="3 classes a position",
    rows=(16, 16, 1),
    patches=2,
)
def unet(callbacks):
    (x, _), (x_val, _) = digits()
    inputs = keras.Input(shape=(16, 16, 1))
    h = layers.Conv2D(16, 3, strides=1, padding="same")(inputs)
    h = layers.Activation("relu")(layers.BatchNormalization()(h))
    previous = h
    for filters in (24, 32):
        for _ in range(2):
            h = layers.Activation("relu")(h)
            h = layers.BatchNormalization()(layers.SeparableConv2D(filters, 3, padding="same")(h))
        h = layers.MaxPooling2D(3, strides=2, padding="same")(h)
        h = layers.add([h, layers.Conv2D(filters, 1, strides=2, padding="same")(previous)])
        previous = h
    for filters in (32, 24):
        for _ in range(2):
            h = layers.Activation("relu")(h)
            h = layers.BatchNormalization()(layers.Conv2DTranspose(filters, 3, padding="same")(h))
        h = layers.UpSampling2D(2)(h)
        residual = layers.Conv2D(filters, 1, padding="same")(layers.UpSampling2D(2)(previous))
        previous = h = layers.add([h, residual])
    outputs = layers.Conv2D(3, 3, activation="softmax", padding="same")(h)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="sparse_categorical_crossentropy", **QUICK)
    y, y_val = masks(x)[..., None], masks(x_val)[..., None]
    model.fit(x, y, batch_size=96, epochs=1, validation_data=(x_val, y_val), verbose=0, callbacks=callbacks)


class DownscaleBlock(layers.Layer):
    """As the example of depth estimation has it: gives the sum that its pooling reads."""

    def __init__(self, filters):
        super().__init__()
        self.convA, self.convB = (layers.Conv2D(filters, 3, padding="same") for _ in range(2))
        self.reluA, self.reluB = layers.LeakyReLU(negative_slope=0.2), layers.LeakyReLU(negative_slope=0.2)
        self.bn2a, self.bn2b = layers.BatchNormalization(), layers.BatchNormalization()
        self.pool = layers.MaxPooling2D((2, 2), (2, 2))

    def call(self, inputs):
        d = self.convA(inputs)
        x = self.reluB(self.bn2b(self.convB(self.reluA(self.bn2a(d)))))
        x += d
        return x, self.pool(x)


class UpscaleBlock(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.us, self.concat = layers.UpSampling2D((2, 2)), layers.Concatenate()
        self.conv = layers.Conv2D(filters, 3, padding="same", activation="relu")

    def call(self, x, skip):
        return self.conv(self.concat([self.us(x), skip]))


class DepthEstimation(keras.Model):
    def __init__(self):
        super().__init__()
        self.downscale_blocks = [DownscaleBlock(filters) for filters in (8, 12)]
        self.bottle_neck = layers.Conv2D(16, 3, padding="same", activation="relu")
        self.upscale_blocks = [UpscaleBlock(filters) for filters in (12, 8)]
        self.conv_layer = layers.Conv2D(1, (1, 1), padding="same", activation="tanh")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return ops.mean(ops.abs(y - y_pred)) + 0.1 * ops.mean((y_pred[:, 1:] - y_pred[:, :-1]) ** 2)

    def call(self, x):
        skips = []
        for block in self.downscale_blocks:
            skip, x = block(x)
            skips.append(skip)
        x = self.bottle_neck(x)
        for block, skip in zip(self.upscale_blocks, reversed(skips), strict=True):
            x = block(x, skip)
        return self.conv_layer(x)


@wild(
    "depth estimation, a U-Net of own layers",
    taps=["downscale_block", "downscale_block_1", "conv2d_4", "upscale_block", "upscale_block_1", "conv2d_7"],
    labels="none",
    rows=(16, 16, 1),
)
def depth(callbacks):
    (x, _), _ = digits()
    model = DepthEstimation()
    model.compile(keras.optimizers.Adam(1e-3), **QUICK)
    model.fit(x, np.tanh(x + 0.1), batch_size=96, epochs=1, verbose=0, callbacks=callbacks)


@wild(
    "several heads, a dict of labels",
    taps=["conv2d", "conv2d_1", "global_average_pooling2d"],
    labels="3 classes",
    rows=(16, 16, 1),
    is_portable=True,
)
def several_heads(callbacks):
    (x, y), _ = digits()
    inputs = h = keras.Input((16, 16, 1))
    for filters in (8, 16):
        h = layers.Conv2D(filters, 3, strides=2, padding="same", activation="relu")(h)
    h = layers.GlobalAveragePooling2D()(h)
    heads = {"box": layers.Dense(4, name="box")(h), "digit": layers.Dense(3, activation="softmax", name="digit")(h)}
    heads["is_zero"] = layers.Dense(1, activation="sigmoid", name="is_zero")(layers.Dense(8, activation="relu")(h))
    model = keras.Model(inputs, heads)
    losses = {"box": "mse", "digit": "sparse_categorical_crossentropy", "is_zero": "binary_crossentropy"}
    model.compile("adam", losses, metrics={"digit": ["accuracy"]}, **QUICK)
    labels = {"box": np.stack([x.mean((1, 2, 3))] * 4, 1), "digit": y, "is_zero": (y == 0).astype("float32")}
    model.fit(x, labels, batch_size=96, epochs=1, verbose=0, callbacks=callbacks)


@wild(
    "U-Net with skip connections, segmentation masks",
    taps=["conv2d", "conv2d_2", "conv2d_4", "conv2d_5", "conv2d_6", "conv2d_7", "conv2d_8", "conv2d_9"],
    labels="3 classes a position",
    rows=(16, 16, 1),
)
def unet_skips(callbacks):
    (x, _), (x_val, _) = digits()

    def double_conv(h, filters):
        h = layers.Conv2D(filters, 3, padding="same", activation="relu", kernel_initializer="he_normal")(h)
        return layers.Conv2D(filters, 3, padding="same", activation="relu", kernel_initializer="he_normal")(h)

    inputs = h = keras.Input(shape=(16, 16, 1))
    skips = []
    for filters in (8, 16):
        skips.append(double_conv(h, filters))
        h = layers.Dropout(0.3)(layers.MaxPool2D(2)(skips[-1]))
    h = double_conv(h, 32)
    for filters, skip in zip((16, 8), reversed(skips), strict=True):
        h = layers.Conv2DTranspose(filters, 3, 2, padding="same")(h)
        h = double_conv(layers.Dropout(0.3)(layers.concatenate([h, skip])), filters)
    model = keras.Model(inputs, layers.Conv2D(3, 1, padding="same", activation="softmax")(h), name="U-Net")
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"], **QUICK)
    data, validation = (x, masks(x)), (x_val, masks(x_val))
    model.fit(*data, batch_size=96, epochs=1, validation_data=validation, verbose=0, callbacks=callbacks)


class MixBlock(layers.Layer):
    """Overlapping patches of one stage of a MiT, and its transformer blocks."""

    def __init__(self, width, stride, num_blocks, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.embed = layers.Conv2D(width, 3, strides=stride, padding="same", name="overlapping_patch")
        self.blocks = [TransformerBlock(width, 2, name=f"transformer_{k}") for k in range(num_blocks)]
        self.norm = layers.LayerNormalization(name="norm")

    def build(self, input_shape):
        self.embed.build(input_shape)
        shape = self.embed.compute_output_shape(input_shape)
        self.side = shape[1:3]
        for block in self.blocks:
            block.build((None, shape[1] * shape[2], self.width))
        self.norm.build((None, shape[1] * shape[2], self.width))
        self.built = True

    def call(self, x):
        x = ops.reshape(self.embed(x), (-1, self.side[0] * self.side[1], self.width))
        for block in self.blocks:
            x = block(x)
        return ops.reshape(self.norm(x), (-1, *self.side, self.width))


def build_mit():
    inputs = x = keras.Input((16, 16, 1), name="images")
    pyramid = {}
    for level, (width, stride) in enumerate(((16, 2), (24, 2), (32, 2)), 1):
        x = MixBlock(width, stride, 2, name=f"stage{level}")(x)
        pyramid[f"P{level}"] = x
    return keras.Model(inputs, pyramid, name="mit")


@wild(
    "SegFormer: a backbone of several outputs, resized and summed",
    taps=[
        "mit/stage1/transformer_0",
        "mit/stage1/transformer_1",
        "mit/stage2/transformer_1",
        "mit/stage3/transformer_0",
        "mit/stage3/transformer_1",
        "linear_P3",
        "activation",
        "classes",
    ],
    labels="3 classes a position",
    rows=(16, 16, 1),
)
def segformer(callbacks):
    (x, _), (x_val, _) = digits()
    inputs = keras.Input((16, 16, 1))
    features = build_mit()(inputs)
    maps = []
    for level in ("P1", "P2", "P3"):
        projected = layers.Dense(16, name=f"linear_{level}")(features[level])
        maps.append(layers.Resizing(8, 8, interpolation="bilinear", name=f"resize_{level}")(projected))
    h = layers.Concatenate(axis=-1)(maps[::-1])
    h = layers.Activation("relu")(layers.BatchNormalization()(layers.Conv2D(16, 1, use_bias=False, name="fuse")(h)))
    h = layers.Conv2D(3, 1, name="classes")(layers.Dropout(0.1)(h))
    model = keras.Model(inputs, layers.Resizing(16, 16, interpolation="bilinear", name="to_input")(h))
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **QUICK)
    data, validation = (x, masks(x)), (x_val, masks(x_val))
    model.fit(*data, batch_size=96, epochs=1, validation_data=validation, verbose=0, callbacks=callbacks)


@wild("detector, labels in a dict", taps=["relu1", "relu2", "relu3"], labels="4 classes a position", rows=(16, 16, 1))
def detector(callbacks):
    (x, classes), (x_val, classes_val) = digits()

    def targets(x, classes):
        grid = np.zeros((len(x), 4, 4), "int32")
        grid[:, 1, 2] = classes + 1
        return {"boxes": np.tile(x[:, :4, :4, :1], (1, 1, 1, 4)), "classes": grid}

    def head(x, num_outputs, name):
        x = layers.Conv2D(16, 3, padding="same", activation="relu", name=f"{name}_conv")(x)
        return layers.Conv2D(num_outputs, 3, padding="same", name=name)(x)

    inputs = h = keras.Input((16, 16, 1), name="image")
    for block, width in enumerate((16, 24, 32), 1):
        h = layers.Conv2D(width, 3, strides=2 if block < 3 else 1, padding="same", name=f"conv{block}")(h)
        h = layers.ReLU(name=f"relu{block}")(layers.BatchNormalization(name=f"bn{block}")(h))
    model = keras.Model(inputs, {"boxes": head(h, 4, "boxes"), "classes": head(h, 6, "classes")})
    loss = {"boxes": "huber", "classes": keras.losses.SparseCategoricalCrossentropy(from_logits=True)}
    model.compile(keras.optimizers.SGD(0.01, momentum=0.9), loss, **QUICK)
    validation = x_val, targets(x_val, classes_val)
    options = {"batch_size": 96, "epochs": 1, "validation_data": validation, "verbose": 0}
    model.fit(x, targets(x, classes), callbacks=callbacks, **options)


@wild(
    "keypoints, (n, 1, 1, K) labels",
    taps=["conv2d", "conv2d_1", "separable_conv2d"],
    labels="4 numbers",
    rows=(16, 16, 1),
)
def keypoints(callbacks):
    (x, _), (x_val, _) = digits()

    def corners(x):
        rows, columns = x[..., 0].mean(2), x[..., 0].mean(1)
        found = np.stack([rows.argmax(1), rows.argmin(1), columns.argmax(1), columns.argmin(1)], 1)
        return (found / 16.0).astype("float32")[:, None, None]

    inputs = h = keras.Input((16, 16, 1))
    for width in (16, 24):
        h = layers.Conv2D(width, 3, strides=2, padding="same", activation="relu")(h)
    h = layers.Dropout(0.3)(h)
    h = layers.SeparableConv2D(16, kernel_size=2, strides=1, activation="relu")(h)
    outputs = layers.SeparableConv2D(4, kernel_size=3, strides=1, activation="sigmoid")(h)
    model = keras.Model(inputs, outputs, name="keypoint_detector")
    model.compile(keras.optimizers.Adam(1e-4), loss="mse", **QUICK)
    data, validation = (x, corners(x)), (x_val, corners(x_val))
    model.fit(*data, batch_size=96, epochs=1, validation_data=validation, verbose=0, callbacks=callbacks)


class CTCLayer(layers.Layer):
    def call(self, y_true, y_pred):
        lengths = ops.full((ops.shape(y_pred)[0],), y_pred.shape[1], dtype="int32")
        label_lengths = ops.full((ops.shape(y_true)[0],), y_true.shape[1], dtype="int32")
        loss = ops.nn.ctc_loss(ops.cast(y_true, "int32"), y_pred, label_lengths, lengths, mask_index=10)
        self.add_loss(ops.mean(loss))
        return y_pred


@wild(
    "recognition with CTC, labels among the inputs",
    taps=["Conv1", "Conv2", "dense1", "bidirectional", "bidirectional_1", "dense2"],
    labels="none",
    rows=(32, 16, 1),
    patches=2,
)
def ocr(callbacks):
    (x, y), _ = digits()
    images = np.concatenate([x, np.roll(x, 1, 0)], axis=2).transpose(0, 2, 1, 3)  # time goes along the text
    texts = np.stack([y, np.roll(y, 1)], 1).astype("float32")
    image = keras.Input(shape=(32, 16, 1), name="image")
    labels = keras.Input(name="label", shape=(2,))
    h = image
    for block, width in enumerate((16, 24), 1):
        h = layers.Conv2D(width, 3, activation="relu", padding="same", name=f"Conv{block}")(h)
        h = layers.MaxPooling2D((2, 2), name=f"pool{block}")(h)
    h = layers.Reshape(target_shape=(8, 4 * 24), name="reshape")(h)
    h = layers.Dropout(0.2)(layers.Dense(24, activation="relu", name="dense1")(h))
    h = layers.Bidirectional(layers.LSTM(16, return_sequences=True))(h)
    h = layers.Bidirectional(layers.LSTM(12, return_sequences=True))(h)
    h = layers.Dense(11, name="dense2")(h)
    model = keras.Model(inputs=[image, labels], outputs=CTCLayer(name="ctc_loss")(labels, h), name="ocr")
    model.compile(optimizer=keras.optimizers.Adam(), **QUICK)
    options = {"batch_size": 96, "epochs": 1, "verbose": 0}
    model.fit({"image": images, "label": texts}, callbacks=callbacks, **options)


@wild(
    "super-resolution, images as labels",
    taps=["conv1", "conv2", "conv3", "image"],
    labels="none",
    rows=(8, 8, 1),
    is_portable=True,
)
def super_resolution(callbacks):
    (x, _), (x_val, _) = digits()
    model = keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            layers.Conv2D(16, 5, activation="relu", kernel_initializer="orthogonal", padding="same", name="conv1"),
            layers.Conv2D(16, 3, activation="relu", kernel_initializer="orthogonal", padding="same", name="conv2"),
            layers.Conv2D(4, 3, activation="relu", kernel_initializer="orthogonal", padding="same", name="conv3"),
            layers.UpSampling2D(2),
            layers.Conv2D(1, 3, padding="same", name="image"),
        ]
    )
    model.compile(optimizer="adam", loss="mse", **QUICK)
    data, validation = (x[:, ::2, ::2], x), (x_val[:, ::2, ::2], x_val)
    model.fit(*data, batch_size=96, epochs=1, validation_data=validation, verbose=0, callbacks=callbacks)


@wild(
    "denoising autoencoder",
    taps=["conv2d", "conv2d_1", "conv2d_transpose", "conv2d_transpose_1", "conv2d_2"],
    labels="none",
    rows=(16, 16, 1),
    patches=2,
    is_portable=True,
)
def denoising(callbacks):
    (x, _), (x_val, _) = digits()
    rng = np.random.default_rng(0)
    noisy, noisy_val = (one + 0.4 * rng.normal(size=one.shape).astype("float32") for one in (x, x_val))
    inputs = h = keras.Input(shape=(16, 16, 1))
    for _ in range(2):
        h = layers.Conv2D(16, (3, 3), activation="relu", padding="same")(h)
        h = layers.MaxPooling2D((2, 2), padding="same")(h)
    for _ in range(2):
        h = layers.Conv2DTranspose(16, (3, 3), strides=2, activation="relu", padding="same")(h)
    autoencoder = keras.Model(inputs, layers.Conv2D(1, (3, 3), padding="same")(h))
    autoencoder.compile(optimizer="adam", loss="mse", **QUICK)
    options = {"batch_size": 96, "epochs": 1, "validation_data": (noisy_val, x_val), "verbose": 0, "shuffle": True}
    autoencoder.fit(x=noisy, y=x, callbacks=callbacks, **options)
