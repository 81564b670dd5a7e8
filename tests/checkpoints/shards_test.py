"""A sweep in shards gives the record of the loop bit for bit; what would lose or double cells is an error by name."""

import dataclasses
import errno
import importlib
import itertools
import shutil
import warnings
import zipfile

import fsspec
import keras
import pytest
from builders.sweeps import bits_of, play, rows_of, write_sweep
from builders.tolerance import assert_close

from keras_phases import PhaseHistory, PhaseWarning, ProbeSettings, merge, replay
from keras_phases.__main__ import main
from keras_phases.checkpoints import shard_plan
from keras_phases.checkpoints.engines.loop import LoopEngine
from keras_phases.checkpoints.engines.shards import Shard
from keras_phases.checkpoints.replay_cells import Failure, plan_image_steps
from keras_phases.checkpoints.shard_plan import Plan, Planned
from keras_phases.checkpoints.whole_files import fingerprint
from keras_phases.record.event_files import PhaseEventWriter
from keras_phases.record.hold import Hold
from keras_phases.record.images import MAX_IMAGE_STEPS, records_images
from keras_phases.record.paths import to_path
from keras_phases.record.probe_step import ProbeRow, ProbeStep
from keras_phases.record.run_record import Record
from keras_phases.record.schema import Layout, Row

TAPS, NUM_STEPS = ["a", "b", "c", "d", "e"], 12

pytestmark = [
    pytest.mark.filterwarnings(f"ignore:{text}:keras_phases.PhaseWarning") for text in ("There are .* rows", "Step 11")
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Twelve checkpoints of five layers, one cell poisoned, and the record of the loop."""
    folder = tmp_path_factory.mktemp("shards")
    write_sweep(folder, TAPS, NUM_STEPS)
    play(folder, folder / "loop", layers=TAPS)
    return folder


@pytest.mark.slow
def test_four_shards_merged_are_the_loop_bit_for_bit_and_load_each_checkpoint_once(folder, tmp_path, monkeypatch):
    load, loads = LoopEngine.load, []

    def load_seen(self, model, saved):
        loads.append(saved.step)
        load(self, model, saved)

    monkeypatch.setattr(LoopEngine, "load", load_seen)
    found = play(folder, tmp_path, Shard(2, 4), layers=TAPS)
    assert found.measured_steps == (2, 6, 10) and found.log_dir == tmp_path / "shards" / "2-of-4"
    partly = merge(tmp_path, verbose=0)
    assert partly.history.steps.tolist() == [2, 6, 10] and partly.failures == ()
    assert [fault.partition(":")[0] for fault in partly.faults] == [f"Shard {i}/4 has not begun" for i in (0, 1, 3)]
    before = [path.read_bytes() for path in sorted((tmp_path / "phases").iterdir())]
    assert merge(tmp_path, verbose=0).faults == partly.faults
    assert [path.read_bytes() for path in sorted((tmp_path / "phases").iterdir())] == before
    for index in (3, 1, 0):
        play(folder, tmp_path, Shard(index, 4), layers=TAPS)
    assert play(folder, tmp_path, Shard(0, 4), layers=TAPS).measured_steps == ()
    assert sorted(loads) == list(range(NUM_STEPS))

    whole = merge(tmp_path, verbose=0)
    assert whole.faults == () and [(failure.step, failure.layers) for failure in whole.failures] == [(11, tuple(TAPS))]
    assert bits_of(tmp_path) == bits_of(folder / "loop") and not (tmp_path / "shards").exists()
    again = merge(tmp_path, verbose=0)
    assert again.faults == again.failures == () and again.history.steps.tolist() == list(range(NUM_STEPS))
    # The next sweep measures what came since, and tries again what failed.
    checkpoints = {step: folder / "checkpoints" / f"step-{min(step, 10)}.keras" for step in (*range(NUM_STEPS), 20)}
    assert play(folder, tmp_path, Shard(0, 1), checkpoints=checkpoints, layers=TAPS).measured_steps == (11, 20)
    assert merge(tmp_path, verbose=0).history.steps.tolist() == [*range(NUM_STEPS), 20]


@pytest.mark.slow
def test_a_checkpoint_that_comes_changes_or_goes_costs_none_of_the_others(folder, tmp_path):
    shutil.copytree(folder / "checkpoints", tmp_path / "checkpoints")
    given = {"checkpoints": tmp_path / "checkpoints", "layers": TAPS}
    play(folder, tmp_path, Shard(0, 2), **given)
    for name, change in (("step-1.keras", "gone"), ("step-3.keras", "changed")):
        path = tmp_path / "checkpoints" / name
        if change == "gone":
            path.unlink()
        else:
            shutil.copy(tmp_path / "checkpoints" / "step-4.keras", path)
    shutil.copy(tmp_path / "checkpoints" / "step-4.keras", tmp_path / "checkpoints" / "step-99.keras")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", PhaseWarning)
        found = play(folder, tmp_path, Shard(1, 2), **given)
    assert any("1 checkpoints, the first of step 99, came since" in str(one.message) for one in told)
    assert found.measured_steps == (5, 7, 9, 11)
    gone, changed, _ = found.failures
    assert gone.step == 1 and "step-1.keras' is gone since the sweep began" in gone.reason
    assert changed.step == 3 and "step-3.keras' holds something else than when the sweep began" in changed.reason
    whole = merge(tmp_path, verbose=0)
    assert whole.faults == () and [failure.step for failure in whole.failures] == [1, 3, 11]
    kept = [values for values in bits_of(folder / "loop")[1] if values[0] not in (1, 3)]
    assert bits_of(tmp_path)[1] == kept


def test_a_shard_of_another_sweep_is_refused_and_says_what_differs(folder, tmp_path):
    play(folder, tmp_path, Shard(0, 2), checkpoints={0: folder / "checkpoints" / "step-0.keras"}, layers="a")
    for engine, options, message in (
        (Shard(1, 2), {"layers": "b"}, r"shards' is of another sweep: row 0 was \"'a' \(.*and is \"'b' \("),
        (Shard(1, 2), {"layers": "a", "seed": 1}, r"another sweep: seed was .*and is 1"),
        (Shard(1, 3), {"layers": "a"}, r"another sweep: number of shards was 2 and is 3. Expected the same in all"),
    ):
        with pytest.raises(ValueError, match=message):
            play(folder, tmp_path, engine, **options)
    other = keras.saving.load_model(folder / "checkpoints" / "step-0.keras")
    other.get_layer("c").activation = keras.activations.relu
    data = rows_of(folder)
    probe = ProbeSettings(layers="a")
    with pytest.raises(ValueError, match=r"another sweep: architecture was '\w+' and is '\w+'"):
        replay(folder / "checkpoints", other, data, probe=probe, engine=Shard(1, 2), log_dir=tmp_path, verbose=0)
    hold = Hold(tmp_path / "shards" / "1-of-2")
    with pytest.raises(ValueError, match=r"Shard 1/2 of '.*' is measured already, by process \d+"):
        play(folder, tmp_path, Shard(1, 2), layers="a")
    hold.give_back()


@pytest.mark.slow
def test_a_full_disk_on_one_shard_loses_nothing_that_the_next_start_does_not_measure(folder, tmp_path, monkeypatch):
    add, full = PhaseEventWriter._write, []

    def refuse(writer, event):
        if full and event.step > 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        add(writer, event)

    checkpoints = {step: folder / "checkpoints" / f"step-{step}.keras" for step in range(4)}
    given = {"checkpoints": checkpoints, "layers": "a", "images": 0}
    full.append(True)
    with monkeypatch.context() as patch:
        patch.setattr(PhaseEventWriter, "_write", refuse)
        with pytest.warns(PhaseWarning, match="No space left"), pytest.raises(OSError, match=r"cannot take step 3"):
            play(folder, tmp_path, Shard(1, 2), **given)
        play(folder, tmp_path, Shard(0, 2), **given)
    partly = merge(tmp_path, verbose=0)
    assert partly.history.steps.tolist() == [0, 1, 2]
    assert "Shard 1/2 has not finished: 1 of its 2 checkpoints are missing, steps 3." in partly.faults[0]
    assert play(folder, tmp_path, Shard(1, 2), **given).measured_steps == (3,)
    with monkeypatch.context() as patch:
        patch.setattr(PhaseEventWriter, "_write", refuse)
        with pytest.raises(OSError, match="No space left"):
            merge(tmp_path, verbose=0)
    assert merge(tmp_path, verbose=0).history.steps.tolist() == [0, 1, 2, 3]


LAYOUT = Layout(
    (Row("a", "linear", "primal", 4, 4), Row("b", "linear", "primal", 4, 4)),
    run={"seed": 0},
)


def write_record(directory, losses, *, layers=("a", "b"), seed=0, flags=frozenset()):
    """A record of some steps, a loss each."""
    record = Record(directory, dataclasses.replace(LAYOUT, run={"seed": seed}), resume=True)
    record.open_for_inserts()
    for step, loss in losses.items():
        metrics = {"reconstruction_loss": loss, "probe_seconds": 1.0}
        record.insert(ProbeStep(step, 0.0, tuple(ProbeRow(layer, "linear", metrics, flags) for layer in layers)))
    record.close()


@pytest.fixture
def shards(tmp_path):
    """Two shards of four steps, both finished."""
    planned = [Planned(step, f"step-{step}.keras", "content") for step in range(4)]
    shards = tmp_path / "shards"
    shard_plan.agree(shards, lambda: Plan(2, shard_plan.describe_layout(LAYOUT), planned))
    for index in range(2):
        write_record(shards / f"{index}-of-2" / "phases", {step: 0.5 + step for step in (index, index + 2)})
        shard_plan.write_failures(shards / f"{index}-of-2", [])
    return shards


def test_a_merge_names_what_is_doubled_lost_contradicting_and_of_others_and_takes_the_rest(shards, tmp_path):
    write_record(tmp_path / "phases", {0: 7.0})
    write_record(shards / "1-of-2" / "phases", {2: 2.5})
    merged = merge(tmp_path, verbose=0)
    contradicting, doubled = merged.faults
    assert doubled.startswith(f"Step 2 is doubled: it stands in '{shards / '1-of-2'}' and is of shard 0/2.")
    assert contradicting.startswith(f"Step 0 of shard 0/2 contradicts '{tmp_path}', where a, b stand with losses that")
    assert merged.history.column("reconstruction_loss", 0).tolist() == [7.0, 1.5, 2.5, 3.5] and shards.exists()

    shutil.rmtree(shards / "1-of-2" / "phases")
    shutil.rmtree(tmp_path / "phases")
    lost = merge(tmp_path, verbose=0)
    assert lost.history.steps.tolist() == [0, 2]
    assert "Shard 1/2 has finished, and its record has lost cells: 2 of its 2 checkpoints" in lost.faults[0]
    write_record(shards / "1-of-2" / "phases", {1: 1.5, 3: 3.5}, seed=1)
    other, *_ = merge(tmp_path, verbose=0).faults
    assert "1-of-2' holds a record of another sweep: seed was 0 and is 1." in other
    shutil.rmtree(shards / "1-of-2" / "phases")
    write_record(shards / "1-of-2" / "phases", {1: 1.5}, layers=("a",))
    shard_plan.write_failures(shards / "1-of-2", [Failure(step, "", ("a", "b"), "why") for step in (1, 3)])
    failed = merge(tmp_path, verbose=0)
    assert failed.faults == () and [(one.step, one.reason) for one in failed.failures] == [(1, "why"), (3, "why")]
    assert failed.history.steps.tolist() == [0, 1, 2] and not shards.exists()


def test_what_is_measured_again_to_sound_values_takes_the_place_of_what_was_not(shards, tmp_path):
    write_record(tmp_path / "phases", {1: 9.0}, flags=frozenset({"nonfinite_features"}))
    merged = merge(tmp_path, verbose=0)
    assert merged.faults == () and merged.history.column("reconstruction_loss", 1).tolist() == [0.5, 1.5, 2.5, 3.5]
    assert merged.history.flags("b") == []


def test_last_bits_of_another_processor_are_no_contradiction(shards, tmp_path):
    standing = {0: 0.5 * (1 + 5e-4), 1: 1.5 * (1 + 2e-3)}
    write_record(tmp_path / "phases", standing)
    [fault] = merge(tmp_path, verbose=0).faults
    assert fault.startswith("Step 1 of shard 1/2 contradicts") and "differ by more than 0.1% and are kept" in fault
    losses = PhaseHistory.load(tmp_path).column("reconstruction_loss", 0)
    assert_close(losses, [*standing.values(), 2.5, 3.5], relative=1e-6)


def test_an_unsound_cell_of_a_shard_that_was_killed_is_a_failure(shards, tmp_path):
    (shards / "1-of-2" / "finished.json").unlink()
    write_record(shards / "1-of-2" / "phases", {3: 3.5}, flags=frozenset({"nonfinite_features"}))
    [failure] = merge(tmp_path, verbose=0).failures
    assert (failure.step, failure.layers) == (3, ("a", "b")) and "features are not finite" in failure.reason


def test_two_machines_that_plan_in_a_bucket_at_one_moment_have_one_plan(tmp_path):
    shards = to_path(f"memory://{tmp_path.name}/shards")

    def draft_of(num_shards):
        return Plan(num_shards, {}, [Planned(0, "step-0.keras", "content")])

    def draft_late():
        """Another machine, which no lock keeps out, is done before."""
        (shards / shard_plan.PLAN).write_bytes(shard_plan._pack(draft_of(3)))
        return draft_of(2)

    assert shard_plan.agree(shards, draft_late).num_shards == 3


def test_when_a_file_was_read_is_no_part_of_what_its_store_tells_of_it(tmp_path, monkeypatch):
    path = to_path(f"memory://{tmp_path.name}/one.keras")
    path.write_bytes(b"one")
    store = type(fsspec.filesystem("memory"))
    info, seconds = store.info, itertools.count()
    # As sftp:// and smb:// tell it.
    monkeypatch.setattr(store, "info", lambda self, path: {**info(self, path), "time": next(seconds)})
    assert fingerprint(path) == fingerprint(path)


def test_shards_are_kept_while_one_of_them_runs_and_damaged_plans_are_named(shards, tmp_path):
    with shard_plan.holding(shards / "0-of-2", "Shard 0/2"):
        assert merge(tmp_path, verbose=0).faults == () and shards.exists()
        with (
            shard_plan.holding(shards, "it"),
            pytest.raises(ValueError, match=r"shards' is merged or planned already, by process"),
        ):
            merge(tmp_path, verbose=0)
    (shards / "0-of-2" / "finished.json").write_bytes(b"{")
    assert "finished.json' is not what a shard has written" in merge(tmp_path, verbose=0).faults[0]
    (shards / "plan.json").write_bytes(b"[]")
    with pytest.raises(ValueError, match=r"plan.json' is not what a shard has written, .*: remove the folder"):
        merge(tmp_path, verbose=0)


def test_cells_of_a_shard_that_ran_and_ended_while_they_were_merged_are_not_removed(shards, tmp_path, monkeypatch):
    merging = importlib.import_module("keras_phases.checkpoints.merge")._Merge
    shutil.rmtree(shards / "1-of-2" / "phases")
    write_record(shards / "1-of-2" / "phases", {1: 1.5})
    shard_plan.write_failures(shards / "1-of-2", [Failure(3, "", ("a", "b"), "why")])
    tell_lost = merging._tell_lost

    def run_meanwhile(self, history):
        write_record(shards / "1-of-2" / "phases", {3: 3.5})
        shard_plan.write_failures(shards / "1-of-2", [])
        tell_lost(self, history)

    with monkeypatch.context() as patch:
        patch.setattr(merging, "_tell_lost", run_meanwhile)
        assert merge(tmp_path, verbose=0).history.steps.tolist() == [0, 1, 2] and shards.exists()
    assert merge(tmp_path, verbose=0).history.steps.tolist() == [0, 1, 2, 3] and not shards.exists()


def test_a_record_in_a_bucket_is_one_object_after_a_merge(tmp_path):
    log_dir = to_path(f"memory://{tmp_path.name}")
    planned = [Planned(step, f"step-{step}.keras", "content") for step in range(4)]
    shard_plan.agree(log_dir / "shards", lambda: Plan(1, shard_plan.describe_layout(LAYOUT), planned))
    write_record(log_dir / "shards" / "0-of-1" / "phases", {step: step for step in range(4)})
    assert len(list((log_dir / "shards" / "0-of-1" / "phases").glob("*tfevents*"))) >= 4
    assert merge(log_dir, verbose=0).faults == ()
    assert len(list((log_dir / "phases").glob("*tfevents*"))) == 1
    assert PhaseHistory.load(log_dir).steps.tolist() == [0, 1, 2, 3]
    assert shard_plan.read_plan(log_dir / "shards") is None
    assert not any((log_dir / "shards" / "0-of-1" / "phases").glob("*tfevents*"))


@pytest.mark.parametrize("known", [(), (3, 50)], ids=["none", "some"])
def test_images_are_planned_as_the_loop_chose_them_one_step_after_the_other(known):
    steps = [*range(0, 60, 3), *range(60, 4000, 40)]
    chosen = list(known)
    for step in steps:
        earlier = sorted(one for one in chosen if one < step)
        if len(chosen) < MAX_IMAGE_STEPS and records_images(step, earlier, is_last=step == steps[-1]):
            chosen.append(step)
    planned = plan_image_steps(steps, steps, known)
    assert planned == frozenset(chosen) and len(planned) < MAX_IMAGE_STEPS
    # Where some of them stand already, whichever, the others are the same.
    if not known:
        assert plan_image_steps(steps, steps, sorted(planned)[::3]) == planned
    assert plan_image_steps(range(5), range(5), ()) == frozenset(range(5))


def test_the_content_of_a_checkpoint_is_told_from_others(folder, tmp_path):
    path = shutil.copy(folder / "checkpoints" / "step-1.keras", tmp_path / "step-1.keras")
    before = fingerprint(path)
    assert before == fingerprint(folder / "checkpoints" / "step-1.keras")
    assert before != fingerprint(folder / "checkpoints" / "step-2.keras")
    with zipfile.ZipFile(path, "a") as changed:
        changed.comment = b"changed"
    assert fingerprint(path) != before
    one, two = (tmp_path / f"{name}.weights.h5" for name in ("one", "two"))
    one.write_bytes(bytes(3_000_000))
    two.write_bytes(b"x" + bytes(2_999_999))
    assert fingerprint(one) != fingerprint(two)
    bucket = to_path(f"memory://{tmp_path.name}/one.weights.h5")
    bucket.write_bytes(b"one")
    before = fingerprint(bucket)
    assert fingerprint(bucket) == before
    bucket.write_bytes(b"another")
    assert fingerprint(bucket) != before


@pytest.mark.parametrize("text", ["4/4", "1", "-1/4", "0/0", "1/four"])
def test_a_wrong_shard_says_what_is_right(text, tmp_path, capsys):
    arguments = [f"--checkpoints={tmp_path}", "--data=digits", f"--log_dir={tmp_path / 'logs'}", f"--shard={text}"]
    assert main(["replay", *arguments]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("keras-phases replay: error: shard is ") and "such as 0/4, 1/4, 2/4, 3/4" in line
    assert not (tmp_path / "logs").exists()


def test_the_command_line_merges_and_says_by_its_status_whether_all_is_there(shards, tmp_path, capsys):
    shutil.rmtree(shards / "1-of-2")
    assert main(["merge", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "2 probe steps in" in told.out and "Shard 1/2 has not begun: 2 of its 2 checkpoints are missing" in told.out
    assert told.err.startswith("keras-phases merge: error: the record is not whole: 1 faults and 0 failures")
    write_record(shards / "1-of-2" / "phases", {1: 1.5, 3: 3.5})
    assert main(["merge", str(tmp_path)]) == 0 and main(["merge", str(tmp_path)]) == 0
    assert main(["merge", str(tmp_path / "none")]) == 1
    assert main(["replay", f"--checkpoints={tmp_path}", "--data=digits", "--shard=0/2"]) == 1
    assert "--shard=0/2 needs --log_dir" in capsys.readouterr().err
    with pytest.raises(ValueError, match=r"engine is 0/2 and log_dir is None"):
        replay(tmp_path, None, None, engine=Shard(0, 2))
