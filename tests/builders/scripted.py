"""Fits of a tiny net whose probe steps tell a curve that a test wrote, instead of measuring one."""

import warnings

import keras
import numpy as np
from keras import layers

from builders.models import EAGER
from keras_phases import Every, PhaseProbe, PhaseWarning
from keras_phases.measure.instrument import Instrument
from keras_phases.record import schema
from keras_phases.record.probe_step import ProbeRow, ProbeStep

NUM_ROWS, BATCH = 64, 8
STEPS_PER_EPOCH = NUM_ROWS // BATCH
V_CURVE = (*(0.600, 0.601, 0.599, 0.57, 0.52, 0.47, 0.48, 0.49, 0.55, 0.61, 0.66, 0.70, 0.74, 0.76, 0.78, 0.80, 0.82),)
"""Constant, decrease, increase for two epochs of probe steps at every step; the minimum is at 5, and 11 would stop.

The latest loss within 5 % of the minimum, which is kept by default, is at 7.
"""
V_MINIMUM, V_KEPT, V_STOP = 5, 7, 11


def draw_tiny_rows(seed=0):
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 3, NUM_ROWS)
    return (rng.normal(size=(NUM_ROWS, 6)) + y[:, None]).astype("float32"), y


def build_tiny_net(*, steps_per_execution=1, seed=3):
    """A net with everything that has state: BatchNorm, Dropout, Adam."""
    keras.utils.set_random_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((6,)),
            layers.Dense(5, name="first"),
            layers.BatchNormalization(momentum=0.9, name="norm"),
            layers.Dropout(0.2, seed=6, name="dropout"),
            layers.Dense(4, activation="relu", name="hidden"),
            layers.Dense(3, name="logits"),
        ],
        name="net",
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(
        keras.optimizers.Adam(0.01), loss, metrics=["accuracy"], steps_per_execution=steps_per_execution, **EAGER
    )
    return model


def make_probe(log_dir, **options):
    options = {"layers": ["first", "hidden"], "schedule": Every(1), "probe_batch_size": 8} | options
    return PhaseProbe(**({"quantities": None, "log_dir": log_dir} | options))


def fit_tiny(model, *callbacks, epochs=2, verbose=0, **options):
    """A fit in silence; returns its logs and the texts of our warnings."""
    x, y = draw_tiny_rows()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        history = model.fit(x, y, BATCH, epochs, verbose=verbose, callbacks=list(callbacks), **options)
    return history.history, [str(warning.message) for warning in caught if warning.category is PhaseWarning]


def script(monkeypatch, losses, **metrics):
    """Has one probe step after the other tell `losses`, and lists of other metrics by name; groups go along."""
    told = iter(range(len(losses)))

    def tell(instrument, step, epoch):
        place = next(told)
        found = {name: curve[place] for name, curve in {"reconstruction_loss": losses, **metrics}.items()}
        # Groups differ much, and alike at each step.
        groups = losses[place] + 0.05 * np.linspace(-1, 1, schema.NUM_GROUPS)
        found |= zip(schema.GROUP_METRICS, groups, strict=True)
        rows = (ProbeRow(plan.tap.name, plan.decoder, found) for plan in instrument.plans)
        return ProbeStep(step, epoch, tuple(rows))

    monkeypatch.setattr(Instrument, "measure", tell)


class Spy(keras.callbacks.Callback):
    """The weights after each step, and the logs of each batch."""

    def __init__(self):
        super().__init__()
        self.weights, self.logs = {}, []

    def on_train_begin(self, logs=None):
        self._note()

    def on_train_batch_end(self, batch, logs=None):
        self.logs.append({name: float(value) for name, value in logs.items()})
        self._note()

    def _note(self):
        step = int(keras.ops.convert_to_numpy(self.model.optimizer.iterations))
        self.weights[step] = [np.array(weights) for weights in self.model.get_weights()]


def same(first, second):
    return all(np.array_equal(ours, theirs) for ours, theirs in zip(first, second, strict=True))
