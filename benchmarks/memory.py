"""How much memory does PhaseProbe take above the model's own?

    python benchmarks/memory.py --model=vgg8 --data_dir=DIR    # VGG-8 on CIFAR-10: probe step and whole fit, 5 min
    python benchmarks/memory.py --model=resnet50               # ResNet-50, 224 pixels, 16 blocks, 1,000 rows, 15 min

Each number is the peak resident memory of a process of its own (VmHWM; `ru_maxrss` outside Linux, which counts the
parent's too), so that nothing that ran before is in it. The pairs, on the same rows:

- *step*: the bare forward pass over all probe rows, and a probe step. The model's own is small here, so that this is
  the strict comparison.
- *fit*: a short `fit`, and the same with PhaseProbe, which a user sees. Memory that training has used and freed serves
  the probe again, so that the difference is smaller.

Writes `<output>/memory-<model>.json`. How to read it: gigabytes above the model's own, the target is below 4 GiB for
ResNet-50; an estimate of the plan stands beside it where the package makes one. Hardware: any, 2 CPU cores take the
times above; 16 GB are enough.
"""

import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import types

import harness
from absl import app, flags

ROLES = {"step": ("forward", "probe_step"), "fit": ("fit", "fit_with_probe")}
DEFAULTS = {
    "vgg8": {
        "data": "cifar10",
        "examples": 10_000,
        "heldout": 2_000,
        "batch_size": 256,
        "image_size": 0,
        "layers": ["auto"],
        "during": ["step", "fit"],
    },
    "resnet50": {
        "data": "random",
        "examples": 800,
        "heldout": 200,
        "batch_size": 40,
        "image_size": 224,
        "layers": ["conv*_block*_out"],
        "during": ["step"],
    },
}

MODEL = flags.DEFINE_enum("model", "vgg8", list(DEFAULTS), "The network.")
DURING = flags.DEFINE_list("during", None, "'step', 'fit' or both; by model.")
DATA = flags.DEFINE_string("data", None, "'random' (smooth images), 'digits' or a TFDS set; by model.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
EXAMPLES = flags.DEFINE_integer("examples", None, "Fit rows; by model.", lower_bound=2)
HELDOUT = flags.DEFINE_integer("heldout", None, "Held-out rows; by model.", lower_bound=2)
BATCH_SIZE = flags.DEFINE_integer("batch_size", None, "Rows of a probe batch; by model.", lower_bound=2)
IMAGE_SIZE = flags.DEFINE_integer("image_size", None, "Height and width that images are enlarged to; by model.")
LAYERS = flags.DEFINE_list("layers", None, "Taps, as PhaseProbe takes them; by model.")
WIDTH = flags.DEFINE_integer("width", 32, "Channels of the first block of VGG-8.", lower_bound=1)
STEPS = flags.DEFINE_integer("steps", 20, "Training steps of *fit*, batches of 128 (ResNet-50: 8).", lower_bound=1)
REPEATS = flags.DEFINE_integer("repeats", 3, "Processes of each kind, in turn.", lower_bound=1)
SEED = flags.DEFINE_integer("seed", 0, "Of weights and rows.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")
ROLE = flags.DEFINE_enum(
    "role", None, [role for pair in ROLES.values() for role in pair], "Set by this script for its processes."
)


def setting(flag):
    """A flag's value, or the model's default."""
    return DEFAULTS[MODEL.value][flag.name] if flag.value is None else flag.value


def peak_bytes():
    """Most resident memory that this process has had."""
    status = pathlib.Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def run_role(role):
    """What one process does; prints its peak, and the plan's estimate where there is one."""
    import keras
    import step_cost

    from keras_phases import PhaseProbe, models

    num_rows = setting(EXAMPLES), setting(HELDOUT)
    options = {"size": setting(IMAGE_SIZE) or None, "seed": SEED.value}
    images = harness.load_images(setting(DATA), DATA_DIR.value, num_rows=num_rows, **options)
    (x, y), validation = images
    keras.utils.set_random_seed(SEED.value)
    if MODEL.value == "vgg8":
        model = models.vgg8(x.shape[1:], width=WIDTH.value)
    else:
        model = keras.applications.ResNet50(weights=None, input_shape=x.shape[1:], classifier_activation=None)
    model.compile(
        keras.optimizers.SGD(0.002, momentum=0.9), keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    )
    layers = setting(LAYERS)
    if role in ROLES["step"]:
        sizes = {"examples": num_rows[0], "heldout": num_rows[1], "batch_size": setting(BATCH_SIZE)}
        settings = types.SimpleNamespace(**sizes, seed=SEED.value)
        instrument = step_cost.build(settings, model, images, layers=layers)
        (step_cost.bare_forward(model, instrument) if role == "forward" else step_cost.probe_step(instrument))()
    else:
        batch_size = 128 if MODEL.value == "vgg8" else 8
        count = STEPS.value * batch_size
        sizes = dict(zip(("max_examples", "max_heldout"), num_rows, strict=True))
        with tempfile.TemporaryDirectory() as folder:
            sizes |= {
                "probe_batch_size": setting(BATCH_SIZE),
                "layers": layers[0] if len(layers) == 1 else layers,
                "log_dir": folder,
            }
            probe = PhaseProbe(data=(x, y), schedule="log2", on_error="raise", **sizes)
            callbacks = [probe] if role == "fit_with_probe" else []
            model.fit(x[:count], y[:count], batch_size, verbose=0, validation_data=validation, callbacks=callbacks)
    print(json.dumps({"peak_bytes": peak_bytes()}), flush=True)


def measure_peak(role):
    """Peak bytes of a process of its own that plays a role."""
    given = [flag.serialize() for flag in flags.FLAGS.get_key_flags_for_module(_module()) if flag.present]
    command = [sys.executable, __file__, *given, f"--role={role}"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"The process for {role!r} ended with {done.returncode}: {done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])["peak_bytes"]


def _module():
    return sys.argv[0] if __name__ == "__main__" else __name__


def main(_):
    """Measures all roles in turn, or plays one of them."""
    if ROLE.value:
        run_role(ROLE.value)
        return
    peaks, values = {}, []
    for round_index in range(REPEATS.value):
        for role in (role for during in setting(DURING) for role in ROLES[during]):
            peaks.setdefault(role, []).append(measure_peak(role))
            print(f"round {round_index + 1}: {role} {peaks[role][-1] / 2**30:.2f} GiB", flush=True)
    for during in setting(DURING):
        own, probed = (peaks[role] for role in ROLES[during])
        above = [round((b - a) / 2**30, 3) for a, b in zip(own, probed, strict=True)]
        target = "< 4" if (MODEL.value, during) == ("resnet50", "step") else ""
        values.append(harness.value(f"peak above the model's own, {during}", above, "GiB", target=target))
        values.append(harness.value(f"the model's own, {during}", [round(a / 2**30, 3) for a in own], "GiB"))
    settings = harness.flag_settings(flags.FLAGS, __name__, without=("data_dir", "output", "role"))
    settings = {name: DEFAULTS[MODEL.value].get(name) if entry is None else entry for name, entry in settings.items()}
    notes = ["Rows and what Keras and TensorFlow take to load are in both numbers of a pair."]
    harness.write_result(
        OUTPUT.value, f"memory-{MODEL.value}", settings=settings, values=values, notes=notes, peak_bytes=peaks
    )


if __name__ == "__main__":
    app.run(main)
