"""What does PhaseProbe cost on a training batch that it measures nothing at?

    KERAS_BACKEND=tensorflow python benchmarks/idle.py        # 300 batches of 32, 5 pairs: some minutes on 2 CPU cores
    KERAS_BACKEND=jax python benchmarks/idle.py --quick       # under a minute, says little

Trains one VGG-8 in one epoch, with a probe whose schedule has no step in it and without, in turn, and takes the time
from the end of an early batch, when all is compiled, to the end of the last; the probe's start and its measurement of
the last step lie outside. Two fits without the probe, one named `again`, say what the machine itself moves.

Writes `<output>/idle-<backend>.json`. How to read it: the share is (with - without) / without, of pairs, and below
1 % where it can be told from that of `again`.
"""

import tempfile
import time
import warnings

import harness
import keras
from absl import app, flags

from keras_phases import At, PhaseProbe, PhaseWarning, models

NEVER = 10**9
WARM_UP = 10
"""Batches before the clock starts."""

BATCHES = flags.DEFINE_integer("batches", 300, "Batches of a fit that are timed.", lower_bound=1)
BATCH = flags.DEFINE_integer("batch_size", 32, "Rows of a training batch.", lower_bound=1)
WIDTH = flags.DEFINE_integer("width", 16, "Channels of the first block.", lower_bound=1)
REPEATS = flags.DEFINE_integer("repeats", 5, "Pairs, every second one backwards.", lower_bound=1)
QUICK = flags.DEFINE_bool("quick", False, "50 batches of a network of width 4, 2 pairs.")
SEED = flags.DEFINE_integer("seed", 0, "Of images, weights and probe rows.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")


class Stopwatch(keras.callbacks.Callback):
    """Seconds from the end of batch `first` to the end of batch `last`; listed before the probe."""

    def __init__(self, first, last):
        super().__init__()
        self._first, self._last = first, last

    def on_train_batch_end(self, batch, logs=None):
        # Read to the host: JAX hands back losses that are still being computed.
        if batch in (self._first, self._last):
            float(keras.ops.convert_to_numpy(next(iter(logs.values()))))
        if batch == self._first:
            self._start = time.perf_counter()
        elif batch == self._last:
            self.seconds = time.perf_counter() - self._start


def train(x, y, *, width, num_batches, probe=None):
    """Seconds of the timed batches of one `fit`."""
    keras.utils.set_random_seed(SEED.value)
    model = models.vgg8(x.shape[1:], num_classes=10, width=width)
    model.compile(keras.optimizers.SGD(0.01), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    stopwatch = Stopwatch(WARM_UP - 1, WARM_UP - 1 + num_batches)
    model.fit(x, y, BATCH.value, 1, verbose=0, callbacks=[stopwatch, *([probe] if probe else [])])
    return harness.Measured(stopwatch.seconds)


def main(_):
    """Measures on the backend in use and writes the result."""
    width, num_batches, repeats = (4, 50, 2) if QUICK.value else (WIDTH.value, BATCHES.value, REPEATS.value)
    num_rows = (WARM_UP + num_batches) * BATCH.value
    (x, y), _ = harness.load_images("random", None, num_rows=(num_rows, 2), seed=SEED.value)

    def run(probe=None):
        return train(x, y, width=width, num_batches=num_batches, probe=probe)

    def with_probe():
        with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
            warnings.simplefilter("ignore", PhaseWarning)
            options = {"max_examples": 256, "max_heldout": 64, "probe_batch_size": 32, "on_error": "raise"}
            return run(PhaseProbe(log_dir=folder, schedule=At([NEVER]), layers="block5_relu", **options))

    timings = harness.in_turn({"without": run, "with": with_probe, "again": run}, repeats)
    pairs = list(zip(timings["without"], timings["with"], strict=True))
    extra = [round(1e6 * (probed.seconds - plain.seconds) / num_batches, 1) for plain, probed in pairs]
    settings = {"width": width, "batches": num_batches, "repeats": repeats, "batch_size": BATCH.value}
    harness.write_result(
        OUTPUT.value,
        f"idle-{keras.backend.backend()}",
        settings=settings | {"backend": keras.backend.backend(), "quick": QUICK.value, "seed": SEED.value},
        timings=timings,
        comparisons=[
            harness.comparison("idle share of a training batch", "with", "without", target="< 0.01", share=True),
            harness.comparison("the same without a probe", "again", "without", share=True, note="the machine's noise"),
        ],
        values=[
            harness.value("idle cost of a batch", extra, "us"),
            harness.value("a training batch", round(1e3 * timings["without"][0].seconds / num_batches, 3), "ms"),
        ],
    )


if __name__ == "__main__":
    app.run(main)
