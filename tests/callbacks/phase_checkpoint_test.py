"""PhaseCheckpoint in fits: which weights it keeps, that it leaves no trace, and how a run goes on with it."""

import collections
import errno
import itertools
import json
import os
import random
import sys
import types
import warnings

import keras
import numpy as np
import pytest
from builders.scripted import (
    STEPS_PER_EPOCH,
    V_CURVE,
    V_KEPT,
    V_MINIMUM,
    Spy,
    build_tiny_net,
    draw_tiny_rows,
    fit_tiny,
    make_probe,
    same,
    script,
)
from keras.src.backend.common import global_state
from keras.src.random import seed_generator

from keras_phases import At, PhaseCheckpoint, PhaseHistory, PhaseProbe, PhaseStop, PhaseWarning
from keras_phases.callbacks.kept_step import find_rule, settle_choice
from keras_phases.callbacks.phase_checkpoint import choose_best
from keras_phases.checkpoints.ring import Checkpoint, CheckpointRing, choose_kept, load_index
from keras_phases.record.advice import REGRET
from keras_phases.record.kept import read_kept
from keras_phases.record.rules import RULES
from keras_phases.record.schema import Layout, Row

LOG2 = [0, *(2**power for power in range(17))]


def record(losses, steps, **metrics):
    layout = Layout((Row("block5", "linear", "primal", 64, 64),), ("reconstruction_loss", *metrics))
    rows = zip(losses, *metrics.values(), strict=True)
    return PhaseHistory(layout, [(step, np.array([row])) for step, row in zip(steps, rows, strict=True)])


def choose(history, steps=None, **choice):
    """What a choice makes of a history of which some steps are on disk: the best, and what to keep beside it."""
    values = history.column("reconstruction_loss", 0)
    checkpoints = [
        Checkpoint(step, None, 0, value if np.isfinite(value) else None)
        for step, value in zip(history.steps.tolist(), values.tolist(), strict=True)
        if steps is None or step in steps
    ]
    return choose_best(tuple(checkpoints), wanted=find_rule(choice)(history, "block5"))


def test_a_rule_is_asked_by_its_name():
    """A single low point of a curve without other noise is its minimum."""
    losses = [0.60, 0.60, 0.46, *np.linspace(0.60, 0.47, 14), 0.49]
    history = record(losses, range(18), model_loss=[2.0] * 8 + [1.0, *[2.0] * 9])
    found = {rule: choose(history, keep=rule)[0] for rule in RULES}
    assert found == {"latest_within": 16, "minimum": 2, "least_model_loss": 8, "between": 11}
    assert [choose(history, keep="latest_within", tolerance=share)[0] for share in (0.0, 0.07)] == [2, 17]
    best, (newest, *near) = choose(history, keep="minimum")
    assert (best, newest, near[:3]) == (2, 17, [3, 1, 4])
    # Where it is not on disk: the nearest in log(1 + step).
    assert choose(history, steps=[0, 4, 15], keep="minimum")[0] == 4
    assert choose(record([np.nan] * 3, range(3)), keep="minimum") == (None, [2])


def test_the_choice_by_a_column_is_the_best_value_the_earliest_of_several():
    history = record([0.5] * 5, range(5), probe_accuracy=[0.1, 0.7, 0.9, 0.9, np.nan], probe_loss=[3, 1, 2, 1, np.nan])
    assert choose(history, metric="probe_accuracy", mode="max") == (2, [4, 3, 1, 4, 0])
    assert choose(history, metric="probe_loss", mode="min")[0] == 1


@pytest.mark.parametrize("max_kept", [3, 8])
def test_the_ring_has_what_each_rule_names_in_hindsight(max_kept):
    """V curves with noise, a probe step after the other: at the end the step of the rule is on disk."""
    for seed, (name, rule) in itertools.product(range(20), RULES.items()):
        rng = np.random.default_rng(seed)
        turn, x = rng.uniform(3, 8), np.log1p(LOG2)
        curve = 0.5 + 0.02 * np.abs(x - turn) + 0.005 * rng.normal(size=len(x))
        model_loss = 1 + 0.1 * np.abs(x - turn - rng.uniform(0, 3)) + 0.02 * rng.normal(size=len(x))
        kept = []
        for num in range(1, len(LOG2) + 1):
            history = record(curve[:num], LOG2[:num], model_loss=model_loss[:num])
            present = [*kept, LOG2[num - 1]]
            best, candidates = choose(history, steps=present, keep=name)
            kept = choose_kept(present, [best, *candidates], max_kept)
        assert best == rule(history, "block5"), (seed, name)


def make_run(monkeypatch, tmp_path, curve=V_CURVE, *, name="best.weights.h5", probe=None, metrics=None, **options):
    """A scripted fit; returns model, checkpoint, spy, and warnings."""
    script(monkeypatch, curve, **(metrics or {}))
    probe = make_probe(tmp_path / "logs", **(probe or {}))
    fit_options = {key: options.pop(key) for key in ("epochs",) if key in options}
    is_last = options.pop("is_last", True)
    checkpoint, spy, model = PhaseCheckpoint(probe, tmp_path / name, **options), Spy(), build_tiny_net()
    order = (spy, probe, checkpoint) if is_last else (spy, checkpoint, probe)
    _, said = fit_tiny(model, *order, **fit_options)
    return model, checkpoint, spy, [text for text in said if "checkpoint" in text.lower()]


def loaded(path):
    """The weights in a file."""
    with warnings.catch_warnings():
        # An optimizer has its variables from the first step on only: those in the file or of the model are left out.
        warnings.filterwarnings("ignore", "Skipping variable loading for optimizer", UserWarning)
        if path.suffix == ".keras":
            model = keras.models.load_model(path)
        else:
            model = build_tiny_net()
            model.load_weights(path)
    return [np.array(weights) for weights in model.get_weights()]


@pytest.mark.first_case
@pytest.mark.parametrize("is_last", [True, False], ids=["probe first", "checkpoint first"])
@pytest.mark.parametrize("name", ["best.weights.h5", "run/best.keras"])
def test_filepath_holds_the_weights_of_the_rule(monkeypatch, tmp_path, name, is_last):
    _, checkpoint, spy, said = make_run(monkeypatch, tmp_path, name=name, is_last=is_last, max_kept=4)
    assert not said and checkpoint.best_step == V_KEPT and checkpoint.filepath == tmp_path / name
    assert same(loaded(tmp_path / name), spy.weights[V_KEPT])
    told = read_kept(PhaseHistory.load(tmp_path / "logs").layout)
    assert (told.path, told.step) == (f"{tmp_path / name}", V_KEPT) and told.folder == f"{checkpoint._ring.folder}"
    assert told.steps == [one.step for one in checkpoint.checkpoints] and told == read_kept(checkpoint.history.layout)
    index = json.loads((checkpoint._ring.folder / "index.json").read_text())
    assert (index["layer"], index["keep"], index["tolerance"]) == ("hidden", "latest_within", 0.05)
    found = load_index(tmp_path / name)
    assert found == checkpoint.checkpoints and len(found) == 4 and found[-1].step == 16
    for one in found:
        assert same(loaded(one.path), spy.weights[one.step])
        assert one.value == np.float32(V_CURVE[one.step]) and not one.recalibrated
        assert one.epoch == max(0, (one.step - 1) // STEPS_PER_EPOCH)
    size = max(one.path.stat().st_size for one in found)
    assert checkpoint.max_bytes == (6 if name.endswith("h5") else 7) * size
    assert sum(path.stat().st_size for path in (tmp_path / name).parent.rglob("*best*/step*")) <= checkpoint.max_bytes


@pytest.mark.slow
def test_files_hold_the_optimizer_too(monkeypatch, tmp_path):
    _, checkpoint, _, _ = make_run(monkeypatch, tmp_path, max_kept=None, keep="minimum")
    assert checkpoint.max_bytes is None and [one.step for one in checkpoint.checkpoints] == list(range(17))
    model = build_tiny_net()
    model.optimizer.build(model.trainable_variables)
    model.load_weights(checkpoint.filepath)
    assert int(keras.ops.convert_to_numpy(model.optimizer.iterations)) == V_MINIMUM


@pytest.mark.slow
def test_the_best_value_of_a_quantity(monkeypatch, tmp_path):
    ranks = [0.3, 0.4, 0.5, 0.6, 0.6, *[0.55] * 12]
    options = {"metrics": {"effective_rank": ranks}, "probe": {"quantities": ["effective_rank"]}}
    _, checkpoint, spy, _ = make_run(monkeypatch, tmp_path, max_kept=3, metric="effective_rank", mode="max", **options)
    assert checkpoint.best_step == 3 and same(loaded(checkpoint.filepath), spy.weights[3])
    assert checkpoint.checkpoints[-1].value == np.float32(0.55)


def test_the_bound_holds_at_every_probe_step(monkeypatch, tmp_path):
    counts, add = [], CheckpointRing.add

    def add_and_count(ring, *arguments):
        add(ring, *arguments)
        counts.append(len(list(tmp_path.rglob("*.weights.h5"))))

    monkeypatch.setattr(CheckpointRing, "add", add_and_count)
    rng = np.random.default_rng(0)
    make_run(monkeypatch, tmp_path, 0.5 + 0.02 * rng.normal(size=17), max_kept=2)
    assert counts == [2, *[3] * 16]


def random_states():
    """What draws that a careless callback made would have moved."""
    generator = global_state.get_global_attribute(seed_generator.GLOBAL_SEED_GENERATOR)
    states = [repr(random.getstate()), repr(np.random.get_state())]
    states.append(None if generator is None else keras.ops.convert_to_numpy(generator.state).tolist())
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        states.append(float(tf.random.uniform(())))
    if keras.backend.backend() == "torch":
        import torch

        states.append(torch.get_rng_state().tolist())
    return states


def name_counts():
    """What Keras counts to name objects that have no name."""
    return collections.Counter(global_state.get_global_attribute("object_name_uids"))


@pytest.fixture
def recalibration(monkeypatch):
    """Statistics that are easily told from any that training makes; asked for with the probe's fit rows."""
    asked = []

    def batch_norm_statistics(model, x, *, batch_size=128):
        asked.append((x, batch_size))
        norm = model.get_layer("norm")
        return [(norm.moving_mean, np.full(5, 7.0, "float32")), (norm.moving_variance, np.full(5, 9.0, "float32"))]

    stub = types.ModuleType("keras_phases.network.batch_norm")
    stub.batch_norm_statistics = batch_norm_statistics
    monkeypatch.setitem(sys.modules, "keras_phases.network.batch_norm", stub)
    return asked


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize("name", ["best.weights.h5", "best.keras"])
@pytest.mark.parametrize("batch_norm", [None, "recalibrate"])
@pytest.mark.usefixtures("recalibration")
def test_saving_leaves_no_trace(monkeypatch, tmp_path, name, batch_norm):
    """Beside a run with the same probe and no checkpoint: weights, optimizer, logs, random states and Keras's names."""

    def run(*callbacks):
        script(monkeypatch, V_CURVE)
        spy, model, before = Spy(), build_tiny_net(), name_counts()
        logs, _ = fit_tiny(model, spy, probe, *callbacks)
        names = name_counts() - before
        optimizer = [np.array(keras.ops.convert_to_numpy(variable)) for variable in model.optimizer.variables]
        return spy, logs, random_states(), names, optimizer

    probe = make_probe(tmp_path / "plain", on_error="raise")
    plain = run()
    probe = make_probe(tmp_path / "kept", on_error="raise")
    checkpoint = PhaseCheckpoint(probe, tmp_path / name, batch_norm=batch_norm)
    kept = run(checkpoint)
    assert len(checkpoint.checkpoints) == 8
    for ours, theirs in zip(plain[0].weights.values(), kept[0].weights.values(), strict=True):
        assert same(ours, theirs)
    assert plain[0].logs == kept[0].logs and plain[1] == kept[1]
    assert plain[2] == kept[2], "random states"
    assert plain[3] == kept[3], "automatic names"
    assert same(plain[4], kept[4])


@pytest.mark.slow
def test_recalibrated_statistics_are_in_the_files_alone(monkeypatch, tmp_path, recalibration):
    model, checkpoint, spy, _ = make_run(monkeypatch, tmp_path, batch_norm="recalibrate", max_kept=2)
    weights = loaded(checkpoint.filepath)
    expected = [*spy.weights[V_KEPT][:4], np.full(5, 7.0), np.full(5, 9.0), *spy.weights[V_KEPT][6:]]
    assert same(weights, expected) and same(model.get_weights(), spy.weights[16])
    assert all(one.recalibrated for one in load_index(checkpoint.filepath))
    x, batch_size = recalibration[0]
    assert (
        len(recalibration) == 17
        and batch_size == 8
        and {row.tobytes() for row in x} <= {row.tobytes() for row in draw_tiny_rows()[0]}
    )


@pytest.mark.slow
@pytest.mark.usefixtures("recalibration")
def test_statistics_come_back_when_saving_fails(monkeypatch, tmp_path):
    def fail(model, path):
        path.write_bytes(b"half a file")
        raise OSError("No space left on device")

    monkeypatch.setattr(keras.Model, "save_weights", fail)
    spies = []
    for options in ({}, {"batch_norm": "recalibrate"}):
        _, checkpoint, spy, said = make_run(monkeypatch, tmp_path / str(len(spies)), **options)
        assert sum("PhaseCheckpoint failed at step" in text and "No space left" in text for text in said) == 17
        assert any("PhaseCheckpoint wrote no" in text for text in said)
        assert checkpoint.checkpoints == [] and not list(tmp_path.rglob("*.weights.h5"))
        spies.append(spy)
    assert all(map(same, spies[0].weights.values(), spies[1].weights.values()))


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="this system reserves no room")
def test_on_a_full_disk_no_library_writes_that_would_end_the_process(monkeypatch, tmp_path):
    """Only whether there is room is asked of the disk: HDF5 ends in a segmentation fault where there is none."""
    allocate, calls = os.posix_fallocate, []

    def refuse_second(*arguments):
        calls.append(arguments)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        allocate(*arguments)

    monkeypatch.setattr(os, "posix_fallocate", refuse_second)
    saved, save = [], keras.Model.save_weights
    monkeypatch.setattr(keras.Model, "save_weights", lambda model, path: saved.append(path) or save(model, path))
    _, checkpoint, _, said = make_run(monkeypatch, tmp_path, epochs=1, max_kept=None, probe={"schedule": At([0, 2, 4])})
    assert sum("No space left on device" in text and "bytes of weights" in text for text in said) == 1
    assert [one.step for one in checkpoint.checkpoints] == [0, 4, 8] and len(saved) == 3
    assert min(size for *_, size in calls) >= max(one.path.stat().st_size for one in checkpoint.checkpoints)


@pytest.mark.slow
def test_a_full_disk_warns_and_the_next_probe_step_tries_again(monkeypatch, tmp_path):
    save, calls = keras.Model.save_weights, []

    def fail_some(model, path):
        calls.append(None)
        if 3 <= len(calls) <= 8:
            raise OSError("No space left on device")
        save(model, path)

    monkeypatch.setattr(keras.Model, "save_weights", fail_some)
    _, checkpoint, spy, said = make_run(monkeypatch, tmp_path)
    assert sum("failed at step" in text for text in said) == 6
    assert checkpoint.best_step == 8 and same(loaded(checkpoint.filepath), spy.weights[8])
    assert any(
        "best.weights.h5' holds step 8, the nearest on disk to step 7, the latest at which" in text for text in said
    )


@pytest.mark.slow
def test_a_run_that_goes_on_takes_up_the_ring(monkeypatch, tmp_path):
    model, first, spy, _ = make_run(monkeypatch, tmp_path, epochs=1, max_kept=4)
    before = first.checkpoints
    assert [one.step for one in before][-2:] == [V_KEPT, 8]
    script(monkeypatch, V_CURVE[8:])
    probe = make_probe(tmp_path / "logs")
    second = PhaseCheckpoint(probe, tmp_path / "best.weights.h5", max_kept=4)
    fit_again(model, spy, probe, second)
    assert second.best_step == V_KEPT and same(loaded(second.filepath), spy.weights[V_KEPT])
    found = load_index(second.filepath)
    assert {V_KEPT, 16} <= {one.step for one in found} and len(found) == 4
    assert all(same(loaded(one.path), spy.weights[one.step]) for one in found)


def fit_again(model, *callbacks, epochs=1):
    """A fit that must not warn of checkpoints."""
    _, said = fit_tiny(model, *callbacks, epochs=epochs)
    assert not [text for text in said if "checkpoint" in text.lower()]


@pytest.mark.slow
def test_steps_beyond_the_restored_one_give_way(monkeypatch, tmp_path):
    """A run of two epochs, taken up again at the end of the first."""
    _, first, old, _ = make_run(monkeypatch, tmp_path, max_kept=None)
    assert len(first.checkpoints) == 17
    restored, spy = build_tiny_net(), Spy()
    fit_tiny(restored, epochs=1)
    # From step 8 on the loss now falls to a new minimum.
    losses = [0.55, 0.5, 0.45, 0.40, 0.38, 0.36, 0.34, 0.32, 0.30]
    script(monkeypatch, losses)
    probe = make_probe(tmp_path / "logs")
    checkpoint = PhaseCheckpoint(probe, tmp_path / "best.weights.h5", max_kept=None)
    _, said = fit_tiny(restored, spy, checkpoint, probe, epochs=1)
    (text,) = [text for text in said if "best-steps' held" in text]
    assert "held 8 checkpoints of steps from 8 on; this run replaces them" in text
    assert [one.step for one in checkpoint.checkpoints] == list(range(17)) and checkpoint.best_step == 16
    for one in checkpoint.checkpoints:
        assert same(loaded(one.path), (spy if one.step >= 8 else old).weights[one.step])
        assert one.value == np.float32(V_CURVE[one.step] if one.step < 8 else losses[one.step - 8])


@pytest.mark.slow
def test_a_second_run_leaves_what_the_record_of_the_first_names(monkeypatch, tmp_path):
    _, before, _, _ = make_run(monkeypatch, tmp_path)
    first, held = before.checkpoints, {one.step: one.path.read_bytes() for one in before.checkpoints}
    _, checkpoint, spy, said = make_run(
        monkeypatch, tmp_path, 0.8 * np.array(V_CURVE), probe={"schedule": At([3, 5, 9])}
    )
    (text,) = [text for text in said if "best-steps'" in text]
    assert f"holds {len(first)} checkpoints of another run, which stay: those of this run lie in '" in text
    assert [one.step for one in checkpoint.checkpoints] == [3, 5, 9, 16]
    assert {one.path.parent.name for one in checkpoint.checkpoints} == {"best-steps-1"}
    assert same(loaded(checkpoint.filepath), spy.weights[checkpoint.best_step])
    assert load_index(checkpoint.filepath) == checkpoint.checkpoints and load_index(tmp_path / "best-steps") == first
    assert {one.step: one.path.read_bytes() for one in first} == held
    for log_dir, steps in (("logs", [one.step for one in first]), ("logs-1", [3, 5, 9, 16])):
        kept = read_kept(PhaseHistory.load(tmp_path / log_dir).layout)
        assert kept.steps == steps == [one.step for one in load_index(kept.folder)]


@pytest.mark.slow
def test_a_ring_of_another_curve_is_not_mixed_in(monkeypatch, tmp_path):
    """The steps are those of the record, but its values are others: the weights are another run's."""
    model, *_ = make_run(monkeypatch, tmp_path, epochs=1)
    script(monkeypatch, 0.9 * np.array(V_CURVE))
    other = make_probe(tmp_path / "other")
    model = build_tiny_net()
    fit_tiny(model, other, epochs=1)
    script(monkeypatch, 0.9 * np.array(V_CURVE[8:]))
    probe = make_probe(tmp_path / "other")
    checkpoint = PhaseCheckpoint(probe, tmp_path / "best.weights.h5")
    _, said = fit_tiny(model, probe, checkpoint, epochs=1)
    assert any("holds 8 checkpoints of another run, which stay" in text for text in said)
    assert min(one.step for one in checkpoint.checkpoints) == 8
    assert len(load_index(tmp_path / "best-steps")) == 8


@pytest.mark.slow
def test_a_ring_of_an_older_version_is_taken_up_and_that_is_said(monkeypatch, tmp_path):
    """Its index has a metric where now is a rule; its values are those of the column that is chosen by now."""
    accuracies = list(np.linspace(0.9, 0.1, 17))
    model, first, *_ = make_run(monkeypatch, tmp_path, epochs=1, metrics={"probe_accuracy": accuracies}, max_kept=None)
    path = first._ring.folder / "index.json"
    older = {name: value for name, value in json.loads(path.read_text()).items() if name not in ("keep", "tolerance")}
    path.write_text(json.dumps(older | {"metric": "reconstruction_loss", "mode": "min"}))
    assert len(load_index(first.filepath)) == 9
    script(monkeypatch, V_CURVE[8:], probe_accuracy=accuracies[8:])
    probe = make_probe(tmp_path / "logs")
    checkpoint = PhaseCheckpoint(probe, tmp_path / "best.weights.h5", metric="probe_accuracy", max_kept=None)
    _, said = fit_tiny(model, probe, checkpoint, epochs=1)
    (text,) = [text for text in said if "best-steps'" in text]
    assert "was kept by layer='hidden', metric='reconstruction_loss', mode='min', and is from here on by" in text
    assert "by layer='hidden', metric='probe_accuracy', mode='max': steps that this chooses may be gone" in text
    assert [one.value for one in checkpoint.checkpoints] == [np.float32(value) for value in accuracies]
    assert checkpoint.best_step == 0


@pytest.mark.slow
def test_with_a_stop_that_restores_both_have_the_step_of_the_rule(monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE)
    probe, model = make_probe(tmp_path), build_tiny_net()
    stop = PhaseStop(probe, restore_best_weights=True)
    checkpoint = PhaseCheckpoint(probe, tmp_path / "best.weights.h5")
    fit_tiny(model, stop, checkpoint, probe)
    assert stop.stopped_step == checkpoint.checkpoints[-1].step and checkpoint.best_step == stop.restored_step
    assert stop.restored_step == V_KEPT and same(loaded(checkpoint.filepath), model.get_weights())


@pytest.mark.slow
def test_nothing_finite_writes_no_best(monkeypatch, tmp_path):
    _, checkpoint, _, said = make_run(monkeypatch, tmp_path, [np.nan] * 17, max_kept=3)
    assert checkpoint.best_step is None and not checkpoint.filepath.exists() and len(checkpoint.checkpoints) == 3
    assert any("what that asks for was finite at no probe step that is kept" in text for text in said)
    assert all(one.value is None for one in load_index(checkpoint.filepath))


@pytest.mark.slow
def test_what_it_does_is_printed_with_the_rule_and_what_that_costs(monkeypatch, tmp_path, capsys):
    monkeypatch.setitem(REGRET, "latest_within", (0.5, 3.25))
    make_run(monkeypatch, tmp_path, max_kept=3, verbose=1)
    printed = capsys.readouterr().out
    named = (
        "step 7, the latest at which the reconstruction loss of 'hidden' lies within 5 % of its lowest (rule "
        "'latest_within'; on other tasks of our atlas 0.5 points below the best step, 3.25 at worst)"
    )
    assert f"best.weights.h5' holds {named} so far." in printed
    assert f"best.weights.h5' holds {named}. '" in printed and "the weights of 3 steps (at most" in printed


def test_verbose_zero_prints_nothing(monkeypatch, tmp_path, capsys):
    make_run(monkeypatch, tmp_path, epochs=1)
    assert capsys.readouterr().out == ""


PROBE = PhaseProbe()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"probe": None},
            r"probe is a NoneType. Expected the PhaseProbe .*PhaseCheckpoint\(probe, 'best\.weights\.h5'\)",
        ),
        ({"filepath": 3}, "filepath is 3. Expected a path"),
        ({"filepath": "best.h5"}, r"filepath is 'best.h5'. Expected a name that ends in '.weights.h5'"),
        ({"filepath": ".keras"}, "filepath is '.keras'. Expected a name that ends in"),
        ({"filepath": "best-{epoch}.keras"}, "filepath is 'best-{epoch}.keras', with a placeholder"),
        (
            {"save_weights_only": False},
            "save_weights_only is False and filepath is 'best.weights.h5'.* ends in '.keras'",
        ),
        ({"filepath": "a.keras", "save_weights_only": True}, "ends in '.weights.h5' then; or leave"),
        ({"save_weights_only": "no"}, "save_weights_only is 'no'. Expected one of: True, False"),
        ({"keep": "probe_accuracy"}, r"keep is 'probe_accuracy'\. Expected .* 'latest_within', 'minimum', .*; metric="),
        (
            {"keep": "minimum", "metric": "probe_loss"},
            "keep is 'minimum' and metric is 'probe_loss': .* leave out keep",
        ),
        ({"tolerance": 0.1, "metric": "probe_loss"}, "tolerance is 0.1 and metric is 'probe_loss': .* leave out tol"),
        (
            {"tolerance": 0.1, "keep": "minimum"},
            "tolerance is 0.1 with keep='minimum', which has none. Expected keep='la",
        ),
        ({"tolerance": -0.1}, "tolerance is -0.1. Expected how far above its minimum"),
        ({"tolerance": "5 %"}, "tolerance is '5 %'"),
        ({"metric": 3}, "metric is 3. Expected the name of a column"),
        ({"metric": "probe_loss", "mode": "least"}, "mode is 'least'. Expected one of: 'auto', 'min', 'max'"),
        ({"mode": "max"}, "mode is 'max' without a metric. Expected the column whose max is kept"),
        ({"max_kept": 1}, "max_kept is 1. Expected an integer of at least 2"),
        ({"max_kept": 2.5}, "max_kept is 2.5"),
        ({"batch_norm": "batch"}, "batch_norm is 'batch'. Expected one of: None, 'recalibrate'"),
        ({"layer": ""}, "layer is ''. Expected the name of a tap"),
        ({"verbose": 2}, "verbose is 2. Expected one of: 0, 1"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_wrong_arguments_fail_in_the_constructor(options, message):
    options = {"probe": PROBE, "filepath": "best.weights.h5"} | options
    with pytest.raises(ValueError, match=message):
        PhaseCheckpoint(options.pop("probe"), options.pop("filepath"), **options)


COLUMNS = {
    "reconstruction_loss_class_0": {"label": "class 0", "better": "low"},
    "label_information": {"label": "information", "better": "high"},
    "effective_rank": {"label": "effective rank"},
    "loss_share_hardest_1": {"label": "share of the loss"},
}
OTHERS = ("explained_variance", "model_accuracy", "transfer_colour_loss", "reconstruction_stderr")


@pytest.mark.parametrize(
    ("metric", "mode"),
    [
        ("reconstruction_loss", "min"),
        ("model_accuracy", "max"),
        ("explained_variance", "max"),
        ("transfer_colour_loss", "min"),
        ("reconstruction_loss_class_0", "min"),
        ("label_information", "max"),
        ("reconstruction_stderr", None),
        ("effective_rank", None),
        ("loss_share_hardest_1", None),
    ],
)
def test_the_mode_is_the_one_that_is_known_to_be_better_else_asked_for(metric, mode):
    metrics = ("reconstruction_loss", *OTHERS, *COLUMNS)
    layout = Layout((Row("block5", "linear", "primal", 64, 64),), metrics, {"columns": COLUMNS})
    history = PhaseHistory(layout)
    assert settle_choice({"metric": metric, "mode": "max"}, history, "block5") == {"metric": metric, "mode": "max"}
    choice = {"metric": metric, "mode": "auto"}
    if mode is not None:
        assert settle_choice(choice, history, "block5") == choice | {"mode": mode}
        return
    with pytest.raises(ValueError, match=f"whether more of '{metric}' is better is not known. Expected 'min' or 'max'"):
        settle_choice(choice, history, "block5")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"metric": "probe_acuracy"},
            r"does not have\. Did you mean 'probe_accuracy'.*\? Expected one of: epoch, .*, probe_l2\. Phase",
        ),
        (
            {"layer": "hiden"},
            r"layer is 'hiden', which Phase.* does not measure\. Did you mean 'hidden'\?",
        ),
        ({"name": "file/best.keras"}, "best-steps' cannot be written: "),
        ({"name": "folder.keras"}, "folder.keras' is a folder"),
    ],
    ids=["metric", "layer", "not writable", "folder"],
)
def test_what_only_the_fit_can_tell_fails_before_its_first_step(monkeypatch, tmp_path, options, message):
    (tmp_path / "file").touch()
    (tmp_path / "folder.keras").mkdir()
    spy = []
    monkeypatch.setattr(Spy, "on_train_batch_end", lambda *_, **__: spy.append(None))
    with pytest.raises(ValueError, match=message):
        make_run(monkeypatch, tmp_path, **options)
    assert spy == []


@pytest.mark.slow
def test_two_that_keep_their_files_in_one_folder_are_refused(monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE)
    probe = make_probe(tmp_path / "logs")
    both = [PhaseCheckpoint(probe, tmp_path / name) for name in ("best.keras", "best.weights.h5")]
    with pytest.raises(ValueError, match=r"Two PhaseCheckpoints of this fit keep files in '.*best-steps'"):
        fit_tiny(build_tiny_net(), probe, *both)
    both[1] = PhaseCheckpoint(probe, tmp_path / "most.weights.h5", metric="probe_loss", mode="max")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PhaseWarning)
        fit_tiny(build_tiny_net(), *both, probe, epochs=1)
    assert len(both[0].checkpoints) == len(both[1].checkpoints) == 8
