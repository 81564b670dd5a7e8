"""What layers keep themselves is the same with and without a probe, whatever holds it; what cannot be is refused."""

import contextvars
import itertools
import random
import threading
import types
import warnings
import weakref

import keras
import numpy as np
import pytest
from builders.fits import differing, fit, small_probe, state_of
from builders.models import PLAIN
from keras import layers, ops

from keras_phases import Every, PhaseWarning
from keras_phases.backend.traces import Traces

BACKEND = keras.backend.backend()
pytestmark = pytest.mark.filterwarnings("ignore::keras_phases.warning.PhaseWarning")


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(0)
    return rng.normal(size=(64, 4, 4, 1)).astype("float32"), rng.integers(0, 3, 64)


class Holder:
    """An object of a layer's own, with a slot beside its attributes."""

    __slots__ = ("__dict__", "slot")

    def __init__(self):
        self.slot, self.count, self.left = 0, 0, [0, {"deep": np.zeros(2)}]


class Registry:
    """A class that code names, and whose attributes count."""

    count, names = 0, ["first"]


TALLY, CONTEXT = 0, contextvars.ContextVar("context")


def tally():
    global TALLY
    TALLY += 1
    return 0.01 * TALLY


class Keeps(layers.Layer):
    """Moves one of everything that Python can hold at each call, and scales by some of it."""

    total = 0

    def __init__(self, **options):
        super().__init__(**options)
        self.calls, self.table, self.seen, self.kinds = 0, {"mean": 0.0, "rows": np.zeros(3)}, [], set()
        self.held, self.rng, self.python = Holder(), np.random.default_rng(3), random.Random(4)
        self.legacy, self.pair = np.random.RandomState(5), (np.zeros(1), [1])
        self.bytes, self.named, self.scalar = bytearray(2), types.SimpleNamespace(count=0), np.float32(0)
        self.order, self.weak, self.local = (
            dict.fromkeys("abc"),
            weakref.WeakKeyDictionary({self: 0}),
            threading.local(),
        )
        self.local.count = 0

    def call(self, x):
        self.calls += 1
        type(self).total += 1
        self.table["mean"] += 0.5
        self.table["rows"][1] += 1
        self.seen.append(self.calls)
        self.kinds.add(self.calls)
        self.held.slot += 1
        self.held.count += 2
        self.held.left[1]["deep"] += 1
        self.pair[0][:] += 1
        self.bytes[0] += 1
        self.named.count += 1
        self.scalar += tally()
        first = next(iter(self.order))
        self.order[first] = self.order.pop(first)
        self.weak[self] += 1
        Registry.count += 1
        Registry.names.append(str(Registry.count))
        self.local.count += 1
        CONTEXT.set(CONTEXT.get() + 1)
        noise = self.rng.normal() + self.python.random() + self.legacy.rand()
        return x * (1 + 0.1 * min(self.calls, 5)) + 0.01 * noise

    def state(self):
        own = self.calls, type(self).total, self.table, self.seen, sorted(self.kinds), self.pair
        held = self.held.slot, self.held.count, self.held.left, self.bytes, self.named, self.scalar, TALLY
        held += list(self.order), self.weak[self], self.local.count, CONTEXT.get(), Registry.count, Registry.names
        return repr((own, held, self.rng.bit_generator.state, self.python.getstate(), self.legacy.get_state()))


def closed(function=None):
    """A layer on a function that counts in a closure."""
    count, cells = 0, {"items": [0]}

    def scale(x):
        nonlocal count
        count += 1
        cells["items"][0] += 1
        return x * (1 + 0.1 * count)

    layer = layers.Lambda(scale, name="own")
    layer.state = lambda: (count, repr(cells))
    return layer


def on_tensorflow(kind):
    tf = pytest.importorskip("tensorflow")

    class Own(layers.Layer):
        def __init__(self, **options):
            super().__init__(**options)
            self.mean = self.module = None
            if kind == "variable":
                self.mean = tf.Variable(0.0, trainable=False)
            elif kind == "module":
                self.module = tf.Module()
                self.module.mean = tf.Variable([0.0], trainable=False)
            elif kind == "hidden":
                hidden.append(tf.Variable(0.0, trainable=False))
            elif kind == "keras variable":
                self.mean = self.add_weight(shape=(), initializer="zeros", trainable=False)
            else:
                self.generator = tf.random.Generator.from_seed(1)

        def call(self, x):
            if kind == "generator":
                return x + 0.1 * self.generator.normal(tf.shape(x))
            mean = {"hidden": lambda: hidden[0], "module": lambda: self.module.mean}.get(kind, lambda: self.mean)()
            mean = mean.value if kind == "keras variable" else mean
            mean.assign(0.9 * mean + 0.1 * tf.reduce_mean(x))
            return x - mean

        def state(self):
            held = [hidden[0]] if kind == "hidden" else [self.generator.state] if kind == "generator" else []
            held += [self.mean] if self.mean is not None else []
            held += [self.module.mean] if self.module is not None else []
            return [np.array(one).tolist() for one in held]

    hidden = []
    return Own(name="own")


def on_torch(kind):
    torch = pytest.importorskip("torch")

    class Normalise(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.register_buffer("count", torch.zeros(()))
            self.inner, self.noise = torch.nn.Dropout(0.1), torch.Generator().manual_seed(3)

        def forward(self, x):
            self.count += 1
            return self.inner(x) * (1 + 0.1 * self.count) + 0.1 * torch.randn(1, generator=self.noise)

    module = Normalise()
    layer = (
        keras.layers.TorchModuleWrapper(module, name="own") if kind == "wrapped" else layers.Lambda(module, name="own")
    )

    def states():
        return float(module.count), module.training, module.inner.training, module.noise.get_state().tolist()

    layer.state = states
    return layer


KINDS = {
    "own_state_eager": lambda: Keeps(name="own"),
    "closure": closed,
    **{
        f"own_state{name}": lambda kind=kind: on_tensorflow(kind)
        for name, kind in (("", "variable"), (" generator", "generator"), (" module", "module"), (" hidden", "hidden"),
                           (" keras variable", "keras variable"))
        if BACKEND == "tensorflow"
    },
    **{f"torch {kind}": lambda kind=kind: on_torch(kind) for kind in ("wrapped", "bare") if BACKEND == "torch"},
}  # fmt: skip


def build(make, *, eager=True):
    keras.utils.clear_session(free_memory=False)
    keras.utils.set_random_seed(1)
    stack = [keras.Input((4, 4, 1)), layers.Conv2D(3, 3, activation="relu"), make()]
    model = keras.Sequential([*stack, layers.GlobalAveragePooling2D(), layers.Dense(3)])
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), run_eagerly=eager)
    return model


def train(make, data, *callbacks, **options):
    global TALLY
    Keeps.total = TALLY = Registry.count = 0
    Registry.names = ["first"]
    CONTEXT.set(0)
    model = build(make, **options)
    fit(model, data, callbacks, epochs=1)
    return model, state_of(model), model.layers[1].state()


@pytest.mark.first_case
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_layer_keeps_is_the_same_with_and_without_the_probe(tmp_path, data, kind):
    _, plain, kept = train(KINDS[kind], data)
    probe = small_probe(tmp_path, schedule=Every(1), layers="conv*", max_heldout=16)
    model, probed, held = train(KINDS[kind], data, probe)
    assert probe.history.steps.tolist() == [0, 1, 2, 3, 4]
    assert held == kept and not differing(plain, probed)
    assert model.layers[1].state() == kept


@pytest.mark.slow
@pytest.mark.skipif(BACKEND == "torch", reason="PyTorch runs every call")
def test_what_a_compiled_training_counts_while_it_is_traced_is_the_same(tmp_path, data):
    (_, plain, kept) = train(KINDS["own_state_eager"], data, eager=False)
    probe = small_probe(tmp_path, schedule=Every(2), layers="conv*", max_heldout=16)
    _, probed, held = train(KINDS["own_state_eager"], data, probe, eager=False)
    assert held == kept and not differing(plain, probed)


class Ticks(layers.Layer):
    """Keeps what tells how far it is and cannot be set back."""

    def __init__(self, **options):
        super().__init__(**options)
        self.ticks = itertools.count()

    def call(self, x):
        return x + 0.01 * next(self.ticks)


class Sealed(Ticks):
    """An array that refuses to be written to but by its owner."""

    def __init__(self, **options):
        super().__init__(**options)
        self.array = np.zeros(2)
        self.shown = self.array[:]
        self.ticks = None

    def call(self, x):
        self.array.flags.writeable = True
        self.array += 1
        self.array.flags.writeable = False
        return x


class Spawns(Ticks):
    """A generator that others are made of, and counts them."""

    def __init__(self, **options):
        super().__init__(**options)
        self.ticks = None
        self.rng = np.random.default_rng(0)

    def call(self, x):
        return x + 0.01 * self.rng.spawn(1)[0].random()


REFUSED = [
    (Ticks, "iterator 'own.ticks'"),
    (Sealed, "array 'own.array'"),
    (Spawns, "count of 'own.rng.seed_seq'"),
]


@pytest.mark.first_case
@pytest.mark.parametrize(("layer", "name"), REFUSED)
def test_what_cannot_be_put_back_is_refused_by_name(tmp_path, data, layer, name):
    probe = small_probe(tmp_path / "warned", schedule=Every(1), layers="conv*", on_error="warn", max_heldout=16)
    model = build(lambda: layer(name="own"))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        model.fit(*data, 16, verbose=0, callbacks=[probe])
    said = [
        str(one.message) for one in caught if one.category is PhaseWarning and "cannot be put back" in str(one.message)
    ]
    assert len(said) == 1 and name in said[0] and not len(probe.history)
    raising = small_probe(tmp_path / "raised", layers="conv*", on_error="raise", max_heldout=16)
    with pytest.raises(ValueError, match=name):
        build(lambda: layer(name="own")).fit(*data, 16, verbose=0, callbacks=[raising])


class Late(keras.Model):
    """Makes its layers in build()."""

    def _make(self):
        self.conv, self.drop, self.head = layers.Conv2D(3, 3, name="conv"), layers.Dropout(0.2), layers.Dense(3)

    def build(self, shape):
        self._make()
        self.built = True

    def call(self, x, training=False):
        return self.head(self.drop(ops.mean(self.conv(x), (1, 2)), training=training))


class Unbuilt(Late):
    """Makes its layers at once; their weights come with the first call."""

    def __init__(self):
        super().__init__()
        self._make()

    def build(self, shape):
        for layer, size in ((self.conv, shape), (self.head, (None, 3))):
            layer.build(size)
        self.built = True


def stacked():
    """Makes layers, and with them seeds, when it is shown the shape of its inputs."""

    class Block(layers.Layer):
        def build(self, shape):
            self.conv = layers.Conv2D(3, 3, name="conv")
            self.conv.build(shape)

        def call(self, x):
            return self.conv(x)

    return keras.Sequential([Block(name="conv"), layers.GlobalAveragePooling2D(), layers.Dense(3)])


class Augments(keras.utils.PyDataset):
    """Draws from Python's `random`, from which Keras draws the seeds of what it makes."""

    def __init__(self, data):
        super().__init__()
        self._data = data

    def __len__(self):
        return 4

    def __getitem__(self, index):
        x, y = (part[16 * index : 16 * index + 16] for part in self._data)
        return x * np.float32(random.uniform(0.5, 1.5)), y


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize("make", [Late, Unbuilt, stacked], ids=["lazy_build", "unbuilt", "lazy Sequential"])
@pytest.mark.filterwarnings("ignore:.*does not have a `build..` method implemented")
@pytest.mark.filterwarnings("ignore:.*`build..` was called on layer")
def test_weights_that_the_first_step_makes_are_the_same(tmp_path, data, make):
    def run(*callbacks):
        keras.utils.clear_session(free_memory=False)
        keras.utils.set_random_seed(1)
        model = make()
        model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **PLAIN)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PhaseWarning)
            model.fit(Augments(data), verbose=0, shuffle=False, callbacks=list(callbacks))
        return state_of(model), random.getstate()

    plain, drawn = run()
    probed, drawn_too = run(small_probe(tmp_path, schedule=Every(2), layers="conv*", max_heldout=16))
    assert not differing(plain, probed) and drawn == drawn_too


def test_names_that_keras_counts_are_those_without_a_probe_step():
    traces, before = Traces(keras.Sequential([keras.Input((2,)), layers.Dense(2)])), layers.Dense(1).name
    with traces.putting_back():
        layers.Dense(1)
        ops.cond(ops.ones(()) > 0, lambda: 1.0, lambda: 2.0)
    after = layers.Dense(1).name
    assert int(after.removeprefix("dense_")) - int(before.removeprefix("dense_")) == 1
