"""PhaseProbe in real fits: what it records, what it leaves alone, and what it says when something is wrong."""

import copy
import dataclasses
import errno
import gc
import pickle
import random
import re
import threading
import warnings
import weakref

import keras
import numpy as np
import pytest
import tensorflow as tf
from builders.fits import BATCH, differing, fit, small_probe, state_of, warnings_of
from builders.models import EAGER, PLAIN, build_stateful_model
from keras import layers

from keras_phases import At, Epochs, Every, PhaseCheckpoint, PhaseHistory, PhaseProbe, PhaseStop, PhaseWarning
from keras_phases.backend.arrays import COMPILED_ONCE
from keras_phases.measure.instrument import Instrument
from keras_phases.record.event_files import PhaseEventWriter, each_event
from keras_phases.record.run_record import Record

NUM_ROWS = 96
measuring_nothing = pytest.mark.usefixtures("flat_curve")


def draw_data():
    rng = np.random.default_rng(0)
    y = rng.integers(0, 3, NUM_ROWS)
    x = rng.normal(size=(NUM_ROWS, 8, 8, 2)).astype("float32") + y[:, None, None, None]
    return x, y


@pytest.fixture
def data():
    return draw_data()


@pytest.mark.slow
# With TensorFlow's compiler, which takes a minute; without it, and on every backend, in tests/fits/backends_test.py.
@pytest.mark.parametrize(
    ("optimizer", "steps_per_execution", "batch_norm"), [("sgd", 1, "batch"), ("adam", 4, "inference")]
)
def test_training_is_the_same_bits_with_and_without_the_probe(
    tmp_path, data, optimizer, steps_per_execution, batch_norm
):
    def run(*callbacks):
        settings = {"steps_per_execution": steps_per_execution, "compiler": {"jit_compile": True}}
        model = build_stateful_model(optimizer=optimizer, **settings)
        logs = fit(model, data, callbacks, validation_split=0.25)
        return state_of(model), {name: logs[name] for name in ("loss", "accuracy", "val_loss", "val_accuracy")}

    plain, plain_logs = run()
    names = [name for name, _ in plain]
    assert any("seed" in name for name in names) and any("moving_mean" in name for name in names)
    probe = small_probe(tmp_path, schedule=Every(2), batch_norm=batch_norm, quantities="auto")
    probed, probed_logs = run(probe)
    assert not differing(plain, probed)
    assert plain_logs == probed_logs
    assert len(probe.history) > 3


@pytest.mark.slow
def test_bit_identity_notices_a_trace(tmp_path, data):
    """The test above can fail: a probe that writes moving statistics is found."""

    class Careless(PhaseProbe):
        def on_train_batch_end(self, batch, logs=None):
            super().on_train_batch_end(batch, logs)
            self._model(data[0][:16], training=True)

    states = []
    for callbacks in ([], [Careless(log_dir=tmp_path, probe_batch_size=16, schedule=At([0]), quantities=None)]):
        model = build_stateful_model()
        fit(model, data, callbacks, epochs=1)
        states.append(state_of(model))
    assert differing(*states)


@pytest.fixture(scope="module")
def probe(tmp_path_factory):
    """The probe of one fit that several tests look at; none fits with it again."""
    probe = small_probe(tmp_path_factory.mktemp("probe"))
    fit(build_stateful_model(compiler=PLAIN), draw_data(), [probe])
    return probe


def test_every_scheduled_step_and_the_last_are_recorded(probe):
    assert probe.history.steps.tolist() == [0, 1, 2, 4, 8, 12]
    assert probe.history.layers == ["block1_relu", "block2_relu"]
    assert probe.history.column("epoch", 0).tolist() == [0, 0, 0, 0, 1, 1]


@pytest.mark.first_case
@measuring_nothing
@pytest.mark.parametrize(
    ("schedule", "steps_per_execution", "expected"),
    [
        pytest.param(Epochs(), 1, [0, 6, 12], id="epochs"),
        pytest.param("log2", 4, [0, 4, 10, 12], id="four steps an execution"),
    ],
)
def test_schedules(tmp_path, data, schedule, steps_per_execution, expected):
    probe = small_probe(tmp_path, schedule=schedule)
    fit(build_stateful_model(steps_per_execution=steps_per_execution), data, [probe])
    assert probe.history.steps.tolist() == expected


def test_event_file_equals_the_history(probe):
    loaded = PhaseHistory.load(probe.log_dir)
    assert loaded.layout == probe.history.layout
    np.testing.assert_array_equal(loaded.steps, probe.history.steps)
    for (_, ours), (_, theirs) in zip(probe.history.records, loaded.records, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert loaded.to_dataframe().equals(probe.history.to_dataframe())


def test_record_of_a_trained_model_is_what_the_instrument_measures(probe):
    instrument = probe._session.instrument
    assert probe.history.holds(instrument.measure(probe.history.steps[-1], probe.history.newest.epoch))


@pytest.mark.slow
def test_fit_rows_and_heldout_rows(tmp_path, data):
    x, y = data
    probe = small_probe(tmp_path, schedule=At([0]))
    fit(build_stateful_model(), (x[:64], y[:64]), [probe], epochs=1, validation_data=(x[64:], y[64:]))
    frame = probe.history.to_dataframe()
    assert set(frame.num_fit_examples) == {64} and set(frame.num_heldout_examples) == {32}
    assert not frame["flags"].str.contains("training_heldout").any()
    assert probe.history.layout.run["heldout"] == "validation"


def test_without_validation_rows_the_records_say_so(probe):
    assert probe.history.to_dataframe()["flags"].str.contains("training_heldout").all()
    instrument = probe._session.instrument
    fit_rows = {row.tobytes() for row in instrument.rows.x_fit}
    assert fit_rows.isdisjoint(row.tobytes() for row in instrument.rows.x_heldout)


@pytest.mark.slow
def test_keras_callbacks_use_the_newest_loss(tmp_path, data):
    name = "phases/block2_relu/reconstruction_loss"
    model, probe = build_stateful_model(), small_probe(tmp_path / "logs", schedule=Epochs())
    followers = [
        keras.callbacks.CSVLogger(str(tmp_path / "log.csv")),
        keras.callbacks.ModelCheckpoint(
            str(tmp_path / "best.weights.h5"), name, mode="min", save_best_only=True, save_weights_only=True
        ),
        keras.callbacks.EarlyStopping(name, patience=0, mode="min", min_delta=1e9),
    ]
    logs = fit(model, data, [probe, *followers], epochs=5, validation_data=data)
    assert len(logs["loss"]) == 2, "EarlyStopping saw no improvement by 1e9 and ended fit"
    assert (tmp_path / "best.weights.h5").exists()
    header, _, line = (tmp_path / "log.csv").read_text().splitlines()
    values = dict(zip(header.split(","), map(float, line.split(",")), strict=True))
    assert values["phases/step"] == 12
    assert values[name] == pytest.approx(probe.history.column("reconstruction_loss", 1)[-1], rel=1e-6)


@pytest.mark.slow
@measuring_nothing
def test_epochs_that_measure_nothing_have_no_metric_that_could_pass_for_theirs(tmp_path, data):
    logs = fit(build_stateful_model(), data, [small_probe(tmp_path, schedule=At([0, 7]))], epochs=4)
    assert len(logs["loss"]) == 4 and logs["phases/step"] == [0, 7, 24]


@measuring_nothing
@pytest.mark.parametrize("logs", ["last", "all"])
def test_logs_carry_the_last_layer_or_all(tmp_path, data, logs):
    metrics = fit(build_stateful_model(), data, [small_probe(tmp_path, logs=logs)], epochs=1)
    layers = ("block1_relu", "block2_relu") if logs == "all" else ("block2_relu",)
    expected = {f"phases/{layer}/reconstruction_loss" for layer in layers}
    assert {name for name in metrics if name.startswith("phases/")} == {"phases/step", *expected}


class Tracker:
    """As the run of a tracker that somebody closes after some steps."""

    def __init__(self, closes_at=99):
        self.sent, self._closes_at = {}, closes_at

    def log(self, values, step):
        if step >= self._closes_at:
            raise RuntimeError("closed")
        self.sent[step] = values


@measuring_nothing
def test_loggers_are_sent_what_the_event_file_has_and_one_that_is_closed_ends_nothing(tmp_path, data):
    good, closed = Tracker(), Tracker(closes_at=2)
    probe = small_probe(tmp_path, loggers=[closed, good], on_error="warn")
    said = warnings_of(build_stateful_model(), data, probe)
    assert len([text for text in said if "A logger failed at step 2 and is sent nothing more" in text]) == 1
    assert list(closed.sent) == [0, 1] and list(good.sent) == probe.history.steps.tolist() == [0, 1, 2, 4, 6]
    written = {
        event.step: {value.tag: value.simple_value for value in event.summary.value if value.HasField("simple_value")}
        for _, event in each_event(probe.directory, {})
        if event.summary.value
    }
    assert {step: values for step, values in written.items() if values} == good.sent


@pytest.mark.slow
def test_verbose_zero_prints_nothing(tmp_path, data, capsys):
    for number in range(2):  # the second begins beside the first
        probe = small_probe(tmp_path / "run", layers="block1_relu", schedule=At([0]))
        said = warnings_of(build_stateful_model(), data, probe)
        assert any("the record of this run is" in text for text in said) == bool(number)
    assert capsys.readouterr().out == ""


@measuring_nothing
def test_a_failure_in_the_middle_warns_and_fit_goes_on(tmp_path, data, monkeypatch):
    measure, calls = Instrument.measure, []

    def fail_once(self, *at):
        calls.append(None)
        if len(calls) == 3:
            raise RuntimeError("the disk is on fire")
        return measure(self, *at)

    monkeypatch.setattr(Instrument, "measure", fail_once)
    model, probe = build_stateful_model(), small_probe(tmp_path, on_error="warn")
    with pytest.warns(PhaseWarning, match=r"failed at step 2, training goes on: RuntimeError: the disk is on fire"):
        model.fit(*data, BATCH, 2, verbose=0, callbacks=[probe])
    assert probe.history.steps.tolist() == [0, 1, 4, 8, 12]
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1, 4, 8, 12]


def test_on_error_raise_lets_a_failure_through(tmp_path, data, monkeypatch):
    monkeypatch.setattr(Instrument, "measure", lambda self, *at: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        fit(build_stateful_model(), data, [small_probe(tmp_path)])


@pytest.mark.slow
def test_weights_that_become_nan_give_a_marked_record(tmp_path, data):
    class Poison(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            if epoch == 0:
                return
            self.model.get_layer("block2_conv").kernel.assign(np.full((3, 3, 4, 8), np.nan))

    probe = small_probe(tmp_path, schedule=At([0]))
    said = warnings_of(build_stateful_model(), data, Poison(), probe, epochs=2)
    assert any("block2_relu: features or inputs hold NaN" in text for text in said)
    frame = probe.history.to_dataframe()
    last = frame[frame.step == 12].set_index("layer")
    assert np.isfinite(last.reconstruction_loss["block1_relu"])
    assert np.isnan(last.reconstruction_loss["block2_relu"])
    assert "nonfinite_features" in last["flags"]["block2_relu"]
    assert last["flags"].str.contains("nonfinite_outputs").all()


@measuring_nothing
def test_training_the_same_model_further_goes_on_with_the_curve(tmp_path, data):
    model = build_stateful_model()
    fit(model, data, [small_probe(tmp_path)], epochs=1)
    fit(model, data, [small_probe(tmp_path)], epochs=1)
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1, 2, 4, 6, 8, 12]


@measuring_nothing
def test_an_interrupted_fit_keeps_its_record_and_can_go_on(tmp_path, data):
    class Interrupt(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if batch == 2:
                raise KeyboardInterrupt

    model, probe = build_stateful_model(), small_probe(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        fit(model, data, [probe, Interrupt()], epochs=1)
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1, 2]
    fit(model, data, [probe], epochs=1)
    assert PhaseHistory.load(tmp_path).steps.tolist() == probe.history.steps.tolist() == [0, 1, 2, 4, 8, 9]


@measuring_nothing
def test_ctrl_c_inside_a_probe_step_closes_the_record_and_a_second_fit_goes_on(tmp_path, data, monkeypatch):
    measure, calls = Instrument.measure, []

    def interrupt_once(instrument, *at):
        calls.append(None)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return measure(instrument, *at)

    monkeypatch.setattr(Instrument, "measure", interrupt_once)
    model, probe = build_stateful_model(), small_probe(tmp_path, on_error="warn")
    with pytest.raises(KeyboardInterrupt):
        fit(model, data, [probe], epochs=1)
    assert not probe._session.record.is_open
    assert PhaseHistory.load(tmp_path).steps.tolist() == probe.history.steps.tolist() == [0, 1]
    fit(model, data, [probe], epochs=1)
    assert PhaseHistory.load(tmp_path).steps.tolist() == probe.history.steps.tolist() == [0, 1, 2, 4, 8]


@measuring_nothing
def test_a_full_disk_warns_names_the_file_and_loses_nothing(tmp_path, data, monkeypatch):
    class FullOnce:
        def __init__(self, file):
            self._file, self._calls = file, 0

        def write(self, record):
            self._calls += 1
            if self._calls in (4, 5):  # after file version, start and step 0
                raise OSError(errno.ENOSPC, "No space left on device")
            return self._file.write(record)

        def __getattr__(self, name):
            return getattr(self._file, name)

    write = PhaseEventWriter._write

    def write_to_full_disk(writer, event):
        if not isinstance(writer._file, FullOnce):
            writer._file = FullOnce(writer._file)
        write(writer, event)

    monkeypatch.setattr(PhaseEventWriter, "_write", write_to_full_disk)
    probe = small_probe(tmp_path, on_error="warn")
    said = [text for text in warnings_of(build_stateful_model(), data, probe) if "No space left" in text]
    assert len(said) == 2
    assert re.search(r"failed at step 1, training goes on: OSError: .*'.*tfevents.*' cannot take step 1", said[0])
    assert "cannot take step 1, step 2. It is kept in memory, and the next probe step writes it too" in said[1]
    assert PhaseHistory.load(tmp_path).steps.tolist() == probe.history.steps.tolist() == [0, 1, 2, 4, 6]


@measuring_nothing
@pytest.mark.first_case
@pytest.mark.parametrize("accumulation", [None, 2])
def test_steps_that_loss_scaling_skips_are_not_counted(tmp_path, data, accumulation):
    class Iterations(keras.callbacks.Callback):
        def __init__(self):
            super().__init__()
            self.seen = [0]

        def on_train_batch_end(self, batch, logs=None):
            self.seen.append(int(self.model.optimizer.iterations.numpy()))

    model, iterations, probe = build_stateful_model(), Iterations(), small_probe(tmp_path, schedule=Every(1))
    # The loss times 64 times this is infinite in float32; the scale is halved at each overflow.
    optimizer = keras.optimizers.LossScaleOptimizer(
        keras.optimizers.SGD(1e-4, gradient_accumulation_steps=accumulation), initial_scale=2.0**127
    )
    model.compile(optimizer, model.loss, loss_weights=64.0, **EAGER)
    fit(model, data, [iterations, probe], epochs=2)
    true_steps = sorted(set(iterations.seen))
    assert iterations.seen[3] == 0 and 2 < true_steps[-1] < 12, "some steps were skipped, the first among them"
    assert probe.history.steps.tolist() == true_steps
    assert PhaseHistory.load(tmp_path).steps.tolist() == true_steps


@measuring_nothing
@pytest.mark.slow
def test_a_record_of_its_own_beside_the_one_that_stands(tmp_path, data, capsys):
    log_dir = tmp_path / "run"
    fit(build_stateful_model(), data, [small_probe(log_dir, schedule=At([3]))], epochs=1)
    for number in (1, 2):
        model, probe = build_stateful_model(), small_probe(log_dir, layers="block1_relu", seed=number)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PhaseWarning)
            model.fit(*data, BATCH, 1, verbose=2, callbacks=[probe])
        assert probe.log_dir == tmp_path / f"run-{number}"
        assert f"Record: {tmp_path}/run-{number}/phases" in capsys.readouterr().out
        assert PhaseHistory.load(probe.log_dir).steps.tolist() == [0, 1, 2, 4, 6]
    fit(model, data, [probe], epochs=1)
    assert probe.log_dir == tmp_path / "run-2", "the same model trained further goes on with its record"
    assert PhaseHistory.load(probe.log_dir).steps.tolist() == [0, 1, 2, 4, 6, 8, 12]
    fit(build_stateful_model(), data, [probe], epochs=1)
    assert probe.log_dir == tmp_path / "run-3"
    assert PhaseHistory.load(log_dir).steps.tolist() == [3, 6]


@pytest.mark.slow
@measuring_nothing
def test_a_record_of_its_own_lies_in_log_dir_where_none_stands(tmp_path, data, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "phases").mkdir()
    for log_dir, expected in ((".", "."), (".", f"../{tmp_path.name}-1")):
        probe = small_probe(log_dir)
        fit(build_stateful_model(), data, [probe], epochs=1)
        assert probe.log_dir.resolve() == (tmp_path / expected).resolve()


def test_a_log_dir_with_a_record_is_refused_where_that_is_asked_for(probe, data):
    with pytest.raises(ValueError, match="resume is False"):
        fit(build_stateful_model(), data, [small_probe(probe.log_dir, resume=False)], epochs=1)


@measuring_nothing
def test_without_log_dir_a_folder_by_time(tmp_path, data, monkeypatch):
    monkeypatch.chdir(tmp_path)
    probe = small_probe(None)
    fit(build_stateful_model(), data, [probe], epochs=1)
    assert probe.log_dir.parent == tmp_path / "logs" and re.fullmatch(r"\d{8}-\d{6}", probe.log_dir.name)
    assert PhaseHistory.load(probe.log_dir).steps.tolist() == [0, 1, 2, 4, 6]


@pytest.mark.slow
def test_data_is_measured_instead_of_fit_rows(tmp_path, data):
    x, y = data
    batches = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(96, seed=1).batch(BATCH)
    probe = small_probe(tmp_path, data=(x[:48], y[:48]), probe_batch_size=8, schedule=At([0]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PhaseWarning)
        build_stateful_model().fit(batches, epochs=1, verbose=0, shuffle=False, callbacks=[probe])
    given = {row.tobytes() for row in x[:48]}
    assert given.issuperset(row.tobytes() for row in probe._session.instrument.rows.x_fit)


def test_the_table_and_the_summary_are_printed(tmp_path, data, capsys):
    probe = small_probe(tmp_path)
    x, y = data
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PhaseWarning)
        build_stateful_model().fit(x, y, BATCH, 1, verbose=2, callbacks=[probe])
    printed = capsys.readouterr().out
    assert re.search(r"block1_relu +4 x 4 x 4 +64 +linear +primal +64 +[1-3] MiB", printed)
    assert "; 5 probe steps." in printed
    assert printed.index("phases: measuring step 0 (compiling) ...") < printed.index("phases at step 0")
    assert printed.count("(compiling)") == 1
    assert re.search(r"Probing took [.\d]+ s, [.,\d]+ % of training time: 5 probe steps and set-up\.", printed)
    assert "phases at step 4" in printed
    assert re.search(r"block2_relu +linear +\w+", printed.split("Phases of the reconstruction loss")[1])
    assert f"tensorboard --logdir {tmp_path}" in printed
    assert "Advice" in printed


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"schedule": "log3"}, "schedule='log3' is not known"),
        ({"schedule": 10}, "schedule=10 is not known"),
        ({"max_memory": "lots"}, "max_memory is 'lots'. Expected bytes as a positive integer, or text such as '4GiB'"),
        ({"decoders": "ridge"}, "decoders is 'ridge'. Expected 'auto'"),
        ({"protocol": "papers"}, "protocol is 'papers'. Did you mean 'paper'. Expected one of: 'exact', 'paper'"),
        (
            {"protocol": "paper", "batch_norm": "inference"},
            "batch_norm is 'inference' with protocol='paper', .* Expected batch_norm='batch'; leave it out",
        ),
        ({"batch_norm": "train"}, "batch_norm is 'train'. Expected one of: 'batch', 'inference'"),
        ({"resume": "new"}, "resume is 'new'. A fit from step 0 begins beside what stands anyway"),
        ({"resume": "no"}, "resume is 'no'. Expected one of: True, False"),
        ({"on_error": "ignore"}, "on_error is 'ignore'. Expected one of: 'warn', 'raise'"),
        ({"max_examples": 1}, "max_examples is 1. Expected an integer of at least 2"),
        ({"max_heldout": 2.5}, "max_heldout is 2.5. Expected an integer"),
        ({"probe_batch_size": True}, "probe_batch_size is True"),
        ({"seed": -1}, "seed is -1. Expected an integer of at least 0"),
        ({"budget": 5}, "budget is 5. Expected the share of training time"),
        ({"log_dir": ""}, r"log_dir is ''\. Expected a path"),
        ({"log_dir": "a\0b"}, r"log_dir is 'a\\x00b'\. Expected a path"),
        ({"data": (1, 2, 3)}, r"data is a tuple of 3 items. Expected \(x, y\)"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_wrong_arguments_fail_in_the_constructor(options, message):
    with pytest.raises(ValueError, match=message):
        PhaseProbe(**options)


@pytest.mark.parametrize("on_error", ["warn", "raise"])
def test_unknown_layer_fails_before_training(tmp_path, data, on_error):
    model = build_stateful_model()
    before = state_of(model)
    with pytest.raises(ValueError, match=r"Tap 'blok2' matches no layer .*'block1_conv', 'block1_bn'"):
        fit(model, data, [small_probe(tmp_path, layers="blok2", on_error=on_error)])
    assert not differing(before, state_of(model))


@pytest.mark.slow
@measuring_nothing
def test_a_probe_that_begins_later_measures_where_it_begins(tmp_path, data):
    model, probe = build_stateful_model(), small_probe(tmp_path)
    fit(model, data, epochs=1)
    start = int(model.optimizer.iterations.numpy())
    fit(model, data, [probe], epochs=1)
    assert probe.history.steps[0] == start
    first = len(probe.history)
    fit(model, data, [probe], epochs=1)  # goes on with the weights of its last record
    assert probe.history.steps[first] > probe.history.steps[first - 1]


@measuring_nothing
@pytest.mark.first_case
@pytest.mark.parametrize("as_data", [False, True], ids=["fit", "data"])
def test_two_fits_on_one_stream_are_one_curve(tmp_path, data, as_data):
    x, y = data
    chosen = np.random.default_rng(0)

    def endless():
        while True:
            rows = chosen.permutation(len(x))[:BATCH]
            yield x[rows], y[rows]

    stream, probe = endless(), small_probe(tmp_path)
    probe = small_probe(tmp_path, data=stream) if as_data else probe
    model = build_stateful_model()
    for _ in range(2):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PhaseWarning)
            if as_data:
                model.fit(x, y, BATCH, verbose=0, callbacks=[probe])
            else:
                model.fit(stream, steps_per_epoch=4, shuffle=False, verbose=0, callbacks=[probe])
    assert probe.history.steps[-1] == model.optimizer.iterations.numpy()


@pytest.mark.slow
def test_a_model_that_is_not_built_yet_is_measured_from_its_very_weights(tmp_path, data):
    def train(*callbacks):
        keras.utils.set_random_seed(3)
        model = keras.Sequential([layers.Conv2D(3, 3, name="conv"), layers.Flatten(), layers.Dense(3)])
        model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **EAGER)
        fit(model, data, callbacks)
        return state_of(model)

    probe = small_probe(tmp_path)
    assert not differing(train(), train(probe))
    assert [tap.name for tap in probe.taps] == ["conv"] and probe.history.steps[0] == 0


def test_unwritable_log_dir_fails_before_training(tmp_path, data):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ValueError, match=r"cannot be written: .*pass log_dir=\.\.\."):
        fit(build_stateful_model(), data, [small_probe(tmp_path / "file" / "logs")])


@pytest.mark.slow
def test_a_dataset_is_measured_without_the_data_argument(tmp_path, data):
    x, _ = data
    dataset = tf.data.Dataset.from_tensor_slices(data).shuffle(96).batch(BATCH).map(lambda x, y: (x, y))
    build_stateful_model().fit(dataset, verbose=0, shuffle=False, callbacks=[probe := small_probe(tmp_path)])
    rows = {row.tobytes() for row in probe._session.instrument.rows.x_fit}
    assert rows < {row.tobytes() for row in x} and len(probe.history) > 1


def test_a_dataset_that_cannot_be_read_twice_says_to_pass_data(tmp_path, data):
    signature = (tf.TensorSpec((8, 8, 2)), tf.TensorSpec((), "int64"))
    dataset = tf.data.Dataset.from_generator(lambda: zip(*data, strict=True), output_signature=signature).batch(BATCH)
    with pytest.raises(ValueError, match=r"pass rows of their own, data=\(x, y\)"):
        build_stateful_model().fit(dataset, verbose=0, shuffle=False, callbacks=[small_probe(tmp_path)])


def test_without_labels_reconstruction_still_works(tmp_path, data):
    x, _ = data
    inputs = keras.Input((8, 8, 2))
    hidden = layers.Conv2D(4, 3, strides=2, padding="same", name="code")(inputs)
    model = keras.Model(inputs, layers.Conv2DTranspose(2, 3, strides=2, padding="same", name="image")(hidden))
    model.compile("sgd", "mse", **EAGER)
    probe = small_probe(tmp_path, layers="code", schedule=At([0]))
    assert warnings_of(model, (x, x), probe)[0].startswith("No linear probe: labels are what is reconstructed")
    frame = probe.history.to_dataframe()
    assert np.isfinite(frame.reconstruction_loss).all() and frame.probe_accuracy.isna().all()
    assert np.isfinite(frame.model_loss).all() and frame["flags"].str.contains("no_labels").all()


def test_rows_that_do_not_fit_the_model_fail_before_training(tmp_path, data):
    x, y = data
    with pytest.raises(ValueError, match="do not fit the model's input"):
        fit(build_stateful_model(), data, [small_probe(tmp_path, data=(x[:, :4], y), on_error="warn")])


@pytest.mark.slow
@measuring_nothing
def test_steps_are_the_optimizers_under_gradient_accumulation(tmp_path, data):
    model = build_stateful_model()
    optimizer = keras.optimizers.SGD(0.01, gradient_accumulation_steps=3)
    model.compile(optimizer, keras.losses.SparseCategoricalCrossentropy(from_logits=True), **EAGER)
    probe = small_probe(tmp_path, schedule=Every(1))
    fit(model, data, [probe], epochs=3)
    assert probe.history.steps.tolist() == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.slow
def test_last_step_is_measured_before_other_callbacks_restore_weights(tmp_path, data):
    class Restore(keras.callbacks.Callback):
        def on_train_begin(self, logs=None):
            self.weights = self.model.get_weights()

        def on_train_end(self, logs=None):
            self.model.set_weights(self.weights)

    probe = small_probe(tmp_path, schedule=At([0]))
    fit(build_stateful_model(), data, [Restore(), probe], epochs=3)
    losses = probe.history.column("model_loss", 0)
    assert probe.history.steps.tolist() == [0, 18] and losses[1] < losses[0]


@measuring_nothing
def test_two_probes_of_one_fit_keep_apart(tmp_path, data, monkeypatch):
    monkeypatch.chdir(tmp_path)
    probes = [small_probe(None, layers="block1_relu"), small_probe(None, layers="block2_relu")]
    fit(build_stateful_model(), data, probes, epochs=1)
    assert probes[0].log_dir != probes[1].log_dir
    assert [PhaseHistory.load(probe.log_dir).layers for probe in probes] == [["block1_relu"], ["block2_relu"]]
    with pytest.raises(ValueError, match=r"Two probes of this fit write to .*pass PhaseProbe\(log_dir"):
        fit(build_stateful_model(), data, [small_probe(tmp_path / "one"), small_probe(tmp_path / "one")], epochs=1)


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize(
    ("options", "scale", "message"),
    [
        pytest.param({"batch_norm": "inference"}, 1, "batch_norm was 'batch' and is 'inference'", id="batch_norm"),
        pytest.param({"seed": 7}, 1, "seed was 0 and is 7", id="seed"),
        pytest.param({}, 2, "mean_image_loss was", id="other data"),
    ],
)
def test_a_record_measured_in_another_way_is_not_continued(tmp_path, data, options, scale, message, capsys):
    model, probe = build_stateful_model(), small_probe(tmp_path / "run", **options)
    fit(model, data, [small_probe(tmp_path / "run")], epochs=1)
    fit(model, (scale * data[0], data[1]), [probe], epochs=1, verbose=2)
    assert probe.log_dir == tmp_path / "run-1" and PhaseHistory.load(tmp_path / "run").steps[-1] == 6
    assert message in capsys.readouterr().out


@pytest.mark.slow
@measuring_nothing
def test_replacing_what_lies_beyond_the_present_step_is_said(tmp_path, data):
    model, probe = build_stateful_model(), small_probe(tmp_path / "run")
    fit(model, data, [probe], epochs=1)
    model.save_weights(tmp_path / "6.weights.h5")
    fit(model, data, [probe], epochs=1)
    model.load_weights(tmp_path / "6.weights.h5")
    said = warnings_of(model, data, small_probe(tmp_path / "run", schedule=At([7])))
    assert any("held 2 probe steps from step 7 on; this run replaces them" in text for text in said)
    assert PhaseHistory.load(tmp_path / "run").steps.tolist() == [0, 1, 2, 4, 6, 7, 12]


@pytest.mark.slow
def test_validation_rows_given_as_data_are_split(tmp_path, data):
    x, y = data
    probe = small_probe(tmp_path, data=(x[64:], y[64:]), probe_batch_size=4, schedule=At([0]))
    said = warnings_of_fit_with_validation(data, probe)
    assert any("validation rows are training rows as well" in text for text in said)
    rows = probe._session.instrument.rows
    assert {row.tobytes() for row in rows.x_fit}.isdisjoint(row.tobytes() for row in rows.x_heldout)


def warnings_of_fit_with_validation(data, probe):
    x, y = data
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        build_stateful_model().fit(x, y, BATCH, verbose=0, validation_data=(x[64:], y[64:]), callbacks=[probe])
    return [str(warning.message) for warning in caught]


def test_the_dataset_that_fit_trains_on_is_not_read(tmp_path, data):
    dataset = tf.data.Dataset.from_tensor_slices(data).shuffle(96).batch(BATCH)
    with pytest.raises(ValueError, match="data is the Dataset that fit trains on"):
        build_stateful_model().fit(dataset, verbose=0, shuffle=False, callbacks=[small_probe(tmp_path, data=dataset)])


@pytest.mark.slow
def test_a_loss_that_fails_costs_its_column_alone(tmp_path, data):
    def fussy(y, outputs):
        if tf.executing_eagerly():
            raise RuntimeError("only in graphs")
        return keras.losses.sparse_categorical_crossentropy(y, outputs, from_logits=True)

    model = build_stateful_model()
    model.compile("sgd", fussy, **PLAIN)
    probe = small_probe(tmp_path, schedule=At([0]))
    said = warnings_of(model, data, probe)
    assert any("model_loss stays empty: only in graphs" in text for text in said)
    frame = probe.history.to_dataframe()
    assert frame.model_loss.isna().all() and np.isfinite(frame.reconstruction_loss).all()


def test_too_few_heldout_rows(tmp_path, data):
    x, y = data
    with pytest.raises(ValueError, match=r"64 fit rows and 1 held-out rows. Expected at least 2 of each"):
        fit(build_stateful_model(), (x[:64], y[:64]), [small_probe(tmp_path)], validation_data=(x[64:65], y[64:65]))


class FakeTime(keras.callbacks.Callback):
    """A clock for a fit: a batch takes a second, a probe step what it is told to, all else nothing."""

    def __init__(self, monkeypatch, *, probe_seconds, step_seconds=1.0):
        super().__init__()
        self.now, self.probe_seconds, self.step_seconds = 0.0, probe_seconds, step_seconds
        self._measure = Instrument.measure
        monkeypatch.setattr(Instrument, "measure", lambda instrument, *at: self.measure(instrument, *at))

    def measure(self, instrument, *at):
        self.now += self.probe_seconds
        found, timed = self._measure(instrument, *at), {"probe_seconds": self.probe_seconds}
        return found.with_rows(dataclasses.replace(row, metrics=row.metrics | timed) for row in found.rows)

    def on_train_batch_end(self, batch, logs=None):
        self.now += self.step_seconds

    def probe(self, log_dir, **options):
        probe = small_probe(log_dir, **options)
        probe._clock = lambda: self.now
        return probe


@measuring_nothing
def test_a_budget_plans_and_the_plan_is_in_the_record(tmp_path, data, monkeypatch):
    # 12 steps of 1 s at 0.5 pay for three probe steps of 2 s.
    clock = FakeTime(monkeypatch, probe_seconds=2.0)
    probe = clock.probe(tmp_path, budget=0.5)
    fit(build_stateful_model(), data, [clock, probe])
    loaded = PhaseHistory.load(tmp_path)
    assert loaded.layout.run["planned_steps"] == [0, 4, 12] and loaded.layout.run["budget"] == 0.5
    assert loaded.steps.tolist() == probe.history.steps.tolist() == [0, 4, 12]
    assert probe.overhead == 0.5


@measuring_nothing
def test_without_a_budget_all_is_measured_and_the_overhead_told(tmp_path, data, monkeypatch):
    clock = FakeTime(monkeypatch, probe_seconds=2.0)
    probe = clock.probe(tmp_path)
    assert np.isnan(probe.overhead)
    fit(build_stateful_model(), data, [clock, probe])
    assert len(probe.history) == 6 and probe.overhead == 1.0
    assert "planned_steps" not in probe.history.layout.run


@pytest.mark.first_case
@measuring_nothing
@pytest.mark.parametrize(
    ("schedule", "together", "probe_seconds", "expected"),
    [
        pytest.param("log2", 4, 2.0, [0, 10, 12], id="four steps an execution", marks=pytest.mark.slow),
        pytest.param(Epochs(), 1, 2.5, [0, 12], id="epochs"),
        pytest.param(At([3, 5]), 1, 2.5, [3, 12], id="first step not due"),
    ],
)
def test_a_budget_with_every_kind_of_step(tmp_path, data, monkeypatch, schedule, together, probe_seconds, expected):
    clock = FakeTime(monkeypatch, probe_seconds=probe_seconds, step_seconds=together)
    probe = clock.probe(tmp_path, budget=0.5, schedule=schedule)
    fit(build_stateful_model(steps_per_execution=together), data, [clock, probe])
    assert probe.history.steps.tolist() == expected == probe.history.layout.run["planned_steps"]


@pytest.mark.slow
@measuring_nothing
def test_a_run_that_goes_on_keeps_the_plan(tmp_path, data, monkeypatch):
    class Interrupt(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            raise KeyboardInterrupt

    clock, model = FakeTime(monkeypatch, probe_seconds=2.0), build_stateful_model()
    killed = clock.probe(tmp_path, budget=0.5, schedule=Every(2))
    with pytest.raises(KeyboardInterrupt):
        fit(model, data, [clock, killed, Interrupt()], epochs=4)
    killed.close()
    assert PhaseHistory.load(tmp_path).layout.run["planned_steps"] == [0, 4, 10, 14, 20, 24]
    clock.probe_seconds = 0.1
    probe = clock.probe(tmp_path, budget=0.5, schedule=Every(2))
    fit(model, data, [clock, probe], epochs=4, initial_epoch=1)
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 4, 10, 14, 20, 24]
    # Trained further, the plan grows at its end; now all that is new can be paid for.
    fit(model, data, [clock, probe], epochs=1)
    loaded = PhaseHistory.load(tmp_path)
    assert loaded.steps.tolist() == [0, 4, 10, 14, 20, 24, 26, 28, 30] == loaded.layout.run["planned_steps"]
    assert probe._session.keeper.measured == [26, 28, 30], "step 24 stands in the record already"


@pytest.mark.slow
@measuring_nothing
def test_a_run_from_the_start_plans_anew(tmp_path, data, monkeypatch):
    clock = FakeTime(monkeypatch, probe_seconds=2.0)
    fit(build_stateful_model(), data, [clock, clock.probe(tmp_path, budget=0.5)])
    clock.probe_seconds = 0.1
    probe = clock.probe(tmp_path, budget=0.5)
    fit(build_stateful_model(), data, [clock, probe])
    assert PhaseHistory.load(probe.log_dir).steps.tolist() == [0, 2, 4, 8, 12]


@pytest.mark.slow
@measuring_nothing
def test_another_budget_is_another_record(tmp_path, data, monkeypatch, capsys):
    clock, model = FakeTime(monkeypatch, probe_seconds=2.0), build_stateful_model()
    fit(model, data, [clock, clock.probe(tmp_path / "run", budget=0.5)])
    fit(model, data, [clock.probe(tmp_path / "run", budget=0.1)], verbose=2)
    assert "budget was 0.5 and is 0.1" in capsys.readouterr().out and (tmp_path / "run-1" / "phases").exists()


@pytest.mark.slow
@measuring_nothing
def test_the_clock_drops_what_the_plan_kept(tmp_path, data, monkeypatch, capsys):
    clock = FakeTime(monkeypatch, probe_seconds=2.0)

    class GrowDear(keras.callbacks.Callback):
        def on_train_batch_begin(self, batch, logs=None):
            clock.probe_seconds = 2.0 if batch == 0 else 3.0

    probe = clock.probe(tmp_path, budget=0.8)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PhaseWarning)
        build_stateful_model().fit(*data, BATCH, 2, verbose=2, callbacks=[probe, GrowDear(), clock])
    assert probe.history.layout.run["planned_steps"] == [0, 2, 12]
    assert probe.history.steps.tolist() == [0, 2, 12]
    printed = capsys.readouterr().out
    assert "if a budget of 80 % of training time pays for all" in printed
    assert "Budget 80 %: a training step takes 1 s; probe steps planned: 4 (0, 2, 8, 12)" in printed
    expected = (
        "Budget 80 %: 3 of 6 probe steps measured, 3 dropped (steps 1, 4, 8); probing took 66.7 % of training time."
    )
    assert expected in printed


@measuring_nothing
def test_an_early_stop_is_measured_though_it_was_not_planned(tmp_path, data, monkeypatch):
    class Stop(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            self.model.stop_training = batch == 1

    clock = FakeTime(monkeypatch, probe_seconds=2.0)
    probe = clock.probe(tmp_path, budget=0.5)
    fit(build_stateful_model(), data, [probe, clock, Stop()])
    assert probe.history.steps.tolist() == [0, 2] and probe._session.keeper.dropped == [1]


def test_a_budget_of_a_run_of_unknown_length_is_refused(tmp_path, data):
    def batches():
        yield from zip(*(np.split(values, 6) for values in data), strict=True)

    model = build_stateful_model()
    before = state_of(model)
    probe = small_probe(tmp_path, data=data, budget=0.5)
    with pytest.raises(ValueError, match=r"budget=0.5 needs to know how many steps .* pass steps_per_epoch= to fit"):
        model.fit(batches(), epochs=1, verbose=0, shuffle=False, callbacks=[probe])
    assert not differing(before, state_of(model))


@measuring_nothing
def test_a_first_step_that_fails_warns_and_fit_goes_on(tmp_path, data, monkeypatch):
    clock = FakeTime(monkeypatch, probe_seconds=0.1)
    calls, working = [], clock.measure

    def fail_once(*arguments, **options):
        calls.append(None)
        if len(calls) == 1:
            raise RuntimeError("the disk is on fire")
        return working(*arguments, **options)

    monkeypatch.setattr(Instrument, "measure", fail_once)
    probe = clock.probe(tmp_path, budget=0.9, on_error="warn")
    said = warnings_of(build_stateful_model(), data, probe, clock)
    assert sum("failed at step 0, training goes on: RuntimeError" in text for text in said) == 1
    assert probe.history.steps.tolist() == [2, 4, 6]


@pytest.mark.slow
def test_training_is_the_same_bits_with_a_budget(tmp_path, data):
    states = []
    for callbacks in ([], [small_probe(tmp_path, budget=0.9)]):
        model = build_stateful_model(optimizer="adam", compiler=PLAIN)
        logs = fit(model, data, callbacks)
        states.append((state_of(model), {name: logs[name] for name in ("loss", "accuracy")}))
    (plain, plain_logs), (probed, probed_logs) = states
    assert callbacks[0]._session.keeper.training_step_seconds > 0
    assert not differing(plain, probed) and plain_logs == probed_logs


def test_a_bound_on_memory_reaches_the_instrument(tmp_path, data):
    probe = small_probe(tmp_path, layers="block1_relu", max_memory="65MiB")
    with pytest.raises(ValueError, match=r"Tap 'block1_relu' needs \d+ MiB .* at most max_memory=65 MiB"):
        fit(build_stateful_model(width=64, augment=False), data, [probe], epochs=1)


@pytest.mark.slow
@measuring_nothing
@pytest.mark.first_case
@pytest.mark.parametrize("is_first", [True, False], ids=["listener first", "probe first"])
def test_listeners_hear_of_every_recorded_step_once_at_its_place(tmp_path, data, is_first):
    class Listen(keras.callbacks.Callback):
        def on_train_begin(self, logs=None):
            self.heard = []
            probe.subscribe(self._hear)

        def _hear(self, step):
            weights = [np.array(weights) for weights in self.model.get_weights()]
            self.heard.append((step, int(probe.history.steps[-1]), int(self.model.optimizer.iterations.numpy())))
            self.heard_weights = weights

    probe, listen, model = small_probe(tmp_path), Listen(), build_stateful_model()
    callbacks = [listen, probe] if is_first else [probe, listen]
    fit(model, data, callbacks)
    assert listen.heard == [(step, step, step) for step in (0, 1, 2, 4, 8, 12)]
    assert all(map(np.array_equal, listen.heard_weights, model.get_weights()))
    fit(model, data, callbacks, epochs=1)
    assert [step for step, *_ in listen.heard] == [16, 18]
    fit(model, data, [probe], epochs=1)
    assert [step for step, *_ in listen.heard] == [16, 18] and probe.history.steps[-1] == 24


@measuring_nothing
def test_a_step_that_the_disk_refused_is_told_and_one_that_was_not_measured_is_not(tmp_path, data, monkeypatch):
    class Listen(keras.callbacks.Callback):
        def on_train_begin(self, logs=None):
            probe.subscribe(heard.append)

    measure, heard, calls = Instrument.measure, [], []

    def refuse_step_1(record, found):
        record.history.add(found)
        if found.step == 1:
            raise OSError(errno.ENOSPC, "No space left on device")

    def fail_third(instrument, *at):
        calls.append(None)
        return 1 / 0 if len(calls) == 3 else measure(instrument, *at)

    monkeypatch.setattr(Record, "add", refuse_step_1)
    monkeypatch.setattr(Instrument, "measure", fail_third)
    probe = small_probe(tmp_path, on_error="warn")
    fit(build_stateful_model(), data, [probe, Listen()], epochs=1)
    assert heard == [0, 1, 4, 6]


@measuring_nothing
def test_what_a_listener_raises_goes_through(tmp_path, data):
    class Listen(keras.callbacks.Callback):
        def on_train_begin(self, logs=None):
            probe.subscribe(lambda step: 1 / (step - 2))

    probe = small_probe(tmp_path, on_error="warn")
    with pytest.raises(ZeroDivisionError):
        fit(build_stateful_model(), data, [probe, Listen()], epochs=1)
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1, 2] and not probe._session.record.is_open


def cloned(probe):
    """As scikeras and KerasTuner do: by deepcopy, in a list with what follows the probe."""
    return copy.deepcopy([probe, PhaseStop(probe)])[0]


@pytest.mark.slow
@measuring_nothing
@pytest.mark.first_case
@pytest.mark.parametrize(
    "make", [cloned, copy.copy, lambda probe: pickle.loads(pickle.dumps(probe))], ids=["deepcopy", "copy", "pickle"]
)
def test_copies_of_probes(tmp_path, data, make):
    """Before, during and after a fit a copy is a probe that has measured nothing, with a folder of its own."""
    copies, taken = [], []

    class Copies(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if batch == 2:
                copies.append(make(probe))

    probe = small_probe(tmp_path / "run", schedule=At([0, 4]))
    copies.append(make(probe))
    fit(build_stateful_model(), data, [probe, Copies()], epochs=1)
    copies += [make(probe), make(make(probe))]
    for one in copies:
        assert one.history is None and one.log_dir is None and one.taps == []
        assert one.params is None and one._model is None
    for one in (copies[1], copies[-1]):
        fit(build_stateful_model(), data, [one], epochs=1)
        assert one.history.steps.tolist() == probe.history.steps.tolist() == [0, 4, 6]
        taken.append(one.log_dir)
    assert len({probe.log_dir, *taken}) == 3
    assert len(PhaseHistory.load(probe.log_dir)) == 3
    assert [a.settings.seed for a in copies] == [probe.settings.seed] * 4


def test_a_copy_shares_the_data(tmp_path, data):
    probe = small_probe(tmp_path, data=data)
    assert copy.deepcopy(probe).settings.data[0] is data[0]


@pytest.mark.slow
@measuring_nothing
def test_a_copy_of_what_follows_a_probe_follows_the_copy(tmp_path, data):
    probe = small_probe(tmp_path / "run", schedule=At([0]))
    stop, keep = PhaseStop(probe), PhaseCheckpoint(probe, tmp_path / "best.weights.h5")
    fit(build_stateful_model(), data, [probe, stop, keep], epochs=1)
    probe, stop = copy.deepcopy([probe, stop])
    fit(build_stateful_model(), data, [probe, stop], epochs=1)
    assert len(stop.history) == len(probe.history)


@pytest.mark.slow
def test_unbounded_caches(tmp_path, data):
    """A search over widths keeps neither models nor what was compiled of them, and of all else a bounded number."""
    gone = []
    for width in (3, 4):
        keras.backend.clear_session()
        model = build_stateful_model(width=width, compiler=PLAIN)
        probe = small_probe(tmp_path / f"{width}", schedule=At([0]))
        fit(model, data, [probe], epochs=1)
        instrument = probe._session.instrument
        assert len(instrument.compiled) <= sum(cache.cache_info().currsize for cache in COMPILED_ONCE)
        kept = [instrument.extractor, instrument.extractor._function, model]
        gone += map(weakref.ref, kept)
        del model, probe, instrument, kept
    gc.collect()
    assert not [one() for one in gone if one() is not None]
    assert all(cache.cache_info().maxsize == 32 for cache in COMPILED_ONCE)


def test_a_probe_step_draws_from_no_random_state_of_the_process(tmp_path, data):
    """Another thread draws all the while: it gets what it would have got alone, nothing twice."""
    drawn, is_over = [], threading.Event()

    def draw():
        while not is_over.is_set():
            drawn.append((random.random(), np.random.random()))
            is_over.wait(0.0005)

    class Starts(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            random.seed(1), np.random.seed(1), thread.start()

        def on_train_end(self, logs=None):
            is_over.set(), thread.join()

    thread = threading.Thread(target=draw, daemon=True)
    fit(build_stateful_model(compiler=PLAIN), data, [Starts(), small_probe(tmp_path, schedule=Every(1))], epochs=1)
    alone, numpy = random.Random(1), np.random.RandomState(1)
    assert len(drawn) > 50 and drawn == [(alone.random(), numpy.random()) for _ in drawn]
