"""What do a vision transformer's phases, a curve's phases, and a layer's worth look like? Draws three pictures.

    python examples/gallery.py --output=examples/pictures

Reads the records that come with the package; trains nothing and loads no backend:

- `vit.png`: `history.plot()` of a vision transformer on the digits;
- `detected.png`: a simulated noisy curve with the phases that `detect_phases` finds in it;
- `worth.png`: how much each block of a ResNet-10 keeps of its input against how well it tells digits apart.

Needs `pip install "keras-phases[plot]"`. Hardware and time: any, seconds. Expected: the pictures of docs/gallery.md.
"""

import pathlib
import tempfile

import numpy as np
from absl import app, flags
from matplotlib import pyplot as plt
from tensorboard_plugin_phases.demo import write_demo

from keras_phases import LogSpaced, PhaseHistory, detect_phases

OUTPUT = flags.DEFINE_string("output", "examples/pictures", "Folder of the pictures.")
COLOURS = {"constant": "#9aa0a6", "decrease": "#1a73e8", "increase": "#d93025"}


def draw_transformer(history):
    """Loss and accuracy of every block, phases shaded."""
    return history.plot()


def draw_detected():
    """A curve that is constant, falls and rises, with noise of 1 %, and what is found in it."""
    steps = np.array(LogSpaced(2, sparse_until=64).steps(8_192))
    place = np.log2(1 + steps)
    fall, rise = 1 / (1 + np.exp(4 - place)), np.maximum(place - 8.5, 0)
    losses = (0.6 - 0.2 * fall + 0.035 * rise) * (1 + 0.01 * np.random.default_rng(0).standard_normal(len(steps)))
    report = detect_phases(steps, losses)
    figure, axes = plt.subplots(figsize=(6, 3), layout="constrained")
    axes.plot(1 + steps, losses, "k.-", linewidth=0.8)
    for phase in report.phases:
        axes.axvspan(1 + phase.start_step, 1 + phase.end_step, color=COLOURS[phase.kind], alpha=0.15, label=phase.kind)
    low, high = report.minimum_interval
    axes.plot([1 + low, 1 + high], [losses.min() * 0.97] * 2, color="k", linewidth=3, label="interval of the minimum")
    axes.set(xscale="log", xlabel="1 + step", ylabel="reconstruction loss", title="Phases found in 21 noisy losses")
    axes.title.set_fontsize(9)
    axes.legend(fontsize=8)
    return figure


def draw_worth(history):
    """A trajectory for each block: right is better for the labels, up keeps more of the input."""
    figure, axes = plt.subplots(figsize=(6, 3.6), layout="constrained")
    for index, layer in enumerate(history.layers):
        accuracy, explained = (history.column(name, index) for name in ("probe_accuracy", "explained_variance"))
        axes.plot(accuracy, explained, ".-", markersize=3, linewidth=1, label=layer)
        axes.plot(accuracy[-1], explained[-1], "ko", markersize=3)
    axes.set(
        xlabel="probe accuracy", ylabel="explained variance", title="From the untrained network to the last step (dot)"
    )
    axes.title.set_fontsize(9)
    axes.legend(fontsize=8)
    return figure


def main(_):
    """Writes the three pictures."""
    output = pathlib.Path(OUTPUT.value)
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        write_demo(folder)
        vit, resnet = (PhaseHistory.load(pathlib.Path(folder) / name) for name in ("vit-seed0", "resnet10-seed0"))
        for name, figure in (
            ("vit", draw_transformer(vit)),
            ("detected", draw_detected()),
            ("worth", draw_worth(resnet)),
        ):
            path = output / f"{name}.png"
            figure.savefig(path, dpi=72 if name == "vit" else 90)
            print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    app.run(main)
