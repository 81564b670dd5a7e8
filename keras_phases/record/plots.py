"""Pictures of a `PhaseHistory`: small multiples, one panel for each layer, with the phases shaded behind the curves.

Needs matplotlib (`pip install "keras-phases[plot]"`), which is imported when a picture is asked for. Only matplotlib's
figure objects are used, never pyplot: no window opens and the user's backend stays as it is.
"""

import dataclasses
import math

import numpy as np

from keras_phases.record import schema
from keras_phases.record.ticks import (
    CHARACTER_WIDTH,
    TICK_SIZE,
    draw_as_text,
    format_alike,
    format_loss,
    round_ticks,
    select_ticks,
)

MAXIMUM_PANELS = 8
LOSS_COLOR = "#0a5ba8"
ACCURACY_COLOR = "#ad4a00"
# Of further label sets, told apart by their dashes too; where there are more, colours come again with other dashes.
TRANSFER_COLORS = ("#00796b", "#a3238e", "#5f6b00")
TRANSFER_DASHES = ((0, (4, 1.5)), (0, (1.2, 1.2)), (0, (6, 1.5, 1.2, 1.5)))
TEXT_COLOR = "#333333"
MUTED_COLOR = "#767676"
# The colours of the Phases tab, light enough to read on, green and violet apart for every common colour blindness.
PHASE_COLORS = {"constant": "#f0f1f2", "decrease": "#e2f3e7", "increase": "#eee5fa"}
_LABEL_SIZE, _NAME_SIZE = 7.5, 9.5
_LEFT = 0.6  # inches from the figure's edge to the panels and the heading
_WORD_SIZE, _WORD_LINE = 8.5, 0.17  # points of the legend's words, inches from line to line
_MOST_CHARACTERS = 24  # of a label set's name in the legend


@dataclasses.dataclass(frozen=True)
class _Curves:
    """What one panel shows."""

    steps: np.ndarray
    loss: np.ndarray
    stderr: np.ndarray
    accuracy: np.ndarray
    transfers: tuple[np.ndarray, ...]
    mean_image_loss: float
    row: object
    report: object

    @property
    def positions(self):
        return np.log1p(self.steps)


def plot_history(history, *, layers=None, columns=None, panel_size=(3.3, 2.25), title=None):
    """Draws reconstruction loss and linear-probe accuracy of every layer over log(1 + step), phases shaded.

    Each panel has its own loss axis (left); the accuracy axis (right) is the same in all, so that layers can be
    compared. Accuracies on further label sets, `PhaseProbe(transfer=...)`, are dashed. Ticks stand at true steps. The
    dot is the reconstruction minimum, the bar below it its interval.

    Args:
        history: A `PhaseHistory`.
        layers: Layer name or list of names to show, in this order; a layer with several decoders has a panel for each.
            Defaults to all, or to 8 spread over the network where there are more.
        columns: Number of panels in a row. Defaults to 2 for up to 4 panels, 3 for up to 6, else 4.
        panel_size: (width, height) of a panel in inches. Defaults to `(3.3, 2.25)`.
        title: Heading of the figure. Defaults to the model's name.

    Returns:
        A `matplotlib.figure.Figure`; `figure.savefig("phases.png", dpi=150)` writes it.

    Raises:
        ImportError: when matplotlib is missing, with the command that installs it.
        ValueError: when a layer or a size is unknown, with the choices.

    Example:
        figure = PhaseHistory.load("logs/run1").plot(layers=["block3", "block5"])
        figure.savefig("phases.png", dpi=150)
    """
    figure_module = _import_figure()
    rows = _select_rows(history, layers)
    columns = _resolve_columns(columns, len(rows))
    _validate_panel_size(panel_size)
    panels = [_read_curves(history, row) for row in rows]
    words = _legend_words(history, panels, columns)
    figure, grid = _build_grid(figure_module, len(panels), columns, panel_size, num_lines=len(words))
    accuracy_limits = _find_accuracy_limits(panels)
    for index, (axes, curves) in enumerate(zip(grid, panels, strict=True)):
        _draw_panel(axes, curves, panel_size[0])
        if accuracy_limits is not None:
            ends_row = index % columns == columns - 1 or index == len(panels) - 1
            _draw_accuracy(axes, curves, accuracy_limits, ends_row)
        # A panel with nothing below it carries the tick labels of its column.
        if index + columns >= len(panels):
            axes.tick_params(axis="x", labelbottom=True)
    _draw_heading(figure, history, title, words=words, num_shown=len(rows))
    draw_as_text(figure)
    return figure


def _import_figure():
    try:
        from matplotlib import figure
    except ImportError as error:
        raise ImportError(
            "history.plot() draws with matplotlib, which is not installed. "
            'Install it with: pip install "keras-phases[plot]"'
        ) from error
    return figure


def _select_rows(history, layers):
    rows = history.layout.rows
    if layers is None:
        if len(rows) <= MAXIMUM_PANELS:
            return list(range(len(rows)))
        return np.round(np.linspace(0, len(rows) - 1, MAXIMUM_PANELS)).astype(int).tolist()
    names = [layers] if isinstance(layers, str) else list(layers)
    for name in names:
        history.row_index(name)
    if not names:
        raise ValueError("layers is empty. Pass at least one layer name, or layers=None to show all.")
    return [index for name in names for index, row in enumerate(rows) if row.layer == name]


def _resolve_columns(columns, num_panels):
    if columns is None:
        columns = 2 if num_panels <= 4 else 3 if num_panels <= 6 else 4
    if columns < 1 or columns != int(columns):
        raise ValueError(f"columns={columns!r} is no number of panels. Pass an integer >= 1, or None to choose it.")
    return max(1, min(int(columns), num_panels))


def _validate_panel_size(panel_size):
    if len(panel_size) != 2 or min(panel_size) <= 0:
        raise ValueError(f"panel_size={panel_size!r} is no (width, height). Pass two inches > 0, such as (3.3, 2.25).")


def _read_curves(history, index):
    row = history.layout.rows[index]
    transfers = [schema.transfer_metrics(name)[1] for name in schema.transfer_names(history.layout.metrics)]
    mean_image = _finite(history, "mean_image_loss", index)
    return _Curves(
        steps=np.asarray(history.steps),
        loss=_finite(history, "reconstruction_loss", index),
        stderr=_finite(history, "reconstruction_stderr", index),
        accuracy=_finite(history, "probe_accuracy", index),
        transfers=tuple(_finite(history, metric, index) for metric in transfers),
        mean_image_loss=next((float(loss) for loss in mean_image[::-1] if np.isfinite(loss)), math.nan),
        row=row,
        report=history.phases(row.layer, row.decoder),
    )


def _finite(history, metric, index):
    """A column in float64, whose range holds every difference of float32; NaN where it is not finite."""
    values = np.asarray(history.column(metric, index), np.float64)
    return np.where(np.isfinite(values), values, np.nan)


def _build_grid(figure_module, num_panels, columns, panel_size, *, num_lines):
    """A figure whose margins are fixed in inches, so that panels have the same size however many there are."""
    num_rows = -(-num_panels // columns)
    left, right, bottom, top = _LEFT, 0.6, 0.35, 1.15 + _WORD_LINE * (num_lines - 1)
    gap_x, gap_y = 0.55, 0.72
    width = left + right + columns * panel_size[0] + (columns - 1) * gap_x
    height = bottom + top + num_rows * panel_size[1] + (num_rows - 1) * gap_y
    figure = figure_module.Figure(figsize=(width, height), facecolor="white")
    grid = figure.subplots(
        num_rows,
        columns,
        sharex=True,
        squeeze=False,
        gridspec_kw={
            "left": left / width,
            "right": 1 - right / width,
            "bottom": bottom / height,
            "top": 1 - top / height,
            "wspace": gap_x / panel_size[0],
            "hspace": gap_y / panel_size[1],
        },
    ).ravel()
    for axes in grid[num_panels:]:
        axes.remove()
    return figure, grid[:num_panels]


def _find_accuracy_limits(panels):
    values = np.concatenate([values for curves in panels for values in (curves.accuracy, *curves.transfers)])
    values = values[np.isfinite(values)]
    if not len(values):
        return None
    low, high = math.floor(values.min() * 10) / 10, math.ceil(values.max() * 10) / 10
    return (low, high) if high > low else (low - 0.1, high + 0.1)


def _draw_panel(axes, curves, width):
    _style_axes(axes, curves, width)
    _write_name(axes, curves)
    if not np.isfinite(curves.loss).any():
        axes.set_yticks([])
        axes.text(0.5, 0.5, "no finite loss", transform=axes.transAxes, ha="center", color=MUTED_COLOR)
        return
    _set_loss_limits(axes, curves)
    _shade_phases(axes, curves, width)
    _draw_loss(axes, curves)
    _mark_minimum(axes, curves)


def _style_axes(axes, curves, width):
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.spines["bottom"].set(color=MUTED_COLOR, linewidth=0.6)
    axes.tick_params(axis="x", length=4, width=0.6, color=MUTED_COLOR, labelcolor=TEXT_COLOR, labelsize=TICK_SIZE)
    axes.tick_params(axis="x", which="minor", length=2, width=0.5, color=MUTED_COLOR)
    axes.tick_params(axis="y", length=0, labelcolor=LOSS_COLOR, labelsize=TICK_SIZE)
    if not len(curves.steps):
        axes.set_xticks([])
        return
    first, last = int(curves.steps[0]), int(curves.steps[-1])
    ticks = select_ticks(first, last, width * 72)
    axes.set_xticks(np.log1p(ticks), [f"{tick:,}" for tick in ticks])
    axes.set_xticks(curves.positions, minor=True)
    pad = 0.02 * max(np.log1p(last) - np.log1p(first), 1.0)
    axes.set_xlim(np.log1p(first) - pad, np.log1p(last) + pad)


def _write_name(axes, curves):
    row = curves.row
    name = row.layer if len(row.layer) <= 36 else f"{row.layer[:16]}…{row.layer[-19:]}"
    about = f"{row.num_features:,} features, {row.decoder} decoder"
    if math.isfinite(curves.mean_image_loss):
        about += f", mean image {format_loss(curves.mean_image_loss)}"
    num_left_out = int(np.sum(~np.isfinite(curves.loss)))
    about += f", {num_left_out} of {len(curves.loss)} steps without a finite loss" * bool(num_left_out)
    axes.annotate(
        name, (0, 1), (0, 17), "axes fraction", "offset points",
        fontsize=_NAME_SIZE, fontweight="bold", color=TEXT_COLOR,
    )  # fmt: skip
    axes.annotate(about, (0, 1), (0, 6), "axes fraction", "offset points", fontsize=_LABEL_SIZE, color=MUTED_COLOR)


def _set_loss_limits(axes, curves):
    from matplotlib import ticker

    low, high = np.nanmin(curves.loss), np.nanmax(curves.loss)
    # A flat curve shall look flat: the axis spans at least 5 % of the level and 0.5 % of the mean image's loss.
    unit = curves.mean_image_loss if np.isfinite(curves.mean_image_loss) else 0.0
    least = max(0.05 * max(abs(low), abs(high), 1e-12), 0.005 * unit)
    lack = max(0.0, least - (high - low))
    below = min(lack / 2, max(low, 0.0))
    low, high = low - below, high + lack - below
    # Room below for the minimum's label and above for the names of the phases.
    axes.set_ylim(low - 0.26 * (high - low), high + 0.16 * (high - low))
    ticks = round_ticks(low, high)
    axes.yaxis.set_major_locator(ticker.FixedLocator(ticks))
    axes.yaxis.set_major_formatter(ticker.FixedFormatter(format_alike(ticks)))


def _shade_phases(axes, curves, width):
    low, high = axes.get_xlim()
    hatched = {"facecolor": "none", "edgecolor": PHASE_COLORS["increase"], "hatch": "////"}  # not yet certain
    for phase in curves.report.stages:
        start, end = np.log1p(phase.start_step), np.log1p(phase.end_step)
        style = hatched if phase.kind == "rising" else {"color": PHASE_COLORS[phase.kind]}
        axes.axvspan(start, end, **style, linewidth=0, zorder=0, gid=f"phase-{phase.kind}")
        room = (end - start) / (high - low) * width * 72
        if room >= len(phase.kind) * _LABEL_SIZE * CHARACTER_WIDTH:
            axes.annotate(
                phase.kind, ((start + end) / 2, 1), (0, -4), axes.get_xaxis_transform(), "offset points",
                ha="center", va="top", fontsize=_LABEL_SIZE, color=MUTED_COLOR,
            )  # fmt: skip


def _draw_loss(axes, curves):
    error = np.nan_to_num(curves.stderr)
    axes.fill_between(
        curves.positions, curves.loss - error, curves.loss + error,
        color=LOSS_COLOR, alpha=0.18, linewidth=0, gid="stderr",
    )  # fmt: skip
    axes.plot(
        curves.positions, curves.loss, color=LOSS_COLOR, linewidth=1.6, solid_capstyle="round",
        marker="o", markersize=_marker_size(curves), gid="loss",
    )  # fmt: skip
    low, high = axes.get_ylim()
    if low < curves.mean_image_loss < high:
        axes.axhline(curves.mean_image_loss, color=MUTED_COLOR, linewidth=0.7, linestyle=(0, (4, 3)), gid="mean-image")


def _marker_size(curves):
    # Measured points are shown as long as they stay apart.
    return 2.6 if len(curves.steps) <= 40 else 0


def _mark_minimum(axes, curves):
    report = curves.report
    if report.minimum_step is None:
        return
    position = np.log1p(report.minimum_step)
    bottom, top = axes.get_ylim()
    floor = report.minimum_loss - 0.07 * (top - bottom)
    if report.minimum_interval is not None:
        ends = np.log1p(report.minimum_interval)
        axes.plot(
            ends, [floor, floor], color=LOSS_COLOR, linewidth=1.1, marker="|", markersize=5, markeredgewidth=1.1,
            gid="minimum-interval",
        )  # fmt: skip
    # A hollow dot: the lowest so far, which may not be the minimum.
    face, edge = (LOSS_COLOR, "white") if report.has_increase else ("white", LOSS_COLOR)
    axes.plot(
        [position], [report.minimum_loss], marker="o", markersize=6.5, markerfacecolor=face, markeredgecolor=edge,
        markeredgewidth=1.2, zorder=5, gid="minimum",
    )  # fmt: skip
    lowest = f"{format_loss(report.minimum_loss)} at {report.minimum_step:,}"
    text = f"minimum {lowest}" if report.has_increase else f"no increase yet, lowest {lowest}"
    left, right = axes.get_xlim()
    share = (position - left) / (right - left)
    align = "left" if share < 0.25 else "right" if share > 0.75 else "center"
    axes.annotate(
        text, (position, floor), (0, -5), "data", "offset points",
        ha=align, va="top", fontsize=_LABEL_SIZE, color=LOSS_COLOR,
    )  # fmt: skip


def _draw_accuracy(axes, curves, limits, shows_labels):
    from matplotlib import ticker

    right = axes.twinx()
    for side in right.spines.values():
        side.set_visible(False)
    low, high = limits
    # The same room below and above as on the loss axis.
    right.set_ylim(low - 0.26 * (high - low), high + 0.16 * (high - low))
    right.yaxis.set_major_locator(ticker.FixedLocator(round_ticks(low, high, count=3)))
    right.yaxis.set_major_formatter(ticker.PercentFormatter(1, decimals=0))
    right.tick_params(axis="y", length=0, labelcolor=ACCURACY_COLOR, labelsize=TICK_SIZE, labelright=shows_labels)
    right.plot(
        curves.positions, curves.accuracy, color=ACCURACY_COLOR, linewidth=1.2,
        marker="o", markersize=0.7 * _marker_size(curves), gid="accuracy",
    )  # fmt: skip
    for index, accuracy in enumerate(curves.transfers):
        color, dashes = _transfer_style(index)
        right.plot(curves.positions, accuracy, color=color, linewidth=1.2, linestyle=dashes, gid=f"transfer-{index}")


def _transfer_style(index):
    """Colour and dashes of a label set's curve; nine differ."""
    num_colors = len(TRANSFER_COLORS)
    return TRANSFER_COLORS[index % num_colors], TRANSFER_DASHES[(index + index // num_colors) % len(TRANSFER_DASHES)]


def _legend_words(history, panels, columns):
    """Lines of pairs `(text, colour)`: what is drawn, in the colour in which it is."""
    words = [("reconstruction loss ± standard error, left axis", LOSS_COLOR)]
    if any(np.isfinite(curves.accuracy).any() for curves in panels):
        words.append(("linear-probe accuracy, right axis", ACCURACY_COLOR))
    words.append(("training step, on a log(1 + step) scale", MUTED_COLOR))
    transfers = []
    for index, name in enumerate(schema.transfer_names(history.layout.metrics)):
        name = name if len(name) <= _MOST_CHARACTERS else f"{name[: _MOST_CHARACTERS - 1]}…"
        transfers.append((f"transfer accuracy '{name}', dashed", _transfer_style(index)[0]))
    if columns == 1:
        return [[word] for word in (*words, *transfers)]
    return [words, *(transfers[start : start + 2] for start in range(0, len(transfers), 2))]


def _draw_heading(figure, history, title, *, words, num_shown):
    width, height = figure.get_size_inches()
    if title is None:
        model = history.layout.run.get("model")
        title = f"What {model} keeps of its input" if model else "What each layer keeps of its input"
    if num_shown < len(history.layout.rows):
        title += f" ({num_shown} of {len(history.layout.rows)} panels)"
    figure.text(_LEFT / width, 1 - 0.16 / height, title, fontsize=13, fontweight="bold", color=TEXT_COLOR, va="top")
    _write_words(figure, words, (_LEFT / width, 1 - 0.45 / height))


def _write_words(figure, lines, corner):
    """Lines of coloured words; they are the legend."""
    from matplotlib import offsetbox

    rows = []
    for words in lines:
        style = {"fontsize": _WORD_SIZE}
        areas = [offsetbox.TextArea(text, textprops=style | {"color": color}) for text, color in words]
        rows.append(offsetbox.HPacker(children=areas, pad=0, sep=14))  # pyright: ignore[reportArgumentType] Matplotlib's stubs
    box = offsetbox.VPacker(children=rows, pad=0, sep=3)
    figure.add_artist(
        offsetbox.AnchoredOffsetbox(
            "upper left", child=box, pad=0, borderpad=0, frameon=False,
            bbox_to_anchor=corner, bbox_transform=figure.transFigure,
        )
    )  # fmt: skip
