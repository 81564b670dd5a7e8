"""The paper protocol and trained decoders in real fits, on each backend: numbers, no trace, what is refused."""

import dataclasses
import itertools
import json
import re

import keras
import numpy as np
import pytest
from builders.fits import compile_settings, train_portable
from builders.models import EAGER, PLAIN, build_portable_model
from builders.references import train_by_numpy
from builders.rows import IMAGE_SHAPE, draw_images
from builders.steps import build_instrument
from builders.tolerance import assert_close
from builders.values import values_of

from keras_phases import At, Every, PhaseProbe, PhaseWarning, check
from keras_phases.callbacks import run_session
from keras_phases.data.probe_examples import Draws, draw_rows
from keras_phases.decoders import AdamLinear, ConvTransposeDecoder, Linear
from keras_phases.measure.cost import array_bytes
from keras_phases.measure.kept_features import KeptFeatures
from keras_phases.network.features import chunks
from keras_phases.probes.sgd import build_sgd_training
from keras_phases.record import schema
from keras_phases.record.run_record import Record

pytestmark = pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")

# What is the same code on every backend is tried on one: compiling a training for it takes seconds on the others.
on_one_backend = pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="tried on TensorFlow alone")

COLUMNS = schema.METRICS + schema.GROUP_METRICS
TRAINED = (AdamLinear(epochs=3, batch_size=64), ConvTransposeDecoder(epochs=2, channels=4))


def probe_of(folder, **options):
    settings = {"decoders": list(TRAINED), "protocol": "paper", "probe_batch_size": 8, "on_error": "raise"}
    return PhaseProbe(log_dir=folder, **settings | options)


@pytest.mark.slow
@pytest.mark.parametrize("jit", [True, False], ids=["jit", "no_jit"])
def test_training_is_the_same_bits_with_and_without_the_probe(jit, tmp_path):
    settings = compile_settings(1, jit)
    probe = probe_of(tmp_path, schedule=Every(3))
    plain, plain_logs = train_portable("momentum", settings)
    name = keras.layers.Dense(1).name
    probed, probed_logs = train_portable("momentum", settings, probe)
    assert keras.layers.Dense(1).name == name, "Keras's automatic names went on"
    assert [path for (path, ours), (_, theirs) in zip(plain, probed, strict=True) if ours != theirs] == []
    assert probed_logs == plain_logs
    assert probe.history.steps.tolist() == [0, 3, 6, 9, 12]
    assert {row.decoder for row in probe.history.layout.rows} == {"adam_linear", "deconv"}


@pytest.mark.slow
def test_random_states_and_optimizer_stay_too(tmp_path):
    model = build_portable_model()
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **PLAIN)
    report = check(model, *draw_images(64, 0), probe=probe_of(tmp_path), steps=3, batch_size=8, validation_split=0.25)
    report.raise_if_different()


def fit_once(folder, *, images=None, model=None, **options):
    """A probe that has measured step 0, of 128 fit and 64 held-out rows."""
    model = model or build_portable_model(flip=False)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **EAGER)
    probe = probe_of(folder, **{"schedule": At([0]), "probe_batch_size": 32} | options)
    x, y = draw_images(128, 1) if images is None else images
    model.fit(x, y, 128, verbose=0, callbacks=[probe], validation_data=draw_images(64, 2))
    return probe


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Runs whose records are held against each other: each protocol, and the paper's with the other's decoder."""
    folder = tmp_path_factory.mktemp("runs")
    kinds = {"exact": {"protocol": "exact"}, "paper": {}, "paper linear": {"decoders": Linear()}}
    common = {"decoders": "auto", "layers": "hidden"}
    return {name: fit_once(folder / name, **common | options) for name, options in kinds.items()}


def records(probe, place=0):
    """The rows of one probe step by layer and decoder, flags as a set."""
    found = {}
    for row, values in zip(probe.history.layout.rows, probe.history.records[place][1], strict=True):
        record = dict(zip(probe.history.layout.metrics, values.tolist(), strict=True))
        found[row.layer, row.decoder] = record | {"flags": set(schema.unpack_flags(record["flags"]))}
    return found


class Rows(keras.callbacks.Callback):
    """Features of the taps on fit and held-out rows at the start, as the probe takes them."""

    def __init__(self, probe):
        super().__init__()
        self.probe = probe

    def on_train_batch_begin(self, batch, logs=None):
        instrument = self.probe._session.instrument
        self.found = [
            [
                [keras.ops.convert_to_numpy(f) for f in features]
                for _, _, features, _ in chunks(instrument.extractor, x, 32)
            ]
            for x in (instrument.rows.x_fit, instrument.rows.x_heldout)
        ]


def test_every_column_is_what_numpy_makes_of_the_same_features(tmp_path):
    """One dense layer by Adam and the SGD probe, trained in float64 in the same order of rows."""
    model = build_portable_model(flip=False)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **EAGER)
    probe = probe_of(tmp_path, decoders=TRAINED[0], layers="hidden", schedule=At([0]), probe_batch_size=32)
    taken = Rows(probe)
    model.fit(*draw_images(128, 1), 128, verbose=0, callbacks=[taken, probe], validation_data=draw_images(64, 2))
    fit, heldout = (np.concatenate([chunk[0] for chunk in part]).reshape(-1, 12) for part in taken.found)
    instrument, record = probe._session.instrument, records(probe)["hidden", "adam_linear"]
    rows, (plan,) = instrument.rows, instrument.plans
    kernel, bias = train_by_numpy(plan.recipe.training, fit, rows.x_fit.reshape(128, -1))
    targets = rows.x_heldout.reshape(64, -1)
    losses = np.mean((heldout.astype(float) @ kernel + bias - targets) ** 2, axis=1)
    kernel, bias = train_by_numpy(build_sgd_training(12, 3), fit, rows.labels_fit, "classes")
    logits = heldout.astype(float) @ kernel + bias
    chances = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    expected = {
        "reconstruction_loss": losses.mean(),
        "reconstruction_stderr": losses.std(ddof=1) / 8,
        "explained_variance": 1 - losses.mean() / np.mean((targets - rows.x_fit.reshape(128, -1).mean(axis=0)) ** 2),
        "probe_loss": -np.log(chances[np.arange(64), rows.labels_heldout]).mean(),
        "probe_accuracy": np.mean(logits.argmax(axis=1) == rows.labels_heldout),
    } | {name: losses[group::20].mean() for group, name in enumerate(schema.GROUP_METRICS)}
    for name, value in expected.items():
        assert_close(record[name], value, relative=1e-5)
    # What only an exact decoder or probe has.
    assert [name for name in COLUMNS if record[name] != record[name]] == [
        *("ridge", "degrees_of_freedom", "reconstruction_loss_limit", "reconstruction_loss_limit_stderr", "probe_l2"),
    ]
    assert record["flags"] == set()


@pytest.mark.slow
def test_two_probe_steps_on_the_same_weights_give_the_same_numbers(tmp_path):
    instrument = fit_once(tmp_path)._session.instrument
    first = values_of(instrument)
    keras.utils.set_random_seed(99)  # what training draws in between does not matter
    second = values_of(instrument)
    kept = [index for index, name in enumerate(instrument.metrics) if name != "probe_seconds"]
    assert (
        first.shape == (4, len(instrument.metrics))
        and np.isfinite(first[:, COLUMNS.index("reconstruction_loss")]).all()
    )
    np.testing.assert_array_equal(first[:, kept], second[:, kept])


@pytest.mark.slow
def test_groups_measure_the_same_to_rounding(tmp_path):
    whole = fit_once(tmp_path, decoders=["linear", *TRAINED], protocol="exact")._session.instrument
    alone = dataclasses.replace(whole, groups=[[plan] for plan in whole.plans])
    assert len(alone.groups) == 6
    assert array_bytes(alone.groups, alone.sizes) <= array_bytes(whole.groups, whole.sizes)
    kept = [index for index, name in enumerate(COLUMNS) if name != "probe_seconds"]
    for ours, theirs in zip(values_of(alone)[:, kept], values_of(whole)[:, kept], strict=True):
        assert_close(ours, theirs, relative=1e-5)


@pytest.mark.slow
def test_beside_the_exact_decoder_training_shows_what_it_leaves(tmp_path):
    found = records(fit_once(tmp_path, protocol="exact", decoders=["linear", "adam_linear"], layers=["relu", "hidden"]))
    assert set(found) == set(itertools.product(("relu", "hidden"), ("linear", "adam_linear")))
    for layer in ("relu", "hidden"):
        exact, trained = found[layer, "linear"], found[layer, "adam_linear"]
        assert exact["reconstruction_loss"] < trained["reconstruction_loss"]
        shared = ("probe_loss", "probe_accuracy", "mean_image_loss", "pca_bound", "model_loss")
        assert [exact[name] for name in shared] == pytest.approx([trained[name] for name in shared], nan_ok=True)
        assert trained["flags"] == exact["flags"] - {"few_rows", "rank_deficient", "constant_features", "float64_sums"}


def test_the_pca_bound_is_one_of_linear_decoders(tmp_path):
    found = records(fit_once(tmp_path, layers="hidden"))
    assert found["hidden", "adam_linear"]["pca_bound"] > 0
    assert np.isnan(found["hidden", "deconv"]["pca_bound"])


@pytest.mark.slow
def test_auto_is_trained_and_probes_see_whole_taps_in_the_paper_protocol(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "keras_phases.probes.recipe.PROBE_WIDTH", 24
    )  # for 96 features of "relu", which are pooled otherwise
    paper = fit_once(tmp_path / "paper", decoders="auto", layers="relu").history.layout
    exact = fit_once(tmp_path / "exact", decoders="auto", layers="relu", protocol="exact").history.layout
    assert paper.rows == (schema.Row("relu", "adam_linear", "Adam, 20 epochs", 96, 96),)
    assert exact.rows == (schema.Row("relu", "linear", "primal", 96, 24),)
    assert (paper.run["protocol"], exact.run["protocol"]) == ("paper", "exact")


@pytest.mark.slow
def test_a_record_of_the_other_protocol_is_not_gone_on_with(runs):
    folder = runs["exact"].log_dir / "phases"
    with pytest.raises(ValueError, match=r"'hidden' \(linear, .*where now is 'hidden' \(adam_linear, Adam, 20 epochs"):
        Record(folder, runs["paper"].history.layout, resume=True).settle()
    # The same decoder, features and strategy: only the linear probe is another.
    with pytest.raises(ValueError, match=r"measured in another way: protocol was 'exact' and is 'paper'\."):
        Record(folder, runs["paper linear"].history.layout, resume=True).settle()


@on_one_backend
def test_a_record_without_a_protocol_is_exact(tmp_path, runs, monkeypatch):
    describe = run_session.describe_run

    def of_old(*arguments, **options):
        layout = describe(*arguments, **options)
        run = {name: value for name, value in layout.run.items() if name != "protocol"}
        return dataclasses.replace(layout, run=run)

    with monkeypatch.context() as patch:
        patch.setattr(run_session, "describe_run", of_old)
        fit_once(tmp_path / "old", decoders="auto", protocol="exact", layers="hidden")
    with pytest.raises(ValueError, match="protocol was 'exact' and is 'paper'"):
        Record(tmp_path / "old" / "phases", runs["paper linear"].history.layout, resume=True).settle()
    record = Record(tmp_path / "old" / "phases", runs["exact"].history.layout, resume=True)
    record.settle()
    assert record.history.steps.tolist() == [0, 1]
    record.close()


def test_a_probe_that_runs_off_is_marked_and_the_decoder_beside_it_is_not(tmp_path):
    keras.utils.set_random_seed(0)
    flat = [keras.Input(IMAGE_SHAPE), keras.layers.Flatten(), keras.layers.Dense(6, name="hidden")]
    model = keras.Sequential([*flat, keras.layers.Dense(2, name="numbers")])
    model.compile("sgd", "mse", **EAGER)
    # The curvature of the squared error is that of the features, which no longer suits the rate.
    model.get_layer("hidden").set_weights([30 * weight for weight in model.get_layer("hidden").get_weights()])
    probe = probe_of(tmp_path, decoders="adam_linear", layers="hidden", schedule=At([0]), probe_batch_size=32)
    x, _ = draw_images(128, 1)
    model.fit(x, x.mean(axis=(1, 2)), 128, verbose=0, callbacks=[probe], validation_split=0.5)
    (record,) = records(probe).values()
    assert np.isfinite(record["reconstruction_loss"])
    assert np.isnan(record["probe_loss"])
    assert record["flags"] == {"diverged"}


def test_a_decoder_that_runs_off_is_marked_and_the_probe_beside_it_is_not(tmp_path):
    decoders = [AdamLinear(learning_rate=1e30, epochs=2), ConvTransposeDecoder(epochs=1, channels=4)]
    found = records(fit_once(tmp_path, decoders=decoders, layers="hidden", protocol="exact"))
    wild, tame = found["hidden", "adam_linear"], found["hidden", "deconv"]
    assert wild["flags"] == {"diverged"} and np.isnan(wild["reconstruction_loss"])
    assert tame["flags"] == set() and np.isfinite(tame["reconstruction_loss"])
    assert np.isfinite(wild["probe_loss"])


def test_weights_that_are_not_finite_are_said_to_be(tmp_path):
    model = build_portable_model(flip=False)
    kernel, bias = model.get_layer("hidden").get_weights()
    model.get_layer("hidden").set_weights([kernel * np.nan, bias])
    found = records(fit_once(tmp_path, model=model, layers=["relu", "hidden"]))
    for (layer, _), record in found.items():
        assert ("nonfinite_features" in record["flags"]) == (layer == "hidden") == np.isnan(record["probe_loss"])
        assert "diverged" not in record["flags"]


@pytest.mark.slow
def test_rows_are_kept_once_for_each_tap(tmp_path, monkeypatch):
    made = []

    class Counted(KeptFeatures):
        def __init__(self, pooling):
            super().__init__(pooling)
            made.append((pooling.num_features, pooling.grid))

    monkeypatch.setattr("keras_phases.measure.kept_features.KeptFeatures", Counted)
    instrument = fit_once(
        tmp_path / "paper", decoders=["linear", *TRAINED], layers=["relu", "hidden"]
    )._session.instrument
    made.clear()
    values_of(instrument)
    assert sorted(made) == [(12, None), (96, None)]
    monkeypatch.setattr("keras_phases.probes.recipe.PROBE_WIDTH", 24)
    options = {"decoders": ["linear", *TRAINED], "layers": ["relu", "hidden"], "protocol": "exact"}
    instrument = fit_once(tmp_path / "exact", **options)._session.instrument
    made.clear()
    values_of(instrument)
    assert sorted(made, key=str) == [(12, None), (24, (2, 2)), (96, None)]


@pytest.mark.slow
@on_one_backend
def test_the_table_says_what_is_trained(tmp_path, capsys):
    probe = probe_of(tmp_path, decoders=["adam_linear", "deconv"], layers="hidden", schedule=At([99]))
    model = build_portable_model(flip=False)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **EAGER)
    model.fit(*draw_images(64, 1), 64, verbose=2, callbacks=[probe], validation_data=draw_images(64, 2))
    printed = capsys.readouterr().out
    assert re.search(r"hidden +12 +12 +adam_linear +Adam, 20 epochs +12 +\d+ MiB", printed)
    assert re.search(r"hidden +12 +12 +deconv +Adam, 20 epochs", printed)
    assert "Linear probe: 20 epochs of SGD on the features as they are, as in the paper." in printed
    warning = "Trained anew at every probe step, which may take minutes: 'adam_linear' decoders, 'deconv' decoders"
    assert f"{warning}, linear probes.\n" in printed


@pytest.mark.slow
def test_labels_of_other_kinds_are_trained_too(tmp_path):
    x, classes = draw_images(128, 1)
    model = build_portable_model(flip=False)
    for labels in (np.eye(3, dtype="f4")[classes] + np.eye(3, dtype="f4")[0], x.mean(axis=(1, 2)).astype("f4")):
        labels = np.minimum(labels, 1.0) if labels.shape[1] == 3 else labels
        head = keras.layers.Dense(labels.shape[1], name="outputs")
        own = keras.Model(model.inputs[0], head(model.get_layer("hidden").output))
        own.compile("sgd", "mse", **EAGER)
        probe = probe_of(tmp_path / str(labels.shape[1]), layers="hidden", schedule=At([0]), probe_batch_size=32)
        own.fit(x, labels, 128, verbose=0, callbacks=[probe], validation_split=0.5)
        for record in records(probe).values():
            assert np.isfinite(record["probe_loss"])
            assert not record["flags"] & {"probe_not_converged", "diverged"}


def test_the_paper_protocol_survives_the_record(runs):
    assert json.loads(schema.pack_layout(runs["paper"].history.layout))["run"]["protocol"] == "paper"


def test_a_tap_that_no_doubling_leads_from_is_refused_where_it_was_named_and_left_out_where_it_was_not():
    keras.utils.set_random_seed(0)
    inputs = x = keras.Input((12, 12, 1))
    x = keras.layers.Conv2D(3, 3, strides=2, padding="same", name="halved")(x)
    x = keras.layers.Dense(5, name="hidden")(keras.layers.Flatten()(x))
    model = keras.Model(inputs, keras.layers.Dense(3, name="classes")(x))
    rng = np.random.default_rng(0)
    x, y = rng.standard_normal((96, 12, 12, 1)).astype("f4"), np.arange(96) % 3
    rows, batch_size = draw_rows(x, y, None, None, draws=Draws(max_examples=64, max_heldout=32, batch_size=16, seed=0))
    options = {"decoders": "deconv", "batch_norm": "batch", "batch_size": batch_size, "seed": 0}
    with pytest.raises(ValueError, match=r"tap 'hidden' doubles the sides of its grid, 1 x 1, up to .* 12 x 12; no n"):
        build_instrument(model, rows, layers=["halved", "hidden"], **options)
    with pytest.warns(PhaseWarning, match=r"tap 'hidden' doubles .* It is not measured"):
        instrument = build_instrument(model, rows, layers="auto", **options)
    assert [plan.tap.name for plan in instrument.plans] == ["halved"]
