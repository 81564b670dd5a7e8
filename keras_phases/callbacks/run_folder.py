"""The folder that the record of a fit goes to, and what tells whether the record that stands there is its own."""

import weakref

import keras
import numpy as np

from keras_phases.backend.variables import digest_weights
from keras_phases.record.probe_step import pack_step
from keras_phases.record.schema import GROUP_METRICS

_SAME_LOSS = 1e-3
"""Relative difference up to which losses are of the same weights, on whatever device they were measured."""

_TRAINED_INTO = weakref.WeakKeyDictionary()
"""The folders that fits of a model of this process were recorded in."""


class RunEvidence:
    """What tells whether a record is of the run that a model is in: its weights now, or that this process wrote it.

    Args:
        model: The model that trains.
        step: Optimizer steps done.
        measure: Function that gives the `ProbeStep` of the model as it is; that is compared with a record without
            digests, as earlier versions and `replay` write them. None of a copy of a probe, and of a model that is not
            measured: they go on with nothing.
    """

    def __init__(self, model, step, measure):
        self._model, self._step, self._measure = model, step, measure

    def refuse(self, run):
        """Why the model does not go on with a `StandingRun`; None where it does."""
        if self._measure is None:
            return "is not this probe's to go on with"
        mark = dict(run.marks).get(self._step)
        if mark is not None:
            why = f"holds other weights at step {self._step}, before they were restored or averaged, say"
            return None if mark == digest_weights(self._model) else why
        if self._step in run.steps:
            try:
                return None if self._measures_same(run) else f"holds other values at step {self._step}"
            except Exception as error:  # as of any probe step, which ends no fit
                return f"cannot be compared at step {self._step}: {error}"
        if run.directory in _TRAINED_INTO.get(self._model, ()) and run.steps[-1:] < [self._step]:
            return None
        return f"holds nothing that tells whether this run, at step {self._step}, is its own"

    def _measures_same(self, run):
        places = run.layout.places({"reconstruction_loss", *GROUP_METRICS})
        ours = pack_step(run.layout, self._measure())[:, places]
        return np.allclose(ours, dict(run.records)[self._step][:, places], rtol=_SAME_LOSS, equal_nan=True)


def remember_folder(model, directory):
    """Notes where the training of a model is recorded: another fit of it in this process goes on there."""
    _TRAINED_INTO.setdefault(model, set()).add(directory)


def check_alone(directory, others):
    """A ValueError where another probe of the fit writes to the same folder."""
    if directory in others:
        raise ValueError(
            f"Two probes of this fit write to '{directory}'. Expected a folder for each; pass "
            "PhaseProbe(log_dir=...) to one of them."
        )


def tensorboard_log_dir(callbacks):
    """That of a TensorBoard callback among those of a fit; None without."""
    return next((one.log_dir for one in callbacks if isinstance(one, keras.callbacks.TensorBoard)), None)
