import dataclasses
import doctest
import io
import itertools
import subprocess
import sys
import warnings

import numpy as np
import pytest
from matplotlib import colors
from matplotlib.figure import Figure

from keras_phases.record import plots, ticks
from keras_phases.record.history import PhaseHistory
from keras_phases.record.phases import detect_phases
from keras_phases.record.plots import PHASE_COLORS, plot_history
from keras_phases.record.schema import Layout, Row
from keras_phases.record.ticks import select_ticks

STEPS = np.array([0] + [2**power for power in range(1, 17)])
LOSSES = np.array(
    [
        0.591,
        0.589,
        0.586,
        0.578,
        0.562,
        0.550,
        0.531,
        0.510,
        0.513,
        0.528,
        0.521,
        0.561,
        0.616,
        0.693,
        0.731,
        0.760,
        0.787,
    ]
)


class History:
    """What `plot_history` reads of a `PhaseHistory`; every row has the same curve unless it is given."""

    layers, row_index = PhaseHistory.layers, PhaseHistory.row_index

    def __init__(self, num_layers=1, steps=STEPS, losses=None, decoders=("linear",), **columns):
        rows = [Row(f"block{index + 1}", name, "primal", 512, 512) for index in range(num_layers) for name in decoders]
        run = {"model": "VGG-8", "heldout": "validation"}
        self.layout = Layout(tuple(rows), tuple(columns), run)
        self.steps = np.asarray(steps, np.int64)
        losses = LOSSES[: len(steps)] if losses is None else np.asarray(losses, np.float64)
        self._columns = {
            "reconstruction_loss": losses,
            "reconstruction_stderr": 0.01 * losses,
            "probe_accuracy": np.linspace(0.2, 0.6, len(steps)),
            "mean_image_loss": np.full(len(steps), 0.98),
        }
        self._columns.update(columns)

    def column(self, metric, row):
        assert 0 <= row < len(self.layout.rows)
        return self._columns[metric]

    def phases(self, layer, decoder=None):
        assert any(row.layer == layer and row.decoder == decoder for row in self.layout.rows)
        return detect_phases(self.steps, self._columns["reconstruction_loss"])


def find(figure, gid):
    """All drawn things of one name, in the order of the panels."""
    return [artist for axes in figure.axes for artist in axes.get_children() if artist.get_gid() == gid]


def panels(figure):
    return [axes for axes in figure.axes if axes.get_title() == "" and axes.spines["bottom"].get_visible()]


def texts(axes):
    return [text.get_text() for text in axes.texts]


def tick_labels(axes):
    return [label.get_text() for label in axes.get_xticklabels()]


@pytest.mark.first_case
@pytest.mark.parametrize(("num_layers", "shape"), [(1, (1, 1)), (2, (1, 2)), (4, (2, 2)), (5, (2, 3)), (8, (2, 4))])
def test_one_panel_for_each_layer(num_layers, shape):
    figure = plot_history(History(num_layers))
    assert isinstance(figure, Figure)
    assert [texts(axes)[0] for axes in panels(figure)] == [f"block{index + 1}" for index in range(num_layers)]
    corners = [axes.get_position().bounds for axes in panels(figure)]
    assert (len({round(y, 6) for _, y, _, _ in corners}), len({round(x, 6) for x, _, _, _ in corners})) == shape
    sizes = [(w * figure.get_figwidth(), h * figure.get_figheight()) for _, _, w, h in corners]
    assert np.allclose(sizes, (3.3, 2.25))


def test_panel_names_layer_width_decoder_and_mean_image():
    axes = panels(plot_history(History()))[0]
    assert texts(axes)[:2] == ["block1", "512 features, linear decoder, mean image 0.980"]


def test_curves_stand_at_log1p_of_the_steps():
    figure = plot_history(History())
    (loss,), (accuracy,) = find(figure, "loss"), find(figure, "accuracy")
    assert np.array_equal(loss.get_xdata(), np.log1p(STEPS))
    assert np.array_equal(loss.get_ydata(), LOSSES)
    assert np.array_equal(accuracy.get_ydata(), np.linspace(0.2, 0.6, 17))
    assert accuracy.axes is not loss.axes


def test_band_is_one_standard_error_wide():
    (band,) = find(plot_history(History()), "stderr")
    vertices = band.get_paths()[0].vertices
    assert vertices[:, 1].max() == pytest.approx(1.01 * 0.787)
    assert vertices[:, 1].min() == pytest.approx(0.99 * 0.510)


def test_phases_are_shaded_from_start_to_end():
    figure = plot_history(History())
    extents = {}
    for kind, color in PHASE_COLORS.items():
        (span,) = find(figure, f"phase-{kind}")
        corners = span.get_path().vertices if not hasattr(span, "get_x") else None
        extents[kind] = (
            (corners[:, 0].min(), corners[:, 0].max())
            if corners is not None
            else (span.get_x(), span.get_x() + span.get_width())
        )
        assert colors.same_color(span.get_facecolor(), color)
    expected = {"constant": (0, 4), "decrease": (4, 128), "increase": (128, 65536)}
    for kind, steps in expected.items():
        assert extents[kind] == pytest.approx(tuple(np.log1p(steps)))


def test_phases_are_named_where_there_is_room():
    wide = texts(panels(plot_history(History()))[0])
    assert {"decrease", "increase"} <= set(wide)
    narrow = texts(panels(plot_history(History(), panel_size=(1.2, 1.0)))[0])
    assert "constant" not in narrow and "increase" in narrow


def test_minimum_and_its_interval_are_marked():
    figure = plot_history(History())
    (dot,), (interval,) = find(figure, "minimum"), find(figure, "minimum-interval")
    assert (dot.get_xdata()[0], dot.get_ydata()[0]) == (np.log1p(128), 0.510)
    assert tuple(interval.get_xdata()) == pytest.approx(tuple(np.log1p([64, 256])))
    assert "minimum 0.510 at 128" in texts(panels(figure)[0])


def test_no_increase_yet_is_said_and_the_dot_is_hollow():
    figure = plot_history(History(steps=STEPS[:8]))
    assert "no increase yet, lowest 0.510 at 128" in texts(panels(figure)[0])
    (dot,) = find(figure, "minimum")
    assert colors.same_color(dot.get_markerfacecolor(), "white")
    assert not find(figure, "phase-increase")


def test_ticks_are_labelled_with_true_steps_where_they_stand():
    axes = panels(plot_history(History()))[0]
    assert tick_labels(axes) == ["0", "2", "16", "128", "1,024", "8,192", "65,536"]
    assert np.allclose(axes.get_xticks(), np.log1p([0, 2, 16, 128, 1024, 8192, 65536]))
    # Small ticks stand at all other measured steps.
    marked = np.concatenate([axes.get_xticks(), axes.get_xticks(minor=True)])
    assert np.allclose(np.sort(marked), np.log1p(STEPS))


def test_only_the_lowest_panel_of_a_column_has_tick_labels():
    shown = [axes.xaxis.get_tick_params()["labelbottom"] for axes in panels(plot_history(History(5)))]
    assert shown == [False, False, True, True, True]


@pytest.mark.first_case
@pytest.mark.parametrize("size", [(1.5, 1.5), (3.3, 2.25), (6, 3)])
@pytest.mark.parametrize("last", [3, 100, 1000, 65536, 10_000_000])
def test_drawn_tick_labels_do_not_overlap(size, last):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    steps = np.unique(np.round(np.expm1(np.linspace(0, np.log1p(last), 17))).astype(int))
    figure = plot_history(History(steps=steps), panel_size=size)
    FigureCanvasAgg(figure).draw()
    boxes = [label.get_window_extent() for label in panels(figure)[0].get_xticklabels()]
    assert len(boxes) >= 2
    assert all(left.x1 < right.x0 for left, right in itertools.pairwise(boxes))


@pytest.mark.parametrize(
    ("first", "last", "width", "expected"),
    [
        (0, 64, 300, [0, 1, 2, 4, 8, 16, 32, 64]),
        (0, 0, 300, [0]),
        (7, 7, 300, [7]),
        (0, 1, 300, [0, 1]),
        (100, 1000, 300, [100, 128, 256, 512]),
        (100, 1000, 100, [128, 256, 512]),
        (5, 7, 300, [5, 7]),
    ],
    ids=["all", "step-0", "one-step", "two", "late-start", "late-start-narrow", "no-power"],
)
def test_select_ticks(first, last, width, expected):
    assert select_ticks(first, last, width) == expected


def test_accuracy_axis_is_the_same_in_all_panels_and_labelled_once_a_row():
    figure = plot_history(History(5))
    right = [artist.axes for artist in find(figure, "accuracy")]
    assert len({axes.get_ylim() for axes in right}) == 1
    assert [axes.yaxis.get_tick_params()["labelright"] for axes in right] == [False, False, True, False, True]


def test_layers_without_labels_have_the_loss_only():
    figure = plot_history(History(2, probe_accuracy=np.full(17, np.nan)))
    assert not find(figure, "accuracy")
    assert len(find(figure, "loss")) == 2
    assert len(figure.axes) == 2


def further(*names):
    """Columns of further label sets, whose accuracies fall from .9, .8, ..."""
    return {f"transfer_{name}_accuracy": np.linspace(0.9 - 0.1 * index, 0.5, 17) for index, name in enumerate(names)}


def test_accuracies_on_further_label_sets_are_dashed_beside_the_probes_own():
    figure = plot_history(History(2, **further("colour", "shape")))
    for index in range(2):
        first, second = find(figure, f"transfer-{index}")
        assert first.get_ydata()[0] == pytest.approx(0.9 - 0.1 * index)
        assert first.axes is find(figure, "accuracy")[0].axes and second.axes is find(figure, "accuracy")[1].axes
        assert first.get_linestyle() != "-"
    # The axis spans 20 % of the probe's and 90 % of the first label set's, and the same room as else.
    assert first.axes.get_ylim() == pytest.approx((0.2 - 0.26 * 0.7, 0.9 + 0.16 * 0.7))
    styles = [plots._transfer_style(index) for index in range(9)]
    assert len(set(styles)) == 9


def test_a_run_without_labels_shows_further_label_sets():
    figure = plot_history(History(2, probe_accuracy=np.full(17, np.nan), **further("colour")))
    assert len(find(figure, "transfer-0")) == 2


@pytest.mark.first_case
@pytest.mark.parametrize("num_layers", [1, 2, 5, 8])
def test_the_legend_is_whole_and_stands_above_the_panels(num_layers):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = plot_history(History(num_layers, **further("colour", "coarse_classes", "n" * 60)))
    FigureCanvasAgg(figure).draw()
    box = figure.artists[-1].get_window_extent()
    names = [text.get_window_extent() for axes in panels(figure) for text in axes.texts[:1]]
    assert box.x1 < figure.bbox.x1
    assert box.y0 > max(name.y1 for name in names)
    assert box.y1 < figure.texts[0].get_window_extent().y0


def test_flat_curve_looks_flat():
    figure = plot_history(History(losses=0.5 + 1e-4 * np.cos(np.arange(17))))
    low, high = panels(figure)[0].get_ylim()
    assert high - low >= 0.05 * 0.5


def test_mean_image_is_a_line_where_it_is_in_sight():
    near = History(mean_image_loss=np.full(17, 0.8))
    assert find(plot_history(near), "mean-image")[0].get_ydata()[0] == 0.8
    assert not find(plot_history(History()), "mean-image")


@pytest.mark.parametrize(
    ("steps", "losses"),
    [
        ([], []),
        ([0], [0.5]),
        ([0, 1], [0.5, np.nan]),
        ([0, 1, 2], [np.nan] * 3),
        ([3, 5, 9, 70], [0.5, np.nan, 0.4, 0]),
    ],
    ids=["empty", "one", "one-finite", "all-nan", "holes"],
)
def test_what_a_live_run_holds_can_be_drawn(steps, losses, tmp_path):
    figure = plot_history(History(steps=steps, losses=losses))
    figure.savefig(tmp_path / "phases.png")
    assert ("no finite loss" in texts(panels(figure)[0])) == (not np.isfinite(losses).any())


def test_layers_selects_and_orders():
    figure = plot_history(History(5), layers=["block4", "block2"])
    assert [texts(axes)[0] for axes in panels(figure)] == ["block4", "block2"]
    assert [texts(axes)[0] for axes in panels(plot_history(History(5), layers="block3"))] == ["block3"]


def test_a_layer_has_a_panel_for_each_decoder():
    figure = plot_history(History(2, decoders=("linear", "patch")), layers="block2")
    assert [texts(axes)[1].split(", ")[1] for axes in panels(figure)] == ["linear decoder", "patch decoder"]


def test_many_layers_are_thinned_to_8_with_the_first_and_the_last_and_it_is_said():
    figure = plot_history(History(20))
    names = [texts(axes)[0] for axes in panels(figure)]
    assert len(names) == 8 and names[0] == "block1" and names[-1] == "block20"
    assert figure.texts[0].get_text() == "What VGG-8 keeps of its input (8 of 20 panels)"


def test_title_can_be_given():
    assert plot_history(History(), title="My run").texts[0].get_text() == "My run"


def test_long_layer_names_keep_both_ends():
    history = History()
    history.layout = Layout((Row("a" * 30 + "/" + "b" * 30, "linear", "primal", 512, 512),), ())
    name = texts(panels(plot_history(history))[0])[0]
    assert len(name) == 36 and name.startswith("aaa") and name.endswith("bbb")


HOSTILE = ("price_$5_vs_$10", "a\nb", "\\frac{x}^2_%", "Ebene-größe-層", "lone \ud800 \x00 $")


def png(figure):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        figure.savefig(io.BytesIO(), format="png", dpi=40)


@pytest.mark.first_case
@pytest.mark.parametrize("title", [None, "cost $5_ to $10", *HOSTILE], ids=lambda title: repr(title).strip("'"))
def test_plot_names(title):
    """Names and titles are text, whatever signs they hold."""
    history = History(len(HOSTILE))
    rows = [dataclasses.replace(row, layer=name) for row, name in zip(history.layout.rows, HOSTILE, strict=True)]
    history.layout = Layout(tuple(rows), (), {"model": HOSTILE[0]})
    figure = plot_history(history, title=title)
    shown = [texts(axes)[0] for axes in panels(figure)]
    assert shown[:4] == [HOSTILE[0], "a b", HOSTILE[2], HOSTILE[3]] and "$" in shown[4]
    png(figure)


@pytest.mark.first_case
@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
@pytest.mark.parametrize("where", [0, 5, 16, slice(3, 6)], ids=["first", "inner", "last", "several"])
def test_plot_infinite(value, where):
    """A loss that is not finite is left out, and said to be."""
    losses = LOSSES.copy()
    losses[where] = value
    figure = plot_history(History(losses=losses, reconstruction_stderr=np.full(17, value), mean_image_loss=losses))
    (loss,) = find(figure, "loss")
    drawn = np.isfinite(losses)
    assert np.array_equal(loss.get_ydata()[drawn], LOSSES[drawn]) and np.isnan(loss.get_ydata()[~drawn]).all()
    about = texts(panels(figure)[0])[1]
    assert about.endswith(f", {np.sum(~drawn)} of 17 steps without a finite loss")
    png(figure)


@pytest.mark.parametrize(
    "losses",
    [
        np.full(17, np.inf),
        np.full(17, 3e38, np.float32),
        np.geomspace(1e-30, 3e38, 17).astype(np.float32),
        np.zeros(17),
    ],
    ids=["all infinite", "at the end of float32", "over all of float32", "zero"],
)
def test_losses_of_any_size_are_drawn(losses):
    accuracy = np.full(17, np.inf)
    png(plot_history(History(losses=losses, probe_accuracy=accuracy, reconstruction_stderr=losses)))


@pytest.mark.parametrize("num_steps", [0, 1])
def test_a_series_of_few_steps_is_drawn(num_steps):
    png(plot_history(History(2, steps=STEPS[:num_steps])))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            {"layers": "blok1"},
            r"'blok1' is not in this history\. Did you mean 'block1'\? Expected one of: 'block1'",
        ),
        ({"layers": []}, "layers is empty.*layers=None"),
        ({"columns": 0}, "columns=0 is no number of panels"),
        ({"panel_size": (3, 0)}, r"panel_size=\(3, 0\) is no \(width, height\)"),
    ],
    ids=["layer", "no-layers", "columns", "panel_size"],
)
def test_wrong_arguments_raise(arguments, words):
    with pytest.raises(ValueError, match=words):
        plot_history(History(2), **arguments)


def test_missing_matplotlib_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ImportError, match=r'pip install "keras-phases\[plot\]"'):
        plot_history(History())


def test_neither_importing_nor_drawing_loads_pyplot():
    code = (
        "import sys, keras_phases.record.plots; assert 'matplotlib' not in sys.modules\n"
        "sys.path.insert(0, sys.argv[1]); "
        "import plots_test; plots_test.plot_history(plots_test.History(2)); print('matplotlib.pyplot' in sys.modules)"
    )
    folder = __file__.rsplit("/", 1)[0]
    done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_docstring_examples():
    results = doctest.testmod(ticks)
    assert results.attempted > 0
    assert results.failed == 0
