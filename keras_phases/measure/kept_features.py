"""Fit rows that are kept through a pass, once for all that need them whole, and the training of what trains on them."""

import numpy as np

from keras_phases.backend.arrays import host
from keras_phases.decoders.gradient import train_together
from keras_phases.decoders.target import area_average

_ROWS_AT_ONCE = 256
"""Rows of large images that are made small at a time."""


class KeptRows:
    """Features of one tap, flat and on the host.

    Args:
        num_rows: Fit rows.
        num_features: Features of a row as they are kept.
        grid: Height and width to which they are area-averaged; None leaves them.
    """

    def __init__(self, num_rows, num_features, grid):
        self.features, self._grid, self._num_rows = np.empty((num_rows, num_features), np.float32), grid, 0

    def add(self, features):
        """Takes in a chunk of fit rows; returns the copy that is kept, in the shape of the chunk where it can be."""
        kept = self.features[self._num_rows : self._num_rows + len(features)]
        kept[:] = flat_pooled(features, self._grid)
        self._num_rows += len(features)
        return kept if self._grid else kept.reshape(features.shape)


def flat_pooled(features, grid):
    """Features `(n, F)` on the host, area-averaged to a grid where there is one."""
    return host(area_average(features, grid) if grid else features).reshape(len(features), -1)


def make_room(measurements, probes, num_rows):
    """`KeptRows` by tap and grid: for the linear probe of each tap, and for each tap that a decoder is trained on.

    Args:
        measurements: Those of one group of plans.
        probes: Linear probes by tap.
        num_rows: Fit rows.
    """
    room = {}
    for tap, probe in probes.items():
        room[tap, probe.plan.pooled] = KeptRows(num_rows, probe.plan.probe_features, probe.plan.pooled)
    for measurement in measurements:
        place = measurement.plan.tap, None
        if measurement.plan.training and place not in room:
            room[place] = KeptRows(num_rows, measurement.plan.tap.num_features, None)
    return room


def train_kept(measurements, probes, kept, *, seed):
    """Trains what is trained, decoders and linear probes of all taps together; lets go the rows that no probe needs.

    Args:
        measurements: Those of one group of plans; `jobs(kept, targets)` says what trains each.
        probes: `TapProbes` by tap; `jobs(kept)` says what trains them.
        kept: `KeptRows` by tap and grid.
        seed: Seed of first weights and of the order of rows.
    """
    targets = {}
    for measurement in measurements:
        target = measurement.plan.target
        if measurement.plan.training and target not in targets:
            targets[target] = whole_target(target, measurement.rows.x_fit)
    jobs = [(measurement, job) for measurement in measurements for job in measurement.jobs(kept, targets)]
    jobs += [(probe, job) for probe in probes.values() for job in probe.jobs(kept)]
    for (owner, _), trained in zip(jobs, train_together([job for _, job in jobs], seed=seed), strict=True):
        owner.trained.append(trained)
    for place in kept.keys() - {(tap, probe.plan.pooled) for tap, probe in probes.items()}:
        del kept[place]


def whole_target(target, x):
    """Targets of all rows, float32; the rows themselves where they are that already."""
    if x.dtype == np.float32 and target.shape == x.shape[1:]:
        return x
    found = np.empty((len(x), *target.shape), np.float32)
    for start in range(0, len(x), _ROWS_AT_ONCE):
        found[start : start + _ROWS_AT_ONCE] = target(x[start : start + _ROWS_AT_ONCE])
    return found
