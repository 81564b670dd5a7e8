"""Advice from labels of a task over kept checkpoints: what is chosen, when it abstains, what is refused."""

import keras
import numpy as np
import pytest
from builders.tolerance import assert_close
from keras import layers

from keras_phases import PhaseHistory
from keras_phases.checkpoints.transfer.advise import smoothed, standard_distances
from keras_phases.probes.leave_one_out import leave_one_out
from keras_phases.record.schema import Layout, Row
from keras_phases.transfer import advise

RNG = np.random.default_rng(0)
X = RNG.normal(size=(120, 6)).astype("float32")
Y = (X[:, 0] + X[:, 1] + 0.3 * RNG.normal(size=120) > 0).astype(int)
LAYERS = ["first", "second"]


def build_model(seed=0):
    keras.utils.set_random_seed(seed)
    return keras.Sequential(
        [keras.Input((6,)), layers.Dense(4, name="first"), layers.Dense(3, name="second"), layers.Dense(2)], name="tiny"
    )


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Step 8 tells Y in the first layer, and less in the second; steps 1 and 64 in neither."""
    folder, found, model = tmp_path_factory.mktemp("checkpoints"), {}, build_model()
    for step in (1, 8, 64):
        first = np.zeros((6, 4), "float32")
        first[(2, 3, 4, 5) if step != 8 else (0, 1, 2, 3), range(4)] = 1
        second = np.zeros((4, 3), "float32")
        second[(0, 2, 3), range(3)] = 1
        model.get_layer("first").set_weights([first, np.zeros(4)])
        model.get_layer("second").set_weights([second, np.zeros(3)])
        found[step] = folder / f"step-{step}.weights.h5"
        model.save_weights(found[step])
    return found


def ask(saved, data=(X, Y), **options):
    return advise(saved, build_model(9), data, **{"layers": LAYERS} | options)


def test_labels_find_the_step_and_the_layer_that_tell_them(saved):
    advice = ask(saved)
    assert (advice.step, advice.layer, advice.rule, advice.abstains) == (8, "first", "left_out_loss", False)
    assert advice.interval == (8, 8)
    said = "the smoothed cross-entropy of 120 rows by a linear discriminant analysis of others is least at step 8 of"
    assert f"{said} 'first', " in advice.text and " at the default, step 64 of 'second', " in advice.text


@pytest.mark.parametrize("kind", ["one-hot", "multilabel", "numbers"])
def test_every_kind_of_labels_decides(saved, kind):
    signs = (X[:, :3] > 0).astype(int)
    labels = {"one-hot": np.eye(2)[Y], "multilabel": signs, "numbers": X[:, :2] * [1, 1000] + 0.1}[kind]
    assert ask(saved, (X, labels)).step == 8


def test_grades_of_one_thing_are_told_by_what_they_are_grades_of(saved):
    """A regression of one-hot rows never tells the two quarters in the middle, and would take a guess at corners."""
    quarters = np.digitize(X[:, 0], np.quantile(X[:, 0], (0.25, 0.5, 0.75)))
    corners = np.array([[1, 1], [1, -1], [-1, 1], [-1, -1]])[quarters]
    # Step 8 reads columns 0 to 3, the others 2 to 5.
    x = np.concatenate([X[:, :4], corners + 1.1 * np.random.default_rng(1).normal(size=(120, 2))], axis=1)
    assert ask(saved, (x.astype("float32"), quarters), layers="first").step == 8
    regressed = [leave_one_out(x[:, columns], np.eye(4)[quarters]).losses.sum() for columns in (slice(4), slice(2, 6))]
    assert regressed[0] > regressed[1]


def test_it_abstains_where_the_default_may_be_as_good(saved):
    advice = ask({8: saved[8], 64: saved[8]}, layers="first")
    assert (advice.step, advice.layer, advice.interval, advice.abstains) == (64, "first", (8, 64), True)
    assert "none that could be told from the default" in advice.text
    few = ask(saved, (X[:9], Y[:9]))
    assert few.abstains and (few.step, few.layer, few.interval) == (64, "second", None)
    assert "9 labels are too few to tell anything; expected at least 10." in few.text


def test_the_default_is_the_kept_step_next_to_that_of_the_record(saved):
    losses = {0: 0.6, 6: 0.4, 64: 0.9}
    layout = Layout((Row("second", "linear", "primal", 3, 3),), ("reconstruction_loss", "flags"))
    history = PhaseHistory(layout, [(step, [[loss, 0]]) for step, loss in losses.items()])
    assert ask(saved, (X[:9], Y[:9]), history=history).step == 8


def test_weights_that_are_not_finite_are_no_candidates(saved, tmp_path):
    model = build_model()
    model.get_layer("first").kernel.assign(np.full((6, 4), np.nan))
    model.save_weights(tmp_path / "step-500.weights.h5")
    advice = ask({**saved, 500: tmp_path / "step-500.weights.h5"})
    assert (advice.step, advice.layer, advice.abstains) == (8, "first", False)
    nothing = ask({500: tmp_path / "step-500.weights.h5"})
    assert nothing.abstains and nothing.text.startswith(
        "Advice: none. Not finite anywhere is the smoothed cross-entropy of"
    )


def test_classes_of_one_row_are_told(saved):
    labels = np.array(Y)
    labels[:2] = 2, 3
    assert "2 of 4 classes have one row, which no other row can tell." in ask(saved, (X, labels)).text


def test_statistics_that_have_not_settled_are_told_and_those_of_rows_can_be_had(tmp_path):
    parts = layers.Dense(4, name="first"), layers.BatchNormalization(name="bn"), layers.ReLU(name="relu")
    model = keras.Sequential([keras.Input((6,)), *parts])
    model.get_layer("first").set_weights([np.eye(6, 4), np.full(4, 5)])  # the ReLU cuts off half, or with 5 nothing
    model.save_weights(tmp_path / "step-8.weights.h5")
    options = {"layers": "relu", "source_data": ((X, Y), (X, Y))}
    modes = ("inference", "batch", "recalibrate")
    plain, *settled = (advise(tmp_path, model, (X, Y), batch_norm=mode, **options).text for mode in modes)
    assert "have not settled, and may be better than they seem; pass batch_norm='recalibrate'" in plain
    assert settled[0] == settled[1] != plain.split(" Checkpoints before")[0]


def test_the_models_weights_and_random_states_are_left_alone(saved):
    model, state = build_model(9), np.random.get_state()[1].copy()
    before = [np.array(weight) for weight in model.weights]
    advise(saved, model, (X, Y))
    assert all(np.array_equal(one, two) for one, two in zip(before, model.weights, strict=True))
    assert np.array_equal(state, np.random.get_state()[1])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"data": X}, r"data is a ndarray of another form. Expected \(x, y\), arrays of inputs as fed and a label"),
        ({"data": (X, None)}, "data has no y. Expected"),
        ({"data": (X[:50], Y)}, "x and y of data have 50 rows and 120 rows"),
        ({"data": (X[:, :5], Y)}, r"data has rows of shape \(5,\), model 'tiny' takes \(6,\)"),
        ({"data": (X, np.ones(120, int))}, "data has one class in all fit rows: 1. Expected at least two"),
        ({"data": (X, np.ones((120, 2)) * 0.5)}, "data has the same labels in all 120 rows"),
        ({"data": (X, np.arange(120))}, "data has labels that cannot be told: labels have 120 distinct values"),
        ({"layers": "third"}, "Tap 'third' matches no layer"),
        ({"batch_norm": "moving"}, "batch_norm is 'moving'. Expected one of"),
        ({"batch_norm": "recalibrate"}, "batch_norm is 'recalibrate' without source_data"),
        ({"history": "logs"}, "history is a str. Expected the PhaseHistory"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_cannot_be_asked_is_refused(saved, options, message):
    with pytest.raises(ValueError, match=message):
        ask(saved, **options)


def test_differences_are_judged_in_pairs_and_for_all_candidates_at_once():
    rng = np.random.default_rng(0)
    difficulty, noise = rng.exponential(size=200), 0.01 * rng.standard_normal((4, 200))
    rows = difficulty + noise + np.array([[0.0], [0.0005], [0.02], [np.nan]])
    distances, limit = standard_distances(rows)
    best = np.nanargmin(rows.mean(axis=1))
    difference = rows[2] - rows[best]
    assert distances[best] == 0 and distances[2] == pytest.approx(difference.mean() / difference.std() * 200**0.5)
    assert np.isnan(distances[3]) and distances[1] < limit < distances[2]
    # One candidate alone lies beyond the 90 % quantile of a normal distribution in one of ten draws, many farther.
    assert standard_distances(rows[:2])[1] == pytest.approx(1.28, abs=0.2)
    many = difficulty + 0.1 * rng.standard_normal((40, 200))
    assert standard_distances(many)[1] > 2
    distances, _ = standard_distances(np.repeat(difficulty[None], 3, axis=0))
    assert_close(distances, np.zeros(3))


def test_neighbouring_steps_are_averaged_by_their_distance_in_octaves():
    rows = np.array([[[8.0], [0.0], [4.0], [np.nan]]])
    # log2(1 + step) is 0, 1, 3, 3.5; weights fall from 1 to 0 over 2.5 octaves.
    expected = [8 / 1.6, (0.6 * 8 + 0.2 * 4) / 1.8, 4 / 1.2, np.nan]
    assert_close(smoothed([0, 1, 7, 2**3.5 - 1], rows)[0, :, 0], expected, 1e-9)
