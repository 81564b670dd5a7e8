"""Which leaf of a batch is measured, on each backend: `KERAS_BACKEND=torch pytest tests/network/batch_parts_test.py`"""

import contextlib
import random

import keras
import numpy as np
import pytest
from keras import layers, ops

from keras_phases.data.reading import find_reading
from keras_phases.network.batch_parts import find_parts

IMAGES, LABELS = np.zeros((4, 6, 6, 1), "float32"), np.zeros(4, "int32")


def encoder(shape=(6, 6, 1)):
    return keras.Sequential([keras.Input(shape), layers.Flatten(), layers.Dense(3)], name="encoder")


class Trainer(keras.Model):
    """Has an encoder, and a training step that is no more than `step(model, data)`."""

    def __init__(self, step, shape=(6, 6, 1)):
        super().__init__(name="trainer")
        self.encoder, self._step = encoder(shape), step

    def train_step(self, *state_and_data):
        self._step(self, state_and_data[-1])
        return {}


class Triplets(Trainer):
    def call(self, images):
        return [self.encoder(image) for image in images]


def cost(labels, scores):
    return keras.losses.sparse_categorical_crossentropy(labels, scores, from_logits=True)


def views(model, data):
    for view in data:
        model.encoder(view)


def contrastive(model, data):
    (unlabelled, _), (labelled, labels) = data
    model.encoder(ops.concatenate([unlabelled, labelled]) * 2)
    cost(labels, model.encoder(labelled * 2))


def matching(model, data):
    (labelled, labels), others = data
    cost(labels, model.encoder(labelled))
    views(model, others)


def named(model, data):
    cost(data["labels"], model.encoder(data["images"]))


def named_by_place(model, data):
    return ops.mean(model.encoder(data[0]) - data[1])


def weighted(model, data):
    images, labels, weights = data
    return weights * cost(labels, model.encoder(images))


def unused(model, data):
    model.encoder(data[0])


def boxed(model, data):
    images, labels = data
    return model.encoder(images), labels["box"] * 2, cost(labels["class"], model.encoder(images))


WEIGHTS, BOX = np.ones(4, "float32"), np.zeros((4, 4), "float32")


@pytest.mark.parametrize(
    ("step", "batch", "expected"),
    [
        (views, (IMAGES, IMAGES), ("0", None, None)),
        (views, (IMAGES, IMAGES, IMAGES), ("0", None, None)),
        (contrastive, ((IMAGES, LABELS), (IMAGES, LABELS)), ("1/0", "1/1", None)),
        (matching, ((IMAGES, LABELS), (IMAGES, IMAGES)), ("0/0", "0/1", None)),
        (named, {"labels": LABELS, "images": IMAGES}, ("images", "labels", None)),
        (weighted, (IMAGES, LABELS, WEIGHTS), ("0", "1", "2")),
        (unused, (IMAGES, LABELS), ("0", None, None)),
        (boxed, (IMAGES, {"box": BOX, "class": LABELS}), ("0", "1/class", None)),
    ],
    ids=["views", "three-views", "contrastive", "matching", "named", "weighted", "unused", "several-labels"],
)
def test_the_training_step_says_what_of_a_batch_is_what(step, batch, expected):
    parts = find_parts(Trainer(step), None, batch)
    assert (parts.x, parts.y, parts.weights) == expected


def test_a_model_that_is_called_on_all_leaves_is_measured_on_all():
    parts = find_parts(Triplets(lambda model, data: model(data)), None, (IMAGES, IMAGES, IMAGES))
    assert parts.x == ("0", "1", "2") and parts.y is None


def test_a_model_that_the_step_does_not_call_is_measured_on_what_its_part_is_called_on():
    parts = find_parts(Triplets(lambda model, data: views(model, data[1:])), "encoder", (LABELS, IMAGES))
    assert parts.x == "1"


def test_optimizers_of_layers_take_no_step():
    optimizer = keras.optimizers.SGD()

    def step(model, data):
        layer = model.encoder.layers[-1]
        layer.optimizer.apply([ops.ones_like(one) for one in layer.trainable_weights], layer.trainable_weights)
        cost(data[1], model.encoder(data[0]))

    model = Trainer(step)
    model.encoder.layers[-1].optimizer = optimizer
    assert find_parts(model, None, (IMAGES, LABELS)).y == "1" and not optimizer.built


@pytest.mark.parametrize(
    "loss",
    ["mse", keras.losses.MeanSquaredError(), keras.losses.mean_squared_error],
    ids=["name", "object", "function"],
)
def test_a_loss_that_the_training_step_does_not_use_judges_no_labels(loss):
    def by_loss(model, data):
        model.loss(data[1], model.encoder(data[0]))

    def by_method(model, data):
        model.compute_loss(data[0], data[1], model.encoder(data[0]))

    for step, is_judged in ((named_by_place, False), (by_method, True), *[(by_loss, True)] * callable(loss)):
        model = Trainer(step)
        model.compile("sgd", loss)
        head = find_parts(model, None, (IMAGES, np.zeros((4, 3), "float32"))).head
        assert (head is None) == is_judged
        if not is_judged:
            assert find_reading(model, IMAGES, LABELS, head).loss is None


def test_a_layer_that_is_built_by_the_step_does_not_end_its_trace():
    def step(model, data):
        images, labels = data
        with gradients(model.encoder) as gradients_of:
            loss = cost(labels, model.encoder(images))
        gradients_of(loss)

    model = Trainer(step)
    model.encoder = keras.Sequential([layers.Flatten(), layers.Dense(3)], name="encoder")
    model.compile("sgd", "mse")
    assert find_parts(model, "encoder", (IMAGES, LABELS)).head is not None


@contextlib.contextmanager
def gradients(model):
    """Inside a loss is computed of which what is given tells the gradients, as a step of TensorFlow's own does."""
    if keras.backend.backend() != "tensorflow":
        yield lambda loss: None
        return
    import tensorflow as tf

    with tf.GradientTape() as tape:
        yield lambda loss: tape.gradient(loss, model.trainable_weights)


def test_tokens_that_no_network_is_called_on_are_the_labels_of_those_that_one_is():
    def guess(model, data):
        tokens, labels, weights = data
        return ops.mean(weights * ops.cast(labels, "float32")) + ops.mean(model.encoder(tokens))

    tokens, weights = np.zeros((4, 5), "int32"), np.ones((4, 5), "float32")
    parts = find_parts(Trainer(guess, shape=(5,)), None, (tokens, tokens, weights))
    assert (parts.x, parts.y, parts.weights, parts.note) == ("0", "1", "2", "")


def test_what_another_network_is_called_on_is_no_label():
    """Two towers of a retrieval model: the item that is looked for is no class of the user."""

    def retrieve(model, data):
        return model.encoder(data[0]) * model.other(data[1])

    model = Trainer(retrieve)
    model.other = keras.Sequential([keras.Input((), dtype="int32"), layers.Embedding(4, 3)], name="other")
    parts = find_parts(model, "encoder", (IMAGES, LABELS))
    assert (parts.x, parts.y) == ("0", None)
    assert parts.without_labels.startswith("train_step calls a network on '1' ()")


class Masked(keras.Model):
    """Reads tokens, and a mask that its step hands over beside them."""

    def __init__(self):
        super().__init__(name="masked")
        self.table = layers.Embedding(4, 3)

    def call(self, tokens, seen=None):
        return self.table(tokens) * ops.expand_dims(ops.cast(seen, "float32"), -1)


def test_a_mask_beside_the_tokens_and_ids_that_are_not_used_are_no_labels():
    def guess(model, data):
        return cost(data["labels"], model.net(data["ids"], seen=data["attention"]))

    model, tokens = Trainer(guess), np.zeros((4, 5), "int32")
    model.net = Masked()
    batch = {"attention": tokens, "ids": tokens, "labels": tokens, "places": tokens}
    parts = find_parts(model, "net", batch)
    assert (parts.x, parts.y) == ("ids", "labels")


def test_labels_that_are_not_used_are_said_not_to_be():
    parts = find_parts(Trainer(unused), None, (IMAGES, LABELS))
    assert "does not use '1' ()" in parts.without_labels and "transfer=" in parts.without_labels
    assert parts.note == "Of each batch is measured '0' (6, 6, 1), not '1' ()."


def test_what_the_step_makes_of_the_leaf_is_said_to_be_left_out():
    parts = find_parts(Trainer(lambda model, data: model.encoder(data / 255)), None, IMAGES)
    assert parts.x == "" and "makes something else of it for 'encoder'" in parts.note


@pytest.mark.parametrize("choice", [None, "encoder"])
def test_where_no_leaf_fits_the_leaves_are_listed(choice):
    model = Trainer(lambda model, data: model.encoder(data[0][:, 1:5, 1:5]), shape=(4, 4, 1))
    with pytest.raises(ValueError, match=r"'0' \(6, 6, 1\), '1' \(\).*data=\(x, y\)|data=\(x, y\).*'0' \(6, 6, 1\)"):
        find_parts(model, choice, (IMAGES, LABELS))


def test_what_keras_unpacks_is_left_to_it():
    assert find_parts(encoder(), None, (IMAGES, LABELS)) is None


def build_heads(losses):
    inputs = keras.Input((6, 6, 1))
    features = layers.Flatten()(inputs)
    outputs = {"box": layers.Dense(4)(features), "digit": layers.Dense(3)(features), "mask": inputs}
    model = keras.Model(inputs, outputs)
    model.compile("sgd", losses)
    return model


LOSSES = {"box": "mse", "digit": keras.losses.SparseCategoricalCrossentropy(from_logits=True), "mask": "mse"}


def test_of_several_heads_the_one_that_tells_classes_is_probed_and_that_is_said():
    batch = (
        IMAGES,
        {"box": BOX, "digit": LABELS, "mask": IMAGES},
        {"box": WEIGHTS, "digit": WEIGHTS + 1, "mask": WEIGHTS},
    )
    parts = find_parts(build_heads(LOSSES), None, batch)
    assert (parts.x, parts.y, parts.weights) == ("0", "1/digit", "2/digit")
    assert parts.note.startswith("Labels are 'digit', whose loss is model_loss, not 'box', 'mask', which data=(x, y)")
    reading = find_reading(build_heads(LOSSES), IMAGES, LABELS, parts.head)
    assert (reading.kind, reading.output) == ("classes", 1)
    without = find_parts(build_heads(None), None, batch[:2])
    assert (without.y, without.weights) == ("1/digit", None)


def test_of_several_heads_in_a_list_one_is_probed_and_no_automatic_name_is_taken():
    inputs = keras.Input((6, 6, 1))
    features = layers.Flatten()(inputs)
    model = keras.Model(inputs, [layers.Dense(4)(features), layers.Dense(3)(features)])
    model.compile("sgd", [LOSSES["box"], LOSSES["digit"]])
    first = int(keras.KerasTensor((1,)).name.rpartition("_")[2])
    for contain in (list, tuple):
        parts = find_parts(model, None, (IMAGES, contain([BOX, LABELS]), contain([WEIGHTS, WEIGHTS + 1])))
        assert (parts.x, parts.y, parts.weights) == ("0", "1/1", "2/1")
        assert find_reading(model, IMAGES, LABELS, parts.head).output == 1
    assert int(keras.KerasTensor((1,)).name.rpartition("_")[2]) == first + 1


def test_the_trace_leaves_none():
    def step(model, data):
        model.count += 1
        model.seen.append(random.random() + np.random.random())
        model.optimizer.apply([ops.zeros((36, 3)), ops.zeros(3)], model.encoder.trainable_variables)
        model.encoder.weights[1].assign(ops.ones(3))
        model.encoder(data)

    model = Trainer(step)
    model.compile("adam")
    model.count, model.seen = 0, []
    states = random.getstate(), np.random.get_state()[1].tolist()
    find_parts(model, None, IMAGES)
    assert model.count == 0 and model.seen == []
    assert (random.getstate(), np.random.get_state()[1].tolist()) == states
    assert not model.optimizer.built and not np.any(ops.convert_to_numpy(model.encoder.weights[1].value))


class Counting(layers.Layer):
    """Counts its calls and keeps what it saw, as many do; it is built by its first call."""

    count = None

    def build(self, shape):
        self.width = shape[-1]
        self.count = 0
        self.scale = self.add_weight(shape=(self.width,), name="scale")

    def call(self, x):
        self.count += 1
        self.last = x
        return x * self.scale


def test_a_layer_that_the_trace_builds_is_as_building_left_it():
    model = Trainer(views)
    model.encoder = keras.Sequential([layers.Flatten(), counting := Counting(), layers.Dense(3)], name="encoder")
    find_parts(model, "encoder", (IMAGES, IMAGES))
    assert counting.built and counting.width == 36 and counting.count == 1, "by the call that builds a Sequential"
    assert counting.weights[0] is counting.scale


@pytest.mark.parametrize("is_sequential", [True, False], ids=["sequential", "subclassed"])
@pytest.mark.filterwarnings("ignore:`build..` was called on layer")
def test_a_trace_leaves_what_a_call_counts_as_the_first_step_would(is_sequential):
    class Encoder(keras.Model):
        def __init__(self):
            super().__init__(name="encoder")
            self.flat, self.counting, self.calls = layers.Flatten(), Counting(), [0]

        def call(self, x):
            self.calls[0] += 1
            return self.counting(self.flat(x))

    def counts(trace):
        model = Trainer(views)
        model.encoder = keras.Sequential([layers.Flatten(), Counting()], name="encoder") if is_sequential else Encoder()
        if trace:
            find_parts(model, "encoder", (IMAGES, IMAGES))
        model.encoder(IMAGES)
        return model.encoder.layers[-1].count, getattr(model.encoder, "calls", None)

    assert counts(trace=True) == counts(trace=False)
