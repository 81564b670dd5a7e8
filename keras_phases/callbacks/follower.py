"""What callbacks that act on a probe's steps share: they find the probe, their layer, and a place to fail quietly."""

from typing import TYPE_CHECKING

import keras

from keras_phases.arguments import meant, one_of
from keras_phases.callbacks.guard import ErrorGuard
from keras_phases.callbacks.phase_probe import PhaseProbe

if TYPE_CHECKING:
    from keras_phases.record.history import PhaseHistory


class ProbeFollower(keras.callbacks.Callback):
    """A callback that acts after each probe step of a `PhaseProbe` in the same `fit`, wherever it stands in the list.

    A subclass says in `follow` what it does. Whatever goes wrong there warns and leaves `fit` running; what the user
    can mend is an error before the first step of training.

    Args:
        probe: The `PhaseProbe` whose steps are followed; it has to be in the same list of callbacks.
        layer: A tap of it, or `"auto"`: the last one. Of several decoders the first one counts.
        verbose: 0 or 1.

    Raises:
        ValueError: here for a wrong argument; when `fit` starts for a probe that is not in it, or an unknown layer.
    """

    layer: str  # None before the fit begins
    _arguments = "probe"  # as errors tell to pass them

    def __init__(self, probe: PhaseProbe, *, layer: str, verbose: int):
        super().__init__()
        name = type(self).__name__
        if not isinstance(probe, PhaseProbe):
            raise ValueError(
                f"probe is {_describe(probe)}. Expected the PhaseProbe whose steps are followed: probe = PhaseProbe(); "
                f"model.fit(..., callbacks=[probe, {name}({self._arguments})])."
            )
        if not isinstance(layer, str) or not layer:
            raise ValueError(
                f"layer is {layer!r}. Expected the name of a tap, or 'auto' for the last one; keras_phases.taps(model) "
                "prints their names."
            )
        self._probe, self._layer, self._verbose = probe, layer, one_of((0, 1), "verbose", verbose)
        self.layer = None  # pyright: ignore[reportAttributeAccessIssue] see above

    def __getstate__(self):
        """Of a copy, as the probe's: it is in no fit."""
        return vars(self) | {"_model": None, "params": None, "layer": None}

    @property
    def history(self) -> "PhaseHistory":
        """The probe's `PhaseHistory`."""
        return self._probe.history  # pyright: ignore[reportReturnType] a fit has begun

    def on_train_begin(self, logs=None):
        """Makes sure that the probe is in this fit, and listens to it."""
        if not self._probe.follows(self._model, self.params):
            name = type(self).__name__
            raise ValueError(
                f"{name} follows a PhaseProbe that is not in this fit. Expected both; list the probe too: "
                f"callbacks=[probe, {name}({self._arguments})]."
            )
        self.layer = None  # pyright: ignore[reportAttributeAccessIssue] see above
        self._probe.subscribe(self._on_probe_step)

    def on_epoch_begin(self, epoch, logs=None):
        """Before the first batch, once the probe has chosen its record: finds the layer among the probe's taps."""
        if self.layer is None:
            self._probe.settle()
            self._begin()

    def follow(self, step: int) -> None:
        """What is done after a probe step, at its place in training."""
        raise NotImplementedError

    def begin(self) -> None:
        """What is done once the layer is known, before anything is followed."""

    def _begin(self):
        layers = self.history.layers
        if self._layer != "auto" and self._layer not in layers:
            raise ValueError(
                f"layer is {self._layer!r}, which {type(self).__name__}'s probe does not measure."
                f"{meant(self._layer, layers)} Expected 'auto' (here {layers[-1]!r}) or one of: "
                f"{', '.join(map(repr, layers))}. PhaseProbe(layers=...) chooses the taps."
            )
        self.layer = layers[-1] if self._layer == "auto" else self._layer
        self.begin()

    def _on_probe_step(self, step):
        if self.layer is None:
            self._begin()
        self._guard(lambda: self.follow(step), step)

    def _guard(self, action, step):
        return ErrorGuard(type(self).__name__).call(action, step)


def _describe(probe):
    return "the class PhaseProbe" if probe is PhaseProbe else f"a {type(probe).__name__}"
