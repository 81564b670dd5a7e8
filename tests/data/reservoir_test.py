import numpy as np
import pytest

from keras_phases.data.reservoir import Reservoir


def keep(num_rows, *batches, **settings):
    reservoir = Reservoir(num_rows, **({"seed": 0} | settings))
    for batch in batches:
        reservoir.add(np.asarray(batch), -np.asarray(batch))
    return reservoir


def test_fewer_rows_than_asked_for_are_all_kept_in_order():
    x, y = keep(10, [1, 2, 3], [4]).rows()
    assert x.tolist() == [1, 2, 3, 4] and y.tolist() == [-1, -2, -3, -4]


def test_of_more_rows_the_asked_for_number_is_kept_with_their_labels():
    reservoir = keep(10, range(30), range(30, 100))
    x, y = reservoir.rows()
    assert reservoir.num_added == 100 and len(set(x.tolist())) == 10 and np.array_equal(x, -y)


def test_each_row_has_the_same_chance():
    """Each of 40 rows is kept in a quarter of 2,000 draws, to 6 standard deviations of a binomial count."""
    counts = np.zeros(40)
    for seed in range(2000):
        counts[keep(10, range(7), range(7, 25), range(25, 40), seed=seed).rows()[0]] += 1
    assert np.all(np.abs(counts - 500) < 6 * np.sqrt(2000 * 0.25 * 0.75))


def test_the_seed_decides():
    one, same, other = (keep(5, range(100), seed=seed).rows()[0].tolist() for seed in (1, 1, 2))
    assert one == same != other


def test_rows_that_have_come_before_are_left_out():
    reservoir = keep(10, [1, 2, 1], [2, 3], only_new=True)
    assert reservoir.rows()[0].tolist() == [1, 2, 3]


def test_text_is_compared_by_its_letters():
    reservoir = Reservoir(10, 0, only_new=True)
    for words in (["a", "b"], ["b", "cc"]):
        reservoir.add({"text": np.array(["".join(word) for word in words], object)})
    assert reservoir.rows()[0]["text"].tolist() == ["a", "b", "cc"]


def test_without_labels():
    reservoir = Reservoir(3, 0)
    reservoir.add([np.arange(2), np.arange(2)])
    x, y = reservoir.rows()
    assert y is None and [array.tolist() for array in x] == [[0, 1], [0, 1]]


def test_rows_of_another_shape():
    with pytest.raises(ValueError, match=r"x has rows of shape \(\), in a later batch \(1,\)"):
        keep(5, [1, 2], [[3]])
