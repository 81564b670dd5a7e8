"""replay: saved checkpoints give the record that the probe gave live, cell by cell, whatever happens in between."""

import dataclasses
import os
import subprocess
import sys
import warnings

import keras
import numpy as np
import pytest
from builders.logs import read_events, read_images
from builders.models import PLAIN
from builders.tolerance import assert_close
from keras import layers
from tensorboard.backend.event_processing.plugin_event_multiplexer import EventMultiplexer

from keras_phases import Every, PhaseCheckpoint, PhaseHistory, PhaseProbe, PhaseWarning, ProbeSettings
from keras_phases.__main__ import main
from keras_phases.checkpoints.engines import loop
from keras_phases.checkpoints.loading import load_weights
from keras_phases.checkpoints.replay import read_examples, replay, warn_of_recalibrated
from keras_phases.checkpoints.ring import Checkpoint, load_index
from keras_phases.measure import instrument
from keras_phases.record.image_schema import ImageLayout, ImageRow
from keras_phases.record.probe_step import ProbeRow, ProbeStep
from keras_phases.record.run_record import Record
from keras_phases.record.schema import METRICS_TAG, Layout, Row

SETTINGS = {"layers": ["early", "late"], "probe_batch_size": 16, "seed": 5}
STEPS = [0, 2, 4, 6]


def draw_data():
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(80, 8, 8, 1)).astype("float32"), rng.integers(0, 3, 80)
    return (x[:48], y[:48]), (x[48:], y[48:])


def build_model(num_classes=3, compiled=True):
    stack = [
        layers.Conv2D(4, 3, 2, "same"),
        layers.BatchNormalization(),
        layers.ReLU(name="early"),
        layers.Dropout(0.5),
        layers.Flatten(),
        layers.Dense(8, "tanh", name="late"),
        layers.Dense(num_classes),
    ]
    keras.utils.set_random_seed(3)
    model = keras.Sequential([keras.Input((8, 8, 1)), *stack])
    if compiled:
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile(keras.optimizers.SGD(0.05, momentum=0.9), loss, metrics=["accuracy"], **PLAIN)
    return model


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    """A run that the probe measured while it trained, with the weights of every probe step."""
    folder = tmp_path_factory.mktemp("live")
    probe = PhaseProbe(schedule=Every(2), log_dir=folder / "logs", on_error="raise", **SETTINGS)
    keep = PhaseCheckpoint(probe, folder / "best.weights.h5", max_kept=None)
    (x, y), validation = draw_data()
    build_model().fit(x, y, 16, 2, verbose=0, validation_data=validation, callbacks=[probe, keep])
    return folder


def play(folder, checkpoints, log_dir, **options):
    given = {"model": build_model(), "data": draw_data(), "verbose": 0} | options
    names = {field.name for field in dataclasses.fields(ProbeSettings)} & given.keys() - {"model"}
    settings = SETTINGS | {name: given.pop(name) for name in names}
    return replay(checkpoints, log_dir=log_dir, probe=ProbeSettings(**settings), **given)


def assert_same_record(history, other, relative=1e-5):
    assert history.steps.tolist() == other.steps.tolist()
    assert history.layout.rows == other.layout.rows and history.layout.metrics == other.layout.metrics
    for name in history.layout.metrics:
        for row in range(len(history.layout.rows)):
            if name != "probe_seconds":
                found, expected = history.column(name, row), other.column(name, row)
                assert_close(found, expected, relative)


def test_a_replay_is_what_the_probe_measured_live(live, tmp_path, capsys):
    model = build_model()
    model.optimizer.build(model.trainable_variables)
    before = [np.array(v) for v in (*model.variables, *model.optimizer.variables)]
    found = play(live, live / "best.weights.h5", tmp_path / "logs", model=model, verbose=1)
    expected = PhaseHistory.load(live / "logs")
    assert found.measured_steps == tuple(STEPS) and found.failures == ()
    for history in (found.history, PhaseHistory.load(tmp_path / "logs")):
        assert_same_record(history, expected)
        assert history.image_steps.tolist() == expected.image_steps.tolist() == STEPS
        assert_close(history.reconstructions(4, "late"), expected.reconstructions(4, "late"), 1e-2)
    assert np.isfinite(found.history.column("model_loss", 0)).all()
    after = [np.array(v) for v in (*model.variables, *model.optimizer.variables)]
    assert all(np.array_equal(one, two) for one, two in zip(before, after, strict=True))
    assert "phases at step 6" in capsys.readouterr().out


def events_of(log_dir):
    """Steps of the metrics and of the images, in the order in which they lie on disk; hidden ones are left out."""
    (_, records), (_, images) = read_events(log_dir / "phases"), read_images(log_dir / "phases")
    return [step for step, _ in records], [step for step, _ in images]


def saved(live, *steps):
    return [checkpoint for checkpoint in load_index(live / "best.weights.h5") if checkpoint.step in steps]


def path_of(live, step):
    return saved(live, step)[0].path


@pytest.mark.slow
def test_a_killed_replay_goes_on_and_later_checkpoints_come_in_their_places(live, tmp_path, monkeypatch):
    measure, done = loop.measure_cells, []

    def measure_one(model, parts, piece, load):
        if done:
            raise KeyboardInterrupt
        done.append(piece.saved.step)
        return measure(model, parts, piece, load)

    model = build_model()
    before = [np.array(variable) for variable in model.variables]
    with monkeypatch.context() as patch:
        patch.setattr(loop, "measure_cells", measure_one)
        with pytest.raises(KeyboardInterrupt):
            play(live, saved(live, 0, 6), tmp_path, model=model)
    assert all(np.array_equal(one, np.array(two)) for one, two in zip(before, model.variables, strict=True))
    assert events_of(tmp_path) == ([0], [0])
    assert play(live, saved(live, 0, 6), tmp_path).measured_steps == (6,)
    found = play(live, saved(live, *STEPS), tmp_path)
    assert found.measured_steps == (2, 4)
    assert events_of(tmp_path) == (STEPS, STEPS)
    for history in (found.history, PhaseHistory.load(tmp_path)):
        assert_same_record(history, PhaseHistory.load(live / "logs"))


def spoil(live, folder):
    """Checkpoints of which one is cut off, one NaN and one of another shape."""
    whole = path_of(live, 0).read_bytes()
    (folder / "step-0.weights.h5").write_bytes(whole[: len(whole) // 2])
    build_model(num_classes=5).save_weights(folder / "step-6.weights.h5")
    model = build_model(compiled=False)
    model.load_weights(path_of(live, 2))
    model.get_layer("late").kernel.assign(np.full((64, 8), np.nan))
    model.save_weights(folder / "step-2.weights.h5")
    return [
        one if one.step == 4 else dataclasses.replace(one, path=folder / f"step-{one.step}.weights.h5")
        for one in saved(live, *STEPS)
    ]


@pytest.mark.slow
def test_cells_that_fail_are_told_and_once_mended_stand_in_order(live, tmp_path):
    spoilt, log_dir = spoil(live, tmp_path), tmp_path / "logs"
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", PhaseWarning)
        found = play(live, spoilt, log_dir)
    assert [(failure.step, failure.layers) for failure in found.failures] == [
        (0, ("early", "late")),
        (2, ("early", "late")),
        (6, ("early", "late")),
    ]
    damaged, diverged, misshapen = (failure.reason for failure in found.failures)
    assert "OSError" in damaged and "does not fit model" in misshapen and "late/kernel' is NaN" in diverged
    texts = [str(one.message) for one in told]
    assert [sum(str(failure) in text for text in texts) for failure in found.failures] == [1, 1, 1]
    assert "3 checkpoints failed" in str(found)
    # NaN is what the weights of step 2 give, as a probe would record it; of the others nothing is known.
    expected = PhaseHistory.load(live / "logs")
    assert events_of(log_dir) == ([2, 4], [2, 4])
    assert np.isnan(found.history.column("reconstruction_loss", 1)).tolist() == [True, False]
    assert "nonfinite_features" in found.history.flags("late")

    mended = play(live, saved(live, *STEPS), log_dir)
    assert mended.measured_steps == (0, 2, 6) and mended.failures == ()
    assert events_of(log_dir) == (STEPS, STEPS)
    assert_same_record(PhaseHistory.load(log_dir), expected)
    assert_same_record(mended.history, expected)


def test_a_replay_without_a_checkpoint_that_can_be_loaded_fails(live, tmp_path):
    spoilt = spoil(live, tmp_path)
    with pytest.raises(ValueError, match="None of the 2 checkpoints can be loaded"):
        play(live, [spoilt[0], spoilt[3]], tmp_path / "logs")


@pytest.mark.slow
def test_a_group_of_layers_that_fails_is_measured_alone_when_the_replay_goes_on(live, tmp_path, monkeypatch):
    measure, done = instrument.Instrument.measure, []

    def measure_or_fail(part, *at):
        (plan,) = part.plans
        done.append(plan.tap.name)
        if done == ["early", "late"]:
            raise RuntimeError("the solver is out of order")
        return measure(part, *at)

    checkpoints = saved(live, 2, 4)
    choose = instrument.choose_groups
    monkeypatch.setattr(
        instrument, "choose_groups", lambda *found: [(one,) for group in choose(*found) for one in group]
    )
    monkeypatch.setattr(instrument.Instrument, "measure", measure_or_fail)
    with pytest.warns(PhaseWarning, match="late: RuntimeError: the solver is out of order"):
        found = play(live, checkpoints, tmp_path)
    assert done == ["early", "late", "early", "late"]
    assert np.isnan(found.history.column("flags", 1)).tolist() == [True, False]
    assert not np.isnan(found.history.column("reconstruction_loss", 0)).any()

    found = play(live, checkpoints, tmp_path)
    assert done[4:] == ["late"] and found.measured_steps == (2,)
    expected = PhaseHistory.load(live / "logs")
    records = [record for record in expected.records if record[0] in (2, 4)]
    assert_same_record(PhaseHistory.load(tmp_path), PhaseHistory(expected.layout, records))
    assert_close(found.history.reconstructions(2, "late"), expected.reconstructions(2, "late"), 1e-2)
    assert_close(found.history.reconstructions(2, "early"), expected.reconstructions(2, "early"), 1e-2)


def test_a_step_between_others_is_all_or_nothing_on_disk_and_written_with_the_next(tmp_path, monkeypatch):
    layout = Layout((Row("late", "linear", "primal", 8, 8),), ("reconstruction_loss",))
    image_layout = ImageLayout((ImageRow("late", "linear", (1, 1), 0),), ((1, 1),), 1, (0.0,), (1.0,))
    blobs = [b"one", b"two"]

    def measured(step, loss=0.5):
        return ProbeStep(step, 0, (ProbeRow("late", "linear", {"reconstruction_loss": loss}),))

    def open_record():
        record = Record(tmp_path / "phases", layout, resume=True, image_layout=image_layout)
        record.open_for_inserts()
        return record

    def shown():
        """Steps that a TensorBoard shows that has been reading all the time."""
        tensorboard.Reload()
        return [event.step for event in tensorboard.Tensors("phases", METRICS_TAG)]

    record, tensorboard = open_record(), EventMultiplexer(tensor_size_guidance={"phases": 0})
    for step in (0, 8):
        record.insert(measured(step, 0.5 + step), blobs)
    tensorboard.AddRunsFromDirectory(str(tmp_path))
    assert shown() == [0, 8]
    earlier = list((tmp_path / "phases").iterdir())
    record.insert(measured(4, 4.5), blobs)
    # Emptied, not deleted: where a file is gone a TensorBoard without TensorFlow stands still.
    assert shown() == [0, 4, 8] and [path.stat().st_size for path in earlier] == [0]
    before = sorted(os.listdir(tmp_path / "phases"))
    assert events_of(tmp_path) == ([0, 4, 8], [0, 4, 8])
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        with pytest.raises(OSError, match=r"No space left on device: .*cannot take a step between others"):
            record.insert(measured(2), blobs)
    assert events_of(tmp_path) == ([0, 4, 8], [0, 4, 8]) and sorted(os.listdir(tmp_path / "phases")) == before
    record.insert(measured(9))
    assert events_of(tmp_path) == ([0, 2, 4, 8, 9], [0, 2, 4, 8]) and shown() == [0, 2, 4, 8, 9]
    record.insert(measured(10), blobs)
    record.close()
    # A killed process may leave the old file beside the new one.
    whole = {path.name: path.read_bytes() for path in (tmp_path / "phases").iterdir()}
    open_record().insert(measured(5), blobs)
    for name, content in whole.items():
        (tmp_path / "phases" / name).write_bytes(content)
    assert events_of(tmp_path) == ([0, 2, 4, 5, 8, 9, 10], [0, 2, 4, 5, 8, 10])
    assert PhaseHistory.load(tmp_path).column("reconstruction_loss", 0).tolist() == [0.5, 0.5, 4.5, 0.5, 8.5, 0.5, 0.5]


@pytest.mark.slow
def test_keras_files_bring_the_model_and_its_loss(live, tmp_path):
    model = build_model()
    for one in saved(live, 2, 4):
        load_weights(model, one)
        model.save(tmp_path / f"step-{one.step}.keras")
    found = play(live, tmp_path, tmp_path / "logs", model=None)
    expected = PhaseHistory.load(live / "logs")
    records = [record for record in expected.records if record[0] in (2, 4)]
    epochs = [values[0, 0] for _, values in records]
    assert np.isnan(found.history.column("epoch", 0)).all() and np.isfinite(epochs).all()
    for (_, values), epoch in zip(found.history.records, epochs, strict=True):
        values[:, 0] = epoch
    assert_same_record(found.history, PhaseHistory(expected.layout, records))


def test_a_model_without_its_loss_says_what_is_missing(live, tmp_path):
    checkpoints = {4: path_of(live, 4)}
    with pytest.warns(PhaseWarning, match="is not compiled.*model_loss"):
        found = play(live, checkpoints, tmp_path, model=build_model(compiled=False))
    expected = PhaseHistory.load(live / "logs")
    assert np.isnan(found.history.column("model_loss", 0)).all()
    assert found.history.column("reconstruction_loss", 0)[0] == pytest.approx(
        expected.column("reconstruction_loss", 0)[2], rel=1e-5
    )


def test_statistics_that_the_training_did_not_have_are_told():
    recalibrated = [Checkpoint(2, "step-2.weights.h5", recalibrated=True)]
    with pytest.warns(PhaseWarning, match="'inference' reads other statistics than the training had"):
        warn_of_recalibrated(recalibrated, "inference")
    warn_of_recalibrated(recalibrated, "batch")


def read(data):
    return read_examples(data, ProbeSettings(max_examples=48, max_heldout=32))


def test_data_is_what_fit_takes():
    (x, y), (x_test, y_test) = train, validation = draw_data()
    for given in (
        read((train, validation)),
        read([list(train), list(validation)]),
        read((((x, y) for _ in range(2)), validation)),
    ):
        for name, expected in {"x": x, "y": y, "val_x": x_test, "val_y": y_test}.items():
            assert np.array_equal(given[name][: len(expected)], expected)
    assert read(x) == {"x": x, "y": None, "val_x": None, "val_y": None}
    # Two inputs and their labels are one data set.
    assert set(read((((x, x), y), ((x_test, x_test), y_test)))["x"][1].shape) == set(x.shape)


@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="the pipelines of TensorFlow")
def test_of_a_pipeline_come_the_rows_that_a_probe_takes_of_it():
    import tensorflow as tf

    (x, y), validation = draw_data()
    pipeline = tf.data.Dataset.from_tensor_slices((x, y)).map(lambda x, y: (x, y)).shuffle(48).batch(16)
    taken = instrument_rows(pipeline, validation)
    found = read((pipeline, validation))
    assert np.array_equal(found["x"], taken[0]) and np.array_equal(found["y"], taken[1])
    # What runs Python code is not read beside a fit; here there is none.
    source = tf.data.Dataset.from_generator(lambda: zip(x, y, strict=True), (tf.float32, tf.int64)).batch(16)
    found = read((source, tf.data.Dataset.from_tensor_slices(validation).batch(16)))
    assert np.array_equal(found["x"], x) and np.array_equal(found["val_y"], validation[1])


def instrument_rows(source, validation):
    from keras_phases.data.probe_examples import rows_of_fit

    arguments = {"x": source, "y": None, "val_x": validation[0], "val_y": validation[1]}
    return rows_of_fit(arguments, num_rows=80, num_validation_rows=32, seed=0)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"checkpoints": []}, "checkpoints has none"),
        ({"model": None}, "is no .keras file, and model is None"),
        ({"model": "vgg8"}, "model is a str. Expected the keras.Model"),
        ({"data": None}, "data is None, and no fit runs to take rows from"),
        ({"data": draw_data()[0] * 2}, "data is a tuple of 4 items"),
        ({"engine": "beam"}, "engine is a str. Expected"),
        ({"data": (np.zeros((9, 4, 4, 1)), np.zeros(9))}, r"rows of shape \(4, 4, 1\), model .* takes \(8, 8, 1\)"),
        ({"layers": "none"}, "matches no layer"),
        ({"seed": 1, "log_dir": "logs"}, "seed was 5 and is 1"),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else "",
)
def test_wrong_arguments_say_what_is_right(live, tmp_path, wrong, message):
    log_dir = live / wrong.pop("log_dir") if "log_dir" in wrong else tmp_path
    with pytest.raises(ValueError, match=message):
        play(live, wrong.pop("checkpoints", saved(live, 2, 4)), log_dir, **wrong)


def test_the_command_line_is_light():
    code = "import sys, keras_phases.__main__; assert not {'keras', 'tensorflow', 'torch', 'numpy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
    done = subprocess.run(
        [sys.executable, "-m", "keras_phases", "replay", "--data=digits"], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "required: --checkpoints" in done.stderr


def run(*arguments):
    try:
        return main(["replay", *map(str, arguments)])
    except SystemExit as end:
        return end.code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--checkpoints=x", "--data=digits", "--layer=x"], "'--layer' is no flag. Did you mean '--layers'?"),
        (["--checkpoints=x", "--data=digits"], "--checkpoints=x: there is no such folder"),
        (["--checkpoints=."], "the following arguments are required: --data"),
        (["--checkpoints=.", "--data=none.npz"], "--data=none.npz: there is no such file"),
        (["--checkpoints=.", "--data=rows.npz"], "--data=rows.npz holds ['x']. Expected the arrays x and y"),
        (["--checkpoints=.", "--data=text.npz"], "--data=text.npz cannot be read as .npz"),
        (["--checkpoints=.", "--data=digits", "--model=vgg9"], "--model=vgg9 is no file. Expected one of vgg8"),
        (["--checkpoints=.", "--data=digits", "--model=text.keras"], "--model: 'text.keras' cannot be read"),
        (["--checkpoints=.", "--data=digits", "--width=8"], "--width=8 needs --model to be one of vgg8"),
        (
            ["--checkpoints=.", "--data=digits", "--max_examples=1"],
            "max_examples is 1. Expected an integer of at least 2",
        ),
        (["--checkpoints=.", "--data=digits", "--model=vgg8", "--width=2"], "There are no checkpoints in '.'"),
        (["--checkpoints=.", "--data=digits", "digits"], "'digits' is no flag"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_a_wrong_flag_is_one_line(tmp_path, monkeypatch, capsys, arguments, message):
    monkeypatch.chdir(tmp_path)
    np.savez("rows.npz", x=np.zeros(1))
    for name in ("text.npz", "text.keras"):
        (tmp_path / name).write_text("text")
    assert run(*arguments) == 1
    written = capsys.readouterr().err
    assert message in written and written.count("\n") == 1


def test_the_command_line_measures_what_the_function_does(live, tmp_path, capsys):
    (x, y), (x_test, y_test) = draw_data()
    np.savez(tmp_path / "rows.npz", x=x, y=y, x_test=x_test, y_test=y_test)
    build_model().save(tmp_path / "model.keras")
    flags = [f"--data={tmp_path / 'rows.npz'}", f"--model={tmp_path / 'model.keras'}", f"--log_dir={tmp_path / 'logs'}"]
    flags += ["--layers=early,late", "--probe_batch_size=16", "--seed=5"]
    (tmp_path / "steps").mkdir()
    (tmp_path / "steps" / "step-2.weights.h5").write_bytes(b"")
    (tmp_path / "steps" / "step-4.weights.h5").write_bytes(path_of(live, 4).read_bytes())
    assert run(f"--checkpoints={tmp_path / 'steps'}", *flags) == 1
    written = capsys.readouterr()
    assert "warning: Step 2" in written.err and "Traceback" not in written.err
    assert "1 checkpoint failed" in written.out and "phases at step 4" in written.out
    (tmp_path / "steps" / "step-2.weights.h5").unlink()
    assert run(f"--checkpoints={tmp_path / 'steps'}", *flags) == 0
    expected = PhaseHistory.load(live / "logs").column("reconstruction_loss", 1)[2]
    assert PhaseHistory.load(tmp_path / "logs").column("reconstruction_loss", 1) == pytest.approx(expected, rel=1e-5)
