"""The atlas of regret judges rules on planted tables, whose regrets are known by hand; its scores are what they say."""

import importlib
import pathlib

import numpy as np
import pytest
from builders.tolerance import assert_close

from keras_phases import PhaseHistory
from keras_phases.probes import fit_linear_probe, score_outputs
from keras_phases.record.schema import Layout, Row

ROOT = pathlib.Path(__file__).resolve().parents[1]
STEPS = (0, 64, 512, 4096)
LOSSES = (0.6, 0.4, 0.41, 0.5)
ACCURACIES = {"block4": (0.5, 0.6, 0.7, 0.9), "block5": (0.5, 0.6, 0.8, 0.7)}


@pytest.fixture(scope="module")
def atlas():
    """A function that imports a module of benchmarks/regret/ that has no flags."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT))
        yield lambda name: importlib.import_module(f"benchmarks.regret.{name}")


def plant(atlas, source="mnist", *, gain=0.0, digests=None):
    """A run's table with one target, and the loss above: the minimum is 64, the latest step within 5 % is 512."""
    tables = atlas("tables")
    layout = Layout(tuple(Row(layer, "linear", "primal", 8, 8) for layer in ACCURACIES), ("reconstruction_loss",))
    history = PhaseHistory(layout, [(step, [[loss]] * 2) for step, loss in zip(STEPS, LOSSES, strict=True)])
    rows = [
        {"step": step, "layer": layer, "target": "digits", "loss": 1.2345, "accuracy": accuracy + gain * (step == 64)}
        | {"loo_error_100_0": round(1 - accuracy, 3), "loo_error_100_1": float(step != 0)}
        for layer, accuracies in ACCURACIES.items()
        for step, accuracy in zip(STEPS, accuracies, strict=True)
    ]
    about = {"rules": tables.rules_digests() if digests is None else digests}
    return tables.Table(tables.Run(source, "vgg8", 8, 0.01, 0), about, history, rows)


def names(atlas, *rules):
    """Named rules: a pair of family and rule each, called by their place."""
    module, default = "benchmarks.regret.added", importlib.import_module("keras_phases.record.rules").latest_within
    regret = atlas("regret")
    named = [regret.Named(str(place), *rule, module) for place, rule in enumerate(rules)]
    return [regret.Named("latest_within", "record", default, module), *named]


def test_regret_is_below_the_best_step_of_what_the_rule_may_choose(atlas):
    Score = atlas("rules").Score
    rules = names(
        atlas,
        ("record", lambda history, layer: 64),
        ("record", lambda history, layer: np.array([64, 4000])),
        ("record", lambda history, layer: None),
        ("record, layers", lambda history, layer: ("block4", 512)),
        ("100 labels", Score("loo_error", False, False, 100)),
        ("100 labels, layers", Score("loo_error", False, True, 100)),
        ("record, layers", lambda history, layer: (0, 4096)),
    )
    found = {}
    for one in atlas("regret").outcomes_of(plant(atlas), rules):
        found.setdefault(one.rule.name, []).append((round(one.regret, 6), round(one.overall, 6), one.abstained))
    # Best of the last features .8, of all .9; a step that was not measured is the next one. The second draw takes 0.
    assert found == {
        "latest_within": [(0, 10, False)],
        "0": [(20, 30, False)],
        "1": [(15, 25, False)],
        "2": [(0, 10, True)],
        "3": [(20, 20, False)],
        "4": [(0, 10, False), (30, 40, False)],
        "5": [(0, 0, False), (40, 40, False)],
        "6": [(0, 0, False)],
    }


def test_a_rule_is_selected_by_the_other_sources_alone(atlas):
    runs = [plant(atlas, source, gain=gain) for source, gain in (("cifar10", 0.0), ("mnist", 0.0), ("colour", 0.6))]
    rules = names(atlas, ("record", lambda history, layer: 64))
    lines = {line["rule"]: line for line in atlas("summary").judge(runs, rules)}
    # Step 64 is worth .6 in two sources, where 512 is best, and 1.2 in the third, where it is best.
    assert lines["0"]["by_source"] == pytest.approx({"cifar10": 20, "mnist": 20, "colour": 0})
    assert lines["latest_within"]["by_source"] == pytest.approx({"cifar10": 0, "mnist": 0, "colour": 40})
    assert lines["selected"]["chosen"] == {"cifar10": "0", "mnist": "0", "colour": "latest_within"}
    assert lines["selected"]["mean"] == pytest.approx(80 / 3) and lines["0"]["worst"] == pytest.approx(20)
    assert lines["0"]["fixed"] == "3/3" and lines["0"]["mean"] == pytest.approx(40 / 3)


def test_fine_tuned_weights_are_judged_on_their_own_accuracies(atlas):
    planted, regret = plant(atlas), atlas("regret")
    tuned = [{"step": step, "layer": "block5", "target": "digits", "accuracy": step / 4096} for step in STEPS]
    rules = [regret.Named("64", regret.TUNED, lambda history, layer: 64, "benchmarks.regret.added")]
    table = atlas("tables").Table(planted.run, planted.about, planted.history, planted.rows, tuned)
    assert [one.regret for one in regret.outcomes_of(table, rules)] == [100 - 100 / 64]
    assert not regret.outcomes_of(planted, rules) and not regret.outcomes_of(table.of_targets(["mnist"]), rules)
    assert {"record", regret.TUNED} < {named.family for named in regret.named_rules()}


def test_the_own_task_of_a_source_is_no_transfer(atlas):
    lines = atlas("summary").judge([plant(atlas), plant(atlas, "digits")], names(atlas))
    assert lines[0]["by_source"].keys() == {"mnist"}


def test_the_interval_resamples_whole_groups(atlas):
    interval = atlas("summary").resampled_interval
    assert_close(interval([np.ones(5), np.ones(2)]), [1, 1])
    low, high = interval([np.zeros(50), np.ones(50)])
    assert (low, high) == (0, 1)  # that of 100 single values would lie within .4 and .6


def test_a_rule_that_is_younger_than_a_run_is_told(atlas):
    tables, summary = atlas("tables"), atlas("summary")
    runs = [plant(atlas), plant(atlas, digests={"benchmarks.regret.added": "another"}), plant(atlas, digests={})]
    assert summary.fixed_share(names(atlas)[0], [run.about for run in runs]) == "1/3"
    texts = ('"""One."""\nTOLERANCE = 0.05\n', '"""Two."""\nTOLERANCE = 0.05  # of it\n', "TOLERANCE = 0.06\n")
    first, same, other = map(tables.digest, texts)
    assert first == same and first != other


def test_shards_are_all_runs_once(atlas):
    shard = atlas("tables").shard
    runs = list("abcdefg")
    assert shard(runs, "1/1") == runs and shard(runs, "1/3") == ["a", "d", "g"]
    assert sorted(run for part in (1, 2, 3) for run in shard(runs, f"{part}/3")) == runs
    for text in ("0/3", "4/3", "2", "a/b"):
        with pytest.raises(ValueError, match="Expected i/n"):
            shard(runs, text)


def test_a_table_is_read_as_it_was_written(atlas, tmp_path):
    planted, tables = plant(atlas), atlas("tables")
    from keras_phases.record.event_files import write_events

    about = {"run": {"source": "mnist", "network": "vgg8", "width": 8, "rate": 0.01, "seed": 0}, "rules": {}}
    write_events(tmp_path / "run" / "phases", planted.history.layout, planted.history.records)
    tables.write(tmp_path / "run", planted.rows, about)
    told = {key: planted.rows[-1][key] for key in ("step", "layer", "target")} | {"left_out_loss_500_0": 0.25}
    tables.write_rows(tmp_path / "run" / "labels.csv", [told])
    (found,) = tables.read_all(tmp_path)
    assert found.rows == [*planted.rows[:-1], planted.rows[-1] | told] and found.run == planted.run
    assert found.history.steps.tolist() == list(STEPS)


@pytest.fixture(scope="module")
def features():
    rng = np.random.default_rng(0)
    features = np.maximum(rng.standard_normal((240, 6)) @ rng.standard_normal((6, 6)), 0).astype(np.float32)
    labels = (features @ rng.standard_normal((6, 3)) + rng.standard_normal((240, 3))).argmax(axis=1)
    return features, labels


def test_leave_one_out_is_that_of_as_many_fits(atlas, features):
    scores = atlas("scores")
    F, Y = features[0][:40].astype(np.float64), np.eye(3)[features[1][:40]]
    squares, predicted = scores.FewRows(F).leave_one_out(Y)
    Z = (F - F.mean(axis=0)) / F.std(axis=0)

    def error_of(row, ridge):
        X, y = np.delete(Z, row, axis=0), np.delete(Y, row, axis=0)
        C = X - X.mean(axis=0)
        weights = np.linalg.solve(C.T @ C + ridge * np.square(Z).sum() * np.eye(6), C.T @ (y - y.mean(axis=0)))
        return Y[row] - y.mean(axis=0) - (Z[row] - X.mean(axis=0)) @ weights

    errors = [np.array([error_of(row, ridge) for row in range(40)]) for ridge in scores.RIDGES]
    best = min(errors, key=lambda error: np.mean(error**2))
    assert_close(squares, best**2, 1e-9)
    assert_close(predicted, Y - best, 1e-9)


def test_scores_tell_features_that_know_the_labels(atlas, features):
    scores = atlas("scores")
    x, labels = features
    shuffled = np.random.default_rng(1).permutation(labels)
    knows, guesses = (scores.FewRows(x[:100]).label_scores(y[:100], 3) for y in (labels, shuffled))
    assert knows["loo_error"] < guesses["loo_error"] and knows["loo_loss"] < guesses["loo_loss"]
    assert knows["logme"] > guesses["logme"] and knows["hscore"] > guesses["hscore"]
    rows = np.random.default_rng(0).standard_normal((50, 8))
    spread = scores.FewRows(rows)
    assert_close(scores.FewRows(np.diag(np.ones(8))).rank_me(), 8.0)
    assert 1 < spread.participation_ratio() < 8 and spread.reconstruction(rows[:, ::2]) < 0.01


@pytest.mark.slow
def test_joint_probes_are_those_of_the_product(atlas, features):
    probes = atlas("probes")
    x, labels = features
    both = [labels, labels % 2]
    fit, test = (probes.LabelSets([one[rows] for one in both], [3, 2]) for rows in (slice(180), slice(180, None)))
    found = probes.judge(x[:180], fit, x[180:], test)
    for (l2, loss, right), one, count in zip(found, both, (3, 2), strict=True):
        probe = fit_linear_probe(x[:180], one[:180], num_classes=count, l2=l2)
        expected = score_outputs("classes", probe.outputs(x[180:]), one[180:])
        assert_close((loss, right.mean()), expected, 2e-3)
