"""What a model reads and is trained for, from whatever it was compiled with."""

import functools

import keras
import numpy as np
import pytest
from builders.tolerance import assert_close
from keras import layers, losses, ops

from keras_phases.data.label_maps import resolve_maps
from keras_phases.data.labels import NO_LABEL
from keras_phases.data.reading import Reading, find_reading
from keras_phases.warning import PhaseWarning

X = np.random.default_rng(0).normal(size=(12, 5)).astype("float32")
Y = np.arange(12) % 3
SPARSE = losses.SparseCategoricalCrossentropy(from_logits=True)


def build(loss, *, num_outputs=3, names=("scores",), wrap=None, activation=None):
    """A model with an output of each name, in a list or as `wrap` puts them."""
    keras.utils.set_random_seed(0)
    inputs = keras.Input((5,), name="image")
    outputs = [layers.Dense(num_outputs, activation, name=name)(inputs) for name in names]
    outputs = outputs if len(outputs) > 1 else outputs[0]
    model = keras.Model(inputs, outputs if wrap is None else wrap(outputs))
    model.compile("sgd", loss)
    return model


def read(model, y=Y):
    return find_reading(model, X, y)


CONTAINERS = {
    "bare": (SPARSE, {}),
    "list": ([SPARSE], {}),
    "tuple": ((SPARSE,), {}),
    "dict": ({"scores": SPARSE}, {}),
    "dict output": ({"label": SPARSE}, {"wrap": lambda output: {"label": output}}),
    "list output": ([SPARSE], {"wrap": lambda output: [output]}),
    "bare for a dict output": (SPARSE, {"wrap": lambda output: {"label": output}}),
    "second of two": ([None, SPARSE], {"names": ("code", "scores")}),
    "one key of a dict output": (
        {"label": SPARSE},
        {"names": ("code", "scores"), "wrap": lambda outputs: dict(zip(("code", "label"), outputs, strict=True))},
    ),
}


@pytest.mark.first_case
@pytest.mark.parametrize("kind", CONTAINERS)
def test_loss_containers_hold_the_one_loss(kind):
    loss, options = CONTAINERS[kind]
    model = build(loss, **options)
    found = read(model)
    assert found.loss is SPARSE and found.kind == "classes" and found.option("from_logits") is True
    outputs = keras.tree.flatten(model.predict(X, verbose=0))[found.output]
    assert found.output == ("names" in options)
    assert_close(found.model_loss(Y, outputs), model.evaluate(X, Y, verbose=0, return_dict=True)["loss"], relative=1e-6)


def test_loss_containers_of_models_without_a_layer_graph():
    class Two(keras.Model):
        def __init__(self):
            super().__init__()
            self.code, self.scores = layers.Dense(2), layers.Dense(3)

        def call(self, x):
            return {"code": self.code(x), "label": self.scores(x)}

    for loss, output in (({"label": SPARSE}, 1), ({"label": "crossentropy"}, 1)):
        model = Two()
        model.compile("sgd", loss)
        found = read(model)
        assert (found.output, found.kind) == (output, "classes")


def test_loss_containers_with_several_losses_of_one_output_are_said():
    with pytest.warns(PhaseWarning, match="has 2 losses for one array of labels"):
        found = read(build([SPARSE, "mse"]))
    assert found.loss is None and np.isnan(found.model_loss(Y, X[:, :3]))


NAMED = {
    "sparse_categorical_crossentropy": "classes",
    "SparseCategoricalCrossentropy": "classes",
    losses.SparseCategoricalCrossentropy: "classes",
    losses.sparse_categorical_crossentropy: "classes",
    functools.partial(losses.sparse_categorical_crossentropy, from_logits=True): "classes",
    "kld": "classes",
    "crossentropy": "classes",
    "bce": "binary",
    losses.squared_hinge: "binary",
    "mse": "values",
    losses.Huber: "values",
    "cosine_similarity": "own",
}


@pytest.mark.parametrize("loss", NAMED)
def test_a_loss_is_known_however_it_is_given(loss):
    assert read(build(loss)).kind == NAMED[loss]


def test_a_loss_of_the_users_own_tells_nothing():
    class Own(losses.SparseCategoricalCrossentropy):
        def call(self, y_true, y_pred):
            return super().call(y_true, -y_pred)

    for loss in (Own(), lambda y, outputs: ops.mean(outputs)):
        assert read(build(loss)).kind == "own"
    assert read(build(None)).kind is None and Reading().kind is None


def test_a_loss_of_the_users_own_that_masks_padding_judges_positions():
    def masked(y, scores):
        counts = ops.cast(y > 0, "float32")
        return ops.sum(losses.sparse_categorical_crossentropy(y, scores, from_logits=True) * counts) / ops.sum(counts)

    tokens, inputs = np.arange(60).reshape(12, 5) % 3, keras.Input((5,), dtype="int32")
    model = keras.Model(inputs, layers.Dense(3)(layers.Embedding(9, 4)(inputs)))
    model.compile("sgd", masked)
    found = find_reading(model, tokens, tokens)
    maps, _ = resolve_maps(tokens, tokens, found, X)
    assert found.kind == "own" and found.at_positions and list(maps.classes) == [1, 2]
    assert np.array_equal(maps.fit == NO_LABEL, tokens == 0)
    assert not find_reading(model, tokens, tokens[:, 0]).at_positions
    assert not find_reading(model, tokens, tokens + 1).at_positions, "counts, of which there are no such scores"
    assert find_reading(model, tokens, np.where(tokens, tokens, 255)).at_positions


def test_automatic_names_count_on_where_they_stood():
    class Numbered(losses.Loss):
        def call(self, y_true, y_pred):
            return ops.mean(y_pred, axis=-1)

    model, first = build(Numbered), Numbered().name
    assert isinstance(read(model).loss, Numbered)
    assert (first, Numbered().name) == ("numbered", "numbered_1")


def square(y, outputs):
    return ops.mean(ops.square(y - outputs), axis=-1)


@pytest.mark.first_case
@pytest.mark.parametrize("dtype", ["float32", "float64", "int64", "uint8", "uint64", "bool"])
@pytest.mark.parametrize("loss", [square, "mse", losses.MeanSquaredError(), functools.partial(square)])
def test_loss_function_casts_labels_as_keras_does(loss, dtype):
    model, y = build(loss, num_outputs=1), (Y > 0 if dtype == "bool" else Y).astype(dtype)
    for labels in (y, y[:, None]):
        outputs = model.predict(X, verbose=0)
        value = read(model, labels).model_loss(labels, outputs)
        assert_close(value, np.mean((outputs[:, 0] - y) ** 2), relative=1e-6)


@pytest.mark.parametrize("loss", [losses.SparseCategoricalCrossentropy(ignore_class=-1), "partial"])
def test_ignore_class_is_left_out_of_the_models_loss(loss):
    loss = functools.partial(losses.sparse_categorical_crossentropy, ignore_class=-1) if loss == "partial" else loss
    model, y = build(loss, activation="softmax"), np.where(np.arange(12) % 4 == 0, -1, Y)
    outputs, found = model.predict(X, verbose=0), read(model, y)
    known = y >= 0
    expected = -np.log(outputs[known, y[known]]).mean()
    assert found.option("ignore_class") == -1
    assert_close(found.model_loss(y, outputs), expected, relative=1e-6)


@pytest.mark.parametrize("floatx", ["bfloat16", "float16"])
@pytest.mark.parametrize("loss", ["sparse_categorical_crossentropy", losses.SparseCategoricalCrossentropy])
def test_loss_bfloat16_is_evaluated_in_float32(loss, floatx):
    # 9,000 rows whose losses add up to more than float16 holds, and than bfloat16 can count.
    outputs = np.tile(np.array([[1e-4, 0.5, 0.4999]], "float32"), (9000, 1))
    y = np.arange(9000) % 2
    try:
        keras.config.set_floatx(floatx)
        value = read(build(loss), y).model_loss(y, outputs)
    finally:
        keras.config.set_floatx("float32")
    assert_close(value, -(np.log(1e-4) + np.log(0.5)) / 2, relative=1e-5)


def test_dict_extra_key_is_not_read():
    image, size = keras.Input((5,), name="image"), keras.Input((2,), name="size")
    model = keras.Model([size, image], layers.Dense(3)(layers.Concatenate()([image, size])))
    fed = {"aa": X + 1, "image": X, "size": X[:, :2], "zz": X + 2}
    assert find_reading(model, fed, None).inputs == ("image", "size")
    assert find_reading(model, [X[:, :2], X], None).inputs == ("0", "1")
    # Where the inputs are a dict too, Keras goes by places, and warns.
    places = keras.Model({"image": image, "size": size}, layers.Dense(3)(layers.Concatenate()([image, size])))
    assert find_reading(places, fed, None).inputs == ("aa", "image")
    one = keras.Model(image, layers.Dense(3)(image))
    assert find_reading(one, fed, None).inputs == ("image",) and find_reading(one, X, None).inputs == ("",)
