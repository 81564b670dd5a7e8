import json
import subprocess
import sys

from builders.logs import write_run

# Imports of a framework fail, and what was imported in the end is printed.
PROGRAM = """
import json, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("keras", "tensorflow", "jax", "torch", "pandas", "matplotlib"):
            raise ImportError(f"{name} must not be imported to serve logs")

sys.meta_path.insert(0, Blocker())
sys.path.insert(0, sys.argv[1])
import conftest

client = conftest.open_app.__wrapped__()(sys.argv[2])
for path in (
    "runs", "metrics?run=run1/phases", "metrics.json?run=run1/phases", "phases?run=run1/phases",
    "metrics?run=run1/phases&run=run2/phases&metric=epoch", "phases?run=run1/phases&run=run2/phases",
    "images?run=run1/phases", "index.js",
):
    answer = client.get("/data/plugin/phases/" + path)
    assert answer.status_code == 200 and len(answer.data) > 50, (path, answer.data)
print(json.dumps(sorted(sys.modules)))
"""


def test_serving_loads_no_framework_and_of_us_what_a_curve_says(tmp_path, request):
    write_run(tmp_path / "run1")
    write_run(tmp_path / "run2")
    command = [sys.executable, "-c", PROGRAM, str(request.path.parent), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    modules = json.loads(done.stdout.splitlines()[-1])
    assert not {"keras", "tensorflow", "jax", "torch"} & set(modules)
    ours = {name for name in modules if name.split(".")[0] == "keras_phases"}
    names = ("arguments", "moved", "version", "warning")
    light = {"keras_phases", *(f"keras_phases.{name}" for name in names)}
    assert {name for name in ours if not name.startswith("keras_phases.record")} <= light
