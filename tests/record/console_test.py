"""What is printed: advice, table and warnings of a record."""

import dataclasses
import re
import types

import numpy as np
import pytest
from builders.models import build_image_model
from builders.rows import draw_probe_rows, labelled
from builders.steps import build_exact_instrument

from keras_phases import PhaseHistory, PhaseWarning
from keras_phases.record import console as report
from keras_phases.record import schema
from keras_phases.record.schema import Layout, Row

LAYOUT = Layout((Row("block1", "linear", "primal", 64, 64), Row("features", "linear", "primal", 8, 8)))
STEPS = [0, *(2**power for power in range(11))]


def make_history(losses, accuracies=None, flags=()):
    values = np.full((len(losses), *LAYOUT.shape), np.nan, np.float32)
    column = LAYOUT.metrics.index
    values[:, :, column("reconstruction_loss")] = np.array(losses)[:, None]
    values[:, :, column("probe_seconds")] = 1.5
    values[:, :, column("flags")] = schema.pack_flags(flags)
    if accuracies is not None:
        values[:, :, column("probe_accuracy")] = np.array(accuracies)[:, None]
    return PhaseHistory(LAYOUT, zip(STEPS, values, strict=False))


V_CURVE = [0.6, 0.6, 0.6, 0.59, 0.55, 0.5, 0.45, 0.42, 0.45, 0.5, 0.55, 0.6]


def test_summary_names_phases_minimum_and_best_accuracy(capsys):
    accuracies = np.linspace(0.1, 0.9, 12)
    accuracies[9] = 0.95
    report.print_phases(make_history(V_CURVE, accuracies), "logs/run1")
    printed = capsys.readouterr().out
    line = next(line for line in printed.splitlines() if line.startswith("features"))
    assert "increase since 64, +43 %" in line and "0.42" in line and "0.950 at 256" in line
    assert "Advice: keep step 64, the latest at which the reconstruction loss of 'features' lies within 5 %" in printed
    assert "Compare 'block1', one block earlier. Labels of your task decide better" in printed
    assert "tensorboard --logdir logs/run1" in printed


def test_summary_of_labels_that_are_numbers_has_the_least_probe_loss(capsys):
    history = make_history(V_CURVE)
    for place, (_, values) in enumerate(history.records):
        values[:, LAYOUT.metrics.index("probe_loss")] = abs(place - 3) + 0.25
    report.print_phases(history, "logs/run1")
    printed = capsys.readouterr().out
    assert "loss 0.25 at 4" in printed and "no labels" not in printed


def test_summary_tells_where_the_last_features_serve_further_label_sets_best(capsys):
    metrics = LAYOUT.metrics + schema.transfer_metrics("colour") + schema.transfer_metrics("size")
    layout, plain = dataclasses.replace(LAYOUT, metrics=metrics), make_history(V_CURVE)
    records = []
    for place, (step, values) in enumerate(plain.records):
        colour, size = (0.3, 0.9 - 0.01 * abs(place - 5)), (2 + abs(place - 7), np.nan)
        others = np.array([(9.0, 0.99, 0.1, 0.1), (*colour, *size)], np.float32)  # of the first and the last layer
        records.append((step, np.concatenate([values, others], axis=1)))
    report.print_phases(PhaseHistory(layout, records), "logs/run1")
    printed = capsys.readouterr().out
    assert "Transfer 'colour': best accuracy of 'features' 0.9 at step 16, 0.84 at the last." in printed
    assert "Transfer 'size': best loss of 'features' 2 at step 64, 6 at the last." in printed


def test_summary_without_increase_and_labels_is_honest(capsys):
    report.print_phases(make_history(V_CURVE[:8], flags=["training_heldout"]), "logs/run1")
    printed = capsys.readouterr().out
    assert "no increase yet" in printed and "no labels" in printed
    assert "Advice: keep step 64, the latest at which" in printed
    assert "Note (training_heldout): held-out rows are training rows" in printed


@pytest.mark.parametrize("losses", [[np.nan] * 4, [0.5], [0.5, 0.4]], ids=["nan", "one point", "two points"])
def test_summary_of_next_to_nothing(losses, capsys):
    report.print_phases(make_history(losses), "logs/run1")
    printed = capsys.readouterr().out
    assert "no finite loss" in printed or "no sure change in" in printed


def test_a_flag_is_announced_once():
    history = make_history([0.5, 0.4], flags=["rank_deficient", "few_rows"])
    with pytest.warns(PhaseWarning, match=r"Step 1, block1, features: some features are linear combinations") as caught:
        announced = report.warn_of_flags(history, set())
    assert len(caught) == 1 and announced == {"rank_deficient", "few_rows"}
    assert report.warn_of_flags(history, announced) == announced


def test_a_warning_points_at_the_users_line():
    with pytest.warns(PhaseWarning) as caught:
        report.warn_of_flags(make_history([0.5], flags=["failed"]), set())
    assert caught[0].filename == __file__


def test_a_probe_step_is_one_line(capsys):
    report.print_step(make_history([0.5, 0.25]))
    expected = "phases at step 1 (1.5 s), reconstruction loss: block1 0.25  features 0.25"
    assert capsys.readouterr().out.strip() == expected


HINT = 'Less: budget=0.05 drops steps to come near 5 %; max_examples=, layers= and schedule="log2" cost less.'


def keeper_of():
    return types.SimpleNamespace(
        budget=None, num_ahead=13, probe_seconds=[9.0, 0.82], setup_seconds=1.0, measured=[0, 1], overhead=0.31
    )


@pytest.mark.parametrize("share", [0.19, 0.21])
def test_what_probing_takes_is_told_and_how_it_takes_less_above_a_fifth(share, capsys):
    report.print_share(share, keeper_of())
    told = capsys.readouterr().out
    ahead = "13 probe steps ahead at 0.82 s each."
    assert told.startswith(f"Probing takes about {100 * share:.0f} % of training time; {ahead}")
    assert (HINT in told) == (share > 0.2)


def test_what_probing_took_is_told_at_the_end(capsys):
    report.print_share(12.5, keeper_of())
    assert "about 1,250 % of training time" in capsys.readouterr().out
    report.print_account(keeper_of())
    took = "Probing took 11 s, 31 % of training time: 2 probe steps and set-up."
    assert capsys.readouterr().out == f"{took} {HINT}\n"


def test_a_history_shows_itself_and_names_are_text():
    layout = Layout(tuple(dataclasses.replace(row, layer=f"<b>{row.layer}</b>") for row in LAYOUT.rows))
    shown = PhaseHistory(layout, make_history(V_CURVE).records)._repr_html_()
    assert "<td>&lt;b&gt;features&lt;/b&gt;</td>" in shown and "<b>" not in shown
    assert "<td>64</td>" in shown and "increase since 64, +43 %" in shown
    assert "<li>Stop now? " in shown and "Advice: keep step 64" in shown
    assert "no probe step" in PhaseHistory(layout)._repr_html_()


def test_a_history_prints_its_summary(capsys):
    make_history(V_CURVE).summary()
    printed = capsys.readouterr().out
    assert "Which checkpoint? Step 64." in printed and "See it: tensorboard" not in printed
    PhaseHistory(LAYOUT).summary()
    assert "no probe step" in capsys.readouterr().out


def test_what_a_budget_dropped_is_told():
    told = report.describe_account(0.05, [0, 4, 4096], [1, 2, 8], 0.0482)
    assert told == (
        "Budget 5 %: 3 of 6 probe steps measured, 3 dropped (steps 1, 2, 8); probing took 4.82 % of training time."
    )
    told = report.describe_account(0.05, [0, 4096], list(range(1, 20)), 0.5)
    assert "19 dropped (steps 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, ...); probing took 50 % of training time." in told
    assert told.endswith("The first and the last step are always measured.")
    assert "dropped" not in report.describe_account(0.05, [0, 1], [], 0.01)


@pytest.mark.parametrize("num_groups", [1, 2])
def test_the_table_says_what_memory_a_probe_step_takes(num_groups, capsys):
    instrument = build_exact_instrument(build_image_model(), draw_probe_rows(), ["conv", "hidden"])
    whole = instrument.plans
    groups = [whole] if num_groups == 1 else [[plan] for plan in whole]
    report.print_taps(dataclasses.replace(instrument, groups=groups), 3, "logs/run1")
    printed = capsys.readouterr().out
    conv = next(line for line in printed.splitlines() if line.startswith("conv"))
    assert re.search(r"  [1-3] MiB$", conv.rstrip())
    passes = ("in one pass", "in 2 passes")[num_groups - 1]
    assert re.search(rf"above the model's own: at most about 6[5-9] MiB, {passes} over the fit rows\.", printed)


@pytest.mark.parametrize(
    ("task", "line"),
    [
        ("multilabel", "Linear probe: a logistic regression for each of 2 labels"),
        ("regression", "Linear probe: a ridge regression of 2 numbers"),
    ],
)
def test_a_probe_of_other_labels_than_classes_is_named(task, line, capsys):
    report.print_taps(build_exact_instrument(build_image_model(), labelled(task, draw_probe_rows())), 3, "logs/run1")
    assert line in capsys.readouterr().out
    report.print_taps(build_exact_instrument(build_image_model(), draw_probe_rows()), 3, "logs/run1")
    assert "Linear probe" not in capsys.readouterr().out
