"""A fit of today's probe goes on with the record of an earlier version."""

import keras
import pytest
from builders.golden import GOLDEN, copy_run

from keras_phases import Every, PhaseHistory, PhaseProbe, PhaseWarning, datasets, models
from keras_phases.decoders import AdamLinear

# Data, model and settings are those of golden/write_golden.py.
NUM_FIT, NUM_HELDOUT, BATCH_SIZE = 96, 32, 24
STEPS_PER_EPOCH = NUM_FIT // BATCH_SIZE
SETTINGS = {"max_examples": NUM_FIT, "max_heldout": NUM_HELDOUT, "probe_batch_size": 32, "on_error": "raise"}
FEW_LAYERS = {"layers": ["block1_relu", "block5_relu"]}


def is_bright(x):
    return (x.mean(axis=(1, 2, 3)) > 0).astype("int32")


PROBES = {
    "digits": {
        "layers": ["block1_relu", "block3_relu", "block5_relu"],
        "decoders": ["linear", "patch"],
        "images": 2,
        "transfer": {"bright": is_bright},
    },
    "resumed": {"schedule": Every(2), "images": 2, "quantities": "channel"} | FEW_LAYERS,
    "paper": {"protocol": "paper", "decoders": AdamLinear(epochs=1), "images": 2} | FEW_LAYERS,
    "budget": {"schedule": Every(100), "budget": 0.8, "images": 0, "quantities": None} | FEW_LAYERS,
}


def draw_digits():
    parts = zip(datasets.digits(), (NUM_FIT, NUM_HELDOUT), strict=True)
    return tuple((x[:number, ::2, ::2], y[:number]) for (x, y), number in parts)


def build_vgg8(step=0):
    """The golden model with an optimizer that has done so many steps, as far as a record can tell."""
    keras.utils.set_random_seed(0)
    model = models.vgg8((16, 16, 1), width=4)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    # XLA would take longer to compile than these fits take.
    model.compile(keras.optimizers.SGD(0.02, momentum=0.9), loss, metrics=["accuracy"], jit_compile=False)
    model.optimizer.iterations.assign(step)
    return model


def train(model, last_step, *callbacks):
    (x, y), validation = draw_digits()
    first_step = int(model.optimizer.iterations.numpy())
    epochs = {"initial_epoch": first_step // STEPS_PER_EPOCH, "epochs": last_step // STEPS_PER_EPOCH}
    # The probe needs the held-out rows, and nobody what the model makes of them.
    held_out = {"validation_data": validation, "validation_freq": 1000}
    model.fit(x, y, BATCH_SIZE, verbose=0, callbacks=list(callbacks), **held_out, **epochs)


@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
@pytest.mark.first_case
@pytest.mark.parametrize("name", ["digits", "paper"])
def test_a_fit_puts_other_probes_beside_a_record_and_leaves_it_as_it_is(tmp_path, name):
    """Version 0.1.0 had one L2 for all linear probes: its curve is not gone on with, and stays readable."""
    copy_run(GOLDEN / "v0.1.0" / name, tmp_path / "run")
    before = {path.name: path.read_bytes() for path in (tmp_path / "run" / "phases").iterdir()}
    probe = PhaseProbe(log_dir=tmp_path / "run", **PROBES[name], **SETTINGS)
    with pytest.warns(PhaseWarning, match="whose linear probes had one L2 for all"):
        train(build_vgg8(8), 12, probe)
    assert probe.log_dir == tmp_path / "run-1" and PhaseHistory.load(probe.log_dir).steps[-1] == 12
    assert {path.name: path.read_bytes() for path in (tmp_path / "run" / "phases").iterdir()} == before
