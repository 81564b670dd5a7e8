"""Sequences that stand for places of the input, as the maps that they are.

A map has the sides of the input and channels behind them: one of a signal, two of an image, three of a volume or video.
An output with more than one side is taken for what it looks like; of a sequence `(num_tokens, channels)` only what ran
before it in the forward pass tells:

- A transformer's tokens come from a map, by a convolution or by cutting patches, and keep their order. So a sequence is
  the map of a grid that was seen before it, with halved sides where patches are merged, and with a few tokens before it
  that stand for no patch: the class, registers.
- Where the input is a signal, its own length and those that layers such as `Conv1D` make of it are grids.
- A map whose trailing sides become channels, by `Reshape` or as each frame of a video becomes a vector, leaves a grid
  of its leading sides, the others of one position.

Any other sequence stays one, as that of a Perceiver's latents.
"""

import math

from keras import ops

NUM_OTHERS = (0, 1, 2, 5, 9)
"""Tokens that stand for no patch: none, the class, one more for distillation, the class and four or eight registers."""


def find_grids(calls, shapes):
    """Sides of each map, of each cut into patches, of each merge of patches, and of frames, in a forward pass.

    Args:
        calls: `Call`s of the pass.
        shapes: Shapes of the arrays that were fed, with their batches.
    """
    inputs = [tuple(shape[1:]) for shape in shapes]
    # With channels and without.
    images = [image for size in inputs for image in (size, (*size, 1)) if len(image) > 1]
    maps = {image: None for image in images}
    grids = dict.fromkeys(image[:-1] for image in images if len(image) == 2)
    for call in calls:
        for shape, _ in call.outputs:
            if not shape or None in shape[1:] or len(shape) < 3:
                continue
            size = tuple(shape[1:])
            if len(size) > 2:
                maps[size] = grids[size[:-1]] = None
                continue
            grids |= dict.fromkeys(_grids_of(call.operation, size, maps, images))
            num_others, unfolded = unfold_tokens(size, grids)
            if num_others is not None:
                grids |= dict.fromkeys(merged for merged in _merged(unfolded[:-1]) if merged not in grids)
    return list(grids)


def _grids_of(operation, size, maps, images):
    """The grids that a sequence `(num_tokens, channels)` makes known, by the layer that gave it."""
    num_tokens, _ = size
    kinds = {kind.__name__ for kind in type(operation).__mro__}
    if any(kind.endswith("1D") for kind in kinds) and any(len(image) == 2 for image in images):
        return [(num_tokens,)]
    if kinds & {"Reshape", "TimeDistributed"}:
        folded = [
            one[:rank] + (1,) * (len(one) - 1 - rank)
            for one in maps
            for rank in range(1, len(one) - 1)
            if math.prod(one[:rank]) == num_tokens and (math.prod(one) == math.prod(size) or "TimeDistributed" in kinds)
        ]
        if folded:
            return folded
    return [grid for image in images if (grid := _cut_into(image, size))]


def _cut_into(image, size):
    """The grid of patches that hold as many elements as tokens have features; None where there is none."""
    *sides, channels = image
    side = round((size[1] / channels) ** (1 / len(sides)))
    grid = tuple(length // max(side, 1) for length in sides)
    is_cut = side ** len(sides) * channels == size[1] and math.prod(grid) == size[0]
    return grid if is_cut else None


def _merged(grid):
    """Grids of half the sides, and of half the last two, as of images within a video; none of a signal."""
    halves = [[side / 2 if axis >= first else side for axis, side in enumerate(grid)] for first in {0, len(grid) - 2}]
    return [tuple(map(int, half)) for half in halves if len(grid) > 1 and all(side == int(side) for side in half)]


def unfold_tokens(shape, grids):
    """`(num_others, shape)` of a sequence `(num_tokens, channels)` that is a map; `(None, shape)` of anything else.

    Example:
        >>> unfold_tokens((145, 64), [(12, 12)]), unfold_tokens((100, 64), [(12, 12)])
        ((1, (12, 12, 64)), (None, (100, 64)))
    """
    if len(shape) == 2:
        for num_others in NUM_OTHERS:
            grid = next((grid for grid in grids if 1 < math.prod(grid) == shape[0] - num_others), None)
            if grid is not None:
                return num_others, (*grid, shape[1])
    return None, shape


def fold_tokens(tensor, tap):
    """The features of a tap as `tap.shape` has them, of what its layer gave."""
    tensor = ops.moveaxis(tensor, 1, -1) if tap.channels_first else tensor
    if tap.num_others is None:
        return tensor
    return ops.reshape(tensor[:, tap.num_others :], (-1, *tap.shape))  # pyright: ignore[reportOptionalSubscript] Keras's stubs
