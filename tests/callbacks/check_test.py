"""`check`: what it finds, what it leaves alone, and what it says."""

import contextlib
import importlib.util
import itertools

import keras
import numpy as np
import pytest
import tensorflow as tf
from builders.models import EAGER
from builders.processes import run_program
from programs import check_cases

import keras_phases
from keras_phases import PhaseHistory, PhaseProbe, check
from keras_phases.backend.traces import Traces
from keras_phases.callbacks.check import CheckReport, CheckRow, compare_runs

LOGS = "logs of every batch"
# What each callback touches first of all; what follows from it is named as well.
NAMED = {
    "weight": ("weights", "small/classes/kernel"),
    "weight of a subclassed model": ("weights", "small/classes/kernel"),
    "seed generator": ("seed generators", "dropout"),
    "batch norm": ("BatchNorm statistics", "norm/moving_mean"),
    "numpy": ("random states", "numpy.random"),
    "keras": ("random states", "keras.random"),
    "optimizer": ("optimizer variables", "learning_rate"),
}


def run_cases(backend):
    """All cases in a process of its own, since Keras has one backend in each."""
    if importlib.util.find_spec(backend) is None:
        pytest.skip(f"{backend} is not installed")
    cases, _ = run_program("check_cases", KERAS_BACKEND=backend)
    return cases


@pytest.mark.slow
@pytest.mark.parametrize(
    "backend",
    # That the probe leaves no trace on these two is always tested, in backends_test.
    ["tensorflow", pytest.param("jax", marks=pytest.mark.stress), pytest.param("torch", marks=pytest.mark.stress)],
)
def test_a_trace_is_named_and_there_is_none_without(backend):
    """One test for all cases: they share a process, and two workers would start two."""
    cases = run_cases(backend)
    assert list(cases) == list(check_cases.CASES)
    for case, found in cases.items():
        assert found["control"] == [] and found["num_batches"] == 4 and found["as it was"], case
        if case not in NAMED:
            assert found["with"] == {}, case
            continue
        what, name = NAMED[case]
        assert any(name in differing for differing in found["with"][what]), (case, found)
        alone = {"weight", "weight of a subclassed model", "seed generator", "batch norm", "keras"}
        assert case not in alone or list(found["with"]) == [what], f"{case}: only what was touched, with the last batch"


def small_probe(**options):
    return PhaseProbe(**{"layers": "dense*", "probe_batch_size": 8, "on_error": "raise"} | options)


@pytest.fixture
def model():
    return check_cases.build_model("functional", **EAGER)


pytestmark = pytest.mark.filterwarnings("ignore::keras_phases.warning.PhaseWarning")


@pytest.mark.first_case
@pytest.mark.parametrize("kind", ["sequential", "functional"])
def test_the_probe_leaves_no_trace(kind):
    report = check(check_cases.build_model(kind), *check_cases.draw_data(), probe=small_probe(), batch_size=8)
    assert report.identical and report.repeatable and report.probe_steps == (0, 1, 2, 4, 8)
    assert report.num_batches == 8
    report.raise_if_different()
    assert str(report).endswith("\nIdentical: the same bits with and without the probe.")


def test_losses_that_alone_differ_are_seen(model):
    class Heavier(keras.callbacks.Callback):
        """Changes a weight before a batch and back after it, without a momentum that would remember."""

        def on_train_batch_begin(self, batch, logs=None):
            self.kernel = self.model.get_layer("classes").kernel.numpy()
            self.model.get_layer("classes").kernel.assign(self.kernel * 2)

        def on_train_batch_end(self, batch, logs=None):
            self.model.get_layer("classes").kernel.assign(self.kernel)

    model.compile(keras.optimizers.SGD(0.0), model.loss, **EAGER)
    x, y = check_cases.draw_data()
    rows, _, _ = compare_runs(model, x, y, Heavier(), steps=4, fit_arguments={"shuffle": False})
    (row,) = [row for row in rows if row.what == LOGS]
    assert "loss" in row.differing and row.largest_difference > 0


@pytest.mark.slow
def test_everything_is_left_as_it_was(model, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    x, y = check_cases.draw_data()
    model.fit(x, y, 8, verbose=0)
    history, stop = model.history, model.stop_training
    before = [np.array(v) for v in (*model.variables, *model.optimizer.variables, *model.metrics_variables)]
    np.random.seed(1)
    tf.random.set_seed(1)
    drawn = np.random.rand(), tf.random.uniform(()).numpy()
    np.random.seed(1)
    tf.random.set_seed(1)
    probe = small_probe(log_dir=tmp_path / "logs")
    assert check(model, x, y, probe=probe, batch_size=8).identical

    class Draws(keras.callbacks.Callback):
        def on_train_end(self, logs=None):
            np.random.rand(), tf.random.uniform(())

    rows, _, _ = compare_runs(model, x, y, Draws(), steps=1, fit_arguments={})
    assert {"numpy.random", "tf.random"} == {name for row in rows for name in row.differing}
    assert (np.random.rand(), tf.random.uniform(()).numpy()) == drawn
    after = [np.array(v) for v in (*model.variables, *model.optimizer.variables, *model.metrics_variables)]
    assert all(map(np.array_equal, before, after))
    assert model.history is history and model.stop_training == stop
    assert probe.history is None and not list(tmp_path.iterdir()), "a copy of the probe ran, into a temporary folder"


@pytest.mark.slow
def test_without_a_seed_tensorflow_is_without_one_again(model):
    from tensorflow.python.eager import context

    context.context()._seed = None
    assert check(model, *check_cases.draw_data(), probe=small_probe(), steps=2).repeatable
    assert context.context()._seed is None


def test_a_run_that_fails_leaves_the_model_as_it_was(model):
    before = check_cases.state_of(model)
    with pytest.raises(ValueError, match="Tap 'none' matches no layer"):
        check(model, *check_cases.draw_data(), probe=PhaseProbe(layers="none"))
    assert check_cases.state_of(model) == before and not model.stop_training


@pytest.mark.slow
def test_a_run_that_cannot_be_repeated_is_no_answer(model):
    x, y = check_cases.draw_data()
    rng = np.random.default_rng(0)

    class Noisy(keras.utils.PyDataset):
        def __len__(self):
            return 4

        def __getitem__(self, index):
            return x[:8] + rng.normal(size=x[:8].shape).astype("float32"), y[:8]

    report = check(model, Noisy(), probe=small_probe(data=(x, y)))
    assert not report.repeatable and not report.identical
    assert "No answer. Two runs without the probe differ already" in str(report)
    with pytest.raises(RuntimeError, match="reshuffle_each_iteration=False"):
        report.raise_if_different()


@pytest.mark.slow
def test_a_dataset_that_keeps_its_order_can_be_checked(model):
    x, y = check_cases.draw_data()
    data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(64, seed=1, reshuffle_each_iteration=False).batch(8)
    report = check(model, data, probe=small_probe(data=(x, y)), steps=3, shuffle=False)
    assert report.identical and report.repeatable and report.num_batches == 3


@pytest.mark.slow
def test_a_probe_that_measured_nothing_is_no_answer(model, monkeypatch):
    monkeypatch.setattr("keras_phases.measure.instrument.Instrument.measure", lambda self, *at: 1 / 0)
    report = check(model, *check_cases.draw_data(), probe=small_probe(on_error="warn"), steps=2)
    assert report.identical and not report.probe_steps and "The probe measured nothing" in str(report)
    with pytest.raises(RuntimeError, match="The probe measured nothing"):
        report.raise_if_different()


def test_a_difference_stands_in_the_table():
    names = tuple(f"dense/kernel_{index}" for index in range(5))
    rows = (CheckRow("weights", 6, False, 0.25, names), CheckRow("seed generators", 1, True, 0.0, ()))
    control = tuple(CheckRow(row.what, row.num_arrays, True, 0.0, ()) for row in rows)
    report = CheckReport("net", rows, control, 8, (0, 1))
    title, header, weights, seeds, verdict = str(report).splitlines()
    assert title == "'net' trained on 8 batches without and with 2 probe steps (0, 1)"
    assert header.split() == "arrays with the probe without, again largest difference differing".split()
    assert weights.split()[:5] == ["weights", "6", "DIFFERENT", "identical", "0.25"]
    assert weights.endswith("dense/kernel_0, dense/kernel_1, dense/kernel_2 and 2 more")
    assert seeds.split() == ["seed", "generators", "1", "identical", "identical"]
    assert verdict.startswith("Different with the probe: weights.")
    with pytest.raises(RuntimeError, match="Different with the probe: weights"):
        report.raise_if_different()


def uncompiled():
    return keras.Sequential([keras.Input((4, 4, 1)), keras.layers.Flatten(), keras.layers.Dense(3)])


def unbuilt():
    model = check_cases.Subclassed()
    model.compile("sgd", "mse", **EAGER)
    return model


@pytest.mark.parametrize(
    ("build", "arguments", "message"),
    [
        (uncompiled, {}, r"is not compiled. .* call model.compile\(optimizer, loss\) before keras_phases.check"),
        (unbuilt, {}, r"is not built: .*keras.Input\(shape\), or call it once: model\(x\[:1\]\)"),
        (None, {"x": None}, "There is no data: x is None"),
        (None, {"x": iter([])}, "which can be read once only. .* pass some of its batches"),
        (None, {"steps": 0}, "steps is 0. Expected the batches of each run, an integer of at least 1"),
        (None, {"steps": 2.0}, "steps is 2.0"),
        (None, {"epochs": 3}, "check was given epochs=3. Expected it left out: each run ends within one epoch"),
        (None, {"callbacks": []}, "check was given callbacks"),
        (None, {"probe": keras.callbacks.History()}, "probe is a History. Expected a PhaseProbe"),
    ],
    ids=["uncompiled", "unbuilt", "no data", "generator", "no steps", "steps", "epochs", "callbacks", "probe"],
)
def test_mistakes_are_named(model, build, arguments, message):
    x, y = check_cases.draw_data()
    with pytest.raises(ValueError, match=message):
        check(build() if build else model, arguments.pop("x", x), y, **arguments)


def test_the_function_is_not_hidden_by_its_module():
    importlib.import_module("keras_phases.callbacks.check")
    assert keras_phases.check is check and callable(check)


@pytest.mark.slow
def test_a_copy_of_a_probe_is_one_of_its_own(model, tmp_path):
    x, y = check_cases.draw_data()
    probe = small_probe(log_dir=tmp_path / "own")
    model.fit(x, y, 8, verbose=0, callbacks=[probe])
    other = probe.copy_into(tmp_path / "other")
    assert other.history is None and other.taps == [] and len(probe.history) == 5
    check_cases.build_model(**EAGER).fit(x, y, 8, verbose=0, callbacks=[other])
    assert len(PhaseHistory.load(tmp_path / "other")) == 5 and len(probe.history) == 5


class Planted(keras.layers.Layer):
    """Keeps one of everything that a forward pass may move."""

    def __init__(self, **options):
        super().__init__(**options)
        self.mean, self.generator = tf.Variable(0.0, trainable=False), tf.random.Generator.from_seed(1)
        self.rng, self.calls, self.table = np.random.default_rng(2), 0, {"rows": [np.zeros(2)]}

    def call(self, x):
        self.mean.assign_add(tf.reduce_mean(x))
        self.calls += 1
        self.table["rows"][0][1] += 1
        noise = self.generator.normal(()) + self.rng.normal() + np.random.normal()
        return x + 1e-3 * noise + 0 * self.mean


PLANTED = ("own.mean", "own.generator", "own.rng", "own.calls", "own.table['rows'][0]", "numpy.random")


class Ticking(Planted):
    def __init__(self, **options):
        super().__init__(**options)
        self.ticks = itertools.count()

    def call(self, x):
        return super().call(x) + 0.0 * next(self.ticks)


def build_planted(kind=Planted):
    keras.utils.set_random_seed(3)
    stack = [keras.Input((4, 4, 1)), keras.layers.Flatten(), keras.layers.Dense(8, name="dense"), kind(name="own")]
    model = keras.Sequential([*stack, keras.layers.Dense(3, name="logits")])
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), run_eagerly=True)
    return model


def test_each_planted_trace_is_found_by_name(monkeypatch):
    """With what keeps them out of the way; see the next for what they leave with it."""
    for name in ("looking", "putting_back"):
        monkeypatch.setattr(Traces, name, lambda self: contextlib.nullcontext())
    report = check(build_planted(), *check_cases.draw_data(), probe=small_probe(), steps=3, batch_size=8)
    assert report.repeatable and not report.identical
    named = {name for row in report.rows for name in row.differing}
    assert set(PLANTED) <= named and "Different with the probe" in str(report)


def test_no_planted_trace_is_left():
    planted = build_planted()
    before = planted.get_layer("own").calls
    report = check(planted, *check_cases.draw_data(), probe=small_probe(), steps=3, batch_size=8)
    assert report.identical and report.repeatable and report.probe_steps == (0, 1, 2, 3)
    assert planted.get_layer("own").calls == before and not float(planted.get_layer("own").mean)


@pytest.mark.slow
def test_a_refusal_is_named():
    planted = build_planted(Ticking)
    with pytest.raises(ValueError, match=r"iterator 'own\.ticks', which cannot be put back"):
        check(planted, *check_cases.draw_data(), probe=small_probe(), steps=1, batch_size=8)
    report = check(planted, *check_cases.draw_data(), probe=small_probe(on_error="warn"), steps=1, batch_size=8)
    assert not report.probe_steps and "own.ticks" in str(report), "no two runs are alike"
