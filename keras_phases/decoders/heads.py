"""The networks of trained decoders: one dense layer, and transposed convolutions up to the image."""

import dataclasses
import math

import numpy as np
from keras import ops

from keras_phases.decoders.gradient import Head


@dataclasses.dataclass(frozen=True)
class DenseHead(Head):
    """One dense layer with bias, from features as they are.

    Args:
        num_features: Inputs, D.
        num_outputs: Outputs, P.
    """

    num_features: int
    num_outputs: int

    def draw(self, rng):
        """See `Head.draw`."""
        return _draw_layer(rng, (self.num_features, self.num_outputs), self.num_outputs, self.num_features)

    def outputs(self, weights, features):
        """See `Head.outputs`."""
        return ops.matmul(features, weights["kernel"]) + weights["bias"]

    @property
    def num_weights(self):
        """See `Head.num_weights`."""
        return (self.num_features + 1) * self.num_outputs

    @property
    def num_activations(self):
        """See `Head.num_activations`."""
        return self.num_outputs


@dataclasses.dataclass(frozen=True)
class ConvTransposeHead(Head):
    """A first layer at the features' own grid, then transposed convolutions that each double its sides.

    With `d` doublings from the grid to the image: a dense layer to `max(D, channels)` units (features of one position)
    or a 3 x 3 convolution to as many channels (a map), with ReLU; d - 1 transposed convolutions, 4 x 4 with stride 2,
    to `channels` times 2^(d-2), ..., 2, 1 channels, with ReLU; and a last one to the image's. Without doublings the
    first layer gives the image itself. All layers have a bias.

    Args:
        grid: Height and width of the feature map; `(1, 1)` for features without extent.
        num_channels: Channels of the feature map.
        image: Height, width and channels of the image; its sides are those of the grid times one power of two.
        channels: Channels of the last but one layer. Defaults to `64`.
    """

    grid: tuple[int, int]
    num_channels: int
    image: tuple[int, ...]
    channels: int = 64

    def __post_init__(self):
        if count_doublings(self.grid, self.image) is None:
            raise ValueError(f"{self.image} is no grid of {self.grid} doubled; see `count_doublings`.")

    @property
    def _layers(self):
        """`(kernel shape, sides of its input)` of each layer; a dense one has a kernel of two axes."""
        doublings = count_doublings(self.grid, self.image)
        is_map = self.grid != (1, 1)
        width = self.num_channels if is_map else max(self.num_channels, self.channels)
        width = width if doublings else self.image[2]
        first = (3, 3, self.num_channels, width) if is_map else (self.num_channels, width)
        layers: list[tuple[tuple[int, ...], tuple[int, int]]] = [(first, self.grid)]
        sides = self.grid
        for left in range(doublings - 1, -1, -1):  # pyright: ignore[reportOptionalOperand] the constructor has checked
            wider = self.image[2] if left == 0 else self.channels * 2 ** (left - 1)
            layers.append(((4, 4, wider, width), sides))  # outputs before inputs, as Keras has it
            width, sides = wider, (2 * sides[0], 2 * sides[1])
        return layers

    def draw(self, rng):
        """See `Head.draw`; for transposed convolutions PyTorch takes the outputs of a unit."""
        (first, _), *others = self._layers
        drawn = [_draw_layer(rng, first, first[-1], math.prod(first[:-1]))]
        return drawn + [_draw_layer(rng, shape, shape[2], math.prod(shape[:3])) for shape, _ in others]

    def outputs(self, weights, features):
        """See `Head.outputs`; images `(n, H, W, C)`."""
        first, *others = weights
        x = ops.reshape(features, (-1, *self.grid, self.num_channels))
        if self.grid == (1, 1):
            x = ops.matmul(x, first["kernel"]) + first["bias"]
        else:
            x = ops.conv(x, first["kernel"], padding="same", data_format="channels_last") + first["bias"]
        for layer in others:
            options = {"strides": 2, "padding": "same", "data_format": "channels_last"}
            x = ops.conv_transpose(ops.relu(x), layer["kernel"], **options) + layer["bias"]
        return x

    @property
    def num_weights(self):
        """See `Head.num_weights`."""
        return sum(math.prod(shape) + shape[2 if place else -1] for place, (shape, _) in enumerate(self._layers))

    @property
    def num_activations(self):
        """See `Head.num_activations`."""
        (first, grid), *others = self._layers
        return math.prod(grid) * first[-1] + sum(4 * math.prod(sides) * shape[2] for shape, sides in others)


def count_doublings(grid, image):
    """How often the sides of a grid are doubled to those of an image; None where they are not.

    Example:
        >>> from keras_phases.decoders.heads import count_doublings
        >>> count_doublings((4, 4), (32, 32, 3)), count_doublings((7, 7), (32, 32, 3))
        (3, None)
    """
    ratio = image[0] // grid[0]
    is_doubled = ratio > 0 and ratio & (ratio - 1) == 0
    fits = is_doubled and tuple(image[:2]) == (ratio * grid[0], ratio * grid[1])
    return ratio.bit_length() - 1 if fits else None


def _draw_layer(rng, shape, num_outputs, num_inputs):
    bound = np.float32(num_inputs**-0.5)

    def draw(shape):
        return bound * (2 * rng.random(shape, np.float32) - 1)

    return {"kernel": draw(shape), "bias": draw((num_outputs,))}
