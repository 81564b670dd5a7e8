"""A part of the model that trains is measured as it is within it."""

import keras
import numpy as np
import pytest
from builders.models import PLAIN
from keras import layers

from keras_phases import PhaseProbe, ProbeSettings, replay


class Classifier(keras.Model):
    def __init__(self):
        super().__init__(name="classifier")
        self.encoder = keras.Sequential(
            [
                keras.Input((6, 6, 1)),
                layers.Conv2D(3, 3, name="conv"),
                layers.BatchNormalization(name="norm"),
                layers.Flatten(),
                layers.Dense(5, name="embedding"),
            ],
            name="encoder",
        )
        self.head = layers.Dense(3, name="head")

    def call(self, x, training=None):
        return self.head(self.encoder(x, training=training))


@pytest.mark.slow
def test_a_part_gives_the_numbers_that_its_layers_give_within_the_whole(tmp_path):
    """In a running fit, whose newest weights a part alone does not have on JAX, and in a replay of its weights."""
    keras.utils.set_random_seed(2)
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(96, 6, 6, 1)).astype("float32"), rng.integers(0, 3, 96)
    model = Classifier()
    model(x[:2])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.1), loss, **PLAIN)
    options = {"data": (x, y), "images": 0, "quantities": None, "probe_batch_size": 8, "on_error": "raise"}
    whole = PhaseProbe(log_dir=tmp_path / "whole", layers=["encoder/norm", "encoder/embedding"], **options)
    part = PhaseProbe(log_dir=tmp_path / "part", model="encoder", **options)
    model.fit(x, y, batch_size=16, verbose=0, callbacks=[whole, part])
    assert whole.history.steps.tolist() == part.history.steps.tolist() == [0, 1, 2, 4, 6]
    assert part.history.layers == ["norm", "embedding"]
    assert part.history.layout.run["model"] == "classifier/encoder"
    for row in (0, 1):
        for metric in ("reconstruction_loss", "probe_loss"):
            ours = part.history.column(metric, row)
            np.testing.assert_allclose(ours, whole.history.column(metric, row), rtol=1e-6)
            assert len(np.unique(ours)) > 3
    model.save_weights(tmp_path / "step-6.weights.h5")
    settings = ProbeSettings(
        **{name: options[name] for name in ("images", "quantities", "probe_batch_size")}, model="encoder"
    )
    again = replay(
        [tmp_path / "step-6.weights.h5"], model, (x, y), probe=settings, log_dir=tmp_path / "again", verbose=0
    )
    for row in (0, 1):
        again_loss = again.history.column("reconstruction_loss", row)[0]
        np.testing.assert_allclose(again_loss, part.history.column("reconstruction_loss", row)[-1], rtol=1e-5)
