import random

import keras
import numpy as np
import pytest
from builders.models import PLAIN
from builders.tolerance import assert_close
from keras import layers

from keras_phases import recalibrate_batch_norm
from keras_phases.network.batch_norm import batch_norm_statistics

BACKEND = keras.backend.backend()


def rows(num=16, width=3, seed=0):
    return np.random.default_rng(seed).normal(2.0, 3.0, (num, width)).astype("float32")


def build(*extra):
    """Two BatchNorms, the second of which sees what the first has normalised."""
    keras.utils.set_random_seed(0)
    stack = [
        layers.Dense(4, name="first"),
        layers.BatchNormalization(name="norm1", epsilon=0.01, beta_initializer="ones"),
        layers.ReLU(name="relu"),
        layers.Dense(5, name="second"),
        layers.BatchNormalization(name="norm2"),
        layers.Dense(2, name="logits"),
    ]
    return keras.Sequential([keras.Input((3,)), *extra, *stack])


def values_of(variables):
    return [keras.ops.convert_to_numpy(variable).copy() for variable in variables]


def weights(model, *names):
    return [value.astype(np.float64) for name in names for value in values_of(model.get_layer(name).weights)]


def statistics_of(model, x, **arguments):
    """`{path: value}`, each value in the type of its variable."""
    found = batch_norm_statistics(model, x, **arguments)
    assert all(value.shape == tuple(variable.shape) for variable, value in found)
    return {variable.path: value for variable, value in found}


def ends_of(*norms):
    """The ends of the paths of what is set."""
    return [f"{name}/moving_{kind}" for name in norms for kind in ("mean", "variance")]


def slow_statistics(model, x, batch_size):
    """Of `build()` in float64: batch after batch through the network, then mean and variance of all rows together."""
    kernel1, bias1, gamma1, beta1, _, _ = weights(model, "first", "norm1")
    kernel2, bias2 = weights(model, "second")
    before = [[], []]
    for start in range(0, len(x) - batch_size + 1, batch_size):
        a = x[start : start + batch_size].astype(np.float64) @ kernel1 + bias1
        normalised = gamma1 * (a - a.mean(axis=0)) / np.sqrt(a.var(axis=0) + 0.01) + beta1
        before[0].append(a)
        before[1].append(np.maximum(normalised, 0.0) @ kernel2 + bias2)
    pooled = [np.concatenate(parts) for parts in before]
    return [statistic for a in pooled for statistic in (a.mean(axis=0), a.var(axis=0))]


@pytest.mark.parametrize(
    ("num", "batch_size", "num_used"),
    [(16, 4, 16), (18, 4, 16), (16, 16, 16), (6, 16, 6)],
    ids=["whole", "remainder", "one", "few"],
)
def test_statistics_are_those_of_a_slow_computation(num, batch_size, num_used):
    model, x = build(), rows(num)
    found = statistics_of(model, x, batch_size=batch_size)
    assert [path.split("/", 1)[-1] for path in found] == ends_of("norm1", "norm2")
    for value, wanted in zip(found.values(), slow_statistics(model, x[:num_used], min(batch_size, num)), strict=True):
        assert value.dtype == np.float32
        assert_close(value, wanted, relative=1e-6)


def test_maps_are_reduced_over_all_but_their_channels():
    """In both layouts; of two batches the first is zero, so that most of the variance is that of their means."""
    x = np.random.default_rng(0).normal(3.0, 1.0, (4, 5, 6, 2)).astype("float32")
    x[:2] = 0.0
    for axis, axes in ((-1, (0, 1, 2)), (1, (0, 2, 3))):
        model = keras.Sequential([keras.Input((5, 6, 2)), layers.BatchNormalization(axis=axis)])
        mean, variance = statistics_of(model, x, batch_size=2).values()
        assert_close(mean, x.astype(np.float64).mean(axis=axes), relative=1e-6)
        assert_close(variance, x.astype(np.float64).var(axis=axes), relative=1e-6)


def test_large_means_do_not_drown_the_variance():
    """E[a^2] - E[a]^2 in float32 would be off by more than all of it."""
    model = keras.Sequential([keras.Input((3,)), layers.BatchNormalization()])
    x = 3000.0 + rows(64) / 30
    _, variance = statistics_of(model, x, batch_size=32).values()
    assert_close(variance, x.astype(np.float64).var(axis=0))


def test_inference_then_is_what_training_was():
    model, x = build(), rows()
    trained = keras.ops.convert_to_numpy(twin_of(model)(x, training=True))
    before = keras.ops.convert_to_numpy(model(x))
    recalibrate_batch_norm(model, x, batch_size=16)
    assert_close(model_outputs(model, x), trained, relative=1e-5)
    assert np.abs(before - trained).max() > 0.1


def twin_of(model):
    """One of the same weights, whose moving statistics may change."""
    twin = keras.models.clone_model(model)
    twin.set_weights(model.get_weights())
    return twin


def model_outputs(model, x):
    return keras.ops.convert_to_numpy(model(x, training=False))


def test_nothing_but_moving_statistics_is_set():
    model = build(layers.Dropout(0.5, seed=1))
    before = dict(zip(paths(model), values_of(model.variables), strict=True))
    recalibrate_batch_norm(model, rows(), batch_size=4)
    after = dict(zip(paths(model), values_of(model.variables), strict=True))
    changed = {path.split("/", 1)[-1] for path in before if not np.array_equal(before[path], after[path])}
    assert changed == set(ends_of("norm1", "norm2"))


def paths(model):
    return [variable.path for variable in model.variables]


@pytest.mark.slow
def test_taking_statistics_leaves_no_trace():
    """Variables, seeds, random states, the layers' calls, and Keras's numbering of names."""
    model = build(layers.GaussianNoise(1.0, seed=1), layers.Dropout(0.5, seed=2))
    model.compile(keras.optimizers.SGD(0.01, momentum=0.9), "mse", **PLAIN)
    model.fit(rows(), np.zeros((16, 2), "float32"), batch_size=8, verbose=0)
    ends = []
    for is_measured in (False, True):
        keras.utils.clear_session(free_memory=False)
        keras.utils.set_random_seed(3)
        before = values_of([*model.variables, *model.optimizer.variables])
        if is_measured:
            assert len(batch_norm_statistics(model, rows(), batch_size=4)) == 4
        after = values_of([*model.variables, *model.optimizer.variables])
        assert all(np.array_equal(one, other) for one, other in zip(before, after, strict=True))
        assert not [layer.name for layer in model._flatten_layers() if "call" in layer.__dict__]
        drawn = random.random(), np.random.random(), float(keras.random.uniform(())), layers.Dense(1).name
        ends.append(drawn)
    assert ends[0] == ends[1]


@pytest.mark.slow
def test_a_fit_goes_on_to_the_same_bits():
    """With statistics taken after every step, of the weights of that step."""
    ends, seen = [], []
    for is_measured in (False, True):
        model = build(layers.Dropout(0.5, seed=1))
        model.compile(keras.optimizers.SGD(0.01, momentum=0.9), "mse", **PLAIN)

        def take(batch, logs, model=model):
            seen.append(list(statistics_of(model, rows(), batch_size=4).values()))

        callbacks = [keras.callbacks.LambdaCallback(on_train_batch_end=take)] if is_measured else []
        keras.utils.set_random_seed(3)
        history = model.fit(rows(), np.ones((16, 2)), batch_size=8, epochs=2, verbose=0, callbacks=callbacks)
        ends.append([*values_of([*model.variables, *model.optimizer.variables]), np.array(history.history["loss"])])
    assert all(np.array_equal(one, other) for one, other in zip(*ends, strict=True))
    assert len(seen) == 4 and not np.array_equal(seen[0][0], seen[1][0])
    for value, wanted in zip(seen[-1], slow_statistics(model, rows(), 4), strict=True):
        assert_close(value, wanted, relative=1e-6)


def test_dropout_and_noise_are_off():
    model = build(layers.Dropout(0.5, seed=1), layers.GaussianNoise(1.0, seed=2))
    found = list(statistics_of(model, rows(), batch_size=4).values())
    for value, wanted in zip(found, slow_statistics(model, rows(), 4), strict=True):
        assert_close(value, wanted, relative=1e-6)


def test_a_frozen_one_keeps_its_own_and_feeds_by_them():
    model, x = build(), rows()
    model.get_layer("norm1").trainable = False
    found = statistics_of(model, x, batch_size=4)
    assert [path.split("/", 1)[-1] for path in found] == ends_of("norm2")
    kernel1, bias1, gamma1, beta1, mean1, variance1, kernel2, bias2 = weights(model, "first", "norm1", "second")
    a = gamma1 * (x @ kernel1 + bias1 - mean1) / np.sqrt(variance1 + 0.01) + beta1
    b = np.maximum(a, 0.0) @ kernel2 + bias2
    assert_close(found[next(iter(found))], b.mean(axis=0), relative=1e-6)
    assert_close(list(found.values())[1], b.var(axis=0), relative=1e-6)


def test_a_model_without_any_is_left_alone():
    model = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
    before = values_of(model.variables)
    assert batch_norm_statistics(model, rows()) == []
    recalibrate_batch_norm(model, rows())
    assert all(np.array_equal(one, other) for one, other in zip(before, values_of(model.variables), strict=True))


def test_one_within_a_nested_model():
    inner = keras.Sequential([keras.Input((3,)), layers.BatchNormalization(name="norm0")], name="inner")
    model, x = build(inner), rows()
    found = statistics_of(model, x, batch_size=4)
    first = {path.rsplit("/", 1)[-1]: value for path, value in found.items() if "norm0" in path}
    assert len(found) == 6
    assert_close(first["moving_mean"], x.astype(np.float64).mean(axis=0), relative=1e-6)
    assert_close(first["moving_variance"], x.astype(np.float64).var(axis=0), relative=1e-6)


def test_a_shared_one_pools_over_its_uses():
    """The means of two uses of the same rows, a and 3a + 1, are those of twice as many batches."""
    norm, inputs = layers.BatchNormalization(), keras.Input((3,))
    model = keras.Model(inputs, layers.Add()([norm(inputs), norm(inputs * 3.0 + 1.0)]))
    x = rows()
    mean, variance = statistics_of(model, x, batch_size=4).values()
    both = np.concatenate([x.astype(np.float64), 3.0 * x.astype(np.float64) + 1.0])
    assert_close(mean, both.mean(axis=0), relative=1e-6)
    assert_close(variance, both.var(axis=0), relative=1e-6)


def test_a_subclassed_model_and_one_that_is_never_called():
    class Subclassed(keras.Model):
        def __init__(self):
            super().__init__()
            self.norm, self.unused = layers.BatchNormalization(), layers.BatchNormalization()
            self.unused.build((None, 3))

        def call(self, inputs):
            return self.norm(inputs=inputs)

    model = Subclassed()
    model(rows())
    x = rows(seed=1)
    recalibrate_batch_norm(model, x, batch_size=4)
    mean, variance = values_of([model.norm.moving_mean, model.norm.moving_variance])
    assert_close(mean, x.mean(axis=0), relative=1e-5)
    assert_close(variance, x.var(axis=0), relative=1e-5)
    assert not values_of([model.unused.moving_mean])[0].any()


@pytest.mark.skipif(BACKEND != "tensorflow", reason="Keras synchronizes BatchNormalization on TensorFlow alone")
def test_a_synchronized_one():
    model = keras.Sequential([keras.Input((3,)), layers.BatchNormalization(synchronized=True)])
    mean, variance = statistics_of(model, rows(), batch_size=4).values()
    assert_close(mean, rows().mean(axis=0), relative=1e-5)
    assert_close(variance, rows().var(axis=0), relative=1e-5)


@pytest.mark.parametrize("dtype", ["mixed_bfloat16", "bfloat16", "float64"])
def test_other_precisions(dtype):
    if (BACKEND, dtype) == ("jax", "float64"):
        pytest.skip("JAX has no float64 unless it is switched on")
    model = keras.Sequential([keras.Input((3,), dtype="float32"), layers.BatchNormalization(dtype=dtype)])
    (mean_variable, mean), (_, variance) = batch_norm_statistics(model, rows(), batch_size=4)
    assert keras.backend.standardize_dtype(mean.dtype) == mean_variable.dtype
    assert_close(mean.astype(np.float64), rows().astype(np.float64).mean(axis=0), relative=0.01)
    assert_close(variance.astype(np.float64), rows().astype(np.float64).var(axis=0), relative=0.01)
    recalibrate_batch_norm(model, rows(), batch_size=4)
    assert_close(values_of([mean_variable])[0].astype(np.float64), mean.astype(np.float64), relative=1e-6)


def renormalised():
    try:
        return layers.BatchNormalization(renorm=True, name="norm")
    except (TypeError, ValueError):
        pytest.skip("this Keras has no renorm")


def test_a_renormalised_one_goes_on_from_the_new_statistics():
    """Its next training step derives the moving variance from a moving deviation."""
    model = keras.Sequential([keras.Input((3,)), renormalised()])
    x = rows()
    recalibrate_batch_norm(model, x, batch_size=16)
    norm = model.get_layer("norm")
    expected = x.astype(np.float64).var(axis=0)
    assert_close(values_of([norm.moving_variance])[0], expected, relative=1e-5)
    model(x, training=True)
    assert_close(values_of([norm.moving_variance])[0], expected, relative=1e-4)


@pytest.mark.parametrize("kind", [list, dict])
def test_several_inputs(kind):
    first, second = keras.Input((3,), name="first"), keras.Input((2,), name="second")
    normed = layers.BatchNormalization()(layers.Concatenate()([first, second]))
    model = keras.Model({"first": first, "second": second} if kind is dict else [first, second], normed)
    arrays = rows(), rows(width=2, seed=1)
    x = dict(zip(("first", "second"), arrays, strict=True)) if kind is dict else list(arrays)
    mean, _ = statistics_of(model, x, batch_size=4).values()
    assert_close(mean, np.concatenate(arrays, axis=1).mean(axis=0), relative=1e-5)


def test_tensors_and_lists_are_rows_too():
    model, x = build(), rows()
    expected = statistics_of(model, x, batch_size=4)
    for other in (keras.ops.convert_to_tensor(x), x.tolist()):
        found = statistics_of(model, other, batch_size=4)
        assert all(np.array_equal(found[path], expected[path]) for path in expected)


def test_within_a_fit_the_new_statistics_stand():
    """On JAX a running fit keeps the values of the variables to itself."""
    model, x = build(), rows()
    model.compile(keras.optimizers.SGD(0.0), "mse", **PLAIN)

    class Recalibrate(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if batch == 0:
                recalibrate_batch_norm(model, x, batch_size=4)

    wanted = statistics_of(model, x, batch_size=4)  # nothing is learnt
    model.fit(x[:8], np.zeros((8, 2), "float32"), batch_size=8, verbose=0, callbacks=[Recalibrate()])
    found = {variable.path: variable for variable in model.variables}
    for path, value in wanted.items():
        assert_close(values_of([found[path]])[0], value, relative=1e-6)


@pytest.mark.parametrize("name", ["norm1", "norm2"])
def test_statistics_that_are_not_finite_name_the_layer_and_nothing_is_set(name):
    model, x = build(), rows()
    layer = {"norm1": "first", "norm2": "second"}[name]
    kernel = model.get_layer(layer).kernel
    kernel.assign(np.full(kernel.shape, np.inf, "float32"))
    before = values_of(model.variables)
    with pytest.raises(ValueError, match=f"BatchNormalization '{name}' has statistics that are not finite"):
        recalibrate_batch_norm(model, x, batch_size=4)
    assert all(np.array_equal(one, other) for one, other in zip(before, values_of(model.variables), strict=True))


def test_moving_statistics_that_are_not_finite_are_mended():
    model, x = build(), rows()
    expected = statistics_of(model, x, batch_size=4)
    variance = model.get_layer("norm1").moving_variance
    variance.assign(np.full(variance.shape, np.nan, "float32"))
    found = statistics_of(model, x, batch_size=4)
    assert all(np.array_equal(found[path], expected[path]) for path in expected)


def test_one_that_is_given_a_mask_is_refused():
    tokens = keras.Input((4,), dtype="int32")
    embedded = layers.Embedding(5, 3, mask_zero=True)(tokens)
    model = keras.Model(tokens, layers.BatchNormalization(name="norm")(embedded))
    x = np.random.default_rng(0).integers(0, 5, (8, 4))
    with pytest.raises(ValueError, match=r"BatchNormalization 'norm' is given a mask.*layer.trainable = False"):
        batch_norm_statistics(model, x)
    model.get_layer("norm").trainable = False
    assert batch_norm_statistics(model, x) == []


def test_each_step_of_a_series_counts_as_a_batch():
    model = keras.Sequential([keras.Input((5, 3)), layers.TimeDistributed(layers.BatchNormalization())])
    x = np.random.default_rng(0).normal(2.0, 3.0, (8, 5, 3)).astype("float32")
    mean, variance = statistics_of(model, x, batch_size=4).values()
    assert_close(mean, x.astype(np.float64).mean(axis=(0, 1)), relative=1e-6)
    assert_close(variance, x.astype(np.float64).var(axis=(0, 1)), relative=1e-6)


@pytest.mark.skipif(BACKEND == "torch", reason="on PyTorch a loop is Python's, and each turn counts as a batch")
def test_one_within_a_compiled_loop_is_refused():
    class Looped(layers.Layer):
        def __init__(self):
            super().__init__()
            self.norm = layers.BatchNormalization(name="norm")

        def build(self, shape):
            self.norm.build(shape[1:])

        def call(self, inputs):
            return keras.ops.map(self.norm, inputs)

    model = keras.Sequential([keras.Input((5, 3)), Looped()])
    x = np.random.default_rng(0).normal(size=(8, 5, 3)).astype("float32")
    with pytest.raises(ValueError, match=r"'norm' runs within a loop, a condition or .*layer.trainable = False"):
        batch_norm_statistics(model, x)


@pytest.mark.parametrize(
    ("x", "message"),
    [
        (np.zeros((0, 3), "float32"), "x has no rows. Expected rows as fed to the model"),
        (np.float32(1.0), "x has no rows"),
        ({}, "x has no rows"),
        (None, "x has no rows"),
        (iter([1.0]), "x is a list_iterator. Expected rows as fed to the model"),
        ([np.zeros((4, 3)), np.zeros((5, 3))], "input '0' has 4 rows, input '1' 5"),
    ],
    ids=["empty", "scalar", "no-arrays", "none", "iterator", "lengths"],
)
def test_rows_that_are_none(x, message):
    with pytest.raises(ValueError, match=message):
        batch_norm_statistics(build(), x)


@pytest.mark.parametrize("batch_size", [0, 2.5, True, None], ids=repr)
def test_wrong_batch_size(batch_size):
    with pytest.raises(ValueError, match=f"batch_size is {batch_size!r}. Expected an integer of at least 1"):
        recalibrate_batch_norm(build(), rows(), batch_size=batch_size)


def test_a_path_is_no_model():
    with pytest.raises(ValueError, match=r"model is a str\. Expected a keras\.Model; load one from a file first"):
        recalibrate_batch_norm("model.keras", rows())


def test_a_model_that_is_not_built():
    with pytest.raises(ValueError, match=r"Model 'young' is not built.*start a Sequential with keras.Input"):
        recalibrate_batch_norm(keras.Sequential([layers.BatchNormalization()], name="young"), rows())
