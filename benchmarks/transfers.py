"""What crosses between device and host in one probe step, and what does a probe step cost beside the forward pass?

    KERAS_BACKEND=tensorflow python benchmarks/transfers.py --data_dir=DIR    # DIR: prepared TFDS sets; some minutes
    KERAS_BACKEND=jax python benchmarks/transfers.py --data=random --examples=1024 --heldout=256 --width=4
    KERAS_BACKEND=jax python benchmarks/transfers.py --accelerator --suffix=accelerator    # its way, on the CPU
    KERAS_BACKEND=torch python benchmarks/transfers.py --network=vit --data=random --suffix=vit    # 144 tokens of 64

Takes one probe step of VGG-8 on its five taps with every call of the backend watched, then probe steps and bare forward
passes over the same rows in turn, unwatched. It stands in for an accelerator: on a CPU nothing is copied, and what
would be is counted all the same. Counted are, in a step that compiles nothing,

- device to host: results of `keras.ops.convert_to_numpy`, which `backend.arrays.host` is made of;
- host to device: NumPy arrays that are given to a function of `keras.ops` (`convert_to_tensor` among them, which
  `Arithmetic.array` is made of) or to a function of `backend.arrays.compiled`.

Host seconds are what is left of the step without the time in these functions, which are waited for: Python, NumPy and
SciPy, and on PyTorch the operators of tensors.

Writes `<output>/transfers-<backend>.json`. How to read it: copies and bytes are exact and the same on every machine;
the ratio of seconds is of pairs within this run, that of processor seconds counts all cores.
"""

import contextlib
import sys
import time
import types
from unittest import mock

import harness
import keras
import numpy as np
import step_cost
from absl import app, flags

from keras_phases import models
from keras_phases.backend import arrays, factors
from keras_phases.network.features import FeatureExtractor, batches

DATA = flags.DEFINE_string("data", "cifar10", "Rows: 'random' (smooth images), 'digits' or a TFDS set.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
EXAMPLES = flags.DEFINE_integer("examples", 10_000, "Fit rows, rounded down to whole batches.", lower_bound=2)
HELDOUT = flags.DEFINE_integer("heldout", 2_000, "Held-out rows, rounded down likewise.", lower_bound=2)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 256, "Rows of a probe batch.", lower_bound=2)
LAYERS = flags.DEFINE_list("layers", ["auto"], "Taps, as PhaseProbe takes them.")
QUANTITIES = flags.DEFINE_string("quantities", None, "As PhaseProbe takes them, such as 'auto'; none by default.")
NETWORK = flags.DEFINE_enum("network", "vgg8", ["vgg8", "vit"], "A VGG-8, or a ViT of four blocks on 48 x 48 pixels.")
WIDTH = flags.DEFINE_integer("width", 32, "Channels of VGG-8's first block; a ViT is twice as wide.", lower_bound=1)
TRAIN_STEPS = flags.DEFINE_integer("train_steps", 128, "Steps of the paper's SGD before measuring.", lower_bound=0)
REPEATS = flags.DEFINE_integer("repeats", 3, "Pairs of a probe step and a forward pass.", lower_bound=1)
SEED = flags.DEFINE_integer("seed", 0, "Of weights, rows and positions.")
ACCELERATOR = flags.DEFINE_bool("accelerator", False, "Take the way of accelerators, whatever the device.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")
SUFFIX = flags.DEFINE_string("suffix", "", "Added to the result's name, to keep several of one backend.")


class Watch:
    """Counts what crosses, and the time within the backend, while `is_on`."""

    def __init__(self):
        self.is_on, self._depth = False, 0
        self.copies, self.bytes = ({"to_host": 0, "to_device": 0} for _ in range(2))
        self.backend_seconds = 0.0

    def watched(self, function):
        """A function of the backend as it is, watched; what it calls itself is part of it."""

        def call(*arguments, **options):
            if not self.is_on or self._depth:
                return function(*arguments, **options)
            self._depth += 1
            start = time.perf_counter()
            try:
                for leaf in keras.tree.flatten((arguments, options)):
                    self._count("to_device", leaf)
                result = _waited_for(function(*arguments, **options))
                if function is _TO_NUMPY and not _is_numpy(arguments[0]):
                    self._count("to_host", result, is_copy=True)
            finally:
                self._depth -= 1
                self.backend_seconds += time.perf_counter() - start
            return result

        return call

    def _count(self, way, leaf, *, is_copy=False):
        # A place or two that stand in an argument, such as an axis, are no copy.
        if is_copy or (_is_numpy(leaf) and leaf.ndim):
            self.copies[way] += 1
            self.bytes[way] += leaf.nbytes


_TO_NUMPY = keras.ops.convert_to_numpy


def _is_numpy(leaf):
    return isinstance(leaf, np.ndarray)


def _waited_for(result):
    for leaf in keras.tree.flatten(result):
        getattr(leaf, "block_until_ready", lambda: None)()
    return result


@contextlib.contextmanager
def watching(watch):
    """Inside, every function of `keras.ops` and all that is compiled in the package is watched."""
    places = [(keras.ops, name) for name, found in vars(keras.ops).items() if isinstance(found, types.FunctionType)]
    kept = [(owner, name, getattr(owner, name)) for owner, name in places]
    compiled = arrays.compiled
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("keras_phases.")]
    kept += [(module, "compiled", compiled) for module in modules if vars(module).get("compiled") is compiled]
    for owner, name, found in kept:
        is_compiled = found is compiled
        setattr(owner, name, (lambda f: watch.watched(compiled(f))) if is_compiled else watch.watched(found))
    try:
        yield
    finally:
        for owner, name, found in kept:
            setattr(owner, name, found)


def forward_pass(model, instrument):
    """A function that runs the model over all probe rows and reads the outputs of each batch, as a probe step must."""
    extractor = FeatureExtractor(model, [], batch_norm="batch")

    def forward():
        for inputs in (instrument.rows.inputs_fit, instrument.rows.inputs_heldout):
            for rows in batches(inputs, instrument.batch_size):
                keras.ops.convert_to_numpy(extractor(rows)[1][0])

    return forward


@contextlib.contextmanager
def as_accelerator():
    """Inside, a probe step takes the way of accelerators, on whatever device it runs."""
    factors.has_accelerator.cache_clear()
    try:
        with mock.patch.object(factors, "find_devices", lambda: {"gpu"}):
            yield
    finally:
        factors.has_accelerator.cache_clear()


def count(settings, model, images):
    """The `Watch` of one probe step, after one that compiles, and its seconds."""
    watch = Watch()
    with watching(watch):
        instrument = step_cost.build(settings, model, images, layers=settings.layers, quantities=settings.quantities)
        instrument.measure(0, 0)
        watch.is_on, start = True, time.perf_counter()
        instrument.measure(0, 0)
        # What was compiled here may serve later instruments.
        watch.is_on, seconds = False, time.perf_counter() - start
        return watch, seconds


def processor_seconds(function, spent):
    """The function, which notes the processor seconds of each call in a list."""

    def run():
        start = time.process_time()
        function()
        spent.append(time.process_time() - start)

    return run


def main(_):
    """Measures on the backend in use and writes the result."""
    with as_accelerator() if ACCELERATOR.value else contextlib.nullcontext():
        measure()


def measure():
    """As `main`, on the way that is chosen."""
    given = harness.flag_settings(flags.FLAGS, __name__, without=("data_dir", "output", "suffix"))
    size = None if NETWORK.value == "vgg8" else 48
    settings = types.SimpleNamespace(**given, data_dir=DATA_DIR.value, image_size=size)
    images = step_cost.load(settings)
    model = step_cost.train_vgg8(settings, images, models.vgg8 if size is None else step_cost.build_vit)
    watch, seconds = count(settings, model, images)
    instrument = step_cost.build(settings, model, images, layers=settings.layers, quantities=settings.quantities)
    contenders = {"forward": forward_pass(model, instrument), "probe_step": step_cost.probe_step(instrument)}
    for run in contenders.values():
        run()
    spent = {name: [] for name in contenders}
    timings = harness.in_turn(
        {name: processor_seconds(run, spent[name]) for name, run in contenders.items()}, settings.repeats
    )
    ratios = [round(ours / theirs, 3) for theirs, ours in zip(*spent.values(), strict=True)]
    host_seconds = round(seconds - watch.backend_seconds, 4)
    harness.write_result(
        OUTPUT.value,
        "-".join(part for part in ("transfers", keras.backend.backend(), SUFFIX.value) if part),
        settings=given | {"backend": keras.backend.backend()},
        timings=timings,
        comparisons=[harness.comparison("probe step / forward pass", "probe_step", "forward")],
        values=[
            harness.value("the same in processor seconds", ratios, "x"),
            harness.value("copies to the host", watch.copies["to_host"], target="<= 60"),
            harness.value("bytes to the host", watch.bytes["to_host"] / 1e6, "MB", target="<= 5"),
            harness.value("copies to the device", watch.copies["to_device"]),
            harness.value("bytes to the device", watch.bytes["to_device"] / 1e6, "MB", target="0"),
            harness.value("host seconds of a watched probe step", host_seconds, "s", note=f"of {seconds:.3g}"),
        ],
        measured=step_cost.describe(instrument),
    )


if __name__ == "__main__":
    app.run(main)
