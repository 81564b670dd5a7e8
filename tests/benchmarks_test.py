"""Every benchmark runs its main path at a tiny size, and what it writes is what the table shows."""

import importlib
import json
import pathlib
import platform
import sys

import numpy as np
import pytest
from absl import flags
from builders.tolerance import assert_close

from keras_phases.probes.descent import LARGEST_TOLERANCE
from keras_phases.warning import PhaseWarning

ROOT = pathlib.Path(__file__).resolve().parents[1]
BENCHMARKS = ROOT / "benchmarks"
SCRIPTS = (
    "displacements", "finite_sample", "gpu", "idle", "memory", "overhead", "probe_cost", "sweep", "tab", "table",
    "torch_loops", "transfers",
)  # fmt: skip
TINY = ("--width=4", "--repeats=2", "--data=random")
TINY_STEP = (*TINY, "--examples=128", "--heldout=64", "--batch_size=32")
TINY_COST = (*TINY_STEP, "--train_steps=2", "--matrix_size=64")


@pytest.fixture
def load(monkeypatch):
    """A function that imports a module of benchmarks/ anew; its flags are gone afterwards."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    before, loaded = set(flags.FLAGS), set(sys.modules)

    def load_module(name):
        if name == "torch_loops":
            pytest.importorskip("torch", reason='the peer is not installed: pip install "keras-phases[bench]"')
        return importlib.import_module(name)

    yield load_module
    flags.FLAGS.remove_flag_values(set(flags.FLAGS) - before)
    flags.FLAGS.unparse_flags()
    for name in set(sys.modules) - loaded:
        if pathlib.Path(getattr(sys.modules[name], "__file__", None) or "/").parent == BENCHMARKS:
            del sys.modules[name]


@pytest.fixture
def run(load, tmp_path):
    """A function that runs a script with flags and returns its one result."""

    def run_script(name, *arguments):
        script = load(name)
        flags.FLAGS([name, *arguments, f"--output={tmp_path}"])
        script.main([])
        (path,) = tmp_path.glob("*.json")
        text = path.read_text()
        assert str(tmp_path) not in text and str(ROOT) not in text and platform.node() not in text
        return json.loads(text)

    return run_script


def check_rounds(result, names):
    assert set(names) <= set(result["seconds"])
    for timing in result["seconds"].values():
        assert len(timing["seconds"]) == 2 and min(timing["seconds"]) > 0
    machine = result["machine"]
    assert machine["num_cores"] >= 1 and machine["load_average_at_start"] >= 0 and machine["cpu"]
    assert {"python", "keras-phases", "keras", "numpy", "commit"} <= set(result["versions"])


@pytest.mark.slow
def test_idle(run):
    result = run("idle", "--width=2", "--batches=3", "--batch_size=16", "--repeats=2")
    check_rounds(result, ["without", "with", "again", "waiting"])
    assert result["name"] == f"idle-{result['settings']['backend']}" and result["settings"]["batches"] == 3
    assert [len(line["value"]) for line in result["values"][:1]] == [2]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
@pytest.mark.parametrize("parts", ["numbers,vgg8,fit,idle", pytest.param("resnet50", marks=pytest.mark.stress)])
def test_the_script_for_a_gpu_runs_on_a_cpu(run, parts):
    result = run("gpu", "--quick", f"--parts={parts}", "--repeats=1")
    compared = [result["seconds"][one["numerator"]]["seconds"] for one in result["comparisons"]]
    assert len(compared) == (5 if "fit" in parts else 1) and all(min(seconds) > 0 for seconds in compared)
    differences = [line["value"] for line in result["values"] if "the CPU's" in line["measure"]]
    assert np.shape(differences) == ((3, 5) if "numbers" in parts else (0,))
    assert np.max(differences, initial=0) <= 1e-4


@pytest.mark.slow
@pytest.mark.parametrize(
    "network, layer", [("vgg8", "block5_relu"), pytest.param("vit", "block4", marks=pytest.mark.stress)]
)
def test_what_crosses_in_a_probe_step_is_counted(run, network, layer):
    result = run("transfers", *TINY_STEP, "--train_steps=2", f"--layers={layer}", f"--network={network}")
    check_rounds(result, ["forward", "probe_step"])
    assert [tap[0] for tap in result["measured"]["taps"]] == [layer]
    values = {line["measure"]: line["value"] for line in result["values"]}
    # Gram matrices of 64 features, outputs, sums and losses at least; images cross once a run.
    assert values["copies to the host"] > 5 and values["bytes to the host"] > 4 * 64 * 64 / 1e6
    assert 0 < values["bytes to the device"] < 192 * 3072 * 4 / 1e6


@pytest.mark.slow
def test_correlations_give_the_second_moments_of_neighbourhoods(run):
    result = run("displacements", "--side=5", "--channels=3", "--rows=2", "--repeats=2")
    check_rounds(result, ["unfolding", "displacements"])
    difference, operations = (line["value"] for line in result["values"])
    assert difference <= 1e-12 and operations < 0.5


@pytest.mark.slow
def test_tab(run):
    result = run("tab", "--runs=2", "--layers=3", "--steps=5", "--server=python", "--repeats=1")
    values = {line["measure"]: line["value"][0] for line in result["values"]}
    assert 0 < values["python: all data visible"] < 60 and 0 < values["python: unchanged answer, best of 5"] < 5_000
    assert values["python: list of runs, uncompressed"] > 0.5
    if platform.system() == "Linux":
        assert values["python: the same, at its peak"] >= values["python: resident memory with data server"] > 30


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_flag_has_help_and_every_script_says_its_command(name, load):
    script = load(name)
    own = flags.FLAGS.get_key_flags_for_module(name)
    assert own and all(len(flag.help) > 10 for flag in own)
    assert name == "torch_loops" or f"python benchmarks/{name}.py" in script.__doc__


@pytest.mark.slow
def test_the_step_of_vgg8_stands_beside_its_forward_pass(run):
    result = run("probe_cost", "--case=vgg8", *TINY_COST)
    stages = {"forward with taps", "targets", "moments", "pooling", "solve", "linear probe", "held-out losses"}
    check_rounds(result, ["forward", "probe_step", *(f"stage: {stage}" for stage in stages)])
    (comparison,) = result["comparisons"]
    assert (comparison["numerator"], comparison["denominator"]) == ("probe_step", "forward")
    assert [tap[0] for tap in result["measured"]["taps"]] == [f"block{block}_relu" for block in range(1, 6)]
    assert result["settings"]["examples"] == 128 and "data_dir" not in result["settings"]
    assert all(rate > 0 for rate in result["matrix_gflops_per_second"].values())


@pytest.mark.stress
def test_a_step_with_further_label_sets_stands_beside_one_without(run):
    result = run("probe_cost", "--case=transfer", *TINY_COST, "--layers=block5_relu")
    check_rounds(result, ["probe_step", "with_a_label_function", "with_other_rows"])
    assert {(one["numerator"], one["denominator"]) for one in result["comparisons"]} == {
        ("with_a_label_function", "probe_step"),
        ("with_other_rows", "probe_step"),
    }


@pytest.mark.stress
def test_a_step_with_quantities_stands_beside_one_without(run):
    result = run("probe_cost", "--case=quantities", *TINY_COST, "--layers=block5_relu")
    check_rounds(result, ["probe_step", "auto", "all"])
    assert [one["target"] for one in result["comparisons"]] == ["<= 1", "<= 1"]


@pytest.mark.stress
def test_the_step_of_resnet50_is_measured_with_sampled_and_with_all_positions(run):
    small = ("--image_size=64", "--examples=8", "--heldout=8", "--batch_size=4", "--matrix_size=64", "--repeats=2")
    result = run("probe_cost", "--case=resnet50", *small, "--layers=conv3_block*_out")
    check_rounds(result, ["forward", "sampled_positions", "all_positions"])
    assert [tap[3] for tap in result["measured"]["taps"]] == ["1x1, 16 of 64 positions"] * 4
    assert [tap[3] for tap in result["taps_with_all_positions"]] == ["1x1, 64 of 64 positions"] * 4


@pytest.mark.stress
def test_the_papers_loops_are_extrapolated_and_say_so(run):
    result = run("probe_cost", "--case=paper_loops", *TINY_COST)
    check_rounds(result, ["ours_with_forward", "ours_on_given_features"])
    if result["skipped"]:
        pytest.skip(result["skipped"]["paper_loops"])
    paper = result["seconds"]["paper_on_given_features"]
    assert paper["extrapolated"] and (paper["measured_epochs"], paper["epochs"]) == (2, 20)
    whole = sum(sum(loop) + 18 * loop[1] for loop in paper["epoch_seconds"][0].values())
    assert whole < paper["seconds"][0] < whole + 5  # and the time that judging takes
    with_forward = result["seconds"]["paper_with_forward_in_keras"]
    forward = 60 * result["seconds"]["keras_forward_epoch"]["seconds"][1]
    assert_close(with_forward["seconds"][1], paper["seconds"][1] + forward)


@pytest.mark.stress
def test_naive_keras_trains_a_model_a_layer(run):
    result = run("probe_cost", "--case=naive_keras", *TINY_COST, "--layers=block5_relu")
    check_rounds(result, ["ours_64", "naive_whole_model_64", "naive_on_features_64"])
    naive = result["seconds"]["naive_whole_model_64"]
    assert naive["extrapolated"] and set(naive["epoch_seconds"][0]) == {"decoder", "classifier"}


@pytest.mark.stress
def test_peers_solve_the_same_problems(run):
    result = run("probe_cost", "--case=peers", *TINY_COST, "--data=digits", "--layers=block5_relu")
    check_rounds(result, ["our_decoder_64", "sklearn_ridge_cv_64", "our_probe_64", "sklearn_logistic_1e-05_64"])
    losses, fits = result["judged"]["64"]["losses"], result["judged"]["64"]["objectives_and_gradient_norms"]
    assert_close(losses["our_decoder"], losses["cholesky_float64"])
    assert_close(losses["sklearn_ridge_float64"], losses["cholesky_float64"])
    assert_close(fits["our_probe"][0], fits["sklearn_logistic_1e-05"][0])
    assert fits["our_probe"][1] <= LARGEST_TOLERANCE


@pytest.mark.stress
def test_overhead_is_the_share_of_a_whole_fit(run):
    small = ("--rows=256", "--examples=64", "--epochs=2", "--extrapolate_epochs=4", "--batch_size=32")
    with pytest.warns(PhaseWarning, match="below probe_batch_size"):
        result = run("overhead", *TINY, *small)
    check_rounds(result, ["with", "without"])
    assert result["probe_steps"] == [0, 1, 2, 4, 8, 16]
    share = sum(result["probe_seconds"][0]) / result["seconds"]["without"]["seconds"][0]
    values = {value["measure"]: value for value in result["values"]}
    assert_close(values["sum(probe_seconds) / without"]["value"][0], share)
    longer = values["share over 4 epochs"]
    assert longer["extrapolated"] and longer["note"] == "extrapolated from 2 epochs; 7 probe steps"


def test_overhead_refuses_a_network_that_it_does_not_know(load):
    load("overhead")
    with pytest.raises(flags.IllegalFlagValueError, match="vgg8, resnet10"):
        flags.FLAGS(["overhead", "--models=vgg9"])


@pytest.mark.stress
def test_memory_is_measured_in_processes_of_their_own(run):
    result = run("memory", *TINY_STEP, "--during=step,fit", "--steps=1", "--repeats=1")
    assert set(result["peak_bytes"]) == {"forward", "probe_step", "fit", "fit_with_probe"}
    assert all(10**8 < peak < 10**11 for peaks in result["peak_bytes"].values() for peak in peaks)


def test_memory_is_this_process_own_peak(load):
    memory = load("memory")
    block = np.ones(2**24)  # 128 MiB
    assert block.nbytes < memory.peak_bytes() < 2**40


@pytest.mark.slow
def test_finite_samples_are_compared_at_every_checkpoint(run, tmp_path):
    folder = tmp_path / "checkpoints"
    small = ("--data=digits", "--width=4", "--rows=128,600,1280", "--heldout=128", "--batch_size=64", "--steps=0,2")
    with pytest.warns(PhaseWarning, match="No linear probe"):
        result = run("finite_sample", *small, "--layers=block4_relu,block5_relu", f"--checkpoints={folder}")
    assert sorted(path.name for path in folder.iterdir()) == ["0.weights.h5", "2.weights.h5"]
    rows = result["rows"]
    assert {(row["step"], row["n"]) for row in rows} == {(step, n) for step in (0, 2) for n in (128, 576, 1280)}
    assert len(rows) == 12 and all(row["num_fit_examples"] == row["n"] for row in rows)
    few = [row for row in rows if row["n"] == 128]
    assert all("reconstruction_loss_limit" not in row and "few_rows" in row["flags"] for row in few)
    assert {line["n"] for line in result["comparison"]} >= {128, 576}


def test_differences_and_order_are_those_of_the_reference(load):
    differences = load("finite_sample")._differences({0: 2.2, 8: 1.0, 64: 1.05}, {0: 2.0, 8: 1.01, 64: 1.0})
    assert (differences["largest_difference"], differences["at_step"]) == (0.1, 0)
    assert differences["relative"] == {"0": 0.1, "8": -0.0099, "64": 0.05}
    assert differences["swapped_pairs"] == 1
    assert_close(differences["largest_gap_of_a_swapped_pair"], 0.01)


def test_epochs_that_were_not_run_go_at_the_pace_of_the_later_ones(load):
    harness = load("harness")
    assert_close(harness.extrapolate(10.0, [6.0, 1.0, 3.0], 20), 10 + 17 * 2)
    assert_close(harness.extrapolate(3.0, [3.0], 20), 60)


@pytest.mark.slow
def test_contenders_run_in_turn_every_second_round_backwards(load):
    order = []
    contenders = {name: lambda name=name: order.append(name) for name in "ab"}
    timings = load("harness").in_turn(contenders, 3)
    assert order == list("abbaab") and [len(timing) for timing in timings.values()] == [3, 3]


RESULT = {
    "name": "made-by-hand",
    "machine": {"num_cores": 2, "load_average_at_start": 0.25},
    "versions": {"commit": "abc1234"},
    "seconds": {
        "peer": {"seconds": [30.0, 42.0, 24.0], "extrapolated": True, "measured_epochs": 2, "epochs": 20},
        "ours": {"seconds": [3.0, 2.0, 2.0], "extrapolated": False},
    },
    "comparisons": [
        {
            "measure": "peer / ours",
            "numerator": "peer",
            "denominator": "ours",
            "target": ">= 12",
            "share": False,
            "note": "",
        }
    ],
    "values": [{"measure": "peak", "value": [1.5, 2.5], "unit": "GiB", "target": "< 4", "note": "of two"}],
    "skipped": {"himalaya": "not installed"},
}


def test_the_table_takes_ratios_before_medians(load):
    lines = load("table").render([RESULT]).splitlines()
    assert lines[2:] == [
        "| made-by-hand | peer / ours | 12x (10 to 21) | >= 12 | 30 / 2 | peer extrapolated from 2 of 20 epochs "
        "| 2 | 0.25 | abc1234 |",
        "| made-by-hand | peak | 2 GiB (1.5 to 2.5) | < 4 |  | of two | 2 | 0.25 | abc1234 |",
        "| made-by-hand | himalaya | left out |  |  | not installed | 2 | 0.25 | abc1234 |",
    ]


def test_the_table_goes_between_the_markers_of_a_readme(load, tmp_path):
    table, readme = load("table"), tmp_path / "README.md"
    readme.write_text((BENCHMARKS / "README.md").read_text())
    (tmp_path / "result.json").write_text(json.dumps(RESULT))
    for _ in range(2):
        flags.FLAGS(["table", f"--results={tmp_path}", f"--readme={readme}"])
        table.main([])
    assert readme.read_text().count("| made-by-hand | peer / ours |") == 1
    readme.write_text("# Nothing here\n")
    with pytest.raises(ValueError, match="has no lines"):
        table.main([])


def test_the_results_that_are_kept_render(load):
    table = load("table")
    results = table.read_results(BENCHMARKS / "results")
    assert len(table.render(results).splitlines()) >= 2 + len(results)
    assert all(result["name"] == path.stem for result, path in zip(results, _kept(), strict=True))


def _kept():
    return sorted((BENCHMARKS / "results").glob("*.json"))


def test_a_simulated_sweep_takes_what_its_parts_take(load):
    sweep = load("sweep")
    costs, rng = {"cells": [1.0], "start": [10.0]}, np.random.default_rng(0)
    assert sweep.simulate(1, merge_seconds=5.0, rng=rng, **costs) == 1015
    assert sweep.simulate(64, merge_seconds=5.0, rng=rng, **costs) == 10 + 16 + 5
    assert sweep.simulate(1024, merge_seconds=5.0, rng=rng, **costs) == 10 + 1 + 5
    # Of ten workers each wave of ten is written within the next; at last one writes behind all of them.
    assert_close(sweep.simulate_queue(10, write_seconds=0.01, rng=rng, **costs), 110.1, relative=1e-9)
    assert_close(sweep.simulate_queue(1000, write_seconds=0.5, rng=rng, **costs), 511, relative=1e-9)
    seconds = {count: 100 + 1000 / count for count in sweep._WORKERS}
    assert sweep.stops_at(seconds) == 8
