"""The images of a run on disk and in memory: what hides what, and what a record goes on with."""

import errno

import numpy as np
import pytest
from builders.logs import read_images

from keras_phases import PhaseHistory, PhaseWarning
from keras_phases.record import image_schema
from keras_phases.record.event_files import PhaseEventWriter
from keras_phases.record.image_schema import ImageLayout, ImageRow
from keras_phases.record.images import ImageRecords, encode_strip
from keras_phases.record.probe_step import ProbeStep
from keras_phases.record.run_record import Record
from keras_phases.record.schema import Layout, Row

LAYOUT = Layout((Row("block1", "linear", "primal", 64, 64), Row("block1", "patch", "3x3", 64, 64)), ("probe_seconds",))
LOW, HIGH = (-1.0,), (3.0,)


def image_layout(num_examples=2):
    rows = (ImageRow("block1", "linear", (4, 4), 0), ImageRow("block1", "patch", (2, 4), 1))
    return ImageLayout(rows, ((4, 4), (2, 4)), num_examples, LOW, HIGH)


def draw(step, row, num_examples=2):
    """Images on whole levels, which come back exactly up to float32."""
    shape = (num_examples, 2 if row % 2 else 4, 4, 1)
    return -1 + np.random.default_rng((step, row)).integers(0, 256, shape) / 255 * 4


def blobs_of(step, num_examples=2):
    """Strips of two rows, and of the examples in two forms, the same at all steps."""
    images = [
        draw(step, 0, num_examples),
        draw(step, 1, num_examples),
        *(draw(99, row, num_examples) for row in (0, 1)),
    ]
    return [encode_strip(array, LOW, HIGH) for array in images]


def write(directory, *steps, start=0, images=(), layout=None):
    """A run from `start` that measures `steps`, some with images."""
    layout = layout or image_layout()
    record = Record(directory, LAYOUT, resume=True, image_layout=layout)
    record.open(start)
    for step in steps:
        record.add(ProbeStep(step, 0, ()))
        if step in images and record.takes_images:
            record.add_images(step, blobs_of(step, layout.num_examples))
    record.close()
    return record


def steps_of(directory):
    return PhaseHistory.load(directory).image_steps.tolist()


def test_images_come_back_in_the_units_and_form_of_their_row(tmp_path):
    live = write(tmp_path, 0, 1, 2, images=(0, 2)).history
    for history in (live, PhaseHistory.load(tmp_path)):
        assert history.image_steps.tolist() == [0, 2] and history.image_steps.dtype == np.int64
        for row, decoder in enumerate(("linear", "patch")):
            found = history.reconstructions(2, "block1", decoder)
            assert found.dtype == np.float32
            np.testing.assert_allclose(found, draw(2, row), atol=1e-6)
            np.testing.assert_allclose(history.inputs_of("block1", decoder), draw(99, row), atol=1e-6)
        np.testing.assert_array_equal(
            history.reconstructions(2, "block1"), history.reconstructions(2, "block1", "linear")
        )
        np.testing.assert_array_equal(history.inputs, history.inputs_of("block1"))


@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
@pytest.mark.parametrize(
    ("start", "again", "images", "expected"),
    [
        pytest.param(4, (8,), (8,), [0, 2, 4, 8], id="goes on"),
        pytest.param(2, (4, 8), (8,), [0, 2, 8], id="measures one anew without images"),
        pytest.param(2, (), (), [0, 2], id="measures nothing"),
    ],
)
def test_a_run_that_goes_on_hides_what_it_replaces(tmp_path, start, again, images, expected):
    write(tmp_path, 0, 2, 4, images=(0, 2, 4))
    assert write(tmp_path, *again, start=start, images=images).history.image_steps.tolist() == expected
    assert steps_of(tmp_path) == expected


def test_without_a_word_of_a_new_start_metrics_hide_images_at_their_step_and_beyond(tmp_path):
    for steps, images in (((0, 4, 8), (0, 4, 8)), ((6, 12), ())):
        writer = PhaseEventWriter(tmp_path, LAYOUT)
        for step in steps:
            writer.add(ProbeStep(step, 0, ()))
            if step in images:
                writer.add_images(step, blobs_of(step), image_layout())
        writer.close()
    history = PhaseHistory.load(tmp_path)
    assert history.steps.tolist() == [0, 4, 6, 12] and history.image_steps.tolist() == [0, 4]


def test_the_history_hides_as_the_files_do():
    history = PhaseHistory(LAYOUT, images=ImageRecords(image_layout()))
    for step in (0, 4, 8):
        history.add(ProbeStep(step, 0, ()))
        history.add_images(step, blobs_of(step))
    history.add(ProbeStep(6, 0, ()))
    assert history.steps.tolist() == [0, 4, 6] and history.image_steps.tolist() == [0, 4]


def test_other_examples_than_the_records_are_not_mixed_in(tmp_path):
    write(tmp_path, 0, 2, images=(0, 2))
    with pytest.warns(PhaseWarning, match=r"holds images of 2 examples, .* others, 3: .*Pass images=2 as that run did"):
        record = write(tmp_path, 4, start=2, images=(4,), layout=image_layout(3))
    assert record.history.steps.tolist() == [0, 2, 4] and steps_of(tmp_path) == [0, 2]


def test_a_record_without_images_may_go_on_with_some(tmp_path):
    write(tmp_path, 0, 2)
    assert read_images(tmp_path) == (None, [])
    write(tmp_path, 4, start=2, images=(4,))
    assert steps_of(tmp_path) == [4]


def test_images_that_cannot_be_read_cost_themselves_alone(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(image_schema, "SCHEMA_VERSION", 7)
        write(tmp_path, 0, images=(0,))
    with pytest.warns(PhaseWarning, match="images in '.*' cannot be read and are left out: schema 7, expected 1"):
        history = PhaseHistory.load(tmp_path)
    assert history.steps.tolist() == [0] and history.image_steps.tolist() == []
    with pytest.warns(PhaseWarning, match=r"holds images that cannot be read: schema 7.*No images are recorded"):
        assert write(tmp_path, 2, start=1, images=(2,)).history.steps.tolist() == [0, 2]


def test_a_disk_that_refuses_images_has_the_metrics(tmp_path, monkeypatch):
    record = Record(tmp_path, LAYOUT, resume=True, image_layout=image_layout())
    record.open(0)
    record.add(ProbeStep(0, 0, ()))
    size, write_bytes = record._writer.path.stat().st_size, record._writer._file.write

    class Full:
        def write(self, data):
            write_bytes(data[:100])
            raise OSError(errno.ENOSPC, "No space left on device")

        def __getattr__(self, name):
            return getattr(file, name)

    file, record._writer._file = record._writer._file, Full()
    with pytest.raises(
        OSError, match=r"No space left on device: '.*' cannot take the images of step 0; its metrics are"
    ):
        record.add_images(0, blobs_of(0))
    assert record._writer.path.stat().st_size == size and record.history.image_steps.tolist() == [0]
    record._writer._file = file
    record.add(ProbeStep(1, 0, ()))
    record.add_images(1, blobs_of(1))
    record.close()
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1] and steps_of(tmp_path) == [1]


def test_mistakes_are_named():
    records = ImageRecords(image_layout())
    with pytest.raises(ValueError, match="no images in this history yet"):
        records.inputs()
    records.add(4, [b"", *blobs_of(4)[1:]])
    with pytest.raises(ValueError, match=r"no images of step 5. Expected one of: \[4\]"):
        records.reconstructions(5, 0)
    with pytest.raises(ValueError, match=r"'block1' \(linear\) gave no image at step 4"):
        records.reconstructions(4, 0)
    with pytest.raises(ValueError, match="has 4 blobs, got 1"):
        records.add(8, [b""])
    with pytest.raises(ValueError, match=r"no images\. Expected a run with images=8 "):
        PhaseHistory(LAYOUT).reconstructions(0, "block1")
