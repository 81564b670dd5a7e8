"""Points without an order are told from signals, by their neighbours and by what a model makes of them."""

import keras
import numpy as np
import pytest
from builders.models import PLAIN
from keras import layers

from keras_phases import PhaseProbe


def breakdowns(x, *stack, directory):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input(x.shape[1:]), *stack, layers.GlobalMaxPooling1D(), layers.Dense(2)])
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **PLAIN)
    probe = PhaseProbe(log_dir=directory, probe_batch_size=16, on_error="raise")
    model.fit(x, np.arange(len(x)) % 2, batch_size=64, verbose=0, callbacks=[probe])
    return {name.split("_")[2] for name in probe.history.layout.metrics if name.startswith("reconstruction_loss_")}


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
def test_points_have_no_breakdowns_by_place_and_frequency(tmp_path):
    points = np.random.default_rng(0).normal(size=(96, 20, 3)).astype("float32")
    places, channels = {"position", "frequency"}, {"channel"}
    found = breakdowns(points, layers.Conv1D(8, 1, activation="relu"), directory=tmp_path / "points")
    assert channels <= found and not places & found
    # Behind a convolution over neighbours their order counts; along a path neighbours are alike.
    found = breakdowns(points, layers.Conv1D(8, 3, activation="relu"), directory=tmp_path / "neighbours")
    assert places | channels <= found
    found = breakdowns(np.cumsum(points, axis=1), layers.Conv1D(8, 1), directory=tmp_path / "path")
    assert places | channels <= found
