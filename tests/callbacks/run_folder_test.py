"""Which record a fit goes on with: known by its weights, by the process that wrote it, or by what is measured."""

import contextlib
import gc
import os
import shutil

import keras
import numpy as np
import pytest
from builders.fits import fit, small_probe
from builders.rows import IMAGE_SHAPE, draw_images
from keras import layers

from keras_phases import At, PhaseCheckpoint, PhaseHistory
from keras_phases.backend.variables import digest_weights
from keras_phases.record.event_files import read_run, replace_events

NUM_BATCHES = 6
STEPS = [0, 1, 2, 4, 6]
measuring_nothing = pytest.mark.usefixtures("flat_curve")


@pytest.fixture(scope="module")
def data():
    return draw_images(96, 0)


def build(seed=3, names=("early", "late")):
    keras.utils.set_random_seed(seed)
    stack = [layers.Flatten(), layers.Dense(8, "relu", name=names[0]), layers.Dense(6, "relu", name=names[1])]
    stack += [layers.BatchNormalization(name="norm"), layers.Dense(3, name="logits")]
    model = keras.Sequential([keras.Input(IMAGE_SHAPE), *stack])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    # Eagerly: compiling the training step would take longer than these fits.
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9), loss, run_eagerly=True)
    return model


def restored(path, seed=9):
    """A model in a new process, as it were: other first weights, then those of a file, the optimizer's with them."""
    model = build(seed)
    model.optimizer.build(model.trainable_variables)
    model.load_weights(path)
    return model


@pytest.fixture(scope="module")
def run(tmp_path_factory, data):
    """A folder with the record of one epoch and the weights at its end, at step 4, and at step 5."""
    folder = tmp_path_factory.mktemp("run")
    model, probe = build(), small_probe(folder / "run")
    keep = PhaseCheckpoint(probe, folder / "best.weights.h5", max_kept=None)
    fifth = keras.callbacks.ModelCheckpoint(folder / "fifth.weights.h5", save_weights_only=True, save_freq=5)
    other = Saves(folder / "third.weights.h5", 3)
    fit(model, data, [probe, keep, fifth, other], epochs=1)
    model.save_weights(folder / "last.weights.h5")
    return folder


class Saves(keras.callbacks.Callback):
    """Saves the weights of a step, which no callback of Keras's own tells anybody."""

    def __init__(self, path, step):
        super().__init__()
        self._path, self._step = path, step

    def on_train_batch_end(self, batch, logs=None):
        if batch + 1 == self._step:
            self.model.save_weights(self._path)


@pytest.fixture
def log_dir(run, tmp_path):
    shutil.copytree(run / "run", tmp_path / "run")
    return tmp_path / "run"


def steps_in(log_dir):
    return PhaseHistory.load(log_dir).steps.tolist()


def go_on(model, data, log_dir, **options):
    probe = small_probe(log_dir, **options)
    fit(model, data, [probe], epochs=1, verbose=2)
    return probe


@measuring_nothing
@pytest.mark.parametrize("change", ["same weights", "other layers", "other settings"])
def test_same_log_dir(log_dir, data, capsys, change):
    model = build(names=("early_1", "late_1")) if change == "other layers" else build()
    probe = go_on(model, data, log_dir, seed=int(change == "other settings"))
    assert probe.log_dir == log_dir.with_name("run-1") and steps_in(probe.log_dir) == steps_in(log_dir) == STEPS
    told = f"'{log_dir}' holds 5 probe steps, and this run begins at step 0: the record of this run is"
    assert f"{told} '{probe.log_dir}'." in capsys.readouterr().out.splitlines()


@measuring_nothing
def test_same_log_dir_of_a_tensorboard_callback(log_dir, data):
    probe = small_probe(None)
    fit(build(), data, [keras.callbacks.TensorBoard(log_dir), probe], epochs=1)
    assert probe.log_dir == log_dir.with_name("run-1") and steps_in(log_dir) == STEPS


@pytest.mark.first_case
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("last.weights.h5", [*STEPS, 8, 12], id="of the end"),
        pytest.param("best-steps/step-00000004.weights.h5", [0, 1, 2, 4, 8, 10], id="of a PhaseCheckpoint"),
        pytest.param("fifth.weights.h5", [0, 1, 2, 4, 8, 11], id="of a ModelCheckpoint between probe steps"),
    ],
)
def test_same_log_dir_goes_on_from_weights_that_are_known(run, log_dir, data, capsys, name, expected):
    probe = go_on(restored(run / name), data, log_dir)
    assert probe.log_dir == log_dir and steps_in(log_dir) == probe.history.steps.tolist() == expected
    assert "the record of this run is" not in capsys.readouterr().out


@measuring_nothing
@pytest.mark.parametrize("case", ["other weights", "unknown weights"])
def test_same_log_dir_from_other_weights_begins_beside(run, log_dir, data, capsys, case):
    model = restored(run / ("third.weights.h5" if case == "unknown weights" else "last.weights.h5"))
    if case == "other weights":
        model.layers[1].kernel.assign_add(np.full(model.layers[1].kernel.shape, 1e-3, "float32"))
    probe = go_on(model, data, log_dir)
    assert probe.log_dir == log_dir.with_name("run-1") and steps_in(log_dir) == STEPS
    why = "holds other weights at step 6" if case == "other weights" else "holds nothing that tells whether this run"
    assert f"'{log_dir}' {why}" in capsys.readouterr().out


@measuring_nothing
def test_same_log_dir_without_the_optimizers_state_begins_beside(run, log_dir, data):
    """Steps count from 0 again, whatever epoch the fit is told that it is."""
    model, probe = build(), small_probe(log_dir)
    model.set_weights(restored(run / "last.weights.h5").get_weights())
    fit(model, data, [probe], epochs=2, initial_epoch=1)
    assert probe.log_dir == log_dir.with_name("run-1") and steps_in(log_dir) == STEPS


@pytest.mark.slow
@measuring_nothing
def test_same_log_dir_goes_on_in_the_folder_beside_that_is_its_own(run, log_dir, data):
    other = build(seed=5)
    second = go_on(other, data, log_dir)
    third = go_on(restored(run / "last.weights.h5"), data, log_dir)
    again = go_on(other, data, log_dir)
    assert second.log_dir == again.log_dir == log_dir.with_name("run-1") and third.log_dir == log_dir
    assert steps_in(log_dir) == steps_in(second.log_dir) == [*STEPS, 8, 12]


@measuring_nothing
@pytest.mark.first_case
@pytest.mark.parametrize("order", [-1, 1], ids=["probe first", "backup first"])
@pytest.mark.parametrize("save_freq", [4, "epoch"])
def test_same_log_dir_with_backup_and_restore(tmp_path, data, save_freq, order):
    class Fails(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if self.model.optimizer.iterations == 9:
                raise RuntimeError("preempted")

    def train(*others):
        backup = keras.callbacks.BackupAndRestore(str(tmp_path / "backup"), save_freq)
        probe = small_probe(tmp_path / "run", schedule=At([0, 2, 10]))
        fit(build(), data, [*[backup, probe][::order], *others], epochs=2, shuffle=False)
        return probe

    with pytest.raises(RuntimeError, match="preempted"):
        train(Fails())
    probe = train()
    assert probe.log_dir == tmp_path / "run" and steps_in(tmp_path / "run")[:3] == [0, 2, 10]


@measuring_nothing
def test_same_log_dir_of_an_interrupted_cell_that_is_run_again(tmp_path, data, capsys):
    """The first probe is still there, as a traceback keeps it, and nothing has ended its fit."""

    class Interrupt(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if batch == 2:
                raise KeyboardInterrupt

    model, first = build(), small_probe(tmp_path / "run")
    with pytest.raises(KeyboardInterrupt):
        fit(model, data, [first, Interrupt()], epochs=1)
    second = go_on(model, data, tmp_path / "run")
    assert second.log_dir == first.log_dir and steps_in(second.log_dir) == [0, 1, 2, 4, 8, 9]
    third = go_on(build(), data, tmp_path / "run")
    assert third.log_dir == tmp_path / "run-1" and "is written to by" not in capsys.readouterr().out


@pytest.mark.slow
@measuring_nothing
def test_two_writers_one_failed(tmp_path, data):
    """A fit that failed gives its folder back as soon as nothing holds its traceback: other processes may have it."""

    class Fails(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if batch == 2:
                raise RuntimeError("failed")

    model, probe = build(), small_probe(tmp_path / "run")
    gc.freeze()  # what thousands of tests before this one have left takes minutes to collect
    with contextlib.suppress(RuntimeError):
        fit(model, data, [probe, Fails()], epochs=1)
    gc.collect()
    gc.unfreeze()
    assert not probe._session.record.is_open and not (tmp_path / "run" / ".phases.writer").exists()


@measuring_nothing
def test_two_writers_in_one_process_that_both_train(tmp_path, data, capsys):
    """A fit within a fit of another probe: the first still runs."""
    inner = []

    class Trains(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if batch == 3:
                inner.append(go_on(build(), data, tmp_path / "run"))

    outer = small_probe(tmp_path / "run")
    fit(build(), data, [outer, Trains()], epochs=1)
    assert outer.log_dir == tmp_path / "run" and inner[0].log_dir == tmp_path / "run-1"
    assert steps_in(outer.log_dir) == steps_in(inner[0].log_dir) == STEPS


def without_marks(log_dir):
    """The record as a version wrote it that kept no digests."""
    run = read_run(log_dir / "phases")
    run.marks = []
    replace_events(log_dir / "phases", run)


@pytest.mark.first_case
@pytest.mark.parametrize("seed", [0, 1], ids=["same", "other"])
def test_a_record_without_digests_is_known_by_what_it_measured(run, log_dir, data, seed, capsys):
    without_marks(log_dir)
    model = restored(run / "last.weights.h5")
    if seed:
        model.layers[1].kernel.assign(build(seed).layers[1].kernel)
    probe = go_on(model, data, log_dir)
    assert probe.log_dir == log_dir.with_name("run-1" if seed else "run")
    assert steps_in(probe.log_dir) == ([6, 8, 12] if seed else [*STEPS, 8, 12])
    assert ("holds other values at step 6" in capsys.readouterr().out) == bool(seed)


@measuring_nothing
def test_save_freq_is_counted_as_keras_does(tmp_path, data):
    """From one save to the next: several steps at once may pass beyond it."""
    model, saved = build(), []
    model.compile(keras.optimizers.SGD(0.05), model.loss, run_eagerly=True, steps_per_execution=2)
    saves = keras.callbacks.ModelCheckpoint(tmp_path / "{batch}.weights.h5", save_weights_only=True, save_freq=3)
    saves._save_model = lambda *_, **__: saved.append(int(model.optimizer.iterations))
    fit(model, data, [small_probe(tmp_path / "run", schedule=At([1])), saves], epochs=3)
    assert saved and set(saved) <= {step for step, _ in read_run(tmp_path / "run" / "phases").marks}


@measuring_nothing
def test_two_probes_go_on_each_in_its_own_folder(tmp_path, data):
    class Stops(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if batch == 2:  # behind step 3, of which nothing is recorded
                raise KeyboardInterrupt

    model, folders = build(), [tmp_path / "one", tmp_path / "other"]
    with pytest.raises(KeyboardInterrupt):
        fit(model, data, [*map(small_probe, folders), Stops()], epochs=1)
    probes = [small_probe(folder) for folder in folders]
    fit(model, data, probes, epochs=1)
    assert [probe.log_dir for probe in probes] == folders and all(probe.history.steps[0] == 0 for probe in probes)


@measuring_nothing
def test_file_gone_during_a_fit(tmp_path, data):
    class Removes(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if batch == 2:
                shutil.rmtree(tmp_path / "run")

    probe = small_probe(tmp_path / "run", on_error="warn")
    fit(build(), data, [probe, Removes()], epochs=1)
    assert steps_in(tmp_path / "run") == probe.history.steps.tolist() == STEPS


class Elsewhere(keras.callbacks.Callback):
    """Has the process go to another folder in the midst of an epoch."""

    def __init__(self, folder):
        super().__init__()
        self._folder = folder

    def on_train_batch_end(self, batch, logs=None):
        if batch == 2:
            os.chdir(self._folder)


@pytest.mark.first_case
@measuring_nothing
@pytest.mark.parametrize("given", ["logs/run", None], ids=["named", "by time"])
def test_same_log_dir_of_a_process_that_goes_to_another_folder(tmp_path, data, monkeypatch, capsys, given):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "one")
    model, probe = build(), small_probe(given)
    fit(model, data, [probe, Elsewhere(tmp_path / "other")], epochs=1)
    fit(model, data, [probe], epochs=2, initial_epoch=1) if given is None else None
    steps = [*STEPS, 8, 12] if given is None else STEPS
    assert probe.history.steps.tolist() == PhaseHistory.load(probe.log_dir).steps.tolist() == steps
    assert probe.log_dir.is_relative_to(tmp_path / "one") and not any((tmp_path / "other").iterdir())


def test_a_digest_is_of_weights_as_a_file_keeps_them(run):
    one, two = (restored(run / "last.weights.h5", seed) for seed in (1, 2))
    assert digest_weights(one) == digest_weights(two) != digest_weights(build())
    one.layers[-2].moving_mean.assign_add(np.ones(6, "float32"))
    one.layers[1].trainable = False
    assert digest_weights(one) == digest_weights(two)
    one.layers[-1].bias.assign_add(np.full(3, 1e-6, "float32"))
    assert digest_weights(one) != digest_weights(two)


@measuring_nothing
@pytest.mark.first_case
@pytest.mark.parametrize("every", [1, 3])
def test_marks_stand_at_probe_steps_and_ends_of_epochs(tmp_path, data, every):
    probe = small_probe(tmp_path / "run", schedule=At([1]))
    saves = keras.callbacks.ModelCheckpoint(tmp_path / "best.weights.h5", save_weights_only=True, save_freq=4 * every)
    fit(build(), data, [probe, saves], epochs=3)
    expected = {1, NUM_BATCHES, 2 * NUM_BATCHES, 3 * NUM_BATCHES, *range(4 * every, 3 * NUM_BATCHES + 1, 4 * every)}
    assert {step for step, _ in read_run(tmp_path / "run" / "phases").marks} == expected


@measuring_nothing
@pytest.mark.parametrize("when", ["within", "twice"])
def test_a_probe_measures_one_fit_at_a_time(tmp_path, data, when):
    model, probe = build(), small_probe(tmp_path / "run")
    fit_again = keras.callbacks.LambdaCallback(on_epoch_end=lambda *_: fit(build(), data, [probe], epochs=1))
    with pytest.raises(ValueError, match=r"a fit that still goes on\. Expected a probe of its own for each fit"):
        fit(model, data, [probe, fit_again if when == "within" else probe], epochs=1)
    fit(build(), data, [probe], epochs=1)
    assert steps_in(probe.log_dir) == STEPS
