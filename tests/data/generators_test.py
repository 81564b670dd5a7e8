import itertools

import numpy as np
import pytest

from keras_phases.data.generators import draw_head


class Adapter:
    """As Keras holds a generator: the first two batches come again at each start, further ones once."""

    def __init__(self, generator):
        self._first_batches = list(itertools.islice(generator, 2))
        self.generator = lambda: itertools.chain(self._first_batches, generator)


class Fit:
    def __init__(self, generator, steps=None):
        self.data_adapter, self.steps_per_epoch = Adapter(generator), steps


def counting(count):
    yield from ((np.full(2, k), [np.full(2, -k)]) for k in range(count))


def with_one_buffer(count):
    buffer = np.empty(2, int)
    for k in range(count):
        buffer[:] = k
        yield buffer, [buffer]


def taken(fit, count):
    """What two starts of a fit take, noted at once."""
    starts = (fit.data_adapter.generator() for _ in range(2))
    return [(x.tolist(), y[0].tolist()) for start in starts for x, y in itertools.islice(start, count)]


def draw(fit, count, **more):
    with draw_head({"epoch_iterator": fit, **more}, "x") as batches:
        return [int(x[0]) for x, _ in itertools.islice(batches, count)]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 9, 20])
def test_a_fit_takes_what_it_would_have_taken(count):
    fit = Fit(counting(9))
    assert draw(fit, count) == list(range(min(count, 9)))
    assert taken(fit, 6) == taken(Fit(counting(9)), 6)


@pytest.mark.parametrize("count", [2, 3, 9])
def test_so_it_does_where_one_buffer_is_filled_again_and_again(count):
    fit = Fit(with_one_buffer(9))
    draw(fit, count)
    given, expected = (taken(one, 9) for one in (fit, Fit(with_one_buffer(9))))
    # At the second start the first batches are what stands in the buffer by then, which no fit can count on.
    assert given[:9] == expected[:9]


def test_so_it_does_where_the_reading_fails():
    fit = Fit(counting(9))
    with pytest.raises(OSError), draw_head({"epoch_iterator": fit}, "x") as batches:
        list(itertools.islice(batches, 5))
        raise OSError
    assert taken(fit, 6) == taken(Fit(counting(9)), 6)


@pytest.mark.parametrize(("initial_epoch", "expected"), [(0, 6), (1, 3), (2, 2)])
def test_no_more_is_drawn_than_the_fit_draws(initial_epoch, expected):
    """But for the two that Keras itself has drawn."""
    generator = counting(20)
    assert len(draw(Fit(generator, steps=3), 20, epochs=2, initial_epoch=initial_epoch)) == expected
    assert int(next(generator)[0][0]) == expected


def test_a_keras_that_holds_generators_otherwise():
    fit = Fit(counting(9))
    fit.data_adapter = object()
    with pytest.raises(ValueError, match=r"x is a generator that this version of Keras holds in a object of unknown"):
        draw(fit, 3)
