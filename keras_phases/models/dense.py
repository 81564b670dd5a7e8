"""The network of the paper's theory: one Dense layer."""

from collections.abc import Sequence

import keras

from keras_phases.models import blocks


def single_layer(
    input_shape: Sequence[int] = (32, 32, 3), num_classes: int = 10, *, name: str = "single_layer"
) -> keras.Model:
    """One Dense layer without bias on the flattened image: logits are products of pixels and weights, nothing else.

    The tap to watch is `logits`, of `num_classes` features; `layers="auto"` takes it. There is no BatchNorm, so that
    both `batch_norm` modes of the probe measure the same.

    Args:
        input_shape: `(height, width, channels)` of an image. Defaults to `(32, 32, 3)`.
        num_classes: Number of logits, >= 1. Defaults to `10`.
        name: Name of the model. Defaults to `"single_layer"`.

    Returns:
        A functional model, not compiled. Layers: `pixels`, `logits`.

    Raises:
        ValueError: when an argument is of another form.

    Example:
        >>> single_layer((28, 28, 1)).count_params() == 28 * 28 * 10
        True

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
    """
    input_shape, num_classes, _ = blocks.check_network(input_shape, num_classes)
    inputs = keras.Input(input_shape, name="image")
    pixels = keras.layers.Flatten(data_format="channels_last", name="pixels")(inputs)
    return keras.Model(inputs, blocks.classifier(num_classes, use_bias=False)(pixels), name=name)
