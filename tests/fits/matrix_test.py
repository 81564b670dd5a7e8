"""Models x inputs x knobs of `fit`, on the backend at hand: `KERAS_BACKEND=jax pytest tests/fits/matrix_test.py`.

The cases meet in pairs: each model with each input, each knob with each of both and with each other knob, where Keras
allows the two together. The first of them hold most pairs and run always, the others with `pytest -m stress`.
"""

import contextlib
import itertools
import os
import re
import warnings

import keras
import numpy as np
import pytest
from builders.models import PLAIN
from keras import layers, ops

from keras_phases import PhaseProbe
from keras_phases.record import schema
from keras_phases.warning import PhaseWarning

BACKEND = keras.backend.backend()
NUM_ROWS, BATCH, SHAPE = 64, 16, (6, 6, 1)
ALWAYS_FINITE = ("reconstruction_loss", "reconstruction_stderr", "explained_variance", "ridge", "mean_image_loss")
FINITE_WITH_LABELS = ("probe_loss", "probe_accuracy", "model_loss", "model_accuracy")

MODELS, INPUTS = {}, {}
TABULAR, SEVERAL = ("tabular",), ("several",)


def model_of(*taps):
    """Registers a function that builds a model, and the taps that `layers="auto"` takes of it."""

    def register(build):
        MODELS[build.__name__] = build, taps
        return build

    return register


def fed_as(build):
    """Registers a function from a tree of arrays, labels and weights to the arguments of `fit`."""
    INPUTS[build.__name__] = build
    return build


def stack(flip=False):
    return [
        *([layers.RandomFlip(seed=5, name="flip")] if flip else []),
        layers.Conv2D(3, 3, strides=2, padding="same", name="conv"),
        layers.BatchNormalization(momentum=0.9, name="norm"),
        layers.ReLU(name="relu"),
        layers.Flatten(name="flat"),
        layers.Dropout(0.2, seed=6, name="dropout"),
        layers.Dense(8, activation="relu", name="hidden"),
        layers.Dense(3, name="logits"),
    ]


@model_of("relu", "hidden")
def sequential():
    return keras.Sequential([keras.Input(SHAPE), *stack()])


@model_of("relu", "hidden")
def deferred():
    return keras.Sequential(stack())


@model_of("relu", "hidden")
def functional():
    inputs = x = keras.Input(SHAPE, name="image")
    for layer in stack():
        x = layer(x)
    return keras.Model(inputs, x)


@model_of("act", "out", "mean")
def residual():
    inputs = keras.Input(SHAPE)
    x = layers.Conv2D(3, 3, padding="same", name="stem")(inputs)
    x = layers.ReLU(name="act")(x)
    branch = layers.Conv2D(3, 3, padding="same", name="branch")(x)
    x = layers.Activation("linear", name="out")(ops.relu(x + branch * 0.5))
    return keras.Model(inputs, layers.Dense(3, name="logits")(ops.mean(x, axis=(1, 2))))


@model_of("base/conv1_relu", "base/conv2_relu", "pool")
def nested():
    inputs = x = keras.Input(SHAPE)
    for k, width in ((1, 3), (2, 4)):
        x = layers.Conv2D(width, 3, strides=2, padding="same", name=f"conv{k}")(x)
        x = layers.BatchNormalization(name=f"conv{k}_bn")(x)
        x = layers.Activation("relu", name=f"conv{k}_relu")(x)
    base = keras.Model(inputs, x, name="base")
    return keras.Sequential([base, layers.GlobalAveragePooling2D(name="pool"), layers.Dense(3, name="logits")])


@model_of("relu", "relu:1")
def shared():
    inputs = x = keras.Input(SHAPE)
    conv, relu = layers.Conv2D(1, 3, padding="same", name="conv"), layers.ReLU(name="relu")
    for _ in range(2):
        x = relu(conv(x))
    return keras.Model(inputs, layers.Dense(3, name="logits")(layers.Flatten()(x)))


@model_of("conv", "hidden")
def several():
    """Two inputs and two outputs, each by name."""
    image, extra = keras.Input(SHAPE, name="image"), keras.Input((4,), name="extra")
    seen = layers.Flatten()(layers.Conv2D(2, 3, strides=2, name="conv")(image))
    x = layers.Concatenate(name="joined")([seen, layers.Dense(3, name="known")(extra)])
    x = layers.Dense(8, activation="relu", name="hidden")(x)
    outputs = {"classes": layers.Dense(3, name="classes")(x), "size": layers.Dense(1, name="size")(x)}
    return keras.Model({"image": image, "extra": extra}, outputs)


@keras.saving.register_keras_serializable("matrix")
class Block(layers.Layer):
    def __init__(self, width, **options):
        super().__init__(**options)
        self.width = width
        self.conv = layers.Conv2D(width, 3, padding="same", name="conv")
        self.norm = layers.BatchNormalization(name="norm")

    def build(self, shape):
        self.conv.build(shape)
        self.norm.build((*shape[:-1], self.width))

    def call(self, x, training=False):
        return ops.relu(self.norm(self.conv(x), training=training))

    def get_config(self):
        return super().get_config() | {"width": self.width}


class Subclassed(keras.Model):
    def __init__(self):
        super().__init__(name="mine")
        self.blocks = [Block(3, name=f"block{k}") for k in (1, 2)]
        self.pool, self.drop = layers.GlobalAveragePooling2D(name="pool"), layers.Dropout(0.2, seed=3)
        self.logits = layers.Dense(3, name="logits")

    def call(self, x, training=False):
        for block in self.blocks:
            x = block(x, training=training)
        return self.logits(self.drop(self.pool(x), training=training))


@model_of("block1", "block2", "pool")
def subclassed():
    return Subclassed()


@model_of("relu", "hidden")
def augmented():
    mean = layers.Normalization(mean=0.5, variance=2.0, axis=None)
    return keras.Sequential([keras.Input(SHAPE), layers.Rescaling(0.5), mean, *stack(flip=True)])


@model_of("relu", "hidden")
def bfloat16():
    return in_precision("mixed_bfloat16")


@model_of("relu", "hidden")
def float16():
    return in_precision("mixed_float16")


def in_precision(name):
    with policy(name):
        return sequential()


@contextlib.contextmanager
def policy(name):
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(name)
    try:
        yield
    finally:
        keras.config.set_dtype_policy(before)


@model_of("block", "hidden")
def loaded(folder="."):
    inputs = keras.Input(SHAPE)
    x = layers.Flatten(name="flat")(Block(3, name="block")(inputs))
    x = layers.Dense(8, activation="relu", name="hidden")(x)
    keras.Model(inputs, layers.Dense(3, name="logits")(x)).save(f"{folder}/model.keras")
    return keras.models.load_model(f"{folder}/model.keras")


@model_of("hidden1", "hidden2")
def tabular():
    hidden = [layers.Dense(width, activation="relu", name=f"hidden{k}") for k, width in ((1, 12), (2, 6))]
    return keras.Sequential([keras.Input((5,)), *hidden, layers.Dense(3, name="logits")])


if BACKEND == "tensorflow":

    @model_of("relu", "hidden")
    def trained_by_hand():
        import tensorflow as tf

        class ByHand(keras.Model):
            def train_step(self, data):
                x, y, weights = keras.utils.unpack_x_y_sample_weight(data)
                with tf.GradientTape() as tape:
                    y_pred = self(x, training=True)
                    loss = self.compute_loss(x, y, y_pred, weights)
                gradients = tape.gradient(loss, self.trainable_variables)
                self.optimizer.apply_gradients(zip(gradients, self.trainable_variables, strict=True))
                return {"loss": loss}

        model = functional()
        return ByHand(model.inputs[0], model.outputs[0])


def draw_data(model, seed=0):
    """`(x, y)` of 64 rows, each a tree where the model has several."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 3, NUM_ROWS)
    if model in TABULAR:
        return (rng.normal(size=(NUM_ROWS, 5)) + y[:, None]).astype("float32"), y
    x = (rng.normal(size=(NUM_ROWS, *SHAPE)) + y[:, None, None, None]).astype("float32")
    if model in SEVERAL:
        extra = rng.normal(size=(NUM_ROWS, 4)).astype("float32")
        return {"image": x, "extra": extra}, {"classes": y, "size": x.mean(axis=(1, 2, 3))[:, None]}
    return x, y


def each(function, tree):
    return None if tree is None else keras.tree.map_structure(function, tree)


def as_arguments(x, y, weights):
    return {"x": x, "y": y, "batch_size": BATCH} | ({} if weights is None else {"sample_weight": weights})


@fed_as
def arrays(x, y, weights):
    return as_arguments(x, y, weights)


@fed_as
def tensors(x, y, weights):
    return as_arguments(each(ops.convert_to_tensor, x), each(ops.convert_to_tensor, y), weights)


@fed_as
def frames(x, y, weights):
    pandas = pytest.importorskip("pandas")
    return as_arguments(pandas.DataFrame(x, columns=list("abcde")), pandas.Series(y), weights)


def batches_of(x, y, weights):
    """Batches as `fit` takes them, in order."""
    whole = (x, y) if weights is None else (x, y, weights)
    return [each(lambda a, k=k: a[k : k + BATCH], whole) for k in range(0, NUM_ROWS, BATCH)]


@fed_as
def tf_data(x, y, weights):
    data = pytest.importorskip("tensorflow").data
    whole = (x, y) if weights is None else (x, y, weights)
    return {"x": data.Dataset.from_tensor_slices(whole).map(lambda *row: row).shuffle(NUM_ROWS).batch(BATCH)}


class Batches(keras.utils.PyDataset):
    def __init__(self, batches):
        super().__init__()
        self.batches = batches

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, index):
        return self.batches[index]


@fed_as
def py_dataset(x, y, weights):
    return {"x": Batches(batches_of(x, y, weights))}


@fed_as
def generator(x, y, weights):
    return {"x": (batch for batch in itertools.cycle(batches_of(x, y, weights))), "steps_per_epoch": NUM_ROWS // BATCH}


class Rows:
    def __init__(self, *trees):
        self.trees = trees

    def __len__(self):
        return NUM_ROWS

    def __getitem__(self, index):
        return tuple(each(lambda array: array[index], tree) for tree in self.trees)


@fed_as
def loader(x, y, weights):
    data = pytest.importorskip("torch.utils.data")
    return {"x": data.DataLoader(Rows(*(tree for tree in (x, y, weights) if tree is not None)), BATCH, shuffle=True)}


ARRAYS = ("arrays", "tensors", "frames")
AXES = {
    "model": list(MODELS),
    "input": list(INPUTS),
    "execution": ["plain", "four_at_a_time", "eager", "jit", "no_jit"],
    "optimizer": ["sgd", "accumulating", "averaging"],
    "rows": ["alone", "validation_data", "validation_split", "sample_weight", "class_weight"],
    "run": ["one_fit", "two_fits", "initial_epoch", "two_probes"],
}


def is_possible(model, fed, execution, optimizer, rows, run):
    """What Keras allows, on this backend."""
    return all(
        (
            fed != "frames" or model in TABULAR,
            rows != "validation_split" or fed in ARRAYS,
            rows not in ("class_weight", "sample_weight") or model not in SEVERAL,
            rows != "class_weight" or fed not in ("loader", "generator"),
            # PyTorch compiles with a C++ compiler, for a minute, and takes one step at a time.
            BACKEND != "torch" or execution not in ("jit", "four_at_a_time"),
            # Keras gives one buffer away twice there, without a probe too.
            BACKEND != "jax" or optimizer != "averaging" or run != "two_fits",
            # Scaled losses count the steps that they skip: tested by themselves.
            model != "float16" or optimizer == "sgd",
        )
    )


def cover_pairs(axes, is_possible):
    """Cases that hold every possible pair of values of two axes: greedily, the case with the most new pairs next."""
    cases = [case for case in itertools.product(*axes) if is_possible(*case)]
    pairs_of = {case: set(itertools.combinations(enumerate(case), 2)) for case in cases}
    missing, chosen = set().union(*pairs_of.values()), []
    while missing:
        best = max(pairs_of, key=lambda case: len(pairs_of[case] & missing))
        chosen.append(best)
        missing -= pairs_of.pop(best)
    return chosen


CASES = cover_pairs(list(AXES.values()), is_possible)
NUM_CASES = 40
"""Cases that run without `-m slow`: the first hold the most new pairs."""

NUM_ALWAYS = int(os.environ.get("KERAS_PHASES_NUM_CASES", NUM_CASES))
"""The same here: fewer on the other backends (Makefile) and on the lowest Keras (.ci/run)."""


def marked(case):
    marks = [pytest.mark.stress] if CASES.index(case) >= NUM_ALWAYS else []
    return pytest.param(case, marks=marks, id="-".join(case))


def test_the_cases_that_always_run_hold_every_value_and_most_pairs():
    whole, always = (
        {pair for case in cases for pair in itertools.combinations(enumerate(case), 2)}
        for cases in (CASES, CASES[:NUM_CASES])
    )
    assert {value for case in CASES[:NUM_CASES] for value in case} == {value for case in CASES for value in case}
    assert len(always) > 0.75 * len(whole)


def test_the_cases_hold_every_pair():
    assert {value for case in CASES for value in case} == {value for axis in AXES.values() for value in axis} - (
        {"jit", "four_at_a_time"} if BACKEND == "torch" else set()
    )
    assert {case[:2] for case in CASES} == {
        (model, fed) for model in MODELS for fed in INPUTS if fed != "frames" or model in TABULAR
    }


@pytest.mark.first_case
@pytest.mark.parametrize("case", list(map(marked, CASES)))
def test_the_probe_measures(case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name, fed, execution, optimizer, rows, run = case
    keras.utils.set_random_seed(1)
    model = compiled(MODELS[name][0](), name, execution, optimizer)
    probes = [probe_into(tmp_path / f"run{k}") for k in range(2 if run == "two_probes" else 1)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for epochs in ({"epochs": 1}, {"epochs": 1}) if run == "two_fits" else ({"epochs": 2},):
            epochs = {"epochs": 3, "initial_epoch": 1} if run == "initial_epoch" else epochs
            model.fit(**arguments_of(name, fed, rows), **epochs, verbose=0, callbacks=probes)
    allowed = "flag '(few_rows|constant_features|rank_deficient|ridge_at_bound|training_heldout)'"
    allowed += "|x of fit goes on" if fed == "generator" else ""
    allowed += "|holds other weights at step" if run == "two_fits" and optimizer == "averaging" else ""
    own = [str(warning.message) for warning in caught if issubclass(warning.category, PhaseWarning)]
    assert [text for text in own if not re.search(allowed, text)] == []
    for probe in probes:
        check_history(probe.history, case)
    if len(probes) == 2:
        assert_same_numbers(*(probe.history for probe in probes))


def compiled(model, name, execution, optimizer):
    how = {
        "four_at_a_time": {"steps_per_execution": 4},
        "eager": {"run_eagerly": True},
        "jit": {"jit_compile": True},
        "no_jit": {"jit_compile": False},
    }
    more = {"accumulating": {"gradient_accumulation_steps": 2}, "averaging": {"use_ema": True}}
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(
        keras.optimizers.SGD(0.01, momentum=0.9, **more.get(optimizer, {})),
        {"classes": loss, "size": "mse"} if name in SEVERAL else loss,
        **PLAIN | how.get(execution, {}),
    )
    return model


def probe_into(folder):
    return PhaseProbe(log_dir=folder, max_examples=40, max_heldout=16, probe_batch_size=8, on_error="raise")


def arguments_of(name, fed, rows):
    x, y = draw_data(name)
    arguments = INPUTS[fed](x, y, np.linspace(0.5, 1.5, NUM_ROWS, dtype="float32") if rows == "sample_weight" else None)
    more = {
        "validation_data": {"validation_data": tuple(each(lambda a: a[:16], rows) for rows in draw_data(name, seed=1))},
        "validation_split": {"validation_split": 0.25},
        "class_weight": {"class_weight": {0: 1.0, 1: 2.0, 2: 0.5}},
    }
    return arguments | more.get(rows, {})


def expected_steps(execution, optimizer, rows, run):
    """Optimizer steps at which the default schedule measures, batch by batch.

    A second fit from moving averages, which the first one left in the model, is another run, and begins its own curve.
    """
    per_epoch = (NUM_ROWS - NUM_ROWS // 4 if rows == "validation_split" else NUM_ROWS) // BATCH
    at_once, per_step = (4 if execution == "four_at_a_time" else 1), (2 if optimizer == "accumulating" else 1)
    due, found, step, batches = {0, 1, 2, 4, 8}, {0}, 0, 0
    for epoch in range(2):
        for start in range(0, per_epoch, at_once):
            batches += min(at_once, per_epoch - start)
            passed, step = set(range(step + 1, batches // per_step + 1)), batches // per_step
            found |= {step} if passed & due else set()
        found |= {step} if epoch == 1 or run == "two_fits" else set()
        found = {step} if (epoch, optimizer, run) == (0, "averaging", "two_fits") else found
    return sorted(found)


def check_history(history, case):
    name, _, execution, optimizer, rows, run = case
    assert history.steps.tolist() == expected_steps(execution, optimizer, rows, run)
    assert [row.layer for row in history.layout.rows] == list(MODELS[name][1])
    values = np.stack([values for _, values in history.records])
    columns = {metric: values[..., history.layout.metrics.index(metric)] for metric in schema.METRICS}
    finite = ALWAYS_FINITE + FINITE_WITH_LABELS
    assert [metric for metric in finite if not np.isfinite(columns[metric]).all()] == []
    flags = {flag for value in columns["flags"].ravel() for flag in schema.unpack_flags(value)}
    assert not flags & {"failed", "nonfinite_features", "nonfinite_outputs", "out_of_memory", "constant_target"}
    assert "no_labels" not in flags
    assert ("training_heldout" in flags) == (rows not in ("validation_data", "validation_split"))
    assert (columns["num_fit_examples"] == 40).all()


def assert_same_numbers(one, other):
    column = one.layout.metrics.index("probe_seconds")
    for (step, ours), (other_step, theirs) in zip(one.records, other.records, strict=True):
        assert step == other_step
        assert np.array_equal(np.delete(ours, column, 1), np.delete(theirs, column, 1), equal_nan=True)
