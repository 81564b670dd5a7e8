"""What do the layers of a 1-D network keep of a signal while they learn which fault it shows?

    python examples/signal_1d.py                    # 768 made signals, 256 steps
    tensorboard --logdir=logs/signal                # tab Phases

Makes signals of a turning machine: a hum of random phase and pitch, noise, and clicks that come back at the rate of one
of four faults. A stack of 1-D convolutions learns the fault. Prints what each layer explains of the signal, of the hum
nearly all and of the clicks little, at the first, a middle and the last probe step, and
draws `<log_dir>.png`.

Hardware and time: 2 CPU cores, some minutes.
"""

import keras
import numpy as np
from absl import app, flags
from keras import layers

from keras_phases import PhaseProbe

MAX_STEPS = flags.DEFINE_integer("max_steps", 256, "Training steps, rounded up to whole epochs.", lower_bound=1)
WIDTH = flags.DEFINE_integer("width", 8, "Channels of the first convolution.", lower_bound=1)
LENGTH = flags.DEFINE_integer("length", 256, "Samples of a signal.", lower_bound=64)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 64, "Signals of a training batch.", lower_bound=1)
SEED = flags.DEFINE_integer("seed", 0, "Of signals, weights, shuffling and probe rows.")
# absl's own logging has a flag of this name, for log files that nobody here writes.
LOG_DIR = flags.DEFINE_string("log_dir", "logs/signal", "Folder of the record.", allow_override=True)

PERIODS = 29, 37, 47, 61
"""Samples between two clicks, of each fault."""


def make_signals(num_signals, length, seed):
    """Signals of shape `(num_signals, length, 1)`, float32, and which fault each has."""
    rng = np.random.default_rng(seed)
    faults, time = rng.integers(0, len(PERIODS), num_signals), np.arange(length)
    pitch, phase = rng.uniform(0.01, 0.03, (num_signals, 1)), rng.uniform(0, 2 * np.pi, (num_signals, 1))
    periods, first = np.array(PERIODS)[faults, None], rng.integers(0, 61, (num_signals, 1))
    clicks = ((time - first) % periods < 4) * np.array([1.0, -1.0])[(time - first) % periods % 2]
    signals = np.sin(2 * np.pi * pitch * time + phase) + clicks + 0.2 * rng.normal(size=(num_signals, length))
    return signals[..., None].astype("float32"), faults.astype("int32")


def build_network(length, width):
    """Four convolutional blocks, each half as long as the one before, and a classifier."""
    inputs = x = keras.Input((length, 1), name="signal")
    for block in range(4):
        x = layers.Conv1D(width * 2 ** (block // 2), 9, padding="same", use_bias=False, name=f"block{block + 1}_conv")(
            x
        )
        x = layers.BatchNormalization(momentum=0.9, name=f"block{block + 1}_norm")(x)
        x = layers.MaxPooling1D(2, name=f"block{block + 1}_pool")(layers.ReLU(name=f"block{block + 1}")(x))
    x = layers.GlobalAveragePooling1D(name="features")(x)
    return keras.Model(inputs, layers.Dense(len(PERIODS), name="logits")(x), name="signal_1d")


def train():
    """Trains with the probe on and returns that."""
    (x, y), validation = (
        make_signals(number, LENGTH.value, SEED.value + part) for part, number in enumerate((768, 256))
    )
    keras.utils.set_random_seed(SEED.value)
    model = build_network(LENGTH.value, WIDTH.value)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(1e-3), loss, metrics=["accuracy"])
    probe = PhaseProbe(log_dir=LOG_DIR.value, seed=SEED.value)
    epochs = -(-MAX_STEPS.value // -(-len(x) // BATCH_SIZE.value))
    model.fit(x, y, BATCH_SIZE.value, epochs, verbose=2, validation_data=validation, callbacks=[probe])
    return probe


def main(_):
    """Trains, prints the table, and draws the picture."""
    probe = train()
    steps = probe.history.steps[[0, len(probe.history) // 2, -1]]
    frame = probe.history.to_dataframe()
    table = frame[frame.step.isin(steps)].pivot(
        index="layer", columns="step", values=["explained_variance", "probe_accuracy"]
    )
    print(table.reindex(probe.history.layers).round(3).to_string())
    picture = f"{probe.log_dir}.png"
    probe.history.plot().savefig(picture, dpi=150)
    print(f"Picture: {picture}\nIn TensorBoard: tensorboard --logdir {probe.log_dir}   (then open the tab Phases)")


if __name__ == "__main__":
    app.run(main)
