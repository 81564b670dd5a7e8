"""Programs on what is no image: series, sound, clips, volumes, points, tables."""

import keras
import numpy as np
from keras import layers, ops

from wild.program import QUICK, wild
from wild.rows import clips, points, table, volumes, waves


def fit(model, x, y, callbacks, loss="sparse_categorical_crossentropy", **options):
    model.compile("adam", loss, **QUICK)
    options = {"batch_size": 160, "epochs": 1, "validation_split": 0.25, "verbose": 0} | options
    model.fit(x, y, callbacks=callbacks, **options)


@wild(
    "time series, convolutions",
    taps=["re_lu", "re_lu_1", "re_lu_2", "global_average_pooling1d"],
    labels="4 classes",
    rows=(256, 1),
    patches=3,
    is_portable=True,
)
def series(callbacks):
    x, y = waves()
    inputs = h = keras.Input((256, 1))
    for _ in range(3):
        h = layers.Conv1D(filters=16, kernel_size=3, padding="same")(h)
        h = layers.ReLU()(layers.BatchNormalization()(h))
    h = layers.GlobalAveragePooling1D()(h)
    fit(keras.Model(inputs, layers.Dense(4, activation="softmax")(h)), x, y, callbacks)


@wild("time series, transformer", taps=["add:1", "add:3", "add:5", "dense"], labels="4 classes", rows=(64, 1))
def series_transformer(callbacks):
    x, y = waves(length=64)
    inputs = h = keras.Input((64, 1))
    for _ in range(3):
        a = layers.MultiHeadAttention(key_dim=8, num_heads=2, dropout=0.1)(h, h)
        res = layers.LayerNormalization(epsilon=1e-6)(layers.Dropout(0.1)(a)) + h
        f = layers.Dropout(0.1)(layers.Conv1D(filters=4, kernel_size=1, activation="relu")(res))
        h = layers.LayerNormalization(epsilon=1e-6)(layers.Conv1D(filters=1, kernel_size=1)(f)) + res
    h = layers.GlobalAveragePooling1D(data_format="channels_last")(h)
    h = layers.Dropout(0.4)(layers.Dense(32, activation="relu")(h))
    fit(keras.Model(inputs, layers.Dense(4, activation="softmax")(h)), x, y, callbacks)


@wild("forecast of a time series", taps=["lstm"], labels="1 numbers", rows=(24, 3))
def forecast(callbacks):
    series = np.cumsum(np.random.default_rng(0).normal(size=(200, 3)), axis=0).astype("float32")
    data = keras.utils.timeseries_dataset_from_array(series[:-24], series[24:, 0], sequence_length=24, batch_size=160)
    inputs = keras.Input((24, 3))
    model = keras.Model(inputs, layers.Dense(1)(layers.LSTM(16)(inputs)))
    model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mse", **QUICK)
    model.fit(data, epochs=1, verbose=0, callbacks=callbacks)


@wild(
    "speaker recognition, residual convolutions of sound",
    taps=["activation_1", "activation_3", "activation_5", "dense_1", "dense"],
    labels="4 classes",
    rows=(512, 1),
    patches=3,
    is_portable=True,
)
def audio(callbacks):
    x, y = waves(length=512)

    def residual_block(h, filters, conv_num=2, activation="relu"):
        s = layers.Conv1D(filters, 1, padding="same")(h)
        for _ in range(conv_num - 1):
            h = layers.Activation(activation)(layers.Conv1D(filters, 3, padding="same")(h))
        h = layers.Conv1D(filters, 3, padding="same")(h)
        h = layers.Activation(activation)(layers.Add()([h, s]))
        return layers.MaxPool1D(pool_size=2, strides=2)(h)

    inputs = keras.Input(shape=(512, 1), name="input")
    h = inputs
    for filters in (8, 16, 24):
        h = residual_block(h, filters)
    h = layers.Flatten()(layers.AveragePooling1D(pool_size=3, strides=3)(h))
    h = layers.Dense(32, activation="relu")(layers.Dense(48, activation="relu")(h))
    model = keras.Model(inputs, layers.Dense(4, activation="softmax", name="output")(h))
    fit(model, x, y, callbacks)


@wild(
    "spectrograms, 2-D convolutions",
    taps=["conv2d", "conv2d_1", "dense"],
    labels="4 classes",
    rows=(29, 17, 1),
    patches=2,
)
def spectrogram(callbacks):
    x, y = waves()
    frames = np.lib.stride_tricks.sliding_window_view(x[..., 0], 32, axis=1)[:, ::8] * np.hanning(32)
    x = np.log1p(np.abs(np.fft.rfft(frames)))[:, :31, :, None].astype("float32")
    norm = layers.Normalization()
    norm.adapt(x)
    stack = [layers.Resizing(16, 16), norm, layers.Conv2D(16, 3, activation="relu")]
    stack += [layers.Conv2D(24, 3, activation="relu"), layers.MaxPooling2D(), layers.Dropout(0.25), layers.Flatten()]
    stack += [layers.Dense(32, activation="relu"), layers.Dropout(0.5), layers.Dense(4)]
    model = keras.Sequential([keras.Input(x.shape[1:]), *stack])
    fit(model, x, y, callbacks, keras.losses.SparseCategoricalCrossentropy(from_logits=True))


@wild(
    "volumes, 3-D convolutions",
    taps=["conv3d", "conv3d_1", "dense"],
    labels="2 classes",
    rows=(12, 12, 12, 1),
    patches=2,
    is_portable=True,
)
def volume(callbacks):
    x, y = volumes()
    inputs = h = keras.Input((12, 12, 12, 1))
    for filters in (8, 12):
        h = layers.Conv3D(filters=filters, kernel_size=3, padding="same", activation="relu")(h)
        h = layers.BatchNormalization()(layers.MaxPool3D(pool_size=2)(h))
    h = layers.Dense(units=24, activation="relu")(layers.GlobalAveragePooling3D()(h))
    model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(layers.Dropout(0.3)(h)), name="3dcnn")
    fit(model, x, y, callbacks, "binary_crossentropy")


class Conv2Plus1D(layers.Layer):
    def __init__(self, filters, kernel_size, padding):
        super().__init__()
        self.seq = keras.Sequential(
            [
                layers.Conv3D(filters=filters, kernel_size=(1, *kernel_size[1:]), padding=padding),
                layers.Conv3D(filters=filters, kernel_size=(kernel_size[0], 1, 1), padding=padding),
            ]
        )

    def call(self, x):
        return self.seq(x)


class ResidualMain(layers.Layer):
    def __init__(self, filters, kernel_size):
        super().__init__()
        self.seq = keras.Sequential(
            [
                Conv2Plus1D(filters, kernel_size, padding="same"),
                layers.LayerNormalization(),
                layers.ReLU(),
                Conv2Plus1D(filters, kernel_size, padding="same"),
                layers.LayerNormalization(),
            ]
        )

    def call(self, x):
        return self.seq(x)


class Project(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.seq = keras.Sequential([layers.Dense(units), layers.LayerNormalization()])

    def call(self, x):
        return self.seq(x)


@wild(
    "video, (2 + 1)-D residual convolutions",
    taps=["conv2_plus1d/sequential/conv3d", "re_lu", "add", "add_1", "global_average_pooling3d"],
    labels="2 classes",
    rows=(6, 16, 16, 1),
    patches=3,
)
def video(callbacks):
    x, y = clips()
    inputs = keras.Input((6, 16, 16, 1))
    h = Conv2Plus1D(filters=8, kernel_size=(3, 3, 3), padding="same")(inputs)
    h = layers.ReLU()(layers.BatchNormalization()(h))
    for filters in (8, 16):
        h = layers.AveragePooling3D((1, 2, 2))(h)
        out = ResidualMain(filters, (3, 3, 3))(h)
        res = Project(out.shape[-1])(h) if out.shape[-1] != h.shape[-1] else h
        h = layers.add([res, out])
    h = layers.Flatten()(layers.GlobalAveragePooling3D()(h))
    model = keras.Model(inputs, layers.Dense(2)(h))
    fit(model, x, y, callbacks, keras.losses.SparseCategoricalCrossentropy(from_logits=True))


@wild(
    "video, frames by a shared network, then a GRU",
    taps=["each_frame", "gru_1", "gru", "dense"],
    labels="2 classes",
    rows=(6, 16, 16, 1),
)
def video_gru(callbacks):
    x, y = clips()
    stack = [layers.Conv2D(8, 3, strides=2, activation="relu"), layers.Conv2D(12, 3, strides=2, activation="relu")]
    frames = keras.Sequential([keras.Input((16, 16, 1)), *stack, layers.GlobalAveragePooling2D()], name="frames")
    inputs = keras.Input((6, 16, 16, 1))
    h = layers.TimeDistributed(frames, name="each_frame")(inputs)
    h = layers.GRU(8)(layers.GRU(16, return_sequences=True)(h))
    h = layers.Dense(8, activation="relu")(layers.Dropout(0.4)(h))
    fit(keras.Model(inputs, layers.Dense(2, activation="softmax")(h)), x, y, callbacks)


@wild(
    "points, PointNet",
    taps=[
        "dot",
        "activation_3",
        "activation_4",
        "dot_1",
        "activation_8",
        "activation_9",
        "activation_10",
        "activation_11",
    ],
    labels="3 classes",
    rows=(64, 3),
    is_portable=True,
)
def pointnet(callbacks):
    x, y = points()

    def conv_bn(h, filters):
        h = layers.Conv1D(filters, kernel_size=1, padding="valid")(h)
        return layers.Activation("relu")(layers.BatchNormalization(momentum=0.0)(h))

    def dense_bn(h, filters):
        return layers.Activation("relu")(layers.BatchNormalization(momentum=0.0)(layers.Dense(filters)(h)))

    def tnet(inputs, num_features):
        h = conv_bn(conv_bn(inputs, 8), 24)
        h = dense_bn(layers.GlobalMaxPooling1D()(h), 12)
        bias = keras.initializers.Constant(np.eye(num_features).flatten())
        h = layers.Dense(num_features * num_features, kernel_initializer="zeros", bias_initializer=bias)(h)
        return layers.Dot(axes=(2, 1))([inputs, layers.Reshape((num_features, num_features))(h)])

    inputs = keras.Input(shape=(64, 3))
    h = conv_bn(conv_bn(tnet(inputs, 3), 8), 8)
    h = conv_bn(conv_bn(tnet(h, 8), 16), 32)
    h = layers.GlobalMaxPooling1D()(h)
    h = layers.Dropout(0.3)(dense_bn(h, 24))
    h = layers.Dropout(0.3)(dense_bn(h, 16))
    fit(keras.Model(inputs, layers.Dense(3, activation="softmax")(h), name="pointnet"), x, y, callbacks)


class TokenAndPositionEmbedding(layers.Layer):
    def __init__(self, maxlen, vocab_size, embed_dim):
        super().__init__()
        self.token_emb = layers.Embedding(input_dim=vocab_size, output_dim=embed_dim)
        self.pos_emb = layers.Embedding(input_dim=maxlen, output_dim=embed_dim)

    def call(self, x):
        return self.token_emb(x) + self.pos_emb(ops.arange(start=0, stop=ops.shape(x)[-1], step=1))


class TextBlock(layers.Layer):
    def __init__(self, embed_dim, num_heads, ff_dim):
        super().__init__()
        self.att = layers.MultiHeadAttention(num_heads=num_heads, key_dim=embed_dim)
        self.ffn = keras.Sequential([layers.Dense(ff_dim, activation="relu"), layers.Dense(embed_dim)])
        self.layernorm1, self.layernorm2 = layers.LayerNormalization(), layers.LayerNormalization()

    def call(self, inputs):
        out1 = self.layernorm1(inputs + self.att(inputs, inputs))
        return self.layernorm2(out1 + self.ffn(out1))


@wild(
    "text, a transformer on ids of tokens",
    taps=["token_and_position_embedding", "text_block", "dense_2"],
    labels="2 classes",
    rows=(20, 8),
    is_portable=True,
)
def text(callbacks):
    x = np.random.default_rng(0).integers(0, 50, (160, 20)).astype("int32")
    inputs = keras.Input(shape=(20,), dtype="int32")
    h = TextBlock(16, 2, 32)(TokenAndPositionEmbedding(20, 50, 16)(inputs))
    h = layers.Dropout(0.1)(layers.GlobalAveragePooling1D()(h))
    h = layers.Dropout(0.1)(layers.Dense(20, activation="relu")(h))
    model = keras.Model(inputs, layers.Dense(2, activation="softmax")(h))
    fit(model, x, (x.mean(1) > 25).astype("int32"), callbacks)


@wild(
    "table, a dict of columns",
    taps=["hidden1", "hidden2"],
    labels="2 classes",
    rows=(4,),
    is_portable=True,
)
def tabular(callbacks):
    x, y = table()
    inputs = {name: keras.Input((1,), name=name, dtype=str(column.dtype)) for name, column in x.items()}
    encoded = []
    for name, one in inputs.items():
        if x[name].dtype == "int32":
            one = layers.CategoryEncoding(num_tokens=4, output_mode="one_hot", name=f"{name}_one_hot")(one)
        encoded.append(one)
    h = layers.Concatenate(name="all_features")(encoded)
    h = layers.Dropout(0.3)(layers.Dense(32, activation="relu", name="hidden1")(h))
    h = layers.Dense(16, activation="relu", name="hidden2")(h)
    model = keras.Model(inputs, layers.Dense(1, activation="sigmoid", name="output")(h))
    fit(model, {name: column for name, column in x.items()}, y, callbacks, "binary_crossentropy", validation_split=0.0)


class GatedLinearUnit(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.linear, self.sigmoid = layers.Dense(units), layers.Dense(units, activation="sigmoid")

    def call(self, inputs):
        return self.linear(inputs) * self.sigmoid(inputs)


class GatedResidualNetwork(layers.Layer):
    def __init__(self, units, dropout_rate=0.1):
        super().__init__()
        self.units = units
        self.elu_dense = layers.Dense(units, activation="elu")
        self.linear_dense = layers.Dense(units)
        self.dropout = layers.Dropout(dropout_rate)
        self.gated_linear_unit = GatedLinearUnit(units)
        self.layer_norm = layers.LayerNormalization()
        self.project = layers.Dense(units)

    def call(self, inputs):
        x = self.dropout(self.linear_dense(self.elu_dense(inputs)))
        inputs = self.project(inputs) if inputs.shape[-1] != self.units else inputs
        return self.layer_norm(inputs + self.gated_linear_unit(x))


@wild(
    "table, gated residual networks",
    taps=["gated_residual_network", "gated_residual_network_1", "gated_residual_network_2"],
    labels="2 classes",
    rows=(4,),
)
def gated_table(callbacks):
    columns, y = table()
    x = np.stack([column for column in columns.values() if column.dtype == "float32"], 1)
    inputs = keras.Input((4,))
    h = GatedResidualNetwork(16)(inputs)
    h = GatedResidualNetwork(16)(h)
    h = GatedResidualNetwork(8)(h)
    fit(keras.Model(inputs, layers.Dense(1, activation="sigmoid")(h)), x, y, callbacks, "binary_crossentropy")
