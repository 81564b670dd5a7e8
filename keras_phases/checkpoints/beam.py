"""Apache Beam as the engine of a replay: many workers measure checkpoints, one process writes the record.

A checkpoint is one piece of work: it is loaded once, and its cells are measured by the function that the loop calls
too, to the same bits. Arrays and weights that workers need, and what they find, pass through a folder that all can
reach. Anybody may have written there: nothing in it is unpickled, arrays must have the digest that came with the
pipeline, and what was found is read by its types. Importing this loads neither Beam nor Keras; `pip install
"keras-phases[beam]"` brings Beam.
"""

import collections
import contextlib
import dataclasses
import functools
import hashlib
import importlib.util
import io
import os
import pickle
import platform
import shutil
import sys
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from keras_phases.checkpoints.engine import Engine, Sweep
from keras_phases.record.paths import is_remote, to_path

if TYPE_CHECKING:
    from keras_phases.checkpoints.engine import SweepTask
    from keras_phases.checkpoints.replay_cells import CellMeter

LOADS, MODELS = "checkpoints_loaded", "models_built"
"""Counters of a pipeline, in the namespace `keras_phases`."""

_NAMESPACE, _ARRAYS = "keras_phases", "arrays.npz"

_RUNNER = "--runner=FnApiRunner"
_OWN_FLAGS = ("PortableRunner", "FlinkRunner", "SparkRunner")
"""Runners that pass flags on to a job server, whose flags Beam does not know."""

_EXPECTED = (
    "Expected None, or a list of flags of Apache Beam, such as ['--runner=FnApiRunner', '--direct_num_workers=2']"
)


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
        self._folder, self._names = root / f"beam-cells-{digest}", {}
        self.counters = collections.Counter()

    def _found(self, saved):
        """What there is of the `Measured` of the cells of a checkpoint that the record lacks, in their order."""
        places = self._meter.missing(saved.step)
        files = {place: _place_file(self._folder, self._name(saved), place) for place in places}
        return [self._read(path, saved, place) for place, path in files.items() if path.is_file()]

    def _read(self, path, saved, place):
        from keras_phases.checkpoints.replay_cells import unpack_measured

        try:
            measured = unpack_measured(path.read_bytes())
            self._meter.check(saved, place, measured)
        except (ValueError, LookupError) as error:
            raise ValueError(
                f"'{path}' is not what a worker has measured of step {saved.step:,}: {error}. Remove the folder "
                f"'{self._folder}': its cells are measured again."
            ) from error
        return measured

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
        orders, arrays = _pack(self._task)
        write_file(self._folder / _ARRAYS, arrays)
        orders = {"orders": orders, "digest": hashlib.sha256(arrays).hexdigest(), "folder": str(self._folder)}
        work = [
            (self._name(saved), dataclasses.replace(saved, path=self._staged(saved)), self._meter.missing(saved.step))
            for saved in saved_steps
        ]
        self._run_pipeline(work, orders)

    def _run_pipeline(self, work, orders):
        import apache_beam as beam
        from apache_beam.utils import shared

        measure = functools.partial(
            measure_checkpoint,
            orders=orders,
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
        path = self._folder / f"{self._name(saved)}{''.join(saved.path.suffixes[-2:])}"
        write_file(path, saved.path.read_bytes())
        return str(path)


def measure_checkpoint(work, *, orders, backend, handle, version):
    """Measures cells of one checkpoint and puts what came of them into the folder: what a worker does.

    Args:
        work: `(name, saved, places)`; `saved` is a `Checkpoint` whose path is text.
        orders: Dict of what `_build_worker` takes; its `folder` is where the results go.
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
    from keras_phases.checkpoints.replay_cells import pack_measured

    folder = to_path(orders["folder"])
    worker = handle.acquire(functools.partial(_build_worker, **orders), tag=orders["folder"])
    saved = dataclasses.replace(saved, path=to_path(saved.path))
    for measured in worker.measure(saved, places, functools.partial(_count, LOADS)):
        write_file(_place_file(folder, name, measured.places[0]), pack_measured(measured))
    return [saved.step]


def _place_file(folder, name, place):
    return folder / f"{name}-{place:04d}.measured"


def _pack(task):
    """`(orders, arrays)`: a pickle, which the pipeline itself carries, and the arrays that it leaves out, a `.npz`."""
    import numpy as np

    buffers, arrays = [], io.BytesIO()
    try:
        orders = pickle.dumps(task, protocol=5, buffer_callback=buffers.append)
        np.savez(arrays, *(np.frombuffer(buffer.raw(), np.uint8) for buffer in buffers))
        return orders, arrays.getvalue()
    except Exception as error:
        raise ValueError(
            f"Data or settings cannot be sent to workers of Apache Beam: {type(error).__name__}: {error}. Expected "
            "arrays, and objects of classes that a module defines; leave the engine out."
        ) from error


def _build_worker(orders, digest, folder):
    """The `Worker` of a pickle that came with the pipeline, and of the file of its arrays."""
    import numpy as np

    from keras_phases.checkpoints.beam_worker import Worker

    path = to_path(folder) / _ARRAYS
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        raise RuntimeError(f"'{path}' is not what the sweep has written. Expected a folder that it alone writes to.")
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        worker = Worker(**pickle.loads(orders, buffers=arrays.values()))
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


def write_file(path, content):
    """Writes a file that has its name only once it is whole, as what lies in a bucket always does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if is_remote(path):
        path.write_bytes(content)
        return
    # A process of another container can have the same number, and write the same file when work is tried again.
    writing = path.with_name(f"{path.name}.writing-{uuid.uuid4().hex}")
    writing.write_bytes(content)
    writing.replace(path)  # pyright: ignore[reportAttributeAccessIssue] a file of this machine


def remove_folder(path):
    """Removes a folder of files, if it is there."""
    if not is_remote(path):
        if path.is_symlink():  # what it points to is not ours
            path.unlink()
        shutil.rmtree(path, ignore_errors=True)
        return
    for file in path.iterdir():
        file.unlink(missing_ok=True)


def check_beam_pipeline_args(given):
    """The flags as a list, or None; whether Beam knows them is said by `read_options`.

    Raises:
        ValueError: for something else.
        ImportError: where flags are given and Beam is not installed.
    """
    if given is None:
        return None
    if not isinstance(given, (list, tuple)) or not all(isinstance(flag, str) for flag in given):
        raise ValueError(f"beam_pipeline_args is {given!r}. {_EXPECTED}.")
    if importlib.util.find_spec("apache_beam") is None:
        raise ImportError(
            "beam_pipeline_args needs Apache Beam, which is not installed. Install it by pip install "
            '"keras-phases[beam]", or leave beam_pipeline_args out: the loop gives the same record.'
        )
    return list(given)


def read_options(flags):
    """Beam's `PipelineOptions`; without a runner `FnApiRunner`, as `DirectRunner` first tries to download a binary.

    Raises:
        ValueError: for a flag or a runner that Beam does not know, or that is not installed.
    """
    from apache_beam.options.pipeline_options import PipelineOptions, StandardOptions
    from apache_beam.runners.runner import create_runner

    flags = flags if any(flag.partition("=")[0] == "--runner" for flag in flags) else [*flags, _RUNNER]
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            options = PipelineOptions(flags)
            known = PipelineOptions([]).get_all_options()
            asked = options.get_all_options(drop_default=True, retain_unknown_options=True)
    except SystemExit as error:  # so argparse ends
        reason = said.getvalue().rpartition("error: ")[2].strip()
        raise ValueError(f"beam_pipeline_args is {flags!r}: {reason}. {_EXPECTED}.") from error
    stray = [flag for before, flag in zip(["=", *flags], flags, strict=False) if _is_stray(before, flag)]
    unknown = stray or [f"--{name}" for name in asked if name not in known]
    if unknown and (stray or options.view_as(StandardOptions).runner not in _OWN_FLAGS):
        raise ValueError(f"beam_pipeline_args has {unknown[0]!r}, which is no flag of Apache Beam. {_EXPECTED}.")
    try:
        create_runner(options.view_as(StandardOptions).runner)
    except (ValueError, ImportError) as error:
        raise ValueError(f"beam_pipeline_args is {flags!r}: {' '.join(str(error).split())} {_EXPECTED}.") from error
    return options


def _is_stray(before, flag):
    """Whether this is neither a flag nor the value of the one before it."""
    return not flag.startswith("--") and ("=" in before or not before.startswith("--"))
