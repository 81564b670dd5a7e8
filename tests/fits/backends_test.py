"""What holds on each backend: no trace on the training, the same numbers, and no backend but the chosen one.

Run as a script it writes the numbers that each backend is compared with, from the one it runs on; they were written on
TensorFlow: `KERAS_BACKEND=tensorflow PYTHONPATH=tests python tests/fits/backends_test.py`.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import keras
import numpy as np
import pytest
from builders.fits import OPTIMIZERS, compile_settings, train_portable
from builders.models import EAGER, build_portable_model
from builders.rows import draw_colour_rows, draw_images
from builders.steps import measure_quantities
from builders.tolerance import assert_close
from keras import layers

from keras_phases import At, Every, PhaseProbe

BACKEND = keras.backend.backend()
REFERENCE = pathlib.Path(__file__).with_name("backends_reference.json")
COMPARED = (
    *("reconstruction_loss", "reconstruction_loss_limit", "explained_variance", "mean_image_loss", "ridge"),
    *("degrees_of_freedom", "probe_loss", "probe_accuracy", "model_loss", "model_accuracy"),
)


class Careless(keras.callbacks.Callback):
    """Draws from the model's Dropout once."""

    def on_train_batch_end(self, batch, logs=None):
        if batch == 3:
            self.model.get_layer("dropout").seed_generator.next()


@pytest.mark.first_case
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
@pytest.mark.parametrize("jit", [False, True], ids=["no_jit", "jit"])
@pytest.mark.parametrize("at_once", [1, 4])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_training_is_the_same_bits_with_and_without_the_probe(optimizer, at_once, jit, tmp_path):
    if BACKEND == "tensorflow" and jit:
        pytest.skip("phase_probe_test.py does the same with TensorFlow's compiler")
    settings = compile_settings(at_once, jit)
    probe = PhaseProbe(log_dir=tmp_path, schedule=Every(2), probe_batch_size=8, on_error="raise")
    plain, plain_logs = train_portable(optimizer, settings)
    probed, probed_logs = train_portable(optimizer, settings, probe)
    assert any("seed" in path for path, _ in plain) and any("moving_mean" in path for path, _ in plain)
    assert any("momentum" in path for path, _ in plain)
    assert [path for (path, ours), (_, theirs) in zip(plain, probed, strict=True) if ours != theirs] == []
    assert probed_logs == plain_logs
    assert probe.history.steps.tolist() == ([0, 4, 6, 10, 12] if at_once == 4 else [*range(0, 13, 2)])


@pytest.mark.slow
def test_a_trace_is_seen():
    """The test above can fail."""
    plain, plain_logs = train_portable("momentum", {})
    changed, changed_logs = train_portable("momentum", {}, Careless())
    names = [path for (path, ours), (_, theirs) in zip(plain, changed, strict=True) if ours != theirs]
    assert any("seed" in name for name in names) and changed_logs != plain_logs


def measure_fixture(folder):
    """Metrics of one probe step, by decoder and tap, of weights and rows that NumPy drew."""
    rng = np.random.default_rng(7)
    model = build_portable_model(flip=False)
    shapes = [weight.shape for weight in model.get_weights()]
    model.set_weights([drawn_weight(rng, shape) for shape in shapes])
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **EAGER)
    probe = PhaseProbe(
        data=draw_images(1024, 1),
        log_dir=folder,
        layers=["relu", "hidden"],
        decoders=["linear", "patch"],
        schedule=At([0]),
        probe_batch_size=128,
        on_error="raise",
    )
    x, y = draw_images(16, 3)
    model.fit(x, y, verbose=0, callbacks=[probe], validation_data=draw_images(512, 2))
    step, values = probe.history.records[0]
    assert step == 0
    metrics = probe.history.layout.metrics
    return {
        f"{row.layer}, {row.decoder}": {name: float(found[metrics.index(name)]) for name in COMPARED}
        for row, found in zip(probe.history.layout.rows, values, strict=True)
    }


def drawn_weight(rng, shape):
    drawn = rng.normal(size=shape) / np.sqrt(np.prod(shape[:-1]))
    # Positive, as a variance is.
    return (drawn if len(shape) > 1 else 1 + 0.1 * np.tanh(drawn)).astype("float32")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
def test_the_numbers_are_those_of_the_other_backends(tmp_path):
    found, reference = measure_fixture(tmp_path), json.loads(REFERENCE.read_text())
    assert found.keys() == reference.keys()
    for row, metrics in reference.items():
        assert all(np.isfinite(list(metrics.values()))), row
        for name, value in metrics.items():
            try:
                assert_close(found[row][name], value, relative=1e-4)
            except AssertionError as error:
                raise AssertionError(
                    f"{row}: {name} is {found[row][name]:.7g}, in the reference {value:.7g}"
                ) from error


FIT = """
import sys, tempfile, warnings
import numpy as np
import keras
layers = keras.layers
x, y = np.random.default_rng(0).normal(size=(48, 6)).astype("float32"), np.arange(48) % 3
model = keras.Sequential([keras.Input((6,)), layers.Dense(8, activation="relu", name="hidden"), layers.Dense(3)])
model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x, y, validation_data=(x, y), verbose=0)
names = "tensorflow", "jax", "torch"
before = {name for name in names if name in sys.modules}
from keras_phases import PhaseProbe, check, taps
warnings.simplefilter("ignore")
probe = PhaseProbe(log_dir=tempfile.mkdtemp(), probe_batch_size=8, on_error="raise")
model.fit(x, y, validation_data=(x, y), verbose=0, callbacks=[probe])
check(model, x, y, probe=probe, steps=2)
taps(model)
assert len(probe.history)
print(sorted(before), sorted({name for name in names if name in sys.modules} - before))
"""


@pytest.mark.slow
def test_no_backend_but_the_chosen_one_is_imported():
    """What a fit without the probe imports is Keras's own doing; the probe adds nothing to it."""
    done = subprocess.run([sys.executable, "-c", FIT], capture_output=True, text=True, check=True)
    before, added = done.stdout.splitlines()[-1].split("] [")
    assert BACKEND in before and added == "]"


@pytest.mark.skipif(BACKEND == "tensorflow", reason="Keras cannot trace it without training there")
def test_a_last_layer_that_is_rematerialised_costs_its_own_columns_alone():
    inputs = keras.Input((9, 8, 3))
    hidden = layers.Dense(12, name="hidden")(layers.Flatten()(inputs))
    with keras.RematScope(mode="full"):
        last = layers.Dense(3, name="scores")
    model = keras.Model(inputs, last(hidden))
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    metrics, _ = measure_quantities(model, draw_colour_rows(), "majority")
    assert 0 < metrics["loss_share_hardest_10"] < 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        REFERENCE.write_text(json.dumps(measure_fixture(folder), indent=2) + "\n")
