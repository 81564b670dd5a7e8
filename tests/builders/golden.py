"""The golden runs: records that earlier versions wrote, and what the reader of their own version made of them."""

import hashlib
import json
import pathlib
import shutil

import numpy as np
import pytest

GOLDEN = pathlib.Path(__file__).parents[1] / "golden"
RUNS = sorted(path.parent for path in GOLDEN.glob("v*/*/expected.npz"))

for_every_run = pytest.mark.parametrize("run", RUNS, ids=[f"{run.parent.name}-{run.name}" for run in RUNS])


def load_expected(run):
    """What stands in a run's `expected.npz`, by name; `layout` and `phases` are JSON there."""
    with np.load(run / "expected.npz") as content:
        expected = dict(content)
    return expected | {name: json.loads(str(expected[name])) for name in ("layout", "phases")}


def digest(blobs):
    """The SHA-256 of the images of one step, one behind the other."""
    return hashlib.sha256(b"".join(blobs)).hexdigest()


def copy_run(run, log_dir):
    """Copies a run's event files; under names from the past, behind which today's come whatever this clock says."""
    (log_dir / "phases").mkdir(parents=True)
    for number, path in enumerate(sorted((run / "phases").iterdir())):
        shutil.copyfile(path, log_dir / "phases" / f"events.out.tfevents.{number:010}.000000.golden.0.{number}")
