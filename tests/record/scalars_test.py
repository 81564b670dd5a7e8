"""Plain numbers beside the record: which there are, who reads them, and that our own readers do not."""

import numpy as np
import pytest
from builders.logs import STEPS, RunOptions, build_layout, build_values
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from keras_phases import PhaseHistory
from keras_phases.record import schema
from keras_phases.record.event_files import each_event
from keras_phases.record.probe_step import unpack_step
from keras_phases.record.run_record import Record
from keras_phases.record.scalars import PHASES, scalars_of


def build_records(layout, steps=STEPS):
    return [(step, build_values(layout, step, RunOptions())) for step in steps]


def build_history(num_layers=4, steps=STEPS):
    layout = build_layout(num_layers)
    return PhaseHistory(layout, build_records(layout, steps))


def write(directory, history, steps, **options):
    """A record to which probe steps of a history are added in the order of `steps`."""
    record = Record(directory, history.layout, resume=True, **options)
    record.open_for_inserts()
    for step in steps:
        record.insert(unpack_step(history.layout, step, dict(history.records)[step]))
    record.close()
    return record


def test_a_probe_step_in_plain_numbers():
    history = build_history()
    found = scalars_of(history)
    assert list(found) == list(STEPS) and scalars_of(history, 1) == {STEPS[-1]: found[STEPS[-1]]}
    features = {tag.rpartition("/")[2]: value for tag, value in found[STEPS[-1]].items() if "/features/" in tag}
    losses = history.column("reconstruction_loss", 3)
    assert features == {
        **{
            name: history.column(name, 3)[-1]
            for name in ("reconstruction_loss", "explained_variance", "probe_loss", "probe_accuracy")
        },
        "rise_since_minimum": pytest.approx(losses[-1] / losses.min() - 1),
        "phase": PHASES["increase"],
    }
    assert found[0]["phases/probe_seconds"] == 1.5
    assert "phases/model_loss" not in found[0], "what was not measured is left out"


@pytest.mark.filterwarnings("error")
def test_a_loss_that_is_infinite_has_no_rise():
    layout = build_layout()
    records = build_records(layout)
    for _, values in records:
        values[:, layout.metrics.index("reconstruction_loss")] = np.inf
    assert not [tag for tag in scalars_of(PhaseHistory(layout, records), 1)[STEPS[-1]] if tag.endswith("minimum")]


def test_a_phase_is_told_as_it_was_known_then():
    history, known = build_history(steps=()), []
    for step, values in build_records(history.layout):
        history.add(unpack_step(history.layout, step, values))
        known.append(scalars_of(history, 1)[step].get("phases/features/phase"))
    told = [values.get("phases/features/phase") for values in scalars_of(history).values()]
    assert known[-1] == told[-1] == PHASES["increase"]
    assert known[:2] == [None, None], "two points have no phase"
    assert known.index(PHASES["increase"]) > told.index(PHASES["increase"]), "a rise is certain after it has begun"
    assert {"rising": 2.0} == {kind: number for kind, number in PHASES.items() if number == 2}


def test_further_decoders_and_tasks_have_tags_of_their_own():
    rows = tuple(schema.Row("block1", decoder, "primal", 8, 8) for decoder in ("linear", "patch"))
    layout = schema.Layout(rows, ("reconstruction_loss", *schema.transfer_metrics("colour")))
    history = PhaseHistory(layout, [(0, np.array([[0.5, np.nan, 0.75], [0.25, np.nan, 0.5]], np.float32))])
    assert scalars_of(history)[0] == {
        "phases/block1/reconstruction_loss": 0.5,
        "phases/block1/transfer_colour_accuracy": 0.75,
        "phases/block1/rise_since_minimum": 0,
        "phases/block1/patch/reconstruction_loss": 0.25,
        "phases/block1/patch/transfer_colour_accuracy": 0.5,
        "phases/block1/patch/rise_since_minimum": 0,
    }


@pytest.mark.parametrize("num_layers", [16, 17])
def test_many_layers_have_the_last_and_a_sum_up(num_layers):
    history = build_history(num_layers, STEPS[:3])
    found = scalars_of(history)[STEPS[2]]
    layers = {tag.split("/")[1] for tag in found if tag.count("/") == 2}
    assert layers == ({*history.layers} if num_layers == 16 else {"features", "mean_of_layers"})
    if num_layers == 17:
        accuracies = [history.column("probe_accuracy", row)[2] for row in range(17)]
        assert found["phases/mean_of_layers/probe_accuracy"] == pytest.approx(np.mean(accuracies))


def test_tensorboard_reads_them_at_true_steps_and_our_readers_pass_them_over(tmp_path):
    history = build_history()
    write(tmp_path / "plain" / "phases", history, STEPS, scalars=False)
    write(tmp_path / "with" / "phases", history, STEPS)
    reader = EventAccumulator(str(tmp_path / "with" / "phases"))
    reader.Reload()
    name = "phases/features/reconstruction_loss"
    assert [(one.step, one.value) for one in reader.Scalars(name)] == [
        (step, values[name]) for step, values in scalars_of(history).items()
    ]
    assert PhaseHistory.load(tmp_path / "with").to_dataframe().equals(history.to_dataframe())
    bits = [
        [
            value.SerializeToString()
            for _, event in each_event(tmp_path / run / "phases", {})
            for value in event.summary.value
            if value.tag == schema.METRICS_TAG
        ]
        for run in ("plain", "with")
    ]
    assert bits[0] == bits[1] and len(bits[0]) == len(STEPS)


@pytest.mark.parametrize("scalars", [True, False])
def test_a_record_that_is_written_anew_has_them_again(tmp_path, scalars):
    history = build_history()
    write(tmp_path / "phases", history, [*STEPS[:5], *STEPS[6:], STEPS[5]], scalars=scalars)
    reader = EventAccumulator(str(tmp_path / "phases"))
    reader.Reload()
    if not scalars:
        assert reader.Tags()["scalars"] == []
        return
    phases = [(one.step, one.value) for one in reader.Scalars("phases/features/phase")]
    assert phases == [(step, values["phases/features/phase"]) for step, values in scalars_of(history).items()]
