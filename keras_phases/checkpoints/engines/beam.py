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
import platform
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from keras_phases.checkpoints.engines.engine import Engine, Piece, Sweep
from keras_phases.checkpoints.engines.orders import dismiss, give_orders, hire
from keras_phases.checkpoints.whole_files import fingerprint, remove_folder, write_file
from keras_phases.record.paths import is_remote, to_fixed, to_path

if TYPE_CHECKING:
    from keras_phases.checkpoints.engines.engine import Results

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

    def map(self, sweep: Sweep, work: Sequence[Piece], tell: Callable[[str], None]) -> "Results":
        """See `Engine.map`.

        Raises:
            PipelineError: when a pipeline fails, by another reason than that of a cell.
        """
        passage = Passage(sweep, read_options(list(self.pipeline_args)))
        # Of a sweep that was killed or broke; what failed there is tried again.
        for piece in work:
            yield piece.saved, passage.sound(piece)
        work = [rest for rest in map(passage.rest, work) if rest is not None]
        try:
            counts = passage.run(work) if work else {}
        except BaseException:
            for piece in work:
                yield piece.saved, passage.sound(piece)
            raise
        if counts:
            told = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in sorted(counts.items()))
            tell(f"Apache Beam: {told}.")
        for piece in work:
            yield piece.saved, passage.found(piece)
        passage.close()


class Passage:
    """The folder through which the pieces of a sweep go to workers, and what they find comes back.

    It stays until `close`, so that a replay that was killed takes up what was found when it goes on. It bears a digest
    of the record's layout, and each file one of its checkpoint: what was measured of other weights, or in another way,
    is not taken for this.

    Args:
        sweep: `Sweep`.
        options: Beam's `PipelineOptions`. With a `temp_location` checkpoints are copied there, and workers need reach
            nothing else; without one they read the paths that this process reads.
    """

    def __init__(self, sweep, options):
        from apache_beam.options.pipeline_options import GoogleCloudOptions

        self._sweep, self._options, log_dir = sweep, options, sweep.log_dir
        self._temp_location = options.view_as(GoogleCloudOptions).temp_location
        log_dir = to_fixed(log_dir)
        # Checkpoints may come later.
        settled = {name: value for name, value in sweep.layout.run.items() if name != "schedule"}
        about = [repr((sweep.layout.rows, sweep.layout.metrics, settled)), platform.node(), str(log_dir)]
        digest = hashlib.sha256(repr(about).encode()).hexdigest()[:16]
        self._folder = to_path(self._temp_location or log_dir) / f"beam-cells-{digest}"
        self._name = functools.cache(_name)

    def found(self, piece):
        """What there is of the `Measured` of the cells of a piece, in their order."""
        files = {place: _place_file(self._folder, self._name(piece.saved), place) for place in piece.places}
        return [self._read(path, piece.saved, place) for place, path in files.items() if path.is_file()]

    def sound(self, piece):
        """Those that need not be tried again."""
        return [measured for measured in self.found(piece) if measured.is_sound]

    def rest(self, piece):
        """What of a piece is not there; None where all is."""
        there = {place for measured in self.sound(piece) for place in measured.places}
        places = tuple(place for place in piece.places if place not in there)
        return dataclasses.replace(piece, places=places) if places else None

    def _read(self, path, saved, place):
        from keras_phases.checkpoints.replay_cells import check_measured, unpack_measured

        try:
            measured = unpack_measured(path.read_bytes())
            check_measured(self._sweep, saved, place, measured)
        except (ValueError, LookupError) as error:
            raise ValueError(
                f"'{path}' is not what a worker has measured of step {saved.step:,}: {error}. Remove the folder "
                f"'{self._folder}': its cells are measured again."
            ) from error
        return measured

    def run(self, work):
        """Has workers measure pieces; returns the counters of the pipeline by name, empty where its runner tells none.

        Raises:
            PipelineError: when it fails.
        """
        import apache_beam as beam

        remove_folder(self._folder)  # with the failures of an earlier run, which are tried again
        orders, arrays = give_orders(self._sweep, "Apache Beam")
        write_file(self._folder / _ARRAYS, arrays)
        measure = functools.partial(measure_piece, orders=orders, folder=str(self._folder))
        try:
            pipeline = beam.Pipeline(options=self._options)
            pieces = beam.Create([(self._name(piece.saved), self._staged(piece)) for piece in work])
            _ = pipeline | pieces | beam.Reshuffle() | "Measure" >> beam.FlatMap(measure)
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
            dismiss(orders)
        return _counters(result)

    def _staged(self, piece):
        """A piece with the path, as text, where workers read its checkpoint."""
        path = piece.saved.path
        if self._temp_location is None or is_remote(path):
            staged = to_fixed(path)
        else:
            staged = self._folder / f"{self._name(piece.saved)}{''.join(path.suffixes[-2:])}"
            with contextlib.suppress(FileNotFoundError):
                write_file(staged, path.read_bytes())
        return piece.at(str(staged))

    def close(self):
        """Removes the folder."""
        remove_folder(self._folder)


def _name(saved):
    """A name of a checkpoint that changes with the file."""
    content = "gone"  # the worker says so
    with contextlib.suppress(OSError):
        content = fingerprint(saved.path)
    return f"step-{saved.step:08d}-{content}"


def measure_piece(work, *, orders, folder):
    """Measures a piece and puts what came of each cell into the folder, once it is there: what a worker does.

    Args:
        work: `(name, piece)`; the path of the checkpoint is text.
        orders: `Orders`.
        folder: Where the arrays are, and the results go.

    Returns:
        A list of the step.
    """
    (name, piece), folder = work, to_path(folder)
    worker = hire(orders, (folder / _ARRAYS).read_bytes, functools.partial(_count, MODELS))
    from keras_phases.checkpoints.replay_cells import pack_measured

    piece = piece.at(to_path(piece.saved.path))
    for measured in worker.measure(piece, functools.partial(_count, LOADS)):
        write_file(_place_file(folder, name, measured.places[0]), pack_measured(measured))
    return [piece.saved.step]


def _place_file(folder, name, place):
    return folder / f"{name}-{place:04d}.measured"


def _count(name):
    from apache_beam.metrics.metric import Metrics

    Metrics.counter(_NAMESPACE, name).inc()


def _counters(result):
    from apache_beam.metrics.metric import MetricsFilter

    with contextlib.suppress(NotImplementedError):
        found = result.metrics().query(MetricsFilter().with_namespace(_NAMESPACE))["counters"]
        return collections.Counter({metric.key.metric.name: metric.result for metric in found})
    return {}


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
