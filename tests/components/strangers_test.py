"""Folders of pipelines from strangers: names in them import nothing, and files in them are read as what they are."""

import io
import json
import pickle
import sys
import zipfile

import numpy as np
import pytest
from builders import component_parts
from builders.component_parts import Numbers

from keras_phases.components import (
    ComponentError,
    DatasetGen,
    Examples,
    LocalRunner,
    Model,
    ModelRun,
    PhaseTrainer,
    ProbeSweep,
    TransferEvaluator,
    as_channel,
    networks,
    read_examples,
    register_network,
)


@pytest.fixture
def module(tmp_path, monkeypatch):
    """A module that tells when it is imported, itself and within a package."""
    text = f"open({str(tmp_path / 'ran')!r}, 'w').close()\ndef build(input_shape, num_classes): pass\n"
    (tmp_path / "strange_package").mkdir()
    for path in ("strange.py", "strange_package/__init__.py", "strange_package/models.py"):
        (tmp_path / path).write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("strange")]:
        del sys.modules[name]


@pytest.fixture
def rows(tmp_path):
    arrays = {"x_train": np.zeros((4, 2), np.float32), "y_train": np.array([0, 1, 0, 1])}
    arrays |= {name.replace("train", "test"): array for name, array in arrays.items()}
    np.savez(tmp_path / "rows.npz", **arrays)
    return as_channel([Examples(tmp_path / "rows.npz")])


def trained(folder, name, rows):
    return PhaseTrainer(examples=rows, build_model=name)


def swept(folder, name, rows):
    return ProbeSweep(model_run=as_channel([ModelRun(folder, build_model=name)]), examples=rows)


def evaluated(folder, name, rows):
    model = as_channel([Model(folder, step=0)])
    return TransferEvaluator(model=model, model_run=as_channel([ModelRun(folder, build_model=name)]), examples=rows)


NAMED_BY = pytest.mark.parametrize("make", [trained, swept, evaluated], ids=["parameter", "artifact", "evaluated"])


@NAMED_BY
@pytest.mark.parametrize("name", ["strange:build", "strange_package.models:build", "strange:", "os:system"])
def test_model_names_in_artifacts_import_no_module(module, rows, make, name):
    (module / "checkpoints").mkdir()
    component = make(module / "checkpoints", name, rows)
    with pytest.raises(
        ComponentError, match=r"build_model is '.*', and whoever wrote it chooses.*register_network.*allow_imp"
    ):
        LocalRunner(module / "root", verbose=0).run([component])
    assert not (module / "ran").exists() and not {"strange", "strange_package"} & {*sys.modules}


@NAMED_BY
def test_model_names_in_artifacts_that_nobody_has_registered_are_refused(module, rows, make):
    (module / "checkpoints").mkdir()
    with pytest.raises(
        (ComponentError, ValueError), match=r"build_model is 'mine'. Expected one of: 'resnet10'.*register"
    ):
        LocalRunner(module / "root", verbose=0).run([make(module / "checkpoints", "mine", rows)])


@NAMED_BY
def test_model_names_in_artifacts_are_imported_where_the_runner_allows_it(module, rows, make):
    (module / "checkpoints").mkdir()
    with pytest.raises(ComponentError) as told:  # there is nothing to train or to load
        LocalRunner(module / "root", verbose=0, allow_imports=True).run(
            [make(module / "checkpoints", "strange:build", rows)]
        )
    assert (module / "ran").exists() and "whoever wrote it" not in str(told.value)


def test_model_names_in_artifacts_of_a_root_that_somebody_has_changed(module, rows):
    """A name that is put into what a run has left is not imported by the next."""
    root, made = module / "root", Numbers(value=2)
    execution = LocalRunner(root, verbose=0).run([made])["Numbers"]
    lineage = execution.folder / "execution.json"
    content = json.loads(lineage.read_text())
    content["outputs"]["examples"][0] |= {"uri": "/etc", "properties": {"build_model": "strange:build"}}
    lineage.write_text(json.dumps(content))
    again = LocalRunner(root, verbose=0).run([Numbers(value=2)])["Numbers"]
    assert not again.cached and not (module / "ran").exists()  # Examples have no such property


def test_a_network_of_ones_own_is_built_by_its_name():
    model = networks.build("small", (4, 4, 1), 3, {"width": 5})
    assert model.get_layer("hidden").units == 5
    assert networks.digest_source("small") == networks.digest_source("small") != networks.digest_source("vgg8") == {}
    assert register_network("small")(component_parts.build_small) is component_parts.build_small


@pytest.mark.parametrize("name", ["vgg8", "a:b", "", 3], ids=str)
def test_names_that_are_none_are_refused(name):
    with pytest.raises(ValueError, match="Expected text without a colon, none of: 'resnet10'"):
        register_network(name)
    with pytest.raises(
        ValueError, match=r"'small' is registered as .*build_small. Expected another name for .*is_large"
    ):
        register_network("small")(component_parts.is_large)


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content | {"outputs": []},
        lambda content: content | {"seconds": 10**400},
        lambda content: content | {"schema": True},
        lambda content: content | {"outcome": {}},
        lambda content: content | {"outputs": {"examples": [{"digest": 1, "signature": "", "properties": {}}]}},
        lambda content: content | {"outputs": {"examples": content["outputs"]["examples"] + [None]}},
        lambda content: "[" * 100_000,
    ],
    ids=["list", "huge-number", "bool", "object", "digest", "null", "nested"],
)
def test_a_lineage_that_is_none_has_its_execution_made_anew(tmp_path, change):
    runner = LocalRunner(tmp_path, verbose=0)
    path = runner.run([Numbers(value=1)])["Numbers"].folder / "execution.json"
    changed = change(json.loads(path.read_text()))
    path.write_text(changed if isinstance(changed, str) else json.dumps(changed))
    assert not runner.run([Numbers(value=1)])["Numbers"].cached
    assert runner.run([Numbers(value=1)])["Numbers"].cached


def test_outputs_are_those_of_their_execution_whatever_its_lineage_says(tmp_path):
    runner = LocalRunner(tmp_path / "root", verbose=0)
    folder = runner.run([Numbers(value=1)])["Numbers"].folder
    content = json.loads((folder / "execution.json").read_text())
    content["outputs"]["examples"][0]["uri"] = str(tmp_path)
    (folder / "execution.json").write_text(json.dumps(content))
    assert runner.run([Numbers(value=1)])["Numbers"].outputs["examples"][0].uri == str(folder / "examples")


def test_links_in_a_root_are_not_written_through(tmp_path):
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "root").mkdir()
    for name in (".root.writer", ".root.lock"):
        (tmp_path / name).symlink_to(tmp_path / "mine")
    LocalRunner(tmp_path / "root", verbose=0).run([Numbers(value=1)])
    assert (tmp_path / "mine").read_text() == "mine"


class Code:
    def __reduce__(self):
        return exec, ("raise SystemExit('ran')",)


def pack(**members):
    """A `.npz` of arrays, and of bytes as they are."""
    content = io.BytesIO()
    arrays = {"x_train": np.zeros((4, 2)), "y_train": np.zeros(4), "x_test": np.zeros((4, 2)), "y_test": np.zeros(4)}
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, array in (arrays | members).items():
            member = io.BytesIO()
            if isinstance(array, np.ndarray):
                np.save(member, array)
            file.writestr(f"{name}.npy", member.getvalue() or array)
    return content.getvalue()


def head(shape, descr="<f4", version=b"\x01\x00"):
    """The head of an array that says to be of a shape."""
    text = f"{{'descr': {descr!r}, 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    return b"\x93NUMPY" + version + len(text).to_bytes(2, "little") + text


def pickled():
    content = io.BytesIO()
    np.save(content, np.array([Code()] * 4), allow_pickle=True)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (lambda: pack(y_train=pickled()), "y_train is of object, expected numbers"),
        (lambda: pickle.dumps(Code()), "BadZipFile"),
        (lambda: pack(x_train=pickle.dumps(Code())), "x_train|magic"),
        (lambda: pack(x_train=head((50_000, 50_000))), r"declares float32 of the shape \(50000, 50000\), 100"),
        (lambda: pack(x_train=head((-4, 2)) + bytes(32)), r"declares float32 of the shape \(-4, 2\)"),
        (lambda: pack(x_train=head((2**40, 2**40))), "declares float32 of the shape"),
        (lambda: pack(x_train=head("__import__('os')")), "malformed node"),
        (lambda: pack(x_train=head((4,), "<V8") + bytes(32)), "expected numbers"),
        (lambda: pack(x_train=head((4,), "<f4", b"\x09\x00")), r"KeyError: \(9, 0\)"),
        (lambda: pack(x_train=np.zeros((4, 2)), y_train=np.zeros((4, 2))), "has arrays of the shapes"),
        (lambda: pack(x_train=np.array(1), x_test=np.array(1)), "has arrays of the shapes"),
        (lambda: pack()[:-40], "BadZipFile"),
        (lambda: pack()[:100], "BadZipFile"),
        (lambda: b"", "BadZipFile"),
    ],
    ids=[
        "object",
        "pickle",
        "pickle-within",
        "bomb",
        "negative",
        "overflow",
        "code",
        "void",
        "version",
        "shapes",
        "numbers",
        "torn",
        "cut",
        "empty",
    ],
)  # fmt: skip
def test_rows_from_a_stranger_are_numbers_of_the_size_they_say(tmp_path, content, reason):
    (tmp_path / "examples.npz").write_bytes(content())
    with pytest.raises(ValueError, match=rf"examples.npz'.*({reason}).*Expected a .npz file with the arrays x_train"):
        read_examples(Examples(tmp_path))
    with pytest.raises(ComponentError, match=r"DatasetGen failed: ValueError: .*examples.npz'"):
        LocalRunner(tmp_path / "root", verbose=0).run([DatasetGen(path=str(tmp_path / "examples.npz"))])


def test_rows_that_are_a_few_bytes_blown_up_are_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr("keras_phases.data.arrays_file._LARGE", 2**16)
    (tmp_path / "examples.npz").write_bytes(pack(x_train=np.zeros((4, 2**18), np.float32)))
    with pytest.raises(
        ValueError, match=r"x_train is 4194304 bytes packed into .*, more than 200 times as many; numpy.savez"
    ):
        read_examples(Examples(tmp_path))
    noise = np.random.default_rng(0).normal(size=(4, 2**18)).astype("float32")
    (tmp_path / "examples.npz").write_bytes(pack(x_train=noise))
    np.testing.assert_array_equal(read_examples(Examples(tmp_path))[0][0], noise)
