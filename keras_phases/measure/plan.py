"""Which decoder each tap gets, and what a probe step will cost: decided and printed before training."""

import dataclasses
import math
import time

import numpy as np

from keras_phases.backend.arrays import FLOAT32, host
from keras_phases.decoders.families import TRAINED, ConvTransposeDecoder, Linear, Patch, Pooled, resolve_decoders
from keras_phases.decoders.gradient import Training
from keras_phases.decoders.heads import DenseHead, count_doublings
from keras_phases.decoders.linear import DualDecoder, PrimalDecoder
from keras_phases.decoders.patch import PatchDecoder, PatchGeometry, choose_examples_per_draw
from keras_phases.decoders.target import Target
from keras_phases.decoders.trained import build_training, split_grid
from keras_phases.network.taps import Tap
from keras_phases.probes.sgd import build_sgd_training

MAX_SOLVE = 4096
"""The largest system solved exactly: features, or rows where the dual form is used."""

PROBE_WIDTH = 1024
"""Features to which those of a tap with spatial extent are area-averaged for the linear probe, at most; one position
where the channels alone are more.

On CIFAR-10 the probe of the first VGG-8 block at step 512 is right on 54 % of held-out rows with 512 pooled features
and on 49 % with 2,048, whose fit knows its 10,000 rows too well; and it takes a fifth of the time."""

_PROBE_PASSES = 90
"""Passes over its rows that a linear probe takes, more or less: 25 on an untrained network, 100 on a trained one."""

_UPDATE_COST, _STEP_COST = 500, 1.3e8
"""Of a training step, in operations at the rate of large products: for each weight, and for itself."""

_OVERHEAD = 1.15
"""Casts, copies and pooling beside what `expected_seconds` counts."""

RESIZE_ABOVE, RESIZED = 64, (32, 32)
"""Inputs with a side above the first are area-averaged to the second for decoders that see the whole input."""


@dataclasses.dataclass(frozen=True)
class TapPlan:
    """How one tap is decoded and probed.

    Args:
        tap: The tap.
        decoder: Name of the decoder's family, such as `"linear"`.
        strategy: The solver: `"primal"` or `"dual"`, with the grid of pooled features; neighbourhood and positions of a
            patch decoder; optimizer and epochs of a trained one.
        target: What is reconstructed.
        pooled: Grid to which the features are area-averaged for the linear probe; None leaves them.
        is_dual: Whether the rows are kept and the dual form is solved.
        decoder_grid: Grid to which the features are area-averaged for the decoder; None leaves them.
        geometry: `PatchGeometry` of a patch decoder.
        num_positions: Positions of each example that a patch decoder is fitted on.
        examples_per_draw: Successive examples that share these positions.
        training: `Training` of a trained decoder; None of an exact one.
        trains_probe: Whether the linear probe is trained by SGD, on the features as they are.
    """

    tap: Tap
    decoder: str
    strategy: str
    target: Target
    pooled: tuple[int, int] | None
    is_dual: bool = False
    decoder_grid: tuple[int, int] | None = None
    geometry: PatchGeometry | None = None
    num_positions: int = 0
    examples_per_draw: int = 0
    training: Training | None = None
    trains_probe: bool = False

    @property
    def probe_features(self):
        """Number of features that the linear probe sees."""
        return _num_pooled(self.tap, self.pooled)

    @property
    def decoder_features(self):
        """Number of features in the decoder's regression: of the tap, pooled, or of a position's neighbourhood."""
        return self.geometry.num_features if self.geometry else _num_pooled(self.tap, self.decoder_grid)

    @property
    def is_linear(self):
        """Whether the decoder is linear, so that the PCA bound is one of its loss."""
        return self.training is None or isinstance(self.training.head, DenseHead)

    def build_decoder(self, seed, arithmetic=FLOAT32):
        """A fresh `ExactDecoder` for one probe step, with sums in `arithmetic`; the dual form is always in float64."""
        if self.geometry:
            draws = {"num_positions": self.num_positions, "examples_per_draw": self.examples_per_draw, "seed": seed}
            return PatchDecoder(self.geometry, **draws, arithmetic=arithmetic)
        return DualDecoder() if self.is_dual else PrimalDecoder(arithmetic)

    def solve_size(self, num_rows):
        """Side of the matrix whose eigendecomposition is taken."""
        return num_rows if self.is_dual else self.decoder_features


def plan_tap(tap, input_shape, *, num_rows, decoder="linear", protocol="exact"):
    """The plan for one tap and one decoder family.

    Args:
        tap: The `Tap`.
        input_shape: Shape of one input.
        num_rows: Fit rows, N.
        decoder: A `keras_phases.decoders.families.Family` or its name. Defaults to `"linear"`, which falls to `"patch"`
            above `families.LINEAR_WIDTH`.
        protocol: `"exact"`, or `"paper"`: the linear probe is trained by SGD. Defaults to `"exact"`.

    Raises:
        ValueError: when no exact decoder of that family is affordable, or no number of doublings leads from the tap to
            the image, with the way out.
    """
    plan = _plan_decoder(tap, input_shape, num_rows, decoder, protocol)
    return dataclasses.replace(plan, pooled=None, trains_probe=True) if protocol == "paper" else plan


def _plan_decoder(tap, input_shape, num_rows, decoder, protocol):
    (family,) = resolve_decoders(decoder, protocol)
    pooled = probe_grid(tap.shape)
    if isinstance(family, TRAINED):
        return _plan_trained(family, tap, input_shape, pooled)
    grid = _patch_grid(tap.shape, input_shape)
    if grid and isinstance(family, Linear) and family.patch_above is not None and tap.num_features > family.patch_above:
        family = Patch()
    if grid and isinstance(family, Patch):
        return _plan_patch(family, tap, input_shape, grid, pooled, num_rows)
    decoder_grid = _pooled_grid(tap.shape, family.max_features) if isinstance(family, Pooled) else None
    if min(_num_pooled(tap, decoder_grid), num_rows) > MAX_SOLVE:
        way_out = "decoders='patch' or 'pooled'" if grid else "tap a layer with spatial extent or a pooled one"
        raise ValueError(
            f"Tap '{tap.name}' has {_describe_width(tap, decoder_grid)} and {num_rows} fit rows. Expected at most "
            f"{MAX_SOLVE} of either for an exact decoder of the whole tap; pass max_examples={MAX_SOLVE}, or {way_out}."
        )
    return _plan_whole(tap, input_shape, num_rows, pooled, decoder_grid)


def _plan_whole(tap, input_shape, num_rows, pooled, decoder_grid):
    is_dual = num_rows < _num_pooled(tap, decoder_grid)
    strategy = "dual" if is_dual else "primal"
    if decoder_grid:
        family, strategy = "pooled", f"{strategy} on {decoder_grid[0]}x{decoder_grid[1]}"
    else:
        family = "linear"
    target = _whole_target(input_shape)
    return TapPlan(tap, family, strategy, target, pooled, is_dual=is_dual, decoder_grid=decoder_grid)


def _plan_trained(family, tap, input_shape, pooled):
    target = _whole_target(input_shape)
    if isinstance(family, ConvTransposeDecoder):
        _check_doublings(tap, target)
    training = build_training(family, tap.shape, target.shape)
    return TapPlan(tap, family.name, family.strategy, target, pooled, training=training)


def _check_doublings(tap, target):
    """Refuses what no number of doublings leads to."""
    (grid, _), shape = split_grid(tap.shape), target.shape
    if len(shape) != 3:
        raise ValueError(
            f"The deconv decoder of tap '{tap.name}' ends in an image, and what is reconstructed has the shape "
            f"{shape}. Expected (height, width, channels); pass decoders='adam_linear' or 'linear'."
        )
    if count_doublings(grid, shape) is None:
        resized = ", to which larger inputs are area-averaged" if target.resize else ""
        power = 2 ** max(0, round(math.log2(max(shape[:2]) / max(grid))))
        raise ValueError(
            f"The deconv decoder of tap '{tap.name}' doubles the sides of its grid, {grid[0]} x {grid[1]}, up to those "
            f"of the image, {shape[0]} x {shape[1]}{resized}; no number of doublings does. Expected the grid times a "
            f"power of two, such as {power * grid[0]} x {power * grid[1]}; put keras.layers.Resizing in front of the "
            "model and pass its name as target=, tap another layer, or pass decoders='adam_linear' or 'linear'."
        )


def _describe_width(tap, grid):
    return f"{tap.num_features} features" + (f" ({_num_pooled(tap, grid)} when pooled)" if grid else "")


def _plan_patch(family, tap, input_shape, grid, pooled, num_rows):
    channels = tap.shape[-1]
    reach = family.reach if family.reach != "auto" else 1 if 9 * channels <= MAX_SOLVE else 0
    crop = tuple(pixels // positions * positions for pixels, positions in zip(input_shape[:2], grid, strict=True))
    target = Target(input_shape, crop=crop if crop != tuple(input_shape[:2]) else None)
    geometry = PatchGeometry(grid, channels, target.shape, reach)
    if geometry.num_features > MAX_SOLVE:
        raise ValueError(
            f"Tap '{tap.name}' has {channels} channels, {geometry.num_features} features in a neighbourhood of "
            f"reach={reach}. Expected at most {MAX_SOLVE}; pass Patch(reach=0) or Patch(reach='auto')."
        )
    num_positions = min(family.num_positions or math.inf, math.prod(grid))
    side = 2 * reach + 1
    strategy = f"{side}x{side}, {num_positions} of {math.prod(grid)} positions"
    return TapPlan(
        tap,
        family.name,
        strategy,
        target,
        pooled,
        geometry=geometry,
        num_positions=num_positions,
        examples_per_draw=choose_examples_per_draw(num_rows, num_positions, grid),
    )


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


def probe_grid(shape):
    """Grid to which features of a shape are area-averaged for a linear probe; None where they are taken as they are."""
    return _pooled_grid(shape, PROBE_WIDTH)


def _pooled_grid(shape, max_features):
    """The finest grid of at most `max_features`, sides halved in turn; None where there is nothing to average."""
    if len(shape) != 3:
        return None
    height, width, channels = shape
    while height * width * channels > max_features and (height, width) != (1, 1):
        height, width = math.ceil(height / 2), math.ceil(width / 2)
    return (height, width) if (height, width) != shape[:2] else None


def _num_pooled(tap, grid):
    return tap.num_features if grid is None else math.prod(grid) * tap.shape[-1]


def measure_flops_per_second(size=1024):
    """The backend's float32 matrix-product rate, from the best of four products."""
    matrix = FLOAT32.array(np.random.default_rng(0).standard_normal((size, size)))
    seconds = []
    for _ in range(4):
        start = time.perf_counter()
        host(FLOAT32.dot(matrix, matrix))
        seconds.append(time.perf_counter() - start)
    return 2 * size**3 / min(seconds)


def expected_seconds(plan, num_rows, num_heldout, num_outputs, *, flops_per_second):
    """Rough seconds of one probe step for one plan, the forward pass apart.

    Counts floating-point operations at the rate of large products. What runs at another rate counts as so many more,
    measured on two CPU cores: an eigendecomposition as 30 D^3 (those of the dual form in float64, 60), an element of
    the features in one pass of the linear probe forth and back as 120, one that is unfolded as 100; see
    `_training_operations` for what is trained. A linear probe (`num_outputs` above 0) counts as one of classes, of
    which a regression takes less.
    """
    count = _training_operations if plan.training else _solve_operations
    seconds = _OVERHEAD * count(plan.training or plan, num_rows, num_heldout) / flops_per_second
    if num_outputs:
        options = {"flops_per_second": flops_per_second, "num_heldout": num_heldout}
        seconds += expected_probe_seconds(plan, num_rows, num_outputs, **options)
    return seconds


def _solve_operations(plan, num_rows, num_heldout):
    d, p, width = plan.solve_size(num_rows), plan.target.num_elements, plan.decoder_features
    if plan.geometry:
        p = plan.geometry.num_targets
        moments = num_rows * plan.num_positions * d * (1.25 * d + 2 * p + 100)
        heldout = 2 * num_heldout * math.prod(plan.geometry.grid) * d * p
    else:
        moments = num_rows * width * (1.25 * d + 2 * p)
        heldout = 2 * num_heldout * width * (width + p)
    return moments + (60 if plan.is_dual else 30) * d**3 + 4 * d * width * p + heldout


def expected_probe_seconds(plan, num_rows, num_outputs, *, flops_per_second, num_heldout=0, is_further=False):
    """Rough seconds of one linear probe for one plan; of a further exact one on the same rows the passes alone."""
    features, axes = plan.probe_features, min(plan.probe_features, num_rows)
    if plan.trains_probe:
        operations = _training_operations(build_sgd_training(features, num_outputs), num_rows, num_heldout)
    else:
        operations = _PROBE_PASSES * num_rows * axes * 120
        if not is_further:
            operations += 1.25 * num_rows * features * axes + (axes**3 if axes == features else 60 * axes**3)
    return _OVERHEAD * operations / flops_per_second


def _training_operations(training, num_rows, num_heldout):
    """Products of each row in each epoch, forth, back to the weights and, in deep heads, back to layers before."""
    head, num_steps = training.head, training.epochs * math.ceil(num_rows / training.batch_size)
    num_passes = (2 if isinstance(head, DenseHead) else 3) * num_rows * training.epochs + num_heldout
    return 2 * head.num_products * num_passes + num_steps * (_UPDATE_COST * head.num_weights + _STEP_COST)
