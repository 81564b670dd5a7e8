"""Calls of a forward pass: what is seen, what cannot leave its trace, and that nothing stays behind."""

import functools
import threading

import keras
import numpy as np
import pytest
from keras import layers, ops

from keras_phases.network.calls import operations_of, record_calls, watching
from keras_phases.network.features import FeatureExtractor
from keras_phases.network.taps import find_taps, resolve_taps

X = np.random.default_rng(0).normal(size=(4, 6)).astype("float32")


class Gate(keras.Model):
    """Runs a layer within a condition, whose tensors do not leave it."""

    def __init__(self):
        super().__init__(name="gate")
        self.inner, self.outer = layers.Dense(6, name="inner"), layers.Dense(3, name="outer")

    def call(self, x):
        return self.outer(ops.cond(ops.mean(x) > 0, lambda: self.inner(x), lambda: x))


def test_calls_are_told_in_order_with_those_they_ran_within():
    base = keras.Sequential([keras.Input((6,)), layers.Dense(5, name="first")], name="base")
    shared = layers.ReLU(name="shared")
    model = keras.Sequential([keras.Input((6,)), base, shared, layers.Dense(2, name="last"), shared], name="model")
    calls = record_calls(model, X)
    assert [(call.path, call.use, call.parent) for call in calls] == [
        ("model", 0, -1),
        ("base", 0, 0),
        ("base/first", 0, 1),
        ("shared", 0, 0),
        ("last", 0, 0),
        ("shared", 1, 0),
    ]
    assert calls[2].outputs == (((4, 5), "float32"),)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::UserWarning")  # of JAX, of what int8 cannot hold
def test_quantized_layers_are_tapped():
    model = keras.Sequential([keras.Input((6,)), layers.Dense(5, name="first"), layers.Dense(2, name="last")])
    model.quantize("int8")
    model.layers[0].enable_lora(2)
    [tap] = resolve_taps(model)
    features, _ = FeatureExtractor(model, [tap])(X)
    first = ops.convert_to_numpy(model.layers[0](X))
    assert tap.name == "first" and np.allclose(ops.convert_to_numpy(features[0]), first)


@pytest.mark.filterwarnings("ignore:`build..` was called on layer 'gate'")  # Keras's own
@pytest.mark.skipif(keras.backend.backend() == "torch", reason="PyTorch has no traces")
def test_what_runs_within_a_condition_is_no_tap():
    model = Gate()
    model(X)
    assert [tap.name for tap in find_taps(model, X)] == ["outer"]
    with pytest.raises(ValueError, match=r"Layer 'inner' of model 'gate' gives no tensor of numbers"):
        resolve_taps(model, "inner", X)


def test_layers_are_as_they_were_after_a_failure():
    model = keras.Sequential([keras.Input((6,)), layers.Dense(5), layers.Dense(2)])

    def fail(*_, **__):
        raise KeyError("stop")

    with pytest.raises(KeyError), watching(operations_of(model), fail):
        model.layers[0].call(X)
    assert not any("call" in operation.__dict__ for operation in operations_of(model))


class Compiled(keras.Model):
    """A stem with BatchNormalization, a block, a head; `decorate` compiles what a test asks for."""

    def __init__(self, name="compiled"):
        super().__init__(name=name)
        self.a, self.norm, self.b = layers.Dense(5, name="a"), layers.BatchNormalization(name="norm"), Block(name="b")
        self.head = layers.Dense(3, name="head")

    def call(self, x, training=False):
        return self.head(self.b(self.stem(x)))

    def stem(self, x):
        return self.norm(self.a(x))


class Block(layers.Layer):
    def __init__(self, **options):
        super().__init__(**options)
        self.inner = layers.Dense(4, activation="relu", name="inner")

    def build(self, shape):
        self.inner.build(shape)
        self.built = True

    def call(self, x):
        return self.inner(x)


def decorated(name, wrap, of=Compiled):
    """A model one of whose methods is compiled, at its class."""
    inner = type("Inner", (Block,), {"call": wrap(Block.call)} if of is Block else {})
    kind = type("Model", (Compiled,), {name: wrap(getattr(Compiled, name))} if of is Compiled else {})
    model = kind()
    if of is Block:
        model.b = inner(name="b")
    return model


def at_the_instance(wrap):
    model = Compiled()
    model.call = wrap(model.call)
    return model


def compilers():
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        spec = tf.TensorSpec((None, 6), tf.float32)
        return {
            "function_call": lambda: decorated("call", tf.function),
            "jit": lambda: decorated("call", tf.function(jit_compile=True)),
            "signature": lambda: decorated("stem", tf.function(input_signature=[spec])),
            "inner layer": lambda: decorated("call", tf.function, of=Block),
            "instance": lambda: at_the_instance(tf.function),
            "no autograph": lambda: decorated("call", tf.function(autograph=False)),
        }
    if keras.backend.backend() == "jax":
        import jax

        by_class = functools.partial(jax.jit, static_argnums=0)
        return {"jit": lambda: decorated("stem", by_class), "instance": lambda: at_the_instance(jax.jit)}
    return {}


@pytest.mark.first_case
@pytest.mark.parametrize("kind", compilers())
@pytest.mark.filterwarnings("ignore:.*`build..` was called on layer")
def test_layers_within_a_function_that_is_compiled_are_tapped(kind):
    """As those of the same model without, though the function was traced before, which runs no Python again."""
    models = [Compiled(), compilers()[kind]()]
    for model in models:
        model(X)
    for name in ("a", "norm", "head"):
        models[1].get_layer(name).set_weights(models[0].get_layer(name).get_weights())
    models[1].b.set_weights(models[0].b.get_weights())
    models[1](X)
    names = [[tap.name for tap in find_taps(model, X)] for model in models]
    assert names[0] == names[1] and {"a", "norm", "b/inner", "b", "head"} == set(names[0])
    assert [tap.name for tap in resolve_taps(models[1], "auto", X)] == ["norm", "b"]
    found = [FeatureExtractor(model, find_taps(model, X))(X) for model in models]
    for ours, theirs in zip(*(keras.tree.flatten(one) for one in found), strict=True):
        assert np.allclose(keras.ops.convert_to_numpy(ours), keras.ops.convert_to_numpy(theirs), atol=1e-5)
    assert not any(name in vars(models[1].b) for name in ("call", "stem")), "methods are as they were"


@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="of TensorFlow's functions")
@pytest.mark.filterwarnings("ignore:.*`build..` was called on layer")
def test_conditions_on_tensors_in_a_function_stay_conditions():
    import tensorflow as tf

    class Chooses(Compiled):
        @tf.function
        def call(self, x, training=False):
            if tf.reduce_mean(x) > 1e6:
                x = -x
            return self.head(self.b(self.stem(x)))

    model = Chooses()
    model(X)
    assert [tap.name for tap in resolve_taps(model, "auto", X)] == ["norm", "b"]


@pytest.mark.skipif(keras.backend.backend() == "torch", reason="PyTorch has no traces")
@pytest.mark.filterwarnings("ignore:.*`build..` was called on layer")
def test_layers_that_no_tensor_comes_from_are_named():
    """A function of the module's own, which no layer leads to, cannot be taken apart."""
    wrap = jax_or_tensorflow()
    compiled = []

    class Hides(Compiled):
        def call(self, x, training=False):
            if not compiled:
                compiled.append(wrap(lambda x: self.head(self.b(self.stem(x)))))
            return compiled[0](x)

    model = Hides()
    model.stem(X), model.b(model.stem(X)), model.head(model.b(model.stem(X)))
    model(X)
    with pytest.raises(
        ValueError, match=r"compiled by itself\)\. Within one, or not called, are 'a', 'norm', 'inner', 'head'"
    ):
        resolve_taps(model, "auto", X)


def jax_or_tensorflow():
    if keras.backend.backend() == "jax":
        import jax

        return jax.jit
    import tensorflow as tf

    return tf.function


def test_what_other_threads_call_meanwhile_is_not_watched():
    model = keras.Sequential([keras.Input((6,)), layers.Dense(5), layers.Dense(2)])
    seen = []

    def watch(operation, call, *args, **kwargs):
        seen.append(operation)
        return call(*args, **kwargs)

    with watching(operations_of(model), watch):
        other = threading.Thread(target=model, args=(X,))
        other.start()
        other.join()
        assert not seen
        model(X)
    assert seen
