"""Models whose `call` is given several views, or makes them itself."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from keras_phases import ProbeSettings
from keras_phases.measure.choice import choose_instrument

X = np.random.default_rng(0).normal(size=(72, 6, 6, 1)).astype("float32")
SETTINGS = ProbeSettings(probe_batch_size=12, images=0, quantities=None)


class Encoder(keras.Model):
    """Called on what `views` makes of a batch."""

    def __init__(self, views):
        super().__init__(name="model")
        keras.utils.set_random_seed(0)
        self.conv, self.flat, self.last, self._views = layers.Conv2D(3, 3), layers.Flatten(), layers.Dense(4), views

    def call(self, x):
        return self.last(self.flat(self.conv(self._views(x))))


def losses_of(model, x):
    instrument = choose_instrument(SETTINGS, model, {"x": x})
    return instrument, [row.metrics["reconstruction_loss"] for row in instrument.measure(0, 0).rows]


@pytest.mark.filterwarnings("ignore:No linear probe")
class TestViews:
    def test_views_joined_within_call_are_measured_on_the_first(self):
        _, once = losses_of(Encoder(lambda x: x), X)
        _, twice = losses_of(Encoder(lambda x: ops.concatenate([x, ops.flip(x, 1)])), X)
        np.testing.assert_allclose(twice, once, rtol=1e-4)

    def test_rows_that_are_repeated_one_by_one_are_refused(self):
        with pytest.raises(ValueError, match="2 rows for each row of the batch"):
            losses_of(Encoder(lambda x: ops.repeat(x, 2, axis=0)), X)

    def test_of_several_views_the_one_is_reconstructed_that_is_read(self):
        instrument, _ = losses_of(Encoder(lambda views: views[1]), [X, X[::-1].copy()])
        assert instrument.rows.x_fit is instrument.rows.inputs_fit[1]
        assert "Reconstructed is input '1'" in instrument.rows.origin
