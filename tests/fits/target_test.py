"""What is reconstructed: an input by name, or the output of a layer that prepares it."""

import keras
import numpy as np
import pytest
from builders.models import PLAIN
from builders.tolerance import assert_close
from keras import layers

from keras_phases import PhaseProbe
from keras_phases.data.columns import signs_of
from keras_phases.data.reading import find_input

NUM = 96


def draw(shape=(8, 8, 1), seed=0):
    return np.random.default_rng(seed).uniform(0, 255, (NUM, *shape)).astype("float32")


def compiled(inputs, outputs, **options):
    model = keras.Model(inputs, outputs, **options)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **PLAIN)
    return model


def prepared():
    """A network that scales and crops its input before its first weights."""
    inputs = keras.Input((8, 8, 1), name="photo")
    x = layers.CenterCrop(6, 6, name="crop")(layers.Rescaling(1 / 255, name="scale")(inputs))
    x = layers.Conv2D(3, 3, name="conv")(layers.RandomFlip(name="flip")(x))
    return compiled(inputs, layers.Dense(3, name="logits")(layers.Flatten(name="features")(x)), name="prepared")


def two_inputs():
    photo, table = keras.Input((8, 8, 1), name="photo"), keras.Input((5,), name="table")
    features = layers.Concatenate(name="joined")([layers.Flatten()(layers.Conv2D(2, 3)(photo)), table])
    return compiled({"photo": photo, "table": table}, layers.Dense(3)(features))


def losses(model, x, tmp_path, **options):
    probe = PhaseProbe(log_dir=tmp_path, probe_batch_size=16, schedule="log2", on_error="raise", **options)
    model.fit(x, np.arange(NUM) % 3, batch_size=32, verbose=0, callbacks=[probe])
    frame = probe.history.to_dataframe()
    return frame[frame.step == 0].set_index("layer")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
def test_the_output_of_a_layer_is_reconstructed(tmp_path):
    x = draw()
    keras.utils.set_random_seed(0)
    scaled = losses(prepared(), x, tmp_path / "scale", target="scale", layers=["conv"])
    keras.utils.set_random_seed(0)
    as_fed = losses(prepared(), x, tmp_path / "fed", layers=["conv"])
    keras.utils.set_random_seed(0)
    cropped = losses(prepared(), x, tmp_path / "flip", target="flip", layers=["conv"])
    for name in ("reconstruction_loss", "mean_image_loss"):
        assert_close(scaled[name].item() * 255**2, as_fed[name].item(), relative=1e-3)
    # The border that the crop takes away is noise to the layers behind it.
    assert cropped.reconstruction_loss.item() < 0.9 * scaled.reconstruction_loss.item()


@pytest.mark.first_case
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
@pytest.mark.parametrize(("target", "expected"), [(None, "photo"), ("photo", "photo"), ("table", "table")], ids=str)
@pytest.mark.parametrize("as_list", [False, True], ids=["dict", "list"])
def test_an_input_is_reconstructed_by_its_name(tmp_path, target, expected, as_list):
    x = {"photo": draw(), "table": draw((5,), seed=1)}
    variance = np.mean([np.var(x[expected][:, ...], axis=0)])
    model, fed = two_inputs(), x
    if as_list:
        inputs = [keras.Input(array.shape[1:], name=name) for name, array in x.items()]
        model = compiled(
            inputs, layers.Dense(3)(layers.Concatenate(name="joined")(list(map(layers.Flatten(), inputs))))
        )
        fed = list(x.values())
    found = losses(model, fed, tmp_path, target=target, layers="joined")
    assert_close(found.mean_image_loss.item(), variance, relative=0.2)
    assert (
        found.mean_image_loss.item()
        != losses(
            two_inputs(), x, tmp_path / "other", target="table" if expected == "photo" else "photo", layers="joined"
        ).mean_image_loss.item()
    )


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("features", r"target='features' stands behind the trained weights of 'conv'.*Expected an input, or a layer"),
        ("conv", r"target='conv' stands behind the trained weights of 'conv'"),
        ("sclae", r"target='sclae' matches 0 layers and no input of model 'prepared'.*'scale', 'crop', 'flip', 'conv'"),
    ],
)
def test_what_changes_or_is_not_there_is_no_target(tmp_path, target, message):
    with pytest.raises(ValueError, match=message):
        losses(prepared(), draw(), tmp_path, target=target)


@pytest.mark.filterwarnings("ignore:When providing `inputs` as a dict")  # Keras's own
def test_a_key_that_is_not_the_name_of_its_input():
    first, second = keras.Input((5,), name="first"), keras.Input((5,), name="second")
    model = keras.Model({"b": first, "a": second}, layers.Dense(3)(layers.Concatenate()([first, second])))
    x = {"b": draw((5,)), "a": draw((5,), seed=1)}
    assert [find_input(model, x, name) for name in ("first", "second", "a", "b", "third")] == ["b", "a", "a", "b", None]


def test_a_target_that_holds_trained_weights(tmp_path):
    inputs = keras.Input((8, 8, 1))
    prepare = keras.Sequential([layers.Rescaling(1 / 255), layers.Conv2D(1, 1, name="mix")], name="prepare")
    model = compiled(inputs, layers.Dense(3)(layers.Flatten()(prepare(inputs))))
    with pytest.raises(ValueError, match="target='prepare' stands behind the trained weights of 'prepare/mix'"):
        losses(model, draw(), tmp_path, target="prepare")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
def test_maps_with_their_channels_first_are_read_as_those_with_them_last(tmp_path):
    x, found = draw((8, 8, 3)), {}
    for axis, data_format in ((1, "channels_first"), (-1, "channels_last")):
        inputs = keras.Input((3, 8, 8) if axis == 1 else (8, 8, 3))
        normed = layers.BatchNormalization(axis=axis, name="norm")(layers.Rescaling(1 / 255)(inputs))
        pooled = layers.GlobalAveragePooling2D(data_format=data_format, name="pool")(layers.ReLU(name="relu")(normed))
        keras.utils.set_random_seed(0)
        model, fed = compiled(inputs, layers.Dense(3)(pooled)), np.moveaxis(x, -1, axis)
        options = {"layers": ["norm", "relu", "pool"], "decoders": ["linear", "patch"]}
        found[axis] = losses(model, np.ascontiguousarray(fed), tmp_path / data_format, **options)
    for name in ("num_features", "reconstruction_loss", "probe_loss", "reconstruction_loss_frequency_below_0.0625"):
        assert_close(found[1][name].to_numpy(), found[-1][name].to_numpy(), relative=1e-4)


@pytest.mark.parametrize("target", [3, "", ["photo"]], ids=repr)
def test_targets_of_another_kind(target):
    with pytest.raises(ValueError, match="Expected the name of an input or of a layer, or None"):
        PhaseProbe(target=target)


class TokensAndPlaces(layers.Layer):
    def __init__(self, num_ids, length, width, **options):
        super().__init__(**options)
        self.tokens, self.places = layers.Embedding(num_ids, width), layers.Embedding(length, width)

    def call(self, ids):
        return self.tokens(ids) + self.places(keras.ops.arange(ids.shape[1]))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
@pytest.mark.parametrize("is_own", [False, True], ids=["plain", "own"])
def test_token_ids_are_reconstructed_by_signs_of_each(tmp_path, is_own):
    inputs = keras.Input((9,), dtype="int32", name="ids")
    embed = TokensAndPlaces(20, 9, 12) if is_own else layers.Embedding(20, 12)
    words = layers.LSTM(6, return_sequences=True, name="lstm")(embed(inputs))
    model = compiled(inputs, layers.Dense(3)(layers.GlobalAveragePooling1D(name="mean")(words)))
    x = np.random.default_rng(0).integers(0, 20, (NUM, 9))
    found = losses(model, x, tmp_path, decoders=["linear", "patch"])
    # Twenty names have nineteen dimensions, of which twelve are embedded at each place, and six are left of all.
    by_place, of_all = found[found.decoder == "patch"].explained_variance.iloc[0], found.explained_variance.iloc[-1]
    assert 0.3 < by_place < 0.8 and of_all < 0.3
    assert not any("frequency" in name or "channel" in name for name in found) and found.index[-1] == "mean"


@pytest.mark.slow
@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="text is fed to models on TensorFlow alone")
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
def test_of_text_the_ids_are_reconstructed_that_the_model_makes_of_it(tmp_path):
    import tensorflow as tf

    x = np.array([" ".join(words) for words in np.random.default_rng(0).choice(list("abcdefgh"), (NUM, 5))])

    def fit(name, length):
        ids = layers.TextVectorization(output_sequence_length=length, standardize=None, name="ids")
        ids.adapt(x)
        inputs = keras.Input((), dtype="string")
        features = layers.GlobalAveragePooling1D()(layers.Embedding(12, 4, name="embedded")(ids(inputs)))
        model = compiled(inputs, layers.Dense(3)(features))
        probe = PhaseProbe(log_dir=tmp_path / name, probe_batch_size=16, schedule="log2", on_error="raise")
        model.fit(tf.constant(x), np.arange(NUM) % 3, batch_size=32, verbose=0, callbacks=[probe])
        return probe._session.instrument.rows, ids

    rows, ids = fit("found", 5)
    assert rows.kind == "tokens" and "the output of 'ids' instead. Ids are names" in rows.origin
    assert np.array_equal(rows.x_fit, signs_of(np.asarray(ids(rows.inputs_fit))))
    with pytest.raises(ValueError, match=r"'ids' gives rows of any length.*output_sequence_length"):
        fit("ragged", None)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
def test_signals_and_tables_have_the_linear_decoder(tmp_path):
    stack = [layers.Conv1D(3, 3, name="conv"), layers.Flatten(name="features"), layers.Dense(3, name="logits")]
    signals = keras.Sequential([keras.Input((12, 2)), *stack])
    table = keras.Sequential([keras.Input((6,)), layers.Dense(4, name="hidden"), layers.Dense(3)])
    for model, shape in ((signals, (12, 2)), (table, (6,))):
        model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **PLAIN)
        found = losses(model, draw(shape), tmp_path / str(len(shape)))
        assert set(found.decoder) == {"linear"} and (found.reconstruction_loss < found.mean_image_loss).all()
