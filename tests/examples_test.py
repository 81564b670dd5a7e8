"""Every example runs, at a small size, as a user runs it."""

import csv
import functools
import gzip
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys

import absl.app
import absl.flags
import keras
import numpy as np
import pytest
from builders.processes import find_free_ports
from tensorboard_plugin_phases.demo import FOLDER

from keras_phases import PhaseHistory, PhaseProbe
from keras_phases.record.schema import Layout, Row

ROOT = pathlib.Path(__file__).resolve().parents[1]


def run_example(name, *flags, folder):
    command = [sys.executable, str(ROOT / "examples" / name), *flags]
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)


@pytest.mark.slow
def test_digits(tmp_path):
    flags = ["--model=vgg8", "--max_steps=2", "--batch_size=640", "--log_dir=logs"]
    done = run_example("digits.py", *flags, folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    history = PhaseHistory.load(tmp_path / "logs" / "vgg8")
    assert history.steps.tolist() == [0, 1, 2]
    assert history.layers == [f"block{block}_relu" for block in range(1, 6)]
    assert (tmp_path / "logs" / "vgg8.png").read_bytes().startswith(b"\x89PNG")
    assert re.search(r"block5_relu +linear +no sure change in 3 probe steps", done.stdout)
    assert "tensorboard --logdir logs" in done.stdout
    again = run_example("digits.py", *flags, folder=tmp_path)
    assert (
        f"the record of this run is '{tmp_path / 'logs' / 'vgg8-1'}'" in again.stdout
        and "Picture: logs/vgg8-1.png" in again.stdout
    )
    assert PhaseHistory.load(tmp_path / "logs" / "vgg8-1").steps.tolist() == history.steps.tolist()


@pytest.mark.slow
def test_what_is_forgotten(tmp_path):
    done = run_example("what_is_forgotten.py", "--dataset=digits", "--width=2", "--max_steps=1", folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    history = PhaseHistory.load(tmp_path / "logs" / "forgotten")
    assert (
        "Explained variance of 'block5_relu' by part" in done.stdout
        and "colour" not in done.stdout.split("Explained")[1]
    )
    for step, rows in zip(history.steps.tolist(), history.column("gradient_rows", 0), strict=True):
        assert re.search(rf"(?m)^{step} .* {re.escape(f'{rows:.3g}')} ", done.stdout)
    assert done.stdout.count("has forgotten nothing for sure") + done.stdout.count("it kept of its input") >= 5


@pytest.mark.slow
@pytest.mark.parametrize(
    "backend", ["tensorflow", *(pytest.param(other, marks=pytest.mark.stress) for other in ("jax", "torch"))]
)
def test_own_loop(backend, tmp_path, monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", backend)
    done = run_example("own_loop.py", "--max_steps=5", "--log_dir=logs", "--stop", folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    history = PhaseHistory.load(tmp_path / "logs")
    assert history.steps.tolist() == [0, 1, 2, 4, 5] and len(history.layers) == 5
    # The same rows; each backend draws first weights of its own.
    assert history.column("reconstruction_loss", 4)[0] == pytest.approx(0.108, abs=0.01)


@pytest.mark.slow
def test_the_pictures_of_the_gallery_need_no_backend(tmp_path, monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "none")
    done = run_example("gallery.py", "--output=pictures", folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    found = {path.name: path.stat().st_size for path in (tmp_path / "pictures").iterdir()}
    assert set(found) == {"vit.png", "detected.png", "worth.png"} and min(found.values()) > 5_000


@pytest.mark.stress
def test_a_demo_run_is_trained_and_kept_as_numbers(tmp_path):
    flags = ["--run=vgg8-seed1", "--shorten=2048", "--output=runs"]
    done = run_example("demo_runs.py", *flags, folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    (path,) = (tmp_path / "runs").iterdir()
    assert path.name == "vgg8-seed1.tfevents.gz"
    run, kept = (_load(folder / path.name, tmp_path / folder.name / "phases") for folder in (path.parent, FOLDER))
    assert run.steps.tolist() == [0, 1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 40]
    ours, theirs = (history.column("reconstruction_loss", 4)[0] for history in (run, kept))
    assert ours == pytest.approx(theirs, rel=1e-2)


def _load(path, folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "events.out.tfevents.1").write_bytes(gzip.decompress(path.read_bytes()))
    return PhaseHistory.load(folder)


@pytest.mark.slow
def test_digits_with_an_unknown_model_says_which_there_are(tmp_path):
    done = run_example("digits.py", "--model=vgg9", folder=tmp_path)
    assert done.returncode != 0
    assert "vgg8|resnet10" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.slow
def test_reproduce_paper_and_then_transfer(tmp_path):
    """A run is trained once, its table and picture are written, and its checkpoints are asked about another task."""
    small = ["--dataset=digits", "--width=4"]
    train = [
        *small,
        "--max_steps=2",
        "--layers=block5_relu",
        "--max_examples=256",
        "--max_heldout=256",
        "--log_dir=runs",
    ]
    done = run_example("reproduce_paper.py", *train, folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    history = PhaseHistory.load(tmp_path / "runs" / "seed-0" / "exact")
    with (tmp_path / "runs" / "table-exact.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == history.steps.tolist() == [0, 1, 2, 4, 8, 10]
    np.testing.assert_allclose(
        [float(row["reconstruction_loss"]) for row in rows], history.column("reconstruction_loss", 0), rtol=1e-5
    )
    assert (tmp_path / "runs" / "figure-exact.png").read_bytes().startswith(b"\x89PNG")

    evaluate = [*small, "--runs=runs", "--target=digits", "--mode=frozen", "--max_examples=256"]
    done = run_example("transfer.py", *evaluate, folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    with (tmp_path / "runs" / "transfer-digits-frozen.csv").open() as file:
        rows = list(csv.DictReader(file))
    best = max(rows, key=lambda row: float(row["transfer_accuracy"]))
    assert [int(row["step"]) for row in rows] == history.steps.tolist() and "best in hindsight" in best["chosen_as"]
    assert f"best in hindsight  {float(best['transfer_accuracy']):.4f}" in done.stdout


@pytest.mark.stress  # the same pipeline within this process: tests/components/components_test.py
def test_transfer_pipeline(tmp_path):
    """From source training to a pushed model; the model that is pushed is the checkpoint that was chosen."""
    small = ["--epochs=1", "--width=4", "--source_classes=0,1", "--layers=block5_relu"]
    small += ["--tolerance=1", "--pipeline_root=p"]
    done = run_example("transfer_pipeline.py", *small, folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "LocalRunner: 7 of 7 components ran." in done.stdout and "\nBLESSED: step" in done.stdout
    step = int(re.search(r"Chosen: step (\d+)", done.stdout)[1])
    [pushed] = (tmp_path / "p" / "serving").glob("*/model.keras")
    [chosen] = (tmp_path / "p" / "PhaseTrainer").glob(f"*/model_run/checkpoint-steps/step-{step:08d}.keras")
    assert f"Pushed: {pushed.parent}" in done.stdout and pushed.read_bytes() == chosen.read_bytes()


@pytest.mark.slow
def test_transfer_pipeline_with_a_wrong_flag_says_so_in_one_line(tmp_path):
    done = run_example("transfer_pipeline.py", "--model=vgg9", folder=tmp_path)
    assert done.returncode != 0 and not list(tmp_path.iterdir())
    [line] = done.stderr.splitlines()
    assert line.startswith("transfer_pipeline: PhaseTrainer: build_model is 'vgg9'. Expected one of: ")


@pytest.mark.slow
def test_single_layer_theory(tmp_path):
    """Closed form and measurement agree on a few points; without Fashion-MNIST it says so and goes on."""
    flags = ["--num_examples=500", "--num_times=5", "--max_steps=32", "--data_dir=nothing", "--output=new/theory.png"]
    done = run_example("single_layer_theory.py", *flags, folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / "new" / "theory.png").read_bytes().startswith(b"\x89PNG")
    off = [float(share) for share in re.findall(r"off by at most ([\d.]+)%", done.stdout)]
    assert len(off) == 6 and max(off) < 6
    assert "Fashion-MNIST is left out: it is not prepared in nothing; pass --data_dir" in done.stdout
    levels = re.search(r"random weights ([\d.]+), .*class means ([\d.]+), best of all, PCA ([\d.]+)", done.stdout)
    losses = [float(loss) for loss in re.findall(r"measured ([\d.]+), training accuracy", done.stdout)]
    random, means, best = map(float, levels.groups())
    assert losses[0] == pytest.approx(random, rel=0.1) and random > losses[1] > means > best


@pytest.mark.slow
def test_transfer_without_runs_says_where_they_come_from(tmp_path):
    done = run_example("transfer.py", "--runs=nothing", folder=tmp_path)
    assert done.returncode != 0 and "run reproduce_paper.py" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_checkpoints_of_a_run_without_a_probe_are_measured_once(tmp_path, capsys):
    flags = ["--width=2", "--max_steps=2", "--batch_size=1280", "--layers=block5_relu", f"--log_dir={tmp_path}"]
    load_example("replay_checkpoints", *flags).main(None)
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1, 2]
    assert (tmp_path / "replay.png").read_bytes().startswith(b"\x89PNG")
    assert "Epoch 2/2" in capsys.readouterr().out
    load_example("replay_checkpoints", *flags).main(None)
    told = capsys.readouterr().out
    assert "Epoch" not in told and "3 of 3 checkpoints stand in the record already" in told


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")  # of narrow layers
@pytest.mark.parametrize(
    ("name", "flags", "layers", "column"),
    [
        (
            "simclr",
            ["--width=2", "--num_labels=40"],
            ["block1", "block2", "block3", "features"],
            "transfer_digits_accuracy",
        ),
        ("vit", ["--width=8", "--num_blocks=2"], ["tokens", "block1", "block2", "class_token"], "probe_accuracy"),
        (
            "signal_1d",
            ["--width=2", "--length=64"],
            [*(f"block{k}" for k in range(1, 5)), "features"],
            "probe_accuracy",
        ),
    ],
    ids=["simclr", "vit", "signal_1d"],
)
def test_other_networks_and_trainings(name, flags, layers, column, tmp_path, capsys):
    flags = [*flags, "--max_steps=1", "--batch_size=1536", f"--log_dir={tmp_path / 'run'}"]
    load_example(name, *flags).main(None)
    history, told = PhaseHistory.load(tmp_path / "run"), capsys.readouterr().out
    assert history.layers == layers and history.steps.tolist() == [0, 1]
    assert (tmp_path / "run.png").read_bytes().startswith(b"\x89PNG")
    shown = re.search(rf"(?m)^{layers[-1]}((?: +[\d.]+)+)$", told)[1].split()
    assert f"{history.column(column, -1)[-1]:.3f}" in [f"{float(number):.3f}" for number in shown]


TINY = ["--epochs=1", "--width=2", "--batch_size=256", "--max_examples=256", "--max_heldout=256"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")  # of narrow layers
@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="another strategy is chosen there")
def test_train_tpu_on_one_device_with_record_and_checkpoints_elsewhere(tmp_path, capsys):
    folder = f"memory://{tmp_path.name}"
    load_example("train_tpu", *TINY, "--jit_compile=false", f"--log_dir={folder}/logs").main(None)
    assert "Training vgg8 on 1 device(s) of 1 host(s)" in capsys.readouterr().out
    history = PhaseHistory.load(f"{folder}/logs")
    assert history.steps.tolist() == [0, 1, 2, 4, 5] and len(history.layers) == 5
    assert not history.layout.run["heldout"] == "training"


@pytest.mark.stress
@pytest.mark.parametrize("strategy", ["mirrored", "jax"])
def test_train_tpu_on_two_virtual_devices_measures_the_first_weights_as_on_one(strategy, tmp_path, monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "jax" if strategy == "jax" else "tensorflow")
    several = [f"--strategy={strategy}", "--virtual_devices=2", "--checkpoint_dir=checkpoints"]
    for flags in (several, ["--strategy=auto"]):
        done = run_example("train_tpu.py", *TINY, *flags, f"--log_dir={flags[0][11:]}", folder=tmp_path)
        assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / "checkpoints" / "best.weights.h5").exists()
    found = [PhaseHistory.load(tmp_path / name).column("reconstruction_loss", 4) for name in (strategy, "auto")]
    np.testing.assert_allclose(found[0][0], found[1][0], rtol=1e-4)
    np.testing.assert_allclose(found[0], found[1], rtol=0.05)  # other statistics of BatchNormalization


@pytest.mark.stress  # two imports of TensorFlow
@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="a strategy of TensorFlow")
def test_train_tpu_in_two_processes_that_train_together(tmp_path):
    workers = [f"127.0.0.1:{port}" for port in find_free_ports(2)]
    command = [sys.executable, str(ROOT / "examples" / "train_tpu.py"), *TINY, "--strategy=multiworker"]
    processes = []
    for index in range(2):
        task = {"cluster": {"worker": workers}, "task": {"type": "worker", "index": index}}
        environment = {**os.environ, "PYTHONWARNINGS": "ignore", "TF_CONFIG": json.dumps(task)}
        (tmp_path / str(index)).mkdir()
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "env": environment}
        processes.append(subprocess.Popen(command, cwd=tmp_path / str(index), **options))
    try:
        done = [process.communicate(timeout=300) for process in processes]
    finally:
        for process in processes:
            process.kill()
    for process, (printed, errors) in zip(processes, done, strict=True):
        assert process.returncode == 0, errors[-2000:]
        assert "Training vgg8 on 2 device(s) of 2 host(s)" in printed
    history = PhaseHistory.load(tmp_path / "0" / "logs" / "tpu")
    assert history.steps.tolist() == [0, 1, 2, 4, 5] and np.isfinite(history.column("reconstruction_loss", 4)).all()
    assert not list((tmp_path / "1").iterdir())


@pytest.mark.skipif(keras.backend.backend() != "tensorflow", reason="the flags of TensorFlow")
@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (["--strategy=jax"], "--strategy=jax needs KERAS_BACKEND=jax"),
        (["--strategy=multiworker"], "needs TF_CONFIG"),
        (["--strategy=none", "--tpu=local"], "--tpu=local is for TensorFlow and --strategy=tpu"),
        (["--virtual_devices=2", "--strategy=none"], "is for --strategy=mirrored and --strategy=jax"),
        (["--batch_size=100000"], "Expected a multiple of them, and at most 517"),
        (["--dataset=nosuch"], "--dataset=nosuch is not known to TFDS"),
        (["--dataset=cifar10", "--data_dir=/nowhere"], "--dataset=cifar10 is not prepared in '/nowhere"),
        (["--log_dir=nowhere://x"], "no file system for 'nowhere://'"),
        (["--log_dir=gs://"], "names a scheme alone"),
        (["--checkpoint_dir=memory://x"], "TensorFlow, which does not know memory://"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_train_tpu_with_a_wrong_flag_says_so_in_one_line(flags, message, monkeypatch):
    monkeypatch.delenv("TF_CONFIG", raising=False)
    with pytest.raises(SystemExit) as raised:
        load_example("train_tpu", *flags).main(None)
    assert str(raised.value).startswith("train_tpu: ") and message in str(raised.value)
    assert "\n" not in str(raised.value) and len(str(raised.value)) < 300


def test_train_tpu_makes_no_backup_of_an_epoch_whose_last_step_is_not_measured(tmp_path):
    """A backup that says all epochs are done lets nobody measure what a kill left out."""
    flags = [f"--log_dir={tmp_path}", f"--checkpoint_dir={tmp_path}"]
    *others, last = load_example("train_tpu", *flags).build_callbacks((np.zeros((4, 2)), np.zeros(4)), 0)
    assert isinstance(last, keras.callbacks.BackupAndRestore) and isinstance(others[0], PhaseProbe)


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("apache_beam") is None, reason="no Apache Beam")
@pytest.mark.filterwarnings("ignore::DeprecationWarning:apache_beam")
def test_checkpoints_are_measured_on_beam(tmp_path, capsys):
    flags = ["--width=2", "--max_steps=1", "--batch_size=1280", "--layers=block5_relu", f"--log_dir={tmp_path}"]
    load_example("replay_on_beam", *flags).main(None)
    assert PhaseHistory.load(tmp_path).steps.tolist() == [0, 1]
    told = capsys.readouterr().out
    assert "Apache Beam: 2 checkpoints loaded, 1 models built." in told
    wrong = [*flags, f"--checkpoints={tmp_path}", "--beam_pipeline_args=--nothing=1"]
    with pytest.raises(SystemExit, match=r"replay_on_beam: beam_pipeline_args has '--nothing', which is no flag"):
        load_example("replay_on_beam", *wrong).main(None)
    for place, message in (("memory://x", "lies elsewhere"), (f"{tmp_path}/checkpoints/done", "Not a directory")):
        with pytest.raises(SystemExit, match=f"^replay_on_beam: .*{message}"):
            load_example("replay_on_beam", f"--log_dir={place}").main(None)


def load_example(name, *flags):
    """An example as a module, its flags set."""
    spec = importlib.util.spec_from_file_location(f"example_{name}", ROOT / "examples" / f"{name}.py")
    module, own = importlib.util.module_from_spec(spec), absl.flags.FlagValues()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(absl.flags, "FLAGS", own)
        for define in ("string", "enum", "integer", "float", "list", "multi_string"):
            function = getattr(absl.flags, f"DEFINE_{define}")
            patch.setattr(absl.flags, f"DEFINE_{define}", functools.partial(function, flag_values=own))
        patch.setattr(
            absl.flags, "register_validator", functools.partial(absl.flags.register_validator, flag_values=own)
        )
        spec.loader.exec_module(module)
    own([name, *flags])
    return module


def test_a_folder_of_another_data_set_is_not_taken_for_this_one(tmp_path):
    """Its record is complete, and its figures would stand under the name of the set that was asked for."""
    load_example("reproduce_paper", "--dataset=digits").check_settings(tmp_path / "seed-0")
    load_example("reproduce_paper", "--dataset=digits", "--max_steps=2").check_settings(tmp_path / "seed-0")
    other = load_example("reproduce_paper", "--dataset=mnist", "--width=4")
    message = "holds a run with dataset=digits, width=None. Expected dataset=mnist, width=4; pass another --log_dir"
    with pytest.raises(absl.app.UsageError, match=message):
        other.check_settings(tmp_path / "seed-0")


def test_seeds_that_were_trained_for_longer_are_compared_at_common_steps():
    layout = Layout((Row("block5", "linear", "primal", 64, 64),), ("reconstruction_loss",))
    histories = []
    for seed, steps in enumerate(([0, 1, 2, 3], [0, 1, 2, 4, 8])):
        histories.append(PhaseHistory(layout, [(step, np.array([[10 * seed + step]])) for step in steps]))
    found = load_example("reproduce_paper").collect(histories, "reconstruction_loss")
    np.testing.assert_array_equal(found, [[0, 1, 2], [10, 11, 12]])


@pytest.mark.parametrize(
    ("name", "flag", "message"),
    [
        ("reproduce_paper", "--seeds=", "expected integers from 0 on"),
        ("transfer", "--mode=finetuned", "expected frozen, finetune, or both"),
        ("transfer", "--model=vgg9", "vgg8|vgg11"),
    ],
)
def test_flags_that_name_nothing_are_refused(name, flag, message):
    with pytest.raises(absl.flags.IllegalFlagValueError, match=re.escape(message)):
        load_example(name, flag)


def test_transfer_builds_the_networks_of_the_source_with_its_classes(monkeypatch):
    module, asked = load_example("transfer", "--dataset=cifar100"), []

    def load(name, **options):
        asked.append(name)
        return (None, np.array([3, 99, 0])), None

    monkeypatch.setattr(module.datasets, "load", load)
    assert (module.count_classes(), asked) == (100, ["cifar100"])
