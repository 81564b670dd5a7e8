"""Token sequences that stand for the patches of an image, as the maps that they are.

A transformer's tokens come from a map, by a convolution or by cutting patches, and keep their order. So a sequence is
the map of a grid that was seen before it in the forward pass, with halved sides where patches are merged, and with a
few tokens before it that stand for no patch: the class, registers. Any other sequence stays one, as that of a
Perceiver's latents.
"""

import math

from keras import ops

NUM_OTHERS = (0, 1, 2, 5, 9)
"""Tokens that stand for no patch: none, the class, one more for distillation, the class and four or eight registers."""


def find_grids(calls, shapes):
    """Height and width of each map, of each cut into patches, and of each merge of patches, in a forward pass.

    Args:
        calls: `Call`s of the pass.
        shapes: Shapes of the arrays that were fed, with their batches.
    """
    images, grids = [shape[1:] for shape in shapes if len(shape) == 4], {}
    for call in calls:
        for shape, _ in call.outputs:
            if shape and None not in shape and len(shape) == 4:
                grids[shape[1], shape[2]] = None
            elif shape and None not in shape and len(shape) == 3:
                grids |= dict.fromkeys(grid for image in images if (grid := _cut_into(image, *shape[1:])))
                num_others, size = unfold_tokens(shape[1:], grids)
                if num_others is not None and not (size[0] % 2 or size[1] % 2):
                    grids.setdefault((size[0] // 2, size[1] // 2))
    return list(grids)


def _cut_into(image, num_tokens, width):
    """The grid of patches that hold as many pixels as tokens have features; None where there is none."""
    height, breadth, channels = image
    side = math.isqrt(width // channels)
    if not side or side * side * channels != width or (height // side) * (breadth // side) != num_tokens:
        return None
    return height // side, breadth // side


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
    if tap.num_others is None:
        return tensor
    return ops.reshape(tensor[:, tap.num_others :], (-1, *tap.shape))
