"""Models that several rooms test on, each named after what it is for."""

import keras
from keras import layers

from builders.rows import IMAGE_SHAPE

PLAIN = {} if keras.backend.backend() == "jax" else {"jit_compile": False}
"""Settings of `compile` without XLA, which takes longer to compile than these fits take; JAX has nothing else."""

EAGER = {"run_eagerly": True} if keras.backend.backend() == "tensorflow" else {}
"""The same without tracing the training step either, for fits of a dozen steps where that is not the point; PyTorch has
nothing else, and JAX would compile each operation."""


def build_image_model(*, num_outputs=3, loss="sparse_categorical_crossentropy", seed=0, size=8, activation="relu"):
    keras.utils.set_random_seed(seed)
    inputs = x = keras.Input((size, size, 1), name="image")
    x = keras.layers.Conv2D(4, 3, strides=2, padding="same", activation="relu", name="conv")(x)
    x = keras.layers.Flatten(name="flat")(x)
    x = keras.layers.Dense(10, activation=activation, name="hidden")(x)
    outputs = keras.layers.Dense(num_outputs, activation="softmax", name="classes")(x)
    model = keras.Model(inputs, outputs)
    model.compile("sgd", loss, **PLAIN)
    return model


def build_stateful_model(*, steps_per_execution=1, optimizer="sgd", width=4, augment=True, compiler=EAGER):
    """A small net with everything that has state: augmentation, BatchNorm, Dropout, momentum."""
    keras.utils.set_random_seed(3)
    augmentation = [layers.RandomFlip(seed=5)] if augment else []
    model = keras.Sequential(
        [
            keras.Input((8, 8, 2)),
            *augmentation,
            layers.Conv2D(width, 3, strides=2, padding="same", name="block1_conv"),
            layers.BatchNormalization(momentum=0.9, name="block1_bn"),
            layers.ReLU(name="block1_relu"),
            layers.Dropout(0.2, seed=6),
            layers.Conv2D(2 * width, 3, strides=2, padding="same", name="block2_conv"),
            layers.BatchNormalization(momentum=0.9, name="block2_bn"),
            layers.ReLU(name="block2_relu"),
            layers.Flatten(),
            layers.Dense(3, name="logits"),
        ]
    )
    optimizer = keras.optimizers.SGD(0.05, momentum=0.9) if optimizer == "sgd" else keras.optimizers.Adam(0.01)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer, loss, metrics=["accuracy"], steps_per_execution=steps_per_execution, **compiler)
    return model


def build_portable_model(flip=True):
    keras.utils.set_random_seed(3)
    return keras.Sequential(
        [
            keras.Input(IMAGE_SHAPE),
            *([layers.RandomFlip(seed=5)] if flip else []),
            layers.Conv2D(6, 3, strides=2, padding="same", name="conv"),
            layers.BatchNormalization(momentum=0.9, name="norm"),
            layers.ReLU(name="relu"),
            layers.Dropout(0.2, seed=6, name="dropout"),
            layers.Flatten(name="flat"),
            layers.Dense(12, activation="tanh", name="hidden"),
            layers.Dense(3, name="logits"),
        ]
    )


def features_of(model, layer, x):
    outputs = keras.Model(model.input, model.get_layer(layer).output)(x)
    return keras.ops.convert_to_numpy(outputs).reshape(len(x), -1)
