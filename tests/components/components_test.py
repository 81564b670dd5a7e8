"""A pipeline does each thing once, as a whole or not at all, and says from what."""

import dataclasses
import hashlib
import json
import os
import pathlib
import signal
import subprocess
import sys

import numpy as np
import pytest
from builders import component_parts
from builders.component_parts import Broken, Numbers, Total
from builders.logs import STEPS, RunOptions, write_run
from builders.tolerance import assert_close

from keras_phases import PhaseHistory, components
from keras_phases.__main__ import main
from keras_phases.components import (
    ComponentError,
    ComponentSpec,
    DatasetGen,
    Examples,
    ExecutionParameter,
    LocalRunner,
    Model,
    ModelBlessing,
    ModelRun,
    PhaseAnalyzer,
    PhaseRecord,
    PhaseTrainer,
    ProbeSweep,
    Pusher,
    TransferEvaluator,
    as_channel,
    command,
    example_files,
    read_examples,
)
from keras_phases.components.digests import digest_path
from keras_phases.components.executions import find_artifact
from keras_phases.components.pusher import push
from keras_phases.signatures import argument_texts


@pytest.fixture(autouse=True)
def calls():
    component_parts.CALLS.clear()
    return component_parts.CALLS


@pytest.fixture
def runner(tmp_path):
    return LocalRunner(tmp_path / "pipeline", verbose=0)


def lineage(execution):
    return json.loads((execution.folder / "execution.json").read_text())


def channel(kind):
    return as_channel([kind("somewhere")])


@pytest.mark.parametrize(
    ("construct", "message"),
    [
        (lambda: Total(numbers=channel(Examples), scal=2.0), r"Total has no argument 'scal'. .*numbers .*scale"),
        (lambda: Total(scale=2.0), r"Total lacks its argument 'numbers'. .*a channel of Examples"),
        (lambda: Numbers(), r"Numbers lacks its argument 'value'"),
        (lambda: Numbers(value="3"), r"Numbers: value is '3'. Expected a value of int"),
        (lambda: Numbers(value=True), r"value is True. Expected a value of int"),
        (lambda: Numbers(value=-1), r"value is -1. Expected a number of at least 0"),
        (lambda: Total(numbers=channel(Model)), r"numbers is a channel of Model. Expected one of Examples"),
        (lambda: Total(numbers=Numbers(value=1)), r"numbers is a Numbers. .*pass its .outputs\['examples'\]"),
        (lambda: Total(numbers="path"), r"numbers is 'path'. Expected a channel of Examples"),
        (lambda: Total(numbers=channel(Examples), note=[object()]), r"note is .*Expected what JSON can hold"),
        (lambda: Numbers(value=1).with_id("a/b"), r"id is 'a/b'. Expected letters"),
        (lambda: as_channel([Model("a"), Examples("b")]), r"Expected a list of artifacts of one type"),
        (lambda: Model("a", stepp=1), r"Model has no property 'stepp'. Expected one of: step"),
        (lambda: Model("a", step="1"), r"Property step of Model is '1'. Expected a value of int"),
        (lambda: DatasetGen(), r"dataset is None and path is None. Expected one of them"),
        (lambda: DatasetGen(path="no.npz"), r"path is 'no.npz', which is not there"),
        (lambda: DatasetGen(dataset="digits", classes=[1, 1]), r"Expected two or more different"),
        (lambda: DatasetGen(dataset="digits", labels="nowhere:f"), r"'nowhere' is not imported"),
        (lambda: PhaseTrainer(examples=channel(Examples), build_model="vgg9"), r"build_model is 'vgg9'. .*'vgg8'"),
        (
            lambda: PhaseTrainer(examples=channel(Examples), build_model="builders.component_parts:nothing"),
            r"'builders.component_parts' has no function of that name",
        ),
        (
            lambda: PhaseTrainer(examples=channel(Examples), model_options={"with": 8}),
            r"model_options of 'vgg8' is 'with'. Did you mean 'width'. Expected one of: 'width'",
        ),
        (
            lambda: ProbeSweep(model_run=channel(ModelRun), examples=channel(Examples), probe={"decoders": "dconv"}),
            r"ProbeSweep: decoders is 'dconv'. Expected",
        ),
        (
            lambda: ProbeSweep(model_run=channel(ModelRun), examples=channel(Examples), probe={"max_memory": "much"}),
            r"ProbeSweep: max_memory is 'much'. Expected bytes",
        ),
        (
            lambda: PhaseAnalyzer(record=channel(PhaseRecord), model_run=channel(ModelRun), confidence=95),
            r"PhaseAnalyzer: confidence is 95.0. Expected a number between 0 and 1",
        ),
        (
            lambda: PhaseAnalyzer(record=channel(PhaseRecord), model_run=channel(ModelRun), keep="lowest"),
            r"PhaseAnalyzer: keep is 'lowest'. Expected one of: 'latest_within', 'minimum'",
        ),
        (
            lambda: TransferEvaluator(
                model=channel(Model), model_run=channel(ModelRun), examples=channel(Examples), mode="tune"
            ),
            r"mode is 'tune'. Expected one of: 'frozen', 'finetune'",
        ),
        (
            lambda: TransferEvaluator(
                model=channel(Model),
                model_run=channel(ModelRun),
                examples=channel(Examples),
                mode="finetune",
                batch_norm="batch",
            ),
            r"batch_norm is 'batch' with mode='finetune'",
        ),
        (
            lambda: Pusher(model=channel(Model), model_blessing=channel(ModelBlessing), base_directory=__file__),
            r"base_directory is .*, a file. Expected a folder",
        ),
        (
            lambda: Pusher(model=channel(Model), model_blessing=channel(ModelBlessing), base_directory="memory://x"),
            r"base_directory is 'memory://x', which lies elsewhere. Expected a folder of this machine",
        ),
        (lambda: LocalRunner("memory://x"), r"pipeline_root is 'memory://x', which lies elsewhere. Expected a folder"),
        (lambda: LocalRunner(None), r"pipeline_root is None. Expected a folder"),
    ],
    ids=(
        "unknown",
        "missing-input",
        "missing-parameter",
        "text-for-int",
        "bool-for-int",
        "too-small",
        "wrong-artifact",
        "a-component-for-a-channel",
        "no-channel",
        "no-json",
        "bad-id",
        "mixed-artifacts",
        "unknown-property",
        "wrong-property",
        "no-data-set",
        "no-file",
        "class-twice",
        "no-module",
        "no-network",
        "no-function",
        "no-option",
        "no-decoder",
        "no-memory",
        "no-confidence",
        "no-rule",
        "no-mode",
        "two-statistics",
        "a-file-for-a-folder",
        "push-elsewhere",
        "root-elsewhere",
        "no-root",
    ),
)
def test_a_wrong_argument_fails_when_the_component_is_constructed(construct, message):
    with pytest.raises(ValueError, match=message):
        construct()


def test_a_channel_of_another_output_says_which_output_to_take():
    analyzer = PhaseAnalyzer(record=channel(PhaseRecord), model_run=channel(ModelRun))
    with pytest.raises(ValueError, match=r"PhaseAnalyzer has it as .outputs\['model'\]"):
        Pusher(model=analyzer.outputs["analysis"], model_blessing=channel(ModelBlessing), base_directory="serving")


def test_a_spec_names_each_argument_once():
    with pytest.raises(ValueError, match="duplicate argument 'value'"):
        type(
            "Twice",
            (ComponentSpec,),
            {"PARAMETERS": {"value": ExecutionParameter(type=int)}, "INPUTS": {"value": None}},
        )


def test_whole_numbers_stand_for_floats_and_defaults_for_what_is_left_out():
    total = Total(numbers=channel(Examples), scale=2)
    assert total.exec_properties == {"scale": 2.0, "note": None} and type(total.exec_properties["scale"]) is float
    assert Total(numbers=channel(Examples)).exec_properties["scale"] == 1.0


def test_a_digest_is_of_names_and_contents(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text("text")
    file = hashlib.sha256(b"text").hexdigest()
    assert digest_path(tmp_path / "a" / "b.txt") == file
    expected = hashlib.sha256(json.dumps({"a/b.txt": file}, separators=(",", ":")).encode()).hexdigest()
    assert digest_path(tmp_path) == expected
    (tmp_path / "a" / "b.txt").rename(tmp_path / "a" / "c.txt")
    assert digest_path(tmp_path) != expected


def test_components_run_in_the_order_of_their_channels_and_once(runner, calls, capsys, tmp_path):
    numbers = Numbers(value=3)
    total = Total(numbers=numbers.outputs["examples"])
    done = runner.run([total, numbers])
    assert calls == ["Numbers", "Total"] and list(done) == ["Numbers", "Total"]
    assert (done["Total"].folder / "evaluation" / "total.txt").read_text() == "3.0"
    again = LocalRunner(tmp_path / "pipeline").run([Total(numbers=numbers.outputs["examples"]), numbers])
    assert calls == ["Numbers", "Total"] and all(execution.cached for execution in again.values())
    assert "all 2 components were cached" in capsys.readouterr().out
    assert again["Total"].outputs["evaluation"][0].uri == done["Total"].outputs["evaluation"][0].uri


def test_only_what_depends_on_a_change_runs_again(runner, calls):
    def run(value, scale, spare=0):
        numbers = Numbers(value=value, spare=spare)
        del calls[:]
        runner.run([numbers, Total(numbers=numbers.outputs["examples"], scale=scale)])
        return list(calls)

    assert run(1, 1.0) == ["Numbers", "Total"]
    assert run(1, 2.0) == ["Total"]
    assert run(2, 1.0) == ["Numbers", "Total"]
    assert run(1, 2.0) == []
    assert run(1, 1.0, spare=1) == ["Numbers"]  # another parameter, the same content


def test_the_source_of_an_executor_and_what_a_parameter_names_enter_the_key(runner, calls, tmp_path, monkeypatch):
    arrays = {name: np.zeros((2, 1) if name[0] == "x" else 2, int) for name in ("x_train", "y_train")}
    arrays |= {name.replace("train", "test"): array for name, array in arrays.items()}
    np.savez(tmp_path / "a.npz", **arrays)
    gen = DatasetGen(path=str(tmp_path / "a.npz"))
    first = runner.run([gen])["DatasetGen"].key
    np.savez(tmp_path / "a.npz", **{**arrays, "y_test": np.ones(2, int)})
    assert runner.run([gen])["DatasetGen"].key != first
    runner.run([Numbers(value=1)])
    monkeypatch.setattr("keras_phases.components.executions.inspect.getsource", lambda module: "other code")
    runner.run([Numbers(value=1)])
    assert calls == ["Numbers", "Numbers"]


def test_the_lineage_tells_from_what_an_execution_was_made(runner):
    numbers = Numbers(value=3).with_id("Three")
    done = runner.run([numbers, Total(numbers=numbers.outputs["examples"], scale=2.0)])
    three, total = lineage(done["Three"]), lineage(done["Total"])
    assert total["outcome"] == "COMPLETE" and total["parameters"] == {"scale": 2.0, "note": None}
    [made_of] = total["inputs"]["numbers"]
    assert made_of["producer"] == {"component": "Three", "execution": done["Three"].key, "output": "examples"}
    assert made_of["digest"] == done["Three"].outputs["examples"][0].digest and made_of["type"] == "Examples"
    assert three["outputs"]["examples"][0]["properties"] == {"num_train": 3}
    assert three["outputs"]["examples"][0]["digest"] == digest_path(done["Three"].folder / "examples")
    assert {"keras-phases", "keras", "backend"} <= {*total["versions"]} and total["seconds"] >= 0


def test_other_versions_of_what_numbers_hang_on_are_other_executions(runner, calls, monkeypatch):
    import keras

    runner.run([Numbers(value=1)])
    monkeypatch.setattr(keras.config, "backend", lambda: "another")
    runner.run([Numbers(value=1)])
    assert calls == ["Numbers", "Numbers"]


def test_inputs_that_nobody_changed_are_not_read_again(runner, calls, tmp_path, monkeypatch):
    (tmp_path / "rows").mkdir()
    (tmp_path / "rows" / "numbers.json").write_text("[1, 2]")
    total, read = Total(numbers=as_channel([Examples(tmp_path / "rows")])), []
    runner.run([total])
    monkeypatch.setattr(
        "keras_phases.components.executions.digest_path", lambda path: read.append(path) or digest_path(path)
    )
    assert runner.run([total])["Total"].cached and read == []
    (tmp_path / "rows" / "numbers.json").write_text("[1, 2, 3]")
    assert not runner.run([total])["Total"].cached and str(tmp_path / "rows") in map(str, read)


def test_a_step_runs_by_the_command_line_with_the_flags_that_its_parameters_make(tmp_path, capsys):
    x = np.arange(12, dtype="float32").reshape(6, 2)
    np.savez(tmp_path / "a.npz", x_train=x, y_train=[0, 1, 2, 0, 1, 2], x_test=x[:3], y_test=[0, 1, 2])
    flags = [f"--path={tmp_path / 'a.npz'}", "--classes=[2, 0]", f"--pipeline_root={tmp_path / 'root'}"]
    assert main(["step", "DatasetGen", *flags]) == 0
    folder = capsys.readouterr().out.splitlines()[-1].removeprefix("examples: ")
    found = find_artifact(Examples, folder)
    assert found.properties["num_train"] == 4 and find_artifact(Examples, tmp_path).properties == {}
    assert main(["step", "DataGen"]) == 1
    assert (
        "step is 'DataGen'. Did you mean 'DatasetGen'? Expected one of: 'DatasetGen', 'PhaseTrainer'"
        in capsys.readouterr().err
    )
    with pytest.raises(SystemExit):
        main(["step", "TransferEvaluator", "--seeds=many"])
    assert "argument --seeds: invalid int value: 'many'" in capsys.readouterr().err


def test_every_parameter_of_a_step_is_described_once():
    for name in command.STEPS:
        component = getattr(components, name)
        assert {*component.SPEC_CLASS.PARAMETERS, *component.SPEC_CLASS.INPUTS} == {*argument_texts(component)} - {
            "beam_pipeline_args"
        }


def test_a_failure_names_the_component_and_leaves_nothing_under_a_final_name(runner, calls, tmp_path):
    numbers = Numbers(value=3)
    pipeline = [numbers, Broken(numbers=numbers.outputs["examples"], where="the middle")]
    message = r"Broken failed: RuntimeError: broke in the middle\n.*where='the middle'. Put right .* cached"
    with pytest.raises(ComponentError, match=message):
        runner.run(pipeline)
    [failed] = (tmp_path / "pipeline" / "Broken").iterdir()
    content = json.loads(failed.read_text())
    assert failed.name.endswith(".failed.json") and content["outcome"] == "FAILED"
    assert "RuntimeError: broke in the middle" in content["error"]
    component_parts.IS_MENDED.append(True)
    try:
        done = runner.run(pipeline)
    finally:
        component_parts.IS_MENDED.clear()
    assert done["Numbers"].cached and calls == ["Numbers"]
    assert [path.name for path in (tmp_path / "pipeline" / "Broken").iterdir()] == [done["Broken"].key]


@pytest.mark.parametrize("change", ["changed", "deleted", "torn"])
def test_outputs_that_are_no_longer_what_was_made_are_made_again(runner, calls, change):
    numbers = Numbers(value=3)
    execution = runner.run([numbers])["Numbers"]
    file = execution.folder / ("execution.json" if change == "torn" else "examples/numbers.json")
    file.unlink() if change == "deleted" else file.write_text(file.read_text()[:-1] + " " * (change == "changed"))
    assert not runner.run([numbers])["Numbers"].cached and calls == ["Numbers", "Numbers"]
    assert json.loads((execution.folder / "examples" / "numbers.json").read_text()) == [1, 1, 1]


def test_an_output_that_was_only_touched_is_still_the_same(runner, calls):
    execution = runner.run([Numbers(value=3)])["Numbers"]
    os.utime(execution.folder / "examples" / "numbers.json", (0, 0))
    assert runner.run([Numbers(value=3)])["Numbers"].cached and calls == ["Numbers"]


@pytest.mark.parametrize("resumes", [False, True], ids=["anew", "goes-on"])
def test_a_killed_run_goes_on(tmp_path, resumes):
    """By SIGKILL, in a process of its own, in the middle of the second component's writing."""
    command = [sys.executable, component_parts.__file__, str(tmp_path), str(int(resumes))]
    killed, finished = (subprocess.run(command, capture_output=True, text=True, timeout=60) for _ in range(2))
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert finished.returncode == 0, finished.stderr
    assert "Numbers: running" in killed.stdout and "Numbers: cached" in finished.stdout
    names = {path.name for path in (tmp_path / "Fragile").iterdir()}
    assert len(names) == 1 and not next(iter(names)).startswith(".")
    found = (tmp_path / "Fragile" / names.pop() / "evaluation" / "lines.txt").read_text()
    assert found == ("begun\nended\n" if resumes else "ended\n")


def test_what_a_killed_run_left_is_gone_before_it_is_read(tmp_path):
    """The test above can fail: a run that is killed has left something."""
    command = [sys.executable, component_parts.__file__, str(tmp_path), "0"]
    subprocess.run(command, capture_output=True, timeout=60)
    [left] = (tmp_path / "Fragile").iterdir()
    assert left.name.startswith(".running-") and (left / "evaluation" / "lines.txt").read_text() == "begun\n"


def test_a_pipeline_root_has_one_run_at_a_time(runner):
    component_parts.NESTED.append(lambda: runner.run([Numbers(value=1)]))
    try:
        with pytest.raises(ComponentError, match=r"A pipeline runs in '.*' already, by process \d+"):
            runner.run([Numbers(value=2)])
    finally:
        component_parts.NESTED.clear()
    assert runner.run([Numbers(value=1)])


def test_what_is_no_pipeline_is_refused(runner):
    numbers = Numbers(value=1)
    with pytest.raises(ValueError, match=r"Two components have the id 'Numbers'.*with_id\('Numbers2'\)"):
        runner.run([numbers, Numbers(value=2)])
    with pytest.raises(ValueError, match=r"Total takes an output of Numbers.*not among the components: Total"):
        runner.run([Total(numbers=numbers.outputs["examples"])])
    with pytest.raises(ValueError, match="components has 3"):
        runner.run([numbers, 3])
    with pytest.raises(ComponentError, match=r"Total failed: ValueError: Examples\('nowhere'\) is not there"):
        runner.run([Total(numbers=as_channel([Examples("nowhere")]))])


def test_rows_are_chosen_and_labelled(runner, tmp_path):
    x = np.arange(12, dtype="float32").reshape(6, 2)
    np.savez(tmp_path / "a.npz", x_train=x, y_train=[0, 1, 2, 0, 1, 2], x_test=x[:3], y_test=[0, 1, 2])
    gen = DatasetGen(path=str(tmp_path / "a.npz"), classes=[2, 0])
    [examples] = runner.run([gen])["DatasetGen"].outputs["examples"]
    (x_train, y_train), (x_test, y_test) = read_examples(examples)
    np.testing.assert_array_equal(x_train, x[[0, 2, 3, 5]])
    np.testing.assert_array_equal(x_test, x[[0, 2]])
    assert y_train.tolist() == [1, 0, 1, 0] and y_test.tolist() == [1, 0]
    assert examples.properties == {"num_train": 4, "num_test": 2, "num_classes": 2, "input_shape": [2]}
    parity = DatasetGen(path=str(tmp_path / "a.npz"), labels="builders.component_parts:is_large")
    [examples] = runner.run([parity])["DatasetGen"].outputs["examples"]
    assert read_examples(examples)[0][1].tolist() == [0, 0, 0, 1, 1, 1]
    again = DatasetGen(path=str(tmp_path / "a.npz"), labels="builders.component_parts:is_large", classes=[1, 0])
    [examples] = runner.run([again])["DatasetGen"].outputs["examples"]
    assert read_examples(examples)[0][1].tolist() == [0, 0, 1, 1]
    with pytest.raises(ComponentError, match=r"classes names \[7\], of which there is no row. .*\[0, 1, 2\]"):
        runner.run([DatasetGen(path=str(tmp_path / "a.npz"), classes=[2, 7])])
    np.savez(tmp_path / "b.npz", x_train=x)
    with pytest.raises(ComponentError, match=r"y_train.*Expected a .npz file with the arrays x_train, y_train"):
        runner.run([DatasetGen(path=str(tmp_path / "b.npz"))])


@pytest.mark.parametrize(
    ("steps", "options", "chosen", "abstains"),
    [
        (STEPS, {}, (256, "the latest at which the reconstruction loss of 'features'"), False),
        ([0, 3000, 8192], {"keep": "minimum"}, (3000, "the nearest to step 64, the reconstruction minimum"), False),
        (STEPS[:4], {"decoder": "patch"}, (4, "the latest at which the reconstruction loss of 'conv3'"), True),
    ],
    ids=["rule", "nearest", "abstains"],
)
def test_the_checkpoint_of_the_rule_is_taken_and_what_the_record_speaks_for_is_told(
    runner, tmp_path, steps, options, chosen, abstains
):
    write_run(tmp_path / "run", RunOptions(steps=STEPS if "keep" in options else tuple(steps)))
    (tmp_path / "saved").mkdir()
    for step in steps:
        (tmp_path / "saved" / f"step-{step}.keras").write_bytes(b"%d" % step)
    model_run, record = as_channel([ModelRun(tmp_path / "saved")]), as_channel([PhaseRecord(tmp_path / "run")])
    done = runner.run([PhaseAnalyzer(record=record, model_run=model_run, **options)])["PhaseAnalyzer"]
    analysis = json.loads((done.folder / "analysis" / "analysis.json").read_text())
    assert analysis["chosen"]["step"] == chosen[0] and analysis["chosen"]["why"].startswith(chosen[1])
    assert (done.folder / "model" / "Format-Serving" / "model.keras").read_bytes() == b"%d" % chosen[0]
    advice = analysis["advice"]
    assert advice["abstains"] == abstains == advice["text"].startswith("Advice: none.")
    assert advice["rule"] == "latest_within" and advice["layer"] == analysis["chosen"]["layer"]
    assert "keep" in options or advice["step"] == chosen[0]


def pushed_by(runner, tmp_path, blessed):
    pusher = Pusher(
        model=as_channel([Model(tmp_path / "model.keras")]),
        model_blessing=as_channel([ModelBlessing(tmp_path / "blessing", blessed=blessed)]),
        base_directory=str(tmp_path / "serving"),
    )
    execution = runner.run([pusher])["Pusher"]
    return execution, execution.outputs["pushed_model"][0].properties


def versions(tmp_path):
    return sorted(path.name for path in (tmp_path / "serving").iterdir())


def test_a_blessed_model_is_pushed_and_no_other(runner, tmp_path):
    (tmp_path / "model.keras").write_text("one")
    (tmp_path / "blessing").mkdir()
    execution, properties = pushed_by(runner, tmp_path, 0)
    assert properties == {"pushed": 0} and not (tmp_path / "serving").exists()
    assert list((execution.folder / "pushed_model").iterdir()) == []
    execution, properties = pushed_by(runner, tmp_path, 1)
    [version] = versions(tmp_path)
    assert properties == {
        "pushed": 1,
        "pushed_destination": str(tmp_path / "serving" / version),
        "pushed_version": version,
    }
    assert (tmp_path / "serving" / version / "model.keras").read_text() == "one"
    assert (execution.folder / "pushed_model" / "model.keras").read_text() == "one"
    assert pushed_by(runner, tmp_path, 1)[0].cached
    (tmp_path / "serving" / version / "model.keras").unlink()
    (tmp_path / "serving" / version).rmdir()
    assert not pushed_by(runner, tmp_path, 1)[0].cached and len(versions(tmp_path)) == 1


def test_versions_increase_and_a_push_is_whole(tmp_path):
    base, model = tmp_path / "serving", tmp_path / "model.keras"
    for folder in ("99999999999", "readme", ".pushing-7"):
        (base / folder).mkdir(parents=True)
    model.write_text("one")
    assert push(model, base).name == "100000000000"
    assert push(model, base).name == "100000000000"  # the newest version already
    model.write_text("two")
    assert push(model, base).name == "100000000001"
    assert versions(tmp_path) == ["100000000000", "100000000001", "99999999999", "readme"]


@pytest.mark.parametrize(
    ("accuracies", "tolerance", "blessed"),
    [
        ((0.8, 0.9, 0.9), 0.0, True),
        ((0.8, 0.895, 0.9), 0.0, False),
        ((0.8, 0.895, 0.9), 0.01, True),
        ((0.8, float("nan"), 0.9), 1.0, False),
        ((0.8, 0.9, float("nan")), 1.0, False),
    ],
    ids=["as-good", "worse", "within-tolerance", "no-number", "no-baseline"],
)
def test_a_model_is_blessed_by_the_accuracy_of_the_last(runner, tmp_path, monkeypatch, accuracies, tolerance, blessed):
    transfer = pytest.importorskip("keras_phases.checkpoints.transfer")
    for step in (0, 8, 64):
        (tmp_path / f"step-{step}.keras").write_text(str(step))
    examples = DatasetGen(dataset="digits", classes=[5, 6])
    asked = []

    def evaluate(checkpoints, data, **options):
        asked.extend((one.step, one.path.read_text()) for one in checkpoints)
        row = transfer.TransferRow(0, "layer", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, "frozen", "inference", 1, (0.0,), False)
        rows = [
            dataclasses.replace(row, step=one.step, transfer_accuracy=accuracies[[0, 8, 64].index(one.step)])
            for one in checkpoints
        ]
        return transfer.TransferTable(tuple(rows), "model", 2, 2, None, False, True)

    monkeypatch.setattr(transfer, "evaluate_transfer", evaluate)
    (tmp_path / "chosen").write_text("chosen")
    evaluator = TransferEvaluator(
        model=as_channel([Model(tmp_path / "chosen", step=8)]),
        model_run=as_channel([ModelRun(tmp_path)]),
        examples=examples.outputs["examples"],
        checkpoints="all" if tolerance else "chosen",
        tolerance=tolerance,
    )
    execution = runner.run([examples, evaluator])["TransferEvaluator"]
    assert asked == [(0, "0")] * bool(tolerance) + [(8, "chosen"), (64, "64")]
    [blessing] = execution.outputs["blessing"]
    assert [path.name for path in pathlib.Path(blessing.uri).iterdir()] == ["BLESSED" if blessed else "NOT_BLESSED"]
    assert blessing.properties["blessed"] == int(blessed)
    content = json.loads((execution.folder / "evaluation" / "evaluation.json").read_text())
    assert (content["chosen_step"], content["blessed"], len(content["rows"])) == (8, blessed, len(asked))
    assert ("NOT_BLESSED: step 8" not in (execution.folder / "evaluation" / "evaluation.txt").read_text()) == blessed


def test_our_networks_are_those_of_the_models():
    from keras_phases import models
    from keras_phases.components.networks import NETWORKS

    assert {*NETWORKS, "application"} == {*models.__all__}


FEW_ROWS = pytest.mark.filterwarnings("ignore:There are .* rows:keras_phases.PhaseWarning")


def small_examples(path):
    rng = np.random.default_rng(0)
    y = np.tile([0, 1, 2], 32)
    x = (rng.normal(size=(96, 4, 4, 1)) + y[:, None, None, None]).astype("float32")
    np.savez(path, x_train=x[:72], y_train=y[:72], x_test=x[72:], y_test=y[72:])
    return DatasetGen(path=str(path))


def small_trainer(examples, **options):
    return PhaseTrainer(
        examples=examples.outputs["examples"],
        build_model="small",
        model_options={"width": 5},
        batch_size=12,
        learning_rate=0.05,
        probe={"layers": "hidden"},
        **options,
    )


@pytest.mark.slow
@FEW_ROWS
def test_a_whole_pipeline(runner, tmp_path):
    """Training, replay, phases, transfer and push agree with each other; a second run does nothing."""

    def build():
        examples = small_examples(tmp_path / "rows.npz")
        trainer = small_trainer(examples, epochs=4)
        model_run = trainer.outputs["model_run"]
        sweep = ProbeSweep(model_run=model_run, examples=examples.outputs["examples"], probe={"layers": "hidden"})
        analyzer = PhaseAnalyzer(record=sweep.outputs["record"], model_run=model_run)
        evaluator = TransferEvaluator(
            model=analyzer.outputs["model"], model_run=model_run, examples=examples.outputs["examples"], tolerance=1.0
        )
        pusher = Pusher(
            model=analyzer.outputs["model"],
            model_blessing=evaluator.outputs["blessing"],
            base_directory=str(tmp_path / "serving"),
        )
        return [examples, trainer, sweep, analyzer, evaluator, pusher]

    done = runner.run(build())
    live, replayed = (PhaseHistory.load(done[id].outputs["record"][0].uri) for id in ("PhaseTrainer", "ProbeSweep"))
    assert live.steps.tolist() == replayed.steps.tolist() == [0, 1, 2, 4, 8, 16, 24]
    for metric in ("reconstruction_loss", "probe_accuracy", "model_accuracy"):
        assert_close(replayed.column(metric, 0), live.column(metric, 0), relative=1e-5)
    assert done["PhaseTrainer"].outputs["model_run"][0].properties == {
        "num_checkpoints": 7,
        "last_step": 24,
        "build_model": "small",
    }
    analysis = json.loads((done["PhaseAnalyzer"].folder / "analysis" / "analysis.json").read_text())
    chosen = analysis["chosen"]["step"]
    report = replayed.phases("hidden")
    assert analysis["layers"]["hidden"]["minimum_step"] == report.minimum_step
    assert chosen == analysis["advice"]["step"] == replayed.advice().step
    checkpoint = done["PhaseTrainer"].folder / "model_run" / "checkpoint-steps" / f"step-{chosen:08d}.keras"
    [version] = versions(tmp_path)
    assert (tmp_path / "serving" / version / "model.keras").read_bytes() == checkpoint.read_bytes()
    evaluation = json.loads((done["TransferEvaluator"].folder / "evaluation" / "evaluation.json").read_text())
    assert [row["step"] for row in evaluation["rows"]] == live.steps.tolist()
    assert all(execution.cached for execution in runner.run(build()).values())


@pytest.mark.slow
@FEW_ROWS
def test_rows_larger_than_memory_are_trained_on_and_measured_as_they_lie_on_disk(runner, tmp_path, monkeypatch):
    examples = small_examples(tmp_path / "rows.npz")
    monkeypatch.setattr(example_files, "BLOCK_BYTES", 7 * 64)
    [rows] = runner.run([examples])["DatasetGen"].outputs["examples"]
    with np.load(tmp_path / "rows.npz") as expected:
        for in_memory in (True, False):
            if not in_memory:
                monkeypatch.setattr(example_files, "machine_bytes", lambda: 1)
            for (x, y), split in zip(read_examples(rows), ("train", "test"), strict=True):
                assert isinstance(x, np.memmap) != in_memory
                np.testing.assert_array_equal(x, expected[f"x_{split}"])
                np.testing.assert_array_equal(y, expected[f"y_{split}"])
    done = runner.run([examples, small_trainer(examples, epochs=2)])["PhaseTrainer"]
    history = PhaseHistory.load(done.outputs["record"][0].uri)
    assert history.steps.tolist() == [0, 1, 2, 4, 8, 12]
    losses = history.column("model_loss", 0)
    assert losses[-1] < 0.9 * losses[0]


def test_rows_are_records_that_tensorflow_reads(tmp_path):
    tf = pytest.importorskip("tensorflow", reason="reads tf.train.Example")
    rng = np.random.default_rng(0)
    for dtype in ("float32", "uint8"):
        x = (100 * rng.normal(size=(5, 9, 31, 2))).astype(dtype)
        y = np.array([0, 1, 127, 128, 2**31 - 1])
        shape, counts = example_files.write_rows(tmp_path / dtype, {"train": [(x[:2], y[:2]), (x[2:], y[2:])]})
        assert shape == [9, 31, 2] and counts == {"train": (5, 2**31 - 1)}
        files = [str(path) for path in sorted((tmp_path / dtype / "Split-train").iterdir())]
        kind = (
            tf.io.FixedLenFeature(x.shape[1:], tf.float32)
            if dtype == "float32"
            else tf.io.FixedLenFeature([], "string")
        )
        known = {"x": kind, "y": tf.io.FixedLenFeature([], tf.int64)}
        found = [tf.io.parse_single_example(record, known) for record in tf.data.TFRecordDataset(files)]
        read = [
            row["x"] if dtype == "float32" else np.frombuffer(row["x"].numpy(), dtype).reshape(9, 31, 2)
            for row in found
        ]
        np.testing.assert_array_equal(read, x)
        assert [int(row["y"]) for row in found] == y.tolist()
        np.testing.assert_array_equal(example_files.read_rows(tmp_path / dtype, "train")[0], x)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda content, rows: (content[:-1], rows), "are no records of"),
        (lambda content, rows: (b"", rows), "0 bytes are no records"),
        (lambda content, rows: (bytes(len(content)), rows), "records of another form"),
        (lambda content, rows: (content, rows.replace(b"<f4", b"|O8")), "rows of object"),
        (lambda content, rows: (content, rows.replace(b"[2]", b"[4294967295, 99]")), "Expected `int` <="),
        (lambda content, rows: (content, b"{}"), "schema"),
    ],
    ids=["cut", "empty", "zeros", "object", "huge", "no-description"],
)
def test_rows_of_another_form_are_refused(tmp_path, spoil, reason):
    example_files.write_rows(tmp_path, {"train": [(np.ones((3, 2), np.float32), np.arange(3))]})
    [path] = (tmp_path / "Split-train").iterdir()
    content, rows = spoil(path.read_bytes(), (tmp_path / "rows.json").read_bytes())
    path.write_bytes(content)
    (tmp_path / "rows.json").write_bytes(rows)
    with pytest.raises(ValueError, match=rf"holds no rows that DatasetGen wrote: .*{reason}"):
        example_files.read_rows(tmp_path, "train")


@pytest.mark.slow
@FEW_ROWS
def test_a_training_that_is_interrupted_goes_on_from_its_backup(runner, tmp_path, monkeypatch):
    from keras_phases import PhaseHistory
    from keras_phases.components import phase_trainer

    restored, build_backup = [], phase_trainer.build_backup

    def build_and_interrupt(folder):
        backup = build_backup(folder)
        restore, back_up = backup.restore, backup.on_epoch_end

        def on_epoch_end(epoch, logs=None):
            back_up(epoch, logs)
            if epoch == 1 and len(restored) == 1:
                raise KeyboardInterrupt

        def restore_and_tell(model):
            restored.append(restore(model))
            return restored[-1]

        backup.restore, backup.on_epoch_end = restore_and_tell, on_epoch_end
        return backup

    monkeypatch.setattr(phase_trainer, "build_backup", build_and_interrupt)
    monkeypatch.setattr(phase_trainer, "BACKUP_SECONDS", 0.0)
    examples = small_examples(tmp_path / "rows.npz")
    trainer = small_trainer(examples, epochs=3)
    with pytest.raises(KeyboardInterrupt):
        runner.run([examples, trainer])
    execution = runner.run([examples, trainer])["PhaseTrainer"]
    assert restored == [0, 2]
    history = PhaseHistory.load(execution.outputs["record"][0].uri)
    assert history.steps.tolist() == [0, 1, 2, 4, 8, 16, 18]
    assert execution.outputs["model_run"][0].properties["num_checkpoints"] == 7
    assert sorted(path.name for path in execution.folder.iterdir()) == ["execution.json", "model_run", "record"]
    assert [path.name for path in execution.folder.parent.iterdir()] == [execution.key]


@FEW_ROWS
def test_a_sweep_with_a_damaged_checkpoint_fails_unless_that_is_allowed(runner, tmp_path):
    import keras

    examples = small_examples(tmp_path / "rows.npz")
    folder = tmp_path / "checkpoints"
    folder.mkdir()
    model = component_parts.build_small((4, 4, 1), 3, width=5)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    for step in (0, 10):
        model.save(folder / f"step-{step}.keras")
    (folder / "step-20.keras").write_bytes(b"damaged")

    def sweep(**options):
        channels = {"model_run": as_channel([ModelRun(folder)]), "examples": examples.outputs["examples"]}
        with pytest.warns(UserWarning, match="20"):
            return runner.run([examples, ProbeSweep(**channels, probe={"layers": "hidden"}, **options)])["ProbeSweep"]

    with pytest.raises(ComponentError, match=r"1 of 3 checkpoints could not be measured.*max_failed_fraction=0 "):
        sweep()
    execution = sweep(max_failed_fraction=0.34)
    assert execution.outputs["record"][0].properties["num_failed"] == 1
    [failure] = json.loads((execution.folder / "record" / "failures.json").read_text())
    assert failure["step"] == 20
