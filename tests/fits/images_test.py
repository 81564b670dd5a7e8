"""Images of real fits: what is recorded, what a run that goes on keeps, and what a failure may cost."""

import errno

import keras
import numpy as np
import pytest
from builders.fits import differing, fit, small_probe, state_of, warnings_of
from builders.logs import read_images
from keras import layers

from keras_phases import At, Every, PhaseHistory, PhaseProbe
from keras_phases.record import image_schema
from keras_phases.record.event_files import PhaseEventWriter

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
    # Eagerly: compiling the training step would take longer than these fits.
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9), loss, metrics=["accuracy"], run_eagerly=True)
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
    fit(build_model(), data, [probe], epochs=1, validation_data=data)
    history, rows = probe.history, probe._session.instrument.rows
    assert history.image_steps.tolist() == history.steps.tolist() == [0, 1, 2, 4, 6]
    layout = history._images.layout
    assert layout.labels == tuple(rows.y_heldout[:8]) and set(layout.labels) == {0, 1, 2}
    examples, span = rows.x_heldout[:8], np.subtract(layout.high, layout.low)
    assert np.all(np.abs(history.inputs - examples) <= span / 509)
    np.testing.assert_array_equal(history.inputs, history.inputs_of("second"))
    images = images_of(history)
    assert {array.shape for array in images.values()} == {(8, 8, 8, 3)}
    assert not np.array_equal(images[0, "first"], images[6, "first"])
    _, records = read_images(tmp_path / "phases")
    assert len({blobs[-1] for _, blobs in records}) == 1
    loaded = PhaseHistory.load(tmp_path)
    assert_same_images(loaded, history)
    np.testing.assert_array_equal(loaded.inputs, history.inputs)


@pytest.mark.slow
def test_images_leave_no_trace_on_training(tmp_path, data):
    found = []
    for options in ({"images": 0}, {"images": 8}):
        model = build_model()
        probe = image_probe(tmp_path / str(options["images"]), schedule=Every(3), **options)
        logs = fit(model, data, [probe], epochs=1)
        values = np.stack([values for _, values in probe.history.records])
        seconds = probe.history.layout.metrics.index("probe_seconds")
        found.append((state_of(model), logs, np.delete(values, seconds, axis=2)))
    (plain, plain_logs, plain_values), (other, other_logs, other_values) = found
    assert not differing(plain, other) and plain_logs == other_logs
    np.testing.assert_array_equal(plain_values, other_values)


@pytest.mark.slow
@pytest.mark.parametrize(("shape", "options"), [((8, 8, 3), {"images": 0}), ((8,), {})], ids=["off", "vectors"])
def test_without_images_nothing_is_written_or_said(tmp_path, data, shape, options):
    x = np.random.default_rng(1).normal(size=(NUM_ROWS, *shape)).astype("float32")
    said = warnings_of(build_model(shape), (x, data[1]), image_probe(tmp_path, schedule=At([0]), **options))
    assert not [text for text in said if "image" in text]
    (path,) = (tmp_path / "phases").iterdir()
    assert image_schema.PLUGIN_NAME.encode() not in path.read_bytes()


@pytest.mark.slow
def test_a_run_that_goes_on_keeps_its_images_and_examples(tmp_path, data):
    model = build_model()
    first, second = (image_probe(tmp_path, schedule=Every(2), layers="second") for _ in range(2))
    fit(model, data, [first], epochs=1)
    earlier = images_of(first.history)
    fit(model, data, [second], epochs=1)
    history = PhaseHistory.load(tmp_path)
    # 6, where the first fit ended, is no doubling; the second measures it anew. 12 is the last.
    assert history.image_steps.tolist() == second.history.image_steps.tolist() == [0, 2, 4, 6, 8, 12]
    assert_same_images(history, second.history)
    np.testing.assert_array_equal(history.inputs, first.history.inputs)
    for (step, layer), images in earlier.items():
        np.testing.assert_array_equal(history.reconstructions(step, layer), images)


@pytest.mark.slow
def test_an_early_stop_is_the_last_image_too(tmp_path, data):
    class Stop(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            self.model.stop_training = batch == 4

    x, y = np.tile(data[0], (10, 1, 1, 1)), np.tile(data[1], 10)
    probe = image_probe(tmp_path, schedule=Every(1), layers="second", max_examples=32, max_heldout=32)
    fit(build_model(), (x, y), [Stop(), probe], epochs=9)
    assert probe.history.image_steps.tolist() == [0, 1, 2, 4, 5]


@pytest.mark.slow
def test_a_full_disk_costs_images_and_no_metrics(tmp_path, data, monkeypatch):
    write = PhaseEventWriter._write

    def refuse_images(writer, event):
        if any(value.tag == image_schema.TAG for value in event.summary.value) and event.step in (0, 2):
            raise OSError(errno.ENOSPC, "No space left on device")
        write(writer, event)

    monkeypatch.setattr(PhaseEventWriter, "_write", refuse_images)
    probe = image_probe(tmp_path, on_error="warn")
    said = [text for text in warnings_of(build_model(), data, probe) if "No space left on device: '" in text]
    assert len(said) == 2 and all("cannot take the images of step" in text for text in said)
    loaded = PhaseHistory.load(tmp_path)
    assert loaded.steps.tolist() == probe.history.steps.tolist() == [0, 1, 2, 4, 6]
    assert loaded.image_steps.tolist() == [1, 4, 6], "the first event that is written has the names"
    assert probe.history.image_steps.tolist() == [0, 1, 2, 4, 6]


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_warm_up_that_is_a_probe_step_has_images(tmp_path, data):
    probe = image_probe(tmp_path, schedule=At([0]), budget=0.9)
    fit(build_model(), data, [probe], epochs=1)
    assert probe.history.image_steps.tolist() == probe.history.steps.tolist()
    assert probe.history.image_steps[0] == 0


@pytest.mark.parametrize("images", [-1, 65, 2.5, "8"])
def test_a_wrong_number_of_examples_is_refused(images):
    with pytest.raises(ValueError, match=rf"images is '?{images}'?\. Expected an integer of at (least 0|most 64)"):
        PhaseProbe(images=images)
