"""`PhaseStop`: ends `fit` once the reconstruction minimum of a layer has surely passed.

The curve is looked at anew after each probe step, and each look may err. So that the chance of a false stop stays below
1 - confidence *over the whole run*, it is spent on the looks: with n finite points the error allowed is

    alpha_n = (1 - confidence) n_0 / (n (n + 1)),    n = n_0, n_0 + 1, ...,    n_0 = 8

which sums to 1 - confidence over any number of looks (n_0 / (n (n + 1)) = n_0 / n - n_0 / (n + 1)), so that neither the
number of probe steps nor the end of the run has to be known. `detect_phases` spends 1 - its own confidence on two
changes, a decrease and an increase, of which a false stop needs the increase; hence it is asked with a confidence of
1 - 2 alpha_n. Fewer than n_0 points are not looked at: the noise is hardly known then. What was spent follows from the
number of points alone, so that a run that goes on decides as one that was never interrupted.

The bound holds as far as that of `detect_phases` does: for noise of the held-out rows and wobble of the training, also
where neighbouring probe steps share it (`correlated=True`). Wobble that goes on over most of the probe steps so far
cannot be told from a phase, but that phases take doublings of the step: the loss must stay above its minimum for one. A
curve that truly rises by more than the noise, and only later falls to a second, deeper minimum, is stopped at the
first. `benchmarks/stopping.py` counts false stops and delays.
"""

import numbers

import numpy as np

from keras_phases.arguments import at_least, one_of
from keras_phases.callbacks.follower import ProbeFollower
from keras_phases.record.console import HONEST_LIMIT
from keras_phases.record.history import PhaseHistory
from keras_phases.record.phases import MINIMUM_CHANGE
from keras_phases.warning import warn

FEWEST_POINTS = 8
"""Probe steps before the first look, n_0."""


def confidence_of_look(confidence, num_points):
    """What `detect_phases` is asked with at `num_points` points so that all looks of a run err by 1 - `confidence`.

    Args:
        confidence: Of the whole run, in (0, 1).
        num_points: Finite points of the curve, at least `FEWEST_POINTS`.

    Example:
        >>> round(confidence_of_look(0.9, 8), 4), round(confidence_of_look(0.9, 17), 4)
        (0.9778, 0.9948)
        >>> looks = [(1 - confidence_of_look(0.9, num_points)) / 2 for num_points in range(8, 100_000)]
        >>> round(sum(looks), 4)
        0.1
    """
    # 1 - 2 alpha_n: a false increase has half of the error that detect_phases allows itself.
    return 1 - 2 * (1 - confidence) * FEWEST_POINTS / (num_points * (num_points + 1))


def judge(history, layer, *, confidence=0.9):
    """The newest look at a layer's curve.

    Args:
        history: `PhaseHistory` up to the present probe step.
        layer: Name of a layer; of several decoders the first one counts.
        confidence: Of the whole run. Defaults to `0.9`.

    Returns:
        `(report, has_passed)`; `(None, False)` where there are too few points to look at.
    """
    losses = history.column("reconstruction_loss", history.row_index(layer))
    num_points = int(np.isfinite(losses).sum())
    if num_points < FEWEST_POINTS:
        return None, False
    report = history.phases(layer, confidence=confidence_of_look(confidence, num_points), correlated=True)
    return report, has_passed(report, history.steps, losses)


def has_passed(report, steps, losses):
    """Whether a report that was made with the confidence of its look says that the minimum has passed.

    Only a curve that has fallen and risen is at an end. Phases take doublings of the step and wobble does not, so that
    every point of the newest doubling must itself lie above the minimum, by more than what is ever called a change.

    Args:
        report: `PhaseReport`.
        steps: Steps of the curve that it was made of.
        losses: Losses of that curve; points that are not finite are left out.
    """
    level = report.minimum_loss + MINIMUM_CHANGE * abs(report.minimum_loss)
    return report.has_decrease and report.has_increase and bool(lowest_of_doubling(steps, losses) > level)


def lowest_of_doubling(steps, losses):
    """The lowest finite loss from half of the newest step on, of two points at least."""
    steps, losses = np.asarray(steps), np.asarray(losses, np.float64)
    steps, losses = steps[np.isfinite(losses)], losses[np.isfinite(losses)]
    first = min(int(np.searchsorted(steps, steps[-1] / 2)), len(steps) - 2)
    return losses[first:].min()


def find_stop(history, layer="auto", *, confidence=0.9, min_step=0):
    """Where `PhaseStop` would have ended a recorded run.

    Args:
        history: `PhaseHistory` of the run.
        layer: Name of a layer. Defaults to `"auto"`: the last one.
        confidence: As that of `PhaseStop`. Defaults to `0.9`.
        min_step: As that of `PhaseStop`. Defaults to `0`.

    Returns:
        `(step, PhaseReport)`, or None where it would not have stopped.

    Raises:
        ValueError: for an unknown layer, and a wrong `confidence` or `min_step`.

    Example:
        >>> from keras_phases import PhaseHistory
        >>> from keras_phases.record.schema import Layout, Row
        >>> history = PhaseHistory(Layout((Row("block1", "linear", "primal", 64, 64),), ("reconstruction_loss",)))
        >>> losses = [0.60, 0.60, 0.60, 0.59, 0.57, 0.54, 0.51, 0.48, 0.45, 0.48, 0.51, 0.54]
        >>> for place, loss in enumerate(losses):
        ...     history.add(2**place, np.array([[loss]]))
        >>> step, report = find_stop(history)
        >>> step, report.minimum_step
        (1024, 256)
    """
    confidence, min_step = _check_confidence(confidence), at_least(0, "min_step", min_step)
    layer = history.layers[-1] if layer == "auto" else layer
    history.row_index(layer)  # an unknown layer is no curve that goes on
    for num_steps in range(FEWEST_POINTS, len(history) + 1):
        records = history.records[:num_steps]
        if records[-1][0] >= min_step:
            report, is_past = judge(PhaseHistory(history.layout, records), layer, confidence=confidence)
            if is_past:
                return records[-1][0], report
    return None


def _check_confidence(confidence):
    """A float in (0, 1), or a ValueError."""
    if isinstance(confidence, bool) or not isinstance(confidence, numbers.Real) or not 0 < confidence < 1:
        raise ValueError(
            f"confidence is {confidence!r}. Expected the chance, above 0 and below 1, that a run is not ended "
            "before its minimum has passed, such as PhaseStop(probe, confidence=0.9)."
        )
    return float(confidence)


class PhaseStop(ProbeFollower):
    """Ends `fit` when the reconstruction minimum of a layer has surely passed.

    Beyond that minimum the layer forgets its input, and its features transfer less well when they are frozen. Stopping
    early helps *frozen* features; full fine-tuning can still gain from longer pre-training (Deng et al., ICCV 2023).

        probe = PhaseProbe(log_dir="logs/run1")
        model.fit(x, y, epochs=100, callbacks=[probe, PhaseStop(probe, verbose=1)])

    It looks at the curve after each probe step, from the eighth on, and stops where both a decrease and a later
    increase stand out from the noise, and the loss has stayed above its minimum from half of the present step on. A
    curve that is flat, falls, or rises before it falls does not end training, nor does a single point. The
    chance of a false stop is at most 1 - `confidence` over the whole run, however many probe steps it has (see the
    module's docstring for the equation, and for what it cannot tell). Up to the stop, training goes to the same bits as
    without. The price of the confidence is a delay: with steps 0, 1, 2, 4, ... some doublings after the minimum. A
    denser schedule, `LogSpaced(per_doubling=4)`, shortens it.

    A run that goes on with the record of an earlier one decides with all of its probe steps. Where that record shows
    the minimum to have passed, `fit` ends after its first probe step: leave `PhaseStop` out in order to train on.

    Args:
        probe: The `PhaseProbe` in the same list of callbacks; their order does not matter.
        layer: Name of a tap. Defaults to `"auto"`: the last features.
        confidence: Of the whole run, in (0, 1). Defaults to `0.9`.
        min_step: Training goes on at least to this step. Defaults to `0`.
        restore_best_weights: Whether the model has the weights of the reconstruction minimum after `fit`, whether that
            was stopped or came to its end. They are kept in memory, at most two copies: of the minimum so far and of
            the lowest loss so far, which mostly are one. Weights stay those of the last step, with a warning, where
            nothing has decreased, and where the minimum was measured by an earlier fit: only `PhaseCheckpoint` has
            those. The optimizer is left as it is. Defaults to `False`.
        verbose: 1 prints why training ends. Defaults to `0`.

    Attributes: `stopped_step`, the probe step at which the newest fit was ended, or None; `stop_report`, the
    `PhaseReport` of that look, or None; `restored_step`, the step whose weights were restored, or None.

    Raises:
        ValueError: here for a wrong argument; when `fit` starts for a probe that is not in it, or an unknown layer.

    Example:
        >>> import tempfile
        >>> import keras
        >>> from keras_phases import PhaseProbe, PhaseStop, datasets, models
        >>> (x, y), validation = datasets.digits()
        >>> model = models.vgg8((32, 32, 1), width=8)
        >>> model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        >>> probe = PhaseProbe(log_dir=tempfile.mkdtemp(), layers="block5_relu")
        >>> stop = PhaseStop(probe, min_step=100)
        >>> _ = model.fit(x, y, validation_data=validation, verbose=0, callbacks=[probe, stop])
        >>> probe.history.steps.tolist(), stop.stopped_step  # too early to tell
        ([0, 1, 2, 4, 8, 16, 32, 40], None)

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887; Deng et al., ICCV 2023, arXiv 2203.04668.
    """

    def __init__(self, probe, *, layer="auto", confidence=0.9, min_step=0, restore_best_weights=False, verbose=0):
        super().__init__(probe, layer=layer, verbose=verbose)
        self._confidence = _check_confidence(confidence)
        self._min_step = at_least(0, "min_step", min_step)
        self._restores = one_of((True, False), "restore_best_weights", restore_best_weights)
        self._reset()

    def _reset(self):
        self.stopped_step = self.stop_report = self.restored_step = None
        self._kept = {}

    def on_train_begin(self, logs=None):
        """Forgets the fit before, and listens to the probe."""
        super().on_train_begin(logs)
        self._reset()

    def begin(self):
        """Warns where the run has too few probe steps to ever be stopped."""
        ahead = self._probe.num_probe_steps
        if ahead is not None and len(self.history) + ahead < FEWEST_POINTS:
            warn(
                f"PhaseStop cannot end this fit: it looks at the curve from {FEWEST_POINTS} probe steps on, and there "
                f"will be {len(self.history) + ahead}. Expected more; train longer, or pass a denser schedule, such as "
                "PhaseProbe(schedule=LogSpaced(per_doubling=2))."
            )

    def follow(self, step):
        """Looks at the curve, and ends training where its minimum has passed."""
        if self._restores:
            self._keep_weights(step)
        if self.stopped_step is not None or step < self._min_step:
            return
        report, is_past = judge(self.history, self.layer, confidence=self._confidence)
        if not is_past:
            return
        self.stopped_step, self.stop_report = step, report
        self._model.stop_training = True
        if self._verbose:
            print(f"\nPhaseStop ends training at step {step:,}. {self.layer}: {report.describe()}. {HONEST_LIMIT}")

    def on_train_end(self, logs=None):
        """Restores the weights of the minimum, where that was asked for."""
        # Ours may come before the probe's own end of training, which measures the last step.
        self._probe.measure_now()
        if self._restores and self.layer is not None and len(self.history):
            self._guard(self._restore, self.history.steps[-1])
        self._kept = {}

    def _candidates(self):
        """Steps whose weights are worth keeping: the minimum in hindsight, and the lowest loss."""
        losses = self.history.column("reconstruction_loss", self.history.row_index(self.layer))
        if not np.isfinite(losses).any():
            return []
        lowest = int(self.history.steps[np.nanargmin(np.where(np.isfinite(losses), losses, np.nan))])
        return list(dict.fromkeys([self.history.phases(self.layer).minimum_step, lowest]))

    def _keep_weights(self, step):
        wanted = self._candidates()
        self._kept = {kept: weights for kept, weights in self._kept.items() if kept in wanted and kept != step}
        if step in wanted:
            # A copy: on PyTorch a variable's NumPy array is its very memory.
            self._kept[step] = [np.array(weights) for weights in self.model.get_weights()]

    def _restore(self):
        report = self.history.phases(self.layer)
        if not report.has_decrease:
            warn(
                f"PhaseStop restores no weights: the reconstruction loss of '{self.layer}' has not surely decreased, "
                f"so that there is no minimum ({report.describe()}). They stay those of the last step."
            )
            return
        low, high = report.minimum_interval
        chosen = next((step for step in self._candidates() if step in self._kept and low <= step <= high), None)
        if chosen is None:
            warn(
                f"PhaseStop restores no weights: the reconstruction minimum of '{self.layer}', step "
                f"{report.minimum_step:,}, was measured by an earlier fit, and its weights are not in memory. They "
                "stay those of the last step. PhaseCheckpoint(probe, path) keeps weights on disk across runs."
            )
            return
        self.model.set_weights(self._kept[chosen])
        self.restored_step = chosen
        if self._verbose:
            print(
                f"PhaseStop restores the weights of step {chosen:,}, the reconstruction minimum of '{self.layer}' "
                f"(between {low:,} and {high:,}). {HONEST_LIMIT}"
            )
