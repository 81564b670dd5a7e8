"""The folder of checkpoints: which stay, what is on disk at any instant, and how it is read back."""

import errno
import itertools
import json
import os
import pathlib
import shutil

import numpy as np
import pytest

from keras_phases.checkpoints.ring import INDEX, WRITING, Checkpoint, CheckpointRing, choose_kept, load_index
from keras_phases.warning import PhaseWarning

ABOUT = {"layer": "block5", "metric": "reconstruction_loss", "mode": "min"}
VALUES = {0: 0.6, 1: 0.6, 2: 0.59, 4: 0.55, 8: 0.5, 16: 0.47, 32: 0.46, 64: 0.48, 128: 0.5, 256: 0.55}


def open_ring(folder, *, max_kept=4, about=ABOUT, keep=lambda checkpoint, before: checkpoint):
    ring = CheckpointRing(folder / "best.weights.h5", ".weights.h5", max_kept=max_kept)
    ring.open()
    ring.begin(about, keep)
    return ring


def content(step):
    return f"weights of step {step}, ".encode() * 1000 + b"end"


def choose(checkpoints):
    best = min(checkpoints, key=lambda one: (one.value, one.step)).step
    return best, [checkpoints[-1].step]


def add(ring, step, value=None):
    value = VALUES[step] if value is None else value
    ring.add(Checkpoint(step, None, 0, value), lambda path: path.write_bytes(content(step)), choose)


def weights_files(folder):
    return sorted(path for path in folder.rglob("*.weights.h5"))


@pytest.mark.parametrize(
    ("steps", "candidates", "max_kept", "expected"),
    [
        pytest.param([0, 1, 2, 4], [4], None, [0, 1, 2, 4], id="all"),
        pytest.param([4, 0, 2, 1], [4], 4, [0, 1, 2, 4], id="room for all"),
        # Without 2, log(1 + step) has the smallest gap; then without 1 or 4, which leave the same, the first.
        pytest.param([0, 1, 2, 4, 8], [8], 4, [0, 1, 4, 8], id="smallest gap first"),
        pytest.param([0, 1, 2, 4, 8, 16], [1, 16], 2, [1, 16], id="two candidates"),
        pytest.param([0, 1, 2, 4, 8, 16], [1, 1, 16, 2], 2, [1, 16], id="a candidate counts once"),
        pytest.param([0, 1, 2, 4, 8, 16, 32], [2, 32, 4, 1, 16], 5, [0, 2, 4, 16, 32], id="half are candidates"),
        pytest.param([0, 5, 9], [7, 5, 9], 2, [5, 9], id="a candidate that is not there"),
    ],
)
def test_which_steps_stay(steps, candidates, max_kept, expected):
    assert choose_kept(steps, candidates, max_kept) == expected


@pytest.mark.parametrize("max_kept", [2, 3, 5, 8])
def test_the_others_stay_evenly_over_the_logarithm(max_kept):
    """Step by step, as in a run: neighbours end up no further apart than twice what an even spread would give."""
    kept = []
    for step in range(0, 4096, 8):
        kept = choose_kept([*kept, step], [step], max_kept)
        assert len(kept) <= max_kept and kept[-1] == step
    gaps = np.diff(np.log1p(kept))
    assert gaps.max() <= max(2.5 * np.log1p(4096) / (max_kept - 1), gaps.min())


def test_at_most_two_more_files_than_max_kept_are_on_disk_at_any_instant(tmp_path, monkeypatch):
    ring, counts = open_ring(tmp_path), []
    for name in ("replace", "fsync", "unlink"):
        call = getattr(os, name)

        def counted(*arguments, call=call, **options):
            counts.append(len(weights_files(tmp_path)))
            result = call(*arguments, **options)
            counts.append(len(weights_files(tmp_path)))
            return result

        monkeypatch.setattr(os, name, counted)
    for step in VALUES:
        add(ring, step)
        assert len(weights_files(tmp_path)) <= 4 + 1
    assert max(counts) == 4 + 2
    assert ring.largest_bytes == max(len(content(step)) for step in VALUES)


def test_the_best_and_the_newest_are_there_after_each_step(tmp_path):
    ring, seen = open_ring(tmp_path), []
    for step in VALUES:
        add(ring, step)
        seen.append(step)
        best = min(seen, key=VALUES.get)
        steps = [checkpoint.step for checkpoint in ring.checkpoints]
        assert ring.best_step == best and {best, step} <= set(steps) and steps == sorted(steps)
        assert (tmp_path / "best.weights.h5").read_bytes() == content(best)
        assert load_index(tmp_path / "best.weights.h5") == list(ring.checkpoints)
        assert all(checkpoint.path.read_bytes() == content(checkpoint.step) for checkpoint in ring.checkpoints)
        assert not list((ring.folder / WRITING).iterdir())


def test_the_index_is_json_that_others_can_read(tmp_path):
    ring = open_ring(tmp_path)
    add(ring, 8)
    ring.add(Checkpoint(16, None, 3, None, True), lambda path: path.write_bytes(b"16"), lambda _: (8, [16]))
    found = json.loads((tmp_path / "best-steps" / "index.json").read_text())
    assert found == {
        "schema": 1,
        **ABOUT,
        "best_step": 8,
        "checkpoints": [
            {"file": "step-00000008.weights.h5", "step": 8, "epoch": 0, "value": 0.5, "recalibrated": False},
            {"file": "step-00000016.weights.h5", "step": 16, "epoch": 3, "value": None, "recalibrated": True},
        ],
    }
    assert load_index(tmp_path / "best-steps")[1] == Checkpoint(
        16, tmp_path / "best-steps" / "step-00000016.weights.h5", 3, None, True
    )


class Killed(BaseException):
    """What no handler of ours catches; after it, nothing more happens on disk."""


def kill_at(monkeypatch, number):
    """Ends the process, as it were, at the `number`th operation on the disk."""
    counter = itertools.count()

    def dying(call):
        def operation(*arguments, **options):
            if next(counter) >= number:
                raise Killed
            return call(*arguments, **options)

        return operation

    for module, names in ((os, ("replace", "fsync", "unlink", "open")), (shutil, ("copyfile",))):
        for name in names:
            monkeypatch.setattr(module, name, dying(getattr(module, name)))
    for name in ("write_bytes", "write_text"):
        monkeypatch.setattr(pathlib.Path, name, dying(getattr(pathlib.Path, name)))


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize("anew", [False, True], ids=["goes on", "from the start"])
def test_cut_off_at_any_operation_all_that_the_index_names_is_whole(tmp_path, anew):
    for number in itertools.count():
        folder = tmp_path / str(number)
        earlier = open_ring(folder)
        for step in (0, 1, 2, 4, 8):
            add(earlier, step)
        with pytest.MonkeyPatch.context() as monkeypatch:
            kill_at(monkeypatch, number)
            try:
                ring = open_ring(folder, keep=lambda one, before: None if anew else one)
                for step in (0, 1) if anew else (16, 32, 64):
                    add(ring, step)
                is_done = True
            except Killed:
                is_done = False
        found = load_index(folder / "best-steps")
        assert not anew or found == list(earlier.checkpoints)
        assert all(checkpoint.path.read_bytes() == content(checkpoint.step) for checkpoint in found)
        assert len(weights_files(folder)) <= 4 + 2 + 4 * anew
        best = (folder / "best.weights.h5").read_bytes()
        assert best in {content(step) for step in VALUES}
        again = open_ring(folder)
        assert {path.name for path in weights_files(folder)} == {
            "best.weights.h5",
            *(checkpoint.path.name for checkpoint in (*again.checkpoints, *(found if anew else ()))),
        }
        again.update()
        if again.best_step is not None:
            assert (folder / "best.weights.h5").read_bytes() == content(again.best_step)
        if is_done:
            break
    assert number > 20


def refuse(monkeypatch, owner, name, suffix):
    """A disk that is full for files whose name ends in `suffix`."""
    call = getattr(owner, name)

    def full(*arguments, **options):
        if str(arguments[-1] if owner is os else arguments[0]).endswith(suffix):
            raise OSError(errno.ENOSPC, "No space left on device")
        return call(*arguments, **options)

    monkeypatch.setattr(owner, name, full)


@pytest.mark.parametrize(
    ("owner", "name", "suffix"),
    [
        pytest.param(pathlib.Path, "write_bytes", "step-00000008.weights.h5", id="the file"),
        pytest.param(pathlib.Path, "write_text", INDEX, id="the index"),
        pytest.param(os, "replace", "step-00000008.weights.h5", id="its name"),
    ],
)
def test_a_full_disk_leaves_the_ring_as_it_was(tmp_path, owner, name, suffix):
    ring = open_ring(tmp_path)
    for step in (0, 1, 2, 4):
        add(ring, step)
    before, files = ring.checkpoints, weights_files(tmp_path)
    with pytest.MonkeyPatch.context() as monkeypatch:
        refuse(monkeypatch, owner, name, suffix)
        with pytest.raises(OSError, match="No space left"):
            add(ring, 8)
    assert ring.checkpoints == before and weights_files(tmp_path) == files
    assert load_index(ring.folder) == list(before)
    add(ring, 16)
    assert ring.checkpoints[-1].step == 16 and (tmp_path / "best.weights.h5").read_bytes() == content(16)


def test_what_filepath_could_not_take_is_made_up_for(tmp_path):
    ring = open_ring(tmp_path)
    add(ring, 0)
    with pytest.MonkeyPatch.context() as monkeypatch:
        refuse(monkeypatch, os, "replace", "best.weights.h5")
        with pytest.raises(OSError, match="No space left"):
            add(ring, 8)
    assert ring.best_step == 8 and (tmp_path / "best.weights.h5").read_bytes() == content(0)
    ring.update()
    assert (tmp_path / "best.weights.h5").read_bytes() == content(8)


def test_a_step_that_is_saved_again_is_copied_again(tmp_path):
    ring = open_ring(tmp_path)
    add(ring, 8)
    ring.add(Checkpoint(8, None, 0, 0.4), lambda path: path.write_bytes(b"newer"), choose)
    assert (tmp_path / "best.weights.h5").read_bytes() == b"newer" and len(ring.checkpoints) == 1


def test_runs_have_a_folder_each_and_the_path_is_of_the_one_that_began_last(tmp_path):
    def keep_of(run):
        return lambda one, before: one if before["run"] == run else None

    filepath, first = tmp_path / "best.weights.h5", open_ring(tmp_path, about={"run": 1})
    add(first, 0)
    second = open_ring(tmp_path, about={"run": 2}, keep=keep_of(2))
    add(second, 8)
    assert [one.folder.name for one in (first, second)] == ["best-steps", "best-steps-1"]
    assert load_index(filepath) == list(second.checkpoints) and load_index(first.folder) == list(first.checkpoints)
    again = open_ring(tmp_path, about={"run": 1}, keep=keep_of(1))
    assert again.folder == first.folder and load_index(filepath) == list(first.checkpoints)
    add(again, 16)
    assert filepath.read_bytes() == content(16) and [one.step for one in load_index(second.folder)] == [8]
    (first.folder / INDEX).write_text("{")
    (tmp_path / "best-steps-2").symlink_to(tmp_path / "nowhere")
    started = [CheckpointRing(filepath, ".weights.h5", max_kept=4) for _ in range(2)]
    for ring in started:
        ring.open()
    for ring in started:  # at the same time
        ring.begin({"run": 3}, keep_of(4))
    assert [ring.folder.name for ring in started] == ["best-steps-3", "best-steps-4"]


def test_a_file_that_somebody_removed_is_left_out_and_named(tmp_path):
    ring = open_ring(tmp_path)
    add(ring, 0)
    add(ring, 8)
    ring.checkpoints[0].path.unlink()
    with pytest.warns(PhaseWarning, match=r"step-00000000.weights.h5 is gone"):
        assert [checkpoint.step for checkpoint in load_index(ring.folder)] == [8]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: (folder / "step-00000008.weights.h5").touch(), "holds 1 weights files without index.json"),
        (
            lambda folder: (folder / INDEX).write_text("{"),
            r"is no index of checkpoints: JSONDecodeError.* Pass another",
        ),
        (lambda folder: (folder / INDEX).write_text("[]"), "is no index of checkpoints"),
        (
            lambda folder: (folder / INDEX).write_text('{"schema": 2, "best_step": 0, "checkpoints": []}'),
            "schema 2, exp",
        ),
        (
            lambda folder: write_entry(folder, file="../../x.weights.h5"),
            r"is no index of checkpoints: .*\$\.checkpoints\[0\]",
        ),
        (lambda folder: write_entry(folder, step="8"), r"is no index of checkpoints: .*\$\.checkpoints\[0\]"),
        (
            lambda folder: write_entry(folder, file="step-00000008.keras"),
            "holds step-00000008.keras, no .weights.h5 files",
        ),
        (lambda folder: (folder.parent / "best.weights.h5").mkdir(), "is a folder. Expected a file"),
    ],
    ids=["no index", "torn", "no object", "schema", "elsewhere", "step", "suffix", "folder"],
)
def test_a_folder_that_holds_something_else_is_refused(tmp_path, make, message):
    (tmp_path / "best-steps").mkdir()
    make(tmp_path / "best-steps")
    with pytest.raises(ValueError, match=message):
        open_ring(tmp_path)


ENTRY = '{"schema": 1, "best_step": 8, "checkpoints": [{"recalibrated": false, %s}]}'
SOUND = '"file": "step-00000008.weights.h5", "step": 8, "epoch": 0, "value": 1'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("step-00000008", "../../outside/step-00000008"),
        ("step-00000008.weights.h5", r"step-\n00000008.weights.h5"),
        ('"step": 8', '"step": 1' + "0" * 400),
        ('"step": 8', '"step": true'),
        ('"step": 8', '"step": -8'),
        ('"epoch": 0', '"epoch": []'),
        ('"epoch": 0, ', ""),
        ('"value": 1', '"value": 1e400'),
        ('"value": 1', '"value": 1' + "0" * 400),
        ('"value": 1', '"value": ' + "[" * 9000),
        ('"value": 1', r'"value": "\ud800"'),
    ],
    ids="outside line huge bool negative list no-epoch huge-float huge-integer nested half-character".split(),
)
def test_an_index_that_a_stranger_wrote_names_steps_and_files_or_is_refused(tmp_path, before, after):
    (tmp_path / "step-00000008.weights.h5").touch()
    (tmp_path / INDEX).write_text(ENTRY % SOUND)
    assert [one.step for one in load_index(tmp_path)] == [8]
    (tmp_path / INDEX).write_text(ENTRY % SOUND.replace(before, after))
    with pytest.raises(ValueError, match=r"index.json' is no index of checkpoints: .* Pass another") as told:
        load_index(tmp_path)
    assert len(str(told.value)) < 1000


def write_entry(folder, **fields):
    entry = {"file": "step-00000008.weights.h5", "step": 8, "epoch": 0, "value": 0.5, "recalibrated": False} | fields
    (folder / "step-00000008.keras").touch()
    (folder / INDEX).write_text(json.dumps({"schema": 1, **ABOUT, "best_step": 8, "checkpoints": [entry]}))


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "best-steps").write_text("in the way")
    with pytest.raises(ValueError, match=r"best-steps' cannot be written: .*pass one that can"):
        open_ring(tmp_path)


def test_files_of_others_stay(tmp_path):
    ring = open_ring(tmp_path)
    for name in ("notes.txt", "mine.weights.h5", "step-1.weights.h5"):
        (ring.folder / name).touch()
    open_ring(tmp_path)
    assert {"notes.txt", "mine.weights.h5", "step-1.weights.h5"} <= {path.name for path in ring.folder.iterdir()}


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("step-00000128.weights.h5", 128),
        ("model-100.keras", 100),
        ("epoch03-batch0200.weights.h5", 200),
        ("weights.05-0.32.weights.h5", 5),
        ("12-1.2e-05.weights.h5", 12),
        ("0.weights.h5", 0),
        ("vgg8_12345678901.keras", 12345678901),
        ("best.weights.h5", None),
        ("step-7.h5", None),
        ("7.txt", None),
    ],
)
def test_the_step_is_the_last_whole_number_of_a_name(tmp_path, name, step):
    (tmp_path / name).touch()
    if step is None:
        with pytest.raises(FileNotFoundError, match=r"no checkpoints in .*steps in|step in their names"):
            load_index(tmp_path)
    else:
        assert load_index(str(tmp_path)) == [Checkpoint(step, tmp_path / name)]


def test_files_are_listed_by_step_and_two_of_one_step_are_refused(tmp_path):
    for step in (100, 20, 3):
        (tmp_path / f"model-{step}.weights.h5").touch()
    assert [checkpoint.step for checkpoint in load_index(tmp_path)] == [3, 20, 100]
    (tmp_path / "again-20.keras").touch()
    with pytest.raises(ValueError, match=r"'again-20.keras' and 'model-20.weights.h5' in .* are both of step 20"):
        load_index(tmp_path)


def test_nothing_there_is_said_so(tmp_path):
    with pytest.raises(FileNotFoundError, match="Expected weights files with the step in their names, or the filepath"):
        load_index(tmp_path / "nowhere.weights.h5")
