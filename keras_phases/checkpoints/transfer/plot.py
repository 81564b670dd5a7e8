"""The picture of a `TransferTable`: transfer accuracy over the training step, above what is known of the source task.

Needs matplotlib (`pip install "keras-phases[plot]"`), which is imported when a picture is asked for.
"""

import math

import numpy as np

from keras_phases.record.plots import ACCURACY_COLOR, LOSS_COLOR, MUTED_COLOR, TEXT_COLOR, TRANSFER_COLORS
from keras_phases.record.ticks import draw_as_text, select_ticks

_SIZE, _TITLE_SIZE, _CHARACTER = 8.0, 11.0, 0.6  # points, and the width of a letter as a share of them
_LEFT, _RIGHT, _TOP, _GAP, _BOTTOM = 0.55, 0.6, 0.42, 0.3, 0.5  # inches


def plot_transfer(table, *, size=None, title=None):
    """Draws transfer accuracy with its interval over log(1 + step), and below source accuracy and reconstruction loss.

    The large dot is the checkpoint that transfers best. Of several layers its own is drawn so, and the transfer
    accuracies of the others beside it as thin lines. Without source columns there is the upper panel alone.

    Args:
        table: A `TransferTable`.
        size: Width and height in inches. Defaults to `(5.2, 4.6)`, or `(5.2, 2.8)` for one panel.
        title: Heading. Defaults to the model and the way of transfer, and the layer where there is room.

    Returns:
        A `matplotlib.figure.Figure`.

    Raises:
        ImportError: when matplotlib is missing, with the command that installs it.
        ValueError: for a size that is none.
    """
    rows = table.rows_of(table.layer)
    names = [name for name in ("source_accuracy", "reconstruction_loss") if np.isfinite(_column(rows, name)).any()]
    size = size if size is not None else (5.2, 4.6 if names else 2.8)
    if len(size) != 2 or not min(size) > 0:
        raise ValueError(f"size={size!r} is no (width, height). Pass two inches > 0, such as (5.2, 4.6).")
    figure, panels = _build(size, num_panels=2 if names else 1)
    steps = np.array([row.step for row in rows])
    for axes in panels:
        _style(axes, steps, (size[0] - _LEFT - _RIGHT) * 72)
    panels[-1].set_xlabel("training step, on a log(1 + step) scale", fontsize=_SIZE, color=MUTED_COLOR)
    panels[-1].tick_params(axis="x", labelbottom=True)
    _draw_transfer(panels[0], table, steps)
    if names:
        _draw_source(panels[1], table, steps, names)
    heading = title if title is not None else _heading(table, size[0] - _LEFT)
    figure.text(
        _LEFT / size[0], 1 - 0.1 / size[1], heading, fontsize=_TITLE_SIZE, fontweight="bold", color=TEXT_COLOR, va="top"
    )
    draw_as_text(figure)
    return figure


def _build(size, num_panels):
    """A figure with panels below each other, a line of words above each."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise ImportError(
            "table.plot() draws with matplotlib, which is not installed. "
            'Install it with: pip install "keras-phases[plot]"'
        ) from error
    width, height = size
    figure = Figure(figsize=size, facecolor="white")
    panel = (height - _TOP - _BOTTOM - _GAP * num_panels) / num_panels
    grid = {"left": _LEFT / width, "right": 1 - _RIGHT / width, "bottom": _BOTTOM / height}
    grid |= {"top": 1 - (_TOP + _GAP) / height, "hspace": _GAP / max(panel, 0.1)}
    return figure, figure.subplots(num_panels, 1, sharex=True, squeeze=False, gridspec_kw=grid).ravel()


def _heading(table, width):
    what = "frozen features" if table.tuning is None else "fine-tuning"
    shortest = f"Transfer of {table.model}"
    short = f"{shortest} by {what}"
    most = int(width * 72 / _TITLE_SIZE / _CHARACTER)
    fitting = [text for text in (f"{short}, {table.layer}", short, shortest) if len(text) <= most]
    return fitting[0] if fitting else f"{shortest[: most - 1]}…"


def _column(rows, name):
    return np.array([getattr(row, name) for row in rows], np.float64)


def _style(axes, steps, width):
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(MUTED_COLOR)
    ticks = select_ticks(int(steps[0]), int(steps[-1]), width)
    axes.set_xticks(np.log1p(ticks), [f"{tick:,}" for tick in ticks])
    axes.set_xticks(np.log1p(steps), minor=True)
    pad = 0.03 * max(np.log1p(steps[-1]) - np.log1p(steps[0]), 1.0)
    axes.set_xlim(np.log1p(steps[0]) - pad, np.log1p(steps[-1]) + pad)
    axes.tick_params(axis="both", labelsize=_SIZE, labelcolor=TEXT_COLOR, color=MUTED_COLOR)
    axes.margins(y=0.15)


def _use_percents(axes, color):
    from matplotlib import ticker

    axes.yaxis.set_major_locator(ticker.MaxNLocator(nbins=4, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(ticker.PercentFormatter(1, decimals=None))
    axes.tick_params(axis="y", length=0, labelcolor=color)


def _draw_transfer(axes, table, steps):
    color, positions = TRANSFER_COLORS[0], np.log1p(steps)
    rows = table.rows_of(table.layer)
    mean, low, high = (_column(rows, f"transfer_accuracy{suffix}") for suffix in ("", "_low", "_high"))
    others = [layer for layer in table.layers if layer != table.layer]
    for layer in others:
        accuracies = _column(table.rows_of(layer), "transfer_accuracy")
        axes.plot(positions, accuracies, color=MUTED_COLOR, linewidth=0.8, alpha=0.7, gid=f"transfer {layer}")
        axes.annotate(layer, (positions[-1], accuracies[-1]), (3, 0), "data", "offset points", va="center",
                      fontsize=_SIZE - 1, color=MUTED_COLOR, annotation_clip=False)  # fmt: skip
    axes.vlines(positions, low, high, color=color, linewidth=1.2, alpha=0.5)
    axes.fill_between(positions, low, high, color=color, alpha=0.15, linewidth=0, gid="interval")
    axes.plot(positions, mean, color=color, linewidth=1.6, marker="o", markersize=3, gid="transfer")
    _use_percents(axes, color)
    of_layer = f" of {table.layer}" if others else ""
    _write_words(axes, [(f"transfer accuracy{of_layer}, 95 % interval", color)])
    if table.best is not None:
        _mark_best(axes, table.best, color)


def _draw_source(axes, table, steps, names):
    """Source accuracy on the left axis, reconstruction loss on the right one, where they are known."""
    positions, words = np.log1p(steps), []
    colors = {"source_accuracy": ACCURACY_COLOR, "reconstruction_loss": LOSS_COLOR}
    texts = {"source_accuracy": "source accuracy", "reconstruction_loss": "reconstruction loss, right axis"}
    if "source_accuracy" in names:
        _use_percents(axes, ACCURACY_COLOR)
    else:
        axes.set_yticks([])
    for name in names:
        side = axes
        if name == "reconstruction_loss":
            side = axes.twinx()
            for spine in side.spines.values():
                spine.set_visible(False)
            side.locator_params(axis="y", nbins=4)
            side.tick_params(axis="y", length=0, labelsize=_SIZE, labelcolor=LOSS_COLOR)
            side.margins(y=0.15)
        values = _column(table.rows_of(table.layer), name)
        known = np.isfinite(values)
        side.plot(
            positions[known], values[known], color=colors[name], linewidth=1.4, marker="o", markersize=2.6, gid=name
        )
        words.append((texts[name], colors[name]))
    if table.best is not None:
        axes.axvline(math.log1p(table.best.step), color=TRANSFER_COLORS[0], linewidth=0.8, alpha=0.6, gid="best-step")
    _write_words(axes, words)


def _mark_best(axes, best, color):
    position = math.log1p(best.step)
    axes.plot(
        [position], [best.transfer_accuracy], marker="o", markersize=7, color=color, markeredgecolor="white",
        markeredgewidth=1.2, zorder=5, gid="best",
    )  # fmt: skip
    left, right = axes.get_xlim()
    share = (position - left) / (right - left)
    align = "left" if share < 0.25 else "right" if share > 0.75 else "center"
    # Above the interval's end, and within the panel, whose margin makes room.
    axes.annotate(
        f"{best.transfer_accuracy:.1%} at {best.step:,}", (position, best.transfer_accuracy_high), (0, 3), "data",
        "offset points", ha=align, fontsize=_SIZE, color=color,
    )  # fmt: skip


def _write_words(axes, words):
    """Coloured words above a panel; they are its legend."""
    from matplotlib import offsetbox

    areas = [offsetbox.TextArea(text, textprops={"fontsize": _SIZE, "color": color}) for text, color in words]
    axes.add_artist(
        offsetbox.AnchoredOffsetbox(
            "lower left", child=offsetbox.HPacker(children=areas, pad=0, sep=12), pad=0, borderpad=0, frameon=False,  # pyright: ignore[reportArgumentType] Matplotlib's stubs
            bbox_to_anchor=(0, 1.03), bbox_transform=axes.transAxes,
        )
    )  # fmt: skip
