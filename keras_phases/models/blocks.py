"""What the paper's networks are made of: convolutions without bias, their BatchNorm, and the classifier."""

import operator

import keras


def check_network(input_shape, num_classes, width=1):
    """The arguments of a network as plain integers.

    Raises:
        ValueError: when the shape is not (height, width, channels), or a number is not an integer >= 1.
    """
    try:
        shape = tuple(_count(size) for size in input_shape)
    except (TypeError, ValueError):
        shape = ()
    if len(shape) != 3:
        raise ValueError(
            f"input_shape={input_shape!r} is no image shape. Expected (height, width, channels), channels last and "
            "without the batch, as in (32, 32, 3); grey images have one channel: (32, 32, 1)."
        )
    return shape, _named_count("num_classes", num_classes), _named_count("width", width)


def _named_count(name, value):
    try:
        return _count(value)
    except (TypeError, ValueError):
        raise ValueError(f"{name}={value!r} is no count. Expected an integer of at least 1; pass {name}=10.") from None


def _count(value):
    number = operator.index(value)
    if number < 1 or isinstance(value, bool):
        raise ValueError(value)
    return number


def kernel_initializer():
    """A fresh initializer: one that is shared would give layers of one shape the same kernel."""
    return keras.initializers.VarianceScaling(1 / 3, mode="fan_in", distribution="uniform")


def conv(filters, kernel_size, *, strides=1, padding="same", name):
    """A convolution without bias, which the BatchNorm after it would take away."""
    return keras.layers.Conv2D(
        filters,
        kernel_size,
        strides=strides,
        padding=padding,
        use_bias=False,
        kernel_initializer=kernel_initializer(),  # pyright: ignore[reportArgumentType] Keras's stubs
        data_format="channels_last",
        name=name,
    )


def batch_norm(name):
    """BatchNorm over channels, with the paper's momentum and epsilon."""
    return keras.layers.BatchNormalization(momentum=0.9, epsilon=1e-5, name=name)


def classifier(num_classes, *, use_bias=True):
    """The Dense layer `logits`: no softmax."""
    return keras.layers.Dense(num_classes, use_bias=use_bias, kernel_initializer=kernel_initializer(), name="logits")  # pyright: ignore[reportArgumentType] Keras's stubs
