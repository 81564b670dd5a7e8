"""What all benchmarks share: rows, contenders timed in turn within one run, and one small JSON file for each result.

A result keeps every repeat's seconds, never only their median; ratios are taken repeat by repeat, so that both sides
saw the same machine. What was not run to its end says so: `"extrapolated": true` and from how many epochs.
"""

import dataclasses
import gc
import importlib.metadata
import json
import os
import pathlib
import platform
import subprocess
import sys
import time

import numpy as np
import scipy.linalg.blas
import scipy.ndimage

from keras_phases import datasets
from keras_phases.data.probe_examples import draw_rows

ROOT = pathlib.Path(__file__).resolve().parents[1]
PACKAGES = ("keras-phases", "keras", "numpy", "scipy", "scikit-learn", "torch", "himalaya")
TENSORFLOW = ("tensorflow", "tensorflow-cpu")

LOAD_AT_START = os.getloadavg()
"""Taken when a benchmark starts: above the number of cores it did not have the machine to itself."""


@dataclasses.dataclass
class Measured:
    """Seconds that a contender took, where it knows better than the clock around it.

    Args:
        seconds: Of the whole; estimated where fewer epochs than `epochs` were run.
        epochs: Epochs that the whole has.
        epoch_seconds: Seconds of each epoch that was run, by the name of its loop.
    """

    seconds: float
    epochs: int = 0
    epoch_seconds: dict = dataclasses.field(default_factory=dict)

    @property
    def measured_epochs(self):
        """Epochs that were run; of several loops the fewest."""
        return min(map(len, self.epoch_seconds.values()), default=self.epochs)


def extrapolate(wall_seconds, epoch_seconds, epochs):
    """Seconds of `epochs` epochs from a run of fewer: what ran as it ran, the rest at the pace of the later epochs.

    The first epoch, which may compile, is left out of the pace where there are others.
    """
    pace = np.mean(epoch_seconds[1:] or epoch_seconds)
    return wall_seconds + (epochs - len(epoch_seconds)) * float(pace)


def in_turn(contenders, repeats):
    """Runs all contenders `repeats` times, one after the other, every second round backwards.

    Args:
        contenders: Dict of functions by name. One that returns a `Measured` is believed, others are timed.
        repeats: Rounds.

    Returns:
        Dict of lists of `Measured` by name.
    """
    timings = {name: [] for name in contenders}
    for round_index in range(repeats):
        for name in list(contenders)[:: 1 if round_index % 2 == 0 else -1]:
            gc.collect()
            start = time.perf_counter()
            result = contenders[name]()
            seconds = time.perf_counter() - start
            timings[name].append(result if isinstance(result, Measured) else Measured(seconds))
            print(f"round {round_index + 1} of {repeats}: {name} {timings[name][-1].seconds:.3f} s", flush=True)
    return timings


def comparison(measure, numerator, denominator, *, target="", share=False, note=""):
    """A line of the table: seconds of one contender over those of another, repeat by repeat.

    Args:
        measure: What the ratio says, for people.
        numerator: Name of a contender.
        denominator: Name of a contender.
        target: What the project set itself, such as `">= 12"`.
        share: Whether the ratio is a share less one, (numerator - denominator) / denominator.
        note: Remark for the table.
    """
    sides = {"numerator": numerator, "denominator": denominator}
    return {"measure": measure, **sides, "target": target, "share": share, "note": note}


def value(measure, number, unit="", *, target="", note=""):
    """A line of the table that is no ratio of seconds; a list of numbers is shown by its median."""
    return {"measure": measure, "value": number, "unit": unit, "target": target, "note": note}


def write_result(output, name, *, settings, timings=None, comparisons=(), values=(), notes=(), **more):
    """Writes `<output>/<name>.json` and prints where it lies.

    Args:
        output: Folder of results.
        name: Name of the result; an earlier one of this name is replaced.
        settings: Dict of what was measured; no paths.
        timings: What `in_turn` returned.
        comparisons: List of `comparison`.
        values: List of `value`.
        notes: List of sentences that a reader needs.
        more: Further entries, such as `skipped` or `rows`.
    """
    result = {
        "name": name,
        "settings": settings,
        "machine": _machine(),
        "versions": _versions(),
        "seconds": {key: _timing(measured) for key, measured in (timings or {}).items()},
        "comparisons": list(comparisons),
        "values": list(values),
        "notes": list(notes),
        **more,
    }
    path = pathlib.Path(output) / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_as_json(result) + "\n")
    print(f"Result: {path}")


def _timing(measured):
    timing = {"seconds": [round(one.seconds, 6) for one in measured], "extrapolated": False}
    if any(one.epochs for one in measured):
        timing["epochs"] = measured[0].epochs
        timing["measured_epochs"] = min(one.measured_epochs for one in measured)
        timing["extrapolated"] = timing["measured_epochs"] < timing["epochs"]
        timing["epoch_seconds"] = [one.epoch_seconds for one in measured]
    return timing


def _as_json(result):
    """Indented to the second level: a list of numbers stays on its line."""
    lines = []
    for key, entry in result.items():
        if isinstance(entry, dict) and entry:
            inner = ",\n".join(f"    {json.dumps(name)}: {json.dumps(item)}" for name, item in entry.items())
            lines.append(f"  {json.dumps(key)}: {{\n{inner}\n  }}")
        elif isinstance(entry, list) and entry:
            inner = ",\n".join(f"    {json.dumps(item)}" for item in entry)
            lines.append(f"  {json.dumps(key)}: [\n{inner}\n  ]")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(entry)}")
    return "{\n" + ",\n".join(lines) + "\n}"


def _machine():
    """What decides the seconds, and nothing that tells whose machine it is."""
    cpu = platform.machine()
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if "model name" in line]
        cpu = names[0] if names else cpu
    return {
        "cpu": cpu,
        "num_cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "load_average_at_start": round(LOAD_AT_START[0], 2),
        "load_average_at_end": round(os.getloadavg()[0], 2),
        "system": platform.system(),
        "date": time.strftime("%Y-%m-%d"),
    }


def _versions():
    versions = {"python": platform.python_version(), "commit": _commit()}
    for name in PACKAGES + TENSORFLOW:
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return versions


def _commit():
    """The commit that was measured, marked where the package differs from it."""
    git = ["git", "-C", str(ROOT)]
    try:
        commit = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
        changed = subprocess.run([*git, "diff", "--quiet", "HEAD", "--", "keras_phases"], capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return commit.stdout.strip() + ("+changes" if changed.returncode else "")


def flag_settings(flag_values, module, *, without):
    """The flags of a script as a dict, paths left out: a result says what was measured and not where.

    Args:
        flag_values: `absl.flags.FLAGS`.
        module: The script's `__name__`.
        without: Names of flags to leave out.
    """
    flags = flag_values.get_key_flags_for_module(sys.argv[0] if module == "__main__" else module)
    return {flag.name: flag.value for flag in flags if flag.name not in without}


def load_images(name, data_dir, *, num_rows, size=None, seed=0):
    """`(x_train, y_train), (x_test, y_test)` of a data set, or of smooth random images with ten classes.

    Args:
        name: `"random"`, or a name of `keras_phases.datasets.load`.
        data_dir: Folder of prepared TFDS sets, or None.
        num_rows: `(num_train, num_test)`: how many random images to draw, and at most how many of a set to keep.
        size: Height and width; images of a set are enlarged bilinearly to it. Defaults to None, 32 for random ones.
        seed: Seed of the random images.
    """
    if name == "random":
        rng = np.random.default_rng(seed)
        patterns = rng.standard_normal((10, 8, 8, 3))
        return tuple(_random_images(rng, patterns, count, size or 32) for count in num_rows)
    splits = datasets.load(name, data_dir)
    splits = [(x[:count], y[:count]) for (x, y), count in zip(splits, num_rows, strict=True)]
    return tuple((_enlarge(x, size) if size else x, y) for x, y in splits)


def _random_images(rng, patterns, count, size):
    labels = rng.integers(len(patterns), size=count)
    coarse = patterns[labels] + rng.standard_normal((count, *patterns.shape[1:]))
    return _enlarge(coarse.astype(np.float32), size), labels.astype(np.int32)


def _enlarge(images, size):
    """Bilinearly, borders repeated; image by image, because the whole set in float64 may not fit."""
    factors = (size / images.shape[1], size / images.shape[2], 1)
    zoomed = (scipy.ndimage.zoom(image, factors, order=1, mode="nearest", grid_mode=True) for image in images)
    return np.stack([image.astype(np.float32) for image in zoomed])


def draw(images, *, examples, heldout, batch_size, seed):
    """`(ProbeExamples, batch_size)` as a `PhaseProbe` with validation data draws them: whole probe batches."""
    (x, y), (x_test, y_test) = images
    options = {"max_examples": examples, "max_heldout": heldout, "batch_size": batch_size, "seed": seed}
    return draw_rows(x, y, x_test, y_test, **options)


def matrix_rates(size):
    """Rates of matrix products in GFLOP/s, the best of three, by `library_type`: what the hardware gives at most."""
    import keras

    rng = np.random.default_rng(0)
    a, b = (rng.standard_normal((size, size)) for _ in range(2))
    single_a, single_b = a.astype(np.float32), b.astype(np.float32)
    tensors = [keras.ops.convert_to_tensor(matrix) for matrix in (single_a, single_b)]
    products = {
        "numpy_float32": lambda: single_a @ single_b,
        "scipy_float32": lambda: scipy.linalg.blas.sgemm(1.0, single_a.T, single_b.T),
        # The last element read back: a backend that answers before it has worked would look infinitely fast.
        f"{keras.backend.backend()}_float32": lambda: float(keras.ops.matmul(*tensors)[-1, -1]),
        "numpy_float64": lambda: a @ b,
        "scipy_float64": lambda: scipy.linalg.blas.dgemm(1.0, a.T, b.T),
    }
    # A library's threads spin for a while after their work; each gets a turn to itself.
    return {name: _best_rate(product, 2 * size**3) for name, product in products.items()}


def _best_rate(product, operations, tries=4):
    time.sleep(0.2)
    seconds = []
    for _ in range(tries):
        start = time.perf_counter()
        product()
        seconds.append(time.perf_counter() - start)
    return round(operations / min(seconds[1:]) / 1e9, 2)
