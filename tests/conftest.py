"""What all tests share: a quiet TensorFlow, and the things that not every machine has."""

import atexit
import os
import pathlib
import shutil
import tempfile

# Before anything imports TensorFlow: its C++ notes on this machine's instructions drown a failure's text.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("MPLBACKEND", "agg")
# Most of a test's time is compilation of what then runs for milliseconds: a third less of it on JAX.
os.environ.setdefault("XLA_FLAGS", "--xla_backend_optimization_level=0")
# Two workers whose threads wait for each other on two cores: PyTorch's tests take a third less with one thread each.
os.environ.setdefault("OMP_NUM_THREADS", "1")
# Tests and workers compile much alike: a quarter less time on JAX where they share it, for one session.
if "JAX_COMPILATION_CACHE_DIR" not in os.environ:
    os.environ["JAX_COMPILATION_CACHE_DIR"] = tempfile.mkdtemp(prefix="keras-phases-tests-")
    atexit.register(shutil.rmtree, os.environ["JAX_COMPILATION_CACHE_DIR"], ignore_errors=True)
    os.environ["JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS"] = "0"
    os.environ["JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES"] = "-1"

import pytest

# Its script is that of an earlier version, whose names today's need not have.
collect_ignore = ["golden"]
REQUIRE_BROWSER = "KERAS_PHASES_REQUIRE_BROWSER"
DATA_DIR = "KERAS_PHASES_DATA_DIR"


_REASONS = {
    "slow": "slow: part of `make test-all`",
    "first_case": "one of many cases: part of `make test-all`",
    "stress": "minutes of load: run it with pytest -m stress",
}


def pytest_collection_modifyitems(config, items):
    """Skips what `make test` leaves to `make test-all`, which asks for `slow`, and what only runs by its name."""
    asked, seen = config.getoption("markexpr"), set()
    for item in items:
        function = item.nodeid.partition("[")[0]
        names = [name for name in ("slow", "stress") if item.get_closest_marker(name)]
        if item.get_closest_marker("first_case") and "slow" not in asked and function in seen:
            names.append("first_case")
        seen.add(function)
        for name in names:
            if name not in asked:
                item.add_marker(pytest.mark.skip(reason=_REASONS[name]))


@pytest.fixture(scope="session")
def chromium():
    """Path of a Chromium; without one the test is skipped, or fails where a browser is required."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        reason = f"no browser: none of {', '.join(names)} is on the PATH"
        if os.environ.get(REQUIRE_BROWSER, "0") not in ("", "0"):
            pytest.fail(f"{reason}, and {REQUIRE_BROWSER} is set")
        pytest.skip(reason)
    return path


@pytest.fixture(scope="session")
def tfds_data_dir():
    """A function from the name of a TFDS set to a folder where it is prepared; skips the test where there is none."""
    folders = [os.environ.get(DATA_DIR), os.environ.get("TFDS_DATA_DIR"), "~/tensorflow_datasets"]
    folders = [pathlib.Path(folder).expanduser() for folder in folders if folder]

    def find(name):
        found = next((folder for folder in folders if any(folder.glob(f"{name}/*/dataset_info.json"))), None)
        if found is None:
            pytest.skip(f"{name} is not prepared in {' or '.join(map(str, folders))}; set {DATA_DIR}")
        return found

    return find
