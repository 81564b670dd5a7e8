"""The command line: `keras-phases demo`, `report LOGDIR out.html`, `replay ...`, `merge LOGDIR`, `step NAME ...`."""

import argparse
import contextlib
import dataclasses
import sys
import warnings
from typing import Any

from keras_phases.arguments import meant
from keras_phases.checkpoints.engines.beam import BeamEngine
from keras_phases.checkpoints.ring import SUFFIXES
from keras_phases.measure.settings import ProbeSettings
from keras_phases.record.paths import is_remote, local_copy, to_path
from keras_phases.signatures import argument_texts
from keras_phases.version import __version__

NETWORKS = ("vgg8", "vgg11", "vgg13", "vgg16", "resnet10", "resnet18", "single_layer")
_ARRAYS = ("x", "y", "x_test", "y_test")
_NO_FLAG = ("model", "transfer")
"""Settings that take what no text can say."""

_REPLAY = """Measures the checkpoints in a folder as PhaseProbe would have, and prints and records their phases.

    keras-phases replay --checkpoints=DIR --data=digits --model=vgg8 --log_dir=logs/run1
    keras-phases replay --checkpoints=DIR --data=rows.npz --log_dir=logs/run1       # DIR has .keras files
    keras-phases replay --shard=2/8 ... --log_dir=logs/run1    # one of eight processes; then keras-phases merge

Any of these may lie elsewhere: --checkpoints=gs://bucket/run1/checkpoints --log_dir=gs://bucket/run1.
Exit status: 0; 1 where a checkpoint failed or something is wrong. The same command goes on where an earlier one ended.
"""

_MERGE = """Makes the one record of a sweep in shards, also while they run, and again: that of one process, bit for bit.

    for i in 0 1 2 3; do keras-phases replay --shard=$i/4 --log_dir=logs/run1 ... & done; wait
    keras-phases merge logs/run1

Exit status: 0 once all stands in the record; 1 where checkpoints are missing or failed, each of which is named.
"""


def main(arguments=None):
    """Runs a command; returns the exit status."""
    options, unknown = build_parser().parse_known_args(arguments)
    try:
        if unknown:
            raise ValueError(_describe_unknown(unknown[0], options))
        return options.run(options)
    except (ValueError, OSError, ImportError, RuntimeError) as error:
        _complain(options.command, "error", error)
        return 1


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message):
        self.exit(1, f"{self.prog}: error: {message}\n")


def _describe_unknown(argument, options):
    names = [f"--{name}" for name in vars(options) if name not in ("command", "run")]
    name = argument.partition("=")[0]
    return f"'{name}' is no flag.{meant(name, names)} Expected some of: {', '.join(names)}."


def build_parser():
    """The parser of all commands."""
    parser = _Parser(prog="keras-phases", description="Learning phases of a network's layers.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    demo = commands.add_parser("demo", help="a log folder of real small trainings, to look at the Phases tab")
    demo.set_defaults(run=_demo)
    demo.add_argument(
        "logdir", nargs="?", default="logs/demo", help="folder that the runs go into; %(default)s by default"
    )
    report = commands.add_parser("report", help="the Phases tab of a log folder as one HTML file, without a server")
    report.set_defaults(run=_report)
    report.add_argument("logdir", help="folder of the runs, as for tensorboard --logdir")
    report.add_argument("out", help="the HTML file to write")
    report.add_argument("--title", default="", help="title of the page; the folder's name by default")
    report.add_argument("--no-images", action="store_true", help="leave out the reconstructed images")
    raw = argparse.RawDescriptionHelpFormatter
    replay = commands.add_parser(
        "replay", help="measures saved checkpoints", description=_REPLAY, formatter_class=raw, allow_abbrev=False
    )
    replay.set_defaults(run=_replay)
    _add_replay_arguments(replay)
    merge = commands.add_parser(
        "merge", help="makes the one record of a sweep in shards", description=_MERGE, formatter_class=raw
    )
    merge.set_defaults(run=_merge)
    merge.add_argument("log_dir", help="folder of the run, as the shards had it")
    step = commands.add_parser("step", help="one component of a pipeline, such as ProbeSweep", add_help=False)
    step.set_defaults(run=_step)
    step.add_argument("name")
    step.add_argument("arguments", nargs=argparse.REMAINDER)
    return parser


def _add_replay_arguments(parser):
    networks = ", ".join(NETWORKS)
    parser.add_argument("--checkpoints", required=True, help="folder of checkpoints, or filepath of a PhaseCheckpoint")
    parser.add_argument(
        "--data",
        required=True,
        help="what the model was trained on: 'digits', a TFDS image classification set, or a .npz file with x, y and, "
        "for held-out rows, x_test, y_test",
    )
    parser.add_argument("--data_dir", help="folder of prepared TFDS sets")
    parser.add_argument("--image_size", type=int, help="side that images of a TFDS set are resized to")
    parser.add_argument(
        "--model", help=f"of weights files: one of {networks}, or a .keras file; by default that of the checkpoints"
    )
    parser.add_argument("--width", type=int, help="width of a model that is given by its name")
    parser.add_argument("--log_dir", help="folder of the record; logs/<time> by default")
    parser.add_argument(
        "--shard",
        help="i/n: this process measures part i of n parts, i from 0 to n - 1; keras-phases merge makes the record",
    )
    parser.add_argument(
        "--beam_pipeline_args",
        action="append",
        help="a flag of Apache Beam, whose workers then measure the checkpoints; may be given several times, as in "
        "--beam_pipeline_args=--runner=FnApiRunner",
    )
    settings = parser.add_argument_group("what is measured, as of PhaseProbe; several names with commas, or none")
    texts = argument_texts(ProbeSettings)
    for field in _settings_with_flags():
        text = " ".join(texts[field.name].split()).replace("%", "%%")
        settings.add_argument(f"--{field.name}", type=_parser_of(field), default=field.default, help=text)


def _settings_with_flags():
    return [field for field in dataclasses.fields(ProbeSettings) if field.name not in _NO_FLAG]


def _parser_of(field):
    return int if type(field.default) is int else _one_or_several


def _one_or_several(text):
    """A single choice by itself: `"auto"` is one, `["auto"]` names a layer."""
    names = [name.strip() for name in text.split(",")]
    return None if names == ["none"] else names[0] if len(names) == 1 else names


def _complain(command, kind, what):
    print(f"keras-phases {command}: {kind}: {' '.join(str(what).split())}", file=sys.stderr, flush=True)


def _demo(options):
    from tensorboard_plugin_phases.demo import write_demo

    names = [path.parts[-3] for path in write_demo(options.logdir)]
    print(
        f"{options.logdir}: {len(names)} runs, {', '.join(names)}\n"
        f"See them: tensorboard --logdir {options.logdir}   (tab Phases; without TensorBoard: "
        f"keras-phases report {options.logdir} demo.html)"
    )
    return 0


def _report(options):
    from tensorboard_plugin_phases.report_page import write_report

    runs = write_report(options.logdir, options.out, title=options.title, images=not options.no_images)
    print(f"{options.out}: {len(runs)} run{'s' * (len(runs) != 1)}, {', '.join(runs)}")
    return 0


def _step(options):
    from keras_phases.components.command import run_step

    with _warnings_in_a_line(options.command):
        run_step(options.name, options.arguments, _Parser)
    return 0


def _replay(options):
    engine = _engine_of(options)
    probe = ProbeSettings(**{field.name: getattr(options, field.name) for field in _settings_with_flags()})
    _check(options)
    from keras_phases.checkpoints.replay import replay

    with _warnings_in_a_line(options.command):
        data = _load_data(options)
        model = _build_model(options, data)
        found = replay(options.checkpoints, model, data, probe=probe, log_dir=options.log_dir, engine=engine)
    return 1 if found.failures else 0


def _engine_of(options):
    if options.shard is None:
        return None if options.beam_pipeline_args is None else BeamEngine(options.beam_pipeline_args)
    if options.beam_pipeline_args is not None or options.log_dir is None:
        raise ValueError(
            f"--shard={options.shard} needs --log_dir, the same for all shards, and goes without --beam_pipeline_args."
        )
    from keras_phases.checkpoints.engines.shards import Shard

    return Shard.parse(options.shard)


def _merge(options):
    from keras_phases.checkpoints.merge import merge

    with _warnings_in_a_line(options.command):
        found = merge(options.log_dir)
    if found.faults or found.failures:
        told = f"the record is not whole: {len(found.faults)} faults and {len(found.failures)} failures, named above."
        _complain(options.command, "error", told)
    return 1 if found.faults or found.failures else 0


def _check(options):
    """What can be said before Keras is loaded, which takes seconds."""
    if not _may_exist(options.checkpoints) and not options.checkpoints.endswith(SUFFIXES):
        raise ValueError(f"--checkpoints={options.checkpoints}: there is no such folder.")
    if options.data.endswith(".npz") and not _may_exist(options.data):
        raise ValueError(f"--data={options.data}: there is no such file.")
    model = options.model
    if model is not None and model not in NETWORKS and not (model.endswith(".keras") and _may_exist(model)):
        raise ValueError(f"--model={model} is no file. Expected one of {', '.join(NETWORKS)}, or a .keras file.")
    if options.width is not None and model not in NETWORKS[:-1]:
        raise ValueError(f"--width={options.width} needs --model to be one of {', '.join(NETWORKS[:-1])}.")


def _may_exist(path):
    """Of a path elsewhere that is known once it is read."""
    return is_remote(path) or to_path(path).exists()


@contextlib.contextmanager
def _warnings_in_a_line(command):
    """Within it warnings of ours are printed as the command's other lines are, each as often as it is given."""
    from keras_phases.warning import PhaseWarning

    with warnings.catch_warnings():
        warnings.simplefilter("always", PhaseWarning)
        show = warnings.showwarning

        def show_in_a_line(message, category, *where, **options):
            if issubclass(category, PhaseWarning):
                _complain(command, "warning", message)
            else:
                show(message, category, *where, **options)

        warnings.showwarning = show_in_a_line
        yield


def _load_data(options):
    """`((x, y), (x_test, y_test))`, or `(x, y)`."""
    if not options.data.endswith(".npz"):
        from keras_phases import datasets

        return datasets.load(options.data, data_dir=options.data_dir, size=options.image_size)
    from keras_phases.data.arrays_file import read_arrays

    try:
        with local_copy(to_path(options.data)) as path:
            found = read_arrays(path, _ARRAYS)
    except (ValueError, OSError) as error:
        raise ValueError(f"--data={options.data} {error}") from error
    if set(found) not in (set(_ARRAYS), set(_ARRAYS[:2])):
        raise ValueError(
            f"--data={options.data} holds {sorted(found)}. Expected the arrays x and y, and both or none of "
            "x_test and y_test."
        )
    x, y, *heldout = (found[name] for name in _ARRAYS if name in found)
    return ((x, y), tuple(heldout)) if heldout else (x, y)


def _build_model(options, data) -> Any:
    """The model of weights files, compiled; None for that of the checkpoints."""
    if options.model is None:
        return None
    import keras

    from keras_phases import models
    from keras_phases.checkpoints.loading import open_file

    if options.model not in NETWORKS:
        try:
            return open_file(options.model)
        except ValueError as error:
            raise ValueError(f"--model: {error}") from error
    x, y = data[0] if isinstance(data[0], tuple) else data
    if y.dtype.kind not in "iu" or y.ndim != 1:
        raise ValueError(f"--data={options.data} has labels {y.dtype} of shape {y.shape}. Expected class indices (n,).")
    width = {} if options.width is None else {"width": options.width}
    model = getattr(models, options.model)(x.shape[1:], int(y.max()) + 1, **width)
    model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model


if __name__ == "__main__":
    sys.exit(main())
