"""What is mended of `fit` is left alone elsewhere; two processes that train by it are in devices_test.py."""

import importlib

import keras
import pytest

from keras_phases.backend import mended_fit
from keras_phases.backend.mended_fit import mend_multiworker_fit

pytestmark = pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="a strategy of TensorFlow")


@pytest.fixture
def trainer(monkeypatch):
    """Keras's module, as it is again afterwards."""
    module = importlib.import_module("keras.src.backend.tensorflow.trainer")
    for owner, name in ((module, "reduce_per_replica"), (module.TensorFlowTrainer, "_maybe_symbolic_build")):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    return module


def test_other_strategies_do_what_they_did_and_mending_twice_is_mending_once(trainer):
    own = trainer.reduce_per_replica
    mend_multiworker_fit()
    mended = trainer.reduce_per_replica
    mend_multiworker_fit()
    assert trainer.reduce_per_replica is mended is not own and mended.__wrapped__ is own
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    x = keras.ops.ones((8, 2))
    assert len(model.fit(x, x[:, :1], 4, 1, verbose=0).history["loss"]) == 1


@pytest.mark.parametrize("version", ["3.16.0", "4.0.0"])
def test_a_later_keras_is_left_as_it_is(version, trainer, monkeypatch):
    monkeypatch.setattr(mended_fit.keras, "version", lambda: version)
    own = trainer.reduce_per_replica
    mend_multiworker_fit()
    assert trainer.reduce_per_replica is own
