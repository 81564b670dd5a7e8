import keras
import numpy as np
import pytest
from builders.tolerance import assert_close

from keras_phases.backend.arrays import host
from keras_phases.decoders import AdamLinear, ConvTransposeDecoder
from keras_phases.decoders.gradient import Trained, draw_weights
from keras_phases.decoders.target import Centre
from keras_phases.network.taps import Tap


@pytest.mark.parametrize("family", [AdamLinear(), ConvTransposeDecoder(channels=4)], ids=lambda family: family.name)
@pytest.mark.parametrize("num_rows", [256, 300], ids=str)
def test_rows_are_judged_by_their_mean_squared_error(family, num_rows):
    rng = np.random.default_rng(0)
    features = rng.standard_normal((num_rows, 2, 2, 3)).astype("f4")
    targets = rng.standard_normal((num_rows, 4, 4, 2)).astype("f4")
    recipe = family.recipe(Tap("tap", (2, 2, 3)), (4, 4, 2), num_rows)
    head = recipe.training.head
    weights = keras.tree.map_structure(keras.ops.convert_to_tensor, draw_weights(head, 0))
    centre = Centre.of(targets)
    decoder = recipe.build(0, centre)
    decoder.take(Trained(weights))
    assert decoder.fit() is None, "of a trained decoder's fit nothing is known"
    whole = host(head.outputs(weights, keras.ops.convert_to_tensor(features.reshape(num_rows, 12))))
    if family.name == "adam_linear":
        assert_close(whole, features.reshape(num_rows, 12) @ host(weights["kernel"]) + host(weights["bias"]), 1e-6)
    losses, influences = decoder.judge(*map(keras.ops.convert_to_tensor, (features, centre.taken_off(targets))))
    assert_close(decoder.predict(features), whole, relative=1e-6)
    assert_close(losses, np.mean((whole.reshape(num_rows, -1) - targets.reshape(num_rows, -1)) ** 2, axis=1), 1e-6)
    assert losses.dtype == np.float64 and influences.shape == (num_rows,) and np.isnan(influences).all()
