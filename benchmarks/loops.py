"""Cases `paper_loops` and `naive_keras` of probe_cost.py: one probe step beside training loops that measure the same.

Both peers train for 20 epochs. The paper's code passes the images through the network again in every epoch of each of
its three loops; that is timed in two ways, in PyTorch within the loops, and as 60 times our own Keras model's pass.
"""

import contextlib
import dataclasses
import functools
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import harness
import keras
import numpy as np
from step_cost import build, describe, load, train_vgg8

from keras_phases.datasets import dominant_colour
from keras_phases.network.features import batches
from keras_phases.probes import fit_linear_probe

PROTOCOL_EPOCHS, PROTOCOL_BATCH = 20, 128
NUM_LOOPS = 3
TORCH_LOOPS = pathlib.Path(__file__).with_name("torch_loops.py")


def paper_loops(settings):
    """Case `paper_loops`: decoder, linear probe on the classes, linear probe on the dominant colour."""
    images = load(settings)
    model = train_vgg8(settings, images)
    if images[0][0].shape[-1] < 2:
        raise ValueError(
            f"data={settings.data!r} is grey. Expected colour images, whose channels the second probe tells."
        )
    instrument = build(settings, model, images, layers=settings.layers)
    rows, stored = instrument.rows, _Replay(instrument)
    replayed = dataclasses.replace(instrument, extractor=stored)
    colours = [dominant_colour(x) for x in (rows.x_fit, rows.x_heldout)]
    losses = {}
    contenders = {
        "ours_with_forward": lambda: losses.update(ours=_measure_both(instrument, stored, colours)),
        "ours_on_given_features": lambda: losses.update(ours=_measure_both(replayed, stored, colours)),
    }
    contenders["ours_on_given_features"]()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        skipped = {} if (reason := _torch_is_missing()) is None else {"paper_loops": reason}
        if not skipped:
            _save(folder, stored, rows, colours)
            run = stack.enter_context(_torch_process(folder))
            contenders |= {
                "paper_on_given_features": lambda: _ask(run, settings.epochs, False, losses),
                "paper_with_forward_in_torch": lambda: _ask(run, settings.epochs, True, {}),
                "keras_forward_epoch": lambda: _forward_epoch(instrument),
            }
            _forward_epoch(instrument)
        timings = harness.in_turn(contenders, settings.repeats)
    if not skipped:
        timings["paper_with_forward_in_keras"] = _with_keras_forward(timings)
    return {
        "timings": timings,
        "comparisons": [] if skipped else _paper_comparisons(),
        "values": [harness.value(f"held-out loss, {name}", loss) for name, loss in losses.items()],
        "notes": [
            f"Rows: {settings.data}. The paper's loops run on tensors in memory without a data loader, batches of 128.",
            "With the forward pass: the paper's 60 epochs of it in PyTorch within the loops (batch statistics), or 60 "
            "times the pass of our compiled Keras model in batches of 128; ours passes each row once.",
        ],
        "measured": describe(instrument) | {"loops": NUM_LOOPS},
        "skipped": skipped,
    }


def _paper_comparisons():
    compare = harness.comparison
    return [
        compare("on given features", "paper_on_given_features", "ours_on_given_features", target=">= 60"),
        compare("with forward, theirs in Keras", "paper_with_forward_in_keras", "ours_with_forward", target=">= 12"),
        compare("with forward, theirs in PyTorch", "paper_with_forward_in_torch", "ours_with_forward", target=">= 12"),
    ]


class _Replay:
    """Gives the features of one tap that a pass has computed before, in the place of a `FeatureExtractor`."""

    num_taps, max_joined = 1, None

    def __init__(self, instrument):
        self.batch_bytes, self._answers = instrument.extractor.batch_bytes, {}
        self.fit, self.heldout = (
            [self._keep(instrument.extractor, x) for x in batches(part, instrument.batch_size)]
            for part in (instrument.rows.x_fit, instrument.rows.x_heldout)
        )

    def _keep(self, extractor, x):
        features, _ = self._answers[x[0].tobytes()] = extractor(x)
        return np.asarray(features[0])

    def __call__(self, x):
        # By a batch's first row: what float32 is too rough for takes another pass over the fit rows.
        return self._answers[x[0].tobytes()]


def _measure_both(instrument, stored, colours):
    """A probe step with decoder and the probe on classes, and the second probe on the features that it saw.

    Returns: the held-out reconstruction loss.
    """
    found = instrument.measure(0, 0)
    _probe(stored, *colours)
    return found.rows[0].metrics["reconstruction_loss"]


def _probe(stored, labels, labels_heldout):
    """Fits a linear probe and judges it on the held-out rows."""
    features = np.concatenate(stored.fit).reshape(len(labels), -1)
    probe = fit_linear_probe(features, labels, num_classes=int(labels.max()) + 1)
    found = [probe.log_probabilities(batch.reshape(len(batch), -1)).argmax(axis=1) for batch in stored.heldout]
    return float(np.mean(np.concatenate(found) == labels_heldout))


def _torch_is_missing():
    if importlib.util.find_spec("torch") is None:
        return 'torch is not installed: pip install "keras-phases[bench]"'
    return None


def _save(folder, stored, rows, colours):
    parts = {"fit": (stored.fit, rows.x_fit, rows.labels_fit), "heldout": (stored.heldout, rows.x_heldout, None)}
    for (part, (features, x, labels)), colour in zip(parts.items(), colours, strict=True):
        labels = rows.labels_heldout if labels is None else labels
        arrays = {"features": np.concatenate(features), "x": x, "classes": labels, "colours": colour}
        for name, array in arrays.items():
            np.save(f"{folder}/{name}_{part}.npy", array)


@contextlib.contextmanager
def _torch_process(folder):
    """A process of its own: two frameworks in one would fight over the cores. Ready when it has read its arrays."""
    command = [sys.executable, str(TORCH_LOOPS), f"--folder={folder}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        if json.loads(process.stdout.readline() or "{}").get("ready"):
            yield process
            process.stdin.close()
        else:
            raise RuntimeError(f"{TORCH_LOOPS.name} ended before it was ready; see its message above.")


def _ask(process, epochs, forward, losses):
    """One evaluation by the paper's loops, as `Measured`; a loss only of loops that were run to their end."""
    process.stdin.write(json.dumps({"epochs": epochs, "forward": forward}) + "\n")
    process.stdin.flush()
    answer = json.loads(process.stdout.readline())
    if epochs == PROTOCOL_EPOCHS:
        losses["paper"] = answer["loss"]
    seconds = sum(harness.extrapolate(sum(loop), loop, PROTOCOL_EPOCHS) for loop in answer["epoch_seconds"].values())
    return harness.Measured(seconds + answer["judging_seconds"], PROTOCOL_EPOCHS, answer["epoch_seconds"])


def _forward_epoch(instrument):
    for x in batches(instrument.rows.x_fit, PROTOCOL_BATCH):
        instrument.extractor(x)


def _with_keras_forward(timings):
    def add(loops, epoch):
        seconds = loops.seconds + NUM_LOOPS * PROTOCOL_EPOCHS * epoch.seconds
        # The forward pass of one epoch stands for all 60, however many epochs of the loops were run.
        epoch_seconds = loops.epoch_seconds | {"forward": [epoch.seconds]}
        return harness.Measured(seconds, PROTOCOL_EPOCHS, epoch_seconds)

    pairs = zip(timings["paper_on_given_features"], timings["keras_forward_epoch"], strict=True)
    return [add(*pair) for pair in pairs]


def naive_keras(settings):
    """Case `naive_keras`: for each layer a new model and `fit` for the decoder, and another for the classifier."""
    images = load(settings)
    model = train_vgg8(settings, images)
    contenders, comparisons, measured = {}, [], {}
    for layer in settings.layers:
        instrument = build(settings, model, images, layers=[layer])
        d = instrument.plans[0].tap.num_features
        base = _frozen_copy(model, layer)
        contenders |= {
            f"ours_{d}": functools.partial(instrument.measure, 0, 0),
            f"naive_whole_model_{d}": functools.partial(_naive, base, instrument.rows, settings.epochs, whole=True),
            f"naive_on_features_{d}": functools.partial(_naive, base, instrument.rows, settings.epochs, whole=False),
        }
        comparisons += [
            harness.comparison(f"d = {d}, whole model", f"naive_whole_model_{d}", f"ours_{d}", target=">= 40"),
            harness.comparison(f"d = {d}, features predicted once", f"naive_on_features_{d}", f"ours_{d}"),
        ]
        measured[layer] = describe(instrument)
        instrument.measure(0, 0)
    return {
        "timings": harness.in_turn(contenders, settings.repeats),
        "comparisons": comparisons,
        "notes": [
            f"Rows: {settings.data}. Decoder Dense(P) on mean squared error and one Dense classifier, Adam, batches of "
            f"{PROTOCOL_BATCH}, {PROTOCOL_EPOCHS} epochs each, then evaluate; ours: decoder and linear probe.",
            "Whole model: the frozen network below the head, passed in every epoch; the other predicts features once.",
        ],
        "measured": measured,
    }


def _frozen_copy(model, layer):
    """The network up to a layer, flattened, in a copy of its own that does not train."""
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.trainable = False
    return keras.Model(copy.inputs, keras.layers.Flatten()(copy.get_layer(layer).output))


class _EpochClock(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.seconds = []

    def on_epoch_begin(self, epoch, logs=None):
        self._start = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.seconds.append(time.perf_counter() - self._start)


def _naive(base, rows, epochs, *, whole):
    """Decoder and classifier as a user writes them without us, `Measured`; compilation is part of what they pay."""
    start = time.perf_counter()
    x, x_heldout = rows.x_fit, rows.x_heldout
    inputs, outputs = base.inputs, base.output
    if not whole:
        x, x_heldout = base.predict(x, PROTOCOL_BATCH, verbose=0), base.predict(x_heldout, PROTOCOL_BATCH, verbose=0)
        inputs = outputs = keras.Input(x.shape[1:])
    targets, targets_heldout = (part.reshape(len(part), -1) for part in (rows.x_fit, rows.x_heldout))
    entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    heads = {
        "decoder": (targets.shape[1], "mse", targets, targets_heldout),
        "classifier": (len(rows.classes), entropy, rows.labels_fit, rows.labels_heldout),
    }
    epoch_seconds = {}
    for name, (units, loss, y, y_heldout) in heads.items():
        head = keras.Model(inputs, keras.layers.Dense(units)(outputs))
        head.compile("adam", loss)
        clock = _EpochClock()
        head.fit(x, y, PROTOCOL_BATCH, epochs, verbose=0, callbacks=[clock])
        head.evaluate(x_heldout, y_heldout, PROTOCOL_BATCH, verbose=0)
        epoch_seconds[name] = clock.seconds
    wall = time.perf_counter() - start
    rest = sum(harness.extrapolate(0.0, seconds, PROTOCOL_EPOCHS) for seconds in epoch_seconds.values())
    return harness.Measured(wall + rest, PROTOCOL_EPOCHS, epoch_seconds)
