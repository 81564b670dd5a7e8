"""The on-disk contract of a run's images: what each decoder makes of the same few held-out examples.

One image step is one blob sequence under the plugin name `phases_images`, tag `phases/images`: a PNG for each row of
the run's `metadata.Layout`, in its order, and behind them one of the examples themselves for each form in which they
are reconstructed (whole, area-averaged, cropped). A PNG is a strip: all examples side by side, left to right. A row
that gave no image has an empty blob. The examples are the same at every step; they stand in every event, so that no
sampling and no resumed run parts them from what is made of them.

    value = low + level / 255 (high - low)          of each channel, level the 8 bits of the PNG

Names, sizes and range stand once, as JSON, in the summary metadata of the first event. Imports the standard library
alone.
"""

import dataclasses
import json

PLUGIN_NAME = "phases_images"
"""Not `phases`: TensorBoard keeps points by plugin, and a plugin name without a loader has no tab."""

TAG = "phases/images"
SCHEMA_VERSION = 1

_MOST = 4096
"""Images in a strip, and sides of one: more are no writer's of ours, and a browser would stand still over them."""


@dataclasses.dataclass(frozen=True)
class ImageRow:
    """What one blob of every image step belongs to.

    Args:
        layer: Name of the layer.
        decoder: Name of the decoder's family.
        size: Height and width of one image.
        input: Index of the examples in the form that this row reconstructs, in `ImageLayout.inputs`.
    """

    layer: str
    decoder: str
    size: tuple[int, int]
    input: int


@dataclasses.dataclass(frozen=True)
class ImageLayout:
    """Names, sizes and range of a run's images.

    Args:
        rows: One `ImageRow` for each row of the run's `metadata.Layout`.
        inputs: Height and width of the examples, in each form in which they are reconstructed.
        num_examples: Images in a strip.
        low: Value of level 0, one for each channel: 1 of grey images, 3 of colour.
        high: Value of level 255, the same.
        labels: Class label of each example, an integer or text; None without.
    """

    rows: tuple[ImageRow, ...]
    inputs: tuple[tuple[int, int], ...]
    num_examples: int
    low: tuple[float, ...]
    high: tuple[float, ...]
    labels: tuple[int | str, ...] | None = None

    @property
    def num_blobs(self) -> int:
        """Blobs of every image step."""
        return len(self.rows) + len(self.inputs)


def pack_image_layout(layout: ImageLayout) -> bytes:
    """The JSON that goes into the summary metadata's plugin content."""
    return json.dumps({"schema": SCHEMA_VERSION} | dataclasses.asdict(layout), sort_keys=True).encode()


def unpack_image_layout(content: bytes) -> ImageLayout:
    """Inverse of `pack_image_layout`.

    Raises:
        ValueError: when the content is no JSON of a known schema.
    """
    try:
        fields = json.loads(content)
        schema = fields["schema"]
        if schema != SCHEMA_VERSION:
            raise ValueError(f"schema {schema!r}, expected {SCHEMA_VERSION}; install the keras-phases that wrote it")
        inputs = tuple(map(_size, fields["inputs"]))
        labels = fields["labels"]
        layout = ImageLayout(
            rows=tuple(_row(row, len(inputs)) for row in fields["rows"]),
            inputs=inputs,
            num_examples=_count(fields["num_examples"]),
            low=tuple(map(float, fields["low"])),
            high=tuple(map(float, fields["high"])),
            labels=None if labels is None else tuple(_checked(label, (int, str)) for label in labels),
        )
    # Numbers too large for a float and brackets without end are faults of a file too.
    except (LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError(f"not an image layout: {error!r} in {content[:80]!r}") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"not an image layout: {error!r} in {content[:80]!r}") from error
    if len(layout.low) not in (1, 3) or len(layout.low) != len(layout.high) or not layout.rows:
        raise ValueError(f"not an image layout: {len(layout.rows)} rows of {len(layout.low)} channels")
    if layout.labels is not None and len(layout.labels) != layout.num_examples:
        raise ValueError(f"not an image layout: {len(layout.labels)} labels of {layout.num_examples} examples")
    return layout


def _row(fields, num_inputs):
    if _checked(fields["input"], (int,)) not in range(num_inputs):
        raise TypeError(f"expected an input below {num_inputs}, got {fields['input']!r}")
    names = (_checked(fields[name], (str,)) for name in ("layer", "decoder"))
    return ImageRow(*names, _size(fields["size"]), fields["input"])  # pyright: ignore[reportCallIssue] two names


def _size(value):
    height, width = value
    return _count(height), _count(width)


def _count(value):
    if not 1 <= _checked(value, (int,)) <= _MOST:
        raise TypeError(f"expected an integer from 1 to {_MOST}, got {value!r}")
    return value


def _checked(value, kinds):
    if type(value) not in kinds:
        raise TypeError(f"expected {' or '.join(kind.__name__ for kind in kinds)}, got {value!r}")
    return value
