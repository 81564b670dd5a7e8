"""What is reached of each kind of object."""

import types
import unittest.mock
import weakref

import keras
import numpy as np
import pytest

from keras_phases.backend import own_state, traces
from keras_phases.backend.kinds import _read_names
from keras_phases.backend.own_state import find_places
from keras_phases.backend.traces import Traces
from keras_phases.network.features import FeatureExtractor
from keras_phases.warning import PhaseWarning


class Settings(dict):
    __getattr__ = dict.__getitem__


class Anything(dict):
    __getattr__ = dict.get


class Loads(dict):
    def keys(self):
        raise OSError("nothing to load")

    __iter__ = keys


class Slots:
    __slots__ = ("width",)

    def __getattr__(self, name):
        raise KeyError(name)


class Unbound:
    @property
    def __class__(self):
        raise RuntimeError("nothing is bound")


class Unshaped:
    dtype = "float32"

    @property
    def shape(self):
        raise RuntimeError("not built yet")


class Holds:
    def __init__(self, held):
        self.held, self.count = held, 0
        type(self).shared = held

    def __call__(self, x):
        self.count += 1
        return self.held, x


STRANGE = {
    "fails on a name": lambda: Settings(width=1),
    "answers to any name": lambda: Anything(width=1),
    "fails on a name and has slots": Slots,
    "fails on its keys": lambda: Loads(width=1),
    "mock": unittest.mock.MagicMock,
    "proxy of nothing": Unbound,
    "proxy of what is gone": lambda: weakref.proxy(Unshaped()),
    "shape comes later": Unshaped,
}


@pytest.mark.parametrize("kind", STRANGE)
def test_an_object_that_fails_when_it_is_asked_is_in_nobodys_way(kind):
    held = STRANGE[kind]()
    holds = Holds(held)
    places = find_places(None, [("own", holds), ("call", lambda x: (held, x))], keeps=lambda *_: True)
    holds.count = 3
    [moved] = [place for place in places if place.moved()]
    assert moved.moved() == ["attribute 'own.count'"] and moved.put_back() and holds.count == 0


@pytest.mark.parametrize("kind", STRANGE)
def test_a_layer_that_holds_such_an_object_can_be_looked_at(kind):
    held = STRANGE[kind]()
    traces = Traces(keras.Sequential([keras.Input((2,)), keras.layers.Lambda(lambda x: (held, x)[1])]))
    with traces.looking():
        traces.reach([])
    with traces.putting_back():
        pass
    assert traces.lasting == []


def test_a_variable_of_a_module_that_a_function_names_is_put_back():
    module = types.ModuleType("counts")
    module.total, module.other, module.rows = 0, 0, [1]
    names = {"__name__": "own", "counts": module}
    exec("def call():\n    counts.total += 1\n    counts.made = counts.rows\n    counts.made.append(1)", names)
    places = find_places(None, [("call", names["call"])], keeps=lambda *_: True)
    names["call"]()
    module.other = 1
    moved = [place for place in places if place.moved()]
    assert sorted(name for place in moved for name in place.moved()) == [
        "attribute 'call.counts.made'",
        "attribute 'call.counts.total'",
        "item 'call.counts.rows'",
    ]
    assert all(place.put_back() for place in moved)
    assert (module.total, module.rows, module.other) == (0, [1], 1) and not hasattr(module, "made")


def test_an_attribute_of_a_name_is_no_global_variable_of_it():
    """Others of the program may write that variable while a probe step runs."""
    names = {"loss": 1, "scale": 2}
    exec("def call(self):\n    return self.loss * scale", names)
    assert _read_names(names["call"]) == {"scale": 2}


def test_more_objects_than_are_looked_at_are_said(monkeypatch):
    for module in (own_state, traces):
        monkeypatch.setattr(module, "MOST_PLACES", 20)
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.layers[0].bank = tuple(np.zeros(1) for _ in range(30))
    with pytest.warns(PhaseWarning, match="leads to more than 20 objects of its own, and no more are looked at"):
        with Traces(model).looking():
            pass


@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="variables of TensorFlow's own")
def test_a_large_variable_that_moves_late_is_put_back():
    import tensorflow as tf

    class Queue(keras.layers.Layer):
        def __init__(self):
            super().__init__()
            self.rows, self.read = (tf.Variable(tf.zeros(2**19), trainable=False) for _ in range(2))

        def call(self, x):
            self.rows.assign_add(tf.ones_like(self.rows) * tf.reduce_max(x))
            return x + self.read[0]

    model = keras.Sequential([keras.Input((2,)), Queue()])
    traces, extract = Traces(model), FeatureExtractor(model, [])
    with traces.looking():
        traces.reach(*extract.touched_variables(np.zeros((2, 2), "float32")))
        extract(np.zeros((2, 2), "float32"))
    with traces.putting_back():
        extract(np.ones((2, 2), "float32"))
    rows = model.layers[-1].rows
    assert traces.moved == [] and not np.any(rows.numpy())
    assert [one is rows for one in extract.touched_variables(np.zeros((2, 2), "float32"))[1]] == [True]
