import numpy as np
import pytest

from keras_phases.data.labels import MOST_CLASSES_OF_FEW_ROWS
from keras_phases.data.probe_examples import Draws, ProbeExamples, draw_rows
from keras_phases.data.reading import Reading
from keras_phases.warning import PhaseWarning

SETTINGS = {"max_examples": 1000, "max_heldout": 100, "batch_size": 8, "seed": 0}


def numbered(num, start=0, shape=(2, 2)):
    """Examples that carry their own number, so that one can tell which were drawn."""
    return np.broadcast_to(np.arange(start, start + num, dtype="float32").reshape(num, 1, 1), (num, *shape)).copy()


def numbers(x):
    return x[:, 0, 0].astype(int).tolist()


def draw(x, y=None, x_validation=None, y_validation=None, **settings):
    settings = SETTINGS | settings
    target = settings.pop("target", None)
    return draw_rows(x, y, x_validation, y_validation, draws=Draws(**settings), target=target)


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
        message = r"fit rows and .* held-out rows. Expected at least 2 of each.*rows of your own: data=\(x, y\)"
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


class TestStratification:
    """16 rows of class 0 are a sixth of all; they stand at the end."""

    LABELS = np.repeat([2, 1, 0], [40, 40, 16])

    @pytest.mark.parametrize("as_fed", [lambda y: y, lambda y: np.eye(3)[y], lambda y: y[:, None].astype("float32")],
                             ids=["integers", "one-hot", "column"])  # fmt: skip
    @pytest.mark.parametrize("seed", [0, 1, 2])
    def test_every_batch_has_each_class_at_its_share(self, as_fed, seed):
        rows, batch_size = draw(numbered(96), as_fed(self.LABELS), seed=seed, batch_size=12)
        for labels in (rows.labels_fit, rows.labels_heldout):
            for batch in labels.reshape(-1, batch_size):
                assert np.all(np.abs(np.bincount(batch, minlength=3) - [2, 5, 5]) <= 1)

    @pytest.mark.parametrize("seed", [0, 1, 2])
    def test_a_choice_has_the_shares_of_all(self, seed):
        rows, _ = draw(numbered(96), self.LABELS, numbered(96, 100), self.LABELS, max_examples=24, max_heldout=48,
                       seed=seed)  # fmt: skip
        assert np.all(np.abs(np.bincount(rows.labels_fit) - [4, 10, 10]) <= 1)
        assert np.all(np.abs(np.bincount(rows.labels_heldout) - [8, 20, 20]) <= 1)

    def test_within_a_class_the_seed_decides(self):
        chosen = [
            {k for k in numbers(draw(numbered(96), self.LABELS, max_examples=24, seed=seed)[0].x_fit) if k < 40}
            for seed in (0, 1)
        ]
        assert chosen[0] != chosen[1]

    def test_a_class_of_each_row_is_no_stratum(self):
        rows, _ = draw(numbered(60), np.arange(60))
        assert len(set(numbers(rows.x_fit))) == 48 and numbers(rows.x_fit) != sorted(numbers(rows.x_fit))


class TestInputs:
    IMAGE, SERIES, TABLE = numbered(60)[..., None], numbered(60), numbered(60)[:, 0]
    TEXT = np.array([[f"word {k}"] for k in range(60)], object)

    def test_one_array_is_both(self):
        rows, _ = draw(self.IMAGE, CLASSES)
        assert rows.inputs_fit is rows.x_fit and rows.inputs_heldout is rows.x_heldout

    def test_rows_made_by_hand_are_fed_as_they_are(self):
        rows = ProbeExamples(self.IMAGE, self.TABLE, None, None, None, None, "training", "")
        assert rows.inputs_fit is self.IMAGE and rows.inputs_heldout is self.TABLE and rows.task == "classes"

    @pytest.mark.parametrize(
        ("x", "name"),
        [
            ({"text": TEXT, "table": TABLE, "series": SERIES, "image": IMAGE}, "image"),
            ({"text": TEXT, "table": TABLE, "series": SERIES}, "series"),
            ({"text": TEXT, "table": TABLE}, "table"),
            ({"table": TABLE, "series": SERIES, "film": IMAGE[..., None]}, "film"),
            ({"film": IMAGE[..., None], "image": IMAGE}, "image"),
            ({"b": IMAGE, "a": IMAGE + 1}, "b"),
            ([TABLE, SERIES], 1),
            ((SERIES, TABLE), 0),
        ],
        ids=["image", "series", "table", "film", "image-before-film", "first", "list", "tuple"],
    )
    def test_the_image_like_input_is_reconstructed(self, x, name):
        rows, _ = draw(x, CLASSES)
        assert type(rows.inputs_fit) is type(rows.inputs_heldout) is type(x)
        assert np.array_equal(rows.x_fit, rows.inputs_fit[name])
        assert np.array_equal(rows.x_heldout, rows.inputs_heldout[name])
        assert rows.x_fit.shape[1:] == np.shape(x[name])[1:]

    def test_rows_stay_together(self):
        rows, _ = draw({"text": self.TEXT, "image": self.IMAGE, "few": self.TABLE}, CLASSES)
        for inputs, labels in ((rows.inputs_fit, rows.labels_fit), (rows.inputs_heldout, rows.labels_heldout)):
            drawn = inputs["few"][:, 0].astype(int)
            assert np.array_equal(inputs["image"], self.IMAGE[drawn]) and np.array_equal(labels, CLASSES[drawn])
            assert np.array_equal(inputs["text"], self.TEXT[drawn])

    @pytest.mark.parametrize(
        ("x", "target", "place"),
        [
            ({"image": IMAGE, "table": TABLE}, "table", lambda inputs: inputs["table"]),
            ([IMAGE, TABLE], 1, lambda inputs: inputs[1]),
            ({"pair": [IMAGE, TABLE]}, "pair/1", lambda inputs: inputs["pair"][1]),
        ],
        ids=["name", "index", "nested"],
    )
    def test_the_target_is_named(self, x, target, place):
        rows, _ = draw(x, CLASSES, target=target)
        assert rows.x_fit.ndim == 2 and np.array_equal(rows.x_fit, place(rows.inputs_fit))

    @pytest.mark.parametrize("target", ["text", "picture", 7])
    def test_a_target_that_is_no_numeric_input(self, target):
        message = (
            rf"to reconstruct is {target!r}. Expected the name.* 'image' \(60, 2, 2, 1\) float32, 'text' \(60, 1\)"
        )
        with pytest.raises(ValueError, match=message):
            draw({"image": self.IMAGE, "text": self.TEXT}, CLASSES, target=target)

    def test_a_row_goes_where_any_input_of_it_is_not_finite(self):
        table = self.TABLE.copy()
        table[7] = np.nan
        with pytest.warns(PhaseWarning, match="1 of 60 probe rows hold NaN"):
            rows, _ = draw(
                {"image": self.IMAGE, "table": table},
                CLASSES,
                {"image": self.IMAGE[:16], "table": self.TABLE[:16]},
                CLASSES[:16],
                batch_size=2,
            )
        assert 7 not in numbers(rows.x_fit) and len(rows.x_fit) == 58

    def test_inputs_of_different_lengths(self):
        with pytest.raises(ValueError, match=r"input 'image' has 60 rows, input 'table' 59. Expected the same number"):
            draw({"image": self.IMAGE, "table": self.TABLE[:59]})

    def test_validation_inputs_of_other_names(self):
        with pytest.raises(ValueError, match=r"Fit rows have the shape \{'image'.*validation rows \{'table'"):
            draw({"image": self.IMAGE}, None, {"table": self.TABLE}, None)


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
        assert rows.classes.tolist() == values and rows.without_labels == "" and rows.task == "classes"
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
            (np.full((60, 3), 2.0), r"shape (48, 3) and dtype float64 are neither class indices nor one-hot"),
            (np.where(CLASSES == 1, np.nan, CLASSES), "labels hold NaN or infinite values"),
            (np.where(CLASSES == 1, np.inf, CLASSES), "labels hold NaN or infinite values"),
            (np.where(CLASSES == 1, np.inf, 0.5), "labels hold NaN or infinite values"),
            (np.array(["cat"] * 60), "neither class indices nor one-hot"),
            (np.zeros((60, 2, 2), int), "neither a class at each position nor one-hot"),
            (np.full((60, 3), 2), "neither class indices nor one-hot"),
            (np.arange(60), "labels have 48 distinct values in 48 rows, too many to be classes"),
        ],
        ids=["none", "whole-floats", "nan", "infinite", "infinite-values", "strings", "masks", "integers", "counts"],
    )  # fmt: skip
    def test_no_class_labels_have_a_reason(self, labels, reason):
        rows, _ = draw(numbered(60), labels)
        assert rows.labels_fit is rows.labels_heldout is rows.classes is rows.task is None
        assert reason in rows.without_labels

    @pytest.mark.parametrize("dtype", ["bool", "int32", "float32"])
    @pytest.mark.parametrize("labels", [BITS, BITS[:, :2] * False, BITS[:, 1:]], ids=["some", "never", "two"])
    def test_multilabel(self, labels, dtype):
        rows, _ = draw(numbered(60), labels.astype(dtype))
        assert rows.task == "multilabel" and rows.classes is None and rows.without_labels == ""
        for given, x in ((rows.labels_fit, rows.x_fit), (rows.labels_heldout, rows.x_heldout)):
            assert given.dtype == "float32" and np.array_equal(given, labels[numbers(x)])

    @pytest.mark.parametrize("shape", [(60,), (60, 1), (60, 4)], ids=str)
    def test_regression(self, shape):
        labels = np.random.default_rng(0).normal(size=shape)
        rows, _ = draw(numbered(60), labels)
        assert rows.task == "regression" and rows.classes is None and rows.without_labels == ""
        for given, x in ((rows.labels_fit, rows.x_fit), (rows.labels_heldout, rows.x_heldout)):
            expected = labels[numbers(x)].reshape(len(x), -1).astype("float32")
            assert given.dtype == "float32" and np.array_equal(given, expected)

    def test_soft_labels_are_a_regression_where_no_loss_tells(self):
        assert draw(numbered(60), np.full((60, 3), 1 / 3))[0].task == "regression"

    def test_heldout_rows_that_happen_to_be_one_hot_are_multilabel_as_the_fit_rows(self):
        rows, _ = draw(numbered(60), BITS, numbered(16, 100), np.eye(3)[np.arange(16) % 3])
        assert rows.task == "multilabel" and np.all(rows.labels_heldout.sum(1) == 1)

    def test_heldout_labels_of_another_width(self):
        rows, _ = draw(numbered(60), BITS, numbered(16, 100), BITS[:16, :2])
        assert rows.task is None and "neither" in rows.without_labels

    def test_labels_of_the_model_are_kept_where_they_are_no_classes(self):
        rows, _ = draw(numbered(60), np.linspace(0, 59, 60) + 0.5)
        assert np.array_equal(rows.y_heldout - 0.5, numbers(rows.x_heldout))

    def test_heldout_rows_without_labels(self):
        rows, _ = draw(numbered(60), CLASSES, numbered(20, 100), None)
        assert rows.without_labels.startswith("the held-out rows have no labels")
        assert rows.classes is rows.y_heldout is None

    def test_heldout_labels_of_another_kind_are_named(self):
        rows, _ = draw(numbered(60), CLASSES, numbered(16, 100), np.full(16, 0.5))
        assert rows.task is None and "shape (16,) and dtype float64" in rows.without_labels

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
        limit = MOST_CLASSES_OF_FEW_ROWS
        with pytest.warns(PhaseWarning, match="probe_batch_size=8"):
            rows, _ = draw(numbered(24), np.arange(24))
        assert len(rows.classes) == limit


def test_a_mask_of_positions_is_not_what_is_reconstructed():
    tokens = np.random.default_rng(0).integers(1, 9, (40, 5))
    draws = Draws(max_examples=30, max_heldout=10, batch_size=5, seed=0)
    mask = (np.arange(5) < 3 + tokens[:, :1] % 2).astype("int32")
    reading = Reading(categories=("tokens",))
    for x, source in (({"mask": mask, "tokens": tokens}, "tokens"), ({"mask": mask, "other": mask}, "mask")):
        assert draw_rows(x, None, None, None, draws=draws, reading=reading)[0].source == source
