"""What a probe step takes in memory above the model's own: estimated before training, bounded by `max_memory`.

Upper estimates of the arrays that are there at the same time; N fit rows and m of a chunk of joined probe batches, D
features and P targets of a decoder's regression (of one position for patches), L positions, T features of the whole
tap, E elements of the target, F features and C outputs (classes, labels) of the linear probe.

| held                                      | bytes                                                            |
|-------------------------------------------|------------------------------------------------------------------|
| a chunk of all taps                       | `4 m T` of each, once more of the largest while it is joined     |
| sums of a primal decoder                  | `8 (D D + D P)`                                                  |
| sums of a patch decoder                   | the same and `8 L (D + P)`                                       |
| rows of a dual decoder                    | `4 N (D + P)`                                                    |
| solve, one decoder at a time              | `40 (D D + D P)`; dual `12 N (D + P) + 40 N N`, and its weights  |
| rows that a tap is trained on             | `4 N T`, once for all that is trained on it                      |
| training, all of it at a time             | `4 N E` of each target; `36 + 8 s` a weight, s = 2 slots of Adam |
|                                           | and 1 of SGD; `12 b a`, a activations of each of b rows          |
| features for the linear probe             | `4 N F`                                                          |
| its fit, one tap at a time                | `8 N F + 24 F min(N, F) + 72 N C + 240 min(N, F) C + 32 F C`     |
| the same of a regression                  | `16 N (F + 2 C) + 48 r (r + C) + 8 F C`, r = min(N, F)           |
| weights, to the end of the held-out pass  | `8 (D D + D P)`, dual `8 (D N + D P)`; `8 F C`, log-probabilities |

Further label sets on the same rows share the features and are fitted one after the other; one with rows of its own is
measured when all else is done, and holds its features in the same way.

Workspaces are those of float64, in which what is too rough in float32 is measured again.

The forward pass's own intermediate tensors are the model's: a training step of as many rows takes more. The few rows
that are shown as images are decoded once more, which takes less than judging their chunk. Quantities decode some rows
at a time, 16 MiB of targets; what they keep, principal axes (`4 P P`) or features of held-out rows, is not counted.
"""

import dataclasses
import math
import re

from keras_phases.decoders.patch import POSITIONS_AT_ONCE
from keras_phases.decoders.trained import ROWS_AT_ONCE
from keras_phases.network.features import batches_in_chunk
from keras_phases.probes.sgd import build_sgd_training

_UNITS = {"": 1} | {
    prefix + infix + "b": base**power
    for power, prefix in enumerate(("", "k", "m", "g", "t"))
    for infix, base in (("", 1000), ("i", 1024))
    if prefix or not infix
}
_SAID_BY_BACKENDS = "RESOURCE_EXHAUSTED|out of memory|can't allocate memory"
_PATH_BYTES = 2048
"""Of each feature, for the path of ridges: a few times 57 of them."""


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
    """

    num_rows: int
    num_heldout: int
    num_outputs: int
    batch_size: int
    is_regression: bool = False
    more_outputs: tuple[tuple[int, bool], ...] = ()
    others: tuple["StepSizes", ...] = ()

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


@dataclasses.dataclass(frozen=True)
class Need:
    """Bytes that a decoder or a linear probe needs at each stage of a probe step.

    Args:
        held: From the first fit row to its solve.
        adding: More, while a chunk of fit rows is taken in.
        solving: More, during its solve.
        kept: From its solve to the end of the held-out pass.
        judging: More, while a chunk of held-out rows is judged.
        training: More, while all that is trained is trained together, before any solve. Defaults to `0`.
    """

    held: int
    adding: int
    solving: int
    kept: int
    judging: int
    training: int = 0


def is_out_of_memory(error):
    """Whether an exception of NumPy or of a backend says that memory ran out; imports no backend.

    Example:
        >>> from keras_phases.measure.cost import is_out_of_memory
        >>> is_out_of_memory(MemoryError()), is_out_of_memory(RuntimeError("RESOURCE_EXHAUSTED: Out of memory"))
        (True, True)
    """
    # TensorFlow, and PyTorch on a GPU, have classes of their own; JAX, and PyTorch on the host, say it in the text.
    names = {kind.__name__ for kind in type(error).__mro__}
    return bool(
        names & {"MemoryError", "ResourceExhaustedError", "OutOfMemoryError"}
        or (isinstance(error, RuntimeError) and re.search(_SAID_BY_BACKENDS, str(error), re.IGNORECASE))
    )


def parse_bytes(value, argument="max_memory"):
    """Bytes of an integer or of text such as `"4GiB"` or `"500 MB"`; None stays None.

    Raises:
        ValueError: for anything else, with how to write it.

    Example:
        >>> from keras_phases.measure.cost import parse_bytes
        >>> parse_bytes("4GiB"), parse_bytes("1.5 MB"), parse_bytes(1000)
        (4294967296, 1500000, 1000)
    """
    if value is None:
        return None
    if isinstance(value, str):
        found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*", value.lower())
        number = int(float(found[1]) * _UNITS[found[2]]) if found and found[2] in _UNITS else 0
    else:
        number = 0 if isinstance(value, bool) or not hasattr(value, "__index__") else value.__index__()
    if number < 1:
        raise ValueError(
            f"{argument} is {value!r}. Expected bytes as a positive integer, or text such as '4GiB' or '500MB'."
        )
    return number


def format_bytes(number):
    """Bytes as they are printed: `"1.5 GiB"`, `"12 MiB"`.

    Example:
        >>> from keras_phases.measure.cost import format_bytes
        >>> format_bytes(3 * 2**29), format_bytes(12_400_000), format_bytes(1)
        ('1.5 GiB', '12 MiB', '1 MiB')
    """
    mebibytes = math.ceil(number / 2**20)
    return f"{number / 2**30:.1f} GiB" if mebibytes >= 1024 else f"{mebibytes} MiB"


def memory_bytes(plan, sizes):
    """Bytes of the arrays of one plan where they are most, measured alone."""
    return array_bytes([[plan]], sizes)


def peak_bytes(groups, sizes, taps=None):
    """Peak memory of a probe step: `array_bytes`, and a fifth and 64 MiB for what allocators and BLAS hold besides."""
    return array_bytes(groups, sizes, taps) * 6 // 5 + 64 * 2**20


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
                needs.append(decoder_need(plan, sizes, rows))
            if sizes.outputs and plan.tap not in probed:
                probed.add(plan.tap)
                first.append(plan)
                needs.append(probe_need(plan, sizes, rows))
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
    trained = [plan for plan in group if plan.training]
    taps = {plan.tap for plan in trained} - {plan.tap for plan in probed if plan.pooled is None}
    elements = sum(target.num_elements for target in {plan.target for plan in trained})
    features = 4 * sizes.num_rows * sum(tap.num_features for tap in taps)
    return Need(features, 0, 0, 0, 0, 4 * sizes.num_rows * elements)


def _training_bytes(training, num_targets):
    """Weights and slots before and after a step, gradients, what lies between, and one batch."""
    head = training.head
    states = 36 + 8 * training.optimizer.num_slots
    return states * head.num_weights + training.batch_size * (12 * head.num_activations + 4 * num_targets)


def _chunk_bytes(groups, taps, num_rows):
    """Of a chunk: what stays while it is used, and the second copy of one tap while its batches are joined."""
    tap_bytes = [4 * num_rows * tap.num_features for tap in taps]
    targets = {plan.target for group in groups for plan in group}
    elements = sum(target.num_elements for target in targets)
    return sum(tap_bytes) + 8 * num_rows * elements, max(tap_bytes)


def decoder_need(plan, sizes, chunk_rows):
    """The `Need` of a plan's decoder; `chunk_rows` are the rows of a chunk of fit rows and of one of held-out rows."""
    if plan.geometry:
        return _patch_need(plan, chunk_rows)
    if plan.training:
        return _trained_need(plan, chunk_rows)
    (m, h), N, D, P = chunk_rows, sizes.num_rows, plan.decoder_features, plan.target.num_elements
    pooling = _pooling_bytes(plan.tap, plan.decoder_grid, max(m, h))
    if plan.is_dual:
        kept, vectors = 8 * (D * N + D * P + D + P), _PATH_BYTES * N
        solving = 12 * N * (D + P) + 16 * N * P + vectors + max(40 * N * N, 24 * N * N + kept)
        return Need(4 * N * (D + P), pooling, solving, kept, pooling + h * (28 * D + 24 * P + 8 * N))
    held, solving = 8 * D * (D + P) + 64 * (D + P), 40 * D * (D + P) + _PATH_BYTES * D
    adding, judging = 20 * m * (D + P) + 8 * D * (D + P), 24 * h * (D + P)
    return Need(held, pooling + adding, solving, 8 * D * (D + P) + 32 * (D + P), pooling + judging)


def _trained_need(plan, chunk_rows):
    head, (_, h) = plan.training.head, chunk_rows
    T, E = plan.tap.num_features, plan.target.num_elements
    training = _training_bytes(plan.training, E) + 4 * plan.training.batch_size * T
    judging = min(h, ROWS_AT_ONCE) * (12 * head.num_activations + 8 * (T + E)) + 16 * h
    return Need(0, 0, 0, 4 * head.num_weights, judging, training)


def _patch_need(plan, chunk_rows):
    g, (m, h) = plan.geometry, chunk_rows
    D, P, L = g.num_features, g.num_targets, math.prod(g.grid)
    T, E = plan.tap.num_features, plan.target.num_elements
    held = 8 * D * (D + P) + 8 * L * (D + P + 1) + 32 * (T + E)
    unfolded = 24 * min(max(POSITIONS_AT_ONCE, plan.num_positions), max(m, h) * plan.num_positions) * (D + P)
    adding = 8 * m * (2 * T + 3 * E) + unfolded + 8 * D * (D + P)
    solving = 40 * D * (D + P) + 24 * L * (D + P) + _PATH_BYTES * D
    return Need(held, adding, solving, 8 * D * (D + P) + 32 * (T + E), 8 * h * (2 * T + 4 * E) + unfolded)


def probe_need(plan, sizes, chunk_rows):
    """The `Need` of the linear probes on a plan's tap, one for each label set on the same rows."""
    (m, h), N, F = chunk_rows, sizes.num_rows, plan.probe_features
    pooling, solving, kept = _pooling_bytes(plan.tap, plan.pooled, max(m, h)), 0, 0
    judging = pooling + 12 * h * F + 48 * h * max(C for C, _ in sizes.outputs)
    if plan.trains_probe:
        kept = sum(8 * (F + 1) * C + 16 * sizes.num_heldout * C for C, _ in sizes.outputs)
        training = sum(_training_bytes(build_sgd_training(F, C), C) for C, _ in sizes.outputs)
        return Need(4 * N * F, 0, 0, kept, judging, training)
    for C, is_regression in sizes.outputs:
        # Behind those that are fitted already.
        solving = max(solving, kept + _probe_solving_bytes(N, F, C, is_regression))
        kept += 8 * (F + 1) * C + 16 * sizes.num_heldout * C
    return Need(4 * N * F, pooling + 4 * m * F, solving, kept, judging)


def _probe_solving_bytes(N, F, C, is_regression):
    rank = min(N, F)
    if is_regression:
        return 16 * N * (F + 2 * C) + 48 * rank * (rank + C) + _PATH_BYTES * rank + 8 * F * C
    return 8 * N * F + 24 * F * rank + 72 * N * C + 240 * rank * C + 32 * F * C


def _pooling_bytes(tap, grid, num_rows):
    """Features averaged over one side and over both."""
    if grid is None:
        return 0
    _, width, channels = tap.shape
    return 4 * num_rows * channels * (2 * grid[0] * width + 2 * grid[0] * grid[1])


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
    need = decoder_need(plan, sizes, sizes.chunk_rows([plan.tap]))
    return 4 * sizes.batch_size * plan.tap.num_features + need.kept
