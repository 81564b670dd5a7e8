"""The paper's VGGs: plain stacks of convolutions; VGG-8 is the network of its main figures."""

from collections.abc import Sequence

import keras

from keras_phases.models import blocks

# Of each block the channels, in multiples of the width, and whether its stride is 2: five times in every network.
_BLOCKS = {
    "vgg8": ((1, 2, 4, 8, 16), (1, 1, 1, 1, 1)),
    "vgg11": ((1, 2, 4, 4, 8, 8, 16, 16), (1, 1, 0, 1, 0, 1, 0, 1)),
    "vgg13": ((1, 1, 2, 4, 4, 8, 8, 16, 16, 16), (1, 0, 1, 0, 1, 0, 1, 0, 0, 1)),
    "vgg16": ((1, 1, 2, 2, 4, 4, 4, 8, 8, 8, 16, 16, 16), (0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1)),
}


def vgg8(
    input_shape: Sequence[int] = (32, 32, 3), num_classes: int = 10, *, width: int = 32, name: str = "vgg8"
) -> keras.Model:
    """The paper's VGG-8: five strided 3x3 convolutions with BatchNorm and ReLU, then a Dense layer.

    Each block halves height and width, so that 32x32 pixels end as one position of `16 * width` features, which
    `Flatten` hands to the classifier; larger images leave more positions. At width 32 it has 1.6 million weights; a
    narrow one, `width=8`, learns and forgets the same way in a fraction of the time. The number in its name counts
    VGG's three Dense layers, of which the paper keeps one.

    Strided convolutions pad below and on the right, as Keras does; the paper's code pads above and on the left, which
    is the same network on images turned by 180 degrees.

    Args:
        input_shape: `(height, width, channels)` of an image. Defaults to `(32, 32, 3)`.
        num_classes: Number of logits, >= 1. Defaults to `10`.
        width: Channels of the first block; the blocks have 1, 2, 4, 8 and 16 times as many. Defaults to `32`.
        name: Name of the model. Defaults to `"vgg8"`.

    Returns:
        A functional model, not compiled. Layers: `block1_conv`, `block1_bn`, `block1_relu`, ... `block5_relu`,
        `features`, `logits`.

    Raises:
        ValueError: when an argument is of another form.

    Example:
        >>> vgg8((32, 32, 1), width=8).get_layer("features").output.shape
        (None, 128)

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887; its code names the channels.
    """
    return _build("vgg8", input_shape, num_classes, width=width, name=name)


def vgg11(
    input_shape: Sequence[int] = (32, 32, 3), num_classes: int = 10, *, width: int = 32, name: str = "vgg11"
) -> keras.Model:
    """The paper's VGG-11: eight blocks as in `vgg8`, of which 1, 2, 4, 6 and 8 halve height and width.

    At width 32 it has 4.7 million weights. Arguments, result and errors are those of `vgg8`; layers `block1_conv` to
    `block8_relu`, `features`, `logits`.

    Example:
        >>> vgg11(width=8).get_layer("block4_relu").output.shape
        (None, 4, 4, 32)
    """
    return _build("vgg11", input_shape, num_classes, width=width, name=name)


def vgg13(
    input_shape: Sequence[int] = (32, 32, 3), num_classes: int = 10, *, width: int = 32, name: str = "vgg13"
) -> keras.Model:
    """The paper's VGG-13: ten blocks as in `vgg8`, of which 1, 3, 5, 7 and 10 halve height and width.

    At width 32 it has 7.0 million weights. Arguments, result and errors are those of `vgg8`; layers `block1_conv` to
    `block10_relu`, `features`, `logits`.

    Example:
        >>> vgg13(width=8).get_layer("block9_relu").output.shape
        (None, 2, 2, 128)
    """
    return _build("vgg13", input_shape, num_classes, width=width, name=name)


def vgg16(
    input_shape: Sequence[int] = (32, 32, 3), num_classes: int = 10, *, width: int = 32, name: str = "vgg16"
) -> keras.Model:
    """The paper's VGG-16: thirteen blocks as in `vgg8`, of which 2, 4, 7, 10 and 13 halve height and width.

    At width 32 it has 7.8 million weights, and its first block sees the image at full size. Arguments, result and
    errors are those of `vgg8`; layers `block1_conv` to `block13_relu`, `features`, `logits`.

    Example:
        >>> vgg16(width=8).get_layer("block1_relu").output.shape
        (None, 32, 32, 8)
    """
    return _build("vgg16", input_shape, num_classes, width=width, name=name)


def _build(kind, input_shape, num_classes, *, width, name):
    """The network that the table names `kind`."""
    input_shape, num_classes, width = blocks.check_network(input_shape, num_classes, width)
    inputs = x = keras.Input(input_shape, name="image")
    for block, (multiple, is_strided) in enumerate(zip(*_BLOCKS[kind], strict=True), start=1):
        x = blocks.conv(width * multiple, 3, strides=2 if is_strided else 1, name=f"block{block}_conv")(x)
        x = blocks.batch_norm(f"block{block}_bn")(x)
        x = keras.layers.ReLU(name=f"block{block}_relu")(x)
    x = keras.layers.Flatten(data_format="channels_last", name="features")(x)
    return keras.Model(inputs, blocks.classifier(num_classes)(x), name=name)
