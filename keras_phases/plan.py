"""Which decoder each tap gets, and what a probe step will cost: decided and printed before training."""

import dataclasses
import math
import time

import numpy as np

from keras_phases.decoders.linear import DualDecoder, PrimalDecoder
from keras_phases.decoders.patch import PatchDecoder, PatchGeometry
from keras_phases.taps import Tap
from keras_phases.targets import Target

LINEAR_WIDTH = 2048
"""Taps with spatial extent that are wider than this get the patch decoder, and their probe pooled features.

At 4,096 the solve of one tap would cost as much as all others of a VGG-8, and the patch decoder reads lower."""

MAX_SOLVE = 4096
"""The largest system solved exactly: features, or rows where the dual form is used."""

POSITIONS_PER_EXAMPLE = 32
"""Positions of each fit row that a patch decoder is fitted on; 32 of 256 cost 0.1 % of loss, measured on CIFAR-10."""

_SECONDS_PER_PRODUCT_SECOND = 2.75
"""Casts, means, pooling, unfolding beside the matrix products; the sum came within 30 % for VGG-8 and ResNet-10."""

RESIZE_ABOVE, RESIZED = 64, (32, 32)
"""Inputs with a side above the first are area-averaged to the second for decoders that see the whole input."""

DECODERS = ("linear", "patch")


@dataclasses.dataclass(frozen=True)
class TapPlan:
    """How one tap is decoded and probed.

    Args:
        tap: The tap.
        decoder: Family of the decoder, `"linear"` or `"patch"`.
        strategy: The solver: `"primal"`, `"dual"`, or neighbourhood and positions of a patch decoder.
        target: What is reconstructed.
        pooled: Grid to which the features are area-averaged for the linear probe; None leaves them.
        geometry: `PatchGeometry` of a patch decoder.
        num_positions: Positions of each example that a patch decoder is fitted on.
    """

    tap: Tap
    decoder: str
    strategy: str
    target: Target
    pooled: tuple[int, int] | None
    geometry: PatchGeometry | None = None
    num_positions: int = 0

    @property
    def probe_features(self):
        """Number of features that the linear probe sees."""
        return self.tap.num_features if self.pooled is None else math.prod(self.pooled) * self.tap.shape[-1]

    def build_decoder(self, seed):
        """A fresh `Decoder` for one probe step."""
        if self.decoder == "patch":
            return PatchDecoder(self.geometry, num_positions=self.num_positions, seed=seed)
        return DualDecoder() if self.strategy == "dual" else PrimalDecoder()

    def solve_size(self, num_rows):
        """Side of the matrix whose eigendecomposition is taken."""
        if self.decoder == "patch":
            return self.geometry.num_features
        return num_rows if self.strategy == "dual" else self.tap.num_features


def resolve_decoders(decoders):
    """The families asked for, as a tuple.

    Raises:
        ValueError: for a name that is none of `DECODERS`.
    """
    names = tuple(decoders) if isinstance(decoders, (list, tuple)) else (decoders,)
    if not names or any(name not in DECODERS for name in names):
        raise ValueError(
            f"decoders is {decoders!r}. Expected 'linear' (wide taps with spatial extent fall to 'patch'), 'patch', "
            "or a list of both."
        )
    return names


def plan_tap(tap, input_shape, *, num_rows, decoder="linear"):
    """The plan for one tap and one decoder family.

    Args:
        tap: The `Tap`.
        input_shape: Shape of one input.
        num_rows: Fit rows, N.
        decoder: `"linear"` or `"patch"`. Defaults to `"linear"`, which falls to `"patch"` above `LINEAR_WIDTH`.

    Raises:
        ValueError: when no exact decoder is affordable, with the way out.
    """
    pooled = _pooled_grid(tap.shape) if tap.num_features > LINEAR_WIDTH else None
    grid = _patch_grid(tap.shape, input_shape)
    if grid and (decoder == "patch" or tap.num_features > LINEAR_WIDTH):
        return _plan_patch(tap, input_shape, grid, pooled)
    if min(tap.num_features, num_rows) > MAX_SOLVE:
        raise ValueError(
            f"Tap '{tap.name}' has {tap.num_features} features without a grid over the image, and {num_rows} fit rows. "
            f"Expected at most {MAX_SOLVE} of either for an exact decoder; pass max_examples={MAX_SOLVE}, or tap a "
            "layer with spatial extent or a pooled one."
        )
    strategy = "dual" if num_rows < tap.num_features else "primal"
    return TapPlan(tap, "linear", strategy, _whole_target(input_shape), pooled)


def _plan_patch(tap, input_shape, grid, pooled):
    channels = tap.shape[-1]
    reach = 1 if 9 * channels <= MAX_SOLVE else 0
    crop = tuple(pixels // positions * positions for pixels, positions in zip(input_shape[:2], grid, strict=True))
    target = Target(input_shape, crop=crop if crop != tuple(input_shape[:2]) else None)
    num_positions = min(POSITIONS_PER_EXAMPLE, math.prod(grid))
    strategy = f"{2 * reach + 1}x{2 * reach + 1}, {num_positions} of {math.prod(grid)} positions"
    geometry = PatchGeometry(grid, channels, target.shape, reach)
    return TapPlan(tap, "patch", strategy, target, pooled, geometry, num_positions)


def _patch_grid(shape, input_shape):
    """Height and width of the tap's grid over the image; None where there is none."""
    if len(shape) != 3 or len(input_shape) != 3 or shape[-1] > MAX_SOLVE:
        return None
    if shape[0] > input_shape[0] or shape[1] > input_shape[1] or shape[:2] == (1, 1):
        return None
    return shape[:2]


def _whole_target(input_shape):
    is_large = len(input_shape) == 3 and max(input_shape[:2]) > RESIZE_ABOVE
    return Target(input_shape, resize=RESIZED if is_large else None)


def _pooled_grid(shape):
    """The finest grid of at most `LINEAR_WIDTH` features, sides halved in turn."""
    if len(shape) != 3:
        return None
    height, width, channels = shape
    while height * width * channels > LINEAR_WIDTH and (height, width) != (1, 1):
        height, width = math.ceil(height / 2), math.ceil(width / 2)
    return height, width


def measure_flops_per_second(size=768):
    """The machine's float64 matrix-product rate, from the better of three products."""
    matrix = np.random.default_rng(0).standard_normal((size, size))
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        matrix @ matrix
        seconds.append(time.perf_counter() - start)
    return 2 * size**3 / min(seconds)


def expected_seconds(plan, num_rows, num_heldout, num_classes, *, flops_per_second):
    """Rough seconds of one probe step for one plan, the forward pass apart.

    Counts the operations of moments, solve, held-out predictions and probe at the measured float64 matrix rate; an
    eigendecomposition counts as ten D^3.
    """
    d, p = plan.solve_size(num_rows), plan.target.num_elements
    if plan.decoder == "patch":
        p = plan.geometry.num_targets
        positions = math.prod(plan.geometry.grid)
        moments = num_rows * plan.num_positions * d * (d + 2 * p + 100)
        heldout = num_heldout * positions * d * (p + 50)
    else:
        moments = num_rows * d * (plan.tap.num_features + 2 * p)
        heldout = num_heldout * plan.tap.num_features * p
    operations = moments + 10 * d**3 + 4 * d * d * p + heldout
    if num_classes > 1:
        width, axes = plan.probe_features, min(plan.probe_features, num_rows)
        # Scatter, principal axes and rotation in float32, then a hundred passes forth and back, each of which costs
        # reading the features, whatever the number of classes.
        operations += num_rows * width * (width + axes) / 2 + 5 * axes**3 + 100 * num_rows * axes * 30
    return _SECONDS_PER_PRODUCT_SECOND * operations / flops_per_second
