"""What is measured of a model, from what a fit would feed it and the loss that it is compiled with."""

import keras
import numpy as np
import pytest
from builders.models import features_of
from builders.tolerance import assert_close
from keras import layers, losses

from keras_phases.measure.choice import choose_instrument
from keras_phases.measure.settings import ProbeSettings
from keras_phases.probes import fit_linear_probe, score_outputs
from keras_phases.record import console

SPARSE = losses.SparseCategoricalCrossentropy(from_logits=True)
NUM_ROWS, NUM_HELDOUT = 96, 48


def draw(num_rows, seed):
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 4, num_rows)
    shapes = np.random.default_rng(99).normal(size=(4, 6, 6, 1))
    return (shapes[y] + rng.normal(size=(num_rows, 6, 6, 1))).astype("float32"), y


(X, Y), (X_HELDOUT, Y_HELDOUT) = draw(NUM_ROWS, 0), draw(NUM_HELDOUT, 1)


def build(loss=SPARSE, *, num_outputs=4, wrap=lambda output: output, activation=None):
    keras.utils.set_random_seed(0)
    photo = keras.Input((6, 6, 1), name="photo")
    hidden = layers.Dense(7, "relu", name="hidden")(layers.Flatten()(photo))
    model = keras.Model(photo, wrap(layers.Dense(num_outputs, activation, name="label")(hidden)))
    model.compile("sgd", loss)
    return model


def choose(model, *fed, **knobs):
    """The `Instrument` of a model on `(x, y, x_heldout, y_heldout)`, as a fit on them would have it."""
    knobs = {"layers": ["hidden"], "images": 0, "quantities": None, "probe_batch_size": 16} | knobs
    return choose_instrument(ProbeSettings(**knobs), model, dict(zip(("x", "y", "val_x", "val_y"), fed, strict=True)))


def measure(instrument):
    """The metrics of its last row by name, without the seconds."""
    metrics = instrument.measure(0, 0.0).rows[-1].metrics
    return {name: value for name, value in metrics.items() if name != "probe_seconds"}


@pytest.mark.filterwarnings("ignore::keras_phases.warning.PhaseWarning")  # of few rows
def test_a_model_that_takes_a_fixed_number_of_rows_is_measured_by_as_many():
    stack = [keras.Input(batch_shape=(8, 6, 1)), layers.LSTM(3, stateful=True, name="hidden"), layers.Dense(4)]
    model = keras.Sequential(stack)
    model.compile("sgd", SPARSE)
    fed = [part[:, :, 0] if part.ndim > 2 else part for part in (X, Y, X_HELDOUT, Y_HELDOUT)]
    instrument = choose(model, *fed, probe_batch_size=32)
    assert instrument.batch_size == 8 and np.isfinite(measure(instrument)["reconstruction_loss"])
    with pytest.raises(ValueError, match=r"takes 8 rows at a time, and there are 5 .*validation_data"):
        choose(model, *fed[:2], *(part[:5] for part in fed[2:]))


@pytest.fixture(scope="module")
def plain():
    """All columns of bare labels and a bare loss."""
    return measure(choose(build(), X, Y, X_HELDOUT, Y_HELDOUT, quantities="auto"))


def in_dict(output):
    return {"label": output}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("contain", "loss", "wrap"),
    [
        (lambda y: [y], [SPARSE], lambda output: output),
        (lambda y: (y,), SPARSE, lambda output: [output]),
        (lambda y: {"label": y}, {"label": SPARSE}, in_dict),
        (lambda y: {"label": y[:, None]}, SPARSE, in_dict),
        (lambda y: {"head": {"label": y}}, {"head": {"label": SPARSE}}, lambda output: {"head": in_dict(output)}),
    ],
    ids=["list", "tuple", "dict", "column in a dict", "nested dict"],
)
def test_label_containers_and_loss_containers_are_as_bare_ones(plain, contain, loss, wrap):
    instrument = choose(build(loss, wrap=wrap), X, contain(Y), X_HELDOUT, contain(Y_HELDOUT), quantities="auto")
    found = measure(instrument)
    assert found == plain and 0 < found["probe_accuracy"] and {"model_loss", "model_accuracy"} <= found.keys()
    assert {"gradient_rows", "reconstruction_loss_difficulty_hard", "reconstruction_loss_class_3"} <= found.keys()


def test_loss_containers_with_one_loss_for_several_outputs(plain):
    model = build([None, SPARSE], wrap=lambda output: [layers.Dense(3)(output), output])
    found = measure(choose(model, X, Y, X_HELDOUT, Y_HELDOUT))
    assert found == {name: plain[name] for name in found} and "model_accuracy" in found


@pytest.mark.slow
def test_ignore_class_leaves_rows_out_of_all_that_reads_labels(capsys):
    mark, loss = -1, losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class=-1)
    fed = [np.where(np.arange(len(y)) % 3 == 0, mark, y) for y in (Y, Y_HELDOUT)]
    model = build(loss)
    instrument = choose(
        model, X, fed[0], X_HELDOUT, fed[1], quantities="all", transfer={"sign": lambda x: x[:, 0, 0, 0] > 0}
    )
    found, rows = measure(instrument), instrument.rows
    known = [labels >= 0 for labels in (rows.labels_fit, rows.labels_heldout)]
    assert rows.classes.tolist() == [0, 1, 2, 3] and [part.sum() for part in known] == [64, 32]
    # The probe is that of the rows with a label, and further label sets are of all rows.
    features = [features_of(model, "hidden", x) for x in (rows.x_fit, rows.x_heldout)]
    probe = fit_linear_probe(features[0][known[0]], rows.labels_fit[known[0]], num_classes=4)
    labels = rows.labels_heldout[known[1]]
    loss, accuracy = score_outputs("classes", probe.outputs(features[1][known[1]]), labels)
    assert_close(found["probe_loss"], loss, relative=1e-3)
    assert found["probe_accuracy"] == pytest.approx(accuracy)
    sign = [x[:, 0, 0, 0] > 0 for x in (rows.x_fit, rows.x_heldout)]
    probe = fit_linear_probe(features[0], sign[0].astype(int), num_classes=2)
    assert_close(
        found["transfer_sign_loss"], score_outputs("classes", probe.outputs(features[1]), sign[1] * 1)[0], 1e-3
    )
    logits = model.predict(rows.x_heldout, verbose=0)
    assert found["model_accuracy"] == pytest.approx(np.mean(logits.argmax(1)[known[1]] == labels))
    assert_close(found["model_loss"], model.evaluate(rows.x_heldout, rows.y_heldout, 48, verbose=0), relative=1e-5)
    shares = np.bincount(labels, minlength=4) / NUM_HELDOUT
    by_class = [found[f"reconstruction_loss_class_{label}"] for label in range(4)]
    assert np.isfinite(by_class).all() and sum(shares) == pytest.approx(2 / 3)
    assert 0 < found["loss_share_hardest_10"] < 1 and 1 < found["gradient_rows"] <= 64
    assert np.isfinite([found["label_information"], found["reconstruction_loss_difficulty_easy"]]).all()
    console.print_taps(instrument, 1, "logs")
    assert "leaves out 32 of 96 fit rows and 16 of 48 held-out rows" in capsys.readouterr().out


def test_ignore_class_with_trained_probes_and_decoders():
    loss = losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class=255)
    fed = [np.where(np.arange(len(y)) % 3 == 0, 255, y).astype("uint8") for y in (Y, Y_HELDOUT)]
    instrument = choose(build(loss), X, fed[0], X_HELDOUT, fed[1], protocol="paper", images=4)
    found = measure(instrument)
    assert 0 < found["probe_accuracy"] < 1 and np.isfinite(found["reconstruction_loss"])
    labels = instrument.gallery.layout.labels
    assert [label == "none" for label in labels] == (instrument.rows.labels_heldout[:4] < 0).tolist()


def test_soft_labels_are_probed_as_the_hard_ones(plain, capsys):
    hard = ("probe_loss", "probe_accuracy", "reconstruction_loss_class_2", "model_accuracy")
    shares = [0.9 * np.eye(4, dtype="float32")[y] + 0.025 for y in (Y, Y_HELDOUT)]
    instrument = choose(
        build(losses.CategoricalCrossentropy(from_logits=True)), X, shares[0], X_HELDOUT, shares[1], quantities="class"
    )
    found = measure(instrument)
    assert instrument.rows.task == "classes" and set(hard) <= found.keys()
    assert {name: found[name] for name in hard} == {name: plain[name] for name in hard}
    console.print_taps(instrument, 1, "logs")
    assert "Labels are shares of classes, of which the likeliest counts." in capsys.readouterr().out


def test_soft_labels_of_one_output_have_both_accuracies():
    fed = [(y > 1) * 0.9 + 0.05 for y in (Y, Y_HELDOUT)]
    model = build("binary_crossentropy", num_outputs=1, activation="sigmoid")
    instrument = choose(model, X, fed[0], X_HELDOUT, fed[1])
    found, rows = measure(instrument), instrument.rows
    expected = np.mean((model.predict(rows.x_heldout, verbose=0)[:, 0] > 0.5) == rows.labels_heldout)
    assert found["model_accuracy"] == pytest.approx(expected) and found["probe_accuracy"] > 0.6


def test_labels_by_value_and_huge_labels_have_a_probe_of_values(capsys):
    fed = [np.rint(x.mean((1, 2, 3)) * 1000).astype("int64") for x in (X, X_HELDOUT)]
    found = measure(choose(build("mse", num_outputs=1), X, fed[0], X_HELDOUT, fed[1]))
    shifted = measure(choose(build("mse", num_outputs=1), X, fed[0] + 1e-3, X_HELDOUT, fed[1] + 1e-3))
    assert "probe_accuracy" not in found or np.isnan(found["probe_accuracy"])
    assert_close(found["probe_loss"], shifted["probe_loss"], relative=1e-2)
    instrument = choose(build("mse", num_outputs=1), X, fed[0] * 1e27, X_HELDOUT, fed[1] * 1e27)
    assert np.isnan(measure(instrument)["probe_loss"]) and instrument.rows.task == "regression"
    console.print_taps(instrument, 1, "logs")
    assert "squared error is beyond float32" in capsys.readouterr().out


EXTRA = {
    "before": {"aa": lambda n: np.ones((n, 2), "float32")},
    "behind": {"zz": lambda n: np.ones((n, 2), "float32")},
    "text": {"id": lambda n: np.array([f"row {k}" for k in range(n)])},
    "an image": {"depth": lambda n: np.ones((n, 6, 6, 1), "float32")},
    "not finite": {"age": lambda n: np.full((n, 1), np.nan, "float32")},
}


@pytest.mark.first_case
@pytest.mark.filterwarnings(r"ignore:[\s\S]*structure of `inputs` doesn't match")  # Keras's own
@pytest.mark.parametrize("kind", EXTRA)
def test_dict_extra_key_changes_nothing(plain, kind):
    def feed(x, keys):
        return {key: make(len(x)) for key, make in keys.items()} | {"photo": x}

    if kind == "text" and keras.backend.backend() != "tensorflow":
        pytest.skip("no tensors of text there, and no training on a dict that holds some")
    # The validation rows need not have it.
    for keys in (EXTRA[kind], {}):
        instrument = choose(build(), feed(X, EXTRA[kind]), Y, feed(X_HELDOUT, keys), Y_HELDOUT, layers="auto")
        assert [plan.tap.name for plan in instrument.plans] == ["hidden"] and instrument.rows.x_fit.shape == (
            96,
            6,
            6,
            1,
        )
        found = measure(instrument)
        assert found == {name: plain[name] for name in found}


def test_dict_extra_key_leaves_the_blocks_of_the_right_input():
    photo, table = keras.Input((6, 6, 1), name="photo"), keras.Input((5,), name="table")
    seen = layers.Dense(6, name="seen")(layers.Flatten()(layers.Conv2D(3, 3, name="conv")(photo)))
    known = layers.Dense(4, name="known")(table)
    joined = layers.Dense(4, name="label")(layers.Dense(6, name="hidden")(layers.Concatenate()([seen, known])))
    fed = {"photo": X, "table": X[:, 0, :5, 0]}
    extra = {"aa": X[:, 0], "b": X[:, 1]}
    found = []
    for inputs in ([photo, table], [table, photo], {"table": table, "photo": photo}):
        model = keras.Model(inputs, joined)
        model.compile("sgd", SPARSE)
        for x in (fed, {**extra, **fed}) if isinstance(inputs, list) else (fed,):
            instrument = choose(model, x, Y, None, None, layers="auto", max_heldout=16)
            found.append([plan.tap.name for plan in instrument.plans])
    assert set(map(tuple, found)) == {("conv", "seen", "hidden")}


class ReadsOne(keras.Model):
    """Tells nobody which of the arrays that it is fed it reads."""

    def __init__(self):
        super().__init__()
        self.flat, self.hidden, self.label = layers.Flatten(), layers.Dense(6, name="hidden"), layers.Dense(4)

    def call(self, x):
        return self.label(self.hidden(self.flat(x["photo"])))


@pytest.mark.slow
def test_dict_extra_key_that_a_subclassed_model_does_not_read_is_not_reconstructed():
    fed, model = {"depth": X[::-1], "photo": X}, ReadsOne()
    model.compile("sgd", SPARSE)
    with pytest.raises(ValueError, match=r"'depth' would be .* depends on it, but on 'photo'.*pass target='photo'"):
        choose(model, fed, Y, None, None, max_heldout=16)
    assert choose(model, fed, Y, None, None, max_heldout=16, target="depth").plans
    found = [measure(choose(model, x, Y, None, None, max_heldout=16, target="photo")) for x in (fed, {"photo": X})]
    assert found[0] == found[1] and found[0]["explained_variance"] > 0.1


@pytest.mark.parametrize("encode", [lambda y: y, lambda y: np.eye(4, dtype="float32")[y]], ids=["indices", "one-hot"])
def test_ignore_class_by_a_class_weight_of_0_is_as_by_sample_weights(encode):
    loss = SPARSE if encode(Y).ndim == 1 else losses.CategoricalCrossentropy(from_logits=True)
    fed = {"x": X, "y": encode(Y), "val_x": X_HELDOUT, "val_y": encode(Y_HELDOUT)}
    settings = ProbeSettings(layers=["hidden"], images=0, quantities=None, probe_batch_size=16)
    by_rows = {"sample_weight": (Y != 3) * 1.0, "val_sample_weight": (Y_HELDOUT != 3) * 1.0}
    by_class, weighed = (
        choose_instrument(settings, build(loss), fed | weights)
        for weights in ({"class_weight": {1: 2.0, 3: 0.0}}, by_rows)
    )
    assert by_class.rows.classes.tolist() == [0, 1, 2] and "The loss leaves out" in by_class.rows.note
    assert measure(by_class) == measure(weighed)


@pytest.mark.first_case
@pytest.mark.parametrize("floatx", ["bfloat16", "float16", "float64"])
def test_loss_bfloat16_and_all_else_whatever_the_float_type_of_keras_is(floatx, plain):
    try:
        keras.config.set_floatx(floatx)
        keras.config.set_dtype_policy(floatx)
        found = measure(choose(build(), X, Y, X_HELDOUT, Y_HELDOUT))
    finally:
        keras.config.set_floatx("float32")
        keras.config.set_dtype_policy("float32")
    # The first weights are drawn in that type, so that they are others.
    for name in ("reconstruction_loss", "probe_loss", "model_loss"):
        assert_close(found[name], plain[name], relative=0.5)
    assert_close(found["mean_image_loss"], plain["mean_image_loss"], relative=1e-5)
