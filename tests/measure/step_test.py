import dataclasses
import functools

import keras
import numpy as np
import pytest
from builders.models import build_image_model, features_of
from builders.references import choose_ridge_by_hat_matrices, expected_probe, solve_ridge
from builders.rows import NUM_FIT, NUM_HELDOUT, draw_probe_rows, labelled, without_labels
from builders.steps import BATCH_SIZE, COLUMNS, build_exact_instrument, build_instrument
from builders.tolerance import assert_close
from builders.values import values_of
from sklearn.linear_model import LogisticRegression, Ridge

from keras_phases.decoders import Patch, Pooled
from keras_phases.network.features import FeatureExtractor
from keras_phases.probes import fit_linear_probe
from keras_phases.record import schema
from keras_phases.warning import PhaseWarning


def measure(model, rows, layers=("hidden",), decoders=("linear",)):
    """The record of each row as a dict, flags as a set."""
    values = values_of(build_exact_instrument(model, rows, layers, decoders))
    records = [dict(zip(COLUMNS, row.tolist(), strict=True)) for row in values]
    return [record | {"flags": set(schema.unpack_flags(record["flags"]))} for record in records]


@functools.cache
def measure_plain():
    """The record of "hidden" of the model and the rows that nothing is special about; none changes it."""
    (record,) = measure(build_image_model(), draw_probe_rows())
    return record


def expected_reconstruction(features, heldout, rows, ridge):
    """The reconstruction columns of a linear decoder, row by row in float64."""
    targets, heldout_targets = (x.reshape(len(x), -1).astype(np.float64) for x in (rows.x_fit, rows.x_heldout))
    weights, feature_mean, target_mean = solve_ridge(features, targets, ridge)
    losses = np.mean(((heldout - feature_mean) @ weights + target_mean - heldout_targets) ** 2, axis=1)
    A = features - feature_mean
    squares = np.linalg.svd(A, compute_uv=False) ** 2
    strength = ridge * squares.sum() / A.shape[1]
    df = np.sum(squares / (squares + strength))
    limit, limit_stderr = expected_limit(A.astype(np.float64), heldout - feature_mean, losses, strength, df)
    mean_image_loss = np.mean((heldout_targets - target_mean) ** 2)
    tail = np.linalg.svd(heldout_targets - heldout_targets.mean(0), compute_uv=False) ** 2
    num_features = A.shape[1]
    bounded = num_features < min(targets.shape[1], len(heldout) - 1)
    expected = {
        "reconstruction_loss": losses.mean(),
        "reconstruction_stderr": losses.std(ddof=1) / len(losses) ** 0.5,
        "degrees_of_freedom": df,
        "mean_image_loss": mean_image_loss,
        "explained_variance": 1 - losses.mean() / mean_image_loss,
        "pca_bound": tail[num_features:].sum() / heldout_targets.size if bounded else np.nan,
        "reconstruction_loss_limit": limit,
        "reconstruction_loss_limit_stderr": limit_stderr,
    }
    return expected | {name: losses[group::20].mean() for group, name in enumerate(schema.GROUP_METRICS)}


def expected_limit(A, heldout, losses, strength, df):
    """`reconstruction_loss_limit` and its standard error from inverses and traces instead of eigenvectors."""
    if df > NUM_FIT / 10:
        return np.nan, np.nan
    gram = A.T @ A
    inverse = np.linalg.inv(gram + strength * np.eye(len(gram)))
    leverages = np.einsum("nd,de,ne->n", heldout, inverse @ gram @ inverse, heldout)
    excess = np.sum(leverages / (1 + leverages) ** 2 * losses) / losses.sum()
    inflation = excess * df / np.trace(gram @ inverse @ gram @ inverse) * (1 + df / (NUM_FIT - df - 1)) ** 2
    limit = losses.mean() / (1 + inflation)
    stderr = losses.std(ddof=1) / len(losses) ** 0.5 / (1 + inflation)
    return limit, np.sqrt(stderr**2 + (0.2 * inflation * limit) ** 2)


def expected_model(model, rows):
    outputs = model(rows.x_heldout).numpy().astype(np.float64)
    return {
        "model_loss": -np.log(outputs[np.arange(NUM_HELDOUT), rows.labels_heldout]).mean(),
        "model_accuracy": np.mean(outputs.argmax(axis=1) == rows.labels_heldout),
    }


@pytest.mark.parametrize("layer", ["hidden", "flat"])
def test_every_column_equals_what_is_worked_out_row_by_row(layer):
    model, rows = build_image_model(), draw_probe_rows()
    (record,) = measure(model, rows, [layer])
    fit, heldout = (features_of(model, layer, x) for x in (rows.x_fit, rows.x_heldout))
    expected = expected_reconstruction(fit, heldout, rows, record["ridge"])
    expected |= expected_probe(fit, heldout, rows, record["probe_l2"]) | expected_model(model, rows)
    expected |= {"num_fit_examples": NUM_FIT, "num_heldout_examples": NUM_HELDOUT}
    # The ridge and the L2 are what the others are worked out with; the caller knows the epoch.
    assert set(expected) | {"ridge", "probe_l2", "epoch", "probe_seconds", "flags"} == set(COLUMNS)
    for name, value in expected.items():
        assert_close(record[name], value), name
    assert np.isnan(record["epoch"])
    assert record["probe_seconds"] > 0
    # 64 features take more than a tenth of 256 rows as degrees of freedom, 10 do not.
    assert ("few_rows" in record["flags"]) == np.isnan(expected["reconstruction_loss_limit"]) == (layer == "flat")
    assert np.isnan(record["pca_bound"]) == (layer == "flat")


def test_groups_weighted_by_their_rows_average_to_the_loss():
    record = measure_plain()
    sizes = [len(range(group, NUM_HELDOUT, 20)) for group in range(20)]
    groups = [record[name] for name in schema.GROUP_METRICS]
    assert sorted(set(sizes)) == [4, 5]
    assert_close(np.average(groups, weights=sizes), record["reconstruction_loss"], relative=1e-6)


def test_fewer_heldout_rows_than_groups_leave_the_last_groups_empty():
    rows = draw_probe_rows()
    few = {name: getattr(rows, name)[:16] for name in ("x_heldout", "inputs_heldout", "labels_heldout", "y_heldout")}
    options = {"batch_norm": "inference", "batch_size": 16, "seed": 0}
    instrument = build_instrument(
        build_image_model(), dataclasses.replace(rows, **few), layers=["hidden"], decoders=("linear",), **options
    )
    groups = values_of(instrument)[0, -20:]
    np.testing.assert_array_equal(np.isnan(groups), np.arange(20) >= 16)


def test_a_second_measurement_is_the_same():
    instrument = build_exact_instrument(build_image_model(), draw_probe_rows(), ["conv", "hidden"], ("linear", "patch"))
    first, second = values_of(instrument), values_of(instrument)
    kept = [index for index, name in enumerate(COLUMNS) if name != "probe_seconds"]
    assert first.shape == (3, len(COLUMNS))  # a tap without a grid has no patch decoder of its own
    np.testing.assert_array_equal(first[:, kept], second[:, kept])


def test_the_patch_decoder_has_its_own_row():
    linear, patch = measure(build_image_model(), draw_probe_rows(), ["conv"], ("linear", "patch"))
    assert patch["reconstruction_loss"] != linear["reconstruction_loss"]
    shared = ("mean_image_loss", "probe_loss", "probe_accuracy", "model_loss", "model_accuracy")
    assert [patch[name] for name in shared] == [linear[name] for name in shared]


@pytest.fixture
def narrow(monkeypatch):
    """The 64 features of "conv" are a wide tap, and 16 of them are not."""
    monkeypatch.setattr("keras_phases.decoders.families.LINEAR_WIDTH", 16)
    monkeypatch.setattr("keras_phases.probes.recipe.PROBE_WIDTH", 16)


@pytest.mark.slow
def test_a_wide_tap_gets_patches_unless_linear_is_asked_for(narrow):
    model, rows = build_image_model(), draw_probe_rows()
    assert [plan.decoder for plan in build_exact_instrument(model, rows, ["conv"], "auto").plans] == ["patch"]
    assert [plan.decoder for plan in build_exact_instrument(model, rows, ["conv"], "linear").plans] == ["linear"]
    assert [plan.decoder for plan in build_exact_instrument(model, rows, ["conv"], ("linear", "patch")).plans] == [
        "linear",
        "patch",
    ]
    (alone,), (linear, patch) = (measure(model, rows, ["conv"], names) for names in ("auto", ["linear", "patch"]))
    features = [features_of(model, "conv", x) for x in (rows.x_fit, rows.x_heldout)]
    expected = expected_reconstruction(*features, rows, linear["ridge"])
    assert_close(linear["reconstruction_loss"], expected["reconstruction_loss"])
    assert alone["reconstruction_loss"] == patch["reconstruction_loss"]


def test_the_pooled_decoder_sees_area_averages_and_no_more():
    model, rows = build_image_model(), draw_probe_rows()
    (pooled,) = measure(model, rows, ["conv"], Pooled(max_features=16))
    maps = [features_of(model, "conv", x).reshape(-1, 2, 2, 2, 2, 4) for x in (rows.x_fit, rows.x_heldout)]
    features = [m.mean(axis=(2, 4)).reshape(-1, 16) for m in maps]
    expected = expected_reconstruction(*features, rows, pooled["ridge"])
    del expected["pca_bound"]  # of the whole tap, which bounds what its averages can do
    for name, value in expected.items():
        assert_close(pooled[name], value), name
    (whole,) = measure(model, rows, ["conv"])
    assert pooled["reconstruction_loss"] > whole["reconstruction_loss"]
    assert pooled["probe_loss"] == whole["probe_loss"]


def test_a_patch_decoder_fitted_on_all_positions_uses_them_all():
    model, rows = build_image_model(), draw_probe_rows()
    families = Patch(num_positions=None), Patch(), Patch(num_positions=1)
    every, default, few = (measure(model, rows, ["conv"], family) for family in families)
    assert every[0]["reconstruction_loss"] == default[0]["reconstruction_loss"]  # the map has 16
    assert few[0]["reconstruction_loss"] > every[0]["reconstruction_loss"]


def test_decoders_of_one_tap_share_its_linear_probe(monkeypatch):
    widths = []

    def fit(features, labels, **options):
        widths.append(features.shape[1])
        return fit_linear_probe(features, labels, **options)

    monkeypatch.setattr("keras_phases.probes.linear.fit_linear_probe", fit)
    records = measure(
        build_image_model(), draw_probe_rows(), ["conv", "hidden"], ["patch", "linear", Pooled(max_features=16)]
    )
    assert len(records) == 4
    assert widths == [64, 10]
    assert len({record["probe_loss"] for record in records}) == 2


@pytest.mark.parametrize("decoders", ["linear", ["linear", "patch"]], ids=str)
def test_a_linear_probe_that_fails_marks_all_rows_of_its_tap_and_leaves_the_rest(monkeypatch, decoders):
    def fail(features, labels, **options):
        raise np.linalg.LinAlgError

    monkeypatch.setattr("keras_phases.probes.linear.fit_linear_probe", fail)
    for record in measure(build_image_model(), draw_probe_rows(), ["conv"], decoders):
        assert "failed" in record["flags"]
        assert np.isnan(record["probe_loss"])
        assert np.isfinite(record["reconstruction_loss"])


def test_a_linear_probe_short_of_its_tolerance_is_marked(monkeypatch):
    monkeypatch.setattr("keras_phases.probes.linear.tolerance_at", lambda objective: 0.0)
    (record,) = measure(build_image_model(), draw_probe_rows())
    assert "probe_not_converged" in record["flags"]


def test_one_hot_labels_give_the_same_record():
    sparse = measure_plain()
    (one_hot,) = measure(build_image_model(loss="categorical_crossentropy"), draw_probe_rows(one_hot=3))
    assert_close(one_hot["model_loss"], sparse["model_loss"], relative=1e-6)
    names = ("model_accuracy", "probe_loss", "probe_accuracy", "reconstruction_loss")
    assert [one_hot[name] for name in names] == [sparse[name] for name in names]


@pytest.mark.parametrize(
    "loss", ["binary_crossentropy", "hinge", keras.losses.BinaryCrossentropy()], ids=["name", "hinge", "object"]
)
def test_one_output_has_the_loss_that_keras_evaluates(loss):
    rows = draw_probe_rows(classes=(0, 1))
    keras.utils.set_random_seed(0)
    inputs = keras.Input((8, 8, 1))
    x = keras.layers.Dense(10, name="hidden")(keras.layers.Flatten()(inputs))
    model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid", name="chance")(x))
    model.compile("sgd", loss)
    (record,) = measure(model, rows)
    assert_close(record["model_loss"], model.evaluate(rows.x_heldout, rows.y_heldout, verbose=0), relative=1e-5)
    cut = 0 if loss == "hinge" else 0.5
    expected = np.mean((np.array(model(rows.x_heldout))[:, 0] > cut) == rows.y_heldout)
    assert_close(record["model_accuracy"], expected, relative=1e-6)


def test_label_values_need_not_be_indices():
    model, rows = build_image_model(num_outputs=9), draw_probe_rows(classes=(3, 5, 8))
    model.get_layer("classes").set_weights([40 * w for w in model.get_layer("classes").get_weights()])
    (record,) = measure(model, rows)
    predicted = model(rows.x_heldout).numpy().argmax(axis=1)
    expected = np.mean(predicted == rows.y_heldout)
    assert 0 < expected < 1
    assert_close(record["model_accuracy"], expected, relative=1e-6)
    assert_close(record["probe_loss"], measure(model, draw_probe_rows())[0]["probe_loss"], relative=1e-6)


def test_the_model_is_right_about_classes_that_no_fit_row_has():
    model, rows = build_image_model(), draw_probe_rows()
    # Of the three classes the fit rows have 0 and 2.
    labels_fit = np.where(rows.labels_fit == 0, 0, 1)
    labels_heldout = np.array([0, -1, 1])[rows.labels_heldout]
    (record,) = measure(
        model,
        dataclasses.replace(rows, classes=np.array([0, 2]), labels_fit=labels_fit, labels_heldout=labels_heldout),
    )
    assert_close(record["model_accuracy"], expected_model(model, rows)["model_accuracy"], relative=1e-6)
    assert 0 < np.mean(model(rows.x_heldout).numpy().argmax(axis=1)[rows.labels_heldout == 1] == 1)
    assert 0 < record["probe_accuracy"] <= np.mean(labels_heldout >= 0)
    known = labels_heldout >= 0
    mean, scale = (
        features_of(model, "hidden", rows.x_fit).mean(0, float),
        features_of(model, "hidden", rows.x_fit).std(0),
    )
    options = {"solver": "newton-cg", "tol": 1e-8, "max_iter": 1000}
    # One logit of two classes instead of two: half the penalty.
    peer = LogisticRegression(C=2 / (record["probe_l2"] * NUM_FIT), **options)
    peer.fit((features_of(model, "hidden", rows.x_fit) - mean) / scale, labels_fit)
    log_probabilities = peer.predict_log_proba((features_of(model, "hidden", rows.x_heldout) - mean) / scale)
    assert_close(record["probe_loss"], -log_probabilities[known, labels_heldout[known]].mean())


def test_training_rows_that_are_held_out_are_marked():
    (record,) = measure(build_image_model(), draw_probe_rows(heldout="training"))
    assert "training_heldout" in record["flags"]
    assert "training_heldout" not in measure_plain()["flags"]


@pytest.mark.filterwarnings("ignore:No linear probe")
def test_without_labels_the_reconstruction_stays():
    (record,) = measure(build_image_model(), without_labels(draw_probe_rows()))
    assert "no_labels" in record["flags"]
    assert record["reconstruction_loss"] == measure_plain()["reconstruction_loss"]
    names = ("probe_loss", "probe_accuracy", "model_loss", "model_accuracy")
    np.testing.assert_array_equal([record[name] for name in names], np.full(4, np.nan))


@pytest.mark.first_case
@pytest.mark.parametrize("layer", ["hidden", "flat"])
def test_labels_that_each_may_hold_have_the_columns_of_scikit_learn(layer):
    model, rows = (
        build_image_model(num_outputs=2, loss="binary_crossentropy"),
        labelled("multilabel", draw_probe_rows()),
    )
    (record,) = measure(model, rows, [layer])
    fit, heldout = (features_of(model, layer, x).astype(np.float64) for x in (rows.x_fit, rows.x_heldout))
    mean, scale = fit.mean(0), np.where(fit.std(0) > 0, fit.std(0), 1)
    options = {"C": 1 / (record["probe_l2"] * NUM_FIT), "solver": "newton-cg", "tol": 1e-8, "max_iter": 1000}
    peers = [LogisticRegression(**options).fit((fit - mean) / scale, column) for column in rows.labels_fit.T]
    chances = np.stack([peer.predict_proba((heldout - mean) / scale)[:, 1] for peer in peers], axis=1)
    y = rows.labels_heldout
    assert_close(record["probe_loss"], -np.mean(np.log(np.where(y == 1, chances, 1 - chances))), relative=2e-3)
    assert abs(record["probe_accuracy"] - np.mean((chances > 0.5) == y)) <= 1 / y.size
    assert 0.5 < record["probe_accuracy"] < 1
    outputs = np.clip(model(rows.x_heldout).numpy().astype(np.float64), 1e-7, 1 - 1e-7)
    assert_close(record["model_loss"], -np.mean(np.log(np.where(y == 1, outputs, 1 - outputs))), relative=1e-5)
    assert np.isnan(record["model_accuracy"])
    assert not record["flags"] & {"no_labels", "one_class", "probe_not_converged"}


def test_labels_that_are_numbers_have_a_ridge_regression():
    model, rows = build_image_model(num_outputs=2, loss="mse"), labelled("regression", draw_probe_rows())
    (record,) = measure(model, rows)
    fit, heldout = (features_of(model, "hidden", x).astype(np.float64) for x in (rows.x_fit, rows.x_heldout))
    mean, scale = fit.mean(0), np.where(fit.std(0) > 0, fit.std(0), 1)
    label_mean, label_scale = rows.labels_fit.mean(0, float), rows.labels_fit.std(0, dtype=float)
    Z, T = (fit - mean) / scale, (rows.labels_fit - label_mean) / label_scale
    peer = Ridge(alpha=choose_ridge_by_hat_matrices(Z, T)).fit(Z, T)
    predicted = peer.predict((heldout - mean) / scale) * label_scale + label_mean
    assert_close(record["probe_loss"], np.mean((predicted - rows.labels_heldout) ** 2))
    assert record["probe_loss"] < 0.8 * np.var(rows.labels_heldout, axis=0).mean()
    assert np.isnan([record["probe_accuracy"], record["model_accuracy"]]).all()
    outputs = model(rows.x_heldout).numpy()
    assert_close(record["model_loss"], np.mean((outputs - rows.y_heldout) ** 2), relative=1e-5)
    assert not record["flags"] & {"no_labels", "one_class", "probe_not_converged"}


@pytest.mark.filterwarnings("ignore:No linear probe")
def test_labels_of_no_kind_have_no_linear_probe():
    rows = dataclasses.replace(without_labels(draw_probe_rows()), task=None, y_heldout=draw_probe_rows().y_heldout)
    (record,) = measure(build_image_model(), rows)
    assert "no_labels" in record["flags"]
    assert np.isnan(record["probe_loss"]) and np.isfinite([record["reconstruction_loss"], record["model_loss"]]).all()


def test_one_class_has_no_linear_probe():
    with pytest.warns(PhaseWarning, match=r"No linear probe: all labels are 1\."):
        (record,) = measure(build_image_model(), draw_probe_rows(classes=(1,)))
    assert "one_class" in record["flags"]
    np.testing.assert_array_equal([record["probe_loss"], record["probe_accuracy"]], [np.nan, np.nan])
    assert np.isfinite([record["reconstruction_loss"], record["model_loss"], record["model_accuracy"]]).all()


def test_dead_and_dependent_features_are_marked():
    model, rows = build_image_model(), draw_probe_rows()
    kernel, bias = model.get_layer("hidden").get_weights()
    kernel[:, 0], bias[0] = 0, -1
    model.get_layer("hidden").set_weights([kernel, bias])
    (dead,) = measure(model, rows)
    assert ("constant_features" in dead["flags"], "rank_deficient" in dead["flags"]) == (True, False)
    kernel[:, 1], bias[1] = kernel[:, 2], bias[2]
    model.get_layer("hidden").set_weights([kernel, bias])
    (dependent,) = measure(model, rows)
    assert {"constant_features", "rank_deficient"} <= dependent["flags"]
    fit, heldout = (features_of(model, "hidden", x) for x in (rows.x_fit, rows.x_heldout))
    expected = expected_reconstruction(fit, heldout, rows, dependent["ridge"])
    expected |= expected_probe(fit, heldout, rows, dependent["probe_l2"])
    for name in ("reconstruction_loss", "probe_loss", "probe_accuracy"):
        assert_close(dependent[name], expected[name])


def test_all_features_dead_is_the_mean_image():
    model = build_image_model()
    model.get_layer("hidden").set_weights([np.zeros((64, 10)), -np.ones(10)])
    (record,) = measure(model, draw_probe_rows())
    assert_close(record["reconstruction_loss"], record["mean_image_loss"], relative=1e-6)
    assert abs(record["explained_variance"]) < 1e-6
    assert record["degrees_of_freedom"] == 0


@pytest.mark.parametrize("bad", [np.nan, np.inf], ids=str)
def test_weights_that_are_not_finite_mark_their_layers_alone(bad):
    # Not through a ReLU: TensorFlow's makes 0 of NaN, so that the feature is dead and the model goes on.
    model, rows = build_image_model(activation="tanh" if np.isnan(bad) else "linear"), draw_probe_rows()
    kernel, bias = model.get_layer("hidden").get_weights()
    bias[3] = bad
    model.get_layer("hidden").set_weights([kernel, bias])
    conv, hidden = measure(model, rows, ["conv", "hidden"])
    assert "nonfinite_features" in hidden["flags"]
    assert "nonfinite_features" not in conv["flags"]
    measured = [name for name in COLUMNS if name.startswith(("reconstruction", "probe_loss", "probe_acc", "explained"))]
    assert np.isnan([hidden[name] for name in measured]).all()
    # NaN of every class is no prediction of class 0.
    assert np.isnan(hidden["model_accuracy"])
    (healthy, _) = measure(build_image_model(), rows, ["conv", "hidden"])
    names = ("reconstruction_loss", "probe_loss", "probe_accuracy", "mean_image_loss")
    assert [conv[name] for name in names] == [healthy[name] for name in names]


def test_heldout_features_that_overflow_are_marked():
    model, rows = build_image_model(), draw_probe_rows()
    kernel, bias = model.get_layer("hidden").get_weights()
    model.get_layer("hidden").set_weights([1e30 * kernel, bias])
    x = rows.x_heldout.copy()
    x[5] = 1e10
    (record,) = measure(model, dataclasses.replace(rows, x_heldout=x, inputs_heldout=x))
    assert "nonfinite_features" in record["flags"]
    assert np.isnan([record["probe_loss"], record["probe_accuracy"], record["model_accuracy"]]).all()


def test_images_that_are_all_the_same_are_marked():
    rows = draw_probe_rows()
    same = {name: np.full_like(getattr(rows, name), 0.3) for name in ("x_fit", "x_heldout")}
    rows = dataclasses.replace(rows, **same, inputs_fit=None, inputs_heldout=None)
    with pytest.warns(PhaseWarning, match="All inputs are the same"):
        (record,) = measure(build_image_model(), rows)
    assert {"constant_target", "constant_features"} <= record["flags"]
    assert np.isnan(record["explained_variance"])
    assert record["reconstruction_loss"] < 1e-12


@pytest.mark.slow
def test_large_inputs_are_reconstructed_smaller_by_global_decoders_and_whole_by_patches():
    rows = draw_probe_rows(size=96)
    keras.utils.set_random_seed(0)
    inputs = keras.Input((96, 96, 1))
    x = keras.layers.Conv2D(2, 3, strides=8, padding="same", name="conv")(inputs)
    x = keras.layers.GlobalAveragePooling2D(name="features")(x)
    model = keras.Model(inputs, keras.layers.Dense(3, name="classes")(x))
    patch, linear = measure(model, rows, ["conv", "features"], ("patch",))
    assert ("target_resized" in linear["flags"], "target_resized" in patch["flags"]) == (True, False)
    small = [x.reshape(len(x), 32, 3, 32, 3).mean(axis=(2, 4)) for x in (rows.x_fit, rows.x_heldout)]
    assert_close(linear["mean_image_loss"], np.mean((small[1] - small[0].mean(0, float)) ** 2))
    assert_close(patch["mean_image_loss"], np.mean((rows.x_heldout - rows.x_fit.mean(0, float)) ** 2))
    features = [features_of(model, "features", x) for x in (rows.x_fit, rows.x_heldout)]
    shrunk = dataclasses.replace(rows, x_fit=small[0], x_heldout=small[1], inputs_fit=None, inputs_heldout=None)
    expected = expected_reconstruction(*features, shrunk, linear["ridge"])
    assert_close(linear["reconstruction_loss"], expected["reconstruction_loss"])


@pytest.mark.slow
def test_inputs_that_the_grid_does_not_divide_are_cropped():
    rows = draw_probe_rows(size=11)
    model = build_image_model(size=11)  # a grid of 6 x 6: tiles of one pixel in the middle of 11 x 11
    (record,) = measure(model, rows, ["conv"], ("patch",))
    assert "target_cropped" in record["flags"]
    inner = [x[:, 2:8, 2:8] for x in (rows.x_fit, rows.x_heldout)]
    assert_close(record["mean_image_loss"], np.mean((inner[1] - inner[0].mean(0, float)) ** 2))


@pytest.mark.slow
def test_what_float32_cannot_tell_apart_is_measured_in_float64(monkeypatch):
    model, rows = build_image_model(), draw_probe_rows()
    kernel, bias = model.get_layer("hidden").get_weights()
    kernel[:, 1] = kernel[:, 0] * (1 + 1e-5)
    model.get_layer("hidden").set_weights([kernel, bias])
    instrument = build_exact_instrument(model, rows, ["conv", "hidden"], ("linear",))
    calls, extract = [], FeatureExtractor.__call__
    monkeypatch.setattr(FeatureExtractor, "__call__", lambda self, x: calls.append(len(x)) or extract(self, x))
    first, second = values_of(instrument), values_of(instrument)
    num_batches = NUM_FIT // BATCH_SIZE, NUM_HELDOUT // BATCH_SIZE
    # One more pass over the fit rows each time: nothing of an earlier step decides.
    assert len(calls) == 4 * num_batches[0] + 2 * num_batches[1]
    assert [row.layer for row in instrument.measure(0, 0).rows if "float64_sums" in row.flags] == ["hidden"]
    kept = [index for index, name in enumerate(COLUMNS) if name != "probe_seconds"]
    np.testing.assert_array_equal(first[:, kept], second[:, kept])
    record = dict(zip(COLUMNS, second[1].tolist(), strict=True))
    assert "float64_sums" in schema.unpack_flags(record["flags"])
    fit, heldout = (features_of(model, "hidden", x) for x in (rows.x_fit, rows.x_heldout))
    expected = expected_reconstruction(fit, heldout, rows, record["ridge"])
    assert_close(record["reconstruction_loss"], expected["reconstruction_loss"], relative=1e-4)
