"""Tables whose columns go two ways that meet before, or at, the scores; on every backend."""

import keras
import numpy as np
from keras import layers, ops

from wild.program import wild
from wild.rows import table
from wild.signals import fit


def encoded(x):
    """`(inputs, vectors)` of columns: numbers as they are, categories one-hot."""
    inputs = {name: keras.Input((1,), name=name, dtype=str(column.dtype)) for name, column in x.items()}
    one_hot = {
        name: layers.CategoryEncoding(num_tokens=4, output_mode="one_hot") for name in x if x[name].dtype == "int32"
    }
    return inputs, [one_hot[name](one) if name in one_hot else one for name, one in inputs.items()]


@wild(
    "table, a wide part beside a deep one",
    taps=["activation", "activation_1", "concatenate_1"],
    labels="2 classes",
    rows=(4,),
    is_portable=True,
)
def wide_and_deep(callbacks):
    x, y = table()
    inputs, vectors = encoded(x)
    h = all_features = layers.Concatenate()(vectors)
    wide = layers.BatchNormalization()(all_features)
    for units in (32, 16):
        h = layers.BatchNormalization()(layers.Dense(units)(h))
        h = layers.Dropout(0.1)(layers.Activation("relu")(h))
    outputs = layers.Dense(1, activation="sigmoid")(layers.Concatenate()([wide, h]))
    fit(keras.Model(inputs, outputs), x, y, callbacks, "binary_crossentropy", validation_split=0.0)


@wild(
    "table, a factorization machine beside a deep network",
    taps=["dense", "dense_1", "dense_2"],
    labels="2 classes",
    rows=(4,),
    is_portable=True,
)
def factorization(callbacks):
    x, y = table()
    numbers = np.stack([column for column in x.values() if column.dtype == "float32"], 1)
    x = {"numbers": numbers} | {name: column for name, column in x.items() if column.dtype == "int32"}
    inputs = {name: keras.Input(column.shape[1:], name=name, dtype=str(column.dtype)) for name, column in x.items()}
    fields = [layers.Embedding(4, 8)(inputs[name]) for name in ("sex", "kind")] + [layers.Dense(8)(inputs["numbers"])]
    fields = ops.stack(fields, axis=1)
    pairs = 0.5 * ops.sum(ops.sum(fields, 1) ** 2 - ops.sum(fields**2, 1), 1, keepdims=True)
    h = layers.Flatten()(fields)
    for units in (32, 16):
        h = layers.Dense(units, activation="relu")(h)
    model = keras.Model(inputs, ops.sigmoid(layers.Dense(1)(h) + pairs))
    fit(model, x, y, callbacks, "binary_crossentropy", validation_split=0.0)
