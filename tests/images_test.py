"""Images of real fits: what is recorded, what a run that goes on keeps, and what a failure may cost."""

import errno

import keras
import numpy as np
import pytest
from callback_test import BATCH, differing, fit, small_probe, state_of, warnings_of
from keras import layers
from tensorboard_plugin_phases import image_metadata

from keras_phases import At, Every, PhaseHistory, PhaseProbe
from keras_phases.writers import PhaseEventWriter, read_images

NUM_ROWS = 96


@pytest.fixture
def data():
    rng = np.random.default_rng(0)
    y = rng.integers(0, 3, NUM_ROWS)
    return rng.normal(size=(NUM_ROWS, 8, 8, 3)).astype("float32") + y[:, None, None, None], y


def build_model(shape=(8, 8, 3)):
    keras.utils.set_random_seed(3)
    model = keras.Sequential(
        [
            keras.Input(shape),
            layers.Flatten(),
            layers.Dense(12, name="first"),
            layers.BatchNormalization(momentum=0.9, name="norm"),
            layers.Dropout(0.2, seed=6),
            layers.Dense(6, activation="relu", name="second"),
            layers.Dense(3, name="logits"),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9), loss, metrics=["accuracy"], jit_compile=False)
    return model


def image_probe(log_dir, **options):
    return small_probe(log_dir, **{"layers": ["first", "second"]} | options)


def images_of(history):
    return {
        (step, layer): history.reconstructions(step, layer)
        for step in history.image_steps.tolist()
        for layer in history.layers
    }


def assert_same_images(ours, theirs):
    ours, theirs = images_of(ours), images_of(theirs)
    assert ours.keys() == theirs.keys()
    for place, images in ours.items():
        np.testing.assert_array_equal(images, theirs[place], err_msg=str(place))


def test_a_fit_records_the_same_examples_at_every_step(tmp_path, data):
    probe = image_probe(tmp_path)
    fit(build_model(), data, [probe], validation_data=data)
    history, rows = probe.history, probe._instrument.rows
    assert history.image_steps.tolist() == history.steps.tolist() == [0, 1, 2, 4, 8, 12]
    layout = history._images.layout
    assert layout.labels == tuple(rows.y_heldout[:8]) and set(layout.labels) == {0, 1, 2}
    examples, span = rows.x_heldout[:8], np.subtract(layout.high, layout.low)
    assert np.all(np.abs(history.inputs - examples) <= span / 509)
    np.testing.assert_array_equal(history.inputs, history.inputs_of("second"))
    images = images_of(history)
    assert {array.shape for array in images.values()} == {(8, 8, 8, 3)}
    assert not np.array_equal(images[0, "first"], images[12, "first"])
    _, records = read_images(tmp_path / "phases")
    assert len({blobs[-1] for _, blobs in records}) == 1
    loaded = PhaseHistory.load(tmp_path)
    assert_same_images(loaded, history)
    np.testing.assert_array_equal(loaded.inputs, history.inputs)


def test_images_leave_no_trace_on_training(tmp_path, data):
    found = []
    for options in ({"images": 0}, {"images": 8}):
        model = build_model()
        probe = image_probe(tmp_path / str(options["images"]), schedule=Every(2), **options)
        logs = fit(model, data, [probe])
        values = np.stack([values for _, values in probe.history.records])
        seconds = probe.history.layout.metrics.index("probe_seconds")
        found.append((state_of(model), logs, np.delete(values, seconds, axis=2)))
    (plain, plain_logs, plain_values), (other, other_logs, other_values) = found
    assert not differing(plain, other) and plain_logs == other_logs
    np.testing.assert_array_equal(plain_values, other_values)


@pytest.mark.parametrize(
    ("shape", "options"),
    [
        pytest.param((8, 8, 3), {"images": 0}, id="turned off"),
        pytest.param((8, 8, 2), {}, id="two channels"),
        pytest.param((8,), {}, id="vectors"),
    ],
)
def test_without_images_nothing_is_written_or_said(tmp_path, data, shape, options):
    x = np.random.default_rng(1).normal(size=(NUM_ROWS, *shape)).astype("float32")
    said = warnings_of(build_model(shape), (x, data[1]), image_probe(tmp_path, schedule=At([0]), **options))
    assert not [text for text in said if "image" in text]
    assert read_images(tmp_path / "phases") == (None, [])
    (path,) = (tmp_path / "phases").iterdir()
    assert image_metadata.PLUGIN_NAME.encode() not in path.read_bytes()
    history = PhaseHistory.load(tmp_path)
    assert history.image_steps.tolist() == []
    with pytest.raises(ValueError, match=r"no images.*PhaseProbe\(images=8\)"):
        history.reconstructions(0, "first")


def test_a_run_that_goes_on_keeps_its_images_and_examples(tmp_path, data):
    model, whole = build_model(), build_model()
    first, second, both = (image_probe(tmp_path / name) for name in ("parts", "parts", "whole"))
    fit(model, data, [first], epochs=1, shuffle=False)
    fit(model, data, [second], epochs=1, shuffle=False)
    fit(whole, data, [both], epochs=2, shuffle=False)
    history = PhaseHistory.load(tmp_path / "parts")
    # 6, the last step of the first fit, besides.
    assert history.image_steps.tolist() == second.history.image_steps.tolist() == [0, 1, 2, 4, 6, 8, 12]
    assert_same_images(history, second.history)
    np.testing.assert_array_equal(history.inputs, first.history.inputs)
    for step in (0, 1, 2, 4):
        np.testing.assert_array_equal(
            history.reconstructions(step, "second"), both.history.reconstructions(step, "second")
        )


def test_a_run_from_the_start_replaces_the_images(tmp_path, data):
    fit(build_model(), data, [image_probe(tmp_path)], epochs=2)
    probe = image_probe(tmp_path, schedule=At([3]))
    fit(build_model(), data, [probe], epochs=1)
    assert PhaseHistory.load(tmp_path).image_steps.tolist() == probe.history.image_steps.tolist() == [3, 6]


def test_other_examples_than_the_records_are_not_mixed_in(tmp_path, data):
    model = build_model()
    fit(model, data, [image_probe(tmp_path)], epochs=1)
    probe = image_probe(tmp_path, images=4)
    said = warnings_of(model, data, probe)
    assert [text for text in said if "holds images of 8 examples" in text and "PhaseProbe(images=8)" in text]
    assert probe.history.steps.tolist() == [0, 1, 2, 4, 6, 8, 12]
    assert PhaseHistory.load(tmp_path).image_steps.tolist() == [0, 1, 2, 4, 6]


def test_a_record_without_images_may_go_on_with_some(tmp_path, data):
    model = build_model()
    fit(model, data, [image_probe(tmp_path, images=0)], epochs=1)
    fit(model, data, [image_probe(tmp_path)], epochs=1)
    assert PhaseHistory.load(tmp_path).image_steps.tolist() == [8, 12]


def test_a_long_dense_schedule_records_few_and_its_last(tmp_path, data):
    x, y = data
    probe = image_probe(tmp_path, schedule=Every(1), layers="second", max_examples=32, max_heldout=32)
    fit(build_model(), (np.tile(x, (2, 1, 1, 1)), np.tile(y, 2)), [probe], epochs=3)
    assert len(probe.history) == 37 and probe.history.image_steps.tolist() == [0, 1, 2, 4, 8, 16, 32, 36]


def test_an_early_stop_is_the_last_image_too(tmp_path, data):
    class Stop(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            self.model.stop_training = batch == 4

    x, y = np.tile(data[0], (10, 1, 1, 1)), np.tile(data[1], 10)
    probe = image_probe(tmp_path, schedule=Every(1), layers="second", max_examples=32, max_heldout=32)
    fit(build_model(), (x, y), [Stop(), probe], epochs=9)
    assert probe.history.image_steps.tolist() == [0, 1, 2, 4, 5]


def test_a_full_disk_costs_images_and_no_metrics(tmp_path, data, monkeypatch):
    write = PhaseEventWriter._write

    def refuse_images(writer, event):
        if any(value.tag == image_metadata.TAG for value in event.summary.value) and event.step in (0, 2):
            raise OSError(errno.ENOSPC, "No space left on device")
        write(writer, event)

    monkeypatch.setattr(PhaseEventWriter, "_write", refuse_images)
    plain, model, probe = build_model(), build_model(), image_probe(tmp_path, on_error="warn")
    plain_logs = plain.fit(*data, BATCH, 1, verbose=0).history
    with pytest.warns(match="No space left on device: '.*' cannot take the images of step [02]; its metrics are writ"):
        logs = model.fit(*data, BATCH, 1, verbose=0, callbacks=[probe]).history
    assert {name: logs[name] for name in plain_logs} == plain_logs and not differing(state_of(plain), state_of(model))
    loaded = PhaseHistory.load(tmp_path)
    assert loaded.steps.tolist() == probe.history.steps.tolist() == [0, 1, 2, 4, 6]
    assert loaded.image_steps.tolist() == [1, 4, 6], "the first event that is written has the names"
    assert probe.history.image_steps.tolist() == [0, 1, 2, 4, 6]


def test_a_decoder_that_cannot_show_warns_and_keeps_its_metrics(tmp_path, data, monkeypatch):
    monkeypatch.setattr("keras_phases.decoders.linear.PrimalDecoder.predict", lambda *_: 1 / 0)
    probe = image_probe(tmp_path, schedule=At([0]), on_error="warn")
    said = warnings_of(build_model(), data, probe)
    assert len([text for text in said if "failed at step" in text and "ZeroDivisionError" in text]) == 2
    history = PhaseHistory.load(tmp_path)
    assert np.isfinite(history.column("reconstruction_loss", 0)).all() and history.inputs.shape == (8, 8, 8, 3)
    with pytest.raises(ValueError, match=r"'first' \(linear\) gave no image at step 0"):
        history.reconstructions(0, "first")
    with pytest.raises(ValueError, match=r"no images of step 5. Expected one of: \[0, 6\]"):
        history.reconstructions(5, "first")


def test_a_warm_up_that_is_a_probe_step_has_images(tmp_path, data):
    probe = image_probe(tmp_path, budget=0.9)
    fit(build_model(), data, [probe])
    assert probe.history.image_steps.tolist() == probe.history.steps.tolist()
    assert probe.history.image_steps[0] == 0


def test_images_that_cannot_be_read_cost_themselves_alone(tmp_path, data, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(image_metadata, "SCHEMA_VERSION", 7)
        fit(build_model(), data, [image_probe(tmp_path, schedule=At([0]))], epochs=1)
    with pytest.warns(match="images in '.*' cannot be read and are left out: schema 7, expected 1"):
        history = PhaseHistory.load(tmp_path)
    assert history.steps.tolist() == [0, 6] and history.image_steps.tolist() == []
    said = warnings_of(build_model(), data, image_probe(tmp_path, schedule=At([0])))
    assert [text for text in said if "holds images that cannot be read" in text and "resume='new'" in text]


@pytest.mark.parametrize("images", [-1, 65, 2.5, "8"])
def test_a_wrong_number_of_examples_is_refused(images):
    with pytest.raises(ValueError, match=rf"images is '?{images}'?\. Expected an integer of at (least 0|most 64)"):
        PhaseProbe(images=images)
