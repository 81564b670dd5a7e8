"""A run with breakdowns and further quantities, its columns described as a probe describes them."""

import dataclasses

import numpy as np
from phase_runs import STEPS, RunOptions, build_layout, build_values

from keras_phases.record.event_files import PhaseEventWriter

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
