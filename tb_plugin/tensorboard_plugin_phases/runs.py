"""Runs as TensorBoard's data provider gives them, checked against the record contract.

A run that cannot be read whole is still listed, with an `error` that says what is wrong with it.
"""

import collections
import dataclasses
import hashlib
import operator
import threading

import numpy as np
from tensorboard.data import provider as provider_lib

from keras_phases.record import kept, schema
from tensorboard_plugin_phases.declared_sizes import checked
from tensorboard_plugin_phases.errors import RequestError, shorten

# `downsample` must be given and 0 would return nothing; no run has this many probe steps.
_ALL_POINTS = 10_000_000
# A local TensorBoard has one; an address can name any number.
_MAX_EXPERIMENTS = 8


@dataclasses.dataclass(frozen=True)
class RunSummary:
    """What the list of runs says about one of them.

    Args:
        run: Name of the run.
        layout: `schema.Layout`, or None where it cannot be read.
        num_steps: Number of probe steps that can be shown.
        last_step: Last of them, or None.
        last_wall_time: Seconds since the epoch of the newest record.
        error: What is wrong with the run, or None.
        etag: Changes whenever anything in the run does.
    """

    run: str
    layout: schema.Layout | None
    num_steps: int
    last_step: int | None
    last_wall_time: float
    error: str | None
    etag: str


@dataclasses.dataclass(frozen=True, eq=False)
class PhaseRun:
    """All probe steps of one run.

    Args:
        summary: `RunSummary` of the run.
        steps: int64 array `(num_steps,)`, strictly increasing.
        wall_times: float64 array `(num_steps,)`.
        values: float32 array `(num_steps, num_rows, num_metrics)`.
    """

    summary: RunSummary
    steps: np.ndarray
    wall_times: np.ndarray
    values: np.ndarray

    def with_metrics(self, names):
        """The run with the columns `names` alone, in their order in the record; a name it lacks is passed over."""
        layout = self.summary.layout
        if layout is None:
            return self
        values = self.values[:, :, layout.places(names)]
        layout = dataclasses.replace(layout, metrics=tuple(name for name in layout.metrics if name in names))
        return dataclasses.replace(self, summary=dataclasses.replace(self.summary, layout=layout), values=values)


class PhaseStore:
    """Reads runs through a data provider, each again only when it has changed.

    Args:
        provider: `tensorboard.data.provider.DataProvider`; works for TensorBoard's Rust and Python data servers.
        max_cached_bytes: Bytes of values that are kept in memory, those last used. Defaults to 64 MiB.
    """

    def __init__(self, provider, max_cached_bytes=64 * 2**20):
        if provider is None:
            raise ValueError("TensorBoard gave no data provider; start it without --generic_data=false.")
        self._provider = provider
        self._max_cached_bytes = max_cached_bytes
        self._runs = collections.OrderedDict()
        self._summaries = collections.OrderedDict()
        # One reader at a time: a page asks for the list and for its runs at once, and each is read but once.
        self._lock = threading.Lock()

    def list_runs(self, ctx, experiment_id):
        """`RunSummary` of every run that has phases records, by name."""
        listing = self._list_series(ctx, experiment_id, None)
        with self._lock:
            known = self._summaries.pop(experiment_id, {})
            # One by one: a single answer of the Rust data server must stay below 256 MB.
            current = {run: self._summarise(ctx, experiment_id, run, listing[run], known) for run in sorted(listing)}
            self._summaries[experiment_id] = current
            if len(self._summaries) > _MAX_EXPERIMENTS:
                self._summaries.popitem(last=False)
        return [summary for _, summary in current.values()]

    def read_runs(self, ctx, experiment_id, runs):
        """A `PhaseRun` for each name in `runs`.

        Raises:
            RequestError: when one of them does not exist or has no phases records.
        """
        listing = self._list_series(ctx, experiment_id, runs)
        missing = next((run for run in runs if run not in listing), None)
        if missing is not None:
            raise RequestError(
                f"Run {shorten(missing)!r} has no records under tag {schema.METRICS_TAG!r}. "
                "Expected a run that /runs lists.",
                code=404,
                run=missing,
                tag=schema.METRICS_TAG,
            )
        with self._lock:
            return [self._read(ctx, experiment_id, run, listing[run]) for run in runs]

    def _list_series(self, ctx, experiment_id, runs):
        listing = self._provider.list_tensors(
            ctx,
            experiment_id=experiment_id,
            plugin_name=schema.PLUGIN_NAME,
            run_tag_filter=provider_lib.RunTagFilter(runs=runs, tags=[schema.METRICS_TAG, kept.TAG]),
        )
        return {run: tags for run, tags in listing.items() if schema.METRICS_TAG in tags}

    def _summarise(self, ctx, experiment_id, run, series, known):
        version = version_of(*series.values())
        if run in known and known[run][0] == version:
            return known[run]
        return version, self._read(ctx, experiment_id, run, series).summary

    def _read(self, ctx, experiment_id, run, series):
        version = version_of(*series.values())
        known, phase_run = self._runs.pop((experiment_id, run), (None, None))
        if known != version:
            records, error = self._read_records(ctx, experiment_id, run, schema.METRICS_TAG)
            noted = self._read_records(ctx, experiment_id, run, kept.TAG)[0] if kept.TAG in series else []
            phase_run = build_run(run, series[schema.METRICS_TAG].plugin_content, records, error, noted)
        self._runs[experiment_id, run] = version, phase_run
        excess = sum(kept.values.nbytes for _, kept in self._runs.values()) - self._max_cached_bytes
        while excess > 0 and len(self._runs) > 1:
            excess -= self._runs.popitem(last=False)[1][1].values.nbytes
        return phase_run

    def _read_records(self, ctx, experiment_id, run, tag):
        """Records of a run under a tag and, where they cannot be decoded at all, the reason."""
        try:
            with checked():
                answer = self._provider.read_tensors(
                    ctx,
                    experiment_id=experiment_id,
                    plugin_name=schema.PLUGIN_NAME,
                    downsample=_ALL_POINTS,
                    run_tag_filter=provider_lib.RunTagFilter(runs=[run], tags=[tag]),
                )
        except Exception as error:  # a provider decodes tensors itself and fails in many ways on a damaged one
            return [], f"The records cannot be read: {type(error).__name__}: {str(error).rstrip('.')}."
        return answer.get(run, {}).get(tag, []), None


def build_run(run, content, records, error=None, noted=()):
    """Checks and orders the records of one run.

    Args:
        run: Name of the run.
        content: Plugin content of the summary metadata, bytes.
        records: Objects with `step`, `wall_time` and `numpy`, in the order they were written.
        error: Reason why there are no records, if that is known. Defaults to `None`.
        noted: Records of which weights are on disk, in the order they were written. Defaults to none.

    Returns: A `PhaseRun`; its `summary.error` says what was left out of it.
    """
    layout, errors = None, [error] if error else []
    try:
        layout = schema.unpack_layout(content)
    except ValueError as problem:
        errors.append(f"The names of layers and metrics cannot be read: {problem}.")
    if layout and len(noted):
        layout = kept.with_kept(layout, _text_of(noted[-1].numpy))
    shape = layout.shape if layout else (0, 0)
    fitting = [record for record in records if _fits(record.numpy, shape)] if layout else []
    if layout and len(fitting) < len(records):
        misfit = next(record for record in records if not _fits(record.numpy, shape))
        errors.append(
            f"{len(records) - len(fitting)} of {len(records)} records are left out: that of step {misfit.step} holds "
            f"{misfit.numpy.dtype} of shape {misfit.numpy.shape}, expected float32 of shape {shape}. "
            "Give a run with other layers or metrics a log_dir of its own."
        )
    fitting = schema.keep_newest(fitting, operator.attrgetter("step"))
    times = [record.wall_time for record in [*fitting, *noted]]
    return _assemble(run, layout, fitting, " ".join(errors) or None, (len(records), float(np.max([0.0, *times]))))


def _assemble(run, layout, records, error, written):
    steps = np.array([record.step for record in records], np.int64)
    wall_times = np.array([record.wall_time for record in records], np.float64)
    shape = layout.shape if layout else (0, 0)
    values = np.stack([record.numpy for record in records]) if records else np.zeros((0, *shape), np.float32)
    last_step = int(steps[-1]) if len(steps) else None
    etag = hash_state((schema.SCHEMA_VERSION, run, layout, written, steps.tolist(), wall_times.tolist(), error))
    summary = RunSummary(run, layout, len(steps), last_step, written[1], error, etag)
    return PhaseRun(summary, steps, wall_times, values)


def hash_state(state):
    """An ETag of anything whose `repr` tells it from its other states."""
    return hashlib.sha256(repr(state).encode("utf-8", "backslashreplace")).hexdigest()[:24]


def _text_of(values):
    """The bytes of a tensor of one text; none of any other."""
    return next((value for value in values.ravel() if isinstance(value, bytes)), b"")


def _fits(values, shape):
    return values.shape == shape and values.dtype == np.float32


def version_of(*all_series):
    """What changes whenever one of several series does."""
    # As text, because a damaged time may be NaN, which equals nothing.
    return tuple((one.max_step, repr(one.max_wall_time), one.plugin_content) for one in all_series)
