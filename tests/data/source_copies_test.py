import random

import keras
import numpy as np
import pytest

from keras_phases.backend.random_states import keep_names, keep_random_states
from keras_phases.data.source_copies import copy_dataset, copy_source


class Source:
    def __init__(self, array):
        self.array, self.held, self.count, self.random = array, {"again": [array]}, 0, np.random.default_rng(0)


LARGE, SMALL = np.zeros(2**18), np.zeros(3)


def test_a_large_array_is_shared_wherever_it_is_held_and_cannot_be_written():
    copied = copy_source(Source(LARGE), "x")
    assert np.shares_memory(copied.array, LARGE) and np.shares_memory(copied.held["again"][0], LARGE)
    assert not copied.array.flags.writeable and LARGE.flags.writeable


def test_a_small_array_a_counter_and_a_generator_are_the_copys_own():
    source = Source(SMALL)
    copied = copy_source(source, "x")
    copied.array += 1
    copied.count += 1
    drawn = copied.random.random()
    assert not SMALL.any() and source.count == 0 and source.random.random() == drawn


def test_a_method_of_the_source_is_one_of_the_copy():
    source = Source(LARGE)
    source.update = source.__init__
    copied = copy_source(source, "x")
    assert copied.update.__self__ is copied and np.shares_memory(copied.array, LARGE)


def test_what_cannot_be_copied_names_the_way_out():
    source = Source(SMALL)
    source.file = (k for k in range(3))
    with pytest.raises(ValueError, match=r"x is a Source that cannot be copied.*rows of their own, data=\(x, y\)"):
        copy_source(source, "x")


def torch_draw():
    torch = pytest.importorskip("torch")
    torch.manual_seed(0)
    return lambda: torch.rand(()).item()


def tensorflow_draw():
    tf = pytest.importorskip("tensorflow")
    tf.random.set_seed(0)
    return lambda: float(tf.random.uniform(()))


def tensorflow_generator():
    tf = pytest.importorskip("tensorflow")
    generator = tf.random.get_global_generator()
    return lambda: float(generator.uniform(()))


@pytest.mark.parametrize(
    "make",
    [lambda: random.random, lambda: np.random.random, lambda: lambda: float(keras.random.uniform(())), torch_draw,
     tensorflow_draw, tensorflow_generator],
    ids=["python", "numpy", "keras", "torch", "tensorflow", "tensorflow generator"],
)  # fmt: skip
@pytest.mark.parametrize("num_before", [0, 1])
def test_random_states_are_kept(make, num_before):
    keras.utils.set_random_seed(1)
    draw = make()
    for _ in range(num_before):
        draw()
    with keep_random_states():
        within = [draw(), draw()]
    assert [draw(), draw()] == within and within[0] != within[1]


def test_random_states_are_kept_where_the_reading_fails():
    np.random.seed(0)
    expected = np.random.RandomState(0).random()
    with pytest.raises(OSError), keep_random_states():
        np.random.random()
        raise OSError
    assert np.random.random() == expected


def test_a_seed_that_is_set_within_is_taken_back():
    keras.utils.set_random_seed(1)
    draws = tensorflow_draw(), random.random, np.random.random, lambda: float(keras.random.uniform(()))
    with keep_random_states():
        expected = [draw() for draw in draws]
    with keep_random_states():
        keras.utils.set_random_seed(2)
    assert [draw() for draw in draws] == expected


def test_operations_with_a_seed_of_their_own_go_on():
    tf = pytest.importorskip("tensorflow")
    tf.random.set_seed(0)
    expected = [float(tf.random.uniform((), seed=5)) for _ in range(3)]
    tf.random.set_seed(0)
    found = [float(tf.random.uniform((), seed=5))]
    with keep_random_states():
        tf.random.get_global_generator().uniform(())
        np.random.random()
    assert found + [float(tf.random.uniform((), seed=5)) for _ in range(2)] == expected


@pytest.mark.parametrize("cleared", [False, True], ids=["some names counted", "none counted"])
def test_automatic_names_go_on_where_they_stood(cleared):
    if cleared:
        keras.utils.clear_session(free_memory=False)
    else:
        keras.layers.Dense(1)
    with keep_names():
        first = [keras.layers.Dense(1).name, keras.layers.ReLU().name]
        keras.layers.Dense(1)
    assert [keras.layers.Dense(1).name, keras.layers.ReLU().name] == first


def test_automatic_names_go_on_where_they_stood_when_something_fails():
    with pytest.raises(OSError), keep_names():
        first = keras.layers.Dense(1).name
        raise OSError
    assert keras.layers.Dense(1).name == first


def in_step(dataset):
    """Whether the parts of a zip give the same rows at the same time."""
    return bool(np.mean([int(one) == int(other) for one, other in dataset]) > 0.5)


@pytest.mark.parametrize(
    "join",
    [
        lambda base: (base.shuffle(50), base.shuffle(50)),
        lambda base: (base.shuffle(50, seed=3), base.shuffle(50, seed=3)),
        lambda base: (base.shuffle(50, seed=3), base.shuffle(50, seed=4)),
        lambda base: (base.shuffle(50),) * 2,
        lambda base: (base.shuffle(50, seed=3),) * 2,
        lambda base: (base.shuffle(50).map(abs), base.repeat(2).shuffle(50).map(abs)),
    ],
    ids=["unseeded", "one-seed", "two-seeds", "read-twice", "seeded-read-twice", "mapped"],
)
def test_shuffles_that_are_zipped_are_in_step_where_those_of_the_training_are(join):
    tf = pytest.importorskip("tensorflow")
    dataset = tf.data.Dataset.zip(join(tf.data.Dataset.from_tensor_slices(np.arange(50))))
    copied, is_random = copy_dataset(dataset.shuffle(10).repeat(2), "x")
    assert in_step(copied) == in_step(dataset) and not is_random
    assert len(list(copied)) == 50
    assert [int(one) for one, _ in copied] == [int(one) for one, _ in copied]


def test_a_pipeline_that_augments_is_seen_to_draw_at_random():
    tf = pytest.importorskip("tensorflow")
    dataset = tf.data.Dataset.from_tensor_slices(np.zeros((4, 2), "float32"))
    _, is_random = copy_dataset(dataset.map(lambda x: x + tf.random.normal(tf.shape(x))), "x")
    assert is_random
