"""VGG-8: a plain stack of convolutions, the network of the paper's main figures."""

import keras

from keras_phases.models import blocks


def vgg8(input_shape=(32, 32, 3), num_classes: int = 10, *, width: int = 32, name: str = "vgg8") -> keras.Model:
    """The paper's VGG-8: five strided 3x3 convolutions with BatchNorm and ReLU, then a Dense layer.

    Each block halves height and width, so that 32x32 pixels end as one position of `16 * width` features, which
    `Flatten` hands to the classifier; larger images leave more positions. At width 32 it has 1.6 million weights; a
    narrow one, `width=8`, learns and forgets the same way in a fraction of the time.

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
    input_shape, num_classes, width = blocks.check_network(input_shape, num_classes, width)
    inputs = x = keras.Input(input_shape, name="image")
    for block in range(1, 6):
        filters = width * 2 ** (block - 1)
        x = blocks.conv(filters, 3, strides=2, name=f"block{block}_conv")(x)
        x = blocks.batch_norm(f"block{block}_bn")(x)
        x = keras.layers.ReLU(name=f"block{block}_relu")(x)
    x = keras.layers.Flatten(data_format="channels_last", name="features")(x)
    return keras.Model(inputs, blocks.classifier(num_classes)(x), name=name)
