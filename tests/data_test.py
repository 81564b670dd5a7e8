import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from keras_phases import data as probe_data
from keras_phases.data import batch_size_of_fit, check_data, draw_rows, fit_locals, rows_of_data, rows_of_fit
from keras_phases.warning import PhaseWarning

SETTINGS = {"max_examples": 1000, "max_heldout": 100, "batch_size": 8, "seed": 0}


def numbered(num, start=0, shape=(2, 2)):
    """Examples that carry their own number, so that one can tell which were drawn."""
    return np.broadcast_to(np.arange(start, start + num, dtype="float32").reshape(num, 1, 1), (num, *shape)).copy()


def numbers(x):
    return x[:, 0, 0].astype(int).tolist()


def draw(x, y=None, x_validation=None, y_validation=None, **settings):
    return draw_rows(x, y, x_validation, y_validation, **(SETTINGS | settings))


class Grab(keras.callbacks.Callback):
    """Takes the rows of the running fit when it begins."""

    def on_train_begin(self, logs=None):
        self.rows = rows_of_fit(fit_locals(self.model))


def classifier(model_class=keras.Model, loss="sparse_categorical_crossentropy"):
    inputs = keras.Input((2, 2))
    model = model_class(inputs, layers.Dense(3, activation="softmax")(layers.Flatten()(inputs)))
    model.compile("sgd", loss)
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

    def as_stream(self, kind):
        """These batches as another kind of stream, whose reads are counted too."""
        if kind == "pydataset":
            return self

        def read():
            return (self[index] for index in range(len(self)))

        if kind == "generator":
            return read()
        signature = (tf.TensorSpec((8, 2, 2)), tf.TensorSpec(8, "int64"))
        dataset = tf.data.Dataset.from_generator(read, output_signature=signature)
        return dataset.apply(tf.data.experimental.assert_cardinality(len(self)))


class Watch(Grab):
    """Counts the batches that are read to get at the rows."""

    def __init__(self, batches):
        super().__init__()
        self.batches = batches

    def on_train_begin(self, logs=None):
        before = self.batches.reads
        try:
            super().on_train_begin(logs)
        finally:
            self.reads = self.batches.reads - before


class TestRowsOfFit:
    @pytest.mark.parametrize("kind", [np.asarray, tf.constant], ids=["numpy", "tensor"])
    def test_arrays_without_validation(self, kind):
        x, y = numbered(24), np.arange(24) % 3
        found = rows_grabbed(kind(x), kind(y))
        assert np.array_equal(found[0], x) and np.array_equal(found[1], y)
        assert all(isinstance(array, np.ndarray) for array in found[:2])
        assert found[2:] == (None, None)

    @pytest.mark.parametrize("kind", [np.asarray, tf.constant], ids=["numpy", "tensor"])
    def test_validation_data(self, kind):
        x, y, x_validation, y_validation = numbered(24), np.arange(24) % 3, numbered(10, 100), np.arange(10) % 3
        found = rows_grabbed(kind(x), kind(y), validation_data=(kind(x_validation), kind(y_validation)))
        for array, wanted in zip(found, (x, y, x_validation, y_validation), strict=True):
            assert isinstance(array, np.ndarray) and np.array_equal(array, wanted)

    def test_validation_data_with_weights(self):
        x, y = numbered(24), np.arange(24) % 3
        found = rows_grabbed(x, y, sample_weight=np.ones(24), validation_data=(x + 100, y, np.ones(24)))
        assert np.array_equal(found[2], x + 100) and np.array_equal(found[3], y)

    @pytest.mark.parametrize("kind", [np.asarray, tf.constant], ids=["numpy", "tensor"])
    def test_validation_split(self, kind):
        found = rows_grabbed(kind(numbered(24)), kind(np.arange(24) % 3), validation_split=0.25)
        assert numbers(found[0]) == list(range(18)) and numbers(found[2]) == list(range(18, 24))
        assert np.array_equal(found[3], np.arange(18, 24) % 3)

    def test_data_frames(self):
        pandas = pytest.importorskip("pandas")
        inputs = keras.Input((2,))
        model = keras.Model(inputs, layers.Dense(3)(inputs))
        model.compile("sgd", "mse")
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
        model.compile("sgd", "mse")
        assert numbers(rows_grabbed({"image": numbered(16)}, np.ones((16, 3)), model=model)[0]) == list(range(16))

    def test_several_label_arrays_are_no_labels(self):
        inputs = keras.Input((2, 2))
        hidden = layers.Flatten()(inputs)
        model = keras.Model(inputs, {"a": layers.Dense(1)(hidden), "b": layers.Dense(1)(hidden)})
        model.compile("sgd", {"a": "mse", "b": "mse"})
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

    @pytest.mark.parametrize("kind", ["dataset", "generator", "pydataset"])
    def test_streams_are_refused_and_not_read(self, kind):
        batches = Batches()
        stream, watch = batches.as_stream(kind), Watch(batches)
        message = rf"x of type {type(stream).__name__}. Pass the rows to measure: PhaseProbe\(data=\(x, y\)\)"
        with pytest.raises(ValueError, match=message):
            classifier().fit(stream, steps_per_epoch=4, shuffle=kind == "pydataset", callbacks=[watch], verbose=0)
        assert watch.reads == 0

    def test_several_inputs_are_refused(self):
        first, second = keras.Input((2, 2), name="first"), keras.Input((2, 2), name="second")
        model = keras.Model({"first": first, "second": second}, layers.Flatten()(first + second))
        model.compile("sgd", "mse")
        x = {"first": numbered(8), "second": numbered(8)}
        message = r"x of fit holds 2 inputs. Expected one array, as in PhaseProbe\(data=\(x, y\)\)"
        with pytest.raises(ValueError, match=message):
            rows_grabbed(x, np.ones((8, 4)), model=model)

    @pytest.mark.parametrize("kind", ["dataset", "pydataset"])
    def test_validation_streams_are_not_read_but_warned_of(self, kind):
        batches, x, y = Batches(), numbered(24), np.arange(24) % 3
        watch = Watch(batches)
        message = r"x of validation_data is a \w+. Expected.* Held-out rows are training rows instead"
        with pytest.warns(PhaseWarning, match=message):
            classifier().fit(x, y, validation_data=batches.as_stream(kind), callbacks=[watch], verbose=0)
        assert watch.reads == 0 and watch.rows[2:] == (None, None)
        assert draw(*watch.rows, batch_size=2)[0].heldout == "training"

    def test_outside_fit(self):
        with pytest.raises(ValueError, match=r"found no running model.fit.*PhaseProbe\(data=\(x, y\)\)"):
            fit_locals(classifier())

    def test_within_the_fit_of_another_model(self):
        class Look(keras.callbacks.Callback):
            def on_train_begin(self, logs=None):
                fit_locals(other)

        other = classifier()
        with pytest.raises(ValueError, match=r"found no running model.fit"):
            classifier().fit(numbered(8), np.arange(8) % 3, callbacks=[Look()], verbose=0)


class TestRowsOfData:
    X, Y = numbered(32), np.arange(32) % 3

    @pytest.mark.parametrize("kind", [tuple, list], ids=["tuple", "list"])
    def test_x_and_y(self, kind):
        x, y = rows_of_data(kind([self.X, self.Y]), num_rows=4)
        assert x is self.X and y is self.Y

    @pytest.mark.parametrize("data", [X, tf.constant(X), (X, None), ([[1, 2], [3, 4]], None)],
                             ids=["array", "tensor", "none", "lists"])  # fmt: skip
    def test_x_alone(self, data):
        x, y = rows_of_data(data, num_rows=4)
        assert y is None and isinstance(x, np.ndarray) and x.ndim >= 2

    @pytest.mark.parametrize("num_rows", [1, 8, 9, 20, 32, 1000])
    @pytest.mark.parametrize("kind", ["dataset", "endless-dataset", "pydataset"])
    def test_batches_are_read_from_the_beginning_until_there_are_enough(self, kind, num_rows):
        dataset = tf.data.Dataset.from_tensor_slices((self.X, self.Y)).batch(8)
        endless = kind == "endless-dataset"
        batches = Batches() if kind == "pydataset" else dataset.repeat() if endless else dataset
        x, y = rows_of_data(batches, num_rows=num_rows)
        count = -(-num_rows // 8) * 8
        count = count if endless else min(count, 32)
        assert numbers(x) == [k % 32 for k in range(count)]
        assert np.array_equal(y, self.Y[np.arange(count) % 32])

    @pytest.mark.parametrize(
        "parts", [lambda x, y: x, lambda x, y: (x,), lambda x, y: (x, y), lambda x, y: (x, y, y)],
        ids=["x", "x-in-tuple", "x-y", "x-y-weight"],
    )  # fmt: skip
    def test_batches_of_other_forms(self, parts):
        x, y = rows_of_data(tf.data.Dataset.from_tensor_slices((self.X, self.Y)).batch(8).map(parts), num_rows=16)
        assert numbers(x) == list(range(16))
        assert y is None if parts(0, 1) in (0, (0,)) else np.array_equal(y, self.Y[:16])

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

    @pytest.mark.parametrize("data", [None, X, (X, Y), tf.data.Dataset.range(3)], ids=["none", "x", "x-y", "dataset"])
    def test_what_may_be_data_passes(self, data):
        assert check_data(data) is None

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (lambda: np.arange(5.0), r"data is ndarray with shape \(5,\) and dtype float64. Expected a numeric array"),
            (lambda: np.array([["a", "b"]]), r"dtype <U1. Expected a numeric array"),
            (lambda: (k for k in range(3)), r"data is a generator. Expected a numeric array"),
            (lambda: 3, r"data is a int. Expected a numeric array"),
            (lambda: ({"a": numbered(4), "b": numbered(4)}, None), r"x of data holds 2 inputs. Expected one array"),
            (lambda: tf.data.Dataset.from_tensor_slices((numbered(4), np.arange(4))),
             r"a batch of data have 2 rows and no first axis.*PhaseProbe\(data=dataset.batch\(256\)\)"),
            (lambda: tf.data.Dataset.from_tensor_slices((numbered(4), np.eye(4))), r"have 2 rows and 4 rows"),
            (lambda: tf.data.Dataset.from_tensor_slices({"a": numbered(4), "b": numbered(4)}).batch(2),
             r"a batch of data holds 2 inputs"),
            (lambda: tf.data.Dataset.from_tensor_slices((numbered(4), np.arange(4))).batch(2).take(0),
             r"data gave no batch. Expected batches \(x, y\)"),
        ],
        ids=["one-axis", "strings", "generator", "number", "dict", "unbatched", "unbatched-one-hot", "dict-batches",
             "empty"],
    )  # fmt: skip
    def test_what_cannot_be_data(self, data, message):
        with pytest.raises(ValueError, match=message):
            rows_of_data(data(), num_rows=100)


class TestDrawRows:
    def test_training_rows_give_both_sets_and_none_twice(self):
        rows, batch_size = draw(numbered(100), np.arange(100) % 5)
        fit, heldout = numbers(rows.x_fit), numbers(rows.x_heldout)
        assert batch_size == 8 and len(fit) == 80 and len(heldout) == 16
        assert len({*fit, *heldout}) == 96
        assert rows.heldout == "training"
        assert np.array_equal(rows.labels_fit, np.array(fit) % 5)
        assert np.array_equal(rows.labels_heldout, np.array(heldout) % 5)

    def test_validation_rows_are_the_heldout_rows(self):
        rows, _ = draw(numbered(100), np.arange(100) % 5, numbered(40, 1000), np.arange(40) % 5)
        assert len(set(numbers(rows.x_fit))) == 96
        assert len(set(numbers(rows.x_heldout))) == 40 and min(numbers(rows.x_heldout)) >= 1000
        assert rows.heldout == "validation"
        assert np.array_equal(rows.y_heldout, np.array(numbers(rows.x_heldout)) % 5)

    def test_rows_are_mixed(self):
        """Class-sorted data would give batches of one class each, and batch statistics of one class."""
        rows, _ = draw(numbered(800), np.arange(800) // 80, numbered(80, 5000), np.arange(80) // 8)
        assert min(len(set(batch)) for batch in rows.labels_fit.reshape(-1, 8)) > 1
        assert min(len(set(batch)) for batch in rows.labels_heldout.reshape(-1, 8)) > 1

    def test_the_seed_decides(self):
        one, same, other = (
            draw(numbered(100), None, numbered(40), None, seed=seed)[0] for seed in (3, 3, 4)
        )  # fmt: skip
        for name in ("x_fit", "x_heldout"):
            assert np.array_equal(getattr(one, name), getattr(same, name))
            assert not np.array_equal(getattr(one, name), getattr(other, name))

    def test_numpys_own_generator_is_left_alone(self):
        np.random.seed(0)
        before = np.random.get_state()[1].copy()
        draw(numbered(100))
        assert np.array_equal(before, np.random.get_state()[1])

    @pytest.mark.parametrize(
        ("num", "num_validation", "settings", "expected"),
        [
            (100, None, {"max_examples": 30}, (24, 16)),
            (100, None, {"max_heldout": 9}, (88, 8)),
            (100, 50, {"max_examples": 30, "max_heldout": 20}, (24, 16)),
            (1000, None, {"max_heldout": 2000, "batch_size": 10}, (830, 160)),
            (100, 50, {"batch_size": 50}, (100, 50)),
        ],
        ids=["max-examples", "max-heldout", "validation", "a-sixth", "exact"],
    )
    def test_counts_are_whole_batches(self, num, num_validation, settings, expected):
        validation = None if num_validation is None else numbered(num_validation, 5000)
        rows, _ = draw(numbered(num), None, validation, **settings)
        assert (len(rows.x_fit), len(rows.x_heldout)) == expected

    @pytest.mark.parametrize(
        ("num", "num_validation", "expected"),
        [(20, None, (15, 3, 3)), (4, None, (2, 2, 2)), (100, 5, (100, 5, 5)), (6, 100, (6, 96, 6))],
        ids=["training", "fewest", "few-heldout", "few-fit"],
    )
    def test_few_rows_make_a_smaller_batch_and_a_warning(self, num, num_validation, expected):
        validation = None if num_validation is None else numbered(num_validation, 5000)
        with pytest.warns(PhaseWarning, match=f"below probe_batch_size=8. The probe batch is {expected[2]} rows"):
            rows, batch_size = draw(numbered(num), None, validation)
        assert (len(rows.x_fit), len(rows.x_heldout), batch_size) == expected

    @pytest.mark.parametrize(
        ("num", "num_validation"), [(3, None), (1, None), (0, None), (100, 1), (100, 0), (1, 100)], ids=str
    )
    def test_too_few_rows(self, num, num_validation):
        validation = None if num_validation is None else numbered(num_validation, 5000)
        message = r"fit rows and .* held-out rows. Expected at least 2 of each.*PhaseProbe\(data=\(x, y\)\)"
        with pytest.raises(ValueError, match=message):
            draw(numbered(num), None, validation)

    @pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf], ids=str)
    def test_rows_that_are_not_finite_are_left_out_and_said_to_be(self, value):
        x, validation = numbered(100), numbered(20, 1000)
        x[[3, 50], 1, 1], validation[7, 0, 1] = value, value
        x[50, 1, 0] = -value
        with pytest.warns(PhaseWarning) as warnings:
            rows, _ = draw(x, np.arange(100), validation, np.arange(20), batch_size=2)
        assert [str(warning.message).split(" probe")[0] for warning in warnings] == ["2 of 100", "1 of 20"]
        assert len(rows.x_fit) == 98 and not {3, 50} & set(numbers(rows.x_fit))
        assert len(rows.x_heldout) == 18 and 1007 not in numbers(rows.x_heldout)
        assert np.array_equal(rows.y_heldout, np.array(numbers(rows.x_heldout)) - 1000)

    @pytest.mark.parametrize(("dtype", "value"), [("float16", 6e4), ("float32", 3e38)], ids=["float16", "float32"])
    def test_large_numbers_are_finite(self, dtype, value):
        rows, _ = draw(np.full((60, 2, 2), value, dtype))
        assert len(rows.x_fit) == 48

    @pytest.mark.parametrize("dtype", ["uint8", "int32", "bool", "float16", "float64"])
    def test_rows_are_as_fed(self, dtype):
        assert draw(numbered(60).astype(dtype))[0].x_fit.dtype == dtype

    def test_the_arrays_are_not_touched_and_not_shared(self):
        x, y, validation = numbered(60), np.arange(60) % 3, numbered(20, 100)
        for array in (x, y, validation):
            array.flags.writeable = False
        rows, _ = draw(x, y, validation, np.arange(20) % 3)
        rows.x_fit[:], rows.x_heldout[:] = -1, -1
        assert np.array_equal(x, numbered(60)) and np.array_equal(validation, numbered(20, 100))

    def test_lengths_that_differ(self):
        with pytest.raises(ValueError, match=r"x and y have 60 rows and 59 rows. Expected one label for each row"):
            draw(numbered(60), np.arange(59))
        with pytest.raises(ValueError, match="validation x and y have 20 rows and 21 rows"):
            draw(numbered(60), np.arange(60), numbered(20), np.arange(21))

    def test_validation_rows_of_another_shape(self):
        with pytest.raises(ValueError, match=r"Fit rows have the shape \(2, 2\), validation rows \(3, 2\)"):
            draw(numbered(60), None, numbered(20, shape=(3, 2)))


CLASSES = np.arange(60) % 3
BITS = np.stack([CLASSES == 0, CLASSES >= 1, np.ones(60, bool)], axis=1)


class TestLabels:
    @pytest.mark.parametrize(
        ("labels", "values"),
        [
            (CLASSES, [0, 1, 2]),
            (CLASSES.astype("uint8"), [0, 1, 2]),
            (CLASSES.astype("float32"), [0, 1, 2]),
            (CLASSES[:, None], [0, 1, 2]),
            (CLASSES[:, None].astype("float64"), [0, 1, 2]),
            (np.eye(3)[CLASSES], [0, 1, 2]),
            (np.eye(3, dtype=bool)[CLASSES], [0, 1, 2]),
            (np.eye(5, dtype="int32")[CLASSES + 1], [1, 2, 3]),
            (CLASSES * 7 - 4, [-4, 3, 10]),
        ],
        ids=["int", "uint8", "float", "column", "float-column", "one-hot", "bool-one-hot", "unused-classes", "gaps"],
    )
    def test_class_labels(self, labels, values):
        rows, _ = draw(numbered(60), labels)
        assert rows.classes.tolist() == values and rows.without_labels == ""
        assert np.array_equal(rows.labels_fit, np.array(numbers(rows.x_fit)) % 3)
        assert np.array_equal(rows.labels_heldout, np.array(numbers(rows.x_heldout)) % 3)

    @pytest.mark.parametrize("dtype", ["bool", "float32"])
    def test_two_classes(self, dtype):
        rows, _ = draw(numbered(60), (np.arange(60) % 2).astype(dtype)[:, None])
        assert np.array_equal(rows.labels_fit, np.array(numbers(rows.x_fit)) % 2)

    @pytest.mark.parametrize(
        ("labels", "reason"),
        [
            (None, "no labels"),
            (np.linspace(0, 1, 60), r"shape (48,) and dtype float64 are neither class indices nor one-hot"),
            (np.linspace(0, 1, 60)[:, None], "neither class indices nor one-hot"),
            (np.random.default_rng(0).normal(size=(60, 4)), "neither class indices nor one-hot"),
            (BITS, "neither class indices nor one-hot"),
            (BITS[:, :2] * 0, "neither class indices nor one-hot"),
            (np.full((60, 3), 1 / 3), "neither class indices nor one-hot"),
            (np.where(CLASSES == 1, np.nan, CLASSES), "neither class indices nor one-hot"),
            (np.where(CLASSES == 1, np.inf, CLASSES), "neither class indices nor one-hot"),
            (np.array(["cat"] * 60), "neither class indices nor one-hot"),
            (np.zeros((60, 2, 2), int), "neither class indices nor one-hot"),
            (np.arange(60), "labels have 48 distinct values in 48 rows, too many to be classes"),
        ],
        ids=["none", "regression", "regression-column", "vectors", "multi-label", "no-class", "soft", "nan", "infinite",
             "strings", "masks", "counts"],
    )  # fmt: skip
    def test_no_class_labels_have_a_reason(self, labels, reason):
        rows, _ = draw(numbered(60), labels)
        assert rows.labels_fit is rows.labels_heldout is rows.classes is None
        assert reason in rows.without_labels

    def test_labels_of_the_model_are_kept_where_they_are_no_classes(self):
        rows, _ = draw(numbered(60), np.linspace(0, 59, 60) + 0.5)
        assert np.array_equal(rows.y_heldout - 0.5, numbers(rows.x_heldout))

    def test_heldout_rows_without_labels(self):
        rows, _ = draw(numbered(60), CLASSES, numbered(20, 100), None)
        assert rows.without_labels.startswith("the held-out rows have no labels")
        assert rows.classes is rows.y_heldout is None

    def test_heldout_labels_of_another_kind_are_named(self):
        rows, _ = draw(numbered(60), CLASSES, numbered(16, 100), np.full(16, 0.5))
        assert "shape (16,) and dtype float64" in rows.without_labels

    def test_one_class(self):
        rows, _ = draw(numbered(60), np.full(60, 4))
        assert rows.classes.tolist() == [4] and set(rows.labels_fit) == set(rows.labels_heldout) == {0}

    @pytest.mark.parametrize(("strange", "name"), [(-1, "below"), (5, "between"), (99, "above")])
    def test_a_class_that_no_fit_row_has_is_marked(self, strange, name):
        y_validation = np.where(np.arange(16) == 3, strange, np.arange(16) % 2 * 8)
        rows, _ = draw(numbered(60), np.arange(60) % 2 * 8, numbered(16, 100), y_validation)
        expected = [-1 if k == 103 else k % 2 for k in numbers(rows.x_heldout)]
        assert rows.labels_heldout.tolist() == expected
        assert rows.classes.tolist() == [0, 8]

    def test_many_classes_of_many_rows(self):
        rows, _ = draw(numbered(600), np.arange(600) % 100)
        assert len(rows.classes) == 100

    def test_most_classes_of_few_rows(self):
        limit = probe_data.MOST_CLASSES_OF_FEW_ROWS
        with pytest.warns(PhaseWarning, match="probe_batch_size=8"):
            rows, _ = draw(numbered(24), np.arange(24))
        assert len(rows.classes) == limit


def stream_of(kind):
    """The input of a fit in batches of eight, and its further arguments."""
    x, y = numbered(20), np.arange(20) % 3
    dataset = tf.data.Dataset.from_tensor_slices((x, y))
    return {
        "arrays": ((x, y, 8), {}),
        "dataset": ((dataset.batch(8).prefetch(2),), {"shuffle": False}),
        "whole batches": ((dataset.repeat().batch(8, drop_remainder=True),), {"shuffle": False, "steps_per_epoch": 2}),
        "pydataset": ((Batches(),), {"shuffle": False}),
    }[kind]


@pytest.mark.parametrize(
    ("kind", "expected"), [("arrays", 8), ("dataset", 8), ("whole batches", 8), ("pydataset", None)]
)
def test_the_batch_size_of_a_fit_is_found(kind, expected):
    class GrabSize(keras.callbacks.Callback):
        def on_train_batch_begin(self, batch, logs=None):
            self.size = batch_size_of_fit(fit_locals(self.model))

    grab, (arguments, options) = GrabSize(), stream_of(kind)
    classifier().fit(*arguments, callbacks=[grab], verbose=0, **options)
    assert grab.size == expected
