"""Quantities: each against an independent slow computation, parts against the whole, one's own, and failures."""

import dataclasses
import itertools
import json
import pathlib
import re
import warnings

import keras
import numpy as np
import pytest
from builders.fits import fit, small_probe
from builders.models import features_of
from builders.rows import draw_colour_rows
from builders.steps import build_instrument, measure_quantities
from builders.tolerance import assert_close
from builders.values import values_of
from keras import layers

from keras_phases import Every, PhaseHistory, PhaseProbe, PhaseWarning
from keras_phases.backend.arrays import value_and_gradient
from keras_phases.data.probe_examples import ProbeExamples
from keras_phases.data.reading import find_reading
from keras_phases.decoders.target import Target
from keras_phases.measure.choice import describe_run
from keras_phases.measure.settings import ProbeSettings
from keras_phases.network.classifier import CrossEntropy, find_cross_entropy
from keras_phases.quantities import Breakdown, Column, Quantity, resolve_quantities
from keras_phases.quantities.axes import power, radial_frequencies, waves
from keras_phases.quantities.majority import participation_ratio, share_of_hardest
from keras_phases.quantities.quantity_set import QuantitySet
from keras_phases.record import schema
from keras_phases.record.schema import Layout, Row

BATCH = 16
KINDS = ("class", "channel", "colour", "frequency", "position", "component")


class Errors(Quantity):
    """Keeps what every breakdown is made of, so that it can be broken down slowly."""

    name = "errors"

    def __init__(self):
        self.kept = []

    def columns(self, about):
        return [Column("num_seen", "rows seen")]

    def keeps(self, rows):
        return {"errors": rows.errors, "targets": rows.targets}

    def values(self, found):
        self.kept.append(found)
        return {"num_seen": len(found.kept["errors"])}


class Sparsity(Quantity):
    """The example of the module's docstring."""

    name = "sparsity"

    def columns(self, about):
        return [Column("sparsity", "sparsity", unit="share of features that are zero", format="share")]

    def sums(self, rows):
        return {"zeros": np.sum(rows.features == 0), "all": rows.features.size}

    def values(self, found):
        return {"sparsity": found.sums["zeros"] / found.sums["all"]}


class Broken(Sparsity):
    name = "broken"

    def columns(self, about):
        return [Column("broken", "broken")]

    def sums(self, rows):
        raise RuntimeError("no luck")


def build_model(shape=(9, 8, 3), outputs=3, loss=None, activation=None, **dense):
    keras.utils.set_random_seed(0)
    inputs = keras.Input(shape)
    maps = layers.Conv2D(4, 3, strides=2, padding="same", activation="relu", name="conv")(inputs)
    hidden = layers.Dense(12, activation="relu", name="hidden")(layers.Flatten(name="flat")(maps))
    model = keras.Model(inputs, layers.Dense(outputs, activation=activation, name="scores", **dense)(hidden))
    model.compile("sgd", loss or keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model


def measure(model, rows, quantities, layer="hidden", **options):
    """`(metrics by name, columns as the record describes them)` of one probe step."""
    options = {"batch_norm": "inference", "batch_size": BATCH, "seed": 0, "decoders": "linear"} | options
    instrument = build_instrument(model, rows, layers=[layer], quantities=resolve_quantities(quantities), **options)
    (values,) = values_of(instrument)
    assert not instrument.quantities.failures
    return dict(zip(instrument.metrics, values.astype(np.float64), strict=True)), instrument.quantities.describe()


def parts_of(kind, columns):
    return {fields["part"]: (name, fields) for name, fields in columns.items() if fields.get("kind") == kind}


@pytest.fixture(scope="module")
def measured():
    """One probe step of colour images with every quantity, and the errors that they are made of."""
    errors, rows = Errors(), draw_colour_rows()
    model = build_model()
    metrics, columns = measure_quantities(model, rows, ["all", errors])
    return model, rows, metrics, columns, errors.kept[-1]


def slow_parts(kind, rows, found):
    """Mean squared error of each part of a breakdown, element by element, by name."""
    squares = found.kept["errors"].astype(np.float64) ** 2
    if kind == "class":
        return {str(label): squares[rows.y_heldout == label].mean() for label in rows.classes}
    if kind == "channel":
        return dict(zip(("red", "green", "blue"), squares.mean(axis=(0, 1, 2)), strict=True))
    errors = found.kept["errors"].astype(np.float64)
    if kind == "colour":
        grey = errors.mean(axis=-1)
        return {"grey": 3 * (grey**2).mean(), "chroma": ((errors - grey[..., None]) ** 2).mean() * 3 / 2}
    if kind == "position":
        cells = {}
        for i, j in itertools.product(range(9), range(8)):
            cells.setdefault(f"row {i * 4 // 9 + 1} column {j * 4 // 8 + 1}", []).append(squares[:, i, j])
        return {name: np.mean(parts) for name, parts in cells.items()}
    if kind == "frequency":
        return slow_frequencies(errors)
    flat = rows.x_fit.reshape(len(rows.x_fit), -1).astype(np.float64)
    axes = np.linalg.svd(flat - flat.mean(axis=0), full_matrices=False)[2]
    by_component = ((errors.reshape(len(errors), -1) @ axes.T) ** 2).mean(axis=0)
    bands = {"1": (0, 1), "2 to 4": (1, 4), "5 to 16": (4, 16), "17 to 64": (16, 64)}
    return {name: by_component[slice(*band)].mean() for name, band in bands.items()}


def slow_frequencies(errors):
    """By NumPy's complex transform of every image and channel."""
    height, width = errors.shape[1:3]
    spectrum = np.abs(np.fft.fft2(errors, axes=(1, 2))) ** 2 / (height * width)
    radius = np.hypot(np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width))
    edges = [-1, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 9]
    names = ["below 0.0625", "0.0625 to 0.125", "0.125 to 0.25", "0.25 to 0.5", "above 0.5"]
    return {
        name: spectrum[:, (radius > low + 1e-12) & (radius <= high + 1e-12)].mean()
        for name, (low, high) in zip(names, itertools.pairwise(edges), strict=True)
    }


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_parts_of_a_breakdown_are_those_of_a_slow_computation(measured, kind):
    _, rows, metrics, columns, found = measured
    assert_close(np.mean(found.kept["errors"].astype(np.float64) ** 2), metrics["reconstruction_loss"], 1e-5)
    parts = parts_of(kind, columns)
    for part, expected in slow_parts(kind, rows, found).items():
        assert_close(metrics[parts[part][0]], expected, 1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_weighted_parts_sum_to_the_whole(measured, kind):
    _, rows, metrics, columns, _ = measured
    parts = parts_of(kind, columns)
    assert len(parts) > 1
    weights = [fields["weight"] for _, fields in parts.values()]
    assert_close(sum(weights), 1.0, 1e-9)
    losses = [metrics[name] for name, _ in parts.values()]
    assert_close(np.dot(weights, losses), metrics["reconstruction_loss"], 1e-5)
    # The loss of the mean image breaks down in the same way.
    variances = [fields["mean_image_loss"] for _, fields in parts.values()]
    whole = np.mean((rows.x_heldout - rows.x_fit.mean(axis=0, dtype=np.float64)) ** 2)
    assert_close(np.dot(weights, variances), whole, 1e-4)


def test_kept_components_are_those_of_which_more_than_half_is_explained(measured):
    _, rows, metrics, _, found = measured
    flat, heldout = (x.reshape(len(x), -1).astype(np.float64) for x in (rows.x_fit, rows.x_heldout))
    axes = np.linalg.svd(flat - flat.mean(axis=0), full_matrices=False)[2][:95]
    errors = (found.kept["errors"].reshape(len(heldout), -1) @ axes.T) ** 2
    explained = 1 - errors.sum(axis=0) / (((heldout - flat.mean(axis=0)) @ axes.T) ** 2).sum(axis=0)
    assert 0 < metrics["components_kept"] == pytest.approx(np.count_nonzero(explained > 0.5), abs=1)


def test_difficulty_sorts_rows_by_the_models_own_loss(measured):
    model, rows, metrics, _, found = measured
    logits = keras.ops.convert_to_numpy(model(rows.x_heldout)).astype(np.float64)
    exponentials = np.exp(logits)
    losses = -np.log(exponentials[np.arange(48), rows.y_heldout] / exponentials.sum(axis=1))
    by_row = (found.kept["errors"].astype(np.float64) ** 2).mean(axis=(1, 2, 3))[np.argsort(losses)]
    for name, third in zip(("easy", "middle", "hard"), by_row.reshape(3, -1), strict=True):
        assert_close(metrics[f"reconstruction_loss_difficulty_{name}"], third.mean(), 1e-4)


def test_effective_rank_is_the_entropy_of_the_spectrum(measured):
    model, rows, metrics, _, _ = measured
    features = features_of(model, "hidden", rows.x_fit).astype(np.float64)
    squares = np.linalg.svd(features - features.mean(axis=0), compute_uv=False) ** 2
    shares = squares[squares > 1e-12 * squares.max()] / squares.sum()
    assert_close(metrics["effective_rank"], np.exp(-np.sum(shares * np.log(shares))))
    assert 1 < metrics["effective_rank"] <= 12


def gradient_norms(model, rows, y):
    """Norm of the gradient of each fit row's loss by the last layer's weights, one row at a time, by autodiff."""
    dense = model.get_layer("scores")
    inputs = features_of(model, "hidden", rows.x_fit)
    norms = []
    for a, label in zip(inputs, y, strict=True):

        def loss(weights, a=a, label=label):
            z = keras.ops.matmul(keras.ops.convert_to_tensor(a[None]), weights[0])
            z = z + weights[1] if dense.use_bias else z
            return keras.ops.sum(model.loss(keras.ops.convert_to_tensor(label[None]), dense.activation(z)))

        weights = [keras.ops.convert_to_tensor(variable.value) for variable in dense.weights]
        _, gradients = value_and_gradient(loss)(weights)
        norms.append(np.sqrt(sum(float(keras.ops.sum(gradient**2)) for gradient in gradients)))
    return np.array(norms)


SPARSE, CATEGORICAL, BINARY = (
    getattr(keras.losses, name)
    for name in ("SparseCategoricalCrossentropy", "CategoricalCrossentropy", "BinaryCrossentropy")
)
CLASSIFIERS = {
    "logits": ({}, {"loss": SPARSE(from_logits=True)}),
    "no bias": ({}, {"loss": SPARSE(from_logits=True), "use_bias": False}),
    "probabilities": ({}, {"loss": SPARSE(), "activation": "softmax"}),
    "smoothed": ({"one_hot": True}, {"loss": CATEGORICAL(from_logits=True, label_smoothing=0.2)}),
    "binary": ({"num_classes": 2}, {"loss": BINARY(from_logits=True), "outputs": 1}),
    "binary probabilities": ({"num_classes": 2}, {"loss": BINARY(), "outputs": 1, "activation": "sigmoid"}),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", CLASSIFIERS)
def test_gradient_norms_of_the_last_layer_are_those_of_autodiff(kind):
    of_rows, of_model = CLASSIFIERS[kind]
    rows, model = draw_colour_rows(num_fit=32, **of_rows), build_model(**of_model)
    y = rows.labels_fit.astype("float32")[:, None] if of_model.get("outputs") == 1 else rows.labels_fit
    y = np.eye(3, dtype="float32")[y] if of_rows.get("one_hot") else y
    metrics, _ = measure_quantities(model, rows, "majority")
    expected = participation_ratio(gradient_norms(model, rows, y))
    assert 1 < expected < 32
    assert_close(metrics["gradient_rows"], expected, 1e-4)


class Scores(layers.Layer):
    """A last layer that is no Dense."""

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], 3))

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)


@pytest.mark.parametrize(
    ("last", "loss"),
    [
        (Scores(), SPARSE(from_logits=True)),
        (layers.Dense(3, activation="softmax"), SPARSE(from_logits=True)),
        (layers.Dense(3), SPARSE()),
        (layers.Dense(3, activation="sigmoid"), SPARSE()),
    ],
    ids=["no dense layer", "probabilities as logits", "logits as probabilities", "sigmoids of several classes"],
)
def test_models_that_end_in_another_way_have_no_gradient_of_the_last_dense_layer(last, loss):
    inputs = keras.Input((9, 8, 3))
    hidden = layers.Dense(12, name="hidden")(layers.Flatten()(inputs))
    model = keras.Model(inputs, last(hidden))
    model.compile("sgd", loss)
    metrics, _ = measure_quantities(model, draw_colour_rows(), "majority")
    assert not {"gradient_rows", "prototype_agreement"} & metrics.keys()
    assert 0 < metrics["loss_share_hardest_10"] < 1


@pytest.mark.slow
def test_a_model_that_has_failed_gives_no_numbers_and_no_warning():
    model = build_model()
    instrument = build_instrument(
        model, draw_colour_rows(), layers=["hidden"], quantities=resolve_quantities("majority"), decoders="linear",
        batch_norm="inference", batch_size=BATCH, seed=0,
    )  # fmt: skip
    kernel = model.get_layer("scores").kernel
    kernel.assign(np.full(kernel.shape, 3e38))
    (values,) = values_of(instrument)
    found = dict(zip(instrument.metrics, values, strict=True))
    assert np.isnan(found["gradient_rows"]) and np.isnan(found["fitted_share"])
    assert not instrument.quantities.failures


@pytest.mark.slow
def test_memory_that_runs_short_changes_no_quantity():
    model = build_model()
    instrument = build_instrument(
        model, draw_colour_rows(), layers=["conv", "hidden"], quantities=resolve_quantities("auto"), decoders="linear",
        batch_norm="inference", batch_size=BATCH, seed=0,
    )  # fmt: skip
    expected = values_of(instrument)
    instrument.shortage.is_known = True
    values = values_of(instrument)
    names = [instrument.metrics.index(name) for name in instrument.quantities.columns]
    assert np.isfinite(expected[:, names]).all()
    assert_close(values[:, names], expected[:, names], 1e-4)


def test_the_majority_of_rows_is_counted_by_hand(measured):
    model, rows, metrics, columns, _ = measured
    logits = keras.ops.convert_to_numpy(model(rows.x_fit)).astype(np.float64)
    probabilities = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    own = probabilities[np.arange(96), rows.labels_fit]
    losses = np.sort(-np.log(own))[::-1]
    assert_close(metrics["loss_share_hardest_10"], losses[:10].sum() / losses.sum(), 1e-4)
    assert_close(metrics["loss_share_hardest_1"], losses[0] / losses.sum(), 1e-4)
    assert metrics["fitted_share"] == pytest.approx(np.mean(own > 0.5))
    assert columns["fitted_share"]["format"] == "share"


def test_prototypes_are_the_nearest_class_means(measured):
    model, rows, metrics, _, _ = measured
    fit_features, features = (features_of(model, "hidden", x).astype(np.float64) for x in (rows.x_fit, rows.x_heldout))
    means = np.stack([fit_features[rows.labels_fit == label].mean(axis=0) for label in range(3)])
    nearest = np.linalg.norm(features[:, None] - means, axis=2).argmin(axis=1)
    decided = keras.ops.convert_to_numpy(model(rows.x_heldout)).argmax(axis=1)
    assert metrics["prototype_agreement"] == pytest.approx(np.mean(nearest == decided))


def test_the_information_plane_of_a_layer(measured):
    _, rows, metrics, _, _ = measured
    shares = np.bincount(rows.labels_heldout) / len(rows.labels_heldout)
    entropy = -np.sum(shares * np.log(shares))
    assert_close(metrics["label_information"], max(0.0, entropy - metrics["probe_loss"]), 1e-4)


@pytest.mark.parametrize(
    ("losses", "share", "expected"),
    [([1, 3, 0, 0], 0.25, 0.75), ([1, 1, 1, 1], 0.5, 0.5), ([0, 0], 0.5, np.nan), ([2, 1], 0.01, 2 / 3)],
)
def test_share_of_the_hardest(losses, share, expected):
    assert share_of_hardest(np.array(losses, np.float64), share) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("shape", [(8, 8, 1), (9, 10, 2), (7, 12, 1)])
def test_power_is_that_of_the_complex_transform(shape):
    images = np.random.default_rng(0).normal(size=(5, *shape)).astype("float32")
    found, radius = power(images), radial_frequencies(shape[:-1])
    spectrum = (np.abs(np.fft.fft2(images, axes=(1, 2))) ** 2 / (shape[0] * shape[1])).sum(axis=(0, 3))
    slow_radius = np.hypot(np.fft.fftfreq(shape[0])[:, None], np.fft.fftfreq(shape[1]))
    for value in np.unique(radius.round(9)):
        same, slow = (np.isclose(r, value) for r in (radius, slow_radius))
        assert same.sum() == slow.sum()
        assert_close(found[same].sum(), spectrum[slow].sum(), 1e-5)
    assert_close(waves(shape[0])[0] @ waves(shape[0])[0].T, np.eye(shape[0]), 1e-6)


@pytest.mark.parametrize("sides", [(12,), (1100,), (4, 5, 6)], ids=str)
def test_power_of_signals_and_volumes_is_that_of_the_complex_transform(sides):
    maps = np.random.default_rng(0).normal(size=(3, *sides, 2)).astype("float32")
    found, radius = power(maps), radial_frequencies(sides)
    spectrum = np.abs(np.fft.fftn(maps, axes=range(1, maps.ndim - 1), norm="ortho")) ** 2
    slow_radius = np.sqrt(sum(f**2 for f in np.meshgrid(*map(np.fft.fftfreq, sides), indexing="ij")))
    assert found.shape == radius.shape == sides
    for low, high in ((0, 0.06), (0.06, 0.2), (0.2, 0.9)):
        same, slow = ((r >= low - 1e-6) & (r < high - 1e-6) for r in (radius, slow_radius))
        assert_close(found[same].sum(), spectrum.sum(axis=(0, -1))[slow].sum(), 1e-5)


@pytest.mark.parametrize(
    ("shape", "kinds"),
    [
        ((32, 3), {"channel": ["0", "1", "2"], "position": [f"place_{place}" for place in range(1, 17)]}),
        ((9, 8, 8, 1), {"position": [f"slice_{i}_row_{j}_column_{k}" for i in (1, 2) for j in (1, 2) for k in (1, 2)]}),
        ((40,), {}),
    ],
    ids=["signal", "volume", "vector"],
)
def test_parts_of_signals_and_volumes_add_up_to_the_loss(shape, kinds):
    """Of a mean image in the place of a decoder: each part is a mean over its own elements."""
    x = np.random.default_rng(0).normal(size=(24, *shape)).astype("float32")
    rows = dataclasses.replace(draw_colour_rows(num_fit=16, num_heldout=8), x_fit=x[:16], x_heldout=x[16:])
    found = QuantitySet(resolve_quantities(["channel", "colour", "frequency", "position"]), rows, [Target(shape)])
    expected = {f"reconstruction_loss_{kind}_{part}" for kind, parts in kinds.items() for part in parts}
    names = {name for name in found.columns if "frequency" not in name}
    assert names == expected and any("frequency" in name for name in found.columns) == bool(kinds)
    described = found.describe()
    loss = np.mean((x[16:] - x[:16].mean(axis=0, dtype=float)) ** 2)
    for kind in {*kinds, *(["frequency"] if kinds else [])}:
        parts = [about for about in described.values() if about["kind"] == kind]
        assert_close(sum(about["weight"] * about["mean_image_loss"] for about in parts), loss, 1e-4)


@pytest.mark.parametrize(
    ("shape", "loss", "gone"),
    [
        ((9, 8, 1), None, {"channel", "colour"}),
        ((9, 8, 2), None, {"colour"}),
        ((9, 8, 3), keras.losses.MeanSquaredError(), {"difficulty", "majority"}),
    ],
    ids=["grey", "two channels", "no cross-entropy"],
)
def test_what_has_nothing_to_measure_is_left_out(shape, loss, gone):
    rows, model = draw_colour_rows(shape), build_model(shape, loss=loss)
    names = build_instrument(
        model, rows, layers=["hidden"], quantities=resolve_quantities("auto"), decoders="linear", batch_norm="batch",
        batch_size=BATCH, seed=0,
    ).quantities.names  # fmt: skip
    assert set(names) == {quantity.name for quantity in resolve_quantities("auto")} - gone


def test_vectors_have_no_parts_of_images():
    rows, model = (
        draw_colour_rows(),
        keras.Sequential([keras.Input((9,)), layers.Dense(5, name="hidden"), layers.Dense(3)]),
    )
    model.compile("sgd", "sparse_categorical_crossentropy")
    vectors = ProbeExamples(
        rows.x_fit[:, :, 0, 0], rows.x_heldout[:, :, 0, 0], rows.labels_fit, rows.labels_heldout, rows.y_heldout,
        rows.classes, "validation", "",
    )  # fmt: skip
    metrics, columns = measure_quantities(model, vectors, "all")
    assert {fields.get("kind") for fields in columns.values()} == {None, "class", "component", "difficulty"}
    assert metrics["components_kept"] > 0


@pytest.mark.slow
def test_the_patch_decoder_is_broken_down_too():
    metrics, columns = measure_quantities(
        build_model(), draw_colour_rows(), ["channel", "effective_rank"], "conv", decoders="patch"
    )
    parts = parts_of("channel", columns).values()
    assert_close(np.mean([metrics[name] for name, _ in parts]), metrics["reconstruction_loss"], 1e-5)
    assert 1 < metrics["effective_rank"] <= 36


def slow_mean_image_losses(rows, target):
    """What the mean of the fit rows within a crop loses on each cell of it, by hand."""
    crop = slice((9 - target.shape[0]) // 2, None), slice((8 - target.shape[1]) // 2, None)
    fit, heldout = (
        x[:, crop[0], crop[1]][:, : target.shape[0], : target.shape[1]] for x in (rows.x_fit, rows.x_heldout)
    )
    squares, cells = (heldout - fit.mean(axis=0, dtype=np.float64)) ** 2, {}
    for i, j in itertools.product(*map(range, target.shape[:2])):
        name = f"row {i * 4 // target.shape[0] + 1} column {j * 4 // target.shape[1] + 1}"
        cells.setdefault(name, []).append(squares[:, i, j].mean())
    return {name: np.mean(losses) for name, losses in cells.items()}


@pytest.mark.slow
def test_crops_have_the_mean_image_of_the_fit_rows_within_each():
    # The patch decoder reconstructs a centre crop, the linear one the whole image.
    rows, model = draw_colour_rows((9, 8, 3)), build_model()
    instrument = build_instrument(
        model, rows, layers=["conv", "hidden"], decoders=["linear", "patch"], batch_norm="batch", batch_size=BATCH,
        quantities=resolve_quantities(["position", "channel"]), seed=0,
    )  # fmt: skip
    targets = [plan.target for plan in instrument.plans]
    assert len(set(targets)) == 2 and len(targets) == 3
    layout = describe_run(ProbeSettings(), instrument, model=model, run={})
    layout = schema.unpack_layout(schema.pack_layout(layout))
    history = PhaseHistory(layout)
    for step in (0, 1):
        history.add(instrument.measure(step, 0))
    for plan in instrument.plans:
        place = plan.tap.name, plan.decoder
        losses, explained = (history.breakdown("position", *place, explained=one) for one in (False, True))
        units = slow_mean_image_losses(rows, plan.target)
        for name, values in losses.items():
            assert_close((1 - explained[name]) * units[name], values, 1e-5)
        weights = [about["weight"] for about in schema.described_columns(layout, history.row_index(*place)).values()]
        assert_close(sum(weights), 2.0, 1e-6)
    # What is the same for all is said once.
    assert all({"kind", "part", "label"} <= layout.run["columns"][name].keys() for name in layout.run["columns"])


@pytest.mark.slow
def test_crops_that_are_alike_say_nothing_by_row():
    _, columns = measure_quantities(build_model((8, 8, 3)), draw_colour_rows((8, 8, 3)), "position", "conv")
    assert columns and all("mean_image_loss" in about and "by_row" not in about for about in columns.values())


@pytest.mark.parametrize("own", [None, 3, [], [1], [{}, {}], {"0": {}}], ids=str)
def test_crops_of_a_strange_log_are_passed_over(own):
    row = Row("block", "linear", "primal", 4, 4)
    about = {"kind": "position", "part": "row 1"}
    layout = Layout((row, row), ("reconstruction_loss", "a"), {"columns": {"a": about | {"by_row": own}}})
    assert schema.described_columns(layout, 1) == {"a": about}


@pytest.mark.slow
def test_ones_own_quantity_stands_in_record_history_and_data_frame(tmp_path):
    rng = np.random.default_rng(0)
    data = rng.normal(size=(96, 8, 8, 2)).astype("float32"), rng.integers(0, 3, 96)
    probe = small_probe(tmp_path, quantities=["channel", Sparsity()], schedule=Every(6))
    fit(small_model(), data, [probe])
    history = PhaseHistory.load(tmp_path)
    *_, row = history.to_dataframe().query("layer == 'hidden'").to_dict("records")
    assert 0 < row["sparsity"] < 1
    described = schema.described_columns(history.layout)
    assert described["sparsity"] == {
        "label": "sparsity", "unit": "share of features that are zero", "format": "share",
    }  # fmt: skip
    channels = history.breakdown("channel", "hidden", explained=True)
    assert list(channels) == ["0", "1"]
    mean = np.mean([values[-1] for values in history.breakdown("channel", "hidden").values()])
    assert_close(mean, row["reconstruction_loss"], 1e-5)
    with pytest.raises(ValueError, match=r"no breakdown by 'colour'.*'channel'"):
        history.breakdown("colour", "hidden")


def small_model():
    return build_model((8, 8, 2))


@pytest.mark.slow
def test_a_quantity_that_fails_costs_its_own_columns_alone(tmp_path):
    rng = np.random.default_rng(0)
    data = rng.normal(size=(96, 8, 8, 2)).astype("float32"), rng.integers(0, 3, 96)
    probe = small_probe(tmp_path / "warn", quantities=[Broken(), Sparsity()], schedule=Every(3), on_error="warn")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        small_model().fit(*data, BATCH, verbose=0, callbacks=[probe])
    told = [str(warning.message) for warning in caught if issubclass(warning.category, PhaseWarning)]
    assert sum("Quantity 'broken' failed" in text and "no luck" in text for text in told) == 1
    frame = probe.history.to_dataframe()
    assert frame["broken"].isna().all()
    assert frame["sparsity"].notna().all()
    assert frame["reconstruction_loss"].notna().all()
    with pytest.raises(RuntimeError, match="no luck"):
        fit(small_model(), data, [small_probe(tmp_path / "raise", quantities=Broken(), on_error="raise")])


def make_quantity(name, **methods):
    methods = {"columns": lambda self, about: [Column(name, name)], "values": lambda self, found: {name: 1.0}} | methods
    return type(name or "Nameless", (Quantity,), {"name": name} | methods)()


def write_into(array):
    array[:] = 0
    return {}


@pytest.mark.first_case
@pytest.mark.parametrize(
    ("methods", "message"),
    [
        ({"values": lambda self, found: {"mine": None}}, "column 'mine' was given None. Expected one number"),
        ({"values": lambda self, found: {"mine": np.ones(3)}}, "column 'mine' was given array"),
        ({"values": lambda self, found: 1.0}, "values gave 1.0. Expected a dict"),
        ({"values": lambda self, found: {"effective_rank": 9.0}}, "'effective_rank' is none of its columns.*'mine'"),
        ({"keeps": lambda self, rows: {"a": np.mean(rows.features)}}, "zero-dimensional"),
        ({"sums": lambda self, rows: write_into(rows.errors)}, "read-only"),
        ({"sums": lambda self, rows: write_into(rows.features)}, "read-only"),
        ({"sums": lambda self, rows: write_into(rows.targets)}, "read-only"),
        ({"values": lambda self, found: write_into(found.losses)}, "read-only"),
    ],
    ids=["none", "array", "number", "others", "scalar", "errors", "features", "targets", "losses"],
)
def test_what_a_quantity_gives_wrongly_costs_its_own_columns_alone(methods, message):
    broken = make_quantity("mine", **methods)
    rows, model, others = draw_colour_rows(), build_model(), ["class", "channel", "effective_rank"]
    wanted, columns = measure_quantities(model, rows, others)
    options = {"batch_norm": "inference", "batch_size": BATCH, "seed": 0, "decoders": "linear"}
    instrument = build_instrument(
        model, rows, layers=["hidden"], quantities=resolve_quantities([broken, *others]), **options
    )
    metrics = dict(zip(instrument.metrics, values_of(instrument)[0].astype(np.float64), strict=True))
    assert re.search(message, str(instrument.quantities.failures["mine"]))
    assert np.isnan(metrics["mine"])
    assert_close([metrics[name] for name in columns], [wanted[name] for name in columns], 1e-6)


def test_the_quantity_of_the_documentation_is_effective_rank():
    text = (pathlib.Path(__file__).parents[2] / "docs" / "write_a_quantity.md").read_text()
    found = {}
    exec(text.split("```python\n")[1].split("```")[0], found)
    metrics, _ = measure_quantities(build_model(), draw_colour_rows(), ["effective_rank", found["EffectiveRank"]()])
    assert metrics["my_effective_rank"] == metrics["effective_rank"] > 1


@pytest.mark.parametrize(
    ("quantities", "message"),
    [
        ("chanel", "'chanel'. Expected one of 'auto', 'all', 'majority', 'class', 'channel'"),
        (Sparsity, "pass an object, not the class"),
        ([3], "quantities holds 3"),
        ([make_quantity("mine"), make_quantity("mine")], "two of the name 'mine'"),
        (make_quantity(None), "Nameless has the name None. Expected text"),
    ],
)
def test_what_is_no_quantity_is_refused_at_once(quantities, message):
    with pytest.raises(ValueError, match=message):
        PhaseProbe(quantities=quantities)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"name": 3}, "has the name 3. Expected text"),
        ({"format": "percent"}, "'mine' has format='percent'. Expected one of 'number', 'share'"),
        ({"better": "up"}, "'mine' has better='up'. Expected one of None, 'high', 'low'"),
    ],
    ids=["name", "format", "better"],
)
def test_a_column_that_cannot_be_shown_is_refused(fields, message):
    with pytest.raises(ValueError, match=message):
        Column(**{"name": "mine", "label": "mine"} | fields)


def test_a_column_described_by_numpy_numbers_can_be_recorded():
    described = Column("mine", "mine", weight=np.float32(0.5)).describe()
    assert json.loads(json.dumps(described))["weight"] == 0.5


@pytest.mark.parametrize("name", ["ridge", "step", "layer"])
def test_a_column_of_the_record_cannot_be_named_again(name):
    with pytest.raises(ValueError, match=f"names the column '{name}'"):
        measure_quantities(build_model(), draw_colour_rows(), make_quantity(name))


def test_none_is_measured_where_none_is_asked_for():
    assert resolve_quantities(None) == resolve_quantities([]) == ()
    assert issubclass(type(resolve_quantities("channel")[0]), Breakdown)


@pytest.mark.parametrize(
    ("loss", "num_outputs", "expected"),
    [
        ("sparse_categorical_crossentropy", 3, CrossEntropy(False, False)),
        (SPARSE(from_logits=True), 3, CrossEntropy(False, True)),
        (BINARY(from_logits=True), 1, CrossEntropy(True, True)),
        (BINARY(), 3, None),
        ("mse", 3, None),
        (None, 3, None),
        ({"scores": "mse"}, 3, None),
        (lambda y, outputs: 0.0, 3, None),
    ],
)
def test_losses_that_can_be_read(loss, num_outputs, expected):
    model = build_model(outputs=num_outputs)
    model.loss = loss
    assert find_cross_entropy(find_reading(model, np.zeros((2, 9, 8, 3)), np.zeros(2)), num_outputs) == expected


def test_without_a_last_layer_there_are_no_columns_of_its_own():
    model = build_model()
    scores = layers.Softmax()(layers.Dense(3)(model.get_layer("hidden").output) * 2.0)
    scaled = keras.Model(model.input, scores)
    scaled.compile("sgd", keras.losses.SparseCategoricalCrossentropy())
    metrics, columns = measure_quantities(scaled, draw_colour_rows(), "majority")
    assert "gradient_rows" not in columns and 0 <= metrics["fitted_share"] <= 1


@pytest.mark.slow
def test_a_record_of_other_quantities_names_the_way_out(tmp_path, capsys):
    rng = np.random.default_rng(0)
    data = rng.normal(size=(96, 8, 8, 2)).astype("float32"), rng.integers(0, 3, 96)
    model = small_model()
    fit(model, data, [small_probe(tmp_path, quantities=None, schedule=Every(6))], epochs=1)
    probe = small_probe(tmp_path, quantities=None, schedule=Every(6))
    fit(model, data, [probe], epochs=1)
    assert probe.history.steps.tolist() == [0, 6, 12]
    fit(model, data, [small_probe(tmp_path, quantities="auto", schedule=Every(6))], epochs=1, verbose=2)
    assert re.search(r"that are new\..*quantities=None, transfer=\.\.\., say: the record", capsys.readouterr().out)


@pytest.mark.slow
def test_difficulty_has_no_explained_variance(tmp_path):
    rng = np.random.default_rng(0)
    data = rng.normal(size=(96, 8, 8, 2)).astype("float32"), rng.integers(0, 3, 96)
    probe = small_probe(tmp_path, quantities="difficulty", schedule=Every(6))
    fit(small_model(), data, [probe], epochs=1)
    assert list(probe.history.breakdown("difficulty", "hidden")) == ["easy", "middle", "hard"]
    with pytest.raises(ValueError, match="rows change from step to step"):
        probe.history.breakdown("difficulty", "hidden", explained=True)
