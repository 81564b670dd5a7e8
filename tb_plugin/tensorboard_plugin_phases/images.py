"""Images as TensorBoard's data provider gives them: which there are, and one of them at a time.

Of a resumed run only those are shown that belong to the probe steps which are: a record that was written later, at
their step or before it, hides them.
"""

import dataclasses
import threading
import weakref
from collections.abc import Callable

import numpy as np
from tensorboard.data import provider as provider_lib

from keras_phases.record import image_schema
from keras_phases.record.images import check_strip
from tensorboard_plugin_phases.declared_sizes import checked
from tensorboard_plugin_phases.errors import RequestError
from tensorboard_plugin_phases.runs import hash_state, version_of

# `downsample` must be given and 0 would return nothing; the writer keeps to 24.
_ALL_POINTS = 10_000_000
_MOST_NAMED = 24


@dataclasses.dataclass(frozen=True)
class RunImages:
    """The images of one run.

    Args:
        run: Name of the run.
        layout: `image_schema.ImageLayout`, or None where there are no images or it cannot be read.
        data: `BlobSequenceDatum` by step, steps increasing.
        error: What is wrong with the images, or None.
    """

    run: str
    layout: image_schema.ImageLayout | None
    data: dict
    error: str | None


@dataclasses.dataclass(frozen=True)
class Strip:
    """One PNG: `read()` gives its bytes, `etag` changes whenever they may have."""

    read: Callable
    etag: str


class ImageStore:
    """Reads which images there are through a data provider, again only when a run has changed; no image is kept.

    Args:
        provider: `tensorboard.data.provider.DataProvider`.
        phase_store: `data.PhaseStore`, which knows the probe steps that stand.
    """

    def __init__(self, provider, phase_store):
        self._provider, self._phase_store = provider, phase_store
        # By `PhaseRun`, and no longer than that: `(version, RunImages)`.
        self._known, self._lock = weakref.WeakKeyDictionary(), threading.Lock()

    def describe(self, ctx, experiment_id, arguments):
        """The images of the run that `arguments` name, as JSON-able fields; see `http_api.md`.

        Raises:
            RequestError: when there is no such run with phases records.
        """
        images = self._read_run(ctx, experiment_id, _argument(arguments, "run"))
        layout, data = images.layout, images.data.values()
        return {
            "run": images.run,
            "steps": list(images.data),
            "wall_times": [datum.wall_time for datum in data],
            "rows": [dataclasses.asdict(row) for row in layout.rows] if layout else [],
            "num_examples": layout.num_examples if layout else 0,
            "labels": list(layout.labels) if layout and layout.labels is not None else None,
            "size": list(layout.inputs[0]) if layout else None,
            "low": list(layout.low) if layout else [],
            "high": list(layout.high) if layout else [],
            "error": images.error,
        }

    def find(self, ctx, experiment_id, arguments):
        """The `Strip` that `arguments` name: `run`, `step` and `row`, of `row=input` in the form of row `of`.

        Raises:
            RequestError: when an argument is missing or no number, or there is no such image.
        """
        run = _argument(arguments, "run")
        step, row = _number(arguments, "step", run), _argument(arguments, "row", run)
        images = self._read_run(ctx, experiment_id, run)
        if step not in images.data:
            steps = ", ".join(map(str, list(images.data)[:_MOST_NAMED])) or "none"
            steps += ", ..." if len(images.data) > _MOST_NAMED else ""
            raise _not_found(f"Run {run!r} has no images of step {step}. Expected one of: {steps}.", run)
        is_input = row == "input"
        rows = images.layout.rows  # pyright: ignore[reportOptionalMemberAccess] it has this step
        name, default = ("of", 0) if is_input else ("row", None)
        index = _number(arguments, name, run, default)
        if index >= len(rows):
            what = f"and run {run!r} has {len(rows)} rows, counted from 0"
            raise _not_found(f"Argument '{name}' is {index}, {what}.", run)
        blob = len(rows) + rows[index].input if is_input else index
        datum = images.data[step]
        state = experiment_id, run, step, blob, datum.wall_time, images.layout
        return Strip(lambda: self._read_blob(ctx, images, step, row, blob), hash_state(state))

    def _read_run(self, ctx, experiment_id, run):
        # It fails where there is no such run, so that one without images is told from none.
        (phases,) = self._phase_store.read_runs(ctx, experiment_id, [run])
        place = {
            "experiment_id": experiment_id,
            "plugin_name": image_schema.PLUGIN_NAME,
            "run_tag_filter": provider_lib.RunTagFilter(runs=[run], tags=[image_schema.TAG]),
        }
        series = self._provider.list_blob_sequences(ctx, **place).get(run, {}).get(image_schema.TAG)
        if series is None:
            return RunImages(run, None, {}, None)
        version = series.max_length, *version_of(series)
        # A page asks for dozens of images at once: which there are is found out for the first.
        with self._lock:
            known, images = self._known.get(phases, (None, None))
            if known != version:
                images = self._read_series(ctx, place, series, phases)
                self._known[phases] = version, images
        return images

    def _read_series(self, ctx, place, series, phases):
        run, layout = phases.summary.run, None
        try:
            layout = image_schema.unpack_image_layout(series.plugin_content)
            if series.max_length > layout.num_blobs:
                # A data server names as many images as a step declares, before anybody can count those it holds.
                raise ValueError(f"a step declares {series.max_length} of them, expected {layout.num_blobs}")
            answer = self._provider.read_blob_sequences(ctx, downsample=_ALL_POINTS, **place)
        except Exception as error:  # as for tensors, a provider fails in many ways on damaged ones
            what = "images" if layout else "names of the images"
            reason = f"{error}" if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
            return RunImages(run, layout, {}, f"The {what} cannot be read: {reason}.")
        return _standing(run, layout, answer.get(run, {}).get(image_schema.TAG, []), phases)

    def _read_blob(self, ctx, images, step, row, blob):
        try:
            with checked():
                content = self._provider.read_blob(ctx, blob_key=images.data[step].values[blob].blob_key)
        except Exception as error:
            reason = f"The image of row {row}, step {step} cannot be read: {type(error).__name__}: {error}."
            raise _not_found(reason, images.run) from error
        try:
            return check_strip(content, images.layout, blob)
        except ValueError as error:
            what = f"holds {error}" if content else "gave no image"
            raise _not_found(f"Row {row} {what} at step {step}; its flags in /metrics say more.", images.run) from error


def _standing(run, layout, data, phases):
    """`RunImages` of those that no later writing hides; takes time in proportion to them."""
    fitting = [datum for datum in data if len(datum.values) == layout.num_blobs]
    error = None
    if len(fitting) < len(data):
        error = (
            f"{len(data) - len(fitting)} of {len(data)} image steps are left out: expected {layout.num_blobs} images."
        )
    steps = np.array([datum.step for datum in fitting], np.int64)
    # Hidden are images older than the metrics of their own step; where there are none, than any of a step before.
    places = np.searchsorted(phases.steps, steps, side="right")
    newest = np.fmax.accumulate([-np.inf, *phases.wall_times])[places]
    own = np.maximum(places - 1, 0)
    is_own = (places > 0) & (np.take([*phases.steps, -1], own) == steps)
    hidden_before = np.where(is_own, np.take([*phases.wall_times, np.inf], own), newest)
    pairs = zip(fitting, hidden_before, strict=True)
    standing = {datum.step: datum for datum, hidden in pairs if not hidden > datum.wall_time}
    return RunImages(run, layout, dict(sorted(standing.items())), error)


def _argument(arguments, name, run=None):
    value = arguments.get(name)
    if value is None:
        raise RequestError(
            f"Argument '{name}' is missing. Expected /images?run=NAME, or /image?run=NAME&step=STEP&row=ROW with a "
            "step that /images lists and the index of a row, or row=input.",
            run=run,
            tag=image_schema.TAG,
        )
    return value


def _number(arguments, name, run, default=None):
    if name not in arguments and default is not None:
        return default
    text = _argument(arguments, name, run)
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        expected = "an integer from 0 on" + (", or input" if name == "row" else "")
        raise RequestError(f"Argument '{name}' is {text[:80]!r}. Expected {expected}.", run=run, tag=image_schema.TAG)
    return int(text)


def _not_found(message, run):
    return RequestError(message, code=404, run=run, tag=image_schema.TAG)
