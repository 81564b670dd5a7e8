"""Features of all fit rows, kept once for all that needs them whole, and the training of what trains on them."""

from typing import Any

import numpy as np
from keras import ops

from keras_phases.backend.arrays import FLOAT32, host
from keras_phases.backend.places import here
from keras_phases.decoders.gradient import train_together
from keras_phases.decoders.pooling import Pooling

_ROWS_AT_ONCE = 256
"""Rows of large images that are made small at a time."""


class KeptFeatures:
    """Features of one tap, flat, on the backend's device until they are asked for on the host.

    Args:
        pooling: `Pooling`: which of them are kept.
    """

    def __init__(self, pooling):
        self._pooling = pooling
        self._parts: list[Any] = []  # tensors, or one array

    def add(self, features):
        """Takes in a chunk of fit rows; returns what is kept of it."""
        self._parts.append(take_flat(features, self._pooling))
        return self._parts[-1]

    @property
    def tensor(self):
        """Those of all rows `(N, F)` on the device."""
        if len(self._parts) > 1:
            self._parts = [ops.concatenate(here(self._parts))]
        return FLOAT32.array(self._parts[0])

    @property
    def values(self):
        """The same as a host array, which takes the place of the tensor."""
        if not isinstance(self._parts[0], np.ndarray):
            self._parts = [host(self.tensor)]
        return self._parts[0]


def take_flat(features, pooling) -> Any:
    """Features `(n, F)`, those that a `Pooling` takes."""
    return ops.reshape(pooling(features), (len(features), -1))


def make_room(measurements, probes):
    """`KeptFeatures` by tap and pooling: for the linear probes of each tap, and for what decoders are trained on.

    Args:
        measurements: Those of one group of plans.
        probes: `TapProbes` by tap.
    """
    places = [probe.place for probe in probes.values()]
    places += [whole_place(measurement.plan) for measurement in measurements if measurement.plan.recipe.is_trained]
    return {place: KeptFeatures(place[1]) for place in dict.fromkeys(places)}


def whole_place(plan):
    """Where the features of a tap as they are would be kept."""
    return plan.tap, Pooling(plan.tap.shape)


def train_kept(measurements, probes, kept, *, seed):
    """Trains what is trained, decoders and linear probes of all taps together; lets go the rows that no probe needs.

    Args:
        measurements: Those of one group of plans.
        probes: `TapProbes` by tap.
        kept: `KeptFeatures` by tap and pooling.
        seed: Seed of first weights and of the order of rows.
    """
    trained = [measurement for measurement in measurements if measurement.plan.recipe.is_trained]
    x_of = {measurement.plan.target: measurement.rows.x_fit for measurement in trained}
    targets = {target: whole_target(target, x) for target, x in x_of.items()}
    owners = [measurement.decoder for measurement in trained]
    jobs = [m.decoder.job(kept[whole_place(m.plan)].values, targets[m.plan.target]) for m in trained]
    for probe in probes.values():
        own = probe.jobs(kept[probe.place].values) if probe.recipe.is_trained else []
        owners, jobs = owners + [probe] * len(own), jobs + own
    for owner, found in zip(owners, train_together(jobs, seed=seed), strict=True):
        owner.take(found)
    for place in kept.keys() - {probe.place for probe in probes.values()}:
        del kept[place]


def whole_target(target, x):
    """Targets of all rows, float32; the rows themselves where they are that already."""
    if x.dtype == np.float32 and target.shape == x.shape[1:]:
        return x
    found = np.empty((len(x), *target.shape), np.float32)
    for start in range(0, len(x), _ROWS_AT_ONCE):
        found[start : start + _ROWS_AT_ONCE] = target(x[start : start + _ROWS_AT_ONCE])
    return found
