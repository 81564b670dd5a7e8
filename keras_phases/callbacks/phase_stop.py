"""`PhaseStop`: ends `fit` once the reconstruction minimum of a layer has surely passed, by `record.stop_rule`."""

from typing import TYPE_CHECKING

import numpy as np

from keras_phases.arguments import at_least, one_of
from keras_phases.callbacks.follower import ProbeFollower
from keras_phases.record.advice import RULE, describe_rule
from keras_phases.record.rules import RULES
from keras_phases.record.stop_rule import FEWEST_POINTS, check_confidence, describe_undecided, judge
from keras_phases.signatures import lists_arguments
from keras_phases.warning import warn

if TYPE_CHECKING:
    from keras_phases.callbacks.phase_probe import PhaseProbe


class PhaseStop(ProbeFollower):
    """Ends `fit` when the reconstruction minimum of a layer has surely passed.

    Beyond that minimum the layer forgets its input. A task that asks for what is forgotten loses by training on, one
    like the training's own may gain for some doublings more, and full fine-tuning too (Deng et al., ICCV 2023). The
    minimum is not the best step for every task; `history.advice()` says which step is kept, and what that costs.

        probe = PhaseProbe(log_dir="logs/run1")
        model.fit(x, y, epochs=100, callbacks=[probe, PhaseStop(probe, verbose=1)])

    It looks at the curve after each probe step, from the eighth on, and stops where both a decrease and a later
    increase stand out from the noise, and the loss has stayed above its minimum from half of the present step on. A
    curve that is flat, falls, or rises before it falls does not end training, nor does a single point. The chance of a
    false stop is at most 1 - `confidence` over the whole run, however many probe steps it has (for the equation, and
    for what it cannot tell, see `keras_phases.record.stop_rule`). Up to the stop, training goes to the same bits as
    without. The price of the confidence is a delay: some doublings of the step after the minimum. A denser schedule,
    `LogSpaced(per_doubling=4)`, shortens it.

    A run that goes on with the record of an earlier one decides with all of its probe steps. Where that record shows
    the minimum to have passed, `fit` ends after its first probe step: leave `PhaseStop` out in order to train on.

    Args:
        probe: The `PhaseProbe` in the same list of callbacks; their order does not matter.
        layer: Name of a tap. Defaults to `"auto"`: the last features.
        confidence: Of the whole run, in (0, 1). Defaults to `0.9`.
        min_step: Training goes on at least to this step. Defaults to `0`.
        restore_best_weights: Whether the model has after `fit`, be that stopped or come to its end, the weights of the
            step that `PhaseCheckpoint` keeps by default: the latest whose reconstruction loss is within 5 % of the
            lowest. One copy of them is in memory. Weights stay those of the last step, with a warning, where nothing
            has decreased, and where that step was measured by an earlier fit: only `PhaseCheckpoint` has those. The
            optimizer is left as it is. Defaults to `False`: the weights are those of the last step.
        verbose: 1 prints why training ends, or why it did not, where `fit` prints nothing too. Defaults to `0`: where
            it prints.

    Attributes: `stopped_step`, the probe step at which the newest fit was ended, or None; `stop_report`, the
    `PhaseReport` of that look, or None; `restored_step`, the step whose weights were restored, or None.

    Raises:
        ValueError: here for a wrong argument; when `fit` starts for a probe that is not in it, or an unknown layer.

    Example:
        >>> import tempfile
        >>> import keras
        >>> from keras import layers
        >>> from keras_phases import PhaseProbe, PhaseStop, datasets
        >>> (x, y), validation = datasets.digits()
        >>> features = layers.Dense(16, activation="tanh", name="features")
        >>> model = keras.Sequential([keras.Input((32, 32, 1)), layers.Flatten(), features, layers.Dense(10)])
        >>> model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        >>> probe = PhaseProbe(log_dir=tempfile.mkdtemp(), layers="features")
        >>> stop = PhaseStop(probe, min_step=100)
        >>> _ = model.fit(x, y, validation_data=validation, verbose=0, callbacks=[probe, stop])
        >>> probe.history.steps.tolist(), stop.stopped_step  # too early to tell
        ([0, 1, 2, 4, 8, 16, 32, 40], None)

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887; Deng et al., ICCV 2023, arXiv 2203.04668.
    """

    @lists_arguments
    def __init__(
        self,
        probe: "PhaseProbe",
        *,
        layer: str = "auto",
        confidence: float = 0.9,
        min_step: int = 0,
        restore_best_weights: bool = False,
        verbose: int = 0,
    ):
        super().__init__(probe, layer=layer, verbose=verbose)
        self._confidence = check_confidence(confidence)
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

    @property
    def _tells(self):
        return self._probe.is_chief and (self._verbose or (self.params or {}).get("verbose", 1))

    def begin(self) -> None:
        """Warns where the run has too few probe steps to ever be stopped."""
        num_points = self._probe.num_points
        if num_points is not None and num_points < FEWEST_POINTS:
            warn(
                f"PhaseStop cannot end this fit: it looks at the curve from {FEWEST_POINTS} probe steps on, and there "
                f"will be {num_points}. Expected more; train longer, or pass a denser schedule, such as "
                "PhaseProbe(schedule=LogSpaced(per_doubling=2))."
            )

    def follow(self, step: int) -> None:
        """Looks at the curve, and ends training where its minimum has passed."""
        if self._restores:
            self._keep_weights(step)
        if self.stopped_step is not None or step < self._min_step:
            return
        report, is_past = judge(self.history, self.layer, confidence=self._confidence)
        if not is_past:
            return
        self.stopped_step, self.stop_report = step, report
        self._model.stop_training = True  # pyright: ignore[reportOptionalMemberAccess] Keras has set it
        if self._tells:
            weights = "" if self._restores else ", with the weights of this step"
            print(
                f"\nPhaseStop ends training at step {step:,}{weights}. {self.layer}: {report.describe()}. The minimum "  # pyright: ignore[reportOptionalMemberAccess] what is past has a report
                "marks where the layer begins to forget its input; it is not the best step for every task."
            )

    def on_train_end(self, logs=None):
        """Restores the weights of the step that is kept by default, where that was asked for."""
        # Ours may come before the probe's own end of training, which measures the last step.
        self._probe.measure_now()
        if self._tells and self.stopped_step is None and self.layer is not None:
            options = {"confidence": self._confidence, "min_step": self._min_step}
            why = describe_undecided(self.history, self.layer, **options)
            print(f"PhaseStop did not end training: {why}.")
        if self._restores and self.layer is not None and len(self.history):
            self._guard(self._restore, self.history.steps[-1])
        self._kept = {}

    def _keep_weights(self, step):
        """Keeps a copy of the weights of the chosen step; it stays or moves to the newest, so that one is enough."""
        chosen = RULES[RULE](self.history, self.layer)
        if step == chosen:
            # A copy: on PyTorch a variable's NumPy array is its very memory.
            self._kept = {step: [np.array(weights) for weights in self.model.get_weights()]}  # pyright: ignore[reportOptionalMemberAccess] Keras has set it
        elif chosen not in self._kept:
            self._kept = {}

    def _restore(self):
        report, chosen = self.history.phases(self.layer), RULES[RULE](self.history, self.layer)
        if not report.has_decrease:
            warn(
                f"PhaseStop restores no weights: the reconstruction loss of '{self.layer}' has not surely decreased "
                f"({report.describe()}). They stay those of the last step."
            )
        elif chosen not in self._kept:
            warn(
                f"PhaseStop restores no weights: step {chosen:,}, {describe_rule(RULE, self.layer)}, was measured by "
                "an earlier fit, and its weights are not in memory. They stay those of the last step. "
                "PhaseCheckpoint(probe, path) keeps weights on disk across runs."
            )
        else:
            self.model.set_weights(self._kept[chosen])  # pyright: ignore[reportOptionalMemberAccess] Keras has set it
            self.restored_step = chosen
            if self._tells:
                print(f"PhaseStop restores the weights of step {chosen:,}, {describe_rule(RULE, self.layer)}.")
