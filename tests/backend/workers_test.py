"""What the chief of several workers tells the others; two processes that train together are in devices_test.py."""

import functools
import itertools

import keras
import numpy as np
import pytest
from builders.models import PLAIN

from keras_phases import Every, PhaseCheckpoint, PhaseProbe, PhaseStop
from keras_phases.backend.workers import Workers, _Several, find_workers
from keras_phases.callbacks import phase_checkpoint as checkpoints
from keras_phases.callbacks import run_session
from keras_phases.measure.instrument import Instrument
from keras_phases.record.run_record import Record
from keras_phases.warning import PhaseWarning


class Told(_Several):
    """One after the other in one process: the chief's messages are kept, and the other worker is given them."""

    def __init__(self, is_chief, sent):
        self.is_chief, self._sent = is_chief, sent

    def _share(self, array):
        if self.is_chief:
            self._sent.append(array.copy())
            return array
        sent = self._sent.pop(0)
        assert array.dtype == sent.dtype and array.shape == sent.shape  # else a collective would not match
        return sent


def tell(action):
    """What an action of the chief is in the other worker."""
    sent = []
    told = Told(True, sent).broadcast(action)
    found = Told(False, sent).broadcast(None)
    assert not sent
    return told, found


@pytest.mark.parametrize("size", [0, 1, 100_000])
def test_what_the_chief_finds_is_the_same_bits_in_all_workers(size):
    array = np.random.default_rng(0).normal(size=size).astype(np.float32)
    array[size // 2 :: 7] = np.nan
    told, found = tell(lambda: (array, {"step": 3}))
    assert found[0].tobytes() == told[0].tobytes() == array.tobytes() and found[1] == {"step": 3}


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (ValueError("log_dir cannot be written."), ValueError, "log_dir cannot be written. (Told by the first worker"),
        (OSError("No space left"), RuntimeError, "OSError: No space left (Told by"),
    ],
    ids=["user", "machine"],
)
def test_where_the_chief_fails_all_fail(error, kind, message):
    def fail():
        raise error

    sent = []
    with pytest.raises(type(error)):
        Told(True, sent).broadcast(fail)
    with pytest.raises(kind) as caught:
        Told(False, sent).broadcast(None)
    assert str(caught.value).startswith(message) and not sent


def test_one_process_is_its_own_chief():
    workers = find_workers(keras.Sequential([keras.Input((2,)), keras.layers.Dense(2)]))
    assert type(workers) is Workers and workers.is_chief and workers.broadcast(lambda: 3) == 3


def fit(monkeypatch, workers, log_dir, *, filepath=None, **options):
    """A fit of one worker; returns probe, weights and the step that a PhaseStop ended it at."""
    for module in (run_session, checkpoints):
        monkeypatch.setattr(module, "find_workers", lambda model: workers)
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(4, "relu", name="hidden"), keras.layers.Dense(2)])
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **PLAIN)
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(128, 6)).astype("float32"), rng.integers(0, 2, 128)
    probe = PhaseProbe(log_dir=log_dir, schedule=Every(1), probe_batch_size=32, **{"on_error": "raise"} | options)
    # A second passes between any two looks at the chief's clock, none at the other's, which would pay for all.
    probe._clock = functools.partial(next, itertools.count() if workers.is_chief else itertools.repeat(0))
    stop = PhaseStop(probe)
    keep = [] if filepath is None else [PhaseCheckpoint(probe, filepath)]
    model.fit(x, y, 16, 2, verbose=0, validation_data=(x, y), callbacks=[probe, stop, *keep])
    return probe, model.get_weights(), stop.stopped_step


@pytest.mark.filterwarnings("ignore:budget")
@pytest.mark.parametrize("options", [{}, {"budget": 0.5}], ids=["stopped", "budget"])
def test_another_worker_writes_nothing_and_goes_the_chiefs_way(options, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    looks = []
    monkeypatch.setattr("keras_phases.callbacks.phase_stop.judge", functools.partial(look, looks))
    sent = []
    chief, weights, stopped = fit(monkeypatch, Told(True, sent), "run", **options)
    chief_looks = looks.copy()
    looks.clear()
    monkeypatch.setattr(run_session, "build_drawn", None)
    other, other_weights, other_stopped = fit(monkeypatch, Told(False, sent), None, **options)
    assert not sent  # every meeting of the chief is one of the other
    assert chief.history.steps.tolist() == other.history.steps.tolist()
    assert 3 < len(chief.history) < 16  # some in the middle, not all
    assert looks == chief_looks == list(range(1, 5))  # listeners are told of every probe step
    assert (other.is_chief, other.log_dir, other_stopped) == (False, chief.log_dir, stopped)
    for (_, values), (_, others) in zip(chief.history.records, other.history.records, strict=True):
        assert values.tobytes() == others.tobytes()
    assert all(np.array_equal(mine, its) for mine, its in zip(weights, other_weights, strict=True))
    assert len(list((tmp_path / "run" / "phases").iterdir())) == len(list(tmp_path.iterdir())) == 1


def look(looks, history, layer, confidence):
    """In the place of `judge`: four probe steps are enough."""
    looks.append(len(history))
    return Report(), len(history) > 3


@pytest.mark.slow
def test_a_probe_step_that_fails_in_the_chief_is_left_out_in_all(tmp_path, monkeypatch):
    sent, measure, calls = [], Instrument.measure, itertools.count()

    def fail_once(instrument, *at):
        if next(calls) == 1:
            raise OSError("gone")
        return measure(instrument, *at)

    monkeypatch.setattr(Instrument, "measure", fail_once)
    with pytest.warns(PhaseWarning, match="OSError: gone"):
        chief, _, _ = fit(monkeypatch, Told(True, sent), tmp_path, on_error="warn")
    with pytest.warns(PhaseWarning, match="OSError: gone.*Told by the first worker"):
        other, _, _ = fit(monkeypatch, Told(False, sent), None, on_error="warn")
    assert chief.history.steps.tolist() == other.history.steps.tolist() == [0, *range(2, 17)] and not sent


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize("when", ["open", "add"])
@pytest.mark.parametrize("on_error", ["warn", "raise"])
def test_a_disk_that_is_full_in_the_chief_is_the_same_to_all(when, on_error, tmp_path, monkeypatch):
    """One that went on alone would wait at its next step for the others."""
    sent, writes, write = [], itertools.count(), Record._write_out

    def fail_once(record, *others):
        if next(writes) == {"open": 0, "add": 1}[when]:
            raise OSError("No space left")
        return write(record, *others)

    monkeypatch.setattr(Record, "_write_out", fail_once)
    expected = {
        "warn": lambda match: pytest.warns(PhaseWarning, match=match),
        "raise": lambda match: pytest.raises((OSError, RuntimeError), match=match),
    }[on_error]
    steps = []
    for workers, folder in ((Told(True, sent), tmp_path / "run"), (Told(False, sent), None)):
        with expected("No space left"):
            probe, _, _ = fit(monkeypatch, workers, folder, on_error=on_error)
            steps.append(probe.history.steps.tolist())
    assert not sent and steps in ([], [list(range(17))] * 2)


def test_a_place_for_weights_that_the_chief_cannot_use_ends_the_fit_in_all(tmp_path, monkeypatch):
    """One that went on would wait for the chief at its first step of training."""
    (tmp_path / "best.weights.h5").mkdir()
    sent = []
    for is_chief, name in ((True, "best"), (False, "other")):
        with pytest.raises(ValueError, match=r"best\.weights\.h5' is a folder") as told:
            fit(monkeypatch, Told(is_chief, sent), tmp_path / "run", filepath=tmp_path / f"{name}.weights.h5")
        assert ("Told by the first worker" in str(told.value)) != is_chief
    assert not sent


class Report:
    """In the place of a `PhaseReport`."""

    def describe(self):
        return "as told"
