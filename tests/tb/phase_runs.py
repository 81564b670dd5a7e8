"""Plausible runs for the tests of the tab, written as a training writes them."""

import dataclasses

import numpy as np

from keras_phases.record import schema
from keras_phases.record.event_files import PhaseEventWriter

STEPS = (0, *(2**power for power in range(14)))


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
