import keras
import numpy as np
import pytest
from keras import layers

from keras_phases.network.parts import find_measured, path_of

SHAPE = (8, 8, 1)
X = np.zeros((4, *SHAPE), "float32")


def encoder(name="encoder", shape=SHAPE):
    return keras.Sequential([keras.Input(shape), layers.Flatten(), layers.Dense(4)], name=name)


def decoder():
    return keras.Sequential([keras.Input((4,)), layers.Dense(64), layers.Reshape(SHAPE)], name="decoder")


class WithoutCall(keras.Model):
    """Of parts by name; only its training step would call them."""

    def __init__(self, **parts):
        super().__init__(name="whole")
        for name, part in parts.items():
            setattr(self, name, part)


def test_a_model_that_can_be_called_is_measured_itself():
    model = encoder()
    assert find_measured(model, None, X) is model
    assert path_of(model, model) == "encoder"


def augmenter():
    return keras.Sequential([keras.Input(SHAPE), layers.RandomFlip(seed=0)], name="augmenter")


def frozen(part):
    part.trainable = False
    return part


@pytest.mark.parametrize(
    "others",
    [
        lambda: {"decoder": decoder()},
        lambda: {"augmenter": augmenter(), "projection": encoder("projection", (4,))},
        lambda: {"target_encoder": encoder("other")},
        lambda: {"second": encoder("momentum_encoder")},
        lambda: {"second": frozen(encoder("second"))},
    ],
    ids=["autoencoder", "contrastive", "follower-by-attribute", "follower-by-name", "frozen"],
)
def test_of_a_model_without_call_the_part_that_takes_the_rows_and_trains_is_measured(others):
    model = WithoutCall(encoder=encoder(), **others())
    assert find_measured(model, None, X) is model.encoder
    assert path_of(model, model.encoder) == "whole/encoder"


def test_a_model_within_the_part_is_no_other_candidate():
    inner = encoder("inner")
    model = WithoutCall(outer=keras.Sequential([keras.Input(SHAPE), inner, layers.Dense(3)], name="outer"))
    assert find_measured(model, None, X).name == "outer"


def test_several_candidates_are_listed_with_what_they_take():
    model = WithoutCall(left=encoder("left"), right=encoder("right"))
    with pytest.raises(ValueError, match=r"2 parts take such rows .* model='left'.*'right' \(takes \(8, 8, 1\)\)"):
        find_measured(model, None, X)


def test_without_a_candidate_all_parts_are_listed():
    model = WithoutCall(decoder=decoder())
    with pytest.raises(ValueError, match=r"no part takes such rows.*'decoder' \(takes \(4,\)\)"):
        find_measured(model, None, X)


@pytest.mark.parametrize("choice", ["inner.encoder", "inner/encoder", "first", lambda model: model.inner.encoder])
def test_a_part_is_named_by_its_path_its_name_or_a_function(choice):
    model = WithoutCall(inner=WithoutCall(encoder=encoder("first")), second=encoder("second"))
    assert find_measured(model, choice, X) is model.inner.encoder


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ("encodr", "names 0 parts of model 'whole'. Did you mean 'encoder'"),
        ("name", "gives str of model 'whole'"),
        (lambda model: model.encoder.layers[-1], "gives Dense of model 'whole'"),
        ("decoder", r"takes \(4,\), and the rows are \(8, 8, 1\)"),
    ],
    ids=["typo", "text", "layer", "other-rows"],
)
def test_what_is_no_part_is_an_error_that_lists_them(choice, message):
    with pytest.raises(ValueError, match=message):
        find_measured(WithoutCall(encoder=encoder(), decoder=decoder()), choice, X)


def test_a_part_that_reads_more_than_the_rows_is_named_with_what_to_pass():
    image, noise = keras.Input(SHAPE), keras.Input((1,))
    hidden = layers.Dense(4)(layers.Concatenate()([layers.Flatten()(image), noise]))
    model = WithoutCall(network=keras.Model([image, noise], hidden), ema_network=encoder("ema", (3,)))
    with pytest.raises(ValueError, match=r"its inputs: model='network', data=\(\[x, \.\.\.\], y\)"):
        find_measured(model, None, X)


def test_a_function_may_put_what_leads_to_a_part_before_it():
    model = WithoutCall(encoder=encoder("encoder", (64,)), decoder=decoder())
    with pytest.raises(ValueError, match=r"model=lambda model: keras.Sequential\(\[\.\.\., model.encoder\]\)"):
        find_measured(model, None, X)
    made = find_measured(model, lambda m: keras.Sequential([keras.Input(SHAPE), layers.Flatten(), m.encoder]), X)
    assert made.weights == model.encoder.weights
