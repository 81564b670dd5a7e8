"""In TFX our components do what they do in LocalRunner, and its own take what they make; where TFX is installed."""

import collections
import importlib.util
import json
import pathlib
import sys

import numpy as np
import pytest
from builders import component_parts

from keras_phases.components import (
    DatasetGen,
    Examples,
    LocalRunner,
    Model,
    ModelBlessing,
    ModelEvaluation,
    ModelRun,
    PhaseAnalyzer,
    PhaseRecord,
    PhaseTrainer,
    ProbeSweep,
    PushedModel,
    Pusher,
    TransferEvaluator,
    read_examples,
)
from keras_phases.components import tfx as adapter
from keras_phases.components.tfx import as_tfx
from keras_phases.components.tfx_artifacts import give

# Not ours: what TFX and Beam warn of where they are imported, and of nodes that two pipelines have.
pytestmark = pytest.mark.filterwarnings("ignore")

SMALL = {"layers": "block5_relu", "max_examples": 200, "max_heldout": 100}


@pytest.fixture(scope="module")
def tfx():
    reason = "TFX is not installed: pip install 'keras-phases[tfx]' needs glibc 2.39 or macOS on arm64"
    return pytest.importorskip("tfx.v1", reason=reason, exc_type=ImportError)


def build(use, folder):
    """The components of a pipeline from digits to a pushed model; `use` makes the class of each of ours."""
    source = use(DatasetGen)(dataset="digits", classes=[0, 1, 2]).with_id("SourceData")
    target = use(DatasetGen)(dataset="digits", classes=[5, 6, 7]).with_id("TargetData")
    rows = source.outputs["examples"]
    trainer = use(PhaseTrainer)(examples=rows, model_options={"width": 4}, learning_rate=1 / 300, epochs=2, **SMALL)
    model_run = trainer.outputs["model_run"]
    sweep = use(ProbeSweep)(model_run=model_run, examples=rows, decoders=["linear", "patch"], **SMALL)
    analyzer = use(PhaseAnalyzer)(record=sweep.outputs["record"], model_run=model_run)
    judged = {"model": analyzer.outputs["model"], "model_run": model_run, "examples": target.outputs["examples"]}
    evaluator = use(TransferEvaluator)(tolerance=1, max_examples=100, **judged)
    blessed = {"model": judged["model"], "model_blessing": evaluator.outputs["blessing"]}
    pusher = use(Pusher)(base_directory=str(folder / "serving"), **blessed)
    return [source, target, trainer, sweep, analyzer, evaluator, pusher], blessed


Run = collections.namedtuple("Run", "done artifacts states folder")


@pytest.fixture(scope="module")
def run(tfx, tmp_path_factory):
    """The same pipeline in LocalRunner, and twice in TFX, there with a Pusher and an Importer of its own."""
    from ml_metadata.metadata_store import MetadataStore

    folder = tmp_path_factory.mktemp("pipelines")
    ours, _ = build(lambda component: component, folder / "ours")
    done = LocalRunner(folder / "ours", verbose=0).run(ours)
    config = tfx.orchestration.metadata.sqlite_metadata_connection_config(str(folder / "metadata.sqlite"))

    def run_tfx():
        nodes, blessed = build(as_tfx, folder / "theirs")
        files = tfx.proto.PushDestination.Filesystem(base_directory=str(folder / "theirs" / "serving_of_tfx"))
        destination = tfx.proto.PushDestination(filesystem=files)
        nodes.append(tfx.components.Pusher(push_destination=destination, **blessed).with_id("TfxPusher"))
        kept = done["PhaseTrainer"].outputs["model_run"][0].uri
        nodes.append(tfx.dsl.Importer(source_uri=kept, artifact_type=as_tfx(ModelRun)).with_id("Kept"))
        sweep = as_tfx(ProbeSweep)(
            model_run=nodes[-1].outputs["result"], examples=nodes[0].outputs["examples"], **SMALL
        )
        nodes.append(sweep.with_id("SweepOfKept"))
        root, settings = str(folder / "theirs" / "root"), {"metadata_connection_config": config}
        pipeline = tfx.dsl.Pipeline("phases", root, components=nodes, enable_cache=True, **settings)
        tfx.orchestration.LocalDagRunner().run(pipeline)

    run_tfx()
    store = MetadataStore(config)
    artifacts = {tuple(pathlib.Path(one.uri).parts[-3:-1]): one for one in store.get_artifacts()}
    run_tfx()
    states = collections.Counter(
        type(one).State.Name(one.last_known_state) for one in store.get_executions() if "Importer" not in one.type
    )
    return Run(done, artifacts, states, folder)


def values_of(message):
    """The properties of one of TFX's artifacts, declared and custom."""
    pairs = [*message.properties.items(), *message.custom_properties.items()]
    return {name: getattr(value, value.WhichOneof("value")) for name, value in pairs}


def test_all_components_run_in_tfx_and_are_cached_the_second_time(run):
    assert run.states == {"COMPLETE": 9, "CACHED": 9}


def test_records_are_those_of_the_local_runner_bit_for_bit(run):
    from keras_phases import PhaseHistory

    for id in ("PhaseTrainer", "ProbeSweep"):
        ours = PhaseHistory.load(run.done[id].outputs["record"][0].uri)
        theirs = PhaseHistory.load(run.artifacts[id, "record"].uri)
        assert ours.layout == theirs.layout and ours.steps.tolist() == theirs.steps.tolist()
        for metric in set(ours.layout.metrics) - {"probe_seconds"}:
            for row in range(len(ours.layout.rows)):
                np.testing.assert_array_equal(theirs.column(metric, row), ours.column(metric, row), err_msg=metric)
    for id, output, file in (
        ("PhaseAnalyzer", "analysis", "analysis.json"),
        ("TransferEvaluator", "evaluation", "evaluation.json"),
        ("TransferEvaluator", "blessing", "BLESSED"),
    ):
        ours = pathlib.Path(run.done[id].outputs[output][0].uri, file).read_text()
        assert pathlib.Path(run.artifacts[id, output].uri, file).read_text() == ours
    ours, theirs = (
        read_examples(Examples(uri))
        for uri in (run.done["SourceData"].outputs["examples"][0].uri, run.artifacts["SourceData", "examples"].uri)
    )
    for mine, its in zip((*ours[0], *ours[1]), (*theirs[0], *theirs[1]), strict=True):
        np.testing.assert_array_equal(mine, its)


def test_artifacts_of_tfx_have_our_properties(run):
    for id, execution in run.done.items():
        for output, [artifact] in execution.outputs.items():
            values = values_of(run.artifacts[id, output])
            for name, value in artifact.properties.items():
                if name not in ("pushed_destination", "pushed_version", "current_model", "baseline_model"):
                    # TFX's store keeps six digits of a float.
                    is_float, given = isinstance(value, float), json.dumps(value) if isinstance(value, list) else value
                    assert values[name] == (pytest.approx(value, rel=1e-5) if is_float else given)
    blessing = values_of(run.artifacts["TransferEvaluator", "blessing"])
    assert blessing["current_model"] == run.artifacts["PhaseAnalyzer", "model"].uri
    types = {place: message.type for place, message in run.artifacts.items()}
    assert types["SourceData", "examples"] == "PhaseExamples" and types["ProbeSweep", "record"] == "PhaseRecord"
    assert types["PhaseAnalyzer", "model"] == "Model" and types["Pusher", "pushed_model"] == "PushedModel"


def test_the_pusher_of_tfx_takes_our_model_and_blessing(run):
    model = pathlib.Path(run.artifacts["PhaseAnalyzer", "model"].uri, "Format-Serving", "model.keras").read_bytes()
    for id, folder in (("Pusher", "serving"), ("TfxPusher", "serving_of_tfx")):
        pushed = values_of(run.artifacts[id, "pushed_model"])
        assert pushed["pushed"] == 1
        assert pathlib.Path(pushed["pushed_destination"]).parent == run.folder / "theirs" / folder
        assert pathlib.Path(pushed["pushed_destination"], "model.keras").read_bytes() == model


def test_what_an_importer_of_tfx_gives_is_measured(run):
    from keras_phases import PhaseHistory

    theirs = PhaseHistory.load(run.artifacts["SweepOfKept", "record"].uri)
    ours = PhaseHistory.load(run.done["ProbeSweep"].outputs["record"][0].uri)
    np.testing.assert_array_equal(theirs.column("reconstruction_loss", 0), ours.column("reconstruction_loss", 0))


def test_classes_are_found_by_their_path(tfx):
    from tfx.types import standard_artifacts
    from tfx.utils import import_utils, name_utils

    for one in (as_tfx(DatasetGen).EXECUTOR_SPEC.executor_class, as_tfx(Examples), as_tfx(PhaseRecord)):
        assert import_utils.import_class_by_path(name_utils.get_full_name(one)) is one
    assert as_tfx(Model) is standard_artifacts.Model and as_tfx(ModelBlessing) is standard_artifacts.ModelBlessing
    assert as_tfx(DatasetGen) is as_tfx(DatasetGen)
    digits = as_tfx(DatasetGen)(dataset="digits")
    assert digits.id == "DatasetGen" and digits.with_id("Digits").id == "Digits"
    assert digits.outputs["examples"].producer_component_id == "Digits"


def test_what_a_parameter_names_enters_the_cache_key_of_tfx(tfx, tmp_path, monkeypatch):
    def fingerprint():
        return as_tfx(DatasetGen)(path=str(tmp_path / "rows.npz")).exec_properties[adapter.FINGERPRINT]

    (tmp_path / "rows.npz").write_text("some")
    before = fingerprint()
    assert fingerprint() == before
    (tmp_path / "rows.npz").write_text("others")
    assert fingerprint() != before
    changed = fingerprint()
    monkeypatch.setattr("keras_phases.components.executions.__version__", "9.9")
    assert fingerprint() != changed


def test_wrong_arguments_fail_when_the_component_is_constructed(tfx):
    digits = as_tfx(DatasetGen)(dataset="digits")
    rows, trainer = digits.outputs["examples"], as_tfx(PhaseTrainer)
    for construct, message in (
        (lambda: trainer(examples=rows, epoch=3), "PhaseTrainer has no argument 'epoch'. Expected"),
        (lambda: trainer(examples=rows, epochs=0), "epochs is 0. Expected a number of at least 1"),
        (lambda: trainer(examples=rows, build_model="vgg7"), "build_model is 'vgg7'. Expected one of"),
        (lambda: trainer(epochs=1), "PhaseTrainer lacks its argument 'examples'"),
        (lambda: trainer(examples="rows.npz"), "examples is 'rows.npz'. Expected a channel of TFX's"),
        (lambda: trainer(examples=DatasetGen(dataset="digits").outputs["examples"]), "Expected a channel of TFX's"),
        (
            lambda: as_tfx(PhaseAnalyzer)(record=rows, model_run=rows),
            "channel of PhaseExamples. Expected one of Phase",
        ),
        (lambda: as_tfx(DatasetGen)(dataset="digits", classes=[1, 1]), r"classes is \[1, 1\]. Expected two or more"),
    ):
        with pytest.raises(ValueError, match=message):
            construct()


def test_components_of_ones_own_are_taken_if_they_can_be_imported(tfx, tmp_path):
    def make(type, name):
        artifact = as_tfx(type)()
        artifact.uri = str(tmp_path / name)
        return artifact

    (tmp_path / "numbers").mkdir()
    (tmp_path / "numbers" / "numbers.json").write_text("[1, 2]")
    numbers, total = make(Examples, "numbers"), make(ModelEvaluation, "total")
    imported = tfx.dsl.Importer(source_uri=numbers.uri, artifact_type=as_tfx(Examples)).outputs["result"]
    component = as_tfx(component_parts.Total)(numbers=imported, scale=2, note=["a", 1])
    (tmp_path / "total" / "half").mkdir(parents=True)  # by a try that was killed
    assert component.exec_properties["scale"] == 2.0 and component.exec_properties["note"] == '["a", 1]'
    adapter.Executor().Do({"numbers": [numbers]}, {"evaluation": [total]}, component.exec_properties)
    assert (tmp_path / "total" / "total.txt").read_text() == "6.0"
    assert not (tmp_path / "total" / "half").exists()

    class Nested(component_parts.Total):
        pass

    with pytest.raises(ValueError, match=r"Nested' is not imported.* Expected a component at the top of a module"):
        as_tfx(Nested)


def test_flags_of_beam_reach_the_executor_of_a_component_that_beam_may_run(tfx, run, tmp_path):
    from keras_phases import PhaseHistory

    rows, kept = (
        tfx.dsl.Importer(source_uri=run.done[id].outputs[output][0].uri, artifact_type=as_tfx(type)).with_id(id)
        for id, output, type in (("SourceData", "examples", Examples), ("PhaseTrainer", "model_run", ModelRun))
    )
    way, given = ["--runner=FnApiRunner"], {"model_run": kept.outputs["result"], "examples": rows.outputs["result"]}
    sweep = as_tfx(ProbeSweep)(beam_pipeline_args=way, **given, **SMALL)
    assert sweep.executor_spec.beam_pipeline_args == way
    assert as_tfx(ProbeSweep)(**given).with_beam_pipeline_args(way).executor_spec.beam_pipeline_args == way
    seen = []
    with pytest.MonkeyPatch.context() as patch:
        real = ProbeSweep.EXECUTOR_SPEC.executor_class.Do
        look = lambda self, *arguments: (seen.append(self.beam_pipeline_args), real(self, *arguments))[1]  # noqa: E731
        patch.setattr(ProbeSweep.EXECUTOR_SPEC.executor_class, "Do", look)
        config = tfx.orchestration.metadata.sqlite_metadata_connection_config(str(tmp_path / "metadata.sqlite"))
        settings = {"components": [rows, kept, sweep], "metadata_connection_config": config}
        tfx.orchestration.LocalDagRunner().run(tfx.dsl.Pipeline("beam", str(tmp_path), **settings))
    assert seen == [way]
    record = PhaseHistory.load(next((tmp_path / "ProbeSweep" / "record").iterdir()))
    ours = PhaseHistory.load(run.done["ProbeSweep"].outputs["record"][0].uri)
    np.testing.assert_array_equal(record.column("reconstruction_loss", 0), ours.column("reconstruction_loss", 0))


def test_folders_that_are_elsewhere_are_copied_there_and_back(tfx, tmp_path):
    """`ram://` stands for `gs://`: TensorFlow reads and writes both, Python's own functions neither."""
    import tensorflow as tf
    from tfx.types import channel

    def make(type, uri):
        artifact = as_tfx(type)()
        artifact.uri = uri
        return artifact

    tf.io.gfile.makedirs("ram://phases/model/Format-Serving")
    with tf.io.gfile.GFile("ram://phases/model/Format-Serving/model.keras", "w") as file:
        file.write("a model")
    model, blessing = make(Model, "ram://phases/model"), make(ModelBlessing, str(tmp_path))
    blessing.set_int_custom_property("blessed", 1)
    pushed = make(PushedModel, "ram://phases/pushed")
    inputs = {"model": [model], "model_blessing": [blessing]}
    channels = {name: channel.Channel(type(one)) for name, [one] in inputs.items()}
    component = as_tfx(Pusher)(base_directory=str(tmp_path / "serving"), **channels)
    adapter.Executor().Do(inputs, {"pushed_model": [pushed]}, component.exec_properties)
    with tf.io.gfile.GFile("ram://phases/pushed/model.keras") as file:
        assert file.read() == "a model"
    assert pushed.get_int_custom_property("pushed") == 1


def test_a_property_names_what_was_copied_and_not_the_copy(tfx):
    blessing = as_tfx(ModelBlessing)()
    blessing.uri = "/runs/blessing"
    made = ModelBlessing("/runs/blessing", current_model="/copies/model", baseline_model="/copies/model-1/step-8.keras")
    give(made, blessing, {"/copies/model": "gs://a/model", "/copies/model-1": "gs://a/run"})
    assert blessing.get_string_custom_property("current_model") == "gs://a/model"
    assert blessing.get_string_custom_property("baseline_model") == "gs://a/run/step-8.keras"


def test_without_tfx_one_line_says_where_it_installs(monkeypatch):
    monkeypatch.setitem(sys.modules, "tfx", None)
    spec = importlib.util.spec_from_file_location("without_tfx", adapter.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with pytest.raises(ImportError) as error:
        module.as_tfx(DatasetGen)
    assert 'pip install "keras-phases[tfx]", on Linux x86-64 with glibc 2.39 or newer, or macOS' in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("wrong", ["PhaseTrainer", DatasetGen(dataset="digits"), int, []], ids=repr)
def test_what_is_no_component_is_refused(wrong):
    with pytest.raises(ValueError, match=r"Expected a class of keras_phases.components, as in as_tfx\(PhaseTrainer\)"):
        as_tfx(wrong)
