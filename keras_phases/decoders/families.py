"""Which decoder a tap is asked to get: small values that say it, and the names that stand for them.

    PhaseProbe(decoders="auto")                            # wide taps with spatial extent get the patch decoder
    PhaseProbe(decoders=["linear", "patch"])               # both on every tap: what locality costs
    PhaseProbe(decoders=Patch(num_positions=None))         # fitted on every position of every fit row
    PhaseProbe(decoders=["linear", "adam_linear"])         # what twenty epochs of Adam leave unconverged

Loads neither Keras nor NumPy before `Family.recipe` is called.
"""

import abc
import dataclasses
import math
import numbers
import operator
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from keras_phases.decoders.base import Recipe
    from keras_phases.network.taps import Tap

LINEAR_WIDTH = 2048
"""Taps with spatial extent that are wider than this get the patch decoder.

At 4,096 the solve of one tap would cost as much as all others of a VGG-8, and the patch decoder reads lower."""

POSITIONS_PER_EXAMPLE = 16
"""Positions of each fit row that a patch decoder is fitted on. Measured on CIFAR-10, 10,000 rows, two taps of VGG-8 at
steps 0, 512 and 4,096: 0.1 to 0.4 % of loss above 64 positions, and 0.03 % in `reconstruction_loss_limit`."""


class Family(abc.ABC):
    """What `PhaseProbe(decoders=...)` takes; a frozen dataclass, named in records by its `name`."""

    name: ClassVar[str]

    @property
    def cheaper(self) -> tuple["Family", ...]:
        """What a tap gets in turn where this is more than can be afforded; nothing where it was asked for by itself."""
        return ()

    @abc.abstractmethod
    def recipe(self, tap: "Tap", input_shape: tuple[int, ...], num_rows: int) -> "Recipe":
        """The `keras_phases.decoders.base.Recipe` of a tap.

        Args:
            tap: The `keras_phases.network.taps.Tap`.
            input_shape: Shape of one input.
            num_rows: Fit rows, N.

        Raises:
            ValueError: when no decoder of the family is affordable there, or none leads to the input; with the way out.
        """

    def get_config(self) -> dict:
        """The constructor's arguments, as JSON can hold them."""
        return dataclasses.asdict(self)  # pyright: ignore[reportArgumentType] every family is a dataclass

    @classmethod
    def from_config(cls, config: dict) -> "Family":
        """Inverse of `get_config`."""
        return cls(**config)


@dataclasses.dataclass(frozen=True)
class Linear(Family):
    """All features of a tap to all elements of the target.

    Exact for taps of at most 4,096 features, or of any width with at most 4,096 fit rows.

    Args:
        patch_above: Taps with spatial extent and more features than this get `Patch()` instead, and taps that have
            no grid over the input, or too large a one, get `Pooled()` where this is beyond reach. Defaults to `None`:
            none do. `"auto"` stands for `Linear(patch_above=2048)`, `"linear"` for `Linear()`.
    """

    name: ClassVar[str] = "linear"
    patch_above: int | None = None

    def __post_init__(self):
        _check(self, "patch_above", smallest=0, others=(None,))

    @property
    def cheaper(self) -> tuple["Family", ...]:
        """See `Family.cheaper`."""
        return () if self.patch_above is None else (Patch(), Pooled())

    def recipe(self, tap: "Tap", input_shape: tuple[int, ...], num_rows: int) -> "Recipe":
        """See `Family.recipe`."""
        if self.patch_above is not None and tap.num_features > self.patch_above:
            return Patch().recipe(tap, input_shape, num_rows)
        from keras_phases.decoders.linear import make_recipe

        return make_recipe(tap, input_shape, num_rows)


@dataclasses.dataclass(frozen=True)
class Patch(Family):
    """Every position of the feature map to its own tile of the target, one regression for all positions.

    Taps without spatial extent get `Linear()` instead.

    Args:
        num_positions: Positions of each fit row that enter the fit, drawn by the seed; held-out rows use all. `None`
            takes all: on a 16 x 16 map sixteen times the work for less than 1 % less loss. Defaults to `16`.
        reach: Distance up to which neighbours are read: 1 reads 3 x 3 positions. Defaults to `"auto"`: 1, and 0 above
            455 channels, where 3 x 3 would be more than 4,096 features.
    """

    name: ClassVar[str] = "patch"
    num_positions: int | None = POSITIONS_PER_EXAMPLE
    reach: int | str = "auto"

    def __post_init__(self):
        _check(self, "num_positions", smallest=1, others=(None,))
        _check(self, "reach", smallest=0, others=("auto",))

    def recipe(self, tap: "Tap", input_shape: tuple[int, ...], num_rows: int) -> "Recipe":
        """See `Family.recipe`."""
        from keras_phases.decoders.patch import make_recipe

        return make_recipe(self, tap, input_shape, num_rows) or Linear().recipe(tap, input_shape, num_rows)


@dataclasses.dataclass(frozen=True)
class Pooled(Family):
    """The features of a map, area-averaged to a coarser grid, to all elements of the target.

    It measures what a coarse view of the tap still holds, no more than that: detail within a cell of the grid is lost.
    Taps that are not wider than `max_features`, and those without spatial extent, get `Linear()` instead.

    Args:
        max_features: Most features after averaging; the sides of the map are halved in turn until they fit, down to
            one position. Defaults to `2048`.
    """

    name: ClassVar[str] = "pooled"
    max_features: int = LINEAR_WIDTH

    def __post_init__(self):
        _check(self, "max_features", smallest=1)

    def recipe(self, tap: "Tap", input_shape: tuple[int, ...], num_rows: int) -> "Recipe":
        """See `Family.recipe`."""
        from keras_phases.decoders.linear import make_recipe
        from keras_phases.decoders.pooling import Pooling

        return make_recipe(tap, input_shape, num_rows, Pooling.to_at_most(self.max_features, tap.shape))


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Trained(Family):
    learning_rate: float = 3e-4
    weight_decay: float = 1e-5
    epochs: int = 20
    batch_size: int = 128

    def __post_init__(self):
        _check_number(self, "learning_rate", may_be_zero=False)
        _check_number(self, "weight_decay", may_be_zero=True)
        _check(self, "epochs", smallest=1)
        _check(self, "batch_size", smallest=1)

    @property
    def strategy(self) -> str:
        """The solver as records name it: the epochs, and every other setting that is not the default."""
        others = [
            f"{field.name} {getattr(self, field.name)!r}"
            for field in dataclasses.fields(self)
            if field.name != "epochs" and getattr(self, field.name) != field.default
        ]
        return ", ".join(["Adam", f"{self.epochs} epochs", *others])


@dataclasses.dataclass(frozen=True, kw_only=True)
class AdamLinear(_Trained):
    """The paper's linear decoder: one dense layer from all features of a tap, trained by Adam anew at each probe step.

    It stops where it is after its epochs: on the fit rows above the ridge regression of `lambda = weight_decay n P / 2`
    (n rows, P elements of the target), whose penalised objective it descends. `["linear", "adam_linear"]` shows what
    that is in held-out loss. Features are taken as they are, of any width. 512 features of 10,000 CIFAR-10 images take
    30 seconds of a CPU core, ten times as long as the exact decoder and linear probe together.

    Args:
        learning_rate: Rate of Adam, with betas of .9 and .999 and epsilon 1e-8. Defaults to `3e-4`.
        weight_decay: Added to the gradient, times the weights, of kernel and bias alike. Defaults to `1e-5`.
        epochs: Passes over the fit rows, in a new order each. Defaults to `20`.
        batch_size: Rows of a step. Defaults to `128`.

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
    """

    name: ClassVar[str] = "adam_linear"

    def recipe(self, tap: "Tap", input_shape: tuple[int, ...], num_rows: int) -> "Recipe":
        """See `Family.recipe`."""
        from keras_phases.decoders.trained import make_dense_recipe

        return make_dense_recipe(self, tap, input_shape)


@dataclasses.dataclass(frozen=True, kw_only=True)
class ConvTransposeDecoder(_Trained):
    """The paper's deconvolution decoder: transposed convolutions from a tap up to the image, trained by Adam.

    A dense layer (features without extent) or a 3 x 3 convolution with ReLU, then transposed convolutions, 4 x 4 with
    stride 2 and ReLU, that double the sides up to those of the image; the last has neither ReLU nor as many channels.
    The image must be square for features without extent, and its sides those of the tap times a power of two; images
    with a side above 64 are reconstructed at 32 x 32. It is not linear, so that `pca_bound` does not bound it. From 512
    features of 10,000 CIFAR-10 images it takes ten minutes of a CPU core; it is made for accelerators.

    Args:
        channels: Channels of the last but one layer; each layer before has twice as many. Defaults to `64`.
        learning_rate: Rate of Adam, with betas of .9 and .999 and epsilon 1e-8. Defaults to `3e-4`.
        weight_decay: Added to the gradient, times the weights, of kernels and biases alike. Defaults to `1e-5`.
        epochs: Passes over the fit rows, in a new order each. Defaults to `20`.
        batch_size: Rows of a step. Defaults to `128`.

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
    """

    name: ClassVar[str] = "deconv"
    channels: int = 64

    def __post_init__(self):
        super().__post_init__()
        _check(self, "channels", smallest=1)

    def recipe(self, tap: "Tap", input_shape: tuple[int, ...], num_rows: int) -> "Recipe":
        """See `Family.recipe`."""
        from keras_phases.decoders.trained import make_deconv_recipe

        return make_deconv_recipe(self, tap, input_shape)


FAMILIES = (Linear, Patch, Pooled, AdamLinear, ConvTransposeDecoder)
PROTOCOLS = ("exact", "paper")
PROBES = ("exact", "sgd")
"""How linear probes are made: see `keras_phases.probes`."""


def resolve_protocol(protocol: str, decoders: Any, probe: str = "exact") -> tuple[Any, str]:
    """`(decoders, probe)`: what a protocol stands for, and here alone.

    `"paper"` is `probe="sgd"` and, where decoders are `"auto"`, `decoders="adam_linear"`; any other choice stands.

    Args:
        protocol: `"exact"` or `"paper"`.
        decoders: As `resolve_decoders` takes them.
        probe: `"exact"` or `"sgd"`. Defaults to `"exact"`.

    Example:
        >>> from keras_phases.decoders.families import resolve_protocol
        >>> resolve_protocol("paper", "auto"), resolve_protocol("exact", "auto")
        (('adam_linear', 'sgd'), ('auto', 'exact'))
    """
    if protocol != "paper":
        return decoders, probe
    return ("adam_linear" if decoders in ("auto", ["auto"], ("auto",)) else decoders), "sgd"


def resolve_decoders(decoders: str | Family | Sequence[str | Family]) -> tuple[Family, ...]:
    """The families asked for, each once.

    Args:
        decoders: `"auto"`, `"linear"`, `"patch"`, `"pooled"`, `"adam_linear"`, `"deconv"`, a `Family`, or a list of
            these.

    Raises:
        ValueError: for anything else, and for two of one family.

    Example:
        >>> from keras_phases.decoders import resolve_decoders
        >>> resolve_decoders("auto")
        (Linear(patch_above=2048),)
        >>> resolve_decoders(["linear", "patch"])
        (Linear(patch_above=None), Patch(num_positions=16, reach='auto'))
    """
    choices = tuple(decoders) if isinstance(decoders, (list, tuple)) else (decoders,)
    shorthands = {"auto": Linear(LINEAR_WIDTH)} | {family.name: family() for family in FAMILIES}
    families = [shorthands.get(choice) if isinstance(choice, str) else choice for choice in choices]
    if not families or not all(isinstance(family, Family) for family in families):
        raise ValueError(
            f"decoders is {decoders!r}. Expected 'auto' ('linear', but 'patch' for wide taps with spatial extent), "
            "'linear', 'patch', 'pooled', 'adam_linear', 'deconv', one of Linear(), Patch(), Pooled(), AdamLinear(), "
            "ConvTransposeDecoder() of keras_phases.decoders, or a list of these."
        )
    names = [family.name for family in families]  # pyright: ignore[reportAttributeAccessIssue, reportOptionalMemberAccess] all are families
    if len(set(names)) < len(names):
        raise ValueError(
            f"decoders is {decoders!r}, with a family twice. Expected each of {', '.join(shorthands)} at most once; "
            "compare settings of one family with two probes, each with a log_dir of its own."
        )
    return tuple(families)  # pyright: ignore[reportReturnType] all are families


def _check(family, argument, *, smallest, others=()):
    """Makes an argument the int that it is; refuses all but integers from `smallest` on and the `others`."""
    value = getattr(family, argument)
    if (value is None or isinstance(value, str)) and value in others:
        return
    try:
        number = smallest - 1 if isinstance(value, bool) else operator.index(value)  # pyright: ignore[reportArgumentType] a TypeError is caught
    except TypeError:
        number = smallest - 1
    if number < smallest:
        choices = " or ".join([f"an integer of at least {smallest}", *map(repr, others)])
        raise ValueError(f"{argument}={value!r} is nothing that {type(family).__name__} takes. Expected {choices}.")
    object.__setattr__(family, argument, number)


def _check_number(family, argument, *, may_be_zero):
    """Makes an argument the float that it is; refuses what is no finite number above zero, or zero where it may be."""
    value = getattr(family, argument)
    is_number = isinstance(value, numbers.Real) and not isinstance(value, bool) and math.isfinite(value)
    if not is_number or value < 0 or (value == 0 and not may_be_zero):
        least = "a finite number of at least 0" if may_be_zero else "a finite number above 0"
        raise ValueError(f"{argument}={value!r} is nothing that {type(family).__name__} takes. Expected {least}.")
    object.__setattr__(family, argument, float(value))
