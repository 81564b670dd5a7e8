"""Training loops without `fit`, on each backend: the numbers of a fit, no trace, one curve, and what they are told."""

import functools
import warnings

import keras
import numpy as np
import pytest
from builders.fits import small_probe
from builders.loops import BACKEND, give, newest, train
from builders.models import EAGER, build_portable_model
from builders.rows import draw_images
from builders.scripted import V_CURVE, V_KEPT, V_STOP, Spy, script

from keras_phases import Epochs, Every, PhaseCheckpoint, PhaseHistory, PhaseProbe, PhaseStop, PhaseWarning

DATA, HELDOUT = draw_images(96, 0), draw_images(32, 1)
NUM_STEPS = 6
pytestmark = pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")


def build(*, is_compiled=False):
    keras.utils.clear_session(free_memory=False)
    model = build_portable_model()
    if is_compiled:
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile(keras.optimizers.Adam(0.01), loss, **EAGER)
    return model


def measure_loop(model, probe, num_steps=NUM_STEPS, *, start=0, marks=(), data=(DATA, HELDOUT), **options):
    """A hand-written loop; returns what it holds at its end."""
    values = ()
    with probe.run(model, data, verbose=0, start_step=start, **options) as run:
        for step, values in enumerate(train(model, DATA, num_steps), start=start + 1):
            if run.step(step, *values):
                break
            if step in marks:
                run.mark()
    return newest(model, values)


def numbers(history):
    """All columns by step, but for seconds and the epoch, which a loop does not tell, as bytes."""
    places = [place for place, name in enumerate(history.layout.metrics) if name not in ("probe_seconds", "epoch")]
    return {step: values[:, places].tobytes() for step, values in history.records}


@pytest.fixture(scope="module")
def fitted(tmp_path_factory):
    """A fit with the probe, all that is default measured: its record, and the weights after each of its steps."""
    model, spy = build(is_compiled=True), Spy()
    options = {"quantities": "auto", "schedule": Every(2), "layers": ["relu", "hidden"]}
    probe = small_probe(tmp_path_factory.mktemp("fit"), **options)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PhaseWarning)
        model.fit(*DATA, 16, validation_data=HELDOUT, verbose=0, callbacks=[spy, probe])
    return options, probe.history, spy.weights


def test_a_loop_gives_the_numbers_of_a_fit_at_the_same_weights(fitted, tmp_path):
    options, history, weights = fitted
    model = build(is_compiled=True)
    model.set_weights(weights[0])
    probe = small_probe(tmp_path, **options)
    with probe.run(model, (DATA, HELDOUT), total_steps=NUM_STEPS, verbose=0) as run:
        before = newest(model, ())
        for step in range(1, NUM_STEPS + 1):
            model.set_weights(weights[step])
            values = ()
            if BACKEND == "jax":
                kinds = model.trainable_variables, model.non_trainable_variables
                values = tuple([keras.ops.copy(variable.value) for variable in kind] for kind in kinds)
                give(model, before)  # the model's own stay behind
            run.step(step, *values)
    assert probe.history.steps.tolist() == history.steps.tolist() == [0, 2, 4, 6]
    assert probe.history.layout.metrics == history.layout.metrics
    assert numbers(probe.history) == numbers(history) == numbers(PhaseHistory.load(tmp_path))
    marked = [name for row in history.newest.rows for name in row.flags]
    assert marked == [name for row in probe.history.newest.rows for name in row.flags]


@pytest.mark.slow
def test_a_hand_written_loop_trains_to_the_same_bits_with_and_without_the_probe(tmp_path):
    model = build()
    *_, values = train(model, DATA, NUM_STEPS)
    plain, state = newest(model, values), np.random.get_state()[1].tolist()
    model = build()
    before = newest(model, ())
    probed = measure_loop(model, small_probe(tmp_path, schedule=Every(2), quantities="auto"))
    assert all(ours.tobytes() == theirs.tobytes() for ours, theirs in zip(plain, probed, strict=True))
    assert np.random.get_state()[1].tolist() == state
    history = PhaseHistory.load(tmp_path)
    assert history.steps.tolist() == [0, 2, 4, 6]
    losses = history.column("reconstruction_loss", 0)
    assert np.isfinite(losses).all() and len(set(losses.tolist())) == 4
    if BACKEND == "jax":
        assert all(np.array_equal(*pair) for pair in zip(before, newest(model, ()), strict=True))


@pytest.mark.slow
def test_a_loop_that_goes_on_is_one_curve_where_it_was_marked(monkeypatch, tmp_path):
    script(monkeypatch, [0.5] * 99)
    probe, model = functools.partial(small_probe, tmp_path / "run", schedule=Every(4)), build()
    saved = measure_loop(model, probe(), 3, marks=(3,))
    for folder in ("run", "run-1"):
        model = build()
        give(model, saved)
        going_on = probe()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            saved = measure_loop(model, going_on, 3, start=3 if folder == "run" else 5)
        assert going_on.log_dir == tmp_path / folder
    assert PhaseHistory.load(tmp_path / "run").steps.tolist() == [0, 3, 4, 6]
    said = "holds nothing that tells whether this run, at step 5, is its own"
    assert any(said in str(warning.message) for warning in caught)


def test_followers_stop_and_keep_as_in_a_fit(monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE)
    probe, model = small_probe(tmp_path, schedule=Every(1), layers="hidden"), build()
    stop = PhaseStop(probe, restore_best_weights=True)
    keep = PhaseCheckpoint(probe, tmp_path / "best.weights.h5")
    seen, values = {}, ()
    with probe.run(model, DATA, total_steps=16, verbose=0, followers=[stop, keep]) as run:
        for step, values in enumerate(train(model, DATA, 16), start=1):
            seen[step] = newest(model, values)
            if run.step(step, *values):
                break
    assert (step, stop.stopped_step, stop.restored_step, keep.best_step) == (V_STOP, V_STOP, V_KEPT, V_KEPT)
    assert run.stopped and probe.history.steps.tolist() == list(range(V_STOP + 1))
    of_layers = {id(weight) for weight in model.weights}
    variables = [*model.trainable_variables, *model.non_trainable_variables]
    kept = [array for variable, array in zip(variables, seen[V_KEPT], strict=True) if id(variable) in of_layers]

    def weights(model):
        own = [*model.trainable_variables, *model.non_trainable_variables]
        own = [variable for variable in own if any(variable is weight for weight in model.weights)]
        return [keras.ops.convert_to_numpy(variable) for variable in own]

    assert all(np.array_equal(*pair) for pair in zip(weights(model), kept, strict=True))
    other = build()
    other.load_weights(keep.filepath)
    assert all(np.array_equal(*pair) for pair in zip(weights(other), kept, strict=True))
    assert [checkpoint.epoch for checkpoint in keep.checkpoints] == [None] * len(keep.checkpoints)


def test_a_budget_plans_by_the_steps_of_the_loop(monkeypatch, tmp_path):
    script(monkeypatch, [0.5] * 99)
    probe, clock = small_probe(tmp_path, schedule=Every(1), budget=0.5, layers="hidden"), iter(range(10**6))
    probe._clock = lambda: float(next(clock))
    measure_loop(build(), probe, 24, total_steps=24)
    steps = probe.history.steps.tolist()
    assert steps[0] == 0 and steps[-1] == 24 and 2 < len(steps) < 25
    assert probe.history.layout.run["planned_steps"]


def test_weights_that_fail_are_flagged(tmp_path):
    model, probe = build(), small_probe(tmp_path, schedule=Every(2), layers="hidden")
    with probe.run(model, DATA, verbose=0) as run:
        for step, values in enumerate(train(model, DATA, 2), start=1):
            if step == 2:
                kinds = values or (model.trainable_variables, model.non_trainable_variables)
                broken = [[keras.ops.copy(getattr(one, "value", one)) for one in kind] for kind in kinds]
                broken[0][0] = broken[0][0] * np.nan
                if not values:
                    give(model, [one for kind in broken for one in map(keras.ops.convert_to_numpy, detached(kind))])
                values = broken if values else ()
            run.step(step, *values)
    assert probe.history.steps.tolist() == [0, 2] and "nonfinite_weights" in probe.history.newest.rows[0].flags
    assert probe.history.before_failure().steps.tolist() == [0]


def detached(kind):
    return [one.detach() if hasattr(one, "detach") else one for one in kind]


@pytest.mark.first_case
@pytest.mark.parametrize("way", ["raises", "trains on"])
def test_how_a_loop_may_end(way, monkeypatch, tmp_path):
    script(monkeypatch, [0.5] * 99)
    model, probe = build(), small_probe(tmp_path, schedule=Every(4), layers="hidden")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            with probe.run(model, DATA, verbose=0) as run:
                for step, values in enumerate(train(model, DATA, 6), start=1):
                    if step < 6:
                        run.step(step, *values)
                    elif way == "raises":
                        raise KeyboardInterrupt
        except KeyboardInterrupt:
            assert way == "raises"
    told = [
        str(warning.message) for warning in caught if "Weights have changed since run.step(5)" in str(warning.message)
    ]
    assert bool(told) == (way == "trains on")
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 4]
    with pytest.raises(ValueError, match=r"The run has not begun, or is over. Expected to be within"):
        run.step(7, *values)
    measure_loop(build(), small_probe(tmp_path, layers="hidden"), 1, start=4)  # nobody holds the folder


def values_of(model):
    """What `run.step` takes of a loop that assigns to the model's own variables."""
    return (model.trainable_variables, model.non_trainable_variables) if BACKEND == "jax" else ()


@pytest.mark.first_case
@pytest.mark.parametrize(
    ("told", "message"),
    [
        ([3, 2], r"run.step\(2\) was called after step 3. Expected the number of optimizer steps done"),
        ([-1], "step is -1. Expected the number of optimizer steps done, a whole number"),
        ([1.5], "step is 1.5. Expected the number"),
        (["1"], "step is '1'. Expected the number"),
        ([True], "step is True. Expected the number"),
        (["moved"], r"run.step\(0\) was called again, and weights have changed since. .* count from 1"),
    ],
)
def test_steps_that_cannot_be(told, message, tmp_path):
    model, probe = build(), small_probe(tmp_path, layers="hidden", schedule=Every(9))
    with pytest.raises(ValueError, match=message), probe.run(model, DATA, verbose=0) as run:
        for step in told:
            if step == "moved":
                step = 0
                model.trainable_variables[-1].assign_add(keras.ops.ones((3,)))
            run.step(step, *values_of(model))


def test_steps_of_other_types_twice_and_with_gaps(tmp_path):
    model, probe = build(), small_probe(tmp_path, layers="hidden", schedule=Every(4))
    with probe.run(model, DATA, verbose=0) as run:
        for step in (
            0,
            np.int64(1),
            1,
            keras.ops.convert_to_tensor(3),
            keras.Variable(6, dtype="int32", trainable=False),
            6,
        ):
            assert run.step(step, *values_of(model)) is False
    assert probe.history.steps.tolist() == [0, 6]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"data": None}, "data is None, and no fit runs to take rows from. Expected what the model is trained on"),
        ({"data": (row for row in ())}, "x of fit is a generator, which can be read once only"),
        ({"model": keras.Sequential([keras.layers.Dense(2)])}, "is not built: it has no weights yet"),
        ({"model": "net"}, "model is a str. Expected the keras.Model that the loop trains"),
        ({"followers": [keras.callbacks.History()]}, "followers has a History. Expected PhaseStop"),
        ({"followers": 3}, "followers has a int. Expected PhaseStop"),
        ({"total_steps": 4, "start_step": 5}, "total_steps is 4. Expected an integer of at least 5"),
        ({"start_step": -1}, "start_step is -1. Expected an integer of at least 0"),
        ({"verbose": 2}, "verbose is 2. Expected one of: 0, 1"),
        ({"budget": 0.1}, "needs to know how many steps the loop takes. .*total_steps="),
        (
            {"schedule": Epochs()},
            r"schedule is Epochs\(every=1\), and a loop tells of no epochs",
        ),
        ({"followers": [PhaseStop(PhaseProbe())]}, "PhaseStop follows a PhaseProbe that is not in this fit"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_wrong_arguments_fail_before_the_loop(options, message, tmp_path):
    own = {name: options[name] for name in ("budget", "schedule") if name in options}
    given = {"model": build(), "data": DATA, "verbose": 0} | {k: v for k, v in options.items() if k not in own}
    probe = small_probe(tmp_path, **own)
    with pytest.raises(ValueError, match=message), probe.run(**given):
        pass
    with probe.run(build(), DATA, total_steps=1, verbose=0) if not own else pytest.raises(ZeroDivisionError):
        1 / bool(not own)


@pytest.mark.skipif(BACKEND != "jax", reason="values are for JAX")
def test_on_jax_values_are_needed(tmp_path):
    model, probe = build(), small_probe(tmp_path, layers="hidden")
    with probe.run(model, DATA, verbose=0) as run:
        with pytest.raises(ValueError, match=r"run.step got no values, and on JAX a loop carries weights along"):
            run.step(1)
        trainable, others = values_of(model)
        with pytest.raises(ValueError, match=r"non_trainable_variables of run.step are 0 values"):
            run.step(1, trainable)
        with pytest.raises(ValueError, match=r"trainable_variables of run.step are .* in their order"):
            run.step(1, trainable[::-1], others)


@pytest.mark.skipif(BACKEND == "jax", reason="values are for JAX")
def test_elsewhere_there_are_no_values_to_pass(tmp_path):
    model, probe = build(), small_probe(tmp_path, layers="hidden")
    with probe.run(model, DATA, verbose=0) as run, pytest.raises(ValueError, match="the model holds them itself"):
        run.step(1, model.trainable_variables)


@pytest.mark.skipif(BACKEND != "tensorflow", reason="tf.function")
def test_within_a_compiled_function_it_says_so(tmp_path):
    import tensorflow as tf

    model, probe = build(), small_probe(tmp_path, layers="hidden")
    with probe.run(model, DATA, verbose=0) as run, pytest.raises(ValueError, match=r"outside of what tf.function"):
        tf.function(run.step)(tf.constant(1))


def test_the_steps_of_the_models_own_optimizer_are_the_start(tmp_path):
    model = build(is_compiled=True)
    model.fit(*DATA, 48, verbose=0)
    probe = small_probe(tmp_path, layers="hidden", schedule=Every(9))
    with probe.run(model, DATA, verbose=0) as run:
        run.step(2, *values_of(model))
    assert probe.history.steps.tolist() == [2]


def test_rows_of_the_probe_and_a_folder_of_the_run(tmp_path, capsys):
    probe = small_probe(None, data=DATA, layers="hidden", schedule=Every(4))
    with probe.run(build(), log_dir=tmp_path / "own", total_steps=4):
        pass
    assert probe.history.steps.tolist() == [0] and (tmp_path / "own" / "phases").is_dir()
    printed = capsys.readouterr().out
    assert "hidden" in printed and "tensorboard --logdir" in printed
