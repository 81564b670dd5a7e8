"""What does PhaseProbe cost on a training batch that it measures nothing at?

    KERAS_BACKEND=tensorflow python benchmarks/idle.py        # 300 batches of 32, 5 pairs: some minutes on 2 CPU cores
    KERAS_BACKEND=jax python benchmarks/idle.py --quick       # under a minute, says little

Trains one VGG-8 in one epoch, with a probe whose schedule has no step in it and without, in turn, and takes the time
from the beginning of an early batch, when all is compiled, to the end of the last; the probe's start and its
measurement of the last step lie outside. Two fits without the probe, one named `again`, say what the machine itself
moves, and one with a callback that does nothing at the end of each batch what it costs that Keras then waits for it,
as it does on TensorFlow anyway.

Writes `<output>/idle-<backend>.json`. How to read it: the share is (with - without) / without, of pairs, and below
1 % where it can be told from that of `again`.
"""

import harness
import idle_fit
import keras
from absl import app, flags

BATCHES = flags.DEFINE_integer("batches", 300, "Batches of a fit that are timed.", lower_bound=1)
BATCH = flags.DEFINE_integer("batch_size", 32, "Rows of a training batch.", lower_bound=1)
WIDTH = flags.DEFINE_integer("width", 16, "Channels of the first block.", lower_bound=1)
REPEATS = flags.DEFINE_integer("repeats", 5, "Pairs, every second one backwards.", lower_bound=1)
QUICK = flags.DEFINE_bool("quick", False, "50 batches of a network of width 4, 2 pairs.")
SEED = flags.DEFINE_integer("seed", 0, "Of images, weights and probe rows.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")


def main(_):
    """Measures on the backend in use and writes the result."""
    width, num_batches, repeats = (4, 50, 2) if QUICK.value else (WIDTH.value, BATCHES.value, REPEATS.value)
    settings = {"width": width, "batches": num_batches, "repeats": repeats, "batch_size": BATCH.value}
    contenders = idle_fit.contenders(width=width, num_batches=num_batches, batch_size=BATCH.value, seed=SEED.value)
    timings = harness.in_turn(contenders, repeats)
    pairs = list(zip(timings["without"], timings["with"], strict=True))
    extra = [round(1e6 * (probed.seconds - plain.seconds) / num_batches, 1) for plain, probed in pairs]
    harness.write_result(
        OUTPUT.value,
        f"idle-{keras.backend.backend()}",
        settings=settings | {"backend": keras.backend.backend(), "quick": QUICK.value, "seed": SEED.value},
        timings=timings,
        comparisons=[
            harness.comparison("idle share of a training batch", "with", "without", target="< 0.01", share=True),
            harness.comparison("the same without a probe", "again", "without", share=True, note="the machine's noise"),
            harness.comparison("the same of an empty `on_train_batch_end`", "waiting", "without", share=True),
        ],
        values=[
            harness.value("idle cost of a batch", extra, "us"),
            harness.value("a training batch", round(1e3 * timings["without"][0].seconds / num_batches, 3), "ms"),
        ],
    )


if __name__ == "__main__":
    app.run(main)
