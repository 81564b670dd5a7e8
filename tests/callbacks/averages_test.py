"""Moving averages of weights: a curve is of one kind of weights, or the probe refuses by name."""

import keras
import numpy as np
import pytest
from builders.models import EAGER
from builders.scripted import STEPS_PER_EPOCH, Spy, build_tiny_net, draw_tiny_rows, fit_tiny, make_probe, same

from keras_phases import Every, PhaseCheckpoint, PhaseHistory, ProbeSettings, replay
from keras_phases.measure.instrument import Instrument
from keras_phases.record import console

LAST = 2 * STEPS_PER_EPOCH


def build_averaging_net(frequency=None, wrap=lambda optimizer: optimizer):
    model = build_tiny_net()
    optimizer = keras.optimizers.SGD(0.05, use_ema=True, ema_momentum=0.9, ema_overwrite_frequency=frequency)
    model.compile(wrap(optimizer), keras.losses.SparseCategoricalCrossentropy(from_logits=True), **EAGER)
    return model


def weights_measured(monkeypatch, model):
    """The weights at each probe step of a fit that begins."""
    seen, tell = {}, Instrument.measure

    def measure(instrument, step, epoch):
        found = tell(instrument, step, epoch)
        getattr(model, "jax_state_sync", lambda: None)()
        seen[step] = [np.array(weights) for weights in model.get_weights()]
        return found

    monkeypatch.setattr(Instrument, "measure", measure)
    return seen


class Subclass(keras.callbacks.SwapEMAWeights):
    pass


@pytest.mark.parametrize("kind", [keras.callbacks.SwapEMAWeights, Subclass], ids=["itself", "a subclass"])
def test_averaged_weights_of_a_swap_before_the_probe_are_refused(tmp_path, kind):
    with pytest.raises(ValueError, match=r"SwapEMAWeights\(swap_on_epoch=True\) stands before.*list the probe first"):
        fit_tiny(build_averaging_net(), kind(swap_on_epoch=True), make_probe(tmp_path))
    assert not (tmp_path / "phases").exists()


@pytest.mark.slow
def test_averaged_weights_of_a_swap_behind_the_probe_are_not_measured(tmp_path, monkeypatch):
    model, spy = build_averaging_net(), Spy()
    seen = weights_measured(monkeypatch, model)
    probe = make_probe(tmp_path, schedule=Every(4))
    swap = keras.callbacks.SwapEMAWeights(swap_on_epoch=True)
    fit_tiny(
        model, spy, probe, PhaseCheckpoint(probe, tmp_path / "best.weights.h5"), swap, validation_data=draw_tiny_rows(1)
    )
    assert list(seen) == [*range(0, LAST + 1, 4)]
    assert all(same(weights, spy.weights[step]) for step, weights in seen.items())
    assert not any("averaged_weights" in row.flags for row in PhaseHistory.load(tmp_path).newest.rows)
    kept = build_averaging_net()
    kept.optimizer.build(kept.trainable_variables)
    kept.load_weights(tmp_path / "best-steps" / f"step-{LAST:08d}.weights.h5")
    assert same(kept.get_weights(), spy.weights[LAST])


class EndLate(keras.callbacks.Callback):
    """Ends training at the end of the first epoch, which a probe before it does not know."""

    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = True


WRAPS = {
    "plain": lambda optimizer: optimizer,
    "loss scaling": keras.optimizers.LossScaleOptimizer,
}


@pytest.mark.slow
@pytest.mark.parametrize("wrap", WRAPS)
def test_averaged_weights_at_the_end_of_fit_are_refused_by_name(tmp_path, wrap):
    probe = make_probe(tmp_path, schedule=Every(3), layers="hidden")
    _, said = fit_tiny(build_averaging_net(wrap=WRAPS[wrap]), probe, EndLate())
    assert probe.history.steps.tolist() == [0, 3, 6]
    assert sum("Step 8, the last, is not measured" in text and "use_ema=True" in text for text in said) == 1


class Halve(keras.callbacks.Callback):
    """Half of all weights while an epoch ends, as an average of one's own has it."""

    def on_epoch_end(self, epoch, logs=None):
        self.kept = self.model.get_weights()
        self.model.set_weights([weights / 2 for weights in self.kept])

    def on_epoch_begin(self, epoch, logs=None):
        if epoch:
            self.model.set_weights(self.kept)


@pytest.mark.slow
@pytest.mark.parametrize("order", ["before", "behind"])
def test_averaged_weights_of_a_callback_of_ones_own_are_said(tmp_path, order):
    probe = make_probe(tmp_path, schedule=Every(3), layers="hidden")
    _, said = fit_tiny(build_tiny_net(), *((Halve(), probe) if order == "before" else (probe, Halve())))
    assert probe.history.steps.tolist() == [0, 3, 6, 9, 12, 15, 16]
    assert sum("list PhaseProbe before that callback" in text for text in said) == (order == "before")


@pytest.mark.slow
def test_without_averages_the_last_step_is_measured_where_training_ends_late(tmp_path):
    probe = make_probe(tmp_path, schedule=Every(3), layers="hidden")
    _, said = fit_tiny(build_tiny_net(), probe, EndLate())
    assert probe.history.steps.tolist() == [0, 3, 6, 8] and not any("not measured" in text for text in said)


@pytest.mark.slow
def test_averaged_weights_that_train_on_are_marked(tmp_path):
    fit_tiny(build_averaging_net(frequency=6), make_probe(tmp_path, schedule=Every(2), layers="hidden"))
    history = PhaseHistory.load(tmp_path)
    flags = {step: history.probe_step(step).rows[0].flags for step in history.steps.tolist()}
    assert [step for step in flags if "averaged_weights" in flags[step]] == [6, 12]


def test_averaged_weights_are_said_in_the_summary(capsys):
    console.print_averages([keras.optimizers.SGD(use_ema=True, ema_overwrite_frequency=100)])
    assert "moving average (use_ema) takes their place at the end of fit and every 100 steps" in capsys.readouterr().out
    console.print_averages([])
    assert capsys.readouterr().out == ""


@pytest.mark.slow
def test_averaged_weights_of_checkpoints_are_marked(tmp_path):
    class Save(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            self.model.save(tmp_path / f"step-{8 * (epoch + 1)}.keras")

    model, (x, y) = build_averaging_net(), draw_tiny_rows()
    fit_tiny(model, Save())
    model.save(tmp_path / "step-17.keras")
    options = {"probe": ProbeSettings(layers="hidden", probe_batch_size=8, quantities=None), "verbose": 0}
    history = replay(tmp_path, None, (x, y), log_dir=tmp_path / "logs", **options).history
    flags = {step: history.probe_step(step).rows[0].flags for step in history.steps.tolist()}
    assert [step for step in flags if "averaged_weights" in flags[step]] == [17] and len(flags) == 3
