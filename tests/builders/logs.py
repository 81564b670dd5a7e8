"""Records of plausible runs, written as a training writes them."""

import dataclasses
import io

import numpy as np
from PIL import Image

from keras_phases.record import schema
from keras_phases.record.event_files import PhaseEventWriter, read_run
from keras_phases.record.image_schema import ImageLayout, ImageRow
from keras_phases.record.probe_step import ProbeRow, ProbeStep
from keras_phases.record.run_record import Record

STEPS = (0, *(2**power for power in range(14)))
SIZE, NUM_EXAMPLES = (4, 6), 3


@dataclasses.dataclass(frozen=True)
class RunOptions:
    """What kind of run to write.

    Args:
        num_layers: Layers named conv1, conv2, ... and a last one named features.
        steps: Probe steps.
        labels: Whether there are probe accuracies; without, their columns are NaN.
        flags: Flag names by probe step; the key None is for every step.
    """

    num_layers: int = 4
    steps: tuple = STEPS
    labels: bool = True
    flags: dict = dataclasses.field(default_factory=dict)


def build_layout(num_layers=4):
    widths = [32 * 2 ** min(index, 4) for index in range(num_layers)]
    names = [f"conv{index + 1}" for index in range(num_layers - 1)] + ["features"]
    rows = tuple(
        schema.Row(name, "linear" if index == num_layers - 1 else "patch", "primal", width, width)
        for index, (name, width) in enumerate(zip(names, widths, strict=True))
    )
    run = {"model": "vgg8", "batch_norm": "batch", "probe_batch_size": 256, "heldout": "validation_data", "seed": 0}
    return schema.Layout(rows, run=run)


def build_values(layout, step, options, seed=0):
    """Float32 `(num_rows, num_metrics)` of one probe step: constant, then a fall, then a rise that grows with depth."""
    random = np.random.default_rng([seed, step])
    values = np.full(layout.shape, np.nan, np.float32)
    for index, _ in enumerate(layout.rows):
        depth = (index + 1) / len(layout.rows)
        fall, rise = np.log1p(step / 12), np.log1p(step / (220 + 4000 * (1 - depth)))
        loss = depth * (0.6 - 0.1 * fall / (1 + 0.5 * fall) + 0.075 * depth * rise**1.35) + 0.0008 * random.normal()
        groups = loss + 0.02 * np.sin(np.arange(schema.NUM_GROUPS)) + 0.0008 * random.normal(size=schema.NUM_GROUPS)
        columns = {
            "epoch": step / 391,
            "num_fit_examples": 10_000,
            "num_heldout_examples": 2_000,
            "ridge": 1e-3,
            "degrees_of_freedom": 300 * depth,
            "reconstruction_loss": groups.mean(),
            "reconstruction_stderr": 0.004 * depth,
            "reconstruction_loss_limit": groups.mean() * 0.97,
            "explained_variance": 1 - groups.mean() / 0.98,
            "mean_image_loss": 0.98,
            "pca_bound": 0.42 * depth**2,
            "probe_seconds": 1.5,
            "flags": schema.pack_flags([*options.flags.get(None, ()), *options.flags.get(step, ())]),
        }
        if options.labels:
            columns["probe_accuracy"] = 0.36 + depth * (0.38 / (1 + (60 / (1 + step)) ** 0.6)) + 0.004 * random.normal()
            columns["probe_loss"] = 2.3 - 2 * columns["probe_accuracy"]
        for name, value in [*columns.items(), *zip(schema.GROUP_METRICS, groups, strict=True)]:
            values[index, layout.metrics.index(name)] = value
    return values


def write_run(log_dir, options=None, seed=0):
    """Writes one run into the folder `phases` of `log_dir`; returns its layout and path."""
    options = options or RunOptions()
    layout = build_layout(options.num_layers)
    writer = PhaseEventWriter(f"{log_dir}/phases", layout)
    for step in options.steps:
        writer.add_packed(step, build_values(layout, step, options, seed))
    writer.close()
    return layout, writer.path


def build_image_layout(layout):
    """Images of every row, of which the last reconstructs the examples in a form of its own."""
    last = len(layout.rows) - 1
    rows = (ImageRow(row.layer, row.decoder, SIZE, int(index == last)) for index, row in enumerate(layout.rows))
    return ImageLayout(tuple(rows), (SIZE, SIZE), NUM_EXAMPLES, (0.0,), (1.0,), (3, "seven", 1))


def draw_png(*seed):
    levels = np.random.default_rng(seed).integers(0, 256, (SIZE[0], NUM_EXAMPLES * SIZE[1]), np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(levels).save(buffer, "PNG")
    return buffer.getvalue()


def build_blobs(layout, step, seed=0):
    """A PNG for each row, none of row 1 at step 2, and two of the examples, the same at every step."""
    rows = [b"" if (step, row) == (2, 1) else draw_png(seed, step, row) for row in range(len(layout.rows))]
    return [*rows, draw_png(seed, 1_000_000), draw_png(seed, 1_000_001)]


def write_image_run(log_dir, steps, image_steps, *, seed=0, start_step=0):
    """Writes probe steps, some with images, as one fit does; returns the layout of the images."""
    layout = build_layout()
    image_layout = build_image_layout(layout)
    writer = PhaseEventWriter(f"{log_dir}/phases", layout, start_step=start_step)
    for step in steps:
        writer.add_packed(step, build_values(layout, step, RunOptions(), seed))
        if step in image_steps:
            writer.add_images(step, build_blobs(image_layout, step, seed), image_layout)
    writer.close()
    return image_layout


# Loss of the mean image on each part, and how much of the part the layers keep at first, at best and at last.
PARTS = {
    "class": [(f"{index}", 0.1, 0.9 + 0.02 * index, 0.5, 0.62, 0.55 - 0.02 * index) for index in range(10)],
    "channel": [
        ("red", 1 / 3, 1.0, 0.5, 0.62, 0.5),
        ("green", 1 / 3, 1, 0.52, 0.66, 0.58),
        ("blue", 1 / 3, 1, 0.48, 0.58, 0.4),
    ],
    "colour": [("grey", 0.5, 1.7, 0.55, 0.68, 0.6), ("chroma", 0.5, 0.26, 0.3, 0.61, 0.48)],
    "frequency": [
        ("below 0.0625", 0.05, 12.0, 0.75, 0.9, 0.86),
        ("0.0625 to 0.125", 0.1, 2.5, 0.5, 0.7, 0.6),
        ("0.125 to 0.25", 0.2, 0.6, 0.2, 0.4, 0.25),
        ("0.25 to 0.5", 0.45, 0.1, 0.04, 0.12, 0.05),
        ("above 0.5", 0.2, 0.05, 0.01, 0.02, -0.01),
    ],
    "position": [
        (f"row {row} column {column}", 1 / 16, 1, 0.5, 0.6, 0.55 - 0.04 * (abs(row - 2.5) + abs(column - 2.5)))
        for row in range(1, 5)
        for column in range(1, 5)
    ],
    "component": [
        (name, 1 / 7, 20.0 / 3**index, 0.95 - 0.15 * index, 0.99 - 0.12 * index, 0.97 - 0.16 * index)
        for index, name in enumerate(("1", "2 to 4", "5 to 16", "17 to 64", "65 to 256", "257 to 1024", "1025 to 3072"))
    ],
    "difficulty": [
        ("easy", None, None, 0.5, 0.64, 0.58),
        ("middle", None, None, 0.5, 0.6, 0.5),
        ("hard", None, None, 0.5, 0.57, 0.41),
    ],
}
FURTHER = {
    "effective_rank": ("effective rank", "directions of the features", "high", "number"),
    "components_kept": ("components kept", "principal components of the input", "high", "number"),
    "loss_share_hardest_1": ("loss share of the hardest 1 %", "share of the classification loss", None, "share"),
    "loss_share_hardest_5": ("loss share of the hardest 5 %", "share of the classification loss", None, "share"),
    "loss_share_hardest_10": ("loss share of the hardest 10 %", "share of the classification loss", None, "share"),
    "fitted_share": ("share of rows fitted", "share of fit rows", "high", "share"),
    "gradient_rows": ("rows that drive the gradient", "rows", None, "number"),
    "binned_information_input": ("binned I(X;T)", "nats", None, "number"),
    "binned_information_label": ("binned I(T;Y)", "nats", "high", "number"),
    "label_information": ("label information", "nats about the label", "high", "number"),
}


def name_column(kind, part):
    return f"reconstruction_loss_{kind}_{part.replace(' ', '_')}"


def describe_columns():
    """The setting `columns` of a run."""
    columns = {}
    for kind, parts in PARTS.items():
        for part, weight, mean_image_loss, *_ in parts:
            described = {"label": f"loss, {kind} {part}", "unit": "mean squared error", "better": "low", "kind": kind}
            if weight is not None:
                described |= {"weight": weight, "mean_image_loss": mean_image_loss}
            columns[name_column(kind, part)] = described | {"format": "number", "part": part}
    keys = ("label", "unit", "better", "format")
    return columns | {name: dict(zip(keys, values, strict=True)) for name, values in FURTHER.items()}


def write_breakdown_run(log_dir, columns=None, *, num_layers=4, steps=STEPS):
    """Writes a run whose columns are described by `columns` (by default all of `describe_columns`)."""
    columns = describe_columns() if columns is None else columns
    plain = build_layout(num_layers)
    metrics = (*plain.metrics, *columns)
    layout = dataclasses.replace(plain, metrics=metrics, run=plain.run | {"columns": columns})
    writer = PhaseEventWriter(f"{log_dir}/phases", layout)
    for step in steps:
        values = build_values(layout, step, RunOptions(num_layers=num_layers))
        for name, column in {**_part_losses(step, num_layers), **_further(step, num_layers)}.items():
            if name in metrics:
                values[:, metrics.index(name)] = column
        writer.add_packed(step, values)
    writer.close()
    return layout


def _part_losses(step, num_layers):
    """Loss of each part, a value a layer: the deeper, the further from what is carried at best."""
    depth = np.arange(1, num_layers + 1) / num_layers
    rise, fall = np.log1p(step / 12) / np.log1p(512 / 12), np.log1p(max(0, step - 512) / 512) / np.log(16)
    losses = {}
    for kind, parts in PARTS.items():
        for part, _, mean_image_loss, first, best, last in parts:
            kept = first + (best - first) * min(1, rise) + (last - best) * fall
            losses[name_column(kind, part)] = (mean_image_loss or 1) * (1 - kept) * (0.3 + 0.7 * depth)
    return losses


def _further(step, num_layers):
    depth = np.arange(1, num_layers + 1) / num_layers
    late = np.log1p(step / 64) / np.log1p(128)
    return {
        "effective_rank": 40 * depth + 8 * late,
        "components_kept": np.round(120 - 60 * depth - 20 * late),
        "loss_share_hardest_1": 0.02 + 0.2 * late,
        "loss_share_hardest_5": 0.08 + 0.42 * late,
        "loss_share_hardest_10": 0.13 + 0.62 * late,
        "fitted_share": 0.98 * late**0.6,
        "gradient_rows": 9000 * np.exp(-5 * late),
        "binned_information_input": 6 - 1.5 * late * depth,
        "binned_information_label": 1 + late * depth,
        "label_information": 0.3 + 1.2 * late * depth,
    }


RECORD_ROWS = (schema.Row("block1", "linear", "primal", 64, 64),)


def record_layout(**run):
    return schema.Layout(RECORD_ROWS, ("probe_seconds",), {"seed": 0, "model": "vgg8"} | run)


def write_record(directory, *steps, start=0, layout=None, planned_steps=()):
    """A run from `start` that measures `steps`, each in as many seconds as its step."""
    record = Record(directory, layout or record_layout(), resume=True)
    record.open(start)
    if planned_steps:
        record.plan(planned_steps)
    for step in steps:
        record.add(ProbeStep(step, 0, (ProbeRow("block1", "linear", {"probe_seconds": step}),)))
    record.close()
    return record


def read_events(directory):
    """`(layout, records)` of a folder."""
    run = read_run(directory)
    return run.layout, run.records


def read_images(directory):
    """`(layout, records)` of the images of a folder."""
    run = read_run(directory)
    return run.image_layout, run.images
