"""What decides the numbers of a measurement; importing this, and naming settings, loads neither Keras nor NumPy."""

import dataclasses
import functools
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from keras_phases.arguments import as_name, at_least, at_most, one_of, parse_bytes
from keras_phases.decoders.families import FAMILIES, PROBES, PROTOCOLS, Family, resolve_decoders, resolve_protocol
from keras_phases.signatures import lists_knobs

if TYPE_CHECKING:
    from keras_phases.quantities import Quantity

BATCH_NORM_MODES = ("batch", "inference")
MAX_IMAGES = 64
"""The most examples that are shown: an image step of a run is held in TensorBoard's memory."""


@lists_knobs
@dataclasses.dataclass(frozen=True, kw_only=True, eq=False)
class ProbeSettings:
    """What decides the numbers of a measurement, the same for a running `fit` and for saved checkpoints.

        replay("checkpoints", model, ((x, y), (x_test, y_test)), probe=ProbeSettings(layers="blocks"))

    `PhaseProbe` takes all of these by name, and what it needs of a fit besides.

    Args:
        layers: `"auto"` (at most eight block outputs, the last features among them), `"blocks"` (every block), a layer
            name, a glob, a `keras.Layer`, a predicate on layers, or a list of these. Defaults to `"auto"`.
        decoders: `"auto"` (the whole tap, but `"patch"` for taps above 2,048 features with a grid over the input: maps
            of images, signals, volumes and video, tokens of patches), `"linear"`
            (the whole tap, an error where that is too wide), `"patch"`, `"pooled"` (linear from features averaged to at
            most 2,048), `"adam_linear"` and `"deconv"` (trained by Adam anew at each probe step, which takes minutes:
            one dense layer, and transposed convolutions up to the image), one of `Linear()`, `Patch()`, `Pooled()`,
            `AdamLinear()`, `ConvTransposeDecoder()` of `keras_phases.decoders` where their settings matter, or a list
            of these: `["linear", "patch"]` shows what locality costs, `["linear", "adam_linear"]` what training leaves
            unconverged. Taps without spatial extent get `"linear"` for `"patch"` and `"pooled"`. Defaults to
            `"auto"`.
        probe: The linear probes: `"exact"`, logistic regressions fitted to a stated tolerance; `"sgd"`, the paper's 20
            epochs of SGD (rate 0.01, a tenth of it after ten epochs, momentum 0.9) on all features of the tap as they
            are. Defaults to `"exact"`.
        protocol: `"exact"`, or `"paper"`, to compare with the numbers of the paper's own code: short for
            `probe="sgd"` and, where decoders are `"auto"`, for `decoders="adam_linear"`. Weights and orders are drawn
            by the seed, the same at every probe step. It needs `batch_norm="batch"`. Unlike that code features are
            taken in whole probe batches in a fixed order, once, in float32. Defaults to `"exact"`.
        transfer: Further label sets, a dict by name (letters, digits and `_`); a linear probe of each tap is fitted to
            each at every probe step, in the columns `transfer_<name>_accuracy` and `transfer_<name>_loss`. A function
            `labels(x) -> (n,)` labels the rows as they are fed: `{"colour": keras_phases.datasets.dominant_colour}`;
            it costs a fit on features that are there. `(x, y)`, or `((x, y), (x_test, y_test))`, is another data set of
            arrays for the same model, of which rows are drawn as those of the run are: it costs a forward pass over
            them besides. Defaults to `None`.
        max_examples: Most fit rows. Defaults to `10_000`.
        max_heldout: Most held-out rows: of the validation data where there are some, else training rows that the
            decoders are not fitted on (the model trains on them), and every record is flagged `training_heldout`.
            Defaults to `2_000`.
        target: What is reconstructed: the name of an input (a key of a dict of inputs, or of a `keras.Input`), or of a
            layer that only prepares it, whose output then stands for it. Defaults to `None`: the input as fed; of
            several inputs the image-like one, of text the ids that a layer makes of it.
        images: Held-out examples, the same at every step and of mixed classes, whose reconstruction by each (layer,
            decoder) is recorded at up to 24 probe steps: at all where the fit has no more, else at the first step from
            each of 0, 1, 2, 4, 8, ... on and at the last. Signals are shown as strips with a line for each channel,
            volumes and video as four slices across their first side; of vectors, and of images, volumes and video of
            other than one or three channels, nothing is recorded. `history.reconstructions(step, layer)` gives them
            back. 0 turns it off. Defaults to `8`.
        quantities: What else is measured at every probe step, in columns of their own: `"auto"`, `"all"`, names,
            `keras_phases.quantities.Quantity` objects, or a list of these. `"auto"` is what costs a tenth to a
            fifth of a probe step: the reconstruction loss by `"class"`, `"channel"`, `"colour"`, `"frequency"`,
            `"position"` and `"difficulty"`, the `"effective_rank"` of the features, and `"majority"`, how few rows the
            classifier still learns from; `"component"` is the loss by principal component of the input. What has
            nothing to measure in a run is left out. None turns all off. Defaults to `"auto"`.
        batch_norm: `"batch"`: BatchNormalization uses the statistics of the probe batch, as in training;
            `"inference"`: its moving statistics, which have not settled in the first hundred steps. Defaults to
            `"batch"`.
        probe_batch_size: Rows of a probe batch; row counts are rounded down to whole batches. Defaults to `256`.
        max_memory: Most memory that a probe step may take above the model's own: bytes, or text such as `"4GiB"` or
            `"500MB"`. Where all taps together would take more they are measured in groups, each with a forward pass of
            its own, to the same numbers; a tap that takes more alone gets a cheaper decoder where decoders are
            `"auto"`, else it is an error where it was named, and left out with a warning where not. Defaults to `None`:
            a quarter of the memory of the machine, or of the container; said where it changes a choice.
        seed: Seed of the choice of rows and positions. Defaults to `0`.
        model: Which part of the model is measured: its name, or the path of attributes to it, such as `"encoder"`, or a
            function, `lambda model: model.encoder`. Defaults to `None`: the model itself; of one with a `train_step`
            and no `call` the one part that takes the rows of `fit` and is trained.

    Raises:
        ValueError: for a wrong value.

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
    """

    layers: Any = "auto"
    decoders: str | Family | Sequence[str | Family] = "auto"
    probe: str = "exact"
    protocol: str = "exact"
    transfer: Mapping[str, Any] | None = None
    max_examples: int = 10_000
    max_heldout: int = 2_000
    target: str | None = None
    images: int = 8
    quantities: "str | Quantity | Sequence[str | Quantity] | None" = "auto"
    batch_norm: str = "batch"
    probe_batch_size: int = 256
    max_memory: int | str | None = None
    seed: int = 0
    model: Any = None

    def __post_init__(self):
        for name, smallest in (("max_examples", 2), ("max_heldout", 2), ("probe_batch_size", 2), ("seed", 0)):
            self._set(name, at_most(2**63 - 1, name, at_least(smallest, name, getattr(self, name))))
        self._set("images", at_most(MAX_IMAGES, "images", at_least(0, "images", self.images)))
        self._set("target", as_name(self.target))
        self._set("max_memory", parse_bytes(self.max_memory))
        if self.transfer is not None:
            from keras_phases.data.transfer_labels import check_transfer

            self._set("transfer", check_transfer(self.transfer))
        one_of(BATCH_NORM_MODES, "batch_norm", self.batch_norm)
        one_of(PROBES, "probe", self.probe)
        one_of(PROTOCOLS, "protocol", self.protocol)
        _check_protocol(self.protocol, self.batch_norm)
        # A mistake in these is an error here, not when training starts.
        _ = self.families
        if self.quantities not in ("auto", None):
            _ = self.measured_quantities

    def _set(self, name, value):
        object.__setattr__(self, name, value)

    @functools.cached_property
    def families(self) -> tuple[Family, ...]:
        """The decoders asked for, each once."""
        decoders, _ = resolve_protocol(self.protocol, self.decoders, self.probe)
        return resolve_decoders(decoders)

    @property
    def probe_kind(self) -> str:
        """How linear probes are made, with what the protocol says."""
        return resolve_protocol(self.protocol, self.decoders, self.probe)[1]

    @functools.cached_property
    def measured_quantities(self) -> "tuple[Quantity, ...]":
        """The quantities asked for, each once."""
        from keras_phases.quantities import resolve_quantities

        return resolve_quantities(self.quantities)

    def knobs(self) -> dict[str, Any]:
        """All knobs by name, as a constructor takes them."""
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    def get_config(self) -> dict[str, Any]:
        """The knobs that are not at their defaults, as JSON can hold them.

        Raises:
            ValueError: for a layer, function or array, which JSON cannot hold.
        """
        given = {field.name: getattr(self, field.name) for field in dataclasses.fields(self) if _is_set(self, field)}
        config = {name: _as_json(value) for name, value in given.items()}
        for name, value in config.items():
            try:
                json.dumps(value, allow_nan=False)
            except (TypeError, ValueError) as error:
                raise ValueError(f"{name} is {value!r}, which cannot be written as JSON. Expected names.") from error
        return config

    @classmethod
    def from_config(cls, config: Mapping[str, Any]) -> "ProbeSettings":
        """Inverse of `get_config`."""
        return cls(**{name: _from_json(value) for name, value in config.items()})


def _is_set(settings, field):
    value = getattr(settings, field.name)
    return value is not field.default and (not isinstance(value, (str, int)) or value != field.default)


def _as_json(value):
    """Decoders as dicts with their names, anywhere in a list."""
    if isinstance(value, Family):
        return {"decoder": value.name, **value.get_config()}
    return list(map(_as_json, value)) if isinstance(value, (list, tuple)) else value


def _from_json(value) -> Any:
    if isinstance(value, list):
        return list(map(_from_json, value))
    if not isinstance(value, dict) or "decoder" not in value:
        return value
    kinds = {kind.name: kind for kind in FAMILIES}
    kind = kinds[one_of(tuple(kinds), "decoder", value["decoder"])]
    return kind.from_config({name: part for name, part in value.items() if name != "decoder"})


def _check_protocol(protocol, batch_norm):
    if protocol == "paper" and batch_norm != "batch":
        raise ValueError(
            f"batch_norm is {batch_norm!r} with protocol='paper', whose features come from BatchNormalization in "
            "training mode. Expected batch_norm='batch'; leave it out, or pass protocol='exact' with decoders="
            "'adam_linear' for a trained decoder on other features."
        )
