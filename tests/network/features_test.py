import keras
import numpy as np
import pytest
from builders.models import PLAIN
from builders.tolerance import assert_close
from keras import layers

from keras_phases.network.features import FeatureExtractor, batches
from keras_phases.network.taps import find_taps

MODES = {"batch": True, "inference": False}
SHAPE = (8, 8, 3)


def images(num=16, seed=0):
    return np.random.default_rng(seed).normal(2.0, 3.0, (num, *SHAPE)).astype("float32")


def build(*extra, seed=0):
    """A network with BatchNorm whose moving statistics have not settled."""
    keras.utils.set_random_seed(seed)
    stack = [
        layers.Conv2D(4, 3, name="conv"),
        layers.BatchNormalization(name="norm"),
        layers.ReLU(name="relu"),
        layers.Flatten(name="features"),
        layers.Dense(5, name="logits"),
    ]
    model = keras.Sequential([keras.Input(SHAPE), *extra, *stack])
    model.compile(keras.optimizers.SGD(0.01, momentum=0.9), keras.losses.SparseCategoricalCrossentropy(True), **PLAIN)
    return model


def extractor_of(model, batch_norm="batch"):
    return on_host(FeatureExtractor(model, find_taps(model), batch_norm=batch_norm))


def on_host(extractor):
    """The same features and outputs, as NumPy arrays."""

    def call(x):
        return [[keras.ops.convert_to_numpy(tensor) for tensor in tensors] for tensors in extractor(x)]

    call.extractor = extractor
    return call


def train(model, seed=0):
    model.fit(images(32, seed), np.arange(32) % 5, batch_size=16, verbose=0)


def state(model):
    """Every variable of a model, seed generators and optimizer included, by its path."""
    variables = [*model.variables, *model.non_trainable_variables, *model.optimizer.variables]
    for layer in model._flatten_layers():
        generator = getattr(layer, "generator", None) or getattr(layer, "seed_generator", None)
        variables += [generator.state] if generator is not None else []
    return {id(variable): keras.ops.convert_to_numpy(variable).copy() for variable in variables}


@pytest.mark.parametrize("batch_norm", MODES)
def test_features_and_outputs_are_those_of_the_model(batch_norm):
    """In training mode for BatchNorm, with nothing else in the model that knows of training."""
    model, x = build(), images()
    train(model)
    features, outputs = extractor_of(model, batch_norm)(x)
    expected, through = [], x
    twin = keras.models.clone_model(model)  # whose moving statistics a call with training=True may change
    twin.set_weights(model.get_weights())
    for layer in twin.layers:
        through = layer(through, training=MODES[batch_norm]) if layer.name == "norm" else layer(through)
        expected.append(keras.ops.convert_to_numpy(through))
    assert [len(features), len(outputs)] == [5, 1]
    for found, wanted in zip([*features, outputs[0]], [*expected, expected[-1]], strict=True):
        assert found.dtype == np.float32
        assert_close(found, wanted, relative=1e-5)


def test_the_modes_differ_before_moving_statistics_have_settled():
    model, x = build(), images()
    norm = [tap.name for tap in find_taps(model)].index("norm")
    batch, inference = (extractor_of(model, mode)(x)[0][norm] for mode in ("batch", "inference"))
    assert abs(batch.mean()) < 1e-5 < 0.1 < abs(inference.mean())


@pytest.mark.first_case
@pytest.mark.parametrize("batch_norm", MODES)
def test_dropout_and_augmentation_are_off_and_nothing_is_changed(batch_norm):
    extra = [
        keras.Sequential([layers.RandomFlip(seed=1), layers.RandomRotation(0.3, seed=2)]),
        layers.Dropout(0.5, seed=3),
        layers.GaussianNoise(1.0, seed=4),
    ]
    model, x = build(*extra), images()
    train(model)
    before = state(model)
    assert len(before) > len(model.weights) + 4
    extractor = extractor_of(model, batch_norm)
    first, second = extractor(x), extractor(x)
    after = state(model)
    assert before.keys() == after.keys() and all(np.array_equal(before[key], after[key]) for key in before)
    for one, other in zip([*first[0], *first[1]], [*second[0], *second[1]], strict=True):
        assert np.array_equal(one, other)
    for undisturbed in first[0][:3]:
        assert_close(undisturbed, x, relative=1e-6)


@pytest.mark.first_case
@pytest.mark.parametrize("batch_norm", MODES)
def test_training_goes_on_to_the_same_bits(batch_norm):
    """Forward passes between two epochs leave no trace on the second."""
    ends = []
    for is_probed in (False, True):
        model = build(layers.RandomFlip(seed=1), layers.Dropout(0.5, seed=3))
        train(model)
        if is_probed:
            extractor_of(model, batch_norm)(images())
        keras.utils.set_random_seed(5)
        train(model)
        ends.append(list(state(model).values()))
    assert all(np.array_equal(one, other) for one, other in zip(*ends, strict=True))


@pytest.mark.parametrize("batch_norm", MODES)
def test_each_call_sees_the_weights_of_now(batch_norm):
    model, x = build(), images()
    extractor = extractor_of(model, batch_norm)
    before = extractor(x)[1][0]
    train(model)
    after = extractor(x)[1][0]
    assert np.abs(after - before).max() > 1e-3
    assert np.array_equal(after, extractor_of(model, batch_norm)(x)[1][0])


def test_a_frozen_batch_norm_keeps_its_moving_statistics():
    model, x = build(), images()
    train(model)
    model.get_layer("norm").trainable = False
    batch, inference = (extractor_of(model, mode)(x)[1][0] for mode in ("batch", "inference"))
    assert_close(batch, inference, relative=1e-6)


def test_batch_norm_within_a_nested_model_uses_the_batch():
    inner = keras.Sequential([keras.Input(SHAPE), layers.BatchNormalization()], name="inner")
    model = build(inner)
    features = extractor_of(model)(images())[0][0]
    assert np.abs(features.mean(axis=(0, 1, 2))).max() < 1e-5
    assert_close(features.std(axis=(0, 1, 2)), np.ones(3))


def calls_of_instances(model):
    return [layer.name for layer in model._flatten_layers() if "call" in layer.__dict__]


def test_batch_norm_layers_are_as_they_were_afterwards():
    model = build()
    extractor_of(model)(images())
    assert calls_of_instances(model) == []


def test_batch_norm_layers_are_as_they_were_after_a_failure():
    is_broken = False

    class Failing(layers.Layer):
        def call(self, inputs):
            if is_broken:
                raise RuntimeError("out of order")
            return inputs

    model = build(Failing())
    is_broken = True
    with pytest.raises(RuntimeError, match="out of order"):
        extractor_of(model)(images())
    assert calls_of_instances(model) == []


def test_somebody_elses_call_is_put_back():
    """Another tool may have replaced `call` on the instance, as one does to record outputs."""
    model, seen = build(), []
    norm = model.get_layer("norm")
    original = norm.call

    def recorded(inputs, training=None, mask=None):
        seen.append(training)
        return original(inputs, training=training, mask=mask)

    norm.call = recorded
    extractor_of(model)(images())
    assert norm.__dict__["call"] is recorded and seen == [True]  # not when taps were found


def test_a_batch_norm_in_two_places_is_put_back():
    norm = layers.BatchNormalization()
    inputs = keras.Input((4,))
    inner = keras.Sequential([keras.Input((4,)), norm])
    model = keras.Model(inputs, inner(layers.Dense(4)(norm(inputs))))
    FeatureExtractor(model, find_taps(model))(np.random.default_rng(0).normal(size=(8, 4)).astype("float32"))
    assert calls_of_instances(model) == []


def test_a_batch_norm_with_another_signature():
    class Plain(layers.BatchNormalization):
        def call(self, inputs, training=None):
            return super().call(inputs, training=training)

    model = build(Plain())
    assert np.abs(extractor_of(model)(images())[0][0].mean(axis=(0, 1, 2))).max() < 1e-5


def test_low_precision_models_give_float32_features():
    keras.utils.set_random_seed(0)
    inputs = keras.Input((6,))
    hidden = layers.Dense(4, dtype="mixed_bfloat16", name="hidden")(inputs)
    model = keras.Model(inputs, layers.Dense(2, dtype="mixed_bfloat16")(layers.BatchNormalization()(hidden)))
    x = np.random.default_rng(0).normal(size=(8, 6)).astype("float32")
    features, outputs = on_host(FeatureExtractor(model, find_taps(model)))(x)
    assert {array.dtype for array in [*features, *outputs]} == {np.dtype("float32")}
    assert_close(features[0], keras.ops.convert_to_numpy(keras.ops.cast(model.get_layer("hidden")(x), "float32")), 0.01)


def test_names_of_the_models_that_a_user_builds_next_are_not_shifted():
    def next_names():
        inputs = keras.Input((4,))
        head = layers.Dense(1)
        built = [inputs, head, layers.ReLU(), keras.Model(inputs, head(inputs)), keras.Sequential()]
        return [thing.name for thing in built]

    keras.utils.clear_session(free_memory=False)
    model = build()
    alone = next_names()
    keras.utils.clear_session(free_memory=False)
    model = build()
    extractor_of(model)(images())
    assert next_names() == alone


def inputs_of_kinds():
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (8, *SHAPE))
    return {
        "uint8": pixels.astype("uint8"),
        "float64": pixels.astype("float64"),
        "float16": pixels.astype("float16"),
        "bool": pixels > 128,
    }


@pytest.mark.parametrize("kind", ["uint8", "float64", "float16", "bool"])
def test_inputs_of_other_types_are_fed_as_the_model_would_feed_them(kind):
    x = inputs_of_kinds()[kind]
    model = build(layers.Rescaling(1 / 255))
    expected = model(x.astype("float32"))
    assert_close(extractor_of(model, "inference")(x)[1][0], keras.ops.convert_to_numpy(expected), relative=1e-5)


def test_an_axis_that_keras_adds_is_added():
    model = keras.Sequential([keras.Input((4, 4, 1)), layers.Conv2D(2, 3), layers.Flatten(), layers.Dense(2)])
    x = np.random.default_rng(0).normal(size=(8, 4, 4)).astype("float32")
    extractor = extractor_of(model)
    assert np.array_equal(extractor(x)[0][0], extractor(x[..., None])[0][0])


def test_rows_of_another_shape():
    with pytest.raises(ValueError, match=r"Rows of shape \(8, 9, 3\) do not fit the model's input, \(8, 8, 3\)"):
        find_taps(build(), np.zeros((4, 8, 9, 3), "float32"))


def test_several_outputs():
    inputs = keras.Input((4,))
    hidden = layers.Dense(3, name="hidden")(inputs)
    model = keras.Model(inputs, {"a": layers.Dense(2)(hidden), "b": layers.Dense(1)(hidden)})
    features, outputs = on_host(FeatureExtractor(model, find_taps(model)[:1]))(np.ones((8, 4), "float32"))
    assert [array.shape for array in features] == [(8, 3)]
    assert sorted(array.shape for array in outputs) == [(8, 1), (8, 2)]


@pytest.mark.parametrize("kind", [list, tuple, dict])
def test_several_inputs(kind):
    first, second = keras.Input((3,), name="first"), keras.Input((2,), name="second")
    joined = layers.Concatenate(name="joined")([first, second])
    inputs = {"first": first, "second": second} if kind is dict else [first, second]
    model = keras.Model(inputs, layers.Dense(2, name="logits")(joined))
    arrays = np.random.default_rng(0).normal(size=(6, 3)), np.random.default_rng(1).normal(size=(6, 2))
    x = dict(zip(("first", "second"), arrays, strict=True)) if kind is dict else kind(arrays)
    taps = find_taps(model, x)
    features, _ = on_host(FeatureExtractor(model, taps))(next(batches(x, 4)))
    assert [tap.name for tap in taps] == ["joined", "logits"]
    assert_close(features[0], np.concatenate(arrays, axis=1)[:4], relative=1e-6)


def test_a_layer_within_a_loop_is_not_taken_for_its_own_use():
    shared = layers.Dense(3, name="shared")
    inputs = keras.Input((5, 3), name="series")
    looped = layers.TimeDistributed(shared, name="looped")(inputs)
    direct = shared(layers.GlobalAveragePooling1D(name="pooled")(looped))
    model = keras.Model(inputs, layers.Dense(2, name="logits")(direct))
    x = np.random.default_rng(0).normal(size=(6, 5, 3)).astype("float32")
    taps = [tap for tap in find_taps(model) if tap.name in ("pooled", "shared")]
    (pooled, found), _ = on_host(FeatureExtractor(model, taps))(x)
    assert_close(found, keras.ops.convert_to_numpy(shared(pooled)), relative=1e-5)


@pytest.mark.parametrize("batch_norm", ["train", None, True], ids=repr)
def test_unknown_mode(batch_norm):
    with pytest.raises(ValueError, match=rf"batch_norm is {batch_norm!r}. Expected one of \('batch', 'inference'\)"):
        extractor_of(build(), batch_norm)


def test_one_trace_serves_all_batches():
    """A retrace would compile anew at each probe step."""
    traces = []

    class Counting(layers.Layer):
        def call(self, inputs):
            traces.append(inputs.shape)
            return inputs

    model = build(Counting())
    extractor = extractor_of(model)
    traces.clear()
    for batch in batches(images(48), 16):
        extractor(batch)
    assert len(traces) == (3 if keras.backend.backend() == "torch" else 1)  # PyTorch runs eagerly


@pytest.mark.parametrize(("num", "size", "expected"), [(10, 4, 2), (8, 4, 2), (3, 4, 0)], ids=["rest", "even", "few"])
def test_batches_are_whole_and_in_order(num, size, expected):
    x = np.asfortranarray(np.arange(2.0 * num).reshape(num, 2))
    found = list(batches(x, size))
    assert len(found) == expected
    assert all(batch.flags.c_contiguous and len(batch) == size for batch in found)
    assert np.array_equal(np.concatenate([*found, x[:0]]), x[: expected * size])
