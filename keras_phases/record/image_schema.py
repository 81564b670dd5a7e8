"""The on-disk contract of a run's images: what each decoder makes of the same few held-out examples.

One image step is one blob sequence under the plugin name `phases_images`, tag `phases/images`: a PNG for each row of
the run's `metadata.Layout`, in its order, and behind them one of the examples themselves for each form in which they
are reconstructed (whole, area-averaged, cropped). A PNG is a strip: all examples side by side, left to right. A row
that gave no image has an empty blob. The examples are the same at every step; they stand in every event, so that no
sampling and no resumed run parts them from what is made of them.

    value = low + level / 255 (high - low)          of each channel, level the 8 bits of the PNG

Names, sizes and range stand once, as JSON, in the summary metadata of the first event. What is read back may be
anybody's: the types of the classes below are what may stand there.
"""

import dataclasses
from typing import Annotated

import msgspec

from keras_phases.record.typed_json import Whole, read_json, write_json

PLUGIN_NAME = "phases_images"
"""Not `phases`: TensorBoard keeps points by plugin, and a plugin name without a loader has no tab."""

TAG = "phases/images"
SCHEMA_VERSION = 1

_MOST_PIXELS = 2**24
"""Of a strip: more are no writer's of ours, and a browser would stand still over them."""

_Count = Annotated[int, msgspec.Meta(ge=1, le=4096)]
_Size = tuple[_Count, _Count]
_Bound = Annotated[float, msgspec.Meta(ge=-3.4e38, le=3.4e38)]
"""Of float32, in which images are read back."""
_Bounds = Annotated[tuple[_Bound, ...], msgspec.Meta(min_length=1, max_length=3)]


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
    size: _Size
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

    rows: Annotated[tuple[ImageRow, ...], msgspec.Meta(min_length=1)]
    inputs: tuple[_Size, ...]
    num_examples: _Count
    low: _Bounds
    high: _Bounds
    labels: tuple[Whole | str, ...] | None = None

    def __post_init__(self):
        sizes = [*self.inputs, *(row.size for row in self.rows)]
        if len(self.low) == 2 or len(self.low) != len(self.high):
            raise ValueError(f"{len(self.low)} and {len(self.high)} channels")
        if any(row.input not in range(len(self.inputs)) for row in self.rows):
            raise ValueError(f"a row of other examples than those of {len(self.inputs)} forms")
        if any(self.num_examples * height * width > _MOST_PIXELS for height, width in sizes):
            raise ValueError(f"{self.num_examples} images that are too large")
        if self.labels is not None and len(self.labels) != self.num_examples:
            raise ValueError(f"{len(self.labels)} labels of {self.num_examples} examples")

    @property
    def num_blobs(self) -> int:
        """Blobs of every image step."""
        return len(self.rows) + len(self.inputs)

    def size_of(self, blob: int) -> tuple[int, int]:
        """Height and width of one image of a blob, by its place."""
        return self.rows[blob].size if blob < len(self.rows) else self.inputs[blob - len(self.rows)]


def pack_image_layout(layout: ImageLayout) -> bytes:
    """The JSON that goes into the summary metadata's plugin content."""
    return write_json({"schema": SCHEMA_VERSION} | dataclasses.asdict(layout))


def unpack_image_layout(content: bytes) -> ImageLayout:
    """Inverse of `pack_image_layout`.

    Raises:
        ValueError: when the content is no JSON of a known schema.
    """
    return read_json(content, ImageLayout, version=SCHEMA_VERSION, fault="not an image layout: ")
