"""Any network of `keras.applications`, started anew, for images of any size that it allows."""

import contextlib
import difflib
import inspect
import re
import warnings
from collections.abc import Sequence
from typing import Any

import keras

from keras_phases.models import blocks

_OURS = ("input_shape", "classes", "weights", "include_top", "pooling", "input_tensor", "classifier_activation", "name")
"""Arguments of Keras's builders that `application` sets itself or leaves at what gives a classifier."""


def application(
    name: str, input_shape: Sequence[int] = (32, 32, 3), num_classes: int = 10, **options: Any
) -> keras.Model:
    """The network of `keras.applications` with this name, untrained, ending in logits.

    For other networks than the paper's, from which they differ in three ways. Kernels start from Keras's
    initialisation (mostly Glorot). BatchNorm has each network's own momentum, 0.99 and more in most, and takes hundreds
    of steps to settle. And most halve the grid five times: a 32x32 image leaves 16x16, 8x8, 4x4, 2x2 and at last one
    position. Of the 16 blocks of ResNet50 three work on 8x8 positions, four on 4x4, six on 2x2 and three on one, where
    3x3 kernels see little but padding. Such a network runs, and says little about itself at 224x224; `resnet18` is made
    for 32x32. InceptionV3 and InceptionResNetV2 need 75 pixels a side, Xception 71, all others 32.

    Images are taken as fed, normalised as by `keras_phases.datasets`: layers in front that turn pixels of 0 to 255 into
    such are left out (`include_preprocessing=False`, in ConvNeXt, EfficientNetV2 and MobileNetV3) or, where Keras
    builds them in, set to do nothing (the Rescaling of EfficientNet).

    Args:
        name: Name of a model of `keras.applications`, such as `"ResNet50"`.
        input_shape: `(height, width, channels)` of an image, with any number of channels. Defaults to `(32, 32, 3)`.
        num_classes: Number of logits, >= 1. Defaults to `10`.
        **options: Further arguments of that model, such as `alpha=0.35` of MobileNetV2.

    Returns:
        A functional model, not compiled, with Keras's own layer names, channels last.

    Raises:
        ValueError: when there is no such model, the image is too small for it, or an argument is of another form.
        TypeError: when the model has no such option.

    Example:
        >>> model = application("MobileNetV2", (96, 96, 3), num_classes=5, alpha=0.35)
        >>> model.output.shape
        (None, 5)
    """
    builder = _find_builder(name)
    input_shape, num_classes, _ = blocks.check_network(input_shape, num_classes)
    available = [option for option in inspect.signature(builder).parameters if option not in _OURS]
    _check_options(name, options, available)
    if "include_preprocessing" in available:
        options = {"include_preprocessing": False, **options}
    with _channels_last(), warnings.catch_warnings():
        # True of pretrained weights alone.
        warnings.filterwarnings("ignore", "This model usually expects 1 or 3 input channels")
        try:
            model = builder(
                weights=None, input_shape=input_shape, classes=num_classes, classifier_activation=None, **options
            )
        except ValueError as error:
            _raise_too_small(name, input_shape, error)
            raise
    if not options.get("include_preprocessing"):
        _switch_rescaling_off(model)
    return model


def _find_builder(name):
    """The function of `keras.applications` that builds the model; the modules beside them are in lower case."""
    found = {key: value for key, value in vars(keras.applications).items() if inspect.isfunction(value)}
    if not isinstance(name, str) or name not in found:
        lower = {key.lower(): key for key in found}
        close = difflib.get_close_matches(str(name).lower(), lower, n=1)
        hint = f"Did you mean '{lower[close[0]]}'? " if close else ""
        raise ValueError(
            f"{name!r} is no model of keras.applications. {hint}Expected one of: {', '.join(sorted(found))}."
        )
    return found[name]


def _check_options(name, options, available):
    """Fails on options that the model has not, or that this function sets."""
    for option in options:
        if option not in available:
            pretrained = f"; for pretrained weights call keras.applications.{name} itself" * (option == "weights")
            raise TypeError(
                f"'{option}' is no option of application('{name}'). Expected {' or '.join(available) or 'none'}"
                f"{pretrained}."
            )


def _raise_too_small(name, input_shape, error):
    """Raises in the place of Keras's error where that is about the size of the image."""
    least = re.search(r"at least (\d+)x\d+", str(error))
    if least is None:
        return
    height, width, channels = input_shape
    fix = (
        f"pass channels last, input_shape={(width, channels, height)}"
        if height <= 4 < channels
        else f"resize the images, with keras.layers.Resizing({least[1]}, {least[1]}), or take models.resnet18"
    )
    raise ValueError(
        f"input_shape={input_shape} is too small for {name}. Expected (height, width, channels) with at least "
        f"{least[1]}x{least[1]} pixels; {fix}."
    ) from error


def _switch_rescaling_off(model):
    """EfficientNet divides pixels by 255: images already normalised would drown in the epsilon of its first BatchNorm.

    Noise of variance 1 left that with a standard deviation of 0.05. The Normalization behind the Rescaling does nothing
    without pretrained weights.
    """
    for layer in model.layers:
        if isinstance(layer, keras.layers.Rescaling):
            layer.scale, layer.offset = 1.0, 0.0


@contextlib.contextmanager
def _channels_last():
    """Keras's models follow the global setting, ours and the datasets never do."""
    before = keras.config.image_data_format()
    keras.config.set_image_data_format("channels_last")
    try:
        yield
    finally:
        keras.config.set_image_data_format(before)
