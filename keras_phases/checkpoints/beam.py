"""Apache Beam as the engine of a replay: many workers measure checkpoints, one process writes the record.

What workers need, and what they find, passes through a folder that all can reach. A checkpoint is one piece of work:
it is loaded once, and its cells are measured by the function that the loop calls too, to the same bits. Importing this
loads neither Beam nor Keras; `pip install "keras-phases[beam]"` brings Beam.
"""

import collections
import contextlib
import dataclasses
import functools
import hashlib
import os
import pickle
import platform
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from keras_phases.checkpoints.beam_files import exists, read_file, remove_folder, write_file
from keras_phases.checkpoints.beam_options import check_beam_pipeline_args, read_options
from keras_phases.checkpoints.engine import Engine, Sweep
from keras_phases.record.paths import is_remote, to_path

if TYPE_CHECKING:
    from keras_phases.checkpoints.engine import SweepTask
    from keras_phases.checkpoints.replay_cells import CellMeter

LOADS, MODELS = "checkpoints_loaded", "models_built"
"""Counters of a pipeline, in the namespace `keras_phases`."""

_NAMESPACE, _TASK = "keras_phases", "task.pickle"


class PipelineError(RuntimeError):
    """A pipeline of Apache Beam failed, not one of the cells; what it had measured stands in the record."""


@dataclasses.dataclass(frozen=True)
class BeamEngine(Engine):
    """Has workers of Apache Beam measure the checkpoints, to the loop's record bit for bit but for its seconds.

        replay("checkpoints", model, data, engine=BeamEngine(["--direct_num_workers=2"]), log_dir="logs/run1")

    The record is written once all are measured. `pip install "keras-phases[beam]"` brings Beam, docs/pipelines.md says
    what clusters need.

    Args:
        pipeline_args: List of Beam's flags. Defaults to `()`: `FnApiRunner`, in this process.

    Raises:
        ValueError: for something else, and a flag or a runner that Beam does not know.
        ImportError: where Beam is not installed.
    """

    pipeline_args: Sequence[str] = ()

    def __post_init__(self):
        # What Beam does not know is an error here, before any work is done.
        read_options(check_beam_pipeline_args(self.pipeline_args))

    def open(self, task: "SweepTask", meter: "CellMeter") -> "BeamSweep":
        """See `Engine.open`."""
        from keras_phases.checkpoints.beam_worker import describe_task

        options = read_options(list(self.pipeline_args))
        layout = task.record.history.layout
        # Checkpoints may come later.
        settled = {name: value for name, value in layout.run.items() if name != "schedule"}
        text = repr((layout.rows, layout.metrics, settled))
        return BeamSweep(options, describe_task(task), meter, layout=text, log_dir=task.record.directory.parent)


class BeamSweep(Sweep):
    """The checkpoints of one replay on Beam.

    What workers find lies in a folder until `close`, so that a replay that was killed takes it up when it goes on. It
    bears a digest of the record's layout, and each file one of its checkpoint: what was measured of other weights, or
    in another way, is not taken for this.

    Args:
        options: Beam's `PipelineOptions`. With a `temp_location` checkpoints are copied there, and workers need reach
            nothing else; without one they read the paths that this process reads.
        task: Dict of what `keras_phases.checkpoints.beam_worker.Worker` takes.
        meter: `CellMeter`.
        layout: Text that tells this record from others.
        log_dir: Folder of the run, of `to_path`.
    """

    def __init__(self, options, task, meter, *, layout, log_dir):
        from apache_beam.options.pipeline_options import GoogleCloudOptions

        self._options, self._task, self._meter = options, task, meter
        self._temp_location = options.view_as(GoogleCloudOptions).temp_location
        log_dir = log_dir if is_remote(log_dir) else log_dir.absolute()
        root, digest = to_path(self._temp_location or log_dir), _digest([layout, platform.node(), str(log_dir)])
        self._folder, self._names = str(root / f"beam-cells-{digest}"), {}
        self.counters = collections.Counter()

    def _found(self, saved):
        """What there is of the `Measured` of the cells of a checkpoint that the record lacks, in their order."""
        places = self._meter.missing(saved.step)
        paths = [_place_file(self._folder, self._name(saved), place) for place in places]
        return [pickle.loads(read_file(path)) for path in paths if exists(path)]

    def take_up(self, saved_steps):
        """See `Sweep.take_up`: of a replay that was killed or broke; what failed there is tried again."""
        for saved in saved_steps:
            self._meter.take(saved, [measured for measured in self._found(saved) if measured.is_sound])

    def measure(self, saved_steps, *, verbose):
        """See `Sweep.measure`.

        Raises:
            PipelineError: when a pipeline fails, by another reason than that of a cell.
        """
        try:
            if saved_steps:
                self._run(saved_steps)
        except BaseException:
            self.take_up(saved_steps)
            raise
        if verbose and self.told:
            print(self.told)
        for saved in saved_steps:
            yield saved, self._found(saved)

    def _run(self, saved_steps):
        remove_folder(self._folder)  # with the failures of an earlier run, which are tried again
        write_file(f"{self._folder}/{_TASK}", _pickle(self._task))
        work = [
            (self._name(saved), dataclasses.replace(saved, path=self._staged(saved)), self._meter.missing(saved.step))
            for saved in saved_steps
        ]
        self._run_pipeline(work)

    def _run_pipeline(self, work):
        import apache_beam as beam
        from apache_beam.utils import shared

        measure = functools.partial(
            measure_checkpoint,
            folder=self._folder,
            backend=_backend(),
            handle=shared.Shared(),
            version=sys.version_info[:2],
        )
        try:
            pipeline = beam.Pipeline(options=self._options)
            _ = pipeline | beam.Create(work) | beam.Reshuffle() | "Measure" >> beam.FlatMap(measure)
            result = pipeline.run()
            result.wait_until_finish()
            if result.state != "DONE":
                raise RuntimeError(f"its state is {result.state}")
        except Exception as error:
            *_, reason = [type(error).__name__, *filter(None, map(str.strip, str(error).splitlines()))]
            raise PipelineError(
                f"The pipeline of Apache Beam failed: {reason.rstrip('.')}. Put right what is named and call it again: "
                "what was measured until then stands in the record."
            ) from error
        finally:
            _forget_model()
        self.counters = _counters(result)

    @property
    def told(self):
        """A line on what the pipeline did; empty where it did nothing, or its runner tells nothing."""
        counts = [f"{count} {name.replace('_', ' ')}" for name, count in sorted(self.counters.items())]
        return f"Apache Beam: {', '.join(counts)}." if counts else ""

    def close(self):
        """Removes the folder."""
        remove_folder(self._folder)

    def _name(self, saved):
        """A name of a checkpoint that changes with the file."""
        if saved.path not in self._names:
            if is_remote(saved.path):
                about = [str(saved.path), hashlib.sha256(saved.path.read_bytes()).hexdigest()]
            else:
                stat = saved.path.stat()
                about = [str(saved.path.absolute()), stat.st_size, stat.st_mtime_ns]
            self._names[saved.path] = f"step-{saved.step:08d}-{_digest(about)}"
        return self._names[saved.path]

    def _staged(self, saved):
        """Where workers read a checkpoint."""
        if is_remote(saved.path):
            return str(saved.path)
        if self._temp_location is None:
            return str(saved.path.absolute())
        path = f"{self._folder}/{self._name(saved)}{''.join(saved.path.suffixes[-2:])}"
        write_file(path, saved.path.read_bytes())
        return path


def measure_checkpoint(work, *, folder, backend, handle, version):
    """Measures cells of one checkpoint and puts what came of them into the folder: what a worker does.

    Args:
        work: `(name, saved, places)`; `saved` is a `Checkpoint` whose path is text.
        folder: Where the task lies and the results go.
        backend: Name of the Keras backend of the process that runs the sweep.
        handle: Beam's `Shared`, by which a worker's process builds the model once.
        version: Python's, of the process that runs the sweep.

    Returns:
        A list of the step.
    """
    name, saved, places = work
    if version != sys.version_info[:2]:
        raise RuntimeError(f"A worker has Python {sys.version_info[:2]}, the sweep {version}. Expected the same.")
    os.environ.setdefault("KERAS_BACKEND", backend)
    if _backend() != backend:
        raise RuntimeError(f"A worker has the Keras backend '{_backend()}', the sweep '{backend}'. Expected the same.")
    worker = handle.acquire(functools.partial(_build_worker, folder), tag=folder)
    saved = dataclasses.replace(saved, path=to_path(saved.path))
    for measured in worker.measure(saved, places, functools.partial(_count, LOADS)):
        write_file(_place_file(folder, name, measured.places[0]), pickle.dumps(measured))
    return [saved.step]


def _place_file(folder, name, place):
    return f"{folder}/{name}-{place:04d}.measured"


def _pickle(task):
    try:
        return pickle.dumps(task)
    except Exception as error:
        raise ValueError(
            f"Data or settings cannot be sent to workers of Apache Beam: {type(error).__name__}: {error}. Expected "
            "arrays, and objects of classes that a module defines; leave the engine out."
        ) from error


def _build_worker(folder):
    from keras_phases.checkpoints.beam_worker import Worker

    worker = Worker(**pickle.loads(read_file(f"{folder}/{_TASK}")))
    _count(MODELS)
    return worker


def _count(name):
    from apache_beam.metrics.metric import Metrics

    Metrics.counter(_NAMESPACE, name).inc()


def _counters(result):
    """The counters of a pipeline by name, a `Counter`; empty where its runner tells none."""
    from apache_beam.metrics.metric import MetricsFilter

    with contextlib.suppress(NotImplementedError):
        found = result.metrics().query(MetricsFilter().with_namespace(_NAMESPACE))["counters"]
        return collections.Counter({metric.key.metric.name: metric.result for metric in found})
    return collections.Counter()


class _Nothing:
    """What Beam holds in the place of a model."""


def _forget_model():
    """Frees the model of workers in this process: Beam holds what was shared last."""
    from apache_beam.utils import shared

    shared.Shared().acquire(_Nothing)


def _backend():
    import keras

    return keras.config.backend()


def _digest(about):
    return hashlib.sha256(repr(about).encode()).hexdigest()[:16]
