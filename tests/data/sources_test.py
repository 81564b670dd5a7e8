"""Rows of a fit and of a user's data, on each backend: `KERAS_BACKEND=jax pytest tests/data/sources_test.py`."""

import itertools
import random

import keras
import numpy as np
import pytest
from builders.models import PLAIN
from keras import layers, ops

from keras_phases.backend.running_fit import fit_locals
from keras_phases.data.batch_forms import BatchForm
from keras_phases.data.probe_examples import (
    Draws,
    check_data,
    check_not_training_stream,
    draw_rows,
    rows_of_data,
    rows_of_fit,
    validation_rows,
)
from keras_phases.data.reading import masked_rows
from keras_phases.data.sources import read_source
from keras_phases.warning import PhaseWarning

AS_ARRAYS = pytest.mark.parametrize("kind", [np.asarray, ops.convert_to_tensor], ids=["numpy", "tensor"])
WAY_OUT = r"pass rows of their own, data=\(x, y\)"


def tensorflow():
    return pytest.importorskip("tensorflow")


def torch_data():
    return pytest.importorskip("torch.utils.data")


def numbered(num, start=0, shape=(2, 2)):
    """Examples that carry their own number, so that one can tell which were read."""
    return np.broadcast_to(np.arange(start, start + num, dtype="float32").reshape(num, 1, 1), (num, *shape)).copy()


def numbers(x):
    return x[:, 0, 0].astype(int).tolist()


def dataset_of(*arrays):
    return tensorflow().data.Dataset.from_tensor_slices(arrays)


def mapped(dataset):
    """The same rows, from a pipeline that is more than batches of tensors."""
    return dataset.map(lambda *batch: batch)


class Grab(keras.callbacks.Callback):
    """Takes the rows of the running fit when it begins."""

    def __init__(self, **settings):
        super().__init__()
        self.settings = settings

    def on_train_begin(self, logs=None):
        self.rows = rows_of_fit(fit_locals(self.model), **self.settings)


def classifier(model_class=keras.Model, loss="sparse_categorical_crossentropy"):
    inputs = keras.Input((2, 2))
    model = model_class(inputs, layers.Dense(3, activation="softmax")(layers.Flatten()(inputs)))
    model.compile("sgd", loss, **PLAIN)
    return model


def rows_grabbed(*arguments, model=None, **more):
    grab = Grab()
    (model or classifier()).fit(*arguments, callbacks=[grab], verbose=0, batch_size=more.pop("batch_size", 8), **more)
    return grab.rows


class Batches(keras.utils.PyDataset):
    """Batches of eight that count how often they are read."""

    def __init__(self, num=32):
        super().__init__()
        self.x, self.y, self.reads = numbered(num), np.arange(num) % 3, 0

    def __len__(self):
        return len(self.x) // 8

    def __getitem__(self, index):
        self.reads += 1
        part = slice(8 * index, 8 * index + 8)
        return self.x[part], self.y[part]


class TestRowsOfFit:
    @AS_ARRAYS
    def test_arrays_without_validation(self, kind):
        x, y = numbered(24), np.arange(24) % 3
        found = rows_grabbed(kind(x), kind(y))
        assert np.array_equal(found[0], x) and np.array_equal(found[1], y)
        assert all(isinstance(array, np.ndarray) for array in found[:2])
        assert found[2:] == (None, None)

    @AS_ARRAYS
    def test_validation_data(self, kind):
        x, y, x_validation, y_validation = numbered(24), np.arange(24) % 3, numbered(10, 100), np.arange(10) % 3
        found = rows_grabbed(kind(x), kind(y), validation_data=(kind(x_validation), kind(y_validation)))
        for array, wanted in zip(found, (x, y, x_validation, y_validation), strict=True):
            assert isinstance(array, np.ndarray) and np.array_equal(array, wanted)

    def test_validation_data_with_weights(self):
        x, y = numbered(24), np.arange(24) % 3
        found = rows_grabbed(x, y, sample_weight=np.ones(24), validation_data=(x + 100, y, np.ones(24)))
        assert np.array_equal(found[2], x + 100) and np.array_equal(found[3], y)

    @AS_ARRAYS
    def test_labels_of_rows_without_weight_are_masked(self, kind):
        x, y, weights = numbered(24), np.arange(24) % 3, (np.arange(24) % 4).astype("float32")
        fed = kind(x), kind(y), kind(weights)
        grabbed = rows_grabbed(*fed[:2], sample_weight=fed[2], validation_data=fed)
        for labels in (grabbed[1], grabbed[3]):
            assert np.array_equal(masked_rows(labels), weights == 0) and np.array_equal(np.asarray(labels), y)

    @AS_ARRAYS
    def test_validation_split(self, kind):
        found = rows_grabbed(kind(numbered(24)), kind(np.arange(24) % 3), validation_split=0.25)
        assert numbers(found[0]) == list(range(18)) and numbers(found[2]) == list(range(18, 24))
        assert np.array_equal(found[3], np.arange(18, 24) % 3)

    def test_data_frames(self):
        pandas = pytest.importorskip("pandas")
        inputs = keras.Input((2,))
        model = keras.Model(inputs, layers.Dense(3)(inputs))
        model.compile("sgd", "mse", **PLAIN)
        frame = pandas.DataFrame({"a": np.arange(16.0), "b": 1.0})
        x, y, *_ = rows_grabbed(frame, pandas.Series(np.arange(16) % 3), model=model)
        assert np.array_equal(x, frame.to_numpy()) and np.array_equal(y, np.arange(16) % 3)

    def test_without_labels(self):
        class Reconstructs(keras.Model):
            def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
                return keras.ops.mean(y_pred)

        found = rows_grabbed(numbered(24), model=classifier(Reconstructs, None))
        assert numbers(found[0]) == list(range(24)) and found[1:] == (None, None, None)

    def test_one_input_by_name(self):
        inputs = keras.Input((2, 2), name="image")
        model = keras.Model({"image": inputs}, layers.Dense(3)(layers.Flatten()(inputs)))
        model.compile("sgd", "mse", **PLAIN)
        x, *_ = rows_grabbed({"image": numbered(16)}, np.ones((16, 3)), model=model)
        assert x.keys() == {"image"} and numbers(x["image"]) == list(range(16))

    def test_several_label_arrays_are_no_labels(self):
        inputs = keras.Input((2, 2))
        hidden = layers.Flatten()(inputs)
        model = keras.Model(inputs, {"a": layers.Dense(1)(hidden), "b": layers.Dense(1)(hidden)})
        model.compile("sgd", {"a": "mse", "b": "mse"}, **PLAIN)
        y = np.ones((16, 1))
        assert rows_grabbed(numbered(16), {"a": y, "b": y}, model=model)[1] is None

    def test_a_fit_of_the_users_own(self):
        class OwnFit(keras.Model):
            def fit(self, images, labels, **arguments):
                epoch_iterator, self_ = "a red herring", None  # noqa: F841
                return super().fit(images, labels, **arguments)

        assert numbers(rows_grabbed(numbered(16), np.arange(16) % 3, model=classifier(OwnFit))[0]) == list(range(16))

    def test_a_fit_within_a_callback_is_told_from_the_one_around_it(self):
        class Outer(keras.callbacks.Callback):
            def on_train_begin(self, logs=None):
                self.rows = rows_grabbed(numbered(8, 500), np.arange(8) % 3)
                self.own = rows_of_fit(fit_locals(self.model))

        outer = Outer()
        classifier().fit(numbered(16), np.arange(16) % 3, callbacks=[outer], verbose=0)
        assert numbers(outer.rows[0]) == list(range(500, 508)) and numbers(outer.own[0]) == list(range(16))

    def test_outside_fit(self):
        with pytest.raises(ValueError, match=r"found no running model.fit.*with probe.run\(model, data=\(x, y\)\)"):
            fit_locals(classifier())

    def test_within_the_fit_of_another_model(self):
        class Look(keras.callbacks.Callback):
            def on_train_begin(self, logs=None):
                fit_locals(other)

        other = classifier()
        with pytest.raises(ValueError, match=r"found no running model.fit"):
            classifier().fit(numbered(8), np.arange(8) % 3, callbacks=[Look()], verbose=0)


STREAMS = {}


def stream(function):
    STREAMS[function.__name__.replace("_", "-")] = function
    return function


X, Y = np.random.default_rng(0).normal(size=(40, 2, 2)).astype("float32"), np.arange(40) % 3
"""Random rows: training on them in another order gives other weights."""


@stream
def shuffled_dataset():
    return dataset_of(X, Y).shuffle(40, seed=1).batch(8)


@stream
def shuffled_and_mapped_dataset():
    return mapped(dataset_of(X, Y).shuffle(40).batch(8)).prefetch(2)


@stream
def repeated_dataset():
    return mapped(dataset_of(X, Y).shuffle(40).repeat().batch(8))


@stream
def cached_dataset():
    return dataset_of(X, Y).shuffle(40).batch(8).cache()


@stream
def randomly_mapped_dataset():
    tf = tensorflow()
    return dataset_of(X, Y).cache().shuffle(40).batch(8).map(lambda x, y: (x + tf.random.normal(tf.shape(x)), y))


@stream
def dataset_with_a_variable():
    counter = tensorflow().Variable(0.0)
    return dataset_of(X, Y).batch(8).map(lambda x, y: (x + counter.assign_add(1.0), y))


@stream
def py_dataset():
    return RandomBatches()


@stream
def endless_py_dataset():
    return EndlessBatches()


@stream
def generator():
    return (batch for batch in RandomBatches())


@stream
def loader():
    data, torch = torch_data(), pytest.importorskip("torch")
    torch.manual_seed(3)
    return data.DataLoader(data.TensorDataset(torch.tensor(X), torch.tensor(Y)), 8, shuffle=True)


@stream
def loader_with_a_generator():
    data, torch = torch_data(), pytest.importorskip("torch")
    generator = torch.Generator()
    return data.DataLoader(NoisyRows(), 8, shuffle=True, generator=generator)


class RandomBatches(keras.utils.PyDataset):
    """Batches with noise of a generator of their own, of NumPy and of Python, that count how often they are read."""

    def __init__(self):
        super().__init__()
        self.random, self.reads = np.random.default_rng(1), np.zeros(1, int)

    def __len__(self):
        return 5

    def __getitem__(self, index):
        self.reads += 1
        noise = self.random.normal() + np.random.normal() + random.random()
        part = slice(8 * (index % 5), 8 * (index % 5) + 8)
        return X[part] + np.float32(noise), Y[part], np.ones(8)


class EndlessBatches(RandomBatches):
    __len__ = None

    @property
    def num_batches(self):
        return None


class NoisyRows:
    """Rows for a DataLoader, with noise of a generator of their own."""

    def __init__(self):
        self.random = np.random.default_rng(1)

    def __len__(self):
        return 40

    def __getitem__(self, index):
        return X[index] + np.float32(self.random.normal()), Y[index]


def fit_stream(make, *, read, steps=None):
    """Weights after a fit on a stream, the rows read, and how often a stream that counts was read."""
    keras.utils.set_random_seed(3)
    model, grab, data = classifier(), Grab(num_rows=64) if read else keras.callbacks.Callback(), make()
    model.fit(data, callbacks=[grab], verbose=0, shuffle=False, epochs=2, steps_per_epoch=steps)
    weights = b"".join(np.asarray(weight).tobytes() for weight in model.get_weights())
    return weights, getattr(grab, "rows", None), np.asarray(getattr(data, "reads", 0)).tolist()


@pytest.mark.first_case
@pytest.mark.filterwarnings("ignore:x of fit goes on")
@pytest.mark.filterwarnings("ignore:Your input ran out of data")
@pytest.mark.parametrize("name", STREAMS)
def test_a_fit_that_is_read_trains_to_the_same_bits(name):
    """Each beside a control: two fits that are not read give the same weights."""
    steps = 4 if name in ("repeated-dataset", "endless-py-dataset") else None
    weights, _, reads = fit_stream(STREAMS[name], read=False, steps=steps)
    control, *_ = fit_stream(STREAMS[name], read=False, steps=steps)
    found, rows, reads_of_found = fit_stream(STREAMS[name], read=True, steps=steps)
    assert weights == control
    assert found == weights
    # Of a stream that goes on TensorFlow reads ahead as far as it gets.
    assert reads_of_found == reads or steps is not None
    assert 8 <= len(rows[0]) <= 64 and len(rows[0]) == len(rows[1]) and rows[2:] == (None, None)


def test_a_fit_in_another_order_trains_to_other_bits():
    """The test above can fail."""
    first, *_ = fit_stream(lambda: dataset_of(X, Y).batch(8), read=False)
    other, *_ = fit_stream(lambda: dataset_of(X[::-1].copy(), Y[::-1].copy()).batch(8), read=False)
    assert first != other


def fit_locals_of(x, **more):
    """Stand-in for the local variables of a fit, for streams whose reading needs no more of it."""
    return {"x": x, "y": None, **more}


def read(x, y=None, **settings):
    return rows_of_fit(fit_locals_of(x) | {"y": y}, **settings)[:2]


class TestStreams:
    def test_one_pass_of_a_dataset_is_read_in_file_order(self):
        dataset = mapped(dataset_of(numbered(40), Y).shuffle(40).repeat().batch(8))
        x, y = read(dataset)
        assert numbers(x) == list(range(40)) and np.array_equal(y, Y)

    def test_a_part_of_a_dataset_that_is_zipped_goes_on_being_repeated(self):
        dataset = tensorflow().data.Dataset
        zipped = dataset.zip((dataset_of(numbered(40)), dataset.from_tensors(1).repeat())).batch(8)
        assert numbers(read(zipped.map(lambda x, y: (x[0], y)))[0]) == list(range(40))

    def test_what_take_and_skip_leave_of_a_fixed_shuffle_is_what_is_trained_on(self):
        """With the shuffle left out, validation rows would be rows of the training."""
        shuffled = dataset_of(numbered(40), Y).shuffle(40, reshuffle_each_iteration=False)
        for part in (shuffled.take(24).batch(8), shuffled.skip(24).batch(8)):
            given = {number for x, _ in part.as_numpy_iterator() for number in numbers(x)}
            assert set(numbers(read(part)[0])) == given

    def test_tensors_that_are_only_batched_are_not_copied_with_the_pipeline(self, monkeypatch):
        monkeypatch.setattr("keras_phases.data.sources.copy_dataset", None)
        dataset = dataset_of({"a": numbered(40), "b": -numbered(40)}, Y).shuffle(40).batch(8).repeat().prefetch(1)
        x, y = read(dataset)
        assert numbers(x["a"]) == list(range(40)) and np.array_equal(x["b"], -x["a"]) and np.array_equal(y, Y)

    def test_a_choice_of_a_stream_is_spread_over_what_is_read(self):
        x, y = read(mapped(dataset_of(numbered(100), np.arange(100)).batch(10)), num_rows=20)
        assert len(set(numbers(x))) == 20 and np.array_equal(y, numbers(x))
        assert sum(number >= 50 for number in numbers(x)) >= 4

    def test_a_stream_that_goes_on_is_warned_of(self):
        with pytest.warns(PhaseWarning, match=r"x of fit goes on behind the first 50 rows.*rows of their own, data="):
            x, _ = read(mapped(dataset_of(numbered(60), np.arange(60)).batch(10)), num_rows=10)
        assert len(x) == 10 and max(numbers(x)) < 50

    def test_a_dataset_of_text_beside_images(self):
        text = np.array([f"{'long ' * (k % 7)}{k}" for k in range(40)])
        dataset = mapped(dataset_of({"text": text, "image": numbered(40)}, Y).batch(8))
        x, _ = read(dataset)
        assert [int(words.split()[-1]) for words in x["text"]] == numbers(x["image"])

    @pytest.mark.parametrize(
        ("make", "reason"),
        [
            (lambda tf, folder: dataset_of(X, Y).map(lambda x, y: (tf.numpy_function(np.copy, [x], tf.float32), y)),
             "with PyFunc: it runs Python code"),
            (lambda tf, folder: dataset_of(X, Y).map(lambda x, y: (tf.py_function(np.copy, [x], tf.float32), y)),
             "with EagerPyFunc"),
            (lambda tf, folder: tf.data.Dataset.from_generator(
                lambda: iter(X), output_signature=tf.TensorSpec((2, 2))), "with GeneratorDataset, PyFunc"),
            (lambda tf, folder: dataset_of(X, Y).cache(f"{folder}/cache"), "with a cache in a file"),
            (lambda tf, folder: dataset_of(X, Y).snapshot(f"{folder}/snapshot"), "with SnapshotDatasetV2"),
            (lambda tf, folder: tf.data.Dataset.random(rerandomize_each_iteration=True).take(9),
             r"with Dataset.random\(rerandomize_each_iteration=True\)"),
        ],
        ids=["numpy-function", "py-function", "generator", "file-cache", "snapshot", "rerandomized"],
    )  # fmt: skip
    def test_pipelines_that_cannot_be_read_twice(self, make, reason, tmp_path):
        with pytest.raises(ValueError, match=rf"x of fit is a tf.data pipeline {reason}.*{WAY_OUT}"):
            read(make(tensorflow(), tmp_path).batch(8))
        assert not list(tmp_path.iterdir())

    def test_a_pipeline_that_tensorflow_cannot_copy(self, monkeypatch):
        dataset = mapped(dataset_of(X, Y).batch(8))
        monkeypatch.setattr(type(dataset), "_as_serialized_graph", lambda self, **_: 1 / 0)
        with pytest.raises(ValueError, match=rf"that TensorFlow cannot copy \(ZeroDivisionError.*{WAY_OUT}"):
            read(dataset)

    def test_a_distributed_dataset_is_read_at_its_origin(self):
        tf = tensorflow()
        strategy = tf.distribute.MirroredStrategy(["CPU:0"])
        distributed = strategy.experimental_distribute_dataset(mapped(dataset_of(numbered(40), Y).batch(8)))
        assert numbers(read(distributed)[0]) == list(range(40))
        function = strategy.distribute_datasets_from_function(lambda context: dataset_of(X, Y).batch(8))
        with pytest.raises(ValueError, match=rf"without a Dataset to read from.*{WAY_OUT}"):
            read(function)

    def test_a_dataset_with_augmentation_of_keras(self):
        if keras.backend.backend() != "tensorflow":
            pytest.skip("the seed is a variable of the pipeline on the TensorFlow backend only")
        flip = layers.RandomFlip(seed=3)
        dataset = dataset_of(numbered(40, shape=(2, 2))[..., None], Y).batch(8)
        before = np.asarray(flip.generator.state.value)
        x, _ = read(dataset.map(lambda x, y: (flip(x, training=True), y)))
        assert len(x) == 40 and np.array_equal(before, np.asarray(flip.generator.state.value))

    def test_batches_are_chosen_all_over_a_py_dataset(self):
        x, y = read(Batches(800), num_rows=40, seed=1)
        assert len(set(numbers(x))) == 40 and np.array_equal(y, np.array(numbers(x)) % 3)
        assert max(numbers(x)) > 400 and numbers(x) != numbers(read(Batches(800), num_rows=40, seed=2)[0])

    def test_a_py_dataset_is_not_read_itself(self):
        batches = Batches()
        read(batches)
        assert batches.reads == 0

    def test_large_arrays_of_a_py_dataset_are_shared_and_cannot_be_written(self):
        batches = Batches(100_000)
        batches.table = {"rows": [batches.x]}
        x, _ = read(batches, num_rows=16)
        assert len(x) == 16

        class Writes(Batches):
            def __getitem__(self, index):
                self.x += 1
                return super().__getitem__(index)

        batches = Writes(100_000)
        with pytest.raises(ValueError, match=rf"Reading a batch of x of fit failed.*read-only.*{WAY_OUT}"):
            read(batches)
        assert np.array_equal(batches.x, numbered(100_000))

    def test_a_py_dataset_that_cannot_be_copied(self):
        batches = Batches()
        batches.stream = iter(range(3)), (k for k in range(3))
        with pytest.raises(ValueError, match=rf"x of fit is a Batches that cannot be copied.*{WAY_OUT}"):
            read(batches)

    def test_the_global_random_states_are_left(self):
        random.seed(1), np.random.seed(1)
        before = random.getstate(), np.random.get_state()[1].tolist()
        read(RandomBatches())
        assert before == (random.getstate(), np.random.get_state()[1].tolist())

    def test_rows_that_a_generator_gives_again_are_taken_once(self):
        batches = itertools.chain.from_iterable(itertools.repeat(list(Batches(40))))
        options = {"steps_per_epoch": 2000, "verbose": 0, "shuffle": False}
        with pytest.warns(PhaseWarning, match="x of fit goes on"):
            classifier().fit((b for b in batches), callbacks=[Stop(), grab := Grab()], **options)
        assert numbers(grab.rows[0]) == list(range(40))

    def test_no_more_is_drawn_from_a_generator_than_the_fit_draws(self):
        batches = Batches(80)
        options = {"steps_per_epoch": 3, "epochs": 2, "verbose": 0, "shuffle": False}
        classifier().fit((b for b in batches), callbacks=[grab := Grab()], **options)
        assert numbers(grab.rows[0]) == list(range(48))

    def test_a_generator_that_fails_fails_as_the_read_does(self):
        def failing():
            yield from Batches(24)
            raise OSError("disk gone")

        message = "Reading a batch of x of fit failed: OSError: disk gone"
        with pytest.raises(ValueError, match=message):
            classifier().fit(failing(), verbose=0, shuffle=False, callbacks=[Grab()])

    def test_a_keras_that_holds_generators_otherwise(self):
        class Iterator:
            data_adapter = None

        arguments = fit_locals_of(b for b in Batches()) | {"epoch_iterator": Iterator()}
        with pytest.raises(ValueError, match=rf"this version of Keras holds in a NoneType.*{WAY_OUT}"):
            rows_of_fit(arguments)

    def test_rows_are_chosen_all_over_a_loader(self):
        data, torch = torch_data(), pytest.importorskip("torch")
        dataset = data.TensorDataset(torch.tensor(numbered(800)), torch.arange(800))
        x, y = read(data.DataLoader(dataset, 8), num_rows=40)
        assert len(set(numbers(x))) == 40 and np.array_equal(y, numbers(x)) and max(numbers(x)) > 400

    @pytest.mark.parametrize("kind", ["sampler", "batch-sampler", "subset"])
    def test_rows_that_a_loader_leaves_out_are_left_out(self, kind):
        data, torch = torch_data(), pytest.importorskip("torch")
        dataset, rows = data.TensorDataset(torch.tensor(numbered(80))), list(range(30, 62))
        loader = {
            "sampler": lambda: data.DataLoader(dataset, 8, sampler=data.SubsetRandomSampler(rows)),
            "batch-sampler": lambda: data.DataLoader(dataset, batch_sampler=[rows[:16], rows[16:]]),
            "subset": lambda: data.DataLoader(data.Subset(dataset, rows), 8, shuffle=True),
        }[kind]()
        before = torch.get_rng_state()
        assert sorted(numbers(read(loader)[0])) == rows
        assert torch.equal(before, torch.get_rng_state())

    def test_a_loader_of_whole_batches(self):
        data = torch_data()
        assert sorted(numbers(read(data.DataLoader(Batches(), batch_size=None))[0])) == list(range(32))

    def test_a_loader_of_a_stream(self):
        data = torch_data()

        class Stream(data.IterableDataset):
            def __iter__(self):
                return iter(Batches())

        with pytest.raises(ValueError, match=rf"x of fit is a DataLoader of a Stream.*{WAY_OUT}"):
            read(data.DataLoader(Stream(), batch_size=None))

    def test_grain_is_refused(self):
        source = type("MapDataset", (), {"__module__": "grain.python"})()
        with pytest.raises(ValueError, match=rf"x of fit is a MapDataset of grain.*{WAY_OUT}"):
            read(source)

    def test_batches_of_different_shapes(self):
        class Growing(Batches):
            def __getitem__(self, index):
                return numbered(8, shape=(2, 2 + index)), np.arange(8)

        with pytest.raises(
            ValueError, match=r"Batches differ: x has rows of shape .*the rows to measure: data=\(x, y\)"
        ):
            read(Growing())

    @AS_ARRAYS
    def test_of_tensors_no_more_are_taken_than_asked_for(self, kind):
        x, y = read({"a": kind(numbered(100)), "b": numbered(100)}, kind(np.arange(100)), num_rows=10)
        assert len(y) == (100 if kind is np.asarray else 10)
        assert numbers(x["a"]) == numbers(x["b"]) == y.tolist()

    def test_of_tables_no_more_are_taken_than_asked_for(self):
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame({"a": np.arange(100.0), "b": np.arange(100)}, index=np.arange(100)[::-1])
        x, y = read(frame, frame["b"], num_rows=10)
        assert len(x) == 10 and np.array_equal(x[:, 0], y) and np.array_equal(x[:, 1], y)


class Stop(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        self.model.stop_training = True


class TestValidation:
    def validation(self, data, **more):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        return validation_rows({"val_x": x, "val_y": y}, **more)

    @pytest.mark.parametrize("kind", ["dataset", "pydataset", "loader"])
    def test_streams_are_read(self, kind):
        if kind == "dataset":
            data = mapped(dataset_of(numbered(40), Y).shuffle(40).batch(8))
        elif kind == "pydataset":
            data = Batches(40)
        else:
            torch_utils, torch = torch_data(), pytest.importorskip("torch")
            data = torch_utils.DataLoader(torch_utils.TensorDataset(torch.tensor(numbered(40)), torch.tensor(Y)), 8)
        x, y = self.validation(data)
        assert sorted(numbers(x)) == list(range(40)) and np.array_equal(y, np.array(numbers(x)) % 3)

    def test_in_a_fit(self):
        batches, x, y = Batches(), numbered(24), np.arange(24) % 3
        found = rows_grabbed(x, y, validation_data=Batches())
        assert batches.reads == 0 and sorted(numbers(found[2])) == list(range(32))
        draws = Draws(max_examples=99, max_heldout=99, batch_size=2, seed=0)
        assert draw_rows(*found, draws=draws)[0].heldout == "validation"

    def test_generators_are_warned_of_and_not_read(self):
        batches = Batches()
        message = "x of validation_data is a generator.* Held-out rows are training rows instead"
        with pytest.warns(PhaseWarning, match=message):
            assert self.validation(batch for batch in batches) == (None, None)
        assert batches.reads == 0

    def test_no_more_are_read_than_asked_for(self):
        assert len(self.validation(Batches(80), num_rows=16)[0]) == 16


BATCHES = Batches()


class TestRowsOfData:
    X, Y = numbered(32), np.arange(32) % 3

    @pytest.mark.parametrize("kind", [tuple, list], ids=["tuple", "list"])
    def test_x_and_y(self, kind):
        x, y = rows_of_data(kind([self.X, self.Y]), num_rows=4)
        assert x is self.X and y is self.Y

    @pytest.mark.parametrize("data", [lambda: numbered(4), lambda: ops.convert_to_tensor(numbered(4)),
                                      lambda: (numbered(4), None), lambda: ([[1, 2], [3, 4]], None)],
                             ids=["array", "tensor", "none", "lists"])  # fmt: skip
    def test_x_alone(self, data):
        x, y = rows_of_data(data(), num_rows=4)
        assert y is None and isinstance(x, np.ndarray) and x.ndim >= 2

    def test_several_inputs(self):
        x, y = rows_of_data(({"a": numbered(4), "b": [numbered(4, 10)]}, [0, 1, 0, 1]), num_rows=4)
        assert numbers(x["b"][0]) == [10, 11, 12, 13] and y.tolist() == [0, 1, 0, 1]

    @pytest.mark.parametrize("contain", [lambda y: [y], lambda y: (y,), lambda y: {"a": {"b": y, "c": None}}])
    def test_label_containers_of_one(self, contain):
        assert rows_of_data((self.X, contain(self.Y)), num_rows=4)[1] is self.Y
        assert rows_of_data(((x, contain(y)) for x, y in Batches()), num_rows=32)[1].tolist() == self.Y.tolist()

    def test_label_containers_of_one_in_a_dataset(self):
        dataset = tensorflow().data.Dataset.from_tensor_slices((self.X, {"label": self.Y}, np.arange(32) % 4))
        for data in (dataset.batch(8), mapped(dataset.batch(8))):
            _, y = rows_of_data(data, num_rows=32)
            assert np.array_equal(np.asarray(y), self.Y) and np.array_equal(masked_rows(y), np.arange(32) % 4 == 0)

    def test_data_frames(self):
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame({"a": np.arange(4.0), "b": 1.0})
        x, y = rows_of_data((frame, pandas.Series([0, 1, 0, 1])), num_rows=4)
        assert np.array_equal(x, frame.to_numpy()) and y.tolist() == [0, 1, 0, 1]

    @pytest.mark.parametrize("num_rows", [1, 8, 9, 20, 32, 1000])
    @pytest.mark.parametrize("kind", ["dataset", "endless-dataset", "pydataset", "generator", "loader"])
    def test_batches_are_read_from_the_beginning_until_there_are_enough(self, kind, num_rows):
        endless = kind == "endless-dataset"
        x, y = rows_of_data(self.batches(kind), num_rows=num_rows)
        count = -(-num_rows // 8) * 8
        count = count if endless else min(count, 32)
        assert numbers(x) == [k % 32 for k in range(count)]
        assert np.array_equal(y, self.Y[np.arange(count) % 32])

    def batches(self, kind):
        if kind in ("pydataset", "generator"):
            return Batches() if kind == "pydataset" else (batch for batch in Batches())
        if kind == "loader":
            data = torch_data()
            torch = pytest.importorskip("torch")
            return data.DataLoader(data.TensorDataset(torch.tensor(self.X), torch.tensor(self.Y)), batch_size=8)
        dataset = dataset_of(self.X, self.Y).batch(8)
        return dataset.repeat() if kind == "endless-dataset" else dataset

    def test_a_shuffled_loader_leaves_the_random_state(self):
        data, torch = torch_data(), pytest.importorskip("torch")
        before = torch.get_rng_state()
        x, _ = rows_of_data(data.DataLoader(data.TensorDataset(torch.tensor(self.X)), 8, shuffle=True), num_rows=32)
        assert sorted(numbers(x)) == list(range(32)) and torch.equal(before, torch.get_rng_state())

    @pytest.mark.parametrize(
        "parts", [lambda x, y: x, lambda x, y: (x,), lambda x, y: (x, y), lambda x, y: (x, y, y)],
        ids=["x", "x-in-tuple", "x-y", "x-y-weight"],
    )  # fmt: skip
    def test_batches_of_other_forms(self, parts):
        x, y = rows_of_data(dataset_of(self.X, self.Y).batch(8).map(parts), num_rows=16)
        assert numbers(x) == list(range(16))
        assert y is None if parts(0, 1) in (0, (0,)) else np.array_equal(y, self.Y[:16])

    def test_batches_of_several_inputs(self):
        dataset = dataset_of(self.X, self.Y).batch(8).map(lambda x, y: ({"image": x, "other": -x}, y))
        x, _ = rows_of_data(dataset, num_rows=16)
        assert numbers(x["image"]) == list(range(16)) and np.array_equal(x["other"], -x["image"])

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            ((X, Y, Y), "data is a tuple of 3 items. Expected"),
            ([X], "data is a list of 1 items. Expected"),
        ],
        ids=["three", "one"],
    )
    def test_wrong_number_of_items_fails_early(self, data, message):
        with pytest.raises(ValueError, match=message):
            check_data(data)

    @pytest.mark.parametrize("data", [None, X, (X, Y), BATCHES, {"a": X}], ids=["none", "x", "x-y", "batches", "dict"])
    def test_what_may_be_data_passes(self, data):
        assert check_data(data) is None

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (lambda: np.zeros(5, "datetime64[Y]"), r"dtype datetime64\[Y\]. Expected a numeric array"),
            (lambda: np.array([[{}, 1]]), r"data is a ndarray with shape \(1, 2\) and dtype object. Expected"),
            (lambda: np.array([np.zeros(2), np.zeros(3)], object), r"is a ndarray with shape \(2,\) and dtype object"),
            (lambda: (k for k in range(3)), r"a batch of data is int with shape \(\) and dtype int64. Expected"),
            (lambda: 3, r"data is int with shape \(\) and dtype int64. Expected a numeric array"),
            (lambda: {}, r"data is an empty dict. Expected a numeric array"),
            (lambda: object(), r"data is a object. Expected a numeric array"),
            (lambda: ({"a": numbered(4), "b": np.float32(3)}, None), r"input 'b' of x of data is float32 with"),
            (lambda: dataset_of(numbered(4), np.arange(4)),
             r"a batch of data have 2 rows and no first axis.*single examples: data=dataset.batch\(256\)"),
            (lambda: dataset_of(numbered(4), np.eye(4)), r"have 2 rows and 4 rows"),
            (lambda: dataset_of(numbered(4), np.arange(4)).batch(2).take(0),
             r"data gave no batch. Expected batches \(x, y\)"),
        ],
        ids=["dates", "objects", "lengths", "numbers", "number", "nothing", "thing", "scalar-input", "unbatched",
             "unbatched-one-hot", "empty"],
    )  # fmt: skip
    def test_what_cannot_be_data(self, data, message):
        with pytest.raises(ValueError, match=message):
            rows_of_data(data(), num_rows=100)

    def test_the_stream_that_fit_trains_on_is_no_data(self):
        with pytest.raises(ValueError, match=r"data is the PyDataset that fit trains on.*leave data out"):
            check_not_training_stream(BATCHES, {"x": BATCHES})
        assert check_not_training_stream(self.X, {"x": self.X}) is None
        assert check_not_training_stream(Batches(), {"x": Batches()}) is None


def test_labels_of_several_lengths_are_objects_and_leave_the_rest_alone():
    ragged = [[1, 2], [3], [4, 5, 6]] * 8
    for y in (ragged, np.array(ragged, object)):
        rows = rows_of_data((numbered(24), y), num_rows=24)
        drawn = draw_rows(*rows, None, None, draws=Draws(max_examples=99, max_heldout=99, batch_size=2, seed=0))[0]
        assert drawn.task is None and "several lengths; pass transfer={'name': function}" in drawn.without_labels
        assert len(drawn.x_fit) == 20


class Drawing(keras.utils.PyDataset):
    """Batches to which noise is added, as by augmentation; at will none."""

    def __init__(self, noise):
        super().__init__()
        self.noise, self.generator = noise, np.random.default_rng(0)

    def __len__(self):
        return 4

    def __getitem__(self, index):
        x = numbered(8, 8 * index)
        return x + self.noise * self.generator.normal(size=x.shape), np.arange(8) % 2


@pytest.mark.parametrize("noise", [0.0, 0.1])
def test_sources_that_draw_at_random_are_told_apart(noise):
    torch = pytest.importorskip("torch")

    class Items(torch.utils.data.Dataset):
        def __len__(self):
            return 16

        def __getitem__(self, index):
            return torch.ones(2, 2) * index + noise * torch.randn(2, 2), index % 2

    for source in (Drawing(noise), torch.utils.data.DataLoader(Items(), batch_size=4, shuffle=True)):
        form = BatchForm()
        read_source((source, None, None), "x of fit", num_rows=8, seed=0, form=form)
        assert form.is_random == bool(noise)
