"""Further label sets: the numbers of their linear probes, what they cost, what they leave alone, what is refused."""

import dataclasses
import re
import tracemalloc
import warnings

import keras
import numpy as np
import pytest
from builders.fits import differing, fit, small_probe, state_of, warnings_of
from builders.models import PLAIN, build_image_model, build_stateful_model, features_of
from builders.references import expected_probe
from builders.rows import draw_probe_rows, without_labels
from builders.steps import COLUMNS, build_instrument, plan_shape
from builders.tolerance import assert_close
from builders.values import values_of

from keras_phases import Every, PhaseHistory, PhaseProbe
from keras_phases.data.probe_examples import Draws
from keras_phases.data.transfer_labels import TransferLabels, check_transfer, resolve_transfer
from keras_phases.datasets import dominant_colour
from keras_phases.measure.cost import StepSizes, array_bytes, peak_bytes
from keras_phases.measure.measurement import metrics_of
from keras_phases.probes import StandardisedFeatures, fit_linear_probe
from keras_phases.record import schema
from keras_phases.record.console import print_phases, print_taps

DRAWS = Draws(max_examples=128, max_heldout=48, batch_size=16, seed=0)
NUM_ROWS, BATCH = 96, 16


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(0)
    y = rng.integers(0, 3, NUM_ROWS)
    return rng.normal(size=(NUM_ROWS, 8, 8, 2)).astype("float32") + y[:, None, None, None], y


@pytest.fixture(scope="module")
def other():
    """Another data set for the same model, with test rows: three classes, by the mean of a corner."""
    rng = np.random.default_rng(7)
    pairs = []
    for num_rows in (150, 70):
        x = rng.normal(size=(num_rows, 8, 8, 2)).astype("float32")
        pairs.append((x, np.digitize(x[:, :4, :4].mean(axis=(1, 2, 3)), [-0.06, 0.06])))
    return tuple(pairs)


def parity(x):
    """A label that the features tell better than chance: whether the left half is brighter."""
    return (x[:, :, :4].sum(axis=(1, 2, 3)) > x[:, :, 4:].sum(axis=(1, 2, 3))).astype(int)


def brightest_band(x):
    """Which of three bands of rows is the brightest."""
    return np.stack([band.mean(axis=(1, 2, 3)) for band in (x[:, :3], x[:, 3:5], x[:, 5:])]).argmax(axis=0)


def with_transfer(rows, batch_size=16, **transfer):
    return dataclasses.replace(rows, transfer=resolve_transfer(check_transfer(transfer), rows, batch_size, draws=DRAWS))


def build(rows, layers=("conv",), decoders="linear", model=None):
    options = {"batch_norm": "inference", "batch_size": 16, "seed": 0}
    return build_instrument(model or build_image_model(), rows, layers=list(layers), decoders=decoders, **options)


def measure(model, rows, layers=("hidden",), decoders="linear"):
    """The record of each row as a dict."""
    instrument = build(rows, layers, decoders, model)
    values = values_of(instrument)
    assert values.shape == (len(instrument.plans), len(instrument.metrics))
    return [dict(zip(instrument.metrics, row.tolist(), strict=True)) for row in values]


def history_of(tmp_path, data, *, name="run", epochs=2, **options):
    """The history of a short fit with a probe."""
    probe = small_probe(tmp_path / name, schedule=Every(6), **options)
    fit(build_stateful_model(), data, [probe], epochs=epochs)
    return probe.history


@pytest.mark.parametrize("layer", ["hidden", "flat"])
def test_the_probe_of_a_label_function_is_the_one_that_scikit_learn_finds(layer):
    model, rows = build_image_model(), draw_probe_rows()
    (record,) = measure(model, with_transfer(rows, band=brightest_band), [layer])
    labels = {"labels_fit": brightest_band(rows.x_fit), "labels_heldout": brightest_band(rows.x_heldout)}
    features = [features_of(model, layer, x) for x in (rows.x_fit, rows.x_heldout)]
    l2 = fit_linear_probe(features[0], labels["labels_fit"], num_classes=int(labels["labels_fit"].max()) + 1).l2
    for name, value in expected_probe(*features, dataclasses.replace(rows, **labels), l2).items():
        assert_close(record[name.replace("probe", "transfer_band")], value)
        assert record[name] != pytest.approx(value)
    assert record["transfer_band_accuracy"] > 0.4


@pytest.fixture(scope="module")
def probe(tmp_path_factory, data, other):
    """The probe of a fit with three further label sets: of the same rows, the run's own again, of other rows."""
    # The mean of 128 pixels about 0, 1 or 2 tells the class.
    transfer = {"side": parity, "same": lambda x: np.round(x.mean(axis=(1, 2, 3))), "corner": other}
    probe = small_probe(tmp_path_factory.mktemp("further"), schedule=Every(6), transfer=transfer)
    fit(build_stateful_model(), data, [probe])
    return probe


@pytest.mark.slow
def test_further_label_sets_change_no_other_column(tmp_path, data, probe):
    plain, further = history_of(tmp_path, data), probe.history
    assert further.layout.metrics[: len(COLUMNS)] == plain.layout.metrics == COLUMNS
    assert further.layout.metrics[len(COLUMNS) :] == (
        "transfer_corner_loss",
        "transfer_corner_accuracy",
        "transfer_same_loss",
        "transfer_same_accuracy",
        "transfer_side_loss",
        "transfer_side_accuracy",
    )
    kept = [index for index, name in enumerate(COLUMNS) if name != "probe_seconds"]
    for (step, values), (same_step, same) in zip(plain.records, further.records, strict=True):
        assert step == same_step
        np.testing.assert_array_equal(values[:, kept], same[:, kept])
        assert np.isfinite(same[:, len(COLUMNS) :]).all()


def test_labels_of_the_run_given_again_have_the_same_numbers(probe):
    history = probe.history
    for row in range(len(history.layout.rows)):
        for kind in ("loss", "accuracy"):
            ours, theirs = history.column(f"transfer_same_{kind}", row), history.column(f"probe_{kind}", row)
            np.testing.assert_array_equal(ours, theirs)


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize("batch_norm", ["batch", "inference"])
def test_another_data_set_measures_what_a_probe_on_its_rows_does(tmp_path, data, other, batch_norm):
    options = {"max_examples": 128, "max_heldout": 48, "batch_norm": batch_norm}
    found = history_of(tmp_path, data, name="both", transfer={"corner": other}, epochs=1, **options)
    x, y = data
    model = build_stateful_model()
    alone = small_probe(tmp_path / "alone", schedule=Every(6), data=other[0], **options)
    # The other data set's test rows as validation data, which are first used when the only epoch is over.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(x, y, BATCH, 1, verbose=0, callbacks=[alone], validation_data=other[1])
    assert found.steps.tolist() == alone.history.steps.tolist()
    assert found.layout.run["transfer"]["corner"]["num_fit_examples"] == 128
    for row in range(len(found.layout.rows)):
        for kind in ("loss", "accuracy"):
            ours, theirs = found.column(f"transfer_corner_{kind}", row), alone.history.column(f"probe_{kind}", row)
            np.testing.assert_array_equal(ours, theirs)
    assert 0.25 < ours[-1] < 1


def test_rows_of_one_pair_are_split():
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(200, 8, 8, 1)).astype("float32"), np.arange(200) % 4
    (label_set,) = with_transfer(draw_probe_rows(), more=(x, y)).transfer
    assert (len(label_set.rows.x_fit), len(label_set.rows.x_heldout)) == (128, 32)
    assert label_set.has_own_rows and label_set.num_outputs == 4
    batches = label_set.rows.labels_fit.reshape(-1, 16)
    assert all(3 <= count <= 5 for batch in batches for count in np.bincount(batch, minlength=4))


@pytest.mark.first_case
@pytest.mark.parametrize(
    ("labels", "task", "num_outputs"),
    [
        (lambda x: x.mean(axis=(1, 2, 3)), "regression", 1),
        (lambda x: (x[:, :2, 0, 0] > 0).astype("float32"), "multilabel", 2),
        (lambda x: keras.ops.one_hot(parity(x), 2), "classes", 2),
        (lambda x: parity(x).tolist(), "classes", 2),
    ],
    ids=["numbers", "multi-label", "one-hot tensor", "list"],
)
def test_labels_are_of_every_kind_that_fit_takes(labels, task, num_outputs):
    rows = with_transfer(draw_probe_rows(), further=labels)
    assert (rows.transfer[0].rows.task, rows.transfer[0].num_outputs) == (task, num_outputs)
    (record,) = measure(build_image_model(), rows)
    assert np.isfinite(record["transfer_further_loss"])
    assert np.isnan(record["transfer_further_accuracy"]) == (task == "regression")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:No linear probe")
def test_a_run_without_labels_has_further_ones():
    rows = draw_probe_rows()
    labelled, unlabelled = (
        measure(build_image_model(), with_transfer(rows, side=parity), decoders=["linear"])[0]
        for rows in (rows, without_labels(rows))
    )
    assert np.isnan(unlabelled["probe_loss"])
    assert unlabelled["transfer_side_loss"] == labelled["transfer_side_loss"]


@pytest.mark.slow
def test_features_are_kept_and_standardised_once_for_all_label_sets(monkeypatch):
    fitted = []

    def fit(features, labels, **options):
        fitted.append(features)
        return fit_linear_probe(features, labels, **options)

    monkeypatch.setattr("keras_phases.probes.linear.fit_linear_probe", fit)
    rows = with_transfer(draw_probe_rows(), side=parity, bottom=lambda x: parity(x.swapaxes(1, 2)))
    records = measure(build_image_model(), rows, ["conv", "hidden"], ["linear", "patch"])
    assert len(records) == 3 and len(fitted) == 6
    assert len({id(features) for features in fitted}) == 2
    assert {name for name in records[0] if name.startswith("transfer")} == {
        f"transfer_{name}_{kind}" for name in ("side", "bottom") for kind in ("loss", "accuracy")
    }


@pytest.mark.slow
@pytest.mark.parametrize("num_features", [20, 200], ids=["more rows", "fewer rows than features"])
def test_a_shared_factorisation_gives_the_same_probe(num_features):
    rng = np.random.default_rng(0)
    features = rng.standard_normal((100, num_features)).astype("float32")
    shared = StandardisedFeatures(features)
    for num_classes, task in ((3, "classes"), (2, "classes"), (4, "multilabel"), (1, "regression")):
        labels = rng.integers(num_classes, size=100)
        if task != "classes":
            labels = rng.integers(2, size=(100, num_classes)).astype("float32")
        options = {"num_classes": num_classes, "task": task}
        ours, theirs = (fit_linear_probe(taken, labels, **options) for taken in (shared, features))
        np.testing.assert_array_equal(ours.weights, theirs.weights)
        np.testing.assert_array_equal(ours.bias, theirs.bias)
    assert "principal_axes" in vars(shared)


@pytest.mark.slow
def test_training_is_the_same_bits_with_further_label_sets(tmp_path, data, other):
    def careless(x):
        # What a user's function draws from the global generators is put back.
        noise = np.random.normal(size=len(x)) + keras.ops.convert_to_numpy(keras.random.normal((len(x),)))
        return (parity(x) + (noise > 9)).clip(0, 1)

    states = []
    for transfer in (None, {"side": careless, "corner": other}):
        callbacks = [] if transfer is None else [small_probe(tmp_path, schedule=Every(2), transfer=transfer)]
        model = build_stateful_model(compiler=PLAIN)
        logs = fit(model, data, callbacks, validation_split=0.25)
        draws = np.random.get_state()[1].copy(), keras.ops.convert_to_numpy(keras.random.normal((2,)))
        states.append((state_of(model), [("numpy", draws[0]), ("keras", draws[1])], logs))
    (plain, plain_draws, plain_logs), (probed, probed_draws, probed_logs) = states
    assert not differing(plain, probed)
    assert not differing(plain_draws, probed_draws)
    assert all(probed_logs[name] == value for name, value in plain_logs.items())


@pytest.mark.slow
def test_groups_and_shortage_of_memory_change_no_number(other, monkeypatch):
    grey = tuple((x[..., :1], y) for x, y in other)
    whole = build(with_transfer(draw_probe_rows(), side=parity, corner=grey), ["conv", "hidden"])
    alone = dataclasses.replace(whole, groups=tuple((plan,) for plan in whole.plans))
    kept = [index for index, name in enumerate(whole.metrics) if name != "probe_seconds"]
    expected = values_of(whole)
    np.testing.assert_array_equal(values_of(alone)[:, kept], expected[:, kept])
    monkeypatch.setattr(whole.shortage, "is_known", True)
    # Batches that are not joined are summed in another order.
    assert_close(values_of(whole)[:, len(COLUMNS) :], expected[:, len(COLUMNS) :])
    whole.shortage.given_up.add(whole.plans[0])
    short = values_of(whole)
    assert short.shape == expected.shape and np.isnan(short[0, len(COLUMNS) :]).all()
    assert_close(short[1, len(COLUMNS) :], expected[1, len(COLUMNS) :])


def test_features_that_are_not_finite_on_other_rows_are_marked():
    model, rows = build_image_model(), draw_probe_rows()
    model.get_layer("conv").set_weights([100 * weights for weights in model.get_layer("conv").get_weights()])
    x = 5e37 * np.random.default_rng(0).normal(size=(96, 8, 8, 1)).astype("float32")
    (record,) = measure(model, with_transfer(rows, wild=(x, np.arange(96) % 2)), ["conv"])
    assert "nonfinite_features" in schema.unpack_flags(record["flags"])
    assert np.isnan(record["transfer_wild_loss"])
    assert np.isfinite(record["probe_loss"]) and np.isfinite(record["reconstruction_loss"])


def test_the_memory_of_further_label_sets_is_counted(other):
    rows, grey = draw_probe_rows(), tuple((x[..., :1], y) for x, y in other)
    many = {f"set{index}": lambda x, index=index: (x[:, index, 0, 0] > 0).astype(int) for index in range(4)}
    taken = rows, with_transfer(rows, **many), with_transfer(rows, corner=grey)
    plain, shared, own = (build(rows, ["flat"]) for rows in taken)
    assert shared.sizes.more_outputs == ((2, False),) * 4 and shared.sizes.others == ()
    assert [sizes.num_rows for sizes in own.sizes.others] == [128]
    kept = [plain.plans[0].probe.need(instrument.sizes, (96, 96)).kept for instrument in (plain, shared)]
    # Weights and logits of two classes each: 8 (64 + 1) 2 + 16 x 96 x 2.
    assert kept[1] - kept[0] == 4 * (8 * 65 * 2 + 16 * 96 * 2)
    assert plain.peak_bytes <= own.peak_bytes
    # With many rows of its own it is what takes most.
    large = dataclasses.replace(own.sizes.others[0], num_rows=100_000)
    sizes = dataclasses.replace(own.sizes, others=(large,))
    assert array_bytes(own.groups, sizes) > 4 * 100_000 * 64
    assert peak_bytes(own.groups, sizes) > 2 * own.peak_bytes


@pytest.mark.slow
@pytest.mark.parametrize("shape", [(2_000, 100), (200, 500)], ids=str)
def test_fits_that_share_features_take_no_more_than_estimated(shape):
    num_rows, num_features = shape
    rng = np.random.default_rng(0)
    features = rng.standard_normal(shape, np.float32)
    tasks = [(10, "classes"), (3, "classes"), (4, "multilabel"), (2, "regression")]
    sets = [
        rng.integers(number, size=num_rows)
        if task == "classes"
        else rng.integers(2, size=(num_rows, number)).astype("float32")
        for number, task in tasks
    ]

    def fit():
        shared = StandardisedFeatures(features)
        return [
            fit_linear_probe(shared, labels, num_classes=number, task=task)
            for (number, task), labels in zip(tasks, sets, strict=True)
        ]

    fit()  # what a backend holds of a function while it traces it is no array
    tracemalloc.start()
    probes = fit()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    more = tuple((number, task == "regression") for number, task in tasks[1:])
    sizes = StepSizes(num_rows, 100, 10, 50, more_outputs=more)
    assert len(probes) == 4
    assert peak <= plan_shape((num_features,), num_rows=num_rows).probe.need(sizes, (50, 50)).solving


def test_the_record_names_them_and_reads_back(probe):
    loaded = PhaseHistory.load(probe.log_dir)
    assert loaded.layout == probe.history.layout
    assert schema.transfer_names(loaded.layout.metrics) == ("corner", "same", "side")
    described = loaded.layout.run["transfer"]
    assert described["side"] | {"labels": 0} == {
        "task": "classes",
        "num_outputs": 2,
        "num_fit_examples": 80,
        "num_heldout_examples": 16,
        "has_own_rows": False,
        "labels": 0,
    }
    assert described["corner"]["num_outputs"] == 3 and described["corner"]["has_own_rows"]
    frame = loaded.to_dataframe()
    np.testing.assert_array_equal(
        frame.loc[frame["layer"] == loaded.layers[-1], "transfer_side_accuracy"],
        loaded.column("transfer_side_accuracy", len(loaded.layout.rows) - 1),
    )
    assert not schema.transfer_names(COLUMNS)


@pytest.mark.slow
def test_a_run_with_other_label_sets_does_not_go_on_with_a_record(tmp_path, data):
    model = build_stateful_model()

    def fit_on(transfer):
        probe = small_probe(tmp_path / "run", schedule=Every(6), transfer=transfer, layers="block2_relu")
        return probe, warnings_of(model, data, probe)

    assert [len(fit_on({"side": parity})[0].history) for _ in range(2)] == [2, 3]
    gone = "transfer_side_loss, transfer_side_accuracy that are gone"
    for number, (transfer, message) in enumerate(
        (
            (None, f"other metrics: {gone}, none that are new"),
            ({"edge": parity}, f"{gone}, transfer_edge_loss, transfer_edge_accuracy that are new"),
            ({"side": lambda x: 1 - parity(x)}, "measured in another way: transfer was .*'side'"),
        ),
        start=1,
    ):
        probe, said = fit_on(transfer)
        assert probe.log_dir == tmp_path / f"run-{number}" and any(re.search(message, text) for text in said)


@pytest.mark.parametrize(
    ("transfer", "message"),
    [
        ([parity], r"transfer is a list. Expected a dict from names to label sets"),
        ({"left side": parity}, r"named 'left side'. Expected letters, digits and _ alone"),
        ({"größe": parity}, r"named 'größe'. Expected letters, digits and _ alone"),
        ({"": parity}, r"named ''. Expected letters"),
        ({3: parity}, r"named 3. Expected letters"),
        ({"side": np.zeros(5)}, r"transfer\['side'\] is a ndarray. Expected a function labels\(x\)"),
        ({"side": (np.zeros(5),)}, r"transfer\['side'\] is a tuple of 1 items. Expected a function"),
        ({"side": (np.zeros((5, 2)), None)}, r"x ndarray of shape \(5, 2\) and y None. Expected a function"),
        ({"side": ((1, 2), (3, None))}, r"transfer\['side'\] has x int and y None"),
        ({"side": ((x for x in "ab"), np.zeros(5))}, r"transfer\['side'\] has x generator and y"),
    ],
    ids=["list", "space", "umlaut", "empty", "number", "array", "tuple of 1", "no labels", "numbers", "generator"],
)
def test_what_is_no_label_set_is_refused_in_the_constructor(transfer, message):
    with pytest.raises(ValueError, match=message):
        PhaseProbe(transfer=transfer)


def write_into(x):
    x[:] = 0
    return parity(x)


IMAGES = np.random.default_rng(0).normal(size=(40, 8, 8, 1)).astype("float32")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (lambda x: parity(x)[:-1], r"transfer\['odd'\] gives labels of shape \(255,\) for 256 rows"),
        (lambda x: x["image"], r"transfer\['odd'\] failed on probe rows: IndexError.*Expected a function labels\(x\)"),
        (write_into, r"transfer\['odd'\] failed on probe rows: ValueError: assignment destination is read-only"),
        (lambda x: np.zeros(len(x), int), r"transfer\['odd'\] has one class in all 256 fit rows: 0. Expected at least"),
        (lambda x: np.full(len(x), np.nan), r"transfer\['odd'\] has no labels to probe: labels hold NaN"),
        (lambda x: np.arange(len(x)), r"has no labels to probe: labels have 256 distinct values"),
        (lambda x: None, r"What transfer\['odd'\] gives is a NoneType. Expected a function"),
        (
            (IMAGES[:, :4], np.arange(40)),
            r"transfer\['odd'\]: rows have the shape \(4, 8, 1\), those of the run \(8, 8, 1\)",
        ),
        ((IMAGES, np.arange(39) % 2), r"transfer\['odd'\]: x and y have 40 rows and 39 rows"),
        (
            ((IMAGES, np.arange(40) % 2), (IMAGES[:1] + 1, np.zeros(1))),
            r"transfer\['odd'\]: There are 40 fit rows and 1 held",
        ),
        (({"a": IMAGES}, np.arange(40) % 2), r"transfer\['odd'\]: rows have the shape \{'a': \(8, 8, 1\)\}"),
    ],
    ids=["length", "fails", "writes", "one class", "nan", "many", "none", "shape", "rows", "one test row", "dict"],
)
def test_labels_that_cannot_be_probed_are_refused_before_training(value, message):
    with pytest.raises(ValueError, match=message):
        with_transfer(draw_probe_rows(), odd=value)


def test_the_tables_say_what_they_cost_and_tell(capsys, tmp_path, probe):
    print_taps(probe._session.instrument, 3, tmp_path)
    said = capsys.readouterr().out
    assert "Transfer 'side': 2 classes of the same rows.\n" in said
    assert (
        "Transfer 'corner': 3 classes of 144 fit rows and 64 held-out rows of its own, which take a forward pass.\n"
        in said
    )
    print_phases(probe.history, tmp_path)
    accuracy = probe.history.column("transfer_side_accuracy", 1)
    best = int(np.argmax(accuracy))
    line = (
        f"Transfer 'side': best accuracy of 'block2_relu' {accuracy[best]:.3g} at step {6 * best}, {accuracy[-1]:.3g}"
    )
    assert line in capsys.readouterr().out


def test_dominant_colour_is_the_channel_of_the_largest_sum():
    x = np.zeros((3, 2, 2, 3), "float32")
    x[0, 0, 0, 2], x[1, :, :, 1], x[2] = 1.0, 0.3, -1.0
    x[1, 0, 0, 0] = 1.1
    assert dominant_colour(x).tolist() == [2, 1, 0]
    large = np.full((1, 64, 64, 2), 255, "uint8")
    large[0, 0, 0, 0] = 254
    assert dominant_colour(large).tolist() == [1]


@pytest.mark.parametrize("shape", [(4, 8, 8, 1), (4, 8, 8), (8, 8, 3)], ids=str)
def test_images_without_colours_have_no_dominant_one(shape):
    with pytest.raises(ValueError, match="Expected colour images"):
        dominant_colour(np.zeros(shape))


def test_columns_of_a_run_are_named_in_order():
    rows = draw_probe_rows()
    further = dataclasses.replace(rows, transfer=(TransferLabels("b", rows, 16), TransferLabels("a", rows, 16)))
    assert metrics_of(rows) == COLUMNS
    assert metrics_of(further)[len(COLUMNS) :] == (*schema.transfer_metrics("b"), *schema.transfer_metrics("a"))
