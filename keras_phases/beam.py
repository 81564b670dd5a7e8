"""Apache Beam as the engine of a replay: many workers measure checkpoints, one process writes the record.

What workers need, and what they find, passes through a folder that all can reach. A checkpoint is one piece of work:
it is loaded once, and its cells are measured by the function that the loop calls too, to the same bits. Importing this
loads neither Beam nor Keras; `pip install "keras-phases[beam]"` brings Beam.
"""

import contextlib
import functools
import hashlib
import importlib.util
import io
import os
import pathlib
import pickle
import platform
import sys

from keras_phases.beam_files import as_local, exists, join, read_file, remove_folder, write_file

LOADS, MODELS = "checkpoints_loaded", "models_built"
"""Counters of a pipeline, in the namespace `keras_phases`."""

_NAMESPACE, _TASK = "keras_phases", "task.pickle"
_RUNNER = "--runner=FnApiRunner"
_OWN_FLAGS = ("PortableRunner", "FlinkRunner", "SparkRunner")
"""Runners that pass flags on to a job server, whose flags Beam does not know."""

_EXPECTED = (
    "Expected None, or a list of flags of Apache Beam, such as ['--runner=FnApiRunner', '--direct_num_workers=2']"
)


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


class PipelineError(RuntimeError):
    """A pipeline of Apache Beam failed, not one of the cells; what it had measured stands in the record."""


class Sweep:
    """The checkpoints of one replay on Beam.

    What workers find lies in a folder until `close`, so that a replay that was killed takes it up when it goes on. It
    bears a digest of the record's layout, and each file one of its checkpoint: what was measured of other weights, or
    in another way, is not taken for this.

    Args:
        options: Beam's `PipelineOptions`. With a `temp_location` checkpoints are copied there, and workers need reach
            nothing else; without one they read the paths that this process reads.
        task: Dict of what `keras_phases.beam_worker.Worker` takes.
        layout: Text that tells this record from others.
        log_dir: Folder of the run.
    """

    def __init__(self, options, task, *, layout, log_dir):
        from apache_beam.options.pipeline_options import GoogleCloudOptions

        self._options, self._task = options, task
        self._temp_location = options.view_as(GoogleCloudOptions).temp_location
        self._root = self._temp_location or str(pathlib.Path(log_dir).absolute())
        digest = _digest([layout, platform.node(), str(pathlib.Path(log_dir).absolute())])
        self._folder = join(self._root, f"beam-cells-{digest}")
        self.counters = {}

    def found(self, saved, places):
        """List of what there is of the `Measured` of a checkpoint, in the order of these cells."""
        paths = [_place_file(self._folder, self._name(saved), place) for place in places]
        return [pickle.loads(read_file(path)) for path in paths if exists(path)]

    def run(self, saved_steps, missing):
        """Measures cells of checkpoints; what came of them is `found`, also where the pipeline fails in the midst.

        Args:
            saved_steps: `SavedStep`s.
            missing: Function from a step to the places of the cells that are to be measured.

        Raises:
            PipelineError: when the pipeline fails, by another reason than that of a cell.
        """
        import apache_beam as beam
        from apache_beam.utils import shared

        remove_folder(self._folder)  # with the failures of an earlier run, which are tried again
        write_file(join(self._folder, _TASK), _pickle(self._task))
        work = [(self._name(saved), saved.step, self._staged(saved), missing(saved.step)) for saved in saved_steps]
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
        except Exception as error:
            reason = " ".join(str(error).split()) or "no reason is given"
            raise PipelineError(
                f"The pipeline of Apache Beam failed: {reason} Put right what is named and call it again: what was "
                "measured until then stands in the record."
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
        about = saved.path.stat()
        return f"step-{saved.step:08d}-{_digest([str(saved.path.absolute()), about.st_size, about.st_mtime_ns])}"

    def _staged(self, saved):
        """Where workers read a checkpoint."""
        if self._temp_location is None:
            return str(saved.path.absolute())
        path = join(self._folder, f"{self._name(saved)}{''.join(saved.path.suffixes[-2:])}")
        write_file(path, saved.path.read_bytes())
        return path


def measure_checkpoint(work, *, folder, backend, handle, version):
    """Measures cells of one checkpoint and puts what came of them into the folder: what a worker does.

    Args:
        work: `(name, step, path, places)`.
        folder: Where the task lies and the results go.
        backend: Name of the Keras backend of the process that runs the sweep.
        handle: Beam's `Shared`, by which a worker's process builds the model once.
        version: Python's, of the process that runs the sweep.

    Returns:
        A list of the step.
    """
    name, step, path, places = work
    if version != sys.version_info[:2]:
        raise RuntimeError(f"A worker has Python {sys.version_info[:2]}, the sweep {version}. Expected the same.")
    os.environ.setdefault("KERAS_BACKEND", backend)
    if _backend() != backend:
        raise RuntimeError(f"A worker has the Keras backend '{_backend()}', the sweep '{backend}'. Expected the same.")
    worker = handle.acquire(functools.partial(_build_worker, folder), tag=folder)
    with as_local(path) as local:
        for measured in worker.measure(step, local, places, functools.partial(_count, LOADS)):
            write_file(_place_file(folder, name, measured.places[0]), pickle.dumps(measured))
    return [step]


def _place_file(folder, name, place):
    return join(folder, f"{name}-{place:04d}.measured")


def _pickle(task):
    try:
        return pickle.dumps(task)
    except Exception as error:
        raise ValueError(
            f"Data or settings cannot be sent to workers of Apache Beam: {type(error).__name__}: {error}. Expected "
            "arrays, and objects of classes that a module defines; leave beam_pipeline_args out."
        ) from error


def _build_worker(folder):
    from keras_phases.beam_worker import Worker

    worker = Worker(**pickle.loads(read_file(join(folder, _TASK))))
    _count(MODELS)
    return worker


def _count(name):
    from apache_beam.metrics import Metrics

    Metrics.counter(_NAMESPACE, name).inc()


def _counters(result):
    """The counters of a pipeline by name; empty where its runner tells none."""
    from apache_beam.metrics import MetricsFilter

    with contextlib.suppress(NotImplementedError):
        found = result.metrics().query(MetricsFilter().with_namespace(_NAMESPACE))["counters"]
        return {metric.key.metric.name: metric.result for metric in found}
    return {}


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
