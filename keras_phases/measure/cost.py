"""What a probe step takes in memory above the model's own: estimated before training, bounded by `max_memory`.

Upper estimates of the arrays that are there at the same time. What a decoder or a linear probe needs at each stage
stands beside it, in the `need` of its recipe. Here is what they share, with N fit rows, m of a chunk of joined probe
batches, T features of a tap and E elements of a target:

| held                                      | bytes                                                            |
|-------------------------------------------|------------------------------------------------------------------|
| a chunk of all taps                       | `4 m T` of each, once more of the largest while it is joined     |
| rows that a tap is trained on             | `4 N T`, once for all that is trained on it; `4 N E` of a target |

Decoders and linear probes are solved one at a time, trained all together, and their weights stay to the end of the
held-out pass.

Further label sets on the same rows share the features and are fitted one after the other; one with rows of its own is
measured when all else is done, and holds its features in the same way.

Workspaces are those of float64, in which what is too rough in float32 is measured again.

Rows that stay on the device for the whole run, 256 MiB or a quarter of `max_memory` at most, and of larger ones those
of a chunk, are counted in the peak (`keras_phases.backend.device_rows`).

The forward pass's own intermediate tensors are the model's: a training step of as many rows takes more. The few rows
that are shown as images are decoded once more, which takes less than judging their chunk. Quantities decode some rows
at a time, 16 MiB of targets; what they keep, principal axes (`4 P P`) or features of held-out rows, is not counted.
"""

import dataclasses

from keras_phases.arguments import format_bytes
from keras_phases.decoders.need import Need
from keras_phases.network.features import batches_in_chunk


@dataclasses.dataclass(frozen=True)
class StepSizes:
    """The row and output counts of a probe step.

    Args:
        num_rows: Fit rows, N.
        num_heldout: Held-out rows.
        num_outputs: Outputs of the linear probe, C; 0 for none.
        batch_size: Rows of a probe batch, n.
        is_regression: Whether the linear probe is a ridge regression. Defaults to False.
        more_outputs: `(num_outputs, is_regression)` of each further label set on the same rows. Defaults to none.
        others: `StepSizes` of each label set with rows of its own. Defaults to none.
        device_bytes: Of the rows that the backend's device holds, those of `others` not among them. Defaults to `0`.
    """

    num_rows: int
    num_heldout: int
    num_outputs: int
    batch_size: int
    is_regression: bool = False
    more_outputs: tuple[tuple[int, bool], ...] = ()
    others: tuple["StepSizes", ...] = ()
    device_bytes: int = 0

    @property
    def outputs(self):
        """`(num_outputs, is_regression)` of every linear probe that the features of a tap are kept for."""
        own = ((self.num_outputs, self.is_regression),) if self.num_outputs > 0 else ()
        return own + self.more_outputs

    def chunk_rows(self, taps):
        """Rows of a chunk of fit rows and of one of held-out rows, of joined probe batches."""
        batch_bytes = 4 * self.batch_size * sum(tap.num_features for tap in taps)
        most = self.batch_size * batches_in_chunk(batch_bytes, self.batch_size)
        return min(most, self.num_rows), min(most, self.num_heldout)


def memory_bytes(plan, sizes):
    """Bytes of the arrays of one plan where they are most, measured alone."""
    return array_bytes([[plan]], sizes)


def peak_bytes(groups, sizes, taps=None):
    """Peak memory of a probe step: rows on the device, `array_bytes`, a fifth and 64 MiB for allocators and BLAS."""
    device_bytes = sum(one.device_bytes for one in (sizes, *sizes.others))
    return device_bytes + array_bytes(groups, sizes, taps) * 6 // 5 + 64 * 2**20


def array_bytes(groups, sizes, taps=None):
    """Bytes of all arrays of a probe step where they are most.

    Args:
        groups: Lists of `TapPlan`, each measured in a pass over the fit rows of its own.
        sizes: `StepSizes`.
        taps: The taps that every forward pass computes. Defaults to `None`: those of the plans.
    """
    taps = {plan.tap for group in groups for plan in group} if taps is None else taps
    peak, kept = _peak_and_kept(groups, sizes, taps)
    for other in sizes.others:
        own_peak, own_kept = _peak_and_kept(groups, other, taps, has_decoders=False)
        peak, kept = max(peak, kept + own_peak), kept + own_kept
    return peak


def _peak_and_kept(groups, sizes, taps, *, has_decoders=True):
    """Bytes of the arrays of all passes over the same rows where they are most, and of what stays when all is done."""
    rows = sizes.chunk_rows(taps)
    (adding, joining), (judging, _) = (_chunk_bytes(groups, taps, num_rows) for num_rows in rows)
    peak = kept = most_judging = 0
    probed = set()
    for group in groups:
        needs, first = [], []
        for plan in group:
            if has_decoders:
                needs.append(plan.recipe.need(sizes.num_rows, rows))
            if sizes.outputs and plan.tap not in probed:
                probed.add(plan.tap)
                first.append(plan)
                needs.append(plan.probe.need(sizes, rows))
        if has_decoders:
            needs.append(_rows_need(group, first, sizes))
        present = kept + sum(need.held for need in needs)
        peak = max(peak, present + adding + max([joining, *(need.adding for need in needs)]))
        peak = max(peak, present + sum(need.training for need in needs))
        for need in needs:
            peak = max(peak, present + need.solving)
            present += need.kept - need.held
        kept, most_judging = present, max([most_judging, *(need.judging for need in needs)])
    return max(peak, kept + judging + max(joining, most_judging)), kept


def _rows_need(group, probed, sizes):
    """Of the rows that decoders of a group are trained on: features that no probe keeps as they are, and targets."""
    trained = [plan for plan in group if plan.recipe.is_trained]
    taps = {plan.tap for plan in trained} - {plan.tap for plan in probed if plan.probe.pooling.grid is None}
    elements = sum(target.num_elements for target in {plan.target for plan in trained})
    features = 4 * sizes.num_rows * sum(tap.num_features for tap in taps)
    return Need(features, 0, 0, 0, 0, 4 * sizes.num_rows * elements)


def _chunk_bytes(groups, taps, num_rows):
    """Of a chunk: what stays while it is used, and the second copy of one tap while its batches are joined."""
    tap_bytes = [4 * num_rows * tap.num_features for tap in taps]
    targets = {plan.target for group in groups for plan in group}
    elements = sum(target.num_elements for target in targets)
    return sum(tap_bytes) + 8 * num_rows * elements, max(tap_bytes)


def group_plans(plans, sizes, max_memory=None):
    """Plans in the order given, in groups that each stay within `max_memory`, as few as that order allows.

    Where no grouping does, the groups returned exceed it; see `find_too_large`.
    """
    taps = {plan.tap for plan in plans}
    groups = []
    for plan in plans:
        joined = [*groups[:-1], [*groups[-1], plan]] if groups else [[plan]]
        fits = max_memory is None or peak_bytes(joined, sizes, taps) <= max_memory
        groups = joined if fits else [*groups, [plan]]
    return tuple(map(tuple, groups))


def find_too_large(plans, sizes, max_memory):
    """The plan to give up where no grouping stays within `max_memory`, and why, with the ways out."""
    plan = max(plans, key=lambda plan: memory_bytes(plan, sizes))
    needed = peak_bytes([[plan]], sizes)
    reason = f"Tap '{plan.tap.name}' needs {format_bytes(needed)} with the {plan.decoder} decoder"
    if needed <= max_memory:
        plan = max(plans, key=lambda plan: _shared_bytes(plan, sizes))
        needed = peak_bytes([[plan] for plan in plans], sizes)
        reason = f"The taps need {format_bytes(needed)} even with a pass for each, tap '{plan.tap.name}' most of it"
    return plan, (
        f"{reason}; one probe batch of its features is {format_bytes(4 * sizes.batch_size * plan.tap.num_features)}. "
        f"Expected at most max_memory={format_bytes(max_memory)}; pass a larger one, a probe_batch_size below "
        f"{sizes.batch_size}, max_examples below {sizes.num_rows}, another decoder, or layers without this tap."
    )


def _shared_bytes(plan, sizes):
    """What no grouping spares: the tap's part of every batch, and the weights."""
    need = plan.recipe.need(sizes.num_rows, sizes.chunk_rows([plan.tap]))
    return 4 * sizes.batch_size * plan.tap.num_features + need.kept
