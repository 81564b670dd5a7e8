"""A probe step on the way of accelerators, taken on the CPU: its numbers are those of the other way; what crosses."""

import dataclasses

import keras
import numpy as np
import pytest
from builders.models import build_image_model, features_of
from builders.rows import NUM_FIT, draw_probe_rows
from builders.steps import COLUMNS, build_exact_instrument
from builders.tolerance import assert_close

from keras_phases.backend import factors
from keras_phases.data.labels import NO_LABEL
from keras_phases.decoders.ridge import RIDGES
from keras_phases.record import schema


@pytest.fixture
def as_accelerator(monkeypatch):
    """A function after which the backend counts as one on an accelerator."""

    def begin():
        monkeypatch.setattr(factors, "find_devices", lambda: {"gpu"})
        factors.has_accelerator.cache_clear()

    yield begin
    factors.has_accelerator.cache_clear()


def set_hidden(model, change):
    layer = model.get_layer("hidden")
    layer.set_weights(change(*layer.get_weights()))


def infinite(kernel, bias):
    bias[0] = np.inf
    return kernel, bias


def constant(kernel, bias):
    kernel[:, ::3], bias[::3] = 0, 0.1
    return kernel, bias


def duplicated(kernel, bias):
    kernel[:, 5:] = kernel[:, :5]
    return kernel, bias


def one_row_a_class(model, rows):
    labels = np.where(np.arange(NUM_FIT) < 3, np.arange(NUM_FIT), NO_LABEL)
    return dataclasses.replace(rows, labels_fit=labels)


def separable(model, rows):
    found = [features_of(model, "hidden", x)[:, :3].argmax(axis=1) for x in (rows.x_fit, rows.x_heldout)]
    return dataclasses.replace(rows, labels_fit=found[0], labels_heldout=found[1])


def few_rows(model, rows):
    x, labels = rows.x_fit[:32], rows.labels_fit[:32]
    return dataclasses.replace(rows, x_fit=x, inputs_fit=x, labels_fit=labels)


WEIGHTS = {"nan": lambda kernel, bias: (kernel * np.nan, bias)} | {
    function.__name__: function for function in (infinite, constant, duplicated)
}
ROWS = {function.__name__: function for function in (one_row_a_class, separable, few_rows)}
FLAGS = {
    "nan": {"nonfinite_features", "nonfinite_outputs", "nonfinite_weights"},
    "infinite": {"nonfinite_features", "nonfinite_weights"},
    "constant": {"constant_features"},
    "duplicated": {"rank_deficient", "float64_sums"},
    "few_rows": {"few_rows"},
}


def build(kind):
    """An instrument on features of some kind; of few rows more features than rows."""
    model, rows = build_image_model(), draw_probe_rows()
    if kind in WEIGHTS:
        set_hidden(model, WEIGHTS[kind])
    elif kind in ROWS:
        rows = ROWS[kind](model, rows)
    return build_exact_instrument(model, rows, ["conv"] if kind == "few_rows" else ["hidden"])


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
@pytest.mark.parametrize("kind", ["plain", *WEIGHTS, *ROWS])
def test_bad_input_has_the_flags_and_the_numbers_of_the_other_way(kind, as_accelerator):
    instrument = build(kind)
    (expected,) = instrument.measure(0, 0).rows
    as_accelerator()
    (found,) = instrument.measure(0, 0).rows
    assert found.flags == expected.flags >= FLAGS.get(kind, set())
    assert found.metrics.keys() == expected.metrics.keys()
    known = {name for name in found.metrics.keys() & {*COLUMNS} if np.isfinite(expected.metrics[name])}
    assert ("reconstruction_loss" in known) == ("nonfinite_features" not in found.flags) == ("probe_loss" in known)
    for name in {"reconstruction_loss", "explained_variance", "probe_loss", *schema.GROUP_METRICS} & known:
        # Where classes are told apart with no row wrong, the tolerance of the fit is a share of little.
        close = 0.02 if kind in ("separable", "one_row_a_class") and name == "probe_loss" else 3e-4
        assert_close(found.metrics[name], expected.metrics[name], relative=close)
    if "ridge" in known:
        places = np.searchsorted(RIDGES * (1 - 1e-9), [found.metrics["ridge"], expected.metrics["ridge"]])
        assert abs(np.diff(places)[0]) <= 1
    if "probe_accuracy" in known:
        assert abs(found.metrics["probe_accuracy"] - expected.metrics["probe_accuracy"]) <= 1.01 / 96


@pytest.mark.slow
def test_nothing_but_small_results_crosses(as_accelerator, monkeypatch):
    as_accelerator()
    instrument = build_exact_instrument(build_image_model(), draw_probe_rows(), ["conv"], ["patch", "linear"])
    instrument.measure(0, 0)
    crossed = {"host": [], "device": []}
    to_host, to_device = keras.ops.convert_to_numpy, keras.ops.convert_to_tensor

    def watched_to_host(tensor):
        found = to_host(tensor)
        crossed["host"].append(found.nbytes)
        return found

    def watched_to_device(values, *arguments, **options):
        crossed["device"].append(getattr(values, "nbytes", 0) if isinstance(values, np.ndarray) else 0)
        return to_device(values, *arguments, **options)

    monkeypatch.setattr(keras.ops, "convert_to_numpy", watched_to_host)
    monkeypatch.setattr(keras.ops, "convert_to_tensor", watched_to_device)
    instrument.measure(0, 0)
    # Outputs of the model, the largest; a Gram matrix of the patches has 36 x 36 elements, the probe 64 features.
    assert 0 < max(crossed["host"]) <= 4 * 3 * NUM_FIT
    assert len(crossed["host"]) <= 40
    # Shares of the rows in each of five fits; weights of one are 3 x 65.
    assert 0 < max(crossed["device"]) <= 4 * 5 * NUM_FIT
