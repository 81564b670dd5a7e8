"""A fit of today's probe goes on with the record of an earlier version."""

import functools
import itertools

import keras
import numpy as np
import pytest
from builders.golden import GOLDEN, copy_run, digest, load_expected

from keras_phases import Every, PhaseHistory, PhaseProbe, datasets, models
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


def build_vgg8(step):
    """The golden model with an optimizer that has done so many steps, as far as a record can tell."""
    keras.utils.set_random_seed(0)
    model = models.vgg8((16, 16, 1), width=4)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    # XLA would take longer to compile than these fits take.
    model.compile(keras.optimizers.SGD(0.02, momentum=0.9), loss, metrics=["accuracy"], jit_compile=False)
    model.optimizer.iterations.assign(step)
    return model


def go_on(probe, *, step, last_step):
    (x, y), validation = draw_digits()
    epochs = {"initial_epoch": step // STEPS_PER_EPOCH, "epochs": last_step // STEPS_PER_EPOCH}
    # The probe needs the held-out rows, and nobody what the model makes of them.
    held_out = {"validation_data": validation, "validation_freq": 1000}
    build_vgg8(step).fit(x, y, BATCH_SIZE, verbose=0, callbacks=[probe], **held_out, **epochs)


@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
@pytest.mark.first_case
@pytest.mark.parametrize(
    ("name", "step", "steps"),
    [("resumed", 20, [20, 22, 24]), ("digits", 20, [24]), ("paper", 12, [16])],
    ids=["resumed", "digits", "paper"],
)
def test_a_fit_goes_on_behind_the_newest_step_and_loses_nothing(tmp_path, name, step, steps):
    run = GOLDEN / "v0.1.0" / name
    expected = load_expected(run)
    copy_run(run, tmp_path)
    probe = PhaseProbe(log_dir=tmp_path, **PROBES[name], **SETTINGS)
    go_on(probe, step=step, last_step=steps[-1])
    history, num_earlier = PhaseHistory.load(tmp_path), len(expected["steps"])
    assert history.steps.tolist() == probe.history.steps.tolist() == [*expected["steps"], *steps]
    earlier = b"".join(values.tobytes() for _, values in history.records[:num_earlier])
    assert earlier == expected["values"].tobytes()
    assert history.layout.metrics == tuple(expected["layout"]["metrics"])
    assert all(np.isfinite(history.column("reconstruction_loss", row)).all() for row in range(len(history.layout.rows)))
    assert history.image_steps.tolist() == [*expected["image_steps"], steps[-1]]
    digests = [digest(history.blobs(known)) for known in expected["image_steps"]]
    assert digests == expected["image_sha256"].tolist()


@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
def test_a_fit_goes_on_with_the_plan_of_its_budget(tmp_path):
    run = GOLDEN / "v0.1.0" / "budget"
    expected = load_expected(run)
    assert expected["layout"]["run"]["planned_steps"] == [0, 300, 500, 800, 1100, 1300, 1600]
    copy_run(run, tmp_path)
    probe = PhaseProbe(log_dir=tmp_path, **PROBES["budget"], **SETTINGS)
    # A second at each look: training is slow and probing cheap, so that the plan alone decides.
    probe._clock = functools.partial(next, itertools.count())
    go_on(probe, step=600, last_step=900)
    history = PhaseHistory.load(tmp_path)
    # Of those that are due, 600, which the fit begins at, and 700 were not planned; the last is always measured.
    assert history.steps.tolist() == [0, 300, 500, 800, 900]
    assert history.layout.run["planned_steps"] == [0, 300, 500, 800, 900]
    earlier = b"".join(values.tobytes() for _, values in history.records[:3])
    assert earlier == expected["values"][:3].tobytes()
