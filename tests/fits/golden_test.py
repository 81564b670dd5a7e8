"""A fit of today's probe goes on with the record of an earlier version."""

import contextlib
import functools
import itertools

import keras
import numpy as np
import pytest
from builders.golden import GOLDEN, copy_run, digest, load_expected

from keras_phases import Every, PhaseHistory, PhaseProbe, datasets, models
from keras_phases.backend.variables import digest_weights
from keras_phases.decoders import AdamLinear
from keras_phases.record.event_files import PhaseEventWriter

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
@pytest.mark.parametrize(("name", "step", "steps"), [("digits", 16, [20]), ("paper", 8, [12])], ids=["digits", "paper"])
def test_a_fit_goes_on_from_the_weights_of_the_newest_step_and_loses_nothing(tmp_path, capsys, name, step, steps):
    """Version 0.1.0 kept no digest of them: the same training gives them, and they measure what stands there."""
    run = GOLDEN / "v0.1.0" / name
    expected = load_expected(run)
    copy_run(run, tmp_path)
    model, probe = build_vgg8(), PhaseProbe(log_dir=tmp_path, **PROBES[name], **SETTINGS)
    train(model, step)
    train(model, steps[-1], probe)
    assert probe.log_dir == tmp_path and capsys.readouterr().out == ""
    history, num_earlier = PhaseHistory.load(tmp_path), len(expected["steps"])
    assert history.steps.tolist() == probe.history.steps.tolist() == [*expected["steps"], *steps]
    # The step that the fit begins at is measured again.
    earlier = b"".join(values.tobytes() for _, values in history.records[: num_earlier - 1])
    assert earlier == expected["values"][:-1].tobytes()
    assert history.layout.metrics == tuple(expected["layout"]["metrics"])
    assert all(np.isfinite(history.column("reconstruction_loss", row)).all() for row in range(len(history.layout.rows)))
    assert history.image_steps.tolist() == [*expected["image_steps"], steps[-1]]
    digests = [digest(history.blobs(known)) for known in expected["image_steps"][:-1]]
    assert digests == expected["image_sha256"][:-1].tolist()


@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
def test_a_fit_whose_weights_no_record_tells_begins_beside(tmp_path, capsys):
    run = GOLDEN / "v0.1.0" / "resumed"
    copy_run(run, tmp_path / "run")
    before = {path.name: path.read_bytes() for path in (tmp_path / "run" / "phases").iterdir()}
    probe = PhaseProbe(log_dir=tmp_path / "run", **PROBES["resumed"], **SETTINGS)
    train(build_vgg8(20), 24, probe)
    assert "holds nothing that tells whether this run, at step 20, is its own" in capsys.readouterr().out
    assert probe.log_dir == tmp_path / "run-1" and PhaseHistory.load(probe.log_dir).steps.tolist() == [20, 22, 24]
    assert {path.name: path.read_bytes() for path in (tmp_path / "run" / "phases").iterdir()} == before


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
def test_a_fit_goes_on_with_the_plan_of_its_budget(tmp_path):
    run = GOLDEN / "v0.1.0" / "budget"
    expected = load_expected(run)
    assert expected["layout"]["run"]["planned_steps"] == [0, 300, 500, 800, 1100, 1300, 1600]
    copy_run(run, tmp_path)
    model, probe = build_vgg8(600), PhaseProbe(log_dir=tmp_path, **PROBES["budget"], **SETTINGS)
    with contextlib.closing(PhaseEventWriter(tmp_path / "phases", PhaseHistory.load(tmp_path).layout)) as writer:
        writer.add_mark(600, digest_weights(model))  # as today's version would have
    # A second at each look: training is slow and probing cheap, so that the plan alone decides.
    probe._clock = functools.partial(next, itertools.count())
    train(model, 900, probe)
    history = PhaseHistory.load(tmp_path)
    # Of those that are due, 600, which the fit begins at, and 700 were not planned; the last is always measured.
    assert history.steps.tolist() == [0, 300, 500, 800, 900]
    assert history.layout.run["planned_steps"] == [0, 300, 500, 800, 900]
    earlier = b"".join(values.tobytes() for _, values in history.records[:3])
    assert earlier == expected["values"][:3].tobytes()
