"""Which sequences are maps of the input: found from what ran before them in a forward pass."""

import keras
import pytest
from keras import layers

from keras_phases.network.taps import find_taps


class Patches(layers.Layer):
    def __init__(self, side, **options):
        super().__init__(**options)
        self.side = side

    def call(self, x):
        _, height, width, channels = x.shape
        grid = height // self.side, width // self.side
        x = keras.ops.reshape(x, (-1, grid[0], self.side, grid[1], self.side, channels))
        x = keras.ops.transpose(x, (0, 1, 3, 2, 4, 5))
        return keras.ops.reshape(x, (-1, grid[0] * grid[1], self.side**2 * channels))


class Prepended(layers.Layer):
    """Tokens of its own before those that it gets."""

    def __init__(self, num, **options):
        super().__init__(**options)
        self.num = num

    def call(self, x):
        return keras.ops.concatenate([keras.ops.zeros_like(x[:, : self.num]), x], axis=1)


class Latents(layers.Layer):
    """As many as asked for, whatever it reads."""

    def __init__(self, num, **options):
        super().__init__(**options)
        self.num = num

    def call(self, x):
        return keras.ops.repeat(keras.ops.mean(x, axis=1, keepdims=True), self.num, axis=1)


def vit(x):
    x = layers.Reshape((12, 8), name="tokens")(layers.Conv2D(8, 4, strides=4)(x))
    x = layers.Dense(8, name="with_class")(Prepended(1)(x))
    return layers.Dense(8, name="after")(Latents(7)(x))


def cut(x):
    return layers.Dense(8, name="tokens")(Patches(4)(x))


def merged(x):
    x = layers.Dense(8, name="tokens")(Patches(2)(x))
    return layers.Dense(8, name="merged")(layers.Reshape((12, 32))(x))


def rows_of_image(x):
    x = layers.Reshape((12, 16))(x)
    return layers.LSTM(5, return_sequences=True, name="rows")(x)


def columns_of_map(x):
    x = layers.MaxPooling2D(2)(layers.Conv2D(4, 3, padding="same")(x))
    x = layers.Bidirectional(layers.LSTM(5, return_sequences=True), name="columns")(layers.Reshape((6, 32))(x))
    return layers.Dense(3, name="scores")(x)


def signal(x):
    x = layers.MaxPooling1D(2, name="pooled")(layers.Conv1D(5, 3, name="conv")(x))
    x = layers.Dense(5, name="with_class")(Prepended(1)(x))
    return layers.Dense(5, name="after")(Latents(7)(x))


def series(x):
    return layers.Dense(3, name="after")(layers.GRU(4, return_sequences=True, name="recurrent")(x))


def table(x):
    return layers.Dense(3, name="columns")(layers.Reshape((6, 1))(x))


def video(x):
    x = layers.TimeDistributed(layers.Conv2D(4, 3, strides=2, padding="same"), name="frames")(x)
    x = layers.Conv3D(4, 3, strides=(2, 1, 1), padding="same", name="volumes")(x)
    x = layers.TimeDistributed(layers.GlobalAveragePooling2D(), name="vectors")(x)
    return layers.LSTM(5, return_sequences=True, name="recurrent")(x)


def tubelets(x):
    x = layers.Reshape((3 * 4 * 4, 8))(layers.Conv3D(8, (2, 2, 2), strides=(2, 2, 2), name="cut")(x))
    return layers.Dense(8, name="with_class")(Prepended(1)(x))


@pytest.mark.parametrize(
    ("build", "shape", "expected"),
    [
        (vit, (12, 16, 3), {"tokens": (3, 4, 8), "with_class": (3, 4, 8), "after": None}),
        (cut, (12, 16, 3), {"tokens": (3, 4, 8)}),
        (merged, (8, 24, 1), {"tokens": (4, 12, 8), "merged": (2, 6, 8)}),
        (rows_of_image, (12, 16, 1), {"rows": (12, 1, 5)}),
        (rows_of_image, (12, 16), {"rows": (12, 5)}),
        (columns_of_map, (12, 16, 1), {"columns": (6, 1, 10), "scores": (6, 1, 3)}),
        (signal, (24, 2), {"conv": (22, 5), "pooled": (11, 5), "with_class": (11, 5), "after": None}),
        (series, (9, 5), {"recurrent": (9, 4), "after": (9, 3)}),
        (table, (6,), {"columns": (6, 3)}),
        (
            video,
            (6, 8, 8, 1),
            {"frames": (6, 4, 4, 4), "volumes": (3, 4, 4, 4), "vectors": (3, 1, 1, 4), "recurrent": (3, 1, 1, 5)},
        ),
        (tubelets, (6, 8, 8, 1), {"cut": (3, 4, 4, 8), "with_class": (3, 4, 4, 8)}),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_stands_for_places_of_the_input_is_a_map(build, shape, expected):
    inputs = keras.Input(shape)
    found = {tap.name: tap for tap in find_taps(keras.Model(inputs, build(inputs)))}
    grids = {name: found[name].shape if found[name].grid else None for name in expected}
    assert grids == expected
