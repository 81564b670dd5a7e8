"""ResNet-10 and ResNet-18: residual networks of four stages, for small images."""

import itertools
from collections.abc import Sequence

import keras

from keras_phases.models import blocks


def resnet10(
    input_shape: Sequence[int] = (32, 32, 3), num_classes: int = 10, *, width: int = 64, name: str = "resnet10"
) -> keras.Model:
    """ResNet-10 as it is usual for 32x32 images: a 3x3 stem, four stages of one basic block, global pooling, Dense.

    Nine 3x3 convolutions and the classifier make ten weight layers; the first block of a stage that changes shape
    projects its shortcut by a 1x1 convolution with BatchNorm. The paper's code names a ResNet-10 but leaves its file
    out, so this is He et al.'s block in the form that CIFAR implementations share, with the paper's initialisation.
    At width 64 it has 4.9 million weights.

    Args:
        input_shape: `(height, width, channels)` of an image. Defaults to `(32, 32, 3)`.
        num_classes: Number of logits, >= 1. Defaults to `10`.
        width: Channels of the stem and of stage 1; the stages have 1, 2, 4 and 8 times as many. Defaults to `64`.
        name: Name of the model. Defaults to `"resnet10"`.

    Returns:
        A functional model, not compiled. Layers: `stem_conv`, `stem_bn`, `stem_relu`, in each stage `stage1_conv1`,
        `stage1_bn1`, `stage1_relu1`, `stage1_conv2`, `stage1_bn2`, `stage1_add`, `stage1_relu`, in the strided ones
        also `stage2_pad`, `stage2_shortcut_conv`, `stage2_shortcut_bn`; `features`, `logits`.

    Raises:
        ValueError: when an argument is of another form.

    Example:
        >>> resnet10((32, 32, 1), width=16).get_layer("features").output.shape
        (None, 128)

    Reference: He et al., "Deep Residual Learning for Image Recognition", CVPR 2016, arXiv 1512.03385.
    """
    return _build(1, input_shape, num_classes, width=width, name=name)


def resnet18(
    input_shape: Sequence[int] = (32, 32, 3), num_classes: int = 10, *, width: int = 64, name: str = "resnet18"
) -> keras.Model:
    """ResNet-18 as it is usual for 32x32 images: `resnet10` with two basic blocks in each stage.

    At width 64 it has 11.2 million weights. Arguments, result and errors are those of `resnet10`; the layers of a
    stage are named after its blocks, `stage1_block1_conv1` to `stage4_block2_relu`.

    Example:
        >>> resnet18(width=16).get_layer("stage4_block2_relu").output.shape
        (None, 4, 4, 128)

    Reference: He et al., "Deep Residual Learning for Image Recognition", CVPR 2016, arXiv 1512.03385.
    """
    return _build(2, input_shape, num_classes, width=width, name=name)


def _build(num_blocks, input_shape, num_classes, *, width, name):
    """The network with `num_blocks` basic blocks in each stage; one alone bears the name of its stage."""
    input_shape, num_classes, width = blocks.check_network(input_shape, num_classes, width)
    inputs = x = keras.Input(input_shape, name="image")
    x = blocks.conv(width, 3, name="stem_conv")(x)
    x = blocks.batch_norm("stem_bn")(x)
    x = keras.layers.ReLU(name="stem_relu")(x)
    for stage, block in itertools.product(range(1, 5), range(1, num_blocks + 1)):
        block_name = f"stage{stage}" if num_blocks == 1 else f"stage{stage}_block{block}"
        strides = 2 if stage > 1 and block == 1 else 1
        x = _basic_block(x, width * 2 ** (stage - 1), strides=strides, name=block_name)
    x = keras.layers.GlobalAveragePooling2D(data_format="channels_last", name="features")(x)
    return keras.Model(inputs, blocks.classifier(num_classes)(x), name=name)


def _basic_block(x, filters, *, strides, name):
    """Two 3x3 convolutions, added to the block's input, projected where its shape changes."""
    shortcut, padding = x, "same"
    if strides > 1:
        shortcut = blocks.conv(filters, 1, strides=strides, name=f"{name}_shortcut_conv")(x)
        shortcut = blocks.batch_norm(f"{name}_shortcut_bn")(shortcut)
        # Centres the strided 3x3 windows on the pixels that the shortcut picks; "same" would put them one beside.
        x = keras.layers.ZeroPadding2D(1, data_format="channels_last", name=f"{name}_pad")(x)
        padding = "valid"
    x = blocks.conv(filters, 3, strides=strides, padding=padding, name=f"{name}_conv1")(x)
    x = blocks.batch_norm(f"{name}_bn1")(x)
    x = keras.layers.ReLU(name=f"{name}_relu1")(x)
    x = blocks.conv(filters, 3, name=f"{name}_conv2")(x)
    x = blocks.batch_norm(f"{name}_bn2")(x)
    x = keras.layers.Add(name=f"{name}_add")([x, shortcut])
    return keras.layers.ReLU(name=f"{name}_relu")(x)
