"""PhaseStop: when it ends a fit and when it must not, what it restores, and that it changes nothing else."""

import dataclasses
import functools
import inspect

import keras
import numpy as np
import pytest
from builders.models import PLAIN
from builders.scripted import (
    STEPS_PER_EPOCH,
    V_CURVE,
    V_KEPT,
    V_MINIMUM,
    V_STOP,
    Spy,
    build_tiny_net,
    fit_tiny,
    make_probe,
    same,
    script,
)

from keras_phases import At, Every, LogSpaced, PhaseCheckpoint, PhaseHistory, PhaseProbe, PhaseStop, datasets, models
from keras_phases.measure.instrument import Instrument
from keras_phases.record.advice import RULE
from keras_phases.record.probe_step import ProbeStep
from keras_phases.record.rules import RULES
from keras_phases.record.schema import Layout, Row
from keras_phases.record.stop_rule import (
    FEWEST_POINTS,
    confidence_of_look,
    describe_undecided,
    find_stop,
    has_passed,
    judge,
    lowest_of_doubling,
)

LOG2 = [0, *(2**power for power in range(17))]
# VGG-8 on CIFAR-10, last features: the table of the README of github.com/JohnTailor/LearnPhase, divided by 79 batches.
PAPER = dict(
    zip(
        [0, *(2**power for power in range(1, 17))],
        [
            *(0.591, 0.589, 0.586, 0.578, 0.562, 0.550, 0.531, 0.510, 0.513, 0.528, 0.521, 0.561),
            *(0.616, 0.693, 0.731, 0.760, 0.787),
        ],
        strict=True,
    )
)


def record(curve, steps=LOG2):
    """A history of one layer with these losses."""
    layout = Layout((Row("block5", "linear", "primal", 64, 64),), ("reconstruction_loss",))
    return PhaseHistory(layout, [(step, np.array([[loss]])) for step, loss in zip(steps, curve, strict=False)])


@pytest.mark.parametrize(("confidence", "step"), [(0.9, 4096), (0.95, 4096), (0.99, 4096)])
def test_the_papers_run_would_stop_some_doublings_after_its_minimum(confidence, step):
    found, report = find_stop(record(PAPER.values(), PAPER), confidence=confidence)
    assert (found, report.minimum_step) == (step, 128)
    assert [phase.kind for phase in report.phases][-2:] == ["decrease", "increase"]


def test_looks_share_out_the_error_of_a_run():
    """Each look may err by half of what is left to `detect_phases`; they sum to what the user allows."""
    for confidence in (0.5, 0.9, 0.99):
        spent = [(1 - confidence_of_look(confidence, num)) / 2 for num in range(FEWEST_POINTS, 200_000)]
        assert sum(spent) == pytest.approx(1 - confidence, rel=1e-4) and sum(spent) < 1 - confidence
        assert 0 < confidence_of_look(confidence, FEWEST_POINTS) < 1


@pytest.mark.parametrize(
    "curve",
    [
        pytest.param([0.6] * 18, id="flat"),
        pytest.param(np.linspace(0.6, 0.4, 18), id="falling"),
        pytest.param(np.linspace(0.4, 0.6, 18), id="rising"),
        pytest.param([*[0.5] * 8, *np.linspace(0.5, 0.7, 10)], id="constant, then rising"),
        pytest.param([*np.linspace(0.6, 0.4, 9), *[0.4] * 9], id="falling, then constant"),
        pytest.param([0.55, 0.55, 0.56, 0.58, 0.60, 0.58, 0.56, *np.linspace(0.54, 0.44, 11)], id="hump, then falling"),
        pytest.param([*np.linspace(0.6, 0.4, 17), 0.9], id="one point up"),
    ],
)
def test_curves_that_do_not_stop(curve):
    assert find_stop(record(curve)) is None


def test_it_never_stops_before_the_eighth_point_nor_on_losses_that_are_not_finite():
    curve = [1.0, 0.9, 0.8, 0.7, 0.6, 0.75, 0.9, 1.05, 1.2]
    assert find_stop(record(curve))[0] == LOG2[FEWEST_POINTS - 1]
    assert judge(record(curve[:7]), "block5") == (None, False)
    with_gap = [*curve[:2], np.nan, *curve[2:]]
    assert find_stop(record(with_gap))[0] == LOG2[FEWEST_POINTS]


def test_a_whole_doubling_must_lie_above_the_minimum():
    """A point that is as low as the minimum is no time to stop, whatever the curve says."""
    losses = [*np.linspace(0.7, 0.52, 9), *np.linspace(0.55, 0.9, 9)]
    curve = record(losses)
    report, is_past = judge(curve, "block5")
    assert report.has_decrease and report.has_increase and is_past
    assert not has_passed(report, [*LOG2, 131072], [*losses, 0.50])
    lower = dataclasses.replace(curve.newest.rows[0], metrics={"reconstruction_loss": 0.50})
    curve.add(ProbeStep(131072, 0, (lower,)))
    assert not judge(curve, "block5")[1]
    assert lowest_of_doubling([0, 4, 5, 6, 10], [9.0, 1.0, 3.0, 4.0, 5.0]) == 3.0
    assert lowest_of_doubling([0, 1, 10, 100], [9.0, 1.0, 3.0, 4.0]) == 3.0
    assert lowest_of_doubling([0, 4, 5, 6, 10, 11], [9.0, 1.0, 3.0, np.nan, 5.0, np.inf]) == 3.0


def test_min_step_holds_training_up():
    curve = record(PAPER.values(), PAPER)
    assert find_stop(curve, min_step=2049)[0] == 4096
    assert find_stop(curve, min_step=100_000) is None


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"layer": "block9"}, r"'block9' is not in this history\. Did you mean 'block5'\? Expected one of"),
        ({"confidence": 2}, "confidence is 2. Expected the chance"),
        ({"min_step": "100"}, "min_step is '100'. Expected an integer"),
    ],
)
def test_a_record_too_short_to_stop_is_asked_nothing_wrong_either(options, message):
    with pytest.raises(ValueError, match=message):
        find_stop(record([0.6, 0.5]), **options)


def heard(said):
    """Warnings of PhaseStop."""
    return [text for text in said if "PhaseStop" in text]


def num_steps(model):
    return int(keras.ops.convert_to_numpy(model.optimizer.iterations))


def make_run(monkeypatch, tmp_path, curve, *, stop=None, probe=None, **options):
    """A scripted fit; returns model, probe, stop, spy, logs and warnings."""
    script(monkeypatch, curve)
    probe = make_probe(tmp_path, **(probe or {}))
    stopping, spy, model = PhaseStop(probe, **(stop or {})), Spy(), build_tiny_net()
    logs, said = fit_tiny(model, *options.pop("order", lambda *all_three: all_three)(probe, stopping, spy), **options)
    return model, probe, stopping, spy, logs, said


ORDERS = {
    "probe first": lambda probe, stop, spy: (spy, probe, stop),
    "stop first": lambda probe, stop, spy: (spy, stop, probe),
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_a_fit_ends_when_the_minimum_has_passed(monkeypatch, tmp_path, order):
    model, probe, stop, spy, logs, _ = make_run(monkeypatch, tmp_path, V_CURVE, order=order)
    expected, report = find_stop(probe.history, "hidden")
    assert stop.stopped_step == expected == V_STOP
    assert stop.stop_report == report and report.minimum_step == V_MINIMUM
    assert num_steps(model) == V_STOP == max(spy.weights)
    assert probe.history.steps.tolist() == list(range(V_STOP + 1))
    assert len(logs["loss"]) == 2 and stop.layer == "hidden"


@pytest.mark.slow
def test_up_to_the_stop_training_is_the_same_bits(monkeypatch, tmp_path):
    class StopAt(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if self.model.optimizer.iterations == stopped:
                self.model.stop_training = True

    options = {"stop": {"restore_best_weights": True}, "order": ORDERS["stop first"]}
    *_, stop, spy, logs, _ = make_run(monkeypatch, tmp_path, V_CURVE, **options)
    stopped, plain = stop.stopped_step, Spy()
    plain_logs, _ = fit_tiny(build_tiny_net(), plain, StopAt())
    assert plain.weights.keys() == spy.weights.keys()
    assert all(same(weights, spy.weights[step]) for step, weights in plain.weights.items())
    assert plain.logs == spy.logs and plain_logs == {name: logs[name] for name in plain_logs}


@pytest.mark.slow
def test_why_it_stops_is_printed_and_by_what_rule_it_restores(monkeypatch, tmp_path, capsys):
    stop = make_run(monkeypatch, tmp_path, V_CURVE, stop={"verbose": 1, "restore_best_weights": True})[2]
    printed = capsys.readouterr().out
    assert f"PhaseStop ends training at step {stop.stopped_step}. hidden: " in printed
    assert "increase since 5 (minimum at 5, between 4 and " in printed and " % since). The minimum" in printed
    assert "begins to forget its input; it is not the best step for every task." in printed
    assert (
        "PhaseStop restores the weights of step 7, the latest at which the reconstruction loss of 'hidden' lies within "
        "5 % of its lowest (rule 'latest_within'"
    ) in printed


@pytest.mark.parametrize(
    ("curve", "options", "why"),
    [
        ([0.6] * 7, {}, "it looks at the curve of 'block5' from 8 finite probe steps on, and there are fewer"),
        (
            [0.6] * 12,
            {},
            "no fall of 'block5' is sure enough (no increase yet: constant since step 0, no change beyond",
        ),
        (np.geomspace(0.6, 0.1, 12), {}, "no rise of 'block5' is sure enough (no increase yet: decrease since 0"),
        ([*PAPER.values()], {"min_step": 70_000}, "min_step=70,000 was not reached"),
    ],
    ids=["few", "flat", "falls", "min_step"],
)
def test_why_it_did_not_stop_is_said(curve, options, why):
    history = record(curve, [*PAPER])
    assert find_stop(history, **options) is None
    assert describe_undecided(history, "block5", **options).startswith(why)


@pytest.mark.slow
def test_a_fit_that_was_not_ended_says_why_where_something_is_printed(monkeypatch, tmp_path, capsys):
    told = "PhaseStop did not end training: no fall of 'hidden' is sure enough (no increase yet: "
    make_run(monkeypatch, tmp_path, [0.6] * 17, stop={"verbose": 1})
    assert told in capsys.readouterr().out
    script(monkeypatch, [0.6] * 17)
    probe = make_probe(tmp_path / "printing")
    fit_tiny(build_tiny_net(), probe, PhaseStop(probe), verbose=2)
    assert told in capsys.readouterr().out
    make_run(monkeypatch, tmp_path, [0.6] * 17)
    assert capsys.readouterr().out == ""


def test_verbose_zero_prints_nothing(monkeypatch, tmp_path, capsys):
    make_run(monkeypatch, tmp_path, V_CURVE, stop={"restore_best_weights": True})
    assert capsys.readouterr().out == ""


@pytest.mark.slow
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize(("min_step", "last"), [(0, V_STOP), (1000, 16)], ids=["stopped", "not stopped"])
def test_the_weights_of_the_rule_are_restored(monkeypatch, tmp_path, order, min_step, last):
    stop = {"restore_best_weights": True, "min_step": min_step}
    model, probe, stop, spy, *_, said = make_run(monkeypatch, tmp_path, V_CURVE, stop=stop, order=order)
    assert stop.stopped_step == (None if min_step else V_STOP) and not heard(said)
    assert probe.history.steps[-1] == max(spy.weights) == last and stop.restored_step == V_KEPT
    assert same(model.get_weights(), spy.weights[V_KEPT]) and not same(spy.weights[V_KEPT], spy.weights[last])
    assert stop._kept == {}


def test_the_last_step_is_measured_before_weights_are_restored(monkeypatch, tmp_path):
    """Even where nobody told the probe in time that training ends: the callback that ends it comes after it."""

    class EndLate(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            self.model.stop_training = True

    seen = []
    script(monkeypatch, [0.600, 0.575, 0.550, 0.525, 0.500, 0.475, 0.500, 0.525, 0.550])
    tell = Instrument.measure

    def measure(instrument, *at):
        getattr(model, "jax_state_sync", lambda: None)()
        seen.append([np.array(weights) for weights in model.get_weights()])
        return tell(instrument, *at)

    monkeypatch.setattr(Instrument, "measure", measure)
    probe = make_probe(tmp_path, schedule=At([0, 1, 2, 3, 4, 5, 6, 7]))
    stop, spy, model = PhaseStop(probe, restore_best_weights=True), Spy(), build_tiny_net()
    fit_tiny(model, stop, probe, EndLate(), spy, epochs=5)
    assert probe.history.steps.tolist() == [*range(8), STEPS_PER_EPOCH]
    assert same(seen[-1], spy.weights[STEPS_PER_EPOCH]) and stop.restored_step == 5


@pytest.mark.slow
def test_one_copy_is_in_memory(monkeypatch, tmp_path):
    held, keep = [], PhaseStop._keep_weights

    def keep_and_count(stop, step):
        keep(stop, step)
        held.append(sorted(stop._kept))

    monkeypatch.setattr(PhaseStop, "_keep_weights", keep_and_count)
    # A single low point of a curve that then falls slowly: the lowest loss for long.
    curve = [0.60, 0.60, 0.46, 0.60, 0.59, 0.58, 0.57, 0.56, 0.55, 0.54, 0.53, 0.52, 0.51, 0.50, 0.49, 0.48, 0.47]
    options = {"stop": {"restore_best_weights": True, "min_step": 2**15}}
    stop = make_run(monkeypatch, tmp_path, curve, **options)[2]
    assert held == [[0], [1], *[[2]] * 13, [15], [16]] and stop.restored_step == 16


def test_the_default_rule_moves_to_the_newest_step_or_stays():
    """So that one copy of weights in memory is enough: another default would need more."""
    rng = np.random.default_rng(0)
    for _ in range(50):
        curve, chosen = np.where(rng.random(18) < 0.1, np.nan, 0.5 + 0.1 * np.cumsum(rng.normal(size=18))), [None]
        for num in range(1, 19):
            chosen.append(RULES[RULE](record(np.abs(curve[:num])), "block5"))
            assert chosen[-1] in (chosen[-2], LOG2[num - 1])


def test_without_a_decrease_no_weights_are_restored(monkeypatch, tmp_path):
    """The lowest loss of a rising curve is that of the untrained weights."""
    options = {"stop": {"restore_best_weights": True}}
    model, _, stop, spy, _, said = make_run(monkeypatch, tmp_path, np.linspace(0.4, 0.6, 17), **options)
    assert any("PhaseStop restores no weights" in text and "has not surely decreased" in text for text in said)
    assert stop.restored_step is None and same(model.get_weights(), spy.weights[max(spy.weights)])


@pytest.mark.slow
def test_a_run_that_goes_on_decides_with_all_its_probe_steps(monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE)
    model, probe = build_tiny_net(), make_probe(tmp_path)
    first = PhaseStop(probe)
    fit_tiny(model, probe, first, epochs=1)
    assert first.stopped_step is None
    again = make_probe(tmp_path)
    script(monkeypatch, V_CURVE[8:])
    second = PhaseStop(again, restore_best_weights=True)
    _, said = fit_tiny(model, second, again, epochs=1)
    assert again.history.steps.tolist() == list(range(V_STOP + 1)) and second.stopped_step == V_STOP
    assert second.restored_step is None
    (said,) = [text for text in said if "restores no weights" in text]
    assert "step 7, the latest at which" in said and "was measured by an earlier fit" in said
    assert "PhaseCheckpoint(probe, path)" in said


@pytest.mark.slow
def test_one_object_in_several_fits(monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE)
    probe = make_probe(tmp_path)
    stop = PhaseStop(probe)
    for _ in range(2):
        fit_tiny(build_tiny_net(), probe, stop)
        assert stop.stopped_step == V_STOP == probe.history.steps[-1]
        script(monkeypatch, V_CURVE)
    fit_tiny(build_tiny_net(), probe, stop, epochs=1)
    assert stop.stopped_step is stop.stop_report is None and probe.history.steps[-1] == STEPS_PER_EPOCH


@pytest.mark.slow
def test_a_listener_lasts_for_one_fit(monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE)
    probe = make_probe(tmp_path)
    stop = PhaseStop(probe)
    fit_tiny(build_tiny_net(), probe, stop)
    assert probe.listeners == (stop._on_probe_step,)
    assert probe.copy_into(tmp_path / "other").listeners == () and probe.listeners
    script(monkeypatch, V_CURVE)
    fit_tiny(build_tiny_net(), probe)
    assert len(probe.history) == 2 * STEPS_PER_EPOCH + 1 and probe.listeners == ()


@pytest.mark.first_case
@pytest.mark.parametrize("layer", ["first", "auto"])
def test_the_layer_is_the_one_that_was_asked_for(monkeypatch, tmp_path, layer):
    script(monkeypatch, V_CURVE)
    tell = Instrument.measure

    def measure(instrument, step, epoch):
        found = tell(instrument, step, epoch)
        flat = dict.fromkeys(found.rows[0].metrics, 0.5)
        return found.with_rows([dataclasses.replace(found.rows[0], metrics=flat)])

    monkeypatch.setattr(Instrument, "measure", measure)
    probe = make_probe(tmp_path)
    stop = PhaseStop(probe, layer=layer)
    fit_tiny(build_tiny_net(), probe, stop)
    assert stop.layer == ("first" if layer == "first" else "hidden")
    assert (stop.stopped_step is None) == (layer == "first")


@pytest.mark.slow
@pytest.mark.skipif(keras.backend.backend() == "torch", reason="Keras has no steps_per_execution on PyTorch")
def test_several_steps_an_execution(monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE)
    probe = make_probe(tmp_path)
    stop, model = PhaseStop(probe), build_tiny_net(steps_per_execution=4)
    fit_tiny(model, probe, stop, epochs=6)
    assert probe.history.steps.tolist() == list(range(0, stop.stopped_step + 1, 4))
    assert stop.stopped_step == find_stop(probe.history)[0] == num_steps(model) == 44


@pytest.mark.slow
def test_seconds_of_listeners_are_nobodys(monkeypatch, tmp_path):
    now = [0.0]

    class Slow(PhaseStop):
        def follow(self, step):
            now[0] += 1000.0

    script(monkeypatch, V_CURVE)
    probe = make_probe(tmp_path, budget=0.5)
    probe._clock = lambda: now[0]
    fit_tiny(build_tiny_net(), probe, Slow(probe))
    assert sum(probe._session.keeper.probe_seconds) == 0.0 and probe._session.keeper._training() == 0.0


@pytest.mark.slow
def test_probe_steps_that_fail_are_not_looked_at(monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE)
    tell, calls, followed = Instrument.measure, [], []

    def measure(instrument, *at):
        calls.append(None)
        if len(calls) == 3:
            raise RuntimeError("the disk is on fire")
        return tell(instrument, *at)

    class Follow(PhaseStop):
        def follow(self, step):
            followed.append((step, len(self.history)))

    monkeypatch.setattr(Instrument, "measure", measure)
    probe = make_probe(tmp_path)
    _, said = fit_tiny(build_tiny_net(), Follow(probe), probe, epochs=1)
    assert followed == [(0, 1), (1, 2), *((step, step) for step in range(3, 9))]
    assert any("failed at step 2" in text for text in said)


def test_what_goes_wrong_in_it_warns_and_fit_goes_on(monkeypatch, tmp_path):
    class Broken(PhaseStop):
        def follow(self, step):
            raise RuntimeError("out of ideas")

    script(monkeypatch, V_CURVE)
    probe = make_probe(tmp_path, schedule=Every(4), on_error="raise")
    _, said = fit_tiny(build_tiny_net(), probe, Broken(probe), epochs=1)
    assert probe.history.steps.tolist() == [0, 4, 8]
    assert sum("Broken failed at step" in text and "out of ideas" in text for text in said) == 3


def test_too_few_probe_steps_are_announced(monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE)
    probe = make_probe(tmp_path, schedule=Every(4))
    _, said = fit_tiny(build_tiny_net(), probe, PhaseStop(probe), epochs=1)
    assert any("looks at the curve from 8 probe steps on, and there will be 3" in text for text in said)


PROBE = PhaseProbe()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"probe": "probe"}, r"probe is a str. Expected the PhaseProbe .* callbacks=\[probe, PhaseStop\(probe\)\]"),
        ({"probe": PhaseProbe}, "probe is the class PhaseProbe"),
        ({"layer": 3}, "layer is 3. Expected the name of a tap, or 'auto'"),
        ({"confidence": 1.0}, "confidence is 1.0. Expected the chance, above 0 and below 1"),
        ({"confidence": 95}, "confidence is 95"),
        ({"confidence": None}, "confidence is None"),
        ({"min_step": -1}, "min_step is -1. Expected an integer of at least 0"),
        ({"restore_best_weights": "yes"}, "restore_best_weights is 'yes'. Expected one of: True, False"),
        ({"verbose": "auto"}, "verbose is 'auto'. Expected one of: 0, 1"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_wrong_arguments_fail_in_the_constructor(options, message):
    with pytest.raises(ValueError, match=message):
        PhaseStop(**({"probe": PROBE} | options))


def test_an_argument_that_it_has_not_is_named_with_the_nearest():
    for follower, options, near in (
        (PhaseStop, {"confidnce": 0.9}, "confidence"),
        (functools.partial(PhaseCheckpoint, filepath="best.keras"), {"max_keep": 3}, "max_kept"),
    ):
        with pytest.raises(
            TypeError, match=rf"has no argument '.*'\. Did you mean '{near}'\? Expected some of: probe, "
        ):
            follower(PROBE, **options)
    assert [*inspect.signature(PhaseStop).parameters][:3] == ["probe", "layer", "confidence"]


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_an_unknown_layer_fails_before_the_first_step(monkeypatch, tmp_path, order):
    with pytest.raises(
        ValueError,
        match=r"layer is 'hiden'.* Did you mean 'hidden'\? Expected 'auto' \(here 'hidden'\) or one of: 'first', 'hid",
    ):
        make_run(monkeypatch, tmp_path, V_CURVE, stop={"layer": "hiden"}, order=order)


def test_a_probe_that_is_not_in_the_fit_is_asked_for(monkeypatch, tmp_path):
    script(monkeypatch, V_CURVE + V_CURVE)
    probe, model = make_probe(tmp_path), build_tiny_net()
    stop = PhaseStop(probe)
    message = (
        r"follows a PhaseProbe that is not in this fit.* list the probe too: callbacks=\[probe, PhaseStop\(probe\)\]"
    )
    with pytest.raises(ValueError, match=message):
        fit_tiny(model, stop)
    fit_tiny(model, probe, stop, epochs=1)
    with pytest.raises(ValueError, match=message):
        fit_tiny(model, stop)
    assert num_steps(model) == STEPS_PER_EPOCH


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::keras_phases.PhaseWarning")
def test_a_real_fit_stops_after_its_minimum(tmp_path):
    """As `make demo`, somewhat faster: the last features of a VGG-8 on digits have their minimum at about step 32."""
    (x, y), validation = datasets.digits()
    keras.utils.set_random_seed(0)
    model = models.vgg8(x.shape[1:], num_classes=10, width=8)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.005, momentum=0.9), loss, **PLAIN)
    probe = PhaseProbe(log_dir=tmp_path, layers="block5_relu", schedule=LogSpaced(per_doubling=2), on_error="raise")
    stop = PhaseStop(probe, restore_best_weights=True)
    model.fit(x, y, 32, 12, verbose=0, validation_data=validation, callbacks=[probe, stop])
    found = probe.history.phases("block5_relu")
    assert 16 <= found.minimum_step <= 64 < stop.stopped_step == probe.history.steps[-1]
    assert found.minimum_step <= stop.restored_step == probe.history.advice().step < stop.stopped_step
    assert stop.stop_report.has_decrease and stop.stop_report.has_increase
    # The file is the record: what was decided live is decided again from it.
    assert find_stop(PhaseHistory.load(tmp_path)) == (stop.stopped_step, stop.stop_report)
