"""Transfer of checkpoints: the numbers, what is left alone, what is said, what is refused."""

import dataclasses
import functools
import math
import random
import sys
import types

import keras
import numpy as np
import pytest
from builders.steps import build_instrument
from builders.tolerance import assert_close
from keras import layers
from sklearn.linear_model import LogisticRegression

from keras_phases import PhaseHistory, evaluate_transfer
from keras_phases.checkpoints import loading
from keras_phases.checkpoints.loading import list_checkpoints
from keras_phases.checkpoints.ring import Checkpoint
from keras_phases.checkpoints.transfer import FineTune, TransferRow, TransferTable
from keras_phases.checkpoints.transfer.table import find_interval
from keras_phases.checkpoints.transfer.task import draw_fit_rows, labelled_rows
from keras_phases.data.probe_examples import Draws, draw_rows
from keras_phases.probes import fit_linear_probe
from keras_phases.record.schema import Layout, Row

STEPS = (0, 300)
L2 = 1e-3


@pytest.fixture(autouse=True)
def fixed_penalty(monkeypatch):
    """The one that is chosen depends on the order of the rows, which a table does not tell."""
    fit = functools.partial(fit_linear_probe, l2=L2)
    monkeypatch.setattr("keras_phases.checkpoints.transfer.frozen.fit_linear_probe", fit)


def build_model(seed=0, num_classes=4):
    keras.utils.set_random_seed(seed)
    inputs = x = keras.Input((8, 8, 1), name="image")
    x = layers.Conv2D(4, 3, strides=2, padding="same", name="conv")(x)
    x = layers.BatchNormalization(momentum=0.9, name="bn")(x)
    x = layers.ReLU(name="relu")(x)
    x = layers.Flatten(name="flat")(x)
    return keras.Model(inputs, layers.Dense(num_classes, name="logits")(x), name="small")


def draw_set(num_rows, num_classes, seed):
    rng = np.random.default_rng([seed, num_rows])
    shapes = np.random.default_rng(seed).standard_normal((num_classes, 8, 8, 1))
    y = rng.integers(num_classes, size=num_rows)
    return (0.4 * shapes[y] + rng.standard_normal((num_rows, 8, 8, 1))).astype("float32"), y


TARGET = draw_set(300, 3, 1), draw_set(120, 3, 1)
SOURCE = draw_set(256, 4, 2), draw_set(96, 4, 2)


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """`{step: path}` of weights with statistics of their own."""
    folder, found = tmp_path_factory.mktemp("checkpoints"), {}
    for seed, step in enumerate(STEPS):
        model, rng = build_model(seed), np.random.default_rng(seed)
        model.get_layer("bn").moving_mean.assign(rng.normal(size=4))
        model.get_layer("bn").moving_variance.assign(rng.uniform(0.5, 2, size=4))
        if step:  # the optimizer's state is in the file too
            model.compile("adam", "mse")
            model.optimizer.build(model.trainable_variables)
        found[step] = folder / f"step-{step}.weights.h5"
        model.save_weights(found[step])
    return found


def evaluate(saved, data=TARGET, **options):
    return evaluate_transfer(saved, data, **{"model": build_model(9), "verbose": 0, "seeds": 1} | options)


def loaded(path):
    model = build_model()
    model.load_weights(path)
    return model


def features_of(model, x, layer="relu"):
    return maps_of(model, x, layer).reshape(len(x), -1)


def maps_of(model, x, layer="conv"):
    return keras.ops.convert_to_numpy(keras.Model(model.input, model.get_layer(layer).output)(x))


def probe(features, labels, heldout, labels_heldout):
    """`(loss, accuracy)` of scikit-learn's logistic regression in float64, as many logits as classes."""
    mean, scale = features.mean(0, float), features.std(0, float)
    scale[scale == 0] = 1
    options = {"solver": "newton-cg", "tol": 1e-8, "max_iter": 1000}
    peer = LogisticRegression(C=1 / (L2 * len(labels)), **options).fit((features - mean) / scale, labels)
    found = peer.predict_log_proba((heldout - mean) / scale)
    return -found[np.arange(len(heldout)), labels_heldout].mean(), np.mean(found.argmax(1) == labels_heldout)


def test_frozen_accuracy_and_loss_are_those_that_scikit_learn_finds(saved):
    (x, y), (x_test, y_test) = TARGET
    table = evaluate(saved)
    assert [row.step for row in table.rows] == [0, 300] and table.layer == "relu"
    for row in table.rows:
        model = loaded(saved[row.step])
        loss, accuracy = probe(features_of(model, x), y, features_of(model, x_test), y_test)
        assert_close(row.transfer_loss, loss)
        # One row may lie on the border of two classes.
        assert row.transfer_accuracy == pytest.approx(accuracy, abs=1.01 / 120)
        # 1.96 binomial standard errors
        accuracy = row.transfer_accuracy
        half = 1.959964 * math.sqrt(accuracy * (1 - accuracy) / 120)
        assert_close([row.transfer_accuracy_low, row.transfer_accuracy_high], [accuracy - half, accuracy + half], 1e-6)
    assert table.rows[0].transfer_loss != table.rows[1].transfer_loss
    assert (table.num_examples, table.num_test, table.rows[0].seeds) == (300, 120, 1)


def test_each_seed_draws_fit_rows_of_its_own(saved):
    (x, y), (x_test, y_test) = TARGET
    (row,) = evaluate({0: saved[0]}, seeds=[3, 5, 8], max_examples=90).rows
    model, expected = loaded(saved[0]), []
    for draw in draw_fit_rows(labelled_rows(TARGET, "data"), [3, 5, 8], max_examples=90):
        assert len(set(draw.fit)) == 90 and sorted(draw.test) == list(range(120))
        expected.append(probe(features_of(model, x[draw.fit]), y[draw.fit], features_of(model, x_test), y_test))
    losses, accuracies = np.transpose(expected)
    assert len(set(losses)) == 3
    assert row.accuracies == pytest.approx(accuracies, abs=1.01 / 120)
    assert_close(row.transfer_loss, losses.mean())
    assert row.transfer_accuracy == pytest.approx(np.mean(row.accuracies))
    assert (row.transfer_accuracy_low, row.transfer_accuracy_high) == find_interval(row.accuracies, 120)


def test_with_no_more_rows_than_a_draw_there_is_one_draw_and_it_is_said(saved):
    table = evaluate({0: saved[0]}, seeds=4)
    assert table.rows[0].seeds == 1 and len(table.rows[0].accuracies) == 1
    assert "All rows are fit rows, so that seeds have nothing to draw." in str(table)


def normalised(model, x, mean, variance):
    """What the block gives with given statistics, by hand."""
    bn = model.get_layer("bn")
    gamma, beta = (np.asarray(keras.ops.convert_to_numpy(weights), float) for weights in (bn.gamma, bn.beta))
    maps = maps_of(model, x).astype(float)
    return np.maximum(gamma * (maps - mean) / np.sqrt(variance + bn.epsilon) + beta, 0).reshape(len(x), -1)


def test_batch_statistics_are_those_of_whole_target_batches(saved):
    (x, y), (x_test, y_test) = TARGET
    table = evaluate({300: saved[300]}, batch_norm="batch", probe_batch_size=32)
    (draw,) = draw_fit_rows(labelled_rows(TARGET, "data"), [0], max_examples=10_000, whole_batches_of=32)
    assert (len(draw.fit), len(draw.test)) == (table.num_examples, table.num_test) == (288, 96)
    model, found = loaded(saved[300]), []
    for images, rows in ((x, draw.fit), (x_test, draw.test)):
        parts = []
        for start in range(0, len(rows), 32):
            part = images[rows[start : start + 32]]
            maps = maps_of(model, part).astype(float)
            parts.append(normalised(model, part, maps.mean((0, 1, 2)), maps.var((0, 1, 2))))
        found.append(np.concatenate(parts))
    loss, accuracy = probe(found[0], y[draw.fit], found[1], y_test[draw.test])
    assert_close(table.rows[0].transfer_loss, loss)
    assert table.rows[0].transfer_accuracy == pytest.approx(accuracy, abs=1.01 / 96)
    assert loss != pytest.approx(evaluate({300: saved[300]}).rows[0].transfer_loss, rel=1e-3)


@pytest.fixture
def recalibration(monkeypatch):
    """Stands for the module that measures statistics anew; tells what it was called with."""
    called = []

    def recalibrate_batch_norm(model, x, *, batch_size=128):
        maps = maps_of(model, x)
        model.get_layer("bn").moving_mean.assign(maps.mean((0, 1, 2)))
        model.get_layer("bn").moving_variance.assign(maps.var((0, 1, 2)))
        called.append((x, batch_size))

    module = types.SimpleNamespace(recalibrate_batch_norm=recalibrate_batch_norm)
    monkeypatch.setitem(sys.modules, "keras_phases.network.batch_norm", module)
    return called


def test_recalibrated_statistics_are_those_of_source_rows(saved, recalibration):
    (x, y), (x_test, y_test) = TARGET
    table = evaluate(saved, batch_norm="recalibrate", source_data=SOURCE, probe_batch_size=64)
    assert len(recalibration) == 2
    for (rows, batch_size), row in zip(recalibration, table.rows, strict=True):
        assert batch_size == 64 and rows.shape == (256, 8, 8, 1)
        model = loaded(saved[row.step])
        maps = maps_of(model, SOURCE[0][0]).astype(float)
        features = [normalised(model, part, maps.mean((0, 1, 2)), maps.var((0, 1, 2))) for part in (x, x_test)]
        loss, accuracy = probe(features[0], y, features[1], y_test)
        assert_close(row.transfer_loss, loss)
        assert row.transfer_accuracy == pytest.approx(accuracy, abs=1.01 / 120)
    assert "statistics that were measured anew on source rows" in str(table) and "Warning" not in str(table)


def test_source_columns_are_those_of_a_probe_and_of_the_model(saved):
    table = evaluate(saved, source_data=SOURCE, probe_batch_size=32)
    (x, y), (x_test, y_test) = SOURCE
    for row in table.rows:
        model = loaded(saved[row.step])
        model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        rows, _ = draw_rows(x, y, x_test, y_test, draws=Draws(max_examples=256, max_heldout=96, batch_size=32, seed=0))
        options = {"decoders": "linear", "batch_norm": "batch", "batch_size": 32, "seed": 0}
        known = build_instrument(model, rows, layers=["relu"], **options).measure(0, 0).rows[0].metrics
        assert row.reconstruction_loss == pytest.approx(float(known["reconstruction_loss"]), rel=1e-6)
        assert row.source_accuracy == pytest.approx(float(known["model_accuracy"]))
        assert 0 < row.source_accuracy < 1
    plain = evaluate(saved)
    assert all(math.isnan(row.source_accuracy) and math.isnan(row.reconstruction_loss) for row in plain.rows)
    assert [row.transfer_loss for row in plain.rows] == [row.transfer_loss for row in table.rows]


def make_history(layer="relu"):
    metrics = ("reconstruction_loss", "model_accuracy")
    layout = Layout((Row("other", "linear", "primal", 4, 4), Row(layer, "linear", "primal", 4, 4)), metrics)
    values = np.array([[[9, 9], [0.5, 0.25]], [[9, 9], [0.4, 0.5]]], "float32")
    return PhaseHistory(layout, zip((0, 16), values, strict=True))


def test_a_history_supplies_the_source_columns_by_step(saved):
    first, second = evaluate(saved, history=make_history()).rows
    assert (first.source_accuracy, first.reconstruction_loss) == (0.25, 0.5)
    assert math.isnan(second.source_accuracy) and math.isnan(second.reconstruction_loss)
    with pytest.raises(ValueError, match=r"'relu' is not in this history\. Expected one of: 'other'.* as layer=\.\.\."):
        evaluate(saved, history=make_history("else"))


@pytest.mark.slow
def test_fine_tuning_learns_the_target_task_with_all_weights(saved):
    settings = FineTune(epochs=20, batch_size=50, learning_rate=0.05)
    table = evaluate(saved, mode=settings, seeds=2)
    untrained = evaluate(saved, mode=FineTune(steps=1, learning_rate=1e-9))
    for row, start in zip(table.rows, untrained.rows, strict=True):
        assert row.mode == "finetune" and row.batch_norm == "training" and row.seeds == 2
        assert row.transfer_accuracy > 0.75 > 0.55 > start.transfer_accuracy
    assert table.tuning == "120 steps of 50 rows, SGD with learning rate 0.05 and momentum 0.9"
    # A seed is the same whatever ran before, and another one is another training.
    (alone,) = evaluate({300: saved[300]}, mode=settings, seeds=[1]).rows
    assert alone.accuracies == table.rows[1].accuracies[1:]
    assert alone.transfer_loss != pytest.approx(table.rows[1].transfer_loss, rel=1e-6)


def test_steps_of_fine_tuning_are_those_of_sgd_with_momentum(saved):
    """Batches of all rows, whose order does not matter, beside a training of our own."""
    (x, y), (x_test, y_test) = TARGET
    (row,) = evaluate({0: saved[0]}, mode=FineTune(steps=3, batch_size=300, learning_rate=0.1), seeds=[4]).rows
    model = loaded(saved[0])
    kernel = keras.initializers.VarianceScaling(1 / 3, mode="fan_in", distribution="uniform", seed=4)((64, 3))
    head = keras.layers.Dense(3)
    tuned = keras.Model(model.input, head(model.get_layer("flat").output))
    head.set_weights([keras.ops.convert_to_numpy(kernel), np.zeros(3)])
    tuned.compile(keras.optimizers.SGD(0.1, momentum=0.9), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    for _ in range(3):
        tuned.train_on_batch(x, y)
    loss = tuned.evaluate(x_test, y_test, verbose=0)
    assert_close(row.transfer_loss, loss, 1e-4)


def test_the_head_stands_on_the_layer_that_is_named(saved):
    table = evaluate({0: saved[0]}, mode=FineTune(steps=2), layer="conv")
    assert table.layer == "conv" and np.isfinite(table.rows[0].transfer_loss)
    frozen = evaluate({0: saved[0]}, layer="conv").rows[0]
    model = loaded(saved[0])
    features = [features_of(model, x, "conv") for x in (TARGET[0][0], TARGET[1][0])]
    assert_close(frozen.transfer_loss, probe(features[0], TARGET[0][1], features[1], TARGET[1][1])[0])


@pytest.mark.parametrize("mode", ["frozen", FineTune(steps=2)], ids=["frozen", "finetune"])
def test_the_users_model_and_random_states_are_left_alone(saved, mode):
    model = build_model(9)
    model.get_layer("conv").trainable = False
    model.compile(keras.optimizers.SGD(0.1, momentum=0.9), "mse")
    model.optimizer.build(model.trainable_variables)
    states = random.getstate(), np.random.get_state()[1].copy()
    keras.random.normal((1,))  # makes the global generator
    before = [np.array(variable) for variable in (*model.variables, *model.optimizer.variables)]
    drawn = [np.random.default_rng(0).random(), random.Random(0).random()]
    generator = keras.src.backend.common.global_state.get_global_attribute("global_seed_generator")
    seed = np.array(generator.state)
    evaluate({0: saved[0]}, model=model, mode=mode)
    assert drawn[0] != drawn[1]
    after = [np.array(variable) for variable in (*model.variables, *model.optimizer.variables)]
    assert all(np.array_equal(one, two) for one, two in zip(before, after, strict=True))
    assert random.getstate() == states[0] and np.array_equal(np.random.get_state()[1], states[1])
    assert np.array_equal(seed, np.array(generator.state))
    assert not model.get_layer("conv").trainable and model.loss == "mse"
    assert "call" not in vars(model.get_layer("bn"))


def test_whole_models_bring_their_architecture(saved, tmp_path):
    model = loaded(saved[300])
    model.save(tmp_path / "epoch01-step0300-0.51.keras")
    (row,) = evaluate([tmp_path / "epoch01-step0300-0.51.keras"], model=None).rows
    assert row.step == 300
    assert row.transfer_loss == pytest.approx(evaluate({300: saved[300]}).rows[0].transfer_loss, rel=1e-6)


def test_a_folder_is_read_by_its_index(saved, monkeypatch):
    asked = []

    def load_index(path):
        asked.append(path)
        return [Checkpoint(step, path, recalibrated=True) for step, path in reversed(saved.items())]

    monkeypatch.setattr(loading, "load_index", load_index)
    for given in ("runs/best.weights.h5", saved[0].parent):
        found = list_checkpoints(given)
        assert [(one.step, one.path, one.recalibrated) for one in found] == [
            (step, saved[step], True) for step in STEPS
        ]
    assert asked == ["runs/best.weights.h5", saved[0].parent]
    assert [one.recalibrated for one in list_checkpoints([Checkpoint(0, saved[0], recalibrated=True)])] == [True]


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("step-300.weights.h5", 300),
        ("epoch03-batch0200-0.51.weights.h5", 200),
        ("vgg8.keras", 8),
        ("run.12.keras", 12),
        ("0000.weights.h5", 0),
        ("step100-rate5.0e-05.keras", 100),
    ],
)
def test_a_list_has_the_steps_in_its_names(tmp_path, name, step):
    (tmp_path / name).touch()
    assert [one.step for one in list_checkpoints([tmp_path / name])] == [step]
    assert [one.step for one in list_checkpoints(tmp_path)] == [step]


def make_row(step, transfer, low=0.0, high=1.0, *, source=math.nan, loss=math.nan, **options):
    fields = {"layer": "block5_relu", "mode": "frozen", "batch_norm": "inference", "seeds": 3}
    fields |= {"recalibrated": False, **options}
    return TransferRow(
        step=step,
        source_accuracy=source,
        reconstruction_loss=loss,
        transfer_accuracy=transfer,
        transfer_accuracy_low=low,
        transfer_accuracy_high=high,
        transfer_loss=1 - transfer,
        accuracies=(transfer,),
        **fields,
    )


def make_table(rows, **options):
    fields = {"tuning": None, "has_batch_norm": True, "has_one_draw": False} | options
    return TransferTable(tuple(rows), "vgg8", num_examples=10_000, num_test=2_000, **fields)


ROWS = (
    make_row(0, 0.79, 0.78, 0.80, source=0.1, loss=0.59),
    make_row(128, 0.83, 0.82, 0.84, source=0.45, loss=0.51),
    make_row(1024, 0.85, 0.84, 0.86, source=0.61, loss=0.52),
    make_row(8192, 0.80, 0.79, 0.81, source=0.68, loss=0.69),
    make_row(65536, 0.77, 0.76, 0.78, source=0.67, loss=0.79),
)


def test_the_table_marks_what_is_best_at_what():
    table = make_table(ROWS)
    assert table.best.step == 1024
    assert table.marks == {
        (128, "block5_relu"): ("reconstruction minimum",),
        (8192, "block5_relu"): ("best on source",),
        (1024, "block5_relu"): ("best for transfer",),
        (65536, "block5_relu"): ("last",),
    }
    lines = str(table).splitlines()
    assert lines[0] == "Transfer of 'vgg8' by frozen features, layer 'block5_relu'"
    line = next(line for line in lines if line.strip().startswith("1,024"))
    assert line.split() == "1,024 0.610 0.52 0.8500 0.8400 to 0.8600 0.15 best for transfer".split()
    assert "Step 1,024 is 0.0800 more accurate than the last, 65,536." in lines
    # 1.96 sqrt(0.85 0.15 / 2,000)
    chance = "on the same test rows, whose choice alone leaves 0.0156 either way."
    assert f"Mean and Student's t interval over 3 draws of the fit rows, {chance}" in lines
    assert "Exact linear probe on 10,000 fit rows, judged on 2,000 test rows." in lines


def test_the_table_says_what_holds_for_frozen_and_what_for_tuned_features():
    frozen = str(make_table(ROWS))
    assert "Of fine-tuning it says nothing: full fine-tuning can still gain from longer pre-training" in frozen
    tuned = make_table(
        [dataclasses.replace(row, mode="finetune", batch_norm="training") for row in ROWS],
        tuning=FineTune().describe(999),
    )
    assert "This holds for fine-tuning of all weights, which can still gain from longer pre-training" in str(tuned)
    assert "trained on 10,000 rows for 80 steps of 128 rows, SGD with learning rate 0.01 and momentum 0.9" in str(tuned)
    for text in (frozen, str(tuned)):
        assert "Deng et al., ICCV 2023, arXiv 2203.04668" in text


@pytest.mark.parametrize(
    ("options", "steps"),
    [
        ({}, "0, 128"),
        ({"recalibrated": True}, None),
        ({"batch_norm": "batch"}, None),
        ({"batch_norm": "recalibrate"}, None),
    ],
    ids=["moving", "recalibrated files", "batch", "recalibrate"],
)
def test_the_table_warns_of_statistics_that_have_not_settled(options, steps):
    text = str(make_table([dataclasses.replace(row, **options) for row in ROWS]))
    assert (f"Warning: at step {steps} moving statistics have not settled" in text) == (steps is not None)
    assert ("Warning" in text) == (steps is not None)
    assert "Warning" not in str(make_table(ROWS, has_batch_norm=False))


def test_intervals_that_overlap_are_called_so():
    near = (make_row(256, 0.80, 0.78, 0.82), make_row(512, 0.79, 0.77, 0.81))
    assert "The two intervals overlap: they may be equally good." in str(make_table(near))
    assert "overlap" not in str(make_table(ROWS))
    assert "more accurate than" not in str(make_table(near[:1]))
    equal = (make_row(256, 0.8), make_row(512, 0.8))
    assert "Step 256 is as accurate as the last, 512." in str(make_table(equal))


def test_checkpoints_that_give_no_finite_number_are_left_empty():
    nowhere = make_row(4, math.nan, math.nan, math.nan)
    assert make_table([nowhere]).best is None
    assert make_table([nowhere, ROWS[1]]).best is ROWS[1]
    assert "4 " in str(make_table([nowhere]))


def test_weights_that_are_not_finite_give_no_number(saved, tmp_path):
    model = loaded(saved[0])
    model.get_layer("conv").kernel.assign(np.full((3, 3, 1, 4), np.nan))
    model.save_weights(tmp_path / "step-900.weights.h5")
    table = evaluate({300: saved[300], 900: tmp_path / "step-900.weights.h5"})
    assert table.best.step == 300
    assert math.isnan(table.rows[1].transfer_accuracy) and math.isnan(table.rows[1].transfer_accuracy_high)


def test_the_table_is_a_dataframe():
    frame = make_table(ROWS).to_dataframe()
    assert list(frame) == [
        "step",
        "layer",
        "source_accuracy",
        "reconstruction_loss",
        "transfer_accuracy",
        "transfer_accuracy_low",
        "transfer_accuracy_high",
        "transfer_loss",
        "mode",
        "batch_norm",
        "seeds",
    ]
    assert frame["step"].tolist() == [row.step for row in ROWS]
    assert frame["transfer_accuracy_low"].tolist() == [row.transfer_accuracy_low for row in ROWS]


@pytest.mark.parametrize("options", [{}, {"size": (3.6, 4)}], ids=["usual", "narrow"])
def test_the_picture_shows_the_columns_over_log_steps(options):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = make_table(ROWS).plot(**options)
    lines = {line.get_gid(): line for axes in figure.axes for line in axes.get_lines()}
    assert {"transfer", "source_accuracy", "reconstruction_loss", "best", "best-step"} == set(lines)
    assert np.array_equal(lines["transfer"].get_xdata(), np.log1p([row.step for row in ROWS]))
    assert lines["transfer"].get_ydata().tolist() == [row.transfer_accuracy for row in ROWS]
    assert lines["best"].get_xdata()[0] == np.log1p(1024)
    assert len({lines[name].axes for name in ("transfer", "source_accuracy", "reconstruction_loss")}) == 3
    FigureCanvasAgg(figure).draw()
    labels = [label for axes in figure.axes for label in (*axes.get_yticklabels(), axes.xaxis.label, *axes.texts)]
    for artist in (*figure.artists, *figure.texts, *labels):
        box = artist.get_window_extent()
        assert 0 <= box.x0 and box.x1 <= figure.bbox.x1 and 0 <= box.y0 and box.y1 <= figure.bbox.y1


def test_the_picture_of_transfer_alone_has_one_panel(tmp_path):
    figure = make_table([make_row(7, 0.5, 0.4, 0.6)]).plot(title="one")
    figure.savefig(tmp_path / "one.png")
    assert len(figure.axes) == 1 and figure.texts[0].get_text() == "one"
    with pytest.raises(ValueError, match=r"size=\(0, 3\) is no"):
        make_table(ROWS).plot(size=(0, 3))


def test_the_interval_of_several_seeds_is_students():
    # Mean 0.6, standard deviation 0.1, the quantile of Student's t with two degrees of freedom 4.302653
    assert_close(find_interval([0.5, 0.6, 0.7], 10), [0.6 - 0.2484138, 0.6 + 0.2484138], 1e-6)
    assert find_interval([0.5, 0.5, 0.5], 10) == (0.5, 0.5)
    assert find_interval([0.9, 1.0], 10)[1] == 1.0


class Subclassed(keras.Model):
    def __init__(self, **options):
        super().__init__(**options)
        self.flat, self.hidden, self.logits = layers.Flatten(), layers.Dense(6, name="hidden"), layers.Dense(3)

    def call(self, x):
        return self.logits(self.hidden(self.flat(x)))


def test_a_subclassed_model_has_frozen_features_and_no_new_head(tmp_path):
    model = Subclassed(name="own")
    model(TARGET[0][0][:1])
    path = tmp_path / "step-500.weights.h5"
    model.save_weights(path)
    (row,) = evaluate([path], model=model, layer="hidden").rows
    features = [keras.ops.convert_to_numpy(model.hidden(model.flat(x))) for x, _ in TARGET]
    assert_close(row.transfer_loss, probe(features[0], TARGET[0][1], features[1], TARGET[1][1])[0])
    with pytest.raises(ValueError, match=r"Model '.*' is no Functional or Sequential model, so that a new head"):
        evaluate([path], model=model, layer="hidden", mode="finetune")


class Rigid(keras.Model):
    def __init__(self, width):
        super().__init__(name="rigid")
        self.dense = layers.Dense(width)

    def call(self, x):
        return self.dense(x)


ODD = np.zeros((10, 8, 8, 1), "float32")


@pytest.mark.first_case
@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"mode": "frozn"}, "mode is 'frozn'. Expected 'frozen', 'finetune', or FineTune"),
        ({"batch_norm": "moving"}, "batch_norm is 'moving'. Expected one of: 'inference', 'batch', 'recalibrate'"),
        ({"batch_norm": "recalibrate"}, "batch_norm is 'recalibrate' without source_data"),
        ({"batch_norm": "batch", "mode": "finetune"}, "batch_norm is 'batch' with fine-tuning"),
        ({"seeds": 0}, "seeds is 0. Expected the number of them, at least 1"),
        ({"seeds": []}, r"seeds is \[\]. Expected the number of them"),
        ({"seeds": [1, 1]}, r"seeds is \[1, 1\]. Expected the number of them, at least 1, or a list of different"),
        ({"seeds": "0,1"}, "seeds is '0,1'. Expected the number of them, at least 1, or a list of different integers"),
        ({"seeds": ["0", "1"]}, r"seeds is \['0', '1'\]. Expected .* a list of different integers from 0 on"),
        ({"history": "logs/run1"}, r"history is a str. Expected the PhaseHistory of the run; pass probe\.history, or"),
        ({"max_examples": 1}, "max_examples is 1. Expected an integer of at least 2"),
        ({"checkpoints": []}, r"checkpoints has none: \[\]. Expected a list"),
        ({"checkpoints": 3}, "checkpoints is a int. Expected a list"),
        ({"checkpoints": ["best.weights.h5"]}, "The name of checkpoint 'best.weights.h5' has no step"),
        ({"checkpoints": ["step-3.h5"]}, "checkpoints has 'step-3.h5'. Expected a list of .keras"),
        ({"checkpoints": {-1: "a.keras"}}, "checkpoints has the step -1"),
        ({"checkpoints": {1: None}}, "checkpoints has None. Expected"),
        ({"checkpoints": ["a-3.keras", "b-3.keras"]}, "checkpoints has several files of step 3"),
        ({"model": None}, "is no .keras file, and model is None. Expected the architecture too"),
        ({"model": "vgg8"}, "model is a str. Expected the keras.Model"),
        ({"model": Rigid(3)}, "Model 'rigid' cannot be copied"),
        ({"model": build_model(num_classes=5)}, "step-0.weights.h5' does not fit model 'small'"),
        ({"layer": "rellu"}, "rellu.*matches no layer"),
        (
            {"layer": ["conv", "relu"], "mode": "finetune"},
            "layer names 2 layers with fine-tuning: 'conv', 'relu'. Expected one",
        ),
        ({"data": TARGET[0]}, r"data is a tuple of another form. Expected \(\(x, y\), \(x_test, y_test\)\)"),
        ({"data": ((ODD, None), (ODD, None))}, "data has no y. Expected"),
        ({"data": ((ODD, np.arange(9) % 2), TARGET[1])}, "x and y of data have 10 rows and 9 rows"),
        (
            {"data": ((ODD[:, :4], np.arange(10) % 2), TARGET[1])},
            r"data has rows of shape \(4, 8, 1\), model 'small' takes",
        ),
        (
            {"data": (TARGET[0], (ODD[:, :4], np.arange(10) % 2))},
            r"x_test of data has rows of shape \(4, 8, 1\), model 'small' takes",
        ),
        (
            {"data": (([ODD, ODD], np.arange(10) % 2), TARGET[1])},
            r"data has 2 input\(s\), model 'small' takes 1: 'image'. Expected an array for each",
        ),
        ({"data": ((ODD, np.zeros(10, int)), TARGET[1])}, "data has one class in all fit rows: 0"),
        (
            {"data": ((ODD, np.arange(10) / 7), (ODD, np.arange(10) / 7))},
            "data has labels of task 'regression'. Expected class",
        ),
        ({"source_data": (SOURCE[0],)}, "source_data is a tuple of another form"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, dict) else "",
)
def test_what_cannot_be_evaluated_is_refused(saved, tmp_path, monkeypatch, options, message):
    given = options.get("checkpoints")
    if isinstance(given, list):
        monkeypatch.chdir(tmp_path)
        for name in given:
            (tmp_path / name).touch()
    arguments = {"checkpoints": saved, "data": TARGET, "model": build_model(9), "verbose": 0} | options
    with pytest.raises(ValueError, match=message):
        evaluate_transfer(arguments.pop("checkpoints"), arguments.pop("data"), **arguments)


def build_pair():
    """A model of two inputs, whose names are in another order than they are."""
    inputs = [keras.Input((size,), name=name) for name, size in (("right", 3), ("left", 2))]
    hidden = layers.Dense(4, name="hidden")(layers.Concatenate()(inputs))
    return keras.Model(inputs, layers.Dense(2)(hidden), name="pair")


def test_several_inputs_are_named_or_in_order(tmp_path):
    model, rng = build_pair(), np.random.default_rng(0)
    model.save_weights(tmp_path / "step-1.weights.h5")
    right, left, y = rng.normal(size=(40, 3)), rng.normal(size=(40, 2)), np.arange(40) % 2
    named, listed = ({"left": left, "right": right}, y), ([right, left], y)
    accuracies = {evaluate(tmp_path, (rows, rows), model=model).best.accuracies for rows in (named, listed)}
    assert len(accuracies) == 1
    for x, message in (
        (right, r"data has 1 input\(s\), model 'pair' takes 2: 'right', 'left'. Expected an array for each"),
        ([left, right], r"data has rows of shape \(2,\), model 'pair' takes \(3,\)"),
    ):
        with pytest.raises(ValueError, match=message):
            evaluate(tmp_path, ((x, y), (x, y)), model=model)


def test_one_file_that_is_no_ring_is_named(saved):
    with pytest.raises(FileNotFoundError, match=r"checkpoints is '.*step-0\.weights\.h5'\. .* Or pass \{step: path\}"):
        evaluate(saved[0])


def test_files_that_are_not_there_are_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"a-1\.keras', and 1 more is not there\. Expected"):
        evaluate([tmp_path / "a-1.keras", tmp_path / "a-2.keras"])


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"epochs": 0}, "epochs is 0"),
        ({"steps": 0}, "steps is 0"),
        ({"batch_size": 1.5}, "batch_size is 1.5"),
        ({"learning_rate": 0}, "learning_rate is 0. Expected a number above 0"),
        ({"learning_rate": "0.1"}, "learning_rate is '0.1'"),
        ({"weight_decay": -1}, "weight_decay is -1. Expected a number of at least 0"),
        ({"weight_decay": math.nan}, "weight_decay is nan"),
    ],
    ids=str,
)
def test_wrong_settings_of_fine_tuning_are_refused(settings, message):
    with pytest.raises(ValueError, match=message):
        FineTune(**settings)


def test_each_checkpoint_is_told_while_it_runs(saved, capsys):
    table = evaluate({0: saved[0]}, verbose=1)
    assert capsys.readouterr().out == f"step 0: transfer accuracy {table.rows[0].transfer_accuracy:.4f}\n"


@pytest.mark.slow
def test_several_layers_give_the_numbers_of_each_alone_and_are_ranked_by_loss(saved, capsys):
    options = {"source_data": SOURCE, "probe_batch_size": 32}
    table = evaluate(saved, layer=["relu", "conv"], verbose=1, **options)
    assert table.layers == ("conv", "relu") and [row.step for row in table.rows] == [*STEPS, *STEPS]
    alone = evaluate({300: saved[300]}, layer="conv", **options)
    assert table.rows_of("conv")[1:] == alone.rows and alone.layer == "conv"
    losses = [row.transfer_loss for row in table.ranking]
    assert losses == sorted(losses) and table.best.transfer_loss == losses[0] and table.layer == table.best.layer
    (row,) = evaluate({0: saved[0]}, layer="all").rows
    assert row.transfer_loss == table.rows_of("relu")[0].transfer_loss
    first, second, *_ = capsys.readouterr().out.splitlines()
    accuracies = ", ".join(f"{table.rows_of(layer)[0].transfer_accuracy:.4f} ({layer})" for layer in table.layers)
    assert first == f"step 0: transfer accuracy {accuracies}" and second.startswith("step 300:")
    lines = str(table).splitlines()
    assert lines[0] == "Transfer of 'small' by frozen features of 2 layers, the best first"
    assert lines[2].split()[:2] == [table.best.layer, str(table.best.step)]
    assert "best for transfer" in table.marks[table.best.step, table.best.layer]
    assert {name.get_gid() for name in table.plot().axes[0].get_lines()} >= {"transfer", "best"}


def test_of_two_the_one_of_less_loss_is_best_and_of_fine_tuned_ones_the_more_accurate():
    sure = dataclasses.replace(make_row(256, 0.80), transfer_loss=0.5)
    right = dataclasses.replace(make_row(512, 0.81), transfer_loss=0.6)
    assert make_table([sure, right]).best is sure
    assert "Step 256 is 0.0100 less accurate than the last, 512, by a probe of less loss." in str(
        make_table([sure, right])
    )
    assert make_table([sure, right], tuning="8 steps").best is right
