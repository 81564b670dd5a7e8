"""Batches at which nothing is measured: Keras goes on as without a probe, and what is measured stays the same."""

import collections
import importlib
import threading

import keras
import numpy as np
import pytest
from builders.scripted import STEPS_PER_EPOCH, build_tiny_net, draw_tiny_rows, fit_tiny, make_probe, same

from keras_phases import At, Every, PhaseCheckpoint, PhaseProbe, PhaseStop
from keras_phases.backend.running_fit import BatchEnds, fit_locals

BACKEND = keras.backend.backend()
# TensorFlow is waited for after every batch, whatever callbacks there are.
GOES_ON = BACKEND != "tensorflow"
DUE, STOPPED = [0, 2, 3, 10, 11], 11


class Watch(keras.callbacks.Callback):
    """Whether Keras will tell the end of each batch from another thread, listed last."""

    def on_train_begin(self, logs=None):
        self._list, self.goes_on = fit_locals(self._model)["callbacks"], []
        self.goes_on_at_first = self._list._async_train

    def on_train_batch_begin(self, batch, logs=None):
        self.goes_on.append(self._list._async_train)

    def on_epoch_end(self, epoch, logs=None):
        assert self._list._async_train == self.goes_on_at_first


class Waits(keras.callbacks.Callback):
    """Has Keras wait after every batch, as any hook of this name does."""

    def on_train_batch_end(self, batch, logs=None):
        pass


class StopsAt(keras.callbacks.Callback):
    """Ends training at a probe step, as `PhaseStop` does."""

    def __init__(self, probe, step):
        super().__init__()
        self._probe, self._step = probe, step

    def on_train_begin(self, logs=None):
        self._probe.subscribe(self._end)

    def _end(self, step):
        self._model.stop_training |= step == self._step


def train(folder, *others, at_once=1, schedule=None, **options):
    """A fit with all our callbacks that ends at step 11: the probe, the callback that keeps weights, and the model."""
    model = build_tiny_net(steps_per_execution=at_once)
    keras.utils.set_random_seed(1)
    probe = make_probe(folder, schedule=schedule or At(DUE), on_error="raise")
    keep = PhaseCheckpoint(probe, folder / "best.weights.h5", max_kept=None)
    callbacks = [StopsAt(probe, STOPPED), keep, PhaseStop(probe), probe, *others]
    logs, _ = fit_tiny(model, *callbacks, epochs=3, validation_data=draw_tiny_rows(1), **options)
    return probe, keep, model, {name: values for name, values in logs.items() if "phases" not in name}


@pytest.fixture(scope="module")
def fits(tmp_path_factory):
    watch, folder = Watch(), tmp_path_factory.mktemp("idle")
    return watch, train(folder / "on", watch), train(folder / "waiting", Waits())


@pytest.mark.slow
def test_keras_waits_at_probe_steps_and_ends_of_epochs_alone(fits):
    watch, _, _ = fits
    expected = [GOES_ON and step not in (*DUE, STEPS_PER_EPOCH) for step in range(1, STOPPED + 1)]
    assert watch.goes_on_at_first == GOES_ON and watch.goes_on == expected


def test_what_is_measured_and_kept_is_what_it_is_where_keras_waits_after_every_batch(fits):
    (probe, keep, model, logs), (probe_waiting, keep_waiting, model_waiting, logs_waiting) = fits[1:]
    assert probe.history.steps.tolist() == probe_waiting.history.steps.tolist() == DUE
    timed = [name.endswith("seconds") for name in probe.history.layout.metrics]
    for (_, ours), (_, theirs) in zip(probe.history.records, probe_waiting.history.records, strict=True):
        np.testing.assert_array_equal(ours[..., np.logical_not(timed)], theirs[..., np.logical_not(timed)])
    assert logs == logs_waiting and int(model.optimizer.iterations) == STOPPED
    assert same(model.get_weights(), model_waiting.get_weights())
    kept = build_tiny_net()
    kept.optimizer.build(kept.trainable_variables)
    # On TensorFlow the file of step 0 has no state of an optimizer yet.
    for ours, theirs in zip(keep.checkpoints[1:], keep_waiting.checkpoints[1:], strict=True):
        kept.load_weights(ours.path)
        weights = kept.get_weights()
        kept.load_weights(theirs.path)
        assert same(weights, kept.get_weights())
    # Those of the last file are those of the step that training ended at, and no batch came after it.
    assert keep.checkpoints[-1].step == STOPPED and same(weights, model.get_weights())


@pytest.mark.slow
@pytest.mark.skipif(BACKEND == "torch", reason="Keras takes one step at a time on PyTorch")
def test_several_steps_at_once_are_counted_to_the_end_of_an_epoch(tmp_path):
    """Of eight batches three, three and two; the end of the third execution is told as that of the ninth."""
    probe, _, model, _ = train(tmp_path, at_once=3, schedule=At([7, 12]))
    assert probe.history.steps.tolist() == [8, 14, 3 * STEPS_PER_EPOCH] and model.optimizer.iterations == 24


def test_an_end_that_is_told_in_another_thread_is_noted():
    ends = BatchEnds({})
    told = []
    for batch in (1, 2, 0):
        thread = threading.Thread(target=lambda batch=batch: told.append(ends.is_told_here(batch)))
        thread.start()
        thread.join()
    assert told == [False] * 3 and ends.end_epoch() == 2 and ends.end_epoch() == -1
    assert ends.is_told_here(5) and ends.end_epoch() == 5


@pytest.mark.slow
def test_without_keras_being_asked_steps_are_measured_as_the_next_batch_begins(tmp_path):
    """In a loop of one's own with Keras's list of callbacks."""
    model, (x, y) = build_tiny_net(), draw_tiny_rows()
    probe = make_probe(tmp_path, schedule=Every(2), data=(x, y), on_error="raise")
    callbacks = keras.callbacks.CallbackList([probe], model=model, epochs=1, steps=5, verbose=0)
    assert callbacks._async_train == GOES_ON
    callbacks.on_train_begin()
    callbacks.on_epoch_begin(0)
    for batch in range(5):
        callbacks.on_train_batch_begin(batch)
        callbacks.on_train_batch_end(batch, {"loss": model.train_on_batch(x[:8], y[:8])})
    callbacks.on_epoch_end(0)
    callbacks.on_train_end()
    assert probe.history.steps.tolist() == [0, 2, 4, 5]


WAITING_CALLS = {
    "tensorflow": ("tensorflow.python.framework.ops", "_EagerTensorBase", ("_numpy",)),
    "jax": ("jax._src.array", "ArrayImpl", ("__array__", "__float__", "__int__", "__bool__", "block_until_ready")),
    "torch": ("torch", "Tensor", ("__array__", "__float__", "__int__", "__bool__", "numpy", "item", "tolist", "cpu")),
}


class Counts(keras.callbacks.Callback):
    """How often the thread that trains waited for the device from one batch to another; listed first."""

    def __init__(self, waits, first, last):
        super().__init__()
        self._waits, self._first, self._last = waits, first, last

    def on_train_batch_begin(self, batch, logs=None):
        if batch == self._first:
            self._waits.clear()
        elif batch == self._last:
            self.found = dict(self._waits)


@pytest.fixture
def waits(monkeypatch):
    """Counts what has a value wait for the device in this thread, by the name of the method."""
    found, here = collections.Counter(), threading.get_ident()
    module, owner, names = WAITING_CALLS[BACKEND]
    owners = dict.fromkeys(names, getattr(importlib.import_module(module), owner))
    # What Keras reads logs by, past the methods of JAX's arrays.
    owners["convert_to_numpy"] = importlib.import_module("keras.src.backend")

    def count(owner, name):
        method = getattr(owner, name)

        def counted(*arguments, **options):
            if threading.get_ident() == here:
                found[name] += 1
            return method(*arguments, **options)

        return counted

    for name, owner in owners.items():
        monkeypatch.setattr(owner, name, count(owner, name))
    return found


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")  # too few steps for PhaseStop
@pytest.mark.parametrize("accumulation", [None, 3], ids=["each batch a step", "three batches a step"])
def test_idle_batches_wait_for_the_device_no_more_than_without_a_probe(tmp_path, waits, accumulation):
    found = []
    for ours in (False, True):
        model = build_tiny_net()
        optimizer = keras.optimizers.SGD(0.05, gradient_accumulation_steps=accumulation)
        model.compile(optimizer, model.loss, jit_compile=BACKEND == "jax")
        probe = PhaseProbe(log_dir=tmp_path / "run", layers="hidden", schedule=At([0, 1, 400]), quantities=None)
        followers = [PhaseStop(probe), PhaseCheckpoint(probe, tmp_path / "best.weights.h5")]
        counts = Counts(waits, 10, 210)
        x, y = (np.tile(rows, (27, *[1] * (rows.ndim - 1))) for rows in draw_tiny_rows())
        model.fit(x, y, 8, 1, verbose=0, callbacks=[counts, *([probe, *followers] if ours else ())])
        found.append(counts.found)
        assert not ours or probe.history.steps[0] == 0
    without, probed = found
    assert sum(probed.values()) <= sum(without.values()) and (GOES_ON or sum(without.values()))
